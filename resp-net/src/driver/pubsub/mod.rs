//! Publish and subscribe over a shared connection, for every kind of client.
//!
//! For the maintainer. A [`Registry`] knows who wants what; [`Feed`] tells the
//! server of it, through the session, and hands on what the server says. A
//! subscriber that joins or leaves does so as a [call](call), whose outcome it
//! awaits. All else is told in between: what is to be renewed after a loss,
//! before anything else is sent, and what was left by one who did not wait.
//!
//! Each command is made when it is submitted, of what is wanted at that moment.
//! So the last one that the server sees is right, in whatever order callers get
//! room for theirs.

pub(crate) mod call;
mod item;
mod queue;
mod registry;
mod seat;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use core::task::{Poll, Waker};
use core::time::Duration;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use resp_core::{Command, Reply, ServerError, cmd};

pub use item::{Ended, Gap, GapReason, Incoming, Message, WhenSlow};
use registry::{Action, Job, Registry};
pub(crate) use seat::Seat;

use crate::config::Config;
use crate::error::{Error, Executed};
use crate::session::{Push, Session, Span, SubmitError, Subscription, Tag};

/// Pause before what the server cannot renew at the moment is asked for again.
const RETRY_PAUSE: u64 = 100_000_000;

/// Tags of requests that are the feed's own, not those of a call.
const OWN: u32 = 1 << 31;

/// The subscriptions of one connection. Whoever holds the hub's lock may take
/// this one's, and never the other way round.
#[derive(Debug)]
pub(crate) struct Feed {
    state: Mutex<State>,
    /// Something is to be told to the server; see [`align`](Self::align).
    has_work: AtomicBool,
    /// When there is something to be told in any case.
    retry_at: AtomicU64,
    /// Messages that may wait for a subscriber.
    limit: usize,
    /// How long the server may take to confirm what nobody waits for, and what
    /// waits for a connection.
    patience: Duration,
    patience_unconnected: Duration,
}

#[derive(Debug, Default)]
struct State {
    registry: Registry,
    /// What the server was told and has not answered.
    told: BTreeMap<u32, Told>,
    next_tag: u32,
}

#[derive(Debug)]
struct Told {
    job: Job,
    error: Option<ServerError>,
}

impl Feed {
    pub(super) fn new(config: &Config) -> Self {
        let patience = config.call_timeout.unwrap_or(config.liveness_timeout);
        let attempt = config.connect_timeout.saturating_add(config.backoff_max);
        Self {
            state: Mutex::default(),
            has_work: AtomicBool::new(false),
            retry_at: AtomicU64::new(u64::MAX),
            limit: config.push_queue,
            patience,
            patience_unconnected: patience.saturating_add(attempt),
        }
    }

    /// No code that could panic runs under the lock but wakers' clones.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new subscriber: its number.
    fn add(&self) -> usize {
        self.lock().registry.add(self.limit)
    }

    /// Whether there are subscribers.
    #[cfg(feature = "mio")]
    pub(super) fn has_subscribers(&self) -> bool {
        !self.lock().registry.is_empty()
    }

    /// What comes next to a subscriber, `None` at the end; or `waker` is woken
    /// when there is something.
    pub(crate) fn poll(&self, id: usize, waker: &Waker) -> Poll<Option<Incoming>> {
        self.lock().registry.poll(id, waker)
    }

    // ---- for the hub ---------------------------------------------------------

    /// Whether a request is the feed's own.
    #[inline]
    pub(super) const fn owns(tag: Tag) -> bool {
        tag.0 & OWN != 0
    }

    /// The server may have something to be told.
    pub(super) fn note_work(&self) {
        self.has_work.store(true, Relaxed);
    }

    /// Tells the server what it is to know. `session` may have no connection
    /// yet: then this leaves before all that is submitted later.
    #[inline]
    pub(super) fn align(&self, session: &mut Session, now: u64, wakers: &mut Vec<Waker>) {
        if self.has_work.load(Relaxed) || now >= self.next_alarm() {
            self.tell(session, now, wakers);
        }
    }

