//! The whole of a run: server, keys, rounds, record.

use super::beside::Other;
use super::cell::{self, Cell};
use super::engine::{Limit, Outcome};
use super::live::Live;
use super::sample::{self, Sample};
use super::tally::Tally;
use super::target::{Target, warm_up};
use super::{Options, goals, table};
use crate::failure::Failure;
use crate::machine::{self, Machine};
use crate::record::{Files, Record, Role, Section};
use crate::server::{Description, Server};
use crate::{interrupt, pin, runtime};
use core::time::Duration;
use resp_net::Connection;
use std::process::ExitCode;

/// Name of our rows.
const OURS: &str = "resp-bench load";

/// A cell and what was found so far.
struct Entry {
    cell: Cell,
    ours: Vec<Sample>,
    others: Vec<Sample>,
}

/// Loads a server as the options ask for.
///
/// # Errors
/// There is no server, it does not speak RESP, or a file cannot be written.
pub(super) fn run(options: &Options) -> Result<ExitCode, Failure> {
    if options.list {
        cell::wanted(options, None)?.iter().for_each(|cell| println!("{:10}{}", cell.name, cell.about));
        return Ok(ExitCode::SUCCESS);
    }
    // Whatever is wrong with the options is said before a server is started.
    for cell in cell::wanted(options, None)? {
        options.check(cell.pipeline)?;
    }
    let files = Files::new(&options.common, "load")?;
    interrupt::listen();
    let machine = Machine::here();
    pin::raise_open_files();
    let server = Server::start(&options.common, if options.threads == 1 { 0 } else { options.threads })?;
    let target = Target::new(options, &server)?;
    let other =
        options.beside.as_ref().map(|program| Other::new(program, options, &target, &server)).transpose()?;
    let entry = |cell| Entry { cell, ours: Vec::new(), others: Vec::new() };
    let mut entries: Vec<_> = cell::wanted(options, target.expiry)?.into_iter().map(entry).collect();
    let mut record = start_record(options, &server, &target, other.as_ref(), machine)?;
    announce(&record);

    let measured = measure(options, &target, other.as_ref(), &mut entries, &mut record, &files);
    let owns_keys = |entry: &Entry| entry.cell.mix.commands.iter().any(|(template, _)| template.names_keys());
    if server.is_shared() && entries.iter().any(owns_keys) {
        // They expire by themselves, too.
        let _ = target.delete();
    }
    measured?;
    record.complete = !interrupt::requested();
    print!("{}", table::render(&record, crate::table::colours_wanted()));
    files.finish(&record)?;
    let mut failed = entries.iter().filter(|entry| entry.ours.iter().any(|sample| sample.failed)).peekable();
    let has_failed = failed.peek().is_some();
    failed.for_each(|entry| eprintln!("resp-bench: {} has errors, told in the table", entry.cell.name));
    Ok(match interrupt::exit_code() {
        ExitCode::SUCCESS if has_failed => ExitCode::FAILURE,
        code => code,
    })
}

fn start_record(
    options: &Options,
    server: &Server,
    target: &Target<'_>,
    other: Option<&Other>,
    machine: Machine,
) -> Result<Record, Failure> {
    let version = other.map(|other| (other.program.clone(), other.version.clone()));
    let description = describe(server, target)?;
    let environment = machine::environment(machine, Some(description), server.placed(), version);
    Ok(Record::new("load", environment, settings(options)))
}

