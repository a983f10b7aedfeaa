//! The specification as a table: bytes, and what they mean.
//!
//! Every row goes whole, byte by byte and cut in two at every place through
//! every door of the crate, and past the oracle that the property tests use.
#![cfg(feature = "bytes")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod feeding;
mod oracle;

use DecodeErrorKind::*;
use feeding::{End, Outcome};
use resp_core::{DecodeErrorKind, Decoder, Limits, Node, SliceTape};

/// What a row must come to.
#[derive(Clone, Copy)]
enum Expect {
    /// Exactly one value, in the notation of `feeding::show`.
    One(&'static str),
    /// Several values.
    Many(&'static [&'static str]),
    /// No value, and more is missing.
    NeedMore,
    /// An error at this byte.
    Fails(DecodeErrorKind, u64),
    /// Values, and then an error at this byte.
    FailsAfter(&'static [&'static str], DecodeErrorKind, u64),
}
use Expect::{Fails, FailsAfter, Many, NeedMore, One};

impl Expect {
    fn outcome(self) -> Outcome {
        let (values, end): (&[&str], End) = match self {
            One(ref value) => (core::slice::from_ref(value), End::Complete),
            Many(values) => (values, End::Complete),
            NeedMore => (&[], End::Incomplete),
            Fails(kind, at) => (&[], End::Error(kind, at)),
            FailsAfter(values, kind, at) => (values, End::Error(kind, at)),
        };
        Outcome { values: values.iter().map(ToString::to_string).collect(), end }
    }
}

