//! redis-zero-protocol-parser: values that borrow.

use crate::parsers::corpus::Corpus;
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_slices};
use crate::parsers::tally::Tally;
use redis_zero_protocol_parser::{Error, Value, parse, parse_server};

pub(super) const PARSERS: [Parser; 2] = [
    Parser { name: "redis-zero", yields: Yields::Borrowed, start },
    Parser { name: "redis-zero-server", yields: Yields::Borrowed, start: start_server },
];

fn start(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(over_slices(corpus, arrival, |input, tally| match parse(input) {
        Ok((rest, value)) => {
            visit(&value, tally);
            Ok(Some(input.len() - rest.len()))
        }
        Err(Error::Partial) => Ok(None),
        Err(_) => Err(Refused),
    }))
}

/// Its parser of commands.
fn start_server(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    corpus.holds_commands().then_some(())?;
    Some(over_slices(corpus, arrival, |input, tally| match parse_server(input) {
        Ok((rest, words)) => {
            tally.aggregate(words.len());
            words.iter().for_each(|word| tally.text(word));
            Ok(Some(input.len() - rest.len()))
        }
        Err(Error::Partial) => Ok(None),
        Err(_) => Err(Refused),
    }))
}

fn visit(value: &Value<'_>, tally: &mut Tally) {
    match value {
        Value::Array(values) => {
            tally.aggregate(values.len());
            values.iter().for_each(|value| visit(value, tally));
        }
        Value::Blob(text) => tally.text(text),
        Value::String(text) => tally.text(text.as_bytes()),
        Value::Error(code, message) => tally.cut_error(code.as_bytes(), message.as_bytes()),
        Value::Integer(value) => tally.integer(*value),
        Value::Boolean(value) => tally.boolean(*value),
        Value::Float(value) => tally.double(*value),
        Value::BigInteger(value) => tally.text(value.to_string().as_bytes()),
        Value::Null => tally.null(),
    }
}
