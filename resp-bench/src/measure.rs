//! Windows of time, in which the tasks of one cell run, and the rounds that
//! visit all cells in turn.

use crate::ALLOCATOR;
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Phase};
use crate::observe::{Reading, Spent};
use crate::plan::Cell;
use crate::progress::Progress;
use crate::workload::{self, Target, Tasks};
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;

/// How long what is measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schedule {
    /// How often each cell is visited.
    pub(crate) rounds: u32,
    /// Before anything is measured, each time.
    pub(crate) warm_up: Duration,
    /// Operations, CPU time and latency, each time.
    pub(crate) timed: Duration,
    /// Allocations, apart from the time, in the first round only.
    pub(crate) counted: Duration,
    /// After which no round begins that would not end within it: a busy
    /// machine gets fewer rounds, not a longer run.
    pub(crate) budget: Duration,
}

/// What one visit of a cell found.
#[derive(Debug, Clone)]
pub(crate) struct Window {
    /// Operations (commands, not batches) that ended in the timed part.
    pub(crate) operations: u64,
    /// What they used. The cores of others are those of the warm-up as well: a
    /// longer time makes up for the coarse clock of the machine.
    pub(crate) spent: Spent,
    /// Nanoseconds of some operations.
    pub(crate) latencies: Latencies,
    /// Allocations and allocated bytes for each operation, where counted.
    pub(crate) allocations: Option<(f64, f64)>,
}

/// A cell and its windows so far, or why there are none.
#[derive(Debug)]
pub(crate) struct Measured {
    /// What is measured.
    pub(crate) cell: Cell,
    /// One for each round.
    pub(crate) windows: Vec<Window>,
}

/// Latencies taken a second, over all tasks: reading the clock twice for each
/// of them takes less than one part in a hundred of the time.
const SAMPLES_PER_SECOND: f64 = 100_000.0;
/// Operations whose allocations are counted at least, if they take no more than
/// so many times the time that is meant for it.
const COUNTED_OPERATIONS: u64 = 100;
const MAX_EXTENSION: u32 = 10;
/// Time for tasks to see that they are to end: one operation takes far less.
const STOP_LIMIT: Duration = Duration::from_secs(10);

impl Schedule {
    /// Spreads the seconds of a cell over its rounds.
    pub(crate) fn new(rounds: u32, seconds_per_cell: f64, budget: Duration) -> Self {
        let timed = Duration::from_secs_f64(seconds_per_cell / f64::from(rounds));
        let between = |least, share: u32, most| {
            (timed / share).clamp(Duration::from_millis(least), Duration::from_millis(most))
        };
        Self { rounds, warm_up: between(20, 3, 500), timed, counted: between(20, 4, 200), budget }
    }

    /// Time of a whole run over this many cells, connecting not included.
    pub(crate) fn total(&self, cells: u32) -> Duration {
        ((self.warm_up + self.timed) * self.rounds + self.counted) * cells
    }
}

/// Visits all cells, round after round, and puts what it finds into `measured`
/// at once: what has been found stays there if this future is dropped. After
/// every round it is saved. `server` is the server's process, if it runs here.
///
/// # Errors
/// The first failure of any task, named by its cell.
pub(crate) async fn all(
    measured: &mut [Measured],
    target: &Arc<Target>,
    schedule: &Schedule,
    server: Option<u32>,
    progress: &Progress,
    save: impl Fn(&[Measured]) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let started = Instant::now();
    for round in 1..=schedule.rounds {
        // The rounds so far tell how long the next one takes.
        if round > 1 && started.elapsed() / (round - 1) * round > schedule.budget {
            return Ok(());
        }
        let heading = format!("round {round} of {}", schedule.rounds);
        for Measured { cell, windows } in &mut *measured {
            progress.step(&heading, &cell.name());
            let counted = if round == 1 { schedule.counted } else { Duration::ZERO };
            let window = window(*cell, target, schedule, counted, server).await;
            windows.push(window.map_err(|failure| Failure::new(format!("{}: {failure}", cell.name())))?);
            progress.done();
        }
        save(measured)?;
    }
    Ok(())
}

async fn window(
    cell: Cell,
    target: &Arc<Target>,
    schedule: &Schedule,
    counted: Duration,
    server: Option<u32>,
) -> Result<Window, Failure> {
    let gauge = Gauge::new(cell.task_count());
    let tasks = workload::start(cell, target, &gauge).await?;
    observe(tasks, &gauge, schedule, counted, server).await
}

