//! A session in any order of calls, against a model of what is owed to whom.

mod checks;
#[cfg(test)]
mod tests;

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::time::Duration;

use bytes::{Buf, BytesMut};
use resp_core::fuzzing::Choices;
use resp_core::{Encoder, Reply, cmd};

use super::owed::{Owed, Request, command, subscribe};
use super::server::Server;
use crate::config::{Config, ProtocolChoice, Secret};
use crate::error::Executed;
use crate::session::{
    Event, Failure, Lanes, RequestId, Session, SessionError, Span, SubmitError, Tag, Transmit,
};

/// Takes the bytes as a list of things to do: submit, give up, write in
/// portions, receive in pieces, be lied to, be late. Every reply goes to the
/// request that it answers, every request ends exactly once, and what is said
/// never to have run was never seen by the server.
///
/// # Panics
/// A reply went astray, or a request was lost, ended twice or was written
/// after it was given up.
pub fn session(data: &[u8]) {
    play(data);
}

fn play(data: &[u8]) -> Tally {
    let mut choices = Choices(data);
    let mut world = World::new(choices.byte(), choices.byte());
    while !choices.0.is_empty() {
        world.step(&mut choices);
    }
    world.finish()
}

/// How often what happened.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    answered: usize,
    pushes: usize,
    refused_full: usize,
    given_up: usize,
    timed_out: usize,
    lost_unsent: usize,
    lost_maybe: usize,
    pings: usize,
    unresponsive: usize,
}

/// A session, its peer, and what is owed.
struct World {
    session: Session,
    lanes: Lanes,
    server: Server,
    /// What the transport has not taken yet, and bytes that were ever handed to it.
    out: Transmit,
    handed: u64,
    /// What was received and not used.
    input: BytesMut,
    now: u64,
    /// When the last sign of life came, or something was sent while nothing was owed.
    since: u64,
    next_token: u32,
    owed: Owed,
    /// Every number that the session gave out, and the tag that goes with it.
    ids: Vec<(RequestId, Tag)>,
    /// Commands and bytes that may be held.
    room: (usize, usize),
    has_lied: bool,
    /// Whether the connection should stand.
    is_sound: bool,
    is_closed: bool,
    tally: Tally,
}

/// Nanoseconds: for the handshake, of silence, and of quiet.
const CONNECT: u64 = 10_000;
const LIVENESS: u64 = 8_000;
const QUIET: u64 = 20_000;
/// Rounds in which all is answered at the end.
const FINAL_ROUNDS: usize = 6;

impl World {
    /// Bits of `setup` choose the protocol, password, database, lanes, the age
    /// of the server, and what it is told of the client; those of `limits` how
    /// little is held.
    fn new(setup: u8, limits: u8) -> Self {
        let protocol = [ProtocolChoice::Resp2, ProtocolChoice::Automatic, ProtocolChoice::Resp3];
        let protocol = protocol[usize::from(setup % 4 % 3)];
        let config = Config {
            protocol,
            password: (setup & 4 != 0).then(|| Secret::new("s3cret")),
            database: if setup & 8 == 0 { 0 } else { 7 },
            set_info: setup & 64 != 0,
            client_name: (setup & 128 != 0).then(|| "fuzz".into()),
            connect_timeout: Duration::from_nanos(CONNECT),
            liveness_timeout: Duration::from_nanos(LIVENESS),
            idle_ping: (limits & 32 == 0).then_some(Duration::from_nanos(QUIET)),
            max_in_flight: [16_384, 1, 3, 8][usize::from(limits % 4)],
            budget: [16 << 20, 60, 200, 1000][usize::from(limits / 4 % 4)],
            ..Config::default()
        };
        let lanes = match (setup & 16 != 0, limits & 16 != 0) {
            (false, false) => Lanes::Shared,
            (true, false) => Lanes::Dedicated,
            (_, true) => Lanes::Subscriber,
        };
        let is_old = setup & 32 != 0;
        Self {
            session: Session::new(&config, lanes, 0),
            lanes,
            server: Server::new(is_old),
            out: Transmit::default(),
            handed: 0,
            input: BytesMut::new(),
            now: 0,
            since: 0,
            next_token: 0,
            owed: Owed::default(),
            ids: Vec::new(),
            room: (config.max_in_flight, config.budget),
            has_lied: false,
            is_sound: !(is_old && protocol == ProtocolChoice::Resp3),
            is_closed: false,
            tally: Tally::default(),
        }
    }

    fn step(&mut self, choices: &mut Choices<'_>) {
        match choices.byte() % 20 {
            0..=2 => self.submit(choices.byte(), choices.byte()),
            3 => self.submit_batch(choices.byte(), choices.byte()),
            4 => self.cancel(choices.byte()),
            5..=7 => self.transmit(usize::MAX),
            8..=10 => self.deliver(choices.byte().into()),
            11 => self.server.push(),
            12 => self.lie(choices),
            13 => self.wait(choices.byte()),
            14 => self.submit_what_is_refused(),
            15 => self.end(choices.byte()),
            16 => self.transmit(choices.byte().into()),
            17 => self.submit_transaction(choices.byte(), choices.byte()),
            18 => self.subscribe(choices.byte()),
            // In RESP2 there are none but where there is nothing else.
            _ if self.server.has_resp3 || self.lanes == Lanes::Subscriber => self.server.end_subscription(),
            _ => {}
        }
    }

    fn new_tokens(&mut self, count: u8) -> Vec<u32> {
        let first = self.next_token + 1;
        self.next_token += u32::from(count);
        (first..=self.next_token).collect()
    }

