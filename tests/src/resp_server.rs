//! A server whose answers are a function of the test's own.

use core::net::SocketAddr;
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Instant;

use resp_core::{RequestDecoder, RequestProgress};

use crate::peer::FakeServer;
use crate::wait::{LIMIT, lock, wait_for};

/// A server that speaks RESP3 and answers commands as a function says. The
/// handshake is answered without it: HELLO, AUTH, SELECT, and CLIENT SETNAME and
/// SETINFO. The function is called on a thread of the connection, for one
/// command after the other; `None` is no answer at all.
///
/// ```
/// use std::io::{Read, Write};
/// use tests::resp_server::RespServer;
///
/// let server = RespServer::start(|args| match args {
///     [b"PING"] => Some(b"+PONG\r\n".to_vec()),
///     _ => Some(b"-ERR unknown\r\n".to_vec()),
/// })?;
/// let mut socket = std::net::TcpStream::connect(server.address())?;
/// socket.write_all(b"HELLO 3\r\nPING\r\n")?;
/// assert!(server.wait(|counts| counts.commands == 1));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct RespServer {
    server: FakeServer,
    shared: Arc<Shared>,
}

/// What a [`RespServer`] has seen so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// Connections accepted.
    pub connections: u64,
    /// Connections that have not ended.
    pub open: u64,
    /// Commands of which the function was told.
    pub commands: u64,
    /// Commands that were answered without it.
    pub handshakes: u64,
}

#[derive(Debug, Default)]
struct Shared {
    seen: Mutex<Seen>,
    changed: Condvar,
    /// For bytes between two answers, never within one.
    sockets: Mutex<Vec<Arc<Mutex<TcpStream>>>>,
    answers_handshake: bool,
}

/// What HELLO is answered, in each protocol.
const HELLO_3: &[u8] = b"%7\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.2.0\r\n$5\r\nproto\r\n:3\r\n\
    $2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n";
const HELLO_2: &[u8] = b"*14\r\n$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.2.0\r\n$5\r\nproto\r\n:2\r\n\
    $2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n";

impl RespServer {
    /// Listens on a free port.
    ///
    /// # Errors
    /// The system's, if it has no port left.
    pub fn start(answer: impl Fn(&[&[u8]]) -> Option<Vec<u8>> + Send + Sync + 'static) -> io::Result<Self> {
        Self::serve(answer, true)
    }

    /// The same, and the function answers the handshake too.
    ///
    /// # Errors
    /// The system's, if it has no port left.
    pub fn bare(answer: impl Fn(&[&[u8]]) -> Option<Vec<u8>> + Send + Sync + 'static) -> io::Result<Self> {
        Self::serve(answer, false)
    }

    fn serve(
        answer: impl Fn(&[&[u8]]) -> Option<Vec<u8>> + Send + Sync + 'static,
        answers_handshake: bool,
    ) -> io::Result<Self> {
        let shared = Arc::new(Shared { answers_handshake, ..Shared::default() });
        let for_server = Arc::clone(&shared);
        let server = FakeServer::start(move |stream| for_server.converse(stream, &answer))?;
        Ok(Self { server, shared })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// `redis://` with its address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}", self.address())
    }

    /// Writes these bytes to all connections that there are, between two answers.
    pub fn send(&self, bytes: &[u8]) {
        for socket in lock(&self.shared.sockets).iter() {
            // Who has gone misses nothing.
            drop(lock(socket).write_all(bytes));
        }
    }

    /// Closes all connections that there are.
    pub fn close(&self) {
        for socket in lock(&self.shared.sockets).drain(..) {
            drop(lock(&socket).shutdown(Shutdown::Both));
        }
    }

    /// What it has seen so far.
    #[must_use]
    pub fn seen(&self) -> Seen {
        *lock(&self.shared.seen)
    }

    /// Waits until it has seen what is wanted; false if it has not in time.
    #[must_use]
    pub fn wait(&self, wanted: impl Fn(&Seen) -> bool) -> bool {
        let deadline = Instant::now() + LIMIT;
        let mut seen = lock(&self.shared.seen);
        while !wanted(&seen) {
            if Instant::now() > deadline {
                return false;
            }
            seen = wait_for(&self.shared.changed, seen, Some(deadline));
        }
        true
    }
}

impl Shared {
    fn note(&self, change: impl FnOnce(&mut Seen)) {
        change(&mut lock(&self.seen));
        self.changed.notify_all();
    }

