//! What a run counts.

use crate::distribution::Distribution;

/// The counts of one thread, or of several.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Times from request to reply.
    pub(super) latencies: Distribution,
    /// Replies that are errors.
    pub(super) errors: u64,
    /// The first of them that was seen.
    pub(super) first_error: Option<String>,
    /// Bytes of all requests.
    pub(super) sent_bytes: u64,
    /// Bytes of all replies.
    pub(super) received_bytes: u64,
}

impl Tally {
    /// Moves all that `other` has counted into this one.
    pub(super) fn absorb(&mut self, other: &mut Self) {
        self.latencies.merge(&other.latencies);
        other.latencies.clear();
        self.errors += core::mem::take(&mut other.errors);
        let error = other.first_error.take();
        self.first_error = self.first_error.take().or(error);
        self.sent_bytes += core::mem::take(&mut other.sent_bytes);
        self.received_bytes += core::mem::take(&mut other.received_bytes);
    }

    /// Requests that were answered.
    pub(super) fn requests(&self) -> u64 {
        self.latencies.samples()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_move() {
        let (mut all, mut one) = (Tally::default(), Tally::default());
        for round in 1..=2 {
            one.latencies.record(50_000, 100);
            one.errors += 1;
            one.first_error = Some(format!("ERR {round}"));
            one.sent_bytes += 10;
            all.absorb(&mut one);
            assert_eq!((one.requests(), one.sent_bytes), (0, 0));
        }
        assert_eq!((all.requests(), all.errors, all.sent_bytes), (200, 2, 20));
        assert_eq!(all.first_error.as_deref(), Some("ERR 1"));
        assert_eq!(all.latencies.micros(0.99).map(f64::round), Some(50.0));
    }
}
