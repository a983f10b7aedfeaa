//! Lists.

use alloc::vec::Vec;
use core::time::Duration;

use bytes::Bytes;

use super::generic::milliseconds;
use super::many;
use crate::command::{Command, Meta, Wire, metas};
use crate::convert::{Arg, ToArg, ToArgs};

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

/// An end of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The front.
    Left,
    /// The back.
    Right,
}

/// Takes the first element of the first of these lists that has one, and waits
/// for one if none has: at most `time`, or for as long as it takes. The list's
/// key and the element; `None` if the time passed.
///
/// ```
/// use std::time::Duration;
/// use resp_core::{BlockTime, cmd};
///
/// let job = cmd::blpop(["urgent", "jobs"], Duration::from_secs(5)).text();
/// assert_eq!(job.wire().block_time(), Some(BlockTime::AtMost(Duration::from_secs(5))));
/// assert_eq!(cmd::blpop("jobs", None).wire().block_time(), Some(BlockTime::Forever));
/// ```
pub fn blpop(keys: impl ToArgs, time: impl Into<Option<Duration>>) -> Command<Option<(Bytes, Bytes)>> {
    pop(&metas::BLPOP, &keys, time.into())
}

/// [`blpop`] of the last element.
pub fn brpop(keys: impl ToArgs, time: impl Into<Option<Duration>>) -> Command<Option<(Bytes, Bytes)>> {
    pop(&metas::BRPOP, &keys, time.into())
}

/// Takes an element off one side of a list, puts it on one side of another, and
/// waits for one if there is none: at most `time`, or for as long as it takes.
/// The element; `None` if the time passed.
pub fn blmove(
    from: impl ToArg,
    to: impl ToArg,
    (from_side, to_side): (Side, Side),
    time: impl Into<Option<Duration>>,
) -> Command<Option<Bytes>> {
    let args = [from.to_arg(), to.to_arg(), from_side.to_arg(), to_side.to_arg()];
    let mut wire = Wire::of(&metas::BLMOVE, args.each_ref().map(|arg| arg.as_bytes()));
    wire.push(seconds(time.into()).to_arg().as_bytes());
    Command::new(wire)
}

fn pop(meta: &'static Meta, keys: &impl ToArgs, time: Option<Duration>) -> Command<Option<(Bytes, Bytes)>> {
    let mut wire = Wire::of(meta, []);
    keys.each_arg(&mut |key| wire.push(key.as_bytes()));
    wire.push(seconds(time).to_arg().as_bytes());
    Command::new(wire)
}

/// As servers count: 0 is for ever, so the shortest time is a millisecond.
fn seconds(time: Option<Duration>) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "no time that matters has 53 bits of milliseconds")]
    time.map_or(0.0, |time| milliseconds(time).max(1) as f64 / 1000.0)
}

impl ToArg for Side {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(match self {
            Self::Left => b"LEFT",
            Self::Right => b"RIGHT",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_wait_is_not_for_ever() {
        let last = |time: Option<Duration>| {
            let command = blmove("a", "b", (Side::Left, Side::Right), time);
            command.wire().args().map(<[u8]>::to_vec).collect::<Vec<_>>().join(&b' ')
        };
        assert_eq!(last(None), b"a b LEFT RIGHT 0");
        assert_eq!(last(Some(Duration::ZERO)), b"a b LEFT RIGHT 0.001");
        assert_eq!(last(Some(Duration::from_nanos(1))), b"a b LEFT RIGHT 0.001");
        assert_eq!(last(Some(Duration::from_millis(1500))), b"a b LEFT RIGHT 1.5");
    }
}
