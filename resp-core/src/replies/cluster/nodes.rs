//! The lines of CLUSTER NODES and CLUSTER REPLICAS.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{SlotRange, slot_range};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::without_strings;

/// What a node knows of another, or of itself.
///
/// ```
/// use resp_core::replies::{ClusterNode, NodeFlag};
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"$53\r\n07c3 10.0.0.7:6379@16379 master - 0 0 3 connected 5-9\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let node = ClusterNode::from_reply(reply).unwrap();
/// assert_eq!((node.ip.as_str(), node.port), ("10.0.0.7", 6379));
/// assert!(node.has(NodeFlag::Primary));
/// assert_eq!(node.slots, [5..=9]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClusterNode {
    /// Its id, 40 hexadecimal digits.
    pub id: String,
    /// Its IP address; empty if it is not known, which is how a node alone sees itself.
    pub ip: String,
    /// Where it listens for clients; 0 if that is not known.
    pub port: u16,
    /// Where it listens for nodes; `None` before Redis 4.0.
    pub bus_port: Option<u16>,
    /// Its name for clients, if it announces one. Since Redis 7.0.
    pub hostname: Option<String>,
    /// What it is and how it fares.
    pub flags: Vec<NodeFlag>,
    /// Of a replica: the id of its primary, if that is known.
    pub primary_id: Option<String>,
    /// When the ping was sent that it has not answered yet, if there is one.
    pub ping_sent: Option<SystemTime>,
    /// When it last answered a ping.
    pub pong_received: Option<SystemTime>,
    /// Its configuration epoch; of a replica that of its primary.
    pub config_epoch: u64,
    /// Whether it is connected with the node that was asked.
    pub connected: bool,
    /// The slots that it owns.
    pub slots: Vec<SlotRange>,
    /// The slots that it is about to take over, and from which nodes. Nodes say
    /// this of themselves only.
    pub importing: Vec<MovingSlot>,
    /// The slots that it is about to hand over, and to which nodes. Nodes say
    /// this of themselves only.
    pub migrating: Vec<MovingSlot>,
}

/// What a node is or how it fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NodeFlag {
    /// It is the node that was asked.
    Myself,
    /// It is a primary.
    Primary,
    /// It is a replica.
    Replica,
    /// The node that was asked does not reach it.
    Suspected,
    /// Most primaries do not reach it.
    Failed,
    /// It has been greeted and is not trusted yet.
    Handshake,
    /// Its address is not known.
    NoAddress,
    /// It will not take over from its primary.
    NoFailover,
}

/// A slot on its way from or to a node.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MovingSlot {
    /// The slot.
    pub slot: u16,
    /// The other node's id.
    pub node_id: String,
}

/// A marker for a text with a line for each node, which comes as `Vec<ClusterNode>`.
#[derive(Debug)]
pub struct ClusterNodes;

without_strings!(ClusterNode, ClusterNodes);

impl ClusterNode {
    /// Whether it has this flag.
    #[must_use]
    pub fn has(&self, flag: NodeFlag) -> bool {
        self.flags.contains(&flag)
    }

    fn parse(line: &str) -> Option<Self> {
        let mut words = line.split_ascii_whitespace();
        let id = words.next()?.into();
        let (ip, port, bus_port, hostname) = address(words.next()?)?;
        let mut node = Self {
            id,
            ip,
            port,
            bus_port,
            hostname,
            flags: words.next()?.split(',').filter_map(NodeFlag::of).collect(),
            primary_id: words.next().filter(|word| *word != "-").map(String::from),
            ping_sent: millis(words.next()?)?,
            pong_received: millis(words.next()?)?,
            config_epoch: words.next()?.parse().ok()?,
            connected: words.next()? == "connected",
            slots: Vec::new(),
            importing: Vec::new(),
            migrating: Vec::new(),
        };
        words.try_for_each(|word| node.add_slots(word))?;
        Some(node)
    }

    /// `5`, `5-7`, `[5-<-id]` or `[5->-id]`.
    fn add_slots(&mut self, word: &str) -> Option<()> {
        let Some(moving) = word.strip_prefix('[').and_then(|word| word.strip_suffix(']')) else {
            self.slots.push(slot_range(word)?);
            return Some(());
        };
        let (list, (slot, id)) = match moving.split_once("-<-") {
            Some(parts) => (&mut self.importing, parts),
            None => (&mut self.migrating, moving.split_once("->-")?),
        };
        list.push(MovingSlot { slot: slot.parse().ok()?, node_id: id.into() });
        Some(())
    }
}

impl NodeFlag {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "myself" => Self::Myself,
            "master" => Self::Primary,
            "slave" => Self::Replica,
            "fail?" => Self::Suspected,
            "fail" => Self::Failed,
            "handshake" => Self::Handshake,
            "noaddr" => Self::NoAddress,
            "nofailover" => Self::NoFailover,
            _ => return None,
        })
    }
}

