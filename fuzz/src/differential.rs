//! The decoder against one that is as plain as the specification.

use resp_core::Decoder;

use crate::feeding;
use crate::oracle::{self, Bounds};

/// Less depth than by default, as the oracle recurses.
pub(crate) const BOUNDS: Bounds = Bounds { depth: 128, ..oracle::DEFAULT };

/// Decodes a stream by the decoder and by the oracle: the same values, and the
/// same end at the same place.
///
/// # Panics
/// They disagree.
pub(crate) fn against_the_oracle(input: &[u8]) {
    let expected = oracle::decode(BOUNDS, input);
    let mut decoder = Decoder::with_limits(BOUNDS.limits());
    let found = feeding::decode(&mut decoder, input, &[input.len()]);
    assert_eq!(found, expected, "another answer than the oracle's");
}
