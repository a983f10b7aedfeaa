//! One connection as a state machine: bytes, commands and the time go in,
//! bytes and events come out. It has no socket, no clock and no task.

#![deny(clippy::disallowed_methods)]

mod counters;
mod ending;
mod event;
mod handshake;
mod in_flight;
mod inbox;
mod liveness;
mod outbox;
mod push;
mod submit;
#[cfg(test)]
mod tests;
mod timer;
mod transmit;

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use core::time::Duration;

use bytes::{Buf, BytesMut};
use resp_core::{Decoder, Frame, Kind, Protocol, Reply};

pub use counters::Counters;
pub use event::{Event, Failure, RequestId, SessionError, Span, Spent, SubmitError, Tag};
pub use push::{Push, Subscription};
pub use transmit::Transmit;

use crate::config::{Config, ProtocolChoice};
use crate::error::Executed;
use handshake::Handshake;
use in_flight::{InFlight, Owner, Role};
use liveness::Liveness;
use outbox::Outbox;

/// One connection to a server, without the connection: it is handed commands
/// and what was read, and says what to write and what happened.
///
/// A driver does, in any order and as often as it likes:
///
/// * [`submit`](Self::submit) for each command; nothing leaves by that alone;
/// * [`poll_transmit`](Self::poll_transmit), writes all that it is given, and
///   says so with [`handle_written`](Self::handle_written);
/// * reads into a buffer, tells [`handle_read`](Self::handle_read), and takes
///   events from [`receive`](Self::receive) until there is none;
/// * at the time [`poll_timeout`](Self::poll_timeout) names, [`handle_timeout`](Self::handle_timeout),
///   and takes events again.
///
/// Times are nanoseconds since any moment that the driver likes.
///
/// ```
/// use bytes::{Buf, BytesMut};
/// use resp_core::cmd;
/// use resp_net::{Config, Event, Lanes, ProtocolChoice, Session, Span, Tag, Transmit};
///
/// let config = Config::builder().protocol(ProtocolChoice::Resp2).set_info(false).build()?;
/// let mut session = Session::new(&config, Lanes::Shared, 0);
/// let mut input = BytesMut::new();
/// assert!(matches!(session.receive(&mut input), Some(Event::Ready(_))));
///
/// session.submit(cmd::incr("visits").wire(), Tag(7), Span::default())?;
/// let mut out = Transmit::default();
/// assert!(session.poll_transmit(&mut out, 0));
/// assert_eq!(out.chunk(), b"*2\r\n$4\r\nINCR\r\n$6\r\nvisits\r\n");
///
/// input.extend_from_slice(b":1\r\n");
/// session.handle_read(4, 1_000);
/// let Some(Event::Reply { tag, reply, last: true }) = session.receive(&mut input) else { panic!() };
/// assert_eq!((tag, reply.frame().as_i64()), (Tag(7), Some(1)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Session {
    phase: Phase,
    lanes: Lanes,
    /// The one hoped for, until it is agreed on.
    protocol: Protocol,
    decoder: Decoder,
    outbox: Outbox,
    in_flight: InFlight,
    /// Requests that failed while the connection stands, to be told.
    failed: VecDeque<Failed>,
    liveness: Liveness,
    /// The time that was told last.
    now: u64,
    /// Bytes handed to the driver, and bytes that the transport took of them.
    taken: u64,
    accepted: u64,
    /// When what was handed over together was: the number of its first request.
    departures: VecDeque<(RequestId, u64)>,
    /// The first request that was not written yet when something was read last.
    unwritten_then: RequestId,
    /// Bytes read of a reply that is not complete.
    partial: usize,
    /// Bytes and commands that may be held.
    budget: usize,
    max_in_flight: usize,
    counters: Counters,
}

/// What is told of a request that failed.
#[derive(Debug)]
struct Failed {
    id: RequestId,
    tag: Tag,
    failure: Failure,
}

#[derive(Debug)]
enum Phase {
    Handshake {
        handshake: Box<Handshake>,
        deadline: u64,
    },
    Ready,
    /// Requests are being failed. `told`: how many were.
    Closing {
        reason: SessionError,
        told: usize,
    },
    /// All events are out.
    Closed,
}

/// What may be sent on a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lanes {
    /// Many callers share it: nothing that blocks or leaves state behind, but
    /// subscriptions where RESP3 tells their messages from replies.
    Shared,
    /// One caller holds it: all but subscriptions.
    Dedicated,
    /// It has nothing but subscriptions, in either version of the protocol.
    Subscriber,
}

/// Requests that await their replies for each one that is held back. Without
/// this, callers that started one by one stay out of step for ever, with a
/// write and a read for each command.
const HOLD_BACK_RATIO: usize = 8;

