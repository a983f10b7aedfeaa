//! Connections that are lost, and servers that come back.

use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::time::Duration;
use std::io::Read;
use std::sync::Arc;

use resp_net::{ConfigBuilder, Error, Executed, Retry, Script, WhenDisconnected, cmd};
use tests::proxy::{DropReply, FakeServer, Proxy, eventually};

use crate::client_setup::Server;
use crate::door::{Door, config, for_each_driver, lost, server, soon_in_most};

for_each_driver![
    f01_an_increment_whose_reply_is_lost_does_not_run_twice,
    f01_an_increment_that_may_be_retried_tells_what_the_server_counted,
    f01_no_command_is_sent_more_than_three_times,
    f01_what_a_server_read_before_it_left_is_not_sent_again,
    f01_a_read_is_sent_again_if_that_was_asked_for,
    f02_a_reset_before_the_first_byte_executes_nothing,
    f02_what_was_not_sent_waits_for_the_next_connection_if_it_may,
    f13_a_killed_connection_answers_what_ran_and_no_more,
    f14_a_server_that_starts_again_is_found_soon,
];

/// A server, and a client that reaches it through a proxy.
fn proxied<D: Door>() -> (Server, Proxy, D) {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()));
    (server, proxy, client)
}

fn f01_an_increment_whose_reply_is_lost_does_not_run_twice<D: Door>() {
    let (server, proxy, client) = proxied::<D>();
    for count in 1..=2 {
        proxy.all().drop_reply(DropReply::to("INCR").then_close());
        assert_eq!(lost(client.send(cmd::incr("n"))), Executed::Maybe);
        assert_eq!(server.run_text(&["GET", "n"]), count.to_string());
        assert_eq!(server.command_calls("incr"), count);
    }
    assert_eq!(client.send(cmd::incr("n")).unwrap(), 3);
    client.echo().unwrap();
    assert!(proxy.wait(|counts| counts.dropped_replies == 2));
}

fn f01_an_increment_that_may_be_retried_tells_what_the_server_counted<D: Door>() {
    let (server, proxy, client) = proxied::<D>();
    proxy.all().drop_reply(DropReply::to("INCR").then_close());
    assert_eq!(client.send(cmd::incr("n").may_retry()).unwrap(), 2, "it ran twice, as its caller allowed");
    assert_eq!(server.command_calls("incr"), 2);
}

fn f01_no_command_is_sent_more_than_three_times<D: Door>() {
    let (server, proxy, client) = proxied::<D>();
    proxy.all().drop_reply(DropReply::to("INCR").times(100).then_close());
    assert_eq!(lost(client.send(cmd::incr("n").may_retry())), Executed::Maybe);
    assert_eq!(server.command_calls("incr"), 3);
    assert_eq!(lost(client.pipeline([cmd::incr("n"), cmd::incr("n")])), Executed::Maybe);
    assert!(server.command_calls("incr") <= 5, "a batch whose commands are not marked is not sent again");
}

/// The end may be found while the caller is still busy with its write.
fn f01_what_a_server_read_before_it_left_is_not_sent_again<D: Door>() {
    const CALLS: usize = 500;
    const PAUSE: Duration = Duration::from_millis(1);
    let ran = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&ran);
    let server = FakeServer::start(move |mut peer| {
        if peer.read(&mut [0; 64])? > 0 {
            counter.fetch_add(1, SeqCst);
        }
        Ok(())
    });
    let server = server.unwrap();
    let config = ConfigBuilder::from_url(&server.url()).unwrap().call_timeout(None);
    let client = D::open(config.backoff_first(PAUSE).backoff_max(PAUSE));
    let mut maybe = 0;
    for _ in 0..CALLS {
        match lost(client.send(cmd::incr("n"))) {
            Executed::Maybe => maybe += 1,
            executed => assert_eq!(executed, Executed::No),
        }
    }
    let ran = ran.load(SeqCst);
    assert!(ran > 0 && ran <= maybe, "{ran} ran, {maybe} may have");
}

fn f01_a_read_is_sent_again_if_that_was_asked_for<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    server.run(&["SET", "k", "v"]);
    let client = D::open(config(proxy.port()));
    proxy.all().drop_reply(DropReply::to("GET").then_close());
    assert_eq!(lost(client.send(cmd::get("k"))), Executed::Maybe);
    assert_eq!(server.command_calls("get"), 1);
    let client = D::open(config(proxy.port()).retry(Retry::Reads));
    proxy.all().drop_reply(DropReply::to("GET").then_close());
    assert_eq!(client.send(cmd::get("k").text()).unwrap().as_deref(), Some("v"));
    assert_eq!(server.command_calls("get"), 3);
    proxy.all().drop_reply(DropReply::to("INCR").then_close());
    assert_eq!(lost(client.send(cmd::incr("n"))), Executed::Maybe);
    assert_eq!(server.command_calls("incr"), 1, "no write is");
}

