//! One turn of a contestant in a cell.

use super::cell::{Cell, Runtime};
use super::contestant::Contestant;
use super::place::Place;
use super::target::Target;
use crate::failure::Failure;
use crate::measure::{self, Schedule, Window};
use crate::meter::Gauge;
use crate::runtime;
use core::time::Duration;
use std::sync::Arc;

/// What all turns have in common.
#[derive(Debug)]
pub(super) struct Conditions {
    pub(super) target: Arc<Target>,
    pub(super) place: Place,
    /// The server's process, if it was started for this run.
    pub(super) server: Option<u32>,
    pub(super) schedule: Schedule,
}

/// Time for what a client runs in the background to end.
const SHUTDOWN: Duration = Duration::from_millis(200);

/// Measures for as long as the schedule says; with `counts` allocations as well.
///
/// # Errors
/// The contestant's own, and wrong replies.
pub(super) fn measure(
    cell: &'static Cell,
    contestant: &Contestant,
    conditions: &Conditions,
    counts: bool,
) -> Result<Window, Failure> {
    let Conditions { target, place, server, schedule } = conditions;
    place.put(cell);
    let runtime = match cell.runtime {
        Runtime::CurrentThread | Runtime::Threads => runtime::current_thread()?,
        Runtime::TwoWorkers => runtime::with_workers(2)?,
    };
    let gauge = Gauge::new(contestant.task_count(cell));
    let counted = if counts { schedule.counted } else { Duration::ZERO };
    let window: Result<_, Failure> = runtime.block_on(async {
        let tasks = (contestant.start)(cell, Arc::clone(target), Arc::clone(&gauge)).await?;
        measure::observe(tasks, &gauge, schedule, counted, *server).await
    });
    runtime.shutdown_timeout(SHUTDOWN);
    window.map_err(|failure| Failure::new(format!("{}, {}: {failure}", cell.name, contestant.name)))
}
