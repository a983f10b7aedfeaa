//! The figures on a terminal.

use crate::format;
use crate::plan::{Way, Workload};
use crate::record::{Goal, Metric};
use crate::results::{Figures, Results};
use std::io::IsTerminal;

/// Styles of a [`Paint`], as terminals number them.
pub(crate) const BOLD: &str = "1";
pub(crate) const DIM: &str = "2";
pub(crate) const GREEN: &str = "32";
pub(crate) const RED: &str = "31";

/// Columns after the name: heading and width.
const COLUMNS: [(&str, usize); 9] = [
    ("ops/s", 8),
    ("spread", 7),
    ("p50", 9),
    ("p99", 9),
    ("p99.9", 9),
    ("CPU/op", 9),
    ("allocs", 7),
    ("bytes", 7),
    ("vs naive", 9),
];
const NAME_WIDTH: usize = 29;

/// Whether standard output is a terminal that may be coloured.
pub(crate) fn colours_wanted() -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    std::io::stdout().is_terminal() && !refused && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// All figures, a block for each command and concurrency.
pub(crate) fn render(results: &Results, colours: bool) -> String {
    let paint = Paint(colours);
    let mut text = String::new();
    for workload in Workload::ALL {
        if results.cells.iter().any(|figures| figures.cell.workload == workload) {
            text.push_str(&block_of(workload, results, &paint));
        }
    }
    let notes = "ops/s: median of the rounds that others left alone, or else of all; spread: half of fastest less slowest.\n\
                 Latency of a command; of a whole batch for batches, of a whole write for raw loops. CPU/op: of the client.\n\
                 allocs, bytes: allocated by the client for each command. vs naive: by as many tasks; batches and raw\n\
                 loops: by one.\n";
    text.push('\n');
    text.push_str(&paint.with(DIM, notes.trim_end()));
    text.push('\n');
    text
}

fn block_of(workload: Workload, results: &Results, paint: &Paint) -> String {
    let size = results.value_size;
    let title = format!("{} of {} bytes", workload.name(), format::grouped(size));
    let mut heading = format!("{title:NAME_WIDTH$}");
    for (column, width) in COLUMNS {
        heading.push_str(&format!(" {column:>width$}"));
    }
    let mut text = format!("\n{}\n", paint.with(BOLD, &heading));
    for count in results.task_counts() {
        let with_tasks = |figures: &&Figures| figures.cell.way.counts() == "tasks";
        let of_count = results.cells.iter().filter(|figures| figures.cell.workload == workload);
        let group: Vec<_> =
            of_count.filter(with_tasks).filter(|figures| figures.cell.concurrency == count).collect();
        push_group(
            &mut text,
            &group.first().map_or_else(String::new, |figures| figures.cell.size()),
            &group,
            paint,
        );
    }
    for (title, ways) in
        [("one task, batches", &[Way::Batch][..]), ("raw loops", &[Way::Raw, Way::RawBatch, Way::RawPool])]
    {
        let group: Vec<_> = ways.iter().flat_map(|way| results.of(workload, *way)).collect();
        push_group(&mut text, title, &group, paint);
    }
    text
}

fn push_group(text: &mut String, title: &str, group: &[&Figures], paint: &Paint) {
    if group.is_empty() {
        return;
    }
    text.push_str(&paint.with(DIM, title));
    text.push('\n');
    for figures in group {
        text.push_str(&row(figures, paint));
    }
}

fn row(figures: &Figures, paint: &Paint) -> String {
    let cell = figures.cell;
    let name = match cell.way.counts() {
        "tasks" => cell.way.title().to_owned(),
        _ => format!("{}, {}", short(cell.way), cell.size()),
    };
    let shown =
        |metric, format: fn(f64) -> String| figures.median(metric).map_or_else(|| "–".to_owned(), format);
    let values = [
        format::count(figures.ops_per_second()),
        figures.spread(),
        shown(Metric::P50Micros, format::micros),
        shown(Metric::P99Micros, format::micros),
        shown(Metric::P999Micros, format::micros),
        shown(Metric::ClientCpuMicros, format::micros),
        shown(Metric::Allocations, format::significant),
        shown(Metric::AllocatedBytes, format::significant),
        figures.ratio_to_naive.map_or_else(|| "–".to_owned(), format::ratio),
    ];
    let mut line = format!("  {name:<width$}", width = NAME_WIDTH - 2);
    for ((_, width), value) in COLUMNS.iter().zip(values) {
        line.push_str(&format!(" {value:>width$}"));
    }
    line.push('\n');
    match cell.way {
        Way::Pipelined | Way::Batch => paint.with(GREEN, &line),
        way if way.is_raw() => paint.with(DIM, &line),
        _ => line,
    }
}

const fn short(way: Way) -> &'static str {
    match way {
        Way::Batch => "batch",
        Way::Raw | Way::RawPool => "raw",
        Way::RawBatch => "raw batch",
        _ => way.title(),
    }
}

/// Escape sequences, or none.
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    /// The text in a style, if this colours.
    pub(crate) fn with(&self, style: &str, text: &str) -> String {
        if self.0 { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// What is to be reached, and whether it was; nothing without goals.
pub(crate) fn goals(goals: &[Goal], paint: &Paint) -> String {
    if goals.is_empty() {
        return String::new();
    }
    let heading = format!(
        "{:25}{:15}{:>9}  {:18}{:>9}{:>9}{:>10}",
        "goals", "what", "ours", "best other", "its", "ratio", "goal"
    );
    let mut text = format!("\n{}\n", paint.with(BOLD, &heading));
    for goal in goals {
        let count = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), format::count);
        let line = format!(
            "{:25}{:15}{:>9}  {:18}{:>9}{:>9}{:>10}  {}\n",
            goal.section,
            goal.metric.title(),
            count(goal.ours),
            goal.best.as_deref().unwrap_or_default(),
            goal.theirs.map_or_else(String::new, format::count),
            goal.ratio.map_or_else(String::new, format::ratio),
            goal.bound,
            match goal.met {
                Some(true) => "met",
                Some(false) => "missed",
                None => "not measured",
            },
        );
        text.push_str(&if goal.met == Some(true) { line } else { paint.with(RED, &line) });
    }
    let met = goals.iter().filter(|goal| goal.met == Some(true)).count();
    text.push_str(&format!("{met} of {} goals met\n", goals.len()));
    text
}