impl Session {
    /// A connection just made, at the time `now`.
    #[must_use]
    pub fn new(config: &Config, lanes: Lanes, now: u64) -> Self {
        Self {
            phase: Phase::Handshake {
                handshake: Box::new(Handshake::new(config)),
                deadline: now.saturating_add(nanos(config.connect_timeout)),
            },
            lanes,
            protocol: match config.protocol {
                ProtocolChoice::Resp2 => Protocol::Resp2,
                _ => Protocol::Resp3,
            },
            decoder: Decoder::with_limits(config.limits),
            outbox: Outbox::default(),
            in_flight: InFlight::default(),
            failed: VecDeque::new(),
            // Who holds a dedicated connection may be in a transaction.
            liveness: Liveness::new(
                config.liveness_timeout,
                config.idle_ping.filter(|_| lanes != Lanes::Dedicated),
                now,
            ),
            now,
            taken: 0,
            accepted: 0,
            departures: VecDeque::new(),
            unwritten_then: RequestId(0),
            partial: 0,
            budget: config.budget,
            max_in_flight: config.max_in_flight,
            counters: Counters::default(),
        }
    }

    /// Moves what is to be written into `out`, which must be empty; false if
    /// there is nothing.
    #[inline]
    pub fn poll_transmit(&mut self, out: &mut Transmit, now: u64) -> bool {
        debug_assert!(!out.has_remaining(), "what was to be written before must be written first");
        self.now = self.now.max(now);
        out.clear();
        match &mut self.phase {
            Phase::Handshake { handshake, .. } => handshake.write_requests(&mut out.bytes),
            Phase::Ready => self.transmit_queued(out),
            Phase::Closing { .. } | Phase::Closed => {}
        }
        out.begin();
        self.taken += out.remaining() as u64;
        out.has_remaining()
    }

    #[inline]
    fn transmit_queued(&mut self, out: &mut Transmit) {
        let owes_nothing = self.awaited_count() == 0;
        if !owes_nothing && self.lanes == Lanes::Shared && self.liveness.suspect(self.now) {
            return;
        }
        let first = self.in_flight.first_queued();
        if self.outbox.take(out, &mut self.in_flight) {
            if owes_nothing {
                self.liveness.restart(self.now);
            }
            self.note_departure(first);
            self.in_flight.mark_written();
            self.counters.writes += 1;
        }
    }

    /// Notes when requests left, and forgets it of those that were answered.
    fn note_departure(&mut self, first: RequestId) {
        let oldest = self.in_flight.first();
        while self.departures.get(1).is_some_and(|&(next, _)| next <= oldest) {
            self.departures.pop_front();
        }
        self.departures.push_back((first, self.now));
    }

    /// Tells the session that the transport took this many bytes of what
    /// [`poll_transmit`](Self::poll_transmit) gave. Of a request none of whose
    /// bytes it took, it is certain that it was not executed.
    #[inline]
    pub fn handle_written(&mut self, count: usize) {
        self.accepted += count as u64;
        self.counters.bytes_written += count as u64;
    }

    /// Takes back what [`handle_written`](Self::handle_written) told of this
    /// many bytes, for a driver that tells it before it writes.
    #[inline]
    pub const fn handle_unwritten(&mut self, count: usize) {
        self.accepted -= count as u64;
        self.counters.bytes_written -= count as u64;
    }

    /// Bytes that wait for [`poll_transmit`](Self::poll_transmit), those of
    /// the handshake aside.
    #[inline]
    #[must_use]
    pub const fn queued_len(&self) -> usize {
        self.outbox.len()
    }

    /// Whether what is queued is worth a write of its own now. It is not while
    /// replies flow and many times more requests await theirs: these come first
    /// in any case, and bring the next occasion with them, so that it is never
    /// late by more than a way to the server and back. Replies flow where
    /// something was read since the oldest of these requests was written; the
    /// last requests of a burst go with the others. Nor is it worth one while
    /// the server is silent for suspiciously long. Ask again after each read.
    #[inline]
    #[must_use]
    pub fn is_transmit_due(&self) -> bool {
        let (queued, awaited) = self.in_flight.counts();
        match &self.phase {
            Phase::Ready => {
                let flows = self.in_flight.first() < self.unwritten_then;
                queued > 0
                    && !(flows && queued.saturating_mul(HOLD_BACK_RATIO) < awaited)
                    && !self.liveness.is_suspect
            }
            Phase::Handshake { handshake, .. } => handshake.has_requests(),
            Phase::Closing { .. } | Phase::Closed => false,
        }
    }

    /// How many requests were handed to the transport and are not answered.
    #[inline]
    #[must_use]
    pub fn awaited_count(&self) -> usize {
        self.in_flight.counts().1
    }

