// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Sentinels, which watch servers and replace a primary that is down.

#[doc(inline)]
pub use super::custom::sentinel::*;
use crate::command::{Command, Queueable, Shareable, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use std::collections::HashMap;
use std::string::String;
use std::vec::Vec;

/// Checks whether enough sentinels can be reached to find that a primary is down and to
/// replace it: a sentence for people.
///
/// The error code is `NOQUORUM` if there are too few.
///
/// `SENTINEL CKQUORUM`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_ckquorum("mymaster");
/// // SENTINEL CKQUORUM mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_ckquorum(primary: impl ToArg) -> Command<String> {
    Command::new(Wire::of(&metas::SENTINEL_CKQUORUM, [primary.to_arg().as_bytes()]))
}

/// Reads settings of the sentinel itself whose names fit glob-style patterns.
///
/// More than one pattern needs Redis 7.2.
///
/// `SENTINEL CONFIG GET`, since 6.2.0. Complexity: O(N) for N settings.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_config_get("*");
/// // SENTINEL CONFIG GET *
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_config_get(patterns: impl ToArgs) -> Command<HashMap<String, String>> {
    let mut wire = Wire::of(&metas::SENTINEL_CONFIG_GET, []);
    wire.push_args(&patterns);
    Command::new(wire)
}

/// Changes settings of the sentinel itself.
///
/// More than one setting needs Redis 7.2.
///
/// `SENTINEL CONFIG SET`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_config_set(("announce-port", 26380));
/// // SENTINEL CONFIG SET announce-port 26380
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_config_set(settings: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::SENTINEL_CONFIG_SET, []);
    wire.push_pairs(&settings);
    Command::new(wire)
}

/// The options of [`sentinel_debug`].
#[derive(Debug)]
pub struct SentinelDebug;

impl Shareable for SentinelDebug {}
impl Queueable for SentinelDebug {}

/// Reads the times by which a sentinel works, in milliseconds.
///
/// `SENTINEL DEBUG`, since 7.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_debug();
/// // SENTINEL DEBUG
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_debug() -> Command<HashMap<String, u64>, SentinelDebug> {
    Command::new(Wire::of(&metas::SENTINEL_DEBUG, []))
}

impl<X> Command<HashMap<String, u64>, SentinelDebug, X> {
    /// Changes some of them instead, in milliseconds.
    #[inline]
    pub fn set(self, settings: impl ToPairs) -> Command<(), SentinelDebug, X> {
        self.with(|wire| {
            wire.push_pairs(&settings);
        })
        .retyped()
    }
}

/// Has a replica take over from a primary at once, without asking other sentinels.
///
/// The reply says that it was begun. The error code is `NOGOODSLAVE` if no replica is
/// fit, `INPROG` if one takes over already.
///
/// `SENTINEL FAILOVER`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_failover("mymaster");
/// // SENTINEL FAILOVER mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_failover(primary: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::SENTINEL_FAILOVER, [primary.to_arg().as_bytes()]))
}

/// Writes what the sentinel knows to its configuration file before it answers.
///
/// `SENTINEL FLUSHCONFIG`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_flushconfig();
/// // SENTINEL FLUSHCONFIG
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_flushconfig() -> Command<()> {
    Command::new(Wire::of(&metas::SENTINEL_FLUSHCONFIG, []))
}

/// Tells the IP address and port of a primary, the new one if a replica has taken over;
/// `None` if no primary has this name.
///
/// It is a name instead of an address where sentinels are configured to announce names.
///
/// `SENTINEL GET-MASTER-ADDR-BY-NAME`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_get_master_addr_by_name("mymaster");
/// // SENTINEL GET-MASTER-ADDR-BY-NAME mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_get_master_addr_by_name(primary: impl ToArg) -> Command<Option<(String, u16)>> {
    Command::new(Wire::of(&metas::SENTINEL_GET_MASTER_ADDR_BY_NAME, [primary.to_arg().as_bytes()]))
}

/// Does what [`sentinel_get_master_addr_by_name`] does, under another name.
///
/// `SENTINEL GET-PRIMARY-ADDR-BY-NAME`, since Valkey 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_get_primary_addr_by_name("mymaster");
/// // SENTINEL GET-PRIMARY-ADDR-BY-NAME mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_get_primary_addr_by_name(primary: impl ToArg) -> Command<Option<(String, u16)>> {
    Command::new(Wire::of(&metas::SENTINEL_GET_PRIMARY_ADDR_BY_NAME, [primary.to_arg().as_bytes()]))
}

