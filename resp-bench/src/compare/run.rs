//! The whole of a comparison: server, data, rounds, record.

use super::cells::CELLS;
use super::contestant;
use super::doors::Doors;
use super::entrants::left_out;
use super::place::Place;
use super::rounds::{End, Entry, Rounds};
use super::target::Target;
use super::window::Conditions;
use super::{Options, memory, table};
use crate::clients;
use crate::failure::Failure;
use crate::machine::{self, Machine};
use crate::measure::Schedule;
use crate::options::Common;
use crate::record::{Files, Record};
use crate::server::{Description, Server};
use crate::workload::Endpoint;
use crate::{format, interrupt, pin, runtime};
use core::time::Duration;
use resp_net::Connection;
use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::Arc;

/// Time for the server to delete the keys of this run.
const DELETE_LIMIT: Duration = Duration::from_secs(10);

/// Compares what the options ask for.
///
/// # Errors
/// There is no server, a client fails or gives a wrong answer, or a file cannot
/// be written. What was measured before has been shown and saved.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    let entries = entries(options);
    if entries.is_empty() {
        return Err(Failure::new("no cell and client has such a name; --list shows them"));
    }
    let files = Files::new(&options.common, "compare")?;
    // Both before a thread is pinned.
    let (here, cores) = (Machine::here(), pin::allowed().unwrap_or_default());
    pin::raise_open_files();
    let freed = memory::keep_freed();
    interrupt::listen();
    // Each cell places it anew.
    let unpinned = Common { pin: false, no_pin: true, ..options.common.clone() };
    let (server, doors) = Doors::open(&unpinned, 0)?;
    let place = Place::choose(&options.common, cores, server.process_id())?;
    let (entries, notes) = possible(entries, &doors)?;
    let (target, description) = prepare(&server, doors, &entries)?;

    let conditions = Conditions { target, place, server: server.process_id(), schedule: options.schedule() };
    let record = Record { notes, ..record(here, description, &conditions, freed) };
    announce(&record, entries.len());
    let target = Arc::clone(&conditions.target);
    let mut rounds = Rounds::new(record, entries, conditions);
    let end = rounds.run(&files);
    if server.is_shared() {
        clean(&target);
    }
    let record = rounds.finish(&end);
    print!("{}", table::render(&record, crate::table::colours_wanted()));
    files.finish(&record)?;
    match end {
        End::Complete | End::Interrupted => Ok(interrupt::exit_code()),
        End::Failed(failure) => Err(failure),
    }
}

/// The wanted clients of the wanted cells.
fn entries(options: &Options) -> Vec<Entry> {
    let cells = CELLS.iter().filter(|cell| options.wants_cell(cell));
    let entries = cells.map(|cell| {
        let wanted = contestant::of_cell(cell).iter().filter(|one| options.wants_client(one.name));
        Entry::new(cell, wanted)
    });
    entries.filter(|entry| !entry.is_empty()).collect()
}

fn list() {
    for (heading, default) in [("cells:", true), ("cells that are left out by default:", false)] {
        println!("{heading}");
        let cells = CELLS.iter().filter(|cell| cell.default == default);
        cells.for_each(|cell| println!("  {:26}{}", cell.name, cell.about));
    }
    println!("clients:");
    contestant::VERSIONS.iter().for_each(|(name, version)| println!("  {name:26}{version}"));
}

/// Those that this server allows, and what is to be said of the others.
fn possible(entries: Vec<Entry>, doors: &Doors) -> Result<(Vec<Entry>, Vec<String>), Failure> {
    let mut absent: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    let mut possible = Vec::new();
    let has_raw = Endpoint::from_url(&doors.tcp).is_some();
    for mut entry in entries {
        let cell = entry.cell.name;
        if let Some(reason) = doors.lack(entry.cell) {
            absent.entry(("everybody", reason)).or_default().push(cell);
            continue;
        }
        for (name, reason) in left_out(entry.cell) {
            absent.entry((name, reason)).or_default().push(cell);
        }
        if !has_raw && entry.retain(|contestant| !contestant.is_raw()) {
            absent.entry((contestant::RAW, "it speaks plain TCP only")).or_default().push(cell);
        }
        if !entry.is_empty() {
            possible.push(entry);
        }
    }
    let absent = absent.into_iter();
    let notes: Vec<_> = absent
        .map(|((who, reason), cells)| format!("Left out of {}: {who}, as {reason}.", cells.join(", ")))
        .collect();
    if possible.is_empty() {
        return Err(Failure::new(format!("nothing can be measured on this server: {}", notes.join(" "))));
    }
    Ok((possible, notes))
}

