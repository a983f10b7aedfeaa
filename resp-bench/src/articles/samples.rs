//! What every turn took, round by round.

use super::contestant::Turn;
use super::work::{BATCH_LEN, Timing};
use crate::record::{Figure, Metric};
use std::collections::HashMap;

/// All rounds of each turn.
#[derive(Debug, Default)]
pub(super) struct Samples(HashMap<Turn, Rounds>);

/// Of each round the seconds of an operation, and whether others left the machine alone.
#[derive(Debug, Default)]
struct Rounds {
    seconds: Vec<f64>,
    calm: Vec<bool>,
}

impl Samples {
    pub(super) fn add(&mut self, turn: Turn, timing: Timing, is_calm: bool) {
        let Rounds { seconds, calm } = self.0.entry(turn).or_default();
        seconds.push(timing.seconds_each());
        calm.push(is_calm);
    }

    /// For each round, whether others left the machine alone.
    pub(super) fn calm(&self, turn: Turn) -> Vec<bool> {
        self.0.get(&turn).map_or_else(Vec::new, |rounds| rounds.calm.clone())
    }

    /// How many rounds of all turns were disturbed, and how many there were.
    pub(super) fn disturbed(&self) -> (usize, usize) {
        let all = || self.0.values().flat_map(|rounds| &rounds.calm);
        (all().filter(|calm| !**calm).count(), all().count())
    }

    /// Operations a second, or else milliseconds of a batch.
    pub(super) fn figure(&self, turn: Turn, metric: Metric) -> Option<Figure> {
        let value = |seconds: &f64| match metric {
            Metric::OpsPerSecond => 1.0 / seconds,
            _ => seconds * BATCH_LEN as f64 * 1e3,
        };
        let Rounds { seconds, calm } = self.0.get(&turn)?;
        Figure::of_rounds(&seconds.iter().map(value).collect::<Vec<_>>(), calm)
    }

    /// How many times as fast one turn is as another, each round by itself.
    pub(super) fn times(&self, turn: Turn, base: Turn) -> Option<Figure> {
        let (own, base) = (self.0.get(&turn)?, self.0.get(&base)?);
        let times: Vec<_> = own.seconds.iter().zip(&base.seconds).map(|(own, base)| base / own).collect();
        let calm: Vec<_> = own.calm.iter().zip(&base.calm).map(|(own, base)| *own && *base).collect();
        Figure::of_rounds(&times, &calm)
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
            samples.add(slow, Timing { seconds: 0.1 * factor, operations: 1000.0 }, true);
            samples.add(fast, Timing { seconds: 0.02 * factor, operations: 2000.0 }, true);
        }
        // A disturbed round changes nothing.
        samples.add(slow, Timing { seconds: 9.0, operations: 1000.0 }, true);
        samples.add(fast, Timing { seconds: 0.01, operations: 2000.0 }, false);
        samples.0.get_mut(&slow).unwrap().calm[3] = false;
        assert_eq!(samples.disturbed(), (2, 8));
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
