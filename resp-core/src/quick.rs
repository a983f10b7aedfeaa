//! The short way: values as they come nearly always, all there and correct.
//!
//! For the maintainer. Nothing here reports anything. What is not recognised,
//! right or wrong, is left to the [tokenizer](crate::token), so that whatever
//! is accepted here must be what the tokenizer accepts, and nothing else has
//! to be. Four things make it fast: a length is known a few steps after its bytes,
//! since it leads to the next value; other numbers are read eight digits at a
//! time, since nothing waits for them; lines of up to 127 bytes are searched by
//! words, without the call of `memchr`; and the loops are so small that what they
//! need stays in registers, which is why some functions are inlined by force and
//! others kept apart.

use crate::limits::Limits;
use crate::marker::Kind;
use crate::number::{self, short_double, short_integer, short_length};
use crate::scan;
use crate::tape::{Node, offset, places_for};

/// The longest payload and line that the short way takes.
const MAX_BULK_LEN: usize = 9999;
const MAX_LINE_LEN: usize = 127;

/// Whether the short way takes nothing that `limits` forbid, those on the whole
/// frame aside.
pub(crate) const fn fits(limits: &Limits) -> bool {
    limits.max_bulk_len >= MAX_BULK_LEN && limits.max_line_len >= MAX_LINE_LEN && limits.max_nodes > 0
}

/// A frame of which no streamed part is open, and how far it has got: the state
/// of the decoder in a form that fits into registers.
pub(crate) struct Run<'tape> {
    /// The whole tape, with the places that are still free.
    pub(crate) nodes: &'tape mut [Node],
    /// How many of them are taken.
    pub(crate) len: usize,
    /// Bytes of the frame that are on the tape.
    pub(crate) cursor: usize,
    /// As in the decoder. The last two change in place, the others at the end.
    pub(crate) open: u32,
    pub(crate) missing: u32,
    pub(crate) depth: u32,
    pub(crate) attributes: u8,
}

/// Why a [`Run`] ended.
pub(crate) enum Stop {
    /// The frame is complete.
    Done,
    /// What comes next is not for the short way, or not there yet.
    Other,
    /// A header comes next that is better read with so many free places.
    Room(usize),
}

impl Run<'_> {
    /// Takes common values and headers of aggregates as long as they come.
    pub(crate) fn take_values(&mut self, frame: &[u8], limits: &Limits, may_ask: bool) -> Stop {
        // In locals, which are registers.
        let nodes = &mut *self.nodes;
        let (mut len, mut at) = (self.len, self.cursor);
        let (mut open, mut missing) = (self.open, self.missing);
        let stop = 'run: loop {
            let Some(rest) = frame.get(at..) else { break Stop::Other };
            let Some(place) = nodes.get_mut(len) else { break Stop::Other };
            let mut taken = 0;
            if rest.starts_with(b"$") {
                let end = nodes.len().min(len + missing as usize);
                taken = bulk_strings(frame, &mut at, &mut nodes[len..end]);
            } else if rest.starts_with(b":") {
                if let Some(used) = integer(rest, place) {
                    at += used;
                    taken = 1;
                }
            } else if let Some((kind, count, used)) = header(rest) {
                let Some(node) = span(kind, count, limits, self.depth, self.attributes) else {
                    break Stop::Other;
                };
                *place = node.opened(open, missing);
                let room = nodes.len() - len;
                if may_ask && room <= count {
                    let wanted = places_for(count, rest.len() - used, limits.max_nodes as usize - len);
                    if room < wanted {
                        break Stop::Room(wanted);
                    }
                }
                open = offset(len);
                missing = offset(count);
                len += 1;
                at += used;
                self.depth += 1;
                self.attributes = 0;
                continue;
            }
            if taken == 0 {
                let used = other_value(rest, at, &mut nodes[len]);
                if used == 0 {
                    break Stop::Other;
                }
                at += used;
                taken = 1;
            }
            len += taken;
            missing -= offset(taken);
            self.attributes = 0;
            while missing == 0 {
                let Some(node) = nodes.get_mut(open as usize) else { break 'run Stop::Done };
                missing = node.close(len, &mut open);
                self.depth -= 1;
                if node.kind == Kind::Attribute {
                    self.attributes = node.run;
                    break;
                }
                missing -= 1;
            }
        };
        (self.len, self.cursor) = (len, at);
        (self.open, self.missing) = (open, missing);
        stop
    }
}

/// The node of an aggregate, if it may be opened at this depth, after so many
/// attributes, and is not empty.
#[inline(always)]
pub(crate) fn span(kind: Kind, count: usize, limits: &Limits, depth: u32, attributes: u8) -> Option<Node> {
    let is_attribute = kind == Kind::Attribute;
    let may_open = count > 0
        && count <= limits.max_aggregate_len as usize
        && depth < limits.max_depth
        && !(is_attribute && attributes >= limits.max_attributes);
    let run = if is_attribute { attributes + 1 } else { 0 };
    may_open.then_some(Node { run, ..Node::flat_span(kind, offset(count)) })
}

/// Puts an integer in its place: its length.
#[inline(always)]
fn integer(rest: &[u8], place: &mut Node) -> Option<usize> {
    let head = rest.first_chunk::<8>()?;
    // A small one is read as lengths are, which is sooner.
    if let Some((used, end)) = short_length(head) {
        *place = Node::scalar(Kind::Integer, (end - used) as u64);
        return Some(used);
    }
    let (value, used) = short_integer(&rest[1..])?;
    *place = Node::scalar(Kind::Integer, value.cast_unsigned());
    Some(used + 1)
}

