//! resp-core, as its user would call it.

use super::commands::{Call, Commands, Verb};
use super::corpus::Corpus;
use super::encoder::{Encoder, Write};
use super::parser::{Arrival, Parser, Pass, Refused, Yields, over_bytes_mut, over_slices};
use super::tally::Tally;
use resp_core::{Decoder, Frame, Kind, Progress, RequestDecoder, RequestProgress, SliceOutput, cmd};

/// All of ours.
pub(super) const ALL: [Parser; 4] = [BORROWED, OWNED, REQUESTS, UNREAD];

/// Views of the bytes.
pub(super) const BORROWED: Parser =
    Parser { name: "resp-core", yields: Yields::Borrowed, start: start_borrowed };

/// Replies that own what they need.
pub(super) const OWNED: Parser =
    Parser { name: "resp-core-owned", yields: Yields::Owned, start: start_owned };

/// Requests, as a server reads them; views of the bytes too.
pub(super) const REQUESTS: Parser =
    Parser { name: "resp-core-requests", yields: Yields::Borrowed, start: start_requests };

/// Views that nobody looks at: how much of the time the visit takes.
const UNREAD: Parser = Parser { name: "resp-core-unread", yields: Yields::Index, start: start_unread };

fn start_borrowed(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    let mut decoder = Decoder::new();
    Some(over_slices(corpus, arrival, move |input, tally| match decoder.decode(input) {
        Ok(Progress::Frame(frame)) => {
            visit_reply(frame, tally);
            Ok(Some(frame.byte_len()))
        }
        Ok(Progress::NeedMore { .. }) => Ok(None),
        Err(_) => Err(Refused),
    }))
}

fn start_owned(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    let mut decoder = Decoder::new();
    Some(over_bytes_mut(corpus, arrival, move |input, tally| match decoder.decode_reply(input) {
        Ok(Some(reply)) => {
            visit_reply(reply.frame(), tally);
            Ok(true)
        }
        Ok(None) => Ok(false),
        Err(_) => Err(Refused),
    }))
}

fn start_requests(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    corpus.holds_commands().then_some(())?;
    let mut decoder = RequestDecoder::new();
    Some(over_slices(corpus, arrival, move |input, tally| match decoder.decode(input) {
        Ok(RequestProgress::Request(request)) => {
            tally.aggregate(request.len());
            request.args().for_each(|arg| tally.text(arg));
            Ok(Some(request.byte_len()))
        }
        Ok(RequestProgress::Blank { byte_len }) => Ok(Some(byte_len)),
        Ok(RequestProgress::NeedMore { .. }) => Ok(None),
        Err(_) => Err(Refused),
    }))
}

fn start_unread(corpus: &Corpus, arrival: Arrival) -> Option<Pass<'_>> {
    let mut decoder = Decoder::new();
    let mut pass = over_slices(corpus, arrival, move |input, _| match decoder.decode(input) {
        Ok(Progress::Frame(frame)) => Ok(Some(frame.byte_len())),
        Ok(Progress::NeedMore { .. }) => Ok(None),
        Err(_) => Err(Refused),
    });
    Some(Box::new(move |stopwatch| pass(stopwatch).map(|_| corpus.expected())))
}

/// A value alone is looked at as it is; of others, with attributes or values
/// inside, all are walked over.
#[inline(always)]
fn visit_reply(frame: Frame<'_>, tally: &mut Tally) {
    if frame.kind().is_aggregate() || frame.attributes().next().is_some() {
        frame.walk().for_each(|value| visit(value, tally));
    } else {
        visit(frame, tally);
    }
}

#[inline(always)]
fn visit(frame: Frame<'_>, tally: &mut Tally) {
    match frame.kind() {
        Kind::Null => tally.null(),
        Kind::Integer => tally.integer(frame.as_i64().unwrap_or_default()),
        Kind::Double => tally.double(frame.as_f64().unwrap_or_default()),
        Kind::Boolean => tally.boolean(frame.as_bool().unwrap_or_default()),
        Kind::Array | Kind::Set | Kind::Push | Kind::Map | Kind::Attribute => tally.aggregate(frame.len()),
        kind => {
            let text = frame.as_bytes().unwrap_or_default();
            if kind.is_error() { tally.error(text) } else { tally.text(text) }
        }
    }
}

