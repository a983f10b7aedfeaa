//! A connection that one caller holds alone.

use alloc::vec::Vec;
use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};
use core::time::Duration;

use resp_core::{Batch, Command, Decodes, Executor, FromReply, Lane, QueueableBatch, Reply, Wire};

use crate::config::Config;
use crate::driver::dedicated::{self as rules, Begun};
use crate::driver::tokio::Link;
use crate::driver::transaction;
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, Failure, Lanes, RequestId, Span, SubmitError, Tag};

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
/// let job = connection.send(cmd::blpop("jobs", None).text()).await?;
/// # Ok(())
/// # }
/// ```
pub struct Connection {
    link: Link,
    /// Why it is gone.
    lost: Option<LostReason>,
    begun: Begun,
    call_timeout: Option<Duration>,
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
        Ok(Self { link, lost: None, begun: Begun::default(), call_timeout: config.call_timeout })
    }

    /// Runs any command.
    pub fn send<R, K>(&mut self, command: Command<R, K>) -> Command<R, K, Lease<'_>> {
        command.on(self.lease())
    }

    /// The next call.
    pub(super) const fn lease(&mut self) -> Lease<'_> {
        Lease { connection: self, stage: Stage::New, is_reader: false }
    }

    /// Runs several commands together, as [`Client::pipeline`](super::Client::pipeline) does.
    pub fn pipeline<B: Batch>(&mut self, batch: B) -> ConnectionPipeline<'_, B> {
        let replies = Vec::with_capacity(batch.count());
        ConnectionPipeline { batch, timeout: None, replies, lease: self.lease() }
    }

    /// Runs several commands between MULTI and EXEC, as
    /// [`Client::transaction`](super::Client::transaction) does. They have the
    /// connection's [`call_timeout`](crate::ConfigBuilder::call_timeout).
    ///
    /// # Errors
    /// [`Error::Conflict`], after one attempt, if a key that was watched on this
    /// connection has changed; otherwise as there.
    ///
    /// # Cancellation
    /// Dropped before it was written, it never runs. After that it may.
    pub async fn transaction<B: QueueableBatch>(&mut self, batch: B) -> Result<B::Out, Error> {
        let mut replies = Vec::with_capacity(batch.count() + 2);
        let time = self.call_timeout;
        let mut lease = self.lease();
        let mut last = false;
        while !last {
            let submit = |connection: &mut Self, span| {
                let request = connection.link.session.submit_transaction(&batch, TAG, span)?;
                connection.begun.note_transaction(&batch);
                Ok(request)
            };
            let reply;
            (reply, last) = poll_fn(|context| lease.poll_reply(context, |_| time, submit)).await?;
            replies.push(reply);
        }
        if let Some(reply) = replies.last() {
            lease.connection.begun.note_exec(reply.frame());
        }
        transaction::decode(&batch, &replies)
    }

    /// Whether the connection is lost: every further call fails at once.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Whether it can be lent again: nothing is unwritten, no reply outstanding
    /// and nothing begun or set that the next one would feel.
    pub(super) fn is_reusable(&self) -> bool {
        self.is_at_rest() && self.begun == Begun::default()
    }

    /// Whether the peer is still there, and has not sent what nobody asked for.
    pub(super) fn is_clean(&mut self) -> bool {
        // Nothing can come but the end, or what condemns the connection.
        let _ = self.poll_reply(&mut Context::from_waker(Waker::noop()));
        self.lost.is_none()
    }

    /// Whether nothing is under way and the connection is not lost.
    pub(super) fn is_at_rest(&self) -> bool {
        self.lost.is_none() && self.link.session.is_idle()
    }

    fn lost_error(&self, executed: Executed) -> Error {
        Error::Lost { executed, reason: self.lost.clone().unwrap_or(LostReason::Closed) }
    }

    /// The next reply to the call under way, and whether it is the last.
    fn poll_reply(&mut self, context: &mut Context<'_>) -> Poll<Result<(Reply, bool), Error>> {
        let mut executed = Executed::No;
        loop {
            match ready!(self.link.poll_event(context)) {
                Event::Reply { reply, last, .. } => return Poll::Ready(Ok((reply, last))),
                Event::Failed { failure, .. } if failure.timed_out => {
                    let Failure { executed, spent, .. } = failure;
                    return Poll::Ready(Err(Error::Timeout { executed, spent }));
                }
                Event::Failed { failure, .. } => executed = failure.executed,
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
    stage: Stage,
    /// It may not touch what is watched, nor begin a transaction.
    is_reader: bool,
}

/// How far a call is.
#[derive(Clone, Copy, Debug)]
enum Stage {
    New,
    Waiting(RequestId),
    Done,
}

impl Lease<'_> {
    /// For reading what is watched only.
    pub(super) const fn of_reader(mut self) -> Self {
        self.is_reader = true;
        self
    }

    /// Gives the connection up; the call fails.
    pub(super) fn abandon(&mut self) {
        self.connection.link.abandon();
    }

    /// Runs a command that has this much time.
    pub(super) fn poll_command(
        &mut self,
        command: &Wire,
        time: Option<Duration>,
        context: &mut Context<'_>,
    ) -> Poll<Result<Reply, Error>> {
        let is_reader = self.is_reader;
        let submit = |connection: &mut Connection, span| {
            if is_reader && command.lane() == Lane::Dedicated {
                return Err(SubmitError::NotACall { command: command.meta().name() });
            }
            let request = connection.link.session.submit(command, TAG, span)?;
            connection.begun.note_command(command);
            Ok(request)
        };
        let (reply, _) = ready!(self.poll_reply(context, |_| time, submit))?;
        self.connection.begun.note_reply(command, reply.frame());
        Poll::Ready(Ok(reply))
    }

    /// Submits at the first poll, then waits for one reply after the other;
    /// true with the last of them.
    fn poll_reply(
        &mut self,
        context: &mut Context<'_>,
        timeout: impl FnOnce(&Connection) -> Option<Duration>,
        submit: impl FnOnce(&mut Connection, Span) -> Result<RequestId, SubmitError>,
    ) -> Poll<Result<(Reply, bool), Error>> {
        match self.stage {
            Stage::New => {
                self.stage = Stage::Done;
                if self.connection.is_lost() {
                    return Poll::Ready(Err(self.connection.lost_error(Executed::No)));
                }
                let span = self.connection.link.begin(timeout(self.connection));
                self.stage = Stage::Waiting(submit(self.connection, span)?);
            }
            Stage::Waiting(_) => {}
            Stage::Done => panic!("a call is polled after it was ready"),
        }
        let reply = ready!(self.connection.poll_reply(context));
        if !matches!(reply, Ok((_, false))) {
            self.stage = Stage::Done;
        }
        Poll::Ready(reply)
    }
}

impl<R: FromReply> Decodes<R> for Lease<'_> {
    type As = R;
}

