//! The physical limit: prepared bytes, replies compared with recorded ones.

use super::cell::{Cell, Door};
use super::contestant::Starting;
use super::data::Data;
use super::target::Target;
use super::trim;
use super::work::Work;
use crate::failure::Failure;
use crate::meter::Gauge;
use crate::workload::raw::{Refill, Script, connect, converse};
use crate::workload::{Endpoint, Tasks};
use resp_core::{Decoder, Progress};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Sends each command of the work once and keeps what is answered, unless each
/// answer is another number.
pub(super) async fn record(endpoint: &Endpoint, data: &Data, work: Work) -> Result<Script, Failure> {
    let requests = data.requests(work);
    match work {
        Work::Incr => return Ok(Script::rising(&requests)),
        Work::Lpush(_) => return Ok(Script::positive(&requests)),
        _ => {}
    }
    let mut stream = connect(endpoint).await?;
    let mut replies = Vec::new();
    for request in &requests {
        stream.write_all(request).await?;
        let mut reply = Vec::new();
        let mut decoder = Decoder::new();
        loop {
            let decoded = decoder.decode(&reply).map_err(|error| Failure::because("no reply", &error))?;
            if let Progress::Frame(frame) = decoded {
                break debug_assert_eq!(frame.byte_len(), reply.len());
            }
            if stream.read_buf(&mut reply).await? == 0 {
                return Err(Failure::new("the server closed a raw connection"));
            }
        }
        replies.push(reply);
    }
    Ok(Script::recorded(&requests, &replies))
}

/// One connection with as many commands in flight as the cell has tasks, or
/// with one pipeline after the other; of a pool, as many connections as it may
/// have, each with one command in flight.
pub(super) fn start(cell: &'static Cell, target: Arc<Target>, gauge: Arc<Gauge>) -> Starting {
    Box::pin(async move {
        let script = target.script(cell.work)?;
        let (in_flight, refill) = match (cell.pool, cell.work.batch()) {
            (Some(_), _) => (1, Refill::Batch),
            (None, Some(batch)) => (batch, Refill::Batch),
            (None, None) => (usize::try_from(cell.tasks).unwrap_or(usize::MAX), Refill::Sliding),
        };
        trim::start(cell, &target);
        let mut tasks = Tasks::new();
        for meter in gauge.meters() {
            let script = Arc::clone(script);
            match cell.door {
                #[cfg(unix)]
                Door::Unix => {
                    let url = target.setup(cell)?.url;
                    let path = url.strip_prefix("unix://").unwrap_or(&url);
                    let stream = tokio::net::UnixStream::connect(path).await?;
                    tasks.spawn(converse(stream, script, meter, in_flight, refill));
                }
                _ => {
                    let stream = connect(target.endpoint()?).await?;
                    tasks.spawn(converse(stream, script, meter, in_flight, refill));
                }
            }
        }
        Ok(tasks)
    })
}
