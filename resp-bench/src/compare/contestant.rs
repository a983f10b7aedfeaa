//! A client or a raw loop that takes part.

use super::cell::{Cell, Runtime};
use super::target::Target;
use super::{blocking, burst, raw, tasks};
use crate::clients::{Caller, Peer, Pool};
use crate::failure::Failure;
use crate::meter::Gauge;
use crate::record::Role;
use crate::workload::Tasks;
use core::pin::Pin;
use std::sync::Arc;

/// Who does the work of a cell, and how it is started.
#[derive(Clone, Copy)]
pub(super) struct Contestant {
    pub(super) name: &'static str,
    /// Connects and starts the tasks of a cell.
    pub(super) start: fn(&'static Cell, Arc<Target>, Arc<Gauge>) -> Starting,
}

/// Tasks that are being started.
pub(super) type Starting = Pin<Box<dyn Future<Output = Result<Tasks, Failure>>>>;

pub(super) use super::entrants::of_cell;

/// How ours are called, or how their names begin.
pub(super) const OURS: &str = "resp-net";
/// How the names of raw loops begin.
pub(super) const RAW: &str = "raw";

/// The clients in the versions of the lock file, which a test compares.
pub(crate) const VERSIONS: &[(&str, &str)] = &[
    (OURS, env!("CARGO_PKG_VERSION")),
    #[cfg(feature = "peers")]
    ("rustis", "0.27.2"),
    #[cfg(feature = "peers")]
    ("redis-rs", "1.8.1"),
    #[cfg(feature = "peers")]
    ("redis-rs-rc", "2.0.0-rc.2"),
    #[cfg(feature = "peers")]
    ("fred", "10.1.0"),
    #[cfg(feature = "peers")]
    ("deadpool-redis", "0.23.1"),
    #[cfg(feature = "peers")]
    ("bb8-redis", "0.26.0"),
];

impl Contestant {
    /// What it is in the comparison.
    pub(super) fn role(&self) -> Role {
        match self.name {
            name if name.starts_with(OURS) => Role::Ours,
            name if name.starts_with(RAW) => Role::Limit,
            _ => Role::Other,
        }
    }

    /// Whether it is a limit to compare with rather than a client.
    pub(super) fn is_raw(&self) -> bool {
        self.role() == Role::Limit
    }

    /// Tasks that it runs in a cell. A raw loop stands for all of them, with
    /// one for each connection of a pool, unless it is one of many threads.
    pub(super) fn task_count(&self, cell: &Cell) -> u32 {
        if self.is_raw() && cell.runtime != Runtime::Threads { cell.pool.unwrap_or(1) } else { cell.tasks }
    }
}

/// A client that all tasks share.
pub(super) const fn shared<P: Peer>(name: &'static str) -> Contestant {
    Contestant { name, start: tasks::start::<P> }
}

/// A pool that all tasks share.
pub(super) const fn pool<P: Pool>(name: &'static str) -> Contestant {
    Contestant { name, start: tasks::start_pool::<P> }
}

/// A client or pool that the tasks of a burst share.
pub(super) const fn burst<P: Pool>(name: &'static str) -> Contestant {
    Contestant { name, start: burst::start::<P> }
}

/// A blocking client for each thread.
pub(super) const fn each<C: Caller>(name: &'static str) -> Contestant {
    Contestant { name, start: blocking::start_each::<C> }
}

/// A blocking client for which the threads wait in line.
pub(super) const fn mutex<C: Caller>(name: &'static str) -> Contestant {
    Contestant { name, start: blocking::start_mutex::<C> }
}

/// A blocking client of which each thread has a clone.
pub(super) const fn cloned<C: Caller + Clone>(name: &'static str) -> Contestant {
    Contestant { name, start: blocking::start_shared::<C> }
}

/// The loop that knows the bytes.
pub(super) const LOOP: Contestant = Contestant { name: RAW, start: raw::start };
/// The same for bursts.
pub(super) const BURST_LOOP: Contestant = Contestant { name: RAW, start: burst::start_raw };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_those_of_the_lock_file() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
        for (client, version) in VERSIONS {
            let name = if client.starts_with("redis-rs") { "redis" } else { client };
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "{client}: correct it in VERSIONS");
        }
    }
}
