//! What the callers of a shared connection and its driver have in common.
//!
//! For the maintainer. Callers encode their commands into the session's outbox
//! themselves, under a lock that is held for nothing else, and wait in a slot.
//! Who writes:
//!
//! * a caller who is alone on the connection, or nearly so, at once;
//! * a caller who finds much in the outbox already (see `state.rs`): so the server
//!   works while others still queue;
//! * else the driver. It does not when it is first woken, but a turn later,
//!   when the callers that were woken with it have queued their next commands:
//!   so what belongs together leaves together, without a timer. Nor does it
//!   while the session says that a write is not due.
//!
//! One of them writes at a time, who takes `State::writer` for that, and takes
//! what the others queue meanwhile. The system call and the wake-ups happen
//! outside the lock.
//!
//! The hub outlives connections: when one is lost, its requests fail and a new
//! session takes its place at once, which takes commands before it has a socket.

mod calls;
mod driving;
mod state;
#[cfg(test)]
mod tests;
mod writing;

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::task::{Poll, Waker};
use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use resp_core::Protocol;

use super::bulletin::{Bulletin, ConnectionEvent};
use super::pubsub::Feed;
use super::slots::{Size, Slots};
use crate::config::Config;
use crate::error::LostReason;
use crate::metrics::ClientMetrics;
use crate::session::{Counters, Lanes, RequestId, Session, Span, SubmitError, Tag, Transmit};

/// How often a worker that finds the lock taken lets other threads run before it
/// sleeps: the other holds it for a moment only.
#[cfg(feature = "tokio")]
const PATIENCE: usize = 3;

/// Requests of the least early write. Tasks queue one after the other on one
/// thread, and three requests are more work for the server than their write is
/// for the client. Threads have to be woken for each reply: 64 of them were a
/// quarter slower with portions so small.
#[cfg(feature = "tokio")]
const LEAST_FOR_TASKS: usize = 3;
const LEAST_FOR_THREADS: usize = 32;

/// A connection, or the lack of one, that any number of callers share. `S` is
/// a socket that never blocks.
#[derive(Debug)]
pub(crate) struct Hub<S> {
    state: Mutex<State<S>>,
    config: Config,
    lanes: Lanes,
    /// When the session's time began.
    start: Instant,
    feed: Feed,
    /// How often who finds the lock taken lets others run before he sleeps.
    patience: usize,
    /// Queued requests from which on who queued the last of them may write.
    least_early_write: usize,
    /// The connection beside this one that has nothing but subscriptions.
    pub(super) side: Mutex<Option<Arc<Self>>>,
}

#[derive(Debug)]
struct State<S> {
    session: Session,
    slots: Slots,
    link: LinkState,
    /// The handshake of the connection that there is has been completed.
    is_ready: bool,
    /// Who drives the connection, and whether he will run without being woken.
    driver: Option<Waker>,
    driver_awake: bool,
    /// When he will run of himself.
    alarm: u64,
    /// Nobody will drive it any more.
    is_over: bool,
    /// Absent while somebody writes, to whom what is queued meanwhile is left
    /// too, and while there is no connection.
    writer: Option<Arc<S>>,
    /// What the socket did not take all of. The driver writes the rest before
    /// anything else is written.
    stuck: Option<Transmit>,
    /// Memory for the outbox to use in turn.
    spare: Transmit,
    /// How many calls the last read answered.
    last_answered: usize,
    /// And how many requests of the feed's own, which nobody waits for.
    fed: usize,
    /// The time when somebody last looked.
    now: u64,
    /// Calls begun, so that not each has the clock asked where there are many.
    looked: u32,
    /// Sessions that ended, so that who writes learns that his did.
    ended: u64,
    /// Something was read since memory was last given back.
    warm: bool,
    /// Why there is no connection, or was none last.
    reason: LostReason,
    /// Who waits for the link to change.
    observers: Vec<Waker>,
    /// Connections lost, connections made, and what was counted on those of the past.
    losses: u64,
    connections: u64,
    past: Option<Box<Counters>>,
    /// Who wants to know of that.
    bulletin: Bulletin,
    /// What the last connection agreed on.
    protocol: Protocol,
}

/// Whether there is a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LinkState {
    /// It is being made, for the first time since the last one was lost.
    Connecting,
    /// It is there.
    Up,
    /// It could not be made. More attempts follow.
    Down,
    /// Nobody may send anything more; it ends with what is under way.
    Draining,
    /// There will be none.
    Closed,
}

/// What there is to do for who drives a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// To run again at once, after those who were woken.
    Again,
    /// To sleep until the socket or a caller wakes it, or until this time.
    Sleep { until: u64 },
    /// There is no connection any more.
    Ended,
}

/// A request as a caller has it: what to submit, and what it takes.
pub(crate) trait Request {
    /// Submits it.
    fn submit(&self, session: &mut Session, tag: Tag, span: Span) -> Result<RequestId, SubmitError>;

    /// Whether it could be submitted, were there room.
    fn check(&self, session: &Session) -> Result<(), SubmitError>;

    /// What it takes of the budget.
    fn size(&self) -> Size;

    /// How many replies it has, if not one.
    fn batch(&self) -> Option<usize>;
}

