//! What can be wrong with a request, in the server's words.

use core::fmt;

/// A stream that holds no requests, or that exceeds a limit.
///
/// It is final: send [`message`](Self::message) as a simple error and close the
/// connection, as servers do. [`RequestDecoder`](crate::RequestDecoder) answers
/// with the same error from then on.
///
/// ```
/// use resp_core::{Encoder, RequestDecoder};
///
/// let error = RequestDecoder::new().decode(b"*1\r\n:5\r\n").unwrap_err();
/// let mut out = Vec::new();
/// Encoder::new(&mut out).simple_error(error.message())?;
/// assert_eq!(out, b"-ERR Protocol error: expected '$', got ':'\r\n");
/// # Ok::<(), resp_core::EncodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestError {
    /// What was wrong.
    pub kind: RequestErrorKind,
    /// Where, counted in bytes from the first one that the decoder was ever
    /// given; the same however the input was cut into pieces.
    pub offset: u64,
}

/// What a [`RequestError`] was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestErrorKind {
    /// An inline request with a quote that is not closed, or with something
    /// other than a blank behind a closing one.
    UnbalancedQuotes,
    /// A count of arguments that is not a decimal integer of 64 bits.
    BadCount,
    /// A length of an argument that is not a decimal integer from 0 up.
    BadLength,
    /// Another byte where the `$` of an argument is due.
    ExpectedDollar(u8),
    /// A count, length or argument that is not followed by CR LF. Older servers
    /// take any two bytes for the line end, newer ones refuse them.
    BadLineEnd,
    /// An inline request longer than
    /// [`RequestLimits::max_line_len`](crate::RequestLimits::max_line_len).
    InlineLimit,
    /// A line of a count longer than that.
    CountLineLimit,
    /// A line of a length longer than that.
    LengthLineLimit,
    /// More arguments than [`RequestLimits::max_args`](crate::RequestLimits::max_args).
    ArgLimit,
    /// An argument longer than
    /// [`RequestLimits::max_bulk_len`](crate::RequestLimits::max_bulk_len).
    BulkLimit,
    /// More arguments than a client may send that has not authenticated.
    UnauthenticatedCount,
    /// A longer argument than a client may send that has not authenticated.
    UnauthenticatedLength,
    /// More bytes than
    /// [`RequestLimits::max_request_len`](crate::RequestLimits::max_request_len).
    RequestLimit,
    /// The caller's slices have no room for the arguments.
    TapeFull,
}

impl RequestErrorKind {
    /// Whether a configurable limit was reached; otherwise the client broke the protocol.
    #[must_use]
    pub const fn is_limit(self) -> bool {
        !matches!(
            self,
            Self::UnbalancedQuotes
                | Self::BadCount
                | Self::BadLength
                | Self::ExpectedDollar(_)
                | Self::BadLineEnd
        )
    }

    /// The server's text; of `ExpectedDollar` the part before the byte.
    const fn text(self) -> &'static str {
        match self {
            Self::UnbalancedQuotes => "ERR Protocol error: unbalanced quotes in request",
            Self::BadCount | Self::ArgLimit => "ERR Protocol error: invalid multibulk length",
            Self::BadLength | Self::BulkLimit => "ERR Protocol error: invalid bulk length",
            Self::ExpectedDollar(_) => "ERR Protocol error: expected '$', got '",
            Self::BadLineEnd => "ERR Protocol error: invalid CRLF in request",
            Self::InlineLimit => "ERR Protocol error: too big inline request",
            Self::CountLineLimit => "ERR Protocol error: too big mbulk count string",
            Self::LengthLineLimit => "ERR Protocol error: too big bulk count string",
            Self::UnauthenticatedCount => "ERR Protocol error: unauthenticated multibulk length",
            Self::UnauthenticatedLength => "ERR Protocol error: unauthenticated bulk length",
            // Servers close the connection without a word.
            Self::RequestLimit => "ERR Protocol error: too big request",
            Self::TapeFull => "ERR Protocol error: too many arguments",
        }
    }
}

impl RequestError {
    /// The server's text for this error, without the minus: what belongs into a
    /// simple error. It need not be UTF-8, since it may hold a byte of the client.
    #[must_use]
    pub fn message(&self) -> impl AsRef<[u8]> + use<> {
        let mut message = Message { bytes: [0; MAX_MESSAGE_LEN], len: 0 };
        message.push(self.kind.text().as_bytes());
        if let RequestErrorKind::ExpectedDollar(byte) = self.kind {
            message.push(&[without_line_break(byte), b'\'']);
        }
        message
    }
}

/// A simple error holds no CR or LF; servers write blanks for them.
const fn without_line_break(byte: u8) -> u8 {
    if matches!(byte, b'\r' | b'\n') { b' ' } else { byte }
}

/// The longest of the texts, and some room.
const MAX_MESSAGE_LEN: usize = 64;

struct Message {
    bytes: [u8; MAX_MESSAGE_LEN],
    len: usize,
}

impl Message {
    fn push(&mut self, part: &[u8]) {
        self.bytes[self.len..][..part.len()].copy_from_slice(part);
        self.len += part.len();
    }
}

impl AsRef<[u8]> for Message {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// [`RequestError::message`], fit for a log: a byte of the client that does not
/// print is shown as `\x07`.
impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind.fmt(f)
    }
}

impl fmt::Display for RequestErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())?;
        match *self {
            Self::ExpectedDollar(byte) => match without_line_break(byte) {
                byte @ b' '..=b'~' => write!(f, "{}'", char::from(byte)),
                byte => write!(f, "\\x{byte:02x}'"),
            },
            _ => Ok(()),
        }
    }
}

impl core::error::Error for RequestError {}

#[cfg(feature = "std")]
impl From<RequestError> for std::io::Error {
    fn from(error: RequestError) -> Self {
        Self::new(std::io::ErrorKind::InvalidData, error)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn a_byte_of_the_client_is_sent_as_it_is_and_logged_so_that_it_shows() {
        for (byte, sent, logged) in [
            (b':', &b"':'"[..], "':'"),
            (b'\'', b"'''", "'''"),
            (b'\r', b"' '", "' '"),
            (b'\n', b"' '", "' '"),
            (b'\t', b"'\t'", "'\\x09'"),
            (0x1b, b"'\x1b'", "'\\x1b'"),
            (0xff, b"'\xff'", "'\\xff'"),
        ] {
            let error = RequestError { kind: RequestErrorKind::ExpectedDollar(byte), offset: 4 };
            let text = b"ERR Protocol error: expected '$', got ";
            assert_eq!(error.message().as_ref(), [text, sent].concat());
            assert_eq!(error.to_string(), std::format!("ERR Protocol error: expected '$', got {logged}"));
        }
    }

    #[test]
    fn every_text_fits() {
        for kind in [RequestErrorKind::UnauthenticatedCount, RequestErrorKind::UnbalancedQuotes] {
            assert_eq!(RequestError { kind, offset: 0 }.message().as_ref(), kind.to_string().as_bytes());
        }
    }
}
