//! Connections that are lost with calls under way: every call ends, and says
//! truly whether its command may have run. What was never sent is sent on the
//! next connection, if there is one.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::net::{Ipv4Addr, SocketAddr};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};

use client_setup::{Server, chain, within};
use resp_net::resp_core::{Command, Reply};
use resp_net::{Client, ConfigBuilder, Connection, Error, Executed, LostReason, SessionError, cmd};
use tests::proxy::{Direction, Proxy, eventually, read_expected, read_to_end};
use tests::wait::LIMIT;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

/// A server for one connection, which the test serves itself: nobody listens
/// any more when it has come.
struct OneServer {
    address: SocketAddr,
    peer: Receiver<TcpStream>,
}

impl OneServer {
    fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, peer) = channel();
        std::thread::spawn(move || {
            let (stream, _) = listener.accept().unwrap();
            drop(listener);
            drop(sender.send(stream));
        });
        Self { address, peer }
    }

    fn url(&self) -> String {
        format!("redis://{}?protocol=2&set_info=false", self.address)
    }

    fn accept(&self) -> TcpStream {
        let peer = self.peer.recv_timeout(LIMIT).unwrap();
        peer.set_read_timeout(Some(LIMIT)).unwrap();
        peer
    }
}

/// A client of this server whose calls have all the time that they need.
async fn patient(url: &str) -> Client {
    let config = ConfigBuilder::from_url(url).unwrap().call_timeout(None).liveness_timeout(LIMIT);
    let config = config.budget(64 << 20).max_waiting(10_000);
    within(Client::connect_with(&config.build().unwrap())).await.unwrap()
}

fn wire<R>(command: &Command<R>) -> Vec<u8> {
    let mut wire = Vec::new();
    command.wire().write_to(&mut wire);
    wire
}

fn executed<T>(result: &Result<T, Error>) -> Executed {
    match result {
        Err(error @ Error::Lost { executed, .. }) => {
            assert_eq!(error.executed(), *executed);
            *executed
        }
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it has no reply"),
    }
}

/// A client without a server says so at once, and that nothing was sent.
async fn assert_is_down(client: &Client) {
    for _ in 0..3 {
        assert_eq!(executed(&within(client.ping()).await), Executed::No);
        assert_eq!(executed(&within(client.pipeline([cmd::ping()])).await), Executed::No);
        assert!(!client.is_connected());
    }
}

#[tokio::test]
async fn a_killed_connection_ends_all_calls() {
    let server = Server::start(&[]);
    let client = patient(&server.url()).await;
    let id = within(client.send(cmd::raw("CLIENT").arg("ID").returning::<i64>())).await.unwrap();
    // Nothing more is answered, and so everything is in flight.
    server.run(&["CLIENT", "PAUSE", "60000", "WRITE"]);
    let mut calls = JoinSet::new();
    for index in 0..10_000 {
        let client = client.clone();
        calls.spawn(async move {
            match index % 10 {
                0 => client.pipeline((cmd::incr("n"), cmd::incr("n"))).await.map(|_| 2),
                _ => client.incr("n").await.map(|_| 1),
            }
        });
    }
    while server.info("clients", "blocked_clients") == 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(server.run_text(&["CLIENT", "KILL", "ID", &id.to_string()]), "1");
    // Those that were in flight end although nothing is answered yet.
    let first = within(calls.join_next()).await.unwrap().unwrap();
    assert_eq!(executed(&first), Executed::Maybe);
    server.run(&["CLIENT", "UNPAUSE"]);
    let results = within(calls.join_all()).await;
    assert_eq!(results.len(), 10_000 - 1);
    let failed = results.iter().filter(|result| result.is_err());
    assert!(failed.clone().all(|result| executed(result) == Executed::Maybe), "the rest was sent again");
    let acknowledged: i64 = results.iter().flatten().sum();
    let ran = within(client.get("n").parse::<i64>()).await.unwrap().unwrap_or(0);
    assert_eq!(ran, acknowledged, "in truth, nothing has run of what was in flight");
}

