//! The whole of a run: server, keys, rounds, table, reports.

use crate::cli::Options;
use crate::failure::Failure;
use crate::keys::Keys;
use crate::machine::{self, Machine};
use crate::measure::{self, Measured, Schedule};
use crate::plan::{self, Cell};
use crate::progress::Progress;
use crate::results::{Results, Settings, figures};
use crate::server::{Description, Server};
use crate::workload::{Endpoint, Target};
use crate::{format, headline, pin, report, table};
use core::time::Duration;
use resp_net::Connection;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Exit code after Ctrl-C, as shells give it.
const INTERRUPTED: u8 = 130;
/// Time for the server to delete the keys of this run.
const DELETE_LIMIT: Duration = Duration::from_secs(5);
/// Time in which commands that were already sent reach the server.
const SETTLE: Duration = Duration::from_millis(50);

/// Measures what the options ask for.
///
/// # Errors
/// The first thing that went wrong; what was measured before it has been shown.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let cells = plan::cells(options)?;
    if options.list {
        cells.iter().for_each(|cell| println!("{}", cell.name()));
        return Ok(ExitCode::SUCCESS);
    }
    check_writable(options)?;
    let machine = Machine::here();
    pin::raise_open_files();
    let server = Server::start(&options.common, options.workers)?;
    let runtime = runtime(options.workers).map_err(|error| Failure::because("no runtime", &error))?;
    runtime.block_on(conduct(options, cells, machine, &server))
}

fn runtime(workers: u32) -> std::io::Result<tokio::runtime::Runtime> {
    match usize::try_from(workers) {
        Ok(0) | Err(_) => tokio::runtime::Builder::new_current_thread().enable_all().build(),
        Ok(workers) => {
            tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build()
        }
    }
}

/// How the rounds ended.
enum End {
    Complete,
    Interrupted,
    Failed(Failure),
}

async fn conduct(
    options: &Options,
    cells: Vec<Cell>,
    machine: Machine,
    server: &Server,
) -> Result<ExitCode, Failure> {
    let mut connection = connect(&server.url).await?;
    let description = server.describe(&mut connection).await;
    let keys = Keys::new(usize::try_from(options.value_size).unwrap_or(64), server.is_shared());
    let endpoint = Endpoint::from_url(&server.url);
    let target = Arc::new(Target { url: server.url.clone(), endpoint, keys, pool: options.pool });
    let cells = reachable(cells, &target);

    let schedule = Schedule::new(options.round_count(), options.seconds_per_cell(), options.budget());
    let mut settings = settings(options, &schedule, server, &target.keys);
    announce(&machine, &description, &settings, cells.len());
    let mut measured: Vec<_> = cells.into_iter().map(|cell| Measured { cell, windows: Vec::new() }).collect();
    let end = measure_all(&mut measured, &target, &schedule, &mut connection).await;
    delete_keys(&target, connection).await;
    let rounds = measured.iter().map(|measured| measured.windows.len()).max().unwrap_or(0);
    if matches!(end, End::Complete) && u32::try_from(rounds) != Ok(settings.rounds) {
        eprintln!(
            "resp-bench: the machine is busy: {rounds} of {} rounds fitted into the time",
            settings.rounds
        );
        settings.rounds = u32::try_from(rounds).unwrap_or(settings.rounds);
    }

    let results = Results {
        date: format::date(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())),
        command_line: command_line(),
        machine,
        server: description,
        versions: machine::versions(),
        settings,
        complete: matches!(end, End::Complete),
        cells: figures(&measured),
    };
    show(&results, options)?;
    match end {
        End::Complete => Ok(ExitCode::SUCCESS),
        End::Interrupted => {
            eprintln!("resp-bench: interrupted; the figures are of what was measured until then");
            Ok(ExitCode::from(INTERRUPTED))
        }
        End::Failed(failure) => Err(failure),
    }
}

async fn connect(url: &str) -> Result<Connection, Failure> {
    Connection::connect(url).await.map_err(|error| {
        let failure = Failure::because(format!("cannot use {}", without_password(url)), &error);
        if failure.to_string().contains("NOAUTH") {
            return Failure::new("the server asks for a password: --url redis://:password@host:port");
        }
        failure
    })
}

/// Leaves out the raw loops, and says so, where they cannot reach the server.
fn reachable(mut cells: Vec<Cell>, target: &Target) -> Vec<Cell> {
    if target.endpoint.is_none() {
        println!("The raw loops speak plain TCP only and are left out.");
        cells.retain(|cell| !cell.way.is_raw());
    }
    cells
}

/// Writes the keys and measures, until it is done or Ctrl-C is pressed.
async fn measure_all(
    measured: &mut [Measured],
    target: &Arc<Target>,
    schedule: &Schedule,
    connection: &mut Connection,
) -> End {
    let windows = u64::from(schedule.rounds) * measured.len() as u64;
    let expected = schedule.total(u32::try_from(measured.len()).unwrap_or(u32::MAX));
    let progress = Progress::new(windows, expected);
    let work = async {
        target.keys.write_all(connection).await?;
        measure::all(measured, target, schedule, &progress).await
    };
    let end = tokio::select! {
        outcome = work => outcome.map_or_else(End::Failed, |()| End::Complete),
        () = interruption() => End::Interrupted,
    };
    progress.finish();
    end
}

