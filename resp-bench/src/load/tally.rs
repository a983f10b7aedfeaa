//! What a run counts.

use hdrhistogram::Histogram;

/// The counts of one thread, or of several.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    /// Nanoseconds from request to reply.
    pub(super) latencies: Histogram<u64>,
    /// Replies that are errors.
    pub(super) errors: u64,
    /// The first of them that was seen.
    pub(super) first_error: Option<String>,
    /// Bytes of all requests.
    pub(super) sent_bytes: u64,
    /// Bytes of all replies.
    pub(super) received_bytes: u64,
}

/// Three digits of precision from 10 µs on; what takes longer than an hour
/// counts as an hour.
pub(super) fn histogram() -> Histogram<u64> {
    #[allow(clippy::unwrap_used, reason = "the bounds are constants that it takes")]
    Histogram::new_with_bounds(10, 3_600_000_000_000, 3).unwrap()
}

impl Tally {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { latencies: histogram(), errors: 0, first_error: None, sent_bytes: 0, received_bytes: 0 }
    }

    /// Moves all that `other` has counted into this one. Takes no memory.
    pub(super) fn absorb(&mut self, other: &mut Self) {
        // Both have the same bounds, so it cannot fail.
        let _ = self.latencies.add(&other.latencies);
        other.latencies.reset();
        self.errors += core::mem::take(&mut other.errors);
        let error = other.first_error.take();
        self.first_error = self.first_error.take().or(error);
        self.sent_bytes += core::mem::take(&mut other.sent_bytes);
        self.received_bytes += core::mem::take(&mut other.received_bytes);
    }

    /// Requests that were answered.
    pub(super) fn requests(&self) -> u64 {
        self.latencies.len()
    }

    /// A latency in microseconds; `None` without any.
    pub(super) fn micros(&self, quantile: f64) -> Option<f64> {
        micros(&self.latencies, quantile)
    }
}

/// A quantile in microseconds; `None` without any value.
pub(super) fn micros(nanos: &Histogram<u64>, quantile: f64) -> Option<f64> {
    (!nanos.is_empty()).then(|| nanos.value_at_quantile(quantile) as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_move() {
        let (mut all, mut one) = (Tally::new(), Tally::new());
        for round in 1..=2 {
            one.latencies.record_n(50_000, 100).unwrap();
            one.errors += 1;
            one.first_error = Some(format!("ERR {round}"));
            one.sent_bytes += 10;
            all.absorb(&mut one);
            assert_eq!((one.requests(), one.sent_bytes), (0, 0));
        }
        assert_eq!((all.requests(), all.errors, all.sent_bytes), (200, 2, 20));
        assert_eq!(all.first_error.as_deref(), Some("ERR 1"));
        assert_eq!(all.micros(0.99).map(f64::round), Some(50.0));
    }
}
