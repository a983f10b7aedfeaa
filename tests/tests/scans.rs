//! Scans page by page, as a stream and as an iterator, against a real server in
//! both versions of the protocol.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;
mod door;

use core::hash::Hash;
use std::collections::HashMap;

use client_setup::{Server, within};
use door::{Door, Mio, RUNTIME, Tokio, for_each_driver};
use resp_net::resp_core::replies::{Cursor, ScanPage};
use resp_net::resp_core::{Command, FromReply, Shareable};
use resp_net::{Client, Error, ProtocolChoice, cmd};

for_each_driver!(
    what_stays_is_shown_while_other_keys_come_and_go,
    pages_may_be_empty,
    an_error_in_the_middle_ends_it,
    fields_members_and_scores,
);

type Item<T> = <<T as FromReply>::Out as IntoIterator>::Item;
type Walk<'a, T> = Box<dyn Iterator<Item = Result<Item<T>, Error>> + 'a>;

/// Both forms of a scan as an iterator.
trait Scans: Door {
    fn walk<T, K>(&self, scan: Command<ScanPage<T>, K>) -> Walk<'_, T>
    where
        T: FromReply<Out: IntoIterator> + 'static,
        K: Shareable + 'static;

    fn walk_distinct<T, K, D>(
        &self,
        scan: Command<ScanPage<T>, K>,
        key: impl FnMut(&Item<T>) -> D + Send + 'static,
    ) -> Walk<'_, T>
    where
        T: FromReply<Out: IntoIterator> + 'static,
        K: Shareable + 'static,
        D: Eq + Hash + Send + 'static;
}

impl Scans for Tokio {
    fn walk<T, K>(&self, scan: Command<ScanPage<T>, K>) -> Walk<'_, T>
    where
        T: FromReply<Out: IntoIterator> + 'static,
        K: Shareable + 'static,
    {
        let mut items = self.0.iterate(scan);
        Box::new(core::iter::from_fn(move || RUNTIME.block_on(within(items.next()))))
    }

    fn walk_distinct<T, K, D>(
        &self,
        scan: Command<ScanPage<T>, K>,
        key: impl FnMut(&Item<T>) -> D + Send + 'static,
    ) -> Walk<'_, T>
    where
        T: FromReply<Out: IntoIterator> + 'static,
        K: Shareable + 'static,
        D: Eq + Hash + Send + 'static,
    {
        let mut items = self.0.iterate(scan).distinct_by(key);
        Box::new(core::iter::from_fn(move || RUNTIME.block_on(within(items.next()))))
    }
}

impl Scans for Mio {
    fn walk<T, K>(&self, scan: Command<ScanPage<T>, K>) -> Walk<'_, T>
    where
        T: FromReply<Out: IntoIterator> + 'static,
        K: Shareable + 'static,
    {
        Box::new(self.0.iterate(scan))
    }

    fn walk_distinct<T, K, D>(
        &self,
        scan: Command<ScanPage<T>, K>,
        key: impl FnMut(&Item<T>) -> D + Send + 'static,
    ) -> Walk<'_, T>
    where
        T: FromReply<Out: IntoIterator> + 'static,
        K: Shareable + 'static,
        D: Eq + Hash + Send + 'static,
    {
        Box::new(self.0.iterate(scan).distinct_by(key))
    }
}

/// Runs a test against an empty server for each version.
fn each_protocol<D: Scans>(test: impl Fn(&Server, D)) {
    let server = door::server(&[]);
    for protocol in [ProtocolChoice::Resp2, ProtocolChoice::Resp3] {
        server.run(&["FLUSHALL"]);
        test(&server, D::open(door::config(server.port()).protocol(protocol)));
    }
}

/// Sets keys of these numbers, all in one batch.
fn fill<D: Door>(client: &D, prefix: &str, numbers: core::ops::Range<u32>) {
    client.pipeline(numbers.map(|n| cmd::set(format!("{prefix}:{n}"), n)).collect::<Vec<_>>()).unwrap();
}

/// Enough for hundreds of pages, and for tables to grow and shrink.
const KEYS: u32 = 10_000;

/// Adds and removes keys in turn while a scan goes on.
fn with_others_about<D: Scans, T>(client: &D, items: impl Iterator<Item = T>, mut see: impl FnMut(T)) {
    for (index, item) in (0_u32..).zip(items) {
        see(item);
        match index % 2_000 {
            500 => fill(client, "passing", 0..2 * KEYS),
            1_500 => {
                let names: Vec<_> = (0..2 * KEYS).map(|n| format!("passing:{n}")).collect();
                client.send(cmd::del(names)).unwrap();
            }
            _ => {}
        }
    }
}

fn what_stays_is_shown_while_other_keys_come_and_go<D: Scans>() {
    each_protocol(|server, client: D| {
        fill(&client, "staying", 0..KEYS);
        let scan = cmd::scan(Cursor::START).count(50).text();
        let before = server.command_calls("scan");

        let mut seen = HashMap::<String, u32>::new();
        let all = client.walk(scan.clone());
        with_others_about(&client, all, |key| *seen.entry(key.unwrap()).or_default() += 1);
        let stayed = (0..KEYS).filter(|n| seen.contains_key(&format!("staying:{n}"))).count();
        assert_eq!(stayed, KEYS as usize);
        assert!(server.command_calls("scan") - before >= u64::from(KEYS) / 100, "in small pages");

        let mut distinct = Vec::new();
        let all = client.walk_distinct(scan, String::clone);
        with_others_about(&client, all, |key| distinct.push(key.unwrap()));
        distinct.sort();
        assert!(distinct.windows(2).all(|two| two[0] != two[1]));
        assert_eq!(distinct.iter().filter(|key| key.starts_with("staying:")).count(), KEYS as usize);
    });
}

