//! Scripts on a shared connection.

use resp_core::FromReply;
use std::time::Instant;

use super::Client;
use crate::error::Error;
use crate::script::ScriptCall;

impl Client {
    /// Runs a script by its SHA-1 and, if the server does not know it, by its
    /// text. The two have the time of one call together.
    ///
    /// # Errors
    /// As with any command; what the script fails with is [`Error::Server`].
    ///
    /// # Cancellation
    /// Dropped before it was written, it never runs. After that it may.
    ///
    /// ```no_run
    /// # use resp_net::{Client, Error, Script};
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// let unlock = Script::new(
    ///     "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end",
    /// );
    /// let was_mine = client.run(&unlock.key("lock").arg("token").returning::<bool>()).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub async fn run<R: FromReply>(&self, call: &ScriptCall<'_, R>) -> Result<R::Out, Error> {
        let began = Instant::now();
        let call_timeout = self.inner.hub.config().call_timeout;
        let mut reply = self.send(call.by_sha1(call_timeout)).await?;
        if let Some(command) = call.by_source(&reply, call_timeout, began.elapsed()) {
            reply = self.send(command).await?;
        }
        call.decode(&reply)
    }
}
