//! The command `parsers`: resp-core's decoder and encoder beside those of others.

mod corpus;
mod encoder;
mod goals;
mod instructions;
mod markdown;
mod measure;
mod options;
mod ours;
mod parser;
mod peers;
mod progress;
mod run;
mod stopwatch;
mod table;
mod tally;
mod trickle;

pub(crate) use self::options::Options;
pub(crate) use self::run::run;

use self::goals::Comparison;
use self::measure::Outcome;
use self::parser::Parser;
use crate::machine::Machine;
use serde::Serialize;

/// All figures.
#[derive(Debug, Serialize)]
struct Report {
    machine: Machine,
    seconds_per_cell: f64,
    corpora: Vec<Section>,
    encoding: Vec<EncodingSection>,
    /// Bytes of the replies that were fed one byte at a time.
    trickle_sizes: Vec<usize>,
    trickle: Vec<trickle::Row>,
    comparisons: Vec<Comparison>,
}

/// The figures of a corpus.
#[derive(Debug, Serialize)]
struct Section {
    corpus: &'static str,
    about: &'static str,
    bytes: usize,
    replies: usize,
    rows: Vec<Row>,
}

/// A parser's figures on a corpus.
#[derive(Debug, Serialize)]
struct Row {
    #[serde(flatten)]
    parser: Parser,
    whole: Outcome,
    /// In reads of 16 KiB.
    reads: Outcome,
}

/// The figures of commands.
#[derive(Debug, Serialize)]
struct EncodingSection {
    commands: &'static str,
    about: &'static str,
    rows: Vec<encoder::Row>,
}
