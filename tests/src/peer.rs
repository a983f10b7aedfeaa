//! A scripted peer. Threads and blocking sockets, so that no runtime is under
//! test but the client's own.

use core::net::{Ipv4Addr, SocketAddr};
use core::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::io::{self, Read};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::wait::lock;

/// A server whose connections are each served by a function of the test's own,
/// on a thread of its own. Dropping it closes all of them, and waits for no
/// script to end: so that a test which fails does not hang.
///
/// ```
/// use std::io::{Read, Write};
/// use tests::peer::FakeServer;
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
    /// Those whose script has not returned, each with its number.
    connections: Mutex<Vec<(u64, TcpStream)>>,
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
            for number in 0.. {
                let Ok((stream, _)) = listener.accept() else { return };
                if accepted.ended.load(SeqCst) {
                    return;
                }
                let Ok(handle) = stream.try_clone() else { continue };
                lock(&accepted.connections).push((number, handle));
                let (serve, accepted) = (Arc::clone(&serve), Arc::clone(&accepted));
                std::thread::spawn(move || {
                    drop(serve(stream));
                    accepted.close(number);
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
        for (_, stream) in lock(&self.shared.connections).drain(..) {
            drop(stream.shutdown(Shutdown::Both));
        }
    }
}

impl Accepted {
    /// The peer sees the end, whoever else has the socket.
    fn close(&self, number: u64) {
        let connections = &mut *lock(&self.connections);
        if let Some(at) = connections.iter().position(|(other, _)| *other == number) {
            drop(connections.swap_remove(at).1.shutdown(Shutdown::Both));
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
