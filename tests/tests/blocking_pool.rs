//! The pool for threads: how many connections there are, who gets one, and
//! which are not lent again.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::time::Duration;
use std::sync::Mutex;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Instant;

use client_setup::{Server, chain};
use resp_net::blocking::{Client, Pool, PoolBuilder, Pooled};
use resp_net::resp_core::{Command, Reply};
use resp_net::{ClosedBy, Config, Credentials, Error, Executed, Exposition, PoolMetrics, cmd};
use tests::proxy::{Direction, FakeServer, Proxy};
use tests::wait::eventually;

/// A pool of so many connections, whose callers have all the time they need.
fn pool(server: &Server, max_size: usize) -> Pool {
    builder(server, max_size).build().unwrap()
}

fn builder(server: &Server, max_size: usize) -> PoolBuilder {
    let builder = Pool::builder(&server.url()).unwrap();
    builder.max_size(max_size).acquire_timeout(Duration::from_secs(60))
}

fn id(connection: &mut Pooled) -> i64 {
    connection.send(cmd::raw("CLIENT").arg("ID").returning::<i64>()).call().unwrap()
}

/// Gives a call up whose reply is still to come.
fn abandon(connection: &mut Pooled) {
    let call = cmd::blpop("queue", None).timeout(Duration::from_millis(50));
    let error = connection.send(call).call().unwrap_err();
    assert!(matches!(error, Error::Timeout { executed: Executed::Maybe, .. }), "{error}");
}

fn await_metrics(pool: &Pool, fit: impl Fn(&PoolMetrics) -> bool) {
    assert!(eventually(|| fit(&pool.metrics())), "{:?}", pool.metrics());
}

#[test]
fn sixty_four_threads_share_ten_connections() {
    let server = Server::start(&[]);
    let pool = pool(&server, 10);
    assert_eq!(server.client_count(), 0, "it connects when it is first used");
    let most = Mutex::new(0);
    // All of them are made.
    let gates = [(); 10].map(|()| pool.acquire().unwrap());
    thread::scope(|scope| {
        for thread in 0..64_i64 {
            let (pool, server, most) = (&pool, &server, &most);
            scope.spawn(move || {
                for round in 0..30 {
                    let token = thread * 100 + round;
                    let mut connection = pool.acquire().unwrap();
                    let batch = (cmd::incr("calls"), cmd::echo(token).parse::<i64>());
                    let (_, echoed) = connection.pipeline(batch).call().unwrap();
                    assert_eq!(echoed, token);
                    if round == 15 {
                        let now = server.client_count();
                        let mut most = most.lock().unwrap();
                        *most = now.max(*most);
                    }
                }
            });
        }
        drop(gates);
    });
    let metrics = pool.metrics();
    assert_eq!((metrics.created, metrics.idle, metrics.wait.count()), (10, 10, 10 + 64 * 30));
    assert_eq!((server.client_count(), *most.lock().unwrap()), (10, 10));
    assert_eq!(server.run(&["GET", "calls"]).frame().as_bytes(), Some(&b"1920"[..]));
    drop(pool);
    assert!(server.wait_clients(0));
}

#[test]
fn who_waits_longest_is_served_first() {
    let server = Server::start(&[]);
    let pool = pool(&server, 1);
    let first = pool.acquire().unwrap();
    let order = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for thread in 0..50 {
            let (pool, order) = (&pool, &order);
            scope.spawn(move || {
                let connection = pool.acquire().unwrap();
                order.lock().unwrap().push(thread);
                drop(connection);
            });
            await_metrics(pool, |metrics| metrics.waiting == thread + 1);
        }
        assert!(order.lock().unwrap().is_empty());
        drop(first);
    });
    assert_eq!(*order.lock().unwrap(), (0..50).collect::<Vec<_>>());
}

#[test]
fn waiting_has_an_end_and_takes_nothing_along() {
    let server = Server::start(&[]);
    let builder = builder(&server, 1).min_size(1).acquire_timeout(Duration::from_millis(50));
    let pool = builder.max_waiting(1).build().unwrap();
    pool.prewarm().unwrap();
    let held = pool.acquire().unwrap();
    let start = Instant::now();
    let error = pool.acquire().unwrap_err();
    assert!(start.elapsed() >= Duration::from_millis(50));
    assert!(matches!(error, Error::PoolTimeout) && error.executed() == Executed::No, "{error}");
    assert_eq!(pool.metrics().timeouts, 1);
    // Of two who wait at the same time, one is refused at once.
    let errors = thread::scope(|scope| {
        let threads = [(); 2].map(|()| scope.spawn(|| pool.acquire().unwrap_err()));
        threads.map(|thread| thread.join().unwrap())
    });
    let overloads = errors.iter().filter(|error| matches!(error, Error::Overloaded)).count();
    assert_eq!((overloads as u64, pool.metrics().waiting), (pool.metrics().overloads, 0));
    drop(held);
    drop(pool.acquire().unwrap());
    assert_eq!(pool.metrics().idle, 1);
}

