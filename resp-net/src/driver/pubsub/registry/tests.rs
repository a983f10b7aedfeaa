//! A registry, and a script in the place of the server.

use alloc::format;
use alloc::string::String;

use super::*;
use crate::session::SubmitError;

const KIND: Subscription = Subscription::Channel;

fn names(text: &str) -> Vec<Bytes> {
    text.split(' ').map(|name| Bytes::copy_from_slice(name.as_bytes())).collect()
}

fn text(names: &[Bytes]) -> String {
    let mut words: Vec<_> = names.iter().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    words.sort_unstable();
    words.join(" ")
}

impl Registry {
    fn confirm(&mut self, all: &str) {
        for name in names(all) {
            assert!(!self.handle_push(Push::Subscribed { kind: KIND, name }, &mut Vec::new()));
        }
    }

    /// Subscribes as a call does, and has the server confirm it: what it was asked.
    fn subscribe(&mut self, id: usize, all: &str) -> String {
        self.join(id, KIND, &names(all));
        let asked = text(&self.unheld(KIND, &names(all)));
        if !asked.is_empty() {
            self.confirm(&asked);
        }
        asked
    }

    fn end(&mut self, name: &'static str) -> bool {
        let name = Some(Bytes::from(name));
        self.handle_push(Push::Unsubscribed { kind: KIND, name }, &mut Vec::new())
    }

    fn publish(&mut self, channel: &'static str, payload: &'static str) -> bool {
        let (channel, payload) = (channel.into(), payload.into());
        self.handle_push(Push::Message { kind: KIND, pattern: None, channel, payload }, &mut Vec::new())
    }

    /// What the server is told, until there is nothing.
    fn jobs(&mut self) -> String {
        let mut jobs = Vec::new();
        while let Some(job) = self.next_job() {
            let sign = if job.action == Action::Subscribe { '+' } else { '-' };
            jobs.push(format!("{sign}{}", text(&job.names)));
        }
        jobs.join(", ")
    }

    fn taken(&mut self, id: usize) -> String {
        let mut words = Vec::new();
        while let Poll::Ready(Some(incoming)) = self.poll(id, Waker::noop()) {
            words.push(match incoming {
                Incoming::Message(message) => String::from_utf8_lossy(&message.payload).into_owned(),
                Incoming::Gap(gap) => format!("{:?}", gap.reason),
                Incoming::Ended(ended) => format!("ended {}", text(&[ended.name])),
            });
        }
        words.join(" ")
    }
}

#[test]
fn the_server_is_told_of_the_first_and_the_last() {
    let mut registry = Registry::default();
    let (one, two) = (registry.add(9), registry.add(9));
    assert_eq!(registry.subscribe(one, "a b"), "a b");
    assert_eq!(registry.subscribe(two, "b c"), "c");
    assert_eq!(registry.subscribe(two, "b c"), "");
    registry.publish("b", "x");
    assert_eq!((registry.taken(one), registry.taken(two)), ("x".into(), "x".into()));

    assert_eq!(text(&registry.leave(one, KIND, &names("a b other"), &mut Vec::new())), "a b");
    assert_eq!(text(&registry.unwanted(KIND, &names("a b"))), "a");
    assert_eq!(registry.jobs(), "-a");
    assert!(!registry.remove(one, &mut Vec::new()));
    assert!(registry.remove(two, &mut Vec::new()), "it was the last");
    assert_eq!(registry.jobs(), "-b c");
    assert_eq!((registry.topics.len(), registry.leaving.len()), (0, 0));
    assert_eq!(registry.add(9), two, "a number is used again");
}

#[test]
fn who_joins_again_before_the_server_is_told_is_not_told_of() {
    let mut registry = Registry::default();
    let one = registry.add(9);
    registry.subscribe(one, "a");
    registry.leave(one, KIND, &names("a"), &mut Vec::new());
    registry.join(one, KIND, &names("a"));
    assert_eq!(registry.jobs(), "", "nobody ends what is wanted");
    assert_eq!(text(&registry.unheld(KIND, &names("a"))), "a", "and it is asked for in any case");
    // The end of an earlier subscription is told while the new one is on its way.
    assert!(!registry.end("a"), "it is no loss");
    registry.confirm("a");
    registry.publish("a", "x");
    assert_eq!(registry.taken(one), "x");
}

