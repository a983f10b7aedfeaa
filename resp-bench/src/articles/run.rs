//! The whole of a rerun: Python, server, contestants, rounds, record.

use super::contestant::Who;
use super::options::Options;
use super::python::{self, Introduction};
use super::rounds::{self, Plan, Schedule};
use super::stage::Stage;
use super::table;
use crate::clients;
use crate::failure::Failure;
use crate::machine::{self, Machine};
use crate::record::{Files, Record};
use crate::server::Server;
use crate::{format, interrupt, pin, runtime};
use resp_net::Connection;
use std::io::Write;
use std::process::ExitCode;

/// Reruns what the options ask for.
///
/// # Errors
/// There is no Python, package or server, somebody fails or gets a wrong
/// reply, or a file cannot be written. What was measured before has been shown
/// and saved.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let plan = Plan::new(&options.common);
    if options.list {
        list(&plan);
        return Ok(ExitCode::SUCCESS);
    }
    if plan.turns.is_empty() {
        return Err(Failure::new("no table and claim has such a name; --list shows them"));
    }
    let files = Files::new(&options.common, "articles")?;
    let here = Machine::here();
    pin::raise_open_files();
    interrupt::listen();
    let python = match python::interpreter(options.python.as_deref()) {
        Err(_) if interrupt::requested() => return Ok(interrupt::exit_code()),
        python => python?,
    };
    let server = Server::start(&options.common, 0)?;
    let runtime = runtime::current_thread()?;
    let connected = runtime.block_on(Connection::connect(&server.url));
    let mut control = connected.map_err(|error| Failure::because("cannot use the server", &error))?;
    let description = runtime.block_on(server.describe(&mut control));
    let mut stage = Stage::set(runtime, control, &server, &python, &plan.turns)?;

    let environment = machine::environment(here, Some(description), server.placed(), versions(&stage));
    let mut record = Record::new("articles", environment, settings(options.schedule(), &stage));
    announce(&record, &plan);
    let outcome = rounds::run(&plan, &mut stage, options.schedule(), &mut record, &files);
    let cleared = stage.clear();
    drop(stage);
    note(&mut record, &outcome);
    print!("{}", table::render(&record, crate::table::colours_wanted()));
    files.finish(&record)?;
    outcome.and(cleared).map(|()| interrupt::exit_code())
}

fn list(plan: &Plan) {
    let tables = plan.tables.iter().map(|table| (table.name, table.about));
    let claims = plan.claims.iter().map(|claim| (claim.name, claim.about));
    let text: String = tables.chain(claims).map(|(name, about)| format!("{name:28}{about}\n")).collect();
    // A closed pipe, as of `--list | head`, is no reason to complain.
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Of what takes part beside this workspace.
fn versions(stage: &Stage) -> Vec<(String, String)> {
    let mut versions = Vec::new();
    let introductions = stage.pythons.values().map(|process| &process.introduction);
    if let Some(Introduction { python, redis, .. }) = introductions.clone().next() {
        versions.extend(
            [("Python", python), ("redis-py", redis)]
                .map(|(name, version)| (name.to_owned(), version.clone())),
        );
    }
    versions.extend(
        introductions
            .filter_map(|one| one.hiredis.clone())
            .next()
            .map(|version| ("hiredis".to_owned(), version)),
    );
    if Who::RedisRs.takes_part() {
        versions.push(("redis-rs".to_owned(), REDIS_RS.to_owned()));
    }
    versions
}

/// Version of redis-rs in the lock file, which a test compares.
const REDIS_RS: &str = "1.8.1";

fn settings(schedule: Schedule, stage: &Stage) -> Vec<(String, String)> {
    let mut settings = vec![
        ("rounds".to_owned(), schedule.rounds.to_string()),
        ("timed in each".to_owned(), format!("at least {} ms", format::short(schedule.seconds * 1e3))),
    ];
    let mut parsers: Vec<_> = stage
        .pythons
        .iter()
        .map(|(who, process)| (format!("parser of {who}"), process.introduction.parser.clone()))
        .collect();
    parsers.sort();
    settings.extend(parsers);
    settings
}

fn announce(record: &Record, plan: &Plan) {
    let environment = &record.environment;
    print!("{}", environment.head());
    println!("Placed   {}", environment.placement);
    let list = |pairs: &[(String, String)]| {
        pairs.iter().map(|(name, value)| format!("{name} {value}")).collect::<Vec<_>>().join(", ")
    };
    println!("With     {}", list(&environment.versions));
    println!("Plan     {} turns; {}", plan.turns.len(), list(&record.settings));
    clients::missing().iter().for_each(|line| println!("{line}"));
}

fn note(record: &mut Record, outcome: &Result<(), Failure>) {
    if let Err(failure) = outcome {
        record.notes.push(format!("Ended early: {failure}."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_redis_rs_is_that_of_the_lock_file() {
        let lock = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
        assert!(
            lock.contains(&format!("name = \"redis\"\nversion = \"{REDIS_RS}\"\n")),
            "correct it in REDIS_RS"
        );
    }
}