fn settings(options: &Options) -> Vec<(String, String)> {
    let length = match options.requests {
        Some(requests) => format!("{requests} requests"),
        None => format!("{} s", options.seconds_per_cell()),
    };
    let arrivals = match options.rate {
        Some(rate) => format!("{rate} requests a second, latency from when each was due"),
        None => "the next requests as soon as the ones before are answered".to_owned(),
    };
    let settings = [
        ("connections", options.clients.to_string()),
        ("threads", options.threads.to_string()),
        ("keys", options.keyspace.to_string()),
        ("arrivals", arrivals),
        ("protocol", format!("RESP{}", options.resp)),
        ("length of a cell", length),
        ("rounds", options.round_count().to_string()),
    ];
    settings.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

fn describe(server: &Server, target: &Target<'_>) -> Result<Description, Failure> {
    runtime::current_thread()?.block_on(async {
        let connected = Connection::connect_with(&target.config).await;
        let mut connection = connected.map_err(|error| Failure::because("cannot use the server", &error))?;
        Ok(server.describe(&mut connection).await)
    })
}

fn announce(record: &Record) {
    print!("{}", record.environment.head());
    println!("Placed   {}", record.environment.placement);
    let settings: Vec<_> = record.settings.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    println!("Load     {}", settings.join(", "));
}

/// All cells, round after round, in each this program and then the other.
fn measure(
    options: &Options,
    target: &Target<'_>,
    other: Option<&Other>,
    entries: &mut [Entry],
    record: &mut Record,
    files: &Files,
) -> Result<(), Failure> {
    if !options.no_fill && !options.is_custom() {
        let filled = target.fill()?;
        if filled.tally.errors > 0 {
            let first = filled.tally.first_error.unwrap_or_default();
            record.notes.push(format!("the keys could not all be written: {first}"));
        }
    }
    let rounds = options.round_count();
    for round in 1..=rounds {
        for at in 0..entries.len() {
            if interrupt::requested() {
                return Ok(());
            }
            entries[at].take_turns(options, target, other, round)?;
            let measured = entries.iter().filter(|entry| !entry.ours.is_empty());
            record.sections = measured.map(|entry| section(entry, other)).collect();
            record.goals = goals::of(&record.sections);
            files.save(record)?;
        }
    }
    Ok(())
}

impl Entry {
    /// One round of the cell. The other program sends as many requests as ours
    /// did, and goes first in every second round.
    fn take_turns(
        &mut self,
        options: &Options,
        target: &Target<'_>,
        other: Option<&Other>,
        round: u32,
    ) -> Result<(), Failure> {
        let theirs_first = round.is_multiple_of(2);
        if theirs_first {
            self.run_other(other)?;
            if interrupt::requested() {
                return Ok(());
            }
        }
        let name = match options.round_count() {
            1 => self.cell.name.clone(),
            rounds => format!("round {round} of {rounds}: {}", self.cell.name),
        };
        self.ours.push(Sample::from(window(options, target, &self.cell, &name)?));
        if !theirs_first {
            self.run_other(other)?;
        }
        Ok(())
    }

    fn run_other(&mut self, other: Option<&Other>) -> Result<(), Failure> {
        let requests = self.ours.last().and_then(|sample| sample.tally.as_ref()).map_or(0, Tally::requests);
        if let Some(other) = other
            && !interrupt::requested()
        {
            match other.run(&self.cell, requests.max(1)) {
                // Ctrl-C on a terminal ends it, too.
                Err(_) if interrupt::requested() => {}
                sample => self.others.push(sample?),
            }
        }
        Ok(())
    }
}

fn window(options: &Options, target: &Target<'_>, cell: &Cell, name: &str) -> Result<Outcome, Failure> {
    if let Some(requests) = options.requests {
        return target.load(cell, Limit::Requests(requests), &mut Live::new(name, None));
    }
    let time = options.window();
    // What it finds does not count, nor do its errors, which come again.
    target.load(cell, Limit::Time(warm_up(time)), &mut Live::new(name, None))?;
    target.load(cell, Limit::Time(time), &mut Live::new(name, Some(time)))
}

fn section(entry: &Entry, other: Option<&Other>) -> Section {
    let ours = (!entry.ours.is_empty()).then(|| sample::row(OURS, Role::Ours, &entry.ours));
    let others = other.filter(|_| !entry.others.is_empty());
    let others = others.map(|other| sample::row(&other.program, Role::Other, &entry.others));
    Section {
        name: entry.cell.name.clone(),
        about: entry.cell.about.clone(),
        group: "Load generators".to_owned(),
        operation: "request".to_owned(),
        point: None,
        rows: ours.into_iter().chain(others).collect(),
    }
}

impl Options {
    /// How long one window is.
    fn window(&self) -> Duration {
        Duration::from_secs_f64(self.seconds_per_cell() / f64::from(self.round_count()))
    }
}
