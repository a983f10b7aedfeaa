//! Values and commands to bytes.

mod frame;
mod output;

pub use output::{Output, SliceOutput};

use crate::error::EncodeError;
use crate::marker::{Kind, Marker, Protocol};
use crate::number::{self, digit_count, format_double};

/// Writes replies and commands.
///
/// A value is written whole or, when the output has no room or the value is
/// refused, not at all. Aggregates are a header, after which the caller writes
/// as many values as it announced; the encoder does not count them.
///
/// What RESP2 has no type for is written to a RESP2 client in the form that
/// servers use: see [`Encoder::with_protocol`].
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
    protocol: Protocol,
}

const LINE_END: &[u8] = b"\r\n";

impl<'out, O: Output> Encoder<'out, O> {
    /// An encoder that appends to `output`, with all types of RESP3.
    pub const fn new(output: &'out mut O) -> Self {
        Self::with_protocol(output, Protocol::Resp3)
    }

    /// An encoder that appends to `output` what a client of this protocol reads.
    /// For RESP2 that is:
    ///
    /// | value | written as |
    /// |---|---|
    /// | map, set, push | array, of a map with keys and values in turn |
    /// | double, big number, verbatim string | bulk string of the text |
    /// | boolean | integer 1 or 0 |
    /// | null | bulk string of length -1 |
    /// | bulk error | simple error, with blanks for CR and LF |
    /// | attribute | left out by [`frame`](Self::frame), else refused |
    /// | streamed value | with its length by [`frame`](Self::frame), else refused |
    ///
    /// ```
    /// use resp_core::{Encoder, Protocol};
    ///
    /// let mut out = Vec::new();
    /// let mut encoder = Encoder::with_protocol(&mut out, Protocol::Resp2);
    /// encoder.map(1)?;
    /// encoder.bulk_string("ratio")?;
    /// encoder.double(0.5)?;
    /// assert_eq!(out, b"*2\r\n$5\r\nratio\r\n$3\r\n0.5\r\n");
    /// # Ok::<(), resp_core::EncodeError>(())
    /// ```
    pub const fn with_protocol(output: &'out mut O, protocol: Protocol) -> Self {
        Self { output, protocol }
    }

    /// A command as a client sends it: an array of bulk strings.
    ///
    /// # Errors
    /// The output has no room.
    // Inlined, since the number of arguments and often the first of them is
    // known where it is called.
    #[inline(always)]
    pub fn command<A: AsRef<[u8]>>(&mut self, args: &[A]) -> Result<(), EncodeError> {
        let payloads: usize = args.iter().map(|arg| bulk_len(arg.as_ref().len())).sum();
        self.output.reserve(header_len(args.len()) + payloads)?;
        // A line end goes with the header behind it, which is one piece less to
        // copy for each argument.
        self.put_count(args.len());
        // By itself, since it is mostly a constant.
        if let [name, ..] = args {
            self.put_next_bulk(name.as_ref());
        }
        for arg in args.iter().skip(1) {
            self.put_next_bulk(arg.as_ref());
        }
        self.output.put(LINE_END);
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
        match self.protocol {
            Protocol::Resp2 => self.error_in_one_line([payload.as_ref()].into_iter()),
            Protocol::Resp3 => self.bulk(Marker::BulkError, payload.as_ref()),
        }
    }

    /// A verbatim string, RESP3, of a format such as `*b"txt"`.
    ///
    /// # Errors
    /// The output has no room.
    pub fn verbatim(&mut self, format: [u8; 3], text: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        let text = text.as_ref();
        if self.protocol == Protocol::Resp2 {
            return self.bulk_string(text);
        }
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
        self.text_of(Marker::Double, format_double(value).as_bytes())
    }

