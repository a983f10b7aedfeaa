//! The figures on a terminal.

use crate::format;
use crate::record::{Metric, Record, Role, Row, Section};
use crate::table::{self, BOLD, DIM, GREEN, Paint, RED};

const NAME_WIDTH: usize = 16;
const SPREAD_WIDTH: usize = 6;
/// Heading, figure and width of each column; the figures are those of the rounds' medians.
const COLUMNS: [(&str, Metric, usize); 11] = [
    ("req/s", Metric::OpsPerSecond, 6),
    ("p50", Metric::P50Micros, 7),
    ("p90", Metric::P90Micros, 7),
    ("p99", Metric::P99Micros, 7),
    ("p99.9", Metric::P999Micros, 7),
    ("p99.99", Metric::P9999Micros, 7),
    ("max", Metric::MaxMicros, 7),
    ("CPU µs", Metric::ClientCpuMicros, 6),
    ("server", Metric::ServerCpuMicros, 6),
    ("out", Metric::SentBytes, 5),
    ("in", Metric::ReceivedBytes, 5),
];

const NOTES: &str = "\
p50 to max: from request to reply, of all requests; with --rate from when it was due. For each request:
CPU µs: of the client; server: of the server; out, in: bytes. Medians of the rounds; spread: of req/s, half\nof the most less the least.";

/// A block for each cell, what is to be known, and the goals.
pub(super) fn render(record: &Record, colours: bool) -> String {
    let paint = Paint(colours);
    let mut text: String = record.sections.iter().map(|section| block(section, &paint)).collect();
    text.push_str(&format!("\n{}\n", paint.with(DIM, NOTES)));
    record.notes.iter().for_each(|note| text.push_str(&format!("{note}\n")));
    text.push_str(&table::goals(&record.goals, &paint));
    text
}

fn block(section: &Section, paint: &Paint) -> String {
    let title = format!("{}: {}", section.name, section.about);
    let heads: String = COLUMNS.iter().map(|(head, _, width)| format!(" {head:>width$}")).collect();
    let mut text = format!(
        "\n{}\n{}\n",
        paint.with(BOLD, &title),
        paint.with(DIM, &format!("{:NAME_WIDTH$}{heads} {:>SPREAD_WIDTH$}", "", "spread"))
    );
    for row in &section.rows {
        let line = line(row);
        text.push_str(&if row.role == Role::Ours { paint.with(GREEN, &line) } else { line });
        text.push('\n');
        if let Some(observed) = &row.observed {
            text.push_str(&format!("  {}\n", paint.with(RED, &observed.text)));
        }
        if let Some(late) = row.median(Metric::LateMicros) {
            text.push_str(&format!(
                "  the generator itself was late by up to {} (p99)\n",
                format::micros(late)
            ));
        }
    }
    text
}

fn line(row: &Row) -> String {
    let value = |metric: Metric| {
        let Some(value) = row.median(metric) else { return "–".to_owned() };
        match metric {
            Metric::OpsPerSecond => format::count(value),
            Metric::ClientCpuMicros | Metric::ServerCpuMicros => format::significant(value),
            Metric::SentBytes | Metric::ReceivedBytes => format::short_count(value),
            _ => format::micros(value),
        }
    };
    let spread = row.figures.get(&Metric::OpsPerSecond).filter(|figure| !figure.rounds.is_empty());
    let spread = spread.map_or_else(String::new, |one| format::spread(one.low, one.median, one.high));
    let values: String =
        COLUMNS.iter().map(|(_, metric, width)| format!(" {:>width$}", value(*metric))).collect();
    format!("{:NAME_WIDTH$}{values} {spread:>SPREAD_WIDTH$}", row.name).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Figure, Observed, Verdict};

    #[test]
    fn columns_stand_below_their_headings_and_errors_below_their_row() {
        let mut row = Row::new("resp-bench", Role::Ours);
        row.figures.insert(Metric::OpsPerSecond, Figure::once(812_345.0));
        row.figures.insert(Metric::P99Micros, Figure::once(1234.0));
        row.observed = Some(Observed { verdict: Verdict::Bad, text: "3 replies were errors".to_owned() });
        let (name, about) = ("get-p1".to_owned(), "GET".to_owned());
        let section = Section {
            name,
            about,
            group: String::new(),
            operation: String::new(),
            point: None,
            rows: vec![row],
        };
        let text = block(&section, &Paint(false));
        let lines: Vec<_> = text.lines().skip(2).collect();
        let end = |line: &str, part: &str| {
            line.find(part).map(|at| line[..at].chars().count() + part.chars().count())
        };
        for (head, value) in [("req/s", "812k"), (" p99", "1.23 ms")] {
            assert_eq!(end(lines[0], head), end(lines[1], value), "{text}");
        }
        assert_eq!(lines[2], "  3 replies were errors");
    }
}
