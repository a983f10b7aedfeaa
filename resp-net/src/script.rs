//! Scripts that the server runs, known to it by their SHA-1.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;

use bytes::Bytes;
use resp_core::{Command, ConvertError, Frame, FromReply, Reply, ServerError, ToArg, ToArgs, cmd};

use crate::error::Error;

/// A script in Lua. It is sent to a server once, and from then on only its
/// SHA-1, which is computed here.
///
/// ```no_run
/// # use resp_net::{Client, Error, Script};
/// # async fn example(client: Client) -> Result<(), Error> {
/// let take = Script::new("return redis.call('DECRBY', KEYS[1], ARGV[1])");
/// let left = client.run(&take.key("stock").arg(3).returning::<i64>()).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Script {
    source: Box<str>,
    /// In hexadecimal digits.
    sha1: Box<str>,
}

impl Script {
    /// The script of this text.
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self {
            source: source.into(),
            sha1: alloc::format!("{}", sha1_smol::Sha1::from(source).digest()).into(),
        }
    }

    /// The SHA-1 of the text in hexadecimal digits: what servers know it by.
    ///
    /// ```
    /// let script = resp_net::Script::new("return 1");
    /// assert_eq!(script.sha1(), "e0e1f9fabfc9d4800c877a703b823ac0578ff8db");
    /// ```
    #[must_use]
    pub fn sha1(&self) -> &str {
        &self.sha1
    }

    /// A call without keys and arguments.
    pub const fn call(&self) -> ScriptCall<'_> {
        ScriptCall { script: self, keys: Vec::new(), args: Vec::new(), timeout: None, output: PhantomData }
    }

    /// A call with this key first.
    pub fn key(&self, key: impl ToArg) -> ScriptCall<'_> {
        self.call().key(key)
    }

    /// A call without keys, with this argument first.
    pub fn arg(&self, arg: impl ToArg) -> ScriptCall<'_> {
        self.call().arg(arg)
    }
}

/// Shows the SHA-1 alone: the text may be long.
impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Script({})", self.sha1)
    }
}

/// A [`Script`] with keys and arguments, and what it returns: a [`Reply`] until
/// [`returning`](Self::returning) says otherwise. It can be run any number of times.
///
/// ```
/// use resp_net::Script;
///
/// let sum = Script::new("return ARGV[1] + ARGV[2]");
/// let call = sum.arg(1).arg(2).returning::<i64>();
/// # let _ = call;
/// ```
#[must_use = "a call does nothing until a client runs it"]
pub struct ScriptCall<'s, R = Reply> {
    script: &'s Script,
    keys: Vec<Bytes>,
    args: Vec<Bytes>,
    timeout: Option<Duration>,
    output: PhantomData<fn() -> R>,
}

impl<'s, R> ScriptCall<'s, R> {
    /// Adds a key, `KEYS[n]` in the script.
    pub fn key(mut self, key: impl ToArg) -> Self {
        self.keys.push(Bytes::copy_from_slice(key.to_arg().as_bytes()));
        self
    }

    /// Adds any number of keys.
    pub fn keys(mut self, keys: impl ToArgs) -> Self {
        keys.each_arg(&mut |key| self.keys.push(Bytes::copy_from_slice(key.as_bytes())));
        self
    }

    /// Adds an argument, `ARGV[n]` in the script.
    pub fn arg(mut self, arg: impl ToArg) -> Self {
        self.args.push(Bytes::copy_from_slice(arg.to_arg().as_bytes()));
        self
    }

    /// Adds any number of arguments.
    pub fn args(mut self, args: impl ToArgs) -> Self {
        args.each_arg(&mut |arg| self.args.push(Bytes::copy_from_slice(arg.as_bytes())));
        self
    }

