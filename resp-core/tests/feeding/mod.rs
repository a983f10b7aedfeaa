//! Feeds bytes to every door of the crate and writes down what came out.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use core::fmt::Write;
use std::collections::VecDeque;

use bytes::BytesMut;
use resp_core::{
    DecodeError, DecodeErrorKind, Decoder, Frame, Kind, Limits, Progress, Step, Tape, Token, Tokenizer,
};

/// The values of a stream in the notation of [`show`], and how it ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub values: Vec<String>,
    pub end: End,
}

/// How a stream ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    /// After a value.
    Complete,
    /// Within a value.
    Incomplete,
    /// An error, and the byte it names.
    Error(DecodeErrorKind, u64),
}

impl From<DecodeError> for End {
    fn from(error: DecodeError) -> Self {
        Self::Error(error.kind, error.offset)
    }
}

/// Where pieces of `step` bytes end.
pub(crate) fn steps(len: usize, step: usize) -> Vec<usize> {
    (1..len).filter(|at| at % step == 0).chain([len]).collect()
}

/// Decodes `input` as it arrives: at first up to `arrivals[0]`, and so on. The
/// last arrival is the whole. Offsets count from the start of `input`.
pub(crate) fn decode<T: Tape>(decoder: &mut Decoder<T>, input: &[u8], arrivals: &[usize]) -> Outcome {
    let base = decoder.stream_offset();
    let (mut start, mut promised) = (0, 0);
    let mut values = Vec::new();
    for &end in arrivals {
        loop {
            assert_eq!(decoder.stream_offset(), base + start as u64);
            match decoder.decode(&input[start..end]) {
                Ok(Progress::Frame(frame)) => {
                    assert!(frame.byte_len() >= promised, "it needed less than it said");
                    values.push(show_all_forms(frame));
                    start += frame.byte_len();
                    promised = 0;
                }
                Ok(Progress::NeedMore { at_least }) => {
                    assert!(at_least > 0);
                    assert_eq!(decoder.missing_len(end - start), at_least);
                    promised = end - start + at_least;
                    break;
                }
                Err(error) => {
                    assert_eq!(decoder.decode(b"+OK\r\n").unwrap_err(), error, "errors stay");
                    return Outcome { values, end: End::Error(error.kind, error.offset - base) };
                }
            }
        }
    }
    assert_eq!(decoder.is_at_boundary(), start == input.len());
    Outcome { values, end: if start == input.len() { End::Complete } else { End::Incomplete } }
}

/// The same through [`Decoder::decode_reply`], whose buffer loses what is decoded.
pub(crate) fn decode_replies(limits: Limits, input: &[u8], arrivals: &[usize]) -> Outcome {
    let mut decoder = Decoder::with_limits(limits);
    let mut buffer = BytesMut::new();
    let (mut received, mut values) = (0, Vec::new());
    for &end in arrivals {
        buffer.extend_from_slice(&input[received..end]);
        received = end;
        loop {
            match decoder.decode_reply(&mut buffer) {
                Ok(Some(reply)) => values.push(show_all_forms(reply.frame())),
                Ok(None) => break,
                Err(error) => return Outcome { values, end: error.into() },
            }
        }
    }
    assert_eq!(decoder.is_at_boundary(), buffer.is_empty());
    Outcome { values, end: if buffer.is_empty() { End::Complete } else { End::Incomplete } }
}

/// How `input` ends in pieces of `step` bytes, for values too large or too deep
/// to be shown.
pub(crate) fn end(limits: Limits, input: &[u8], step: usize) -> End {
    let mut decoder = Decoder::with_limits(limits);
    let mut buffer = BytesMut::new();
    for piece in input.chunks(step) {
        buffer.extend_from_slice(piece);
        loop {
            match decoder.decode_reply(&mut buffer) {
                Ok(Some(_)) => {}
                Ok(None) => break,
                Err(error) => return error.into(),
            }
        }
    }
    if decoder.is_at_boundary() { End::Complete } else { End::Incomplete }
}

