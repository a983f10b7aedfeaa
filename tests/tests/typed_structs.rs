//! Structs as hashes, values as JSON and by serde, with both clients against a
//! real server in both versions of the protocol.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;
mod door;

use std::collections::HashMap;

use door::{Door, for_each_driver};
use resp_net::resp_core::{Json, Serde, to_pairs};
use resp_net::{Client, ProtocolChoice, blocking, cmd};
use resp_net::{FromReply, ToArg, ToArgs};

for_each_driver!(a_struct_is_a_hash, json_in_strings, a_type_of_serde_is_a_hash);

#[derive(Clone, Debug, PartialEq, FromReply, ToArgs)]
struct User {
    name: String,
    #[resp(rename = "born")]
    year: u16,
    email: Option<String>,
    role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, FromReply, ToArg)]
#[resp(rename_all = "lowercase")]
enum Role {
    Author,
    Reader,
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Point {
    x: i64,
    label: Option<String>,
}

fn ada() -> User {
    User { name: "Ada".to_owned(), year: 1815, email: None, role: Role::Author }
}

fn point() -> Point {
    Point { x: -3, label: Some("here".to_owned()) }
}

fn each_protocol<D: Door>(test: impl Fn(D)) {
    let server = door::server(&[]);
    for protocol in [ProtocolChoice::Resp2, ProtocolChoice::Resp3] {
        server.run(&["FLUSHALL"]);
        test(D::open(door::config(server.port()).protocol(protocol)));
    }
}

fn a_struct_is_a_hash<D: Door>() {
    each_protocol(|client: D| {
        assert_eq!(client.send(cmd::hset("user:1", ada())).unwrap(), 3, "`email` is left out");
        assert_eq!(client.send(cmd::hgetall("user:1").to::<User>()).unwrap(), ada());
        let fields = client.send(cmd::hgetall("user:1").text()).unwrap();
        assert_eq!((&*fields["born"], &*fields["role"]), ("1815", "author"));
        let role = client.send(cmd::hget("user:1", "role").parse::<Role>()).unwrap();
        assert_eq!(role, Some(Role::Author));

        let bob = User { role: Role::Reader, email: Some("b@x".to_owned()), ..ada() };
        let ((), _, two) = client
            .pipeline((
                cmd::set("role", Role::Reader),
                cmd::hset("user:2", &bob),
                cmd::hgetall("user:2").to::<User>(),
            ))
            .unwrap();
        assert_eq!(two, bob);

        client.send(cmd::hset("user:1", ("born", "early"))).unwrap();
        let error = client.send(cmd::hgetall("user:1").to::<User>()).unwrap_err();
        assert_eq!(error.to_string(), "HGETALL: reply.born: expected integer, found other text");
        client.send(cmd::hdel("user:1", "born")).unwrap();
        let error = client.send(cmd::hgetall("user:1").to::<User>()).unwrap_err();
        assert_eq!(error.to_string(), "HGETALL: reply.born: expected a value, found nothing");
    });
}

fn json_in_strings<D: Door>() {
    each_protocol(|client: D| {
        client.send(cmd::set("p", Json::new(&point()).unwrap())).unwrap();
        let text = client.send(cmd::get("p").text()).unwrap();
        assert_eq!(text.as_deref(), Some(r#"{"x":-3,"label":"here"}"#));
        let read: Option<Point> = client.send(cmd::get("p").json::<Point>()).unwrap();
        assert_eq!(read, Some(point()));
        assert_eq!(client.send(cmd::get("none").json::<Point>()).unwrap(), None);
        client.send(cmd::hset("places", [("a", Json::new(&point()).unwrap())])).unwrap();
        let places: HashMap<String, Point> =
            client.send(cmd::hgetall("places").text().json::<Point>()).unwrap();
        assert_eq!(places["a"], point());

        client.send(cmd::set("p", "{\"x\":1,\"secret\"")).unwrap();
        let error = client.send(cmd::get("p").json::<Point>()).unwrap_err().to_string();
        assert!(error.starts_with("GET: reply: expected JSON, found other text at line 1"), "{error}");
        assert!(!error.contains("secret"));

        client.send(cmd::set("p", &b"a\xffb"[..])).unwrap();
        assert_eq!(client.send(cmd::get("p").lossy()).unwrap().as_deref(), Some("a\u{fffd}b"));
        client.send(cmd::rpush("list", [&b"\xff"[..], b"x"])).unwrap();
        assert_eq!(client.send(cmd::lrange("list", 0, -1).lossy()).unwrap(), ["\u{fffd}", "x"]);
    });
}

fn a_type_of_serde_is_a_hash<D: Door>() {
    each_protocol(|client: D| {
        client.send(cmd::hset("p", to_pairs(&point()).unwrap())).unwrap();
        assert_eq!(client.send(cmd::hgetall("p").to::<Serde<Point>>()).unwrap(), point());
        client.send(cmd::hset("p", ("x", "far"))).unwrap();
        let error = client.send(cmd::hgetall("p").to::<Serde<Point>>()).unwrap_err().to_string();
        assert!(error.starts_with("HGETALL: reply.x: expected"), "{error}");
    });
}

/// A client that decodes all strings as text takes types that say it themselves.
#[test]
fn a_client_of_text_reads_them_too() {
    let server = door::server(&[]);
    let client = blocking::Client::connect(&server.url()).unwrap().decode_responses();
    client.hset("user", ada()).call().unwrap();
    assert_eq!(client.hgetall("user").to::<User>().call().unwrap(), ada());
    client.set("p", Json::new(&point()).unwrap()).call().unwrap();
    assert_eq!(client.get("p").json::<Point>().call().unwrap(), Some(point()));
    client.hset("h", to_pairs(&point()).unwrap()).call().unwrap();
    assert_eq!(client.hgetall("h").to::<Serde<Point>>().call().unwrap(), point());
    let batch = (cmd::hgetall("user").to::<User>(), cmd::get("p").json::<Point>(), cmd::hget("user", "name"));
    let (user, read, name) = client.pipeline(batch).call().unwrap();
    assert_eq!((user, read, name.as_deref()), (ada(), Some(point()), Some("Ada")));

    door::RUNTIME.block_on(async {
        let client = Client::connect(&server.url()).await.unwrap().decode_responses();
        assert_eq!(client.hgetall("user").to::<User>().await.unwrap(), ada());
        assert_eq!(client.get("p").json::<Point>().await.unwrap(), Some(point()));
        assert_eq!(client.hgetall("h").to::<Serde<Point>>().await.unwrap(), point());
    });
}