type Row = (&'static [u8], Expect);

fn check(rows: &[Row]) {
    for &(input, expect) in rows {
        let expected = expect.outcome();
        let shown = input.escape_ascii();
        assert_eq!(oracle::decode(oracle::DEFAULT, input), expected, "{shown}, by the oracle");
        let whole_tokens = feeding::tokens(Limits::default(), input, &[input.len()]);
        for arrivals in arrivals(input.len()) {
            let mut decoder = Decoder::new();
            let decoded = feeding::decode(&mut decoder, input, &arrivals);
            assert_eq!(decoded, expected, "{shown}, arriving up to {arrivals:?}");

            let mut nodes = [Node::EMPTY; 64];
            let mut on_a_slice = Decoder::with_tape(SliceTape::new(&mut nodes), Limits::default());
            assert_eq!(feeding::decode(&mut on_a_slice, input, &arrivals), expected, "{shown}, on a slice");

            // Nothing of one frame is left for the next.
            if expected.end == End::Complete {
                let again = feeding::decode(&mut decoder, input, &arrivals);
                assert_eq!(again, expected, "{shown}, once more, arriving up to {arrivals:?}");
                let again = feeding::decode(&mut on_a_slice, input, &arrivals);
                assert_eq!(again, expected, "{shown}, once more on a slice");
            }

            let replies = feeding::decode_replies(Limits::default(), input, &arrivals);
            assert_eq!(replies, expected, "{shown}, as replies, arriving up to {arrivals:?}");

            let tokens = feeding::tokens(Limits::default(), input, &arrivals);
            assert_eq!(tokens, whole_tokens, "{shown}, as tokens, arriving up to {arrivals:?}");
            match (tokens.end, expected.end) {
                (End::Error(_, token_at), End::Error(_, at)) => assert!(token_at >= at, "{shown}"),
                (End::Error(..), _) => panic!("{shown}: an error of the tokenizer alone"),
                (End::Incomplete, End::Complete) => panic!("{shown}: the tokenizer wants more"),
                _ => {}
            }
        }
    }
}

/// Whole, byte by byte, and every cut in two.
fn arrivals(len: usize) -> Vec<Vec<usize>> {
    let cuts = (1..len).map(|cut| vec![cut, len]);
    [vec![len], feeding::steps(len, 1)].into_iter().chain(cuts).collect()
}

#[test]
fn simple_strings() {
    check(&[
        (b"+OK\r\n", One(r#"+"OK""#)),
        (b"+\r\n", One(r#"+"""#)),
        (b"+hello world\r\n", One(r#"+"hello world""#)),
        (b"+a\tb\x00c\r\n", One(r#"+"a\tb\x00c""#)),
        (b"++-:$*\r\n", One(r#"+"+-:$*""#)),
        (b"+\xff\xfe\r\n", One(r#"+"\xff\xfe""#)),
        (b"+OK\r\n+\r\n-\r\n+OK\r\n", Many(&[r#"+"OK""#, r#"+"""#, r#"-"""#, r#"+"OK""#])),
        (b"+", NeedMore),
        (b"+OK", NeedMore),
        (b"+OK\r", NeedMore),
        (b"+\r", NeedMore),
    ]);
}

#[test]
fn simple_errors() {
    check(&[
        (b"-ERR unknown command 'asdf'\r\n", One(r#"-"ERR unknown command \'asdf\'""#)),
        (b"-WRONGTYPE not a list\r\n", One(r#"-"WRONGTYPE not a list""#)),
        (b"-\r\n", One(r#"-"""#)),
        (b"-\x80\r\n", One(r#"-"\x80""#)),
        (b"-1\r\n", One(r#"-"1""#)),
        (b"-ERR", NeedMore),
    ]);
}

#[test]
fn lines_end_in_cr_lf_and_hold_neither() {
    check(&[
        (b"+a\nb\r\n", Fails(BadLine, 2)),
        (b"+a\rb\r\n", Fails(BadLine, 2)),
        (b"+OK\n", Fails(BadLine, 3)),
        (b"+OK\r\r\n", Fails(BadLine, 3)),
        (b"+\n", Fails(BadLine, 1)),
        (b"+\r+", Fails(BadLine, 1)),
        (b"-ERR\n\r\n", Fails(BadLine, 4)),
        (b":1\n", Fails(BadLine, 2)),
        (b":1\r:2\r\n", Fails(BadLine, 2)),
        (b"$3\nfoo\r\n", Fails(BadLine, 2)),
        (b"$3\rfoo\r\n", Fails(BadLine, 2)),
        (b"*1\n:1\r\n", Fails(BadLine, 2)),
        (b"_\n", Fails(BadLine, 1)),
        (b"#t\n", Fails(BadLine, 2)),
        (b",1.5\n", Fails(BadLine, 4)),
        (b"(1\n", Fails(BadLine, 2)),
        (b"*?\n", Fails(BadLine, 2)),
        (b"$?\r\n;1\na\r\n", Fails(BadLine, 6)),
        (b"*?\r\n.\n", Fails(BadLine, 5)),
        // The first fault counts, also when the line as a whole is another.
        (b":x\n", Fails(BadLine, 2)),
    ]);
}

#[test]
fn integers() {
    check(&[
        (b":0\r\n", One(":0")),
        (b":1000\r\n", One(":1000")),
        (b":-1\r\n", One(":-1")),
        (b":-0\r\n", One(":0")),
        (b":9223372036854775807\r\n", One(":9223372036854775807")),
        (b":-9223372036854775808\r\n", One(":-9223372036854775808")),
        // The published grammar: `:[<+|->]<value>\r\n`.
        (b":+1\r\n", One(":1")),
        (b":+0\r\n", One(":0")),
        (b":007\r\n", One(":7")),
        (b":-007\r\n", One(":-7")),
        (b":00000000000000000000000000000001\r\n", One(":1")),
        (b":9223372036854775808\r\n", Fails(BadInteger, 0)),
        (b":-9223372036854775809\r\n", Fails(BadInteger, 0)),
        (b":18446744073709551616\r\n", Fails(BadInteger, 0)),
        (b":99999999999999999999999999999999\r\n", Fails(BadInteger, 0)),
        (b":000000000000000000000000000000001\r\n", Fails(LineLimit, 33)),
        (b":\r\n", Fails(BadInteger, 0)),
        (b":+\r\n", Fails(BadInteger, 0)),
        (b":-\r\n", Fails(BadInteger, 0)),
        (b":1a\r\n", Fails(BadInteger, 0)),
        (b":a\r\n", Fails(BadInteger, 0)),
        (b":--1\r\n", Fails(BadInteger, 0)),
        (b":+-1\r\n", Fails(BadInteger, 0)),
        (b": 1\r\n", Fails(BadInteger, 0)),
        (b":1 \r\n", Fails(BadInteger, 0)),
        (b":1.0\r\n", Fails(BadInteger, 0)),
        (b":1e3\r\n", Fails(BadInteger, 0)),
        (b":0x1\r\n", Fails(BadInteger, 0)),
        (b":\xd9\xa1\r\n", Fails(BadInteger, 0)),
        (b":", NeedMore),
        (b":1", NeedMore),
        (b":1\r", NeedMore),
    ]);
}

#[test]
fn bulk_strings() {
    check(&[
        (b"$5\r\nhello\r\n", One(r#"$"hello""#)),
        (b"$0\r\n\r\n", One(r#"$"""#)),
        (b"$2\r\n\r\n\r\n", One(r#"$"\r\n""#)),
        (b"$4\r\n\r\r\n\n\r\n", One(r#"$"\r\r\n\n""#)),
        (b"$7\r\n$1\r\na\r\n\r\n", One(r#"$"$1\r\na\r\n""#)),
        (b"$3\r\n\x00\xff\x80\r\n", One(r#"$"\x00\xff\x80""#)),
        (b"$12\r\nhello world!\r\n", One(r#"$"hello world!""#)),
        (b"$-1\r\n", One("_")),
        (b"$1\r\na\r\n$-1\r\n$0\r\n\r\n", Many(&[r#"$"a""#, "_", r#"$"""#])),
        (b"$", NeedMore),
        (b"$5", NeedMore),
        (b"$5\r", NeedMore),
        (b"$5\r\n", NeedMore),
        (b"$5\r\nhello", NeedMore),
        (b"$5\r\nhello\r", NeedMore),
        (b"$-", NeedMore),
        (b"$536870912\r\nabc", NeedMore),
    ]);
}

#[test]
fn what_follows_a_payload_is_checked() {
    check(&[
        (b"$3\r\nabcd", Fails(BadTerminator, 7)),
        (b"$3\r\nabc\n", Fails(BadTerminator, 7)),
        (b"$3\r\nabc\rx", Fails(BadTerminator, 8)),
        (b"$3\r\nabc\r\r\n", Fails(BadTerminator, 8)),
        (b"$3\r\nabcxx$1\r\na\r\n", Fails(BadTerminator, 7)),
        (b"$0\r\nx", Fails(BadTerminator, 4)),
        (b"$0\r\n$", Fails(BadTerminator, 4)),
        (b"!3\r\nERRx", Fails(BadTerminator, 7)),
        (b"=4\r\ntxt:x", Fails(BadTerminator, 8)),
        (b"$?\r\n;1\r\nax", Fails(BadTerminator, 9)),
        (b"*2\r\n$1\r\na\r\n$1\r\nbc", Fails(BadTerminator, 16)),
    ]);
}

#[test]
fn lengths_and_counts() {
    check(&[
        // Leading zeros are let pass.
        (b"$03\r\nabc\r\n", One(r#"$"abc""#)),
        (b"$0003\r\nabc\r\n", One(r#"$"abc""#)),
        (b"$00003\r\nabc\r\n", One(r#"$"abc""#)),
        (b"$00000000000000000000000000000003\r\nabc\r\n", One(r#"$"abc""#)),
        (b"$00\r\n\r\n", One(r#"$"""#)),
        (b"*01\r\n:1\r\n", One("*[:1]")),
        (b"*00\r\n", One("*[]")),
        (b"$+3\r\nabc\r\n", Fails(BadLength, 0)),
        (b"$ 3\r\nabc\r\n", Fails(BadLength, 0)),
        (b"$3 \r\nabc\r\n", Fails(BadLength, 0)),
        (b"$1e3\r\n", Fails(BadLength, 0)),
        (b"$0x3\r\n", Fails(BadLength, 0)),
        (b"$3.0\r\n", Fails(BadLength, 0)),
        (b"$\r\n", Fails(BadLength, 0)),
        (b"$a\r\n", Fails(BadLength, 0)),
        (b"$-\r\n", Fails(BadLength, 0)),
        (b"$-2\r\n", Fails(BadLength, 0)),
        (b"$-0\r\n", Fails(BadLength, 0)),
        (b"$-01\r\n", Fails(BadLength, 0)),
        (b"$-10\r\n", Fails(BadLength, 0)),
        (b"$??\r\n", Fails(BadLength, 0)),
        (b"$?1\r\n", Fails(BadLength, 0)),
        (b"$18446744073709551616\r\n", Fails(BadLength, 0)),
        (b"$99999999999999999999999999999999\r\n", Fails(BadLength, 0)),
        (b"$000000000000000000000000000000003\r\n", Fails(LineLimit, 33)),
        (b"$9223372036854775807\r\n", Fails(BulkLimit, 0)),
        (b"$18446744073709551615\r\n", Fails(BulkLimit, 0)),
        (b"$536870913\r\n", Fails(BulkLimit, 0)),
        (b"*+1\r\n:1\r\n", Fails(BadLength, 0)),
        (b"* 1\r\n", Fails(BadLength, 0)),
        (b"*\r\n", Fails(BadLength, 0)),
        (b"*x\r\n", Fails(BadLength, 0)),
        (b"*-2\r\n", Fails(BadLength, 0)),
        (b"*-0\r\n", Fails(BadLength, 0)),
        (b"*1.5\r\n", Fails(BadLength, 0)),
        (b"*16777217\r\n", Fails(AggregateLimit, 0)),
        (b"*2147483647\r\n", Fails(AggregateLimit, 0)),
        (b"*18446744073709551615\r\n", Fails(AggregateLimit, 0)),
        (b"*18446744073709551616\r\n", Fails(BadLength, 0)),
        // Pairs count twice, also where that overflows.
        (b"%8388609\r\n", Fails(AggregateLimit, 0)),
        (b"%9223372036854775808\r\n", Fails(AggregateLimit, 0)),
        (b"%18446744073709551615\r\n", Fails(AggregateLimit, 0)),
        (b"*16777216\r\n", NeedMore),
        (b"%8388608\r\n", NeedMore),
    ]);
}

#[test]
fn only_two_types_have_a_null_of_their_own() {
    check(&[
        (b"$-1\r\n", One("_")),
        (b"*-1\r\n", One("_")),
        (b"!-1\r\n", Fails(BadLength, 0)),
        (b"=-1\r\n", Fails(BadLength, 0)),
        (b"%-1\r\n", Fails(BadLength, 0)),
        (b"~-1\r\n", Fails(BadLength, 0)),
        (b">-1\r\n", Fails(BadLength, 0)),
        (b"|-1\r\n", Fails(BadLength, 0)),
        (b"$?\r\n;-1\r\n", Fails(BadLength, 4)),
    ]);
}

#[test]
fn arrays() {
    check(&[
        (b"*0\r\n", One("*[]")),
        (b"*-1\r\n", One("_")),
        (b"*2\r\n$5\r\nhello\r\n$5\r\nworld\r\n", One(r#"*[$"hello", $"world"]"#)),
        (b"*3\r\n:1\r\n:2\r\n:3\r\n", One("*[:1, :2, :3]")),
        (b"*5\r\n:1\r\n:2\r\n:3\r\n:4\r\n$5\r\nhello\r\n", One(r#"*[:1, :2, :3, :4, $"hello"]"#)),
        (
            b"*2\r\n*3\r\n:1\r\n:2\r\n:3\r\n*2\r\n+Hello\r\n-World\r\n",
            One(r#"*[*[:1, :2, :3], *[+"Hello", -"World"]]"#),
        ),
        (b"*3\r\n$5\r\nhello\r\n$-1\r\n$5\r\nworld\r\n", One(r#"*[$"hello", _, $"world"]"#)),
        (b"*2\r\n*-1\r\n*0\r\n", One("*[_, *[]]")),
        (b"*1\r\n*1\r\n*1\r\n*1\r\n_\r\n", One("*[*[*[*[_]]]]")),
        (b"*3\r\n*0\r\n*0\r\n*0\r\n", One("*[*[], *[], *[]]")),
        (b"*2\r\n*1\r\n*0\r\n:1\r\n", One("*[*[*[]], :1]")),
        (b"*0\r\n*0\r\n*1\r\n*0\r\n", Many(&["*[]", "*[]", "*[*[]]"])),
        (b"*1\r\n", NeedMore),
        (b"*2\r\n:1\r\n", NeedMore),
        (b"*2\r\n*1\r\n:1\r\n", NeedMore),
        (b"*1\r\n*0", NeedMore),
        (b"*1\r\n@", Fails(UnknownMarker(b'@'), 4)),
        (b"*2\r\n:1\r\n:x\r\n", Fails(BadInteger, 8)),
        (b":1\r\n*1\r\n+a\r\n*1\r\n+b\n", FailsAfter(&[":1", r#"*[+"a"]"#], BadLine, 18)),
    ]);
}

#[test]
fn nulls_booleans_and_doubles() {
    check(&[
        (b"_\r\n", One("_")),
        (b"_\r", NeedMore),
        (b"_", NeedMore),
        (b"_x\r\n", Fails(BadNull, 0)),
        (b"_ \r\n", Fails(BadNull, 0)),
        (b"_-1\r\n", Fails(BadNull, 0)),
        (b"#t\r\n", One("#t")),
        (b"#f\r\n", One("#f")),
        (b"#", NeedMore),
        (b"#T\r\n", Fails(BadBoolean, 0)),
        (b"#F\r\n", Fails(BadBoolean, 0)),
        (b"#1\r\n", Fails(BadBoolean, 0)),
        (b"#true\r\n", Fails(BadBoolean, 0)),
        (b"#\r\n", Fails(BadBoolean, 0)),
        (b"#t \r\n", Fails(BadBoolean, 0)),
        (b",1.23\r\n", One(",1.23")),
        (b",10\r\n", One(",10.0")),
        (b",0\r\n", One(",0.0")),
        (b",-0\r\n", One(",-0.0")),
        (b",-1.5\r\n", One(",-1.5")),
        (b",+1\r\n", One(",1.0")),
        (b",+1.5\r\n", One(",1.5")),
        (b",007.50\r\n", One(",7.5")),
        (b",1e5\r\n", One(",100000.0")),
        (b",1E5\r\n", One(",100000.0")),
        (b",1.5e-3\r\n", One(",0.0015")),
        (b",1e+2\r\n", One(",100.0")),
        (b",5e-324\r\n", One(",5e-324")),
        (b",1.7976931348623157e308\r\n", One(",1.7976931348623157e308")),
        (b",3.14159265358979323846\r\n", One(",3.141592653589793")),
        (b",0.1000000000000000055511151231257827\r\n", One(",0.1")),
        (b",9007199254740993\r\n", One(",9007199254740992.0")),
        // Older servers print what their C library prints.
        (b",inf\r\n", One(",inf")),
        (b",-inf\r\n", One(",-inf")),
        (b",+inf\r\n", One(",inf")),
        (b",INF\r\n", One(",inf")),
        (b",-Inf\r\n", One(",-inf")),
        (b",nan\r\n", One(",NaN")),
        (b",-nan\r\n", One(",NaN")),
        (b",NaN\r\n", One(",NaN")),
        (b",nan(0x8)\r\n", One(",NaN")),
        (b",-nan(ind)\r\n", One(",NaN")),
        (b",nan()\r\n", One(",NaN")),
        (b",1e400\r\n", One(",inf")),
        (b",-1e400\r\n", One(",-inf")),
        (b",1e99999999999999999999\r\n", One(",inf")),
        (b",1e-400\r\n", One(",0.0")),
        (b",\r\n", Fails(BadDouble, 0)),
        (b",.5\r\n", Fails(BadDouble, 0)),
        (b",-.5\r\n", Fails(BadDouble, 0)),
        (b",5.\r\n", Fails(BadDouble, 0)),
        (b",5.e1\r\n", Fails(BadDouble, 0)),
        (b",.\r\n", Fails(BadDouble, 0)),
        (b",-\r\n", Fails(BadDouble, 0)),
        (b",+\r\n", Fails(BadDouble, 0)),
        (b",1e\r\n", Fails(BadDouble, 0)),
        (b",1e+\r\n", Fails(BadDouble, 0)),
        (b",1e1.5\r\n", Fails(BadDouble, 0)),
        (b",1.2.3\r\n", Fails(BadDouble, 0)),
        (b",--1\r\n", Fails(BadDouble, 0)),
        (b",1,5\r\n", Fails(BadDouble, 0)),
        (b", 1\r\n", Fails(BadDouble, 0)),
        (b",1 \r\n", Fails(BadDouble, 0)),
        (b",1a\r\n", Fails(BadDouble, 0)),
        (b",0x10\r\n", Fails(BadDouble, 0)),
        (b",infinity\r\n", Fails(BadDouble, 0)),
        (b",in\r\n", Fails(BadDouble, 0)),
        (b",nano\r\n", Fails(BadDouble, 0)),
        (b",nan(\r\n", Fails(BadDouble, 0)),
        (b",1.5", NeedMore),
    ]);
}

#[test]
fn big_numbers() {
    check(&[
        (
            b"(3492890328409238509324850943850943825024385\r\n",
            One(r#"("3492890328409238509324850943850943825024385""#),
        ),
        (b"(-12\r\n", One(r#"("-12""#)),
        (b"(0\r\n", One(r#"("0""#)),
        // Plus sign and zeros are kept as they came.
        (b"(+1\r\n", One(r#"("+1""#)),
        (b"(007\r\n", One(r#"("007""#)),
        (b"(\r\n", Fails(BadBigNumber, 0)),
        (b"(-\r\n", Fails(BadBigNumber, 0)),
        (b"(+\r\n", Fails(BadBigNumber, 0)),
        (b"(12a\r\n", Fails(BadBigNumber, 0)),
        (b"(1.5\r\n", Fails(BadBigNumber, 0)),
        (b"(--1\r\n", Fails(BadBigNumber, 0)),
        (b"( 1\r\n", Fails(BadBigNumber, 0)),
        (b"(1 \r\n", Fails(BadBigNumber, 0)),
        (b"(123", NeedMore),
    ]);
}

#[test]
fn bulk_errors_and_verbatim_strings() {
    check(&[
        (b"!21\r\nSYNTAX invalid syntax\r\n", One(r#"!"SYNTAX invalid syntax""#)),
        (b"!0\r\n\r\n", One(r#"!"""#)),
        (b"!4\r\na\r\nb\r\n", One(r#"!"a\r\nb""#)),
        (b"!4\r\na\r", NeedMore),
        (b"!x\r\n", Fails(BadLength, 0)),
        (b"!+1\r\n", Fails(BadLength, 0)),
        (b"=15\r\ntxt:Some string\r\n", One(r#"="txt:Some string""#)),
        (b"=8\r\nmkd:*hi*\r\n", One(r#"="mkd:*hi*""#)),
        (b"=4\r\ntxt:\r\n", One(r#"="txt:""#)),
        (b"=5\r\n::::x\r\n", One(r#"="::::x""#)),
        // A format that nobody knows is a format.
        (b"=5\r\n\xff\x00z:a\r\n", One(r#"="\xff\x00z:a""#)),
        (b"=3\r\ntxt\r\n", Fails(BadVerbatim, 0)),
        (b"=2\r\nab\r\n", Fails(BadVerbatim, 0)),
        (b"=0\r\n\r\n", Fails(BadVerbatim, 0)),
        (b"=8\r\ntxt=abcd\r\n", Fails(BadVerbatim, 0)),
        (b"=8\r\ntext:abc\r\n", Fails(BadVerbatim, 0)),
        (b"=6\r\ntx:abc\r\n", Fails(BadVerbatim, 0)),
        (b"=15\r\ntxt:Some", NeedMore),
    ]);
}

#[test]
fn sets_and_pushes() {
    check(&[
        (b"~0\r\n", One("~[]")),
        (b"~3\r\n+orange\r\n+apple\r\n#t\r\n", One(r#"~[+"orange", +"apple", #t]"#)),
        // Repeats are kept.
        (b"~2\r\n:1\r\n:1\r\n", One("~[:1, :1]")),
        (b"~1\r\n~1\r\n~0\r\n", One("~[~[~[]]]")),
        (b"~-2\r\n", Fails(BadLength, 0)),
        (b">0\r\n", One(">[]")),
        (b">2\r\n+message\r\n$1\r\nx\r\n", One(r#">[+"message", $"x"]"#)),
        (b">1\r\n:1\r\n", One(">[:1]")),
        (b">1\r\n+x\r\n+OK\r\n", Many(&[r#">[+"x"]"#, r#"+"OK""#])),
        // The specification puts pushes between replies; within one it is a value.
        (b"*2\r\n:1\r\n>1\r\n+x\r\n", One(r#"*[:1, >[+"x"]]"#)),
        (b">2\r\n+message\r\n", NeedMore),
    ]);
}

#[test]
fn maps() {
    check(&[
        (b"%0\r\n", One("%[]")),
        (b"%2\r\n+first\r\n:1\r\n+second\r\n:2\r\n", One(r#"%[+"first", :1, +"second", :2]"#)),
        // Repeats and keys of any type are kept, in the order of the wire.
        (b"%2\r\n+a\r\n:1\r\n+a\r\n:2\r\n", One(r#"%[+"a", :1, +"a", :2]"#)),
        (b"%1\r\n*1\r\n:1\r\n%1\r\n_\r\n#t\r\n", One("%[*[:1], %[_, #t]]")),
        (b"%1\r\n+k\r\n", NeedMore),
        (b"%1\r\n", NeedMore),
        (b"%1\r\n+k\r\n.\r\n", Fails(BadStream, 8)),
        (b"%1a\r\n", Fails(BadLength, 0)),
    ]);
}

#[test]
fn attributes_belong_to_the_value_after_them() {
    check(&[
        (
            b"|1\r\n+key-popularity\r\n%2\r\n$1\r\na\r\n,0.1923\r\n$1\r\nb\r\n,0.0012\r\n\
              *2\r\n:2039123\r\n:9543892\r\n",
            One(r#"|[+"key-popularity", %[$"a", ,0.1923, $"b", ,0.0012]] *[:2039123, :9543892]"#),
        ),
        (b"*3\r\n:1\r\n:2\r\n|1\r\n+ttl\r\n:3600\r\n:3\r\n", One(r#"*[:1, :2, |[+"ttl", :3600] :3]"#)),
        (b"|0\r\n+OK\r\n", One(r#"|[] +"OK""#)),
        (b"|0\r\n_\r\n", One("|[] _")),
        (b"|0\r\n*-1\r\n", One("|[] _")),
        // Repeated, and within one another.
        (b"|1\r\n+a\r\n:1\r\n|1\r\n+b\r\n:2\r\n:3\r\n", One(r#"|[+"a", :1] |[+"b", :2] :3"#)),
        (b"|1\r\n|1\r\n+i\r\n:0\r\n+a\r\n:1\r\n:2\r\n", One(r#"|[|[+"i", :0] +"a", :1] :2"#)),
        (b"|1\r\n+a\r\n|1\r\n+i\r\n:0\r\n:1\r\n:2\r\n", One(r#"|[+"a", |[+"i", :0] :1] :2"#)),
        (b"|1\r\n+a\r\n|0\r\n|0\r\n:1\r\n|0\r\n:2\r\n", One(r#"|[+"a", |[] |[] :1] |[] :2"#)),
        // Before every kind of thing.
        (b"|1\r\n+a\r\n:1\r\n>1\r\n+x\r\n", One(r#"|[+"a", :1] >[+"x"]"#)),
        (b"%1\r\n|0\r\n+k\r\n|0\r\n+v\r\n", One(r#"%[|[] +"k", |[] +"v"]"#)),
        (b"|0\r\n$?\r\n;1\r\na\r\n;0\r\n", One(r#"|[] $?"a""#)),
        (b"|0\r\n*?\r\n.\r\n", One("|[] *?[]")),
        (b"*?\r\n|0\r\n:1\r\n.\r\n", One("*?[|[] :1]")),
        (b"|?\r\n+a\r\n:1\r\n.\r\n:2\r\n", One(r#"|[+"a", :1] :2"#)),
        (b"*1\r\n|0\r\n*1\r\n|0\r\n*0\r\n:5\r\n", Many(&["*[|[] *[|[] *[]]]", ":5"])),
        (b"|0\r\n:1\r\n:2\r\n", Many(&["|[] :1", ":2"])),
        (b"|0\r\n", NeedMore),
        (b"|1\r\n+a\r\n:1\r\n", NeedMore),
        (b"*1\r\n|0\r\n", NeedMore),
        (b"|0\r\n.\r\n", Fails(BadStream, 4)),
        (b"*?\r\n|0\r\n.\r\n", Fails(BadStream, 8)),
        (b"|1\r\n+a\r\n.\r\n", Fails(BadStream, 8)),
        (b"|?\r\n+a\r\n.\r\n", Fails(BadStream, 8)),
        (b"$?\r\n|0\r\n", Fails(BadChunk, 4)),
        // No more than eight in a row; within one another each row counts anew.
        (
            b"|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n:1\r\n",
            One("|[] |[] |[] |[] |[] |[] |[] |[] :1"),
        ),
        (b"|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n|0\r\n:1\r\n", Fails(AttributeLimit, 32)),
    ]);
}

#[test]
fn streamed_strings() {
    check(&[
        (b"$?\r\n;4\r\nHell\r\n;5\r\no wor\r\n;1\r\nd\r\n;0\r\n", One(r#"$?"Hello word""#)),
        (b"$?\r\n;0\r\n", One(r#"$?"""#)),
        (b"$?\r\n;1\r\na\r\n;0\r\n", One(r#"$?"a""#)),
        (b"$?\r\n;2\r\n\r\n\r\n;0\r\n", One(r#"$?"\r\n""#)),
        (b"$?\r\n;01\r\na\r\n;00\r\n", One(r#"$?"a""#)),
        (b"*2\r\n$?\r\n;1\r\na\r\n;0\r\n:1\r\n", One(r#"*[$?"a", :1]"#)),
        (b"$?\r\n;0\r\n$1\r\na\r\n", Many(&[r#"$?"""#, r#"$"a""#])),
        (b"!?\r\n;3\r\nERR\r\n;0\r\n", One(r#"!?"ERR""#)),
        (b"=?\r\n;6\r\ntxt:ab\r\n;0\r\n", One(r#"=?"txt:ab""#)),
        (b"=?\r\n;2\r\ntx\r\n;1\r\nt\r\n;1\r\n:\r\n;1\r\na\r\n;0\r\n", One(r#"=?"txt:a""#)),
        (b"=?\r\n;4\r\ntxt:\r\n;0\r\n", One(r#"=?"txt:""#)),
        (b"=?\r\n;0\r\n", Fails(BadVerbatim, 4)),
        (b"=?\r\n;3\r\ntxt\r\n;0\r\n", Fails(BadVerbatim, 13)),
        (b"=?\r\n;5\r\ntxtab\r\n;0\r\n", Fails(BadVerbatim, 15)),
        (b"$?\r\n", NeedMore),
        (b"$?\r\n;", NeedMore),
        (b"$?\r\n;4\r\nHell\r\n", NeedMore),
        (b"$?\r\n;4\r\nHe", NeedMore),
        (b"$?\r\n:", Fails(BadChunk, 4)),
        (b"$?\r\n$1\r\na\r\n", Fails(BadChunk, 4)),
        (b"$?\r\n+a\r\n", Fails(BadChunk, 4)),
        (b"$?\r\n.\r\n", Fails(BadChunk, 4)),
        (b"$?\r\n;1\r\na\r\n$1\r\nb\r\n", Fails(BadChunk, 11)),
        (b"$?\r\n@", Fails(BadChunk, 4)),
        (b"$?\r\n$?\r\n", Fails(BadChunk, 4)),
        (b"$?\r\n;x\r\n", Fails(BadLength, 4)),
        (b"$?\r\n;\r\n", Fails(BadLength, 4)),
        (b"$?\r\n;?\r\n", Fails(BadLength, 4)),
        (b"$?\r\n;536870913\r\n", Fails(BulkLimit, 4)),
        (b"$?\r\n;1\r\na\r\n;536870912\r\n", Fails(BulkLimit, 11)),
        // Chunks where no streamed string is open.
        (b";1\r\na\r\n", Fails(BadStream, 0)),
        (b";0\r\n", Fails(BadStream, 0)),
        (b"*1\r\n;0\r\n", Fails(BadStream, 4)),
        (b"*?\r\n;0\r\n", Fails(BadStream, 4)),
        (b"$?\r\n;0\r\n;0\r\n", FailsAfter(&[r#"$?"""#], BadStream, 8)),
    ]);
}

#[test]
fn streamed_aggregates() {
    check(&[
        (b"*?\r\n:1\r\n:2\r\n:3\r\n.\r\n", One("*?[:1, :2, :3]")),
        (b"*?\r\n.\r\n", One("*?[]")),
        (b"~?\r\n+a\r\n#t\r\n.\r\n", One(r#"~?[+"a", #t]"#)),
        (b"%?\r\n+a\r\n:1\r\n+b\r\n:2\r\n.\r\n", One(r#"%?[+"a", :1, +"b", :2]"#)),
        (b"%?\r\n.\r\n", One("%?[]")),
        (b">?\r\n+x\r\n.\r\n", One(r#">?[+"x"]"#)),
        (b"*?\r\n*?\r\n.\r\n*?\r\n:1\r\n.\r\n.\r\n", One("*?[*?[], *?[:1]]")),
        (b"*?\r\n*2\r\n:1\r\n:2\r\n*0\r\n.\r\n", One("*?[*[:1, :2], *[]]")),
        (b"*2\r\n*?\r\n:1\r\n.\r\n:2\r\n", One("*[*?[:1], :2]")),
        (b"*1\r\n*1\r\n*?\r\n.\r\n:9\r\n", Many(&["*[*[*?[]]]", ":9"])),
        (b"*?\r\n$?\r\n;1\r\na\r\n;0\r\n.\r\n", One(r#"*?[$?"a"]"#)),
        (b"%?\r\n*?\r\n.\r\n$?\r\n;0\r\n.\r\n", One(r#"%?[*?[], $?""]"#)),
        (b"*?\r\n_\r\n$-1\r\n*-1\r\n.\r\n", One("*?[_, _, _]")),
        (b"*?\r\n", NeedMore),
        (b"*?\r\n:1\r\n", NeedMore),
        (b"*?\r\n:1\r\n.", NeedMore),
        (b"*?\r\n:1\r\n.\r", NeedMore),
        (b"*2\r\n*?\r\n.\r\n", NeedMore),
        (b".\r\n", Fails(BadStream, 0)),
        (b"*0\r\n.\r\n", FailsAfter(&["*[]"], BadStream, 4)),
        (b"*?\r\n.\r\n.\r\n", FailsAfter(&["*?[]"], BadStream, 7)),
        (b"*1\r\n.\r\n", Fails(BadStream, 4)),
        (b"*?\r\n*1\r\n.\r\n", Fails(BadStream, 8)),
        (b"*?\r\n.x\r\n", Fails(BadStream, 4)),
        (b"*?\r\n.0\r\n", Fails(BadStream, 4)),
        (b"%?\r\n+a\r\n.\r\n", Fails(BadStream, 8)),
        (b"%?\r\n+a\r\n:1\r\n+b\r\n.\r\n", Fails(BadStream, 16)),
        (b"*??\r\n", Fails(BadLength, 0)),
        (b"*? \r\n", Fails(BadLength, 0)),
    ]);
}

#[test]
fn unknown_markers_are_refused_at_once() {
    check(&[
        (b"@", Fails(UnknownMarker(b'@'), 0)),
        (b"HTTP/1.1 400 Bad Request\r\n", Fails(UnknownMarker(b'H'), 0)),
        (b"\x15\x03\x03\x00\x02", Fails(UnknownMarker(0x15), 0)),
        (b"PING\r\n", Fails(UnknownMarker(b'P'), 0)),
        (b"\r\n", Fails(UnknownMarker(b'\r'), 0)),
        (b"\n", Fails(UnknownMarker(b'\n'), 0)),
        (b" +OK\r\n", Fails(UnknownMarker(b' '), 0)),
        (b"\x00", Fails(UnknownMarker(0), 0)),
        (b"?\r\n", Fails(UnknownMarker(b'?'), 0)),
        // An early draft had a type for HELLO.
        (b"@1\r\n", Fails(UnknownMarker(b'@'), 0)),
        (b"+OK\r\nx", FailsAfter(&[r#"+"OK""#], UnknownMarker(b'x'), 5)),
        (b"*1\r\n\r\n", Fails(UnknownMarker(b'\r'), 4)),
    ]);
}

#[test]
fn nothing_is_nothing() {
    check(&[(b"", Many(&[]))]);
}

/// A length that came in two parts and was then taken by the short way must
/// leave nothing behind for the line after it.
#[test]
fn lines_after_a_divided_header() {
    check(&[
        (b"*2\r\n$3\r\nfoo\r\n+\r\n", One(r#"*[$"foo", +""]"#)),
        (b"$1\r\na\r\n+\r\n", Many(&[r#"$"a""#, r#"+"""#])),
        (b"$1\r\na\r\n_\r\n", Many(&[r#"$"a""#, "_"])),
        (b"$12\r\nabcdefghijkl\r\n:1\r\n", Many(&[r#"$"abcdefghijkl""#, ":1"])),
        (b"$12\r\nabcdefghijkl\r\n+\nx\r\n", FailsAfter(&[r#"$"abcdefghijkl""#], BadLine, 20)),
    ]);
}
