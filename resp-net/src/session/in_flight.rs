//! Requests in the order of their replies: those written, then those queued.

use alloc::collections::VecDeque;

use super::{RequestId, Tag};

/// The first-in first-out queue that pairs replies with requests.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    entries: VecDeque<Entry>,
    /// How many of them, from the front, were handed to the transport.
    written: usize,
    /// The number of the entry at the front.
    first: u64,
}

/// One request. After it was given up it stays as a tombstone, which swallows
/// exactly its replies, or, if it was never written, as nothing.
#[derive(Debug)]
pub(super) struct Entry {
    /// `None`: given up.
    pub(super) tag: Option<Tag>,
    /// Replies still to come; zero if it was given up before it was written.
    pub(super) replies: u32,
    /// Bytes of it in the outbox.
    pub(super) len: usize,
}

impl InFlight {
    pub(super) fn push(&mut self, entry: Entry) -> RequestId {
        let id = RequestId(self.first + self.entries.len() as u64);
        self.entries.push_back(entry);
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

    /// Everything queued is written from now on.
    pub(super) fn mark_written(&mut self) {
        self.written = self.entries.len();
        self.drop_void_front();
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
            self.drop_void_front();
        }
        Some((tag, last))
    }

    /// Gives a request up. `Some(len)`: it was not written, and its `len`
    /// bytes in the outbox are dead.
    pub(super) fn cancel(&mut self, id: RequestId) -> Option<usize> {
        let index = usize::try_from(id.0.checked_sub(self.first)?).ok()?;
        let entry = self.entries.get_mut(index)?;
        entry.tag = None;
        if index < self.written {
            return None;
        }
        entry.replies = 0;
        Some(entry.len)
    }

    /// Forgets given up requests at the end, once the outbox holds no bytes of
    /// them. Their numbers are given to others.
    pub(super) fn trim_back(&mut self) {
        while self.entries.len() > self.written && self.entries.back().is_some_and(|entry| entry.replies == 0)
        {
            self.entries.pop_back();
        }
    }

    /// The requests that were not written, oldest first.
    pub(super) fn queued_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.range_mut(self.written..)
    }

    /// Takes the oldest request, and whether it was written.
    pub(super) fn pop(&mut self) -> Option<(Entry, bool)> {
        let entry = self.entries.pop_front()?;
        self.first += 1;
        let written = self.written > 0;
        self.written -= usize::from(written);
        Some((entry, written))
    }

    /// Removes requests that expect nothing, so that the front one always does.
    fn drop_void_front(&mut self) {
        while self.written > 0 && self.entries.front().is_some_and(|entry| entry.replies == 0) {
            self.pop();
        }
    }
}
