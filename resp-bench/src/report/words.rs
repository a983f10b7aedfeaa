//! Metrics in words, and their values as shown.

use crate::format;
use crate::record::{Metric, Row, Section, Wanted};

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
    if is_behaviour(section) {
        return None;
    }
    let mut speeds = [Metric::OpsPerSecond, Metric::Nanos].into_iter();
    let all = section.rows.iter().flat_map(|row| row.figures.keys()).copied();
    speeds.find(|speed| has(*speed)).or_else(|| all.min())
}

/// Whether it is about what contestants do, and not about how fast.
pub(super) fn is_behaviour(section: &Section) -> bool {
    let is_seen = |row: &Row| row.observed.is_some() && !row.figures.contains_key(&Metric::OpsPerSecond);
    !section.rows.is_empty() && section.rows.iter().all(is_seen)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Figure, Observed, Role, Verdict};

    fn section(metrics: &[Metric], observed: bool) -> Section {
        let mut row = Row::new("resp-net", Role::Ours);
        row.figures = metrics.iter().map(|metric| (*metric, Figure::once(1.0))).collect();
        row.observed = observed.then(|| Observed { verdict: Verdict::Good, text: "it lives".to_owned() });
        let text = String::new;
        Section {
            name: text(),
            about: text(),
            group: text(),
            operation: text(),
            point: None,
            rows: vec![row],
        }
    }

    #[test]
    fn speed_leads_where_it_was_measured() {
        let lead = |metrics: &[Metric]| lead(&section(metrics, false));
        assert_eq!(
            lead(&[Metric::Allocations, Metric::Nanos, Metric::GigabytesPerSecond]),
            Some(Metric::Nanos)
        );
        assert_eq!(lead(&[Metric::P50Micros, Metric::OpsPerSecond]), Some(Metric::OpsPerSecond));
        assert_eq!(lead(&[Metric::Allocations]), Some(Metric::Allocations));
    }

    #[test]
    fn behaviour_is_no_race() {
        assert_eq!(lead(&section(&[Metric::Millis], true)), None);
        assert_eq!(lead(&section(&[Metric::OpsPerSecond], true)), Some(Metric::OpsPerSecond));
    }
}
