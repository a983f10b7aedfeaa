//! Subscriptions while something goes wrong: connections killed, subscribers
//! that are slow, servers that end or refuse what they had granted.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::pin::pin;
use core::sync::atomic::{AtomicU32, Ordering::SeqCst};
use core::task::{Context, Poll, Waker};
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use client_setup::{Server, within};
use resp_net::{
    Client, Config, ConfigBuilder, Error, GapReason, Incoming, ProtocolChoice, Subscriber, Subscription,
    WhenSlow, cmd,
};
use tests::resp_server::RespServer;
use tests::wait::eventually;

const PROTOCOLS: [ProtocolChoice; 2] = [ProtocolChoice::Resp2, ProtocolChoice::Resp3];

async fn connect(config: ConfigBuilder) -> Client {
    within(Client::connect_with(&config.build().unwrap())).await.unwrap()
}

fn config(port: u16) -> ConfigBuilder {
    Config::builder().host("127.0.0.1").port(port)
}

/// A word for what comes: `1` a message, `gap Overflow 3`, `ended name NOPERM`.
fn word(incoming: Option<Incoming>) -> String {
    match incoming {
        Some(Incoming::Message(message)) => String::from_utf8_lossy(&message.payload).into_owned(),
        Some(Incoming::Gap(gap)) => format!("gap {:?} {}", gap.reason, gap.dropped),
        Some(Incoming::Ended(ended)) => {
            let Error::Server(error) = &ended.error else { return format!("{ended:?}") };
            format!("ended {} {}", String::from_utf8_lossy(&ended.name), error.code())
        }
        Some(other) => format!("{other:?}"),
        None => String::from("end"),
    }
}

async fn next(subscriber: &mut Subscriber) -> String {
    word(within(subscriber.next()).await)
}

/// All that is there without waiting.
fn at_hand(subscriber: &mut Subscriber) -> Vec<String> {
    let mut words = Vec::new();
    while let Poll::Ready(incoming) = pin!(subscriber.next()).poll(&mut Context::from_waker(Waker::noop())) {
        words.push(word(incoming));
        if words.last().unwrap() == "end" {
            break;
        }
    }
    words
}

fn numsub(server: &Server, channel: &str) -> i64 {
    server.run(&["PUBSUB", "NUMSUB", channel]).frame().children().nth(1).unwrap().as_i64().unwrap()
}

async fn echo(client: &Client, token: &str) -> String {
    within(client.send(cmd::raw("ECHO").arg(token).returning::<String>())).await.unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f16_a_killed_connection_is_a_gap_between_exact_messages() {
    const LIMIT: Duration = Duration::from_millis(250);
    let server = Server::start(&[]);
    // A message of each kind, in this order.
    let publish = |number: u32| {
        let number = number.to_string();
        for command in [["PUBLISH", "a"], ["PUBLISH", "p.x"], ["SPUBLISH", "s"]] {
            assert_eq!(server.run_text(&[command[0], command[1], &number]), "1");
        }
    };
    async fn expect(subscriber: &mut Subscriber, number: u32) {
        for kind in [Subscription::Channel, Subscription::Pattern, Subscription::Shard] {
            let Some(Incoming::Message(message)) = within(subscriber.next()).await else {
                panic!("{number} is a message");
            };
            assert_eq!((message.kind, message.payload), (kind, number.to_string().into()));
        }
    }
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client = connect(config(server.port()).protocol(protocol)).await;
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["a"])).await.unwrap();
        within(subscriber.psubscribe(["p.*"])).await.unwrap();
        within(subscriber.ssubscribe(["s"])).await.unwrap();
        (1..=100).for_each(publish);
        for number in 1..=100 {
            expect(&mut subscriber, number).await;
        }
        let killed = Instant::now();
        assert_eq!(server.run_text(&["CLIENT", "KILL", "TYPE", "pubsub"]), "1");
        assert_eq!(next(&mut subscriber).await, "gap Reconnected 0");
        let taken = killed.elapsed();
        assert!(taken <= LIMIT, "{protocol:?}: restored after {taken:?}");
        // The server has all kinds when the gap is told: nothing of these is missed.
        (101..=200).for_each(publish);
        for number in 101..=200 {
            expect(&mut subscriber, number).await;
        }
        assert_eq!(at_hand(&mut subscriber), [""; 0]);
        assert_eq!(echo(&client, "own").await, "own");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f16_restored_before_calls_and_after_the_server_was_away() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        let client =
            connect(config(server.port()).protocol(protocol).backoff_max(Duration::from_millis(50))).await;
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["a"])).await.unwrap();
        server.kill();
        // It is not told before it is restored.
        assert!(tokio::time::timeout(Duration::from_millis(100), subscriber.next()).await.is_err());
        server.restart().unwrap();
        let back = Instant::now();
        assert_eq!(next(&mut subscriber).await, "gap Reconnected 0");
        let taken = back.elapsed();
        assert!(taken <= Duration::from_millis(250), "{protocol:?}: restored after {taken:?}");
        assert_eq!(server.run_text(&["PUBLISH", "a", "x"]), "1");
        assert_eq!(next(&mut subscriber).await, "x");
    }
}

