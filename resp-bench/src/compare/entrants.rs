//! Who takes part in which cell, in the order of their turns.

use super::blocking::Raw;
use super::cell::{Cell, Door, Runtime};
use super::contestant::{BURST_LOOP, Contestant, LOOP, OURS, RAW, burst, cloned, each, mutex, pool, shared};
#[cfg(feature = "peers")]
use super::work::Size;
use super::work::Work;
#[cfg(feature = "peers")]
use crate::clients::{Bb8, Deadpool, Fred, FredPool, Protocol, Rustis, newest, stable};
use crate::clients::{Ours, OursBlocking, OursMultiplexed, OursPool, Single};

const SHARED: &[Contestant] = &[
    shared::<Ours>(OURS),
    #[cfg(feature = "peers")]
    shared::<Rustis>("rustis"),
    #[cfg(feature = "peers")]
    shared::<stable::Multiplexed>("redis-rs"),
    #[cfg(feature = "peers")]
    shared::<newest::Multiplexed>("redis-rs-rc"),
    #[cfg(feature = "peers")]
    shared::<Fred>("fred"),
    LOOP,
];

/// For what rustis cannot do.
#[cfg(feature = "peers")]
const WITHOUT_RUSTIS: &[Contestant] = &[
    shared::<Ours>(OURS),
    shared::<stable::Multiplexed>("redis-rs"),
    shared::<newest::Multiplexed>("redis-rs-rc"),
    shared::<Fred>("fred"),
    LOOP,
];

const POOLS: &[Contestant] = &[
    pool::<OursPool>(OURS),
    pool::<OursMultiplexed>("resp-net multiplexed"),
    #[cfg(feature = "peers")]
    pool::<Deadpool>("deadpool-redis"),
    #[cfg(feature = "peers")]
    pool::<Bb8>("bb8-redis"),
    #[cfg(feature = "peers")]
    pool::<FredPool>("fred pool"),
    LOOP,
];

const BURSTS: &[Contestant] = &[
    burst::<Single<Ours>>(OURS),
    burst::<OursPool>("resp-net pool"),
    #[cfg(feature = "peers")]
    burst::<Single<Rustis>>("rustis"),
    #[cfg(feature = "peers")]
    burst::<Single<stable::Multiplexed>>("redis-rs"),
    #[cfg(feature = "peers")]
    burst::<Single<newest::Multiplexed>>("redis-rs-rc"),
    #[cfg(feature = "peers")]
    burst::<Single<Fred>>("fred"),
    #[cfg(feature = "peers")]
    burst::<Deadpool>("deadpool-redis"),
    #[cfg(feature = "peers")]
    burst::<Bb8>("bb8-redis"),
    #[cfg(feature = "peers")]
    burst::<FredPool>("fred pool"),
    BURST_LOOP,
];

const ONE_THREAD: &[Contestant] = &[
    each::<OursBlocking>(OURS),
    #[cfg(feature = "peers")]
    each::<stable::Blocking>("redis-rs"),
    #[cfg(feature = "peers")]
    each::<newest::Blocking>("redis-rs-rc"),
    each::<Raw>(RAW),
];

const MANY_THREADS: &[Contestant] = &[
    cloned::<OursBlocking>(OURS),
    #[cfg(feature = "peers")]
    mutex::<stable::Blocking>("redis-rs mutex"),
    #[cfg(feature = "peers")]
    mutex::<newest::Blocking>("redis-rs-rc mutex"),
    #[cfg(feature = "peers")]
    each::<stable::Blocking>("redis-rs each"),
    #[cfg(feature = "peers")]
    each::<newest::Blocking>("redis-rs-rc each"),
    mutex::<Raw>("raw mutex"),
    each::<Raw>("raw each"),
];

/// Who takes part in a cell; the raw loop stands last.
pub(in crate::compare) fn of_cell(cell: &Cell) -> &'static [Contestant] {
    let all = match (cell.runtime, cell.tasks) {
        (Runtime::Threads, 1) => return ONE_THREAD,
        (Runtime::Threads, _) => return MANY_THREADS,
        _ if cell.pool.is_some() => return POOLS,
        _ if matches!(cell.work, Work::Burst(_)) => return BURSTS,
        #[cfg(feature = "peers")]
        _ if rustis_cannot(cell).is_some() => WITHOUT_RUSTIS,
        _ => SHARED,
    };
    match all {
        [clients @ .., _] if !raw_can(cell) => clients,
        all => all,
    }
}

/// Whether the raw loop of asynchronous cells does this work.
fn raw_can(cell: &Cell) -> bool {
    cell.door != Door::Tls && cell.work != Work::Mixed
}

/// Why rustis cannot do this work, if so.
#[cfg(feature = "peers")]
fn rustis_cannot(cell: &Cell) -> Option<&'static str> {
    let writes_large =
        matches!(cell.work, Work::Set(size) | Work::Hset(size) | Work::Lpush(size) if size == Size::Large);
    match cell.tasks {
        _ if cell.protocol == Some(Protocol::Resp2) => Some("it speaks RESP3 only"),
        256.. if writes_large => Some("by default it fails commands where 16 MiB of them wait to be sent"),
        _ => None,
    }
}

/// Who takes no part in a cell in which it might be expected, and why.
pub(in crate::compare) fn left_out(cell: &Cell) -> Vec<(&'static str, &'static str)> {
    let mut reasons = Vec::new();
    #[cfg(feature = "peers")]
    reasons.extend(rustis_cannot(cell).map(|reason| ("rustis", reason)));
    if cell.door == Door::Tls {
        reasons.push((RAW, "it speaks no TLS"));
    }
    if cell.work == Work::Mixed {
        reasons.push((RAW, "it counts replies by their length, which has to be one"));
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::super::cells::CELLS;
    use super::*;

    #[test]
    fn ours_is_first_and_each_name_is_there_once() {
        for cell in CELLS.iter() {
            let names: Vec<_> = of_cell(cell).iter().map(|one| one.name).collect();
            assert_eq!(names[0], OURS, "{}", cell.name);
            let unique: std::collections::HashSet<_> = names.iter().collect();
            assert_eq!(unique.len(), names.len(), "{}", cell.name);
            let absent = left_out(cell);
            assert!(absent.iter().all(|(name, _)| !names.contains(name)), "{}", cell.name);
            let raw = names.iter().any(|name| name.starts_with(RAW));
            assert!(raw || absent.iter().any(|(name, _)| *name == RAW), "{}", cell.name);
        }
    }

    #[cfg(feature = "peers")]
    #[test]
    fn every_cell_has_somebody_to_compare_with() {
        use crate::record::Role;

        for cell in CELLS.iter() {
            let others = of_cell(cell).iter().filter(|one| one.role() == Role::Other);
            assert!(others.count() >= 2, "{}", cell.name);
        }
    }
}
