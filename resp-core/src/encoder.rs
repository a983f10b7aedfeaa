//! Values and commands to bytes.

use crate::error::EncodeError;
use crate::frame::Frame;
use crate::marker::{Kind, Marker};
use crate::number::{self, digit_count, format_double};

/// Where an [`Encoder`] writes: a growing buffer (`Vec<u8>`, `BytesMut`) or a
/// [`SliceOutput`].
pub trait Output {
    /// Makes room for `len` more bytes.
    ///
    /// # Errors
    /// [`EncodeError::OutputFull`] when it has no such room.
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError>;

    /// Appends bytes that [`reserve`](Self::reserve) has made room for.
    fn put(&mut self, bytes: &[u8]);
}

#[cfg(feature = "alloc")]
impl Output for alloc::vec::Vec<u8> {
    #[inline]
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        self.reserve(len);
        Ok(())
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

#[cfg(feature = "bytes")]
impl Output for bytes::BytesMut {
    #[inline]
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        self.reserve(len);
        Ok(())
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }
}

/// A slice of the caller and how much of it is written.
///
/// ```
/// use resp_core::{EncodeError, Encoder, SliceOutput};
///
/// let mut room = [0; 8];
/// let mut output = SliceOutput::new(&mut room);
/// let mut encoder = Encoder::new(&mut output);
/// encoder.integer(7)?;
/// assert_eq!(encoder.integer(12345), Err(EncodeError::OutputFull { needed: 8 }));
/// assert_eq!(output.written(), b":7\r\n");
/// # Ok::<(), EncodeError>(())
/// ```
#[derive(Debug)]
pub struct SliceOutput<'buf> {
    room: &'buf mut [u8],
    len: usize,
}

impl<'buf> SliceOutput<'buf> {
    /// An output that fills `room` from its start.
    pub fn new(room: &'buf mut [u8]) -> Self {
        Self { room, len: 0 }
    }

    /// What was written so far: whole values only.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.room[..self.len]
    }
}

impl Output for SliceOutput<'_> {
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        if self.room.len() - self.len < len { Err(EncodeError::OutputFull { needed: len }) } else { Ok(()) }
    }

    fn put(&mut self, bytes: &[u8]) {
        self.room[self.len..][..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }
}

/// Writes replies and commands.
///
/// A value is written whole or, when the output has no room or the value is
/// refused, not at all. Aggregates are a header, after which the caller writes
/// as many values as it announced; the encoder does not count them.
///
/// ```
/// use resp_core::Encoder;
///
/// let mut out = Vec::new();
/// let mut encoder = Encoder::new(&mut out);
/// encoder.map(1)?;
/// encoder.simple_string("visits")?;
/// encoder.integer(42)?;
/// assert_eq!(out, b"%1\r\n+visits\r\n:42\r\n");
/// # Ok::<(), resp_core::EncodeError>(())
/// ```
#[derive(Debug)]
pub struct Encoder<'out, O> {
    output: &'out mut O,
}

const LINE_END: &[u8] = b"\r\n";

impl<'out, O: Output> Encoder<'out, O> {
    /// An encoder that appends to `output`.
    pub const fn new(output: &'out mut O) -> Self {
        Self { output }
    }

    /// A command as a client sends it: an array of bulk strings.
    ///
    /// # Errors
    /// The output has no room.
    pub fn command<A: AsRef<[u8]>>(&mut self, args: &[A]) -> Result<(), EncodeError> {
        let payloads: usize = args.iter().map(|arg| bulk_len(arg.as_ref().len())).sum();
        self.output.reserve(header_len(args.len()) + payloads)?;
        self.put_header(Marker::Array, args.len());
        for arg in args {
            self.put_bulk(Marker::BulkString, arg.as_ref());
        }
        Ok(())
    }

    /// A simple string.
    ///
    /// # Errors
    /// It holds a CR or LF, or the output has no room.
    pub fn simple_string(&mut self, text: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        self.line_of_text(Marker::SimpleString, text.as_ref())
    }

