//! What is published, as a stream.

use core::convert::Infallible;
use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll};
use core::time::Duration;

use futures_core::Stream as IncomingStream;

use super::Client;
use crate::driver::pubsub::call::SubscriptionState;
use crate::driver::pubsub::{Incoming, Seat, WhenSlow};
use crate::driver::tokio::{Stream, start};
use crate::error::Error;
use crate::session::Subscription;

/// Subscriptions of one receiver, and the stream of what comes to them; see
/// [`Client::subscriber`].
///
/// Any number of subscribers share a connection: the server is told only of
/// the first one of a channel and of the last. Dropping a subscriber ends its
/// subscriptions.
///
/// When the connection is lost, all subscriptions are renewed on the next one,
/// before any call is sent there, and a [`Gap`](Incoming::Gap) stands in the
/// stream where messages may be missing. As many messages wait as
/// [`push_queue`](crate::ConfigBuilder::push_queue) says, and 1 KiB for each of
/// them on average; beyond that [`WhenSlow`] decides. A slow subscriber holds up
/// neither calls nor other subscribers.
///
/// The stream ends with its client's connection: when the client is closed. A
/// subscriber keeps that open, as a clone of the client does.
///
/// ```no_run
/// # async fn example(client: resp_net::Client) -> Result<(), resp_net::Error> {
/// use resp_net::{Incoming, WhenSlow};
///
/// let mut subscriber = client.subscriber().when_slow(WhenSlow::DropNewest);
/// subscriber.subscribe(["news", "weather"]).await?;
/// subscriber.psubscribe(["alarm.*"]).await?;
/// while let Some(incoming) = subscriber.next().await {
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
    /// # Panics
    /// As [`separate_subscriber`](Self::separate_subscriber), where it is one.
    pub fn subscriber(&self) -> Subscriber {
        if self.inner.hub.has_pushes() {
            Subscriber { seat: Seat::at(&self.inner.hub), _client: self.clone() }
        } else {
            self.separate_subscriber()
        }
    }

    /// A subscriber over a second connection, which all such subscribers of
    /// the client share: so that much that is published does not delay replies.
    /// It is made when the first of them is, and closed with the last.
    ///
    /// # Panics
    /// Outside of a tokio runtime that has input, output and time enabled.
    pub fn separate_subscriber(&self) -> Subscriber {
        let Ok(seat) = Seat::beside(&self.inner.hub, |side| {
            start(side);
            Ok::<_, Infallible>(())
        });
        Subscriber { seat, _client: self.clone() }
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
    /// confirmation on comes; it is awaited.
    ///
    /// # Errors
    /// Those of a call. Then it is subscribed to none of these which it was not
    /// subscribed to before.
    pub fn subscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::subscribe(Subscription::Channel, channels))
    }

    /// Subscribes to all channels whose names match one of these patterns, as
    /// [`subscribe`](Self::subscribe) does to channels.
    ///
    /// # Errors
    /// As with [`subscribe`](Self::subscribe).
    pub fn psubscribe(&self, patterns: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::subscribe(Subscription::Pattern, patterns))
    }

    /// Subscribes to shard channels, as [`subscribe`](Self::subscribe) does to
    /// channels. Those of one call must be of one slot of a cluster.
    ///
    /// # Errors
    /// As with [`subscribe`](Self::subscribe).
    pub fn ssubscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::subscribe(Subscription::Shard, channels))
    }

    /// Ends subscriptions to channels. What is published from the first poll
    /// on does not come any more; what waits still does. The server's
    /// confirmation is awaited if no other subscriber wants the channel.
    ///
    /// # Errors
    /// Those of a call; the subscriptions are over all the same, and the server
    /// is told later.
    pub fn unsubscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::unsubscribe(Subscription::Channel, channels))
    }

    /// Ends subscriptions to patterns, as [`unsubscribe`](Self::unsubscribe)
    /// does those to channels.
    ///
    /// # Errors
    /// As with [`unsubscribe`](Self::unsubscribe).
    pub fn punsubscribe(&self, patterns: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::unsubscribe(Subscription::Pattern, patterns))
    }

    /// Ends subscriptions to shard channels, as [`unsubscribe`](Self::unsubscribe)
    /// does those to channels.
    ///
    /// # Errors
    /// As with [`unsubscribe`](Self::unsubscribe).
    pub fn sunsubscribe(&self, channels: impl IntoIterator<Item: AsRef<[u8]>>) -> SubscriptionCall<'_> {
        self.call(SubscriptionState::unsubscribe(Subscription::Shard, channels))
    }

    const fn call(&self, state: SubscriptionState) -> SubscriptionCall<'_> {
        SubscriptionCall { seat: &self.seat, timeout: None, state }
    }

    /// What comes next; `None` at the end.
    ///
    /// # Cancellation
    /// Nothing is lost by it.
    pub async fn next(&mut self) -> Option<Incoming> {
        poll_fn(|context| self.seat.poll(context.waker())).await
    }
}

impl IncomingStream for Subscriber {
    type Item = Incoming;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Incoming>> {
        self.seat.poll(context.waker())
    }
}

impl fmt::Debug for Subscriber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Subscriber").field("is_separate", &self.seat.is_beside()).finish_non_exhaustive()
    }
}

/// A change of a [`Subscriber`]'s subscriptions, until the server confirms it.
///
/// # Cancellation
/// Subscriptions that were not confirmed are undone. Those to be ended are
/// over, and the server is told.
///
/// ```no_run
/// # async fn example(subscriber: resp_net::Subscriber) -> Result<(), resp_net::Error> {
/// use core::time::Duration;
///
/// subscriber.subscribe(["news"]).timeout(Duration::from_millis(200)).await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is subscribed to until it is awaited"]
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
}

impl Future for SubscriptionCall<'_> {
    type Output = Result<(), Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let Self { seat, timeout, state } = self.get_mut();
        state.poll(seat, *timeout, context.waker())
    }
}

impl Drop for SubscriptionCall<'_> {
    fn drop(&mut self) {
        self.state.give_up(self.seat);
    }
}

impl fmt::Debug for SubscriptionCall<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SubscriptionCall")
    }
}
