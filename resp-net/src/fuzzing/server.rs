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
    decoder: Decoder,
    received: Vec<u8>,
    /// What it has sent and the session has not received.
    pub(super) sent: Vec<u8>,
    /// Tokens in the order that the commands came in, since last asked.
    pub(super) tokens: Vec<u32>,
}

impl Server {
    pub(super) fn new(is_old: bool) -> Self {
        Self { is_old, ..Self::default() }
    }

    /// Takes what the session has written, which is whole commands and nothing else.
    pub(super) fn receive(&mut self, bytes: &[u8]) {
        self.received.extend_from_slice(bytes);
        let mut used = 0;
        while let Progress::Frame(frame) =
            self.decoder.decode(&self.received[used..]).expect("a session writes commands")
        {
            used += frame.byte_len();
            let answer = answer(frame, self.is_old);
            self.tokens.extend(token(frame));
            self.sent.extend(answer);
        }
        assert_eq!(used, self.received.len(), "half a command was written");
        self.received.clear();
    }

    /// A push between two replies.
    pub(super) fn push(&mut self) {
        self.sent.extend_from_slice(b">2\r\n+invalidate\r\n*1\r\n+key\r\n");
    }
}

/// What every command but those of the handshake has for its first argument.
fn token(command: Frame<'_>) -> Option<u32> {
    let text = command.children().nth(1)?.as_str()?.strip_prefix("token:")?;
    Some(text.parse().expect("a token is a number"))
}

fn answer(command: Frame<'_>, is_old: bool) -> Vec<u8> {
    let name = command.children().next().and_then(|name| name.as_str()).unwrap_or_default();
    match (token(command), name) {
        (Some(token), _) => reply(token),
        (None, "HELLO") if is_old => b"-NOPROTO unsupported protocol version\r\n".to_vec(),
        (None, "HELLO") => b"%1\r\n+proto\r\n:3\r\n".to_vec(),
        (None, "AUTH" | "SELECT") => b"+OK\r\n".to_vec(),
        (None, "CLIENT") if is_old => b"-ERR unknown subcommand\r\n".to_vec(),
        (None, "CLIENT") => b"+OK\r\n".to_vec(),
        (None, _) => panic!("{name} was never submitted"),
    }
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
