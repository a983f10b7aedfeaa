//! Who has subscribed to what, and what of that the server knows.

use alloc::collections::{BTreeSet, VecDeque};
use alloc::vec::Vec;
use core::task::{Poll, Waker};
use std::collections::{HashMap, HashSet};

use bytes::Bytes;

use super::item::{Ended, Gap, GapReason, Incoming, Message, WhenSlow};
use super::queue::Queue;
use crate::error::Error;
use crate::session::{Push, Subscription};

/// What a subscription is to: its kind and its channel or pattern.
pub(super) type Topic = (Subscription, Bytes);

/// Names in one command: small enough that it is one of many in the budget of
/// a connection, and that a server does nothing else in between for long.
const NAMES_PER_COMMAND: usize = 1000;

/// What the server is to be told next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Job {
    pub(super) action: Action,
    pub(super) kind: Subscription,
    pub(super) names: Vec<Bytes>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Subscribe,
    Unsubscribe,
}

/// What the subscribers of one connection have subscribed to. The server is
/// told of a topic by the first of them that joins and the last that leaves.
#[derive(Debug, Default)]
pub(super) struct Registry {
    members: Vec<Option<Member>>,
    /// Numbers that nobody has.
    free: Vec<usize>,
    topics: HashMap<Topic, Interest>,
    /// Topics that nobody wants any more, of which the server is not told yet.
    leaving: BTreeSet<Topic>,
    /// How often the server was told to end these, and has not said so: what
    /// it says of them before is of an earlier subscription.
    ending: HashMap<Topic, u32>,
    /// To be subscribed to again. Some may have been since, or be left.
    lost: VecDeque<(Subscription, Vec<Bytes>)>,
    is_closed: bool,
}

/// A subscriber.
#[derive(Debug)]
struct Member {
    queue: Queue,
    topics: HashSet<Topic>,
}

/// Who wants a topic.
#[derive(Debug, Default)]
struct Interest {
    members: Vec<usize>,
    /// The server has confirmed it, and not ended it since.
    is_held: bool,
    /// It was held before, and its members wait for it.
    is_lost: bool,
}

impl Registry {
    /// A new subscriber, for whom so many messages may wait: its number.
    pub(super) fn add(&mut self, limit: usize) -> usize {
        let mut queue = Queue::new(limit);
        if self.is_closed {
            queue.close();
        }
        let member = Some(Member { queue, topics: HashSet::new() });
        if let Some(free) = self.free.pop() {
            self.members[free] = member;
            return free;
        }
        self.members.push(member);
        self.members.len() - 1
    }

    /// A subscriber is gone. True if it was the last one.
    pub(super) fn remove(&mut self, id: usize, wakers: &mut Vec<Waker>) -> bool {
        self.leave_all(id, wakers);
        self.members[id] = None;
        self.free.push(id);
        self.is_empty()
    }

    /// Whether there are no subscribers.
    pub(super) fn is_empty(&self) -> bool {
        self.free.len() == self.members.len()
    }

    pub(super) fn set_policy(&mut self, id: usize, policy: WhenSlow) {
        if let Some(member) = &mut self.members[id] {
            member.queue.set_policy(policy);
        }
    }

    pub(super) fn poll(&mut self, id: usize, waker: &Waker) -> Poll<Option<Incoming>> {
        self.members[id].as_mut().map_or(Poll::Ready(None), |member| member.queue.poll(waker))
    }

    /// A subscriber is to be handed what comes to these names: those of them
    /// that it had not asked for before.
    pub(super) fn join(&mut self, id: usize, kind: Subscription, names: &[Bytes]) -> Vec<Bytes> {
        let Some(member) = &mut self.members[id] else { return Vec::new() };
        if member.queue.is_closed() {
            return Vec::new();
        }
        let mut joined = Vec::new();
        for name in names {
            let topic = (kind, name.clone());
            if member.topics.insert(topic.clone()) {
                joined.push(name.clone());
                self.leaving.remove(&topic);
                let interest = self.topics.entry(topic).or_default();
                interest.members.push(id);
                if interest.is_lost {
                    member.queue.note_unrestored();
                }
            }
        }
        joined
    }

    /// A subscriber wants no more of these names: those of them that it had.
    pub(super) fn leave(
        &mut self,
        id: usize,
        kind: Subscription,
        names: &[Bytes],
        wakers: &mut Vec<Waker>,
    ) -> Vec<Bytes> {
        let mut leave = |name: &&Bytes| self.leave_topic(id, (kind, (*name).clone()), wakers);
        names.iter().filter(&mut leave).cloned().collect()
    }

