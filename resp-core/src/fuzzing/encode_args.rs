//! Commands as a client writes them.

use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

use bytes::BytesMut;

use super::Choices;
use crate::command::{Meta, Wire};
use crate::commands::raw;
use crate::decoder::{Decoder, Progress};
use crate::encoder::{Encoder, SliceOutput};
use crate::error::EncodeError;
use crate::marker::Kind;
use crate::reply::Reply;

/// Most words that a command has here.
const MAX_WORDS: u8 = 16;
/// A length byte from here on stands for one byte many times over.
const REPEATED: u8 = 192;

/// Writes a command in every way: the words read back, the bytes are the same,
/// and without room for all of them there is none of them.
///
/// The first byte is the number of words. Each word is a length and as many
/// bytes, or a length from 192 on and the byte that the word repeats.
///
/// # Panics
/// A word is lost, changed or written in part.
pub fn encode_args(data: &[u8]) {
    let mut choices = Choices(data);
    let count = choices.byte() % (MAX_WORDS + 1);
    let words: Vec<Cow<'_, [u8]>> = (0..count).map(|_| word(&mut choices)).collect();
    let mut wire = Vec::new();
    assert_eq!(Encoder::new(&mut wire).command(&words), Ok(()), "a command cannot be written");
    assert!(reads_back(&wire, |index, word| words[index] == word, words.len()), "a word is another one");
    let mut shared = BytesMut::new();
    assert_eq!(Encoder::new(&mut shared).command(&words), Ok(()), "a command cannot be written");
    assert_eq!(shared, wire, "the buffer makes a difference");
    all_or_nothing(&words, &wire);
    if let Some((name, args)) = words.split_first()
        && let Ok(name) = core::str::from_utf8(name)
    {
        let args: Vec<&[u8]> = args.iter().map(AsRef::as_ref).collect();
        as_a_command(name, &args, &wire);
    }
}

fn word<'a>(choices: &mut Choices<'a>) -> Cow<'a, [u8]> {
    match choices.byte() {
        len @ ..REPEATED => choices.take(len.into()).into(),
        more => vec![choices.byte(); 40 * usize::from(more - REPEATED)].into(),
    }
}

/// Whether `wire` is one array of `count` bulk strings, of which `is_right`.
fn reads_back(wire: &[u8], is_right: impl Fn(usize, &[u8]) -> bool, count: usize) -> bool {
    let mut decoder = Decoder::new();
    let Ok(Progress::Frame(frame)) = decoder.decode(wire) else { return false };
    let right = frame.children().enumerate().all(|(index, word)| {
        word.kind() == Kind::BulkString && word.as_bytes().is_some_and(|bytes| is_right(index, bytes))
    });
    right && frame.kind() == Kind::Array && frame.len() == count && frame.byte_len() == wire.len()
}

fn all_or_nothing(words: &[Cow<'_, [u8]>], wire: &[u8]) {
    const UNTOUCHED: u8 = 0xaa;
    let mut room = vec![UNTOUCHED; wire.len()];
    for len in 0..wire.len() {
        let mut output = SliceOutput::new(&mut room[..len]);
        let result = Encoder::new(&mut output).command(words);
        assert_eq!(result, Err(EncodeError::OutputFull { needed: wire.len() }), "in {len} bytes");
        assert!(output.written().is_empty(), "something of it was written");
    }
    assert!(room.iter().all(|&byte| byte == UNTOUCHED), "something of it was written");
    let mut output = SliceOutput::new(&mut room);
    assert_eq!(Encoder::new(&mut output).command(words), Ok(()), "no room where there is enough");
    assert_eq!(output.written(), wire, "a slice takes other bytes");
}

/// The same words as a command, whose known names are written in capitals.
fn as_a_command(name: &str, args: &[&[u8]], wire: &[u8]) {
    if name.contains(' ') && Meta::of(name).is_some() {
        return; // a subcommand, whose name is two words
    }
    let at_once = raw(name).args(args).returning::<Reply>();
    let one_by_one = args.iter().fold(raw(name), |command, arg| command.arg(*arg)).returning::<Reply>();
    for command in [at_once.wire(), one_by_one.wire(), &at_once.wire().clone()] {
        let mut out = b"before".to_vec();
        command.write_to(&mut out);
        let out = &out[b"before".len()..];
        assert_eq!(out.len(), command.encoded_len(), "it announced another length");
        assert!(out.eq_ignore_ascii_case(wire), "a command is written in another way");
        // Of a subcommand the first argument is a part of its name.
        let of_name = command.meta().word_count().max(1) - 1;
        let is_right = |index: usize, word: &[u8]| match index.checked_sub(1) {
            Some(index) if index >= of_name => word == args[index],
            Some(index) => word.eq_ignore_ascii_case(args[index]),
            None => word.eq_ignore_ascii_case(name.as_bytes()),
        };
        assert!(reads_back(out, is_right, args.len() + 1), "a word is another one");
        holds(command, name, &args[of_name..]);
    }
}

/// What is known of the command without writing it.
fn holds(command: &Wire, name: &str, args: &[&[u8]]) {
    assert_eq!(command.arg_count(), args.len(), "an argument is lost");
    // The name is an argument in front if it is not a known one.
    let held: Vec<&[u8]> = command.args().collect();
    let without_name = held.strip_prefix(&[name.as_bytes()]).filter(|rest| rest.len() == args.len());
    assert_eq!(without_name.unwrap_or(&held), args, "an argument is another one");
    let longest = args.iter().map(|arg| arg.len()).max().unwrap_or_default();
    assert!(command.longest_arg() >= longest, "a longer argument than it says");
    let _ = command.lane();
    // Where keys stand follows from what is in it.
    assert!(command.keys().count() <= args.len(), "more keys than arguments");
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"\x01\x04PING",
            b"\x02\x03get\x05hello",
            b"\x03\x03SET\xc3k\xffv",
            b"\x05\x04MGET\x00\x00\x02\r\n\x01\xff",
            b"\x03\x05XREAD\x05block\x010",
            b"\x02\x02\xff\xfe\x01a",
            b"\x02\x06client\x02id",
            b"\x02\x0aconfig get\x01a",
            b"\x04\x04eval\x01s\x0299\x01k",
            b"\x00",
        ] {
            super::encode_args(data);
        }
    }
}
