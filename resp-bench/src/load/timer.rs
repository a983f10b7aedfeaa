//! Wakes an event loop at a time. What a poll waits for is whole milliseconds,
//! which is much where 20,000 requests a second are due; a timer of the system
//! is exact to some microseconds.

use core::time::Duration;
use mio::Registry;
use std::io;

/// A timer in an event loop. Where the system has none, or for shorter times
/// than it can tell, the loop asks again and again until it is time.
#[derive(Debug)]
pub(super) struct Timer {
    #[cfg(target_os = "linux")]
    file: std::os::fd::OwnedFd,
}

/// Shorter waits take longer to ask for than to sit out.
const LEAST: Duration = Duration::from_micros(20);
/// Coarser than the system counts, a wait is left to the poll itself.
#[cfg(not(target_os = "linux"))]
const TICK: Duration = Duration::from_millis(1);

#[cfg(target_os = "linux")]
impl Timer {
    /// With this token in the events of the loop.
    pub(super) fn new(registry: &Registry, token: mio::Token) -> io::Result<Self> {
        use rustix::time::{TimerfdClockId, TimerfdFlags, timerfd_create};
        use std::os::fd::AsRawFd;

        let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
        let file = timerfd_create(TimerfdClockId::Monotonic, flags)?;
        registry.register(&mut mio::unix::SourceFd(&file.as_raw_fd()), token, mio::Interest::READABLE)?;
        Ok(Self { file })
    }

    /// How long the poll may wait, which this wakes after `wait` at the latest.
    pub(super) fn set(&self, wait: Duration, most: Duration) -> io::Result<Duration> {
        use rustix::time::{Itimerspec, TimerfdTimerFlags, Timespec, timerfd_settime};

        if wait < LEAST {
            return Ok(Duration::ZERO);
        }
        if wait < most {
            let never = Timespec { tv_sec: 0, tv_nsec: 0 };
            let at = Timespec {
                tv_sec: i64::try_from(wait.as_secs()).unwrap_or(i64::MAX),
                tv_nsec: wait.subsec_nanos().into(),
            };
            let spec = Itimerspec { it_interval: never, it_value: at };
            timerfd_settime(&self.file, TimerfdTimerFlags::empty(), &spec)?;
        }
        Ok(most)
    }
}

#[cfg(not(target_os = "linux"))]
impl Timer {
    /// Nothing is needed.
    pub(super) fn new(_: &Registry, _: mio::Token) -> io::Result<Self> {
        Ok(Self {})
    }

    /// How long the poll may wait.
    pub(super) fn set(&self, wait: Duration, most: Duration) -> io::Result<Duration> {
        Ok(if wait < TICK.max(LEAST) { Duration::ZERO } else { (wait - TICK).min(most) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mio::{Events, Poll, Token};
    use std::time::Instant;

    #[test]
    fn it_wakes_again_and_again_without_being_read() {
        let mut poll = Poll::new().unwrap();
        let timer = Timer::new(poll.registry(), Token(7)).unwrap();
        let mut events = Events::with_capacity(4);
        for _ in 0..3 {
            let (started, wait) = (Instant::now(), Duration::from_millis(3));
            while started.elapsed() < wait {
                let left = wait - started.elapsed();
                let most = timer.set(left, Duration::from_secs(60)).unwrap();
                poll.poll(&mut events, Some(most)).unwrap();
            }
            // Else it would have been the poll's own time.
            assert!(started.elapsed() < Duration::from_secs(30));
        }
        assert_eq!(timer.set(Duration::ZERO, Duration::from_secs(60)).unwrap(), Duration::ZERO);
    }
}
