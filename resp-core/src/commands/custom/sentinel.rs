//! Sentinels.

use super::words;

/// When a sentinel is to end itself.
///
/// ```
/// use resp_core::cmd::{self, SimulatedFailure};
///
/// let command = cmd::sentinel_simulate_failure(SimulatedFailure::CrashAfterPromotion);
/// assert!(command.wire().args().eq([b"CRASH-AFTER-PROMOTION"]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SimulatedFailure {
    /// Once it was chosen to lead a failover: `CRASH-AFTER-ELECTION`.
    CrashAfterElection,
    /// Once it has made a replica the primary: `CRASH-AFTER-PROMOTION`.
    CrashAfterPromotion,
}

words!(SimulatedFailure {
    CrashAfterElection => b"CRASH-AFTER-ELECTION",
    CrashAfterPromotion => b"CRASH-AFTER-PROMOTION",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::ToArg;

    #[test]
    fn words() {
        assert_eq!(SimulatedFailure::CrashAfterElection.to_arg().as_bytes(), b"CRASH-AFTER-ELECTION");
        assert_eq!(SimulatedFailure::CrashAfterPromotion.to_arg().as_bytes(), b"CRASH-AFTER-PROMOTION");
    }
}
