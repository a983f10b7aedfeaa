//! What people hold.

mod connection;
mod consume;
mod events;
mod lane;
mod multiplexed;
mod pipeline;
mod pool;
mod scan;
mod script;
mod subscriber;
mod text;
mod transaction;
mod watch;

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;
use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::task::{Context, Poll};
use core::time::Duration;
use std::sync::OnceLock;

use resp_core::{Command, Decodes, Executor, FromReply, Lane, Plain, QueueableBatch, Reply, Shareable, Wire};

pub use connection::{Connection, ConnectionPipeline, Lease};
pub use consume::ConsumerStream;
pub use events::Events;
pub use multiplexed::MultiplexedPool;
pub use pipeline::PipelineCall;
pub use pool::{Pool, PoolBuilder, Pooled};
pub use scan::ScanStream;
pub use subscriber::{Subscriber, SubscriptionCall};
pub use text::{TextCall, TextClient};
pub use transaction::TransactionCall;
pub use watch::Watched;

use crate::config::Config;
use crate::driver::call::{Answer, CallState};
use crate::driver::hub::Hub;
use crate::driver::tokio::{Stream, start};
use crate::error::Error;
use crate::metrics::ClientMetrics;
use crate::session::{Lanes, SubmitError};
use lane::Dedicated;

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
/// A command that waits, such as BLPOP, holds nobody up: it is sent on a
/// connection of its own, which the client makes when it first needs one, keeps
/// for the next such command, and of which it has
/// [`max_dedicated`](crate::ConfigBuilder::max_dedicated) at the most. Such a
/// call has the time that the server may wait and half a second more, unless
/// [`timeout`](resp_core::Command::timeout) gives it another; dropped while
/// it waits, it closes its connection, so that the server forgets it.
///
/// It must be used within a tokio runtime that runs, where a task of its own
/// reads the replies. A lost connection is made again, at first at once and
/// then with growing pauses, until the last client is dropped or one is
/// [closed](Self::close). What was in flight fails, with an error that says
/// whether the command may have run; what was not sent is sent when the
/// connection is there again, if that is at the first attempt or
/// [`ConfigBuilder::when_disconnected`](crate::ConfigBuilder::when_disconnected)
/// says so, and fails otherwise, as do calls made meanwhile.
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

/// Ends the driver when the last client is gone.
struct Inner {
    hub: Arc<Hub<Stream>>,
    /// For what cannot share that connection. Made when it is first needed,
    /// which for most is never.
    dedicated: OnceLock<Arc<Dedicated>>,
}

impl Inner {
    fn dedicated(&self) -> &Arc<Dedicated> {
        self.dedicated.get_or_init(|| Arc::new(Dedicated::new(self.hub.config().clone())))
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.hub.abandon();
    }
}

/// A command bound to a [`Client`]: the future of its result.
pub type Call<'a, R, K = Plain> = Command<R, K, On<'a>>;

