//! Why a stream cannot be read on.

use core::ffi::{CStr, c_char};
use std::io::Write as _;

use resp_core::{DecodeError, DecodeErrorKind};

/// What was wrong with a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(C)]
pub enum ErrorCode {
    /// Nothing.
    None = 0,
    /// A byte that starts no value. The peer may speak another protocol.
    UnknownMarker = 1,
    /// A CR without LF or an LF without CR in a line.
    BadLine = 2,
    /// A payload that is not followed by CR LF.
    BadTerminator = 3,
    /// Not a decimal integer of 64 bits.
    BadInteger = 4,
    /// Not a length or count.
    BadLength = 5,
    /// Not a double.
    BadDouble = 6,
    /// Neither t nor f.
    BadBoolean = 7,
    /// Bytes after the marker of a null.
    BadNull = 8,
    /// A big number that is not decimal digits.
    BadBigNumber = 9,
    /// A verbatim string without its format of three bytes and a colon.
    BadVerbatim = 10,
    /// A chunk or an end where no streamed value is open, or an end in the
    /// middle of a pair or after an attribute.
    BadStream = 11,
    /// Something other than a chunk inside a streamed string.
    BadChunk = 12,
    /// More than max_depth of resp_limits.
    DepthLimit = 13,
    /// More than max_line_len of resp_limits, or a number of absurd length.
    LineLimit = 14,
    /// More than max_bulk_len of resp_limits.
    BulkLimit = 15,
    /// More than max_aggregate_len of resp_limits.
    AggregateLimit = 16,
    /// More than max_values of resp_limits.
    ValueLimit = 17,
    /// More than max_reply_len of resp_limits.
    ReplyLimit = 18,
    /// More than max_attributes of resp_limits.
    AttributeLimit = 19,
    /// There is no reader: it was NULL.
    NoReader = 20,
    /// Something that this header does not know yet; see the message.
    Other = 21,
}

/// Why a stream cannot be read on.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Error {
    /// What was wrong.
    pub code: ErrorCode,
    /// Whether a limit was reached; otherwise the peer broke the protocol.
    pub is_limit: bool,
    /// Where, in bytes from the first one that was ever fed.
    pub offset: u64,
    /// Code and offset in words, in ASCII, never NULL. It lives as long as the
    /// reader.
    pub message: *const c_char,
}

impl Error {
    pub(crate) const fn new(code: ErrorCode, message: &'static CStr) -> Self {
        Self { code, is_limit: false, offset: 0, message: message.as_ptr() }
    }
}

/// The error that ended a stream, with room for its message.
#[derive(Debug)]
pub(crate) struct Failure {
    error: DecodeError,
    message: [u8; MESSAGE_LEN],
}

/// The longest message and a NUL: 72 bytes are taken by the hint at TLS.
const MESSAGE_LEN: usize = 128;

impl Failure {
    pub(crate) fn new(error: DecodeError) -> Self {
        let mut message = [0; MESSAGE_LEN];
        // One that were too long would be cut, before the last NUL.
        let _ = write!(&mut message[..MESSAGE_LEN - 1], "{error}");
        Self { error, message }
    }

    pub(crate) fn to_c(&self) -> Error {
        Error {
            code: code(self.error.kind),
            is_limit: self.error.kind.is_limit(),
            offset: self.error.offset,
            message: self.message.as_ptr().cast(),
        }
    }
}

fn code(kind: DecodeErrorKind) -> ErrorCode {
    match kind {
        DecodeErrorKind::UnknownMarker(_) => ErrorCode::UnknownMarker,
        DecodeErrorKind::BadLine => ErrorCode::BadLine,
        DecodeErrorKind::BadTerminator => ErrorCode::BadTerminator,
        DecodeErrorKind::BadInteger => ErrorCode::BadInteger,
        DecodeErrorKind::BadLength => ErrorCode::BadLength,
        DecodeErrorKind::BadDouble => ErrorCode::BadDouble,
        DecodeErrorKind::BadBoolean => ErrorCode::BadBoolean,
        DecodeErrorKind::BadNull => ErrorCode::BadNull,
        DecodeErrorKind::BadBigNumber => ErrorCode::BadBigNumber,
        DecodeErrorKind::BadVerbatim => ErrorCode::BadVerbatim,
        DecodeErrorKind::BadStream => ErrorCode::BadStream,
        DecodeErrorKind::BadChunk => ErrorCode::BadChunk,
        DecodeErrorKind::DepthLimit => ErrorCode::DepthLimit,
        DecodeErrorKind::LineLimit => ErrorCode::LineLimit,
        DecodeErrorKind::BulkLimit => ErrorCode::BulkLimit,
        DecodeErrorKind::AggregateLimit => ErrorCode::AggregateLimit,
        DecodeErrorKind::NodeLimit => ErrorCode::ValueLimit,
        DecodeErrorKind::FrameLimit => ErrorCode::ReplyLimit,
        DecodeErrorKind::AttributeLimit => ErrorCode::AttributeLimit,
        _ => ErrorCode::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_message_fits() {
        for byte in 0..=u8::MAX {
            let error = DecodeError { kind: DecodeErrorKind::UnknownMarker(byte), offset: u64::MAX };
            let failure = Failure::new(error);
            let message = CStr::from_bytes_until_nul(&failure.message).unwrap();
            assert_eq!(message.to_str().unwrap(), error.to_string());
        }
    }
}
