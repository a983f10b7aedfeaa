//! One connection as a state machine: bytes, commands and the time go in,
//! bytes and events come out. It has no socket, no clock and no task.

#![deny(clippy::disallowed_methods)]

mod event;
mod handshake;
mod in_flight;
mod inbox;
mod outbox;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use bytes::BytesMut;
use resp_core::{Batch, Decoder, Kind, Lane, Reply, Wire};

pub use event::{Event, RequestId, SessionError, SubmitError, Tag};

use crate::config::Config;
use crate::error::Executed;
use handshake::Handshake;
use in_flight::InFlight;
use outbox::Outbox;

/// One connection to a server, without the connection: it is handed commands
/// and what was read, and says what to write and what happened.
///
/// A driver does, in any order and as often as it likes:
///
/// * [`submit`](Self::submit) for each command; nothing leaves by that alone;
/// * [`poll_transmit`](Self::poll_transmit), and writes all that it is given;
/// * reads into a buffer, and takes events from [`receive`](Self::receive)
///   until there is none;
/// * at the time [`poll_timeout`](Self::poll_timeout) names, [`handle_timeout`](Self::handle_timeout).
///
/// Times are nanoseconds since any moment that the driver likes.
///
/// ```
/// use bytes::BytesMut;
/// use resp_core::cmd;
/// use resp_net::{Config, Event, Lanes, ProtocolChoice, Session, Tag};
///
/// let config = Config::builder().protocol(ProtocolChoice::Resp2).set_info(false).build()?;
/// let mut session = Session::new(&config, Lanes::Shared, 0);
/// let mut input = BytesMut::new();
/// assert!(matches!(session.receive(&mut input), Some(Event::Ready(_))));
///
/// session.submit(cmd::incr("visits").wire(), Tag(7))?;
/// let mut out = Vec::new();
/// assert!(session.poll_transmit(&mut out));
/// assert_eq!(out, b"*2\r\n$4\r\nINCR\r\n$6\r\nvisits\r\n");
///
/// input.extend_from_slice(b":1\r\n");
/// let Some(Event::Reply { tag, reply, last: true }) = session.receive(&mut input) else { panic!() };
/// assert_eq!((tag, reply.frame().as_i64()), (Tag(7), Some(1)));
/// # Ok::<(), resp_net::Error>(())
/// ```
#[derive(Debug)]
pub struct Session {
    phase: Phase,
    lanes: Lanes,
    decoder: Decoder,
    outbox: Outbox,
    in_flight: InFlight,
}

#[derive(Debug)]
enum Phase {
    Handshake {
        handshake: Handshake,
        deadline: u64,
    },
    Ready,
    /// Requests are being failed.
    Closing(SessionError),
    /// All events are out.
    Closed,
}

/// What may be sent on a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lanes {
    /// Many callers share it: nothing that blocks or leaves state behind.
    Shared,
    /// One caller holds it: that too.
    Dedicated,
}

/// Requests that await their replies for each one that is held back. Without
/// this, callers that started one by one stay out of step for ever, with a
/// write and a read for each command.
const HOLD_BACK_RATIO: usize = 8;

/// What a server takes of one argument, and of their number.
const MAX_ARG_LEN: usize = 512 << 20;
const MAX_ARGS: usize = 1 << 20;

impl Session {
    /// A connection just made, at the time `now`.
    #[must_use]
    pub fn new(config: &Config, lanes: Lanes, now: u64) -> Self {
        let timeout = u64::try_from(config.connect_timeout.as_nanos()).unwrap_or(u64::MAX);
        Self {
            phase: Phase::Handshake {
                handshake: Handshake::new(config),
                deadline: now.saturating_add(timeout),
            },
            lanes,
            decoder: Decoder::with_limits(config.limits),
            outbox: Outbox::default(),
            in_flight: InFlight::default(),
        }
    }

    /// Queues a command. Its reply, or its failure, comes with `tag`.
    ///
    /// # Errors
    /// It cannot be sent on this connection; nothing of it is queued.
    #[inline]
    pub fn submit(&mut self, command: &Wire, tag: Tag) -> Result<RequestId, SubmitError> {
        self.check(command)?;
        let start = self.outbox.bytes.len();
        command.write_to(&mut self.outbox.bytes);
        Ok(self.in_flight.push(tag, 1, self.outbox.bytes.len() - start))
    }

    /// Queues several commands as one request with as many replies. No other
    /// command comes between them.
    ///
    /// # Errors
    /// One of them cannot be sent on this connection, or there is none; nothing
    /// is queued.
    pub fn submit_batch<B: Batch>(&mut self, batch: &B, tag: Tag) -> Result<RequestId, SubmitError> {
        let mut len = 0;
        let mut checked = Err(SubmitError::EmptyBatch);
        batch.each_wire(&mut |command| {
            len += command.encoded_len();
            if matches!(checked, Ok(()) | Err(SubmitError::EmptyBatch)) {
                checked = self.check(command);
            }
        });
        checked?;
        let start = self.outbox.bytes.len();
        self.outbox.bytes.reserve(len);
        // What counts is what is written, whatever the batch says of itself.
        let mut replies = 0;
        batch.each_wire(&mut |command| {
            command.write_to(&mut self.outbox.bytes);
            replies += 1;
        });
        if replies == 0 {
            return Err(SubmitError::EmptyBatch);
        }
        Ok(self.in_flight.push(tag, replies, self.outbox.bytes.len() - start))
    }

