//! One frame as a flat list of nodes.

use crate::marker::Kind;

/// One value of a frame on the tape: 16 bytes.
///
/// A frame is stored in the order of its bytes, an aggregate before what it
/// holds and an attribute before the value it is about, so that every value is
/// a slice of the tape. Text is not copied: a node holds its place, counted from
/// the start of the frame, so that the buffer may move.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub(crate) kind: Kind,
    /// [`STREAMED`] and [`SPAN`], or [`TEXT`], or nothing.
    pub(crate) form: u8,
    /// Attributes: how many stand in a row up to and with this one.
    pub(crate) run: u8,
    /// Text: where the payload starts. Spans: how many nodes they are with all
    /// they hold; while open, the index of the span around them.
    pub(crate) at: u32,
    /// Text: length. Numbers and booleans: the bits. Spans: how many values
    /// they hold; while open, that in the upper half, and in the lower how many
    /// are still missing in the span around them.
    pub(crate) value: u64,
}

/// [`Node::form`] of a value whose length was not announced.
pub(crate) const STREAMED: u8 = 1;
/// [`Node::form`] of a value that other nodes belong to: an aggregate with its
/// values, or a streamed string with its chunks.
pub(crate) const SPAN: u8 = 2;
/// [`Node::form`] of a text whose payload is in one piece and is all of it:
/// no verbatim string, which starts with its format.
pub(crate) const TEXT: u8 = 4;
/// The count of an open node is kept in the upper half of its value.
pub(crate) const COUNT_SHIFT: u32 = 32;

impl Node {
    /// What fills a slice before it is used as a tape.
    pub const EMPTY: Self = Self::scalar(Kind::Null, 0);

    #[inline(always)]
    pub(crate) const fn text(kind: Kind, at: u32, len: u32) -> Self {
        let form = if matches!(kind, Kind::Verbatim) { 0 } else { TEXT };
        Self { kind, form, run: 0, at, value: len as u64 }
    }

    #[inline(always)]
    pub(crate) const fn scalar(kind: Kind, value: u64) -> Self {
        Self { kind, form: 0, run: 0, at: 0, value }
    }

    /// Whether it is a text whose payload is in one piece.
    #[cfg(feature = "bytes")]
    #[inline(always)]
    pub(crate) const fn is_plain_text(&self) -> bool {
        self.kind.is_text() && !self.is_span()
    }

    /// Whether chunks follow instead of a payload in one piece.
    #[inline]
    pub(crate) const fn is_streamed_text(&self) -> bool {
        self.form & STREAMED != 0 && !self.kind.is_aggregate()
    }

    #[inline(always)]
    pub(crate) const fn is_span(&self) -> bool {
        self.form & SPAN != 0
    }

    /// The payload of a text in one piece, in the bytes of its frame: at most
    /// as long as they are.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "a text is part of the frame, which is in memory")]
    pub(crate) fn payload<'buf>(&self, frame: &'buf [u8]) -> &'buf [u8] {
        let rest = &frame[self.at as usize..];
        &rest[..rest.len().min(self.value as usize)]
    }

    /// The tape of one text that is all of its frame.
    #[cfg(feature = "bytes")]
    #[inline]
    pub(crate) const fn whole_text(kind: Kind) -> &'static [Self] {
        const fn whole(kind: Kind) -> [Node; 1] {
            [Node { value: u64::MAX, ..Node::text(kind, 0, 0) }]
        }
        match kind {
            Kind::SimpleString => &const { whole(Kind::SimpleString) },
            Kind::SimpleError => &const { whole(Kind::SimpleError) },
            Kind::BulkError => &const { whole(Kind::BulkError) },
            Kind::BigNumber => &const { whole(Kind::BigNumber) },
            Kind::Verbatim => &const { whole(Kind::Verbatim) },
            _ => &const { whole(Kind::BulkString) },
        }
    }

    /// A complete span of `count` values that are no spans.
    #[inline(always)]
    pub(crate) const fn flat_span(kind: Kind, count: u32) -> Self {
        Self { kind, form: SPAN, run: 0, at: count + 1, value: count as u64 }
    }

    /// The same while it is open inside the span at `around`, which lacks
    /// `missing` values.
    #[inline(always)]
    pub(crate) const fn opened(self, around: u32, missing: u32) -> Self {
        Self { at: around, value: self.value << COUNT_SHIFT | missing as u64, ..self }
    }

    /// Gives an open span its final form, now that the tape ends at `end`, and
    /// makes the one around it the innermost: how many values that one lacks.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "tapes are shorter than 2^32; halves are wanted")]
    pub(crate) fn close(&mut self, end: usize, open: &mut u32) -> u32 {
        let missing = self.value as u32;
        let index = core::mem::replace(open, self.at);
        self.at = end as u32 - index;
        self.value >>= COUNT_SHIFT;
        missing
    }

    /// How many nodes this value is with all it holds; at least 1.
    #[inline(always)]
    pub(crate) const fn span(&self) -> usize {
        if self.is_span() { self.at as usize } else { 1 }
    }
}

