//! Who drives a shared connection at the moment.
//!
//! For the maintainer: no caller is ever left to wait while nobody drives.
//!
//! * A caller queues his request first (in the hub, under its lock), looks for
//!   the helm then, and parks only if somebody has it.
//! * Who leaves the helm looks, while he still holds the lock of the seat, in
//!   the hub for somebody who waits, whom he wakes. Whoever waits had queued his
//!   request before that look, and is found; or he queued it after it, and
//!   finds the helm free once he has that lock.
//! * Who is woken so and waits still takes the helm, or finds that somebody was
//!   faster, who has the same duty when he leaves.
//! * Who is woken so and waits no more had his answer from somebody who drove in
//!   the meantime, and has the duty; or his time was over, and who found that
//!   out looks again for somebody who waits ([`Helm::pass_on`]); or there is no
//!   connection any more, and nobody waits for a reply from it.
//! * An answer may come while its caller takes the helm. So he asks for it again
//!   before he sleeps there, where unparking him would not wake him.
//!
//! The watcher is a second guard: it takes a helm that nobody had for a while.
//! While there are subscribers it takes it as soon as it is free, and does not
//! leave it: so who waits for the server to confirm a subscription may be woken
//! to take the helm, and need not.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::task::{Poll, Waker};
use core::time::Duration;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

use super::reader::{Ended, Reader};
use super::{FAR, Stream};
use crate::driver::call::{Answer, CallState, Repeatable};
use crate::driver::hub::Hub;
use crate::driver::park;
use crate::error::{Error, LostReason};

/// Time for which nobody drives after which the watcher does.
const UNATTENDED: Duration = Duration::from_millis(50);

/// How often a caller lets other threads run before he parks, where many call:
/// by then his reply is mostly there, and nobody need wake him. At 64 threads on
/// two cores that took half the processor's time off a call and made twice as
/// many of them in a second; at four threads or fewer it would cost more than
/// it saves.
const YIELDS: u32 = 3;

/// A shared connection and who drives it.
#[derive(Debug)]
pub(crate) struct Helm {
    hub: Arc<Hub<Stream>>,
    seat: Mutex<Seat>,
    /// Where the watcher rests.
    watcher: Condvar,
}

#[derive(Debug)]
struct Seat {
    /// Absent while somebody drives, and while there is no connection.
    reader: Option<Reader>,
    /// The connection is over; the reader is the watcher's.
    ended: bool,
    /// How often somebody left the helm.
    turns: u64,
    /// The watcher wants to be told when it is free.
    is_awaited: bool,
    /// The watcher is to look after the connection at once, and not to leave it.
    is_closing: bool,
}

impl Helm {
    pub(super) const fn new(hub: Arc<Hub<Stream>>) -> Self {
        let seat = Seat { reader: None, ended: false, turns: 0, is_awaited: false, is_closing: false };
        Self { hub, seat: Mutex::new(seat), watcher: Condvar::new() }
    }

    pub(crate) const fn hub(&self) -> &Arc<Hub<Stream>> {
        &self.hub
    }

    // ---- for callers ---------------------------------------------------------

    /// Makes a call and waits for its outcome.
    #[inline]
    pub(crate) fn call(
        &self,
        call: &mut CallState,
        request: &impl Repeatable,
        timeout: Option<Duration>,
    ) -> Result<Answer, Error> {
        let waker = park::waker();
        let mut yields = 0;
        loop {
            if let Poll::Ready(outcome) = call.poll(&self.hub, request, timeout, &waker) {
                return outcome;
            }
            if let Some(mut post) = self.take() {
                loop {
                    if let Poll::Ready(outcome) = call.poll(&self.hub, request, timeout, &waker) {
                        return outcome;
                    }
                    if post.turn(&waker).is_err() {
                        break;
                    }
                }
            } else if yields < YIELDS && self.hub.is_crowded() {
                yields += 1;
                thread::yield_now();
            } else {
                self.park(call.deadline());
            }
        }
    }

