// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Time series: samples of numbers over time, found by labels.

#[doc(inline)]
pub use super::custom::time_series::*;
use super::times;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::time::SystemTime;
use std::vec::Vec;

/// The options of [`ts_add`].
#[derive(Debug)]
pub struct TsAdd;

impl Shareable for TsAdd {}
impl Queueable for TsAdd {}

/// Adds a sample to a time series, which is created if there is none: the sample's time.
///
/// What happens at a time that has a sample already is the policy of the series, by
/// default an error. Options but `on_duplicate` count only where the series is created.
///
/// `TS.ADD`, since RedisTimeSeries 1.0.0. Complexity: O(M) for M compaction rules.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_add("temp", SampleTime::Now, 27.5);
/// // TS.ADD temp * 27.5
/// # let _ = command;
/// ```
#[inline]
pub fn ts_add(
    key: impl ToArg,
    time: impl Into<SampleTime>,
    value: f64,
) -> Command<Millis<SystemTime>, TsAdd> {
    let mut wire = Wire::of(&metas::TS_ADD, [key.to_arg().as_bytes()]);
    let time: SampleTime = time.into();
    wire.push_args(&time);
    wire.push(value.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, TsAdd, X> {
    /// Keeps samples for this long, counted back from the latest one; zero is for ever.
    #[inline]
    pub fn retention(self, time: Duration) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"RETENTION");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }

    /// Says how samples are held in memory.
    #[inline]
    pub fn encoding(self, encoding: SeriesEncoding) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"ENCODING");
            wire.push(encoding.to_arg().as_bytes());
        })
    }

    /// Allocates memory in pieces of this size, a multiple of 8 from 48 to 1048576 bytes.
    /// Default: 4096.
    #[inline]
    pub fn chunk_size(self, bytes: u64) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"CHUNK_SIZE");
            wire.push(bytes.to_arg().as_bytes());
        })
    }

    /// Says what happens to samples of a time that has one already.
    #[inline]
    pub fn duplicate_policy(self, policy: DuplicatePolicy) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"DUPLICATE_POLICY");
            wire.push(policy.to_arg().as_bytes());
        })
    }

    /// Says what happens if there is a sample of this time already, in this call only.
    #[inline]
    pub fn on_duplicate(self, policy: DuplicatePolicy) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"ON_DUPLICATE");
            wire.push(policy.to_arg().as_bytes());
        })
    }

    /// Passes over samples that come within this time of the latest one and differ by no more
    /// than this from it, if the policy is `Last`. Since RedisTimeSeries 1.12.0.
    #[inline]
    pub fn ignore(self, time: Duration, difference: f64) -> Self {
        self.with_at(3, |wire| {
            wire.push(b"IGNORE");
            wire.push(times::millis(time).to_arg().as_bytes());
            wire.push(difference.to_arg().as_bytes());
        })
    }

    /// Gives the series labels, by which it is found.
    #[inline]
    pub fn labels(self, labels: impl ToPairs) -> Self {
        self.with(|wire| {
            wire.push(b"LABELS");
            wire.push_pairs(&labels);
        })
    }
}

/// The options of [`ts_alter`].
#[derive(Debug)]
pub struct TsAlter;

impl Shareable for TsAlter {}
impl Queueable for TsAlter {}

/// Changes what is given of a time series, and leaves the rest as it is.
///
/// `TS.ALTER`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N labels given.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_alter("temp").labels([("room", "study"), ("floor", "2")]).retention(Duration::from_millis(60_000));
/// // TS.ALTER temp RETENTION 60000 LABELS room study floor 2
/// # let _ = command;
/// ```
#[inline]
pub fn ts_alter(key: impl ToArg) -> Command<(), TsAlter> {
    Command::new(Wire::of(&metas::TS_ALTER, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TsAlter, X> {
    /// Keeps samples for this long, counted back from the latest one; zero is for ever.
    #[inline]
    pub fn retention(self, time: Duration) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"RETENTION");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }

    /// Allocates further memory in pieces of this size, a multiple of 8 from 48 to 1048576
    /// bytes.
    #[inline]
    pub fn chunk_size(self, bytes: u64) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"CHUNK_SIZE");
            wire.push(bytes.to_arg().as_bytes());
        })
    }

    /// Says what happens to samples of a time that has one already.
    #[inline]
    pub fn duplicate_policy(self, policy: DuplicatePolicy) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"DUPLICATE_POLICY");
            wire.push(policy.to_arg().as_bytes());
        })
    }

    /// Passes over samples that come within this time of the latest one and differ by no more
    /// than this from it, if the policy is `Last`. Since RedisTimeSeries 1.12.0.
    #[inline]
    pub fn ignore(self, time: Duration, difference: f64) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"IGNORE");
            wire.push(times::millis(time).to_arg().as_bytes());
            wire.push(difference.to_arg().as_bytes());
        })
    }

    /// Replaces all labels by these; none removes them.
    #[inline]
    pub fn labels(self, labels: impl ToPairs) -> Self {
        self.with(|wire| {
            wire.push(b"LABELS");
            wire.push_pairs(&labels);
        })
    }
}

