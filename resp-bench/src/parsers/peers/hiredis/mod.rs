//! hiredis, the C library: its reader with its reply objects, and with
//! callbacks that build nothing.

mod library;

use self::library::{Allocations, Arguments, Reader, format_command};
use crate::parsers::commands::Commands;
use crate::parsers::corpus::Corpus;
use crate::parsers::encoder::{Encoder, Write};
use crate::parsers::parser::{Arrival, Parser, Pass, Yields};
use crate::parsers::stopwatch::Stopwatch;
use crate::parsers::tally::Tally;

pub(super) const PARSERS: [Parser; 2] = [
    Parser { name: "hiredis", yields: Yields::Owned, start: start::<false> },
    Parser { name: "hiredis-cb", yields: Yields::Calls, start: start::<true> },
];

pub(super) const ENCODERS: [Encoder; 1] = [Encoder { name: "hiredis", start: start_encoder }];

fn start<const CALLBACKS: bool>(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    let mut reader = Reader::new(CALLBACKS);
    Some(Box::new(move |stopwatch: &mut Stopwatch| {
        let counted = stopwatch.counts_allocations().then(Allocations::count);
        let mut tally = Tally::default();
        let outcome = stopwatch.time(|| {
            let len = match arrival {
                Arrival::Whole => corpus.bytes.len(),
                Arrival::Reads(len) => len,
            };
            for read in corpus.bytes.chunks(len) {
                reader.feed(read)?;
                while reader.visit_reply(&mut tally)? {}
            }
            Ok(tally)
        });
        if let Some(counted) = counted {
            stopwatch.allocations = counted.finish();
        }
        if outcome.is_err() {
            reader = Reader::new(CALLBACKS);
        }
        outcome
    }))
}

/// Each command is formatted to memory of its own, from where a client copies
/// it to its buffer.
fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut room = Arguments::default();
    let mut out = Vec::new();
    Box::new(move |stopwatch: &mut Stopwatch, see: &mut dyn FnMut(&[u8])| {
        let counted = stopwatch.counts_allocations().then(Allocations::count);
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                format_command(&call.words, &mut room, |command| out.extend_from_slice(command));
            }
        });
        if let Some(counted) = counted {
            stopwatch.allocations = counted.finish();
        }
        see(&out);
    })
}