#[test]
fn one_deadline_covers_waiting_and_connecting() {
    // Accepts, and never answers.
    let silent = FakeServer::start(|mut peer| tests::proxy::read_to_end(&mut peer).map(drop)).unwrap();
    let url = format!("redis://{}", silent.address());
    let builder = Pool::builder(&url).unwrap().acquire_timeout(Duration::from_millis(50));
    let pool = builder.build().unwrap();
    let error = pool.acquire().unwrap_err();
    assert!(matches!(error, Error::PoolTimeout), "before the connect time-out: {error}");
    assert_eq!((error.executed(), pool.metrics().timeouts), (Executed::No, 1));
    // Where nobody can be served, it is said at once, and why.
    let pool = Pool::builder("unix:///nowhere/redis.sock").unwrap().build().unwrap();
    assert!(matches!(pool.acquire().unwrap_err(), Error::Connect(_)));
}

#[test]
fn connections_are_there_before_the_first_request() {
    let server = Server::start(&[]);
    let pool = builder(&server, 20).min_size(12).max_connecting(3).build().unwrap();
    pool.prewarm().unwrap();
    assert_eq!((server.client_count(), pool.metrics().idle), (12, 12));
    pool.prewarm().unwrap();
    let held: Vec<_> = (0..12).map(|_| pool.acquire().unwrap()).collect();
    assert_eq!((pool.metrics().created, pool.metrics().active), (12, 12));
    drop(held);
}

#[test]
fn warming_up_says_what_is_wrong() {
    let server = Server::start(&[]);
    server.run(&["CONFIG", "SET", "requirepass", "secret"]);
    let pool = builder(&server, 10).min_size(3).build().unwrap();
    let error = pool.prewarm().unwrap_err();
    assert!(matches!(error, Error::Connect(_)) && error.executed() == Executed::No, "{error}");
    assert!(chain(&error).contains("NOAUTH"), "{}", chain(&error));
    // It goes on trying.
    server.run(&["CONFIG", "SET", "requirepass", ""]);
    await_metrics(&pool, |metrics| metrics.idle == 3);
    assert!(pool.metrics().failed >= 1);
    pool.prewarm().unwrap();
}

#[test]
fn it_grows_when_needed_and_shrinks_when_not() {
    let server = Server::start(&[]);
    let pool = builder(&server, 4).min_size(1).idle_timeout(Duration::from_millis(50)).build().unwrap();
    let first = pool.acquire().unwrap();
    await_metrics(&pool, |metrics| metrics.size() == 1 && metrics.connecting == 0);
    let others = [(); 3].map(|()| pool.acquire().unwrap());
    assert_eq!(server.client_count(), 4, "one for each who needs one");
    drop((first, others));
    assert!(server.wait_clients(1));
    let metrics = pool.metrics();
    assert_eq!((metrics.created, metrics.idle, metrics.closed(ClosedBy::Idle)), (4, 1, 3));
}

#[test]
fn an_old_connection_is_not_lent_again() {
    let server = Server::start(&[]);
    let pool = builder(&server, 1).max_lifetime(Duration::from_millis(50)).build().unwrap();
    let mut connection = pool.acquire().unwrap();
    let first = id(&mut connection);
    drop(connection);
    assert!(server.wait_clients(0));
    assert_ne!(id(&mut pool.acquire().unwrap()), first);
    assert!(pool.metrics().closed(ClosedBy::Lifetime) >= 1);
}

#[test]
fn connections_that_died_while_idle_are_replaced() {
    let server = Server::start(&[]);
    let pool = pool(&server, 3);
    drop([(); 3].map(|()| pool.acquire().unwrap()));
    assert!(server.wait_clients(3));
    server.run(&["CLIENT", "KILL", "TYPE", "normal"]);
    assert!(server.wait_clients(0));
    let mut all = [(); 3].map(|()| pool.acquire().unwrap());
    for connection in &mut all {
        connection.send(cmd::ping()).call().unwrap();
    }
    assert_eq!((server.client_count(), pool.metrics().closed(ClosedBy::Lost)), (3, 3));
}