    /// When [`align`](Self::align) has something to do of itself.
    pub(super) fn next_alarm(&self) -> u64 {
        self.retry_at.load(Relaxed)
    }

    #[cold]
    fn tell(&self, session: &mut Session, now: u64, wakers: &mut Vec<Waker>) {
        let state = &mut *self.lock();
        self.note_work();
        self.retry_at.store(u64::MAX, Relaxed);
        let patience = if session.is_ready() { self.patience } else { self.patience_unconnected };
        while let Some(job) = state.registry.next_job() {
            let tag = OWN | state.next_tag;
            let command = subscription(job.action, job.kind, &job.names);
            match session.subscribe(command.wire(), Tag(tag), Span::new(now, Some(patience))) {
                Ok(_) => {
                    state.next_tag = (state.next_tag + 1) % OWN;
                    state.registry.note_sent(&job);
                    state.told.insert(tag, Told { job, error: None });
                }
                // There will be room, or another connection.
                Err(SubmitError::Full | SubmitError::Closed) => return state.registry.put_back(job),
                Err(error) => {
                    state.registry.note_sent(&job);
                    state.registry.handle_refused(job, &error.into(), wakers);
                }
            }
        }
        self.has_work.store(false, Relaxed);
    }

    /// The server said something of itself.
    pub(super) fn handle_push(&self, push: &Reply, wakers: &mut Vec<Waker>) {
        if self.lock().registry.handle_push(Push::from_reply(push), wakers) {
            self.note_work();
        }
    }

    /// A request of the feed's own was answered.
    pub(super) fn handle_reply(
        &self,
        tag: Tag,
        reply: &Reply,
        last: bool,
        now: u64,
        wakers: &mut Vec<Waker>,
    ) {
        let state = &mut *self.lock();
        if !last {
            if let Some(told) = state.told.get_mut(&tag.0) {
                told.error = ServerError::from_frame(reply.frame());
            }
            return;
        }
        let Some(Told { job, error: Some(error) }) = state.told.remove(&tag.0) else { return };
        let error = Error::Server(error);
        if error.is_retryable() {
            // A script runs, or a cluster has no one for the slot yet.
            state.registry.note_unsent(&job);
            state.registry.put_back(job);
            self.retry_at.store(now.saturating_add(RETRY_PAUSE), Relaxed);
        } else if state.registry.handle_refused(job, &error, wakers) {
            self.note_work();
        }
    }

    /// A request of the feed's own was not answered in time, or at all.
    pub(super) fn handle_failure(&self, tag: Tag, executed: Executed) {
        let state = &mut *self.lock();
        let Some(Told { job, .. }) = state.told.remove(&tag.0) else { return };
        if executed == Executed::No {
            state.registry.note_unsent(&job);
        } else if job.action == Action::Unsubscribe {
            return;
        }
        state.registry.put_back(job);
        self.note_work();
    }

    /// There is a new session: all that is wanted is asked for again.
    pub(super) fn handle_lost(&self, session: &mut Session, now: u64, wakers: &mut Vec<Waker>) {
        self.lock().registry.handle_lost(wakers);
        self.note_work();
        self.align(session, now, wakers);
    }

    /// There will be no connection any more.
    pub(super) fn close(&self, wakers: &mut Vec<Waker>) {
        self.lock().registry.close(wakers);
    }
}

/// The command that begins or ends subscriptions.
fn subscription(action: Action, kind: Subscription, names: &[Bytes]) -> Command<()> {
    let name = match (action, kind) {
        (Action::Subscribe, Subscription::Channel) => "SUBSCRIBE",
        (Action::Subscribe, Subscription::Pattern) => "PSUBSCRIBE",
        (Action::Subscribe, Subscription::Shard) => "SSUBSCRIBE",
        (Action::Unsubscribe, Subscription::Channel) => "UNSUBSCRIBE",
        (Action::Unsubscribe, Subscription::Pattern) => "PUNSUBSCRIBE",
        (Action::Unsubscribe, Subscription::Shard) => "SUNSUBSCRIBE",
    };
    names.iter().fold(cmd::raw(name), |command, name| command.arg(name)).returning()
}

#[cfg(test)]
mod tests;
