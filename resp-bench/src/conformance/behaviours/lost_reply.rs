//! The reply to an INCR is lost, and its connection with it.

use super::super::answer::{Answer, answer, time};
use super::super::seen::Seen;
use super::super::server::{Server, hang_up, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;
use core::sync::atomic::{AtomicU64, Ordering::SeqCst};
use core::time::Duration;
use std::io::Write;
use std::sync::Arc;

/// For a client that sends it again after it told the caller.
const LATER: Duration = Duration::from_millis(500);

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let counter = Arc::new(AtomicU64::new(0));
    let of_server = Arc::clone(&counter);
    let server = Server::start(move |args, stream| match args {
        [name, _] if name.eq_ignore_ascii_case(b"INCR") => match of_server.fetch_add(1, SeqCst) + 1 {
            1 => hang_up(),
            value => stream.write_all(format!(":{value}\r\n").as_bytes()),
        },
        _ => polite(args, stream),
    })?;
    let client: S = connect(&server.url()).await?;
    let told = answer(client.incr("counter")).await;
    tokio::time::sleep(LATER).await;
    let count = counter.load(SeqCst);
    let ran = match count {
        1 => "the INCR ran once".to_owned(),
        count => format!("one INCR ran {count} times"),
    };
    let seen = Seen::new(count == 1 && told.is_error(), format!("{ran}; the caller {}", caller(&told)));
    Ok(seen.with_time(told.after))
}

fn caller(told: &Answer<i64>) -> String {
    match &told.outcome {
        Some(Ok(value)) => format!("got {value} after {}, as if nothing had been", time(told.after)),
        Some(Err(error)) => match error.ran {
            Some(ran) => format!("{told}; the error says that {ran}"),
            None => format!("{told}; the error has no field that says whether it ran"),
        },
        None => told.to_string(),
    }
}