    /// A simple error, without the minus: `ERR unknown command`.
    ///
    /// # Errors
    /// It holds a CR or LF, or the output has no room.
    pub fn simple_error(&mut self, text: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        self.line_of_text(Marker::SimpleError, text.as_ref())
    }

    /// An integer.
    ///
    /// # Errors
    /// The output has no room.
    pub fn integer(&mut self, value: i64) -> Result<(), EncodeError> {
        self.line(Marker::Integer, itoa::Buffer::new().format(value).as_bytes())
    }

    /// A bulk string.
    ///
    /// # Errors
    /// The output has no room.
    pub fn bulk_string(&mut self, payload: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        self.bulk(Marker::BulkString, payload.as_ref())
    }

    /// A bulk error, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn bulk_error(&mut self, payload: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        self.bulk(Marker::BulkError, payload.as_ref())
    }

    /// A verbatim string, RESP3, of a format such as `*b"txt"`.
    ///
    /// # Errors
    /// The output has no room.
    pub fn verbatim(&mut self, format: [u8; 3], text: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        let text = text.as_ref();
        let len = text.len() + format.len() + 1;
        self.output.reserve(bulk_len(len))?;
        self.put_header(Marker::Verbatim, len);
        for part in [&format[..], b":", text, LINE_END] {
            self.output.put(part);
        }
        Ok(())
    }

    /// A double, RESP3: the shortest text that reads back as the same value.
    ///
    /// # Errors
    /// The output has no room.
    pub fn double(&mut self, value: f64) -> Result<(), EncodeError> {
        self.line(Marker::Double, format_double(value).as_bytes())
    }

    /// A boolean, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn boolean(&mut self, value: bool) -> Result<(), EncodeError> {
        self.line(Marker::Boolean, if value { b"t" } else { b"f" })
    }

    /// A big number, RESP3, from its decimal digits.
    ///
    /// # Errors
    /// It is not decimal digits with an optional sign, or the output has no room.
    pub fn big_number(&mut self, digits: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        if !number::is_big_number(digits.as_ref()) {
            return Err(EncodeError::BadBigNumber);
        }
        self.line(Marker::BigNumber, digits.as_ref())
    }

    /// The null of RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn null(&mut self) -> Result<(), EncodeError> {
        self.line(Marker::Null, b"")
    }

    /// The null of RESP2 in place of a bulk string.
    ///
    /// # Errors
    /// The output has no room.
    pub fn null_bulk_string(&mut self) -> Result<(), EncodeError> {
        self.line(Marker::BulkString, b"-1")
    }

    /// The null of RESP2 in place of an array.
    ///
    /// # Errors
    /// The output has no room.
    pub fn null_array(&mut self) -> Result<(), EncodeError> {
        self.line(Marker::Array, b"-1")
    }

    /// The header of an array of `len` elements.
    ///
    /// # Errors
    /// The output has no room.
    pub fn array(&mut self, len: usize) -> Result<(), EncodeError> {
        self.header(Marker::Array, len)
    }

    /// The header of a set of `len` elements, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn set(&mut self, len: usize) -> Result<(), EncodeError> {
        self.header(Marker::Set, len)
    }

    /// The header of a push of `len` elements, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn push(&mut self, len: usize) -> Result<(), EncodeError> {
        self.header(Marker::Push, len)
    }

    /// The header of a map of `pairs` keys and as many values, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn map(&mut self, pairs: usize) -> Result<(), EncodeError> {
        self.header(Marker::Map, pairs)
    }

    /// The header of an attribute of `pairs` keys and as many values, RESP3;
    /// after them follows the value that it is about.
    ///
    /// # Errors
    /// The output has no room.
    pub fn attribute(&mut self, pairs: usize) -> Result<(), EncodeError> {
        self.header(Marker::Attribute, pairs)
    }

    /// The header of a streamed string or aggregate, RESP3. Chunks and then
    /// [`chunk_end`](Self::chunk_end) follow, or values and then
    /// [`stream_end`](Self::stream_end).
    ///
    /// # Errors
    /// The output has no room.
    pub fn streamed(&mut self, kind: Kind) -> Result<(), EncodeError> {
        self.line(kind.marker(), b"?")
    }

    /// A chunk of a streamed string; an empty one is left out, as it would end
    /// the string.
    ///
    /// # Errors
    /// The output has no room.
    pub fn chunk(&mut self, payload: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        if payload.as_ref().is_empty() { Ok(()) } else { self.bulk(Marker::Chunk, payload.as_ref()) }
    }

    /// The end of a streamed string.
    ///
    /// # Errors
    /// The output has no room.
    pub fn chunk_end(&mut self) -> Result<(), EncodeError> {
        self.line(Marker::Chunk, b"0")
    }

    /// The end of a streamed aggregate.
    ///
    /// # Errors
    /// The output has no room.
    pub fn stream_end(&mut self) -> Result<(), EncodeError> {
        self.line(Marker::StreamEnd, b"")
    }

    /// A decoded value with its attributes and all it holds, in the canonical
    /// form: lengths announced, numbers without sign or zeros in front, nulls
    /// as in RESP3. Takes the same stack whatever the depth.
    ///
    /// # Errors
    /// The output has no room; it then holds the beginning of the value.
    pub fn frame(&mut self, frame: Frame<'_>) -> Result<(), EncodeError> {
        for value in frame.walk() {
            match value.kind() {
                Kind::SimpleString => {
                    self.line_of_text(Marker::SimpleString, value.as_bytes().unwrap_or_default())
                }
                Kind::SimpleError => {
                    self.line_of_text(Marker::SimpleError, value.as_bytes().unwrap_or_default())
                }
                Kind::BigNumber => self.line(Marker::BigNumber, value.as_bytes().unwrap_or_default()),
                Kind::Integer => self.integer(value.as_i64().unwrap_or_default()),
                Kind::Double => self.double(value.as_f64().unwrap_or_default()),
                Kind::Boolean => self.boolean(value.as_bool().unwrap_or_default()),
                Kind::Null => self.null(),
                Kind::BulkString | Kind::BulkError | Kind::Verbatim => self.chunks_as_bulk(value),
                kind => self.header(kind.marker(), value.len()),
            }?;
        }
        Ok(())
    }

    fn chunks_as_bulk(&mut self, value: Frame<'_>) -> Result<(), EncodeError> {
        let format = value.verbatim_format();
        let text_len: usize = value.chunks().map(<[u8]>::len).sum();
        let len = text_len + format.map_or(0, |format| format.len() + 1);
        self.output.reserve(bulk_len(len))?;
        self.put_header(value.kind().marker(), len);
        if let Some(format) = format {
            self.output.put(&format);
            self.output.put(b":");
        }
        value.chunks().for_each(|chunk| self.output.put(chunk));
        self.output.put(LINE_END);
        Ok(())
    }

    fn line_of_text(&mut self, marker: Marker, text: &[u8]) -> Result<(), EncodeError> {
        if memchr::memchr2(b'\r', b'\n', text).is_some() {
            return Err(EncodeError::LineBreak);
        }
        self.line(marker, text)
    }

    fn line(&mut self, marker: Marker, text: &[u8]) -> Result<(), EncodeError> {
        self.output.reserve(1 + text.len() + LINE_END.len())?;
        for part in [&[marker.as_byte()], text, LINE_END] {
            self.output.put(part);
        }
        Ok(())
    }

    fn bulk(&mut self, marker: Marker, payload: &[u8]) -> Result<(), EncodeError> {
        self.output.reserve(bulk_len(payload.len()))?;
        self.put_bulk(marker, payload);
        Ok(())
    }

    fn header(&mut self, marker: Marker, len: usize) -> Result<(), EncodeError> {
        self.output.reserve(header_len(len))?;
        self.put_header(marker, len);
        Ok(())
    }

    #[inline]
    fn put_bulk(&mut self, marker: Marker, payload: &[u8]) {
        self.put_header(marker, payload.len());
        self.output.put(payload);
        self.output.put(LINE_END);
    }

    #[inline]
    fn put_header(&mut self, marker: Marker, len: usize) {
        self.output.put(&[marker.as_byte()]);
        self.output.put(itoa::Buffer::new().format(len).as_bytes());
        self.output.put(LINE_END);
    }
}

