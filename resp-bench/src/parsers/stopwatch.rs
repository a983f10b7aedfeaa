//! What a pass costs.

use core::time::Duration;
use cpu_time::ThreadTime;
use std::time::Instant;

/// Measures the part of a pass that is handed to [`time`](Self::time).
#[derive(Debug)]
pub(super) struct Stopwatch {
    measures: Measures,
    /// Time of the last measured part.
    pub(super) elapsed: Duration,
    /// Allocations in it.
    pub(super) allocations: u64,
}

/// What of a pass is measured; one thing at a time, as each would disturb the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measures {
    /// Nothing: a pass to warm up, or to look at what it finds.
    Nothing,
    /// Its time; and under callgrind its instructions.
    Time,
    /// How often it allocates.
    Allocations,
}

/// The function around what is timed, by which callgrind knows it.
pub(super) const REGION: &str = "*parsers::stopwatch::measured_region*";

impl Stopwatch {
    /// One that stands at zero.
    pub(super) const fn new(measures: Measures) -> Self {
        Self { measures, elapsed: Duration::ZERO, allocations: 0 }
    }

    /// Whether allocations are counted, which code in other languages has to do itself.
    #[cfg(hiredis)]
    pub(super) fn counts_allocations(&self) -> bool {
        self.measures == Measures::Allocations
    }

    /// Measures `work`.
    pub(super) fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        match self.measures {
            Measures::Nothing => work(),
            Measures::Time => {
                let (busy, started) = (ThreadTime::now(), Instant::now());
                let result = measured_region(work);
                // On a busy machine the thread may have to wait; and of short
                // work, to ask for its CPU time would be a part.
                self.elapsed = started.elapsed().min(busy.elapsed());
                result
            }
            Measures::Allocations => {
                crate::ALLOCATOR.start();
                let result = work();
                self.allocations = crate::ALLOCATOR.stop().allocations;
                result
            }
        }
    }
}

#[inline(never)]
fn measured_region<T>(work: impl FnOnce() -> T) -> T {
    work()
}
