//! Transactions on a shared connection.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;

use resp_core::Batch;

use super::pipeline::Shared;
use crate::driver::hub::Hub;
use crate::driver::tokio::Stream;
use crate::driver::transaction::{Transaction, decode};
use crate::error::Error;

/// Commands that run together or not at all; see
/// [`Client::transaction`](super::Client::transaction).
///
/// # Cancellation
/// Dropped before it was written, it never runs. After that it may, and then
/// all of it does.
///
/// ```no_run
/// # use resp_net::{Client, Error, cmd};
/// # async fn example(client: Client) -> Result<(), Error> {
/// let moved = client.transaction((cmd::incr("to"), cmd::raw("DECR").arg("from").returning::<i64>()));
/// let (to, from) = moved.await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a transaction does nothing until it is awaited"]
pub struct TransactionCall<'a, B> {
    batch: B,
    timeout: Option<Duration>,
    on: Shared<'a>,
}

impl<'a, B: Batch> TransactionCall<'a, B> {
    pub(super) const fn new(hub: &'a Hub<Stream>, batch: B) -> Self {
        Self { batch, timeout: None, on: Shared::new(hub) }
    }

    /// Gives all of it together this much time. Default: the client's
    /// [`call_timeout`](crate::ConfigBuilder::call_timeout).
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }
}

impl<B: Batch + Unpin> Future for TransactionCall<'_, B> {
    type Output = Result<B::Out, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { batch, timeout, on } = self.get_mut();
        let answer = ready!(on.poll(&Transaction(&*batch), *timeout, context.waker()))?;
        Poll::Ready(decode(batch, &answer.into_several()))
    }
}

impl<B: Batch> fmt::Debug for TransactionCall<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TransactionCall of {} commands", self.batch.count())
    }
}
