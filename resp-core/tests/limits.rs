//! Every limit through the public builder: one below, exactly, one above; and
//! what a peer could do if there were none.
#![cfg(feature = "bytes")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod feeding;

use bytes::BytesMut;
use feeding::End;
use resp_core::DecodeErrorKind::{
    AggregateLimit, AttributeLimit, BulkLimit, DepthLimit, FrameLimit, LineLimit, NodeLimit, TapeFull,
};
use resp_core::{
    DecodeErrorKind, Decoder, Encoder, Kind, Limits, Node, Progress, SliceTape, Tokenizer, Value,
};

/// How `input` ends, the same in pieces of every size.
fn end(limits: Limits, input: &[u8]) -> End {
    let whole = feeding::decode(&mut Decoder::with_limits(limits), input, &[input.len()]);
    for step in [1, 2, 3, 7] {
        let arrivals = feeding::steps(input.len(), step);
        let pieces = feeding::decode(&mut Decoder::with_limits(limits), input, &arrivals);
        assert_eq!(pieces, whole, "in pieces of {step}: {}", input.escape_ascii());
        let replies = feeding::decode_replies(limits, input, &arrivals);
        assert_eq!(replies, whole, "as replies, in pieces of {step}: {}", input.escape_ascii());
    }
    whole.end
}

/// `make(n)` is a stream of one frame that needs the limit to be `n` or more.
fn boundary(
    limit: impl Fn(usize) -> Limits,
    make: impl Fn(usize) -> Vec<u8>,
    kind: DecodeErrorKind,
    fault_at: impl Fn(usize) -> usize,
) {
    for at in [1, 2, 3, 4, 7, 8, 20, 33, 100] {
        let input = make(at);
        assert_eq!(end(limit(at - 1), &input), End::Error(kind, fault_at(at) as u64), "{kind:?} {at} - 1");
        assert_eq!(end(limit(at), &input), End::Complete, "{kind:?} {at}");
        assert_eq!(end(limit(at + 1), &input), End::Complete, "{kind:?} {at} + 1");
        // Nothing is counted from one frame to the next.
        assert_eq!(end(limit(at), &input.repeat(3)), End::Complete, "{kind:?} {at}, three times");
    }
}

fn small(value: usize) -> u32 {
    value.try_into().unwrap()
}

fn line(marker: &str, text: &str) -> Vec<u8> {
    format!("{marker}{text}\r\n").into_bytes()
}

#[test]
fn depth() {
    let limit = |levels| Limits::default().max_depth(small(levels));
    for level in ["*1\r\n", "~1\r\n", ">1\r\n", "%1\r\n:0\r\n", "|1\r\n:0\r\n"] {
        let inner = if level.starts_with('|') { ":1\r\n" } else { "" };
        let last = level.len() / 4 * 4;
        boundary(
            limit,
            |levels| {
                // Attributes one inside the other, and after each the value it is about.
                let around = level.repeat(levels) + ":1\r\n" + &inner.repeat(levels);
                around.into_bytes()
            },
            DepthLimit,
            |levels| (levels - 1) * last,
        );
    }
    boundary(
        limit,
        |levels| ("*?\r\n".repeat(levels) + &".\r\n".repeat(levels)).into_bytes(),
        DepthLimit,
        |levels| (levels - 1) * 4,
    );
    // A streamed string is a level, as is an aggregate of nothing.
    boundary(
        limit,
        |levels| ("*1\r\n".repeat(levels - 1) + "$?\r\n;0\r\n").into_bytes(),
        DepthLimit,
        |levels| (levels - 1) * 4,
    );
    boundary(
        limit,
        |levels| ("*1\r\n".repeat(levels - 1) + "*0\r\n").into_bytes(),
        DepthLimit,
        |levels| (levels - 1) * 4,
    );
    assert_eq!(end(limit(0), b"+OK\r\n$1\r\na\r\n"), End::Complete);
    assert_eq!(end(limit(0), b"*-1\r\n"), End::Complete);
    // Width is not depth.
    let wide = "*100\r\n".to_owned() + &"*1\r\n:1\r\n".repeat(100);
    assert_eq!(end(limit(2), wide.as_bytes()), End::Complete);
}