    /// A boolean, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn boolean(&mut self, value: bool) -> Result<(), EncodeError> {
        match self.protocol {
            Protocol::Resp2 => self.integer(value.into()),
            Protocol::Resp3 => self.line(Marker::Boolean, if value { b"t" } else { b"f" }),
        }
    }

    /// A big number, RESP3, from its decimal digits.
    ///
    /// # Errors
    /// It is not decimal digits with an optional sign, or the output has no room.
    pub fn big_number(&mut self, digits: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        if !number::is_big_number(digits.as_ref()) {
            return Err(EncodeError::BadBigNumber);
        }
        self.text_of(Marker::BigNumber, digits.as_ref())
    }

    /// The null of RESP3, or that of RESP2 in place of a bulk string.
    ///
    /// # Errors
    /// The output has no room.
    pub fn null(&mut self) -> Result<(), EncodeError> {
        match self.protocol {
            Protocol::Resp2 => self.null_bulk_string(),
            Protocol::Resp3 => self.line(Marker::Null, b""),
        }
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
        self.header(self.own_or_array(Marker::Set), len)
    }

    /// The header of a push of `len` elements, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn push(&mut self, len: usize) -> Result<(), EncodeError> {
        self.header(self.own_or_array(Marker::Push), len)
    }

    /// The header of a map of `pairs` keys and as many values, RESP3.
    ///
    /// # Errors
    /// The output has no room.
    pub fn map(&mut self, pairs: usize) -> Result<(), EncodeError> {
        match self.protocol {
            Protocol::Resp2 => self.array(pairs.saturating_mul(2)),
            Protocol::Resp3 => self.header(Marker::Map, pairs),
        }
    }

    /// The header of an attribute of `pairs` keys and as many values, RESP3;
    /// after them follows the value that it is about.
    ///
    /// # Errors
    /// The encoder is one for RESP2, or the output has no room.
    pub fn attribute(&mut self, pairs: usize) -> Result<(), EncodeError> {
        self.refuse_resp2()?;
        self.header(Marker::Attribute, pairs)
    }

    /// The header of a streamed string or aggregate, RESP3. Chunks and then
    /// [`chunk_end`](Self::chunk_end) follow, or values and then
    /// [`stream_end`](Self::stream_end).
    ///
    /// # Errors
    /// The encoder is one for RESP2, or the output has no room.
    pub fn streamed(&mut self, kind: Kind) -> Result<(), EncodeError> {
        self.refuse_resp2()?;
        self.line(kind.marker(), b"?")
    }

    /// A chunk of a streamed string; an empty one is left out, as it would end
    /// the string.
    ///
    /// # Errors
    /// The encoder is one for RESP2, or the output has no room.
    pub fn chunk(&mut self, payload: impl AsRef<[u8]>) -> Result<(), EncodeError> {
        self.refuse_resp2()?;
        if payload.as_ref().is_empty() { Ok(()) } else { self.bulk(Marker::Chunk, payload.as_ref()) }
    }

    /// The end of a streamed string.
    ///
    /// # Errors
    /// The encoder is one for RESP2, or the output has no room.
    pub fn chunk_end(&mut self) -> Result<(), EncodeError> {
        self.refuse_resp2()?;
        self.line(Marker::Chunk, b"0")
    }

    /// The end of a streamed aggregate.
    ///
    /// # Errors
    /// The encoder is one for RESP2, or the output has no room.
    pub fn stream_end(&mut self) -> Result<(), EncodeError> {
        self.refuse_resp2()?;
        self.line(Marker::StreamEnd, b"")
    }

    fn refuse_resp2(&self) -> Result<(), EncodeError> {
        if self.protocol == Protocol::Resp2 { Err(EncodeError::NotInResp2) } else { Ok(()) }
    }

    const fn own_or_array(&self, marker: Marker) -> Marker {
        match self.protocol {
            Protocol::Resp2 => Marker::Array,
            Protocol::Resp3 => marker,
        }
    }

    /// The line of a type that RESP2 has a bulk string for.
    fn text_of(&mut self, marker: Marker, text: &[u8]) -> Result<(), EncodeError> {
        match self.protocol {
            Protocol::Resp2 => self.bulk(Marker::BulkString, text),
            Protocol::Resp3 => self.line(marker, text),
        }
    }

    /// A simple error of the text in `chunks`, with blanks for CR and LF.
    fn error_in_one_line<'a>(
        &mut self,
        chunks: impl Iterator<Item = &'a [u8]> + Clone,
    ) -> Result<(), EncodeError> {
        let len: usize = chunks.clone().map(<[u8]>::len).sum();
        self.output.reserve(1 + len + LINE_END.len())?;
        self.output.put(&[Marker::SimpleError.as_byte()]);
        for chunk in chunks {
            for (index, part) in chunk.split(|byte| matches!(byte, b'\r' | b'\n')).enumerate() {
                self.output.put(if index > 0 { b" " } else { b"" });
                self.output.put(part);
            }
        }
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
        let Some((header, header_len)) = short_header(marker, len) else {
            return self.put_long_header(marker, len);
        };
        self.output.put_short(header, header_len);
    }

    #[cold]
    fn put_long_header(&mut self, marker: Marker, len: usize) {
        self.output.put(&[marker.as_byte()]);
        self.output.put(itoa::Buffer::new().format(len).as_bytes());
        self.output.put(LINE_END);
    }

    /// The header of an array without its line end.
    #[inline(always)]
    fn put_count(&mut self, len: usize) {
        match short_header(Marker::Array, len) {
            Some((header, header_len)) => self.output.put_short(header, header_len - LINE_END.len()),
            None => {
                self.output.put(&[Marker::Array.as_byte()]);
                self.output.put(itoa::Buffer::new().format(len).as_bytes());
            }
        }
    }

    /// The line end of what stands before a bulk string, its header and payload.
    #[inline(always)]
    fn put_next_bulk(&mut self, payload: &[u8]) {
        match short_header(Marker::BulkString, payload.len()) {
            Some(([a, b, c, d, e, f, ..], header_len)) => {
                self.output.put_short([b'\r', b'\n', a, b, c, d, e, f], LINE_END.len() + header_len);
            }
            None => {
                self.output.put(LINE_END);
                self.put_long_header(Marker::BulkString, payload.len());
            }
        }
        self.output.put(payload);
    }
}

