//! The decoder against other parsers, as far as the grammars agree.

mod allowed;
mod answers;

use resp_core::{Decoder, Progress};

use crate::oracle::{self, Bounds};
use allowed::{ALLOWED, Case};
use answers::{Answer, Peer, ask};

/// So little depth and input that no peer, all of which recurse, runs into a
/// limit of its own or out of the 8 MiB of stack that a main thread has.
const BOUNDS: Bounds = Bounds { depth: 30, attributes: 2, ..oracle::DEFAULT };
const MAX_LEN: usize = 512;

/// Has each peer read each frame of a stream: the same value of the same
/// length, the same need for more, an error where the decoder has one. Where
/// they differ, a row of [`ALLOWED`] says why they may.
///
/// # Panics
/// No row says so.
pub(crate) fn against_the_peers(input: &[u8]) {
    differences(input, |case, row| {
        assert!(
            row.is_some(),
            "{:?} reads {} as {:?}, which is {:?}",
            case.peer,
            case.input.escape_ascii(),
            case.theirs,
            case.ours
        );
    });
}

/// Calls `visit` with each difference, and the index of the row that allows it.
fn differences(input: &[u8], mut visit: impl FnMut(&Case<'_>, Option<usize>)) {
    let mut rest = &input[..input.len().min(MAX_LEN)];
    let mut decoder = Decoder::with_limits(BOUNDS.limits());
    while !rest.is_empty() {
        let (ours, used) = match decoder.decode(rest) {
            Ok(Progress::Frame(frame)) => (Answer::Value(frame.to_value()), frame.byte_len()),
            Ok(Progress::NeedMore { .. }) => (Answer::Incomplete, rest.len()),
            // They have other limits, or none.
            Err(error) if error.kind.is_limit() => return,
            Err(error) => (Answer::Error(Some(error.kind)), rest.len()),
        };
        for peer in Peer::ALL {
            let theirs = ask(peer, &rest[..used]);
            if !theirs.agrees_with(&ours, peer) {
                let case = Case::new(peer, &rest[..used], &ours, &theirs);
                visit(&case, ALLOWED.iter().position(|row| row.allows(&case)));
            }
        }
        rest = &rest[used..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The part of `differential` that needs the peers; the rest of the corpus
    /// is run by `tests/tests/fuzz_corpus.rs`. A row that nothing needs would
    /// hide the next difference.
    fn check_the_corpus() {
        let mut needed = vec![false; ALLOWED.len()];
        for (path, input) in ::tests::corpus::inputs("differential") {
            println!("{}", path.display());
            against_the_peers(&input);
            differences(&input, |_, row| needed[row.expect("it was just checked")] = true);
        }
        for (row, needed) in ALLOWED.iter().zip(needed) {
            assert!(needed, "no input of the corpus needs: {}", row.why);
        }
    }

    #[test]
    fn the_corpus_needs_every_row_and_no_other() {
        let thread = std::thread::Builder::new().stack_size(8 << 20);
        let thread = thread.spawn(check_the_corpus).unwrap();
        thread.join().unwrap();
    }
}
