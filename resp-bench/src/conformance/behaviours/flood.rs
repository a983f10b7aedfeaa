//! Much is sent to a server that has stopped.

use super::super::answer::{PATIENCE, time};
use super::super::memory::{self, Growth};
use super::super::seen::Seen;
use super::super::server::{Server, polite};
use super::super::subjects::{Subject, Told};
use super::connect;
use crate::failure::Failure;
use core::time::Duration;
use std::collections::BTreeMap;
use std::time::Instant;
use tokio::task::JoinSet;

const COUNT: usize = 20_000;
/// All callers share it: what copies it is the client.
static VALUE: [u8; 10 << 10] = [b'x'; 10 << 10];
/// All that is sent.
const MOST: u64 = (COUNT * VALUE.len()) as u64;

pub(super) async fn observe<S: Subject>() -> Result<Seen, Failure> {
    let server = Server::start(polite)?;
    let client: S = connect(&server.url()).await?;
    client.echo("before").await.map_err(|told| Failure::new(format!("no ECHO: {told}")))?;
    server.stop();
    let (growth, started) = (Growth::start(), Instant::now());
    let mut tasks = JoinSet::new();
    for number in 0..COUNT {
        let client = client.clone();
        tasks.spawn(async move { client.set(&format!("key-{number}"), &VALUE).await.err() });
    }
    let mut told = Tally::default();
    while let Ok(Some(outcome)) =
        tokio::time::timeout_at((started + PATIENCE).into(), tasks.join_next()).await
    {
        told.count(outcome.ok().flatten(), started.elapsed());
    }
    let peak = growth.peak();
    let is_good = told.errors == COUNT && peak.is_none_or(|peak| peak < MOST);
    let text = format!("{told}; the client took {}", memory::text(peak));
    Ok(Seen::new(is_good, text).with_time(told.last).with_peak(peak))
}

/// What the callers were told.
#[derive(Debug, Default)]
struct Tally {
    errors: usize,
    last: Duration,
    texts: BTreeMap<String, usize>,
}

impl Tally {
    fn count(&mut self, error: Option<Told>, after: Duration) {
        if let Some(told) = error {
            self.errors += 1;
            self.last = after;
            *self.texts.entry(told.to_string()).or_default() += 1;
        }
    }
}

impl core::fmt::Display for Tally {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let silent = COUNT - self.errors;
        let Some((text, count)) = self.texts.iter().max_by_key(|(_, count)| **count) else {
            return write!(f, "nobody was told anything within {} s", PATIENCE.as_secs());
        };
        write!(f, "{} of {COUNT} callers were told, the last after {}", self.errors, time(self.last))?;
        write!(f, ", {count} of them {text}")?;
        if silent > 0 {
            write!(f, "; {silent} were told nothing within {} s", PATIENCE.as_secs())
        } else {
            Ok(())
        }
    }
}
