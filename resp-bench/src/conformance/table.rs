//! The behaviours on a terminal.

use crate::record::{Record, Row, Verdict};
use core::fmt::Write;

/// Columns that text is broken to.
const WIDTH: usize = 110;
/// Columns before what was observed: sign and name.
const INDENT: usize = 26;

/// Each behaviour, its rule, and what was observed of each client.
pub(super) fn render(record: &Record, colours: bool) -> String {
    let mut text = String::new();
    for section in &record.sections {
        let name = paint(&section.name, "1", colours);
        let _ = write!(text, "\n{name}\n  {}\n", broken(&section.about, 2));
        section.rows.iter().for_each(|row| text.push_str(&line(row, colours)));
    }
    let count = |verdict| {
        let rows = record.sections.iter().flat_map(|section| &section.rows);
        rows.filter(|row| row.observed.as_ref().is_some_and(|observed| observed.verdict == verdict)).count()
    };
    let [good, bad, unasked] = [Verdict::Good, Verdict::Bad, Verdict::Unasked].map(count);
    let _ = writeln!(text, "\n✓ {good} good   ✗ {bad} bad   – {unasked} could not be observed");
    text
}

fn line(row: &Row, colours: bool) -> String {
    let Some(observed) = &row.observed else { return String::new() };
    let (sign, colour) = match observed.verdict {
        Verdict::Good => ("✓", "32"),
        Verdict::Bad => ("✗", "31"),
        Verdict::Unasked => ("–", "2"),
    };
    let sign = paint(sign, colour, colours);
    format!("  {sign} {:<22}{}\n", row.name, broken(&observed.text, INDENT))
}

fn paint(text: &str, colour: &str, colours: bool) -> String {
    if colours { format!("\x1b[{colour}m{text}\x1b[0m") } else { text.to_owned() }
}

/// Broken between words; all lines but the first begin with `indent` blanks.
fn broken(text: &str, indent: usize) -> String {
    let (mut lines, mut column) = (String::new(), indent);
    for word in text.split_whitespace() {
        let len = word.chars().count();
        if column > indent && column + 1 + len > WIDTH {
            let _ = write!(lines, "\n{:indent$}", "");
            column = indent;
        } else if column > indent {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += len;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_broken_between_words() {
        let text = "word ".repeat(40);
        let lines = broken(&text, 24);
        assert_eq!(lines.split_whitespace().count(), 40);
        for (number, line) in lines.lines().enumerate() {
            let column = if number == 0 { 24 } else { 0 };
            assert!(column + line.chars().count() <= WIDTH, "{line}");
            assert!(number == 0 || line.starts_with(&" ".repeat(24)), "{line}");
        }
    }
}