/// Warms up, times and counts what tasks do that have just been started, and
/// ends them. `server` is the server's process, if it runs on this machine.
///
/// # Errors
/// The first failure of any task.
pub(crate) async fn observe(
    mut tasks: Tasks,
    gauge: &Gauge,
    schedule: &Schedule,
    counted: Duration,
    server: Option<u32>,
) -> Result<Window, Failure> {
    let (cold, warming) = (Reading::take(server), Instant::now());
    run_for(schedule.warm_up, &mut tasks).await?;
    gauge.sample_every(stride(gauge.operations() as f64 / warming.elapsed().as_secs_f64()));

    gauge.enter(Phase::Timed);
    let (warm, before) = (Reading::take(server), gauge.operations());
    run_for(schedule.timed, &mut tasks).await?;
    let (operations, end) = (gauge.operations() - before, Reading::take(server));

    gauge.enter(Phase::Counted);
    let allocations = allocations(counted, gauge, &mut tasks).await?;

    gauge.enter(Phase::Stop);
    let latencies = collect(tasks).await?;
    let spent = Spent { other_cores: cold.until(&end).other_cores, ..warm.until(&end) };
    Ok(Window { operations, spent, latencies, allocations })
}

impl Window {
    /// Operations a second.
    pub(crate) fn ops_per_second(&self) -> f64 {
        self.operations as f64 / self.spent.elapsed.as_secs_f64()
    }
}

/// Goes on for longer than `time` where few operations fit into it: the part of
/// one that is cut off at the end would show.
async fn allocations(
    time: Duration,
    gauge: &Gauge,
    tasks: &mut Tasks,
) -> Result<Option<(f64, f64)>, Failure> {
    if time.is_zero() {
        return Ok(None);
    }
    let before = gauge.operations();
    ALLOCATOR.start();
    let mut ran = run_for(time, tasks).await;
    for _ in 1..MAX_EXTENSION {
        if ran.is_err() || gauge.operations() - before >= COUNTED_OPERATIONS {
            break;
        }
        ran = run_for(time, tasks).await;
    }
    let (counts, operations) = (ALLOCATOR.stop(), (gauge.operations() - before) as f64);
    ran?;
    let each = (counts.allocations as f64 / operations, counts.bytes as f64 / operations);
    Ok((operations > 0.0).then_some(each))
}

/// Lets the tasks run. None of them ends before it is told to, unless it fails.
async fn run_for(time: Duration, tasks: &mut Tasks) -> Result<(), Failure> {
    tokio::select! {
        () = tokio::time::sleep(time) => Ok(()),
        ended = tasks.join_next() => Err(match ended {
            Some(Ok(Err(failure))) => failure,
            Some(Err(error)) => Failure::because("a task broke down", &error),
            Some(Ok(Ok(_))) | None => Failure::new("a task ended early"),
        }),
    }
}

async fn collect(mut tasks: Tasks) -> Result<Latencies, Failure> {
    let all = async {
        let mut latencies = Latencies::new();
        while let Some(ended) = tasks.join_next().await {
            latencies.extend(ended.map_err(|error| Failure::because("a task broke down", &error))??);
        }
        Ok(latencies)
    };
    let late = |_| Failure::new("tasks did not end: an answer is missing");
    tokio::time::timeout(STOP_LIMIT, all).await.map_err(late)?
}

/// One operation in how many has its latency taken at this speed.
fn stride(ops_per_second: f64) -> u32 {
    let wanted = (ops_per_second / SAMPLES_PER_SECOND).clamp(1.0, 1000.0);
    (1..=1000).find(|stride| f64::from(*stride) >= wanted).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fast_ways_have_fewer_of_their_latencies_taken() {
        for (speed, expected) in
            [(0.0, 1), (16e3, 1), (100e3, 1), (101e3, 2), (4e6, 40), (1e12, 1000), (f64::NAN, 1000)]
        {
            assert_eq!(stride(speed), expected, "{speed}");
        }
    }

    #[test]
    fn the_default_run_ends_within_its_promise() {
        assert!(Schedule::new(5, 1.5, Duration::MAX).total(60) < Duration::from_secs(160));
        assert!(Schedule::new(3, 0.3, Duration::MAX).total(40) < Duration::from_secs(24));
    }
}
