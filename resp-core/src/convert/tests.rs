//! Both protocol versions into the same Rust values.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::rc::Rc;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::num::NonZero;
use core::time::Duration;

use bytes::Bytes;

use super::{
    Collect, CollectPairs, FromReply, HasStrings, Lossy, Pairs, ServerError, ToArg, decode, decode_owned,
};
use crate::{Decoder, Progress, Reply};

fn read<R: FromReply>(input: &str) -> Result<R::Out, String> {
    let mut decoder = Decoder::new();
    let Progress::Frame(frame) = decoder.decode(input.as_bytes()).unwrap() else { panic!("incomplete row") };
    decode::<R>(frame).map_err(|error| error.to_string())
}

#[test]
fn numbers_come_in_either_form() {
    assert_eq!(read::<i64>(":5\r\n"), Ok(5));
    assert_eq!(read::<i64>("$2\r\n-5\r\n"), Ok(-5));
    assert_eq!(
        read::<u16>(":70000\r\n").unwrap_err(),
        "reply: expected integer within u16, found other text"
    );
    assert_eq!(read::<f64>(",1.5\r\n"), Ok(1.5));
    assert_eq!(read::<f64>("$3\r\n1.5\r\n"), Ok(1.5));
    assert_eq!(read::<f64>(":2\r\n"), Ok(2.0));
    assert_eq!(read::<String>(",1.5\r\n"), Ok("1.5".to_string()));
    assert_eq!(read::<bool>(":1\r\n"), Ok(true));
    assert_eq!(read::<bool>("_\r\n"), Ok(false));
    assert_eq!(read::<()>("+OK\r\n"), Ok(()));
    assert_eq!(read::<()>("+QUEUED\r\n").unwrap_err(), "reply: expected OK, found other text");
}

#[test]
fn nulls_of_three_forms() {
    for null in ["$-1\r\n", "*-1\r\n", "_\r\n"] {
        assert_eq!(read::<Option<Bytes>>(null), Ok(None));
        assert_eq!(read::<Vec<i64>>(null), Ok(Vec::new()));
        assert_eq!(read::<Bytes>(null).unwrap_err(), "reply: expected string, found null");
    }
}

#[test]
fn maps_come_in_three_forms() {
    let expected = Vec::from([("a".to_string(), 1), ("b".to_string(), 2)]);
    for map in [
        "%2\r\n+a\r\n:1\r\n+b\r\n:2\r\n",
        "*4\r\n$1\r\na\r\n$1\r\n1\r\n$1\r\nb\r\n$1\r\n2\r\n",
        "*2\r\n*2\r\n+a\r\n:1\r\n*2\r\n+b\r\n:2\r\n",
    ] {
        assert_eq!(read::<Pairs<String, i64>>(map), Ok(expected.clone()));
        assert_eq!(read::<BTreeMap<String, i64>>(map), Ok(expected.iter().cloned().collect()));
    }
    assert_eq!(
        read::<Pairs<String, i64>>("*3\r\n+a\r\n:1\r\n+b\r\n").unwrap_err(),
        "reply: expected pairs, found 3 elements"
    );
}

#[test]
fn errors_say_where_and_never_what() {
    let error = read::<BTreeMap<String, Vec<i64>>>("%1\r\n+ages\r\n*2\r\n:1\r\n+secret\r\n").unwrap_err();
    assert_eq!(error, "reply.ages[1]: expected integer, found other text");
    let text = read::<Vec<String>>("*1\r\n$2\r\na\u{0}\r\n");
    assert_eq!(text, Ok(Vec::from(["a\u{0}".to_string()])));
    assert_eq!(
        read::<(i64, i64)>("*1\r\n:1\r\n").unwrap_err(),
        "reply: expected array of 2, found 1 elements"
    );
}

#[test]
fn text_that_is_not_utf8_is_an_error_with_its_place() {
    let mut decoder = Decoder::new();
    let Progress::Frame(frame) = decoder.decode(b"$3\r\na\xff.\r\n").unwrap() else { panic!() };
    let error = decode::<String>(frame).unwrap_err().to_string();
    assert_eq!(error, "reply: expected UTF-8 text, found other bytes at offset 1");
}

