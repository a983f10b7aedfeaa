//! What XINFO tells of streams, groups and consumers, but for its FULL form.

use core::time::Duration;

use bytes::Bytes;

use super::stream_id::StreamId;
use super::streams::StreamEntry;
use super::time::Millis;
use super::{Fields, with_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What the server knows of a stream, by XINFO STREAM.
///
/// ```
/// use resp_core::replies::{StreamId, StreamInfo};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XINFO").arg("STREAM").arg("s").returning::<StreamInfo>();
/// let mut decoder = Decoder::new();
/// let reply = b"%3\r\n+length\r\n:2\r\n+last-generated-id\r\n+3-1\r\n+groups\r\n:1\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let info = command.decode(reply).unwrap();
/// assert_eq!((info.length, info.last_generated_id), (2, StreamId::new(3, 1)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamInfo<S = Bytes> {
    /// How many entries there are.
    pub length: u64,
    /// How many consumer groups there are.
    pub groups: u64,
    /// The first entry.
    pub first_entry: Option<StreamEntry<S>>,
    /// The last entry.
    pub last_entry: Option<StreamEntry<S>>,
    /// The highest id that was ever given.
    pub last_generated_id: StreamId,
    /// What later servers and their memory know of it.
    pub details: StreamDetails,
}

with_strings!(StreamInfo);

impl<S: FromReply> FromReply for StreamInfo<S> {
    type Out = StreamInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "stream information")?;
        Ok(StreamInfo {
            length: fields.required::<u64>("length")?,
            groups: fields.required::<u64>("groups")?,
            first_entry: fields.optional::<StreamEntry<S>>("first-entry")?,
            last_entry: fields.optional::<StreamEntry<S>>("last-entry")?,
            last_generated_id: fields.required::<StreamId>("last-generated-id")?,
            details: StreamDetails::of(fields)?,
        })
    }
}

/// What not every server tells of a stream; a part of [`StreamInfo`] and
/// [`FullStreamInfo`](super::FullStreamInfo).
///
/// ```
/// use resp_core::replies::StreamDetails;
///
/// assert_eq!(StreamDetails::default().entries_added, None);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamDetails {
    /// How many entries were ever added. Since 7.0.
    pub entries_added: Option<u64>,
    /// The highest id of an entry that was removed; 0-0 if none was. Since 7.0.
    pub max_deleted_entry_id: Option<StreamId>,
    /// The id of the first entry; 0-0 if there is none. Since 7.0.
    pub recorded_first_entry_id: Option<StreamId>,
    /// Keys of the tree that holds the stream.
    pub radix_tree_keys: Option<u64>,
    /// Nodes of the tree that holds the stream.
    pub radix_tree_nodes: Option<u64>,
    /// How long what a producer added is remembered, to the second. Since 8.6.
    pub idmp_duration: Option<Duration>,
    /// How many additions of each producer are remembered. Since 8.6.
    pub idmp_maxsize: Option<u64>,
    /// How many producers are remembered. Since 8.6.
    pub pids_tracked: Option<u64>,
    /// How many additions are remembered. Since 8.6.
    pub iids_tracked: Option<u64>,
    /// How many additions of producers there were. Since 8.6.
    pub iids_added: Option<u64>,
    /// How many additions were repeats. Since 8.6.
    pub iids_duplicates: Option<u64>,
}

impl StreamDetails {
    pub(super) fn of(fields: Fields<'_>) -> Result<Self, ConvertError> {
        Ok(Self {
            entries_added: fields.optional::<u64>("entries-added")?,
            max_deleted_entry_id: fields.optional::<StreamId>("max-deleted-entry-id")?,
            recorded_first_entry_id: fields.optional::<StreamId>("recorded-first-entry-id")?,
            radix_tree_keys: fields.optional::<u64>("radix-tree-keys")?,
            radix_tree_nodes: fields.optional::<u64>("radix-tree-nodes")?,
            idmp_duration: fields.optional::<u64>("idmp-duration")?.map(Duration::from_secs),
            idmp_maxsize: fields.optional::<u64>("idmp-maxsize")?,
            pids_tracked: fields.optional::<u64>("pids-tracked")?,
            iids_tracked: fields.optional::<u64>("iids-tracked")?,
            iids_added: fields.optional::<u64>("iids-added")?,
            iids_duplicates: fields.optional::<u64>("iids-duplicates")?,
        })
    }
}

