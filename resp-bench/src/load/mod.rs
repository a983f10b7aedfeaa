//! The command `load`.

use crate::failure::Failure;
use crate::options::Common;
use std::process::ExitCode;

/// What to do.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Loads a server")]
pub(crate) struct Options {
    #[command(flatten)]
    common: Common,
}

/// Does it.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let _ = &options.common;
    Err(Failure::new("not there yet"))
}
