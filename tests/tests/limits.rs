//! Every bound that can be set, one below it, at it and one above it, through
//! the builder of both drivers' clients.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;
mod door;

use core::time::Duration;
use std::thread::JoinHandle;
use std::time::Instant;

use client_setup::chain;
use door::{Door, config, for_each_driver, lost, timed_out};
use resp_net::resp_core::{Command, Limits, Reply};
use resp_net::{ConfigBuilder, Error, Executed, LostReason, SessionError, WhenFull, cmd};
use tests::resp_server::RespServer;
use tests::wait::eventually;

for_each_driver![
    replies_within_their_limits_and_beyond,
    absurd_announcements_end_the_connection_at_once,
    bytes_within_the_budget_and_beyond,
    one_command_larger_than_the_budget_is_let_in_alone,
    commands_in_flight,
    calls_that_wait_for_room,
    the_time_of_a_call,
    the_time_to_connect,
    the_time_of_silence,
    the_time_without_traffic,
    a_command_that_no_server_takes_is_not_sent,
];

const SHORT: Duration = Duration::from_millis(100);
/// What a busy machine may add to a time.
const SLACK: Duration = Duration::from_secs(1);

fn settings(server: &RespServer) -> ConfigBuilder {
    config(server.address().port()).call_timeout(None).liveness_timeout(Duration::from_secs(60))
}

fn line(marker: char, len: usize) -> Vec<u8> {
    format!("{marker}{}\r\n", "x".repeat(len)).into_bytes()
}

fn nested(levels: usize) -> Vec<u8> {
    ["*1\r\n".repeat(levels), ":1\r\n".into()].concat().into_bytes()
}

fn array(len: usize) -> Vec<u8> {
    [format!("*{len}\r\n"), ":1\r\n".repeat(len)].concat().into_bytes()
}

fn bulk(len: usize) -> Vec<u8> {
    format!("${len}\r\n{}\r\n", "x".repeat(len)).into_bytes()
}

fn attributes(count: usize) -> Vec<u8> {
    ["|1\r\n+k\r\n+v\r\n".repeat(count), ":1\r\n".into()].concat().into_bytes()
}

/// A command whose reply may be of any kind: one of that many, or that long.
fn reply_of(size: usize) -> Command<Reply> {
    cmd::raw("REPLYOF").arg(size).returning()
}

