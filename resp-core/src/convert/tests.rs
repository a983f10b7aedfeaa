//! Both protocol versions into the same Rust values.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use bytes::Bytes;

use super::{FromReply, Pairs, ServerError, decode, decode_owned};
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
