//! Rust values to arguments, replies to Rust values.

mod error;
mod from_reply;
#[cfg(test)]
mod tests;
mod to_arg;

pub use error::{ConvertError, ReplyError, ServerError};
pub use from_reply::{FromReply, HasStrings, Pairs};
pub(crate) use from_reply::{decode, decode_owned};
pub use to_arg::{Arg, ToArg, ToArgs, ToPairs};
