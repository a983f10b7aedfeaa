//! What the clients that read all strings as text have in common.

/// What a `TextClient` can do, whose scans and consumers are of these types.
macro_rules! text_client {
    ($scan:ident, $consumer:ident) => {
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
            pub fn iterate<T, K>(&self, scan: Command<ScanPage<T>, K>) -> $scan<'_, T::Text, K>
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
            ) -> $consumer<'_, String> {
                self.client.consume(group, consumer, streams).text()
            }
        }
    };
}

pub(crate) use text_client;
