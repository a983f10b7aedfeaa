//! One turn of a contestant in a cell.

use super::cell::{Cell, Placement, Runtime};
use super::contestant::{Contestant, Target};
use super::system_calls;
use super::usage::Usage;
use crate::failure::Failure;
use crate::measure::{self, Schedule};
use crate::meter::Gauge;
use crate::pin;
use crate::results::percentiles;
use core::time::Duration;
use std::sync::Arc;

/// What a turn found.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    /// Commands a second.
    pub(super) ops_per_second: f64,
    /// CPU time of this process for each command, in microseconds.
    pub(super) cpu_micros: f64,
    /// Latencies in microseconds, of a command or a pipeline.
    pub(super) p50: Option<f64>,
    pub(super) p999: Option<f64>,
    /// For each command, in the turns that count them.
    pub(super) allocations: Option<f64>,
    pub(super) system_calls: Option<f64>,
    /// Cores that others kept busy, where it is known.
    pub(super) others: Option<f64>,
}

/// Cores kept busy by others from which on a window counts as disturbed.
const DISTURBED: f64 = 0.25;

impl Sample {
    /// Whether others left the machine alone, as far as it is known.
    pub(super) fn is_calm(&self) -> bool {
        self.others.is_none_or(|others| others <= DISTURBED)
    }
}

/// The server's process, and the cores that both may use.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) server: u32,
    pub(super) cores: Vec<usize>,
}

/// Time for what a client runs in the background to end.
const SHUTDOWN: Duration = Duration::from_millis(200);

/// Measures for as long as the schedule says.
///
/// # Errors
/// The contestant's own, and wrong replies.
pub(super) fn measure(
    cell: &'static Cell,
    contestant: &Contestant,
    target: &Arc<Target>,
    machine: &Machine,
    schedule: &Schedule,
    counts: bool,
) -> Result<Sample, Failure> {
    machine.place(cell.placement);
    let runtime = runtime(cell.runtime).map_err(|error| Failure::because("no runtime", &error))?;
    let gauge = Gauge::new(contestant.task_count(cell));
    let counted = if counts { schedule.counted } else { Duration::ZERO };
    let observed: Result<_, Failure> = runtime.block_on(async {
        let tasks = (contestant.start)(cell, Arc::clone(target), Arc::clone(&gauge)).await?;
        let (usage, calls) = (Usage::now(machine.server), system_calls::count());
        let window = measure::observe(tasks, &gauge, schedule, counted).await?;
        let calls = system_calls::count().zip(calls).map(|(after, before)| after - before);
        let others = usage.zip(Usage::now(machine.server)).map(|(before, after)| before.others_until(&after));
        Ok((window, calls, others))
    });
    runtime.shutdown_timeout(SHUTDOWN);
    let (window, calls, others) = observed?;
    let latency = percentiles(window.latencies.iter());
    Ok(Sample {
        ops_per_second: window.ops_per_second,
        cpu_micros: window.cpu_micros,
        p50: latency.map(|latency| latency.p50),
        p999: latency.and_then(|latency| latency.p999),
        allocations: window.allocations.map(|(count, _)| count),
        system_calls: calls.map(|calls| calls as f64 / gauge.operations() as f64),
        others,
    })
}

fn runtime(kind: Runtime) -> std::io::Result<tokio::runtime::Runtime> {
    match kind {
        Runtime::CurrentThread | Runtime::Threads => {
            tokio::runtime::Builder::new_current_thread().enable_all().build()
        }
        Runtime::TwoWorkers => {
            tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
        }
    }
}

impl Machine {
    /// Moves the server, and this thread with all that it starts from now on.
    /// Where that cannot be, both stay where they are.
    fn place(&self, placement: Placement) {
        let (server, client) = match (placement, &self.cores[..]) {
            (Placement::Apart, [first, second, ..]) => (&[*first][..], &[*second][..]),
            (Placement::Together, [first, ..]) => (&[*first][..], &[*first][..]),
            _ => (&self.cores[..], &self.cores[..]),
        };
        if !self.cores.is_empty() {
            pin::move_process(self.server, server);
            pin::pin(client);
        }
    }
}
