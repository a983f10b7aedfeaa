//! Peers that misbehave on purpose: a scripted one, and one in front of a
//! real server. Threads and blocking sockets, so that no runtime is under test
//! but the client's own.

use core::net::{Ipv4Addr, SocketAddr};
use core::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use core::time::Duration;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Instant;

/// A server whose connections are each served by a function of the test's own,
/// on a thread of its own. Dropping it closes all of them, and waits for no
/// script to end: so that a test which fails does not hang.
///
/// ```
/// use std::io::{Read, Write};
/// use tests::proxy::FakeServer;
///
/// let server = FakeServer::start(|mut peer| peer.write_all(b"+PONG\r\n"))?;
/// let mut socket = std::net::TcpStream::connect(server.address())?;
/// let mut answer = String::new();
/// socket.read_to_string(&mut answer)?;
/// assert_eq!(answer, "+PONG\r\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct FakeServer {
    address: SocketAddr,
    shared: Arc<Accepted>,
    acceptor: Option<JoinHandle<()>>,
}

/// What the accepting thread and the handle have in common.
#[derive(Debug, Default)]
struct Accepted {
    ended: AtomicBool,
    connections: Mutex<Vec<TcpStream>>,
}

impl FakeServer {
    /// Listens on a free port and has `serve` serve each connection until it
    /// returns. Errors of the socket end the connection and nothing else.
    ///
    /// # Errors
    /// The system's, if it has no port left.
    pub fn start(serve: impl Fn(TcpStream) -> io::Result<()> + Send + Sync + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Accepted::default());
        let serve = Arc::new(serve);
        let accepted = Arc::clone(&shared);
        let acceptor = std::thread::spawn(move || {
            while let Ok((stream, _)) = listener.accept() {
                if accepted.ended.load(SeqCst) {
                    return;
                }
                let Ok(handle) = stream.try_clone() else { continue };
                let serve = Arc::clone(&serve);
                lock(&accepted.connections).push(handle);
                std::thread::spawn(move || {
                    // The peer sees the end, whoever else has the socket.
                    let ours = stream.try_clone();
                    drop(serve(stream));
                    drop(ours.map(|stream| stream.shutdown(Shutdown::Both)));
                });
            }
        });
        Ok(Self { address, shared, acceptor: Some(acceptor) })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// `redis://` with its address, to be spoken to in RESP2: so that the
    /// script needs no handshake.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}?protocol=2&set_info=false", self.address)
    }
}

impl Drop for FakeServer {
    fn drop(&mut self) {
        self.shared.ended.store(true, SeqCst);
        // Has `accept` return.
        drop(TcpStream::connect(self.address));
        if let Some(acceptor) = self.acceptor.take() {
            drop(acceptor.join());
        }
        for stream in lock(&self.shared.connections).drain(..) {
            drop(stream.shutdown(Shutdown::Both));
        }
    }
}

/// Reads until the peer closes: the bytes that came.
///
/// # Errors
/// The socket's, such as a reset.
pub fn read_to_end(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Reads exactly as many bytes as `expected` has: whether they are these.
///
/// # Errors
/// The socket's, and its end.
pub fn read_expected(stream: &mut TcpStream, expected: &[u8]) -> io::Result<bool> {
    let mut bytes = vec![0; expected.len()];
    stream.read_exact(&mut bytes)?;
    Ok(bytes == expected)
}

/// A proxy in front of a server on this machine, which passes bytes on until
/// it is told not to. Dropping it closes all connections.
#[derive(Debug)]
pub struct Proxy {
    server: FakeServer,
    valves: Arc<Valves>,
}

/// Which way bytes go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the client to the server.
    ToServer,
    /// From the server to the client.
    ToClient,
}

#[derive(Debug, Default)]
struct Valves {
    to_server: Valve,
    to_client: Valve,
    pairs: Mutex<Vec<[TcpStream; 2]>>,
}

#[derive(Debug, Default)]
struct Valve {
    stalled: Mutex<bool>,
    changed: Condvar,
    passed: AtomicU64,
}

