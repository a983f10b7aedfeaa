//! The commands `parsers` and `encoders`: resp-core's decoder and encoder beside those of others.

mod commands;
mod corpus;
mod encoder;
mod encoders;
mod goals;
mod instructions;
mod markdown;
mod measure;
mod options;
mod ours;
mod parser;
mod peers;
mod record;
mod run;
mod stopwatch;
mod table;
mod tally;
mod trickle;

pub(crate) use self::encoders::{Options as EncoderOptions, run as run_encoders};
pub(crate) use self::options::Options;
pub(crate) use self::run::run;

use self::goals::Comparison;
use self::measure::Outcome;
use self::parser::Parser;

/// All figures.
#[derive(Debug, Default)]
struct Report {
    corpora: Vec<Section>,
    encoding: Vec<EncodingSection>,
    /// Bytes of the replies that were fed one byte at a time.
    trickle_sizes: Vec<usize>,
    trickle: Vec<trickle::Row>,
    comparisons: Vec<Comparison>,
}

/// The figures of a corpus.
#[derive(Debug)]
struct Section {
    corpus: &'static str,
    about: &'static str,
    bytes: usize,
    replies: usize,
    rows: Vec<Row>,
}

/// A parser's figures on a corpus.
#[derive(Debug)]
struct Row {
    parser: Parser,
    whole: Outcome,
    /// In reads of 16 KiB.
    reads: Outcome,
}

/// The figures of commands.
#[derive(Debug)]
struct EncodingSection {
    commands: &'static str,
    about: &'static str,
    rows: Vec<encoder::Row>,
}
