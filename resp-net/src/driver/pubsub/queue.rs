//! What waits for one subscriber: so many messages and bytes at the most, and
//! gaps where some are missing.

use alloc::collections::VecDeque;
use core::task::{Poll, Waker};

use super::item::{Ended, Gap, GapReason, Incoming, Message, WhenSlow};

/// Bytes that may wait for each message that may: together 1 MiB by default.
pub(super) const BYTES_PER_MESSAGE: usize = 1 << 10;

/// A bounded queue. Its gaps need no place of their own, since one stands
/// before an entry or behind them all and takes in those that it meets.
#[derive(Debug)]
pub(super) struct Queue {
    entries: VecDeque<Entry>,
    /// What is missing behind them.
    gap: Option<Gap>,
    /// How many of them are messages, and their bytes.
    messages: usize,
    bytes: usize,
    /// How many there may be.
    limit: usize,
    policy: WhenSlow,
    /// Subscriptions that were lost and do not hold again. Until they do, gaps
    /// that are due to them are held back.
    unrestored: usize,
    /// Nothing more comes.
    is_closed: bool,
    waker: Option<Waker>,
}

#[derive(Debug)]
struct Entry {
    /// What is missing before it.
    gap: Option<Gap>,
    what: What,
}

#[derive(Debug)]
enum What {
    Message(Message),
    Ended(Ended),
}

impl Queue {
    pub(super) const fn new(limit: usize) -> Self {
        Self {
            entries: VecDeque::new(),
            gap: None,
            messages: 0,
            bytes: 0,
            limit,
            policy: WhenSlow::DropOldest,
            unrestored: 0,
            is_closed: false,
            waker: None,
        }
    }

    pub(super) const fn set_policy(&mut self, policy: WhenSlow) {
        self.policy = policy;
    }

    pub(super) const fn is_closed(&self) -> bool {
        self.is_closed
    }

    /// A message came; who to wake.
    pub(super) fn push(&mut self, message: Message) -> Option<Waker> {
        if self.is_closed {
            return None;
        }
        let len = message.len();
        while !self.has_room(len) {
            match self.policy {
                WhenSlow::DropOldest => self.drop_oldest(),
                WhenSlow::DropNewest => return self.push_gap(Gap::of_dropped(1)),
                WhenSlow::Disconnect => {
                    self.is_closed = true;
                    return self.push_gap(Gap::of_dropped(1));
                }
            }
        }
        self.messages += 1;
        self.bytes += len;
        self.push_entry(What::Message(message))
    }

    /// A message that is too long by itself is let in alone.
    const fn has_room(&self, len: usize) -> bool {
        self.messages == 0
            || (self.messages < self.limit
                && self.bytes.saturating_add(len) <= self.limit.saturating_mul(BYTES_PER_MESSAGE))
    }

    /// Drops the oldest message. The gap that it leaves is before what came next.
    fn drop_oldest(&mut self) {
        let is_message = |entry: &Entry| matches!(entry.what, What::Message(_));
        let oldest = self.entries.iter().position(is_message);
        let Some((index, entry)) = oldest.and_then(|index| Some((index, self.entries.remove(index)?))) else {
            return;
        };
        let gap = Gap::of_dropped(1).and(entry.gap);
        let place = self.entries.get_mut(index).map_or(&mut self.gap, |next| &mut next.gap);
        *place = Some(gap.and(*place));
        self.forget(&entry.what);
    }

    fn forget(&mut self, what: &What) {
        if let What::Message(message) = what {
            self.messages -= 1;
            self.bytes -= message.len();
        }
    }

    fn push_entry(&mut self, what: What) -> Option<Waker> {
        let gap = self.gap.take();
        self.entries.push_back(Entry { gap, what });
        self.waker.take()
    }

    /// Something may be missing behind all that is here; who to wake.
    pub(super) fn push_gap(&mut self, gap: Gap) -> Option<Waker> {
        self.gap = Some(gap.and(self.gap));
        self.waker.take()
    }

    /// The server refuses to renew a subscription; who to wake.
    pub(super) fn push_ended(&mut self, ended: Ended) -> Option<Waker> {
        if self.is_closed { None } else { self.push_entry(What::Ended(ended)) }
    }

    /// A subscription is lost, and to be renewed.
    pub(super) const fn note_unrestored(&mut self) {
        self.unrestored += 1;
    }

    /// One of these holds again, or never will; who to wake.
    pub(super) fn note_restored(&mut self) -> Option<Waker> {
        self.unrestored -= 1;
        if self.unrestored == 0 { self.waker.take() } else { None }
    }

    /// Nothing more comes; who to wake.
    pub(super) fn close(&mut self) -> Option<Waker> {
        self.is_closed = true;
        self.waker.take()
    }

    /// What comes next, `None` at the end; or `waker` is woken when there is something.
    pub(super) fn poll(&mut self, waker: &Waker) -> Poll<Option<Incoming>> {
        let held_back =
            |gap: &Gap| self.unrestored > 0 && gap.reason > GapReason::Overflow && !self.is_closed;
        let place = self.entries.front().map_or(self.gap, |entry| entry.gap);
        if !place.as_ref().is_some_and(held_back) {
            match self.take() {
                Some(incoming) => return Poll::Ready(Some(incoming)),
                None if self.is_closed => return Poll::Ready(None),
                None => {}
            }
        }
        match &mut self.waker {
            Some(old) => old.clone_from(waker),
            None => self.waker = Some(waker.clone()),
        }
        Poll::Pending
    }

