//! A port that never answers who knocks.

use core::net::{Ipv4Addr, SocketAddr};
use core::time::Duration;
use std::io::{self, ErrorKind};
use std::net::TcpStream;

use socket2::{Domain, Socket, Type};

/// A port whose queue of connections is full, so that the system drops whatever
/// asks for one: to connect takes until the caller gives up, as with an address
/// that a firewall drops.
#[derive(Debug)]
pub struct DeafPort {
    address: SocketAddr,
    _listener: Socket,
    _queued: Vec<TcpStream>,
}

/// What fits into the shortest queue of any system, and more.
const MOST_QUEUED: usize = 64;
/// Time for a connection on this machine that there is still room for.
const KNOCK: Duration = Duration::from_millis(200);

impl DeafPort {
    /// A free port of 127.0.0.1, deaf from here on.
    ///
    /// # Errors
    /// The system's, or [`ErrorKind::Unsupported`] if it never lets a queue be full.
    pub fn open() -> io::Result<Self> {
        let listener = Socket::new(Domain::IPV4, Type::STREAM, None)?;
        listener.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into())?;
        listener.listen(0)?;
        let address = listener.local_addr()?.as_socket().ok_or(ErrorKind::Unsupported)?;
        let mut queued = Vec::new();
        while queued.len() < MOST_QUEUED {
            match TcpStream::connect_timeout(&address, KNOCK) {
                Ok(stream) => queued.push(stream),
                Err(error) if error.kind() == ErrorKind::TimedOut => {
                    return Ok(Self { address, _listener: listener, _queued: queued });
                }
                Err(error) => return Err(error),
            }
        }
        Err(ErrorKind::Unsupported.into())
    }

    /// Where nobody answers.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_answers() {
        let port = DeafPort::open().expect("a port is free");
        let error = TcpStream::connect_timeout(&port.address(), KNOCK).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TimedOut);
    }
}