/// `ip:port`, `ip:port@bus` or `ip:port@bus,hostname`, where more may follow.
fn address(word: &str) -> Option<(String, u16, Option<u16>, Option<String>)> {
    let mut parts = word.split(',');
    let (ip, ports) = parts.next()?.rsplit_once(':')?;
    let hostname = parts.next().filter(|name| !name.is_empty()).map(String::from);
    let (port, bus_port) = match ports.split_once('@') {
        Some((port, bus_port)) => (port, Some(bus_port.parse().ok()?)),
        None => (ports, None),
    };
    Some((ip.into(), port.parse().ok()?, bus_port, hostname))
}

/// Milliseconds since 1970; 0 is never.
fn millis(word: &str) -> Option<Option<SystemTime>> {
    match word.parse().ok()? {
        0 => Some(None),
        millis => UNIX_EPOCH.checked_add(Duration::from_millis(millis)).map(Some),
    }
}

impl FromReply for ClusterNode {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Self::parse(&String::from_reply(frame)?).ok_or_else(|| ConvertError::text("cluster node"))
    }
}

impl FromReply for ClusterNodes {
    type Out = Vec<ClusterNode>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let text = String::from_reply(frame)?;
        let lines = text.lines().filter(|line| !line.is_empty()).enumerate();
        lines
            .map(|(index, line)| {
                ClusterNode::parse(line).ok_or_else(|| ConvertError::text("cluster node").at_index(index))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::ToString;

    const TWO: &str = "e092572884a2eef3eec082c6b90a2b5d22e89494 127.0.0.1:7751@17751 myself,master - 0 0 2 connected 0-16383\n\
        b6a2ddae6d9f945be2f9e4e7ff63e456f40bd142 127.0.0.1:7753@17753 slave e092572884a2eef3eec082c6b90a2b5d22e89494 0 1795285506053 2 connected\n";

    #[test]
    fn both_versions() {
        let resp2 = decode::<ClusterNodes>(&format!("${}\r\n{TWO}\r\n", TWO.len())).unwrap();
        let resp3 = decode::<ClusterNodes>(&format!("={}\r\ntxt:{TWO}\r\n", TWO.len() + 4)).unwrap();
        assert_eq!(resp2, resp3);
        let [primary, replica] = &resp2[..] else { panic!("{resp2:?}") };
        assert!(primary.has(NodeFlag::Myself) && primary.has(NodeFlag::Primary));
        assert_eq!((primary.slots.as_slice(), primary.primary_id.as_deref()), (&[0..=16383][..], None));
        assert!(replica.has(NodeFlag::Replica) && replica.connected && replica.slots.is_empty());
        assert_eq!(replica.primary_id.as_ref(), Some(&primary.id));
        assert_eq!(replica.pong_received, Some(UNIX_EPOCH + Duration::from_millis(1_795_285_506_053)));
        assert_eq!((replica.port, replica.bus_port, replica.ping_sent), (7753, Some(17753), None));
    }

    #[test]
    fn uncommon_lines() {
        for (line, expected) in [
            ("a :0@0 master,noaddr - 1 1 0 disconnected", ("", 0, None, 0)),
            (
                "a ::1:6379@16379,host,shard-id=5 myself,master - 0 0 0 connected 1 2-3",
                ("::1", 6379, Some("host"), 2),
            ),
            ("a 10.0.0.1:6379 fail?,master,later - 0 0 0 connected", ("10.0.0.1", 6379, None, 0)),
            ("a 10.0.0.1:6379@1, slave - 0 0 0 connected", ("10.0.0.1", 6379, None, 0)),
        ] {
            let node = ClusterNode::parse(line).expect(line);
            assert_eq!(
                (node.ip.as_str(), node.port, node.hostname.as_deref(), node.slots.len()),
                expected,
                "{line}"
            );
        }
        let moving =
            ClusterNode::parse("a :1@2 myself,master - 0 0 0 connected 5 [93-<-b] [77->-c]").unwrap();
        assert_eq!(moving.importing, [MovingSlot { slot: 93, node_id: "b".into() }]);
        assert_eq!(moving.migrating, [MovingSlot { slot: 77, node_id: "c".into() }]);
    }

    #[test]
    fn what_is_no_node() {
        for line in
            ["", "a", "a b", "a x:y@z master - 0 0 0 connected", "a :1@2 master - 0 0 0 connected [5]"]
        {
            assert_eq!(ClusterNode::parse(line), None, "{line}");
        }
        let error = decode::<ClusterNodes>("$5\r\nhello\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0]: expected cluster node, found other text");
        let error = decode::<ClusterNode>(":1\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply: expected cluster node, found other text");
    }
}