fn replies_within_their_limits_and_beyond<D: Door>() {
    type Shape = fn(usize) -> Vec<u8>;
    const LIMIT: usize = 1000;
    let rows: [(Limits, usize, Shape); 7] = [
        (Limits::default().max_depth(1000), LIMIT, nested),
        (Limits::default().max_bulk_len(LIMIT), LIMIT, bulk),
        (Limits::default().max_aggregate_len(1000), LIMIT, array),
        // The array itself is one.
        (Limits::default().max_nodes(1000), LIMIT - 1, array),
        (Limits::default().max_frame_len(LIMIT), LIMIT - b"$992\r\n\r\n".len(), bulk),
        (Limits::default().max_line_len(LIMIT), LIMIT, |len| line('+', len)),
        (Limits::default().max_attributes(3), 3, attributes),
    ];
    for (limits, limit, shape) in rows {
        let server = RespServer::start(move |args| match args {
            [b"REPLYOF", size] => Some(shape(core::str::from_utf8(size).unwrap().parse().unwrap())),
            [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
            _ => None,
        });
        let server = server.unwrap();
        let client = D::open(settings(&server).limits(limits));
        for size in [limit - 1, limit] {
            client.send(reply_of(size)).unwrap_or_else(|error| panic!("{limits:?}: {}", chain(&error)));
        }
        assert_eq!(server.seen().connections, 1);
        let error = client.send(reply_of(limit + 1)).unwrap_err();
        assert!(chain(&error).contains("exceeded a limit"), "{limits:?}: {}", chain(&error));
        assert!(!chain(&error).contains("xxx"), "the content is not shown");
        assert_eq!(lost(Err::<(), _>(error)), Executed::Maybe);
        client.recover();
        assert_eq!(server.seen().connections, 2, "{limits:?}");
    }
}

fn absurd_announcements_end_the_connection_at_once<D: Door>() {
    for announced in [
        "*2147483647\r\n",
        "$9223372036854775807\r\nabc",
        "$-2\r\n",
        "*-2\r\n",
        ":--1\r\n",
        "#x\r\n",
        "=2\r\nab\r\n",
    ] {
        let server = RespServer::start(move |args| match args {
            [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
            _ => Some(announced.into()),
        });
        let server = server.unwrap();
        let client = D::open(settings(&server));
        assert_eq!(lost(client.send(reply_of(1))), Executed::Maybe, "{announced:?}");
        client.recover();
    }
}

/// A server that answers ECHO, and nothing else.
fn silent() -> RespServer {
    let server = RespServer::start(|args| match args {
        [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
        _ => None,
    });
    server.unwrap()
}

/// A call that is not answered, and made when this returns.
fn hold<D: Door>(client: &D, server: &RespServer, command: Command<Reply>) -> JoinHandle<Executed> {
    let (client, before) = (client.clone(), server.seen().commands);
    let call = std::thread::spawn(move || lost(client.send(command)));
    assert!(server.wait(|seen| seen.commands > before), "it was not sent");
    call
}

fn bytes_within_the_budget_and_beyond<D: Door>() {
    let held = reply_of(1);
    let probe = reply_of(10);
    let both = held.wire().encoded_len() + probe.wire().encoded_len();
    for (budget, fits) in [(both - 1, false), (both, true), (both + 1, true)] {
        let server = silent();
        let client = D::open(settings(&server).budget(budget).when_full(WhenFull::Fail));
        let call = hold(&client, &server, held.clone());
        let result = client.send(probe.clone().timeout(SHORT));
        match fits {
            true => assert_eq!(timed_out(result), Executed::Maybe),
            false => assert!(matches!(result, Err(Error::Overloaded)), "{result:?}"),
        }
        assert_eq!(server.seen().commands, 1 + u64::from(fits));
        server.close();
        assert_eq!(call.join().unwrap(), Executed::Maybe);
        client.recover();
    }
}

fn one_command_larger_than_the_budget_is_let_in_alone<D: Door>() {
    let server = silent();
    let client = D::open(settings(&server).budget(100).when_full(WhenFull::Fail));
    let large = "x".repeat(10_000);
    assert_eq!(client.send(cmd::echo(large.clone()).text()).unwrap(), large);
    let call = hold(&client, &server, reply_of(1));
    let error = client.send(cmd::echo(large)).unwrap_err();
    assert!(matches!(error, Error::Overloaded), "{error}");
    assert_eq!((error.executed(), error.is_retryable()), (Executed::No, true));
    server.close();
    call.join().unwrap();
}

fn commands_in_flight<D: Door>() {
    let server = silent();
    let client = D::open(settings(&server).max_in_flight(3).when_full(WhenFull::Fail));
    let calls: Vec<_> = (0..3).map(|_| hold(&client, &server, reply_of(1))).collect();
    let error = client.send(cmd::echo("x")).unwrap_err();
    assert!(matches!(error, Error::Overloaded), "{error}");
    assert_eq!(server.seen().commands, 3);
    server.close();
    calls.into_iter().for_each(|call| assert_eq!(call.join().unwrap(), Executed::Maybe));
    client.recover();
    let batch = [cmd::echo("x").text(), cmd::echo("x").text(), cmd::echo("x").text()];
    assert_eq!(client.pipeline(batch).unwrap(), ["x"; 3]);
}

fn calls_that_wait_for_room<D: Door>() {
    let server = silent();
    let client = D::open(settings(&server).max_in_flight(1).max_waiting(2));
    let call = hold(&client, &server, reply_of(1));
    let waiting: Vec<_> = (0..2)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || {
                loop {
                    match client.send(cmd::echo("x").text()) {
                        // The one below has the place, for a moment.
                        Err(Error::Overloaded) => {}
                        result => return result,
                    }
                }
            })
        })
        .collect();
    // Until both wait, this one may wait in their place, for a moment.
    let probe = || client.send(cmd::echo("y").timeout(Duration::from_millis(1))).unwrap_err();
    assert!(eventually(|| matches!(probe(), Error::Overloaded)));
    assert_eq!(server.seen().commands, 1, "none of them was sent");
    server.close();
    assert_eq!(call.join().unwrap(), Executed::Maybe);
    for call in waiting {
        assert_eq!(call.join().unwrap().unwrap(), "x");
    }
    client.recover();
}

