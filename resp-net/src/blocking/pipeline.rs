//! Explicit batches on a shared connection.

use core::fmt;
use core::time::Duration;

use resp_core::Batch;

use crate::driver::call::{CallState, Together};
use crate::driver::mio::Helm;
use crate::error::Error;

/// Several commands under way together; see [`Client::pipeline`](super::Client::pipeline).
///
/// An error reply to one of them is the error of the whole, with the place of
/// its command, but the others run all the same; to have it as a value see
/// [`Command::caught`](resp_core::Command::caught).
///
/// ```no_run
/// use std::time::Duration;
/// use resp_net::{blocking::Client, cmd};
///
/// # fn example(client: &Client) -> Result<(), resp_net::Error> {
/// let batch = client.pipeline([cmd::incr("visits"), cmd::incr("hits")]);
/// let [visits, hits] = batch.timeout(Duration::from_millis(50)).call()?;
/// # let _: (i64, i64) = (visits, hits);
/// # Ok(())
/// # }
/// ```
#[must_use = "a pipeline does nothing until it is called"]
pub struct PipelineCall<'a, B> {
    batch: B,
    timeout: Option<Duration>,
    helm: &'a Helm,
}

impl<'a, B: Batch> PipelineCall<'a, B> {
    pub(super) const fn new(helm: &'a Helm, batch: B) -> Self {
        Self { batch, timeout: None, helm }
    }

    /// Gives all of it together this much time. Default: the client's
    /// [`call_timeout`](crate::ConfigBuilder::call_timeout).
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }

    /// Sends all of it and waits for the replies.
    ///
    /// # Errors
    /// There are no replies, or one of them is an error of the server or does
    /// not fit its type.
    pub fn call(self) -> Result<B::Out, Error> {
        let Self { batch, timeout, helm } = self;
        let answer = helm.call(&mut CallState::new(), &Together(&batch), timeout)?;
        let replies = answer.into_several().into_iter();
        batch.decode(replies).map_err(|(index, error)| Error::Batch { index, error })
    }
}

impl<B: Batch> fmt::Debug for PipelineCall<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PipelineCall of {} commands", self.batch.count())
    }
}
