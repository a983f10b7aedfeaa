//! Commands on their way out, coalesced: whatever was queued leaves in one write.

use alloc::vec::Vec;

use super::in_flight::InFlight;

/// Bytes of the requests that are queued, one after the other.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    pub(super) bytes: Vec<u8>,
    /// Bytes of requests that were given up and are still in `bytes`.
    dead: usize,
}

impl Outbox {
    /// Hands everything that is to be written over to `out`, which must be
    /// empty and whose memory is used in turn.
    pub(super) fn take(&mut self, out: &mut Vec<u8>, queue: &mut InFlight) -> bool {
        self.remove_dead(queue);
        if self.bytes.is_empty() {
            return false;
        }
        core::mem::swap(&mut self.bytes, out);
        true
    }

    /// Notes that `len` bytes are dead, and removes them when that is worth
    /// the move of the others: so that commands given up without end take no
    /// memory, at a cost in proportion to them.
    pub(super) fn bury(&mut self, len: usize, queue: &mut InFlight) {
        self.dead += len;
        if self.dead > self.bytes.len() / 2 {
            self.remove_dead(queue);
        }
    }

    fn remove_dead(&mut self, queue: &mut InFlight) {
        if self.dead == 0 {
            return;
        }
        let (mut from, mut to) = (0, 0);
        queue.retain_queued(|len, keep| {
            if keep {
                self.bytes.copy_within(from..from + len, to);
                to += len;
            }
            from += len;
        });
        self.bytes.truncate(to);
        self.dead = 0;
    }
}
