//! A future is dropped while its command waits to be written.

use super::super::answer::Echoes;
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;
use core::sync::atomic::{AtomicU64, Ordering::SeqCst};
use core::time::Duration;
use std::sync::Arc;

/// More than the sockets of a server that reads nothing take.
const FILLER: usize = 8 << 20;
/// Long enough for the sockets to be full, and for the command to be queued;
/// short against the time limits that clients have by default.
const WHILE: Duration = Duration::from_millis(150);

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let ran = Arc::new(AtomicU64::new(0));
    let of_server = Arc::clone(&ran);
    let server = Server::start(move |args, stream| {
        if args.get(1) == Some(&&b"dropped"[..]) {
            of_server.fetch_add(1, SeqCst);
        }
        polite(args, stream)
    })?;
    let client: S = connect(&server.url()).await?;
    client.echo("before").await.map_err(|told| Failure::new(format!("no ECHO: {told}")))?;
    server.stop();
    let other = client.clone();
    let filler = tokio::spawn(async move { other.set("filler", &vec![b'x'; FILLER]).await });
    tokio::time::sleep(WHILE).await;
    if tokio::time::timeout(WHILE, client.set("dropped", b"1")).await.is_ok() {
        return Ok(Seen::unasked("the call ended before its future was dropped"));
    }
    server.go_on();
    let _ = filler.await;
    let echoes = Echoes::ask(&client, 100).await;
    let count = ran.load(SeqCst);
    let fate = if count == 0 { "the command never ran" } else { "the command ran all the same" };
    Ok(Seen::new(count == 0 && echoes.are_right(), format!("{fate}; {echoes}")))
}