#[test]
fn the_default_depth() {
    for step in [1, 1000, usize::MAX] {
        let nest = |levels: usize| [b"*1\r\n".repeat(levels), b":1\r\n".to_vec()].concat();
        let end = |levels| feeding::end(Limits::default(), &nest(levels), step);
        assert_eq!(end(1023), End::Complete);
        assert_eq!(end(1024), End::Complete);
        assert_eq!(end(1025), End::Error(DepthLimit, 1024 * 4));
    }
}

#[test]
fn bulk_lengths() {
    let limit = |bytes| Limits::default().max_bulk_len(bytes);
    for marker in ["$", "!"] {
        let make = |len: usize| [line(marker, &len.to_string()), vec![b'x'; len], line("", "")].concat();
        boundary(limit, make, BulkLimit, |_| 0);
    }
    // A verbatim string counts with its head.
    let verbatim = |len: usize| [line("=", &len.to_string()), vec![b':'; len], line("", "")].concat();
    for len in [4, 5, 30, 1000] {
        assert_eq!(end(limit(len - 1), &verbatim(len)), End::Error(BulkLimit, 0));
        assert_eq!(end(limit(len), &verbatim(len)), End::Complete);
        assert_eq!(end(limit(len + 1), &verbatim(len)), End::Complete);
    }
    // The header is enough.
    assert_eq!(end(limit(9), b"$10\r\n"), End::Error(BulkLimit, 0));
    assert_eq!(end(limit(0), b"$0\r\n\r\n"), End::Complete);
    assert_eq!(end(Limits::default(), b"$536870912\r\n"), End::Incomplete);
    assert_eq!(end(Limits::default(), b"$536870913\r\n"), End::Error(BulkLimit, 0));
    let none = limit(usize::MAX).max_frame_len(usize::MAX);
    assert_eq!(end(none, b"$18446744073709551615\r\n"), End::Error(FrameLimit, 0));
}

#[test]
fn bulk_lengths_of_streamed_strings() {
    let limit = |bytes| Limits::default().max_bulk_len(bytes);
    for marker in ["$", "!"] {
        let make = |len: usize| [line(marker, "?"), b";1\r\nx\r\n".repeat(len), line(";", "0")].concat();
        boundary(limit, make, BulkLimit, |len| 4 + (len - 1) * 7);
        let one = |len: usize| {
            let chunk = [line(";", &len.to_string()), vec![b'x'; len], line("", "")].concat();
            [line(marker, "?"), chunk, line(";", "0")].concat()
        };
        boundary(limit, one, BulkLimit, |_| 4);
    }
    // The sum starts anew with each string.
    let two = b"*2\r\n$?\r\n;3\r\nabc\r\n;0\r\n$?\r\n;3\r\nabc\r\n;0\r\n";
    assert_eq!(end(limit(3), two), End::Complete);
    assert_eq!(end(limit(5), b"$?\r\n;3\r\nabc\r\n;3\r\n"), End::Error(BulkLimit, 13));
}

#[test]
fn aggregate_lengths() {
    let limit = |values| Limits::default().max_aggregate_len(small(values));
    for marker in ["*", "~", ">"] {
        let make = |len: usize| [line(marker, &len.to_string()), b":1\r\n".repeat(len)].concat();
        boundary(limit, make, AggregateLimit, |_| 0);
        let streamed = |len: usize| [line(marker, "?"), b":1\r\n".repeat(len), line(".", "")].concat();
        boundary(limit, streamed, AggregateLimit, |len| 4 + (len - 1) * 4);
        // Of elements that are aggregates, the token that completes the one too many.
        let nested = |len: usize| [line(marker, "?"), b"*1\r\n:1\r\n".repeat(len), line(".", "")].concat();
        boundary(limit, nested, AggregateLimit, |len| 4 + (len - 1) * 8 + if len == 1 { 0 } else { 4 });
    }
}

