//! The pool: how many connections there are, who gets one, and which are not
//! lent again.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::sync::{Arc, Mutex};

use client_setup::{Server, chain, within};
use resp_net::resp_core::{Command, Reply};
use resp_net::{
    Client, ClosedBy, Error, Executed, Exposition, Pool, PoolBuilder, PoolMetrics, Pooled, SubmitError, cmd,
};
use tests::proxy::{Direction, FakeServer, Proxy, eventually};
use tokio::task::JoinSet;

/// A pool of so many connections, whose callers have all the time they need.
fn pool(server: &Server, max_size: usize) -> Pool {
    builder(server, max_size).build().unwrap()
}

fn builder(server: &Server, max_size: usize) -> PoolBuilder {
    let builder = Pool::builder(&server.url()).unwrap();
    builder.max_size(max_size).acquire_timeout(Duration::from_secs(60))
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

/// Waits until the pool's numbers fit.
async fn await_metrics(pool: &Pool, fit: impl Fn(&PoolMetrics) -> bool) {
    within(async {
        while !fit(&pool.metrics()) {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

/// Runs a call until it is under way, and gives it up.
async fn abandon<T>(call: impl IntoFuture<Output = T>) {
    let mut call = core::pin::pin!(call.into_future());
    tokio::select! {
        biased;
        _ = &mut call => panic!("it is answered later"),
        () = tokio::task::yield_now() => {}
    }
}

#[tokio::test]
async fn there_are_never_more_connections_than_allowed() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 4);
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
    let pool = pool(&server, 1);
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
    let pool = builder(&server, 1).acquire_timeout(Duration::from_millis(50)).build().unwrap();
    let held = acquire(&pool).await;
    let start = std::time::Instant::now();
    let error = within(pool.acquire()).await.unwrap_err();
    assert!(start.elapsed() >= Duration::from_millis(50));
    assert!(matches!(error, Error::PoolTimeout), "{error}");
    assert_eq!(error.executed(), Executed::No);
    assert_eq!(error.to_string(), "no connection of the pool became free in time");
    assert_eq!(pool.metrics().timeouts, 1);
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
        (vec![cmd::raw("CLIENT").args(["NO-EVICT", "on"]).returning::<Reply>()], false),
        (
            vec![cmd::raw("CLIENT").args(["SETNAME", "me"]).returning::<Reply>(), watch(), plain("UNWATCH")],
            false,
        ),
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
async fn a_batch_that_blocks_needs_a_connection_of_its_own() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let batch = (cmd::ping(), blpop("queue", 0.0));
    let error = within(client.pipeline(batch)).await.unwrap_err();
    let refused = matches!(error, Error::Refused(SubmitError::NeedsDedicated { command: "BLPOP" }));
    assert!(refused && error.executed() == Executed::No, "{error}");

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

#[tokio::test]
async fn connections_are_there_before_the_first_request() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = builder(&server, 20).min_size(12).build().unwrap();
    within(pool.prewarm()).await.unwrap();
    assert_eq!((connected(&admin).await, pool.metrics().idle), (12, 12));
    within(pool.prewarm()).await.unwrap();
    let mut held = Vec::new();
    for _ in 0..12 {
        held.push(acquire(&pool).await);
    }
    assert_eq!((pool.metrics().created, pool.metrics().active), (12, 12));
}

#[tokio::test]
async fn warming_up_says_what_is_wrong() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let set_password =
        |word: &str| cmd::raw("CONFIG").args(["SET", "requirepass"]).arg(word).returning::<()>();
    within(admin.send(set_password("secret"))).await.unwrap();
    let pool = builder(&server, 10).min_size(3).build().unwrap();
    let error = within(pool.prewarm()).await.unwrap_err();
    assert!(matches!(error, Error::Connect(_)) && error.executed() == Executed::No, "{error}");
    assert!(chain(&error).contains("NOAUTH"), "{}", chain(&error));
    // It goes on trying.
    within(admin.send(set_password(""))).await.unwrap();
    await_metrics(&pool, |metrics| metrics.idle == 3).await;
    assert!(pool.metrics().failed >= 1);
    within(pool.prewarm()).await.unwrap();
}

#[tokio::test]
async fn it_grows_when_needed_and_shrinks_when_not() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = builder(&server, 4).min_size(1).idle_timeout(Duration::from_millis(50)).build().unwrap();
    let first = acquire(&pool).await;
    await_metrics(&pool, |metrics| metrics.size() == 1 && metrics.connecting == 0).await;
    let others = [acquire(&pool).await, acquire(&pool).await, acquire(&pool).await];
    assert_eq!(connected(&admin).await, 4, "one for each who needs one");
    drop((first, others));
    await_connected(&admin, 1).await;
    let metrics = pool.metrics();
    assert_eq!((metrics.created, metrics.idle, metrics.closed(ClosedBy::Idle)), (4, 1, 3));
}

#[tokio::test]
async fn an_old_connection_is_not_lent_again() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = builder(&server, 1).max_lifetime(Duration::from_millis(50)).build().unwrap();
    let mut connection = acquire(&pool).await;
    let id = within(connection.send(client_id())).await.unwrap();
    drop(connection);
    await_connected(&admin, 0).await;
    let mut connection = acquire(&pool).await;
    assert_ne!(within(connection.send(client_id())).await.unwrap(), id);
    assert_eq!(pool.metrics().closed(ClosedBy::Lifetime), 1);
}

