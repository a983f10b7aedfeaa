//! The page around the plots: headline, how it was measured, all figures.

use super::escape::escape;
use super::plots;
use crate::format;
use crate::headline;
use crate::plan::{Way, Workload};
use crate::results::{Figures, Latency, Results};
use core::fmt::Write;

const STYLE: &str = include_str!("page.css");

/// The whole report.
pub(crate) fn page(results: &Results) -> String {
    let title = format!("resp-bench: {}", results.server.version);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escape(&title)
    );
    html.push_str(&head(results));
    html.push_str("<h2>Plots</h2>\n<div class=\"plots\">\n");
    html.push_str(&plots::all(results));
    html.push_str("</div>\n");
    html.push_str(&method(results));
    html.push_str(&table(results));
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn head(results: &Results) -> String {
    let mut html = String::from("<header>\n<h1>Naive, pooled and pipelined use of a server</h1>\n");
    let about = format!(
        "{} on {}, {} cores. {}.",
        results.server.version, results.machine.cpu, results.machine.cores, results.date
    );
    let _ = writeln!(html, "<p class=\"lead\">{}</p>", escape(&about));
    if !results.complete {
        html.push_str("<p class=\"warning\">The run was ended early: some cells have fewer rounds, others are missing.</p>\n");
    }
    html.push_str("<div class=\"cards\">\n");
    for card in headline::headlines(results) {
        let (figure, sentence) = (escape(&card.figure), escape(&headline::sentence(&card.sentence)));
        let _ = writeln!(html, "<div class=\"card\"><b>{figure}</b><span>{sentence}</span></div>");
    }
    html.push_str("</div>\n</header>\n");
    html
}

fn method(results: &Results) -> String {
    let settings = &results.settings;
    let versions: Vec<_> =
        results.versions.iter().map(|(name, version)| format!("{name} {version}")).collect();
    let millis = |value: f64| format!("{} ms", format::significant(value));
    let rows = [
        ("Server", format!("{} ({})", results.server.version, results.server.origin)),
        ("Machine", format!("{}, {} cores", results.machine.cpu, results.machine.cores)),
        ("System", format!("{}, {}", results.machine.system, results.machine.kernel)),
        ("Placement", settings.placement.clone()),
        ("Client", format!("{}; {}", settings.runtime, versions.join(", "))),
        ("Values", format!("{} bytes under {} keys{}", settings.value_size, settings.keys, expiry(settings.expiry))),
        (
            "Windows",
            format!(
                "{}, in each of which all cells take their turn: {} of warm-up, {} timed; once {} with \
                 allocations counted",
                if settings.rounds == 1 { "1 round".to_owned() } else { format!("{} rounds", settings.rounds) },
                millis(settings.warm_up_ms),
                millis(settings.timed_ms),
                millis(settings.counted_ms)
            ),
        ),
        (
            "Figures",
            "Medians of the rounds; percentiles of latency over all rounds together, taken from a part of the \
             commands, of whole batches for batches and of whole writes for raw loops. Every answer was checked."
                .to_owned(),
        ),
        (
            "Ways",
            "naive: all tasks queue for one connection, or each has its own; pooled: each command borrows a \
             connection; pipelined: all tasks share one connection; raw: hand-written loops over prepared bytes, \
             what the machine can do"
                .to_owned(),
        ),
        ("Date", results.date.clone()),
        ("Command", results.command_line.clone()),
    ];
    let mut html = String::from("<h2>How it was measured</h2>\n<div class=\"box\"><dl>\n");
    for (name, value) in rows {
        let value = escape(&value);
        let value = if name == "Command" { format!("<code>{value}</code>") } else { value };
        let _ = writeln!(html, "<dt>{name}</dt><dd>{value}</dd>");
    }
    html.push_str("</dl></div>\n");
    html
}

const fn expiry(expiry: bool) -> &'static str {
    if expiry { "; SET carries EX 900" } else { "" }
}

const HEADINGS: [&str; 12] = [
    "way",
    "",
    "commands/s",
    "slowest",
    "fastest",
    "spread",
    "p50",
    "p99",
    "p99.9",
    "CPU per command",
    "allocations",
    "vs naive",
];

fn table(results: &Results) -> String {
    let mut html =
        String::from("<h2>All figures</h2>\n<div class=\"box\"><div class=\"scroll\"><table>\n<thead><tr>");
    for heading in HEADINGS {
        let _ = write!(html, "<th scope=\"col\">{heading}</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for workload in Workload::ALL {
        let mut rows = Way::ALL.into_iter().flat_map(|way| results.of(workload, way)).peekable();
        if rows.peek().is_some() {
            let _ = writeln!(
                html,
                "<tr class=\"group\"><th scope=\"rowgroup\">{}</th><td colspan=\"11\"></td></tr>",
                workload.name()
            );
        }
        rows.for_each(|figures| row(&mut html, figures));
    }
    html.push_str("</tbody></table></div></div>\n");
    html
}

fn row(html: &mut String, figures: &Figures) {
    let cell = figures.cell;
    let dash = || "–".to_owned();
    let latency = |pick: fn(&Latency) -> Option<f64>| {
        figures.latency.as_ref().and_then(pick).map_or_else(dash, format::micros)
    };
    let allocations = figures.allocations.map_or_else(dash, |count| {
        let bytes = figures.allocated_bytes.map_or_else(dash, format::significant);
        format!("{} ({bytes} B)", format::significant(count))
    });
    let values = [
        cell.size(),
        format::count(figures.ops_per_second),
        format::count(figures.slowest),
        format::count(figures.fastest),
        figures.spread(),
        latency(|latency| Some(latency.p50)),
        latency(|latency| latency.p99),
        latency(|latency| latency.p999),
        format::micros(figures.cpu_micros),
        allocations,
        figures.ratio_to_naive.map_or_else(dash, format::ratio),
    ];
    let _ = write!(html, "<tr><th scope=\"row\">{}</th>", cell.way.title());
    for value in values {
        let _ = write!(html, "<td>{value}</td>");
    }
    html.push_str("</tr>\n");
}
