//! The figures in three sentences.

use crate::format::{grouped, micros, percent, ratio, significant};
use crate::plan::{Way, Workload};
use crate::results::{Figures, Results};

/// Commands of the batch that the first sentence is about.
const BATCH: u32 = 1000;
/// Tasks that the second is about, if they were measured.
const TASKS: u32 = 256;

/// One figure of the headline, for the report's front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headline {
    /// The figure.
    pub(crate) figure: String,
    /// What it is, without a capital and a full stop.
    pub(crate) sentence: String,
}

/// What this run can say; figures that it has not measured are left out.
pub(crate) fn headlines(results: &Results) -> Vec<Headline> {
    [batch(results), shared(results), raw_loop(results), allocations(results)].into_iter().flatten().collect()
}

/// The same as three sentences: the shared connection and the raw loop share one.
pub(crate) fn sentences(results: &Results) -> Vec<String> {
    let groups = [vec![batch(results)], vec![shared(results), raw_loop(results)], vec![allocations(results)]];
    let text = |group: Vec<Option<Headline>>| {
        group.into_iter().flatten().map(|headline| headline.sentence).collect::<Vec<_>>().join("; ")
    };
    groups.into_iter().map(text).filter(|text| !text.is_empty()).map(|text| sentence(&text)).collect()
}

/// With a capital and a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(['.']).collect()
}

fn batch(results: &Results) -> Option<Headline> {
    let one_by_one = results.find(Workload::Set, Way::Naive, 1)?;
    let batch = results.find(Workload::Set, Way::Batch, BATCH)?;
    let figure = ratio(batch.ops_per_second / one_by_one.ops_per_second);
    let time = |figures: &Figures| micros(f64::from(BATCH) / figures.ops_per_second * 1e6);
    let sentence = format!(
        "{} SETs pipelined take {} instead of {} one by one: {figure} the speed",
        grouped(BATCH),
        time(batch),
        time(one_by_one),
    );
    Some(Headline { figure, sentence })
}

fn shared(results: &Results) -> Option<Headline> {
    let tasks = tasks(results)?;
    let shared = results.find(Workload::Get, Way::Pipelined, tasks)?;
    let pooled = results.find(Workload::Get, Way::Pooled, tasks)?;
    let figure = ratio(shared.ops_per_second / pooled.ops_per_second);
    let sentence = format!(
        "{} tasks that share one connection get {figure} as many values a second as with a pool of {}",
        grouped(tasks),
        results.settings.pool
    );
    Some(Headline { figure, sentence })
}

fn raw_loop(results: &Results) -> Option<Headline> {
    let tasks = tasks(results)?;
    let shared = results.find(Workload::Get, Way::Pipelined, tasks)?;
    let raw = results.find(Workload::Get, Way::Raw, tasks)?;
    let figure = percent(shared.ops_per_second / raw.ops_per_second);
    let sentence = format!(
        "the shared connection reaches {figure} of what a hand-written loop does that keeps {} prepared commands \
         in flight",
        grouped(tasks)
    );
    Some(Headline { figure, sentence })
}

fn allocations(results: &Results) -> Option<Headline> {
    let shared = results.find(Workload::Get, Way::Pipelined, tasks(results)?)?;
    let figure = significant(shared.allocations?);
    let sentence =
        format!("a GET on the shared connection allocates {figure} times, its owned value included");
    Some(Headline { figure, sentence })
}

/// The number of tasks to speak of: 256, or the largest measured.
pub(crate) fn tasks(results: &Results) -> Option<u32> {
    let counts = results.task_counts();
    counts.iter().find(|count| **count == TASKS).or_else(|| counts.last()).copied()
}
