//! The whole of a comparison: corpora, commands, single bytes, tables.

use super::corpus::{RECIPES, Recipe};
use super::encoder::{self, Commands, Encoder};
use super::parser::{Arrival, Parser};
use super::progress::Progress;
use super::{EncodingSection, Options, Outcome, Report, Row, Section};
use super::{goals, instructions, markdown, measure, ours, peers, table, trickle};
use crate::failure::Failure;
use crate::machine::Machine;
use std::path::Path;
use std::process::ExitCode;

/// How the bytes arrive where they do not arrive whole.
const READS: Arrival = Arrival::Reads(16 << 10);
/// Names for `--only` beside those of the corpora.
const ENCODE: &str = "encode";
const TRICKLE: &str = "trickle";
/// Sizes of the reply that is fed one byte at a time with `--quick`: up to 256 KiB.
const QUICK_SIZES: usize = 5;

/// What is to be measured.
struct Plan {
    parsers: Vec<Parser>,
    encoders: Vec<Encoder>,
    recipes: Vec<&'static Recipe>,
    commands: Vec<Commands>,
    /// How many of the sizes are fed one byte at a time.
    trickle_sizes: usize,
    seconds: f64,
    instructions: bool,
}

/// Compares what the options ask for.
///
/// # Errors
/// The others are not built in, a name is not known, valgrind fails, or a file
/// cannot be written.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    if peers::parsers().is_empty() {
        return Err(Failure::new(
            "the parsers of others are not built in; run: \
             cargo run --release -p resp-bench --features peers -- parsers",
        ));
    }
    let plan = plan(options)?;
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(name) = &options.pass {
        return pass(&plan, name);
    }
    let report = measured(&plan)?;
    if options.markdown {
        print!("{}", markdown::render(&report));
    } else {
        print!("{}", table::render(&report, crate::table::colours_wanted()));
    }
    options.json.as_deref().map_or(Ok(()), |file| write_json(&report, file))?;
    Ok(ExitCode::SUCCESS)
}

fn plan(options: &Options) -> Result<Plan, Failure> {
    let (parsers, encoders) = (peers::parsers(), peers::encoders());
    let known = |name: &str| {
        parsers.iter().any(|parser| parser.name == name)
            || encoders.iter().any(|encoder| encoder.name == name)
    };
    if let Some(name) = options.parsers.iter().find(|name| !known(name)) {
        let reason = peers::MISSING.filter(|_| name.starts_with("hiredis"));
        return Err(Failure::new(
            reason.map_or_else(
                || format!("there is no parser '{name}'; --list shows the names"),
                str::to_owned,
            ),
        ));
    }
    let is_part =
        |name: &str| [ENCODE, TRICKLE].contains(&name) || RECIPES.iter().any(|recipe| recipe.name == name);
    if let Some(name) = options.only.iter().find(|name| !is_part(name)) {
        return Err(Failure::new(format!("there is no corpus '{name}'; --list shows the names")));
    }
    let commands =
        if options.wants(ENCODE) { vec![Commands::small(), Commands::large()] } else { Vec::new() };
    let trickle_sizes = match (options.wants(TRICKLE), options.quick) {
        (false, _) => 0,
        (true, true) => QUICK_SIZES,
        (true, false) => trickle::SIZES.len(),
    };
    let wanted_parsers = parsers.into_iter().filter(|parser| options.wants_parser(parser.name));
    let wanted_encoders = encoders.into_iter().filter(|encoder| options.wants_parser(encoder.name));
    Ok(Plan {
        parsers: ours::ALL.into_iter().chain(wanted_parsers).collect(),
        encoders: ours::ENCODERS.into_iter().chain([encoder::BY_HAND]).chain(wanted_encoders).collect(),
        recipes: RECIPES.iter().filter(|recipe| options.wants(recipe.name)).collect(),
        commands,
        trickle_sizes,
        seconds: options.seconds_per_cell(),
        instructions: options.instructions,
    })
}

fn list() {
    println!("corpora:");
    RECIPES.iter().for_each(|recipe| println!("  {:16}{}", recipe.name, recipe.about));
    println!("  {ENCODE:16}commands to encode");
    println!("  {TRICKLE:16}an array, one byte at a time");
    println!("parsers:");
    peers::parsers().iter().for_each(|parser| println!("  {}", parser.name));
    println!("encoders:");
    peers::encoders().iter().for_each(|encoder| println!("  {}", encoder.name));
    if let Some(reason) = peers::MISSING {
        println!("{reason}");
    }
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

fn measured(plan: &Plan) -> Result<Report, Failure> {
    let per_corpus = if plan.instructions { 2 + plan.parsers.len() } else { 2 };
    let trickled = if plan.trickle_sizes > 0 { plan.parsers.len() } else { 0 };
    let steps = plan.recipes.len() * per_corpus + plan.commands.len() + trickled;
    let progress = Progress::new(steps as u64);

    let mut corpora = Vec::new();
    for recipe in &plan.recipes {
        progress.step(recipe.name);
        corpora.push(section(recipe, plan, &progress)?);
    }
    let encoding: Vec<_> = plan.commands.iter().map(|commands| encoding(commands, plan, &progress)).collect();
    let mut trickle = Vec::new();
    if plan.trickle_sizes > 0 {
        progress.step("one byte at a time");
        trickle = trickle::rows(&plan.parsers, plan.trickle_sizes, || progress.tick());
    }
    progress.finish();

    let of_corpora = corpora.iter().flat_map(goals::of_corpus);
    let of_encoding = encoding.iter().flat_map(goals::of_encoding);
    let comparisons = of_corpora.chain(of_encoding).chain(goals::of_trickle(&trickle)).collect();
    Ok(Report {
        machine: Machine::here(),
        seconds_per_cell: plan.seconds,
        corpora,
        encoding,
        trickle_sizes: trickle::SIZES[..plan.trickle_sizes].to_vec(),
        trickle,
        comparisons,
    })
}

fn section(recipe: &Recipe, plan: &Plan, progress: &Progress) -> Result<Section, Failure> {
    let corpus = recipe.corpus(1);
    let measure = |arrival| {
        let outcomes = measure::outcomes(&corpus, arrival, &plan.parsers, plan.seconds);
        progress.tick();
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
            progress.tick();
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

fn encoding(commands: &Commands, plan: &Plan, progress: &Progress) -> EncodingSection {
    progress.step(commands.name);
    let rows = encoder::rows(commands, &plan.encoders, plan.seconds);
    progress.tick();
    EncodingSection { commands: commands.name, about: commands.about, rows }
}

fn write_json(report: &Report, file: &Path) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(report).map_err(|error| Failure::because("no report", &error))?;
    std::fs::write(file, text)
        .map_err(|error| Failure::because(format_args!("cannot write {}", file.display()), &error))
}
