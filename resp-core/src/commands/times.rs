//! Times in the units that servers count in.

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

/// The time in seconds, rounded up, so that a short time is not none.
pub(super) const fn seconds(time: Duration) -> u64 {
    time.as_secs().saturating_add((time.subsec_nanos() > 0) as u64)
}

/// The time in milliseconds, rounded up.
pub(super) const fn millis(time: Duration) -> u128 {
    time.as_nanos().div_ceil(1_000_000)
}

/// How long to wait, in seconds to the millisecond: none is for ever, which
/// servers say with 0, so the shortest time is a millisecond.
pub(super) fn wait_seconds(time: Option<Duration>) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "no time that matters has 53 bits of milliseconds")]
    time.map_or(0.0, |time| millis(time).max(1) as f64 / 1000.0)
}

/// [`wait_seconds`] in milliseconds.
pub(super) fn wait_millis(time: Option<Duration>) -> u128 {
    time.map_or(0, |time| millis(time).max(1))
}

/// Since the epoch, or before it.
fn since_epoch(time: SystemTime) -> Result<Duration, Duration> {
    time.duration_since(UNIX_EPOCH).map_err(|before| before.duration())
}

/// Seconds since the epoch, rounded up, so that nothing vanishes before its time.
pub(super) fn unix_seconds(time: SystemTime) -> i64 {
    match since_epoch(time) {
        Ok(after) => i64::try_from(seconds(after)).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.as_secs()).map_or(i64::MIN, |before| -before),
    }
}

/// Milliseconds since the epoch, rounded up.
pub(super) fn unix_millis(time: SystemTime) -> i64 {
    match since_epoch(time) {
        Ok(after) => i64::try_from(millis(after)).unwrap_or(i64::MAX),
        Err(before) => i64::try_from(before.as_millis()).map_or(i64::MIN, |before| -before),
    }
}

/// Whether a time to live is whole seconds, and so said in them.
const fn is_whole(time: Duration) -> bool {
    time.subsec_nanos() == 0
}

/// `EX` or `PX`, whichever [`ttl`] counts in.
pub(super) const fn ttl_word(time: Duration) -> &'static [u8] {
    if is_whole(time) { b"EX" } else { b"PX" }
}

/// A time to live in seconds if they are whole, else in milliseconds.
pub(super) const fn ttl(time: Duration) -> u128 {
    if is_whole(time) { time.as_secs() as u128 } else { millis(time) }
}

/// `EXAT` or `PXAT`, whichever [`ttl_at`] counts in.
pub(super) fn ttl_at_word(time: SystemTime) -> &'static [u8] {
    if since_epoch(time).is_ok_and(is_whole) { b"EXAT" } else { b"PXAT" }
}

/// A time of expiry in seconds if they are whole, else in milliseconds.
pub(super) fn ttl_at(time: SystemTime) -> i64 {
    if since_epoch(time).is_ok_and(is_whole) { unix_seconds(time) } else { unix_millis(time) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_time_is_not_none() {
        let nano = Duration::from_nanos(1);
        assert_eq!((seconds(nano), millis(nano)), (1, 1));
        assert_eq!(seconds(Duration::MAX), u64::MAX);
        assert_eq!((wait_millis(Some(Duration::ZERO)), wait_millis(None)), (1, 0));
        assert!((wait_seconds(Some(nano)) - 0.001).abs() < 1e-12);
        assert_eq!((ttl_word(nano), ttl(nano)), (&b"PX"[..], 1));
        assert_eq!(ttl(Duration::from_secs(60)), 60);
    }

    #[test]
    fn moments() {
        let after = UNIX_EPOCH + Duration::from_millis(1500);
        assert_eq!((unix_seconds(after), unix_millis(after)), (2, 1500));
        assert_eq!((ttl_at_word(after), ttl_at(after)), (&b"PXAT"[..], 1500));
        let whole = UNIX_EPOCH + Duration::from_secs(7);
        assert_eq!((ttl_at_word(whole), ttl_at(whole)), (&b"EXAT"[..], 7));
        assert_eq!(unix_millis(UNIX_EPOCH - Duration::from_millis(5)), -5);
    }
}
