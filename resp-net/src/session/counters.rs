//! What a session counts.

use crate::metrics::Histogram;

/// What happened on a connection, counted from its beginning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counters {
    /// Requests that were answered to a caller, by how long he had waited. A
    /// batch counts as one. The clock is asked once for each read.
    pub latency: Histogram,
    /// Requests whose time was over before they were answered.
    pub timed_out: u64,
    /// Requests that were given up before they were written.
    pub cancelled: u64,
    /// Frames that answer nothing.
    pub pushes: u64,
    /// Times that requests were handed to the transport, any number of them together.
    pub writes: u64,
    /// Times that bytes came.
    pub reads: u64,
    /// Bytes that came.
    pub bytes_read: u64,
    /// Bytes that the transport took.
    pub bytes_written: u64,
}

impl Counters {
    /// Adds what another connection has counted.
    pub fn merge(&mut self, other: &Self) {
        self.latency.merge(&other.latency);
        for (ours, theirs) in [
            (&mut self.timed_out, other.timed_out),
            (&mut self.cancelled, other.cancelled),
            (&mut self.pushes, other.pushes),
            (&mut self.writes, other.writes),
            (&mut self.reads, other.reads),
            (&mut self.bytes_read, other.bytes_read),
            (&mut self.bytes_written, other.bytes_written),
        ] {
            *ours += theirs;
        }
    }
}
