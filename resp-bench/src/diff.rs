//! The command `diff`.

use crate::failure::Failure;
use std::path::PathBuf;
use std::process::ExitCode;

/// What to compare.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Compares two records of the same command")]
pub(crate) struct Options {
    /// The older record
    old: PathBuf,
    /// The newer record
    new: PathBuf,
}

/// Does it.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let _ = (crate::record::read(&options.old)?, crate::record::read(&options.new)?);
    Err(Failure::new("not there yet"))
}
