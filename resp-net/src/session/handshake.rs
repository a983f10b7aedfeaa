//! What is agreed on before the first command: version, user, names, database.
//!
//! Two writes at the most with a server that knows RESP3: HELLO, whose answer
//! decides how to go on, and all the rest. With RESP2 everything leaves at once.

use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use resp_core::{Encoder, Frame, Kind, Protocol, ServerError};

use super::SessionError;
use crate::config::{Config, Credentials, ProtocolChoice};

/// The steps of one handshake, and how far it has come.
#[derive(Debug)]
pub(super) struct Handshake {
    credentials: Option<Credentials>,
    client_name: Option<String>,
    database: u32,
    set_info: bool,
    choice: ProtocolChoice,
    protocol: Protocol,
    /// In the order of their requests; the first `answered` of them are
    /// answered, and the first `written` are written, which are no fewer.
    steps: Vec<Step>,
    written: usize,
    answered: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// HELLO 3, with user, password and client name in it.
    Hello,
    Auth,
    ClientName,
    Select,
    LibraryName,
    LibraryVersion,
}

impl Handshake {
    /// Asks for credentials, if that is how they come.
    pub(super) fn new(config: &Config) -> Self {
        let from_config = || {
            let password = config.password.clone()?;
            Some(Credentials { username: config.username.clone(), password })
        };
        let mut handshake = Self {
            credentials: config
                .credentials
                .as_ref()
                .map_or_else(from_config, |provider| Some(provider.ask())),
            client_name: config.client_name.clone(),
            database: config.database,
            set_info: config.set_info,
            choice: config.protocol,
            protocol: Protocol::Resp3,
            steps: vec![Step::Hello],
            written: 0,
            answered: 0,
        };
        if config.protocol == ProtocolChoice::Resp2 {
            handshake.steps.clear();
            handshake.continue_in_resp2();
        }
        handshake
    }

    /// The version agreed on, when no step is left.
    pub(super) fn outcome(&self) -> Option<Protocol> {
        (self.answered == self.steps.len()).then_some(self.protocol)
    }

    /// Whether there are requests that can be written now.
    pub(super) const fn has_requests(&self) -> bool {
        self.written < self.steps.len()
    }

    /// Appends the requests that can be written now.
    pub(super) fn write_requests(&mut self, out: &mut Vec<u8>) {
        for &step in &self.steps[self.written..] {
            self.write_request(step, out);
        }
        self.written = self.steps.len();
    }

    fn write_request(&self, step: Step, out: &mut Vec<u8>) {
        let username = self.credentials.as_ref().and_then(|credentials| credentials.username.as_deref());
        let password = self.password();
        let client_name = self.client_name.as_deref().unwrap_or_default();
        let database = self.database.to_string();
        let mut words = Vec::with_capacity(7);
        match step {
            Step::Hello => {
                words.extend(["HELLO", "3"]);
                if let Some(password) = password {
                    words.extend(["AUTH", username.unwrap_or("default"), password]);
                }
                if !client_name.is_empty() {
                    words.extend(["SETNAME", client_name]);
                }
            }
            // Servers before users take the password alone.
            Step::Auth => words.extend(["AUTH"].into_iter().chain(username).chain(password)),
            Step::ClientName => words.extend(["CLIENT", "SETNAME", client_name]),
            Step::Select => words.extend(["SELECT", &database]),
            Step::LibraryName => words.extend(["CLIENT", "SETINFO", "LIB-NAME", env!("CARGO_PKG_NAME")]),
            Step::LibraryVersion => {
                words.extend(["CLIENT", "SETINFO", "LIB-VER", env!("CARGO_PKG_VERSION")]);
            }
        }
        // A `Vec` has room for anything.
        let _ = Encoder::new(out).command(&words);
    }

    fn password(&self) -> Option<&str> {
        self.credentials.as_ref().map(|credentials| credentials.password.reveal())
    }

