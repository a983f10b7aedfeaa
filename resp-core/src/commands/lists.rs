//! Lists.

use alloc::vec::Vec;

use bytes::Bytes;

use super::many;
use crate::command::{Command, Wire, metas};
use crate::convert::{ToArg, ToArgs};

/// Puts values in front of a list, the last one first: its length then.
pub fn lpush(key: impl ToArg, values: impl ToArgs) -> Command<i64> {
    many(&metas::LPUSH, [key.to_arg().as_bytes()], |visit| values.each_arg(visit))
}

/// The elements from index `start` to index `stop`, both included and counted
/// from zero, or from the end if negative: -1 is the last one.
pub fn lrange(key: impl ToArg, start: i64, stop: i64) -> Command<Vec<Bytes>> {
    let args = [key.to_arg(), start.to_arg(), stop.to_arg()];
    Command::new(Wire::of(&metas::LRANGE, args.each_ref().map(|arg| arg.as_bytes())))
}
