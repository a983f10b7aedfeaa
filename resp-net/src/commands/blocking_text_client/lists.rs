// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{TextCall, TextClient};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{Blocking, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Lists: elements in order, put and taken at either end.
impl TextClient {
    /// Moves an element from one side of a list to one side of another, and waits for one if
    /// the first is empty: the element; `None` if the timeout passed.
    ///
    /// Both lists may be the same one, which rotates it. A timeout of `None` waits for as
    /// long as it takes.
    ///
    /// `BLMOVE`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn blmove(
        &self,
        source: impl ToArg,
        destination: impl ToArg,
        from_side: Side,
        to_side: Side,
        timeout: impl Into<Option<Duration>>,
    ) -> TextCall<'_, Option<Bytes>, Blocking> {
        self.send(blmove(source, destination, from_side, to_side, timeout))
    }

    /// Takes elements off one side of the first of these lists that has any, and waits if
    /// none has: the list's key and the elements; `None` if the timeout passed.
    ///
    /// Without `count` it is one element. A timeout of `None` waits for as long as it takes.
    ///
    /// `BLMPOP`, since 7.0.0. Complexity: O(K + M) for K keys and M elements.
    #[inline]
    pub fn blmpop(
        &self,
        timeout: impl Into<Option<Duration>>,
        keys: impl ToArgs,
        side: Side,
    ) -> TextCall<'_, Option<(Bytes, Vec<Bytes>)>, Blmpop> {
        self.send(blmpop(timeout, keys, side))
    }

    /// Takes the first element off the first of these lists that has one, and waits if none
    /// has: the list's key and the element; `None` if the timeout passed.
    ///
    /// A timeout of `None` waits for as long as it takes.
    ///
    /// `BLPOP`, since 2.0.0. Complexity: O(K) for K keys.
    #[inline]
    pub fn blpop(
        &self,
        keys: impl ToArgs,
        timeout: impl Into<Option<Duration>>,
    ) -> TextCall<'_, Option<(Bytes, Bytes)>, Blocking> {
        self.send(blpop(keys, timeout))
    }

    /// Takes the last element off the first of these lists that has one, and waits if none
    /// has: the list's key and the element; `None` if the timeout passed.
    ///
    /// A timeout of `None` waits for as long as it takes.
    ///
    /// `BRPOP`, since 2.0.0. Complexity: O(K) for K keys.
    #[inline]
    pub fn brpop(
        &self,
        keys: impl ToArgs,
        timeout: impl Into<Option<Duration>>,
    ) -> TextCall<'_, Option<(Bytes, Bytes)>, Blocking> {
        self.send(brpop(keys, timeout))
    }

    /// Moves the last element of a list to the front of another, and waits for one if the
    /// first is empty: the element; `None` if the timeout passed.
    ///
    /// `blmove` serves every pair of sides. A timeout of `None` waits for as long as it
    /// takes.
    ///
    /// `BRPOPLPUSH`, since 2.2.0. Complexity: O(1).
    #[inline]
    pub fn brpoplpush(
        &self,
        source: impl ToArg,
        destination: impl ToArg,
        timeout: impl Into<Option<Duration>>,
    ) -> TextCall<'_, Option<Bytes>, Blocking> {
        self.send(brpoplpush(source, destination, timeout))
    }

    /// The element at an index, counted from zero, or from the end if negative, where -1 is
    /// the last one; `None` if there is none.
    ///
    /// `LINDEX`, since 1.0.0. Complexity: O(N) for the way to the index from the nearer end.
    #[inline]
    pub fn lindex(&self, key: impl ToArg, index: i64) -> TextCall<'_, Option<Bytes>> {
        self.send(lindex(key, index))
    }

    /// Puts an element next to the first one that equals the pivot: the list's length then,
    /// or why nothing was put.
    ///
    /// `LINSERT`, since 2.2.0. Complexity: O(N) for the way to the pivot from the front.
    #[inline]
    pub fn linsert(
        &self,
        key: impl ToArg,
        place: Place,
        pivot: impl ToArg,
        value: impl ToArg,
    ) -> TextCall<'_, Inserted> {
        self.send(linsert(key, place, pivot, value))
    }

    /// How many elements a list has; 0 if there is no such key.
    ///
    /// `LLEN`, since 1.0.0. Complexity: O(1).
    #[inline]
    pub fn llen(&self, key: impl ToArg) -> TextCall<'_, u64> {
        self.send(llen(key))
    }

    /// Moves an element from one side of a list to one side of another: the element; `None`
    /// if there was none.
    ///
    /// Both lists may be the same one, which rotates it.
    ///
    /// `LMOVE`, since 6.2.0. Complexity: O(1).
    #[inline]
    pub fn lmove(
        &self,
        source: impl ToArg,
        destination: impl ToArg,
        from_side: Side,
        to_side: Side,
    ) -> TextCall<'_, Option<Bytes>> {
        self.send(lmove(source, destination, from_side, to_side))
    }

    /// Takes elements off one side of the first of these lists that has any: the list's key
    /// and the elements; `None` if all are empty.
    ///
    /// Without `count` it is one element.
    ///
    /// `LMPOP`, since 7.0.0. Complexity: O(K + M) for K keys and M elements.
    #[inline]
    pub fn lmpop(&self, keys: impl ToArgs, side: Side) -> TextCall<'_, Option<(Bytes, Vec<Bytes>)>, Lmpop> {
        self.send(lmpop(keys, side))
    }

    /// Takes the first element off a list: the element; `None` if there is none.
    ///
    /// `LPOP`, since 1.0.0. Complexity: O(M) for M elements taken.
    #[inline]
    pub fn lpop(&self, key: impl ToArg) -> TextCall<'_, Option<Bytes>, Lpop> {
        self.send(lpop(key))
    }

    /// Where in a list the first element is that equals a value, counted from zero; `None` if
    /// nowhere.
    ///
    /// `LPOS`, since 6.0.6. Complexity: O(N).
    #[inline]
    pub fn lpos(&self, key: impl ToArg, value: impl ToArg) -> TextCall<'_, Option<u64>, Lpos> {
        self.send(lpos(key, value))
    }

    /// Puts values in front of a list one after another, so that the last one becomes the
    /// first element: the list's length then.
    ///
    /// `LPUSH`, since 1.0.0. Complexity: O(M) for M values.
    #[inline]
    pub fn lpush(&self, key: impl ToArg, values: impl ToArgs) -> TextCall<'_, u64> {
        self.send(lpush(key, values))
    }

    /// Puts values in front of a list that exists: its length then, 0 if there is no such
    /// key.
    ///
    /// `LPUSHX`, since 2.2.0. Complexity: O(M) for M values.
    #[inline]
    pub fn lpushx(&self, key: impl ToArg, values: impl ToArgs) -> TextCall<'_, u64> {
        self.send(lpushx(key, values))
    }

    /// The elements from one index to another, both included, counted from zero, or from the
    /// end if negative, where -1 is the last one.
    ///
    /// None if there is no such key or the range lies outside of the list.
    ///
    /// `LRANGE`, since 1.0.0. Complexity: O(S + M) for M elements and the way S to the first
    /// of them.
    #[inline]
    pub fn lrange(&self, key: impl ToArg, start: i64, stop: i64) -> TextCall<'_, Vec<Bytes>> {
        self.send(lrange(key, start, stop))
    }

    /// Removes elements that equal a value: the first ones, up to this many, or the last ones
    /// if the number is negative, or all if it is zero. How many were removed.
    ///
    /// `LREM`, since 1.0.0. Complexity: O(N + M) for M elements removed.
    #[inline]
    pub fn lrem(&self, key: impl ToArg, count: i64, value: impl ToArg) -> TextCall<'_, u64> {
        self.send(lrem(key, count, value))
    }

    /// Replaces the element at an index, counted from zero, or from the end if negative.
    ///
    /// It is an error if there is no such element.
    ///
    /// `LSET`, since 1.0.0. Complexity: O(N) for the way to the index from the nearer end.
    #[inline]
    pub fn lset(&self, key: impl ToArg, index: i64, value: impl ToArg) -> TextCall<'_, ()> {
        self.send(lset(key, index, value))
    }

    /// Keeps the elements from one index to another, both included, and removes all others.
    ///
    /// The indexes count from zero, or from the end if negative. A list with no element left
    /// is gone.
    ///
    /// `LTRIM`, since 1.0.0. Complexity: O(M) for M elements removed.
    #[inline]
    pub fn ltrim(&self, key: impl ToArg, start: i64, stop: i64) -> TextCall<'_, ()> {
        self.send(ltrim(key, start, stop))
    }

    /// Takes the last element off a list: the element; `None` if there is none.
    ///
    /// `RPOP`, since 1.0.0. Complexity: O(M) for M elements taken.
    #[inline]
    pub fn rpop(&self, key: impl ToArg) -> TextCall<'_, Option<Bytes>, Rpop> {
        self.send(rpop(key))
    }

    /// Moves the last element of a list to the front of another: the element; `None` if there
    /// was none.
    ///
    /// `lmove` serves every pair of sides.
    ///
    /// `RPOPLPUSH`, since 1.2.0. Complexity: O(1).
    #[inline]
    pub fn rpoplpush(&self, source: impl ToArg, destination: impl ToArg) -> TextCall<'_, Option<Bytes>> {
        self.send(rpoplpush(source, destination))
    }

    /// Puts values at the end of a list, in their order: its length then.
    ///
    /// `RPUSH`, since 1.0.0. Complexity: O(M) for M values.
    #[inline]
    pub fn rpush(&self, key: impl ToArg, values: impl ToArgs) -> TextCall<'_, u64> {
        self.send(rpush(key, values))
    }

    /// Puts values at the end of a list that exists: its length then, 0 if there is no such
    /// key.
    ///
    /// `RPUSHX`, since 2.2.0. Complexity: O(M) for M values.
    #[inline]
    pub fn rpushx(&self, key: impl ToArg, values: impl ToArgs) -> TextCall<'_, u64> {
        self.send(rpushx(key, values))
    }
}
