//! The pool told the time, with numbers for connections.

use alloc::format;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::task::Wake;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use core::task::{Poll, Waker};
use core::time::Duration;

use super::*;
use crate::error::LostReason;

/// Counts how often it is woken.
#[derive(Default)]
struct Bell(AtomicUsize);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, SeqCst);
    }
}

/// A pool, its keeper, and a clock.
struct Rig {
    state: State<u32>,
    keeper: Arc<Bell>,
    /// When the keeper wakes by itself.
    alarm: Option<u64>,
    /// Attempts under way, by their beginning.
    attempts: Vec<u64>,
    /// Connections closed, in order.
    closed: Vec<u32>,
    made: u32,
    now: u64,
}

const SECOND: u64 = 1_000_000_000;

fn small() -> Settings {
    Settings { max_size: 2, max_connecting: 2, idle_timeout: None, max_lifetime: None, ..Settings::DEFAULT }
}

impl Rig {
    fn new(settings: Settings) -> Self {
        settings.check().unwrap();
        let mut state = State::new(settings, 7);
        assert!(state.needs_keeper() && !state.needs_keeper());
        let mut rig = Self {
            state,
            keeper: Arc::default(),
            alarm: None,
            attempts: Vec::new(),
            closed: Vec::new(),
            made: 0,
            now: SECOND,
        };
        rig.keep();
        rig
    }

    /// The keeper does all that there is to do: whether the pool goes on.
    fn keep(&mut self) -> bool {
        let waker = Waker::from(Arc::clone(&self.keeper));
        loop {
            match self.state.next_chore(&waker, self.now) {
                Chore::Connect => self.attempts.push(self.now),
                Chore::Close(connection) => self.closed.push(connection),
                Chore::Sleep(until) => {
                    self.alarm = until;
                    return true;
                }
                Chore::End => return false,
            }
        }
    }

    fn calls_of_keeper(&self) -> usize {
        self.keeper.0.load(SeqCst)
    }

    fn finish(&mut self, after: After<u32>) {
        self.closed.extend(&after.dropped);
        after.finish();
    }

    /// An attempt to connect ends well.
    fn connect(&mut self) {
        self.made += 1;
        self.end_attempt(Ok(self.made));
    }

    fn end_attempt(&mut self, result: Result<u32, Error>) {
        let since = self.attempts.remove(0);
        let after = self.state.connected(result, since, self.now);
        self.finish(after);
        self.keep();
    }

    /// Takes one that is idle.
    fn lent(&mut self) -> Lent<u32> {
        match self.state.take(&mut None, Waker::noop(), self.now) {
            (Taken::Lent(lent), _) => lent,
            (other, _) => panic!("{other:?}"),
        }
    }

    /// Waits in the queue, as there is none.
    fn queue(&mut self) -> (Ticket, Arc<Bell>) {
        let (mut ticket, bell) = (None, Arc::<Bell>::default());
        let (taken, after) = self.state.take(&mut ticket, &Waker::from(Arc::clone(&bell)), self.now);
        assert!(matches!(taken, Taken::Wait), "{taken:?}");
        self.finish(after);
        self.keep();
        (ticket.unwrap(), bell)
    }

    /// A new connection, lent at once.
    fn new_lent(&mut self) -> Lent<u32> {
        let (ticket, _) = self.queue();
        self.connect();
        self.fetched(ticket).unwrap()
    }

    fn fetched(&mut self, ticket: Ticket) -> Result<Lent<u32>, Error> {
        match self.state.fetch(ticket, Waker::noop()) {
            Poll::Ready(result) => result,
            Poll::Pending => panic!("nothing was granted"),
        }
    }

    fn put_back(&mut self, lent: Lent<u32>) {
        let after = self.state.put_back(lent, self.now);
        self.finish(after);
    }

    /// The keeper sleeps until it has something to do.
    fn sleep(&mut self) {
        self.now = self.alarm.expect("it has something to do");
        self.keep();
    }

    fn counts(&self) -> (usize, usize, usize, usize) {
        let metrics = self.state.metrics();
        (metrics.idle, metrics.active, metrics.connecting, metrics.waiting)
    }
}

fn down() -> Error {
    Error::Connect(LostReason::ConnectTimeout)
}

