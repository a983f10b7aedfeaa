//! A connection that one caller holds alone.

use alloc::vec::Vec;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};

use resp_core::{Batch, Command, Executor, Frame, Reply, ServerError, Wire};

use crate::config::Config;
use crate::driver::Link;
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, Lanes, RequestId, SubmitError, Tag};

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
    begun: Begun,
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
        Ok(Self { link, lost: None, begun: Begun::default() })
    }

    /// Runs any command.
    pub fn send<R, K>(&mut self, command: Command<R, K>) -> Command<R, K, Lease<'_>> {
        command.on(Lease { connection: self, stage: Stage::New })
    }

    /// Runs several commands together, as [`Client::pipeline`](super::Client::pipeline) does.
    pub fn pipeline<B: Batch>(&mut self, batch: B) -> ConnectionPipeline<'_, B> {
        let replies = Vec::with_capacity(batch.count());
        ConnectionPipeline { batch, replies, lease: Lease { connection: self, stage: Stage::New } }
    }

    /// Whether the connection is lost: every further call fails at once.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        self.lost.is_some()
    }

    /// Whether it can be lent again: nothing is unwritten, no reply outstanding
    /// and no transaction begun.
    pub(super) fn is_reusable(&self) -> bool {
        self.lost.is_none() && self.link.session.is_idle() && self.begun == Begun::default()
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

    /// The next reply to the call under way, and whether it is the last.
    fn poll_reply(&mut self, context: &mut Context<'_>) -> Poll<Result<(Reply, bool), Error>> {
        let mut executed = Executed::No;
        loop {
            match ready!(self.link.poll_event(context)) {
                Event::Reply { reply, last, .. } => return Poll::Ready(Ok((reply, last))),
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

/// What a caller has begun and not ended, which the next one would feel.
#[derive(Debug, Default, PartialEq, Eq)]
struct Begun {
    watch: bool,
    transaction: bool,
}

impl Begun {
    /// A command is sent: it may begin something.
    fn note_command(&mut self, command: &Wire) {
        match command.meta().name() {
            "WATCH" => self.watch = true,
            "MULTI" => self.transaction = true,
            _ => {}
        }
    }

    /// A command was answered: it may have ended something.
    fn note_reply(&mut self, command: &Wire, reply: Frame<'_>) {
        let done = reply.as_bytes() == Some(b"OK");
        let aborted = || ServerError::from_frame(reply).is_some_and(|error| error.code() == "EXECABORT");
        match command.meta().name() {
            "EXEC" if !reply.is_error() || aborted() => *self = Self::default(),
            "DISCARD" if done => *self = Self::default(),
            "UNWATCH" if done => self.watch = false,
            _ => {}
        }
    }
}

/// One call on a [`Connection`]. Dropping it gives the call up.
#[derive(Debug)]
pub struct Lease<'a> {
    connection: &'a mut Connection,
    stage: Stage,
}

/// How far a call is.
#[derive(Clone, Copy, Debug)]
enum Stage {
    New,
    Waiting(RequestId),
    Done,
}

impl Lease<'_> {
    /// Submits at the first poll, then waits for one reply after the other;
    /// true with the last of them.
    fn poll_reply(
        &mut self,
        context: &mut Context<'_>,
        submit: impl FnOnce(&mut Connection) -> Result<RequestId, SubmitError>,
    ) -> Poll<Result<(Reply, bool), Error>> {
        match self.stage {
            Stage::New => {
                self.stage = Stage::Done;
                if self.connection.is_lost() {
                    return Poll::Ready(Err(self.connection.lost_error(Executed::No)));
                }
                self.stage = Stage::Waiting(submit(self.connection)?);
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

impl Executor for Lease<'_> {
    type Error = Error;

    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Error>> {
        let (reply, _) = ready!(self.poll_reply(context, |connection| {
            let request = connection.link.session.submit(wire, TAG)?;
            connection.begun.note_command(wire);
            Ok(request)
        }))?;
        self.connection.begun.note_reply(wire, reply.frame());
        Poll::Ready(Ok(reply))
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
    replies: Vec<Reply>,
    lease: Lease<'a>,
}

impl<B: Batch + Unpin> Future for ConnectionPipeline<'_, B> {
    type Output = Result<B::Out, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { batch, replies, lease } = self.get_mut();
        loop {
            let (reply, last) = ready!(lease.poll_reply(context, |connection| {
                let request = connection.link.session.submit_batch(batch, TAG)?;
                batch.each_wire(&mut |command| connection.begun.note_command(command));
                Ok(request)
            }))?;
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
