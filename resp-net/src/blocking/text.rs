//! A client that reads all strings as text.

use alloc::string::String;

use resp_core::replies::ScanPage;
use resp_core::{AsText, Command, FromReply, HasStrings, Plain, Shareable, TextBatch, ToArg, ToArgs};

use super::{Client, ConsumerIter, On, PipelineCall, ScanIter, TransactionCall};
use crate::text::text_client;

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

text_client!(ScanIter, ConsumerIter);
