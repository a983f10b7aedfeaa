//! What drives one shared connection, in the hands of whoever does.

use alloc::sync::Arc;
use alloc::task::Wake;
use alloc::vec::Vec;
use core::task::Waker;
use core::time::Duration;
use std::io;
use std::thread;

use bytes::BytesMut;
use mio::{Events, Poll, Registry, Token};

use super::{LONGEST_SLEEP, Stream};
use crate::driver::hub::{Hub, Turn};

const SOCKET: Token = Token(0);
const ROUSED: Token = Token(1);

/// Reads of one turn. A peer that sends without end, and answers nobody, must
/// not keep whoever drives from the time.
const MAX_READS: usize = 4;

/// The reading end of a connection, from its socket to its loss.
#[derive(Debug)]
pub(super) struct Reader {
    stream: Arc<Stream>,
    poll: Poll,
    events: Events,
    /// Ends the sleep of whoever drives.
    rouser: Waker,
    pub(super) input: BytesMut,
    /// Who to wake; empty between turns.
    wakers: Vec<Waker>,
    /// There may be something to read, which no event will tell.
    may_read: bool,
    /// The peer has ended its side. No event follows that one, so that all is
    /// to be read up to the end.
    is_ending: bool,
    /// The last turn left the writing to the next one.
    write_due: bool,
    /// What the socket did not take leaves when an event tells that there is room.
    awaits_room: bool,
    /// The last turn woke callers.
    answered: bool,
    /// It served somebody, ever.
    pub(super) was_useful: bool,
}

/// The connection is over; its owner has to be told.
#[derive(Debug)]
pub(super) struct Ended;

/// How a sleep in the poll is ended from elsewhere.
#[derive(Debug)]
pub(super) struct Rouser(mio::Waker);

impl Rouser {
    /// What ends a sleep in this poll, of which there can be one for each.
    pub(super) fn waker(registry: &Registry, token: Token) -> io::Result<Waker> {
        Ok(Waker::from(Arc::new(Self(mio::Waker::new(registry, token)?))))
    }
}

impl Wake for Rouser {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        // It fails when the system has no memory left. The sleep then ends at its time.
        let _ = self.0.wake();
    }
}

impl Reader {
    pub(super) fn new(mut stream: Stream) -> io::Result<Self> {
        let poll = Poll::new()?;
        stream.watch(poll.registry(), SOCKET)?;
        let rouser = Rouser::waker(poll.registry(), ROUSED)?;
        Ok(Self {
            stream: Arc::new(stream),
            poll,
            events: Events::with_capacity(4),
            rouser,
            input: BytesMut::new(),
            wakers: Vec::new(),
            // What came with the end of another handshake is told by no event.
            may_read: true,
            is_ending: false,
            // The handshake.
            write_due: true,
            awaits_room: false,
            answered: false,
            was_useful: false,
        })
    }

    pub(super) const fn stream(&self) -> &Arc<Stream> {
        &self.stream
    }

    /// Writes, sleeps until there is something to do, and reads. `own` is the
    /// waker of who drives, who need not be told.
    pub(super) fn turn(&mut self, hub: &Hub<Stream>, own: &Waker) -> Result<(), Ended> {
        if core::mem::take(&mut self.write_due) {
            hub.flush_if_due();
            let is_full = hub.write_stuck();
            self.await_room(is_full)?;
        }
        let answered = core::mem::take(&mut self.answered);
        match hub.end_turn(&self.rouser, answered, self.awaits_room) {
            Turn::Ended => return Err(Ended),
            Turn::Again => {
                self.write_due = true;
                if !self.may_read {
                    // Those who were woken queue what then leaves together.
                    thread::yield_now();
                    return Ok(());
                }
            }
            Turn::Sleep { until } => self.sleep(hub, until, own)?,
        }
        for _ in 0..MAX_READS {
            if !self.may_read || self.answered {
                break;
            }
            self.read(hub, own)?;
        }
        Ok(())
    }

    /// Whether the last turn woke callers.
    pub(super) const fn has_answered(&self) -> bool {
        self.answered
    }

