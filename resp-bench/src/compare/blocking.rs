//! Threads that have a blocking client do the work of a cell.

use super::cell::{Cell, Work};
use super::contestant::Target;
use crate::clients::{Caller, Setup};
use crate::failure::Failure;
use crate::meter::{Gauge, Latencies, Meter};
use crate::workload::{Tasks, first_key};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex, PoisonError};

/// A connection for each thread.
pub(super) async fn start_each<C: Caller>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let callers =
        gauge.meters().map(|_| C::connect(&Setup::plain(&target.url))).collect::<Result<Vec<_>, _>>()?;
    Ok(spawn(callers, cell, &target, &gauge))
}

/// One client, of which each thread has a clone.
pub(super) async fn start_shared<C: Caller + Clone>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let shared = C::connect(&Setup::plain(&target.url))?;
    let callers = gauge.meters().map(|_| shared.clone()).collect();
    Ok(spawn(callers, cell, &target, &gauge))
}

/// One connection, for which the threads wait in line.
pub(super) async fn start_mutex<C: Caller>(
    cell: &'static Cell,
    target: Arc<Target>,
    gauge: Arc<Gauge>,
) -> Result<Tasks, Failure> {
    let shared = Behind(Arc::new(Mutex::new(C::connect(&Setup::plain(&target.url))?)));
    let callers = gauge.meters().map(|_| Behind(Arc::clone(&shared.0))).collect();
    Ok(spawn(callers, cell, &target, &gauge))
}

/// A connection behind a mutex.
struct Behind<C>(Arc<Mutex<C>>);

impl<C: Caller> Caller for Behind<C> {
    type Text = C::Text;

    fn connect(setup: &Setup) -> Result<Self, Failure> {
        Ok(Self(Arc::new(Mutex::new(C::connect(setup)?))))
    }

    fn get(&mut self, key: &str) -> Result<Option<C::Text>, Failure> {
        // A thread that broke down while it held it ends the measurement.
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key)
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
        let whole = meter.warming_up();
        let started = meter.begin();
        let text = caller.get(target.data.name(work, turn))?;
        target.data.check_text(work, turn, text.as_ref(), whole)?;
        meter.end(started, 1);
        turn += 1;
    }
    Ok(meter.finish())
}

/// A hand-written loop over a socket: it knows how long the values are.
pub(super) struct Raw {
    stream: TcpStream,
    request: Vec<u8>,
    reply: Vec<u8>,
}

/// What comes before and after the 64 bytes of each value.
const HEADER: &[u8] = b"$64\r\n";
const REPLY: usize = HEADER.len() + 64 + 2;

impl Caller for Raw {
    type Text = Vec<u8>;

    fn connect(setup: &Setup) -> Result<Self, Failure> {
        let address = setup.url.strip_prefix("redis://").unwrap_or(&setup.url);
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, request: Vec::new(), reply: vec![0; REPLY] })
    }

    fn get(&mut self, key: &str) -> Result<Option<Vec<u8>>, Failure> {
        self.request.clear();
        write!(self.request, "*2\r\n$3\r\nGET\r\n${}\r\n{key}\r\n", key.len())?;
        self.stream.write_all(&self.request)?;
        self.stream.read_exact(&mut self.reply)?;
        let value = self.reply.strip_prefix(HEADER).and_then(|rest| rest.strip_suffix(b"\r\n"));
        Ok(value.map(<[u8]>::to_vec))
    }
}