/// Fills `places` with the common values that follow one another from `at` on:
/// how many, and where the next one starts.
#[inline(never)]
pub(crate) fn values(frame: &[u8], start: usize, places: &mut [Node]) -> (usize, usize) {
    let mut at = start;
    let mut taken = 0;
    loop {
        taken += bulk_strings(frame, &mut at, &mut places[taken..]);
        if let Some(place) = places.get_mut(taken)
            && let Some(rest) = frame.get(at..)
            && !starts_aggregate(rest)
            && let used @ 1.. = other_value(rest, at, place)
        {
            at += used;
            taken += 1;
        } else {
            return (taken, at);
        }
    }
}

/// Fills `places` with the bulk strings that follow one another from `at` on,
/// and moves it: how many. They are most elements of most replies.
#[inline(always)]
fn bulk_strings(frame: &[u8], at: &mut usize, places: &mut [Node]) -> usize {
    let mut taken = 0;
    for place in places {
        if let Some(rest) = frame.get(*at..)
            && let Some(head @ [b'$', ..]) = rest.first_chunk::<8>()
            && let Some((node, used)) = bulk_string(head, rest, *at)
        {
            *place = node;
            *at += used;
            taken += 1;
        } else {
            break;
        }
    }
    taken
}

/// The value at the start of `rest`, which stands at offset `at` of the frame,
/// and its length, if it is one of the common ones that hold no others and at
/// least eight bytes are left.
#[inline(always)]
pub(crate) fn value(rest: &[u8], at: usize) -> Option<(Node, usize)> {
    value_at(rest.first_chunk()?, rest, at)
}

/// Puts [`value`] in its place, also a double that is long, or a value of fewer
/// bytes: its length, or 0. Out of line, where it crowds no registers.
#[inline(never)]
fn other_value(rest: &[u8], at: usize, place: &mut Node) -> usize {
    if let Some((node, used)) = value(rest, at) {
        *place = node;
        return used;
    }
    let found = if rest.len() < 8 { value_at_end(rest, at) } else { long_double(rest) };
    let Some((node, used)) = found else { return 0 };
    *place = node;
    used
}

/// [`value`] of what may have fewer bytes: zeros behind it belong to no value.
#[cold]
fn value_at_end(rest: &[u8], at: usize) -> Option<(Node, usize)> {
    let mut padded = [0; 16];
    padded.get_mut(..rest.len())?.copy_from_slice(rest);
    value(&padded, at)
}

/// A double that is too long for [`value`].
fn long_double(rest: &[u8]) -> Option<(Node, usize)> {
    let (value, used) = number::long_double(rest.strip_prefix(b",")?)?;
    Some((Node::scalar(Kind::Double, value.to_bits()), used + 1))
}

#[inline(always)]
fn value_at(head: &[u8; 8], rest: &[u8], at: usize) -> Option<(Node, usize)> {
    match head {
        [b'$', ..] => bulk_string(head, rest, at).or_else(|| null(head)),
        [b':', ..] => {
            let (value, used) = short_integer(&rest[1..])?;
            Some((Node::scalar(Kind::Integer, value.cast_unsigned()), used + 1))
        }
        [b'+', ..] => line(Kind::SimpleString, rest, at),
        [b'-', ..] => line(Kind::SimpleError, rest, at),
        [b',', ..] => {
            let (value, used) = short_double(&rest[1..])?;
            Some((Node::scalar(Kind::Double, value.to_bits()), used + 1))
        }
        [b'_', b'\r', b'\n', ..] => Some((Node::scalar(Kind::Null, 0), 3)),
        [b'#', b't', b'\r', b'\n', ..] => Some((Node::scalar(Kind::Boolean, 1), 4)),
        [b'#', b'f', b'\r', b'\n', ..] => Some((Node::scalar(Kind::Boolean, 0), 4)),
        _ => None,
    }
}

/// A bulk string, whose header `head` begins with.
#[inline(always)]
fn bulk_string(head: &[u8; 8], rest: &[u8], at: usize) -> Option<(Node, usize)> {
    let (start, end) = short_length(head)?;
    (rest.get(end..end + 2)? == b"\r\n")
        .then(|| (Node::text(Kind::BulkString, offset(at + start), offset(end - start)), end + 2))
}

/// The null of RESP2, a bulk string of length -1.
#[inline(always)]
fn null(head: &[u8; 8]) -> Option<(Node, usize)> {
    head.starts_with(b"$-1\r\n").then_some((Node::scalar(Kind::Null, 0), 5))
}

#[inline(always)]
fn line(kind: Kind, rest: &[u8], at: usize) -> Option<(Node, usize)> {
    let text = &rest[1..];
    let len = scan::find_short_break(text)?;
    (text[len..].starts_with(b"\r\n")).then(|| (Node::text(kind, offset(at + 1), offset(len)), len + 3))
}

#[inline(always)]
fn starts_aggregate(rest: &[u8]) -> bool {
    matches!(rest, [b'*' | b'%' | b'~' | b'>' | b'|', ..])
}

/// The header of an aggregate of known length at the start of `rest`: its
/// kind, how many values belong to it, and its length in bytes.
#[inline(always)]
pub(crate) fn header(rest: &[u8]) -> Option<(Kind, usize, usize)> {
    let head = rest.first_chunk::<8>()?;
    if !starts_aggregate(head) {
        return None;
    }
    let (used, count) = match head {
        // Small ones, first of all.
        [_, count @ b'0'..=b'9', b'\r', b'\n', ..] => (4, usize::from(count - b'0')),
        _ => {
            let (used, end) = short_length(head)?;
            (used, end - used)
        }
    };
    Some(match head[0] {
        b'*' => (Kind::Array, count, used),
        b'%' => (Kind::Map, count * 2, used),
        b'~' => (Kind::Set, count, used),
        b'>' => (Kind::Push, count, used),
        b'|' => (Kind::Attribute, count * 2, used),
        _ => return None,
    })
}
