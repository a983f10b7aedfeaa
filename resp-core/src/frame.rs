//! The borrowed view of a decoded frame.

use core::fmt;

use crate::marker::Kind;
use crate::tape::{Node, STREAMED, TEXT};

/// One decoded value: a view of the bytes it came in and of the tape that the
/// decoder made of them. Cheap to copy.
///
/// It borrows the decoder and the input; for a value that lives on its own see
/// `Reply` (feature `bytes`) and `Value` (feature `alloc`).
///
/// ```
/// use resp_core::{Decoder, Kind, Progress};
///
/// let mut decoder = Decoder::new();
/// let input = b"%2\r\n+name\r\n$3\r\nAda\r\n+born\r\n:1815\r\n";
/// let Progress::Frame(frame) = decoder.decode(input)? else { panic!("it is complete") };
/// assert_eq!((frame.kind(), frame.len()), (Kind::Map, 2));
/// let (key, value) = frame.entries().next().unwrap();
/// assert_eq!(key.as_str(), Some("name"));
/// assert_eq!(value.as_bytes(), Some(&b"Ada"[..]));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Frame<'buf> {
    /// The whole frame at top level, in which the nodes count.
    bytes: &'buf [u8],
    /// The nodes of this value: first those of its attributes, then its own,
    /// then those of what it holds.
    nodes: &'buf [Node],
    /// Who owns `bytes`, where parts of it may be shared.
    #[cfg(feature = "bytes")]
    owner: Option<&'buf bytes::Bytes>,
}

impl<'buf> Frame<'buf> {
    /// The frame of a whole tape.
    #[inline(always)]
    pub(crate) const fn whole(bytes: &'buf [u8], nodes: &'buf [Node]) -> Self {
        Self {
            bytes,
            nodes,
            #[cfg(feature = "bytes")]
            owner: None,
        }
    }

    #[cfg(feature = "bytes")]
    #[inline(always)]
    pub(crate) fn owned_by(bytes: &'buf bytes::Bytes, nodes: &'buf [Node]) -> Self {
        Self { bytes, nodes, owner: Some(bytes) }
    }

