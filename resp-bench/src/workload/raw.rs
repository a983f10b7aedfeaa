//! Hand-written loops over prepared bytes: no client could be faster. Replies
//! are compared with the bytes that they must be, and counted by their size.

use super::{Endpoint, Target, Tasks};
use crate::failure::Failure;
use crate::keys::Keys;
use crate::meter::{Gauge, Meter};
use crate::plan::Workload;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// When the next commands are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refill {
    /// As many as were just answered: a fixed number stays in flight.
    Sliding,
    /// When all are answered.
    Batch,
}

/// The commands of a cell and their replies, all of the same length, as bytes
/// that follow each other and begin again at the end.
#[derive(Debug)]
pub(crate) struct Script {
    requests: Vec<u8>,
    request_len: usize,
    replies: Vec<u8>,
    reply_len: usize,
}

/// Bytes read at once; more than a server writes at once.
const READ_BUFFER: usize = 256 << 10;

/// Bytes written at once where the number in flight slides: the server begins
/// with them while the rest is written. Measured at 256 commands in flight:
/// 95 µs from write to answer, 114 µs by one large write; 2 and 4 KiB are no
/// better there and cost more with 1,000.
const PIECE: usize = 8 << 10;

/// One connection with this many commands in flight.
pub(super) async fn one_connection(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
    in_flight: u32,
    refill: Refill,
) -> Result<Tasks, Failure> {
    let script = Arc::new(Script::new(&target.keys, workload));
    let in_flight = usize::try_from(in_flight).unwrap_or(usize::MAX);
    let mut tasks = Tasks::new();
    let endpoint =
        target.endpoint.as_ref().ok_or_else(|| Failure::new("raw loops need a redis:// address"))?;
    for meter in gauge.meters() {
        let stream = connect(endpoint).await?;
        tasks.spawn(converse(stream, Arc::clone(&script), meter, in_flight, refill));
    }
    Ok(tasks)
}

/// A connection for each meter, with one command in flight.
pub(super) async fn one_in_flight_each(
    workload: Workload,
    target: &Arc<Target>,
    gauge: &Arc<Gauge>,
) -> Result<Tasks, Failure> {
    one_connection(workload, target, gauge, 1, Refill::Batch).await
}

/// A connection that is logged in.
pub(crate) async fn connect(endpoint: &Endpoint) -> Result<TcpStream, Failure> {
    let mut stream = TcpStream::connect(&endpoint.address).await?;
    stream.set_nodelay(true)?;
    for command in &endpoint.login {
        stream.write_all(command).await?;
        if !is_accepted(&read_line(&mut stream).await?) {
            return Err(Failure::new("a raw connection could not log in"));
        }
    }
    Ok(stream)
}

/// One reply of one line, byte by byte, as nothing may be read that follows it.
async fn read_line(stream: &mut TcpStream) -> Result<Vec<u8>, Failure> {
    let mut line = Vec::new();
    while !line.ends_with(b"\r\n") {
        line.push(stream.read_u8().await?);
    }
    Ok(line)
}

/// A password is refused as needless where there is none, which is no harm.
fn is_accepted(line: &[u8]) -> bool {
    line == b"+OK\r\n" || line.starts_with(b"-ERR AUTH <password> called without any password")
}

/// Sends the commands of a script, `in_flight` at a time, until the meter says stop.
pub(crate) async fn converse(
    mut stream: TcpStream,
    script: Arc<Script>,
    mut meter: Meter,
    in_flight: usize,
    refill: Refill,
) -> Result<Vec<u64>, Failure> {
    let mut buffer = vec![0; READ_BUFFER.min(script.reply_len * in_flight.max(1)).max(4096)];
    let mut writes: VecDeque<(Option<Instant>, usize)> = VecDeque::new();
    let (mut sent, mut answered, mut received) = (0, 0, 0);
    let mut due = in_flight;
    loop {
        if due > 0 && meter.running() {
            writes.push_back((meter.begin(), due));
            let pieces = if refill == Refill::Batch { due } else { script.piece() };
            while due > 0 {
                let piece = due.min(pieces);
                script.write(&mut stream, sent, piece).await?;
                sent += piece;
                due -= piece;
            }
        }
        if sent == answered {
            return Ok(meter.finish());
        }
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            return Err(Failure::new("the server closed a raw connection"));
        }
        script.check(received, &buffer[..count])?;
        received += count;
        let done = received / script.reply_len - answered;
        answered += done;
        settle(&mut writes, &mut meter, done);
        due = match refill {
            Refill::Sliding => done,
            Refill::Batch if answered == sent => in_flight,
            Refill::Batch => 0,
        };
    }
}

