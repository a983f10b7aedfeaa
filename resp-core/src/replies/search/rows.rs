//! What FT.AGGREGATE and FT.CURSOR READ answer.

use alloc::string::String;
use alloc::vec::Vec;

use bytes::Bytes;

use super::warnings;
use crate::convert::{ConvertError, FromReply, HasStrings, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::Fields;
use crate::reply::Reply;

/// The rows that an aggregation made.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::AggregateValue};
///
/// let command = cmd::ft_aggregate("books", "*").load("@year").text();
/// let mut decoder = Decoder::new();
/// let wire = b"*2\r\n:1\r\n*2\r\n$4\r\nyear\r\n$4\r\n1965\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let found = command.decode(reply).unwrap();
/// assert_eq!(found.rows[0], [("year".to_string(), AggregateValue::One("1965".to_string()))]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AggregateResults<K = Bytes, V = Bytes> {
    /// What the server counted; not how many rows there are, and without
    /// `with_count` hardly more than a guess.
    pub total: u64,
    /// Names and values of each row.
    pub rows: Vec<Vec<(K, AggregateValue<V>)>>,
    /// Why the result may lack something, such as a time-out; never in RESP2.
    pub warnings: Vec<String>,
}

/// A value of a row.
///
/// ```
/// use resp_core::replies::AggregateValue;
///
/// let value = AggregateValue::One("1965");
/// assert_eq!(value.one(), Some(&"1965"));
/// assert_eq!(AggregateValue::Many(vec!["a", "b"]).many(), ["a", "b"]);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AggregateValue<V = Bytes> {
    /// None: the document lacks it.
    Null,
    /// A text or number.
    One(V),
    /// A list, as reducers such as TOLIST make.
    Many(Vec<V>),
    /// Anything else, such as lists within lists.
    Other(Reply),
}

impl<V> AggregateValue<V> {
    /// The value, if it is one.
    pub const fn one(&self) -> Option<&V> {
        match self {
            Self::One(value) => Some(value),
            _ => None,
        }
    }

    /// The values of a list, or the one.
    pub fn many(&self) -> &[V] {
        match self {
            Self::One(value) => core::slice::from_ref(value),
            Self::Many(values) => values,
            Self::Null | Self::Other(_) => &[],
        }
    }
}

impl<V: FromReply> FromReply for AggregateValue<V> {
    type Out = AggregateValue<V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let is_one = |frame: &Frame<'_>| !frame.kind().is_aggregate() && !frame.is_null();
        Ok(match frame.kind() {
            _ if frame.is_null() => AggregateValue::Null,
            _ if is_one(&frame) => AggregateValue::One(V::from_reply(frame)?),
            Kind::Array | Kind::Set if frame.children().all(|child| is_one(&child)) => {
                AggregateValue::Many(Vec::<V>::from_reply(frame)?)
            }
            _ => AggregateValue::Other(frame.to_reply()),
        })
    }
}

/// The rows of `frame`: each a map, or in RESP3 a map that has it under a name.
pub(super) fn rows<'buf, K: FromReply, V: FromReply>(
    frames: impl Iterator<Item = (usize, Frame<'buf>)>,
) -> Result<Rows<K::Out, V::Out>, ConvertError> {
    let row = |(index, frame)| {
        let fields = named_row(frame).unwrap_or(frame);
        Pairs::<K, AggregateValue<V>>::from_reply(fields).map_err(|error| error.at_index(index))
    };
    frames.map(row).collect()
}

type Rows<K, V> = Vec<Vec<(K, AggregateValue<V>)>>;

fn named_row(frame: Frame<'_>) -> Option<Frame<'_>> {
    if frame.kind() != Kind::Map {
        return None;
    }
    let is_row = |key: &Frame<'_>| key.as_bytes() == Some(b"extra_attributes");
    frame.entries().find(|(key, _)| is_row(key)).map(|(_, row)| row)
}

impl<K: FromReply, V: FromReply> FromReply for AggregateResults<K, V> {
    type Out = AggregateResults<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Map => {
                let fields = Fields::of(frame, "aggregation")?;
                let results = fields.get("results");
                Ok(AggregateResults {
                    total: fields.required::<u64>("total_results")?,
                    rows: rows::<K, V>(results.iter().flat_map(Frame::children).enumerate())?,
                    warnings: warnings(&fields)?,
                })
            }
            Kind::Array => {
                let mut children = frame.children().enumerate();
                let (_, total) = children.next().ok_or_else(|| ConvertError::len("aggregation", 0))?;
                let total = u64::from_reply(total).map_err(|error| error.at_index(0))?;
                Ok(AggregateResults { total, rows: rows::<K, V>(children)?, warnings: Vec::new() })
            }
            _ => Err(ConvertError::kind("aggregation", frame)),
        }
    }
}

