//! Answers a checker's cases, a line of JSON each, with what this project makes
//! of their bytes. The last argument says how the bytes are fed: `whole`,
//! `bytes` or `random`.

use std::io::{self, BufRead, Write};

use resp_core::{DecodeErrorKind, Decoder, Encoder, Progress};
use serde_json::Value;

#[path = "../../../resp-core/examples/json/mod.rs"]
mod json;

#[derive(Clone, Copy)]
enum Mode {
    Whole,
    Bytes,
    Random,
}

fn main() -> io::Result<()> {
    let mode = match std::env::args().next_back().as_deref() {
        Some("bytes") => Mode::Bytes,
        Some("random") => Mode::Random,
        _ => Mode::Whole,
    };
    let mut printer = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let case: Value = serde_json::from_str(&line?)?;
        let id = &case["id"];
        let answer = match case["kind"].as_str() {
            Some("reply") => reply(mode, &case),
            Some("encode") => encode(&case),
            // Requests, slots and URLs are not built yet.
            _ => Some(r#","skip":true"#.into()),
        };
        let answer = answer.ok_or_else(|| io::Error::other(format!("case {id} is malformed")))?;
        writeln!(printer, r#"{{"id":{id}{answer}}}"#)?;
    }
    Ok(())
}

/// Fresh decoder, pieces, every value that is ready after each, up to the first
/// error. Written as text, since values may be deep.
fn reply(mode: Mode, case: &Value) -> Option<String> {
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

fn encode(case: &Value) -> Option<String> {
    let args = case["args_hex"].as_array()?.iter();
    let args = args.map(|arg| from_hex(arg.as_str()?)).collect::<Option<Vec<_>>>()?;
    let mut wire = Vec::new();
    Encoder::new(&mut wire).command(&args).ok()?;
    let mut answer = String::from(r#","wire_hex":""#);
    json::push_hex(&wire, &mut answer);
    Some(answer + "\"")
}

/// Where pieces end. Random ones are the same for the same case.
fn arrivals(mode: Mode, len: usize, id: &str) -> Vec<usize> {
    match mode {
        Mode::Whole => vec![len],
        Mode::Bytes => (1..len).chain([len]).collect(),
        Mode::Random => {
            let mut state = id.bytes().fold(0_u64, |state, byte| state.rotate_left(5) ^ u64::from(byte));
            let mut ends = Vec::new();
            let mut at = 0;
            while at < len {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                at = (at + 1 + usize::from(state.to_be_bytes()[0] % 13)).min(len);
                ends.push(at);
            }
            ends
        }
    }
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

fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    text.as_bytes().chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(*pair.get(1)?)?)).collect()
}
