//! The short way: values as they come nearly always, all there and correct.
//!
//! For the maintainer. Nothing here reports anything. What is not recognised,
//! right or wrong, is left to the [tokenizer](crate::token), so that whatever
//! is accepted here must be what the tokenizer accepts, and nothing else has
//! to be. Three things make it fast: lengths are read by a predicted branch per
//! digit and not by arithmetic, since they lead to the next value; numbers are
//! read eight digits at a time, since nothing waits for them; and lines of up to
//! 32 bytes are searched by words, without the call of `memchr`.

use crate::limits::Limits;
use crate::marker::Kind;
use crate::number::{short_integer, short_length};
use crate::scan;
use crate::tape::Node;

/// The longest payload and line that the short way takes.
const MAX_BULK_LEN: usize = 9999;
const MAX_LINE_LEN: usize = 32;

/// Whether the short way takes nothing that `limits` forbid, those on the
/// whole frame aside.
pub(crate) const fn fits(limits: &Limits) -> bool {
    limits.max_bulk_len >= MAX_BULK_LEN && limits.max_line_len >= MAX_LINE_LEN && limits.max_nodes > 0
}

/// The value at the start of `rest`, which stands at offset `at` of the frame,
/// and its length, if it is one of the common ones that hold no others.
#[inline(always)]
pub(crate) fn value(rest: &[u8], at: usize) -> Option<(Node, usize)> {
    match rest {
        [b'$', text @ ..] => {
            let (len, used) = short_length(text)?;
            let (start, end) = (used, used + len);
            (text.get(end..end + 2) == Some(b"\r\n"))
                .then(|| (Node::text(Kind::BulkString, offset(at + 1 + start), offset(len)), end + 3))
        }
        [b':', text @ ..] => {
            let (value, used) = short_integer(text)?;
            Some((Node::scalar(Kind::Integer, value.cast_unsigned()), used + 1))
        }
        [b'+', text @ ..] => line(Kind::SimpleString, text, at),
        [b'-', text @ ..] => line(Kind::SimpleError, text, at),
        [b'_', b'\r', b'\n', ..] => Some((Node::scalar(Kind::Null, 0), 3)),
        [b'#', b't', b'\r', b'\n', ..] => Some((Node::scalar(Kind::Boolean, 1), 4)),
        [b'#', b'f', b'\r', b'\n', ..] => Some((Node::scalar(Kind::Boolean, 0), 4)),
        _ => None,
    }
}

#[inline(always)]
fn line(kind: Kind, text: &[u8], at: usize) -> Option<(Node, usize)> {
    let len = scan::find_short_break(text)?;
    (text[len..].starts_with(b"\r\n")).then(|| (Node::text(kind, offset(at + 1), offset(len)), len + 3))
}

/// The header of an aggregate of known length at the start of `rest`: its
/// kind, how many values belong to it, and its length in bytes.
#[inline(always)]
pub(crate) fn header(rest: &[u8]) -> Option<(Kind, usize, usize)> {
    let (kind, values) = match rest.first()? {
        b'*' => (Kind::Array, 1),
        b'%' => (Kind::Map, 2),
        b'~' => (Kind::Set, 1),
        b'>' => (Kind::Push, 1),
        _ => return None,
    };
    let (len, used) = short_length(&rest[1..])?;
    Some((kind, len * values, used + 1))
}

#[inline(always)]
#[allow(clippy::cast_possible_truncation, reason = "Limits keeps frames below 2^32")]
const fn offset(value: usize) -> u32 {
    value as u32
}
