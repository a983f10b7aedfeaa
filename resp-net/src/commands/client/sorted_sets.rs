// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Call, Client};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{Blocking, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Sorted sets: members with a score each, in the order of their scores.
impl Client {
    /// Takes members with the lowest or highest scores from the first of these sorted sets
    /// that has any, and waits if none has: the key and the members with their scores; `None`
    /// if the timeout passed.
    ///
    /// `BZMPOP`, since 7.0.0. Complexity: O(K + M log N) for K keys and M members taken.
    #[inline]
    pub fn bzmpop(
        &self,
        timeout: impl Into<Option<Duration>>,
        keys: impl ToArgs,
        which: Extreme,
    ) -> Call<'_, Option<(Bytes, Scored)>, Bzmpop> {
        self.send(bzmpop(timeout, keys, which))
    }

    /// Takes the member with the highest score from the first of these sorted sets that has
    /// any, and waits if none has: the key, the member and its score; `None` if the timeout
    /// passed.
    ///
    /// `BZPOPMAX`, since 5.0.0. Complexity: O(log N).
    #[inline]
    pub fn bzpopmax(
        &self,
        keys: impl ToArgs,
        timeout: impl Into<Option<Duration>>,
    ) -> Call<'_, Option<PoppedMember>, Blocking> {
        self.send(bzpopmax(keys, timeout))
    }

    /// Takes the member with the lowest score from the first of these sorted sets that has
    /// any, and waits if none has: the key, the member and its score; `None` if the timeout
    /// passed.
    ///
    /// `BZPOPMIN`, since 5.0.0. Complexity: O(log N).
    #[inline]
    pub fn bzpopmin(
        &self,
        keys: impl ToArgs,
        timeout: impl Into<Option<Duration>>,
    ) -> Call<'_, Option<PoppedMember>, Blocking> {
        self.send(bzpopmin(keys, timeout))
    }

    /// Gives members of a sorted set their scores, as pairs of score and member: how many of
    /// the members are new.
    ///
    /// Scores are numbers or infinities. A member that is there already keeps its place under
    /// its new score.
    ///
    /// `ZADD`, since 1.2.0. Complexity: O(log N) for each member.
    #[inline]
    pub fn zadd(&self, key: impl ToArg, members: impl ToPairs) -> Call<'_, u64, Zadd> {
        self.send(zadd(key, members))
    }

    /// How many members a sorted set has; 0 if there is no such key.
    ///
    /// `ZCARD`, since 1.2.0. Complexity: O(1).
    #[inline]
    pub fn zcard(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(zcard(key))
    }

    /// How many members of a sorted set have scores between two bounds.
    ///
    /// `ZCOUNT`, since 2.0.0. Complexity: O(log N).
    #[inline]
    pub fn zcount(
        &self,
        key: impl ToArg,
        min: impl Into<ScoreBound>,
        max: impl Into<ScoreBound>,
    ) -> Call<'_, u64> {
        self.send(zcount(key, min, max))
    }

    /// The members of the first of several sorted sets that are in none of the others, from
    /// the lowest score to the highest.
    ///
    /// `ZDIFF`, since 6.2.0. Complexity: O(L + (N - K) log N) for L members in all, N in the
    /// first and K in the result.
    #[inline]
    pub fn zdiff(&self, keys: impl ToArgs) -> Call<'_, Vec<Bytes>, Zdiff> {
        self.send(zdiff(keys))
    }

    /// Stores the members of the first of several sorted sets that are in none of the others
    /// as `destination`, whatever that held: how many there are.
    ///
    /// `ZDIFFSTORE`, since 6.2.0. Complexity: O(L + (N - K) log N) for L members in all, N in
    /// the first and K in the result.
    #[inline]
    pub fn zdiffstore(&self, destination: impl ToArg, keys: impl ToArgs) -> Call<'_, u64> {
        self.send(zdiffstore(destination, keys))
    }

    /// Adds to the score of a member of a sorted set, which starts at 0 if it is new: its
    /// score then.
    ///
    /// `ZINCRBY`, since 1.2.0. Complexity: O(log N).
    #[inline]
    pub fn zincrby(&self, key: impl ToArg, increment: f64, member: impl ToArg) -> Call<'_, f64> {
        self.send(zincrby(key, increment, member))
    }

    /// The members that all of these sorted sets or sets have, from the lowest score to the
    /// highest.
    ///
    /// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
    ///
    /// `ZINTER`, since 6.2.0. Complexity: O(N * K + M log M) for K sets, the smallest of N
    /// members, and M in the result.
    #[inline]
    pub fn zinter(&self, keys: impl ToArgs) -> Call<'_, Vec<Bytes>, Zinter> {
        self.send(zinter(keys))
    }

    /// How many members all of these sorted sets or sets have.
    ///
    /// `ZINTERCARD`, since 7.0.0. Complexity: O(N * K) for K sets, the smallest of N members.
    #[inline]
    pub fn zintercard(&self, keys: impl ToArgs) -> Call<'_, u64, Zintercard> {
        self.send(zintercard(keys))
    }

    /// Stores the members that all of these sorted sets or sets have as `destination`,
    /// whatever that held: how many there are.
    ///
    /// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
    ///
    /// `ZINTERSTORE`, since 2.0.0. Complexity: O(N * K + M log M) for K sets, the smallest of
    /// N members, and M in the result.
    #[inline]
    pub fn zinterstore(&self, destination: impl ToArg, keys: impl ToArgs) -> Call<'_, u64, Zinterstore> {
        self.send(zinterstore(destination, keys))
    }

    /// How many members of a sorted set are between two bounds in the order of their bytes.
    ///
    /// All members must have the same score; otherwise the number means nothing.
    ///
    /// `ZLEXCOUNT`, since 2.8.9. Complexity: O(log N).
    #[inline]
    pub fn zlexcount(
        &self,
        key: impl ToArg,
        min: impl Into<LexBound>,
        max: impl Into<LexBound>,
    ) -> Call<'_, u64> {
        self.send(zlexcount(key, min, max))
    }

    /// Takes members with the lowest or highest scores from the first of these sorted sets
    /// that has any: the key and the members with their scores; `None` if all are empty.
    ///
    /// `ZMPOP`, since 7.0.0. Complexity: O(K + M log N) for K keys and M members taken.
    #[inline]
    pub fn zmpop(&self, keys: impl ToArgs, which: Extreme) -> Call<'_, Option<(Bytes, Scored)>, Zmpop> {
        self.send(zmpop(keys, which))
    }

    /// The scores of several members of a sorted set, in their order; `None` for those that
    /// it does not have.
    ///
    /// `ZMSCORE`, since 6.2.0. Complexity: O(1) for each member.
    #[inline]
    pub fn zmscore(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, Vec<Option<f64>>> {
        self.send(zmscore(key, members))
    }

    /// Takes the member with the highest score from a sorted set: the member and its score;
    /// `None` if there is none.
    ///
    /// `ZPOPMAX`, since 5.0.0. Complexity: O(log N) for each member taken.
    #[inline]
    pub fn zpopmax(&self, key: impl ToArg) -> Call<'_, OneScored, Zpopmax> {
        self.send(zpopmax(key))
    }

    /// Takes the member with the lowest score from a sorted set: the member and its score;
    /// `None` if there is none.
    ///
    /// `ZPOPMIN`, since 5.0.0. Complexity: O(log N) for each member taken.
    #[inline]
    pub fn zpopmin(&self, key: impl ToArg) -> Call<'_, OneScored, Zpopmin> {
        self.send(zpopmin(key))
    }

    /// A member of a sorted set by chance; `None` if there is none.
    ///
    /// `ZRANDMEMBER`, since 6.2.0. Complexity: O(1) for each member.
    #[inline]
    pub fn zrandmember(&self, key: impl ToArg) -> Call<'_, Option<Bytes>, Zrandmember> {
        self.send(zrandmember(key))
    }

    /// The members of a sorted set from one place to another, both included: places are
    /// indexes, scores or names, as the type of the two says.
    ///
    /// Integers are indexes, from zero, or from the end if negative: -1 is the member with
    /// the highest score. [`ScoreBound`]s choose by score, [`LexBound`]s by name in the order
    /// of bytes, where all have the same score; both since 6.2.
    ///
    /// `ZRANGE`, since 1.2.0. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrange<B: RangeBound>(
        &self,
        key: impl ToArg,
        start: B,
        stop: B,
    ) -> Call<'_, Vec<Bytes>, Zrange<B>> {
        self.send(zrange(key, start, stop))
    }

    /// The members of a sorted set between two bounds in the order of their bytes.
    ///
    /// All members must have the same score. Since 6.2 `zrange` of two [`LexBound`]s does the
    /// same.
    ///
    /// `ZRANGEBYLEX`, since 2.8.9. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrangebylex(
        &self,
        key: impl ToArg,
        min: impl Into<LexBound>,
        max: impl Into<LexBound>,
    ) -> Call<'_, Vec<Bytes>, Zrangebylex> {
        self.send(zrangebylex(key, min, max))
    }

    /// The members of a sorted set with scores between two bounds, from the lowest score to
    /// the highest.
    ///
    /// Since 6.2 `zrange` of two [`ScoreBound`]s does the same.
    ///
    /// `ZRANGEBYSCORE`, since 1.0.5. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrangebyscore(
        &self,
        key: impl ToArg,
        min: impl Into<ScoreBound>,
        max: impl Into<ScoreBound>,
    ) -> Call<'_, Vec<Bytes>, Zrangebyscore> {
        self.send(zrangebyscore(key, min, max))
    }

    /// Stores the members that `zrange` would give as `destination`, whatever that held: how
    /// many there are.
    ///
    /// `ZRANGESTORE`, since 6.2.0. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrangestore<B: RangeBound>(
        &self,
        destination: impl ToArg,
        source: impl ToArg,
        start: B,
        stop: B,
    ) -> Call<'_, u64, Zrange<B>> {
        self.send(zrangestore(destination, source, start, stop))
    }

    /// How many members of a sorted set come before this one, counted from the lowest score;
    /// `None` if it is no member.
    ///
    /// `ZRANK`, since 2.0.0. Complexity: O(log N).
    #[inline]
    pub fn zrank(&self, key: impl ToArg, member: impl ToArg) -> Call<'_, Option<u64>, Zrank> {
        self.send(zrank(key, member))
    }

    /// Removes members from a sorted set: how many there were.
    ///
    /// `ZREM`, since 1.2.0. Complexity: O(log N) for each member.
    #[inline]
    pub fn zrem(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, u64> {
        self.send(zrem(key, members))
    }

    /// Removes the members of a sorted set between two bounds in the order of their bytes:
    /// how many there were.
    ///
    /// All members must have the same score.
    ///
    /// `ZREMRANGEBYLEX`, since 2.8.9. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zremrangebylex(
        &self,
        key: impl ToArg,
        min: impl Into<LexBound>,
        max: impl Into<LexBound>,
    ) -> Call<'_, u64> {
        self.send(zremrangebylex(key, min, max))
    }

    /// Removes the members of a sorted set from index `start` to index `stop`, both included
    /// and counted from the lowest score, or from the highest if negative: how many there
    /// were.
    ///
    /// `ZREMRANGEBYRANK`, since 2.0.0. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zremrangebyrank(&self, key: impl ToArg, start: i64, stop: i64) -> Call<'_, u64> {
        self.send(zremrangebyrank(key, start, stop))
    }

    /// Removes the members of a sorted set with scores between two bounds: how many there
    /// were.
    ///
    /// `ZREMRANGEBYSCORE`, since 1.2.0. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zremrangebyscore(
        &self,
        key: impl ToArg,
        min: impl Into<ScoreBound>,
        max: impl Into<ScoreBound>,
    ) -> Call<'_, u64> {
        self.send(zremrangebyscore(key, min, max))
    }

    /// The members of a sorted set from index `start` to index `stop`, both included and
    /// counted from the highest score, or from the lowest if negative.
    ///
    /// Since 6.2 `zrange` with `rev` does the same.
    ///
    /// `ZREVRANGE`, since 1.2.0. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrevrange(&self, key: impl ToArg, start: i64, stop: i64) -> Call<'_, Vec<Bytes>, Zrevrange> {
        self.send(zrevrange(key, start, stop))
    }

    /// The members of a sorted set between two bounds in the reverse order of their bytes;
    /// the higher bound comes first.
    ///
    /// All members must have the same score. Since 6.2 `zrange` of two [`LexBound`]s with
    /// `rev` does the same.
    ///
    /// `ZREVRANGEBYLEX`, since 2.8.9. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrevrangebylex(
        &self,
        key: impl ToArg,
        max: impl Into<LexBound>,
        min: impl Into<LexBound>,
    ) -> Call<'_, Vec<Bytes>, Zrangebylex> {
        self.send(zrevrangebylex(key, max, min))
    }

    /// The members of a sorted set with scores between two bounds, from the highest score to
    /// the lowest; the higher bound comes first.
    ///
    /// Since 6.2 `zrange` of two [`ScoreBound`]s with `rev` does the same.
    ///
    /// `ZREVRANGEBYSCORE`, since 2.2.0. Complexity: O(log N + M) for M members.
    #[inline]
    pub fn zrevrangebyscore(
        &self,
        key: impl ToArg,
        max: impl Into<ScoreBound>,
        min: impl Into<ScoreBound>,
    ) -> Call<'_, Vec<Bytes>, Zrangebyscore> {
        self.send(zrevrangebyscore(key, max, min))
    }

    /// How many members of a sorted set come before this one, counted from the highest score;
    /// `None` if it is no member.
    ///
    /// `ZREVRANK`, since 2.0.0. Complexity: O(log N).
    #[inline]
    pub fn zrevrank(&self, key: impl ToArg, member: impl ToArg) -> Call<'_, Option<u64>, Zrank> {
        self.send(zrevrank(key, member))
    }

    /// A part of a sorted set's members with their scores, in no order, and where the next
    /// part starts.
    ///
    /// Members that are there all the while come at least once, others may. A page may be
    /// empty though more follow.
    ///
    /// `ZSCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all.
    #[inline]
    pub fn zscan(&self, key: impl ToArg, cursor: Cursor) -> Call<'_, ScanPage<Scored>, Zscan> {
        self.send(zscan(key, cursor))
    }

    /// The score of a member of a sorted set; `None` if it is no member.
    ///
    /// `ZSCORE`, since 1.2.0. Complexity: O(1).
    #[inline]
    pub fn zscore(&self, key: impl ToArg, member: impl ToArg) -> Call<'_, Option<f64>> {
        self.send(zscore(key, member))
    }

    /// The members that at least one of these sorted sets or sets has, from the lowest score
    /// to the highest.
    ///
    /// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
    ///
    /// `ZUNION`, since 6.2.0. Complexity: O(N + M log M) for N members in all and M in the
    /// result.
    #[inline]
    pub fn zunion(&self, keys: impl ToArgs) -> Call<'_, Vec<Bytes>, Zinter> {
        self.send(zunion(keys))
    }

    /// Stores the members that at least one of these sorted sets or sets has as
    /// `destination`, whatever that held: how many there are.
    ///
    /// Scores are added unless `aggregate` says otherwise; members of plain sets count as 1.
    ///
    /// `ZUNIONSTORE`, since 2.0.0. Complexity: O(N + M log M) for N members in all and M in
    /// the result.
    #[inline]
    pub fn zunionstore(&self, destination: impl ToArg, keys: impl ToArgs) -> Call<'_, u64, Zinterstore> {
        self.send(zunionstore(destination, keys))
    }
}
