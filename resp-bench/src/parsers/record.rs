//! What was measured as a record.

use super::encoder::{self, Encoder};
use super::goals::Comparison;
use super::measure::{Figures, Outcome, ROUNDS};
use super::parser::Parser;
use super::table::binary;
use super::{EncodingSection, Report, Row as ParserRow, Section as CorpusSection, ours, peers, trickle};
use crate::machine::{self, Machine};
use crate::record::{Figure, Goal, Metric, Observed, Point, Record, Role, Row, Section, Verdict};
use crate::{clients, format};
use std::collections::BTreeMap;

/// A record of this command with nothing measured yet.
pub(super) fn new(command: &str, machine: Machine, seconds: f64) -> Record {
    let versions = peers::VERSIONS.iter().map(|(name, version)| ((*name).to_owned(), (*version).to_owned()));
    let environment = machine::environment(machine, None, "one process, not pinned".to_owned(), versions);
    let settings = [
        ("rounds", ROUNDS.to_string()),
        ("each cell", format!("{} s over all rounds", format::significant(seconds))),
        ("a round's figure", "its fastest pass".to_owned()),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let mut record = Record::new(command, environment, settings);
    record.notes.extend(clients::missing().map(str::to_owned));
    record.notes.extend(peers::MISSING.map(str::to_owned));
    record
}

/// Says that options of a server have nothing to do here, if there are any.
pub(super) fn explain_server_options(common: &crate::options::Common) {
    if common.url.is_some() || common.server.is_some() || common.pin {
        eprintln!("resp-bench: no server takes part; --url, --server and --pin change nothing");
    }
}

/// Puts everything measured so far into the record.
pub(super) fn fill(record: &mut Record, report: &Report) {
    let corpora = report.corpora.iter().flat_map(of_corpus);
    let encoding = report.encoding.iter().map(of_commands);
    record.sections = corpora.chain(encoding).chain(of_trickle(report)).collect();
    record.goals = report.comparisons.iter().filter_map(goal).collect();
}

fn of_corpus(section: &CorpusSection) -> [Section; 2] {
    let one = |name: String, group: &str, pick: fn(&ParserRow) -> &Outcome| Section {
        name,
        about: section.about.to_owned(),
        group: group.to_owned(),
        operation: "reply".to_owned(),
        point: None,
        rows: section.rows.iter().filter_map(|row| parser_row(&row.parser, pick(row))).collect(),
    };
    [
        one(section.corpus.to_owned(), "Whole buffers", |row| &row.whole),
        one(format!("{}-reads", section.corpus), "Reads of 16 KiB", |row| &row.reads),
    ]
}

/// `None` of who cannot be asked this way.
fn parser_row(parser: &Parser, outcome: &Outcome) -> Option<Row> {
    let role = if parser.is_ours() { Role::Ours } else { Role::Other };
    let mut row = Row::new(parser.name, role);
    let observed = |verdict, text: &str| Some(Observed { verdict, text: text.to_owned() });
    match outcome {
        Outcome::Measured(measured) => row.figures = figures(measured),
        Outcome::Wrong => row.observed = observed(Verdict::Bad, "finds other values than were written"),
        Outcome::Refused => row.observed = observed(Verdict::Unasked, "does not take these bytes"),
        Outcome::Unasked => return None,
    }
    Some(row)
}

fn of_commands(section: &EncodingSection) -> Section {
    let rows = section.rows.iter().map(|row| {
        let mut one = Row::new(row.encoder.name, role(&row.encoder));
        match &row.figures {
            Some(measured) => one.figures = figures(measured),
            None => {
                let text = "writes other bytes".to_owned();
                one.observed = Some(Observed { verdict: Verdict::Bad, text });
            }
        }
        one
    });
    Section {
        name: section.commands.to_owned(),
        about: section.about.to_owned(),
        group: "Encoding".to_owned(),
        operation: "command".to_owned(),
        point: None,
        rows: rows.collect(),
    }
}

fn role(encoder: &Encoder) -> Role {
    match encoder.name {
        name if name == encoder::BY_HAND.name => Role::Limit,
        name if ours::ENCODERS.iter().any(|ours| ours.name == name) => Role::Ours,
        _ => Role::Other,
    }
}

fn figures(measured: &Figures) -> BTreeMap<Metric, Figure> {
    let bytes = measured.gigabytes_per_second * measured.nanos;
    let rates = measured.rounds.map(|nanos| bytes / nanos);
    let figures = [
        (Metric::Nanos, Figure::of_rounds(&measured.rounds, &[])),
        (Metric::GigabytesPerSecond, Figure::of_rounds(&rates, &[])),
        (Metric::Allocations, Some(Figure::once(measured.allocations))),
        (Metric::Instructions, measured.instructions.map(Figure::once)),
    ];
    figures.into_iter().filter_map(|(metric, figure)| Some((metric, figure?))).collect()
}

/// A section for each size of the reply that is fed one byte at a time.
fn of_trickle(report: &Report) -> impl Iterator<Item = Section> {
    let sizes = report.trickle_sizes.iter().enumerate();
    let sections = sizes.map(|(index, size)| Section {
        name: format!("trickle-{}", binary(*size)),
        about: "an array of short strings, one byte at a time".to_owned(),
        group: "One byte at a time".to_owned(),
        operation: "byte".to_owned(),
        point: Some(Point {
            family: "ns for each byte of a reply that comes one byte at a time".to_owned(),
            x: *size as f64,
            unit: "bytes of the reply".to_owned(),
        }),
        rows: report.trickle.iter().filter_map(|row| trickle_row(row, index)).collect(),
    });
    sections.filter(|section| !section.rows.is_empty())
}

/// `None` of who takes too long for this size.
fn trickle_row(trickle: &trickle::Row, size: usize) -> Option<Row> {
    let nanos = trickle.nanos.get(size)?;
    let role = if trickle.parser.is_ours() { Role::Ours } else { Role::Other };
    let mut row = Row::new(trickle.parser.name, role);
    row.figures.insert(Metric::Nanos, Figure::once(*nanos));
    Some(row)
}

fn goal(comparison: &Comparison) -> Option<Goal> {
    let reads = if comparison.arrival == "reads" { "-reads" } else { "" };
    Some(Goal {
        section: format!("{}{reads}", comparison.name),
        metric: Metric::Nanos,
        ours: Some(comparison.ours),
        best: Some(comparison.best.to_owned()),
        theirs: Some(comparison.theirs),
        ratio: Some(comparison.ratio),
        bound: format!("{}: at least {} as fast", comparison.what, format::ratio(comparison.goal?)),
        met: comparison.met,
    })
}

#[cfg(test)]
mod tests {
    use super::super::parser::Yields;
    use super::*;

    const MEASURED: Figures = Figures {
        nanos: 10.0,
        rounds: [12.0, 10.0, 11.0, 14.0, 13.0],
        median_nanos: 15.0,
        gigabytes_per_second: 6.4,
        allocations: 0.5,
        instructions: Some(99.0),
    };

    #[test]
    fn a_corpus_is_two_sections_of_what_was_found() {
        let row = |name, whole, reads| {
            let parser = Parser { name, yields: Yields::Owned, ..ours::BORROWED };
            ParserRow { parser, whole, reads }
        };
        let corpus = CorpusSection {
            corpus: "mget-100",
            about: "arrays",
            bytes: 640,
            replies: 10,
            rows: vec![
                row("resp-core", Outcome::Measured(MEASURED), Outcome::Measured(MEASURED)),
                row("other", Outcome::Wrong, Outcome::Unasked),
            ],
        };
        let [whole, reads] = of_corpus(&corpus);
        assert_eq!((whole.name.as_str(), reads.name.as_str()), ("mget-100", "mget-100-reads"));
        assert_eq!((whole.rows.len(), reads.rows.len()), (2, 1));
        let ours = whole.ours().unwrap();
        let nanos = &ours.figures[&Metric::Nanos];
        assert_eq!((nanos.median, nanos.low, nanos.high, nanos.rounds.len()), (12.0, 10.0, 14.0, 5));
        // 64 bytes a reply: 6.4 GB/s at 10 ns.
        assert_eq!(ours.figures[&Metric::GigabytesPerSecond].high, 6.4);
        assert_eq!(
            (ours.median(Metric::Allocations), ours.median(Metric::Instructions)),
            (Some(0.5), Some(99.0))
        );
        let other = whole.row("other").unwrap();
        assert_eq!(other.observed.as_ref().map(|observed| observed.verdict), Some(Verdict::Bad));
    }

    #[test]
    fn commands_are_a_section_with_the_copy_by_hand_as_the_limit() {
        let row = |encoder, figures| encoder::Row { encoder, figures };
        let section = of_commands(&EncodingSection {
            commands: "encode-64",
            about: "SET",
            rows: vec![row(ours::ENCODERS[0], Some(MEASURED)), row(encoder::BY_HAND, None)],
        });
        let roles: Vec<_> = section.rows.iter().map(|row| row.role).collect();
        assert_eq!(roles, [Role::Ours, Role::Limit]);
        assert_eq!(section.rows[0].median(Metric::Nanos), Some(12.0));
        assert!(section.rows[1].figures.is_empty() && section.rows[1].observed.is_some());
    }
}
