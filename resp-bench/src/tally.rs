//! What the windows of a contestant in a cell have found so far.

use crate::distribution::Distribution;
use crate::measure::Window;
use crate::record::{Figure, Metric, Role, Row};
use std::collections::{BTreeMap, BTreeSet};

/// One contestant's figures of all rounds, in order.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    rounds: Vec<BTreeMap<Metric, f64>>,
    calm: Vec<bool>,
    /// Latencies of the rounds that others did not disturb, and of the others.
    calm_latencies: Distribution,
    disturbed_latencies: Distribution,
}

/// Percentiles that are figures of their own.
const PERCENTILES: [(Metric, f64); 4] = [
    (Metric::P50Micros, 0.5),
    (Metric::P90Micros, 0.9),
    (Metric::P99Micros, 0.99),
    (Metric::P999Micros, 0.999),
];

impl Tally {
    /// Adds a round. Where one operation follows the other and each is `long`,
    /// so few fit into a window that their latencies tell the speed, not their
    /// number: that would be off by the part of one that is cut off.
    pub(crate) fn add(&mut self, window: &Window, long: bool) {
        let latencies = Distribution::of(&window.latencies);
        let is_calm = window.spent.is_calm();
        if is_calm { &mut self.calm_latencies } else { &mut self.disturbed_latencies }.merge(&latencies);
        let mut figures = figures(window, &latencies);
        if let (true, Some(speed)) = (long, one_by_one(window)) {
            figures.insert(Metric::OpsPerSecond, speed);
        }
        self.rounds.push(figures);
        self.calm.push(is_calm);
    }

    /// Rounds so far.
    pub(crate) fn rounds(&self) -> usize {
        self.rounds.len()
    }

    /// Rounds that others disturbed.
    pub(crate) fn disturbed(&self) -> usize {
        self.calm.iter().filter(|calm| !**calm).count()
    }

    /// All of it.
    pub(crate) fn row(&self, name: &str, role: Role) -> Row {
        let mut row = Row::new(name, role);
        let metrics: BTreeSet<_> = self.rounds.iter().flat_map(BTreeMap::keys).copied().collect();
        row.figures = metrics.into_iter().filter_map(|metric| Some((metric, self.figure(metric)?))).collect();
        let latencies = self.latencies();
        // What one window has too few samples for, all of them may tell.
        for (metric, quantile) in PERCENTILES {
            if let (None, Some(micros)) = (row.figures.get(&metric), latencies.micros(quantile)) {
                row.figures.insert(metric, Figure::once(micros));
            }
        }
        row.figures.extend(latencies.micros(1.0).map(|slowest| (Metric::MaxMicros, Figure::once(slowest))));
        row.latencies = latencies.quantiles();
        row.calm.clone_from(&self.calm);
        row
    }

    /// From the rounds; those that not every round has are known once.
    fn figure(&self, metric: Metric) -> Option<Figure> {
        let rounds: Vec<_> = self.rounds.iter().filter_map(|round| round.get(&metric).copied()).collect();
        match metric {
            Metric::Allocations | Metric::AllocatedBytes => rounds.first().copied().map(Figure::once),
            // Which round was how disturbed is what it says.
            Metric::OtherCores => Figure::of_rounds(&rounds, &[]),
            _ if rounds.len() < self.rounds.len() => None,
            _ => Figure::of_rounds(&rounds, &self.calm),
        }
    }

    /// Of the rounds that others did not disturb, or of all if there are none.
    fn latencies(&self) -> &Distribution {
        if self.calm_latencies.is_empty() { &self.disturbed_latencies } else { &self.calm_latencies }
    }
}

/// Operations a second, from the time that each took.
fn one_by_one(window: &Window) -> Option<f64> {
    let nanos: u64 = window.latencies.iter().sum();
    (nanos > 0).then(|| window.latencies.len() as f64 * 1e9 / nanos as f64)
}

