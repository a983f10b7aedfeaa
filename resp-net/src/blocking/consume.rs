//! Entries of streams for a consumer of a group, as an iterator.

use alloc::string::String;
use core::fmt;
use core::time::Duration;
use std::thread;

use bytes::Bytes;
use resp_core::{FromReply, ToArg, ToArgs, cmd};

use super::{Call, Client};
use crate::consume::{Delivered, Reading, consumer_options};
use crate::error::Error;

impl Client {
    /// The entries of streams as one consumer of a group is given them: first
    /// those that are pending for it from before, then new ones as they come, for
    /// ever. The group must be there: see [`xgroup_create`](Self::xgroup_create).
    ///
    /// An entry is pending until it is [acknowledged](ConsumerIter::ack); one that never
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
    /// # fn example(client: resp_net::blocking::Client) -> Result<(), resp_net::Error> {
    /// let mut jobs = client.consume("workers", "ada", ["jobs"]).text();
    /// while let Some(delivered) = jobs.next() {
    ///     let delivered = delivered?;
    ///     println!("{:?}", delivered.entry.get("task"));
    ///     jobs.ack(&delivered).call()?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn consume(&self, group: impl ToArg, consumer: impl ToArg, streams: impl ToArgs) -> ConsumerIter<'_> {
        let reading = Reading::new(self.config(), &group, &consumer, &streams);
        ConsumerIter { client: self, reading }
    }
}

/// The entries that a consumer is given; see [`Client::consume`].
/// Entries that were given to the consumer and not shown when this is dropped
/// are pending for it.
///
/// ```no_run
/// # fn example(client: resp_net::blocking::Client) -> Result<(), resp_net::Error> {
/// let mut jobs = client.consume("workers", "ada", ["jobs", "urgent"]).count(100);
/// let first = jobs.next().transpose()?;
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is read until its first entry is asked for"]
pub struct ConsumerIter<'a, S: FromReply<Out = S> = Bytes> {
    client: &'a Client,
    reading: Reading<S>,
}

impl<'a> ConsumerIter<'a> {
    /// Decodes fields and values as text. An entry that has other bytes is an
    /// error, which names its stream and id, and stays pending; those behind it
    /// come all the same.
    pub fn text(self) -> ConsumerIter<'a, String> {
        ConsumerIter { client: self.client, reading: self.reading.retyped() }
    }
}

impl<'a, S: FromReply<Out = S>> ConsumerIter<'a, S> {
    consumer_options!('a);
}

impl<S: FromReply<Out = S>> Iterator for ConsumerIter<'_, S> {
    type Item = Result<Delivered<S>, Error>;

    /// The next entry, or an error; `None` once the client is closed.
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.reading.entry() {
                return Some(entry);
            }
            if let Some(pause) = self.reading.pause() {
                thread::sleep(pause);
            }
            let read = self.client.send(self.reading.command()?).call();
            if let Err(error) = self.reading.take(read) {
                return Some(Err(error));
            }
        }
    }
}

impl<S: FromReply<Out = S>> fmt::Debug for ConsumerIter<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ConsumerIter")
    }
}