/// The server's own help on SENTINEL, line by line.
///
/// `SENTINEL HELP`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_help();
/// // SENTINEL HELP
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::SENTINEL_HELP, []))
}

/// Gives what primaries and their replicas last said of themselves: for each primary by
/// name, first its own text and then those of its replicas.
///
/// `SENTINEL INFO-CACHE`, since 3.2.0. Complexity: O(N) for N nodes.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_info_cache(["mymaster", "other"]);
/// // SENTINEL INFO-CACHE mymaster other
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_info_cache(primaries: impl ToArgs) -> Command<Pairs<String, Vec<CachedInfo>>> {
    let mut wire = Wire::of(&metas::SENTINEL_INFO_CACHE, []);
    wire.push_args(&primaries);
    Command::new(wire)
}

/// Asks, as other sentinels do, whether a primary is down, and for a vote if a run id is
/// given instead of `*`.
///
/// `SENTINEL IS-MASTER-DOWN-BY-ADDR`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_is_master_down_by_addr("127.0.0.1", 6379, 0, "*");
/// // SENTINEL IS-MASTER-DOWN-BY-ADDR 127.0.0.1 6379 0 *
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_is_master_down_by_addr(
    ip: impl ToArg,
    port: u16,
    epoch: u64,
    run_id: impl ToArg,
) -> Command<SentinelVote> {
    Command::new(Wire::of(
        &metas::SENTINEL_IS_MASTER_DOWN_BY_ADDR,
        [
            ip.to_arg().as_bytes(),
            port.to_arg().as_bytes(),
            epoch.to_arg().as_bytes(),
            run_id.to_arg().as_bytes(),
        ],
    ))
}

/// Does what [`sentinel_is_master_down_by_addr`] does, under another name.
///
/// `SENTINEL IS-PRIMARY-DOWN-BY-ADDR`, since Valkey 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_is_primary_down_by_addr("127.0.0.1", 6379, 0, "*");
/// // SENTINEL IS-PRIMARY-DOWN-BY-ADDR 127.0.0.1 6379 0 *
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_is_primary_down_by_addr(
    ip: impl ToArg,
    port: u16,
    epoch: u64,
    run_id: impl ToArg,
) -> Command<SentinelVote> {
    Command::new(Wire::of(
        &metas::SENTINEL_IS_PRIMARY_DOWN_BY_ADDR,
        [
            ip.to_arg().as_bytes(),
            port.to_arg().as_bytes(),
            epoch.to_arg().as_bytes(),
            run_id.to_arg().as_bytes(),
        ],
    ))
}

/// Tells how a primary fares and how it is watched.
///
/// `SENTINEL MASTER`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_master("mymaster");
/// // SENTINEL MASTER mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_master(primary: impl ToArg) -> Command<WatchedPrimary> {
    Command::new(Wire::of(&metas::SENTINEL_MASTER, [primary.to_arg().as_bytes()]))
}

/// Lists the primaries that are watched.
///
/// `SENTINEL MASTERS`, since 2.8.4. Complexity: O(N) for N primaries.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_masters();
/// // SENTINEL MASTERS
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_masters() -> Command<Vec<WatchedPrimary>> {
    Command::new(Wire::of(&metas::SENTINEL_MASTERS, []))
}

/// Begins to watch a primary under a name; `quorum` sentinels must agree that it is down.
///
/// `SENTINEL MONITOR`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_monitor("mymaster", "127.0.0.1", 6379, 2);
/// // SENTINEL MONITOR mymaster 127.0.0.1 6379 2
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_monitor(primary: impl ToArg, ip: impl ToArg, port: u16, quorum: u32) -> Command<()> {
    Command::new(Wire::of(
        &metas::SENTINEL_MONITOR,
        [
            primary.to_arg().as_bytes(),
            ip.to_arg().as_bytes(),
            port.to_arg().as_bytes(),
            quorum.to_arg().as_bytes(),
        ],
    ))
}

/// The sentinel's own id, 40 hexadecimal digits.
///
/// `SENTINEL MYID`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_myid();
/// // SENTINEL MYID
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_myid() -> Command<String> {
    Command::new(Wire::of(&metas::SENTINEL_MYID, []))
}

/// Lists the scripts of the administrator that run or wait to be run.
///
/// `SENTINEL PENDING-SCRIPTS`, since 2.8.4. Complexity: O(N) for N scripts.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_pending_scripts();
/// // SENTINEL PENDING-SCRIPTS
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_pending_scripts() -> Command<Vec<PendingScript>> {
    Command::new(Wire::of(&metas::SENTINEL_PENDING_SCRIPTS, []))
}