#[test]
fn a_servers_error_is_the_calls_error_or_a_value() {
    assert_eq!(read::<i64>("-ERR a\x1bb\r\n").unwrap_err(), "ERR a\\u{1b}b");
    let caught = read::<Result<i64, ServerError>>("-WRONGTYPE x\r\n").unwrap();
    assert_eq!(caught.unwrap_err().code(), "WRONGTYPE");
    let inner = read::<Vec<Result<i64, ServerError>>>("*2\r\n:1\r\n-ERR x\r\n").unwrap();
    assert!(inner[0].is_ok() && inner[1].is_err());
    assert_eq!(
        read::<Vec<i64>>("*1\r\n-ERR x\r\n").unwrap_err(),
        "reply[0]: expected integer, found simple error"
    );
}

#[test]
fn a_whole_reply_converts_as_its_frame_does() {
    let long = "0123456789012345678901234567890123456789";
    for input in [
        alloc::format!("$40\r\n{long}\r\n"),
        alloc::format!("+{long}\r\n"),
        alloc::format!("=44\r\ntxt:{long}\r\n"),
        alloc::format!("$?\r\n;40\r\n{long}\r\n;0\r\n"),
        alloc::format!("|1\r\n+a\r\n:1\r\n$40\r\n{long}\r\n"),
        alloc::format!("-ERR {long}\r\n"),
        alloc::format!("({}\r\n", "1".repeat(40)),
        "$2\r\nhi\r\n".to_string(),
        "|1\r\n+a\r\n:1\r\n_\r\n".to_string(),
        "-ERR no\r\n".to_string(),
        "$-1\r\n".to_string(),
        ":5\r\n".to_string(),
        "*1\r\n:5\r\n".to_string(),
    ] {
        let mut bytes = bytes::BytesMut::from(input.as_bytes());
        let reply = Decoder::new().decode_reply(&mut bytes).unwrap().unwrap();
        same::<Bytes>(&reply);
        same::<Option<Bytes>>(&reply);
        same::<Result<Bytes, ServerError>>(&reply);
        same::<Result<Option<Bytes>, ServerError>>(&reply);
        same::<Vec<i64>>(&reply);
        let whole = decode_owned::<Reply>(reply.clone()).map(|whole| whole.frame().to_value());
        assert_eq!(whole, decode::<Reply>(reply.frame()).map(|part| part.frame().to_value()));
    }
}

fn same<R: FromReply<Out: PartialEq + core::fmt::Debug>>(reply: &Reply) {
    assert_eq!(decode_owned::<R>(reply.clone()), decode::<R>(reply.frame()));
}

/// Each form of a reply gives the same value.
fn all_read<R: FromReply<Out: PartialEq + core::fmt::Debug>>(inputs: &[&str], expected: R::Out) {
    for input in inputs {
        assert_eq!(read::<R>(input).as_ref(), Ok(&expected), "{input:?}");
    }
}

fn fails<R: FromReply<Out: core::fmt::Debug>>(input: &str, expected: &str) {
    assert_eq!(read::<R>(input).unwrap_err(), expected, "{input:?}");
}

#[test]
fn integers_of_all_sizes() {
    all_read::<u64>(&["$20\r\n18446744073709551615\r\n", "(18446744073709551615\r\n"], u64::MAX);
    all_read::<i128>(&["$20\r\n-9223372036854775809\r\n"], i128::from(i64::MIN) - 1);
    all_read::<NonZero<u16>>(&[":7\r\n", "$1\r\n7\r\n"], NonZero::new(7).unwrap());
    fails::<NonZero<u16>>(":0\r\n", "reply: expected integer other than 0, found other text");
    fails::<i64>("(9223372036854775808\r\n", "reply: expected integer within i64, found other text");
    fails::<u128>(":-1\r\n", "reply: expected integer within u128, found other text");
    fails::<u32>("*0\r\n", "reply: expected integer, found array");
}

#[test]
fn floats_and_durations() {
    all_read::<f32>(&[",0.1\r\n", "$3\r\n0.1\r\n"], 0.1);
    for value in [0.1_f32, 1e-45, f32::MAX, -2.5, 1e17, f32::NEG_INFINITY] {
        let text = String::from_utf8(value.to_arg().as_bytes().to_vec()).unwrap();
        all_read::<f32>(&[&alloc::format!("${}\r\n{text}\r\n", text.len())], value);
    }
    all_read::<Duration>(&[":90\r\n", "$2\r\n90\r\n", ",90\r\n"], Duration::from_secs(90));
    all_read::<Duration>(&["$6\r\n0.0015\r\n", ",0.0015\r\n"], Duration::from_micros(1500));
    for input in [":-1\r\n", "$2\r\n-2\r\n", ",-0.5\r\n", ",nan\r\n", ",inf\r\n", ",1e300\r\n"] {
        fails::<Duration>(input, "reply: expected seconds from 0 up, found other text");
    }
    fails::<Duration>("%0\r\n", "reply: expected number, found map");
}

