//! What callers and the driver do to each other, with a socket that takes
//! everything and a clock that can be put forward.

use core::task::{Poll, Waker};
use core::time::Duration;

use bytes::BytesMut;
use resp_core::{Wire, cmd};

use super::calls::MANY;
use super::*;
use crate::config::ProtocolChoice::{Resp2, Resp3};
use crate::driver::slots::Outcome;
use crate::error::Error;

const HELLO: &str = "%1\r\n+proto\r\n:3\r\n";

/// Takes all.
#[derive(Debug)]
struct Sink;

impl io::Write for &Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Line {
    hub: Hub<Sink>,
    input: BytesMut,
    wakers: Vec<Waker>,
}

impl Line {
    fn new(change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Config { set_info: false, protocol: Resp2, call_timeout: None, ..Config::default() };
        change(&mut config);
        Self { hub: Hub::new(config, Lanes::Shared), input: BytesMut::new(), wakers: Vec::new() }
    }

    fn connect(&self) {
        self.hub.handle_connected(Arc::new(Sink), u64::MAX);
        self.hub.flush_if_due();
    }

    fn up(change: impl FnOnce(&mut Config)) -> Self {
        let line = Self::new(change);
        line.connect();
        line
    }

    fn read(&mut self, text: &str) {
        self.input.extend_from_slice(text.as_bytes());
        self.hub.handle_input(Ok(text.len()), &mut self.input, &mut self.wakers);
    }

    fn end_turn(&self) -> Turn {
        self.hub.end_turn(Waker::noop(), false, false)
    }

    /// Lets time pass.
    fn pass(&mut self, time: Duration) {
        self.hub.start -= time;
    }

    fn begin(&self, wire: &Wire) -> (Tag, Span) {
        self.hub.begin(wire, None, Waker::noop()).unwrap()
    }

    fn poll(&self, wire: &Wire, (tag, span): (Tag, Span)) -> Poll<Result<Outcome, Error>> {
        self.hub.poll(tag, wire, span, Waker::noop())
    }
}

#[test]
fn an_abandoned_connection_does_not_come_up() {
    let mut line = Line::up(|config| config.protocol = Resp3);
    line.hub.abandon();
    line.read(HELLO);
    assert_eq!(line.end_turn(), Turn::Ended);
    assert!(!line.hub.is_wanted());

    let line = Line::new(|_| {});
    line.hub.abandon();
    line.connect();
    assert_eq!(line.end_turn(), Turn::Ended, "nothing was to be asked of the server");
}

#[test]
fn who_has_not_taken_his_room_by_the_end_does_not_wait_for_more() {
    let mut line = Line::up(|config| config.max_in_flight = 1);
    let get = cmd::get("k");
    let first = line.begin(get.wire());
    let second = line.begin(get.wire());
    assert!(line.poll(get.wire(), second).is_pending());
    line.read("$-1\r\n");
    assert!(matches!(line.poll(get.wire(), first), Poll::Ready(Ok(Ok(_)))));
    line.hub.handle_driver_gone(&mut line.wakers);
    assert!(matches!(line.poll(get.wire(), second), Poll::Ready(Err(Error::Closed))));
}

/// A request that a session takes no more once there is room for it.
struct Refused;

impl Request for Refused {
    fn submit(&self, session: &mut Session, _: Tag, _: Span) -> Result<RequestId, SubmitError> {
        let has_room = session.has_room(1, 1);
        Err(if has_room { SubmitError::NotACall { command: "MONITOR" } } else { SubmitError::Full })
    }

    fn check(&self, _: &Session) -> Result<(), SubmitError> {
        Ok(())
    }

    fn size(&self) -> Size {
        Size { commands: 1, len: 1 }
    }

    fn batch(&self) -> Option<usize> {
        None
    }
}

#[test]
fn room_that_somebody_cannot_use_is_the_next_ones() {
    let mut line = Line::up(|config| config.max_in_flight = 1);
    let get = cmd::get("k");
    line.begin(get.wire());
    let (refused, span) = line.hub.begin(&Refused, None, Waker::noop()).unwrap();
    let next = line.begin(get.wire());
    line.read("$-1\r\n");
    let outcome = line.hub.poll(refused, &Refused, span, Waker::noop());
    assert!(matches!(outcome, Poll::Ready(Err(Error::Refused(SubmitError::NotACall { .. })))));
    assert!(line.poll(get.wire(), next).is_pending());
    assert_eq!(line.hub.load(), 1, "it was told of the room, and took it");
}

