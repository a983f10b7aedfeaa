//! The results as plots: which way is drawn how, and what stands beside it.

use super::escape::escape;
use super::mark::{Line, Mark, Style, swatch};
use super::svg::{Bar, BarChart, LineChart, Point, Range, RangeChart, Series};
use crate::format;
use crate::plan::{Way, Workload};
use crate::results::{Figures, Results};

/// Ways of the client that are lines over the number of tasks.
const BY_TASKS: [Way; 4] = [Way::Naive, Way::NaiveEach, Way::Pooled, Way::Pipelined];

/// All plots of a run, each with title, legend and note.
pub(super) fn all(results: &Results) -> String {
    let mut html = String::new();
    for workload in Workload::ALL {
        html.push_str(&throughput(results, workload));
    }
    for workload in Workload::ALL {
        html.push_str(&latency(results, workload));
    }
    for workload in Workload::ALL {
        html.push_str(&cpu(results, workload));
    }
    let count = |figures: &Figures| figures.allocations;
    let bytes = |figures: &Figures| figures.allocated_bytes;
    html.push_str(&allocations(results, "Allocations", "allocations of the client per command", count));
    html + &allocations(results, "Allocated bytes", "bytes allocated by the client per command", bytes)
}

const fn style(way: Way) -> Style {
    let (class, mark, line) = match way {
        Way::Naive => ("c-naive", Mark::Circle, Line::Solid),
        Way::NaiveEach => ("c-each", Mark::Triangle, Line::Solid),
        Way::Pooled => ("c-pooled", Mark::Square, Line::Solid),
        Way::Pipelined => ("c-pipelined", Mark::Diamond, Line::Solid),
        Way::Batch => ("c-batch", Mark::Cross, Line::None),
        Way::Raw => ("c-raw", Mark::None, Line::Dashed),
        Way::RawBatch => ("c-raw", Mark::None, Line::Dotted),
        Way::RawPool => ("c-raw", Mark::None, Line::Across),
    };
    Style { class, mark, line }
}

fn label(way: Way, results: &Results) -> String {
    match way {
        Way::Pooled => format!("pooled, {} connections", results.settings.pool),
        Way::Pipelined => "pipelined, one shared connection".to_owned(),
        Way::Batch => "one task, batches of that many commands".to_owned(),
        Way::Raw => "raw loop, one connection".to_owned(),
        Way::RawPool => format!("raw loop, {} connections", results.settings.pool),
        _ => way.title().to_owned(),
    }
}

fn series(results: &Results, workload: Workload, way: Way, point: fn(&Figures) -> Point) -> Option<Series> {
    let mut points: Vec<_> = results.of(workload, way).map(point).collect();
    points.sort_by(|one, other| one.x.total_cmp(&other.x));
    (!points.is_empty()).then(|| Series { label: label(way, results), style: style(way), points })
}

fn throughput(results: &Results, workload: Workload) -> String {
    let ways = [Way::RawPool, Way::Raw, Way::Naive, Way::NaiveEach, Way::Pooled, Way::Pipelined, Way::Batch];
    let point = |figures: &Figures| Point {
        x: figures.cell.concurrency.into(),
        y: figures.ops_per_second,
        range: Some((figures.slowest, figures.fastest)),
    };
    let series: Vec<_> = ways.into_iter().filter_map(|way| series(results, workload, way, point)).collect();
    let title = format!("{}: throughput", workload.name());
    let chart = LineChart {
        title: &title,
        x_label: "concurrent tasks",
        y_label: "commands per second",
        x_ticks: &x_ticks(results),
        y_format: [format::short_count, format::count],
        series: &series,
    };
    let note = "Higher is better. Both axes are logarithmic. Marks are medians, the strokes through them reach from \
                the slowest to the fastest round. Raw loops send prepared bytes, commands in flight in place of \
                tasks: what the machine can do. A client passes them only where it writes before it has read.";
    figure(&title, &legend(&series), &chart.render(), note)
}

fn cpu(results: &Results, workload: Workload) -> String {
    let point =
        |figures: &Figures| Point { x: figures.cell.concurrency.into(), y: figures.cpu_micros, range: None };
    let ways = [Way::Raw, Way::Naive, Way::NaiveEach, Way::Pooled, Way::Pipelined, Way::Batch];
    let series: Vec<_> = ways.into_iter().filter_map(|way| series(results, workload, way, point)).collect();
    let title = format!("{}: CPU time of the client", workload.name());
    let chart = LineChart {
        title: &title,
        x_label: "concurrent tasks",
        y_label: "microseconds of CPU per command",
        x_ticks: &x_ticks(results),
        y_format: [format::short, format::significant],
        series: &series,
    };
    let note = "Lower is better. Both axes are logarithmic. User and system time of this process.";
    figure(&title, &legend(&series), &chart.render(), note)
}

