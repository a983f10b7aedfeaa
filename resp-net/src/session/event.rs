//! All that comes out of a session, and what can go wrong in it.

use core::fmt;
use core::time::Duration;

use resp_core::{DecodeError, Kind, Protocol, Reply, ServerError};

use crate::error::Executed;

/// What the caller knows a request by; the session only hands it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tag(pub u32);

/// What the session knows a request by: its number on the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestId(pub(crate) u64);

/// When a request began and when its time is over, in the session's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// When its caller began to wait.
    pub start: u64,
    /// From when on nobody waits for it.
    pub deadline: u64,
}

impl Span {
    /// From `start` on, for a certain time or for ever.
    #[inline]
    #[must_use]
    pub fn new(start: u64, timeout: Option<Duration>) -> Self {
        Self { start, deadline: timeout.map_or(u64::MAX, |time| start.saturating_add(super::nanos(time))) }
    }
}

/// From the beginning, for ever.
impl Default for Span {
    fn default() -> Self {
        Self::new(0, None)
    }
}

/// Why a request has no reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Whether the server may have run it.
    pub executed: Executed,
    /// Whether its time was over; else the connection was lost.
    pub timed_out: bool,
    /// Where the time went.
    pub spent: Spent,
}

/// Where the time of a call that failed went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spent {
    /// Until it was handed to the transport; all of it if it never was.
    pub queued: Duration,
    /// After that.
    pub in_flight: Duration,
    /// Requests whose replies come before its own.
    pub ahead: usize,
    /// Since the last byte came from the server, or since it was last sent
    /// something while it owed nothing.
    pub silence: Duration,
}

impl fmt::Display for Spent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} queued, {:?} in flight behind {} others, the server silent for {:?}",
            self.queued, self.in_flight, self.ahead, self.silence
        )
    }
}

/// What happened on a connection.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event {
    /// The handshake is done; what was submitted leaves from now on.
    Ready(Protocol),
    /// A reply to a request.
    Reply {
        /// Whose.
        tag: Tag,
        /// The reply, which may be an error.
        reply: Reply,
        /// Whether it is the last one of the request.
        last: bool,
    },
    /// A request that will have no reply, or no further one.
    Failed {
        /// Whose.
        tag: Tag,
        /// Why.
        failure: Failure,
    },
    /// A push, which answers nothing.
    Push(Reply),
    /// The connection is condemned: close the socket. All requests fail
    /// before this, and it comes once.
    Closed(SessionError),
}

/// Why a session condemned its connection.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SessionError {
    /// The peer's bytes are not RESP, or exceed a limit.
    Decode(DecodeError),
    /// A reply came that answers nothing: all later ones may be shifted.
    SurplusReply,
    /// A reply came of a kind that the oldest request cannot have: replies are shifted.
    OddReply(Kind),
    /// The peer owed replies and sent nothing for this long.
    Unresponsive(Duration),
    /// The server refused the user or the password (its code is `WRONGPASS`),
    /// wants one (`NOAUTH`), or does not allow the user to connect so (`NOPERM`).
    Auth(ServerError),
    /// The server refused another step of the handshake, as to select the database.
    Handshake(ServerError),
    /// The server does not know RESP3, and nothing else was allowed.
    NoResp3,
    /// The handshake was answered with something that is no answer to it.
    OddHandshake,
    /// The handshake took too long.
    HandshakeTimeout,
    /// The peer closed the connection; whether in the middle of a reply.
    PeerClosed {
        /// Bytes of an unfinished reply were there.
        mid_reply: bool,
    },
    /// The driver gave the connection up.
    Abandoned,
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decode(error) if error.kind.is_limit() => write!(f, "the peer exceeded a limit: {error}"),
            Self::Decode(error) => write!(f, "the peer does not speak RESP: {error}"),
            Self::SurplusReply => f.write_str("the peer sent a reply to nothing"),
            Self::OddReply(kind) => {
                write!(f, "the peer sent a reply of a kind that its request cannot have: {kind:?}")
            }
            Self::Unresponsive(time) => write!(f, "the server did not send anything for {time:?}"),
            Self::Auth(error) | Self::Handshake(error) => {
                write!(f, "the server refused the handshake: {error}")
            }
            Self::NoResp3 => f.write_str("the server does not speak RESP3"),
            Self::OddHandshake => f.write_str("the peer did not answer the handshake as a server does"),
            Self::HandshakeTimeout => f.write_str("the server did not answer the handshake in time"),
            Self::PeerClosed { mid_reply: false } => f.write_str("the peer closed the connection"),
            Self::PeerClosed { mid_reply: true } => {
                f.write_str("the peer closed the connection in the middle of a reply")
            }
            Self::Abandoned => f.write_str("the connection was given up"),
        }
    }
}

impl core::error::Error for SessionError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Decode(error) => Some(error),
            Self::Auth(error) | Self::Handshake(error) => Some(error),
            _ => None,
        }
    }
}

/// Why a command was not taken. Nothing of it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SubmitError {
    /// It blocks, leaves state behind or subscribes, which other callers of a
    /// shared connection would feel.
    NeedsDedicated {
        /// Its name.
        command: &'static str,
    },
    /// It has not one reply per command, or would change what the connection
    /// agreed on at its start, or the connection has nothing but subscriptions.
    NotACall {
        /// Its name.
        command: &'static str,
    },
    /// It has fewer arguments than it needs.
    TooFewArguments {
        /// Its name.
        command: &'static str,
        /// How many it needs at the least.
        needed: usize,
    },
    /// An argument is longer than 512 MiB, or there are more than 1,048,576
    /// of them: the server would close the connection.
    TooLarge {
        /// Its name.
        command: &'static str,
    },
    /// The batch holds no command.
    EmptyBatch,
    /// The connection holds as many commands, or bytes, as its budget allows.
    Full,
    /// The connection is gone.
    Closed,
}

impl fmt::Display for SubmitError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NeedsDedicated { command } => {
                f.write_str(command)?;
                f.write_str(match *command {
                    "WATCH" | "UNWATCH" => " leaves state behind: use `watch`",
                    "MULTI" | "EXEC" | "DISCARD" => " leaves state behind: use `transaction`",
                    _ => " would hold up all who share the connection: use a `Connection`",
                })
            }
            Self::NotACall { command } if command.ends_with("SUBSCRIBE") => {
                write!(f, "{command} does not have one reply: use `subscribe`")
            }
            Self::NotACall { command } => {
                write!(
                    f,
                    "{command} does not have one reply, or changes the connection: it cannot be sent as a call"
                )
            }
            Self::TooFewArguments { command, needed } => {
                write!(f, "{command} needs {needed} arguments or more")
            }
            Self::TooLarge { command } => {
                write!(f, "{command} has more or longer arguments than a server takes")
            }
            Self::Full => f.write_str("the connection has as much to do as its budget allows"),
            Self::EmptyBatch => f.write_str("the batch is empty"),
            Self::Closed => f.write_str("the connection is closed"),
        }
    }
}

impl core::error::Error for SubmitError {}
