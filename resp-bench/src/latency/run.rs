//! The whole of a run: server, keys, rounds, record.

use super::Options;
use super::contestant::{CONTESTANTS, Contestant, Target};
use super::options::rate_name;
use super::window::{self, Drive, Timing, Window};
use super::{report, table};
use crate::clients;
use crate::compare::CLIENTS;
use crate::failure::Failure;
use crate::keys::Keys;
use crate::machine::{self, Machine};
use crate::progress::Progress;
use crate::record::{Files, Record, Role};
use crate::server::{Description, Server};
use crate::workload::Endpoint;
use crate::{format, interrupt, pin, runtime};
use core::time::Duration;
use resp_net::Connection;
use std::process::ExitCode;
use std::sync::Arc;

/// Tasks of the closed loop.
const CLOSED_TASKS: usize = 64;
/// Bytes of each value.
const VALUE_SIZE: usize = 64;

/// A load, and what became of whom under it.
#[derive(Debug)]
pub(super) struct Cell {
    /// As `--filter` matches it: `get-20k`.
    pub(super) name: String,
    pub(super) drive: Drive,
    pub(super) turns: Vec<Turn>,
}

/// A contestant and its windows so far, one for each round.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) contestant: &'static Contestant,
    pub(super) windows: Vec<Window>,
    /// Why there are no more.
    pub(super) failure: Option<Failure>,
}

/// Measures what the options ask for.
///
/// # Errors
/// There is no server, or a file cannot be written. Contestants that fail are part of the result.
pub(crate) fn run(options: &Options) -> Result<ExitCode, Failure> {
    let mut cells = cells(options);
    if options.list {
        list(&cells);
        return Ok(ExitCode::SUCCESS);
    }
    if cells.iter().all(|cell| cell.turns.is_empty()) {
        return Err(Failure::new("no cell and contestant has such a name; --list shows them"));
    }
    let files = Files::new(&options.common, "latency")?;
    let machine = Machine::here();
    interrupt::listen();
    pin::raise_open_files();
    let server = Server::start(&options.common, 0)?;
    let runtime = runtime::current_thread()?;
    let (target, description) = runtime.block_on(prepare(&server))?;
    if target.endpoint.is_none() {
        println!("The raw loop speaks plain TCP only and is left out.");
        cells.iter_mut().for_each(|cell| cell.turns.retain(|turn| turn.contestant.role != Role::Limit));
    }
    let mut record = record(options, machine, &server, description);
    let timing = timing(options);
    announce(&record, &cells);

    let outcome =
        rounds(&mut cells, &target, &timing, options.round_count(), &interrupt::requested, |cells| {
            report::fill(&mut record, cells, timing.spacing);
            files.save(&record)
        });
    runtime.block_on(clean_up(&target));
    record.complete = outcome?;
    print!("{}", table::render(&record, crate::table::colours_wanted()));
    files.finish(&record)?;
    if cells.iter().flat_map(|cell| &cell.turns).any(|turn| turn.failure.is_some()) {
        return Err(Failure::new("a contestant failed; its row says how"));
    }
    Ok(interrupt::exit_code())
}

/// The wanted contestants under the wanted loads.
fn cells(options: &Options) -> Vec<Cell> {
    let closed = (format!("get-closed-{CLOSED_TASKS}"), Drive::Closed(CLOSED_TASKS));
    let open =
        options.rates().into_iter().map(|rate| (format!("get-{}", rate_name(rate)), Drive::Rate(rate)));
    let wanted = core::iter::once(closed).chain(open).filter(|(name, _)| options.common.wants(name));
    wanted
        .map(|(name, drive)| Cell { name, drive, turns: turns(|name| options.wants_client(name)) })
        .collect()
}

fn turns(wants: impl Fn(&str) -> bool) -> Vec<Turn> {
    let wanted = CONTESTANTS.iter().filter(|contestant| wants(contestant.name));
    wanted.map(|contestant| Turn { contestant, windows: Vec::new(), failure: None }).collect()
}

fn list(cells: &[Cell]) {
    println!("cells:");
    cells.iter().for_each(|cell| println!("  {}", cell.name));
    println!("contestants:");
    CONTESTANTS.iter().for_each(|contestant| println!("  {}", contestant.name));
    clients::missing().iter().for_each(|line| println!("{line}"));
}

fn timing(options: &Options) -> Timing {
    let timed = options.timed();
    let warm_up = (timed / 5).clamp(Duration::from_millis(50), Duration::from_millis(500));
    let tasks = usize::try_from(options.tasks).unwrap_or(usize::MAX);
    Timing { warm_up, timed, spacing: options.arrivals, tasks }
}

