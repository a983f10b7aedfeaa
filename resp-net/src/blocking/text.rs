//! A client that reads all strings as text.

use alloc::string::String;

use resp_core::replies::ScanPage;
use resp_core::{AsText, Command, FromReply, HasStrings, Plain, Shareable, TextBatch, ToArg, ToArgs};

use super::{Client, ConsumerIter, On, PipelineCall, ScanIter, TransactionCall};

/// A [`Client`] whose replies have their strings decoded as text: where it
/// answers `Bytes`, this one answers `String`, and bytes that are not UTF-8 are an
/// error. It is the same connection; see [`Client::decode_responses`].
///
/// ```no_run
/// # fn example() -> Result<(), resp_net::Error> {
/// let client = resp_net::blocking::Client::connect("redis://localhost")?.decode_responses();
/// client.set("greeting", "hello").call()?;
/// let greeting: Option<String> = client.get("greeting").call()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TextClient {
    client: Client,
}

/// A command bound to a [`TextClient`]; [`call`](Command::call) runs it.
pub type TextCall<'a, R, K = Plain> = Command<R, K, AsText<On<'a>>>;

impl Client {
    /// The same client, with the strings of all replies decoded as text.
    #[must_use]
    pub fn decode_responses(&self) -> TextClient {
        TextClient { client: self.clone() }
    }
}

impl TextClient {
    /// The client that leaves strings as bytes.
    #[must_use]
    pub const fn client(&self) -> &Client {
        &self.client
    }

    /// Runs any command; see [`Client::send`].
    #[inline]
    pub fn send<R: HasStrings, K: Shareable>(&self, command: Command<R, K>) -> TextCall<'_, R, K> {
        command.on(AsText(self.client.on()))
    }

    /// Runs several commands together; see [`Client::pipeline`].
    pub fn pipeline<B: TextBatch>(&self, batch: B) -> PipelineCall<'_, B::Text> {
        self.client.pipeline(batch.text())
    }

    /// Runs several commands between MULTI and EXEC; see [`Client::transaction`].
    pub fn transaction<B: TextBatch>(&self, batch: B) -> TransactionCall<'_, B::Text> {
        self.client.transaction(batch.text())
    }

    /// Every item of a scan, as text; see [`Client::iterate`].
    pub fn iterate<T, K>(&self, scan: Command<ScanPage<T>, K>) -> ScanIter<'_, T::Text, K>
    where
        T: HasStrings<Text: FromReply<Out: IntoIterator>, Lossy: FromReply>,
        K: Shareable,
    {
        self.client.iterate(scan.text())
    }

    /// The entries of streams for a consumer of a group, as text; see
    /// [`Client::consume`].
    pub fn consume(
        &self,
        group: impl ToArg,
        consumer: impl ToArg,
        streams: impl ToArgs,
    ) -> ConsumerIter<'_, String> {
        self.client.consume(group, consumer, streams).text()
    }
}
