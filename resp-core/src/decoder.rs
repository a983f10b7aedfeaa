//! Bytes to frames, resumable at any byte.
//!
//! For the maintainer. The caller keeps the bytes of the frame in progress; the
//! decoder keeps how many of them are already on the tape (`cursor`), how much
//! of the line after them was searched (`scanned`), and how many bytes there
//! must be before another look is worth it (`needed`). So each byte is looked
//! at once, however the frame arrives.
//!
//! Open aggregates need no stack of their own: each open node holds the index
//! of the one around it and how many values that one still lacks, and both
//! fields get their final meaning when the node closes. `open` and `missing`
//! are the innermost one's.
//!
//! The answer depends on the bytes alone and not on the cuts, because every
//! check is a function of one token and what stands before it. Short cuts may
//! only accept what the long way accepts.

use crate::error::{DecodeError, DecodeErrorKind};
use crate::frame::Frame;
use crate::limits::Limits;
use crate::marker::Kind;
use crate::quick::{self, Run, Stop};
use crate::tape::{COUNT_SHIFT, DefaultTape, Node, SPAN, STREAMED, Tape, offset, places_for};
use crate::token::{self, Fault, Token};

/// Turns a stream of bytes into frames: replies and pushes. What clients send is for
/// [`RequestDecoder`](crate::RequestDecoder).
///
/// It copies nothing and waits for nothing. The caller hands in the bytes from
/// the start of the next frame on; an incomplete frame costs no repeated work
/// when more of it arrives, at the same place or elsewhere in memory.
///
/// ```
/// use resp_core::{Decoder, Progress};
///
/// let mut input: &[u8] = b"+OK\r\n*2\r\n:1\r\n:2\r\n$5\r\nhe";
/// let mut decoder = Decoder::new();
/// let mut sizes = Vec::new();
/// let at_least = loop {
///     match decoder.decode(input)? {
///         Progress::Frame(frame) => {
///             sizes.push((frame.kind().name(), frame.len()));
///             input = &input[frame.byte_len()..];
///         }
///         Progress::NeedMore { at_least } => break at_least,
///     }
/// };
/// assert_eq!(sizes, [("simple string", 0), ("array", 2)]);
/// assert_eq!((input, at_least), (&b"$5\r\nhe"[..], 5));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
///
/// Without a heap the tape is a slice of the caller, see [`Decoder::with_tape`].
#[derive(Debug)]
pub struct Decoder<T = DefaultTape> {
    tape: T,
    limits: Limits,
    /// Whether the limits leave the short way open.
    quick: bool,
    /// Whether a frame may start on the short way: it is open, no byte of a
    /// frame in progress was seen, and nothing has failed.
    ready: bool,
    /// Bytes of the frame that are on the tape.
    cursor: usize,
    /// Bytes after the marker at `cursor` that hold no line end.
    scanned: usize,
    /// Bytes of the frame below which another look is in vain.
    needed: usize,
    /// Bytes that the token at `cursor` makes the frame have at the least:
    /// `needed`, or one more, since half a line end may already be wrong.
    wanted: usize,
    /// Index of the innermost open node, or [`NONE`].
    open: u32,
    /// Values that it still lacks, or [`UNTIL_END`]. Of the frame itself one.
    missing: u32,
    depth: u32,
    /// Streamed values among the open ones.
    streams: u32,
    /// Attributes in a row that wait for their value.
    attributes: u8,
    /// Payload bytes of the open streamed string.
    streamed_len: usize,
    /// Bytes of all complete frames.
    offset: u64,
    failed: Option<DecodeError>,
}

const NONE: u32 = u32::MAX;
/// `missing` of a streamed aggregate or string.
const UNTIL_END: u32 = u32::MAX;

/// What a [`Decoder`] found.
#[derive(Clone, Copy, Debug)]
pub enum Progress<'buf> {
    /// A complete frame. The next call's input must start behind its
    /// [`byte_len`](Frame::byte_len).
    Frame(Frame<'buf>),
    /// The frame is not complete.
    NeedMore {
        /// Bytes that are missing at the least; more than one only within a
        /// payload. Use it to size a read, but reserve in proportion to what
        /// has arrived: it is the peer's word.
        at_least: usize,
    },
}

/// What the long way found, small enough to be returned in registers.
pub(crate) enum Outcome {
    Frame { len: usize },
    NeedMore { at_least: usize },
    Failed(DecodeError),
}

