//! What a hostile or broken peer may send, and what comes of it: the right
//! error at the right byte, or patience, and never more heap than in
//! proportion to what was received, however it arrives.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

use bytes::{Bytes, BytesMut};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use resp_core::DecodeErrorKind::{self, *};
use resp_core::{DecodeError, Decoder, Limits, Progress};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// Live bytes on the heap for each byte received, at the most,
const FACTOR: usize = 8;
/// and as much more.
const BASE: usize = 64 << 10;

/// How a stream ends, and after how many values.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    /// With the last of this many.
    Whole(usize),
    /// Within the value after this many.
    Waits(usize),
    /// At this byte, after this many.
    Fails(DecodeErrorKind, usize, usize),
}
use End::{Fails, Waits, Whole};

/// One test, since a second thread would be counted too.
#[test]
fn hostile_streams() {
    for (input, end) in malformed() {
        check(Limits::default(), input, end);
        let Fails(kind, at, values) = end else { continue };
        let before = b"+OK\r\n$-1\r\n";
        let end = Fails(kind, before.len() + at, values + 2);
        check(Limits::default(), &[before, input].concat(), end);
        // Values before the fault might complete the frame around it.
        if values == 0 {
            let around = b"*2\r\n:1\r\n%1\r\n";
            let end = Fails(kind, around.len() + at, 0);
            check(Limits::default(), &[around, input].concat(), end);
        }
    }
    for (input, end) in bombs() {
        check(Limits::default(), &input, end);
    }
    for (limits, input, end) in tight_limits() {
        check(limits, &input, end);
    }
    // Byte by byte it takes too long at full size.
    for (count, steps) in [(400_000, &[usize::MAX, 16 << 10, 1448][..]), (50_000, &[1])] {
        for (input, end) in many_small_values(count) {
            steps.iter().for_each(|&step| check_in_pieces(Limits::default(), &input, step, end));
        }
    }
    arbitrary_streams_stay_in_proportion();
}

