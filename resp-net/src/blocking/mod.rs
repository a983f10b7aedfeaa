//! The clients for programs without a runtime: every call blocks its thread.
//!
//! The names, commands, settings and errors are those of the asynchronous
//! clients; a call ends in `.call()?` in place of `.await?`. One
//! [`Config`] serves both.
//!
//! ```no_run
//! use std::time::Duration;
//! use resp_net::{blocking::Client, cmd};
//!
//! let client = Client::connect("redis://localhost")?;
//! client.set("greeting", "hello").ex(Duration::from_secs(60)).call()?;
//! let text = client.get("greeting").text().call()?;
//! let (visits, user) = client.pipeline((cmd::incr("visits"), cmd::hgetall("user:1"))).call()?;
//! # let _ = (text, visits, user);
//! # Ok::<(), resp_net::Error>(())
//! ```

mod connection;
mod consume;
mod elapsed;
mod events;
mod lane;
mod pipeline;
mod pool;
mod scan;
mod script;
mod subscriber;
mod text;
mod transaction;
mod watch;

use alloc::sync::Arc;
use core::fmt;
use core::time::Duration;

use resp_core::{Caller, Command, Decodes, FromReply, Lane, Plain, QueueableBatch, Reply, Shareable, Wire};

pub use connection::{Connection, ConnectionPipeline, Lease};
pub use consume::ConsumerIter;
pub use elapsed::Elapsed;
pub use events::Events;
pub use pipeline::PipelineCall;
pub use pool::{Pool, PoolBuilder, Pooled};
pub use scan::ScanIter;
pub use subscriber::{Subscriber, SubscriptionCall};
pub use text::{TextCall, TextClient};
pub use transaction::TransactionCall;
pub use watch::Watched;

use crate::config::Config;
use crate::driver::call::{Answer, CallState};
use crate::driver::hub::Hub;
use crate::driver::mio::{Helm, start};
use crate::error::Error;
use crate::metrics::ClientMetrics;
use crate::session::{Lanes, SubmitError};
use lane::{Dedicated, Patience};

/// A connection that any number of threads share. Cloning it is cheap and
/// connects nothing.
///
/// Commands of threads that run at the same time leave together and their
/// replies come back together, by themselves, as with the asynchronous
/// client. A thread that is alone writes, waits and reads
/// itself: no other thread stands between it and the socket.
///
/// A thread of the client's own makes the connection, looks after it while
/// nobody calls, and makes it again when it is lost, at first at once and then
/// with growing pauses, until the last client is dropped or one is
/// [closed](Self::close). What was in flight then fails, with an error that
/// says whether the command may have run.
///
/// A command that waits, such as BLPOP, holds nobody up: it is sent on a
/// connection of its own, which the client makes when it first needs one, keeps
/// for the next such command, and of which it has
/// [`max_dedicated`](crate::ConfigBuilder::max_dedicated) at the most. Such a
/// call has the time that the server may wait and half a second more, unless
/// [`timeout`](resp_core::Command::timeout) gives it another.
///
/// Every other call has a deadline,
/// [`call_timeout`](crate::ConfigBuilder::call_timeout) unless the command
/// says otherwise.
///
/// ```no_run
/// use resp_net::blocking::Client;
///
/// let client = Client::connect("redis://localhost")?;
/// std::thread::scope(|scope| {
///     for visitor in 0..64 {
///         let client = client.clone();
///         scope.spawn(move || client.incr(format!("visits:{visitor}")).call());
///     }
/// });
/// # Ok::<(), resp_net::Error>(())
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
}

/// Ends the watcher when the last client is gone.
struct Inner {
    helm: Arc<Helm>,
    /// For what cannot share that connection.
    dedicated: Arc<Dedicated>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.helm.abandon();
    }
}

/// A command bound to a [`Client`]; [`call`](Command::call) runs it.
///
/// ```no_run
/// use resp_net::blocking::{Call, Client};
///
/// # fn example(client: &Client) -> Result<(), resp_net::Error> {
/// let visits: Call<'_, i64> = client.incr("visits");
/// let visits = visits.call()?;
/// # let _: i64 = visits;
/// # Ok(())
/// # }
/// ```
pub type Call<'a, R, K = Plain> = Command<R, K, On<'a>>;

impl Client {
    /// Connects to what a URL says; see [`Config::from_url`].
    ///
    /// # Errors
    /// The URL is wrong, or no connection came about within the connect time-out.
    pub fn connect(url: &str) -> Result<Self, Error> {
        Self::connect_with(&Config::from_url(url)?)
    }

    /// Connects as `config` says.
    ///
    /// # Errors
    /// No connection came about within the connect time-out, or the system
    /// has no thread left.
    pub fn connect_with(config: &Config) -> Result<Self, Error> {
        let helm = start(Arc::new(Hub::new(config.clone(), Lanes::Shared)))
            .map_err(|error| Error::Connect(error.into()))?;
        let dedicated = Arc::new(Dedicated::new(config.clone()));
        let client = Self { inner: Arc::new(Inner { helm, dedicated }) };
        client.inner.helm.wait_until_connected().map_err(Error::Connect)?;
        Ok(client)
    }

