//! A feed and a session, and a script in the place of the server.

use alloc::string::String;
use alloc::vec::Vec;
use core::task::{Poll, Waker};

use bytes::{Buf, BytesMut};

use super::*;
use crate::config::{ConfigBuilder, ProtocolChoice};
use crate::session::{Event, Lanes, Transmit};

/// A connection of RESP2 that has nothing but subscriptions, and needs no handshake.
fn new(config: ConfigBuilder) -> (Feed, Session) {
    let config = config.protocol(ProtocolChoice::Resp2).set_info(false).build().expect("it is possible");
    (Feed::new(&config), Session::new(&config, Lanes::Subscriber, 0))
}

/// What the session sends, in words.
fn sent(session: &mut Session) -> String {
    let mut out = Transmit::default();
    session.poll_transmit(&mut out, 0);
    let bytes = out.copy_to_bytes(out.remaining());
    session.handle_written(bytes.len());
    let lines = bytes.split(|&byte| byte == b'\n').map(|line| String::from_utf8_lossy(line).into_owned());
    lines.filter(|line| !line.starts_with(['*', '$'])).collect::<Vec<_>>().join(" ").replace('\r', "")
}

/// Hands the session what the server says, and the feed what that means.
fn receive(feed: &Feed, session: &mut Session, said: &[u8]) {
    let mut input = BytesMut::from(said);
    session.handle_read(said.len(), 0);
    let wakers = &mut Vec::new();
    while let Some(event) = session.receive(&mut input) {
        match event {
            Event::Ready(_) => {}
            Event::Reply { tag, reply, last } => feed.handle_reply(tag, &reply, last, 0, wakers),
            Event::Failed { tag, failure } => feed.handle_failure(tag, failure.executed),
            Event::Push(push) => feed.handle_push(&push, wakers),
            event => panic!("{event:?}"),
        }
    }
    feed.align(session, 0, wakers);
}

fn join(feed: &Feed, id: usize, name: &'static str) {
    feed.lock().registry.join(id, Subscription::Channel, &[Bytes::from_static(name.as_bytes())]);
}

const A: &[u8] = b"*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n";
const B: &[u8] = b"*3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:2\r\n";
const PONG: &[u8] = b"*2\r\n$4\r\npong\r\n$0\r\n\r\n";

#[test]
fn a_new_session_is_told_all_and_an_error_of_it_is_split() {
    let (feed, mut session) = new(ConfigBuilder::default());
    receive(&feed, &mut session, b"");
    let id = feed.add();
    join(&feed, id, "a");
    join(&feed, id, "b");
    receive(&feed, &mut session, &[A, B].concat());
    assert_eq!(sent(&mut session), "", "calls tell of themselves");

    let (_, mut session) = new(ConfigBuilder::default());
    feed.handle_lost(&mut session, 0, &mut Vec::new());
    receive(&feed, &mut session, b"");
    let first = sent(&mut session);
    assert!(["SUBSCRIBE a b PING ", "SUBSCRIBE b a PING "].contains(&first.as_str()), "{first}");
    receive(&feed, &mut session, &[b"-NOPERM no\r\n", PONG].concat());
    let halves = sent(&mut session);
    assert!(
        ["SUBSCRIBE a PING SUBSCRIBE b PING ", "SUBSCRIBE b PING SUBSCRIBE a PING "]
            .contains(&halves.as_str()),
        "{halves}"
    );
    assert!(feed.poll(id, Waker::noop()).is_pending());
    let answers = if halves.starts_with("SUBSCRIBE a") {
        [A, PONG, b"-NOPERM no\r\n", PONG].concat()
    } else {
        [b"-NOPERM no\r\n", PONG, A, PONG].concat()
    };
    receive(&feed, &mut session, &answers);
    assert!(matches!(feed.poll(id, Waker::noop()), Poll::Ready(Some(Incoming::Gap(_)))));
    let Poll::Ready(Some(Incoming::Ended(ended))) = feed.poll(id, Waker::noop()) else { panic!() };
    assert_eq!(ended.name, "b");
    assert!(matches!(ended.error, Error::Server(error) if error.code() == "NOPERM"));
    assert!(session.is_idle() && feed.lock().told.is_empty());
}

#[test]
fn what_is_refused_for_the_moment_is_told_again_after_a_pause() {
    let (feed, mut session) = new(ConfigBuilder::default());
    receive(&feed, &mut session, b"");
    let id = feed.add();
    join(&feed, id, "a");
    feed.handle_lost(&mut session, 0, &mut Vec::new());
    sent(&mut session);
    receive(&feed, &mut session, &[b"-BUSY a script runs\r\n", PONG].concat());
    assert_eq!((sent(&mut session).as_str(), feed.next_alarm()), ("", RETRY_PAUSE));
    feed.align(&mut session, RETRY_PAUSE, &mut Vec::new());
    assert_eq!((sent(&mut session).as_str(), feed.next_alarm()), ("SUBSCRIBE a PING ", u64::MAX));
}

#[test]
fn what_finds_no_room_is_told_when_there_is_some() {
    let (feed, mut session) = new(ConfigBuilder::default().max_in_flight(1));
    receive(&feed, &mut session, b"");
    let id = feed.add();
    join(&feed, id, "a");
    feed.lock().registry.join(id, Subscription::Pattern, &[Bytes::from_static(b"p")]);
    feed.handle_lost(&mut session, 0, &mut Vec::new());
    assert_eq!(sent(&mut session), "SUBSCRIBE a PING ");
    receive(&feed, &mut session, A);
    assert_eq!(sent(&mut session), "");
    receive(&feed, &mut session, PONG);
    assert_eq!(sent(&mut session), "PSUBSCRIBE p PING ");
}

#[test]
fn what_is_not_answered_in_time_is_told_again() {
    let (feed, mut session) = new(ConfigBuilder::default());
    receive(&feed, &mut session, b"");
    let id = feed.add();
    join(&feed, id, "a");
    feed.handle_lost(&mut session, 0, &mut Vec::new());
    assert_eq!(sent(&mut session), "SUBSCRIBE a PING ");
    session.handle_timeout(session.poll_timeout().expect("it has a deadline"));
    receive(&feed, &mut session, b"");
    assert_eq!(sent(&mut session), "SUBSCRIBE a PING ");
    // The late answer to the first is one all the same, and belongs to nobody.
    receive(&feed, &mut session, &[A, PONG, A, PONG].concat());
    assert!(session.is_idle() && feed.lock().registry.holds(id, Subscription::Channel, &[Bytes::from("a")]));
}
