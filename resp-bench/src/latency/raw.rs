//! A hand-written loop over prepared bytes: what is due when it looks is
//! written at once. No client could be faster.

use super::contestant::Target;
use super::source::Source;
use super::tasks::Tasks;
use crate::failure::Failure;
use crate::plan::Workload;
use crate::workload::raw::{Script, connect};
use core::time::Duration;
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

/// Connects, and starts one task that has at most so many requests on the way.
pub(super) async fn start(target: Arc<Target>, source: Arc<Source>, most: usize) -> Result<Tasks, Failure> {
    let endpoint = target.endpoint.as_ref().ok_or_else(|| Failure::new("it needs a redis:// address"))?;
    let stream = connect(endpoint).await?;
    let script = Script::new(&target.keys, Workload::Get);
    let mut tasks = Tasks::new();
    tasks.spawn(converse(stream, script, source, most));
    Ok(tasks)
}

/// Bytes read at once.
const READ_BUFFER: usize = 64 << 10;

async fn converse(
    mut stream: TcpStream,
    script: Script,
    source: Arc<Source>,
    most: usize,
) -> Result<(), Failure> {
    let mut buffer = vec![0; READ_BUFFER];
    // When each was due and sent, in the order of their answers.
    let mut waiting: VecDeque<(Duration, Duration)> = VecDeque::new();
    let mut follower = script.follow();
    let (mut sent, mut over) = (0, false);
    while !(over && waiting.is_empty()) {
        tokio::select! {
            first = source.next(), if !over && waiting.len() < most => {
                let before = waiting.len();
                let mut next = Some(first);
                while let Some(request) = next {
                    let Some(due) = request else { over = true; break };
                    waiting.push_back((due, due));
                    next = if waiting.len() < most { source.try_next() } else { None };
                }
                let (count, now) = (waiting.len() - before, source.now());
                waiting.iter_mut().skip(before).for_each(|(_, sent)| *sent = now);
                script.write(&mut stream, sent, count).await?;
                sent += count;
            }
            read = stream.read(&mut buffer) => {
                let count = read?;
                if count == 0 {
                    return Err(Failure::new("the server closed a raw connection"));
                }
                let done = follower.check(&buffer[..count])?;
                waiting.drain(..done.min(waiting.len())).for_each(|(due, sent)| source.answered(due, sent));
            }
        }
    }
    Ok(())
}