    /// Takes the helm, if nobody has it.
    #[inline]
    fn take(&self) -> Option<Post<'_>> {
        let mut seat = self.lock();
        if seat.ended {
            return None;
        }
        seat.reader.take().map(|reader| Post { helm: self, reader: Some(reader), ended: false })
    }

    /// Leaves the helm to who waits, or to the watcher if the connection is over.
    #[inline]
    pub(super) fn leave(&self, mut reader: Reader, ended: bool) {
        reader.end_of_watch();
        let mut seat = self.lock();
        // Nobody finds it free before the hub was looked at, and those who
        // queue after that look find it free.
        let next = if ended { None } else { self.hub.leave() };
        (seat.reader, seat.ended) = (Some(reader), ended);
        seat.turns += 1;
        let is_awaited = core::mem::take(&mut seat.is_awaited);
        drop(seat);
        if is_awaited || ended {
            self.watcher.notify_one();
        }
        if let Some(next) = next {
            next.wake();
        }
    }

    /// Waits to be woken, or until the time of a call is over, whose outcome
    /// the hub then knows.
    fn park(&self, deadline: u64) {
        if park_until(&self.hub, deadline) {
            self.pass_on();
        }
    }

    /// The time of a call is over, who may have been woken to take the helm;
    /// somebody else is, then.
    #[cold]
    fn pass_on(&self) {
        let is_free = {
            let seat = self.lock();
            seat.reader.is_some() && !seat.ended
        };
        if is_free && let Some(next) = self.hub.last_waiting() {
            next.wake();
        }
    }

    /// Waits for the first attempt to connect.
    pub(crate) fn wait_until_connected(&self) -> Result<(), LostReason> {
        let connected = core::future::poll_fn(|context| self.hub.poll_connected(context.waker()));
        park::wait(connected, Instant::now() + FAR).unwrap_or(Err(LostReason::ConnectTimeout))
    }

    /// There are subscribers: the watcher takes the helm.
    pub(crate) fn call_watcher(&self) {
        // Under the lock, so that it does not begin to rest just now.
        let _seat = self.lock();
        self.watcher.notify_one();
    }

    /// Takes no further calls, waits at most `drain` for those under way, and
    /// ends the connection.
    pub(crate) fn close(&self, drain: Duration) {
        self.hub.drain();
        self.summon();
        let now = Instant::now();
        let closed = || core::future::poll_fn(|context| self.hub.poll_closed(context.waker()));
        if park::wait(closed(), now.checked_add(drain).unwrap_or(now + FAR)).is_none() {
            self.abandon();
            park::wait(closed(), Instant::now() + FAR);
        }
    }

    /// Ends the connection, and with it all calls.
    pub(crate) fn abandon(&self) {
        self.hub.abandon();
        self.summon();
    }

    /// Has the watcher look after a connection that is to end.
    fn summon(&self) {
        self.lock().is_closing = true;
        self.watcher.notify_one();
    }

    // ---- for the watcher -----------------------------------------------------

    /// Rests until nobody has driven for a while, the connection is over or it
    /// is to end; then the reader is the watcher's.
    pub(super) fn rest(&self) -> Reader {
        let mut seat = self.lock();
        let mut seen = None;
        loop {
            if seat.reader.is_none() {
                seat.is_awaited = true;
                seat = self.watcher.wait(seat).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let is_unattended = seen.replace(seat.turns) == Some(seat.turns);
            if (is_unattended || seat.ended || seat.is_closing || self.is_watched())
                && let Some(reader) = seat.reader.take()
            {
                seat.ended = false;
                return reader;
            }
            let rested = self.watcher.wait_timeout(seat, UNATTENDED);
            seat = rested.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Waits, unless the client is to end; true if it is.
    pub(super) fn pause(&self, time: Duration) -> bool {
        let unwanted = core::future::poll_fn(|context| self.hub.poll_unwanted(context.waker()));
        park::wait(unwanted, Instant::now() + time.min(FAR)).is_some()
    }

    /// Whether the watcher is to keep the helm.
    pub(super) fn is_watched(&self) -> bool {
        self.hub.feed().has_subscribers()
    }

    /// No code that could panic runs under the lock.
    fn lock(&self) -> MutexGuard<'_, Seat> {
        self.seat.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Waits to be woken, or until the time of a call is over: then it fails all
/// calls whose time is, and yields true.
pub(crate) fn park_until(hub: &Hub<Stream>, deadline: u64) -> bool {
    if deadline == u64::MAX {
        thread::park();
        return false;
    }
    let left = deadline.saturating_sub(hub.now());
    if left > 0 {
        thread::park_timeout(Duration::from_nanos(left));
        return false;
    }
    let mut wakers = Vec::new();
    hub.handle_deadlines(&mut wakers);
    wakers.drain(..).for_each(Waker::wake);
    true
}

/// The helm in the hands of a caller, who leaves it when this is dropped,
/// whatever ends his call.
struct Post<'a> {
    helm: &'a Helm,
    /// Always there until it is dropped.
    reader: Option<Reader>,
    ended: bool,
}

impl Post<'_> {
    #[inline]
    fn turn(&mut self, own: &Waker) -> Result<(), Ended> {
        let turned = self.reader.as_mut().map_or(Err(Ended), |reader| reader.turn(&self.helm.hub, own));
        self.ended = turned.is_err();
        turned
    }
}

impl Drop for Post<'_> {
    #[inline]
    fn drop(&mut self) {
        if let Some(reader) = self.reader.take() {
            self.helm.leave(reader, self.ended);
        }
    }
}
