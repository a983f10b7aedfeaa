//! Bytes to requests, resumable at any byte.
//!
//! For the maintainer. It follows the server's reader step by step, since what
//! is refused, when, and in which words is the server's to say. A line is looked
//! at when it has ended, a missing `$` too; only line ends are checked strictly.
//! As in [`Decoder`](crate::Decoder) the caller keeps the bytes of the request
//! in progress; `cursor` is how many of them are on the tape, `scanned` how much
//! of the line after them was searched, `needed` how many there must be before
//! another look is worth it.

use super::error::{RequestError, RequestErrorKind};
use super::limits::{MAX_ARGS, MAX_BULK_LEN, RequestLimits};
use super::line::{self, TooLong};
use super::tape::{ArgSpan, ArgTape, DefaultArgTape};
use super::{Request, inline};

/// Turns a stream of bytes into requests, as a server or proxy reads them:
/// arrays of bulk strings from clients, lines of text from people.
///
/// It copies nothing, inline requests aside. The caller hands in the bytes from
/// the start of the next request on; an incomplete request costs no repeated
/// work when more of it arrives, at the same place or elsewhere in memory.
///
/// ```
/// use resp_core::{RequestDecoder, RequestProgress};
///
/// let mut input: &[u8] = b"*2\r\n$3\r\nGET\r\n$1\r\na\r\n\r\nPING\r\n*1\r\n$4\r\nPI";
/// let mut decoder = RequestDecoder::new();
/// let mut names = Vec::new();
/// let at_least = loop {
///     let used = match decoder.decode(input)? {
///         RequestProgress::Request(request) => {
///             names.push(request.name().to_vec());
///             request.byte_len()
///         }
///         RequestProgress::Blank { byte_len } => byte_len,
///         RequestProgress::NeedMore { at_least } => break at_least,
///     };
///     input = &input[used..];
/// };
/// assert_eq!((names, at_least), (vec![b"GET".to_vec(), b"PING".to_vec()], 4));
/// # Ok::<(), resp_core::RequestError>(())
/// ```
///
/// Without a heap the tape is two slices of the caller, see
/// [`RequestDecoder::with_tape`].
#[derive(Debug)]
pub struct RequestDecoder<T = DefaultArgTape> {
    tape: T,
    limits: RequestLimits,
    /// Bytes of the request that are on the tape.
    cursor: usize,
    /// Bytes after `cursor` that hold no line end.
    scanned: usize,
    /// Bytes of the request below which another look is in vain.
    needed: usize,
    /// Bytes that what stands at `cursor` makes the request have at the least:
    /// `needed`, or one more, since half a line end may already be wrong.
    wanted: usize,
    /// Arguments still to come; zero before the count was read.
    missing: u32,
    /// Bytes of what was last returned, which the next input no longer holds.
    finished: usize,
    /// Bytes of all that came before this request.
    offset: u64,
    failed: Option<RequestError>,
}

/// What a [`RequestDecoder`] found.
#[derive(Clone, Copy, Debug)]
pub enum RequestProgress<'buf> {
    /// A complete request. The next call's input must start behind its
    /// [`byte_len`](Request::byte_len).
    Request(Request<'buf>),
    /// A blank line, or a count of zero or less: nothing to answer or to pass on.
    Blank {
        /// How many bytes of the input it takes.
        byte_len: usize,
    },
    /// The request is not complete.
    NeedMore {
        /// Bytes that are missing at the least; more than one only within an
        /// argument. Use it to size a read, but reserve in proportion to what
        /// has arrived: it is the client's word.
        at_least: usize,
    },
}

/// What is wrong, and at which position of the input.
type Fault = (RequestErrorKind, usize);

/// The shortest argument is `$0`, a line end, nothing, and a line end.
const MIN_ARG_LEN: usize = 6;

#[cfg(feature = "alloc")]
impl RequestDecoder {
    /// A decoder with default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::with_limits(RequestLimits::default())
    }

    /// A decoder with limits of your own.
    #[must_use]
    pub fn with_limits(limits: RequestLimits) -> Self {
        Self::with_tape(DefaultArgTape::new(), limits)
    }
}

#[cfg(feature = "alloc")]
impl Default for RequestDecoder {
    fn default() -> Self {
        Self::new()
    }
}