/// A pair counts as two.
#[test]
fn aggregate_lengths_of_pairs() {
    let limit = |values: usize| Limits::default().max_aggregate_len(small(values));
    for (marker, after) in [("%", ""), ("|", ":1\r\n")] {
        for pairs in [1, 2, 5, 50] {
            let announced =
                [line(marker, &pairs.to_string()), b":1\r\n".repeat(2 * pairs), after.into()].concat();
            assert_eq!(end(limit(2 * pairs - 1), &announced), End::Error(AggregateLimit, 0));
            assert_eq!(end(limit(2 * pairs), &announced), End::Complete);
            assert_eq!(end(limit(2 * pairs + 1), &announced), End::Complete);

            let streamed =
                [line(marker, "?"), b":1\r\n".repeat(2 * pairs), line(".", ""), after.into()].concat();
            let fault_at = 4 + (2 * pairs as u64 - 1) * 4;
            assert_eq!(end(limit(2 * pairs - 1), &streamed), End::Error(AggregateLimit, fault_at));
            assert_eq!(end(limit(2 * pairs), &streamed), End::Complete);
            assert_eq!(end(limit(2 * pairs + 1), &streamed), End::Complete);
        }
    }
    // Attributes of elements are not elements.
    assert_eq!(end(limit(1), b"*1\r\n|0\r\n|0\r\n:1\r\n"), End::Complete);
    assert_eq!(end(limit(1), b"*?\r\n|0\r\n|0\r\n:1\r\n.\r\n"), End::Complete);
    assert_eq!(end(Limits::default(), b"*16777216\r\n"), End::Incomplete);
    assert_eq!(end(Limits::default(), b"*16777217\r\n"), End::Error(AggregateLimit, 0));
    assert_eq!(end(Limits::default(), b"%8388608\r\n"), End::Incomplete);
    assert_eq!(end(Limits::default(), b"%8388609\r\n"), End::Error(AggregateLimit, 0));
    // As many as a count can be.
    let most = Limits::default().max_aggregate_len(u32::MAX);
    assert_eq!(end(most, b"*4294967294\r\n"), End::Incomplete);
    assert_eq!(end(most, b"*4294967295\r\n"), End::Error(AggregateLimit, 0));
}

#[test]
fn nodes() {
    let limit = |values| Limits::default().max_nodes(small(values));
    let header_len = |nodes: usize| 3 + (nodes - 1).to_string().len();
    let flat = |nodes: usize| [line("*", &(nodes - 1).to_string()), b":1\r\n".repeat(nodes - 1)].concat();
    let last = |nodes: usize| if nodes == 1 { 0 } else { header_len(nodes) + (nodes - 2) * 4 };
    boundary(limit, flat, NodeLimit, last);
    let deep = |nodes: usize| [b"*1\r\n".repeat(nodes - 1), b":1\r\n".to_vec()].concat();
    boundary(limit, deep, NodeLimit, |nodes| (nodes - 1) * 4);
    // Attributes and chunks count, ends do not.
    let chunks = |nodes: usize| [line("$", "?"), b";1\r\nx\r\n".repeat(nodes - 1), line(";", "0")].concat();
    boundary(limit, chunks, NodeLimit, |nodes| if nodes == 1 { 0 } else { 4 + (nodes - 2) * 7 });
    assert_eq!(end(limit(2), b"|0\r\n*?\r\n.\r\n"), End::Complete);
    assert_eq!(end(limit(1), b"|0\r\n*?\r\n.\r\n"), End::Error(NodeLimit, 4));
}

#[test]
fn frame_lengths() {
    for (input, fault_at) in [
        (&b"+OK\r\n"[..], 0),
        (b"$3\r\nabc\r\n", 0),
        (b":12\r\n", 0),
        (b"*2\r\n:1\r\n:2\r\n", 8),
        (b"*0\r\n", 0),
        (b"*?\r\n:1\r\n.\r\n", 8),
        (b"$?\r\n;3\r\nabc\r\n;0\r\n", 13),
        (b"|0\r\n_\r\n", 4),
        (b"=5\r\ntxt:a\r\n", 0),
        (b"*1\r\n$10\r\n0123456789\r\n", 4),
    ] {
        let limit = |bytes| Limits::default().max_frame_len(bytes);
        let shown = input.escape_ascii();
        assert_eq!(end(limit(input.len() - 1), input), End::Error(FrameLimit, fault_at), "{shown}");
        assert_eq!(end(limit(input.len()), input), End::Complete, "{shown}");
        assert_eq!(end(limit(input.len() + 1), input), End::Complete, "{shown}");
        assert_eq!(end(limit(input.len()), &input.repeat(3)), End::Complete, "{shown}, three times");
    }
    // A payload is refused on its header: $7, four bytes of header, two of end.
    let limits = Limits::default().max_frame_len(12);
    assert_eq!(end(limits, b"$6\r\n"), End::Incomplete);
    assert_eq!(end(limits, b"$7\r\n"), End::Error(FrameLimit, 0));
    // What the tape can hold is the most.
    let limits = Limits::default().max_frame_len(usize::MAX).max_bulk_len(usize::MAX);
    assert_eq!(end(limits, b"$4294967280\r\n"), End::Incomplete);
    assert_eq!(end(limits, b"$4294967281\r\n"), End::Error(FrameLimit, 0));
}

