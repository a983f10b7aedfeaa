//! The runtimes that clients run in.

use crate::failure::Failure;
use tokio::runtime::{Builder, Runtime};

/// tokio's single-threaded runtime.
///
/// # Errors
/// The system refuses what it needs.
pub(crate) fn current_thread() -> Result<Runtime, Failure> {
    built(&mut Builder::new_current_thread())
}

/// tokio's runtime of so many threads; none is the single-threaded one.
///
/// # Errors
/// The system refuses what it needs.
pub(crate) fn with_workers(workers: usize) -> Result<Runtime, Failure> {
    if workers == 0 {
        return current_thread();
    }
    built(Builder::new_multi_thread().worker_threads(workers))
}

fn built(builder: &mut Builder) -> Result<Runtime, Failure> {
    builder.enable_all().build().map_err(|error| Failure::because("no runtime", &error))
}