    fn leave_all(&mut self, id: usize, wakers: &mut Vec<Waker>) {
        let Some(member) = &mut self.members[id] else { return };
        for topic in core::mem::take(&mut member.topics) {
            self.forget_interest(id, topic, wakers);
        }
    }

    fn leave_topic(&mut self, id: usize, topic: Topic, wakers: &mut Vec<Waker>) -> bool {
        let Some(member) = &mut self.members[id] else { return false };
        let was_member = member.topics.remove(&topic);
        if was_member {
            self.forget_interest(id, topic, wakers);
        }
        was_member
    }

    fn forget_interest(&mut self, id: usize, topic: Topic, wakers: &mut Vec<Waker>) {
        let Some(interest) = self.topics.get_mut(&topic) else { return };
        interest.members.retain(|&member| member != id);
        if interest.is_lost
            && let Some(member) = &mut self.members[id]
        {
            wakers.extend(member.queue.note_restored());
        }
        if interest.members.is_empty() {
            self.topics.remove(&topic);
            self.leaving.insert(topic);
        }
    }

    /// Those of the names that somebody wants and the server has not confirmed.
    pub(super) fn unheld(&self, kind: Subscription, names: &[Bytes]) -> Vec<Bytes> {
        let is_unheld =
            |name: &Bytes| self.topics.get(&(kind, name.clone())).is_some_and(|interest| !interest.is_held);
        names.iter().filter(|name| is_unheld(name)).cloned().collect()
    }

    /// Whether a subscriber is subscribed to all of these names, as far as is known.
    pub(super) fn holds(&self, id: usize, kind: Subscription, names: &[Bytes]) -> bool {
        let Some(member) = &self.members[id] else { return false };
        let is_held = |name: &Bytes| {
            let topic = (kind, name.clone());
            member.topics.contains(&topic) && self.topics.get(&topic).is_some_and(|interest| interest.is_held)
        };
        names.iter().all(is_held)
    }

    /// Those of the names that nobody wants.
    pub(super) fn unwanted(&self, kind: Subscription, names: &[Bytes]) -> Vec<Bytes> {
        names.iter().filter(|name| !self.topics.contains_key(&(kind, (*name).clone()))).cloned().collect()
    }

    /// The server is told to end these.
    pub(super) fn note_told(&mut self, kind: Subscription, names: &[Bytes]) {
        for name in names {
            self.leaving.remove(&(kind, name.clone()));
        }
    }

    /// What the server is to be told next, if anything.
    pub(super) fn next_job(&mut self) -> Option<Job> {
        if let Some(&(kind, _)) = self.leaving.first() {
            let of_kind = self.leaving.iter().take_while(|topic| topic.0 == kind);
            let names: Vec<Bytes> = of_kind.take(NAMES_PER_COMMAND).map(|topic| topic.1.clone()).collect();
            self.note_told(kind, &names);
            return Some(Job { action: Action::Unsubscribe, kind, names });
        }
        while let Some((kind, names)) = self.lost.pop_front() {
            let names = self.unheld(kind, &names);
            if !names.is_empty() {
                return Some(Job { action: Action::Subscribe, kind, names });
            }
        }
        None
    }

    /// The server is sent a command that nobody can give up.
    pub(super) fn note_sent(&mut self, job: &Job) {
        if job.action == Action::Unsubscribe {
            for name in &job.names {
                *self.ending.entry((job.kind, name.clone())).or_default() += 1;
            }
        }
    }

    /// The command was refused, or not sent after all.
    pub(super) fn note_unsent(&mut self, job: &Job) {
        if job.action == Action::Unsubscribe {
            for name in &job.names {
                self.note_ended(&(job.kind, name.clone()));
            }
        }
    }

    /// Whether the server was told to end it.
    fn note_ended(&mut self, topic: &Topic) -> bool {
        let Some(count) = self.ending.get_mut(topic) else { return false };
        *count -= 1;
        if *count == 0 {
            self.ending.remove(topic);
        }
        true
    }

    /// The server could not be told.
    pub(super) fn put_back(&mut self, job: Job) {
        match job.action {
            Action::Subscribe => self.lost.push_front((job.kind, job.names)),
            Action::Unsubscribe => {
                let topics = job.names.into_iter().map(|name| (job.kind, name));
                self.leaving.extend(topics.filter(|topic| !self.topics.contains_key(topic)));
            }
        }
    }

