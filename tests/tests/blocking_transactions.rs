//! MULTI to EXEC and WATCH with the blocking clients.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use core::time::Duration;

use client_setup::{Server, chain};
use resp_net::blocking::{Client, Connection};
use resp_net::resp_core::Command;
use resp_net::{ConfigBuilder, Error, Executed, cmd};
use tests::proxy::{Direction, DropReply, Proxy, eventually};
use tests::server::RedisServer;
use tests::token::unique;

fn client(url: &str) -> Client {
    Client::connect(url).unwrap()
}

fn count(server: &Server, key: &str) -> String {
    let reply = server.run(&["GET", key]);
    reply.frame().as_str().unwrap_or("none").to_owned()
}

fn unknown() -> Command<()> {
    cmd::raw("NOSUCHCOMMAND").returning()
}

fn assert_serves(client: &Client) {
    let token = unique();
    assert_eq!(client.echo(&token).text().call().unwrap(), token);
}

/// A command of words that a space parts.
fn words(line: &str) -> Command<()> {
    let mut words = line.split(' ');
    words.by_ref().take(1).map(cmd::raw).next().unwrap().args(words.collect::<Vec<_>>()).returning()
}

#[test]
fn f25_commands_whose_reply_count_is_not_one() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    let commands = || server.info("stats", "total_commands_processed");
    for (line, advice) in [
        ("SUBSCRIBE c", "use `subscribe`"),
        ("SSUBSCRIBE c", "use `subscribe`"),
        ("PUNSUBSCRIBE", "use `subscribe`"),
        ("monitor", "it cannot be sent as a call"),
        ("CLIENT REPLY OFF", "it cannot be sent as a call"),
        ("client reply SKIP", "it cannot be sent as a call"),
        ("RESET", "it cannot be sent as a call"),
        ("HELLO 2", "it cannot be sent as a call"),
        ("AUTH secret", "it cannot be sent as a call"),
        ("SELECT 1", "it cannot be sent as a call"),
        ("SYNC", "it cannot be sent as a call"),
        ("PSYNC ? -1", "it cannot be sent as a call"),
        ("WATCH k", "use `watch`"),
        ("MULTI", "use `transaction`"),
        ("EXEC", "use `transaction`"),
        ("DISCARD", "use `transaction`"),
    ] {
        let before = commands();
        let alone = client.send(words(line)).call().unwrap_err();
        let among = client.pipeline([words("INCR n"), words(line)]).call().unwrap_err();
        let inside = client.transaction([words("INCR n"), words(line)]).call().unwrap_err();
        for error in [alone, among, inside] {
            assert!(matches!(error, Error::Refused(_)), "{line}: {error:?}");
            assert_eq!(error.executed(), Executed::No);
            let text = chain(&error);
            assert!(text.ends_with(advice), "{text}");
            assert!(!text.contains("secret"), "{text}");
        }
        // Of INFO alone; nothing of what was refused arrived, nor of its neighbours.
        assert_eq!(commands(), before + 1, "{line}");
    }
    assert_serves(&client);
    assert_eq!((count(&server, "n").as_str(), server.client_count()), ("none", 1));
}

#[test]
fn results_come_in_the_shape_of_the_batch() {
    let server = Server::start(&[]);
    for protocol in ["2", "3"] {
        let client = client(&format!("{}?protocol={protocol}", server.url()));
        let mut own = Connection::connect_with(client.config()).unwrap();
        let token = unique();
        let batch = || {
            (cmd::set("n", 0), cmd::incr("n"), cmd::set("k", &token), cmd::get("k").text(), cmd::get("none"))
        };
        let expected = ((), 1, (), Some(token.clone()), None);
        assert_eq!(client.transaction(batch()).call().unwrap(), expected);
        assert_eq!(own.transaction(batch()).unwrap(), expected);
        let large = vec![b'x'; 100_000];
        client.set("large", &large).call().unwrap();
        let many = client.transaction(vec![cmd::get("large"), cmd::get("k")]).call().unwrap();
        assert_eq!(many, [Some(large.into()), Some(token.into())]);
    }
}