    /// The value's own node, behind those of its attributes. An attribute that
    /// was taken out is about nothing, and its node is its own.
    #[inline(always)]
    pub(crate) fn node(&self) -> &'buf Node {
        let first = &self.nodes[0];
        if first.kind == Kind::Attribute { &self.nodes[attributes_len(self.nodes)] } else { first }
    }

    /// The nodes of what it holds.
    #[inline(always)]
    fn inner(&self) -> &'buf [Node] {
        match self.nodes {
            [first, inner @ ..] if first.kind != Kind::Attribute => inner,
            nodes => &nodes[attributes_len(nodes) + 1..],
        }
    }

    /// The nodes of this value, its attributes first.
    #[cfg(feature = "bytes")]
    pub(crate) const fn nodes(&self) -> &'buf [Node] {
        self.nodes
    }

    /// The bytes that the nodes count in.
    #[cfg(feature = "bytes")]
    pub(crate) const fn bytes(&self) -> &'buf [u8] {
        self.bytes
    }

    /// What the value is.
    #[inline(always)]
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.node().kind
    }

    /// Whether it is a null of any form.
    #[inline]
    #[must_use]
    pub fn is_null(&self) -> bool {
        self.kind() == Kind::Null
    }

    /// Whether it is a simple or bulk error.
    #[inline]
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.kind().is_error()
    }

    /// Whether it came without its length announced. Of attributes that is not told.
    #[must_use]
    pub fn is_streamed(&self) -> bool {
        self.kind() != Kind::Attribute && self.node().form & STREAMED != 0
    }

    /// Of a frame from a decoder: how many bytes of the input it takes, also
    /// when asked of a value inside it.
    #[inline]
    #[must_use]
    pub const fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    /// The payload of a string, error or big number; of a verbatim string
    /// without format and colon.
    ///
    /// `None` for other kinds, and for a streamed string of more than one
    /// chunk, which lies in [`chunks`](Self::chunks).
    #[inline(always)]
    #[must_use]
    pub fn as_bytes(&self) -> Option<&'buf [u8]> {
        let node = self.node();
        if node.form == TEXT { Some(node.payload(self.bytes)) } else { self.as_uncommon_bytes() }
    }

    // By value, so that the caller's frame can stay in registers.
    #[inline(never)]
    fn as_uncommon_bytes(self) -> Option<&'buf [u8]> {
        if !self.node().kind.is_text() {
            return None;
        }
        let mut chunks = self.chunks();
        let only = chunks.next().unwrap_or_default();
        chunks.next().is_none().then_some(only)
    }

    /// [`as_bytes`](Self::as_bytes), if that is UTF-8.
    #[must_use]
    pub fn as_str(&self) -> Option<&'buf str> {
        core::str::from_utf8(self.as_bytes()?).ok()
    }

    /// The payload of a string or error in as many pieces as it came in: one,
    /// or the chunks of a streamed string. None for other kinds.
    #[must_use]
    pub fn chunks(&self) -> Chunks<'buf> {
        let node = self.node();
        let nodes = match node.kind.is_text() {
            true if node.is_span() => self.inner(),
            true => core::slice::from_ref(node),
            false => &[],
        };
        let skip = if node.kind == Kind::Verbatim { VERBATIM_HEAD } else { 0 };
        Chunks { bytes: self.bytes, nodes: nodes.iter(), skip }
    }

    /// [`as_bytes`](Self::as_bytes), and of a streamed string its chunks joined,
    /// the only case that copies.
    #[cfg(feature = "alloc")]
    #[must_use]
    pub fn payload(&self) -> Option<alloc::borrow::Cow<'buf, [u8]>> {
        use alloc::borrow::Cow;

        match self.as_bytes() {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None if self.node().is_streamed_text() => {
                let chunks: alloc::vec::Vec<_> = self.chunks().collect();
                Some(Cow::Owned(chunks.concat()))
            }
            None => None,
        }
    }

    /// The format of a verbatim string, three bytes such as `txt` or `mkd`.
    #[must_use]
    pub fn verbatim_format(&self) -> Option<[u8; 3]> {
        if self.kind() != Kind::Verbatim {
            return None;
        }
        let whole = Chunks { skip: 0, ..self.chunks() };
        let mut format = [0; 3];
        for (place, byte) in format.iter_mut().zip(whole.flatten()) {
            *place = *byte;
        }
        Some(format)
    }

    /// The value of an integer.
    #[inline(always)]
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        (self.node().kind == Kind::Integer).then(|| self.node().value.cast_signed())
    }

    /// The value of a double.
    #[inline(always)]
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        (self.node().kind == Kind::Double).then(|| f64::from_bits(self.node().value))
    }

    /// The value of a boolean.
    #[inline(always)]
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        (self.node().kind == Kind::Boolean).then_some(self.node().value != 0)
    }

    /// How many elements an array, set or push has, or how many pairs a map or
    /// attribute; zero for what holds no values.
    #[inline(always)]
    #[must_use]
    pub fn len(&self) -> usize {
        let values = value_count(self.node());
        if self.node().kind.is_paired() { values / 2 } else { values }
    }

    /// Whether [`len`](Self::len) is zero.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The values inside an aggregate in the order of the wire: of a map or
    /// attribute keys and values in turn. Skipping one takes constant time,
    /// whatever it holds. None for what holds no values.
    #[inline]
    #[must_use]
    pub fn children(&self) -> Children<'buf> {
        let node = self.node();
        let nodes = if node.kind.is_aggregate() { self.inner() } else { &[] };
        Children { around: *self, nodes, left: value_count(node) }
    }

    /// The pairs of a map or attribute, in the order of the wire, repeats kept.
    /// Also those of an array or set of alternating keys and values, as RESP2
    /// sends a map; a last element without a partner is left out.
    #[inline]
    #[must_use]
    pub fn entries(&self) -> Entries<'buf> {
        Entries { children: self.children() }
    }

    /// The attributes that stand before this value, each a frame of kind
    /// [`Kind::Attribute`] with [`entries`](Self::entries).
    ///
    /// Specification: "Attributes".
    #[must_use]
    pub fn attributes(&self) -> Attributes<'buf> {
        let len = if self.nodes[0].kind == Kind::Attribute { attributes_len(self.nodes) } else { 0 };
        Attributes { value: Self { nodes: &self.nodes[..len], ..*self } }
    }

    /// This value and all it holds, in the order of the wire: an aggregate
    /// before what is inside it, an attribute and what it holds before the value
    /// it is about. The fastest way to read everything; it takes the same stack
    /// whatever the depth, which a recursion over [`children`](Self::children)
    /// does not.
    ///
    /// ```
    /// use resp_core::{Decoder, Progress};
    ///
    /// let mut decoder = Decoder::new();
    /// let Progress::Frame(frame) = decoder.decode(b"*2\r\n:1\r\n*1\r\n:2\r\n")? else { panic!() };
    /// assert_eq!(frame.walk().filter_map(|value| value.as_i64()).sum::<i64>(), 3);
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    #[inline]
    #[must_use]
    pub const fn walk(&self) -> Walk<'buf> {
        Walk { left: *self }
    }

    /// [`walk`](Self::walk) without attributes and what they hold, unless this
    /// value is one itself.
    #[cfg(feature = "alloc")]
    pub(crate) fn without_attributes(&self) -> impl Iterator<Item = Self> + use<'buf> {
        let mut left = *self;
        core::iter::from_fn(move || {
            let nodes = match left.nodes {
                [] => return None,
                [first, ..] if first.kind == Kind::Attribute => &left.nodes[attributes_len(left.nodes)..],
                nodes => nodes,
            };
            let mut walk = Walk { left: Self { nodes, ..left } };
            let value = walk.next();
            left = walk.left;
            value
        })
    }

    /// Who owns the bytes, if that is known.
    #[cfg(feature = "bytes")]
    pub(crate) const fn owner(&self) -> Option<&'buf bytes::Bytes> {
        self.owner
    }

    /// A part of this frame that lives on its own: shared where the owner is
    /// known, else copied.
    #[cfg(feature = "bytes")]
    #[inline(always)]
    pub(crate) fn share(&self, part: &[u8]) -> bytes::Bytes {
        match self.owner {
            Some(_) if part.is_empty() => bytes::Bytes::new(),
            // As `slice_ref` does, but inline.
            Some(owner) => {
                let start = part.as_ptr().addr() - owner.as_ptr().addr();
                owner.slice(start..start + part.len())
            }
            None => bytes::Bytes::copy_from_slice(part),
        }
    }
}