#[test]
fn it_grows_by_one_for_each_who_waits_up_to_its_limits() {
    let mut rig = Rig::new(Settings { max_size: 3, ..small() });
    assert_eq!((rig.counts(), rig.alarm), ((0, 0, 0, 0), None));
    let tickets: Vec<_> = (0..5).map(|_| rig.queue().0).collect();
    assert_eq!(rig.counts(), (0, 0, 2, 5), "two at a time");
    rig.connect();
    assert_eq!(rig.counts(), (0, 1, 2, 4));
    rig.connect();
    rig.connect();
    assert_eq!(rig.counts(), (0, 3, 0, 2), "three in all");
    let lent: Vec<_> = tickets[..3].iter().map(|ticket| rig.fetched(*ticket).unwrap()).collect();
    assert_eq!(lent.iter().map(|lent| lent.connection).collect::<Vec<_>>(), [1, 2, 3]);
    for lent in lent {
        rig.put_back(lent);
    }
    assert_eq!(rig.counts(), (1, 2, 0, 0));
    assert_eq!(rig.fetched(tickets[3]).unwrap().connection, 1);
    assert_eq!(rig.fetched(tickets[4]).unwrap().connection, 2);
    assert_eq!(rig.lent().connection, 3);
}

#[test]
fn what_comes_back_goes_to_whoever_waits_longest_and_to_nobody_else() {
    let mut rig = Rig::new(Settings { max_size: 1, ..small() });
    let lent = rig.new_lent();
    let (first, first_bell) = rig.queue();
    let (second, second_bell) = rig.queue();
    rig.put_back(lent);
    assert_eq!((first_bell.0.load(SeqCst), second_bell.0.load(SeqCst)), (1, 0));
    // Who comes before it is fetched does not get it.
    let (third, _) = rig.queue();
    assert!(rig.state.fetch(second, Waker::noop()).is_pending());
    let lent = rig.fetched(first).unwrap();
    rig.put_back(lent);
    let lent = rig.fetched(second).unwrap();
    rig.put_back(lent);
    assert_eq!(rig.fetched(third).unwrap().connection, 1);
}

#[test]
fn who_gives_up_leaves_no_hole() {
    let mut rig = Rig::new(Settings { max_size: 1, ..small() });
    let lent = rig.new_lent();
    let tickets: Vec<_> = (0..4).map(|_| rig.queue().0).collect();
    let give_up = |rig: &mut Rig, ticket| {
        let after = rig.state.give_up(ticket, rig.now);
        rig.finish(after);
    };
    give_up(&mut rig, tickets[1]);
    rig.put_back(lent);
    // It has been granted, and is passed on past the one who left.
    give_up(&mut rig, tickets[0]);
    assert_eq!(rig.counts(), (0, 1, 0, 1));
    give_up(&mut rig, tickets[2]);
    give_up(&mut rig, tickets[3]);
    assert_eq!(rig.counts(), (1, 0, 0, 0));
    assert_eq!(rig.lent().connection, 1);
}

#[test]
fn who_gets_a_dead_connection_keeps_the_place() {
    let mut rig = Rig::new(Settings { max_size: 1, ..small() });
    let lent = rig.new_lent();
    rig.put_back(lent);
    let mut ticket = None;
    let (taken, _) = rig.state.take(&mut ticket, Waker::noop(), rig.now);
    let Taken::Lent(dead) = taken else { panic!("{taken:?}") };
    let (later, _) = rig.queue();
    let after = rig.state.discard(dead, ClosedBy::Lost);
    rig.finish(after);
    let (taken, after) = rig.state.take(&mut ticket, Waker::noop(), rig.now);
    assert!(matches!(taken, Taken::Wait), "{taken:?}");
    rig.finish(after);
    rig.keep();
    rig.connect();
    assert!(rig.state.fetch(later, Waker::noop()).is_pending());
    assert_eq!(rig.fetched(ticket.unwrap()).unwrap().connection, 2);
    assert_eq!(rig.state.metrics().closed(ClosedBy::Lost), 1);
}