/// A consumer group, by XINFO GROUPS.
///
/// ```
/// use resp_core::replies::GroupInfo;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XINFO").arg("GROUPS").arg("s").returning::<Vec<GroupInfo>>().text();
/// let mut decoder = Decoder::new();
/// let reply = b"*1\r\n%5\r\n+name\r\n+g\r\n+consumers\r\n:1\r\n+pending\r\n:2\r\n\
///     +last-delivered-id\r\n+2-1\r\n+lag\r\n:5\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let groups = command.decode(reply).unwrap();
/// assert_eq!((&*groups[0].name, groups[0].lag), ("g", Some(5)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GroupInfo<S = Bytes> {
    /// Its name.
    pub name: S,
    /// How many consumers it has.
    pub consumers: u64,
    /// How many entries are pending.
    pub pending: u64,
    /// The last id that was delivered to any of its consumers.
    pub last_delivered_id: StreamId,
    /// How many entries it has read; `None` if the server cannot tell. Since 7.0.
    pub entries_read: Option<u64>,
    /// How many entries are still to come; `None` if the server cannot tell. Since 7.0.
    pub lag: Option<u64>,
}

with_strings!(GroupInfo);

impl<S: FromReply> FromReply for GroupInfo<S> {
    type Out = GroupInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "consumer group")?;
        Ok(GroupInfo {
            name: fields.required::<S>("name")?,
            consumers: fields.required::<u64>("consumers")?,
            pending: fields.required::<u64>("pending")?,
            last_delivered_id: fields.required::<StreamId>("last-delivered-id")?,
            entries_read: fields.optional::<u64>("entries-read")?,
            lag: fields.optional::<u64>("lag")?,
        })
    }
}

/// A consumer, by XINFO CONSUMERS.
///
/// ```
/// use resp_core::replies::ConsumerInfo;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XINFO").arg("CONSUMERS").returning::<Vec<ConsumerInfo>>().text();
/// let mut decoder = Decoder::new();
/// let reply = b"*1\r\n%3\r\n+name\r\n+ada\r\n+pending\r\n:2\r\n+idle\r\n:2105\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let consumers = command.decode(reply).unwrap();
/// assert_eq!((&*consumers[0].name, consumers[0].idle.as_millis()), ("ada", 2105));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConsumerInfo<S = Bytes> {
    /// Its name.
    pub name: S,
    /// How many entries are pending for it.
    pub pending: u64,
    /// How long ago it last tried to read or claim.
    pub idle: Duration,
    /// How long ago it last got an entry; `None` if it never did, or the server
    /// is older than 7.2 and does not tell.
    pub inactive: Option<Duration>,
}

with_strings!(ConsumerInfo);