fn f02_a_reset_before_the_first_byte_executes_nothing<D: Door>() {
    let (server, proxy, client) = proxied::<D>();
    proxy.coming().rst();
    let refused = D::connect(&config(proxy.port()).build().unwrap()).map(|_| ());
    assert!(matches!(&refused, Err(error @ Error::Connect(_)) if error.executed() == Executed::No));
    let mut ran = 0;
    soon_in_most(|| {
        proxy.coming().rst();
        proxy.live().rst();
        assert!(eventually(|| !client.is_connected()));
        for _ in 0..20 {
            assert_eq!(lost(client.send(cmd::incr("n"))), Executed::No);
        }
        assert_eq!(server.command_calls("incr"), ran);
        let took = client.time_to_recover(|| proxy.coming().pass());
        ran += 1;
        assert_eq!(client.send(cmd::incr("n").parse::<u64>()).unwrap(), ran);
        took
    });
}

fn f02_what_was_not_sent_waits_for_the_next_connection_if_it_may<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()).when_disconnected(WhenDisconnected::Queue).call_timeout(None));
    proxy.coming().rst();
    proxy.live().rst();
    assert!(eventually(|| !client.is_connected()));
    let callers: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || client.send(cmd::incr("n")))
        })
        .collect();
    let before = proxy.counts().accepted;
    assert!(proxy.wait(|counts| counts.accepted >= before + 3), "it tries again and again");
    proxy.coming().pass();
    let mut values: Vec<_> = callers.into_iter().map(|caller| caller.join().unwrap().unwrap()).collect();
    values.sort_unstable();
    assert_eq!(values, (1..=8).collect::<Vec<i64>>(), "each ran once");
}

fn f13_a_killed_connection_answers_what_ran_and_no_more<D: Door>() {
    let server = server(&[]);
    let client = D::open(config(server.port()).call_timeout(None));
    let (callers, each) = (16, 625);
    let first: Vec<i64> = client.pipeline(vec![cmd::incr("n"); each]).unwrap();
    assert_eq!(first, (1..=625).collect::<Vec<_>>(), "the prefix");
    // Ten thousand are in flight, or queued, and none is answered.
    server.run(&["CLIENT", "PAUSE", "60000", "WRITE"]);
    let callers: Vec<_> = (0..callers)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || client.pipeline(vec![cmd::incr("n"); each]))
        })
        .collect();
    assert!(server.wait_blocked(1));
    server.run(&["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
    assert!(eventually(|| callers.iter().any(std::thread::JoinHandle::is_finished)));
    server.run(&["CLIENT", "UNPAUSE"]);
    let (mut answered, mut maybe) = (vec![], 0);
    for caller in callers {
        match caller.join().unwrap() {
            Ok(values) => {
                assert!(values.is_sorted(), "the order is kept");
                answered.extend(values);
            }
            result => {
                assert_eq!(lost(result), Executed::Maybe);
                maybe += 1;
            }
        }
    }
    assert!(maybe > 0);
    answered.sort_unstable();
    let ran: i64 = server.run_text(&["GET", "n"]).parse().unwrap();
    assert_eq!(
        answered,
        (626..=ran).collect::<Vec<_>>(),
        "what was in flight did not run, the rest did once"
    );
    client.echo().unwrap();
}

fn f14_a_server_that_starts_again_is_found_soon<D: Door>() {
    let server = server(&[]);
    let client = D::open(config(server.port()));
    let add = Script::new("return redis.call('INCRBY', KEYS[1], ARGV[1])");
    let add = add.key("n").arg(5).returning::<i64>();
    soon_in_most(|| {
        assert_eq!(client.run(&add).unwrap(), 5);
        client.send(cmd::set("k", "v")).unwrap();
        server.kill();
        assert!(eventually(|| !client.is_connected()));
        assert_eq!(lost(client.send(cmd::set("k", "w"))), Executed::No);
        // It listens once this returns.
        let took = client.time_to_recover(|| server.restart().unwrap());
        assert_eq!(client.send(cmd::get("k")).unwrap(), None, "it is empty");
        let missing = cmd::raw("EVALSHA").args(["0".repeat(40).as_str(), "0"]).returning::<i64>();
        let error = client.send(missing).unwrap_err();
        assert!(matches!(&error, Error::Server(error) if error.code() == "NOSCRIPT"), "{error}");
        assert_eq!(error.executed(), Executed::No);
        // The script is gone with the rest, and told once again.
        assert_eq!([client.run(&add).unwrap(), client.run(&add).unwrap()], [5, 10]);
        assert_eq!(server.command_calls("eval"), 1);
        server.run(&["DEL", "n"]);
        took
    });
}
