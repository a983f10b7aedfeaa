//! What becomes of a client's connection, as a stream.

use alloc::sync::Arc;
use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll};

use futures_core::Stream as EventStream;

use super::Client;
use crate::driver::bulletin::ConnectionEvent;
use crate::driver::hub::Hub;
use crate::driver::tokio::Stream;

/// What becomes of a [`Client`]'s connection, from now on; see
/// [`Client::events`]. It does not keep the connection.
///
/// At most 64 events wait; then the oldest go, and
/// [`ConnectionEvent::Missed`] counts them.
///
/// ```no_run
/// # async fn example(client: resp_net::Client) {
/// let mut events = client.events();
/// tokio::spawn(async move {
///     while let Some(event) = events.next().await {
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
        let hub = Arc::clone(&self.inner.hub);
        Events { listener: hub.listen(), hub }
    }
}

impl Events {
    /// The next event; `None` after the client was closed or its last handle dropped.
    ///
    /// # Cancellation
    /// No event is lost by it.
    pub async fn next(&mut self) -> Option<ConnectionEvent> {
        poll_fn(|context| self.hub.poll_news(self.listener, context.waker())).await
    }
}

impl EventStream for Events {
    type Item = ConnectionEvent;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<ConnectionEvent>> {
        self.hub.poll_news(self.listener, context.waker())
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