    fn take(&mut self) -> Option<Incoming> {
        let place = self.entries.front_mut().map_or(&mut self.gap, |entry| &mut entry.gap);
        if let Some(gap) = place.take() {
            return Some(Incoming::Gap(gap));
        }
        let Entry { what, .. } = self.entries.pop_front()?;
        self.forget(&what);
        Some(match what {
            What::Message(message) => Incoming::Message(message),
            What::Ended(ended) => Incoming::Ended(ended),
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;
    use alloc::{format, vec};

    use bytes::Bytes;

    use super::*;
    use crate::error::Error;
    use crate::session::Subscription;

    fn message(payload: &str) -> Message {
        Message {
            kind: Subscription::Channel,
            pattern: None,
            channel: Bytes::new(),
            payload: Bytes::copy_from_slice(payload.as_bytes()),
        }
    }

    /// A word for each thing that is there: `1` a message, `-2` two dropped,
    /// `R-2` the same and a lost connection.
    fn taken(queue: &mut Queue) -> String {
        let mut words = Vec::new();
        loop {
            match queue.poll(Waker::noop()) {
                Poll::Pending => break,
                Poll::Ready(None) => {
                    words.push(String::from("end"));
                    break;
                }
                Poll::Ready(Some(Incoming::Message(message))) => {
                    words.push(String::from_utf8_lossy(&message.payload).into_owned());
                }
                Poll::Ready(Some(Incoming::Gap(Gap { reason, dropped }))) => {
                    let reason = match reason {
                        GapReason::Overflow => "",
                        GapReason::Unsubscribed => "U",
                        GapReason::Reconnected => "R",
                    };
                    words.push(format!("{reason}-{dropped}"));
                }
                Poll::Ready(Some(Incoming::Ended(_))) => words.push(String::from("ended")),
            }
        }
        words.join(" ")
    }

    /// Does what words say, in the same language; `?` takes what is there.
    fn play(limit: usize, policy: WhenSlow, script: &str) -> String {
        let mut queue = Queue::new(limit);
        queue.set_policy(policy);
        let mut out = vec![];
        for word in script.split(' ') {
            match word {
                "R" => drop(queue.push_gap(Gap::new(GapReason::Reconnected))),
                "U" => drop(queue.push_gap(Gap::new(GapReason::Unsubscribed))),
                "lost" => queue.note_unrestored(),
                "back" => drop(queue.note_restored()),
                "close" => drop(queue.close()),
                "ended" => {
                    let (kind, name) = (Subscription::Channel, Bytes::new());
                    drop(queue.push_ended(Ended { kind, name, error: Error::Closed }));
                }
                "?" => out.push(taken(&mut queue)),
                payload => drop(queue.push(message(payload))),
            }
        }
        out.push(taken(&mut queue));
        out.join(" | ")
    }

    #[test]
    fn what_is_dropped_leaves_a_gap_in_its_place() {
        use WhenSlow::{Disconnect, DropNewest, DropOldest};
        for (policy, script, outcome) in [
            (DropOldest, "1 2", "1 2"),
            (DropOldest, "1 2 3", "1 2 3"),
            (DropOldest, "1 2 3 4", "-1 2 3 4"),
            (DropOldest, "1 2 3 4 5 6 7", "-4 5 6 7"),
            (DropOldest, "1 2 3 4 ? 5 6", "-1 2 3 4 | 5 6"),
            (DropOldest, "1 R 2 3 4", "R-1 2 3 4"),
            (DropOldest, "R 1 2 3 4", "R-1 2 3 4"),
            (DropOldest, "1 2 3 R 4", "-1 2 3 R-0 4"),
            (DropOldest, "1 2 3 R 4 5 6", "R-3 4 5 6"),
            (DropOldest, "1 2 3 U R", "1 2 3 R-0"),
            (DropOldest, "ended 1 2 3 4", "ended -1 2 3 4"),
            (DropOldest, "1 ended 2 3 4 5", "-1 ended -1 3 4 5"),
            (DropNewest, "1 2 3", "1 2 3"),
            (DropNewest, "1 2 3 4", "1 2 3 -1"),
            (DropNewest, "1 2 3 4 5 ? 6", "1 2 3 -2 | 6"),
            (DropNewest, "1 2 3 R 4", "1 2 3 R-1"),
            (Disconnect, "1 2 3", "1 2 3"),
            (Disconnect, "1 2 3 4 5", "1 2 3 -1 end"),
        ] {
            assert_eq!(play(3, policy, script), outcome, "{policy:?} {script}");
        }
    }

    #[test]
    fn the_gap_of_a_loss_waits_until_all_is_restored() {
        for (script, outcome) in [
            ("1 lost R ? back", "1 | R-0"),
            ("1 lost lost R back 2 ? back 3", "1 | R-0 2 3"),
            // What was dropped is known at once.
            ("1 2 3 4 lost R", "-1 2 3 4"),
            ("lost R close", "R-0 end"),
            ("1 close 2", "1 end"),
        ] {
            assert_eq!(play(3, WhenSlow::DropOldest, script), outcome, "{script}");
        }
    }

    #[test]
    fn bytes_are_bounded_as_well() {
        let half = "x".repeat(BYTES_PER_MESSAGE / 2 * 3);
        let mut queue = Queue::new(3);
        for _ in 0..2 {
            queue.push(message(&half));
        }
        assert_eq!((queue.messages, queue.bytes), (2, 3 * BYTES_PER_MESSAGE), "the limit");
        queue.push(message("1"));
        assert_eq!((queue.messages, queue.bytes), (2, half.len() + 1), "and one byte more");
        let huge = "x".repeat(4 * BYTES_PER_MESSAGE);
        queue.push(message(&huge));
        assert_eq!((queue.messages, queue.bytes), (1, huge.len()), "alone");
        assert_eq!(taken(&mut queue), format!("-3 {huge}"));
        assert_eq!((queue.messages, queue.bytes), (0, 0));
    }
}