/// The tokens of `input`, the pieces of a payload joined, and how it ended.
/// It is complete where a token ended last.
pub(crate) fn tokens(limits: Limits, input: &[u8], arrivals: &[usize]) -> Outcome {
    let mut tokenizer = Tokenizer::with_limits(limits);
    let mut start = 0;
    let mut payload: Option<Vec<u8>> = None;
    let mut values = Vec::new();
    for &end in arrivals {
        loop {
            match tokenizer.next(&input[start..end]) {
                Ok(Step::Token(token, used)) => {
                    assert!(used > 0);
                    start += used;
                    match token {
                        Token::Piece { bytes, last } => {
                            let whole = payload.get_or_insert_default();
                            whole.extend_from_slice(bytes);
                            if last {
                                values.push(text(whole));
                                payload = None;
                            }
                        }
                        Token::Bulk { .. } | Token::Chunk { len: 1.. } => {
                            payload = Some(Vec::new());
                            values.push(format!("{token:?}"));
                        }
                        _ => values.push(format!("{token:?}")),
                    }
                }
                Ok(Step::NeedMore(at_least)) => {
                    assert!(at_least > 0);
                    break;
                }
                Err(error) => {
                    assert_eq!(tokenizer.next(b"+OK\r\n"), Err(error), "errors stay");
                    return Outcome { values, end: error.into() };
                }
            }
        }
    }
    let complete = start == input.len() && payload.is_none();
    Outcome { values, end: if complete { End::Complete } else { End::Incomplete } }
}

/// A value as one line of text: the marker and then the payload, elements in
/// brackets; a question mark after the marker of what was streamed.
///
/// `+"OK"`, `:1`, `$"a\r\n"`, `_`, `#t`, `,1.5`, `="txt:abc"`, `*[:1, :2]`,
/// `%?[+"k", _]`, `|[+"a", :1] +"OK"`.
pub(crate) fn show(frame: Frame<'_>) -> String {
    let mut shown = String::new();
    for attribute in frame.attributes() {
        write!(shown, "{} ", show_value(attribute)).expect("a String takes all");
    }
    shown + &show_value(frame)
}

/// [`show`], and that owned forms of the value and of its parts show the same.
fn show_all_forms(frame: Frame<'_>) -> String {
    // Some parts will do, as each of them is shown many times over.
    const MAX_PARTS: usize = 16;
    let mut pending = VecDeque::from([frame]);
    for _ in 0..MAX_PARTS {
        let Some(part) = pending.pop_front() else { break };
        let shown = show(part);
        let owned = part.to_reply();
        assert_eq!(show(owned.frame()), shown, "taken out");
        assert_eq!(show(owned.detach().frame()), shown, "taken out and detached");
        assert_eq!(show(owned.frame().to_reply().frame()), shown, "taken out twice");
        assert_eq!(owned.kind(), part.kind());
        // As text, since a NaN is unequal to itself.
        let value = format!("{:?}", part.to_value());
        assert_eq!(format!("{:?}", owned.frame().to_value()), value);
        assert_eq!(format!("{:?}", owned.detach().frame().to_value()), value);
        pending.extend(part.children());
        pending.extend(part.attributes());
    }
    show(frame)
}

fn show_value(frame: Frame<'_>) -> String {
    let marker = char::from(frame.kind().marker().as_byte());
    let mark = if frame.is_streamed() { "?" } else { "" };
    match frame.kind() {
        Kind::Null => "_".into(),
        Kind::Integer => format!(":{}", frame.as_i64().unwrap()),
        Kind::Double => format!(",{:?}", frame.as_f64().unwrap()),
        Kind::Boolean => if frame.as_bool().unwrap() { "#t" } else { "#f" }.into(),
        kind if kind.is_aggregate() => {
            let elements: Vec<String> = frame.children().map(show).collect();
            assert_eq!(frame.children().len(), elements.len());
            assert_eq!(frame.entries().count(), elements.len() / 2);
            assert_eq!(frame.len(), if kind.is_paired() { elements.len() / 2 } else { elements.len() });
            format!("{marker}{mark}[{}]", elements.join(", "))
        }
        kind => {
            let mut whole = match frame.verbatim_format() {
                Some(format) => [&format[..], b":"].concat(),
                None => Vec::new(),
            };
            assert_eq!(kind == Kind::Verbatim, !whole.is_empty());
            let payload = frame.payload().unwrap();
            assert_eq!(*payload, *frame.chunks().collect::<Vec<_>>().concat());
            whole.extend_from_slice(&payload);
            format!("{marker}{mark}{}", text(&whole))
        }
    }
}

/// Bytes in quotes.
pub(crate) fn text(bytes: &[u8]) -> String {
    format!("\"{}\"", bytes.escape_ascii())
}
