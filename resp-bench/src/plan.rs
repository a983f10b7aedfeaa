//! What is measured: every combination of command, way and concurrency.

use crate::cli::Options;
use crate::failure::Failure;
use serde::Serialize;

/// The command that is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Workload {
    /// `GET key`, the value compared.
    Get,
    /// `SET key value`, answered by `OK`.
    Set,
}

/// How commands reach the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Way {
    /// All tasks queue for one connection, which carries one command at a time.
    Naive,
    /// Each task has a connection, which carries one command at a time.
    NaiveEach,
    /// Each command borrows a connection of a pool.
    Pooled,
    /// All tasks share one connection; their commands leave together.
    Pipelined,
    /// One task sends explicit batches.
    Batch,
    /// Prepared bytes on one connection, a fixed number of commands in flight.
    Raw,
    /// Prepared bytes on one connection, one batch after the other.
    RawBatch,
    /// Prepared bytes on as many connections as the pool has, one command in
    /// flight on each.
    RawPool,
}

/// One thing to measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Cell {
    /// The command.
    pub(crate) workload: Workload,
    /// How it is sent.
    pub(crate) way: Way,
    /// Tasks, commands of a batch, or commands in flight: as [`Way::counts`] says.
    pub(crate) concurrency: u32,
}

/// Sizes of explicit batches.
pub(crate) const BATCHES: [u32; 2] = [100, 1000];

impl Workload {
    /// Both, in the order shown.
    pub(crate) const ALL: [Self; 2] = [Self::Get, Self::Set];

    /// The command's name.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Set => "SET",
        }
    }
}

impl Way {
    /// All, in the order shown.
    pub(crate) const ALL: [Self; 8] = [
        Self::Naive,
        Self::NaiveEach,
        Self::Pooled,
        Self::Pipelined,
        Self::Batch,
        Self::Raw,
        Self::RawBatch,
        Self::RawPool,
    ];

    /// As in cell names and `--filter`.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Naive => "naive",
            Self::NaiveEach => "naive-each",
            Self::Pooled => "pooled",
            Self::Pipelined => "pipelined",
            Self::Batch => "batch",
            Self::Raw => "raw",
            Self::RawBatch => "raw-batch",
            Self::RawPool => "raw-pool",
        }
    }

    /// As in tables and legends.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Naive => "naive, one connection",
            Self::NaiveEach => "naive, one per task",
            Self::Pooled => "pooled",
            Self::Pipelined => "pipelined",
            Self::Batch => "explicit batch",
            Self::Raw => "raw, one connection",
            Self::RawBatch => "raw batch",
            Self::RawPool => "raw, pool's connections",
        }
    }

    /// Whether it is a limit to compare with rather than a client.
    pub(crate) const fn is_raw(self) -> bool {
        matches!(self, Self::Raw | Self::RawBatch | Self::RawPool)
    }

    /// What a cell's concurrency counts.
    pub(crate) const fn counts(self) -> &'static str {
        match self {
            Self::Naive | Self::NaiveEach | Self::Pooled | Self::Pipelined => "tasks",
            Self::Batch | Self::RawBatch => "per batch",
            Self::Raw => "in flight",
            Self::RawPool => "connections",
        }
    }
}

impl Cell {
    /// As `--list` prints it and `--filter` matches it: `get/pipelined/64`.
    pub(crate) fn name(&self) -> String {
        format!("{}/{}/{}", self.workload.name().to_lowercase(), self.way.id(), self.concurrency)
    }

    /// Tasks that run, each with a meter.
    pub(crate) const fn task_count(&self) -> u32 {
        match self.way {
            Way::Naive | Way::NaiveEach | Way::Pooled | Way::Pipelined | Way::RawPool => self.concurrency,
            Way::Batch | Way::Raw | Way::RawBatch => 1,
        }
    }

    /// The concurrency and what it counts: `1 task`, `1,000 per batch`.
    pub(crate) fn size(&self) -> String {
        match (self.concurrency, self.way.counts()) {
            (1, "tasks") => "1 task".to_owned(),
            (1, "connections") => "1 connection".to_owned(),
            (count, counts) => format!("{} {counts}", crate::format::grouped(count)),
        }
    }
}

/// The cells of this run, in the order in which each round measures them.
///
/// # Errors
/// If the filter leaves none.
pub(crate) fn cells(options: &Options) -> Result<Vec<Cell>, Failure> {
    let mut cells = Vec::new();
    for workload in Workload::ALL {
        for way in Way::ALL {
            let sizes = match way {
                Way::Batch | Way::RawBatch => BATCHES.to_vec(),
                Way::RawPool => vec![options.pool],
                _ => options.task_counts(),
            };
            cells.extend(sizes.into_iter().map(|concurrency| Cell { workload, way, concurrency }));
        }
    }
    // By concurrency, so that the ways to be compared follow each other closely.
    cells.sort_by_key(|cell| (cell.concurrency, cell.workload.name()));
    cells.retain(|cell| options.common.wants(&cell.name()));
    if cells.is_empty() {
        let filter = options.common.filter.join(",");
        return Err(Failure::new(format!("no cell's name contains '{filter}'; --list shows the names")));
    }
    Ok(cells)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        options: Options,
    }

    fn names(args: &[&str]) -> Result<Vec<String>, Failure> {
        let options = Line::try_parse_from([&["resp-bench"], args].concat()).unwrap().options;
        Ok(cells(&options)?.iter().map(Cell::name).collect())
    }

    #[test]
    fn every_way_is_planned_for_both_commands() {
        let names = names(&[]).unwrap();
        assert_eq!(names.len(), 2 * (5 * 5 + 2 * 2 + 1));
        for name in ["get/naive/1", "set/pipelined/1000", "set/batch/100", "get/raw-pool/50", "set/raw/64"] {
            assert!(names.iter().any(|other| other == name), "{name} in {names:?}");
        }
    }

    #[test]
    fn a_filter_keeps_what_contains_one_of_its_texts() {
        assert_eq!(
            names(&["--tasks", "2,4", "--filter", "get/pooled,set/raw/2"]).unwrap(),
            ["get/pooled/2", "set/raw/2", "get/pooled/4"]
        );
        let failure = names(&["--filter", "mget"]).unwrap_err();
        assert_eq!(failure.to_string(), "no cell's name contains 'mget'; --list shows the names");
    }
}
