//! The whole of `encoders`: commands, encoders in turns, record.

use super::commands::{Commands, RECIPES, Recipe};
use super::encoder::{self, Encoder};
use super::{EncodingSection, Report, goals, markdown, ours, peers, record, table};
use crate::clients;
use crate::failure::Failure;
use crate::interrupt;
use crate::machine::Machine;
use crate::options::{Common, with_default};
use crate::progress::Progress;
use crate::record::Files;
use core::time::Duration;
use std::process::ExitCode;

const LONG_ABOUT: &str = "\
Compares how long it takes to write commands into memory, in one process. No server takes part.

All write the same commands; what they write is compared with prepared bytes before anything is timed. resp-core takes \
part with arguments as slices, into a growing buffer and into memory that is given, with typed commands, and with raw \
ones. by-hand copies prepared bytes into room that is reserved: no encoder can be much faster.

The encoders take turns in five rounds. The table shows the fastest pass over all commands and the median pass, the \
record the fastest pass of each round. The encoders of others are built only with the feature `peers`.";

/// What to compare, and what to write.
#[derive(Debug, Clone, clap::Args)]
#[command(about = "Compares the encoder with those of others, in one process", long_about = LONG_ABOUT)]
#[command(mut_arg("seconds", |seconds| with_default(seconds, "0.5; with --quick 0.1")))]
pub(crate) struct Options {
    #[command(flatten)]
    common: Common,

    /// Only encoders whose name contains one of these texts; --list shows the names
    #[arg(long, value_name = "TEXT,..", value_delimiter = ',')]
    encoders: Vec<String>,

    /// Print Markdown
    #[arg(long)]
    markdown: bool,

    /// Print the names of commands and encoders and end
    #[arg(long)]
    list: bool,
}

impl Options {
    fn seconds_per_cell(&self) -> f64 {
        self.common.seconds.unwrap_or(if self.common.quick { 0.1 } else { 0.5 })
    }

    fn wants_encoder(&self, name: &str) -> bool {
        self.encoders.is_empty() || self.encoders.iter().any(|text| name.contains(text.as_str()))
    }
}

/// Compares what the options ask for.
///
/// # Errors
/// No name is known, or a file cannot be written.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    let recipes: Vec<_> = RECIPES.iter().filter(|recipe| options.common.wants(recipe.name)).collect();
    let encoders: Vec<_> = all().into_iter().filter(|encoder| options.wants_encoder(encoder.name)).collect();
    if recipes.is_empty() || encoders.is_empty() {
        return Err(Failure::new("no commands or no encoder has such a name; --list shows them"));
    }
    let files = Files::new(&options.common, "encoders")?;
    record::explain_server_options(&options.common);
    clients::missing().iter().for_each(|line| eprintln!("{line}"));
    interrupt::listen();
    let (machine, seconds) = (Machine::here(), options.seconds_per_cell());
    let mut record = record::new("encoders", machine.clone(), seconds);
    let (report, complete) = measured(&recipes, &encoders, seconds, &interrupt::requested, |report| {
        record::fill(&mut record, report);
        files.save(&record)
    })?;
    record.complete = complete;
    if options.markdown {
        print!("{}", markdown::render(&report, &machine, seconds));
        files.write(&record)?;
    } else {
        print!("{}", table::render(&report, crate::table::colours_wanted()));
        files.finish(&record)?;
    }
    Ok(interrupt::exit_code())
}

/// Ours, the copy by hand, and those of others.
fn all() -> Vec<Encoder> {
    ours::ENCODERS.into_iter().chain([encoder::BY_HAND]).chain(peers::encoders()).collect()
}

fn list() {
    println!("commands:");
    RECIPES.iter().for_each(|recipe| println!("  {:18}{}", recipe.name, recipe.about));
    println!("encoders:");
    all().iter().for_each(|encoder| println!("  {}", encoder.name));
    clients::missing().into_iter().chain(peers::MISSING).for_each(|line| println!("{line}"));
}

/// All commands, until `stop` says so; whether that was all of it. `save` is called after each.
fn measured(
    recipes: &[&Recipe],
    encoders: &[Encoder],
    seconds: f64,
    stop: &dyn Fn() -> bool,
    mut save: impl FnMut(&Report) -> Result<(), Failure>,
) -> Result<(Report, bool), Failure> {
    let mut report = Report::default();
    let each = Duration::from_secs_f64(seconds * encoders.len() as f64);
    let progress =
        Progress::new(recipes.len() as u64, each * u32::try_from(recipes.len()).unwrap_or(u32::MAX));
    for recipe in recipes {
        if stop() {
            break;
        }
        progress.step(recipe.name, "all encoders");
        let commands = recipe.commands();
        report.encoding.push(section(&commands, encoders, seconds));
        report.comparisons.extend(report.encoding.last().into_iter().flat_map(goals::of_encoding));
        progress.done();
        save(&report)?;
    }
    progress.finish();
    let complete = report.encoding.len() == recipes.len();
    Ok((report, complete))
}

fn section(commands: &Commands, encoders: &[Encoder], seconds: f64) -> EncodingSection {
    let rows = encoder::rows(commands, encoders, seconds);
    EncodingSection { commands: commands.name, about: commands.about, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Metric;
    use core::cell::Cell;

    #[test]
    fn an_interrupted_run_keeps_what_was_measured() {
        let recipes: Vec<_> = RECIPES.iter().collect();
        let asked = Cell::new(0);
        let stop = || asked.replace(asked.get() + 1) >= 2;
        let mut saved = Vec::new();
        let (report, complete) = measured(&recipes, &ours::ENCODERS, 0.01, &stop, |report| {
            saved.push(report.encoding.len());
            Ok(())
        })
        .unwrap();
        assert_eq!((complete, saved), (false, vec![1, 2]));
        let mut record = record::new("encoders", Machine::here(), 0.01);
        record::fill(&mut record, &report);
        let names: Vec<_> = record.sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["encode-get", "encode-16"]);
        for row in record.sections.iter().flat_map(|section| &section.rows) {
            assert!(row.median(Metric::Nanos).is_some_and(|nanos| nanos > 0.0), "{}", row.name);
        }
        assert!(!record.complete);
    }
}
