//! MULTI to EXEC on a shared connection, and WATCH on a leased one.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};
use core::time::Duration;

use client_setup::{Server, go_on, poll_once, settled, within};
use resp_net::resp_core::Command;
use resp_net::{Client, ConfigBuilder, Error, Executed, cmd};
use tests::proxy::{Direction, DropReply, Proxy};
use tests::server::RedisServer;
use tests::token::unique;
use tokio::task::JoinSet;

async fn client(url: &str) -> Client {
    within(Client::connect(url)).await.unwrap()
}

fn count(server: &Server, key: &str) -> String {
    let reply = server.run(&["GET", key]);
    reply.frame().as_str().unwrap_or("none").to_owned()
}

fn unknown() -> Command<()> {
    cmd::raw("NOSUCHCOMMAND").returning()
}

#[tokio::test]
async fn results_come_in_the_shape_of_the_batch() {
    let server = Server::start(&[]);
    for protocol in ["2", "3"] {
        let client = client(&format!("{}?protocol={protocol}", server.url())).await;
        let token = unique();
        within(client.del(["n", "user"])).await.unwrap();
        let batch = (
            cmd::incr("n"),
            cmd::set("k", &token),
            cmd::get("k").text(),
            cmd::hset("user", [("name", "Ada")]),
            cmd::hgetall("user").text(),
            cmd::get("none"),
        );
        let (n, (), text, new, user, none) = within(client.transaction(batch)).await.unwrap();
        assert_eq!((n, text, new, none), (1, Some(token.clone()), 1, None));
        assert_eq!(user["name"], "Ada");
        let large = vec![b'x'; 100_000];
        within(client.set("large", &large)).await.unwrap();
        let many = vec![cmd::get("large"), cmd::get("k")];
        let many = within(client.transaction(many)).await.unwrap();
        assert_eq!(many, [Some(large.into()), Some(token.into())]);
        within(client.close(Duration::from_secs(1))).await;
    }
}

#[tokio::test]
async fn nothing_of_others_comes_between() {
    let server = Server::start(&[]);
    let client = client(&server.url()).await;
    let mut calls = JoinSet::new();
    for index in 0..500_u32 {
        let client = client.clone();
        calls.spawn(async move {
            if index % 2 == 0 {
                client.incr("n").await.map(|_| true)
            } else {
                let [before, after] = client.transaction([cmd::incr("n"), cmd::incr("n")]).await?;
                Ok(after == before + 1)
            }
        });
    }
    for outcome in within(calls.join_all()).await {
        assert!(outcome.unwrap());
    }
    assert_eq!(count(&server, "n"), "750");
}

#[tokio::test]
async fn f27_an_error_inside_is_of_its_command_and_the_others_run() {
    let server = Server::start(&[]);
    let client = client(&server.url()).await;
    let batch = || (cmd::incr("n"), cmd::lpush("n", "x"), cmd::incr("n"));
    let error = within(client.transaction(batch())).await.unwrap_err();
    assert!(matches!(error, Error::Batch { index: 1, .. }), "{error:?}");
    assert_eq!((error.executed(), count(&server, "n").as_str()), (Executed::Yes, "2"));
    let (first, wrong, third) = batch();
    let (first, wrong, third) = within(client.transaction((first, wrong.caught(), third))).await.unwrap();
    assert_eq!((first, wrong.unwrap_err().code(), third), (3, "WRONGTYPE", 4));
    let token = unique();
    assert_eq!(within(client.echo(&token).text()).await.unwrap(), token);
}

