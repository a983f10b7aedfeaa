//! The whole of `parsers`: corpora, single bytes, tables, record.

use super::corpus::{RECIPES, Recipe};
use super::parser::{Arrival, Parser};
use super::{Options, Outcome, Report, Row, Section};
use super::{goals, instructions, markdown, measure, ours, peers, record, table, trickle};
use crate::clients;
use crate::failure::Failure;
use crate::interrupt;
use crate::machine::Machine;
use crate::progress::Progress;
use crate::record::Files;
use core::time::Duration;
use std::process::ExitCode;

/// How the bytes arrive where they do not arrive whole.
const READS: Arrival = Arrival::Reads(16 << 10);
/// Name for `--only` and `--filter` beside those of the corpora.
const TRICKLE: &str = "trickle";
/// Sizes of the reply that is fed one byte at a time with `--quick`: up to 256 KiB.
const QUICK_SIZES: usize = 5;

/// What is to be measured.
struct Plan {
    parsers: Vec<Parser>,
    recipes: Vec<&'static Recipe>,
    /// How many of the sizes are fed one byte at a time.
    trickle_sizes: usize,
    seconds: f64,
    instructions: bool,
}

/// Compares what the options ask for.
///
/// # Errors
/// A name is not known, valgrind fails, or a file cannot be written.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let plan = plan(options)?;
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(name) = &options.pass {
        return pass(&plan, name);
    }
    if plan.recipes.is_empty() && plan.trickle_sizes == 0 {
        return Err(Failure::new("no corpus has such a name; --list shows them"));
    }
    let files = Files::new(&options.common, "parsers")?;
    record::explain_server_options(&options.common);
    clients::missing().iter().for_each(|line| eprintln!("{line}"));
    interrupt::listen();
    let machine = Machine::here();
    let mut record = record::new("parsers", machine.clone(), plan.seconds);
    let (report, complete) = measured(&plan, &interrupt::requested, |report| {
        record::fill(&mut record, report);
        files.save(&record)
    })?;
    record.complete = complete;
    if options.markdown {
        print!("{}", markdown::render(&report, &machine, plan.seconds));
        files.write(&record)?;
    } else {
        print!("{}", table::render(&report, crate::table::colours_wanted()));
        files.finish(&record)?;
    }
    Ok(interrupt::exit_code())
}

fn plan(options: &Options) -> Result<Plan, Failure> {
    let parsers = peers::parsers();
    let known = |name: &str| parsers.iter().any(|parser| parser.name == name);
    if let Some(name) = options.parsers.iter().find(|name| !known(name)) {
        let reason = peers::MISSING.filter(|_| name.starts_with("hiredis"));
        return Err(Failure::new(
            reason.map_or_else(
                || format!("there is no parser '{name}'; --list shows the names"),
                str::to_owned,
            ),
        ));
    }
    let is_part = |name: &str| name == TRICKLE || RECIPES.iter().any(|recipe| recipe.name == name);
    if let Some(name) = options.only.iter().find(|name| !is_part(name)) {
        return Err(Failure::new(format!("there is no corpus '{name}'; --list shows the names")));
    }
    let trickle_sizes = match (options.wants(TRICKLE), options.common.quick) {
        (false, _) => 0,
        (true, true) => QUICK_SIZES,
        (true, false) => trickle::SIZES.len(),
    };
    let wanted_parsers = parsers.into_iter().filter(|parser| options.wants_parser(parser.name));
    Ok(Plan {
        parsers: ours::ALL.into_iter().chain(wanted_parsers).collect(),
        recipes: RECIPES.iter().filter(|recipe| options.wants(recipe.name)).collect(),
        trickle_sizes,
        seconds: options.seconds_per_cell(),
        instructions: options.instructions,
    })
}

fn list() {
    println!("corpora:");
    RECIPES.iter().for_each(|recipe| println!("  {:16}{}", recipe.name, recipe.about));
    println!("  {TRICKLE:16}an array, one byte at a time");
    println!("parsers:");
    ours::ALL.iter().chain(&peers::parsers()).for_each(|parser| println!("  {}", parser.name));
    clients::missing().into_iter().chain(peers::MISSING).for_each(|line| println!("{line}"));
}

