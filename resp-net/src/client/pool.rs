//! Dedicated connections, lent one caller at a time.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::ops::{Deref, DerefMut};
use core::time::Duration;
use std::sync::{Mutex, PoisonError};

use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::Connection;
use crate::config::Config;
use crate::error::Error;

/// A pool of [`Connection`]s, each lent to one caller at a time. Cloning it is
/// cheap and gives the same pool.
///
/// Connections are made when they are first needed. One that comes back with
/// a reply outstanding or in the middle of a transaction, or that the server
/// has closed, is replaced. Callers
/// who wait are served in the order in which they came.
///
/// Most programs want a [`Client`](super::Client) instead, which serves any
/// number of callers over one connection; a pool is for commands that block
/// or leave state behind.
///
/// ```no_run
/// # async fn example() -> Result<(), resp_net::Error> {
/// let pool = resp_net::Pool::builder("redis://localhost")?.max_size(50).build();
/// let mut connection = pool.acquire().await?;
/// connection.send(resp_net::cmd::ping()).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Pool {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    config: Config,
    /// One permit for each connection that may be lent.
    permits: Semaphore,
    acquire_timeout: Duration,
    /// The one last used is used next, while it is warm.
    idle: Mutex<Vec<Connection>>,
}

/// How a [`Pool`] is to be.
#[derive(Clone, Debug)]
#[must_use = "it is a pool once `build` is called"]
pub struct PoolBuilder {
    config: Config,
    max_size: usize,
    acquire_timeout: Duration,
}

impl PoolBuilder {
    /// How many connections there are at the most, at least one. Default 10.
    pub fn max_size(mut self, connections: usize) -> Self {
        self.max_size = connections.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// How long a caller waits for a connection to become free. Default one
    /// second. If it then has to be made, that has the connect time-out of its own.
    pub const fn acquire_timeout(mut self, timeout: Duration) -> Self {
        self.acquire_timeout = timeout;
        self
    }

    /// The pool; it connects when it is first used.
    #[must_use]
    pub fn build(self) -> Pool {
        Pool {
            inner: Arc::new(Inner {
                config: self.config,
                permits: Semaphore::new(self.max_size),
                acquire_timeout: self.acquire_timeout,
                idle: Mutex::new(Vec::new()),
            }),
        }
    }
}

impl Pool {
    /// A pool of connections to `redis://[user:password@]host[:port][/database]`.
    ///
    /// # Errors
    /// The URL is wrong.
    pub fn builder(url: &str) -> Result<PoolBuilder, Error> {
        Ok(Self::builder_with(Config::from_url(url)?))
    }

    /// A pool of connections as `config` says.
    pub const fn builder_with(config: Config) -> PoolBuilder {
        PoolBuilder { config, max_size: 10, acquire_timeout: Duration::from_secs(1) }
    }

    /// A connection of one's own, which goes back to the pool when it is dropped.
    ///
    /// # Errors
    /// None became free in time, or none could be made.
    ///
    /// # Cancellation
    /// Dropping the future gives up the place in the queue and nothing else.
    pub async fn acquire(&self) -> Result<Pooled, Error> {
        let permit = match self.inner.permits.try_acquire() {
            Ok(permit) => permit,
            // Others wait, or all are lent.
            Err(_) => match timeout(self.inner.acquire_timeout, self.inner.permits.acquire()).await {
                Ok(permit) => permit.map_err(|_| Error::PoolClosed)?,
                Err(_) => return Err(Error::PoolTimeout),
            },
        };
        let connection = match self.inner.pop_clean() {
            Some(connection) => connection,
            None => Connection::connect_with(&self.inner.config).await?,
        };
        // `Pooled` gives it back.
        permit.forget();
        Ok(Pooled { pool: Arc::clone(&self.inner), connection: Some(connection) })
    }
}

impl Inner {
    fn pop_clean(&self) -> Option<Connection> {
        loop {
            let mut connection = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if connection.is_clean() {
                return Some(connection);
            }
        }
    }
}

/// A connection lent by a [`Pool`].
#[derive(Debug)]
pub struct Pooled {
    pool: Arc<Inner>,
    /// There until it is dropped.
    connection: Option<Connection>,
}

impl Deref for Pooled {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("it is taken by drop alone")
    }
}

impl DerefMut for Pooled {
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("it is taken by drop alone")
    }
}

impl Drop for Pooled {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take().filter(Connection::is_reusable) {
            self.pool.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
        self.pool.permits.add_permits(1);
    }
}
