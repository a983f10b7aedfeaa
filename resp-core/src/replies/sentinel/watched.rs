//! The nodes that a sentinel watches.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::time::Millis;
use crate::replies::{Fields, without_strings};

/// What a sentinel knows of a node of any kind.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WatchedNode {
    /// Its name; of a replica its address and port, of a sentinel its run id.
    pub name: String,
    /// Its IP address, or its name if sentinels announce names.
    pub ip: String,
    /// Where it listens.
    pub port: u16,
    /// Its run id, if it has said it yet.
    pub run_id: Option<String>,
    /// What it is and how it fares, such as `master`, `s_down`, `o_down` or `disconnected`.
    pub flags: Vec<String>,
    /// How long ago it last answered a ping well.
    pub last_ok_ping: Duration,
    /// How long ago it last answered a ping at all.
    pub last_ping: Duration,
    /// How long it may be silent until this sentinel holds it for down.
    pub down_after: Duration,
}

/// A primary that is watched.
///
/// ```
/// use resp_core::replies::WatchedPrimary;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%6\r\n+name\r\n+mymaster\r\n+ip\r\n+10.0.0.7\r\n+port\r\n+6379\r\n\
///     +flags\r\n+master,s_down\r\n+quorum\r\n+2\r\n+num-slaves\r\n+1\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let primary = WatchedPrimary::from_reply(reply).unwrap();
/// assert_eq!((primary.node.port, primary.quorum), (6379, 2));
/// assert!(primary.node.has("s_down") && !primary.node.has("o_down"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WatchedPrimary {
    /// What is known of it as of any node.
    pub node: WatchedNode,
    /// The epoch of its configuration; it grows with each failover.
    pub config_epoch: u64,
    /// Its replicas.
    pub replica_count: u64,
    /// Other sentinels that watch it.
    pub other_sentinel_count: u64,
    /// How many sentinels must agree that it is down.
    pub quorum: u64,
    /// How long a failover may take.
    pub failover_timeout: Duration,
    /// How many replicas turn to a new primary at the same time.
    pub parallel_syncs: u64,
}

/// A replica that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct WatchedReplica {
    /// What is known of it as of any node.
    pub node: WatchedNode,
    /// Whether it is connected with its primary.
    pub is_linked: bool,
    /// For how long it has not been.
    pub link_down_time: Duration,
    /// Where it finds its primary, if it has said so yet.
    pub primary_host: Option<String>,
    /// The port there.
    pub primary_port: u16,
    /// Its rank: the lowest takes over first, 0 never.
    pub priority: u64,
    /// How much of its primary's writes it has seen, in bytes.
    pub replication_offset: u64,
    /// Whether clients are told of it. Since Redis 6.2.
    pub is_announced: bool,
}

/// Another sentinel that watches the same primary.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct OtherSentinel {
    /// What is known of it as of any node.
    pub node: WatchedNode,
    /// How long ago it last said that it is there.
    pub last_hello: Duration,
    /// The run id of the sentinel that has its vote, if one has.
    pub voted_leader: Option<String>,
    /// The epoch of that vote.
    pub voted_leader_epoch: u64,
}

without_strings!(WatchedNode, WatchedPrimary, WatchedReplica, OtherSentinel);

impl WatchedNode {
    /// Whether it has this flag.
    #[must_use]
    pub fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|own| own == flag)
    }
}

impl FromReply for WatchedNode {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "watched node")?;
        let flags = fields.required::<String>("flags")?;
        let time = |name| Ok(fields.optional::<Millis<Duration>>(name)?.unwrap_or_default());
        Ok(Self {
            name: fields.required::<String>("name")?,
            ip: fields.required::<String>("ip")?,
            port: fields.required::<u16>("port")?,
            run_id: fields.optional::<String>("runid")?.filter(|id| !id.is_empty()),
            flags: flags.split(',').filter(|flag| !flag.is_empty()).map(String::from).collect(),
            last_ok_ping: time("last-ok-ping-reply")?,
            last_ping: time("last-ping-reply")?,
            down_after: time("down-after-milliseconds")?,
        })
    }
}

/// A number that is zero if it is not there.
fn number(fields: &Fields<'_>, name: &'static str) -> Result<u64, ConvertError> {
    Ok(fields.optional::<u64>(name)?.unwrap_or_default())
}

/// A text that stands for none if it is `?`.
fn unless_unknown(fields: &Fields<'_>, name: &'static str) -> Result<Option<String>, ConvertError> {
    Ok(fields.optional::<String>(name)?.filter(|text| text != "?"))
}

impl FromReply for WatchedPrimary {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "watched primary")?;
        Ok(Self {
            node: WatchedNode::from_reply(frame)?,
            config_epoch: number(&fields, "config-epoch")?,
            replica_count: number(&fields, "num-slaves")?,
            other_sentinel_count: number(&fields, "num-other-sentinels")?,
            quorum: number(&fields, "quorum")?,
            failover_timeout: fields.optional::<Millis<Duration>>("failover-timeout")?.unwrap_or_default(),
            parallel_syncs: number(&fields, "parallel-syncs")?,
        })
    }
}

impl FromReply for WatchedReplica {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "watched replica")?;
        Ok(Self {
            node: WatchedNode::from_reply(frame)?,
            is_linked: fields.required::<String>("master-link-status")? == "ok",
            link_down_time: fields.optional::<Millis<Duration>>("master-link-down-time")?.unwrap_or_default(),
            primary_host: unless_unknown(&fields, "master-host")?,
            primary_port: fields.optional::<u16>("master-port")?.unwrap_or_default(),
            priority: number(&fields, "slave-priority")?,
            replication_offset: number(&fields, "slave-repl-offset")?,
            is_announced: fields.optional::<bool>("replica-announced")?.unwrap_or(true),
        })
    }
}

