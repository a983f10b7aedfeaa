//! A timer that is more precise than tokio's, which counts milliseconds. It is
//! an event of the runtime like any other: an arrival waits for its turn as one
//! that comes from a socket does.

use core::time::Duration;
use std::io;
use std::time::Instant;

#[cfg(target_os = "linux")]
pub(super) use self::timer::Alarm;

#[cfg(not(target_os = "linux"))]
pub(super) use self::sleep::Alarm;

#[cfg(target_os = "linux")]
mod timer {
    use super::{Duration, Instant, io};
    use rustix::fd::OwnedFd;
    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    };
    use tokio::io::Interest;
    use tokio::io::unix::AsyncFd;

    /// A timer of the kernel.
    #[derive(Debug)]
    pub(in super::super) struct Alarm(AsyncFd<OwnedFd>);

    impl Alarm {
        /// For the runtime that this is called in.
        pub(in super::super) fn new() -> io::Result<Self> {
            let flags = TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC;
            let timer = timerfd_create(TimerfdClockId::Monotonic, flags)?;
            // An `OwnedFd` is the same file as long as it lives, which is what is deprecated
            // not to ask for; what asks for it is unsafe.
            #[allow(deprecated, reason = "its successor is unsafe, and this owns its file")]
            AsyncFd::with_interest(timer, Interest::READABLE).map(Self)
        }

        /// Waits until then; if it is past, others have a turn.
        pub(in super::super) async fn until(&self, time: Instant) -> io::Result<()> {
            let left = time.saturating_duration_since(Instant::now());
            if left.is_zero() {
                tokio::task::yield_now().await;
                return Ok(());
            }
            let once = Itimerspec { it_interval: timespec(Duration::ZERO), it_value: timespec(left) };
            timerfd_settime(self.0.get_ref(), TimerfdTimerFlags::empty(), &once)?;
            let mut expirations = [0; 8];
            self.0
                .async_io(Interest::READABLE, |timer| Ok(rustix::io::read(timer, &mut expirations)?))
                .await
                .map(drop)
        }
    }

    fn timespec(time: Duration) -> Timespec {
        Timespec { tv_sec: time.as_secs().cast_signed(), tv_nsec: time.subsec_nanos().into() }
    }
}

#[cfg(not(target_os = "linux"))]
mod sleep {
    use super::{Instant, io};

    /// tokio's timer: late by up to a millisecond, as the report says.
    #[derive(Debug)]
    pub(in super::super) struct Alarm;

    impl Alarm {
        /// For the runtime that this is called in.
        pub(in super::super) fn new() -> io::Result<Self> {
            Ok(Self)
        }

        /// Waits until then; if it is past, others have a turn.
        pub(in super::super) async fn until(&self, time: Instant) -> io::Result<()> {
            if time <= Instant::now() {
                tokio::task::yield_now().await;
            } else {
                tokio::time::sleep_until(time.into()).await;
            }
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn it_rings_at_its_time_again_and_again() {
        let alarm = Alarm::new().unwrap();
        for micros in [300, 0, 700] {
            let time = Instant::now() + Duration::from_micros(micros);
            alarm.until(time).await.unwrap();
            assert!(Instant::now() >= time);
        }
    }
}
