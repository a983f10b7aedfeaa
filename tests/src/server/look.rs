//! What the server itself says, asked with no client under test.

use std::io;

use resp_core::Reply;

use super::RedisServer;
use super::ask::Ask;
use crate::wait::{LIMIT, eventually, lock};

impl RedisServer {
    /// The reply to a command, over a connection that is kept for this.
    ///
    /// # Panics
    /// If there is none; an error that the server answers is a reply.
    #[track_caller]
    pub fn run<A: AsRef<[u8]>>(&self, args: &[A]) -> Reply {
        self.try_run(args).unwrap_or_else(|error| panic!("no reply: {error}; the log:\n{}", self.log()))
    }

    /// The reply to a command, over a connection that is kept for this.
    ///
    /// # Errors
    /// The socket's, also if the server says nothing for ten seconds.
    pub fn try_run<A: AsRef<[u8]>>(&self, args: &[A]) -> io::Result<Reply> {
        let admin = &mut *lock(&self.admin);
        let mut ask = match admin.take() {
            Some(ask) => ask,
            None => Box::new(self.connect()?),
        };
        let reply = ask.ask(args)?;
        *admin = Some(ask);
        Ok(reply)
    }

    fn connect(&self) -> io::Result<Ask> {
        let mut ask = Ask::connect(self.port, LIMIT)?;
        if let Some(password) = &self.settings.password {
            ask.ask(&["AUTH", password])?;
        }
        Ok(ask)
    }

    /// A command's reply as text: of a string, an error or an integer.
    ///
    /// # Panics
    /// As [`run`](Self::run), and if the reply is none of these.
    #[track_caller]
    pub fn run_text<A: AsRef<[u8]>>(&self, args: &[A]) -> String {
        let reply = self.run(args);
        let frame = reply.frame();
        let text = frame.payload().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        text.or_else(|| frame.as_i64().map(|number| number.to_string()))
            .unwrap_or_else(|| panic!("this is no text: {reply:?}"))
    }

    /// The connections of clients, without the one of [`run`](Self::run).
    #[must_use]
    pub fn client_count(&self) -> u64 {
        self.info("clients", "connected_clients").saturating_sub(1)
    }

    /// The calls of this command since the start, also those that failed while
    /// they ran. Subcommands are named as in `client|kill`.
    #[must_use]
    pub fn command_calls(&self, command: &str) -> u64 {
        let text = self.run_text(&["INFO", "commandstats"]);
        let name = format!("cmdstat_{}:calls=", command.to_ascii_lowercase());
        let calls = text.lines().find_map(|line| line.strip_prefix(&name)?.split(',').next()?.parse().ok());
        calls.unwrap_or(0)
    }

    /// Waits until so many clients are blocked in a command such as BLPOP; false
    /// if they are not in time.
    #[must_use]
    pub fn wait_blocked(&self, count: u64) -> bool {
        eventually(|| self.info("clients", "blocked_clients") == count)
    }

    /// Waits until there are so many connections of clients; false if there are
    /// not in time.
    #[must_use]
    pub fn wait_clients(&self, count: u64) -> bool {
        eventually(|| self.client_count() == count)
    }

    /// A number that INFO tells, 0 if it tells none of this name.
    #[must_use]
    pub fn info(&self, section: &str, name: &str) -> u64 {
        let text = self.run_text(&["INFO", section]);
        let value =
            text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')?.trim().parse().ok());
        value.unwrap_or(0)
    }
}
