//! A record on a terminal: a block for each table, then a line for each claim.

use super::claims::{CLAIMED, EARLIER};
use crate::format;
use crate::record::{Figure, Metric, Record, Role, Row, Section};
use crate::table::{BOLD, DIM, GREEN, Paint};

const NAME_WIDTH: usize = 52;
const WIDTH: usize = 10;

const NOTES: &str = "\
Medians of the rounds; spread: half of the distance between the least and the greatest. times: as fast as the same
library's synchronous client one by one (single, burst), one by one (thousand), without hiredis (parser). Claims of the
articles; the earlier rerun had redis-py 8.1.0, hiredis 3.5.0 and 2 cores (2026-11-21).";

/// Everything that a user reads after a run.
pub(super) fn render(record: &Record, colours: bool) -> String {
    let paint = Paint(colours);
    let is_claim = |section: &&Section| section.rows.iter().any(|row| row.role == Role::Claim);
    let (claims, tables): (Vec<_>, Vec<_>) = record.sections.iter().partition(is_claim);
    let mut text: String = tables.iter().map(|section| block(section, &paint)).collect();
    if !claims.is_empty() {
        text.push_str(&format!("\n{}\n", paint.with(BOLD, "claimed and measured")));
        claims.iter().for_each(|section| text.push_str(&claim(section, &paint)));
    }
    text.push_str(&format!("\n{}\n", paint.with(DIM, NOTES)));
    record.notes.iter().for_each(|note| text.push_str(&format!("{note}\n")));
    text
}

fn block(section: &Section, paint: &Paint) -> String {
    let title = format!("{}: {}", section.name, section.about);
    let metric = if section.rows.iter().any(|row| row.figures.contains_key(&Metric::Millis)) {
        Metric::Millis
    } else {
        Metric::OpsPerSecond
    };
    let mut text = format!("\n{}\n", paint.with(BOLD, &title));
    let head = format!("{:NAME_WIDTH$}{:>WIDTH$}{:>WIDTH$}{:>WIDTH$}", "", metric.title(), "spread", "times");
    text.push_str(&format!("{}\n", paint.with(DIM, &head)));
    for row in &section.rows {
        let Some(figure) = row.figures.get(&metric) else { continue };
        let times = row.median(Metric::Times).map_or_else(String::new, format::ratio);
        let spread = spread(figure);
        let line = format!(
            "{:NAME_WIDTH$}{:>WIDTH$}{spread:>WIDTH$}{times:>WIDTH$}\n",
            row.name,
            value(metric, figure.median)
        );
        text.push_str(&if row.role == Role::Ours { paint.with(GREEN, &line) } else { line });
    }
    text
}

/// Of several rounds.
fn spread(figure: &Figure) -> String {
    if figure.rounds.is_empty() {
        return String::new();
    }
    format::spread(figure.low, figure.median, figure.high)
}

/// Claimed so much, so much there, so much here with each.
fn claim(section: &Section, paint: &Paint) -> String {
    let known = |name| section.row(name).and_then(|row| row.figures.iter().next()).map(range);
    let (claimed, earlier) = (known(CLAIMED).unwrap_or_default(), known(EARLIER).unwrap_or_default());
    let mut text = format!("{}: {}\n", section.name, section.about);
    text.push_str(&format!("    claimed {claimed}, earlier rerun {earlier}; here:\n"));
    for row in section.rows.iter().filter(|row| row.role != Role::Claim) {
        let line = format!("    {:NAME_WIDTH$}{:>WIDTH$}\n", row.name, measured(row));
        text.push_str(&if row.role == Role::Ours { paint.with(GREEN, &line) } else { line });
    }
    text
}

fn measured(row: &Row) -> String {
    row.figures.iter().next().map_or_else(String::new, |(metric, figure)| value(*metric, figure.median))
}

fn range((metric, figure): (&Metric, &Figure)) -> String {
    let (low, high) = (value(*metric, figure.low), value(*metric, figure.high));
    if low == high { low } else { format!("{low} to {high}") }
}

fn value(metric: Metric, value: f64) -> String {
    match metric {
        Metric::OpsPerSecond => format::count(value),
        Metric::Times | Metric::TimesAsLong => format::ratio(value),
        _ => format::significant(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(rows: Vec<Row>) -> Section {
        let [name, about, group, operation] = ["cold", "GETs", "group", "command"].map(str::to_owned);
        Section { name, about, group, operation, point: None, rows }
    }

    fn row(name: &str, role: Role, metric: Metric, low: f64, high: f64) -> Row {
        let mut row = Row::new(name, role);
        let figure = Figure { median: f64::midpoint(low, high), low, high, rounds: Vec::new() };
        row.figures.insert(metric, figure);
        row
    }

    #[test]
    fn a_claim_says_what_was_claimed_and_what_is_here() {
        let text = claim(
            &section(vec![
                row(CLAIMED, Role::Claim, Metric::Times, 2.26, 2.33),
                row(EARLIER, Role::Claim, Metric::Times, 1.3, 1.3),
                row("redis-py asyncio", Role::Other, Metric::Times, 1.0, 1.2),
                row("resp-net", Role::Ours, Metric::Times, 30.0, 40.0),
            ]),
            &Paint(false),
        );
        let lines: Vec<_> =
            text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(
            lines,
            [
                "cold: GETs",
                "claimed 2.26× to 2.33×, earlier rerun 1.30×; here:",
                "redis-py asyncio 1.10×",
                "resp-net 35.0×"
            ]
        );
    }

    #[test]
    fn a_table_has_the_metric_of_its_rows() {
        let text =
            block(&section(vec![row("resp-net", Role::Ours, Metric::Millis, 1.0, 3.0)]), &Paint(false));
        let lines: Vec<_> = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).collect();
        assert_eq!(lines[2..], [vec!["ms", "spread", "times"], vec!["resp-net", "2.00"]]);
    }
}
