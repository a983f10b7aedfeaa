//! Who takes part.

use super::cell::{Cell, Runtime, Work};
use super::data::Data;
use super::{blocking, raw, tasks};
use crate::clients::{Caller, Fred, Ours, OursBlocking, Peer, Rustis, newest, stable};
use crate::failure::Failure;
use crate::meter::Gauge;
use crate::workload::raw::Script;
use crate::workload::{Endpoint, Tasks};
use core::pin::Pin;
use std::collections::HashMap;
use std::sync::Arc;

/// What is measured against.
#[derive(Debug)]
pub(super) struct Target {
    /// As the clients take it.
    pub(super) url: String,
    /// As the raw loops take it.
    pub(super) endpoint: Endpoint,
    pub(super) data: Data,
    /// What the raw loops send, and what they must be answered.
    pub(super) scripts: HashMap<Work, Arc<Script>>,
}

/// A client or a raw loop.
#[derive(Clone, Copy)]
pub(super) struct Contestant {
    pub(super) name: &'static str,
    /// Connects and starts the tasks of a cell.
    pub(super) start: fn(&'static Cell, Arc<Target>, Arc<Gauge>) -> Starting,
}

/// Tasks that are being started.
pub(super) type Starting = Pin<Box<dyn Future<Output = Result<Tasks, Failure>>>>;

/// Ours.
pub(super) const OURS: &str = "resp-net";
/// How the names of raw loops begin.
pub(super) const RAW: &str = "raw";

/// The clients in the versions of the lock file, which a test compares.
pub(super) const VERSIONS: [(&str, &str); 5] = [
    (OURS, env!("CARGO_PKG_VERSION")),
    ("rustis", "0.27.2"),
    ("redis-rs", "1.8.1"),
    ("redis-rs-rc", "2.0.0-rc.2"),
    ("fred", "10.1.0"),
];

impl Contestant {
    /// Whether it is a limit to compare with rather than a client.
    pub(super) fn is_raw(&self) -> bool {
        self.name.starts_with(RAW)
    }

    /// Tasks that it runs in a cell: a raw loop stands for all of them, unless it is one of many threads.
    pub(super) fn task_count(&self, cell: &Cell) -> u32 {
        if self.is_raw() && cell.runtime != Runtime::Threads { 1 } else { cell.tasks }
    }
}

const fn of<P: Peer>(name: &'static str) -> Contestant {
    Contestant { name, start: |cell, target, gauge| Box::pin(tasks::start::<P>(cell, target, gauge)) }
}

const fn each<C: Caller>(name: &'static str) -> Contestant {
    Contestant { name, start: |cell, target, gauge| Box::pin(blocking::start_each::<C>(cell, target, gauge)) }
}

const fn mutex<C: Caller>(name: &'static str) -> Contestant {
    Contestant {
        name,
        start: |cell, target, gauge| Box::pin(blocking::start_mutex::<C>(cell, target, gauge)),
    }
}

const fn shared<C: Caller + Clone>(name: &'static str) -> Contestant {
    Contestant {
        name,
        start: |cell, target, gauge| Box::pin(blocking::start_shared::<C>(cell, target, gauge)),
    }
}

const ASYNCHRONOUS: &[Contestant] = &[
    of::<Ours>(OURS),
    of::<Rustis>("rustis"),
    of::<stable::Multiplexed>("redis-rs"),
    of::<newest::Multiplexed>("redis-rs-rc"),
    of::<Fred>("fred"),
    Contestant { name: RAW, start: |cell, target, gauge| Box::pin(raw::start(cell, target, gauge)) },
];

const ONE_THREAD: &[Contestant] = &[
    each::<OursBlocking>(OURS),
    each::<stable::Blocking>("redis-rs"),
    each::<newest::Blocking>("redis-rs-rc"),
    each::<blocking::Raw>(RAW),
];

const MANY_THREADS: &[Contestant] = &[
    shared::<OursBlocking>(OURS),
    mutex::<stable::Blocking>("redis-rs mutex"),
    mutex::<newest::Blocking>("redis-rs-rc mutex"),
    each::<stable::Blocking>("redis-rs each"),
    each::<newest::Blocking>("redis-rs-rc each"),
    each::<blocking::Raw>("raw each"),
];

/// Who takes part in a cell, in the order of their turns.
pub(super) fn of_cell(cell: &Cell) -> &'static [Contestant] {
    match (cell.runtime, cell.tasks) {
        (Runtime::Threads, 1) => ONE_THREAD,
        (Runtime::Threads, _) => MANY_THREADS,
        _ => ASYNCHRONOUS,
    }
}

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

    #[test]
    fn every_goal_has_somebody_to_compare_with() {
        for cell in &super::super::cell::CELLS {
            let others = of_cell(cell).iter().filter(|one| one.name != OURS && !one.is_raw());
            assert!(others.count() >= 2, "{}", cell.name);
        }
    }
}
