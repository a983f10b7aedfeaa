//! Where callers of a shared connection wait: for room first, if there is
//! none, then for their replies.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::task::Waker;

use resp_core::Reply;

use crate::error::{Executed, LostReason};
use crate::session::{Failure, RequestId, Session, Span, Spent, Tag};

/// A slab of calls, found by the tag of their request. Its memory is reused,
/// so that a call in a steady state allocates nothing.
#[derive(Debug)]
pub(crate) struct Slots {
    slots: Vec<Slot>,
    /// The first of the chain of free ones, or the length.
    free: u32,
    /// Calls that hold a place.
    used: usize,
    /// Calls that wait for room, the oldest first.
    queue: VecDeque<Tag>,
    /// What was promised to calls that have not taken it yet.
    promised: Size,
}

#[derive(Debug)]
enum Slot {
    Free {
        next: u32,
    },
    /// There is no room for it.
    Queued {
        waker: Waker,
        size: Size,
        span: Span,
    },
    /// There is room for it, which it has to take.
    Promised {
        size: Size,
    },
    Waiting {
        id: RequestId,
        waker: Waker,
        replies: Replies,
    },
    Done(Outcome),
}

/// What a request takes of a connection's budget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) commands: usize,
    pub(crate) len: usize,
}

/// What has come of a call so far.
#[derive(Debug)]
enum Replies {
    /// It awaits one.
    Single,
    /// It awaits several; these have come.
    Several(Vec<Reply>),
}

/// How a call ended: with its replies, or without.
pub(crate) type Outcome = Result<Answer, Box<Failed>>;

/// Why a call failed.
#[derive(Debug)]
pub(crate) struct Failed {
    pub(crate) failure: Failure,
    /// Why its connection is gone, if that is why. The next one may be gone too
    /// before the caller asks.
    pub(crate) reason: Option<LostReason>,
}

/// What a call was answered.
#[derive(Debug)]
pub(crate) enum Answer {
    /// To one command.
    One(Reply),
    /// To a batch.
    Several(Vec<Reply>),
}

/// What a call that waits is told.
#[derive(Debug)]
pub(super) enum Progress {
    /// Nothing yet.
    Pending,
    /// There is room for it now: it has to be submitted under the same tag.
    Submit,
    /// It ended.
    Done(Outcome),
}

impl Answer {
    /// The reply to a single command.
    #[inline]
    pub(crate) fn into_one(self) -> Reply {
        match self {
            Self::One(reply) => reply,
            Self::Several(replies) => replies.into_iter().next().unwrap_or(Reply::NULL),
        }
    }

    /// The replies to a batch.
    pub(crate) fn into_several(self) -> Vec<Reply> {
        match self {
            Self::One(reply) => Vec::from([reply]),
            Self::Several(replies) => replies,
        }
    }
}

impl Slots {
    pub(super) const fn new() -> Self {
        let promised = Size { commands: 0, len: 0 };
        Self { slots: Vec::new(), free: 0, used: 0, queue: VecDeque::new(), promised }
    }

    /// The tag that the next call will have.
    #[inline]
    pub(super) const fn next_tag(&self) -> Tag {
        Tag(self.free)
    }

    /// Has the call `id`, submitted with [`next_tag`](Self::next_tag), wait
    /// for one reply, or for several if it is a batch.
    #[inline]
    pub(super) fn wait(&mut self, id: RequestId, waker: Waker, batch: Option<usize>) {
        self.insert(Slot::Waiting { id, waker, replies: Replies::new(batch) });
    }

    /// Has a call with [`next_tag`](Self::next_tag) wait for room.
    pub(super) fn wait_for_room(&mut self, waker: Waker, size: Size, span: Span) {
        self.queue.push_back(self.next_tag());
        self.insert(Slot::Queued { waker, size, span });
    }

