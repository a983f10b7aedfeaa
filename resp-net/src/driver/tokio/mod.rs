//! A session over a tokio socket, driven by whoever holds it.

mod socket;
mod stream;

use alloc::vec::Vec;
use core::pin::pin;
use core::task::{Context, Poll, ready};
use core::time::Duration;
use std::time::Instant;

use bytes::BytesMut;
use tokio::time::sleep_until;

pub(crate) use self::stream::Stream;
use crate::config::Config;
use crate::error::LostReason;
use crate::session::{Event, Lanes, Session, SessionError};

/// A connected socket and its session.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) stream: Stream,
    pub(crate) session: Session,
    /// Read, and not yet used by the session.
    pub(crate) input: BytesMut,
    /// Taken from the session, and written up to `written`.
    out: Vec<u8>,
    written: usize,
    /// What the socket failed with; the session then only knows that it was given up.
    io_error: Option<LostReason>,
}

/// A time-out beyond this is none; clocks cannot count much further.
const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);

impl Link {
    /// Connects and completes the handshake, within the connect time-out.
    pub(crate) async fn open(config: &Config, lanes: Lanes) -> Result<Self, LostReason> {
        let start = Instant::now();
        let deadline = tokio::time::Instant::from_std(start) + config.connect_timeout.min(FAR);
        let stream = Stream::dial(config, deadline).await?;
        let mut link = Self {
            stream,
            session: Session::new(config, lanes, nanos(start)),
            input: BytesMut::new(),
            out: Vec::new(),
            written: 0,
            io_error: None,
        };
        link.shake_hands(start).await?;
        Ok(link)
    }

    /// Drives the session until it is ready, and tells it when its time is up.
    async fn shake_hands(&mut self, start: Instant) -> Result<(), LostReason> {
        loop {
            let timeout = self.session.poll_timeout().unwrap_or(u64::MAX);
            let at = start + Duration::from_nanos(timeout);
            let mut alarm = pin!(sleep_until(at.into()));
            let event = core::future::poll_fn(|context| {
                if let Poll::Ready(event) = self.poll_event(context) {
                    return Poll::Ready(Some(event));
                }
                alarm.as_mut().poll(context).map(|()| None)
            });
            match event.await {
                Some(Event::Ready(_)) => return Ok(()),
                Some(Event::Closed(error)) => return Err(self.lost_reason(error)),
                Some(_) => {}
                None => self.session.handle_timeout(nanos(start)),
            }
        }
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
                (Poll::Pending, Poll::Pending) => return Poll::Pending,
                (Poll::Ready(Err(error)), _) | (_, Poll::Ready(Err(error))) => {
                    self.io_error = Some(error.into());
                    self.session.close(SessionError::Abandoned);
                }
                _ => {}
            }
        }
    }

    /// Writes what there is; ready if that was anything.
    fn poll_write(&mut self, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        if self.written == self.out.len() {
            ready!(self.stream.poll_flush(context))?;
            super::reuse(&mut self.out);
            self.written = 0;
            if !self.session.poll_transmit(&mut self.out) {
                return Poll::Pending;
            }
        }
        let rest = &self.out[self.written..];
        self.written += ready!(self.stream.poll_write(context, rest))?;
        Poll::Ready(Ok(()))
    }

    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        self.session.reserve(&mut self.input);
        let count = ready!(self.stream.poll_read_into(context, &mut self.input))?;
        if count == 0 {
            self.session.handle_end(&self.input);
        }
        Poll::Ready(Ok(()))
    }

    /// Why the connection is gone, when the session says `error`.
    pub(crate) fn lost_reason(&mut self, error: SessionError) -> LostReason {
        self.io_error.take().unwrap_or_else(|| error.into())
    }
}

/// The session's time: nanoseconds since `start`.
fn nanos(start: Instant) -> u64 {
    u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX)
}
