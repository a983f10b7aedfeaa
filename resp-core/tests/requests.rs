//! Requests as tables, each row fed whole, byte by byte and at every cut; and any
//! stream the same however it arrives.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod request_feeding;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use request_feeding::{End, Outcome, end, feed, in_room, outcome, steps};
use resp_core::RequestErrorKind::{
    ArgLimit, BadCount, BadLength, BadLineEnd, BulkLimit, ExpectedDollar, UnbalancedQuotes,
};
use resp_core::{Encoder, RequestDecoder, RequestLimits};

/// The requests of a stream that ends with one.
fn requests(input: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let found = outcome(RequestLimits::default(), input);
    assert_eq!(found.end, End::Complete, "{}", input.escape_ascii());
    found.requests
}

#[test]
fn multibulk() {
    for (input, wanted) in [
        (&b"*1\r\n$4\r\nPING\r\n"[..], &[&[&b"PING"[..]][..]][..]),
        (b"*2\r\n$3\r\nGET\r\n$1\r\na\r\n*1\r\n$4\r\nPING\r\n", &[&[b"GET", b"a"], &[b"PING"]]),
        (b"*2\r\n$0\r\n\r\n$0\r\n\r\n", &[&[b"", b""]]),
        (b"*1\r\n$8\r\na\r\n\0*1\r\n\r\n", &[&[b"a\r\n\0*1\r\n"]]),
        (b"*1\r\n$12\r\n0123456789ab\r\n", &[&[b"0123456789ab"]]),
        // Nothing is asked, nothing is answered.
        (b"", &[]),
        (b"*0\r\n", &[]),
        (b"*-1\r\n*-10\r\n*0\r\n", &[]),
        (b"*-9223372036854775808\r\n", &[]),
        (b"*0\r\n*1\r\n$1\r\na\r\n*-1\r\n", &[&[b"a"]]),
        (b"\r\n\r\n*1\r\n$1\r\na\r\n\r\n", &[&[b"a"]]),
        (b"\n*1\r\n$1\r\na\r\nb\r\n", &[&[b"a"], &[b"b"]]),
    ] {
        assert_eq!(requests(input), wanted, "{}", input.escape_ascii());
    }
}

#[test]
fn inline() {
    for (line, wanted) in [
        (&b"PING"[..], &[&b"PING"[..]][..]),
        (b"  GET \t a  ", &[b"GET", b"a"]),
        (b"\x0bPING\x0c", &[b"PING\x0c"]),
        (b"a\x0bb", &[b"a\x0bb"]),
        (b"a\rb", &[b"a", b"b"]),
        (b":1", &[b":1"]),
        (b"$3", &[b"$3"]),
        (b"a*1", &[b"a*1"]),
        (b"\xff\xfe", &[b"\xff\xfe"]),
        (b"# no comment", &[b"#", b"no", b"comment"]),
        (b"", &[]),
        (b" \t ", &[]),
        // Quotes keep blanks, anywhere; an argument ends with the closing one.
        (b"\"\"", &[b""]),
        (b"'' ''", &[b"", b""]),
        (b"a\"b c\" d", &[b"ab c", b"d"]),
        (b"a'b c'", &[b"ab c"]),
        (b"\"a\"\x0bb", &[b"a", b"b"]),
        (b"\"it's\" 'a \"b\"'", &[b"it's", b"a \"b\""]),
        // Backslashes.
        (b"\"\\n\\r\\t\\b\\a\"", &[b"\n\r\t\x08\x07"]),
        (b"\"\\\\ \\\" \\q\"", &[b"\\ \" q"]),
        (b"\"\\x00\\x7F\\xfF\"", &[b"\0\x7f\xff"]),
        (b"\"\\x4\" \"\\xzz\" \"\\x\"", &[b"x4", b"xzz", b"x"]),
        (b"'\\n \\' \\\\ '", &[b"\\n ' \\\\ "]),
        (b"a\\nb \\", &[b"a\\nb", b"\\"]),
    ] {
        for line_end in [&b"\n"[..], b"\r\n", b"\r\r\n"] {
            let wanted = if wanted.is_empty() { vec![] } else { vec![wanted.to_vec()] };
            assert_eq!(requests(&[line, line_end].concat()), wanted, "{}", line.escape_ascii());
        }
    }
}

