//! Servers that say no.

use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

use resp_net::{Credentials, Error, Executed, LostReason, SessionError, cmd};
use tests::proxy::{Proxy, eventually};
use tests::resp_server::RespServer;
use tests::server::RedisServer;

use crate::client_setup::Server;
use crate::door::{Door, SECRET, config, for_each_driver, lost, server};

for_each_driver![
    f15_each_refusal_says_what_it_means,
    f15_a_server_without_memory_ran_nothing,
    f31_a_wrong_password_is_told_and_not_shown,
    f31_a_user_who_may_no_longer_is_told_so_and_stays_connected,
    f31_a_password_that_changes_is_asked_for_again,
    f32_many_clients_find_a_server_that_starts_again,
    f32_many_clients_do_not_come_back_in_step,
];

fn f15_each_refusal_says_what_it_means<D: Door>() {
    let server = RespServer::start(|args| match args {
        [b"GET", code] => Some([b"-", *code, b" says the server\r\n"].concat()),
        _ => Some(b"+OK\r\n".to_vec()),
    });
    let server = server.unwrap();
    let client = D::open(config(server.address().port()));
    for (code, retryable, executed) in [
        ("LOADING", true, Executed::No),
        ("MASTERDOWN", true, Executed::No),
        ("OOM", true, Executed::No),
        ("NOREPLICAS", true, Executed::No),
        ("MISCONF", true, Executed::No),
        ("BUSY", true, Executed::No),
        ("READONLY", true, Executed::No),
        ("CLUSTERDOWN", true, Executed::No),
        ("TRYAGAIN", true, Executed::No),
        ("NOSCRIPT", false, Executed::No),
        ("NOPERM", false, Executed::No),
        ("WRONGTYPE", false, Executed::Yes),
        ("ERR", false, Executed::Yes),
    ] {
        let alone = client.send(cmd::get(code)).unwrap_err();
        assert_eq!((alone.is_retryable(), alone.executed()), (retryable, executed), "{alone}");
        // Others of the batch may have run.
        let in_batch = client.pipeline([cmd::get(code)]).unwrap_err();
        let executed = if executed == Executed::No { Executed::Maybe } else { executed };
        assert_eq!((in_batch.is_retryable(), in_batch.executed()), (retryable, executed), "{in_batch}");
        assert!(alone.to_string().contains(code) && in_batch.to_string().contains(code), "{in_batch}");
    }
    assert_eq!(server.seen().connections, 1, "none of it is a reason to leave");
}

fn f15_a_server_without_memory_ran_nothing<D: Door>() {
    let server = server(&["--maxmemory", "1"]);
    let client = D::open(config(server.port()));
    let error = client.send(cmd::set("k", "v")).unwrap_err();
    assert!(matches!(&error, Error::Server(error) if error.code() == "OOM"), "{error}");
    assert_eq!((error.is_retryable(), error.executed()), (true, Executed::No));
    assert_eq!(client.send(cmd::get("k")).unwrap(), None);
}

fn f31_a_wrong_password_is_told_and_not_shown<D: Door>() {
    let server = Server::of(RedisServer::builder().password("another").start());
    let error = D::connect(&config(server.port()).build().unwrap()).map(|_| ()).unwrap_err();
    let Error::Connect(LostReason::Session(reason)) = &error else { panic!("{error}") };
    assert!(matches!(&**reason, SessionError::Auth(error) if error.code() == "WRONGPASS"), "{reason}");
    assert_eq!(error.executed(), Executed::No);
}

fn f31_a_user_who_may_no_longer_is_told_so_and_stays_connected<D: Door>() {
    let rules = ["on", &format!(">{SECRET}"), "~*", "+@all"];
    let server = Server::of(RedisServer::builder().password(SECRET).user("app", &rules).start());
    let client = D::open(config(server.port()).username("app"));
    client.send(cmd::set("k", 1)).unwrap();
    server.run(&["ACL", "SETUSER", "app", "-incr"]);
    let error = client.send(cmd::incr("k")).unwrap_err();
    assert!(matches!(&error, Error::Server(error) if error.code() == "NOPERM"), "{error}");
    assert_eq!((error.is_retryable(), error.executed()), (false, Executed::No));
    client.echo().unwrap();
    server.run(&["ACL", "SETUSER", "app", "+incr"]);
    assert_eq!(client.send(cmd::incr("k")).unwrap(), 2);
}