impl Proxy {
    /// Passes on to the server at this port of 127.0.0.1.
    ///
    /// # Errors
    /// The system's, if it has no port left.
    pub fn start(port: u16) -> io::Result<Self> {
        let valves = Arc::new(Valves::default());
        let shared = Arc::clone(&valves);
        let server = FakeServer::start(move |client| {
            let upstream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
            client.set_nodelay(true)?;
            upstream.set_nodelay(true)?;
            lock(&shared.pairs).push([client.try_clone()?, upstream.try_clone()?]);
            let (from, to) = (upstream.try_clone()?, client.try_clone()?);
            let valves = Arc::clone(&shared);
            let back = std::thread::spawn(move || pass(from, to, &valves.to_client));
            pass(client, upstream, &shared.to_server);
            drop(back.join());
            Ok(())
        })?;
        Ok(Self { server, valves })
    }

    /// `redis://` with its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}", self.server.address())
    }

    /// Passes nothing on in this direction, and reads nothing, until
    /// [`resume`](Self::resume). Bytes read before may still be passed on.
    pub fn stall(&self, direction: Direction) {
        self.valve(direction).set(true);
    }

    /// Passes on again.
    pub fn resume(&self, direction: Direction) {
        self.valve(direction).set(false);
    }

    /// Bytes passed on so far, over all connections.
    #[must_use]
    pub fn passed(&self, direction: Direction) -> u64 {
        self.valve(direction).passed.load(SeqCst)
    }

    /// Closes all connections that there are, in both directions at once.
    pub fn cut(&self) {
        for stream in lock(&self.valves.pairs).drain(..).flatten() {
            drop(stream.shutdown(Shutdown::Both));
        }
    }

    fn valve(&self, direction: Direction) -> &Valve {
        match direction {
            Direction::ToServer => &self.valves.to_server,
            Direction::ToClient => &self.valves.to_client,
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.cut();
        self.resume(Direction::ToServer);
        self.resume(Direction::ToClient);
    }
}

impl Valve {
    fn set(&self, stalled: bool) {
        *lock(&self.stalled) = stalled;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let mut stalled = lock(&self.stalled);
        while *stalled {
            stalled = self.changed.wait(stalled).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Copies until one side closes, then closes both in this direction.
fn pass(mut from: TcpStream, mut to: TcpStream, valve: &Valve) {
    let mut buffer = vec![0; 64 << 10];
    loop {
        valve.wait();
        let Ok(count @ 1..) = from.read(&mut buffer) else { break };
        valve.wait();
        if to.write_all(&buffer[..count]).is_err() {
            break;
        }
        valve.passed.fetch_add(count as u64, SeqCst);
    }
    drop(from.shutdown(Shutdown::Read));
    drop(to.shutdown(Shutdown::Write));
}

/// Waits until `condition` holds; false if it does not within ten seconds.
#[must_use]
pub fn eventually(mut condition: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(10);
    while !condition() {
        if Instant::now() > deadline {
            return false;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    true
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stalled_proxy_passes_nothing_until_it_is_told_to() {
        let echo = FakeServer::start(|mut peer| {
            let mut copy = peer.try_clone()?;
            io::copy(&mut peer, &mut copy).map(drop)
        });
        let echo = echo.expect("a port is free");
        let proxy = Proxy::start(echo.address().port()).expect("a port is free");
        let mut socket = TcpStream::connect(proxy.server.address()).expect("the proxy listens");
        let mut answer = [0; 3];
        socket.write_all(b"one").unwrap();
        socket.read_exact(&mut answer).unwrap();
        proxy.stall(Direction::ToClient);
        socket.write_all(b"two").unwrap();
        assert!(eventually(|| proxy.passed(Direction::ToServer) == 6));
        assert_eq!(proxy.passed(Direction::ToClient), 3);
        proxy.resume(Direction::ToClient);
        socket.read_exact(&mut answer).unwrap();
        assert_eq!(&answer, b"two");
        proxy.cut();
        assert_eq!(socket.read(&mut answer).unwrap_or(0), 0);
    }
}
