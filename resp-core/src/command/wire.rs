//! The arguments of a command as they will be sent.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use super::table::Wait;
use super::{Lane, Meta, lookup, lookup_sub};
#[cfg(feature = "commands")]
use crate::convert::{ToArg, ToArgs, ToPairs};
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
    /// Milliseconds that the caller gives it, or [`NO_TIMEOUT`].
    timeout: u32,
    /// Length of the longest argument; no server takes one as long as this can say.
    longest: u32,
    /// The caller says that it may run twice.
    may_retry: bool,
    store: Store,
}

/// Holds a key of 20 bytes, a field of 10 and a value of 64.
const INLINE_LEN: usize = 112;

/// Bytes of arguments from which on a connection takes a reference to them
/// instead of a copy. Below it the copy is cheaper than a piece of a vectored
/// write.
const SHARED_LEN: usize = 16 << 10;

/// The caller left the time-out to the connection.
const NO_TIMEOUT: u32 = u32::MAX;

#[derive(Clone)]
enum Store {
    Inline {
        len: u8,
        bytes: [u8; INLINE_LEN],
    },
    Heap(Vec<u8>),
    /// [`SHARED_LEN`] or more.
    Shared(Arc<Vec<u8>>),
}

impl Store {
    /// Kept out of line, as the short way is what most commands take.
    #[inline(never)]
    fn on_heap(len: usize) -> Self {
        match len {
            SHARED_LEN.. => Self::Shared(Arc::new(Vec::with_capacity(len))),
            _ => Self::Heap(Vec::with_capacity(len)),
        }
    }

