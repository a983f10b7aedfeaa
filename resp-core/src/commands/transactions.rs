// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Transactions: commands that run together, or not at all.

use crate::command::{Command, Dedicated, Wire, metas};
use crate::convert::ToArgs;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};

/// Ends what [`watch`] began, for all keys.
///
/// The end of a transaction does so too.
///
/// `UNWATCH`, since 2.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = unwatch();
/// // UNWATCH
/// # let _ = command;
/// ```
#[inline]
pub fn unwatch() -> Command<(), Dedicated> {
    Command::new(Wire::of(&metas::UNWATCH, []))
}

/// Has the next transaction on this connection do nothing if one of these keys is changed
/// before.
///
/// `WATCH`, since 2.2.0. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = watch(["a", "b"]);
/// // WATCH a b
/// # let _ = command;
/// ```
#[inline]
pub fn watch(keys: impl ToArgs) -> Command<(), Dedicated> {
    let mut wire = Wire::of(&metas::WATCH, []);
    wire.push_args(&keys);
    Command::new(wire)
}