    fn new_token(&mut self) -> u32 {
        self.next_token += 1;
        self.next_token
    }

    /// A span that begins now, and ends soon or never.
    fn span(&self, time: u8) -> Span {
        let timeout = (time != 0).then(|| Duration::from_nanos(u64::from(time) * 100));
        Span::new(self.now, timeout)
    }

    fn submit(&mut self, padding: u8, time: u8) {
        let (token, span) = (self.new_token(), self.span(time));
        let result = self.session.submit(command(token, padding).wire(), Tag(token), span);
        self.submitted(Request::calls(&[token], padding), token, span, result);
    }

    fn submit_batch(&mut self, count: u8, time: u8) {
        let tokens = self.new_tokens(count % 5);
        let batch: Vec<_> = tokens.iter().map(|&token| command(token, 0)).collect();
        let (tag, span) = (self.new_token(), self.span(time));
        let result = self.session.submit_batch(&batch, Tag(tag), span);
        self.submitted(Request::calls(&tokens, 0), tag, span, result);
    }

    fn submit_transaction(&mut self, count: u8, time: u8) {
        let tokens = self.new_tokens(count % 5);
        let batch: Vec<_> = tokens.iter().map(|&token| command(token, 0)).collect();
        let (tag, span) = (self.new_token(), self.span(time));
        let result = self.session.submit_transaction(&batch, Tag(tag), span);
        self.submitted(Request::transaction(&tokens), tag, span, result);
    }

    fn subscribe(&mut self, time: u8) {
        let (token, span) = (self.new_token(), self.span(time));
        let result = self.session.subscribe(subscribe(token).wire(), Tag(token), span);
        self.submitted(Request::subscription(token, self.lanes), token, span, result);
    }

    fn submit_what_is_refused(&mut self) {
        let queued = self.session.queued_len();
        let blocking = cmd::raw("BLPOP").arg("key").arg(0).returning::<Reply>();
        for refused in [cmd::raw("SUBSCRIBE").arg("channel"), cmd::raw("GET")] {
            let result = self.session.submit(refused.returning::<Reply>().wire(), Tag(0), Span::default());
            assert!(result.is_err(), "something was submitted that has no reply of its own");
        }
        if self.lanes == Lanes::Shared {
            let result = self.session.submit_batch(&vec![command(0, 0), blocking], Tag(0), Span::default());
            assert!(result.is_err(), "something was submitted that blocks all");
        }
        assert_eq!(self.session.queued_len(), queued, "something of it was queued");
    }

    fn cancel(&mut self, which: u8) {
        let Some(&(id, tag)) = self.ids.get(usize::from(which) % self.ids.len().max(1)) else { return };
        let was_written = self.owed.give_up(tag);
        self.tally.given_up += usize::from(was_written.is_some());
        assert_eq!(self.session.cancel(id), was_written == Some(false), "whether it was written is known");
    }

    /// The session writes, the transport takes up to `len` bytes of it, and the
    /// server answers.
    fn transmit(&mut self, len: usize) {
        if !self.out.has_remaining() {
            self.take_what_is_to_be_written();
        }
        let mut left = len.min(self.out.remaining());
        while left > 0 {
            let chunk = self.out.chunk();
            let step = left.min(chunk.len());
            self.server.receive(&chunk[..step]);
            self.out.advance(step);
            self.session.handle_written(step);
            left -= step;
        }
    }

    /// The session receives up to `len` bytes of what the server has sent.
    fn deliver(&mut self, len: usize) {
        self.session.reserve(&mut self.input);
        let len = len.min(self.server.sent.len());
        self.input.extend(self.server.sent.drain(..len));
        if len > 0 {
            self.session.handle_read(len, self.now);
            self.since = self.now;
        }
        while let Some(event) = self.session.receive(&mut self.input) {
            self.take(event);
        }
    }

    /// The server sends something of the caller's choice.
    fn lie(&mut self, choices: &mut Choices<'_>) {
        let len = choices.byte() % 64;
        self.server.sent.extend_from_slice(choices.take(len.into()));
        (self.has_lied, self.is_sound) = (true, false);
    }

    fn wait(&mut self, time: u8) {
        self.now += u64::from(time) * 64;
        let was_ready = self.session.is_ready();
        let is_queued = |request: &Request| request.start.is_none() && request.deadline > self.now;
        let is_idle = self.session.awaited_count() == 0 && !self.owed.0.iter().any(is_queued);
        let was_closed = self.session.is_closed();
        self.session.handle_timeout(self.now);
        assert!(self.session.poll_timeout().is_none_or(|next| self.now < next), "the timer spins");
        if is_idle && !self.session.is_idle() && !self.session.is_closed() {
            assert!(self.now - self.since >= QUIET, "there is no need of a sign of life");
            self.owed.0.push_back(Request::ping());
            self.tally.pings += 1;
        }
        if self.session.is_closed() && !was_closed {
            let waits = |request: &Request| {
                request.tag.is_some() && request.start.is_some() && request.deadline > self.now
            };
            let is_silent = self.now - self.since >= LIVENESS && !self.owed.0.iter().any(waits);
            assert!(if was_ready { is_silent } else { self.now >= CONNECT }, "the peer had time");
            self.is_sound = false;
            self.tally.unresponsive += usize::from(was_ready);
        }
        self.deliver(0);
    }

    /// Ends the connection, if the choice is one of a few.
    fn end(&mut self, choice: u8) {
        match choice {
            0..=7 => self.session.handle_end(&self.input),
            8..=15 => drop(self.session.close(SessionError::Abandoned)),
            _ => return,
        }
        self.is_sound = false;
    }
}
