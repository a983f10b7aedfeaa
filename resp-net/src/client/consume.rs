//! Entries of streams for a consumer of a group, as a stream.

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;
use core::future::poll_fn;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use resp_core::{FromReply, ToArg, ToArgs, cmd};
use tokio::time::{Sleep, sleep};

use super::{Call, Client};
use crate::consume::{Delivered, Read, Reading, consumer_options};
use crate::error::Error;

impl Client {
    /// The entries of streams as one consumer of a group is given them: first
    /// those that are pending for it from before, then new ones as they come, for
    /// ever. The group must be there: see [`xgroup_create`](Self::xgroup_create).
    ///
    /// An entry is pending until it is [acknowledged](ConsumerStream::ack); one that never
    /// is comes again when a consumer of this name begins anew. While it waits for
    /// entries it holds one of the client's
    /// [`max_dedicated`](crate::ConfigBuilder::max_dedicated) connections.
    ///
    /// An error does not end it, unless it is [`Error::Closed`]: the next entry is
    /// asked for again, and what was in a reply that was lost comes then. After
    /// errors in a row it first pauses, as before connecting again, so that a
    /// server that is away or a group that is missing makes no busy loop; who
    /// cannot mend the cause should leave. An entry that was given to a connection
    /// whose end the server has not noticed yet stays pending, for the next to
    /// begin under this name, or for `xautoclaim`.
    ///
    /// ```no_run
    /// # async fn example(client: resp_net::Client) -> Result<(), resp_net::Error> {
    /// let mut jobs = client.consume("workers", "ada", ["jobs"]).text();
    /// while let Some(delivered) = jobs.next().await {
    ///     let delivered = delivered?;
    ///     println!("{:?}", delivered.entry.get("task"));
    ///     jobs.ack(&delivered).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn consume(
        &self,
        group: impl ToArg,
        consumer: impl ToArg,
        streams: impl ToArgs,
    ) -> ConsumerStream<'_> {
        let reading = Reading::new(self.inner.hub.config(), &group, &consumer, &streams);
        ConsumerStream { client: self, reading, call: None, pause: None }
    }
}

/// The entries that a consumer is given; see [`Client::consume`].
///
/// # Cancellation
/// Nothing is lost by dropping [`next`](Self::next). Entries that were given to
/// the consumer and not shown when this is dropped are pending for it.
///
/// ```no_run
/// # async fn example(client: resp_net::Client) -> Result<(), resp_net::Error> {
/// let mut jobs = client.consume("workers", "ada", ["jobs", "urgent"]).count(100);
/// let first = jobs.next().await.transpose()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is read until it is awaited"]
pub struct ConsumerStream<'a, S: FromReply<Out = S> = Bytes> {
    client: &'a Client,
    reading: Reading<S>,
    /// The read under way.
    call: Option<Call<'a, Read<S>>>,
    /// What is waited for before the next read.
    pause: Option<Pin<Box<Sleep>>>,
}

impl<'a> ConsumerStream<'a> {
    /// Decodes fields and values as text. An entry that has other bytes is an
    /// error, which names its stream and id, and stays pending; those behind it
    /// come all the same.
    pub fn text(self) -> ConsumerStream<'a, String> {
        ConsumerStream { client: self.client, reading: self.reading.retyped(), call: None, pause: None }
    }
}

impl<'a, S: FromReply<Out = S>> ConsumerStream<'a, S> {
    consumer_options!('a);

    /// The next entry, or an error; `None` once the client is closed.
    pub async fn next(&mut self) -> Option<Result<Delivered<S>, Error>> {
        poll_fn(|context| self.poll_entry(context)).await
    }

    fn poll_entry(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Delivered<S>, Error>>> {
        loop {
            if let Some(entry) = self.reading.entry() {
                return Poll::Ready(Some(entry));
            }
            if let Some(pause) = self.reading.pause() {
                self.pause = Some(Box::pin(sleep(pause)));
            }
            if let Some(pause) = &mut self.pause {
                ready!(pause.as_mut().poll(context));
                self.pause = None;
            }
            if self.call.is_none() {
                self.call = self.reading.command().map(|read| self.client.send(read));
            }
            let Some(call) = &mut self.call else { return Poll::Ready(None) };
            let read = ready!(Pin::new(call).poll(context));
            self.call = None;
            if let Err(error) = self.reading.take(read) {
                return Poll::Ready(Some(Err(error)));
            }
        }
    }
}

impl<S: FromReply<Out = S>> Stream for ConsumerStream<'_, S> {
    type Item = Result<Delivered<S>, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_entry(context)
    }
}

impl<S: FromReply<Out = S>> Unpin for ConsumerStream<'_, S> {}

impl<S: FromReply<Out = S>> fmt::Debug for ConsumerStream<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConsumerStream")
    }
}
