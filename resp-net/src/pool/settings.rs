//! The settings of a pool, with defaults and reasons.

use core::time::Duration;

use crate::config::ConfigError;
use crate::error::Error;

/// How a pool is to be. Times that are `None` are switched off.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// Connections kept at rest.
    pub(crate) min_size: usize,
    pub(crate) max_size: usize,
    /// Connections that are made at the same time, at the most.
    pub(crate) max_connecting: usize,
    pub(crate) max_waiting: usize,
    pub(crate) acquire_timeout: Duration,
    /// In nanoseconds, like those below.
    pub(crate) idle_timeout: Option<u64>,
    pub(crate) max_lifetime: Option<u64>,
    pub(crate) test_after_idle: Option<u64>,
}

impl Settings {
    /// What the builders document.
    pub(crate) const DEFAULT: Self = Self {
        min_size: 0,
        max_size: 10,
        // Enough to fill a pool quickly, and few enough not to storm a server that has just come back.
        max_connecting: 8,
        max_waiting: 4096,
        acquire_timeout: Duration::from_secs(1),
        idle_timeout: Some(nanos(Duration::from_secs(5 * 60))),
        max_lifetime: Some(nanos(Duration::from_secs(30 * 60))),
        test_after_idle: None,
    };

    /// Refuses what cannot be meant, by name.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let refused = |name, reason| Err(ConfigError::Setting { name, reason }.into());
        for (name, zero) in [
            ("max_size", self.max_size == 0),
            ("max_connecting", self.max_connecting == 0),
            ("max_waiting", self.max_waiting == 0),
            ("acquire_timeout", self.acquire_timeout.is_zero()),
            ("idle_timeout", self.idle_timeout == Some(0)),
            ("max_lifetime", self.max_lifetime == Some(0)),
            ("test_after_idle", self.test_after_idle == Some(0)),
        ] {
            if zero {
                return refused(name, "it must not be zero");
            }
        }
        if self.max_size < self.min_size {
            return refused("max_size", "it must not be less than min_size");
        }
        Ok(())
    }
}

/// In nanoseconds; what is longer than 584 years is taken for that.
pub(crate) const fn nanos(duration: Duration) -> u64 {
    let nanos = duration.as_nanos();
    #[expect(clippy::cast_possible_truncation, reason = "the larger ones are not cast")]
    if nanos > u64::MAX as u128 { u64::MAX } else { nanos as u64 }
}
