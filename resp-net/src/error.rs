//! What can go wrong with a call, and whether it may have run.

use alloc::sync::Arc;
use core::fmt;

use resp_core::{ConvertError, ReplyError, ServerError};

use crate::config::ConfigError;
use crate::session::{SessionError, Spent, SubmitError};
use crate::url::UrlError;

/// Whether the server ran a command whose call failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Executed {
    /// No: not one byte of it reached the transport, or the server refused it
    /// before running it. Sending it again is safe.
    No,
    /// Possibly: it was sent, and nothing is known of its fate.
    Maybe,
    /// Yes: the server ran it and answered.
    Yes,
}

/// Why a call has no result.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Error {
    /// The URL names no server.
    Url(UrlError),
    /// The configuration is impossible.
    Config(ConfigError),
    /// No connection could be made.
    Connect(LostReason),
    /// The command cannot be sent on this connection. Nothing was sent.
    Refused(SubmitError),
    /// The connection is gone, or went before the reply came.
    Lost {
        /// Whether the command may have run.
        executed: Executed,
        /// Why the connection is gone.
        reason: LostReason,
    },
    /// The call's time was over before it was answered.
    Timeout {
        /// Whether the command may have run.
        executed: Executed,
        /// Where the time went.
        spent: Spent,
    },
    /// The connection has as much to do as its budget allows and the caller is
    /// not to wait, or too many wait for it or for a pool. Nothing was sent.
    Overloaded,
    /// The client or pool is closed. Nothing was sent.
    Closed,
    /// No connection of a pool became free in time. Nothing was sent.
    PoolTimeout,
    /// The server answered with an error.
    Server(ServerError),
    /// The reply does not fit the type asked for.
    Convert(ConvertError),
    /// A command of a batch failed; the others ran all the same.
    Batch {
        /// Its place in the batch, from zero.
        index: usize,
        /// What it was answered.
        error: ReplyError,
    },
    /// The server refused a command of a transaction when it was queued. None
    /// of them ran.
    NotQueued {
        /// Its place in the batch, from zero; of several, it is the first.
        index: usize,
        /// Why.
        error: ServerError,
    },
    /// The server refused to begin a transaction, and so ran its commands one
    /// by one as they came.
    NotATransaction(ServerError),
    /// Each time before the transaction could run, a key that it watched was
    /// changed by others. It never ran.
    Conflict {
        /// How often it was tried.
        attempts: u32,
    },
}

/// Why a connection is gone.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum LostReason {
    /// The socket failed.
    #[cfg(feature = "std")]
    Io(Arc<std::io::Error>),
    /// The host name was not resolved.
    #[cfg(feature = "std")]
    Resolve(Arc<std::io::Error>),
    /// TLS failed.
    #[cfg(feature = "__tls")]
    Tls(Arc<crate::tls_error::TlsError>),
    /// It could not be made in time.
    ConnectTimeout,
    /// The peer broke the protocol, refused the handshake, or left.
    Session(Arc<SessionError>),
    /// The last handle was dropped.
    Closed,
}

/// Codes with which a server refuses a command before it runs it.
const REFUSALS: [&str; 17] = [
    "ASK",
    "BUSY",
    "CLUSTERDOWN",
    "DENIED",
    "EXECABORT",
    "LOADING",
    "MASTERDOWN",
    "MISCONF",
    "MOVED",
    "NOAUTH",
    "NOPERM",
    "NOREPLICAS",
    "NOSCRIPT",
    "OOM",
    "READONLY",
    "TRYAGAIN",
    "UNBLOCKED",
];

/// Those of them that pass by themselves, when somebody else has done something.
const PASSING: [&str; 10] = [
    "BUSY",
    "CLUSTERDOWN",
    "LOADING",
    "MASTERDOWN",
    "MISCONF",
    "NOREPLICAS",
    "OOM",
    "READONLY",
    "TRYAGAIN",
    "UNBLOCKED",
];

