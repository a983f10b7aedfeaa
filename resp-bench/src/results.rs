//! What was found, as the table, the report and the JSON file show it.

use crate::distribution::Distribution;
use crate::machine::Machine;
use crate::measure::{Measured, Window};
use crate::plan::{Cell, Way, Workload};
use crate::record::median;
use crate::server::Description;
use serde::Serialize;

/// A whole run.
#[derive(Debug, Serialize)]
pub(crate) struct Results {
    /// When it began.
    pub(crate) date: String,
    /// How it was called.
    pub(crate) command_line: String,
    /// Where it ran.
    pub(crate) machine: Machine,
    /// What it ran against.
    pub(crate) server: Description,
    /// Crates that take part, with their versions.
    pub(crate) versions: Vec<(String, String)>,
    /// How it was measured.
    pub(crate) settings: Settings,
    /// Whether all rounds were measured.
    pub(crate) complete: bool,
    /// What was measured, in the order of [`Way::ALL`] within each concurrency.
    pub(crate) cells: Vec<Figures>,
}

/// How it was measured.
#[derive(Debug, Serialize)]
pub(crate) struct Settings {
    /// How often each cell was visited.
    pub(crate) rounds: u32,
    /// Before measuring, each time.
    pub(crate) warm_up_ms: f64,
    /// Measured, each time.
    pub(crate) timed_ms: f64,
    /// Allocations counted, once.
    pub(crate) counted_ms: f64,
    /// Bytes of each value.
    pub(crate) value_size: u32,
    /// Keys that are read and written.
    pub(crate) keys: usize,
    /// Whether SET carries an expiry.
    pub(crate) expiry: bool,
    /// Connections of the pool.
    pub(crate) pool: u32,
    /// The runtime of the client.
    pub(crate) runtime: String,
    /// Which cores server and client run on.
    pub(crate) placement: String,
}

/// The figures of one cell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Figures {
    /// As `--filter` matches it.
    pub(crate) name: String,
    /// What was measured.
    #[serde(flatten)]
    pub(crate) cell: Cell,
    /// Operations a second: the median of the rounds.
    pub(crate) ops_per_second: f64,
    /// The slowest round.
    pub(crate) slowest: f64,
    /// The fastest round.
    pub(crate) fastest: f64,
    /// Each round, in order.
    pub(crate) rounds: Vec<f64>,
    /// Percentiles of the latency over all rounds, in microseconds: of a
    /// command; of a whole batch for batches, of a whole write for raw loops.
    pub(crate) latency: Option<Latency>,
    /// CPU time of the client for each command, in microseconds: the median.
    pub(crate) cpu_micros: f64,
    /// Allocations of the client for each command.
    pub(crate) allocations: Option<f64>,
    /// Bytes that they asked for.
    pub(crate) allocated_bytes: Option<f64>,
    /// Speed compared with [`Way::Naive`] by as many tasks; batches and raw
    /// loops of one task with one task.
    pub(crate) ratio_to_naive: Option<f64>,
}

/// Percentiles in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Latency {
    /// Half are faster.
    pub(crate) p50: f64,
    /// 99 of 100 are faster; `None` if fewer were taken.
    pub(crate) p99: Option<f64>,
    /// 999 of 1,000 are faster; `None` if fewer were taken.
    pub(crate) p999: Option<f64>,
    /// How many were taken.
    pub(crate) samples: u64,
}

impl Results {
    /// The figures of one cell, if it was measured.
    pub(crate) fn find(&self, workload: Workload, way: Way, concurrency: u32) -> Option<&Figures> {
        find(&self.cells, workload, way, concurrency)
    }

    /// All figures of one way, by concurrency.
    pub(crate) fn of(&self, workload: Workload, way: Way) -> impl Iterator<Item = &Figures> {
        self.cells.iter().filter(move |figures| (figures.cell.workload, figures.cell.way) == (workload, way))
    }

    /// What the client's ways of this run have as numbers of tasks, ascending.
    pub(crate) fn task_counts(&self) -> Vec<u32> {
        let tasks = self.cells.iter().filter(|figures| figures.cell.way.counts() == "tasks");
        let mut counts: Vec<_> = tasks.map(|figures| figures.cell.concurrency).collect();
        counts.sort_unstable();
        counts.dedup();
        counts
    }
}

