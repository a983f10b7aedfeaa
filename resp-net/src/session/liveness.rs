//! Whether the peer is still there.

use core::time::Duration;

use super::nanos;

/// When a silent peer is given up, and when a quiet connection is asked for a
/// sign of life.
///
/// A peer that owes replies is given up after `timeout` without a byte, but
/// not before the time of every request that it owes has passed: so that
/// neither a slow script nor a long deadline is cut. When half of `timeout`
/// has passed nothing more is sent to it, so that the rest stays unsent, which
/// is safe to send elsewhere.
#[derive(Debug)]
pub(super) struct Liveness {
    timeout: u64,
    /// Quiet time before a PING; the maximum for never.
    ping_after: u64,
    /// When the last byte came, or the first request was sent since when nothing was owed.
    since: u64,
    /// The peer is silent for so long that nothing more is sent to it.
    pub(super) is_suspect: bool,
    /// It owes something that somebody waits for until then.
    spared_until: u64,
}

impl Liveness {
    pub(super) fn new(timeout: Duration, idle_ping: Option<Duration>, now: u64) -> Self {
        let ping_after = idle_ping.map_or(u64::MAX, nanos);
        Self { timeout: nanos(timeout), ping_after, since: now, is_suspect: false, spared_until: 0 }
    }

    /// The peer gave a sign of life, or was sent something while it owed nothing.
    #[inline]
    pub(super) const fn restart(&mut self, now: u64) {
        self.since = now;
        self.is_suspect = false;
        self.spared_until = 0;
    }

    /// Looks whether the peer, which owes replies, is silent for too long to be
    /// sent more.
    #[inline]
    pub(super) const fn suspect(&mut self, now: u64) -> bool {
        self.is_suspect |= now.saturating_sub(self.since) > self.timeout / 2;
        self.is_suspect
    }

    /// When the peer, which owes replies, is given up, unless it is
    /// [spared](Self::spare).
    #[inline]
    pub(super) fn condemned_at(&self) -> u64 {
        self.since.saturating_add(self.timeout).max(self.spared_until)
    }

    /// The peer is not given up before this, unless it is told otherwise.
    pub(super) const fn spare(&mut self, until: u64) {
        self.spared_until = until;
    }

    /// When a peer that owes nothing is to be asked for a sign of life.
    #[inline]
    pub(super) const fn ping_at(&self) -> u64 {
        self.since.saturating_add(self.ping_after)
    }

    /// When something last happened.
    pub(super) const fn since(&self) -> u64 {
        self.since
    }

    /// How long it is silent, or was not sent anything.
    pub(super) const fn silence(&self, now: u64) -> Duration {
        Duration::from_nanos(now.saturating_sub(self.since))
    }
}
