//! The connections that nobody holds.

use alloc::collections::VecDeque;

use super::Lent;

/// Idle connections. The one last used is used next, while it is warm, and the
/// others grow old until there are too many of them.
#[derive(Debug)]
pub(super) struct Idle<C> {
    /// Each with the time since when, oldest first.
    entries: VecDeque<(Lent<C>, u64)>,
}

impl<C> Idle<C> {
    pub(super) const fn new() -> Self {
        Self { entries: VecDeque::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn push(&mut self, lent: Lent<C>, now: u64) {
        self.entries.push_back((lent, now));
    }

    /// The one used last, and since when it is idle.
    pub(super) fn pop_newest(&mut self) -> Option<(Lent<C>, u64)> {
        self.entries.pop_back()
    }

    /// The one idle for longest, if it is so since `moment` or before.
    pub(super) fn pop_oldest_since(&mut self, moment: u64) -> Option<Lent<C>> {
        self.oldest().filter(|(_, since)| *since <= moment)?;
        self.entries.pop_front().map(|(lent, _)| lent)
    }

    /// One that is too old to be lent.
    pub(super) fn pop_expired(&mut self, now: u64) -> Option<Lent<C>> {
        let expired = self.entries.iter().position(|(lent, _)| lent.expires_at <= now)?;
        self.entries.remove(expired).map(|(lent, _)| lent)
    }

    /// The one idle for longest, and since when.
    pub(super) fn oldest(&self) -> Option<&(Lent<C>, u64)> {
        self.entries.front()
    }

    /// The one used last, and since when it is idle.
    pub(super) fn newest(&self) -> Option<&(Lent<C>, u64)> {
        self.entries.back()
    }

    /// When the first of them is too old; `u64::MAX` for never.
    pub(super) fn first_expiry(&self) -> u64 {
        self.entries.iter().map(|(lent, _)| lent.expires_at).min().unwrap_or(u64::MAX)
    }
}