/// The options of [`ts_create`].
#[derive(Debug)]
pub struct TsCreate;

impl Shareable for TsCreate {}
impl Queueable for TsCreate {}

/// Creates an empty time series; it is an error if the key exists.
///
/// `TS.CREATE`, since RedisTimeSeries 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_create("temp");
/// // TS.CREATE temp
/// # let _ = command;
/// ```
#[inline]
pub fn ts_create(key: impl ToArg) -> Command<(), TsCreate> {
    Command::new(Wire::of(&metas::TS_CREATE, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TsCreate, X> {
    /// Keeps samples for this long, counted back from the latest one; zero is for ever.
    #[inline]
    pub fn retention(self, time: Duration) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"RETENTION");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }

    /// Says how samples are held in memory.
    #[inline]
    pub fn encoding(self, encoding: SeriesEncoding) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"ENCODING");
            wire.push(encoding.to_arg().as_bytes());
        })
    }

    /// Allocates memory in pieces of this size, a multiple of 8 from 48 to 1048576 bytes.
    /// Default: 4096.
    #[inline]
    pub fn chunk_size(self, bytes: u64) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"CHUNK_SIZE");
            wire.push(bytes.to_arg().as_bytes());
        })
    }

    /// Says what happens to samples of a time that has one already.
    #[inline]
    pub fn duplicate_policy(self, policy: DuplicatePolicy) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"DUPLICATE_POLICY");
            wire.push(policy.to_arg().as_bytes());
        })
    }

    /// Passes over samples that come within this time of the latest one and differ by no more
    /// than this from it, if the policy is `Last`. Since RedisTimeSeries 1.12.0.
    #[inline]
    pub fn ignore(self, time: Duration, difference: f64) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"IGNORE");
            wire.push(times::millis(time).to_arg().as_bytes());
            wire.push(difference.to_arg().as_bytes());
        })
    }

    /// Gives the series labels, by which it is found.
    #[inline]
    pub fn labels(self, labels: impl ToPairs) -> Self {
        self.with(|wire| {
            wire.push(b"LABELS");
            wire.push_pairs(&labels);
        })
    }
}

/// The options of [`ts_createrule`].
#[derive(Debug)]
pub struct TsCreaterule;

impl Shareable for TsCreaterule {}
impl Queueable for TsCreaterule {}

/// Has what is added to one time series from now on be aggregated in another, one sample
/// for each span of time.
///
/// The other series must exist, and in a cluster share a slot with the first.
///
/// `TS.CREATERULE`, since RedisTimeSeries 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_createrule("temp", "temp:daily", Aggregator::Twa, Duration::from_secs(86_400));
/// // TS.CREATERULE temp temp:daily AGGREGATION twa 86400000
/// # let _ = command;
/// ```
#[inline]
pub fn ts_createrule(
    source: impl ToArg,
    destination: impl ToArg,
    aggregator: Aggregator,
    span: Duration,
) -> Command<(), TsCreaterule> {
    Command::new(Wire::of(
        &metas::TS_CREATERULE,
        [
            source.to_arg().as_bytes(),
            destination.to_arg().as_bytes(),
            b"AGGREGATION",
            aggregator.to_arg().as_bytes(),
            times::millis(span).to_arg().as_bytes(),
        ],
    ))
}

