//! Connections of a client's own for what cannot share one: commands that
//! wait, and transactions that watch.

use alloc::collections::BTreeMap;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::ops::{Deref, DerefMut};
use core::time::Duration;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, Thread};
use std::time::Instant;

use mio::Waker;
use resp_core::{Reply, Wire};

use super::Connection;
use crate::config::Config;
use crate::driver::call::Repeatable;
use crate::driver::dedicated as rules;
use crate::driver::mio::FAR;
use crate::error::{Error, Executed};
use crate::session::Spent;

/// At most so many connections as the configuration says, made when they are
/// first needed and lent to one caller at a time, in the order of their asking.
pub(super) struct Dedicated {
    config: Config,
    size: usize,
    state: Mutex<State>,
    /// Told when nothing is lent and nobody waits.
    returned: Condvar,
}

#[derive(Debug, Default)]
struct State {
    stage: Stage,
    /// Those that can be lent again; the one last used goes first.
    idle: Vec<Line>,
    /// The places that are taken, each with what ends its connection once it is made.
    lent: BTreeMap<Ticket, Option<Arc<Waker>>>,
    /// Who waits for a place, oldest first.
    waiting: BTreeMap<Ticket, Thread>,
    next_ticket: u64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    #[default]
    Open,
    /// Nobody new is lent any.
    Draining,
    /// Nobody may go on.
    Ended,
}

/// A caller's place in the queue; the smaller number is served first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Ticket(u64);

/// A connection and what ends it.
#[derive(Debug)]
struct Line {
    connection: Connection,
    alarm: Arc<Waker>,
}

/// A time that a caller has, from when on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    began: Instant,
    until: Option<Instant>,
}

impl Dedicated {
    pub(super) fn new(config: Config) -> Self {
        let size = config.max_dedicated.max(1);
        Self { config, size, state: Mutex::default(), returned: Condvar::new() }
    }

    /// A connection of one's own, to be waited for as long as the caller's
    /// patience lasts.
    pub(super) fn lease(self: &Arc<Self>, patience: Patience) -> Result<Leased, Error> {
        let ticket = self.wait(patience)?;
        // From here on the place is given back with it.
        let mut leased = Leased { home: Arc::clone(self), ticket, line: None };
        let line = match self.pop_clean() {
            Some(line) => line,
            None => self.connect(patience)?,
        };
        self.lock().lend(ticket, Arc::clone(&line.alarm))?;
        leased.line = Some(line);
        Ok(leased)
    }

    /// Waits for one's turn at a place.
    fn wait(&self, patience: Patience) -> Result<Ticket, Error> {
        let mut state = self.lock();
        let ticket = state.enqueue()?;
        let outcome = loop {
            if state.stage == Stage::Ended {
                break Err(Error::Closed);
            }
            if state.is_next(ticket, self.size) {
                state.lent.insert(ticket, None);
                break Ok(ticket);
            }
            let rest = patience.rest();
            if rest.is_zero() {
                break Err(patience.is_over());
            }
            drop(state);
            thread::park_timeout(rest);
            state = self.lock();
        };
        state.waiting.remove(&ticket);
        self.call_next(&state);
        outcome
    }

    fn connect(&self, patience: Patience) -> Result<Line, Error> {
        let rest = patience.rest();
        let config = Config { connect_timeout: rest.min(self.config.connect_timeout), ..self.config.clone() };
        let connected = Connection::connect_with(&config);
        if connected.is_err() && patience.rest().is_zero() {
            return Err(patience.is_over());
        }
        let connection = connected?;
        let alarm = Arc::new(connection.alarm()?);
        Ok(Line { connection, alarm })
    }

    fn pop_clean(&self) -> Option<Line> {
        loop {
            let popped = self.lock().idle.pop();
            let mut line = popped?;
            if line.connection.is_clean() {
                return Some(line);
            }
        }
    }

    /// A place is free again, and there may be a connection to use in it.
    fn take_back(&self, ticket: Ticket, line: Option<Line>) {
        let mut state = self.lock();
        state.lent.remove(&ticket);
        let dropped = if state.stage == Stage::Ended {
            line
        } else {
            state.idle.extend(line);
            None
        };
        self.call_next(&state);
        drop(state);
        drop(dropped);
    }

    /// Wakes who is next and can be served, or who waits that nobody is.
    fn call_next(&self, state: &State) {
        if state.is_at_rest() {
            self.returned.notify_all();
        } else if state.lent.len() < self.size
            && let Some(thread) = state.waiting.values().next()
        {
            thread.unpark();
        }
    }

