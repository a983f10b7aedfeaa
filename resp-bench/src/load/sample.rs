//! What one window found, and what all windows of a contestant found together.

use super::engine::Outcome;
use super::tally::Tally;
use crate::distribution::Distribution;
use crate::format;
use crate::record::{Figure, Metric, Observed, Role, Row, Verdict};
use std::collections::BTreeMap;

/// One window.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) figures: BTreeMap<Metric, f64>,
    pub(super) is_calm: bool,
    /// `None` of a program that counts for itself.
    pub(super) tally: Option<Tally>,
    /// What went wrong, a sentence each.
    pub(super) trouble: Vec<String>,
    /// Whether a reply was an error, or missing.
    pub(super) failed: bool,
}

/// Quantiles that have a figure of their own.
const QUANTILES: [(Metric, f64); 6] = [
    (Metric::P50Micros, 0.5),
    (Metric::P90Micros, 0.9),
    (Metric::P99Micros, 0.99),
    (Metric::P999Micros, 0.999),
    (Metric::P9999Micros, 0.9999),
    (Metric::MaxMicros, 1.0),
];

impl From<Outcome> for Sample {
    fn from(outcome: Outcome) -> Self {
        let tally = &outcome.tally;
        let requests = tally.requests();
        let mut figures: BTreeMap<_, _> = outcome.spent.figures(requests).collect();
        if requests > 0 {
            figures.insert(Metric::OpsPerSecond, requests as f64 / outcome.elapsed.as_secs_f64());
            figures.insert(Metric::SentBytes, tally.sent_bytes as f64 / requests as f64);
            figures.insert(Metric::ReceivedBytes, tally.received_bytes as f64 / requests as f64);
        }
        figures.extend(
            QUANTILES.iter().filter_map(|(metric, at)| Some((*metric, tally.latencies.micros(*at)?))),
        );
        figures.extend(outcome.late.micros(0.99).map(|late| (Metric::LateMicros, late)));
        let failed = tally.errors > 0 || outcome.unanswered > 0;
        Self {
            figures,
            failed,
            is_calm: outcome.spent.is_calm(),
            trouble: trouble(&outcome),
            tally: Some(outcome.tally),
        }
    }
}

fn trouble(outcome: &Outcome) -> Vec<String> {
    let mut trouble = Vec::new();
    let tally = &outcome.tally;
    if tally.errors > 0 {
        let count = format::count(tally.errors as f64);
        let first = tally.first_error.as_deref().unwrap_or_default();
        trouble.push(format!("{count} replies were errors, the first: {first}"));
    }
    if outcome.unanswered > 0 {
        trouble.push(format!("{} requests had no reply", format::count(outcome.unanswered as f64)));
    }
    // The last few are those that this program itself was about to send.
    if outcome.unsent * 100 > tally.requests() {
        let count = format::count(outcome.unsent as f64);
        trouble.push(format!(
            "the server did not bear this rate: {count} requests were due and could not be sent"
        ));
    }
    trouble
}

/// Of all windows together: figures by their medians, latencies by their sum.
pub(super) fn row(name: &str, role: Role, samples: &[Sample]) -> Row {
    let calm: Vec<_> = samples.iter().map(|sample| sample.is_calm).collect();
    let mut row = Row::new(name, role);
    for metric in samples.iter().flat_map(|sample| sample.figures.keys()) {
        let rounds: Vec<_> =
            samples.iter().filter_map(|sample| sample.figures.get(metric).copied()).collect();
        // A round without this figure would shift the others.
        let calm = if rounds.len() == calm.len() { &calm[..] } else { &[] };
        row.figures.extend(Figure::of_rounds(&rounds, calm).map(|figure| (*metric, figure)));
    }
    let mut all = Distribution::default();
    let tallies = samples.iter().filter_map(|sample| sample.tally.as_ref());
    tallies.for_each(|tally| all.merge(&tally.latencies));
    // What one window has too few requests for, all of them may tell.
    for (metric, at) in QUANTILES {
        if let (None, Some(micros)) = (row.figures.get(&metric), all.micros(at)) {
            row.figures.insert(metric, Figure::once(micros));
        }
    }
    row.latencies = all.quantiles();
    row.calm = calm;
    let trouble: Vec<_> = samples.iter().flat_map(|sample| sample.trouble.iter().cloned()).collect();
    if !trouble.is_empty() {
        row.observed = Some(Observed { verdict: Verdict::Bad, text: trouble.join("; ") });
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(ops: f64, errors: &[&str]) -> Sample {
        let mut tally = Tally::default();
        tally.latencies.record(100_000, 1000);
        Sample {
            figures: BTreeMap::from([(Metric::OpsPerSecond, ops)]),
            is_calm: true,
            tally: Some(tally),
            failed: false,
            trouble: errors.iter().map(|error| (*error).to_owned()).collect(),
        }
    }

    #[test]
    fn windows_become_one_row() {
        let row = row("a", Role::Ours, &[sample(3.0, &[]), sample(1.0, &["x"]), sample(2.0, &[])]);
        assert_eq!(row.median(Metric::OpsPerSecond), Some(2.0));
        // Three thousand requests have a p99.9, and no p99.99.
        assert_eq!(row.median(Metric::P999Micros).map(f64::round), Some(100.0));
        assert_eq!(row.median(Metric::P9999Micros), None);
        assert_eq!(row.observed.unwrap().text, "x");
        assert_eq!((row.latencies.first().unwrap().0, row.latencies.last().unwrap().0), (0.0, 1.0));
        assert!(row.latencies.is_sorted_by(|one, next| one.0 < next.0));
    }
}