#[test]
fn what_has_not_ended_is_waited_for() {
    for input in [
        &b"*"[..],
        b"*1",
        b"*1\r",
        b"*a",
        b"*a\r",
        b"*1\n$4\nPING\n",
        b"*1\r\n",
        b"*1\r\n$",
        b"*1\r\n:",
        b"*1\r\n:\r",
        b"*1\r\n$4\r\nPIN",
        b"*1\r\n$4\r\nPING",
        b"*1\r\n$4\r\nPING\r",
        b"*2147483647\r\n",
        b"*1\r\n$536870912\r\n",
        b"PING",
        b"PING\r",
        b"SET k \"a",
        // For the server the NUL ends what has arrived.
        b"PING\0\r\n",
        b"\0\n",
        b"*1\0\r\n",
        b"*1\r\n$1\0\r\n",
        b"*1\r\n\0\r\n",
        b"*1\r\n\x001\r\n",
    ] {
        assert_eq!(end(RequestLimits::default(), input), End::Incomplete, "{}", input.escape_ascii());
    }
}

#[test]
fn what_is_refused_and_where() {
    for (input, kind, offset) in [
        (&b"*\r\n"[..], BadCount, 0),
        (b"*+1\r\n", BadCount, 0),
        (b"*-0\r\n", BadCount, 0),
        (b"*01\r\n", BadCount, 0),
        (b"* 1\r\n", BadCount, 0),
        (b"*1 \r\n", BadCount, 0),
        (b"*1\n\r\n", BadCount, 0),
        (b"*1.0\r\n", BadCount, 0),
        (b"*?\r\n", BadCount, 0),
        (b"*9223372036854775808\r\n", BadCount, 0),
        (b"*-9223372036854775809\r\n", BadCount, 0),
        (b"*2147483648\r\n", ArgLimit, 0),
        (b"*9223372036854775807\r\n", ArgLimit, 0),
        (b"*1\r\n$\r\n", BadLength, 4),
        (b"*1\r\n$-1\r\n", BadLength, 4),
        (b"*1\r\n$00\r\n", BadLength, 4),
        (b"*1\r\n$01\r\na\r\n", BadLength, 4),
        (b"*1\r\n$+1\r\na\r\n", BadLength, 4),
        (b"*1\r\n$?\r\n", BadLength, 4),
        (b"*2\r\n$1\r\na\r\n$x\r\n", BadLength, 11),
        (b"*1\r\n$536870913\r\n", BulkLimit, 4),
        (b"*1\r\n$9223372036854775807\r\n", BulkLimit, 4),
        (b"*1\r\n$9223372036854775808\r\n", BadLength, 4),
        (b"*1\r\n:5\r\n", ExpectedDollar(b':'), 4),
        (b"*1\r\n\r\n", ExpectedDollar(b'\r'), 4),
        (b"*2\r\n$1\r\na\r\n\n\r\n", ExpectedDollar(b'\n'), 11),
        (b"*1\r\n*1\r\n", ExpectedDollar(b'*'), 4),
        (b"*1\r\nfoo\r\n", ExpectedDollar(b'f'), 4),
        // The number is looked at before the line end is.
        (b"*a\rb", BadCount, 0),
        (b"*1\rb", BadLineEnd, 3),
        (b"*10000\rb", BadLineEnd, 7),
        (b"*0\r\r", BadLineEnd, 3),
        (b"*1\r\n:\rb", ExpectedDollar(b':'), 4),
        (b"*1\r\n$x\rb", BadLength, 4),
        (b"*1\r\n$1\rb", BadLineEnd, 7),
        (b"*1\r\n$1\r\nab", BadLineEnd, 9),
        (b"*1\r\n$1\r\na\n", BadLineEnd, 9),
        (b"*1\r\n$1\r\na\rb", BadLineEnd, 10),
        (b"SET k \"a\r\n", UnbalancedQuotes, 0),
        (b"SET k 'a\r\n", UnbalancedQuotes, 0),
        (b"SET k \"a\"b\r\n", UnbalancedQuotes, 0),
        (b"SET k 'a''b'\r\n", UnbalancedQuotes, 0),
        (b"SET k \"a\\\r\n", UnbalancedQuotes, 0),
        (b"SET k \"a\\\"\r\n", UnbalancedQuotes, 0),
        (b"PING\r\n\r\n*1\r\n$1\r\na\r\n'\n", UnbalancedQuotes, 19),
    ] {
        let shown = input.escape_ascii();
        assert_eq!(end(RequestLimits::default(), input), End::Error(kind, offset), "{shown}");
    }
}

