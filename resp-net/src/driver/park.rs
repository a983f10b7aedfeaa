//! A thread that waits for a future as a task would.

use alloc::sync::Arc;
use alloc::task::Wake;
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::thread::{self, Thread};
use std::time::Instant;

std::thread_local! {
    /// Made once, so that a call allocates nothing.
    static WAKER: Waker = Waker::from(Arc::new(Parked(thread::current())));
}

/// What unparks this thread.
pub(crate) fn waker() -> Waker {
    // A thread that ends may still have something to say to a server.
    WAKER.try_with(Waker::clone).unwrap_or_else(|_| Waker::from(Arc::new(Parked(thread::current()))))
}

/// Blocks the thread until `future` is ready; none if that is not by `deadline`.
pub(crate) fn wait<F: Future>(future: F, deadline: Instant) -> Option<F::Output> {
    let waker = waker();
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Some(output);
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return None;
        }
        thread::park_timeout(left);
    }
}

/// Woken by being unparked.
struct Parked(Thread);

impl Wake for Parked {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.unpark();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::future::{pending, poll_fn};
    use core::time::Duration;

    #[test]
    fn it_ends_when_ready_or_late() {
        let mut polls = 0;
        let third = poll_fn(|context| {
            polls += 1;
            context.waker().wake_by_ref();
            if polls == 3 { Poll::Ready(polls) } else { Poll::Pending }
        });
        assert_eq!(wait(third, Instant::now() + Duration::from_secs(20)), Some(3));
        let late = Instant::now() + Duration::from_millis(10);
        assert_eq!(wait(pending::<()>(), late), None);
        assert!(Instant::now() >= late);
    }
}
