//! What happens to a session by time alone.

use alloc::collections::VecDeque;

use super::ending::{departure, spent};
use super::in_flight::Entry;
use super::{Event, Executed, Failed, Failure, Phase, Session, SessionError};

/// Quiet time after which memory is given back.
const QUIET: u64 = 1_000_000_000;

impl Session {
    /// When [`handle_timeout`](Self::handle_timeout) is to be called.
    #[inline]
    #[must_use]
    pub fn poll_timeout(&self) -> Option<u64> {
        let next = match &self.phase {
            Phase::Ready if self.is_idle() => self.liveness.ping_at(),
            Phase::Ready if self.awaited_count() == 0 => self.in_flight.next_deadline(),
            Phase::Ready => self.liveness.condemned_at().min(self.in_flight.next_deadline()),
            Phase::Handshake { deadline, .. } => (*deadline).min(self.in_flight.next_deadline()),
            Phase::Closing { .. } | Phase::Closed => u64::MAX,
        };
        (next < u64::MAX).then_some(next)
    }

    /// Tells the session that it is `now`: requests whose time is over fail, a
    /// quiet connection is tried, and one that is silent for too long condemned.
    pub fn handle_timeout(&mut self, now: u64) {
        self.now = self.now.max(now);
        let now = self.now;
        if self.in_flight.next_deadline() <= now && !self.is_closed() {
            self.give_up_if(|entry| entry.span.deadline <= now, true);
        }
        match &self.phase {
            Phase::Handshake { deadline, .. } if now >= *deadline => {
                self.close(SessionError::HandshakeTimeout);
            }
            Phase::Ready if self.is_idle() && now >= self.liveness.ping_at() => {
                self.submit_ping();
            }
            Phase::Ready if self.awaited_count() > 0 && now >= self.liveness.condemned_at() => {
                let last_deadline = self.in_flight.last_deadline();
                if last_deadline > now {
                    self.liveness.spare(last_deadline);
                } else {
                    self.close(SessionError::Unresponsive(self.liveness.silence(now)));
                }
            }
            _ => {}
        }
    }

    /// Nobody was there to read for a while: that the peer is silent is told by
    /// what comes from `now` on.
    pub const fn excuse_silence(&mut self, now: u64) {
        self.liveness.restart(now);
    }

    /// The next of the requests that failed since their time was over, and
    /// nothing else: for a session whose transport is still to come, which must
    /// not be [ready](Event::Ready) before.
    pub fn poll_expired(&mut self) -> Option<Event> {
        self.failed.pop_front().map(|Failed { tag, failure, .. }| Event::Failed { tag, failure })
    }

    /// Fails the requests that are over. Those that were written leave a
    /// tombstone for their replies.
    pub(super) fn give_up_if(&mut self, is_over: impl Fn(&Entry) -> bool, timed_out: bool) {
        let (now, silence) = (self.now, self.liveness.silence(self.now));
        let (failed, departures) = (&mut self.failed, &self.departures);
        let counter = &mut self.counters.timed_out;
        let dead = self.in_flight.give_up_if(is_over, |tag, entry, ahead, written| {
            let left = if written { departure(departures, entry.id) } else { now };
            let spent = spent(entry.span, left, now, ahead, silence);
            let executed = if written { Executed::Maybe } else { Executed::No };
            failed.push_back(Failed { id: entry.id, tag, failure: Failure { executed, timed_out, spent } });
            *counter += u64::from(timed_out);
        });
        self.outbox.bury(dead, &mut self.in_flight);
    }

    /// Whether there was nothing to do for a second: what memory the driver
    /// holds for the connection can be given back. The session does so itself
    /// when it is asked.
    pub fn is_quiet(&mut self, now: u64) -> bool {
        let quiet = now >= self.quiet_at();
        if quiet {
            self.in_flight.shrink();
            self.outbox.shrink();
            self.departures = VecDeque::new();
            self.failed = VecDeque::new();
            self.decoder.release();
        }
        quiet
    }

    /// When [`is_quiet`](Self::is_quiet) is worth asking, if nothing happens
    /// before; the maximum while something has to.
    #[must_use]
    pub fn quiet_at(&self) -> u64 {
        let may_be = self.is_idle() && self.failed.is_empty() && self.partial == 0;
        if may_be { self.liveness.since().saturating_add(QUIET) } else { u64::MAX }
    }
}
