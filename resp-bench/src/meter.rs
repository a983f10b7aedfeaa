//! What a measured task holds: where it counts what it has done.

use core::sync::atomic::{AtomicU8, AtomicU32, AtomicU64, Ordering::Relaxed};
use std::sync::Arc;
use std::time::Instant;

/// Shared by the tasks of a cell and the one who measures them.
#[derive(Debug)]
pub(crate) struct Gauge {
    phase: AtomicU8,
    stride: AtomicU32,
    done: Box<[Done]>,
}

/// What is going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Phase {
    /// Nothing is measured.
    WarmUp,
    /// Operations are counted, and the latency of some taken.
    Timed,
    /// Allocations are counted.
    Counted,
    /// Tasks are to end.
    Stop,
}

/// A counter with a cache line of its own; only its task writes to it.
#[derive(Debug, Default)]
#[repr(align(64))]
struct Done(AtomicU64);

/// One task's part of a [`Gauge`].
#[derive(Debug)]
pub(crate) struct Meter {
    gauge: Arc<Gauge>,
    index: usize,
    operations: u64,
    /// Operations until a latency is taken again.
    until_sample: u64,
    latencies: Vec<u64>,
}

/// Nanoseconds of the operations whose latency was taken.
pub(crate) type Latencies = Vec<u64>;

impl Gauge {
    /// For this many tasks, warming up.
    pub(crate) fn new(tasks: u32) -> Arc<Self> {
        Arc::new(Self {
            phase: AtomicU8::new(Phase::WarmUp as u8),
            stride: AtomicU32::new(1),
            done: (0..tasks).map(|_| Done::default()).collect(),
        })
    }

    /// A meter for each task.
    pub(crate) fn meters(self: &Arc<Self>) -> impl Iterator<Item = Meter> {
        (0..self.done.len()).map(|index| Meter {
            gauge: Arc::clone(self),
            index,
            operations: 0,
            until_sample: 0,
            latencies: Vec::new(),
        })
    }

    /// Operations of all tasks so far.
    pub(crate) fn operations(&self) -> u64 {
        self.done.iter().map(|done| done.0.load(Relaxed)).sum()
    }

    /// Sets what is going on.
    pub(crate) fn enter(&self, phase: Phase) {
        self.phase.store(phase as u8, Relaxed);
    }

    /// Has each task take a latency once in `stride` operations; of a batch, which
    /// counts as many as it has commands, it is that of the whole.
    pub(crate) fn sample_every(&self, stride: u32) {
        self.stride.store(stride.max(1), Relaxed);
    }

    fn is(&self, phase: Phase) -> bool {
        self.phase.load(Relaxed) == phase as u8
    }
}

impl Meter {
    /// Whether to go on.
    pub(crate) fn running(&self) -> bool {
        !self.gauge.is(Phase::Stop)
    }

    /// Whether nothing is measured yet.
    pub(crate) fn warming_up(&self) -> bool {
        self.gauge.is(Phase::WarmUp)
    }

    /// The task's number, from 0.
    pub(crate) const fn index(&self) -> usize {
        self.index
    }

    /// The time, if the latency of the operation that begins is wanted.
    pub(crate) fn begin(&mut self) -> Option<Instant> {
        if !self.gauge.is(Phase::Timed) {
            return None;
        }
        let due = self.until_sample == 0;
        if due {
            self.until_sample = self.gauge.stride.load(Relaxed).into();
        }
        due.then(Instant::now)
    }

    /// Counts what was done since [`begin`](Self::begin).
    pub(crate) fn end(&mut self, started: Option<Instant>, operations: u64) {
        if let Some(started) = started {
            self.latencies.push(u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX));
        }
        self.until_sample = self.until_sample.saturating_sub(operations);
        self.operations += operations;
        self.gauge.done[self.index].0.store(self.operations, Relaxed);
    }

    /// The latencies taken.
    pub(crate) fn finish(self) -> Latencies {
        self.latencies
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latencies_are_taken_only_when_timed_and_only_of_some() {
        let gauge = Gauge::new(2);
        let mut meters: Vec<_> = gauge.meters().collect();
        let mut rounds = |count: u64, operations| {
            for _ in 0..count {
                for meter in &mut meters {
                    let started = meter.begin();
                    meter.end(started, operations);
                }
            }
            meters.iter().map(|meter| meter.latencies.len()).sum::<usize>()
        };
        assert_eq!((rounds(5, 1), gauge.operations()), (0, 10));
        gauge.sample_every(4);
        gauge.enter(Phase::Timed);
        assert_eq!((rounds(8, 1), gauge.operations()), (4, 26));
        // Every batch that is longer than the stride, every other that is half as long.
        assert_eq!(rounds(5, 100), 4 + 10);
        assert_eq!(rounds(4, 2), 4 + 10 + 4);
        gauge.enter(Phase::Stop);
        assert!(meters.iter().all(|meter| !meter.running()));
    }
}
