//! How two contestants compare, taken within each round: a change of the
//! machine's speed reaches both.

use super::{Figure, Metric, Row};

/// The quotient of two rows' figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ratio {
    /// Of the rounds that are calm for both, or of all if there are none.
    pub(crate) median: f64,
    /// The least of the same rounds.
    pub(crate) low: f64,
    /// The greatest of them.
    pub(crate) high: f64,
}

impl Ratio {
    pub(super) fn between(own: &Row, other: &Row, metric: Metric) -> Option<Self> {
        let (own_figure, other_figure) = (own.figures.get(&metric)?, other.figures.get(&metric)?);
        let rounds = own_figure.rounds.len().min(other_figure.rounds.len());
        let figure = if rounds == 0 {
            Figure::once(own_figure.median / other_figure.median)
        } else {
            let quotients: Vec<_> =
                (0..rounds).map(|round| own_figure.rounds[round] / other_figure.rounds[round]).collect();
            let calm: Vec<_> = (0..rounds).map(|round| own.is_calm(round) && other.is_calm(round)).collect();
            Figure::of_rounds(&quotients, &calm)?
        };
        let Figure { median, low, high, .. } = figure;
        median.is_finite().then_some(Self { median, low, high })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Role;
    use super::*;

    fn row(speeds: &[f64], calm: &[bool]) -> Row {
        let mut row = Row::new("one", Role::Other);
        row.calm = calm.to_vec();
        row.figures.extend(Figure::of_rounds(speeds, calm).map(|figure| (Metric::OpsPerSecond, figure)));
        row
    }

    #[test]
    fn ratios_are_of_the_same_round() {
        // The machine was half as fast in the second round.
        let (one, other) = (row(&[300.0, 150.0], &[]), row(&[100.0, 50.0], &[]));
        let ratio = one.ratio_to(&other, Metric::OpsPerSecond).unwrap();
        assert_eq!((ratio.median, ratio.low, ratio.high), (3.0, 3.0, 3.0));
        assert_eq!(one.ratio_to(&other, Metric::Nanos), None);
    }

    #[test]
    fn only_rounds_that_are_calm_for_both_count() {
        let one = row(&[100.0, 300.0, 200.0], &[false, true, true]);
        let other = row(&[1000.0, 150.0, 1000.0], &[true, true, false]);
        assert_eq!(one.ratio_to(&other, Metric::OpsPerSecond).map(|ratio| ratio.median), Some(2.0));
    }
}
