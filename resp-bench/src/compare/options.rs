//! The command line of `compare`.
#![cfg_attr(not(feature = "peers"), allow(dead_code, reason = "only the clients of others ask for them"))]

use std::path::PathBuf;

const LONG_ABOUT: &str = "\
Compares resp-net's clients with those of others and with hand-written loops, on a redis-server or valkey-server \
from the PATH that is started for it.

The clients take turns in several rounds, each time with a runtime, a connection and a warm-up of its own. Ratios \
are taken within a round, so that a change of the machine's speed reaches both sides; the figures are medians.

Every reply is checked: texts whole, those of 64 KiB by length and ends, lists and maps by their length and one of \
their elements, a pipeline's maps by all lengths and one of the maps; during the warm-up all of them whole.

Where other processes took more than a quarter of a core, a window is repeated, twice at most; the figures say how \
much it was. At the end stands what resp-net is to reach, and whether it does.

System calls: read, write, recv, send, readv, writev and epoll_wait of this process, on Linux; those that wake \
threads are not counted.";

const EXAMPLES: &str = "\
Examples:
  cargo run --release -p resp-bench --features peers -- compare
  ... compare --quick                              a first impression
  ... compare --filter get-1000                    the cells with this in their name
  ... compare --filter get-1 --clients rustis      some of the others
  ... compare --list                               the names of both";

/// What to compare, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Compares the clients with those of others, on one server")]
#[command(long_about = LONG_ABOUT, after_help = EXAMPLES)]
pub(crate) struct Options {
    /// Only cells whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    pub(super) filter: Vec<String>,

    /// Only clients whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    pub(super) clients: Vec<String>,

    /// Seconds each client is timed in each cell, over all rounds [default: 1.5; with --quick: 0.3]
    #[arg(long, value_name = "S", value_parser = crate::options::seconds)]
    pub(super) seconds: Option<f64>,

    /// Rounds that the seconds are spread over [default: 5; with --quick: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(super) rounds: Option<u32>,

    /// Measure less; about a minute instead of five
    #[arg(long)]
    pub(super) quick: bool,

    /// JSON report to write as well
    #[arg(long, value_name = "FILE")]
    pub(super) json: Option<PathBuf>,

    /// Print the names of cells and clients and end
    #[arg(long)]
    pub(super) list: bool,
}

impl Options {
    /// How long each client is timed in each cell, over all rounds.
    pub(super) fn seconds_per_cell(&self) -> f64 {
        self.seconds.unwrap_or(if self.quick { 0.3 } else { 1.5 })
    }

    /// How often each client is measured in each cell.
    pub(super) fn round_count(&self) -> u32 {
        self.rounds.unwrap_or(if self.quick { 3 } else { 5 })
    }

    /// Whether a cell is wanted.
    pub(super) fn wants_cell(&self, name: &str) -> bool {
        contains_one(name, &self.filter)
    }

    /// Whether a client is wanted.
    pub(super) fn wants_client(&self, name: &str) -> bool {
        contains_one(name, &self.clients)
    }
}

fn contains_one(name: &str, texts: &[String]) -> bool {
    texts.is_empty() || texts.iter().any(|text| name.contains(text))
}
