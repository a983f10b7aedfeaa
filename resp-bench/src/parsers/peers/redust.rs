//! redust-resp: values that borrow, through serde, and its codec, whose values share the buffer.

use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_bytes_mut, over_slices};
use crate::parsers::tally::Tally;
use redust_resp::{Codec, Data, Error, ParseError, from_bytes, to_bytes};
use tokio_util::codec::Decoder;

pub(super) const PARSERS: [Parser; 2] = [
    Parser { name: "redust", yields: Yields::Borrowed, start },
    Parser { name: "redust-codec", yields: Yields::Owned, start: start_codec },
];

pub(super) const ENCODERS: [Encoder; 1] = [Encoder { name: "redust", start: start_encoder }];

fn start(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(over_slices(corpus, arrival, |input, tally| match from_bytes::<Data<'_>>(input) {
        Ok((data, rest)) => {
            visit(&data, tally);
            Ok(Some(input.len() - rest.len()))
        }
        Err(failed) => match failed.data {
            Error::Redis(message) => {
                tally.error(message.as_bytes());
                Ok(Some(input.len() - failed.remaining.len()))
            }
            Error::Parse(ParseError::Incomplete(_)) => Ok(None),
            _ => Err(Refused),
        },
    }))
}

fn start_codec(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    let mut codec = Codec::default();
    Some(over_bytes_mut(corpus, arrival, move |input, tally| match codec.decode(input) {
        Ok(Some(Ok(data))) => {
            visit(&data, tally);
            Ok(true)
        }
        Ok(Some(Err(Error::Redis(message)))) => {
            tally.error(message.as_bytes());
            Ok(true)
        }
        Ok(None) => Ok(false),
        Ok(Some(Err(_))) | Err(_) => Err(Refused),
    }))
}

fn visit(data: &Data<'_>, tally: &mut Tally) {
    match data {
        Data::SimpleString(text) => tally.text(text.as_bytes()),
        Data::BulkString(text) => tally.text(text),
        Data::Integer(value) => tally.integer(*value),
        Data::Null => tally.null(),
        Data::Array(values) => {
            tally.aggregate(values.len());
            values.iter().for_each(|value| visit(value, tally));
        }
    }
}

fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut out = Vec::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                let command = Data::from_bytes_iter(&call.words);
                // A Vec has room; and what is written is checked.
                let _ = to_bytes(&command, &mut out);
            }
        });
        see(&out);
    })
}
