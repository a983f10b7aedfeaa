//! Where callers of a shared connection wait for their replies.

use alloc::vec::Vec;
use core::task::Waker;

use resp_core::Reply;

use crate::error::Executed;
use crate::session::{RequestId, Tag};

/// A slab of calls, found by the tag of their request. Its memory is reused,
/// so that a call in a steady state allocates nothing.
#[derive(Debug)]
pub(crate) struct Slots {
    slots: Vec<Slot>,
    /// The first of the chain of free ones, or the length.
    free: u32,
}

#[derive(Debug)]
enum Slot {
    Free { next: u32 },
    Waiting { id: RequestId, waker: Waker, replies: Replies },
    Done(Outcome),
}

/// What has come of a call so far.
#[derive(Debug)]
enum Replies {
    /// It awaits one.
    Single,
    /// It awaits several; these have come.
    Several(Vec<Reply>),
}

/// How a call ended: with its replies, or without, and then whether the
/// server may have run it.
pub(crate) type Outcome = Result<Answer, Executed>;

/// What a call was answered.
#[derive(Debug)]
pub(crate) enum Answer {
    /// To one command.
    One(Reply),
    /// To a batch.
    Several(Vec<Reply>),
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
        Self { slots: Vec::new(), free: 0 }
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
        let replies = batch.map_or(Replies::Single, |count| Replies::Several(Vec::with_capacity(count)));
        let slot = Slot::Waiting { id, waker, replies };
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
    pub(super) fn fail(&mut self, tag: Tag, executed: Executed) -> Option<Waker> {
        finish(self.slots.get_mut(tag.0 as usize)?, Err(executed))
    }

    /// How the call ended, which frees its slot; or has `waker` woken when it does.
    #[inline]
    pub(super) fn poll(&mut self, tag: Tag, waker: &Waker) -> Option<Outcome> {
        let slot = self.slots.get_mut(tag.0 as usize)?;
        if let Slot::Waiting { waker: old, .. } = slot {
            old.clone_from(waker);
            return None;
        }
        let slot = core::mem::replace(slot, Slot::Free { next: self.free });
        self.free = tag.0;
        match slot {
            Slot::Done(outcome) => Some(outcome),
            Slot::Free { .. } | Slot::Waiting { .. } => None,
        }
    }

    /// Frees the slot of a call that was given up; its request, if that is
    /// still under way.
    pub(super) fn give_up(&mut self, tag: Tag) -> Option<RequestId> {
        let slot = self.slots.get_mut(tag.0 as usize)?;
        let slot = core::mem::replace(slot, Slot::Free { next: self.free });
        self.free = tag.0;
        match slot {
            Slot::Waiting { id, .. } => Some(id),
            Slot::Free { .. } | Slot::Done(_) => None,
        }
    }
}

#[inline]
fn finish(slot: &mut Slot, outcome: Outcome) -> Option<Waker> {
    match core::mem::replace(slot, Slot::Done(outcome)) {
        Slot::Waiting { waker, .. } => Some(waker),
        Slot::Free { .. } | Slot::Done(_) => None,
    }
}
