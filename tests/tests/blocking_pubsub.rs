//! Subscriptions of a blocking client with a real server, in both protocols,
//! also while connections are killed and subscribers are slow.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::time::Instant;

use client_setup::Server;
use resp_net::blocking::{Client, Elapsed, Events, Subscriber};
use resp_net::{
    Config, ConfigBuilder, ConnectionEvent, Error, Executed, Incoming, ProtocolChoice, Subscription,
    WhenSlow, cmd,
};
use tests::wait::eventually;

const PROTOCOLS: [ProtocolChoice; 2] = [ProtocolChoice::Resp2, ProtocolChoice::Resp3];

/// Nothing is waited for longer.
const LIMIT: Duration = Duration::from_secs(60);

fn config(server: &Server, protocol: ProtocolChoice) -> ConfigBuilder {
    Config::builder().host("127.0.0.1").port(server.port()).protocol(protocol)
}

fn connect(config: ConfigBuilder) -> Client {
    Client::connect_with(&config.build().unwrap()).unwrap()
}

/// A word for what comes: `1` a message, `gap Overflow 3`.
fn word(incoming: Option<Incoming>) -> String {
    match incoming {
        Some(Incoming::Message(message)) => String::from_utf8_lossy(&message.payload).into_owned(),
        Some(Incoming::Gap(gap)) => format!("gap {:?} {}", gap.reason, gap.dropped),
        Some(other) => format!("{other:?}"),
        None => String::from("end"),
    }
}

fn next(subscriber: &mut Subscriber) -> String {
    word(subscriber.next_timeout(LIMIT).unwrap())
}

/// All that is there without waiting.
fn at_hand(subscriber: &mut Subscriber) -> Vec<String> {
    let mut words = Vec::new();
    while let Ok(incoming) = subscriber.next_timeout(Duration::ZERO) {
        words.push(word(incoming));
        if words.last().unwrap() == "end" {
            break;
        }
    }
    words
}

fn publish(server: &Server, channel: &str, payload: &str) -> String {
    server.run_text(&["PUBLISH", channel, payload])
}

/// How many connections are subscribed to a channel.
fn numsub(server: &Server, channel: &str) -> i64 {
    server.run(&["PUBSUB", "NUMSUB", channel]).frame().children().nth(1).unwrap().as_i64().unwrap()
}

#[test]
fn channels_patterns_and_shards() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(config(&server, protocol));
        let mut subscriber = client.subscriber().unwrap();
        subscriber.subscribe(["a", "b"]).call().unwrap();
        subscriber.psubscribe(["a*"]).call().unwrap();
        subscriber.ssubscribe(["s"]).call().unwrap();
        assert_eq!((publish(&server, "b", "1"), publish(&server, "a", "2")), ("1".into(), "2".into()));
        server.run(&["SPUBLISH", "s", "3"]);
        for (kind, pattern, channel, payload) in [
            (Subscription::Channel, None, "b", "1"),
            (Subscription::Channel, None, "a", "2"),
            (Subscription::Pattern, Some("a*"), "a", "2"),
            (Subscription::Shard, None, "s", "3"),
        ] {
            let Some(Incoming::Message(message)) = subscriber.next() else {
                panic!("{payload} is a message")
            };
            assert_eq!(
                (message.kind, message.channel, message.payload),
                (kind, channel.into(), payload.into())
            );
            assert_eq!(message.pattern, pattern.map(Into::into));
        }
        subscriber.unsubscribe(["a", "b", "unknown"]).call().unwrap();
        subscriber.sunsubscribe(["s"]).call().unwrap();
        assert_eq!(publish(&server, "b", "4"), "0", "the server has confirmed it");
        server.run(&["SPUBLISH", "s", "4"]);
        publish(&server, "a", "5");
        assert_eq!(next(&mut subscriber), "5");
        subscriber.punsubscribe(["a*"]).call().unwrap();
        assert_eq!(publish(&server, "a", "6"), "0");
        assert_eq!(at_hand(&mut subscriber), [""; 0]);
    }
}

