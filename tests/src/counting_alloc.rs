//! An allocator that counts, to prove statements such as "no allocation per command".
#![allow(unsafe_code, reason = "GlobalAlloc is an unsafe trait; every method only forwards to System")]

use core::alloc::{GlobalAlloc, Layout};
use core::sync::atomic::{AtomicBool, AtomicIsize, AtomicU64, Ordering::Relaxed};
use std::alloc::System;

/// The system's allocator with counters that are off until [`start`](Self::start).
///
/// ```
/// use tests::counting_alloc::CountingAlloc;
///
/// #[global_allocator]
/// static ALLOCATOR: CountingAlloc = CountingAlloc::new();
///
/// ALLOCATOR.start();
/// let buffer = vec![0_u8; 100];
/// let counts = ALLOCATOR.stop();
/// assert_eq!((counts.allocations, counts.bytes, counts.live), (1, 100, 100));
/// drop(buffer);
/// ```
#[derive(Debug)]
pub struct CountingAlloc {
    on: AtomicBool,
    allocations: AtomicU64,
    bytes: AtomicU64,
    live: AtomicIsize,
    peak: AtomicIsize,
}

/// What a [`CountingAlloc`] saw since it was started, over all threads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Calls that handed out memory: allocations and reallocations.
    pub allocations: u64,
    /// Bytes asked for by them; a reallocation counts its new size.
    pub bytes: u64,
    /// Bytes allocated less bytes freed. Negative if more was freed that was
    /// allocated before the start.
    pub live: isize,
    /// The largest value that `live` had.
    pub peak: isize,
}

impl CountingAlloc {
    /// An allocator that does not count yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            on: AtomicBool::new(false),
            allocations: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            live: AtomicIsize::new(0),
            peak: AtomicIsize::new(0),
        }
    }

    /// Sets the counters to zero and counts from here.
    pub fn start(&self) {
        self.on.store(false, Relaxed);
        self.allocations.store(0, Relaxed);
        self.bytes.store(0, Relaxed);
        self.live.store(0, Relaxed);
        self.peak.store(0, Relaxed);
        self.on.store(true, Relaxed);
    }

    /// Stops counting and says what was counted.
    pub fn stop(&self) -> Counts {
        self.on.store(false, Relaxed);
        self.counts()
    }

    /// What has been counted so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            allocations: self.allocations.load(Relaxed),
            bytes: self.bytes.load(Relaxed),
            live: self.live.load(Relaxed),
            peak: self.peak.load(Relaxed),
        }
    }

    fn allocated(&self, size: usize, replaces: usize) {
        if self.on.load(Relaxed) {
            self.allocations.fetch_add(1, Relaxed);
            self.bytes.fetch_add(size as u64, Relaxed);
            let change = size.cast_signed() - replaces.cast_signed();
            let live = self.live.fetch_add(change, Relaxed) + change;
            self.peak.fetch_max(live, Relaxed);
        }
    }

    fn freed(&self, size: usize) {
        if self.on.load(Relaxed) {
            self.live.fetch_sub(size.cast_signed(), Relaxed);
        }
    }
}

impl Default for CountingAlloc {
    fn default() -> Self {
        Self::new()
    }
}

// SAFETY: memory comes from and returns to `System`, with the caller's own
// arguments; the counters neither allocate nor panic (sizes are at most
// `isize::MAX` by `Layout`).
unsafe impl GlobalAlloc for CountingAlloc {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise about `layout` is handed on.
        let pointer = unsafe { System.alloc(layout) };
        if !pointer.is_null() {
            self.allocated(layout.size(), 0);
        }
        pointer
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise about `layout` is handed on.
        let pointer = unsafe { System.alloc_zeroed(layout) };
        if !pointer.is_null() {
            self.allocated(layout.size(), 0);
        }
        pointer
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // SAFETY: the caller's promise about `pointer`, `layout` and `new_size` is handed on.
        let moved = unsafe { System.realloc(pointer, layout, new_size) };
        if !moved.is_null() {
            self.allocated(new_size, layout.size());
        }
        moved
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise that `pointer` came from here with `layout` is handed on.
        unsafe { System.dealloc(pointer, layout) };
        self.freed(layout.size());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_only_between_start_and_stop() {
        let counter = CountingAlloc::new();
        counter.allocated(10, 0);
        counter.start();
        counter.allocated(100, 0);
        counter.allocated(150, 100);
        counter.freed(150);
        let counts = counter.stop();
        counter.allocated(10, 0);
        assert_eq!(counts, Counts { allocations: 2, bytes: 250, live: 0, peak: 150 });
        assert_eq!(counter.counts(), counts);
    }

    #[test]
    fn freeing_what_is_older_than_the_start_is_negative() {
        let counter = CountingAlloc::new();
        counter.start();
        counter.freed(7);
        assert_eq!(counter.counts().live, -7);
    }
}
