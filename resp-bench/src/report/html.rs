//! A record as a page: one file that needs nothing else.

use super::charts;
use super::comparison::comparisons;
use super::escape::escape;
use super::looks::Looks;
use super::{summary, tables};
use crate::record::{Record, Section};
use core::fmt::Write;

const STYLE: &str = concat!(include_str!("chart.css"), include_str!("record.css"));

/// The whole report.
pub(crate) fn html(record: &Record) -> String {
    let title = escape(&summary::title(record));
    let looks = Looks::of(record);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} · resp-bench</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p class=\"lead\">{}</p>\n",
        escape(&summary::sentence(record)),
    );
    if !record.complete {
        html.push_str("<p class=\"warning\">The run was ended early: not everything was measured.</p>\n");
    }
    html.push_str(&conditions(record));
    html.push_str(&tables::goals(&record.goals));
    for group in groups(record) {
        html.push_str(&self::group(record, group, &looks));
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

/// What was measured on what, and how.
fn conditions(record: &Record) -> String {
    let environment = &record.environment;
    let machine = &environment.machine;
    let listed = |pairs: &[(String, String)]| {
        pairs.iter().map(|(name, version)| format!("{name} {version}")).collect::<Vec<_>>().join(", ")
    };
    let server = environment.server.as_ref();
    let mut rows = vec![
        ("Machine", format!("{}, {} cores", machine.cpu, machine.cores)),
        ("System", format!("{}, {}", machine.system, machine.kernel)),
        (
            "Server",
            server.map_or_else(String::new, |server| format!("{} ({})", server.version, server.origin)),
        ),
        ("Versions", listed(&environment.versions)),
        ("Features", environment.features.join(", ")),
        ("Placement", environment.placement.clone()),
    ];
    rows.extend(record.settings.iter().map(|(name, value)| (name.as_str(), value.clone())));
    rows.push(("Date", record.date.clone()));
    let mut html = String::from("<h2>What was measured, and where</h2>\n<div class=\"box\"><dl>\n");
    for (name, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(html, "<dt>{}</dt><dd>{}</dd>", escape(&summary::capital(name)), escape(value));
    }
    let _ = writeln!(html, "<dt>Command</dt><dd><code>{}</code></dd>", escape(&record.command_line));
    html.push_str("</dl></div>\n");
    for note in &record.notes {
        let _ = writeln!(html, "<p class=\"note\">{}</p>", escape(note));
    }
    html
}

/// Headings in the order in which they come first.
fn groups(record: &Record) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for section in &record.sections {
        if !groups.contains(&section.group.as_str()) {
            groups.push(&section.group);
        }
    }
    groups
}

fn group(record: &Record, group: &str, looks: &Looks) -> String {
    let sections: Vec<_> = record.sections.iter().filter(|section| section.group == group).collect();
    let heading = if group.is_empty() { "Results" } else { group };
    let mut html = format!("<h2>{}</h2>\n", escape(heading));
    html.push_str(&meanings(&sections));
    html.push_str(&charts::of_group(record, group, looks));
    html.push_str(&tables::observations(&sections, looks));
    html.push_str(&tables::claims(&sections));
    let compared: Vec<_> = sections.iter().flat_map(|section| comparisons(section)).collect();
    html.push_str(&tables::ratios(&compared, looks));
    html.push_str(&tables::figures(&sections));
    html
}

/// What the short names of sections stand for.
fn meanings(sections: &[&Section]) -> String {
    let mut html =
        String::from("<details class=\"meanings\"><summary>What the names stand for</summary><dl>\n");
    for section in sections {
        let has_figures = section.rows.iter().any(|row| !row.figures.is_empty());
        let operation =
            if has_figures { format!(" (operation: {})", section.operation) } else { String::new() };
        let _ = writeln!(
            html,
            "<dt><code>{}</code></dt><dd>{}<span class=\"soft\">{}</span></dd>",
            escape(&section.name),
            escape(&section.about),
            escape(&operation),
        );
    }
    html + "</dl></details>\n"
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn the_page_has_every_part_and_needs_no_network() {
        let html = html(&record());
        for part in [
            "<h1>Clients of Redis and Valkey compared</h1>",
            "valkey 9.1.0 (on the PATH)",
            "Some CPU, 2 cores",
            "tokio 1.54.1",
            "server on core 0, client on core 1",
            "<code>resp-bench compare --filter &#39;get&#39;</code>",
            "one window was &lt;repeated&gt;",
            "1 of 3 goals met",
            "✗ missed",
            "<h2>One connection</h2>",
            "<code>get-64</code>",
            "fast &lt;&amp;&gt; is 1.25× faster than ours",
            "operations per second",
            ">tasks</text>",
            "percentile of the operations",
            "µs of CPU per operation",
            "allocations per operation",
            "ran twice",
            "claimed",
        ] {
            assert!(html.contains(part), "{part}");
        }
        assert!(!html.contains("http") && !html.contains("<script") && !html.contains("fast <&>"));
        assert!(!html.contains("ended early") && !html.contains("NaN"));
    }

    #[test]
    fn every_chart_has_two_titled_axes_or_one_of_bars() {
        let html = html(&record());
        let charts: Vec<_> = html.split("<svg class=\"plot\"").skip(1).collect();
        assert!(charts.len() >= 4, "{}", charts.len());
        for chart in charts {
            let chart = &chart[..chart.find("</svg>").unwrap()];
            let axes = if chart.contains("class=\"bar\"") { 1 } else { 2 };
            assert_eq!(chart.matches("<text class=\"title\"").count(), axes, "{chart}");
        }
    }

    #[test]
    fn what_is_incomplete_says_so() {
        let mut record = record();
        record.complete = false;
        record.sections.clear();
        assert!(html(&record).contains("ended early"));
    }
}
