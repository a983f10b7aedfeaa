// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The nodes of a cluster, and the slots that each serves.

#[doc(inline)]
pub use super::custom::cluster::*;
use super::times;
use crate::command::{Command, Dedicated, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::string::String;
use std::vec::Vec;

/// Lets the next command on this connection use a slot that the node is just taking over.
///
/// Needed once before each command that follows an `ASK` redirect; the cluster client
/// sends it by itself.
///
/// `ASKING`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = asking();
/// // ASKING
/// # let _ = command;
/// ```
#[inline]
pub fn asking() -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::ASKING, []))
}

/// Has the node own slots that no node owns.
///
/// Fails if one of them has an owner, or is named twice; then none is added.
///
/// `CLUSTER ADDSLOTS`, since 3.0.0. Complexity: O(N) for N slots.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_addslots([5, 6]);
/// // CLUSTER ADDSLOTS 5 6
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_addslots(slots: impl ToArgs) -> Command<()> {
    let mut wire = Wire::of(&metas::CLUSTER_ADDSLOTS, []);
    wire.push_args(&slots);
    Command::new(wire)
}

/// Has the node own ranges of slots that no node owns, each with its first and its last
/// slot.
///
/// Fails if one of them has an owner, or is named twice; then none is added.
///
/// `CLUSTER ADDSLOTSRANGE`, since 7.0.0. Complexity: O(N) for N slots.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_addslotsrange([(5, 7), (10, 11)]);
/// // CLUSTER ADDSLOTSRANGE 5 7 10 11
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_addslotsrange(ranges: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::CLUSTER_ADDSLOTSRANGE, []);
    wire.push_pairs(&ranges);
    Command::new(wire)
}

/// Gives the node the greatest configuration epoch of the cluster, without asking the
/// other nodes: the epoch, and whether it is a new one.
///
/// `CLUSTER BUMPEPOCH`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_bumpepoch();
/// // CLUSTER BUMPEPOCH
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_bumpepoch() -> Command<EpochBump> {
    Command::new(Wire::of(&metas::CLUSTER_BUMPEPOCH, []))
}

/// Gives up every migration of slots from this node that is under way.
///
/// `CLUSTER CANCELSLOTMIGRATIONS`, since Valkey 9.0.0. Complexity: O(N) for N migrations.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_cancelslotmigrations();
/// // CLUSTER CANCELSLOTMIGRATIONS
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_cancelslotmigrations() -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_CANCELSLOTMIGRATIONS, []))
}

/// Counts how many nodes have recently reported a node as failing, as far as this node
/// knows.
///
/// `CLUSTER COUNT-FAILURE-REPORTS`, since 3.0.0. Complexity: O(N) for N reports.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_count_failure_reports("e092572884a2eef3eec082c6b90a2b5d22e89494");
/// // CLUSTER COUNT-FAILURE-REPORTS e092572884a2eef3eec082c6b90a2b5d22e89494
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_count_failure_reports(node_id: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::CLUSTER_COUNT_FAILURE_REPORTS, [node_id.to_arg().as_bytes()]))
}

/// Counts the keys that this node holds in a slot.
///
/// `CLUSTER COUNTKEYSINSLOT`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_countkeysinslot(12182);
/// // CLUSTER COUNTKEYSINSLOT 12182
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_countkeysinslot(slot: u16) -> Command<u64> {
    Command::new(Wire::of(&metas::CLUSTER_COUNTKEYSINSLOT, [slot.to_arg().as_bytes()]))
}

/// Has the node forget who owns slots, be it the node itself or another.
///
/// Other nodes are not told. A cluster with slots that nobody owns refuses commands,
/// unless it is configured otherwise.
///
/// `CLUSTER DELSLOTS`, since 3.0.0. Complexity: O(N) for N slots.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_delslots([5, 6]);
/// // CLUSTER DELSLOTS 5 6
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_delslots(slots: impl ToArgs) -> Command<()> {
    let mut wire = Wire::of(&metas::CLUSTER_DELSLOTS, []);
    wire.push_args(&slots);
    Command::new(wire)
}

