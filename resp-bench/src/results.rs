//! What the main job found: the figures of each cell, and the sections of its record.

use crate::format;
use crate::measure::Measured;
use crate::plan::{Cell, Way, Workload};
use crate::record::{Metric, Point, Role, Row, Section};
use crate::tally::Tally;

/// A whole run.
#[derive(Debug)]
pub(crate) struct Results {
    /// Bytes of each value.
    pub(crate) value_size: u32,
    /// Connections of the pool.
    pub(crate) pool: u32,
    /// What was measured, in the order of [`Way::ALL`] within each concurrency.
    pub(crate) cells: Vec<Figures>,
}

/// The figures of one cell.
#[derive(Debug)]
pub(crate) struct Figures {
    /// What was measured.
    pub(crate) cell: Cell,
    /// What was found. Latencies are of a command; of a whole batch for
    /// batches, of a whole write for raw loops.
    pub(crate) row: Row,
    /// Speed compared with [`Way::Naive`] by as many tasks; batches and raw
    /// loops of one task with one task. The median of the rounds' own.
    pub(crate) ratio_to_naive: Option<f64>,
}

impl Results {
    /// Those of all cells that have at least one window.
    pub(crate) fn new(value_size: u32, pool: u32, measured: &[Measured]) -> Self {
        let with_windows = measured.iter().filter(|measured| !measured.windows.is_empty());
        let mut results = Self { value_size, pool, cells: with_windows.map(Figures::of).collect() };
        for index in 0..results.cells.len() {
            let Cell { workload, way, concurrency } = results.cells[index].cell;
            let tasks = if way.counts() == "tasks" { concurrency } else { 1 };
            let row = &results.cells[index].row;
            let naive = results.find(workload, Way::Naive, tasks);
            let ratio = naive.and_then(|naive| row.ratio_to(&naive.row, Metric::OpsPerSecond));
            results.cells[index].ratio_to_naive = ratio.map(|ratio| ratio.median);
        }
        results
    }

    /// The figures of one cell, if it was measured.
    pub(crate) fn find(&self, workload: Workload, way: Way, concurrency: u32) -> Option<&Figures> {
        let cell = Cell { workload, way, concurrency };
        self.cells.iter().find(|figures| figures.cell == cell)
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

    /// The same as sections of a record: ways that can be compared stand in one.
    pub(crate) fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for workload in Workload::ALL {
            for figures in Way::ALL.into_iter().flat_map(|way| self.of(workload, way)) {
                let section = self.section(figures.cell);
                match sections.iter_mut().find(|other| other.name == section.name) {
                    Some(section) => section.rows.push(figures.row.clone()),
                    None => sections.push(Section { rows: vec![figures.row.clone()], ..section }),
                }
            }
        }
        sections
    }

    /// The section of a cell, without rows.
    fn section(&self, cell: Cell) -> Section {
        let Cell { workload, way, concurrency } = cell;
        let group = format!("{} of {} bytes", workload.name(), format::grouped(self.value_size));
        let command = workload.name().to_lowercase();
        let count = format::grouped(concurrency);
        let (name, family, unit, about) = match way {
            Way::Batch | Way::RawBatch => (
                format!("{command}-batch-{concurrency}"),
                Some(format!("{group}, in batches")),
                "commands in a batch",
                format!("one task, batches of {count}; latencies are of a whole batch"),
            ),
            Way::RawPool => (
                format!("{command}-connections-{concurrency}"),
                None,
                "connections",
                format!(
                    "a hand-written loop over {count} connections, as many as the pool has, one command in flight on each"
                ),
            ),
            _ => (
                format!("{command}-{concurrency}"),
                Some(group.clone()),
                "tasks",
                format!(
                    "{count} concurrent tasks; raw loops have as many commands in flight, and latencies of whole writes"
                ),
            ),
        };
        let point = family.map(|family| Point { family, x: concurrency.into(), unit: unit.to_owned() });
        Section {
            name,
            about: format!("{group}: {about}"),
            group,
            operation: "command".to_owned(),
            point,
            rows: Vec::new(),
        }
    }
}

impl Figures {
    fn of(measured: &Measured) -> Self {
        let mut tally = Tally::default();
        measured.windows.iter().for_each(|window| tally.add(window, false));
        let way = measured.cell.way;
        // All of them use this project's client, but not as it is meant to be used.
        let role = match way {
            Way::Pipelined | Way::Batch => Role::Ours,
            Way::Naive | Way::NaiveEach | Way::Pooled => Role::Other,
            Way::Raw | Way::RawBatch | Way::RawPool => Role::Limit,
        };
        Self { cell: measured.cell, row: tally.row(way.title(), role), ratio_to_naive: None }
    }

    /// The median of a figure, if it is known.
    pub(crate) fn median(&self, metric: Metric) -> Option<f64> {
        self.row.median(metric)
    }

    /// Not a number if nothing was measured.
    pub(crate) fn ops_per_second(&self) -> f64 {
        self.median(Metric::OpsPerSecond).unwrap_or(f64::NAN)
    }

    /// Half of the distance between the slowest and the fastest round, in percent.
    pub(crate) fn spread(&self) -> String {
        match self.row.figures.get(&Metric::OpsPerSecond) {
            Some(speed) if speed.rounds.len() > 1 => format::spread(speed.low, speed.median, speed.high),
            _ => "–".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::Window;
    use crate::observe::Spent;
    use core::time::Duration;

    /// A window of this speed.
    fn window(ops_per_second: f64) -> Window {
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

    fn results() -> Results {
        let measured = |way, concurrency, speeds: &[f64]| Measured {
            cell: Cell { workload: Workload::Set, way, concurrency },
            windows: speeds.iter().map(|speed| window(*speed)).collect(),
        };
        let measured = [
            measured(Way::Naive, 1, &[10.0]),
            measured(Way::Naive, 64, &[20.0, 16.0, 25.0]),
            measured(Way::Pipelined, 64, &[400.0]),
            measured(Way::Batch, 64, &[500.0]),
            measured(Way::RawPool, 50, &[600.0]),
            measured(Way::Raw, 8, &[]),
        ];
        Results::new(1024, 50, &measured)
    }

    #[test]
    fn figures_compare_with_naive_by_as_many_tasks() {
        let cells = results().cells;
        assert_eq!(cells.len(), 5);
        assert_eq!((cells[1].ops_per_second(), cells[1].spread()), (20.0, "±22%".to_owned()));
        assert_eq!((cells[2].ratio_to_naive, cells[3].ratio_to_naive), (Some(20.0), Some(50.0)));
        assert_eq!(cells[2].median(Metric::Allocations), Some(3.0));
    }

    #[test]
    fn what_can_be_compared_is_one_section() {
        let sections = results().sections();
        let names: Vec<_> =
            sections.iter().map(|section| (section.name.as_str(), section.rows.len())).collect();
        assert_eq!(names, [("set-1", 1), ("set-64", 2), ("set-batch-64", 1), ("set-connections-50", 1)]);
        assert_eq!(sections[1].ours().map(|row| row.name.as_str()), Some("pipelined"));
        assert_eq!(
            sections[1].point.as_ref().map(|point| (point.family.as_str(), point.x)),
            Some(("SET of 1,024 bytes", 64.0))
        );
        assert_eq!(sections[3].point, None);
    }
}
