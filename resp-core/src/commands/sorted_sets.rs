// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Sorted sets: members with a score each, in the order of their scores.

#[doc(inline)]
pub use super::custom::sorted_sets::*;
use super::times;
use crate::command::{Blocking, Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::vec::Vec;

/// The options of [`bzmpop`].
#[derive(Debug)]
pub struct Bzmpop;

impl Shareable for Bzmpop {}

/// Takes members with the lowest or highest scores from the first of these sorted sets
/// that has any, and waits if none has: the key and the members with their scores; `None`
/// if the timeout passed.
///
/// `BZMPOP`, since 7.0.0. Complexity: O(K + M log N) for K keys and M members taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bzmpop(Duration::from_secs(1), ["urgent", "jobs"], Extreme::Min).text();
/// // BZMPOP 1 2 urgent jobs MIN
/// # let _ = command;
/// ```
#[inline]
pub fn bzmpop(
    timeout: impl Into<Option<Duration>>,
    keys: impl ToArgs,
    which: Extreme,
) -> Command<Option<(Bytes, Scored)>, Bzmpop> {
    let mut wire = Wire::of(&metas::BZMPOP, [times::wait_seconds(timeout.into()).to_arg().as_bytes()]);
    wire.push_counted(&keys);
    wire.push(which.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, Bzmpop, X> {
    /// Takes up to this many instead of one.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// Takes the member with the highest score from the first of these sorted sets that has
/// any, and waits if none has: the key, the member and its score; `None` if the timeout
/// passed.
///
/// `BZPOPMAX`, since 5.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bzpopmax(["urgent", "jobs"], Duration::from_secs(1)).text();
/// // BZPOPMAX urgent jobs 1
/// # let _ = command;
/// ```
#[inline]
pub fn bzpopmax(
    keys: impl ToArgs,
    timeout: impl Into<Option<Duration>>,
) -> Command<Option<PoppedMember>, Blocking> {
    let mut wire = Wire::of(&metas::BZPOPMAX, []);
    wire.push_args(&keys);
    wire.push(times::wait_seconds(timeout.into()).to_arg().as_bytes());
    Command::new(wire)
}

/// Takes the member with the lowest score from the first of these sorted sets that has
/// any, and waits if none has: the key, the member and its score; `None` if the timeout
/// passed.
///
/// `BZPOPMIN`, since 5.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bzpopmin(["urgent", "jobs"], Duration::from_secs(1)).text();
/// // BZPOPMIN urgent jobs 1
/// # let _ = command;
/// ```
#[inline]
pub fn bzpopmin(
    keys: impl ToArgs,
    timeout: impl Into<Option<Duration>>,
) -> Command<Option<PoppedMember>, Blocking> {
    let mut wire = Wire::of(&metas::BZPOPMIN, []);
    wire.push_args(&keys);
    wire.push(times::wait_seconds(timeout.into()).to_arg().as_bytes());
    Command::new(wire)
}

/// The options of [`zadd`].
#[derive(Debug)]
pub struct Zadd<Existence = Free, Comparison = Free>(PhantomData<(Existence, Comparison)>);

impl<Existence, Comparison> Shareable for Zadd<Existence, Comparison> {}
impl<Existence, Comparison> Queueable for Zadd<Existence, Comparison> {}

/// Gives members of a sorted set their scores, as pairs of score and member: how many of
/// the members are new.
///
/// Scores are numbers or infinities. A member that is there already keeps its place under
/// its new score.
///
/// `ZADD`, since 1.2.0. Complexity: O(log N) for each member.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zadd("board", [(1.0, "ada"), (2.5, "bob")]);
/// // ZADD board 1 ada 2.5 bob
/// # let _ = command;
/// ```
#[inline]
pub fn zadd(key: impl ToArg, members: impl ToPairs) -> Command<u64, Zadd> {
    let mut wire = Wire::of(&metas::ZADD, [key.to_arg().as_bytes()]);
    wire.push_pairs(&members);
    Command::new(wire)
}

impl<R, X> Command<R, Zadd<Free, Free>, X> {
    /// Only adds members, changes none.
    #[inline]
    pub fn nx(self) -> Command<R, Zadd<Used, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"NX");
        })
        .retyped()
    }
}

