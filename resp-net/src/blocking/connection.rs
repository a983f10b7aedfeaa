//! A connection that one caller holds alone.

use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use mio::Waker;
use resp_core::{Batch, Caller, Command, Decodes, FromReply, Lane, QueueableBatch, Reply, Wire};

use crate::config::Config;
use crate::driver::dedicated::{self as rules, Begun};
use crate::driver::mio::Link;
use crate::driver::transaction;
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, Failure, Lanes, RequestId, Session, Span, SubmitError, Tag};

/// A connection that one caller holds alone: for commands that block or leave
/// state behind. No thread stands behind it.
///
/// ```no_run
/// use resp_net::{blocking::Connection, cmd};
///
/// let mut connection = Connection::connect("redis://localhost")?;
/// let popped = cmd::raw("BLPOP").arg("jobs").arg(5).returning::<Option<(String, String)>>();
/// let job = connection.send(popped).call()?;
/// # let _ = job;
/// # Ok::<(), resp_net::Error>(())
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
    /// No connection came about within the connect time-out.
    pub fn connect_with(config: &Config) -> Result<Self, Error> {
        let link = Link::open(config, Lanes::Dedicated).map_err(Error::Connect)?;
        Ok(Self { link, lost: None, begun: Begun::default(), call_timeout: config.call_timeout })
    }

    /// Runs any command.
    pub fn send<R, K>(&mut self, command: Command<R, K>) -> Command<R, K, Lease<'_>> {
        command.on(self.lease())
    }

    /// The next call.
    pub(super) const fn lease(&mut self) -> Lease<'_> {
        Lease { connection: self, is_reader: false }
    }

    /// Runs several commands together, as [`Client::pipeline`](super::Client::pipeline) does.
    pub fn pipeline<B: Batch>(&mut self, batch: B) -> ConnectionPipeline<'_, B> {
        ConnectionPipeline { batch, timeout: None, connection: self }
    }

    /// Runs several commands between MULTI and EXEC, as
    /// [`Client::transaction`](super::Client::transaction) does. They have the
    /// connection's [`call_timeout`](crate::ConfigBuilder::call_timeout).
    ///
    /// # Errors
    /// [`Error::Conflict`], after one attempt, if a key that was watched on this
    /// connection has changed; otherwise as there.
    pub fn transaction<B: QueueableBatch>(&mut self, batch: B) -> Result<B::Out, Error> {
        let mut replies = Vec::with_capacity(batch.count() + 2);
        let mut is_sent = false;
        let outcome = self.exchange(
            self.call_timeout,
            |session, span| {
                let request = session.submit_transaction(&batch, TAG, span)?;
                is_sent = true;
                Ok(request)
            },
            |reply| replies.push(reply),
        );
        if is_sent {
            self.begun.note_transaction(&batch);
        }
        outcome?;
        if let Some(reply) = replies.last() {
            self.begun.note_exec(reply.frame());
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

    /// Whether nothing is under way and the connection is not lost.
    pub(super) fn is_at_rest(&self) -> bool {
        self.lost.is_none() && self.link.session.is_idle()
    }

    /// Whether the peer is still there, and has not sent what nobody asked for.
    pub(super) fn is_clean(&mut self) -> bool {
        while let Some(event) = self.link.try_event() {
            // Nothing can come but the end, or what condemns the connection.
            if let Event::Closed(error) = event {
                self.lost = Some(self.link.lost_reason(error));
                break;
            }
        }
        self.lost.is_none()
    }

    /// What gives the connection up from another thread.
    pub(super) fn alarm(&self) -> Result<Waker, Error> {
        self.link.alarm().map_err(|error| Error::Connect(error.into()))
    }

    /// Runs a command that has this much time.
    pub(super) fn run(&mut self, command: &Wire, time: Option<Duration>) -> Result<Reply, Error> {
        let mut answer = Reply::NULL;
        let mut is_sent = false;
        let outcome = self.exchange(
            time,
            |session, span| {
                let request = session.submit(command, TAG, span)?;
                is_sent = true;
                Ok(request)
            },
            |reply| answer = reply,
        );
        if is_sent {
            self.begun.note_command(command);
        }
        outcome?;
        self.begun.note_reply(command, answer.frame());
        Ok(answer)
    }

    /// Submits, then hands every reply to `take` until the last one.
    fn exchange(
        &mut self,
        timeout: Option<Duration>,
        submit: impl FnOnce(&mut Session, Span) -> Result<RequestId, SubmitError>,
        mut take: impl FnMut(Reply),
    ) -> Result<(), Error> {
        if self.is_lost() {
            return Err(self.lost_error(Executed::No));
        }
        let span = self.link.begin(timeout);
        submit(&mut self.link.session, span)?;
        let mut executed = Executed::No;
        loop {
            match self.link.next_event() {
                Event::Reply { reply, last, .. } => {
                    take(reply);
                    if last {
                        return Ok(());
                    }
                }
                Event::Failed { failure, .. } if failure.timed_out => {
                    let Failure { executed, spent, .. } = failure;
                    return Err(Error::Timeout { executed, spent });
                }
                Event::Failed { failure, .. } => executed = failure.executed,
                Event::Closed(error) => {
                    self.lost = Some(self.link.lost_reason(error));
                    return Err(self.lost_error(executed));
                }
                Event::Ready(_) | Event::Push(_) => {}
            }
        }
    }

    fn lost_error(&self, executed: Executed) -> Error {
        Error::Lost { executed, reason: self.lost.clone().unwrap_or(LostReason::Closed) }
    }
}

impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connection").field("is_lost", &self.is_lost()).finish_non_exhaustive()
    }
}