    /// Has nothing left of this turn to who drives next, who may be alone.
    pub(super) const fn end_of_watch(&mut self) {
        self.answered = false;
    }

    /// Sleeps until then, unless there is something to read or to write before.
    fn sleep(&mut self, hub: &Hub<Stream>, until: u64, own: &Waker) -> Result<(), Ended> {
        let left = until.saturating_sub(hub.now());
        if left == 0 {
            let ended = hub.handle_timeout(&mut self.input, &mut self.wakers);
            self.wake_all(own);
            return if ended { Err(Ended) } else { Ok(()) };
        }
        if self.may_read {
            return Ok(());
        }
        match self.poll.poll(&mut self.events, Some(Duration::from_nanos(left).min(LONGEST_SLEEP))) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => return self.fail(hub, error, own),
            _ => {}
        }
        for event in self.events.iter().filter(|event| event.token() == SOCKET) {
            self.is_ending |= event.is_read_closed() || event.is_error();
            self.may_read |= self.is_ending || event.is_readable();
            self.write_due |= self.awaits_room && event.is_writable();
        }
        Ok(())
    }

    fn read(&mut self, hub: &Hub<Stream>, own: &Waker) -> Result<(), Ended> {
        hub.reserve(&mut self.input);
        let read = match self.stream.read_into(&mut self.input) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                self.may_read = false;
                return Ok(());
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(()),
            read => read,
        };
        self.may_read = self.is_ending || self.stream.may_have_more(&self.input);
        let answered = hub.handle_input(read, &mut self.input, &mut self.wakers);
        self.wake_all(own);
        let Some(answered) = answered else { return Err(Ended) };
        self.answered = answered > 0;
        self.was_useful |= self.answered;
        Ok(())
    }

    fn await_room(&mut self, is_full: bool) -> Result<(), Ended> {
        if is_full != self.awaits_room {
            self.awaits_room = is_full;
            self.stream.watch_room(self.poll.registry(), SOCKET, is_full).map_err(|_| Ended)?;
        }
        Ok(())
    }

    /// Sleeping has failed, and so would every turn to come.
    #[cold]
    fn fail(&mut self, hub: &Hub<Stream>, error: io::Error, own: &Waker) -> Result<(), Ended> {
        hub.handle_input(Err(error), &mut self.input, &mut self.wakers);
        self.wake_all(own);
        Err(Ended)
    }

    /// Wakes outside the lock, since those who are woken take it.
    fn wake_all(&mut self, own: &Waker) {
        self.wakers.drain(..).filter(|waker| !waker.will_wake(own)).for_each(Waker::wake);
    }
}

#[cfg(test)]
mod tests {
    use super::super::stream::Socket;
    use super::*;
    use crate::config::{Config, ProtocolChoice};
    use crate::session::Lanes;
    use resp_core::cmd;
    use std::io::Write;
    use std::net::TcpListener;

    #[test]
    fn a_turn_ends_although_there_is_more_to_read() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let socket = mio::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (mut peer, _) = listener.accept().unwrap();
        let stream = Stream::new(
            Socket::Tcp(socket),
            #[cfg(feature = "__tls")]
            None,
        );
        let config = Config { set_info: false, protocol: ProtocolChoice::Resp2, ..Config::default() };
        let hub = Hub::new(config, Lanes::Shared);
        let mut reader = Reader::new(stream).unwrap();
        hub.handle_connected(Arc::clone(reader.stream()), u64::MAX);
        let get = cmd::get("k");
        hub.begin(get.wire(), None, Waker::noop()).unwrap();

        const LEN: usize = 100_000;
        // The end of the answer does not come.
        write!(peer, "${}\r\n{}", 2 * LEN, "x".repeat(LEN)).unwrap();
        let (mut reads, mut most) = (0, 0);
        while hub.metrics().counters.bytes_read < LEN as u64 {
            reader.turn(&hub, Waker::noop()).unwrap();
            let now = hub.metrics().counters.reads;
            most = most.max(now - reads);
            reads = now;
        }
        assert_eq!(most, MAX_READS as u64);
    }
}