#[cfg(feature = "alloc")]
impl Decoder {
    /// A decoder with default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::with_limits(Limits::default())
    }

    /// A decoder with limits of your own.
    #[must_use]
    pub fn with_limits(limits: Limits) -> Self {
        Self::with_tape(DefaultTape::new(), limits)
    }

    /// Gives the tape's memory back, which is else kept for the next frame. In
    /// the middle of a frame it does nothing.
    pub fn release(&mut self) {
        if self.is_at_boundary() {
            self.tape = DefaultTape::new();
        }
    }
}

#[cfg(feature = "alloc")]
impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

#[allow(private_bounds, reason = "the storage behind a tape is sealed")]
impl<T: Tape> Decoder<T> {
    /// A decoder that keeps its nodes in `tape`.
    ///
    /// ```
    /// use resp_core::{Decoder, Limits, Node, Progress, SliceTape};
    ///
    /// let mut nodes = [Node::EMPTY; 8];
    /// let mut decoder = Decoder::with_tape(SliceTape::new(&mut nodes), Limits::default());
    /// let Progress::Frame(frame) = decoder.decode(b"*2\r\n:1\r\n:2\r\n")? else { panic!() };
    /// assert_eq!(frame.children().filter_map(|child| child.as_i64()).sum::<i64>(), 3);
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    #[must_use]
    pub const fn with_tape(tape: T, limits: Limits) -> Self {
        let quick = quick::fits(&limits);
        Self {
            tape,
            limits,
            quick,
            ready: quick,
            cursor: 0,
            scanned: 0,
            needed: 1,
            wanted: 1,
            open: NONE,
            missing: 1,
            depth: 0,
            streams: 0,
            attributes: 0,
            streamed_len: 0,
            offset: 0,
            failed: None,
        }
    }

    /// Decodes one frame from `input`, which must start where the last frame
    /// ended and hold all bytes of this one that have arrived. Never panics.
    ///
    /// # Errors
    /// The stream is not RESP or exceeds a limit. The error is final: every
    /// later call answers the same.
    // Inlined, so that a value goes to who reads it in registers: a frame that
    // is returned by way of memory costs more than the decoding of a short one.
    #[inline(always)]
    pub fn decode<'buf>(&'buf mut self, input: &'buf [u8]) -> Result<Progress<'buf>, DecodeError> {
        if let Some((node, len)) = self.quick_lone_value(input)
            && self.tape.put_only(node)
        {
            self.offset += len as u64;
            return Ok(Progress::Frame(Frame::whole(&input[..len], self.tape.nodes())));
        }
        match self.decode_any(input) {
            Outcome::Frame { len } => Ok(Progress::Frame(Frame::whole(&input[..len], self.tape.nodes()))),
            Outcome::NeedMore { at_least } => Ok(Progress::NeedMore { at_least }),
            Outcome::Failed(error) => Err(error),
        }
    }

    /// Whether no byte of a frame in progress has been seen: the stream may end here.
    #[must_use]
    pub const fn is_at_boundary(&self) -> bool {
        self.cursor == 0 && self.scanned == 0 && self.needed == 1
    }

    /// Bytes of all complete frames so far: where the frame in progress starts,
    /// counted from the first byte of the stream.
    #[must_use]
    pub const fn stream_offset(&self) -> u64 {
        self.offset
    }

    /// Bytes that are missing at the least when `buffered` ones of the frame in
    /// progress are there: what `NeedMore` said. At least 1.
    #[must_use]
    pub fn missing_len(&self, buffered: usize) -> usize {
        self.wanted.saturating_sub(buffered).max(1)
    }

    /// A frame that is one common value, if no byte of it was seen yet: its
    /// node and length.
    #[inline(always)]
    fn quick_lone_value(&self, input: &[u8]) -> Option<(Node, usize)> {
        if !self.ready {
            return None;
        }
        quick::value(input, 0).filter(|&(_, len)| len <= self.limits.max_frame_len)
    }

    /// Decodes a frame that is one common value without a detour over the
    /// tape: its node and length.
    #[cfg(feature = "bytes")]
    #[inline(always)]
    pub(crate) fn lone_value(&mut self, input: &[u8]) -> Option<(Node, usize)> {
        let (node, len) = self.quick_lone_value(input)?;
        // What the tape refuses is refused here too, and a huge one given back.
        self.tape.put_only(node).then(|| {
            self.offset += len as u64;
            (node, len)
        })
    }

