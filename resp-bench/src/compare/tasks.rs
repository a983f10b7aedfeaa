//! Tasks that share an asynchronous client do the work of a cell.

use super::cell::Cell;
use super::check::{check_hset, check_lpush, check_risen};
use super::contestant::Starting;
use super::data::{Data, FIELD};
use super::target::Target;
use super::trim;
use super::work::{RARE, Size, Work};
use crate::clients::{Peer, Pool};
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Meter};
use crate::workload::{Tasks, first_key};
use std::sync::Arc;

/// Connects and starts the tasks of a cell.
pub(super) fn start<P: Peer>(cell: &'static Cell, target: Arc<Target>, gauge: Arc<Gauge>) -> Starting {
    Box::pin(async move {
        let peer = P::connect(&target.setup(cell)?).await?;
        trim::start(cell, &target);
        let mut tasks = Tasks::new();
        for meter in gauge.meters() {
            tasks.spawn(repeat(peer.clone(), cell.work, Arc::clone(&target), meter));
        }
        Ok(tasks)
    })
}

/// The same with a pool, through which goes GET alone.
pub(super) fn start_pool<P: Pool>(cell: &'static Cell, target: Arc<Target>, gauge: Arc<Gauge>) -> Starting {
    Box::pin(async move {
        let size = cell.pool.ok_or_else(|| Failure::new("this cell has no pool"))?;
        let pool = P::connect(&target.setup(cell)?, size).await?;
        let mut tasks = Tasks::new();
        for meter in gauge.meters() {
            tasks.spawn(repeat_get(pool.clone(), Arc::clone(&target), meter));
        }
        Ok(tasks)
    })
}

async fn repeat_get<P: Pool>(
    mut pool: P,
    target: Arc<Target>,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    let mut turn = first_key(meter.index());
    let strings = target.data.strings(Size::Small);
    while meter.running() {
        let started = meter.begin();
        let text = pool.get(strings.name(turn)).await?;
        target.data.check_text(Size::Small, turn, text.as_ref(), true)?;
        meter.end(started, 1);
        turn += 1;
    }
    Ok(meter.finish())
}

async fn repeat<P: Peer>(
    mut peer: P,
    work: Work,
    target: Arc<Target>,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    let mut turn = first_key(meter.index());
    let mut counter = 0;
    while meter.running() {
        let whole = meter.warming_up();
        // Of mixed sizes, the latencies of the small ones are wanted.
        let huge = work == Work::Mixed && turn.is_multiple_of(RARE);
        let started = if huge { None } else { meter.begin() };
        let commands = if huge {
            let text = peer.get(target.data.huge.name(turn / RARE)).await?;
            target.data.check_huge(turn / RARE, text.as_ref(), whole)?;
            1
        } else if work == Work::Incr {
            check_risen(&mut counter, peer.incr(&target.data.counter).await?)?;
            1
        } else {
            once(&mut peer, work, &target.data, turn, whole).await?
        };
        meter.end(started, commands);
        turn += 1;
    }
    Ok(meter.finish())
}

/// Does the work once and checks it; how many commands that was.
async fn once<P: Peer>(
    peer: &mut P,
    work: Work,
    data: &Data,
    turn: usize,
    whole: bool,
) -> Result<u64, Failure> {
    let small = data.strings(Size::Small);
    match work {
        Work::Get(size) => {
            let text = peer.get(data.strings(size).name(turn)).await?;
            data.check_text(size, turn, text.as_ref(), whole)?;
        }
        Work::Mixed => {
            let text = peer.get(small.name(turn)).await?;
            data.check_text(Size::Small, turn, text.as_ref(), whole)?;
        }
        Work::Set(size) => {
            let strings = data.strings(size);
            peer.set(strings.name(turn), strings.value(turn)).await?;
        }
        Work::Hset(size) => {
            let (key, value) = data.single(size, turn);
            check_hset(peer.hset(key, FIELD, value).await?)?;
        }
        Work::Lpush(size) => {
            check_lpush(peer.lpush(&data.stack, data.strings(size).value(turn)).await?)?;
        }
        Work::Mget => {
            let (first, keys) = data.mget(turn);
            data.check_texts(first, keys.len(), &peer.mget(keys).await?)?;
        }
        Work::List => data.check_list(turn, &peer.lrange(&data.list).await?, whole)?,
        Work::SmallMap => {
            data.check_small_map(turn, &peer.hgetall(data.narrow_name(turn)).await?, whole)?;
        }
        Work::Map => data.check_map(&peer.hgetall(&data.hash).await?, whole)?,
        Work::MapOfStrings => data.check_map(&peer.hgetall_strings(&data.hash).await?, whole)?,
        Work::Value => data.check_pair(P::pair(&peer.hgetall_value(&data.hash).await?))?,
        Work::Gets(count) => {
            data.check_texts(0, count, &peer.get_each(&small.names[..count]).await?)?;
        }
        Work::Sets(count) => peer.set_each(&small.names[..count], &small.values[..count]).await?,
        Work::Maps => {
            let maps = peer.hgetall_each(data.narrow_names()).await?;
            data.check_maps(turn, &maps, whole)?;
        }
        Work::MapsOfStrings => {
            let maps = peer.hgetall_strings_each(data.narrow_names()).await?;
            data.check_maps(turn, &maps, whole)?;
        }
        Work::Incr | Work::Burst(_) => return Err(Failure::new("this work has a loop of its own")),
    }
    Ok(work.batch().unwrap_or(1) as u64)
}
