//! Which charts a group of sections gets.

use super::bars::{Bar, BarChart};
use super::escape::escape;
use super::lines::{Across, LineChart, Point, Series};
use super::looks::Looks;
use super::mark::{Mark, Style, swatch};
use super::words;
use crate::record::{Metric, Role, Row, Section};

/// All charts of sections that belong together.
pub(super) fn of_group(sections: &[&Section], looks: &Looks) -> String {
    let mut html = String::new();
    let chosen = ends_of_families(sections);
    let families = families(sections).into_iter().map(|family| self::family(sections, family, looks));
    html.push_str(&grid("", families.collect()));
    let distributions: Vec<_> = sections.iter().filter_map(|section| distribution(section, looks)).collect();
    html.push_str(&grid("Distribution of latency", distributions));
    let cpu: Vec<_> = chosen.iter().filter_map(|section| cpu(section, looks)).collect();
    html.push_str(&grid("CPU time per operation", cpu));
    let allocations: Vec<_> = chosen.iter().filter_map(|section| allocations(section, looks)).collect();
    html.push_str(&grid("Allocations per operation", allocations));
    html
}

/// Charts beside and below each other, those beyond the first dozen folded away.
fn grid(title: &str, charts: Vec<String>) -> String {
    const SHOWN: usize = 12;
    if charts.is_empty() {
        return String::new();
    }
    let heading = if title.is_empty() { String::new() } else { format!("<h3>{title}</h3>\n") };
    let shown = charts.len().min(SHOWN);
    let mut html = format!("{heading}<div class=\"plots\">\n{}</div>\n", charts[..shown].concat());
    if let Some(more) = charts.get(SHOWN..).filter(|more| !more.is_empty()) {
        let text = more.concat();
        html.push_str(&format!(
            "<details><summary>{} more</summary><div class=\"plots\">\n{text}</div></details>\n",
            more.len()
        ));
    }
    html
}

/// The families of these sections, in their order.
pub(super) fn families<'record>(sections: &[&'record Section]) -> Vec<&'record str> {
    let mut families = Vec::new();
    for family in sections.iter().filter_map(|section| section.point.as_ref()).map(|point| &*point.family) {
        if !families.contains(&family) {
            families.push(family);
        }
    }
    families
}

/// Sections of no family, and of each family the first and the last: costs
/// hardly change in between, and the tables have them all.
fn ends_of_families<'record>(sections: &[&'record Section]) -> Vec<&'record Section> {
    let is_end = |section: &Section| {
        let Some(point) = &section.point else { return true };
        let family = sections.iter().filter_map(|other| other.point.as_ref());
        let xs: Vec<_> = family.filter(|other| other.family == point.family).map(|other| other.x).collect();
        xs.iter().all(|x| *x >= point.x) || xs.iter().all(|x| *x <= point.x)
    };
    sections.iter().copied().filter(|section| is_end(section)).collect()
}

/// What a family's chart shows: its lines, and the titles of the axes.
pub(super) struct Family {
    pub(super) metric: Metric,
    pub(super) unit: String,
    pub(super) series: Vec<Series>,
}

/// `None` if nothing of it was measured.
pub(super) fn lines_of(sections: &[&Section], family: &str, looks: &Looks) -> Option<Family> {
    let of_family = |section: &&&Section| section.point.as_ref().is_some_and(|point| point.family == family);
    let sections: Vec<_> = sections.iter().filter(of_family).collect();
    let metric = sections.iter().find_map(|section| words::lead(section))?;
    let unit = sections.first()?.point.as_ref()?.unit.clone();
    let point = |section: &Section, row: &Row| {
        let figure = row.figures.get(&metric)?;
        let x = section.point.as_ref()?.x;
        Some(Point { x, y: figure.median, range: Some((figure.low, figure.high)) })
    };
    let series = looks.names().filter_map(|name| {
        let measured = sections.iter().filter_map(|section| {
            point(section, section.rows.iter().find(|row| row.name == name && row.role != Role::Claim)?)
        });
        let mut points: Vec<_> = measured.collect();
        points.sort_by(|one, other| one.x.total_cmp(&other.x));
        (!points.is_empty()).then(|| Series { label: name.to_owned(), style: looks.style(name), points })
    });
    Some(Family { metric, unit, series: series.collect() })
}