    #[inline(never)]
    fn heap_bytes(&self) -> &[u8] {
        match self {
            Self::Inline { len, bytes } => &bytes[..usize::from(*len)],
            Self::Heap(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// How long a command waits at the server for what it wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockTime {
    /// Until it comes.
    Forever,
    /// At most this long.
    AtMost(Duration),
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
                    wire.longest = wire.longest.max(length(arg));
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
            Store::on_heap(len)
        };
        Self { meta, arg_count: 0, timeout: NO_TIMEOUT, longest: 0, may_retry: false, store }
    }

    /// A command of any name. What is known about it is found by the name; of
    /// an unknown one the least is assumed.
    pub(crate) fn named(name: &[u8]) -> Self {
        match lookup(name) {
            Some(meta) => Self::sized(meta, 0),
            None => Self::of(&Meta::UNKNOWN, [name]),
        }
    }

    /// The same command with what is known about its subcommand, if its first
    /// argument is one.
    pub(crate) fn refined(self) -> Self {
        if self.meta.lane().is_some() {
            return self; // most commands, and so most of the time no look-up
        }
        let sub = self.args().next().and_then(|first| lookup_sub(self.meta, first));
        let Some(meta) = sub else { return self };
        let mut refined = Self::sized(meta, self.encoded_args().len());
        self.args().skip(1).for_each(|arg| refined.push(arg));
        refined
    }

    /// Adds an argument.
    #[inline]
    pub(crate) fn push(&mut self, arg: &[u8]) {
        self.arg_count = self.arg_count.saturating_add(1);
        self.longest = self.longest.max(length(arg));
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
        let heap = match &mut self.store {
            Store::Heap(heap) if heap.len() + needed >= SHARED_LEN => {
                self.store = Store::Shared(Arc::new(core::mem::take(heap)));
                return self.push_shared(arg, needed);
            }
            Store::Heap(heap) => heap,
            _ => return self.push_shared(arg, needed),
        };
        let start = heap.len();
        heap.resize(start + needed, 0);
        write_bulk(&mut heap[start..], arg);
    }

    /// [`push`](Self::push) of what is shared, unless a clone shares it.
    fn push_shared(&mut self, arg: &[u8], needed: usize) {
        if let Store::Shared(shared) = &mut self.store {
            let bytes = Arc::make_mut(shared);
            let start = bytes.len();
            bytes.resize(start + needed, 0);
            write_bulk(&mut bytes[start..], arg);
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
        match self.args().next().and_then(|first| lookup_sub(self.meta, first)) {
            Some(sub) => sub.lane().unwrap_or(Lane::Shared),
            None if self.block_time().is_some() => Lane::Blocking,
            None => Lane::Shared,
        }
    }

    /// How long the server may take over it because it waits; `None` if it
    /// does not wait. What is no time counts as for ever: the server will say so.
    #[must_use]
    pub fn block_time(&self) -> Option<BlockTime> {
        let number = |arg: Option<&[u8]>| core::str::from_utf8(arg?).ok()?.parse::<f64>().ok();
        let mut args = self.args();
        let (number, unit) = match self.meta.wait() {
            Wait::Never => return None,
            Wait::FirstSeconds => (number(args.next()), 1.0),
            Wait::LastSeconds => (number(args.last()), 1.0),
            Wait::LastMillis => (number(args.last()), 1e-3),
            Wait::BlockMillis => {
                // Before STREAMS it is an option, after it a key.
                loop {
                    match args.next()? {
                        arg if arg.eq_ignore_ascii_case(b"BLOCK") => break,
                        arg if arg.eq_ignore_ascii_case(b"STREAMS") => return None,
                        // The group and the consumer may be called anything.
                        arg if arg.eq_ignore_ascii_case(b"GROUP") => drop(args.nth(1)),
                        _ => {}
                    }
                }
                (number(args.next()), 1e-3)
            }
        };
        let time = number.and_then(|number| Duration::try_from_secs_f64(number * unit).ok());
        Some(match time {
            None | Some(Duration::ZERO) => BlockTime::Forever,
            Some(time) => BlockTime::AtMost(time),
        })
    }

    /// The time that the caller gives the call, if it is another than the
    /// connection's; see [`Command::timeout`](super::Command::timeout).
    #[inline]
    #[must_use]
    pub const fn timeout(&self) -> Option<Duration> {
        if self.timeout == NO_TIMEOUT { None } else { Some(Duration::from_millis(self.timeout as u64)) }
    }

    pub(super) fn set_timeout(&mut self, time: Duration) {
        self.timeout = u32::try_from(time.as_millis()).unwrap_or(NO_TIMEOUT).clamp(1, NO_TIMEOUT - 1);
    }

    /// Whether it may be sent again after it was lost with its fate unknown:
    /// its caller says so, see [`Command::may_retry`](super::Command::may_retry).
    #[must_use]
    pub const fn may_retry(&self) -> bool {
        self.may_retry
    }

    pub(super) const fn set_may_retry(&mut self) {
        self.may_retry = true;
    }

    /// How many arguments there are; the name is not one.
    #[must_use]
    pub fn arg_count(&self) -> usize {
        self.arg_count as usize - usize::from(self.meta.head().is_empty())
    }

    /// Bytes of the longest argument, or 2^32 - 1 if it has more.
    #[must_use]
    pub const fn longest_arg(&self) -> usize {
        self.longest as usize
    }

    /// The arguments; of a command of unknown name that is the first.
    pub fn args(&self) -> impl Iterator<Item = &[u8]> + Clone {
        let mut rest = self.encoded_args();
        core::iter::from_fn(move || {
            let (arg, others) = split_first(rest)?;
            rest = others;
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

    /// The arguments, to be written after what [`write_head_to`](Self::write_head_to)
    /// writes, if they are so long that a reference to them is worth more than a copy.
    #[inline]
    #[must_use]
    pub const fn shared_args(&self) -> Option<&Arc<Vec<u8>>> {
        match &self.store {
            Store::Shared(args) => Some(args),
            _ => None,
        }
    }

    /// Appends what comes before the arguments to `out`.
    pub fn write_head_to(&self, out: &mut Vec<u8>) {
        out.reserve(header_len(self.word_count()) + self.meta.head().len());
        self.put_head(out);
    }

    /// Appends the whole command to an output that has room for it.
    #[inline]
    pub(crate) fn put_to(&self, out: &mut impl Output) {
        self.put_head(out);
        out.put(self.encoded_args());
    }

    #[inline(always)]
    fn put_head(&self, out: &mut impl Output) {
        match u8::try_from(self.word_count()) {
            Ok(words @ 0..=9) => out.put(&[b'*', b'0' + words, b'\r', b'\n']),
            _ => {
                out.put(b"*");
                out.put(itoa::Buffer::new().format(self.word_count()).as_bytes());
                out.put(b"\r\n");
            }
        }
        out.put(self.meta.head());
    }

    /// Name and arguments.
    const fn word_count(&self) -> usize {
        self.arg_count as usize + self.meta.word_count()
    }

    #[inline]
    pub(super) fn encoded_args(&self) -> &[u8] {
        match &self.store {
            Store::Inline { len, bytes } => &bytes[..usize::from(*len)],
            store => store.heap_bytes(),
        }
    }
}

/// What the functions of the commands make of their arguments.
#[cfg(feature = "commands")]
impl Wire {
    /// Adds arguments.
    pub(crate) fn push_args(&mut self, args: &impl ToArgs) {
        args.each_arg(&mut |arg| self.push(arg.as_bytes()));
    }

    /// Adds how many arguments there are, then them.
    pub(crate) fn push_counted(&mut self, args: &impl ToArgs) {
        let mut count = 0_u64;
        args.each_arg(&mut |_| count += 1);
        self.push(count.to_arg().as_bytes());
        self.push_args(args);
    }

    /// Adds pairs.
    pub(crate) fn push_pairs(&mut self, pairs: &impl ToPairs) {
        pairs.each_arg(&mut |arg| self.push(arg.as_bytes()));
    }

    /// Adds how many pairs there are, then them.
    pub(crate) fn push_counted_pairs(&mut self, pairs: &impl ToPairs) {
        let mut count = 0_u64;
        pairs.each_arg(&mut |_| count += 1);
        self.push((count / 2).to_arg().as_bytes());
        self.push_pairs(pairs);
    }

    /// Adds the firsts of all pairs, then the seconds.
    pub(crate) fn push_columns(&mut self, pairs: &impl ToPairs) {
        for parity in [0, 1] {
            let mut index = 0_usize;
            pairs.each_arg(&mut |arg| {
                if index % 2 == parity {
                    self.push(arg.as_bytes());
                }
                index += 1;
            });
        }
    }

    /// Adds what `push` pushes before argument `at`.
    pub(crate) fn push_at(&mut self, at: usize, push: impl FnOnce(&mut Self)) {
        let start = self.offset_of(at);
        let end = self.encoded_args().len();
        push(self);
        let bytes = match &mut self.store {
            Store::Inline { len, bytes } => &mut bytes[..usize::from(*len)],
            Store::Heap(bytes) => &mut bytes[..],
            Store::Shared(bytes) => &mut Arc::make_mut(bytes)[..],
        };
        bytes[start..].rotate_left(end - start);
    }

    /// The same command, for which the caller wants the same, with another
    /// argument at `index`.
    pub(super) fn with_arg(&self, index: usize, arg: &[u8]) -> Self {
        let mut wire = Self::sized(self.meta, self.encoded_args().len());
        (wire.timeout, wire.may_retry) = (self.timeout, self.may_retry);
        self.args().enumerate().for_each(|(at, old)| wire.push(if at == index { arg } else { old }));
        wire
    }

    /// Where argument `at` begins among the encoded ones; their end if there
    /// are not so many.
    fn offset_of(&self, at: usize) -> usize {
        self.args().take(at).map(|arg| bulk_len(arg.len())).sum()
    }
}

/// The first of encoded arguments, and the others.
#[inline]
pub(super) fn split_first(encoded: &[u8]) -> Option<(&[u8], &[u8])> {
    let header = memchr::memchr(b'\n', encoded)? + 1;
    let len = crate::number::parse_i64(&encoded[1..header - 2])?;
    let end = header + usize::try_from(len).ok()?;
    Some((&encoded[header..end], &encoded[end + 2..]))
}

#[inline]
fn length(arg: &[u8]) -> u32 {
    u32::try_from(arg.len()).unwrap_or(u32::MAX)
}

/// Writes a bulk string at the start of `room`, which has room for it: what
/// is left.
#[inline(always)]
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
        assert_eq!(lane("XREAD block 0 STREAMS s 0"), Lane::Blocking);
        assert_eq!(lane("XREAD STREAMS block s 0 0"), Lane::Shared);
        assert_eq!(lane("BLPOP k 0"), Lane::Blocking);
        assert_eq!(lane("WATCH k"), Lane::Dedicated);
        assert_eq!(lane("subscribe c"), Lane::Refused);
        assert_eq!(lane("STRLEN k"), Lane::Shared);
    }

    #[test]
    fn how_long_it_waits() {
        let time = |words: &str| {
            let mut words = words.split(' ');
            let mut wire = Wire::named(words.next().unwrap().as_bytes());
            words.for_each(|word| wire.push(word.as_bytes()));
            wire.block_time()
        };
        let millis = |millis| Some(BlockTime::AtMost(Duration::from_millis(millis)));
        for (words, expected) in [
            ("GET 5", None),
            ("BLPOP a b 0.25", millis(250)),
            ("BLPOP a 0", Some(BlockTime::Forever)),
            ("BLPOP a x", Some(BlockTime::Forever)),
            ("BLPOP a -1", Some(BlockTime::Forever)),
            ("BLPOP a 1e300", Some(BlockTime::Forever)),
            ("BLMPOP 2 1 a LEFT", millis(2000)),
            ("WAIT 1 100", millis(100)),
            ("XREAD COUNT 1 block 20 STREAMS s 0", millis(20)),
            ("XREAD BLOCK", Some(BlockTime::Forever)),
            ("XREADGROUP GROUP streams c BLOCK 20 STREAMS s >", millis(20)),
            ("XREADGROUP GROUP block 5 STREAMS s >", None),
            ("XREADGROUP COUNT 1 GROUP g streams BLOCK 20 STREAMS s >", millis(20)),
            ("XREADGROUP COUNT 1 GROUP g block STREAMS s >", None),
            ("XREAD STREAMS s 0", None),
        ] {
            assert_eq!(time(words), expected, "{words}");
        }
    }

    #[test]
    fn large_arguments_are_shared_not_copied() {
        for lens in [&[20_000][..], &[10, 16_000, 500], &[200, 20_000, 3]] {
            let args: Vec<Vec<u8>> = lens.iter().map(|&len| vec![b'x'; len]).collect();
            let mut wire = Wire::named(b"SET");
            args.iter().for_each(|arg| wire.push(arg));
            let (mut out, mut expected) = (Vec::new(), Vec::new());
            let shared = wire.shared_args().expect("they are long");
            wire.write_head_to(&mut out);
            out.extend_from_slice(shared);
            wire.write_to(&mut expected);
            assert_eq!(out, expected);
            assert!(Arc::ptr_eq(shared, wire.clone().shared_args().unwrap()));
            // A clone that grows leaves the other as it is.
            let mut longer = wire.clone();
            longer.push(b"EX");
            assert_eq!((longer.arg_count(), wire.arg_count()), (lens.len() + 1, lens.len()));
            assert_eq!(wire.encoded_len(), expected.len());
        }
        assert_eq!(Wire::named(b"PING").shared_args(), None);
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