/// Bytes of a marker, a count and a line end.
#[inline]
pub(crate) const fn header_len(len: usize) -> usize {
    1 + digit_count(len) + LINE_END.len()
}

/// Bytes of a whole bulk string with a payload of `len` bytes.
#[inline]
pub(crate) const fn bulk_len(len: usize) -> usize {
    header_len(len) + len + LINE_END.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `write` leaves in a slice of exactly the needed length, after it
    /// was refused every shorter one.
    fn encoded(
        expected: &[u8],
        write: impl Fn(&mut Encoder<'_, SliceOutput<'_>>) -> Result<(), EncodeError>,
    ) {
        let mut room = [0; 64];
        for len in 0..=expected.len() {
            let mut output = SliceOutput::new(&mut room[..len]);
            let result = write(&mut Encoder::new(&mut output));
            if len < expected.len() {
                assert_eq!(result, Err(EncodeError::OutputFull { needed: expected.len() }));
                assert_eq!(output.written(), b"", "nothing partial");
            } else {
                assert_eq!(result, Ok(()));
                assert_eq!(output.written(), expected);
            }
        }
    }

    #[test]
    fn one_row_per_method() {
        encoded(b"*2\r\n$3\r\nGET\r\n$0\r\n\r\n", |e| e.command(&["GET", ""]));
        encoded(b"+OK\r\n", |e| e.simple_string("OK"));
        encoded(b"-ERR no\r\n", |e| e.simple_error("ERR no"));
        encoded(b":-9223372036854775808\r\n", |e| e.integer(i64::MIN));
        encoded(b"$4\r\na\r\nb\r\n", |e| e.bulk_string("a\r\nb"));
        encoded(b"!3\r\nERR\r\n", |e| e.bulk_error("ERR"));
        encoded(b"=6\r\ntxt:hi\r\n", |e| e.verbatim(*b"txt", "hi"));
        encoded(b",1.5\r\n", |e| e.double(1.5));
        encoded(b",-inf\r\n", |e| e.double(f64::NEG_INFINITY));
        encoded(b"#t\r\n", |e| e.boolean(true));
        encoded(b"(-12\r\n", |e| e.big_number("-12"));
        encoded(b"_\r\n", |e| e.null());
        encoded(b"$-1\r\n", |e| e.null_bulk_string());
        encoded(b"*-1\r\n", |e| e.null_array());
        encoded(b"*10\r\n", |e| e.array(10));
        encoded(b"~0\r\n", |e| e.set(0));
        encoded(b">3\r\n", |e| e.push(3));
        encoded(b"%1\r\n", |e| e.map(1));
        encoded(b"|1\r\n", |e| e.attribute(1));
        encoded(b"$?\r\n", |e| e.streamed(Kind::BulkString));
        encoded(b";2\r\nab\r\n", |e| e.chunk("ab"));
        encoded(b";0\r\n", |e| e.chunk_end());
        encoded(b".\r\n", |e| e.stream_end());
    }

    #[test]
    fn what_would_end_a_line_early_is_refused() {
        let mut room = [0; 64];
        let mut output = SliceOutput::new(&mut room);
        let mut encoder = Encoder::new(&mut output);
        assert_eq!(encoder.simple_string("a\r\n+b"), Err(EncodeError::LineBreak));
        assert_eq!(encoder.simple_error("a\nb"), Err(EncodeError::LineBreak));
        assert_eq!(encoder.big_number("1\r\n"), Err(EncodeError::BadBigNumber));
        assert_eq!(encoder.chunk(""), Ok(()));
        assert_eq!(output.written(), b"");
    }
}
