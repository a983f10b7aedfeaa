//! Tasks that send requests by a client, one at a time each.

use super::contestant::{Target, Way};
use super::source::Source;
use crate::failure::Failure;
use crate::workload::first_key;
use std::sync::Arc;
use tokio::task::JoinSet;

/// They end when the source does.
pub(super) type Tasks = JoinSet<Result<(), Failure>>;

/// Connects, and starts so many tasks.
pub(super) async fn start<W: Way>(
    target: Arc<Target>,
    source: Arc<Source>,
    count: usize,
) -> Result<Tasks, Failure> {
    let way = W::connect(&target).await?;
    let mut tasks = Tasks::new();
    for task in 0..count {
        tasks.spawn(serve(way.clone(), Arc::clone(&target), Arc::clone(&source), first_key(task)));
    }
    Ok(tasks)
}

async fn serve<W: Way>(
    mut way: W,
    target: Arc<Target>,
    source: Arc<Source>,
    mut key: usize,
) -> Result<(), Failure> {
    while let Some(due) = source.next().await {
        let sent = way.get(&target, &source, key).await?;
        source.answered(due, sent);
        key += 1;
    }
    Ok(())
}
