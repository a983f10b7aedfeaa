//! Connections that are logged in and do not block.

use crate::failure::Failure;
use bytes::{Buf, BytesMut};
use core::time::Duration;
use mio::event::Source;
use mio::{Interest, Registry, Token};
use resp_net::resp_core::Protocol;
use resp_net::{Config, Event, Lanes, ProtocolChoice, Session, Target, Transmit};
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
#[cfg(unix)]
use std::os::unix::net::UnixStream;

/// A socket in an event loop.
#[derive(Debug)]
pub(super) enum Socket {
    Tcp(mio::net::TcpStream),
    #[cfg(unix)]
    Unix(mio::net::UnixStream),
}

/// Time for each step until the connection stands.
const TIMEOUT: Duration = Duration::from_secs(5);

/// What a URL says, for the version of the protocol that is wanted.
///
/// # Errors
/// The URL is wrong, or asks for TLS.
pub(super) fn config(url: &str, protocol: Protocol) -> Result<Config, Failure> {
    let scheme = url.split_once("://").map_or("", |(scheme, _)| scheme);
    if ["rediss", "valkeys"].iter().any(|tls| scheme.eq_ignore_ascii_case(tls)) {
        return Err(Failure::new("load does not speak TLS: it needs a redis:// or unix:// address"));
    }
    let choice = match protocol {
        Protocol::Resp3 => ProtocolChoice::Resp3,
        _ => ProtocolChoice::Resp2,
    };
    let config =
        resp_net::ConfigBuilder::from_url(url).map(|builder| builder.protocol(choice).set_info(false));
    config.and_then(resp_net::ConfigBuilder::build).map_err(|error| Failure::because("bad --url", &error))
}

impl Socket {
    /// Connects, logs in and chooses the database.
    ///
    /// # Errors
    /// The system's, or the server's refusal.
    pub(super) fn connect(config: &Config) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::because(format!("cannot connect to {config}"), &error);
        match config.target() {
            Target::Tcp { host, port } => {
                let mut stream = connect_tcp(host, *port).map_err(failed)?;
                let set = |stream: &TcpStream| {
                    stream.set_nodelay(true)?;
                    stream.set_read_timeout(Some(TIMEOUT))?;
                    stream.set_write_timeout(Some(TIMEOUT))
                };
                set(&stream).map_err(failed)?;
                log_in(&mut stream, config)?;
                stream.set_nonblocking(true).map_err(failed)?;
                Ok(Self::Tcp(mio::net::TcpStream::from_std(stream)))
            }
            #[cfg(unix)]
            Target::Unix(path) => {
                let mut stream = UnixStream::connect(path).map_err(failed)?;
                stream.set_read_timeout(Some(TIMEOUT)).map_err(failed)?;
                log_in(&mut stream, config)?;
                stream.set_nonblocking(true).map_err(failed)?;
                Ok(Self::Unix(mio::net::UnixStream::from_std(stream)))
            }
            _ => Err(Failure::new("there is no such kind of address on this system")),
        }
    }

    /// Tells the loop of everything that happens, once and for all: with events
    /// of changes alone there is nothing to switch on and off between requests.
    pub(super) fn register(&mut self, registry: &Registry, index: usize) -> io::Result<()> {
        let source: &mut dyn Source = match self {
            Self::Tcp(stream) => stream,
            #[cfg(unix)]
            Self::Unix(stream) => stream,
        };
        registry.register(source, Token(index), Interest::READABLE | Interest::WRITABLE)
    }

    /// Reads once; `None` if there is nothing.
    #[inline]
    pub(super) fn read(&mut self, buffer: &mut [u8]) -> io::Result<Option<usize>> {
        without_waiting(|| match self {
            Self::Tcp(stream) => stream.read(buffer),
            #[cfg(unix)]
            Self::Unix(stream) => stream.read(buffer),
        })
    }

    /// Writes once; `None` if there is no room.
    #[inline]
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<Option<usize>> {
        without_waiting(|| match self {
            Self::Tcp(stream) => stream.write(bytes),
            #[cfg(unix)]
            Self::Unix(stream) => stream.write(bytes),
        })
    }
}

fn without_waiting(mut call: impl FnMut() -> io::Result<usize>) -> io::Result<Option<usize>> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(None),
            outcome => return outcome.map(Some),
        }
    }
}

fn connect_tcp(host: &str, port: u16) -> io::Result<TcpStream> {
    let mut failure = io::Error::other("the name has no address");
    for address in (host, port).to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, TIMEOUT) {
            Ok(stream) => return Ok(stream),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// The handshake, as the session of `resp-net` has it: nothing follows it before
/// something is sent, so that the bare connection may be used afterwards.
fn log_in(stream: &mut (impl Read + Write), config: &Config) -> Result<(), Failure> {
    let mut session = Session::new(config, Lanes::Dedicated, 0);
    let (mut input, mut buffer) = (BytesMut::new(), [0; 4096]);
    loop {
        match session.receive(&mut input) {
            Some(Event::Ready(_)) => return Ok(()),
            Some(Event::Closed(reason)) => return Err(Failure::because("cannot log in", &reason)),
            Some(_) => continue,
            None => {}
        }
        let mut out = Transmit::default();
        if session.poll_transmit(&mut out, 0) {
            let len = out.remaining();
            stream.write_all(&out.copy_to_bytes(len))?;
            session.handle_written(len);
        }
        match stream.read(&mut buffer) {
            Ok(0) => session.handle_end(&input),
            Ok(count) => {
                input.extend_from_slice(&buffer[..count]);
                session.handle_read(count, 0);
            }
            Err(error) => return Err(Failure::because("cannot log in", &error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::tests::resp_server::RespServer;

    #[test]
    fn addresses_that_do_not_serve_say_so() {
        for (url, expected) in [("rediss://h", "load does not speak TLS"), ("mysql://h", "bad --url")] {
            let failure = config(url, Protocol::Resp2).unwrap_err().to_string();
            assert!(failure.starts_with(expected), "{failure}");
        }
    }

    #[test]
    fn a_refused_password_is_said_and_not_shown() {
        let server =
            RespServer::bare(|_| Some(b"-WRONGPASS invalid username-password pair\r\n".to_vec())).unwrap();
        let url = server.url().replace("redis://", "redis://:s3cret@");
        for protocol in [Protocol::Resp2, Protocol::Resp3] {
            let failure = Socket::connect(&config(&url, protocol).unwrap()).unwrap_err().to_string();
            assert!(failure.contains("WRONGPASS") && !failure.contains("s3cret"), "{failure}");
        }
    }
}