/// What is not RESP, and next to it what looks odd and is.
fn malformed() -> Vec<(&'static [u8], End)> {
    let fails = |kind, at| Fails(kind, at, 0);
    vec![
        // Announcements beyond any limit, refused on the header.
        (b"*2147483647\r\n", fails(AggregateLimit, 0)),
        (b"*9223372036854775807\r\n", fails(AggregateLimit, 0)),
        (b"%8388609\r\n", fails(AggregateLimit, 0)),
        (b"%9223372036854775807\r\n", fails(AggregateLimit, 0)),
        (b"|9223372036854775807\r\n", fails(AggregateLimit, 0)),
        (b"$2147483647\r\n", fails(BulkLimit, 0)),
        (b"$9223372036854775807\r\n", fails(BulkLimit, 0)),
        (b"=536870913\r\n", fails(BulkLimit, 0)),
        (b"!536870913\r\n", fails(BulkLimit, 0)),
        (b"$?\r\n;536870913\r\n", fails(BulkLimit, 4)),
        // Announcements that the limits allow.
        (b"*10000000\r\n:1\r\n", Waits(0)),
        (b"%8388608\r\n+key\r\n", Waits(0)),
        (b"$536870912\r\nabc", Waits(0)),
        (b"=536870912\r\ntxt:", Waits(0)),
        (b"$?\r\n;536870912\r\nabc", Waits(0)),
        // Lengths.
        (b"$-2\r\n", fails(BadLength, 0)),
        (b"*-2\r\n", fails(BadLength, 0)),
        (b"*-5\r\n", fails(BadLength, 0)),
        (b"$+5\r\n", fails(BadLength, 0)),
        (b"$ 5\r\n", fails(BadLength, 0)),
        (b"$-0\r\n", fails(BadLength, 0)),
        (b"$1e3\r\n", fails(BadLength, 0)),
        (b"$\r\n", fails(BadLength, 0)),
        (b"*\r\n", fails(BadLength, 0)),
        (b"$99999999999999999999\r\n", fails(BadLength, 0)),
        (b"*99999999999999999999\r\n", fails(BadLength, 0)),
        (b"%-1\r\n", fails(BadLength, 0)),
        (b"~-1\r\n", fails(BadLength, 0)),
        (b">-1\r\n", fails(BadLength, 0)),
        (b"=-1\r\n", fails(BadLength, 0)),
        (b"!-1\r\n", fails(BadLength, 0)),
        (b"$05\r\nhello\r\n$-1\r\n*-1\r\n", Whole(3)),
        // Integers.
        (b":9223372036854775808\r\n", fails(BadInteger, 0)),
        (b":-9223372036854775809\r\n", fails(BadInteger, 0)),
        (b":\r\n", fails(BadInteger, 0)),
        (b":1a\r\n", fails(BadInteger, 0)),
        (b":--1\r\n", fails(BadInteger, 0)),
        (b": 1\r\n", fails(BadInteger, 0)),
        (b":1\0\r\n", fails(BadInteger, 0)),
        (b":9223372036854775807\r\n:-9223372036854775808\r\n:+1\r\n:-0\r\n:007\r\n", Whole(5)),
        // Doubles and big numbers.
        (b",\r\n", fails(BadDouble, 0)),
        (b",.5\r\n", fails(BadDouble, 0)),
        (b",1.\r\n", fails(BadDouble, 0)),
        (b",infinity\r\n", fails(BadDouble, 0)),
        (b",0x1p3\r\n", fails(BadDouble, 0)),
        (b",nan\r\n,inf\r\n,-inf\r\n,1e400\r\n,-1e400\r\n,1e-400\r\n", Whole(6)),
        (b"(12ab\r\n", fails(BadBigNumber, 0)),
        (b"(\r\n", fails(BadBigNumber, 0)),
        (b"(-\r\n", fails(BadBigNumber, 0)),
        // Booleans, nulls, verbatim strings.
        (b"#x\r\n", fails(BadBoolean, 0)),
        (b"#T\r\n", fails(BadBoolean, 0)),
        (b"#tt\r\n", fails(BadBoolean, 0)),
        (b"_x\r\n", fails(BadNull, 0)),
        (b"=2\r\nab\r\n", fails(BadVerbatim, 0)),
        (b"=3\r\nabc\r\n", fails(BadVerbatim, 0)),
        (b"=8\r\ntxtabcde\r\n", fails(BadVerbatim, 0)),
        // Ends of lines and payloads.
        (b"$3\r\nabcXY", fails(BadTerminator, 7)),
        (b"$3\r\nabc\n", fails(BadTerminator, 7)),
        (b"$3\r\nabc\rX", fails(BadTerminator, 8)),
        (b"+OK\n", fails(BadLine, 3)),
        (b"+a\rb\r\n", fails(BadLine, 2)),
        (b"+a\r\r\n", fails(BadLine, 2)),
        (b"$3\nabc", fails(BadLine, 2)),
        (b"*1\n", fails(BadLine, 2)),
        // Bytes that mean nothing here and are kept.
        (b"+a\0b\r\n-\xff\xfe\r\n$2\r\n\xc3\x28\r\n", Whole(3)),
        // Peers of other protocols.
        (b"HTTP/1.1 400 Bad Request\r\n", fails(UnknownMarker(b'H'), 0)),
        (b"\x15\x03\x03\x00\x02\x02\x50", fails(UnknownMarker(0x15), 0)),
        (b"\x16\x03\x01", fails(UnknownMarker(0x16), 0)),
        (b"SSH-2.0-", fails(UnknownMarker(b'S'), 0)),
        (b"\0", fails(UnknownMarker(0), 0)),
        (b"\r\n", fails(UnknownMarker(b'\r'), 0)),
        // Streamed values, and parts of them that are astray.
        (b".\r\n", fails(BadStream, 0)),
        (b";1\r\na\r\n", fails(BadStream, 0)),
        (b"*?\r\n:1\r\n.\r\n.\r\n", Fails(BadStream, 11, 1)),
        (b"%?\r\n+a\r\n.\r\n", fails(BadStream, 8)),
        (b"*?\r\n|0\r\n.\r\n", fails(BadStream, 8)),
        (b"$?\r\n+a\r\n", fails(BadChunk, 4)),
        (b"$?\r\n$?\r\n", fails(BadChunk, 4)),
        (b"=?\r\n;3\r\ntxt\r\n;0\r\n", fails(BadVerbatim, 13)),
        (b"$?\r\n;1\r\na\r\n;0\r\n*?\r\n%?\r\n.\r\n.\r\n~?\r\n.\r\n", Whole(3)),
        // Pushes of any content and at any place.
        (b">0\r\n>1\r\n:1\r\n*1\r\n>1\r\n+x\r\n", Whole(3)),
        // Keys that are aggregates, repeated keys and members.
        (b"%2\r\n*1\r\n_\r\n:1\r\n*1\r\n_\r\n:2\r\n~2\r\n+a\r\n+a\r\n", Whole(2)),
        // Attributes are no elements, and wait for their value.
        (b"*2\r\n:1\r\n|1\r\n+a\r\n:9\r\n:2\r\n|1\r\n+a\r\n:1\r\n_\r\n", Whole(2)),
        (b"|1\r\n+a\r\n:1\r\n", Waits(0)),
    ]
}