    /// Bytes of memory that the nodes of the frame in progress take.
    #[must_use]
    pub fn tape_len(&self) -> usize {
        size_of_val(self.tape.nodes())
    }

    /// The tape of the frame last returned.
    #[cfg(feature = "bytes")]
    pub(crate) fn nodes(&self) -> &[Node] {
        self.tape.nodes()
    }

    /// How many nodes that frame has, and they with the free places behind them.
    #[cfg(feature = "bytes")]
    pub(crate) fn nodes_and_places(&mut self) -> (usize, &[Node]) {
        let (places, len) = self.tape.places();
        (*len, places)
    }

    /// The tape itself of the frame last returned, if it is on the heap.
    #[cfg(feature = "bytes")]
    pub(crate) fn take_nodes(&mut self) -> Option<alloc::vec::Vec<Node>> {
        self.tape.take()
    }

    /// [`decode`](Self::decode) on the long way.
    #[inline(never)]
    pub(crate) fn decode_any(&mut self, input: &[u8]) -> Outcome {
        if let Some(error) = self.failed {
            return Outcome::Failed(error);
        }
        if input.len() < self.needed {
            return Outcome::NeedMore { at_least: self.wanted - input.len() };
        }
        if self.cursor == 0 {
            self.tape.clear();
            if self.ready
                && !input.starts_with(b"|")
                && let Some(len) = self.take_flat(input)
            {
                self.offset += len as u64;
                return Outcome::Frame { len };
            }
        }
        self.ready = false;
        match self.take_tokens(input) {
            Ok(true) => {
                let len = self.cursor;
                self.offset += len as u64;
                (self.cursor, self.needed, self.wanted) = (0, 1, 1);
                (self.missing, self.ready) = (1, self.quick);
                Outcome::Frame { len }
            }
            Ok(false) => Outcome::NeedMore { at_least: self.wanted - input.len() },
            Err((kind, at)) => Outcome::Failed(self.fail(kind, at)),
        }
    }

    #[cold]
    fn fail(&mut self, kind: DecodeErrorKind, at: usize) -> DecodeError {
        let error = DecodeError { kind, offset: self.offset + at as u64 };
        self.failed = Some(error);
        self.tape.clear();
        error
    }

    /// Takes tokens until the frame is complete (`true`) or the input ends.
    fn take_tokens(&mut self, input: &[u8]) -> Result<bool, Fault> {
        loop {
            // In the middle of a line the short way would start over.
            let at_token = self.scanned == 0 && self.streams == 0;
            if self.quick && at_token && self.take_quick_values(input) {
                return Ok(true);
            }
            let at = self.cursor;
            match self.next_token(input, at)? {
                Some(true) => return Ok(true),
                Some(false) => {}
                None => return Ok(false),
            }
        }
    }

    /// Takes a frame that is an aggregate of common values, as most are: its
    /// length. What it took of another one is kept, and the aggregate open, from
    /// where the long way goes on.
    #[inline]
    fn take_flat(&mut self, input: &[u8]) -> Option<usize> {
        let input = &input[..input.len().min(self.limits.max_frame_len)];
        let (kind, count, start) = quick::header(input)?;
        let node = quick::span(kind, count, &self.limits, 0, 0)?;
        if count >= self.limits.max_nodes as usize {
            return None;
        }
        self.tape.reserve(places_for(count, input.len() - start, self.limits.max_nodes as usize));
        let (places, len) = self.tape.places();
        let (place, places) = places.split_first_mut()?;
        let room = count.min(places.len());
        let places = &mut places[..room];
        let (taken, at) = quick::values(input, start, places);
        *len = 1 + taken;
        if taken == count {
            *place = node;
            return Some(at);
        }
        *place = node.opened(NONE, 1);
        (self.open, self.missing, self.depth) = (0, offset(count - taken), 1);
        self.cursor = at;
        None
    }

