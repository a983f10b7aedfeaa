//! Several shared connections behind one handle.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use core::time::Duration;

use super::Client;
use crate::config::Config;
use crate::error::Error;

/// Several [`Client`]s, of which the one with the fewest calls in flight is
/// used next. Cloning it is cheap and connects nothing.
///
/// One client is enough for most programs: it fills a server that runs
/// commands on one thread. Several help where the client's side is the limit,
/// as with TLS or large values, or where many commands in one read would make
/// others wait at the server.
///
/// Commands keep their order on one client only, so those that must are sent
/// on the same one. A client whose connection is lost is passed over while
/// another has one.
///
/// ```no_run
/// # async fn example() -> Result<(), resp_net::Error> {
/// let pool = resp_net::MultiplexedPool::connect("redis://localhost", 4).await?;
/// let client = pool.client();
/// client.set("greeting", "hello").await?;
/// let greeting: Option<String> = client.get("greeting").text().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct MultiplexedPool {
    inner: Arc<Inner>,
}

struct Inner {
    /// At least one.
    clients: Vec<Client>,
    /// Where the next search begins.
    next: AtomicUsize,
}

impl MultiplexedPool {
    /// Makes `size` connections, at least one, to what a URL says; see
    /// [`Config::from_url`].
    ///
    /// # Errors
    /// The URL is wrong, or one of them did not come about within the connect
    /// time-out.
    ///
    /// # Panics
    /// Outside of a tokio runtime that has input, output and time enabled.
    pub async fn connect(url: &str, size: usize) -> Result<Self, Error> {
        Self::connect_with(&Config::from_url(url)?, size).await
    }

    /// Makes `size` connections, at least one, as `config` says.
    ///
    /// # Errors
    /// One of them did not come about within the connect time-out.
    ///
    /// # Panics
    /// Outside of a tokio runtime that has input, output and time enabled.
    pub async fn connect_with(config: &Config, size: usize) -> Result<Self, Error> {
        // All of them begin before the first is waited for.
        let clients: Vec<_> = (0..size.max(1)).map(|_| Client::start(config)).collect();
        for client in &clients {
            client.connected().await?;
        }
        Ok(Self { inner: Arc::new(Inner { clients, next: AtomicUsize::new(0) }) })
    }

    /// The client with the fewest calls in flight, of equal ones each in turn;
    /// of those that are not connected only if none is.
    #[must_use]
    pub fn client(&self) -> &Client {
        let Inner { clients, next } = &*self.inner;
        let start = next.fetch_add(1, Relaxed) % clients.len();
        let (before, after) = clients.split_at(start);
        let mut best = (&clients[start], usize::MAX);
        for client in after.iter().chain(before) {
            match client.inner.hub.load_if_connected() {
                Some(0) => return client,
                Some(load) if load < best.1 => best = (client, load),
                _ => {}
            }
        }
        best.0
    }

    /// All of them.
    #[must_use]
    pub fn clients(&self) -> &[Client] {
        &self.inner.clients
    }

    /// Closes all of them, as [`Client::close`] does, one after the other
    /// within `drain`.
    ///
    /// # Cancellation
    /// Those that were not reached by then stay open.
    pub async fn close(&self, drain: Duration) {
        let clients = &self.inner.clients;
        clients.iter().for_each(Client::drain);
        let until = tokio::time::Instant::now() + drain.min(crate::driver::tokio::FAR);
        for client in clients {
            client.close(until.saturating_duration_since(tokio::time::Instant::now())).await;
        }
    }
}

impl fmt::Debug for MultiplexedPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MultiplexedPool").field("size", &self.inner.clients.len()).finish_non_exhaustive()
    }
}
