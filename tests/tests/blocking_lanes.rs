//! Commands that wait, on the blocking client: they leave the shared connection
//! by themselves.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::thread::{self, JoinHandle};
use std::time::Instant;

use client_setup::{Server, chain};
use resp_net::blocking::Client;
use resp_net::resp_core::{Command, Reply};
use resp_net::{ConfigBuilder, Error, Executed, LostReason, SubmitError, cmd};
use tests::proxy::{Direction, DropReply, Proxy};
use tests::token::unique;
use tests::wait::eventually;

fn client_with(url: &str, set: impl FnOnce(ConfigBuilder) -> ConfigBuilder) -> Client {
    Client::connect_with(&set(ConfigBuilder::from_url(url).unwrap()).build().unwrap()).unwrap()
}

fn words(line: &str) -> Command<Reply> {
    let mut words = line.split(' ');
    cmd::raw(words.next().unwrap()).args(words.collect::<Vec<_>>()).returning()
}

type Popped = Result<Option<(String, String)>, Error>;

/// A thread that waits in BLPOP, for a minute so that nothing can hang.
fn pop(client: &Client, key: &'static str) -> JoinHandle<Popped> {
    let client = client.clone();
    thread::spawn(move || client.send(cmd::blpop(key, Duration::from_secs(60)).text()).call())
}

#[test]
fn f26_a_command_that_waits_holds_no_other_thread_up() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    let token = unique();
    let waiting = pop(&client, "jobs");
    assert!(server.wait_blocked(1));
    // Many others, who do not notice.
    thread::scope(|scope| {
        for thread in 0..16_u32 {
            let client = &client;
            scope.spawn(move || {
                for round in 0..60 {
                    let echoed = client.echo(thread * 100 + round).parse::<u32>().call().unwrap();
                    assert_eq!(echoed, thread * 100 + round);
                }
            });
        }
    });
    assert_eq!((server.info("clients", "blocked_clients"), server.client_count()), (1, 2));

    client.lpush("jobs", &token).call().unwrap();
    assert_eq!(waiting.join().unwrap().unwrap(), Some(("jobs".to_owned(), token)));
    assert_eq!(server.command_calls("blpop"), 1);

    // The connection is used again, by any command that waits.
    let stream = words("XREAD BLOCK 1 STREAMS s $").to::<Option<Reply>>();
    assert!(client.send(stream).call().unwrap().is_none());
    let member = words("BZPOPMIN none 0.01").to::<Option<Reply>>();
    assert!(client.send(member).call().unwrap().is_none());
    // Not by one that is about what was written on the caller's own.
    let error = client.send(words("WAIT 0 10").to::<i64>()).call().unwrap_err();
    assert!(matches!(error, Error::Refused(SubmitError::NeedsDedicated { command: "WAIT" })), "{error}");
    assert_eq!(server.client_count(), 2);
    drop(client);
    assert!(server.wait_clients(0));
}

#[test]
fn f26_the_deadline_is_the_servers_and_half_a_second() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client_with(&proxy.url(), |config| config.call_timeout(Duration::from_millis(50)));
    // Longer than a call may take otherwise.
    let time = Duration::from_millis(300);
    assert_eq!(client.send(cmd::blpop("jobs", time)).call().unwrap(), None);
    // The reply does not come.
    proxy.all().drop_reply(DropReply::to("BLPOP"));
    let began = Instant::now();
    let error = client.send(cmd::blpop("jobs", time)).call().unwrap_err();
    assert!((800..3_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
    // The caller's own word goes before that.
    let began = Instant::now();
    let short = cmd::blpop("jobs", None).timeout(Duration::from_millis(100));
    let error = client.send(short).call().unwrap_err();
    assert!((100..2_000).contains(&began.elapsed().as_millis()), "{:?}", began.elapsed());
    assert_eq!(error.executed(), Executed::Maybe);
    // Those connections are closed, and the server waits for nobody.
    assert!(server.wait_blocked(0) && server.wait_clients(1));
    assert_eq!(server.command_calls("blpop"), 3);
    let token = unique();
    assert_eq!(client.echo(&token).timeout(Duration::from_secs(5)).text().call().unwrap(), token);
}

#[test]
fn f26_a_lost_connection_is_no_loss_to_others() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = Client::connect(&proxy.url()).unwrap();
    let waiting = pop(&client, "jobs");
    assert!(server.wait_blocked(1));
    proxy.nth(1).rst();
    let error = waiting.join().unwrap().unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert!(client.is_connected());
    let token = unique();
    assert_eq!(client.echo(&token).text().call().unwrap(), token);
    // What may run twice is sent again, on another connection.
    let again = client.clone();
    let command = cmd::blpop("jobs", Duration::from_secs(60)).text().may_retry();
    let waiting = thread::spawn(move || again.send(command).call());
    assert!(server.wait_blocked(1));
    proxy.nth(2).rst();
    assert!(eventually(
        || server.command_calls("blpop") == 3 && server.info("clients", "blocked_clients") == 1
    ));
    server.run(&["LPUSH", "jobs", &token]);
    assert_eq!(waiting.join().unwrap().unwrap().unwrap().1, token);

    // One that died while nobody used it is noticed before anything is sent.
    server.run(&["CLIENT", "KILL", "TYPE", "normal"]);
    assert!(eventually(|| client.ping().call().is_ok()));
    let time = Duration::from_millis(10);
    assert_eq!(client.send(cmd::blpop("jobs", time)).call().unwrap(), None);
}

