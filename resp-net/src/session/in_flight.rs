//! Requests in the order of their replies: those written, then those queued.

use alloc::collections::VecDeque;

use resp_core::{Kind, Kinds};

use super::{RequestId, Span, Tag};

/// The first-in first-out queue that pairs replies with requests.
#[derive(Debug)]
pub(super) struct InFlight {
    /// With numbers that never fall.
    entries: VecDeque<Entry>,
    /// How many of them, from the front, were handed to the transport.
    written: usize,
    /// The number that the next one will have; none is ever given twice.
    next: u64,
    /// Bytes of all that were not given up before they were written.
    held: usize,
    /// Replies that these still expect.
    replies: usize,
    /// No deadline of a request that somebody waits for is before this.
    next_deadline: u64,
    /// Of the oldest request, parts were answered that may have had an effect.
    is_begun: bool,
}

/// One request, or a part of one: commands one after the other whose replies
/// may be of the same kinds. After it was given up it stays as a tombstone: if
/// it was written, until it has swallowed exactly its replies, else until its
/// bytes are taken out of the outbox.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    /// Of the request: its parts share it.
    pub(super) id: RequestId,
    /// `None`: given up.
    pub(super) tag: Option<Tag>,
    /// Replies still to come; zero if it was given up before it was written.
    replies: u32,
    kinds: Kinds,
    pub(super) role: Role,
    /// Bytes of it.
    pub(super) len: usize,
    pub(super) span: Span,
}

/// What an entry is of its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// All of it, or the end.
    Last,
    /// The end too, and an error may come before its reply.
    Fenced,
    /// A part that others follow.
    Part,
    /// Such a part that has no effect unless the last one is run.
    Deferred,
}

impl Role {
    /// Whether nothing of the request follows.
    pub(super) const fn ends(self) -> bool {
        matches!(self, Self::Last | Self::Fenced)
    }
}

impl Entry {
    /// Whether an error, which just came, is one of its replies.
    #[cold]
    const fn takes_error(&mut self) -> bool {
        if matches!(self.role, Role::Deferred) {
            // It may be MULTI that was refused: then what follows is run at once.
            self.role = Role::Part;
        }
        !matches!(self.role, Role::Fenced)
    }
}

/// Whose a reply is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// `last`: nothing more comes for the request; its `span` then.
    Caller { tag: Tag, last: bool, span: Span },
    /// Who has given the request up.
    Tombstone,
    /// No request can be answered like this.
    Nobody,
}

impl Default for InFlight {
    fn default() -> Self {
        Self {
            entries: VecDeque::new(),
            written: 0,
            next: 0,
            held: 0,
            replies: 0,
            next_deadline: u64::MAX,
            is_begun: false,
        }
    }
}

impl InFlight {
    /// Adds a request, or a part of one, that `tag` waits for.
    #[inline]
    pub(super) fn push(
        &mut self,
        tag: Option<Tag>,
        (replies, kinds): (u32, Kinds),
        role: Role,
        len: usize,
        span: Span,
    ) -> RequestId {
        if self.entries.is_empty() {
            self.next_deadline = u64::MAX;
        }
        self.next_deadline = self.next_deadline.min(span.deadline);
        let id = RequestId(self.next);
        self.next += 1;
        self.held += len;
        self.replies += replies as usize;
        self.entries.push_back(Entry { id, tag, replies, kinds, role, len, span });
        id
    }

    /// Adds a command to the newest request: to its last part, if its reply may
    /// be of the same kinds.
    pub(super) fn extend(&mut self, kinds: Kinds, len: usize) {
        let Some(entry) = self.entries.back_mut() else { return };
        self.replies += 1;
        self.held += len;
        if entry.kinds == kinds && entry.replies < u32::MAX {
            entry.replies += 1;
            entry.len += len;
        } else {
            let part = Entry { replies: 1, kinds, len, ..*entry };
            self.entries.push_back(part);
        }
    }

