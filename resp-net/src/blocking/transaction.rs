//! Transactions on a shared connection.

use core::fmt;
use core::time::Duration;

use resp_core::Batch;

use crate::driver::call::CallState;
use crate::driver::mio::Helm;
use crate::driver::transaction::{Transaction, decode};
use crate::error::Error;

/// Commands that run together or not at all; see
/// [`Client::transaction`](super::Client::transaction).
///
/// ```no_run
/// # use resp_net::{blocking::Client, Error, cmd};
/// # fn example(client: Client) -> Result<(), Error> {
/// let moved = client.transaction((cmd::incr("to"), cmd::raw("DECR").arg("from").returning::<i64>()));
/// let (to, from) = moved.call()?;
/// # let _ = (to, from);
/// # Ok(())
/// # }
/// ```
#[must_use = "a transaction does nothing until it is called"]
pub struct TransactionCall<'a, B> {
    batch: B,
    timeout: Option<Duration>,
    helm: &'a Helm,
}

impl<'a, B: Batch> TransactionCall<'a, B> {
    pub(super) const fn new(helm: &'a Helm, batch: B) -> Self {
        Self { batch, timeout: None, helm }
    }

    /// Gives all of it together this much time. Default: the client's
    /// [`call_timeout`](crate::ConfigBuilder::call_timeout).
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }

    /// Sends all of it and waits for the results.
    ///
    /// # Errors
    /// There are no replies, the server refused one of the commands and ran
    /// none, or one of them failed or does not fit its type.
    pub fn call(self) -> Result<B::Out, Error> {
        let Self { batch, timeout, helm } = self;
        let answer = helm.call(&mut CallState::new(), &Transaction(&batch), timeout)?;
        decode(&batch, &answer.into_several())
    }
}

impl<B: Batch> fmt::Debug for TransactionCall<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TransactionCall of {} commands", self.batch.count())
    }
}
