//! A client that reads all strings as text.

use alloc::string::String;

use resp_core::replies::ScanPage;
use resp_core::{AsText, Command, FromReply, HasStrings, Plain, Shareable, TextBatch, ToArg, ToArgs};

use super::{Client, ConsumerStream, On, PipelineCall, ScanStream, TransactionCall};
use crate::text::text_client;

/// A [`Client`] whose replies have their strings decoded as text: where it
/// answers `Bytes`, this one answers `String`, and bytes that are not UTF-8 are an
/// error. It is the same connection; see [`Client::decode_responses`].
///
/// ```no_run
/// # async fn example() -> Result<(), resp_net::Error> {
/// let client = resp_net::Client::connect("redis://localhost").await?.decode_responses();
/// client.set("greeting", "hello").await?;
/// let greeting: Option<String> = client.get("greeting").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct TextClient {
    client: Client,
}

/// A command bound to a [`TextClient`]: the future of its result.
pub type TextCall<'a, R, K = Plain> = Command<R, K, AsText<On<'a>>>;

text_client!(ScanStream, ConsumerStream);
