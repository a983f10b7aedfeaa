//! What CLUSTER answers.

mod info;
mod migrations;
mod nodes;
mod shards;
mod slots;

pub use info::{ClusterInfo, ClusterLink, EpochBump, LinkDirection};
pub use migrations::{MigrationKind, MigrationTask, SlotMigration};
pub use nodes::{ClusterNode, ClusterNodes, MovingSlot, NodeFlag};
pub use shards::{ClusterShard, NodeHealth, NodeRole, ShardNode};
pub use slots::{ServedSlots, SlotNode, SlotStats};

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

/// A range of slots, both ends included.
type SlotRange = RangeInclusive<u16>;

/// The range that `5` or `5-7` says.
fn slot_range(text: &str) -> Option<SlotRange> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    Some(first.parse().ok()?..=last.parse().ok()?)
}

/// The ranges that `0-9 20 30-39` says.
fn slot_ranges(text: &str) -> Option<Vec<SlotRange>> {
    text.split_ascii_whitespace().map(slot_range).collect()
}

/// Text that says nothing where it is empty.
fn unless_empty(text: String) -> Option<String> {
    if text.is_empty() { None } else { Some(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_slots() {
        assert_eq!(slot_ranges("0-9 20 30-39"), Some([0..=9, 20..=20, 30..=39].into()));
        assert_eq!(slot_ranges(""), Some([].into()));
        for wrong in ["a", "1-", "-1", "1-2-3", "65536"] {
            assert_eq!(slot_ranges(wrong), None, "{wrong}");
        }
    }
}