#[test]
fn nothing_of_others_comes_between() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let client = &client;
            scope.spawn(move || {
                for _ in 0..100 {
                    if thread % 2 == 0 {
                        client.incr("n").call().unwrap();
                    } else {
                        let [before, after] =
                            client.transaction([cmd::incr("n"), cmd::incr("n")]).call().unwrap();
                        assert_eq!(after, before + 1);
                    }
                }
            });
        }
    });
    assert_eq!(count(&server, "n"), "1200");
}

#[test]
fn f27_an_error_inside_is_of_its_command_and_the_others_run() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    let mut own = Connection::connect_with(client.config()).unwrap();
    let batch = || (cmd::incr("n"), cmd::lpush("n", "x"), cmd::incr("n"));
    let errors = [client.transaction(batch()).call().unwrap_err(), own.transaction(batch()).unwrap_err()];
    for error in errors {
        assert!(matches!(error, Error::Batch { index: 1, .. }), "{error:?}");
        assert_eq!(error.executed(), Executed::Yes);
    }
    assert_eq!(count(&server, "n"), "4");
    let (first, wrong, third) = batch();
    let (first, wrong, third) = client.transaction((first, wrong.caught(), third)).call().unwrap();
    assert_eq!((first, wrong.unwrap_err().code(), third), (5, "WRONGTYPE", 6));
    assert_serves(&client);
}

#[test]
fn f27_an_error_at_queue_time_runs_nothing() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    let mut own = Connection::connect_with(client.config()).unwrap();
    let wrong_count = || cmd::raw("INCR").args(["n", "m"]).returning::<i64>();
    let batch = || (cmd::incr("n"), wrong_count(), unknown().caught());
    let errors = [client.transaction(batch()).call().unwrap_err(), own.transaction(batch()).unwrap_err()];
    for error in errors {
        assert_eq!(error.executed(), Executed::No);
        let Error::NotQueued { index: 1, error } = error else { panic!("{error:?}") };
        assert!(error.message().contains("wrong number of arguments"), "{error}");
    }
    assert_eq!((count(&server, "n").as_str(), server.command_calls("incr")), ("none", 0));
    // The connections are in no transaction.
    assert_serves(&client);
    assert_eq!(own.send(cmd::incr("n")).call().unwrap(), 1);
}

#[test]
fn f27_a_server_that_begins_no_transaction_may_have_run_all() {
    let server = RedisServer::builder().user("ada", &["on", "nopass", "~*", "+@all", "-multi"]).start();
    let server = Server::of(server);
    let client = client(&server.url().replace("redis://", "redis://ada:x@"));
    let error = client.transaction([cmd::incr("n")]).call().unwrap_err();
    assert_eq!(error.executed(), Executed::Maybe, "{error:?}");
    assert_eq!(count(&server, "n"), "1");
}

#[test]
fn f27_a_connection_cut_before_exec_was_written() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    // More than the sockets hold: EXEC stays here.
    let large = vec![b'x'; 12 << 20];
    let time = Duration::from_secs(30);
    for refuses in [false, true] {
        let client = client(&proxy.url());
        proxy.live().stall(Direction::ToServer);
        std::thread::scope(|scope| {
            let call = scope.spawn(|| {
                let values = (cmd::set("a", &large), cmd::set("b", &large), cmd::set("c", &large));
                let batch = (cmd::incr("n"), values.0, values.1, values.2);
                client.transaction(batch).timeout(time).call()
            });
            // The sockets have taken what they hold. While a caller writes, all
            // of it counts as written.
            let written = || client.metrics().counters.bytes_written;
            assert!(eventually(|| (1 << 16..30 << 20).contains(&written())));
            if refuses {
                proxy.refuse();
            }
            proxy.live().cut();
            match call.join().unwrap() {
                // What was not sent is sent again, and runs once.
                Ok((n, ..)) => assert!(!refuses && n == 1),
                Err(error) => {
                    assert!(
                        refuses && matches!(error, Error::Lost { executed: Executed::No, .. }),
                        "{error:?}"
                    );
                }
            }
        });
        assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("1", 1));
    }
}

