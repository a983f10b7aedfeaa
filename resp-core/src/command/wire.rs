//! The arguments of a command as they will be sent.

use alloc::vec::Vec;
use core::fmt;

use super::{Lane, Meta, lookup};
use crate::encoder::{Output, bulk_len, header_len};
use crate::number::digit_count;

/// The arguments of a command in wire form and what is known about the
/// command. Up to 112 bytes of arguments are held within it, more in one
/// heap buffer.
///
/// No code of the caller runs when it is written to a connection.
#[derive(Clone)]
pub struct Wire {
    meta: &'static Meta,
    /// Arguments in `store`; the name is not among them.
    arg_count: u32,
    /// Length of the longest argument.
    longest: usize,
    store: Store,
}

/// Holds a key of 20 bytes, a field of 10 and a value of 64.
const INLINE_LEN: usize = 112;

#[derive(Clone)]
enum Store {
    Inline { len: u8, bytes: [u8; INLINE_LEN] },
    Heap(Vec<u8>),
}

impl Wire {
    /// The command of a known name with these arguments.
    #[inline]
    pub(crate) fn of<const N: usize>(meta: &'static Meta, args: [&[u8]; N]) -> Self {
        let len: usize = args.iter().map(|arg| bulk_len(arg.len())).sum();
        let mut wire = Self::sized(meta, len);
        match (&mut wire.store, u8::try_from(len)) {
            // All of them fit: no need to look each time.
            (Store::Inline { len, bytes }, Ok(total)) => {
                let mut room = &mut bytes[..];
                for arg in args {
                    room = write_bulk(room, arg);
                    wire.longest = wire.longest.max(arg.len());
                    wire.arg_count += 1;
                }
                *len = total;
            }
            _ => args.iter().for_each(|arg| wire.push(arg)),
        }
        wire
    }

    /// A command without arguments yet, with room for `len` bytes of them.
    #[inline]
    pub(crate) fn sized(meta: &'static Meta, len: usize) -> Self {
        let store = if len <= INLINE_LEN {
            Store::Inline { len: 0, bytes: [0; INLINE_LEN] }
        } else {
            Store::Heap(Vec::with_capacity(len))
        };
        Self { meta, arg_count: 0, longest: 0, store }
    }

    /// A command of any name. What is known about it is found by the name; of
    /// an unknown one the least is assumed.
    pub(crate) fn named(name: &[u8]) -> Self {
        match lookup(name) {
            Some(meta) => Self::sized(meta, 0),
            None => Self::of(&Meta::UNKNOWN, [name]),
        }
    }

    /// Adds an argument.
    #[inline]
    pub(crate) fn push(&mut self, arg: &[u8]) {
        self.arg_count = self.arg_count.saturating_add(1);
        self.longest = self.longest.max(arg.len());
        let needed = bulk_len(arg.len());
        if let Store::Inline { len, bytes } = &mut self.store {
            let start = usize::from(*len);
            if let Some(room) = bytes.get_mut(start..start + needed) {
                write_bulk(room, arg);
                *len += u8::try_from(needed).unwrap_or(u8::MAX); // `room` is within 112 bytes
                return;
            }
            let mut heap = Vec::with_capacity((start + needed).max(2 * INLINE_LEN));
            heap.extend_from_slice(&bytes[..start]);
            self.store = Store::Heap(heap);
        }
        if let Store::Heap(heap) = &mut self.store {
            let start = heap.len();
            heap.resize(start + needed, 0);
            write_bulk(&mut heap[start..], arg);
        }
    }

