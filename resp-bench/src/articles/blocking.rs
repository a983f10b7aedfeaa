//! Batches of resp-net's client for threads.

use super::asynchronous::ranges;
use super::data::{Data, Reply};
use super::work::{BATCH_LEN, Command, PIPELINE_LEN, Way, Work};
use crate::failure::Failure;
use bytes::Bytes;
use core::time::Duration;
use resp_net::{blocking::Client, cmd};
use std::time::Instant;

/// Times a batch by one thread.
///
/// # Errors
/// The client's own, and wrong replies.
pub(super) fn batch(client: &Client, data: &Data, work: Work) -> Result<Duration, Failure> {
    let started = Instant::now();
    let replies = match work.way {
        Way::OneByOne => (0..BATCH_LEN).map(|index| call(client, data, work.command, index)).collect(),
        Way::Pipeline => pipelines(client, data, work.command, BATCH_LEN),
        Way::PipelinesOf100 => pipelines(client, data, work.command, PIPELINE_LEN),
        _ => Err(Failure::new("one thread does not do so")),
    };
    let elapsed = started.elapsed();
    data.check(work.command, &replies?)?;
    Ok(elapsed)
}

fn call(client: &Client, data: &Data, command: Command, index: usize) -> Result<Reply<Bytes>, Failure> {
    let (key, value) = (&data.keys[index], &data.values[index]);
    Ok(match command {
        Command::Set => {
            client.set(key, value).call()?;
            Reply::Done
        }
        Command::Get => Reply::Value(client.get(key).call()?),
        Command::Hset => Reply::Count(client.hset(&data.new_hash, (&data.fields[index], value)).call()?),
        Command::Lpush => Reply::Count(client.lpush(&data.new_list, value).call()?),
        Command::Hgetall => Reply::Map(client.send(cmd::hgetall(&data.hashes[index])).call()?),
    })
}

fn pipelines(
    client: &Client,
    data: &Data,
    command: Command,
    len: usize,
) -> Result<Vec<Reply<Bytes>>, Failure> {
    let mut replies = Vec::with_capacity(BATCH_LEN);
    for range in ranges(len) {
        match command {
            Command::Set => {
                let pairs = data.keys[range.clone()].iter().zip(&data.values[range]);
                let sets: Vec<_> = pairs.map(|(key, value)| cmd::set(key, value)).collect();
                replies.extend(client.pipeline(sets).call()?.into_iter().map(|()| Reply::Done));
            }
            Command::Hgetall => {
                let all: Vec<_> = data.hashes[range].iter().map(cmd::hgetall).collect();
                replies.extend(client.pipeline(all).call()?.into_iter().map(Reply::Map));
            }
            _ => return Err(Failure::new("it has no such pipeline")),
        }
    }
    Ok(replies)
}