/// What a process under callgrind does.
fn pass(plan: &Plan, name: &str) -> Result<ExitCode, Failure> {
    let parser = plan.parsers.iter().find(|parser| parser.name == name);
    let (Some(parser), [recipe]) = (parser, &plan.recipes[..]) else {
        return Err(Failure::new("--pass takes a parser, and --only one corpus"));
    };
    instructions::pass(parser, recipe)?;
    Ok(ExitCode::SUCCESS)
}

/// All corpora, then single bytes, until `stop` says so; whether that was all
/// of it. `save` is called after each.
fn measured(
    plan: &Plan,
    stop: &dyn Fn() -> bool,
    mut save: impl FnMut(&Report) -> Result<(), Failure>,
) -> Result<(Report, bool), Failure> {
    let per_corpus = if plan.instructions { 2 + plan.parsers.len() } else { 2 };
    let trickled = if plan.trickle_sizes > 0 { plan.parsers.len() } else { 0 };
    let steps = plan.recipes.len() * per_corpus + trickled;
    let each = Duration::from_secs_f64(plan.seconds * plan.parsers.len() as f64);
    let progress = Progress::new(steps as u64, each * u32::try_from(steps).unwrap_or(u32::MAX));

    let mut report = Report::default();
    let mut complete = true;
    for recipe in &plan.recipes {
        complete = complete && !stop();
        if complete {
            progress.step(recipe.name, "all parsers");
            let section = section(recipe, plan, &progress)?;
            report.comparisons.extend(goals::of_corpus(&section));
            report.corpora.push(section);
            save(&report)?;
        }
    }
    complete = complete && !stop();
    if complete && plan.trickle_sizes > 0 {
        progress.step(TRICKLE, "all parsers");
        report.trickle_sizes = trickle::SIZES[..plan.trickle_sizes].to_vec();
        report.trickle = trickle::rows(&plan.parsers, plan.trickle_sizes, || progress.done());
        report.comparisons.extend(goals::of_trickle(&report.trickle));
        save(&report)?;
    }
    progress.finish();
    Ok((report, complete))
}

fn section(recipe: &Recipe, plan: &Plan, progress: &Progress) -> Result<Section, Failure> {
    let corpus = recipe.corpus(1);
    let measure = |arrival| {
        let outcomes = measure::outcomes(&corpus, arrival, &plan.parsers, plan.seconds);
        progress.done();
        outcomes
    };
    let outcomes = measure(Arrival::Whole).into_iter().zip(measure(READS));
    let rows = plan.parsers.iter().zip(outcomes);
    let mut rows: Vec<_> =
        rows.map(|(parser, (whole, reads))| Row { parser: *parser, whole, reads }).collect();
    rows.retain(|row| (row.whole, row.reads) != (Outcome::Unasked, Outcome::Unasked));
    if plan.instructions {
        for row in &mut rows {
            if let Outcome::Measured(figures) = &mut row.whole {
                figures.instructions = Some(instructions::count(&row.parser, recipe)?);
            }
            progress.done();
        }
    }
    Ok(Section {
        corpus: recipe.name,
        about: recipe.about,
        bytes: corpus.bytes.len(),
        replies: corpus.reply_count(),
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Metric;
    use core::cell::Cell;

    #[test]
    fn an_interrupted_run_keeps_what_was_measured() {
        let plan = Plan {
            parsers: ours::ALL.to_vec(),
            recipes: RECIPES.iter().take(3).collect(),
            trickle_sizes: 1,
            seconds: 0.005,
            instructions: false,
        };
        let asked = Cell::new(0);
        let stop = || asked.replace(asked.get() + 1) >= 1;
        let mut saved = Vec::new();
        let (report, complete) = measured(&plan, &stop, |report| {
            saved.push(report.corpora.len());
            Ok(())
        })
        .unwrap();
        assert_eq!((complete, saved), (false, vec![1]));
        let mut record = record::new("parsers", Machine::here(), plan.seconds);
        record::fill(&mut record, &report);
        let names: Vec<_> = record.sections.iter().map(|section| section.name.as_str()).collect();
        assert_eq!(names, ["ok", "ok-reads"]);
        let ours = record.sections[0].row(ours::BORROWED.name).unwrap();
        assert!(ours.median(Metric::Nanos) > Some(0.0));
    }
}
