//! Consumers of groups, as a stream and as an iterator, against a real server in
//! both versions of the protocol, also with connections that are lost.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;
mod door;

use core::time::Duration;
use std::time::Instant;

use client_setup::{Server, chain, within};
use door::{Door, Mio, RUNTIME, Tokio, for_each_driver};
use resp_net::cmd::GroupStart;
use resp_net::resp_core::replies::StreamId;
use resp_net::{Client, Delivered, Error, Executed, ProtocolChoice, blocking, cmd};
use tests::proxy::{DropReply, Proxy};
use tests::wait::eventually;

for_each_driver!(
    what_is_pending_comes_first,
    entries_of_several_streams,
    a_lost_reply_loses_no_entry,
    waiting_holds_up_nobody,
    an_entry_that_is_no_text_is_passed_over,
    a_missing_group_makes_no_busy_loop,
    it_ends_with_its_client,
);

/// Both forms of a consumer.
trait Consumers: Door {
    type Consumer<'a>: Consumer;

    /// Consumer `ada` of `group`, which reads `count` entries at once and waits for
    /// new ones for as long as it takes.
    fn consumer(&self, group: &str, streams: &[&str], count: u64) -> Self::Consumer<'_>;
}

trait Consumer {
    fn next(&mut self) -> Option<Result<Delivered<String>, Error>>;
    fn ack(&self, delivered: &Delivered<String>) -> bool;

    /// The stream, number and task of the next entry.
    fn entry(&mut self) -> (String, u64, Option<String>) {
        let delivered = self.next().unwrap().unwrap_or_else(|error| panic!("{}", chain(&error)));
        described(&delivered)
    }
}

fn described(delivered: &Delivered<String>) -> (String, u64, Option<String>) {
    let stream = String::from_utf8_lossy(&delivered.stream).into_owned();
    (stream, delivered.entry.id.ms, delivered.entry.get("task").cloned())
}

impl Consumers for Tokio {
    type Consumer<'a> = resp_net::ConsumerStream<'a, String>;

    fn consumer(&self, group: &str, streams: &[&str], count: u64) -> Self::Consumer<'_> {
        self.0.consume(group, "ada", streams).text().count(count).block(None)
    }
}

impl Consumer for resp_net::ConsumerStream<'_, String> {
    fn next(&mut self) -> Option<Result<Delivered<String>, Error>> {
        RUNTIME.block_on(within(self.next()))
    }

    fn ack(&self, delivered: &Delivered<String>) -> bool {
        RUNTIME.block_on(within(self.ack(delivered))).unwrap()
    }
}

impl Consumers for Mio {
    type Consumer<'a> = blocking::ConsumerIter<'a, String>;

    fn consumer(&self, group: &str, streams: &[&str], count: u64) -> Self::Consumer<'_> {
        self.0.consume(group, "ada", streams).text().count(count).block(None)
    }
}

impl Consumer for blocking::ConsumerIter<'_, String> {
    fn next(&mut self) -> Option<Result<Delivered<String>, Error>> {
        Iterator::next(self)
    }

    fn ack(&self, delivered: &Delivered<String>) -> bool {
        self.ack(delivered).call().unwrap()
    }
}

/// Runs a test against an empty server for each version, with `group` at the
/// start of `jobs`.
fn each_protocol<D: Consumers>(test: impl Fn(&Server, D)) {
    let server = door::server(&[]);
    for protocol in [ProtocolChoice::Resp2, ProtocolChoice::Resp3] {
        server.run(&["FLUSHALL"]);
        let client = D::open(door::config(server.port()).protocol(protocol));
        client.send(cmd::xgroup_create("jobs", "group", StreamId::MIN).mkstream()).unwrap();
        test(&server, client);
    }
}

fn add<D: Door>(client: &D, stream: &str, id: u64) {
    let task = ("task", format!("task {id}"));
    client.send(cmd::xadd(stream, StreamId::new(id, 0), task)).unwrap();
}

/// The entry of [`add`] as it is to come.
fn job(stream: &str, id: u64) -> (String, u64, Option<String>) {
    (stream.to_owned(), id, Some(format!("task {id}")))
}

fn pending<D: Door>(client: &D) -> u64 {
    client.send(cmd::xpending("jobs", "group")).unwrap().count
}

