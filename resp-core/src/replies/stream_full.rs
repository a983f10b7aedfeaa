//! What XINFO STREAM FULL tells.

use alloc::vec::Vec;
use std::time::SystemTime;

use bytes::Bytes;

use super::elements::Elements;
use super::stream_id::StreamId;
use super::stream_info::StreamDetails;
use super::streams::StreamEntry;
use super::time::Millis;
use super::{Fields, with_strings, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What the server knows of a stream, by XINFO STREAM FULL.
///
/// ```
/// use resp_core::replies::FullStreamInfo;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XINFO").arg("STREAM").arg("s").arg("FULL").returning::<FullStreamInfo>();
/// let mut decoder = Decoder::new();
/// let reply =
///     b"%4\r\n+length\r\n:0\r\n+last-generated-id\r\n+0-0\r\n+entries\r\n*0\r\n+groups\r\n*0\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap().groups, []);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullStreamInfo<S = Bytes> {
    /// How many entries there are.
    pub length: u64,
    /// The first entries.
    pub entries: Vec<StreamEntry<S>>,
    /// The first consumer groups.
    pub groups: Vec<FullGroupInfo<S>>,
    /// The highest id that was ever given.
    pub last_generated_id: StreamId,
    /// What later servers and their memory know of it.
    pub details: StreamDetails,
}

with_strings!(FullStreamInfo);

impl<S: FromReply> FromReply for FullStreamInfo<S> {
    type Out = FullStreamInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "stream information")?;
        Ok(FullStreamInfo {
            length: fields.required::<u64>("length")?,
            entries: fields.required::<Vec<StreamEntry<S>>>("entries")?,
            groups: fields.required::<Vec<FullGroupInfo<S>>>("groups")?,
            last_generated_id: fields.required::<StreamId>("last-generated-id")?,
            details: StreamDetails::of(fields)?,
        })
    }
}

/// A consumer group with what is pending in it, by XINFO STREAM FULL; a part of
/// [`FullStreamInfo`].
///
/// ```
/// use resp_core::replies::FullGroupInfo;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let reply = b"%5\r\n+name\r\n+g\r\n+last-delivered-id\r\n+2-1\r\n+pel-count\r\n:0\r\n\
///     +pending\r\n*0\r\n+consumers\r\n*0\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let group = cmd::raw("X").returning::<FullGroupInfo>().text().decode(reply).unwrap();
/// assert_eq!((&*group.name, group.pending_count), ("g", 0));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullGroupInfo<S = Bytes> {
    /// Its name.
    pub name: S,
    /// The last id that was delivered to any of its consumers.
    pub last_delivered_id: StreamId,
    /// How many entries it has read; `None` if the server cannot tell. Since 7.0.
    pub entries_read: Option<u64>,
    /// How many entries are still to come; `None` if the server cannot tell. Since 7.0.
    pub lag: Option<u64>,
    /// How many entries are pending.
    pub pending_count: u64,
    /// The first pending entries, and the consumer that each is pending for.
    pub pending: Vec<(S, PendingDelivery)>,
    /// Its consumers.
    pub consumers: Vec<FullConsumerInfo<S>>,
}

with_strings!(FullGroupInfo);

impl<S: FromReply> FromReply for FullGroupInfo<S> {
    type Out = FullGroupInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "consumer group")?;
        Ok(FullGroupInfo {
            name: fields.required::<S>("name")?,
            last_delivered_id: fields.required::<StreamId>("last-delivered-id")?,
            entries_read: fields.optional::<u64>("entries-read")?,
            lag: fields.optional::<u64>("lag")?,
            pending_count: fields.required::<u64>("pel-count")?,
            pending: fields.required::<Vec<OfConsumer<S>>>("pending")?,
            consumers: fields.required::<Vec<FullConsumerInfo<S>>>("consumers")?,
        })
    }
}

/// A consumer with what is pending for it, by XINFO STREAM FULL; a part of
/// [`FullGroupInfo`].
///
/// ```
/// use resp_core::replies::FullConsumerInfo;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let reply = b"%4\r\n+name\r\n+ada\r\n+seen-time\r\n:1795285534131\r\n+pel-count\r\n:0\r\n\
///     +pending\r\n*0\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let consumer = cmd::raw("X").returning::<FullConsumerInfo>().text().decode(reply).unwrap();
/// assert_eq!(consumer.name, "ada");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FullConsumerInfo<S = Bytes> {
    /// Its name.
    pub name: S,
    /// When it last tried to read or claim.
    pub seen: SystemTime,
    /// When it last got an entry; `None` if it never did, or the server is
    /// older than 7.2 and does not tell.
    pub active: Option<SystemTime>,
    /// How many entries are pending for it.
    pub pending_count: u64,
    /// The first of them.
    pub pending: Vec<PendingDelivery>,
}