impl<R, Comparison, X> Command<R, Zadd<Free, Comparison>, X> {
    /// Only changes members, adds none.
    #[inline]
    pub fn xx(self) -> Command<R, Zadd<Used, Comparison>, X> {
        self.with_at(1, |wire| {
            wire.push(b"XX");
        })
        .retyped()
    }
}

impl<R, Existence, X> Command<R, Zadd<Existence, Free>, X> {
    /// Changes a member only if its new score is higher; adds those that are new. Since
    /// 6.2.0.
    #[inline]
    pub fn gt(self) -> Command<R, Zadd<Existence, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"GT");
        })
        .retyped()
    }

    /// Changes a member only if its new score is lower; adds those that are new. Since 6.2.0.
    #[inline]
    pub fn lt(self) -> Command<R, Zadd<Existence, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"LT");
        })
        .retyped()
    }
}

impl<R, Existence, Comparison, X> Command<R, Zadd<Existence, Comparison>, X> {
    /// Has the reply count members whose score changed as well.
    #[inline]
    pub fn ch(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"CH");
        })
    }
}

impl<Existence, Comparison, X> Command<u64, Zadd<Existence, Comparison>, X> {
    /// Adds to the score of the one member given: the new score; `None` if another option
    /// kept it from being changed.
    #[inline]
    pub fn incr(self) -> Command<Option<f64>, Zadd<Existence, Comparison>, X> {
        self.with_at(1, |wire| {
            wire.push(b"INCR");
        })
        .retyped()
    }
}

/// How many members a sorted set has; 0 if there is no such key.
///
/// `ZCARD`, since 1.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zcard("z");
/// // ZCARD z
/// # let _ = command;
/// ```
#[inline]
pub fn zcard(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::ZCARD, [key.to_arg().as_bytes()]))
}

/// How many members of a sorted set have scores between two bounds.
///
/// `ZCOUNT`, since 2.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zcount("z", 1, 2.5);
/// // ZCOUNT z 1 2.5
/// # let _ = command;
/// ```
#[inline]
pub fn zcount(key: impl ToArg, min: impl Into<ScoreBound>, max: impl Into<ScoreBound>) -> Command<u64> {
    let min: ScoreBound = min.into();
    let max: ScoreBound = max.into();
    Command::new(Wire::of(
        &metas::ZCOUNT,
        [key.to_arg().as_bytes(), min.to_arg().as_bytes(), max.to_arg().as_bytes()],
    ))
}

/// The options of [`zdiff`].
#[derive(Debug)]
pub struct Zdiff;

impl Shareable for Zdiff {}
impl Queueable for Zdiff {}

/// The members of the first of several sorted sets that are in none of the others, from
/// the lowest score to the highest.
///
/// `ZDIFF`, since 6.2.0. Complexity: O(L + (N - K) log N) for L members in all, N in the
/// first and K in the result.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zdiff(["a", "b"]).text();
/// // ZDIFF 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zdiff(keys: impl ToArgs) -> Command<Vec<Bytes>, Zdiff> {
    let mut wire = Wire::of(&metas::ZDIFF, []);
    wire.push_counted(&keys);
    Command::new(wire)
}

impl<X> Command<Vec<Bytes>, Zdiff, X> {
    /// Has each member come with its score.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, Zdiff, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }
}

/// Stores the members of the first of several sorted sets that are in none of the others
/// as `destination`, whatever that held: how many there are.
///
/// `ZDIFFSTORE`, since 6.2.0. Complexity: O(L + (N - K) log N) for L members in all, N in
/// the first and K in the result.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zdiffstore("d", ["a", "b"]);
/// // ZDIFFSTORE d 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zdiffstore(destination: impl ToArg, keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::ZDIFFSTORE, [destination.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    Command::new(wire)
}

/// Adds to the score of a member of a sorted set, which starts at 0 if it is new: its
/// score then.
///
/// `ZINCRBY`, since 1.2.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zincrby("board", 1.5, "ada");
/// // ZINCRBY board 1.5 ada
/// # let _ = command;
/// ```
#[inline]
pub fn zincrby(key: impl ToArg, increment: f64, member: impl ToArg) -> Command<f64> {
    Command::new(Wire::of(
        &metas::ZINCRBY,
        [key.to_arg().as_bytes(), increment.to_arg().as_bytes(), member.to_arg().as_bytes()],
    ))
}