    /// What it was connected with; an asynchronous client can be too.
    #[must_use]
    pub fn config(&self) -> &Config {
        self.inner.helm.hub().config()
    }

    /// Runs any command.
    #[inline]
    pub fn send<R, K: Shareable>(&self, command: Command<R, K>) -> Call<'_, R, K> {
        command.on(self.on())
    }

    /// What runs the next call.
    #[inline]
    fn on(&self) -> On<'_> {
        On { inner: &self.inner }
    }

    /// Runs several commands together: a tuple, an array or a `Vec`. The
    /// results come in the same shape. A command that waits cannot be among
    /// them: what is behind it would wait with it. A
    /// [`Connection::pipeline`] takes it.
    ///
    /// ```no_run
    /// # use resp_net::{blocking::Client, Error, cmd};
    /// # fn example(client: Client) -> Result<(), Error> {
    /// let (visits, user) = client.pipeline((cmd::incr("visits"), cmd::hgetall("user:1"))).call()?;
    /// let all = client.pipeline(vec![cmd::get("a").text(), cmd::get("b").text()]).call()?;
    /// # let _: (i64, Vec<Option<String>>) = (visits, all);
    /// # Ok(())
    /// # }
    /// ```
    pub fn pipeline<B: QueueableBatch>(&self, batch: B) -> PipelineCall<'_, B> {
        PipelineCall::new(&self.inner.helm, batch)
    }

    /// Runs several commands between MULTI and EXEC: together, with none of
    /// others between them, or not at all. The results come in the shape of the
    /// batch. One command that fails while it runs does not keep the others from
    /// running and is the error of the whole, unless
    /// [`caught`](resp_core::Command::caught). One that the server refuses
    /// beforehand keeps all of them from running: [`Error::NotQueued`].
    ///
    /// ```no_run
    /// # use resp_net::{blocking::Client, Error, cmd};
    /// # fn example(client: Client) -> Result<(), Error> {
    /// let (visits, ()) = client.transaction((cmd::incr("visits"), cmd::set("last", "ada"))).call()?;
    /// # let _: i64 = visits;
    /// # Ok(())
    /// # }
    /// ```
    pub fn transaction<B: QueueableBatch>(&self, batch: B) -> TransactionCall<'_, B> {
        TransactionCall::new(&self.inner.helm, batch)
    }

    /// Whether there is a connection at the moment.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.inner.helm.hub().is_connected()
    }

    /// How many calls are under way, of all who share the connection.
    #[must_use]
    pub fn in_flight(&self) -> usize {
        self.inner.helm.hub().load()
    }

    /// The numbers of the connection at this moment.
    #[must_use]
    pub fn metrics(&self) -> ClientMetrics {
        self.inner.helm.hub().metrics()
    }

    /// Takes no further calls, waits at most `drain` for those under way, and
    /// closes the connection. What is not answered by then fails. Closing it
    /// again does nothing more.
    pub fn close(&self, drain: Duration) {
        let patience = Patience::new(Some(drain));
        self.inner.dedicated.drain();
        self.inner.helm.close(drain);
        self.inner.dedicated.close(patience);
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("is_connected", &self.is_connected()).finish_non_exhaustive()
    }
}

/// What a [`Call`] runs on: the connection of a [`Client`].
///
/// ```no_run
/// use resp_net::{blocking::{Client, On}, cmd, resp_core::Command};
///
/// # fn example(client: &Client) -> Result<(), resp_net::Error> {
/// let ping: Command<_, _, On<'_>> = client.send(cmd::ping());
/// assert_eq!(ping.call()?, "PONG");
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy)]
pub struct On<'a> {
    inner: &'a Inner,
}

impl<R: FromReply> Decodes<R> for On<'_> {
    type As = R;
}

impl Caller for On<'_> {
    type Error = Error;

    #[inline]
    fn call(&mut self, wire: &Wire) -> Result<Reply, Error> {
        match self.inner.helm.call(&mut CallState::new(), wire, wire.timeout()) {
            Err(Error::Refused(SubmitError::NeedsDedicated { .. })) => self.call_elsewhere(wire),
            outcome => outcome.map(Answer::into_one),
        }
    }
}

impl On<'_> {
    /// The shared connection does not take the command. If it only waits, it
    /// runs on another one.
    #[cold]
    fn call_elsewhere(&self, wire: &Wire) -> Result<Reply, Error> {
        if wire.lane() != Lane::Blocking {
            let command = wire.meta().name();
            return Err(SubmitError::NeedsDedicated { command }.into());
        }
        lane::run(&self.inner.dedicated, wire)
    }
}

impl fmt::Debug for On<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("On")
    }
}
