//! CLUSTER INFO, LINKS and BUMPEPOCH.

use alloc::string::String;
use std::time::SystemTime;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::time::Millis;
use crate::replies::{Fields, without_strings};

/// How a cluster fares in the eyes of a node.
///
/// ```
/// use resp_core::replies::ClusterInfo;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"$51\r\ncluster_state:ok\r\ncluster_slots_ok:16384\r\nlater:x\r\n\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let info = ClusterInfo::from_reply(reply).unwrap();
/// assert!(info.is_ok);
/// assert_eq!(info.slots_ok, 16_384);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClusterInfo {
    /// Whether the node takes commands.
    pub is_ok: bool,
    /// Slots that have an owner; 16384 are all.
    pub slots_assigned: u16,
    /// Slots whose owner can be reached.
    pub slots_ok: u16,
    /// Slots whose owner this node does not reach.
    pub slots_suspected: u16,
    /// Slots whose owner most primaries do not reach.
    pub slots_failed: u16,
    /// Nodes that this node knows, itself among them.
    pub known_nodes: u64,
    /// Primaries that own slots.
    pub size: u64,
    /// The greatest epoch seen.
    pub current_epoch: u64,
    /// The configuration epoch of this node, or of its primary.
    pub my_epoch: u64,
    /// Messages sent to other nodes.
    pub messages_sent: u64,
    /// Messages received from other nodes.
    pub messages_received: u64,
    /// Connections to nodes that were given up because too much was waiting to
    /// be sent. Since Redis 7.0.
    pub links_over_limit: u64,
}

/// A connection between two nodes of a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClusterLink {
    /// Who made it.
    pub direction: LinkDirection,
    /// The other node's id.
    pub node_id: String,
    /// When it was made.
    pub created: SystemTime,
    /// Whether the node that was asked waits for it to be readable.
    pub readable: bool,
    /// Whether it waits for it to be writable.
    pub writable: bool,
    /// Bytes of memory set aside for what is to be sent.
    pub send_buffer_allocated: u64,
    /// Bytes of it in use.
    pub send_buffer_used: u64,
}

/// Who made a connection between two nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkDirection {
    /// The node that was asked.
    To,
    /// The other.
    From,
}

/// The configuration epoch of a node, and whether it is a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EpochBump {
    /// It is new.
    Bumped(u64),
    /// The node had it before.
    Still(u64),
}

without_strings!(ClusterInfo, ClusterLink, LinkDirection, EpochBump);

impl FromReply for ClusterInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        const WHAT: &str = "lines of CLUSTER INFO";
        let text = String::from_reply(frame)?;
        let mut info = Self::default();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let (name, value) = line.split_once(':').ok_or_else(|| ConvertError::text(WHAT))?;
            info.set(name, value).ok_or_else(|| ConvertError::text(WHAT))?;
        }
        Ok(info)
    }
}

impl ClusterInfo {
    fn set(&mut self, name: &str, value: &str) -> Option<()> {
        let number = || value.parse::<u64>().ok();
        let slots = || value.parse::<u16>().ok();
        match name {
            "cluster_state" => self.is_ok = value == "ok",
            "cluster_slots_assigned" => self.slots_assigned = slots()?,
            "cluster_slots_ok" => self.slots_ok = slots()?,
            "cluster_slots_pfail" => self.slots_suspected = slots()?,
            "cluster_slots_fail" => self.slots_failed = slots()?,
            "cluster_known_nodes" => self.known_nodes = number()?,
            "cluster_size" => self.size = number()?,
            "cluster_current_epoch" => self.current_epoch = number()?,
            "cluster_my_epoch" => self.my_epoch = number()?,
            "cluster_stats_messages_sent" => self.messages_sent = number()?,
            "cluster_stats_messages_received" => self.messages_received = number()?,
            "total_cluster_links_buffer_limit_exceeded" => self.links_over_limit = number()?,
            _ => {}
        }
        Some(())
    }
}

impl FromReply for ClusterLink {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "cluster link")?;
        let events = fields.required::<String>("events")?;
        Ok(Self {
            direction: fields.required::<LinkDirection>("direction")?,
            node_id: fields.required::<String>("node")?,
            created: fields.required::<Millis<SystemTime>>("create-time")?,
            readable: events.contains('r'),
            writable: events.contains('w'),
            send_buffer_allocated: fields.required::<u64>("send-buffer-allocated")?,
            send_buffer_used: fields.required::<u64>("send-buffer-used")?,
        })
    }
}

