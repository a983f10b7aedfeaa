//! How often durations of each length were seen.

use core::fmt;
use core::time::Duration;

/// How often durations of each length were seen, in buckets a quarter as wide
/// as their length: from 256 ns to 68 s, 108 of them, in less than 900 bytes.
///
/// Recording is a few instructions and allocates nothing.
///
/// ```
/// use std::time::Duration;
/// use resp_net::Histogram;
///
/// let mut latency = Histogram::new();
/// for micros in 1..=1000 {
///     latency.record(micros * 1000);
/// }
/// assert_eq!(latency.count(), 1000);
/// assert_eq!(latency.max(), Duration::from_millis(1));
/// let median = latency.quantile(0.5);
/// assert!(median >= Duration::from_micros(500) && median <= Duration::from_micros(625));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Histogram {
    /// How many durations fell into each bucket; see [`index`].
    buckets: [u64; BUCKETS],
    sum: u64,
    max: u64,
}

/// Durations are counted in units of 256 ns, as powers of two.
const UNIT_BITS: u32 = 8;
/// Each power of two is cut into four.
const CUT_BITS: u32 = 2;
/// The longest duration told apart is 2^36 ns, or 68 s.
const LONGEST_BITS: u32 = 36;
const BUCKETS: usize = ((LONGEST_BITS - UNIT_BITS - CUT_BITS + 1) << CUT_BITS) as usize;

/// The bucket of a duration. An upper bound belongs to its bucket, as `le` of
/// Prometheus wants it: hence less one.
#[inline]
const fn index(nanos: u64) -> usize {
    let units = nanos.saturating_sub(1) >> UNIT_BITS;
    // Below four units the buckets are a unit wide, which is what a power of
    // two cut into four comes to at its smallest.
    let octave = (units | (1 << CUT_BITS)).ilog2() - CUT_BITS;
    let index = ((octave as u64) << CUT_BITS) + (units >> octave);
    #[expect(clippy::cast_possible_truncation, reason = "at most 55 * 4 + 7")]
    let index = index as usize;
    if index < BUCKETS { index } else { BUCKETS - 1 }
}

/// The longest duration in a bucket, but for the last, which holds all that is longer as well.
const fn upper_bound(index: usize) -> u64 {
    let octave = (index as u64 >> CUT_BITS).saturating_sub(1);
    let within = index as u64 - (octave << CUT_BITS);
    (within + 1) << (octave + UNIT_BITS as u64)
}

impl Histogram {
    /// Nothing seen yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { buckets: [0; BUCKETS], sum: 0, max: 0 }
    }

    /// Counts a duration in nanoseconds.
    #[inline]
    pub const fn record(&mut self, nanos: u64) {
        self.buckets[index(nanos)] += 1;
        self.sum = self.sum.saturating_add(nanos);
        if nanos > self.max {
            self.max = nanos;
        }
    }

    /// Adds what another one has seen.
    pub fn merge(&mut self, other: &Self) {
        for (ours, theirs) in self.buckets.iter_mut().zip(other.buckets) {
            *ours += theirs;
        }
        self.sum = self.sum.saturating_add(other.sum);
        self.max = self.max.max(other.max);
    }

    /// How many durations were seen.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.buckets.iter().sum()
    }

    /// All durations together, exactly up to 584 years.
    #[must_use]
    pub const fn sum(&self) -> Duration {
        Duration::from_nanos(self.sum)
    }

    /// The longest duration, exactly; zero if there is none.
    #[must_use]
    pub const fn max(&self) -> Duration {
        Duration::from_nanos(self.max)
    }

    /// The duration that the share `q` of all does not exceed: 0.5 for the
    /// median, 0.99 for the slowest one in a hundred. Zero if there is none; a
    /// `q` outside of 0 to 1 is taken for the nearer of the two.
    ///
    /// It is never below the exact value and, up to 68 s, above it by at most a
    /// quarter or 256 ns, whichever is more. Beyond, it is [`max`](Self::max).
    #[must_use]
    pub fn quantile(&self, q: f64) -> Duration {
        let count = self.count();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "it is within 0 and count"
        )]
        let below = (q.clamp(0.0, 1.0) * count as f64) as u64;
        // The duration of this rank, from one, and all before it are `below`.
        let exact = below as f64 >= q * count as f64;
        let rank = if exact { below.max(1) } else { below + 1 };
        let mut seen = 0;
        for (index, in_bucket) in self.buckets.iter().enumerate() {
            seen += in_bucket;
            if seen >= rank && index < BUCKETS - 1 {
                return Duration::from_nanos(upper_bound(index).min(self.max));
            }
        }
        self.max()
    }

    /// How many durations are at most each power of two from 1024 ns up, as
    /// pairs of bound and count; the last bound is 34 s.
    pub(super) fn cumulative(&self) -> impl Iterator<Item = (Duration, u64)> {
        let mut seen = 0;
        self.buckets.chunks_exact(1 << CUT_BITS).take(BUCKETS / 4 - 1).enumerate().map(
            move |(octave, cut)| {
                seen += cut.iter().sum::<u64>();
                (Duration::from_nanos(upper_bound((octave << CUT_BITS) + 3)), seen)
            },
        )
    }
}

