//! Commands as values: arguments in wire form, what the reply is, where it runs.

mod batch;
mod keys;
pub(crate) mod metas;
#[cfg(feature = "commands")]
mod scan;
mod table;
mod wire;

use core::fmt;
use core::marker::PhantomData;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;

pub use batch::{Batch, QueueableBatch, TextBatch};
pub use keys::Keys;
pub use table::{Begin, Find, Flags, KeySpec, Kinds, Lane, Meta};
pub(crate) use table::{lookup, lookup_sub};
pub use wire::{BlockTime, Wire};

#[cfg(feature = "json")]
use crate::convert::Json;
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
/// | [`lossy`](Self::lossy) | `Option<Bytes>` | `Option<String>`, what is no text replaced |
/// | `json::<T>`, feature `json` | `Option<Bytes>` | `Option<T>` |
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

/// What a command that waits has in the place of options: alone it may be given
/// to any client, which lends it a connection.
#[derive(Debug)]
pub struct Blocking;

/// What a command that leaves state on its connection, asks about what was sent
/// on it, or ends it, has in the place of options: it needs a connection of its own.
#[derive(Debug)]
pub struct Dedicated;

/// The options of commands that may be given to a client which others share.
#[diagnostic::on_unimplemented(
    message = "this command needs a connection of its own",
    note = "it leaves state on the connection, is about what was sent on it, or changes what was agreed on it",
    note = "use `Connection`, a pool's connection, or what the client has for it, such as `watch`, `transaction`, `subscriber`"
)]
pub trait Shareable {}

/// The options of commands that may wait in a transaction, or in a pipeline on
/// a connection that others share.
#[diagnostic::on_unimplemented(
    message = "this command cannot wait in a queue with others",
    note = "it would hold up what comes after it, or needs a connection of its own",
    note = "send it alone, or through a `Connection`"
)]
pub trait Queueable: Shareable {}

impl Shareable for Plain {}
impl Queueable for Plain {}
impl Shareable for Blocking {}

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

    /// The reply with its strings as [`String`](alloc::string::String); bytes
    /// that are not UTF-8 are replaced.
    #[inline]
    pub fn lossy(self) -> Command<R::Lossy, K, X>
    where
        R: HasStrings,
    {
        self.retyped()
    }

    /// The reply with its strings read as JSON into `T`; of maps the values only.
    #[cfg(feature = "json")]
    #[inline]
    pub fn json<T>(self) -> Command<R::With<Json<T>>, K, X>
    where
        R: HasStrings,
        R::With<Json<T>>: FromReply,
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

    /// The same command as one that takes no more options, so that it goes into a
    /// list with others of its reply type.
    #[inline]
    pub fn plain(self) -> Command<R, Plain, X>
    where
        K: Queueable,
    {
        self.retyped()
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

    /// The same of a reply that nobody else needs, as a `T`.
    #[inline]
    pub(crate) fn decode_owned<T: FromReply>(&self, reply: Reply) -> Result<T::Out, ReplyError> {
        decode_owned::<T>(reply).map_err(|error| error.of_command(self.wire.meta().name()))
    }

    #[inline]
    pub(crate) fn retyped<R2, K2>(self) -> Command<R2, K2, X> {
        Command { wire: self.wire, target: self.target, types: PhantomData }
    }

    /// Adds an option's words.
    #[cfg(feature = "commands")]
    #[inline]
    pub(crate) fn with(mut self, push: impl FnOnce(&mut Wire)) -> Self {
        push(&mut self.wire);
        self
    }

    /// Adds an option's words before argument `at`.
    #[cfg(feature = "commands")]
    #[inline]
    pub(crate) fn with_at(mut self, at: usize, push: impl FnOnce(&mut Wire)) -> Self {
        self.wire.push_at(at, push);
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

/// As which type an [`Executor`] or [`Caller`] decodes the reply to a command
/// that promises an `R`: most as `R` itself.
///
/// ```
/// use resp_core::{Decodes, FromReply};
///
/// struct Mine;
///
/// impl<R: FromReply> Decodes<R> for Mine {
///     type As = R;
/// }
/// ```
pub trait Decodes<R> {
    /// The type that the reply is decoded as.
    type As: FromReply;
}

/// Runs commands on an `X` and decodes the strings of every reply as text:
/// [`Command::text`] for all of them.
#[derive(Clone, Copy, Debug)]
pub struct AsText<X>(pub X);

impl<R: HasStrings, X> Decodes<R> for AsText<X> {
    type As = R::Text;
}

impl<X: Executor> Executor for AsText<X> {
    type Error = X::Error;

    #[inline]
    fn poll_call(&mut self, wire: &Wire, context: &mut Context<'_>) -> Poll<Result<Reply, X::Error>> {
        self.0.poll_call(wire, context)
    }
}

impl<X: Caller> Caller for AsText<X> {
    type Error = X::Error;

    #[inline]
    fn call(&mut self, wire: &Wire) -> Result<Reply, X::Error> {
        self.0.call(wire)
    }
}

impl<R, K, X: Executor + Decodes<R> + Unpin> Future for Command<R, K, X> {
    type Output = Result<<X::As as FromReply>::Out, X::Error>;

    #[inline]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        let reply = ready!(this.target.poll_call(&this.wire, context))?;
        Poll::Ready(this.decode_owned::<X::As>(reply).map_err(X::Error::from))
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

impl<R, K, X: Caller + Decodes<R>> Command<R, K, X> {
    /// Sends the command and waits for its reply.
    ///
    /// # Errors
    /// There is no reply, it is an error of the server, or it does not fit the type.
    #[inline]
    pub fn call(mut self) -> Result<<X::As as FromReply>::Out, X::Error> {
        let reply = self.target.call(&self.wire)?;
        self.decode_owned::<X::As>(reply).map_err(X::Error::from)
    }
}

impl<R, K, X: Unpin> Unpin for Command<R, K, X> {}