/// Much of one thing.
fn bombs() -> Vec<(Vec<u8>, End)> {
    const MANY: usize = 1_000_000;
    let deep = |level: &str, fault: usize| {
        (level.repeat(MANY).into_bytes(), Fails(DepthLimit, 1024 * level.len() + fault, 0))
    };
    vec![
        // Nests.
        deep("*1\r\n", 0),
        deep("~1\r\n", 0),
        deep(">1\r\n", 0),
        deep("*?\r\n", 0),
        deep("|1\r\n", 0),
        deep("|1\r\n+a\r\n", 0),
        deep("%1\r\n+a\r\n", 0),
        deep("%?\r\n+a\r\n", 0),
        (["*1\r\n".repeat(100_000), ":1\r\n".into()].concat().into_bytes(), Fails(DepthLimit, 4096, 0)),
        // The attribute of the innermost value is one level too many.
        (b"*1\r\n|1\r\n+a\r\n:1\r\n".repeat(2000), Fails(DepthLimit, 1023 * 16 + 4, 0)),
        // Counts inside of counts.
        (b"*10000000\r\n".repeat(128), Waits(0)),
        (b"*1000000\r\n".repeat(90), Waits(0)),
        (b"*16777216\r\n".repeat(1024), Waits(0)),
        (b"%8388608\r\n".repeat(1024), Waits(0)),
        (b"*?\r\n".repeat(1024), Waits(0)),
        // Attributes.
        (b"|0\r\n".repeat(MANY), Fails(AttributeLimit, 8 * 4, 0)),
        (b"|1\r\n+a\r\n:1\r\n".repeat(MANY), Fails(AttributeLimit, 8 * 12, 0)),
        // Lines without an end.
        ([b"+", &b"x".repeat(MANY)[..]].concat(), Fails(LineLimit, (64 << 10) + 1, 0)),
        ([b"-", &b"x".repeat(MANY)[..]].concat(), Fails(LineLimit, (64 << 10) + 1, 0)),
        ([b":", &b"0".repeat(MANY)[..]].concat(), Fails(LineLimit, 33, 0)),
        ([b"$", &b"0".repeat(MANY)[..]].concat(), Fails(LineLimit, 33, 0)),
        ([b"*", &b"9".repeat(MANY)[..]].concat(), Fails(LineLimit, 33, 0)),
        ([b"_", &b"x".repeat(MANY)[..]].concat(), Fails(LineLimit, 33, 0)),
        ([b",", &b"1".repeat(MANY)[..]].concat(), Fails(LineLimit, 129, 0)),
        ([b"(", &b"1".repeat(MANY)[..]].concat(), Fails(LineLimit, 4097, 0)),
    ]
}

