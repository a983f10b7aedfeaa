//! Which address to try when: a race between the addresses of a name, as
//! RFC 8305, "Happy Eyeballs Version 2", runs it.
//!
//! An address that does not answer must not use up the time that the next one
//! needs. So attempts start one after the other, at most [`STAGGER`] apart, and
//! go on side by side; the first that connects wins.

use alloc::vec::Vec;
use core::net::SocketAddr;
use std::io;

use crate::error::LostReason;

/// Time in nanoseconds from one attempt to the next while none has failed;
/// RFC 8305, section 5, recommends 250 ms.
const STAGGER: u64 = 250_000_000;

/// How many addresses of a name are tried; names of attackers may have more.
const MAX_ADDRESSES: usize = 16;

/// The race, told the time and what became of its attempts. It ends with the
/// first attempt that connects, which drops it.
#[derive(Debug)]
pub(crate) struct Dial {
    /// Still to be tried, in reverse order.
    addresses: Vec<SocketAddr>,
    under_way: usize,
    /// When the next attempt starts, whatever becomes of the others.
    next_at: u64,
    deadline: u64,
    /// The most telling failure so far.
    error: Option<io::Error>,
}

/// What to do next.
#[derive(Debug)]
pub(crate) enum Step {
    /// Start to connect to this address, and ask again.
    Start(SocketAddr),
    /// Ask again when an attempt has failed, or at this time.
    Wait(u64),
    /// Nothing is left to try, or no time.
    Failed(LostReason),
}

impl Dial {
    /// A race between `addresses`, in the resolver's order of preference,
    /// that ends at `deadline`.
    pub(crate) fn new(addresses: Vec<SocketAddr>, deadline: u64) -> Self {
        let mut addresses = alternate_families(addresses);
        addresses.truncate(MAX_ADDRESSES);
        addresses.reverse();
        Self { addresses, under_way: 0, next_at: 0, deadline, error: None }
    }

    pub(crate) fn poll(&mut self, now: u64) -> Step {
        if now >= self.deadline {
            return Step::Failed(LostReason::ConnectTimeout);
        }
        let is_due = now >= self.next_at || self.under_way == 0;
        if is_due && let Some(address) = self.addresses.pop() {
            self.under_way += 1;
            self.next_at = now.saturating_add(STAGGER);
            return Step::Start(address);
        }
        if self.under_way == 0 {
            return Step::Failed(self.error.take().unwrap_or_else(no_address).into());
        }
        let next_at = if self.addresses.is_empty() { u64::MAX } else { self.next_at };
        Step::Wait(next_at.min(self.deadline))
    }

    /// An attempt failed; the next one starts at once.
    pub(crate) fn handle_failure(&mut self, error: io::Error) {
        self.under_way -= 1;
        self.next_at = 0;
        // That this machine has no way to an address says less than what
        // happened at one that it has a way to.
        if self.error.is_none() || !has_no_way(&error) {
            self.error = Some(error);
        }
    }
}

/// IPv6 first, then one of each in turn; within a family the order stays
/// (RFC 8305, section 4).
fn alternate_families(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let count = addresses.len();
    let (v6, v4): (Vec<_>, Vec<_>) = addresses.into_iter().partition(SocketAddr::is_ipv6);
    let (mut v6, mut v4) = (v6.into_iter(), v4.into_iter());
    let pairs = (0..count).flat_map(|_| [v6.next(), v4.next()]);
    pairs.flatten().collect()
}

fn has_no_way(error: &io::Error) -> bool {
    use io::ErrorKind::{AddrNotAvailable, HostUnreachable, NetworkUnreachable};
    matches!(error.kind(), AddrNotAvailable | HostUnreachable | NetworkUnreachable)
}

