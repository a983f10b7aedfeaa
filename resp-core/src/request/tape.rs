//! Where the arguments of one request are.

/// Where one argument stands: 8 bytes.
///
/// Arguments are not copied, those of inline requests aside; a span counts from
/// the start of the request, so that the buffer may move.
#[derive(Clone, Copy, Debug)]
pub struct ArgSpan {
    at: u32,
    len: u32,
}

impl ArgSpan {
    /// What fills a slice before it is used as a tape.
    pub const EMPTY: Self = Self { at: 0, len: 0 };

    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "RequestLimits keeps requests below 2^32 bytes")]
    pub(super) const fn new(at: usize, len: usize) -> Self {
        Self { at: at as u32, len: len as u32 }
    }

    #[inline]
    pub(super) fn of<'buf>(&self, text: &'buf [u8]) -> &'buf [u8] {
        &text[self.at as usize..][..self.len as usize]
    }
}

/// Where a request decoder keeps its arguments: [`HeapArgTape`] or [`SliceArgTape`].
pub trait ArgTape: Storage {}

#[allow(unnameable_types, reason = "so that no tape can be written elsewhere")]
mod sealed {
    use super::ArgSpan;

    pub trait Storage {
        fn spans(&self) -> &[ArgSpan];
        /// The unescaped arguments of an inline request, one behind the other.
        fn text(&self) -> &[u8];
        fn clear(&mut self);
        /// Makes room for `count` spans if that is cheap; only an aid.
        fn reserve(&mut self, count: usize);
        /// Whether there was room.
        fn push(&mut self, span: ArgSpan) -> bool;
        /// Appends to the text; whether there was room.
        fn push_byte(&mut self, byte: u8) -> bool;
    }
}
pub(super) use sealed::Storage;

/// A tape in slices of the caller: the length of one bounds the arguments of a
/// request, that of the other the bytes of the arguments of an inline request.
///
/// A slice of no bytes is right for who serves no people at terminals.
#[derive(Debug)]
pub struct SliceArgTape<'tape> {
    spans: &'tape mut [ArgSpan],
    len: usize,
    text: &'tape mut [u8],
    text_len: usize,
}

impl<'tape> SliceArgTape<'tape> {
    /// A tape that fills `spans` and `text`; what they hold does not matter.
    pub fn new(spans: &'tape mut [ArgSpan], text: &'tape mut [u8]) -> Self {
        Self { spans, len: 0, text, text_len: 0 }
    }
}

impl ArgTape for SliceArgTape<'_> {}

impl Storage for SliceArgTape<'_> {
    #[inline]
    fn spans(&self) -> &[ArgSpan] {
        &self.spans[..self.len]
    }

    fn text(&self) -> &[u8] {
        &self.text[..self.text_len]
    }

    #[inline]
    fn clear(&mut self) {
        (self.len, self.text_len) = (0, 0);
    }

    #[inline]
    fn reserve(&mut self, _count: usize) {}

    #[inline]
    fn push(&mut self, span: ArgSpan) -> bool {
        let Some(free) = self.spans.get_mut(self.len) else { return false };
        *free = span;
        self.len += 1;
        true
    }

    fn push_byte(&mut self, byte: u8) -> bool {
        let Some(free) = self.text.get_mut(self.text_len) else { return false };
        *free = byte;
        self.text_len += 1;
        true
    }
}

/// A tape on the heap. It is reused from request to request.
#[cfg(feature = "alloc")]
#[derive(Debug, Default)]
pub struct HeapArgTape {
    spans: alloc::vec::Vec<ArgSpan>,
    text: alloc::vec::Vec<u8>,
}

/// Spans that a tape keeps between requests: 64 KiB. What a rare huge request
/// took beyond that is given back with the next one.
#[cfg(feature = "alloc")]
const KEPT_SPANS: usize = 1 << 13;

#[cfg(feature = "alloc")]
impl HeapArgTape {
    /// An empty tape, which holds no memory yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { spans: alloc::vec::Vec::new(), text: alloc::vec::Vec::new() }
    }

    /// Grows by a quarter, so that memory stays in proportion to what has arrived.
    #[cold]
    fn grow(&mut self) {
        self.spans.reserve_exact((self.spans.capacity() / 4).max(4));
    }
}

#[cfg(feature = "alloc")]
impl ArgTape for HeapArgTape {}

#[cfg(feature = "alloc")]
impl Storage for HeapArgTape {
    #[inline]
    fn spans(&self) -> &[ArgSpan] {
        &self.spans
    }

    fn text(&self) -> &[u8] {
        &self.text
    }

    #[inline]
    fn clear(&mut self) {
        self.spans.clear();
        if self.spans.capacity() > KEPT_SPANS {
            self.spans.shrink_to(KEPT_SPANS);
        }
        // People at terminals are few and wait for themselves.
        if self.text.capacity() > 0 {
            self.text = alloc::vec::Vec::new();
        }
    }

    #[inline]
    fn reserve(&mut self, count: usize) {
        if self.spans.capacity() - self.spans.len() < count {
            self.spans.reserve_exact(count);
        }
    }

    #[inline]
    fn push(&mut self, span: ArgSpan) -> bool {
        if self.spans.len() == self.spans.capacity() {
            self.grow();
        }
        self.spans.push(span);
        true
    }

    fn push_byte(&mut self, byte: u8) -> bool {
        self.text.push(byte);
        true
    }
}

/// What `RequestDecoder` without parameters stands for: [`HeapArgTape`] where
/// there is a heap. Without one it is a type of no values, so that a build that
/// names no tape does not change its meaning when another crate enables `alloc`.
#[cfg(feature = "alloc")]
pub type DefaultArgTape = HeapArgTape;

/// See the same name with the feature `alloc`.
#[cfg(not(feature = "alloc"))]
pub type DefaultArgTape = core::convert::Infallible;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_is_eight_bytes() {
        assert_eq!(size_of::<ArgSpan>(), 8);
    }
}