#[test]
fn a_peer_that_vanished_is_noticed_by_the_test() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let builder = Pool::builder(&proxy.url()).unwrap().min_size(3).max_size(3);
    let builder = builder.acquire_timeout(Duration::from_secs(2));
    let pool = builder.test_after_idle(Duration::from_nanos(1)).build().unwrap();
    pool.prewarm().unwrap();
    let pings = server.command_calls("ping");
    drop(pool.acquire().unwrap());
    assert_eq!(server.command_calls("ping"), pings + 1, "it is asked before it is lent");

    proxy.all().stall(Direction::ToClient);
    let waiting = pool.clone();
    let acquired = thread::spawn(move || waiting.acquire());
    await_metrics(&pool, |metrics| metrics.closed(ClosedBy::Test) == 3);
    proxy.all().resume(Direction::ToClient);
    let mut connection = acquired.join().unwrap().unwrap();
    assert_eq!(connection.send(cmd::echo("new").text()).call().unwrap(), "new");
}

#[test]
fn what_a_caller_began_is_not_the_next_ones() {
    let server = Server::start(&[]);
    let pool = pool(&server, 1);
    let words = |line: &str| {
        let mut words = line.split(' ');
        cmd::raw(words.next().unwrap()).args(words.collect::<Vec<_>>()).returning::<Reply>()
    };
    // What a caller does, and whether the next one may have the connection.
    for (script, reusable) in [
        (&["MULTI"][..], false),
        (&["WATCH k"], false),
        (&["CLIENT SETNAME me", "WATCH k", "UNWATCH"], false),
        (&["WATCH k", "MULTI", "UNWATCH"], false),
        (&["MULTI", "PING", "EXEC"], true),
        (&["MULTI", "NOSUCHCOMMAND", "EXEC"], true),
        (&["WATCH k", "MULTI", "DISCARD"], true),
        (&["WATCH k", "UNWATCH"], true),
    ] {
        let mut connection = pool.acquire().unwrap();
        let before = id(&mut connection);
        let batch: Vec<_> = script.iter().map(|line| words(line).caught()).collect();
        drop(connection.pipeline(batch).call().unwrap());
        drop(connection);
        let mut connection = pool.acquire().unwrap();
        assert_eq!(id(&mut connection) == before, reusable, "{script:?}");
        server.run(&["SET", "k", "changed"]);
        let ran = cmd::raw("EXEC").returning::<Option<Vec<String>>>();
        let (_, _, ran) = connection.pipeline((words("MULTI"), words("PING"), ran)).call().unwrap();
        assert_eq!(ran.as_deref(), Some(&["PONG".to_owned()][..]), "{script:?}");
    }
}

#[test]
fn f28_nobody_gets_a_connection_that_another_thread_left_dirty() {
    let server = Server::start(&[]);
    let pool = pool(&server, 2);
    let order = Mutex::new(Vec::new());
    // Held until all of them wait.
    let gates = [(); 2].map(|()| pool.acquire().unwrap());
    // Of three callers one panics and one gives up, both with a reply outstanding.
    let panicked = thread::scope(|scope| {
        let threads: Vec<_> = (0..60)
            .map(|thread| {
                let (pool, order) = (&pool, &order);
                let caller = scope.spawn(move || {
                    let mut connection = pool.acquire().unwrap();
                    order.lock().unwrap().push(thread);
                    connection.send(cmd::incr("sent")).call().unwrap();
                    match thread % 3 {
                        0 => {
                            abandon(&mut connection);
                            panic!("as it must");
                        }
                        1 => abandon(&mut connection),
                        _ => {
                            let echo = cmd::echo(thread).parse::<usize>();
                            assert_eq!(connection.send(echo).call().unwrap(), thread);
                        }
                    }
                });
                await_metrics(pool, |metrics| metrics.waiting == thread + 1);
                caller
            })
            .collect();
        drop(gates);
        threads.into_iter().filter_map(|thread| thread.join().err()).count()
    });
    assert_eq!(panicked, 20, "and no others");
    let order = order.into_inner().unwrap();
    // Two are served at the same time, and each may say so first.
    assert!(order.iter().enumerate().all(|(place, thread)| place.abs_diff(*thread) <= 2), "{order:?}");
    let metrics = pool.metrics();
    assert_eq!((metrics.active, metrics.waiting, metrics.wait.count()), (0, 0, 62));
    assert_eq!(metrics.closed(ClosedBy::Dirty), 40);
    assert!(eventually(|| pool.metrics().created == 40 + pool.metrics().idle as u64));
    assert!(server.wait_clients(pool.metrics().idle as u64) && server.wait_blocked(0));
    assert_eq!(server.run(&["GET", "sent"]).frame().as_bytes(), Some(&b"60"[..]));
    // Nobody is left who would take it.
    server.run(&["LPUSH", "queue", "job"]);
    assert_eq!(server.run(&["LLEN", "queue"]).frame().as_i64(), Some(1));

    // One that is leaked costs its place and nothing else.
    core::mem::forget(pool.acquire().unwrap());
    for _ in 0..10 {
        pool.acquire().unwrap().send(cmd::ping()).call().unwrap();
    }
    assert_eq!(pool.metrics().active, 1);
}

