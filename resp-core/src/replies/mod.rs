//! What commands answer, where it is more than a value or a list of them. Each
//! type is decoded from RESP2 and RESP3 alike.

mod acl;
mod bitmaps;
mod clients;
mod cluster;
mod connection;
mod elements;
mod generic;
mod geo;
mod hashes;
mod json;
mod key_type;
mod lists;
mod probabilistic;
mod scan;
mod scripting;
mod search;
mod sentinel;
mod server;
mod sorted_sets;
mod stream_full;
mod stream_id;
mod stream_info;
mod streams;
mod strings;
mod time;
mod time_series;
mod vector_sets;

pub use self::acl::*;
pub use self::bitmaps::*;
pub use self::clients::*;
pub use self::cluster::*;
pub use self::connection::*;
pub use self::generic::*;
pub use self::geo::*;
pub use self::hashes::*;
pub use self::json::*;
pub use self::key_type::*;
pub use self::lists::*;
pub use self::probabilistic::*;
pub use self::scan::*;
pub use self::scripting::*;
pub use self::search::*;
pub use self::sentinel::*;
pub use self::server::*;
pub use self::sorted_sets::*;
pub use self::stream_full::*;
pub use self::stream_id::*;
pub use self::stream_info::*;
pub use self::streams::*;
pub use self::strings::*;
pub(crate) use self::time::counted;
pub use self::time::{Millis, Seconds};
pub use self::time_series::*;
pub use self::vector_sets::*;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;

/// Types that hold strings of the caller's data: [`text`](crate::Command::text)
/// and its like reach them.
macro_rules! with_strings {
    ($($name:ident),* $(,)?) => {$(
        impl<S: $crate::convert::HasStrings> $crate::convert::HasStrings for $name<S>
        where
            $name<S::Text>: $crate::convert::FromReply,
            $name<S::Lossy>: $crate::convert::FromReply,
        {
            type Text = $name<S::Text>;
            type Lossy = $name<S::Lossy>;
            type With<T> = $name<S::With<T>>;
        }
    )*};
}

/// Types that hold none: they stay what they are.
macro_rules! without_strings {
    ($($name:ty),* $(,)?) => {$(
        impl $crate::convert::HasStrings for $name {
            type Text = Self;
            type Lossy = Self;
            type With<T> = Self;
        }
    )*};
}

pub(crate) use {with_strings, without_strings};

/// The fields of a reply that is a map, or in RESP2 a list of alternating names
/// and values.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields<'buf>(Frame<'buf>);

impl<'buf> Fields<'buf> {
    /// Those of `frame`, which is to be a `what`.
    pub(crate) fn of(frame: Frame<'buf>, what: &'static str) -> Result<Self, ConvertError> {
        match frame.kind() {
            Kind::Map => Ok(Self(frame)),
            Kind::Array if frame.len().is_multiple_of(2) => Ok(Self(frame)),
            Kind::Array => Err(ConvertError::len(what, frame.len())),
            _ => Err(ConvertError::kind(what, frame)),
        }
    }

    /// The value of a field as it is.
    pub(crate) fn get(&self, name: &str) -> Option<Frame<'buf>> {
        self.entry(name).map(|(_, value)| value)
    }

    /// The value of a field that must be there.
    pub(crate) fn required<T: FromReply>(&self, name: &'static str) -> Result<T::Out, ConvertError> {
        let (key, value) = self.entry(name).ok_or_else(|| ConvertError::missing(name))?;
        T::from_reply(value).map_err(|error| error.at_entry(key))
    }

    /// The value of a field; `None` if it is not there or null.
    pub(crate) fn optional<T: FromReply>(&self, name: &'static str) -> Result<Option<T::Out>, ConvertError> {
        match self.entry(name) {
            Some((key, value)) if !value.is_null() => {
                T::from_reply(value).map(Some).map_err(|error| error.at_entry(key))
            }
            _ => Ok(None),
        }
    }

    /// All of them in their order.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Frame<'buf>, Frame<'buf>)> {
        self.0.entries()
    }

    fn entry(&self, name: &str) -> Option<(Frame<'buf>, Frame<'buf>)> {
        self.each().find(|(key, _)| key.as_bytes() == Some(name.as_bytes()))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::decoder::{Decoder, Progress};
    use alloc::string::ToString;

    /// A whole reply as `T`, for the tests of each type.
    pub(crate) fn decode<T: FromReply>(wire: &str) -> Result<T::Out, ConvertError> {
        let mut decoder = Decoder::new();
        let Ok(Progress::Frame(frame)) = decoder.decode(wire.as_bytes()) else { panic!("{wire}") };
        T::from_reply(frame)
    }

    #[test]
    fn fields_of_both_versions() {
        for wire in ["*4\r\n$1\r\na\r\n:1\r\n$1\r\nb\r\n*-1\r\n", "%2\r\n$1\r\na\r\n:1\r\n$1\r\nb\r\n_\r\n"] {
            let mut decoder = Decoder::new();
            let Ok(Progress::Frame(frame)) = decoder.decode(wire.as_bytes()) else { panic!("{wire}") };
            let fields = Fields::of(frame, "test").unwrap();
            assert_eq!(fields.required::<i64>("a"), Ok(1));
            assert_eq!(fields.optional::<i64>("b"), Ok(None));
            assert_eq!(fields.optional::<i64>("c"), Ok(None));
            assert_eq!(
                fields.required::<i64>("c").unwrap_err().to_string(),
                "reply.c: expected a value, found nothing"
            );
        }
    }
}
