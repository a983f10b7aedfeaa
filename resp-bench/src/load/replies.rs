//! Finds where each reply ends, counts it, and looks whether it is an error.
//!
//! No reply is skipped over by its length alone. Most are recognised: no RESP
//! value is the beginning of another one, so bytes that begin with a whole
//! reply that was decoded before are that reply once more, and one comparison
//! shows it. All others go through the decoder.

use resp_core::{DecodeError, Decoder, Kind, Progress};

/// Replies that were decoded, one for each command, by which others are recognised.
#[derive(Debug)]
pub(super) struct Known {
    replies: Vec<Vec<u8>>,
    /// How often each may still be replaced, as copying costs time.
    lessons: Vec<u32>,
}

/// The replies of one connection, cut by reads wherever they may be.
#[derive(Debug, Default)]
pub(super) struct Replies {
    decoder: Decoder,
    /// Read, but not a whole reply yet.
    partial: Vec<u8>,
}

/// What a read has brought.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Replies that are complete now.
    pub(super) count: usize,
    /// Those of them that are errors.
    pub(super) errors: u64,
    /// The first of these.
    pub(super) first_error: Option<String>,
    /// Whether there are bytes that answer nothing.
    pub(super) surplus: bool,
}

/// Longer replies are always decoded.
const MAX_KNOWN: usize = 4096;
/// Commands whose reply changes are not learnt for ever.
const LESSONS: u32 = 4;

impl Known {
    /// Of this many commands.
    pub(super) fn new(commands: usize) -> Self {
        Self { replies: vec![Vec::new(); commands], lessons: vec![LESSONS; commands] }
    }

    fn learn(&mut self, command: usize, reply: &[u8]) {
        if reply.len() <= MAX_KNOWN && self.lessons[command] > 0 {
            self.lessons[command] -= 1;
            self.replies[command].clear();
            self.replies[command].extend_from_slice(reply);
        }
    }
}

impl Replies {
    /// Takes what was read, while `awaited` replies are due; `command` says which
    /// command the reply of this number, from 0 on, answers.
    ///
    /// # Errors
    /// The bytes are not RESP.
    pub(super) fn take(
        &mut self,
        input: &[u8],
        awaited: usize,
        command: impl Fn(usize) -> usize,
        known: &mut Known,
    ) -> Result<Found, DecodeError> {
        let mut found = Found::default();
        if self.partial.is_empty() {
            let used = scan(&mut self.decoder, input, awaited, command, known, &mut found)?;
            self.partial.extend_from_slice(&input[used..]);
        } else {
            self.partial.extend_from_slice(input);
            let used = scan(&mut self.decoder, &self.partial, awaited, command, known, &mut found)?;
            self.partial.drain(..used);
        }
        found.surplus = found.count == awaited && !self.partial.is_empty();
        Ok(found)
    }
}

/// Counts the complete replies at the beginning of `input`, and returns how long they are.
fn scan(
    decoder: &mut Decoder,
    input: &[u8],
    awaited: usize,
    command: impl Fn(usize) -> usize,
    known: &mut Known,
    found: &mut Found,
) -> Result<usize, DecodeError> {
    let mut at = 0;
    while found.count < awaited && at < input.len() {
        let (rest, command) = (&input[at..], command(found.count));
        let expected = &known.replies[command];
        if decoder.is_at_boundary() && !expected.is_empty() {
            if rest.starts_with(expected) {
                at += expected.len();
                found.count += 1;
                continue;
            }
            if expected.starts_with(rest) {
                break;
            }
        }
        match decoder.decode(rest)? {
            Progress::NeedMore { .. } => break,
            Progress::Frame(frame) => {
                let len = frame.byte_len();
                at += len;
                match frame.kind() {
                    // It answers nothing.
                    Kind::Push => continue,
                    Kind::SimpleError | Kind::BulkError => {
                        found.errors += 1;
                        let text = || String::from_utf8_lossy(frame.as_bytes().unwrap_or_default()).into();
                        found.first_error.get_or_insert_with(text);
                    }
                    _ => known.learn(command, &rest[..len]),
                }
                found.count += 1;
            }
        }
    }
    Ok(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &[u8] =
        b"+OK\r\n$3\r\nabc\r\n-ERR no\r\n$-1\r\n+OK\r\n*2\r\n:1\r\n$2\r\nxy\r\n+OK\r\n$3\r\nabd\r\n";
    const COUNT: usize = 8;

    /// Commands alternate, as the kinds of their replies nearly do.
    fn read_all(reads: &[&[u8]]) -> (usize, u64, Option<String>) {
        let (mut replies, mut known) = (Replies::default(), Known::new(2));
        let (mut count, mut errors, mut first) = (0, 0, None);
        for read in reads {
            let done = count;
            let found = replies.take(read, COUNT - done, |number| (done + number) % 2, &mut known).unwrap();
            assert!(!found.surplus);
            count += found.count;
            errors += found.errors;
            first = first.or(found.first_error);
        }
        assert!(replies.partial.is_empty());
        (count, errors, first)
    }

    #[test]
    fn cuts_change_nothing() {
        let expected = (COUNT, 1, Some("ERR no".to_owned()));
        assert_eq!(read_all(&[STREAM]), expected);
        assert_eq!(read_all(&STREAM.chunks(1).collect::<Vec<_>>()), expected);
        for cut in 1..STREAM.len() {
            let (one, other) = STREAM.split_at(cut);
            assert_eq!(read_all(&[one, other]), expected, "{cut}");
        }
    }

    #[test]
    fn what_is_known_is_recognised_at_every_cut() {
        let stream = b"$3\r\nabc\r\n".repeat(4);
        for cut in 1..stream.len() {
            let (mut replies, mut known) = (Replies::default(), Known::new(1));
            let (one, other) = stream.split_at(cut);
            let first = replies.take(one, 4, |_| 0, &mut known).unwrap().count;
            assert_eq!(first, cut / 9);
            assert_eq!(replies.take(other, 4 - first, |_| 0, &mut known).unwrap().count, 4 - first);
        }
    }

    #[test]
    fn pushes_are_no_replies_and_surplus_is_seen() {
        let mut replies = Replies::default();
        let found = replies.take(b">1\r\n+hello\r\n+OK\r\n+OK\r\n", 1, |_| 0, &mut Known::new(1)).unwrap();
        assert_eq!((found.count, found.surplus), (1, true));
        assert!(Replies::default().take(b"?\r\n", 1, |_| 0, &mut Known::new(1)).is_err());
    }
}
