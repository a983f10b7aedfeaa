//! One thread of a run: an event loop over its share of the connections.
//!
//! What makes it cheap: connections are registered once, for changes of both
//! directions, so that no request costs a call but its write and its read; a
//! read that does not fill the buffer has emptied the socket and needs no second
//! one to say so; requests are prepared bytes; the clock is read once for each
//! read, not for each reply; and nothing is allocated once all is under way.

use super::connection::Connection;
use super::pace::Pace;
use super::random::Numbers;
use super::reel::Reel;
use super::replies::{Found, Known};
use super::shared::Shared;
use super::tally::Tally;
use super::timer::Timer;
use crate::failure::Failure;
use crate::observe;
use core::sync::atomic::Ordering::Relaxed;
use core::time::Duration;
use mio::event::Event;
use mio::{Events, Poll, Token};
use std::collections::VecDeque;
use std::io;
use std::time::Instant;

/// A thread's part of a run.
#[derive(Debug)]
pub(super) struct Worker<'run> {
    pub(super) shared: &'run Shared,
    /// Which thread this is.
    pub(super) index: usize,
    pub(super) started: Instant,
    /// When no request is sent any more.
    pub(super) deadline: u64,
    /// Requests that may still be sent.
    pub(super) remaining: u64,
    pub(super) pipeline: usize,
    pub(super) connections: Vec<Connection>,
    pub(super) reel: Reel,
    pub(super) numbers: Numbers,
    pub(super) known: Known,
    /// `None`: requests are sent as soon as the ones before are answered.
    pub(super) pace: Option<Pace>,
    /// Connections with room, who has had it longest first; only with a pace.
    pub(super) ready: VecDeque<usize>,
    pub(super) tally: Tally,
    pub(super) buffer: Vec<u8>,
    pub(super) in_flight: usize,
    /// When the last reply came, or a request was sent while there was nothing to wait for.
    pub(super) last_active: u64,
    pub(super) next_publication: u64,
    pub(super) stopping: bool,
}

/// What is left at the end.
#[derive(Debug)]
pub(super) struct Rest {
    /// When the last reply came.
    pub(super) last_reply: u64,
    /// Requests without a reply.
    pub(super) unanswered: u64,
    /// Requests that were due and found no room until the end.
    pub(super) unsent: u64,
    pub(super) pace: Option<Pace>,
    /// How often the thread got a core.
    pub(super) switches: Option<u64>,
}

/// More than a server writes at once.
pub(super) const READ_BUFFER: usize = 256 << 10;
/// The longest time without a look at whether to end.
const PATIENCE: Duration = Duration::from_millis(100);
/// In the events of the timer.
const TIMER: Token = Token(usize::MAX - 1);
/// How long a silence is taken for a dead server.
const SILENCE: u64 = 5_000_000_000;
/// Between looks that others can take at the counts.
const PUBLICATION: u64 = 50_000_000;

