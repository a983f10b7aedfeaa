//! Feeds bytes to the request decoder and writes down what came out.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use resp_core::{
    ArgSpan, ArgTape, Request, RequestDecoder, RequestErrorKind, RequestLimits, RequestProgress, SliceArgTape,
};

/// The requests of a stream, and how it ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Outcome {
    pub requests: Vec<Vec<Vec<u8>>>,
    pub end: End,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
    Complete,
    Incomplete,
    /// An error, and the byte it names.
    Error(RequestErrorKind, u64),
}

/// Decodes `input` as it arrives: at first up to `arrivals[0]`, and so on.
pub(crate) fn feed<T: ArgTape>(decoder: &mut RequestDecoder<T>, input: &[u8], arrivals: &[usize]) -> Outcome {
    let (mut start, mut promised) = (0, 0);
    let mut requests = Vec::new();
    for &end in arrivals {
        loop {
            assert_eq!(decoder.stream_offset(), start as u64);
            let used = match decoder.decode(&input[start..end]) {
                Ok(RequestProgress::Request(request)) => {
                    requests.push(arguments(request, &input[start..]));
                    request.byte_len()
                }
                Ok(RequestProgress::Blank { byte_len }) => byte_len,
                Ok(RequestProgress::NeedMore { at_least }) => {
                    assert!(at_least > 0);
                    assert_eq!(decoder.missing_len(end - start), at_least);
                    promised = end - start + at_least;
                    break;
                }
                Err(error) => {
                    assert_eq!(decoder.decode(b"PING\r\n").unwrap_err(), error, "errors stay");
                    return Outcome { requests, end: End::Error(error.kind, error.offset) };
                }
            };
            assert!(used >= promised, "it needed less than it said");
            start += used;
            promised = 0;
        }
    }
    assert_eq!(decoder.is_at_boundary(), start == input.len());
    Outcome { requests, end: if start == input.len() { End::Complete } else { End::Incomplete } }
}

/// The arguments, after every door to them has said the same.
fn arguments(request: Request<'_>, input: &[u8]) -> Vec<Vec<u8>> {
    let all: Vec<Vec<u8>> = request.args().map(<[u8]>::to_vec).collect();
    assert_eq!(request.len(), all.len());
    assert_eq!(request.args().len(), all.len());
    assert_eq!(request.name(), all[0]);
    assert_eq!(request.arg(all.len()), None);
    assert!(request.args().rev().eq(all.iter().rev()));
    assert!((0..all.len()).all(|index| request.arg(index) == Some(&all[index])));
    assert_eq!(request.bytes(), &input[..request.byte_len()]);
    assert_eq!(request.is_inline(), input[0] != b'*');
    all
}

/// Where pieces of `step` bytes end.
pub(crate) fn steps(len: usize, step: usize) -> Vec<usize> {
    (1..len).filter(|at| at % step == 0).chain([len]).collect()
}

/// What comes of `input`, the same byte by byte and at every cut.
pub(crate) fn outcome(limits: RequestLimits, input: &[u8]) -> Outcome {
    let whole = feed(&mut RequestDecoder::with_limits(limits), input, &[input.len()]);
    for step in [1, 2, 3, 7] {
        let pieces = feed(&mut RequestDecoder::with_limits(limits), input, &steps(input.len(), step));
        assert_eq!(pieces, whole, "in pieces of {step}: {}", input.escape_ascii());
    }
    // At every cut, unless that would take long.
    let apart = if input.len() < 1000 { 1 } else { input.len() / 16 };
    for cut in (0..input.len()).step_by(apart) {
        let cut_once = feed(&mut RequestDecoder::with_limits(limits), input, &[cut, input.len()]);
        assert_eq!(cut_once, whole, "cut at {cut}: {}", input.escape_ascii());
    }
    whole
}

pub(crate) fn end(limits: RequestLimits, input: &[u8]) -> End {
    outcome(limits, input).end
}

/// What comes of `input` with so much room on the caller's tape.
pub(crate) fn in_room(spans: usize, text: usize, input: &[u8], arrivals: &[usize]) -> Outcome {
    let (mut spans, mut text) = (vec![ArgSpan::EMPTY; spans], vec![0; text]);
    let tape = SliceArgTape::new(&mut spans, &mut text);
    feed(&mut RequestDecoder::with_tape(tape, RequestLimits::default()), input, arrivals)
}
