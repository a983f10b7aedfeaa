//! The blocking clients against a real server: commands, batches, large values,
//! and connections of every kind.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_certs;
mod client_setup;

use core::time::Duration;
use std::collections::HashMap;

use client_certs::{Authority, arg};
use client_setup::Server;
use resp_net::blocking::{Client, Connection};
use resp_net::resp_core::Command;
use resp_net::{Config, Error, Executed, SubmitError, TlsConfig, cmd};
use tests::server::free_port;

fn client() -> (Server, Client) {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    (server, client)
}

#[test]
fn every_method_is_its_command() {
    let (_server, client) = client();
    assert_eq!(client.ping().text().call().unwrap(), "PONG");
    assert_eq!(client.echo("hello").call().unwrap(), "hello");
    client.set("a", 1).call().unwrap();
    assert_eq!(client.get("a").parse::<i64>().call().unwrap(), Some(1));
    assert_eq!(client.incr("a").call().unwrap(), 2);
    assert_eq!(client.mget(["a", "none"]).text().call().unwrap(), [Some("2".to_owned()), None]);
    assert!(client.expire("a", Duration::from_secs(100)).call().unwrap());
    assert_eq!(client.hset("h", ("field", "value")).call().unwrap(), 1);
    let hash = HashMap::from([("field".into(), "value".into())]);
    assert_eq!(client.hgetall("h").call().unwrap(), hash);
    assert_eq!(client.lpush("l", ["x", "y"]).call().unwrap(), 2);
    assert_eq!(client.lrange("l", 0, -1).text().call().unwrap(), ["y", "x"]);
    assert_eq!(client.del(["a", "h", "l", "none"]).call().unwrap(), 3);
    assert_eq!(client.in_flight(), 0);
}

#[test]
fn errors_are_those_of_the_asynchronous_client() {
    let (_server, client) = client();
    client.set("text", "no number").call().unwrap();
    let error = client.incr("text").call().unwrap_err();
    assert!(matches!(&error, Error::Server(error) if error.code() == "ERR"), "{error}");
    assert_eq!(error.executed(), Executed::Yes);
    let error = client.get("text").parse::<i64>().call().unwrap_err();
    assert!(matches!(error, Error::Convert(_)), "{error}");
    let watch = client.send(cmd::raw("WATCH").arg("k").returning::<()>()).call();
    assert!(matches!(watch, Err(Error::Refused(SubmitError::NeedsDedicated { command: "WATCH" }))));
    let error = client.pipeline((cmd::ping(), cmd::incr("text"), cmd::incr("ran"))).call().unwrap_err();
    assert!(matches!(error, Error::Batch { index: 1, .. }), "{error}");
    assert_eq!(client.get("ran").text().call().unwrap().as_deref(), Some("1"));
    let refused = Client::connect(&format!("redis://127.0.0.1:{}", free_port().unwrap())).unwrap_err();
    assert!(matches!(refused, Error::Connect(_)), "{refused}");
}

#[test]
fn pipelines_of_every_size_and_shape() {
    let (_server, client) = client();
    let (count, text, list) =
        client.pipeline((cmd::incr("n"), cmd::echo("e").text(), cmd::lrange("none", 0, -1))).call().unwrap();
    assert_eq!((count, text.as_str(), list.len()), (1, "e", 0));
    for size in [1, 7, 1000, 16_000] {
        let batch: Vec<_> = (0..size).map(|token| cmd::echo(token).parse::<u64>()).collect();
        let limit = Duration::from_secs(30);
        let tokens = client.pipeline(batch).timeout(limit).call().unwrap();
        assert!(tokens.into_iter().eq(0..size));
    }
    let none: Vec<Command<i64>> = Vec::new();
    assert!(matches!(client.pipeline(none).call(), Err(Error::Refused(SubmitError::EmptyBatch))));
}

/// Neither side can go on before the other reads: who writes has to read, too.
#[test]
fn values_larger_than_all_buffers_go_both_ways_at_once() {
    let (_server, client) = client();
    let value: String = (0..20_u32 << 20).map(|index| char::from(b'a' + (index % 23) as u8)).collect();
    let limit = Duration::from_secs(60);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let echoed = client.echo(&value).text().timeout(limit).call().unwrap();
                assert!(echoed == value, "another value came back");
            });
        }
        scope.spawn(|| {
            for token in 0..200_u64 {
                assert_eq!(client.echo(token).parse::<u64>().timeout(limit).call().unwrap(), token);
            }
        });
    });
    let mut own = Connection::connect_with(client.config()).unwrap();
    let batch = [cmd::echo(&value).text(), cmd::echo(&value).text()];
    let echoed = own.pipeline(batch).timeout(limit).call().unwrap();
    assert!(echoed.iter().all(|echoed| *echoed == value), "another value came back");
}

