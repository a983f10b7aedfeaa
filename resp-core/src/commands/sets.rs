// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Sets: members without order, each of them once.

use crate::command::{Command, Queueable, Shareable, Wire, metas};
use crate::convert::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use std::vec::Vec;

/// Adds members to a set: how many of them are new.
///
/// `SADD`, since 1.0.0. Complexity: O(M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sadd("tags", ["a", "b"]);
/// // SADD tags a b
/// # let _ = command;
/// ```
#[inline]
pub fn sadd(key: impl ToArg, members: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::SADD, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}

/// How many members a set has; 0 if there is no such key.
///
/// `SCARD`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = scard("tags");
/// // SCARD tags
/// # let _ = command;
/// ```
#[inline]
pub fn scard(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::SCARD, [key.to_arg().as_bytes()]))
}

/// The members of the first set that are in none of the others.
///
/// `SDIFF`, since 1.0.0. Complexity: O(M) for M members in all sets together.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sdiff(["a", "b"]);
/// // SDIFF a b
/// # let _ = command;
/// ```
#[inline]
pub fn sdiff(keys: impl ToArgs) -> Command<Vec<Bytes>> {
    let mut wire = Wire::of(&metas::SDIFF, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// Stores at a key the members of the first set that are in none of the others: how many
/// there are.
///
/// Whatever the key held is replaced; if there is no member, it is gone.
///
/// `SDIFFSTORE`, since 1.0.0. Complexity: O(M) for M members in all sets together.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sdiffstore("c", ["a", "b"]);
/// // SDIFFSTORE c a b
/// # let _ = command;
/// ```
#[inline]
pub fn sdiffstore(destination: impl ToArg, keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::SDIFFSTORE, [destination.to_arg().as_bytes()]);
    wire.push_args(&keys);
    Command::new(wire)
}

/// The members that are in each of these sets.
///
/// `SINTER`, since 1.0.0. Complexity: O(M * K) for K sets, the smallest of M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sinter(["a", "b"]);
/// // SINTER a b
/// # let _ = command;
/// ```
#[inline]
pub fn sinter(keys: impl ToArgs) -> Command<Vec<Bytes>> {
    let mut wire = Wire::of(&metas::SINTER, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// The options of [`sintercard`].
#[derive(Debug)]
pub struct Sintercard;

impl Shareable for Sintercard {}
impl Queueable for Sintercard {}

/// How many members are in each of these sets.
///
/// `SINTERCARD`, since 7.0.0. Complexity: O(M * K) for K sets, the smallest of M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sintercard(["a", "b"]);
/// // SINTERCARD 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn sintercard(keys: impl ToArgs) -> Command<u64, Sintercard> {
    let mut wire = Wire::of(&metas::SINTERCARD, []);
    wire.push_counted(&keys);
    Command::new(wire)
}

impl<R, X> Command<R, Sintercard, X> {
    /// Stops counting at this number; zero is no limit.
    #[inline]
    pub fn limit(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// Stores at a key the members that are in each of these sets: how many there are.
///
/// Whatever the key held is replaced; if there is no member, it is gone.
///
/// `SINTERSTORE`, since 1.0.0. Complexity: O(M * K) for K sets, the smallest of M
/// members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sinterstore("c", ["a", "b"]);
/// // SINTERSTORE c a b
/// # let _ = command;
/// ```
#[inline]
pub fn sinterstore(destination: impl ToArg, keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::SINTERSTORE, [destination.to_arg().as_bytes()]);
    wire.push_args(&keys);
    Command::new(wire)
}

/// Whether a set has a member.
///
/// `SISMEMBER`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sismember("tags", "a");
/// // SISMEMBER tags a
/// # let _ = command;
/// ```
#[inline]
pub fn sismember(key: impl ToArg, member: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::SISMEMBER, [key.to_arg().as_bytes(), member.to_arg().as_bytes()]))
}

/// All members of a set, in no order; none if there is no such key.
///
/// Of a large set `sscan` gives them in parts.
///
/// `SMEMBERS`, since 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = smembers("tags");
/// // SMEMBERS tags
/// # let _ = command;
/// ```
#[inline]
pub fn smembers(key: impl ToArg) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::SMEMBERS, [key.to_arg().as_bytes()]))
}

