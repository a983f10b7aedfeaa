//! The figures on a terminal.

use super::goals::Comparison;
use super::measure::{Figures, Outcome};
use super::parser::Yields;
use super::{EncodingSection, Report, Row, Section, ours, peers, trickle};
use crate::format;
use crate::table::{BOLD, DIM, GREEN, Paint, RED};

/// Width of names of parsers and encoders, with their mark.
const NAME_WIDTH: usize = 19;
const FIGURES: [&str; 4] = ["ns", "median", "GB/s", "allocs"];

const NOTES: &str = "\
ns: fastest pass, for each reply; median: of all passes; allocs: for each reply. o: values outlive the buffer;
c: callbacks that build nothing; i: an index from which no value is read; both are not among the best.
wrong: finds other values; -: refuses the bytes, or cannot be asked. rustis is told where each reply ends.";

const ENCODING_NOTES: &str = "\
ns: fastest pass, for each command; median: of all passes; allocs: for each command. by-hand: copies of prepared bytes.
resp-core: from slices of arguments; slice: into memory that is given; command: typed commands; raw: any arguments.";

/// A block for each corpus, for commands and for single bytes, then the goals.
pub(super) fn render(report: &Report, colours: bool) -> String {
    let paint = Paint(colours);
    let mut text = String::new();
    report.corpora.iter().for_each(|section| text.push_str(&corpus(section, &paint)));
    report.encoding.iter().for_each(|section| text.push_str(&encoding(section, &paint)));
    if !report.trickle.is_empty() {
        text.push_str(&single_bytes(&report.trickle_sizes, &report.trickle, &paint));
    }
    let notes = if report.encoding.is_empty() { NOTES } else { ENCODING_NOTES };
    text.push_str(&format!("\n{}\n", paint.with(DIM, notes)));
    if let Some(reason) = peers::MISSING {
        text.push_str(&format!("{reason}\n"));
    }
    text.push_str(&goals(&report.comparisons, &paint));
    text
}

fn corpus(section: &Section, paint: &Paint) -> String {
    let [bytes, replies] = [section.bytes, section.replies].map(|count| format::count(count as f64));
    let title = format!("{}: {}; {bytes}B, {replies} replies", section.corpus, section.about);
    let counted = section.rows.iter().any(|row| instructions(row).is_some());
    let head = FIGURES.map(|name| format!("{name:>8}")).concat();
    let above = format!("{:NAME_WIDTH$}{:>32}  {:>32}", "", "whole", "reads of 16 KiB");
    let below = format!("{:NAME_WIDTH$}{head}  {head}{}", "", if counted { "    instr." } else { "" });
    let mut text = format!("\n{}\n", paint.with(BOLD, &title));
    text.push_str(&format!("{}\n{}\n", paint.with(DIM, &above), paint.with(DIM, &below)));
    section.rows.iter().for_each(|row| text.push_str(&corpus_line(row, paint)));
    text
}

fn instructions(row: &Row) -> Option<f64> {
    row.whole.figures().and_then(|figures| figures.instructions)
}

/// How what a parser yields is marked.
const fn mark(yields: Yields) -> char {
    match yields {
        Yields::Borrowed => ' ',
        Yields::Owned => 'o',
        Yields::Calls => 'c',
        Yields::Index => 'i',
    }
}

fn corpus_line(row: &Row, paint: &Paint) -> String {
    let name = format!("{:17} {}", row.parser.name, mark(row.parser.yields));
    let count = instructions(row).map_or_else(String::new, |count| format!("{:>10}", format::count(count)));
    let line = format!("{name}{}  {}{count}\n", outcome(&row.whole), outcome(&row.reads));
    if row.parser.is_ours() { paint.with(GREEN, &line) } else { line }
}

fn outcome(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Measured(measured) => figures(measured),
        Outcome::Wrong => format!("{:>8}{:24}", "wrong", ""),
        Outcome::Refused | Outcome::Unasked => format!("{:>8}{:24}", "-", ""),
    }
}

fn figures(figures: &Figures) -> String {
    let values = [
        format::count(figures.nanos),
        format::count(figures.median_nanos),
        format::count(figures.gigabytes_per_second),
        format::count(figures.allocations),
    ];
    values.map(|value| format!("{value:>8}")).concat()
}

