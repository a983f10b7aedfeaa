//! Subscriptions of a client with a real server, in both protocols: over the
//! connection of its calls, and over one beside it.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::future::poll_fn;
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use core::time::Duration;

use client_setup::{Server, within};
use resp_net::{
    Client, Config, ConnectionEvent, Error, Executed, Incoming, ProtocolChoice, Subscriber, Subscription, cmd,
};
use tests::wait::eventually;

const PROTOCOLS: [ProtocolChoice; 2] = [ProtocolChoice::Resp2, ProtocolChoice::Resp3];

async fn connect(server: &Server, protocol: ProtocolChoice) -> Client {
    let config = Config::builder().host("127.0.0.1").port(server.port()).protocol(protocol).build().unwrap();
    within(Client::connect_with(&config)).await.unwrap()
}

/// What comes next, as `channel payload`, or `pattern channel payload`.
async fn next(subscriber: &mut Subscriber) -> String {
    match within(subscriber.next()).await {
        Some(Incoming::Message(message)) => {
            let words = message.pattern.iter().chain([&message.channel, &message.payload]);
            words.map(|word| String::from_utf8_lossy(word)).collect::<Vec<_>>().join(" ")
        }
        other => format!("{other:?}"),
    }
}

/// What is there without waiting.
fn at_hand(subscriber: &mut Subscriber) -> Option<Incoming> {
    match pin!(subscriber.next()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(incoming) => incoming,
        Poll::Pending => None,
    }
}

fn is_empty(subscriber: &mut Subscriber) -> bool {
    at_hand(subscriber).is_none()
}

fn publish(server: &Server, channel: &str, payload: &str) -> String {
    server.run_text(&["PUBLISH", channel, payload])
}