/// What a command runs on: a [`Connection`], for one call.
///
/// ```no_run
/// use resp_net::{blocking::{Connection, Lease}, cmd, resp_core::Command};
///
/// # fn example(connection: &mut Connection) -> Result<(), resp_net::Error> {
/// let visits: Command<i64, _, Lease<'_>> = connection.send(cmd::incr("visits"));
/// let visits = visits.call()?;
/// # let _: i64 = visits;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Lease<'a> {
    connection: &'a mut Connection,
    /// It may not touch what is watched, nor begin a transaction.
    is_reader: bool,
}

impl Lease<'_> {
    /// For reading what is watched only.
    pub(super) const fn of_reader(mut self) -> Self {
        self.is_reader = true;
        self
    }
}

impl<R: FromReply> Decodes<R> for Lease<'_> {
    type As = R;
}

impl Caller for Lease<'_> {
    type Error = Error;

    fn call(&mut self, wire: &Wire) -> Result<Reply, Error> {
        if self.is_reader && wire.lane() == Lane::Dedicated {
            return Err(SubmitError::NotACall { command: wire.meta().name() }.into());
        }
        let timeout = rules::timeout(self.connection.call_timeout, wire);
        self.connection.run(wire, timeout)
    }
}

/// Several commands under way together; see [`Connection::pipeline`].
///
/// ```no_run
/// use std::time::Duration;
/// use resp_net::{blocking::Connection, cmd};
///
/// # fn example(connection: &mut Connection) -> Result<(), resp_net::Error> {
/// let batch = connection.pipeline([cmd::incr("visits"), cmd::incr("hits")]);
/// let [visits, hits] = batch.timeout(Duration::from_millis(50)).call()?;
/// # let _: (i64, i64) = (visits, hits);
/// # Ok(())
/// # }
/// ```
#[must_use = "a pipeline does nothing until it is called"]
pub struct ConnectionPipeline<'a, B> {
    batch: B,
    timeout: Option<Duration>,
    connection: &'a mut Connection,
}

impl<B: Batch> ConnectionPipeline<'_, B> {
    /// Gives all of it together this much time. Default: the connection's
    /// [`call_timeout`](crate::ConfigBuilder::call_timeout), and that of the
    /// commands in it that wait.
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }

    /// Sends all of it and waits for the replies.
    ///
    /// # Errors
    /// There are no replies, or one of them is an error of the server or does
    /// not fit its type.
    pub fn call(self) -> Result<B::Out, Error> {
        let Self { batch, timeout, connection } = self;
        let timeout = timeout.or_else(|| rules::batch_timeout(connection.call_timeout, &batch));
        let mut replies = Vec::with_capacity(batch.count());
        let mut is_sent = false;
        let outcome = connection.exchange(
            timeout,
            |session, span| {
                let request = session.submit_batch(&batch, TAG, span)?;
                is_sent = true;
                Ok(request)
            },
            |reply| replies.push(reply),
        );
        if is_sent {
            batch.each_wire(&mut |command| connection.begun.note_command(command));
        }
        outcome?;
        let mut answers = replies.iter();
        batch.each_wire(&mut |command| {
            if let Some(reply) = answers.next() {
                connection.begun.note_reply(command, reply.frame());
            }
        });
        batch.decode(replies.into_iter()).map_err(|(index, error)| Error::Batch { index, error })
    }
}

impl<B: Batch> fmt::Debug for ConnectionPipeline<'_, B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ConnectionPipeline of {} commands", self.batch.count())
    }
}
