//! Strings.

use alloc::vec::Vec;
use core::marker::PhantomData;
use core::time::Duration;

use bytes::Bytes;

use super::generic::{milliseconds, whole_seconds};
use super::{list, one};
use crate::command::{Command, Free, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};

/// The options of [`set`]: `T` whether the time to live is settled.
#[derive(Debug)]
pub struct Set<T = Free>(PhantomData<T>);

/// The value of a key; `None` if there is none.
#[inline]
pub fn get(key: impl ToArg) -> Command<Option<Bytes>> {
    one(&metas::GET, &key)
}

/// Sets a key, whatever it held. Without an option it then lives for ever.
#[inline]
pub fn set(key: impl ToArg, value: impl ToArg) -> Command<(), Set> {
    let wire = Wire::of(&metas::SET, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]);
    Command::new(wire)
}

impl<R, X> Command<R, Set<Free>, X> {
    /// Has the key vanish after `time`, to the millisecond.
    pub fn ex(self, time: Duration) -> Command<R, Set<Used>, X> {
        match whole_seconds(time) {
            Some(seconds) => self.with_args(&[b"EX", seconds.to_arg().as_bytes()]),
            None => self.with_args(&[b"PX", milliseconds(time).to_arg().as_bytes()]),
        }
        .retyped()
    }

    /// Leaves the key the time to live that it has.
    pub fn keep_ttl(self) -> Command<R, Set<Used>, X> {
        self.with_args(&[b"KEEPTTL"]).retyped()
    }
}

/// Adds one to the integer at a key, zero if there is none: the new value.
pub fn incr(key: impl ToArg) -> Command<i64> {
    one(&metas::INCR, &key)
}

/// The values of several keys, in their order.
pub fn mget(keys: impl ToArgs) -> Command<Vec<Option<Bytes>>> {
    list(&metas::MGET, &keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args<R, K>(command: &Command<R, K>) -> Vec<Vec<u8>> {
        command.wire().args().map(<[u8]>::to_vec).collect()
    }

    #[test]
    fn times_to_live() {
        assert_eq!(args(&set("k", 1).ex(Duration::from_secs(60))), [&b"k"[..], b"1", b"EX", b"60"]);
        assert_eq!(args(&set("k", 1).ex(Duration::from_millis(1500))), [&b"k"[..], b"1", b"PX", b"1500"]);
        assert_eq!(args(&set("k", 1).ex(Duration::from_nanos(1))), [&b"k"[..], b"1", b"PX", b"1"]);
        assert_eq!(args(&set("k", 1).keep_ttl()), [&b"k"[..], b"1", b"KEEPTTL"]);
    }
}
