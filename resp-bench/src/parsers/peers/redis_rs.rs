//! redis-rs: values that own their bytes, by the codec of its asynchronous connections.

use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_bytes_mut};
use crate::parsers::tally::Tally;
use redis::{PushKind, Value, ValueCodec};
use tokio_util::codec::Decoder;

pub(super) const PARSERS: [Parser; 1] = [Parser { name: "redis-rs", yields: Yields::Owned, start }];

pub(super) const ENCODERS: [Encoder; 1] = [Encoder { name: "redis-rs", start: start_encoder }];

fn start(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    let mut codec = ValueCodec::default();
    Some(over_bytes_mut(corpus, arrival, move |input, tally| {
        let value = codec.decode(input).map_err(|_| Refused)?;
        Ok(value.map(|value| visit(&value, tally)).is_some())
    }))
}

fn visit(value: &Value, tally: &mut Tally) {
    match value {
        Value::Nil => tally.null(),
        Value::Int(value) => tally.integer(*value),
        Value::BulkString(text) => tally.text(text),
        Value::SimpleString(text) => tally.text(text.as_bytes()),
        Value::Okay => tally.text(b"OK"),
        Value::Double(value) => tally.double(*value),
        Value::Boolean(value) => tally.boolean(*value),
        Value::ServerError(error) => {
            tally.cut_error(error.code().as_bytes(), error.details().unwrap_or_default().as_bytes());
        }
        Value::Array(values) | Value::Set(values) => {
            tally.aggregate(values.len());
            values.iter().for_each(|value| visit(value, tally));
        }
        Value::Push { kind, data } => {
            tally.aggregate(1 + data.len());
            tally.text(text_of(kind));
            data.iter().for_each(|value| visit(value, tally));
        }
        Value::Map(pairs) => visit_pairs(pairs, tally),
        Value::Attribute { data, attributes } => {
            visit_pairs(attributes, tally);
            visit(data, tally);
        }
        // No corpus has others; the sum would be wrong, and that is noticed.
        _ => {}
    }
}

fn visit_pairs(pairs: &[(Value, Value)], tally: &mut Tally) {
    tally.aggregate(pairs.len());
    for (key, value) in pairs {
        visit(key, tally);
        visit(value, tally);
    }
}

fn text_of(kind: &PushKind) -> &[u8] {
    match kind {
        PushKind::Message => b"message",
        PushKind::Invalidate => b"invalidate",
        PushKind::Other(kind) => kind.as_bytes(),
        // No corpus has others.
        _ => b"",
    }
}

fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut out = Vec::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                redis::cmd(call.verb.name()).arg(&call.arguments).write_packed_command(&mut out);
            }
        });
        see(&out);
    })
}
