//! Commands that do not share a connection: those that wait leave it by
//! themselves, others are refused by name.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::time::Instant;

use client_setup::{Server, chain, go_on, poll_once, settled, within};
use resp_net::resp_core::{Command, Reply};
use resp_net::{Client, ConfigBuilder, Error, Executed, LostReason, MultiplexedPool, SubmitError, cmd};
use tests::proxy::{Direction, DropReply, Proxy};
use tests::token::unique;
use tokio::task::JoinSet;

async fn client_with(url: &str, set: impl FnOnce(ConfigBuilder) -> ConfigBuilder) -> Client {
    let config = set(ConfigBuilder::from_url(url).unwrap()).build().unwrap();
    within(Client::connect_with(&config)).await.unwrap()
}

fn is_blocked(server: &Server, count: u64) -> bool {
    server.info("clients", "blocked_clients") == count
}

fn words(line: &str) -> Command<Reply> {
    let mut words = line.split(' ');
    cmd::raw(words.next().unwrap()).args(words.collect::<Vec<_>>()).returning()
}

#[tokio::test]
async fn f25_commands_whose_reply_count_is_not_one() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let commands = |server: &Server| server.info("stats", "total_commands_processed");
    for (line, advice) in [
        ("SUBSCRIBE c", "use `subscribe`"),
        ("PSUBSCRIBE c*", "use `subscribe`"),
        ("SSUBSCRIBE c", "use `subscribe`"),
        ("UNSUBSCRIBE", "use `subscribe`"),
        ("monitor", "it cannot be sent as a call"),
        ("CLIENT REPLY OFF", "it cannot be sent as a call"),
        ("client reply SKIP", "it cannot be sent as a call"),
        ("RESET", "it cannot be sent as a call"),
        ("HELLO 2", "it cannot be sent as a call"),
        ("AUTH secret", "it cannot be sent as a call"),
        ("SELECT 1", "it cannot be sent as a call"),
        ("QUIT", "it cannot be sent as a call"),
        ("SYNC", "it cannot be sent as a call"),
        ("PSYNC ? -1", "it cannot be sent as a call"),
        ("REPLCONF ACK 0", "it cannot be sent as a call"),
        ("WATCH k", "use `watch`"),
        ("UNWATCH", "use `watch`"),
        ("MULTI", "use `transaction`"),
        ("EXEC", "use `transaction`"),
        ("DISCARD", "use `transaction`"),
    ] {
        let before = commands(&server);
        let alone = within(client.send(words(line))).await.unwrap_err();
        let among = within(client.pipeline([words("INCR n"), words(line)])).await.unwrap_err();
        let inside = within(client.transaction([words("INCR n"), words(line)])).await.unwrap_err();
        for error in [alone, among, inside] {
            assert!(matches!(error, Error::Refused(_)), "{line}: {error:?}");
            assert_eq!(error.executed(), Executed::No);
            let text = chain(&error);
            assert!(text.ends_with(advice), "{text}");
            assert!(!text.contains("secret"), "{text}");
        }
        // Of INFO alone; nothing of what was refused arrived, nor of its neighbours.
        assert_eq!(commands(&server), before + 1, "{line}");
    }
    let token = unique();
    assert_eq!(within(client.echo(&token).text()).await.unwrap(), token);
    assert_eq!(within(client.get("n")).await.unwrap(), None);
    assert_eq!(server.client_count(), 1);
}

#[tokio::test]
async fn f26_a_command_that_waits_holds_nobody_up() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let token = unique();
    let mut waiting = JoinSet::new();
    let waiter = client.clone();
    waiting.spawn(async move { waiter.send(cmd::blpop("jobs", None).text()).await });
    settled(|| is_blocked(&server, 1)).await;
    // Many others, who do not notice.
    let mut others = JoinSet::new();
    for index in 0..1_000_u32 {
        let client = client.clone();
        others.spawn(async move { client.echo(index).parse::<u32>().await.unwrap() == index });
    }
    assert!(within(others.join_all()).await.into_iter().all(|right| right));
    assert_eq!((server.info("clients", "blocked_clients"), server.client_count()), (1, 2));

    within(client.lpush("jobs", &token)).await.unwrap();
    let popped = within(waiting.join_next()).await.unwrap().unwrap().unwrap();
    assert_eq!(popped, Some(("jobs".to_owned(), token)));
    assert_eq!(server.command_calls("blpop"), 1);

    // The connection is used again, by any command that waits.
    let stream = words("XREAD BLOCK 1 STREAMS s $").to::<Option<Reply>>();
    assert!(within(client.send(stream)).await.unwrap().is_none());
    let member = words("BZPOPMIN none 0.01").to::<Option<Reply>>();
    assert!(within(client.send(member)).await.unwrap().is_none());
    // Not by one that is about what was written on the caller's own.
    let error = within(client.send(words("WAIT 0 10").to::<i64>())).await.unwrap_err();
    assert!(matches!(error, Error::Refused(SubmitError::NeedsDedicated { command: "WAIT" })), "{error}");
    assert_eq!(server.client_count(), 2);
}

