//! The command line of `parsers`.

use crate::options::{Common, with_default};

const LONG_ABOUT: &str = "\
Compares resp-core's decoder with the parsers of others, in one process. No server takes part.

All parse the same bytes, once as one buffer (whole) and once in reads of 16 KiB that are copied into the \
parser's own buffer, the copying included. Every value is visited: length, first and last byte of texts, numbers, \
doubles, counts. What a parser found is compared with what was written before anything is timed; a parser that \
found something else is named and not counted, and so is one that refuses the bytes.

The parsers take turns in several rounds. A figure is the fastest pass over a corpus, with the median beside it.

Then a reply is fed one byte at a time. At the end stands what resp-core is to reach, and \
whether it does.

Commands are encoded by `resp-bench encoders`. The parsers of others are built only with the feature `peers`. hiredis is a C library: it is linked if pkg-config \
finds it, or from the folder that HIREDIS_DIR names, in which hiredis.h and libhiredis.a lie.";

const EXAMPLES: &str = "\
Examples:
  cargo run --release -p resp-bench --features peers -- parsers
  ... parsers --quick                            a first impression
  ... parsers --only mget-100,deep               two corpora
  ... parsers --filter get-,trickle              those with this in their name
  ... parsers --parsers hiredis,redust           some of the others
  ... parsers --instructions --only mget-100     counts instructions too, with valgrind
  ... parsers --markdown > parsers.md            tables for a document
  CARGO_PROFILE_RELEASE_LTO=fat cargo run ...    some of the others gain up to a quarter by it";

/// What to compare, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Compares the decoder with the parsers of others, in one process")]
#[command(long_about = LONG_ABOUT, after_help = EXAMPLES)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "0.2; with --quick 0.03")))]
pub(crate) struct Options {
    #[command(flatten)]
    pub(super) common: Common,

    /// Only these corpora, and `trickle`, by their whole names; --list shows the names
    #[arg(long, value_name = "NAME,..", value_delimiter = ',')]
    pub(super) only: Vec<String>,

    /// Only these of the others; --list shows the names
    #[arg(long, value_name = "NAME,..", value_delimiter = ',')]
    pub(super) parsers: Vec<String>,

    /// Count instructions as well, with valgrind; takes minutes more
    #[arg(long)]
    pub(super) instructions: bool,

    /// Print Markdown
    #[arg(long)]
    pub(super) markdown: bool,

    /// Print the names of corpora and parsers and end
    #[arg(long)]
    pub(super) list: bool,

    /// Pass once over the corpus that --only names; what is run under callgrind.
    #[arg(long, value_name = "PARSER", hide = true)]
    pub(super) pass: Option<String>,
}

impl Options {
    /// How long each cell is timed, over all rounds.
    pub(super) fn seconds_per_cell(&self) -> f64 {
        self.common.seconds.unwrap_or(if self.common.quick { 0.03 } else { 0.2 })
    }

    /// Whether what has this name is wanted.
    pub(super) fn wants(&self, name: &str) -> bool {
        self.common.wants(name) && (self.only.is_empty() || self.only.iter().any(|only| only == name))
    }

    /// Whether another's parser is wanted.
    pub(super) fn wants_parser(&self, name: &str) -> bool {
        self.parsers.is_empty() || self.parsers.iter().any(|parser| parser == name)
    }
}
