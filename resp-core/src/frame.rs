//! The borrowed view of a decoded frame.

use core::fmt;

use crate::marker::Kind;
use crate::tape::{Node, STREAMED};

/// One decoded value: a view of the bytes it came in and of the tape that the
/// decoder made of them. Copying it copies three pointers.
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
    nodes: &'buf [Node],
    /// Index of this value's node.
    at: u32,
    /// Index of its first attribute; `at` if it has none.
    first: u32,
    /// Who owns `bytes`, where parts of it may be shared.
    #[cfg(feature = "bytes")]
    owner: Option<&'buf bytes::Bytes>,
}

impl<'buf> Frame<'buf> {
    /// The frame of a whole tape.
    #[inline]
    pub(crate) fn whole(bytes: &'buf [u8], nodes: &'buf [Node]) -> Self {
        let frame = Self {
            bytes,
            nodes,
            at: 0,
            first: 0,
            #[cfg(feature = "bytes")]
            owner: None,
        };
        frame.value_from(0)
    }

    #[cfg(feature = "bytes")]
    pub(crate) fn owned_by(bytes: &'buf bytes::Bytes, nodes: &'buf [Node]) -> Self {
        Self { owner: Some(bytes), ..Self::whole(bytes, nodes) }
    }

    /// The value that starts, maybe with attributes, at node `first`. An
    /// attribute that was taken out on its own is about nothing and stays.
    #[inline]
    fn value_from(self, first: u32) -> Self {
        let mut at = first;
        while let Some(&Node { kind: Kind::Attribute, at: next, .. }) = self.nodes.get(at as usize)
            && (next as usize) < self.nodes.len()
        {
            at = next;
        }
        Self { at, first, ..self }
    }

    #[inline]
    pub(crate) fn node(&self) -> &'buf Node {
        &self.nodes[self.at as usize]
    }

    /// The nodes of this value, its attributes first, and the index of the first.
    #[cfg(feature = "bytes")]
    pub(crate) fn nodes(&self) -> (&'buf [Node], u32) {
        let end = self.node().end(self.at);
        (&self.nodes[self.first as usize..end as usize], self.first)
    }

    /// The bytes that the nodes count in.
    #[cfg(feature = "bytes")]
    pub(crate) const fn bytes(&self) -> &'buf [u8] {
        self.bytes
    }

    /// What the value is.
    #[inline]
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

    /// Whether it came without its length announced.
    #[must_use]
    pub fn is_streamed(&self) -> bool {
        self.kind() != Kind::Attribute && self.node().mark == STREAMED
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
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> Option<&'buf [u8]> {
        let node = self.node();
        match node.kind {
            Kind::SimpleString | Kind::SimpleError | Kind::BulkString | Kind::BulkError | Kind::BigNumber
                if node.mark != STREAMED =>
            {
                Some(node.payload(self.bytes))
            }
            _ => self.as_uncommon_bytes(),
        }
    }

    fn as_uncommon_bytes(&self) -> Option<&'buf [u8]> {
        let node = self.node();
        match node.kind {
            Kind::Verbatim if node.mark != STREAMED => Some(&node.payload(self.bytes)[VERBATIM_HEAD..]),
            Kind::BulkString | Kind::BulkError | Kind::Verbatim if node.mark == STREAMED => {
                let mut chunks = self.chunks();
                let only = chunks.next().unwrap_or_default();
                chunks.next().is_none().then_some(only)
            }
            _ => None,
        }
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
            true if node.mark == STREAMED => &self.nodes[self.at as usize + 1..node.at as usize],
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
    #[inline]
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let node = self.node();
        (node.kind == Kind::Integer).then(|| node.value.cast_signed())
    }

    /// The value of a double.
    #[inline]
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        let node = self.node();
        (node.kind == Kind::Double).then(|| f64::from_bits(node.value))
    }

    /// The value of a boolean.
    #[inline]
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        let node = self.node();
        (node.kind == Kind::Boolean).then_some(node.value != 0)
    }

    /// How many elements an array, set or push has, or how many pairs a map or
    /// attribute; zero for what holds no values.
    #[inline]
    #[must_use]
    pub fn len(&self) -> usize {
        let node = self.node();
        let values = value_count(node);
        if node.kind.is_paired() { values / 2 } else { values }
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
        Children { around: *self, next: self.at + 1, left: value_count(self.node()) }
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
        Attributes { value: *self, next: self.first }
    }

    /// This value and all it holds, each before what is inside it and after
    /// its attributes; chunks of streamed strings are not visited.
    pub(crate) fn flatten(&self) -> impl Iterator<Item = Self> + use<'buf> {
        let around = *self;
        let end = around.node().end(around.at);
        let mut next = around.first;
        core::iter::from_fn(move || {
            let value = (next < end).then_some(Self { at: next, first: next, ..around })?;
            let node = value.node();
            next = if node.is_streamed_text() { node.at } else { next + 1 };
            Some(value)
        })
    }

    /// [`flatten`](Self::flatten) without attributes and what they hold, unless
    /// this value is one itself.
    #[cfg(feature = "alloc")]
    pub(crate) fn without_attributes(&self) -> impl Iterator<Item = Self> + use<'buf> {
        let around = *self;
        let end = around.node().end(around.at);
        let mut next = around.at;
        core::iter::from_fn(move || {
            if next >= end {
                return None;
            }
            let value = if next == around.at { around } else { around.value_from(next) };
            let node = value.node();
            next = if node.is_streamed_text() { node.at } else { value.at + 1 };
            Some(value)
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
    pub(crate) fn share(&self, part: &[u8]) -> bytes::Bytes {
        match self.owner {
            Some(owner) => owner.slice_ref(part),
            None => bytes::Bytes::copy_from_slice(part),
        }
    }
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
    next: u32,
    left: usize,
}

impl<'buf> Iterator for Children<'buf> {
    type Item = Frame<'buf>;

    #[inline]
    fn next(&mut self) -> Option<Frame<'buf>> {
        self.left = self.left.checked_sub(1)?;
        let child = self.around.value_from(self.next);
        self.next = child.node().end(child.at);
        Some(child)
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
    value: Frame<'buf>,
    next: u32,
}

impl<'buf> Iterator for Attributes<'buf> {
    type Item = Frame<'buf>;

    fn next(&mut self) -> Option<Frame<'buf>> {
        if self.next == self.value.at {
            return None;
        }
        let attribute = Frame { at: self.next, first: self.next, ..self.value };
        self.next = attribute.node().at;
        Some(attribute)
    }
}