/// Writes the keys, and asks the server what it is.
async fn prepare(server: &Server) -> Result<(Arc<Target>, Description), Failure> {
    let connected = Connection::connect(&server.url).await;
    let mut connection = connected.map_err(|error| Failure::because("cannot use the server", &error))?;
    let description = server.describe(&mut connection).await;
    let keys = Keys::new(VALUE_SIZE, server.is_shared());
    keys.write_all(&mut connection).await?;
    let (url, endpoint) = (server.url.clone(), Endpoint::from_url(&server.url));
    Ok((Arc::new(Target { url, endpoint, keys, server: server.process_id() }), description))
}

/// Where it cannot be done, the keys expire, or end with a server that was started for them.
async fn clean_up(target: &Target) {
    const LIMIT: Duration = Duration::from_secs(5);
    let work = async { target.keys.delete_all(&mut Connection::connect(&target.url).await?).await };
    let deleted = tokio::time::timeout(LIMIT, work).await;
    if !matches!(deleted, Ok(Ok(()))) && target.keys.expire() {
        eprintln!("resp-bench: keys of this run are left on the server; they expire within 15 minutes");
    }
}

fn record(options: &Options, machine: Machine, server: &Server, description: Description) -> Record {
    let timing = timing(options);
    let millis = |time: Duration| format!("{} ms", format::significant(time.as_secs_f64() * 1e3));
    let settings = [
        ("rounds", options.round_count().to_string()),
        ("each window", format!("{} after {} of warm-up", millis(timing.timed), millis(timing.warm_up))),
        ("arrivals", timing.spacing.name().to_owned()),
        ("tasks for what arrives", timing.tasks.to_string()),
        ("tasks of the closed loop", CLOSED_TASKS.to_string()),
        ("value", format!("{VALUE_SIZE} bytes")),
        ("runtime", "tokio, current_thread".to_owned()),
    ];
    let settings = settings.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let wants = |name: &str| options.wants_client(name) && CONTESTANTS.iter().any(|one| one.name == name);
    let others = CLIENTS.iter().filter(|(name, _)| wants(name) && *name != CONTESTANTS[0].name);
    let others = others.map(|(name, version)| ((*name).to_owned(), (*version).to_owned()));
    let environment = machine::environment(machine, Some(description), server.placed(), others);
    let mut record = Record::new("latency", environment, settings);
    record.notes.extend(clients::missing().map(str::to_owned));
    record
}

fn announce(record: &Record, cells: &[Cell]) {
    print!("{}", record.environment.head());
    println!("Client   tokio, current_thread; {}", record.environment.placement);
    let settings: Vec<_> =
        record.settings.iter().take(3).map(|(name, value)| format!("{name}: {value}")).collect();
    println!("Plan     {} cells; {}", cells.len(), settings.join("; "));
    record.notes.iter().for_each(|note| println!("{note}"));
}

/// One window in how many may be repeated.
const REPEATED: usize = 3;

/// All cells, round after round, in each the contestants in turn: whether all
/// was measured. `save` is called after each round, `stop` asked before each window.
fn rounds(
    cells: &mut [Cell],
    target: &Arc<Target>,
    timing: &Timing,
    count: u32,
    stop: &dyn Fn() -> bool,
    mut save: impl FnMut(&[Cell]) -> Result<(), Failure>,
) -> Result<bool, Failure> {
    let turns: usize = cells.iter().map(|cell| cell.turns.len()).sum();
    let windows = turns as u64 * u64::from(count);
    let each = timing.warm_up + timing.timed + Duration::from_millis(50);
    let progress = Progress::new(windows, each * u32::try_from(windows).unwrap_or(u32::MAX));
    let mut repeats = usize::try_from(windows).unwrap_or(usize::MAX) / REPEATED;
    let mut complete = true;
    for round in 1..=count {
        for index in 0..cells.len() {
            for turn in 0..cells[index].turns.len() {
                complete = complete && !stop();
                if complete && !is_beyond(cells, index, turn) {
                    let Cell { name, drive, turns } = &mut cells[index];
                    let turn = &mut turns[turn];
                    progress.step(
                        &format!("round {round} of {count}"),
                        &format!("{name}, {}", turn.contestant.name),
                    );
                    turn.take(*drive, target, timing, u64::from(round), &mut repeats);
                }
                progress.done();
            }
        }
        save(cells)?;
    }
    progress.finish();
    Ok(complete)
}

