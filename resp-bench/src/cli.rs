//! The command line.

use crate::failure::Failure;
use crate::options::{Common, with_default};
use crate::{articles, compare, conformance, diff, embedded, latency, load, parsers, report};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Parser, Subcommand};
use core::time::Duration;
use std::process::ExitCode;

const ABOUT: &str = "Compares naive, pooled and pipelined use of a Redis or Valkey server";

const LONG_ABOUT: &str = "\
Compares naive, pooled and pipelined use of a Redis or Valkey server.

The same GETs and SETs are sent in these ways, by several numbers of concurrent tasks:

  naive           one connection, one command at a time; the tasks queue for it
  naive-each      a connection for each task, one command at a time
  pooled          each command borrows a connection of a pool (--pool)
  pipelined       all tasks share one connection, their commands leave together
  batch           one task sends explicit batches of 100 and of 1,000 commands
  raw, raw-batch, raw-pool
                  hand-written loops over prepared bytes: what the machine can do

Each way is measured in several rounds, one way after the other, so that a change of the machine's \
speed reaches all of them. Every reply is checked. The results are a table, an HTML report with plots and a record \
as JSON, saved after every round: resp-bench-report.html and .json, unless named otherwise.

Without --url a server is started on a free port and ended afterwards: the redis-server or valkey-server \
on the PATH, else a small one that is part of this program.

On a server given by --url only keys named resp-bench:<random>:... are written; they expire by themselves \
and are deleted at the end. Nothing else is touched.";

const EXAMPLES: &str = "\
Examples:
  resp-bench                                 everything, about 3 minutes
  resp-bench --quick                         a first impression, under 30 seconds
  resp-bench --url redis://:secret@db1/3     on a server that runs already
  resp-bench --filter get/ --tasks 1,16,256  GET alone, other numbers of tasks
  resp-bench --filter pipelined,raw/         two ways alone
  resp-bench --workers 2 --no-pin            tokio with two threads, placed by the system
  resp-bench --html out.html --json out.json both reports, named";

#[derive(Debug, Parser)]
#[command(name = "resp-bench", version, about = ABOUT, long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    options: Options,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Compare(Box<compare::Options>),

    Parsers(Box<parsers::Options>),

    Encoders(Box<parsers::EncoderOptions>),

    Latency(Box<latency::Options>),

    Load(Box<load::Options>),

    Articles(Box<articles::Options>),

    Conformance(Box<conformance::Options>),

    Report(Box<report::Options>),

    Diff(Box<diff::Options>),

    /// The embedded server: prints its port, ends with its standard input.
    #[command(hide = true)]
    Serve,
}

/// What to measure, where, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "1.5; with --quick 0.3")))]
pub(crate) struct Options {
    #[command(flatten)]
    pub(crate) common: Common,

    /// Numbers of concurrent tasks [default: 1,8,64,256,1000; with --quick: 1,64,256]
    #[arg(long, value_name = "N,..", value_delimiter = ',', value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) tasks: Vec<u32>,

    /// Rounds that the seconds are spread over [default: 5, with --quick 3; fewer if the machine is so busy that the run would take too long]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100))]
    pub(crate) rounds: Option<u32>,

    /// Connections of the pool
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) pool: u32,

    /// Bytes of each value
    #[arg(long, value_name = "BYTES", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..=65_536))]
    pub(crate) value_size: u32,

    /// Threads of the runtime; 0 is tokio's single-threaded one
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=256))]
    pub(crate) workers: u32,

    /// Print the names of the cells and end
    #[arg(long)]
    pub(crate) list: bool,
}

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Parsed {
    /// To measure.
    Run(Box<Options>),
    /// To do one of the other commands.
    Command(Command),
    /// Nothing more: help, version or an error has been printed.
    Done(ExitCode),
}

impl Command {
    /// Does it.
    ///
    /// # Errors
    /// Whatever went wrong, in one line.
    pub(crate) fn run(&self) -> Result<ExitCode, Failure> {
        match self {
            Self::Compare(options) => compare::run(options),
            Self::Parsers(options) => parsers::run(options),
            Self::Encoders(options) => parsers::run_encoders(options),
            Self::Latency(options) => latency::run(options),
            Self::Load(options) => load::run(options),
            Self::Articles(options) => articles::run(options),
            Self::Conformance(options) => conformance::run(options),
            Self::Report(options) => report::run(options),
            Self::Diff(options) => diff::run(options),
            Self::Serve => embedded::serve(),
        }
    }
}

