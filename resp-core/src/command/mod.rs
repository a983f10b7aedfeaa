//! Commands as values: arguments in wire form, what the reply is, where it runs.

mod batch;
mod table;
mod wire;

use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;

pub use batch::Batch;
pub use table::{Kinds, Lane, Meta};
pub(crate) use table::{lookup, metas};
pub use wire::{BlockTime, Wire};

use crate::convert::{FromReply, HasStrings, ReplyError, ServerError, decode, decode_owned};
use crate::frame::Frame;
use crate::reply::Reply;

/// One command: a value to keep, clone, send or put into a batch. Bound to a
/// connection it is the future of its own reply.
///
/// `R` is what the caller gets, `K` which options it still takes, `X` where it
/// runs: `()` while it is not bound.
///
/// | method | reply type before | after |
/// |---|---|---|
/// | [`text`](Self::text) | `Option<Bytes>` | `Option<String>` |
/// | [`parse::<i64>`](Self::parse) | `Option<Bytes>` | `Option<i64>` |
/// | [`to::<T>`](Self::to) | any | `T` |
/// | [`caught`](Self::caught) | `R` | `Result<R, ServerError>` |
/// | [`timeout`](Self::timeout), [`may_retry`](Self::may_retry) | `R` | `R` |
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::get("greeting").text();
/// let mut wire = Vec::new();
/// command.wire().write_to(&mut wire);
/// assert_eq!(wire, b"*2\r\n$3\r\nGET\r\n$8\r\ngreeting\r\n");
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"$5\r\nhello\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap().as_deref(), Some("hello"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[must_use = "a command does nothing until it is awaited or sent"]
pub struct Command<R, K = Plain, X = ()> {
    wire: Wire,
    target: X,
    types: PhantomData<fn() -> (R, K)>,
}

/// The options of a command that takes none.
#[derive(Debug)]
pub struct Plain;

/// An option that was not given yet.
#[derive(Debug)]
pub struct Free;

/// An option that was given.
#[derive(Debug)]
pub struct Used;

impl<R, K> Command<R, K> {
    pub(crate) const fn new(wire: Wire) -> Self {
        Self { wire, target: (), types: PhantomData }
    }

    /// Binds the command to what runs it.
    #[inline]
    pub fn on<X>(self, target: X) -> Command<R, K, X> {
        Command { wire: self.wire, target, types: PhantomData }
    }
}

impl<R, K, X> Command<R, K, X> {
    /// The arguments and what is known about the command.
    #[inline]
    #[must_use]
    pub const fn wire(&self) -> &Wire {
        &self.wire
    }

    /// The same command with another reply type.
    #[inline]
    pub fn to<T: FromReply>(self) -> Command<T, K, X> {
        self.retyped()
    }

    /// The reply with its strings as [`String`](alloc::string::String); bytes
    /// that are not UTF-8 are an error.
    #[inline]
    pub fn text(self) -> Command<R::Text, K, X>
    where
        R: HasStrings,
    {
        self.retyped()
    }

    /// The reply with its strings as `T`, such as a number; of maps the values only.
    #[inline]
    pub fn parse<T>(self) -> Command<R::With<T>, K, X>
    where
        R: HasStrings,
        R::With<T>: FromReply,
    {
        self.retyped()
    }

    /// The reply, or the server's error as a value. In a batch this keeps the
    /// error of one command from being the error of all.
    #[inline]
    pub fn caught(self) -> Command<Result<R, ServerError>, K, X> {
        self.retyped()
    }

    /// Gives the call this much time over all that it needs: waiting for room,
    /// being written, being answered, being sent again. At least a millisecond;
    /// above 49 days it is 49 days. Default: the connection's.
    #[inline]
    pub fn timeout(mut self, time: Duration) -> Self {
        self.wire.set_timeout(time);
        self
    }

    /// Says that the server may run it twice, so that it may be sent again after
    /// a connection was lost with its fate unknown.
    #[inline]
    pub fn may_retry(mut self) -> Self {
        self.wire.set_may_retry();
        self
    }

    /// The reply to this command as the type that it has.
    ///
    /// # Errors
    /// It is an error of the server, or does not fit the type.
    pub fn decode(&self, frame: Frame<'_>) -> Result<R::Out, ReplyError>
    where
        R: FromReply,
    {
        decode::<R>(frame).map_err(|error| error.of_command(self.wire.meta().name()))
    }

    /// The same of a reply that nobody else needs.
    #[inline]
    pub(crate) fn decode_owned(&self, reply: Reply) -> Result<R::Out, ReplyError>
    where
        R: FromReply,
    {
        decode_owned::<R>(reply).map_err(|error| error.of_command(self.wire.meta().name()))
    }

    #[inline]
    pub(crate) fn retyped<R2, K2>(self) -> Command<R2, K2, X> {
        Command { wire: self.wire, target: self.target, types: PhantomData }
    }

    /// Adds an option's words.
    pub(crate) fn with_args(mut self, args: &[&[u8]]) -> Self {
        args.iter().for_each(|arg| self.wire.push(arg));
        self
    }
}

impl<R, K, X: Clone> Clone for Command<R, K, X> {
    fn clone(&self) -> Self {
        Self { wire: self.wire.clone(), target: self.target.clone(), types: PhantomData }
    }
}

/// Shows the name and how many arguments there are; never an argument.
impl<R, K, X> fmt::Debug for Command<R, K, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.wire.fmt(f)
    }
}

/// What a command can be bound to: a connection that takes its wire form and
/// has a reply in the end.
///
/// It stands for one call. Dropping it gives the call up; a command that was
/// not written yet must then never be.
pub trait Executor {
    /// What a call can fail with.
    type Error: From<ReplyError>;

    /// Sends the command at the first call; ready with its reply.
    ///
    /// # Errors
    /// There is no reply, for any reason but what the reply says.
    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, Self::Error>>;
}

impl<R: FromReply, K, X: Executor + Unpin> Future for Command<R, K, X> {
    type Output = Result<R::Out, X::Error>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let reply = ready!(this.target.poll_call(&this.wire, context))?;
        Poll::Ready(this.decode_owned(reply).map_err(X::Error::from))
    }
}

/// [`Executor`] for callers that block their thread.
pub trait Caller {
    /// What a call can fail with.
    type Error: From<ReplyError>;

    /// Sends the command and waits for its reply.
    ///
    /// # Errors
    /// There is no reply, for any reason but what the reply says.
    fn call(&mut self, wire: &Wire) -> Result<Reply, Self::Error>;
}

impl<R: FromReply, K, X: Caller> Command<R, K, X> {
    /// Sends the command and waits for its reply.
    ///
    /// # Errors
    /// There is no reply, it is an error of the server, or it does not fit the type.
    #[inline]
    pub fn call(mut self) -> Result<R::Out, X::Error> {
        let reply = self.target.call(&self.wire)?;
        self.decode_owned(reply).map_err(X::Error::from)
    }
}

impl<R, K, X: Unpin> Unpin for Command<R, K, X> {}
