//! When requests arrive, decided before anything is sent.

use crate::random::Random;
use clap::ValueEnum;
use core::time::Duration;

/// How arrivals lie in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Spacing {
    /// at random, as from many users who know nothing of each other
    Poisson,
    /// all the same time apart
    Even,
}

impl Spacing {
    /// As the report names it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Poisson => "Poisson",
            Self::Even => "evenly spaced",
        }
    }

    /// The times of `rate` arrivals a second, ascending from the beginning of
    /// a window: first those of the warm-up, then those that are measured. Of
    /// both there are exactly as many as the rate has in their time; where the
    /// spacing is random, that alone is not.
    pub(super) fn times(self, rate: u32, warm_up: Duration, timed: Duration, seed: u64) -> Vec<Duration> {
        let mut random = Random::new(seed);
        let mut times = Vec::new();
        self.spread(rate, Duration::ZERO, warm_up, &mut random, &mut times);
        self.spread(rate, warm_up, timed, &mut random, &mut times);
        times
    }

    fn spread(
        self,
        rate: u32,
        from: Duration,
        length: Duration,
        random: &mut Random,
        times: &mut Vec<Duration>,
    ) {
        let whole = (f64::from(rate) * length.as_secs_f64()).round();
        // Arrivals at random in a time, given how many: gaps of an exponential
        // distribution, scaled to fill it.
        let gaps: Vec<f64> = (0_u32..)
            .take_while(|index| f64::from(*index) <= whole)
            .map(|_| if self == Self::Even { 1.0 } else { -random.part().ln() })
            .collect();
        let scale = length.as_secs_f64() / gaps.iter().sum::<f64>();
        let mut at = 0.0;
        // The last gap lies behind the last arrival.
        times.extend(gaps.iter().take(gaps.len() - 1).map(|gap| {
            at += gap * scale;
            from + Duration::from_secs_f64(at)
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn gaps(times: &[Duration]) -> Vec<f64> {
        times.windows(2).map(|pair| (pair[1] - pair[0]).as_secs_f64() * 1e6).collect()
    }

    #[test]
    fn there_are_as_many_as_the_rate_says_in_each_part() {
        for spacing in [Spacing::Poisson, Spacing::Even] {
            let times = spacing.times(1000, SECOND / 4, SECOND, 7);
            assert_eq!(times.iter().filter(|time| **time < SECOND / 4).count(), 250);
            assert_eq!(times.len(), 1250);
            assert!(times.is_sorted() && *times.last().unwrap() < SECOND * 5 / 4);
        }
    }

    #[test]
    fn even_ones_are_the_same_time_apart() {
        let times = Spacing::Even.times(999, Duration::ZERO, SECOND, 7);
        assert!(gaps(&times).iter().all(|gap| (gap - 1000.0).abs() < 1.0), "{:?}", gaps(&times));
    }

    #[test]
    fn random_ones_have_the_gaps_of_a_poisson_process() {
        let times = Spacing::Poisson.times(20_000, Duration::ZERO, SECOND, 7);
        let gaps = gaps(&times);
        let longer =
            |micros: f64| gaps.iter().filter(|gap| **gap > micros).count() as f64 / gaps.len() as f64;
        // Of gaps with a mean of 50 µs, exp(-t / 50 µs) are longer than t.
        for (micros, expected) in [(50.0, 0.368), (100.0, 0.135), (150.0, 0.050)] {
            assert!((longer(micros) - expected).abs() < 0.02, "{micros} µs: {}", longer(micros));
        }
        assert_eq!(times, Spacing::Poisson.times(20_000, Duration::ZERO, SECOND, 7));
        assert_ne!(times, Spacing::Poisson.times(20_000, Duration::ZERO, SECOND, 8));
    }

    #[test]
    fn a_rate_may_have_no_arrival_in_a_short_time() {
        assert!(Spacing::Poisson.times(1, Duration::ZERO, SECOND / 10, 7).is_empty());
    }
}
