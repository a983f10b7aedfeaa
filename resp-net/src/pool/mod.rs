//! Who gets which connection, and which are made and closed: a pool without
//! sockets, tasks or a clock. Times are nanoseconds from any fixed moment.
//!
//! A caller takes a connection that is idle, or a ticket. Tickets are served in
//! their order: by what comes back and by what is made for them, whichever is
//! first, and handed over directly, so that nobody can come in between.
//! Connections are not made by callers, who may leave at any time, but by the
//! *keeper* of the pool, a task or a thread that asks for its next [`Chore`].
//!
//! Around it stands what pools have in common that are made of real
//! connections: [`Shared`], the [`Turn`] of a caller, the [`Loan`].

mod builder;
mod idle;
mod keeper;
mod loan;
mod metrics;
mod settings;
mod shared;
mod sizing;
#[cfg(test)]
mod tests;
mod turn;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::task::{Poll, Waker};

pub(crate) use builder::pool_builder;
pub(crate) use keeper::Chore;
pub(crate) use loan::{Health, Loan};
pub use metrics::{ClosedBy, PoolMetrics};
pub(crate) use settings::{Settings, nanos};
pub(crate) use shared::{Handle, Held, Keeping, Lendable, Shared};
pub use sizing::Sizing;
pub(crate) use turn::Turn;

use crate::error::Error;
use idle::Idle;
use keeper::{Failure, Keeper};

/// A pool of connections of the type `C`.
#[derive(Debug)]
pub(crate) struct State<C> {
    settings: Settings,
    idle: Idle<C>,
    /// Lent, or granted and not fetched yet.
    active: usize,
    connecting: usize,
    /// Who waits, oldest first. Nobody does while a connection is idle.
    waiting: BTreeMap<Ticket, Waker>,
    /// What tickets came to, until their holders fetch it.
    granted: BTreeMap<Ticket, Result<Lent<C>, Error>>,
    /// Who waits for the end of an attempt to connect.
    watching: Vec<Waker>,
    next_ticket: u64,
    failure: Failure,
    keeper: Keeper,
    closed: bool,
    random: u64,
    counts: PoolMetrics,
}

/// A caller's place in the queue; the smaller number is served first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ticket(u64);

/// A connection on its way out or back.
#[derive(Debug)]
pub(crate) struct Lent<C> {
    pub(crate) connection: C,
    /// When it is too old to be lent again.
    expires_at: u64,
    /// It was idle for so long that it is to be tested first.
    pub(crate) is_stale: bool,
}

/// What came of [`State::take`].
#[derive(Debug)]
pub(crate) enum Taken<C> {
    Lent(Lent<C>),
    /// This one was too old: drop it without the lock, and take again.
    Expired(C),
    /// There is none: wait, then [`State::fetch`] by the ticket.
    Wait,
    Refused(Error),
}

/// What is left to do once the lock is released: connections to drop and
/// callers to wake.
#[derive(Debug)]
#[must_use = "somebody is to be woken"]
pub(crate) struct After<C> {
    dropped: Vec<C>,
    woken: Vec<Waker>,
}

impl<C> State<C> {
    /// An empty pool. The seed, which may be any number, spreads lifetimes and pauses.
    pub(crate) fn new(settings: Settings, seed: u64) -> Self {
        Self {
            settings,
            idle: Idle::new(),
            active: 0,
            connecting: 0,
            waiting: BTreeMap::new(),
            granted: BTreeMap::new(),
            watching: Vec::new(),
            next_ticket: 0,
            failure: Failure::default(),
            keeper: Keeper::Absent,
            closed: false,
            random: seed | 1,
            counts: PoolMetrics::default(),
        }
    }

    /// The connection used last, or a place in the queue. A caller whose
    /// connection turns out to be dead takes again by the same ticket, and so
    /// keeps the place.
    pub(crate) fn take(
        &mut self,
        ticket: &mut Option<Ticket>,
        waker: &Waker,
        now: u64,
    ) -> (Taken<C>, After<C>) {
        let mut after = After::new();
        if self.closed {
            return (Taken::Refused(Error::Closed), after);
        }
        let is_new = ticket.is_none();
        let ticket = *ticket.get_or_insert_with(|| self.new_ticket());
        let taken = match self.idle.pop_newest() {
            Some((lent, since)) => self.lend(lent, since, now),
            None => self.wait(ticket, is_new, waker),
        };
        self.call_keeper(&mut after);
        (taken, after)
    }

    fn lend(&mut self, lent: Lent<C>, since: u64, now: u64) -> Taken<C> {
        if lent.expires_at <= now {
            self.counts.count_closed(ClosedBy::Lifetime, 1);
            return Taken::Expired(lent.connection);
        }
        self.active += 1;
        let is_stale = self.settings.test_after_idle.is_some_and(|limit| now.saturating_sub(since) >= limit);
        Taken::Lent(Lent { is_stale, ..lent })
    }

    fn wait(&mut self, ticket: Ticket, is_new: bool, waker: &Waker) -> Taken<C> {
        if is_new && self.waiting.len() >= self.settings.max_waiting {
            self.counts.overloads += 1;
            return Taken::Refused(Error::Overloaded);
        }
        self.waiting.insert(ticket, waker.clone());
        Taken::Wait
    }

    /// What a ticket came to. Ready once; then the ticket is used up.
    pub(crate) fn fetch(&mut self, ticket: Ticket, waker: &Waker) -> Poll<Result<Lent<C>, Error>> {
        if let Some(result) = self.granted.remove(&ticket) {
            return Poll::Ready(result);
        }
        if let Some(known) = self.waiting.get_mut(&ticket) {
            known.clone_from(waker);
        }
        Poll::Pending
    }

