//! Entries of streams, what is pending, and what became of entries.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::time::Duration;

use bytes::Bytes;

use super::elements::Elements;
use super::stream_id::StreamId;
use super::{Millis, with_strings, without_strings};
use crate::convert::{ConvertError, FromReply, HasStrings, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;

/// An entry of a stream.
///
/// ```
/// use resp_core::replies::StreamEntry;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XRANGE").arg("s").arg("-").arg("+").returning::<Vec<StreamEntry>>();
/// let mut decoder = Decoder::new();
/// let reply = b"*1\r\n*2\r\n$3\r\n5-1\r\n*2\r\n$5\r\ntotal\r\n$2\r\n17\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let entries = command.text().decode(reply).unwrap();
/// assert_eq!(entries[0].id.ms, 5);
/// assert_eq!(entries[0].get("total").map(String::as_str), Some("17"));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StreamEntry<S = Bytes, V = S> {
    /// Its id.
    pub id: StreamId,
    /// Its fields and values in the order they were added in, repeats kept.
    /// None if the entry was pending and is no longer in the stream.
    pub fields: Vec<(S, V)>,
    /// How it was delivered before; only XREADGROUP with `claim` tells.
    pub delivery: Option<Delivery>,
}

impl<S: AsRef<[u8]>, V> StreamEntry<S, V> {
    /// The value of the first field of this name.
    #[must_use]
    pub fn get(&self, field: impl AsRef<[u8]>) -> Option<&V> {
        let field = field.as_ref();
        self.fields.iter().find(|(name, _)| name.as_ref() == field).map(|(_, value)| value)
    }
}

impl<S, V> StreamEntry<S, V> {
    /// Whether it is no longer in the stream, though still pending: no entry is
    /// added without a field.
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        self.fields.is_empty()
    }
}

impl<S: FromReply, V: FromReply> FromReply for StreamEntry<S, V> {
    type Out = StreamEntry<S::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut parts = Elements::at_least(2, frame, "stream entry")?;
        let id = parts.required::<StreamId>()?;
        let fields = parts.required::<Pairs<S, V>>()?;
        let delivery = match parts.left() {
            0 | 1 => None,
            _ => Some(Delivery {
                idle: parts.required::<Millis<Duration>>()?,
                count: parts.required::<u64>()?,
            }),
        };
        Ok(StreamEntry { id, fields, delivery })
    }
}

/// Fields stay text where the values are read as another type.
impl<S: HasStrings, V: HasStrings> HasStrings for StreamEntry<S, V> {
    type Text = StreamEntry<S::Text, V::Text>;
    type Lossy = StreamEntry<S::Lossy, V::Lossy>;
    type With<T> = StreamEntry<S, V::With<T>>;
}

/// How an entry was delivered before it was claimed.
///
/// ```
/// use resp_core::replies::StreamEntry;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let reply = b"*4\r\n$3\r\n5-1\r\n*2\r\n+f\r\n+v\r\n:1500\r\n:2\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let entry = cmd::raw("X").returning::<StreamEntry>().decode(reply).unwrap();
/// let delivery = entry.delivery.unwrap();
/// assert_eq!((delivery.idle.as_millis(), delivery.count), (1500, 2));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivery {
    /// How long ago; zero if it was not before.
    pub idle: Duration,
    /// How often; zero if it was not before.
    pub count: u64,
}

/// A marker for a list without its nulls, which servers before 7.0 put where an
/// entry was removed from the stream. It comes as a `Vec`.
///
/// ```
/// use resp_core::replies::{Claimed, StreamEntry};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*1\r\n*-1\r\n")? else { panic!() };
/// let command = cmd::raw("XCLAIM").returning::<Claimed<StreamEntry>>();
/// assert_eq!(command.decode(reply).unwrap(), []);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Claimed<T>(PhantomData<fn() -> T>);

impl<T: FromReply> FromReply for Claimed<T> {
    type Out = Vec<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("array", frame));
        }
        let present = frame.children().enumerate().filter(|(_, child)| !child.is_null());
        present.map(|(index, child)| T::from_reply(child).map_err(|error| error.at_index(index))).collect()
    }
}

