//! The command `diff`: two records of the same command beside each other.

mod pairs;
mod render;

use self::pairs::Pairs;
use crate::failure::Failure;
use crate::record::{self, Record};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const LONG_ABOUT: &str = "\
Compares two records of the same command.

First come the medians of every contestant: old, new, and the change, marked where each lies outside of what the \
rounds of the other reached. Then the ratios, which a faster or slower machine changes less: ours to every other, and \
every contestant to the hand-written loop. The last lines say how well the ratios agree.";

/// What to compare.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Compares two records of the same command", long_about = LONG_ABOUT)]
pub(crate) struct Options {
    /// The older record
    old: PathBuf,

    /// The newer record
    new: PathBuf,

    /// Print tables of Markdown
    #[arg(long)]
    markdown: bool,

    /// Exit with 1 if a ratio of ours to another is worse by more than so many percent
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    fail_above: Option<f64>,
}

/// Does it.
///
/// # Errors
/// One of the records cannot be read, or they are of different commands.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let (old, new) = (record::read(&options.old)?, record::read(&options.new)?);
    same_command(&old, &new)?;
    let pairs = Pairs::of(&old, &new);
    // A closed pipe, as of `| head`, is no reason to complain.
    let _ = std::io::stdout().write_all(render::text(&old, &new, &pairs, options.markdown).as_bytes());
    let Some(bound) = options.fail_above else { return Ok(ExitCode::SUCCESS) };
    let worse: Vec<_> =
        pairs.ratios.iter().filter(|ratio| ratio.is_ours && ratio.worse() * 100.0 > bound).collect();
    for ratio in &worse {
        eprintln!("resp-bench: {}", render::complaint(ratio));
    }
    Ok(if worse.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn same_command(old: &Record, new: &Record) -> Result<(), Failure> {
    if old.command == new.command {
        return Ok(());
    }
    let (old, new) = (&old.command, &new.command);
    Err(Failure::new(format!("the records are of different commands: {old} and {new}")))
}

/// A number that a ratio may be worse by.
fn percent(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(percent) if (0.0..=10_000.0).contains(&percent) => Ok(percent),
        _ => Err("not a number of percent".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    fn write(name: &str, record: &Record) -> PathBuf {
        let file = std::env::temp_dir().join(format!("resp-bench-diff-{}-{name}.json", std::process::id()));
        std::fs::write(&file, serde_json::to_vec(record).unwrap()).unwrap();
        file
    }

    #[test]
    fn a_worse_ratio_fails_only_if_asked_for() {
        let (old, mut new) = (sample::record(), sample::record());
        // A quarter less in every round of ours.
        let figures = &mut new.sections[0].rows[0].figures;
        let figure = figures.get_mut(&record::Metric::OpsPerSecond).unwrap();
        figure.rounds.iter_mut().for_each(|round| *round *= 0.75);
        let (old, new) = (write("old", &old), write("new", &new));
        let code = |fail_above| {
            let options = Options { old: old.clone(), new: new.clone(), markdown: false, fail_above };
            run(&options).unwrap()
        };
        assert_eq!(code(None), ExitCode::SUCCESS);
        assert_eq!(code(Some(30.0)), ExitCode::SUCCESS);
        assert_eq!(code(Some(20.0)), ExitCode::FAILURE);
        let other = Options { new: old.clone(), old: new.clone(), markdown: true, fail_above: Some(20.0) };
        assert_eq!(run(&other).unwrap(), ExitCode::SUCCESS, "better is not worse");
        std::fs::remove_file(old).unwrap();
        std::fs::remove_file(new).unwrap();
    }

    #[test]
    fn records_of_different_commands_are_not_compared() {
        let (old, mut new) = (sample::record(), sample::record());
        new.command = "parsers".to_owned();
        let failure = same_command(&old, &new).unwrap_err().to_string();
        assert_eq!(failure, "the records are of different commands: compare and parsers");
    }

    #[test]
    fn bounds_are_numbers() {
        assert_eq!(percent("7.5"), Ok(7.5));
        assert!(percent("-1").is_err() && percent("x").is_err() && percent("NaN").is_err());
    }
}
