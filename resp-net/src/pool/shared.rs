//! What handles, lent connections and the keeper of a pool have in common.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::hash::{BuildHasher, Hasher};
use core::time::Duration;
use std::hash::RandomState;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::{After, Settings, State, nanos};
use crate::config::Config;

/// A connection, as a pool sees it, and what makes it.
pub(crate) trait Lendable: Sized {
    /// Whether the connection is lost.
    fn is_lost(&self) -> bool;
    /// Whether it can be lent again as its last caller left it.
    fn is_reusable(&self) -> bool;
    /// Whether the peer is still there, and has not sent what nobody asked for.
    fn is_clean(&mut self) -> bool;
    /// Starts the keeper of a pool, a task or a thread.
    fn start_keeper(keeping: Keeping<Self>);
}

/// In a box, since it is passed on more often than it is used.
pub(crate) type Held<C> = Box<C>;

pub(crate) struct Shared<C> {
    pub(crate) config: Config,
    acquire_timeout: Duration,
    /// The moment that times are counted from.
    start: Instant,
    state: Mutex<State<Held<C>>>,
}

/// Closes the pool when it is dropped.
pub(crate) struct Handle<C> {
    pub(crate) shared: Arc<Shared<C>>,
}

/// Tells when the keeper has ended: it may, with its runtime, before it has begun.
pub(crate) struct Keeping<C>(pub(crate) Arc<Shared<C>>);

impl<C> Handle<C> {
    pub(crate) fn new(config: Config, settings: Settings) -> Self {
        let shared = Arc::new(Shared {
            config,
            acquire_timeout: settings.acquire_timeout,
            start: Instant::now(),
            state: Mutex::new(State::new(settings, RandomState::new().build_hasher().finish())),
        });
        Self { shared }
    }
}

impl<C> Drop for Handle<C> {
    fn drop(&mut self) {
        self.shared.update(State::close);
    }
}

impl<C> Drop for Keeping<C> {
    fn drop(&mut self) {
        self.0.update(State::keeper_gone);
    }
}

impl<C> Shared<C> {
    pub(crate) fn lock(&self) -> MutexGuard<'_, State<Held<C>>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nanoseconds since the pool was built.
    pub(crate) fn now(&self) -> u64 {
        nanos(self.start.elapsed())
    }

    /// What is left of the time of a caller who came at `since`.
    pub(crate) fn left(&self, since: u64) -> Duration {
        self.acquire_timeout.saturating_sub(Duration::from_nanos(self.now().saturating_sub(since)))
    }

    /// Changes the state, and then, without the lock, does what follows from it.
    pub(crate) fn update(&self, change: impl FnOnce(&mut State<Held<C>>) -> After<Held<C>>) {
        let after = change(&mut self.lock());
        after.finish();
    }
}

impl<C: Lendable> Shared<C> {
    /// Starts the keeper, if there is none.
    pub(crate) fn start_keeper(self: &Arc<Self>) {
        if self.lock().needs_keeper() {
            C::start_keeper(Keeping(Arc::clone(self)));
        }
    }
}