/// Has the node forget who owns ranges of slots, each with its first and its last slot.
///
/// Other nodes are not told. A cluster with slots that nobody owns refuses commands,
/// unless it is configured otherwise.
///
/// `CLUSTER DELSLOTSRANGE`, since 7.0.0. Complexity: O(N) for N slots.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_delslotsrange([(5, 7), (10, 11)]);
/// // CLUSTER DELSLOTSRANGE 5 7 10 11
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_delslotsrange(ranges: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::CLUSTER_DELSLOTSRANGE, []);
    wire.push_pairs(&ranges);
    Command::new(wire)
}

/// The options of [`cluster_failover`].
#[derive(Debug)]
pub struct ClusterFailover<Mode = Free>(PhantomData<(Mode,)>);

impl<Mode> Shareable for ClusterFailover<Mode> {}
impl<Mode> Queueable for ClusterFailover<Mode> {}

/// Asks a replica to take over from its primary, which hands over without loss of writes
/// unless an option says otherwise.
///
/// The reply says that it was begun, not that it is done: look at `ROLE` or
/// [`cluster_nodes`].
///
/// `CLUSTER FAILOVER`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_failover();
/// // CLUSTER FAILOVER
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_failover() -> Command<(), ClusterFailover> {
    Command::new(Wire::of(&metas::CLUSTER_FAILOVER, []))
}

impl<R, X> Command<R, ClusterFailover<Free>, X> {
    /// Does not wait for the primary, which may be gone; the other primaries still vote.
    #[inline]
    pub fn force(self) -> Command<R, ClusterFailover<Used>, X> {
        self.with(|wire| {
            wire.push(b"FORCE");
        })
        .retyped()
    }

    /// Does not even ask for votes: for when most primaries are gone.
    #[inline]
    pub fn takeover(self) -> Command<R, ClusterFailover<Used>, X> {
        self.with(|wire| {
            wire.push(b"TAKEOVER");
        })
        .retyped()
    }
}

/// The options of [`cluster_flushslot`].
#[derive(Debug)]
pub struct ClusterFlushslot<Mode = Free>(PhantomData<(Mode,)>);

impl<Mode> Shareable for ClusterFlushslot<Mode> {}
impl<Mode> Queueable for ClusterFlushslot<Mode> {}

/// Removes every key that this node holds in a slot.
///
/// `CLUSTER FLUSHSLOT`, since Valkey 9.0.0. Complexity: O(N) for N keys in the slot.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_flushslot(12182);
/// // CLUSTER FLUSHSLOT 12182
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_flushslot(slot: u16) -> Command<(), ClusterFlushslot> {
    Command::new(Wire::of(&metas::CLUSTER_FLUSHSLOT, [slot.to_arg().as_bytes()]))
}

impl<R, X> Command<R, ClusterFlushslot<Free>, X> {
    /// Frees their memory in the background.
    #[inline]
    pub fn asynchronous(self) -> Command<R, ClusterFlushslot<Used>, X> {
        self.with(|wire| {
            wire.push(b"ASYNC");
        })
        .retyped()
    }

    /// Frees their memory before it answers.
    #[inline]
    pub fn synchronous(self) -> Command<R, ClusterFlushslot<Used>, X> {
        self.with(|wire| {
            wire.push(b"SYNC");
        })
        .retyped()
    }
}

/// Has an empty node forget who owns any slot.
///
/// Fails if the node holds keys.
///
/// `CLUSTER FLUSHSLOTS`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_flushslots();
/// // CLUSTER FLUSHSLOTS
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_flushslots() -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_FLUSHSLOTS, []))
}

/// Has the node forget another one, and not hear of it from others for a minute.
///
/// To remove a node from a cluster, each of the others must be told within that minute.
/// Redis 7.2 and Valkey pass it on by themselves.
///
/// `CLUSTER FORGET`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_forget("e092572884a2eef3eec082c6b90a2b5d22e89494");
/// // CLUSTER FORGET e092572884a2eef3eec082c6b90a2b5d22e89494
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_forget(node_id: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_FORGET, [node_id.to_arg().as_bytes()]))
}