impl Executor for Lease<'_> {
    type Error = Error;

    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        self.poll_command(wire, rules::timeout(self.connection.call_timeout, wire), context)
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        if let Stage::Waiting(request) = self.stage {
            self.connection.link.session.cancel(request);
        }
    }
}

/// Several commands under way together; see [`Connection::pipeline`].
#[must_use = "a pipeline does nothing until it is awaited"]
pub struct ConnectionPipeline<'a, B> {
    batch: B,
    timeout: Option<Duration>,
    replies: Vec<Reply>,
    lease: Lease<'a>,
}

impl<B> ConnectionPipeline<'_, B> {
    /// Gives all of it together this much time. Default: the connection's
    /// [`call_timeout`](crate::ConfigBuilder::call_timeout), and that of the
    /// commands in it that wait.
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }
}

impl<B: Batch + Unpin> Future for ConnectionPipeline<'_, B> {
    type Output = Result<B::Out, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { batch, timeout, replies, lease } = self.get_mut();
        loop {
            let timeout = |connection: &Connection| {
                timeout.or_else(|| rules::batch_timeout(connection.call_timeout, batch))
            };
            let submit = |connection: &mut Connection, span| {
                let request = connection.link.session.submit_batch(batch, TAG, span)?;
                batch.each_wire(&mut |command| connection.begun.note_command(command));
                Ok(request)
            };
            let (reply, last) = ready!(lease.poll_reply(context, timeout, submit))?;
            replies.push(reply);
            if last {
                break;
            }
        }
        let mut answers = replies.iter();
        batch.each_wire(&mut |command| {
            if let Some(reply) = answers.next() {
                lease.connection.begun.note_reply(command, reply.frame());
            }
        });
        let replies = core::mem::take(replies);
        Poll::Ready(batch.decode(replies.into_iter()).map_err(|(index, error)| Error::Batch { index, error }))
    }
}

impl<B: Batch> fmt::Debug for ConnectionPipeline<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConnectionPipeline of {} commands", self.batch.count())
    }
}
