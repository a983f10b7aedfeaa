// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Lists: elements in order, put and taken at either end.

#[doc(inline)]
pub use super::custom::lists::*;
use super::times;
use crate::command::{Blocking, Command, Queueable, Shareable, Wire, metas};
use crate::convert::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::time::Duration;
use std::vec::Vec;

/// Moves an element from one side of a list to one side of another, and waits for one if
/// the first is empty: the element; `None` if the timeout passed.
///
/// Both lists may be the same one, which rotates it. A timeout of `None` waits for as
/// long as it takes.
///
/// `BLMOVE`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = blmove("jobs", "busy", Side::Left, Side::Right, Duration::from_millis(1500));
/// // BLMOVE jobs busy LEFT RIGHT 1.5
/// # let _ = command;
/// ```
#[inline]
pub fn blmove(
    source: impl ToArg,
    destination: impl ToArg,
    from_side: Side,
    to_side: Side,
    timeout: impl Into<Option<Duration>>,
) -> Command<Option<Bytes>, Blocking> {
    Command::new(Wire::of(
        &metas::BLMOVE,
        [
            source.to_arg().as_bytes(),
            destination.to_arg().as_bytes(),
            from_side.to_arg().as_bytes(),
            to_side.to_arg().as_bytes(),
            times::wait_seconds(timeout.into()).to_arg().as_bytes(),
        ],
    ))
}

/// The options of [`blmpop`].
#[derive(Debug)]
pub struct Blmpop;

impl Shareable for Blmpop {}

/// Takes elements off one side of the first of these lists that has any, and waits if
/// none has: the list's key and the elements; `None` if the timeout passed.
///
/// Without `count` it is one element. A timeout of `None` waits for as long as it takes.
///
/// `BLMPOP`, since 7.0.0. Complexity: O(K + M) for K keys and M elements.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = blmpop(Duration::from_secs(5), ["urgent", "jobs"], Side::Left);
/// // BLMPOP 5 2 urgent jobs LEFT
/// # let _ = command;
/// ```
#[inline]
pub fn blmpop(
    timeout: impl Into<Option<Duration>>,
    keys: impl ToArgs,
    side: Side,
) -> Command<Option<(Bytes, Vec<Bytes>)>, Blmpop> {
    let mut wire = Wire::of(&metas::BLMPOP, [times::wait_seconds(timeout.into()).to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push(side.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, Blmpop, X> {
    /// Takes up to this many elements, at least one.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// Takes the first element off the first of these lists that has one, and waits if none
/// has: the list's key and the element; `None` if the timeout passed.
///
/// A timeout of `None` waits for as long as it takes.
///
/// `BLPOP`, since 2.0.0. Complexity: O(K) for K keys.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = blpop(["urgent", "jobs"], Duration::from_secs(5));
/// // BLPOP urgent jobs 5
/// # let _ = command;
/// ```
#[inline]
pub fn blpop(
    keys: impl ToArgs,
    timeout: impl Into<Option<Duration>>,
) -> Command<Option<(Bytes, Bytes)>, Blocking> {
    let mut wire = Wire::of(&metas::BLPOP, []);
    wire.push_args(&keys);
    wire.push(times::wait_seconds(timeout.into()).to_arg().as_bytes());
    Command::new(wire)
}

/// Takes the last element off the first of these lists that has one, and waits if none
/// has: the list's key and the element; `None` if the timeout passed.
///
/// A timeout of `None` waits for as long as it takes.
///
/// `BRPOP`, since 2.0.0. Complexity: O(K) for K keys.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = brpop(["urgent", "jobs"], Duration::from_secs(5));
/// // BRPOP urgent jobs 5
/// # let _ = command;
/// ```
#[inline]
pub fn brpop(
    keys: impl ToArgs,
    timeout: impl Into<Option<Duration>>,
) -> Command<Option<(Bytes, Bytes)>, Blocking> {
    let mut wire = Wire::of(&metas::BRPOP, []);
    wire.push_args(&keys);
    wire.push(times::wait_seconds(timeout.into()).to_arg().as_bytes());
    Command::new(wire)
}

/// Moves the last element of a list to the front of another, and waits for one if the
/// first is empty: the element; `None` if the timeout passed.
///
/// `blmove` serves every pair of sides. A timeout of `None` waits for as long as it
/// takes.
///
/// `BRPOPLPUSH`, since 2.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = brpoplpush("jobs", "busy", Duration::from_secs(5));
/// // BRPOPLPUSH jobs busy 5
/// # let _ = command;
/// ```
#[inline]
pub fn brpoplpush(
    source: impl ToArg,
    destination: impl ToArg,
    timeout: impl Into<Option<Duration>>,
) -> Command<Option<Bytes>, Blocking> {
    Command::new(Wire::of(
        &metas::BRPOPLPUSH,
        [
            source.to_arg().as_bytes(),
            destination.to_arg().as_bytes(),
            times::wait_seconds(timeout.into()).to_arg().as_bytes(),
        ],
    ))
}

/// The element at an index, counted from zero, or from the end if negative, where -1 is
/// the last one; `None` if there is none.
///
/// `LINDEX`, since 1.0.0. Complexity: O(N) for the way to the index from the nearer end.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lindex("log", -1);
/// // LINDEX log -1
/// # let _ = command;
/// ```
#[inline]
pub fn lindex(key: impl ToArg, index: i64) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::LINDEX, [key.to_arg().as_bytes(), index.to_arg().as_bytes()]))
}

/// Puts an element next to the first one that equals the pivot: the list's length then,
/// or why nothing was put.
///
/// `LINSERT`, since 2.2.0. Complexity: O(N) for the way to the pivot from the front.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = linsert("log", Place::Before, "c", "b");
/// // LINSERT log BEFORE c b
/// # let _ = command;
/// ```
#[inline]
pub fn linsert(key: impl ToArg, place: Place, pivot: impl ToArg, value: impl ToArg) -> Command<Inserted> {
    Command::new(Wire::of(
        &metas::LINSERT,
        [
            key.to_arg().as_bytes(),
            place.to_arg().as_bytes(),
            pivot.to_arg().as_bytes(),
            value.to_arg().as_bytes(),
        ],
    ))
}

/// How many elements a list has; 0 if there is no such key.
///
/// `LLEN`, since 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = llen("log");
/// // LLEN log
/// # let _ = command;
/// ```
#[inline]
pub fn llen(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::LLEN, [key.to_arg().as_bytes()]))
}

