//! What SENTINEL answers.

mod watched;

pub use watched::{OtherSentinel, WatchedNode, WatchedPrimary, WatchedReplica};

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::time::Millis;
use crate::replies::{Fields, without_strings};

/// What a node last said of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CachedInfo {
    /// How long ago, to the millisecond.
    pub age: Duration,
    /// The text of INFO, if it has said anything yet.
    pub info: Option<String>,
}

/// What a sentinel answers to another.
///
/// ```
/// use resp_core::replies::SentinelVote;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*3\r\n:1\r\n$1\r\n*\r\n:0\r\n")? else { panic!() };
/// let vote = SentinelVote::from_reply(reply).unwrap();
/// assert!(vote.is_down);
/// assert_eq!(vote.leader, None);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SentinelVote {
    /// Whether it does not reach the primary.
    pub is_down: bool,
    /// The run id of the sentinel that has its vote, if it was asked for one.
    pub leader: Option<String>,
    /// The epoch of that vote.
    pub leader_epoch: u64,
}

/// A script of the administrator that runs or waits.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PendingScript {
    /// Its path and arguments.
    pub args: Vec<String>,
    /// Its process, if it runs.
    pub process_id: Option<u32>,
    /// For how long it has been running, or will wait still.
    pub time: Duration,
    /// How often it was begun again.
    pub retries: u64,
}

without_strings!(CachedInfo, SentinelVote, PendingScript);

impl FromReply for CachedInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (age, info) = <(Millis<Duration>, Option<String>)>::from_reply(frame)?;
        Ok(Self { age, info })
    }
}

impl FromReply for SentinelVote {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (is_down, leader, leader_epoch) = <(bool, String, u64)>::from_reply(frame)?;
        Ok(Self { is_down, leader: (leader != "*").then_some(leader), leader_epoch })
    }
}

impl FromReply for PendingScript {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "pending script")?;
        let time = match fields.optional::<Millis<Duration>>("run-time")? {
            Some(time) => time,
            None => fields.optional::<Millis<Duration>>("run-delay")?.unwrap_or_default(),
        };
        Ok(Self {
            args: fields.required::<Vec<String>>("argv")?,
            process_id: fields.optional::<u32>("pid")?.filter(|id| *id != 0),
            time,
            retries: fields.required::<u64>("retry-num")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::Pairs;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn caches() {
        let wire = "*2\r\n$8\r\nmymaster\r\n*2\r\n*2\r\n:1710\r\n$8\r\n# Server\r\n*2\r\n:0\r\n$-1\r\n";
        let caches = decode::<Pairs<String, Vec<CachedInfo>>>(wire).unwrap();
        let [(name, nodes)] = &caches[..] else { panic!("{caches:?}") };
        assert_eq!((name.as_str(), nodes[0].age), ("mymaster", Duration::from_millis(1710)));
        assert_eq!((nodes[0].info.as_deref(), &nodes[1].info), (Some("# Server"), &None));
        let error = decode::<CachedInfo>("*1\r\n:0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply: expected array of 2, found 1 elements");
    }

    #[test]
    fn votes() {
        let vote = decode::<SentinelVote>("*3\r\n:0\r\n$4\r\n5230\r\n:7\r\n").unwrap();
        assert_eq!((vote.is_down, vote.leader.as_deref(), vote.leader_epoch), (false, Some("5230"), 7));
        let error = decode::<SentinelVote>("*3\r\n:0\r\n*0\r\n:7\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[1]: expected string, found array");
    }

    #[test]
    fn scripts_of_both_versions() {
        let running = "+argv\r\n*2\r\n$4\r\n/x.s\r\n$1\r\na\r\n+flags\r\n$7\r\nrunning\r\n+pid\r\n$2\r\n17\r\n+run-time\r\n$3\r\n250\r\n+retry-num\r\n$1\r\n0\r\n";
        let script = decode::<PendingScript>(&format!("*10\r\n{running}")).unwrap();
        assert_eq!(decode::<PendingScript>(&format!("%5\r\n{running}")).as_ref(), Ok(&script));
        assert_eq!((script.process_id, script.time), (Some(17), Duration::from_millis(250)));
        assert_eq!(script.args, ["/x.s", "a"]);
        let waiting =
            "%4\r\n+argv\r\n*0\r\n+pid\r\n$1\r\n0\r\n+run-delay\r\n$2\r\n30\r\n+retry-num\r\n$1\r\n2\r\n";
        let script = decode::<PendingScript>(waiting).unwrap();
        assert_eq!((script.process_id, script.time, script.retries), (None, Duration::from_millis(30), 2));
        let error = decode::<PendingScript>("%0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.argv: expected a value, found nothing");
    }
}