#[allow(private_bounds, reason = "the storage behind a tape is sealed")]
impl<T: ArgTape> RequestDecoder<T> {
    /// A decoder that keeps its arguments in `tape`.
    ///
    /// ```
    /// use resp_core::{ArgSpan, RequestDecoder, RequestLimits, RequestProgress, SliceArgTape};
    ///
    /// let (mut spans, mut text) = ([ArgSpan::EMPTY; 8], [0; 64]);
    /// let tape = SliceArgTape::new(&mut spans, &mut text);
    /// let mut decoder = RequestDecoder::with_tape(tape, RequestLimits::default());
    /// let RequestProgress::Request(request) = decoder.decode(b"echo 'a b'\n")? else { panic!() };
    /// assert_eq!(request.arg(1), Some(&b"a b"[..]));
    /// # Ok::<(), resp_core::RequestError>(())
    /// ```
    #[must_use]
    pub const fn with_tape(tape: T, limits: RequestLimits) -> Self {
        Self {
            tape,
            limits,
            cursor: 0,
            scanned: 0,
            needed: 1,
            wanted: 1,
            missing: 0,
            finished: 0,
            offset: 0,
            failed: None,
        }
    }

    /// Decodes one request from `input`, which must start where the last one,
    /// or blank, ended and hold all bytes of this one that have arrived. Never
    /// panics.
    ///
    /// # Errors
    /// The stream holds no requests or exceeds a limit. The error is final:
    /// every later call answers the same.
    #[inline]
    pub fn decode<'buf>(&'buf mut self, input: &'buf [u8]) -> Result<RequestProgress<'buf>, RequestError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        if self.finished > 0 {
            self.start_next();
        }
        if input.len() < self.needed {
            return Ok(RequestProgress::NeedMore { at_least: self.wanted - input.len() });
        }
        match self.advance(input) {
            Ok(true) => {
                self.finished = self.cursor;
                Ok(self.found(&input[..self.cursor]))
            }
            Ok(false) => Ok(RequestProgress::NeedMore { at_least: self.wanted - input.len() }),
            Err((kind, at)) => Err(self.fail(kind, at)),
        }
    }

    /// Other limits, from the next count or length on: those of a client that
    /// has authenticated, for one.
    pub const fn set_limits(&mut self, limits: RequestLimits) {
        self.limits = limits;
    }

    /// Whether no byte of a request in progress has been seen: the stream may end here.
    #[must_use]
    pub const fn is_at_boundary(&self) -> bool {
        self.finished > 0 || (self.cursor == 0 && self.needed == 1)
    }

    /// Bytes of all complete requests and blanks so far: where the request in
    /// progress starts, counted from the first byte of the stream.
    #[must_use]
    pub const fn stream_offset(&self) -> u64 {
        self.offset + self.finished as u64
    }

    /// Bytes that are missing at the least when `buffered` ones of the request
    /// in progress are there: what `NeedMore` said. At least 1.
    #[must_use]
    pub fn missing_len(&self, buffered: usize) -> usize {
        if self.finished > 0 { 1 } else { self.wanted.saturating_sub(buffered).max(1) }
    }

    #[inline]
    fn start_next(&mut self) {
        self.offset += self.finished as u64;
        (self.finished, self.cursor) = (0, 0);
        (self.needed, self.wanted) = (1, 1);
        self.tape.clear();
    }

    #[inline]
    fn found<'buf>(&'buf self, bytes: &'buf [u8]) -> RequestProgress<'buf> {
        let spans = self.tape.spans();
        if spans.is_empty() {
            return RequestProgress::Blank { byte_len: bytes.len() };
        }
        let text = if bytes[0] == b'*' { bytes } else { self.tape.text() };
        RequestProgress::Request(Request { bytes, text, spans })
    }

    #[cold]
    fn fail(&mut self, kind: RequestErrorKind, at: usize) -> RequestError {
        let error = RequestError { kind, offset: self.offset + at as u64 };
        self.failed = Some(error);
        self.tape.clear();
        error
    }

    fn wait_for_line(&mut self, input: &[u8]) -> Result<bool, Fault> {
        self.wait_for(input.len() + 1, input.len() + 1)
    }

    fn wait_for(&mut self, needed: usize, wanted: usize) -> Result<bool, Fault> {
        (self.needed, self.wanted) = (needed, wanted);
        Ok(false)
    }

    /// Takes what has arrived; whether the request or blank is complete.
    #[inline]
    fn advance(&mut self, input: &[u8]) -> Result<bool, Fault> {
        if self.missing == 0 {
            if input[0] != b'*' {
                return self.take_line(input);
            }
            let Some(next) = self.take_count(input)? else { return self.wait_for_line(input) };
            self.cursor = next;
            self.tape.reserve((self.missing as usize).min((input.len() - next) / MIN_ARG_LEN));
        }
        self.take_args(input)
    }

    /// Takes an inline request or blank line.
    #[cold]
    fn take_line(&mut self, input: &[u8]) -> Result<bool, Fault> {
        let max = self.limits.max_line_len;
        let end = line::find_end(input, b'\n', &mut self.scanned, max)
            .map_err(|TooLong| (RequestErrorKind::InlineLimit, max))?;
        let Some(end) = end else { return self.wait_for_line(input) };
        self.scanned = 0;
        inline::split(&input[..end], &mut self.tape).map_err(|kind| (kind, 0))?;
        self.cursor = end + 1;
        Ok(true)
    }

    /// Reads the line of the count; where it ends.
    #[inline]
    fn take_count(&mut self, input: &[u8]) -> Result<Option<usize>, Fault> {
        let max = self.limits.max_line_len;
        let header = line::header(input, b'*', &mut self.scanned, max);
        let Some(header) = header.map_err(|TooLong| (RequestErrorKind::CountLineLimit, max))? else {
            return Ok(None);
        };
        let count = header.number.ok_or((RequestErrorKind::BadCount, 0))?;
        self.missing = match u32::try_from(count.max(0)) {
            Ok(count) if count <= self.limits.max_args => count,
            Ok(count) if self.limits.unauthenticated && count <= MAX_ARGS => {
                return Err((RequestErrorKind::UnauthenticatedCount, 0));
            }
            _ => return Err((RequestErrorKind::ArgLimit, 0)),
        };
        ends_with_lf(input, header.len)?;
        Ok(Some(header.len))
    }

    /// Takes arguments up to the last one (`true`) or the end of the input.
    #[inline]
    fn take_args(&mut self, input: &[u8]) -> Result<bool, Fault> {
        while self.missing > 0 {
            let at = self.cursor;
            let Some((len, start)) = self.arg_len(input, at)? else { return self.wait_for_line(input) };
            let next = start.checked_add(len).and_then(|end| end.checked_add(2));
            let Some(next) = next.filter(|&next| next <= self.limits.max_request_len) else {
                return Err((RequestErrorKind::RequestLimit, at));
            };
            let end = next - 2;
            match input.get(end..) {
                Some([b'\r', b'\n', ..]) => {}
                Some([] | [b'\r']) | None => return self.wait_for(input.len().max(end) + 1, next),
                Some([b'\r', ..]) => return Err((RequestErrorKind::BadLineEnd, end + 1)),
                Some(_) => return Err((RequestErrorKind::BadLineEnd, end)),
            }
            if !self.tape.push(ArgSpan::new(start, len)) {
                return Err((RequestErrorKind::TapeFull, at));
            }
            self.cursor = next;
            self.missing -= 1;
        }
        Ok(true)
    }

    /// Reads the line of a length at `at`: the length, and where the argument starts.
    #[inline]
    fn arg_len(&mut self, input: &[u8], at: usize) -> Result<Option<(usize, usize)>, Fault> {
        let max = self.limits.max_line_len;
        let header = line::header(&input[at..], b'$', &mut self.scanned, max);
        let Some(header) = header.map_err(|TooLong| (RequestErrorKind::LengthLineLimit, at + max))? else {
            return Ok(None);
        };
        if input[at] != b'$' {
            return Err((RequestErrorKind::ExpectedDollar(input[at]), at));
        }
        let len = header.number.filter(|&len| len >= 0).ok_or((RequestErrorKind::BadLength, at))?;
        match usize::try_from(len) {
            Ok(len) if len <= self.limits.max_bulk_len => {
                ends_with_lf(input, at + header.len)?;
                Ok(Some((len, at + header.len)))
            }
            Ok(len) if self.limits.unauthenticated && len <= MAX_BULK_LEN => {
                Err((RequestErrorKind::UnauthenticatedLength, at))
            }
            _ => Err((RequestErrorKind::BulkLimit, at)),
        }
    }
}

/// Whether the line that ends before `next` ends with LF.
#[inline(always)]
fn ends_with_lf(input: &[u8], next: usize) -> Result<(), Fault> {
    if input[next - 1] == b'\n' { Ok(()) } else { Err((RequestErrorKind::BadLineEnd, next - 1)) }
}