/// On the shared connection the subscriptions are the first that a new
/// connection is sent, before the calls that wait for it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn subscriptions_are_restored_before_any_call() {
    let order = Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = Arc::clone(&order);
    let server = RespServer::start(move |args| {
        seen.lock().unwrap().push(String::from_utf8_lossy(args[0]).into_owned());
        Some(match args {
            [b"SUBSCRIBE", name] => push("subscribe", name),
            [b"ECHO", text] => bulk(text),
            _ => b"+PONG\r\n".to_vec(),
        })
    })
    .unwrap();
    let client =
        connect(config(server.address().port()).when_disconnected(resp_net::WhenDisconnected::Queue)).await;
    let mut subscriber = client.subscriber();
    within(subscriber.subscribe(["a"])).await.unwrap();
    order.lock().unwrap().clear();
    let mut events = client.events();
    server.close();
    assert!(matches!(within(events.next()).await, Some(resp_net::ConnectionEvent::Lost { .. })));
    assert_eq!(echo(&client, "x").await, "x");
    assert_eq!(next(&mut subscriber).await, "gap Reconnected 0");
    assert_eq!(*order.lock().unwrap(), ["SUBSCRIBE", "ECHO"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f17_a_slow_subscriber_is_told_what_was_shed() {
    const LIMIT: usize = 8;
    let server = Server::start(&[]);
    let words = |range: core::ops::RangeInclusive<usize>| range.map(|n| n.to_string()).collect::<Vec<_>>();
    for protocol in PROTOCOLS {
        for (policy, published) in [WhenSlow::DropOldest, WhenSlow::DropNewest, WhenSlow::Disconnect]
            .into_iter()
            .flat_map(|policy| [LIMIT - 1, LIMIT, LIMIT + 1, 10 * LIMIT].map(|count| (policy, count)))
        {
            assert!(server.wait_clients(0), "the ones before are gone");
            let client = connect(config(server.port()).protocol(protocol).push_queue(LIMIT)).await;
            let mut slow = client.subscriber().when_slow(policy);
            let mut fast = client.subscriber();
            within(slow.subscribe(["a"])).await.unwrap();
            within(fast.subscribe(["a"])).await.unwrap();
            for number in 1..=published {
                let number = number.to_string();
                let publish = cmd::raw("PUBLISH").arg("a").arg(&number).returning::<i64>();
                assert_eq!(within(client.send(publish)).await.unwrap(), 1);
                assert_eq!(next(&mut fast).await, number, "the other one and calls are as ever");
            }
            let shed = published.saturating_sub(LIMIT);
            let expected = match policy {
                _ if shed == 0 => words(1..=published),
                WhenSlow::DropOldest => {
                    [vec![format!("gap Overflow {shed}")], words(shed + 1..=published)].concat()
                }
                WhenSlow::DropNewest => [words(1..=LIMIT), vec![format!("gap Overflow {shed}")]].concat(),
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
                assert_eq!(next(&mut slow).await, "more", "after the gap it goes on");
            } else {
                assert!(matches!(within(slow.subscribe(["a"])).await, Err(Error::Closed)));
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn f17_bytes_that_wait_are_bounded_too() {
    const LIMIT: usize = 8;
    let server = Server::start(&[]);
    let client = connect(config(server.port()).push_queue(LIMIT)).await;
    let (mut slow, mut fast) = (client.subscriber(), client.subscriber());
    within(slow.subscribe(["a"])).await.unwrap();
    within(fast.subscribe(["a"])).await.unwrap();
    // With their channel's name two of them are the limit, and a third too much.
    let payloads = ["x", "y", "z"].map(|letter| letter.repeat(LIMIT * 1024 / 2 - 1));
    for (count, expected) in [(2, "x y"), (3, "gap Overflow 1 y z")] {
        for payload in &payloads[..count] {
            server.run(&["PUBLISH", "a", payload]);
            assert_eq!(next(&mut fast).await, *payload);
        }
        let mut words = at_hand(&mut slow);
        words.iter_mut().filter(|word| word.len() > 100).for_each(|word| word.truncate(1));
        assert_eq!(words.join(" "), expected);
    }
}

fn bulk(text: &[u8]) -> Vec<u8> {
    [format!("${}\r\n", text.len()).as_bytes(), text, b"\r\n"].concat()
}

fn push(kind: &str, name: &[u8]) -> Vec<u8> {
    [b">3\r\n", &bulk(kind.as_bytes())[..], &bulk(name), b":1\r\n"].concat()
}

/// When a slot leaves a node, its server ends the subscriptions to shard
/// channels there without being asked. It looks like the answer to a command.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_initiated_sunsubscribe_shifts_no_reply() {
    let subscribed = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&subscribed);
    let server = RespServer::start(move |args| {
        Some(match args {
            // The first two are granted; then the slot is another node's.
            [b"SSUBSCRIBE", name] if count.fetch_add(1, SeqCst) < 2 => push("ssubscribe", name),
            [b"SSUBSCRIBE", _] => b"-MOVED 1 127.0.0.1:7001\r\n".to_vec(),
            [b"ECHO", text] => bulk(text),
            [b"PING"] => b"+PONG\r\n".to_vec(),
            _ => b"-ERR unexpected\r\n".to_vec(),
        })
    })
    .unwrap();
    let client = connect(config(server.address().port())).await;
    let mut subscriber = client.subscriber();
    within(subscriber.ssubscribe(["s"])).await.unwrap();
    server.send(b">3\r\n$8\r\nsmessage\r\n$1\r\ns\r\n$1\r\n1\r\n");
    assert_eq!(next(&mut subscriber).await, "1");

    let callers: Vec<_> = (0..8)
        .map(|caller| {
            let client = client.clone();
            tokio::spawn(async move {
                for call in 0..200 {
                    let token = format!("{caller}:{call}");
                    assert_eq!(echo(&client, &token).await, token);
                }
            })
        })
        .collect();
    // Once in the midst of calls: it is granted again.
    server.send(&push("sunsubscribe", b"s"));
    assert_eq!(next(&mut subscriber).await, "gap Unsubscribed 0");
    assert_eq!(subscribed.load(SeqCst), 2);
    server.send(b">3\r\n$8\r\nsmessage\r\n$1\r\ns\r\n$1\r\n2\r\n");
    assert_eq!(next(&mut subscriber).await, "2");
    // And once more: it is refused.
    server.send(&push("sunsubscribe", b"s"));
    assert_eq!(next(&mut subscriber).await, "gap Unsubscribed 0");
    assert_eq!(next(&mut subscriber).await, "ended s MOVED");
    // Of what nobody has: nothing happens.
    server.send(&push("sunsubscribe", b"other"));
    for caller in callers {
        within(caller).await.unwrap();
    }
    assert_eq!(echo(&client, "own").await, "own");
    assert_eq!(at_hand(&mut subscriber), [""; 0]);
    let seen = server.seen();
    assert_eq!((seen.connections, subscribed.load(SeqCst)), (1, 3), "on one connection, without a loop");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_forbidden_after_a_loss_is_told_and_the_rest_restored() {
    let server = Server::start(&[]);
    for protocol in PROTOCOLS {
        assert!(server.wait_clients(0), "the ones before are gone");
        server.run(&["ACL", "SETUSER", "user", "on", ">pw", "~*", "&*", "+@all"]);
        let client = connect(config(server.port()).protocol(protocol).username("user").password("pw")).await;
        let mut subscriber = client.subscriber();
        within(subscriber.subscribe(["open:1", "closed", "open:2", "open:3"])).await.unwrap();
        let mut other = client.subscriber();
        within(other.subscribe(["closed"])).await.unwrap();
        // The server also closes the connections of those who may no more.
        server.run(&["ACL", "SETUSER", "user", "resetchannels", "&open:*"]);
        for subscriber in [&mut subscriber, &mut other] {
            assert_eq!(next(subscriber).await, "gap Reconnected 0", "{protocol:?}");
            assert_eq!(next(subscriber).await, "ended closed NOPERM");
        }
        for channel in ["open:1", "open:2", "open:3"] {
            assert_eq!(server.run_text(&["PUBLISH", channel, channel]), "1");
            assert_eq!(next(&mut subscriber).await, channel);
        }
        assert_eq!(numsub(&server, "closed"), 0);
        // It may be asked for again once it is allowed.
        server.run(&["ACL", "SETUSER", "user", "&closed"]);
        within(subscriber.subscribe(["closed"])).await.unwrap();
        assert_eq!(server.run_text(&["PUBLISH", "closed", "x"]), "1");
        assert_eq!(next(&mut subscriber).await, "x");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_renewed_at_the_moment_is_renewed_later() {
    let asked = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&asked);
    let server = RespServer::start(move |args| {
        Some(match args {
            [b"SUBSCRIBE", ..] if matches!(count.fetch_add(1, SeqCst), 1 | 2) => {
                b"-BUSY Redis is busy running a script.\r\n".to_vec()
            }
            [b"SUBSCRIBE", name] => push("subscribe", name),
            _ => b"+PONG\r\n".to_vec(),
        })
    })
    .unwrap();
    let client = connect(config(server.address().port())).await;
    let mut subscriber = client.subscriber();
    within(subscriber.subscribe(["a"])).await.unwrap();
    server.close();
    assert_eq!(next(&mut subscriber).await, "gap Reconnected 0");
    assert_eq!((asked.load(SeqCst), server.seen().connections), (4, 2));
    assert_eq!(at_hand(&mut subscriber), [""; 0]);
}

/// A server of RESP2 in the place of one of RESP3: subscriptions cannot share
/// the connection any more, and not a byte of them is sent.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_lost_resp3_ends_subscriptions_and_no_calls() {
    let greetings = Arc::new(AtomicU32::new(0));
    let server = RespServer::bare(move |args| {
        Some(match args {
            // Of the first connection, and what follows its subscriptions.
            [b"HELLO", ..] if greetings.fetch_add(1, SeqCst) < 2 => b"%1\r\n+proto\r\n:3\r\n".to_vec(),
            [b"HELLO", ..] => b"-ERR unknown command 'HELLO'\r\n".to_vec(),
            [b"SUBSCRIBE", names @ ..] => names.iter().flat_map(|name| push("subscribe", name)).collect(),
            [b"ECHO", text] => bulk(text),
            [b"PING"] => b"+PONG\r\n".to_vec(),
            _ => b"+OK\r\n".to_vec(),
        })
    })
    .unwrap();
    let client = connect(config(server.address().port()).set_info(false)).await;
    let mut subscriber = client.subscriber();
    within(subscriber.subscribe(["a", "b"])).await.unwrap();
    let mut events = client.events();
    server.close();
    assert_eq!(next(&mut subscriber).await, "gap Reconnected 0");
    let mut ended = Vec::new();
    for _ in 0..2 {
        let Some(Incoming::Ended(one)) = within(subscriber.next()).await else { panic!("it is ended") };
        assert!(matches!(one.error, Error::Refused(_)), "{one:?}");
        ended.push(one.name);
    }
    ended.sort();
    assert_eq!(ended, ["a", "b"]);
    assert!(matches!(within(events.next()).await, Some(resp_net::ConnectionEvent::Lost { .. })));
    assert!(matches!(
        within(events.next()).await,
        Some(resp_net::ConnectionEvent::Connected { protocol: resp_net::Protocol::Resp2 })
    ));
    assert_eq!(echo(&client, "own").await, "own");
    assert!(within(subscriber.subscribe(["c"])).await.is_err());
    assert_eq!(echo(&client, "own").await, "own");
}

/// Many losses of a subscriber that takes nothing are one gap, not many.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gaps_that_meet_are_one() {
    let server = Server::start(&[]);
    let client = connect(config(server.port())).await;
    let (mut slow, mut fast) = (client.subscriber(), client.subscriber());
    for subscriber in [&slow, &fast] {
        within(subscriber.subscribe(["a"])).await.unwrap();
    }
    for _ in 0..5 {
        server.run(&["CLIENT", "KILL", "TYPE", "pubsub"]);
        let Some(Incoming::Gap(gap)) = within(fast.next()).await else { panic!("it is a gap") };
        assert_eq!(gap.reason, GapReason::Reconnected);
    }
    assert_eq!(at_hand(&mut slow), ["gap Reconnected 0"]);
}