/// Nothing is outstanding; but who panicked may have been amid anything.
#[test]
fn a_thread_that_panics_gives_its_connection_to_nobody() {
    let server = Server::start(&[]);
    let pool = pool(&server, 1);
    let (sender, receiver) = channel();
    let panicking = pool.clone();
    let panicked = thread::spawn(move || {
        let mut connection = panicking.acquire().unwrap();
        sender.send(id(&mut connection)).unwrap();
        panic!("as it must");
    });
    assert!(panicked.join().is_err());
    assert_ne!(id(&mut pool.acquire().unwrap()), receiver.recv().unwrap());
    assert_eq!(pool.metrics().closed(ClosedBy::Dirty), 1);
}

#[test]
fn a_hook_that_panics_is_an_attempt_that_failed() {
    let server = Server::start(&[]);
    let provide = || -> Credentials { panic!("as it must") };
    let config = Config::builder().host("127.0.0.1").port(server.port()).credentials_provider(provide);
    let config = config.build().unwrap();
    let pool = Pool::builder_with(config).build().unwrap();
    assert!(matches!(pool.acquire().unwrap_err(), Error::Connect(_)));
    assert_eq!((pool.metrics().failed, pool.metrics().connecting), (1, 0));
}

#[test]
fn closing_under_load_ends_every_call_for_certain() {
    let server = Server::start(&[]);
    let pool = pool(&server, 4);
    let done: i64 = thread::scope(|scope| {
        let threads: Vec<_> = (0..32)
            .map(|_| {
                scope.spawn(|| {
                    let mut done = 0;
                    loop {
                        match pool.acquire() {
                            // What is lent goes on until it comes back.
                            Ok(mut connection) => drop(connection.send(cmd::incr("done")).call().unwrap()),
                            Err(Error::Closed) => return done,
                            Err(error) => panic!("{error}"),
                        }
                        done += 1;
                    }
                })
            })
            .collect();
        await_metrics(&pool, |metrics| metrics.wait.count() > 200);
        pool.close();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    let text = server.run_text(&["GET", "done"]);
    assert_eq!(text, done.to_string());
    assert!(server.wait_clients(0));
    let metrics = pool.metrics();
    pool.close();
    assert_eq!((metrics.size(), metrics.waiting), (0, 0));
    assert_eq!(metrics.closed(ClosedBy::Pool), metrics.created);
    assert!(matches!(pool.prewarm().unwrap_err(), Error::Closed));
}

#[test]
fn what_blocks_holds_its_own_connection_alone() {
    let server = Server::start(&[]);
    let client = Client::connect(&server.url()).unwrap();
    let pool = pool(&server, 2);
    let popped = thread::scope(|scope| {
        let popped = scope.spawn(|| {
            let pop: Command<_, _> = cmd::blpop("queue", Duration::from_secs(60)).text();
            pool.acquire().unwrap().send(pop).call()
        });
        assert!(server.wait_blocked(1));
        pool.acquire().unwrap().send(cmd::ping()).call().unwrap();
        client.lpush("queue", "job").call().unwrap();
        popped.join().unwrap().unwrap()
    });
    assert_eq!(popped, Some(("queue".to_owned(), "job".to_owned())));
}

#[test]
fn what_happens_is_counted() {
    let server = Server::start(&[]);
    let pool = pool(&server, 3);
    let (one, mut two) = (pool.acquire().unwrap(), pool.acquire().unwrap());
    drop(one);
    abandon(&mut two);
    drop(two);
    let three = pool.acquire().unwrap();
    let metrics = pool.metrics();
    assert_eq!((metrics.size(), metrics.idle, metrics.active, metrics.waiting), (1, 0, 1, 0));
    assert_eq!((metrics.created, metrics.failed, metrics.timeouts, metrics.overloads), (2, 0, 0, 0));
    assert_eq!(ClosedBy::ALL.map(|by| metrics.closed(by)), [0, 0, 1, 0, 0, 0]);
    assert_eq!((metrics.creation.count(), metrics.wait.count()), (2, 3));
    let mut text = Exposition::new();
    metrics.expose(&mut text, &[("pool", "a")]);
    let line = "resp_pool_closed_total{pool=\"a\",reason=\"dirty\"} 1";
    assert!(text.to_string().lines().any(|found| found == line), "{text}");
    drop(three);
}
