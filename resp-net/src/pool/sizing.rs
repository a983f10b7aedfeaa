//! How large a pool ought to be.

use core::fmt;

/// How many connections a load asks for, and whether it asks for a pool at all.
///
/// Three rules, of which the first matters most:
///
/// * Commands that neither block nor leave state behind are best sent over one
///   shared [`Client`], whatever their number: it pipelines by itself what a
///   pool sends one at a time.
/// * No more connections are in use than there are callers at once: 1.1 to 1.2
///   times their peak leaves room for those being replaced.
/// * At rest, 10 connections for each 1,000 requests per second, and 20 at the
///   most. That holds for requests that take 10 to 20 milliseconds; divide the
///   rate by what the requests take less.
///
/// ```
/// use resp_net::Sizing;
///
/// let sizing = Sizing::suggest(2_000, 50);
/// assert!(sizing.prefers_shared());
/// assert!(sizing.to_string().starts_with("one shared Client"));
///
/// // Callers hold a connection: they block, or watch keys.
/// let sizing = Sizing::suggest(2_000, 50).exclusive();
/// assert_eq!((sizing.min_size(), sizing.max_size()), (20, 60));
/// assert_eq!(
///     sizing.to_string(),
///     "a pool of 20 to 60 connections: 20 to 40 for 2000 requests per second, 55 to 60 for 50 callers at once"
/// );
/// ```
///
#[cfg_attr(feature = "tokio", doc = "[`Client`]: crate::Client")]
#[cfg_attr(not(feature = "tokio"), doc = "[`Client`]: crate::blocking::Client")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizing {
    requests_per_second: u32,
    peak_concurrency: u32,
    exclusive: bool,
}

impl Sizing {
    /// For so many requests per second, of so many callers at the same time at
    /// the peak. Zero callers stand for "not known".
    #[must_use]
    pub const fn suggest(requests_per_second: u32, peak_concurrency: u32) -> Self {
        Self { requests_per_second, peak_concurrency, exclusive: false }
    }

    /// Each caller needs a connection alone, for commands that block or leave
    /// state behind.
    #[must_use]
    pub const fn exclusive(mut self) -> Self {
        self.exclusive = true;
        self
    }

    /// Whether one shared connection serves this load better than a pool of any
    /// size: unless callers need it [exclusively](Self::exclusive).
    #[must_use]
    pub const fn prefers_shared(&self) -> bool {
        !self.exclusive
    }

    /// The connections that a pool keeps at rest, at least one.
    #[must_use]
    pub fn min_size(&self) -> usize {
        self.by_rate().0.clamp(1, self.max_size())
    }

    /// The connections that a pool has at the most, at least one: what the
    /// callers can use at once or, if their number is not known, what the
    /// rate asks for.
    #[must_use]
    pub fn max_size(&self) -> usize {
        let of = if self.peak_concurrency == 0 { self.by_rate() } else { self.by_concurrency() };
        of.1.max(1)
    }

    /// 10 to 20 for each 1,000 requests per second.
    const fn by_rate(&self) -> (usize, usize) {
        let rate = self.requests_per_second as usize;
        (rate.div_ceil(100), rate.div_ceil(50))
    }

    /// 1.1 to 1.2 times the peak.
    const fn by_concurrency(&self) -> (usize, usize) {
        let peak = self.peak_concurrency as usize;
        (peak.saturating_add(peak.div_ceil(10)), peak.saturating_add(peak.div_ceil(5)))
    }
}

impl fmt::Display for Sizing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.prefers_shared() {
            f.write_str("one shared Client, which pipelines by itself; if commands block or watch, ")?;
        }
        write!(f, "a pool of {} to {} connections: ", self.min_size(), self.max_size())?;
        let (low, high) = self.by_rate();
        write!(f, "{low} to {high} for {} requests per second", self.requests_per_second)?;
        if self.peak_concurrency > 0 {
            let (low, high) = self.by_concurrency();
            write!(f, ", {low} to {high} for {} callers at once", self.peak_concurrency)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn the_rules_in_numbers() {
        for (rate, peak, min, max) in [
            (0, 0, 1, 1),
            (1, 0, 1, 1),
            (1_000, 0, 10, 20),
            (1_000, 100, 10, 120),
            // More than the callers could use at once.
            (100_000, 20, 24, 24),
            (0, 7, 1, 9),
            (u32::MAX, u32::MAX, 42_949_673, 5_153_960_754),
        ] {
            let sizing = Sizing::suggest(rate, peak);
            assert_eq!((sizing.min_size(), sizing.max_size()), (min, max), "{rate}, {peak}");
            assert!(sizing.prefers_shared() && !sizing.exclusive().prefers_shared());
        }
        assert_eq!(
            Sizing::suggest(500, 0).to_string(),
            "one shared Client, which pipelines by itself; if commands block or watch, \
             a pool of 5 to 10 connections: 5 to 10 for 500 requests per second"
        );
    }
}
