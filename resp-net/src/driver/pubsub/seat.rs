//! A subscriber's place at a connection: the one of its client, or one beside it.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::task::{Poll, Waker};
use std::io;
use std::sync::PoisonError;

use bytes::Bytes;

use super::{Incoming, WhenSlow};
use crate::driver::hub::Hub;
use crate::session::{Lanes, Subscription};

/// A subscriber's place. Dropping it ends its subscriptions.
#[derive(Debug)]
pub(crate) struct Seat<S>
where
    for<'a> &'a S: io::Write,
{
    hub: Arc<Hub<S>>,
    /// The one of the client, if the other is beside it.
    beside: Option<Arc<Hub<S>>>,
    id: usize,
}

impl<S> Seat<S>
where
    for<'a> &'a S: io::Write,
{
    /// A place at the connection of a client.
    pub(crate) fn at(hub: &Arc<Hub<S>>) -> Self {
        Self { id: hub.feed().add(), hub: Arc::clone(hub), beside: None }
    }

    /// A place at the connection beside that of a client, which all of its
    /// subscribers there share. The first one has it started, by `start`.
    pub(crate) fn beside<E>(
        hub: &Arc<Hub<S>>,
        start: impl FnOnce(Arc<Hub<S>>) -> Result<(), E>,
    ) -> Result<Self, E> {
        if !hub.is_wanted() {
            return Ok(Self::at(hub));
        }
        let mut side = hub.side.lock().unwrap_or_else(PoisonError::into_inner);
        let open = side.as_ref().filter(|side| side.is_wanted()).map(Arc::clone);
        let open = match open {
            Some(open) => open,
            None => {
                let new = Arc::new(Hub::new(hub.config().clone(), Lanes::Subscriber));
                start(Arc::clone(&new))?;
                *side = Some(Arc::clone(&new));
                new
            }
        };
        Ok(Self { id: open.feed().add(), hub: open, beside: Some(Arc::clone(hub)) })
    }

    pub(crate) fn hub(&self) -> &Hub<S> {
        &self.hub
    }

    /// Whether it is at a connection that has nothing but subscriptions.
    pub(crate) const fn is_beside(&self) -> bool {
        self.beside.is_some()
    }

    pub(crate) fn set_policy(&self, policy: WhenSlow) {
        self.hub.feed().lock().registry.set_policy(self.id, policy);
    }

    /// What comes next, `None` at the end; or `waker` is woken when there is something.
    pub(crate) fn poll(&self, waker: &Waker) -> Poll<Option<Incoming>> {
        self.hub.feed().poll(self.id, waker)
    }

    /// To be handed what comes to these names: those not asked for before.
    pub(super) fn join(&self, kind: Subscription, names: &[Bytes]) -> Vec<Bytes> {
        self.hub.feed().lock().registry.join(self.id, kind, names)
    }

    /// To be handed no more of these: those that it was.
    pub(super) fn leave(&self, kind: Subscription, names: &[Bytes]) -> Vec<Bytes> {
        let mut wakers = Vec::new();
        let left = self.hub.feed().lock().registry.leave(self.id, kind, names, &mut wakers);
        wakers.into_iter().for_each(Waker::wake);
        left
    }

    pub(super) fn holds(&self, kind: Subscription, names: &[Bytes]) -> bool {
        self.hub.feed().lock().registry.holds(self.id, kind, names)
    }

    /// Has the server told what it is to know, by whoever comes first.
    pub(super) fn align(&self) {
        self.hub.align();
    }
}

impl<S> Drop for Seat<S>
where
    for<'a> &'a S: io::Write,
{
    fn drop(&mut self) {
        let mut wakers = Vec::new();
        // Nobody takes a place beside while the last one there is given up.
        let mut side =
            self.beside.as_ref().map(|home| home.side.lock().unwrap_or_else(PoisonError::into_inner));
        let was_last = self.hub.feed().lock().registry.remove(self.id, &mut wakers);
        match &mut side {
            Some(side) if was_last => {
                self.hub.abandon();
                if side.as_ref().is_some_and(|side| Arc::ptr_eq(side, &self.hub)) {
                    **side = None;
                }
            }
            _ => self.hub.align(),
        }
        drop(side);
        wakers.into_iter().for_each(Waker::wake);
    }
}