#[test]
fn f27_a_connection_cut_after_exec_was_written_may_have_run_all() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url());
    // It ran, and the client cannot know.
    proxy.all().drop_reply(DropReply::to("EXEC").times(2).then_close());
    let error = client.transaction((cmd::incr("n"), cmd::incr("m"))).call().unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "n"), count(&server, "m")), ("1".to_owned(), "1".to_owned()));
    let mut own = Connection::connect_with(client.config()).unwrap();
    let error = own.transaction([cmd::incr("m")]).unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "m").as_str(), server.command_calls("exec")), ("2", 2), "nothing runs twice");

    // It did not run: EXEC was on its way. All of it or nothing.
    assert!(eventually(|| client.is_connected()));
    let multi_and_incr = b"*1\r\n$5\r\nMULTI\r\n*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n".len() as u64;
    proxy.live().cut_after(multi_and_incr, Direction::ToServer);
    let error = client.transaction([cmd::incr("n")]).call().unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("1", 2));
    proxy.all().pass();
    assert!(eventually(|| client.is_connected()));
    assert_serves(&client);
}

#[test]
fn a_transaction_has_one_deadline() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url());
    proxy.live().stall(Direction::ToClient);
    let call = client.transaction([cmd::incr("n"), cmd::incr("n")]).timeout(Duration::from_millis(50));
    let error = call.call().unwrap_err();
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
    proxy.live().resume(Direction::ToClient);
    // Its four replies are nobody else's.
    assert_serves(&client);
    assert_eq!(count(&server, "n"), "2");
}

// ---- with WATCH ---------------------------------------------------------------

