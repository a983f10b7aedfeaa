//! Slots that move with their keys: CLUSTER MIGRATION STATUS of Redis,
//! CLUSTER GETSLOTMIGRATIONS of Valkey.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;
use std::time::SystemTime;

use super::{SlotRange, slot_ranges, unless_empty};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::time::{Millis, OrNever, Seconds};
use crate::replies::{Fields, without_strings};

/// A task of Redis that moves slots to or from the node that was asked.
///
/// ```
/// use resp_core::replies::{MigrationKind, MigrationTask};
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*14\r\n+id\r\n+24cf\r\n+slots\r\n+0-99\r\n+source\r\n+07c3\r\n+dest\r\n+e092\r\n\
///     +operation\r\n+import\r\n+state\r\n+completed\r\n+create_time\r\n:1700000000000\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let task = MigrationTask::from_reply(reply).unwrap();
/// assert_eq!((task.kind, &task.slots[..]), (MigrationKind::Import, &[0..=99][..]));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MigrationTask {
    /// Its id.
    pub id: String,
    /// The slots that move, in ranges.
    pub slots: Vec<SlotRange>,
    /// The id of the node that gives them.
    pub source_id: String,
    /// The id of the node that takes them.
    pub destination_id: String,
    /// Which of the two was asked.
    pub kind: MigrationKind,
    /// How far it is, such as `completed`.
    pub state: String,
    /// What went wrong last, if anything did.
    pub last_error: Option<String>,
    /// How often it was begun again.
    pub retries: u64,
    /// When it was asked for.
    pub created: SystemTime,
    /// When it was begun, if it was.
    pub started: Option<SystemTime>,
    /// When it ended, if it did.
    pub ended: Option<SystemTime>,
    /// For how long the source took no writes.
    pub write_pause: Duration,
}

/// A migration of Valkey to or from the node that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlotMigration {
    /// Its name, 40 hexadecimal digits.
    pub name: String,
    /// Which side was asked.
    pub kind: MigrationKind,
    /// The slots that move, in ranges.
    pub slots: Vec<SlotRange>,
    /// The id of the node that gives them; replicas do not say it.
    pub source_id: Option<String>,
    /// The id of the node that takes them; replicas do not say it.
    pub target_id: Option<String>,
    /// When it was begun, to the second.
    pub created: SystemTime,
    /// When its state last changed, to the second.
    pub updated: SystemTime,
    /// When the other side was last heard of, to the second, if it was.
    pub acknowledged: Option<SystemTime>,
    /// How far it is, for people.
    pub state: String,
    /// More of it, if there is more to say.
    pub message: Option<String>,
    /// Bytes of memory that were copied because they changed meanwhile.
    pub copied_bytes: u64,
}

/// Which side of a migration a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationKind {
    /// It takes the slots.
    Import,
    /// It gives them.
    Export,
}

without_strings!(MigrationTask, SlotMigration, MigrationKind);

/// A marker for ranges of slots as text.
struct SlotRanges;

impl FromReply for SlotRanges {
    type Out = Vec<SlotRange>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        slot_ranges(&String::from_reply(frame)?).ok_or_else(|| ConvertError::text("ranges of slots"))
    }
}

impl FromReply for MigrationKind {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match String::from_reply(frame)?.as_str() {
            "import" | "IMPORT" => Ok(Self::Import),
            "migrate" | "EXPORT" => Ok(Self::Export),
            _ => Err(ConvertError::text("side of a migration")),
        }
    }
}

impl FromReply for MigrationTask {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "migration task")?;
        Ok(Self {
            id: fields.required::<String>("id")?,
            slots: fields.required::<SlotRanges>("slots")?,
            source_id: fields.required::<String>("source")?,
            destination_id: fields.required::<String>("dest")?,
            kind: fields.required::<MigrationKind>("operation")?,
            state: fields.required::<String>("state")?,
            last_error: fields.optional::<String>("last_error")?.and_then(unless_empty),
            retries: fields.optional::<u64>("retries")?.unwrap_or_default(),
            created: fields.required::<Millis<SystemTime>>("create_time")?,
            started: fields.optional::<OrNever<Millis<SystemTime>>>("start_time")?.flatten(),
            ended: fields.optional::<OrNever<Millis<SystemTime>>>("end_time")?.flatten(),
            write_pause: fields.optional::<Millis<Duration>>("write_pause_ms")?.unwrap_or_default(),
        })
    }
}