    /// Takes common values and headers as long as they come; whether the frame
    /// is complete.
    fn take_quick_values(&mut self, input: &[u8]) -> bool {
        let input = &input[..input.len().min(self.limits.max_frame_len)];
        let mut may_ask = true;
        let stop = loop {
            let (places, len) = self.tape.places();
            let max = places.len().min(self.limits.max_nodes as usize);
            let mut run = Run {
                nodes: &mut places[..max],
                len: *len,
                cursor: self.cursor,
                open: self.open,
                missing: self.missing,
                depth: self.depth,
                attributes: self.attributes,
            };
            let stop = run.take_values(input, &self.limits, may_ask);
            *len = run.len;
            self.cursor = run.cursor;
            (self.open, self.missing, self.depth) = (run.open, run.missing, run.depth);
            self.attributes = run.attributes;
            match stop {
                Stop::Room(count) => self.tape.reserve(count),
                stop => break stop,
            }
            may_ask = false;
        };
        matches!(stop, Stop::Done)
    }

    /// Takes the token at `at`: whether it completes the frame, or `None` while
    /// the token itself is not complete.
    fn next_token(&mut self, input: &[u8], at: usize) -> Result<Option<bool>, Fault> {
        let rest = &input[at..];
        // "Streamed strings": nothing but chunks until the empty one.
        if self.in_streamed_text() && rest.first().is_some_and(|&byte| byte != b';') {
            return Err((DecodeErrorKind::BadChunk, at));
        }
        let header = token::read_header(rest, &mut self.scanned, &self.limits);
        let Some((token, used)) = header.map_err(|(kind, fault)| (kind, at + fault))? else {
            self.needed = input.len() + 1;
            self.wanted = self.needed;
            return Ok(None);
        };
        let next = at + used;
        match token {
            Token::Text { kind, text } => self.put_text(kind, next - 2 - text.len(), text.len(), at),
            Token::Integer(value) => self.put(Node::scalar(Kind::Integer, value.cast_unsigned()), next, at),
            Token::Double(value) => self.put(Node::scalar(Kind::Double, value.to_bits()), next, at),
            Token::Boolean(value) => self.put(Node::scalar(Kind::Boolean, u64::from(value)), next, at),
            Token::Null => self.put(Node::scalar(Kind::Null, 0), next, at),
            Token::Bulk { kind, len } => return self.bulk(kind, input, at, next, len),
            Token::Chunk { len } => return self.chunk(input, at, next, len),
            Token::BulkStream { kind } => {
                self.streamed_len = 0;
                self.open(kind, SPAN | STREAMED, UNTIL_END, next, at)?;
                Ok(false)
            }
            Token::Aggregate { kind, len } => {
                // A frame of nothing but this aggregate and its values fits at
                // once, as far as the bytes at hand can hold it.
                self.may_open(kind, at)?;
                let bytes_left = input.len().min(self.limits.max_frame_len).saturating_sub(next);
                let nodes_left = (self.limits.max_nodes as usize).saturating_sub(self.tape.nodes().len());
                self.tape.reserve(places_for(len as usize, bytes_left, nodes_left));
                self.open(kind, SPAN, len, next, at)?;
                if len == 0 { self.close(at) } else { Ok(false) }
            }
            Token::AggregateStream { kind } => {
                self.open(kind, SPAN | STREAMED, UNTIL_END, next, at)?;
                Ok(false)
            }
            Token::StreamEnd => self.end_stream(next, at),
            Token::Piece { .. } => return Ok(None), // never: `read_header` yields no pieces
        }
        .map(Some)
    }

    /// Takes a string whose payload of `len` bytes starts at `start`.
    fn bulk(
        &mut self,
        kind: Kind,
        input: &[u8],
        at: usize,
        start: usize,
        len: usize,
    ) -> Result<Option<bool>, Fault> {
        if !self.payload_is_there(input, at, start, len)? {
            return Ok(None);
        }
        // "Verbatim strings": three bytes of format and a colon.
        if kind == Kind::Verbatim && input[start + 3] != b':' {
            return Err((DecodeErrorKind::BadVerbatim, at));
        }
        self.put_text(kind, start, len, at).map(Some)
    }

    /// Whether the payload of `len` bytes from `start` and its line end have arrived.
    fn payload_is_there(&mut self, input: &[u8], at: usize, start: usize, len: usize) -> Result<bool, Fault> {
        let end = start.saturating_add(len);
        if end.saturating_add(2) > self.limits.max_frame_len {
            return Err((DecodeErrorKind::FrameLimit, at));
        }
        if input.len() > end && token::ends_line(input, end)? {
            return Ok(true);
        }
        self.wanted = end + 2;
        self.needed = if input.len() <= end { end + 1 } else { end + 2 };
        Ok(false)
    }