/// Names at most `count` of the keys that this node holds in a slot.
///
/// `CLUSTER GETKEYSINSLOT`, since 3.0.0. Complexity: O(N) for N keys returned.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_getkeysinslot(12182, 10);
/// // CLUSTER GETKEYSINSLOT 12182 10
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_getkeysinslot(slot: u16, count: u64) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(
        &metas::CLUSTER_GETKEYSINSLOT,
        [slot.to_arg().as_bytes(), count.to_arg().as_bytes()],
    ))
}

/// Lists the migrations of slots to and from this node, those under way and those that
/// ended not long ago.
///
/// `CLUSTER GETSLOTMIGRATIONS`, since Valkey 9.0.0. Complexity: O(N) for N migrations.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_getslotmigrations();
/// // CLUSTER GETSLOTMIGRATIONS
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_getslotmigrations() -> Command<Vec<SlotMigration>> {
    Command::new(Wire::of(&metas::CLUSTER_GETSLOTMIGRATIONS, []))
}

/// The server's own help on CLUSTER, line by line.
///
/// `CLUSTER HELP`, since 5.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_help();
/// // CLUSTER HELP
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::CLUSTER_HELP, []))
}

/// Tells how the cluster fares in the eyes of this node.
///
/// `CLUSTER INFO`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_info();
/// // CLUSTER INFO
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_info() -> Command<ClusterInfo> {
    Command::new(Wire::of(&metas::CLUSTER_INFO, []))
}

/// Tells which slot a key belongs to.
///
/// `key_slot` knows it without a server.
///
/// `CLUSTER KEYSLOT`, since 3.0.0. Complexity: O(N) for N bytes of the key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_keyslot("{foo}:1");
/// // CLUSTER KEYSLOT {foo}:1
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_keyslot(key: impl ToArg) -> Command<u16> {
    Command::new(Wire::of(&metas::CLUSTER_KEYSLOT, [key.to_arg().as_bytes()]))
}

/// Lists the connections of this node with others of the cluster, two for each that is
/// reached.
///
/// `CLUSTER LINKS`, since 7.0.0. Complexity: O(N) for N nodes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_links();
/// // CLUSTER LINKS
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_links() -> Command<Vec<ClusterLink>> {
    Command::new(Wire::of(&metas::CLUSTER_LINKS, []))
}

/// The options of [`cluster_meet`].
#[derive(Debug)]
pub struct ClusterMeet;

impl Shareable for ClusterMeet {}
impl Queueable for ClusterMeet {}

/// Has the node greet another at an IP address, so that both are of one cluster.
///
/// The reply says that it was begun, not that the other has answered. A name instead of
/// an address is refused.
///
/// `CLUSTER MEET`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_meet("127.0.0.1", 7001);
/// // CLUSTER MEET 127.0.0.1 7001
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_meet(ip: impl ToArg, port: u16) -> Command<(), ClusterMeet> {
    Command::new(Wire::of(&metas::CLUSTER_MEET, [ip.to_arg().as_bytes(), port.to_arg().as_bytes()]))
}

impl<R, X> Command<R, ClusterMeet, X> {
    /// Where the other listens for nodes, if that is not 10000 above its port. Since 4.0.0.
    #[inline]
    pub fn bus_port(self, port: u16) -> Self {
        self.with(|wire| {
            wire.push(port.to_arg().as_bytes());
        })
    }
}

/// The options of [`cluster_migrateslots`].
#[derive(Debug)]
pub struct ClusterMigrateslots;

impl Shareable for ClusterMigrateslots {}
impl Queueable for ClusterMigrateslots {}

/// Begins to hand ranges of slots with their keys over to another node, all at one moment
/// when it has caught up.
///
/// The reply says that it was begun: [`cluster_getslotmigrations`] tells how it goes.
///
/// `CLUSTER MIGRATESLOTS`, since Valkey 9.0.0. Complexity: O(N) for N slots.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_migrateslots([(0, 9), (20, 29)], "e092572884a2eef3eec082c6b90a2b5d22e89494");
/// // CLUSTER MIGRATESLOTS SLOTSRANGE 0 9 20 29 NODE e092572884a2eef3eec082c6b90a2b5d22e89494
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_migrateslots(ranges: impl ToPairs, node_id: impl ToArg) -> Command<(), ClusterMigrateslots> {
    let mut wire = Wire::of(&metas::CLUSTER_MIGRATESLOTS, [b"SLOTSRANGE"]);
    wire.push_pairs(&ranges);
    wire.push(b"NODE");
    wire.push(node_id.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, ClusterMigrateslots, X> {
    /// Hands further ranges to a further node; either all of them begin or none.
    #[inline]
    pub fn and(self, ranges: impl ToPairs, node_id: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"SLOTSRANGE");
            wire.push_pairs(&ranges);
            wire.push(b"NODE");
            wire.push(node_id.to_arg().as_bytes());
        })
    }
}

