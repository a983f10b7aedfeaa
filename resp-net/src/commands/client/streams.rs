// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Call, Client};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// Streams: logs of entries, read by each reader for itself or shared out within groups.
impl Client {
    /// Says that a group is done with these entries, so that they are no longer pending: how
    /// many were.
    ///
    /// `XACK`, since 5.0.0. Complexity: O(1) for each id.
    #[inline]
    pub fn xack(&self, key: impl ToArg, group: impl ToArg, ids: impl ToArgs) -> Call<'_, u64> {
        self.send(xack(key, group, ids))
    }

    /// Says that a group is done with these entries and removes them from the stream: what
    /// became of each.
    ///
    /// `XACKDEL`, since 8.2.0. Complexity: O(1) for each id.
    #[inline]
    pub fn xackdel(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        ids: impl ToArgs,
    ) -> Call<'_, Vec<Deletion>, Xackdel> {
        self.send(xackdel(key, group, ids))
    }

    /// Adds an entry of these fields and values to a stream, which is made if there is none:
    /// the id of the entry.
    ///
    /// An id must be higher than all before; `NewId::Auto` has the server choose it by its
    /// clock.
    ///
    /// `XADD`, since 5.0.0. Complexity: O(1), and O(N) for N entries trimmed.
    #[inline]
    pub fn xadd(
        &self,
        key: impl ToArg,
        id: impl Into<NewId>,
        fields: impl ToPairs,
    ) -> Call<'_, StreamId, Xadd> {
        self.send(xadd(key, id, fields))
    }

    /// Makes a consumer the owner of entries from `start` on that have been pending for at
    /// least `min_idle`: the entries, and where to go on.
    ///
    /// `XAUTOCLAIM`, since 6.2.0. Complexity: O(1) for each entry looked at.
    #[inline]
    pub fn xautoclaim(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        consumer: impl ToArg,
        min_idle: Duration,
        start: StreamId,
    ) -> Call<'_, AutoClaim, Xautoclaim> {
        self.send(xautoclaim(key, group, consumer, min_idle, start))
    }

    /// Sets for how long and for how many entries a stream remembers what its producers have
    /// added; give at least one of the options.
    ///
    /// What it remembers is forgotten by this.
    ///
    /// `XCFGSET`, since 8.6.0. Complexity: O(1).
    #[inline]
    pub fn xcfgset(&self, key: impl ToArg) -> Call<'_, (), Xcfgset> {
        self.send(xcfgset(key))
    }

    /// Makes a consumer the owner of those of these entries that have been pending for at
    /// least `min_idle`: the entries.
    ///
    /// Entries that were removed from the stream are left out.
    ///
    /// `XCLAIM`, since 5.0.0. Complexity: O(log N) for each id, N entries being pending.
    #[inline]
    pub fn xclaim(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        consumer: impl ToArg,
        min_idle: Duration,
        ids: impl ToArgs,
    ) -> Call<'_, Claimed<StreamEntry>, Xclaim> {
        self.send(xclaim(key, group, consumer, min_idle, ids))
    }

    /// Removes entries from a stream: how many there were.
    ///
    /// They stay pending in the groups that have them pending.
    ///
    /// `XDEL`, since 5.0.0. Complexity: O(1) for each id.
    #[inline]
    pub fn xdel(&self, key: impl ToArg, ids: impl ToArgs) -> Call<'_, u64> {
        self.send(xdel(key, ids))
    }

    /// Removes entries from a stream with regard to the groups: what became of each.
    ///
    /// `XDELEX`, since 8.2.0. Complexity: O(1) for each id.
    #[inline]
    pub fn xdelex(&self, key: impl ToArg, ids: impl ToArgs) -> Call<'_, Vec<Deletion>, Xdelex> {
        self.send(xdelex(key, ids))
    }

    /// Makes a consumer group of a stream that is to get the entries after `start`.
    ///
    /// The error code is `BUSYGROUP` if there is one of that name.
    ///
    /// `XGROUP CREATE`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn xgroup_create(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        start: impl Into<GroupStart>,
    ) -> Call<'_, (), XgroupCreate> {
        self.send(xgroup_create(key, group, start))
    }

    /// Makes a consumer of a group, as reading does by itself: whether it is new.
    ///
    /// `XGROUP CREATECONSUMER`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn xgroup_createconsumer(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        consumer: impl ToArg,
    ) -> Call<'_, bool> {
        self.send(xgroup_createconsumer(key, group, consumer))
    }

    /// Removes a consumer from a group: how many entries were pending for it.
    ///
    /// Those are pending for nobody then and will not be delivered again; claim them before.
    ///
    /// `XGROUP DELCONSUMER`, since 5.0.0. Complexity: O(N) for N entries pending for the
    /// consumer.
    #[inline]
    pub fn xgroup_delconsumer(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        consumer: impl ToArg,
    ) -> Call<'_, u64> {
        self.send(xgroup_delconsumer(key, group, consumer))
    }

    /// Removes a consumer group with all that is pending in it: whether there was one.
    ///
    /// `XGROUP DESTROY`, since 5.0.0. Complexity: O(N) for N entries pending in the group.
    #[inline]
    pub fn xgroup_destroy(&self, key: impl ToArg, group: impl ToArg) -> Call<'_, bool> {
        self.send(xgroup_destroy(key, group))
    }

    /// The server's own help on XGROUP, line by line.
    ///
    /// `XGROUP HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn xgroup_help(&self) -> Call<'_, Vec<String>> {
        self.send(xgroup_help())
    }

    /// Has a consumer group go on with the entries after `start`, whatever it was delivered
    /// before.
    ///
    /// `XGROUP SETID`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn xgroup_setid(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        start: impl Into<GroupStart>,
    ) -> Call<'_, (), XgroupSetid> {
        self.send(xgroup_setid(key, group, start))
    }

    /// The consumers of a group, how much is pending for each and when they were last seen.
    ///
    /// `XINFO CONSUMERS`, since 5.0.0. Complexity: O(1) for each consumer.
    #[inline]
    pub fn xinfo_consumers(&self, key: impl ToArg, group: impl ToArg) -> Call<'_, Vec<ConsumerInfo>> {
        self.send(xinfo_consumers(key, group))
    }

    /// The consumer groups of a stream and how far each has come.
    ///
    /// `XINFO GROUPS`, since 5.0.0. Complexity: O(1) for each group.
    #[inline]
    pub fn xinfo_groups(&self, key: impl ToArg) -> Call<'_, Vec<GroupInfo>> {
        self.send(xinfo_groups(key))
    }

    /// The server's own help on XINFO, line by line.
    ///
    /// `XINFO HELP`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn xinfo_help(&self) -> Call<'_, Vec<String>> {
        self.send(xinfo_help())
    }

    /// What the server knows of a stream: its length, its ids, its first and last entry.
    ///
    /// `XINFO STREAM`, since 5.0.0. Complexity: O(1), and O(N) for N entries given.
    #[inline]
    pub fn xinfo_stream(&self, key: impl ToArg) -> Call<'_, StreamInfo, XinfoStream> {
        self.send(xinfo_stream(key))
    }

    /// How many entries a stream has; 0 if there is no such key.
    ///
    /// `XLEN`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn xlen(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(xlen(key))
    }

    /// Gives entries that are pending for a consumer back to its group, so that they can be
    /// claimed at once: how many.
    ///
    /// `XNACK`, since 8.8.0. Complexity: O(1) for each id.
    #[inline]
    pub fn xnack(
        &self,
        key: impl ToArg,
        group: impl ToArg,
        why: Nack,
        ids: impl ToArgs,
    ) -> Call<'_, u64, Xnack> {
        self.send(xnack(key, group, why, ids))
    }

    /// How many entries a group was delivered and has not acknowledged, for each consumer;
    /// with `range` the entries themselves.
    ///
    /// `XPENDING`, since 5.0.0. Complexity: O(N) for N entries given; of the number alone
    /// O(1) for each consumer.
    #[inline]
    pub fn xpending(&self, key: impl ToArg, group: impl ToArg) -> Call<'_, PendingSummary, Xpending> {
        self.send(xpending(key, group))
    }

    /// The entries of a stream with ids between two bounds, the oldest first.
    ///
    /// `StreamId::MIN` and `StreamId::MAX` are all of them; times are bounds too.
    ///
    /// `XRANGE`, since 5.0.0. Complexity: O(N) for N entries given.
    #[inline]
    pub fn xrange(
        &self,
        key: impl ToArg,
        start: impl Into<IdBound>,
        end: impl Into<IdBound>,
    ) -> Call<'_, Vec<StreamEntry>, Xrange> {
        self.send(xrange(key, start, end))
    }

    /// The entries of streams after an id for each, as pairs of stream and id: each stream
    /// that has any, and them.
    ///
    /// An id is a [`StreamId`] or a [`ReadFrom`]. Nothing if there is nothing, or the timeout
    /// of `block` passed.
    ///
    /// `XREAD`, since 5.0.0. Complexity: O(N) for N entries given.
    #[inline]
    pub fn xread(&self, streams: impl ToPairs) -> Call<'_, Pairs<Bytes, Vec<StreamEntry>>, Xread> {
        self.send(xread(streams))
    }

    /// The next entries of streams for a consumer of a group, pending for it from then on:
    /// each stream that has any, and them.
    ///
    /// `ReadFrom::Undelivered` asks for entries that no consumer of the group was given yet;
    /// an id asks again for those after it that are pending for this consumer, where entries
    /// that were removed have no fields. Nothing if there is nothing, or the timeout of
    /// `block` passed.
    ///
    /// `XREADGROUP`, since 5.0.0. Complexity: O(N) for N entries given.
    #[inline]
    pub fn xreadgroup(
        &self,
        group: impl ToArg,
        consumer: impl ToArg,
        streams: impl ToPairs,
    ) -> Call<'_, Pairs<Bytes, Vec<StreamEntry>>, Xreadgroup> {
        self.send(xreadgroup(group, consumer, streams))
    }

    /// The entries of a stream with ids between two bounds, the latest first; the higher
    /// bound comes first.
    ///
    /// `XREVRANGE`, since 5.0.0. Complexity: O(N) for N entries given.
    #[inline]
    pub fn xrevrange(
        &self,
        key: impl ToArg,
        end: impl Into<IdBound>,
        start: impl Into<IdBound>,
    ) -> Call<'_, Vec<StreamEntry>, Xrange> {
        self.send(xrevrange(key, end, start))
    }

    /// Sets the last id of a stream, which replication uses.
    ///
    /// `XSETID`, since 5.0.0. Complexity: O(1).
    #[inline]
    pub fn xsetid(&self, key: impl ToArg, last: StreamId) -> Call<'_, (), Xsetid> {
        self.send(xsetid(key, last))
    }

    /// Removes the oldest entries of a stream: how many.
    ///
    /// `XTRIM`, since 5.0.0. Complexity: O(N) for N entries removed.
    #[inline]
    pub fn xtrim(&self, key: impl ToArg, trim: impl Into<Trim>) -> Call<'_, u64, Xtrim> {
        self.send(xtrim(key, trim))
    }
}
