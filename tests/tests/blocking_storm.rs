//! Many threads on one blocking connection, some of which give up: no reply
//! ever reaches another thread, and none waits for ever.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::sync::atomic::{AtomicU64, Ordering::Relaxed};
use core::time::Duration;
use std::sync::mpsc::{RecvTimeoutError, channel};

use client_setup::{Random, Server};
use resp_net::blocking::Client;
use resp_net::{Error, Executed, WhenDisconnected, cmd};
use tests::proxy::Proxy;

const THREADS: u64 = 64;

/// Runs all of it on threads of their own, within two minutes.
fn at_once(count: u64, work: impl Fn(u64) + Send + Sync) {
    let (done, is_done) = channel::<()>();
    std::thread::scope(|scope| {
        for number in 0..count {
            let (work, done) = (&work, done.clone());
            scope.spawn(move || {
                work(number);
                drop(done);
            });
        }
        drop(done);
        if is_done.recv_timeout(Duration::from_secs(120)) == Err(RecvTimeoutError::Timeout) {
            eprintln!("a thread waits for ever");
            std::process::abort();
        }
    });
}

#[test]
fn every_thread_has_its_own_replies() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    let (answered, given_up) = (AtomicU64::new(0), AtomicU64::new(0));
    at_once(THREADS, |thread| {
        let mut random = Random(thread + 1);
        for round in 0..1_000 {
            let token = thread << 32 | round;
            let outcome = match random.below(20) {
                // Some have so little time that it is over before the reply is there.
                0 => {
                    let batch = [cmd::echo(token).parse::<u64>()];
                    let limit = Duration::from_micros(random.below(2_000));
                    client.pipeline(batch).timeout(limit).call().map(|[token]| token)
                }
                1 => {
                    let batch: Vec<_> = (0..8).map(|_| cmd::echo(token).parse::<u64>()).collect();
                    let tokens = client.pipeline(batch).timeout(Duration::from_secs(30)).call();
                    tokens.map(|tokens| {
                        assert_eq!(tokens, [token; 8]);
                        token
                    })
                }
                _ => client.echo(token).parse::<u64>().timeout(Duration::from_secs(30)).call(),
            };
            match outcome {
                Ok(echoed) => {
                    assert_eq!(echoed, token, "the reply of another thread");
                    answered.fetch_add(1, Relaxed);
                }
                Err(Error::Timeout { .. }) => {
                    given_up.fetch_add(1, Relaxed);
                }
                Err(error) => panic!("{error}"),
            }
        }
    });
    let (answered, given_up) = (answered.into_inner(), given_up.into_inner());
    assert_eq!(answered + given_up, THREADS * 1_000);
    assert!(given_up > 0 && answered > THREADS * 900, "{given_up} of {answered} gave up");
    assert_eq!(client.echo("after").text().call().unwrap(), "after");
    assert_eq!(client.in_flight(), 0);
}

/// Few threads that come and go: the helm changes hands with every call, and
/// nobody may be forgotten. Without a deadline that would be for ever.
#[test]
fn nobody_is_forgotten_when_the_helm_changes_hands() {
    let server = Server::start(&[]);
    let config = resp_net::Config::builder().host("127.0.0.1").port(server.port()).call_timeout(None);
    let client = Client::connect_with(&config.build().unwrap()).unwrap();
    for threads in [2, 3, 5, 16] {
        at_once(threads, |thread| {
            let mut random = Random(thread + 1);
            for round in 0..4_000 {
                let token = thread << 32 | round;
                assert_eq!(client.echo(token).parse::<u64>().call().unwrap(), token);
                if random.below(200) == 0 {
                    // Long enough for the others to be alone, and for the watcher to come.
                    std::thread::sleep(Duration::from_millis(random.below(120)));
                }
            }
        });
    }
}

/// Less room than there are callers: they wait for it, in turn.
#[test]
fn callers_wait_for_room() {
    let server = Server::start(&[]);
    let config = resp_net::Config::builder().host("127.0.0.1").port(server.port());
    let config = config.max_in_flight(4).call_timeout(Duration::from_secs(60));
    let client = Client::connect_with(&config.build().unwrap()).unwrap();
    at_once(32, |thread| {
        let mut random = Random(thread + 1);
        for round in 0..300 {
            let token = thread << 32 | round;
            let hurry = random.below(10) == 0;
            let limit = Duration::from_millis(if hurry { random.below(3) } else { 60_000 });
            match client.echo(token).parse::<u64>().timeout(limit).call() {
                Ok(echoed) => assert_eq!(echoed, token),
                Err(Error::Timeout { .. }) if hurry => {}
                Err(error) => panic!("{error}"),
            }
        }
    });
    assert_eq!(client.in_flight(), 0);
}

/// The connection is cut again and again under everybody.
#[test]
fn nothing_hangs_when_connections_are_lost() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let address = proxy.url();
    let port: u16 = address.rsplit(':').next().unwrap().parse().unwrap();
    let config = resp_net::Config::builder()
        .host("127.0.0.1")
        .port(port)
        .when_disconnected(WhenDisconnected::Queue)
        .call_timeout(Duration::from_secs(30));
    let client = Client::connect_with(&config.build().unwrap()).unwrap();
    let lost = AtomicU64::new(0);
    at_once(17, |thread| {
        if thread == 0 {
            for _ in 0..30 {
                std::thread::sleep(Duration::from_millis(20));
                proxy.live().cut();
            }
            return;
        }
        for round in 0..1_000 {
            let token = thread << 32 | round;
            match client.echo(token).parse::<u64>().call() {
                Ok(echoed) => assert_eq!(echoed, token, "the reply of another thread"),
                Err(Error::Lost { executed: Executed::Maybe, .. }) => {
                    lost.fetch_add(1, Relaxed);
                }
                Err(error) => panic!("{error}"),
            }
        }
    });
    assert!(lost.into_inner() > 0, "some calls were under way");
    assert_eq!(client.echo("after").text().call().unwrap(), "after");
}

#[test]
fn clients_that_come_and_go() {
    let server = Server::start(&[]);
    at_once(8, |thread| {
        for round in 0..20 {
            let client = Client::connect(&server.url()).unwrap();
            let token = thread << 32 | round;
            assert_eq!(client.echo(token).parse::<u64>().call().unwrap(), token);
        }
    });
}
