//! Texts that no other caller has, so that a reply to somebody else is seen.

use core::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// A text that no other call of this process is given: what a caller has echoed
/// must be it, or the reply was another's.
///
/// ```
/// let (mine, yours) = (tests::token::unique(), tests::token::unique());
/// assert_ne!(mine, yours);
/// ```
#[must_use]
pub fn unique() -> String {
    static GIVEN: AtomicU64 = AtomicU64::new(0);
    format!("token-{}-{}", std::process::id(), GIVEN.fetch_add(1, Relaxed))
}
