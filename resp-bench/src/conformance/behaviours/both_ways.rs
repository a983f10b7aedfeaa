//! Much is sent and answered at once.

use super::super::answer::{answer, time};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;

/// Bytes of each command.
const LEN: usize = 64 << 10;
const COUNT: usize = (10 << 20) / LEN;

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let server = Server::start(polite)?;
    let client: S = connect(&server.url()).await?;
    let text = "x".repeat(LEN);
    let replies = answer(client.echo_each(&text, COUNT)).await;
    let seen = match &replies.outcome {
        Some(Ok(right)) => {
            let text = format!("{right} of {COUNT} replies came, after {}", time(replies.after));
            Seen::new(*right == COUNT, text)
        }
        _ => Seen::new(false, format!("the caller {replies}")),
    };
    Ok(seen.with_time(replies.after))
}