#[test]
fn only_so_many_may_wait() {
    let mut rig = Rig::new(Settings { max_waiting: 2, ..small() });
    let (first, _) = rig.queue();
    rig.queue();
    let (refused, _) = rig.state.take(&mut None, Waker::noop(), rig.now);
    assert!(matches!(refused, Taken::Refused(Error::Overloaded)), "{refused:?}");
    let after = rig.state.give_up(first, rig.now);
    rig.finish(after);
    rig.queue();
    assert_eq!(rig.state.metrics().overloads, 1);
}

#[test]
fn failed_attempts_are_told_when_nothing_else_can_help() {
    let mut rig = Rig::new(small());
    let lent = rig.new_lent();
    let came = rig.now;
    let (waiting, bell) = rig.queue();
    rig.now += SECOND;
    rig.end_attempt(Err(down()));
    assert_eq!((bell.0.load(SeqCst), rig.counts()), (0, (0, 1, 0, 1)), "one may still come back");
    // It tries again after a pause that doubles, up to a limit.
    let mut pauses = Vec::new();
    for _ in 0..10 {
        let before = rig.now;
        rig.sleep();
        pauses.push(rig.now - before);
        assert_eq!(rig.counts(), (0, 1, 1, 1));
        rig.end_attempt(Err(down()));
    }
    assert!((5_000_000..=10_000_000).contains(&pauses[0]), "{pauses:?}");
    assert!((10_000_000..=20_000_000).contains(&pauses[1]), "{pauses:?}");
    assert!(pauses[8..].iter().all(|pause| (250_000_000..=500_000_000).contains(pause)), "{pauses:?}");
    // Whose time is over learns why, unless it failed before.
    assert!(matches!(rig.state.timed_out(came), Error::Connect(_)));
    assert!(matches!(rig.state.timed_out(rig.now + 1), Error::PoolTimeout));
    // The last one is lost: nothing can come back, and all are told.
    let after = rig.state.discard(lent, ClosedBy::Lost);
    rig.finish(after);
    rig.sleep();
    rig.end_attempt(Err(down()));
    assert!(matches!(rig.fetched(waiting), Err(Error::Connect(_))));
    assert_eq!((rig.counts(), rig.state.metrics().failed), ((0, 0, 0, 0), 12));
    // A success ends the pauses.
    let (ticket, _) = rig.queue();
    rig.sleep();
    rig.connect();
    let lent = rig.fetched(ticket).unwrap();
    rig.queue();
    assert_eq!(rig.counts(), (0, 1, 1, 1));
    rig.put_back(lent);
}

#[test]
fn the_smallest_size_is_made_and_kept() {
    let mut rig = Rig::new(Settings { min_size: 2, max_size: 4, ..small() });
    assert_eq!(rig.counts(), (0, 0, 2, 0));
    assert!(rig.state.poll_warm(0, Waker::noop()).is_pending());
    rig.connect();
    assert!(rig.state.poll_warm(0, Waker::noop()).is_pending());
    rig.connect();
    assert!(matches!(rig.state.poll_warm(0, Waker::noop()), Poll::Ready(Ok(()))));
    let lent = rig.lent();
    let after = rig.state.discard(lent, ClosedBy::Dirty);
    rig.finish(after);
    assert_eq!(rig.calls_of_keeper(), 1);
    rig.keep();
    assert_eq!(rig.counts(), (1, 0, 1, 0));
    let failed = rig.state.failed();
    rig.end_attempt(Err(down()));
    assert!(matches!(rig.state.poll_warm(failed, Waker::noop()), Poll::Ready(Err(Error::Connect(_)))));
    rig.sleep();
    rig.connect();
    assert_eq!(rig.counts(), (2, 0, 0, 0));
}

