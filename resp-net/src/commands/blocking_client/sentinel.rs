// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use resp_core::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::collections::HashMap;
use std::string::String;
use std::vec::Vec;

/// Sentinels, which watch servers and replace a primary that is down.
impl Client {
    /// Checks whether enough sentinels can be reached to find that a primary is down and to
    /// replace it: a sentence for people.
    ///
    /// The error code is `NOQUORUM` if there are too few.
    ///
    /// `SENTINEL CKQUORUM`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_ckquorum(&self, primary: impl ToArg) -> Call<'_, String> {
        self.send(sentinel_ckquorum(primary))
    }

    /// Reads settings of the sentinel itself whose names fit glob-style patterns.
    ///
    /// More than one pattern needs Redis 7.2.
    ///
    /// `SENTINEL CONFIG GET`, since 6.2.0. Complexity: O(N) for N settings.
    #[inline]
    pub fn sentinel_config_get(&self, patterns: impl ToArgs) -> Call<'_, HashMap<String, String>> {
        self.send(sentinel_config_get(patterns))
    }

    /// Changes settings of the sentinel itself.
    ///
    /// More than one setting needs Redis 7.2.
    ///
    /// `SENTINEL CONFIG SET`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_config_set(&self, settings: impl ToPairs) -> Call<'_, ()> {
        self.send(sentinel_config_set(settings))
    }

    /// Reads the times by which a sentinel works, in milliseconds.
    ///
    /// `SENTINEL DEBUG`, since 7.0.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_debug(&self) -> Call<'_, HashMap<String, u64>, SentinelDebug> {
        self.send(sentinel_debug())
    }

    /// Has a replica take over from a primary at once, without asking other sentinels.
    ///
    /// The reply says that it was begun. The error code is `NOGOODSLAVE` if no replica is
    /// fit, `INPROG` if one takes over already.
    ///
    /// `SENTINEL FAILOVER`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_failover(&self, primary: impl ToArg) -> Call<'_, ()> {
        self.send(sentinel_failover(primary))
    }

    /// Writes what the sentinel knows to its configuration file before it answers.
    ///
    /// `SENTINEL FLUSHCONFIG`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_flushconfig(&self) -> Call<'_, ()> {
        self.send(sentinel_flushconfig())
    }

    /// Tells the IP address and port of a primary, the new one if a replica has taken over;
    /// `None` if no primary has this name.
    ///
    /// It is a name instead of an address where sentinels are configured to announce names.
    ///
    /// `SENTINEL GET-MASTER-ADDR-BY-NAME`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_get_master_addr_by_name(&self, primary: impl ToArg) -> Call<'_, Option<(String, u16)>> {
        self.send(sentinel_get_master_addr_by_name(primary))
    }

    /// Does what [`sentinel_get_master_addr_by_name`] does, under another name.
    ///
    /// `SENTINEL GET-PRIMARY-ADDR-BY-NAME`, since Valkey 8.0.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_get_primary_addr_by_name(&self, primary: impl ToArg) -> Call<'_, Option<(String, u16)>> {
        self.send(sentinel_get_primary_addr_by_name(primary))
    }

    /// The server's own help on SENTINEL, line by line.
    ///
    /// `SENTINEL HELP`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_help(&self) -> Call<'_, Vec<String>> {
        self.send(sentinel_help())
    }

    /// Gives what primaries and their replicas last said of themselves: for each primary by
    /// name, first its own text and then those of its replicas.
    ///
    /// `SENTINEL INFO-CACHE`, since 3.2.0. Complexity: O(N) for N nodes.
    #[inline]
    pub fn sentinel_info_cache(&self, primaries: impl ToArgs) -> Call<'_, Pairs<String, Vec<CachedInfo>>> {
        self.send(sentinel_info_cache(primaries))
    }

    /// Asks, as other sentinels do, whether a primary is down, and for a vote if a run id is
    /// given instead of `*`.
    ///
    /// `SENTINEL IS-MASTER-DOWN-BY-ADDR`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_is_master_down_by_addr(
        &self,
        ip: impl ToArg,
        port: u16,
        epoch: u64,
        run_id: impl ToArg,
    ) -> Call<'_, SentinelVote> {
        self.send(sentinel_is_master_down_by_addr(ip, port, epoch, run_id))
    }

    /// Does what [`sentinel_is_master_down_by_addr`] does, under another name.
    ///
    /// `SENTINEL IS-PRIMARY-DOWN-BY-ADDR`, since Valkey 8.0.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_is_primary_down_by_addr(
        &self,
        ip: impl ToArg,
        port: u16,
        epoch: u64,
        run_id: impl ToArg,
    ) -> Call<'_, SentinelVote> {
        self.send(sentinel_is_primary_down_by_addr(ip, port, epoch, run_id))
    }

    /// Tells how a primary fares and how it is watched.
    ///
    /// `SENTINEL MASTER`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_master(&self, primary: impl ToArg) -> Call<'_, WatchedPrimary> {
        self.send(sentinel_master(primary))
    }

    /// Lists the primaries that are watched.
    ///
    /// `SENTINEL MASTERS`, since 2.8.4. Complexity: O(N) for N primaries.
    #[inline]
    pub fn sentinel_masters(&self) -> Call<'_, Vec<WatchedPrimary>> {
        self.send(sentinel_masters())
    }

    /// Begins to watch a primary under a name; `quorum` sentinels must agree that it is down.
    ///
    /// `SENTINEL MONITOR`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_monitor(
        &self,
        primary: impl ToArg,
        ip: impl ToArg,
        port: u16,
        quorum: u32,
    ) -> Call<'_, ()> {
        self.send(sentinel_monitor(primary, ip, port, quorum))
    }

    /// The sentinel's own id, 40 hexadecimal digits.
    ///
    /// `SENTINEL MYID`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_myid(&self) -> Call<'_, String> {
        self.send(sentinel_myid())
    }

    /// Lists the scripts of the administrator that run or wait to be run.
    ///
    /// `SENTINEL PENDING-SCRIPTS`, since 2.8.4. Complexity: O(N) for N scripts.
    #[inline]
    pub fn sentinel_pending_scripts(&self) -> Call<'_, Vec<PendingScript>> {
        self.send(sentinel_pending_scripts())
    }

    /// Does what [`sentinel_masters`] does, under another name.
    ///
    /// `SENTINEL PRIMARIES`, since Valkey 8.0.0. Complexity: O(N) for N primaries.
    #[inline]
    pub fn sentinel_primaries(&self) -> Call<'_, Vec<WatchedPrimary>> {
        self.send(sentinel_primaries())
    }

    /// Does what [`sentinel_master`] does, under another name.
    ///
    /// `SENTINEL PRIMARY`, since Valkey 8.0.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_primary(&self, primary: impl ToArg) -> Call<'_, WatchedPrimary> {
        self.send(sentinel_primary(primary))
    }

    /// Ceases to watch a primary.
    ///
    /// `SENTINEL REMOVE`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_remove(&self, primary: impl ToArg) -> Call<'_, ()> {
        self.send(sentinel_remove(primary))
    }

    /// Lists the replicas of a primary.
    ///
    /// `SENTINEL REPLICAS`, since 5.0.0. Complexity: O(N) for N replicas.
    #[inline]
    pub fn sentinel_replicas(&self, primary: impl ToArg) -> Call<'_, Vec<WatchedReplica>> {
        self.send(sentinel_replicas(primary))
    }

    /// Forgets the replicas, the sentinels and the failover under way of every primary whose
    /// name fits a glob-style pattern, and finds them anew: how many primaries.
    ///
    /// `SENTINEL RESET`, since 2.8.4. Complexity: O(N) for N primaries.
    #[inline]
    pub fn sentinel_reset(&self, pattern: impl ToArg) -> Call<'_, u64> {
        self.send(sentinel_reset(pattern))
    }

    /// Lists the other sentinels that watch a primary.
    ///
    /// `SENTINEL SENTINELS`, since 2.8.4. Complexity: O(N) for N sentinels.
    #[inline]
    pub fn sentinel_sentinels(&self, primary: impl ToArg) -> Call<'_, Vec<OtherSentinel>> {
        self.send(sentinel_sentinels(primary))
    }

    /// Changes how a primary is watched, such as `quorum` or `down-after-milliseconds`.
    ///
    /// Other sentinels are not told.
    ///
    /// `SENTINEL SET`, since 2.8.4. Complexity: O(1).
    #[inline]
    pub fn sentinel_set(&self, primary: impl ToArg, settings: impl ToPairs) -> Call<'_, ()> {
        self.send(sentinel_set(primary, settings))
    }

    /// Has the sentinel end itself at a moment to come, for tests.
    ///
    /// `SENTINEL SIMULATE-FAILURE`, since 3.2.0. Complexity: O(1).
    #[inline]
    pub fn sentinel_simulate_failure(
        &self,
        failure: SimulatedFailure,
    ) -> Call<'_, (), SentinelSimulateFailure> {
        self.send(sentinel_simulate_failure(failure))
    }

    /// Lists the replicas of a primary; since Redis 5.0 [`sentinel_replicas`] does the same.
    ///
    /// `SENTINEL SLAVES`, since 2.8.0. Complexity: O(N) for N replicas.
    #[inline]
    pub fn sentinel_slaves(&self, primary: impl ToArg) -> Call<'_, Vec<WatchedReplica>> {
        self.send(sentinel_slaves(primary))
    }
}
