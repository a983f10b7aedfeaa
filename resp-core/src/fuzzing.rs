//! Bodies of the fuzz targets: properties that hold for any bytes. No part of
//! the interface.

use alloc::vec::Vec;

use crate::decoder::{Decoder, Progress};
use crate::encoder::Encoder;
use crate::error::DecodeError;
use crate::frame::Frame;
use crate::limits::Limits;
use crate::request::{RequestDecoder, RequestError, RequestLimits, RequestProgress};

/// Most cuts that a plan can ask for.
const MAX_CUTS: u8 = 8;

/// The frames of a stream in canonical form, and how it ended: an error, or
/// whether the last frame was complete.
type Outcome = (Vec<Vec<u8>>, Result<bool, DecodeError>);

/// Frames: cuts, owned forms and encoding change nothing. The first byte says
/// how many cuts there are, that many bytes how far they are apart, and the
/// rest is a stream.
///
/// # Panics
/// A property does not hold.
pub fn decode(data: &[u8]) {
    let Some((ends, input)) = plan(data) else { return };
    let whole = outcome(input, [input.len()]);
    assert_eq!(outcome(input, ends.iter().copied()), whole, "cuts change the answer");
    #[cfg(feature = "bytes")]
    assert_eq!(outcome_of_replies(input, &ends), whole, "replies are others than frames");
    for canonical in &whole.0 {
        let again = outcome(canonical, [canonical.len()]);
        assert_eq!(again.1, Ok(true), "an encoded frame is not whole");
        assert_eq!(again.0, [&canonical[..]], "an encoded frame reads back as another");
    }
}

/// Requests, from bytes as in [`decode`]: cuts change nothing, and commands read
/// back as they were read.
///
/// # Panics
/// A property does not hold.
pub fn requests(data: &[u8]) {
    let Some((ends, input)) = plan(data) else { return };
    for limits in [RequestLimits::default(), RequestLimits::unauthenticated().max_line_len(64)] {
        let whole = outcome_of_requests(limits, input, [input.len()]);
        assert_eq!(outcome_of_requests(limits, input, ends.iter().copied()), whole, "cuts change the answer");
        for canonical in &whole.0 {
            let again = outcome_of_requests(RequestLimits::default(), canonical, [canonical.len()]);
            assert_eq!(again.1, Ok(true), "an encoded request is not whole");
            assert_eq!(again.0, [&canonical[..]], "an encoded request reads back as another");
        }
    }
}

/// Where the pieces of the stream in `data` end, and the stream.
fn plan(data: &[u8]) -> Option<(Vec<usize>, &[u8])> {
    let (&count, rest) = data.split_first()?;
    let count = usize::from(count % (MAX_CUTS + 1)).min(rest.len());
    let (distances, input) = rest.split_at(count);
    let mut at = 0;
    let cuts = distances.iter().map(|&distance| {
        at = (at + usize::from(distance)).min(input.len());
        at
    });
    Some((cuts.chain([input.len()]).collect(), input))
}

/// The requests of `input` as commands, and how it ended.
fn outcome_of_requests(
    limits: RequestLimits,
    input: &[u8],
    ends: impl IntoIterator<Item = usize>,
) -> (Vec<Vec<u8>>, Result<bool, RequestError>) {
    let mut decoder = RequestDecoder::with_limits(limits);
    let mut commands = Vec::new();
    let mut start = 0;
    for end in ends {
        loop {
            start += match decoder.decode(&input[start..end]) {
                Ok(RequestProgress::Request(request)) => {
                    let args: Vec<_> = request.args().collect();
                    let mut command = Vec::new();
                    assert_eq!(Encoder::new(&mut command).command(&args), Ok(()));
                    commands.push(command);
                    request.byte_len()
                }
                Ok(RequestProgress::Blank { byte_len }) => byte_len,
                Ok(RequestProgress::NeedMore { at_least }) => {
                    assert!(at_least > 0, "more is needed and nothing is missing");
                    break;
                }
                Err(error) => return (commands, Err(error)),
            }
        }
    }
    assert_eq!(decoder.stream_offset(), start as u64, "bytes went astray");
    (commands, Ok(decoder.is_at_boundary()))
}

/// What comes of `input` when it arrives up to each of `ends` in turn.
fn outcome(input: &[u8], ends: impl IntoIterator<Item = usize>) -> Outcome {
    let mut decoder = Decoder::with_limits(limits());
    let mut frames = Vec::new();
    let mut start = 0;
    for end in ends {
        loop {
            match decoder.decode(&input[start..end]) {
                Ok(Progress::Frame(frame)) => {
                    start += frame.byte_len();
                    frames.push(canonical(frame));
                }
                Ok(Progress::NeedMore { at_least }) => {
                    assert!(at_least > 0, "more is needed and nothing is missing");
                    break;
                }
                Err(error) => return (frames, Err(error)),
            }
        }
    }
    assert_eq!(decoder.stream_offset(), start as u64, "bytes went astray");
    (frames, Ok(decoder.is_at_boundary()))
}

/// The same by way of [`Decoder::decode_reply`].
#[cfg(feature = "bytes")]
fn outcome_of_replies(input: &[u8], ends: &[usize]) -> Outcome {
    let mut decoder = Decoder::with_limits(limits());
    let mut frames = Vec::new();
    let mut buffer = bytes::BytesMut::new();
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

/// Small enough for a fuzzer to reach.
fn limits() -> Limits {
    Limits::default().max_depth(64).max_aggregate_len(1000).max_bulk_len(100_000)
}

/// The frame encoded, which its owned forms must agree with.
fn canonical(frame: Frame<'_>) -> Vec<u8> {
    let out = encoded(frame);
    #[cfg(feature = "bytes")]
    {
        let reply = frame.to_reply();
        assert_eq!(encoded(reply.frame()), out, "a copy is another value");
        assert_eq!(encoded(reply.detach().frame()), out, "a copy of a copy is another value");
        for part in reply.frame().children().chain(reply.frame().attributes()) {
            assert_eq!(encoded(part.to_reply().frame()), encoded(part), "a part is another value");
        }
    }
    drop(frame.to_value());
    out
}

fn encoded(frame: Frame<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    let written = Encoder::new(&mut out).frame(frame);
    assert_eq!(written, Ok(()), "a decoded frame cannot be encoded");
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"\x00",
            b"\x03\x01\x02\x03*2\r\n$3\r\nfoo\r\n+\r\n",
            b"\x02\x05\x01$3\r\nabc\rx",
            b"\x04\x04\x04\x04\x04%?\r\n|1\r\n+a\r\n_\r\n+k\r\n=?\r\n;3\r\ntxt\r\n;2\r\n:a\r\n;0\r\n.\r\n",
            b"\x01\x09*2\r\n:1\r\n:x\r\n",
            b"\x08\x01\x01\x01\x01\x01\x01\x01\x01,-nan\r\n(0012\r\n#f\r\n!0\r\n\r\n~1\r\n>0\r\n",
            b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
        ] {
            super::decode(data);
        }
    }

    #[test]
    fn requests_that_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"\x00",
            b"\x03\x01\x02\x03*2\r\n$3\r\nGET\r\n$1\r\na\r\nPING\r\n",
            b"\x02\x09\x03\r\n*0\r\nset \"a\\x41 b\" 'it\\'s'\nget 'a\n",
            b"\x01\x0a*1\r\n$4\r\nPINGxx",
            b"\x01\x05*11\r\n",
            b"\x00a\0b\r\n",
        ] {
            super::requests(data);
        }
    }
}
