//! Commands, batches and connecting, against a real server, in both versions
//! of the protocol.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

use bytes::Bytes;
use client_setup::{Server, chain, within};
use resp_net::resp_core::{Command, Kind, Reply};
use resp_net::{
    Client, Config, ConfigBuilder, Connection, Error, Executed, LostReason, Pool, SessionError, SubmitError,
    cmd,
};
use tests::proxy::FakeServer;
use tests::server::{RedisServer, free_port};

/// Runs a test against an empty server for each version.
async fn each_protocol(test: impl AsyncFn(Client)) {
    let server = Server::start(&[]);
    for protocol in [3, 2] {
        let client = within(Client::connect(&format!("{}?protocol={protocol}", server.url()))).await;
        let client = client.unwrap_or_else(|error| panic!("RESP{protocol}: {}", chain(&error)));
        let hello = client.send(cmd::raw("CLIENT").arg("INFO").returning::<String>());
        let info = within(hello).await.unwrap();
        assert!(info.contains(&format!(" resp={protocol}")), "{info}");
        within(client.send(cmd::raw("FLUSHALL").returning::<()>())).await.unwrap();
        within(test(client)).await;
    }
}

fn bytes(text: &'static str) -> Bytes {
    Bytes::from_static(text.as_bytes())
}

#[tokio::test]
async fn signs_of_life() {
    each_protocol(async |client| {
        assert_eq!(client.ping().await.unwrap(), bytes("PONG"));
        assert_eq!(client.echo("hello").await.unwrap(), bytes("hello"));
        assert_eq!(client.echo(-5).text().await.unwrap(), "-5");
        assert!(client.is_connected());
    })
    .await;
}