#[test]
fn what_is_said_of_an_earlier_subscription_is_not_taken_for_the_new_one() {
    let mut registry = Registry::default();
    let (one, two) = (registry.add(9), registry.add(9));
    registry.subscribe(two, "b");
    // Given up while the server is being asked, and asked for again.
    for _ in 0..3 {
        registry.join(one, KIND, &names("a"));
        registry.leave(one, KIND, &names("a"), &mut Vec::new());
        let job = registry.next_job().expect("it is to be ended");
        registry.note_sent(&job);
    }
    registry.join(one, KIND, &names("a"));
    for _ in 0..3 {
        registry.confirm("a");
        assert!(!registry.holds(one, KIND, &names("a")));
        assert!(!registry.end("a"), "it is no loss");
    }
    registry.confirm("a");
    assert!(registry.holds(one, KIND, &names("a")));
    assert!(registry.end("a"), "and this is one");
    assert!(registry.ending.is_empty());
}

#[test]
fn what_the_server_ends_is_asked_for_again() {
    let mut registry = Registry::default();
    let (one, two) = (registry.add(9), registry.add(9));
    registry.subscribe(one, "a b");
    registry.subscribe(two, "b");
    registry.publish("b", "x");
    assert!(registry.end("b"));
    assert_eq!(registry.taken(two), "x", "the gap waits");
    assert_eq!(registry.jobs(), "+b");
    registry.confirm("b");
    assert_eq!((registry.taken(one), registry.taken(two)), ("x Unsubscribed".into(), "Unsubscribed".into()));
    assert!(!registry.end("never"));
    assert!(!registry.handle_push(Push::Unsubscribed { kind: KIND, name: None }, &mut Vec::new()));
}

#[test]
fn all_is_asked_for_after_a_loss_in_commands_of_a_bounded_size() {
    let mut registry = Registry::default();
    let one = registry.add(9);
    let all: Vec<Bytes> = (0..2 * NAMES_PER_COMMAND + 1).map(|n| Bytes::from(format!("{n}"))).collect();
    registry.join(one, Subscription::Shard, &all);
    registry.subscribe(one, "a");
    registry.join(one, KIND, &names("asked"));
    registry.handle_lost(&mut Vec::new());
    let mut sizes = Vec::new();
    while let Some(job) = registry.next_job() {
        sizes.push((job.kind, job.names.len()));
    }
    let shard = Subscription::Shard;
    let full = NAMES_PER_COMMAND;
    assert_eq!(sizes, [(KIND, 2), (shard, full), (shard, full), (shard, 1)]);
    assert_eq!(registry.taken(one), "", "only what was held is waited for");
    registry.confirm("a");
    assert_eq!(registry.taken(one), "Reconnected");
}

#[test]
fn of_what_is_refused_together_the_culprit_is_found() {
    let refused = Error::Refused(SubmitError::Closed);
    let mut registry = Registry::default();
    let one = registry.add(9);
    registry.subscribe(one, "a b bad c d");
    registry.handle_lost(&mut Vec::new());
    let mut told = 0;
    while let Some(job) = registry.next_job() {
        told += 1;
        if job.names.iter().any(|name| name == "bad") {
            registry.handle_refused(job, &refused, &mut Vec::new());
        } else {
            registry.confirm(&text(&job.names));
        }
    }
    assert!(told <= 7, "{told} commands to find one of five");
    assert_eq!(registry.taken(one), "Reconnected ended bad");
    assert!(registry.holds(one, KIND, &names("a b c d")));
    assert_eq!(registry.jobs(), "", "the server has nothing to end");
}

#[test]
fn who_leaves_what_is_lost_does_not_wait_for_it() {
    let mut registry = Registry::default();
    let one = registry.add(9);
    registry.subscribe(one, "a b");
    registry.handle_lost(&mut Vec::new());
    registry.confirm("a");
    assert_eq!(registry.taken(one), "");
    registry.leave(one, KIND, &names("b"), &mut Vec::new());
    assert_eq!(registry.taken(one), "Reconnected");
}

#[test]
fn a_disconnected_subscriber_leaves_all() {
    let mut registry = Registry::default();
    let one = registry.add(1);
    registry.set_policy(one, WhenSlow::Disconnect);
    registry.subscribe(one, "a b");
    assert!(!registry.publish("a", "1"));
    assert!(registry.publish("a", "2"), "there is something to tell");
    assert_eq!(registry.jobs(), "-a b");
    assert_eq!(registry.taken(one), "1 Overflow");
    assert!(registry.join(one, KIND, &names("a")).is_empty());
}

#[test]
fn what_could_not_be_told_stays() {
    let mut registry = Registry::default();
    let one = registry.add(9);
    registry.subscribe(one, "a b");
    registry.leave(one, KIND, &names("a"), &mut Vec::new());
    let job = registry.next_job().expect("it is to be ended");
    registry.put_back(job.clone());
    assert_eq!(registry.jobs(), "-a");
    // It is wanted again before it is put back.
    registry.join(one, KIND, &names("a"));
    registry.put_back(job);
    assert_eq!(registry.jobs(), "");
}