/// Counts `done` answers to the oldest writes; the latency is a whole write's.
fn settle(writes: &mut VecDeque<(Option<Instant>, usize)>, meter: &mut Meter, mut done: usize) {
    while done > 0 {
        let Some((started, waiting)) = writes.front_mut() else { return };
        let part = done.min(*waiting);
        *waiting -= part;
        done -= part;
        let complete = *waiting == 0;
        meter.end(if complete { *started } else { None }, part as u64);
        if complete {
            writes.pop_front();
        }
    }
}

impl Script {
    /// From commands and their replies; those of each kind have the same length.
    #[cfg(feature = "peers")]
    pub(crate) fn recorded(requests: &[Vec<u8>], replies: &[Vec<u8>]) -> Self {
        let len_of_each = |all: &[Vec<u8>]| all.first().map_or(0, Vec::len);
        Self {
            requests: requests.concat(),
            request_len: len_of_each(requests),
            replies: replies.concat(),
            reply_len: len_of_each(replies),
        }
    }

    fn new(keys: &Keys, workload: Workload) -> Self {
        let all = |wire: &dyn Fn(usize) -> Vec<u8>| (0..keys.len()).flat_map(wire).collect();
        Self {
            requests: all(&|key| keys.request(workload, key)),
            request_len: keys.request(workload, 0).len(),
            replies: all(&|key| keys.reply(workload, key)),
            reply_len: keys.reply(workload, 0).len(),
        }
    }

    /// Commands that are written at once where the number in flight slides.
    fn piece(&self) -> usize {
        (PIECE / self.request_len).max(1)
    }

    /// Writes `count` commands after the first `sent`.
    async fn write(&self, stream: &mut TcpStream, sent: usize, count: usize) -> Result<(), Failure> {
        let mut at = sent * self.request_len % self.requests.len();
        let mut left = count * self.request_len;
        while left > 0 {
            let part = left.min(self.requests.len() - at);
            stream.write_all(&self.requests[at..at + part]).await?;
            left -= part;
            at = 0;
        }
        Ok(())
    }

    /// Compares what was read after the first `received` bytes.
    fn check(&self, received: usize, mut bytes: &[u8]) -> Result<(), Failure> {
        let mut at = received % self.replies.len();
        while !bytes.is_empty() {
            let part = bytes.len().min(self.replies.len() - at);
            if bytes[..part] != self.replies[at..at + part] {
                return Err(Failure::new("wrong answer on a raw connection"));
            }
            bytes = &bytes[part..];
            at = 0;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_that_were_needless_do_no_harm() {
        assert!(is_accepted(b"+OK\r\n"));
        assert!(is_accepted(
            b"-ERR AUTH <password> called without any password configured for the default user.\r\n"
        ));
        assert!(!is_accepted(b"-WRONGPASS invalid username-password pair or user is disabled.\r\n"));
        assert!(!is_accepted(b"-ERR DB index is out of range\r\n"));
    }

    #[test]
    fn a_script_is_compared_round_and_round() {
        let keys = Keys::new(16, false);
        let script = Script::new(&keys, Workload::Get);
        let stream = [&script.replies[..], &script.replies[..100]].concat();
        for cut in [1, 21, 22, 1000, stream.len() - 1] {
            assert_eq!(script.check(0, &stream[..cut]), Ok(()));
            assert_eq!(script.check(cut, &stream[cut..]), Ok(()));
        }
        assert!(script.check(1, &stream[..10]).is_err());
        assert_eq!(script.replies.len(), script.reply_len * keys.len());
        assert_eq!(script.requests.len(), script.request_len * keys.len());
    }
}