#[test]
fn texts_of_all_kinds() {
    let inputs = ["+Ada\r\n", "$3\r\nAda\r\n", "=7\r\ntxt:Ada\r\n", "$?\r\n;1\r\nA\r\n;2\r\nda\r\n;0\r\n"];
    all_read::<Box<str>>(&inputs, "Ada".into());
    all_read::<Rc<str>>(&inputs, "Ada".into());
    all_read::<Arc<str>>(&inputs, "Ada".into());
    all_read::<Lossy>(&inputs, "Ada".into());
    all_read::<[u8; 3]>(&inputs, *b"Ada");
    all_read::<Box<[u8]>>(&inputs, Box::from(*b"Ada"));
    all_read::<char>(&["+\u{e9}\r\n", "$2\r\n\u{e9}\r\n"], '\u{e9}');
    fails::<[u8; 2]>("+Ada\r\n", "reply: expected string of another length, found 3 bytes");
    fails::<char>("+Ada\r\n", "reply: expected one character, found other text");
    fails::<char>("$0\r\n\r\n", "reply: expected one character, found other text");
    fails::<Arc<str>>("_\r\n", "reply: expected string, found null");
}

fn read_bytes<R: FromReply>(input: &[u8]) -> Result<R::Out, String> {
    let mut decoder = Decoder::new();
    let Progress::Frame(frame) = decoder.decode(input).unwrap() else { panic!("incomplete row") };
    decode::<R>(frame).map_err(|error| error.to_string())
}

#[test]
fn lossy_text_is_never_an_error() {
    assert_eq!(read_bytes::<Lossy>(b"$3\r\na\xffb\r\n"), Ok("a\u{fffd}b".to_string()));
    let map = b"*2\r\n$2\r\n\xffk\r\n$1\r\n\xfe\r\n";
    let lossy = read_bytes::<<BTreeMap<Bytes, Bytes> as HasStrings>::Lossy>(map).unwrap();
    assert_eq!(lossy, BTreeMap::from([("\u{fffd}k".to_string(), "\u{fffd}".to_string())]));
    assert_eq!(
        read_bytes::<<BTreeMap<Bytes, Bytes> as HasStrings>::Text>(map).unwrap_err(),
        "reply.bulk string: expected UTF-8 text, found other bytes at offset 0"
    );
    assert_eq!(
        read_bytes::<Pairs<String, Bytes>>(b"%1\r\n$2\r\nk\xff\r\n+v\r\n").unwrap_err(),
        "reply key 0: expected UTF-8 text, found other bytes at offset 1"
    );
}

#[test]
fn lists_of_all_kinds() {
    let inputs = ["*2\r\n$1\r\n2\r\n$1\r\n1\r\n", "~2\r\n:2\r\n:1\r\n"];
    all_read::<VecDeque<i64>>(&inputs, VecDeque::from([2, 1]));
    all_read::<Box<[i64]>>(&inputs, Box::from([2, 1]));
    all_read::<BTreeSet<i64>>(&inputs, BTreeSet::from([1, 2]));
    all_read::<[Option<i64>; 2]>(&inputs, [Some(2), Some(1)]);
    all_read::<(i64, String)>(&inputs, (2, "1".to_string()));
    all_read::<Collect<VecDeque<u32>>>(&inputs, VecDeque::from([2, 1]));
    all_read::<Box<(i64, Box<i64>)>>(&inputs, Box::new((2, Box::new(1))));
    all_read::<(i64,)>(&["*1\r\n:7\r\n"], (7,));
    let twelve = alloc::format!("*12\r\n{}", ":1\r\n".repeat(12));
    type Twelve = (i64, u16, i32, bool, f64, f32, i64, i64, i64, i64, i64, String);
    all_read::<Twelve>(&[&twelve], (1, 1, 1, true, 1.0, 1.0, 1, 1, 1, 1, 1, "1".to_string()));

    fails::<[i64; 3]>(inputs[0], "reply: expected array of another length, found 2 elements");
    fails::<(i64, i64, i64)>(inputs[1], "reply: expected array of 3, found 2 elements");
    fails::<[i64; 0]>("_\r\n", "reply: expected array of another length, found null");
    for at_1 in [
        read::<VecDeque<bool>>("*2\r\n:1\r\n+x\r\n").unwrap_err(),
        read::<Box<[bool]>>("*2\r\n:1\r\n+x\r\n").unwrap_err(),
        read::<BTreeSet<bool>>("*2\r\n:1\r\n+x\r\n").unwrap_err(),
        read::<[bool; 2]>("*2\r\n:1\r\n+x\r\n").unwrap_err(),
        read::<(bool, bool)>("*2\r\n:1\r\n+x\r\n").unwrap_err(),
        read::<Collect<Vec<bool>>>("*2\r\n:1\r\n+x\r\n").unwrap_err(),
    ] {
        assert_eq!(at_1, "reply[1]: expected boolean, found other text");
    }
}

