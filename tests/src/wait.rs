//! Waiting for what must come, in place of sleeping.

use core::time::Duration;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// How long a test waits for what must come: far more than it takes, for
/// machines under load.
pub const LIMIT: Duration = Duration::from_secs(10);

/// Waits until `condition` holds; false if it does not within [`LIMIT`].
#[must_use]
pub fn eventually(mut condition: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + LIMIT;
    while !condition() {
        if Instant::now() > deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    true
}

/// The value, also after a thread panicked with it.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits for a change, at most until `until`.
pub(crate) fn wait_for<'value, T>(
    changed: &Condvar,
    value: MutexGuard<'value, T>,
    until: Option<Instant>,
) -> MutexGuard<'value, T> {
    let Some(until) = until else { return changed.wait(value).unwrap_or_else(PoisonError::into_inner) };
    let rest = until.saturating_duration_since(Instant::now());
    changed.wait_timeout(value, rest).unwrap_or_else(PoisonError::into_inner).0
}