impl<T: HasStrings> HasStrings for Claimed<T> {
    type Text = Claimed<T::Text>;
    type Lossy = Claimed<T::Lossy>;
    type With<U> = Claimed<T::With<U>>;
}

/// What XAUTOCLAIM claimed: entries, or their ids.
///
/// ```
/// use resp_core::replies::{AutoClaim, StreamId};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XAUTOCLAIM").returning::<AutoClaim<StreamId>>();
/// let mut decoder = Decoder::new();
/// let reply = b"*3\r\n$3\r\n7-0\r\n*1\r\n$3\r\n5-1\r\n*0\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let page = command.decode(reply).unwrap();
/// assert_eq!(page.next, Some(StreamId::new(7, 0)));
/// assert_eq!(page.claimed, [StreamId::new(5, 1)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AutoClaim<T = StreamEntry> {
    /// Where the next call is to start; `None` if all that is pending was looked at.
    pub next: Option<StreamId>,
    /// What belongs to the consumer now.
    pub claimed: Vec<T>,
    /// What is no longer pending because it was removed from the stream; servers
    /// tell since 7.0.
    pub deleted: Vec<StreamId>,
}

with_strings!(AutoClaim);

impl<T: FromReply> FromReply for AutoClaim<T> {
    type Out = AutoClaim<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut parts = Elements::at_least(2, frame, "claimed entries")?;
        let next = parts.required::<StreamId>()?;
        let claimed = parts.required::<Claimed<T>>()?;
        let deleted = if parts.left() > 0 { parts.required::<Vec<StreamId>>()? } else { Vec::new() };
        Ok(AutoClaim { next: (next != StreamId::MIN).then_some(next), claimed, deleted })
    }
}

/// How much is pending in a group.
///
/// ```
/// use resp_core::replies::{PendingSummary, StreamId};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XPENDING").arg("s").arg("g").returning::<PendingSummary>().text();
/// let mut decoder = Decoder::new();
/// let reply = b"*4\r\n:2\r\n$3\r\n1-1\r\n$3\r\n2-1\r\n*1\r\n*2\r\n$3\r\nada\r\n$1\r\n2\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let pending = command.decode(reply).unwrap();
/// assert_eq!((pending.count, pending.first), (2, Some(StreamId::new(1, 1))));
/// assert_eq!(pending.consumers, [(String::from("ada"), 2)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PendingSummary<S = Bytes> {
    /// How many entries.
    pub count: u64,
    /// The lowest id of them.
    pub first: Option<StreamId>,
    /// The highest id of them.
    pub last: Option<StreamId>,
    /// For each consumer that has any, how many.
    pub consumers: Vec<(S, u64)>,
}

with_strings!(PendingSummary);

impl<S: FromReply> FromReply for PendingSummary<S> {
    type Out = PendingSummary<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut parts = Elements::at_least(4, frame, "summary of what is pending")?;
        Ok(PendingSummary {
            count: parts.required::<u64>()?,
            first: parts.required::<Option<StreamId>>()?,
            last: parts.required::<Option<StreamId>>()?,
            consumers: parts.required::<Pairs<S, u64>>()?,
        })
    }
}

/// An entry that was delivered to a consumer and not acknowledged.
///
/// ```
/// use resp_core::replies::PendingEntry;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XPENDING").returning::<Vec<PendingEntry>>().text();
/// let mut decoder = Decoder::new();
/// let reply = b"*1\r\n*4\r\n$3\r\n1-1\r\n$3\r\nada\r\n:902\r\n:2\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let pending = &command.decode(reply).unwrap()[0];
/// assert_eq!((&*pending.consumer, pending.idle.as_millis()), ("ada", 902));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PendingEntry<S = Bytes> {
    /// Its id.
    pub id: StreamId,
    /// Whom it was delivered to last; empty if that consumer gave it back.
    pub consumer: S,
    /// How long ago that was; [`Duration::MAX`] if it was given back, so that
    /// it may be claimed at once.
    pub idle: Duration,
    /// How often it was delivered.
    pub deliveries: u64,
}

with_strings!(PendingEntry);

