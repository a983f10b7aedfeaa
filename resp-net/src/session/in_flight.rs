//! Requests in the order of their replies: those written, then those queued.

use alloc::collections::VecDeque;

use super::{RequestId, Tag};

/// The first-in first-out queue that pairs replies with requests.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    /// With rising numbers.
    entries: VecDeque<Entry>,
    /// How many of them, from the front, were handed to the transport.
    written: usize,
    /// The number that the next one will have; none is ever given twice.
    next: u64,
}

/// One request. After it was given up it stays as a tombstone: if it was
/// written, until it has swallowed exactly its replies, else until its bytes
/// are taken out of the outbox.
#[derive(Debug)]
pub(super) struct Entry {
    id: RequestId,
    /// `None`: given up.
    pub(super) tag: Option<Tag>,
    /// Replies still to come; zero if it was given up before it was written.
    replies: u32,
    /// Bytes of it in the outbox.
    len: usize,
}

impl InFlight {
    #[inline]
    pub(super) fn push(&mut self, tag: Tag, replies: u32, len: usize) -> RequestId {
        let id = RequestId(self.next);
        self.next += 1;
        self.entries.push_back(Entry { id, tag: Some(tag), replies, len });
        id
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Requests held, those given up included.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// How many requests are queued, and how many were written and are not answered.
    #[inline]
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.entries.len() - self.written, self.written)
    }

    /// Everything queued is written from now on. Nothing given up may be
    /// among it, see [`retain_queued`](Self::retain_queued).
    pub(super) fn mark_written(&mut self) {
        self.written = self.entries.len();
    }

    /// Takes one reply: whose it is and whether it is the last; a tag of
    /// `None` is a tombstone's. `None` when nothing awaits a reply.
    #[inline]
    pub(super) fn take_reply(&mut self) -> Option<(Option<Tag>, bool)> {
        if self.written == 0 {
            return None;
        }
        let entry = self.entries.front_mut()?;
        entry.replies -= 1;
        let (tag, last) = (entry.tag, entry.replies == 0);
        if last {
            self.pop();
        }
        Some((tag, last))
    }

    /// Gives a request up. `Some(len)`: it was not written, and its `len`
    /// bytes in the outbox are dead.
    pub(super) fn cancel(&mut self, id: RequestId) -> Option<usize> {
        let index = self.entries.binary_search_by_key(&id, |entry| entry.id).ok()?;
        let entry = &mut self.entries[index];
        let known = entry.tag.take().is_some();
        if index < self.written || !known {
            return None;
        }
        entry.replies = 0;
        Some(entry.len)
    }

    /// Forgets the queued requests that were given up. Of each that was queued,
    /// oldest first, `visit` is told how many bytes it has in the outbox and
    /// whether they stay there.
    pub(super) fn retain_queued(&mut self, mut visit: impl FnMut(usize, bool)) {
        let mut kept = self.written;
        for index in self.written..self.entries.len() {
            let entry = &self.entries[index];
            let keep = entry.replies > 0;
            visit(entry.len, keep);
            if keep {
                self.entries.swap(kept, index);
                kept += 1;
            }
        }
        self.entries.truncate(kept);
    }

    /// Takes the oldest request, and whether it was written.
    pub(super) fn pop(&mut self) -> Option<(Entry, bool)> {
        let entry = self.entries.pop_front()?;
        let written = self.written > 0;
        self.written -= usize::from(written);
        Some((entry, written))
    }
}