#[test]
fn f26_waiting_for_a_connection_is_part_of_the_time() {
    let server = Server::start(&[]);
    let client = client_with(&server.url(), |config| config.max_dedicated(2));
    let (first, second) = (pop(&client, "first"), pop(&client, "second"));
    assert!(server.wait_blocked(2));
    let third = cmd::blpop("third", None).timeout(Duration::from_millis(100));
    let error = client.send(third).call().unwrap_err();
    let Error::Timeout { executed: Executed::No, spent } = error else { panic!("{error:?}") };
    assert!(spent.queued >= Duration::from_millis(100) && spent.in_flight.is_zero(), "{spent:?}");
    assert_eq!((server.client_count(), server.command_calls("blpop")), (3, 2), "it was not sent");
    // Who waits is served when a connection becomes free.
    let fourth = pop(&client, "fourth");
    client.lpush("first", "x").call().unwrap();
    assert!(first.join().unwrap().unwrap().is_some());
    assert!(server.wait_blocked(2));
    client.lpush("fourth", "y").call().unwrap();
    assert_eq!(fourth.join().unwrap().unwrap().unwrap().1, "y");
    assert_eq!(server.client_count(), 3, "the same two");
    client.lpush("second", "z").call().unwrap();
    assert!(second.join().unwrap().unwrap().is_some());
}

#[test]
fn f26_a_connection_that_is_not_made_in_time_is_a_time_out() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = Client::connect(&proxy.url()).unwrap();
    proxy.coming().stall(Direction::ToClient);
    let short = cmd::blpop("jobs", None).timeout(Duration::from_millis(50));
    let error = client.send(short).call().unwrap_err();
    assert!(matches!(error, Error::Timeout { executed: Executed::No, .. }), "{error:?}");
    assert_eq!(client.echo("others").text().call().unwrap(), "others");
}

#[test]
fn many_threads_wait_in_few_connections() {
    let server = Server::start(&[]);
    let client = client_with(&server.url(), |config| config.max_dedicated(3));
    let jobs: Vec<String> = (0..200).map(|job| job.to_string()).collect();
    let mut done: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..20)
            .map(|_| {
                let client = &client;
                scope.spawn(move || {
                    let job = || cmd::blpop("jobs", Duration::from_secs(20)).text();
                    (0..10).map(|_| client.send(job()).call().unwrap().unwrap().1).collect::<Vec<_>>()
                })
            })
            .collect();
        for job in &jobs {
            client.lpush("jobs", job).call().unwrap();
        }
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    done.sort_unstable_by_key(|job| job.parse::<u32>().unwrap());
    assert_eq!(done, jobs, "each is done, and once");
    assert_eq!(server.client_count(), 4, "one for all others");
}

#[test]
fn a_batch_takes_no_command_that_waits() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    // What has a type of its own does not even compile.
    let pop = cmd::raw("BLPOP").arg("jobs").arg(0).returning::<Reply>();
    let error = client.pipeline((cmd::incr("n"), pop)).call().unwrap_err();
    assert!(matches!(error, Error::Refused(SubmitError::NeedsDedicated { command: "BLPOP" })), "{error:?}");
    assert!(chain(&error).ends_with("use a `Connection`"), "{}", chain(&error));
    assert_eq!((server.command_calls("incr"), server.command_calls("blpop")), (0, 0));
}

#[test]
fn closing_waits_for_those_who_wait_and_then_ends_them() {
    let server = Server::start(&[]);
    let client = client_with(&server.url(), |config| config.max_dedicated(2));
    let (first, second) = (pop(&client, "first"), pop(&client, "second"));
    assert!(server.wait_blocked(2));
    let closer = client.clone();
    let closing = thread::spawn(move || closer.close(Duration::from_millis(300)));
    // Nobody new is served.
    assert!(eventually(|| matches!(client.ping().call(), Err(Error::Closed))));
    let refused = client.send(cmd::blpop("first", None)).call();
    assert!(matches!(refused, Err(Error::Closed)), "{refused:?}");
    server.run(&["LPUSH", "first", "x"]);
    assert_eq!(first.join().unwrap().unwrap().unwrap().1, "x");
    closing.join().unwrap();
    let ended = second.join().unwrap();
    assert!(
        matches!(ended, Err(Error::Lost { executed: Executed::Maybe, reason: LostReason::Closed })),
        "{ended:?}"
    );
    assert!(server.wait_clients(0));
}
