//! Work that blocks, such as a look-up of a name, done on threads of its own
//! while whoever needs it waits no longer than it wants to.

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::string::ToString;
use alloc::sync::Arc;
use core::fmt;
use core::panic::AssertUnwindSafe;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::io;
use std::panic::catch_unwind;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// A few threads of one purpose, which live only while there is work.
///
/// Work that never ends keeps its thread. So there are never more threads than
/// `max`: what comes then queues, and is dropped with whoever waits for it.
pub(crate) struct Helpers {
    name: &'static str,
    max: usize,
    state: Mutex<State>,
}

struct State {
    threads: usize,
    queue: VecDeque<Box<dyn Job>>,
}

/// Work with a place for its result.
trait Job: Send {
    /// Whether somebody still waits for it.
    fn is_awaited(&self) -> bool;
    fn run(self: Box<Self>);
    /// Nobody does it: no thread could be started.
    fn refuse(self: Box<Self>, error: &io::Error);
}

/// The result of work given to [`Helpers`], to be awaited. Dropping it
/// forgets the work, which is not begun any more.
#[derive(Debug)]
#[must_use = "work that nobody waits for is not begun"]
pub(crate) struct Help<T> {
    slot: Arc<Slot<T>>,
}

#[derive(Debug)]
struct Slot<T>(Mutex<Outcome<T>>);

#[derive(Debug)]
enum Outcome<T> {
    Awaited(Option<Waker>),
    Known(Option<io::Result<T>>),
}

struct Work<F, T> {
    work: F,
    slot: Arc<Slot<T>>,
}

impl Helpers {
    pub(crate) const fn new(name: &'static str, max: usize) -> Self {
        Self { name, max, state: Mutex::new(State { threads: 0, queue: VecDeque::new() }) }
    }

    /// Has `work` done. Should it panic, that is its error.
    pub(crate) fn run<T, F>(&'static self, work: F) -> Help<T>
    where
        T: Send + 'static,
        F: FnOnce() -> io::Result<T> + Send + 'static,
    {
        let slot = Arc::new(Slot(Mutex::new(Outcome::Awaited(None))));
        let mut state = lock(&self.state);
        state.queue.retain(|job| job.is_awaited());
        state.queue.push_back(Box::new(Work { work, slot: Arc::clone(&slot) }));
        let is_new = state.threads < self.max;
        state.threads += usize::from(is_new);
        drop(state);
        if is_new {
            let started = thread::Builder::new().name(self.name.to_string()).spawn(|| self.work_off());
            if let Err(error) = started {
                self.handle_no_thread(&error);
            }
        }
        Help { slot }
    }

    /// What a helper thread does.
    fn work_off(&self) {
        while let Some(job) = self.next_job() {
            if job.is_awaited() {
                job.run();
            }
        }
    }

    /// The next in the queue; when there is none, this thread counts no more.
    fn next_job(&self) -> Option<Box<dyn Job>> {
        let mut state = lock(&self.state);
        let job = state.queue.pop_front();
        state.threads -= usize::from(job.is_none());
        job
    }

    fn handle_no_thread(&self, error: &io::Error) {
        let mut state = lock(&self.state);
        state.threads -= 1;
        // Other threads, if there are any, come to the queue later.
        let left = if state.threads == 0 { core::mem::take(&mut state.queue) } else { VecDeque::new() };
        drop(state);
        left.into_iter().for_each(|job| job.refuse(error));
    }
}

impl fmt::Debug for Helpers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Helpers").field("name", &self.name).field("max", &self.max).finish_non_exhaustive()
    }
}

impl<T, F> Job for Work<F, T>
where
    T: Send,
    F: FnOnce() -> io::Result<T> + Send,
{
    fn is_awaited(&self) -> bool {
        Arc::strong_count(&self.slot) > 1
    }

    fn run(self: Box<Self>) {
        let Self { work, slot } = *self;
        let result = catch_unwind(AssertUnwindSafe(work));
        slot.put(result.unwrap_or_else(|_| Err(io::Error::other("it panicked"))));
    }

    fn refuse(self: Box<Self>, error: &io::Error) {
        self.slot.put(Err(io::Error::new(error.kind(), error.to_string())));
    }
}

impl<T> Help<T> {
    /// What needed no work after all.
    pub(crate) fn known(result: T) -> Self {
        Self { slot: Arc::new(Slot(Mutex::new(Outcome::Known(Some(Ok(result)))))) }
    }
}

impl<T> Slot<T> {
    fn put(&self, result: io::Result<T>) {
        let before = core::mem::replace(&mut *lock(&self.0), Outcome::Known(Some(result)));
        if let Outcome::Awaited(Some(waker)) = before {
            waker.wake();
        }
    }
}

impl<T> Future for Help<T> {
    type Output = io::Result<T>;

    /// # Panics
    /// It was ready before.
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut *lock(&self.slot.0) {
            Outcome::Known(result) => Poll::Ready(result.take().expect("polled after it was ready")),
            Outcome::Awaited(waker) => {
                *waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// Nothing of ours panics under these locks.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::super::park::wait;
    use super::*;
    use alloc::vec::Vec;
    use core::time::Duration;
    use std::sync::mpsc::{Receiver, channel};
    use std::time::Instant;

    fn result<T>(help: Help<T>) -> io::Result<T> {
        wait(help, Instant::now() + Duration::from_secs(20)).expect("it ends")
    }

    /// Work that lasts until something is sent or the sender is gone.
    fn stuck(until: Receiver<u32>) -> impl FnOnce() -> io::Result<u32> + Send {
        move || Ok(until.recv().unwrap_or(0))
    }

    #[test]
    fn work_is_done_one_after_the_other_by_few_threads() {
        static HELPERS: Helpers = Helpers::new("test", 2);
        let (senders, stuck_works): (Vec<_>, Vec<_>) = (0..2)
            .map(|_| {
                let (sender, receiver) = channel();
                (sender, HELPERS.run(stuck(receiver)))
            })
            .unzip();
        let behind = HELPERS.run(|| Ok(thread::current().name().map(ToString::to_string)));
        assert_eq!(lock(&HELPERS.state).threads, 2);
        for (number, sender) in (1..).zip(senders) {
            sender.send(number).unwrap();
        }
        let results: Vec<_> = stuck_works.into_iter().map(|work| result(work).unwrap()).collect();
        assert_eq!(results, [1, 2]);
        assert_eq!(result(behind).unwrap().as_deref(), Some("test"));
    }

    #[test]
    fn nobody_waits_longer_than_it_wants_and_what_is_not_awaited_is_not_kept() {
        static HELPERS: Helpers = Helpers::new("test", 1);
        let (sender, receiver) = channel();
        let first = HELPERS.run(stuck(receiver));
        for _ in 0..1_000 {
            assert!(wait(HELPERS.run(|| Ok(())), Instant::now()).is_none());
        }
        let state = lock(&HELPERS.state);
        assert!(state.threads == 1 && state.queue.len() <= 2, "{}", state.queue.len());
        drop(state);
        drop(sender);
        assert_eq!(result(first).unwrap(), 0);
    }

    #[test]
    fn a_panic_is_an_error_and_the_thread_goes_on() {
        static HELPERS: Helpers = Helpers::new("test", 1);
        let panicked = HELPERS.run(|| -> io::Result<()> { panic!("as a test wants it") });
        let next = HELPERS.run(|| Ok(1));
        assert_eq!(result(panicked).unwrap_err().to_string(), "it panicked");
        assert_eq!(result(next).unwrap(), 1);
    }
}
