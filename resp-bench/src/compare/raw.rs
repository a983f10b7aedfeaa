//! The physical limit: prepared bytes, replies compared with recorded ones.

use super::cell::{Cell, Work};
use super::contestant::Target;
use super::data::Data;
use crate::failure::Failure;
use crate::meter::Gauge;
use crate::workload::raw::{Refill, Script, connect, converse};
use crate::workload::{Endpoint, Tasks};
use resp_core::{Decoder, Progress};
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

/// Sends each command of the work once and keeps what is answered.
pub(super) async fn record(endpoint: &Endpoint, data: &Data, work: Work) -> Result<Script, Failure> {
    let mut stream = connect(endpoint).await?;
    let (requests, mut replies) = (data.requests(work), Vec::new());
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
/// with one pipeline after the other.
pub(super) async fn start(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let script = target.scripts.get(&cell.work).ok_or_else(|| Failure::new("nothing was recorded"))?;
    let (in_flight, refill) = match cell.work {
        Work::Gets | Work::Maps | Work::MapsOfStrings => (target.data.names(cell.work).len(), Refill::Batch),
        _ => (usize::try_from(cell.tasks).unwrap_or(usize::MAX), Refill::Sliding),
    };
    let mut tasks = Tasks::new();
    for meter in gauge.meters() {
        let stream = connect(&target.endpoint).await?;
        tasks.spawn(converse(stream, Arc::clone(script), meter, in_flight, refill));
    }
    Ok(tasks)
}
