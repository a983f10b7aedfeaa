//! When requests are due at a fixed rate, whatever the server does, and how far
//! behind that the generator itself is. Times are nanoseconds of the run's clock.

use crate::distribution::Distribution;
use core::time::Duration;

/// The schedule of one thread: request number n is due at `first + n * interval`.
#[derive(Debug)]
pub(super) struct Pace {
    /// In picoseconds, as a nanosecond is much where thousands of requests follow each other.
    interval: u64,
    first: u64,
    sent: u64,
    /// Since when a connection has had room for a request, without a break.
    room_since: u64,
    /// How long requests waited although there was room.
    late: Distribution,
}

impl Pace {
    /// Of this many requests a second.
    pub(super) fn new(per_second: f64, first: u64) -> Self {
        // The nanoseconds of a thousand are the picoseconds of one.
        let thousand = Duration::from_secs_f64(1000.0 / per_second);
        let interval = u64::try_from(thousand.as_nanos()).unwrap_or(u64::MAX).max(1);
        Self { interval, first, sent: 0, room_since: first, late: Distribution::default() }
    }

    /// When the next request is due.
    pub(super) fn next(&self) -> u64 {
        self.time_of(self.sent)
    }

    /// How many are due and not sent.
    pub(super) fn due(&self, now: u64) -> u64 {
        if now < self.first {
            return 0;
        }
        let all = u128::from(now - self.first) * 1000 / u128::from(self.interval) + 1;
        u64::try_from(all).unwrap_or(u64::MAX).saturating_sub(self.sent)
    }

    /// Sends one: the time at which it was due.
    pub(super) fn send(&mut self, now: u64) -> u64 {
        let due = self.next();
        self.late.record(now.saturating_sub(due.max(self.room_since)), 1);
        self.sent += 1;
        due
    }

    /// There is room again where there was none.
    pub(super) const fn has_room(&mut self, now: u64) {
        self.room_since = now;
    }

    /// How late the generator was.
    pub(super) const fn late(&self) -> &Distribution {
        &self.late
    }

    fn time_of(&self, request: u64) -> u64 {
        let since = u128::from(request) * u128::from(self.interval) / 1000;
        self.first.saturating_add(u64::try_from(since).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: u64 = 1_000_000;

    fn latest_ms(pace: &Pace) -> f64 {
        (pace.late().micros(1.0).unwrap() / 100.0).round() / 10.0
    }

    #[test]
    fn requests_are_due_at_equal_distances() {
        let mut pace = Pace::new(1000.0, 5 * MS);
        assert_eq!((pace.due(0), pace.due(5 * MS), pace.next()), (0, 1, 5 * MS));
        assert_eq!((pace.due(5 * MS + MS / 2), pace.due(6 * MS), pace.due(15 * MS)), (1, 2, 11));
        assert_eq!((pace.send(15 * MS), pace.due(15 * MS), pace.next()), (5 * MS, 10, 6 * MS));
    }

    #[test]
    fn waiting_for_the_server_is_not_the_generators_lateness() {
        let mut pace = Pace::new(1000.0, 0);
        // Punctual, then 3 ms late by itself.
        pace.send(0);
        pace.send(4 * MS);
        assert_eq!(latest_ms(&pace), 3.0);
        // Due at 2 ms, but there is no room until 50 ms: late by 1 ms only.
        pace.has_room(50 * MS);
        assert_eq!(pace.send(51 * MS), 2 * MS);
        assert_eq!((pace.late().samples(), latest_ms(&pace)), (3, 3.0));
    }
}
