//! Instructions of a pass, counted by callgrind in a process of its own for
//! each parser and corpus.

use super::corpus::{Corpus, Recipe};
use super::parser::{Arrival, Parser};
use super::stopwatch::{Measures, REGION, Stopwatch};
use crate::failure::Failure;
use std::process::Command;

/// The corpora are this much smaller, as callgrind makes all that much slower.
const PART: usize = 16;

/// The corpus that instructions are counted on.
pub(super) fn corpus(recipe: &Recipe) -> Corpus {
    recipe.corpus(PART)
}

/// Instructions a reply of a parser that can read this recipe's corpus.
///
/// # Errors
/// valgrind is missing or has failed.
pub(super) fn count(parser: &Parser, recipe: &Recipe) -> Result<f64, Failure> {
    let program = std::env::current_exe()?;
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no"])
        .arg(format!("--toggle-collect={REGION}"))
        .arg(program)
        .args(["parsers", "--only", recipe.name, "--pass", parser.name])
        .output()
        .map_err(|error| {
            Failure::because("cannot run valgrind; install it or leave --instructions out", &error)
        })?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = collected(&text).filter(|_| output.status.success());
    let failed = || Failure::new(format!("valgrind failed for {} on {}", parser.name, recipe.name));
    Ok(count.ok_or_else(failed)? / corpus(recipe).reply_count() as f64)
}

/// The count in what callgrind prints: `==17== Collected : 1234`.
fn collected(text: &str) -> Option<f64> {
    let line = text.lines().find_map(|line| line.split_once("Collected :"))?;
    line.1.trim().parse().ok()
}

/// One pass to warm up and one that callgrind counts: what the other process does.
///
/// # Errors
/// The parser does not take the corpus.
pub(super) fn pass(parser: &Parser, recipe: &Recipe) -> Result<(), Failure> {
    let corpus = corpus(recipe);
    let refused = || Failure::new(format!("{} does not take {}", parser.name, recipe.name));
    let mut pass = (parser.start)(&corpus, Arrival::Whole).ok_or_else(refused)?;
    for measures in [Measures::Nothing, Measures::Time] {
        pass(&mut Stopwatch::new(measures)).map_err(|_| refused())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_found_among_other_lines() {
        let text = "==9== Events    : Ir\n==9== Collected : 77265\n==9== \n==9== I   refs:      77,265\n";
        assert_eq!(collected(text), Some(77_265.0));
        assert_eq!(collected("==9== no such"), None);
    }
}
