//! What filters and sketches answer.

mod filters;
mod sketches;
#[cfg(test)]
mod tests;

pub use filters::{BloomInfo, CuckooInfo, FilterChunk, FilterInsert};
pub use sketches::{CountMinInfo, TDigestInfo, TDigestRank, TopKInfo};

use core::marker::PhantomData;

use super::with_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;

/// A marker for one value of `T` that comes within a list of one, or in RESP3
/// under its name in a map.
#[derive(Debug)]
pub struct SingleValue<T>(PhantomData<fn() -> T>);

impl<T: FromReply> FromReply for SingleValue<T> {
    type Out = T::Out;

    fn from_reply(frame: Frame<'_>) -> Result<T::Out, ConvertError> {
        let value = match frame.kind() {
            Kind::Map => frame.entries().next().map(|(_, value)| value),
            Kind::Array => frame.children().last(),
            _ => Some(frame),
        };
        T::from_reply(value.ok_or_else(|| ConvertError::len("one value", 0))?)
    }
}

with_strings!(SingleValue);

/// A struct of numbers that come by name.
macro_rules! numbers {
    ($(#[$about:meta])* $name:ident, $what:literal {
        $($(#[$field_about:meta])* $field:ident: $type:ty = $key:literal,)*
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$field_about])* pub $field: $type,)*
        }

        impl FromReply for $name {
            type Out = Self;

            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                let fields = Fields::of(frame, $what)?;
                Ok(Self { $($field: fields.required::<$type>($key)?,)* })
            }
        }
    };
}
use numbers;