    /// The newest entry has the last of its request's commands.
    pub(super) fn end_request(&mut self) {
        if let Some(entry) = self.entries.back_mut() {
            entry.role = Role::Last;
        }
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

    /// Bytes held, and replies expected.
    #[inline]
    pub(super) const fn load(&self) -> (usize, usize) {
        (self.held, self.replies)
    }

    /// The number of the oldest request.
    #[inline]
    pub(super) fn first(&self) -> RequestId {
        self.entries.front().map_or(RequestId(self.next), |entry| entry.id)
    }

    /// The number of the first request that was not written.
    #[inline]
    pub(super) fn first_queued(&self) -> RequestId {
        self.entries.get(self.written).map_or(RequestId(self.next), |entry| entry.id)
    }

    /// Everything queued is written from now on. Nothing given up may be
    /// among it, see [`retain_queued`](Self::retain_queued).
    #[inline]
    pub(super) fn mark_written(&mut self) {
        self.written = self.entries.len();
    }

    /// Bytes of all that was written and is not answered.
    pub(super) fn written_len(&self) -> usize {
        self.entries.iter().take(self.written).map(|entry| entry.len).sum()
    }

    /// Takes one reply of a certain kind.
    #[inline]
    pub(super) fn take_reply(&mut self, kind: Kind) -> Owner {
        if self.written == 0 {
            return Owner::Nobody;
        }
        let Some(entry) = self.entries.front_mut() else { return Owner::Nobody };
        if !entry.kinds.contains(kind) {
            return Owner::Nobody;
        }
        let (tag, span) = (entry.tag, entry.span);
        let mut last = false;
        if !kind.is_error() || entry.takes_error() {
            self.replies -= 1;
            entry.replies -= 1;
            if entry.replies == 0 {
                last = entry.role.ends();
                self.is_begun = entry.role == Role::Part;
                self.held -= entry.len;
                self.written -= 1;
                self.entries.pop_front();
            }
        }
        tag.map_or(Owner::Tombstone, |tag| Owner::Caller { tag, last, span })
    }

    /// Gives a request up. `Some(len)`: it was not written, and its `len`
    /// bytes in the outbox are dead.
    pub(super) fn cancel(&mut self, id: RequestId) -> Option<usize> {
        let first = self.entries.partition_point(|entry| entry.id < id);
        let mut dead = 0;
        for index in first..self.entries.len() {
            let entry = &self.entries[index];
            if entry.id != id {
                break;
            }
            entry.tag?;
            dead += self.give_up(index);
        }
        (dead > 0).then_some(dead)
    }

    /// Makes a tombstone of an entry: how many of its bytes are dead.
    fn give_up(&mut self, index: usize) -> usize {
        let queued = index >= self.written;
        let entry = &mut self.entries[index];
        entry.tag = None;
        if !queued {
            return 0;
        }
        self.replies -= core::mem::take(&mut entry.replies) as usize;
        self.held -= entry.len;
        entry.len
    }

    /// No request that somebody waits for has to be given up before this.
    #[inline]
    pub(super) const fn next_deadline(&self) -> u64 {
        self.next_deadline
    }

    /// When the last of those that wait for what was written gives it up; zero
    /// if nobody waits for it.
    pub(super) fn last_deadline(&self) -> u64 {
        let awaited = self.entries.iter().take(self.written).filter(|entry| entry.tag.is_some());
        awaited.map(|entry| entry.span.deadline).max().unwrap_or_default()
    }

    /// The peer did what the oldest request's command asks for: no error to it
    /// comes any more.
    pub(super) fn confirm(&mut self) {
        let written = self.written > 0;
        if let Some(entry) = self.entries.front_mut().filter(|entry| written && entry.role == Role::Fenced) {
            entry.role = Role::Last;
        }
    }

    /// Gives up the requests that are over. `told` of each: the end of it, how
    /// many requests come before it and whether it was written. How many bytes
    /// in the outbox are dead.
    pub(super) fn give_up_if(
        &mut self,
        is_over: impl Fn(&Entry) -> bool,
        mut told: impl FnMut(Tag, &Entry, usize, bool),
    ) -> usize {
        let (mut dead, mut next, mut ahead) = (0, u64::MAX, 0);
        for index in 0..self.entries.len() {
            let entry = &self.entries[index];
            if let Some(tag) = entry.tag {
                if is_over(entry) {
                    if entry.role.ends() {
                        told(tag, entry, ahead, index < self.written);
                    }
                    dead += self.give_up(index);
                } else {
                    next = next.min(entry.span.deadline);
                }
            }
            ahead += usize::from(self.entries[index].role.ends());
        }
        self.next_deadline = next;
        dead
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

    /// Whether parts of the oldest request were answered that may have had an
    /// effect; not asked again.
    pub(super) const fn take_begun(&mut self) -> bool {
        core::mem::replace(&mut self.is_begun, false)
    }

    /// Takes the oldest entry, and whether it was written.
    pub(super) fn pop(&mut self) -> Option<(Entry, bool)> {
        let entry = self.entries.pop_front()?;
        let written = self.written > 0;
        self.written -= usize::from(written);
        if entry.replies > 0 {
            self.held -= entry.len;
            self.replies -= entry.replies as usize;
        }
        Some((entry, written))
    }

    /// Gives memory back that nothing needs.
    pub(super) fn shrink(&mut self) {
        self.entries.shrink_to_fit();
    }
}
