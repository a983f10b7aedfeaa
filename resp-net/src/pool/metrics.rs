//! What a pool counts.

use crate::metrics::{Exposition, Histogram};

/// A pool's numbers at one moment; see [`Pool::metrics`].
/// All counts are since it was built.
///
/// ```
/// use resp_net::{ClosedBy, Exposition, Pool};
///
/// # fn main() -> Result<(), resp_net::Error> {
/// let (jobs, carts) = (Pool::builder("redis://jobs")?.build()?, Pool::builder("redis://carts")?.build()?);
/// assert_eq!(jobs.metrics().closed(ClosedBy::Lost), 0);
///
/// let mut text = Exposition::new();
/// jobs.metrics().expose(&mut text, &[("pool", "jobs")]);
/// carts.metrics().expose(&mut text, &[("pool", "carts")]);
/// assert!(text.to_string().contains("resp_pool_connections{pool=\"carts\",state=\"idle\"} 0\n"));
/// # Ok(())
/// # }
/// ```
///
#[cfg_attr(feature = "tokio", doc = "[`Pool::metrics`]: crate::Pool::metrics")]
#[cfg_attr(not(feature = "tokio"), doc = "[`Pool::metrics`]: crate::blocking::Pool::metrics")]
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct PoolMetrics {
    /// Connections that nobody holds.
    pub idle: usize,
    /// Connections that are lent.
    pub active: usize,
    /// Connections that are being made.
    pub connecting: usize,
    /// Callers who wait for a connection.
    pub waiting: usize,
    /// Connections made.
    pub created: u64,
    /// Attempts to make one that failed.
    pub failed: u64,
    /// Callers who waited until their time was over.
    pub timeouts: u64,
    /// Callers who were refused since too many waited.
    pub overloads: u64,
    /// How long it took to make a connection, handshake included.
    pub creation: Histogram,
    /// How long callers who got a connection waited for it, those included who did not wait.
    pub wait: Histogram,
    closed: [u64; ClosedBy::ALL.len()],
}

/// Why a pool closed a connection.
///
/// ```
/// # fn main() -> Result<(), resp_net::Error> {
/// # let pool = resp_net::Pool::builder("redis://localhost")?.build()?;
/// let metrics = pool.metrics();
/// for by in resp_net::ClosedBy::ALL {
///     println!("{}: {}", by.name(), metrics.closed(by));
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ClosedBy {
    /// Nobody had needed it for the idle time-out.
    Idle,
    /// It had reached its maximal lifetime.
    Lifetime,
    /// It came back with a reply outstanding or a transaction open, or its
    /// caller panicked.
    Dirty,
    /// The peer had closed it, or broken it.
    Lost,
    /// It did not answer the PING before it was to be lent.
    Test,
    /// The pool was closed.
    Pool,
}

impl ClosedBy {
    /// All reasons.
    pub const ALL: [Self; 6] = [Self::Idle, Self::Lifetime, Self::Dirty, Self::Lost, Self::Test, Self::Pool];

    /// The reason as a label of the metrics.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Lifetime => "lifetime",
            Self::Dirty => "dirty",
            Self::Lost => "lost",
            Self::Test => "test",
            Self::Pool => "pool_closed",
        }
    }
}

impl PoolMetrics {
    /// Connections that there are, idle or lent.
    #[must_use]
    pub const fn size(&self) -> usize {
        self.idle + self.active
    }

    /// Connections closed for this reason.
    #[must_use]
    pub const fn closed(&self, by: ClosedBy) -> u64 {
        self.closed[by as usize]
    }

    pub(super) const fn count_closed(&mut self, by: ClosedBy, connections: u64) {
        self.closed[by as usize] += connections;
    }

    /// Adds them to a text for Prometheus. Pools of one text are told apart by
    /// `labels`, names and values, which must differ.
    pub fn expose(&self, text: &mut Exposition, labels: &[(&str, &str)]) {
        let with = |name, value| [labels, &[(name, value)]].concat();
        for (state, connections) in
            [("idle", self.idle), ("active", self.active), ("connecting", self.connecting)]
        {
            let help = "Connections of the pool, by what they do now.";
            text.gauge("resp_pool_connections", help, &with("state", state), connections as u64);
        }
        text.gauge("resp_pool_waiting", "Callers who wait for a connection.", labels, self.waiting as u64);
        for by in ClosedBy::ALL {
            let help = "Connections closed, by reason.";
            text.counter("resp_pool_closed_total", help, &with("reason", by.name()), self.closed(by));
        }
        for (name, help, count) in [
            ("resp_pool_created_total", "Connections made.", self.created),
            ("resp_pool_connect_failures_total", "Connections that could not be made.", self.failed),
            ("resp_pool_timeouts_total", "Callers who waited until their time was over.", self.timeouts),
            ("resp_pool_overloads_total", "Callers refused since too many waited.", self.overloads),
        ] {
            text.counter(name, help, labels, count);
        }
        for (name, help, of) in [
            ("resp_pool_connect_seconds", "Time to make a connection.", &self.creation),
            ("resp_pool_wait_seconds", "Time until a caller had a connection.", &self.wait),
        ] {
            text.histogram(name, help, labels, of);
        }
    }
}
