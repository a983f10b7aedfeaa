//! A future is dropped while the server works on its command.

use super::super::answer::{Echoes, PATIENCE};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use tokio::sync::Notify;

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let arrived = Arc::new(Notify::new());
    let (answer_now, wait) = mpsc::channel::<()>();
    let (has_arrived, wait) = (Arc::clone(&arrived), Mutex::new(wait));
    let server = Server::start(move |args, stream| {
        if args.get(1) != Some(&&b"dropped"[..]) {
            return polite(args, stream);
        }
        has_arrived.notify_one();
        let wait = wait.lock().unwrap_or_else(PoisonError::into_inner);
        let _ = wait.recv_timeout(PATIENCE);
        stream.write_all(b"+DROPPED\r\n")
    })?;
    let client: S = connect(&server.url()).await?;
    tokio::select! {
        _ = client.set("dropped", b"1") => return Ok(Seen::unasked("the call ended before its future was dropped")),
        () = arrived.notified() => {}
    }
    let other = client.clone();
    let echoes = tokio::spawn(async move { Echoes::ask(&other, 100).await });
    tokio::task::yield_now().await;
    let _ = answer_now.send(());
    let echoes = echoes.await.map_err(|error| Failure::because("no ECHO", &error))?;
    Ok(Seen::new(echoes.are_right(), format!("the command, which had been sent, ran; {echoes}")))
}