    /// A caller waits no more. What was granted meanwhile goes to the next one.
    pub(crate) fn give_up(&mut self, ticket: Ticket, now: u64) -> After<C> {
        self.waiting.remove(&ticket);
        match self.granted.remove(&ticket) {
            Some(Ok(lent)) => self.put_back(lent, now),
            _ => After::new(),
        }
    }

    /// The error of a caller whose time is over, who came at `since`: why no
    /// connection can be made, if that is known.
    pub(crate) fn timed_out(&mut self, since: u64) -> Error {
        self.counts.timeouts += 1;
        match &self.failure.last {
            Some((error, at)) if *at >= since => error.clone(),
            _ => Error::PoolTimeout,
        }
    }

    /// A caller has a connection that works, after so many nanoseconds.
    pub(crate) const fn served(&mut self, waited: u64) {
        self.counts.wait.record(waited);
    }

    /// A connection comes back that the next caller can use.
    pub(crate) fn put_back(&mut self, lent: Lent<C>, now: u64) -> After<C> {
        if self.closed {
            return self.discard(lent, ClosedBy::Pool);
        }
        if lent.expires_at <= now {
            return self.discard(lent, ClosedBy::Lifetime);
        }
        let mut after = After::new();
        self.active -= 1;
        self.hand_over(lent, now, &mut after);
        after
    }

    /// A connection comes back that nobody can use.
    pub(crate) fn discard(&mut self, lent: Lent<C>, by: ClosedBy) -> After<C> {
        let mut after = After::new();
        self.active -= 1;
        self.counts.count_closed(by, 1);
        after.dropped.push(lent.connection);
        self.call_keeper(&mut after);
        after
    }

    /// A stale connection did not answer: all others that would have to be
    /// tested went the same way, or cost each caller the same time.
    pub(crate) fn drop_stale(&mut self, now: u64) -> After<C> {
        let mut after = After::new();
        if let Some(limit) = self.settings.test_after_idle {
            while let Some(lent) = self.idle.pop_oldest_since(now.saturating_sub(limit)) {
                after.dropped.push(lent.connection);
            }
        }
        self.counts.count_closed(ClosedBy::Test, after.dropped.len() as u64);
        self.call_keeper(&mut after);
        after
    }

    /// Ready once the smallest size is reached, or an attempt has failed since
    /// `failed` of them had.
    pub(crate) fn poll_warm(&mut self, failed: u64, waker: &Waker) -> Poll<Result<(), Error>> {
        if self.closed {
            return Poll::Ready(Err(Error::Closed));
        }
        if self.size() >= self.settings.min_size {
            return Poll::Ready(Ok(()));
        }
        match &self.failure.last {
            Some((error, _)) if self.counts.failed > failed => Poll::Ready(Err(error.clone())),
            _ => {
                if !self.watching.iter().any(|known| known.will_wake(waker)) {
                    self.watching.push(waker.clone());
                }
                Poll::Pending
            }
        }
    }

    /// Attempts that have failed so far.
    pub(crate) const fn failed(&self) -> u64 {
        self.counts.failed
    }

    /// Refuses all callers, closes what is idle, and what is lent once it comes back.
    pub(crate) fn close(&mut self) -> After<C> {
        let mut after = After::new();
        self.closed = true;
        self.fail_all(&Error::Closed, &mut after);
        after.woken.append(&mut self.watching);
        while let Some((lent, _)) = self.idle.pop_newest() {
            after.dropped.push(lent.connection);
        }
        self.counts.count_closed(ClosedBy::Pool, after.dropped.len() as u64);
        self.wake_keeper(&mut after);
        after
    }

    pub(crate) fn metrics(&self) -> PoolMetrics {
        let mut metrics = self.counts.clone();
        metrics.idle = self.idle.len();
        metrics.active = self.active;
        metrics.connecting = self.connecting;
        metrics.waiting = self.waiting.len();
        metrics
    }

    fn size(&self) -> usize {
        self.idle.len() + self.active
    }

    /// To whoever waits longest, or to the others that are idle.
    fn hand_over(&mut self, lent: Lent<C>, now: u64, after: &mut After<C>) {
        let lent = Lent { is_stale: false, ..lent };
        if let Some((ticket, waker)) = self.waiting.pop_first() {
            self.active += 1;
            self.granted.insert(ticket, Ok(lent));
            after.woken.push(waker);
        } else {
            self.idle.push(lent, now);
            self.call_keeper(after);
        }
    }

    const fn new_ticket(&mut self) -> Ticket {
        self.next_ticket += 1;
        Ticket(self.next_ticket)
    }

    fn fail_all(&mut self, error: &Error, after: &mut After<C>) {
        while let Some((ticket, waker)) = self.waiting.pop_first() {
            self.granted.insert(ticket, Err(error.clone()));
            after.woken.push(waker);
        }
    }

    /// xorshift64*: a number below `bound`.
    const fn random_below(&mut self, bound: u64) -> u64 {
        self.random ^= self.random >> 12;
        self.random ^= self.random << 25;
        self.random ^= self.random >> 27;
        if bound == 0 { 0 } else { self.random.wrapping_mul(0x2545_f491_4f6c_dd1d) % bound }
    }
}

impl<C> After<C> {
    const fn new() -> Self {
        Self { dropped: Vec::new(), woken: Vec::new() }
    }

    /// Drops and wakes, without the lock.
    pub(crate) fn finish(self) {
        drop(self.dropped);
        self.woken.into_iter().for_each(Waker::wake);
    }
}
