//! What callers do: queue a request, wait for it, give it up.

use core::task::{Poll, Waker};
use core::time::Duration;
use std::io;
use std::sync::MutexGuard;

use super::{Hub, LinkState, Request, State};
use crate::config::WhenFull;
use crate::driver::slots::{Outcome, Progress, Size};
use crate::error::Error;
use crate::session::{Span, SubmitError, Tag};

/// Calls in flight below which each is written at once. So few do not fill
/// either side's time: a server that gets them together works while the client
/// sleeps, and the other way round. At 8 tasks, writing at once made GET 1.5
/// times as fast and took a third off its latency, for as much CPU more.
pub(super) const FEW: usize = 8;

/// Where at least so many calls are under way, the clock is asked for each
/// [`LOOK_EVERY`]th, and whenever something is read.
pub(super) const MANY: usize = 64;
const LOOK_EVERY: u32 = 16;

impl<S> Hub<S>
where
    for<'a> &'a S: io::Write,
{
    /// Queues a request that begins now; `waker` is woken when its outcome is
    /// there. The clock is asked each time, since a driver that is about to run
    /// may have to wait until a caller on its thread has done what he does; but
    /// where many are under way, of whom one would notice, only every now and then.
    #[inline]
    pub(crate) fn begin(
        &self,
        request: &impl Request,
        timeout: Option<Duration>,
        waker: &Waker,
    ) -> Result<(Tag, Span), Error> {
        let waker = waker.clone();
        let mut state = self.lock();
        state.looked = state.looked.wrapping_add(1);
        let are_few = state.session.request_count() < MANY;
        // While the driver sleeps, nobody else looks.
        if are_few || !state.driver_awake || state.looked.is_multiple_of(LOOK_EVERY) {
            state.now = self.now();
        }
        let span = Span::new(state.now, timeout);
        self.submit_locked(state, request, span, waker).map(|tag| (tag, span))
    }

    /// Queues a request whose time runs already.
    pub(crate) fn submit(&self, request: &impl Request, span: Span, waker: &Waker) -> Result<Tag, Error> {
        let waker = waker.clone();
        self.submit_locked(self.lock(), request, span, waker)
    }

    #[inline]
    fn submit_locked(
        &self,
        mut state: MutexGuard<'_, State<S>>,
        request: &impl Request,
        span: Span,
        waker: Waker,
    ) -> Result<Tag, Error> {
        state.check_open(self.config.when_disconnected)?;
        let tag = state.slots.next_tag();
        let submitted = if state.slots.has_queue() {
            request.check(&state.session).and(Err(SubmitError::Full))
        } else {
            request.submit(&mut state.session, tag, span)
        };
        match submitted {
            Ok(id) => {
                state.slots.wait(id, waker, request.batch());
                self.after_submit(state);
                Ok(tag)
            }
            Err(SubmitError::Full) if self.config.when_full == WhenFull::Fail => Err(Error::Overloaded),
            // The driver is about to replace a session that is closed.
            Err(SubmitError::Full | SubmitError::Closed) => {
                self.wait_for_room(state, request.size(), span, waker)
            }
            Err(error) => Err(error.into()),
        }
    }

    #[cold]
    fn wait_for_room(
        &self,
        mut state: MutexGuard<'_, State<S>>,
        size: Size,
        span: Span,
        waker: Waker,
    ) -> Result<Tag, Error> {
        if state.slots.queued() >= self.config.max_waiting {
            return Err(Error::Overloaded);
        }
        let tag = state.slots.next_tag();
        state.slots.wait_for_room(waker, size, span);
        // Those before may have been promised less than there is.
        let has_work = span.deadline < state.alarm;
        self.promise_room(state, has_work);
        Ok(tag)
    }

    /// Promises the room that there is to those who wait for it, and wakes them
    /// and the driver, if he has work, without the lock.
    fn promise_room(&self, mut state: MutexGuard<'_, State<S>>, has_work: bool) {
        let mut wakers = alloc::vec::Vec::new();
        let State { slots, session, .. } = &mut *state;
        slots.promise_room(session, &mut wakers);
        if has_work {
            self.wake_driver(state);
        } else {
            drop(state);
        }
        wakers.drain(..).for_each(Waker::wake);
    }

    /// What a call was answered, or has `waker` woken when that is known.
    #[inline]
    pub(crate) fn poll(
        &self,
        tag: Tag,
        request: &impl Request,
        span: Span,
        waker: &Waker,
    ) -> Poll<Result<Outcome, Error>> {
        let mut state = self.lock();
        match state.slots.poll(tag, waker) {
            Progress::Pending => Poll::Pending,
            Progress::Done(outcome) => Poll::Ready(Ok(outcome)),
            Progress::Submit => match request.submit(&mut state.session, tag, span) {
                Ok(id) => {
                    state.slots.submitted(tag, id, waker.clone(), request.batch());
                    self.after_submit(state);
                    Poll::Pending
                }
                // The session that had room for it is gone, or has less by now.
                Err(SubmitError::Full | SubmitError::Closed) if !state.is_over => {
                    state.slots.wait_again(tag, waker.clone(), request.size(), span);
                    if span.deadline < state.alarm {
                        self.wake_driver(state);
                    }
                    Poll::Pending
                }
                Err(error) => {
                    state.slots.give_up(tag);
                    // What it was promised is the next one's.
                    self.promise_room(state, false);
                    Poll::Ready(Err(error.into()))
                }
            },
        }
    }

    /// Has what was submitted written, by whom it should be.
    #[inline]
    pub(super) fn after_submit<'a>(&'a self, mut state: MutexGuard<'a, State<S>>) {
        let few = state.last_answered <= FEW && state.session.awaited_count() < FEW;
        if state.writer.is_some() && (few || state.is_worth_an_early_write(self.least_early_write)) {
            state = self.flush(state);
        } else if matches!(state.link, LinkState::Up | LinkState::Draining) && state.session.is_transmit_due()
        {
            return self.wake_driver(state);
        }
        if !state.driver_awake && state.session.poll_timeout().is_some_and(|time| time < state.alarm) {
            self.wake_driver(state);
        }
    }

    /// Forgets a call: it is not sent if it was not yet, else its replies are
    /// dropped when they come.
    #[cfg(feature = "tokio")]
    pub(crate) fn give_up(&self, tag: Tag) {
        let mut state = self.lock();
        if let Some(id) = state.slots.give_up(tag) {
            state.session.cancel(id);
        }
        // The peer may have been spared for this call alone.
        let is_earlier = state.session.poll_timeout().is_some_and(|time| time < state.alarm);
        let has_work = is_earlier || state.link == LinkState::Draining;
        self.promise_room(state, has_work);
    }
}
