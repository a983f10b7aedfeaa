//! One connection through a proxy: two sockets, and for each direction a
//! thread that reads and one that writes.

use core::time::Duration;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex};

use socket2::SockRef;

use super::Direction;
use super::counts::Tally;
use super::dialogue::{Commands, Dialogue, Replies};
use super::valve::{Step, Valve};
use crate::wait::{lock, wait_for};

#[derive(Debug)]
pub(super) struct Link {
    pub(super) number: u64,
    pub(super) to_server: Valve,
    pub(super) to_client: Valve,
    pub(super) dialogue: Dialogue,
    /// Both until the connection is told to end.
    sockets: Mutex<Option<Sockets>>,
    tally: Arc<Tally>,
    finished: Mutex<bool>,
    changed: Condvar,
}

#[derive(Clone, Debug)]
pub(super) struct Sockets {
    pub(super) client: Arc<TcpStream>,
    pub(super) server: Arc<TcpStream>,
}

/// How the peers see a connection end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Close,
    Reset,
}

/// How often a thread that cannot write looks whether it still should.
const WRITE_SLICE: Duration = Duration::from_millis(20);

impl Link {
    pub(super) fn new(number: u64, valves: [Valve; 2], sockets: Sockets, tally: Arc<Tally>) -> Self {
        let [to_server, to_client] = valves;
        Self {
            number,
            to_server,
            to_client,
            dialogue: Dialogue::default(),
            sockets: Mutex::new(Some(sockets)),
            tally,
            finished: Mutex::new(false),
            changed: Condvar::new(),
        }
    }

    pub(super) const fn valve(&self, direction: Direction) -> &Valve {
        match direction {
            Direction::ToServer => &self.to_server,
            Direction::ToClient => &self.to_client,
        }
    }

    /// Passes on until both directions have ended, or it is told to end.
    pub(super) fn run(&self) {
        let sockets = lock(&self.sockets).clone();
        if let Some(Sockets { client, server }) = sockets {
            for socket in [&client, &server] {
                drop(socket.set_nodelay(true));
                drop(socket.set_write_timeout(Some(WRITE_SLICE)));
            }
            std::thread::scope(|scope| {
                scope.spawn(|| self.read(&client, Direction::ToServer));
                scope.spawn(|| self.write(&server, Direction::ToServer));
                scope.spawn(|| self.read(&server, Direction::ToClient));
                self.write(&client, Direction::ToClient);
            });
        }
        // The last owners: what is to be seen of the end is sent here.
        drop(lock(&self.sockets).take());
        self.tally.add(|counts| counts.open -= 1);
        *lock(&self.finished) = true;
        self.changed.notify_all();
    }

    /// Ends it: at once, and whatever its threads wait for.
    pub(super) fn end(&self, ending: Ending) {
        let sockets = lock(&self.sockets).take();
        // First, or a reader that wakes would have an end passed on.
        self.to_server.end();
        self.to_client.end();
        for socket in sockets.iter().flat_map(|sockets| [&sockets.client, &sockets.server]) {
            match ending {
                Ending::Close => drop(socket.shutdown(Shutdown::Both)),
                // The peer is sent nothing until the last thread lets go of it.
                Ending::Reset => {
                    reset_on_close(socket);
                    drop(socket.shutdown(Shutdown::Read));
                }
            }
        }
    }

    /// Waits until both peers have been told of the end.
    pub(super) fn wait_until_finished(&self) {
        let mut finished = lock(&self.finished);
        while !*finished {
            finished = wait_for(&self.changed, finished, None);
        }
    }

    pub(super) fn is_finished(&self) -> bool {
        *lock(&self.finished)
    }

    fn read(&self, mut from: &TcpStream, direction: Direction) {
        let valve = self.valve(direction);
        let mut replies = Replies::default();
        let mut buffer = vec![0; 64 << 10];
        while valve.wait_for_room() {
            let bytes = match from.read(&mut buffer) {
                Ok(0) => return valve.push_half_close(),
                Ok(count) => &buffer[..count],
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => return self.end(Ending::Reset),
            };
            if direction == Direction::ToServer {
                valve.push(bytes);
                continue;
            }
            let passed = replies.read(bytes, &self.dialogue, &self.tally);
            valve.push(&passed.bytes);
            if passed.closes {
                return valve.push_close();
            }
        }
    }

    fn write(&self, to: &TcpStream, direction: Direction) {
        let mut commands = Commands::default();
        while let Some(step) = self.valve(direction).next() {
            let bytes = match step {
                Step::Write(bytes) => bytes,
                Step::HalfClose => return drop(to.shutdown(Shutdown::Write)),
                Step::Close => return self.end(Ending::Close),
            };
            // Before they are sent, so that no reply comes first.
            let complete =
                if direction == Direction::ToServer { commands.read(&bytes, &self.dialogue) } else { 0 };
            if self.write_all(to, &bytes, direction).is_err() {
                return self.end(Ending::Reset);
            }
            self.tally.add(|counts| counts.commands += complete);
        }
    }

    fn write_all(&self, mut to: &TcpStream, mut bytes: &[u8], direction: Direction) -> io::Result<()> {
        while !bytes.is_empty() {
            match to.write(bytes) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(count) => {
                    bytes = &bytes[count..];
                    self.tally.add(|counts| *counts.bytes_mut(direction) += count as u64);
                }
                Err(error) if is_momentary(&error) && !self.valve(direction).has_ended() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

fn is_momentary(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}

/// Has the peer see a reset in place of an end once the socket is closed.
pub(super) fn reset_on_close(socket: &TcpStream) {
    drop(SockRef::from(socket).set_linger(Some(Duration::ZERO)));
}