#[tokio::test]
async fn f27_an_error_at_queue_time_runs_nothing() {
    let server = Server::start(&[]);
    let client = client(&server.url()).await;
    let wrong_count = cmd::raw("INCR").args(["n", "m"]).returning::<i64>();
    let batch = (cmd::incr("n"), wrong_count, unknown());
    let error = within(client.transaction(batch)).await.unwrap_err();
    assert_eq!(error.executed(), Executed::No);
    let Error::NotQueued { index: 1, error } = error else { panic!("{error:?}") };
    assert!(error.message().contains("wrong number of arguments"), "{error}");
    // Not even with the errors as values.
    let batch = (cmd::incr("n"), unknown().caught());
    let error = within(client.transaction(batch)).await.unwrap_err();
    assert!(matches!(error, Error::NotQueued { index: 1, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("incr")), ("none", 0));
    // The connection is in no transaction.
    let token = unique();
    assert_eq!(within(client.echo(&token).text()).await.unwrap(), token);
    assert_eq!(within(client.incr("n")).await.unwrap(), 1);
}

#[tokio::test]
async fn f27_a_server_that_begins_no_transaction_may_have_run_all() {
    let server = RedisServer::builder().user("ada", &["on", "nopass", "~*", "+@all", "-multi"]).start();
    let server = Server::of(server);
    let url = server.url().replace("redis://", "redis://ada:x@");
    let client = client(&url).await;
    let error = within(client.transaction([cmd::incr("n")])).await.unwrap_err();
    assert_eq!(error.executed(), Executed::Maybe, "{error:?}");
    assert_eq!(count(&server, "n"), "1");
}

#[tokio::test]
async fn f27_a_connection_cut_before_exec_was_written_has_run_nothing() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url()).await;
    proxy.live().stall(Direction::ToServer);
    // More than the sockets hold: EXEC stays here.
    let large = vec![b'x'; 12 << 20];
    let mut call = Box::pin(client.transaction((
        cmd::incr("n"),
        cmd::set("a", &large),
        cmd::set("b", &large),
        cmd::set("c", &large),
    )));
    poll_once(&mut call).await;
    proxy.refuse();
    proxy.live().cut();
    let error = within(call).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::No, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("none", 0));
}

#[tokio::test]
async fn f27_what_was_not_sent_is_sent_again_and_runs_once() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url()).await;
    proxy.live().stall(Direction::ToServer);
    let large = vec![b'x'; 12 << 20];
    let time = Duration::from_secs(30);
    let batch = (cmd::incr("n"), cmd::set("a", &large), cmd::set("b", &large), cmd::set("c", &large));
    let mut call = Box::pin(client.transaction(batch).timeout(time));
    poll_once(&mut call).await;
    proxy.live().cut();
    assert_eq!(within(call).await.unwrap().0, 1);
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("1", 1));
}

#[tokio::test]
async fn f27_a_connection_cut_after_exec_was_written_may_have_run_all() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url()).await;
    // It ran, and the client cannot know.
    proxy.all().drop_reply(DropReply::to("EXEC").then_close());
    let error = within(client.transaction((cmd::incr("n"), cmd::incr("m")))).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "n"), count(&server, "m")), ("1".to_owned(), "1".to_owned()));
    assert_eq!(server.command_calls("exec"), 1, "nothing runs twice unasked");

    // It did not run: EXEC was on its way. All of it or nothing.
    settled(|| client.is_connected()).await;
    let multi_and_incr = b"*1\r\n$5\r\nMULTI\r\n*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n".len() as u64;
    proxy.live().cut_after(multi_and_incr, Direction::ToServer);
    let error = within(client.transaction([cmd::incr("n")])).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("1", 1));
    let token = unique();
    proxy.all().pass();
    settled(|| client.is_connected()).await;
    assert_eq!(within(client.echo(&token).text()).await.unwrap(), token);
}

#[tokio::test]
async fn a_transaction_has_one_deadline() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url()).await;
    proxy.live().stall(Direction::ToClient);
    let call = client.transaction([cmd::incr("n"), cmd::incr("n")]).timeout(Duration::from_millis(50));
    let error = within(call).await.unwrap_err();
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error:?}");
    proxy.live().resume(Direction::ToClient);
    // Its four replies are nobody else's.
    let token = unique();
    assert_eq!(within(client.echo(&token).text()).await.unwrap(), token);
    assert_eq!(count(&server, "n"), "2");
}