impl Error {
    /// Whether the same call may succeed later: the connection, the server or
    /// the client was not able to serve it at the time. If it may also be made
    /// again without harm is told by [`executed`](Self::executed).
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Connect(_)
            | Self::Lost { .. }
            | Self::Timeout { .. }
            | Self::Overloaded
            | Self::PoolTimeout
            | Self::Conflict { .. } => true,
            Self::Server(error)
            | Self::NotQueued { error, .. }
            | Self::Batch { error: ReplyError::Server(error), .. } => PASSING.contains(&error.code()),
            _ => false,
        }
    }

    /// Whether the server ran the command.
    #[must_use]
    pub fn executed(&self) -> Executed {
        let answered = |error: &ServerError| {
            if REFUSALS.contains(&error.code()) { Executed::No } else { Executed::Yes }
        };
        match self {
            Self::Url(_)
            | Self::Config(_)
            | Self::Connect(_)
            | Self::Refused(_)
            | Self::Overloaded
            | Self::Closed
            | Self::PoolTimeout
            | Self::NotQueued { .. }
            | Self::Conflict { .. } => Executed::No,
            Self::NotATransaction(_) => Executed::Maybe,
            Self::Lost { executed, .. } | Self::Timeout { executed, .. } => *executed,
            Self::Server(error) => answered(error),
            // Others of the batch may have run although this one was refused;
            // but EXEC is refused together with all since MULTI.
            Self::Batch { error: ReplyError::Server(error), .. } => match answered(error) {
                Executed::No if error.code() != "EXECABORT" => Executed::Maybe,
                executed => executed,
            },
            Self::Convert(_) | Self::Batch { .. } => Executed::Yes,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(error) => error.fmt(f),
            Self::Config(error) => error.fmt(f),
            Self::Connect(_) => f.write_str("cannot connect"),
            Self::Refused(_) => f.write_str("command refused, nothing was sent"),
            Self::Lost { executed: Executed::No, .. } => {
                f.write_str("connection lost, the command was not sent")
            }
            Self::Lost { .. } => f.write_str("connection lost, the command may have run"),
            Self::Timeout { executed: Executed::No, spent } => {
                write!(f, "time-out, the command was not sent: {spent}")
            }
            Self::Timeout { spent, .. } => write!(f, "time-out, the command may have run: {spent}"),
            Self::Overloaded => {
                f.write_str("too much is under way or waiting already, the command was not sent")
            }
            Self::Closed => f.write_str("it is closed"),
            Self::PoolTimeout => f.write_str("no connection of the pool became free in time"),
            Self::Server(error) => error.fmt(f),
            Self::Convert(error) => error.fmt(f),
            Self::Batch { index, error } => write!(f, "command {index} of the batch: {error}"),
            Self::NotQueued { index, error } => {
                write!(f, "command {index} of the transaction was refused and none was run: {error}")
            }
            Self::NotATransaction(error) => {
                write!(f, "no transaction was begun, the commands may have run one by one: {error}")
            }
            Self::Conflict { attempts } => {
                write!(
                    f,
                    "a watched key was changed by others at each of {attempts} attempts, nothing was run"
                )
            }
        }
    }
}

impl core::error::Error for Error {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Connect(reason) | Self::Lost { reason, .. } => Some(reason),
            Self::Refused(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for LostReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            #[cfg(feature = "std")]
            Self::Io(error) => error.fmt(f),
            #[cfg(feature = "std")]
            Self::Resolve(error) => write!(f, "the host name was not resolved: {error}"),
            #[cfg(feature = "__tls")]
            Self::Tls(error) => error.fmt(f),
            Self::ConnectTimeout => f.write_str("the connect time-out passed"),
            Self::Session(error) => error.fmt(f),
            Self::Closed => f.write_str("the last handle was dropped"),
        }
    }
}

impl core::error::Error for LostReason {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Session(error) => error.source(),
            #[cfg(feature = "__tls")]
            Self::Tls(error) => error.source(),
            _ => None,
        }
    }
}

impl From<ReplyError> for Error {
    fn from(error: ReplyError) -> Self {
        match error {
            ReplyError::Server(error) => Self::Server(error),
            ReplyError::Convert(error) => Self::Convert(error),
        }
    }
}

impl From<UrlError> for Error {
    fn from(error: UrlError) -> Self {
        Self::Url(error)
    }
}

impl From<ConfigError> for Error {
    fn from(error: ConfigError) -> Self {
        match error {
            ConfigError::Url(error) => Self::Url(error),
            error => Self::Config(error),
        }
    }
}

impl From<SubmitError> for Error {
    fn from(error: SubmitError) -> Self {
        match error {
            SubmitError::Full => Self::Overloaded,
            SubmitError::Closed => Self::Closed,
            error => Self::Refused(error),
        }
    }
}

impl From<SessionError> for LostReason {
    fn from(error: SessionError) -> Self {
        Self::Session(Arc::new(error))
    }
}

/// What TLS says in the place of a socket is a reason of its own.
#[cfg(feature = "std")]
impl From<std::io::Error> for LostReason {
    fn from(error: std::io::Error) -> Self {
        #[cfg(feature = "__tls")]
        let error = match error.downcast() {
            Ok(error) => return Self::Tls(Arc::new(error)),
            Err(error) => error,
        };
        Self::Io(Arc::new(error))
    }
}

#[cfg(test)]
mod tests {
    use bytes::BytesMut;
    use resp_core::Decoder;

    use super::*;

    fn refusal(line: &str) -> ServerError {
        let reply = Decoder::new().decode_reply(&mut BytesMut::from(line)).unwrap().unwrap();
        ServerError::from_frame(reply.frame()).unwrap()
    }

    #[test]
    fn of_a_batch_others_may_have_run() {
        let executed = |line| {
            let error = refusal(line);
            let in_batch = Error::Batch { index: 1, error: ReplyError::Server(error.clone()) };
            (Error::Server(error).executed(), in_batch.executed())
        };
        assert_eq!(executed("-OOM no memory\r\n"), (Executed::No, Executed::Maybe));
        assert_eq!(executed("-EXECABORT because\r\n"), (Executed::No, Executed::No));
        assert_eq!(executed("-WRONGTYPE other\r\n"), (Executed::Yes, Executed::Yes));
    }
}
