//! Which replies get lost.

use core::sync::atomic::{AtomicU64, Ordering::SeqCst};

/// A reply that the server sends and the client never gets; see
/// [`Links::drop_reply`](super::Links::drop_reply).
///
/// ```
/// use tests::proxy::DropReply;
///
/// let rule = DropReply::to("INCR").times(2).then_close();
/// # let _ = rule;
/// ```
#[derive(Debug)]
#[must_use = "a rule drops nothing until it is given to a proxy"]
pub struct DropReply {
    which: Which,
    closes: bool,
    /// Commands that went by since the rule holds, over all connections.
    seen: AtomicU64,
    left: AtomicU64,
}

#[derive(Debug)]
enum Which {
    Nth(u64),
    Named(Vec<u8>),
}

impl DropReply {
    /// The reply to the next command of this name, in any case of letters.
    pub fn to(command: &str) -> Self {
        Self::new(Which::Named(command.as_bytes().to_vec()))
    }

    /// The reply to one command: 0 is the first that goes by once the rule holds.
    pub fn to_nth(index: u64) -> Self {
        Self::new(Which::Nth(index))
    }

    /// So many replies, over all connections that the rule holds for, in place of one.
    pub fn times(mut self, count: u64) -> Self {
        self.left = AtomicU64::new(count);
        self
    }

    /// Closes the connection in place of the reply; without it the connection
    /// goes on, one reply short.
    pub const fn then_close(mut self) -> Self {
        self.closes = true;
        self
    }

    const fn new(which: Which) -> Self {
        Self { which, closes: false, seen: AtomicU64::new(0), left: AtomicU64::new(1) }
    }

    pub(super) const fn closes(&self) -> bool {
        self.closes
    }

    /// Whether the reply to this command, which is about to be passed on, is
    /// one of those to be dropped. Counts the command.
    pub(super) fn claims(&self, command: &[u8]) -> bool {
        let index = self.seen.fetch_add(1, SeqCst);
        let matches = match &self.which {
            Which::Nth(nth) => *nth <= index,
            Which::Named(name) => name.eq_ignore_ascii_case(command),
        };
        matches && self.left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(1)).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_claimed_by_name_or_by_number_as_often_as_asked() {
        let claimed =
            |rule: DropReply| ["GET", "incr", "GET", "INCR", "INCR"].map(|name| rule.claims(name.as_bytes()));
        assert_eq!(claimed(DropReply::to("INCR")), [false, true, false, false, false]);
        assert_eq!(claimed(DropReply::to("Incr").times(2)), [false, true, false, true, false]);
        assert_eq!(claimed(DropReply::to_nth(0)), [true, false, false, false, false]);
        assert_eq!(claimed(DropReply::to_nth(2).times(2)), [false, false, true, true, false]);
    }
}
