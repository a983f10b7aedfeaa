//! A connection that waits, for whatever it may be, costs no time of the
//! processor, and goes on when it need not wait any more.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

mod client_setup;

use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use core::time::Duration;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use client_setup::within;
use resp_net::resp_core::Command;
use resp_net::{Client, Error, cmd};
use tests::proxy::FakeServer;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tokio::task::JoinSet;

/// A runtime of one thread, and what tells that the thread went to sleep.
struct Sleeper {
    runtime: Runtime,
    asleep: Arc<Notify>,
    watched: Arc<AtomicBool>,
}

impl Sleeper {
    fn new() -> Self {
        let (asleep, watched) = (Arc::new(Notify::new()), Arc::new(AtomicBool::new(false)));
        let (notify, armed) = (Arc::clone(&asleep), Arc::clone(&watched));
        let mut builder = Builder::new_current_thread();
        builder.enable_all().on_thread_park(move || {
            if armed.swap(false, SeqCst) {
                notify.notify_one();
            }
        });
        Self { runtime: builder.build().unwrap(), asleep, watched }
    }

    /// Waits until the thread sleeps, since no task wants to run.
    async fn sleeps(&self, when: &str) {
        // What was woken before is none of the matter.
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        self.watched.store(true, SeqCst);
        let sleeps = tokio::time::timeout(Duration::from_secs(5), self.asleep.notified()).await;
        assert!(sleeps.is_ok(), "the connection keeps the thread awake {when}");
    }
}

/// What a [`scripted`] server does next.
enum Act {
    /// Reads so many PINGs, and says so.
    Read(usize),
    /// Answers so many.
    Answer(usize),
}

/// A server that does what it is told; it says when it has read.
fn scripted() -> (FakeServer, Sender<Act>, Receiver<()>) {
    let (acts, script) = channel::<Act>();
    let (done, was_read) = channel();
    let script = Mutex::new(Some((script, done)));
    let server = FakeServer::start(move |mut peer| {
        let Some((script, done)) = script.lock().unwrap().take() else { return Ok(()) };
        for act in script {
            match act {
                Act::Read(count) => {
                    peer.read_exact(&mut b"*1\r\n$4\r\nPING\r\n".repeat(count))?;
                    let _ = done.send(());
                }
                Act::Answer(count) => peer.write_all(&b"+PONG\r\n".repeat(count))?,
            }
        }
        Ok(())
    });
    (server.unwrap(), acts, was_read)
}

async fn was_read(receiver: &Receiver<()>) {
    within(async {
        while receiver.try_recv().is_err() {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

/// Starts calls, all of which have been polled when it returns.
async fn start(client: &Client, count: usize) -> JoinSet<Result<Bytes, Error>> {
    let mut calls = JoinSet::new();
    for _ in 0..count {
        let client = client.clone();
        calls.spawn(async move { client.ping().await });
    }
    tokio::task::yield_now().await;
    calls
}

async fn all_answered(calls: JoinSet<Result<Bytes, Error>>) {
    assert!(within(calls.join_all()).await.into_iter().all(|reply| reply.unwrap() == "PONG"));
}

#[test]
fn while_replies_are_awaited() {
    let sleeper = Sleeper::new();
    let (server, acts, read) = scripted();
    sleeper.runtime.block_on(async {
        let client = within(Client::connect(&server.url())).await.unwrap();
        sleeper.sleeps("when it is new").await;
        // However many are under way, a further call is sent in the end, and
        // the wait for that is a sleep too.
        for count in [1, 2, 7, 8, 9, 16, 100] {
            acts.send(Act::Read(count)).unwrap();
            let mut first = start(&client, count).await;
            was_read(&read).await;
            sleeper.sleeps(&format!("while {count} replies are awaited")).await;
            let second = start(&client, 1).await;
            sleeper.sleeps(&format!("with one more than {count} calls")).await;
            let mut answered = 0;
            for part in [count / 10, count / 20, 0, count] {
                let part = part.min(count - answered);
                answered += part;
                acts.send(Act::Answer(part)).unwrap();
                for _ in 0..part {
                    let reply = within(first.join_next()).await.unwrap();
                    assert_eq!(reply.unwrap().unwrap(), "PONG");
                }
                sleeper.sleeps(&format!("when {answered} of {count} and one are answered")).await;
            }
            acts.send(Act::Read(1)).unwrap();
            was_read(&read).await;
            sleeper.sleeps(&format!("with the last of {count} and one calls")).await;
            acts.send(Act::Answer(1)).unwrap();
            all_answered(second).await;
            sleeper.sleeps("when all is answered").await;
        }
        assert!(client.is_connected());
    });
}

#[test]
fn while_the_socket_is_full() {
    let sleeper = Sleeper::new();
    let (go, wait) = channel::<()>();
    let wait = Mutex::new(wait);
    let server = FakeServer::start(move |mut peer| {
        let _ = wait.lock().unwrap().recv();
        let mut wire = Vec::new();
        echo().wire().write_to(&mut wire);
        for _ in 0..32 {
            peer.read_exact(&mut wire)?;
            peer.write_all(&wire[b"*2\r\n$4\r\nECHO\r\n".len()..])?;
        }
        Ok(())
    });
    let server = server.unwrap();
    sleeper.runtime.block_on(async {
        let client = within(Client::connect(&server.url())).await.unwrap();
        let large = (0..32).map(|_| echo()).collect::<Vec<_>>();
        let mut call = pin!(client.pipeline(large));
        tokio::select! {
            biased;
            _ = &mut call => panic!("the peer has not read"),
            () = core::future::ready(()) => {}
        }
        sleeper.sleeps("while the socket is full").await;
        go.send(()).unwrap();
        assert_eq!(within(call).await.unwrap().len(), 32);
    });
}

fn echo() -> Command<Bytes> {
    cmd::echo(vec![b'x'; 1 << 20])
}