    /// Whether nothing is queued and no reply is awaited.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.in_flight.is_empty()
    }

    /// How many requests are queued.
    #[inline]
    #[must_use]
    pub fn queued_count(&self) -> usize {
        self.in_flight.counts().0
    }

    /// How many requests it holds, queued or written.
    #[inline]
    #[must_use]
    pub fn request_count(&self) -> usize {
        let (queued, awaited) = self.in_flight.counts();
        queued + awaited
    }

    /// Whether it is condemned.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        matches!(self.phase, Phase::Closing { .. } | Phase::Closed)
    }

    /// Why it is condemned, until [`Event::Closed`] has told it.
    #[must_use]
    pub const fn condemned_for(&self) -> Option<&SessionError> {
        match &self.phase {
            Phase::Closing { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// Gives the handshake until `deadline`, in place of the connect time-out
    /// from the session's beginning on.
    pub const fn handshake_until(&mut self, until: u64) {
        if let Phase::Handshake { deadline, .. } = &mut self.phase {
            *deadline = until;
        }
    }

    /// Whether commands leave: the handshake is done and the connection not condemned.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        matches!(self.phase, Phase::Ready)
    }

    /// Whether pushes are told from replies, so that subscriptions can share
    /// the connection with calls. During the handshake: whether that is hoped for.
    #[must_use]
    pub fn has_pushes(&self) -> bool {
        self.protocol == Protocol::Resp3
    }

    /// What was counted so far.
    #[must_use]
    pub const fn counters(&self) -> &Counters {
        &self.counters
    }

    /// Tells the session that bytes were read, before they are handed to
    /// [`receive`](Self::receive).
    #[inline]
    pub fn handle_read(&mut self, count: usize, now: u64) {
        self.now = self.now.max(now);
        self.liveness.restart(self.now);
        self.unwritten_then = self.in_flight.first_queued();
        self.counters.reads += 1;
        self.counters.bytes_read += count as u64;
    }

    /// The next event, for which it takes bytes from the start of `input`, as
    /// many as it needs. The rest is to be handed in again, with what was read
    /// after it.
    #[inline]
    pub fn receive(&mut self, input: &mut BytesMut) -> Option<Event> {
        loop {
            if let Some(Failed { tag, failure, .. }) = self.failed.pop_front() {
                return Some(Event::Failed { tag, failure });
            }
            match &self.phase {
                Phase::Closing { .. } | Phase::Closed => return self.fail_next(),
                Phase::Handshake { handshake, .. } => {
                    if let Some(protocol) = handshake.outcome() {
                        self.begin(protocol);
                        return Some(Event::Ready(protocol));
                    }
                }
                Phase::Ready => {}
            }
            let len = input.len();
            let decoded = self.decoder.decode_reply(input);
            inbox::leave_large_block(input, len - input.len());
            match decoded {
                Ok(Some(reply)) => {
                    if let Some(event) = self.handle_reply(reply) {
                        return Some(event);
                    }
                }
                Ok(None) => {
                    self.partial = input.len();
                    return None;
                }
                Err(error) => {
                    self.close(SessionError::Decode(error));
                }
            }
        }
    }

    /// What a frame means, if it means anything to the caller.
    #[inline]
    fn handle_reply(&mut self, reply: Reply) -> Option<Event> {
        let kind = reply.kind();
        if kind == Kind::Push || (self.lanes == Lanes::Subscriber && push::is_disguised(reply.frame())) {
            self.counters.pushes += 1;
            if self.lanes == Lanes::Subscriber && push::is_confirmation(reply.frame()) {
                self.in_flight.confirm();
            }
            return Some(Event::Push(reply));
        }
        if !matches!(self.phase, Phase::Ready) {
            self.handle_handshake_reply(reply.frame());
            return None;
        }
        match self.in_flight.take_reply(kind) {
            Owner::Caller { tag, last, span } => {
                if last {
                    self.counters.latency.record(self.now.saturating_sub(span.start));
                }
                Some(Event::Reply { tag, reply, last })
            }
            Owner::Tombstone => None,
            Owner::Nobody => {
                let surplus = self.awaited_count() == 0;
                self.close(if surplus { SessionError::SurplusReply } else { SessionError::OddReply(kind) });
                None
            }
        }
    }

    /// The handshake is done.
    fn begin(&mut self, protocol: Protocol) {
        self.protocol = protocol;
        self.phase = Phase::Ready;
        if self.lanes == Lanes::Shared && !self.has_pushes() {
            // Subscriptions that were submitted in hope of another protocol.
            self.give_up_if(|entry| entry.role == Role::Fenced, false);
        }
    }

    fn handle_handshake_reply(&mut self, reply: Frame<'_>) {
        let Phase::Handshake { handshake, .. } = &mut self.phase else { return };
        if let Err(error) = handshake.handle_reply(reply) {
            self.close(error);
        }
    }

    /// Makes room in `input` for the next read: little for small replies, and
    /// for a large one in proportion to what of it has arrived.
    #[inline]
    pub fn reserve(&self, input: &mut BytesMut) {
        inbox::reserve(input, self.decoder.missing_len(input.len()), self.decoder.tape_len());
    }
}

/// As the session counts time.
fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}