    /// Lends nothing any more, but to those who wait already.
    pub(super) fn drain(&self) {
        let mut state = self.lock();
        if state.stage == Stage::Open {
            state.stage = Stage::Draining;
        }
    }

    /// Waits until nothing is lent, as long as that patience lasts, and ends
    /// then calls that are under way, and all connections.
    pub(super) fn close(&self, patience: Patience) {
        let waited =
            self.returned.wait_timeout_while(self.lock(), patience.rest(), |state| !state.is_at_rest());
        let mut state = waited.unwrap_or_else(PoisonError::into_inner).0;
        state.stage = Stage::Ended;
        let idle = core::mem::take(&mut state.idle);
        for alarm in state.lent.values().flatten() {
            // It fails with a poll that is in no state to wait.
            let _ = alarm.wake();
        }
        state.waiting.values().for_each(Thread::unpark);
        drop(state);
        drop(idle);
    }

    /// Nothing panics under this lock.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Dedicated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dedicated").field("size", &self.size).finish_non_exhaustive()
    }
}

impl State {
    fn enqueue(&mut self) -> Result<Ticket, Error> {
        if self.stage != Stage::Open {
            return Err(Error::Closed);
        }
        let ticket = Ticket(self.next_ticket);
        self.next_ticket += 1;
        self.waiting.insert(ticket, thread::current());
        Ok(ticket)
    }

    /// Whether there is a place, and nobody who came before.
    fn is_next(&self, ticket: Ticket, size: usize) -> bool {
        self.lent.len() < size && self.waiting.keys().next() == Some(&ticket)
    }

    /// A caller begins to use a connection, unless all are to end.
    fn lend(&mut self, ticket: Ticket, alarm: Arc<Waker>) -> Result<(), Error> {
        if self.stage == Stage::Ended {
            return Err(Error::Closed);
        }
        self.lent.insert(ticket, Some(alarm));
        Ok(())
    }

    fn is_at_rest(&self) -> bool {
        self.lent.is_empty() && self.waiting.is_empty()
    }
}

impl Patience {
    /// That begins now, and is over after a certain time or never.
    pub(super) fn new(time: Option<Duration>) -> Self {
        let began = Instant::now();
        Self { began, until: time.map(|time| began + time.min(FAR)) }
    }

    fn rest(&self) -> Duration {
        self.until.map_or(FAR, |until| until.saturating_duration_since(Instant::now()))
    }

    /// The error of a caller who has run out of it.
    fn is_over(&self) -> Error {
        let spent = Spent { queued: self.began.elapsed(), ..Spent::default() };
        Error::Timeout { executed: Executed::No, spent }
    }
}

/// A connection lent by a client. It goes back when it is dropped, or is
/// closed if the next one would feel what was done with it.
#[derive(Debug)]
pub(super) struct Leased {
    home: Arc<Dedicated>,
    ticket: Ticket,
    /// There from when it is lent until it is dropped.
    line: Option<Line>,
}

impl Deref for Leased {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.line.as_ref().expect("it is taken by drop alone").connection
    }
}

impl DerefMut for Leased {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.line.as_mut().expect("it is taken by drop alone").connection
    }
}

impl Drop for Leased {
    fn drop(&mut self) {
        // One that is not is closed before its place is free.
        let reusable = self.line.take().filter(|line| line.connection.is_reusable());
        self.home.take_back(self.ticket, reusable);
    }
}

/// Runs a command that waits. What was not sent, and what may be sent twice, is
/// sent again when its connection is lost.
pub(super) fn run(dedicated: &Arc<Dedicated>, command: &Wire) -> Result<Reply, Error> {
    let patience = Patience::new(rules::timeout(dedicated.config.call_timeout, command));
    let mut attempts = rules::Attempts::default();
    loop {
        let outcome = run_once(dedicated, command, patience);
        if let Some(outcome) = attempts.settle(outcome, command.may_repeat(dedicated.config.retry)) {
            return outcome;
        }
    }
}

fn run_once(dedicated: &Arc<Dedicated>, command: &Wire, patience: Patience) -> Result<Reply, Error> {
    let mut leased = dedicated.lease(patience)?;
    let waited = patience.began.elapsed();
    let rest = patience.until.map(|_| patience.rest());
    leased.run(command, rest).map_err(|error| rules::after_waiting(error, waited))
}
