//! Sessions over mio sockets, driven by the threads that wait for replies.
//!
//! A shared connection has no thread of its own that every reply has to pass.
//! Whoever waits for one and finds nobody at the [`Helm`] takes it: he writes
//! what is queued, sleeps in mio until the socket is ready or a time comes,
//! reads, and wakes those whose replies came, until he has his own. Then he
//! leaves the helm and wakes one of those who wait still, who takes it. All
//! others park. A caller who is alone so writes, sleeps and reads, and no other
//! thread runs.
//!
//! One thread in the background, the watcher, makes the connection, and makes it
//! again; it takes the helm when nobody has had it for a while, and leaves it
//! when there are callers again. While there are subscribers it keeps the helm:
//! messages come when nobody calls, too, and have to be read at once.

mod dialer;
mod helm;
mod link;
mod reader;
mod stream;
mod watcher;

use core::time::Duration;

pub(crate) use self::dialer::dial;
pub(crate) use self::helm::{Helm, park_until};
pub(crate) use self::link::Link;
pub(crate) use self::stream::Stream;
pub(crate) use self::watcher::start;

/// A time-out beyond this is none; clocks cannot count much further.
pub(crate) const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

/// The longest that a poll is asked to sleep: systems count the milliseconds in
/// 32 bits.
const LONGEST_SLEEP: Duration = Duration::from_secs(24 * 60 * 60);
