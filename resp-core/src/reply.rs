//! Decoded values that own their bytes.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use bytes::{Buf, Bytes, BytesMut};

use crate::decoder::{Decoder, Outcome};
use crate::error::DecodeError;
use crate::frame::Frame;
use crate::marker::Kind;
use crate::tape::{Node, Tape, offset};

/// A decoded value that owns what it needs, in 40 bytes: numbers, nulls and
/// short texts within itself, longer texts as a share of the read buffer, small
/// aggregates as a copy in one allocation, larger ones as a share of the buffer
/// and a copy of the tape, in two, whatever they hold.
///
/// A share keeps its whole block of the read buffer alive. Texts of up to 22
/// bytes never do, nor aggregates of up to 6 nodes and 96 bytes; for others that
/// are kept for long, see [`detach`](Self::detach). Cloning copies no more than
/// such a small one.
///
/// ```
/// use bytes::BytesMut;
/// use resp_core::{Decoder, Kind};
///
/// let mut input = BytesMut::from(&b"*2\r\n:1\r\n+two\r\n"[..]);
/// let reply = Decoder::new().decode_reply(&mut input)?.expect("it is complete");
/// assert!(input.is_empty());
/// assert_eq!(reply.kind(), Kind::Array);
/// assert_eq!(reply.frame().children().nth(1).unwrap().as_str(), Some("two"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone)]
pub struct Reply(Repr);

#[derive(Clone)]
enum Repr {
    /// A number, boolean, null or empty aggregate, or a text in `text`.
    Inline { node: Node, text: [u8; INLINE_LEN] },
    /// A text, all of `bytes`.
    Text { kind: Kind, bytes: Bytes },
    /// A short frame of few nodes: a copy.
    Small(Box<Small>),
    /// Anything else.
    Tree(Arc<Tree>),
}

#[derive(Clone)]
struct Small {
    nodes: [Node; SMALL_NODES],
    bytes: [u8; SMALL_LEN],
    node_count: u8,
    len: u8,
}

struct Tree {
    nodes: Vec<Node>,
    bytes: Bytes,
}

/// Enough for a short message of a channel, or a short value with an attribute.
/// To copy those is less than to count who shares them.
const SMALL_NODES: usize = 6;
const SMALL_LEN: usize = 96;

/// Texts of up to this length are held within the reply.
const INLINE_LEN: usize = 22;

impl Reply {
    /// A null.
    pub const NULL: Self = Self(Repr::Inline { node: Node::EMPTY, text: [0; INLINE_LEN] });

    /// What the value is.
    #[inline]
    #[must_use]
    pub fn kind(&self) -> Kind {
        match &self.0 {
            Repr::Inline { node, .. } => node.kind,
            Repr::Text { kind, .. } => *kind,
            Repr::Small(_) | Repr::Tree(_) => self.frame().kind(),
        }
    }

    /// The view that all reading goes through.
    #[inline]
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        match &self.0 {
            Repr::Inline { node, text } => Frame::whole(text, core::slice::from_ref(node)),
            Repr::Text { kind, bytes } => Frame::owned_by(bytes, Node::whole_text(*kind)),
            Repr::Small(small) => small.frame(),
            Repr::Tree(tree) => Frame::owned_by(&tree.bytes, &tree.nodes),
        }
    }

    /// The same value in memory of its own, so that it no longer keeps a block
    /// of the read buffer alive. Copies the payloads.
    #[must_use]
    pub fn detach(&self) -> Self {
        Self::copy_of(self.frame())
    }

    /// The bytes of a longer string, as they are; else the reply again.
    #[inline]
    pub(crate) fn into_text(self) -> Result<Bytes, Self> {
        match self.0 {
            Repr::Text { kind: Kind::BulkString | Kind::SimpleString, bytes } => Ok(bytes),
            other => Err(Self(other)),
        }
    }

    fn copy_of(frame: Frame<'_>) -> Self {
        let nodes = frame.nodes();
        if let [node] = nodes {
            return Self::of_one(*node, text(node, frame.bytes()));
        }
        let mut bytes = Vec::with_capacity(nodes.iter().map(|node| text(node, frame.bytes()).len()).sum());
        let mut copied = nodes.to_vec();
        for node in copied.iter_mut().filter(|node| node.is_plain_text()) {
            let text = text(node, frame.bytes());
            node.at = offset(bytes.len());
            bytes.extend_from_slice(text);
        }
        match Small::copy_of(&bytes, bytes.len(), (copied.len(), &copied)) {
            Some(small) => Self(Repr::Small(small)),
            None => Self(Repr::Tree(Arc::new(Tree { nodes: copied, bytes: bytes.into() }))),
        }
    }

    /// A value of one node, whose text, if it is one, is `text`.
    #[inline]
    fn of_one(node: Node, text: &[u8]) -> Self {
        let mut inline = [0; INLINE_LEN];
        match inline.get_mut(..text.len()) {
            Some(room) => {
                room.copy_from_slice(text);
                let node = if node.is_plain_text() { Node { at: 0, ..node } } else { node };
                Self(Repr::Inline { node, text: inline })
            }
            None => Self(Repr::Text { kind: node.kind, bytes: Bytes::copy_from_slice(text) }),
        }
    }
}