#[tokio::test]
async fn one_deadline_covers_waiting_and_connecting() {
    // Accepts, and never answers.
    let silent = FakeServer::start(|mut peer| tests::proxy::read_to_end(&mut peer).map(drop)).unwrap();
    let url = format!("redis://{}", silent.address());
    let pool = Pool::builder(&url).unwrap().acquire_timeout(Duration::from_millis(50)).build().unwrap();
    let error = within(pool.acquire()).await.unwrap_err();
    assert!(matches!(error, Error::PoolTimeout), "before the connect time-out: {error}");
    assert_eq!((error.executed(), pool.metrics().timeouts), (Executed::No, 1));
}

#[tokio::test]
async fn too_many_who_wait_are_refused_at_once() {
    let server = Server::start(&[]);
    let pool = builder(&server, 1).max_waiting(2).build().unwrap();
    let held = acquire(&pool).await;
    let mut tasks = JoinSet::new();
    for _ in 0..2 {
        let pool = pool.clone();
        tasks.spawn(async move { drop(acquire(&pool).await) });
    }
    await_metrics(&pool, |metrics| metrics.waiting == 2).await;
    let error = within(pool.acquire()).await.unwrap_err();
    assert!(matches!(error, Error::Overloaded) && error.executed() == Executed::No, "{error}");
    drop(held);
    within(tasks.join_all()).await;
    assert_eq!((pool.metrics().overloads, pool.metrics().wait.count()), (1, 3));
}

#[tokio::test]
async fn a_peer_that_vanished_is_noticed_by_the_test() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let builder = Pool::builder(&proxy.url()).unwrap().min_size(3).max_size(3);
    let builder = builder.acquire_timeout(Duration::from_secs(2));
    let pool = builder.test_after_idle(Duration::from_nanos(1)).build().unwrap();
    within(pool.prewarm()).await.unwrap();
    let passed = proxy.counts().bytes(Direction::ToServer);
    drop(acquire(&pool).await);
    assert!(eventually(|| proxy.counts().bytes(Direction::ToServer) > passed), "a PING before it is lent");

    proxy.all().stall(Direction::ToClient);
    let waiting = pool.clone();
    let acquired = tokio::spawn(async move { waiting.acquire().await });
    await_metrics(&pool, |metrics| metrics.closed(ClosedBy::Test) == 3).await;
    proxy.all().resume(Direction::ToClient);
    let mut connection = within(acquired).await.unwrap().unwrap();
    assert_eq!(within(connection.send(cmd::echo("new").text())).await.unwrap(), "new");
}

#[tokio::test]
async fn f28_nobody_gets_a_connection_that_another_left_dirty() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 2);
    let order = Arc::new(Mutex::new(Vec::new()));
    let mut tasks = JoinSet::new();
    // Of three callers one panics and one cancels, both with a reply outstanding.
    for task in 0..60_i64 {
        let (pool, order) = (pool.clone(), Arc::clone(&order));
        tasks.spawn(async move {
            let mut connection = acquire(&pool).await;
            order.lock().unwrap().push(task);
            within(connection.send(cmd::incr("sent"))).await.unwrap();
            match task % 3 {
                0 => {
                    abandon(connection.send(blpop("queue", 0.0))).await;
                    panic!("as it must");
                }
                1 => abandon(connection.send(blpop("queue", 0.0))).await,
                _ => {
                    let echoed = within(connection.send(cmd::echo(task).parse::<i64>())).await.unwrap();
                    assert_eq!(echoed, task, "it is answered what it asked for");
                }
            }
        });
        // On this runtime of one thread it now waits, behind the others.
        tokio::task::yield_now().await;
    }
    let mut panicked = 0;
    while let Some(joined) = within(tasks.join_next()).await {
        panicked += i64::from(joined.is_err());
    }
    assert_eq!(panicked, 20, "and no others");
    assert_eq!(*order.lock().unwrap(), (0..60).collect::<Vec<_>>(), "first come, first served");
    let metrics = pool.metrics();
    assert_eq!((metrics.active, metrics.waiting, metrics.wait.count()), (0, 0, 60));
    assert_eq!(metrics.closed(ClosedBy::Dirty), 40);
    assert_eq!(metrics.created, 40 + metrics.idle as u64);
    await_connected(&admin, metrics.idle).await;
    assert_eq!(within(admin.get("sent").parse::<i64>()).await.unwrap(), Some(60));
    // Nobody is left who would take it.
    within(admin.lpush("queue", "job")).await.unwrap();
    assert_eq!(within(admin.send(cmd::raw("LLEN").arg("queue").returning::<i64>())).await.unwrap(), 1);

    // One that is leaked costs its place and nothing else.
    core::mem::forget(acquire(&pool).await);
    for _ in 0..10 {
        within(acquire(&pool).await.send(cmd::ping())).await.unwrap();
    }
    assert_eq!(pool.metrics().active, 1);
}