with_strings!(FullConsumerInfo);

impl<S: FromReply> FromReply for FullConsumerInfo<S> {
    type Out = FullConsumerInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "consumer")?;
        Ok(FullConsumerInfo {
            name: fields.required::<S>("name")?,
            seen: fields.required::<Millis<SystemTime>>("seen-time")?,
            active: match fields.optional::<i64>("active-time")? {
                Some(0..) => fields.optional::<Millis<SystemTime>>("active-time")?,
                _ => None,
            },
            pending_count: fields.required::<u64>("pel-count")?,
            pending: fields.required::<Vec<PendingDelivery>>("pending")?,
        })
    }
}

/// The last delivery of a pending entry; a part of [`FullStreamInfo`].
///
/// ```
/// use resp_core::replies::PendingDelivery;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*3\r\n+1-1\r\n:1500\r\n:2\r\n")? else { panic!() };
/// let pending = cmd::raw("X").returning::<PendingDelivery>().decode(reply).unwrap();
/// assert_eq!(pending.deliveries, 2);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PendingDelivery {
    /// The id of the entry.
    pub id: StreamId,
    /// When it was delivered last.
    pub delivered: SystemTime,
    /// How often it was delivered.
    pub deliveries: u64,
}

without_strings!(PendingDelivery);

impl FromReply for PendingDelivery {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let mut parts = Elements::at_least(3, frame, "pending entry")?;
        Ok(Self {
            id: parts.required::<StreamId>()?,
            delivered: parts.required::<Millis<SystemTime>>()?,
            deliveries: parts.required::<u64>()?,
        })
    }
}

/// The same with the consumer's name behind the id.
struct OfConsumer<S>(S);

impl<S: FromReply> FromReply for OfConsumer<S> {
    type Out = (S::Out, PendingDelivery);

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut parts = Elements::at_least(4, frame, "pending entry")?;
        let id = parts.required::<StreamId>()?;
        let consumer = parts.required::<S>()?;
        let (delivered, deliveries) = (parts.required::<Millis<SystemTime>>()?, parts.required::<u64>()?);
        Ok((consumer, PendingDelivery { id, delivered, deliveries }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::stream_info::tests::{COMMON, ENTRY, both};
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::{String, ToString};
    use core::time::Duration;

    #[test]
    fn a_stream_in_full() {
        let [consumer2, consumer3] = both(
            "$4|name|$1|c|\n$9|seen-time|:1795286253510|\n$11|active-time|:-1|\n$9|pel-count|:1|\n\
             $7|pending|*1|*3|$3|1-1|:1795286253000|:2|\n",
        );
        for (consumer, map) in [(consumer2, 0), (consumer3, 1)] {
            let consumer = consumer.replace("\r\n", "|");
            let group = both(&format!(
                "$4|name|$1|g|\n$17|last-delivered-id|$3|1-1|\n$12|entries-read|:1|\n$3|lag|$-1|\n$9|pel-count|:1|\n\
                 $7|pending|*1|*4|$3|1-1|$1|c|:1795286253000|:2|\n$9|consumers|*1|{consumer}\n"
            ))[map]
                .replace("\r\n", "|");
            let wire = &both(&format!("{COMMON}$7|entries|*1|{ENTRY}\n$6|groups|*1|{group}\n"))[map];
            let info = decode::<FullStreamInfo<String>>(wire).unwrap();
            assert_eq!((info.entries.len(), info.details.entries_added), (1, Some(3)));
            let group = &info.groups[0];
            assert_eq!((&*group.name, group.entries_read, group.lag), ("g", Some(1), None));
            let time = |millis| SystemTime::UNIX_EPOCH + Duration::from_millis(millis);
            let delivery = PendingDelivery {
                id: StreamId::new(1, 1),
                delivered: time(1_795_286_253_000),
                deliveries: 2,
            };
            assert_eq!(group.pending, [("c".to_string(), delivery)]);
            let consumer = &group.consumers[0];
            assert_eq!((consumer.seen, consumer.active), (time(1_795_286_253_510), None));
            assert_eq!((&consumer.pending[..], consumer.pending_count), (&[delivery][..], 1));
        }
        let wire = "%4\r\n+length\r\n:0\r\n+last-generated-id\r\n+0-0\r\n+entries\r\n:1\r\n+groups\r\n*0\r\n";
        let error = decode::<FullStreamInfo>(wire).unwrap_err().to_string();
        assert_eq!(error, "reply.entries: expected array, found integer");
    }
}
