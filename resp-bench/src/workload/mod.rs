//! The ways of sending commands, a file for each idea; all of them loops that
//! go on until their meter says stop.

mod endpoint;
mod naive;
mod pipelined;
mod pooled;
pub(crate) mod raw;

use crate::failure::Failure;
use crate::keys::Keys;
use crate::meter::{Gauge, Latencies};
use crate::plan::{Cell, Way, Workload};
use resp_net::{Connection, cmd};
use std::sync::Arc;
use tokio::task::JoinSet;

pub(crate) use endpoint::Endpoint;

/// What is measured against.
#[derive(Debug)]
pub(crate) struct Target {
    /// As the client takes it.
    pub(crate) url: String,
    /// As the raw loops take it; `None` if they cannot reach it.
    pub(crate) endpoint: Option<Endpoint>,
    /// What is read and written.
    pub(crate) keys: Keys,
    /// Connections of the pool.
    pub(crate) pool: u32,
}

/// The tasks of a cell. Dropping them ends them.
pub(crate) type Tasks = JoinSet<Result<Latencies, Failure>>;

/// Opens the connections of a cell and starts its tasks.
pub(crate) async fn start(cell: Cell, target: &Arc<Target>, gauge: &Arc<Gauge>) -> Result<Tasks, Failure> {
    match cell.way {
        Way::Naive => naive::one_connection(cell.workload, target, gauge).await,
        Way::NaiveEach => naive::one_per_task(cell.workload, target, gauge).await,
        Way::Pooled => pooled::borrowed(cell.workload, target, gauge),
        Way::Pipelined => pipelined::automatic(cell.workload, target, gauge).await,
        Way::Batch => pipelined::batches(cell.workload, target, gauge, cell.concurrency).await,
        Way::Raw => {
            raw::one_connection(cell.workload, target, gauge, cell.concurrency, raw::Refill::Sliding).await
        }
        Way::RawBatch => {
            raw::one_connection(cell.workload, target, gauge, cell.concurrency, raw::Refill::Batch).await
        }
        Way::RawPool => raw::one_in_flight_each(cell.workload, target, gauge).await,
    }
}

/// One command on a connection of one's own, its answer checked.
async fn exchange(
    connection: &mut Connection,
    workload: Workload,
    keys: &Keys,
    key: usize,
) -> Result<(), Failure> {
    match workload {
        Workload::Get => keys.check(key, connection.send(cmd::get(keys.name(key))).await?.as_deref()),
        Workload::Set => keys.set(connection, key).await,
    }
}

/// Where a task begins in the keys, so that tasks do not walk in step.
pub(crate) const fn first_key(task: usize) -> usize {
    task * 7919
}
