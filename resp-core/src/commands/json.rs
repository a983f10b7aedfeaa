// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! JSON documents.

use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};
use crate::reply::Reply;
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use std::string::String;
use std::vec::Vec;

/// Adds JSON values to the end of each array that a path matches: its length then; `None`
/// for a match that is no array.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.ARRAPPEND`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_arrappend("doc", "$.colors", [r#""blue""#, r#""red""#]);
/// // JSON.ARRAPPEND doc $.colors "\"blue\"" "\"red\""
/// # let _ = command;
/// ```
#[inline]
pub fn json_arrappend(key: impl ToArg, path: impl ToArg, values: impl ToArgs) -> Command<Vec<Option<u64>>> {
    let mut wire = Wire::of(&metas::JSON_ARRAPPEND, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// The options of [`json_arrindex`].
#[derive(Debug)]
pub struct JsonArrindex<Range = Free>(PhantomData<(Range,)>);

impl<Range> Shareable for JsonArrindex<Range> {}
impl<Range> Queueable for JsonArrindex<Range> {}

/// Looks in each array that a path matches for a JSON value: where it stands first.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it as an `ArrayIndex`.
///
/// `JSON.ARRINDEX`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_arrindex("doc", "$..colors", r#""silver""#);
/// // JSON.ARRINDEX doc $..colors "\"silver\""
/// # let _ = command;
/// ```
#[inline]
pub fn json_arrindex(
    key: impl ToArg,
    path: impl ToArg,
    value: impl ToArg,
) -> Command<Vec<ArrayIndex>, JsonArrindex> {
    Command::new(Wire::of(
        &metas::JSON_ARRINDEX,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, JsonArrindex<Free>, X> {
    /// Looks from this index on; a negative one counts from the end.
    #[inline]
    pub fn start(self, start: i64) -> Command<R, JsonArrindex<Used>, X> {
        self.with(|wire| {
            wire.push(start.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Looks from index `start` on and before index `stop`, where 0 is the end; negative ones
    /// count from the end.
    #[inline]
    pub fn range(self, start: i64, stop: i64) -> Command<R, JsonArrindex<Used>, X> {
        self.with(|wire| {
            wire.push(start.to_arg().as_bytes());
            wire.push(stop.to_arg().as_bytes());
        })
        .retyped()
    }
}

/// Puts JSON values before an index of each array that a path matches: its length then;
/// `None` for a match that is no array.
///
/// A negative index counts from the end; one out of range is an error. With a legacy
/// path, which does not begin with `$`, the reply is that of the one match: read it with
/// `.to::<T>()`.
///
/// `JSON.ARRINSERT`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_arrinsert("doc", "$.sizes", 0, [1, 2]);
/// // JSON.ARRINSERT doc $.sizes 0 1 2
/// # let _ = command;
/// ```
#[inline]
pub fn json_arrinsert(
    key: impl ToArg,
    path: impl ToArg,
    index: i64,
    values: impl ToArgs,
) -> Command<Vec<Option<u64>>> {
    let mut wire = Wire::of(
        &metas::JSON_ARRINSERT,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), index.to_arg().as_bytes()],
    );
    wire.push_args(&values);
    Command::new(wire)
}

/// Measures each array that a path matches: its length; `None` for a match that is no
/// array.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.ARRLEN`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_arrlen("doc", "$..sizes");
/// // JSON.ARRLEN doc $..sizes
/// # let _ = command;
/// ```
#[inline]
pub fn json_arrlen(key: impl ToArg, path: impl ToArg) -> Command<Vec<Option<u64>>> {
    Command::new(Wire::of(&metas::JSON_ARRLEN, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// The options of [`json_arrpop`].
#[derive(Debug)]
pub struct JsonArrpop;

impl Shareable for JsonArrpop {}
impl Queueable for JsonArrpop {}

/// Takes the last element off each array that a path matches: the element as JSON; `None`
/// for an empty array or a match that is no array.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.ARRPOP`, since RedisJSON 1.0.0. Complexity: O(1) for the last element of one
/// match, otherwise O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_arrpop("doc", "$.sizes");
/// // JSON.ARRPOP doc $.sizes
/// # let _ = command;
/// ```
#[inline]
pub fn json_arrpop(key: impl ToArg, path: impl ToArg) -> Command<Vec<Option<Bytes>>, JsonArrpop> {
    Command::new(Wire::of(&metas::JSON_ARRPOP, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

impl<R, X> Command<R, JsonArrpop, X> {
    /// Takes the element at this index instead; a negative one counts from the end, one out
    /// of range is the nearest.
    #[inline]
    pub fn index(self, index: i64) -> Self {
        self.with(|wire| {
            wire.push(index.to_arg().as_bytes());
        })
    }
}

/// Leaves of each array that a path matches only the elements from index `start` to index
/// `stop`, both included: its length then; `None` for a match that is no array.
///
/// Negative indexes count from the end. With a legacy path, which does not begin with
/// `$`, the reply is that of the one match: read it with `.to::<T>()`.
///
/// `JSON.ARRTRIM`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_arrtrim("doc", "$.sizes", 1, -2);
/// // JSON.ARRTRIM doc $.sizes 1 -2
/// # let _ = command;
/// ```
#[inline]
pub fn json_arrtrim(key: impl ToArg, path: impl ToArg, start: i64, stop: i64) -> Command<Vec<Option<u64>>> {
    Command::new(Wire::of(
        &metas::JSON_ARRTRIM,
        [
            key.to_arg().as_bytes(),
            path.to_arg().as_bytes(),
            start.to_arg().as_bytes(),
            stop.to_arg().as_bytes(),
        ],
    ))
}

/// Empties arrays and objects and sets numbers to 0 wherever a path matches: how many
/// values that changed.
///
/// `JSON.CLEAR`, since RedisJSON 2.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_clear("doc", "$.*");
/// // JSON.CLEAR doc $.*
/// # let _ = command;
/// ```
#[inline]
pub fn json_clear(key: impl ToArg, path: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::JSON_CLEAR, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// The server's own help on JSON.DEBUG, line by line.
///
/// `JSON.DEBUG HELP`, since RedisJSON 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_debug_help();
/// // JSON.DEBUG HELP
/// # let _ = command;
/// ```
#[inline]
pub fn json_debug_help() -> Command<Vec<String>> {
    Command::new(Wire::of(&metas::JSON_DEBUG_HELP, []))
}

/// Tells how many bytes of memory each value takes that a path matches.
///
/// Strings that occur more than once are shared, so that the sum may be more than what is
/// used. With a legacy path, which does not begin with `$`, the reply is that of the one
/// match: read it with `.to::<T>()`.
///
/// `JSON.DEBUG MEMORY`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_debug_memory("doc", "$");
/// // JSON.DEBUG MEMORY doc $
/// # let _ = command;
/// ```
#[inline]
pub fn json_debug_memory(key: impl ToArg, path: impl ToArg) -> Command<Vec<u64>> {
    Command::new(Wire::of(&metas::JSON_DEBUG_MEMORY, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// Removes the values that a path matches: how many; `$` removes the key.
///
/// `JSON.DEL`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_del("doc", "$..price");
/// // JSON.DEL doc $..price
/// # let _ = command;
/// ```
#[inline]
pub fn json_del(key: impl ToArg, path: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::JSON_DEL, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// Does what [`json_del`] does, under another name.
///
/// `JSON.FORGET`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_forget("doc", "$..price");
/// // JSON.FORGET doc $..price
/// # let _ = command;
/// ```
#[inline]
pub fn json_forget(key: impl ToArg, path: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::JSON_FORGET, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// The options of [`json_get`].
#[derive(Debug)]
pub struct JsonGet;

impl Shareable for JsonGet {}
impl Queueable for JsonGet {}

/// Reads the values that paths match, as JSON text; `None` if there is no such key.
///
/// One path that begins with `$` yields an array of its matches, several an object with
/// such an array for each path. A legacy path yields the value itself. Without a path it
/// is the whole document.
///
/// `JSON.GET`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_get("doc", "$..price");
/// // JSON.GET doc $..price
/// # let _ = command;
/// ```
#[inline]
pub fn json_get(key: impl ToArg, paths: impl ToArgs) -> Command<Option<Bytes>, JsonGet> {
    let mut wire = Wire::of(&metas::JSON_GET, [key.to_arg().as_bytes()]);
    wire.push_args(&paths);
    Command::new(wire)
}

impl<R, X> Command<R, JsonGet, X> {
    /// Begins each line with this, once for each level.
    #[inline]
    pub fn indent(self, text: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"INDENT");
            wire.push(text.to_arg().as_bytes());
        })
    }

    /// Ends each line with this.
    #[inline]
    pub fn newline(self, text: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"NEWLINE");
            wire.push(text.to_arg().as_bytes());
        })
    }

    /// Puts this between a name and its value.
    #[inline]
    pub fn space(self, text: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"SPACE");
            wire.push(text.to_arg().as_bytes());
        })
    }
}

/// Merges a JSON value into what a path matches: members are set, those that are `null`
/// in it are removed, and arrays are replaced.
///
/// As RFC 7396 says. A missing key is created if the path is `$`.
///
/// `JSON.MERGE`, since RedisJSON 2.6.0. Complexity: O(M + N) for M of the document and N
/// of the patch.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_merge("doc", "$", r#"{"a":null,"b":2}"#);
/// // JSON.MERGE doc $ "{\"a\":null,\"b\":2}"
/// # let _ = command;
/// ```
#[inline]
pub fn json_merge(key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::JSON_MERGE,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), json.to_arg().as_bytes()],
    ))
}

/// Reads what a path matches in each of several documents, as JSON text; `None` where
/// there is no such key or path.
///
/// A path that begins with `$` yields an array of its matches in each.
///
/// `JSON.MGET`, since RedisJSON 1.0.0. Complexity: O(N) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_mget(["doc1", "doc2"], "$..price");
/// // JSON.MGET doc1 doc2 $..price
/// # let _ = command;
/// ```
#[inline]
pub fn json_mget(keys: impl ToArgs, path: impl ToArg) -> Command<Vec<Option<Bytes>>> {
    let mut wire = Wire::of(&metas::JSON_MGET, []);
    wire.push_args(&keys);
    wire.push(path.to_arg().as_bytes());
    Command::new(wire)
}

/// The options of [`json_mset`].
#[derive(Debug)]
pub struct JsonMset;

impl Shareable for JsonMset {}
impl Queueable for JsonMset {}

/// Sets what a path matches to a JSON value, in all documents named, or in none if one of
/// them cannot be.
///
/// `JSON.MSET`, since RedisJSON 2.6.0. Complexity: O(N) for each key.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_mset("doc1", "$", 1).and("doc2", "$.a", 2).and("doc3", "$", 3);
/// // JSON.MSET doc1 $ 1 doc2 $.a 2 doc3 $ 3
/// # let _ = command;
/// ```
#[inline]
pub fn json_mset(key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Command<(), JsonMset> {
    Command::new(Wire::of(
        &metas::JSON_MSET,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), json.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, JsonMset, X> {
    /// Sets also this one, once for each call.
    #[inline]
    pub fn and(self, key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(key.to_arg().as_bytes());
            wire.push(path.to_arg().as_bytes());
            wire.push(json.to_arg().as_bytes());
        })
    }
}

/// Adds to each number that a path matches: its new value; `None` for a match that is no
/// number.
///
/// Whole numbers beyond 2^53 lose digits in the reply, not in the document.
///
/// `JSON.NUMINCRBY`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_numincrby("doc", "$..price", 2);
/// // JSON.NUMINCRBY doc $..price 2
/// # let _ = command;
/// ```
#[inline]
pub fn json_numincrby(key: impl ToArg, path: impl ToArg, increment: impl ToArg) -> Command<JsonNumbers> {
    Command::new(Wire::of(
        &metas::JSON_NUMINCRBY,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), increment.to_arg().as_bytes()],
    ))
}

/// Multiplies each number that a path matches: its new value; `None` for a match that is
/// no number.
///
/// Whole numbers beyond 2^53 lose digits in the reply, not in the document.
///
/// `JSON.NUMMULTBY`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_nummultby("doc", "$..price", 1.5);
/// // JSON.NUMMULTBY doc $..price 1.5
/// # let _ = command;
/// ```
#[inline]
pub fn json_nummultby(key: impl ToArg, path: impl ToArg, factor: impl ToArg) -> Command<JsonNumbers> {
    Command::new(Wire::of(
        &metas::JSON_NUMMULTBY,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), factor.to_arg().as_bytes()],
    ))
}

/// Raises each number that a path matches to a power: its new value; `None` for a match
/// that is no number.
///
/// Whole numbers beyond 2^53 lose digits in the reply, not in the document.
///
/// `JSON.NUMPOWBY`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_numpowby("doc", "$.size", 2);
/// // JSON.NUMPOWBY doc $.size 2
/// # let _ = command;
/// ```
#[inline]
pub fn json_numpowby(key: impl ToArg, path: impl ToArg, exponent: impl ToArg) -> Command<JsonNumbers> {
    Command::new(Wire::of(
        &metas::JSON_NUMPOWBY,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), exponent.to_arg().as_bytes()],
    ))
}

/// Names the members of each object that a path matches; `None` for a match that is no
/// object.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.OBJKEYS`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_objkeys("doc", "$..a");
/// // JSON.OBJKEYS doc $..a
/// # let _ = command;
/// ```
#[inline]
pub fn json_objkeys(key: impl ToArg, path: impl ToArg) -> Command<Vec<Option<Vec<Bytes>>>> {
    Command::new(Wire::of(&metas::JSON_OBJKEYS, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// Counts the members of each object that a path matches; `None` for a match that is no
/// object.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.OBJLEN`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_objlen("doc", "$..a");
/// // JSON.OBJLEN doc $..a
/// # let _ = command;
/// ```
#[inline]
pub fn json_objlen(key: impl ToArg, path: impl ToArg) -> Command<Vec<Option<u64>>> {
    Command::new(Wire::of(&metas::JSON_OBJLEN, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// Reads what a path matches as replies of the protocol; deprecated since RedisJSON 2.6.
///
/// An array begins with `[`, an object with `{`. [`json_get`] is easier to read.
///
/// `JSON.RESP`, since RedisJSON 1.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_resp("doc", "$.a");
/// // JSON.RESP doc $.a
/// # let _ = command;
/// ```
#[inline]
pub fn json_resp(key: impl ToArg, path: impl ToArg) -> Command<Reply> {
    Command::new(Wire::of(&metas::JSON_RESP, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// The options of [`json_set`].
#[derive(Debug)]
pub struct JsonSet<Existence = Free>(PhantomData<(Existence,)>);

impl<Existence> Shareable for JsonSet<Existence> {}
impl<Existence> Queueable for JsonSet<Existence> {}

/// Sets every value that a path matches to a JSON value, or creates the member that it
/// names: whether it could.
///
/// It is false where an option forbids it, or where the path leads through what is not
/// there. A missing key is created if the path is `$`; another path is then an error.
///
/// `JSON.SET`, since RedisJSON 1.0.0. Complexity: O(M + N) for M of the document and N of
/// the new value.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_set("doc", "$", r#"{"a":2}"#);
/// // JSON.SET doc $ "{\"a\":2}"
/// # let _ = command;
/// ```
#[inline]
pub fn json_set(key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Command<bool, JsonSet> {
    Command::new(Wire::of(
        &metas::JSON_SET,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), json.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, JsonSet<Free>, X> {
    /// Only creates, replaces nothing.
    #[inline]
    pub fn nx(self) -> Command<R, JsonSet<Used>, X> {
        self.with(|wire| {
            wire.push(b"NX");
        })
        .retyped()
    }

    /// Only replaces, creates nothing.
    #[inline]
    pub fn xx(self) -> Command<R, JsonSet<Used>, X> {
        self.with(|wire| {
            wire.push(b"XX");
        })
        .retyped()
    }
}

/// Appends a JSON string, in quotes, to each string that a path matches: its length then;
/// `None` for a match that is no string.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.STRAPPEND`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_strappend("doc", "$..name", r#""baz""#);
/// // JSON.STRAPPEND doc $..name "\"baz\""
/// # let _ = command;
/// ```
#[inline]
pub fn json_strappend(key: impl ToArg, path: impl ToArg, json: impl ToArg) -> Command<Vec<Option<u64>>> {
    Command::new(Wire::of(
        &metas::JSON_STRAPPEND,
        [key.to_arg().as_bytes(), path.to_arg().as_bytes(), json.to_arg().as_bytes()],
    ))
}

/// Measures each string that a path matches; `None` for a match that is no string.
///
/// With a legacy path, which does not begin with `$`, the reply is that of the one match:
/// read it with `.to::<T>()`.
///
/// `JSON.STRLEN`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_strlen("doc", "$..name");
/// // JSON.STRLEN doc $..name
/// # let _ = command;
/// ```
#[inline]
pub fn json_strlen(key: impl ToArg, path: impl ToArg) -> Command<Vec<Option<u64>>> {
    Command::new(Wire::of(&metas::JSON_STRLEN, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// Turns each boolean that a path matches into the other: its new value; `None` for a
/// match that is no boolean.
///
/// With a legacy path, which does not begin with `$`, the reply is text, `true` or
/// `false`: read it with `.to::<T>()`.
///
/// `JSON.TOGGLE`, since RedisJSON 2.0.0. Complexity: O(1) for one match, O(N) for
/// several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_toggle("doc", "$.on");
/// // JSON.TOGGLE doc $.on
/// # let _ = command;
/// ```
#[inline]
pub fn json_toggle(key: impl ToArg, path: impl ToArg) -> Command<Vec<Option<bool>>> {
    Command::new(Wire::of(&metas::JSON_TOGGLE, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}

/// Tells the type of each value that a path matches; none if there is no such key.
///
/// `JSON.TYPE`, since RedisJSON 1.0.0. Complexity: O(1) for one match, O(N) for several.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = json_type("doc", "$..a");
/// // JSON.TYPE doc $..a
/// # let _ = command;
/// ```
#[inline]
pub fn json_type(key: impl ToArg, path: impl ToArg) -> Command<JsonTypes> {
    Command::new(Wire::of(&metas::JSON_TYPE, [key.to_arg().as_bytes(), path.to_arg().as_bytes()]))
}