impl Figures {
    /// Half of the distance between the slowest and the fastest round, in percent.
    pub(crate) fn spread(&self) -> String {
        match self.rounds.len() {
            0 | 1 => "–".to_owned(),
            _ => crate::format::spread(self.slowest, self.ops_per_second, self.fastest),
        }
    }
}

/// The figures of all cells that have at least one window.
pub(crate) fn figures(measured: &[Measured]) -> Vec<Figures> {
    let with_windows = measured.iter().filter(|measured| !measured.windows.is_empty());
    let mut cells: Vec<_> = with_windows.map(|measured| summary(measured.cell, &measured.windows)).collect();
    for index in 0..cells.len() {
        let Cell { workload, way, concurrency } = cells[index].cell;
        let tasks = if way.counts() == "tasks" { concurrency } else { 1 };
        let naive = find(&cells, workload, Way::Naive, tasks).map(|naive| naive.ops_per_second);
        cells[index].ratio_to_naive = naive.map(|naive| cells[index].ops_per_second / naive);
    }
    cells
}

fn find(cells: &[Figures], workload: Workload, way: Way, concurrency: u32) -> Option<&Figures> {
    cells.iter().find(|figures| figures.cell == Cell { workload, way, concurrency })
}

fn summary(cell: Cell, windows: &[Window]) -> Figures {
    let rounds: Vec<_> = windows.iter().map(Window::ops_per_second).collect();
    let allocations = windows.iter().find_map(|window| window.allocations);
    Figures {
        name: cell.name(),
        cell,
        ops_per_second: median(&rounds),
        slowest: rounds.iter().copied().fold(f64::INFINITY, f64::min),
        fastest: rounds.iter().copied().fold(0.0, f64::max),
        latency: percentiles(windows.iter().flat_map(|window| &window.latencies)),
        cpu_micros: median(&windows.iter().map(Window::cpu_micros).collect::<Vec<_>>()),
        allocations: allocations.map(|(count, _)| count),
        allocated_bytes: allocations.map(|(_, bytes)| bytes),
        ratio_to_naive: None,
        rounds,
    }
}

/// `None` without samples.
fn percentiles<'window>(nanos: impl Iterator<Item = &'window u64>) -> Option<Latency> {
    let all = Distribution::of(nanos);
    Some(Latency {
        p50: all.micros(0.5)?,
        p99: all.micros(0.99),
        p999: all.micros(0.999),
        samples: all.samples(),
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::observe::Spent;
    use core::time::Duration;

    /// A window of this speed.
    pub(crate) fn window(ops_per_second: f64) -> Window {
        let operations = 1000;
        let spent = Spent {
            elapsed: Duration::from_secs_f64(operations as f64 / ops_per_second),
            client_cpu: Duration::from_micros(2 * operations),
            server_cpu: None,
            switches: None,
            system_calls: None,
            other_cores: None,
        };
        let latencies = (1..=1000).map(|micros| micros * 1000).collect();
        Window { operations, spent, latencies, allocations: Some((3.0, 99.0)) }
    }

    #[test]
    fn percentiles_are_in_microseconds() {
        let latencies = window(1.0).latencies;
        let latency = percentiles(latencies.iter()).unwrap();
        assert_eq!(
            (latency.p50.round(), latency.p99.map(f64::round), latency.samples),
            (500.0, Some(990.0), 1000)
        );
        assert_eq!(latency.p999.map(f64::round), Some(999.0));
        assert_eq!(percentiles([].iter()), None);
    }

    #[test]
    fn figures_compare_with_naive_by_as_many_tasks() {
        let measured = |way, concurrency, speeds: &[f64]| Measured {
            cell: Cell { workload: Workload::Set, way, concurrency },
            windows: speeds.iter().map(|speed| window(*speed)).collect(),
        };
        let cells = figures(&[
            measured(Way::Naive, 1, &[10.0]),
            measured(Way::Naive, 64, &[20.0, 16.0, 25.0]),
            measured(Way::Pipelined, 64, &[400.0]),
            measured(Way::Batch, 64, &[500.0]),
            measured(Way::Raw, 8, &[]),
        ]);
        assert_eq!(cells.len(), 4);
        assert_eq!((cells[1].ops_per_second, cells[1].slowest, cells[1].fastest), (20.0, 16.0, 25.0));
        assert_eq!((cells[2].ratio_to_naive, cells[3].ratio_to_naive), (Some(20.0), Some(50.0)));
    }
}
