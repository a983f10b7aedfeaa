//! Metrics in words, and their values as shown.

use crate::format;
use crate::record::{Metric, Section, Wanted};

/// As the title of an axis, with the unit; that of latencies is at the ticks.
pub(super) const fn axis(metric: Metric) -> &'static str {
    match metric {
        Metric::OpsPerSecond => "operations per second",
        Metric::P50Micros => "median latency of an operation",
        Metric::P90Micros => "p90 latency of an operation",
        Metric::P99Micros => "p99 latency of an operation",
        Metric::P999Micros => "p99.9 latency of an operation",
        Metric::MaxMicros => "longest latency of an operation",
        Metric::Millis => "milliseconds",
        Metric::ClientCpuMicros => "µs of client CPU per operation",
        Metric::ServerCpuMicros => "µs of server CPU per operation",
        Metric::Nanos => "nanoseconds per operation",
        Metric::GigabytesPerSecond => "GB per second",
        Metric::Instructions => "instructions per operation",
        other => other.title(),
    }
}

/// The same, and which values are good.
pub(super) fn axis_and_wanted(metric: Metric) -> String {
    let wanted = if metric.wanted() == Wanted::More { "more is better" } else { "less is better" };
    format!("{}, {wanted}", axis(metric))
}

/// A value for a cell of a table whose heading has the unit.
pub(crate) fn value(metric: Metric, value: f64) -> String {
    match metric {
        Metric::OpsPerSecond | Metric::AllocatedBytes | Metric::PeakBytes | Metric::Instructions => {
            format::count(value)
        }
        _ => format::significant(value),
    }
}

/// For the ticks of an axis and for the points of a chart.
pub(super) fn formats(metric: Metric) -> [fn(f64) -> String; 2] {
    match metric {
        _ if is_latency(metric) => [format::short_micros, format::micros],
        _ => [format::short_count, format::count],
    }
}

/// Which of several figures the comparison is about: the section's first, but
/// the latency where the number of operations a second is given.
pub(crate) fn lead(section: &Section) -> Option<Metric> {
    let has = |metric| section.rows.iter().any(|row| row.figures.contains_key(&metric));
    let rate_is_given = section.point.as_ref().is_some_and(|point| point.unit.ends_with("a second"));
    if rate_is_given && has(Metric::P99Micros) {
        return Some(Metric::P99Micros);
    }
    section.rows.iter().flat_map(|row| row.figures.keys()).copied().min()
}

/// What the better one of two does: `1.84× faster`. `times` is at least 1.
pub(super) fn better(metric: Metric, times: f64) -> String {
    let times = format::ratio(times);
    match metric {
        Metric::OpsPerSecond | Metric::GigabytesPerSecond | Metric::Nanos | Metric::Millis => {
            format!("{times} faster")
        }
        _ if is_latency(metric) => format!("{times} lower in {}", metric.title().trim_end_matches(" µs")),
        Metric::Times => format!("{times} more"),
        _ => format!("{times} lower in {}", metric.title().trim_end_matches(" µs")),
    }
}

const fn is_latency(metric: Metric) -> bool {
    matches!(
        metric,
        Metric::P50Micros | Metric::P90Micros | Metric::P99Micros | Metric::P999Micros | Metric::MaxMicros
    )
}
