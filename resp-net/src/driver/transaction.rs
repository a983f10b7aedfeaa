//! Commands between MULTI and EXEC, from what is submitted to what it means:
//! the same for every kind of client.

use alloc::vec::Vec;

use resp_core::{Batch, ConvertError, FromReply, Reply, ServerError};

use super::call::{Repeatable, Together};
use super::hub::Request;
use super::slots::Size;
use crate::config::Retry;
use crate::error::{Error, Executed};
use crate::session::{RequestId, Session, Span, SubmitError, Tag};

/// Commands that run together or not at all.
#[derive(Debug)]
pub(crate) struct Transaction<'a, B>(pub(crate) &'a B);

/// How often a transaction that watches is attempted, unless the caller says otherwise.
pub(crate) const WATCH_ATTEMPTS: u32 = 16;

/// Bytes of MULTI and EXEC.
const FRAME_LEN: usize = 15 + 14;

impl<B: Batch> Request for Transaction<'_, B> {
    fn submit(&self, session: &mut Session, tag: Tag, span: Span) -> Result<RequestId, SubmitError> {
        session.submit_transaction(self.0, tag, span)
    }

    fn check(&self, session: &Session) -> Result<(), SubmitError> {
        session.check_batch(self.0).map(drop)
    }

    fn size(&self) -> Size {
        let Size { commands, len } = Together(self.0).size();
        Size { commands: commands + 2, len: len + FRAME_LEN }
    }

    fn batch(&self) -> Option<usize> {
        Some(self.0.count() + 2)
    }
}

impl<B: Batch> Repeatable for Transaction<'_, B> {
    fn may_repeat(&self, retry: Retry) -> bool {
        Together(self.0).may_repeat(retry)
    }
}

/// What the replies to MULTI, to each command and to EXEC come to. That
/// nothing ran because a watched key was changed is a conflict at the first attempt.
pub(crate) fn decode<B: Batch>(batch: &B, replies: &[Reply]) -> Result<B::Out, Error> {
    let [multi, queued @ .., exec] = replies else {
        return Err(mismatch(&Reply::NULL));
    };
    let frame = exec.frame();
    if let Some(error) = ServerError::from_frame(multi.frame()) {
        return Err(without_multi(error, queued));
    }
    if let Some(error) = ServerError::from_frame(frame) {
        let refused = || queued.iter().map(|reply| ServerError::from_frame(reply.frame())).enumerate();
        let first = refused().find_map(|(index, error)| Some((index, error?)));
        return Err(match first {
            Some((index, error)) => Error::NotQueued { index, error },
            None => Error::Server(error),
        });
    }
    if frame.is_null() {
        return Err(Error::Conflict { attempts: 1 });
    }
    let outs = Vec::<Reply>::from_reply(frame).map_err(|error| Error::Convert(error.of_command("EXEC")))?;
    if outs.len() != queued.len() {
        return Err(mismatch(exec));
    }
    batch.decode(outs.into_iter()).map_err(|(index, error)| Error::Batch { index, error })
}

/// WATCH itself may have run, but the transaction has not.
pub(crate) fn as_not_run(error: Error) -> Error {
    match error {
        Error::Lost { reason, .. } => Error::Lost { executed: Executed::No, reason },
        Error::Timeout { spent, .. } => Error::Timeout { executed: Executed::No, spent },
        error => error,
    }
}

/// All `attempts` at a transaction that watches have ended so.
pub(crate) fn of_all_attempts(error: Error, attempts: u32) -> Error {
    match error {
        Error::Conflict { .. } => Error::Conflict { attempts: attempts.max(1) },
        error => error,
    }
}

/// Without MULTI, the server ran what it did not refuse.
fn without_multi(error: ServerError, replies: &[Reply]) -> Error {
    let was_refused = |reply: &Reply| {
        let error = ServerError::from_frame(reply.frame()).map(Error::Server);
        error.is_some_and(|error| error.executed() == Executed::No)
    };
    if replies.iter().all(was_refused) { Error::Server(error) } else { Error::NotATransaction(error) }
}

/// The peer says that it ran more or fewer commands than there were.
fn mismatch(exec: &Reply) -> Error {
    Error::Convert(ConvertError::kind("one result per command", exec.frame()).of_command("EXEC"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;
    use bytes::BytesMut;
    use resp_core::{Decoder, cmd};

    fn replies(input: &str) -> Vec<Reply> {
        let mut input = BytesMut::from(input);
        let mut decoder = Decoder::new();
        core::iter::from_fn(|| decoder.decode_reply(&mut input).unwrap()).collect()
    }

    #[test]
    fn what_the_replies_come_to() {
        let batch = (cmd::incr("n"), cmd::get("k").text());
        let ran = |input: &str| decode(&batch, &replies(input));
        let queued = "+OK\r\n+QUEUED\r\n+QUEUED\r\n";
        let text = "x".repeat(200);
        let whole = alloc::format!("{queued}*2\r\n:7\r\n$200\r\n{text}\r\n");
        assert_eq!(ran(&whole).unwrap(), (7, Some(text)));

        use Executed::{Maybe, No, Yes};
        for (rest, executed, expected) in [
            ("*2\r\n-ERR no integer\r\n$1\r\nx\r\n", Yes, "command 0 of the batch: ERR no integer"),
            ("*-1\r\n", No, "a watched key was changed by others at each of 1 attempts, nothing was run"),
            ("_\r\n", No, "a watched key was changed by others at each of 1 attempts, nothing was run"),
            ("*1\r\n:7\r\n", Yes, "EXEC: reply: expected one result per command, found array"),
            ("*3\r\n:7\r\n:7\r\n:7\r\n", Yes, "EXEC: reply: expected one result per command, found array"),
            ("-EXECABORT because\r\n", No, "EXECABORT because"),
        ] {
            let error = ran(&[queued, rest].concat()).unwrap_err();
            assert_eq!((error.to_string().as_str(), error.executed()), (expected, executed));
        }
        for (input, executed, expected) in [
            (
                "+OK\r\n+QUEUED\r\n-ERR unknown\r\n-EXECABORT because\r\n",
                No,
                "command 1 of the transaction was refused and none was run: ERR unknown",
            ),
            ("-NOAUTH a\r\n-NOAUTH b\r\n-NOAUTH c\r\n-NOAUTH d\r\n", No, "NOAUTH a"),
            (
                "-NOPERM a\r\n:1\r\n-ERR b\r\n-ERR c\r\n",
                Maybe,
                "no transaction was begun, the commands may have run one by one: NOPERM a",
            ),
        ] {
            let error = ran(input).unwrap_err();
            assert_eq!((error.to_string().as_str(), error.executed()), (expected, executed));
        }
    }
}
