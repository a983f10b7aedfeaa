//! Options that every command takes.

use clap::ValueEnum;
use std::path::PathBuf;

/// Where to measure, how long, and what to write.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Common {
    /// Server to use.
    #[arg(long, value_name = "URL", conflicts_with = "server")]
    #[arg(help = "Server to use: redis://[[user]:password@]host[:port][/db]")]
    pub(crate) url: Option<String>,

    /// Server to start [default: redis or valkey if found on the PATH, else embedded]
    #[arg(long, value_enum, value_name = "KIND")]
    pub(crate) server: Option<ServerKind>,

    /// Measure less, for a first impression
    #[arg(long)]
    pub(crate) quick: bool,

    /// Seconds each contestant is timed in each cell, over all rounds
    #[arg(long, value_name = "S", value_parser = seconds)]
    pub(crate) seconds: Option<f64>,

    /// Only cells whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    pub(crate) filter: Vec<String>,

    /// Fail if the server cannot have a processor core of its own
    #[arg(long, conflicts_with = "no_pin")]
    pub(crate) pin: bool,

    /// Let the system place server and client [default: pinned to different cores on Linux, if this program started the server]
    #[arg(long)]
    pub(crate) no_pin: bool,

    /// HTML report to write [default: resp-bench-COMMAND.html; without a command resp-bench-report.html]
    #[arg(long, value_name = "FILE")]
    pub(crate) html: Option<PathBuf>,

    /// Record to write, as JSON, after every round [default: resp-bench-COMMAND.json; without a command resp-bench-report.json]
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

/// Servers that can be started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ServerKind {
    /// redis-server on the PATH
    Redis,
    /// valkey-server on the PATH
    Valkey,
    /// the small one inside this program, in a process of its own
    Embedded,
}

impl Common {
    /// Whether a cell of this name is wanted.
    pub(crate) fn wants(&self, name: &str) -> bool {
        self.filter.is_empty() || self.filter.iter().any(|text| name.contains(text.as_str()))
    }
}

/// The argument `--seconds` with the default of a command in its help.
pub(crate) fn with_default(seconds: clap::Arg, default: &str) -> clap::Arg {
    let about = seconds.get_help().map(ToString::to_string).unwrap_or_default();
    seconds.help(format!("{about} [default: {default}]"))
}

/// A number of seconds that makes sense to measure.
pub(crate) fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.01..=3600.0).contains(&seconds) => Ok(seconds),
        _ => Err("not a number of seconds from 0.01 to 3600".to_owned()),
    }
}
