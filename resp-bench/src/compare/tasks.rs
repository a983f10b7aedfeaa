//! Tasks that have an asynchronous client do the work of a cell.

use super::cell::{Cell, Work};
use super::contestant::Target;
use super::data::{Data, HASH, LIST};
use crate::clients::{Peer, Setup};
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Meter};
use crate::workload::{Tasks, first_key};
use std::sync::Arc;

/// Connects and starts the tasks of a cell.
pub(super) async fn start<P: Peer>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let peer = P::connect(&Setup::plain(&target.url)).await?;
    let mut tasks = Tasks::new();
    for meter in gauge.meters() {
        tasks.spawn(repeat(peer.clone(), cell.work, Arc::clone(&target), meter));
    }
    Ok(tasks)
}

async fn repeat<P: Peer>(
    mut peer: P,
    work: Work,
    target: Arc<Target>,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    let mut turn = first_key(meter.index());
    while meter.running() {
        let whole = meter.warming_up();
        let started = meter.begin();
        let commands = once(&mut peer, work, &target.data, turn, whole).await?;
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
    match work {
        Work::Get | Work::GetLarge => {
            let text = peer.get(data.name(work, turn)).await?;
            data.check_text(work, turn, text.as_ref(), whole)?;
        }
        Work::List => data.check_list(turn, &peer.lrange(LIST).await?, whole)?,
        Work::Map => data.check_map(&peer.hgetall(HASH).await?, whole)?,
        Work::MapOfStrings => data.check_map(&peer.hgetall_strings(HASH).await?, whole)?,
        Work::Value => data.check_pair(P::pair(&peer.hgetall_value(HASH).await?))?,
        Work::Gets => {
            let keys = data.names(work);
            data.check_texts(&peer.get_each(keys).await?)?;
            return Ok(keys.len() as u64);
        }
        Work::Maps => {
            let keys = data.names(work);
            data.check_maps(turn, &peer.hgetall_each(keys).await?, whole)?;
            return Ok(keys.len() as u64);
        }
        Work::MapsOfStrings => {
            let keys = data.names(work);
            data.check_maps(turn, &peer.hgetall_strings_each(keys).await?, whole)?;
            return Ok(keys.len() as u64);
        }
    }
    Ok(1)
}