impl Client {
    /// Connects to what a URL says; see [`Config::from_url`].
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
        let client = Self::start(config);
        client.connected().await?;
        Ok(client)
    }

    /// A client that is about to connect.
    fn start(config: &Config) -> Self {
        let hub = Hub::new(config.clone(), Lanes::Shared).for_tasks();
        let hub = Arc::new(hub);
        start(Arc::clone(&hub));
        Self { inner: Arc::new(Inner { hub, dedicated: OnceLock::new() }) }
    }

    /// Waits for the first attempt to connect.
    async fn connected(&self) -> Result<(), Error> {
        let hub = &self.inner.hub;
        poll_fn(|context| hub.poll_connected(context.waker())).await.map_err(Error::Connect)
    }

    /// Runs any command.
    pub fn send<R, K: Shareable>(&self, command: Command<R, K>) -> Call<'_, R, K> {
        command.on(self.on())
    }

    /// What runs the next call.
    #[inline]
    fn on(&self) -> On<'_> {
        On { inner: &self.inner, way: Way::Shared(CallState::new()) }
    }

    /// Runs several commands together: a tuple, an array or a `Vec`. The
    /// results come in the same shape. A command that waits cannot be among
    /// them: what is behind it would wait with it. A
    /// [`Connection::pipeline`] takes it.
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
    pub fn pipeline<B: QueueableBatch>(&self, batch: B) -> PipelineCall<'_, B> {
        PipelineCall::new(&self.inner.hub, batch)
    }

    /// Runs several commands between MULTI and EXEC: together, with none of
    /// others between them, or not at all. The results come in the shape of the
    /// batch. One command that fails while it runs does not keep the others from
    /// running and is the error of the whole, unless
    /// [`caught`](resp_core::Command::caught). One that the server refuses
    /// beforehand keeps all of them from running: [`Error::NotQueued`].
    ///
    /// ```no_run
    /// # use resp_net::{Client, Error, cmd};
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// let (visits, ()) = client.transaction((cmd::incr("visits"), cmd::set("last", "ada"))).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn transaction<B: QueueableBatch>(&self, batch: B) -> TransactionCall<'_, B> {
        TransactionCall::new(&self.inner.hub, batch)
    }

    /// Whether there is a connection at the moment.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.inner.hub.is_connected()
    }

    /// How many calls are under way, of all who share the connection. Those
    /// that wait on connections of their own are not among them.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.inner.hub.load()
    }

    /// The numbers of the connection at this moment.
    #[must_use]
    pub fn metrics(&self) -> ClientMetrics {
        self.inner.hub.metrics()
    }

    /// Takes no further calls, waits at most `drain` for those under way, and
    /// closes the connection. What is not answered by then fails. Closing it
    /// again does nothing more.
    ///
    /// # Cancellation
    /// The client is closed to new calls at the first poll. Dropped after that,
    /// those under way go on, and the connection is closed when they have ended.
    pub async fn close(&self, drain: Duration) {
        self.drain();
        let (hub, dedicated) = (&self.inner.hub, self.inner.dedicated());
        let mut returned = pin!(dedicated.returned());
        let mut all_returned = false;
        let closed = poll_fn(|context| {
            all_returned = all_returned || returned.as_mut().poll(context).is_ready();
            let hub_closed = hub.poll_closed(context.waker()).is_ready();
            if all_returned && hub_closed { Poll::Ready(()) } else { Poll::Pending }
        });
        let in_time = tokio::time::timeout(drain, closed).await.is_ok();
        dedicated.end();
        if !in_time {
            hub.abandon();
            poll_fn(|context| hub.poll_closed(context.waker())).await;
        }
    }
}

impl Client {
    /// Takes no further calls.
    fn drain(&self) {
        self.inner.hub.drain();
        self.inner.dedicated().drain();
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("is_connected", &self.is_connected()).finish_non_exhaustive()
    }
}

/// One call of a [`Client`]. Dropping it gives the call up.
pub struct On<'a> {
    inner: &'a Inner,
    way: Way,
}

/// Where a call runs.
enum Way {
    Shared(CallState),
    /// On a connection of its own.
    Leased(Pin<Box<dyn Future<Output = Result<Reply, Error>> + Send>>),
}

impl<R: FromReply> Decodes<R> for On<'_> {
    type As = R;
}

impl Executor for On<'_> {
    type Error = Error;

    #[inline]
    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        match &mut self.way {
            Way::Shared(call) => match call.poll(&self.inner.hub, wire, wire.timeout(), context.waker()) {
                Poll::Ready(Err(Error::Refused(SubmitError::NeedsDedicated { .. }))) => {
                    self.poll_elsewhere(wire, context)
                }
                polled => polled.map_ok(Answer::into_one),
            },
            Way::Leased(call) => call.as_mut().poll(context),
        }
    }
}

impl On<'_> {
    /// The shared connection does not take the command. If it only waits, it
    /// runs on another one.
    #[cold]
    fn poll_elsewhere(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        if wire.lane() != Lane::Blocking {
            let command = wire.meta().name();
            return Poll::Ready(Err(SubmitError::NeedsDedicated { command }.into()));
        }
        let mut call = Box::pin(lane::run(Arc::clone(self.inner.dedicated()), wire.clone()));
        let polled = call.as_mut().poll(context);
        self.way = Way::Leased(call);
        polled
    }
}

impl Drop for On<'_> {
    #[inline]
    fn drop(&mut self) {
        if let Way::Shared(call) = &mut self.way {
            call.give_up(&self.inner.hub);
        }
    }
}

impl fmt::Debug for On<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("On")
    }
}