#[test]
fn what_nobody_needs_is_closed_down_to_the_smallest_size() {
    let settings = Settings { min_size: 1, max_size: 4, max_connecting: 4, ..small() };
    let mut rig = Rig::new(Settings { idle_timeout: Some(10 * SECOND), ..settings });
    rig.connect();
    assert_eq!((rig.alarm, rig.calls_of_keeper()), (None, 0), "nothing to do");
    let first = rig.lent();
    let others: Vec<_> = (0..3).map(|_| rig.new_lent()).collect();
    rig.put_back(first);
    rig.keep();
    let due = rig.now + 10 * SECOND;
    assert_eq!(rig.alarm, Some(due));
    let calls = rig.calls_of_keeper();
    for lent in others {
        rig.now += SECOND;
        rig.put_back(lent);
    }
    for _ in 0..100 {
        let lent = rig.lent();
        rig.put_back(lent);
    }
    assert_eq!(rig.calls_of_keeper(), calls, "it sleeps while connections come and go");
    // The one idle for longest first; the last one stays.
    let mut closed_at = Vec::new();
    while rig.alarm.is_some() {
        rig.sleep();
        closed_at.push(rig.now - due);
    }
    assert_eq!((&*closed_at, &*rig.closed), (&[0, SECOND, 2 * SECOND][..], &[1, 2, 3][..]));
    assert_eq!(rig.counts(), (1, 0, 0, 0));
    assert_eq!(rig.state.metrics().closed(ClosedBy::Idle), 3);
}

#[test]
fn lifetimes_end_a_tenth_earlier_or_later() {
    const LIFETIME: u64 = 100 * SECOND;
    let mut rig =
        Rig::new(Settings { max_size: 200, max_connecting: 200, max_lifetime: Some(LIFETIME), ..small() });
    let born = rig.now;
    let mut lent: Vec<_> = (0..200).map(|_| rig.new_lent()).collect();
    let ends: Vec<_> = lent.iter().map(|lent| lent.expires_at - born).collect();
    assert!(ends.iter().all(|end| (90 * SECOND..=110 * SECOND).contains(end)), "{ends:?}");
    assert!(ends.iter().any(|end| *end < 92 * SECOND) && ends.iter().any(|end| *end > 108 * SECOND));
    // One is too old when it comes back, one when it is to be lent, others while they are idle.
    lent.sort_by_key(|lent| lent.expires_at);
    let (late, oldest) = (lent.pop().unwrap(), lent.remove(0));
    rig.now = oldest.expires_at;
    let number = oldest.connection;
    rig.put_back(oldest);
    assert_eq!(rig.closed, [number]);
    for lent in lent {
        rig.put_back(lent);
    }
    rig.keep();
    for _ in 0..2 {
        rig.sleep();
    }
    assert_eq!(rig.closed.len(), 3);
    rig.put_back(late);
    rig.now = born + 111 * SECOND;
    let (taken, _) = rig.state.take(&mut None, Waker::noop(), rig.now);
    assert!(matches!(taken, Taken::Expired(_)), "{taken:?}");
    rig.keep();
    assert_eq!((rig.counts(), rig.state.metrics().closed(ClosedBy::Lifetime)), ((0, 0, 0, 0), 200));
}

#[test]
fn one_idle_for_long_is_tested_and_others_go_with_it() {
    let mut rig = Rig::new(Settings { test_after_idle: Some(5 * SECOND), max_size: 3, ..small() });
    let lent: Vec<_> = (0..3).map(|_| rig.new_lent()).collect();
    let mut lent = lent.into_iter();
    rig.put_back(lent.next().unwrap());
    rig.put_back(lent.next().unwrap());
    rig.now += 5 * SECOND - 1;
    rig.put_back(lent.next().unwrap());
    let fresh = rig.lent();
    assert!(!fresh.is_stale);
    rig.now += 1;
    let stale = rig.lent();
    assert!(stale.is_stale);
    rig.put_back(fresh);
    let after = rig.state.discard(stale, ClosedBy::Test);
    rig.finish(after);
    let after = rig.state.drop_stale(rig.now);
    rig.finish(after);
    assert_eq!((&*rig.closed, rig.counts()), (&[2, 1][..], (1, 0, 0, 0)));
    assert_eq!(rig.state.metrics().closed(ClosedBy::Test), 2);
    assert!(!rig.lent().is_stale);
}