    /// What is known about the command.
    #[inline]
    #[must_use]
    pub const fn meta(&self) -> &'static Meta {
        self.meta
    }

    /// Which connections it may run on.
    #[inline]
    #[must_use]
    pub fn lane(&self) -> Lane {
        self.meta.lane().unwrap_or_else(|| self.lane_by_argument())
    }

    #[cold]
    fn lane_by_argument(&self) -> Lane {
        let is = |arg: &[u8], word: &str| arg.eq_ignore_ascii_case(word.as_bytes());
        if self.meta.name() == "CLIENT" {
            let silences = self.args().next().is_some_and(|arg| is(arg, "REPLY"));
            return if silences { Lane::Refused } else { Lane::Shared };
        }
        // XREAD and XREADGROUP.
        if self.args().any(|arg| is(arg, "BLOCK")) { Lane::Dedicated } else { Lane::Shared }
    }

    /// How many arguments there are; the name is not one.
    #[must_use]
    pub fn arg_count(&self) -> usize {
        self.arg_count as usize - usize::from(self.meta.head().is_empty())
    }

    /// Bytes of the longest argument.
    #[must_use]
    pub const fn longest_arg(&self) -> usize {
        self.longest
    }

    /// The arguments; of a command of unknown name that is the first.
    pub fn args(&self) -> impl Iterator<Item = &[u8]> {
        let mut rest = self.encoded_args();
        core::iter::from_fn(move || {
            let header = memchr::memchr(b'\n', rest)? + 1;
            let len = crate::number::parse_i64(&rest[1..header - 2])?;
            let end = header + usize::try_from(len).ok()?;
            let arg = &rest[header..end];
            rest = &rest[end + 2..];
            Some(arg)
        })
    }

    /// Bytes that [`write_to`](Self::write_to) appends.
    #[inline]
    #[must_use]
    pub fn encoded_len(&self) -> usize {
        header_len(self.word_count()) + self.meta.head().len() + self.encoded_args().len()
    }

    /// Appends the whole command to `out`.
    #[inline]
    pub fn write_to(&self, out: &mut Vec<u8>) {
        out.reserve(self.encoded_len());
        self.put_to(out);
    }

    /// Appends the whole command to an output that has room for it.
    #[inline]
    pub(crate) fn put_to(&self, out: &mut impl Output) {
        match u8::try_from(self.word_count()) {
            Ok(words @ 0..=9) => out.put(&[b'*', b'0' + words, b'\r', b'\n']),
            _ => {
                out.put(b"*");
                out.put(itoa::Buffer::new().format(self.word_count()).as_bytes());
                out.put(b"\r\n");
            }
        }
        out.put(self.meta.head());
        out.put(self.encoded_args());
    }

    /// Name and arguments.
    const fn word_count(&self) -> usize {
        self.arg_count as usize + !self.meta.head().is_empty() as usize
    }

    #[inline]
    fn encoded_args(&self) -> &[u8] {
        match &self.store {
            Store::Inline { len, bytes } => &bytes[..usize::from(*len)],
            Store::Heap(bytes) => bytes,
        }
    }
}

/// Writes a bulk string at the start of `room`, which has room for it: what
/// is left.
#[inline]
fn write_bulk<'room>(room: &'room mut [u8], arg: &[u8]) -> &'room mut [u8] {
    let (header, rest) = room.split_at_mut(1 + digit_count(arg.len()));
    header[0] = b'$';
    match (&mut header[1..], u8::try_from(arg.len())) {
        ([digit], Ok(len)) => *digit = b'0' + len,
        ([tens, ones], Ok(len)) => (*tens, *ones) = (b'0' + len / 10, b'0' + len % 10),
        (digits, _) => digits.copy_from_slice(itoa::Buffer::new().format(arg.len()).as_bytes()),
    }
    let (header_end, rest) = rest.split_at_mut(2);
    header_end.copy_from_slice(b"\r\n");
    let (payload, rest) = rest.split_at_mut(arg.len());
    payload.copy_from_slice(arg);
    let (end, rest) = rest.split_at_mut(2);
    end.copy_from_slice(b"\r\n");
    rest
}

/// Shows the name and how many arguments there are; never an argument.
impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} with {} arguments", self.meta.name(), self.arg_count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoder::Encoder;
    use alloc::vec;

    #[test]
    fn arguments_that_block_or_silence() {
        let lane = |words: &str| {
            let mut words = words.split(' ');
            let mut wire = Wire::named(words.next().unwrap().as_bytes());
            words.for_each(|word| wire.push(word.as_bytes()));
            wire.lane()
        };
        assert_eq!(lane("CLIENT ID"), Lane::Shared);
        assert_eq!(lane("client reply OFF"), Lane::Refused);
        assert_eq!(lane("XREAD STREAMS s 0"), Lane::Shared);
        assert_eq!(lane("XREAD block 0 STREAMS s 0"), Lane::Dedicated);
        assert_eq!(lane("BLPOP k 0"), Lane::Dedicated);
        assert_eq!(lane("subscribe c"), Lane::Refused);
        assert_eq!(lane("STRLEN k"), Lane::Shared);
    }

    #[test]
    fn same_bytes_as_the_encoder_at_every_size() {
        for lens in [
            &[][..],
            &[0],
            &[1, 9, 10],
            &[99, 100],
            &[105],
            &[106],
            &[50, 50],
            &[1000, 5],
            &[1; 40],
            &[70_000],
        ] {
            let args: Vec<Vec<u8>> = lens.iter().map(|&len| vec![b'x'; len]).collect();
            for name in ["GET", "SOMETHING.ELSE"] {
                let mut wire = Wire::named(name.as_bytes());
                args.iter().for_each(|arg| wire.push(arg));
                let mut expected = Vec::new();
                let words: Vec<&[u8]> =
                    [name.as_bytes()].into_iter().chain(args.iter().map(Vec::as_slice)).collect();
                Encoder::new(&mut expected).command(&words).unwrap();
                let mut out = Vec::new();
                wire.write_to(&mut out);
                assert_eq!(out, expected);
                assert_eq!(wire.encoded_len(), expected.len());
                assert_eq!(wire.arg_count(), args.len());
                let skip = usize::from(name != "GET");
                assert!(wire.args().skip(skip).eq(args.iter().map(Vec::as_slice)));
            }
        }
    }
}
