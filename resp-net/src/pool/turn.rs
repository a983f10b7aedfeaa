//! A caller's turn at a connection.

use alloc::sync::Arc;
use core::pin::Pin;
use core::task::{Context, Poll};

use super::{Held, Lendable, Lent, Shared, Taken, Ticket};
use crate::error::Error;

/// A caller's turn: the future of a connection, which may be dead. After one
/// that is, it is the same caller's turn again.
pub(crate) struct Turn<'a, C: Lendable> {
    shared: &'a Arc<Shared<C>>,
    ticket: Option<Ticket>,
    /// The ticket is in the queue, or what it came to waits to be fetched.
    is_queued: bool,
    /// When the caller came, as long as the caller has not had to wait.
    now: Option<u64>,
}

impl<'a, C: Lendable> Turn<'a, C> {
    pub(crate) const fn new(shared: &'a Arc<Shared<C>>, now: u64) -> Self {
        Self { shared, ticket: None, is_queued: false, now: Some(now) }
    }

    /// The connection was dead: it is the same caller's turn once more.
    pub(crate) const fn again(&mut self) {
        self.now = None;
    }

    /// How long the caller has waited who came at `since`.
    pub(crate) fn waited(&self, since: u64) -> u64 {
        self.now().saturating_sub(since)
    }

    fn now(&self) -> u64 {
        self.now.unwrap_or_else(|| self.shared.now())
    }

    /// Gives up the place in the queue, since the caller's time is over.
    pub(crate) fn time_out(&mut self, since: u64) -> Error {
        self.give_up();
        self.shared.lock().timed_out(since)
    }

    fn give_up(&mut self) {
        if let Some(ticket) = self.ticket.filter(|_| self.is_queued) {
            let now = self.shared.now();
            self.shared.update(|state| state.give_up(ticket, now));
            self.is_queued = false;
        }
    }

    fn poll_fetch(&mut self, ticket: Ticket, context: &Context<'_>) -> Poll<Result<Lent<Held<C>>, Error>> {
        let fetched = self.shared.lock().fetch(ticket, context.waker());
        self.is_queued = fetched.is_pending();
        if self.is_queued {
            // It may have ended with another runtime.
            self.shared.start_keeper();
        }
        fetched
    }
}

impl<C: Lendable> Future for Turn<'_, C> {
    type Output = Result<Lent<Held<C>>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Some(ticket) = self.ticket.filter(|_| self.is_queued) {
            return self.poll_fetch(ticket, context);
        }
        loop {
            let (now, shared) = (self.now(), self.shared);
            let (taken, after) = shared.lock().take(&mut self.ticket, context.waker(), now);
            after.finish();
            match taken {
                Taken::Lent(lent) => return Poll::Ready(Ok(lent)),
                Taken::Expired(connection) => drop(connection),
                Taken::Refused(error) => return Poll::Ready(Err(error)),
                Taken::Wait => {
                    self.is_queued = true;
                    self.now = None;
                    self.shared.start_keeper();
                    return Poll::Pending;
                }
            }
        }
    }
}

impl<C: Lendable> Drop for Turn<'_, C> {
    fn drop(&mut self) {
        self.give_up();
    }
}