    /// Whether somebody waits for room, so that nobody may overtake him.
    #[inline]
    pub(super) fn has_queue(&self) -> bool {
        !self.queue.is_empty() || self.promised.commands > 0
    }

    /// How many calls wait for room.
    pub(super) fn queued(&self) -> usize {
        self.queue.len()
    }

    #[inline]
    fn insert(&mut self, slot: Slot) {
        self.used += 1;
        match self.slots.get_mut(self.free as usize) {
            Some(free) => {
                if let Slot::Free { next } = core::mem::replace(free, slot) {
                    self.free = next;
                }
            }
            None => {
                self.slots.push(slot);
                self.free += 1;
            }
        }
    }

    /// A call that was promised room has taken it, as the request `id`.
    pub(super) fn submitted(&mut self, tag: Tag, id: RequestId, waker: Waker, batch: Option<usize>) {
        if let Some(slot) = self.slots.get_mut(tag.0 as usize) {
            *slot = Slot::Waiting { id, waker, replies: Replies::new(batch) };
        }
    }

    /// Has a call that could not take what it was promised wait again, as the
    /// first one.
    #[cold]
    pub(super) fn wait_again(&mut self, tag: Tag, waker: Waker, size: Size, span: Span) {
        if let Some(slot) = self.slots.get_mut(tag.0 as usize) {
            *slot = Slot::Queued { waker, size, span };
            self.queue.push_front(tag);
        }
    }

    /// Promises room to those who wait for it, the oldest first, as far as
    /// there is some; they are to be woken.
    pub(super) fn promise_room(&mut self, session: &Session, wakers: &mut Vec<Waker>) {
        if session.is_closed() {
            return;
        }
        while let Some(&tag) = self.queue.front() {
            let Some(Slot::Queued { size, .. }) = self.slots.get(tag.0 as usize) else {
                self.queue.pop_front();
                continue;
            };
            let (size, promised) = (*size, self.promised);
            let fits = if promised.commands == 0 {
                session.has_room(size.commands, size.len)
            } else {
                session.is_within_budget(promised.commands + size.commands, promised.len + size.len)
            };
            if !fits {
                return;
            }
            self.queue.pop_front();
            self.promised =
                Size { commands: promised.commands + size.commands, len: promised.len + size.len };
            let slot = &mut self.slots[tag.0 as usize];
            if let Slot::Queued { waker, .. } = core::mem::replace(slot, Slot::Promised { size }) {
                wakers.push(waker);
            }
        }
    }

    /// When the first of those who wait for room has no time left.
    pub(super) fn next_deadline(&self) -> u64 {
        let deadlines = self.queue.iter().filter_map(|tag| match self.slots.get(tag.0 as usize) {
            Some(Slot::Queued { span, .. }) => Some(span.deadline),
            _ => None,
        });
        deadlines.min().unwrap_or(u64::MAX)
    }

    /// Fails those who wait for room and have no time left, or all of them.
    pub(super) fn fail_queued(&mut self, now: u64, all: Option<&LostReason>, wakers: &mut Vec<Waker>) {
        let mut queue = core::mem::take(&mut self.queue);
        queue.retain(|tag| {
            let Some(slot) = self.slots.get_mut(tag.0 as usize) else { return false };
            let Slot::Queued { span, .. } = slot else { return false };
            let timed_out = span.deadline <= now;
            if !timed_out && all.is_none() {
                return true;
            }
            let queued = core::time::Duration::from_nanos(now.saturating_sub(span.start));
            let spent = Spent { queued, ..Spent::default() };
            let failure = Failure { executed: Executed::No, timed_out, spent };
            let reason = all.filter(|_| !timed_out).cloned();
            wakers.extend(finish(slot, Err(Box::new(Failed { failure, reason }))));
            false
        });
        self.queue = queue;
    }

