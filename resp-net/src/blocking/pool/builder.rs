//! The settings of a pool.

use super::Pool;
use crate::pool::pool_builder;

pool_builder! {
    /// How a [`Pool`] is to be.
    ///
    /// ```
    /// use std::time::Duration;
    /// use resp_net::blocking::Pool;
    ///
    /// let pool = Pool::builder("redis://localhost")?
    ///     .min_size(5)
    ///     .max_size(50)
    ///     .acquire_timeout(Duration::from_millis(200))
    ///     .test_after_idle(Duration::from_secs(30))
    ///     .max_lifetime(None)
    ///     .build()?;
    /// assert_eq!(pool.metrics().size(), 0);
    ///
    /// let error = Pool::builder("redis://localhost")?.max_size(0).build().unwrap_err();
    /// assert_eq!(error.to_string(), "invalid setting max_size: it must not be zero");
    /// # Ok::<(), resp_net::Error>(())
    /// ```
}
