//! A session over a tokio socket that any number of callers share.
//!
//! For the maintainer. Callers encode their commands into the session's outbox
//! themselves, under a lock that is held for nothing else, and wait in a slot.
//! Who writes:
//!
//! * a caller who is alone on the connection, or nearly so, at once;
//! * a caller who finds [`EARLY_WRITE_LEN`] bytes or more in the outbox: so the
//!   server works while others still queue;
//! * else the driver task. It does not when it is first woken, but a turn
//!   later, when the callers that were woken with it have queued their next
//!   commands: so what belongs together leaves together, without a timer. Nor
//!   does it while the session says that a write is not due.
//!
//! One of them writes at a time, who takes `State::writer` for that, and takes
//! what the others queue meanwhile. The system call and the wake-ups happen
//! outside the lock.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::pin::Pin;
use core::task::{Context, Poll, Waker, ready};
use std::io::{self, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::BytesMut;
use resp_core::{Batch, Wire};

use super::slots::{Answer, Slots};
use super::tokio::{Link, Stream};
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, RequestId, Session, SessionError, SubmitError, Tag};

/// Queued bytes from which on the caller who queued the last of them writes.
/// Of 1 to 32 KiB, 2 KiB served 256 callers best, by a factor of two over
/// 16 KiB, and 1,000 callers as well as any.
const EARLY_WRITE_LEN: usize = 2 << 10;

/// Calls in flight below which each is written at once. So few do not fill
/// either side's time: a server that gets them together works while the client
/// sleeps, and the other way round. At 8 tasks, writing at once made GET 1.5
/// times as fast and took a third off its latency, for as much CPU more.
const FEW: usize = 8;

/// How often a caller who writes goes on with what others queued meanwhile,
/// before it leaves the rest to the driver and minds its own business.
const MAX_ROUNDS: usize = 8;

/// What callers and the driver task have in common.
#[derive(Debug)]
pub(crate) struct Shared {
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    session: Session,
    slots: Slots,
    /// The driver task, and whether it will run without being woken.
    driver: Option<Waker>,
    driver_awake: bool,
    /// Absent while somebody writes, to whom what is queued meanwhile is left
    /// too, and after the connection was lost.
    writer: Option<Arc<Stream>>,
    /// What the socket did not take, and how much of it it did. The driver
    /// writes it before anything else is written.
    stuck: Option<(Vec<u8>, usize)>,
    /// Memory for the outbox to use in turn.
    spare: Vec<u8>,
    /// How many calls the last read answered.
    last_answered: usize,
    /// Why there is no connection any more.
    lost: Option<LostReason>,
    /// The last handle is gone.
    abandoned: bool,
}

impl Shared {
    /// Starts the driver task of a connection, which runs until the
    /// connection is lost or [`abandon`](Self::abandon) is called.
    pub(crate) fn start(link: Link) -> Arc<Self> {
        let reader = Arc::new(link.stream);
        let writer = Arc::clone(&reader);
        let state = State {
            session: link.session,
            slots: Slots::new(),
            driver: None,
            driver_awake: true,
            writer: Some(writer),
            stuck: None,
            spare: Vec::new(),
            last_answered: 0,
            lost: None,
            abandoned: false,
        };
        let shared = Arc::new(Self { state: Mutex::new(state) });
        tokio::spawn(Driver {
            shared: Arc::clone(&shared),
            reader,
            input: link.input,
            wakers: Vec::new(),
            flush_due: false,
        });
        shared
    }

    /// No code that could panic runs under the lock but wakers' clones; the
    /// state is whole at every one of these.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues a command; `waker` is woken when its outcome is there.
    #[inline]
    pub(crate) fn submit(&self, command: &Wire, waker: &Waker) -> Result<Tag, Error> {
        self.submit_with(waker, None, |session, tag| session.submit(command, tag))
    }

    /// Queues a batch, as one call.
    pub(crate) fn submit_batch<B: Batch>(&self, batch: &B, waker: &Waker) -> Result<Tag, Error> {
        self.submit_with(waker, Some(batch.count()), |session, tag| session.submit_batch(batch, tag))
    }