/// How many places to have for an aggregate and its `count` values, as far as
/// the bytes that are there can hold them and the limit on nodes allows.
#[inline(always)]
pub(crate) fn places_for(count: usize, bytes_left: usize, nodes_left: usize) -> usize {
    /// The shortest value is a marker and a line end.
    const MIN_VALUE_LEN: usize = 3;
    (count.min(bytes_left / MIN_VALUE_LEN) + 1).min(nodes_left)
}

/// A place or length within one frame or tape.
#[inline(always)]
#[allow(clippy::cast_possible_truncation, reason = "Limits keeps frames and tapes below 2^32")]
pub(crate) const fn offset(value: usize) -> u32 {
    value as u32
}

/// Where a decoder keeps its nodes: [`HeapTape`] or [`SliceTape`].
pub trait Tape: Storage {}

#[allow(unnameable_types, reason = "so that no tape can be written elsewhere")]
mod sealed {
    use super::Node;

    pub trait Storage {
        fn nodes(&self) -> &[Node];
        fn nodes_mut(&mut self) -> &mut [Node];
        fn clear(&mut self);
        /// Makes room for `count` nodes if that is cheap; only an aid.
        fn reserve(&mut self, count: usize);
        /// Whether there was room.
        fn push(&mut self, node: Node) -> bool;
        /// The nodes, behind them the places that need no growing, and how many
        /// are nodes.
        fn places(&mut self) -> (&mut [Node], &mut usize);
        /// Makes `node` the only one; whether there was room.
        fn put_only(&mut self, node: Node) -> bool;
        /// Gives the nodes away, if they are on the heap.
        #[cfg(feature = "bytes")]
        fn take(&mut self) -> Option<alloc::vec::Vec<Node>>;
    }
}
use sealed::Storage;

/// A tape in a slice of the caller: its length bounds the values of one frame.
#[derive(Debug)]
pub struct SliceTape<'tape> {
    nodes: &'tape mut [Node],
    len: usize,
}

impl<'tape> SliceTape<'tape> {
    /// A tape that fills `nodes`; what they hold does not matter.
    pub fn new(nodes: &'tape mut [Node]) -> Self {
        Self { nodes, len: 0 }
    }
}

impl Tape for SliceTape<'_> {}

impl Storage for SliceTape<'_> {
    #[inline]
    fn nodes(&self) -> &[Node] {
        &self.nodes[..self.len]
    }

    #[inline]
    fn nodes_mut(&mut self) -> &mut [Node] {
        &mut self.nodes[..self.len]
    }

    #[inline]
    fn clear(&mut self) {
        self.len = 0;
    }

    #[inline]
    fn reserve(&mut self, _count: usize) {}

    #[inline]
    fn push(&mut self, node: Node) -> bool {
        let Some(free) = self.nodes.get_mut(self.len) else { return false };
        *free = node;
        self.len += 1;
        true
    }

    #[inline]
    fn places(&mut self) -> (&mut [Node], &mut usize) {
        (&mut self.nodes, &mut self.len)
    }

    #[inline(always)]
    fn put_only(&mut self, node: Node) -> bool {
        let Some(first) = self.nodes.first_mut() else { return false };
        *first = node;
        self.len = 1;
        true
    }

    #[cfg(feature = "bytes")]
    fn take(&mut self) -> Option<alloc::vec::Vec<Node>> {
        None
    }
}