impl<R, X> Command<R, TsCreaterule, X> {
    /// Has a span begin at this time, and all others fall in line. Default: 1970. Since
    /// RedisTimeSeries 1.8.0.
    #[inline]
    pub fn align(self, time: SystemTime) -> Self {
        self.with(|wire| {
            wire.push(times::unix_millis(time).to_arg().as_bytes());
        })
    }
}

/// Adds a sample that is less than the latest one by this, or lessens the latest one if
/// the time is the same: the sample's time.
///
/// The series is created if there is none. Options but `at` count only where it is.
///
/// `TS.DECRBY`, since RedisTimeSeries 1.0.0. Complexity: O(M) for M compaction rules.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_decrby("stock", 3.0);
/// // TS.DECRBY stock 3
/// # let _ = command;
/// ```
#[inline]
pub fn ts_decrby(key: impl ToArg, decrement: f64) -> Command<Millis<SystemTime>, TsIncrby> {
    Command::new(Wire::of(&metas::TS_DECRBY, [key.to_arg().as_bytes(), decrement.to_arg().as_bytes()]))
}

/// Removes the samples from one time to another, both included: how many.
///
/// `TS.DEL`, since RedisTimeSeries 1.6.0. Complexity: O(N) for N samples removed.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_del("temp", UNIX_EPOCH + Duration::from_secs(7), UNIX_EPOCH + Duration::from_secs(9));
/// // TS.DEL temp 7000 9000
/// # let _ = command;
/// ```
#[inline]
pub fn ts_del(key: impl ToArg, from: SystemTime, to: SystemTime) -> Command<u64> {
    Command::new(Wire::of(
        &metas::TS_DEL,
        [
            key.to_arg().as_bytes(),
            times::unix_millis(from).to_arg().as_bytes(),
            times::unix_millis(to).to_arg().as_bytes(),
        ],
    ))
}

/// Ends what [`ts_createrule`] began; what was aggregated stays.
///
/// `TS.DELETERULE`, since RedisTimeSeries 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_deleterule("temp", "temp:daily");
/// // TS.DELETERULE temp temp:daily
/// # let _ = command;
/// ```
#[inline]
pub fn ts_deleterule(source: impl ToArg, destination: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::TS_DELETERULE,
        [source.to_arg().as_bytes(), destination.to_arg().as_bytes()],
    ))
}

/// The options of [`ts_get`].
#[derive(Debug)]
pub struct TsGet;

impl Shareable for TsGet {}
impl Queueable for TsGet {}

/// The latest sample of a time series; `None` if it is empty.
///
/// `TS.GET`, since RedisTimeSeries 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_get("temp");
/// // TS.GET temp
/// # let _ = command;
/// ```
#[inline]
pub fn ts_get(key: impl ToArg) -> Command<LatestSample, TsGet> {
    Command::new(Wire::of(&metas::TS_GET, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TsGet, X> {
    /// Of a series that aggregates another, counts also the span that has not ended. Since
    /// RedisTimeSeries 1.8.0.
    #[inline]
    pub fn latest(self) -> Self {
        self.with(|wire| {
            wire.push(b"LATEST");
        })
    }
}

/// The options of [`ts_incrby`].
#[derive(Debug)]
pub struct TsIncrby;

impl Shareable for TsIncrby {}
impl Queueable for TsIncrby {}

/// Adds a sample that is more than the latest one by this, or raises the latest one if
/// the time is the same: the sample's time.
///
/// The series is created if there is none. Options but `at` count only where it is.
///
/// `TS.INCRBY`, since RedisTimeSeries 1.0.0. Complexity: O(M) for M compaction rules.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_incrby("visits", 1.0);
/// // TS.INCRBY visits 1
/// # let _ = command;
/// ```
#[inline]
pub fn ts_incrby(key: impl ToArg, increment: f64) -> Command<Millis<SystemTime>, TsIncrby> {
    Command::new(Wire::of(&metas::TS_INCRBY, [key.to_arg().as_bytes(), increment.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TsIncrby, X> {
    /// Is of this time, which must not be before the latest sample. Default: now.
    #[inline]
    pub fn timestamp(self, time: impl Into<SampleTime>) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"TIMESTAMP");
            let time: SampleTime = time.into();
            wire.push_args(&time);
        })
    }

    /// Keeps samples for this long, counted back from the latest one; zero is for ever.
    #[inline]
    pub fn retention(self, time: Duration) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"RETENTION");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }

    /// Says how samples are held in memory.
    #[inline]
    pub fn encoding(self, encoding: SeriesEncoding) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"ENCODING");
            wire.push(encoding.to_arg().as_bytes());
        })
    }

    /// Allocates memory in pieces of this size, a multiple of 8 from 48 to 1048576 bytes.
    /// Default: 4096.
    #[inline]
    pub fn chunk_size(self, bytes: u64) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"CHUNK_SIZE");
            wire.push(bytes.to_arg().as_bytes());
        })
    }

    /// Says what happens to samples of a time that has one already.
    #[inline]
    pub fn duplicate_policy(self, policy: DuplicatePolicy) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"DUPLICATE_POLICY");
            wire.push(policy.to_arg().as_bytes());
        })
    }

    /// Passes over samples that come within this time of the latest one and differ by no more
    /// than this from it, if the policy is `Last`. Since RedisTimeSeries 1.12.0.
    #[inline]
    pub fn ignore(self, time: Duration, difference: f64) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"IGNORE");
            wire.push(times::millis(time).to_arg().as_bytes());
            wire.push(difference.to_arg().as_bytes());
        })
    }

    /// Gives the series labels, by which it is found.
    #[inline]
    pub fn labels(self, labels: impl ToPairs) -> Self {
        self.with(|wire| {
            wire.push(b"LABELS");
            wire.push_pairs(&labels);
        })
    }
}

