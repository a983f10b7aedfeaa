//! Rust values to arguments, replies to Rust values.

mod error;
mod from_reply;
#[cfg(test)]
mod tests;
mod to_arg;

pub use error::{ConvertError, ReplyError, ServerError};
pub(crate) use from_reply::decode;
pub use from_reply::{FromReply, HasStrings, Pairs};
pub use to_arg::{Arg, ToArg, ToArgs, ToPairs};