#[test]
fn requests_before_an_error_are_delivered() {
    let found = outcome(RequestLimits::default(), b"*1\r\n$1\r\na\r\nb\n*x\r\n");
    assert_eq!(found.requests, [[b"a"], [b"b"]]);
    assert_eq!(found.end, End::Error(BadCount, 13));
}

/// Requests, parts of them, and bytes that mean something in them.
fn stream() -> impl Strategy<Value = Vec<u8>> {
    const PARTS: &[&[u8]] = &[
        b"*1\r\n",
        b"*2\r\n",
        b"*3\r\n",
        b"*0\r\n",
        b"*-1\r\n",
        b"*01\r\n",
        b"*100000\r\n",
        b"$0\r\n\r\n",
        b"$1\r\na\r\n",
        b"$4\r\n\0\r\n\"\r\n",
        b"$10\r\n0123456789\r\n",
        b"$3\r\nab",
        b"$40\r\n",
        b"$-1\r\n",
        b"\r\n",
        b"\n",
        b"\r",
        b"PING\r\n",
        b"a \"b",
        b"\\x41\"",
        b"'",
        b"\\'",
        b" ",
        b"\0",
        b"*",
        b"$",
        b":1\r\n",
    ];
    let part = prop_oneof![
        8 => select(PARTS).prop_map(<[u8]>::to_vec),
        2 => vec(select(&b"*$0123456789\r\n\"'\\xa \0\xff"[..]), 0..6),
        4 => vec(vec(any::<u8>(), 0..12), 1..4).prop_map(|args| encoded(&args)),
    ];
    vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn encoded(args: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::new();
    Encoder::new(&mut out).command(args).unwrap();
    out
}

fn arrivals(len: usize, cuts: &[Index]) -> Vec<usize> {
    let mut arrivals: Vec<usize> = cuts.iter().map(|cut| cut.index(len + 1)).chain([len]).collect();
    arrivals.sort_unstable();
    arrivals
}

/// Small enough for a stream to reach.
fn small_limits() -> impl Strategy<Value = RequestLimits> {
    let tight = (1..4_u32, 0..12_usize, 32..40_usize, 8..60_usize).prop_map(|(args, bulk, line, request)| {
        let limits = RequestLimits::default().max_args(args).max_bulk_len(bulk);
        limits.max_line_len(line).max_request_len(request)
    });
    prop_oneof![Just(RequestLimits::default()), Just(RequestLimits::unauthenticated()), tight]
}

/// At least `cases`, more if the environment asks for more (`PROPTEST_CASES`).
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(cases), failure_persistence: None, ..default }
}

/// Each byte as `\xHH`, between double quotes.
fn quoted(arg: &[u8]) -> String {
    let escaped: String = arg.iter().map(|byte| format!("\\x{byte:02x}")).collect();
    format!("\"{escaped}\"")
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn cuts_change_nothing(input in stream(), limits in small_limits(), cuts in vec(any::<Index>(), 0..8)) {
        let whole = feed(&mut RequestDecoder::with_limits(limits), &input, &[input.len()]);
        let shown = input.escape_ascii();
        let arrivals = arrivals(input.len(), &cuts);
        let pieces = feed(&mut RequestDecoder::with_limits(limits), &input, &arrivals);
        prop_assert_eq!(&pieces, &whole, "{} at {:?}", shown, arrivals);
        let bytes = feed(&mut RequestDecoder::with_limits(limits), &input, &steps(input.len(), 1));
        prop_assert_eq!(&bytes, &whole, "{}", shown);
        let in_slices = in_room(64, 512, &input, &[input.len()]);
        if limits == RequestLimits::default() {
            prop_assert_eq!(&in_slices, &whole, "{}", shown);
        }
    }

    #[test]
    fn commands_are_read_as_they_were_written(commands in vec(vec(vec(any::<u8>(), 0..40), 1..6), 0..6)) {
        let input: Vec<u8> = commands.iter().flat_map(|args| encoded(args)).collect();
        let outcome = feed(&mut RequestDecoder::new(), &input, &[input.len()]);
        prop_assert_eq!(outcome, Outcome { requests: commands, end: End::Complete });
    }

    #[test]
    fn any_bytes_can_be_quoted(args in vec(vec(any::<u8>(), 0..20), 1..4)) {
        let quoted: Vec<String> = args.iter().map(|arg| quoted(arg)).collect();
        let input = quoted.join(" ") + "\r\n";
        let outcome = feed(&mut RequestDecoder::new(), input.as_bytes(), &[input.len()]);
        prop_assert_eq!(outcome, Outcome { requests: vec![args], end: End::Complete });
    }
}