/// Gives up imports of slots that are under way: how many.
///
/// Asked of the node that gives the slots away, it stops nothing for good: the other will
/// try again until it is asked too.
///
/// `CLUSTER MIGRATION CANCEL`, since 8.4.0. Complexity: O(N) for N tasks.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_migration_cancel(MigrationTasks::All);
/// // CLUSTER MIGRATION CANCEL ALL
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_migration_cancel(tasks: MigrationTasks<'_>) -> Command<u64> {
    let mut wire = Wire::of(&metas::CLUSTER_MIGRATION_CANCEL, []);
    wire.push_args(&tasks);
    Command::new(wire)
}

/// Begins to take ranges of slots with their keys over from the nodes that own them: the
/// task's id.
///
/// [`cluster_migration_status`] tells how it goes.
///
/// `CLUSTER MIGRATION IMPORT`, since 8.4.0. Complexity: O(N) for N slots.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_migration_import([(0, 1000), (2000, 3000)]);
/// // CLUSTER MIGRATION IMPORT 0 1000 2000 3000
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_migration_import(ranges: impl ToPairs) -> Command<String> {
    let mut wire = Wire::of(&metas::CLUSTER_MIGRATION_IMPORT, []);
    wire.push_pairs(&ranges);
    Command::new(wire)
}

/// Lists tasks that move slots to or from this node, also those that ended.
///
/// `CLUSTER MIGRATION STATUS`, since 8.4.0. Complexity: O(N) for N tasks.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_migration_status(MigrationTasks::All);
/// // CLUSTER MIGRATION STATUS ALL
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_migration_status(tasks: MigrationTasks<'_>) -> Command<Vec<MigrationTask>> {
    let mut wire = Wire::of(&metas::CLUSTER_MIGRATION_STATUS, []);
    wire.push_args(&tasks);
    Command::new(wire)
}

/// The node's own id, 40 hexadecimal digits.
///
/// `CLUSTER MYID`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_myid();
/// // CLUSTER MYID
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_myid() -> Command<String> {
    Command::new(Wire::of(&metas::CLUSTER_MYID, []))
}

/// The id of the node's shard, 40 hexadecimal digits, which a primary and its replicas
/// have in common.
///
/// `CLUSTER MYSHARDID`, since 7.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_myshardid();
/// // CLUSTER MYSHARDID
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_myshardid() -> Command<String> {
    Command::new(Wire::of(&metas::CLUSTER_MYSHARDID, []))
}

/// Lists the nodes that this node knows, itself among them, and what it knows of each.
///
/// Clients that look for slots fare better with [`cluster_shards`].
///
/// `CLUSTER NODES`, since 3.0.0. Complexity: O(N) for N nodes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_nodes();
/// // CLUSTER NODES
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_nodes() -> Command<ClusterNodes> {
    Command::new(Wire::of(&metas::CLUSTER_NODES, []))
}

/// Lists the replicas of a primary, as far as this node knows.
///
/// `CLUSTER REPLICAS`, since 5.0.0. Complexity: O(N) for N replicas.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_replicas("e092572884a2eef3eec082c6b90a2b5d22e89494");
/// // CLUSTER REPLICAS e092572884a2eef3eec082c6b90a2b5d22e89494
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_replicas(node_id: impl ToArg) -> Command<Vec<ClusterNode>> {
    Command::new(Wire::of(&metas::CLUSTER_REPLICAS, [node_id.to_arg().as_bytes()]))
}

