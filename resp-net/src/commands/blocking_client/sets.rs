// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use bytes::Bytes;
use resp_core::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Sets: members without order, each of them once.
impl Client {
    /// Adds members to a set: how many of them are new.
    ///
    /// `SADD`, since 1.0.0. Complexity: O(M) for M members.
    #[inline]
    pub fn sadd(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, u64> {
        self.send(sadd(key, members))
    }

    /// How many members a set has; 0 if there is no such key.
    ///
    /// `SCARD`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn scard(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(scard(key))
    }

    /// The members of the first set that are in none of the others.
    ///
    /// `SDIFF`, since 1.0.0. Complexity: O(M) for M members in all sets together.
    #[inline]
    pub fn sdiff(&self, keys: impl ToArgs) -> Call<'_, Vec<Bytes>> {
        self.send(sdiff(keys))
    }

    /// Stores at a key the members of the first set that are in none of the others: how many
    /// there are.
    ///
    /// Whatever the key held is replaced; if there is no member, it is gone.
    ///
    /// `SDIFFSTORE`, since 1.0.0. Complexity: O(M) for M members in all sets together.
    #[inline]
    pub fn sdiffstore(&self, destination: impl ToArg, keys: impl ToArgs) -> Call<'_, u64> {
        self.send(sdiffstore(destination, keys))
    }

    /// The members that are in each of these sets.
    ///
    /// `SINTER`, since 1.0.0. Complexity: O(M * K) for K sets, the smallest of M members.
    #[inline]
    pub fn sinter(&self, keys: impl ToArgs) -> Call<'_, Vec<Bytes>> {
        self.send(sinter(keys))
    }

    /// How many members are in each of these sets.
    ///
    /// `SINTERCARD`, since 7.0.0. Complexity: O(M * K) for K sets, the smallest of M members.
    #[inline]
    pub fn sintercard(&self, keys: impl ToArgs) -> Call<'_, u64, Sintercard> {
        self.send(sintercard(keys))
    }

    /// Stores at a key the members that are in each of these sets: how many there are.
    ///
    /// Whatever the key held is replaced; if there is no member, it is gone.
    ///
    /// `SINTERSTORE`, since 1.0.0. Complexity: O(M * K) for K sets, the smallest of M
    /// members.
    #[inline]
    pub fn sinterstore(&self, destination: impl ToArg, keys: impl ToArgs) -> Call<'_, u64> {
        self.send(sinterstore(destination, keys))
    }

    /// Whether a set has a member.
    ///
    /// `SISMEMBER`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn sismember(&self, key: impl ToArg, member: impl ToArg) -> Call<'_, bool> {
        self.send(sismember(key, member))
    }

    /// All members of a set, in no order; none if there is no such key.
    ///
    /// Of a large set `sscan` gives them in parts.
    ///
    /// `SMEMBERS`, since 1.0.0. Complexity: O(N).
    #[inline]
    pub fn smembers(&self, key: impl ToArg) -> Call<'_, Vec<Bytes>> {
        self.send(smembers(key))
    }

    /// Whether a set has each of some members, in their order.
    ///
    /// `SMISMEMBER`, since 6.2.0. Complexity: O(M) for M members asked for.
    #[inline]
    pub fn smismember(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, Vec<bool>> {
        self.send(smismember(key, members))
    }

    /// Moves a member from one set to another: whether the first set had it.
    ///
    /// `SMOVE`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn smove(&self, source: impl ToArg, destination: impl ToArg, member: impl ToArg) -> Call<'_, bool> {
        self.send(smove(source, destination, member))
    }

    /// Takes a random member out of a set: the member; `None` if there is none.
    ///
    /// `SPOP`, since 1.0.0. Complexity: O(M) for M members taken.
    #[inline]
    pub fn spop(&self, key: impl ToArg) -> Call<'_, Option<Bytes>, Spop> {
        self.send(spop(key))
    }

    /// A random member of a set, which stays in it; `None` if there is none.
    ///
    /// `SRANDMEMBER`, since 1.0.0. Complexity: O(M) for M members asked for.
    #[inline]
    pub fn srandmember(&self, key: impl ToArg) -> Call<'_, Option<Bytes>, Srandmember> {
        self.send(srandmember(key))
    }

    /// Removes members from a set: how many of them it had.
    ///
    /// `SREM`, since 1.0.0. Complexity: O(M) for M members.
    #[inline]
    pub fn srem(&self, key: impl ToArg, members: impl ToArgs) -> Call<'_, u64> {
        self.send(srem(key, members))
    }

    /// A part of a set's members, and where the next part starts.
    ///
    /// Members that are there all the while come at least once, others may. A page may be
    /// empty though more follow.
    ///
    /// `SSCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all.
    #[inline]
    pub fn sscan(&self, key: impl ToArg, cursor: Cursor) -> Call<'_, ScanPage<Vec<Bytes>>, Sscan> {
        self.send(sscan(key, cursor))
    }

    /// The members that are in at least one of these sets.
    ///
    /// `SUNION`, since 1.0.0. Complexity: O(M) for M members in all sets together.
    #[inline]
    pub fn sunion(&self, keys: impl ToArgs) -> Call<'_, Vec<Bytes>> {
        self.send(sunion(keys))
    }

    /// Stores at a key the members that are in at least one of these sets: how many there
    /// are.
    ///
    /// Whatever the key held is replaced; if there is no member, it is gone.
    ///
    /// `SUNIONSTORE`, since 1.0.0. Complexity: O(M) for M members in all sets together.
    #[inline]
    pub fn sunionstore(&self, destination: impl ToArg, keys: impl ToArgs) -> Call<'_, u64> {
        self.send(sunionstore(destination, keys))
    }
}
