//! Explicit batches on a shared connection.

use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};

use resp_core::Batch;

use super::{On, Stage};
use crate::driver::Shared;
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
    on: On<'a>,
}

impl<'a, B: Batch> PipelineCall<'a, B> {
    pub(super) fn new(shared: &'a Shared, batch: B) -> Self {
        Self { batch, on: On { shared, stage: Stage::New } }
    }
}

impl<B: Batch + Unpin> Future for PipelineCall<'_, B> {
    type Output = Result<B::Out, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { batch, on } = self.get_mut();
        let submit = |shared: &Shared, context: &mut Context<'_>| shared.submit_batch(batch, context.waker());
        let replies = ready!(on.poll_answer(context, submit))?.into_several();
        Poll::Ready(batch.decode(replies.into_iter()).map_err(|(index, error)| Error::Batch { index, error }))
    }
}

impl<B: Batch> fmt::Debug for PipelineCall<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PipelineCall of {} commands", self.batch.count())
    }
}
