//! Which charts a group of sections gets.

use super::bars::{Bar, BarChart};
use super::claims::has_claim;
use super::escape::escape;
use super::family::{Family, drawn_under, ends, is_single};
use super::lines::{Across, LineChart, Point, Series};
use super::looks::Looks;
use super::mark::swatch;
use super::words;
use crate::record::{Metric, Record, Section};

/// All charts of the sections under a heading; a family may have some under others too.
pub(super) fn of_group(record: &Record, group: &str, looks: &Looks) -> String {
    let all: Vec<_> = record.sections.iter().collect();
    let sections: Vec<_> = all.iter().copied().filter(|section| section.group == group).collect();
    let lines = drawn_under(&all, group).into_iter().filter_map(|family| self::family(&all, family, looks));
    let singles = sections.iter().filter(|section| is_single(section, &all) && !has_claim(section));
    let singles = singles.filter_map(|section| single(section, looks));
    let distributions = sections.iter().filter_map(|section| distribution(section, looks));
    let costs = ends(&sections);
    let costs = costs.iter().flat_map(|section| [cpu(section, looks), allocations(section, looks)]);
    [
        grid("", LINES, lines.collect()),
        grid("", "Medians.", singles.collect()),
        grid("Distribution of latency", DISTRIBUTIONS, distributions.collect()),
        grid("Cost of an operation", COSTS, costs.flatten().collect()),
    ]
    .concat()
}

const LINES: &str = "Both axes are logarithmic. Marks are medians, the strokes through them reach from the least to the \
                     most of the rounds. A dashed line is a hand-written loop: what the machine can do.";
const DISTRIBUTIONS: &str = "Less is better. The latency is on a logarithmic scale; of the operations above 90 percent a \
                             tenth is above 99, and so on.";
const COSTS: &str = "Less is better. CPU time: full bars are the client's, pale ones the server's, where it was \
                     measured. Of sections that differ by a number alone, those with the least and the greatest are \
                     drawn; the tables have all.";

/// Charts beside and below each other, those beyond the first few folded away.
fn grid(title: &str, note: &str, charts: Vec<String>) -> String {
    const SHOWN: usize = 6;
    if charts.is_empty() {
        return String::new();
    }
    let heading = if title.is_empty() { String::new() } else { format!("<h3>{title}</h3>\n") };
    let (shown, folded) = charts.split_at(charts.len().min(SHOWN));
    let plots = |charts: &[String]| format!("<div class=\"plots\">\n{}</div>\n", charts.concat());
    let more = match folded.len() {
        0 => String::new(),
        count => format!("<details><summary>{count} more</summary>{}</details>\n", plots(folded)),
    };
    format!("{heading}<p class=\"note above\">{note}</p>\n{}{more}", plots(shown))
}

fn family(sections: &[&Section], family: &str, looks: &Looks) -> Option<String> {
    let Family { metric, unit, series } = Family::of(sections, family, looks)?;
    let chart = LineChart {
        title: family,
        x_title: &unit,
        y_title: &words::axis_and_wanted(metric),
        across: Across::Values,
        y_format: words::formats(metric),
        series: &series,
    };
    Some(figure(family, &legend(&series), &chart.render()))
}

/// The figure that a section is about, as bars.
fn single(section: &Section, looks: &Looks) -> Option<String> {
    let metric = words::lead(section)?;
    bars(section, metric.title(), &words::axis_and_wanted(metric), &["median"], &[metric], looks)
}

fn distribution(section: &Section, looks: &Looks) -> Option<String> {
    let rows = section.rows.iter().filter(|row| !row.latencies.is_empty());
    let series: Vec<_> = rows
        .map(|row| {
            // The longest of all has no place on a scale of nines; the tables have it.
            let inner = row.latencies.iter().filter(|(quantile, _)| *quantile < 1.0);
            let points = inner.map(|(quantile, micros)| Point { x: *quantile, y: *micros, range: None });
            Series { label: row.name.clone(), style: looks.style(&row.name), points: points.collect() }
        })
        .collect();
    let chart = LineChart {
        title: &section.name,
        x_title: "percentile of the operations (%)",
        y_title: "latency of an operation",
        across: Across::Quantiles,
        y_format: words::formats(Metric::P50Micros),
        series: &series,
    };
    (!series.is_empty()).then(|| figure(&section.name, &legend(&series), &chart.render()))
}

fn cpu(section: &Section, looks: &Looks) -> Option<String> {
    const SIDES: [Metric; 2] = [Metric::ClientCpuMicros, Metric::ServerCpuMicros];
    if section.rows.iter().any(|row| row.median(SIDES[1]).is_some()) {
        let x_title = "µs of CPU per operation: client + server";
        return bars(section, "CPU time", x_title, &["client", "server"], &SIDES, looks);
    }
    bars(section, "CPU time", "µs of client CPU per operation", &["client"], &SIDES[..1], looks)
}

fn allocations(section: &Section, looks: &Looks) -> Option<String> {
    let x_title = "allocations per operation, of the client";
    bars(section, "allocations", x_title, &["allocations"], &[Metric::Allocations], looks)
}

/// A bar for each row that has the first of the metrics.
fn bars(
    section: &Section,
    what: &str,
    x_title: &str,
    parts: &[&'static str],
    metrics: &[Metric],
    looks: &Looks,
) -> Option<String> {
    let rows = section.rows.iter().filter(|row| row.median(metrics[0]).is_some());
    let bars: Vec<_> = rows
        .map(|row| Bar {
            name: row.name.clone(),
            class: looks.style(&row.name).class,
            values: metrics.iter().filter_map(|metric| row.median(*metric)).collect(),
        })
        .collect();
    let title = format!("{}: {what}", section.name);
    let chart = BarChart { title: &title, x_title, parts, bars: &bars };
    (!bars.is_empty()).then(|| figure(&title, "", &chart.render()))
}

/// The limit is named last.
fn legend(series: &[Series]) -> String {
    let (limits, contestants): (Vec<_>, Vec<_>) =
        series.iter().partition(|series| series.style.class == "limit");
    let keys = contestants.into_iter().chain(limits);
    keys.map(|series| format!("<li>{}{}</li>", swatch(series.style), escape(&series.label))).collect()
}

fn figure(title: &str, legend: &str, plot: &str) -> String {
    let legend =
        if legend.is_empty() { String::new() } else { format!("<ul class=\"legend\">{legend}</ul>") };
    format!("<figure><figcaption><h4>{}</h4>{legend}</figcaption>{plot}</figure>\n", escape(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_charts_are_folded_away() {
        let charts = |count| grid("t", "n", vec!["<figure></figure>".to_owned(); count]);
        assert!(!charts(6).contains("<details>") && charts(7).contains("<summary>1 more</summary>"));
        assert_eq!(charts(0), "");
    }
}