// ---- with WATCH ---------------------------------------------------------------

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_updates_are_never_lost() {
    let server = Server::start(&[]);
    let client = client(&server.url()).await;
    let mut calls = JoinSet::new();
    for _ in 0..40 {
        let client = client.clone();
        calls.spawn(async move {
            let key = String::from("n");
            let updated = client.watch_at_most(1_000, &key, |mut tx| {
                let key = &key;
                async move {
                    let n = tx.send(cmd::get(key).parse::<u64>()).await?.unwrap_or(0);
                    Ok(Some((cmd::set(key, n + 1), cmd::get(key).parse::<u64>())))
                }
            });
            updated.await.map(|out| out.unwrap().1.unwrap())
        });
    }
    let mut values: Vec<u64> = within(calls.join_all()).await.into_iter().map(Result::unwrap).collect();
    values.sort_unstable();
    assert_eq!(values, (1..=40).collect::<Vec<_>>());
    assert!(server.client_count() <= 17, "the shared one and 16");
    assert_eq!(count(&server, "n"), "40");
}

#[tokio::test]
async fn f27_a_conflict_is_told_from_an_error() {
    let server = Server::start(&[]);
    let client = client(&server.url()).await;
    let tries = AtomicU32::new(0);
    let (tries, meddler) = (&tries, &client);
    let call = client.watch_at_most(3, "n", |_tx| async move {
        tries.fetch_add(1, SeqCst);
        meddler.incr("n").await?;
        Ok(Some([cmd::set("done", 1)]))
    });
    let error = within(call).await.unwrap_err();
    assert!(matches!(error, Error::Conflict { attempts: 3 }), "{error:?}");
    assert!(error.is_retryable());
    assert_eq!((error.executed(), tries.load(SeqCst)), (Executed::No, 3));
    assert_eq!((count(&server, "n").as_str(), count(&server, "done").as_str()), ("3", "none"));

    // The second attempt sees what came between.
    let meddled = AtomicBool::new(false);
    let meddled = &meddled;
    let call = client.watch("n", |mut tx| async move {
        let n = tx.send(cmd::get("n").parse::<i64>()).await?;
        if !meddled.swap(true, SeqCst) {
            meddler.incr("n").await?;
        }
        Ok(n.map(|n| (cmd::set("done", n),)))
    });
    assert_eq!(within(call).await.unwrap(), Some(((),)));
    assert_eq!(count(&server, "done"), "4");
}

#[tokio::test]
async fn f27_what_was_watched_never_leaks_to_the_next_user() {
    let server = Server::start(&[]);
    // One connection, so that the next user has the same one, or a new one.
    let config = ConfigBuilder::from_url(&server.url()).unwrap().max_dedicated(1).build().unwrap();
    let client = &within(Client::connect_with(&config)).await.unwrap();
    // Each way out; whether the connection is as good as new after it.
    for (way, is_kept) in [
        ("gives up", true),
        ("fails", true),
        ("conflicts", true),
        ("is not queued", true),
        ("runs", true),
        ("is dropped", false),
        ("leaves a reply behind", false),
    ] {
        let (id, has_begun) = (AtomicU32::new(0), AtomicBool::new(false));
        let (id, has_begun) = (&id, &has_begun);
        let mut call = Box::pin(client.watch_at_most(1, "leak", |mut tx| async move {
            let mine = tx.send(cmd::raw("CLIENT").arg("ID").returning::<u32>()).await?;
            id.store(mine, SeqCst);
            has_begun.store(true, SeqCst);
            match way {
                "gives up" => return Ok(None),
                "fails" => return Err(Error::Closed),
                "conflicts" => drop(client.incr("leak").await?),
                "is not queued" => {
                    return Ok(Some([cmd::raw("NOSUCHCOMMAND").returning::<i64>()]));
                }
                "is dropped" => core::future::pending().await,
                "leaves a reply behind" => {
                    let mut late = tx.send(cmd::raw("DEBUG").args(["SLEEP", "0.05"]).returning::<()>());
                    poll_once(&mut late).await;
                    return Ok(None);
                }
                _ => {}
            }
            Ok(Some([cmd::incr("done")]))
        }));
        if way == "is dropped" {
            go_on(&mut call, || has_begun.load(SeqCst)).await;
            drop(call);
        } else {
            let outcome = within(call).await;
            match way {
                "runs" => assert!(outcome.unwrap().is_some()),
                "gives up" | "leaves a reply behind" => assert!(outcome.unwrap().is_none()),
                "fails" => assert!(matches!(outcome, Err(Error::Closed))),
                "conflicts" => assert!(matches!(outcome, Err(Error::Conflict { attempts: 1 }))),
                _ => assert!(matches!(outcome, Err(Error::NotQueued { index: 0, .. })), "{outcome:?}"),
            }
        }
        // Were it still watched, this would make the next transaction a conflict.
        within(client.incr("leak")).await.unwrap();
        let next = client.watch_at_most(1, "other", |mut tx| async move {
            let theirs = tx.send(cmd::raw("CLIENT").arg("ID").returning::<u32>()).await?;
            assert_eq!(theirs == id.load(SeqCst), is_kept, "{way}");
            Ok(Some([cmd::incr("other")]))
        });
        within(next).await.unwrap_or_else(|error| panic!("after it {way}: {error}")).unwrap();
    }
    assert!(server.wait_clients(2));
    assert_eq!((count(&server, "done").as_str(), count(&server, "other").as_str()), ("1", "7"));
}