impl FromReply for SlotMigration {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "slot migration")?;
        Ok(Self {
            name: fields.required::<String>("name")?,
            kind: fields.required::<MigrationKind>("operation")?,
            slots: fields.required::<SlotRanges>("slot_ranges")?,
            source_id: fields.optional::<String>("source_node")?.and_then(unless_empty),
            target_id: fields.optional::<String>("target_node")?.and_then(unless_empty),
            created: fields.required::<Seconds<SystemTime>>("create_time")?,
            updated: fields.required::<Seconds<SystemTime>>("last_update_time")?,
            acknowledged: fields.optional::<OrNever<Seconds<SystemTime>>>("last_ack_time")?.flatten(),
            state: fields.required::<String>("state")?,
            message: fields.optional::<String>("message")?.and_then(unless_empty),
            copied_bytes: fields.optional::<u64>("cow_size")?.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::ToString;
    use std::time::UNIX_EPOCH;

    #[test]
    fn tasks_of_both_versions() {
        let fields = "+id\r\n+24cf\r\n+slots\r\n$6\r\n0-9 20\r\n+source\r\n+s\r\n+dest\r\n+d\r\n+operation\r\n+migrate\r\n+state\r\n+completed\r\n\
            +last_error\r\n$0\r\n\r\n+retries\r\n:2\r\n+create_time\r\n:1000\r\n+start_time\r\n:2000\r\n+end_time\r\n:0\r\n+write_pause_ms\r\n:7\r\n";
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        let expected = MigrationTask {
            id: "24cf".into(),
            slots: [0..=9, 20..=20].into(),
            source_id: "s".into(),
            destination_id: "d".into(),
            kind: MigrationKind::Export,
            state: "completed".into(),
            last_error: None,
            retries: 2,
            created: at(1),
            started: Some(at(2)),
            ended: None,
            write_pause: Duration::from_millis(7),
        };
        assert_eq!(decode::<MigrationTask>(&format!("*24\r\n{fields}")), Ok(expected.clone()));
        assert_eq!(decode::<MigrationTask>(&format!("%12\r\n{fields}")), Ok(expected));
        let error = decode::<MigrationTask>("%2\r\n+id\r\n+1\r\n+slots\r\n+all\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.slots: expected ranges of slots, found other text");
    }

    #[test]
    fn migrations_of_both_versions() {
        let fields = "+name\r\n+24cf\r\n+operation\r\n+EXPORT\r\n+slot_ranges\r\n+0-9\r\n+target_node\r\n+t\r\n+source_node\r\n+s\r\n\
            +create_time\r\n:1\r\n+last_update_time\r\n:2\r\n+last_ack_time\r\n:0\r\n+state\r\n+success\r\n+message\r\n$0\r\n\r\n+cow_size\r\n:9\r\n";
        let resp2 = decode::<SlotMigration>(&format!("*22\r\n{fields}")).unwrap();
        assert_eq!(decode::<SlotMigration>(&format!("%11\r\n{fields}")).as_ref(), Ok(&resp2));
        assert_eq!((resp2.kind, resp2.slots.as_slice()), (MigrationKind::Export, &[0..=9][..]));
        assert_eq!((resp2.updated, resp2.acknowledged), (UNIX_EPOCH + Duration::from_secs(2), None));
        assert_eq!((resp2.message, resp2.copied_bytes), (None, 9));
        let error = decode::<SlotMigration>("%1\r\n+name\r\n+1\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.operation: expected a value, found nothing");
    }
}