/// The options of [`ts_info`].
#[derive(Debug)]
pub struct TsInfo;

impl Shareable for TsInfo {}
impl Queueable for TsInfo {}

/// Tells how a time series is set up and how much it holds.
///
/// `TS.INFO`, since RedisTimeSeries 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_info("temp");
/// // TS.INFO temp
/// # let _ = command;
/// ```
#[inline]
pub fn ts_info(key: impl ToArg) -> Command<SeriesInfo, TsInfo> {
    Command::new(Wire::of(&metas::TS_INFO, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TsInfo, X> {
    /// Also tells of each piece of its memory.
    #[inline]
    pub fn debug(self) -> Self {
        self.with(|wire| {
            wire.push(b"DEBUG");
        })
    }
}

/// The options of [`ts_madd`].
#[derive(Debug)]
pub struct TsMadd;

impl Shareable for TsMadd {}
impl Queueable for TsMadd {}

/// Adds samples to time series that exist: the time of each, or the error that kept it
/// out.
///
/// `TS.MADD`, since RedisTimeSeries 1.0.0. Complexity: O(N * M) for N samples and M
/// compaction rules.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_madd("a", SampleTime::Now, 1.5).and("b", UNIX_EPOCH + Duration::from_secs(7), 2.0).and("a", SampleTime::Now, 3.0);
/// // TS.MADD a * 1.5 b 7000 2 a * 3
/// # let _ = command;
/// ```
#[inline]
pub fn ts_madd(key: impl ToArg, time: impl Into<SampleTime>, value: f64) -> Command<AddedSamples, TsMadd> {
    let mut wire = Wire::of(&metas::TS_MADD, [key.to_arg().as_bytes()]);
    let time: SampleTime = time.into();
    wire.push_args(&time);
    wire.push(value.to_arg().as_bytes());
    Command::new(wire)
}

impl<R, X> Command<R, TsMadd, X> {
    /// Adds also this sample, once for each call.
    #[inline]
    pub fn and(self, key: impl ToArg, time: impl Into<SampleTime>, value: f64) -> Self {
        self.with(|wire| {
            wire.push(key.to_arg().as_bytes());
            let time: SampleTime = time.into();
            wire.push_args(&time);
            wire.push(value.to_arg().as_bytes());
        })
    }
}

/// The options of [`ts_mget`].
#[derive(Debug)]
pub struct TsMget<Labels = Free>(PhantomData<(Labels,)>);

impl<Labels> Shareable for TsMget<Labels> {}
impl<Labels> Queueable for TsMget<Labels> {}

/// Reads the latest sample of every time series whose labels fit all filters.
///
/// A filter is `label=value`, `label!=value`, `label=` (has none), `label!=` (has one),
/// `label=(a,b)` or `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
///
/// `TS.MGET`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N series that fit.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_mget("type=temp");
/// // TS.MGET FILTER type=temp
/// # let _ = command;
/// ```
#[inline]
pub fn ts_mget(filters: impl ToArgs) -> Command<LatestOfSeries, TsMget> {
    let mut wire = Wire::of(&metas::TS_MGET, [b"FILTER"]);
    wire.push_args(&filters);
    Command::new(wire)
}

impl<R, X> Command<R, TsMget<Free>, X> {
    /// Includes all labels of each series.
    #[inline]
    pub fn with_labels(self) -> Command<R, TsMget<Used>, X> {
        self.with_at(0, |wire| {
            wire.push(b"WITHLABELS");
        })
        .retyped()
    }
}

impl<R, Labels, X> Command<R, TsMget<Labels>, X> {
    /// Of a series that aggregates another, counts also the span that has not ended. Since
    /// RedisTimeSeries 1.8.0.
    #[inline]
    pub fn latest(self) -> Self {
        self.with_at(0, |wire| {
            wire.push(b"LATEST");
        })
    }
}

/// The options of [`ts_mrange`].
#[derive(Debug)]
pub struct TsMrange<Labels = Free>(PhantomData<(Labels,)>);

impl<Labels> Shareable for TsMrange<Labels> {}
impl<Labels> Queueable for TsMrange<Labels> {}

/// Reads the samples within a range of time of every time series whose labels fit all
/// filters, the oldest first.
///
/// The range is `..`, `from..`, `..=to` or `from..=to`. A filter is `label=value`,
/// `label!=value`, `label=` (has none), `label!=` (has one), `label=(a,b)` or
/// `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
///
/// `TS.MRANGE`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N samples of the series
/// that fit.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_mrange(.., "type=temp");
/// // TS.MRANGE - + FILTER type=temp
/// # let _ = command;
/// ```
#[inline]
pub fn ts_mrange(range: impl Into<TimeRange>, filters: impl ToArgs) -> Command<RangesOfSeries, TsMrange> {
    let mut wire = Wire::of(&metas::TS_MRANGE, []);
    let range: TimeRange = range.into();
    wire.push_args(&range);
    wire.push(b"FILTER");
    wire.push_args(&filters);
    Command::new(wire)
}

impl<R, X> Command<R, TsMrange<Free>, X> {
    /// Includes all labels of each series.
    #[inline]
    pub fn with_labels(self) -> Command<R, TsMrange<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"WITHLABELS");
        })
        .retyped()
    }
}