#[test]
fn resp3_shares_the_connection_and_resp2_has_one_beside_it() {
    let server = Server::start(&[]);
    for (protocol, connections) in [(ProtocolChoice::Resp2, 2), (ProtocolChoice::Resp3, 1)] {
        let client = connect(config(&server, protocol));
        let (first, second) = (client.subscriber().unwrap(), client.subscriber().unwrap());
        first.subscribe(["a"]).call().unwrap();
        second.subscribe(["b"]).call().unwrap();
        assert_eq!(server.client_count(), connections, "{protocol:?}");
        drop(first);
        assert!(eventually(|| numsub(&server, "a") == 0), "one that is dropped is told");
        assert_eq!(numsub(&server, "b"), 1);
        drop(second);
        assert!(server.wait_clients(1), "the one beside ends with its last subscriber");
        // And is made again.
        let mut third = client.subscriber().unwrap();
        third.subscribe(["a"]).call().unwrap();
        publish(&server, "a", "x");
        assert_eq!(next(&mut third), "x");
        // A separate one is beside in any case, and keeps what it needs of the client.
        let mut separate = client.separate_subscriber().unwrap();
        separate.subscribe(["a"]).call().unwrap();
        assert_eq!(server.client_count(), 2);
        drop((third, client));
        publish(&server, "a", "y");
        assert_eq!(next(&mut separate), "y");
        drop(separate);
        assert!(server.wait_clients(0));
    }
}

/// Who reads last is a caller, who then calls no more; the subscriber waits, or
/// is busy elsewhere.
#[test]
fn messages_come_promptly_while_nobody_calls() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(config(&server, protocol));
        let mut subscriber = client.subscriber().unwrap();
        subscriber.subscribe(["a"]).call().unwrap();
        let mut times: Vec<Duration> = (0..31)
            .map(|round| {
                let round = round.to_string();
                assert_eq!(client.echo(&round).text().call().unwrap(), round);
                let start = Instant::now();
                publish(&server, "a", &round);
                assert_eq!(next(&mut subscriber), round);
                start.elapsed()
            })
            .collect();
        times.sort_unstable();
        // Were they to wait for the watcher's look, it would be 50 ms and more.
        assert!(times[15] < Duration::from_millis(25), "{protocol:?}: {times:?}");

        // It is read by the time that somebody asks for it.
        client.ping().call().unwrap();
        publish(&server, "a", "x");
        assert!(eventually(|| at_hand(&mut subscriber) == ["x"]), "{protocol:?}");
    }
}

#[test]
fn waiting_ends_in_time_and_with_the_client() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(config(&server, protocol));
        let mut subscriber = client.subscriber().unwrap();
        subscriber.subscribe(["a"]).call().unwrap();
        let (time, start) = (Duration::from_millis(30), Instant::now());
        assert!(matches!(subscriber.next_timeout(time), Err(Elapsed)));
        assert!(start.elapsed() >= time);
        let mut beside = client.subscriber().unwrap();
        beside.subscribe(["a"]).call().unwrap();
        std::thread::scope(|scope| {
            let words =
                scope.spawn(|| subscriber.by_ref().map(|incoming| word(Some(incoming))).collect::<Vec<_>>());
            publish(&server, "a", "x");
            publish(&server, "a", "y");
            // So that they have come when the client closes.
            let heard = [next(&mut beside), next(&mut beside)];
            client.close(Duration::from_secs(1));
            assert_eq!(
                (words.join().unwrap(), heard),
                (vec!["x".into(), "y".into()], ["x".into(), "y".into()])
            );
        });
        assert!(matches!(subscriber.subscribe(["c"]).call(), Err(Error::Closed)));
        subscriber.unsubscribe(["a"]).call().unwrap();
        assert!(client.subscriber().unwrap().next().is_none());
        assert!(server.wait_clients(0));
    }
}

#[test]
fn what_the_server_refuses_or_does_not_confirm_is_undone() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        server.run(&["ACL", "SETUSER", "user", "on", ">pw", "~*", "resetchannels", "&open", "+@all"]);
        let client = connect(config(&server, protocol).username("user").password("pw"));
        let mut subscriber = client.subscriber().unwrap();
        let error = subscriber.subscribe(["closed"]).call().unwrap_err();
        assert!(matches!(&error, Error::Server(error) if error.code() == "NOPERM"), "{error:?}");
        subscriber.subscribe(["open"]).call().unwrap();
        server.pause();
        let (time, start) = (Duration::from_millis(100), Instant::now());
        let error = subscriber.psubscribe(["open"]).timeout(time).call().unwrap_err();
        assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
        assert!(start.elapsed() >= time && start.elapsed() < Duration::from_secs(1));
        server.resume();
        let numpat = || server.run(&["PUBSUB", "NUMPAT"]).frame().as_i64();
        assert!(eventually(|| numpat() == Some(0)), "{protocol:?}");
        assert_eq!(publish(&server, "open", "x"), "1");
        assert_eq!(next(&mut subscriber), "x");
    }
}