fn figures(window: &Window, latencies: &Distribution) -> BTreeMap<Metric, f64> {
    let percentiles =
        PERCENTILES.into_iter().filter_map(|(metric, quantile)| Some((metric, latencies.micros(quantile)?)));
    let allocations = window.allocations.into_iter().flat_map(|(allocations, bytes)| {
        [(Metric::Allocations, allocations), (Metric::AllocatedBytes, bytes)]
    });
    let speed = (Metric::OpsPerSecond, window.ops_per_second());
    core::iter::once(speed)
        .chain(percentiles)
        .chain(allocations)
        .chain(window.spent.figures(window.operations))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::Spent;
    use core::time::Duration;

    /// A second of so many operations, each of this many microseconds.
    fn window(operations: u64, micros: u64, others: f64) -> Window {
        let spent = Spent {
            elapsed: Duration::from_secs(1),
            client_cpu: Duration::from_micros(2 * operations),
            server_cpu: Some(Duration::from_micros(3 * operations)),
            switches: Some(operations),
            system_calls: None,
            other_cores: Some(others),
        };
        let latencies = (0..operations).map(|_| micros * 1000).collect();
        Window { operations, spent, latencies, allocations: None }
    }

    #[test]
    fn disturbed_rounds_count_only_if_all_are() {
        let mut tally = Tally::default();
        tally.add(&Window { allocations: Some((5.0, 99.0)), ..window(1000, 40, 0.9) }, false);
        let busy = tally.row("busy", Role::Other);
        assert_eq!(busy.median(Metric::OpsPerSecond), Some(1000.0));
        assert_eq!(busy.latencies.first().map(|(_, micros)| micros.round()), Some(40.0));

        tally.add(&window(3000, 10, 0.0), false);
        tally.add(&window(2000, 20, 0.1), false);
        assert_eq!((tally.rounds(), tally.disturbed()), (3, 1));
        let row = tally.row("calm", Role::Ours);
        let figure = &row.figures[&Metric::OpsPerSecond];
        assert_eq!((figure.median, &figure.rounds[..]), (2500.0, &[1000.0, 3000.0, 2000.0][..]));
        assert_eq!(row.calm, [false, true, true]);
        assert_eq!(row.median(Metric::ClientCpuMicros), Some(2.0));
        assert_eq!(row.median(Metric::ServerCpuMicros), Some(3.0));
        assert_eq!(row.median(Metric::ContextSwitches), Some(1.0));
        assert_eq!(row.median(Metric::Allocations), Some(5.0));
        assert_eq!(row.median(Metric::SystemCalls), None);
        assert_eq!(row.median(Metric::MaxMicros).map(f64::round), Some(20.0));
        let (least, most) = (row.latencies[0].1.round(), row.latencies.last().unwrap().1.round());
        assert_eq!((least, most), (10.0, 20.0));
    }

    #[test]
    fn what_single_rounds_are_too_short_for_all_of_them_tell() {
        let mut tally = Tally::default();
        (0..4).for_each(|_| tally.add(&window(300, 70, 0.0), false));
        let row = tally.row("slow", Role::Other);
        assert_eq!(row.figures[&Metric::P99Micros].rounds.len(), 4);
        assert_eq!(row.figures[&Metric::P999Micros].rounds.len(), 0);
        assert_eq!(row.median(Metric::P999Micros).map(f64::round), Some(70.0));
    }

    #[test]
    fn the_speed_of_long_operations_is_that_of_their_latencies() {
        let mut tally = Tally::default();
        // Three of a quarter of a second ended within the second, and most of a fourth was done.
        tally.add(&window(3, 250_000, 0.0), true);
        tally.add(&window(0, 1, 0.0), true);
        let row = tally.row("bursts", Role::Other);
        assert_eq!(row.figures[&Metric::OpsPerSecond].rounds, [4.0, 0.0]);
    }
}
