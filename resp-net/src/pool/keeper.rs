//! What the keeper of a pool does: it makes the connections that callers wait
//! for and that the smallest size asks for, and closes those that are too old
//! or too long idle. When there is nothing to do it sleeps.

use core::task::Waker;

use super::{After, ClosedBy, Lent, State};
use crate::error::Error;

/// What the keeper does next.
#[derive(Debug)]
pub(crate) enum Chore<C> {
    /// Make a connection, and say what came of it: [`State::connected`].
    Connect,
    /// Drop this one.
    Close(C),
    /// Sleep until it is woken, or until then.
    Sleep(Option<u64>),
    /// The pool is closed.
    End,
}

/// The attempts to connect that failed since the last that did not.
#[derive(Debug, Default)]
pub(super) struct Failure {
    in_a_row: u32,
    pub(super) last: Option<(Error, u64)>,
    retry_at: u64,
}

#[derive(Debug)]
pub(super) enum Keeper {
    /// None was needed so far, or it was ended with its runtime.
    Absent,
    /// At work: it looks at everything before it sleeps.
    Awake,
    Asleep {
        waker: Waker,
        until: u64,
    },
}

impl<C> State<C> {
    /// Whether a keeper has to be started; true once until it is
    /// [gone](Self::keeper_gone).
    pub(crate) fn needs_keeper(&mut self) -> bool {
        let needs = matches!(self.keeper, Keeper::Absent) && !self.closed;
        if needs {
            self.keeper = Keeper::Awake;
        }
        needs
    }

    /// The keeper has ended, and with it the attempts to connect.
    pub(crate) fn keeper_gone(&mut self) -> After<C> {
        self.keeper = Keeper::Absent;
        self.connecting = 0;
        let mut after = After::new();
        after.woken.append(&mut self.watching);
        // Whoever is polled first starts another one.
        after.woken.extend(self.waiting.values().cloned());
        after
    }

    /// What the keeper does next.
    pub(crate) fn next_chore(&mut self, waker: &Waker, now: u64) -> Chore<C> {
        self.keeper = Keeper::Awake;
        if self.closed {
            return Chore::End;
        }
        if let Some((connection, by)) = self.pop_due(now) {
            self.counts.count_closed(by, 1);
            return Chore::Close(connection);
        }
        if self.missing() > 0 && self.failure.retry_at <= now {
            self.connecting += 1;
            return Chore::Connect;
        }
        let until = self.next_due();
        self.keeper = Keeper::Asleep { waker: waker.clone(), until };
        Chore::Sleep((until < u64::MAX).then_some(until))
    }

    /// An attempt to connect has ended, which began at `since`.
    pub(crate) fn connected(&mut self, result: Result<C, Error>, since: u64, now: u64) -> After<C> {
        let mut after = After::new();
        self.connecting = self.connecting.saturating_sub(1);
        after.woken.append(&mut self.watching);
        match result {
            Ok(connection) => {
                self.counts.created += 1;
                self.counts.creation.record(now.saturating_sub(since));
                self.failure = Failure::default();
                if self.closed {
                    self.counts.count_closed(ClosedBy::Pool, 1);
                    after.dropped.push(connection);
                } else {
                    let expires_at = self.expiry(now);
                    self.hand_over(Lent { connection, expires_at, is_stale: false }, now, &mut after);
                }
            }
            Err(error) => {
                self.counts.failed += 1;
                self.pause(&error, now);
                // Nothing else can serve them.
                if self.size() == 0 && self.connecting == 0 {
                    self.fail_all(&error, &mut after);
                }
            }
        }
        // There may be room for another attempt now.
        self.call_keeper(&mut after);
        after
    }

    /// No keeper could be started, without which nobody who waits is sure to be served.
    #[cfg(any(test, feature = "mio"))]
    pub(crate) fn keeper_refused(&mut self, error: &Error, now: u64) -> After<C> {
        let mut after = After::new();
        self.keeper = Keeper::Absent;
        self.counts.failed += 1;
        self.failure.last = Some((error.clone(), now));
        self.fail_all(error, &mut after);
        after.woken.append(&mut self.watching);
        after
    }

