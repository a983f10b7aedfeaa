//! Arrays in arrays.

use super::super::answer::{answer, time};
use super::super::memory::{self, Growth};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::Subject;
use super::connect;
use crate::failure::Failure;
use std::io::Write;

const DEPTH: usize = 200_000;

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let server = Server::start(|args, stream| match args {
        [b"NEST"] => {
            stream.write_all(&b"*1\r\n".repeat(DEPTH))?;
            stream.write_all(b":1\r\n")
        }
        _ => polite(args, stream),
    })?;
    let client: S = connect(&server.url()).await?;
    let growth = Growth::start();
    let told = answer(client.any("NEST")).await;
    let peak = growth.peak();
    let what = match &told.outcome {
        Some(Ok(_)) => format!("the caller got the whole reply after {}", time(told.after)),
        _ => format!("the caller {told}"),
    };
    let text = format!("{what}; it took {}", memory::text(peak));
    Ok(Seen::new(told.outcome.is_some(), text).with_time(told.after).with_peak(peak))
}