#[test]
fn closed_it_refuses_and_takes_nothing_back() {
    let mut rig = Rig::new(small());
    let (one, two) = (rig.new_lent(), rig.new_lent());
    rig.put_back(one);
    let three = rig.lent();
    let (waiting, bell) = rig.queue();
    for _ in 0..2 {
        let after = rig.state.close();
        rig.finish(after);
        assert_eq!(bell.0.load(SeqCst), 1);
    }
    assert!(matches!(rig.fetched(waiting), Err(Error::Closed)));
    rig.put_back(two);
    rig.put_back(three);
    let (refused, _) = rig.state.take(&mut None, Waker::noop(), rig.now);
    assert!(matches!(refused, Taken::Refused(Error::Closed)), "{refused:?}");
    assert!(matches!(rig.state.poll_warm(0, Waker::noop()), Poll::Ready(Err(Error::Closed))));
    assert_eq!((&*rig.closed, rig.state.metrics().closed(ClosedBy::Pool)), (&[2, 1][..], 2));
    assert!(!rig.keep(), "the keeper ends");
    assert!(!rig.state.needs_keeper());
}

#[test]
fn what_was_granted_before_it_closed_is_closed_if_nobody_fetches_it() {
    let mut rig = Rig::new(small());
    let (ticket, _) = rig.queue();
    rig.connect();
    let after = rig.state.close();
    rig.finish(after);
    let after = rig.state.give_up(ticket, rig.now);
    rig.finish(after);
    assert_eq!((&*rig.closed, rig.counts()), (&[1][..], (0, 0, 0, 0)));
}

#[test]
fn a_connection_made_for_a_closed_pool_is_closed() {
    let mut rig = Rig::new(small());
    rig.queue();
    let after = rig.state.close();
    rig.finish(after);
    let after = rig.state.connected(Ok(1), rig.now, rig.now);
    rig.finish(after);
    assert_eq!((&*rig.closed, rig.counts()), (&[1][..], (0, 0, 0, 0)));
}

#[test]
fn another_keeper_takes_over() {
    let mut rig = Rig::new(small());
    let (ticket, bell) = rig.queue();
    let after = rig.state.keeper_gone();
    rig.finish(after);
    assert_eq!(bell.0.load(SeqCst), 1);
    assert!(rig.state.fetch(ticket, Waker::noop()).is_pending());
    assert!(rig.state.needs_keeper());
    rig.attempts.clear();
    rig.keep();
    rig.connect();
    assert_eq!(rig.fetched(ticket).unwrap().connection, 1);
}

/// Whatever happens in whatever order: the numbers add up, nobody waits while
/// one is idle, and in the end all are served.
/// Attempts that threads make end while the keeper sleeps.
#[test]
fn the_end_of_an_attempt_wakes_the_keeper_if_another_is_due() {
    let mut rig = Rig::new(Settings { max_connecting: 1, ..small() });
    let _queue = [rig.queue(), rig.queue()];
    assert_eq!((rig.attempts.len(), rig.calls_of_keeper()), (1, 1), "it waits for its end");
    let after = rig.state.connected(Ok(1), rig.attempts.remove(0), rig.now);
    after.finish();
    assert_eq!(rig.calls_of_keeper(), 2);
    rig.keep();
    let after = rig.state.connected(Ok(2), rig.attempts.remove(0), rig.now);
    after.finish();
    assert_eq!((rig.calls_of_keeper(), rig.counts()), (2, (0, 2, 0, 0)), "there is nothing to do");
}

#[test]
fn without_a_keeper_nobody_waits_in_vain() {
    let mut state = State::<u32>::new(small(), 7);
    let mut ticket = None;
    assert!(state.needs_keeper());
    let (taken, after) = state.take(&mut ticket, Waker::noop(), SECOND);
    after.finish();
    assert!(matches!(taken, Taken::Wait), "{taken:?}");
    state.keeper_refused(&down(), SECOND).finish();
    let fetched = state.fetch(ticket.unwrap(), Waker::noop());
    assert!(matches!(fetched, Poll::Ready(Err(Error::Connect(_)))), "{fetched:?}");
    assert!(state.needs_keeper(), "the next caller tries again");
}

