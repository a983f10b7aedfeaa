//! The command line of `compare`.

use super::cell::Cell;
use crate::measure::Schedule;
use crate::options::{Common, with_default};
use core::time::Duration;

const LONG_ABOUT: &str = "\
Compares resp-net's clients with those of others and with hand-written loops, on one server. Without --url it is \
started for that and ended afterwards. The others take part if this program was built with --features peers.

The clients take turns in several rounds, each time with a runtime, a connection and a warm-up of its own; who begins \
changes from round to round. Ratios are taken within a round, so that a change of the machine's speed reaches both \
sides; the figures are medians of the rounds.

Every reply is checked: texts whole, those of 64 KiB by length and ends, lists and maps by their length and one of \
their elements, a pipeline's maps by all lengths and one of the maps; during the warm-up all of them whole.

Where other processes took more than a quarter of a core, a window is repeated, twice at most; the notes say how \
many were. At the end stands what resp-net is to reach, and whether it does.

Server and client have a core each, or share one, as the cell says; --no-pin leaves both to the system. A server given \
by --url stays where it is, and its CPU time is not known.

System calls: read, write, recv, send, readv, writev and epoll_wait of this process, on Linux with --features peers; \
those that wake threads are not counted.";

const EXAMPLES: &str = "\
Examples:
  cargo run --release -p resp-bench --features peers -- compare
  ... compare --quick                              six cells, less than a minute
  ... compare --filter get-1000                    the cells with this in their name
  ... compare --filter get-1 --clients rustis      some of the others
  ... compare --all                                every cell, also those that are left out by default
  ... compare --list                               the names of cells and clients";

/// What to compare, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Compares the clients with those of others, on one server")]
#[command(long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "1.4; with --quick 0.5")))]
pub(crate) struct Options {
    #[command(flatten)]
    pub(super) common: Common,

    /// Only clients whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    pub(super) clients: Vec<String>,

    /// Rounds that the seconds are spread over [default: 7; with --quick: 5]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(super) rounds: Option<u32>,

    /// Also the cells that are left out by default; a filter looks among all of them anyway
    #[arg(long)]
    pub(super) all: bool,

    /// Print the names of cells and clients and end
    #[arg(long)]
    pub(super) list: bool,
}

/// The cells of `--quick`: each way of use once.
const QUICK: [&str; 6] = ["get-1-apart", "get-64", "get-1000", "pipeline-get", "hgetall-1000", "pool-10-64"];

impl Options {
    /// How long what is measured.
    pub(super) fn schedule(&self) -> Schedule {
        let quick = self.common.quick;
        let rounds = self.rounds.unwrap_or(if quick { 5 } else { 7 });
        let seconds = self.common.seconds.unwrap_or(if quick { 0.5 } else { 1.4 });
        let timed = Duration::from_secs_f64(seconds / f64::from(rounds));
        // Connections, caches and the memory allocator are warm after this time, whatever follows.
        let warm_up = (timed / 2).clamp(Duration::from_millis(50), Duration::from_millis(200));
        let counted = (timed / 4).clamp(Duration::from_millis(20), Duration::from_millis(200));
        Schedule { rounds, warm_up, timed, counted, budget: Duration::MAX }
    }

    /// Whether a cell is wanted.
    pub(super) fn wants_cell(&self, cell: &Cell) -> bool {
        match (self.common.filter.is_empty(), self.common.quick) {
            (false, _) => self.common.wants(cell.name),
            (true, true) => QUICK.contains(&cell.name),
            (true, false) => self.all || cell.default,
        }
    }

    /// Whether a client is wanted.
    pub(super) fn wants_client(&self, name: &str) -> bool {
        self.clients.is_empty() || self.clients.iter().any(|text| name.contains(text.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::CELLS;
    use super::super::contestant;
    use super::*;
    use clap::Parser;

    #[derive(Debug, Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn options(arguments: &[&str]) -> Options {
        Line::try_parse_from([&["compare"], arguments].concat()).unwrap().options
    }

    /// The time that all windows take, without connecting and repeating.
    fn total(options: &Options) -> Duration {
        let cells = CELLS.iter().filter(|cell| options.wants_cell(cell));
        let windows: usize = cells.map(|cell| contestant::of_cell(cell).len()).sum();
        options.schedule().total(u32::try_from(windows).unwrap())
    }

    #[test]
    fn runs_end_within_their_promise() {
        assert!(total(&options(&[])) < Duration::from_secs(12 * 60), "{:?}", total(&options(&[])));
        assert!(total(&options(&["--quick"])) < Duration::from_secs(40));
    }

    #[test]
    fn a_filter_looks_among_all_cells() {
        let wanted = |arguments: &[&str]| {
            let options = options(arguments);
            CELLS.iter().filter(|cell| options.wants_cell(cell)).map(|cell| cell.name).collect::<Vec<_>>()
        };
        assert_eq!(wanted(&["--filter", "get-1-apart", "--quick"]), ["get-1-apart"]);
        assert_eq!(wanted(&["--all"]).len(), CELLS.len());
        assert!(wanted(&["--quick"]).contains(&"get-1000"));
    }
}
