//! A proxy in front of a real server that does harm on purpose. Threads and
//! blocking sockets, so that no runtime is under test but the client's own.

mod counts;
mod dialogue;
mod drop_reply;
mod gate;
mod link;
mod links;
mod valve;

use core::net::{Ipv4Addr, SocketAddr};
use core::sync::atomic::{AtomicU16, Ordering::SeqCst};
use std::io;
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Instant;

pub use counts::Counts;
use counts::Tally;
pub use drop_reply::DropReply;
use gate::Gate;
use link::{Ending, Link, Sockets, reset_on_close};
pub use links::Links;
use links::{Plan, Reach};
use valve::Valve;

pub use crate::peer::{FakeServer, read_expected, read_to_end};
pub use crate::wait::eventually;
use crate::wait::lock;

/// A proxy in front of a server on this machine, which passes bytes on until
/// it is told not to. Dropping it closes all connections and ends its threads.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use tests::proxy::{Direction, DropReply, Proxy};
/// use tests::server::RedisServer;
///
/// let server = RedisServer::start(&[])?;
/// let proxy = Proxy::start(server.port())?;
/// proxy.all().drop_reply(DropReply::to("INCR").then_close());
/// proxy.live().stall(Direction::ToServer);
/// proxy.coming().rst();
/// assert!(proxy.wait(|counts| counts.accepted >= 2));
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Proxy {
    gate: Gate,
    shared: Arc<Shared>,
}

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the client to the server.
    ToServer,
    /// From the server to the client.
    ToClient,
}

#[derive(Debug)]
struct Shared {
    server_port: AtomicU16,
    tally: Arc<Tally>,
    registry: Mutex<Registry>,
}

/// The connections that there are, and what those to come begin with.
#[derive(Debug, Default)]
struct Registry {
    live: Vec<Arc<Link>>,
    threads: Vec<JoinHandle<()>>,
    /// When each connection was accepted.
    accepted: Vec<Instant>,
    plan: Plan,
    /// For the first one to come, in place of `plan`.
    next: Option<Plan>,
}

impl Proxy {
    /// Passes on to the server at this port of 127.0.0.1.
    ///
    /// # Errors
    /// The system's, if it has no port left.
    pub fn start(port: u16) -> io::Result<Self> {
        let shared = Arc::new(Shared {
            server_port: AtomicU16::new(port),
            tally: Arc::default(),
            registry: Mutex::default(),
        });
        let for_gate = Arc::clone(&shared);
        let gate = Gate::open(move |client| for_gate.take(client))?;
        Ok(Self { gate, shared })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.gate.address()
    }

    /// The port it listens on.
    #[must_use]
    pub const fn port(&self) -> u16 {
        self.gate.address().port()
    }

    /// `redis://` with its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}", self.address())
    }

    /// All connections: those that there are, and those to come.
    pub fn all(&self) -> Links<'_> {
        Links { shared: &self.shared, reach: Reach::All }
    }

    /// The connections that there are: those over which something has gone. One
    /// that a client has opened and not used may still be to come.
    pub fn live(&self) -> Links<'_> {
        Links { shared: &self.shared, reach: Reach::Live }
    }

    /// The connections to come.
    pub fn coming(&self) -> Links<'_> {
        Links { shared: &self.shared, reach: Reach::Coming }
    }

    /// The first connection to come, and no other. It begins with the faults
    /// that those to come have when this is first asked for.
    pub fn next(&self) -> Links<'_> {
        Links { shared: &self.shared, reach: Reach::Next }
    }

    /// One connection that there is: 0 is the first that was ever accepted.
    pub fn nth(&self, number: u64) -> Links<'_> {
        Links { shared: &self.shared, reach: Reach::Nth(number) }
    }

    /// Refuses connections from here on, until [`accept`](Self::accept). Those
    /// that there are, see [`live`](Self::live), go on.
    pub fn refuse(&self) {
        self.gate.refuse();
    }

    /// Accepts connections again.
    pub fn accept(&self) {
        self.gate.accept();
    }

    /// Connections to come are passed on to another port of 127.0.0.1.
    pub fn swap_backend(&self, port: u16) {
        self.shared.server_port.store(port, SeqCst);
    }

    /// What went through it so far.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.shared.tally.read()
    }

    /// When each connection was accepted, the first one first.
    #[must_use]
    pub fn accept_times(&self) -> Vec<Instant> {
        lock(&self.shared.registry).accepted.clone()
    }

    /// Waits until what went through is as wanted; false if it is not in time.
    #[must_use]
    pub fn wait(&self, wanted: impl Fn(&Counts) -> bool) -> bool {
        self.shared.tally.wait(wanted)
    }

    /// Waits until so many bytes have gone this way since the start, over all
    /// connections; false if they do not in time.
    #[must_use]
    pub fn await_passed(&self, direction: Direction, count: u64) -> bool {
        self.wait(|counts| counts.bytes(direction) >= count)
    }

    /// Waits until the server was sent so many commands since the start, those
    /// of handshakes too; false if it is not in time.
    #[must_use]
    pub fn await_commands(&self, count: u64) -> bool {
        self.wait(|counts| counts.commands >= count)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.gate.refuse();
        let registry = core::mem::take(&mut *lock(&self.shared.registry));
        for link in &registry.live {
            link.end(Ending::Close);
        }
        for thread in registry.threads {
            drop(thread.join());
        }
    }
}

impl Direction {
    pub(crate) const BOTH: [Self; 2] = [Self::ToServer, Self::ToClient];
}

impl Shared {
    /// Serves a connection on a thread of its own.
    fn take(&self, client: TcpStream) {
        let registry = &mut *lock(&self.registry);
        let number = registry.accepted.len() as u64;
        registry.accepted.push(Instant::now());
        let plan = registry.next.take().unwrap_or_else(|| registry.plan.clone());
        let server = TcpStream::connect((Ipv4Addr::LOCALHOST, self.server_port.load(SeqCst)));
        self.tally.add(|counts| {
            counts.accepted += 1;
            counts.open += u64::from(!plan.resets && server.is_ok());
        });
        // As near to a refusal as is possible once it is accepted.
        let Some(server) = server.ok().filter(|_| !plan.resets) else {
            return reset_on_close(&client);
        };
        let sockets = Sockets { client: Arc::new(client), server: Arc::new(server) };
        let valves = [Valve::new(plan.to_server, 2 * number), Valve::new(plan.to_client, 2 * number + 2)];
        let link = Arc::new(Link::new(number, valves, sockets, Arc::clone(&self.tally)));
        plan.rules.iter().for_each(|rule| link.dialogue.drop_reply(rule));
        link.to_server.push(&plan.first_to_server);
        link.to_client.push(&plan.first_to_client);
        registry.live.retain(|link| !link.is_finished());
        registry.threads.retain(|thread| !thread.is_finished());
        registry.live.push(Arc::clone(&link));
        registry.threads.push(std::thread::spawn(move || link.run()));
    }
}

#[cfg(test)]
mod tests;