/// Frames that stay within each rule and break the total.
fn tight_limits() -> Vec<(Limits, Vec<u8>, End)> {
    let nodes = Limits::default().max_nodes(10_000);
    let bytes = Limits::default().max_frame_len(200_000);
    let nested =
        [&b"*1000\r\n"[..], &[b"*1000\r\n", &b"_\r\n".repeat(1000)[..]].concat().repeat(20)].concat();
    let attributed = [&b"*16777216\r\n"[..], &b"|0\r\n_\r\n".repeat(20_000)].concat();
    let text = [b"$91\r\n", &b"x".repeat(91)[..], b"\r\n"].concat();
    let wide = [&b"*16777216\r\n"[..], &text.repeat(10_000)].concat();
    let chunk = [b";91\r\n", &b"x".repeat(91)[..], b"\r\n"].concat();
    let streamed = [&b"$?\r\n"[..], &chunk.repeat(10_000)].concat();
    vec![
        // Nodes: the outer array, then nine of 1001; of the tenth, which starts
        // with node 9010, the header and 989 values.
        (nodes, nested, Fails(NodeLimit, 7 + 9 * 3007 + 7 + 989 * 3, 0)),
        (nodes, attributed, Fails(NodeLimit, 11 + 4999 * 7 + 4, 0)),
        // 98 bytes a text: the first that would end behind the limit.
        (bytes, wide, Fails(FrameLimit, 11 + 98 * 2040, 0)),
        (bytes, streamed, Fails(FrameLimit, 4 + 98 * 2040, 0)),
    ]
}

/// Values that take more room on the tape than on the wire.
fn many_small_values(count: usize) -> Vec<(Vec<u8>, End)> {
    let array_of = |element: &[u8]| [format!("*{count}\r\n").as_bytes(), &element.repeat(count)].concat();
    let streamed = |element: &[u8]| [b"*?\r\n", &element.repeat(count)[..], b".\r\n"].concat();
    let long = [format!("${}\r\n", 3 * count).as_bytes(), &b"xyz".repeat(count), b"\r\n"].concat();
    vec![
        (array_of(b"_\r\n"), Whole(1)),
        (array_of(b"*0\r\n"), Whole(1)),
        (array_of(b"$-1\r\n"), Whole(1)),
        (array_of(b"$0\r\n\r\n"), Whole(1)),
        (array_of(b"|0\r\n+\r\n"), Whole(1)),
        (array_of(b"%1\r\n_\r\n_\r\n"), Whole(1)),
        (streamed(b"_\r\n"), Whole(1)),
        (streamed(b"%0\r\n"), Whole(1)),
        ([b"$?\r\n", &b";1\r\na\r\n".repeat(count)[..], b";0\r\n"].concat(), Whole(1)),
        ([b"*1000000\r\n".repeat(90), b"_\r\n".repeat(count / 2)].concat(), Waits(0)),
        (long, Whole(1)),
        (b"_\r\n".repeat(count), Whole(count)),
    ]
}

fn check(limits: Limits, input: &[u8], end: End) {
    for step in [usize::MAX, 16 << 10, 1] {
        check_in_pieces(limits, input, step, end);
    }
}

fn check_in_pieces(limits: Limits, input: &[u8], step: usize, end: End) {
    for (door, decode) in [("decode", decode as Door), ("decode_reply", decode_replies)] {
        ALLOCATOR.start();
        let came = decode(limits, input, step);
        ALLOCATOR.stop();
        if came != Ok(end) {
            let shown = input[..input.len().min(60)].escape_ascii();
            panic!("{shown}, {} bytes in pieces of {step}, {door}: {came:?}, not {end:?}", input.len());
        }
    }
}

/// Receives `input` in pieces of a size as a transport does, and checks the
/// bound after each: how it ends, or what was wrong.
type Door = fn(Limits, &[u8], usize) -> Result<End, String>;