impl FromReply for LinkDirection {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match String::from_reply(frame)?.as_str() {
            "to" => Ok(Self::To),
            "from" => Ok(Self::From),
            _ => Err(ConvertError::text("direction of a link")),
        }
    }
}

impl FromReply for EpochBump {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let text = String::from_reply(frame)?;
        let parse = || {
            let (word, epoch) = text.split_once(' ')?;
            match (word, epoch.parse().ok()?) {
                ("BUMPED", epoch) => Some(Self::Bumped(epoch)),
                ("STILL", epoch) => Some(Self::Still(epoch)),
                _ => None,
            }
        };
        parse().ok_or_else(|| ConvertError::text("BUMPED or STILL and an epoch"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::ToString;
    use core::time::Duration;
    use std::time::UNIX_EPOCH;

    #[test]
    fn info_of_both_versions() {
        let text = "cluster_state:fail\r\ncluster_slots_assigned:16384\r\ncluster_slots_ok:16383\r\n\
            cluster_slots_pfail:1\r\ncluster_slots_fail:2\r\ncluster_known_nodes:3\r\ncluster_size:4\r\n\
            cluster_current_epoch:5\r\ncluster_my_epoch:6\r\ncluster_stats_messages_ping_sent:5\r\n\
            cluster_stats_messages_sent:7\r\ncluster_stats_messages_received:8\r\n\
            total_cluster_links_buffer_limit_exceeded:9\r\n";
        let resp2 = decode::<ClusterInfo>(&format!("${}\r\n{text}\r\n", text.len())).unwrap();
        let resp3 = decode::<ClusterInfo>(&format!("={}\r\ntxt:{text}\r\n", text.len() + 4)).unwrap();
        assert_eq!(resp2, resp3);
        assert!(!resp2.is_ok);
        assert_eq!((resp2.slots_assigned, resp2.slots_ok), (16_384, 16_383));
        assert_eq!((resp2.slots_suspected, resp2.slots_failed), (1, 2));
        assert_eq!((resp2.known_nodes, resp2.size, resp2.current_epoch, resp2.my_epoch), (3, 4, 5, 6));
        assert_eq!((resp2.messages_sent, resp2.messages_received, resp2.links_over_limit), (7, 8, 9));
        for wrong in ["$1\r\nx\r\n", "$14\r\ncluster_size:x\r\n"] {
            let error = decode::<ClusterInfo>(wrong).unwrap_err();
            assert_eq!(error.to_string(), "reply: expected lines of CLUSTER INFO, found other text");
        }
    }

    #[test]
    fn links_of_both_versions() {
        let fields = "$9\r\ndirection\r\n$4\r\nfrom\r\n$4\r\nnode\r\n$4\r\nb6a2\r\n$11\r\ncreate-time\r\n:1795285501837\r\n$6\r\nevents\r\n$2\r\nrw\r\n$21\r\nsend-buffer-allocated\r\n:9\r\n$16\r\nsend-buffer-used\r\n:8\r\n";
        let expected = ClusterLink {
            direction: LinkDirection::From,
            node_id: "b6a2".into(),
            created: UNIX_EPOCH + Duration::from_millis(1_795_285_501_837),
            readable: true,
            writable: true,
            send_buffer_allocated: 9,
            send_buffer_used: 8,
        };
        assert_eq!(decode::<ClusterLink>(&format!("*12\r\n{fields}")), Ok(expected.clone()));
        assert_eq!(decode::<ClusterLink>(&format!("%6\r\n{fields}")), Ok(expected));
        let error = decode::<ClusterLink>("%2\r\n+events\r\n+r\r\n+direction\r\n+up\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.direction: expected direction of a link, found other text");
    }

    #[test]
    fn epochs() {
        assert_eq!(decode::<EpochBump>("+BUMPED 2\r\n"), Ok(EpochBump::Bumped(2)));
        assert_eq!(decode::<EpochBump>("+STILL 2\r\n"), Ok(EpochBump::Still(2)));
        for wrong in ["+OK\r\n", "+BUMPED x\r\n", "+BUMPED\r\n"] {
            let error = decode::<EpochBump>(wrong).unwrap_err();
            assert_eq!(error.to_string(), "reply: expected BUMPED or STILL and an epoch, found other text");
        }
    }
}