#[test]
fn collections_of_pairs_that_are_not_ours() {
    for map in ["%1\r\n+a\r\n:1\r\n", "*2\r\n+a\r\n:1\r\n", "*1\r\n*2\r\n+a\r\n:1\r\n"] {
        all_read::<CollectPairs<VecDeque<(String, i64)>>>(&[map], VecDeque::from([("a".to_string(), 1)]));
    }
    fails::<CollectPairs<Vec<(i64, i64)>>>(
        "%2\r\n:1\r\n:1\r\n+a\r\n:2\r\n",
        "reply key 1: expected integer, found other text",
    );
    fails::<CollectPairs<Vec<(i64, i64)>>>(
        "%1\r\n+a\r\n+b\r\n",
        "reply.a: expected integer, found other text",
    );
    fails::<Pairs<i64, i64>>("*2\r\n*2\r\n:1\r\n:1\r\n:5\r\n", "reply[1]: expected pair, found integer");
}

#[cfg(feature = "std")]
#[test]
fn maps_and_sets_with_any_hasher() {
    use core::hash::{BuildHasherDefault, Hasher};
    use std::collections::{HashMap, HashSet};

    #[derive(Default)]
    struct Sum(u64);
    impl Hasher for Sum {
        fn finish(&self) -> u64 {
            self.0
        }
        fn write(&mut self, bytes: &[u8]) {
            self.0 += bytes.iter().map(|&byte| u64::from(byte)).sum::<u64>();
        }
    }
    type Summed = BuildHasherDefault<Sum>;

    let map = read::<HashMap<String, i64, Summed>>("%1\r\n+a\r\n:1\r\n").unwrap();
    assert_eq!(map["a"], 1);
    let set = read::<<HashSet<Bytes, Summed> as HasStrings>::Text>("~2\r\n+a\r\n+a\r\n").unwrap();
    assert!(set.len() == 1 && set.contains("a"));
    fails::<HashSet<i64>>("*1\r\n+a\r\n", "reply[0]: expected integer, found other text");
}

#[test]
fn strings_are_replaced_within_any_type() {
    type Text<R> = <R as HasStrings>::Text;
    type With<R, T> = <R as HasStrings>::With<T>;
    let popped = "*2\r\n+list\r\n*1\r\n+7\r\n";
    all_read::<Text<Option<(Bytes, Vec<Bytes>)>>>(
        &[popped],
        Some(("list".to_string(), alloc::vec!["7".to_string()])),
    );
    all_read::<With<Option<(String, Vec<Bytes>)>, u32>>(
        &[popped],
        Some(("list".to_string(), alloc::vec![7])),
    );
    let scored = ["*2\r\n+Ada\r\n$1\r\n7\r\n", "*1\r\n*2\r\n+Ada\r\n,7\r\n"];
    all_read::<Text<Pairs<Bytes, f64>>>(&scored, alloc::vec![("Ada".to_string(), 7.0)]);
    all_read::<Text<[Bytes; 1]>>(&["*1\r\n+a\r\n"], ["a".to_string()]);
    all_read::<Text<Box<[Bytes]>>>(&["*1\r\n+a\r\n"], Box::from(["a".to_string()]));
    all_read::<Text<(Bytes, i64, Option<Bytes>)>>(&["*3\r\n+a\r\n:1\r\n_\r\n"], ("a".to_string(), 1, None));
    all_read::<With<BTreeMap<String, Bytes>, bool>>(
        &["%1\r\n+a\r\n+OK\r\n"],
        [("a".to_string(), true)].into(),
    );
}
