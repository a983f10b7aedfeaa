//! What comes of a stream, by each way through the crate.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use bytes::BytesMut;

use crate::decoder::{Decoder, Progress};
use crate::encoder::Encoder;
use crate::error::DecodeError;
use crate::frame::Frame;
use crate::limits::Limits;
use crate::tape::Tape;
use crate::token::{Step, Token, Tokenizer};

/// The frames of a stream in canonical form, and how it ended: an error, or
/// whether the last frame was complete.
pub(super) type Outcome = (Vec<Vec<u8>>, Result<bool, DecodeError>);

/// Small enough for a fuzzer to reach.
pub(super) fn limits() -> Limits {
    Limits::default().max_depth(64).max_aggregate_len(1000).max_bulk_len(100_000)
}

/// What comes of `input` when it arrives up to each of `ends` in turn.
pub(super) fn of_frames<T: Tape>(mut decoder: Decoder<T>, input: &[u8], ends: &[usize]) -> Outcome {
    let mut frames = Vec::new();
    let mut start = 0;
    for &end in ends {
        loop {
            match decoder.decode(&input[start..end]) {
                Ok(Progress::Frame(frame)) => {
                    start += frame.byte_len();
                    frames.push(canonical(frame));
                }
                Ok(Progress::NeedMore { at_least }) => {
                    assert!(at_least > 0, "more is needed and nothing is missing");
                    assert_eq!(decoder.missing_len(end - start), at_least, "two answers");
                    break;
                }
                Err(error) => {
                    assert_eq!(decoder.decode(b"+OK\r\n").err(), Some(error), "an error is not final");
                    return (frames, Err(error));
                }
            }
        }
    }
    assert_eq!(decoder.stream_offset(), start as u64, "bytes went astray");
    (frames, Ok(decoder.is_at_boundary()))
}

/// The same by way of [`Decoder::decode_reply`], whose buffer loses what is decoded.
pub(super) fn of_replies(input: &[u8], ends: &[usize]) -> Outcome {
    let mut decoder = Decoder::with_limits(limits());
    let mut buffer = BytesMut::new();
    let mut frames = Vec::new();
    let mut start = 0;
    for &end in ends {
        buffer.extend_from_slice(&input[start..end]);
        start = end;
        loop {
            match decoder.decode_reply(&mut buffer) {
                Ok(Some(reply)) => frames.push(canonical(reply.frame())),
                Ok(None) => break,
                Err(error) => return (frames, Err(error)),
            }
        }
    }
    assert_eq!(decoder.stream_offset(), (input.len() - buffer.len()) as u64, "bytes went astray");
    (frames, Ok(decoder.is_at_boundary()))
}

/// The whole tokens of a stream as text, the pieces of a payload joined, and
/// the error that it ended with.
pub(super) fn of_tokens(input: &[u8], ends: &[usize]) -> (Vec<String>, Option<DecodeError>) {
    let mut tokenizer = Tokenizer::with_limits(limits());
    let mut tokens = Vec::new();
    let mut payload = Vec::new();
    let mut start = 0;
    for &end in ends {
        loop {
            match tokenizer.next(&input[start..end]) {
                Ok(Step::Token(token, used)) => {
                    assert!(used > 0, "a token of nothing");
                    start += used;
                    match token {
                        Token::Piece { bytes, last } => {
                            payload.extend_from_slice(bytes);
                            if last {
                                tokens.push(payload.escape_ascii().to_string());
                                payload.clear();
                            }
                        }
                        token => tokens.push(format!("{token:?}")),
                    }
                }
                Ok(Step::NeedMore(at_least)) => {
                    assert!(at_least > 0, "more is needed and nothing is missing");
                    break;
                }
                Err(error) => {
                    assert_eq!(tokenizer.next(b"+OK\r\n"), Err(error), "an error is not final");
                    return (tokens, Some(error));
                }
            }
        }
    }
    (tokens, None)
}

/// The frame encoded, which its owned forms must agree with.
fn canonical(frame: Frame<'_>) -> Vec<u8> {
    let out = encoded(frame);
    let reply = frame.to_reply();
    assert_eq!(reply.kind(), frame.kind(), "a copy is of another kind");
    assert_eq!(encoded(reply.frame()), out, "a copy is another value");
    assert_eq!(encoded(reply.detach().frame()), out, "a copy of a copy is another value");
    for part in reply.frame().children().chain(reply.frame().attributes()) {
        assert_eq!(encoded(part.to_reply().frame()), encoded(part), "a part is another value");
    }
    drop(frame.to_value());
    out
}

/// A decoded frame in canonical form.
pub(super) fn encoded(frame: Frame<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    let written = Encoder::new(&mut out).frame(frame);
    assert_eq!(written, Ok(()), "a decoded frame cannot be encoded");
    out
}