#[tokio::test]
async fn two_hundred_callers_share_ten_connections() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 10);
    let mut tasks = JoinSet::new();
    for task in 0..200_i64 {
        let pool = pool.clone();
        tasks.spawn(async move {
            for round in 0..10 {
                let token = task * 10 + round;
                let mut connection = acquire(&pool).await;
                let (_, echoed) =
                    connection.pipeline((cmd::incr("calls"), cmd::echo(token).parse::<i64>())).await.unwrap();
                assert_eq!(echoed, token);
            }
        });
    }
    within(tasks.join_all()).await;
    let metrics = pool.metrics();
    assert_eq!((metrics.created, metrics.idle, metrics.wait.count()), (10, 10, 2000));
    assert_eq!(connected(&admin).await, 10);
    assert_eq!(within(admin.get("calls").parse::<i64>()).await.unwrap(), Some(2000));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closing_under_load_ends_every_call_for_certain() {
    let server = Server::start(&[]);
    let admin = within(Client::connect(&server.url())).await.unwrap();
    let pool = pool(&server, 4);
    let mut tasks = JoinSet::new();
    for _ in 0..50 {
        let pool = pool.clone();
        tasks.spawn(async move {
            let mut done = 0_i64;
            loop {
                match within(pool.acquire()).await {
                    // What is lent goes on until it comes back.
                    Ok(mut connection) => drop(connection.send(cmd::incr("done")).await.unwrap()),
                    Err(Error::Closed) => return done,
                    Err(error) => panic!("{error}"),
                }
                done += 1;
            }
        });
    }
    await_metrics(&pool, |metrics| metrics.wait.count() > 200).await;
    pool.close();
    let done: i64 = within(tasks.join_all()).await.into_iter().sum();
    assert_eq!(within(admin.get("done").parse::<i64>()).await.unwrap(), Some(done));
    await_connected(&admin, 0).await;
    let metrics = pool.metrics();
    pool.close();
    assert_eq!((metrics.size(), metrics.waiting), (0, 0));
    assert_eq!(metrics.closed(ClosedBy::Pool), metrics.created);
    assert!(matches!(within(pool.prewarm()).await.unwrap_err(), Error::Closed));
}

#[test]
fn a_pool_outlives_the_runtime_that_it_was_first_used_on() {
    let server = Server::start(&[]);
    let pool = builder(&server, 2).min_size(1).build().unwrap();
    for round in 1..4 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let pinged = runtime.block_on(async { within(acquire(&pool).await.send(cmd::ping())).await });
        assert!(pinged.is_ok(), "round {round}: {pinged:?}");
    }
}

#[tokio::test]
async fn what_happens_is_counted() {
    let server = Server::start(&[]);
    let pool = pool(&server, 3);
    let (one, mut two) = (acquire(&pool).await, acquire(&pool).await);
    drop(one);
    abandon(two.send(blpop("queue", 0.0))).await;
    drop(two);
    let three = acquire(&pool).await;
    let metrics = pool.metrics();
    assert_eq!((metrics.size(), metrics.idle, metrics.active, metrics.waiting), (1, 0, 1, 0));
    assert_eq!((metrics.created, metrics.failed, metrics.timeouts, metrics.overloads), (2, 0, 0, 0));
    assert_eq!(ClosedBy::ALL.map(|by| metrics.closed(by)), [0, 0, 1, 0, 0, 0]);
    assert_eq!((metrics.creation.count(), metrics.wait.count()), (2, 3));
    assert!(metrics.creation.max() > Duration::ZERO && metrics.wait.max() >= metrics.wait.quantile(0.5));

    let mut text = Exposition::new();
    metrics.expose(&mut text, &[("pool", "a")]);
    let text = text.to_string();
    for line in [
        "resp_pool_connections{pool=\"a\",state=\"active\"} 1",
        "resp_pool_closed_total{pool=\"a\",reason=\"dirty\"} 1",
        "resp_pool_created_total{pool=\"a\"} 2",
        "resp_pool_wait_seconds_bucket{pool=\"a\",le=\"+Inf\"} 3",
        "resp_pool_connect_seconds_count{pool=\"a\"} 2",
    ] {
        assert!(text.lines().any(|found| found == line), "{line} in {text}");
    }
    drop(three);
}
