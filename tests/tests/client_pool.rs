//! The pool: how many connections there are, who gets one, and which are not
//! lent again.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::sync::{Arc, Mutex};

use client_setup::{Server, within};
use resp_net::resp_core::{Command, Reply};
use resp_net::{Client, Error, Executed, Pool, Pooled, SubmitError, cmd};
use tokio::task::JoinSet;

fn pool(server: &Server, max_size: usize) -> Pool {
    Pool::builder(&server.url()).unwrap().max_size(max_size).build()
}

async fn acquire(pool: &Pool) -> Pooled {
    within(pool.acquire()).await.unwrap()
}

fn client_id() -> Command<i64> {
    cmd::raw("CLIENT").arg("ID").returning()
}

fn blpop(key: &str, seconds: f64) -> Command<Option<(String, String)>> {
    cmd::raw("BLPOP").arg(key).arg(seconds).returning()
}

/// Normal connections that the server has, `admin` aside.
async fn connected(admin: &Client) -> usize {
    let list = cmd::raw("CLIENT").args(["LIST", "TYPE", "normal"]).returning::<String>();
    within(admin.send(list)).await.unwrap().lines().count() - 1
}

/// Waits until the server has `count` connections.
async fn await_connected(admin: &Client, count: usize) {
    within(async {
        while connected(admin).await != count {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

#[tokio::test]
async fn there_are_never_more_connections_than_allowed() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = Pool::builder(&server.url()).unwrap().max_size(4);
    let pool = pool.acquire_timeout(Duration::from_secs(60)).build();
    assert_eq!(connected(&admin).await, 0, "it connects when it is first used");
    let most = Arc::new(Mutex::new(0));
    let mut tasks = JoinSet::new();
    for task in 0..40_i64 {
        let (pool, admin, most) = (pool.clone(), admin.clone(), Arc::clone(&most));
        tasks.spawn(async move {
            for round in 0..20 {
                let mut connection = acquire(&pool).await;
                let token = task * 100 + round;
                let echoed = connection.send(cmd::echo(token).parse::<i64>()).await.unwrap();
                assert_eq!(echoed, token);
                if round % 5 == 0 {
                    let now = connected(&admin).await;
                    let mut most = most.lock().unwrap();
                    *most = now.max(*most);
                }
            }
        });
    }
    within(tasks.join_all()).await;
    assert_eq!(*most.lock().unwrap(), 4, "all of them are used, and no more");
    drop(pool);
    await_connected(&admin, 0).await;
}

#[tokio::test]
async fn who_waits_longest_is_served_first() {
    let server = Server::start(&[]);
    let pool = Pool::builder(&server.url()).unwrap().max_size(1);
    let pool = pool.acquire_timeout(Duration::from_secs(60)).build();
    let first = acquire(&pool).await;
    let order = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = JoinSet::new();
    for task in 0..50 {
        let (pool, order) = (pool.clone(), Arc::clone(&order));
        tasks.spawn(async move {
            let connection = acquire(&pool).await;
            order.lock().unwrap().push(task);
            drop(connection);
        });
        // On this runtime of one thread it now waits, behind the others.
        tokio::task::yield_now().await;
    }
    assert!(order.lock().unwrap().is_empty());
    drop(first);
    within(tasks.join_all()).await;
    assert_eq!(*order.lock().unwrap(), (0..50).collect::<Vec<_>>());
}

#[tokio::test]
async fn waiting_has_an_end() {
    let server = Server::start(&[]);
    let pool = Pool::builder(&server.url()).unwrap().max_size(1);
    let pool = pool.acquire_timeout(Duration::from_millis(50)).build();
    let held = acquire(&pool).await;
    let start = std::time::Instant::now();
    let error = within(pool.acquire()).await.unwrap_err();
    assert!(start.elapsed() >= Duration::from_millis(50));
    assert!(matches!(error, Error::PoolTimeout), "{error}");
    assert_eq!(error.executed(), Executed::No);
    assert_eq!(error.to_string(), "no connection of the pool became free in time");
    drop(held);
    acquire(&pool).await;
}

#[tokio::test]
async fn a_caller_who_gives_up_waiting_takes_nothing_along() {
    let server = Server::start(&[]);
    let pool = pool(&server, 1);
    for _ in 0..20 {
        let held = acquire(&pool).await;
        let mut waiting = Box::pin(pool.acquire());
        tokio::select! {
            biased;
            _ = &mut waiting => panic!("it is lent to another"),
            () = tokio::task::yield_now() => {}
        }
        // It is given the connection, and dropped before it sees it.
        drop(held);
        drop(waiting);
    }
    acquire(&pool).await;
}

#[tokio::test]
async fn a_connection_is_used_again_and_the_last_one_first() {
    let server = Server::start(&[]);
    let pool = pool(&server, 2);
    let (mut one, mut two) = (acquire(&pool).await, acquire(&pool).await);
    let one_id = within(one.send(client_id())).await.unwrap();
    let two_id = within(two.send(client_id())).await.unwrap();
    assert_ne!(one_id, two_id);
    drop(two);
    drop(one);
    let mut again = acquire(&pool).await;
    assert_eq!(within(again.send(client_id())).await.unwrap(), one_id);
}

#[tokio::test]
async fn a_connection_dropped_before_its_reply_is_replaced() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 1);
    let mut connection = acquire(&pool).await;
    let id = within(connection.send(client_id())).await.unwrap();
    {
        let mut call = core::pin::pin!(connection.send(blpop("queue", 0.0)));
        tokio::select! {
            biased;
            _ = &mut call => panic!("there is nothing to pop"),
            () = tokio::task::yield_now() => {}
        }
    }
    drop(connection);
    let mut connection = acquire(&pool).await;
    assert_ne!(within(connection.send(client_id())).await.unwrap(), id);
    assert_eq!(within(connection.send(cmd::echo("mine").text())).await.unwrap(), "mine");
    await_connected(&admin, 1).await;
}

#[tokio::test]
async fn the_next_call_on_the_same_connection_skips_what_was_given_up() {
    let server = Server::start(&[]);
    let pool = pool(&server, 1);
    let mut connection = acquire(&pool).await;
    for round in 0..100_u32 {
        {
            let batch: Vec<_> = (0..3).map(|_| cmd::echo("another's")).collect();
            let mut call = core::pin::pin!(connection.pipeline(batch));
            tokio::select! {
                biased;
                _ = &mut call => {}
                () = tokio::task::yield_now() => {}
            }
        }
        let echoed = within(connection.send(cmd::echo(round).parse::<u32>())).await.unwrap();
        assert_eq!(echoed, round);
    }
}

#[tokio::test]
async fn connections_that_died_while_idle_are_replaced() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 3);
    let all = [acquire(&pool).await, acquire(&pool).await, acquire(&pool).await];
    drop(all);
    await_connected(&admin, 3).await;
    let kill = cmd::raw("CLIENT").args(["KILL", "TYPE", "normal"]).returning::<i64>();
    assert_eq!(within(admin.send(kill)).await.unwrap(), 3);
    await_connected(&admin, 0).await;
    let mut all = [acquire(&pool).await, acquire(&pool).await, acquire(&pool).await];
    for connection in &mut all {
        within(connection.send(cmd::ping())).await.unwrap();
    }
    assert_eq!(connected(&admin).await, 3);
}

