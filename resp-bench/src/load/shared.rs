//! What the threads of a run show to the one who watches them.

use super::tally::Tally;
use core::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Counts so far, and whether to end.
#[derive(Debug)]
pub(super) struct Shared {
    /// Whether all threads are to end.
    pub(super) stop: AtomicBool,
    /// What each thread has published; locked twenty times a second.
    counts: Vec<Mutex<Tally>>,
}

impl Shared {
    /// For this many threads.
    pub(super) fn new(threads: usize) -> Self {
        let counts = (0..threads).map(|_| Mutex::new(Tally::default())).collect();
        Self { stop: AtomicBool::new(false), counts }
    }

    /// Adds what a thread has counted since the last time.
    pub(super) fn publish(&self, thread: usize, counted: &mut Tally) {
        lock(&self.counts[thread]).absorb(counted);
    }

    /// What all threads together have published.
    pub(super) fn total(&self) -> Tally {
        let mut total = Tally::default();
        for counts in &self.counts {
            let mut copy = lock(counts).clone();
            total.absorb(&mut copy);
        }
        total
    }
}

/// A thread that panicked leaves numbers behind, which are no harm.
fn lock(counts: &Mutex<Tally>) -> MutexGuard<'_, Tally> {
    counts.lock().unwrap_or_else(PoisonError::into_inner)
}
