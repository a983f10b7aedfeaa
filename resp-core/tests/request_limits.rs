//! Every limit on requests through the public builder: one below, exactly, one above.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod request_feeding;

use request_feeding::{End, end, in_room, steps};
use resp_core::RequestErrorKind::{
    ArgLimit, BadCount, BadLength, BulkLimit, CountLineLimit, InlineLimit, LengthLineLimit, RequestLimit,
    TapeFull, UnauthenticatedCount, UnauthenticatedLength,
};
use resp_core::{RequestDecoder, RequestErrorKind, RequestLimits, RequestProgress};

fn bulk(len: usize) -> Vec<u8> {
    [format!("${len}\r\n").as_bytes(), &vec![b'x'; len], b"\r\n"].concat()
}

fn of_args(count: usize, len: usize) -> Vec<u8> {
    [format!("*{count}\r\n").into_bytes(), bulk(len).repeat(count)].concat()
}

/// `make(n)` is a stream of one request that needs the limit to be `n` or more.
fn boundary(
    at: usize,
    limit: impl Fn(usize) -> RequestLimits,
    make: impl Fn(usize) -> Vec<u8>,
    kind: RequestErrorKind,
    offset: u64,
) {
    let input = make(at);
    assert_eq!(end(limit(at - 1), &input), End::Error(kind, offset), "{kind:?} {at} - 1");
    assert_eq!(end(limit(at), &input), End::Complete, "{kind:?} {at}");
    assert_eq!(end(limit(at + 1), &input), End::Complete, "{kind:?} {at} + 1");
    // Nothing is counted from one request to the next.
    assert_eq!(end(limit(at), &input.repeat(3)), End::Complete, "{kind:?} {at}, three times");
}

fn small(value: usize) -> u32 {
    value.try_into().unwrap()
}

#[test]
fn limits_on_arguments() {
    for at in [1, 2, 9, 10, 11, 100] {
        let limit = |args| RequestLimits::default().max_args(small(args));
        boundary(at, limit, |args| of_args(args, 1), ArgLimit, 0);
    }
    for at in [1, 2, 9, 10, 99, 9999, 10_000] {
        let limit = |bytes| RequestLimits::default().max_bulk_len(bytes);
        boundary(at, limit, bulk_request, BulkLimit, 4);
    }
}

fn bulk_request(len: usize) -> Vec<u8> {
    of_args(1, len)
}

#[test]
fn limits_on_lines() {
    let limit = |bytes| RequestLimits::default().max_line_len(bytes);
    for at in [33, 34, 100, 65_536] {
        // A CR before the LF counts.
        boundary(at, limit, |len| [&vec![b'a'; len][..], b"\n"].concat(), InlineLimit, at as u64 - 1);
        boundary(at, limit, |len| [&vec![b' '; len - 1][..], b"\r\n"].concat(), InlineLimit, at as u64 - 1);
    }
    // No count or length is that long, so that a longer line is wrong at its
    // end, and too long before.
    let line = |start: &str, len: usize| {
        let line = [start.as_bytes(), &b"0".repeat(len - 1), b"\r\n"].concat();
        (line.clone(), line[..line.len() - 2].to_vec())
    };
    for max in [32, 33, 1000, 65_536] {
        let (ended, open) = line("*", max);
        assert_eq!(end(limit(max), &open), End::Incomplete);
        assert_eq!(end(limit(max), &ended), End::Error(BadCount, 0));
        let (ended, open) = line("*", max + 1);
        assert_eq!(end(limit(max), &open), End::Error(CountLineLimit, max as u64));
        assert_eq!(end(limit(max), &ended), End::Error(CountLineLimit, max as u64));
        let (ended, open) = line("*1\r\n$", max);
        assert_eq!(end(limit(max), &open), End::Incomplete);
        assert_eq!(end(limit(max), &ended), End::Error(BadLength, 4));
        let (ended, open) = line("*1\r\n:", max + 1);
        assert_eq!(end(limit(max), &open), End::Error(LengthLineLimit, 4 + max as u64));
        assert_eq!(end(limit(max), &ended), End::Error(LengthLineLimit, 4 + max as u64));
    }
    // What no line end can end is too long all the same.
    for (start, kind, at) in [
        (&b"\0"[..], InlineLimit, 0),
        (b"$\0\n", InlineLimit, 0),
        (b"*\0\r\n", CountLineLimit, 0),
        (b"*1\r\n$\0\r\n", LengthLineLimit, 4),
    ] {
        let input = [start, &b"A".repeat(100)].concat();
        assert_eq!(end(limit(64), &input), End::Error(kind, at + 64), "{}", start.escape_ascii());
    }
    assert_eq!(limit(5), limit(32), "a count or length always fits");
}