#[tokio::test]
async fn each_increment_ran_if_and_only_if_the_error_allows_it() {
    let server = Server::start(&[]);
    for _ in 0..10 {
        server.run(&["DEL", "n"]);
        let proxy = Proxy::start(server.port()).unwrap();
        let client = patient(&proxy.url()).await;
        let mut calls = JoinSet::new();
        for _ in 0..1_000 {
            let client = client.clone();
            calls.spawn(async move { client.incr("n").await });
        }
        // Somewhere in the middle.
        let mut results = Vec::new();
        while results.len() < 100 {
            results.push(within(calls.join_next()).await.unwrap().unwrap());
            if results.len() == 50 {
                proxy.live().stall(Direction::ToClient);
                proxy.live().cut();
            }
        }
        results.extend(within(calls.join_all()).await);
        let mut values: Vec<i64> = results.iter().flatten().copied().collect();
        values.sort_unstable();
        values.dedup();
        let answered = results.iter().flatten().count();
        assert_eq!(values.len(), answered, "nobody was told what another was");
        let failed = results.iter().filter(|result| result.is_err());
        let maybe = failed.filter(|result| executed(result) == Executed::Maybe).count();
        assert_eq!(answered + maybe, 1_000, "what was not sent was sent again");
        let ran: usize = server.run_text(&["GET", "n"]).parse().unwrap();
        assert!(answered <= ran && ran <= answered + maybe, "{answered} <= {ran} <= {answered} + {maybe}");
    }
}

#[tokio::test]
async fn a_server_that_ends_ends_all_calls() {
    let server = Server::start(&[]);
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut connection = within(Connection::connect(&server.url())).await.unwrap();
    let sleep = cmd::raw("DEBUG").args(["SLEEP", "0"]).returning::<Reply>();
    drop(within(client.send(sleep)).await);
    let mut calls = JoinSet::new();
    for index in 0..1_000_u32 {
        let client = client.clone();
        calls.spawn(async move {
            // Until the end comes.
            loop {
                match client.echo(index).parse::<u32>().await {
                    Ok(echoed) => assert_eq!(echoed, index),
                    result => return result,
                }
            }
        });
    }
    let blocked = cmd::raw("BLPOP").arg("queue").arg(0).returning::<Reply>();
    let popped = tokio::spawn(async move {
        let result = connection.send(blocked).await;
        (connection, result)
    });
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    drop(server);
    let results = within(calls.join_all()).await;
    assert!(results.iter().any(|result| executed(result) == Executed::Maybe));
    let (mut connection, result) = within(popped).await.unwrap();
    assert_eq!(executed(&result), Executed::Maybe);
    assert!(connection.is_lost());
    assert_eq!(executed(&within(connection.send(cmd::ping())).await), Executed::No);
    assert_is_down(&client).await;
}

#[tokio::test]
async fn what_was_written_may_have_run_and_what_was_not_has_not() {
    let server = OneServer::start();
    let client = patient(&server.url()).await;
    let mut peer = server.accept();
    // This one arrives.
    let small = cmd::echo("first");
    let mut first = Box::pin(client.send(small.clone()));
    poll_once(&mut first).await;
    assert!(read_expected(&mut peer, &wire(&small)).unwrap());
    // This one is more than the sockets hold, and the peer takes no more.
    let large: Vec<_> = (0..32).map(|_| cmd::echo(vec![b'x'; 1 << 20])).collect();
    let mut second = Box::pin(client.pipeline(large));
    poll_once(&mut second).await;
    // And these are behind it.
    let mut third = Box::pin(client.echo("third"));
    let mut fourth = Box::pin(client.pipeline([cmd::echo("fourth")]));
    poll_once(&mut third).await;
    poll_once(&mut fourth).await;
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    drop(peer);
    assert_eq!(executed(&within(first).await), Executed::Maybe);
    assert_eq!(executed(&within(second).await), Executed::Maybe);
    assert_eq!(executed(&within(third).await), Executed::No);
    assert_eq!(executed(&within(fourth).await), Executed::No);
    assert_is_down(&client).await;
}

#[tokio::test]
async fn what_is_given_up_behind_a_full_socket_is_never_sent() {
    let server = Server::start(&[]);
    let proxy = Proxy::start(server.port()).unwrap();
    let client = patient(&proxy.url()).await;
    proxy.all().stall(Direction::ToServer);
    let large: Vec<_> = (0..32).map(|_| cmd::echo(vec![b'x'; 1 << 20])).collect();
    let mut large = Box::pin(client.pipeline(large));
    poll_once(&mut large).await;
    let mut kept = Box::pin(client.set("kept", 1));
    poll_once(&mut kept).await;
    for index in 0..10_000 {
        let mut dropped = Box::pin(client.set(format!("dropped:{index}"), 1));
        poll_once(&mut dropped).await;
    }
    proxy.all().resume(Direction::ToServer);
    assert_eq!(within(large).await.unwrap().len(), 32);
    within(kept).await.unwrap();
    let keys = within(client.send(cmd::raw("KEYS").arg("*").returning::<Vec<String>>())).await.unwrap();
    assert_eq!(keys, ["kept"]);
}

