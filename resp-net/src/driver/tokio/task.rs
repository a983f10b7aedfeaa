//! The task that drives a shared connection: it makes it, reads from it, writes
//! what callers do not write themselves, and makes it again when it is lost.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::future::poll_fn;
use core::pin::{Pin, pin};
use core::task::{Context, Poll, Waker, ready};
use std::io;

use bytes::BytesMut;
use tokio::time::{Instant, Sleep, sleep_until};

use super::portions::Portions;
use super::{FAR, Stream};
use crate::driver::backoff::{Backoff, seed};
use crate::driver::hub::{Hub, Turn};

/// Starts the task. It runs until the hub is closed or abandoned.
pub(crate) fn start(hub: Arc<Hub<Stream>>) {
    tokio::spawn(run(Ending(hub)));
}

async fn run(ending: Ending) {
    let hub = &ending.0;
    let config = hub.config();
    let mut backoff = Backoff::new(config.backoff_first, config.backoff_max, seed());
    let mut alarm = Alarm::new();
    let mut wakers = Vec::new();
    while hub.is_wanted() {
        let pause = backoff.next_pause();
        if !pause.is_zero() && alarm.poll_unconnected(hub, tokio::time::sleep(pause)).await.is_none() {
            return;
        }
        let deadline = Instant::now() + config.connect_timeout.min(FAR);
        // Boxed, so that the task does not hold the room for it as long as it runs.
        let dial = Box::pin(Stream::dial(config, deadline));
        let Some(dialed) = alarm.poll_unconnected(hub, dial).await else { return };
        match dialed {
            Ok(stream) => {
                let stream = Arc::new(stream);
                hub.handle_connected(Arc::clone(&stream), hub.time(deadline.into_std()));
                let mut connection = Connection::new(hub, stream, &mut alarm);
                poll_fn(|context| connection.poll(context)).await;
                if connection.was_useful {
                    backoff.reset();
                }
                // Those who were failed by now are woken with the others.
                wakers.append(&mut connection.wakers);
                let mut input = core::mem::take(&mut connection.input);
                hub.handle_lost(None, &mut input, &mut wakers);
            }
            Err(reason) => hub.handle_lost(Some(reason), &mut BytesMut::new(), &mut wakers),
        }
        wakers.drain(..).for_each(Waker::wake);
    }
}

/// Rings when the session has something to do of itself.
#[derive(Debug)]
struct Alarm(Pin<Box<Sleep>>);

impl Alarm {
    fn new() -> Self {
        Self(Box::pin(sleep_until(Instant::now() + FAR)))
    }

    /// Ready if it is `until` already, and at times before: it is not set back
    /// for a later time, since that would cost more than a look in between.
    fn poll(&mut self, until: std::time::Instant, context: &mut Context<'_>) -> Poll<()> {
        let until = Instant::from_std(until);
        if self.0.is_elapsed() && until <= Instant::now() {
            return Poll::Ready(());
        }
        if self.0.is_elapsed() || until < self.0.deadline() {
            self.0.as_mut().reset(until);
        }
        self.0.as_mut().poll(context)
    }

    /// What a future yields, while calls wait for a connection; `None` if none
    /// is wanted any more.
    async fn poll_unconnected<T>(&mut self, hub: &Hub<Stream>, future: impl Future<Output = T>) -> Option<T> {
        let mut future = pin!(future);
        let mut wakers = Vec::new();
        poll_fn(|context| {
            loop {
                let until = hub.poll_unconnected(context.waker(), &mut wakers);
                wakers.drain(..).for_each(Waker::wake);
                let Some(until) = until else { return Poll::Ready(None) };
                if self.poll(hub.instant(until), context).is_pending() {
                    return future.as_mut().poll(context).map(Some);
                }
            }
        })
        .await
    }
}

/// One connection, from its socket to its loss.
#[derive(Debug)]
struct Connection<'a> {
    hub: &'a Hub<Stream>,
    stream: Arc<Stream>,
    input: BytesMut,
    /// Who is to be woken, a portion each turn.
    wakers: Vec<Waker>,
    portions: Portions,
    /// The last turn left the writing to this one.
    flush_due: bool,
    alarm: &'a mut Alarm,
    /// It served somebody.
    was_useful: bool,
}

impl<'a> Connection<'a> {
    fn new(hub: &'a Hub<Stream>, stream: Arc<Stream>, alarm: &'a mut Alarm) -> Self {
        Self {
            hub,
            stream,
            input: BytesMut::new(),
            wakers: Vec::new(),
            portions: Portions::of_runtime(),
            // The handshake.
            flush_due: true,
            alarm,
            was_useful: false,
        }
    }

    /// One turn; ready when the connection is over.
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if core::mem::take(&mut self.flush_due) {
            self.hub.flush_if_due();
        }
        let mut awaits_room = self.write_stuck(context);
        self.portions.adapt();
        // Nothing more is read before all are woken whose replies were.
        let mut answered = self.wakers.len();
        while answered == 0 {
            let Poll::Ready(read) = self.poll_read(context) else { break };
            let Some(count) = self.hub.handle_input(read, &mut self.input, &mut self.wakers) else {
                return Poll::Ready(());
            };
            answered += count;
        }
        self.portions.wake(&mut self.wakers);
        self.was_useful |= answered > 0;
        loop {
            match self.hub.end_turn(context.waker(), answered > 0, awaits_room) {
                Turn::Ended => return Poll::Ready(()),
                Turn::Again => {
                    // While some are still to be woken, they write themselves what is much.
                    self.flush_due = self.wakers.is_empty();
                    context.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Turn::Sleep { until } => {
                    if self.alarm.poll(self.hub.instant(until), context).is_pending() {
                        return Poll::Pending;
                    }
                    if self.hub.handle_timeout(&mut self.input, &mut self.wakers) {
                        return Poll::Ready(());
                    }
                    self.wake_all();
                    awaits_room |= self.write_stuck(context);
                }
            }
        }
    }

    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let holds_none = self.input.capacity() == 0;
        if holds_none {
            // A quiet connection holds no buffer.
            ready!(self.stream.poll_read_ready(context))?;
            self.hub.reserve(&mut self.input);
        }
        let read = self.stream.poll_read_into(context, &mut self.input);
        if holds_none && read.is_pending() {
            // There was nothing after all.
            self.input = BytesMut::new();
        }
        read
    }

    /// Writes what the socket would not take before. True if it still takes
    /// no more; the task is then woken when it does.
    fn write_stuck(&self, context: &mut Context<'_>) -> bool {
        while self.hub.write_stuck() {
            if self.stream.poll_write_ready(context).is_pending() {
                return true;
            }
        }
        false
    }

    /// Wakes outside the lock, since those who are woken take it.
    fn wake_all(&mut self) {
        self.wakers.drain(..).for_each(Waker::wake);
    }
}

/// The runtime may drop the task while some are still to be woken.
impl Drop for Connection<'_> {
    fn drop(&mut self) {
        self.wake_all();
    }
}

/// The runtime may drop the task before the hub is closed; nobody may wait for
/// it then.
#[derive(Debug)]
struct Ending(Arc<Hub<Stream>>);

impl Drop for Ending {
    fn drop(&mut self) {
        let mut wakers = Vec::new();
        self.0.handle_driver_gone(&mut wakers);
        wakers.drain(..).for_each(Waker::wake);
    }
}