fn what_is_pending_comes_first<D: Consumers>() {
    each_protocol(|_, client: D| {
        (1..=5).for_each(|id| add(&client, "jobs", id));
        let mut before = client.consumer("group", &["jobs"], 3);
        let first = before.next().unwrap().unwrap();
        assert_eq!(described(&first), job("jobs", 1));
        assert!(before.ack(&first));
        assert!(!before.ack(&first), "it is not pending any more");
        drop(before);
        assert_eq!(pending(&client), 2, "three were read, one of them is done");

        // The next of this name begins with what the one before has not done, of
        // which one was removed meanwhile.
        client.send(cmd::xdel("jobs", StreamId::new(3, 0))).unwrap();
        let mut after = client.consumer("group", &["jobs"], 1);
        assert_eq!(after.entry(), job("jobs", 2));
        let deleted = after.next().unwrap().unwrap();
        assert!(deleted.entry.is_deleted());
        assert_eq!(deleted.entry.id, StreamId::new(3, 0));
        assert_eq!(after.entry(), job("jobs", 4));
        assert_eq!(after.entry(), job("jobs", 5));
        assert_eq!(pending(&client), 4);
        add(&client, "jobs", 6);
        let last = after.next().unwrap().unwrap();
        assert_eq!(described(&last), job("jobs", 6));
        assert!(after.ack(&last));
        assert_eq!(pending(&client), 4);
    });
}

fn entries_of_several_streams<D: Consumers>() {
    each_protocol(|_, client: D| {
        client.send(cmd::xgroup_create("urgent", "group", GroupStart::Now).mkstream()).unwrap();
        add(&client, "jobs", 1);
        let mut consumer = client.consumer("group", &["jobs", "urgent", "jobs"], 10);
        assert_eq!(consumer.entry(), job("jobs", 1));
        add(&client, "urgent", 2);
        assert_eq!(consumer.entry(), job("urgent", 2));
        add(&client, "jobs", 3);
        add(&client, "urgent", 4);
        let mut both = [consumer.entry(), consumer.entry()];
        both.sort();
        assert_eq!(both, [job("jobs", 3), job("urgent", 4)]);
    });
}

/// Connections end in place of replies that hold entries: those are pending
/// already, and come once all the same.
fn a_lost_reply_loses_no_entry<D: Consumers>() {
    const ENTRIES: u64 = 60;
    let server = door::server(&[]);
    for protocol in [ProtocolChoice::Resp2, ProtocolChoice::Resp3] {
        server.run(&["FLUSHALL"]);
        let proxy = Proxy::start(server.port()).unwrap();
        let client = D::open(door::config(proxy.port()).protocol(protocol));
        client.send(cmd::xgroup_create("jobs", "group", StreamId::MIN).mkstream()).unwrap();
        (1..=ENTRIES / 2).for_each(|id| add(&client, "jobs", id));
        let mut consumer = client.consumer("group", &["jobs"], 10);
        assert_eq!(consumer.entry(), job("jobs", 1));

        let (mut seen, mut errors) = (vec![1], Vec::new());
        for id in 2..=ENTRIES {
            if matches!(id, 5 | 15 | 40) {
                proxy.all().drop_reply(DropReply::to("XREADGROUP").then_close());
            }
            if id > ENTRIES / 2 {
                add_until_it_is_there(&client, id);
            }
            let delivered = loop {
                match consumer.next().unwrap() {
                    Ok(delivered) => break delivered,
                    Err(error) => errors.push(error),
                }
                assert!(errors.len() < 100, "{errors:?}");
            };
            seen.push(delivered.entry.id.ms);
        }
        assert!(seen.into_iter().eq(1..=ENTRIES), "each once, in order");
        assert_eq!(proxy.counts().dropped_replies, 3);
        assert!(errors.len() >= 3, "{errors:?}");
        assert!(errors.iter().all(|error| matches!(error, Error::Lost { .. })), "{errors:?}");
        assert_eq!(errors[0].executed(), Executed::Maybe);
        assert_eq!(pending(&client), ENTRIES);
    }
}

/// The shared connection may be the one that is lost.
fn add_until_it_is_there<D: Door>(client: &D, id: u64) {
    let entry = cmd::xadd("jobs", StreamId::new(id, 0), ("task", format!("task {id}")));
    assert!(eventually(|| match client.send(entry.clone()) {
        Ok(_) => true,
        Err(Error::Server(error)) => error.message().contains("equal or smaller"),
        Err(_) => false,
    }));
}