/// Makes the node a replica of a primary.
///
/// A primary must be empty and own no slot for that.
///
/// `CLUSTER REPLICATE`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_replicate("e092572884a2eef3eec082c6b90a2b5d22e89494");
/// // CLUSTER REPLICATE e092572884a2eef3eec082c6b90a2b5d22e89494
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_replicate(node_id: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_REPLICATE, [node_id.to_arg().as_bytes()]))
}

/// Makes a replica an empty primary without slots, in a shard of its own.
///
/// `CLUSTER REPLICATE NO ONE`, since Valkey 9.0.0. Complexity: O(N) for N keys.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_replicate_no_one();
/// // CLUSTER REPLICATE NO ONE
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_replicate_no_one() -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_REPLICATE_NO_ONE, []))
}

/// The options of [`cluster_reset`].
#[derive(Debug)]
pub struct ClusterReset<Mode = Free>(PhantomData<(Mode,)>);

impl<Mode> Shareable for ClusterReset<Mode> {}
impl<Mode> Queueable for ClusterReset<Mode> {}

/// Has the node forget all others and all slots; a replica becomes an empty primary.
///
/// A primary that holds keys refuses. Without an option it is soft.
///
/// `CLUSTER RESET`, since 3.0.0. Complexity: O(N) for N nodes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_reset();
/// // CLUSTER RESET
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_reset() -> Command<(), ClusterReset> {
    Command::new(Wire::of(&metas::CLUSTER_RESET, []))
}

impl<R, X> Command<R, ClusterReset<Free>, X> {
    /// Also takes a new id and sets its epochs to zero.
    #[inline]
    pub fn hard(self) -> Command<R, ClusterReset<Used>, X> {
        self.with(|wire| {
            wire.push(b"HARD");
        })
        .retyped()
    }

    /// Keeps its id and epochs.
    #[inline]
    pub fn soft(self) -> Command<R, ClusterReset<Used>, X> {
        self.with(|wire| {
            wire.push(b"SOFT");
        })
        .retyped()
    }
}

/// Writes what the node knows of the cluster to its disk before it answers.
///
/// `CLUSTER SAVECONFIG`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_saveconfig();
/// // CLUSTER SAVECONFIG
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_saveconfig() -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_SAVECONFIG, []))
}

/// Sets the configuration epoch of a new node, which knows no other node and has none
/// yet.
///
/// `CLUSTER SET-CONFIG-EPOCH`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_set_config_epoch(7);
/// // CLUSTER SET-CONFIG-EPOCH 7
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_set_config_epoch(epoch: u64) -> Command<()> {
    Command::new(Wire::of(&metas::CLUSTER_SET_CONFIG_EPOCH, [epoch.to_arg().as_bytes()]))
}

/// The options of [`cluster_setslot`].
#[derive(Debug)]
pub struct ClusterSetslot;

impl Shareable for ClusterSetslot {}
impl Queueable for ClusterSetslot {}

/// Says who owns a slot, or that it is about to change hands.
///
/// `CLUSTER SETSLOT`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_setslot(5, SlotOwner::Stable);
/// // CLUSTER SETSLOT 5 STABLE
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_setslot(slot: u16, owner: SlotOwner<'_>) -> Command<(), ClusterSetslot> {
    let mut wire = Wire::of(&metas::CLUSTER_SETSLOT, [slot.to_arg().as_bytes()]);
    wire.push_args(&owner);
    Command::new(wire)
}

impl<R, X> Command<R, ClusterSetslot, X> {
    /// Waits at most this long for replicas to follow. Default: two seconds. Since Valkey
    /// 8.0.0.
    #[inline]
    pub fn time_limit(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"TIMEOUT");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }
}

/// Lists the shards of the cluster: the slots of each and its nodes.
///
/// `CLUSTER SHARDS`, since 7.0.0. Complexity: O(N) for N nodes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_shards();
/// // CLUSTER SHARDS
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_shards() -> Command<Vec<ClusterShard>> {
    Command::new(Wire::of(&metas::CLUSTER_SHARDS, []))
}

