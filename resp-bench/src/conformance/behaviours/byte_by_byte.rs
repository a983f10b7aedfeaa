//! A reply in many pieces: a client that begins again with each piece needs
//! time that grows with the square of the reply.

use super::super::answer::{answer_within, time};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use crate::failure::Failure;
use crate::record::Metric;
use core::sync::atomic::{AtomicU64, Ordering::SeqCst};
use core::time::Duration;
use cpu_time::{ProcessTime, ThreadTime};
use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;

/// Of 15 bytes each, 1.6 MB.
const COUNT: usize = 106_000;
const PIECE: usize = 4 << 10;
/// Time between two looks at what the client has read.
const PAUSE: Duration = Duration::from_micros(100);
/// Time for each of the replies.
const LIMIT: Duration = Duration::from_secs(40);
/// Of the CPU time of a reply four times as long: between linear and quadratic.
const MOST: f64 = 8.0;

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    // Nanoseconds of CPU that the server's threads took, which are of this process.
    let of_server = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&of_server);
    let server = Server::start(move |args, stream| {
        let count = match args {
            [b"SHORT"] => COUNT / 4,
            [b"LONG"] => COUNT,
            _ => return polite(args, stream),
        };
        let started = ThreadTime::now();
        let outcome = drip(count, stream);
        let nanos = u64::try_from(started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        counted.fetch_add(nanos, SeqCst);
        outcome
    })?;
    let server_time = || Duration::from_nanos(of_server.load(SeqCst));
    let connected = S::connect_patiently(&server.url()).await;
    let client = connected.map_err(|told| Failure::new(format!("it does not connect: {told}")))?;
    let mut times = Vec::new();
    for (command, count) in [("SHORT", COUNT / 4), ("LONG", COUNT)] {
        let (started, before) = (ProcessTime::now(), server_time());
        let reply = answer_within(LIMIT, client.any(command)).await;
        match reply.outcome {
            Some(Ok(len)) if len == count => {}
            Some(Ok(len)) => return Ok(Seen::new(false, format!("a reply of {len} elements, not {count}"))),
            _ => return Ok(Seen::new(false, format!("of {count} elements the caller {reply}"))),
        }
        // The server's thread still notes its own time after the last byte.
        while server_time() == before {
            tokio::time::sleep(PAUSE).await;
        }
        times.push(started.elapsed().saturating_sub(server_time() - before));
    }
    let [short, long] = times[..] else { return Err(Failure::new("no time was taken")) };
    let ratio = long.as_secs_f64() / short.as_secs_f64();
    let text =
        format!("{} of CPU for 1.6 MB, {} for a quarter of it: {ratio:.1} times", time(long), time(short));
    Ok(Seen::new(ratio < MOST, text).with(Metric::ClientCpuMicros, long.as_secs_f64() * 1e6))
}

/// Writes an array of strings, each piece when the client has read the one before.
fn drip(count: usize, stream: &mut TcpStream) -> io::Result<()> {
    let mut reply = format!("*{count}\r\n").into_bytes();
    reply.extend_from_slice(&b"$9\r\nsomething\r\n".repeat(count));
    let client = stream.peer_addr()?.port();
    for piece in reply.chunks(PIECE) {
        stream.write_all(piece)?;
        std::thread::sleep(PAUSE);
        while unread(client).is_some_and(|bytes| bytes > 0) {
            std::thread::sleep(PAUSE);
        }
    }
    Ok(())
}

/// Bytes that wait to be read from the socket with this port; `None` where
/// the system does not say, or if it is closed.
fn unread(port: u16) -> Option<u32> {
    let sockets = std::fs::read_to_string("/proc/self/net/tcp").ok()?;
    let end = format!(":{port:04X}");
    let mut rows = sockets.lines().map(|line| line.split_whitespace().skip(1));
    let mut row = rows.find(|row| row.clone().next().is_some_and(|local| local.ends_with(&end)))?;
    let (_, received) = row.nth(3)?.split_once(':')?;
    u32::from_str_radix(received, 16).ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::io::Read;
    use std::net::TcpListener;

    #[test]
    fn what_a_client_has_not_read_is_seen() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (mut server, peer) = listener.accept().unwrap();
        server.write_all(b"12345").unwrap();
        assert!(::tests::wait::eventually(|| unread(peer.port()) == Some(5)));
        client.read_exact(&mut [0; 5]).unwrap();
        assert_eq!(unread(peer.port()), Some(0));
    }
}
