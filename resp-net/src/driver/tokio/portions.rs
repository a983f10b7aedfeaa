//! In what portions a driver wakes those whose calls ended.

use alloc::vec::Vec;
use core::task::Waker;
use core::time::Duration;
use std::time::Instant;

use tokio::runtime::{Handle, RuntimeFlavor};

/// The smallest portion. A worker of tokio that has few tasks in its queue loses
/// few to another, which may be put aside by the system with them.
const LEAST: usize = 64;

/// What a task takes to use a reply and make its next call, at the most, if it
/// does little else.
const TIME_EACH: Duration = Duration::from_nanos(500);

/// Between two portions those run who were woken, and queue their next calls.
/// Others run too, though: where they take much time, the portions become larger.
#[derive(Debug)]
pub(super) struct Portions {
    least: usize,
    len: usize,
    /// When the last portion was woken, and how many that were.
    last: Option<(Instant, usize)>,
}

impl Portions {
    /// Those of the runtime that runs this task; all at once where it has no
    /// worker that could take some away.
    pub(super) fn of_runtime() -> Self {
        let has_others = Handle::current().runtime_flavor() != RuntimeFlavor::CurrentThread;
        Self::of_at_least(if has_others { LEAST } else { usize::MAX })
    }

    const fn of_at_least(least: usize) -> Self {
        Self { least, len: least, last: None }
    }

    /// Wakes as many of them as are to run now, the first ones first.
    pub(super) fn wake(&mut self, wakers: &mut Vec<Waker>) {
        let count = wakers.len().min(self.len);
        wakers.drain(..count).for_each(Waker::wake);
        self.last = (count >= self.least).then(|| (Instant::now(), count));
    }

    /// Those who were woken have run.
    pub(super) fn adapt(&mut self) {
        if let Some((since, count)) = self.last.take() {
            self.adapt_to(since.elapsed(), count);
        }
    }

    fn adapt_to(&mut self, elapsed: Duration, count: usize) {
        let is_shared = elapsed.as_nanos() > TIME_EACH.as_nanos() * count as u128;
        // Beyond what was to be woken it does not help to grow.
        self.len = if is_shared { count * 2 } else { (self.len / 2).max(self.least) };
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec;

    use super::*;

    #[test]
    fn all_are_woken_in_their_turn() {
        let mut wakers = vec![Waker::noop().clone(); LEAST * 2 + 1];
        let mut portions = Portions::of_at_least(LEAST);
        let mut left = Vec::new();
        while !wakers.is_empty() {
            portions.wake(&mut wakers);
            left.push(wakers.len());
        }
        assert_eq!(left, [LEAST + 1, 1, 0]);
    }

    #[test]
    fn portions_grow_where_others_take_the_time_and_shrink_again() {
        let mut portions = Portions::of_at_least(LEAST);
        portions.adapt_to(Duration::from_millis(1), LEAST);
        assert_eq!(portions.len, LEAST * 2);
        portions.adapt_to(Duration::from_millis(1), LEAST * 2);
        assert_eq!(portions.len, LEAST * 4);
        for expected in [LEAST * 2, LEAST, LEAST] {
            portions.adapt_to(Duration::from_micros(10), LEAST);
            assert_eq!(portions.len, expected);
        }
    }
}
