//! CLUSTER SLOTS and CLUSTER SLOT-STATS.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use super::{SlotRange, unless_empty};
use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::time::Micros;
use crate::replies::{Fields, without_strings};

/// A range of slots and the nodes that serve it.
///
/// ```
/// use resp_core::replies::ServedSlots;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*3\r\n:0\r\n:99\r\n*4\r\n$8\r\n10.0.0.7\r\n:6379\r\n$4\r\n07c3\r\n*0\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let served = ServedSlots::from_reply(reply).unwrap();
/// assert_eq!((served.slots, served.primary.port), (0..=99, 6379));
/// assert_eq!(served.replicas, []);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ServedSlots {
    /// The slots, both ends included.
    pub slots: SlotRange,
    /// The node that owns them.
    pub primary: SlotNode,
    /// The nodes that follow it.
    pub replicas: Vec<SlotNode>,
}

/// A node that serves slots.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlotNode {
    /// Where clients should reach it, an IP address or a name; `None` is where
    /// this reply came from, and `?` is not known.
    pub endpoint: Option<String>,
    /// Where it listens for clients.
    pub port: u16,
    /// Its id, 40 hexadecimal digits; `None` before Redis 4.0.
    pub id: Option<String>,
    /// Its other addresses by kind: `ip`, `hostname`. Since Redis 7.0.
    pub addresses: Vec<(String, String)>,
}

/// How much a slot is used on the node that was asked.
///
/// All but the keys are counted only where `cluster-slot-stats-enabled` says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlotStats {
    /// Keys in it.
    pub key_count: u64,
    /// Processor time that its commands took.
    pub cpu_time: Option<Duration>,
    /// Bytes of commands that came in.
    pub bytes_in: Option<u64>,
    /// Bytes of replies that went out.
    pub bytes_out: Option<u64>,
}

without_strings!(ServedSlots, SlotNode, SlotStats);

impl FromReply for ServedSlots {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        const WHAT: &str = "slots and their nodes";
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind(WHAT, frame));
        }
        let mut parts = frame.children().enumerate();
        let mut part = || parts.next().ok_or_else(|| ConvertError::len(WHAT, frame.len()));
        let slot = |(index, part)| u16::from_reply(part).map_err(|error| error.at_index(index));
        let node = |(index, part)| SlotNode::from_reply(part).map_err(|error| error.at_index(index));
        let (first, last, primary) = (slot(part()?)?, slot(part()?)?, node(part()?)?);
        Ok(Self { slots: first..=last, primary, replicas: parts.map(node).collect::<Result<_, _>>()? })
    }
}

impl FromReply for SlotNode {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        const WHAT: &str = "node of slots";
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind(WHAT, frame));
        }
        let mut parts = frame.children();
        let mut part = || parts.next().ok_or_else(|| ConvertError::len(WHAT, frame.len()));
        let endpoint = Option::<String>::from_reply(part()?).map_err(|error| error.at_index(0))?;
        let port = u16::from_reply(part()?).map_err(|error| error.at_index(1))?;
        let id = parts.next().map(String::from_reply).transpose().map_err(|error| error.at_index(2))?;
        let addresses = parts.next().map(Pairs::<String, String>::from_reply).transpose();
        Ok(Self {
            endpoint: endpoint.and_then(unless_empty),
            port,
            id,
            addresses: addresses.map_err(|error| error.at_index(3))?.unwrap_or_default(),
        })
    }
}

impl FromReply for SlotStats {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "figures of a slot")?;
        Ok(Self {
            key_count: fields.required::<u64>("key-count")?,
            cpu_time: fields.optional::<Micros>("cpu-usec")?,
            bytes_in: fields.optional::<u64>("network-bytes-in")?,
            bytes_out: fields.optional::<u64>("network-bytes-out")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;
    use alloc::vec;

    #[test]
    fn slots_of_both_versions() {
        let resp2 = "*1\r\n*4\r\n:0\r\n:16383\r\n*4\r\n$-1\r\n:7751\r\n$4\r\ne092\r\n*2\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n*4\r\n$0\r\n\r\n:7753\r\n$4\r\nb6a2\r\n*0\r\n";
        let resp3 = "*1\r\n*4\r\n:0\r\n:16383\r\n*4\r\n_\r\n:7751\r\n$4\r\ne092\r\n%1\r\n$2\r\nip\r\n$9\r\n127.0.0.1\r\n*4\r\n$0\r\n\r\n:7753\r\n$4\r\nb6a2\r\n%0\r\n";
        let ranges = decode::<Vec<ServedSlots>>(resp2).unwrap();
        assert_eq!(decode::<Vec<ServedSlots>>(resp3).unwrap(), ranges);
        let [range] = &ranges[..] else { panic!("{ranges:?}") };
        assert_eq!(
            (range.slots.clone(), range.primary.port, &range.primary.endpoint),
            (0..=16383, 7751, &None)
        );
        assert_eq!(range.primary.addresses, [("ip".into(), "127.0.0.1".into())]);
        let replica = SlotNode { endpoint: None, port: 7753, id: Some("b6a2".into()), addresses: vec![] };
        assert_eq!(range.replicas, [replica]);
        let old = decode::<ServedSlots>("*3\r\n:0\r\n:9\r\n*2\r\n+10.0.0.1\r\n:6379\r\n").unwrap();
        assert_eq!((old.primary.id, old.primary.endpoint.as_deref()), (None, Some("10.0.0.1")));
    }

    #[test]
    fn slots_that_are_wrong() {
        for (wire, expected) in [
            ("*2\r\n:0\r\n:9\r\n", "reply: expected slots and their nodes, found 2 elements"),
            ("*3\r\n:0\r\n:9\r\n*1\r\n+a\r\n", "reply[2]: expected node of slots, found 1 elements"),
            ("*3\r\n:0\r\n:70000\r\n*0\r\n", "reply[1]: expected integer within u16, found other text"),
            ("+OK\r\n", "reply: expected slots and their nodes, found simple string"),
        ] {
            assert_eq!(decode::<ServedSlots>(wire).unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn figures_of_both_versions() {
        let resp2 = "*1\r\n*2\r\n:7\r\n*8\r\n$9\r\nkey-count\r\n:1\r\n$8\r\ncpu-usec\r\n:2000\r\n$16\r\nnetwork-bytes-in\r\n:3\r\n$17\r\nnetwork-bytes-out\r\n:4\r\n";
        let resp3 = "*1\r\n*2\r\n:7\r\n%4\r\n$9\r\nkey-count\r\n:1\r\n$8\r\ncpu-usec\r\n:2000\r\n$16\r\nnetwork-bytes-in\r\n:3\r\n$17\r\nnetwork-bytes-out\r\n:4\r\n";
        let cpu_time = Some(Duration::from_millis(2));
        let expected = SlotStats { key_count: 1, cpu_time, bytes_in: Some(3), bytes_out: Some(4) };
        for wire in [resp2, resp3] {
            assert_eq!(decode::<Pairs<u16, SlotStats>>(wire).unwrap(), [(7, expected)]);
        }
        let keys_only = decode::<SlotStats>("%1\r\n+key-count\r\n:5\r\n").unwrap();
        assert_eq!((keys_only.key_count, keys_only.cpu_time), (5, None));
        let error = decode::<SlotStats>("%0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.key-count: expected a value, found nothing");
    }
}
