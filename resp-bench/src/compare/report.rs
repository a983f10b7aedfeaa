//! The figures.

use super::cell::Cell;
use super::contestant::OURS;
use super::goals::Comparison;
use super::window::Sample;
use crate::machine::Machine;
use crate::results::median;
use serde::Serialize;

/// All figures.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) machine: Machine,
    /// Name and version, as it says itself.
    pub(super) server: String,
    /// The clients, with their versions.
    pub(super) clients: Vec<(&'static str, &'static str)>,
    pub(super) rounds: u32,
    pub(super) seconds_per_cell: f64,
    /// Windows that were measured again because others kept the machine busy.
    pub(super) repeated: u32,
    pub(super) sections: Vec<Section>,
    pub(super) comparisons: Vec<Comparison>,
}

/// The figures of a cell.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    pub(super) cell: &'static Cell,
    pub(super) rows: Vec<Row>,
}

impl Section {
    /// The figures of a contestant, if it took part.
    pub(super) fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }
}

/// A contestant's figures in a cell: medians of the rounds that others did not
/// disturb, or of all if there are none.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) ops_per_second: f64,
    pub(super) slowest: f64,
    pub(super) fastest: f64,
    pub(super) p50_micros: Option<f64>,
    pub(super) p999_micros: Option<f64>,
    /// Of this process, for each command.
    pub(super) cpu_micros: f64,
    pub(super) system_calls: Option<f64>,
    pub(super) allocations: Option<f64>,
    /// Cores that others kept busy.
    pub(super) others: Option<f64>,
    /// Rounds that others did not disturb.
    pub(super) calm_rounds: usize,
    #[serde(skip)]
    rounds: Vec<Sample>,
}

impl Row {
    pub(super) fn new(name: &'static str, rounds: Vec<Sample>) -> Self {
        let calm: Vec<_> = rounds.iter().filter(|round| round.is_calm()).cloned().collect();
        let used = if calm.is_empty() { &rounds } else { &calm };
        let speeds = || used.iter().map(|round| round.ops_per_second);
        let optional = |pick: fn(&Sample) -> Option<f64>| median_of(used, pick);
        Self {
            name,
            ops_per_second: median(&speeds().collect::<Vec<_>>()),
            slowest: speeds().fold(f64::INFINITY, f64::min),
            fastest: speeds().fold(0.0, f64::max),
            p50_micros: optional(|round| round.p50),
            p999_micros: optional(|round| round.p999),
            cpu_micros: optional(|round| Some(round.cpu_micros)).unwrap_or(f64::NAN),
            system_calls: optional(|round| round.system_calls),
            // Others do not change them, and not every round counts them.
            allocations: median_of(&rounds, |round| round.allocations),
            others: optional(|round| round.others),
            calm_rounds: calm.len(),
            rounds,
        }
    }

    /// Each round, in order.
    #[cfg(test)]
    pub(super) fn rounds(&self) -> &[Sample] {
        &self.rounds
    }

    /// Whether it is a client of others.
    pub(super) fn is_other(&self) -> bool {
        self.name != OURS && !self.is_raw()
    }

    /// Whether it is a hand-written loop.
    pub(super) fn is_raw(&self) -> bool {
        self.name.starts_with(super::contestant::RAW)
    }

    /// The median of a figure over the calm rounds that have it, or over all.
    pub(super) fn median(&self, pick: fn(&Sample) -> Option<f64>) -> Option<f64> {
        let calm: Vec<_> = self.rounds.iter().filter(|round| round.is_calm()).cloned().collect();
        median_of(if calm.is_empty() { &self.rounds } else { &calm }, pick)
    }

    /// The median of what a figure is to another contestant's in the same
    /// round, of the rounds that are calm for both, or of all.
    pub(super) fn ratio_to(&self, other: &Self, pick: fn(&Sample) -> Option<f64>) -> Option<f64> {
        let pairs = || self.rounds.iter().zip(&other.rounds);
        let ratios = |wants: fn(&Sample) -> bool| {
            let wanted = pairs().filter(|(own, other)| wants(own) && wants(other));
            wanted.filter_map(|(own, other)| Some(pick(own)? / pick(other)?)).collect::<Vec<_>>()
        };
        let calm = ratios(Sample::is_calm);
        let used = if calm.is_empty() { ratios(|_| true) } else { calm };
        (!used.is_empty()).then(|| median(&used))
    }
}

fn median_of(rounds: &[Sample], pick: fn(&Sample) -> Option<f64>) -> Option<f64> {
    let values: Vec<_> = rounds.iter().filter_map(pick).collect();
    (!values.is_empty()).then(|| median(&values))
}
