//! Clients that decode all strings as text, of both drivers, against a real
//! server in both versions of the protocol.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use std::collections::HashMap;

use bytes::Bytes;
use client_setup::{Server, within};
use resp_net::resp_core::replies::{Cursor, StreamId};
use resp_net::{Client, Error, TextClient, blocking, cmd};

/// What a future comes to.
macro_rules! awaited {
    ($call:expr) => {
        within($call).await
    };
}

/// What a call comes to.
macro_rules! called {
    ($call:expr) => {
        $call.call()
    };
}

/// Runs a body against an empty server for each version, with either client.
/// `$run` in it runs a call.
macro_rules! both_clients {
    ($name:ident, $client:ident, $run:ident => $body:block) => {
        mod $name {
            use super::*;

            #[tokio::test]
            async fn tokio() {
                use awaited as $run;
                let server = Server::start(&[]);
                for protocol in ["2", "3"] {
                    server.run(&["FLUSHALL"]);
                    let url = format!("{}?protocol={protocol}", server.url());
                    let $client: TextClient = within(Client::connect(&url)).await.unwrap().decode_responses();
                    $body
                }
            }

            #[test]
            fn mio() {
                use called as $run;
                let server = Server::start(&[]);
                for protocol in ["2", "3"] {
                    server.run(&["FLUSHALL"]);
                    let url = format!("{}?protocol={protocol}", server.url());
                    let client = blocking::Client::connect(&url).unwrap();
                    let $client: blocking::TextClient = client.decode_responses();
                    $body
                }
            }
        }
    };
}

fn text(words: &str) -> String {
    words.to_owned()
}

both_clients!(strings_are_text_and_the_rest_stays, client, run => {
    run!(client.set("k", "v")).unwrap();
    let value: Option<String> = run!(client.get("k")).unwrap();
    assert_eq!(value.as_deref(), Some("v"));
    assert_eq!(run!(client.get("none")).unwrap(), None);
    assert_eq!(run!(client.mget(["k", "none"])).unwrap(), [Some(text("v")), None]);
    assert_eq!(run!(client.incr("n")).unwrap(), 1);
    assert!(run!(client.setnx("new", 1)).unwrap());
    run!(client.hset("user", [("name", "Ada")])).unwrap();
    let user: HashMap<String, String> = run!(client.hgetall("user")).unwrap();
    assert_eq!(user["name"], "Ada");
    run!(client.rpush("list", ["a", "b"])).unwrap();
    assert_eq!(run!(client.lrange("list", 0, -1)).unwrap(), ["a", "b"]);
    let popped: Option<(String, String)> = run!(client.blpop("list", None)).unwrap();
    assert_eq!(popped, Some((text("list"), text("a"))));
    run!(client.xadd("s", StreamId::new(5, 1), ("f", "v"))).unwrap();
    let entries = run!(client.xrange("s", StreamId::MIN, StreamId::MAX)).unwrap();
    assert_eq!(entries[0].fields, [(text("f"), text("v"))]);
    let raw = cmd::raw("GET").arg("k");
    assert_eq!(run!(client.send(raw.clone().returning::<Bytes>())).unwrap(), "v".to_owned());
    assert_eq!(run!(client.send(raw.returning::<Option<String>>())).unwrap().as_deref(), Some("v"));
    // The client under it is the same connection, and leaves strings as they are.
    assert_eq!(run!(client.client().get("k")).unwrap(), Some(Bytes::from_static(b"v")));
    assert_eq!(run!(client.client().clone().decode_responses().get("k")).unwrap().as_deref(), Some("v"));
});

both_clients!(options_that_change_the_reply_give_text_too, client, run => {
    run!(client.set("k", "old")).unwrap();
    let old: Option<String> = run!(client.set("k", "new").get()).unwrap();
    assert_eq!(old.as_deref(), Some("old"));
    assert_eq!(run!(client.set("k", "newer").xx().get()).unwrap().as_deref(), Some("new"));
    assert!(!run!(client.set("k", "newest").nx()).unwrap());
    run!(client.zadd("board", [(1.5, "ada"), (2.0, "bob")])).unwrap();
    assert_eq!(run!(client.zrange("board", 0, -1)).unwrap(), ["ada", "bob"]);
    let scored: Vec<(String, f64)> = run!(client.zrange("board", 0, -1).with_scores()).unwrap();
    assert_eq!(scored, [(text("ada"), 1.5), (text("bob"), 2.0)]);
    run!(client.hset("h", [("f", "v")])).unwrap();
    let fields: Vec<(String, String)> = run!(client.hrandfield("h").count(1).with_values()).unwrap();
    assert_eq!(fields, [(text("f"), text("v"))]);
});

