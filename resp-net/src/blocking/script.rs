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
    /// ```no_run
    /// # use resp_net::{blocking::Client, Error, Script};
    /// # fn example(client: Client) -> Result<(), Error> {
    /// let unlock = Script::new(
    ///     "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) else return 0 end",
    /// );
    /// let was_mine = client.run(&unlock.key("lock").arg("token").returning::<bool>())?;
    /// # let _: bool = was_mine;
    /// # Ok(())
    /// # }
    /// ```
    pub fn run<R: FromReply>(&self, call: &ScriptCall<'_, R>) -> Result<R::Out, Error> {
        let began = Instant::now();
        let call_timeout = self.config().call_timeout;
        let mut reply = self.send(call.by_sha1(call_timeout)).call()?;
        if let Some(command) = call.by_source(&reply, call_timeout, began.elapsed()) {
            reply = self.send(command).call()?;
        }
        call.decode(&reply)
    }
}
