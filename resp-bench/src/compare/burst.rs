//! Many commands at once, by a task each: on a client that exists, or on one
//! that has to be made first.

use super::cell::Cell;
use super::cells::BURST_POOL;
use super::contestant::Starting;
use super::target::Target;
use super::work::{BURST, Client, Size, Work};
use crate::clients::{Pool, Setup};
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Meter};
use crate::workload::Tasks;
use crate::workload::raw::{Script, connect};
use std::sync::Arc;
use tokio::task::JoinSet;

/// Starts the task that sends one burst after the other.
pub(super) fn start<P: Pool>(cell: &'static Cell, target: Arc<Target>, gauge: Arc<Gauge>) -> Starting {
    Box::pin(async move {
        let setup = target.setup(cell)?;
        let warm = match cell.work {
            Work::Burst(Client::Cold) => None,
            _ => Some(P::connect(&setup, BURST_POOL).await?),
        };
        let mut tasks = Tasks::new();
        for meter in gauge.meters() {
            tasks.spawn(repeat(warm.clone(), setup.clone(), Arc::clone(&target), meter));
        }
        Ok(tasks)
    })
}

/// Closing a cold client is part of no burst's latency.
async fn repeat<P: Pool>(
    warm: Option<P>,
    setup: Setup,
    target: Arc<Target>,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    while meter.running() {
        let started = meter.begin();
        if let Some(pool) = &warm {
            burst(pool, &target).await?;
            meter.end(started, 1);
        } else {
            let pool = P::connect(&setup, BURST_POOL).await?;
            burst(&pool, &target).await?;
            meter.end(started, 1);
            pool.close().await?;
        }
    }
    Ok(meter.finish())
}

async fn burst<P: Pool>(pool: &P, target: &Arc<Target>) -> Result<(), Failure> {
    let mut calls = JoinSet::new();
    for turn in 0..BURST {
        let (mut pool, target) = (pool.clone(), Arc::clone(target));
        calls.spawn(async move {
            let text = pool.get(target.data.strings(Size::Small).name(turn)).await?;
            target.data.check_text(Size::Small, turn, text.as_ref(), true)
        });
    }
    while let Some(ended) = calls.join_next().await {
        ended.map_err(|error| Failure::because("a task broke down", &error))??;
    }
    Ok(())
}

/// The limit: prepared bytes on one connection, without a task for each command.
pub(super) fn start_raw(cell: &'static Cell, target: Arc<Target>, gauge: Arc<Gauge>) -> Starting {
    Box::pin(async move {
        let script = Arc::clone(target.script(cell.work)?);
        let mut tasks = Tasks::new();
        for meter in gauge.meters() {
            tasks.spawn(repeat_raw(cell.work, Arc::clone(&target), Arc::clone(&script), meter));
        }
        Ok(tasks)
    })
}

async fn repeat_raw(
    work: Work,
    target: Arc<Target>,
    script: Arc<Script>,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    let endpoint = target.endpoint()?;
    let mut stream = connect(endpoint).await?;
    while meter.running() {
        let started = meter.begin();
        if work == Work::Burst(Client::Cold) {
            stream = connect(endpoint).await?;
        }
        script.exchange(&mut stream, BURST).await?;
        meter.end(started, 1);
    }
    Ok(meter.finish())
}