impl Small {
    /// A copy of the frame in the first `len` bytes and the first `node_count`
    /// nodes, if it is short enough. What is behind them is copied too where it
    /// can be, since a copy of fixed length is a few moves, and never looked at.
    #[inline]
    fn copy_of(bytes: &[u8], len: usize, (node_count, nodes): (usize, &[Node])) -> Option<Box<Self>> {
        if len > SMALL_LEN || node_count > SMALL_NODES {
            return None;
        }
        #[allow(clippy::cast_possible_truncation, reason = "both were compared")]
        let (len, node_count) = (len as u8, node_count as u8);
        // Filled in place, since moving it there would be one more copy.
        let (places, room) = ([Node::EMPTY; SMALL_NODES], [0; SMALL_LEN]);
        let mut small = Box::new(Self { nodes: places, bytes: room, node_count, len });
        fill(&mut small.nodes, nodes);
        fill(&mut small.bytes, bytes);
        Some(small)
    }

    fn frame(&self) -> Frame<'_> {
        Frame::whole(&self.bytes[..usize::from(self.len)], &self.nodes[..usize::from(self.node_count)])
    }
}

impl<T: Tape> Decoder<T> {
    /// Decodes one frame from the start of `input` and takes its bytes from
    /// there; `None` while it is not complete. `input` holds nothing but what
    /// was not decoded yet, so never give bytes of a frame twice. Never panics.
    ///
    /// How much is missing then: [`missing_len`](Self::missing_len).
    ///
    /// # Errors
    /// The stream is not RESP or exceeds a limit, as in [`decode`](Self::decode).
    #[inline]
    pub fn decode_reply(&mut self, input: &mut BytesMut) -> Result<Option<Reply>, DecodeError> {
        let (len, only) = match self.lone_value(input) {
            Some((node, len)) => (len, Some(node)),
            None => match self.decode_any(input) {
                Outcome::Frame { len } => (len, only_node(self.nodes())),
                Outcome::NeedMore { .. } => return Ok(None),
                Outcome::Failed(error) => return Err(error),
            },
        };
        let Some(node) = only else {
            if let Some(small) = Small::copy_of(input, len, self.nodes_and_places()) {
                input.advance(len);
                return Ok(Some(Reply(Repr::Small(small))));
            }
            let bytes = input.split_to(len).freeze();
            let dense = is_dense(self.nodes().len(), len).then(|| self.take_nodes()).flatten();
            let nodes = dense.unwrap_or_else(|| self.nodes().to_vec());
            return Ok(Some(Reply(Repr::Tree(Arc::new(Tree { nodes, bytes })))));
        };
        let text = text(&node, input);
        if text.len() <= INLINE_LEN {
            let start = if node.is_plain_text() { node.at as usize } else { 0 };
            let reply = match input[start..].first_chunk() {
                // A copy of fixed length is a few moves; bytes behind the text
                // are never looked at.
                Some(inline) if node.is_plain_text() => {
                    Reply(Repr::Inline { node: Node { at: 0, ..node }, text: *inline })
                }
                _ => Reply::of_one(node, text),
            };
            input.advance(len);
            return Ok(Some(reply));
        }
        let (start, text_len) = (node.at as usize, text.len());
        input.advance(start);
        let bytes = input.split_to(text_len).freeze();
        input.advance(len - start - text_len);
        Ok(Some(Reply(Repr::Text { kind: node.kind, bytes })))
    }
}

impl Frame<'_> {
    /// The value in a form that lives on its own: shares the bytes of a
    /// [`Reply`] if they are many, copies those of a decoder's input.
    #[must_use]
    pub fn to_reply(&self) -> Reply {
        let Some(owner) = self.owner() else { return Reply::copy_of(*self) };
        let nodes = self.nodes();
        match nodes {
            [node] => {
                let text = text(node, owner);
                if text.len() > INLINE_LEN {
                    Reply(Repr::Text { kind: node.kind, bytes: self.share(text) })
                } else {
                    Reply::of_one(*node, text)
                }
            }
            _ => {
                let tree = Tree { nodes: nodes.to_vec(), bytes: owner.clone() };
                Reply(Repr::Tree(Arc::new(tree)))
            }
        }
    }
}

/// The node of a frame that is one value without attributes and without others in it.
#[inline]
const fn only_node(nodes: &[Node]) -> Option<Node> {
    match nodes {
        [node] => Some(*node),
        _ => None,
    }
}