#[test]
fn concurrent_updates_are_never_lost() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    let mut values: Vec<u64> = std::thread::scope(|scope| {
        let update = || {
            let updated = client.watch_at_most(1_000, "n", |tx| {
                let n = tx.send(cmd::get("n").parse::<u64>()).call()?.unwrap_or(0);
                Ok(Some((cmd::set("n", n + 1), cmd::get("n").parse::<u64>())))
            });
            updated.unwrap().unwrap().1.unwrap()
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(move || [(); 5].map(|()| update()))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    values.sort_unstable();
    assert!(values.into_iter().eq(1..=40));
    assert_eq!(count(&server, "n"), "40");
    drop(client);
    assert!(server.wait_clients(0), "with all that it leased");
}

#[test]
fn f27_a_conflict_is_told_from_an_error() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    let mut tries = 0;
    let outcome = client.watch_at_most(3, "n", |_tx| {
        tries += 1;
        client.incr("n").call()?;
        Ok(Some([cmd::set("done", 1)]))
    });
    let error = outcome.unwrap_err();
    assert!(matches!(error, Error::Conflict { attempts: 3 }), "{error:?}");
    assert!(error.is_retryable());
    assert_eq!((error.executed(), tries), (Executed::No, 3));
    assert_eq!((count(&server, "n").as_str(), count(&server, "done").as_str()), ("3", "none"));

    // The second attempt sees what came between.
    let mut has_meddled = false;
    let outcome = client.watch("n", |tx| {
        let n = tx.send(cmd::get("n").parse::<i64>()).call()?;
        if !core::mem::replace(&mut has_meddled, true) {
            client.incr("n").call()?;
        }
        Ok(n.map(|n| (cmd::set("done", n),)))
    });
    assert_eq!(outcome.unwrap(), Some(((),)));
    assert_eq!(count(&server, "done"), "4");

    // By hand, on a connection of one's own.
    let mut own = Connection::connect_with(client.config()).unwrap();
    own.send(cmd::watch("n")).call().unwrap();
    client.incr("n").call().unwrap();
    let error = own.transaction([cmd::incr("done")]).unwrap_err();
    assert!(matches!(error, Error::Conflict { attempts: 1 }), "{error:?}");
    assert_eq!(own.transaction([cmd::incr("done")]).unwrap(), [5]);
}

#[test]
fn f27_what_was_watched_never_leaks_to_the_next_user() {
    let server = Server::start(&[]);
    // One connection, so that the next user has the same one, or a new one.
    let config = ConfigBuilder::from_url(&server.url()).unwrap().max_dedicated(1).build().unwrap();
    let client = Client::connect_with(&config).unwrap();
    // Each way out.
    for way in ["gives up", "fails", "conflicts", "is not queued", "runs", "leaves a reply behind", "panics"]
    {
        let attempt = || {
            client.watch_at_most(1, "leak", |tx| {
                match way {
                    "gives up" => return Ok(None),
                    "fails" => return Err(Error::Closed),
                    "conflicts" => drop(client.incr("leak").call()?),
                    "is not queued" => return Ok(Some([cmd::raw("NOSUCHCOMMAND").returning::<i64>()])),
                    "leaves a reply behind" => {
                        server.pause();
                        let late = tx.send(cmd::ping()).timeout(Duration::from_millis(5)).call();
                        server.resume();
                        assert!(matches!(late, Err(Error::Timeout { .. })));
                        return Ok(None);
                    }
                    "panics" => std::panic::panic_any(way),
                    _ => {}
                }
                Ok(Some([cmd::incr("done")]))
            })
        };
        match (way, std::panic::catch_unwind(core::panic::AssertUnwindSafe(attempt))) {
            ("panics", outcome) => assert!(outcome.is_err()),
            ("runs", outcome) => assert!(outcome.unwrap().unwrap().is_some()),
            ("gives up" | "leaves a reply behind", outcome) => assert!(outcome.unwrap().unwrap().is_none()),
            ("fails", outcome) => assert!(matches!(outcome.unwrap(), Err(Error::Closed))),
            ("conflicts", outcome) => {
                assert!(matches!(outcome.unwrap(), Err(Error::Conflict { attempts: 1 })));
            }
            (_, outcome) => assert!(matches!(outcome.unwrap(), Err(Error::NotQueued { index: 0, .. }))),
        }
        // Were it still watched, this would make the next transaction a conflict.
        client.incr("leak").call().unwrap();
        let next = client.watch_at_most(1, "other", |_tx| Ok(Some([cmd::incr("other")])));
        next.unwrap_or_else(|error| panic!("after it {way}: {error}")).unwrap();
    }
    assert!(eventually(|| server.client_count() <= 2), "the shared one, and one at the most");
    assert_eq!((count(&server, "done").as_str(), count(&server, "other").as_str()), ("1", "7"));
}

#[test]
fn the_handle_cannot_end_what_it_watches() {
    let server = Server::start(&[]);
    let client = client(&server.url());
    for name in ["UNWATCH", "MULTI", "EXEC", "DISCARD"] {
        let outcome = client.watch("k", |tx| {
            tx.send(cmd::raw(name).returning::<()>()).call()?;
            Ok(Some([cmd::incr("n")]))
        });
        let error = outcome.unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{error:?}");
    }
    client.close(Duration::from_secs(1));
    let closed = client.watch("k", |_tx| Ok(Some([cmd::incr("n")])));
    assert!(matches!(closed, Err(Error::Closed)));
    assert_eq!(count(&server, "n"), "none");
}

#[test]
fn f27_a_watch_session_cut_before_and_after_exec() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url());
    // Before it watches, and while it reads.
    for (name, expected) in [("WATCH", Executed::No), ("GET", Executed::Maybe)] {
        proxy.all().drop_reply(DropReply::to(name).then_close());
        let outcome = client.watch("n", |tx| {
            let n = tx.send(cmd::get("n").parse::<i64>()).call()?.unwrap_or(0);
            Ok(Some([cmd::set("n", n + 1)]))
        });
        let error = outcome.unwrap_err();
        assert_eq!(error.executed(), expected, "{name}: {error:?}");
        assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("none", 0));
        proxy.all().pass();
    }
    // EXEC was not written.
    let large = vec![b'x'; 12 << 20];
    let decided = AtomicBool::new(false);
    let outcome = std::thread::scope(|scope| {
        let call = scope.spawn(|| {
            client.watch("n", |tx| {
                tx.send(cmd::get("n")).call()?;
                proxy.live().stall(Direction::ToServer);
                decided.store(true, SeqCst);
                Ok(Some([cmd::set("n", &large), cmd::set("b", &large), cmd::set("c", &large)]))
            })
        });
        assert!(eventually(|| decided.load(SeqCst)));
        proxy.live().cut();
        call.join().unwrap()
    });
    let error = outcome.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::No, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("none", 0));
    // It was.
    proxy.all().pass();
    assert!(eventually(|| client.is_connected()));
    proxy.all().drop_reply(DropReply::to("EXEC").then_close());
    let error = client.watch("n", |_tx| Ok(Some([cmd::incr("n")]))).unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("1", 1));
}
