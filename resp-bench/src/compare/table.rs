//! The figures on a terminal.

use super::contestant::OURS;
use super::goals::Comparison;
use super::report::{Report, Row, Section};
use crate::format;
use crate::table::Paint;

const BOLD: &str = "1";
const DIM: &str = "2";
const GREEN: &str = "32";
const RED: &str = "31";

const NAME_WIDTH: usize = 20;
/// Columns after the name.
const COLUMNS: [&str; 10] =
    ["cmds/s", "spread", "ours/its", "p50 µs", "p99.9 µs", "CPU µs", "calls", "allocs", "others", "calm"];
const COLUMN_WIDTH: usize = 9;

const NOTES: &str = "\
cmds/s: commands a second, the median of the rounds that others did not disturb, which calm counts, or else of all;
ours/its: the median of the ratios within a round.
p50, p99.9: of a command, in pipelines of a whole one; raw: of a whole write. CPU, calls, allocs: of the client for each
command; calls: read, write, recv, send, readv, writev, epoll_wait. others: cores that other processes kept busy.";

/// A block for each cell, then the goals.
pub(super) fn render(report: &Report, colours: bool) -> String {
    let paint = Paint(colours);
    let mut text = String::new();
    report.sections.iter().for_each(|section| text.push_str(&block(section, &paint)));
    text.push_str(&format!("\n{}\n", paint.with(DIM, NOTES)));
    text.push_str(&goals(&report.comparisons, &paint));
    if report.repeated > 0 {
        text.push_str(&format!(
            "{} windows were repeated, as others kept the machine busy\n",
            report.repeated
        ));
    }
    text
}

fn block(section: &Section, paint: &Paint) -> String {
    let title = format!("{}: {}", section.cell.name, section.cell.about);
    let head = COLUMNS.map(|name| format!("{name:>COLUMN_WIDTH$}")).concat();
    let mut text = format!("\n{}\n", paint.with(BOLD, &title));
    text.push_str(&format!("{}\n", paint.with(DIM, &format!("{:NAME_WIDTH$}{head}", ""))));
    let ours = section.row(OURS);
    for row in &section.rows {
        let line = line(row, ours);
        text.push_str(&match row {
            row if row.name == OURS => paint.with(GREEN, &line),
            row if row.is_raw() => paint.with(DIM, &line),
            _ => line,
        });
    }
    text
}

fn line(row: &Row, ours: Option<&Row>) -> String {
    let optional = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), format::significant);
    let ratio = ours.filter(|ours| ours.name != row.name);
    let ratio = ratio.and_then(|ours| ours.ratio_to(row, |round| Some(round.ops_per_second)));
    let values = [
        format::count(row.ops_per_second),
        format::spread(row.slowest, row.ops_per_second, row.fastest),
        ratio.map_or_else(String::new, format::ratio),
        optional(row.p50_micros),
        optional(row.p999_micros),
        format::significant(row.cpu_micros),
        optional(row.system_calls),
        optional(row.allocations),
        optional(row.others),
        row.calm_rounds.to_string(),
    ];
    let values = values.map(|value| format!("{value:>COLUMN_WIDTH$}")).concat();
    format!("{:NAME_WIDTH$}{values}\n", row.name)
}

fn goals(comparisons: &[Comparison], paint: &Paint) -> String {
    let heading = format!(
        "{:25}{:14}{:>9}  {:18}{:>9}{:>9}{:>10}",
        "goals", "what", "ours", "best other", "its", "ratio", "goal"
    );
    let mut text = format!("\n{}\n", paint.with(BOLD, &heading));
    for one in comparisons {
        let count = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), format::count);
        let line = format!(
            "{:25}{:14}{:>9}  {:18}{:>9}{:>9}{:>10}  {}\n",
            one.cell,
            one.what,
            count(one.ours),
            one.best.unwrap_or_default(),
            one.theirs.map_or_else(String::new, format::count),
            one.ratio.map_or_else(String::new, format::ratio),
            one.goal,
            match one.met {
                Some(true) => "met",
                Some(false) => "missed",
                None => "not measured",
            },
        );
        text.push_str(&if one.met == Some(true) { line } else { paint.with(RED, &line) });
    }
    let met = comparisons.iter().filter(|one| one.met == Some(true)).count();
    text.push_str(&format!("{met} of {} goals met\n", comparisons.len()));
    text
}

#[cfg(test)]
mod tests {
    use super::super::cell::CELLS;
    use super::super::window::Sample;
    use super::*;

    #[test]
    fn columns_stand_below_their_headings() {
        let sample = Sample {
            ops_per_second: 16_240.0,
            cpu_micros: 24.5,
            p50: Some(61.7),
            p999: None,
            allocations: Some(5.0),
            system_calls: Some(3.01),
            others: Some(0.11),
        };
        let section = Section { cell: &CELLS[0], rows: vec![Row::new(OURS, vec![sample])] };
        let text = block(&section, &Paint(false));
        let end = |line: &str, part: &str| {
            line.find(part).map(|at| line[..at].chars().count() + part.chars().count())
        };
        let lines: Vec<_> = text.lines().skip(2).collect();
        for (head, value) in [("cmds/s", "16.2k"), ("CPU µs", "24.5"), ("calls", "3.01"), ("others", "0.110")]
        {
            assert_eq!(end(lines[0], head), end(lines[1], value), "{text}");
        }
    }
}
