//! That nothing came in time.

use core::error::Error;
use core::fmt;

/// Nothing came within the time that there was for it. It may be waited for again.
///
/// ```no_run
/// use std::time::Duration;
/// use resp_net::blocking::{Elapsed, Subscriber};
///
/// # fn example(subscriber: &mut Subscriber) {
/// match subscriber.next_timeout(Duration::from_secs(1)) {
///     Ok(Some(incoming)) => println!("{incoming:?}"),
///     Ok(None) => println!("that was all"),
///     Err(Elapsed) => println!("nothing yet"),
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elapsed;

impl fmt::Display for Elapsed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nothing came in time")
    }
}

impl Error for Elapsed {}
