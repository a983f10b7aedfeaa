//! One connection for all: what is asked for at the same time leaves together.

use super::{Target, Tasks, first_key};
use crate::failure::Failure;
use crate::keys::{EXPIRY, Keys};
use crate::meter::Gauge;
use crate::plan::Workload;
use resp_net::{Client, cmd};
use std::sync::Arc;

/// Each task sends one command at a time; the client puts them together.
pub(super) async fn automatic(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let client = Client::connect(&target.url).await?;
    let mut tasks = Tasks::new();
    for mut meter in gauge.meters() {
        let (client, target) = (client.clone(), Arc::clone(target));
        tasks.spawn(async move {
            let mut key = first_key(meter.index());
            while meter.running() {
                let started = meter.begin();
                one(&client, workload, &target.keys, key).await?;
                meter.end(started, 1);
                key += 1;
            }
            Ok(meter.finish())
        });
    }
    Ok(tasks)
}

/// One task puts batches together itself and waits for all answers of each.
pub(super) async fn batches(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
    size: u32,
) -> Result<Tasks, Failure> {
    let client = Client::connect(&target.url).await?;
    let mut tasks = Tasks::new();
    for mut meter in gauge.meters() {
        let (client, target) = (client.clone(), Arc::clone(target));
        tasks.spawn(async move {
            while meter.running() {
                let started = meter.begin();
                batch(&client, workload, &target.keys, size).await?;
                meter.end(started, u64::from(size));
            }
            Ok(meter.finish())
        });
    }
    Ok(tasks)
}

async fn one(client: &Client, workload: Workload, keys: &Keys, key: usize) -> Result<(), Failure> {
    match workload {
        Workload::Get => keys.check(key, client.get(keys.name(key)).await?.as_deref())?,
        Workload::Set if keys.expire() => {
            client.send(cmd::set(keys.name(key), keys.value(key)).ex(EXPIRY)).await?;
        }
        Workload::Set => client.set(keys.name(key), keys.value(key)).await?,
    }
    Ok(())
}

async fn batch(client: &Client, workload: Workload, keys: &Keys, size: u32) -> Result<(), Failure> {
    let indices = (0_usize..).zip(0..size).map(|(index, _)| index);
    let answered = match workload {
        Workload::Get => {
            let commands: Vec<_> = indices.map(|key| cmd::get(keys.name(key))).collect();
            let values = client.pipeline(commands).await?;
            for (key, value) in values.iter().enumerate() {
                keys.check(key, value.as_deref())?;
            }
            values.len()
        }
        Workload::Set if keys.expire() => {
            let set = |key| cmd::set(keys.name(key), keys.value(key)).ex(EXPIRY);
            client.pipeline(indices.map(set).collect::<Vec<_>>()).await?.len()
        }
        Workload::Set => {
            let set = |key| cmd::set(keys.name(key), keys.value(key));
            client.pipeline(indices.map(set).collect::<Vec<_>>()).await?.len()
        }
    };
    if u32::try_from(answered) == Ok(size) {
        return Ok(());
    }
    Err(Failure::new(format!("{answered} answers to a batch of {size}")))
}
