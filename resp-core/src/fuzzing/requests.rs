//! Requests as a server reads them.

use alloc::vec;
use alloc::vec::Vec;

use super::Choices;
use crate::decoder::{Decoder, Progress};
use crate::encoder::Encoder;
use crate::marker::Kind;
use crate::request::{
    ArgSpan, ArgTape, Request, RequestDecoder, RequestError, RequestLimits, RequestProgress, SliceArgTape,
};

/// The arguments of each request, none for a blank, and how it ended: an error,
/// or whether the last request was complete.
type Outcome = (Vec<Vec<Vec<u8>>>, Result<bool, RequestError>);

/// Reads a stream whole and in pieces: the same requests, the same error at the
/// same place. What was read and is written again reads the same, here and as
/// a reply. The first byte chooses limits, the next ones the cuts.
///
/// # Panics
/// A property does not hold.
pub fn requests(data: &[u8]) {
    let mut choices = Choices(data);
    let (limits, room) = limits(choices.byte());
    let ends = choices.ends();
    let input = choices.0;
    let whole = outcome(RequestDecoder::with_limits(limits), input, &[input.len()]);
    let pieces = outcome(RequestDecoder::with_limits(limits), input, &ends);
    assert_eq!(pieces, whole, "cuts change the requests");
    let on_slices = |room: usize, ends: &[usize]| {
        let (mut spans, mut text) = (vec![ArgSpan::EMPTY; room], vec![0; room]);
        outcome(RequestDecoder::with_tape(SliceArgTape::new(&mut spans, &mut text), limits), input, ends)
    };
    // No argument takes less than a byte of its own, and its line end.
    assert_eq!(on_slices(input.len(), &ends), whole, "the tape makes a difference");
    assert_eq!(on_slices(room, &ends), on_slices(room, &[input.len()]), "cuts change how full the tape is");
}

/// The usual limits, those of strangers, or ones that are soon reached; and
/// the length of a tape.
fn limits(choice: u8) -> (RequestLimits, usize) {
    let limits = match choice % 4 {
        0 | 1 => RequestLimits::default().max_args(1000).max_bulk_len(10_000),
        2 => RequestLimits::unauthenticated(),
        _ => RequestLimits::default().max_args(3).max_bulk_len(8).max_line_len(32).max_request_len(40),
    };
    (limits, usize::from(choice / 4))
}

/// What comes of `input` when it arrives up to each of `ends` in turn.
fn outcome<T: ArgTape>(mut decoder: RequestDecoder<T>, input: &[u8], ends: &[usize]) -> Outcome {
    let mut requests = Vec::new();
    let mut start = 0;
    for &end in ends {
        loop {
            match decoder.decode(&input[start..end]) {
                Ok(RequestProgress::Request(request)) => {
                    assert_eq!(request.bytes(), &input[start..][..request.byte_len()], "other bytes");
                    start += request.byte_len();
                    requests.push(args(request));
                }
                Ok(RequestProgress::Blank { byte_len }) => {
                    assert!(byte_len > 0, "nothing, over and over");
                    start += byte_len;
                    requests.push(Vec::new());
                }
                Ok(RequestProgress::NeedMore { at_least }) => {
                    assert!(at_least > 0, "more is needed and nothing is missing");
                    assert_eq!(decoder.missing_len(end - start), at_least, "two answers");
                    break;
                }
                Err(error) => {
                    assert_eq!(decoder.decode(b"PING\r\n").err(), Some(error), "an error is not final");
                    assert_is_an_answer(error);
                    return (requests, Err(error));
                }
            }
        }
    }
    assert_eq!(decoder.stream_offset(), start as u64, "bytes went astray");
    (requests, Ok(decoder.is_at_boundary()))
}

/// The text goes to the client as a simple error.
fn assert_is_an_answer(error: RequestError) {
    let message = error.message();
    assert!(message.as_ref().starts_with(b"ERR Protocol error: "), "an error of another kind");
    assert_eq!(Encoder::new(&mut Vec::new()).simple_error(message), Ok(()), "an error cannot be sent");
}

fn args(request: Request<'_>) -> Vec<Vec<u8>> {
    let args: Vec<&[u8]> = request.args().collect();
    assert_eq!(args.len(), request.len(), "arguments are lost");
    assert_eq!(args[0], request.name(), "two names");
    assert!(args.iter().enumerate().all(|(index, &arg)| request.arg(index) == Some(arg)), "two arguments");
    let mut wire = Vec::new();
    assert_eq!(Encoder::new(&mut wire).command(&args), Ok(()), "a request cannot be written");
    let mut decoder = RequestDecoder::new();
    match decoder.decode(&wire) {
        Ok(RequestProgress::Request(again)) => {
            assert!(again.args().eq(request.args()), "an argument reads back as another one");
            assert!(!again.is_inline() && again.byte_len() == wire.len(), "another request");
        }
        other => panic!("{} reads back as {other:?}", wire.escape_ascii()),
    }
    assert!(is_array_of(&wire, &args), "the decoder of replies reads another array");
    // What servers accept beyond that, such as `*+1`, is no RESP.
    assert!(request.is_inline() || is_array_of(request.bytes(), &args), "not an array of bulk strings");
    args.iter().map(|arg| arg.to_vec()).collect()
}

fn is_array_of(wire: &[u8], args: &[&[u8]]) -> bool {
    let mut decoder = Decoder::new();
    let Ok(Progress::Frame(frame)) = decoder.decode(wire) else { return false };
    let children =
        frame.children().map(|child| child.as_bytes().filter(|_| child.kind() == Kind::BulkString));
    frame.kind() == Kind::Array
        && frame.byte_len() == wire.len()
        && children.eq(args.iter().map(|&arg| Some(arg)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"\x00\x09*2\r\n$3\r\nGET\r\n$1\r\na\r\nPING\r\n",
            b"\x00\x01\x05set key \"a\\n\\x41\"\r\n\r\n*0\r\n*-1\r\n",
            b"\x01\x00*1\r\n$3\r\nabcx",
            b"\x02\x09*11\r\n",
            b"\x02\x0a*1\r\n$16385\r\n",
            b"\x07\x09*3\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n",
            b"\x04\x09*1\r\n:1\r\n",
            b"\x0c\x09a 'b c' \"d",
            b"\xff\xff\xff",
        ] {
            super::requests(data);
        }
    }
}
