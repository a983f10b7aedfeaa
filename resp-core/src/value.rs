//! A plain owned tree, for who likes to `match`.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::ops::Deref;

use crate::frame::Frame;
use crate::marker::Kind;

/// A decoded value as an owned tree, which shares nothing with the input.
///
/// It costs an allocation per text and aggregate; `Frame` and `Reply` read the
/// same value with none or one. Attributes are left out, streamed values are
/// joined. Making and dropping it take the same stack whatever the depth, but
/// cloning, comparing and printing it recurse: mind that before you raise
/// [`Limits::max_depth`](crate::Limits::max_depth).
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
#[derive(Clone, Debug, PartialEq)]
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

/// The values inside a [`Value`]. Dropping it takes the same stack whatever the depth.
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
        let mut open: Vec<(Kind, usize, Vec<Value>)> = Vec::new();
        // It has as many values as it says, the decoder saw to that.
        for frame in self.without_attributes() {
            let mut value = match frame.kind() {
                kind if kind.is_aggregate() => {
                    let count = frame.children().len();
                    if count > 0 {
                        open.push((kind, count, Vec::with_capacity(count)));
                        continue;
                    }
                    aggregate(kind, Vec::new())
                }
                _ => scalar(frame),
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
