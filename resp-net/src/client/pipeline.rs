//! Explicit batches on a shared connection.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};
use core::time::Duration;

use resp_core::Batch;

use crate::driver::call::{Answer, CallState, Repeatable, Together};
use crate::driver::hub::Hub;
use crate::driver::tokio::Stream;
use crate::error::Error;

/// Several commands under way together; see [`Client::pipeline`](super::Client::pipeline).
///
/// An error reply to one of them is the error of the whole, with the place of
/// its command, but the others run all the same; to have it as a value see
/// [`Command::caught`](resp_core::Command::caught).
///
/// # Cancellation
/// Dropped before it was written, no command of it is ever sent. After that
/// all of them may run.
#[must_use = "a pipeline does nothing until it is awaited"]
pub struct PipelineCall<'a, B> {
    batch: B,
    timeout: Option<Duration>,
    on: Shared<'a>,
}

impl<'a, B: Batch> PipelineCall<'a, B> {
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

impl<B: Batch + Unpin> Future for PipelineCall<'_, B> {
    type Output = Result<B::Out, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { batch, timeout, on } = self.get_mut();
        let answer = ready!(on.poll(&Together(&*batch), *timeout, context.waker()))?;
        let replies = answer.into_several().into_iter();
        Poll::Ready(batch.decode(replies).map_err(|(index, error)| Error::Batch { index, error }))
    }
}

impl<B: Batch> fmt::Debug for PipelineCall<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PipelineCall of {} commands", self.batch.count())
    }
}

/// One request on a [`Client`](super::Client)'s connection. Dropping it gives
/// the request up.
pub(super) struct Shared<'a> {
    hub: &'a Hub<Stream>,
    call: CallState,
}

impl<'a> Shared<'a> {
    pub(super) const fn new(hub: &'a Hub<Stream>) -> Self {
        Self { hub, call: CallState::new() }
    }

    pub(super) fn poll(
        &mut self,
        request: &impl Repeatable,
        timeout: Option<Duration>,
        waker: &Waker,
    ) -> Poll<Result<Answer, Error>> {
        self.call.poll(self.hub, request, timeout, waker)
    }
}

impl Drop for Shared<'_> {
    fn drop(&mut self) {
        self.call.give_up(self.hub);
    }
}
