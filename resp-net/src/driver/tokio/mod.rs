//! Sessions over tokio sockets.

mod link;
mod portions;
mod socket;
mod stream;
mod task;

use core::time::Duration;

pub(crate) use link::Link;
pub(crate) use stream::Stream;
pub(crate) use task::start;

/// A time-out beyond this is none; clocks cannot count much further.
pub(crate) const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
