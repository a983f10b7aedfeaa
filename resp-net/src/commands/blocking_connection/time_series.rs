// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::blocking::{Connection, Lease};
use bytes::Bytes;
use core::time::Duration;
use resp_core::{Command, Plain, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::time::SystemTime;
use std::vec::Vec;

/// Time series: samples of numbers over time, found by labels.
impl Connection {
    /// Adds a sample to a time series, which is created if there is none: the sample's time.
    ///
    /// What happens at a time that has a sample already is the policy of the series, by
    /// default an error. Options but `on_duplicate` count only where the series is created.
    ///
    /// `TS.ADD`, since RedisTimeSeries 1.0.0. Complexity: O(M) for M compaction rules.
    #[inline]
    pub fn ts_add(
        &mut self,
        key: impl ToArg,
        time: impl Into<SampleTime>,
        value: f64,
    ) -> Command<Millis<SystemTime>, TsAdd, Lease<'_>> {
        self.send(ts_add(key, time, value))
    }

    /// Changes what is given of a time series, and leaves the rest as it is.
    ///
    /// `TS.ALTER`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N labels given.
    #[inline]
    pub fn ts_alter(&mut self, key: impl ToArg) -> Command<(), TsAlter, Lease<'_>> {
        self.send(ts_alter(key))
    }

    /// Creates an empty time series; it is an error if the key exists.
    ///
    /// `TS.CREATE`, since RedisTimeSeries 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ts_create(&mut self, key: impl ToArg) -> Command<(), TsCreate, Lease<'_>> {
        self.send(ts_create(key))
    }

    /// Has what is added to one time series from now on be aggregated in another, one sample
    /// for each span of time.
    ///
    /// The other series must exist, and in a cluster share a slot with the first.
    ///
    /// `TS.CREATERULE`, since RedisTimeSeries 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ts_createrule(
        &mut self,
        source: impl ToArg,
        destination: impl ToArg,
        aggregator: Aggregator,
        span: Duration,
    ) -> Command<(), TsCreaterule, Lease<'_>> {
        self.send(ts_createrule(source, destination, aggregator, span))
    }

    /// Adds a sample that is less than the latest one by this, or lessens the latest one if
    /// the time is the same: the sample's time.
    ///
    /// The series is created if there is none. Options but `at` count only where it is.
    ///
    /// `TS.DECRBY`, since RedisTimeSeries 1.0.0. Complexity: O(M) for M compaction rules.
    #[inline]
    pub fn ts_decrby(
        &mut self,
        key: impl ToArg,
        decrement: f64,
    ) -> Command<Millis<SystemTime>, TsIncrby, Lease<'_>> {
        self.send(ts_decrby(key, decrement))
    }

    /// Removes the samples from one time to another, both included: how many.
    ///
    /// `TS.DEL`, since RedisTimeSeries 1.6.0. Complexity: O(N) for N samples removed.
    #[inline]
    pub fn ts_del(
        &mut self,
        key: impl ToArg,
        from: SystemTime,
        to: SystemTime,
    ) -> Command<u64, Plain, Lease<'_>> {
        self.send(ts_del(key, from, to))
    }

    /// Ends what [`ts_createrule`] began; what was aggregated stays.
    ///
    /// `TS.DELETERULE`, since RedisTimeSeries 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ts_deleterule(
        &mut self,
        source: impl ToArg,
        destination: impl ToArg,
    ) -> Command<(), Plain, Lease<'_>> {
        self.send(ts_deleterule(source, destination))
    }

    /// The latest sample of a time series; `None` if it is empty.
    ///
    /// `TS.GET`, since RedisTimeSeries 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ts_get(&mut self, key: impl ToArg) -> Command<LatestSample, TsGet, Lease<'_>> {
        self.send(ts_get(key))
    }

    /// Adds a sample that is more than the latest one by this, or raises the latest one if
    /// the time is the same: the sample's time.
    ///
    /// The series is created if there is none. Options but `at` count only where it is.
    ///
    /// `TS.INCRBY`, since RedisTimeSeries 1.0.0. Complexity: O(M) for M compaction rules.
    #[inline]
    pub fn ts_incrby(
        &mut self,
        key: impl ToArg,
        increment: f64,
    ) -> Command<Millis<SystemTime>, TsIncrby, Lease<'_>> {
        self.send(ts_incrby(key, increment))
    }

    /// Tells how a time series is set up and how much it holds.
    ///
    /// `TS.INFO`, since RedisTimeSeries 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ts_info(&mut self, key: impl ToArg) -> Command<SeriesInfo, TsInfo, Lease<'_>> {
        self.send(ts_info(key))
    }

    /// Adds samples to time series that exist: the time of each, or the error that kept it
    /// out.
    ///
    /// `TS.MADD`, since RedisTimeSeries 1.0.0. Complexity: O(N * M) for N samples and M
    /// compaction rules.
    #[inline]
    pub fn ts_madd(
        &mut self,
        key: impl ToArg,
        time: impl Into<SampleTime>,
        value: f64,
    ) -> Command<AddedSamples, TsMadd, Lease<'_>> {
        self.send(ts_madd(key, time, value))
    }

    /// Reads the latest sample of every time series whose labels fit all filters.
    ///
    /// A filter is `label=value`, `label!=value`, `label=` (has none), `label!=` (has one),
    /// `label=(a,b)` or `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
    ///
    /// `TS.MGET`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N series that fit.
    #[inline]
    pub fn ts_mget(&mut self, filters: impl ToArgs) -> Command<LatestOfSeries, TsMget, Lease<'_>> {
        self.send(ts_mget(filters))
    }

    /// Reads the samples within a range of time of every time series whose labels fit all
    /// filters, the oldest first.
    ///
    /// The range is `..`, `from..`, `..=to` or `from..=to`. A filter is `label=value`,
    /// `label!=value`, `label=` (has none), `label!=` (has one), `label=(a,b)` or
    /// `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
    ///
    /// `TS.MRANGE`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N samples of the series
    /// that fit.
    #[inline]
    pub fn ts_mrange(
        &mut self,
        range: impl Into<TimeRange>,
        filters: impl ToArgs,
    ) -> Command<RangesOfSeries, TsMrange, Lease<'_>> {
        self.send(ts_mrange(range, filters))
    }

    /// Reads the samples within a range of time of every time series whose labels fit all
    /// filters, the latest first.
    ///
    /// The range is `..`, `from..`, `..=to` or `from..=to`. A filter is `label=value`,
    /// `label!=value`, `label=` (has none), `label!=` (has one), `label=(a,b)` or
    /// `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
    ///
    /// `TS.MREVRANGE`, since RedisTimeSeries 1.4.0. Complexity: O(N) for N samples of the
    /// series that fit.
    #[inline]
    pub fn ts_mrevrange(
        &mut self,
        range: impl Into<TimeRange>,
        filters: impl ToArgs,
    ) -> Command<RangesOfSeries, TsMrange, Lease<'_>> {
        self.send(ts_mrevrange(range, filters))
    }

    /// Lists the keys of every time series whose labels fit all filters.
    ///
    /// A filter is `label=value`, `label!=value`, `label=` (has none), `label!=` (has one),
    /// `label=(a,b)` or `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
    ///
    /// `TS.QUERYINDEX`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N series that fit.
    #[inline]
    pub fn ts_queryindex(&mut self, filters: impl ToArgs) -> Command<Vec<Bytes>, Plain, Lease<'_>> {
        self.send(ts_queryindex(filters))
    }

    /// Reads the samples of a time series within a range of time, the oldest first.
    ///
    /// The range is `..`, `from..`, `..=to` or `from..=to`.
    ///
    /// `TS.RANGE`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N samples of the range.
    #[inline]
    pub fn ts_range(
        &mut self,
        key: impl ToArg,
        range: impl Into<TimeRange>,
    ) -> Command<Vec<Sample>, TsRange, Lease<'_>> {
        self.send(ts_range(key, range))
    }

    /// Reads the samples of a time series within a range of time, the latest first.
    ///
    /// The range is `..`, `from..`, `..=to` or `from..=to`.
    ///
    /// `TS.REVRANGE`, since RedisTimeSeries 1.4.0. Complexity: O(N) for N samples of the
    /// range.
    #[inline]
    pub fn ts_revrange(
        &mut self,
        key: impl ToArg,
        range: impl Into<TimeRange>,
    ) -> Command<Vec<Sample>, TsRange, Lease<'_>> {
        self.send(ts_revrange(key, range))
    }
}