#[test]
fn any_order_of_events_loses_nothing() {
    for seed in 0..200_u64 {
        let mut rig = Rig::new(Settings {
            min_size: 1,
            max_size: 3,
            idle_timeout: Some(3 * SECOND),
            max_lifetime: Some(20 * SECOND),
            ..small()
        });
        let mut random = State::<u32>::new(small(), seed * 2 + 1);
        let (mut lent, mut tickets) = (Vec::new(), Vec::new());
        for _ in 0..300 {
            rig.now += random.random_below(SECOND);
            match random.random_below(8) {
                0 | 1 => {
                    let mut ticket = None;
                    match rig.state.take(&mut ticket, Waker::noop(), rig.now) {
                        (Taken::Lent(taken), _) => lent.push(taken),
                        (Taken::Expired(connection), after) => {
                            rig.closed.push(connection);
                            rig.finish(after);
                        }
                        (Taken::Wait, after) => {
                            rig.finish(after);
                            tickets.push(ticket.unwrap());
                        }
                        (refused @ Taken::Refused(_), _) => panic!("{refused:?}"),
                    }
                }
                2 if !tickets.is_empty() => {
                    let ticket = tickets.remove(tickets.len() / 2);
                    let after = rig.state.give_up(ticket, rig.now);
                    rig.finish(after);
                }
                3 | 4 if !lent.is_empty() => {
                    let back = lent.remove(0);
                    rig.put_back(back);
                }
                5 if !lent.is_empty() => {
                    let dead = lent.remove(0);
                    let after = rig.state.discard(dead, ClosedBy::Lost);
                    rig.finish(after);
                }
                6 if !rig.attempts.is_empty() => rig.connect(),
                7 if !rig.attempts.is_empty() => rig.end_attempt(Err(down())),
                _ => assert!(rig.keep()),
            }
            tickets.retain(|ticket| match rig.state.fetch(*ticket, Waker::noop()) {
                Poll::Ready(result) => {
                    lent.extend(result.ok());
                    false
                }
                Poll::Pending => true,
            });
            let (idle, active, connecting, waiting) = rig.counts();
            assert_eq!((active, waiting), (lent.len(), tickets.len()), "seed {seed}");
            assert!(idle + active + connecting <= 3 && connecting <= 2, "seed {seed}: {:?}", rig.counts());
            assert!(idle == 0 || waiting == 0, "seed {seed}: {:?}", rig.counts());
            assert_eq!(rig.made as usize, rig.closed.len() + idle + active, "seed {seed}");
        }
        // From now on all goes well.
        while !tickets.is_empty() || rig.state.size() == 0 {
            rig.now += SECOND;
            while let Some(back) = lent.pop() {
                rig.put_back(back);
            }
            rig.keep();
            while !rig.attempts.is_empty() {
                rig.connect();
            }
            tickets.retain(|ticket| match rig.state.fetch(*ticket, Waker::noop()) {
                Poll::Ready(result) => {
                    lent.push(result.unwrap());
                    false
                }
                Poll::Pending => true,
            });
        }
    }
}

#[test]
fn settings_that_cannot_be_meant_are_refused_by_name() {
    let good = &Settings::DEFAULT;
    for (settings, text) in [
        (Settings { max_size: 0, ..good.clone() }, "invalid setting max_size: it must not be zero"),
        (
            Settings { max_size: 1, min_size: 2, ..good.clone() },
            "invalid setting max_size: it must not be less than min_size",
        ),
        (
            Settings { max_connecting: 0, ..good.clone() },
            "invalid setting max_connecting: it must not be zero",
        ),
        (Settings { max_waiting: 0, ..good.clone() }, "invalid setting max_waiting: it must not be zero"),
        (
            Settings { acquire_timeout: Duration::ZERO, ..good.clone() },
            "invalid setting acquire_timeout: it must not be zero",
        ),
        (
            Settings { idle_timeout: Some(0), ..good.clone() },
            "invalid setting idle_timeout: it must not be zero",
        ),
        (
            Settings { max_lifetime: Some(0), ..good.clone() },
            "invalid setting max_lifetime: it must not be zero",
        ),
        (
            Settings { test_after_idle: Some(0), ..good.clone() },
            "invalid setting test_after_idle: it must not be zero",
        ),
    ] {
        assert_eq!(settings.check().unwrap_err().to_string(), text);
    }
    assert!(good.check().is_ok());
    for settings in [
        Settings { max_size: 1, min_size: 1, ..good.clone() },
        Settings { acquire_timeout: Duration::MAX, max_lifetime: Some(nanos(Duration::MAX)), ..good.clone() },
    ] {
        assert!(settings.check().is_ok());
        assert!(!format!("{:?}", Rig::new(settings).counts()).is_empty());
    }
}
