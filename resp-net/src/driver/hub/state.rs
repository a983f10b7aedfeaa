//! What is changed under the lock.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::task::Waker;
use core::time::Duration;

use bytes::BytesMut;

use super::{LinkState, State};
use crate::config::WhenDisconnected;
use crate::driver::bulletin::ConnectionEvent;
use crate::driver::pubsub::Feed;
use crate::error::{Error, Executed, LostReason};
use crate::session::{Event, Failure, SessionError};

/// Early writes for all calls that are under way: with three, the server works
/// on one part, the client on the next, and one is on its way between them.
const PARTS: usize = 3;

impl<S> State<S> {
    /// Whether calls are taken.
    #[inline]
    pub(super) fn check_open(&self, when_disconnected: WhenDisconnected) -> Result<(), Error> {
        match self.link {
            LinkState::Up | LinkState::Connecting => Ok(()),
            LinkState::Down if when_disconnected == WhenDisconnected::Queue => Ok(()),
            LinkState::Down => Err(Error::Lost { executed: Executed::No, reason: self.reason.clone() }),
            LinkState::Draining | LinkState::Closed => Err(Error::Closed),
        }
    }

    /// Whether there is a connection, also one that only finishes what is under way.
    pub(super) const fn is_connected(&self) -> bool {
        self.is_ready && !self.session.is_closed() && !matches!(self.link, LinkState::Closed)
    }

    /// Whether the server should get what is queued although more is coming, so
    /// that it works while others still queue. `least` requests have to be.
    #[inline]
    pub(super) fn is_worth_an_early_write(&self, least: usize) -> bool {
        let queued = self.session.queued_count();
        queued >= least
            && queued.saturating_mul(PARTS) >= self.session.request_count()
            && self.session.is_transmit_due()
    }

    /// Condemns the connection for what happened to the socket.
    pub(super) fn lose(&mut self, reason: LostReason) {
        if self.session.close(SessionError::Abandoned) {
            self.reason = reason;
        }
    }

    /// Ends a turn of writing. The socket of a lost connection is not kept:
    /// the peer may wait for its end.
    pub(super) fn put_back(&mut self, writer: Arc<S>) {
        self.writer = Some(writer).filter(|_| !self.session.is_closed());
    }

    pub(super) fn note_driver(&mut self, waker: &Waker) {
        match &mut self.driver {
            Some(driver) => driver.clone_from(waker),
            None => self.driver = Some(waker.clone()),
        }
    }

    pub(super) fn observe(&mut self, waker: &Waker) {
        if !self.observers.iter().any(|observer| observer.will_wake(waker)) {
            self.observers.push(waker.clone());
        }
    }

    /// Whether the connection is over, because it is lost or has done its part.
    pub(super) fn has_ended(&self) -> bool {
        match self.link {
            LinkState::Closed => true,
            LinkState::Draining => {
                self.session.is_closed() || (self.session.is_idle() && !self.slots.has_queue())
            }
            _ => self.session.is_closed(),
        }
    }

    /// When the driver has something to do of himself.
    pub(super) fn next_alarm(&self, feed: &Feed) -> u64 {
        let next = self.session.poll_timeout().unwrap_or(u64::MAX).min(self.slots.next_deadline());
        let next = next.min(feed.next_alarm());
        if self.warm && self.session.is_idle() { next.min(self.session.quiet_at()) } else { next }
    }

    /// Whether this side was away so long, as a stopped process is, that what
    /// the peer sent meanwhile may be unread.
    pub(super) fn is_late(&self, now: u64, liveness_timeout: Duration) -> bool {
        let late = Duration::from_nanos(now.saturating_sub(self.alarm));
        self.alarm > 0 && late > liveness_timeout / 4
    }

    pub(super) fn handle_timeout(&mut self, now: u64) {
        self.now = now;
        self.session.handle_timeout(now);
    }

    /// Fails those whose time is over.
    pub(super) fn take_expired(&mut self, feed: &Feed, wakers: &mut Vec<Waker>) {
        while let Some(Event::Failed { tag, failure }) = self.session.poll_expired() {
            if Feed::owns(tag) {
                feed.handle_failure(tag, failure.executed);
            } else {
                wakers.extend(self.slots.fail(tag, failure, None));
            }
        }
        feed.align(&mut self.session, self.now, wakers);
        self.slots.fail_queued(self.now, None, wakers);
        self.slots.promise_room(&self.session, wakers);
    }

    /// Why the connection is gone that a call failed with.
    pub(super) fn reason_of(&self, failure: &Failure) -> Option<LostReason> {
        let condemned_for = self.session.condemned_for().filter(|_| !failure.timed_out)?;
        let told = *condemned_for != SessionError::Abandoned;
        Some(if told { condemned_for.clone().into() } else { self.reason.clone() })
    }

    /// Takes all events and notes who is to be woken; whether the connection ended.
    pub(super) fn take_events(&mut self, feed: &Feed, input: &mut BytesMut, wakers: &mut Vec<Waker>) -> bool {
        while let Some(event) = self.session.receive(input) {
            let waker = match event {
                Event::Reply { tag, reply, last } if Feed::owns(tag) => {
                    feed.handle_reply(tag, &reply, last, self.now, wakers);
                    self.fed += 1;
                    None
                }
                Event::Failed { tag, failure } if Feed::owns(tag) => {
                    feed.handle_failure(tag, failure.executed);
                    None
                }
                Event::Reply { tag, reply, last } => self.slots.put_reply(tag, reply, last),
                Event::Failed { tag, failure } => {
                    let reason = self.reason_of(&failure);
                    self.slots.fail(tag, failure, reason)
                }
                Event::Closed(error) => {
                    if error != SessionError::Abandoned {
                        self.reason = error.into();
                    }
                    return true;
                }
                Event::Ready(protocol) => {
                    (self.protocol, self.is_ready) = (protocol, true);
                    self.bulletin.tell(ConnectionEvent::Connected { protocol }, wakers);
                    if !matches!(self.link, LinkState::Draining | LinkState::Closed) {
                        self.link = LinkState::Up;
                    }
                    self.connections += 1;
                    wakers.append(&mut self.observers);
                    None
                }
                Event::Push(push) => {
                    feed.handle_push(&push, wakers);
                    None
                }
            };
            wakers.extend(waker);
        }
        feed.align(&mut self.session, self.now, wakers);
        self.slots.promise_room(&self.session, wakers);
        false
    }
}