/// Commands, batches and large values, from several threads.
fn works(config: &Config) {
    let client = Client::connect_with(config).unwrap();
    let value = "x".repeat(1 << 20);
    let limit = Duration::from_secs(30);
    std::thread::scope(|scope| {
        for thread in 0..8_u64 {
            let (client, value) = (&client, &value);
            scope.spawn(move || {
                for round in 0..50 {
                    let token = thread * 1000 + round;
                    let echoed = client.echo(token).parse::<u64>().timeout(limit).call().unwrap();
                    assert_eq!(echoed, token);
                }
                let echoed = client.echo(value).text().timeout(limit).call().unwrap();
                assert!(echoed == *value, "another value came back");
            });
        }
    });
    let mut own = Connection::connect_with(config).unwrap();
    assert_eq!(own.send(cmd::echo(7).parse::<u64>()).call().unwrap(), 7);
    assert!(own.send(cmd::echo(&value).text()).call().unwrap() == value);
}

#[test]
fn over_tls() {
    let authority = Authority::new("blocking");
    let issued = authority.issue(&["127.0.0.1"]);
    let (tls_port, ca) = (free_port().unwrap(), authority.file());
    let port = tls_port.to_string();
    let mut args = vec!["--tls-port", &port, "--tls-ca-cert-file", arg(&ca), "--tls-auth-clients", "no"];
    args.extend(["--tls-cert-file", arg(&issued.chain), "--tls-key-file", arg(&issued.key)]);
    let _server = Server::start(&args);
    let tls = TlsConfig::new().ca_pem(authority.pem());
    works(&Config::builder().host("127.0.0.1").port(tls_port).tls(tls).build().unwrap());
}

#[test]
fn over_a_unix_socket() {
    let path = std::env::temp_dir().join(format!("resp-blocking-{}.sock", std::process::id()));
    let _server = Server::start(&["--unixsocket", path.to_str().unwrap()]);
    works(&Config::from_url(&format!("unix://{}", path.display())).unwrap());
}

#[test]
fn in_either_version_of_the_protocol() {
    let server = Server::start(&[]);
    for version in [2, 3] {
        works(&Config::from_url(&format!("{}?protocol={version}", server.url())).unwrap());
    }
}

#[test]
fn a_connection_of_ones_own_blocks_watches_and_begins_transactions() {
    let (_server, client) = client();
    let mut own = Connection::connect_with(client.config()).unwrap();
    let pop = || cmd::raw("BLPOP").arg("jobs").arg(5).returning::<Option<(String, String)>>();
    std::thread::scope(|scope| {
        let popped = scope.spawn(|| own.send(pop()).call());
        client.lpush("jobs", "sweep").call().unwrap();
        assert_eq!(popped.join().unwrap().unwrap(), Some(("jobs".into(), "sweep".into())));
    });
    // A tenth of a second, for which the server waits, is no time-out.
    let nothing = cmd::raw("BLPOP").arg("jobs").arg(0.1).returning::<Option<(String, String)>>();
    assert_eq!(own.send(nothing).call().unwrap(), None);
    let plain = |name: &str| cmd::raw(name).returning::<String>();
    own.send(cmd::raw("WATCH").arg("stock").returning::<()>()).call().unwrap();
    client.set("stock", 1).call().unwrap();
    let (_, _, done) = own
        .pipeline((
            plain("MULTI"),
            cmd::raw("SET").arg("stock").arg(2).returning::<String>(),
            cmd::raw("EXEC").returning::<Option<Vec<String>>>(),
        ))
        .call()
        .unwrap();
    assert_eq!(done, None, "the key was changed");
    let error = own.send(pop().timeout(Duration::from_millis(50))).call().unwrap_err();
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error}");
    // Its reply comes late, and to nobody.
    client.lpush("jobs", "cook").call().unwrap();
    assert_eq!(own.send(cmd::echo("mine").text()).call().unwrap(), "mine");
    assert!(!own.is_lost());
}
