//! The whole of a comparison: server, data, rounds, table.

use super::Options;
use super::cell::{CELLS, Cell};
use super::contestant::{self, Contestant, Target};
use super::data::Data;
use super::report::{Report, Row, Section};
use super::window::{self, Machine, Sample};
use super::{goals, raw, table};
use crate::failure::Failure;
use crate::format;
use crate::measure::Schedule;
use crate::server;
use crate::workload::Endpoint;
use crate::{machine, pin};
use ::tests::server::RedisServer;
use core::time::Duration;
use resp_net::Connection;
use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

/// How often a window that others disturbed is repeated at most.
const REPEATS: u32 = 2;

/// A cell, who takes part, and what was found so far.
struct Entry {
    cell: &'static Cell,
    turns: Vec<(&'static Contestant, Vec<Sample>)>,
}

/// Compares what the options ask for.
///
/// # Errors
/// There is no server, a client fails or gives a wrong answer, or a file cannot be written.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let mut entries = entries(options);
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    if entries.is_empty() {
        return Err(Failure::new("no cell and client has such a name; --list shows them"));
    }
    let here = machine::Machine::here();
    pin::raise_open_files();
    let server = RedisServer::builder().own_process_group().start();
    let server = server.map_err(|error| Failure::because("no server", &error))?;
    let machine = Machine { server: server.process_id(), cores: pin::allowed().unwrap_or_default() };
    let (target, version) = prepare(server.url(), &entries)?;
    let schedule = Schedule::new(options.round_count(), options.seconds_per_cell(), Duration::MAX);
    println!("Server   {version}");
    println!("Machine  {}, {} cores, {}, {}", here.cpu, here.cores, here.kernel, here.system);
    println!(
        "Plan     {} cells, {} rounds of {} ms each after {} ms of warm-up",
        entries.len(),
        schedule.rounds,
        format::significant(schedule.timed.as_secs_f64() * 1e3),
        format::significant(schedule.warm_up.as_secs_f64() * 1e3),
    );

    let repeated = rounds(&mut entries, &target, &machine, &schedule)?;
    let sections: Vec<_> = entries.into_iter().map(Entry::section).collect();
    let report = Report {
        machine: here,
        server: version,
        clients: contestant::VERSIONS.to_vec(),
        rounds: schedule.rounds,
        seconds_per_cell: options.seconds_per_cell(),
        repeated,
        comparisons: sections.iter().flat_map(goals::of_section).collect(),
        sections,
    };
    print!("{}", table::render(&report, crate::table::colours_wanted()));
    options.json.as_deref().map_or(Ok(()), |file| write_json(&report, file))?;
    Ok(ExitCode::SUCCESS)
}

/// The wanted clients of the wanted cells.
fn entries(options: &Options) -> Vec<Entry> {
    let cells = CELLS.iter().filter(|cell| options.wants_cell(cell.name));
    let entries = cells.map(|cell| {
        let wanted = contestant::of_cell(cell).iter().filter(|one| options.wants_client(one.name));
        Entry { cell, turns: wanted.map(|contestant| (contestant, Vec::new())).collect() }
    });
    entries.filter(|entry| !entry.turns.is_empty()).collect()
}

fn list() {
    println!("cells:");
    CELLS.iter().for_each(|cell| println!("  {:26}{}", cell.name, cell.about));
    println!("clients:");
    contestant::VERSIONS.iter().for_each(|(name, version)| println!("  {name:26}{version}"));
}

/// Writes the data, and records what the raw loops need; also the server's name and version.
fn prepare(url: String, entries: &[Entry]) -> Result<(Arc<Target>, String), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Failure::because("no runtime", &error))?.block_on(async {
        let mut connection = Connection::connect(&url).await?;
        let version = server::ask_version(&mut connection).await;
        let endpoint = Endpoint::from_url(&url).ok_or_else(|| Failure::new("no plain TCP"))?;
        let data = Data::new();
        data.write(&mut connection).await?;
        let mut scripts = HashMap::new();
        for Entry { cell, .. } in entries {
            scripts.insert(cell.work, Arc::new(raw::record(&endpoint, &data, cell.work).await?));
        }
        Ok((Arc::new(Target { url, endpoint, data, scripts }), version))
    })
}

/// All cells, round after round, in each the contestants in turn; how many
/// windows were repeated.
fn rounds(
    entries: &mut [Entry],
    target: &Arc<Target>,
    machine: &Machine,
    schedule: &Schedule,
) -> Result<u32, Failure> {
    let mut repeated = 0;
    for round in 1..=schedule.rounds {
        for Entry { cell, turns } in &mut *entries {
            eprintln!("round {round} of {}: {}", schedule.rounds, cell.name);
            for (contestant, samples) in turns {
                let measure = || {
                    let sample = window::measure(cell, contestant, target, machine, schedule, round == 1);
                    let name =
                        |failure| Failure::new(format!("{}, {}: {failure}", cell.name, contestant.name));
                    sample.map_err(name)
                };
                samples.push(calmest(measure, &mut repeated)?);
            }
        }
    }
    Ok(repeated)
}

/// The window in which others disturbed least, of a few if they did.
fn calmest(measure: impl Fn() -> Result<Sample, Failure>, repeated: &mut u32) -> Result<Sample, Failure> {
    let mut best = measure()?;
    for _ in 0..REPEATS {
        if best.is_calm() {
            break;
        }
        *repeated += 1;
        let again = measure()?;
        if again.others < best.others {
            // What only the first round counts is kept.
            best = Sample { allocations: again.allocations.or(best.allocations), ..again };
        }
    }
    Ok(best)
}

impl Entry {
    fn section(self) -> Section {
        let rows = self.turns.into_iter().map(|(contestant, samples)| Row::new(contestant.name, samples));
        Section { cell: self.cell, rows: rows.collect() }
    }
}

fn write_json(report: &Report, file: &Path) -> Result<(), Failure> {
    let text = serde_json::to_vec_pretty(report).map_err(|error| Failure::because("no report", &error))?;
    std::fs::write(file, text)
        .map_err(|error| Failure::because(format_args!("cannot write {}", file.display()), &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Also shows that each understands the replies, as every reply is checked.
    #[test]
    fn every_contestant_does_the_work_of_every_cell() {
        let server = RedisServer::builder().own_process_group().start().unwrap();
        let turns = |cell| contestant::of_cell(cell).iter().map(|one| (one, Vec::new())).collect();
        let entries: Vec<_> = CELLS.iter().map(|cell| Entry { cell, turns: turns(cell) }).collect();
        let (target, _) = prepare(server.url(), &entries).unwrap();
        let machine = Machine { server: server.process_id(), cores: Vec::new() };
        // Without optimisation, on a busy machine, the shorter windows may be too short for one list.
        let speed = |cell, contestant: &Contestant, seconds| {
            let schedule = Schedule::new(1, seconds, Duration::MAX);
            match window::measure(cell, contestant, &target, &machine, &schedule, false) {
                Ok(sample) => sample.ops_per_second,
                Err(failure) => panic!("{}, {}: {failure}", cell.name, contestant.name),
            }
        };
        for Entry { cell, turns } in &entries {
            for (contestant, _) in turns {
                let works =
                    [0.03, 0.3, 3.0, 30.0].iter().any(|seconds| speed(cell, contestant, *seconds) > 0.0);
                assert!(works, "{}, {}", cell.name, contestant.name);
            }
        }
    }
}
