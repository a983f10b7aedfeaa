//! Strings.

use core::marker::PhantomData;
use core::time::Duration;
use std::time::SystemTime;

use bytes::Bytes;

use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::commands::times;
use crate::convert::ToArg;
use crate::replies::Digest;

/// The options of [`set`]: whether the time to live is settled, a condition was
/// given, the old value asked for.
#[derive(Debug)]
pub struct Set<Expiry = Free, Condition = Free, Old = Free>(PhantomData<(Expiry, Condition, Old)>);

impl<E, C, O> Shareable for Set<E, C, O> {}
impl<E, C, O> Queueable for Set<E, C, O> {}

/// Sets a key, whatever it held. Without an option it then lives for ever.
///
/// | options | reply |
/// |---|---|
/// | none, or a time to live | `()` |
/// | a condition, such as [`nx`](Command::nx) | `bool`: whether it was set |
/// | [`get`](Command::get), also with a condition | `Option<Bytes>`: what the key held before |
///
/// `SET`, since 1.0.0. Complexity: O(1).
///
/// ```
/// use std::time::Duration;
/// use resp_core::cmd;
///
/// let session = cmd::set("session:7", "on").ex(Duration::from_secs(60));
/// let lock = cmd::set("lock", "me").nx().ex(Duration::from_secs(5));
/// let old = cmd::set("greeting", "hi").get().text();
/// # let _ = (session, lock, old);
/// ```
#[inline]
pub fn set(key: impl ToArg, value: impl ToArg) -> Command<(), Set> {
    let wire = Wire::of(&metas::SET, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]);
    Command::new(wire)
}

impl<R, C, O, X> Command<R, Set<Free, C, O>, X> {
    /// Has the key vanish after `time`, to the millisecond.
    pub fn ex(self, time: Duration) -> Command<R, Set<Used, C, O>, X> {
        self.with(|wire| {
            wire.push(times::ttl_word(time));
            wire.push(times::ttl(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the key vanish at `time`, to the millisecond. Since 6.2.0.
    pub fn ex_at(self, time: SystemTime) -> Command<R, Set<Used, C, O>, X> {
        self.with(|wire| {
            wire.push(times::ttl_at_word(time));
            wire.push(times::ttl_at(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Leaves the key the time to live that it has. Since 6.0.0.
    pub fn keep_ttl(self) -> Command<R, Set<Used, C, O>, X> {
        self.with(|wire| wire.push(b"KEEPTTL")).retyped()
    }
}

impl<R, E, C, X> Command<R, Set<E, C, Free>, X> {
    /// Asks for what the key held before; it must be a string. With a condition
    /// the reply does not say whether the key was set. Since 6.2.0, with
    /// [`nx`](Command::nx) since 7.0.0.
    pub fn get(self) -> Command<Option<Bytes>, Set<E, C, Used>, X> {
        self.with(|wire| wire.push(b"GET")).retyped()
    }
}

/// The conditions: the reply becomes `$to`, unless the old value is the reply.
macro_rules! conditions {
    ($from:ty => $to:ty, $old:ident, <$($generic:ident),*>) => {
        impl<$($generic,)* E, X> Command<$from, Set<E, Free, $old>, X> {
            /// Only if the key does not exist.
            pub fn nx(self) -> Command<$to, Set<E, Used, $old>, X> {
                self.with(|wire| wire.push(b"NX")).retyped()
            }

            /// Only if the key exists.
            pub fn xx(self) -> Command<$to, Set<E, Used, $old>, X> {
                self.with(|wire| wire.push(b"XX")).retyped()
            }

            /// Only if the key holds this string (IFEQ). Since 8.4.0, Valkey 8.1.
            pub fn if_eq(self, value: impl ToArg) -> Command<$to, Set<E, Used, $old>, X> {
                self.compared(b"IFEQ", &value).retyped()
            }

            /// Only if the key holds another string or none (IFNE). Since 8.4.0.
            pub fn if_ne(self, value: impl ToArg) -> Command<$to, Set<E, Used, $old>, X> {
                self.compared(b"IFNE", &value).retyped()
            }

            /// Only if the key holds a string with this digest (IFDEQ), as
            /// [`digest`](crate::commands::digest) says it. Since 8.4.0.
            pub fn if_deq(self, digest: Digest) -> Command<$to, Set<E, Used, $old>, X> {
                self.compared(b"IFDEQ", &digest).retyped()
            }

            /// Only if the key holds a string with another digest, or none (IFDNE).
            /// Since 8.4.0.
            pub fn if_dne(self, digest: Digest) -> Command<$to, Set<E, Used, $old>, X> {
                self.compared(b"IFDNE", &digest).retyped()
            }
        }
    };
}

conditions!(() => bool, Free, <>);
conditions!(R => R, Used, <R>);

impl<R, E, O, X> Command<R, Set<E, Free, O>, X> {
    fn compared(self, word: &[u8], with: &impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(word);
            wire.push(with.to_arg().as_bytes());
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::custom::tests::words;
    use alloc::string::String;
    use std::time::UNIX_EPOCH;

    #[test]
    fn times_to_live() {
        let millis = Duration::from_millis;
        assert_eq!(words(&set("k", 1).ex(Duration::from_secs(60))), "k 1 EX 60");
        assert_eq!(words(&set("k", 1).ex(millis(1500))), "k 1 PX 1500");
        assert_eq!(words(&set("k", 1).ex(Duration::from_nanos(1))), "k 1 PX 1");
        assert_eq!(words(&set("k", 1).ex_at(UNIX_EPOCH + millis(7000))), "k 1 EXAT 7");
        assert_eq!(words(&set("k", 1).ex_at(UNIX_EPOCH + millis(7001))), "k 1 PXAT 7001");
        assert_eq!(words(&set("k", 1).keep_ttl()), "k 1 KEEPTTL");
    }

    #[test]
    fn replies_follow_the_options() {
        let plain: Command<(), _> = set("k", 1).keep_ttl();
        assert_eq!(words(&plain), "k 1 KEEPTTL");
        let done: Command<bool, _> = set("k", 1).if_eq("a").ex(Duration::from_secs(1));
        assert_eq!(words(&done), "k 1 IFEQ a EX 1");
        let old: Command<Option<String>, _> = set("k", 1).get().text().keep_ttl().if_ne("a");
        assert_eq!(words(&old), "k 1 GET KEEPTTL IFNE a");
        let old: Command<Option<Bytes>, _> = set("k", 1).xx().get();
        assert_eq!(words(&old), "k 1 XX GET");
        assert_eq!(words(&set("k", 1).if_deq(Digest::from(10))), "k 1 IFDEQ 000000000000000a");
        assert_eq!(words(&set("k", 1).if_dne(Digest::from(10))), "k 1 IFDNE 000000000000000a");
    }
}
