//! Requests as a server or proxy reads them: multibulk and inline.

mod decoder;
mod error;
mod inline;
mod limits;
mod line;
mod tape;

use core::fmt;

pub use decoder::{RequestDecoder, RequestProgress};
pub use error::{RequestError, RequestErrorKind};
pub use limits::RequestLimits;
#[cfg(feature = "alloc")]
pub use tape::HeapArgTape;
pub use tape::{ArgSpan, ArgTape, DefaultArgTape, SliceArgTape};

/// One request: a command's name and arguments, as a view of the bytes it came
/// in. Copying it copies three pointers.
///
/// ```
/// use resp_core::{RequestDecoder, RequestProgress};
///
/// let mut decoder = RequestDecoder::new();
/// let input = b"SET greeting \"hello\\n\"\r\n";
/// let RequestProgress::Request(request) = decoder.decode(input)? else { panic!("it is complete") };
/// assert_eq!((request.name(), request.len()), (&b"SET"[..], 3));
/// assert_eq!(request.args().last(), Some(&b"hello\n"[..]));
/// assert_eq!((request.is_inline(), request.bytes()), (true, &input[..]));
/// # Ok::<(), resp_core::RequestError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Request<'buf> {
    /// The whole request.
    bytes: &'buf [u8],
    /// What the spans count in: `bytes`, or the unescaped text of an inline request.
    text: &'buf [u8],
    /// Never empty.
    spans: &'buf [ArgSpan],
}

#[allow(clippy::len_without_is_empty, reason = "a request has a name at the least")]
impl<'buf> Request<'buf> {
    /// The first argument: the command's name, in the case that the client wrote.
    #[inline]
    #[must_use]
    pub fn name(&self) -> &'buf [u8] {
        self.spans[0].of(self.text)
    }

    /// How many arguments there are, the name included: 1 or more.
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// One argument; the name has index 0.
    #[inline]
    #[must_use]
    pub fn arg(&self, index: usize) -> Option<&'buf [u8]> {
        self.spans.get(index).map(|span| span.of(self.text))
    }

    /// All arguments, the name first.
    #[inline]
    #[must_use]
    pub fn args(&self) -> Args<'buf> {
        Args { text: self.text, spans: self.spans.iter() }
    }

    /// The request as it came, for those who pass it on.
    #[inline]
    #[must_use]
    pub const fn bytes(&self) -> &'buf [u8] {
        self.bytes
    }

    /// How many bytes of the input it takes.
    #[inline]
    #[must_use]
    pub const fn byte_len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it came as a line of text, as people at a terminal write it.
    #[must_use]
    pub fn is_inline(&self) -> bool {
        self.bytes.first() != Some(&b'*')
    }
}

/// Shows the first arguments, and of long ones the beginning.
impl fmt::Debug for Request<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN_ARGS: usize = 8;
        const SHOWN_BYTES: usize = 64;
        write!(f, "request of {}:", self.len())?;
        for arg in self.args().take(SHOWN_ARGS) {
            let shown = &arg[..arg.len().min(SHOWN_BYTES)];
            let more = if shown.len() < arg.len() { "..." } else { "" };
            write!(f, " \"{}{more}\"", shown.escape_ascii())?;
        }
        if self.len() > SHOWN_ARGS { f.write_str(" ...") } else { Ok(()) }
    }
}

/// The arguments of a request; see [`Request::args`].
#[derive(Clone, Debug)]
pub struct Args<'buf> {
    text: &'buf [u8],
    spans: core::slice::Iter<'buf, ArgSpan>,
}

impl<'buf> Iterator for Args<'buf> {
    type Item = &'buf [u8];

    #[inline]
    fn next(&mut self) -> Option<&'buf [u8]> {
        self.spans.next().map(|span| span.of(self.text))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.spans.size_hint()
    }
}

impl DoubleEndedIterator for Args<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<Self::Item> {
        self.spans.next_back().map(|span| span.of(self.text))
    }
}

impl ExactSizeIterator for Args<'_> {}
