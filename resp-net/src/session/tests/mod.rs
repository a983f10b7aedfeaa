//! Sessions against a scripted peer, with a clock that is a number.

mod admission;
mod batch;
mod budget;
mod deadlines;
mod ending;
mod giving_up;
mod handshake;
mod liveness;
mod model;
mod outcome;
mod pairing;
mod subscription;
mod transaction;
mod transmit;

extern crate std;

use alloc::collections::VecDeque;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;
use core::time::Duration;

use bytes::BytesMut;
use resp_core::{Batch, Command, Encoder, Limits, Wire, cmd};

use super::*;
use crate::config::ProtocolChoice::{Automatic, Resp2, Resp3};
use crate::config::Secret;

/// A second, as a session counts time.
const SECOND: u64 = 1_000_000_000;

const HELLO: &str = "%2\r\n$6\r\nserver\r\n$5\r\nredis\r\n$5\r\nproto\r\n:3\r\n";
const PUSH: &str = ">2\r\n+invalidate\r\n*1\r\n+key\r\n";

/// The defaults, in a certain version of the protocol.
fn config(protocol: ProtocolChoice) -> Config {
    Config { protocol, set_info: false, ..Config::default() }
}

/// A session and what it was told and said, as text that tables can hold.
struct Peer {
    session: Session,
    now: u64,
    out: Transmit,
    input: BytesMut,
    events: Vec<String>,
}

impl Peer {
    fn new(config: &Config, lanes: Lanes) -> Self {
        let session = Session::new(config, lanes, 0);
        Self { session, now: 0, out: Transmit::default(), input: BytesMut::new(), events: Vec::new() }
    }

    /// A session that is ready, speaking RESP2 without a handshake.
    fn ready(lanes: Lanes) -> Self {
        Self::with(lanes, |_| {})
    }

    /// The same with other settings.
    fn with(lanes: Lanes, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = config(Resp2);
        change(&mut config);
        let mut peer = Self::new(&config, lanes);
        assert_eq!(peer.answer(""), ["ready Resp2"]);
        peer
    }

    /// A session that is ready, speaking RESP3.
    fn resp3(lanes: Lanes) -> Self {
        let mut peer = Self::new(&config(Resp3), lanes);
        peer.written();
        assert_eq!(peer.answer(HELLO), ["ready Resp3"]);
        peer
    }

    fn submit(&mut self, words: &str, tag: u32) -> RequestId {
        self.submit_until(words, tag, u64::MAX)
    }

    /// Submits now, with a deadline.
    fn submit_until(&mut self, words: &str, tag: u32, deadline: u64) -> RequestId {
        let span = Span { start: self.now, deadline };
        self.session
            .submit(raw(words).wire(), Tag(tag), span)
            .unwrap_or_else(|error| panic!("{words}: {error}"))
    }

    fn batch(&mut self, commands: &[&str], tag: u32) -> RequestId {
        self.session.submit_batch(&raws(commands), Tag(tag), Span::default()).unwrap()
    }

    fn transaction(&mut self, commands: &[&str], tag: u32) -> RequestId {
        self.session.submit_transaction(&raws(commands), Tag(tag), Span::default()).unwrap()
    }

    fn subscribe(&mut self, words: &str, tag: u32) -> RequestId {
        self.session.subscribe(raw(words).wire(), Tag(tag), Span::default()).unwrap()
    }

    /// What the session writes now, all of which the transport takes.
    fn written(&mut self) -> String {
        self.written_up_to(usize::MAX)
    }

    /// What the session writes now, of which the transport takes up to `count` bytes.
    fn written_up_to(&mut self, count: usize) -> String {
        let any = self.session.poll_transmit(&mut self.out, self.now);
        assert_eq!(any, self.out.has_remaining());
        let mut all = Vec::new();
        while self.out.has_remaining() {
            all.extend_from_slice(self.out.chunk());
            self.out.advance(self.out.chunk().len());
        }
        self.session.handle_written(count.min(all.len()));
        escape(&all)
    }

    /// Has the peer send this: the events that come of it.
    fn answer(&mut self, bytes: &str) -> Vec<String> {
        self.feed(bytes.as_bytes());
        self.drain();
        core::mem::take(&mut self.events)
    }

    fn feed(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            self.session.handle_read(bytes.len(), self.now);
        }
        self.input.extend_from_slice(bytes);
    }

    fn drain(&mut self) {
        while let Some(event) = self.session.receive(&mut self.input) {
            self.events.push(show(event));
        }
    }

    /// Has the time be `now`, and the session know it: the events that come of it.
    fn at(&mut self, now: u64) -> Vec<String> {
        self.now = now;
        self.session.handle_timeout(now);
        assert!(self.session.poll_timeout().is_none_or(|next| next > now), "the timer spins");
        self.answer("")
    }

    /// The events of a session that was closed.
    fn close(&mut self, reason: SessionError) -> Vec<String> {
        self.session.close(reason);
        self.answer("")
    }
}

/// The events when a peer, made anew for each cut, sends `bytes` in two pieces,
/// or byte by byte: always the same.
fn at_every_cut(make: impl Fn() -> Peer, bytes: &str) -> Vec<String> {
    let whole = make().answer(bytes);
    for cut in 1..bytes.len() {
        let mut peer = make();
        let mut events = peer.answer(&bytes[..cut]);
        events.append(&mut peer.answer(&bytes[cut..]));
        assert_eq!(events, whole, "{bytes:?} cut after {cut}");
    }
    let mut peer = make();
    let mut events = Vec::new();
    for byte in bytes.bytes() {
        peer.feed(&[byte]);
        peer.drain();
        events.append(&mut peer.events);
    }
    assert_eq!(events, whole, "{bytes:?} byte by byte");
    whole
}

fn show(event: Event) -> String {
    let wire = |reply: &Reply| {
        let mut out = Vec::new();
        Encoder::new(&mut out).frame(reply.frame()).unwrap();
        escape(&out)
    };
    match event {
        Event::Ready(protocol) => format!("ready {protocol:?}"),
        Event::Reply { tag, reply, last } => {
            format!("{} {}{}", tag.0, wire(&reply), if last { "" } else { " and more" })
        }
        Event::Failed { tag, failure } => {
            let how = if failure.timed_out { "timed out" } else { "failed" };
            format!("{} {how} {:?}", tag.0, failure.executed)
        }
        Event::Push(reply) => format!("push {}", wire(&reply)),
        Event::Closed(error) => format!("closed: {error}"),
    }
}

fn escape(bytes: &[u8]) -> String {
    bytes.escape_ascii().to_string().replace("\\r\\n", "|")
}

fn raw(words: &str) -> Command<Reply> {
    let mut words = words.split(' ');
    let name = words.next().unwrap_or_default();
    cmd::raw(name).args(words.collect::<Vec<_>>()).returning()
}

fn raws(commands: &[&str]) -> Vec<Command<Reply>> {
    commands.iter().map(|words| raw(words)).collect()
}

/// The bytes of commands, separated by semicolons.
fn wire(commands: &str) -> String {
    let mut out = Vec::new();
    for command in commands.split(';').filter(|command| !command.is_empty()) {
        let words: Vec<&str> = command.split(' ').collect();
        Encoder::new(&mut out).command(&words).unwrap();
    }
    escape(&out)
}
