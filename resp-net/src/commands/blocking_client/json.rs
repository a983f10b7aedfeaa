// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Call, Client};
use bytes::Bytes;
use resp_core::{Reply, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::string::String;
use std::vec::Vec;

/// JSON documents.
impl Client {
    /// Adds JSON values to the end of each array that a path matches: its length then; `None`
    /// for a match that is no array.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.ARRAPPEND`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_arrappend(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        values: impl ToArgs,
    ) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_arrappend(key, path, values))
    }

    /// Looks in each array that a path matches for a JSON value: where it stands first.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it as an `ArrayIndex`.
    ///
    /// `JSON.ARRINDEX`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_arrindex(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        value: impl ToArg,
    ) -> Call<'_, Vec<ArrayIndex>, JsonArrindex> {
        self.send(json_arrindex(key, path, value))
    }

    /// Puts JSON values before an index of each array that a path matches: its length then;
    /// `None` for a match that is no array.
    ///
    /// A negative index counts from the end; one out of range is an error. With a legacy
    /// path, which does not begin with `$`, the reply is that of the one match: read it with
    /// `.to::<T>()`.
    ///
    /// `JSON.ARRINSERT`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_arrinsert(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        index: i64,
        values: impl ToArgs,
    ) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_arrinsert(key, path, index, values))
    }

    /// Measures each array that a path matches: its length; `None` for a match that is no
    /// array.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.ARRLEN`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_arrlen(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_arrlen(key, path))
    }

    /// Takes the last element off each array that a path matches: the element as JSON; `None`
    /// for an empty array or a match that is no array.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.ARRPOP`, since RedisJSON 1.0.0. Complexity: O(1) for the last element of one
    /// match, otherwise O(N).
    #[inline]
    pub fn json_arrpop(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<Option<Bytes>>, JsonArrpop> {
        self.send(json_arrpop(key, path))
    }

    /// Leaves of each array that a path matches only the elements from index `start` to index
    /// `stop`, both included: its length then; `None` for a match that is no array.
    ///
    /// Negative indexes count from the end. With a legacy path, which does not begin with
    /// `$`, the reply is that of the one match: read it with `.to::<T>()`.
    ///
    /// `JSON.ARRTRIM`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_arrtrim(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        start: i64,
        stop: i64,
    ) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_arrtrim(key, path, start, stop))
    }

    /// Empties arrays and objects and sets numbers to 0 wherever a path matches: how many
    /// values that changed.
    ///
    /// `JSON.CLEAR`, since RedisJSON 2.0.0. Complexity: O(N).
    #[inline]
    pub fn json_clear(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, u64> {
        self.send(json_clear(key, path))
    }

    /// The server's own help on JSON.DEBUG, line by line.
    ///
    /// `JSON.DEBUG HELP`, since RedisJSON 1.0.0. Complexity: O(1).
    #[inline]
    pub fn json_debug_help(&self) -> Call<'_, Vec<String>> {
        self.send(json_debug_help())
    }

    /// Tells how many bytes of memory each value takes that a path matches.
    ///
    /// Strings that occur more than once are shared, so that the sum may be more than what is
    /// used. With a legacy path, which does not begin with `$`, the reply is that of the one
    /// match: read it with `.to::<T>()`.
    ///
    /// `JSON.DEBUG MEMORY`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_debug_memory(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<u64>> {
        self.send(json_debug_memory(key, path))
    }

    /// Removes the values that a path matches: how many; `$` removes the key.
    ///
    /// `JSON.DEL`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_del(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, u64> {
        self.send(json_del(key, path))
    }

    /// Does what [`json_del`] does, under another name.
    ///
    /// `JSON.FORGET`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_forget(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, u64> {
        self.send(json_forget(key, path))
    }

    /// Reads the values that paths match, as JSON text; `None` if there is no such key.
    ///
    /// One path that begins with `$` yields an array of its matches, several an object with
    /// such an array for each path. A legacy path yields the value itself. Without a path it
    /// is the whole document.
    ///
    /// `JSON.GET`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_get(&self, key: impl ToArg, paths: impl ToArgs) -> Call<'_, Option<Bytes>, JsonGet> {
        self.send(json_get(key, paths))
    }

    /// Merges a JSON value into what a path matches: members are set, those that are `null`
    /// in it are removed, and arrays are replaced.
    ///
    /// As RFC 7396 says. A missing key is created if the path is `$`.
    ///
    /// `JSON.MERGE`, since RedisJSON 2.6.0. Complexity: O(M + N) for M of the document and N
    /// of the patch.
    #[inline]
    pub fn json_merge(&self, key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Call<'_, ()> {
        self.send(json_merge(key, path, json))
    }

    /// Reads what a path matches in each of several documents, as JSON text; `None` where
    /// there is no such key or path.
    ///
    /// A path that begins with `$` yields an array of its matches in each.
    ///
    /// `JSON.MGET`, since RedisJSON 1.0.0. Complexity: O(N) for each key.
    #[inline]
    pub fn json_mget(&self, keys: impl ToArgs, path: impl ToArg) -> Call<'_, Vec<Option<Bytes>>> {
        self.send(json_mget(keys, path))
    }

    /// Sets what a path matches to a JSON value, in all documents named, or in none if one of
    /// them cannot be.
    ///
    /// `JSON.MSET`, since RedisJSON 2.6.0. Complexity: O(N) for each key.
    #[inline]
    pub fn json_mset(&self, key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Call<'_, (), JsonMset> {
        self.send(json_mset(key, path, json))
    }

    /// Adds to each number that a path matches: its new value; `None` for a match that is no
    /// number.
    ///
    /// Whole numbers beyond 2^53 lose digits in the reply, not in the document.
    ///
    /// `JSON.NUMINCRBY`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_numincrby(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        increment: impl ToArg,
    ) -> Call<'_, JsonNumbers> {
        self.send(json_numincrby(key, path, increment))
    }

    /// Multiplies each number that a path matches: its new value; `None` for a match that is
    /// no number.
    ///
    /// Whole numbers beyond 2^53 lose digits in the reply, not in the document.
    ///
    /// `JSON.NUMMULTBY`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_nummultby(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        factor: impl ToArg,
    ) -> Call<'_, JsonNumbers> {
        self.send(json_nummultby(key, path, factor))
    }

    /// Raises each number that a path matches to a power: its new value; `None` for a match
    /// that is no number.
    ///
    /// Whole numbers beyond 2^53 lose digits in the reply, not in the document.
    ///
    /// `JSON.NUMPOWBY`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_numpowby(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        exponent: impl ToArg,
    ) -> Call<'_, JsonNumbers> {
        self.send(json_numpowby(key, path, exponent))
    }

    /// Names the members of each object that a path matches; `None` for a match that is no
    /// object.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.OBJKEYS`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_objkeys(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<Option<Vec<Bytes>>>> {
        self.send(json_objkeys(key, path))
    }

    /// Counts the members of each object that a path matches; `None` for a match that is no
    /// object.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.OBJLEN`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_objlen(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_objlen(key, path))
    }

    /// Reads what a path matches as replies of the protocol; deprecated since RedisJSON 2.6.
    ///
    /// An array begins with `[`, an object with `{`. [`json_get`] is easier to read.
    ///
    /// `JSON.RESP`, since RedisJSON 1.0.0. Complexity: O(N).
    #[inline]
    pub fn json_resp(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Reply> {
        self.send(json_resp(key, path))
    }

    /// Sets every value that a path matches to a JSON value, or creates the member that it
    /// names: whether it could.
    ///
    /// It is false where an option forbids it, or where the path leads through what is not
    /// there. A missing key is created if the path is `$`; another path is then an error.
    ///
    /// `JSON.SET`, since RedisJSON 1.0.0. Complexity: O(M + N) for M of the document and N of
    /// the new value.
    #[inline]
    pub fn json_set(&self, key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Call<'_, bool, JsonSet> {
        self.send(json_set(key, path, json))
    }

    /// Appends a JSON string, in quotes, to each string that a path matches: its length then;
    /// `None` for a match that is no string.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.STRAPPEND`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_strappend(
        &self,
        key: impl ToArg,
        path: impl ToArg,
        json: impl ToArg,
    ) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_strappend(key, path, json))
    }

    /// Measures each string that a path matches; `None` for a match that is no string.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is that of the one match:
    /// read it with `.to::<T>()`.
    ///
    /// `JSON.STRLEN`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_strlen(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<Option<u64>>> {
        self.send(json_strlen(key, path))
    }

    /// Turns each boolean that a path matches into the other: its new value; `None` for a
    /// match that is no boolean.
    ///
    /// With a legacy path, which does not begin with `$`, the reply is text, `true` or
    /// `false`: read it with `.to::<T>()`.
    ///
    /// `JSON.TOGGLE`, since RedisJSON 2.0.0. Complexity: O(1) for one match, O(N) for
    /// several.
    #[inline]
    pub fn json_toggle(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, Vec<Option<bool>>> {
        self.send(json_toggle(key, path))
    }

    /// Tells the type of each value that a path matches; none if there is no such key.
    ///
    /// `JSON.TYPE`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for several.
    #[inline]
    pub fn json_type(&self, key: impl ToArg, path: impl ToArg) -> Call<'_, JsonTypes> {
        self.send(json_type(key, path))
    }
}