/// Writes the data, and records what the raw loops need; also who the server is.
fn prepare(server: &Server, doors: Doors, entries: &[Entry]) -> Result<(Arc<Target>, Description), Failure> {
    runtime::current_thread()?.block_on(async {
        let connected = Connection::connect(&server.url).await;
        let mut connection = connected.map_err(|error| Failure::because("cannot use the server", &error))?;
        let description = server.describe(&mut connection).await;
        let cells = entries.iter().map(|entry| entry.cell);
        Ok((Arc::new(Target::prepare(doors, &mut connection, server.is_shared(), cells).await?), description))
    })
}

/// Deletes what this run wrote; says so if that cannot be.
fn clean(target: &Target) {
    let deleted = runtime::current_thread().and_then(|runtime| {
        runtime.block_on(async {
            let work = async {
                let mut connection = Connection::connect(&target.doors.tcp).await?;
                target.data.delete(&mut connection).await
            };
            let late = |_| Failure::new("the server is slow");
            tokio::time::timeout(DELETE_LIMIT, work).await.map_err(late)?
        })
    });
    if let Err(failure) = deleted {
        eprintln!("resp-bench: keys of this run, resp-bench:*, are left on the server: {failure}");
    }
}

/// One with nothing measured yet.
fn record(here: Machine, server: Description, conditions: &Conditions, freed: &str) -> Record {
    let Schedule { rounds, warm_up, timed, counted, .. } = conditions.schedule;
    let millis = |time: Duration| format!("{} ms", format::short(time.as_secs_f64() * 1e3));
    let settings = [
        ("rounds", rounds.to_string()),
        ("timed in each", millis(timed)),
        ("warm-up before each", millis(warm_up)),
        ("allocations counted once, apart", millis(counted)),
        ("freed memory", freed.to_owned()),
    ];
    let others = contestant::VERSIONS.iter().filter(|(name, _)| *name != contestant::OURS);
    let others = others.map(|(name, version)| ((*name).to_owned(), (*version).to_owned()));
    let environment = machine::environment(here, Some(server), conditions.place.describe(), others);
    Record::new("compare", environment, settings.map(|(name, value)| (name.to_owned(), value)).to_vec())
}

fn announce(record: &Record, cells: usize) {
    print!("{}", record.environment.head());
    println!("Placed   {}", record.environment.placement);
    let settings: Vec<_> = record.settings.iter().map(|(name, value)| format!("{name} {value}")).collect();
    println!("Plan     {cells} cells; {}", settings.join(", "));
    clients::missing().iter().for_each(|line| println!("{line}"));
}

#[cfg(test)]
mod tests {
    use super::super::contestant::Contestant;
    use super::super::window;
    use super::*;

    /// Also shows that each understands the replies, as every reply is checked.
    #[test]
    fn every_contestant_does_the_work_of_every_cell() {
        let unpinned = Common { no_pin: true, ..Common::default() };
        let (server, doors) = Doors::open(&unpinned, 0).unwrap();
        let everybody: Vec<_> =
            CELLS.iter().map(|cell| Entry::new(cell, contestant::of_cell(cell))).collect();
        let (possible, _) = possible(everybody, &doors).unwrap();
        let (target, _) = prepare(&server, doors, &possible).unwrap();
        // Without optimisation, on a busy machine, the shorter windows may be too short for one list.
        let works = |cell, contestant: &Contestant, seconds| {
            let conditions = Conditions {
                target: Arc::clone(&target),
                place: Place::choose(&unpinned, Vec::new(), None).unwrap(),
                server: server.process_id(),
                schedule: Schedule::new(1, seconds, Duration::MAX),
            };
            window::measure(cell, contestant, &conditions, false).map(|window| window.operations > 0)
        };
        for cell in possible.iter().map(|entry| entry.cell) {
            for contestant in contestant::of_cell(cell) {
                let does = [0.03, 0.3, 3.0, 30.0].iter().any(|seconds| {
                    works(cell, contestant, *seconds).unwrap_or_else(|failure| panic!("{failure}"))
                });
                assert!(does, "{}, {}", cell.name, contestant.name);
            }
        }
    }
}
