//! Rust values to arguments, replies to Rust values.

#[cfg(feature = "serde")]
mod arg_error;
#[cfg(feature = "derive")]
pub mod derive;
#[cfg(feature = "serde")]
mod deserialize;
mod error;
mod from_reply;
#[cfg(feature = "json")]
mod json;
#[cfg(any(feature = "derive", feature = "serde"))]
mod levels;
mod lists;
mod maps;
mod scalars;
#[cfg(feature = "serde")]
mod serialize;
#[cfg(feature = "serde")]
mod serialize_value;
mod strings;
#[cfg(test)]
mod tests;
mod to_arg;
mod tuples;

#[cfg(feature = "serde")]
pub use arg_error::ArgError;
#[cfg(feature = "serde")]
pub use deserialize::{Serde, from_frame};
pub use error::{ConvertError, ReplyError, ServerError};
pub use from_reply::{FromReply, HasStrings};
pub(crate) use from_reply::{decode, decode_owned};
#[cfg(feature = "json")]
pub use json::Json;
pub use lists::Collect;
pub use maps::{CollectPairs, Pairs};
#[cfg(feature = "serde")]
pub use serialize::{FieldList, to_pairs};
pub use strings::Lossy;
pub use to_arg::{Arg, ToArg, ToArgs, ToPairs};

/// The traits without the derive macros of their names, for a crate that exports
/// macros of its own beside them.
#[doc(hidden)]
pub mod traits {
    pub use super::{FromReply, ToArg, ToArgs};
}
