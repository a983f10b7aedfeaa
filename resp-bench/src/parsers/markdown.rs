//! The figures as tables for a document.

use super::goals::Comparison;
use super::measure::{Figures, Outcome};
use super::parser::{Parser, Yields};
use super::table::binary;
use super::{Report, Row, peers};
use crate::format;
use crate::machine::Machine;

/// A summary with the goals, then all parsers on all corpora.
pub(super) fn render(report: &Report, machine: &Machine, seconds: f64) -> String {
    let mut text = format!(
        "{}, {} cores, {}. Fastest of many passes over about 1 MiB, {} s each, in turns.\n",
        machine.cpu,
        machine.cores,
        machine.kernel,
        format::significant(seconds),
    );
    text.push_str(&comparisons(&report.comparisons));
    if !report.corpora.is_empty() {
        text.push_str(&matrix(report, "Whole buffer, ns per reply", |row| &row.whole, |one| one.nanos));
        text.push_str(&matrix(report, "Reads of 16 KiB, ns per reply", |row| &row.reads, |one| one.nanos));
        text.push_str(&matrix(report, "Allocations per reply", |row| &row.whole, |one| one.allocations));
        if report.corpora.iter().flat_map(|section| &section.rows).any(|row| instructions(row).is_some()) {
            text.push_str(&matrix(
                report,
                "Instructions per reply",
                |row| &row.whole,
                |one| one.instructions.unwrap_or(f64::NAN),
            ));
        }
    }
    text.push_str(&encoding(report));
    text.push_str(&single_bytes(report));
    if let Some(reason) = peers::MISSING {
        text.push_str(&format!("\n{reason}\n"));
    }
    text
}

fn instructions(row: &Row) -> Option<f64> {
    row.whole.figures().and_then(|figures| figures.instructions)
}

/// A table; the first column is of names, the others of numbers.
fn table(title: &str, head: &[&str], lines: impl Iterator<Item = Vec<String>>) -> String {
    let rule = head.iter().enumerate().map(|(index, _)| if index == 0 { "---" } else { "---:" });
    let mut text = format!("\n**{title}**\n\n| {} |\n", head.join(" | "));
    text.push_str(&format!("|{}|\n", rule.collect::<Vec<_>>().join("|")));
    lines.for_each(|cells| text.push_str(&format!("| {} |\n", cells.join(" | "))));
    text
}

fn comparisons(comparisons: &[Comparison]) -> String {
    let head = ["", "what", "input", "resp-core ns", "best other", "its ns", "times as fast", "goal", ""];
    let lines = comparisons.iter().map(|one| {
        let met = one.met.map_or("", |met| if met { "met" } else { "missed" });
        vec![
            one.name.to_owned(),
            one.what.to_owned(),
            one.arrival.to_owned(),
            format::count(one.ours),
            one.best.to_owned(),
            format::count(one.theirs),
            format::significant(one.ratio),
            one.goal.map_or_else(String::new, format::significant),
            met.to_owned(),
        ]
    });
    table("resp-core beside the best of the others", &head, lines)
}

fn matrix(report: &Report, title: &str, pick: fn(&Row) -> &Outcome, figure: fn(&Figures) -> f64) -> String {
    let mut parsers: Vec<Parser> = Vec::new();
    for row in report.corpora.iter().flat_map(|section| &section.rows) {
        if parsers.iter().all(|parser| parser.name != row.parser.name) {
            parsers.push(row.parser);
        }
    }
    let names: Vec<_> = parsers.iter().map(heading).collect();
    let head: Vec<_> = core::iter::once("corpus").chain(names.iter().map(String::as_str)).collect();
    let lines = report.corpora.iter().map(|section| {
        let cell = |parser: &Parser| {
            let row = section.rows.iter().find(|row| row.parser.name == parser.name);
            row.map_or_else(|| "-".to_owned(), |row| outcome(pick(row), figure))
        };
        core::iter::once(section.corpus.to_owned()).chain(parsers.iter().map(cell)).collect()
    });
    let mut text = table(title, &head, lines);
    text.push_str(
        "\nₒ values outlive the buffer; ᶜ callbacks that build nothing; ⁱ an index, no value is read.\n",
    );
    text
}

fn heading(parser: &Parser) -> String {
    let mark = match parser.yields {
        Yields::Borrowed => "",
        Yields::Owned => "ₒ",
        Yields::Calls => "ᶜ",
        Yields::Index => "ⁱ",
    };
    format!("{}{mark}", parser.name)
}

fn outcome(outcome: &Outcome, figure: fn(&Figures) -> f64) -> String {
    match outcome {
        Outcome::Measured(figures) => format::count(figure(figures)),
        Outcome::Wrong => "wrong".to_owned(),
        Outcome::Refused | Outcome::Unasked => "-".to_owned(),
    }
}

fn encoding(report: &Report) -> String {
    let tables = report.encoding.iter().map(|section| {
        let lines = section.rows.iter().map(|row| {
            let cell = |figure: fn(&Figures) -> f64| {
                row.figures.as_ref().map_or_else(|| "wrong".to_owned(), |one| format::count(figure(one)))
            };
            vec![
                row.encoder.name.to_owned(),
                cell(|one| one.nanos),
                cell(|one| one.gigabytes_per_second),
                cell(|one| one.allocations),
            ]
        });
        table(section.about, &["encoder", "ns per command", "GB/s", "allocations"], lines)
    });
    tables.collect()
}

fn single_bytes(report: &Report) -> String {
    if report.trickle.is_empty() {
        return String::new();
    }
    let sizes: Vec<_> = report.trickle_sizes.iter().map(|size| binary(*size)).collect();
    let head: Vec<_> = ["parser", "growth"].into_iter().chain(sizes.iter().map(String::as_str)).collect();
    let lines = report.trickle.iter().map(|row| {
        let mut cells =
            vec![row.parser.name.to_owned(), row.growth().map_or_else(String::new, format::significant)];
        cells.extend(row.nanos.iter().map(|nanos| format::count(*nanos)));
        cells.resize(head.len(), "-".to_owned());
        cells
    });
    table("One byte at a time, ns per byte; growth of the whole time when the reply doubles", &head, lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_to_the_right() {
        let text = table("T", &["a", "b"], [vec!["x".to_owned(), "1".to_owned()]].into_iter());
        assert_eq!(text, "\n**T**\n\n| a | b |\n|---|---:|\n| x | 1 |\n");
    }
}
