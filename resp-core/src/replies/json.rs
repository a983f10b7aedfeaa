//! What the commands for JSON documents answer.

use alloc::string::String;
use alloc::vec::Vec;

use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::number;
use crate::replies::without_strings;

/// The type of a JSON value.
///
/// ```
/// use resp_core::replies::{JsonType, JsonTypes};
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(resp2) = decoder.decode(b"*1\r\n$6\r\nstring\r\n")? else { panic!() };
/// assert_eq!(JsonTypes::from_reply(resp2).unwrap(), [JsonType::String]);
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(resp3) = decoder.decode(b"*1\r\n*1\r\n$6\r\nstring\r\n")? else { panic!() };
/// assert_eq!(JsonTypes::from_reply(resp3).unwrap(), [JsonType::String]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonType {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer,
    /// Any other number.
    Number,
    /// A string.
    String,
    /// An object.
    Object,
    /// An array.
    Array,
}

/// A marker for the types of what a path matches, which come as `Vec<JsonType>`.
/// In RESP3 they stand one level deeper than in RESP2.
#[derive(Debug)]
pub struct JsonTypes;

/// A marker for the numbers that a path matches, which come as
/// `Vec<Option<f64>>`. In RESP2 they are JSON text, in RESP3 an array.
///
/// ```
/// use resp_core::replies::JsonNumbers;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(resp2) = decoder.decode(b"$10\r\n[null,4.5]\r\n")? else { panic!() };
/// assert_eq!(JsonNumbers::from_reply(resp2).unwrap(), [None, Some(4.5)]);
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(resp3) = decoder.decode(b"*2\r\n_\r\n,4.5\r\n")? else { panic!() };
/// assert_eq!(JsonNumbers::from_reply(resp3).unwrap(), [None, Some(4.5)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct JsonNumbers;

/// Where a value stands in an array.
///
/// ```
/// use resp_core::replies::ArrayIndex;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*3\r\n:2\r\n:-1\r\n$-1\r\n")? else { panic!() };
/// let found = Vec::<ArrayIndex>::from_reply(reply).unwrap();
/// assert_eq!(found, [ArrayIndex::At(2), ArrayIndex::NotFound, ArrayIndex::NoArray]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrayIndex {
    /// At this index, counted from zero.
    At(u64),
    /// Nowhere in the array.
    NotFound,
    /// What the path matches is no array.
    NoArray,
}

without_strings!(JsonType, JsonTypes, JsonNumbers, ArrayIndex);

impl FromReply for JsonType {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(match String::from_reply(frame)?.as_str() {
            "null" => Self::Null,
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "object" => Self::Object,
            "array" => Self::Array,
            _ => return Err(ConvertError::text("type of JSON")),
        })
    }
}

impl FromReply for JsonTypes {
    type Out = Vec<JsonType>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        // RESP3 puts the whole answer of RESP2 into an array of one.
        let mut outer = frame.children();
        let answer = match (frame.kind(), outer.next()) {
            (Kind::Array, Some(inner))
                if frame.len() == 1 && matches!(inner.kind(), Kind::Array | Kind::Null) =>
            {
                inner
            }
            _ => frame,
        };
        match answer.kind() {
            Kind::Array | Kind::Null => Vec::<JsonType>::from_reply(answer),
            _ => JsonType::from_reply(answer).map(|one| [one].into()),
        }
    }
}

impl FromReply for JsonNumbers {
    type Out = Vec<Option<f64>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Array => Vec::<Option<f64>>::from_reply(frame),
            Kind::Null | Kind::Integer | Kind::Double => Ok([Option::<f64>::from_reply(frame)?].into()),
            _ => parse(&String::from_reply(frame)?).ok_or_else(|| ConvertError::text("JSON numbers")),
        }
    }
}

/// A JSON array of numbers and nulls, or one of them alone.
fn parse(text: &str) -> Option<Vec<Option<f64>>> {
    let text = text.trim();
    let list = match text.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?.trim(),
        None => text,
    };
    if list.is_empty() {
        return (text != list).then(Vec::new);
    }
    let number = |word: &str| match word.trim() {
        "null" => Some(None),
        word => number::parse_double(word.as_bytes()).map(Some),
    };
    list.split(',').map(number).collect()
}

impl FromReply for ArrayIndex {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match Option::<i64>::from_reply(frame)? {
            None => Ok(Self::NoArray),
            Some(-1) => Ok(Self::NotFound),
            Some(index) => {
                u64::try_from(index).map(Self::At).map_err(|_| ConvertError::text("index of an array"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn types_of_both_versions() {
        use JsonType::{Array, Boolean, Integer, Null, Number, Object, String};
        for (wire, expected) in [
            // RESP2: a path with `$`, one without, no key.
            ("*2\r\n$7\r\ninteger\r\n$7\r\nboolean\r\n", &[Integer, Boolean][..]),
            ("$6\r\nobject\r\n", &[Object]),
            ("$-1\r\n", &[]),
            ("*0\r\n", &[]),
            // RESP3.
            (
                "*1\r\n*5\r\n+null\r\n+number\r\n+string\r\n+object\r\n+array\r\n",
                &[Null, Number, String, Object, Array],
            ),
            ("*1\r\n$6\r\nobject\r\n", &[Object]),
            ("*1\r\n_\r\n", &[]),
            ("*1\r\n*0\r\n", &[]),
        ] {
            assert_eq!(decode::<JsonTypes>(wire).as_deref(), Ok(expected), "{wire}");
        }
        let error = decode::<JsonTypes>("*1\r\n*1\r\n+date\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0]: expected type of JSON, found other text");
    }

    #[test]
    fn numbers_of_both_versions() {
        for (wire, expected) in [
            ("$13\r\n[null,4,7.25]\r\n", &[None, Some(4.0), Some(7.25)][..]),
            ("$2\r\n[]\r\n", &[]),
            ("$4\r\n-1e3\r\n", &[Some(-1000.0)]),
            ("$4\r\nnull\r\n", &[None]),
            ("*3\r\n_\r\n:4\r\n,7.25\r\n", &[None, Some(4.0), Some(7.25)]),
            ("*0\r\n", &[]),
            (":4\r\n", &[Some(4.0)]),
            ("_\r\n", &[None]),
        ] {
            assert_eq!(decode::<JsonNumbers>(wire).as_deref(), Ok(expected), "{wire}");
        }
        for wrong in ["$1\r\n[\r\n", "$0\r\n\r\n", "$4\r\n[,1]\r\n", "$6\r\n[true]\r\n", "$2\r\n1]\r\n"] {
            let error = decode::<JsonNumbers>(wrong).unwrap_err();
            assert_eq!(error.to_string(), "reply: expected JSON numbers, found other text", "{wrong}");
        }
    }

    #[test]
    fn indexes() {
        let found = decode::<Vec<ArrayIndex>>("*3\r\n:0\r\n:-1\r\n_\r\n").unwrap();
        assert_eq!(found, [ArrayIndex::At(0), ArrayIndex::NotFound, ArrayIndex::NoArray]);
        let error = decode::<ArrayIndex>(":-2\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply: expected index of an array, found other text");
    }
}
