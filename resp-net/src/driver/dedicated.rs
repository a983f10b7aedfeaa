//! The rules for whoever holds a connection alone, with either driver: how long
//! a call may take, when it is sent again, and what has to be ended before
//! somebody else has it.

use core::time::Duration;

use resp_core::{Batch, BlockTime, Frame, Lane, Reply, ServerError, Wire};

use super::call::MAX_ATTEMPTS;
use crate::error::{Error, Executed};

/// How much longer than the server a caller waits for a command that waits.
const BLOCK_MARGIN: Duration = Duration::from_millis(500);

/// The time that a call has: what the caller gave it, else what the server
/// may wait and a little more, else what the configuration says.
pub(crate) fn timeout(call_timeout: Option<Duration>, command: &Wire) -> Option<Duration> {
    let patience = match command.block_time() {
        None => call_timeout,
        Some(BlockTime::Forever) => None,
        Some(BlockTime::AtMost(time)) => Some(time.saturating_add(BLOCK_MARGIN)),
    };
    command.timeout().or(patience)
}

/// The time that a batch has: that of all its commands one after the other
/// if some of them wait, else that of one call.
pub(crate) fn batch_timeout<B: Batch>(call_timeout: Option<Duration>, batch: &B) -> Option<Duration> {
    let mut waiting = Some(Duration::ZERO);
    batch.each_wire(&mut |command| {
        if command.block_time().is_some() {
            waiting = timeout(call_timeout, command).and_then(|time| waiting?.checked_add(time));
        }
    });
    Some(call_timeout?.saturating_add(waiting?))
}

/// The attempts of one command so far, each on a connection of its own.
#[derive(Debug, Default)]
pub(crate) struct Attempts {
    count: u8,
    in_doubt: Option<Error>,
}

impl Attempts {
    /// The outcome of the command, unless it is to be sent again: what was not
    /// sent, and what may be sent twice, when its connection is lost.
    pub(crate) fn settle(
        &mut self,
        outcome: Result<Reply, Error>,
        may_repeat: bool,
    ) -> Option<Result<Reply, Error>> {
        let error = match outcome {
            Err(error) => error,
            done => return Some(done),
        };
        self.count += 1;
        let is_no = error.executed() == Executed::No;
        let again = matches!(error, Error::Lost { .. }) && (is_no || may_repeat);
        if !again || self.count == MAX_ATTEMPTS {
            // Of several attempts, it counts what is known of all of them.
            return Some(Err(self.in_doubt.take().filter(|_| is_no).unwrap_or(error)));
        }
        if !is_no {
            self.in_doubt = Some(error);
        }
        None
    }
}

/// The error of a call that had waited for its connection before.
pub(crate) fn after_waiting(error: Error, waited: Duration) -> Error {
    match error {
        Error::Timeout { executed, mut spent } => {
            spent.queued += waited;
            Error::Timeout { executed, spent }
        }
        error => error,
    }
}

/// What a caller has begun and not ended, or set, which the next one would feel.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Begun {
    watch: bool,
    transaction: bool,
    /// Something was set, such as a name or tracking, that lasts as long as the
    /// connection.
    lasting: bool,
}

impl Begun {
    /// A command is sent: it may begin something.
    pub(crate) fn note_command(&mut self, command: &Wire) {
        match command.meta().name() {
            "WATCH" => self.watch = true,
            "MULTI" => self.transaction = true,
            // They end something, or ask.
            "UNWATCH" | "EXEC" | "DISCARD" | "WAIT" | "WAITAOF" => {}
            _ => self.lasting |= command.lane() == Lane::Dedicated,
        }
    }

    /// A whole transaction is sent.
    pub(crate) fn note_transaction<B: Batch>(&mut self, batch: &B) {
        batch.each_wire(&mut |command| self.note_command(command));
        self.transaction = true;
    }

    /// EXEC was answered: it has ended all, unless it says that there was nothing to end.
    pub(crate) fn note_exec(&mut self, reply: Frame<'_>) {
        let aborted = || ServerError::from_frame(reply).is_some_and(|error| error.code() == "EXECABORT");
        if !reply.is_error() || aborted() {
            (self.watch, self.transaction) = (false, false);
        }
    }

    /// A command was answered: it may have ended something.
    pub(crate) fn note_reply(&mut self, command: &Wire, reply: Frame<'_>) {
        let done = reply.as_bytes() == Some(b"OK");
        match command.meta().name() {
            "EXEC" => self.note_exec(reply),
            "DISCARD" if done => (self.watch, self.transaction) = (false, false),
            "UNWATCH" if done => self.watch = false,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use resp_core::{Decoder, Progress, cmd};

    #[test]
    fn what_the_next_caller_would_feel() {
        for (calls, is_felt) in [
            (&["GET k", "BLPOP k 0", "WAIT 0 1", "CLIENT ID"][..], false),
            (&["WATCH k"], true),
            (&["WATCH k", "UNWATCH"], false),
            (&["WATCH k", "MULTI", "EXEC"], false),
            (&["MULTI", "DISCARD"], false),
            (&["MULTI"], true),
            (&["CLIENT SETNAME me"], true),
            (&["client tracking on", "client tracking off"], true),
            (&["READONLY"], true),
            (&["CLIENT NO-TOUCH on", "WATCH k", "MULTI", "EXEC"], true),
        ] {
            let mut begun = Begun::default();
            for words in calls {
                let mut words = words.split(' ');
                let command = cmd::raw(words.next().unwrap()).args(words.collect::<Vec<_>>());
                let command = command.returning::<Reply>();
                begun.note_command(command.wire());
                let mut decoder = Decoder::new();
                let Ok(Progress::Frame(done)) = decoder.decode(b"+OK\r\n") else { panic!() };
                begun.note_reply(command.wire(), done);
            }
            assert_eq!(begun != Begun::default(), is_felt, "{calls:?}");
        }
        let mut begun = Begun::default();
        begun.note_transaction(&[cmd::raw("READONLY").returning::<()>()]);
        assert!(begun.lasting && begun.transaction);
    }
}
