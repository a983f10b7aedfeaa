//! Commands on their way out, coalesced: whatever was queued leaves in one write.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use resp_core::Wire;

use super::in_flight::InFlight;
use super::transmit::{Piece, Transmit};

/// Bytes of the requests that are queued, one after the other.
#[derive(Default)]
pub(super) struct Outbox {
    bytes: Vec<u8>,
    /// What comes between the bytes, in order.
    pieces: Vec<Piece>,
    /// Bytes in all, pieces included.
    len: usize,
    /// Of these, bytes of requests that were given up.
    dead: usize,
}

impl Outbox {
    /// Bytes queued.
    #[inline]
    pub(super) const fn len(&self) -> usize {
        self.len
    }

    #[cfg(test)]
    pub(super) fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    /// Makes room for a batch of this many bytes, of which long arguments are
    /// not copied.
    pub(super) fn reserve(&mut self, len: usize) {
        self.bytes.reserve(len.min(Transmit::KEPT_LEN));
    }

    /// Queues a command: how many bytes it has.
    #[inline]
    pub(super) fn push(&mut self, command: &Wire) -> usize {
        let start = self.bytes.len();
        let mut long = 0;
        if let Some(data) = command.shared_args() {
            command.write_head_to(&mut self.bytes);
            long = data.len();
            self.pieces.push(Piece { at: self.bytes.len(), data: Arc::clone(data) });
        } else {
            command.write_to(&mut self.bytes);
        }
        let len = self.bytes.len() - start + long;
        self.len += len;
        len
    }

    /// Queues bytes that are whole commands.
    pub(super) fn push_bytes(&mut self, bytes: &[u8]) -> usize {
        self.bytes.extend_from_slice(bytes);
        self.len += bytes.len();
        bytes.len()
    }

    /// Hands everything that is to be written over to `out`, which must be
    /// empty and whose memory is used in turn.
    #[inline]
    pub(super) fn take(&mut self, out: &mut Transmit, queue: &mut InFlight) -> bool {
        self.remove_dead(queue);
        if self.len == 0 {
            return false;
        }
        core::mem::swap(&mut self.bytes, &mut out.bytes);
        core::mem::swap(&mut self.pieces, &mut out.pieces);
        self.len = 0;
        true
    }

    /// Notes that `len` bytes are dead, and removes them when that is worth
    /// the move of the others: so that commands given up without end take no
    /// memory, at a cost in proportion to them.
    pub(super) fn bury(&mut self, len: usize, queue: &mut InFlight) {
        self.dead += len;
        if self.dead > self.len / 2 {
            self.remove_dead(queue);
        }
    }

    fn remove_dead(&mut self, queue: &mut InFlight) {
        if self.dead == 0 {
            return;
        }
        let (mut from, mut to) = (0, 0);
        let mut pieces = core::mem::take(&mut self.pieces).into_iter().peekable();
        queue.retain_queued(|mut left, keep| {
            // A request starts with bytes, and so no piece is at its start.
            while left > 0 {
                let stop = pieces.peek().map_or(usize::MAX, |piece| piece.at);
                let step = left.min(stop - from);
                if keep {
                    self.bytes.copy_within(from..from + step, to);
                    to += step;
                }
                from += step;
                left -= step;
                if left > 0
                    && let Some(piece) = pieces.next()
                {
                    left -= piece.data.len();
                    if keep {
                        self.pieces.push(Piece { at: to, ..piece });
                    }
                }
            }
        });
        self.bytes.truncate(to);
        self.len -= self.dead;
        self.dead = 0;
    }

    /// Forgets all that is queued.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Gives memory back that nothing needs.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
        self.pieces.shrink_to_fit();
    }
}

/// Shows how much there is; never an argument.
impl fmt::Debug for Outbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes, {} of them dead", self.len, self.dead)
    }
}
