//! A connection that is lent, and how it goes back.

use alloc::sync::Arc;
use core::ops::{Deref, DerefMut};

use super::{ClosedBy, Held, Lendable, Lent, Shared};

/// A connection on loan, which goes back to its pool when this is dropped.
pub(crate) struct Loan<C: Lendable> {
    shared: Arc<Shared<C>>,
    /// There until it goes back.
    lent: Option<Lent<Held<C>>>,
}

/// What is known of a connection before it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Health {
    Alive,
    /// It was idle for so long that it is to be tested.
    Unknown,
    /// It is closed.
    Dead,
}

impl<C: Lendable> Loan<C> {
    pub(crate) fn new(shared: &Arc<Shared<C>>, lent: Lent<Held<C>>) -> Self {
        Self { shared: Arc::clone(shared), lent: Some(lent) }
    }

    /// Whether it can be used, as far as its state tells.
    pub(crate) fn health(&mut self) -> Health {
        if !self.is_clean() {
            self.discard(ClosedBy::Lost);
            return Health::Dead;
        }
        let is_stale = self.lent.as_ref().is_some_and(|lent| lent.is_stale);
        if is_stale { Health::Unknown } else { Health::Alive }
    }

    /// It did not answer the test, and is closed.
    pub(crate) fn fail_test(&mut self) {
        self.discard(ClosedBy::Test);
        let now = self.shared.now();
        self.shared.update(|state| state.drop_stale(now));
    }

    fn discard(&mut self, by: ClosedBy) {
        if let Some(lent) = self.lent.take() {
            self.shared.update(|state| state.discard(lent, by));
        }
    }
}

impl<C: Lendable> Deref for Loan<C> {
    type Target = C;

    fn deref(&self) -> &C {
        &self.lent.as_ref().expect("it is taken by drop alone").connection
    }
}

impl<C: Lendable> DerefMut for Loan<C> {
    fn deref_mut(&mut self) -> &mut C {
        &mut self.lent.as_mut().expect("it is taken by drop alone").connection
    }
}

impl<C: Lendable> Drop for Loan<C> {
    fn drop(&mut self) {
        let Some(lent) = &self.lent else { return };
        if lent.connection.is_lost() {
            self.discard(ClosedBy::Lost);
        } else if !lent.connection.is_reusable() || std::thread::panicking() {
            // A caller who panicked may have left behind what is not known here.
            self.discard(ClosedBy::Dirty);
        } else if let Some(lent) = self.lent.take() {
            let now = self.shared.now();
            self.shared.update(|state| state.put_back(lent, now));
        }
    }
}
