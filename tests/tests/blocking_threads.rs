//! Which threads work for a blocking client, how often, and what that allocates.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::time::Instant;

use client_setup::Server;
use resp_net::blocking::Client;
use resp_net::{Config, Error};
use tests::counting_alloc::CountingAlloc;
use tests::threads::sleeps;
use tests::wait::eventually;

#[global_allocator]
static ALLOCATIONS: CountingAlloc = CountingAlloc::new();

/// How often each watcher of this process went to sleep.
fn watchers() -> Vec<u64> {
    sleeps("resp-net watcher")
}

/// One test, since it counts the threads of the whole process.
#[test]
fn a_lone_caller_is_served_by_his_own_thread_and_an_idle_client_by_none() {
    assert!(watchers().is_empty());
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    client.ping().call().unwrap();

    // For the block that the replies share, one in some hundred calls.
    ALLOCATIONS.start();
    for token in 0..2_000_u64 {
        assert_eq!(client.echo(token).parse::<u64>().call().unwrap(), token);
    }
    let counts = ALLOCATIONS.stop();
    assert!(counts.allocations <= 20, "{counts:?}");

    let ([before], start) = (watchers()[..].try_into().unwrap(), Instant::now());
    for token in 0..2_000_u64 {
        assert_eq!(client.echo(token).parse::<u64>().call().unwrap(), token);
    }
    let [after]: [u64; 1] = watchers()[..].try_into().unwrap();
    // It looks every 50 ms, and once more when somebody calls at that moment.
    let looks = start.elapsed().as_millis() / 25 + 4;
    assert!(u128::from(after - before) <= looks, "{} sleeps, {looks} looks", after - before);

    // At the socket since 50 ms, and then at rest: what it holds is given back
    // after a second, and a PING is due after ten.
    std::thread::sleep(Duration::from_millis(200));
    let [before]: [u64; 1] = watchers()[..].try_into().unwrap();
    std::thread::sleep(Duration::from_millis(1_500));
    let [after]: [u64; 1] = watchers()[..].try_into().unwrap();
    assert!(after - before <= 2, "an idle client was woken {} times", after - before);

    let clients: Vec<_> = (0..8).map(|_| Client::connect(&server.url()).unwrap()).collect();
    let copies = clients.clone();
    assert_eq!(watchers().len(), 9);
    drop(clients);
    assert_eq!(copies[0].echo("still").text().call().unwrap(), "still");
    drop(copies);
    assert!(eventually(|| watchers().len() == 1), "{} are left", watchers().len());

    // A connection beside it has a watcher, which ends with its last subscriber:
    // also while it pauses before it tries to connect again.
    let first = client.separate_subscriber().unwrap();
    let second = client.separate_subscriber().unwrap();
    first.subscribe(["a"]).call().unwrap();
    drop(first);
    assert_eq!(watchers().len(), 2);
    drop(second);
    assert!(eventually(|| watchers().len() == 1));
    client.close(Duration::ZERO);
    assert!(eventually(|| watchers().is_empty()));
    let pause = Duration::from_secs(60);
    let config =
        Config::builder().host("127.0.0.1").port(server.port()).backoff_first(pause).backoff_max(pause);
    let client = Client::connect_with(&config.build().unwrap()).unwrap();
    let subscriber = client.separate_subscriber().unwrap();
    subscriber.subscribe(["a"]).call().unwrap();
    server.kill();
    assert!(eventually(|| matches!(subscriber.subscribe(["b"]).call(), Err(Error::Lost { .. }))));
    assert_eq!(watchers().len(), 2);
    drop(subscriber);
    assert!(eventually(|| watchers().len() == 1));
    drop(client);
    assert!(eventually(|| watchers().is_empty()));
}