#[test]
fn line_lengths() {
    let limit = |bytes| Limits::default().max_line_len(bytes);
    for marker in ["+", "-"] {
        boundary(limit, |len| line(marker, &"x".repeat(len)), LineLimit, |len| len);
        // The first byte too many is enough.
        assert_eq!(end(limit(3), &[marker.as_bytes(), b"abcd"].concat()), End::Error(LineLimit, 4));
        assert_eq!(end(limit(3), &[marker.as_bytes(), b"abc"].concat()), End::Incomplete);
        assert_eq!(end(limit(3), &[marker.as_bytes(), b"abc\r"].concat()), End::Incomplete);
    }
    assert_eq!(end(limit(0), b"+\r\n"), End::Complete);
    // Other lines have bounds of their own.
    assert_eq!(end(limit(1), b":123\r\n$3\r\nabc\r\n,1.5\r\n(123\r\n"), End::Complete);
    for (marker, text, max) in
        [(":", "0", 32), ("$", "0", 32), ("*", "0", 32), (",", "0", 128), ("(", "1", 4096)]
    {
        let below = line(marker, &text.repeat(max - 1));
        let exact = line(marker, &text.repeat(max));
        let above = line(marker, &text.repeat(max + 1));
        let after = if marker == "$" { "\r\n" } else { "" };
        assert_eq!(end(Limits::default(), &[&below[..], after.as_bytes()].concat()), End::Complete);
        assert_eq!(end(Limits::default(), &[&exact[..], after.as_bytes()].concat()), End::Complete);
        assert_eq!(end(Limits::default(), &above), End::Error(LineLimit, max as u64 + 1));
    }
    // Lines whose text is fixed still have to end some time.
    for marker in ["_", "#", "."] {
        assert_eq!(end(Limits::default(), &line(marker, &"x".repeat(33))), End::Error(LineLimit, 33));
    }
}

#[test]
fn the_default_line_length() {
    for (marker, step) in [("+", usize::MAX), ("-", usize::MAX), ("+", 1), ("-", 1000)] {
        let end = |len| feeding::end(Limits::default(), &line(marker, &"x".repeat(len)), step);
        assert_eq!(end((64 << 10) - 1), End::Complete);
        assert_eq!(end(64 << 10), End::Complete);
        assert_eq!(end((64 << 10) + 1), End::Error(LineLimit, (64 << 10) + 1));
    }
}

#[test]
fn attributes_in_a_row() {
    let limit = |attributes: usize| Limits::default().max_attributes(attributes.try_into().unwrap());
    let empty = |row: usize| [b"|0\r\n".repeat(row), b":1\r\n".to_vec()].concat();
    boundary(limit, empty, AttributeLimit, |row| (row - 1) * 4);
    let pairs = |row: usize| [b"|1\r\n:0\r\n:1\r\n".repeat(row), b":1\r\n".to_vec()].concat();
    boundary(limit, pairs, AttributeLimit, |row| (row - 1) * 12);
    let inside = |row: usize| [&b"*1\r\n"[..], &b"|0\r\n".repeat(row), b":1\r\n"].concat();
    boundary(limit, inside, AttributeLimit, |row| 4 + (row - 1) * 4);
    // A row ends at each value, and rows inside attributes are others.
    assert_eq!(end(limit(1), b"*2\r\n|0\r\n:1\r\n|0\r\n:2\r\n"), End::Complete);
    assert_eq!(end(limit(1), b"|1\r\n|0\r\n:1\r\n|0\r\n:2\r\n:3\r\n"), End::Complete);
    assert_eq!(end(limit(1), b"|1\r\n:1\r\n:2\r\n|0\r\n:3\r\n"), End::Error(AttributeLimit, 12));
    assert_eq!(end(limit(0), b":1\r\n"), End::Complete);
    assert_eq!(end(limit(255), &empty(254)), End::Complete);
    assert_eq!(end(limit(255), &empty(255)), End::Error(AttributeLimit, 254 * 4));
}

