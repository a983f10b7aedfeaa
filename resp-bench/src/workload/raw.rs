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
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
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
    replies: Replies,
}

/// What must be answered.
#[derive(Debug)]
enum Replies {
    /// These bytes, each reply as long as the others, and again from the beginning.
    Known { bytes: Vec<u8>, len: usize },
    /// Integers, each greater than the one before.
    Rising,
    /// Integers from 1 on.
    Positive,
}

/// How far the replies to a script have come.
#[derive(Debug)]
pub(crate) struct Follower<'script> {
    replies: &'script Replies,
    /// Bytes.
    received: usize,
    /// Of the integer that has begun.
    number: u64,
    /// The integer before.
    last: u64,
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
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    script: Arc<Script>,
    mut meter: Meter,
    in_flight: usize,
    refill: Refill,
) -> Result<Vec<u64>, Failure> {
    let mut buffer = script.buffer(in_flight);
    let mut follower = script.follow();
    let mut writes: VecDeque<(Option<Instant>, usize)> = VecDeque::new();
    let (mut sent, mut answered) = (0, 0);
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
        let done = follower.check(&buffer[..count])?;
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
    pub(crate) fn recorded(requests: &[Vec<u8>], replies: &[Vec<u8>]) -> Self {
        let replies = Replies::Known { bytes: replies.concat(), len: replies.first().map_or(0, Vec::len) };
        Self { replies, ..Self::rising(requests) }
    }

    /// From commands of one length that are answered by integers, each greater than the one before.
    pub(crate) fn rising(requests: &[Vec<u8>]) -> Self {
        let request_len = requests.first().map_or(0, Vec::len);
        let mut bytes = requests.concat();
        // Commands that are written at once stand one after the other, even the same one.
        while !bytes.is_empty() && bytes.len() < PIECE {
            bytes.extend_from_within(..);
        }
        Self { requests: bytes, request_len, replies: Replies::Rising }
    }

    /// From commands of one length that are answered by integers from 1 on.
    pub(crate) fn positive(requests: &[Vec<u8>]) -> Self {
        Self { replies: Replies::Positive, ..Self::rising(requests) }
    }

    /// The commands of a workload on all keys.
    pub(crate) fn new(keys: &Keys, workload: Workload) -> Self {
        let requests: Vec<_> = (0..keys.len()).map(|key| keys.request(workload, key)).collect();
        let replies: Vec<_> = (0..keys.len()).map(|key| keys.reply(workload, key)).collect();
        Self::recorded(&requests, &replies)
    }

    /// Writes the first `count` commands at once and waits for all replies.
    pub(crate) async fn exchange(
        &self,
        stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
        count: usize,
    ) -> Result<(), Failure> {
        self.write(stream, 0, count).await?;
        let (mut buffer, mut follower) = (self.buffer(count), self.follow());
        let mut left = count;
        while left > 0 {
            let read = stream.read(&mut buffer).await?;
            if read == 0 {
                return Err(Failure::new("the server closed a raw connection"));
            }
            left = left.saturating_sub(follower.check(&buffer[..read])?);
        }
        Ok(())
    }

    /// Room for the replies that may come at once.
    fn buffer(&self, in_flight: usize) -> Vec<u8> {
        let len = if let Replies::Known { len, .. } = self.replies { len } else { 24 };
        vec![0; READ_BUFFER.min(len * in_flight.max(1)).max(4096)]
    }

    /// Compares what comes with what must come.
    pub(crate) const fn follow(&self) -> Follower<'_> {
        Follower { replies: &self.replies, received: 0, number: 0, last: 0 }
    }

    /// Commands that are written at once where the number in flight slides.
    fn piece(&self) -> usize {
        (PIECE / self.request_len).max(1)
    }

    /// Writes `count` commands after the first `sent`.
    pub(crate) async fn write(
        &self,
        stream: &mut (impl AsyncWrite + Unpin),
        sent: usize,
        count: usize,
    ) -> Result<(), Failure> {
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
}

impl Follower<'_> {
    /// Compares what was read next; how many replies end in it.
    pub(crate) fn check(&mut self, bytes: &[u8]) -> Result<usize, Failure> {
        let Replies::Known { bytes: known, len } = self.replies else { return self.check_numbers(bytes) };
        let before = self.received / len;
        let (mut at, mut left) = (self.received % known.len(), bytes);
        while !left.is_empty() {
            let part = left.len().min(known.len() - at);
            if left[..part] != known[at..at + part] {
                return Err(wrong());
            }
            left = &left[part..];
            at = 0;
        }
        self.received += bytes.len();
        Ok(self.received / len - before)
    }

    fn check_numbers(&mut self, bytes: &[u8]) -> Result<usize, Failure> {
        let mut done = 0;
        for byte in bytes {
            match byte {
                b'0'..=b'9' => self.number = self.number.wrapping_mul(10) + u64::from(byte - b'0'),
                b':' => self.number = 0,
                b'\r' => {}
                b'\n' => {
                    let rising = matches!(self.replies, Replies::Rising);
                    if self.number == 0 || rising && self.number <= self.last {
                        return Err(wrong());
                    }
                    self.last = self.number;
                    done += 1;
                }
                _ => return Err(wrong()),
            }
        }
        Ok(done)
    }
}

fn wrong() -> Failure {
    Failure::new("wrong answer on a raw connection")
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
        let Replies::Known { bytes: replies, len } = &script.replies else { panic!("{script:?}") };
        let stream = [&replies[..], &replies[..100]].concat();
        for cut in [1, 21, 22, 1000, stream.len() - 1] {
            let mut follower = script.follow();
            let done = follower.check(&stream[..cut]).unwrap() + follower.check(&stream[cut..]).unwrap();
            assert_eq!(done, stream.len() / len, "{cut}");
        }
        assert!(script.follow().check(&stream[1..10]).is_err());
        assert_eq!(replies.len(), len * keys.len());
        assert_eq!(script.requests.len(), script.request_len * keys.len());
    }

    #[test]
    fn integers_are_counted_wherever_they_are_cut() {
        let requests = [b"*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n".to_vec()];
        let (rising, positive) = (Script::rising(&requests), Script::positive(&requests));
        let stream = b":9\r\n:10\r\n:12\r\n";
        for cut in 0..stream.len() {
            let mut follower = rising.follow();
            let done = follower.check(&stream[..cut]).unwrap() + follower.check(&stream[cut..]).unwrap();
            assert_eq!(done, 3);
        }
        for (wrong, positive_too) in [("-ERR no\r\n", true), (":0\r\n", true), (":7\r\n:7\r\n", false)] {
            assert!(rising.follow().check(wrong.as_bytes()).is_err(), "{wrong}");
            assert_eq!(positive.follow().check(wrong.as_bytes()).is_err(), positive_too, "{wrong}");
        }
    }
}