    /// Takes a chunk of a streamed string; the empty one completes it.
    fn chunk(&mut self, input: &[u8], at: usize, start: usize, len: usize) -> Result<Option<bool>, Fault> {
        if !self.in_streamed_text() {
            return Err((DecodeErrorKind::BadStream, at));
        }
        if len == 0 {
            let kind = self.tape.nodes()[self.open as usize].kind;
            if kind == Kind::Verbatim && !self.streamed_format_is_there(input) {
                return Err((DecodeErrorKind::BadVerbatim, at));
            }
            self.move_to(start, at)?;
            return self.close(at).map(Some);
        }
        if self.streamed_len.saturating_add(len) > self.limits.max_bulk_len {
            return Err((DecodeErrorKind::BulkLimit, at));
        }
        if !self.payload_is_there(input, at, start, len)? {
            return Ok(None);
        }
        self.streamed_len += len;
        self.put_text(Kind::BulkString, start, len, at).map(Some)
    }

    /// Whether the chunks of the open verbatim string start with a format and a colon.
    fn streamed_format_is_there(&self, input: &[u8]) -> bool {
        let chunks = &self.tape.nodes()[self.open as usize + 1..];
        let mut bytes = chunks.iter().flat_map(|chunk| chunk.payload(input));
        bytes.nth(3) == Some(&b':')
    }

    /// "Streamed aggregate data types": the end of one.
    fn end_stream(&mut self, next: usize, at: usize) -> Result<bool, Fault> {
        let misplaced = Err((DecodeErrorKind::BadStream, at));
        let Some(node) = self.tape.nodes().get(self.open as usize) else { return misplaced };
        let half_a_pair = node.kind.is_paired() && (node.value >> COUNT_SHIFT) % 2 == 1;
        if self.missing != UNTIL_END || self.attributes > 0 || half_a_pair {
            return misplaced;
        }
        self.move_to(next, at)?;
        self.close(at)
    }

    fn in_streamed_text(&self) -> bool {
        self.missing == UNTIL_END
            && self.tape.nodes().get(self.open as usize).is_some_and(Node::is_streamed_text)
    }

    /// Adds a text whose payload of `len` bytes starts at `start`, and takes
    /// its line end.
    #[inline]
    fn put_text(&mut self, kind: Kind, start: usize, len: usize, at: usize) -> Result<bool, Fault> {
        let node = Node::text(kind, offset(start), offset(len));
        self.put(node, start + len + 2, at)
    }

    /// Adds a value that holds no others; whether the frame is complete.
    #[inline]
    fn put(&mut self, node: Node, next: usize, at: usize) -> Result<bool, Fault> {
        self.push(node, next, at)?;
        self.attributes = 0;
        self.value_done(at)
    }

    #[inline]
    fn push(&mut self, node: Node, next: usize, at: usize) -> Result<(), Fault> {
        self.move_to(next, at)?;
        if self.tape.nodes().len() >= self.limits.max_nodes as usize {
            return Err((DecodeErrorKind::NodeLimit, at));
        }
        if self.tape.push(node) { Ok(()) } else { Err((DecodeErrorKind::TapeFull, at)) }
    }

    #[inline]
    fn move_to(&mut self, next: usize, at: usize) -> Result<(), Fault> {
        if next > self.limits.max_frame_len {
            return Err((DecodeErrorKind::FrameLimit, at));
        }
        self.cursor = next;
        Ok(())
    }

    fn may_open(&self, kind: Kind, at: usize) -> Result<(), Fault> {
        if self.depth >= self.limits.max_depth {
            Err((DecodeErrorKind::DepthLimit, at))
        } else if kind == Kind::Attribute && self.attributes >= self.limits.max_attributes {
            Err((DecodeErrorKind::AttributeLimit, at))
        } else {
            Ok(())
        }
    }