/// The options of [`zinter`].
#[derive(Debug)]
pub struct Zinter;

impl Shareable for Zinter {}
impl Queueable for Zinter {}

/// The members that all of these sorted sets or sets have, from the lowest score to the
/// highest.
///
/// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
///
/// `ZINTER`, since 6.2.0. Complexity: O(N * K + M log M) for K sets, the smallest of N
/// members, and M in the result.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zinter(["a", "b"]).text();
/// // ZINTER 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zinter(keys: impl ToArgs) -> Command<Vec<Bytes>, Zinter> {
    let mut wire = Wire::of(&metas::ZINTER, []);
    wire.push_counted(&keys);
    Command::new(wire)
}

impl<R, X> Command<R, Zinter, X> {
    /// Multiplies the scores of each set by its weight; there are as many as keys.
    #[inline]
    pub fn weights(self, weights: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"WEIGHTS");
            wire.push_args(&weights);
        })
    }

    /// How the scores of a member become one.
    #[inline]
    pub fn aggregate(self, how: Aggregate) -> Self {
        self.with(|wire| {
            wire.push(b"AGGREGATE");
            wire.push(how.to_arg().as_bytes());
        })
    }
}

impl<X> Command<Vec<Bytes>, Zinter, X> {
    /// Has each member come with its score.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, Zinter, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }
}

/// The options of [`zintercard`].
#[derive(Debug)]
pub struct Zintercard;

impl Shareable for Zintercard {}
impl Queueable for Zintercard {}

/// How many members all of these sorted sets or sets have.
///
/// `ZINTERCARD`, since 7.0.0. Complexity: O(N * K) for K sets, the smallest of N members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zintercard(["a", "b"]);
/// // ZINTERCARD 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zintercard(keys: impl ToArgs) -> Command<u64, Zintercard> {
    let mut wire = Wire::of(&metas::ZINTERCARD, []);
    wire.push_counted(&keys);
    Command::new(wire)
}

impl<R, X> Command<R, Zintercard, X> {
    /// Stops counting at this many; 0 is no limit.
    #[inline]
    pub fn limit(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The options of [`zinterstore`].
#[derive(Debug)]
pub struct Zinterstore;

impl Shareable for Zinterstore {}
impl Queueable for Zinterstore {}

/// Stores the members that all of these sorted sets or sets have as `destination`,
/// whatever that held: how many there are.
///
/// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
///
/// `ZINTERSTORE`, since 2.0.0. Complexity: O(N * K + M log M) for K sets, the smallest of
/// N members, and M in the result.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zinterstore("d", ["a", "b"]);
/// // ZINTERSTORE d 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zinterstore(destination: impl ToArg, keys: impl ToArgs) -> Command<u64, Zinterstore> {
    let mut wire = Wire::of(&metas::ZINTERSTORE, [destination.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    Command::new(wire)
}

impl<R, X> Command<R, Zinterstore, X> {
    /// Multiplies the scores of each set by its weight; there are as many as keys.
    #[inline]
    pub fn weights(self, weights: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"WEIGHTS");
            wire.push_args(&weights);
        })
    }

    /// How the scores of a member become one.
    #[inline]
    pub fn aggregate(self, how: Aggregate) -> Self {
        self.with(|wire| {
            wire.push(b"AGGREGATE");
            wire.push(how.to_arg().as_bytes());
        })
    }
}

/// How many members of a sorted set are between two bounds in the order of their bytes.
///
/// All members must have the same score; otherwise the number means nothing.
///
/// `ZLEXCOUNT`, since 2.8.9. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zlexcount("z", LexBound::MIN, "b");
/// // ZLEXCOUNT z - [b
/// # let _ = command;
/// ```
#[inline]
pub fn zlexcount(key: impl ToArg, min: impl Into<LexBound>, max: impl Into<LexBound>) -> Command<u64> {
    let min: LexBound = min.into();
    let max: LexBound = max.into();
    Command::new(Wire::of(
        &metas::ZLEXCOUNT,
        [key.to_arg().as_bytes(), min.to_arg().as_bytes(), max.to_arg().as_bytes()],
    ))
}

