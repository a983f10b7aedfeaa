//! A plain owned tree, for who likes to `match`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Deref;
use core::{fmt, slice};

use crate::frame::Frame;
use crate::marker::Kind;

/// A decoded value as an owned tree, which shares nothing with the input.
///
/// It costs an allocation per text and aggregate; `Frame` and `Reply` read the
/// same value with none or one. Attributes are left out, streamed values are
/// joined. Making, cloning, comparing, printing and dropping it take the same
/// stack whatever the depth.
///
/// ```
/// use resp_core::{Decoder, Progress, Value};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(frame) = decoder.decode(b"*2\r\n+a\r\n:1\r\n")? else { panic!() };
/// match frame.to_value() {
///     Value::Array(list) => assert_eq!(list[1], Value::Integer(1)),
///     other => panic!("{other:?}"),
/// }
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[allow(missing_docs, reason = "each variant is the data type of its name in the specification")]
pub enum Value {
    Null,
    SimpleString(Box<[u8]>),
    /// The whole line without the minus.
    SimpleError(Box<[u8]>),
    Integer(i64),
    BulkString(Box<[u8]>),
    BulkError(Box<[u8]>),
    Double(f64),
    Boolean(bool),
    /// Decimal digits with an optional sign.
    BigNumber(Box<[u8]>),
    Verbatim {
        format: [u8; 3],
        text: Box<[u8]>,
    },
    Array(List),
    Set(List),
    Push(List),
    /// Keys and values in turn, in the order of the wire; see [`List::pairs`].
    Map(List),
}

/// The values inside a [`Value`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct List(Vec<Value>);

impl List {
    /// Consecutive values two by two: the entries of a map.
    pub fn pairs(&self) -> impl ExactSizeIterator<Item = (&Value, &Value)> {
        self.0.chunks_exact(2).map(|pair| (&pair[0], &pair[1]))
    }

    /// The values as a vector.
    #[must_use]
    pub fn into_vec(mut self) -> Vec<Value> {
        core::mem::take(&mut self.0)
    }
}

impl Deref for List {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        &self.0
    }
}

impl FromIterator<Value> for List {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

impl Drop for List {
    fn drop(&mut self) {
        let mut pending = core::mem::take(&mut self.0);
        while let Some(value) = pending.pop() {
            if let Value::Array(mut list)
            | Value::Set(mut list)
            | Value::Push(mut list)
            | Value::Map(mut list) = value
            {
                pending.append(&mut list.0);
            }
        }
    }
}

impl Frame<'_> {
    /// Copies the value into a tree of its own; an attribute itself as a map.
    #[must_use]
    pub fn to_value(&self) -> Value {
        // It has as many values as it says, the decoder saw to that.
        build(self.without_attributes().map(|frame| match frame.kind() {
            kind if kind.is_aggregate() => Part::Aggregate(kind, frame.children().len()),
            _ => Part::Scalar(scalar(frame)),
        }))
    }
}

impl Value {
    /// What an aggregate is and holds.
    const fn as_list(&self) -> Option<(Kind, &List)> {
        match self {
            Self::Array(list) => Some((Kind::Array, list)),
            Self::Set(list) => Some((Kind::Set, list)),
            Self::Push(list) => Some((Kind::Push, list)),
            Self::Map(list) => Some((Kind::Map, list)),
            _ => None,
        }
    }

    /// This value and all it holds, each before what is inside it.
    fn walk(&self) -> impl Iterator<Item = &Self> {
        let mut whole = Some(self);
        let mut open: Vec<slice::Iter<'_, Self>> = Vec::new();
        core::iter::from_fn(move || {
            let value = loop {
                match whole.take().or_else(|| open.last_mut()?.next()) {
                    Some(value) => break value,
                    None => drop(open.pop()?),
                }
            };
            open.extend(value.as_list().map(|(_, list)| list.iter()));
            Some(value)
        })
    }

