//! The whole of a run: server, keys, rounds, table, reports.

use crate::cli::Options;
use crate::failure::Failure;
use crate::keys::Keys;
use crate::machine::{self, Machine};
use crate::measure::{self, Measured, Schedule};
use crate::plan::{self, Cell};
use crate::progress::Progress;
use crate::record::{Files, Record, without_password};
use crate::results::Results;
use crate::server::Server;
use crate::workload::{Endpoint, Target};
use crate::{format, headline, interrupt, pin, runtime, table};
use core::time::Duration;
use resp_net::Connection;
use std::process::ExitCode;
use std::sync::Arc;

/// What the reports are called, where the options do not say.
const REPORT: &str = "report";
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
    let files = Files::new(&options.common, REPORT)?;
    let machine = Machine::here();
    pin::raise_open_files();
    let server = Server::start(&options.common, options.workers)?;
    let runtime = runtime::with_workers(usize::try_from(options.workers).unwrap_or(0))?;
    runtime.block_on(conduct(options, cells, machine, &server, &files))
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
    files: &Files,
) -> Result<ExitCode, Failure> {
    let mut connection = connect(&server.url).await?;
    let description = server.describe(&mut connection).await;
    let keys = Keys::new(usize::try_from(options.value_size).unwrap_or(64), server.is_shared());
    let endpoint = Endpoint::from_url(&server.url);
    let target = Arc::new(Target { url: server.url.clone(), endpoint, keys, pool: options.pool });
    let cells = reachable(cells, &target);

    let schedule = Schedule::new(options.round_count(), options.seconds_per_cell(), options.budget());
    let settings = settings(options, &schedule, &target.keys);
    let environment = machine::environment(machine, Some(description), server.placed(), []);
    let blank = Record::new("main", environment, settings);
    announce(&blank, &schedule, options, cells.len(), target.keys.expire());
    let mut run = Run { options, files, blank, schedule, server: server.process_id() };
    let mut measured: Vec<_> = cells.into_iter().map(|cell| Measured { cell, windows: Vec::new() }).collect();
    let end = run.measure_all(&mut measured, &target, &mut connection).await;
    delete_keys(&target, connection).await;
    run.note_rounds(&measured, &end);
    run.show(&measured, matches!(end, End::Complete))?;
    match end {
        End::Complete => Ok(ExitCode::SUCCESS),
        End::Interrupted => {
            eprintln!("resp-bench: interrupted; the figures are of what was measured until then");
            Ok(ExitCode::from(interrupt::INTERRUPTED))
        }
        End::Failed(failure) => Err(failure),
    }
}

/// What every step of a run needs.
struct Run<'run> {
    options: &'run Options,
    files: &'run Files,
    /// The record, with nothing measured yet.
    blank: Record,
    schedule: Schedule,
    /// The server's process, if it runs on this machine.
    server: Option<u32>,
}

impl Run<'_> {
    /// Writes the keys and measures, until it is done or Ctrl-C is pressed.
    async fn measure_all(
        &self,
        measured: &mut [Measured],
        target: &Arc<Target>,
        connection: &mut Connection,
    ) -> End {
        let windows = u64::from(self.schedule.rounds) * measured.len() as u64;
        let expected = self.schedule.total(u32::try_from(measured.len()).unwrap_or(u32::MAX));
        let progress = Progress::new(windows, expected);
        let save = |measured: &[Measured]| self.files.save(&self.record(&self.results(measured), false));
        let work = async {
            target.keys.write_all(connection).await?;
            measure::all(measured, target, &self.schedule, self.server, &progress, save).await
        };
        let end = tokio::select! {
            outcome = work => outcome.map_or_else(End::Failed, |()| End::Complete),
            () = interrupt::request() => End::Interrupted,
        };
        progress.finish();
        end
    }

    /// Says so if a busy machine got fewer rounds than were planned.
    fn note_rounds(&mut self, measured: &[Measured], end: &End) {
        let rounds = measured.iter().map(|measured| measured.windows.len()).max().unwrap_or(0);
        let planned = self.schedule.rounds;
        if matches!(end, End::Complete) && u32::try_from(rounds) != Ok(planned) {
            let note = format!("the machine is busy: {rounds} of {planned} rounds fitted into the time");
            eprintln!("resp-bench: {note}");
            self.blank.notes.push(note);
        }
    }

    fn results(&self, measured: &[Measured]) -> Results {
        Results::new(self.options.value_size, self.options.pool, measured)
    }

    fn record(&self, results: &Results, complete: bool) -> Record {
        let mut record = Record { complete, sections: results.sections(), ..self.blank.clone() };
        record.notes.extend(headline::sentences(results));
        record
    }

    fn show(&self, measured: &[Measured], complete: bool) -> Result<(), Failure> {
        let results = self.results(measured);
        if results.cells.is_empty() {
            return Ok(());
        }
        print!("{}", table::render(&results, table::colours_wanted()));
        let sentences = headline::sentences(&results);
        if !sentences.is_empty() {
            println!();
            sentences.iter().for_each(|sentence| println!("{sentence}"));
        }
        self.files.finish(&self.record(&results, complete))
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

fn settings(options: &Options, schedule: &Schedule, keys: &Keys) -> Vec<(String, String)> {
    let expiry = if keys.expire() { "; SET carries EX 900" } else { "" };
    let settings = [
        ("client", client(options)),
        ("values", format!("{} bytes under {} keys{expiry}", options.value_size, keys.len())),
        ("pool", format!("{} connections", options.pool)),
        ("rounds", schedule.rounds.to_string()),
        ("timed in each", millis(schedule.timed)),
        ("warm-up before each", millis(schedule.warm_up)),
        ("allocations counted once, apart", millis(schedule.counted)),
    ];
    settings.map(|(name, value)| (name.to_owned(), value)).to_vec()
}

fn client(options: &Options) -> String {
    match options.workers {
        0 => "tokio, current_thread".to_owned(),
        workers => format!("tokio, multi_thread with {workers} workers"),
    }
}

fn millis(time: Duration) -> String {
    format!("{} ms", format::significant(time.as_secs_f64() * 1e3))
}

fn announce(record: &Record, schedule: &Schedule, options: &Options, cells: usize, expiry: bool) {
    print!("{}", record.environment.head());
    println!("Client   {}; {}", client(options), record.environment.placement);
    println!(
        "Plan     {cells} cells, {} of {} each after {} of warm-up; values of {} bytes{}",
        if schedule.rounds == 1 { "1 round".to_owned() } else { format!("{} rounds", schedule.rounds) },
        millis(schedule.timed),
        millis(schedule.warm_up),
        options.value_size,
        if expiry { "; SET carries EX 900" } else { "" }
    );
}
