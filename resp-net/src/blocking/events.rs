//! What becomes of a client's connection, as an iterator.

use alloc::sync::Arc;
use core::fmt;
use core::future::poll_fn;
use core::time::Duration;
use std::time::Instant;

use super::{Client, Elapsed};
use crate::driver::bulletin::ConnectionEvent;
use crate::driver::hub::Hub;
use crate::driver::mio::{FAR, Stream};
use crate::driver::park;

/// What becomes of a [`Client`]'s connection, from now on; see
/// [`Client::events`]. It does not keep the connection.
///
/// At most 64 events wait; then the oldest go, and
/// [`ConnectionEvent::Missed`] counts them. The iterator ends after the client
/// was closed or its last handle dropped.
///
/// ```no_run
/// # fn example(client: resp_net::blocking::Client) {
/// let events = client.events();
/// std::thread::spawn(move || {
///     for event in events {
///         eprintln!("redis: {event:?}");
///     }
/// });
/// # }
/// ```
#[must_use = "events are dropped if nobody takes them"]
pub struct Events {
    hub: Arc<Hub<Stream>>,
    listener: usize,
}

impl Client {
    /// What becomes of the connection from now on, for logs and alarms. Calls
    /// need none of it: their errors say the same.
    pub fn events(&self) -> Events {
        let hub = Arc::clone(self.inner.helm.hub());
        Events { listener: hub.listen(), hub }
    }
}

impl Events {
    /// The next event, if there is one within this time; `None` at the end.
    ///
    /// # Errors
    /// Nothing happened in time. It may be asked for again.
    pub fn next_timeout(&mut self, time: Duration) -> Result<Option<ConnectionEvent>, Elapsed> {
        let event = poll_fn(|context| self.hub.poll_news(self.listener, context.waker()));
        park::wait(event, Instant::now() + time.min(FAR)).ok_or(Elapsed)
    }
}

/// Waits for the next event, until the end.
impl Iterator for Events {
    type Item = ConnectionEvent;

    fn next(&mut self) -> Option<ConnectionEvent> {
        self.next_timeout(Duration::MAX).ok().flatten()
    }
}

impl Drop for Events {
    fn drop(&mut self) {
        self.hub.stop_listening(self.listener);
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Events")
    }
}