/// Ends when the user or the system asks this process to end.
async fn interruption() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let signals = (signal(SignalKind::terminate()), signal(SignalKind::hangup()));
        if let (Ok(mut terminate), Ok(mut hang_up)) = signals {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
                _ = hang_up.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        core::future::pending::<()>().await;
    }
}

/// On a new connection if the old one broke; without success they expire, or
/// end with a server that was started for them.
async fn delete_keys(target: &Target, mut connection: Connection) {
    let work = async {
        tokio::time::sleep(SETTLE).await;
        if target.keys.delete_all(&mut connection).await.is_ok() {
            return Ok(());
        }
        target.keys.delete_all(&mut connect(&target.url).await?).await
    };
    let deleted = tokio::time::timeout(DELETE_LIMIT, work).await;
    if !matches!(deleted, Ok(Ok(()))) && target.keys.expire() {
        eprintln!("resp-bench: keys of this run are left on the server; they expire within 15 minutes");
    }
}

fn settings(options: &Options, schedule: &Schedule, server: &Server, keys: &Keys) -> Settings {
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    Settings {
        rounds: schedule.rounds,
        warm_up_ms: millis(schedule.warm_up),
        timed_ms: millis(schedule.timed),
        counted_ms: millis(schedule.counted),
        value_size: options.value_size,
        keys: keys.len(),
        expiry: keys.expire(),
        pool: options.pool,
        runtime: match options.workers {
            0 => "tokio, current_thread".to_owned(),
            workers => format!("tokio, multi_thread with {workers} workers"),
        },
        placement: placement(server),
    }
}

fn placement(server: &Server) -> String {
    match &server.placement {
        None => "not pinned".to_owned(),
        Some(placement) => {
            let client: Vec<_> = placement.client.iter().map(usize::to_string).collect();
            format!("pinned: server on core {}, client on core {}", placement.server, client.join(", "))
        }
    }
}

fn announce(machine: &Machine, server: &Description, settings: &Settings, cells: usize) {
    println!("Server   {} ({})", server.version, server.origin);
    println!("Machine  {}, {} cores, {}, {}", machine.cpu, machine.cores, machine.kernel, machine.system);
    println!("Client   {}; {}", settings.runtime, settings.placement);
    println!(
        "Plan     {cells} cells, {} of {} ms each after {} ms of warm-up; values of {} bytes{}",
        if settings.rounds == 1 { "1 round".to_owned() } else { format!("{} rounds", settings.rounds) },
        format::significant(settings.timed_ms),
        format::significant(settings.warm_up_ms),
        settings.value_size,
        if settings.expiry { "; SET carries EX 900" } else { "" }
    );
}

fn show(results: &Results, options: &Options) -> Result<(), Failure> {
    if results.cells.is_empty() {
        return Ok(());
    }
    print!("{}", table::render(results, table::colours_wanted()));
    let sentences = headline::sentences(results);
    if !sentences.is_empty() {
        println!();
        sentences.iter().for_each(|sentence| println!("{sentence}"));
    }
    write(options.html(), report::page(results).as_bytes())?;
    println!("\nReport   {}", absolute(options.html()));
    if let Some(json) = &options.common.json {
        let text = serde_json::to_vec_pretty(results).map_err(|error| Failure::because("no JSON", &error))?;
        write(json, &text)?;
        println!("JSON     {}", absolute(json));
    }
    Ok(())
}

/// Whether the reports can be written, asked before minutes are spent.
fn check_writable(options: &Options) -> Result<(), Failure> {
    for file in core::iter::once(options.html()).chain(options.common.json.as_deref()) {
        let directory = file.parent().filter(|directory| !directory.as_os_str().is_empty());
        if file.is_dir() || directory.is_some_and(|directory| !directory.is_dir()) {
            return Err(Failure::new(format!(
                "cannot write {}: no such directory, or one itself",
                file.display()
            )));
        }
    }
    Ok(())
}

fn write(file: &std::path::Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(file, bytes)
        .map_err(|error| Failure::because(format!("cannot write {}", file.display()), &error))
}

fn absolute(file: &std::path::Path) -> String {
    std::path::absolute(file).unwrap_or_else(|_| file.to_owned()).display().to_string()
}

/// As it was typed, without passwords.
fn command_line() -> String {
    let arguments = std::env::args().skip(1).map(|argument| without_password(&argument));
    core::iter::once("resp-bench".to_owned()).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// A URL whose part before the `@`, if there is one, is hidden.
fn without_password(url: &str) -> String {
    match (url.split_once("://"), url.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://***@{host}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_hidden() {
        assert_eq!(without_password("redis://user:p@ss@host:1/2"), "redis://***@host:1/2");
        assert_eq!(without_password("redis://host:1/2"), "redis://host:1/2");
        assert_eq!(without_password("--quick"), "--quick");
    }
}
