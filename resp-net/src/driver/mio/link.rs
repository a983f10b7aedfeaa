//! A session over a mio socket, driven by the thread that holds it.

use core::time::Duration;
use std::io;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use mio::{Events, Poll, Token, Waker};

use super::{FAR, LONGEST_SLEEP, Stream, dial};
use crate::config::Config;
use crate::driver::write;
use crate::error::LostReason;
use crate::session::{Event, Lanes, Session, SessionError, Span, Transmit};

const SOCKET: Token = Token(0);
const ALARM: Token = Token(1);

/// A connected socket and its session.
#[derive(Debug)]
pub(crate) struct Link {
    stream: Stream,
    poll: Poll,
    events: Events,
    pub(crate) session: Session,
    /// Read, and not yet used by the session.
    input: BytesMut,
    /// Taken from the session, and to be written.
    out: Transmit,
    /// Part of what was taken is still to be written, or flushed, when an
    /// event tells that there is room.
    is_stuck: bool,
    /// There may be something to read, which no event will tell.
    may_read: bool,
    /// The peer has ended its side. No event follows that one, so that all is
    /// to be read up to the end.
    is_ending: bool,
    /// What the socket failed with; the session then only knows that it was given up.
    io_error: Option<LostReason>,
    /// When the session's time began.
    start: Instant,
}

impl Link {
    /// Connects and completes the handshake, within the connect time-out.
    pub(crate) fn open(config: &Config, lanes: Lanes) -> Result<Self, LostReason> {
        let start = Instant::now();
        let mut stream = dial(config, start + config.connect_timeout.min(FAR), |_| false)?;
        let poll = Poll::new()?;
        stream.watch(poll.registry(), SOCKET)?;
        let mut link = Self {
            stream,
            poll,
            events: Events::with_capacity(4),
            session: Session::new(config, lanes, 0),
            input: BytesMut::new(),
            out: Transmit::default(),
            is_stuck: false,
            // What came with the end of another handshake is told by no event.
            may_read: true,
            is_ending: false,
            io_error: None,
            start,
        };
        loop {
            match link.next_event() {
                Event::Ready(_) => return Ok(link),
                Event::Closed(error) => return Err(link.lost_reason(error)),
                _ => {}
            }
        }
    }

    /// What gives the connection up from another thread, even while its own
    /// sleeps here. There can be one for each.
    pub(crate) fn alarm(&self) -> io::Result<Waker> {
        Waker::new(self.poll.registry(), ALARM)
    }

    /// The span of a call that begins now.
    pub(crate) fn begin(&self, timeout: Option<Duration>) -> Span {
        Span::new(self.now(), timeout)
    }

    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    /// Waits for the next event. One comes in any case while the session owes
    /// one or its connection is over.
    pub(crate) fn next_event(&mut self) -> Event {
        loop {
            if let Some(event) = self.session.receive(&mut self.input) {
                return event;
            }
            if let Err(error) = self.exchange().and_then(|read| if read { Ok(()) } else { self.sleep() }) {
                self.fail(error);
            }
        }
    }

    /// The next event, if there is one already.
    pub(crate) fn try_event(&mut self) -> Option<Event> {
        self.may_read = true;
        loop {
            if let Some(event) = self.session.receive(&mut self.input) {
                return Some(event);
            }
            match self.exchange() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => self.fail(error),
            }
        }
    }

    /// Writes what there is, and reads once; false if it read nothing.
    fn exchange(&mut self) -> io::Result<bool> {
        if !self.is_stuck {
            self.write()?;
        }
        if !self.may_read {
            return Ok(false);
        }
        self.session.reserve(&mut self.input);
        match self.stream.read_into(&mut self.input) {
            Ok(0) => self.session.handle_end(&self.input),
            Ok(count) => {
                let now = self.now();
                self.session.handle_read(count, now);
                // A peer that sends without end must not keep it from the time.
                if self.session.poll_timeout().is_some_and(|until| until <= now) {
                    self.session.handle_timeout(now);
                }
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                self.may_read = false;
                return Ok(false);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(true),
            Err(error) => return Err(error),
        }
        self.may_read = self.is_ending || self.stream.may_have_more(&self.input);
        Ok(true)
    }

    fn write(&mut self) -> io::Result<()> {
        let now = self.now();
        // What was stuck is written before more is taken.
        if !self.out.has_remaining() {
            self.session.poll_transmit(&mut self.out, now);
        }
        let before = self.out.remaining();
        let outcome = write(&self.stream, &mut self.out);
        self.session.handle_written(before - self.out.remaining());
        self.await_room(!outcome?)
    }

    fn await_room(&mut self, is_full: bool) -> io::Result<()> {
        if is_full {
            self.is_stuck = true;
            self.stream.watch_room(self.poll.registry(), SOCKET, true)?;
        }
        Ok(())
    }

    /// Sleeps until there is something to read or to write, or a time has come.
    fn sleep(&mut self) -> io::Result<()> {
        let now = self.now();
        let left = self.session.poll_timeout().map(|until| until.saturating_sub(now));
        if left == Some(0) {
            self.session.handle_timeout(now);
            return Ok(());
        }
        let left = left.map_or(LONGEST_SLEEP, |left| Duration::from_nanos(left).min(LONGEST_SLEEP));
        match self.poll.poll(&mut self.events, Some(left)) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(()),
            polled => polled?,
        }
        let (mut has_room, mut is_over) = (false, false);
        for event in &self.events {
            is_over |= event.token() == ALARM;
            self.is_ending |= event.is_read_closed() || event.is_error();
            self.may_read |= self.is_ending || event.is_readable();
            has_room |= event.is_writable();
        }
        if is_over && self.session.close(SessionError::Abandoned) {
            self.io_error = Some(LostReason::Closed);
        }
        if self.is_stuck && has_room {
            self.is_stuck = false;
            self.stream.watch_room(self.poll.registry(), SOCKET, false)?;
        }
        Ok(())
    }

    fn fail(&mut self, error: io::Error) {
        self.io_error = Some(error.into());
        self.session.close(SessionError::Abandoned);
    }

    /// Why the connection is gone, when the session says `error`.
    pub(crate) fn lost_reason(&mut self, error: SessionError) -> LostReason {
        self.io_error.take().unwrap_or_else(|| error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ProtocolChoice;
    use crate::session::Tag;
    use resp_core::cmd;
    use std::io::Write;
    use std::net::TcpListener;

    #[test]
    fn the_time_of_a_call_is_over_although_there_is_more_to_read() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let config = Config::builder().host("127.0.0.1").port(port).protocol(ProtocolChoice::Resp2);
        let mut link = Link::open(&config.set_info(false).build().unwrap(), Lanes::Dedicated).unwrap();
        let (mut peer, _) = listener.accept().unwrap();
        const LEN: usize = 100_000;
        // The end of the answer does not come.
        write!(peer, "${}\r\n{}", 2 * LEN, "x".repeat(LEN)).unwrap();
        let get = cmd::get("k");
        let span = link.begin(Some(Duration::from_nanos(1)));
        link.session.submit(get.wire(), Tag(0), span).unwrap();
        let event = link.next_event();
        assert!(matches!(&event, Event::Failed { failure, .. } if failure.timed_out), "{event:?}");
        let read = link.session.counters().bytes_read;
        assert!(read < LEN as u64 / 2, "it read {read} bytes first");
    }
}