    /// What it is, without what is inside it.
    fn part(&self) -> Part {
        Part::Scalar(match self {
            Self::SimpleString(text) => Self::SimpleString(text.clone()),
            Self::SimpleError(text) => Self::SimpleError(text.clone()),
            Self::Integer(value) => Self::Integer(*value),
            Self::BulkString(text) => Self::BulkString(text.clone()),
            Self::BulkError(text) => Self::BulkError(text.clone()),
            Self::Double(value) => Self::Double(*value),
            Self::Boolean(value) => Self::Boolean(*value),
            Self::BigNumber(text) => Self::BigNumber(text.clone()),
            Self::Verbatim { format, text } => Self::Verbatim { format: *format, text: text.clone() },
            _ => match self.as_list() {
                Some((kind, list)) => return Part::Aggregate(kind, list.len()),
                None => Self::Null,
            },
        })
    }

    /// Whether both are equal but for what is inside them.
    fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::SimpleString(a), Self::SimpleString(b))
            | (Self::SimpleError(a), Self::SimpleError(b))
            | (Self::BulkString(a), Self::BulkString(b))
            | (Self::BulkError(a), Self::BulkError(b))
            | (Self::BigNumber(a), Self::BigNumber(b)) => a == b,
            (Self::Integer(a), Self::Integer(b)) => a == b,
            (Self::Double(a), Self::Double(b)) => a == b,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Verbatim { format: a, text: c }, Self::Verbatim { format: b, text: d }) => {
                (a, c) == (b, d)
            }
            _ => match (self.as_list(), other.as_list()) {
                (Some((a, c)), Some((b, d))) => (a, c.len()) == (b, d.len()),
                _ => matches!((self, other), (Self::Null, Self::Null)),
            },
        }
    }

    fn fmt_scalar(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, text) = match self {
            Self::SimpleString(text) => ("SimpleString", text),
            Self::SimpleError(text) => ("SimpleError", text),
            Self::Integer(value) => return write!(f, "Integer({value})"),
            Self::BulkString(text) => ("BulkString", text),
            Self::BulkError(text) => ("BulkError", text),
            Self::Double(value) => return write!(f, "Double({value:?})"),
            Self::Boolean(value) => return write!(f, "Boolean({value})"),
            Self::BigNumber(text) => ("BigNumber", text),
            Self::Verbatim { format, text } => {
                return write!(f, "Verbatim(\"{}:{}\")", format.escape_ascii(), text.escape_ascii());
            }
            _ => return f.write_str("Null"),
        };
        write!(f, "{name}(\"{}\")", text.escape_ascii())
    }
}

impl Clone for Value {
    fn clone(&self) -> Self {
        build(self.walk().map(Self::part))
    }
}

/// As doubles are: a value that holds a NaN does not equal itself.
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        // Alike at each step, both walks see the same counts, and end together.
        self.walk().zip(other.walk()).all(|(a, b)| a.is_like(b))
    }
}

/// Shows the whole value on one line, texts as escaped ASCII.
impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut open = Vec::from([slice::from_ref(self).iter()]);
        let mut separator = "";
        while let Some(values) = open.last_mut() {
            let Some(value) = values.next() else {
                open.pop();
                f.write_str(if open.is_empty() { "" } else { "])" })?;
                separator = ", ";
                continue;
            };
            f.write_str(separator)?;
            let Some((kind, list)) = value.as_list() else {
                value.fmt_scalar(f)?;
                separator = ", ";
                continue;
            };
            write!(f, "{kind:?}([")?;
            open.push(list.iter());
            separator = "";
        }
        Ok(())
    }
}

/// One value of a tree, to be followed by those inside it.
enum Part {
    Scalar(Value),
    /// With how many values, a pair being two.
    Aggregate(Kind, usize),
}

/// The tree of these parts, each before what is inside it.
fn build(parts: impl Iterator<Item = Part>) -> Value {
    let mut open: Vec<(Kind, usize, Vec<Value>)> = Vec::new();
    for part in parts {
        let mut value = match part {
            Part::Scalar(value) => value,
            Part::Aggregate(kind, 0) => aggregate(kind, Vec::new()),
            Part::Aggregate(kind, count) => {
                open.push((kind, count, Vec::with_capacity(count)));
                continue;
            }
        };
        loop {
            let Some((kind, count, list)) = open.last_mut() else { return value };
            list.push(value);
            if list.len() < *count {
                break;
            }
            value = aggregate(*kind, core::mem::take(list));
            open.pop();
        }
    }
    Value::Null
}