    /// Whether a command may be sent here, in the form that it has.
    #[inline]
    fn check(&self, command: &Wire) -> Result<(), SubmitError> {
        let meta = command.meta();
        let name = meta.name();
        if matches!(self.phase, Phase::Closing(_) | Phase::Closed) {
            return Err(SubmitError::Closed);
        }
        if command.arg_count() < meta.min_args() {
            return Err(SubmitError::TooFewArguments { command: name, needed: meta.min_args() });
        }
        if command.longest_arg() > MAX_ARG_LEN || command.arg_count() >= MAX_ARGS {
            return Err(SubmitError::TooLarge { command: name });
        }
        match command.lane() {
            Lane::Shared => Ok(()),
            Lane::Dedicated if self.lanes == Lanes::Dedicated => Ok(()),
            Lane::Dedicated => Err(SubmitError::NeedsDedicated { command: name }),
            _ => Err(SubmitError::NotACall { command: name }),
        }
    }

    /// Gives a request up: no event will name it. True if it was not handed to
    /// the transport yet; then it never will be.
    pub fn cancel(&mut self, id: RequestId) -> bool {
        let Some(len) = self.in_flight.cancel(id) else { return false };
        self.outbox.bury(len, &mut self.in_flight);
        true
    }

    /// Moves what is to be written into `out`, which must be empty; false if
    /// there is nothing. What was moved counts as handed to the transport.
    pub fn poll_transmit(&mut self, out: &mut Vec<u8>) -> bool {
        debug_assert!(out.is_empty(), "what was to be written before must be written first");
        match &mut self.phase {
            Phase::Handshake { handshake, .. } => {
                handshake.write_requests(out);
                !out.is_empty()
            }
            Phase::Ready => {
                let any = self.outbox.take(out, &mut self.in_flight);
                self.in_flight.mark_written();
                any
            }
            Phase::Closing(_) | Phase::Closed => false,
        }
    }

    /// Bytes that wait for [`poll_transmit`](Self::poll_transmit), those of
    /// the handshake aside.
    #[inline]
    #[must_use]
    pub const fn queued_len(&self) -> usize {
        self.outbox.bytes.len()
    }

    /// Whether what is queued is worth a write of its own now. It is not while
    /// many times more requests await their replies: these come first in any
    /// case, and bring the next occasion with them, so that it is never late by
    /// more than a way to the server and back. Ask again after each read.
    #[inline]
    #[must_use]
    pub fn is_transmit_due(&self) -> bool {
        let (queued, awaited) = self.in_flight.counts();
        queued > 0 && queued.saturating_mul(HOLD_BACK_RATIO) >= awaited
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

    /// Whether commands leave: the handshake is done and the connection not condemned.
    #[must_use]
    pub const fn is_ready(&self) -> bool {
        matches!(self.phase, Phase::Ready)
    }

    /// The next event, for which it takes bytes from the start of `input`, as
    /// many as it needs. The rest is to be handed in again, with what was read
    /// after it.
    pub fn receive(&mut self, input: &mut BytesMut) -> Option<Event> {
        loop {
            match &self.phase {
                Phase::Closing(_) | Phase::Closed => return self.fail_next(),
                Phase::Handshake { handshake, .. } => {
                    if let Some(protocol) = handshake.outcome() {
                        self.phase = Phase::Ready;
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
                Ok(None) => return None,
                Err(error) => self.close(SessionError::Decode(error)),
            }
        }
    }

    /// What a frame means, if it means anything to the caller.
    #[inline]
    fn handle_reply(&mut self, reply: Reply) -> Option<Event> {
        if reply.kind() == Kind::Push {
            return Some(Event::Push(reply));
        }
        if let Phase::Handshake { handshake, .. } = &mut self.phase {
            if let Err(error) = handshake.handle_reply(reply.frame()) {
                self.close(error);
            }
            return None;
        }
        match self.in_flight.take_reply() {
            Some((Some(tag), last)) => Some(Event::Reply { tag, reply, last }),
            Some((None, _)) => None,
            None => {
                self.close(SessionError::SurplusReply);
                None
            }
        }
    }

    /// Makes room in `input` for the next read: little for small replies, and
    /// for a large one in proportion to what of it has arrived.
    pub fn reserve(&self, input: &mut BytesMut) {
        inbox::reserve(input, self.decoder.missing_len(input.len()), self.decoder.tape_len());
    }

    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[must_use]
    pub const fn poll_timeout(&self) -> Option<u64> {
        match &self.phase {
            Phase::Handshake { deadline, .. } => Some(*deadline),
            _ => None,
        }
    }

    /// Tells the session that it is `now`.
    pub fn handle_timeout(&mut self, now: u64) {
        if self.poll_timeout().is_some_and(|deadline| now >= deadline) {
            self.close(SessionError::HandshakeTimeout);
        }
    }

    /// Tells the session that the peer will send nothing more, while `input`
    /// is what was not used.
    pub fn handle_end(&mut self, input: &BytesMut) {
        self.close(SessionError::PeerClosed { mid_reply: !input.is_empty() });
    }

    /// Condemns the connection. What was submitted fails; the events say so.
    pub fn close(&mut self, reason: SessionError) {
        if !matches!(self.phase, Phase::Closing(_) | Phase::Closed) {
            self.phase = Phase::Closing(reason);
        }
    }

    /// The failures of a condemned connection one by one, then its end.
    fn fail_next(&mut self) -> Option<Event> {
        while let Some((entry, written)) = self.in_flight.pop() {
            if let Some(tag) = entry.tag {
                let executed = if written { Executed::Maybe } else { Executed::No };
                return Some(Event::Failed { tag, executed });
            }
        }
        match core::mem::replace(&mut self.phase, Phase::Closed) {
            Phase::Closing(reason) => Some(Event::Closed(reason)),
            _ => None,
        }
    }
}
