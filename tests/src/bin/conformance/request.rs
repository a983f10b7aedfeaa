//! Requests: bytes of a client, and the commands in them.

use resp_core::{RequestDecoder, RequestError, RequestErrorKind, RequestLimits, RequestProgress};
use serde_json::Value;

use crate::feeding::{Mode, arrivals};
use crate::{from_hex, json};

/// Fresh decoder, pieces, every request that is ready after each, up to the
/// first error.
pub(crate) fn answer(mode: Mode, case: &Value) -> Option<String> {
    let input = from_hex(case["input_hex"].as_str()?)?;
    let limits = match case["auth_required"].as_bool() {
        Some(true) => RequestLimits::unauthenticated(),
        _ => RequestLimits::default(),
    };
    let mut decoder = RequestDecoder::with_limits(limits);
    let (mut start, mut error) = (0, None);
    let mut commands = Vec::new();
    'pieces: for end in arrivals(mode, input.len(), case["id"].as_str()?) {
        loop {
            start += match decoder.decode(&input[start..end]) {
                Ok(RequestProgress::Request(request)) => {
                    commands.push(json::arguments(request.args()));
                    request.byte_len()
                }
                Ok(RequestProgress::Blank { byte_len }) => byte_len,
                Ok(RequestProgress::NeedMore { .. }) => break,
                Err(found) => {
                    error = Some(found);
                    break 'pieces;
                }
            };
        }
    }
    let end = match error {
        Some(error) => failure(error),
        None if decoder.is_at_boundary() => String::new(),
        None => r#","incomplete":true"#.into(),
    };
    Some(format!(r#","commands":[{}]{end}"#, commands.join(",")))
}

/// The text is left out where it is not UTF-8, as JSON cannot hold it.
fn failure(error: RequestError) -> String {
    let mut out = format!(r#","error":"{}""#, class(error.kind));
    if let Ok(message) = str::from_utf8(error.message().as_ref()) {
        out.push_str(r#","message":"#);
        json::push_string(message, &mut out);
    }
    out
}

/// The name that the cases have for an error.
const fn class(kind: RequestErrorKind) -> &'static str {
    match kind {
        RequestErrorKind::UnbalancedQuotes => "unbalanced_quotes",
        RequestErrorKind::BadCount | RequestErrorKind::ArgLimit => "bad_count",
        RequestErrorKind::BadLength | RequestErrorKind::BulkLimit => "bad_bulk_length",
        RequestErrorKind::ExpectedDollar(_) => "expected_dollar",
        RequestErrorKind::BadLineEnd => "bad_terminator",
        RequestErrorKind::InlineLimit => "too_big_inline",
        RequestErrorKind::CountLineLimit => "too_big_count",
        RequestErrorKind::LengthLineLimit => "too_big_bulk",
        RequestErrorKind::UnauthenticatedCount => "unauth_count",
        RequestErrorKind::UnauthenticatedLength => "unauth_bulk",
        _ => "limit",
    }
}
