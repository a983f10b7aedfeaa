//! Time series.

use core::ops::{RangeFrom, RangeFull, RangeInclusive, RangeToInclusive};
use core::time::Duration;
use std::string::String;
use std::time::SystemTime;
use std::vec::Vec;

use crate::command::{Command, Free, Used, Wire};
use crate::commands::time_series::{TsMget, TsMrange};
use crate::commands::times::{millis, unix_millis};
use crate::convert::{Arg, ConvertError, FromReply, ToArg, ToArgs};
use crate::frame::Frame;

/// Of which time a sample is.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use resp_core::cmd::{self, SampleTime};
///
/// let by_the_server = cmd::ts_add("temp", SampleTime::Now, 27.5);
/// assert!(by_the_server.wire().args().eq([&b"temp"[..], b"*", b"27.5"]));
/// let by_me = cmd::ts_add("temp", UNIX_EPOCH + Duration::from_secs(7), 27.5);
/// assert!(by_me.wire().args().eq([&b"temp"[..], b"7000", b"27.5"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleTime {
    /// That of the server's clock: `*`.
    Now,
    /// This one, to the millisecond, rounded up.
    At(SystemTime),
}

impl From<SystemTime> for SampleTime {
    fn from(time: SystemTime) -> Self {
        Self::At(time)
    }
}

impl ToArgs for SampleTime {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        match self {
            Self::Now => visit(Arg::bytes(b"*")),
            Self::At(time) => visit(unix_millis(*time).to_arg()),
        }
    }
}

/// A list of times, made of one, an array, a slice or a vector.
///
/// ```
/// use std::time::UNIX_EPOCH;
/// use resp_core::cmd;
///
/// let command = cmd::ts_range("temp", ..).filter_by_ts([UNIX_EPOCH]);
/// assert!(command.wire().args().eq([&b"temp"[..], b"-", b"+", b"FILTER_BY_TS", b"0"]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleTimes(Vec<SystemTime>);

impl From<SystemTime> for SampleTimes {
    fn from(time: SystemTime) -> Self {
        Self([time].into())
    }
}

impl<const N: usize> From<[SystemTime; N]> for SampleTimes {
    fn from(times: [SystemTime; N]) -> Self {
        Self(times.into())
    }
}

impl From<&[SystemTime]> for SampleTimes {
    fn from(times: &[SystemTime]) -> Self {
        Self(times.into())
    }
}

impl From<Vec<SystemTime>> for SampleTimes {
    fn from(times: Vec<SystemTime>) -> Self {
        Self(times)
    }
}

impl ToArgs for SampleTimes {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.0.iter().for_each(|time| visit(unix_millis(*time).to_arg()));
    }
}

/// A range of times, both ends included: `..`, `from..`, `..=to` or `from..=to`.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use resp_core::cmd;
///
/// let from = UNIX_EPOCH + Duration::from_secs(7);
/// assert!(cmd::ts_range("temp", from..).wire().args().eq([&b"temp"[..], b"7000", b"+"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeRange {
    from: Option<SystemTime>,
    to: Option<SystemTime>,
}

impl From<RangeFull> for TimeRange {
    fn from(_: RangeFull) -> Self {
        Self { from: None, to: None }
    }
}

impl From<RangeFrom<SystemTime>> for TimeRange {
    fn from(range: RangeFrom<SystemTime>) -> Self {
        Self { from: Some(range.start), to: None }
    }
}

impl From<RangeToInclusive<SystemTime>> for TimeRange {
    fn from(range: RangeToInclusive<SystemTime>) -> Self {
        Self { from: None, to: Some(range.end) }
    }
}

impl From<RangeInclusive<SystemTime>> for TimeRange {
    fn from(range: RangeInclusive<SystemTime>) -> Self {
        let (from, to) = range.into_inner();
        Self { from: Some(from), to: Some(to) }
    }
}

impl ToArgs for TimeRange {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        for (time, open) in [(self.from, b"-"), (self.to, b"+")] {
            match time {
                Some(time) => visit(unix_millis(time).to_arg()),
                None => visit(Arg::bytes(open)),
            }
        }
    }
}

/// Enums of words: as arguments, and read back in any case.
macro_rules! words {
    ($name:ident, $what:literal: $($variant:ident $word:literal),*) => {
        impl ToArg for $name {
            fn to_arg(&self) -> Arg<'_> {
                Arg::bytes(match self {
                    $(Self::$variant => $word.as_bytes(),)*
                })
            }
        }

        impl FromReply for $name {
            type Out = Self;

            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                let text = String::from_reply(frame)?;
                $(if text.eq_ignore_ascii_case($word) {
                    return Ok(Self::$variant);
                })*
                Err(ConvertError::text($what))
            }
        }

        crate::replies::without_strings!($name);
    };
}

