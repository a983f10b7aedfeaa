//! A connection that one caller holds alone.

use alloc::vec::Vec;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};

use resp_core::{Batch, Command, Executor, Reply, Wire};

use crate::config::Config;
use crate::driver::Link;
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, Lanes, RequestId, Tag};

/// A connection that one caller holds alone: for commands that block or leave
/// state behind. No task stands behind it; whoever waits for a reply drives it.
///
/// # Cancellation
/// A call dropped before it was written is never sent. After that it may run,
/// and the next call drops its reply.
///
/// ```no_run
/// use resp_net::{Connection, cmd};
///
/// # async fn example() -> Result<(), resp_net::Error> {
/// let mut connection = Connection::connect("redis://localhost").await?;
/// let popped = cmd::raw("BLPOP").arg("jobs").arg(5).returning::<Option<(String, String)>>();
/// let job = connection.send(popped).await?;
/// # Ok(())
/// # }
/// ```
pub struct Connection {
    link: Link,
    /// Why it is gone.
    lost: Option<LostReason>,
}

/// One call is under way at a time.
const TAG: Tag = Tag(0);

impl Connection {
    /// Connects to `redis://[user:password@]host[:port][/database]`.
    ///
    /// # Errors
    /// The URL is wrong, or no connection came about within the connect time-out.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        Self::connect_with(&Config::from_url(url)?).await
    }

    /// Connects as `config` says.
    ///
    /// # Errors
    /// No connection came about within the connect time-out.
    pub async fn connect_with(config: &Config) -> Result<Self, Error> {
        let link = Link::open(config, Lanes::Dedicated).await.map_err(Error::Connect)?;
        Ok(Self { link, lost: None })
    }

    /// Runs any command.
    pub fn send<R, K>(&mut self, command: Command<R, K>) -> Command<R, K, Lease<'_>> {
        command.on(Lease { connection: self, request: None })
    }

    /// Runs several commands together, as [`Client::pipeline`](super::Client::pipeline) does.
    pub fn pipeline<B: Batch>(&mut self, batch: B) -> ConnectionPipeline<'_, B> {
        let replies = Vec::with_capacity(batch.count());
        ConnectionPipeline { batch, replies, lease: Lease { connection: self, request: None } }
    }

    /// Whether the connection is lost: every further call fails at once.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Whether it can be lent again: nothing is unwritten and no reply outstanding.
    pub(super) fn is_reusable(&self) -> bool {
        self.lost.is_none() && self.link.session.is_idle()
    }

    /// Whether the peer is still there, and has not sent what nobody asked for.
    pub(super) fn is_clean(&mut self) -> bool {
        // Nothing can come but the end, or what condemns the connection.
        let _ = self.poll_reply(&mut Context::from_waker(Waker::noop()));
        self.lost.is_none()
    }

    fn lost_error(&self, executed: Executed) -> Error {
        Error::Lost { executed, reason: self.lost.clone().unwrap_or(LostReason::Closed) }
    }

    /// The next reply to the call under way.
    fn poll_reply(&mut self, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        let mut executed = Executed::No;
        loop {
            match ready!(self.link.poll_event(context)) {
                Event::Reply { reply, .. } => return Poll::Ready(Ok(reply)),
                Event::Failed { executed: fate, .. } => executed = fate,
                Event::Closed(error) => {
                    self.lost = Some(self.link.lost_reason(error));
                    return Poll::Ready(Err(self.lost_error(executed)));
                }
                Event::Ready(_) | Event::Push(_) => {}
            }
        }
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("is_lost", &self.is_lost()).finish_non_exhaustive()
    }
}

/// One call on a [`Connection`]. Dropping it gives the call up.
#[derive(Debug)]
pub struct Lease<'a> {
    connection: &'a mut Connection,
    /// The request, while replies to it are awaited.
    request: Option<RequestId>,
}

impl Lease<'_> {
    fn check(&self) -> Result<(), Error> {
        if self.connection.is_lost() { Err(self.connection.lost_error(Executed::No)) } else { Ok(()) }
    }
}

impl Executor for Lease<'_> {
    type Error = Error;

    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        if self.request.is_none() {
            self.check()?;
            self.request = Some(self.connection.link.session.submit(wire, TAG)?);
        }
        let reply = ready!(self.connection.poll_reply(context));
        self.request = None;
        Poll::Ready(reply)
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let Some(request) = self.request {
            self.connection.link.session.cancel(request);
        }
    }
}

/// Several commands under way together; see [`Connection::pipeline`].
#[must_use = "a pipeline does nothing until it is awaited"]
pub struct ConnectionPipeline<'a, B> {
    batch: B,
    replies: Vec<Reply>,
    lease: Lease<'a>,
}

impl<B: Batch + Unpin> Future for ConnectionPipeline<'_, B> {
    type Output = Result<B::Out, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { batch, replies, lease } = self.get_mut();
        if lease.request.is_none() {
            lease.check()?;
            lease.request = Some(lease.connection.link.session.submit_batch(batch, TAG)?);
        }
        while replies.len() < batch.count() {
            match ready!(lease.connection.poll_reply(context)) {
                Ok(reply) => replies.push(reply),
                Err(error) => {
                    lease.request = None;
                    return Poll::Ready(Err(error));
                }
            }
        }
        lease.request = None;
        let replies = core::mem::take(replies);
        Poll::Ready(batch.decode(replies.into_iter()).map_err(|(index, error)| Error::Batch { index, error }))
    }
}

impl<B: Batch> fmt::Debug for ConnectionPipeline<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConnectionPipeline of {} commands", self.batch.count())
    }
}
