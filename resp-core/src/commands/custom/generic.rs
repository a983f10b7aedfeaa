//! Keys of any type.

use core::marker::PhantomData;
use core::time::Duration;
use std::time::SystemTime;

use crate::command::{Command, Free, Meta, Queueable, Shareable, Used, Wire, metas};
use crate::commands::times;
use crate::convert::ToArg;

#[doc(inline)]
pub use super::sort::{Sort, SortRo, sort, sort_ro};

/// The options of [`expire`] and its like: whether a condition on there being a
/// time to live was given, and one on which is longer.
#[derive(Debug)]
pub struct Expire<Existence = Free, Comparison = Free>(PhantomData<(Existence, Comparison)>);

impl<E, C> Shareable for Expire<E, C> {}
impl<E, C> Queueable for Expire<E, C> {}

/// Has a key vanish after `time`, to the millisecond: whether there was one, and
/// the conditions held.
///
/// `EXPIRE`, or `PEXPIRE` where the time is not whole seconds. Complexity: O(1).
///
/// ```
/// use std::time::Duration;
/// use resp_core::cmd;
///
/// let at_least = cmd::expire("session:7", Duration::from_secs(60)).gt();
/// # let _ = at_least;
/// ```
pub fn expire(key: impl ToArg, time: Duration) -> Command<bool, Expire> {
    let meta = if time.subsec_nanos() == 0 { &metas::EXPIRE } else { &metas::PEXPIRE };
    two(meta, &key, &times::ttl(time))
}

/// Has a key vanish at `time`, to the millisecond: whether there was one, and the
/// conditions held. A time that has passed removes the key at once.
///
/// `EXPIREAT`, or `PEXPIREAT` where the time is not whole seconds. Complexity: O(1).
pub fn expireat(key: impl ToArg, time: SystemTime) -> Command<bool, Expire> {
    let meta = if times::ttl_at_word(time) == b"EXAT" { &metas::EXPIREAT } else { &metas::PEXPIREAT };
    two(meta, &key, &times::ttl_at(time))
}

/// [`expire`], always in milliseconds.
///
/// `PEXPIRE`, since 2.6.0. Complexity: O(1).
pub fn pexpire(key: impl ToArg, time: Duration) -> Command<bool, Expire> {
    two(&metas::PEXPIRE, &key, &times::millis(time))
}

/// [`expireat`], always in milliseconds.
///
/// `PEXPIREAT`, since 2.6.0. Complexity: O(1).
pub fn pexpireat(key: impl ToArg, time: SystemTime) -> Command<bool, Expire> {
    two(&metas::PEXPIREAT, &key, &times::unix_millis(time))
}

