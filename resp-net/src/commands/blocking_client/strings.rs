// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Strings: bytes, and numbers written as such.
impl Client {
    /// Adds bytes to the end of a string, an empty one if there is none: its length then.
    ///
    /// `APPEND`, since 2.0.0. Complexity: O(1), now and then O(N) when the string has to
    /// move.
    #[inline]
    pub fn append(&self, key: impl ToArg, value: impl ToArg) -> Call<'_, u64> {
        self.send(append(key, value))
    }

    /// Subtracts one from the integer at a key, 0 if there is none: the new value.
    ///
    /// `DECR`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn decr(&self, key: impl ToArg) -> Call<'_, i64> {
        self.send(decr(key))
    }

    /// Subtracts from the integer at a key, 0 if there is none: the new value.
    ///
    /// `DECRBY`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn decrby(&self, key: impl ToArg, decrement: i64) -> Call<'_, i64> {
        self.send(decrby(key, decrement))
    }

    /// Removes a key if what it holds is, or is not, what the caller thinks: whether it was
    /// removed.
    ///
    /// Without a condition it removes a key of any type; with one the key must hold a string.
    /// Valkey has it since 9.2, without digests.
    ///
    /// `DELEX`, since 8.4.0. Complexity: O(1), or O(N) where a digest is compared.
    #[inline]
    pub fn delex(&self, key: impl ToArg) -> Call<'_, bool, Delex> {
        self.send(delex(key))
    }

    /// Removes a key if it holds this string: whether it was removed.
    ///
    /// Redis says it as `delex(key).if_eq(value)`.
    ///
    /// `DELIFEQ`, since Valkey 9.0.0. Complexity: O(1).
    #[inline]
    pub fn delifeq(&self, key: impl ToArg, value: impl ToArg) -> Call<'_, bool> {
        self.send(delifeq(key, value))
    }

    /// The digest of a string, to compare it later without sending it; `None` if there is no
    /// key.
    ///
    /// What takes one: `set(..).if_deq(..)`, `delex(..).if_deq(..)` and their opposites.
    ///
    /// `DIGEST`, since 8.4.0. Complexity: O(N), the length of the string.
    #[inline]
    pub fn digest(&self, key: impl ToArg) -> Call<'_, Option<Digest>> {
        self.send(digest(key))
    }

    /// The string at a key; `None` if there is none.
    ///
    /// `GET`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn get(&self, key: impl ToArg) -> Call<'_, Option<Bytes>> {
        self.send(get(key))
    }

    /// Removes a string: what it was; `None` if there is none.
    ///
    /// `GETDEL`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn getdel(&self, key: impl ToArg) -> Call<'_, Option<Bytes>> {
        self.send(getdel(key))
    }

    /// The string at a key, whose time to live is set with it; `None` if there is no key.
    ///
    /// Without an option the time to live stays as it is.
    ///
    /// `GETEX`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn getex(&self, key: impl ToArg) -> Call<'_, Option<Bytes>, Getex> {
        self.send(getex(key))
    }

    /// The part of a string from byte `start` to byte `end`, both included; empty if there is
    /// none.
    ///
    /// Bytes are counted from zero, or from the end if negative: -1 is the last one.
    ///
    /// `GETRANGE`, since 2.4.0. Complexity: O(N), the length of the part.
    #[inline]
    pub fn getrange(&self, key: impl ToArg, start: i64, end: i64) -> Call<'_, Bytes> {
        self.send(getrange(key, start, end))
    }

    /// Sets a key, which then lives for ever: the string that it held; `None` if there was
    /// none.
    ///
    /// Deprecated since Redis 6.2: `set(key, value).get()` does the same.
    ///
    /// `GETSET`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn getset(&self, key: impl ToArg, value: impl ToArg) -> Call<'_, Option<Bytes>> {
        self.send(getset(key, value))
    }

    /// Adds one to the integer at a key, 0 if there is none: the new value.
    ///
    /// `INCR`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn incr(&self, key: impl ToArg) -> Call<'_, i64> {
        self.send(incr(key))
    }

    /// Adds to the integer at a key, 0 if there is none: the new value.
    ///
    /// `INCRBY`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn incrby(&self, key: impl ToArg, increment: i64) -> Call<'_, i64> {
        self.send(incrby(key, increment))
    }

    /// Adds to the number at a key, 0 if there is none: the new value.
    ///
    /// `INCRBYFLOAT`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn incrbyfloat(&self, key: impl ToArg, increment: f64) -> Call<'_, f64> {
        self.send(incrbyfloat(key, increment))
    }

    /// The longest string that both strings contain, with gaps: their common subsequence.
    ///
    /// `LCS`, since 7.0.0. Complexity: O(N * M), the lengths of both strings.
    #[inline]
    pub fn lcs(&self, first: impl ToArg, second: impl ToArg) -> Call<'_, Bytes, Lcs> {
        self.send(lcs(first, second))
    }

    /// The strings at several keys, in their order; `None` for a key that holds no string.
    ///
    /// `MGET`, since 1.0.0. Complexity: O(1) for each key.
    #[inline]
    pub fn mget(&self, keys: impl ToArgs) -> Call<'_, Vec<Option<Bytes>>> {
        self.send(mget(keys))
    }

    /// Sets several keys at once, whatever they held; they then live for ever.
    ///
    /// `MSET`, since 1.0.1. Complexity: O(1) for each key.
    #[inline]
    pub fn mset(&self, pairs: impl ToPairs) -> Call<'_, ()> {
        self.send(mset(pairs))
    }

    /// Sets several keys at once, with one time to live: whether it did.
    ///
    /// Without a condition it always does. Valkey has it since 9.1.
    ///
    /// `MSETEX`, since 8.4.0. Complexity: O(1) for each key.
    #[inline]
    pub fn msetex(&self, pairs: impl ToPairs) -> Call<'_, bool, Msetex> {
        self.send(msetex(pairs))
    }

    /// Sets several keys at once if none of them exists: whether it did.
    ///
    /// `MSETNX`, since 1.0.1. Complexity: O(1) for each key.
    #[inline]
    pub fn msetnx(&self, pairs: impl ToPairs) -> Call<'_, bool> {
        self.send(msetnx(pairs))
    }

    /// Sets a key, which vanishes after `time`, in milliseconds.
    ///
    /// `set(key, value).ex(time)` does the same.
    ///
    /// `PSETEX`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn psetex(&self, key: impl ToArg, time: Duration, value: impl ToArg) -> Call<'_, ()> {
        self.send(psetex(key, time, value))
    }

    /// Sets a key, whatever it held. Without an option it then lives for ever.
    ///
    /// With a condition the reply is whether the key was set, with `get` what it held before.
    ///
    /// `SET`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn set(&self, key: impl ToArg, value: impl ToArg) -> Call<'_, (), Set> {
        self.send(set(key, value))
    }

    /// Sets a key, which vanishes after `time`, in whole seconds.
    ///
    /// `set(key, value).ex(time)` does the same, to the millisecond.
    ///
    /// `SETEX`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn setex(&self, key: impl ToArg, time: Duration, value: impl ToArg) -> Call<'_, ()> {
        self.send(setex(key, time, value))
    }

    /// Sets a key if it does not exist: whether it did.
    ///
    /// `set(key, value).nx()` does the same and takes a time to live with it.
    ///
    /// `SETNX`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn setnx(&self, key: impl ToArg, value: impl ToArg) -> Call<'_, bool> {
        self.send(setnx(key, value))
    }

    /// Overwrites a string from byte `offset` on: its length then.
    ///
    /// A string that is shorter is filled up with zero bytes.
    ///
    /// `SETRANGE`, since 2.2.0. Complexity: O(M), the length of the value.
    #[inline]
    pub fn setrange(&self, key: impl ToArg, offset: u64, value: impl ToArg) -> Call<'_, u64> {
        self.send(setrange(key, offset, value))
    }

    /// The length of a string, in bytes; 0 if there is no such key.
    ///
    /// `STRLEN`, since 2.2.0. Complexity: O(1).
    #[inline]
    pub fn strlen(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(strlen(key))
    }

    /// The part of a string from byte `start` to byte `end`, both included; empty if there is
    /// none.
    ///
    /// Deprecated since Redis 2.0: `getrange` is the same.
    ///
    /// `SUBSTR`, since 1.0.0. Complexity: O(N), the length of the part.
    #[inline]
    pub fn substr(&self, key: impl ToArg, start: i64, end: i64) -> Call<'_, Bytes> {
        self.send(substr(key, start, end))
    }
}