impl<S> Hub<S>
where
    for<'a> &'a S: io::Write,
{
    pub(crate) fn new(config: Config, lanes: Lanes) -> Self {
        let mut session = Session::new(&config, lanes, 0);
        session.handshake_until(u64::MAX);
        let state = State {
            session,
            slots: Slots::new(),
            link: LinkState::Connecting,
            is_ready: false,
            driver: None,
            driver_awake: true,
            alarm: 0,
            is_over: false,
            writer: None,
            stuck: None,
            spare: Transmit::default(),
            last_answered: 0,
            fed: 0,
            now: 0,
            warm: false,
            reason: LostReason::Closed,
            observers: Vec::new(),
            looked: 0,
            ended: 0,
            losses: 0,
            connections: 0,
            past: None,
            bulletin: Bulletin::default(),
            protocol: Protocol::Resp2,
        };
        let feed = Feed::new(&config);
        Self {
            state: Mutex::new(state),
            config,
            lanes,
            start: Instant::now(),
            feed,
            patience: 0,
            least_early_write: LEAST_FOR_THREADS,
            side: Mutex::default(),
        }
    }

    /// Serves tasks, of which many share a thread, instead of threads.
    #[cfg(feature = "tokio")]
    pub(crate) const fn for_tasks(mut self) -> Self {
        self.patience = PATIENCE;
        self.least_early_write = LEAST_FOR_TASKS;
        self
    }

    pub(crate) const fn feed(&self) -> &Feed {
        &self.feed
    }

    /// Whether subscriptions can share the connection with calls, going by the
    /// last one that there was.
    pub(crate) fn has_pushes(&self) -> bool {
        self.lock().protocol == Protocol::Resp3
    }

    /// Has the server told what the feed has for it.
    pub(super) fn align(&self) {
        self.feed.note_work();
        let mut wakers = Vec::new();
        let mut state = self.lock();
        state.now = self.now();
        let now = state.now;
        self.feed.align(&mut state.session, now, &mut wakers);
        self.after_submit(state);
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Somebody wants to know what becomes of the connection: his number.
    pub(crate) fn listen(&self) -> usize {
        let mut state = self.lock();
        let is_over = state.link == LinkState::Closed && state.driver.is_none();
        state.bulletin.add(is_over)
    }

    /// What became of the connection next, `None` at the end; or `waker` is
    /// woken when there is something.
    pub(crate) fn poll_news(&self, listener: usize, waker: &Waker) -> Poll<Option<ConnectionEvent>> {
        self.lock().bulletin.poll(listener, waker)
    }

    /// He does not want to know any more.
    pub(crate) fn stop_listening(&self, listener: usize) {
        self.lock().bulletin.remove(listener);
    }

    pub(crate) const fn config(&self) -> &Config {
        &self.config
    }

    /// No code that could panic runs under the lock but wakers' clones; the
    /// state is whole at every one of these.
    #[inline]
    fn lock(&self) -> MutexGuard<'_, State<S>> {
        self.state.try_lock().unwrap_or_else(|_| self.lock_contended())
    }

    /// Workers of a runtime are few, and to be woken costs them more than the
    /// lock is held for. Threads that block are many, and sleep at once.
    #[cold]
    fn lock_contended(&self) -> MutexGuard<'_, State<S>> {
        for _ in 0..self.patience {
            thread::yield_now();
            if let Ok(state) = self.state.try_lock() {
                return state;
            }
        }
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The session's time.
    pub(crate) fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    /// A time of the session's as one of the system's.
    #[cfg(feature = "tokio")]
    pub(crate) fn instant(&self, time: u64) -> Instant {
        self.start + core::time::Duration::from_nanos(time)
    }

    /// A time of the system's as one of the session's.
    pub(crate) fn time(&self, instant: Instant) -> u64 {
        u64::try_from(instant.saturating_duration_since(self.start).as_nanos()).unwrap_or(u64::MAX)
    }

    /// Ends the driver, and with it all calls.
    pub(crate) fn abandon(&self) {
        let mut state = self.lock();
        state.link = LinkState::Closed;
        self.wake_driver(state);
    }

    /// Refuses new calls, while those under way go on.
    pub(crate) fn drain(&self) {
        let mut state = self.lock();
        if state.link != LinkState::Closed {
            state.link = LinkState::Draining;
            self.wake_driver(state);
        }
    }

    /// Ready when all is over.
    pub(crate) fn poll_closed(&self, waker: &Waker) -> Poll<()> {
        let mut state = self.lock();
        if state.is_over {
            return Poll::Ready(());
        }
        state.observe(waker);
        Poll::Pending
    }

    /// Ready when there is a connection, or the first attempt at it failed.
    pub(crate) fn poll_connected(&self, waker: &Waker) -> Poll<Result<(), LostReason>> {
        let mut state = self.lock();
        match state.link {
            _ if state.is_connected() => Poll::Ready(Ok(())),
            LinkState::Down | LinkState::Draining | LinkState::Closed => {
                Poll::Ready(Err(state.reason.clone()))
            }
            LinkState::Connecting | LinkState::Up => {
                state.observe(waker);
                Poll::Pending
            }
        }
    }

    pub(crate) fn is_connected(&self) -> bool {
        self.lock().is_connected()
    }

    /// How many requests are under way or queued.
    pub(crate) fn load(&self) -> usize {
        self.lock().session.request_count()
    }

    /// The same, if there is a connection.
    #[cfg(feature = "tokio")]
    pub(crate) fn load_if_connected(&self) -> Option<usize> {
        let state = self.lock();
        (state.link == LinkState::Up).then(|| state.session.request_count())
    }

    pub(crate) fn metrics(&self) -> ClientMetrics {
        let state = self.lock();
        let mut counters = state.session.counters().clone();
        if let Some(past) = &state.past {
            counters.merge(past);
        }
        ClientMetrics {
            is_connected: state.is_connected(),
            connections: state.connections,
            losses: state.losses,
            in_flight: state.session.request_count(),
            queued_len: state.session.queued_len(),
            waiting: state.slots.queued(),
            counters,
        }
    }
}
