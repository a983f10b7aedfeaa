//! Connections of a client's own for what cannot share one: commands that
//! wait, and transactions that watch.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::future::poll_fn;
use core::ops::{Deref, DerefMut};
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
use core::time::Duration;
use std::sync::{Mutex, MutexGuard, PoisonError};

use resp_core::{Reply, Wire};
use tokio::sync::Semaphore;
use tokio::time::{Instant, timeout_at};

use super::Connection;
use crate::config::Config;
use crate::driver::call::Repeatable;
use crate::driver::dedicated as rules;
use crate::driver::tokio::FAR;
use crate::error::{Error, Executed};
use crate::session::Spent;

/// At most so many connections as the configuration says, made when they are
/// first needed and lent to one caller at a time, in the order of their asking.
pub(super) struct Dedicated {
    config: Config,
    /// One permit for each connection that may be lent.
    permits: Semaphore,
    size: u32,
    /// Those that can be lent again; the one last used goes first.
    idle: Mutex<Vec<Connection>>,
    /// Nobody new is lent any.
    is_closed: AtomicBool,
    /// Has no permits, and is closed when nobody may go on.
    ended: Semaphore,
}

/// A time that a caller has, from when on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    began: Instant,
    until: Option<Instant>,
}

impl Dedicated {
    pub(super) fn new(config: Config) -> Self {
        let size = config.max_dedicated.clamp(1, Semaphore::MAX_PERMITS);
        Self {
            permits: Semaphore::new(size),
            size: u32::try_from(size).unwrap_or(u32::MAX),
            config,
            idle: Mutex::default(),
            is_closed: AtomicBool::new(false),
            ended: Semaphore::new(0),
        }
    }

    pub(super) const fn config(&self) -> &Config {
        &self.config
    }

    /// A connection of one's own, to be waited for as long as the caller's
    /// patience lasts.
    pub(super) async fn lease(self: &Arc<Self>, patience: Patience) -> Result<Leased, Error> {
        if self.is_closed.load(Relaxed) {
            return Err(Error::Closed);
        }
        let permit = patience.wait(self.permits.acquire()).await?.map_err(|_| Error::Closed)?;
        permit.forget();
        // From here on the permit is given back with it.
        let mut leased = Leased { home: Arc::clone(self), connection: None };
        leased.connection = match self.pop_clean() {
            Some(connection) => Some(connection),
            None => Some(patience.wait(Connection::connect_with(&self.config)).await??),
        };
        Ok(leased)
    }

    fn pop_clean(&self) -> Option<Connection> {
        loop {
            let mut connection = self.idle().pop()?;
            if connection.is_clean() {
                return Some(connection);
            }
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lends nothing any more, but to those who wait already.
    pub(super) fn drain(&self) {
        self.is_closed.store(true, Relaxed);
    }

    /// Waits until nothing is lent.
    pub(super) async fn returned(&self) {
        // It fails when it is over in any case. They are given back, for who
        // closes the client again.
        drop(self.permits.acquire_many(self.size).await);
    }

    /// Ends calls that are under way, and all connections.
    pub(super) fn end(&self) {
        self.permits.close();
        self.ended.close();
        self.idle().clear();
    }
}

impl fmt::Debug for Dedicated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dedicated").field("size", &self.size).finish_non_exhaustive()
    }
}

impl Patience {
    /// That begins now, and is over after a certain time or never.
    pub(super) fn new(time: Option<Duration>) -> Self {
        let began = Instant::now();
        Self { began, until: time.map(|time| began + time.min(FAR)) }
    }

    fn rest(&self) -> Option<Duration> {
        Some(self.until?.saturating_duration_since(Instant::now()))
    }

    /// What comes of a future, unless it takes too long.
    async fn wait<T>(&self, future: impl Future<Output = T>) -> Result<T, Error> {
        let Some(until) = self.until else { return Ok(future.await) };
        let timed_out = |_| {
            let spent = Spent { queued: self.began.elapsed(), ..Spent::default() };
            Error::Timeout { executed: Executed::No, spent }
        };
        timeout_at(until, future).await.map_err(timed_out)
    }
}

/// A connection lent by a client. It goes back when it is dropped, or is
/// closed if the next one would feel what was done with it.
#[derive(Debug)]
pub(super) struct Leased {
    home: Arc<Dedicated>,
    /// There from when it is lent until it is dropped.
    connection: Option<Connection>,
}

impl Deref for Leased {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("it is taken by drop alone")
    }
}

impl DerefMut for Leased {
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("it is taken by drop alone")
    }
}

impl Drop for Leased {
    fn drop(&mut self) {
        let reusable = self.connection.take().filter(Connection::is_reusable);
        if let Some(connection) = reusable.filter(|_| !self.home.permits.is_closed()) {
            self.home.idle().push(connection);
        }
        self.home.permits.add_permits(1);
    }
}

/// Runs a command that waits. What was not sent, and what may be sent twice, is
/// sent again when its connection is lost.
pub(super) async fn run(dedicated: Arc<Dedicated>, command: Wire) -> Result<Reply, Error> {
    let patience = Patience::new(rules::timeout(dedicated.config.call_timeout, &command));
    let mut attempts = rules::Attempts::default();
    loop {
        let outcome = run_once(&dedicated, &command, patience).await;
        if let Some(outcome) = attempts.settle(outcome, command.may_repeat(dedicated.config.retry)) {
            return outcome;
        }
    }
}

async fn run_once(dedicated: &Arc<Dedicated>, command: &Wire, patience: Patience) -> Result<Reply, Error> {
    let mut leased = dedicated.lease(patience).await?;
    let (waited, rest) = (patience.began.elapsed(), patience.rest());
    let mut ended = pin!(dedicated.ended.acquire());
    let mut is_over = false;
    let mut lease = leased.lease();
    let done = poll_fn(|context| {
        if !is_over && ended.as_mut().poll(context).is_ready() {
            is_over = true;
            lease.abandon();
        }
        lease.poll_command(command, rest, context)
    })
    .await;
    done.map_err(|error| rules::after_waiting(error, waited))
}
