//! What went through a proxy.

use std::sync::{Condvar, Mutex};
use std::time::Instant;

use super::Direction;
use crate::wait::{LIMIT, lock, wait_for};

/// What went through a proxy so far, over all its connections. What is written
/// is counted right behind that, so a peer may have it an instant before: wait
/// for a count, as by [`Proxy::wait`](super::Proxy::wait), before comparing it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Counts {
    /// Connections accepted, also those that were reset at once.
    pub accepted: u64,
    /// Connections that are not at their end yet.
    pub open: u64,
    /// Bytes written to the server, those put in by the test too.
    pub bytes_to_server: u64,
    /// Bytes written to the client, those put in by the test too.
    pub bytes_to_client: u64,
    /// Commands written to the server to their last byte.
    pub commands: u64,
    /// Replies read from the server to their last byte, pushes aside.
    pub replies: u64,
    /// Pushes read from the server.
    pub pushes: u64,
    /// Replies that were not passed on, out of `replies`.
    pub dropped_replies: u64,
}

impl Counts {
    /// Bytes that went this way.
    #[must_use]
    pub const fn bytes(&self, direction: Direction) -> u64 {
        match direction {
            Direction::ToServer => self.bytes_to_server,
            Direction::ToClient => self.bytes_to_client,
        }
    }

    pub(super) const fn bytes_mut(&mut self, direction: Direction) -> &mut u64 {
        match direction {
            Direction::ToServer => &mut self.bytes_to_server,
            Direction::ToClient => &mut self.bytes_to_client,
        }
    }
}

/// The counts that all threads of a proxy share.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: Mutex<Counts>,
    changed: Condvar,
}

impl Tally {
    pub(super) fn add(&self, change: impl FnOnce(&mut Counts)) {
        change(&mut lock(&self.counts));
        self.changed.notify_all();
    }

    pub(super) fn read(&self) -> Counts {
        *lock(&self.counts)
    }

    /// Waits until they are as wanted; false if they are not in time.
    pub(super) fn wait(&self, wanted: impl Fn(&Counts) -> bool) -> bool {
        let deadline = Instant::now() + LIMIT;
        let mut counts = lock(&self.counts);
        while !wanted(&counts) {
            if Instant::now() > deadline {
                return false;
            }
            counts = wait_for(&self.changed, counts, Some(deadline));
        }
        true
    }
}
