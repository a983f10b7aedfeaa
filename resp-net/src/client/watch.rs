//! Transactions that run only if what they were made of is still true.

use alloc::sync::Arc;
use std::sync::{Mutex, PoisonError};

use resp_core::{Command, Dedicated, QueueableBatch, Shareable, ToArgs, cmd};

use super::lane::{Leased, Patience};
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
    /// connection that could not be made or did not become free within the
    /// call time-out.
    ///
    /// # Cancellation
    /// Dropped before the transaction was written, it never runs; after that it
    /// may. What was watched is forgotten in any case.
    ///
    /// ```no_run
    /// # use resp_net::{Client, Error, cmd};
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// let sold = client.watch("stock", |mut tx| async move {
    ///     let stock = tx.send(cmd::get("stock").parse::<i64>()).await?.unwrap_or(0);
    ///     let sale = (cmd::set("stock", stock - 1), cmd::incr("sold"));
    ///     Ok((stock > 0).then_some(sale))
    /// });
    /// match sold.await? {
    ///     Some(((), sold)) => println!("{sold} were sold"),
    ///     None => println!("none is left"),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn watch<F, Fut, B>(&self, keys: impl ToArgs, body: F) -> Result<Option<B::Out>, Error>
    where
        F: Fn(Watched) -> Fut,
        Fut: Future<Output = Result<Option<B>, Error>>,
        B: QueueableBatch,
    {
        self.watch_at_most(WATCH_ATTEMPTS, keys, body).await
    }

    /// [`watch`](Self::watch) with another number of attempts, at least one.
    ///
    /// # Errors
    /// As with [`watch`](Self::watch).
    pub async fn watch_at_most<F, Fut, B>(
        &self,
        attempts: u32,
        keys: impl ToArgs,
        body: F,
    ) -> Result<Option<B::Out>, Error>
    where
        F: Fn(Watched) -> Fut,
        Fut: Future<Output = Result<Option<B>, Error>>,
        B: QueueableBatch,
    {
        let watch = cmd::watch(keys);
        for _ in 1..attempts {
            match self.attempt(&watch, &body).await {
                Err(Error::Conflict { .. }) => {}
                done => return done,
            }
        }
        self.attempt(&watch, &body).await.map_err(|error| of_all_attempts(error, attempts))
    }

    /// Watches, lets `body` read, and runs what it gives.
    async fn attempt<F, Fut, B>(
        &self,
        watch: &Command<(), Dedicated>,
        body: &F,
    ) -> Result<Option<B::Out>, Error>
    where
        F: Fn(Watched) -> Fut,
        Fut: Future<Output = Result<Option<B>, Error>>,
        B: QueueableBatch,
    {
        let dedicated = self.inner.dedicated();
        let mut leased = dedicated.lease(Patience::new(dedicated.config().call_timeout)).await?;
        leased.send(watch.clone()).await.map_err(as_not_run)?;
        let (watched, back) = Watched::new(leased);
        let decision = body(watched).await;
        let leased = back.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (decision, leased) {
            (Ok(Some(batch)), Some(mut leased)) => leased.transaction(batch).await.map(Some),
            // It has not come back: who has it may do with it what they like.
            (Ok(Some(_)), None) => Err(Error::Closed),
            (given_up, leased) => {
                if let Some(mut leased) = leased.filter(|leased| leased.is_at_rest()) {
                    // If this fails, the connection is closed, which does it too.
                    let _ = leased.send(cmd::unwatch()).await;
                }
                given_up.map(|_| None)
            }
        }
    }
}

/// The connection on which keys are watched, to read them before the
/// transaction; see [`Client::watch`]. It has to be dropped by the time that the
/// transaction is decided on, as it is when it is not kept on purpose; otherwise
/// the transaction fails with [`Error::Closed`].
///
/// ```no_run
/// use resp_net::{Client, Error, Watched, cmd};
/// use resp_net::resp_core::Command;
///
/// async fn doubled(mut tx: Watched) -> Result<Option<[Command<(), cmd::Set>; 1]>, Error> {
///     let value = tx.send(cmd::get("n").parse::<i64>()).await?;
///     Ok(value.map(|value| [cmd::set("n", 2 * value)]))
/// }
/// # async fn example(client: Client) -> Result<(), Error> {
/// client.watch("n", doubled).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Watched {
    /// There until it is dropped.
    leased: Option<Leased>,
    /// Where it goes then.
    back: Arc<Mutex<Option<Leased>>>,
}

impl Watched {
    fn new(leased: Leased) -> (Self, Arc<Mutex<Option<Leased>>>) {
        let back = Arc::default();
        (Self { leased: Some(leased), back: Arc::clone(&back) }, back)
    }

    /// Runs a command at once. It is not part of the transaction. MULTI, EXEC,
    /// WATCH and their like are refused.
    pub fn send<R, K: Shareable>(&mut self, command: Command<R, K>) -> Command<R, K, Lease<'_>> {
        command.on(self.connection().lease().of_reader())
    }

    fn connection(&mut self) -> &mut Connection {
        self.leased.as_mut().expect("it is taken by drop alone")
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        *self.back.lock().unwrap_or_else(PoisonError::into_inner) = self.leased.take();
    }
}
