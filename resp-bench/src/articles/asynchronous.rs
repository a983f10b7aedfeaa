//! Batches of the clients for tasks.

use super::data::{Data, Reply};
use super::work::{BATCH_LEN, Command, PIPELINE_LEN, POOL_SIZE, Way, Work};
use crate::clients::Peer;
use crate::failure::Failure;
use bytes::Bytes;
use core::ops::Range;
use core::time::Duration;
use resp_net::{Pool, cmd};
use std::sync::Arc;
use std::time::Instant;
use tokio::task::JoinSet;

/// Time to wait for a connection of a pool that is cold.
const ACQUIRE_LIMIT: Duration = Duration::from_secs(30);

/// Times a batch over one connection.
///
/// # Errors
/// The client's own, and wrong replies.
pub(super) async fn batch<P: Peer>(peer: &mut P, data: &Arc<Data>, work: Work) -> Result<Duration, Failure> {
    let started = Instant::now();
    let replies = match work.way {
        Way::OneByOne => one_by_one(peer, data, work.command).await?,
        Way::Multiplexed => multiplexed(peer, data, work.command).await?,
        Way::Pipeline => pipelines(peer, data, work.command, BATCH_LEN).await?,
        Way::PipelinesOf100 => pipelines(peer, data, work.command, PIPELINE_LEN).await?,
        Way::WarmPool | Way::ColdPool | Way::ColdConnections => return Err(Failure::new("it has no pool")),
    };
    let elapsed = started.elapsed();
    data.check(work.command, &replies)?;
    Ok(elapsed)
}

type Replies<P> = Result<Vec<Reply<<P as Peer>::Text>>, Failure>;

async fn call<P: Peer>(
    peer: &mut P,
    data: &Data,
    command: Command,
    index: usize,
) -> Result<Reply<P::Text>, Failure> {
    let (key, value) = (&data.keys[index], &data.values[index]);
    Ok(match command {
        Command::Set => {
            peer.set(key, value).await?;
            Reply::Done
        }
        Command::Get => Reply::Value(peer.get(key).await?),
        Command::Hset => Reply::Count(peer.hset(&data.new_hash, &data.fields[index], value).await?),
        Command::Lpush => Reply::Count(peer.lpush(&data.new_list, value).await?),
        Command::Hgetall => Reply::Map(peer.hgetall(&data.hashes[index]).await?),
    })
}

async fn one_by_one<P: Peer>(peer: &mut P, data: &Data, command: Command) -> Replies<P> {
    let mut replies = Vec::with_capacity(BATCH_LEN);
    for index in 0..BATCH_LEN {
        replies.push(call(peer, data, command, index).await?);
    }
    Ok(replies)
}

/// A task for each command.
async fn multiplexed<P: Peer>(peer: &P, data: &Arc<Data>, command: Command) -> Replies<P> {
    let mut tasks = JoinSet::new();
    for index in 0..BATCH_LEN {
        let (mut peer, data) = (peer.clone(), Arc::clone(data));
        tasks.spawn(async move { (index, call(&mut peer, &data, command, index).await) });
    }
    in_order(tasks).await
}

async fn pipelines<P: Peer>(peer: &mut P, data: &Data, command: Command, len: usize) -> Replies<P> {
    let mut replies = Vec::with_capacity(BATCH_LEN);
    for range in ranges(len) {
        match command {
            Command::Set => {
                peer.set_each(&data.keys[range.clone()], &data.values[range.clone()]).await?;
                replies.extend(range.map(|_| Reply::Done));
            }
            Command::Get => {
                replies.extend(peer.get_each(&data.keys[range]).await?.into_iter().map(Reply::Value));
            }
            Command::Hgetall => {
                replies.extend(peer.hgetall_each(&data.hashes[range]).await?.into_iter().map(Reply::Map));
            }
            Command::Hset | Command::Lpush => return Err(Failure::new("it has no such pipeline")),
        }
    }
    Ok(replies)
}

/// A batch in parts of this length.
pub(super) fn ranges(len: usize) -> impl Iterator<Item = Range<usize>> {
    (0..BATCH_LEN).step_by(len).map(move |first| first..(first + len).min(BATCH_LEN))
}

/// A pool whose connections have been made.
pub(super) async fn warm_pool(url: &str) -> Result<Pool, Failure> {
    let pool = cold_pool(url, POOL_SIZE, POOL_SIZE)?;
    pool.prewarm().await?;
    Ok(pool)
}

fn cold_pool(url: &str, min_size: usize, max_size: usize) -> Result<Pool, Failure> {
    let builder = Pool::builder(url)?.min_size(min_size).max_size(max_size);
    Ok(builder.max_waiting(BATCH_LEN).acquire_timeout(ACQUIRE_LIMIT).build()?)
}

/// Times a batch of GETs that all wait for a connection of resp-net's pool.
///
/// # Errors
/// The pool's own, and wrong replies.
pub(super) async fn pool_batch(
    warm: &Pool,
    url: &str,
    data: &Arc<Data>,
    way: Way,
) -> Result<Duration, Failure> {
    let started = Instant::now();
    let pool = match way {
        Way::ColdPool => cold_pool(url, 0, POOL_SIZE)?,
        Way::ColdConnections => cold_pool(url, 0, BATCH_LEN)?,
        _ => warm.clone(),
    };
    let mut tasks = JoinSet::new();
    for index in 0..BATCH_LEN {
        let (pool, data) = (pool.clone(), Arc::clone(data));
        tasks.spawn(async move { (index, pooled_get(&pool, &data, index).await) });
    }
    let replies = in_order(tasks).await?;
    let elapsed = started.elapsed();
    data.check(Command::Get, &replies)?;
    Ok(elapsed)
}

async fn pooled_get(pool: &Pool, data: &Data, index: usize) -> Result<Reply<Bytes>, Failure> {
    let mut connection = pool.acquire().await?;
    Ok(Reply::Value(connection.send(cmd::get(&data.keys[index])).await?))
}

/// What tasks bring, whichever is done first, in the order of their numbers.
async fn in_order<T: 'static>(
    mut tasks: JoinSet<(usize, Result<Reply<T>, Failure>)>,
) -> Result<Vec<Reply<T>>, Failure> {
    let mut replies = Vec::new();
    replies.resize_with(tasks.len(), || Reply::Done);
    while let Some(ended) = tasks.join_next().await {
        let (index, reply) = ended.map_err(|error| Failure::because("a task broke down", &error))?;
        replies[index] = reply?;
    }
    Ok(replies)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_cut_into_pipelines() {
        assert!(ranges(BATCH_LEN).eq(core::iter::once(0..1000)));
        let hundreds: Vec<_> = ranges(100).collect();
        assert_eq!((hundreds.len(), hundreds[9].clone()), (10, 900..1000));
    }
}