fn latency(results: &Results, workload: Workload) -> String {
    let range = |figures: &Figures| {
        let latency = figures.latency?;
        let p99 = latency.p99.unwrap_or(latency.p50);
        let values = [latency.p50, p99, latency.p999.unwrap_or(p99)];
        Some(Range { label: label(figures.cell.way, results), style: style(figures.cell.way), values })
    };
    let group = |tasks: u32| {
        let ranges = BY_TASKS.into_iter().filter_map(|way| range(results.find(workload, way, tasks)?));
        (tasks.to_string(), ranges.collect::<Vec<_>>())
    };
    let groups: Vec<_> =
        results.task_counts().into_iter().map(group).filter(|(_, ranges)| !ranges.is_empty()).collect();
    let title = format!("{}: latency of a command", workload.name());
    let chart = RangeChart {
        title: &title,
        x_label: "concurrent tasks",
        y_label: "time to the answer (log scale)",
        y_format: [format::short_micros, format::micros],
        groups: &groups,
    };
    let shown = BY_TASKS.into_iter().filter(|way| results.of(workload, *way).next().is_some());
    let keys: Vec<_> = shown.map(|way| (style(way), label(way, results))).collect();
    let note =
        "Lower is better. The mark is the median, the thick stroke ends at p99, the thin one at p99.9.";
    figure(&title, &keys, &chart.render(), note)
}

fn allocations(results: &Results, what: &str, x_label: &str, pick: fn(&Figures) -> Option<f64>) -> String {
    let tasks = crate::headline::tasks(results).unwrap_or(1);
    let bars = |way, concurrency| {
        let bar = |workload: Workload, class| {
            let value = pick(results.find(workload, way, concurrency)?)?;
            Some(Bar { label: workload.name(), class, value })
        };
        [bar(Workload::Get, "c-get"), bar(Workload::Set, "c-set")].into_iter().flatten().collect::<Vec<_>>()
    };
    let by_tasks = BY_TASKS.map(|way| (way.title().to_owned(), bars(way, tasks)));
    let batches = crate::plan::BATCHES
        .map(|size| (format!("batch of {}", format::grouped(size)), bars(Way::Batch, size)));
    let rows: Vec<_> = by_tasks.into_iter().chain(batches).filter(|(_, bars)| !bars.is_empty()).collect();
    let plural = if tasks == 1 { "task" } else { "tasks" };
    let title = format!("{what}, {} {plural}", format::grouped(tasks));
    let chart = BarChart {
        title: &title,
        x_label,
        least: 1.0,
        format: [format::short, format::significant],
        rows: &rows,
    };
    let bar = |class| Style { class, mark: Mark::Square, line: Line::None };
    let keys = [(bar("c-get"), "GET, value owned".to_owned()), (bar("c-set"), "SET".to_owned())];
    let note = "Fewer is better. Counted by the allocator of this program in windows apart from the timed ones; \
                batches include the list of commands that is made for each.";
    figure(&title, &keys, &chart.render(), note)
}

/// The numbers of tasks, and the sizes of batches.
fn x_ticks(results: &Results) -> Vec<f64> {
    let mut ticks: Vec<f64> = results.task_counts().into_iter().map(f64::from).collect();
    if ticks.is_empty() {
        ticks = results.cells.iter().map(|figures| figures.cell.concurrency.into()).collect();
    }
    ticks.sort_by(f64::total_cmp);
    ticks.dedup();
    ticks
}

/// Raw loops are drawn first, below the others, and named last.
fn legend(series: &[Series]) -> Vec<(Style, String)> {
    let (raw, ways): (Vec<_>, Vec<_>) = series.iter().partition(|series| series.style.class == "c-raw");
    ways.into_iter().chain(raw.into_iter().rev()).map(|series| (series.style, series.label.clone())).collect()
}

/// A plot with its surroundings; nothing where nothing was measured.
fn figure(title: &str, legend: &[(Style, String)], plot: &str, note: &str) -> String {
    if !plot.contains("class=\"mark") && !plot.contains("class=\"line") && !plot.contains("class=\"bar") {
        return String::new();
    }
    let mut keys = String::new();
    for (style, label) in legend {
        keys.push_str(&format!("<li>{}{}</li>", swatch(*style), escape(label)));
    }
    format!(
        "<figure><figcaption><h3>{}</h3><ul class=\"legend\">{keys}</ul></figcaption>{plot}<p class=\"note\">{note}</p></figure>\n",
        escape(title)
    )
}