impl<R, Labels, X> Command<R, TsMrange<Labels>, X> {
    /// Of a series that aggregates another, counts also the span that has not ended. Since
    /// RedisTimeSeries 1.8.0.
    #[inline]
    pub fn latest(self) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"LATEST");
        })
    }

    /// Takes only samples of these times. Since RedisTimeSeries 1.6.0.
    #[inline]
    pub fn filter_by_ts(self, times: impl Into<SampleTimes>) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"FILTER_BY_TS");
            let times: SampleTimes = times.into();
            wire.push_args(&times);
        })
    }

    /// Takes only samples from `min` to `max`, both included. Since RedisTimeSeries 1.6.0.
    #[inline]
    pub fn filter_by_value(self, min: f64, max: f64) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"FILTER_BY_VALUE");
            wire.push(min.to_arg().as_bytes());
            wire.push(max.to_arg().as_bytes());
        })
    }

    /// Takes at most this many of each series.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Aggregates the samples of each span of time.
    #[inline]
    pub fn aggregation(self, aggregation: impl Into<Aggregation>) -> Self {
        self.with_at(2, |wire| {
            let aggregation: Aggregation = aggregation.into();
            wire.push_args(&aggregation);
        })
    }

    /// Makes one series of all that have the same value of a label, and one sample of all
    /// that have the same time. Since RedisTimeSeries 1.6.0.
    #[inline]
    pub fn group_by(self, label: impl ToArg, reducer: Aggregator) -> Self {
        self.with(|wire| {
            wire.push(b"GROUPBY");
            wire.push(label.to_arg().as_bytes());
            wire.push(b"REDUCE");
            wire.push(reducer.to_arg().as_bytes());
        })
    }
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
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_mrevrange(.., "type=temp");
/// // TS.MREVRANGE - + FILTER type=temp
/// # let _ = command;
/// ```
#[inline]
pub fn ts_mrevrange(range: impl Into<TimeRange>, filters: impl ToArgs) -> Command<RangesOfSeries, TsMrange> {
    let mut wire = Wire::of(&metas::TS_MREVRANGE, []);
    let range: TimeRange = range.into();
    wire.push_args(&range);
    wire.push(b"FILTER");
    wire.push_args(&filters);
    Command::new(wire)
}