/// What is made of several samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Aggregator {
    /// Their mean: `avg`.
    Avg,
    /// Their sum: `sum`.
    Sum,
    /// The least: `min`.
    Min,
    /// The greatest: `max`.
    Max,
    /// How far the greatest is from the least: `range`.
    Range,
    /// How many they are: `count`.
    Count,
    /// The oldest: `first`. Not for what `group_by` makes.
    First,
    /// The latest: `last`. Not for what `group_by` makes.
    Last,
    /// Their standard deviation if they are all: `std.p`.
    StdP,
    /// Their standard deviation if they stand for more: `std.s`.
    StdS,
    /// Their variance if they are all: `var.p`.
    VarP,
    /// Their variance if they stand for more: `var.s`.
    VarS,
    /// Their mean, each counted for as long as it held: `twa`. Not for what
    /// `group_by` makes. Since RedisTimeSeries 1.8.
    Twa,
}

words!(Aggregator, "aggregator": Avg "avg", Sum "sum", Min "min", Max "max", Range "range", Count "count",
    First "first", Last "last", StdP "std.p", StdS "std.s", VarP "var.p", VarS "var.s", Twa "twa");

/// What happens to a sample of a time that has one already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicatePolicy {
    /// It is an error: `BLOCK`.
    Block,
    /// The old one stays: `FIRST`.
    First,
    /// The new one replaces it: `LAST`.
    Last,
    /// The lesser one stays: `MIN`.
    Min,
    /// The greater one stays: `MAX`.
    Max,
    /// Their sum stays: `SUM`.
    Sum,
}

words!(DuplicatePolicy, "duplicate policy": Block "BLOCK", First "FIRST", Last "LAST", Min "MIN", Max "MAX",
    Sum "SUM");

/// How the samples of a series are held in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesEncoding {
    /// Smaller, and nearly always faster too: `COMPRESSED`, the default.
    Compressed,
    /// As they are: `UNCOMPRESSED`.
    Uncompressed,
}

words!(SeriesEncoding, "encoding of a series": Compressed "COMPRESSED", Uncompressed "UNCOMPRESSED");

/// How samples are summed up, one for each span of time.
///
/// ```
/// use std::time::Duration;
/// use resp_core::cmd::{self, Aggregation, Aggregator};
///
/// let hour = Duration::from_secs(3600);
/// let hourly = Aggregation::new(Aggregator::Max, hour).empty();
/// let words = [&b"temp"[..], b"-", b"+", b"AGGREGATION", b"max", b"3600000", b"EMPTY"];
/// assert!(cmd::ts_range("temp", ..).aggregation(hourly).wire().args().eq(words));
/// // A pair will do where nothing else is said.
/// let _ = cmd::ts_range("temp", ..).aggregation((Aggregator::Max, hour));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aggregation {
    aggregator: Aggregator,
    span: Duration,
    align: Option<Align>,
    timestamp: Option<BucketTimestamp>,
    is_empty_too: bool,
}

/// Where spans of time begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// One at the start of the range, which must not be open: `-`.
    Start,
    /// One at the end of the range, which must not be open: `+`.
    End,
    /// One at this time, to the millisecond, rounded up.
    At(SystemTime),
}

/// Which time the sample of a span has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BucketTimestamp {
    /// Its start: `-`, the default.
    Start,
    /// Its end: `+`.
    End,
    /// Its middle: `~`.
    Mid,
}

impl Aggregation {
    /// One sample for each span of this length, to the millisecond, rounded up.
    #[must_use]
    pub const fn new(aggregator: Aggregator, span: Duration) -> Self {
        Self { aggregator, span, align: None, timestamp: None, is_empty_too: false }
    }

    /// Says where spans begin; by default at multiples of their length since 1970.
    #[must_use]
    pub const fn align(mut self, align: Align) -> Self {
        self.align = Some(align);
        self
    }

    /// Says which time the sample of a span has. Since RedisTimeSeries 1.8.
    #[must_use]
    pub const fn bucket_timestamp(mut self, timestamp: BucketTimestamp) -> Self {
        self.timestamp = Some(timestamp);
        self
    }

    /// Has a sample also for spans that have none: zero, the one before, or not
    /// a number. Since RedisTimeSeries 1.8.
    #[must_use]
    pub const fn empty(mut self) -> Self {
        self.is_empty_too = true;
        self
    }
}

impl From<(Aggregator, Duration)> for Aggregation {
    fn from((aggregator, span): (Aggregator, Duration)) -> Self {
        Self::new(aggregator, span)
    }
}