#[test]
fn a_slice_of_nodes() {
    for room in [1_usize, 2, 3, 10, 63] {
        let frame =
            |values: usize| [line("*", &(values - 1).to_string()), b":1\r\n".repeat(values - 1)].concat();
        let end = |values: usize, step: usize| {
            let mut nodes = vec![Node::EMPTY; room];
            let mut decoder = Decoder::with_tape(SliceTape::new(&mut nodes), Limits::default());
            let input = frame(values);
            feeding::decode(&mut decoder, &input, &feeding::steps(input.len(), step)).end
        };
        for step in [1, 5, 1000] {
            assert_eq!(end(room, step), End::Complete);
            let fault_at = frame(room + 1).len() as u64 - 4;
            assert_eq!(end(room + 1, step), End::Error(TapeFull, fault_at));
        }
    }
}

#[cfg(feature = "bytes")]
#[test]
fn a_slice_of_no_nodes_refuses_replies_however_they_are_cut() {
    for cut in [0, 4, 13] {
        let mut decoder = Decoder::with_tape(SliceTape::new(&mut []), Limits::default());
        let mut input = BytesMut::from(&b"+hello world\r\n"[..cut]);
        assert!(matches!(decoder.decode_reply(&mut input), Ok(None)));
        input.extend_from_slice(&b"+hello world\r\n"[cut..]);
        assert_eq!(decoder.decode_reply(&mut input).unwrap_err().kind, TapeFull);
    }
}

#[test]
fn which_kinds_are_limits() {
    for kind in
        [DepthLimit, LineLimit, BulkLimit, AggregateLimit, NodeLimit, FrameLimit, AttributeLimit, TapeFull]
    {
        assert!(kind.is_limit(), "{kind:?}");
    }
    assert!(!DecodeErrorKind::BadLine.is_limit());
    assert!(!DecodeErrorKind::UnknownMarker(0).is_limit());
}

#[test]
fn a_tokenizer_keeps_the_limits_that_concern_it() {
    let limits = Limits::default().max_line_len(3).max_bulk_len(4).max_aggregate_len(5);
    for (input, kind, at) in [
        (&b"+abcd"[..], LineLimit, 4),
        (b"$5\r\n", BulkLimit, 0),
        (b";5\r\n", BulkLimit, 0),
        (b"*6\r\n", AggregateLimit, 0),
        (b"%3\r\n", AggregateLimit, 0),
    ] {
        let error = Tokenizer::with_limits(limits).next(input).unwrap_err();
        assert_eq!((error.kind, error.offset), (kind, at));
    }
}

/// Runs `body` where recursion would not get far.
fn on_a_small_stack<R: Send + 'static>(body: impl FnOnce() -> R + Send + 'static) -> R {
    std::thread::Builder::new().stack_size(128 << 10).spawn(body).unwrap().join().unwrap()
}

#[test]
fn a_million_levels_are_refused() {
    for level in ["*1\r\n", "~1\r\n", "%1\r\n", "|1\r\n", "*?\r\n", "|?\r\n", "%1\r\n:1\r\n"] {
        let input = level.repeat(1_000_000).into_bytes();
        let error = on_a_small_stack(move || Decoder::new().decode(&input).map(|_| ()).unwrap_err());
        assert_eq!((error.kind, error.offset), (DepthLimit, 1024 * level.len() as u64), "{level:?}");
    }
}