impl FromReply for OtherSentinel {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "sentinel")?;
        Ok(Self {
            node: WatchedNode::from_reply(frame)?,
            last_hello: fields.optional::<Millis<Duration>>("last-hello-message")?.unwrap_or_default(),
            voted_leader: unless_unknown(&fields, "voted-leader")?,
            voted_leader_epoch: number(&fields, "voted-leader-epoch")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::ToString;

    #[test]
    fn primaries_of_both_versions() {
        let fields = "$4\r\nname\r\n$8\r\nmymaster\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n$4\r\nport\r\n$4\r\n7752\r\n$5\r\nrunid\r\n$4\r\n2739\r\n$5\r\nflags\r\n$20\r\nmaster,s_down,o_down\r\n$21\r\nlink-pending-commands\r\n$1\r\n0\r\n$13\r\nlink-refcount\r\n$1\r\n1\r\n$14\r\nlast-ping-sent\r\n$1\r\n0\r\n$18\r\nlast-ok-ping-reply\r\n$3\r\n153\r\n$15\r\nlast-ping-reply\r\n$3\r\n154\r\n$23\r\ndown-after-milliseconds\r\n$5\r\n30000\r\n$12\r\ninfo-refresh\r\n$4\r\n1207\r\n$13\r\nrole-reported\r\n$6\r\nmaster\r\n$18\r\nrole-reported-time\r\n$4\r\n1210\r\n$12\r\nconfig-epoch\r\n$1\r\n3\r\n$10\r\nnum-slaves\r\n$1\r\n1\r\n$19\r\nnum-other-sentinels\r\n$1\r\n2\r\n$6\r\nquorum\r\n$1\r\n2\r\n$16\r\nfailover-timeout\r\n$6\r\n180000\r\n$14\r\nparallel-syncs\r\n$1\r\n1\r\n";
        let primary = decode::<WatchedPrimary>(&format!("*40\r\n{fields}")).unwrap();
        assert_eq!(decode::<WatchedPrimary>(&format!("%20\r\n{fields}")).as_ref(), Ok(&primary));
        let node = &primary.node;
        assert_eq!((node.name.as_str(), node.ip.as_str(), node.port), ("mymaster", "127.0.0.1", 7752));
        assert_eq!((node.run_id.as_deref(), node.flags.len(), node.has("o_down")), (Some("2739"), 3, true));
        let times = [node.last_ok_ping, node.last_ping, node.down_after, primary.failover_timeout];
        assert_eq!(times, [153, 154, 30_000, 180_000].map(Duration::from_millis));
        assert_eq!((primary.config_epoch, primary.replica_count, primary.other_sentinel_count), (3, 1, 2));
        assert_eq!((primary.quorum, primary.parallel_syncs), (2, 1));
        let error = decode::<Vec<WatchedPrimary>>("*1\r\n%1\r\n+flags\r\n+master\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0].name: expected a value, found nothing");
    }

    #[test]
    fn replicas_of_both_versions() {
        let fields = "$4\r\nname\r\n$14\r\n127.0.0.1:7756\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n$4\r\nport\r\n$4\r\n7756\r\n$5\r\nrunid\r\n$0\r\n\r\n$5\r\nflags\r\n$5\r\nslave\r\n$21\r\nmaster-link-down-time\r\n$4\r\n2000\r\n$18\r\nmaster-link-status\r\n$3\r\nerr\r\n$11\r\nmaster-host\r\n$9\r\n127.0.0.1\r\n$11\r\nmaster-port\r\n$4\r\n7752\r\n$14\r\nslave-priority\r\n$3\r\n100\r\n$17\r\nslave-repl-offset\r\n$5\r\n52072\r\n$17\r\nreplica-announced\r\n$1\r\n1\r\n";
        let replica = decode::<WatchedReplica>(&format!("*24\r\n{fields}")).unwrap();
        assert_eq!(decode::<WatchedReplica>(&format!("%12\r\n{fields}")).as_ref(), Ok(&replica));
        assert_eq!((replica.is_linked, replica.link_down_time), (false, Duration::from_secs(2)));
        assert_eq!((replica.primary_host.as_deref(), replica.primary_port), (Some("127.0.0.1"), 7752));
        assert_eq!((replica.priority, replica.replication_offset, replica.is_announced), (100, 52_072, true));
        assert_eq!(replica.node.run_id, None);
        let error = decode::<WatchedReplica>("*1\r\n+name\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply: expected watched replica, found 1 elements");
    }

    #[test]
    fn sentinels_of_both_versions() {
        let fields = "$4\r\nname\r\n$4\r\nf588\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n$4\r\nport\r\n$4\r\n7757\r\n$5\r\nrunid\r\n$4\r\nf588\r\n$5\r\nflags\r\n$8\r\nsentinel\r\n$18\r\nlast-hello-message\r\n$3\r\n137\r\n$12\r\nvoted-leader\r\n$1\r\n?\r\n$18\r\nvoted-leader-epoch\r\n$1\r\n0\r\n";
        let sentinel = decode::<OtherSentinel>(&format!("*16\r\n{fields}")).unwrap();
        assert_eq!(decode::<OtherSentinel>(&format!("%8\r\n{fields}")).as_ref(), Ok(&sentinel));
        assert_eq!((sentinel.last_hello, sentinel.voted_leader), (Duration::from_millis(137), None));
        let error = decode::<OtherSentinel>(":1\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply: expected sentinel, found integer");
    }
}