    #[inline]
    fn submit_with(
        &self,
        waker: &Waker,
        batch: Option<usize>,
        submit: impl FnOnce(&mut Session, Tag) -> Result<RequestId, SubmitError>,
    ) -> Result<Tag, Error> {
        let waker = waker.clone();
        let mut state = self.lock();
        if let Some(reason) = &state.lost {
            return Err(Error::Lost { executed: Executed::No, reason: reason.clone() });
        }
        let few = state.last_answered <= FEW && state.session.awaited_count() < FEW;
        let tag = state.slots.next_tag();
        let id = submit(&mut state.session, tag)?;
        state.slots.wait(id, waker, batch);
        if few || state.session.queued_len() >= EARLY_WRITE_LEN {
            drop(self.flush(state));
        } else if state.session.is_transmit_due() {
            self.wake_driver(state);
        }
        Ok(tag)
    }

    /// What a call was answered, or has `waker` woken when that is known.
    #[inline]
    pub(crate) fn poll(&self, tag: Tag, waker: &Waker) -> Poll<Result<Answer, Error>> {
        let mut state = self.lock();
        let Some(outcome) = state.slots.poll(tag, waker) else { return Poll::Pending };
        Poll::Ready(outcome.map_err(|executed| {
            let reason = state.lost.clone().unwrap_or(LostReason::Closed);
            Error::Lost { executed, reason }
        }))
    }

    /// Forgets a call: it is not sent if it was not yet, else its replies are
    /// dropped when they come.
    pub(crate) fn give_up(&self, tag: Tag) {
        let mut state = self.lock();
        if let Some(id) = state.slots.give_up(tag) {
            state.session.cancel(id);
        }
    }

    /// Ends the driver task. There must be no calls any more.
    pub(crate) fn abandon(&self) {
        let mut state = self.lock();
        state.abandoned = true;
        self.wake_driver(state);
    }

    pub(crate) fn is_lost(&self) -> bool {
        self.lock().lost.is_some()
    }

    #[inline]
    fn wake_driver(&self, mut state: MutexGuard<'_, State>) {
        if !core::mem::replace(&mut state.driver_awake, true) {
            let driver = state.driver.clone();
            drop(state);
            if let Some(driver) = driver {
                driver.wake();
            }
        }
    }

    /// Writes what is queued, and what is queued meanwhile, unless somebody
    /// else does already or the socket is full.
    fn flush<'a>(&'a self, mut state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        if state.stuck.is_some() {
            return state;
        }
        let Some(writer) = state.writer.take() else { return state };
        let mut rest_is_the_drivers = true;
        for _ in 0..MAX_ROUNDS {
            let mut out = core::mem::take(&mut state.spare);
            if !state.session.poll_transmit(&mut out) {
                state.keep(out);
                rest_is_the_drivers = false;
                break;
            }
            drop(state);
            let mut written = 0;
            let outcome = write(&writer, &out, &mut written);
            state = self.lock();
            match outcome {
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    state.stuck = Some((out, written));
                    break;
                }
                Err(error) => {
                    state.lose(error.into());
                    break;
                }
            }
            state.keep(out);
        }
        state.put_back(writer);
        if rest_is_the_drivers {
            self.wake_driver(state);
            state = self.lock();
        }
        state
    }
}

impl State {
    /// Condemns the connection for what happened to the socket.
    fn lose(&mut self, reason: LostReason) {
        self.lost.get_or_insert(reason);
        self.session.close(SessionError::Abandoned);
    }

    /// Keeps what was written from to write from it again, unless it is large.
    fn keep(&mut self, mut out: Vec<u8>) {
        super::reuse(&mut out);
        self.spare = out;
    }

    /// Ends a turn of writing. The socket of a lost connection is not kept:
    /// the peer may wait for its end.
    fn put_back(&mut self, writer: Arc<Stream>) {
        self.writer = Some(writer).filter(|_| self.lost.is_none());
    }
}

/// The task that reads, and writes what callers do not write themselves.
#[derive(Debug)]
struct Driver {
    shared: Arc<Shared>,
    reader: Arc<Stream>,
    input: BytesMut,
    /// Who to wake; empty between turns.
    wakers: Vec<Waker>,
    /// The last turn left the writing to this one.
    flush_due: bool,
}

impl Future for Driver {
    type Output = ();

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let this = self.get_mut();
        if core::mem::take(&mut this.flush_due) {
            this.flush_if_due();
        }
        let awaits_room = this.write_stuck(context);
        let mut answered = 0;
        while answered == 0 {
            let Poll::Ready(read) = this.poll_read(context) else { break };
            let (count, closed) = this.handle_input(read);
            answered += count;
            if closed {
                return Poll::Ready(());
            }
        }
        this.end_turn(context, answered > 0, awaits_room)
    }
}

impl Driver {
    fn poll_read(&mut self, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        self.reader.poll_read_into(context, &mut self.input)
    }

