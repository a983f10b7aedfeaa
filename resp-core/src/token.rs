//! Bytes to tokens: lines, headers, pieces of payload. No stack, no heap.

use crate::error::{DecodeError, DecodeErrorKind};
use crate::limits::{Limits, MAX_BIG_NUMBER_LINE, MAX_DOUBLE_LINE, MAX_INTEGER_LINE};
use crate::marker::{Kind, Marker};
use crate::number::{self, Length};
use crate::scan;

/// A piece of a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Token<'buf> {
    /// A simple string, simple error or big number: the line without marker and end.
    Text {
        /// Which of the three.
        kind: Kind,
        /// The text; not checked to be UTF-8.
        text: &'buf [u8],
    },
    /// An integer.
    Integer(i64),
    /// A double.
    Double(f64),
    /// A boolean.
    Boolean(bool),
    /// A null of any of the three forms.
    Null,
    /// The header of a bulk string, bulk error or verbatim string. Its payload
    /// follows as [`Token::Piece`]s.
    Bulk {
        /// Which of the three.
        kind: Kind,
        /// Bytes of the payload, without its line end.
        len: usize,
    },
    /// Bytes of the payload announced by the last header; never empty unless
    /// the payload is.
    Piece {
        /// The bytes.
        bytes: &'buf [u8],
        /// Whether the payload ends here; its line end has been checked and is consumed.
        last: bool,
    },
    /// The header of a streamed string: chunks follow until one of length zero.
    BulkStream {
        /// Bulk string, bulk error or verbatim string.
        kind: Kind,
    },
    /// The header of a chunk. Unless `len` is zero, which ends the streamed
    /// string, its payload follows as [`Token::Piece`]s.
    Chunk {
        /// Bytes of the payload, without its line end.
        len: usize,
    },
    /// The header of an aggregate.
    Aggregate {
        /// Array, set, map, push or attribute.
        kind: Kind,
        /// How many values follow that belong to it: for maps and attributes
        /// twice the number of pairs. Attributes of these values do not count.
        len: u32,
    },
    /// The header of a streamed aggregate: values follow until a [`Token::StreamEnd`].
    AggregateStream {
        /// Array, set, map, push or attribute.
        kind: Kind,
    },
    /// The end of a streamed aggregate.
    StreamEnd,
}

/// What a [`Tokenizer`] found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'buf> {
    /// A token and the number of bytes it took from the start of the input.
    Token(Token<'buf>, usize),
    /// The token is not complete. Call again with the same bytes and at least
    /// this many more.
    NeedMore(usize),
}

/// Splits a stream into tokens, for those who keep a structure of their own or
/// want large payloads piece by piece, as they arrive.
///
/// It checks each token but not how tokens fit together; that is the
/// [`Decoder`](crate::Decoder)'s part.
///
/// ```
/// use resp_core::{Kind, Step, Token, Tokenizer};
///
/// let mut tokenizer = Tokenizer::new();
/// let header = tokenizer.next(b"$5\r\nhe")?;
/// assert_eq!(header, Step::Token(Token::Bulk { kind: Kind::BulkString, len: 5 }, 4));
/// let piece = tokenizer.next(b"he")?;
/// assert_eq!(piece, Step::Token(Token::Piece { bytes: b"he", last: false }, 2));
/// let piece = tokenizer.next(b"llo\r\n")?;
/// assert_eq!(piece, Step::Token(Token::Piece { bytes: b"llo", last: true }, 5));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {
    limits: Limits,
    /// Bytes of the current line that hold no line end.
    scanned: usize,
    /// Bytes of the current payload still to come, its line end not counted.
    payload: Option<usize>,
    /// Bytes consumed since the start.
    offset: u64,
    failed: Option<DecodeError>,
}

impl Tokenizer {
    /// A tokenizer with default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A tokenizer with the limits on lines, payloads and counts of `limits`.
    #[must_use]
    pub fn with_limits(limits: Limits) -> Self {
        Self { limits, ..Self::default() }
    }