impl Worker<'_> {
    /// Runs until the end.
    ///
    /// # Errors
    /// A connection fails, or the server does not speak RESP.
    pub(super) fn run(mut self) -> Result<Rest, Failure> {
        let mut poll = Poll::new()?;
        for (index, connection) in self.connections.iter_mut().enumerate() {
            connection.socket.register(poll.registry(), index)?;
        }
        let timer = Timer::new(poll.registry(), TIMER)?;
        let mut events = Events::with_capacity(1024);
        self.begin()?;
        loop {
            let now = self.now();
            self.look_around(now);
            self.dispatch(now)?;
            if self.is_over(now) {
                return Ok(self.finish(now));
            }
            match poll.poll(&mut events, Some(timer.set(self.patience(now), PATIENCE)?)) {
                Err(error) if error.kind() != io::ErrorKind::Interrupted => return Err(error.into()),
                _ => {}
            }
            for event in events.iter().filter(|event| event.token() != TIMER) {
                self.handle(event)?;
            }
        }
    }

    fn now(&self) -> u64 {
        nanos_since(self.started)
    }

    fn begin(&mut self) -> Result<(), Failure> {
        let now = self.now();
        self.last_active = now;
        if self.pace.is_some() {
            self.ready.extend(0..self.connections.len());
            return Ok(());
        }
        (0..self.connections.len()).try_for_each(|index| self.send_all(index, now))
    }

    /// Whether to end, and once in a while what has been counted.
    fn look_around(&mut self, now: u64) {
        self.stopping = now >= self.deadline || self.remaining == 0 || self.shared.stop.load(Relaxed);
        if now >= self.next_publication {
            self.next_publication = now + PUBLICATION;
            self.shared.publish(self.index, &mut self.tally);
        }
    }

    /// Without a pace: as many requests as may be under way.
    fn send_all(&mut self, index: usize, now: u64) -> Result<(), Failure> {
        let count = usize::try_from(self.remaining).unwrap_or(usize::MAX).min(self.pipeline);
        if count > 0 && !self.stopping {
            self.connections[index].note(now, count);
            self.send(index, count, now)?;
        }
        Ok(())
    }

    fn send(&mut self, index: usize, count: usize, now: u64) -> Result<(), Failure> {
        let len = self.connections[index].send(count, &mut self.reel, &mut self.numbers);
        self.tally.sent_bytes += len.map_err(lost)? as u64;
        if self.in_flight == 0 {
            self.last_active = now;
        }
        self.in_flight += count;
        self.remaining -= count as u64;
        Ok(())
    }

    /// With a pace: what is due, over the connections with room, as evenly as can be.
    fn dispatch(&mut self, now: u64) -> Result<(), Failure> {
        let Some(pace) = &self.pace else { return Ok(()) };
        let due = if self.stopping { 0 } else { pace.due(now).min(self.remaining) };
        let mut due = usize::try_from(due).unwrap_or(usize::MAX);
        while due > 0 {
            let share = due.div_ceil(self.ready.len().max(1));
            let Some(index) = self.ready.pop_front() else { break };
            let connection = &mut self.connections[index];
            let count = share.min(self.pipeline - connection.in_flight());
            for _ in 0..count {
                let due = self.pace.as_mut().map_or(now, |pace| pace.send(now));
                connection.note(due, 1);
            }
            self.send(index, count, now)?;
            due -= count;
            if self.has_room(index) {
                self.ready.push_back(index);
            }
        }
        Ok(())
    }

    fn has_room(&self, index: usize) -> bool {
        let connection = &self.connections[index];
        connection.in_flight() < self.pipeline && connection.is_flushed()
    }

    fn handle(&mut self, event: &Event) -> Result<(), Failure> {
        let index = event.token().0;
        let had_room = self.has_room(index);
        if event.is_writable() {
            self.connections[index].flush().map_err(lost)?;
        }
        if event.is_readable() {
            self.read(index, event.is_read_closed() || event.is_error())?;
        }
        let has_room = self.has_room(index);
        if let Some(pace) = &mut self.pace
            && has_room
            && !had_room
        {
            if self.ready.is_empty() {
                pace.has_room(self.last_active);
            }
            self.ready.push_back(index);
        }
        Ok(())
    }

    /// Reads all there is.
    fn read(&mut self, index: usize, is_closed: bool) -> Result<(), Failure> {
        loop {
            let connection = &mut self.connections[index];
            let Some(count) = connection.socket.read(&mut self.buffer).map_err(lost)? else { return Ok(()) };
            if count == 0 {
                return Err(Failure::new("the server closed a connection"));
            }
            let now = nanos_since(self.started);
            let bytes = &self.buffer[..count];
            let latencies = &mut self.tally.latencies;
            let found = connection.receive(bytes, now, &self.reel, &mut self.known, latencies);
            let found = found.map_err(|error| Failure::because("the server does not speak RESP", &error))?;
            self.tally.received_bytes += count as u64;
            self.last_active = now;
            self.count(found)?;
            if self.pace.is_none() && self.connections[index].in_flight() == 0 {
                self.send_all(index, now)?;
            }
            // Elsewhere the next event comes only after a read that would wait.
            if cfg!(unix) && count < self.buffer.len() && !is_closed {
                return Ok(());
            }
        }
    }

    fn count(&mut self, found: Found) -> Result<(), Failure> {
        self.in_flight -= found.count;
        if found.errors > 0 {
            self.tally.errors += found.errors;
            self.tally.first_error = self.tally.first_error.take().or(found.first_error);
        }
        if found.surplus {
            return Err(Failure::new("the server sent a reply that answers nothing"));
        }
        Ok(())
    }

    fn is_over(&self, now: u64) -> bool {
        let is_silent = now.saturating_sub(self.last_active) > SILENCE;
        if self.in_flight > 0 { is_silent } else { self.stopping }
    }

    /// How long there is nothing to do but for events.
    fn patience(&self, now: u64) -> Duration {
        let waits_for_the_clock = !self.stopping && !self.ready.is_empty();
        match &self.pace {
            Some(pace) if waits_for_the_clock => {
                Duration::from_nanos(pace.next().saturating_sub(now)).min(PATIENCE)
            }
            _ => PATIENCE,
        }
    }

    fn finish(mut self, now: u64) -> Rest {
        self.shared.publish(self.index, &mut self.tally);
        let due = self.pace.as_ref().map_or(0, |pace| pace.due(now.min(self.deadline)).min(self.remaining));
        Rest {
            last_reply: self.last_active,
            unanswered: self.in_flight as u64,
            unsent: due,
            pace: self.pace,
            switches: observe::switches_of_this_thread(),
        }
    }
}

fn nanos_since(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

fn lost(error: io::Error) -> Failure {
    Failure::because("a connection was lost", &error)
}