/// A tape on the heap. It is reused from frame to frame.
#[cfg(feature = "alloc")]
#[derive(Debug, Default)]
pub struct HeapTape {
    /// The nodes, and behind them free places with anything in them.
    nodes: alloc::vec::Vec<Node>,
    len: usize,
}

/// Nodes that a tape keeps between frames: 1 MiB. What a rare huge reply took
/// beyond that is given back with the next frame.
#[cfg(feature = "alloc")]
const KEPT_NODES: usize = 1 << 16;

#[cfg(feature = "alloc")]
impl HeapTape {
    /// An empty tape, which holds no memory yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { nodes: alloc::vec::Vec::new(), len: 0 }
    }

    /// Adds free places.
    #[cold]
    fn grow(&mut self, count: usize) {
        self.nodes.reserve_exact(count);
        self.nodes.resize(self.nodes.len() + count, Node::EMPTY);
    }
}

#[cfg(feature = "alloc")]
impl Tape for HeapTape {}

#[cfg(feature = "alloc")]
impl Storage for HeapTape {
    #[inline]
    fn nodes(&self) -> &[Node] {
        &self.nodes[..self.len]
    }

    #[inline]
    fn nodes_mut(&mut self) -> &mut [Node] {
        &mut self.nodes[..self.len]
    }

    #[inline]
    fn clear(&mut self) {
        self.len = 0;
        if self.nodes.len() > KEPT_NODES {
            self.nodes.truncate(KEPT_NODES);
            self.nodes.shrink_to_fit();
        }
    }

    #[inline]
    fn reserve(&mut self, count: usize) {
        let free = self.nodes.len() - self.len;
        if free < count {
            // At least by a quarter, or many small aggregates would each move all.
            self.grow((count - free).max(self.len / 4));
        }
    }

    #[inline]
    fn push(&mut self, node: Node) -> bool {
        if self.len == self.nodes.len() {
            // By a quarter, so that memory stays in proportion to what has arrived.
            self.grow((self.len / 4).max(4));
        }
        self.nodes[self.len] = node;
        self.len += 1;
        true
    }

    #[inline]
    fn places(&mut self) -> (&mut [Node], &mut usize) {
        (&mut self.nodes, &mut self.len)
    }

    #[inline(always)]
    fn put_only(&mut self, node: Node) -> bool {
        // Neither without memory nor with more than is kept: both are for `clear`
        // and `push`.
        let usual = (1..=KEPT_NODES).contains(&self.nodes.len());
        if usual {
            self.nodes[0] = node;
            self.len = 1;
        }
        usual
    }

    #[cfg(feature = "bytes")]
    fn take(&mut self) -> Option<alloc::vec::Vec<Node>> {
        let mut nodes = core::mem::take(&mut self.nodes);
        nodes.truncate(core::mem::take(&mut self.len));
        nodes.shrink_to_fit();
        Some(nodes)
    }
}

/// What `Decoder` without parameters stands for: [`HeapTape`] where there is a
/// heap. Without one it is a type of no values, so that a build that names no
/// tape does not change its meaning when another crate enables `alloc`.
#[cfg(feature = "alloc")]
pub type DefaultTape = HeapTape;

/// See the same name with the feature `alloc`.
#[cfg(not(feature = "alloc"))]
pub type DefaultTape = core::convert::Infallible;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_sixteen_bytes() {
        assert_eq!(size_of::<Node>(), 16);
    }
}
