//! What a subscriber is handed.

use bytes::Bytes;

use crate::error::Error;
use crate::session::Subscription;

/// What comes next to a subscriber.
///
/// ```
/// use resp_net::Incoming;
///
/// fn show(incoming: Incoming) {
///     match incoming {
///         Incoming::Message(message) => println!("{:?}: {:?}", message.channel, message.payload),
///         Incoming::Gap(gap) => println!("something may be missing here: {:?}", gap.reason),
///         Incoming::Ended(ended) => println!("no more of {:?}: {}", ended.name, ended.error),
///         _ => {}
///     }
/// }
/// # let _ = show;
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Incoming {
    /// Somebody published something.
    Message(Message),
    /// Messages that belong here may be missing. It comes when all
    /// subscriptions hold again: what is read anew from then on misses nothing.
    Gap(Gap),
    /// A subscription is over, since the server refuses to renew it.
    Ended(Ended),
}

/// What somebody published.
///
/// ```
/// use resp_net::{Message, Subscription};
///
/// /// By which of one's subscriptions it came.
/// fn subscription(message: &Message) -> (Subscription, &[u8]) {
///     (message.kind, message.pattern.as_ref().unwrap_or(&message.channel))
/// }
/// # let _ = subscription;
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Message {
    /// By which kind of subscription it came.
    pub kind: Subscription,
    /// Of a pattern, which one matched.
    pub pattern: Option<Bytes>,
    /// Where it was published.
    pub channel: Bytes,
    /// What was published.
    pub payload: Bytes,
}

/// A place where messages may be missing.
///
/// ```
/// use resp_net::{Gap, GapReason};
///
/// /// Whether it is enough to count what is missing.
/// fn is_counted(gap: Gap) -> bool {
///     gap.reason == GapReason::Overflow && gap.dropped > 0
/// }
/// # let _ = is_counted;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Gap {
    /// Why; of several that come together, the last in the order of [`GapReason`].
    pub reason: GapReason,
    /// Messages that came and were dropped because the subscriber did not take
    /// them. How many never came nobody knows.
    pub dropped: u64,
}

/// Why messages may be missing.
///
/// ```
/// use resp_net::GapReason;
///
/// assert!(GapReason::Overflow < GapReason::Reconnected);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum GapReason {
    /// The subscriber did not take its messages as fast as they came.
    Overflow,
    /// The server ended a subscription, as it does when a slot moves to another
    /// node, and took it up again.
    Unsubscribed,
    /// The connection was lost and made again.
    Reconnected,
}

/// A subscription that the server refuses to renew. What it refuses only for
/// the moment, as while a script runs, is asked for again.
///
/// ```
/// use resp_net::Ended;
///
/// fn is_forbidden(ended: &Ended) -> bool {
///     matches!(&ended.error, resp_net::Error::Server(error) if error.code() == "NOPERM")
/// }
/// # let _ = is_forbidden;
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Ended {
    /// Its kind.
    pub kind: Subscription,
    /// Its channel or pattern.
    pub name: Bytes,
    /// What the server says.
    pub error: Error,
}

/// What becomes of messages when a subscriber has as many waiting as it may.
///
/// ```
/// use resp_net::WhenSlow;
///
/// // Of prices, the new one is worth more than the old.
/// assert_eq!(WhenSlow::default(), WhenSlow::DropOldest);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhenSlow {
    /// The oldest one goes, and a gap stands in its place.
    #[default]
    DropOldest,
    /// The new one goes, and a gap stands in its place.
    DropNewest,
    /// The subscriber is over: what waits is still handed out, then a gap, then
    /// the end.
    Disconnect,
}

impl Message {
    /// Bytes that it counts for.
    pub(super) fn len(&self) -> usize {
        self.pattern.as_ref().map_or(0, Bytes::len) + self.channel.len() + self.payload.len()
    }
}

impl Gap {
    pub(super) const fn new(reason: GapReason) -> Self {
        Self { reason, dropped: 0 }
    }

    pub(super) const fn of_dropped(dropped: u64) -> Self {
        Self { reason: GapReason::Overflow, dropped }
    }

    /// The two as one.
    pub(super) fn and(self, other: Option<Self>) -> Self {
        let Some(other) = other else { return self };
        Self { reason: self.reason.max(other.reason), dropped: self.dropped.saturating_add(other.dropped) }
    }
}