    /// How many connections are to be made now: one for each caller who waits,
    /// and what the smallest size lacks.
    fn missing(&self) -> usize {
        let coming = self.size() + self.connecting;
        let needed = self.waiting.len().saturating_sub(self.connecting);
        let lacking = self.settings.min_size.saturating_sub(coming);
        let room = self.settings.max_size.saturating_sub(coming);
        let hands = self.settings.max_connecting.saturating_sub(self.connecting);
        needed.max(lacking).min(room).min(hands)
    }

    /// An idle connection that is too old, or too long idle while there are
    /// more than the smallest size.
    fn pop_due(&mut self, now: u64) -> Option<(C, ClosedBy)> {
        if let Some(limit) = self.settings.idle_timeout
            && self.size() > self.settings.min_size
            && let Some(before) = now.checked_sub(limit)
            && let Some(lent) = self.idle.pop_oldest_since(before)
        {
            return Some((lent.connection, ClosedBy::Idle));
        }
        self.idle.pop_expired(now).map(|lent| (lent.connection, ClosedBy::Lifetime))
    }

    /// When the keeper has something to do next; `u64::MAX` for never, as below.
    fn next_due(&self) -> u64 {
        self.retry_due().min(self.idle_due(self.idle.oldest())).min(self.idle.first_expiry())
    }

    fn retry_due(&self) -> u64 {
        if self.missing() > 0 { self.failure.retry_at } else { u64::MAX }
    }

    /// When the connection that has just become idle is due. That is all that
    /// can be new to a sleeping keeper, who has seen the older ones.
    fn newest_due(&self) -> u64 {
        let newest = self.idle.newest();
        newest.map_or(u64::MAX, |(lent, _)| lent.expires_at).min(self.idle_due(newest))
    }

    fn idle_due(&self, entry: Option<&(Lent<C>, u64)>) -> u64 {
        match (self.settings.idle_timeout, entry) {
            (Some(limit), Some((_, since))) if self.size() > self.settings.min_size => {
                since.saturating_add(limit)
            }
            _ => u64::MAX,
        }
    }

    /// Wakes the keeper if there is something to do before it wakes by itself.
    pub(super) fn call_keeper(&mut self, after: &mut After<C>) {
        if let Keeper::Asleep { until, .. } = self.keeper
            && (self.retry_due() < until || self.newest_due() < until)
        {
            self.wake_keeper(after);
        }
    }

    pub(super) fn wake_keeper(&mut self, after: &mut After<C>) {
        if let Keeper::Asleep { waker, .. } = core::mem::replace(&mut self.keeper, Keeper::Awake) {
            after.woken.push(waker);
        }
    }

    /// When a connection made now is too old: a tenth more or less than the
    /// lifetime, so that those made together do not end together.
    fn expiry(&mut self, now: u64) -> u64 {
        let Some(lifetime) = self.settings.max_lifetime else { return u64::MAX };
        let tenth = lifetime / 10;
        let spread = self.random_below((2 * tenth).saturating_add(1));
        now.saturating_add(lifetime - tenth).saturating_add(spread)
    }

    /// Puts off the next attempt, by a doubling pause of which the second half is random.
    fn pause(&mut self, error: &Error, now: u64) {
        let pause = BACKOFF_FIRST.saturating_mul(1 << self.failure.in_a_row.min(20)).min(BACKOFF_MAX);
        let pause = pause / 2 + self.random_below(pause / 2 + 1);
        self.failure.in_a_row = self.failure.in_a_row.saturating_add(1);
        self.failure.last = Some((error.clone(), now));
        self.failure.retry_at = now.saturating_add(pause);
    }
}

/// The first pause after a failed attempt; each further one doubles it.
const BACKOFF_FIRST: u64 = 10_000_000;
/// The longest: half of a caller's second, who hears so why there is no connection.
const BACKOFF_MAX: u64 = 500_000_000;
