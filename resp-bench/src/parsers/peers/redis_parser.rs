//! redis-parser: values that borrow. Its parser of RESP2 reads what has nothing of RESP3.

use crate::parsers::corpus::Corpus;
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_slices};
use crate::parsers::tally::Tally;
use redis_parser::resp2::{self, Resp2Type};
use redis_parser::resp3::{self, Resp3Type};

pub(super) const PARSERS: [Parser; 1] = [Parser { name: "redis-parser", yields: Yields::Borrowed, start }];

/// What the parsers answer: what is left and the value, or that there is not
/// enough, or an error that names a part of the input.
macro_rules! parse {
    ($parse:path, $visit:path) => {
        |input, tally| match $parse(input) {
            Ok((rest, value)) => {
                $visit(&value, tally);
                Ok(Some(input.len() - rest.len()))
            }
            Err(error) if error.is_incomplete() => Ok(None),
            Err(_) => Err(Refused),
        }
    };
}

fn start(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(if corpus.resp3 {
        over_slices(corpus, arrival, parse!(resp3::parse, visit3))
    } else {
        over_slices(corpus, arrival, parse!(resp2::parse, visit2))
    })
}

/// It reads no sign, so integers are none.
fn integer(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

fn visit2(value: &Resp2Type<'_>, tally: &mut Tally) {
    match value {
        Resp2Type::String(text) => tally.text(text.as_bytes()),
        Resp2Type::Error(text) => tally.error(text.as_bytes()),
        Resp2Type::Integer(value) => tally.integer(integer(*value)),
        Resp2Type::BulkString(text) => tally.text(text),
        Resp2Type::Null => tally.null(),
        Resp2Type::Array(values) => {
            tally.aggregate(values.len());
            values.iter().for_each(|value| visit2(value, tally));
        }
    }
}

fn visit3(value: &Resp3Type<'_>, tally: &mut Tally) {
    match value {
        Resp3Type::String(text) => tally.text(text.as_bytes()),
        Resp3Type::Blob(text) => tally.text(text),
        Resp3Type::Error(text) => tally.error(text.as_bytes()),
        Resp3Type::Number(value) => tally.integer(integer(*value)),
        Resp3Type::Double(value) => tally.double(*value),
        Resp3Type::Boolean(value) => tally.boolean(*value),
        Resp3Type::Null => tally.null(),
        Resp3Type::Array(values) | Resp3Type::Push(values) => {
            tally.aggregate(values.len());
            values.iter().for_each(|value| visit3(value, tally));
        }
        // Of maps and attributes it reads the header alone and takes what they
        // hold for replies, which is wrong. No corpus has others.
        _ => {}
    }
}
