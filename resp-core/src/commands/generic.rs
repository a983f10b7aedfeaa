//! Keys of any type.

use core::time::Duration;

use super::list;
use crate::command::{Command, Wire, metas};
use crate::convert::{ToArg, ToArgs};

/// Removes keys: how many there were.
pub fn del(keys: impl ToArgs) -> Command<i64> {
    list(&metas::DEL, &keys)
}

/// Has a key vanish after `time`, to the millisecond: whether there was one.
pub fn expire(key: impl ToArg, time: Duration) -> Command<bool> {
    let (meta, amount) = match whole_seconds(time) {
        Some(seconds) => (&metas::EXPIRE, u128::from(seconds)),
        None => (&metas::PEXPIRE, milliseconds(time)),
    };
    Command::new(Wire::of(meta, [key.to_arg().as_bytes(), amount.to_arg().as_bytes()]))
}

/// The time in seconds if it is whole ones.
pub(super) const fn whole_seconds(time: Duration) -> Option<u64> {
    if time.subsec_nanos() == 0 { Some(time.as_secs()) } else { None }
}

/// The time in milliseconds, rounded up, so that a short time is not none.
pub(super) const fn milliseconds(time: Duration) -> u128 {
    time.as_nanos().div_ceil(1_000_000)
}
