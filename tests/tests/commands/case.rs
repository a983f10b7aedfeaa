//! One example of the table, as something to run.

use core::any::Any;
use core::fmt;
use core::fmt::Debug;

use resp_core::{Command, FromReply, ReplyError, Wire};
use tests::server::RedisServer;

use crate::talk::Talk;
use crate::words;

/// What the table says of an example.
#[derive(Debug)]
pub(crate) struct About {
    pub(crate) command: &'static str,
    /// The call, as it is written in Rust.
    pub(crate) call: &'static str,
    /// What it is to send.
    pub(crate) wire: &'static str,
    /// The commands that come before it.
    pub(crate) setup: &'static [&'static str],
    /// The Debug text of its result.
    pub(crate) reply: Option<&'static str>,
    /// The code of the error that it is answered with.
    pub(crate) error: Option<&'static str>,
    /// Its reply differs from one run to the next.
    pub(crate) is_volatile: bool,
    /// No server of the tests knows it.
    pub(crate) is_unverified: bool,
    pub(crate) mode: Mode,
}

/// Where an example is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// On a server that is emptied before.
    Shared,
    /// On the one node of a cluster.
    Cluster,
    /// On a server of its own.
    Alone,
    /// On the one node of a cluster of its own.
    Node,
    /// Nowhere: only its bytes are looked at.
    Wire,
}

/// An example to run.
pub(crate) struct Case {
    pub(crate) about: About,
    call: Box<dyn Call>,
}

/// A command of any type.
trait Call {
    fn wire(&self) -> Wire;
    fn answer(&self, talk: &mut Talk) -> Result<Box<dyn Answer>, String>;
}

/// A result of any type.
trait Answer {
    fn text(&self) -> String;
    fn equals(&self, other: &dyn Answer) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl Case {
    pub(crate) fn new<R, K>(about: About, make: impl Fn() -> Command<R, K> + 'static) -> Self
    where
        R: FromReply<Out: Debug + PartialEq + 'static> + 'static,
        K: 'static,
    {
        Self { about, call: Box::new(make) }
    }

    /// What it sends.
    pub(crate) fn wire(&self) -> Wire {
        self.call.wire()
    }

    /// Calls it in RESP2 and in RESP3 and compares the results with each other
    /// and with the expected one.
    pub(crate) fn run(&self, server: &RedisServer) -> Result<(), String> {
        let old = self.run_in(server, 2).map_err(|error| format!("in RESP2: {error}"))?;
        let new = self.run_in(server, 3).map_err(|error| format!("in RESP3: {error}"))?;
        let (Some(old), Some(new)) = (old, new) else { return Ok(()) };
        if !self.about.is_volatile && !old.equals(&*new) {
            return Err(format!("RESP2: {}\n    RESP3: {}", old.text(), new.text()));
        }
        match self.about.reply {
            Some(expected) if expected != new.text() => {
                Err(format!("answers  {}\n    expected {expected}", new.text()))
            }
            _ => Ok(()),
        }
    }

    /// The result; `None` if it is the error that is expected.
    fn run_in(&self, server: &RedisServer, protocol: u8) -> Result<Option<Box<dyn Answer>>, String> {
        let mut talk = Talk::start(server, protocol).map_err(|error| error.to_string())?;
        talk.reset(self.about.mode).map_err(|error| format!("before it: {error}"))?;
        for line in self.about.setup {
            talk.must(&words::split(line)).map_err(|error| format!("{line}: {error}"))?;
        }
        match (self.call.answer(&mut talk), self.about.error) {
            (Ok(answer), None) => Ok(Some(answer)),
            (Err(error), Some(code)) if error.split(' ').next() == Some(code) => Ok(None),
            (Ok(answer), Some(code)) => Err(format!("answers {}, expected the error {code}", answer.text())),
            (Err(error), _) => Err(error),
        }
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about.command, self.about.call)
    }
}

impl<F, R, K> Call for F
where
    F: Fn() -> Command<R, K>,
    R: FromReply<Out: Debug + PartialEq + 'static>,
{
    fn wire(&self) -> Wire {
        self().wire().clone()
    }

    fn answer(&self, talk: &mut Talk) -> Result<Box<dyn Answer>, String> {
        let command = self();
        let mut sent = Vec::new();
        command.wire().write_to(&mut sent);
        let reply = talk.exchange(&sent).map_err(|error| error.to_string())?;
        let (kind, expected) = (reply.kind(), command.wire().meta().replies());
        if !expected.contains(kind) {
            return Err(format!("the table does not expect a reply of kind {}", kind.name()));
        }
        match command.decode(reply.frame()) {
            Ok(result) => Ok(Box::new(result)),
            Err(ReplyError::Server(error)) => Err(error.to_string()),
            Err(ReplyError::Convert(error)) => Err(format!("{error}; it is {:?}", reply.frame().to_value())),
        }
    }
}

/// The name and the arguments.
pub(crate) fn words_of(wire: &Wire) -> Vec<Vec<u8>> {
    let name = wire.meta().name().split(' ').map(|word| word.as_bytes().to_vec());
    name.chain(wire.args().map(<[u8]>::to_vec)).collect()
}

impl<T: Debug + PartialEq + 'static> Answer for T {
    fn text(&self) -> String {
        format!("{self:?}")
    }

    fn equals(&self, other: &dyn Answer) -> bool {
        other.as_any().downcast_ref::<T>() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
