//! Which reply answers which command, followed from outside.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use resp_core::{Decoder, Kind, Progress, RequestDecoder, RequestProgress};

use super::counts::Tally;
use super::drop_reply::DropReply;
use crate::wait::lock;

/// The commands of one connection that wait for their reply. Follows RESP3, and
/// RESP2 without subscriptions; replies that a client has switched off are not
/// known to be missing.
#[derive(Debug, Default)]
pub(super) struct Dialogue {
    rules: Mutex<Vec<Arc<DropReply>>>,
    /// Of each command in flight, the rule that drops its reply.
    waiting: Mutex<VecDeque<Option<Arc<DropReply>>>>,
}

/// In RESP3 these have no reply, but a push for each channel.
const CONFIRMED_BY_PUSHES: [&str; 6] =
    ["SUBSCRIBE", "PSUBSCRIBE", "SSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "SUNSUBSCRIBE"];

impl Dialogue {
    pub(super) fn drop_reply(&self, rule: &Arc<DropReply>) {
        lock(&self.rules).push(Arc::clone(rule));
    }

    pub(super) fn forget_rules(&self) {
        lock(&self.rules).clear();
    }

    fn sent(&self, name: &[u8]) {
        if CONFIRMED_BY_PUSHES.iter().any(|verb| name.eq_ignore_ascii_case(verb.as_bytes())) {
            return;
        }
        let rule = lock(&self.rules).iter().find(|rule| rule.claims(name)).cloned();
        lock(&self.waiting).push_back(rule);
    }

    fn next_is_dropped(&self) -> bool {
        lock(&self.waiting).front().is_some_and(Option::is_some)
    }
}

/// Reads the commands out of what is about to be written to the server.
#[derive(Debug, Default)]
pub(super) struct Commands {
    decoder: RequestDecoder,
    /// Bytes of the command in progress.
    partial: Vec<u8>,
    /// What came is no RESP: not followed any more.
    lost: bool,
}

impl Commands {
    /// Takes note of all commands that these bytes complete: how many.
    pub(super) fn read(&mut self, bytes: &[u8], dialogue: &Dialogue) -> u64 {
        if self.lost {
            return 0;
        }
        self.partial.extend_from_slice(bytes);
        let (mut at, mut complete) = (0, 0);
        loop {
            match self.decoder.decode(&self.partial[at..]) {
                Ok(RequestProgress::Request(request)) => {
                    dialogue.sent(request.name());
                    at += request.byte_len();
                    complete += 1;
                }
                Ok(RequestProgress::Blank { byte_len }) => at += byte_len,
                Ok(RequestProgress::NeedMore { .. }) => break,
                Err(_) => {
                    self.lost = true;
                    break;
                }
            }
        }
        self.partial.drain(..at);
        complete
    }
}

/// Reads the replies out of what came from the server, and leaves out those
/// that get lost.
#[derive(Debug, Default)]
pub(super) struct Replies {
    decoder: Decoder,
    /// Bytes of the frame in progress.
    partial: Vec<u8>,
    /// How many of them were passed on before the frame was complete.
    passed: usize,
    /// What came is no RESP: all of it is passed on.
    lost: bool,
}

/// What is left of the server's bytes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Passed {
    pub(super) bytes: Vec<u8>,
    /// The connection ends behind these bytes.
    pub(super) closes: bool,
}

impl Replies {
    pub(super) fn read(&mut self, bytes: &[u8], dialogue: &Dialogue, tally: &Tally) -> Passed {
        let mut passed = Passed::default();
        if self.lost {
            passed.bytes = bytes.to_vec();
            return passed;
        }
        self.partial.extend_from_slice(bytes);
        let mut at = 0;
        while !passed.closes {
            let (len, kind) = match self.decoder.decode(&self.partial[at..]) {
                Ok(Progress::Frame(frame)) => (frame.byte_len(), frame.kind()),
                Ok(Progress::NeedMore { .. }) => break,
                Err(_) => {
                    self.lost = true;
                    break;
                }
            };
            let frame = &self.partial[at + self.passed..at + len];
            (at, self.passed) = (at + len, 0);
            if kind == Kind::Push {
                tally.add(|counts| counts.pushes += 1);
                passed.bytes.extend_from_slice(frame);
                continue;
            }
            let rule = lock(&dialogue.waiting).pop_front().flatten();
            tally.add(|counts| {
                counts.replies += 1;
                counts.dropped_replies += u64::from(rule.is_some());
            });
            match rule {
                Some(rule) => passed.closes = rule.closes(),
                None => passed.bytes.extend_from_slice(frame),
            }
        }
        self.partial.drain(..at);
        // The start of a reply that gets lost is kept: it may still prove a push.
        if self.lost || !(passed.closes || dialogue.next_is_dropped()) {
            passed.bytes.extend_from_slice(&self.partial[self.passed..]);
            self.passed = self.partial.len();
        }
        passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMANDS: &[u8] = b"*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nINCR\r\n$1\r\nn\r\n*1\r\n$4\r\nPING\r\n";
    const REPLIES: &[u8] = b"+PONG\r\n>2\r\n+a\r\n+b\r\n:12345\r\n+PONG\r\n";

    /// What is passed on, however the bytes are cut.
    fn passed(rule: Option<DropReply>, chunk: usize) -> (Vec<u8>, bool, u64) {
        let (dialogue, tally) = (Dialogue::default(), Tally::default());
        if let Some(rule) = rule {
            dialogue.drop_reply(&Arc::new(rule));
        }
        let mut commands = Commands::default();
        let sent: u64 = COMMANDS.chunks(chunk).map(|bytes| commands.read(bytes, &dialogue)).sum();
        assert_eq!(sent, 3);
        let (mut replies, mut all) = (Replies::default(), Passed::default());
        for bytes in REPLIES.chunks(chunk) {
            if !all.closes {
                let passed = replies.read(bytes, &dialogue, &tally);
                all.bytes.extend(passed.bytes);
                all.closes = passed.closes;
            }
        }
        (all.bytes, all.closes, tally.read().dropped_replies)
    }

    #[test]
    fn exactly_one_reply_gets_lost_wherever_the_bytes_are_cut() {
        const LACKING: &[u8] = b"+PONG\r\n>2\r\n+a\r\n+b\r\n+PONG\r\n";
        const BEFORE: &[u8] = b"+PONG\r\n>2\r\n+a\r\n+b\r\n";
        for chunk in 1..=COMMANDS.len() {
            assert_eq!(passed(None, chunk), (REPLIES.to_vec(), false, 0));
            assert_eq!(passed(Some(DropReply::to("incr")), chunk), (LACKING.to_vec(), false, 1));
            assert_eq!(passed(Some(DropReply::to_nth(1).then_close()), chunk), (BEFORE.to_vec(), true, 1));
        }
    }

    #[test]
    fn what_is_no_resp_is_passed_on_as_it_is() {
        let (dialogue, tally) = (Dialogue::default(), Tally::default());
        let mut replies = Replies::default();
        for text in ["HTTP/1.1 400", " Bad Request\r\n"] {
            assert_eq!(replies.read(text.as_bytes(), &dialogue, &tally).bytes, text.as_bytes());
        }
    }

    #[test]
    fn a_subscription_waits_for_no_reply() {
        let dialogue = Dialogue::default();
        for name in ["subscribe", "PSUBSCRIBE", "sunsubscribe", "UNSUBSCRIBE", "GET"] {
            dialogue.sent(name.as_bytes());
        }
        assert_eq!(lock(&dialogue.waiting).len(), 1);
    }
}
