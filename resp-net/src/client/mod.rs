//! What people hold.

mod connection;
mod pipeline;
mod pool;

use alloc::sync::Arc;
use core::fmt;
use core::task::{Context, Poll, ready};

use resp_core::{Batch, Command, Executor, Plain, Reply, Wire};

pub use connection::{Connection, ConnectionPipeline, Lease};
pub use pipeline::PipelineCall;
pub use pool::{Pool, PoolBuilder, Pooled};

use crate::config::Config;
use crate::driver::{Answer, Link, Shared};
use crate::error::Error;
use crate::session::{Lanes, Tag};

/// A connection that any number of tasks share. Cloning it is cheap and
/// connects nothing.
///
/// Commands of tasks that run at the same time leave together and their
/// replies come back together, by themselves; a task that is alone waits for
/// no one:
///
/// ```text
/// task a   GET x ─┐                         ┌─► reply x
/// task b   GET y ─┼─► one write ─► server ──┼─► reply y     one read
/// task c   INCR n ┘                         └─► reply n
/// ```
///
/// Commands of one task run in the order in which they are first polled.
///
/// It must be used within a tokio runtime that runs, where a task of its own
/// reads the replies. A lost connection fails what is in flight, with an error
/// that says whether the command may have run, and all later calls.
///
/// # Cancellation
/// A call dropped before it was written is never sent. After that it may run,
/// and its reply is dropped when it comes.
///
/// ```no_run
/// # async fn example() -> Result<(), resp_net::Error> {
/// let client = resp_net::Client::connect("redis://localhost").await?;
/// client.set("greeting", "hello").await?;
/// let greeting: Option<String> = client.get("greeting").text().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

/// Ends the driver task when the last client is gone.
struct Inner {
    shared: Arc<Shared>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.shared.abandon();
    }
}

/// A command bound to a [`Client`]: the future of its result.
pub type Call<'a, R, K = Plain> = Command<R, K, On<'a>>;

impl Client {
    /// Connects to `redis://[user:password@]host[:port][/database]`.
    ///
    /// # Errors
    /// The URL is wrong, or no connection came about within the connect time-out.
    ///
    /// # Panics
    /// Outside of a tokio runtime that has input, output and time enabled.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        Self::connect_with(&Config::from_url(url)?).await
    }

    /// Connects as `config` says.
    ///
    /// # Errors
    /// No connection came about within the connect time-out.
    ///
    /// # Panics
    /// Outside of a tokio runtime that has input, output and time enabled.
    pub async fn connect_with(config: &Config) -> Result<Self, Error> {
        let link = Link::open(config, Lanes::Shared).await.map_err(Error::Connect)?;
        Ok(Self { inner: Arc::new(Inner { shared: Shared::start(link) }) })
    }

    /// Runs any command.
    pub fn send<R, K>(&self, command: Command<R, K>) -> Call<'_, R, K> {
        command.on(On { shared: &self.inner.shared, stage: Stage::New })
    }

    /// Runs several commands together: a tuple, an array or a `Vec`. The
    /// results come in the same shape.
    ///
    /// ```no_run
    /// # use resp_net::{Client, Error, cmd};
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// let (visits, user) = client.pipeline((cmd::incr("visits"), cmd::hgetall("user:1"))).await?;
    /// let all = client.pipeline(vec![cmd::get("a").text(), cmd::get("b").text()]).await?;
    /// # let _: (i64, Vec<Option<String>>) = (visits, all);
    /// # Ok(())
    /// # }
    /// ```
    pub fn pipeline<B: Batch>(&self, batch: B) -> PipelineCall<'_, B> {
        PipelineCall::new(&self.inner.shared, batch)
    }

    /// Whether the connection is lost: every further call fails at once.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.inner.shared.is_lost()
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("is_lost", &self.is_lost()).finish_non_exhaustive()
    }
}

/// One call on a [`Client`]'s connection. Dropping it gives the call up.
pub struct On<'a> {
    shared: &'a Shared,
    stage: Stage,
}

/// How far a call is.
#[derive(Clone, Copy)]
enum Stage {
    New,
    Waiting(Tag),
    Done,
}

impl On<'_> {
    /// Submits at the first poll, then waits.
    #[inline]
    fn poll_answer(
        &mut self,
        context: &mut Context<'_>,
        submit: impl FnOnce(&Shared, &mut Context<'_>) -> Result<Tag, Error>,
    ) -> Poll<Result<Answer, Error>> {
        match self.stage {
            Stage::New => {
                self.stage = Stage::Done;
                self.stage = Stage::Waiting(submit(self.shared, context)?);
                Poll::Pending
            }
            Stage::Waiting(tag) => {
                let answer = ready!(self.shared.poll(tag, context.waker()));
                self.stage = Stage::Done;
                Poll::Ready(answer)
            }
            Stage::Done => panic!("a call is polled after it was ready"),
        }
    }
}

impl Executor for On<'_> {
    type Error = Error;

    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        let submit = |shared: &Shared, context: &mut Context<'_>| shared.submit(wire, context.waker());
        self.poll_answer(context, submit).map_ok(Answer::into_one)
    }
}

impl Drop for On<'_> {
    fn drop(&mut self) {
        if let Stage::Waiting(tag) = self.stage {
            self.shared.give_up(tag);
        }
    }
}

impl fmt::Debug for On<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("On")
    }
}
