//! `resp-bench`: what naive, pooled and pipelined use of a Redis or Valkey
//! server cost, measured side by side. `resp-bench --help` explains it.
#![cfg_attr(not(feature = "peers"), forbid(unsafe_code))]
#![allow(clippy::disallowed_methods, reason = "a benchmark measures real time; only the session is told it")]

#[macro_use]
mod output;

mod articles;
mod cli;
mod clients;
mod compare;
mod conformance;
mod diff;
mod distribution;
mod embedded;
mod failure;
mod format;
mod headline;
mod interrupt;
mod keys;
mod latency;
mod load;
mod machine;
mod measure;
mod meter;
mod observe;
mod options;
mod parsers;
mod pin;
mod plan;
mod progress;
mod random;
mod record;
mod report;
mod results;
mod run;
mod runtime;
mod server;
mod table;
mod tally;
mod workload;

use std::process::ExitCode;
use tests::counting_alloc::CountingAlloc;

/// Counts the allocations of the windows that are made for it; off otherwise.
#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

fn main() -> ExitCode {
    let outcome = match cli::parse() {
        cli::Parsed::Command(command) => command.run(),
        cli::Parsed::Run(options) => run::run(&options),
        cli::Parsed::Done(code) => return code,
    };
    outcome.unwrap_or_else(|failure| {
        eprintln!("resp-bench: {failure}");
        ExitCode::FAILURE
    })
}