#[tokio::test]
async fn answers_before_the_end_count() {
    let server = OneServer::start();
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut peer = server.accept();
    let calls = [client.ping(), client.ping(), client.ping()];
    let mut calls = calls.map(Box::pin);
    for call in &mut calls {
        poll_once(call).await;
    }
    for _ in 0..3 {
        tokio::task::yield_now().await;
    }
    assert!(read_expected(&mut peer, b"*1\r\n$4\r\nPING\r\n").unwrap());
    peer.write_all(b"+one\r\n$3\r\ntw").unwrap();
    peer.shutdown(std::net::Shutdown::Write).unwrap();
    let [first, second, third] = calls;
    assert_eq!(within(first).await.unwrap(), "one");
    let second = within(second).await;
    assert_eq!(executed(&second), Executed::Maybe);
    let text = chain(&second.unwrap_err());
    assert_eq!(
        text,
        "connection lost, the command may have run: the peer closed the connection in the middle of a reply"
    );
    assert_ne!(executed(&within(third).await), Executed::Yes);
    assert_is_down(&client).await;
}

#[tokio::test]
async fn a_peer_that_breaks_the_protocol_is_left() {
    for (answer, text, error) in [
        (&b"+one\r\n+two\r\n"[..], "a reply to nothing", true),
        (b"+one\r\nHTTP/1.1 400\r\n", "does not speak RESP", true),
        (b"$9999999999\r\n", "exceeded a limit", false),
    ] {
        let server = OneServer::start();
        let client = within(Client::connect(&server.url())).await.unwrap();
        let mut peer = server.accept();
        let mut call = Box::pin(client.ping());
        poll_once(&mut call).await;
        assert!(read_expected(&mut peer, b"*1\r\n$4\r\nPING\r\n").unwrap());
        peer.write_all(answer).unwrap();
        match within(call).await {
            Ok(reply) => assert!(error && reply == "one"),
            Err(lost) => assert!(!error && chain(&lost).contains(text), "{}", chain(&lost)),
        }
        // The socket is closed although the client is still there.
        let rest = tokio::task::spawn_blocking(move || read_to_end(&mut peer)).await.unwrap();
        assert_eq!(rest.unwrap(), b"", "{text}");
        assert_is_down(&client).await;
    }
}

#[tokio::test]
async fn the_reason_is_not_that_of_the_next_attempt() {
    let server = OneServer::start();
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut peer = server.accept();
    let mut call = Box::pin(client.ping());
    poll_once(&mut call).await;
    assert!(read_expected(&mut peer, b"*1\r\n$4\r\nPING\r\n").unwrap());
    peer.write_all(b"HTTP/1.1 400\r\n").unwrap();
    // It is refused, since nobody listens any more, before the caller looks.
    while within(client.ping()).await.is_ok() || client.is_connected() {}
    let lost = within(call).await.unwrap_err();
    assert!(chain(&lost).contains("does not speak RESP"), "{}", chain(&lost));
}

#[tokio::test]
async fn pushes_are_no_replies() {
    let server = OneServer::start();
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut peer = server.accept();
    peer.write_all(b">2\r\n+invalidate\r\n*1\r\n+k\r\n").unwrap();
    for index in 0..3 {
        let mut call = Box::pin(client.echo(index).parse::<i64>());
        poll_once(&mut call).await;
        assert!(read_expected(&mut peer, &wire(&cmd::echo(index))).unwrap());
        write!(peer, ">1\r\n+message\r\n$1\r\n{index}\r\n>1\r\n+message\r\n").unwrap();
        assert_eq!(within(call).await.unwrap(), index);
    }
}

#[test]
fn callers_do_not_wait_for_a_runtime_that_is_gone() {
    for runtime in [Runtime::new().unwrap(), current_thread()] {
        let server = OneServer::start();
        let client = runtime.block_on(Client::connect(&server.url())).unwrap();
        let mut peer = server.accept();
        let caller = client.clone();
        // On a runtime of its own, so that only the connection's is gone.
        let waiting = std::thread::spawn(move || {
            current_thread().block_on(async {
                let call = |caller: Client| tokio::spawn(async move { caller.ping().await });
                let calls: Vec<_> = (0..10).map(|_| call(caller.clone())).collect();
                let mut results = Vec::new();
                for call in calls {
                    results.push(within(call).await.unwrap());
                }
                results
            })
        });
        assert!(read_expected(&mut peer, b"*1\r\n$4\r\nPING\r\n").unwrap());
        drop(runtime);
        let results = waiting.join().unwrap();
        for result in &results {
            match result {
                Err(Error::Lost { reason: LostReason::Closed, executed }) => {
                    assert_ne!(*executed, Executed::Yes);
                }
                // It was made after the end.
                Err(Error::Closed) => {}
                result => panic!("{result:?}"),
            }
        }
        assert_eq!(executed(&results[0]), Executed::Maybe);
        let error = current_thread().block_on(within(client.ping())).unwrap_err();
        assert!(matches!(error, Error::Closed), "{error}");
        assert_eq!(read_all_in_time(peer), Some(()), "its socket is closed");
    }
}

