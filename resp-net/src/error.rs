//! What can go wrong with a call, and whether it may have run.

use alloc::sync::Arc;
use core::fmt;

use resp_core::{ConvertError, ReplyError, ServerError};

use crate::config::ConfigError;
use crate::session::{SessionError, SubmitError};
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
    /// No connection of a pool became free in time. Nothing was sent.
    PoolTimeout,
    /// The pool is closed. Nothing was sent.
    PoolClosed,
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
const REFUSALS: [&str; 16] = [
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
];

impl Error {
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
            | Self::PoolTimeout
            | Self::PoolClosed => Executed::No,
            Self::Lost { executed, .. } => *executed,
            Self::Server(error) | Self::Batch { error: ReplyError::Server(error), .. } => answered(error),
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
            Self::PoolTimeout => f.write_str("no connection of the pool became free in time"),
            Self::PoolClosed => f.write_str("the pool is closed"),
            Self::Server(error) => error.fmt(f),
            Self::Convert(error) => error.fmt(f),
            Self::Batch { index, error } => write!(f, "command {index} of the batch: {error}"),
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
        Self::Refused(error)
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