fn the_time_of_a_call<D: Door>() {
    let server = silent();
    let client = D::open(settings(&server).call_timeout(SHORT));
    for own in [None, Some(2 * SHORT)] {
        let command = own.map_or_else(|| reply_of(1), |time| reply_of(1).timeout(time));
        let start = Instant::now();
        assert_eq!(timed_out(client.send(command)), Executed::Maybe);
        let (took, time) = (start.elapsed(), own.unwrap_or(SHORT));
        assert!(took >= time && took < time + SLACK, "{took:?} of {time:?}");
    }
    let full = D::open(settings(&server).call_timeout(SHORT).max_in_flight(1));
    let call = hold(&full, &server, reply_of(1).timeout(Duration::from_secs(60)));
    assert_eq!(timed_out(full.send(cmd::echo("x"))), Executed::No, "it waited for room all the time");
    full.close(Duration::ZERO);
    assert_eq!(call.join().unwrap(), Executed::Maybe);
}

fn the_time_to_connect<D: Door>() {
    let server = RespServer::bare(|_| None).unwrap();
    let start = Instant::now();
    let config = settings(&server).connect_timeout(SHORT).build().unwrap();
    let error = D::connect(&config).map(|_| ()).unwrap_err();
    let took = start.elapsed();
    assert!(took >= SHORT && took < SHORT + SLACK, "{took:?}");
    let Error::Connect(LostReason::Session(reason)) = &error else { panic!("{error:?}") };
    assert!(matches!(**reason, SessionError::HandshakeTimeout), "{reason}");
}

fn the_time_of_silence<D: Door>() {
    let server = silent();
    let client = D::open(settings(&server).call_timeout(SHORT).liveness_timeout(2 * SHORT));
    let start = Instant::now();
    assert_eq!(timed_out(client.send(reply_of(1))), Executed::Maybe);
    assert!(server.wait(|seen| seen.connections == 2), "it was not given up");
    let took = start.elapsed();
    assert!(took >= 2 * SHORT && took < 2 * SHORT + SLACK, "{took:?}");
    client.recover();
    // A call with more time is not cut short by it.
    assert_eq!(timed_out(client.send(reply_of(1).timeout(5 * SHORT))), Executed::Maybe);
    assert!(server.wait(|seen| seen.connections == 3));
}

fn the_time_without_traffic<D: Door>() {
    let server = RespServer::start(|args| (args == [b"PING"]).then(|| b"+PONG\r\n".to_vec())).unwrap();
    let client = D::open(settings(&server).idle_ping(SHORT));
    let start = Instant::now();
    assert!(server.wait(|seen| seen.commands == 2));
    let took = start.elapsed();
    assert!(took >= SHORT && took < 2 * SHORT + SLACK, "{took:?}");
    assert!(client.is_connected());
    // A peer that does not answer it is given up.
    let deaf = silent();
    let _client = D::open(settings(&deaf).idle_ping(SHORT).liveness_timeout(SHORT));
    assert!(deaf.wait(|seen| seen.connections >= 2));
}

fn a_command_that_no_server_takes_is_not_sent<D: Door>() {
    let server = silent();
    let client = D::open(settings(&server));
    let many = cmd::raw("DEL").args(vec!["k"; 1 << 20]).returning::<Reply>();
    for command in [many, cmd::raw("GET").returning::<Reply>(), cmd::raw("MONITOR").returning()] {
        let error = client.send(command).unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{error}");
        assert_eq!((error.executed(), error.is_retryable()), (Executed::No, false));
    }
    client.echo().unwrap();
    assert_eq!(server.seen().commands, 1);
    // The same while there is no room: it is told when there is.
    let full = D::open(settings(&server).max_in_flight(1));
    let call = hold(&full, &server, reply_of(1));
    let waiting = full.clone();
    let waiting = std::thread::spawn(move || waiting.send(cmd::raw("GET").returning::<Reply>()));
    server.close();
    assert_eq!(call.join().unwrap(), Executed::Maybe);
    let error = waiting.join().unwrap().unwrap_err();
    assert!(matches!(error, Error::Refused(_)), "{error}");
    full.recover();
}