#[tokio::test]
async fn a_lost_connection_is_not_lent_again() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 1);
    let mut connection = acquire(&pool).await;
    let id = within(connection.send(client_id())).await.unwrap();
    let kill = cmd::raw("CLIENT").args(["KILL", "ID"]).arg(id).returning::<i64>();
    assert_eq!(within(admin.send(kill)).await.unwrap(), 1);
    let error = within(connection.send(blpop("queue", 0.0))).await.unwrap_err();
    assert!(matches!(error, Error::Lost { .. }), "{error}");
    assert!(connection.is_lost());
    let error = within(connection.send(cmd::ping())).await.unwrap_err();
    assert!(matches!(error, Error::Lost { executed: Executed::No, .. }), "{error}");
    drop(connection);
    within(acquire(&pool).await.send(cmd::ping())).await.unwrap();
}

#[tokio::test]
async fn a_transaction_left_open_is_not_the_next_callers() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 1);
    let plain = |name: &str| cmd::raw(name).returning::<Reply>();
    let watch = || cmd::raw("WATCH").arg("k").returning::<Reply>();
    // What a caller does, and whether the next one may have the connection.
    for (script, reusable) in [
        (vec![plain("MULTI")], false),
        (vec![watch()], false),
        (vec![plain("MULTI"), plain("PING")], false),
        (vec![watch(), plain("EXEC")], false),
        (vec![watch(), plain("MULTI"), plain("UNWATCH")], false),
        (vec![plain("MULTI"), plain("PING"), plain("EXEC")], true),
        (vec![plain("MULTI"), plain("NOSUCHCOMMAND"), plain("EXEC")], true),
        (vec![watch(), plain("MULTI"), plain("DISCARD")], true),
        (vec![watch(), plain("UNWATCH")], true),
        (vec![plain("EXEC")], true),
    ] {
        for batched in [false, true] {
            let row = format!("{script:?}, batched: {batched}");
            let mut connection = acquire(&pool).await;
            let id = within(connection.send(client_id())).await.unwrap();
            if batched {
                let batch: Vec<_> = script.iter().cloned().map(Command::caught).collect();
                drop(within(connection.pipeline(batch)).await.unwrap());
            } else {
                for command in &script {
                    drop(within(connection.send(command.clone().caught())).await.unwrap());
                }
            }
            drop(connection);
            let mut connection = acquire(&pool).await;
            let next =
                within(connection.send(client_id())).await.unwrap_or_else(|error| panic!("{row}: {error}"));
            assert_eq!(next == id, reusable, "{row}");
            // Nothing is watched any more either.
            within(admin.set("k", "changed")).await.unwrap();
            let (_, _, ran) = within(connection.pipeline((
                plain("MULTI"),
                plain("PING"),
                cmd::raw("EXEC").returning::<Option<Vec<String>>>(),
            )))
            .await
            .unwrap();
            assert_eq!(ran.as_deref(), Some(&["PONG".to_owned()][..]), "{row}");
        }
    }
}

