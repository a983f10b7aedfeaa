//! The command line of `latency`.

use super::arrivals::Spacing;
use crate::options::{Common, with_default};
use core::time::Duration;

const LONG_ABOUT: &str = "\
Measures how long GETs of 64 bytes take that come at fixed rates (open loop), as those of a program's users do: they \
do not wait for each other. Arrivals are decided beforehand. Each latency counts from when the request was due, not \
from when there was a task and a connection to send it, so that a pause shows in all requests that came meanwhile, \
not in one alone.

Beside it stands what 64 tasks find that each send the next request when they have the answer (closed loop). Such a \
load slows down with the server, so its latencies look better than users would find them.

What arrives is handed to a fixed number of tasks (--tasks); a request that finds all of them busy waits, and that \
counts. Requests are let go by a timer of the same thread that runs the client, as they would come from sockets; how \
late it was is measured, and counts as well.

Contestants: resp-net's shared client; the same with one connection and one command at a time (naive); a pool of 50 \
connections; a hand-written loop (raw); with the feature `peers` the clients of others. They take turns in several \
rounds. A contestant that answers fewer than 99 of 100 is saturated and not asked for more.";

const EXAMPLES: &str = "\
Examples:
  resp-bench latency                               all rates, about 4 minutes
  resp-bench latency --quick                       three rates, within a minute
  resp-bench latency --rates 10k,20k --seconds 20  two rates, a longer look at their tails
  resp-bench latency --clients resp-net,raw        two of the contestants
  resp-bench latency --tasks 16                    a program with 16 workers";

/// What to measure, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Measures latency at fixed rates of arrival, beside closed-loop throughput")]
#[command(long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "3; with --quick 0.8")))]
pub(crate) struct Options {
    #[command(flatten)]
    pub(super) common: Common,

    /// Requests a second [default: 1k,5k,20k,50k,100k,200k; with --quick: 1k,20k,100k]
    #[arg(long, value_name = "N,..", value_delimiter = ',', value_parser = rate)]
    rates: Vec<u32>,

    /// How arrivals lie in time
    #[arg(long, value_enum, value_name = "SPACING", default_value = "poisson")]
    pub(super) arrivals: Spacing,

    /// Tasks that send what arrives
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub(super) tasks: u32,

    /// Only contestants whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    clients: Vec<String>,

    /// Rounds that the seconds are spread over [default: 3; with --quick: 2]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: Option<u32>,

    /// Print the names of cells and contestants and end
    #[arg(long)]
    pub(super) list: bool,
}

/// A number of requests a second: `500`, `20k`.
fn rate(text: &str) -> Result<u32, String> {
    let (digits, unit) = text.strip_suffix('k').map_or((text, 1), |digits| (digits, 1000));
    let rate = digits.parse().ok().and_then(|number: u32| number.checked_mul(unit));
    rate.filter(|rate| (10..=10_000_000).contains(rate))
        .ok_or_else(|| "not a number from 10 to 10000k".to_owned())
}

/// A rate as cells are named: `500`, `20k`.
pub(super) fn rate_name(rate: u32) -> String {
    if rate.is_multiple_of(1000) { format!("{}k", rate / 1000) } else { rate.to_string() }
}

impl Options {
    /// Ascending, each once.
    pub(super) fn rates(&self) -> Vec<u32> {
        let mut rates = match (self.rates.is_empty(), self.common.quick) {
            (false, _) => self.rates.clone(),
            (true, false) => vec![1000, 5000, 20_000, 50_000, 100_000, 200_000],
            (true, true) => vec![1000, 20_000, 100_000],
        };
        rates.sort_unstable();
        rates.dedup();
        rates
    }

    /// How often each contestant is measured in each cell.
    pub(super) fn round_count(&self) -> u32 {
        self.rounds.unwrap_or(if self.common.quick { 2 } else { 3 })
    }

    /// How long each window is measured.
    pub(super) fn timed(&self) -> Duration {
        let seconds = self.common.seconds.unwrap_or(if self.common.quick { 0.8 } else { 3.0 });
        Duration::from_secs_f64(seconds / f64::from(self.round_count()))
    }

    /// Whether a contestant is wanted.
    pub(super) fn wants_client(&self, name: &str) -> bool {
        self.clients.is_empty() || self.clients.iter().any(|text| name.contains(text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_numbers_or_thousands() {
        for (text, expected) in
            [("500", Some(500)), ("20k", Some(20_000)), ("9", None), ("k", None), ("4294968k", None)]
        {
            assert_eq!(rate(text).ok(), expected, "{text}");
        }
        assert_eq!([500, 1000, 20_000, 1500].map(rate_name), ["500", "1k", "20k", "1500"]);
    }
}