/// Whether a set has each of some members, in their order.
///
/// `SMISMEMBER`, since 6.2.0. Complexity: O(M) for M members asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = smismember("tags", ["a", "b"]);
/// // SMISMEMBER tags a b
/// # let _ = command;
/// ```
#[inline]
pub fn smismember(key: impl ToArg, members: impl ToArgs) -> Command<Vec<bool>> {
    let mut wire = Wire::of(&metas::SMISMEMBER, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}

/// Moves a member from one set to another: whether the first set had it.
///
/// `SMOVE`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = smove("open", "done", "a");
/// // SMOVE open done a
/// # let _ = command;
/// ```
#[inline]
pub fn smove(source: impl ToArg, destination: impl ToArg, member: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(
        &metas::SMOVE,
        [source.to_arg().as_bytes(), destination.to_arg().as_bytes(), member.to_arg().as_bytes()],
    ))
}

/// The options of [`spop`].
#[derive(Debug)]
pub struct Spop;

impl Shareable for Spop {}
impl Queueable for Spop {}

/// Takes a random member out of a set: the member; `None` if there is none.
///
/// `SPOP`, since 1.0.0. Complexity: O(M) for M members taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = spop("tags");
/// // SPOP tags
/// # let _ = command;
/// ```
#[inline]
pub fn spop(key: impl ToArg) -> Command<Option<Bytes>, Spop> {
    Command::new(Wire::of(&metas::SPOP, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Spop, X> {
    /// Takes up to this many members. Since 3.2.0.
    #[inline]
    pub fn count(self, count: u64) -> Command<Vec<Bytes>, Spop, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`srandmember`].
#[derive(Debug)]
pub struct Srandmember;

impl Shareable for Srandmember {}
impl Queueable for Srandmember {}

/// A random member of a set, which stays in it; `None` if there is none.
///
/// `SRANDMEMBER`, since 1.0.0. Complexity: O(M) for M members asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = srandmember("tags");
/// // SRANDMEMBER tags
/// # let _ = command;
/// ```
#[inline]
pub fn srandmember(key: impl ToArg) -> Command<Option<Bytes>, Srandmember> {
    Command::new(Wire::of(&metas::SRANDMEMBER, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Srandmember, X> {
    /// Up to this many different members, or if negative exactly as many, of which some may
    /// be the same. Since 2.6.0.
    #[inline]
    pub fn count(self, count: i64) -> Command<Vec<Bytes>, Srandmember, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// Removes members from a set: how many of them it had.
///
/// `SREM`, since 1.0.0. Complexity: O(M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = srem("tags", ["a", "x"]);
/// // SREM tags a x
/// # let _ = command;
/// ```
#[inline]
pub fn srem(key: impl ToArg, members: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::SREM, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}

/// The options of [`sscan`].
#[derive(Debug)]
pub struct Sscan;

impl Shareable for Sscan {}
impl Queueable for Sscan {}

/// A part of a set's members, and where the next part starts.
///
/// Members that are there all the while come at least once, others may. A page may be
/// empty though more follow.
///
/// `SSCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sscan("tags", Cursor::START);
/// // SSCAN tags 0
/// # let _ = command;
/// ```
#[inline]
pub fn sscan(key: impl ToArg, cursor: Cursor) -> Command<ScanPage<Vec<Bytes>>, Sscan> {
    Command::new(Wire::of(&metas::SSCAN, [key.to_arg().as_bytes(), cursor.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Sscan, X> {
    /// Only members that fit a glob-style pattern; see `keys`.
    #[inline]
    pub fn matching(self, pattern: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"MATCH");
            wire.push(pattern.to_arg().as_bytes());
        })
    }

    /// Looks at about this many members for a page. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The members that are in at least one of these sets.
///
/// `SUNION`, since 1.0.0. Complexity: O(M) for M members in all sets together.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sunion(["a", "b"]);
/// // SUNION a b
/// # let _ = command;
/// ```
#[inline]
pub fn sunion(keys: impl ToArgs) -> Command<Vec<Bytes>> {
    let mut wire = Wire::of(&metas::SUNION, []);
    wire.push_args(&keys);
    Command::new(wire)
}

/// Stores at a key the members that are in at least one of these sets: how many there
/// are.
///
/// Whatever the key held is replaced; if there is no member, it is gone.
///
/// `SUNIONSTORE`, since 1.0.0. Complexity: O(M) for M members in all sets together.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = sunionstore("c", ["a", "b"]);
/// // SUNIONSTORE c a b
/// # let _ = command;
/// ```
#[inline]
pub fn sunionstore(destination: impl ToArg, keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::SUNIONSTORE, [destination.to_arg().as_bytes()]);
    wire.push_args(&keys);
    Command::new(wire)
}
