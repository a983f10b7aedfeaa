//! One connection, one command at a time: the next is sent when the answer is there.

use super::{Target, Tasks, exchange, first_key};
use crate::failure::Failure;
use crate::meter::Gauge;
use crate::plan::Workload;
use resp_net::Connection;
use std::sync::Arc;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

/// All tasks wait in line for the same connection.
pub(super) async fn one_connection(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let connection = Arc::new(Mutex::new(Connection::connect(&target.url).await?));
    let mut tasks = Tasks::new();
    for mut meter in gauge.meters() {
        let (connection, target) = (Arc::clone(&connection), Arc::clone(target));
        tasks.spawn(async move {
            let mut key = first_key(meter.index());
            while meter.running() {
                let started = meter.begin();
                exchange(&mut *connection.lock().await, workload, &target.keys, key).await?;
                meter.end(started, 1);
                key += 1;
            }
            Ok(meter.finish())
        });
    }
    Ok(tasks)
}

/// Each task has a connection of its own.
pub(super) async fn one_per_task(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let mut connections = connections(&target.url, gauge.meters().count()).await?;
    let mut tasks = Tasks::new();
    for mut meter in gauge.meters() {
        let Some(mut connection) = connections.pop() else { break };
        let target = Arc::clone(target);
        tasks.spawn(async move {
            let mut key = first_key(meter.index());
            while meter.running() {
                let started = meter.begin();
                exchange(&mut connection, workload, &target.keys, key).await?;
                meter.end(started, 1);
                key += 1;
            }
            Ok(meter.finish())
        });
    }
    Ok(tasks)
}

/// Opened some at a time: one by one would take longer than to measure them,
/// all at once would overflow the server's queue of new connections.
async fn connections(url: &str, count: usize) -> Result<Vec<Connection>, Failure> {
    const AT_ONCE: usize = 64;
    let mut connections = Vec::with_capacity(count);
    while connections.len() < count {
        let mut dials = JoinSet::new();
        for _ in 0..AT_ONCE.min(count - connections.len()) {
            let url = url.to_owned();
            dials.spawn(async move { Connection::connect(&url).await });
        }
        while let Some(dialled) = dials.join_next().await {
            connections.push(dialled.map_err(|error| Failure::because("a task broke down", &error))??);
        }
    }
    Ok(connections)
}