impl<S: FromReply> FromReply for ConsumerInfo<S> {
    type Out = ConsumerInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "consumer")?;
        let inactive = fields.optional::<i64>("inactive")?;
        Ok(ConsumerInfo {
            name: fields.required::<S>("name")?,
            pending: fields.required::<u64>("pending")?,
            idle: fields.required::<Millis<Duration>>("idle")?,
            inactive: inactive.and_then(|millis| u64::try_from(millis).ok()).map(Duration::from_millis),
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;

    /// Both versions of a map: `fields` has a space after each name and value.
    pub(in crate::replies) fn both(fields: &str) -> [String; 2] {
        let count = fields.matches('\n').count();
        let body: String = fields.lines().collect::<Vec<_>>().concat().replace('|', "\r\n");
        [format!("*{}\r\n{body}", count * 2), format!("%{count}\r\n{body}")]
    }

    pub(in crate::replies) const ENTRY: &str = "*2|$3|1-1|*2|$1|f|$1|v|";

    pub(in crate::replies) const COMMON: &str = "$6|length|:2|
$15|radix-tree-keys|:1|
$16|radix-tree-nodes|:2|
$17|last-generated-id|$3|3-1|
$20|max-deleted-entry-id|$3|2-1|
$13|entries-added|:3|
$23|recorded-first-entry-id|$3|1-1|
";

    #[test]
    fn a_stream() {
        let fields = format!("{COMMON}$6|groups|:1|\n$11|first-entry|{ENTRY}\n$10|last-entry|$-1|\n");
        for wire in both(&fields) {
            let info = decode::<StreamInfo<String>>(&wire).unwrap();
            assert_eq!((info.length, info.groups), (2, 1));
            assert_eq!(info.last_generated_id, StreamId::new(3, 1));
            assert_eq!(info.first_entry.unwrap().get("f").unwrap(), "v");
            assert_eq!(info.last_entry, None);
            let expected = StreamDetails {
                entries_added: Some(3),
                max_deleted_entry_id: Some(StreamId::new(2, 1)),
                recorded_first_entry_id: Some(StreamId::new(1, 1)),
                radix_tree_keys: Some(1),
                radix_tree_nodes: Some(2),
                ..StreamDetails::default()
            };
            assert_eq!(info.details, expected);
        }
        let later =
            format!("{COMMON}$6|groups|:1|\n$13|idmp-duration|:100|\n$15|iids-duplicates|:7|\n$3|new|:1|\n");
        for wire in both(&later) {
            let details = decode::<StreamInfo>(&wire).unwrap().details;
            assert_eq!(details.idmp_duration, Some(Duration::from_secs(100)));
            assert_eq!((details.iids_duplicates, details.pids_tracked), (Some(7), None));
        }
        let error = |wire| decode::<StreamInfo>(wire).unwrap_err().to_string();
        assert_eq!(error("+OK\r\n"), "reply: expected stream information, found simple string");
        assert_eq!(error("%0\r\n"), "reply.length: expected a value, found nothing");
    }

    #[test]
    fn groups() {
        let fields = "$4|name|$1|g|\n$9|consumers|:1|\n$7|pending|:2|\n$17|last-delivered-id|$3|2-1|\n";
        for wire in both(&format!("{fields}$12|entries-read|:2|\n$3|lag|$-1|\n")) {
            let group = decode::<GroupInfo<String>>(&wire).unwrap();
            assert_eq!((&*group.name, group.consumers, group.pending), ("g", 1, 2));
            assert_eq!(group.last_delivered_id, StreamId::new(2, 1));
            assert_eq!((group.entries_read, group.lag), (Some(2), None));
        }
        let error = decode::<GroupInfo>("*1\r\n+name\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected consumer group, found 1 elements");
    }

    #[test]
    fn consumers() {
        let fields = "$4|name|$1|c|\n$7|pending|:1|\n$4|idle|:1510|\n";
        for (later, inactive) in [("", None), ("$8|inactive|:-1|\n", None), ("$8|inactive|:20|\n", Some(20))]
        {
            for wire in both(&format!("{fields}{later}")) {
                let consumer = decode::<ConsumerInfo<String>>(&wire).unwrap();
                assert_eq!((&*consumer.name, consumer.pending), ("c", 1));
                assert_eq!(consumer.idle, Duration::from_millis(1510));
                assert_eq!(consumer.inactive, inactive.map(Duration::from_millis));
            }
        }
        let error = decode::<ConsumerInfo>("%1\r\n+name\r\n+c\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply.pending: expected a value, found nothing");
    }
}
