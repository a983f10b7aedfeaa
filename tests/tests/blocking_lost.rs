//! Blocking calls whose server goes away or falls silent, and clients that are
//! closed: every call ends in time, and says truly whether it may have run.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::time::Instant;

use client_setup::{Server, chain};
use resp_net::blocking::{Client, Connection};
use resp_net::{Config, Error, Executed, WhenDisconnected, cmd};
use tests::proxy::{Direction, Proxy, eventually};

fn builder(proxy: &Proxy) -> resp_net::ConfigBuilder {
    let port = proxy.url().rsplit(':').next().unwrap().parse().unwrap();
    Config::builder().host("127.0.0.1").port(port)
}

#[test]
fn a_server_that_is_killed_and_started_again() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    client.set("k", 1).call().unwrap();
    server.pause();
    std::thread::scope(|scope| {
        let call = scope.spawn(|| client.get("k").timeout(Duration::from_secs(60)).call());
        assert!(eventually(|| client.in_flight() == 1));
        server.kill();
        let error = call.join().unwrap().unwrap_err();
        assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{}", chain(&error));
    });
    // The first attempt to connect again is refused, and calls fail from then on.
    assert!(eventually(|| client.get("k").timeout(Duration::from_secs(60)).call().is_err()));
    let error = client.get("k").call().unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::No, .. }), "{}", chain(&error));
    assert!(!client.is_connected());
    server.restart().unwrap();
    assert!(eventually(|| client.is_connected()));
    assert_eq!(client.get("k").call().unwrap(), None);
}

#[test]
fn a_server_that_stands_still() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    client.ping().call().unwrap();
    server.pause();
    let (limit, start) = (Duration::from_millis(120), Instant::now());
    let error = client.incr("n").timeout(limit).call().unwrap_err();
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error}");
    assert!(start.elapsed() >= limit);
    server.resume();
    assert!(eventually(|| client.get("n").parse::<i64>().call().is_ok_and(|n| n == Some(1))));
}

#[test]
fn calls_wait_for_the_next_connection_if_they_are_to() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let config = builder(&proxy).when_disconnected(WhenDisconnected::Queue).build().unwrap();
    let client = Client::connect_with(&config).unwrap();
    let id = cmd::raw("CLIENT").arg("ID").returning::<i64>();
    let before = client.send(id.clone()).call().unwrap();
    proxy.live().cut();
    // It may have been written before the loss was known.
    let after = client.send(id.may_retry()).call().unwrap();
    assert!(after > before, "{after} is the connection of {before}");
}

#[test]
fn a_silent_server_costs_a_call_its_time_and_no_more() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = Client::connect_with(&builder(&proxy).build().unwrap()).unwrap();
    client.ping().call().unwrap();
    proxy.all().stall(Direction::ToClient);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for limit in [100, 150, 200].map(Duration::from_millis) {
            let client = &client;
            scope.spawn(move || {
                let error = client.incr("n").timeout(limit).call().unwrap_err();
                assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error}");
                let took = start.elapsed();
                assert!(took >= limit && took < limit + Duration::from_millis(800), "{limit:?}: {took:?}");
            });
        }
    });
    proxy.all().resume(Direction::ToClient);
    // Their replies come late, and to nobody.
    assert_eq!(client.echo("mine").text().timeout(Duration::from_secs(20)).call().unwrap(), "mine");
    assert_eq!(client.get("n").parse::<i64>().call().unwrap(), Some(3));
}

#[test]
fn a_peer_that_stays_silent_is_left() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let config = builder(&proxy).liveness_timeout(Duration::from_millis(300));
    let client = Client::connect_with(&config.build().unwrap()).unwrap();
    proxy.all().stall(Direction::ToClient);
    assert!(client.get("k").timeout(Duration::from_millis(50)).call().is_err());
    assert!(eventually(|| !client.is_connected()), "the watcher finds out, with no call under way");
    proxy.all().resume(Direction::ToClient);
    assert!(eventually(|| client.is_connected()));
    assert_eq!(client.get("k").call().unwrap(), None);
}

#[test]
fn a_connection_of_ones_own_tells_its_loss() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let mut own = Connection::connect_with(&builder(&proxy).build().unwrap()).unwrap();
    std::thread::scope(|scope| {
        let pop = cmd::raw("BLPOP").arg("jobs").arg(0).returning::<Option<(String, String)>>();
        let before = proxy.counts().bytes(Direction::ToServer);
        let popped = scope.spawn(|| own.send(pop).call());
        assert!(eventually(|| proxy.counts().bytes(Direction::ToServer) > before));
        proxy.live().cut();
        let error = popped.join().unwrap().unwrap_err();
        assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error}");
    });
    assert!(own.is_lost());
    let error = own.send(cmd::ping()).call().unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::No, .. }), "{error}");
}

#[test]
fn closing_waits_for_calls_under_way_and_takes_no_more() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = Client::connect_with(&builder(&proxy).build().unwrap()).unwrap();
    proxy.all().stall(Direction::ToClient);
    std::thread::scope(|scope| {
        let call = scope.spawn(|| client.incr("n").timeout(Duration::from_secs(20)).call());
        assert!(eventually(|| client.in_flight() == 1));
        let closing = scope.spawn(|| client.close(Duration::from_secs(20)));
        assert!(eventually(|| matches!(client.ping().call(), Err(Error::Closed))));
        assert!(!closing.is_finished() && !call.is_finished());
        proxy.all().resume(Direction::ToClient);
        assert_eq!(call.join().unwrap().unwrap(), 1);
        closing.join().unwrap();
    });
    assert!(!client.is_connected());
    client.close(Duration::ZERO);
}

#[test]
fn closing_ends_what_is_not_answered_in_time() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = Client::connect_with(&builder(&proxy).build().unwrap()).unwrap();
    proxy.all().stall(Direction::ToClient);
    std::thread::scope(|scope| {
        let call = scope.spawn(|| client.incr("n").timeout(Duration::from_secs(20)).call());
        assert!(eventually(|| client.in_flight() == 1));
        client.close(Duration::from_millis(20));
        let error = call.join().unwrap().unwrap_err();
        assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error}");
    });
}