/// How many nodes are those of attributes of the value that `nodes` starts
/// with. An attribute with nothing behind it is a value itself.
#[cold]
fn attributes_len(nodes: &[Node]) -> usize {
    let mut len = 0;
    while let Some(node) = nodes.get(len)
        && node.kind == Kind::Attribute
        && len + node.span() < nodes.len()
    {
        len += node.span();
    }
    len
}

/// Bytes of format and colon before the text of a verbatim string.
const VERBATIM_HEAD: usize = 4;

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "counts are below 2^32")]
fn value_count(node: &Node) -> usize {
    if node.kind.is_aggregate() { node.value as usize } else { 0 }
}

/// Shows kind and size, and of a text the beginning. Aggregates are not walked.
impl fmt::Debug for Frame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 64;
        write!(f, "{}", self.kind().name())?;
        match self.kind() {
            Kind::Null => Ok(()),
            Kind::Integer => write!(f, " {}", self.node().value.cast_signed()),
            Kind::Double => write!(f, " {}", f64::from_bits(self.node().value)),
            Kind::Boolean => write!(f, " {}", self.node().value != 0),
            kind if kind.is_aggregate() => write!(f, " of {}", self.len()),
            _ => {
                let first = self.chunks().next().unwrap_or_default();
                let shown = &first[..first.len().min(SHOWN)];
                let more = if shown.len() < self.chunks().map(<[u8]>::len).sum() { "..." } else { "" };
                write!(f, " \"{}{more}\"", shown.escape_ascii())
            }
        }
    }
}