fn family(sections: &[&Section], family: &str, looks: &Looks) -> String {
    let Some(Family { metric, unit, series }) = lines_of(sections, family, looks) else {
        return String::new();
    };
    let chart = LineChart {
        title: family,
        x_title: &unit,
        y_title: words::axis(metric),
        across: Across::Values,
        y_format: words::formats(metric),
        series: &series,
    };
    let limit = if series.iter().any(|series| series.style.class == "limit") {
        " The dashed line is a hand-written loop: what the machine can do."
    } else {
        ""
    };
    let note = format!(
        "{} is better; both axes are logarithmic. Marks are medians, strokes reach from the least to the most of the \
         rounds.{limit}",
        if metric.wanted() == crate::record::Wanted::More { "More" } else { "Less" }
    );
    figure(family, &legend(&series), &chart.render(), &note)
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
    if series.is_empty() {
        return None;
    }
    let chart = LineChart {
        title: &section.name,
        x_title: "percentile of the operations (%)",
        y_title: "latency (time per operation)",
        across: Across::Quantiles,
        y_format: words::formats(Metric::P50Micros),
        series: &series,
    };
    let note =
        "Lower is better; logarithmic. Each step to the right leaves a tenth of the operations above it.";
    Some(figure(&section.name, &legend(&series), &chart.render(), note))
}

fn cpu(section: &Section, looks: &Looks) -> Option<String> {
    const SIDES: [Metric; 2] = [Metric::ClientCpuMicros, Metric::ServerCpuMicros];
    let has_server = section.rows.iter().any(|row| row.median(SIDES[1]).is_some());
    let sides = if has_server { &SIDES[..] } else { &SIDES[..1] };
    let bars = bars(section, sides, looks);
    let parts = &["client", "server"][..sides.len()];
    let note = match has_server {
        true => "Less is better. Full: the client; pale: the server.",
        false => "Less is better. The server's was not measured.",
    };
    let x_title = if has_server {
        "µs of CPU per operation: client + server"
    } else {
        "µs of client CPU per operation"
    };
    bar_figure(section, "CPU", x_title, parts, &bars, note)
}

fn allocations(section: &Section, looks: &Looks) -> Option<String> {
    let bars = bars(section, &[Metric::Allocations], looks);
    let x_title = "allocations per operation, of the client";
    bar_figure(section, "allocations", x_title, &["allocations"], &bars, "Less is better.")
}

/// A bar for each row that has the first of the metrics.
fn bars(section: &Section, metrics: &[Metric], looks: &Looks) -> Vec<Bar> {
    let rows = section.rows.iter().filter(|row| row.median(metrics[0]).is_some());
    rows.map(|row| Bar {
        name: row.name.clone(),
        class: looks.style(&row.name).class,
        values: metrics.iter().filter_map(|metric| row.median(*metric)).collect(),
    })
    .collect()
}

fn bar_figure(
    section: &Section,
    what: &str,
    x_title: &str,
    parts: &[&'static str],
    bars: &[Bar],
    note: &str,
) -> Option<String> {
    let title = format!("{}: {what}", section.name);
    let chart = BarChart { title: &title, x_title, parts, bars };
    (!bars.is_empty()).then(|| figure(&section.name, "", &chart.render(), note))
}

/// The limit is named last.
fn legend(series: &[Series]) -> String {
    let (limits, contestants): (Vec<_>, Vec<_>) =
        series.iter().partition(|series| series.style.class == "limit");
    let keys = contestants.into_iter().chain(limits);
    keys.map(|series| format!("<li>{}{}</li>", swatch(series.style), escape(&series.label))).collect()
}

fn figure(title: &str, legend: &str, plot: &str, note: &str) -> String {
    let legend =
        if legend.is_empty() { String::new() } else { format!("<ul class=\"legend\">{legend}</ul>") };
    format!(
        "<figure><figcaption><h4>{}</h4>{legend}</figcaption>{plot}<p class=\"note\">{note}</p></figure>\n",
        escape(title)
    )
}

/// A contestant's colour and mark, for tables.
pub(super) fn key(style: Style) -> String {
    let mark =
        if style.mark == Mark::None { style } else { Style { line: super::mark::Line::None, ..style } };
    swatch(mark)
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn of_families_the_ends_are_chosen() {
        let mut sections = record().sections;
        sections[1].point.as_mut().unwrap().x = 8.0;
        sections[2].point = sections[0].point.clone();
        sections[2].point.as_mut().unwrap().x = 1000.0;
        let all: Vec<_> = sections.iter().collect();
        let names: Vec<_> = ends_of_families(&all).iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["get-1", "lost-reply", "table-1"]);
        assert_eq!(families(&all), ["GET of 64 bytes, one connection"]);
    }

    #[test]
    fn many_charts_are_folded_away() {
        let charts = |count| grid("t", vec!["<figure></figure>".to_owned(); count]);
        assert!(!charts(12).contains("<details>") && charts(13).contains("<summary>1 more</summary>"));
        assert_eq!(charts(0), "");
    }
}
