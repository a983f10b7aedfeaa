//! A line without an end.

use super::super::answer::{PATIENCE, answer};
use super::super::memory::{self, Growth, mib};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;
use core::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;
use tokio::sync::Notify;

const LEN: u64 = 64 << 20;
const PIECE: usize = 64 << 10;
const MOST: u64 = 32 << 20;

/// How far the server is.
#[derive(Debug, Default)]
struct Line {
    sent: AtomicU64,
    ended: Notify,
}

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let line = Arc::new(Line::default());
    let of_server = Arc::clone(&line);
    let server = Server::start(move |args, stream| match args {
        [b"LINE"] => {
            let outcome = of_server.write(stream);
            of_server.ended.notify_one();
            outcome
        }
        _ => polite(args, stream),
    })?;
    let client: S = connect(&server.url()).await?;
    let growth = Growth::start();
    let told = answer(client.any("LINE")).await;
    // A caller may be told long before the client stops to read.
    let _ = tokio::time::timeout(PATIENCE, line.ended.notified()).await;
    let (sent, peak) = (line.sent.load(SeqCst), growth.peak());
    let taken = if sent < LEN { format!("{:.1} MiB", mib(sent)) } else { "all 64 MiB".to_owned() };
    let text = format!(
        "the server got rid of {taken}, for which the client took {}; the caller {told}",
        memory::text(peak)
    );
    let is_good = told.is_error() && sent < LEN && peak.is_none_or(|peak| peak < MOST);
    Ok(Seen::new(is_good, text).with_time(told.after).with_peak(peak))
}

impl Line {
    fn write(&self, stream: &mut TcpStream) -> io::Result<()> {
        stream.write_all(b"+")?;
        let piece = [b'x'; PIECE];
        while self.sent.load(SeqCst) < LEN {
            stream.write_all(&piece)?;
            self.sent.fetch_add(PIECE as u64, SeqCst);
        }
        Ok(())
    }
}
