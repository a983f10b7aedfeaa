//! How a session ends, and what became of its requests.

use alloc::collections::VecDeque;
use core::time::Duration;

use bytes::BytesMut;

use super::in_flight::Role;
use super::{Event, Executed, Failure, Phase, RequestId, Session, SessionError, Span, Spent};

impl Session {
    /// Tells the session that the peer will send nothing more, while `input`
    /// is what was not used.
    pub fn handle_end(&mut self, input: &BytesMut) {
        self.close(SessionError::PeerClosed { mid_reply: !input.is_empty() });
    }

    /// Condemns the connection. What was submitted fails; the events say so.
    /// False if it was condemned before.
    pub fn close(&mut self, reason: SessionError) -> bool {
        if self.is_closed() {
            return false;
        }
        self.phase = Phase::Closing { reason, told: 0 };
        self.outbox.clear();
        // From here on, where in the stream the oldest request begins.
        self.taken -= self.in_flight.written_len() as u64;
        true
    }

    /// The failures of a condemned connection one by one, then its end.
    pub(super) fn fail_next(&mut self) -> Option<Event> {
        let mut reached = self.in_flight.take_begun();
        while let Some((entry, written)) = self.in_flight.pop() {
            let started = written && self.taken < self.accepted;
            reached |= started && entry.role != Role::Deferred;
            self.taken += entry.len as u64;
            if !entry.role.ends() {
                continue;
            }
            let executed = if core::mem::take(&mut reached) { Executed::Maybe } else { Executed::No };
            let ahead = self.count_told();
            if let Some(tag) = entry.tag {
                let left = if written { departure(&self.departures, entry.id) } else { self.now };
                let spent = spent(entry.span, left, self.now, ahead, self.liveness.silence(self.now));
                return Some(Event::Failed { tag, failure: Failure { executed, timed_out: false, spent } });
            }
        }
        match core::mem::replace(&mut self.phase, Phase::Closed) {
            Phase::Closing { reason, .. } => Some(Event::Closed(reason)),
            _ => None,
        }
    }

    /// Counts a request that was failed: how many were before.
    const fn count_told(&mut self) -> usize {
        let Phase::Closing { told, .. } = &mut self.phase else { return 0 };
        *told += 1;
        *told - 1
    }
}

/// When the request of this number left.
pub(super) fn departure(departures: &VecDeque<(RequestId, u64)>, id: RequestId) -> u64 {
    let later = departures.partition_point(|&(first, _)| first <= id);
    later.checked_sub(1).map_or(0, |index| departures[index].1)
}

pub(super) fn spent(span: Span, left: u64, now: u64, ahead: usize, silence: Duration) -> Spent {
    let left = left.clamp(span.start.min(now), now);
    Spent {
        queued: Duration::from_nanos(left - span.start.min(left)),
        in_flight: Duration::from_nanos(now - left),
        ahead,
        silence,
    }
}