/// A marker, a count of up to three digits and a line end, and how many bytes
/// they are.
#[inline(always)]
fn short_header(marker: Marker, len: usize) -> Option<([u8; 8], usize)> {
    let marker = marker.as_byte();
    let digit = |value: usize| b'0' + u8::try_from(value % 10).unwrap_or_default();
    Some(match len {
        0..=9 => ([marker, digit(len), b'\r', b'\n', 0, 0, 0, 0], 4),
        10..=99 => ([marker, digit(len / 10), digit(len), b'\r', b'\n', 0, 0, 0], 5),
        100..=999 => ([marker, digit(len / 100), digit(len / 10), digit(len), b'\r', b'\n', 0, 0], 6),
        _ => return None,
    })
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
        encoded_for(Protocol::Resp3, expected, write);
    }

    fn encoded_for(
        protocol: Protocol,
        expected: &[u8],
        write: impl Fn(&mut Encoder<'_, SliceOutput<'_>>) -> Result<(), EncodeError>,
    ) {
        let mut room = [0; 64];
        for len in 0..=expected.len() {
            let mut output = SliceOutput::new(&mut room[..len]);
            let result = write(&mut Encoder::with_protocol(&mut output, protocol));
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
    fn a_client_of_resp2_gets_what_resp2_has() {
        encoded_for(Protocol::Resp2, b"*1\r\n$4\r\nPING\r\n", |e| e.command(&["PING"]));
        encoded_for(Protocol::Resp2, b"+OK\r\n", |e| e.simple_string("OK"));
        encoded_for(Protocol::Resp2, b"-ERR a  b \r\n", |e| e.bulk_error("ERR a\r\nb\n"));
        encoded_for(Protocol::Resp2, b"-\r\n", |e| e.bulk_error(""));
        encoded_for(Protocol::Resp2, b"$2\r\nhi\r\n", |e| e.verbatim(*b"txt", "hi"));
        encoded_for(Protocol::Resp2, b"$3\r\n1.5\r\n", |e| e.double(1.5));
        encoded_for(Protocol::Resp2, b"$4\r\n-inf\r\n", |e| e.double(f64::NEG_INFINITY));
        encoded_for(Protocol::Resp2, b":1\r\n", |e| e.boolean(true));
        encoded_for(Protocol::Resp2, b":0\r\n", |e| e.boolean(false));
        encoded_for(Protocol::Resp2, b"$3\r\n-12\r\n", |e| e.big_number("-12"));
        encoded_for(Protocol::Resp2, b"$-1\r\n", |e| e.null());
        encoded_for(Protocol::Resp2, b"*-1\r\n", |e| e.null_array());
        encoded_for(Protocol::Resp2, b"*2\r\n", |e| e.set(2));
        encoded_for(Protocol::Resp2, b"*3\r\n", |e| e.push(3));
        encoded_for(Protocol::Resp2, b"*4\r\n", |e| e.map(2));
    }

    #[test]
    fn what_resp2_has_no_form_for_is_refused() {
        let mut room = [0; 64];
        let mut output = SliceOutput::new(&mut room);
        let mut encoder = Encoder::with_protocol(&mut output, Protocol::Resp2);
        assert_eq!(encoder.attribute(1), Err(EncodeError::NotInResp2));
        assert_eq!(encoder.streamed(Kind::Array), Err(EncodeError::NotInResp2));
        assert_eq!(encoder.chunk("a"), Err(EncodeError::NotInResp2));
        assert_eq!(encoder.chunk_end(), Err(EncodeError::NotInResp2));
        assert_eq!(encoder.stream_end(), Err(EncodeError::NotInResp2));
        assert_eq!(output.written(), b"");
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