/// Moves an element from one side of a list to one side of another: the element; `None`
/// if there was none.
///
/// Both lists may be the same one, which rotates it.
///
/// `LMOVE`, since 6.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lmove("jobs", "busy", Side::Left, Side::Right);
/// // LMOVE jobs busy LEFT RIGHT
/// # let _ = command;
/// ```
#[inline]
pub fn lmove(
    source: impl ToArg,
    destination: impl ToArg,
    from_side: Side,
    to_side: Side,
) -> Command<Option<Bytes>> {
    Command::new(Wire::of(
        &metas::LMOVE,
        [
            source.to_arg().as_bytes(),
            destination.to_arg().as_bytes(),
            from_side.to_arg().as_bytes(),
            to_side.to_arg().as_bytes(),
        ],
    ))
}

/// The options of [`lmpop`].
#[derive(Debug)]
pub struct Lmpop;

impl Shareable for Lmpop {}
impl Queueable for Lmpop {}

/// Takes elements off one side of the first of these lists that has any: the list's key
/// and the elements; `None` if all are empty.
///
/// Without `count` it is one element.
///
/// `LMPOP`, since 7.0.0. Complexity: O(K + M) for K keys and M elements.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lmpop(["urgent", "jobs"], Side::Right).count(2);
/// // LMPOP 2 urgent jobs RIGHT COUNT 2
/// # let _ = command;
/// ```
#[inline]
pub fn lmpop(keys: impl ToArgs, side: Side) -> Command<Option<(Bytes, Vec<Bytes>)>, Lmpop> {
    let mut wire = Wire::of(&metas::LMPOP, []);
    wire.push_counted(&keys);
    wire.push(side.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, Lmpop, X> {
    /// Takes up to this many elements, at least one.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The options of [`lpop`].
#[derive(Debug)]
pub struct Lpop;

impl Shareable for Lpop {}
impl Queueable for Lpop {}

/// Takes the first element off a list: the element; `None` if there is none.
///
/// `LPOP`, since 1.0.0. Complexity: O(M) for M elements taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lpop("jobs");
/// // LPOP jobs
/// # let _ = command;
/// ```
#[inline]
pub fn lpop(key: impl ToArg) -> Command<Option<Bytes>, Lpop> {
    Command::new(Wire::of(&metas::LPOP, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Lpop, X> {
    /// Takes up to this many elements, first ones first. Since 6.2.0.
    #[inline]
    pub fn count(self, count: u64) -> Command<Vec<Bytes>, Lpop, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`lpos`].
#[derive(Debug)]
pub struct Lpos;

impl Shareable for Lpos {}
impl Queueable for Lpos {}

/// Where in a list the first element is that equals a value, counted from zero; `None` if
/// nowhere.
///
/// `LPOS`, since 6.0.6. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lpos("log", "b");
/// // LPOS log b
/// # let _ = command;
/// ```
#[inline]
pub fn lpos(key: impl ToArg, value: impl ToArg) -> Command<Option<u64>, Lpos> {
    Command::new(Wire::of(&metas::LPOS, [key.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Lpos, X> {
    /// Starts with the match of this number, 1 being the first one; -1 is the last one and
    /// the search goes backwards. Zero is an error.
    #[inline]
    pub fn rank(self, rank: i64) -> Self {
        self.with(|wire| {
            wire.push(b"RANK");
            wire.push(rank.to_arg().as_bytes());
        })
    }

    /// Compares no more than this many elements; zero is no limit.
    #[inline]
    pub fn max_len(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"MAXLEN");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

impl<X> Command<Option<u64>, Lpos, X> {
    /// Up to this many matches, or all of them if zero.
    #[inline]
    pub fn count(self, count: u64) -> Command<Vec<u64>, Lpos, X> {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// Puts values in front of a list one after another, so that the last one becomes the
/// first element: the list's length then.
///
/// `LPUSH`, since 1.0.0. Complexity: O(M) for M values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lpush("jobs", ["a", "b"]);
/// // LPUSH jobs a b
/// # let _ = command;
/// ```
#[inline]
pub fn lpush(key: impl ToArg, values: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::LPUSH, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// Puts values in front of a list that exists: its length then, 0 if there is no such
/// key.
///
/// `LPUSHX`, since 2.2.0. Complexity: O(M) for M values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lpushx("jobs", ["b", "c"]);
/// // LPUSHX jobs b c
/// # let _ = command;
/// ```
#[inline]
pub fn lpushx(key: impl ToArg, values: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::LPUSHX, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// The elements from one index to another, both included, counted from zero, or from the
/// end if negative, where -1 is the last one.
///
/// None if there is no such key or the range lies outside of the list.
///
/// `LRANGE`, since 1.0.0. Complexity: O(S + M) for M elements and the way S to the first
/// of them.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lrange("log", 0, -1);
/// // LRANGE log 0 -1
/// # let _ = command;
/// ```
#[inline]
pub fn lrange(key: impl ToArg, start: i64, stop: i64) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(
        &metas::LRANGE,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), stop.to_arg().as_bytes()],
    ))
}

/// Removes elements that equal a value: the first ones, up to this many, or the last ones
/// if the number is negative, or all if it is zero. How many were removed.
///
/// `LREM`, since 1.0.0. Complexity: O(N + M) for M elements removed.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lrem("log", 0, "a");
/// // LREM log 0 a
/// # let _ = command;
/// ```
#[inline]
pub fn lrem(key: impl ToArg, count: i64, value: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(
        &metas::LREM,
        [key.to_arg().as_bytes(), count.to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

/// Replaces the element at an index, counted from zero, or from the end if negative.
///
/// It is an error if there is no such element.
///
/// `LSET`, since 1.0.0. Complexity: O(N) for the way to the index from the nearer end.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = lset("log", -1, "c");
/// // LSET log -1 c
/// # let _ = command;
/// ```
#[inline]
pub fn lset(key: impl ToArg, index: i64, value: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::LSET,
        [key.to_arg().as_bytes(), index.to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

/// Keeps the elements from one index to another, both included, and removes all others.
///
/// The indexes count from zero, or from the end if negative. A list with no element left
/// is gone.
///
/// `LTRIM`, since 1.0.0. Complexity: O(M) for M elements removed.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ltrim("log", -2, -1);
/// // LTRIM log -2 -1
/// # let _ = command;
/// ```
#[inline]
pub fn ltrim(key: impl ToArg, start: i64, stop: i64) -> Command<()> {
    Command::new(Wire::of(
        &metas::LTRIM,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), stop.to_arg().as_bytes()],
    ))
}

/// The options of [`rpop`].
#[derive(Debug)]
pub struct Rpop;

impl Shareable for Rpop {}
impl Queueable for Rpop {}

/// Takes the last element off a list: the element; `None` if there is none.
///
/// `RPOP`, since 1.0.0. Complexity: O(M) for M elements taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = rpop("jobs");
/// // RPOP jobs
/// # let _ = command;
/// ```
#[inline]
pub fn rpop(key: impl ToArg) -> Command<Option<Bytes>, Rpop> {
    Command::new(Wire::of(&metas::RPOP, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Rpop, X> {
    /// Takes up to this many elements, last ones first. Since 6.2.0.
    #[inline]
    pub fn count(self, count: u64) -> Command<Vec<Bytes>, Rpop, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// Moves the last element of a list to the front of another: the element; `None` if there
/// was none.
///
/// `lmove` serves every pair of sides.
///
/// `RPOPLPUSH`, since 1.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = rpoplpush("jobs", "busy");
/// // RPOPLPUSH jobs busy
/// # let _ = command;
/// ```
#[inline]
pub fn rpoplpush(source: impl ToArg, destination: impl ToArg) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::RPOPLPUSH, [source.to_arg().as_bytes(), destination.to_arg().as_bytes()]))
}

/// Puts values at the end of a list, in their order: its length then.
///
/// `RPUSH`, since 1.0.0. Complexity: O(M) for M values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = rpush("jobs", ["a", "b"]);
/// // RPUSH jobs a b
/// # let _ = command;
/// ```
#[inline]
pub fn rpush(key: impl ToArg, values: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::RPUSH, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// Puts values at the end of a list that exists: its length then, 0 if there is no such
/// key.
///
/// `RPUSHX`, since 2.2.0. Complexity: O(M) for M values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = rpushx("jobs", "b");
/// // RPUSHX jobs b
/// # let _ = command;
/// ```
#[inline]
pub fn rpushx(key: impl ToArg, values: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::RPUSHX, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}
