//! Cluster.

use super::words;
use crate::convert::{Arg, ToArgs};

/// Who owns a slot, or is about to.
///
/// ```
/// use resp_core::cmd::{self, SlotOwner};
///
/// let command = cmd::cluster_setslot(93, SlotOwner::Stable);
/// assert!(command.wire().args().eq([&b"93"[..], b"STABLE"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotOwner<'a> {
    /// This node is about to take the slot over from the node of this id: `IMPORTING`.
    Importing(&'a str),
    /// This node is about to hand the slot over to the node of this id: `MIGRATING`.
    Migrating(&'a str),
    /// The node of this id owns it: `NODE`.
    Node(&'a str),
    /// It does not change hands after all: `STABLE`.
    Stable,
}

/// Tasks that move slots.
///
/// ```
/// use resp_core::cmd::{self, MigrationTasks};
///
/// let command = cmd::cluster_migration_status(MigrationTasks::Id("24cf"));
/// assert!(command.wire().args().eq([&b"ID"[..], b"24cf"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MigrationTasks<'a> {
    /// Every one: `ALL`.
    All,
    /// The one of this id: `ID`.
    Id(&'a str),
}

impl ToArgs for SlotOwner<'_> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        let (word, id) = match self {
            Self::Importing(id) => ("IMPORTING", Some(id)),
            Self::Migrating(id) => ("MIGRATING", Some(id)),
            Self::Node(id) => ("NODE", Some(id)),
            Self::Stable => ("STABLE", None),
        };
        visit(Arg::bytes(word.as_bytes()));
        if let Some(id) = id {
            visit(Arg::bytes(id.as_bytes()));
        }
    }
}

impl ToArgs for MigrationTasks<'_> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        match self {
            Self::All => visit(Arg::bytes(b"ALL")),
            Self::Id(id) => [b"ID", id.as_bytes()].into_iter().for_each(|word| visit(Arg::bytes(word))),
        }
    }
}

/// A figure that slots are ordered by.
///
/// ```
/// use resp_core::cmd::{self, SlotMetric};
///
/// let command = cmd::cluster_slot_stats_orderby(SlotMetric::KeyCount).limit(10);
/// assert!(command.wire().args().eq([&b"KEY-COUNT"[..], b"LIMIT", b"10"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SlotMetric {
    /// Keys in the slot: `KEY-COUNT`.
    KeyCount,
    /// Processor time that its commands took: `CPU-USEC`.
    CpuTime,
    /// Bytes of commands that came in: `NETWORK-BYTES-IN`.
    BytesIn,
    /// Bytes of replies that went out: `NETWORK-BYTES-OUT`.
    BytesOut,
}

words!(SlotMetric {
    KeyCount => b"KEY-COUNT",
    CpuTime => b"CPU-USEC",
    BytesIn => b"NETWORK-BYTES-IN",
    BytesOut => b"NETWORK-BYTES-OUT",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::ToArg;
    use alloc::vec::Vec;

    #[test]
    fn words() {
        let words = |value: &dyn ToArgs| {
            let mut words = Vec::new();
            value.each_arg(&mut |arg| words.push(arg.as_bytes().to_vec()));
            words.join(&b' ')
        };
        assert_eq!(words(&SlotOwner::Importing("a")), b"IMPORTING a");
        assert_eq!(words(&SlotOwner::Migrating("a")), b"MIGRATING a");
        assert_eq!(words(&SlotOwner::Node("a")), b"NODE a");
        assert_eq!(words(&SlotOwner::Stable), b"STABLE");
        assert_eq!(words(&MigrationTasks::All), b"ALL");
        assert_eq!(words(&MigrationTasks::Id("a")), b"ID a");
        let metrics = [SlotMetric::KeyCount, SlotMetric::CpuTime, SlotMetric::BytesIn, SlotMetric::BytesOut];
        let shown = metrics.map(|metric| metric.to_arg().as_bytes().to_vec());
        assert_eq!(shown.join(&b' '), b"KEY-COUNT CPU-USEC NETWORK-BYTES-IN NETWORK-BYTES-OUT");
    }
}
