//! The figures on a terminal.

use crate::format;
use crate::record::{Metric, Record, Role, Row, Section};
use crate::table::{BOLD, DIM, GREEN, Paint, RED};

const NAME_WIDTH: usize = 20;
/// Columns after the name, each with its width: 117 letters in all. Latencies are shown with their unit.
const COLUMNS: [(&str, Metric, usize); 11] = [
    ("answered/s", Metric::OpsPerSecond, 10),
    ("p50", Metric::P50Micros, 9),
    ("p90", Metric::P90Micros, 9),
    ("p99", Metric::P99Micros, 9),
    ("p99.9", Metric::P999Micros, 9),
    ("max", Metric::MaxMicros, 9),
    ("sent p99", Metric::SentP99Micros, 9),
    ("late p99", Metric::LateMicros, 9),
    ("CPU", Metric::ClientCpuMicros, 9),
    ("server", Metric::ServerCpuMicros, 9),
    ("switch", Metric::ContextSwitches, 7),
];

const NOTES: &str = "\
p50 to max: from when a request was due to its answer, the median of the rounds. sent p99: the same from when a connection
began to send it, which leaves out what it waited for a task or a connection. late p99: what the generator was late by,
part of the latency. For each command: CPU, of the client; server, CPU of the server; switch, of the client's threads.
*: saturated, its latencies grow with the time that it lasts; it is not asked for more.";

/// A block for each cell, then the p99 of all.
pub(super) fn render(record: &Record, colours: bool) -> String {
    let paint = Paint(colours);
    let mut text: String = record.sections.iter().map(|section| block(section, &paint)).collect();
    text.push_str(&format!("\n{}\n", paint.with(DIM, NOTES)));
    text.push_str(&overview(&record.sections, &paint));
    text
}

fn block(section: &Section, paint: &Paint) -> String {
    let title = format!("{}: {}", section.name, section.about);
    let head = COLUMNS.map(|(name, _, width)| format!("{name:>width$}")).concat();
    let mut text = format!("\n{}\n", paint.with(BOLD, &title));
    text.push_str(&format!("{}\n", paint.with(DIM, &format!("{:NAME_WIDTH$}{head}", ""))));
    for row in &section.rows {
        let cells = COLUMNS.map(|(_, metric, width)| format!("{:>width$}", value(row, metric))).concat();
        text.push_str(&painted(row, &format!("{:NAME_WIDTH$}{cells}{}\n", row.name, mark(row)), paint));
    }
    let failures = section.rows.iter().filter(|row| row.figures.is_empty());
    for (row, observed) in failures.filter_map(|row| Some((row, row.observed.as_ref()?))) {
        text.push_str(&paint.with(RED, &format!("{}: {}\n", row.name, observed.text)));
    }
    text
}

fn painted(row: &Row, line: &str, paint: &Paint) -> String {
    match row.role {
        Role::Ours => paint.with(GREEN, line),
        Role::Limit => paint.with(DIM, line),
        _ => line.to_owned(),
    }
}

/// A star for what is saturated.
fn mark(row: &Row) -> &'static str {
    if row.observed.is_some() { " *" } else { "" }
}

fn value(row: &Row, metric: Metric) -> String {
    let micros = |value| format::micros(value);
    let show = match metric {
        Metric::OpsPerSecond => format::count,
        Metric::ContextSwitches => format::significant,
        _ => micros,
    };
    row.median(metric).map_or_else(|| "–".to_owned(), show)
}

/// The p99 of each contestant, by cell.
fn overview(sections: &[Section], paint: &Paint) -> String {
    let mut names: Vec<&Row> = Vec::new();
    for row in sections.iter().flat_map(|section| &section.rows) {
        if names.iter().all(|known| known.name != row.name) {
            names.push(row);
        }
    }
    let head: String = sections.iter().map(|section| format!(" {:>15}", section.name)).collect();
    let mut text = format!("\n{}\n", paint.with(BOLD, &format!("{:NAME_WIDTH$}{head}", "p99")));
    for row in names {
        let cell = |section: &Section| match section.row(&row.name) {
            Some(row) => format!("{}{}", value(row, Metric::P99Micros), mark(row).trim_start()),
            None => String::new(),
        };
        let cells: String = sections.iter().map(|section| format!(" {:>15}", cell(section))).collect();
        text.push_str(&painted(row, &format!("{:NAME_WIDTH$}{cells}\n", row.name), paint));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Figure, Observed, Verdict};

    #[test]
    fn columns_stand_below_their_headings() {
        let mut row = Row::new("resp-net", Role::Ours);
        row.figures =
            [(Metric::OpsPerSecond, 20_000.0), (Metric::P99Micros, 312.0), (Metric::ContextSwitches, 1.5)]
                .map(|(metric, value)| (metric, Figure::once(value)))
                .into();
        row.observed = Some(Observed { verdict: Verdict::Bad, text: "saturated".to_owned() });
        let section = Section {
            name: "get-20k".to_owned(),
            about: "20,000 a second".to_owned(),
            group: String::new(),
            operation: "command".to_owned(),
            point: None,
            rows: vec![row],
        };
        let text = block(&section, &Paint(false));
        let lines: Vec<_> = text.lines().skip(1).collect();
        assert_eq!(lines[0], "get-20k: 20,000 a second");
        let end = |line: &str, part: &str| {
            line.find(part).map(|at| line[..at].chars().count() + part.chars().count())
        };
        for (head, value) in [("answered/s", "20.0k"), ("p99", "312 µs"), ("switch", "1.50")] {
            assert_eq!(end(lines[1], head), end(lines[2], value), "{text}");
        }
        assert!(lines[2].ends_with('*'), "{text}");
        assert!(overview(&[section], &Paint(false)).contains("312 µs*"));
    }
}
