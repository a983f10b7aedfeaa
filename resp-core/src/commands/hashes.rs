// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Hashes: fields with a value each, under one key.

use super::times;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::collections::HashMap;
use std::time::SystemTime;
use std::vec::Vec;

/// Removes fields of a hash: how many of them it had.
///
/// A hash with no field left is gone.
///
/// `HDEL`, since 2.0.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hdel("user", ["name", "age"]);
/// // HDEL user name age
/// # let _ = command;
/// ```
#[inline]
pub fn hdel(key: impl ToArg, fields: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::HDEL, [key.to_arg().as_bytes()]);
    wire.push_args(&fields);
    Command::new(wire)
}

/// Whether a hash has a field.
///
/// `HEXISTS`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hexists("user", "name");
/// // HEXISTS user name
/// # let _ = command;
/// ```
#[inline]
pub fn hexists(key: impl ToArg, field: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::HEXISTS, [key.to_arg().as_bytes(), field.to_arg().as_bytes()]))
}

/// The options of [`hexpire`].
#[derive(Debug)]
pub struct Hexpire<Condition = Free>(PhantomData<(Condition,)>);

impl<Condition> Shareable for Hexpire<Condition> {}
impl<Condition> Queueable for Hexpire<Condition> {}

/// Has fields of a hash vanish after a time: for each field, in their order, what came of
/// it.
///
/// Counts in seconds, rounded up; `hpexpire` counts in milliseconds. A time of zero
/// removes the fields at once. Valkey has it since 9.0.
///
/// `HEXPIRE`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hexpire("session", Duration::from_secs(60), ["token", "x"]);
/// // HEXPIRE session 60 FIELDS 2 token x
/// # let _ = command;
/// ```
#[inline]
pub fn hexpire(key: impl ToArg, time: Duration, fields: impl ToArgs) -> Command<Vec<FieldExpire>, Hexpire> {
    let mut wire = Wire::of(
        &metas::HEXPIRE,
        [key.to_arg().as_bytes(), times::seconds(time).to_arg().as_bytes(), b"FIELDS"],
    );
    wire.push_counted(&fields);
    Command::new(wire)
}

impl<R, X> Command<R, Hexpire<Free>, X> {
    /// Only fields that live for ever.
    #[inline]
    pub fn nx(self) -> Command<R, Hexpire<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"NX");
        })
        .retyped()
    }

    /// Only fields that have a time to live.
    #[inline]
    pub fn xx(self) -> Command<R, Hexpire<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"XX");
        })
        .retyped()
    }

    /// Only fields that would then live longer; none lives longer than for ever.
    #[inline]
    pub fn gt(self) -> Command<R, Hexpire<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"GT");
        })
        .retyped()
    }

    /// Only fields that would then live shorter, those that live for ever among them.
    #[inline]
    pub fn lt(self) -> Command<R, Hexpire<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"LT");
        })
        .retyped()
    }
}

/// Has fields of a hash vanish at a time: for each field, in their order, what came of
/// it.
///
/// Counts in seconds; `hpexpireat` counts in milliseconds. A time that has passed removes
/// the fields at once. Valkey has it since 9.0.
///
/// `HEXPIREAT`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hexpireat("session", UNIX_EPOCH + Duration::from_secs(4_000_000_000), ["token", "x"]);
/// // HEXPIREAT session 4000000000 FIELDS 2 token x
/// # let _ = command;
/// ```
#[inline]
pub fn hexpireat(
    key: impl ToArg,
    time: SystemTime,
    fields: impl ToArgs,
) -> Command<Vec<FieldExpire>, Hexpire> {
    let mut wire = Wire::of(
        &metas::HEXPIREAT,
        [key.to_arg().as_bytes(), times::unix_seconds(time).to_arg().as_bytes(), b"FIELDS"],
    );
    wire.push_counted(&fields);
    Command::new(wire)
}

