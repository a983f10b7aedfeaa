//! What part a server plays in replication.

use alloc::string::String;
use alloc::vec::Vec;

use super::super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::elements::Elements;

/// What part a server plays in replication.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::Role};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*3\r\n$6\r\nmaster\r\n:3129659\r\n*0\r\n")? else { panic!() };
/// match cmd::raw("ROLE").returning::<Role>().decode(reply).unwrap() {
///     Role::Primary { offset, replicas } => assert_eq!((offset, replicas.len()), (3_129_659, 0)),
///     other => panic!("{other:?}"),
/// }
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// It takes writes.
    Primary {
        /// How many bytes of the replication stream it has sent.
        offset: u64,
        /// Who follows it.
        replicas: Vec<ReplicaPosition>,
    },
    /// It follows a primary.
    Replica {
        /// The primary's host.
        host: String,
        /// The primary's port.
        port: u16,
        /// How the link to it stands.
        state: ReplicaState,
        /// How many bytes of the replication stream it has; `None` before the first.
        offset: Option<u64>,
    },
    /// It watches over others.
    Sentinel {
        /// The names of the primaries that it watches.
        primaries: Vec<String>,
    },
}

/// A replica as its primary sees it.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::Role};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*3\r\n$6\r\nmaster\r\n:9\r\n*1\r\n*3\r\n$8\r\n10.0.0.2\r\n$4\r\n6379\r\n$1\r\n7\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let Ok(Role::Primary { offset, replicas }) = cmd::raw("ROLE").returning::<Role>().decode(reply) else { panic!() };
/// assert_eq!(offset - replicas[0].offset, 2, "bytes that it lags behind");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReplicaPosition {
    /// Its host.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How many bytes of the replication stream it said to have.
    pub offset: u64,
}

/// How the link of a replica to its primary stands.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::{ReplicaState, Role}};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*5\r\n$5\r\nslave\r\n$8\r\n10.0.0.1\r\n:6379\r\n$9\r\nconnected\r\n:7\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let Ok(Role::Replica { state, .. }) = cmd::raw("ROLE").returning::<Role>().decode(reply) else { panic!() };
/// assert_eq!(state, ReplicaState::Connected);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReplicaState {
    /// `connect`: it is to connect.
    Connect,
    /// `connecting`: it connects.
    Connecting,
    /// `handshake`: the two agree on how to go on.
    Handshake,
    /// `sync`: it takes the primary's data over.
    Sync,
    /// `connected`: it follows.
    Connected,
    /// `none`: there is no link.
    None,
    /// Another one.
    Unknown,
}

without_strings!(Role, ReplicaPosition, ReplicaState);

impl FromReply for Role {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let mut elements = Elements::of(frame, "role")?;
        match &*elements.required::<String>()? {
            "master" | "primary" => Ok(Self::Primary {
                offset: elements.required::<u64>()?,
                replicas: elements.required::<Vec<ReplicaPosition>>()?,
            }),
            "slave" | "replica" => Ok(Self::Replica {
                host: elements.required::<String>()?,
                port: elements.required::<u16>()?,
                state: elements.required::<ReplicaState>()?,
                offset: u64::try_from(elements.required::<i64>()?).ok(),
            }),
            "sentinel" => Ok(Self::Sentinel { primaries: elements.required::<Vec<String>>()? }),
            _ => Err(elements.located(ConvertError::text("name of a role"))),
        }
    }
}

impl FromReply for ReplicaPosition {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let mut elements = Elements::of(frame, "replica")?;
        Ok(Self {
            host: elements.required::<String>()?,
            port: elements.required::<u16>()?,
            offset: elements.required::<u64>()?,
        })
    }
}

impl FromReply for ReplicaState {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(match &*String::from_reply(frame)? {
            "connect" => Self::Connect,
            "connecting" => Self::Connecting,
            "handshake" => Self::Handshake,
            "sync" => Self::Sync,
            "connected" => Self::Connected,
            "none" => Self::None,
            _ => Self::Unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;

    // The same in both versions of the protocol.
    #[test]
    fn all_roles() {
        let primary =
            "*3\r\n$6\r\nmaster\r\n:14\r\n*1\r\n*3\r\n$9\r\n127.0.0.1\r\n$4\r\n7742\r\n$2\r\n14\r\n";
        let replica = ReplicaPosition { host: "127.0.0.1".into(), port: 7742, offset: 14 };
        assert_eq!(decode::<Role>(primary), Role::Primary { offset: 14, replicas: Vec::from([replica]) });
        let follower = |state: &str, offset| {
            let wire = alloc::format!(
                "*5\r\n$5\r\nslave\r\n$9\r\n127.0.0.1\r\n:7741\r\n${}\r\n{state}\r\n:{offset}\r\n",
                state.len()
            );
            decode::<Role>(&wire)
        };
        let expected = |state, offset| Role::Replica { host: "127.0.0.1".into(), port: 7741, state, offset };
        assert_eq!(follower("connect", -1), expected(ReplicaState::Connect, None));
        assert_eq!(follower("sync", 0), expected(ReplicaState::Sync, Some(0)));
        assert_eq!(follower("connected", 14), expected(ReplicaState::Connected, Some(14)));
        assert_eq!(follower("dreaming", 14), expected(ReplicaState::Unknown, Some(14)));
        let sentinel = "*2\r\n$8\r\nsentinel\r\n*1\r\n$8\r\nmymaster\r\n";
        assert_eq!(decode::<Role>(sentinel), Role::Sentinel { primaries: Vec::from(["mymaster".into()]) });
    }

    #[test]
    fn other_replies() {
        assert_eq!(failure::<Role>("+OK\r\n"), "reply: expected role, found simple string");
        assert_eq!(
            failure::<Role>("*1\r\n+judge\r\n"),
            "reply[0]: expected name of a role, found other text"
        );
        assert_eq!(failure::<Role>("*1\r\n+master\r\n"), "reply: expected role, found 1 elements");
        assert_eq!(
            failure::<Role>("*3\r\n+master\r\n:1\r\n*1\r\n*1\r\n:1\r\n"),
            "reply[2][0]: expected replica, found 1 elements"
        );
    }
}