    /// Opens an aggregate or streamed string that lacks `missing` values.
    fn open(&mut self, kind: Kind, form: u8, missing: u32, next: usize, at: usize) -> Result<(), Fault> {
        self.may_open(kind, at)?;
        let run = if kind == Kind::Attribute { self.attributes + 1 } else { 0 };
        let count = if missing == UNTIL_END { 0 } else { missing };
        let value = u64::from(count) << COUNT_SHIFT | u64::from(self.missing);
        let index = offset(self.tape.nodes().len());
        self.push(Node { kind, form, run, at: self.open, value }, next, at)?;
        self.attributes = 0;
        self.depth += 1;
        self.streams += u32::from(form & STREAMED != 0);
        self.open = index;
        self.missing = missing;
        Ok(())
    }

    /// Closes the innermost open node; whether the frame is complete.
    fn close(&mut self, at: usize) -> Result<bool, Fault> {
        if self.close_innermost() == Kind::Attribute { Ok(false) } else { self.value_done(at) }
    }

    fn close_innermost(&mut self) -> Kind {
        let end = self.tape.nodes().len();
        let node = &mut self.tape.nodes_mut()[self.open as usize];
        self.missing = node.close(end, &mut self.open);
        self.depth -= 1;
        self.streams -= u32::from(node.form & STREAMED != 0);
        if node.kind == Kind::Attribute {
            self.attributes = node.run;
        }
        node.kind
    }

    /// Counts a value for the aggregate around it, and that one, once it is
    /// full, for the next; whether the frame is complete.
    #[inline]
    fn value_done(&mut self, at: usize) -> Result<bool, Fault> {
        loop {
            if self.missing == UNTIL_END {
                return self.count_streamed(at);
            }
            self.missing -= 1;
            if self.missing > 0 {
                return Ok(false);
            }
            if self.open == NONE {
                return Ok(true);
            }
            if self.close_innermost() == Kind::Attribute {
                return Ok(false);
            }
        }
    }

    fn count_streamed(&mut self, at: usize) -> Result<bool, Fault> {
        let node = &mut self.tape.nodes_mut()[self.open as usize];
        node.value += 1 << COUNT_SHIFT;
        let too_many = node.value >> COUNT_SHIFT > u64::from(self.limits.max_aggregate_len);
        if too_many && node.kind.is_aggregate() {
            Err((DecodeErrorKind::AggregateLimit, at))
        } else {
            Ok(false)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_error(input: &[u8], limits: Limits) -> Option<(DecodeErrorKind, u64)> {
        let mut nodes = [Node::EMPTY; 64];
        let mut decoder = Decoder::with_tape(crate::SliceTape::new(&mut nodes), limits);
        let mut rest = input;
        loop {
            match decoder.decode(rest) {
                Ok(Progress::Frame(frame)) => rest = &rest[frame.byte_len()..],
                Ok(Progress::NeedMore { .. }) => return None,
                Err(error) => return Some((error.kind, error.offset)),
            }
        }
    }

    #[test]
    fn errors_name_the_byte_in_the_stream() {
        let limits = Limits::default();
        for (input, kind, offset) in [
            (&b"+OK\r\n$3\r\nabcd"[..], DecodeErrorKind::BadTerminator, 12),
            (b"+OK\r\n$3\r\nabc\rd", DecodeErrorKind::BadTerminator, 13),
            (b"*2\r\n:1\r\n:x\r\n", DecodeErrorKind::BadInteger, 8),
            (b"+a\nb\r\n", DecodeErrorKind::BadLine, 2),
            (b"*1\r\n@", DecodeErrorKind::UnknownMarker(b'@'), 4),
            (b"$?\r\n:", DecodeErrorKind::BadChunk, 4),
            (b".\r\n", DecodeErrorKind::BadStream, 0),
            (b"*1\r\n.\r\n", DecodeErrorKind::BadStream, 4),
            (b"%?\r\n+a\r\n.\r\n", DecodeErrorKind::BadStream, 8),
            (b"*?\r\n|0\r\n.\r\n", DecodeErrorKind::BadStream, 8),
            (b"=?\r\n;3\r\ntxt\r\n;1\r\n.\r\n;0\r\n", DecodeErrorKind::BadVerbatim, 20),
        ] {
            assert_eq!(first_error(input, limits), Some((kind, offset)), "{}", input.escape_ascii());
        }
    }

    #[test]
    fn a_tape_of_the_caller_bounds_a_frame() {
        let frame = [&b"*64\r\n"[..], &b":1\r\n".repeat(64)].concat();
        assert_eq!(first_error(&frame, Limits::default()), Some((DecodeErrorKind::TapeFull, 5 + 63 * 4)));
    }
}
