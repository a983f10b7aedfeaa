//! CLUSTER SHARDS.

use alloc::string::String;
use alloc::vec::Vec;

use super::{SlotRange, unless_empty};
use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::replies::{Fields, without_strings};

/// The nodes that serve the same slots: a primary and its replicas.
///
/// ```
/// use resp_core::replies::{ClusterShard, NodeHealth, NodeRole};
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*4\r\n+slots\r\n*2\r\n:0\r\n:99\r\n+nodes\r\n*1\r\n*10\r\n+id\r\n+07c3\r\n+port\r\n:6379\r\n\
///     +role\r\n+master\r\n+replication-offset\r\n:72156\r\n+health\r\n+online\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let shard = ClusterShard::from_reply(reply).unwrap();
/// assert_eq!(shard.slots, [0..=99]);
/// assert_eq!((shard.nodes[0].role, shard.nodes[0].port), (NodeRole::Primary, Some(6379)));
/// assert_eq!(shard.nodes[0].health, NodeHealth::Online);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ClusterShard {
    /// Its id, 40 hexadecimal digits. Valkey says it.
    pub id: Option<String>,
    /// The slots that it serves, in ranges.
    pub slots: Vec<SlotRange>,
    /// Its nodes.
    pub nodes: Vec<ShardNode>,
}

/// A node of a shard.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ShardNode {
    /// Its id, 40 hexadecimal digits.
    pub id: String,
    /// Where clients should reach it, an IP address or a name; `None` is where
    /// this reply came from, and `?` is not known.
    pub endpoint: Option<String>,
    /// Its IP address; `None` if it does not know it.
    pub ip: Option<String>,
    /// Its name, if it announces one.
    pub hostname: Option<String>,
    /// Where it takes connections without TLS, if it does.
    pub port: Option<u16>,
    /// Where it takes connections with TLS, if it does.
    pub tls_port: Option<u16>,
    /// What it is.
    pub role: NodeRole,
    /// How much of the primary's writes it has seen, in bytes.
    pub replication_offset: u64,
    /// Whether it can be asked.
    pub health: NodeHealth,
    /// Where it stands, if it says so. Since Valkey 8.1.
    pub availability_zone: Option<String>,
}

/// What a node of a shard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NodeRole {
    /// It takes writes.
    Primary,
    /// It follows a primary.
    Replica,
}

/// Whether a node can be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NodeHealth {
    /// It can.
    Online,
    /// Not before it has its data.
    Loading,
    /// It cannot.
    Failed,
    /// It says what is not known here.
    Other,
}

without_strings!(ClusterShard, ShardNode, NodeRole, NodeHealth);

impl FromReply for ClusterShard {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "cluster shard")?;
        let slots = fields.required::<Pairs<u16, u16>>("slots")?;
        Ok(Self {
            id: fields.optional::<String>("id")?,
            slots: slots.into_iter().map(|(first, last)| first..=last).collect(),
            nodes: fields.required::<Vec<ShardNode>>("nodes")?,
        })
    }
}

impl FromReply for ShardNode {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "node of a shard")?;
        let text = |name| Ok(fields.optional::<String>(name)?.and_then(unless_empty));
        Ok(Self {
            id: fields.required::<String>("id")?,
            endpoint: text("endpoint")?,
            ip: text("ip")?,
            hostname: text("hostname")?,
            port: fields.optional::<u16>("port")?,
            tls_port: fields.optional::<u16>("tls-port")?,
            role: fields.required::<NodeRole>("role")?,
            replication_offset: fields.required::<u64>("replication-offset")?,
            health: fields.required::<NodeHealth>("health")?,
            availability_zone: text("availability-zone")?,
        })
    }
}

impl FromReply for NodeRole {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match String::from_reply(frame)?.as_str() {
            "master" | "primary" => Ok(Self::Primary),
            "slave" | "replica" => Ok(Self::Replica),
            _ => Err(ConvertError::text("role of a node")),
        }
    }
}

impl FromReply for NodeHealth {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(match String::from_reply(frame)?.as_str() {
            "online" => Self::Online,
            "loading" => Self::Loading,
            "fail" | "failed" => Self::Failed,
            _ => Self::Other,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    const RESP2: &str = "*1\r\n*4\r\n$5\r\nslots\r\n*2\r\n:0\r\n:16383\r\n$5\r\nnodes\r\n*2\r\n*14\r\n$2\r\nid\r\n$4\r\ne092\r\n$4\r\nport\r\n:7751\r\n$2\r\nip\r\n$0\r\n\r\n$8\r\nendpoint\r\n$0\r\n\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$18\r\nreplication-offset\r\n:0\r\n$6\r\nhealth\r\n$6\r\nonline\r\n*14\r\n$2\r\nid\r\n$4\r\nb6a2\r\n$8\r\ntls-port\r\n:7753\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n$8\r\nendpoint\r\n$-1\r\n$4\r\nrole\r\n$7\r\nreplica\r\n$18\r\nreplication-offset\r\n:0\r\n$6\r\nhealth\r\n$7\r\nloading\r\n";
    const RESP3: &str = "*1\r\n%2\r\n$5\r\nslots\r\n*2\r\n:0\r\n:16383\r\n$5\r\nnodes\r\n*2\r\n%7\r\n$2\r\nid\r\n$4\r\ne092\r\n$4\r\nport\r\n:7751\r\n$2\r\nip\r\n$0\r\n\r\n$8\r\nendpoint\r\n$0\r\n\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$18\r\nreplication-offset\r\n:0\r\n$6\r\nhealth\r\n$6\r\nonline\r\n%7\r\n$2\r\nid\r\n$4\r\nb6a2\r\n$8\r\ntls-port\r\n:7753\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n$8\r\nendpoint\r\n_\r\n$4\r\nrole\r\n$7\r\nreplica\r\n$18\r\nreplication-offset\r\n:0\r\n$6\r\nhealth\r\n$7\r\nloading\r\n";

    #[test]
    fn both_versions() {
        let shards = decode::<Vec<ClusterShard>>(RESP2).unwrap();
        assert_eq!(decode::<Vec<ClusterShard>>(RESP3).unwrap(), shards);
        let [shard] = &shards[..] else { panic!("{shards:?}") };
        assert_eq!((&shard.id, shard.slots.as_slice()), (&None, &[0..=16383][..]));
        let [primary, replica] = &shard.nodes[..] else { panic!("{shard:?}") };
        assert_eq!((primary.role, primary.port, &primary.endpoint), (NodeRole::Primary, Some(7751), &None));
        assert_eq!((replica.role, replica.tls_port, replica.port), (NodeRole::Replica, Some(7753), None));
        assert_eq!((replica.ip.as_deref(), replica.health), (Some("127.0.0.1"), NodeHealth::Loading));
    }

    #[test]
    fn the_way_to_what_is_wrong() {
        let error = decode::<Vec<ClusterShard>>("*1\r\n*2\r\n+slots\r\n*1\r\n:0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0].slots: expected pairs, found 1 elements");
        let error =
            decode::<ClusterShard>("*4\r\n+slots\r\n*0\r\n+nodes\r\n*1\r\n*2\r\n+id\r\n:1\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.nodes[0].role: expected a value, found nothing");
    }
}