/// Lists the keys of every time series whose labels fit all filters.
///
/// A filter is `label=value`, `label!=value`, `label=` (has none), `label!=` (has one),
/// `label=(a,b)` or `label!=(a,b)`; one of them must be `label=value` or `label=(a,b)`.
///
/// `TS.QUERYINDEX`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N series that fit.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_queryindex(["type=temp", "room=study"]);
/// // TS.QUERYINDEX type=temp room=study
/// # let _ = command;
/// ```
#[inline]
pub fn ts_queryindex(filters: impl ToArgs) -> Command<Vec<Bytes>> {
    let mut wire = Wire::of(&metas::TS_QUERYINDEX, []);
    wire.push_args(&filters);
    Command::new(wire)
}

/// The options of [`ts_range`].
#[derive(Debug)]
pub struct TsRange;

impl Shareable for TsRange {}
impl Queueable for TsRange {}

/// Reads the samples of a time series within a range of time, the oldest first.
///
/// The range is `..`, `from..`, `..=to` or `from..=to`.
///
/// `TS.RANGE`, since RedisTimeSeries 1.0.0. Complexity: O(N) for N samples of the range.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_range("temp", ..);
/// // TS.RANGE temp - +
/// # let _ = command;
/// ```
#[inline]
pub fn ts_range(key: impl ToArg, range: impl Into<TimeRange>) -> Command<Vec<Sample>, TsRange> {
    let mut wire = Wire::of(&metas::TS_RANGE, [key.to_arg().as_bytes()]);
    let range: TimeRange = range.into();
    wire.push_args(&range);
    Command::new(wire)
}

impl<R, X> Command<R, TsRange, X> {
    /// Of a series that aggregates another, counts also the span that has not ended. Since
    /// RedisTimeSeries 1.8.0.
    #[inline]
    pub fn latest(self) -> Self {
        self.with(|wire| {
            wire.push(b"LATEST");
        })
    }

    /// Takes only samples of these times. Since RedisTimeSeries 1.6.0.
    #[inline]
    pub fn filter_by_ts(self, times: impl Into<SampleTimes>) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER_BY_TS");
            let times: SampleTimes = times.into();
            wire.push_args(&times);
        })
    }

    /// Takes only samples from `min` to `max`, both included. Since RedisTimeSeries 1.6.0.
    #[inline]
    pub fn filter_by_value(self, min: f64, max: f64) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER_BY_VALUE");
            wire.push(min.to_arg().as_bytes());
            wire.push(max.to_arg().as_bytes());
        })
    }

    /// Takes at most this many.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Aggregates the samples of each span of time.
    #[inline]
    pub fn aggregation(self, aggregation: impl Into<Aggregation>) -> Self {
        self.with(|wire| {
            let aggregation: Aggregation = aggregation.into();
            wire.push_args(&aggregation);
        })
    }
}

/// Reads the samples of a time series within a range of time, the latest first.
///
/// The range is `..`, `from..`, `..=to` or `from..=to`.
///
/// `TS.REVRANGE`, since RedisTimeSeries 1.4.0. Complexity: O(N) for N samples of the
/// range.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ts_revrange("temp", ..);
/// // TS.REVRANGE temp - +
/// # let _ = command;
/// ```
#[inline]
pub fn ts_revrange(key: impl ToArg, range: impl Into<TimeRange>) -> Command<Vec<Sample>, TsRange> {
    let mut wire = Wire::of(&metas::TS_REVRANGE, [key.to_arg().as_bytes()]);
    let range: TimeRange = range.into();
    wire.push_args(&range);
    Command::new(wire)
}