/// The options of [`zmpop`].
#[derive(Debug)]
pub struct Zmpop;

impl Shareable for Zmpop {}
impl Queueable for Zmpop {}

/// Takes members with the lowest or highest scores from the first of these sorted sets
/// that has any: the key and the members with their scores; `None` if all are empty.
///
/// `ZMPOP`, since 7.0.0. Complexity: O(K + M log N) for K keys and M members taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zmpop(["urgent", "jobs"], Extreme::Min).text();
/// // ZMPOP 2 urgent jobs MIN
/// # let _ = command;
/// ```
#[inline]
pub fn zmpop(keys: impl ToArgs, which: Extreme) -> Command<Option<(Bytes, Scored)>, Zmpop> {
    let mut wire = Wire::of(&metas::ZMPOP, []);
    wire.push_counted(&keys);
    wire.push(which.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, Zmpop, X> {
    /// Takes up to this many instead of one.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The scores of several members of a sorted set, in their order; `None` for those that
/// it does not have.
///
/// `ZMSCORE`, since 6.2.0. Complexity: O(1) for each member.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zmscore("z", ["b", "x"]);
/// // ZMSCORE z b x
/// # let _ = command;
/// ```
#[inline]
pub fn zmscore(key: impl ToArg, members: impl ToArgs) -> Command<Vec<Option<f64>>> {
    let mut wire = Wire::of(&metas::ZMSCORE, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}

/// The options of [`zpopmax`].
#[derive(Debug)]
pub struct Zpopmax;

impl Shareable for Zpopmax {}
impl Queueable for Zpopmax {}

/// Takes the member with the highest score from a sorted set: the member and its score;
/// `None` if there is none.
///
/// `ZPOPMAX`, since 5.0.0. Complexity: O(log N) for each member taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zpopmax("z").text();
/// // ZPOPMAX z
/// # let _ = command;
/// ```
#[inline]
pub fn zpopmax(key: impl ToArg) -> Command<OneScored, Zpopmax> {
    Command::new(Wire::of(&metas::ZPOPMAX, [key.to_arg().as_bytes()]))
}

impl<X> Command<OneScored, Zpopmax, X> {
    /// Takes up to this many, the highest score first.
    #[inline]
    pub fn count(self, count: u64) -> Command<Scored, Zpopmax, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`zpopmin`].
#[derive(Debug)]
pub struct Zpopmin;

impl Shareable for Zpopmin {}
impl Queueable for Zpopmin {}

/// Takes the member with the lowest score from a sorted set: the member and its score;
/// `None` if there is none.
///
/// `ZPOPMIN`, since 5.0.0. Complexity: O(log N) for each member taken.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zpopmin("z").text();
/// // ZPOPMIN z
/// # let _ = command;
/// ```
#[inline]
pub fn zpopmin(key: impl ToArg) -> Command<OneScored, Zpopmin> {
    Command::new(Wire::of(&metas::ZPOPMIN, [key.to_arg().as_bytes()]))
}

impl<X> Command<OneScored, Zpopmin, X> {
    /// Takes up to this many, the lowest score first.
    #[inline]
    pub fn count(self, count: u64) -> Command<Scored, Zpopmin, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// The options of [`zrandmember`].
#[derive(Debug)]
pub struct Zrandmember<Count = Free>(PhantomData<(Count,)>);

impl<Count> Shareable for Zrandmember<Count> {}
impl<Count> Queueable for Zrandmember<Count> {}

/// A member of a sorted set by chance; `None` if there is none.
///
/// `ZRANDMEMBER`, since 6.2.0. Complexity: O(1) for each member.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrandmember("z").text();
/// // ZRANDMEMBER z
/// # let _ = command;
/// ```
#[inline]
pub fn zrandmember(key: impl ToArg) -> Command<Option<Bytes>, Zrandmember> {
    Command::new(Wire::of(&metas::ZRANDMEMBER, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Zrandmember<Free>, X> {
    /// Up to this many different members; if negative, as many as its magnitude says, and the
    /// same may come again.
    #[inline]
    pub fn count(self, count: i64) -> Command<Vec<Bytes>, Zrandmember<Used>, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<X> Command<Vec<Bytes>, Zrandmember<Used>, X> {
    /// Has each member come with its score.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, Zrandmember<Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }
}

/// The options of [`zrangebylex`].
#[derive(Debug)]
pub struct Zrangebylex;

impl Shareable for Zrangebylex {}
impl Queueable for Zrangebylex {}

/// The members of a sorted set between two bounds in the order of their bytes.
///
/// All members must have the same score. Since 6.2 `zrange` of two [`LexBound`]s does the
/// same.
///
/// `ZRANGEBYLEX`, since 2.8.9. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrangebylex("z", LexBound::MIN, "b").text();
/// // ZRANGEBYLEX z - [b
/// # let _ = command;
/// ```
#[inline]
pub fn zrangebylex(
    key: impl ToArg,
    min: impl Into<LexBound>,
    max: impl Into<LexBound>,
) -> Command<Vec<Bytes>, Zrangebylex> {
    let min: LexBound = min.into();
    let max: LexBound = max.into();
    Command::new(Wire::of(
        &metas::ZRANGEBYLEX,
        [key.to_arg().as_bytes(), min.to_arg().as_bytes(), max.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, Zrangebylex, X> {
    /// Leaves out the first `offset` and gives `count` of the rest, or all of it if negative.
    #[inline]
    pub fn limit(self, offset: u64, count: i64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(offset.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The options of [`zrangebyscore`].
#[derive(Debug)]
pub struct Zrangebyscore;

impl Shareable for Zrangebyscore {}
impl Queueable for Zrangebyscore {}

/// The members of a sorted set with scores between two bounds, from the lowest score to
/// the highest.
///
/// Since 6.2 `zrange` of two [`ScoreBound`]s does the same.
///
/// `ZRANGEBYSCORE`, since 1.0.5. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrangebyscore("z", 1, 2).text();
/// // ZRANGEBYSCORE z 1 2
/// # let _ = command;
/// ```
#[inline]
pub fn zrangebyscore(
    key: impl ToArg,
    min: impl Into<ScoreBound>,
    max: impl Into<ScoreBound>,
) -> Command<Vec<Bytes>, Zrangebyscore> {
    let min: ScoreBound = min.into();
    let max: ScoreBound = max.into();
    Command::new(Wire::of(
        &metas::ZRANGEBYSCORE,
        [key.to_arg().as_bytes(), min.to_arg().as_bytes(), max.to_arg().as_bytes()],
    ))
}

impl<X> Command<Vec<Bytes>, Zrangebyscore, X> {
    /// Has each member come with its score.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, Zrangebyscore, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }
}

impl<R, X> Command<R, Zrangebyscore, X> {
    /// Leaves out the first `offset` and gives `count` of the rest, or all of it if negative.
    #[inline]
    pub fn limit(self, offset: u64, count: i64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(offset.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// The options of [`zrank`].
#[derive(Debug)]
pub struct Zrank;

impl Shareable for Zrank {}
impl Queueable for Zrank {}

/// How many members of a sorted set come before this one, counted from the lowest score;
/// `None` if it is no member.
///
/// `ZRANK`, since 2.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrank("z", "b");
/// // ZRANK z b
/// # let _ = command;
/// ```
#[inline]
pub fn zrank(key: impl ToArg, member: impl ToArg) -> Command<Option<u64>, Zrank> {
    Command::new(Wire::of(&metas::ZRANK, [key.to_arg().as_bytes(), member.to_arg().as_bytes()]))
}

impl<X> Command<Option<u64>, Zrank, X> {
    /// Gives the score as well. Since 7.2.0.
    #[inline]
    pub fn with_score(self) -> Command<Option<(u64, f64)>, Zrank, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORE");
        })
        .retyped()
    }
}

/// Removes members from a sorted set: how many there were.
///
/// `ZREM`, since 1.2.0. Complexity: O(log N) for each member.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrem("z", ["a", "x"]);
/// // ZREM z a x
/// # let _ = command;
/// ```
#[inline]
pub fn zrem(key: impl ToArg, members: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::ZREM, [key.to_arg().as_bytes()]);
    wire.push_args(&members);
    Command::new(wire)
}

/// Removes the members of a sorted set between two bounds in the order of their bytes:
/// how many there were.
///
/// All members must have the same score.
///
/// `ZREMRANGEBYLEX`, since 2.8.9. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zremrangebylex("z", "a", LexBound::exclusive("c"));
/// // ZREMRANGEBYLEX z [a (c
/// # let _ = command;
/// ```
#[inline]
pub fn zremrangebylex(key: impl ToArg, min: impl Into<LexBound>, max: impl Into<LexBound>) -> Command<u64> {
    let min: LexBound = min.into();
    let max: LexBound = max.into();
    Command::new(Wire::of(
        &metas::ZREMRANGEBYLEX,
        [key.to_arg().as_bytes(), min.to_arg().as_bytes(), max.to_arg().as_bytes()],
    ))
}

/// Removes the members of a sorted set from index `start` to index `stop`, both included
/// and counted from the lowest score, or from the highest if negative: how many there
/// were.
///
/// `ZREMRANGEBYRANK`, since 2.0.0. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zremrangebyrank("z", 0, -2);
/// // ZREMRANGEBYRANK z 0 -2
/// # let _ = command;
/// ```
#[inline]
pub fn zremrangebyrank(key: impl ToArg, start: i64, stop: i64) -> Command<u64> {
    Command::new(Wire::of(
        &metas::ZREMRANGEBYRANK,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), stop.to_arg().as_bytes()],
    ))
}

/// Removes the members of a sorted set with scores between two bounds: how many there
/// were.
///
/// `ZREMRANGEBYSCORE`, since 1.2.0. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zremrangebyscore("z", ScoreBound::MIN, ScoreBound::exclusive(3.0));
/// // ZREMRANGEBYSCORE z -inf (3
/// # let _ = command;
/// ```
#[inline]
pub fn zremrangebyscore(
    key: impl ToArg,
    min: impl Into<ScoreBound>,
    max: impl Into<ScoreBound>,
) -> Command<u64> {
    let min: ScoreBound = min.into();
    let max: ScoreBound = max.into();
    Command::new(Wire::of(
        &metas::ZREMRANGEBYSCORE,
        [key.to_arg().as_bytes(), min.to_arg().as_bytes(), max.to_arg().as_bytes()],
    ))
}

/// The options of [`zrevrange`].
#[derive(Debug)]
pub struct Zrevrange;

impl Shareable for Zrevrange {}
impl Queueable for Zrevrange {}

/// The members of a sorted set from index `start` to index `stop`, both included and
/// counted from the highest score, or from the lowest if negative.
///
/// Since 6.2 `zrange` with `rev` does the same.
///
/// `ZREVRANGE`, since 1.2.0. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrevrange("z", 0, 1).text();
/// // ZREVRANGE z 0 1
/// # let _ = command;
/// ```
#[inline]
pub fn zrevrange(key: impl ToArg, start: i64, stop: i64) -> Command<Vec<Bytes>, Zrevrange> {
    Command::new(Wire::of(
        &metas::ZREVRANGE,
        [key.to_arg().as_bytes(), start.to_arg().as_bytes(), stop.to_arg().as_bytes()],
    ))
}

impl<X> Command<Vec<Bytes>, Zrevrange, X> {
    /// Has each member come with its score.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, Zrevrange, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }
}

/// The members of a sorted set between two bounds in the reverse order of their bytes;
/// the higher bound comes first.
///
/// All members must have the same score. Since 6.2 `zrange` of two [`LexBound`]s with
/// `rev` does the same.
///
/// `ZREVRANGEBYLEX`, since 2.8.9. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrevrangebylex("z", "b", LexBound::MIN).text();
/// // ZREVRANGEBYLEX z [b -
/// # let _ = command;
/// ```
#[inline]
pub fn zrevrangebylex(
    key: impl ToArg,
    max: impl Into<LexBound>,
    min: impl Into<LexBound>,
) -> Command<Vec<Bytes>, Zrangebylex> {
    let max: LexBound = max.into();
    let min: LexBound = min.into();
    Command::new(Wire::of(
        &metas::ZREVRANGEBYLEX,
        [key.to_arg().as_bytes(), max.to_arg().as_bytes(), min.to_arg().as_bytes()],
    ))
}

/// The members of a sorted set with scores between two bounds, from the highest score to
/// the lowest; the higher bound comes first.
///
/// Since 6.2 `zrange` of two [`ScoreBound`]s with `rev` does the same.
///
/// `ZREVRANGEBYSCORE`, since 2.2.0. Complexity: O(log N + M) for M members.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrevrangebyscore("z", ScoreBound::MAX, 2).text();
/// // ZREVRANGEBYSCORE z +inf 2
/// # let _ = command;
/// ```
#[inline]
pub fn zrevrangebyscore(
    key: impl ToArg,
    max: impl Into<ScoreBound>,
    min: impl Into<ScoreBound>,
) -> Command<Vec<Bytes>, Zrangebyscore> {
    let max: ScoreBound = max.into();
    let min: ScoreBound = min.into();
    Command::new(Wire::of(
        &metas::ZREVRANGEBYSCORE,
        [key.to_arg().as_bytes(), max.to_arg().as_bytes(), min.to_arg().as_bytes()],
    ))
}

/// How many members of a sorted set come before this one, counted from the highest score;
/// `None` if it is no member.
///
/// `ZREVRANK`, since 2.0.0. Complexity: O(log N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zrevrank("z", "b");
/// // ZREVRANK z b
/// # let _ = command;
/// ```
#[inline]
pub fn zrevrank(key: impl ToArg, member: impl ToArg) -> Command<Option<u64>, Zrank> {
    Command::new(Wire::of(&metas::ZREVRANK, [key.to_arg().as_bytes(), member.to_arg().as_bytes()]))
}

/// The options of [`zscan`].
#[derive(Debug)]
pub struct Zscan;

impl Shareable for Zscan {}
impl Queueable for Zscan {}

/// A part of a sorted set's members with their scores, in no order, and where the next
/// part starts.
///
/// Members that are there all the while come at least once, others may. A page may be
/// empty though more follow.
///
/// `ZSCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zscan("z", Cursor::START).text();
/// // ZSCAN z 0
/// # let _ = command;
/// ```
#[inline]
pub fn zscan(key: impl ToArg, cursor: Cursor) -> Command<ScanPage<Scored>, Zscan> {
    Command::new(Wire::of(&metas::ZSCAN, [key.to_arg().as_bytes(), cursor.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Zscan, X> {
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

/// The score of a member of a sorted set; `None` if it is no member.
///
/// `ZSCORE`, since 1.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zscore("z", "a");
/// // ZSCORE z a
/// # let _ = command;
/// ```
#[inline]
pub fn zscore(key: impl ToArg, member: impl ToArg) -> Command<Option<f64>> {
    Command::new(Wire::of(&metas::ZSCORE, [key.to_arg().as_bytes(), member.to_arg().as_bytes()]))
}

/// The members that at least one of these sorted sets or sets has, from the lowest score
/// to the highest.
///
/// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
///
/// `ZUNION`, since 6.2.0. Complexity: O(N + M log M) for N members in all and M in the
/// result.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zunion(["a", "b"]).text();
/// // ZUNION 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zunion(keys: impl ToArgs) -> Command<Vec<Bytes>, Zinter> {
    let mut wire = Wire::of(&metas::ZUNION, []);
    wire.push_counted(&keys);
    Command::new(wire)
}

/// Stores the members that at least one of these sorted sets or sets has as
/// `destination`, whatever that held: how many there are.
///
/// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
///
/// `ZUNIONSTORE`, since 2.0.0. Complexity: O(N + M log M) for N members in all and M in
/// the result.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = zunionstore("d", ["a", "b"]);
/// // ZUNIONSTORE d 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn zunionstore(destination: impl ToArg, keys: impl ToArgs) -> Command<u64, Zinterstore> {
    let mut wire = Wire::of(&metas::ZUNIONSTORE, [destination.to_arg().as_bytes()]);
    wire.push_counted(&keys);
    Command::new(wire)
}
