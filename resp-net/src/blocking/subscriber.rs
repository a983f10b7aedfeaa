//! What is published, as an iterator.

use core::fmt;
use core::future::poll_fn;
use core::task::Poll;
use core::time::Duration;
use std::time::Instant;

use super::{Client, Elapsed};
use crate::driver::mio::{FAR, Stream, park_until, start};
use crate::driver::park;
use crate::driver::pubsub::call::SubscriptionState;
use crate::driver::pubsub::{Incoming, Seat, WhenSlow};
use crate::error::Error;
use crate::session::Subscription;

/// Subscriptions of one receiver, and an iterator over what comes to them; see
/// [`Client::subscriber`].
///
/// Any number of subscribers share a connection: the server is told only of
/// the first one of a channel and of the last. Dropping a subscriber ends its
/// subscriptions.
///
/// A thread of the client's own reads what comes, whether or not anybody
/// waits for it. When the connection is lost, all subscriptions are renewed on
/// the next one, before any call is sent there, and a [`Gap`](Incoming::Gap)
/// stands where messages may be missing. As many messages wait as
/// [`push_queue`](crate::ConfigBuilder::push_queue) says, and 1 KiB for each of
/// them on average; beyond that [`WhenSlow`] decides. A slow subscriber holds up
/// neither calls nor other subscribers.
///
/// The iterator ends with its client's connection: when the client is closed. A
/// subscriber keeps that open, as a clone of the client does.
///
/// ```no_run
/// # fn example(client: resp_net::blocking::Client) -> Result<(), resp_net::Error> {
/// use resp_net::{Incoming, WhenSlow};
///
/// let mut subscriber = client.subscriber()?.when_slow(WhenSlow::DropNewest);
/// subscriber.subscribe(["news", "weather"]).call()?;
/// subscriber.psubscribe(["alarm.*"]).call()?;
/// for incoming in &mut subscriber {
///     if let Incoming::Message(message) = incoming {
///         println!("{:?}: {:?}", message.channel, message.payload);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a subscriber that is dropped is handed nothing"]
pub struct Subscriber {
    seat: Seat<Stream>,
    /// Keeps the connection.
    _client: Client,
}

impl Client {
    /// A subscriber, of nothing yet: over this client's connection where RESP3
    /// tells messages from replies, else as a [separate](Self::separate_subscriber) one.
    ///
    /// While there is one, replies to calls on that connection are read by the
    /// client's own thread too. Where each microsecond of a call counts, a
    /// separate one serves better.
    ///
    /// # Errors
    /// As with [`separate_subscriber`](Self::separate_subscriber), where it is one.
    pub fn subscriber(&self) -> Result<Subscriber, Error> {
        let helm = &self.inner.helm;
        if !helm.hub().has_pushes() {
            return self.separate_subscriber();
        }
        let subscriber = Subscriber { seat: Seat::at(helm.hub()), _client: self.clone() };
        helm.call_watcher();
        Ok(subscriber)
    }

    /// A subscriber over a second connection, which all such subscribers of
    /// the client share: so that much that is published does not delay replies.
    /// It is made when the first of them is, by a thread of its own, and closed
    /// with the last.
    ///
    /// # Errors
    /// [`Error::Connect`] if the system has no thread left.
    pub fn separate_subscriber(&self) -> Result<Subscriber, Error> {
        let seat = Seat::beside(self.inner.helm.hub(), |side| start(side).map(drop));
        let seat = seat.map_err(|error| Error::Connect(error.into()))?;
        Ok(Subscriber { seat, _client: self.clone() })
    }
}

impl Subscriber {
    /// What becomes of messages when as many wait as may. Default
    /// [`WhenSlow::DropOldest`], since what is new is worth most.
    pub fn when_slow(self, policy: WhenSlow) -> Self {
        self.seat.set_policy(policy);
        self
    }

    /// Subscribes to channels. What is published from the server's
    /// confirmation on comes; the call waits for it.
    pub fn subscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::subscribe(Subscription::Channel, channels))
    }

    /// Subscribes to all channels whose names match one of these patterns, as
    /// [`subscribe`](Self::subscribe) does to channels.
    pub fn psubscribe(&self, patterns: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::subscribe(Subscription::Pattern, patterns))
    }

    /// Subscribes to shard channels, as [`subscribe`](Self::subscribe) does to
    /// channels. Those of one call must be of one slot of a cluster.
    pub fn ssubscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::subscribe(Subscription::Shard, channels))
    }

    /// Ends subscriptions to channels. What is published from then on does not
    /// come any more; what waits still does. The call waits for the server's
    /// confirmation if no other subscriber wants the channel.
    pub fn unsubscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::unsubscribe(Subscription::Channel, channels))
    }

    /// Ends subscriptions to patterns, as [`unsubscribe`](Self::unsubscribe)
    /// does those to channels.
    pub fn punsubscribe(&self, patterns: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::unsubscribe(Subscription::Pattern, patterns))
    }

    /// Ends subscriptions to shard channels, as [`unsubscribe`](Self::unsubscribe)
    /// does those to channels.
    pub fn sunsubscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::unsubscribe(Subscription::Shard, channels))
    }

    const fn call(&self, state: SubscriptionState) -> SubscriptionCall<'_> {
        SubscriptionCall { seat: &self.seat, timeout: None, state }
    }

    /// What comes within this time; `None` at the end. With no time at all,
    /// what is there already.
    ///
    /// # Errors
    /// Nothing came in time. It may be asked for again.
    pub fn next_timeout(&mut self, time: Duration) -> Result<Option<Incoming>, Elapsed> {
        let incoming = poll_fn(|context| self.seat.poll(context.waker()));
        park::wait(incoming, Instant::now() + time.min(FAR)).ok_or(Elapsed)
    }
}

/// Waits for what comes next, until the end.
impl Iterator for Subscriber {
    type Item = Incoming;

    fn next(&mut self) -> Option<Incoming> {
        self.next_timeout(Duration::MAX).ok().flatten()
    }
}

impl fmt::Debug for Subscriber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscriber").field("is_separate", &self.seat.is_beside()).finish_non_exhaustive()
    }
}

/// A change of a [`Subscriber`]'s subscriptions.
///
/// ```no_run
/// # fn example(subscriber: resp_net::blocking::Subscriber) -> Result<(), resp_net::Error> {
/// use core::time::Duration;
///
/// subscriber.subscribe(["news"]).timeout(Duration::from_millis(200)).call()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is subscribed to until it is called"]
pub struct SubscriptionCall<'a> {
    seat: &'a Seat<Stream>,
    timeout: Option<Duration>,
    state: SubscriptionState,
}

impl SubscriptionCall<'_> {
    /// Gives it this much time. Default: the client's
    /// [`call_timeout`](crate::ConfigBuilder::call_timeout).
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }

    /// Tells the server and waits for it to confirm.
    ///
    /// # Errors
    /// Those of a call. What was to be subscribed to then is not, unless it was
    /// before. What was to be ended is over all the same, and the server is told later.
    pub fn call(mut self) -> Result<(), Error> {
        let waker = park::waker();
        loop {
            if let Poll::Ready(outcome) = self.state.poll(self.seat, self.timeout, &waker) {
                return outcome;
            }
            // The watcher drives.
            park_until(self.seat.hub(), self.state.deadline());
        }
    }
}

impl fmt::Debug for SubscriptionCall<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubscriptionCall")
    }
}