/// Whether the contestant was saturated at a lower rate, or has failed here.
fn is_beyond(cells: &[Cell], index: usize, turn: usize) -> bool {
    let is_rate = |cell: &Cell| matches!(cell.drive, Drive::Rate(_));
    let Turn { contestant, failure, .. } = &cells[index].turns[turn];
    let lower = cells[..index].iter().filter(|cell| is_rate(cell) && is_rate(&cells[index]));
    let mut same = lower.flat_map(|cell| &cell.turns).filter(|turn| turn.contestant.name == contestant.name);
    failure.is_some() || same.any(|turn| turn.failure.is_some() || turn.saturates())
}

impl Turn {
    /// Measures once more. A window that others disturbed is repeated, and so
    /// is the one that would end the contestant's part.
    fn take(&mut self, drive: Drive, target: &Arc<Target>, timing: &Timing, seed: u64, repeats: &mut usize) {
        let measure = || window::measure(self.contestant, drive, target, timing, seed);
        let rank = |window: &Window| (window.is_saturated(), window.spent.other_cores.unwrap_or(0.0));
        let measured = measure().and_then(|window| {
            let decides = self.windows.is_empty() && window.is_saturated();
            if *repeats == 0 || (window.spent.is_calm() && !decides) {
                return Ok(window);
            }
            *repeats -= 1;
            let again = measure()?;
            Ok(if rank(&again) < rank(&window) { again } else { window })
        });
        match measured {
            Ok(window) => self.windows.push(window),
            Err(failure) => self.failure = Some(failure),
        }
    }

    /// Whether it cannot keep up: by its first round, or by most of them.
    pub(super) fn saturates(&self) -> bool {
        let saturated = self.windows.iter().filter(|window| window.is_saturated()).count();
        self.windows.first().is_some_and(Window::is_saturated) || saturated * 2 > self.windows.len()
    }
}

#[cfg(test)]
mod tests {
    use super::super::arrivals::Spacing;
    use super::*;
    use crate::options::{Common, ServerKind};
    use core::cell::Cell as Counter;

    const TIMING: Timing = Timing {
        warm_up: Duration::from_millis(20),
        timed: Duration::from_millis(100),
        spacing: Spacing::Poisson,
        tasks: 100,
    };

    fn measured(
        drives: &[Drive],
        stop: &dyn Fn() -> bool,
        mut saved: impl FnMut(usize),
    ) -> (Vec<Cell>, bool) {
        let common = Common { server: Some(ServerKind::Redis), no_pin: true, ..Common::default() };
        let server = Server::start(&common, 0).unwrap();
        let runtime = runtime::current_thread().unwrap();
        let (target, _) = runtime.block_on(prepare(&server)).unwrap();
        let cell = |drive: &Drive| Cell { name: format!("{drive:?}"), drive: *drive, turns: turns(|_| true) };
        let mut cells: Vec<_> = drives.iter().map(cell).collect();
        let windows =
            |cells: &[Cell]| cells.iter().flat_map(|cell| &cell.turns).map(|turn| turn.windows.len()).sum();
        let save = |cells: &[Cell]| {
            saved(windows(cells));
            Ok(())
        };
        let complete = rounds(&mut cells, &target, &TIMING, 2, stop, save).unwrap();
        (cells, complete)
    }

    /// Also shows that each understands the replies, as every reply is checked.
    #[test]
    fn every_contestant_answers_under_both_loads() {
        let mut saved = Vec::new();
        let (cells, complete) =
            measured(&[Drive::Closed(8), Drive::Rate(200)], &|| false, |count| saved.push(count));
        for turn in cells.iter().flat_map(|cell| &cell.turns) {
            let name = turn.contestant.name;
            assert_eq!((turn.windows.len(), &turn.failure), (2, &None), "{name}");
            assert!(turn.windows.iter().all(|window| window.outcome.answers > 0), "{name}");
        }
        assert!(complete);
        assert_eq!(saved, [2 * CONTESTANTS.len(), 4 * CONTESTANTS.len()]);
    }

    #[test]
    fn an_interrupted_run_keeps_what_was_measured() {
        let asked = Counter::new(0);
        let stop = || asked.replace(asked.get() + 1) >= 3;
        let mut saved = 0;
        let (cells, complete) = measured(&[Drive::Rate(200)], &stop, |count| saved = count);
        assert_eq!((complete, saved), (false, 3));
        assert_eq!(cells[0].turns.iter().filter(|turn| !turn.windows.is_empty()).count(), 3);
    }

    #[test]
    fn who_cannot_keep_up_is_not_asked_for_more() {
        // Nobody answers so many, least of all without optimisation.
        let (cells, complete) =
            measured(&[Drive::Rate(3_000_000), Drive::Rate(4_000_000)], &|| false, |_| {});
        assert!(complete);
        assert!(cells[0].turns.iter().all(Turn::saturates));
        assert!(cells[1].turns.iter().all(|turn| turn.windows.is_empty()));
    }
}