/// Reads the arguments of this process.
pub(crate) fn parse() -> Parsed {
    match Cli::try_parse() {
        Ok(Cli { command: Some(command), .. }) => Parsed::Command(command),
        Ok(Cli { command: None, options }) => Parsed::Run(Box::new(options)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            // A closed pipe, as of `--help | head`, is no reason to complain.
            let _ = error.print();
            Parsed::Done(ExitCode::SUCCESS)
        }
        Err(error) => {
            eprintln!("resp-bench: {}", one_line(&error));
            Parsed::Done(ExitCode::from(2))
        }
    }
}

/// The first line of clap's message, and what it suggests.
fn one_line(error: &clap::Error) -> String {
    if let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) {
        return format!("{} missing (see --help)", missing.join(" and "));
    }
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let first = first.strip_prefix("error: ").unwrap_or(first);
    if let Some(ContextValue::String(argument)) = error.get(ContextKind::SuggestedArg) {
        return format!("{first}; did you mean {argument}?");
    }
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => format!("{first}; it may be {}", values.join(", ")),
        _ => format!("{first} (see --help)"),
    }
}

impl Options {
    /// The numbers of tasks, ascending.
    pub(crate) fn task_counts(&self) -> Vec<u32> {
        let mut counts = match (self.tasks.is_empty(), self.common.quick) {
            (false, _) => self.tasks.clone(),
            (true, false) => vec![1, 8, 64, 256, 1000],
            (true, true) => vec![1, 64, 256],
        };
        counts.sort_unstable();
        counts.dedup();
        counts
    }

    /// How often each cell is measured.
    pub(crate) fn round_count(&self) -> u32 {
        self.rounds.unwrap_or(if self.common.quick { 3 } else { 5 })
    }

    /// How long the rounds may take together, unless their length was asked for.
    pub(crate) fn budget(&self) -> Duration {
        match (self.common.seconds, self.rounds, self.common.quick) {
            (None, None, false) => Duration::from_secs(170),
            (None, None, true) => Duration::from_secs(27),
            _ => Duration::MAX,
        }
    }

    /// How long each cell is timed, over all rounds.
    pub(crate) fn seconds_per_cell(&self) -> f64 {
        self.common.seconds.unwrap_or(if self.common.quick { 0.3 } else { 1.5 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn options(args: &[&str]) -> Options {
        Cli::try_parse_from([&["resp-bench"], args].concat()).unwrap().options
    }

    fn complaint(args: &[&str]) -> String {
        one_line(&Cli::try_parse_from([&["resp-bench"], args].concat()).unwrap_err())
    }

    #[test]
    fn the_definition_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn defaults_depend_on_quick() {
        let full = options(&[]);
        assert_eq!((full.task_counts(), full.round_count()), (vec![1, 8, 64, 256, 1000], 5));
        let quick = options(&["--quick"]);
        assert_eq!((quick.task_counts(), quick.round_count()), (vec![1, 64, 256], 3));
        assert_eq!(options(&["--quick", "--tasks", "9,3,9"]).task_counts(), [3, 9]);
    }

    #[test]
    fn complaints_are_one_line() {
        for (args, start) in [
            (&["--quik"][..], "unexpected argument '--quik' found; did you mean --quick?"),
            (&["--tasks", "0"], "invalid value '0' for '--tasks <N,..>': 0 is not in 1..=10000"),
            (&["--seconds", "x"], "invalid value 'x' for '--seconds <S>': not a number of seconds"),
            (&["--url", "a", "--server", "redis"], "the argument '--url <URL>' cannot be used with"),
            (
                &["--server", "mysql"],
                "invalid value 'mysql' for '--server <KIND>'; it may be redis, valkey, embedded",
            ),
            (&["surplus"], "unrecognized subcommand 'surplus'"),
            (&["diff", "old.json"], "<NEW> missing (see --help)"),
            (&["report", "a.json", "--chart", "GET"], "--svg <FILE> missing (see --help)"),
        ] {
            let line = complaint(args);
            assert!(line.starts_with(start) && !line.contains('\n'), "{line}");
        }
    }
}
