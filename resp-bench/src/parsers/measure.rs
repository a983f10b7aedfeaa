//! Has parsers and encoders take turns, and times them.

use super::corpus::Corpus;
use super::parser::{Arrival, Parser, Pass};
use super::stopwatch::{Measures, Stopwatch};
use core::time::Duration;
use std::time::Instant;

/// How often each has its turn.
pub(super) const ROUNDS: usize = 5;

/// What became of a parser on a corpus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Outcome {
    /// It found what was written.
    Measured(Figures),
    /// It found something else.
    Wrong,
    /// It took the bytes for wrong, or waited for more.
    Refused,
    /// It cannot be asked this way.
    Unasked,
}

/// Costs of one reply or command.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figures {
    /// Of the fastest pass.
    pub(super) nanos: f64,
    /// Of the fastest pass of each round.
    pub(super) rounds: [f64; ROUNDS],
    /// Of the median pass.
    pub(super) median_nanos: f64,
    /// Bytes a nanosecond in the fastest pass.
    pub(super) gigabytes_per_second: f64,
    pub(super) allocations: f64,
    /// Counted only if asked for.
    pub(super) instructions: Option<f64>,
}

impl Outcome {
    /// The figures, if it was measured.
    pub(super) const fn figures(&self) -> Option<&Figures> {
        match self {
            Self::Measured(figures) => Some(figures),
            _ => None,
        }
    }
}

/// Checks what each parser finds in the corpus, and times those that are
/// right for `seconds` each.
pub(super) fn outcomes(corpus: &Corpus, arrival: Arrival, parsers: &[Parser], seconds: f64) -> Vec<Outcome> {
    let mut checked: Vec<_> = parsers.iter().map(|parser| check(parser, corpus, arrival)).collect();
    let passes = checked.iter_mut().filter_map(|checked| checked.as_mut().ok()).map(|pass| {
        |stopwatch: &mut Stopwatch| {
            let outcome = pass(stopwatch);
            assert!(outcome.is_ok(), "a parser refuses {}, which it took before", corpus.name);
        }
    });
    let mut figures = in_turns(passes, seconds, corpus.reply_count(), corpus.bytes.len()).into_iter();
    let outcome_of = |checked: Result<_, Outcome>| match checked {
        Ok(_) => figures.next().map_or(Outcome::Unasked, Outcome::Measured),
        Err(outcome) => outcome,
    };
    checked.into_iter().map(outcome_of).collect()
}

/// The parser's pass, if it finds what there is.
fn check<'c>(parser: &Parser, corpus: &'c Corpus, arrival: Arrival) -> Result<Pass<'c>, Outcome> {
    let mut pass = (parser.start)(corpus, arrival).ok_or(Outcome::Unasked)?;
    // Twice: the first pass grows the buffers that later ones find.
    for _ in 0..2 {
        match pass(&mut Stopwatch::new(Measures::Nothing)) {
            Ok(found) if corpus.accepts(&found) => {}
            Ok(_) => return Err(Outcome::Wrong),
            Err(_) => return Err(Outcome::Refused),
        }
    }
    Ok(pass)
}

/// Times passes that do the same to `bytes` bytes of `items` items, each for
/// `seconds`: one after the other in several rounds, so that a change of the
/// machine's speed reaches all of them.
pub(super) fn in_turns<P: FnMut(&mut Stopwatch)>(
    passes: impl Iterator<Item = P>,
    seconds: f64,
    items: usize,
    bytes: usize,
) -> Vec<Figures> {
    let mut runners: Vec<_> =
        passes.map(|pass| Runner { pass, times: Vec::new(), rounds: [f64::NAN; ROUNDS] }).collect();
    let turn = Duration::from_secs_f64(seconds / ROUNDS as f64);
    for round in 0..ROUNDS {
        for runner in &mut runners {
            runner.rounds[round] = runner.run_for(turn);
        }
    }
    runners.into_iter().map(|runner| runner.figures(items, bytes)).collect()
}

struct Runner<P> {
    pass: P,
    times: Vec<Duration>,
    /// Nanoseconds of the fastest pass of each round.
    rounds: [f64; ROUNDS],
}

impl<P: FnMut(&mut Stopwatch)> Runner<P> {
    /// Passes again and again: nanoseconds of the fastest pass.
    fn run_for(&mut self, turn: Duration) -> f64 {
        let (started, before) = (Instant::now(), self.times.len());
        // What a pass needs off the clock, such as a fresh buffer, counts here.
        while started.elapsed() < turn {
            let mut stopwatch = Stopwatch::new(Measures::Time);
            (self.pass)(&mut stopwatch);
            self.times.push(stopwatch.elapsed);
        }
        self.times[before..].iter().min().map_or(f64::NAN, |time| time.as_nanos() as f64)
    }

    fn figures(mut self, items: usize, bytes: usize) -> Figures {
        let mut counter = Stopwatch::new(Measures::Allocations);
        (self.pass)(&mut counter);
        self.times.sort_unstable();
        let nanos = |index: usize| self.times.get(index).map_or(f64::NAN, |time| time.as_nanos() as f64);
        let (fastest, median) = (nanos(0), nanos(self.times.len() / 2));
        let items = items as f64;
        Figures {
            nanos: fastest / items,
            rounds: self.rounds.map(|nanos| nanos / items),
            median_nanos: median / items,
            gigabytes_per_second: bytes as f64 / fastest,
            allocations: counter.allocations as f64 / items,
            instructions: None,
        }
    }
}
