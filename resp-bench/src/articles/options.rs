//! The command line of `articles`.

use super::rounds::Schedule;
use crate::options::{Common, with_default};
use core::time::Duration;
use std::path::PathBuf;

const LONG_ABOUT: &str = "\
Reruns what five articles on Redis from Python measured: redis-py, synchronous and asyncio, each with and without \
hiredis, beside resp-net, asynchronous and blocking, and redis-rs if this program was built with --features peers. At \
the end each claim of the articles stands beside what was found.

It needs python3. The first run makes an environment of its own and installs redis-py and hiredis into it by pip; \
without hiredis means that redis-py cannot import it, neither for requests nor for replies, and each process checks \
which parser its connections have.

Batches of 1,000 commands are timed from the first request to the last reply in hand; all replies are checked after \
that. Everybody takes turns in each round: ratios are taken within a round, figures are medians of the rounds. \
All contestants run on the client's core, one at a time.";

/// What to rerun, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Reruns the measurements of the articles, with redis-py and with resp-net", long_about = LONG_ABOUT)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "2.1; with --quick 0.15")))]
pub(crate) struct Options {
    #[command(flatten)]
    pub(super) common: Common,

    /// Folder of the Python environment, made if it is not there [default: in the user's cache folder]
    #[arg(long, value_name = "DIR")]
    pub(super) python: Option<PathBuf>,

    /// Rounds that the seconds are spread over [default: 7; with --quick: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(super) rounds: Option<u32>,

    /// Print the names of tables and claims and end
    #[arg(long)]
    pub(super) list: bool,
}

impl Options {
    pub(super) fn schedule(&self) -> Schedule {
        let Common { quick, seconds, .. } = self.common;
        let rounds = self.rounds.unwrap_or(if quick { 3 } else { 7 });
        let seconds_each = seconds.unwrap_or(if quick { 0.15 } else { 2.1 }) / f64::from(rounds);
        let budget = match (quick, seconds, self.rounds) {
            (true, None, None) => Duration::from_secs(50),
            _ => Duration::MAX,
        };
        Schedule { rounds, seconds: seconds_each, budget }
    }
}