/// From a buffer of the caller, which is counted as full.
fn decode(limits: Limits, input: &[u8], step: usize) -> Result<End, String> {
    let mut decoder = Decoder::with_limits(limits);
    let (mut start, mut received, mut values) = (0, 0, 0);
    for piece in input.chunks(step) {
        received += piece.len();
        let failed = loop {
            match decoder.decode(&input[start..received]) {
                Ok(Progress::Frame(frame)) => {
                    start += frame.byte_len();
                    values += 1;
                }
                Ok(Progress::NeedMore { .. }) => break None,
                Err(error) => break Some(error),
            }
        };
        check_heap(received, received)?;
        if let Some(error) = failed {
            return Ok(fails(error, values));
        }
    }
    Ok(if start == input.len() { Whole(values) } else { Waits(values) })
}

fn decode_replies(limits: Limits, input: &[u8], step: usize) -> Result<End, String> {
    let mut decoder = Decoder::with_limits(limits);
    let mut buffer = BytesMut::new();
    let (mut received, mut values) = (0, 0);
    for piece in input.chunks(step) {
        make_room(&mut buffer, piece.len());
        buffer.extend_from_slice(piece);
        received += piece.len();
        let failed = loop {
            match decoder.decode_reply(&mut buffer) {
                Ok(Some(_)) => values += 1,
                Ok(None) => break None,
                Err(error) => break Some(error),
            }
        };
        check_heap(received, 0)?;
        if let Some(error) = failed {
            return Ok(fails(error, values));
        }
    }
    Ok(if buffer.is_empty() { Whole(values) } else { Waits(values) })
}

fn fails(error: DecodeError, values: usize) -> End {
    Fails(error.kind, usize::try_from(error.offset).unwrap(), values)
}

fn check_heap(received: usize, beside: usize) -> Result<(), String> {
    let peak = ALLOCATOR.counts().peak.unsigned_abs() + beside;
    match peak <= FACTOR * received + BASE {
        true => Ok(()),
        false => Err(format!("{peak} bytes of heap for {received} bytes received")),
    }
}

/// Grows by a quarter, in place: `BytesMut` alone would double.
fn make_room(buffer: &mut BytesMut, len: usize) {
    if buffer.capacity() - buffer.len() < len {
        let mut bytes = Vec::from(core::mem::take(buffer));
        bytes.reserve_exact(len.max(bytes.len() / 4));
        *buffer = BytesMut::from(Bytes::from(bytes));
    }
}

fn arbitrary_streams_stay_in_proportion() {
    const TOKENS: &[&[u8]] = &[
        b"*16777216\r\n",
        b"*1000000\r\n",
        b"*3\r\n",
        b"*0\r\n",
        b"%8388608\r\n",
        b"%1\r\n",
        b"|1\r\n",
        b"|0\r\n",
        b"*?\r\n",
        b"%?\r\n",
        b".\r\n",
        b"$?\r\n",
        b";1\r\na\r\n",
        b";0\r\n",
        b"_\r\n",
        b"$-1\r\n",
        b":1\r\n",
        b"+\r\n",
        b"$0\r\n\r\n",
        b"$30\r\n012345678901234567890123456789\r\n",
        b"$536870912\r\n",
        b"\r\n",
    ];
    // Enough of each token for the bound and not only its base to count.
    let runs = vec((select(TOKENS), prop_oneof![4 => 1_usize..4, 1 => 1000_usize..20_000]), 1..12);
    let resp_like = runs
        .prop_map(|runs| runs.iter().flat_map(|(token, times)| token.repeat(*times)).collect::<Vec<u8>>());
    let stream = prop_oneof![4 => resp_like, 1 => vec(any::<u8>(), 0..2000)];
    let steps = select(vec![1_usize << 20, 64 << 10, 1448, 100]);
    let default = ProptestConfig::default();
    let config = ProptestConfig { cases: default.cases.max(1000), failure_persistence: None, ..default };
    let result = TestRunner::new(config).run(&(stream, steps), |(input, step)| {
        ALLOCATOR.start();
        let end = decode_replies(Limits::default(), &input, step);
        ALLOCATOR.stop();
        end.map(|_| ()).map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("{}", error.to_string().chars().take(1000).collect::<String>());
    }
}