fn aggregate(kind: Kind, values: Vec<Value>) -> Value {
    match kind {
        Kind::Set => Value::Set(List(values)),
        Kind::Push => Value::Push(List(values)),
        Kind::Map | Kind::Attribute => Value::Map(List(values)),
        _ => Value::Array(List(values)),
    }
}

fn scalar(frame: Frame<'_>) -> Value {
    let text = || frame.payload().unwrap_or_default().into_owned().into_boxed_slice();
    match frame.kind() {
        Kind::SimpleString => Value::SimpleString(text()),
        Kind::SimpleError => Value::SimpleError(text()),
        Kind::BulkString => Value::BulkString(text()),
        Kind::BulkError => Value::BulkError(text()),
        Kind::BigNumber => Value::BigNumber(text()),
        Kind::Verbatim => {
            Value::Verbatim { format: frame.verbatim_format().unwrap_or_default(), text: text() }
        }
        Kind::Integer => Value::Integer(frame.as_i64().unwrap_or_default()),
        Kind::Double => Value::Double(frame.as_f64().unwrap_or_default()),
        Kind::Boolean => Value::Boolean(frame.as_bool().unwrap_or_default()),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use crate::decoder::{Decoder, Progress};
    use std::format;

    fn value(input: &str) -> Value {
        let mut decoder = Decoder::new();
        let Ok(Progress::Frame(frame)) = decoder.decode(input.as_bytes()) else { panic!("{input:?}") };
        frame.to_value()
    }

    /// No two alike.
    const VALUES: &[(&str, &str)] = &[
        ("_\r\n", "Null"),
        ("+a\r\n", r#"SimpleString("a")"#),
        ("-a\r\n", r#"SimpleError("a")"#),
        (":1\r\n", "Integer(1)"),
        ("$1\r\na\r\n", r#"BulkString("a")"#),
        ("$2\r\n\"\n\r\n", r#"BulkString("\"\n")"#),
        ("!1\r\na\r\n", r#"BulkError("a")"#),
        (",1\r\n", "Double(1.0)"),
        ("#t\r\n", "Boolean(true)"),
        ("(1\r\n", r#"BigNumber("1")"#),
        ("=5\r\ntxt:a\r\n", r#"Verbatim("txt:a")"#),
        ("=5\r\nmkd:a\r\n", r#"Verbatim("mkd:a")"#),
        ("*0\r\n", "Array([])"),
        ("~0\r\n", "Set([])"),
        (">0\r\n", "Push([])"),
        ("%0\r\n", "Map([])"),
        ("*1\r\n*0\r\n", "Array([Array([])])"),
        ("*2\r\n:1\r\n:2\r\n", "Array([Integer(1), Integer(2)])"),
        ("*2\r\n:1\r\n:3\r\n", "Array([Integer(1), Integer(3)])"),
        ("*2\r\n*1\r\n:1\r\n:2\r\n", "Array([Array([Integer(1)]), Integer(2)])"),
        ("*1\r\n*2\r\n:1\r\n:2\r\n", "Array([Array([Integer(1), Integer(2)])])"),
        ("%1\r\n%1\r\n_\r\n_\r\n~1\r\n>0\r\n", "Map([Map([Null, Null]), Set([Push([])])])"),
    ];

    #[test]
    fn copies_are_equal_and_others_are_not() {
        for (at, (input, shown)) in VALUES.iter().enumerate() {
            let value = value(input);
            assert_eq!(format!("{value:?}"), *shown);
            assert_eq!(format!("{:?}", value.clone()), *shown);
            for (other_at, (other, _)) in VALUES.iter().enumerate() {
                assert_eq!(value.clone() == self::value(other), at == other_at, "{shown} and {other:?}");
            }
        }
    }

    #[test]
    fn what_holds_a_nan_does_not_equal_itself() {
        let value = value("*1\r\n,nan\r\n");
        assert_ne!(value, value.clone());
    }
}