impl<S: FromReply> FromReply for PendingEntry<S> {
    type Out = PendingEntry<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut parts = Elements::at_least(4, frame, "pending entry")?;
        Ok(PendingEntry {
            id: parts.required::<StreamId>()?,
            consumer: parts.required::<S>()?,
            idle: match parts.required::<i64>()? {
                -1 => Duration::MAX,
                millis => {
                    Duration::from_millis(u64::try_from(millis).map_err(|_| ConvertError::text("time"))?)
                }
            },
            deliveries: parts.required::<u64>()?,
        })
    }
}

/// What became of an entry that XDELEX or XACKDEL was to remove.
///
/// ```
/// use resp_core::replies::Deletion;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("XDELEX").returning::<Vec<Deletion>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n:1\r\n:2\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), [Deletion::Deleted, Deletion::Kept]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Deletion {
    /// There is no such stream or entry, or it is not pending: -1.
    NotFound,
    /// It was removed: 1.
    Deleted,
    /// A group has it pending or still to come, so it was kept: 2.
    Kept,
}

without_strings!(Deletion);

impl FromReply for Deletion {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -1 => Ok(Self::NotFound),
            1 => Ok(Self::Deleted),
            2 => Ok(Self::Kept),
            _ => Err(ConvertError::text("code of a deletion")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::{String, ToString};

    const ENTRY: &str = "*2\r\n$3\r\n1-1\r\n*4\r\n$1\r\nf\r\n$1\r\n5\r\n$1\r\ng\r\n$1\r\n6\r\n";

    fn text(text: &str) -> String {
        text.to_string()
    }

    #[test]
    fn entries_with_their_fields() {
        let entry = decode::<StreamEntry<String>>(ENTRY).unwrap();
        assert_eq!(entry.id, StreamId::new(1, 1));
        assert_eq!(entry.fields, [(text("f"), text("5")), (text("g"), text("6"))]);
        assert_eq!((entry.get("g"), entry.get("x")), (Some(&text("6")), None));
        assert!(!entry.is_deleted());
        let numbers = decode::<<StreamEntry as HasStrings>::With<u32>>(ENTRY).unwrap();
        assert_eq!(numbers.get(b"f"), Some(&5));
        let error = |wire: &str| decode::<StreamEntry>(wire).unwrap_err().to_string();
        assert_eq!(error("*1\r\n$3\r\n1-1\r\n"), "reply: expected stream entry, found 1 elements");
        assert_eq!(error("*2\r\n$1\r\nx\r\n*0\r\n"), "reply[0]: expected stream id, found other text");
        assert_eq!(error("*2\r\n$1\r\n5\r\n*1\r\n+f\r\n"), "reply[1]: expected pairs, found 1 elements");
    }

    #[test]
    fn replies_of_xread_in_both_versions() {
        type Read = Pairs<String, Vec<StreamEntry<String>>>;
        for wire in
            [format!("*1\r\n*2\r\n$1\r\ns\r\n*1\r\n{ENTRY}"), format!("%1\r\n$1\r\ns\r\n*1\r\n{ENTRY}")]
        {
            let streams = decode::<Read>(&wire).unwrap();
            assert_eq!(streams.len(), 1);
            assert_eq!((&*streams[0].0, streams[0].1[0].id), ("s", StreamId::new(1, 1)));
        }
        for nothing in ["*-1\r\n", "_\r\n"] {
            assert_eq!(decode::<Read>(nothing), Ok(Vec::new()));
        }
        for wire in ["*1\r\n*2\r\n$1\r\ns\r\n*1\r\n*1\r\n+x\r\n", "%1\r\n$1\r\ns\r\n*1\r\n*1\r\n+x\r\n"] {
            let error = decode::<Read>(wire).unwrap_err().to_string();
            assert_eq!(error, "reply.s[0]: expected stream entry, found 1 elements");
        }
    }

    #[test]
    fn entries_that_are_pending_and_deleted() {
        for null in ["*-1", "_"] {
            let entry = decode::<StreamEntry>(&format!("*2\r\n$3\r\n2-1\r\n{null}\r\n")).unwrap();
            assert_eq!((entry.id, entry.is_deleted()), (StreamId::new(2, 1), true));
            let claimed = decode::<Claimed<StreamEntry>>(&format!("*2\r\n{null}\r\n{ENTRY}")).unwrap();
            assert_eq!((claimed.len(), claimed[0].id), (1, StreamId::new(1, 1)));
        }
        let error = decode::<Claimed<StreamEntry>>("*2\r\n_\r\n+OK\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply[1]: expected stream entry, found simple string");
    }

    #[test]
    fn entries_claimed_while_reading() {
        let wire = "*4\r\n$3\r\n1-1\r\n*2\r\n+f\r\n+v\r\n:287341\r\n:22\r\n";
        let delivery = decode::<StreamEntry>(wire).unwrap().delivery;
        assert_eq!(delivery, Some(Delivery { idle: Duration::from_millis(287_341), count: 22 }));
        assert_eq!(decode::<StreamEntry>(ENTRY).unwrap().delivery, None);
    }

    #[test]
    fn pages_of_xautoclaim() {
        let wire = format!("*3\r\n$3\r\n0-0\r\n*1\r\n{ENTRY}*1\r\n$3\r\n3-1\r\n");
        let page = decode::<AutoClaim<StreamEntry<String>>>(&wire).unwrap();
        assert_eq!((page.next, page.claimed.len()), (None, 1));
        assert_eq!(page.deleted, [StreamId::new(3, 1)]);
        // As servers before 7.0 answer.
        let page = decode::<AutoClaim<StreamId>>("*2\r\n$3\r\n5-0\r\n*2\r\n$3\r\n4-1\r\n*-1\r\n").unwrap();
        assert_eq!(page.next, Some(StreamId::new(5, 0)));
        assert_eq!((page.claimed, page.deleted), (Vec::from([StreamId::new(4, 1)]), Vec::new()));
        let error = decode::<AutoClaim>("*1\r\n$3\r\n0-0\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected claimed entries, found 1 elements");
    }

    #[test]
    fn what_is_pending() {
        for none in ["*4\r\n:0\r\n$-1\r\n$-1\r\n*-1\r\n", "*4\r\n:0\r\n_\r\n_\r\n_\r\n"] {
            let summary = decode::<PendingSummary>(none).unwrap();
            assert_eq!((summary.count, summary.first, summary.last), (0, None, None));
            assert_eq!(summary.consumers, []);
        }
        // The number of each consumer is text in both versions.
        let wire = "*4\r\n:2\r\n$3\r\n1-1\r\n$3\r\n2-1\r\n*1\r\n*2\r\n$1\r\nc\r\n$1\r\n2\r\n";
        let summary = decode::<PendingSummary<String>>(wire).unwrap();
        assert_eq!((summary.first, summary.last), (Some(StreamId::new(1, 1)), Some(StreamId::new(2, 1))));
        assert_eq!(summary.consumers, [(text("c"), 2)]);
        let error = decode::<PendingSummary>("*0\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected summary of what is pending, found 0 elements");

        let wire = "*1\r\n*4\r\n$3\r\n1-1\r\n$1\r\nc\r\n:902\r\n:2\r\n";
        let [entry] = &decode::<Vec<PendingEntry<String>>>(wire).unwrap()[..] else { panic!() };
        assert_eq!((&*entry.consumer, entry.idle, entry.deliveries), ("c", Duration::from_millis(902), 2));
        // As servers since 8.8 show what was given back.
        let entry = decode::<PendingEntry>("*4\r\n+1-1\r\n$0\r\n\r\n:-1\r\n:2\r\n").unwrap();
        assert_eq!((&entry.consumer[..], entry.idle), (&b""[..], Duration::MAX));
        let error = decode::<PendingEntry>("*4\r\n+1-1\r\n+c\r\n:-2\r\n:2\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected time, found other text");
    }

    #[test]
    fn codes_of_deletions() {
        let wire = "*3\r\n:-1\r\n:1\r\n:2\r\n";
        let expected = [Deletion::NotFound, Deletion::Deleted, Deletion::Kept];
        assert_eq!(decode::<Vec<Deletion>>(wire).unwrap(), expected);
        let error = decode::<Deletion>(":3\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected code of a deletion, found other text");
    }
}