#[tokio::test]
async fn strings() {
    each_protocol(async |client| {
        assert_eq!(client.get("k").await.unwrap(), None);
        assert_eq!(client.get("k").text().await.unwrap(), None);
        client.set("k", "41").await.unwrap();
        assert_eq!(client.get("k").await.unwrap(), Some(bytes("41")));
        assert_eq!(client.get("k").text().await.unwrap().as_deref(), Some("41"));
        assert_eq!(client.get("k").parse::<i64>().await.unwrap(), Some(41));
        assert_eq!(client.incr("k").await.unwrap(), 42);
        assert_eq!(client.incr("new").await.unwrap(), 1);
        client.set("l", 2.5).await.unwrap();
        assert_eq!(client.get("l").parse::<f64>().await.unwrap(), Some(2.5));
        let values = client.mget(["k", "none", "l"]).await.unwrap();
        assert_eq!(values, [Some(bytes("42")), None, Some(bytes("2.5"))]);
        let values = client.mget(vec!["none", "k"]).parse::<u16>().await.unwrap();
        assert_eq!(values, [None, Some(42)]);
        assert_eq!(client.del("k").await.unwrap(), 1);
        assert_eq!(client.del(["k", "l", "new"]).await.unwrap(), 2);
        assert_eq!(client.get("l").await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn times_to_live() {
    each_protocol(async |client| {
        let ttl = |unit: &'static str| client.send(cmd::raw(unit).arg("k").returning::<i64>());
        client.set("k", 1).await.unwrap();
        assert_eq!(ttl("TTL").await.unwrap(), -1, "it lives for ever");
        client.set("k", 1).ex(Duration::from_secs(100)).await.unwrap();
        assert!((98..=100).contains(&ttl("TTL").await.unwrap()));
        client.set("k", 2).keep_ttl().await.unwrap();
        assert!((98..=100).contains(&ttl("TTL").await.unwrap()));
        client.set("k", 1).ex(Duration::from_millis(99_500)).await.unwrap();
        assert!((90_000..=99_500).contains(&ttl("PTTL").await.unwrap()));
        assert!(client.expire("k", Duration::from_secs(50)).await.unwrap());
        assert!((48..=50).contains(&ttl("TTL").await.unwrap()));
        assert!(!client.expire("none", Duration::from_secs(50)).await.unwrap());
        client.set("k", 1).await.unwrap();
        assert_eq!(ttl("TTL").await.unwrap(), -1, "a plain SET ends it");
    })
    .await;
}

#[tokio::test]
async fn hashes() {
    each_protocol(async |client| {
        assert_eq!(client.hgetall("h").await.unwrap(), HashMap::new());
        assert_eq!(client.hset("h", ("one", 1)).await.unwrap(), 1);
        assert_eq!(client.hset("h", [("one", "uno"), ("two", "due")]).await.unwrap(), 1);
        let more = HashMap::from([("three", "tre"), ("four", "quattro")]);
        assert_eq!(client.hset("h", &more).await.unwrap(), 2);
        let expected = [("one", "uno"), ("two", "due"), ("three", "tre"), ("four", "quattro")];
        let all = client.hgetall("h").await.unwrap();
        assert_eq!(all, expected.map(|(field, value)| (bytes(field), bytes(value))).into());
        let all = client.hgetall("h").text().await.unwrap();
        assert_eq!(all, expected.map(|(field, value)| (field.to_owned(), value.to_owned())).into());
        let none: [(&str, &str); 0] = [];
        let refused = client.hset("h", none).await.unwrap_err();
        assert!(matches!(refused, Error::Refused(SubmitError::TooFewArguments { command: "HSET", .. })));
    })
    .await;
}

#[tokio::test]
async fn lists() {
    each_protocol(async |client| {
        assert_eq!(client.lrange("l", 0, -1).await.unwrap(), Vec::<Bytes>::new());
        assert_eq!(client.lpush("l", "c").await.unwrap(), 1);
        assert_eq!(client.lpush("l", ["b", "a"]).await.unwrap(), 3);
        assert_eq!(client.lrange("l", 0, -1).text().await.unwrap(), ["a", "b", "c"]);
        assert_eq!(client.lrange("l", -2, 1).await.unwrap(), [bytes("b")]);
    })
    .await;
}

#[tokio::test]
async fn any_command_and_any_reply() {
    each_protocol(async |client| {
        client.set("k", "12345").await.unwrap();
        assert_eq!(client.send(cmd::raw("strlen").arg("k").returning::<i64>()).await.unwrap(), 5);
        let reply = client.send(cmd::raw("STRLEN").arg("k").returning::<Reply>()).await.unwrap();
        assert_eq!((reply.kind(), reply.frame().as_i64()), (Kind::Integer, Some(5)));
        let script = cmd::raw("EVAL").arg("return {1, {'two', false}}").arg(0);
        let (one, (two, none)) =
            client.send(script.returning::<(i64, (String, Option<i64>))>()).await.unwrap();
        assert_eq!((one, two.as_str(), none), (1, "two", None));
    })
    .await;
}

#[tokio::test]
async fn errors_of_the_server() {
    each_protocol(async |client| {
        client.lpush("list", "x").await.unwrap();
        let error = client.incr("list").await.unwrap_err();
        assert!(matches!(&error, Error::Server(server) if server.code() == "WRONGTYPE"), "{error}");
        assert_eq!(error.executed(), Executed::Yes);
        let caught = client.incr("list").caught().await.unwrap().unwrap_err();
        assert_eq!(caught.code(), "WRONGTYPE");
        client.set("text", "abc").await.unwrap();
        let error = client.get("text").parse::<i64>().await.unwrap_err();
        assert!(matches!(error, Error::Convert(_)));
        assert_eq!(error.to_string(), "GET: reply: expected integer, found other text");
        assert_eq!(error.executed(), Executed::Yes);
        // Refused by the server before it ran anything.
        let missing = cmd::raw("EVALSHA").arg("0".repeat(40)).arg(0).returning::<Reply>();
        let error = client.send(missing).await.unwrap_err();
        assert!(error.to_string().starts_with("NOSCRIPT"), "{error}");
        assert_eq!(error.executed(), Executed::No);
        assert_eq!(client.ping().await.unwrap(), bytes("PONG"), "errors leave the connection whole");
    })
    .await;
}

#[tokio::test]
async fn keys_and_values_of_any_bytes() {
    each_protocol(async |client| {
        let all: Vec<u8> = (0..=255).collect();
        for odd in [&b"\r\n"[..], b"\0", b"", b"$3\r\nabc\r\n", b"*1\r\n$4\r\nPING\r\n", &all] {
            client.set(odd, odd).await.unwrap();
            assert_eq!(client.get(odd).await.unwrap().as_deref(), Some(odd));
            assert_eq!(client.echo(odd).await.unwrap(), odd);
            client.hset("odd", (odd, odd)).await.unwrap();
            assert_eq!(client.hgetall("odd").await.unwrap().get(odd).map(|value| &value[..]), Some(odd));
            assert_eq!(client.del(odd).await.unwrap(), 1);
        }
        let error = client.echo(&b"a\xff"[..]).text().await.unwrap_err();
        assert!(error.to_string().contains("UTF-8"), "{error}");
    })
    .await;
}

/// Bytes that show when a part of them is missing, doubled or moved.
fn pattern(len: usize) -> Bytes {
    (0_u64..).flat_map(|index| (index.wrapping_mul(0x9E37_79B9_7F4A_7C15)).to_le_bytes()).take(len).collect()
}

#[tokio::test]
async fn large_values() {
    each_protocol(async |client| {
        for len in [64 << 10, (1 << 20) - 1, 20 << 20] {
            let value = pattern(len);
            client.set("large", &value).await.unwrap();
            let got = client.get("large").await.unwrap().unwrap();
            assert!(got == value, "{len} bytes come back as they were");
            assert_eq!(client.send(cmd::raw("STRLEN").arg("large").returning::<usize>()).await.unwrap(), len);
        }
    })
    .await;
}

#[tokio::test]
async fn batches_keep_their_shape() {
    each_protocol(async |client| {
        let (set, count, value, all) = client
            .pipeline((cmd::set("k", "v"), cmd::incr("n"), cmd::get("k").text(), cmd::mget(["k", "none"])))
            .await
            .unwrap();
        assert_eq!((set, count, value.as_deref(), all), ((), 1, Some("v"), vec![Some(bytes("v")), None]));
        let list = client.pipeline(vec![cmd::incr("n"), cmd::incr("n")]).await.unwrap();
        assert_eq!(list, [2, 3]);
        let array: [i64; 3] = client.pipeline([(); 3].map(|()| cmd::incr("n"))).await.unwrap();
        assert_eq!(array, [4, 5, 6]);
        let none = client.pipeline(Vec::<Command<i64>>::new()).await.unwrap_err();
        assert!(matches!(none, Error::Refused(SubmitError::EmptyBatch)));
    })
    .await;
}

#[tokio::test]
async fn an_error_in_a_batch_has_an_index_and_stops_nothing() {
    each_protocol(async |client| {
        client.set("text", "abc").await.unwrap();
        let error = client
            .pipeline((cmd::incr("a"), cmd::incr("text"), cmd::lpush("text", "x"), cmd::incr("b")))
            .await
            .unwrap_err();
        assert!(matches!(error, Error::Batch { index: 1, .. }), "{error}");
        assert_eq!(error.executed(), Executed::Yes);
        assert!(error.to_string().starts_with("command 1 of the batch: ERR value is not"), "{error}");
        assert_eq!(client.mget(["a", "b"]).parse::<i64>().await.unwrap(), [Some(1), Some(1)]);
        let (first, second, third) = client
            .pipeline((cmd::incr("a"), cmd::lpush("text", "x").caught(), cmd::incr("b")))
            .await
            .unwrap();
        assert_eq!((first, second.unwrap_err().code(), third), (2, "WRONGTYPE", 2));
        let error = client.pipeline(vec![cmd::get("text").parse::<i64>()]).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "command 0 of the batch: GET: reply: expected integer, found other text"
        );
        let refused = client.pipeline((cmd::incr("a"), cmd::raw("MULTI").returning::<()>())).await;
        assert_eq!(refused.unwrap_err().executed(), Executed::No);
        assert_eq!(client.get("a").parse::<i64>().await.unwrap(), Some(2), "nothing of it was sent");
    })
    .await;
}

#[tokio::test]
async fn ten_thousand_commands_in_a_batch() {
    each_protocol(async |client| {
        let commands: Vec<_> = (0..10_000_u32).map(|index| cmd::echo(index).parse::<u32>()).collect();
        let replies = client.pipeline(commands).await.unwrap();
        assert!(replies.into_iter().eq(0..10_000));
    })
    .await;
}

#[tokio::test]
async fn a_dedicated_connection_runs_everything() {
    let server = Server::start(&[]);
    for protocol in [3, 2] {
        let url = format!("{}?protocol={protocol}", server.url());
        let mut connection = within(Connection::connect(&url)).await.unwrap();
        within(connection.send(cmd::set("k", 1))).await.unwrap();
        assert_eq!(within(connection.send(cmd::incr("k"))).await.unwrap(), 2);
        let queued = |command: &str| cmd::raw(command).arg("k").returning::<String>();
        let (begun, queued, ended) = within(connection.pipeline((
            cmd::raw("MULTI").returning::<()>(),
            queued("INCR"),
            cmd::raw("EXEC").returning::<Vec<i64>>(),
        )))
        .await
        .unwrap();
        assert_eq!((begun, queued.as_str(), ended), ((), "QUEUED", vec![3]));
        // A transaction that an error ended before it began to run.
        let error = within(connection.pipeline((
            cmd::raw("MULTI").returning::<()>(),
            cmd::raw("NOSUCHCOMMAND").returning::<Reply>().caught(),
            cmd::raw("EXEC").returning::<Vec<i64>>(),
        )))
        .await
        .unwrap_err();
        assert!(error.to_string().contains("EXECABORT"), "{error}");
        assert_eq!(error.executed(), Executed::No);
        let popped = cmd::raw("BLPOP").arg("none").arg(0.01).returning::<Option<(String, String)>>();
        assert_eq!(within(connection.send(popped)).await.unwrap(), None);
        let commands: Vec<_> = (0..10_000_u32).map(|index| cmd::echo(index).parse::<u32>()).collect();
        assert!(within(connection.pipeline(commands)).await.unwrap().into_iter().eq(0..10_000));
    }
}

/// Commands with answers as large as they are, so that both ways are full.
fn both_ways() -> (Vec<Command<Bytes>>, Bytes) {
    let value = pattern(1 << 20);
    ((0..20).map(|_| cmd::echo(&value)).collect(), value)
}

#[tokio::test]
async fn sending_and_answering_twenty_mebibytes_at_a_time() {
    let server = Server::start(&[]);
    // Reads nothing more before its answer to what it has read is taken.
    let stubborn = FakeServer::start(|mut peer| {
        let mut wire = Vec::new();
        both_ways().0[0].wire().write_to(&mut wire);
        loop {
            peer.read_exact(&mut wire)?;
            peer.write_all(&wire[b"*2\r\n$4\r\nECHO\r\n".len()..])?;
        }
    })
    .unwrap();
    let (commands, value) = both_ways();
    for url in [server.url(), stubborn.url()] {
        let client = within(Client::connect(&url)).await.unwrap();
        let call = client.pipeline(commands.clone()).timeout(Duration::from_secs(30));
        let answers = within(call).await.unwrap();
        assert!(answers.len() == 20 && answers.iter().all(|answer| *answer == value));
        let mut connection = within(Connection::connect(&url)).await.unwrap();
        let answers =
            within(connection.pipeline(commands.clone()).timeout(Duration::from_secs(30))).await.unwrap();
        assert!(answers.len() == 20 && answers.iter().all(|answer| *answer == value));
    }
}

#[tokio::test]
async fn users_passwords_and_databases() {
    const SECRET: &str = "pa55word";
    let server = Server::of(RedisServer::builder().password(SECRET).start());
    let address = format!("127.0.0.1:{}", server.port());
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let user = cmd::raw("ACL").args(["SETUSER", "app", "on", ">other@pa55", "~app:*", "+@all", "-flushall"]);
    within(admin.send(user.returning::<()>())).await.unwrap();
    for protocol in [2, 3] {
        let app = format!("redis://app:other%40pa55@{address}/3?protocol={protocol}");
        let app = within(Client::connect(&app)).await.unwrap();
        let info = cmd::raw("CLIENT").arg("INFO").returning::<String>();
        let info = within(app.send(info)).await.unwrap();
        assert!(info.contains(" user=app ") && info.contains(" db=3 "), "{info}");
        within(app.set("app:k", protocol)).await.unwrap();
        assert_eq!(within(admin.get("app:k")).await.unwrap(), None, "another database");
        let error = within(app.get("other")).await.unwrap_err();
        assert!(error.to_string().starts_with("NOPERM"), "{error}");
        assert_eq!(error.executed(), Executed::No);
        for (url, expected) in [
            (format!("redis://:wr0ng-{SECRET}@{address}?protocol={protocol}"), "WRONGPASS"),
            (format!("redis://app:{SECRET}@{address}?protocol={protocol}"), "WRONGPASS"),
            (format!("redis://nobody:{SECRET}@{address}?protocol={protocol}"), "WRONGPASS"),
            (format!("redis://:{SECRET}@{address}/99?protocol={protocol}"), "DB index is out of range"),
        ] {
            let error = within(Client::connect(&url)).await.unwrap_err();
            assert!(matches!(error, Error::Connect(_)));
            let text = chain(&error);
            assert!(text.contains("refused the handshake") && text.contains(expected), "{text}");
            assert!(!format!("{text}{error:?}").contains(SECRET), "{text}");
            assert_eq!(error.executed(), Executed::No);
        }
    }
    // Without a password: RESP3 says so when connecting, RESP2 with the first call.
    let error = within(Client::connect(&format!("redis://{address}"))).await.unwrap_err();
    assert!(chain(&error).contains("NOAUTH"), "{}", chain(&error));
    let client = within(Client::connect(&format!("redis://{address}?protocol=2"))).await.unwrap();
    let error = within(client.ping()).await.unwrap_err();
    assert!(error.to_string().contains("NOAUTH"), "{error}");
    assert_eq!(error.executed(), Executed::No);
}

#[tokio::test]
async fn a_server_that_repeats_the_password_is_not_quoted() {
    let rude = FakeServer::start(|mut peer| {
        let mut words = [0; 1024];
        while let Ok(count @ 1..) = peer.read(&mut words) {
            let said = String::from_utf8_lossy(&words[..count]).replace("\r\n", " ");
            write!(peer, "-ERR what is {said}, please?\r\n")?;
        }
        Ok(())
    })
    .unwrap();
    for protocol in [2, 3] {
        let url = format!("redis://:pa55word@{}?protocol={protocol}", rude.address());
        let error = within(Client::connect(&url)).await.unwrap_err();
        let text = format!("{} {error:?}", chain(&error));
        assert!(text.contains("what is") && text.contains("***"), "{text}");
        assert!(!text.contains("pa55word"), "{text}");
    }
}

/// A server with one answer to whatever it is told first.
fn answering(answer: &'static [u8]) -> FakeServer {
    let serve = move |mut peer: TcpStream| match peer.read(&mut [0; 1024])? {
        0 => Ok(()),
        _ => peer.write_all(answer),
    };
    FakeServer::start(serve).unwrap()
}

#[tokio::test]
async fn what_is_not_a_server_is_named() {
    let http = answering(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let hanging_up = FakeServer::start(|_| Ok(())).unwrap();
    let busy = answering(b"-ERR max number of clients reached\r\n");
    let quick = |address: core::net::SocketAddr| {
        Config::builder()
            .host(address.ip().to_string())
            .port(address.port())
            .password("pa55word")
            .connect_timeout(Duration::from_millis(100))
            .build()
            .unwrap()
    };
    let unused = core::net::SocketAddr::from(([127, 0, 0, 1], free_port().unwrap()));
    for (config, expected) in [
        (quick(http.address()), &["cannot connect", "does not speak RESP", "an HTTP server?"][..]),
        (quick(silent.local_addr().unwrap()), &["did not answer the handshake in time"]),
        (quick(unused), &["cannot connect", "refused"]),
        (quick(hanging_up.address()), &["cannot connect"]),
        (quick(busy.address()), &["cannot connect", "max number of clients"]),
        (Config::builder().host("no..such..host").build().unwrap(), &["cannot connect"]),
    ] {
        let client = within(Client::connect_with(&config)).await.unwrap_err();
        let connection = within(Connection::connect_with(&config)).await.unwrap_err();
        let pool = Pool::builder_with(config.clone()).build().unwrap();
        let pooled = within(pool.acquire()).await.unwrap_err();
        for error in [client, connection, pooled] {
            let text = chain(&error);
            assert!(matches!(error, Error::Connect(_)), "{text}");
            assert!(expected.iter().all(|part| text.contains(part)), "{expected:?} in {text}");
            assert!(!format!("{text}{error:?}").contains("pa55word"));
            assert_eq!(error.executed(), Executed::No);
        }
    }
    for url in ["http://localhost", "redis://localhost:0", "redis://localhost/pa55word"] {
        let error = within(Client::connect(url)).await.unwrap_err();
        assert!(matches!(error, Error::Url(_)));
        assert!(error.to_string().starts_with("invalid URL: "), "{error}");
        assert!(!format!("{error}{error:?}").contains("pa55word"));
    }
}

#[tokio::test]
async fn the_handshake_has_its_share_of_the_connect_timeout() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap();
    let config = Config::builder()
        .host("127.0.0.1")
        .port(address.port())
        .connect_timeout(Duration::from_millis(80))
        .build()
        .unwrap();
    let start = std::time::Instant::now();
    let error = within(Client::connect_with(&config)).await.unwrap_err();
    let Error::Connect(LostReason::Session(reason)) = &error else { panic!("{error:?}") };
    assert_eq!(**reason, SessionError::HandshakeTimeout);
    assert!(start.elapsed() >= Duration::from_millis(80));
    // The longest time-out is one as well.
    let server = Server::start(&[]);
    let longest = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    let config = ConfigBuilder::from_url(&server.url()).unwrap().connect_timeout(longest).build().unwrap();
    within(within(Client::connect_with(&config)).await.unwrap().ping()).await.unwrap();
}
