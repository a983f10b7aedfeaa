//! A session over a tokio socket, driven by whoever holds it.

use alloc::boxed::Box;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::io;
use std::time::Instant;

use bytes::{Buf, BytesMut};
use tokio::time::{Sleep, sleep_until};

use super::{FAR, Stream};
use crate::config::Config;
use crate::driver::write;
use crate::error::LostReason;
use crate::session::{Event, Lanes, Session, SessionError, Span, Transmit};

/// A connected socket and its session.
#[derive(Debug)]
pub(crate) struct Link {
    stream: Stream,
    pub(crate) session: Session,
    /// Read, and not yet used by the session.
    input: BytesMut,
    /// Taken from the session, and to be written.
    out: Transmit,
    /// Part of what was taken is still to be written, or flushed.
    is_stuck: bool,
    /// What the socket failed with; the session then only knows that it was given up.
    io_error: Option<LostReason>,
    /// When the session's time began.
    start: Instant,
    /// Rings when a call has no time left; made for the first one.
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Link {
    /// Connects and completes the handshake, within the connect time-out.
    pub(crate) async fn open(config: &Config, lanes: Lanes) -> Result<Self, LostReason> {
        let start = Instant::now();
        let deadline = tokio::time::Instant::from_std(start) + config.connect_timeout.min(FAR);
        let mut link = Self {
            stream: Stream::dial(config, deadline).await?,
            session: Session::new(config, lanes, 0),
            input: BytesMut::new(),
            out: Transmit::default(),
            is_stuck: false,
            io_error: None,
            start,
            alarm: None,
        };
        loop {
            match core::future::poll_fn(|context| link.poll_event(context)).await {
                Event::Ready(_) => return Ok(link),
                Event::Closed(error) => return Err(link.lost_reason(error)),
                _ => {}
            }
        }
    }

    /// The span of a call that begins now.
    pub(crate) fn begin(&self, timeout: Option<Duration>) -> Span {
        Span::new(self.now(), timeout)
    }

    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    /// The next event, for which it writes and reads as long as the socket lets it.
    pub(crate) fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Event> {
        loop {
            if let Some(event) = self.session.receive(&mut self.input) {
                return Poll::Ready(event);
            }
            let wrote = self.poll_write(context);
            let read = self.poll_read(context);
            match (wrote, read) {
                (Poll::Pending, Poll::Pending) => {
                    if !self.has_time_passed(context) {
                        return Poll::Pending;
                    }
                    let now = self.now();
                    self.session.handle_timeout(now);
                }
                (Poll::Ready(Err(error)), _) | (_, Poll::Ready(Err(error))) => {
                    self.io_error = Some(error.into());
                    self.session.close(SessionError::Abandoned);
                }
                _ => {}
            }
        }
    }

    /// Writes what there is; ready if that was anything.
    fn poll_write(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if !self.is_stuck {
            let now = self.now();
            if !self.session.poll_transmit(&mut self.out, now) {
                return Poll::Pending;
            }
        }
        loop {
            let before = self.out.remaining();
            let outcome = write(&self.stream, &mut self.out);
            self.session.handle_written(before - self.out.remaining());
            self.is_stuck = matches!(outcome, Ok(false));
            if !self.is_stuck {
                return Poll::Ready(outcome.map(drop));
            }
            ready!(self.stream.poll_write_ready(context))?;
        }
    }

    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.input.capacity() == 0 {
            // A quiet connection holds no buffer.
            ready!(self.stream.poll_read_ready(context))?;
        }
        self.session.reserve(&mut self.input);
        match ready!(self.stream.poll_read_into(context, &mut self.input))? {
            0 => self.session.handle_end(&self.input),
            count => {
                let now = self.now();
                self.session.handle_read(count, now);
            }
        }
        Poll::Ready(Ok(()))
    }

    /// Whether the session has something to do of itself. The alarm is not set
    /// back for a later time: that would cost more than a look in between.
    fn has_time_passed(&mut self, context: &mut Context<'_>) -> bool {
        let Some(until) = self.session.poll_timeout() else { return false };
        let until = tokio::time::Instant::from_std(self.start) + Duration::from_nanos(until).min(FAR);
        let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep_until(until)));
        if alarm.is_elapsed() && until <= tokio::time::Instant::now() {
            return true;
        }
        if alarm.is_elapsed() || until < alarm.deadline() {
            alarm.as_mut().reset(until);
        }
        pin!(alarm).poll(context).is_ready()
    }

    /// Gives the connection up: what was submitted fails, and says truly
    /// whether it may have run.
    pub(crate) fn abandon(&mut self) {
        if self.session.close(SessionError::Abandoned) {
            self.io_error = Some(LostReason::Closed);
        }
    }

    /// Why the connection is gone, when the session says `error`.
    pub(crate) fn lost_reason(&mut self, error: SessionError) -> LostReason {
        self.io_error.take().unwrap_or_else(|| error.into())
    }
}
