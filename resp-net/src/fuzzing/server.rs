//! A server that answers each command with what the command's token makes it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use resp_core::{Decoder, Frame, Progress};

/// The other end of a session.
#[derive(Default)]
pub(super) struct Server {
    /// Refuses HELLO, as old servers do.
    is_old: bool,
    pub(super) has_resp3: bool,
    decoder: Decoder,
    /// Half a command.
    received: Vec<u8>,
    /// Bytes that it ever saw.
    pub(super) seen: u64,
    /// Replies since MULTI, which await EXEC.
    multi: Option<Vec<u8>>,
    queued: usize,
    /// What it has sent and the session has not received.
    pub(super) sent: Vec<u8>,
    /// Pushes that it ever sent.
    pub(super) pushes: usize,
}

impl Server {
    pub(super) fn new(is_old: bool) -> Self {
        Self { is_old, ..Self::default() }
    }

    /// Takes what the session has written, in pieces of any size.
    pub(super) fn receive(&mut self, bytes: &[u8]) {
        self.seen += bytes.len() as u64;
        self.received.extend_from_slice(bytes);
        let (received, mut used) = (core::mem::take(&mut self.received), 0);
        let mut decoder = core::mem::take(&mut self.decoder);
        while let Progress::Frame(frame) =
            decoder.decode(&received[used..]).expect("a session writes commands")
        {
            used += frame.byte_len();
            self.answer(frame);
        }
        self.decoder = decoder;
        self.received.extend_from_slice(&received[used..]);
    }

    /// A push between two replies.
    pub(super) fn push(&mut self) {
        self.sent.extend_from_slice(b">2\r\n+invalidate\r\n*1\r\n+key\r\n");
        self.pushes += 1;
    }

    /// The end of a subscription that nobody asked for.
    pub(super) fn end_subscription(&mut self) {
        self.tell(b"sunsubscribe");
    }

    fn tell(&mut self, word: &[u8]) {
        self.sent.push(if self.has_resp3 { b'>' } else { b'*' });
        self.sent.extend_from_slice(b"3\r\n+");
        self.sent.extend_from_slice(word);
        self.sent.extend_from_slice(b"\r\n+channel\r\n:1\r\n");
        self.pushes += 1;
    }

    fn answer(&mut self, command: Frame<'_>) {
        let name = command.children().next().and_then(|name| name.as_str()).unwrap_or_default();
        match (name, token(command)) {
            ("SUBSCRIBE", Some(token)) if is_refused(token) => self.sent.extend_from_slice(REFUSAL),
            ("SUBSCRIBE", Some(_)) => self.tell(b"subscribe"),
            ("MULTI", _) => {
                self.multi = Some(Vec::new());
                self.queued = 0;
                self.sent.extend_from_slice(b"+OK\r\n");
            }
            ("EXEC", _) => {
                let replies = self.multi.take().expect("a transaction was begun");
                self.sent.extend(format!("*{}\r\n", self.queued).bytes());
                self.sent.extend(replies);
            }
            (_, Some(token)) => match &mut self.multi {
                Some(replies) => {
                    replies.extend(reply(token));
                    self.queued += 1;
                    self.sent.extend_from_slice(b"+QUEUED\r\n");
                }
                None => self.sent.extend(reply(token)),
            },
            ("HELLO", None) if self.is_old => {
                self.sent.extend_from_slice(b"-NOPROTO unsupported protocol version\r\n");
            }
            ("HELLO", None) => {
                self.has_resp3 = true;
                self.sent.extend_from_slice(WELCOME);
            }
            ("CLIENT", None) if self.is_old => self.sent.extend_from_slice(b"-ERR unknown subcommand\r\n"),
            ("AUTH" | "SELECT" | "CLIENT", None) => self.sent.extend_from_slice(b"+OK\r\n"),
            ("PING", None) => self.sent.extend_from_slice(PONG),
            _ => panic!("{name} was never submitted"),
        }
    }
}

pub(super) const PONG: &[u8] = b"+PONG\r\n";
pub(super) const WELCOME: &[u8] = b"%1\r\n+proto\r\n:3\r\n";
pub(super) const REFUSAL: &[u8] = b"-NOPERM no access to channel\r\n";

/// Whether a subscription with this token is refused.
pub(super) const fn is_refused(token: u32) -> bool {
    token.is_multiple_of(3)
}

/// What every command but those of the handshake has for its first argument.
fn token(command: Frame<'_>) -> Option<u32> {
    let text = command.children().nth(1)?.as_str()?.strip_prefix("token:")?;
    Some(text.parse().expect("a token is a number"))
}

/// Whether the command with this token is one that is always answered with a number.
pub(super) const fn is_number(token: u32) -> bool {
    token.is_multiple_of(8)
}

/// The one reply to the command with this token, in canonical form: of all
/// shapes, and no two alike.
pub(super) fn reply(token: u32) -> Vec<u8> {
    match token % 8 {
        0 => format!(":{token}\r\n"),
        1 => format!("+{token}\r\n"),
        2 => format!("-ERR {token}\r\n"),
        3 => format!("*2\r\n:{token}\r\n*1\r\n_\r\n"),
        4 => format!("|1\r\n+ttl\r\n:1\r\n%1\r\n:{token}\r\n#t\r\n"),
        5 => format!(",{token}.5\r\n"),
        6 => bulk(&format!("{token:0300}")),
        _ => bulk(&format!("{token}")),
    }
    .into_bytes()
}

fn bulk(payload: &str) -> String {
    format!("${}\r\n{payload}\r\n", payload.len())
}
