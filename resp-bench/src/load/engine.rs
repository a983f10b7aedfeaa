//! A run: connections, threads, the time it took and what it cost.

use super::connection::Connection;
use super::live::Live;
use super::pace::Pace;
use super::random::{Numbers, Order};
use super::reel::Reel;
use super::replies::Known;
use super::shared::Shared;
use super::socket::Socket;
use super::tally::Tally;
use super::worker::{READ_BUFFER, Rest, Worker};
use crate::distribution::Distribution;
use crate::failure::Failure;
use crate::interrupt;
use crate::observe::{Reading, Spent};
use core::sync::atomic::Ordering::Relaxed;
use core::time::Duration;
use resp_net::Config;
use std::collections::VecDeque;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Instant;

/// What to do.
#[derive(Debug, Clone)]
pub(super) struct Job<'run> {
    pub(super) config: &'run Config,
    pub(super) reel: &'run Reel,
    /// How many commands the reel knows.
    pub(super) commands: usize,
    pub(super) keyspace: u64,
    pub(super) order: Order,
    pub(super) clients: usize,
    pub(super) threads: usize,
    pub(super) pipeline: usize,
    pub(super) limit: Limit,
    /// Requests a second, over all connections.
    pub(super) rate: Option<f64>,
    /// The server's process, where it is known.
    pub(super) server: Option<u32>,
}

/// When to end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Limit {
    Time(Duration),
    Requests(u64),
}

/// What came of it.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) tally: Tally,
    /// From the first request to the last reply.
    pub(super) elapsed: Duration,
    pub(super) unanswered: u64,
    pub(super) unsent: u64,
    /// How late the generator was; empty without a rate.
    pub(super) late: Distribution,
    /// CPU time, and what others did meanwhile.
    pub(super) spent: Spent,
}

/// Looks at Ctrl-C, and redraws of the display.
const LOOK: Duration = Duration::from_millis(100);

impl Job<'_> {
    /// Does it, and shows how it goes.
    ///
    /// # Errors
    /// A connection cannot be made or fails, or the server does not speak RESP.
    pub(super) fn run(&self, live: &mut Live) -> Result<Outcome, Failure> {
        let threads = self.threads.min(self.clients);
        let mut connections = self.connect()?;
        let shared = Shared::new(threads);
        let before = Reading::take(self.server);
        let started = Instant::now();
        let rests: Result<Vec<_>, Failure> = thread::scope(|scope| {
            let (finished, all_finished) = channel::<()>();
            let mut handles = Vec::new();
            for index in 0..threads {
                let share = connections.len().div_ceil(threads - index);
                let own = connections.drain(..share).collect();
                let worker = self.worker(&shared, index, threads, started, own);
                let (shared, finished) = (&shared, finished.clone());
                handles.push(scope.spawn(move || {
                    let rest = worker.run();
                    if rest.is_err() {
                        shared.stop.store(true, Relaxed);
                    }
                    drop(finished);
                    rest
                }));
            }
            drop(finished);
            while all_finished.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if interrupt::requested() {
                    shared.stop.store(true, Relaxed);
                }
                live.show(&shared, started.elapsed());
            }
            handles
                .into_iter()
                .map(|handle| handle.join().map_err(|_| Failure::new("a thread broke down"))?)
                .collect()
        });
        live.clear();
        let spent = before.until(&Reading::take(self.server));
        Ok(outcome(rests?, &shared, spent))
    }

    fn connect(&self) -> Result<Vec<Connection>, Failure> {
        let connect = |index| {
            let socket = Socket::connect(self.config)?;
            // So that not all connections send the same kind of request at once.
            Ok(Connection::new(socket, self.reel.after(0, index * self.pipeline), self.pipeline))
        };
        (0..self.clients).map(connect).collect()
    }

    fn worker<'run>(
        &self,
        shared: &'run Shared,
        index: usize,
        threads: usize,
        started: Instant,
        connections: Vec<Connection>,
    ) -> Worker<'run> {
        let (deadline, remaining) = match self.limit {
            Limit::Time(time) => (nanos(time), u64::MAX),
            Limit::Requests(all) => {
                let (index, threads) = (index as u64, threads as u64);
                (u64::MAX, all / threads + u64::from(index < all % threads))
            }
        };
        let share = connections.len() as f64 / self.clients as f64;
        let pace = self.rate.map(|rate| Pace::new(rate * share, nanos(started.elapsed())));
        Worker {
            shared,
            index,
            started,
            deadline,
            remaining,
            pipeline: self.pipeline,
            connections,
            reel: self.reel.clone(),
            numbers: Numbers::new(self.keyspace, self.order),
            known: Known::new(self.commands),
            pace,
            ready: VecDeque::new(),
            tally: Tally::default(),
            buffer: vec![0; READ_BUFFER],
            in_flight: 0,
            last_active: 0,
            next_publication: 0,
            stopping: false,
        }
    }
}

fn outcome(rests: Vec<Rest>, shared: &Shared, mut spent: Spent) -> Outcome {
    // Of the main thread alone until now, as the others have ended.
    let switches = rests.iter().filter_map(|rest| rest.switches).sum::<u64>();
    spent.switches = spent.switches.map(|own| own + switches);
    let mut late = Distribution::default();
    for pace in rests.iter().filter_map(|rest| rest.pace.as_ref()) {
        late.merge(pace.late());
    }
    Outcome {
        tally: shared.total(),
        elapsed: Duration::from_nanos(rests.iter().map(|rest| rest.last_reply).max().unwrap_or(0)),
        unanswered: rests.iter().map(|rest| rest.unanswered).sum(),
        unsent: rests.iter().map(|rest| rest.unsent).sum(),
        late,
        spent,
    }
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}
