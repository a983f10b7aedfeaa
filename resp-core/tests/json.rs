//! Strings that hold JSON.
#![cfg(feature = "json")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

use std::collections::BTreeMap;

use resp_core::{Command, Decoder, HasStrings, Json, Progress, cmd};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct User {
    name: String,
    tags: Vec<String>,
}

fn ada() -> User {
    User { name: "Ada".into(), tags: vec!["a".into()] }
}

fn decode<R: resp_core::FromReply>(command: &Command<R>, input: &str) -> Result<R::Out, String> {
    let mut decoder = Decoder::new();
    let Progress::Frame(frame) = decoder.decode(input.as_bytes()).unwrap() else { panic!("incomplete") };
    command.decode(frame).map_err(|error| error.to_string())
}

#[test]
fn a_value_is_written_and_read() {
    let json = Json::new(&ada()).unwrap();
    assert_eq!(format!("{json:?}"), "Json of 27 bytes");
    let mut wire = Vec::new();
    cmd::set("user:1", json).wire().write_to(&mut wire);
    let text = "$27\r\n{\"name\":\"Ada\",\"tags\":[\"a\"]}\r\n";
    assert!(wire.ends_with(text.as_bytes()));

    let get = cmd::get("user:1").to::<Option<Json<User>>>();
    assert_eq!(decode(&get, text), Ok(Some(ada())));
    assert_eq!(decode(&get, "$-1\r\n"), Ok(None));
    let all = cmd::raw("HGETALL")
        .arg("users")
        .returning::<<BTreeMap<String, bytes::Bytes> as HasStrings>::With<Json<User>>>();
    let map = BTreeMap::from([("1".to_string(), ada())]);
    assert_eq!(decode(&all, &format!("%1\r\n+1\r\n{text}")), Ok(map));
}

#[test]
fn errors_name_the_place_and_never_the_value() {
    let get = cmd::get("user:1").to::<Json<User>>();
    for (input, expected) in [
        ("+secret\r\n", "GET: reply: expected JSON, found other text at line 1, column 1"),
        ("+\"secret\r\n", "GET: reply: expected JSON, found other text at line 1, column 7"),
        ("$0\r\n\r\n", "GET: reply: expected JSON, found other text at line 1, column 0"),
        (
            "+{\"name\": \"Ada\", \"tags\": \"secret\"}\r\n",
            "GET: reply: expected JSON that fits the type, found another value at line 1, column 32",
        ),
        ("_\r\n", "GET: reply: expected string, found null"),
        ("*1\r\n+1\r\n", "GET: reply: expected string, found array"),
    ] {
        assert_eq!(decode(&get, input).unwrap_err(), expected);
    }
}

#[test]
fn what_cannot_be_json_is_refused_when_it_is_made() {
    let keys_are_lists = BTreeMap::from([([1, 2], "a")]);
    assert_eq!(Json::new(&keys_are_lists).unwrap_err().to_string(), "value: key must be a string");
}