impl ToArgs for Aggregation {
    /// In the one order that servers take.
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        if let Some(align) = self.align {
            visit(Arg::bytes(b"ALIGN"));
            match align {
                Align::Start => visit(Arg::bytes(b"-")),
                Align::End => visit(Arg::bytes(b"+")),
                Align::At(time) => visit(unix_millis(time).to_arg()),
            }
        }
        visit(Arg::bytes(b"AGGREGATION"));
        visit(self.aggregator.to_arg());
        visit(millis(self.span).to_arg());
        if let Some(timestamp) = self.timestamp {
            visit(Arg::bytes(b"BUCKETTIMESTAMP"));
            visit(Arg::bytes(match timestamp {
                BucketTimestamp::Start => b"-",
                BucketTimestamp::End => b"+",
                BucketTimestamp::Mid => b"~",
            }));
        }
        if self.is_empty_too {
            visit(Arg::bytes(b"EMPTY"));
        }
    }
}

/// Labels come right before the filters: servers take for a label what stands
/// behind them and is none of a few words.
fn select_labels<R, K, X>(command: Command<R, K, X>, labels: &impl ToArgs) -> Command<R, K, X> {
    let filter = command.wire().args().position(|arg| arg == b"FILTER").unwrap_or_default();
    command.with_at(filter, |wire: &mut Wire| {
        wire.push(b"SELECTED_LABELS");
        wire.push_args(labels);
    })
}

macro_rules! selected_labels {
    ($($marker:ident)*) => {$(
        impl<R, X> Command<R, $marker<Free>, X> {
            /// Includes these labels of each series. Since RedisTimeSeries 1.6.0.
            pub fn selected_labels(self, labels: impl ToArgs) -> Command<R, $marker<Used>, X> {
                select_labels(self, &labels).retyped()
            }
        }
    )*};
}

selected_labels! { TsMget TsMrange }

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::time_series::{ts_mget, ts_mrange};
    use std::time::UNIX_EPOCH;

    fn words(value: &impl ToArgs) -> String {
        let mut words = Vec::new();
        value.each_arg(&mut |arg| words.push(arg.as_bytes().to_vec()));
        String::from_utf8(words.join(&b' ')).unwrap()
    }

    fn args<R, K>(command: &Command<R, K>) -> String {
        let args: Vec<&[u8]> = command.wire().args().collect();
        String::from_utf8(args.join(&b' ')).unwrap()
    }

    #[test]
    fn times() {
        let at = |millis| UNIX_EPOCH + Duration::from_millis(millis);
        assert_eq!(words(&SampleTime::Now), "*");
        assert_eq!(words(&SampleTime::from(at(5))), "5");
        assert_eq!(words(&SampleTimes::from([at(1), at(2)])), "1 2");
        assert_eq!(words(&SampleTimes::from(&[at(3)][..])), "3");
        assert_eq!(words(&TimeRange::from(..)), "- +");
        assert_eq!(words(&TimeRange::from(at(1)..)), "1 +");
        assert_eq!(words(&TimeRange::from(..=at(2))), "- 2");
        assert_eq!(words(&TimeRange::from(at(1)..=at(2))), "1 2");
    }

    #[test]
    fn aggregations() {
        let minutely = Aggregation::new(Aggregator::VarS, Duration::from_secs(60));
        assert_eq!(words(&minutely), "AGGREGATION var.s 60000");
        assert_eq!(words(&minutely.empty().align(Align::Start)), "ALIGN - AGGREGATION var.s 60000 EMPTY");
        let all = minutely.align(Align::At(UNIX_EPOCH)).bucket_timestamp(BucketTimestamp::End).empty();
        assert_eq!(words(&all), "ALIGN 0 AGGREGATION var.s 60000 BUCKETTIMESTAMP + EMPTY");
        let others = minutely.align(Align::End).bucket_timestamp(BucketTimestamp::Start);
        assert_eq!(words(&others), "ALIGN + AGGREGATION var.s 60000 BUCKETTIMESTAMP -");
    }

    #[test]
    fn labels_stand_before_the_filters_whatever_else_is_asked() {
        let command = ts_mget("a=b").selected_labels(["x", "y"]).latest();
        assert_eq!(args(&command), "LATEST SELECTED_LABELS x y FILTER a=b");
        let command = ts_mget("a=b").latest().selected_labels("x");
        assert_eq!(args(&command), "LATEST SELECTED_LABELS x FILTER a=b");
        let hourly = Aggregation::new(Aggregator::Avg, Duration::from_secs(3600)).align(Align::Start);
        let expected =
            "- + ALIGN - AGGREGATION avg 3600000 SELECTED_LABELS x FILTER a=b GROUPBY g REDUCE max";
        let command = ts_mrange(.., "a=b").aggregation(hourly).group_by("g", Aggregator::Max);
        assert_eq!(args(&command.selected_labels("x")), expected);
        let command = ts_mrange(.., "a=b").selected_labels("x").group_by("g", Aggregator::Max);
        assert_eq!(args(&command.aggregation(hourly)), expected);
    }
}