/// Rows of an aggregation, and where to read on.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::ft_cursor_read("books", 42);
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n*1\r\n:0\r\n:0\r\n")? else { panic!() };
/// let page = command.decode(reply).unwrap();
/// assert!(page.results.rows.is_empty());
/// assert_eq!(page.cursor, None);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AggregatePage<K = Bytes, V = Bytes> {
    /// The rows; the total is that of the first page.
    pub results: AggregateResults<K, V>,
    /// What to read on with; `None` if that was all.
    pub cursor: Option<u64>,
}

impl<K: FromReply, V: FromReply> FromReply for AggregatePage<K, V> {
    type Out = AggregatePage<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        // RESP3 may have a third element, a profile.
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("rows and cursor", frame));
        }
        let mut children = frame.children();
        let (Some(results), Some(cursor)) = (children.next(), children.next()) else {
            return Err(ConvertError::len("rows and cursor", frame.len()));
        };
        let results = AggregateResults::<K, V>::from_reply(results).map_err(|error| error.at_index(0))?;
        let cursor = u64::from_reply(cursor).map_err(|error| error.at_index(1))?;
        Ok(AggregatePage { results, cursor: Some(cursor).filter(|&cursor| cursor != 0) })
    }
}

/// Of rows, text is read everywhere and other types in the values only.
macro_rules! rows_with_strings {
    ($($name:ident),*) => {$(
        impl<K: HasStrings, V: HasStrings> HasStrings for $name<K, V> {
            type Text = $name<K::Text, V::Text>;
            type Lossy = $name<K::Lossy, V::Lossy>;
            type With<T> = $name<K, V::With<T>>;
        }
    )*};
}
pub(super) use rows_with_strings;

rows_with_strings!(AggregateResults, AggregatePage);

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    type Text = AggregateResults<String, String>;

    #[test]
    fn rows_of_both_versions() {
        let tags = AggregateValue::Many(Vec::from(["x".into(), "y".into()]));
        let first = Vec::from([("n".into(), AggregateValue::One("7".into())), ("tags".into(), tags)]);
        let second = Vec::from([("n".into(), AggregateValue::Null)]);
        let expected: Text =
            AggregateResults { total: 2, rows: Vec::from([first, second]), warnings: Vec::new() };
        let resp2 = "*3\r\n:2\r\n*4\r\n$1\r\nn\r\n$1\r\n7\r\n$4\r\ntags\r\n*2\r\n$1\r\nx\r\n$1\r\ny\r\n*2\r\n$1\r\nn\r\n$-1\r\n";
        assert_eq!(read::<Text>(resp2), Ok(expected.clone()));
        let resp3 = "%5\r\n+attributes\r\n*0\r\n+warning\r\n*0\r\n+total_results\r\n:2\r\n+format\r\n+STRING\r\n\
            +results\r\n*2\r\n%2\r\n+extra_attributes\r\n%2\r\n$1\r\nn\r\n$1\r\n7\r\n$4\r\ntags\r\n*2\r\n$1\r\nx\r\n$1\r\ny\r\n+values\r\n*0\r\n\
            %2\r\n+extra_attributes\r\n%1\r\n$1\r\nn\r\n_\r\n+values\r\n*0\r\n";
        assert_eq!(read::<Text>(resp3), Ok(expected));
    }

    #[test]
    fn lists_within_lists_are_kept_as_they_are() {
        let found = read::<Text>("*2\r\n:1\r\n*2\r\n$1\r\na\r\n*1\r\n*1\r\n:1\r\n").unwrap();
        let AggregateValue::Other(other) = &found.rows[0][0].1 else { panic!("{found:?}") };
        assert_eq!(other.frame().len(), 1);
        assert!(found.rows[0][0].1.many().is_empty() && found.rows[0][0].1.one().is_none());
    }

    #[test]
    fn pages_until_the_cursor_is_zero() {
        type Numbers = <AggregatePage as HasStrings>::With<i64>;
        let resp2 = "*2\r\n*2\r\n:9\r\n*2\r\n$1\r\nn\r\n$1\r\n7\r\n:42\r\n";
        let page = read::<Numbers>(resp2).unwrap();
        assert_eq!((page.results.rows[0][0].1.one(), page.cursor), (Some(&7), Some(42)));
        let resp3 = "*2\r\n%2\r\n+total_results\r\n:0\r\n+results\r\n*0\r\n:0\r\n";
        let page = read::<Numbers>(resp3).unwrap();
        assert_eq!((page.results.rows.len(), page.cursor), (0, None));
        assert_eq!(
            read::<Numbers>("*1\r\n*0\r\n").unwrap_err(),
            "reply: expected rows and cursor, found 1 elements"
        );
        assert_eq!(
            read::<Numbers>("*2\r\n*0\r\n:0\r\n").unwrap_err(),
            "reply[0]: expected aggregation, found 0 elements"
        );
    }

    #[test]
    fn other_shapes_are_errors() {
        for (wire, error) in [
            ("*2\r\n:1\r\n:5\r\n", "reply[1]: expected map, found integer"),
            ("+OK\r\n", "reply: expected aggregation, found simple string"),
            ("%0\r\n", "reply.total_results: expected a value, found nothing"),
        ] {
            assert_eq!(read::<Text>(wire).unwrap_err(), error);
        }
    }
}