#[test]
fn limit_on_a_request() {
    let limit = |bytes| RequestLimits::default().max_request_len(bytes);
    boundary(11, limit, |_| of_args(1, 1), RequestLimit, 4);
    boundary(4 + 7 * 5, limit, |_| of_args(5, 1), RequestLimit, 4 + 7 * 4);
    // It is refused before the argument has come.
    assert_eq!(end(limit(1000), b"*1\r\n$1000\r\n"), End::Error(RequestLimit, 4));
    assert_eq!(end(RequestLimits::default(), b"*3\r\n$1\r\na\r\n$536870912\r\n"), End::Incomplete);
}

#[test]
fn before_authentication() {
    let limits = RequestLimits::unauthenticated();
    assert_eq!(end(limits, &of_args(10, 1)), End::Complete);
    assert_eq!(end(limits, b"*11\r\n"), End::Error(UnauthenticatedCount, 0));
    assert_eq!(end(limits, b"*2147483647\r\n"), End::Error(UnauthenticatedCount, 0));
    assert_eq!(end(limits, b"*2147483648\r\n"), End::Error(ArgLimit, 0));
    assert_eq!(end(limits, &bulk_request(16_384)), End::Complete);
    assert_eq!(end(limits, b"*1\r\n$16385\r\n"), End::Error(UnauthenticatedLength, 4));
    assert_eq!(end(limits, b"*1\r\n$536870913\r\n"), End::Error(BulkLimit, 4));
    // Inline requests have the limit of the line only.
    assert_eq!(end(limits, b"a b c d e f g h i j k l\n"), End::Complete);
}

#[test]
fn limits_change_between_requests() {
    let mut decoder = RequestDecoder::with_limits(RequestLimits::unauthenticated());
    let (auth, big) = (b"AUTH secret\r\n", of_args(11, 20_000));
    let input = [&auth[..], &big].concat();
    let RequestProgress::Request(request) = decoder.decode(&input).unwrap() else { panic!("complete") };
    assert_eq!(request.byte_len(), auth.len());
    decoder.set_limits(RequestLimits::default());
    let RequestProgress::Request(request) = decoder.decode(&input[auth.len()..]).unwrap() else {
        panic!("complete")
    };
    assert_eq!((request.len(), request.byte_len()), (11, big.len()));
}

/// How a stream ends with so much room on the caller's tape.
fn room(spans: usize, text: usize, input: &[u8]) -> End {
    let whole = in_room(spans, text, input, &[input.len()]);
    assert_eq!(in_room(spans, text, input, &steps(input.len(), 1)), whole);
    whole.end
}

#[test]
fn a_tape_of_the_caller_bounds_a_request() {
    let input = of_args(3, 5).repeat(2);
    assert_eq!(room(3, 0, &input), End::Complete);
    assert_eq!(room(2, 0, &input), End::Error(TapeFull, 4 + 2 * 11));
    let input = b"set 'a b' \"\\n\"\r\n".repeat(2);
    assert_eq!(room(3, 7, &input), End::Complete);
    assert_eq!(room(2, 7, &input), End::Error(TapeFull, 0));
    assert_eq!(room(3, 6, &input), End::Error(TapeFull, 0));
}
