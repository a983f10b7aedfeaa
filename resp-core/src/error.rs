//! What can go wrong with bytes: in decoding, in encoding, in conversion.

use core::fmt;

/// A stream that is not RESP, or that exceeds a limit.
///
/// It is final: a stream has no place to start again after it, so a
/// [`Decoder`](crate::Decoder) answers with the same error from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// What was wrong.
    pub kind: DecodeErrorKind,
    /// Where, counted in bytes from the first one that the decoder was ever
    /// given; the same however the input was cut into pieces.
    pub offset: u64,
}

/// What a [`DecodeError`] was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// A byte that starts no token. The peer may speak another protocol.
    UnknownMarker(u8),
    /// A CR without LF or an LF without CR in a line.
    BadLine,
    /// A payload that is not followed by CR LF.
    BadTerminator,
    /// Not a decimal integer of 64 bits.
    BadInteger,
    /// Not a length or count: negative other than a null, signed, empty, not decimal.
    BadLength,
    /// Not a double.
    BadDouble,
    /// Neither `t` nor `f`.
    BadBoolean,
    /// Bytes after the marker of a null.
    BadNull,
    /// A big number that is not decimal digits.
    BadBigNumber,
    /// A verbatim string without its three-byte format and colon.
    BadVerbatim,
    /// A chunk or an end where no streamed value is open, or an end in the
    /// middle of a pair or after an attribute.
    BadStream,
    /// Something other than a chunk inside a streamed string.
    BadChunk,
    /// More levels than [`Limits::max_depth`](crate::Limits::max_depth).
    DepthLimit,
    /// A line longer than its limit in [`Limits`](crate::Limits).
    LineLimit,
    /// A payload longer than [`Limits::max_bulk_len`](crate::Limits::max_bulk_len).
    BulkLimit,
    /// More elements than [`Limits::max_aggregate_len`](crate::Limits::max_aggregate_len).
    AggregateLimit,
    /// More values than [`Limits::max_nodes`](crate::Limits::max_nodes).
    NodeLimit,
    /// More bytes than [`Limits::max_frame_len`](crate::Limits::max_frame_len).
    FrameLimit,
    /// More attributes in a row than [`Limits::max_attributes`](crate::Limits::max_attributes).
    AttributeLimit,
    /// The caller's slice of nodes has no room for the frame.
    TapeFull,
}

impl DecodeErrorKind {
    /// Whether a configurable limit was reached; otherwise the peer broke the protocol.
    #[must_use]
    pub const fn is_limit(self) -> bool {
        matches!(
            self,
            Self::DepthLimit
                | Self::LineLimit
                | Self::BulkLimit
                | Self::AggregateLimit
                | Self::NodeLimit
                | Self::FrameLimit
                | Self::AttributeLimit
                | Self::TapeFull
        )
    }
}

impl fmt::Display for DecodeErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::UnknownMarker(byte) = self {
            let byte = core::ascii::escape_default(*byte);
            write!(f, "unknown type byte '{byte}'")?;
        }
        f.write_str(match self {
            Self::UnknownMarker(b'H') => " (an HTTP server?)",
            Self::UnknownMarker(0x15 | 0x16) => " (a TLS port?)",
            Self::UnknownMarker(_) => "",
            Self::BadLine => "CR or LF inside a line",
            Self::BadTerminator => "payload not followed by CR LF",
            Self::BadInteger => "malformed integer",
            Self::BadLength => "malformed length",
            Self::BadDouble => "malformed double",
            Self::BadBoolean => "malformed boolean",
            Self::BadNull => "malformed null",
            Self::BadBigNumber => "malformed big number",
            Self::BadVerbatim => "malformed verbatim string",
            Self::BadStream => "chunk or end outside a streamed value",
            Self::BadChunk => "streamed string interrupted",
            Self::DepthLimit => "nested deeper than the limit",
            Self::LineLimit => "line longer than the limit",
            Self::BulkLimit => "payload longer than the limit",
            Self::AggregateLimit => "aggregate longer than the limit",
            Self::NodeLimit => "more values in one frame than the limit",
            Self::FrameLimit => "frame longer than the limit",
            Self::AttributeLimit => "more attributes in a row than the limit",
            Self::TapeFull => "more values in one frame than the tape holds",
        })
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.kind, self.offset)
    }
}

impl core::error::Error for DecodeError {}

#[cfg(feature = "std")]
impl From<DecodeError> for std::io::Error {
    fn from(error: DecodeError) -> Self {
        Self::new(std::io::ErrorKind::InvalidData, error)
    }
}

/// A value that cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EncodeError {
    /// The output has no room for the value; nothing of it was written.
    OutputFull {
        /// Bytes that the value needs.
        needed: usize,
    },
    /// A CR or LF in a simple string or simple error, which would end it early
    /// and let the rest pass for another reply. Nothing was written.
    LineBreak,
    /// A big number that is not decimal digits. Nothing was written.
    BadBigNumber,
    /// An attribute or a part of a streamed value, for a RESP2 client. Nothing
    /// was written.
    NotInResp2,
}

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutputFull { needed } => write!(f, "output has no room for {needed} bytes"),
            Self::LineBreak => f.write_str("CR or LF in a simple string or error"),
            Self::BadBigNumber => f.write_str("big number is not decimal digits"),
            Self::NotInResp2 => f.write_str("RESP2 has no attributes or streamed values"),
        }
    }
}

impl core::error::Error for EncodeError {}

#[cfg(feature = "std")]
impl From<EncodeError> for std::io::Error {
    fn from(error: EncodeError) -> Self {
        Self::new(std::io::ErrorKind::InvalidInput, error)
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::string::ToString;

    #[test]
    fn messages_name_the_place_and_hint_at_other_protocols() {
        let error = |byte| DecodeError { kind: DecodeErrorKind::UnknownMarker(byte), offset: 7 }.to_string();
        assert_eq!(error(b'H'), "unknown type byte 'H' (an HTTP server?) at byte 7");
        assert_eq!(error(0x15), "unknown type byte '\\x15' (a TLS port?) at byte 7");
        assert_eq!(error(b'@'), "unknown type byte '@' at byte 7");
    }
}
