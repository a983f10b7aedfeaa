// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! HyperLogLogs: about how many different elements were added.

use crate::command::{Command, Wire, metas};
use crate::convert::{ToArg, ToArgs};
use crate::reply::Reply;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};

/// Adds elements to a HyperLogLog, a new one if there is none: whether its estimate may
/// have changed.
///
/// Without elements it only sees to it that there is one.
///
/// `PFADD`, since 2.8.9. Complexity: O(1) for each element.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pfadd("visitors", ["ada", "bob"]);
/// // PFADD visitors ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn pfadd(key: impl ToArg, elements: impl ToArgs) -> Command<bool> {
    let mut wire = Wire::of(&metas::PFADD, [key.to_arg().as_bytes()]);
    wire.push_args(&elements);
    Command::new(wire)
}

/// About how many different elements were added to these HyperLogLogs together, with a
/// standard error of 0.81 %.
///
/// `PFCOUNT`, since 2.8.9. Complexity: O(1) for one key, O(N) with a large constant for N
/// of them.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pfcount("monday");
/// // PFCOUNT monday
/// # let _ = command;
/// ```
#[inline]
pub fn pfcount(keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::PFCOUNT, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// Shows how a HyperLogLog is stored, for work on servers: what `subcommand` asks for.
///
/// The subcommands are GETREG, DECODE, ENCODING and TODENSE.
///
/// `PFDEBUG`, since 2.8.9. Complexity: O(1), or O(N) where registers are shown.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pfdebug("ENCODING", "h").text();
/// // PFDEBUG ENCODING h
/// # let _ = command;
/// ```
#[inline]
pub fn pfdebug(subcommand: impl ToArg, key: impl ToArg) -> Command<Reply> {
    Command::new(Wire::of(&metas::PFDEBUG, [subcommand.to_arg().as_bytes(), key.to_arg().as_bytes()]))
}

/// Adds to the HyperLogLog at `destination` all that was added to others.
///
/// `PFMERGE`, since 2.8.9. Complexity: O(N) with a large constant for N keys.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pfmerge("week", ["monday", "tuesday"]);
/// // PFMERGE week monday tuesday
/// # let _ = command;
/// ```
#[inline]
pub fn pfmerge(destination: impl ToArg, sources: impl ToArgs) -> Command<()> {
    let mut wire = Wire::of(&metas::PFMERGE, [destination.to_arg().as_bytes()]);
    wire.push_args(&sources);
    Command::new(wire)
}

/// Has the server test its HyperLogLogs, for work on servers.
///
/// `PFSELFTEST`, since 2.8.9. Complexity: some seconds; the server does nothing else
/// meanwhile.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = pfselftest();
/// // PFSELFTEST
/// # let _ = command;
/// ```
#[inline]
pub fn pfselftest() -> Command<()> {
    Command::new(Wire::of(&metas::PFSELFTEST, []))
}