    /// The same call, whose result is to be read as `T`.
    pub fn returning<T: FromReply>(self) -> ScriptCall<'s, T> {
        let Self { script, keys, args, timeout, .. } = self;
        ScriptCall { script, keys, args, timeout, output: PhantomData }
    }

    /// Gives the call this much time, sending the text included. Default: the
    /// client's [`call_timeout`](crate::ConfigBuilder::call_timeout).
    pub const fn timeout(mut self, time: Duration) -> Self {
        self.timeout = Some(time);
        self
    }

    /// What to send first.
    pub(crate) fn by_sha1(&self, call_timeout: Option<Duration>) -> Command<Answer> {
        self.with_time(cmd::evalsha(&*self.script.sha1, &self.keys, &self.args), call_timeout, Duration::ZERO)
    }

    /// What to send after such a reply to that, if anything: the server does
    /// not know the script. Both together have the time of one call, of which
    /// so much is over.
    pub(crate) fn by_source(
        &self,
        reply: &Reply,
        call_timeout: Option<Duration>,
        elapsed: Duration,
    ) -> Option<Command<Answer>> {
        let is_unknown =
            ServerError::from_frame(reply.frame()).is_some_and(|error| error.code() == "NOSCRIPT");
        let eval = || cmd::eval(&*self.script.source, &self.keys, &self.args);
        is_unknown.then(|| self.with_time(eval(), call_timeout, elapsed))
    }

    fn with_time(
        &self,
        command: Command<Reply>,
        call_timeout: Option<Duration>,
        elapsed: Duration,
    ) -> Command<Answer> {
        let command = command.to();
        match self.timeout.or(call_timeout) {
            Some(time) => command.timeout(time.saturating_sub(elapsed)),
            None => command,
        }
    }

    /// What the last reply comes to.
    pub(crate) fn decode(&self, reply: &Reply) -> Result<R::Out, Error>
    where
        R: FromReply,
    {
        let command = cmd::raw("EVALSHA").returning::<R>();
        command.decode(reply.frame()).map_err(Error::from)
    }
}

impl<R> fmt::Debug for ScriptCall<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { script, keys, args, .. } = self;
        write!(f, "{script:?} with {} keys and {} arguments", keys.len(), args.len())
    }
}

/// Any reply, errors too.
#[derive(Debug)]
pub(crate) struct Answer;

impl FromReply for Answer {
    type Out = Reply;
    const CATCHES_ERRORS: bool = true;

    fn from_reply(frame: Frame<'_>) -> Result<Reply, ConvertError> {
        Ok(frame.to_reply())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::BytesMut;
    use resp_core::Decoder;

    fn reply(input: &str) -> Reply {
        Decoder::new().decode_reply(&mut BytesMut::from(input)).unwrap().unwrap()
    }

    #[test]
    fn the_text_follows_only_an_unknown_sha1_within_the_same_time() {
        let script = Script::new("return 1");
        let call = script.key("k").args(["a", "b"]).returning::<i64>();
        let time = Some(Duration::from_secs(1));
        let first = call.by_sha1(time);
        let sha1 = b"e0e1f9fabfc9d4800c877a703b823ac0578ff8db";
        assert!(first.wire().args().eq([&sha1[..], b"1", b"k", b"a", b"b"]));
        assert_eq!(first.wire().timeout(), time);

        let elapsed = Duration::from_millis(300);
        let unknown = reply("-NOSCRIPT No matching script.\r\n");
        let second = call.by_source(&unknown, time, elapsed).unwrap();
        assert!(second.wire().args().eq([&b"return 1"[..], b"1", b"k", b"a", b"b"]));
        assert_eq!(second.wire().timeout(), Some(Duration::from_millis(700)));
        assert_eq!(call.by_source(&unknown, None, elapsed).unwrap().wire().timeout(), None);
        let call = call.timeout(Duration::from_secs(2));
        assert_eq!(
            call.by_source(&unknown, time, elapsed).unwrap().wire().timeout(),
            Some(Duration::from_millis(1700))
        );
        for other in [":1\r\n", "-ERR no\r\n", "+NOSCRIPT\r\n"] {
            assert!(call.by_source(&reply(other), time, elapsed).is_none());
        }
        assert_eq!(call.decode(&reply(":1\r\n")).unwrap(), 1);
        assert!(matches!(call.decode(&reply("-ERR no\r\n")), Err(Error::Server(_))));
        assert_eq!(alloc::format!("{call:?}").len(), "Script()  with 1 keys and 2 arguments".len() + 39);
    }
}
