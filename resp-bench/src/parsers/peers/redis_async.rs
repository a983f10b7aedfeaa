//! redis-async: values that own their bytes, by its codec.

use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_bytes_mut};
use crate::parsers::tally::Tally;
use bytes::BytesMut;
use redis_async::resp::{RespCodec, RespValue};
use tokio_util::codec::{Decoder, Encoder as _};

pub(super) const PARSERS: [Parser; 1] = [Parser { name: "redis-async", yields: Yields::Owned, start }];

pub(super) const ENCODERS: [Encoder; 1] = [Encoder { name: "redis-async", start: start_encoder }];

fn start(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(over_bytes_mut(corpus, arrival, |input, tally| {
        let value = RespCodec.decode(input).map_err(|_| Refused)?;
        Ok(value.map(|value| visit(&value, tally)).is_some())
    }))
}

fn visit(value: &RespValue, tally: &mut Tally) {
    match value {
        RespValue::Nil => tally.null(),
        RespValue::Integer(value) => tally.integer(*value),
        RespValue::BulkString(text) => tally.text(text),
        RespValue::SimpleString(text) => tally.text(text.as_bytes()),
        RespValue::Error(text) => tally.error(text.as_bytes()),
        RespValue::Array(values) => {
            tally.aggregate(values.len());
            values.iter().for_each(|value| visit(value, tally));
        }
    }
}

fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut out = BytesMut::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                let words = call.words.iter().map(|word| RespValue::BulkString(word.clone())).collect();
                // What is written is checked.
                let _ = RespCodec.encode(RespValue::Array(words), &mut out);
            }
        });
        see(&out);
    })
}
