//! A server that does harm on purpose: polite in handshakes, and a script for the rest.

use crate::failure::Failure;
use ::tests::peer::FakeServer;
use resp_core::{RequestDecoder, RequestProgress};
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// It reads no command while it writes an answer, like a server that is short of memory.
#[derive(Debug)]
pub(super) struct Server {
    fake: FakeServer,
    gate: Arc<Gate>,
}

/// Where connections wait while the server is stopped.
#[derive(Debug, Default)]
pub(super) struct Gate {
    closed: Mutex<bool>,
    opened: Condvar,
}

/// Bytes read at once.
const READ_LEN: usize = 64 << 10;

const HELLO_3: &[u8] = b"%7\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.2.0\r\n\
    $5\r\nproto\r\n:3\r\n$2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n";
const HELLO_2: &[u8] = b"*14\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.2.0\r\n\
    $5\r\nproto\r\n:2\r\n$2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n";
const INFO: &[u8] = b"$21\r\nredis_version:7.2.0\r\n\r\n";

impl Server {
    /// The script is called for each command, in order; an error ends the
    /// connection. What it does not want to answer it leaves to [`polite`].
    pub(super) fn start(
        script: impl Fn(&[&[u8]], &mut TcpStream) -> io::Result<()> + Send + Sync + 'static,
    ) -> Result<Self, Failure> {
        let gate = Arc::new(Gate::default());
        let for_connections = Arc::clone(&gate);
        let fake = FakeServer::start(move |stream| converse(stream, &for_connections, &script))?;
        Ok(Self { fake, gate })
    }

    /// `redis://` with its address.
    pub(super) fn url(&self) -> String {
        format!("redis://{}", self.fake.address())
    }

    /// `redis://` with a user, this password and its address.
    pub(super) fn url_with(&self, password: &str) -> String {
        format!("redis://app:{password}@{}", self.fake.address())
    }

    /// Reads and answers nothing from here on. The system still accepts
    /// connections, as for a process that is stopped.
    pub(super) fn stop(&self) {
        *self.gate.lock() = true;
    }

    /// Goes on.
    pub(super) fn go_on(&self) {
        *self.gate.lock() = false;
        self.gate.opened.notify_all();
    }
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.closed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pass(&self) {
        let guard = self.opened.wait_while(self.lock(), |closed| *closed);
        drop(guard.unwrap_or_else(PoisonError::into_inner));
    }
}

fn converse(
    mut stream: TcpStream,
    gate: &Gate,
    script: &impl Fn(&[&[u8]], &mut TcpStream) -> io::Result<()>,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut decoder = RequestDecoder::new();
    let (mut buffer, mut bytes) = (vec![0; READ_LEN], Vec::new());
    loop {
        gate.pass();
        let count = stream.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        bytes.extend_from_slice(&buffer[..count]);
        let mut at = 0;
        loop {
            match decoder.decode(&bytes[at..]).map_err(io::Error::other)? {
                RequestProgress::Request(request) => {
                    at += request.byte_len();
                    gate.pass();
                    script(&request.args().collect::<Vec<_>>(), &mut stream)?;
                }
                RequestProgress::Blank { byte_len } => at += byte_len,
                RequestProgress::NeedMore { .. } => break,
            }
        }
        bytes.drain(..at);
    }
}

/// Answers as any server does, as far as clients need it.
pub(super) fn polite(args: &[&[u8]], stream: &mut TcpStream) -> io::Result<()> {
    let is = |index: usize, name: &str| {
        args.get(index).is_some_and(|arg| arg.eq_ignore_ascii_case(name.as_bytes()))
    };
    if is(0, "ECHO") {
        return bulk(args.get(1).copied().unwrap_or_default(), stream);
    }
    stream.write_all(match () {
        () if is(0, "HELLO") && is(1, "3") => HELLO_3,
        () if is(0, "HELLO") => HELLO_2,
        () if is(0, "PING") => b"+PONG\r\n",
        () if is(0, "INFO") => INFO,
        () if is(0, "CLIENT") && is(1, "ID") => b":1\r\n",
        () if ["AUTH", "CLIENT", "SELECT", "SET"].iter().any(|name| is(0, name)) => b"+OK\r\n",
        () => b"-ERR unknown command\r\n",
    })
}

/// Writes a bulk string.
fn bulk(text: &[u8], stream: &mut TcpStream) -> io::Result<()> {
    let head = format!("${}\r\n", text.len());
    stream.write_all(&[head.as_bytes(), text, b"\r\n"].concat())
}

/// Ends the connection.
pub(super) fn hang_up() -> io::Result<()> {
    Err(io::ErrorKind::ConnectionAborted.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::tests::peer::read_expected;

    #[test]
    fn a_stopped_server_answers_when_it_goes_on() {
        let server = Server::start(polite).unwrap();
        let mut socket = TcpStream::connect(server.fake.address()).unwrap();
        socket.write_all(b"HELLO 3\r\nINFO\r\n").unwrap();
        assert!(read_expected(&mut socket, &[HELLO_3, INFO].concat()).unwrap());
        server.stop();
        socket.write_all(b"ECHO x\r\n").unwrap();
        socket.set_read_timeout(Some(core::time::Duration::from_millis(50))).unwrap();
        assert!(socket.read(&mut [0]).is_err(), "nothing comes");
        server.go_on();
        socket.set_read_timeout(None).unwrap();
        assert!(read_expected(&mut socket, b"$1\r\nx\r\n").unwrap());
    }
}