fn no_address() -> io::Error {
    io::Error::new(io::ErrorKind::NotFound, "the host name has no address")
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;
    use alloc::string::{String, ToString};
    use alloc::vec;
    use io::ErrorKind::{ConnectionRefused, NetworkUnreachable};

    const MS: u64 = 1_000_000;

    fn v4(last: u8) -> SocketAddr {
        SocketAddr::from(([192, 0, 2, last], 1))
    }

    fn v6(last: u16) -> SocketAddr {
        SocketAddr::from(([0x2001, 0xdb8, 0, 0, 0, 0, 0, last], 1))
    }

    /// `start <address>`, `wait <ms>` or `failed <why>`.
    fn shown(step: Step) -> String {
        match step {
            Step::Start(address) => format!("start {}", address.ip()),
            Step::Wait(until) => format!("wait {}", until / MS),
            Step::Failed(reason) => format!("failed {reason}"),
        }
    }

    /// What the race says when told, in turn: `t<ms>`, that it is so late;
    /// `refused` or `unreachable`, that an attempt failed so.
    fn run(addresses: Vec<SocketAddr>, deadline: u64, told: &str) -> Vec<String> {
        let mut dial = Dial::new(addresses, deadline * MS);
        let (mut now, mut said) = (0, Vec::new());
        for what in told.split(' ') {
            match what {
                "refused" => dial.handle_failure(ConnectionRefused.into()),
                "unreachable" => dial.handle_failure(NetworkUnreachable.into()),
                time => now = time[1..].parse::<u64>().unwrap() * MS,
            }
            said.push(shown(dial.poll(now)));
        }
        said
    }

    #[test]
    fn the_steps_of_a_race() {
        let two = || vec![v4(1), v4(2)];
        let refused = format!("failed {}", io::Error::from(ConnectionRefused));
        let unreachable = format!("failed {}", io::Error::from(NetworkUnreachable));
        let late = format!("failed {}", LostReason::ConnectTimeout);
        let one = "start 192.0.2.1";
        let other = "start 192.0.2.2";
        let rows: [(Vec<SocketAddr>, &str, &[&str]); 8] = [
            (vec![], "t0", &["failed the host name has no address"]),
            (vec![v4(1)], "t0 t0 t999 t1000", &[one, "wait 1000", "wait 1000", &late]),
            (vec![v4(1)], "t0 t5 refused", &[one, "wait 1000", &refused]),
            (two(), "t0 t0 t249 t250 t250", &[one, "wait 250", "wait 250", other, "wait 1000"]),
            (two(), "t0 t0 refused t1", &[one, "wait 250", other, "wait 1000"]),
            (two(), "t0 t300 refused refused", &[one, other, "wait 1000", &refused]),
            (two(), "t0 refused unreachable", &[one, other, &refused]),
            (two(), "t0 unreachable unreachable", &[one, other, &unreachable]),
        ];
        for (addresses, told, expected) in rows {
            assert_eq!(run(addresses, 1_000, told), expected, "{told}");
        }
    }

    #[test]
    fn a_blackholed_address_leaves_time_for_the_others() {
        let said = run(vec![v4(1), v6(1), v6(2), v4(2)], 1_000, "t0 t250 t500 t750 t999 t1000");
        let late = LostReason::ConnectTimeout.to_string();
        let expected = ["start 2001:db8::1", "start 192.0.2.1", "start 2001:db8::2", "start 192.0.2.2"];
        assert_eq!(said[..4], expected);
        assert_eq!(said[4..], ["wait 1000".to_string(), format!("failed {late}")]);
    }

    #[test]
    fn families_take_turns_and_keep_their_order() {
        for (given, expected) in [
            (vec![], vec![]),
            (vec![v4(1), v4(2), v4(3)], vec![v4(1), v4(2), v4(3)]),
            (vec![v4(1), v4(2), v6(1), v6(2)], vec![v6(1), v4(1), v6(2), v4(2)]),
            (vec![v6(1), v6(2), v6(3), v4(1)], vec![v6(1), v4(1), v6(2), v6(3)]),
        ] {
            assert_eq!(alternate_families(given), expected);
        }
    }

    #[test]
    fn a_name_with_thousands_of_addresses_is_tried_at_sixteen() {
        let mut dial = Dial::new((0..4_000).map(v6).collect(), u64::MAX);
        let mut tried = 0;
        while let Step::Start(_) = dial.poll(0) {
            tried += 1;
            dial.handle_failure(ConnectionRefused.into());
        }
        assert_eq!(tried, 16);
    }
}