    /// Takes the answer to the oldest step without one; further requests may follow.
    pub(super) fn handle_reply(&mut self, reply: Frame<'_>) -> Result<(), SessionError> {
        if self.answered == self.written {
            return Err(SessionError::SurplusReply);
        }
        let step = self.steps[self.answered];
        self.answered += 1;
        if let Some(error) = ServerError::from_frame(reply) {
            return self.handle_error(step, error);
        }
        let expected = match step {
            Step::Hello => reply.kind() == Kind::Map,
            _ => reply.as_bytes() == Some(b"OK"),
        };
        if !expected {
            return Err(SessionError::OddHandshake);
        }
        if step == Step::Hello {
            self.add_common_steps();
        }
        Ok(())
    }

    fn handle_error(&mut self, step: Step, error: ServerError) -> Result<(), SessionError> {
        match step {
            Step::Hello if is_unknown(&error) => {
                if self.choice == ProtocolChoice::Resp3 {
                    return Err(SessionError::NoResp3);
                }
                self.continue_in_resp2();
                Ok(())
            }
            // They help those who look after the server, and are not worth a
            // connection: servers before 7.2 do not know CLIENT SETINFO.
            Step::ClientName | Step::LibraryName | Step::LibraryVersion => Ok(()),
            // Servers before users have no code of their own for a wrong password.
            Step::Auth => Err(SessionError::Auth(self.without_password(error))),
            _ if matches!(error.code(), "WRONGPASS" | "NOAUTH" | "NOPERM") => {
                Err(SessionError::Auth(self.without_password(error)))
            }
            _ => Err(SessionError::Handshake(self.without_password(error))),
        }
    }

    /// What HELLO would have done, one by one, and the rest.
    fn continue_in_resp2(&mut self) {
        self.protocol = Protocol::Resp2;
        self.steps.extend(self.credentials.is_some().then_some(Step::Auth));
        self.steps.extend(self.client_name.is_some().then_some(Step::ClientName));
        self.add_common_steps();
    }

    fn add_common_steps(&mut self) {
        self.steps.extend((self.database != 0).then_some(Step::Select));
        if self.set_info {
            self.steps.extend([Step::LibraryName, Step::LibraryVersion]);
        }
    }

    /// Servers repeat the words that they did not understand, and may cut them
    /// short.
    fn without_password(&self, error: ServerError) -> ServerError {
        let password = self.password().unwrap_or_default();
        if password.is_empty() {
            return error;
        }
        let message = error.message().split(", with args beginning").next().unwrap_or_default();
        error.with_message(&message.replace(password, "***"))
    }
}

