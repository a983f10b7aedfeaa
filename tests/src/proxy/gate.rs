//! The port of a proxy, which can refuse connections and take them again.

use core::net::{Ipv4Addr, SocketAddr};
use core::time::Duration;
use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::Instant;

use socket2::{Domain, SockRef, Socket, Type};

use crate::wait::{lock, wait_for};

/// A port with a thread that accepts. Dropping it ends the thread.
#[derive(Debug)]
pub(super) struct Gate {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    /// What is wanted, and what the thread has made of it.
    doors: Mutex<(Door, Door)>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Door {
    #[default]
    Open,
    /// The port is held, but nothing listens on it.
    Refusing,
    Ended,
}

/// Connections that the system takes before they are accepted.
const BACKLOG: i32 = 1024;
/// Time between two tries of what lacks a file descriptor.
const RETRY: Duration = Duration::from_millis(20);

impl Gate {
    /// Takes a free port and has `serve` take each connection.
    pub(super) fn open(serve: impl Fn(TcpStream) + Send + 'static) -> io::Result<Self> {
        let socket = bound(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))?;
        socket.listen(BACKLOG)?;
        let listener = TcpListener::from(socket);
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let for_thread = Arc::clone(&shared);
        let thread = std::thread::spawn(move || {
            // If the port is lost, nobody waits for what cannot be.
            drop(for_thread.accept_all(listener, &serve));
            for_thread.have(Door::Ended);
        });
        Ok(Self { address, shared, thread: Some(thread) })
    }

    pub(super) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Connections are refused once this returns.
    pub(super) fn refuse(&self) {
        self.want(Door::Refusing);
    }

    /// Connections are accepted once this returns.
    pub(super) fn accept(&self) {
        self.want(Door::Open);
    }

    fn want(&self, door: Door) {
        let mut doors = lock(&self.shared.doors);
        doors.0 = door;
        self.shared.changed.notify_all();
        while doors.1 != door && doors.1 != Door::Ended {
            if doors.1 == Door::Open {
                drop(doors);
                // Has `accept` return; again if there was no socket for it.
                drop(TcpStream::connect(self.address));
                doors = lock(&self.shared.doors);
            }
            if doors.1 != door && doors.1 != Door::Ended {
                doors = wait_for(&self.shared.changed, doors, Some(Instant::now() + RETRY));
            }
        }
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.want(Door::Ended);
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

impl Shared {
    fn accept_all(&self, mut listener: TcpListener, serve: &impl Fn(TcpStream)) -> io::Result<()> {
        let address = listener.local_addr()?;
        loop {
            let accepted = listener.accept();
            let wanted = lock(&self.doors).0;
            match (wanted, accepted) {
                (Door::Open, Ok((stream, _))) => serve(stream),
                // Such as no file descriptor left.
                (Door::Open, Err(_)) => std::thread::sleep(RETRY),
                (Door::Refusing, accepted) => {
                    // A process that is just being started may have a copy of
                    // the socket, which would go on listening until it runs.
                    drop(SockRef::from(&listener).shutdown(Shutdown::Both));
                    drop((accepted, listener));
                    // In use by nobody else, since nobody else was given it.
                    let held = bound(address)?;
                    if self.have(Door::Refusing) == Door::Ended {
                        return Ok(());
                    }
                    held.listen(BACKLOG)?;
                    listener = TcpListener::from(held);
                    self.have(Door::Open);
                }
                (Door::Ended, _) => return Ok(()),
            }
        }
    }

    /// Tells what is so now, and waits while it is what is wanted, unless that
    /// is to accept or to end: what is wanted now.
    fn have(&self, door: Door) -> Door {
        let mut doors = lock(&self.doors);
        doors.1 = door;
        self.changed.notify_all();
        while door == Door::Refusing && doors.0 == door {
            doors = wait_for(&self.changed, doors, None);
        }
        doors.0
    }
}

fn bound(address: SocketAddr) -> io::Result<Socket> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    Ok(socket)
}