/// How many connections are subscribed to a channel.
fn numsub(server: &Server, channel: &str) -> i64 {
    server.run(&["PUBSUB", "NUMSUB", channel]).frame().children().nth(1).unwrap().as_i64().unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn channels_patterns_and_shards() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(&server, protocol).await;
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["a", "b"])).await.unwrap();
        within(subscriber.psubscribe(["a*"])).await.unwrap();
        within(subscriber.ssubscribe(["s"])).await.unwrap();
        assert_eq!(publish(&server, "b", "1"), "1");
        assert_eq!(publish(&server, "a", "2"), "2");
        server.run(&["SPUBLISH", "s", "3"]);
        for expected in ["b 1", "a 2", "a* a 2"] {
            assert_eq!(next(&mut subscriber).await, expected, "{protocol:?}");
        }
        let Some(Incoming::Message(message)) = within(subscriber.next()).await else { panic!() };
        assert_eq!((message.kind, &message.payload[..]), (Subscription::Shard, &b"3"[..]));

        within(subscriber.unsubscribe(["a", "b", "unknown"])).await.unwrap();
        within(subscriber.sunsubscribe(["s"])).await.unwrap();
        assert_eq!(publish(&server, "b", "4"), "0", "the server has confirmed it");
        server.run(&["SPUBLISH", "s", "4"]);
        publish(&server, "a", "5");
        assert_eq!(next(&mut subscriber).await, "a* a 5");
        within(subscriber.punsubscribe(["a*"])).await.unwrap();
        assert_eq!(publish(&server, "a", "6"), "0");
        assert!(is_empty(&mut subscriber));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn resp3_shares_the_connection_and_resp2_has_one_beside_it() {
    let server = Server::start(&[]);
    for (protocol, connections) in [(ProtocolChoice::Resp2, 2), (ProtocolChoice::Resp3, 1)] {
        let client = connect(&server, protocol).await;
        let (first, second) = (client.subscriber(), client.subscriber());
        within(first.subscribe(["a"])).await.unwrap();
        within(second.subscribe(["b"])).await.unwrap();
        assert_eq!(server.client_count(), connections, "{protocol:?}");
        drop((first, second));
        assert!(server.wait_clients(1), "the one beside ends with its last subscriber");
        // And is made again.
        let mut third = client.subscriber();
        within(third.subscribe(["a"])).await.unwrap();
        publish(&server, "a", "x");
        assert_eq!(next(&mut third).await, "a x");
        drop((third, client));
        assert!(server.wait_clients(0));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_separate_subscriber_has_a_connection_of_its_own_under_resp3_too() {
    let server = Server::start(&[]);
    let client = connect(&server, ProtocolChoice::Resp3).await;
    let mut subscriber = client.separate_subscriber();
    within(subscriber.subscribe(["a"])).await.unwrap();
    assert_eq!(server.client_count(), 2);
    assert_eq!(client.send(cmd::raw("PUBLISH").arg("a").arg("x").returning::<i64>()).await.unwrap(), 1);
    assert_eq!(next(&mut subscriber).await, "a x");
    // It keeps what it needs of the client.
    drop(client);
    publish(&server, "a", "y");
    assert_eq!(next(&mut subscriber).await, "a y");
    drop(subscriber);
    assert!(server.wait_clients(0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_subscribers_are_one_to_the_server() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(&server, protocol).await;
        let before = server.command_calls("subscribe");
        let mut subscribers: Vec<Subscriber> = (0..10).map(|_| client.subscriber()).collect();
        for subscriber in &subscribers {
            within(subscriber.subscribe(["a"])).await.unwrap();
        }
        assert_eq!(server.command_calls("subscribe") - before, 1, "{protocol:?}");
        assert_eq!(publish(&server, "a", "x"), "1");
        for subscriber in &mut subscribers {
            assert_eq!(next(subscriber).await, "a x");
        }
        let mut last = subscribers.pop().unwrap();
        // One leaves by a call, the others by being dropped.
        let calls = server.command_calls("unsubscribe");
        within(subscribers[0].unsubscribe(["a"])).await.unwrap();
        publish(&server, "a", "y");
        assert_eq!(next(&mut subscribers[1]).await, "a y");
        assert!(is_empty(&mut subscribers[0]));
        drop(subscribers);
        publish(&server, "a", "z");
        assert_eq!((next(&mut last).await, next(&mut last).await), ("a y".into(), "a z".into()));
        assert_eq!(server.command_calls("unsubscribe"), calls);
        drop(last);
        assert!(eventually(|| numsub(&server, "a") == 0), "the last one's end is told");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dropped_subscriber_unsubscribes_at_the_server() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(&server, protocol).await;
        let kept = client.subscriber();
        within(kept.subscribe(["kept"])).await.unwrap();
        let dropped = client.subscriber();
        within(dropped.subscribe(["kept", "dropped"])).await.unwrap();
        within(dropped.psubscribe(["dropped*"])).await.unwrap();
        drop(dropped);
        let numpat = || server.run(&["PUBSUB", "NUMPAT"]).frame().as_i64();
        assert!(eventually(|| numsub(&server, "dropped") == 0 && numpat() == Some(0)), "{protocol:?}");
        assert_eq!(numsub(&server, "kept"), 1);
        client.ping().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_given_up_is_undone() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(&server, protocol).await;
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["a"])).await.unwrap();
        // Polled once, then dropped: before it is sent, or after.
        for _ in 0..20 {
            let mut call = Box::pin(subscriber.subscribe(["a", "b"]));
            let polled = poll_fn(|context| Poll::Ready(call.as_mut().poll(context))).await;
            assert!(polled.is_pending());
            drop(call);
            tokio::task::yield_now().await;
        }
        assert!(eventually(|| numsub(&server, "b") == 0), "{protocol:?}");
        assert_eq!((publish(&server, "a", "x"), publish(&server, "b", "x")), ("1".into(), "0".into()));
        assert_eq!(next(&mut subscriber).await, "a x");
        // Nothing is in the way of asking again.
        within(subscriber.subscribe(["b"])).await.unwrap();
        assert_eq!(publish(&server, "b", "y"), "1");
        assert_eq!(next(&mut subscriber).await, "b y");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn unsubscribing_while_messages_come_ends_them_at_once() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        // The one who stays takes nothing until the other one is done.
        let config = Config::builder().host("127.0.0.1").port(server.port()).protocol(protocol);
        let config = config.push_queue(1 << 20).build().unwrap();
        let client = within(Client::connect_with(&config)).await.unwrap();
        let publisher = connect(&server, protocol).await;
        let (mut leaver, mut stayer) = (client.subscriber(), client.subscriber());
        within(stayer.subscribe(["a"])).await.unwrap();
        let flood = tokio::spawn(async move {
            for number in 0_u64.. {
                let publish = cmd::raw("PUBLISH").arg("a").arg(number).returning::<i64>();
                if publisher.send(publish).await.unwrap() == 0 {
                    return;
                }
            }
        });
        for _ in 0..5 {
            within(leaver.subscribe(["a"])).await.unwrap();
            let first: u64 = next(&mut leaver).await.strip_prefix("a ").unwrap().parse().unwrap();
            within(leaver.unsubscribe(["a"])).await.unwrap();
            // What waits is still there, without a hole, and then nothing.
            let mut expected = first + 1;
            while let Some(Incoming::Message(message)) = at_hand(&mut leaver) {
                assert_eq!(message.payload, expected.to_string(), "{protocol:?}");
                expected += 1;
            }
        }
        let first: u64 = next(&mut stayer).await.strip_prefix("a ").unwrap().parse().unwrap();
        for number in first + 1..first + 100 {
            assert_eq!(next(&mut stayer).await, format!("a {number}"), "{protocol:?}");
        }
        within(stayer.unsubscribe(["a"])).await.unwrap();
        within(flood).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn thousands_of_channels_come_back_after_a_loss() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(&server, protocol).await;
        let mut subscriber = client.subscriber();
        let names: Vec<String> = (0..5000).map(|number| format!("channel:{number}")).collect();
        within(subscriber.subscribe(&names)).await.unwrap();
        server.run(&["CLIENT", "KILL", "TYPE", "pubsub"]);
        assert!(next(&mut subscriber).await.contains("Reconnected"), "{protocol:?}");
        let channels = server.run(&["PUBSUB", "CHANNELS"]);
        assert_eq!(channels.frame().len(), names.len(), "the gap comes when all are back");
        for name in [&names[0], &names[2500], &names[4999]] {
            publish(&server, name, "x");
            assert_eq!(next(&mut subscriber).await, format!("{name} x"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_and_subscribers_on_one_connection() {
    const CALLS: i64 = 10_000;
    let server = Server::start(&[]);
    let config = Config::builder().host("127.0.0.1").port(server.port()).push_queue(1000);
    let client = within(Client::connect_with(&config.build().unwrap())).await.unwrap();
    let mut subscribers: Vec<Subscriber> = (0..3).map(|_| client.subscriber()).collect();
    for subscriber in &subscribers {
        within(subscriber.subscribe(["a"])).await.unwrap();
    }
    let tasks: Vec<_> = (0..10)
        .map(|task| {
            let client = client.clone();
            tokio::spawn(async move {
                for call in 0..CALLS / 10 {
                    let token = format!("{task}:{call}");
                    if call % 10 == 0 {
                        let publish = cmd::raw("PUBLISH").arg("a").arg(&token);
                        assert_eq!(client.send(publish.returning::<i64>()).await.unwrap(), 1);
                    }
                    let echo = cmd::raw("ECHO").arg(&token).returning::<String>();
                    assert_eq!(client.send(echo).await.unwrap(), token);
                }
            })
        })
        .collect();
    for task in tasks {
        within(task).await.unwrap();
    }
    assert_eq!(server.client_count(), 1);
    let mut heard = Vec::new();
    for subscriber in &mut subscribers {
        let mut messages = Vec::new();
        for _ in 0..CALLS / 10 {
            messages.push(next(subscriber).await);
        }
        assert!(is_empty(subscriber));
        heard.push(messages);
    }
    assert!(heard.iter().all(|messages| *messages == heard[0]), "all in the same order");
    for task in 0..10 {
        let head = format!("a {task}:");
        let own = heard[0].iter().filter_map(|message| message.strip_prefix(&head));
        let expected: Vec<String> = (0..CALLS / 10).step_by(10).map(|call| call.to_string()).collect();
        assert_eq!(own.collect::<Vec<_>>(), expected);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_server_refuses_is_told_to_who_asked() {
    let server = Server::start(&[]);
    server.run(&["ACL", "SETUSER", "limited", "on", ">secret", "~*", "resetchannels", "&open*", "+@all"]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let config = Config::builder().host("127.0.0.1").port(server.port()).protocol(protocol);
        let config = config.username("limited").password("secret").build().unwrap();
        let client = within(Client::connect_with(&config)).await.unwrap();
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["open"])).await.unwrap();
        let Err(Error::Server(error)) = within(subscriber.subscribe(["open", "closed"])).await else {
            panic!("it is refused");
        };
        assert_eq!(error.code(), "NOPERM", "{protocol:?}");
        assert_eq!(Error::Server(error).executed(), Executed::No);
        // Replies have kept their callers, and subscriptions what they had.
        let echo = |text: &'static str| cmd::raw("ECHO").arg(text).returning::<String>();
        assert_eq!(client.send(echo("own")).await.unwrap(), "own");
        assert_eq!(publish(&server, "open", "x"), "1");
        assert_eq!(next(&mut subscriber).await, "open x");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_client_ends_its_subscribers() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(&server, protocol).await;
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["a", "b"])).await.unwrap();
        publish(&server, "a", "x");
        // So that it has come when the client closes.
        assert!(eventually(|| numsub(&server, "a") == 1));
        assert_eq!(next(&mut subscriber).await, "a x");
        within(client.close(Duration::from_secs(1))).await;
        assert!(within(subscriber.next()).await.is_none(), "{protocol:?}");
        assert!(matches!(within(subscriber.subscribe(["c"])).await, Err(Error::Closed)));
        within(subscriber.unsubscribe(["a"])).await.unwrap();
        let mut late = client.subscriber();
        assert!(within(late.next()).await.is_none());
        assert!(server.wait_clients(0));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_events_of_a_connection_in_their_order() {
    let server = Server::start(&[]);
    let client = connect(&server, ProtocolChoice::Resp3).await;
    let mut events = client.events();
    assert!(pin!(events.next()).poll(&mut Context::from_waker(Waker::noop())).is_pending());
    server.run(&["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
    let event = within(events.next()).await;
    assert!(
        matches!(&event, Some(ConnectionEvent::Lost { reason }) if reason.to_string().contains("closed")),
        "{event:?}"
    );
    let event = within(events.next()).await;
    assert!(
        matches!(event, Some(ConnectionEvent::Connected { protocol: resp_net::Protocol::Resp3 })),
        "{event:?}"
    );

    server.kill();
    let event = within(events.next()).await;
    assert!(matches!(event, Some(ConnectionEvent::Lost { .. })), "{event:?}");
    let event = within(events.next()).await;
    assert!(matches!(event, Some(ConnectionEvent::Down { .. })), "{event:?}");

    // One who listens does not keep the connection.
    drop(client);
    loop {
        match within(events.next()).await {
            Some(ConnectionEvent::Down { .. }) => {}
            event => {
                assert!(matches!(event, Some(ConnectionEvent::Closed)), "{event:?}");
                break;
            }
        }
    }
    assert!(within(events.next()).await.is_none());
}

/// Both are streams to those who combine streams.
#[test]
fn they_are_streams() {
    fn is_stream<S: futures_core::Stream<Item = T> + Unpin + Send, T>() {}
    is_stream::<Subscriber, Incoming>();
    is_stream::<resp_net::Events, ConnectionEvent>();
}
