//! Futures that are dropped: what was not sent never is, and the replies to the
//! rest are nobody else's.

use core::time::Duration;
use std::time::Instant;

use resp_net::{Client, WhenDisconnected, cmd};
use tests::proxy::{Direction, Proxy, eventually};
use tests::token;
use tokio::task::JoinSet;

use crate::client_setup::{Random, within};
use crate::door::{config, server};

#[tokio::test]
async fn f19_a_dropped_call_without_a_server_is_never_sent() {
    let server = server(&[]);
    let config = config(server.port()).when_disconnected(WhenDisconnected::Queue).build().unwrap();
    let client = within(Client::connect_with(&config)).await.unwrap();
    server.kill();
    while client.is_connected() {
        tokio::task::yield_now().await;
    }
    for key in 0..10 {
        let call = tokio::time::timeout(Duration::from_millis(1), client.set(key, "dropped"));
        assert!(call.await.is_err(), "there is no server");
    }
    assert_eq!(client.in_flight(), 0, "its place is free at once");
    let kept = client.set("kept", 1).timeout(Duration::from_secs(30));
    let (kept, ()) = tokio::join!(kept, async { server.restart().unwrap() });
    kept.unwrap();
    assert_eq!(server.command_calls("set"), 1);
}

/// Sixty-four tasks whose calls are dropped at some moment of three milliseconds.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f18_futures_dropped_at_random_shift_no_reply() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = within(Client::connect_with(&config(proxy.port()).build().unwrap())).await.unwrap();
    let end = Instant::now() + Duration::from_millis(1500);
    let mut tasks = JoinSet::new();
    for seed in 1..=64 {
        let (client, mut random) = (client.clone(), Random(seed));
        tasks.spawn(async move {
            let (mut answered, mut dropped) = (0_u64, 0_u64);
            while Instant::now() < end {
                let patience = Duration::from_micros(random.below(3_000));
                let mine = token::unique();
                let is_answered = if random.below(4) == 0 {
                    let batch = [cmd::echo(mine.clone()).text(), cmd::echo(mine.clone()).text()];
                    tokio::time::timeout(patience, client.pipeline(batch)).await.is_ok_and(|echoed| {
                        assert_eq!(echoed.unwrap(), [mine.clone(), mine.clone()]);
                        true
                    })
                } else {
                    let call = tokio::time::timeout(patience, client.echo(mine.clone()).text());
                    call.await.is_ok_and(|echoed| {
                        assert_eq!(echoed.unwrap(), mine);
                        true
                    })
                };
                *if is_answered { &mut answered } else { &mut dropped } += 1;
            }
            (answered, dropped)
        });
    }
    let counts = within(tasks.join_all()).await;
    let (answered, dropped) = counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    assert!(answered > 100 && dropped > 100, "{answered} answered, {dropped} dropped");
    within(client.ping()).await.unwrap();
    assert!(eventually(|| client.in_flight() == 0), "each reply freed its place");
    assert_eq!(proxy.counts().accepted, 1);
}

/// The two of redis-py: a command cancelled between its write and its read left
/// its reply to the next caller; first in a pipeline, then in any other call.
#[tokio::test]
async fn cve_2023_28858_and_28859_the_reply_of_a_cancelled_command_is_not_the_next_ones() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = within(Client::connect_with(&config(proxy.port()).build().unwrap())).await.unwrap();
    within(client.set("foo", "foo")).await.unwrap();
    within(client.set("bar", "bar")).await.unwrap();
    proxy.all().delay(Direction::ToClient, Duration::from_millis(20), Duration::ZERO);
    let mut calls = server.command_calls("get");
    for is_pipeline in [true, false].repeat(3) {
        let canceller = client.clone();
        let cancelled = tokio::spawn(async move {
            match is_pipeline {
                true => canceller.pipeline([cmd::get("foo"), cmd::get("foo")]).await.map(drop),
                false => canceller.get("foo").await.map(drop),
            }
        });
        // It was executed, and its reply is on the way.
        calls += if is_pipeline { 2 } else { 1 };
        while server.command_calls("get") < calls {
            tokio::task::yield_now().await;
        }
        cancelled.abort();
        let (bar, pong) = (client.get("bar").text(), client.ping());
        let (bar, pong) = within(async { tokio::join!(bar, pong) }).await;
        assert_eq!((bar.unwrap().as_deref(), &*pong.unwrap()), (Some("bar"), &b"PONG"[..]));
        calls += 1;
    }
    assert_eq!(proxy.counts().accepted, 1, "the connection is none the worse for it");
}