fn f31_a_password_that_changes_is_asked_for_again<D: Door>() {
    let rules = ["on", ">old", "~*", "+@all"];
    let server = Server::of(RedisServer::builder().password(SECRET).user("app", &rules).start());
    let proxy = Proxy::start(server.port()).unwrap();
    let is_new = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&is_new);
    let provide = move || Credentials {
        username: Some("app".into()),
        password: if asked.load(SeqCst) { SECRET } else { "old" }.into(),
    };
    let client = D::open(config(proxy.port()).credentials_provider(provide));
    server.run(&["ACL", "SETUSER", "app", "resetpass", &format!(">{SECRET}")]);
    let (before, start) = (proxy.counts().accepted, Instant::now());
    proxy.live().cut();
    assert!(proxy.wait(|counts| counts.accepted >= before + 5), "it tries again and again");
    // At once, and then after 5, 10, 20, 40 and 50 ms on average.
    let (tries, took) = (proxy.counts().accepted - before, start.elapsed());
    assert!(u128::from(tries) <= 8 + took.as_millis() / 10, "{tries} tries in {took:?}");
    assert_eq!(lost(client.send(cmd::incr("n"))), Executed::No);
    is_new.store(true, SeqCst);
    client.recover();
    assert_eq!(client.send(cmd::incr("n")).unwrap(), 1);
}

fn f32_many_clients_find_a_server_that_starts_again<D: Door>() {
    const CLIENTS: usize = 200;
    let server = server(&[]);
    let config = config(server.port()).backoff_max(Duration::from_millis(400));
    let config = config.connect_timeout(Duration::from_secs(10)).call_timeout(Duration::from_secs(10));
    let clients: Vec<_> = (0..CLIENTS).map(|_| D::open(config.clone())).collect();
    server.kill();
    assert!(eventually(|| clients.iter().all(|client| !client.is_connected())));
    server.restart().unwrap();
    let start = Instant::now();
    assert!(eventually(|| clients.iter().all(Door::is_connected)));
    let took = start.elapsed();
    assert!(took < Duration::from_secs(5), "{took:?}");
    clients.iter().for_each(|client| client.echo().unwrap());
    // The two others are the test's own looks at the server.
    let accepted = server.info("stats", "total_connections_received");
    assert!(accepted <= CLIENTS as u64 + 5, "{accepted} connections for {CLIENTS} clients");
}

/// A machine with other things to do may hold back many clients at a time, and
/// let them go together; that they agree would show each time.
fn f32_many_clients_do_not_come_back_in_step<D: Door>() {
    const CLIENTS: usize = 100;
    const PAUSE: Duration = Duration::from_millis(800);
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let config = config(proxy.port()).backoff_first(PAUSE).backoff_max(PAUSE);
    let clients: Vec<_> = (0..CLIENTS).map(|_| D::open(config.clone())).collect();
    let fullest = core::iter::repeat_with(|| {
        proxy.refuse();
        proxy.live().cut();
        // Each has tried at once, as all do at the first time, and been refused.
        for client in &clients {
            assert!(eventually(|| !client.is_connected()));
            assert_eq!(lost(client.send(cmd::incr("n"))), Executed::No);
        }
        let before = proxy.accept_times().len();
        proxy.accept();
        assert!(eventually(|| clients.iter().all(Door::is_connected)));
        clients.iter().for_each(|client| client.echo().unwrap());
        let times = proxy.accept_times().split_off(before);
        assert_eq!(times.len(), CLIENTS, "one attempt of each");
        most_within(PAUSE / 10, &times)
    });
    // Of pauses of any length up to the longest, a fifth would end so close together.
    let fullest: Vec<_> = fullest.take(3).take_while(|&most| most > CLIENTS / 2).collect();
    assert!(fullest.len() < 3, "{fullest:?} of {CLIENTS} came at the same time");
    assert_eq!(server.command_calls("incr"), 0);
}

/// How many of these times, in their order, are so close together.
fn most_within(span: Duration, times: &[Instant]) -> usize {
    let from = |first: usize| times[first..].iter().take_while(|&&time| time - times[first] <= span).count();
    (0..times.len()).map(from).max().unwrap_or(0)
}