#[tokio::test]
async fn f26_the_deadline_is_the_servers_and_half_a_second() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client_with(&proxy.url(), |config| config.call_timeout(Duration::from_millis(50))).await;
    // Longer than a call may take otherwise.
    let time = Duration::from_millis(300);
    assert_eq!(within(client.send(cmd::blpop("jobs", time))).await.unwrap(), None);
    // The reply does not come.
    proxy.all().drop_reply(DropReply::to("BLPOP"));
    let began = Instant::now();
    let error = within(client.send(cmd::blpop("jobs", time))).await.unwrap_err();
    assert!((800..3_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
    // The caller's own word goes before that.
    let began = Instant::now();
    let short = cmd::blpop("jobs", None).timeout(Duration::from_millis(100));
    let error = within(client.send(short)).await.unwrap_err();
    assert!((100..2_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    assert_eq!(error.executed(), Executed::Maybe);
    // Those connections are closed, and the server waits for nobody.
    assert!(server.wait_blocked(0) && server.wait_clients(1));
    assert_eq!(server.command_calls("blpop"), 3);
    let token = unique();
    assert_eq!(within(client.echo(&token).timeout(Duration::from_secs(5)).text()).await.unwrap(), token);
}

#[tokio::test]
async fn f26_giving_up_closes_the_connection() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut waiting = Box::pin(client.send(cmd::blpop("jobs", None)));
    go_on(&mut waiting, || is_blocked(&server, 1)).await;
    drop(waiting);
    assert!(server.wait_blocked(0) && server.wait_clients(1));
    // So the job is there for somebody who is.
    let token = unique();
    within(client.lpush("jobs", &token)).await.unwrap();
    assert_eq!(within(client.lrange("jobs", 0, -1).text()).await.unwrap(), [token]);
}

#[tokio::test]
async fn f26_a_lost_connection_is_no_loss_to_others() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = within(Client::connect(&proxy.url())).await.unwrap();
    let mut waiting = Box::pin(client.send(cmd::blpop("jobs", None)));
    go_on(&mut waiting, || is_blocked(&server, 1)).await;
    proxy.nth(1).rst();
    let error = within(waiting).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert!(client.is_connected());
    let token = unique();
    assert_eq!(within(client.echo(&token).text()).await.unwrap(), token);
    // What may run twice is sent again, on another connection.
    let mut waiting = Box::pin(client.send(cmd::blpop("jobs", None).text().may_retry()));
    go_on(&mut waiting, || is_blocked(&server, 1)).await;
    proxy.nth(2).rst();
    assert!(server.wait_blocked(0));
    go_on(&mut waiting, || is_blocked(&server, 1)).await;
    server.run(&["LPUSH", "jobs", &token]);
    assert_eq!(within(waiting).await.unwrap().unwrap().1, token);
}

#[tokio::test]
async fn f26_waiting_for_a_connection_is_part_of_the_time() {
    let server = Server::start(&[]);
    let client = client_with(&server.url(), |config| config.max_dedicated(2)).await;
    let mut first = Box::pin(client.send(cmd::blpop("jobs", None)));
    let mut second = Box::pin(client.send(cmd::blpop("jobs", None)));
    go_on(&mut first, || is_blocked(&server, 1)).await;
    go_on(&mut second, || is_blocked(&server, 2)).await;
    let third = cmd::blpop("others", None).timeout(Duration::from_millis(100));
    let error = within(client.send(third)).await.unwrap_err();
    let Error::Timeout { executed: Executed::No, spent } = error else { panic!("{error:?}") };
    assert!(spent.queued >= Duration::from_millis(100) && spent.in_flight.is_zero(), "{spent:?}");
    assert_eq!(server.client_count(), 3);
    // One who waits is served when one becomes free.
    let mut fourth = Box::pin(client.send(cmd::blpop("others", None).text()));
    poll_once(&mut fourth).await;
    drop(second);
    assert!(server.wait_blocked(1));
    go_on(&mut fourth, || is_blocked(&server, 2)).await;
    assert!(server.wait_clients(3));
    within(client.lpush("others", "x")).await.unwrap();
    assert_eq!(within(fourth).await.unwrap().unwrap(), ("others".to_owned(), "x".to_owned()));
}

#[tokio::test]
async fn a_batch_takes_no_command_that_waits() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    // What has a type of its own does not even compile.
    let pop = cmd::raw("BLPOP").arg("jobs").arg(0).returning::<Reply>();
    let batch = (cmd::incr("n"), pop);
    let error = within(client.pipeline(batch)).await.unwrap_err();
    assert!(matches!(error, Error::Refused(SubmitError::NeedsDedicated { command: "BLPOP" })), "{error:?}");
    assert!(chain(&error).ends_with("use a `Connection`"), "{}", chain(&error));
    assert_eq!((server.command_calls("incr"), server.command_calls("blpop")), (0, 0));
}