    /// The next token at the start of `input`, which must begin where the last
    /// token ended. Never panics.
    ///
    /// # Errors
    /// The stream is not RESP or exceeds a limit. The error is final: every
    /// later call answers the same.
    pub fn next<'buf>(&mut self, input: &'buf [u8]) -> Result<Step<'buf>, DecodeError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        let step = match self.payload {
            Some(left) => self.piece(input, left),
            None => self.header(input),
        };
        match step {
            Ok(step) => {
                if let Step::Token(_, used) = step {
                    self.offset += used as u64;
                }
                Ok(step)
            }
            Err((kind, at)) => {
                let error = DecodeError { kind, offset: self.offset + at as u64 };
                self.failed = Some(error);
                Err(error)
            }
        }
    }

    fn header<'buf>(&mut self, input: &'buf [u8]) -> Result<Step<'buf>, Fault> {
        let Some((token, used)) = read_header(input, &mut self.scanned, &self.limits)? else {
            return Ok(Step::NeedMore(1));
        };
        if let Token::Bulk { len, .. } | Token::Chunk { len: len @ 1.. } = token {
            self.payload = Some(len);
        }
        Ok(Step::Token(token, used))
    }

    fn piece<'buf>(&mut self, input: &'buf [u8], left: usize) -> Result<Step<'buf>, Fault> {
        if input.len() > left {
            if !ends_line(input, left)? {
                return Ok(Step::NeedMore(1));
            }
            self.payload = None;
            return Ok(Step::Token(Token::Piece { bytes: &input[..left], last: true }, left + 2));
        }
        if input.is_empty() || input.len() == left {
            return Ok(Step::NeedMore(left - input.len() + 2));
        }
        self.payload = Some(left - input.len());
        Ok(Step::Token(Token::Piece { bytes: input, last: false }, input.len()))
    }
}

/// What is wrong, and at which position of the input.
pub(crate) type Fault = (DecodeErrorKind, usize);

/// Whether CR LF stands at `at`; `false` while one of them is missing.
#[inline]
pub(crate) fn ends_line(input: &[u8], at: usize) -> Result<bool, Fault> {
    match input.get(at..) {
        Some([b'\r', b'\n', ..]) => Ok(true),
        Some([] | [b'\r']) | None => Ok(false),
        Some([b'\r', ..]) => Err((DecodeErrorKind::BadTerminator, at + 1)),
        Some(_) => Err((DecodeErrorKind::BadTerminator, at)),
    }
}

/// The token that starts at `input[0]` (any but a piece) and the bytes it
/// takes, or `None` while its line has not ended.
#[inline]
pub(crate) fn read_header<'buf>(
    input: &'buf [u8],
    scanned: &mut usize,
    limits: &Limits,
) -> Result<Option<(Token<'buf>, usize)>, Fault> {
    let Some((&byte, rest)) = input.split_first() else { return Ok(None) };
    let Some(marker) = Marker::from_byte(byte) else {
        return Err((DecodeErrorKind::UnknownMarker(byte), 0));
    };
    let max = match marker {
        Marker::SimpleString | Marker::SimpleError => limits.max_line_len,
        Marker::Double => MAX_DOUBLE_LINE,
        Marker::BigNumber => MAX_BIG_NUMBER_LINE,
        _ => MAX_INTEGER_LINE,
    };
    let line = scan::line(rest, scanned, max).map_err(|(kind, at)| (kind, at + 1))?;
    let Some(len) = line else { return Ok(None) };
    match interpret(marker, &rest[..len], limits) {
        Ok(token) => Ok(Some((token, len + 3))),
        Err(kind) => Err((kind, 0)),
    }
}

/// The meaning of one whole line.
///
/// Specification: the section of each data type.
#[inline]
fn interpret<'buf>(
    marker: Marker,
    text: &'buf [u8],
    limits: &Limits,
) -> Result<Token<'buf>, DecodeErrorKind> {
    Ok(match marker {
        Marker::SimpleString => Token::Text { kind: Kind::SimpleString, text },
        Marker::SimpleError => Token::Text { kind: Kind::SimpleError, text },
        Marker::BigNumber if number::is_big_number(text) => Token::Text { kind: Kind::BigNumber, text },
        Marker::BigNumber => return Err(DecodeErrorKind::BadBigNumber),
        Marker::Integer => Token::Integer(number::parse_i64(text).ok_or(DecodeErrorKind::BadInteger)?),
        Marker::Double => Token::Double(number::parse_double(text).ok_or(DecodeErrorKind::BadDouble)?),
        Marker::Boolean => match text {
            b"t" => Token::Boolean(true),
            b"f" => Token::Boolean(false),
            _ => return Err(DecodeErrorKind::BadBoolean),
        },
        Marker::Null if text.is_empty() => Token::Null,
        Marker::Null => return Err(DecodeErrorKind::BadNull),
        Marker::BulkString => bulk(Kind::BulkString, text, limits)?,
        Marker::BulkError => bulk(Kind::BulkError, text, limits)?,
        Marker::Verbatim => bulk(Kind::Verbatim, text, limits)?,
        Marker::Array => aggregate(Kind::Array, text, limits)?,
        Marker::Set => aggregate(Kind::Set, text, limits)?,
        Marker::Map => aggregate(Kind::Map, text, limits)?,
        Marker::Push => aggregate(Kind::Push, text, limits)?,
        Marker::Attribute => aggregate(Kind::Attribute, text, limits)?,
        Marker::Chunk => match number::parse_length(text) {
            Some(Length::Known(len)) => Token::Chunk { len: payload_len(len, limits)? },
            _ => return Err(DecodeErrorKind::BadLength),
        },
        Marker::StreamEnd if text.is_empty() => Token::StreamEnd,
        Marker::StreamEnd => return Err(DecodeErrorKind::BadStream),
    })
}

