//! Threads that have a blocking client do the work of a cell.

use super::cell::Cell;
use super::contestant::Starting;
use super::target::Target;
use super::work::{Size, Work};
use crate::clients::{Caller, Setup};
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Meter};
use crate::workload::{Endpoint, Tasks, first_key};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A connection for each thread.
pub(super) fn start_each<C: Caller>(cell: &'static Cell, target: Arc<Target>, gauge: Arc<Gauge>) -> Starting {
    Box::pin(async move {
        let setup = target.setup(cell)?;
        let callers = gauge.meters().map(|_| C::connect(&setup)).collect::<Result<Vec<_>, _>>()?;
        Ok(spawn(callers, cell, &target, &gauge))
    })
}

/// One client, of which each thread has a clone.
pub(super) fn start_shared<C: Caller + Clone>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Starting {
    Box::pin(async move {
        let shared = C::connect(&target.setup(cell)?)?;
        let callers = gauge.meters().map(|_| shared.clone()).collect();
        Ok(spawn(callers, cell, &target, &gauge))
    })
}

/// One connection, for which the threads wait in line.
pub(super) fn start_mutex<C: Caller>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Starting {
    Box::pin(async move {
        let shared = Arc::new(Mutex::new(C::connect(&target.setup(cell)?)?));
        let callers = gauge.meters().map(|_| Behind(Arc::clone(&shared))).collect();
        Ok(spawn(callers, cell, &target, &gauge))
    })
}

/// A connection behind a mutex.
struct Behind<C>(Arc<Mutex<C>>);

impl<C> Behind<C> {
    fn lock(&self) -> MutexGuard<'_, C> {
        // A thread that broke down while it held it ends the measurement.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<C: Caller> Caller for Behind<C> {
    type Text = C::Text;

    fn connect(setup: &Setup) -> Result<Self, Failure> {
        Ok(Self(Arc::new(Mutex::new(C::connect(setup)?))))
    }

    fn get(&mut self, key: &str) -> Result<Option<C::Text>, Failure> {
        self.lock().get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        self.lock().set(key, value)
    }

    fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<C::Text>>, Failure> {
        self.lock().get_each(keys)
    }

    fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
        self.lock().set_each(keys, values)
    }
}

fn spawn<C: Caller>(callers: Vec<C>, cell: &Cell, target: &Arc<Target>, gauge: &Arc<Gauge>) -> Tasks {
    let mut tasks = Tasks::new();
    for (meter, caller) in gauge.meters().zip(callers) {
        let (work, target) = (cell.work, Arc::clone(target));
        tasks.spawn_blocking(move || repeat(caller, work, &target, meter));
    }
    tasks
}

fn repeat<C: Caller>(
    mut caller: C,
    work: Work,
    target: &Target,
    mut meter: Meter,
) -> Result<Latencies, Failure> {
    let mut turn = first_key(meter.index());
    while meter.running() {
        let started = meter.begin();
        let commands = once(&mut caller, work, target, turn)?;
        meter.end(started, commands);
        turn += 1;
    }
    Ok(meter.finish())
}

/// Does the work once and checks it; how many commands that was.
fn once<C: Caller>(caller: &mut C, work: Work, target: &Target, turn: usize) -> Result<u64, Failure> {
    let small = target.data.strings(Size::Small);
    match work {
        Work::Get(Size::Small) => {
            let text = caller.get(small.name(turn))?;
            target.data.check_text(Size::Small, turn, text.as_ref(), true)?;
        }
        Work::Set(Size::Small) => caller.set(small.name(turn), small.value(turn))?,
        Work::Gets(count) => {
            target.data.check_texts(0, count, &caller.get_each(&small.names[..count])?)?;
        }
        Work::Sets(count) => caller.set_each(&small.names[..count], &small.values[..count])?,
        _ => return Err(Failure::new("no work for threads")),
    }
    Ok(work.batch().unwrap_or(1) as u64)
}

/// A hand-written loop over a socket: it knows how long the values are.
pub(super) struct Raw {
    stream: TcpStream,
    requests: Vec<u8>,
    replies: Vec<u8>,
}

/// What comes before and after the 64 bytes of each value.
const HEADER: &[u8] = b"$64\r\n";
const REPLY: usize = HEADER.len() + 64 + 2;
/// The reply to SET.
const OK: &[u8] = b"+OK\r\n";

impl Raw {
    /// Writes what was made, and reads so many replies of this length.
    fn exchange(&mut self, count: usize, len: usize) -> Result<(), Failure> {
        self.stream.write_all(&self.requests)?;
        self.requests.clear();
        self.replies.resize(count * len, 0);
        Ok(self.stream.read_exact(&mut self.replies)?)
    }

    fn push_get(&mut self, key: &str) -> Result<(), Failure> {
        Ok(write!(self.requests, "*2\r\n$3\r\nGET\r\n${}\r\n{key}\r\n", key.len())?)
    }

    fn push_set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        write!(self.requests, "*3\r\n$3\r\nSET\r\n${}\r\n{key}\r\n", key.len())?;
        Ok(write!(self.requests, "${}\r\n{value}\r\n", value.len())?)
    }

    fn check_ok(&self) -> Result<(), Failure> {
        let all = self.replies.chunks_exact(OK.len()).all(|reply| reply == OK);
        if all { Ok(()) } else { Err(Failure::new("wrong answer to SET")) }
    }
}

fn value(reply: &[u8]) -> Option<Vec<u8>> {
    let value = reply.strip_prefix(HEADER).and_then(|rest| rest.strip_suffix(b"\r\n"));
    value.map(<[u8]>::to_vec)
}

impl Caller for Raw {
    type Text = Vec<u8>;

    fn connect(setup: &Setup) -> Result<Self, Failure> {
        let endpoint = Endpoint::from_url(&setup.url);
        let endpoint = endpoint.ok_or_else(|| Failure::new("raw loops need a redis:// address"))?;
        let stream = TcpStream::connect(&endpoint.address)?;
        stream.set_nodelay(true)?;
        let mut raw = Self { stream, requests: Vec::new(), replies: Vec::new() };
        for command in endpoint.login {
            raw.requests = command;
            raw.exchange(1, OK.len())?;
            raw.check_ok()?;
        }
        Ok(raw)
    }

    fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.push_get(key)?;
        self.exchange(1, REPLY)?;
        Ok(value(&self.replies))
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        self.push_set(key, value)?;
        self.exchange(1, OK.len())?;
        self.check_ok()
    }

    fn get_each(&mut self, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, Failure> {
        keys.iter().try_for_each(|key| self.push_get(key))?;
        self.exchange(keys.len(), REPLY)?;
        Ok(self.replies.chunks_exact(REPLY).map(value).collect())
    }

    fn set_each(&mut self, keys: &[String], values: &[String]) -> Result<(), Failure> {
        keys.iter().zip(values).try_for_each(|(key, value)| self.push_set(key, value))?;
        self.exchange(keys.len(), OK.len())?;
        self.check_ok()
    }
}
