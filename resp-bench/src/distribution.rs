//! Latencies of many operations: how many took how long.

use hdrhistogram::Histogram;

/// Latencies, each to three digits.
#[derive(Debug, Clone)]
pub(crate) struct Distribution(Histogram<u64>);

/// Nanoseconds that are told apart; what takes longer counts as this.
const LONGEST: u64 = 3_600_000_000_000;
/// Significant digits.
const DIGITS: u8 = 3;

impl Distribution {
    /// Of these many nanoseconds.
    pub(crate) fn of<'nanos>(nanos: impl IntoIterator<Item = &'nanos u64>) -> Self {
        let mut all = Self::default();
        nanos.into_iter().for_each(|nanos| all.record(*nanos, 1));
        all
    }

    /// Adds so many operations of this many nanoseconds each.
    pub(crate) fn record(&mut self, nanos: u64, operations: u64) {
        // It grows as far as it must, so there is no value that is too long.
        let _ = self.0.record_n(nanos.clamp(1, LONGEST), operations);
    }

    /// Takes in what another holds.
    pub(crate) fn merge(&mut self, other: &Self) {
        // As above.
        let _ = self.0.add(&other.0);
    }

    /// Forgets all, and keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.0.reset();
    }

    /// How many there are.
    pub(crate) fn samples(&self) -> u64 {
        self.0.len()
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// So many of one are at most this long, in microseconds; `None` if there
    /// are too few to tell: for 0.99 it takes a hundred.
    pub(crate) fn micros(&self, quantile: f64) -> Option<f64> {
        // What lies beyond the quantile must be one at least, which rounding may not hide.
        let beyond = (1.0 - quantile) * self.samples() as f64 + 1e-6;
        let is_known = self.samples() > 0 && (beyond >= 1.0 || quantile >= 1.0);
        is_known.then(|| self.0.value_at_quantile(quantile) as f64 / 1e3)
    }

    /// Quantiles from 0 to 1 with their microseconds: the whole of it, closer
    /// together towards the end, as far as there are enough to tell.
    pub(crate) fn quantiles(&self) -> Vec<(f64, f64)> {
        let body = (0..9).map(|tenth| f64::from(tenth) / 10.0);
        // 0.9, 0.925, 0.95, 0.975, then the same of the last hundredth, and so on.
        let tail = (1..=6)
            .flat_map(|nines| [1.0, 0.75, 0.5, 0.25].map(|part: f64| 1.0 - part * 10_f64.powi(-nines)));
        let all = body.chain(tail).chain([1.0]);
        all.filter_map(|quantile| Some((quantile, self.micros(quantile)?))).collect()
    }
}

impl Default for Distribution {
    fn default() -> Self {
        let mut histogram = match Histogram::new(DIGITS) {
            Ok(histogram) => histogram,
            Err(error) => unreachable!("{DIGITS} digits are allowed: {error}"),
        };
        histogram.auto(true);
        Self(histogram)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(count: u64) -> Distribution {
        Distribution::of(&(1..=count).map(|micros| micros * 1000).collect::<Vec<_>>())
    }

    #[test]
    fn quantiles_are_in_microseconds() {
        let thousand = to(1000);
        for (quantile, expected) in
            [(0.0, 1.0), (0.5, 500.0), (0.9, 900.0), (0.99, 990.0), (0.999, 999.0), (1.0, 1000.0)]
        {
            assert_eq!(thousand.micros(quantile).map(f64::round), Some(expected), "{quantile}");
        }
    }

    #[test]
    fn what_few_samples_cannot_tell_is_left_out() {
        assert!(to(999).micros(0.99).is_some() && to(999).micros(0.999).is_none());
        assert!(to(99).micros(0.99).is_none() && to(10).micros(0.9).is_some());
        assert_eq!((to(0).micros(0.5), to(0).quantiles()), (None, Vec::new()));
        assert_eq!(to(3).quantiles().last().map(|(quantile, _)| *quantile), Some(1.0));
    }

    #[test]
    fn the_whole_ascends_to_its_greatest() {
        let quantiles = to(1_000_000).quantiles();
        assert_eq!(quantiles.len(), 31);
        assert!(quantiles.is_sorted_by(|one, next| one.0 < next.0 && one.1 <= next.1), "{quantiles:?}");
        let (last, slowest) = quantiles[30];
        assert!(last == 1.0 && (slowest / 1e6 - 1.0).abs() < 0.001, "{slowest}");
    }

    #[test]
    fn merged_ones_hold_both() {
        let mut both = Distribution::default();
        both.merge(&Distribution::of(&[1000; 900]));
        both.merge(&Distribution::of(&[50_000_000; 100]));
        assert_eq!(both.samples(), 1000);
        assert_eq!(both.micros(0.5).map(f64::round), Some(1.0));
        assert_eq!(both.micros(0.95).map(|micros| (micros / 1e3).round()), Some(50.0));
        assert_eq!(
            Distribution::of(&[u64::MAX]).micros(1.0).map(|micros| (micros / 1e6).round()),
            Some(3601.0)
        );
    }
}
