//! What becomes of a connection, told to those who want to know.

use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::task::{Poll, Waker};

use resp_core::Protocol;

use crate::error::LostReason;

/// What became of a client's connection.
///
/// ```
/// use resp_net::ConnectionEvent;
///
/// fn log(event: &ConnectionEvent) {
///     match event {
///         ConnectionEvent::Lost { reason } => eprintln!("connection lost: {reason}"),
///         ConnectionEvent::Down { reason } => eprintln!("no connection: {reason}"),
///         ConnectionEvent::Connected { .. } => eprintln!("connected again"),
///         _ => {}
///     }
/// }
/// # let _ = log;
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum ConnectionEvent {
    /// It was made, and commands leave from now on.
    Connected {
        /// The version of the protocol that both speak.
        protocol: Protocol,
    },
    /// It is lost: it broke, or was condemned. It is made again at once.
    Lost {
        /// Why.
        reason: LostReason,
    },
    /// It could not be made. Another attempt follows after a pause.
    Down {
        /// Why.
        reason: LostReason,
    },
    /// So many events are missing here, which nobody took in time.
    Missed {
        /// How many.
        count: u64,
    },
    /// The client was closed or its last handle dropped. This is the last event.
    Closed,
}

/// Events that wait for one who wants to know.
const LIMIT: usize = 64;

/// Those who want to know, each with what he has not taken yet.
#[derive(Debug, Default)]
pub(super) struct Bulletin {
    listeners: Vec<Option<Listener>>,
}

#[derive(Debug, Default)]
struct Listener {
    events: VecDeque<ConnectionEvent>,
    /// Dropped before the first of these.
    missed: u64,
    is_closed: bool,
    waker: Option<Waker>,
}

impl Bulletin {
    /// Somebody who wants to know from now on: his number. `is_over`: all has
    /// happened that will.
    pub(super) fn add(&mut self, is_over: bool) -> usize {
        let mut listener = Listener::default();
        if is_over {
            drop(listener.close());
        }
        match self.listeners.iter().position(Option::is_none) {
            Some(free) => {
                self.listeners[free] = Some(listener);
                free
            }
            None => {
                self.listeners.push(Some(listener));
                self.listeners.len() - 1
            }
        }
    }

    pub(super) fn remove(&mut self, listener: usize) {
        self.listeners[listener] = None;
        if self.listeners.iter().all(Option::is_none) {
            self.listeners = Vec::new();
        }
    }

    /// Tells all, and notes who is to be woken.
    pub(super) fn tell(&mut self, event: ConnectionEvent, wakers: &mut Vec<Waker>) {
        wakers
            .extend(self.listeners.iter_mut().flatten().filter_map(|listener| listener.push(event.clone())));
    }

    /// Nothing more happens.
    pub(super) fn close(&mut self, wakers: &mut Vec<Waker>) {
        wakers.extend(self.listeners.iter_mut().flatten().filter_map(Listener::close));
    }

    /// What happened next, `None` at the end.
    pub(super) fn poll(&mut self, listener: usize, waker: &Waker) -> Poll<Option<ConnectionEvent>> {
        self.listeners[listener].as_mut().map_or(Poll::Ready(None), |listener| listener.poll(waker))
    }
}

impl Listener {
    fn push(&mut self, event: ConnectionEvent) -> Option<Waker> {
        if self.events.len() == LIMIT {
            self.events.pop_front();
            self.missed += 1;
        }
        self.events.push_back(event);
        self.waker.take()
    }

    fn close(&mut self) -> Option<Waker> {
        if core::mem::replace(&mut self.is_closed, true) {
            return None;
        }
        self.push(ConnectionEvent::Closed)
    }

    fn poll(&mut self, waker: &Waker) -> Poll<Option<ConnectionEvent>> {
        if self.missed > 0 {
            return Poll::Ready(Some(ConnectionEvent::Missed { count: core::mem::take(&mut self.missed) }));
        }
        match self.events.pop_front() {
            None if !self.is_closed => {
                self.waker = Some(waker.clone());
                Poll::Pending
            }
            event => Poll::Ready(event),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(bulletin: &mut Bulletin, listener: usize) -> Poll<Option<ConnectionEvent>> {
        bulletin.poll(listener, Waker::noop())
    }

    fn lose(bulletin: &mut Bulletin) {
        bulletin.tell(ConnectionEvent::Lost { reason: LostReason::ConnectTimeout }, &mut Vec::new());
    }

    #[test]
    fn what_is_not_taken_is_bounded_and_counted() {
        for (told, missed) in [(LIMIT - 1, 0), (LIMIT, 0), (LIMIT + 1, 1), (LIMIT + 7, 7)] {
            let mut bulletin = Bulletin::default();
            let listener = bulletin.add(false);
            (0..told).for_each(|_| lose(&mut bulletin));
            if missed > 0 {
                let event = next(&mut bulletin, listener);
                assert!(
                    matches!(event, Poll::Ready(Some(ConnectionEvent::Missed { count })) if count == missed)
                );
            }
            for _ in 0..told.min(LIMIT) {
                let event = next(&mut bulletin, listener);
                assert!(matches!(event, Poll::Ready(Some(ConnectionEvent::Lost { .. }))), "{event:?}");
            }
            assert!(next(&mut bulletin, listener).is_pending());
        }
    }

    #[test]
    fn the_end_is_told_once_and_to_those_who_come_late() {
        let mut bulletin = Bulletin::default();
        let early = bulletin.add(false);
        bulletin.close(&mut Vec::new());
        let late = bulletin.add(true);
        bulletin.close(&mut Vec::new());
        for listener in [early, late] {
            assert!(matches!(next(&mut bulletin, listener), Poll::Ready(Some(ConnectionEvent::Closed))));
            assert!(matches!(next(&mut bulletin, listener), Poll::Ready(None)));
        }
    }

    #[test]
    fn nobody_keeps_nothing() {
        let mut bulletin = Bulletin::default();
        let (first, second) = (bulletin.add(false), bulletin.add(false));
        bulletin.remove(first);
        assert_eq!(bulletin.add(false), first, "a place is used again");
        bulletin.remove(first);
        bulletin.remove(second);
        assert_eq!(bulletin.listeners.capacity(), 0);
    }
}