fn encoding(section: &EncodingSection, paint: &Paint) -> String {
    let title = format!("{}: {}", section.commands, section.about);
    let head = format!("{:NAME_WIDTH$}{}", "", FIGURES.map(|name| format!("{name:>8}")).concat());
    let mut text = format!("\n{}\n{}\n", paint.with(BOLD, &title), paint.with(DIM, &head));
    for row in &section.rows {
        let cells = row.figures.as_ref().map_or_else(|| outcome(&Outcome::Wrong), figures);
        let line = format!("{:NAME_WIDTH$}{cells}\n", row.encoder.name);
        let is_ours = ours::ENCODERS.iter().any(|ours| ours.name == row.encoder.name);
        text.push_str(&if is_ours { paint.with(GREEN, &line) } else { line });
    }
    text
}

fn single_bytes(sizes: &[usize], rows: &[trickle::Row], paint: &Paint) -> String {
    let title =
        "trickle: an array of short strings, one byte at a time; ns for each byte, by bytes of the reply";
    let sizes = sizes.iter().map(|size| format!("{:>8}", binary(*size))).collect::<String>();
    let head = format!("{:NAME_WIDTH$}{:>8}{sizes}", "", "growth");
    let mut text = format!("\n{}\n{}\n", paint.with(BOLD, title), paint.with(DIM, &head));
    for row in rows {
        let growth = row.growth().map_or_else(String::new, format::significant);
        let nanos = row.nanos.iter().map(|nanos| format!("{:>8}", format::count(*nanos))).collect::<String>();
        let line = format!("{:17} {}{growth:>8}{nanos}\n", row.parser.name, mark(row.parser.yields));
        text.push_str(&if row.parser.is_ours() { paint.with(GREEN, &line) } else { line });
    }
    let notes = "growth: of the whole time when the reply is twice as long: 2, or 4 for what starts again at each \
                 byte,\nwhich ends where it would take more than a second.";
    text.push_str(&format!("{}\n", paint.with(DIM, notes)));
    text
}

/// A number of bytes: `16K`, `4M`.
pub(super) fn binary(size: usize) -> String {
    if size < 1 << 20 { format!("{}K", size >> 10) } else { format!("{}M", size >> 20) }
}

fn goals(comparisons: &[Comparison], paint: &Paint) -> String {
    let heading = format!(
        "{:17}{:11}{:8}{:>9}  {:18}{:>8}{:>9}{:>9}",
        "goals", "what", "input", "ours ns", "best other", "its ns", "ratio", "at least"
    );
    let all = comparisons.iter().filter(|comparison| comparison.met.is_some()).count();
    if all == 0 {
        return String::new();
    }
    let mut text = format!("\n{}\n", paint.with(BOLD, &heading));
    let mut missed = 0;
    for comparison in comparisons {
        let (Some(goal), Some(met)) = (comparison.goal, comparison.met) else { continue };
        let line = format!(
            "{:17}{:11}{:8}{:>9}  {:18}{:>8}{:>9}{:>9}  {}\n",
            comparison.name,
            comparison.what,
            comparison.arrival,
            format::count(comparison.ours),
            comparison.best,
            format::count(comparison.theirs),
            format::ratio(comparison.ratio),
            format::ratio(goal),
            if met { "met" } else { "missed" },
        );
        missed += usize::from(!met);
        text.push_str(&if met { line } else { paint.with(RED, &line) });
    }
    text.push_str(&format!("{} of {all} goals met\n", all - missed));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_their_headings() {
        let measured = Figures {
            nanos: 12.345,
            rounds: [12.345; super::super::measure::ROUNDS],
            median_nanos: 13.0,
            gigabytes_per_second: 1.5,
            allocations: 2.0,
            instructions: None,
        };
        let row = Row { parser: ours::BORROWED, whole: Outcome::Measured(measured), reads: Outcome::Wrong };
        let section = Section { corpus: "ok", about: "+OK", bytes: 50, replies: 10, rows: vec![row] };
        let text = corpus(&section, &Paint(false));
        let lines: Vec<_> = text.lines().skip(1).collect();
        assert_eq!(lines[0], "ok: +OK; 50.0B, 10.0 replies");
        assert!(lines[2].trim_start().starts_with("ns"), "{text}");
        assert_eq!(lines[2].find("ns").unwrap() + 2, lines[3].find("12.3").unwrap() + 4);
        assert!(lines[3].contains("wrong"), "{text}");
    }
}