/// Lists the replicas of a primary; since Redis 5.0 [`cluster_replicas`] does the same.
///
/// `CLUSTER SLAVES`, since 3.0.0. Complexity: O(N) for N replicas.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_slaves("e092572884a2eef3eec082c6b90a2b5d22e89494");
/// // CLUSTER SLAVES e092572884a2eef3eec082c6b90a2b5d22e89494
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_slaves(node_id: impl ToArg) -> Command<Vec<ClusterNode>> {
    Command::new(Wire::of(&metas::CLUSTER_SLAVES, [node_id.to_arg().as_bytes()]))
}

/// The options of [`cluster_slot_stats_orderby`].
#[derive(Debug)]
pub struct ClusterSlotStatsOrderby<Order = Free>(PhantomData<(Order,)>);

impl<Order> Shareable for ClusterSlotStatsOrderby<Order> {}
impl<Order> Queueable for ClusterSlotStatsOrderby<Order> {}

/// Says how much the slots of this node are used, the most used first: each with its
/// figures.
///
/// Valkey has it since 8.0. Slots with the same figure come in their order.
///
/// `CLUSTER SLOT-STATS ORDERBY`, since 8.2.0. Complexity: O(N log N) for N slots of the
/// node.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_slot_stats_orderby(SlotMetric::KeyCount);
/// // CLUSTER SLOT-STATS ORDERBY KEY-COUNT
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_slot_stats_orderby(
    metric: SlotMetric,
) -> Command<Pairs<u16, SlotStats>, ClusterSlotStatsOrderby> {
    Command::new(Wire::of(&metas::CLUSTER_SLOT_STATS_ORDERBY, [metric.to_arg().as_bytes()]))
}

impl<R, Order, X> Command<R, ClusterSlotStatsOrderby<Order>, X> {
    /// Lists at most this many slots.
    #[inline]
    pub fn limit(self, count: u64) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"LIMIT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

impl<R, X> Command<R, ClusterSlotStatsOrderby<Free>, X> {
    /// Lists the least used first.
    #[inline]
    pub fn asc(self) -> Command<R, ClusterSlotStatsOrderby<Used>, X> {
        self.with(|wire| {
            wire.push(b"ASC");
        })
        .retyped()
    }

    /// Lists the most used first. The default.
    #[inline]
    pub fn desc(self) -> Command<R, ClusterSlotStatsOrderby<Used>, X> {
        self.with(|wire| {
            wire.push(b"DESC");
        })
        .retyped()
    }
}

/// Says how much the slots from `first` to `last` are used, as far as this node owns
/// them: each with its figures, in their order.
///
/// Valkey has it since 8.0.
///
/// `CLUSTER SLOT-STATS SLOTSRANGE`, since 8.2.0. Complexity: O(N) for N slots of the
/// range.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_slot_stats_slotsrange(0, 1);
/// // CLUSTER SLOT-STATS SLOTSRANGE 0 1
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_slot_stats_slotsrange(first: u16, last: u16) -> Command<Pairs<u16, SlotStats>> {
    Command::new(Wire::of(
        &metas::CLUSTER_SLOT_STATS_SLOTSRANGE,
        [first.to_arg().as_bytes(), last.to_arg().as_bytes()],
    ))
}

/// Lists ranges of slots with the nodes that serve them.
///
/// Since Redis 7.0 [`cluster_shards`] says more.
///
/// `CLUSTER SLOTS`, since 3.0.0. Complexity: O(N) for N nodes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cluster_slots();
/// // CLUSTER SLOTS
/// # let _ = command;
/// ```
#[inline]
pub fn cluster_slots() -> Command<Vec<ServedSlots>> {
    Command::new(Wire::of(&metas::CLUSTER_SLOTS, []))
}

/// Lets commands that change nothing be answered by a replica on this connection, from
/// what it has of its primary.
///
/// `READONLY`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = readonly();
/// // READONLY
/// # let _ = command;
/// ```
#[inline]
pub fn readonly() -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::READONLY, []))
}

/// Ends what [`readonly`] began: the replica redirects every command to its primary
/// again.
///
/// `READWRITE`, since 3.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = readwrite();
/// // READWRITE
/// # let _ = command;
/// ```
#[inline]
pub fn readwrite() -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::READWRITE, []))
}
