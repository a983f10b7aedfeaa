//! resp-rs: frames that share the buffer; its codec where the bytes arrive in reads.
//! Its parser of RESP2 reads what has nothing of RESP3.

use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields, over_bytes_mut};
use crate::parsers::stopwatch::Stopwatch;
use crate::parsers::tally::Tally;
use bytes::{Bytes, BytesMut};
use resp_rs::{ParseError, resp2, resp3};
use tokio_util::codec::{Decoder, Encoder as _};

pub(super) const PARSERS: [Parser; 1] = [Parser { name: "resp-rs", yields: Yields::Owned, start }];

pub(super) const ENCODERS: [Encoder; 1] = [Encoder { name: "resp-rs", start: start_encoder }];

fn start(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    Some(match (arrival, corpus.resp3) {
        (Arrival::Whole, false) => over_bytes(corpus, resp2::parse_frame, visit2),
        (Arrival::Whole, true) => over_bytes(corpus, resp3::parse_frame, visit3),
        (Arrival::Reads(_), false) => {
            let mut codec = resp2::Codec::new();
            over_bytes_mut(corpus, arrival, move |input, tally| {
                let frame = codec.decode(input).map_err(|_| Refused)?;
                Ok(frame.map(|frame| visit2(&frame, tally)).is_some())
            })
        }
        (Arrival::Reads(_), true) => {
            let mut codec = resp3::Codec::new();
            over_bytes_mut(corpus, arrival, move |input, tally| {
                let frame = codec.decode(input).map_err(|_| Refused)?;
                Ok(frame.map(|frame| visit3(&frame, tally)).is_some())
            })
        }
    })
}

/// For functions that take a `Bytes` and give back what is left of it.
fn over_bytes<'c, F: 'c>(
    corpus: &'c Corpus,
    parse: fn(Bytes) -> Result<(F, Bytes), ParseError>,
    visit: impl Fn(&F, &mut Tally) + 'c,
) -> Pass<'c> {
    let whole = Bytes::copy_from_slice(&corpus.bytes);
    Box::new(move |stopwatch: &mut Stopwatch| {
        let mut rest = whole.clone();
        let mut tally = Tally::default();
        stopwatch.time(|| {
            while !rest.is_empty() {
                let (frame, behind) = parse(core::mem::take(&mut rest)).map_err(|_| Refused)?;
                visit(&frame, &mut tally);
                rest = behind;
            }
            Ok(tally)
        })
    })
}

fn visit2(frame: &resp2::Frame, tally: &mut Tally) {
    use resp2::Frame;
    match frame {
        Frame::SimpleString(text) | Frame::BulkString(Some(text)) => tally.text(text),
        Frame::Error(text) => tally.error(text),
        Frame::Integer(value) => tally.integer(*value),
        Frame::BulkString(None) | Frame::Array(None) => tally.null(),
        Frame::Array(Some(frames)) => {
            tally.aggregate(frames.len());
            frames.iter().for_each(|frame| visit2(frame, tally));
        }
    }
}

fn visit3(frame: &resp3::Frame, tally: &mut Tally) {
    use resp3::Frame;
    match frame {
        Frame::SimpleString(text) | Frame::BulkString(Some(text)) => tally.text(text),
        Frame::Error(text) | Frame::BlobError(text) => tally.error(text),
        Frame::Integer(value) => tally.integer(*value),
        Frame::Double(value) => tally.double(*value),
        Frame::Boolean(value) => tally.boolean(*value),
        Frame::Null | Frame::BulkString(None) | Frame::Array(None) => tally.null(),
        Frame::Array(Some(frames)) | Frame::Set(frames) | Frame::Push(frames) => {
            tally.aggregate(frames.len());
            frames.iter().for_each(|frame| visit3(frame, tally));
        }
        Frame::Map(pairs) | Frame::Attribute(pairs) => {
            tally.aggregate(pairs.len());
            for (key, value) in pairs {
                visit3(key, tally);
                visit3(value, tally);
            }
        }
        // No corpus has others; the sum would be wrong, and that is noticed.
        _ => {}
    }
}

fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut codec = resp2::Codec::new();
    let mut out = BytesMut::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                let arguments = call.arguments.iter().map(|word| Bytes::copy_from_slice(word));
                let name = Bytes::from_static(call.verb.name().as_bytes());
                let words = core::iter::once(name).chain(arguments);
                let words = words.map(|word| resp2::Frame::BulkString(Some(word))).collect();
                // What is written is checked.
                let _ = codec.encode(resp2::Frame::Array(Some(words)), &mut out);
            }
        });
        see(&out);
    })
}