/// "RESP versions": servers before 6 do not know HELLO, others may refuse the
/// version.
fn is_unknown(error: &ServerError) -> bool {
    error.code() == "NOPROTO" || error.message().starts_with("unknown command")
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use core::sync::atomic::{AtomicU32, Ordering};

    use bytes::{Buf, BytesMut};
    use resp_core::{Decoder, Progress};

    use super::*;
    use crate::config::ConfigBuilder;
    use crate::session::{Event, Lanes, Session, Transmit};

    const HELLO: &str = "%1\r\n+proto\r\n:3\r\n";
    const UNKNOWN: &str = "-ERR unknown command 'HELLO'\r\n";

    /// Each write, commands separated by semicolons, and all that is answered.
    type Script<'a> = &'a [(&'a str, &'a str)];

    fn wire(commands: &str) -> Vec<u8> {
        let info = "CLIENT SETINFO LIB-NAME resp-net;CLIENT SETINFO LIB-VER ";
        let commands = commands.replace("INFO", &format!("{info}{}", env!("CARGO_PKG_VERSION")));
        let mut wire = Vec::new();
        for command in commands.split(';') {
            let words: Vec<&str> = command.split(' ').collect();
            Encoder::new(&mut wire).command(&words).unwrap();
        }
        wire
    }

    /// Plays the script, with answers in pieces of `size` bytes: how it ends.
    fn outcome(config: &Config, script: Script<'_>, size: usize) -> Result<Protocol, SessionError> {
        let mut session = Session::new(config, Lanes::Shared, 0);
        let mut input = BytesMut::new();
        for (index, (request, answer)) in script.iter().enumerate() {
            let mut out = Transmit::default();
            session.poll_transmit(&mut out, 0);
            assert_eq!(out.chunk().escape_ascii().to_string(), wire(request).escape_ascii().to_string());
            assert!(!session.poll_transmit(&mut Transmit::default(), 0), "a request is written once");
            let (mut sent, len) = (0, answer.len());
            while sent < len {
                let end = len.min(sent.saturating_add(size));
                input.extend_from_slice(&answer.as_bytes()[sent..end]);
                sent = end;
                match session.receive(&mut input) {
                    None => {}
                    Some(event) => {
                        assert_eq!((index + 1, sent), (script.len(), len), "{event:?} before the end");
                        return end_of(event);
                    }
                }
            }
        }
        end_of(session.receive(&mut input).expect("the handshake is over"))
    }

    fn end_of(event: Event) -> Result<Protocol, SessionError> {
        match event {
            Event::Ready(protocol) => Ok(protocol),
            Event::Closed(error) => Err(error),
            event => panic!("{event:?}"),
        }
    }

    fn named() -> ConfigBuilder {
        Config::builder().client_name("shop")
    }

    fn full() -> ConfigBuilder {
        named().username("app").password("s3cret").database(7)
    }

    #[test]
    fn as_few_writes_as_can_be() {
        let resp2 = |builder: ConfigBuilder| builder.protocol(ProtocolChoice::Resp2);
        let plain = || Config::builder().set_info(false);
        let rows: [(ConfigBuilder, Script<'_>, Protocol); 13] = [
            (plain(), &[("HELLO 3", HELLO)], Protocol::Resp3),
            (resp2(plain()), &[], Protocol::Resp2),
            (Config::builder(), &[("HELLO 3", HELLO), ("INFO", "+OK\r\n+OK\r\n")], Protocol::Resp3),
            (named().set_info(false), &[("HELLO 3 SETNAME shop", HELLO)], Protocol::Resp3),
            (
                full(),
                &[
                    ("HELLO 3 AUTH app s3cret SETNAME shop", HELLO),
                    ("SELECT 7;INFO", "+OK\r\n+OK\r\n+OK\r\n"),
                ],
                Protocol::Resp3,
            ),
            (
                full().set_info(false),
                &[("HELLO 3 AUTH app s3cret SETNAME shop", HELLO), ("SELECT 7", "+OK\r\n")],
                Protocol::Resp3,
            ),
            // Redis 7.0, and a user who may not run CLIENT.
            (
                Config::builder(),
                &[
                    ("HELLO 3", HELLO),
                    ("INFO", "-ERR unknown subcommand 'SETINFO'. Try CLIENT HELP.\r\n-NOPERM no\r\n"),
                ],
                Protocol::Resp3,
            ),
            // Servers that do not know RESP3 are asked for the same in one write.
            (
                full(),
                &[
                    ("HELLO 3 AUTH app s3cret SETNAME shop", UNKNOWN),
                    (
                        "AUTH app s3cret;CLIENT SETNAME shop;SELECT 7;INFO",
                        "+OK\r\n+OK\r\n+OK\r\n-ERR\r\n-ERR\r\n",
                    ),
                ],
                Protocol::Resp2,
            ),
            (
                plain().password("s3cret"),
                &[("HELLO 3 AUTH default s3cret", "-NOPROTO no\r\n"), ("AUTH s3cret", "+OK\r\n")],
                Protocol::Resp2,
            ),
            (plain(), &[("HELLO 3", UNKNOWN)], Protocol::Resp2),
            (
                resp2(full()),
                &[(
                    "AUTH app s3cret;CLIENT SETNAME shop;SELECT 7;INFO",
                    "+OK\r\n+OK\r\n$2\r\nOK\r\n+OK\r\n+OK\r\n",
                )],
                Protocol::Resp2,
            ),
            (resp2(Config::builder()), &[("INFO", "-NOAUTH no\r\n-NOAUTH no\r\n")], Protocol::Resp2),
            // A name is not worth a connection.
            (resp2(named().set_info(false)), &[("CLIENT SETNAME shop", "-NOPERM no\r\n")], Protocol::Resp2),
        ];
        for (builder, script, protocol) in rows {
            let config = builder.build().unwrap();
            for size in [usize::MAX, 1, 7] {
                assert_eq!(outcome(&config, script, size), Ok(protocol), "{script:?}");
            }
        }
    }

    fn server_error(line: &str) -> ServerError {
        let (mut decoder, text) = (Decoder::new(), format!("-{line}\r\n"));
        let Ok(Progress::Frame(frame)) = decoder.decode(text.as_bytes()) else { panic!("{line}") };
        ServerError::from_frame(frame).unwrap()
    }

    #[test]
    fn a_refusal_says_whether_the_password_is_to_blame() {
        let auth = |line: &str| SessionError::Auth(server_error(line));
        let other = |line: &str| SessionError::Handshake(server_error(line));
        let hello = "HELLO 3 AUTH app s3cret SETNAME shop";
        let old = "AUTH app s3cret;CLIENT SETNAME shop;SELECT 7";
        let rows: [(Script<'_>, SessionError); 11] = [
            (&[(hello, "-WRONGPASS invalid pair\r\n")], auth("WRONGPASS invalid pair")),
            (&[(hello, "-NOAUTH not yet\r\n")], auth("NOAUTH not yet")),
            (&[(hello, "-NOPERM may not\r\n")], auth("NOPERM may not")),
            (&[(hello, "-ERR max number of clients\r\n")], other("ERR max number of clients")),
            (&[(hello, "-ERR near 's3cret' s3cret\r\n")], other("ERR near '***' ***")),
            (&[(hello, HELLO), ("SELECT 7", "-NOPERM may not\r\n")], auth("NOPERM may not")),
            (&[(hello, HELLO), ("SELECT 7", "-ERR out of range\r\n")], other("ERR out of range")),
            (&[(hello, UNKNOWN), (old, "-ERR invalid password\r\n")], auth("ERR invalid password")),
            (&[(hello, UNKNOWN), (old, "+OK\r\n+OK\r\n-ERR out of range\r\n")], other("ERR out of range")),
            (&[(hello, HELLO), ("SELECT 7", "+QUEUED\r\n")], SessionError::OddHandshake),
            (&[(hello, "+OK\r\n")], SessionError::OddHandshake),
        ];
        let config = full().set_info(false).build().unwrap();
        for (script, error) in rows {
            for size in [usize::MAX, 1] {
                assert_eq!(outcome(&config, script, size), Err(error.clone()), "{script:?}");
            }
        }
        // The answer to SETINFO may be an error, but not anything.
        let script: Script<'_> = &[("HELLO 3", HELLO), ("INFO", ":1\r\n")];
        assert_eq!(outcome(&Config::default(), script, 1), Err(SessionError::OddHandshake));
    }

    #[test]
    fn each_handshake_asks_for_credentials_once() {
        static ASKED: AtomicU32 = AtomicU32::new(0);
        let provide = || Credentials {
            username: Some("app".into()),
            password: format!("token-{}", ASKED.fetch_add(1, Ordering::Relaxed)).into(),
        };
        // They come instead of those that were set.
        let builder = full().credentials_provider(provide).set_info(false);
        let config = builder.client_name("c").database(0).build().unwrap();
        assert_eq!(ASKED.load(Ordering::Relaxed), 0, "not before there is a connection");
        for count in 0..3 {
            // Also where it is sent a second time.
            let hello = format!("HELLO 3 AUTH app token-{count} SETNAME c");
            let auth = format!("AUTH app token-{count};CLIENT SETNAME c");
            let script: Script<'_> = &[(&hello, UNKNOWN), (&auth, "+OK\r\n+OK\r\n")];
            assert_eq!(outcome(&config, script, usize::MAX), Ok(Protocol::Resp2));
            assert_eq!(ASKED.load(Ordering::Relaxed), count + 1);
        }
    }
}