    /// The server said this. True if it is to be told something now.
    pub(super) fn handle_push(&mut self, push: Push, wakers: &mut Vec<Waker>) -> bool {
        match push {
            Push::Message { kind, pattern, channel, payload } => {
                let message = Message { kind, pattern, channel, payload };
                self.deliver(message, wakers)
            }
            Push::Subscribed { kind, name } => {
                let topic = (kind, name);
                if let Some(interest) = self.topics.get_mut(&topic)
                    && !self.ending.contains_key(&topic)
                {
                    interest.is_held = true;
                    if core::mem::take(&mut interest.is_lost) {
                        for &id in &interest.members {
                            wakers.extend(self.members[id].as_mut().and_then(|m| m.queue.note_restored()));
                        }
                    }
                }
                false
            }
            Push::Unsubscribed { kind, name: Some(name) } => self.handle_end((kind, name), wakers),
            Push::Unsubscribed { name: None, .. } | Push::Other => false,
        }
    }

    /// Hands a message to all who want it. Each message is for one topic.
    fn deliver(&mut self, message: Message, wakers: &mut Vec<Waker>) -> bool {
        let name = message.pattern.as_ref().unwrap_or(&message.channel);
        let Some(interest) = self.topics.get(&(message.kind, name.clone())) else { return false };
        let mut disconnected = Vec::new();
        for &id in &interest.members {
            let Some(member) = &mut self.members[id] else { continue };
            wakers.extend(member.queue.push(message.clone()));
            if member.queue.is_closed() {
                disconnected.push(id);
            }
        }
        for &id in &disconnected {
            self.leave_all(id, wakers);
        }
        !disconnected.is_empty()
    }

    /// The server has ended a subscription. If nobody asked it to, it is asked
    /// to take it up again.
    fn handle_end(&mut self, topic: Topic, wakers: &mut Vec<Waker>) -> bool {
        if self.note_ended(&topic) {
            return false;
        }
        // What is not held now was left and joined again, and is being asked for.
        let Some(interest) = self.topics.get_mut(&topic).filter(|interest| interest.is_held) else {
            return false;
        };
        interest.lose(&mut self.members, GapReason::Unsubscribed, wakers);
        self.lost.push_back((topic.0, Vec::from([topic.1])));
        true
    }

    /// There is a new connection, on which nothing is subscribed to. All that
    /// is wanted is to be.
    pub(super) fn handle_lost(&mut self, wakers: &mut Vec<Waker>) {
        self.leaving.clear();
        self.ending.clear();
        self.lost.clear();
        let mut names: [Vec<Bytes>; 3] = Default::default();
        for ((kind, name), interest) in &mut self.topics {
            if interest.is_held {
                interest.lose(&mut self.members, GapReason::Reconnected, wakers);
            }
            names[*kind as usize].push(name.clone());
        }
        let kinds = [Subscription::Channel, Subscription::Pattern, Subscription::Shard];
        for (kind, names) in kinds.into_iter().zip(names) {
            self.lost.extend(names.chunks(NAMES_PER_COMMAND).map(|names| (kind, names.to_vec())));
        }
    }

    /// The server refuses to take these up again. Of several it does not say
    /// which; then each half is tried. True if there is something to try.
    pub(super) fn handle_refused(&mut self, job: Job, error: &Error, wakers: &mut Vec<Waker>) -> bool {
        if job.action == Action::Unsubscribe {
            self.note_unsent(&job);
            return false;
        }
        let Job { kind, mut names, .. } = job;
        if names.len() > 1 {
            let half = names.split_off(names.len() / 2);
            self.lost.push_front((kind, half));
            self.lost.push_front((kind, names));
            return true;
        }
        let Some(name) = names.pop() else { return false };
        let topic = (kind, name.clone());
        let Some(interest) = self.topics.get(&topic) else { return false };
        if !interest.is_lost {
            // Who asks for it just now is told himself.
            return false;
        }
        for id in interest.members.clone() {
            self.leave_topic(id, topic.clone(), wakers);
            let ended = Ended { kind, name: name.clone(), error: error.clone() };
            wakers.extend(self.members[id].as_mut().and_then(|member| member.queue.push_ended(ended)));
        }
        self.leaving.remove(&topic);
        false
    }

    /// There will be no connection any more.
    pub(super) fn close(&mut self, wakers: &mut Vec<Waker>) {
        self.is_closed = true;
        wakers.extend(self.members.iter_mut().flatten().filter_map(|member| member.queue.close()));
    }
}

impl Interest {
    /// What was held is not any more; its members are told when it is again.
    fn lose(&mut self, members: &mut [Option<Member>], reason: GapReason, wakers: &mut Vec<Waker>) {
        self.is_held = false;
        let was_lost = core::mem::replace(&mut self.is_lost, true);
        for &id in &self.members {
            let Some(member) = &mut members[id] else { continue };
            if !was_lost {
                member.queue.note_unrestored();
            }
            wakers.extend(member.queue.push_gap(Gap::new(reason)));
        }
    }
}

#[cfg(test)]
mod tests;
