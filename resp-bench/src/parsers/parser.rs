//! What takes part in the comparison.

use super::corpus::Corpus;
use super::stopwatch::Stopwatch;
use super::tally::Tally;
use bytes::BytesMut;

/// A parser, ours or another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parser {
    pub(super) name: &'static str,
    pub(super) yields: Yields,
    pub(super) start: Start,
}

impl Parser {
    /// Whether it is resp-core's.
    pub(super) fn is_ours(&self) -> bool {
        self.name.starts_with("resp-core")
    }
}

/// What a parser hands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Yields {
    /// Values that borrow the bytes they came in.
    Borrowed,
    /// Values that live on when the buffer is gone.
    Owned,
    /// Nothing: callbacks see each value once. Compared apart.
    Calls,
    /// An index of the bytes, from which no value is read. Not compared.
    Index,
}

/// How the bytes arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arrival {
    /// All at once, where the parser wants them; not copied.
    Whole,
    /// In reads of this many bytes, copied into the parser's own buffer.
    Reads(usize),
}

/// Makes a parser ready for a corpus; `None` if it cannot take it that way.
pub(super) type Start = for<'c> fn(&'c Corpus, Arrival) -> Option<Pass<'c>>;

/// Parses and visits the whole corpus once, on the clock. What is kept from
/// pass to pass, such as buffers, is kept as by a connection of long life.
pub(super) type Pass<'c> = Box<dyn FnMut(&mut Stopwatch) -> Result<Tally, Refused> + 'c>;

/// The parser took the bytes for wrong, or waits for more than there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Refused;

/// For parsers that read one value from the front of a slice: `parse` visits
/// it and says how many bytes it took, `None` while it is not complete.
pub(super) fn over_slices<'c>(
    corpus: &'c Corpus,
    arrival: Arrival,
    mut parse: impl FnMut(&[u8], &mut Tally) -> Result<Option<usize>, Refused> + 'c,
) -> Pass<'c> {
    let mut buffer = Vec::new();
    Box::new(move |stopwatch| {
        let mut tally = Tally::default();
        stopwatch.time(|| match arrival {
            Arrival::Whole => match parse_all(&corpus.bytes, &mut tally, &mut parse)? {
                rest if rest == corpus.bytes.len() => Ok(tally),
                _ => Err(Refused),
            },
            Arrival::Reads(len) => {
                buffer.clear();
                for read in corpus.bytes.chunks(len) {
                    buffer.extend_from_slice(read);
                    let parsed = parse_all(&buffer, &mut tally, &mut parse)?;
                    buffer.drain(..parsed);
                }
                buffer.is_empty().then_some(tally).ok_or(Refused)
            }
        })
    })
}

/// Parses what is complete: how many bytes that is.
#[inline(always)]
fn parse_all(
    input: &[u8],
    tally: &mut Tally,
    parse: &mut impl FnMut(&[u8], &mut Tally) -> Result<Option<usize>, Refused>,
) -> Result<usize, Refused> {
    let mut at = 0;
    while at < input.len() {
        match parse(&input[at..], tally)? {
            Some(len) => at += len,
            None => break,
        }
    }
    Ok(at)
}

/// For parsers that take one value from the front of a `BytesMut`: `parse`
/// visits it and says whether there was a complete one.
pub(super) fn over_bytes_mut<'c>(
    corpus: &'c Corpus,
    arrival: Arrival,
    mut parse: impl FnMut(&mut BytesMut, &mut Tally) -> Result<bool, Refused> + 'c,
) -> Pass<'c> {
    let mut buffer = BytesMut::new();
    Box::new(move |stopwatch| {
        let mut tally = Tally::default();
        buffer.clear();
        if arrival == Arrival::Whole {
            buffer = BytesMut::from(&corpus.bytes[..]);
        }
        stopwatch.time(|| {
            match arrival {
                Arrival::Whole => while parse(&mut buffer, &mut tally)? {},
                Arrival::Reads(len) => {
                    for read in corpus.bytes.chunks(len) {
                        buffer.extend_from_slice(read);
                        while parse(&mut buffer, &mut tally)? {}
                    }
                }
            }
            buffer.is_empty().then_some(tally).ok_or(Refused)
        })
    })
}