fn two<R, K>(meta: &'static Meta, key: &impl ToArg, time: &impl ToArg) -> Command<R, K> {
    Command::new(Wire::of(meta, [key.to_arg().as_bytes(), time.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Expire<Free, Free>, X> {
    /// Only if the key has no time to live. Since 7.0.0.
    pub fn nx(self) -> Command<R, Expire<Used, Used>, X> {
        self.with(|wire| wire.push(b"NX")).retyped()
    }
}

impl<R, C, X> Command<R, Expire<Free, C>, X> {
    /// Only if the key has a time to live. Since 7.0.0.
    pub fn xx(self) -> Command<R, Expire<Used, C>, X> {
        self.with(|wire| wire.push(b"XX")).retyped()
    }
}

impl<R, E, X> Command<R, Expire<E, Free>, X> {
    /// Only if the key would vanish earlier by itself; one that lives for ever
    /// would not. Since 7.0.0.
    pub fn gt(self) -> Command<R, Expire<E, Used>, X> {
        self.with(|wire| wire.push(b"GT")).retyped()
    }

    /// Only if the key would vanish later by itself, or never. Since 7.0.0.
    pub fn lt(self) -> Command<R, Expire<E, Used>, X> {
        self.with(|wire| wire.push(b"LT")).retyped()
    }
}

/// When a key that is made will vanish. A duration, a time and `None` become one
/// by themselves.
///
/// ```
/// use std::time::Duration;
/// use resp_core::cmd::{self, Expires};
///
/// let for_ever = cmd::restore("copy", Expires::Never, "dump");
/// let for_a_minute = cmd::restore("copy", Duration::from_secs(60), "dump");
/// # let _ = (for_ever, for_a_minute);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expires {
    /// Never by itself.
    Never,
    /// After this time, to the millisecond.
    In(Duration),
    /// At this time, to the millisecond.
    At(SystemTime),
}

impl From<Duration> for Expires {
    fn from(time: Duration) -> Self {
        Self::In(time)
    }
}

impl From<SystemTime> for Expires {
    fn from(time: SystemTime) -> Self {
        Self::At(time)
    }
}

impl From<Option<Duration>> for Expires {
    fn from(time: Option<Duration>) -> Self {
        time.map_or(Self::Never, Self::In)
    }
}

/// The options of [`restore`]: whether it may replace a key, and how much the key
/// counts as used.
#[derive(Debug)]
pub struct Restore<Replace = Free, Usage = Free>(PhantomData<(Replace, Usage)>);

impl<R, U> Shareable for Restore<R, U> {}
impl<R, U> Queueable for Restore<R, U> {}

/// Makes a key of what [`dump`](crate::commands::dump) said, which vanishes as
/// `expires` says; an error if the key exists.
///
/// `RESTORE`, since 2.6.0; with a time, not a duration, since 5.0.0. Complexity:
/// O(N), the size of the value.
pub fn restore(key: impl ToArg, expires: impl Into<Expires>, dump: impl ToArg) -> Command<(), Restore> {
    let expires = expires.into();
    // The number 0 is for ever, so that no time may become it.
    let millis = match expires {
        Expires::Never => 0,
        Expires::In(time) => i64::try_from(times::millis(time)).unwrap_or(i64::MAX).max(1),
        Expires::At(time) => times::unix_millis(time).max(1),
    };
    let args = [key.to_arg(), millis.to_arg(), dump.to_arg()];
    let mut wire = Wire::of(&metas::RESTORE, args.each_ref().map(|arg| arg.as_bytes()));
    if matches!(expires, Expires::At(_)) {
        wire.push(b"ABSTTL");
    }
    Command::new(wire)
}

impl<R, U, X> Command<R, Restore<Free, U>, X> {
    /// Replaces the key if it exists. Since 3.0.0.
    pub fn replace(self) -> Command<R, Restore<Used, U>, X> {
        self.with(|wire| wire.push(b"REPLACE")).retyped()
    }
}

impl<R, P, X> Command<R, Restore<P, Free>, X> {
    /// Has the key count as not used for this long, in whole seconds, where the
    /// server evicts what was not used for long. Since 5.0.0.
    pub fn idle_time(self, time: Duration) -> Command<R, Restore<P, Used>, X> {
        self.with(|wire| {
            wire.push(b"IDLETIME");
            wire.push(times::seconds(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the key count as used this often, where the server evicts what is not
    /// used often: what [`object_freq`](crate::commands::object_freq) says. Since 5.0.0.
    pub fn freq(self, frequency: u8) -> Command<R, Restore<P, Used>, X> {
        self.with(|wire| {
            wire.push(b"FREQ");
            wire.push(u16::from(frequency).to_arg().as_bytes());
        })
        .retyped()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::custom::tests::words;
    use std::time::UNIX_EPOCH;

    #[test]
    fn times_as_exact_as_they_are() {
        let name = |command: &Command<bool, Expire>| command.wire().meta().name();
        let (whole, part) = (Duration::from_secs(60), Duration::from_millis(1500));
        assert_eq!((name(&expire("k", whole)), &*words(&expire("k", whole))), ("EXPIRE", "k 60"));
        assert_eq!((name(&expire("k", part)), &*words(&expire("k", part))), ("PEXPIRE", "k 1500"));
        let (whole, part) = (UNIX_EPOCH + whole, UNIX_EPOCH + part);
        assert_eq!((name(&expireat("k", whole)), &*words(&expireat("k", whole))), ("EXPIREAT", "k 60"));
        assert_eq!((name(&expireat("k", part)), &*words(&expireat("k", part))), ("PEXPIREAT", "k 1500"));
        assert_eq!(words(&pexpire("k", Duration::from_nanos(1))), "k 1");
        assert_eq!(words(&pexpireat("k", whole)), "k 60000");
    }

    #[test]
    fn conditions_of_expiry() {
        let minute = Duration::from_secs(60);
        assert_eq!(words(&expire("k", minute).nx()), "k 60 NX");
        assert_eq!(words(&expire("k", minute).xx().lt()), "k 60 XX LT");
        assert_eq!(words(&expire("k", minute).gt().xx()), "k 60 GT XX");
    }

    #[test]
    fn no_time_is_for_ever_by_accident() {
        assert_eq!(words(&restore("k", None, "d")), "k 0 d");
        assert_eq!(words(&restore("k", Duration::ZERO, "d").freq(255)), "k 1 d FREQ 255");
        assert_eq!(words(&restore("k", UNIX_EPOCH, "d").replace()), "k 1 d ABSTTL REPLACE");
        let idle = restore("k", Some(Duration::from_secs(1)), "d").idle_time(Duration::from_millis(2500));
        assert_eq!(words(&idle), "k 1000 d IDLETIME 3");
    }
}
