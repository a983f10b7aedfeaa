//! Replies that declare more than there can be.

use super::super::answer::{Answer, answer, time};
use super::super::memory::{self, Growth};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;
use core::time::Duration;
use std::io::Write;

const MOST: u64 = 64 << 20;
/// A call that is refused this soon did not wait for a reply.
const AT_ONCE: Duration = Duration::from_millis(250);

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let server = Server::start(|args, stream| match args {
        [b"LONG"] => stream.write_all(b"$9223372036854775807\r\nabc"),
        [b"MANY"] => stream.write_all(b"*1000000000\r\n:1\r\n"),
        _ => polite(args, stream),
    })?;
    let (long, many): (S, S) = (connect(&server.url()).await?, connect(&server.url()).await?);
    let growth = Growth::start();
    let (long_told, long_next) = (answer(long.any("LONG")).await, answer(long.echo("next")).await);
    let (many_told, many_next) = (answer(many.any("MANY")).await, answer(many.echo("next")).await);
    let peak = growth.peak();
    let is_good = long_told.is_error()
        && many_told.is_error()
        && [&long_next, &many_next].into_iter().all(is_clear)
        && peak.is_none_or(|peak| peak < MOST);
    let text = format!(
        "of the string the caller {long_told}, the next {}; of the array the caller {many_told}, the next {}; \
         it took {}",
        next(&long_next),
        next(&many_next),
        memory::text(peak)
    );
    Ok(Seen::new(is_good, text).with_time(long_told.after.max(many_told.after)).with_peak(peak))
}

/// The connection is not taken for a good one.
fn is_clear(next: &Answer<String>) -> bool {
    match &next.outcome {
        Some(Ok(text)) => text == "next",
        Some(Err(_)) => next.after < AT_ONCE,
        None => false,
    }
}

fn next(answer: &Answer<String>) -> String {
    match &answer.outcome {
        Some(Ok(text)) if text == "next" => format!("got its reply after {}", time(answer.after)),
        _ => answer.to_string(),
    }
}
