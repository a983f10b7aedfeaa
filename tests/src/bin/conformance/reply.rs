//! Replies: bytes of a server, and the values in them.

use resp_core::{DecodeErrorKind, Decoder, Progress};
use serde_json::Value;

use crate::feeding::{Mode, arrivals};
use crate::{from_hex, json};

/// Fresh decoder, pieces, every value that is ready after each, up to the first
/// error. Written as text, since values may be deep.
pub(crate) fn answer(mode: Mode, case: &Value) -> Option<String> {
    let input = from_hex(case["input_hex"].as_str()?)?;
    let mut decoder = Decoder::new();
    let (mut start, mut error) = (0, None);
    let mut values = Vec::new();
    'pieces: for end in arrivals(mode, input.len(), case["id"].as_str()?) {
        loop {
            match decoder.decode(&input[start..end]) {
                Ok(Progress::Frame(frame)) => {
                    values.push(json::to_json(frame));
                    start += frame.byte_len();
                }
                Ok(Progress::NeedMore { .. }) => break,
                Err(found) => {
                    error = Some(found.kind);
                    break 'pieces;
                }
            }
        }
    }
    let end = match error {
        Some(kind) => format!(r#","error":"{}""#, class(kind)),
        None if decoder.is_at_boundary() => String::new(),
        None => r#","incomplete":true"#.into(),
    };
    Some(format!(r#","values":[{}]{end}"#, values.join(",")))
}

/// The name that the cases have for an error.
const fn class(kind: DecodeErrorKind) -> &'static str {
    match kind {
        DecodeErrorKind::UnknownMarker(_) => "unknown_type",
        DecodeErrorKind::BadLine | DecodeErrorKind::LineLimit => "bad_line",
        DecodeErrorKind::BadTerminator => "bad_terminator",
        DecodeErrorKind::BadInteger => "bad_int",
        DecodeErrorKind::BadLength | DecodeErrorKind::BulkLimit | DecodeErrorKind::AggregateLimit => {
            "bad_length"
        }
        DecodeErrorKind::BadDouble => "bad_double",
        DecodeErrorKind::BadBoolean => "bad_bool",
        DecodeErrorKind::BadNull => "bad_null",
        DecodeErrorKind::BadBigNumber => "bad_bignum",
        DecodeErrorKind::BadVerbatim => "bad_verbatim",
        DecodeErrorKind::BadStream => "bad_stream",
        DecodeErrorKind::BadChunk => "bad_chunk",
        DecodeErrorKind::DepthLimit => "depth",
        _ => "limit",
    }
}