    fn converse(&self, stream: TcpStream, answer: &impl Fn(&[&[u8]]) -> Option<Vec<u8>>) -> io::Result<()> {
        let socket = Arc::new(Mutex::new(stream.try_clone()?));
        lock(&self.sockets).push(Arc::clone(&socket));
        self.note(|seen| {
            seen.connections += 1;
            seen.open += 1;
        });
        let result = self.answer_all(stream, &socket, answer);
        lock(&self.sockets).retain(|other| !Arc::ptr_eq(other, &socket));
        self.note(|seen| seen.open -= 1);
        result
    }

    fn answer_all(
        &self,
        mut from: TcpStream,
        to: &Mutex<TcpStream>,
        answer: &impl Fn(&[&[u8]]) -> Option<Vec<u8>>,
    ) -> io::Result<()> {
        let mut decoder = RequestDecoder::new();
        let (mut buffer, mut bytes) = (vec![0; 64 << 10], Vec::new());
        loop {
            let count = from.read(&mut buffer)?;
            if count == 0 {
                return Ok(());
            }
            bytes.extend_from_slice(&buffer[..count]);
            let mut at = 0;
            loop {
                match decoder.decode(&bytes[at..]).map_err(io::Error::other)? {
                    RequestProgress::Request(request) => {
                        at += request.byte_len();
                        let args: Vec<&[u8]> = request.args().collect();
                        if let Some(answer) = self.answer(&args, answer) {
                            lock(to).write_all(&answer)?;
                        }
                    }
                    RequestProgress::Blank { byte_len } => at += byte_len,
                    RequestProgress::NeedMore { .. } => break,
                }
            }
            bytes.drain(..at);
        }
    }

    fn answer(&self, args: &[&[u8]], answer: &impl Fn(&[&[u8]]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        if let Some(answer) = handshake(args).filter(|_| self.answers_handshake) {
            self.note(|seen| seen.handshakes += 1);
            return Some(answer.to_vec());
        }
        self.note(|seen| seen.commands += 1);
        answer(args)
    }
}

fn handshake(args: &[&[u8]]) -> Option<&'static [u8]> {
    let is = |index: usize, name: &str| {
        args.get(index).is_some_and(|arg| arg.eq_ignore_ascii_case(name.as_bytes()))
    };
    match () {
        () if is(0, "HELLO") && is(1, "3") => Some(HELLO_3),
        () if is(0, "HELLO") => Some(HELLO_2),
        () if is(0, "AUTH") || is(0, "SELECT") => Some(b"+OK\r\n"),
        () if is(0, "CLIENT") && (is(1, "SETNAME") || is(1, "SETINFO")) => Some(b"+OK\r\n"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::peer::{read_expected, read_to_end};

    #[test]
    fn commands_are_answered_and_bytes_sent_in_between() {
        let server = RespServer::start(|args| match args {
            [b"ECHO", text] => Some([b"+", *text, b"\r\n"].concat()),
            _ => None,
        });
        let server = server.expect("a port is free");
        let mut socket = TcpStream::connect(server.address()).unwrap();
        socket
            .write_all(b"hello 3 auth default x\r\nclient setinfo lib-name x\r\nECHO a\r\nPING\r\n")
            .unwrap();
        assert!(read_expected(&mut socket, &[HELLO_3, b"+OK\r\n+a\r\n"].concat()).unwrap());
        assert!(server.wait(|seen| seen.commands == 2), "PING is seen, and not answered");
        server.send(b">1\r\n+x\r\n");
        assert!(read_expected(&mut socket, b">1\r\n+x\r\n").unwrap());
        assert_eq!(server.seen(), Seen { connections: 1, open: 1, commands: 2, handshakes: 2 });
        server.close();
        assert_eq!(read_to_end(&mut socket).unwrap(), b"");
        assert!(server.wait(|seen| seen.open == 0));
    }

    #[test]
    fn a_bare_server_leaves_the_handshake_to_the_function() {
        let server = RespServer::bare(|args| (args[0] == b"HELLO").then(|| b"-NOPROTO no\r\n".to_vec()));
        let server = server.expect("a port is free");
        let mut socket = TcpStream::connect(server.address()).unwrap();
        socket.write_all(b"HELLO 3\r\n").unwrap();
        assert!(read_expected(&mut socket, b"-NOPROTO no\r\n").unwrap());
        assert_eq!(server.seen().commands, 1);
    }

    #[test]
    fn the_answers_to_hello_are_whole() {
        for (answer, len) in [(HELLO_3, 7), (HELLO_2, 14)] {
            let mut decoder = resp_core::Decoder::new();
            let Ok(resp_core::Progress::Frame(frame)) = decoder.decode(answer) else { panic!("{answer:?}") };
            assert_eq!((frame.byte_len(), frame.len()), (answer.len(), len));
        }
    }
}
