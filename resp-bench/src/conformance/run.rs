//! All observations, one after the other, and the record of them.

use super::behaviours::Behaviour;
use super::options::Options;
use super::subjects::{CLIENTS, Client};
use super::{child, table};
use crate::clients;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::record::{Files, Record, Role, Section};
use crate::{interrupt, machine};
use core::time::Duration;
use std::process::ExitCode;

/// Observes what the options ask for.
///
/// # Errors
/// Nothing has such a name, a file cannot be written, or no process be started.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    if options.one.is_some() {
        let pair = options.pair().ok_or_else(|| Failure::new("no such behaviour or client"))?;
        return child::observe(pair);
    }
    if options.list {
        list();
        return Ok(ExitCode::SUCCESS);
    }
    let plan = options.plan();
    if plan.is_empty() {
        return Err(Failure::new("no behaviour and client has such a name; --list shows them"));
    }
    let files = Files::new(&options.common, "conformance")?;
    interrupt::listen();
    let mut record = record();
    clients::missing().iter().for_each(|line| println!("{line}"));
    record.notes.extend(clients::missing().map(str::to_owned));
    let progress = progress(&plan);
    for (behaviour, clients) in &plan {
        record.sections.push(section(*behaviour));
        for client in clients {
            progress.step(behaviour.name(), client.name);
            let Some(seen) = child::ask((*behaviour, *client))? else { break };
            if let Some(section) = record.sections.last_mut() {
                section.rows.push(seen.row(client.name, client.role));
            }
            files.save(&record)?;
            progress.done();
        }
        if interrupt::requested() {
            break;
        }
    }
    progress.finish();
    record.sections.retain(|section| !section.rows.is_empty());
    record.complete = !interrupt::requested();
    print!("{}", table::render(&record, crate::table::colours_wanted()));
    files.finish(&record)?;
    Ok(interrupt::exit_code())
}

fn list() {
    println!("behaviours:");
    Behaviour::ALL.iter().for_each(|behaviour| println!("  {}", behaviour.name()));
    println!("clients:");
    CLIENTS.iter().for_each(|client| println!("  {:26}{}", client.name, client.version));
}

fn progress(plan: &[(Behaviour, Vec<Client>)]) -> Progress {
    let windows = plan.iter().map(|(_, clients)| clients.len() as u64).sum();
    let expected = plan
        .iter()
        .map(|(behaviour, clients)| behaviour.expected() * u32::try_from(clients.len()).unwrap_or(u32::MAX));
    Progress::new(windows, expected.sum::<Duration>())
}

fn record() -> Record {
    let others = CLIENTS.iter().filter(|client| client.role == Role::Other);
    let others = others.map(|client| (client.name.to_owned(), client.version.to_owned()));
    let placement = "the system decides".to_owned();
    let setting = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let settings = vec![
        setting("Clients", "with the settings that they have by default"),
        setting("Observed", "each by a process of its own, with 2 GiB of memory"),
    ];
    Record::new(
        "conformance",
        machine::environment(machine::Machine::here(), None, placement, others),
        settings,
    )
}

fn section(behaviour: Behaviour) -> Section {
    Section {
        name: behaviour.name().to_owned(),
        about: behaviour.about().to_owned(),
        group: "Behaviours".to_owned(),
        operation: "client".to_owned(),
        point: None,
        rows: Vec::new(),
    }
}