/// Copies as many of `values` as there are places for.
#[inline(always)]
fn fill<T: Copy, const N: usize>(places: &mut [T; N], values: &[T]) {
    match values.first_chunk() {
        Some(values) => *places = *values,
        None => places[..values.len()].copy_from_slice(values),
    }
}

/// Whether tape and copy together would take more than eight times the bytes
/// of the frame. A peer that sends nothing but tiny values shall not have that;
/// others are better served by a tape that is warm for the next frame.
const fn is_dense(nodes: usize, frame_len: usize) -> bool {
    nodes > 2048 && nodes > frame_len / 6
}

/// The payload of a text in one piece; nothing of any other value.
#[inline]
fn text<'buf>(node: &Node, frame: &'buf [u8]) -> &'buf [u8] {
    if node.is_plain_text() { node.payload(frame) } else { &[] }
}

/// Shows kind and size, and of a text the beginning.
/// Compares what the replies hold, which takes a tree of each.
impl PartialEq for Reply {
    fn eq(&self, other: &Self) -> bool {
        self.frame().to_value() == other.frame().to_value()
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.frame().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use crate::encoder::Encoder;
    use std::vec::Vec;

    fn reply(input: &[u8]) -> Reply {
        let mut input = BytesMut::from(input);
        let reply = Decoder::new().decode_reply(&mut input).unwrap().unwrap();
        assert!(input.is_empty());
        reply
    }

    fn wire(frame: Frame<'_>) -> Vec<u8> {
        let mut out = Vec::new();
        Encoder::new(&mut out).frame(frame).unwrap();
        out
    }

    const LONG: &str = "$40\r\n0123456789012345678901234567890123456789\r\n";

    #[test]
    fn every_form_reads_the_same_shared_copied_and_taken_out() {
        for input in [
            "+OK\r\n",
            "-ERR no\r\n",
            ":-5\r\n",
            "$0\r\n\r\n",
            "$22\r\n0123456789012345678901\r\n",
            "$23\r\n01234567890123456789012\r\n",
            LONG,
            "=15\r\ntxt:Some string\r\n",
            "_\r\n",
            ",1.5\r\n",
            "#t\r\n",
            "(123456789012345678901234567890\r\n",
            "*0\r\n",
            "%1\r\n+k\r\n*2\r\n:1\r\n_\r\n",
            "|1\r\n+a\r\n:1\r\n+value\r\n",
            "*2\r\n|1\r\n+a\r\n:1\r\n*1\r\n+x\r\n:3\r\n",
            "*2\r\n:1\r\n$0\r\n\r\n",
        ] {
            let reply = reply(input.as_bytes());
            assert_eq!(wire(reply.frame()), input.as_bytes());
            assert_eq!(wire(reply.detach().frame()), input.as_bytes());
            assert_eq!(wire(reply.frame().to_reply().frame()), input.as_bytes());
            // Inside of an array, where it starts neither at the first byte
            // nor at the first node.
            let around = self::reply(std::format!("*2\r\n{LONG}{input}").as_bytes());
            let inner = around.frame().children().nth(1).unwrap();
            assert_eq!(wire(inner.to_reply().frame()), input.as_bytes());
            assert_eq!(wire(inner.to_reply().detach().frame()), input.as_bytes());
        }
    }

    #[test]
    fn chunks_are_kept_and_joined_on_request() {
        let reply = reply(b"*2\r\n$?\r\n;4\r\nHell\r\n;1\r\no\r\n;0\r\n:1\r\n");
        let inner = reply.frame().children().next().unwrap();
        for text in [inner.to_reply(), inner.to_reply().detach()] {
            assert_eq!(text.frame().as_bytes(), None);
            assert_eq!(text.frame().payload().unwrap(), &b"Hello"[..]);
        }
    }

    #[test]
    fn an_empty_stream_and_an_attribute_can_be_taken_out() {
        let reply = reply(b"*2\r\n:1\r\n|1\r\n+a\r\n:2\r\n$?\r\n;0\r\n");
        let inner = reply.frame().children().nth(1).unwrap();
        let attribute = inner.attributes().next().unwrap();
        for attribute in [attribute.to_reply(), attribute.to_reply().detach()] {
            assert_eq!(wire(attribute.frame()), b"|1\r\n+a\r\n:2\r\n");
            assert_eq!(attribute.kind(), Kind::Attribute);
        }
        let empty = self::reply(b"*2\r\n:1\r\n$?\r\n;0\r\n").frame().children().nth(1).unwrap().to_reply();
        assert_eq!(empty.frame().payload().unwrap(), &b""[..]);
        assert_eq!(empty.detach().frame().payload().unwrap(), &b""[..]);
    }

    #[test]
    fn size_stays_small() {
        assert_eq!(size_of::<Reply>(), 40);
    }
}
