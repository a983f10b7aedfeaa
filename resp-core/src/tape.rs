//! One frame as a flat list of nodes.

use crate::marker::Kind;

/// One value of a frame on the tape: 16 bytes.
///
/// A frame is stored in the order of its bytes, an aggregate before what it
/// holds and an attribute before the value it is about. Text is not copied:
/// a node holds its place, counted from the start of the frame, so that the
/// buffer may move.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub(crate) kind: Kind,
    /// Attributes: how many stand in a row up to and with this one. Otherwise
    /// whether the value was streamed.
    pub(crate) mark: u8,
    /// Text: where the payload starts. Aggregates and streamed strings: index
    /// of the first node after them; while open, of the aggregate around them.
    pub(crate) at: u32,
    /// Text: length. Numbers and booleans: the bits. Aggregates: how many
    /// values they hold; while open, that in the upper half, and in the lower
    /// how many are still missing in the aggregate around them.
    pub(crate) value: u64,
}

/// [`Node::mark`] of a streamed string or aggregate.
pub(crate) const STREAMED: u8 = 1;

impl Node {
    /// What fills a slice before it is used as a tape.
    pub const EMPTY: Self = Self { kind: Kind::Null, mark: 0, at: 0, value: 0 };

    #[inline]
    pub(crate) const fn text(kind: Kind, at: u32, len: u32) -> Self {
        Self { kind, mark: 0, at, value: len as u64 }
    }

    #[inline]
    pub(crate) const fn scalar(kind: Kind, value: u64) -> Self {
        Self { kind, mark: 0, at: 0, value }
    }

    /// Whether chunks follow instead of a payload in one piece.
    #[inline]
    pub(crate) const fn is_streamed_text(&self) -> bool {
        self.mark == STREAMED && !self.kind.is_aggregate()
    }

    /// The payload of a text in one piece, in the bytes of its frame.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "a text is part of the frame, which is in memory")]
    pub(crate) fn payload<'buf>(&self, frame: &'buf [u8]) -> &'buf [u8] {
        &frame[self.at as usize..][..self.value as usize]
    }

    /// Index of the first node after this value, which stands at `index`.
    #[inline]
    pub(crate) const fn end(&self, index: u32) -> u32 {
        if self.kind.is_aggregate() || self.is_streamed_text() { self.at } else { index + 1 }
    }
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

    #[cfg(feature = "bytes")]
    fn take(&mut self) -> Option<alloc::vec::Vec<Node>> {
        None
    }
}

/// A tape on the heap. It is reused from frame to frame.
#[cfg(feature = "alloc")]
#[derive(Debug, Default)]
pub struct HeapTape {
    nodes: alloc::vec::Vec<Node>,
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
        Self { nodes: alloc::vec::Vec::new() }
    }

    /// Grows by a quarter, so that memory stays in proportion to what has arrived.
    #[cold]
    fn grow(&mut self) {
        self.nodes.reserve_exact((self.nodes.capacity() / 4).max(4));
    }
}

#[cfg(feature = "alloc")]
impl Tape for HeapTape {}

#[cfg(feature = "alloc")]
impl Storage for HeapTape {
    #[inline]
    fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    #[inline]
    fn nodes_mut(&mut self) -> &mut [Node] {
        &mut self.nodes
    }

    #[inline]
    fn clear(&mut self) {
        self.nodes.clear();
        if self.nodes.capacity() > KEPT_NODES {
            self.nodes.shrink_to(KEPT_NODES);
        }
    }

    #[inline]
    fn reserve(&mut self, count: usize) {
        if self.nodes.capacity() - self.nodes.len() < count {
            self.nodes.reserve_exact(count);
        }
    }

    #[inline]
    fn push(&mut self, node: Node) -> bool {
        if self.nodes.len() == self.nodes.capacity() {
            self.grow();
        }
        self.nodes.push(node);
        true
    }

    #[cfg(feature = "bytes")]
    fn take(&mut self) -> Option<alloc::vec::Vec<Node>> {
        let mut nodes = core::mem::take(&mut self.nodes);
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
