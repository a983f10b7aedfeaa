//! What every turn took, round by round.

use super::contestant::Turn;
use super::work::{BATCH_LEN, Timing};
use crate::record::{Figure, Metric};
use std::collections::HashMap;

/// Seconds of an operation, for each turn and round.
#[derive(Debug, Default)]
pub(super) struct Samples(HashMap<Turn, Vec<f64>>);

impl Samples {
    pub(super) fn add(&mut self, turn: Turn, timing: Timing) {
        self.0.entry(turn).or_default().push(timing.seconds_each());
    }

    fn rounds(&self, turn: Turn) -> &[f64] {
        self.0.get(&turn).map_or(&[], Vec::as_slice)
    }

    /// Operations a second, or else milliseconds of a batch.
    pub(super) fn figure(&self, turn: Turn, metric: Metric) -> Option<Figure> {
        let value = |seconds: &f64| match metric {
            Metric::OpsPerSecond => 1.0 / seconds,
            _ => seconds * BATCH_LEN as f64 * 1e3,
        };
        Figure::of_rounds(&self.rounds(turn).iter().map(value).collect::<Vec<_>>(), &[])
    }

    /// How many times as fast one turn is as another, each round by itself.
    pub(super) fn times(&self, turn: Turn, base: Turn) -> Option<Figure> {
        let rounds = self.rounds(turn).iter().zip(self.rounds(base));
        Figure::of_rounds(&rounds.map(|(own, base)| base / own).collect::<Vec<_>>(), &[])
    }
}

#[cfg(test)]
mod tests {
    use super::super::contestant::{SYNC, Who};
    use super::super::work::{Command, Way};
    use super::*;

    #[test]
    fn figures_are_of_rounds_and_ratios_of_the_same_round() {
        let (slow, fast) =
            (SYNC.does(Command::Get, Way::OneByOne), Who::Ours.does(Command::Get, Way::Multiplexed));
        let mut samples = Samples::default();
        for factor in [1.0, 3.0, 2.0] {
            samples.add(slow, Timing { seconds: 0.1 * factor, operations: 1000.0 });
            samples.add(fast, Timing { seconds: 0.02 * factor, operations: 2000.0 });
        }
        let near = |figure: Option<Figure>, expected: f64| {
            let median = figure.unwrap().median;
            assert!((median / expected - 1.0).abs() < 1e-9, "{median} is not {expected}");
        };
        near(samples.figure(slow, Metric::OpsPerSecond), 5000.0);
        near(samples.figure(slow, Metric::Millis), 200.0);
        near(samples.times(fast, slow), 10.0);
        assert_eq!(samples.figure(Who::OursBlocking.does(Command::Get, Way::OneByOne), Metric::Millis), None);
    }
}
