//! What each peer makes of bytes, as values of this project.

use redis_protocol::resp2::types::OwnedFrame as Resp2;
use redis_protocol::resp3::types::{OwnedFrame as Resp3, VerbatimStringFormat};
use resp_core::{DecodeErrorKind, List, Value};

/// A parser, or one of its two parsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Peer {
    Redis,
    Protocol2,
    Protocol3,
}

impl Peer {
    pub(super) const ALL: [Self; 3] = [Self::Redis, Self::Protocol2, Self::Protocol3];
}

/// What came of the first frame of some bytes.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    Value(Value),
    Incomplete,
    /// Of a peer without its kind, as no two have the same.
    Error(Option<DecodeErrorKind>),
}

impl Answer {
    /// Whether this answer of `peer` is `ours`, but for what its types do not keep.
    pub(super) fn agrees_with(&self, ours: &Self, peer: Peer) -> bool {
        match (self, ours) {
            // As text, since a NaN is unequal to itself.
            (Self::Value(theirs), Self::Value(ours)) => {
                format!("{:?}", kept(theirs, peer)) == format!("{:?}", kept(ours, peer))
            }
            (Self::Incomplete, Self::Incomplete) | (Self::Error(_), Self::Error(_)) => true,
            _ => false,
        }
    }
}

/// The value as far as the types of `peer` keep it: redis does not tell the two
/// kinds of error apart, nor the two kinds of string at the start of a push,
/// which it gives to an empty one too; redis-protocol does not keep the order
/// in sets and maps.
fn kept(value: &Value, peer: Peer) -> Value {
    let all = |list: &[Value]| list.iter().map(|value| kept(value, peer)).collect::<Vec<_>>();
    let sorted = |mut units: Vec<Vec<Value>>| {
        if peer == Peer::Protocol3 {
            units.sort_by_key(|unit| format!("{unit:?}"));
        }
        units.into_iter().flatten().collect()
    };
    match value {
        Value::BulkError(text) if peer == Peer::Redis => Value::SimpleError(text.clone()),
        Value::Array(list) => Value::Array(all(list).into_iter().collect()),
        Value::Push(list) if peer == Peer::Redis => Value::Push(with_kind(all(list))),
        Value::Push(list) => Value::Push(all(list).into_iter().collect()),
        Value::Set(list) => Value::Set(sorted(all(list).into_iter().map(|value| vec![value]).collect())),
        Value::Map(list) => Value::Map(sorted(list.chunks(2).map(all).collect())),
        other => other.clone(),
    }
}

fn with_kind(mut push: Vec<Value>) -> List {
    match push.first_mut() {
        Some(kind) => {
            if let Value::SimpleString(text) = kind {
                *kind = Value::BulkString(text.clone());
            }
        }
        None => push.push(Value::BulkString(bytes(""))),
    }
    push.into_iter().collect()
}

/// What `peer` makes of `input`, of which a value must take all.
pub(super) fn ask(peer: Peer, input: &[u8]) -> Answer {
    let whole = |value: Option<(Value, usize)>| match value {
        Some((value, used)) if used == input.len() => Answer::Value(value),
        // Less than the whole: a frame of its own comes after it.
        Some(_) => Answer::Error(None),
        None => Answer::Incomplete,
    };
    match peer {
        Peer::Redis => match redis::parse_redis_value(input) {
            Ok(value) => Answer::Value(from_redis(value)),
            Err(error) if error.is_io_error() => Answer::Incomplete,
            Err(_) => Answer::Error(None),
        },
        Peer::Protocol2 => match redis_protocol::resp2::decode::decode(input) {
            Ok(decoded) => whole(decoded.map(|(frame, used)| (from_resp2(frame), used))),
            Err(_) => Answer::Error(None),
        },
        Peer::Protocol3 => match redis_protocol::resp3::decode::complete::decode(input) {
            Ok(decoded) => whole(decoded.map(|(frame, used)| (from_resp3(frame), used))),
            Err(_) => Answer::Error(None),
        },
    }
}

