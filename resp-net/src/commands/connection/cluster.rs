// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Connection, Lease};
use bytes::Bytes;
use resp_core::{Command, Dedicated, Pairs, Plain, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// The nodes of a cluster, and the slots that each serves.
impl Connection {
    /// Lets the next command on this connection use a slot that the node is just taking over.
    ///
    /// Needed once before each command that follows an `ASK` redirect; the cluster client
    /// sends it by itself.
    ///
    /// `ASKING`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn asking(&mut self) -> Command<(), Dedicated, Lease<'_>> {
        self.send(asking())
    }

    /// Has the node own slots that no node owns.
    ///
    /// Fails if one of them has an owner, or is named twice; then none is added.
    ///
    /// `CLUSTER ADDSLOTS`, since 3.0.0. Complexity: O(N) for N slots.
    #[inline]
    pub fn cluster_addslots(&mut self, slots: impl ToArgs) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_addslots(slots))
    }

    /// Has the node own ranges of slots that no node owns, each with its first and its last
    /// slot.
    ///
    /// Fails if one of them has an owner, or is named twice; then none is added.
    ///
    /// `CLUSTER ADDSLOTSRANGE`, since 7.0.0. Complexity: O(N) for N slots.
    #[inline]
    pub fn cluster_addslotsrange(&mut self, ranges: impl ToPairs) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_addslotsrange(ranges))
    }

    /// Gives the node the greatest configuration epoch of the cluster, without asking the
    /// other nodes: the epoch, and whether it is a new one.
    ///
    /// `CLUSTER BUMPEPOCH`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_bumpepoch(&mut self) -> Command<EpochBump, Plain, Lease<'_>> {
        self.send(cluster_bumpepoch())
    }

    /// Gives up every migration of slots from this node that is under way.
    ///
    /// `CLUSTER CANCELSLOTMIGRATIONS`, since Valkey 9.0.0. Complexity: O(N) for N migrations.
    #[inline]
    pub fn cluster_cancelslotmigrations(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_cancelslotmigrations())
    }

    /// Counts how many nodes have recently reported a node as failing, as far as this node
    /// knows.
    ///
    /// `CLUSTER COUNT-FAILURE-REPORTS`, since 3.0.0. Complexity: O(N) for N reports.
    #[inline]
    pub fn cluster_count_failure_reports(&mut self, node_id: impl ToArg) -> Command<u64, Plain, Lease<'_>> {
        self.send(cluster_count_failure_reports(node_id))
    }

    /// Counts the keys that this node holds in a slot.
    ///
    /// `CLUSTER COUNTKEYSINSLOT`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_countkeysinslot(&mut self, slot: u16) -> Command<u64, Plain, Lease<'_>> {
        self.send(cluster_countkeysinslot(slot))
    }

    /// Has the node forget who owns slots, be it the node itself or another.
    ///
    /// Other nodes are not told. A cluster with slots that nobody owns refuses commands,
    /// unless it is configured otherwise.
    ///
    /// `CLUSTER DELSLOTS`, since 3.0.0. Complexity: O(N) for N slots.
    #[inline]
    pub fn cluster_delslots(&mut self, slots: impl ToArgs) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_delslots(slots))
    }

    /// Has the node forget who owns ranges of slots, each with its first and its last slot.
    ///
    /// Other nodes are not told. A cluster with slots that nobody owns refuses commands,
    /// unless it is configured otherwise.
    ///
    /// `CLUSTER DELSLOTSRANGE`, since 7.0.0. Complexity: O(N) for N slots.
    #[inline]
    pub fn cluster_delslotsrange(&mut self, ranges: impl ToPairs) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_delslotsrange(ranges))
    }

    /// Asks a replica to take over from its primary, which hands over without loss of writes
    /// unless an option says otherwise.
    ///
    /// The reply says that it was begun, not that it is done: look at `ROLE` or
    /// [`cluster_nodes`].
    ///
    /// `CLUSTER FAILOVER`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_failover(&mut self) -> Command<(), ClusterFailover, Lease<'_>> {
        self.send(cluster_failover())
    }

    /// Removes every key that this node holds in a slot.
    ///
    /// `CLUSTER FLUSHSLOT`, since Valkey 9.0.0. Complexity: O(N) for N keys in the slot.
    #[inline]
    pub fn cluster_flushslot(&mut self, slot: u16) -> Command<(), ClusterFlushslot, Lease<'_>> {
        self.send(cluster_flushslot(slot))
    }

    /// Has an empty node forget who owns any slot.
    ///
    /// Fails if the node holds keys.
    ///
    /// `CLUSTER FLUSHSLOTS`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_flushslots(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_flushslots())
    }

    /// Has the node forget another one, and not hear of it from others for a minute.
    ///
    /// To remove a node from a cluster, each of the others must be told within that minute.
    /// Redis 7.2 and Valkey pass it on by themselves.
    ///
    /// `CLUSTER FORGET`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_forget(&mut self, node_id: impl ToArg) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_forget(node_id))
    }

    /// Names at most `count` of the keys that this node holds in a slot.
    ///
    /// `CLUSTER GETKEYSINSLOT`, since 3.0.0. Complexity: O(N) for N keys returned.
    #[inline]
    pub fn cluster_getkeysinslot(&mut self, slot: u16, count: u64) -> Command<Vec<Bytes>, Plain, Lease<'_>> {
        self.send(cluster_getkeysinslot(slot, count))
    }

    /// Lists the migrations of slots to and from this node, those under way and those that
    /// ended not long ago.
    ///
    /// `CLUSTER GETSLOTMIGRATIONS`, since Valkey 9.0.0. Complexity: O(N) for N migrations.
    #[inline]
    pub fn cluster_getslotmigrations(&mut self) -> Command<Vec<SlotMigration>, Plain, Lease<'_>> {
        self.send(cluster_getslotmigrations())
    }

    /// The server's own help on CLUSTER, line by line.
    ///
    /// `CLUSTER HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_help(&mut self) -> Command<Vec<String>, Plain, Lease<'_>> {
        self.send(cluster_help())
    }

    /// Tells how the cluster fares in the eyes of this node.
    ///
    /// `CLUSTER INFO`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_info(&mut self) -> Command<ClusterInfo, Plain, Lease<'_>> {
        self.send(cluster_info())
    }

    /// Tells which slot a key belongs to.
    ///
    /// `key_slot` knows it without a server.
    ///
    /// `CLUSTER KEYSLOT`, since 3.0.0. Complexity: O(N) for N bytes of the key.
    #[inline]
    pub fn cluster_keyslot(&mut self, key: impl ToArg) -> Command<u16, Plain, Lease<'_>> {
        self.send(cluster_keyslot(key))
    }

    /// Lists the connections of this node with others of the cluster, two for each that is
    /// reached.
    ///
    /// `CLUSTER LINKS`, since 7.0.0. Complexity: O(N) for N nodes.
    #[inline]
    pub fn cluster_links(&mut self) -> Command<Vec<ClusterLink>, Plain, Lease<'_>> {
        self.send(cluster_links())
    }

    /// Has the node greet another at an IP address, so that both are of one cluster.
    ///
    /// The reply says that it was begun, not that the other has answered. A name instead of
    /// an address is refused.
    ///
    /// `CLUSTER MEET`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_meet(&mut self, ip: impl ToArg, port: u16) -> Command<(), ClusterMeet, Lease<'_>> {
        self.send(cluster_meet(ip, port))
    }

    /// Begins to hand ranges of slots with their keys over to another node, all at one moment
    /// when it has caught up.
    ///
    /// The reply says that it was begun: [`cluster_getslotmigrations`] tells how it goes.
    ///
    /// `CLUSTER MIGRATESLOTS`, since Valkey 9.0.0. Complexity: O(N) for N slots.
    #[inline]
    pub fn cluster_migrateslots(
        &mut self,
        ranges: impl ToPairs,
        node_id: impl ToArg,
    ) -> Command<(), ClusterMigrateslots, Lease<'_>> {
        self.send(cluster_migrateslots(ranges, node_id))
    }

    /// Gives up imports of slots that are under way: how many.
    ///
    /// Asked of the node that gives the slots away, it stops nothing for good: the other will
    /// try again until it is asked too.
    ///
    /// `CLUSTER MIGRATION CANCEL`, since 8.4.0. Complexity: O(N) for N tasks.
    #[inline]
    pub fn cluster_migration_cancel(&mut self, tasks: MigrationTasks<'_>) -> Command<u64, Plain, Lease<'_>> {
        self.send(cluster_migration_cancel(tasks))
    }

    /// Begins to take ranges of slots with their keys over from the nodes that own them: the
    /// task's id.
    ///
    /// [`cluster_migration_status`] tells how it goes.
    ///
    /// `CLUSTER MIGRATION IMPORT`, since 8.4.0. Complexity: O(N) for N slots.
    #[inline]
    pub fn cluster_migration_import(&mut self, ranges: impl ToPairs) -> Command<String, Plain, Lease<'_>> {
        self.send(cluster_migration_import(ranges))
    }

    /// Lists tasks that move slots to or from this node, also those that ended.
    ///
    /// `CLUSTER MIGRATION STATUS`, since 8.4.0. Complexity: O(N) for N tasks.
    #[inline]
    pub fn cluster_migration_status(
        &mut self,
        tasks: MigrationTasks<'_>,
    ) -> Command<Vec<MigrationTask>, Plain, Lease<'_>> {
        self.send(cluster_migration_status(tasks))
    }

    /// The node's own id, 40 hexadecimal digits.
    ///
    /// `CLUSTER MYID`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_myid(&mut self) -> Command<String, Plain, Lease<'_>> {
        self.send(cluster_myid())
    }

    /// The id of the node's shard, 40 hexadecimal digits, which a primary and its replicas
    /// have in common.
    ///
    /// `CLUSTER MYSHARDID`, since 7.2.0. Complexity: O(1).
    #[inline]
    pub fn cluster_myshardid(&mut self) -> Command<String, Plain, Lease<'_>> {
        self.send(cluster_myshardid())
    }

    /// Lists the nodes that this node knows, itself among them, and what it knows of each.
    ///
    /// Clients that look for slots fare better with [`cluster_shards`].
    ///
    /// `CLUSTER NODES`, since 3.0.0. Complexity: O(N) for N nodes.
    #[inline]
    pub fn cluster_nodes(&mut self) -> Command<ClusterNodes, Plain, Lease<'_>> {
        self.send(cluster_nodes())
    }

    /// Lists the replicas of a primary, as far as this node knows.
    ///
    /// `CLUSTER REPLICAS`, since 5.0.0. Complexity: O(N) for N replicas.
    #[inline]
    pub fn cluster_replicas(&mut self, node_id: impl ToArg) -> Command<Vec<ClusterNode>, Plain, Lease<'_>> {
        self.send(cluster_replicas(node_id))
    }

    /// Makes the node a replica of a primary.
    ///
    /// A primary must be empty and own no slot for that.
    ///
    /// `CLUSTER REPLICATE`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_replicate(&mut self, node_id: impl ToArg) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_replicate(node_id))
    }

    /// Makes a replica an empty primary without slots, in a shard of its own.
    ///
    /// `CLUSTER REPLICATE NO ONE`, since Valkey 9.0.0. Complexity: O(N) for N keys.
    #[inline]
    pub fn cluster_replicate_no_one(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_replicate_no_one())
    }

    /// Has the node forget all others and all slots; a replica becomes an empty primary.
    ///
    /// A primary that holds keys refuses. Without an option it is soft.
    ///
    /// `CLUSTER RESET`, since 3.0.0. Complexity: O(N) for N nodes.
    #[inline]
    pub fn cluster_reset(&mut self) -> Command<(), ClusterReset, Lease<'_>> {
        self.send(cluster_reset())
    }

    /// Writes what the node knows of the cluster to its disk before it answers.
    ///
    /// `CLUSTER SAVECONFIG`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_saveconfig(&mut self) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_saveconfig())
    }

    /// Sets the configuration epoch of a new node, which knows no other node and has none
    /// yet.
    ///
    /// `CLUSTER SET-CONFIG-EPOCH`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_set_config_epoch(&mut self, epoch: u64) -> Command<(), Plain, Lease<'_>> {
        self.send(cluster_set_config_epoch(epoch))
    }

    /// Says who owns a slot, or that it is about to change hands.
    ///
    /// `CLUSTER SETSLOT`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn cluster_setslot(
        &mut self,
        slot: u16,
        owner: SlotOwner<'_>,
    ) -> Command<(), ClusterSetslot, Lease<'_>> {
        self.send(cluster_setslot(slot, owner))
    }

    /// Lists the shards of the cluster: the slots of each and its nodes.
    ///
    /// `CLUSTER SHARDS`, since 7.0.0. Complexity: O(N) for N nodes.
    #[inline]
    pub fn cluster_shards(&mut self) -> Command<Vec<ClusterShard>, Plain, Lease<'_>> {
        self.send(cluster_shards())
    }

    /// Lists the replicas of a primary; since Redis 5.0 [`cluster_replicas`] does the same.
    ///
    /// `CLUSTER SLAVES`, since 3.0.0. Complexity: O(N) for N replicas.
    #[inline]
    pub fn cluster_slaves(&mut self, node_id: impl ToArg) -> Command<Vec<ClusterNode>, Plain, Lease<'_>> {
        self.send(cluster_slaves(node_id))
    }

    /// Says how much the slots of this node are used, the most used first: each with its
    /// figures.
    ///
    /// Valkey has it since 8.0. Slots with the same figure come in their order.
    ///
    /// `CLUSTER SLOT-STATS ORDERBY`, since 8.2.0. Complexity: O(N log N) for N slots of the
    /// node.
    #[inline]
    pub fn cluster_slot_stats_orderby(
        &mut self,
        metric: SlotMetric,
    ) -> Command<Pairs<u16, SlotStats>, ClusterSlotStatsOrderby, Lease<'_>> {
        self.send(cluster_slot_stats_orderby(metric))
    }

    /// Says how much the slots from `first` to `last` are used, as far as this node owns
    /// them: each with its figures, in their order.
    ///
    /// Valkey has it since 8.0.
    ///
    /// `CLUSTER SLOT-STATS SLOTSRANGE`, since 8.2.0. Complexity: O(N) for N slots of the
    /// range.
    #[inline]
    pub fn cluster_slot_stats_slotsrange(
        &mut self,
        first: u16,
        last: u16,
    ) -> Command<Pairs<u16, SlotStats>, Plain, Lease<'_>> {
        self.send(cluster_slot_stats_slotsrange(first, last))
    }

    /// Lists ranges of slots with the nodes that serve them.
    ///
    /// Since Redis 7.0 [`cluster_shards`] says more.
    ///
    /// `CLUSTER SLOTS`, since 3.0.0. Complexity: O(N) for N nodes.
    #[inline]
    pub fn cluster_slots(&mut self) -> Command<Vec<ServedSlots>, Plain, Lease<'_>> {
        self.send(cluster_slots())
    }

    /// Lets commands that change nothing be answered by a replica on this connection, from
    /// what it has of its primary.
    ///
    /// `READONLY`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn readonly(&mut self) -> Command<(), Dedicated, Lease<'_>> {
        self.send(readonly())
    }

    /// Ends what [`readonly`] began: the replica redirects every command to its primary
    /// again.
    ///
    /// `READWRITE`, since 3.0.0. Complexity: O(1).
    #[inline]
    pub fn readwrite(&mut self) -> Command<(), Dedicated, Lease<'_>> {
        self.send(readwrite())
    }
}