    /// Hands a reply to its call; who to wake if it was the last one.
    #[inline]
    pub(super) fn put_reply(&mut self, tag: Tag, reply: Reply, last: bool) -> Option<Waker> {
        let slot = self.slots.get_mut(tag.0 as usize)?;
        let Slot::Waiting { replies, .. } = slot else { return None };
        let answer = match replies {
            Replies::Single => Answer::One(reply),
            Replies::Several(list) => {
                list.push(reply);
                if !last {
                    return None;
                }
                Answer::Several(core::mem::take(list))
            }
        };
        finish(slot, Ok(answer))
    }

    /// Tells a call that it has failed; who to wake.
    pub(super) fn fail(&mut self, tag: Tag, failure: Failure, reason: Option<LostReason>) -> Option<Waker> {
        finish(self.slots.get_mut(tag.0 as usize)?, Err(Box::new(Failed { failure, reason })))
    }

    /// How far a call is; if it has to wait, `waker` is woken when that changes.
    /// A call that ended has no place any more.
    #[inline]
    pub(super) fn poll(&mut self, tag: Tag, waker: &Waker) -> Progress {
        let Some(slot) = self.slots.get_mut(tag.0 as usize) else { return Progress::Pending };
        match slot {
            Slot::Waiting { waker: old, .. } | Slot::Queued { waker: old, .. } => {
                old.clone_from(waker);
                Progress::Pending
            }
            Slot::Promised { size } => {
                // From here on, nothing is promised to it any more.
                let size = core::mem::take(size);
                self.release(size);
                Progress::Submit
            }
            Slot::Done(_) | Slot::Free { .. } => match self.free(tag) {
                Slot::Done(outcome) => Progress::Done(outcome),
                _ => Progress::Pending,
            },
        }
    }

    /// Frees the slot of a call that was given up; its request, if that is
    /// still under way.
    pub(super) fn give_up(&mut self, tag: Tag) -> Option<RequestId> {
        match self.free(tag) {
            Slot::Waiting { id, .. } => Some(id),
            Slot::Queued { .. } => {
                self.queue.retain(|&queued| queued != tag);
                None
            }
            Slot::Promised { size } => {
                self.release(size);
                None
            }
            Slot::Free { .. } | Slot::Done(_) => None,
        }
    }

    fn release(&mut self, size: Size) {
        self.promised.commands -= size.commands;
        self.promised.len -= size.len;
    }

    #[inline]
    fn free(&mut self, tag: Tag) -> Slot {
        let Some(slot) = self.slots.get_mut(tag.0 as usize) else { return Slot::Free { next: 0 } };
        let slot = core::mem::replace(slot, Slot::Free { next: self.free });
        self.free = tag.0;
        self.used -= 1;
        slot
    }

    /// Who is to be answered last, of those who wait.
    #[cfg(feature = "mio")]
    pub(super) fn last_waiting(&self) -> Option<Waker> {
        if self.used == 0 {
            return None;
        }
        let waiting = self.slots.iter().filter_map(|slot| match slot {
            Slot::Waiting { id, waker, .. } => Some((Some(*id), waker)),
            Slot::Queued { waker, .. } => Some((None, waker)),
            _ => None,
        });
        waiting.max_by_key(|&(id, _)| id).map(|(_, waker)| waker.clone())
    }

    /// Gives memory back, if no call has a place.
    pub(super) fn shrink(&mut self) {
        if self.used == 0 {
            *self = Self::new();
        }
    }
}

impl Replies {
    #[inline]
    fn new(batch: Option<usize>) -> Self {
        batch.map_or(Self::Single, |count| Self::Several(Vec::with_capacity(count)))
    }
}

#[inline]
fn finish(slot: &mut Slot, outcome: Outcome) -> Option<Waker> {
    match core::mem::replace(slot, Slot::Done(outcome)) {
        Slot::Waiting { waker, .. } | Slot::Queued { waker, .. } => Some(waker),
        Slot::Promised { .. } | Slot::Free { .. } | Slot::Done(_) => None,
    }
}