#[test]
fn there_is_no_connection_while_a_client_closes_without_one() {
    let is_connected = |line: &Line| {
        assert_eq!(line.hub.is_connected(), line.hub.metrics().is_connected);
        line.hub.is_connected()
    };
    let line = Line::new(|_| {});
    assert!(!is_connected(&line));
    line.hub.drain();
    assert!(!is_connected(&line), "there never was one");
    assert!(matches!(line.hub.poll_connected(Waker::noop()), Poll::Ready(Err(_))));

    let mut line = Line::up(|_| {});
    line.begin(cmd::get("k").wire());
    line.hub.drain();
    assert!(is_connected(&line), "it has an answer to wait for");
    line.hub.handle_input(Ok(0), &mut line.input, &mut line.wakers);
    assert!(!is_connected(&line), "its end was read");
    line.hub.handle_lost(None, &mut line.input, &mut line.wakers);
    assert!(!is_connected(&line));

    let line = Line::up(|_| {});
    line.hub.abandon();
    assert!(!is_connected(&line));
}

#[test]
fn half_a_push_does_not_keep_the_driver_busy() {
    let mut line = Line::up(|config| config.protocol = Resp3);
    line.read(HELLO);
    line.read(">2\r\n+invalidate\r\n");
    line.pass(Duration::from_secs(2));
    line.hub.handle_timeout(&mut line.input, &mut line.wakers);
    let now = line.hub.now();
    let Turn::Sleep { until } = line.end_turn() else { panic!() };
    assert!(until > now, "{until} is over at {now}");
}

#[cfg(feature = "tokio")]
#[test]
fn a_silent_peer_is_found_out_when_nobody_waits_for_what_spared_it() {
    let mut line = Line::up(|_| {});
    let get = cmd::get("k");
    let (spares, _) = line.begin(get.wire());
    line.pass(Duration::from_secs(3));
    line.hub.handle_timeout(&mut line.input, &mut line.wakers);
    assert!(matches!(line.end_turn(), Turn::Sleep { .. }), "it has for ever");
    let waits = line.begin(get.wire());
    assert!(matches!(line.end_turn(), Turn::Sleep { .. }), "it is held back");
    line.hub.give_up(spares);
    assert!(line.hub.lock().driver_awake, "he who waits would wait for ever");
    assert!(line.poll(get.wire(), waits).is_pending());
}

#[test]
fn a_call_whose_task_sleeps_does_not_keep_room_from_others() {
    let mut line = Line::up(|config| config.max_in_flight = 2);
    let get = cmd::get("k");
    let (_, _) = (line.begin(get.wire()), line.begin(get.wire()));
    let _sleeps = line.begin(get.wire());
    line.read("$-1\r\n$-1\r\n");
    let second = line.begin(get.wire());
    assert!(line.poll(get.wire(), second).is_pending());
    assert_eq!(line.hub.load(), 1, "there is room for two");
}

#[test]
fn a_call_has_its_time_however_long_nothing_happened_before() {
    let mut line = Line::up(|_| {});
    let get = cmd::get("k");
    for _ in 0..MANY + 5 {
        line.begin(get.wire());
    }
    line.hub.flush_if_due();
    assert!(matches!(line.end_turn(), Turn::Sleep { .. }));
    line.pass(Duration::from_secs(1));
    let now = line.hub.now();
    let (_, span) = line.begin(get.wire());
    assert!(span.start >= now, "began {} at {now}", span.start);
}

/// What 60 calls write that begin after 60 were answered, until the driver has his turn.
fn early_writes(line: &Line) -> Vec<usize> {
    let get = cmd::get("k");
    line.hub.lock().last_answered = 60;
    let mut writes = Vec::new();
    for _ in 0..60 {
        let before = line.hub.lock().session.awaited_count();
        line.begin(get.wire());
        let written = line.hub.lock().session.awaited_count() - before;
        writes.extend((written > 0).then_some(written));
    }
    writes
}

#[test]
fn early_writes_are_a_third_of_what_is_under_way() {
    let threads = Line::up(|_| {});
    assert_eq!(early_writes(&threads), [32]);
    #[cfg(feature = "tokio")]
    {
        let Line { hub, input, wakers } = Line::new(|_| {});
        let tasks = Line { hub: hub.for_tasks(), input, wakers };
        tasks.connect();
        assert_eq!(early_writes(&tasks), [3, 3, 3, 5, 7, 11, 16]);
    }
}

#[test]
fn credentials_are_asked_for_outside_of_the_lock() {
    use core::sync::atomic::{AtomicU32, Ordering};
    use std::sync::{OnceLock, Weak};
    static HUB: OnceLock<Weak<Hub<Sink>>> = OnceLock::new();
    static LOCKED: AtomicU32 = AtomicU32::new(0);
    let provide = || {
        if let Some(hub) = HUB.get().and_then(Weak::upgrade) {
            LOCKED.fetch_add(u32::from(hub.state.try_lock().is_err()), Ordering::Relaxed);
        }
        crate::config::Credentials { username: None, password: "p".into() }
    };
    let config = Config::builder().credentials_provider(provide).build().unwrap();
    let hub = Arc::new(Hub::<Sink>::new(config, Lanes::Shared));
    HUB.set(Arc::downgrade(&hub)).unwrap();
    hub.handle_lost(None, &mut BytesMut::new(), &mut Vec::new());
    assert_eq!(LOCKED.load(Ordering::Relaxed), 0);
}