/// When fields of a hash will vanish: for each field, in their order.
///
/// Counts in seconds; `hpexpiretime` counts in milliseconds. Valkey has it since 9.0.
///
/// `HEXPIRETIME`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hexpiretime("session", ["token", "user", "x"]);
/// // HEXPIRETIME session FIELDS 3 token user x
/// # let _ = command;
/// ```
#[inline]
pub fn hexpiretime(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Seconds<FieldExpiry>>> {
    let mut wire = Wire::of(&metas::HEXPIRETIME, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

/// The value of a field; `None` if there is no such field or key.
///
/// `HGET`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hget("user", "name");
/// // HGET user name
/// # let _ = command;
/// ```
#[inline]
pub fn hget(key: impl ToArg, field: impl ToArg) -> Command<Option<Bytes>> {
    Command::new(Wire::of(&metas::HGET, [key.to_arg().as_bytes(), field.to_arg().as_bytes()]))
}

/// All fields and values of a hash; none if there is no such key.
///
/// Of a large hash `hscan` gives them in parts.
///
/// `HGETALL`, since 2.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hgetall("user");
/// // HGETALL user
/// # let _ = command;
/// ```
#[inline]
pub fn hgetall(key: impl ToArg) -> Command<HashMap<Bytes, Bytes>> {
    Command::new(Wire::of(&metas::HGETALL, [key.to_arg().as_bytes()]))
}

/// Removes fields of a hash: the values they had, in their order; `None` for a field that
/// did not exist.
///
/// A hash with no field left is gone. Valkey has it since 9.1.
///
/// `HGETDEL`, since 8.0.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hgetdel("session", ["token", "x"]);
/// // HGETDEL session FIELDS 2 token x
/// # let _ = command;
/// ```
#[inline]
pub fn hgetdel(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Option<Bytes>>> {
    let mut wire = Wire::of(&metas::HGETDEL, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

/// The options of [`hgetex`].
#[derive(Debug)]
pub struct Hgetex<Ttl = Free>(PhantomData<(Ttl,)>);

impl<Ttl> Shareable for Hgetex<Ttl> {}
impl<Ttl> Queueable for Hgetex<Ttl> {}

/// The values of some fields, in their order, whose time to live it may change; `None`
/// for a field that does not exist.
///
/// Without an option it changes nothing. Valkey has it since 9.0.
///
/// `HGETEX`, since 8.0.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hgetex("session", ["token", "x"]);
/// // HGETEX session FIELDS 2 token x
/// # let _ = command;
/// ```
#[inline]
pub fn hgetex(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Option<Bytes>>, Hgetex> {
    let mut wire = Wire::of(&metas::HGETEX, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

impl<R, X> Command<R, Hgetex<Free>, X> {
    /// Has the fields vanish after a time, to the millisecond.
    #[inline]
    pub fn ex(self, time: Duration) -> Command<R, Hgetex<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(times::ttl_word(time));
            wire.push(times::ttl(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the fields vanish at a time, to the millisecond.
    #[inline]
    pub fn ex_at(self, time: SystemTime) -> Command<R, Hgetex<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(times::ttl_at_word(time));
            wire.push(times::ttl_at(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the fields live for ever.
    #[inline]
    pub fn persist(self) -> Command<R, Hgetex<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"PERSIST");
        })
        .retyped()
    }
}

/// Adds to the integer in a field, 0 if there is no such field: the new value.
///
/// `HINCRBY`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hincrby("stats", "visits", -2);
/// // HINCRBY stats visits -2
/// # let _ = command;
/// ```
#[inline]
pub fn hincrby(key: impl ToArg, field: impl ToArg, increment: i64) -> Command<i64> {
    Command::new(Wire::of(
        &metas::HINCRBY,
        [key.to_arg().as_bytes(), field.to_arg().as_bytes(), increment.to_arg().as_bytes()],
    ))
}

/// Adds to the number in a field, 0 if there is no such field: the new value.
///
/// The server may keep more digits than an `f64` has; read them with `.to::<String>()`.
///
/// `HINCRBYFLOAT`, since 2.6.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hincrbyfloat("stats", "load", 0.5);
/// // HINCRBYFLOAT stats load 0.5
/// # let _ = command;
/// ```
#[inline]
pub fn hincrbyfloat(key: impl ToArg, field: impl ToArg, increment: f64) -> Command<f64> {
    Command::new(Wire::of(
        &metas::HINCRBYFLOAT,
        [key.to_arg().as_bytes(), field.to_arg().as_bytes(), increment.to_arg().as_bytes()],
    ))
}

/// The names of all fields of a hash; none if there is no such key.
///
/// `HKEYS`, since 2.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hkeys("user");
/// // HKEYS user
/// # let _ = command;
/// ```
#[inline]
pub fn hkeys(key: impl ToArg) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::HKEYS, [key.to_arg().as_bytes()]))
}

/// How many fields a hash has; 0 if there is no such key.
///
/// `HLEN`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hlen("user");
/// // HLEN user
/// # let _ = command;
/// ```
#[inline]
pub fn hlen(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::HLEN, [key.to_arg().as_bytes()]))
}

/// The values of some fields, in their order; `None` for a field that does not exist.
///
/// `HMGET`, since 2.0.0. Complexity: O(M) for M fields asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hmget("user", ["name", "age"]);
/// // HMGET user name age
/// # let _ = command;
/// ```
#[inline]
pub fn hmget(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Option<Bytes>>> {
    let mut wire = Wire::of(&metas::HMGET, [key.to_arg().as_bytes()]);
    wire.push_args(&fields);
    Command::new(wire)
}

/// Sets fields of a hash, given as a pair or a list or map of them.
///
/// `hset` does the same and tells how many are new.
///
/// `HMSET`, since 2.0.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hmset("user", [("name", "Ada"), ("year", "1815")]);
/// // HMSET user name Ada year 1815
/// # let _ = command;
/// ```
#[inline]
pub fn hmset(key: impl ToArg, fields: impl ToPairs) -> Command<()> {
    let mut wire = Wire::of(&metas::HMSET, [key.to_arg().as_bytes()]);
    wire.push_pairs(&fields);
    Command::new(wire)
}

/// Has fields of a hash live for ever again: for each field, in their order, what came of
/// it.
///
/// Valkey has it since 9.0.
///
/// `HPERSIST`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hpersist("session", ["token", "user", "x"]);
/// // HPERSIST session FIELDS 3 token user x
/// # let _ = command;
/// ```
#[inline]
pub fn hpersist(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<FieldPersist>> {
    let mut wire = Wire::of(&metas::HPERSIST, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

/// Has fields of a hash vanish after a time: for each field, in their order, what came of
/// it.
///
/// Counts in milliseconds, rounded up. A time of zero removes the fields at once. Valkey
/// has it since 9.0.
///
/// `HPEXPIRE`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hpexpire("session", Duration::from_millis(1500), ["token", "x"]);
/// // HPEXPIRE session 1500 FIELDS 2 token x
/// # let _ = command;
/// ```
#[inline]
pub fn hpexpire(key: impl ToArg, time: Duration, fields: impl ToArgs) -> Command<Vec<FieldExpire>, Hexpire> {
    let mut wire = Wire::of(
        &metas::HPEXPIRE,
        [key.to_arg().as_bytes(), times::millis(time).to_arg().as_bytes(), b"FIELDS"],
    );
    wire.push_counted(&fields);
    Command::new(wire)
}

/// Has fields of a hash vanish at a time: for each field, in their order, what came of
/// it.
///
/// Counts in milliseconds. A time that has passed removes the fields at once. Valkey has
/// it since 9.0.
///
/// `HPEXPIREAT`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hpexpireat("session", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), ["token", "x"]);
/// // HPEXPIREAT session 4000000000500 FIELDS 2 token x
/// # let _ = command;
/// ```
#[inline]
pub fn hpexpireat(
    key: impl ToArg,
    time: SystemTime,
    fields: impl ToArgs,
) -> Command<Vec<FieldExpire>, Hexpire> {
    let mut wire = Wire::of(
        &metas::HPEXPIREAT,
        [key.to_arg().as_bytes(), times::unix_millis(time).to_arg().as_bytes(), b"FIELDS"],
    );
    wire.push_counted(&fields);
    Command::new(wire)
}

/// When fields of a hash will vanish, to the millisecond: for each field, in their order.
///
/// Valkey has it since 9.0.
///
/// `HPEXPIRETIME`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hpexpiretime("session", ["token", "user", "x"]);
/// // HPEXPIRETIME session FIELDS 3 token user x
/// # let _ = command;
/// ```
#[inline]
pub fn hpexpiretime(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Millis<FieldExpiry>>> {
    let mut wire = Wire::of(&metas::HPEXPIRETIME, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

/// How long fields of a hash will still live, to the millisecond: for each field, in
/// their order.
///
/// Valkey has it since 9.0.
///
/// `HPTTL`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hpttl("session", ["token", "user", "x"]);
/// // HPTTL session FIELDS 3 token user x
/// # let _ = command;
/// ```
#[inline]
pub fn hpttl(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Millis<FieldTtl>>> {
    let mut wire = Wire::of(&metas::HPTTL, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

/// The options of [`hrandfield`].
#[derive(Debug)]
pub struct Hrandfield<Count = Free>(PhantomData<(Count,)>);

impl<Count> Shareable for Hrandfield<Count> {}
impl<Count> Queueable for Hrandfield<Count> {}

/// The name of a random field of a hash; `None` if there is none.
///
/// `HRANDFIELD`, since 6.2.0. Complexity: O(M) for M fields asked for.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hrandfield("user");
/// // HRANDFIELD user
/// # let _ = command;
/// ```
#[inline]
pub fn hrandfield(key: impl ToArg) -> Command<Option<Bytes>, Hrandfield> {
    Command::new(Wire::of(&metas::HRANDFIELD, [key.to_arg().as_bytes()]))
}

impl<X> Command<Option<Bytes>, Hrandfield<Free>, X> {
    /// Up to this many different fields, or if negative exactly as many, of which some may be
    /// the same.
    #[inline]
    pub fn count(self, count: i64) -> Command<Vec<Bytes>, Hrandfield<Used>, X> {
        self.with(|wire| {
            wire.push(count.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<X> Command<Vec<Bytes>, Hrandfield<Used>, X> {
    /// The fields together with their values.
    #[inline]
    pub fn with_values(self) -> Command<Pairs<Bytes, Bytes>, Hrandfield<Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHVALUES");
        })
        .retyped()
    }
}

/// The options of [`hscan`].
#[derive(Debug)]
pub struct Hscan;

impl Shareable for Hscan {}
impl Queueable for Hscan {}

/// A part of a hash's fields and values, and where the next part starts.
///
/// Fields that are there all the while come at least once, others may. A page may be
/// empty though more follow.
///
/// `HSCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hscan("user", Cursor::START);
/// // HSCAN user 0
/// # let _ = command;
/// ```
#[inline]
pub fn hscan(key: impl ToArg, cursor: Cursor) -> Command<ScanPage<Pairs<Bytes, Bytes>>, Hscan> {
    Command::new(Wire::of(&metas::HSCAN, [key.to_arg().as_bytes(), cursor.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Hscan, X> {
    /// Only fields whose names fit a glob-style pattern; see `keys`.
    #[inline]
    pub fn matching(self, pattern: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"MATCH");
            wire.push(pattern.to_arg().as_bytes());
        })
    }

    /// Looks at about this many fields for a page. Default: 10.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

impl<X> Command<ScanPage<Pairs<Bytes, Bytes>>, Hscan, X> {
    /// Gives only the names of the fields. Since 7.4.0.
    #[inline]
    pub fn no_values(self) -> Command<ScanPage<Vec<Bytes>>, Hscan, X> {
        self.with(|wire| {
            wire.push(b"NOVALUES");
        })
        .retyped()
    }
}

/// Sets fields of a hash, given as a pair or a list or map of them: how many of the
/// fields are new.
///
/// `HSET`, since 2.0.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hset("user", [("name", "Grace"), ("year", "1906")]);
/// // HSET user name Grace year 1906
/// # let _ = command;
/// ```
#[inline]
pub fn hset(key: impl ToArg, fields: impl ToPairs) -> Command<u64> {
    let mut wire = Wire::of(&metas::HSET, [key.to_arg().as_bytes()]);
    wire.push_pairs(&fields);
    Command::new(wire)
}

/// The options of [`hsetex`].
#[derive(Debug)]
pub struct Hsetex<Fields = Free, Key = Free, Ttl = Free>(PhantomData<(Fields, Key, Ttl)>);

impl<Fields, Key, Ttl> Shareable for Hsetex<Fields, Key, Ttl> {}
impl<Fields, Key, Ttl> Queueable for Hsetex<Fields, Key, Ttl> {}

/// Sets fields of a hash, given as a pair or a list or map of them, with a time to live:
/// whether they were set.
///
/// Without an option they live for ever. It sets all of them or none. Valkey has it since
/// 9.0.
///
/// `HSETEX`, since 8.0.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hsetex("session", [("token", "def"), ("user", "7")]);
/// // HSETEX session FIELDS 2 token def user 7
/// # let _ = command;
/// ```
#[inline]
pub fn hsetex(key: impl ToArg, fields: impl ToPairs) -> Command<bool, Hsetex> {
    let mut wire = Wire::of(&metas::HSETEX, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted_pairs(&fields);
    Command::new(wire)
}

impl<R, Key, Ttl, X> Command<R, Hsetex<Free, Key, Ttl>, X> {
    /// Only if none of the fields exists.
    #[inline]
    pub fn fnx(self) -> Command<R, Hsetex<Used, Key, Ttl>, X> {
        self.with_at(1, |wire| {
            wire.push(b"FNX");
        })
        .retyped()
    }

    /// Only if all of the fields exist.
    #[inline]
    pub fn fxx(self) -> Command<R, Hsetex<Used, Key, Ttl>, X> {
        self.with_at(1, |wire| {
            wire.push(b"FXX");
        })
        .retyped()
    }
}

impl<R, Fields, Ttl, X> Command<R, Hsetex<Fields, Free, Ttl>, X> {
    /// Only if the key does not exist. Since Valkey 9.1.0.
    #[inline]
    pub fn nx(self) -> Command<R, Hsetex<Fields, Used, Ttl>, X> {
        self.with_at(1, |wire| {
            wire.push(b"NX");
        })
        .retyped()
    }

    /// Only if the key exists. Since Valkey 9.1.0.
    #[inline]
    pub fn xx(self) -> Command<R, Hsetex<Fields, Used, Ttl>, X> {
        self.with_at(1, |wire| {
            wire.push(b"XX");
        })
        .retyped()
    }
}

impl<R, Fields, Key, X> Command<R, Hsetex<Fields, Key, Free>, X> {
    /// Has the fields vanish after a time, to the millisecond.
    #[inline]
    pub fn ex(self, time: Duration) -> Command<R, Hsetex<Fields, Key, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(times::ttl_word(time));
            wire.push(times::ttl(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has the fields vanish at a time, to the millisecond.
    #[inline]
    pub fn ex_at(self, time: SystemTime) -> Command<R, Hsetex<Fields, Key, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(times::ttl_at_word(time));
            wire.push(times::ttl_at(time).to_arg().as_bytes());
        })
        .retyped()
    }

    /// Leaves the fields the time to live that they have.
    #[inline]
    pub fn keep_ttl(self) -> Command<R, Hsetex<Fields, Key, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"KEEPTTL");
        })
        .retyped()
    }
}

/// Sets a field unless it exists: whether it was set.
///
/// `HSETNX`, since 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hsetnx("user", "name", "Grace");
/// // HSETNX user name Grace
/// # let _ = command;
/// ```
#[inline]
pub fn hsetnx(key: impl ToArg, field: impl ToArg, value: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(
        &metas::HSETNX,
        [key.to_arg().as_bytes(), field.to_arg().as_bytes(), value.to_arg().as_bytes()],
    ))
}

/// How many bytes the value of a field has; 0 if there is no such field or key.
///
/// `HSTRLEN`, since 3.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hstrlen("user", "name");
/// // HSTRLEN user name
/// # let _ = command;
/// ```
#[inline]
pub fn hstrlen(key: impl ToArg, field: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::HSTRLEN, [key.to_arg().as_bytes(), field.to_arg().as_bytes()]))
}

/// How long fields of a hash will still live: for each field, in their order.
///
/// Counts in seconds; `hpttl` counts in milliseconds. Valkey has it since 9.0.
///
/// `HTTL`, since 7.4.0. Complexity: O(M) for M fields.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = httl("session", ["token", "user", "x"]);
/// // HTTL session FIELDS 3 token user x
/// # let _ = command;
/// ```
#[inline]
pub fn httl(key: impl ToArg, fields: impl ToArgs) -> Command<Vec<Seconds<FieldTtl>>> {
    let mut wire = Wire::of(&metas::HTTL, [key.to_arg().as_bytes(), b"FIELDS"]);
    wire.push_counted(&fields);
    Command::new(wire)
}

/// The values of all fields of a hash; none if there is no such key.
///
/// `HVALS`, since 2.0.0. Complexity: O(N).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = hvals("user");
/// // HVALS user
/// # let _ = command;
/// ```
#[inline]
pub fn hvals(key: impl ToArg) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::HVALS, [key.to_arg().as_bytes()]))
}
