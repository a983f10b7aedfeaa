//! rustis, by the entry points of its own benchmarks. They take one reply, so
//! the corpus tells where each ends, and there is no way to hand in reads.

use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Refused, Yields};
use crate::parsers::stopwatch::Stopwatch;
use crate::parsers::tally::Tally;
use bytes::BytesMut;
use core::fmt;
use rustis::resp::Command;
use rustis::resp::bench_support::{BenchTape, bench_decode_to, bench_encode_command, bench_parse_only};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

pub(super) const PARSERS: [Parser; 2] = [
    Parser { name: "rustis-serde", yields: Yields::Borrowed, start: start_serde },
    Parser { name: "rustis-tape", yields: Yields::Index, start: start_tape },
];

pub(super) const ENCODERS: [Encoder; 1] = [Encoder { name: "rustis", start: start_encoder }];

/// Each reply of the corpus.
fn replies(corpus: &Corpus) -> impl Iterator<Item = &[u8]> {
    let starts = core::iter::once(0).chain(corpus.ends.iter().copied());
    starts.zip(&corpus.ends).map(|(start, end)| &corpus.bytes[start..*end])
}

/// Reads every value, but copies each reply first.
fn start_serde(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    (arrival == Arrival::Whole).then_some(())?;
    Some(Box::new(move |stopwatch: &mut Stopwatch| {
        let mut tally = Tally::default();
        stopwatch.time(|| {
            for reply in replies(corpus) {
                let Found(found) = bench_decode_to(reply).map_err(|_| Refused)?;
                tally.merge(&found);
            }
            Ok(tally)
        })
    }))
}

/// Frames and indexes, and reads nothing.
fn start_tape(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    (arrival == Arrival::Whole).then_some(())?;
    // It panics at what it does not take; the other entry point tells.
    replies(corpus).all(|reply| bench_decode_to::<Found>(reply).is_ok()).then_some(())?;
    let mut tape = BenchTape::new();
    Some(Box::new(move |stopwatch: &mut Stopwatch| {
        stopwatch.time(|| replies(corpus).for_each(|reply| bench_parse_only(reply, &mut tape)));
        Ok(corpus.expected())
    }))
}

/// What a reply adds up to.
struct Found(Tally);

impl<'de> Deserialize<'de> for Found {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tally = Tally::default();
        deserializer.deserialize_any(Visit(&mut tally))?;
        Ok(Self(tally))
    }
}

/// Adds a value and all in it, and builds nothing.
struct Visit<'tally>(&'tally mut Tally);

impl<'de> DeserializeSeed<'de> for Visit<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Visit<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.0.text(text.as_bytes());
        Ok(())
    }

    fn visit_bytes<E: Error>(self, text: &[u8]) -> Result<(), E> {
        self.0.text(text);
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        self.0.integer(value);
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        self.0.double(value);
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        self.0.boolean(value);
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        self.0.null();
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        let mut len = 0;
        while values.next_element_seed(Visit(self.0))?.is_some() {
            len += 1;
        }
        self.0.aggregate(len);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<(), A::Error> {
        let mut len = 0;
        while pairs.next_key_seed(Visit(self.0))?.is_some() {
            pairs.next_value_seed(Visit(self.0))?;
            len += 1;
        }
        self.0.aggregate(len);
        Ok(())
    }
}

/// Its entry point writes one command to an empty buffer.
fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut out = BytesMut::new();
    Box::new(move |stopwatch, see| {
        stopwatch.time(|| {
            for call in &commands.commands {
                let name = rustis::resp::cmd(call.verb.name());
                let command: Command =
                    call.arguments.iter().fold(name, |command, argument| command.arg(Text(argument))).into();
                bench_encode_command(&command, &mut out);
                see(&out);
            }
        });
    })
}

/// One argument, where a slice would be an argument for each byte.
struct Text<'text>(&'text [u8]);

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}