impl Default for Histogram {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Histogram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Histogram")
            .field("count", &self.count())
            .field("p50", &self.quantile(0.5))
            .field("p99", &self.quantile(0.99))
            .field("max", &self.max())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn every_duration_falls_below_the_bound_of_its_bucket_and_above_the_last() {
        let mut edges: Vec<u64> =
            (0..64).flat_map(|bit| (0..8).map(move |cut| (1 << bit) / 8 * cut)).collect();
        edges.extend((0..64).map(|bit| 1 << bit));
        edges.push(u64::MAX);
        for nanos in edges.into_iter().flat_map(|edge| [edge.saturating_sub(1), edge, edge.saturating_add(1)])
        {
            let bucket = index(nanos);
            assert!(nanos <= upper_bound(bucket) || bucket == BUCKETS - 1, "{nanos}");
            assert!(bucket == 0 || nanos > upper_bound(bucket - 1), "{nanos}");
        }
        assert_eq!(upper_bound(BUCKETS - 1), 1 << LONGEST_BITS);
        assert!(size_of::<Histogram>() < 900);
    }

    #[test]
    fn a_quantile_is_at_most_a_quarter_above_the_exact_one() {
        let mut histogram = Histogram::new();
        assert_eq!(
            (histogram.quantile(0.5), histogram.max(), histogram.count()),
            (Duration::ZERO, Duration::ZERO, 0)
        );
        let mut all: Vec<u64> = Vec::new();
        let mut nanos = 3_u64;
        for _ in 0..2000 {
            nanos = nanos * 48_271 % 0x7fff_ffff;
            // Of all lengths up to two seconds.
            let length = nanos >> (nanos % 20);
            all.push(length);
            histogram.record(length);
        }
        all.sort_unstable();
        for (q, rank) in
            [(0.0, 1), (0.0005, 1), (0.25, 500), (0.5, 1000), (0.999, 1998), (1.0, 2000), (7.0, 2000)]
        {
            let (exact, found) = (all[rank - 1], histogram.quantile(q).as_nanos());
            assert!(found >= u128::from(exact), "{q}: {found} for {exact}");
            assert!(found <= u128::from(exact + (exact / 4).max(256)), "{q}: {found} for {exact}");
        }
        assert_eq!(histogram.max().as_nanos(), u128::from(all[1999]));
        assert_eq!(histogram.sum().as_nanos(), u128::from(all.iter().sum::<u64>()));
        let half = histogram.clone();
        histogram.merge(&half);
        assert_eq!((histogram.count(), histogram.quantile(0.5)), (4000, half.quantile(0.5)));
        histogram.record(u64::MAX);
        assert_eq!(histogram.quantile(1.0), Duration::from_nanos(u64::MAX));
        assert_eq!(histogram.sum(), Duration::from_nanos(u64::MAX));
    }
}