both_clients!(what_is_no_text_is_an_error_with_its_place, client, run => {
    run!(client.set("k", &b"ab\xff"[..])).unwrap();
    let error = run!(client.get("k")).unwrap_err();
    assert!(matches!(error, Error::Convert(_)));
    assert_eq!(error.to_string(), "GET: reply: expected UTF-8 text, found other bytes at offset 2");
    run!(client.hset("h", [(&b"f"[..], &b"\xfe"[..])])).unwrap();
    let error = run!(client.hgetall("h")).unwrap_err().to_string();
    assert_eq!(error, "HGETALL: reply.f: expected UTF-8 text, found other bytes at offset 0");
    // Who wants it as it is says so.
    assert_eq!(run!(client.get("k").lossy()).unwrap().as_deref(), Some("ab\u{fffd}"));
    assert_eq!(run!(client.client().get("k")).unwrap(), Some(Bytes::from_static(b"ab\xff")));
    assert_eq!(run!(client.get("none")).unwrap(), None, "the connection goes on");
});

both_clients!(batches_are_text, client, run => {
    let (set, value, n) = run!(client.pipeline((cmd::set("k", "v"), cmd::get("k"), cmd::incr("n")))).unwrap();
    assert_eq!((set, value, n), ((), Some(text("v")), 1));
    let list: Vec<Option<String>> = run!(client.pipeline(vec![cmd::get("k"), cmd::get("none")])).unwrap();
    assert_eq!(list, [Some(text("v")), None]);
    let array: [Option<String>; 2] = run!(client.pipeline([cmd::get("k"), cmd::get("k")])).unwrap();
    assert_eq!(array, [Some(text("v")), Some(text("v"))]);
    let (old, all) = run!(client.transaction((cmd::set("k", "w").get(), cmd::mget(["k"])))).unwrap();
    assert_eq!((old, all), (Some(text("v")), vec![Some(text("w"))]));
    let (caught, value) = run!(client.transaction((cmd::lpush("k", "x").caught(), cmd::get("k")))).unwrap();
    assert_eq!((caught.unwrap_err().code(), value), ("WRONGTYPE", Some(text("w"))));
    run!(client.set("k", &b"\xff"[..])).unwrap();
    let error = run!(client.pipeline((cmd::incr("n"), cmd::get("k")))).unwrap_err();
    assert!(matches!(error, Error::Batch { index: 1, .. }), "{error}");
    assert!(error.to_string().ends_with("expected UTF-8 text, found other bytes at offset 0"), "{error}");
});

both_clients!(other_types_are_taken_as_they_are, client, run => {
    run!(client.set("n", 41)).unwrap();
    assert_eq!(run!(client.get("n").parse::<u16>()).unwrap(), Some(41));
    assert_eq!(run!(client.get("n").to::<i64>()).unwrap(), 41);
    assert_eq!(run!(client.get("n").text()).unwrap().as_deref(), Some("41"));
    run!(client.del("n")).unwrap();
    assert!(run!(client.incr("n").caught()).unwrap().is_ok());
    assert_eq!(run!(client.lpush("n", "x").caught()).unwrap().unwrap_err().code(), "WRONGTYPE");
});

#[tokio::test]
async fn scans_and_consumers_are_text() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap().decode_responses();
    within(client.hset("h", [("f", "v")])).await.unwrap();
    let mut fields = client.iterate(cmd::hscan("h", Cursor::START));
    assert_eq!(within(fields.next()).await.unwrap().unwrap(), (text("f"), text("v")));
    assert!(within(fields.next()).await.is_none());

    within(client.xgroup_create("s", "g", StreamId::MIN).mkstream()).await.unwrap();
    within(client.xadd("s", StreamId::new(1, 0), ("f", "v"))).await.unwrap();
    let mut entries = client.consume("g", "ada", "s");
    let delivered = within(entries.next()).await.unwrap().unwrap();
    assert_eq!(delivered.entry.get("f").map(String::as_str), Some("v"));
    assert!(within(entries.ack(&delivered)).await.unwrap());
}

#[test]
fn scans_and_consumers_are_text_without_a_runtime() {
    let server = Server::start(&[]);
    let client = blocking::Client::connect(&server.url()).unwrap().decode_responses();
    client.sadd("set", ["a"]).call().unwrap();
    let members: Result<Vec<String>, _> = client.iterate(cmd::sscan("set", Cursor::START)).collect();
    assert_eq!(members.unwrap(), ["a"]);

    client.xgroup_create("s", "g", StreamId::MIN).mkstream().call().unwrap();
    client.xadd("s", StreamId::new(1, 0), ("f", "v")).call().unwrap();
    let mut entries = client.consume("g", "ada", "s");
    let delivered = entries.next().unwrap().unwrap();
    assert_eq!(delivered.entry.fields, [(text("f"), text("v"))]);
    assert!(entries.ack(&delivered).call().unwrap());
}
