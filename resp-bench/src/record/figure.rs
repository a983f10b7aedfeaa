//! One figure: the median of several rounds, and how far they lie apart.

use super::layout;
use serde::{Deserialize, Serialize};

/// A measured value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Figure {
    /// Of the rounds that others did not disturb, or of all if there are none.
    #[serde(serialize_with = "layout::value")]
    pub(crate) median: f64,
    /// The least of the same rounds.
    #[serde(serialize_with = "layout::value")]
    pub(crate) low: f64,
    /// The greatest of them.
    #[serde(serialize_with = "layout::value")]
    pub(crate) high: f64,
    /// Every round, in order, the disturbed ones too; empty if there was but one.
    #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "layout::values")]
    pub(crate) rounds: Vec<f64>,
}

impl Figure {
    /// A value that was measured once, or is known.
    pub(crate) const fn once(value: f64) -> Self {
        Self { median: value, low: value, high: value, rounds: Vec::new() }
    }

    /// From the rounds, and whether each was calm; `None` without a round.
    /// An empty `calm` means that it is not known.
    pub(crate) fn of_rounds(rounds: &[f64], calm: &[bool]) -> Option<Self> {
        let is_calm = |round: &usize| calm.get(*round).copied().unwrap_or(true);
        let undisturbed: Vec<_> = (0..rounds.len()).filter(is_calm).map(|round| rounds[round]).collect();
        let used = if undisturbed.is_empty() { rounds } else { &undisturbed };
        (!used.is_empty()).then(|| Self {
            median: median(used),
            low: used.iter().copied().fold(f64::INFINITY, f64::min),
            high: used.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            rounds: if rounds.len() > 1 { rounds.to_vec() } else { Vec::new() },
        })
    }
}

/// The middle value, or the mean of the two in the middle; not a number if there is none.
pub(crate) fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    match (sorted.get(sorted.len() / 2), sorted.len().is_multiple_of(2)) {
        (None, _) => f64::NAN,
        (Some(upper), true) => (sorted[sorted.len() / 2 - 1] + upper) / 2.0,
        (Some(middle), false) => *middle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn disturbed_rounds_count_only_if_all_are() {
        let figure = Figure::of_rounds(&[100.0, 300.0, 200.0], &[false, true, true]).unwrap();
        assert_eq!((figure.median, figure.low, figure.high), (250.0, 200.0, 300.0));
        assert_eq!(figure.rounds, [100.0, 300.0, 200.0]);
        let busy = Figure::of_rounds(&[100.0, 300.0, 200.0], &[false; 3]).unwrap();
        assert_eq!((busy.median, busy.low), (200.0, 100.0));
        assert_eq!(Figure::of_rounds(&[], &[]), None);
        assert_eq!(Figure::of_rounds(&[7.0], &[]), Some(Figure::once(7.0)));
    }
}