fn pages_may_be_empty<D: Scans>() {
    each_protocol(|server, client: D| {
        fill(&client, "hay", 0..5_000);
        client.send(cmd::set("needle", 1)).unwrap();
        let before = server.command_calls("scan");
        let found: Result<Vec<_>, _> =
            client.walk(cmd::scan(Cursor::START).matching("need*").count(20).text()).collect();
        assert_eq!(found.unwrap(), ["needle"]);
        assert!(server.command_calls("scan") - before > 100, "most of its pages were empty");
        assert_eq!(client.walk(cmd::scan(Cursor::START).matching("none*").count(500)).count(), 0);
        assert_eq!(client.walk(cmd::sscan("none", Cursor::START)).count(), 0);
    });
}

fn an_error_in_the_middle_ends_it<D: Scans>() {
    each_protocol(|_, client: D| {
        let members: Vec<_> = (0..2_000).collect();
        client.send(cmd::sadd("set", &members)).unwrap();
        let mut items = client.walk(cmd::sscan("set", Cursor::START).count(10).parse::<u32>());
        let first: Vec<_> = items.by_ref().take(100).collect::<Result<_, _>>().unwrap();
        assert_eq!(first.len(), 100);
        client.send(cmd::set("set", "no set any more")).unwrap();
        // What had come by then is shown.
        let error = items.by_ref().find_map(Result::err).unwrap();
        assert!(matches!(&error, Error::Server(error) if error.code() == "WRONGTYPE"), "{error}");
        assert!(items.next().is_none());
        assert!(items.next().is_none());
        drop(items);

        client.send(cmd::del("set")).unwrap();
        client.send(cmd::sadd("set", ["1", "x"])).unwrap();
        let mut items = client.walk(cmd::sscan("set", Cursor::START).parse::<u32>());
        let error = items.next().unwrap().unwrap_err().to_string();
        assert!(error.starts_with("SSCAN: reply[1]["), "{error}");
        assert!(items.next().is_none());
    });
}

fn fields_members_and_scores<D: Scans>() {
    const COUNT: usize = 1_000;
    each_protocol(|_, client: D| {
        let pairs: Vec<_> = (0..COUNT).map(|n| (format!("f{n}"), n)).collect();
        client.send(cmd::hset("hash", &pairs)).unwrap();
        let scan = cmd::hscan("hash", Cursor::START).count(20).text().parse::<usize>();
        let mut fields: Vec<_> = client
            .walk_distinct(scan, |(field, _): &(String, usize)| field.clone())
            .collect::<Result<_, _>>()
            .unwrap();
        fields.sort_by_key(|(_, value)| *value);
        assert_eq!(fields, pairs);

        let scores: Vec<_> = (0..COUNT).map(|n| (n as f64 + 0.5, format!("m{n}"))).collect();
        client.send(cmd::zadd("board", &scores)).unwrap();
        let scan = cmd::zscan("board", Cursor::START).count(20).text();
        let mut members: Vec<_> =
            client.walk_distinct(scan, |(member, _)| member.clone()).collect::<Result<_, _>>().unwrap();
        members.sort_by(|(_, one), (_, other)| one.total_cmp(other));
        assert!(members.into_iter().map(|(member, score)| (score, member)).eq(scores));
    });
}

/// Each `next` is dropped as often as not.
#[test]
fn nothing_is_lost_when_next_is_dropped() {
    let server = Server::start(&[]);
    for protocol in ["2", "3"] {
        let url = format!("{}?protocol={protocol}", server.url());
        RUNTIME.block_on(within(drop_every_other_next(&url)));
    }
}

async fn drop_every_other_next(url: &str) {
    let client = Client::connect(url).await.unwrap();
    client.sadd("set", (0..1_000).collect::<Vec<u32>>()).await.unwrap();
    let scan = cmd::sscan("set", Cursor::START).count(10).parse::<u32>();
    let mut items = client.iterate(scan).distinct();
    let (mut seen, mut dropped) = (Vec::new(), 0);
    loop {
        ::tokio::select! {
            biased;
            item = items.next() => match item {
                Some(item) => seen.push(item.unwrap()),
                None => break,
            },
            () = ::tokio::task::yield_now() => dropped += 1,
        }
    }
    seen.sort_unstable();
    assert!(seen.into_iter().eq(0..1_000));
    assert!(dropped > 50, "{dropped}");
}

#[test]
fn a_scan_moves_to_a_task() {
    let server = Server::start(&[]);
    let scanned = RUNTIME.spawn(within(async move {
        let client = Client::connect(&server.url()).await?;
        client.mset([("a", 1), ("b", 2)]).await?;
        let mut keys = client.iterate(cmd::scan(Cursor::START).text()).distinct();
        let mut names = Vec::new();
        while let Some(key) = keys.next().await.transpose()? {
            names.push(key);
        }
        names.sort();
        Ok::<_, Error>(names)
    }));
    assert_eq!(RUNTIME.block_on(scanned).unwrap().unwrap(), ["a", "b"]);
}