#[test]
fn calls_of_many_threads_and_subscribers_on_one_connection() {
    const CALLS: usize = 2_000;
    let server = Server::start(&[]);
    let client = connect(config(&server, ProtocolChoice::Resp3).push_queue(4 * CALLS));
    let mut subscribers: Vec<Subscriber> = (0..3).map(|_| client.subscriber().unwrap()).collect();
    for subscriber in &subscribers {
        subscriber.subscribe(["a"]).call().unwrap();
    }
    let calls = server.command_calls("subscribe");
    assert_eq!(calls, 1, "they are one to the server");
    let heard: Vec<Vec<String>> = std::thread::scope(|scope| {
        let receivers: Vec<_> = subscribers
            .iter_mut()
            .map(|subscriber| scope.spawn(|| (0..4 * CALLS / 10).map(|_| next(subscriber)).collect()))
            .collect();
        for thread in 0..4 {
            let client = &client;
            scope.spawn(move || {
                for call in 0..CALLS {
                    let token = format!("{thread}:{call}");
                    if call % 10 == 0 {
                        let publish = cmd::raw("PUBLISH").arg("a").arg(&token).returning::<i64>();
                        assert_eq!(client.send(publish).timeout(LIMIT).call().unwrap(), 1);
                    }
                    assert_eq!(client.echo(&token).text().timeout(LIMIT).call().unwrap(), token);
                }
            });
        }
        receivers.into_iter().map(|receiver| receiver.join().unwrap()).collect()
    });
    assert_eq!(server.client_count(), 1);
    assert!(heard.iter().all(|words| *words == heard[0]), "all in the same order");
    for thread in 0..4 {
        let head = format!("{thread}:");
        let own = heard[0].iter().filter_map(|word| word.strip_prefix(&head));
        assert!(own.eq(&(0..CALLS).step_by(10).map(|call| call.to_string()).collect::<Vec<_>>()));
    }
    assert!(subscribers.iter_mut().all(|subscriber| at_hand(subscriber).is_empty()));
    // Without subscribers callers drive again.
    drop(subscribers);
    assert!(eventually(|| numsub(&server, "a") == 0));
    assert_eq!(client.echo("own").text().call().unwrap(), "own");
}

// ---- faults -------------------------------------------------------------------

#[test]
fn f16_a_killed_connection_is_a_gap_between_exact_messages() {
    let server = Server::start(&[]);
    // A message of each kind, in this order.
    let publish = |number: u32| {
        let number = number.to_string();
        for command in [["PUBLISH", "a"], ["PUBLISH", "p.x"], ["SPUBLISH", "s"]] {
            assert_eq!(server.run_text(&[command[0], command[1], &number]), "1");
        }
    };
    let expect = |subscriber: &mut Subscriber, number: u32| {
        for kind in [Subscription::Channel, Subscription::Pattern, Subscription::Shard] {
            let Ok(Some(Incoming::Message(message))) = subscriber.next_timeout(LIMIT) else {
                panic!("{number} is a message");
            };
            assert_eq!((message.kind, message.payload), (kind, number.to_string().into()));
        }
    };
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(config(&server, protocol));
        let mut subscriber = client.subscriber().unwrap();
        subscriber.subscribe(["a"]).call().unwrap();
        subscriber.psubscribe(["p.*"]).call().unwrap();
        subscriber.ssubscribe(["s"]).call().unwrap();
        (1..=100).for_each(publish);
        (1..=100).for_each(|number| expect(&mut subscriber, number));
        let killed = Instant::now();
        assert_eq!(server.run_text(&["CLIENT", "KILL", "TYPE", "pubsub"]), "1");
        assert_eq!(next(&mut subscriber), "gap Reconnected 0");
        let taken = killed.elapsed();
        assert!(taken <= Duration::from_millis(250), "{protocol:?}: restored after {taken:?}");
        // The server has all kinds when the gap is told: nothing of these is missed.
        (101..=200).for_each(publish);
        (101..=200).for_each(|number| expect(&mut subscriber, number));
        assert_eq!(at_hand(&mut subscriber), [""; 0]);
        assert_eq!(client.echo("own").text().call().unwrap(), "own");
    }
}

