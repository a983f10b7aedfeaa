//! Commands about the server whose words depend on a choice, and words that
//! others take.

use super::words;
use crate::command::{Command, Meta, Wire, metas};
use crate::convert::{Arg, ToArg, ToArgs};
use crate::replies::Acknowledged;

/// Makes the server a replica of the primary at a host and port, at the loss of
/// its own data; with `None` a primary that keeps what it has.
///
/// `REPLICAOF`, since 5.0.0. Complexity: O(1).
///
/// ```
/// use resp_core::cmd;
///
/// let follow = cmd::replicaof(Some(("10.0.0.1", 6379)));
/// let promote = cmd::replicaof(None); // REPLICAOF NO ONE
/// # let _ = (follow, promote);
/// ```
pub fn replicaof(primary: Option<(&str, u16)>) -> Command<Acknowledged> {
    follow(&metas::REPLICAOF, primary)
}

/// Does what [`replicaof`] does, under the name that servers before Redis 5 know.
///
/// `SLAVEOF`, since 1.0.0. Complexity: O(1).
pub fn slaveof(primary: Option<(&str, u16)>) -> Command<Acknowledged> {
    follow(&metas::SLAVEOF, primary)
}

fn follow(meta: &'static Meta, primary: Option<(&str, u16)>) -> Command<Acknowledged> {
    Command::new(match primary {
        Some((host, port)) => Wire::of(meta, [host.as_bytes(), port.to_arg().as_bytes()]),
        None => Wire::of(meta, [b"NO", b"ONE"]),
    })
}

/// A log of costly commands.
///
/// ```
/// use resp_core::{ToArg, cmd::Commandlog};
///
/// assert_eq!(Commandlog::LargeReply.to_arg().as_bytes(), b"LARGE-REPLY");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Commandlog {
    /// `SLOW`: those that ran long.
    Slow,
    /// `LARGE-REQUEST`: those that had many bytes.
    LargeRequest,
    /// `LARGE-REPLY`: those whose replies had many bytes.
    LargeReply,
}

/// What the cost of a key is measured by.
///
/// ```
/// use resp_core::{ToArg, cmd::HotkeyMetric};
///
/// assert_eq!(HotkeyMetric::Network.to_arg().as_bytes(), b"NET");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum HotkeyMetric {
    /// `CPU`: the time of the commands that use it.
    Cpu,
    /// `NET`: the bytes of these commands and their replies.
    Network,
}

words!(Commandlog {
    Slow => b"SLOW",
    LargeRequest => b"LARGE-REQUEST",
    LargeReply => b"LARGE-REPLY",
});

words!(HotkeyMetric {
    Cpu => b"CPU",
    Network => b"NET",
});

impl ToArgs for HotkeyMetric {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(self.to_arg());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn args<R>(command: &Command<R>) -> Vec<u8> {
        command.wire().args().collect::<Vec<_>>().join(&b' ')
    }

    #[test]
    fn whom_to_follow() {
        assert_eq!(args(&replicaof(None)), b"NO ONE");
        assert_eq!(args(&replicaof(Some(("::1", 6379)))), b"::1 6379");
        assert_eq!(args(&slaveof(Some(("no", 1)))), b"no 1");
        assert_eq!(slaveof(None).wire().meta().name(), "SLAVEOF");
    }

    #[test]
    fn words() {
        let logs = [Commandlog::Slow, Commandlog::LargeRequest, Commandlog::LargeReply];
        let words: Vec<_> = logs.iter().map(|log| log.to_arg().as_bytes().to_vec()).collect();
        assert_eq!(words.join(&b' '), b"SLOW LARGE-REQUEST LARGE-REPLY");
        let mut words = Vec::new();
        [HotkeyMetric::Cpu, HotkeyMetric::Network].each_arg(&mut |arg| words.push(arg.as_bytes().to_vec()));
        HotkeyMetric::Cpu.each_arg(&mut |arg| words.push(arg.as_bytes().to_vec()));
        assert_eq!(words.join(&b' '), b"CPU NET CPU");
    }
}
