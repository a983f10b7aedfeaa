//! Dedicated connections, lent one caller at a time.

mod builder;
mod keeper;
mod pooled;

use alloc::sync::Arc;
use core::fmt;
use core::future::poll_fn;
use std::time::Instant;

pub use builder::PoolBuilder;
pub use pooled::Pooled;

use super::Connection;
use crate::config::Config;
use crate::driver::mio::FAR;
use crate::driver::park;
use crate::error::Error;
use crate::pool::{Handle, Keeping, Lendable, PoolMetrics, Settings, State, Turn};

/// A pool of [`Connection`]s, each lent to one caller at a time. Cloning it is
/// cheap and gives the same pool.
///
/// Most programs want a [`Client`](super::Client) instead, which serves any
/// number of threads over one connection; a pool is for commands that block
/// or leave state behind. [`Sizing`](crate::Sizing) helps to choose, and how many.
///
/// Connections are made when they are needed, or before by
/// [`prewarm`](Self::prewarm). One that comes back with a reply outstanding, in
/// the middle of a transaction or from a thread that panics, that the server
/// has closed, or that is too old, is closed and replaced. Callers who wait are
/// served in the order in which they came. A thread of the pool's own looks
/// after it, and sleeps while there is nothing to do; it ends with the last
/// handle, which closes the pool. While a connection is made there is a further
/// thread.
///
/// ```no_run
/// let pool = resp_net::blocking::Pool::builder("redis://localhost")?.min_size(5).max_size(50).build()?;
/// pool.prewarm()?;
/// let mut connection = pool.acquire()?;
/// connection.send(resp_net::cmd::ping()).call()?;
/// # Ok::<(), resp_net::Error>(())
/// ```
#[derive(Clone)]
pub struct Pool {
    handle: Arc<Handle<Connection>>,
}

impl Pool {
    /// A pool of connections to what a URL says; see [`Config::from_url`].
    ///
    /// # Errors
    /// The URL is wrong.
    pub fn builder(url: &str) -> Result<PoolBuilder, Error> {
        Ok(Self::builder_with(Config::from_url(url)?))
    }

    /// A pool of connections as `config` says.
    pub const fn builder_with(config: Config) -> PoolBuilder {
        PoolBuilder::new(config, Settings::DEFAULT)
    }

    fn new(config: Config, settings: Settings) -> Self {
        Self { handle: Arc::new(Handle::new(config, settings)) }
    }

    /// A connection of one's own, which goes back to the pool when it is dropped.
    ///
    /// # Errors
    /// [`Error::PoolTimeout`] if none became free and none could be made in
    /// time, or [`Error::Connect`] if it is known why; that one comes at once
    /// when there is no connection left that could come back.
    /// [`Error::Overloaded`], [`Error::Closed`].
    pub fn acquire(&self) -> Result<Pooled, Error> {
        let shared = &self.handle.shared;
        let since = shared.now();
        let until = Instant::now() + shared.left(since).min(FAR);
        let mut turn = Turn::new(shared, since);
        loop {
            let Some(lent) = park::wait(&mut turn, until) else { return Err(turn.time_out(since)) };
            let mut pooled = Pooled::new(shared, lent?);
            if pooled.is_alive(shared.left(since)) {
                shared.lock().served(turn.waited(since));
                return Ok(pooled);
            }
            turn.again();
        }
    }

    /// Makes connections up to the smallest size, so that the first callers
    /// find them. There is no need to: without, they are made from the first use on.
    ///
    /// # Errors
    /// One could not be made, or the pool is closed. The pool can be used all
    /// the same, and tries again.
    pub fn prewarm(&self) -> Result<(), Error> {
        let shared = &self.handle.shared;
        let failed = shared.lock().failed();
        let warm = poll_fn(|context| {
            shared.start_keeper();
            shared.lock().poll_warm(failed, context.waker())
        });
        park::wait(warm, Instant::now() + FAR).unwrap_or(Err(Error::PoolTimeout))
    }

    /// Closes the pool: callers who wait or come later get
    /// [`Error::Closed`], idle connections are closed now and those that
    /// are lent when they come back. Closing again does nothing.
    pub fn close(&self) {
        self.handle.shared.update(State::close);
    }

    /// What there is and what happened so far.
    #[must_use]
    pub fn metrics(&self) -> PoolMetrics {
        self.handle.shared.lock().metrics()
    }
}

impl fmt::Debug for Pool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let metrics = self.metrics();
        f.debug_struct("Pool")
            .field("idle", &metrics.idle)
            .field("active", &metrics.active)
            .field("waiting", &metrics.waiting)
            .finish_non_exhaustive()
    }
}

impl Lendable for Connection {
    fn is_lost(&self) -> bool {
        self.is_lost()
    }

    fn is_reusable(&self) -> bool {
        self.is_reusable()
    }

    fn is_clean(&mut self) -> bool {
        self.is_clean()
    }

    fn start_keeper(keeping: Keeping<Self>) {
        keeper::start(keeping);
    }
}