/// The pieces of a text; see [`Frame::chunks`].
#[derive(Clone, Debug)]
pub struct Chunks<'buf> {
    bytes: &'buf [u8],
    nodes: core::slice::Iter<'buf, Node>,
    /// Bytes still to be left out at the start.
    skip: usize,
}

impl<'buf> Iterator for Chunks<'buf> {
    type Item = &'buf [u8];

    fn next(&mut self) -> Option<&'buf [u8]> {
        loop {
            let chunk = self.nodes.next()?.payload(self.bytes);
            if self.skip == 0 {
                return Some(chunk);
            }
            let skipped = self.skip.min(chunk.len());
            self.skip -= skipped;
            if self.skip == 0 && skipped < chunk.len() {
                return Some(&chunk[skipped..]);
            }
        }
    }
}

/// The values inside an aggregate; see [`Frame::children`].
#[derive(Clone, Debug)]
pub struct Children<'buf> {
    around: Frame<'buf>,
    /// The nodes of the values still to come.
    nodes: &'buf [Node],
    left: usize,
}

impl<'buf> Iterator for Children<'buf> {
    type Item = Frame<'buf>;

    #[inline]
    fn next(&mut self) -> Option<Frame<'buf>> {
        let first = self.nodes.first()?;
        let mut len = first.span();
        if first.kind == Kind::Attribute {
            let behind = attributes_len(self.nodes);
            len = behind + self.nodes[behind].span();
        }
        let (nodes, rest) = self.nodes.split_at(len);
        self.nodes = rest;
        self.left -= 1;
        Some(Frame { nodes, ..self.around })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Children<'_> {}

/// The pairs of a map; see [`Frame::entries`].
#[derive(Clone, Debug)]
pub struct Entries<'buf> {
    children: Children<'buf>,
}

impl<'buf> Iterator for Entries<'buf> {
    type Item = (Frame<'buf>, Frame<'buf>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        Some((self.children.next()?, self.children.next()?))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let pairs = self.children.left / 2;
        (pairs, Some(pairs))
    }
}

impl ExactSizeIterator for Entries<'_> {}

/// The attributes of a value; see [`Frame::attributes`].
#[derive(Clone, Debug)]
pub struct Attributes<'buf> {
    /// Its nodes are those of the attributes still to come.
    value: Frame<'buf>,
}

impl<'buf> Iterator for Attributes<'buf> {
    type Item = Frame<'buf>;

    fn next(&mut self) -> Option<Frame<'buf>> {
        let first = self.value.nodes.first()?;
        let (nodes, rest) = self.value.nodes.split_at(first.span());
        self.value.nodes = rest;
        Some(Frame { nodes, ..self.value })
    }
}

/// A value and all it holds; see [`Frame::walk`].
#[derive(Clone, Debug)]
pub struct Walk<'buf> {
    /// Its nodes are those still to come.
    left: Frame<'buf>,
}

impl<'buf> Iterator for Walk<'buf> {
    type Item = Frame<'buf>;

    #[inline(always)]
    fn next(&mut self) -> Option<Frame<'buf>> {
        let (first, mut rest) = self.left.nodes.split_first()?;
        let mut nodes = core::slice::from_ref(first);
        if first.is_span() {
            nodes = &self.left.nodes[..first.span()];
            // Chunks are parts of a streamed string and no values.
            if first.is_streamed_text() {
                rest = &self.left.nodes[first.span()..];
            }
        }
        self.left.nodes = rest;
        Some(Frame { nodes, ..self.left })
    }
}