#[test]
fn replies_that_came_reach_callers_although_the_runtime_is_gone() {
    // More than one portion of those who are woken; the last few calls wait for the replies.
    const CALLS: usize = 500;
    const ANSWERED: usize = 140;
    let runtime = Runtime::new().unwrap();
    let server = OneServer::start();
    let client = runtime.block_on(Client::connect(&server.url())).unwrap();
    let mut peer = server.accept();
    let waiting = std::thread::spawn(move || {
        current_thread().block_on(async {
            let calls: Vec<_> = (0..CALLS)
                .map(|_| {
                    let caller = client.clone();
                    tokio::spawn(async move { caller.ping().await })
                })
                .collect();
            let mut answered = 0;
            for call in calls {
                answered += usize::from(within(call).await.unwrap().is_ok());
            }
            answered
        })
    });
    assert!(read_expected(&mut peer, &b"*1\r\n$4\r\nPING\r\n".repeat(ANSWERED)).unwrap());
    peer.write_all(&b"+PONG\r\n".repeat(ANSWERED)).unwrap();
    // It may be read by now, and some of the callers woken.
    drop(runtime);
    let answered = waiting.join().unwrap();
    assert!(answered == 0 || answered == ANSWERED, "{answered} of one read");
}

#[tokio::test]
async fn the_last_client_closes_the_socket() {
    let server = OneServer::start();
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut peer = server.accept();
    let clones: Vec<_> = (0..10).map(|_| client.clone()).collect();
    drop(client);
    let mut call = Box::pin(clones[9].ping());
    poll_once(&mut call).await;
    assert!(read_expected(&mut peer, b"*1\r\n$4\r\nPING\r\n").unwrap());
    peer.write_all(b"+PONG\r\n").unwrap();
    assert_eq!(within(call).await.unwrap(), "PONG", "nine of ten may go");
    drop(clones);
    let rest = tokio::task::spawn_blocking(move || read_all_in_time(peer));
    assert_eq!(within(rest).await.unwrap(), Some(()));
}

#[tokio::test]
async fn a_dropped_connection_closes_the_socket() {
    let server = OneServer::start();
    let connection = within(Connection::connect(&server.url())).await.unwrap();
    let peer = server.accept();
    drop(connection);
    let rest = tokio::task::spawn_blocking(move || read_all_in_time(peer));
    assert_eq!(within(rest).await.unwrap(), Some(()));
}

#[tokio::test]
async fn the_reason_is_the_same_for_all() {
    let server = OneServer::start();
    let client = within(Client::connect(&server.url())).await.unwrap();
    let mut peer = server.accept();
    let mut calls = JoinSet::new();
    for _ in 0..10 {
        let client = client.clone();
        calls.spawn(async move {
            let Err(Error::Lost { reason, executed }) = client.ping().await else {
                panic!("it has no reply")
            };
            assert_eq!(executed, Executed::Maybe);
            reason
        });
    }
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    assert!(read_expected(&mut peer, &b"*1\r\n$4\r\nPING\r\n".repeat(10)).unwrap());
    drop(peer);
    for reason in within(calls.join_all()).await {
        let LostReason::Session(error) = reason else { panic!("{reason}") };
        assert!(matches!(*error, SessionError::PeerClosed { mid_reply: false }));
    }
}

fn current_thread() -> Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// Polls a future once; it must not be ready.
async fn poll_once<F: Future + Unpin>(future: &mut F) {
    tokio::select! {
        biased;
        _ = future => panic!("it cannot be ready"),
        () = core::future::ready(()) => {}
    }
}

/// Reads until the other side closes, if it does so in time.
fn read_all_in_time(mut peer: TcpStream) -> Option<()> {
    peer.set_nonblocking(true).ok()?;
    let mut buffer = vec![0; 64 << 10];
    let ended = eventually(|| match peer.read(&mut buffer) {
        Ok(count) => count == 0,
        Err(error) => error.kind() != std::io::ErrorKind::WouldBlock,
    });
    ended.then_some(())
}
