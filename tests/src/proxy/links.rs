//! The faults, each a verb, and which connections they are for.

use core::time::Duration;
use std::sync::Arc;

use super::drop_reply::DropReply;
use super::link::{Ending, Link};
use super::valve::Flow;
use super::{Direction, Registry, Shared};
use crate::wait::lock;

/// Some connections of a [`Proxy`](super::Proxy), to which a fault happens.
/// Faults of different kinds add up; the same fault again replaces the first.
#[derive(Debug)]
#[must_use = "nothing happens to connections until a fault is named"]
pub struct Links<'proxy> {
    pub(super) shared: &'proxy Shared,
    pub(super) reach: Reach,
}

/// Which connections.
#[derive(Clone, Copy, Debug)]
pub(super) enum Reach {
    /// Those that there are and those to come.
    All,
    Live,
    Coming,
    /// The first one to come.
    Next,
    /// One that there is, by its number.
    Nth(u64),
}

/// What a connection to come begins with.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan {
    pub(super) to_server: Flow,
    pub(super) to_client: Flow,
    pub(super) rules: Vec<Arc<DropReply>>,
    pub(super) resets: bool,
    pub(super) first_to_server: Vec<u8>,
    pub(super) first_to_client: Vec<u8>,
}

impl Plan {
    const fn flow(&mut self, direction: Direction) -> &mut Flow {
        match direction {
            Direction::ToServer => &mut self.to_server,
            Direction::ToClient => &mut self.to_client,
        }
    }

    const fn first(&mut self, direction: Direction) -> &mut Vec<u8> {
        match direction {
            Direction::ToServer => &mut self.first_to_server,
            Direction::ToClient => &mut self.first_to_client,
        }
    }
}

impl Links<'_> {
    /// No fault any more. What has happened is not undone: a direction that is
    /// closed stays so.
    pub fn pass(&self) {
        self.change(
            |plan| *plan = Plan::default(),
            |link| {
                link.dialogue.forget_rules();
                for direction in Direction::BOTH {
                    link.valve(direction).change(|flow| {
                        *flow = Flow { half_closed: flow.half_closed, ..Flow::default() };
                    });
                }
            },
        );
    }

    /// Each chunk waits for this time, and for up to `jitter` more, by a chance
    /// that is the same in each run. Chunks keep their order.
    pub fn delay(&self, direction: Direction, delay: Duration, jitter: Duration) {
        self.flow(direction, |flow| flow.delay = Some((delay, jitter)));
    }

    /// Passes nothing on, and reads nothing, until [`resume`](Self::resume):
    /// also no end. What the proxy had read before, up to 64 KiB, waits too.
    pub fn stall(&self, direction: Direction) {
        self.flow(direction, |flow| flow.stalled = true);
    }

    /// Ends what [`stall`](Self::stall) or [`blackhole`](Self::blackhole) began.
    pub fn resume(&self, direction: Direction) {
        self.flow(direction, |flow| flow.stalled = false);
    }

    /// Stalls both directions: connections are accepted, and that is all.
    pub fn blackhole(&self) {
        Direction::BOTH.into_iter().for_each(|direction| self.stall(direction));
    }

    /// The receiver of this direction sees its end; the other one goes on.
    pub fn half_close(&self, direction: Direction) {
        self.flow(direction, |flow| flow.half_closed = true);
    }

    /// Closes both directions as a peer does that has nothing more to say. What
    /// was not passed on is lost. Connections to come: before their first byte.
    pub fn cut(&self) {
        self.change(
            |plan| plan.to_client.cut_after = Some(0),
            |link| {
                link.end(Ending::Close);
                link.wait_until_finished();
            },
        );
    }

    /// As [`cut`](Self::cut), once this many more bytes have gone this way.
    pub fn cut_after(&self, count: u64, direction: Direction) {
        self.flow(direction, |flow| flow.cut_after = Some(count));
    }

    /// Both peers have been sent a reset when this returns. Connections to come
    /// are reset as soon as they are accepted.
    pub fn rst(&self) {
        self.change(
            |plan| plan.resets = true,
            |link| {
                link.end(Ending::Reset);
                link.wait_until_finished();
            },
        );
    }

    /// Drops the replies that the rule names: the server has executed those
    /// commands, and the client cannot know.
    pub fn drop_reply(&self, rule: DropReply) {
        let rule = Arc::new(rule);
        self.change(|plan| plan.rules.push(Arc::clone(&rule)), |link| link.dialogue.drop_reply(&rule));
    }

    /// Writes pieces of at most this many bytes, each on its own.
    ///
    /// # Panics
    /// If that is none.
    pub fn split(&self, len: usize, direction: Direction) {
        assert!(len > 0, "pieces of no bytes never end");
        self.flow(direction, |flow| flow.split = Some(len));
    }

    /// Passes at most this many bytes on in a second.
    ///
    /// # Panics
    /// If that is none: then [`stall`](Self::stall).
    pub fn throttle(&self, bytes_per_second: u64, direction: Direction) {
        assert!(bytes_per_second > 0, "no bytes are a stall");
        self.flow(direction, |flow| flow.rate = Some(bytes_per_second));
    }

    /// Inverts all bits of one byte: 0 is the next that goes this way.
    pub fn corrupt(&self, offset: u64, direction: Direction) {
        self.flow(direction, |flow| flow.corrupt_after = Some(offset));
    }

    /// Puts these bytes behind all that have been read; on a connection to come,
    /// before all.
    pub fn inject(&self, bytes: &[u8], direction: Direction) {
        self.change(
            |plan| plan.first(direction).extend_from_slice(bytes),
            |link| link.valve(direction).push(bytes),
        );
    }

    fn flow(&self, direction: Direction, change: impl Fn(&mut Flow)) {
        self.change(|plan| change(plan.flow(direction)), |link| link.valve(direction).change(&change));
    }

    /// Connections that are accepted at this moment see the fault once, as one
    /// of those that there are or as one to come.
    fn change(&self, mut to_come: impl FnMut(&mut Plan), live: impl Fn(&Link)) {
        let links = {
            let registry = &mut *lock(&self.shared.registry);
            match self.reach {
                Reach::All | Reach::Coming => {
                    to_come(&mut registry.plan);
                    registry.next.iter_mut().for_each(to_come);
                }
                Reach::Next => to_come(registry.next.get_or_insert_with(|| registry.plan.clone())),
                Reach::Live | Reach::Nth(_) => {}
            }
            self.of(registry)
        };
        links.iter().for_each(|link| live(link));
    }

    fn of(&self, registry: &Registry) -> Vec<Arc<Link>> {
        let among = |link: &&Arc<Link>| match self.reach {
            Reach::All | Reach::Live => true,
            Reach::Coming | Reach::Next => false,
            Reach::Nth(number) => link.number == number,
        };
        registry.live.iter().filter(among).cloned().collect()
    }
}
