//! One turn of a contestant under one load.

use super::alarm::Alarm;
use super::arrivals::Spacing;
use super::contestant::{Contestant, Target};
use super::log::Log;
use super::outcome::Outcome;
use super::source::{Load, Source};
use super::tasks::Tasks;
use crate::failure::Failure;
use crate::observe::{Reading, Spent};
use crate::record::Metric;
use crate::runtime;
use core::ops::Range;
use core::time::Duration;
use std::sync::Arc;
use std::time::Instant;
use tokio::task::JoinError;

/// What makes the load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drive {
    /// So many arrivals a second.
    Rate(u32),
    /// So many tasks, each of which sends when it has its answer.
    Closed(usize),
}

/// How each window goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timing {
    pub(super) warm_up: Duration,
    pub(super) timed: Duration,
    pub(super) spacing: Spacing,
    /// Tasks that send what arrives.
    pub(super) tasks: usize,
}

/// What a turn found.
#[derive(Debug, Clone)]
pub(super) struct Window {
    pub(super) outcome: Outcome,
    pub(super) spent: Spent,
}

/// Time for tasks to end, and for what is late to be answered.
const GRACE: Duration = Duration::from_millis(250);
/// Time to connect.
const CONNECT_LIMIT: Duration = Duration::from_secs(10);
/// Time for what a client runs in the background to end.
const SHUTDOWN: Duration = Duration::from_millis(200);

impl Window {
    /// Whether more arrived than were answered.
    pub(super) fn is_saturated(&self) -> bool {
        self.outcome.is_saturated()
    }

    /// All figures.
    pub(super) fn figures(&self) -> impl Iterator<Item = (Metric, f64)> {
        self.outcome.figures().into_iter().chain(self.spent.figures(self.outcome.answers))
    }
}

/// Measures with a runtime of its own. The same seed has the same arrivals.
///
/// # Errors
/// The contestant's own, and wrong replies.
pub(super) fn measure(
    contestant: &Contestant,
    drive: Drive,
    target: &Arc<Target>,
    timing: &Timing,
    seed: u64,
) -> Result<Window, Failure> {
    let runtime = runtime::current_thread()?;
    let window = runtime.block_on(observe(contestant, drive, target, timing, seed));
    runtime.shutdown_timeout(SHUTDOWN);
    window
}

async fn observe(
    contestant: &Contestant,
    drive: Drive,
    target: &Arc<Target>,
    timing: &Timing,
    seed: u64,
) -> Result<Window, Failure> {
    let end = timing.warm_up + timing.timed;
    let (load, tasks) = match drive {
        Drive::Rate(rate) => {
            let times = timing.spacing.times(rate, timing.warm_up, timing.timed, seed);
            (Load::Arrivals(times), timing.tasks)
        }
        Drive::Closed(tasks) => (Load::Answers(end + GRACE / 2), tasks),
    };
    let source = Arc::new(Source::new(load));
    let starting = (contestant.start)(Arc::clone(target), Arc::clone(&source), tasks);
    let late = |_| Failure::new("it does not connect");
    let mut tasks = tokio::time::timeout(CONNECT_LIMIT, starting).await.map_err(late)??;
    let alarm = Alarm::new().map_err(|error| Failure::because("no timer", &error))?;

    let began = source.begin();
    let load = async {
        let readings = take_readings(&source, target.server, timing.warm_up, end);
        let (released, readings) = tokio::join!(release(&source, &alarm, began), readings);
        released.map(|released| (released, readings))
    };
    let (released, (measured, spent)) = tokio::select! {
        load = load => load.map_err(|error| Failure::because("no timer", &error))?,
        ended = tasks.join_next() => return Err(failure(ended)),
    };
    source.finish();
    drain(tasks).await?;
    let log = Log { answers: source.take_answers(), released, end: source.now() };
    Ok(Window { outcome: Outcome::new(&log, &measured), spent })
}

/// Lets each arrival go when it is due: when each was due, and when it was let go.
async fn release(
    source: &Source,
    alarm: &Alarm,
    began: Instant,
) -> std::io::Result<Vec<(Duration, Duration)>> {
    let arrivals = source.arrivals();
    let mut released = Vec::with_capacity(arrivals.len());
    while let Some(first) = arrivals.get(released.len()) {
        alarm.until(began + *first).await?;
        let now = source.now();
        let due = arrivals[released.len()..].iter().take_while(|due| **due <= now);
        let before = released.len();
        released.extend(due.map(|due| (*due, now)));
        source.release(released.len() - before);
    }
    Ok(released)
}

/// The measured part of the window, and what it used.
async fn take_readings(
    source: &Source,
    server: Option<u32>,
    warm_up: Duration,
    end: Duration,
) -> (Range<Duration>, Spent) {
    let take = async |time: Duration| {
        tokio::time::sleep(time.saturating_sub(source.now())).await;
        (source.now(), Reading::take(server))
    };
    let (from, before) = take(warm_up).await;
    let (to, after) = take(end).await;
    (from..to, before.until(&after))
}

/// Waits for the tasks to end; those that have not after a while are ended.
async fn drain(mut tasks: Tasks) -> Result<(), Failure> {
    let all = async {
        while let Some(ended) = tasks.join_next().await {
            ended.map_err(|error| Failure::because("a task broke down", &error))??;
        }
        Ok(())
    };
    tokio::time::timeout(GRACE, all).await.unwrap_or(Ok(()))
}

/// Why a task has ended that should not have.
fn failure(ended: Option<Result<Result<(), Failure>, JoinError>>) -> Failure {
    match ended {
        Some(Ok(Err(failure))) => failure,
        Some(Err(error)) => Failure::because("a task broke down", &error),
        Some(Ok(Ok(()))) | None => Failure::new("a task ended early"),
    }
}
