//! What is measured, and which values of it are good.

use serde::{Deserialize, Serialize};

/// A kind of figure. Those of costs are for one operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Metric {
    /// Operations a second.
    OpsPerSecond,
    /// Half of the latencies are below, in microseconds.
    P50Micros,
    P90Micros,
    P99Micros,
    P999Micros,
    P9999Micros,
    MaxMicros,
    /// The 99th percentile counted from when a command was sent, not from when it was due.
    SentP99Micros,
    /// By how much what makes the load was late, at its 99th percentile.
    LateMicros,
    /// From beginning to end, in milliseconds.
    Millis,
    /// CPU time of the client, in microseconds.
    ClientCpuMicros,
    /// CPU time of the server, in microseconds.
    ServerCpuMicros,
    /// Reads, writes and waits of the client.
    SystemCalls,
    /// Times that a thread of the client gave up or lost its core.
    ContextSwitches,
    Allocations,
    AllocatedBytes,
    /// Bytes of the requests.
    SentBytes,
    /// Bytes of the replies.
    ReceivedBytes,
    /// Memory of the client at its most, in bytes.
    PeakBytes,
    Nanos,
    GigabytesPerSecond,
    Instructions,
    /// Times as much, as many or as fast as what the section says.
    Times,
    /// Times as long as what the section says.
    TimesAsLong,
    /// Cores that other processes kept busy meanwhile.
    OtherCores,
}

/// Which values are good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    More,
    Less,
}

impl Metric {
    /// As in the heading of a column, with its unit.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::OpsPerSecond => "ops/s",
            Self::P50Micros => "p50 µs",
            Self::P90Micros => "p90 µs",
            Self::P99Micros => "p99 µs",
            Self::P999Micros => "p99.9 µs",
            Self::P9999Micros => "p99.99 µs",
            Self::MaxMicros => "max µs",
            Self::SentP99Micros => "p99 from sending µs",
            Self::LateMicros => "generator late p99 µs",
            Self::Millis => "ms",
            Self::ClientCpuMicros => "client CPU µs",
            Self::ServerCpuMicros => "server CPU µs",
            Self::SystemCalls => "system calls",
            Self::ContextSwitches => "switches",
            Self::Allocations => "allocations",
            Self::AllocatedBytes => "allocated bytes",
            Self::SentBytes => "sent bytes",
            Self::ReceivedBytes => "received bytes",
            Self::PeakBytes => "peak bytes",
            Self::Nanos => "ns",
            Self::GigabytesPerSecond => "GB/s",
            Self::Instructions => "instructions",
            Self::Times => "times",
            Self::TimesAsLong => "times as long",
            Self::OtherCores => "other cores",
        }
    }

    /// Which values are good.
    pub(crate) const fn wanted(self) -> Wanted {
        match self {
            Self::OpsPerSecond | Self::GigabytesPerSecond | Self::Times => Wanted::More,
            _ => Wanted::Less,
        }
    }
}

impl Wanted {
    /// Whether `one` is better than `other`.
    pub(crate) fn prefers(self, one: f64, other: f64) -> bool {
        if self == Self::More { one > other } else { one < other }
    }
}
