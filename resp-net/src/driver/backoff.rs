//! When to try again to connect: at once, and then ever more seldom, each
//! client at a time of its own.

use core::time::Duration;

/// The pauses before attempts to connect: none, and then a random time up to
/// a bound that doubles from `first` to `max` ("full jitter"). So thousands of
/// clients whose server restarts do not come back in step.
#[derive(Clone, Debug)]
pub(crate) struct Backoff {
    first: Duration,
    max: Duration,
    /// The bound of the next pause.
    bound: Duration,
    random: SplitMix64,
}

impl Backoff {
    /// Clients of different seeds pause for different times.
    pub(crate) const fn new(first: Duration, max: Duration, seed: u64) -> Self {
        Self { first, max, bound: Duration::ZERO, random: SplitMix64(seed) }
    }

    /// How long to wait before the next attempt.
    pub(crate) fn next_pause(&mut self) -> Duration {
        let bound = self.bound;
        self.bound = if bound.is_zero() { self.first } else { bound.saturating_mul(2) }.min(self.max);
        self.random.up_to(bound)
    }

    /// Begins anew. That a socket connected is no reason to: a server that
    /// refuses every handshake must not be asked again and again at once.
    pub(crate) const fn reset(&mut self) {
        self.bound = Duration::ZERO;
    }
}

/// A seed that no other client has.
#[cfg(feature = "std")]
pub(crate) fn seed() -> u64 {
    use core::hash::BuildHasher;
    // Its keys are the system's random numbers, counted on with every call.
    std::hash::RandomState::new().hash_one(0_u8)
}

/// Random enough to spread load, from any seed, in three steps.
#[derive(Clone, Debug)]
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A time from zero to `bound`, both included.
    fn up_to(&mut self, bound: Duration) -> Duration {
        let nanos = u64::try_from(bound.as_nanos()).unwrap_or(u64::MAX);
        let scaled = (u128::from(self.next()) * (u128::from(nanos) + 1)) >> u64::BITS;
        Duration::from_nanos(u64::try_from(scaled).unwrap_or(nanos))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    const FIRST: Duration = Duration::from_millis(10);
    const MAX: Duration = Duration::from_secs(2);

    #[test]
    fn the_first_attempt_is_at_once_and_the_bounds_double() {
        // The longest pause of many clients is close to the bound and never above it.
        let bounds = [0, 10, 20, 40, 80, 160, 320, 640, 1280, 2000, 2000, 2000].map(Duration::from_millis);
        let mut clients: Vec<_> = (0..2_000).map(|seed| Backoff::new(FIRST, MAX, seed)).collect();
        for bound in bounds {
            let pauses: Vec<_> = clients.iter_mut().map(Backoff::next_pause).collect();
            let longest = pauses.iter().max().copied().unwrap_or_default();
            assert!(longest <= bound && longest >= bound.mul_f64(0.99), "{longest:?} of {bound:?}");
            let mean = pauses.iter().sum::<Duration>() / 2_000;
            assert!(mean >= bound.mul_f64(0.47) && mean <= bound.mul_f64(0.53), "{mean:?} of {bound:?}");
        }
    }

    #[test]
    fn only_reset_begins_anew() {
        let mut backoff = Backoff::new(FIRST, MAX, 7);
        for _ in 0..100 {
            backoff.next_pause();
        }
        assert_eq!(backoff.bound, MAX);
        backoff.reset();
        assert_eq!(backoff.next_pause(), Duration::ZERO);
        assert!(backoff.next_pause() <= FIRST);
    }

    #[test]
    fn the_largest_settings_do_not_overflow() {
        let mut backoff = Backoff::new(Duration::MAX, Duration::MAX, 7);
        for _ in 0..3 {
            backoff.next_pause();
        }
        let mut backoff = Backoff::new(Duration::ZERO, Duration::ZERO, 7);
        assert_eq!([backoff.next_pause(), backoff.next_pause()], [Duration::ZERO; 2]);
    }

    #[test]
    fn seeds_differ() {
        assert_ne!(seed(), seed());
    }
}
