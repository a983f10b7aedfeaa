//! What is agreed on before the first command: version, user, database.

use alloc::string::ToString;
use alloc::vec::Vec;

use resp_core::{Encoder, Frame, Kind, Protocol, ServerError};

use super::SessionError;
use crate::config::{Config, ProtocolChoice, Secret};

/// The steps still to be taken, one request at a time.
#[derive(Debug)]
pub(super) struct Handshake {
    config: Config,
    step: Step,
    protocol: Protocol,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// HELLO 3 was sent, with AUTH in it if there is a password.
    Hello,
    /// AUTH was sent on its own.
    Auth,
    /// SELECT was sent.
    Select,
    Done,
}

impl Handshake {
    pub(super) fn new(config: Config) -> Self {
        let (step, protocol) = match config.protocol {
            ProtocolChoice::Resp2 => (Step::Auth, Protocol::Resp2),
            _ => (Step::Hello, Protocol::Resp3),
        };
        let mut handshake = Self { config, step, protocol };
        handshake.skip_needless();
        handshake
    }

    /// The version agreed on, when no step is left.
    pub(super) fn outcome(&self) -> Option<Protocol> {
        (self.step == Step::Done).then_some(self.protocol)
    }

    /// Appends the request of the current step.
    pub(super) fn write_request(&self, out: &mut Vec<u8>) {
        let config = &self.config;
        let credentials = config
            .password
            .as_ref()
            .map(|password| (config.username.as_deref().unwrap_or("default"), password.reveal()));
        let database = config.database.to_string();
        let words: &[&str] = match (self.step, credentials) {
            (Step::Hello, None) => &["HELLO", "3"],
            (Step::Hello, Some((user, password))) => &["HELLO", "3", "AUTH", user, password],
            // Servers before users take the password alone.
            (Step::Auth, Some((_, password))) if config.username.is_none() => &["AUTH", password],
            (Step::Auth, Some((user, password))) => &["AUTH", user, password],
            (Step::Select, _) => &["SELECT", &database],
            (Step::Auth, None) | (Step::Done, _) => return,
        };
        // A `Vec` has room for anything.
        let _ = Encoder::new(out).command(words);
    }

    /// Takes the answer to the current step; another request may follow.
    pub(super) fn handle_reply(&mut self, reply: Frame<'_>) -> Result<(), SessionError> {
        if let Some(error) = ServerError::from_frame(reply) {
            return self.handle_error(error);
        }
        let expected = match self.step {
            Step::Hello => reply.kind() == Kind::Map,
            _ => reply.as_bytes() == Some(b"OK"),
        };
        if !expected {
            return Err(SessionError::OddHandshake);
        }
        self.step = match self.step {
            Step::Hello | Step::Auth => Step::Select,
            Step::Select | Step::Done => Step::Done,
        };
        self.skip_needless();
        Ok(())
    }

    /// "RESP versions": servers before 6 do not know HELLO, others may refuse
    /// the version.
    fn handle_error(&mut self, error: ServerError) -> Result<(), SessionError> {
        let unknown = error.code() == "NOPROTO" || error.message().starts_with("unknown command");
        if self.step != Step::Hello || !unknown {
            return Err(SessionError::Handshake(self.without_password(error)));
        }
        if self.config.protocol == ProtocolChoice::Resp3 {
            return Err(SessionError::NoResp3);
        }
        self.protocol = Protocol::Resp2;
        self.step = Step::Auth;
        self.skip_needless();
        Ok(())
    }

    /// Servers repeat the words that they did not understand, and may cut them
    /// short.
    fn without_password(&self, error: ServerError) -> ServerError {
        let password = self.config.password.as_ref().map_or("", Secret::reveal);
        if password.is_empty() {
            return error;
        }
        let message = error.message().split(", with args beginning").next().unwrap_or_default();
        error.with_message(&message.replace(password, "***"))
    }

    fn skip_needless(&mut self) {
        if self.step == Step::Auth && self.config.password.is_none() {
            self.step = Step::Select;
        }
        if self.step == Step::Select && self.config.database == 0 {
            self.step = Step::Done;
        }
    }
}