#[tokio::test]
async fn the_handle_can_neither_end_nor_keep_what_it_watches() {
    let server = Server::start(&[]);
    let client = client(&server.url()).await;
    for name in ["UNWATCH", "MULTI", "EXEC", "DISCARD"] {
        let call = client.watch("k", |mut tx| async move {
            tx.send(cmd::raw(name).returning::<()>()).await?;
            Ok(Some([cmd::incr("n")]))
        });
        let error = within(call).await.unwrap_err();
        assert!(matches!(error, Error::Refused(_)), "{error:?}");
    }
    let kept = std::sync::Mutex::new(None);
    let kept = &kept;
    let call = client.watch("k", |tx| async move {
        *kept.lock().unwrap() = Some(tx);
        Ok(Some([cmd::incr("n")]))
    });
    assert!(matches!(within(call).await, Err(Error::Closed)));
    assert_eq!(count(&server, "n"), "none");
}

#[tokio::test]
async fn f27_a_watch_session_cut_before_and_after_exec() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = client(&proxy.url()).await;
    // Before it watches, and while it reads.
    for name in ["WATCH", "GET"] {
        proxy.all().drop_reply(DropReply::to(name).then_close());
        let call = client.watch("n", |mut tx| async move {
            let n = tx.send(cmd::get("n").parse::<i64>()).await?.unwrap_or(0);
            Ok(Some([cmd::set("n", n + 1)]))
        });
        let error = within(call).await.unwrap_err();
        let expected = if name == "WATCH" { Executed::No } else { Executed::Maybe };
        assert_eq!(error.executed(), expected, "{name}: {error:?}");
        assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("none", 0));
        proxy.all().pass();
    }
    // EXEC was not written.
    let large = vec![b'x'; 12 << 20];
    let decided = AtomicBool::new(false);
    let (large, decided, faults) = (&large, &decided, &proxy);
    let mut call = Box::pin(client.watch("n", |mut tx| async move {
        tx.send(cmd::get("n")).await?;
        faults.live().stall(Direction::ToServer);
        decided.store(true, SeqCst);
        Ok(Some([cmd::set("n", large), cmd::set("b", large), cmd::set("c", large)]))
    }));
    go_on(&mut call, || decided.load(SeqCst)).await;
    proxy.live().cut();
    let error = within(call).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::No, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("none", 0));
    // It was.
    proxy.all().pass();
    settled(|| client.is_connected()).await;
    proxy.all().drop_reply(DropReply::to("EXEC").then_close());
    let call = client.watch("n", |_tx| async { Ok(Some([cmd::incr("n")])) });
    let error = within(call).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::Maybe, .. }), "{error:?}");
    assert_eq!((count(&server, "n").as_str(), server.command_calls("exec")), ("1", 1));
}