#[inline]
fn bulk(kind: Kind, text: &[u8], limits: &Limits) -> Result<Token<'static>, DecodeErrorKind> {
    Ok(match number::parse_length(text).ok_or(DecodeErrorKind::BadLength)? {
        Length::Known(len) => {
            let len = payload_len(len, limits)?;
            // "Verbatim strings": three bytes of format and a colon.
            if kind == Kind::Verbatim && len < 4 {
                return Err(DecodeErrorKind::BadVerbatim);
            }
            Token::Bulk { kind, len }
        }
        Length::Streamed => Token::BulkStream { kind },
        Length::Null if kind == Kind::BulkString => Token::Null,
        Length::Null => return Err(DecodeErrorKind::BadLength),
    })
}

fn payload_len(len: u64, limits: &Limits) -> Result<usize, DecodeErrorKind> {
    usize::try_from(len).ok().filter(|&len| len <= limits.max_bulk_len).ok_or(DecodeErrorKind::BulkLimit)
}

#[inline]
fn aggregate(kind: Kind, text: &[u8], limits: &Limits) -> Result<Token<'static>, DecodeErrorKind> {
    Ok(match number::parse_length(text).ok_or(DecodeErrorKind::BadLength)? {
        Length::Known(count) => {
            let values = if kind.is_paired() { count.checked_mul(2) } else { Some(count) };
            let len = values
                .and_then(|values| u32::try_from(values).ok())
                .filter(|&values| values <= limits.max_aggregate_len)
                .ok_or(DecodeErrorKind::AggregateLimit)?;
            Token::Aggregate { kind, len }
        }
        Length::Streamed => Token::AggregateStream { kind },
        Length::Null if kind == Kind::Array => Token::Null,
        Length::Null => return Err(DecodeErrorKind::BadLength),
    })
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    /// A marker and its text.
    type Found = (u8, Vec<u8>);

    /// All tokens of `input`, fed `step_len` bytes at a time, pieces joined.
    fn tokens(input: &[u8], step_len: usize) -> (Vec<Found>, Result<usize, DecodeError>) {
        let mut tokenizer = Tokenizer::with_limits(Limits::default().max_line_len(8).max_bulk_len(9));
        let (mut start, mut end) = (0, step_len.min(input.len()));
        let mut found: Vec<Found> = Vec::new();
        loop {
            match tokenizer.next(&input[start..end]) {
                Ok(Step::Token(token, used)) => {
                    start += used;
                    match token {
                        Token::Piece { bytes, .. } => found.last_mut().unwrap().1.extend_from_slice(bytes),
                        Token::Text { text, kind } => found.push((kind.marker().as_byte(), text.to_vec())),
                        Token::Bulk { kind, .. } => found.push((kind.marker().as_byte(), Vec::new())),
                        other => found.push((b'?', std::format!("{other:?}").into_bytes())),
                    }
                }
                Ok(Step::NeedMore(at_least)) => {
                    assert!(at_least > 0);
                    if end == input.len() {
                        return (found, Ok(input.len() - start));
                    }
                    end = (end + step_len).min(input.len());
                }
                Err(error) => {
                    assert_eq!(tokenizer.next(b"+OK\r\n"), Err(error), "errors stay");
                    // How much of a broken payload came first depends on the cuts.
                    if let Some((b'$' | b'!' | b'=', payload)) = found.last_mut() {
                        payload.clear();
                    }
                    return (found, Err(error));
                }
            }
        }
    }

    #[test]
    fn whole_and_in_pieces_agree() {
        for input in [
            &b"+OK\r\n-ERR\r\n$5\r\nhello\r\n$0\r\n\r\n*2\r\n:1\r\n_\r\n"[..],
            b"$?\r\n;4\r\nabcd\r\n;0\r\n=7\r\ntxt:abc\r\n!3\r\nERR\r\n",
            b"$3\r\nabcX",
            b"$3\r\nabc\rX",
            b"$10\r\n",
            b"+123456789",
            b"+a\nb\r\n",
            b"*-2\r\n",
            b"=3\r\nabc\r\n",
            b"hello",
        ] {
            let whole = tokens(input, input.len());
            for step_len in 1..5 {
                assert_eq!(tokens(input, step_len), whole, "{}", input.escape_ascii());
            }
        }
    }
}
