//! Where tasks get their next request from.

use super::log::Answer;
use core::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use core::time::Duration;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Instant;
use tokio::sync::Semaphore;

/// Shared by the tasks of a window and who makes their load.
#[derive(Debug)]
pub(super) struct Source {
    load: Load,
    began: OnceLock<Instant>,
    /// A permit for each request that may be sent.
    released: Semaphore,
    taken: AtomicUsize,
    answers: Mutex<Vec<Answer>>,
}

/// What decides when a request is sent.
#[derive(Debug)]
pub(super) enum Load {
    /// The schedule: open loop. Times since the beginning.
    Arrivals(Vec<Duration>),
    /// The answer to the one before it, until this time: closed loop.
    Answers(Duration),
}

/// Permits that never run out.
const ALWAYS: usize = Semaphore::MAX_PERMITS / 2;

impl Source {
    /// Nothing is sent until it [begins](Self::begin).
    pub(super) fn new(load: Load) -> Self {
        let arrivals = if let Load::Arrivals(times) = &load { times.len() } else { 0 };
        Self {
            load,
            began: OnceLock::new(),
            released: Semaphore::new(0),
            taken: AtomicUsize::new(0),
            answers: Mutex::new(Vec::with_capacity(arrivals)),
        }
    }

    /// Time begins to count. With closed loop the tasks set out.
    pub(super) fn begin(&self) -> Instant {
        if matches!(self.load, Load::Answers(_)) {
            self.released.add_permits(ALWAYS);
        }
        *self.began.get_or_init(Instant::now)
    }

    /// Time since the beginning.
    pub(super) fn now(&self) -> Duration {
        self.began.get().map_or(Duration::ZERO, Instant::elapsed)
    }

    /// When arrivals are due; with closed loop none is.
    pub(super) fn arrivals(&self) -> &[Duration] {
        if let Load::Arrivals(times) = &self.load { times } else { &[] }
    }

    /// Lets tasks have so many more requests.
    pub(super) fn release(&self, requests: usize) {
        self.released.add_permits(requests);
    }

    /// Tells all tasks to end when the released requests are done.
    pub(super) fn finish(&self) {
        if matches!(self.load, Load::Arrivals(_)) {
            self.released.add_permits(ALWAYS);
        }
    }

    /// Waits for a request: when it was due; `None` if the window is over.
    /// If this is dropped before, no request is lost.
    pub(super) async fn next(&self) -> Option<Duration> {
        // It is never closed.
        self.released.acquire().await.ok()?.forget();
        self.take()
    }

    /// The next request if there is one now, as [`next`](Self::next) gives it.
    pub(super) fn try_next(&self) -> Option<Option<Duration>> {
        self.released.try_acquire().ok()?.forget();
        Some(self.take())
    }

    fn take(&self) -> Option<Duration> {
        match &self.load {
            Load::Arrivals(times) => times.get(self.taken.fetch_add(1, Relaxed)).copied(),
            Load::Answers(until) => Some(self.now()).filter(|now| now < until),
        }
    }

    /// Notes a request that is answered now.
    pub(super) fn answered(&self, due: Duration, sent: Duration) {
        let answer = Answer { due, sent, done: self.now() };
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).push(answer);
    }

    /// All answers until now.
    pub(super) fn take_answers(&self) -> Vec<Answer> {
        core::mem::take(&mut *self.answers.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn requests_are_given_in_order_and_then_the_end() {
        let millis = Duration::from_millis;
        let source = Source::new(Load::Arrivals(vec![millis(1), millis(2), millis(3)]));
        source.begin();
        assert_eq!(source.try_next(), None);
        source.release(2);
        assert_eq!((source.next().await, source.try_next()), (Some(millis(1)), Some(Some(millis(2)))));
        assert_eq!(source.try_next(), None);
        source.release(1);
        source.finish();
        assert_eq!((source.next().await, source.next().await), (Some(millis(3)), None));
    }

    #[tokio::test]
    async fn without_a_schedule_a_request_is_due_when_it_is_asked_for() {
        let source = Source::new(Load::Answers(Duration::from_secs(3600)));
        source.begin();
        let (first, second) = (source.next().await.unwrap(), source.next().await.unwrap());
        assert!(first <= second && second <= source.now());
        let over = Source::new(Load::Answers(Duration::ZERO));
        over.begin();
        assert_eq!(over.next().await, None);
    }
}
