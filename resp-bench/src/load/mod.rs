//! The command `load`: as many requests as a server bears, or as many as are
//! asked for, and how long each took. docs/load.md says what each number counts.

mod beside;
mod cell;
mod children;
mod connection;
mod engine;
mod goals;
mod live;
mod options;
mod pace;
mod random;
mod reel;
mod replies;
mod run;
mod sample;
mod shared;
mod socket;
mod table;
mod tally;
mod target;
mod template;
mod timer;
mod worker;

pub(crate) use self::options::Options;

use crate::failure::Failure;
use std::process::ExitCode;

/// Loads a server as the options ask for.
///
/// # Errors
/// There is no server, it does not speak RESP, or a file cannot be written.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    run::run(options)
}