#[test]
fn f16_restored_after_the_server_was_away() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(config(&server, protocol).backoff_max(Duration::from_millis(50)));
        let mut subscriber = client.subscriber().unwrap();
        subscriber.subscribe(["a"]).call().unwrap();
        server.kill();
        // It is not told before it is restored.
        assert!(matches!(subscriber.next_timeout(Duration::from_millis(100)), Err(Elapsed)));
        server.restart().unwrap();
        let back = Instant::now();
        assert_eq!(next(&mut subscriber), "gap Reconnected 0");
        let taken = back.elapsed();
        assert!(taken <= Duration::from_millis(250), "{protocol:?}: restored after {taken:?}");
        assert_eq!(publish(&server, "a", "x"), "1");
        assert_eq!(next(&mut subscriber), "x");
    }
}

#[test]
fn f17_a_slow_subscriber_is_told_what_was_shed() {
    const LIMIT: usize = 8;
    let server = Server::start(&[]);
    let words = |range: core::ops::RangeInclusive<usize>| range.map(|n| n.to_string()).collect::<Vec<_>>();
    for protocol in PROTOCOLS {
        for (policy, published) in [WhenSlow::DropOldest, WhenSlow::DropNewest, WhenSlow::Disconnect]
            .into_iter()
            .flat_map(|policy| [LIMIT, LIMIT + 1, 10 * LIMIT].map(|count| (policy, count)))
        {
            assert!(server.wait_clients(0), "the ones before are gone");
            let client = connect(config(&server, protocol).push_queue(LIMIT));
            let mut slow = client.subscriber().unwrap().when_slow(policy);
            let mut fast = client.subscriber().unwrap();
            slow.subscribe(["a"]).call().unwrap();
            fast.subscribe(["a"]).call().unwrap();
            for number in 1..=published {
                let number = number.to_string();
                let publish = cmd::raw("PUBLISH").arg("a").arg(&number).returning::<i64>();
                assert_eq!(client.send(publish).call().unwrap(), 1);
                assert_eq!(next(&mut fast), number, "the other one and calls are as ever");
            }
            let shed = published - LIMIT;
            let gap = vec![format!("gap Overflow {shed}")];
            let expected = match policy {
                _ if shed == 0 => words(1..=published),
                WhenSlow::DropOldest => [gap, words(shed + 1..=published)].concat(),
                WhenSlow::DropNewest => [words(1..=LIMIT), gap].concat(),
                WhenSlow::Disconnect => {
                    [words(1..=LIMIT), vec!["gap Overflow 1".into(), "end".into()]].concat()
                }
            };
            assert_eq!(at_hand(&mut slow), expected, "{protocol:?} {policy:?} {published}");
            drop(fast);
            let stays = policy != WhenSlow::Disconnect || shed == 0;
            assert!(eventually(|| numsub(&server, "a") == i64::from(stays)));
            if stays {
                server.run(&["PUBLISH", "a", "more"]);
                assert_eq!(next(&mut slow), "more", "after the gap it goes on");
            } else {
                assert!(matches!(slow.subscribe(["a"]).call(), Err(Error::Closed)));
            }
        }
    }
}

// ---- events -------------------------------------------------------------------

#[test]
fn the_events_of_a_connection_in_their_order() {
    fn next(events: &mut Events) -> Option<ConnectionEvent> {
        events.next_timeout(LIMIT).unwrap()
    }
    let server = Server::start(&[]);
    let client = connect(config(&server, ProtocolChoice::Resp3).backoff_max(Duration::from_millis(50)));
    let mut events = client.events();
    assert!(matches!(events.next_timeout(Duration::from_millis(10)), Err(Elapsed)));
    server.run(&["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
    let event = next(&mut events);
    assert!(
        matches!(&event, Some(ConnectionEvent::Lost { reason }) if reason.to_string().contains("closed")),
        "{event:?}"
    );
    let event = next(&mut events);
    assert!(
        matches!(event, Some(ConnectionEvent::Connected { protocol: resp_net::Protocol::Resp3 })),
        "{event:?}"
    );
    server.kill();
    assert!(matches!(next(&mut events), Some(ConnectionEvent::Lost { .. })));
    assert!(matches!(next(&mut events), Some(ConnectionEvent::Down { .. })));
    // One who listens does not keep the connection.
    drop(client);
    let rest: Vec<_> = events.by_ref().collect();
    let [downs @ .., last] = &rest[..] else { panic!("the end is told") };
    assert!(downs.iter().all(|event| matches!(event, ConnectionEvent::Down { .. })), "{rest:?}");
    assert!(matches!(last, ConnectionEvent::Closed), "{rest:?}");
    assert!(events.next().is_none());
}
