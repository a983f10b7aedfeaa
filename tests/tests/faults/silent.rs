//! Servers that say nothing: stopped, paused or busy.

use core::time::Duration;
use std::io::{BufRead, BufReader, Write};
use std::time::Instant;

use resp_net::{Config, Error, Executed, cmd};
use tests::peer::FakeServer;
use tests::proxy::{Proxy, eventually};

use crate::door::{Door, config, for_each_driver, server, timed_out};

for_each_driver![
    f03_a_stopped_server_is_given_up_and_asked_for_anew,
    f11_a_pause_longer_than_the_deadline_costs_no_connection,
    f12_a_slow_command_is_named_by_those_behind_it,
    a_server_that_sends_without_end_keeps_nobody_from_his_deadline,
];

const DEADLINE: Duration = Duration::from_millis(150);
/// What a busy machine may add to it.
const SLACK: Duration = Duration::from_secs(1);

fn f03_a_stopped_server_is_given_up_and_asked_for_anew<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let config = config(proxy.port()).call_timeout(DEADLINE).connect_timeout(DEADLINE);
    let client = D::open(config.liveness_timeout(2 * DEADLINE));
    client.echo().unwrap();
    server.pause();
    let start = Instant::now();
    assert_eq!(timed_out(client.send(cmd::incr("n"))), Executed::Maybe);
    let took = start.elapsed();
    assert!(took >= DEADLINE && took < DEADLINE + SLACK, "{took:?}");
    // The server's socket lives: only its silence tells.
    assert!(proxy.wait(|counts| counts.accepted >= 2), "it was not given up");
    assert!(eventually(|| !client.is_connected()));
    assert!(eventually(|| matches!(client.echo(), Err(Error::Lost { executed: Executed::No, .. }))));
    server.resume();
    client.recover();
    // It was in the server's socket all the time.
    assert!(server.command_calls("incr") <= 1);
    assert_eq!(client.send(cmd::get("n").parse::<u64>()).unwrap().unwrap_or(0), server.command_calls("incr"));
}

fn f11_a_pause_longer_than_the_deadline_costs_no_connection<D: Door>() {
    let server = server(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = D::open(config(proxy.port()).call_timeout(DEADLINE));
    client.send(cmd::raw("CLIENT").args(["PAUSE", "600", "ALL"]).returning::<()>()).unwrap();
    let callers: Vec<_> = (0..8)
        .map(|_| {
            let client = client.clone();
            std::thread::spawn(move || [client.echo(), client.echo()].map(timed_out))
        })
        .collect();
    for caller in callers {
        // While it owes so many, not each is sent.
        caller.join().unwrap();
    }
    client.recover();
    assert_eq!(proxy.counts().accepted, 1, "there was nothing to connect for");
    // The replies that nobody waits for any more are nobody else's.
    (0..50).for_each(|_| client.echo().unwrap());
    assert!(proxy.wait(|counts| counts.replies == counts.commands), "each was answered, in the end");
}

fn f12_a_slow_command_is_named_by_those_behind_it<D: Door>() {
    let server = server(&["--enable-debug-command", "yes"]);
    let proxy = Proxy::start(server.port()).unwrap();
    // The handshake is one command, and so DEBUG the third.
    let client = D::open(config(proxy.port()).set_info(false).call_timeout(Duration::from_secs(10)));
    client.echo().unwrap();
    let sleeper = client.clone();
    let sleep = cmd::raw("DEBUG").args(["SLEEP", "0.5"]).returning::<()>();
    let sleeper = std::thread::spawn(move || sleeper.send(sleep));
    assert!(proxy.await_commands(3));
    let error = client.send(cmd::incr("n").timeout(DEADLINE)).unwrap_err();
    let Error::Timeout { executed: Executed::Maybe, spent } = &error else { panic!("{error}") };
    assert_eq!(spent.ahead, 1);
    assert!(spent.in_flight + spent.queued >= DEADLINE, "{spent}");
    assert!(spent.silence >= DEADLINE, "{spent}");
    assert!(error.to_string().contains("behind 1 others"), "{error}");
    sleeper.join().unwrap().unwrap();
    client.echo().unwrap();
    assert_eq!(client.send(cmd::incr("n")).unwrap(), 2, "it ran after all");
}

/// It sends what concerns nobody, faster than it is read, and no answer.
fn a_server_that_sends_without_end_keeps_nobody_from_his_deadline<D: Door>() {
    let server = FakeServer::start(|mut peer| {
        let mut commands = BufReader::new(peer.try_clone()?);
        commands.fill_buf()?;
        peer.write_all(b"%1\r\n+proto\r\n:3\r\n")?;
        commands.consume(commands.buffer().len());
        commands.fill_buf()?;
        let pushes = b">2\r\n+invalidate\r\n*0\r\n".repeat(4096);
        loop {
            peer.write_all(&pushes)?;
        }
    });
    let server = server.unwrap();
    let config = Config::builder().host("127.0.0.1").port(server.address().port()).set_info(false);
    let client = D::open(config.call_timeout(DEADLINE));
    let start = Instant::now();
    assert_eq!(timed_out(client.send(cmd::incr("n"))), Executed::Maybe);
    let took = start.elapsed();
    assert!(took >= DEADLINE && took < DEADLINE + SLACK, "{took:?}");
    let start = Instant::now();
    client.close(Duration::ZERO);
    assert!(start.elapsed() < SLACK, "{:?}", start.elapsed());
}
