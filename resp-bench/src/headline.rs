//! The figures in three sentences.

use crate::format::{grouped, micros, percent, ratio, significant};
use crate::plan::{Way, Workload};
use crate::record::Metric;
use crate::results::{Figures, Results};

/// Commands of the batch that the first sentence is about.
const BATCH: u32 = 1000;
/// Tasks that the second is about, if they were measured.
const TASKS: u32 = 256;

/// What this run can say; figures that it has not measured are left out.
/// The shared connection and the raw loop share a sentence.
pub(crate) fn sentences(results: &Results) -> Vec<String> {
    let groups = [vec![batch(results)], vec![shared(results), raw_loop(results)], vec![allocations(results)]];
    let text = |group: Vec<Option<String>>| group.into_iter().flatten().collect::<Vec<_>>().join("; ");
    groups.into_iter().map(text).filter(|text| !text.is_empty()).map(|text| sentence(&text)).collect()
}

/// With a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

fn batch(results: &Results) -> Option<String> {
    let one_by_one = results.find(Workload::Set, Way::Naive, 1)?;
    let batch = results.find(Workload::Set, Way::Batch, BATCH)?;
    let figure = ratio(batch.ops_per_second() / one_by_one.ops_per_second());
    let time = |figures: &Figures| micros(f64::from(BATCH) / figures.ops_per_second() * 1e6);
    Some(format!(
        "{} SETs pipelined take {} instead of {} one by one: {figure} the speed",
        grouped(BATCH),
        time(batch),
        time(one_by_one),
    ))
}

fn shared(results: &Results) -> Option<String> {
    let tasks = tasks(results)?;
    let shared = results.find(Workload::Get, Way::Pipelined, tasks)?;
    let pooled = results.find(Workload::Get, Way::Pooled, tasks)?;
    let figure = ratio(shared.ops_per_second() / pooled.ops_per_second());
    Some(format!(
        "{} tasks that share one connection get {figure} as many values a second as with a pool of {}",
        grouped(tasks),
        results.pool
    ))
}

fn raw_loop(results: &Results) -> Option<String> {
    let tasks = tasks(results)?;
    let shared = results.find(Workload::Get, Way::Pipelined, tasks)?;
    let raw = results.find(Workload::Get, Way::Raw, tasks)?;
    let figure = percent(shared.ops_per_second() / raw.ops_per_second());
    Some(format!(
        "the shared connection reaches {figure} of what a hand-written loop does that keeps {} prepared commands \
         in flight",
        grouped(tasks)
    ))
}

fn allocations(results: &Results) -> Option<String> {
    let shared = results.find(Workload::Get, Way::Pipelined, tasks(results)?)?;
    let figure = significant(shared.median(Metric::Allocations)?);
    Some(format!("a GET on the shared connection allocates {figure} times, its owned value included"))
}

/// The number of tasks to speak of: 256, or the largest measured.
fn tasks(results: &Results) -> Option<u32> {
    let counts = results.task_counts();
    counts.iter().find(|count| **count == TASKS).or_else(|| counts.last()).copied()
}