    /// Hands what was read to the session and what it says to the callers:
    /// how many calls ended, and whether the connection did.
    fn handle_input(&mut self, read: io::Result<usize>) -> (usize, bool) {
        let mut state = self.shared.lock();
        match read {
            Ok(0) => state.session.handle_end(&self.input),
            Ok(_) => {}
            Err(error) => state.lose(error.into()),
        }
        let closed = take_events(&mut state, &mut self.input, &mut self.wakers);
        state.last_answered = self.wakers.len();
        state.session.reserve(&mut self.input);
        drop(state);
        (wake_all(&mut self.wakers), closed)
    }

    fn flush_if_due(&self) {
        let state = self.shared.lock();
        if state.session.is_transmit_due() {
            drop(self.shared.flush(state));
        }
    }

    /// Writes what the socket would not take before. True if it still takes
    /// no more; the task is then woken when it does.
    fn write_stuck(&self, context: &mut Context<'_>) -> bool {
        let mut state = self.shared.lock();
        while let Some((out, mut written)) = state.stuck.take() {
            // Nobody else writes while something is stuck.
            let Some(writer) = state.writer.take() else { break };
            drop(state);
            let outcome = poll_write_rest(&writer, &out, &mut written, context);
            state = self.shared.lock();
            if let Poll::Ready(Err(error)) = outcome {
                state.lose(error.into());
                break;
            }
            state.put_back(writer);
            if outcome.is_pending() {
                state.stuck = Some((out, written));
                return true;
            }
            state.keep(out);
            state = self.shared.flush(state);
        }
        false
    }

    /// Sleeps, unless there is something to write: then it runs once more,
    /// after those who are about to queue more.
    fn end_turn(&mut self, context: &Context<'_>, answered: bool, awaits_room: bool) -> Poll<()> {
        let mut state = self.shared.lock();
        if state.abandoned || state.lost.is_some() {
            // What is left to tell the callers, dropping the driver tells.
            return Poll::Ready(());
        }
        if !state.driver.as_ref().is_some_and(|driver| driver.will_wake(context.waker())) {
            state.driver = Some(context.waker().clone());
        }
        // A caller may have got stuck since this turn looked.
        let to_write = match state.stuck {
            Some(_) => !awaits_room,
            None => state.session.is_transmit_due() && state.writer.is_some(),
        };
        self.flush_due = to_write || answered;
        state.driver_awake = self.flush_due;
        if state.driver_awake {
            drop(state);
            context.waker().wake_by_ref();
        }
        Poll::Pending
    }
}

/// The runtime may drop the task before its connection ends; nobody may wait
/// for it then.
impl Drop for Driver {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        state.lose(LostReason::Closed);
        (state.writer, state.stuck) = (None, None);
        take_events(&mut state, &mut self.input, &mut self.wakers);
        drop(state);
        wake_all(&mut self.wakers);
    }
}

/// Writes what is left of `out`; `WouldBlock` if the socket does not take all.
fn write(mut stream: &Stream, out: &[u8], written: &mut usize) -> io::Result<()> {
    while *written < out.len() {
        *written += stream.write(&out[*written..])?;
    }
    stream.flush()
}

/// The same, and has the task woken when the socket takes more.
fn poll_write_rest(
    stream: &Stream,
    out: &[u8],
    written: &mut usize,
    context: &mut Context<'_>,
) -> Poll<io::Result<()>> {
    loop {
        match write(stream, out, written) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            outcome => return Poll::Ready(outcome),
        }
        ready!(stream.poll_write_ready(context))?;
    }
}

/// Wakes outside the lock, since those who are woken take it; how many there were.
fn wake_all(wakers: &mut Vec<Waker>) -> usize {
    let count = wakers.len();
    wakers.drain(..).for_each(Waker::wake);
    count
}

/// Takes all events and notes who is to be woken; whether the connection ended.
fn take_events(state: &mut State, input: &mut BytesMut, wakers: &mut Vec<Waker>) -> bool {
    while let Some(event) = state.session.receive(input) {
        let waker = match event {
            Event::Reply { tag, reply, last } => state.slots.put_reply(tag, reply, last),
            Event::Failed { tag, executed } => state.slots.fail(tag, executed),
            Event::Closed(error) => {
                state.lost.get_or_insert_with(|| error.into());
                return true;
            }
            Event::Ready(_) | Event::Push(_) => None,
        };
        wakers.extend(waker);
    }
    false
}
