//! Each command borrows a connection and gives it back after the answer.

use super::{Target, Tasks, exchange, first_key};
use crate::failure::Failure;
use crate::meter::Gauge;
use crate::plan::Workload;
use resp_net::Pool;
use std::sync::Arc;

/// All tasks share a pool, which opens its connections during the warm-up.
pub(super) fn borrowed(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let size = usize::try_from(target.pool).unwrap_or(usize::MAX);
    let pool = Arc::new(Pool::builder(&target.url)?.max_size(size).build()?);
    let mut tasks = Tasks::new();
    for mut meter in gauge.meters() {
        let (pool, target) = (Arc::clone(&pool), Arc::clone(target));
        tasks.spawn(async move {
            let mut key = first_key(meter.index());
            while meter.running() {
                let started = meter.begin();
                exchange(&mut *pool.acquire().await?, workload, &target.keys, key).await?;
                meter.end(started, 1);
                key += 1;
            }
            Ok(meter.finish())
        });
    }
    Ok(tasks)
}
