//! Numbers that look random, not for secrets.

use core::hash::BuildHasher;

/// One that no other run has: the system's randomness, which seeds the standard
/// library's hashes.
pub(crate) fn seed() -> u64 {
    std::hash::RandomState::new().hash_one(0)
}

/// SplitMix64: the same numbers for the same seed.
#[derive(Debug, Default)]
pub(crate) struct Random(u64);

impl Random {
    /// Each seed has numbers of its own.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number less than this one, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap_or_default()
    }

    /// A number of this range, both ends within.
    pub(crate) fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// A number above 0 and up to 1.
    pub(crate) fn part(&mut self) -> f64 {
        const BITS: u32 = 53;
        ((self.next() >> (u64::BITS - BITS)) + 1) as f64 / (1_u64 << BITS) as f64
    }
}
