// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Strings: bytes, and numbers written as such.

#[doc(inline)]
pub use super::custom::strings::*;
use super::times;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::time::SystemTime;
use std::vec::Vec;

/// Adds bytes to the end of a string, an empty one if there is none: its length then.
///
/// `APPEND`, since 2.0.0. Complexity: O(1), now and then O(N) when the string has to
/// move.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = append("log", ",two");
/// // APPEND log ,two
/// # let _ = command;
/// ```
#[inline]
pub fn append(key: impl ToArg, value: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::APPEND, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

/// Subtracts one from the integer at a key, 0 if there is none: the new value.
///
/// `DECR`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = decr("left");
/// // DECR left
/// # let _ = command;
/// ```
#[inline]
pub fn decr(key: impl ToArg) -> Command<i64> {
    Command::new(Wire::of(&metas::DECR, [key.to_arg().as_bytes()]))
}

/// Subtracts from the integer at a key, 0 if there is none: the new value.
///
/// `DECRBY`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = decrby("left", 3);
/// // DECRBY left 3
/// # let _ = command;
/// ```
#[inline]
pub fn decrby(key: impl ToArg, decrement: i64) -> Command<i64> {
    Command::new(Wire::of(&metas::DECRBY, [key.to_arg().as_bytes(), decrement.to_arg().as_bytes()]))
}

/// The options of [`delex`].
#[derive(Debug)]
pub struct Delex<Condition = Free>(PhantomData<(Condition,)>);

impl<Condition> Shareable for Delex<Condition> {}
impl<Condition> Queueable for Delex<Condition> {}

/// Removes a key if what it holds is, or is not, what the caller thinks: whether it was
/// removed.
///
/// Without a condition it removes a key of any type; with one the key must hold a string.
/// Valkey has it since 9.2, without digests.
///
/// `DELEX`, since 8.4.0. Complexity: O(1), or O(N) where a digest is compared.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = delex("lock").if_eq("mine");
/// // DELEX lock IFEQ mine
/// # let _ = command;
/// ```
#[inline]
pub fn delex(key: impl ToArg) -> Command<bool, Delex> {
    Command::new(Wire::of(&metas::DELEX, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Delex<Free>, X> {
    /// Only if it holds this value.
    #[inline]
    pub fn if_eq(self, value: impl ToArg) -> Command<R, Delex<Used>, X> {
        self.with(|wire| {
            wire.push(b"IFEQ");
            wire.push(value.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Only if it holds another value.
    #[inline]
    pub fn if_ne(self, value: impl ToArg) -> Command<R, Delex<Used>, X> {
        self.with(|wire| {
            wire.push(b"IFNE");
            wire.push(value.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Only if its value has this digest.
    #[inline]
    pub fn if_deq(self, digest: Digest) -> Command<R, Delex<Used>, X> {
        self.with(|wire| {
            wire.push(b"IFDEQ");
            wire.push(digest.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Only if its value has another digest.
    #[inline]
    pub fn if_dne(self, digest: Digest) -> Command<R, Delex<Used>, X> {
        self.with(|wire| {
            wire.push(b"IFDNE");
            wire.push(digest.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// Removes a key if it holds this string: whether it was removed.
///
/// Redis says it as `delex(key).if_eq(value)`.
///
/// `DELIFEQ`, since Valkey 9.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = delifeq("lock", "mine");
/// // DELIFEQ lock mine
/// # let _ = command;
/// ```
#[inline]
pub fn delifeq(key: impl ToArg, value: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::DELIFEQ, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

/// The digest of a string, to compare it later without sending it; `None` if there is no
/// key.
///
/// What takes one: `set(..).if_deq(..)`, `delex(..).if_deq(..)` and their opposites.
///
/// `DIGEST`, since 8.4.0. Complexity: O(N), the length of the string.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = digest("k");
/// // DIGEST k
/// # let _ = command;
/// ```
#[inline]
pub fn digest(key: impl ToArg) -> Command<Option<Digest>> {
    Command::new(Wire::of(&metas::DIGEST, [key.to_arg().as_bytes()]))
}

/// The string at a key; `None` if there is none.
///
/// `GET`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = get("greeting");
/// // GET greeting
/// # let _ = command;
/// ```
#[inline]
pub fn get(key: impl ToArg) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::GET, [key.to_arg().as_bytes()]))
}

/// Removes a string: what it was; `None` if there is none.
///
/// `GETDEL`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = getdel("code");
/// // GETDEL code
/// # let _ = command;
/// ```
#[inline]
pub fn getdel(key: impl ToArg) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::GETDEL, [key.to_arg().as_bytes()]))
}

/// The options of [`getex`].
#[derive(Debug)]
pub struct Getex<Expiry = Free>(PhantomData<(Expiry,)>);

impl<Expiry> Shareable for Getex<Expiry> {}
impl<Expiry> Queueable for Getex<Expiry> {}

/// The string at a key, whose time to live is set with it; `None` if there is no key.
///
/// Without an option the time to live stays as it is.
///
/// `GETEX`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = getex("session").ex(Duration::from_secs(60));
/// // GETEX session EX 60
/// # let _ = command;
/// ```
#[inline]
pub fn getex(key: impl ToArg) -> Command<Option<Bytes>, Getex> {
    Command::new(Wire::of(&metas::GETEX, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Getex<Free>, X> {
    /// Has the key vanish after `time`, to the millisecond.
    #[inline]
    pub fn ex(self, time: Duration) -> Command<R, Getex<Used>, X> {
        self.with(|wire| {
            wire.push(times::ttl_word(time));
            wire.push(times::ttl(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the key vanish at `time`, to the millisecond.
    #[inline]
    pub fn ex_at(self, time: SystemTime) -> Command<R, Getex<Used>, X> {
        self.with(|wire| {
            wire.push(times::ttl_at_word(time));
            wire.push(times::ttl_at(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the key live for ever.
    #[inline]
    pub fn persist(self) -> Command<R, Getex<Used>, X> {
        self.with(|wire| {
            wire.push(b"PERSIST");
        })
        .retyped()
    }
}

/// The part of a string from byte `start` to byte `end`, both included; empty if there is
/// none.
///
/// Bytes are counted from zero, or from the end if negative: -1 is the last one.
///
/// `GETRANGE`, since 2.4.0. Complexity: O(N), the length of the part.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = getrange("k", -5, -1);
/// // GETRANGE k -5 -1
/// # let _ = command;
/// ```
#[inline]
pub fn getrange(key: impl ToArg, start: i64, end: i64) -> Command<Bytes> {
    Command::new(Wire::of(
        &metas::GETRANGE,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), end.to_arg().as_bytes()],
    ))
}

/// Sets a key, which then lives for ever: the string that it held; `None` if there was
/// none.
///
/// Deprecated since Redis 6.2: `set(key, value).get()` does the same.
///
/// `GETSET`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = getset("k", "new");
/// // GETSET k new
/// # let _ = command;
/// ```
#[inline]
pub fn getset(key: impl ToArg, value: impl ToArg) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::GETSET, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

/// Adds one to the integer at a key, 0 if there is none: the new value.
///
/// `INCR`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = incr("visits");
/// // INCR visits
/// # let _ = command;
/// ```
#[inline]
pub fn incr(key: impl ToArg) -> Command<i64> {
    Command::new(Wire::of(&metas::INCR, [key.to_arg().as_bytes()]))
}

/// Adds to the integer at a key, 0 if there is none: the new value.
///
/// `INCRBY`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = incrby("visits", 2);
/// // INCRBY visits 2
/// # let _ = command;
/// ```
#[inline]
pub fn incrby(key: impl ToArg, increment: i64) -> Command<i64> {
    Command::new(Wire::of(&metas::INCRBY, [key.to_arg().as_bytes(), increment.to_arg().as_bytes()]))
}

/// Adds to the number at a key, 0 if there is none: the new value.
///
/// `INCRBYFLOAT`, since 2.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = incrbyfloat("price", -0.25);
/// // INCRBYFLOAT price -0.25
/// # let _ = command;
/// ```
#[inline]
pub fn incrbyfloat(key: impl ToArg, increment: f64) -> Command<f64> {
    Command::new(Wire::of(&metas::INCRBYFLOAT, [key.to_arg().as_bytes(), increment.to_arg().as_bytes()]))
}

/// The options of [`lcs`].
#[derive(Debug)]
pub struct Lcs<Len = Free, Idx = Free>(PhantomData<(Len, Idx)>);

impl<Len, Idx> Shareable for Lcs<Len, Idx> {}
impl<Len, Idx> Queueable for Lcs<Len, Idx> {}

/// The longest string that both strings contain, with gaps: their common subsequence.
///
/// `LCS`, since 7.0.0. Complexity: O(N * M), the lengths of both strings.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lcs("a", "b");
/// // LCS a b
/// # let _ = command;
/// ```
#[inline]
pub fn lcs(first: impl ToArg, second: impl ToArg) -> Command<Bytes, Lcs> {
    Command::new(Wire::of(&metas::LCS, [first.to_arg().as_bytes(), second.to_arg().as_bytes()]))
}

impl<X> Command<Bytes, Lcs<Free, Free>, X> {
    /// Says only its length, in bytes.
    #[inline]
    pub fn len(self) -> Command<u64, Lcs<Used, Free>, X> {
        self.with(|wire| {
            wire.push(b"LEN");
        })
        .retyped()
    }

    /// Says where its parts stand in both strings.
    #[inline]
    pub fn idx(self) -> Command<LcsMatches, Lcs<Free, Used>, X> {
        self.with(|wire| {
            wire.push(b"IDX");
        })
        .retyped()
    }
}

impl<R, Len, X> Command<R, Lcs<Len, Used>, X> {
    /// Leaves out parts that are shorter.
    #[inline]
    pub fn min_match_len(self, bytes: u64) -> Self {
        self.with(|wire| {
            wire.push(b"MINMATCHLEN");
            wire.push(bytes.to_arg().as_bytes());
        })
    }

    /// Says how long each part is, too.
    #[inline]
    pub fn with_match_len(self) -> Self {
        self.with(|wire| {
            wire.push(b"WITHMATCHLEN");
        })
    }
}

/// The strings at several keys, in their order; `None` for a key that holds no string.
///
/// `MGET`, since 1.0.0. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = mget(["a", "b", "c"]);
/// // MGET a b c
/// # let _ = command;
/// ```
#[inline]
pub fn mget(keys: impl ToArgs) -> Command<Vec<Option<Bytes>>> {
    let mut wire = Wire::of(&metas::MGET, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// Sets several keys at once, whatever they held; they then live for ever.
///
/// `MSET`, since 1.0.1. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = mset([("a", 1), ("b", 2)]);
/// // MSET a 1 b 2
/// # let _ = command;
/// ```
#[inline]
pub fn mset(pairs: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::MSET, []);
    wire.push_pairs(&pairs);
    Command::new(wire)
}

/// The options of [`msetex`].
#[derive(Debug)]
pub struct Msetex<Existence = Free, Expiry = Free>(PhantomData<(Existence, Expiry)>);

impl<Existence, Expiry> Shareable for Msetex<Existence, Expiry> {}
impl<Existence, Expiry> Queueable for Msetex<Existence, Expiry> {}

/// Sets several keys at once, with one time to live: whether it did.
///
/// Without a condition it always does. Valkey has it since 9.1.
///
/// `MSETEX`, since 8.4.0. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = msetex([("a", 1), ("b", 2)]).nx().ex(Duration::from_secs(60));
/// // MSETEX 2 a 1 b 2 NX EX 60
/// # let _ = command;
/// ```
#[inline]
pub fn msetex(pairs: impl ToPairs) -> Command<bool, Msetex> {
    let mut wire = Wire::of(&metas::MSETEX, []);
    wire.push_counted_pairs(&pairs);
    Command::new(wire)
}

impl<R, Expiry, X> Command<R, Msetex<Free, Expiry>, X> {
    /// Only if none of the keys exists.
    #[inline]
    pub fn nx(self) -> Command<R, Msetex<Used, Expiry>, X> {
        self.with(|wire| {
            wire.push(b"NX");
        })
        .retyped()
    }

    /// Only if all of the keys exist.
    #[inline]
    pub fn xx(self) -> Command<R, Msetex<Used, Expiry>, X> {
        self.with(|wire| {
            wire.push(b"XX");
        })
        .retyped()
    }
}

impl<R, Existence, X> Command<R, Msetex<Existence, Free>, X> {
    /// Has the keys vanish after `time`, to the millisecond.
    #[inline]
    pub fn ex(self, time: Duration) -> Command<R, Msetex<Existence, Used>, X> {
        self.with(|wire| {
            wire.push(times::ttl_word(time));
            wire.push(times::ttl(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the keys vanish at `time`, to the millisecond.
    #[inline]
    pub fn ex_at(self, time: SystemTime) -> Command<R, Msetex<Existence, Used>, X> {
        self.with(|wire| {
            wire.push(times::ttl_at_word(time));
            wire.push(times::ttl_at(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Leaves each key the time to live that it has.
    #[inline]
    pub fn keep_ttl(self) -> Command<R, Msetex<Existence, Used>, X> {
        self.with(|wire| {
            wire.push(b"KEEPTTL");
        })
        .retyped()
    }
}

/// Sets several keys at once if none of them exists: whether it did.
///
/// `MSETNX`, since 1.0.1. Complexity: O(1) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = msetnx([("a", 1), ("b", 2)]);
/// // MSETNX a 1 b 2
/// # let _ = command;
/// ```
#[inline]
pub fn msetnx(pairs: impl ToPairs) -> Command<bool> {
    let mut wire = Wire::of(&metas::MSETNX, []);
    wire.push_pairs(&pairs);
    Command::new(wire)
}

/// Sets a key, which vanishes after `time`, in milliseconds.
///
/// `set(key, value).ex(time)` does the same.
///
/// `PSETEX`, since 2.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = psetex("k", Duration::from_millis(1500), "v");
/// // PSETEX k 1500 v
/// # let _ = command;
/// ```
#[inline]
pub fn psetex(key: impl ToArg, time: Duration, value: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::PSETEX,
        [key.to_arg().as_bytes(), times::millis(time).to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

/// Sets a key, which vanishes after `time`, in whole seconds.
///
/// `set(key, value).ex(time)` does the same, to the millisecond.
///
/// `SETEX`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = setex("k", Duration::from_secs(60), "v");
/// // SETEX k 60 v
/// # let _ = command;
/// ```
#[inline]
pub fn setex(key: impl ToArg, time: Duration, value: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::SETEX,
        [key.to_arg().as_bytes(), times::seconds(time).to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

/// Sets a key if it does not exist: whether it did.
///
/// `set(key, value).nx()` does the same and takes a time to live with it.
///
/// `SETNX`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = setnx("k", "v");
/// // SETNX k v
/// # let _ = command;
/// ```
#[inline]
pub fn setnx(key: impl ToArg, value: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::SETNX, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

/// Overwrites a string from byte `offset` on: its length then.
///
/// A string that is shorter is filled up with zero bytes.
///
/// `SETRANGE`, since 2.2.0. Complexity: O(M), the length of the value.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = setrange("k", 6, "there");
/// // SETRANGE k 6 there
/// # let _ = command;
/// ```
#[inline]
pub fn setrange(key: impl ToArg, offset: u64, value: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(
        &metas::SETRANGE,
        [key.to_arg().as_bytes(), offset.to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

/// The length of a string, in bytes; 0 if there is no such key.
///
/// `STRLEN`, since 2.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = strlen("k");
/// // STRLEN k
/// # let _ = command;
/// ```
#[inline]
pub fn strlen(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::STRLEN, [key.to_arg().as_bytes()]))
}

/// The part of a string from byte `start` to byte `end`, both included; empty if there is
/// none.
///
/// Deprecated since Redis 2.0: `getrange` is the same.
///
/// `SUBSTR`, since 1.0.0. Complexity: O(N), the length of the part.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = substr("k", 0, 3);
/// // SUBSTR k 0 3
/// # let _ = command;
/// ```
#[inline]
pub fn substr(key: impl ToArg, start: i64, end: i64) -> Command<Bytes> {
    Command::new(Wire::of(
        &metas::SUBSTR,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), end.to_arg().as_bytes()],
    ))
}
