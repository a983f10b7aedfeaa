//! The builders of pools, which differ in what they build alone.

/// The builder of the `Pool` that is in scope, with the documentation given.
macro_rules! pool_builder {
    ($(#[$documentation:meta])*) => {
        $(#[$documentation])*
        #[derive(Clone, Debug)]
        #[must_use = "it is a pool once `build` is called"]
        pub struct PoolBuilder {
            config: $crate::config::Config,
            settings: $crate::pool::Settings,
        }

        impl PoolBuilder {
            pub(super) const fn new(config: $crate::config::Config, settings: $crate::pool::Settings) -> Self {
                Self { config, settings }
            }

            /// How many connections are kept when few are needed, from the first use
            /// on. Default 0.
            pub const fn min_size(mut self, connections: usize) -> Self {
                self.settings.min_size = connections;
                self
            }

            /// How many connections there are at the most. Default 10.
            pub const fn max_size(mut self, connections: usize) -> Self {
                self.settings.max_size = connections;
                self
            }

            /// Sets both sizes.
            pub fn sizing(self, sizing: $crate::pool::Sizing) -> Self {
                self.min_size(sizing.min_size()).max_size(sizing.max_size())
            }

            /// How many connections are made at the same time, at the most. Default 8:
            /// a server that has just come back is not stormed.
            pub const fn max_connecting(mut self, connections: usize) -> Self {
                self.settings.max_connecting = connections;
                self
            }

            /// How many callers wait at the most; further ones fail at once with
            /// [`Error::Overloaded`](crate::Error::Overloaded). Default 4096.
            pub const fn max_waiting(mut self, callers: usize) -> Self {
                self.settings.max_waiting = callers;
                self
            }

            /// How long [`Pool::acquire`] may take in all: waiting, connecting and
            /// testing. Default one second.
            pub const fn acquire_timeout(mut self, timeout: core::time::Duration) -> Self {
                self.settings.acquire_timeout = timeout;
                self
            }

            /// How long a connection may be idle until it is closed, while there are
            /// more than the smallest size. `None` for ever. Default five minutes.
            pub fn idle_timeout(mut self, timeout: impl Into<Option<core::time::Duration>>) -> Self {
                self.settings.idle_timeout = timeout.into().map($crate::pool::nanos);
                self
            }

            /// How old a connection may be and still be lent, give or take a tenth, so
            /// that those made together do not end together. `None` for ever. Default
            /// 30 minutes: names are resolved again by then, and load balancers behind
            /// them used evenly.
            pub fn max_lifetime(mut self, lifetime: impl Into<Option<core::time::Duration>>) -> Self {
                self.settings.max_lifetime = lifetime.into().map($crate::pool::nanos);
                self
            }

            /// Tests a connection with a PING before it is lent if it was idle for this
            /// long, for at most half of the time that the caller has left. Default
            /// `None`: what is known of a connection's state decides, which includes
            /// that the peer has closed it, but not that it vanished without a word.
            pub fn test_after_idle(mut self, idle: impl Into<Option<core::time::Duration>>) -> Self {
                self.settings.test_after_idle = idle.into().map($crate::pool::nanos);
                self
            }

            /// The pool; it connects when it is first used.
            ///
            /// # Errors
            /// [`Error::Config`](crate::Error::Config): a number or time is zero, or `max_size` is less
            /// than `min_size`.
            pub fn build(self) -> Result<Pool, $crate::error::Error> {
                self.settings.check()?;
                Ok(Pool::new(self.config, self.settings))
            }
        }
    };
}

pub(crate) use pool_builder;