fn waiting_holds_up_nobody<D: Consumers>() {
    each_protocol(|server, client: D| {
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| client.consumer("group", &["jobs"], 1).entry());
            assert!(server.wait_blocked(1));
            for _ in 0..100 {
                client.echo().unwrap();
            }
            assert!(!waiting.is_finished());
            add(&client, "jobs", 7);
            assert_eq!(waiting.join().unwrap(), job("jobs", 7));
        });
    });
}

fn an_entry_that_is_no_text_is_passed_over<D: Consumers>() {
    each_protocol(|_, client: D| {
        add(&client, "jobs", 1);
        client.send(cmd::xadd("jobs", StreamId::new(2, 0), ("task", &b"a\xff"[..]))).unwrap();
        add(&client, "jobs", 3);
        for _ in 0..2 {
            let mut consumer = client.consumer("group", &["jobs"], 10);
            assert_eq!(consumer.entry(), job("jobs", 1));
            let error = consumer.next().unwrap().unwrap_err();
            assert!(matches!(error, Error::Convert(_)));
            assert_eq!(
                error.to_string(),
                "XREADGROUP: reply.jobs.2-0[1].task: expected UTF-8 text, found other bytes at offset 1"
            );
            assert_eq!(consumer.entry(), job("jobs", 3));
        }
        assert_eq!(pending(&client), 3);
    });
}

fn a_missing_group_makes_no_busy_loop<D: Consumers>() {
    const PAUSE: Duration = Duration::from_millis(100);
    let server = door::server(&[]);
    for protocol in [ProtocolChoice::Resp2, ProtocolChoice::Resp3] {
        server.run(&["FLUSHALL"]);
        let client = D::open(door::config(server.port()).protocol(protocol).backoff_first(PAUSE));
        let mut consumer = client.consumer("group", &["jobs"], 10);
        let began = Instant::now();
        for _ in 0..12 {
            let error = consumer.next().unwrap().unwrap_err();
            assert!(matches!(&error, Error::Server(error) if error.code() == "NOGROUP"), "{error}");
        }
        // Ten random pauses of up to 100 ms.
        assert!(began.elapsed() > PAUSE, "{:?}", began.elapsed());
        client.send(cmd::xgroup_create("jobs", "group", StreamId::MIN).mkstream()).unwrap();
        add(&client, "jobs", 1);
        assert_eq!(consumer.entry(), job("jobs", 1));
    }
}

fn it_ends_with_its_client<D: Consumers>() {
    each_protocol(|_, client: D| {
        add(&client, "jobs", 1);
        add(&client, "jobs", 2);
        let mut consumer = client.consumer("group", &["jobs"], 10);
        assert_eq!(consumer.entry(), job("jobs", 1));
        client.close(Duration::ZERO);
        assert_eq!(consumer.entry(), job("jobs", 2), "it was read before");
        let error = consumer.next().unwrap().unwrap_err();
        assert!(matches!(error, Error::Closed), "{error:?}");
        assert!(consumer.next().is_none());
    });
}

/// Each `next` is dropped as often as not, also while the server waits.
#[test]
fn nothing_is_lost_when_next_is_dropped() {
    let server = Server::start(&[]);
    for protocol in ["2", "3"] {
        server.run(&["FLUSHALL"]);
        let url = format!("{}?protocol={protocol}", server.url());
        RUNTIME.block_on(within(drop_every_other_next(&url)));
    }
}

async fn drop_every_other_next(url: &str) {
    const ENTRIES: u64 = 200;
    let client = Client::connect(url).await.unwrap();
    client.xgroup_create("jobs", "group", StreamId::MIN).mkstream().await.unwrap();
    let mut consumer = client.consume("group", "ada", "jobs").count(3);
    let (mut seen, mut added, mut dropped) = (Vec::new(), 0, 0);
    while seen.last() != Some(&ENTRIES) {
        ::tokio::select! {
            biased;
            delivered = consumer.next() => seen.push(delivered.unwrap().unwrap().entry.id.ms),
            () = ::tokio::task::yield_now() => {
                dropped += 1;
                if added < ENTRIES && dropped % 2 == 0 {
                    added += 1;
                    client.xadd("jobs", StreamId::new(added, 0), ("n", added)).await.unwrap();
                }
            }
        }
    }
    assert!(seen.into_iter().eq(1..=ENTRIES));
    assert!(dropped > 100, "{dropped}");
    assert_eq!(client.xpending("jobs", "group").await.unwrap().count, ENTRIES);
}
