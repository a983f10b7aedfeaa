//! A reply that arrives one byte at a time.

use super::corpus::Corpus;
use super::parser::{Arrival, Parser, Yields};
use super::stopwatch::{Measures, Stopwatch};

/// A parser's figures.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) parser: Parser,
    /// Nanoseconds a byte for each of [`SIZES`], until they take too long.
    pub(super) nanos: Vec<f64>,
}

/// Sizes of the reply in bytes, each twice the last.
pub(super) const SIZES: [usize; 11] = {
    let mut sizes = [16 << 10; 11];
    let mut index = 1;
    while index < sizes.len() {
        sizes[index] = 2 * sizes[index - 1];
        index += 1;
    }
    sizes
};

/// The longest that a pass is expected to take, in seconds. What starts again
/// at each byte ends here long before the largest size.
const LONGEST: f64 = 1.0;
/// Passes of which the fastest counts.
const PASSES: usize = 3;

impl Row {
    /// By how much the time grows when the reply is twice as long: 2 is the
    /// least possible, 4 is for parsers that start again at each byte.
    pub(super) fn growth(&self) -> Option<f64> {
        let (first, last) = (self.nanos.first()?, self.nanos.last()?);
        let doublings = i32::try_from(self.nanos.len() - 1).ok().filter(|doublings| *doublings > 0)?;
        Some(2.0 * (last / first).powf(1.0 / f64::from(doublings)))
    }
}

/// Feeds each parser replies of growing size, the first `sizes` of them.
pub(super) fn rows(parsers: &[Parser], sizes: usize, mut tick: impl FnMut()) -> Vec<Row> {
    let sizes = &SIZES[..sizes.min(SIZES.len())];
    let corpora: Vec<_> = sizes.iter().map(|size| Corpus::lone_array(*size)).collect();
    let rows = parsers.iter().filter(|parser| parser.yields != Yields::Index).map(|parser| {
        let mut nanos = Vec::new();
        for corpus in &corpora {
            // A doubling has at most quadrupled the time until now.
            let last: Option<&f64> = nanos.last();
            if last.is_some_and(|last| last * 2.0 * corpus.bytes.len() as f64 > LONGEST * 1e9) {
                break;
            }
            let Some(figure) = nanos_per_byte(parser, corpus) else { break };
            nanos.push(figure);
        }
        tick();
        Row { parser: *parser, nanos }
    });
    rows.filter(|row| !row.nanos.is_empty()).collect()
}

fn nanos_per_byte(parser: &Parser, corpus: &Corpus) -> Option<f64> {
    let mut pass = (parser.start)(corpus, Arrival::Reads(1))?;
    let mut fastest = f64::INFINITY;
    for _ in 0..PASSES {
        let mut stopwatch = Stopwatch::new(Measures::Time);
        let found = pass(&mut stopwatch).ok()?;
        if !corpus.accepts(&found) {
            return None;
        }
        fastest = fastest.min(stopwatch.elapsed.as_nanos() as f64 / corpus.bytes.len() as f64);
        if stopwatch.elapsed.as_secs_f64() > LONGEST / 4.0 {
            break;
        }
    }
    Some(fastest)
}

#[cfg(test)]
mod tests {
    use super::super::ours;
    use super::*;

    #[test]
    fn ours_takes_bytes_one_by_one() {
        let rows = rows(&ours::ALL, 2, || {});
        // The one that reads nothing is left out.
        assert_eq!(rows.iter().map(|row| row.nanos.len()).collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn growth_is_of_the_whole_time_for_each_doubling() {
        let row = |nanos: &[f64]| Row { parser: ours::BORROWED, nanos: nanos.to_vec() };
        assert_eq!(row(&[5.0, 5.0, 5.0]).growth(), Some(2.0));
        assert_eq!(row(&[5.0, 10.0, 20.0]).growth(), Some(4.0));
        assert_eq!(row(&[5.0]).growth(), None);
    }
}
