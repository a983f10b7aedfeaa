// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Connection, Lease};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{Command, Pairs, Plain, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::collections::HashMap;
use std::time::SystemTime;
use std::vec::Vec;

/// Hashes: fields with a value each, under one key.
impl Connection {
    /// Removes fields of a hash: how many of them it had.
    ///
    /// A hash with no field left is gone.
    ///
    /// `HDEL`, since 2.0.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hdel(&mut self, key: impl ToArg, fields: impl ToArgs) -> Command<u64, Plain, Lease<'_>> {
        self.send(hdel(key, fields))
    }

    /// Whether a hash has a field.
    ///
    /// `HEXISTS`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn hexists(&mut self, key: impl ToArg, field: impl ToArg) -> Command<bool, Plain, Lease<'_>> {
        self.send(hexists(key, field))
    }

    /// Has fields of a hash vanish after a time: for each field, in their order, what came of
    /// it.
    ///
    /// Counts in seconds, rounded up; `hpexpire` counts in milliseconds. A time of zero
    /// removes the fields at once. Valkey has it since 9.0.
    ///
    /// `HEXPIRE`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hexpire(
        &mut self,
        key: impl ToArg,
        time: Duration,
        fields: impl ToArgs,
    ) -> Command<Vec<FieldExpire>, Hexpire, Lease<'_>> {
        self.send(hexpire(key, time, fields))
    }

    /// Has fields of a hash vanish at a time: for each field, in their order, what came of
    /// it.
    ///
    /// Counts in seconds; `hpexpireat` counts in milliseconds. A time that has passed removes
    /// the fields at once. Valkey has it since 9.0.
    ///
    /// `HEXPIREAT`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hexpireat(
        &mut self,
        key: impl ToArg,
        time: SystemTime,
        fields: impl ToArgs,
    ) -> Command<Vec<FieldExpire>, Hexpire, Lease<'_>> {
        self.send(hexpireat(key, time, fields))
    }

    /// When fields of a hash will vanish: for each field, in their order.
    ///
    /// Counts in seconds; `hpexpiretime` counts in milliseconds. Valkey has it since 9.0.
    ///
    /// `HEXPIRETIME`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hexpiretime(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Seconds<FieldExpiry>>, Plain, Lease<'_>> {
        self.send(hexpiretime(key, fields))
    }

    /// The value of a field; `None` if there is no such field or key.
    ///
    /// `HGET`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn hget(&mut self, key: impl ToArg, field: impl ToArg) -> Command<Option<Bytes>, Plain, Lease<'_>> {
        self.send(hget(key, field))
    }

    /// All fields and values of a hash; none if there is no such key.
    ///
    /// Of a large hash `hscan` gives them in parts.
    ///
    /// `HGETALL`, since 2.0.0. Complexity: O(N).
    #[inline]
    pub fn hgetall(&mut self, key: impl ToArg) -> Command<HashMap<Bytes, Bytes>, Plain, Lease<'_>> {
        self.send(hgetall(key))
    }

    /// Removes fields of a hash: the values they had, in their order; `None` for a field that
    /// did not exist.
    ///
    /// A hash with no field left is gone. Valkey has it since 9.1.
    ///
    /// `HGETDEL`, since 8.0.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hgetdel(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Option<Bytes>>, Plain, Lease<'_>> {
        self.send(hgetdel(key, fields))
    }

    /// The values of some fields, in their order, whose time to live it may change; `None`
    /// for a field that does not exist.
    ///
    /// Without an option it changes nothing. Valkey has it since 9.0.
    ///
    /// `HGETEX`, since 8.0.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hgetex(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Option<Bytes>>, Hgetex, Lease<'_>> {
        self.send(hgetex(key, fields))
    }

    /// Adds to the integer in a field, 0 if there is no such field: the new value.
    ///
    /// `HINCRBY`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn hincrby(
        &mut self,
        key: impl ToArg,
        field: impl ToArg,
        increment: i64,
    ) -> Command<i64, Plain, Lease<'_>> {
        self.send(hincrby(key, field, increment))
    }

    /// Adds to the number in a field, 0 if there is no such field: the new value.
    ///
    /// The server may keep more digits than an `f64` has; read them with `.to::<String>()`.
    ///
    /// `HINCRBYFLOAT`, since 2.6.0. Complexity: O(1).
    #[inline]
    pub fn hincrbyfloat(
        &mut self,
        key: impl ToArg,
        field: impl ToArg,
        increment: f64,
    ) -> Command<f64, Plain, Lease<'_>> {
        self.send(hincrbyfloat(key, field, increment))
    }

    /// The names of all fields of a hash; none if there is no such key.
    ///
    /// `HKEYS`, since 2.0.0. Complexity: O(N).
    #[inline]
    pub fn hkeys(&mut self, key: impl ToArg) -> Command<Vec<Bytes>, Plain, Lease<'_>> {
        self.send(hkeys(key))
    }

    /// How many fields a hash has; 0 if there is no such key.
    ///
    /// `HLEN`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn hlen(&mut self, key: impl ToArg) -> Command<u64, Plain, Lease<'_>> {
        self.send(hlen(key))
    }

    /// The values of some fields, in their order; `None` for a field that does not exist.
    ///
    /// `HMGET`, since 2.0.0. Complexity: O(M) for M fields asked for.
    #[inline]
    pub fn hmget(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Option<Bytes>>, Plain, Lease<'_>> {
        self.send(hmget(key, fields))
    }

    /// Sets fields of a hash, given as a pair or a list or map of them.
    ///
    /// `hset` does the same and tells how many are new.
    ///
    /// `HMSET`, since 2.0.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hmset(&mut self, key: impl ToArg, fields: impl ToPairs) -> Command<(), Plain, Lease<'_>> {
        self.send(hmset(key, fields))
    }

    /// Has fields of a hash live for ever again: for each field, in their order, what came of
    /// it.
    ///
    /// Valkey has it since 9.0.
    ///
    /// `HPERSIST`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hpersist(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<FieldPersist>, Plain, Lease<'_>> {
        self.send(hpersist(key, fields))
    }

    /// Has fields of a hash vanish after a time: for each field, in their order, what came of
    /// it.
    ///
    /// Counts in milliseconds, rounded up. A time of zero removes the fields at once. Valkey
    /// has it since 9.0.
    ///
    /// `HPEXPIRE`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hpexpire(
        &mut self,
        key: impl ToArg,
        time: Duration,
        fields: impl ToArgs,
    ) -> Command<Vec<FieldExpire>, Hexpire, Lease<'_>> {
        self.send(hpexpire(key, time, fields))
    }

    /// Has fields of a hash vanish at a time: for each field, in their order, what came of
    /// it.
    ///
    /// Counts in milliseconds. A time that has passed removes the fields at once. Valkey has
    /// it since 9.0.
    ///
    /// `HPEXPIREAT`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hpexpireat(
        &mut self,
        key: impl ToArg,
        time: SystemTime,
        fields: impl ToArgs,
    ) -> Command<Vec<FieldExpire>, Hexpire, Lease<'_>> {
        self.send(hpexpireat(key, time, fields))
    }

    /// When fields of a hash will vanish, to the millisecond: for each field, in their order.
    ///
    /// Valkey has it since 9.0.
    ///
    /// `HPEXPIRETIME`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hpexpiretime(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Millis<FieldExpiry>>, Plain, Lease<'_>> {
        self.send(hpexpiretime(key, fields))
    }

    /// How long fields of a hash will still live, to the millisecond: for each field, in
    /// their order.
    ///
    /// Valkey has it since 9.0.
    ///
    /// `HPTTL`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hpttl(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Millis<FieldTtl>>, Plain, Lease<'_>> {
        self.send(hpttl(key, fields))
    }

    /// The name of a random field of a hash; `None` if there is none.
    ///
    /// `HRANDFIELD`, since 6.2.0. Complexity: O(M) for M fields asked for.
    #[inline]
    pub fn hrandfield(&mut self, key: impl ToArg) -> Command<Option<Bytes>, Hrandfield, Lease<'_>> {
        self.send(hrandfield(key))
    }

    /// A part of a hash's fields and values, and where the next part starts.
    ///
    /// Fields that are there all the while come at least once, others may. A page may be
    /// empty though more follow.
    ///
    /// `HSCAN`, since 2.8.0. Complexity: O(1) for a page, O(N) for all.
    #[inline]
    pub fn hscan(
        &mut self,
        key: impl ToArg,
        cursor: Cursor,
    ) -> Command<ScanPage<Pairs<Bytes, Bytes>>, Hscan, Lease<'_>> {
        self.send(hscan(key, cursor))
    }

    /// Sets fields of a hash, given as a pair or a list or map of them: how many of the
    /// fields are new.
    ///
    /// `HSET`, since 2.0.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hset(&mut self, key: impl ToArg, fields: impl ToPairs) -> Command<u64, Plain, Lease<'_>> {
        self.send(hset(key, fields))
    }

    /// Sets fields of a hash, given as a pair or a list or map of them, with a time to live:
    /// whether they were set.
    ///
    /// Without an option they live for ever. It sets all of them or none. Valkey has it since
    /// 9.0.
    ///
    /// `HSETEX`, since 8.0.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn hsetex(&mut self, key: impl ToArg, fields: impl ToPairs) -> Command<bool, Hsetex, Lease<'_>> {
        self.send(hsetex(key, fields))
    }

    /// Sets a field unless it exists: whether it was set.
    ///
    /// `HSETNX`, since 2.0.0. Complexity: O(1).
    #[inline]
    pub fn hsetnx(
        &mut self,
        key: impl ToArg,
        field: impl ToArg,
        value: impl ToArg,
    ) -> Command<bool, Plain, Lease<'_>> {
        self.send(hsetnx(key, field, value))
    }

    /// How many bytes the value of a field has; 0 if there is no such field or key.
    ///
    /// `HSTRLEN`, since 3.2.0. Complexity: O(1).
    #[inline]
    pub fn hstrlen(&mut self, key: impl ToArg, field: impl ToArg) -> Command<u64, Plain, Lease<'_>> {
        self.send(hstrlen(key, field))
    }

    /// How long fields of a hash will still live: for each field, in their order.
    ///
    /// Counts in seconds; `hpttl` counts in milliseconds. Valkey has it since 9.0.
    ///
    /// `HTTL`, since 7.4.0. Complexity: O(M) for M fields.
    #[inline]
    pub fn httl(
        &mut self,
        key: impl ToArg,
        fields: impl ToArgs,
    ) -> Command<Vec<Seconds<FieldTtl>>, Plain, Lease<'_>> {
        self.send(httl(key, fields))
    }

    /// The values of all fields of a hash; none if there is no such key.
    ///
    /// `HVALS`, since 2.0.0. Complexity: O(N).
    #[inline]
    pub fn hvals(&mut self, key: impl ToArg) -> Command<Vec<Bytes>, Plain, Lease<'_>> {
        self.send(hvals(key))
    }
}