/// Does what [`sentinel_masters`] does, under another name.
///
/// `SENTINEL PRIMARIES`, since Valkey 8.0.0. Complexity: O(N) for N primaries.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_primaries();
/// // SENTINEL PRIMARIES
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_primaries() -> Command<Vec<WatchedPrimary>> {
    Command::new(Wire::of(&metas::SENTINEL_PRIMARIES, []))
}

/// Does what [`sentinel_master`] does, under another name.
///
/// `SENTINEL PRIMARY`, since Valkey 8.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_primary("mymaster");
/// // SENTINEL PRIMARY mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_primary(primary: impl ToArg) -> Command<WatchedPrimary> {
    Command::new(Wire::of(&metas::SENTINEL_PRIMARY, [primary.to_arg().as_bytes()]))
}

/// Ceases to watch a primary.
///
/// `SENTINEL REMOVE`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_remove("mymaster");
/// // SENTINEL REMOVE mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_remove(primary: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::SENTINEL_REMOVE, [primary.to_arg().as_bytes()]))
}

/// Lists the replicas of a primary.
///
/// `SENTINEL REPLICAS`, since 5.0.0. Complexity: O(N) for N replicas.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_replicas("mymaster");
/// // SENTINEL REPLICAS mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_replicas(primary: impl ToArg) -> Command<Vec<WatchedReplica>> {
    Command::new(Wire::of(&metas::SENTINEL_REPLICAS, [primary.to_arg().as_bytes()]))
}

/// Forgets the replicas, the sentinels and the failover under way of every primary whose
/// name fits a glob-style pattern, and finds them anew: how many primaries.
///
/// `SENTINEL RESET`, since 2.8.4. Complexity: O(N) for N primaries.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_reset("my*");
/// // SENTINEL RESET my*
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_reset(pattern: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::SENTINEL_RESET, [pattern.to_arg().as_bytes()]))
}

/// Lists the other sentinels that watch a primary.
///
/// `SENTINEL SENTINELS`, since 2.8.4. Complexity: O(N) for N sentinels.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_sentinels("mymaster");
/// // SENTINEL SENTINELS mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_sentinels(primary: impl ToArg) -> Command<Vec<OtherSentinel>> {
    Command::new(Wire::of(&metas::SENTINEL_SENTINELS, [primary.to_arg().as_bytes()]))
}

/// Changes how a primary is watched, such as `quorum` or `down-after-milliseconds`.
///
/// Other sentinels are not told.
///
/// `SENTINEL SET`, since 2.8.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_set("mymaster", [("quorum", "2"), ("down-after-milliseconds", "5000")]);
/// // SENTINEL SET mymaster quorum 2 down-after-milliseconds 5000
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_set(primary: impl ToArg, settings: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::SENTINEL_SET, [primary.to_arg().as_bytes()]);
    wire.push_pairs(&settings);
    Command::new(wire)
}

/// The options of [`sentinel_simulate_failure`].
#[derive(Debug)]
pub struct SentinelSimulateFailure;

impl Shareable for SentinelSimulateFailure {}
impl Queueable for SentinelSimulateFailure {}

/// Has the sentinel end itself at a moment to come, for tests.
///
/// `SENTINEL SIMULATE-FAILURE`, since 3.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_simulate_failure(SimulatedFailure::CrashAfterElection);
/// // SENTINEL SIMULATE-FAILURE CRASH-AFTER-ELECTION
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_simulate_failure(failure: SimulatedFailure) -> Command<(), SentinelSimulateFailure> {
    Command::new(Wire::of(&metas::SENTINEL_SIMULATE_FAILURE, [failure.to_arg().as_bytes()]))
}

impl<R, X> Command<R, SentinelSimulateFailure, X> {
    /// Also at this moment.
    #[inline]
    pub fn and(self, failure: SimulatedFailure) -> Self {
        self.with(|wire| {
            wire.push(failure.to_arg().as_bytes());
        })
    }
}

/// Lists the replicas of a primary; since Redis 5.0 [`sentinel_replicas`] does the same.
///
/// `SENTINEL SLAVES`, since 2.8.0. Complexity: O(N) for N replicas.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sentinel_slaves("mymaster");
/// // SENTINEL SLAVES mymaster
/// # let _ = command;
/// ```
#[inline]
pub fn sentinel_slaves(primary: impl ToArg) -> Command<Vec<WatchedReplica>> {
    Command::new(Wire::of(&metas::SENTINEL_SLAVES, [primary.to_arg().as_bytes()]))
}