/// Our ways to write commands.
pub(super) const ENCODERS: [Encoder; 4] = [
    Encoder { name: "resp-core", start: start_encoder },
    Encoder { name: "resp-core-slice", start: start_slice },
    Encoder { name: "resp-core-command", start: start_command },
    Encoder { name: "resp-core-raw", start: start_raw },
];

fn start_encoder(commands: &Commands) -> Write<'_> {
    let mut out = Vec::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                // A Vec has room for every command.
                let _ = resp_core::Encoder::new(&mut out).command(&call.words);
            }
        });
        see(&out);
    })
}

fn start_slice(commands: &Commands) -> Write<'_> {
    let mut room = vec![0; commands.expected.len()];
    Box::new(move |stopwatch, see| {
        let mut out = SliceOutput::new(&mut room);
        stopwatch.time(|| {
            for call in &commands.commands {
                // If it did not fit, what is seen would be too short.
                let _ = resp_core::Encoder::new(&mut out).command(&call.words);
            }
        });
        see(out.written());
    })
}

/// Makes a typed command of each, as a client would.
fn start_command(commands: &Commands) -> Write<'_> {
    let mut out = Vec::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| commands.commands.iter().for_each(|call| write_typed(call, &mut out)));
        see(&out);
    })
}

fn write_typed(call: &Call, out: &mut Vec<u8>) {
    match (call.verb, &call.arguments[..]) {
        (Verb::Get, [key]) => cmd::get(key).wire().write_to(out),
        (Verb::Set, [key, value]) => cmd::set(key, value).wire().write_to(out),
        (Verb::Incr, [key]) => cmd::incr(key).wire().write_to(out),
        (Verb::Lpush, [key, value]) => cmd::lpush(key, value).wire().write_to(out),
        (Verb::Hset, [key, ..]) => cmd::hset(key, &call.pairs).wire().write_to(out),
        (Verb::Mset, _) => cmd::mset(&call.pairs).wire().write_to(out),
        // What is not written is missed.
        _ => {}
    }
}

/// Makes a command of a name and any arguments of each.
fn start_raw(commands: &Commands) -> Write<'_> {
    let mut out = Vec::new();
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for call in &commands.commands {
                cmd::raw(call.verb.name()).args(&call.arguments).returning::<()>().wire().write_to(&mut out);
            }
        });
        see(&out);
    })
}

#[cfg(test)]
mod tests {
    use super::super::corpus::RECIPES;
    use super::super::stopwatch::{Measures, Stopwatch};
    use super::*;

    #[test]
    fn ours_finds_what_was_written() {
        for recipe in &RECIPES {
            let corpus = recipe.corpus(16);
            for parser in ALL {
                for arrival in [Arrival::Whole, Arrival::Reads(16 << 10), Arrival::Reads(7)] {
                    // Byte by byte a few MiB take too long without optimisation.
                    if corpus.bytes.len() > 1 << 18 && arrival == Arrival::Reads(7) {
                        continue;
                    }
                    let Some(mut pass) = (parser.start)(&corpus, arrival) else {
                        assert!(parser.name == REQUESTS.name && !corpus.holds_commands());
                        continue;
                    };
                    for _ in 0..2 {
                        let found = pass(&mut Stopwatch::new(Measures::Nothing)).unwrap();
                        assert!(corpus.accepts(&found), "{} on {} {arrival:?}", parser.name, corpus.name);
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_cut_off_is_refused() {
        let mut corpus = RECIPES[13].corpus(16);
        corpus.bytes.pop();
        for parser in ALL {
            let mut pass = (parser.start)(&corpus, Arrival::Whole).unwrap();
            assert_eq!(pass(&mut Stopwatch::new(Measures::Nothing)), Err(Refused), "{}", parser.name);
        }
    }
}