fn bytes(text: impl Into<Vec<u8>>) -> Box<[u8]> {
    text.into().into_boxed_slice()
}

fn from_redis(value: redis::Value) -> Value {
    let list = |values: Vec<redis::Value>| values.into_iter().map(from_redis).collect();
    match value {
        redis::Value::Nil => Value::Null,
        redis::Value::Int(value) => Value::Integer(value),
        redis::Value::BulkString(payload) => Value::BulkString(bytes(payload)),
        redis::Value::Okay => Value::SimpleString(bytes("OK")),
        redis::Value::SimpleString(text) => Value::SimpleString(bytes(text)),
        redis::Value::Double(value) => Value::Double(value),
        redis::Value::Boolean(value) => Value::Boolean(value),
        redis::Value::BigNumber(digits) => Value::BigNumber(bytes(digits)),
        redis::Value::VerbatimString { format, text } => {
            let format = format.to_string();
            Value::Verbatim { format: format.as_bytes().try_into().unwrap_or_default(), text: bytes(text) }
        }
        redis::Value::ServerError(error) => Value::SimpleError(bytes(match error.details() {
            Some(details) => format!("{} {details}", error.code()),
            None => error.code().to_owned(),
        })),
        redis::Value::Array(values) => Value::Array(list(values)),
        redis::Value::Set(values) => Value::Set(list(values)),
        redis::Value::Map(pairs) => {
            Value::Map(pairs.into_iter().flat_map(|(key, value)| [key, value]).map(from_redis).collect())
        }
        redis::Value::Attribute { data, .. } => from_redis(*data),
        redis::Value::Push { kind, data } => {
            let kind = Value::BulkString(bytes(kind.to_string()));
            Value::Push([kind].into_iter().chain(data.into_iter().map(from_redis)).collect())
        }
        _ => Value::Null,
    }
}

fn from_resp2(frame: Resp2) -> Value {
    match frame {
        Resp2::SimpleString(text) => Value::SimpleString(bytes(text)),
        Resp2::Error(text) => Value::SimpleError(bytes(text)),
        Resp2::Integer(value) => Value::Integer(value),
        Resp2::BulkString(payload) => Value::BulkString(bytes(payload)),
        Resp2::Array(frames) => Value::Array(frames.into_iter().map(from_resp2).collect()),
        Resp2::Null => Value::Null,
    }
}

fn from_resp3(frame: Resp3) -> Value {
    let list = |frames: Vec<Resp3>| frames.into_iter().map(from_resp3).collect();
    match frame {
        Resp3::BlobString { data, .. } | Resp3::ChunkedString(data) => Value::BulkString(bytes(data)),
        Resp3::BlobError { data, .. } => Value::BulkError(bytes(data)),
        Resp3::SimpleString { data, .. } => Value::SimpleString(bytes(data)),
        Resp3::SimpleError { data, .. } => Value::SimpleError(bytes(data)),
        Resp3::Boolean { data, .. } => Value::Boolean(data),
        Resp3::Null => Value::Null,
        Resp3::Number { data, .. } => Value::Integer(data),
        Resp3::Double { data, .. } => Value::Double(data),
        Resp3::BigNumber { data, .. } => Value::BigNumber(bytes(data)),
        Resp3::VerbatimString { data, format, .. } => {
            let format = match format {
                VerbatimStringFormat::Text => *b"txt",
                VerbatimStringFormat::Markdown => *b"mkd",
            };
            Value::Verbatim { format, text: bytes(data) }
        }
        Resp3::Array { data, .. } => Value::Array(list(data)),
        Resp3::Push { data, .. } => Value::Push(list(data)),
        Resp3::Set { data, .. } => Value::Set(data.into_iter().map(from_resp3).collect()),
        Resp3::Map { data, .. } => {
            Value::Map(data.into_iter().flat_map(|(key, value)| [key, value]).map(from_resp3).collect())
        }
        Resp3::Hello { .. } => Value::SimpleString(bytes("HELLO")),
    }
}
