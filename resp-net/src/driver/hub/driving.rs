//! What drivers do: tell what was read and what time it is, and be told what
//! to do next.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::task::Waker;
use std::io;
use std::sync::PoisonError;

use bytes::BytesMut;

use super::{Hub, LinkState, State, Turn};
use crate::config::WhenDisconnected;
use crate::driver::bulletin::ConnectionEvent;
use crate::driver::trace;
use crate::error::LostReason;
use crate::session::{Session, Transmit};

/// A time beyond which none is told, since the clocks of drivers cannot count
/// much further: thirty years.
const FAR: u64 = 30 * 365 * 24 * 60 * 60 * 1_000_000_000;

impl<S> Hub<S>
where
    for<'a> &'a S: io::Write,
{
    /// Whether a connection is wanted, still.
    pub(crate) fn is_wanted(&self) -> bool {
        !matches!(self.lock().link, LinkState::Closed | LinkState::Draining)
    }

    /// There is no connection yet. Fails those whose time is over: when to do
    /// so again, or `None` if no connection is wanted any more.
    #[cfg(feature = "tokio")]
    pub(crate) fn poll_unconnected(&self, waker: &Waker, wakers: &mut Vec<Waker>) -> Option<u64> {
        let now = self.now();
        let mut state = self.lock();
        state.note_driver(waker);
        state.driver_awake = false;
        state.handle_timeout(now);
        state.take_expired(&self.feed, wakers);
        state.alarm = state.next_alarm(&self.feed).min(now.saturating_add(FAR));
        let wanted = !matches!(state.link, LinkState::Closed | LinkState::Draining);
        wanted.then_some(state.alarm)
    }

    /// The socket is there; the handshake has until `deadline`.
    pub(crate) fn handle_connected(&self, stream: Arc<S>, deadline: u64) {
        let now = self.now();
        let mut state = self.lock();
        state.now = now;
        state.session.handshake_until(deadline);
        state.driver_awake = true;
        state.writer = Some(stream);
        state.stuck = None;
        // It is ready at once, if there is nothing to ask of the server.
        let (mut wakers, connections) = (Vec::new(), state.connections);
        state.take_events(&self.feed, &mut BytesMut::new(), &mut wakers);
        let is_ready = state.connections > connections;
        drop(state);
        if is_ready {
            trace::connected(&self.config);
        }
        wakers.drain(..).for_each(Waker::wake);
    }

    /// Hands what was read to the session and what it says to the callers: how
    /// many calls ended, or `None` if the connection did.
    pub(crate) fn handle_input(
        &self,
        read: io::Result<usize>,
        input: &mut BytesMut,
        wakers: &mut Vec<Waker>,
    ) -> Option<usize> {
        let now = self.now();
        let mut state = self.lock();
        state.now = now;
        // He looks for what is queued meanwhile before he sleeps.
        state.driver_awake = true;
        match read {
            Ok(0) => state.session.handle_end(input),
            Ok(count) => state.session.handle_read(count, now),
            Err(error) => state.lose(error.into()),
        }
        let (before, connections) = (wakers.len(), state.connections);
        let ended = state.take_events(&self.feed, input, wakers);
        state.last_answered = wakers.len() - before;
        state.session.reserve(input);
        state.warm = true;
        let fed = core::mem::take(&mut state.fed);
        if state.connections > connections {
            drop(state);
            trace::connected(&self.config);
        }
        (!ended).then(|| wakers.len() - before + fed)
    }

    /// Tells the session the time. True if the connection ended.
    pub(crate) fn handle_timeout(&self, input: &mut BytesMut, wakers: &mut Vec<Waker>) -> bool {
        let now = self.now();
        let mut state = self.lock();
        if state.is_late(now, self.config.liveness_timeout) {
            state.session.excuse_silence(now);
        }
        state.handle_timeout(now);
        state.slots.fail_queued(now, None, wakers);
        state.take_events(&self.feed, input, wakers);
        if input.is_empty() && state.stuck.is_none() && state.session.is_quiet(now) {
            *input = BytesMut::new();
            state.spare = Transmit::default();
            state.slots.shrink();
            state.observers.shrink_to_fit();
            wakers.shrink_to_fit();
            state.warm = false;
        }
        state.session.is_closed()
    }

    /// Fails the calls whose time is over, for a caller who is one of them.
    #[cfg(feature = "mio")]
    pub(crate) fn handle_deadlines(&self, wakers: &mut Vec<Waker>) {
        let now = self.now();
        let mut state = self.lock();
        state.handle_timeout(now);
        state.take_expired(&self.feed, wakers);
        // Who drives may be among those who are woken, and then not see it.
        self.wake_driver(state);
    }

    /// Nobody drives the connection from here on until somebody does who calls
    /// [`end_turn`](Self::end_turn). That can be whoever waits for a reply, of
    /// whom one is named here, if there is any: the one who will wait longest.
    #[cfg(feature = "mio")]
    pub(crate) fn leave(&self) -> Option<Waker> {
        let mut state = self.lock();
        (state.driver, state.driver_awake, state.alarm) = (None, false, 0);
        state.slots.last_waiting()
    }

    /// Ready when no connection is wanted any more; until then, `waker` is who
    /// is to be told of that.
    #[cfg(feature = "mio")]
    pub(crate) fn poll_unwanted(&self, waker: &Waker) -> core::task::Poll<()> {
        let mut state = self.lock();
        if matches!(state.link, LinkState::Closed | LinkState::Draining) {
            return core::task::Poll::Ready(());
        }
        state.note_driver(waker);
        state.driver_awake = false;
        core::task::Poll::Pending
    }

    /// Somebody who waits and could drive the connection, as with [`leave`](Self::leave).
    #[cfg(feature = "mio")]
    pub(crate) fn last_waiting(&self) -> Option<Waker> {
        self.lock().slots.last_waiting()
    }

    /// Whether so many calls are under way that they fill each other's time.
    #[cfg(feature = "mio")]
    pub(crate) fn is_crowded(&self) -> bool {
        self.lock().session.request_count() > super::calls::FEW
    }

    /// Whether calls are answered: there is a connection, which is to be kept.
    #[cfg(feature = "mio")]
    pub(crate) fn is_up(&self) -> bool {
        self.lock().link == LinkState::Up
    }

    /// Makes room for the first read, and the first one after a quiet time.
    pub(crate) fn reserve(&self, input: &mut BytesMut) {
        if input.capacity() == 0 {
            self.lock().session.reserve(input);
        }
    }

    /// Ends a turn of the driver's: what he does next. `answered`: he woke
    /// callers, who are about to queue more. `awaits_room`: he is woken when
    /// the socket takes more.
    pub(crate) fn end_turn(&self, waker: &Waker, answered: bool, awaits_room: bool) -> Turn {
        let mut state = self.lock();
        if state.has_ended() {
            return Turn::Ended;
        }
        state.note_driver(waker);
        // A caller may have got stuck since this turn looked.
        let to_write = match state.stuck {
            Some(_) => !awaits_room,
            None => state.session.is_transmit_due() && state.writer.is_some(),
        };
        state.driver_awake = to_write || answered;
        if state.driver_awake {
            return Turn::Again;
        }
        let until = state.next_alarm(&self.feed).min(state.now.saturating_add(FAR));
        state.alarm = until;
        Turn::Sleep { until }
    }

    /// The connection is gone, or did not come about for this reason: what it
    /// owed fails, and a new session takes its place, for the next connection.
    pub(crate) fn handle_lost(
        &self,
        reason: Option<LostReason>,
        input: &mut BytesMut,
        wakers: &mut Vec<Waker>,
    ) {
        // It may ask for credentials, which is code of the user's.
        let next = Session::new(&self.config, self.lanes, self.now());
        let mut state = self.lock();
        let reason = reason.unwrap_or_else(|| state.reason.clone());
        state.lose(reason);
        state.take_events(&self.feed, input, wakers);
        *input = BytesMut::new();
        (state.writer, state.stuck, state.spare) = (None, None, Transmit::default());
        // There is nothing to give back, and no quiet time to wait for.
        (state.warm, state.is_ready) = (false, false);
        state.ended += 1;
        let (link, reason) = (state.link, state.reason.clone());
        match link {
            LinkState::Up => {
                state.losses += 1;
                state.link = LinkState::Connecting;
                state.bulletin.tell(ConnectionEvent::Lost { reason: reason.clone() }, wakers);
            }
            LinkState::Connecting | LinkState::Down => {
                state.link = LinkState::Down;
                state.bulletin.tell(ConnectionEvent::Down { reason: reason.clone() }, wakers);
                if self.config.when_disconnected == WhenDisconnected::Fail {
                    let now = state.now;
                    state.slots.fail_queued(now, Some(&reason), wakers);
                }
            }
            LinkState::Draining | LinkState::Closed => {}
        }
        self.replace_session(&mut state, next, wakers);
        wakers.append(&mut state.observers);
        drop(state);
        match link {
            LinkState::Up => trace::lost(&self.config, &reason),
            LinkState::Connecting | LinkState::Down => trace::not_connected(&self.config, &reason),
            LinkState::Draining | LinkState::Closed => {}
        }
    }

    /// Nobody drives the connection any more; nobody may wait for it then.
    pub(crate) fn handle_driver_gone(&self, wakers: &mut Vec<Waker>) {
        let mut state = self.lock();
        (state.link, state.is_ready) = (LinkState::Closed, false);
        state.ended += 1;
        state.lose(LostReason::Closed);
        (state.writer, state.stuck, state.driver) = (None, None, None);
        state.is_over = true;
        state.take_events(&self.feed, &mut BytesMut::new(), wakers);
        let now = state.now;
        let reason = state.reason.clone();
        state.slots.fail_queued(now, Some(&reason), wakers);
        self.feed.close(wakers);
        state.bulletin.close(wakers);
        wakers.append(&mut state.observers);
        drop(state);
        if let Some(side) = self.side.lock().unwrap_or_else(PoisonError::into_inner).take() {
            side.abandon();
        }
    }

    fn replace_session(&self, state: &mut State<S>, next: Session, wakers: &mut Vec<Waker>) {
        state.past.get_or_insert_default().merge(state.session.counters());
        state.session = next;
        // Until there is a socket, its time does not run.
        state.session.handshake_until(u64::MAX);
        if !matches!(state.link, LinkState::Draining | LinkState::Closed) {
            self.feed.handle_lost(&mut state.session, state.now, wakers);
        }
    }
}