#[test]
fn deep_values_take_no_stack() {
    const LEVELS: usize = 1_000_000;
    let limits = Limits::default().max_depth(small(LEVELS));
    for (level, kind, end) in
        [("~1\r\n", Kind::Set, ""), ("%1\r\n:1\r\n", Kind::Map, ""), ("*?\r\n", Kind::Array, ".\r\n")]
    {
        let input = [&level.repeat(LEVELS), "+x\r\n", &end.repeat(LEVELS)].concat().into_bytes();
        on_a_small_stack(move || {
            let mut decoder = Decoder::with_limits(limits);
            let Progress::Frame(frame) = decoder.decode(&input).unwrap() else { panic!("it is whole") };
            let mut out = Vec::new();
            Encoder::new(&mut out).frame(frame).unwrap();
            let announced = [&level.replace('?', "1").repeat(LEVELS), "+x\r\n"].concat().into_bytes();
            assert!(out == announced, "{level:?}: something else was written");

            let mut innermost = frame;
            for _ in 0..LEVELS {
                assert_eq!(innermost.kind(), kind);
                innermost = innermost.children().last().unwrap();
            }
            assert_eq!(innermost.as_bytes(), Some(&b"x"[..]));
            assert_eq!(format!("{frame:?}"), format!("{} of 1", kind.name()));

            let value = frame.to_value();
            let (Value::Array(list) | Value::Map(list) | Value::Set(list)) = &value else { panic!() };
            assert_eq!(list.len(), if kind == Kind::Map { 2 } else { 1 });
            let copy = value.clone();
            assert!(copy == value && value != Value::Null);
            drop(value);
            let shown = format!("{copy:?}");
            assert!(shown.starts_with(&format!("{kind:?}([")) && shown.ends_with(&"])".repeat(LEVELS)));
            drop(copy);

            let taken = frame.children().last().unwrap().to_reply();
            let detached = taken.detach();
            drop(taken);
            assert_eq!(detached.kind(), kind);
            drop(detached);

            let mut buffer = BytesMut::from(&input[..]);
            let reply = Decoder::with_limits(limits).decode_reply(&mut buffer).unwrap().unwrap();
            drop(reply.frame().to_reply());
            drop(reply);
        });
    }
}

/// Each attribute has one in front of its key, and so on.
#[test]
fn deep_attributes_take_no_stack() {
    const LEVELS: usize = 1_000_000;
    let limits = Limits::default().max_depth(small(LEVELS));
    let input = [&b"|1\r\n".repeat(LEVELS)[..], &b":1\r\n:2\r\n".repeat(LEVELS), b":3\r\n"].concat();
    on_a_small_stack(move || {
        let mut buffer = BytesMut::from(&input[..]);
        let reply = Decoder::with_limits(limits).decode_reply(&mut buffer).unwrap().unwrap();
        assert_eq!(reply.frame().as_i64(), Some(3));
        assert_eq!(reply.frame().to_value(), Value::Integer(3));
        let attribute = reply.frame().attributes().next().unwrap();
        let copy = attribute.to_reply().detach();
        drop(reply);
        assert_eq!(
            copy.frame().to_value(),
            Value::Map([Value::Integer(1), Value::Integer(2)].into_iter().collect())
        );
        let mut out = Vec::new();
        Encoder::new(&mut out).frame(copy.frame()).unwrap();
        assert!(out == input[..input.len() - 4]);
    });
}

/// Memory that these reserve is measured elsewhere; here, that they are
/// refused or waited for, and that the decoder goes on when more arrives.
#[test]
fn absurd_announcements() {
    assert_eq!(end(Limits::default(), b"*2147483647\r\n"), End::Error(AggregateLimit, 0));
    assert_eq!(end(Limits::default(), b"$536870912\r\nabc"), End::Incomplete);
    assert_eq!(end(Limits::default(), &b"*1000000\r\n".repeat(90)), End::Incomplete);
    assert_eq!(end(Limits::default(), &b"*16777216\r\n".repeat(1024)), End::Incomplete);
    assert_eq!(end(Limits::default(), b"$9223372036854775807\r\n"), End::Error(BulkLimit, 0));

    let mut decoder = Decoder::new();
    match decoder.decode(b"$536870912\r\nabc").unwrap() {
        Progress::NeedMore { at_least } => assert_eq!(at_least, 536_870_912 - 3 + 2),
        Progress::Frame(_) => panic!("most of it is missing"),
    }
}
