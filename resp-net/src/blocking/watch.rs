//! Transactions that run only if what they were made of is still true.

use resp_core::{Command, Dedicated, QueueableBatch, Shareable, ToArgs, cmd};

use super::lane::Patience;
use super::{Client, Connection, Lease};
use crate::driver::transaction::{WATCH_ATTEMPTS, as_not_run, of_all_attempts};
use crate::error::Error;

impl Client {
    /// Reads, decides, and writes only if nothing that it watches has changed
    /// in between; otherwise does all of it again, 16 times at the most.
    ///
    /// `body` is handed a connection of its own to read on, with `keys` watched,
    /// and gives the commands to run between MULTI and EXEC, or `None` to run
    /// none. The results come in the shape of the batch; `None` if `body` gave
    /// none. It may run several times, so it should do nothing but read.
    ///
    /// # Errors
    /// [`Error::Conflict`] if a key was changed by others each time. Nothing has
    /// run then, nor if `body` failed, whose error is returned as it is. The
    /// others are those of [`transaction`](Self::transaction) and of a
    /// connection that could not be made.
    ///
    /// ```no_run
    /// # use resp_net::{blocking::Client, Error, cmd};
    /// # fn example(client: Client) -> Result<(), Error> {
    /// let sold = client.watch("stock", |tx| {
    ///     let stock = tx.send(cmd::get("stock").parse::<i64>()).call()?.unwrap_or(0);
    ///     let sale = (cmd::set("stock", stock - 1), cmd::incr("sold"));
    ///     Ok((stock > 0).then_some(sale))
    /// });
    /// match sold? {
    ///     Some(((), sold)) => println!("{sold} were sold"),
    ///     None => println!("none is left"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn watch<F, B>(&self, keys: impl ToArgs, body: F) -> Result<Option<B::Out>, Error>
    where
        F: FnMut(&mut Watched<'_>) -> Result<Option<B>, Error>,
        B: QueueableBatch,
    {
        self.watch_at_most(WATCH_ATTEMPTS, keys, body)
    }

    /// [`watch`](Self::watch) with another number of attempts, at least one.
    ///
    /// # Errors
    /// As with [`watch`](Self::watch).
    pub fn watch_at_most<F, B>(
        &self,
        attempts: u32,
        keys: impl ToArgs,
        mut body: F,
    ) -> Result<Option<B::Out>, Error>
    where
        F: FnMut(&mut Watched<'_>) -> Result<Option<B>, Error>,
        B: QueueableBatch,
    {
        let watch = cmd::watch(keys);
        if !self.inner.helm.hub().is_wanted() {
            return Err(Error::Closed);
        }
        let mut leased = self.inner.dedicated.lease(Patience::new(self.config().call_timeout))?;
        for _ in 1..attempts {
            match attempt(&mut leased, &watch, &mut body) {
                Err(Error::Conflict { .. }) => {}
                done => return done,
            }
        }
        attempt(&mut leased, &watch, &mut body).map_err(|error| of_all_attempts(error, attempts))
    }
}

/// Watches, lets `body` read, and runs what it gives.
fn attempt<F, B>(
    leased: &mut Connection,
    watch: &Command<(), Dedicated>,
    body: &mut F,
) -> Result<Option<B::Out>, Error>
where
    F: FnMut(&mut Watched<'_>) -> Result<Option<B>, Error>,
    B: QueueableBatch,
{
    leased.send(watch.clone()).call().map_err(as_not_run)?;
    match body(&mut Watched { connection: leased }) {
        Ok(Some(batch)) => leased.transaction(batch).map(Some),
        given_up => {
            if leased.is_at_rest() {
                // If this fails, the connection is closed, which does it too.
                let _ = leased.send(cmd::unwatch()).call();
            }
            given_up.map(|_| None)
        }
    }
}

/// The connection on which keys are watched, to read them before the
/// transaction; see [`Client::watch`].
///
/// ```no_run
/// use resp_net::{Error, blocking::{Client, Watched}, cmd};
/// use resp_net::resp_core::Command;
///
/// fn doubled(tx: &mut Watched<'_>) -> Result<Option<[Command<(), cmd::Set>; 1]>, Error> {
///     let value = tx.send(cmd::get("n").parse::<i64>()).call()?;
///     Ok(value.map(|value| [cmd::set("n", 2 * value)]))
/// }
/// # fn example(client: Client) -> Result<(), Error> {
/// client.watch("n", doubled)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Watched<'a> {
    connection: &'a mut Connection,
}

impl Watched<'_> {
    /// Runs a command at once. It is not part of the transaction. MULTI, EXEC,
    /// WATCH and their like are refused.
    pub fn send<R, K: Shareable>(&mut self, command: Command<R, K>) -> Command<R, K, Lease<'_>> {
        command.on(self.connection.lease().of_reader())
    }
}