#[tokio::test]
async fn closing_waits_for_those_who_wait_and_then_ends_them() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut waiting = JoinSet::new();
    for key in ["first", "second"] {
        let client = client.clone();
        waiting.spawn(async move { client.send(cmd::blpop(key, None).text()).await });
    }
    settled(|| is_blocked(&server, 2)).await;
    let closer = client.clone();
    let closing = tokio::spawn(async move { closer.close(Duration::from_millis(300)).await });
    // Nobody new is served.
    while within(client.ping()).await.is_ok() {}
    let refused = within(client.send(cmd::blpop("first", None))).await;
    assert!(matches!(refused, Err(Error::Closed)), "{refused:?}");
    server.run(&["LPUSH", "first", "x"]);
    let served = within(waiting.join_next()).await.unwrap().unwrap().unwrap();
    assert_eq!(served.unwrap().1, "x");
    within(closing).await.unwrap();
    let ended = within(waiting.join_next()).await.unwrap().unwrap();
    assert!(
        matches!(ended, Err(Error::Lost { executed: Executed::Maybe, reason: LostReason::Closed })),
        "{ended:?}"
    );
    assert!(server.wait_clients(0));
}

#[tokio::test]
async fn calls_spread_over_several_connections() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let pool = within(MultiplexedPool::connect(&proxy.url(), 4)).await.unwrap();
    assert_eq!((pool.clients().len(), server.client_count()), (4, 4));
    // Nothing is answered, and so what is under way stays so.
    proxy.live().stall(Direction::ToClient);
    let mut calls: Vec<_> = Vec::new();
    for _ in 0..40 {
        let mut call = Box::pin(pool.client().incr("n"));
        poll_once(&mut call).await;
        calls.push(call);
    }
    let loads: Vec<_> = pool.clients().iter().map(Client::in_flight).collect();
    assert_eq!(loads, [10; 4]);
    // One of them has the most to do; the others are asked.
    drop(calls.drain(..3));
    proxy.live().resume(Direction::ToClient);
    for call in calls {
        within(call).await.unwrap();
    }
    assert_eq!(within(pool.client().get("n").parse::<u32>()).await.unwrap(), Some(40));

    // One connection is lost: only its own calls notice.
    let victim = &pool.clients()[0];
    let id = within(victim.send(words("CLIENT ID").to::<i64>())).await.unwrap();
    proxy.refuse();
    server.run(&["CLIENT", "KILL", "ID", &id.to_string()]);
    settled(|| !victim.is_connected()).await;
    for _ in 0..40 {
        let token = unique();
        assert_eq!(within(pool.client().echo(&token).text()).await.unwrap(), token);
    }
    proxy.accept();
    settled(|| victim.is_connected()).await;
    within(pool.close(Duration::from_secs(5))).await;
    assert!(server.wait_clients(0));
    assert!(matches!(within(pool.client().ping()).await, Err(Error::Closed)));
}

#[tokio::test]
async fn several_connections_are_all_or_none() {
    let port = tests::server::free_port().unwrap();
    let error = within(MultiplexedPool::connect(&format!("redis://127.0.0.1:{port}"), 3)).await.unwrap_err();
    assert!(matches!(error, Error::Connect(_)), "{error:?}");
}

#[tokio::test]
async fn a_client_whose_closing_was_given_up_is_closed_by_another_try() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    server.pause();
    let mut call = client.get("k").timeout(Duration::from_secs(60));
    poll_once(&mut call).await;
    poll_once(&mut Box::pin(client.close(Duration::from_secs(60)))).await;
    server.resume();
    assert_eq!(within(call).await.unwrap(), None);
    let begun = Instant::now();
    within(client.close(Duration::from_secs(30))).await;
    assert!(begun.elapsed() < Duration::from_secs(20), "nothing was under way");
}