#[tokio::test]
async fn commands_that_block_need_a_connection_of_their_own() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let error = within(client.send(blpop("queue", 0.0))).await.unwrap_err();
    let refused = matches!(error, Error::Refused(SubmitError::NeedsDedicated { command: "BLPOP" }));
    assert!(refused && error.executed() == Executed::No, "{error}");
    let batch = (cmd::ping(), blpop("queue", 0.0));
    let error = within(client.pipeline(batch)).await.unwrap_err();
    assert!(matches!(error, Error::Refused(SubmitError::NeedsDedicated { .. })), "{error}");

    let pool = pool(&server, 2);
    let waiting = pool.clone();
    let popped = tokio::spawn(async move { acquire(&waiting).await.send(blpop("queue", 0.0)).await });
    // Only once it waits there: so that it does block.
    within(async {
        let info = || cmd::raw("INFO").arg("clients").returning::<String>();
        while !client.send(info()).await.unwrap().contains("blocked_clients:1") {
            tokio::task::yield_now().await;
        }
    })
    .await;
    within(client.lpush("queue", "job")).await.unwrap();
    let popped = within(popped).await.unwrap().unwrap();
    assert_eq!(popped, Some(("queue".to_owned(), "job".to_owned())));
}

#[tokio::test]
#[should_panic(expected = "a call is polled after it was ready")]
async fn a_call_that_is_over_does_not_run_again() {
    let server = Server::start(&[]);
    let mut connection = acquire(&pool(&server, 1)).await;
    let mut call = connection.send(cmd::incr("n"));
    assert_eq!(within(&mut call).await.unwrap(), 1);
    let again = within(&mut call).await;
    unreachable!("it ran again: {again:?}");
}
