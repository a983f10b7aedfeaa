//! Clients that are closed with calls under way.

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use resp_net::{Error, Executed, cmd};
use tests::deaf::DeafPort;
use tests::proxy::{Direction, Proxy, eventually};
use tests::resp_server::RespServer;

use crate::door::{Door, config, for_each_driver, lost, server};

for_each_driver![
    f35_what_is_under_way_when_a_client_is_closed_is_answered,
    f35_what_waits_for_room_when_a_client_is_closed_is_answered,
    f35_what_is_not_answered_in_time_may_have_run,
    f35_a_client_without_a_server_closes_at_once,
    f35_a_client_that_connects_at_the_moment_closes_at_once,
];

fn f35_what_is_under_way_when_a_client_is_closed_is_answered<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()).call_timeout(None));
    client.echo().unwrap();
    proxy.live().stall(Direction::ToClient);
    let callers: Vec<_> = (0..16)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || client.pipeline(vec![cmd::incr("n"); 625]))
        })
        .collect();
    assert!(eventually(|| server.command_calls("incr") == 10_000));
    let closer = client.clone();
    let closer = std::thread::spawn(move || closer.close(Duration::from_secs(10)));
    assert!(eventually(|| is_closed(&client)), "it takes no calls");
    proxy.live().resume(Direction::ToClient);
    closer.join().unwrap();
    let mut values: Vec<_> = callers.into_iter().flat_map(|caller| caller.join().unwrap().unwrap()).collect();
    values.sort_unstable();
    assert_eq!(values, (1..=10_000).collect::<Vec<i64>>());
    assert!(!client.is_connected());
    assert!(server.wait_clients(0));
}

fn f35_what_waits_for_room_when_a_client_is_closed_is_answered<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()).call_timeout(None).max_in_flight(1));
    client.echo().unwrap();
    proxy.live().stall(Direction::ToClient);
    let callers: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || client.send(cmd::incr("n")))
        })
        .collect();
    assert!(eventually(|| server.command_calls("incr") == 1));
    // The others are at the door by then, or are told that it is closed.
    let closer = client.clone();
    let closer = std::thread::spawn(move || closer.close(Duration::from_secs(10)));
    assert!(eventually(|| is_closed(&client)), "it takes no calls");
    proxy.live().resume(Direction::ToClient);
    closer.join().unwrap();
    let mut answered = vec![];
    for caller in callers {
        match caller.join().unwrap() {
            Ok(value) => answered.push(value),
            Err(error) => assert!(matches!(error, Error::Closed), "{error}"),
        }
    }
    answered.sort_unstable();
    let ran: i64 = server.run_text(&["GET", "n"]).parse().unwrap();
    assert_eq!(answered, (1..=ran).collect::<Vec<_>>());
}

fn f35_what_is_not_answered_in_time_may_have_run<D: Door>() {
    let server = RespServer::start(|args| (args[0] == b"PING").then(|| b"+PONG\r\n".to_vec())).unwrap();
    let client = D::open(config(server.address().port()).call_timeout(None));
    let caller = client.clone();
    let caller = std::thread::spawn(move || caller.send(cmd::incr("n")));
    assert!(server.wait(|seen| seen.commands == 1));
    let start = Instant::now();
    client.close(Duration::from_millis(200));
    let took = start.elapsed();
    assert!(took >= Duration::from_millis(200) && took < Duration::from_secs(1), "{took:?}");
    assert_eq!(lost(caller.join().unwrap()), Executed::Maybe);
    assert!(server.wait(|seen| seen.open == 0), "the socket is closed");
    let again = Instant::now();
    client.close(Duration::from_secs(10));
    assert!(again.elapsed() < Duration::from_secs(1), "the second time does nothing");
    let error = client.send(cmd::incr("n")).unwrap_err();
    assert!(matches!(error, Error::Closed), "{error}");
    assert_eq!(error.executed(), Executed::No);
    assert_eq!(server.seen().connections, 1);
}

fn f35_a_client_without_a_server_closes_at_once<D: Door>() {
    let server = server(&[]);
    let client = D::open(config(server.port()));
    server.kill();
    assert!(eventually(|| !client.is_connected()));
    let start = Instant::now();
    client.close(Duration::from_secs(10));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert!(matches!(client.echo(), Err(Error::Closed)));
}

fn f35_a_client_that_connects_at_the_moment_closes_at_once<D: Door>() {
    let server = server(&[]);
    let deaf = DeafPort::open().unwrap();
    for hangs_at in ["the name", "the address"] {
        let proxy = Proxy::start(server.port()).unwrap();
        let (good, bad) = (proxy.address(), deaf.address());
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&asked);
        let (release, released) = channel::<()>();
        let released = Mutex::new(released);
        let resolve = move |_: &str, _| {
            if counter.fetch_add(1, SeqCst) == 0 {
                return Ok(vec![good]);
            }
            if hangs_at == "the name" {
                let _ = released.lock().unwrap().recv();
            }
            Ok(vec![bad])
        };
        let config = config(1).host("a.test").resolver(resolve);
        let client = D::open(config.connect_timeout(Duration::from_secs(20)));
        proxy.live().cut();
        assert!(eventually(|| asked.load(SeqCst) == 2), "it connects again");
        let start = Instant::now();
        client.close(Duration::from_secs(10));
        assert!(start.elapsed() < Duration::from_secs(2), "{hangs_at}: {:?}", start.elapsed());
        assert!(!client.is_connected());
        assert!(matches!(client.echo(), Err(Error::Closed)));
        drop(release);
    }
}

/// Whether it takes no call any more, of a client that is answered nothing.
fn is_closed(client: &impl Door) -> bool {
    matches!(client.send(cmd::ping().timeout(Duration::from_millis(10))), Err(Error::Closed))
}
