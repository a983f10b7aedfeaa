//! How requests come into a session, and how they are given up.

use resp_core::{Batch, Kinds, Lane, Wire};

use super::in_flight::Role;
use super::{Lanes, RequestId, Session, Span, SubmitError, Tag};
use crate::error::Executed;

/// What a server takes of one argument, and of their number.
const MAX_ARG_LEN: usize = 512 << 20;
const MAX_ARGS: usize = 1 << 20;

const MULTI: &[u8] = b"*1\r\n$5\r\nMULTI\r\n";
const EXEC: &[u8] = b"*1\r\n$4\r\nEXEC\r\n";
const PING: &[u8] = b"*1\r\n$4\r\nPING\r\n";
/// A subscriber of RESP2 is answered with an array.
const PONG: Kinds = Kinds::STATUS.or(Kinds::LIST);
/// Names the version that is spoken anyway.
const HELLO: &[u8] = b"*2\r\n$5\r\nHELLO\r\n$1\r\n3\r\n";

impl Session {
    /// Queues a command. Its reply, or its failure, comes with `tag`.
    ///
    /// # Errors
    /// It cannot be sent on this connection, or there is no room for it;
    /// nothing of it is queued.
    #[inline]
    pub fn submit(&mut self, command: &Wire, tag: Tag, span: Span) -> Result<RequestId, SubmitError> {
        self.check(command)?;
        self.admit(1, || command.encoded_len())?;
        let len = self.outbox.push(command);
        let expected = (1, self.kinds_of(command));
        Ok(self.in_flight.push(Some(tag), expected, Role::Last, len, span))
    }

    /// Queues several commands as one request with as many replies. No other
    /// command comes between them.
    ///
    /// # Errors
    /// One of them cannot be sent on this connection, there is none, or there
    /// is no room for them; nothing is queued.
    pub fn submit_batch<B: Batch>(
        &mut self,
        batch: &B,
        tag: Tag,
        span: Span,
    ) -> Result<RequestId, SubmitError> {
        let (count, len) = self.check_batch(batch)?;
        self.admit(count, || len)?;
        self.outbox.reserve(len);
        Ok(self.push_batch(batch, tag, span))
    }

    /// Queues several commands between MULTI and EXEC as one request, which has
    /// two replies more than there are commands: that of MULTI, those that tell
    /// what was queued, and that of EXEC. If the connection is lost before a
    /// byte of EXEC was taken by the transport, and the server refused nothing,
    /// none was executed.
    ///
    /// # Errors
    /// As with [`submit_batch`](Self::submit_batch).
    pub fn submit_transaction<B: Batch>(
        &mut self,
        batch: &B,
        tag: Tag,
        span: Span,
    ) -> Result<RequestId, SubmitError> {
        let (count, len) = self.check_batch(batch)?;
        let len = len + MULTI.len() + EXEC.len();
        self.admit(count + 2, || len)?;
        self.outbox.reserve(len);
        let multi = self.outbox.push_bytes(MULTI);
        let id = self.in_flight.push(Some(tag), (1, Kinds::STATUS), Role::Deferred, multi, span);
        batch.each_wire(&mut |command| {
            let len = self.outbox.push(command);
            // MULTI is the first of them: what is queued is told in the same way.
            self.in_flight.extend(Kinds::STATUS, len);
        });
        let exec = self.outbox.push_bytes(EXEC);
        self.in_flight.extend(Kinds::LIST, exec);
        self.in_flight.end_request();
        Ok(id)
    }

    /// Queues a command of the SUBSCRIBE or UNSUBSCRIBE family, and after it a
    /// command that is a fence. The first has no reply of its own but an error;
    /// what it did is told by pushes. The reply to the fence is the last one of
    /// the request: all that the command did has been told before.
    ///
    /// # Errors
    /// It is another command, the connection does not take it, or there is no
    /// room; nothing is queued.
    pub fn subscribe(&mut self, command: &Wire, tag: Tag, span: Span) -> Result<RequestId, SubmitError> {
        let name = command.meta().name();
        self.check_form(command)?;
        if !name.ends_with("SUBSCRIBE") || self.lanes == Lanes::Dedicated {
            return Err(SubmitError::NotACall { command: name });
        }
        if self.lanes == Lanes::Shared && !self.has_pushes() {
            return Err(SubmitError::NeedsDedicated { command: name });
        }
        let (fence, kinds) = self.fence();
        self.admit(1, || command.encoded_len() + fence.len())?;
        let len = self.outbox.push(command) + self.outbox.push_bytes(fence);
        Ok(self.in_flight.push(Some(tag), (1, kinds), Role::Fenced, len, span))
    }

    /// What goes after a command whose replies are not one, and is answered
    /// with. Where replies to others may follow, an error that belongs to the
    /// fence must not pass for one to the command, as the fence's reply would
    /// be awaited for ever and the next one's taken for it. Servers refuse PING
    /// while they load or cannot write to disk; HELLO they never do.
    const fn fence(&self) -> (&'static [u8], Kinds) {
        match self.lanes {
            Lanes::Subscriber => (PING, PONG),
            _ => (HELLO, Kinds::PAIRS),
        }
    }

    /// Queues a PING whose reply nobody is told.
    pub(super) fn submit_ping(&mut self) {
        let len = self.outbox.push_bytes(PING);
        self.in_flight.push(None, (1, PONG), Role::Last, len, Span::default());
    }

    /// Gives a request up: no event will name it. True if it was not handed to
    /// the transport yet; then it never will be.
    pub fn cancel(&mut self, id: RequestId) -> bool {
        if let Some(place) = self.failed.iter().position(|failed| failed.id == id) {
            let failed = self.failed.remove(place);
            return failed.is_some_and(|failed| failed.failure.executed == Executed::No);
        }
        // It may be what the peer was spared for.
        self.liveness.spare(0);
        let Some(len) = self.in_flight.cancel(id) else { return false };
        self.counters.cancelled += 1;
        if !self.is_closed() {
            self.outbox.bury(len, &mut self.in_flight);
        }
        true
    }

    /// Whether a request of as many commands and bytes would be taken now.
    #[inline]
    #[must_use]
    pub const fn has_room(&self, commands: usize, len: usize) -> bool {
        // What is larger than the budget is let in alone.
        self.in_flight.load().1 == 0 || self.is_within_budget(commands, len)
    }

    /// The same, if others are to come that are not submitted yet.
    #[inline]
    pub(crate) const fn is_within_budget(&self, commands: usize, len: usize) -> bool {
        let (held, replies) = self.in_flight.load();
        replies + commands <= self.max_in_flight && held + self.partial + len <= self.budget
    }

    #[inline]
    fn admit(&self, commands: usize, len: impl FnOnce() -> usize) -> Result<(), SubmitError> {
        if self.has_room(commands, len()) { Ok(()) } else { Err(SubmitError::Full) }
    }

    /// Whether a command may be sent here, in the form that it has.
    #[inline]
    pub(crate) fn check(&self, command: &Wire) -> Result<(), SubmitError> {
        self.check_form(command)?;
        let name = command.meta().name();
        match command.lane() {
            _ if self.lanes == Lanes::Subscriber => Err(SubmitError::NotACall { command: name }),
            Lane::Shared => Ok(()),
            Lane::Dedicated | Lane::Blocking if self.lanes == Lanes::Dedicated => Ok(()),
            Lane::Dedicated | Lane::Blocking => Err(SubmitError::NeedsDedicated { command: name }),
            _ => Err(SubmitError::NotACall { command: name }),
        }
    }

    #[inline]
    fn check_form(&self, command: &Wire) -> Result<(), SubmitError> {
        let meta = command.meta();
        let name = meta.name();
        if self.is_closed() {
            return Err(SubmitError::Closed);
        }
        if command.arg_count() < meta.min_args() {
            return Err(SubmitError::TooFewArguments { command: name, needed: meta.min_args() });
        }
        if command.longest_arg() > MAX_ARG_LEN || command.arg_count() >= MAX_ARGS {
            return Err(SubmitError::TooLarge { command: name });
        }
        Ok(())
    }

    /// How many commands a batch has, and bytes, if all of it may be sent here.
    pub(crate) fn check_batch<B: Batch>(&self, batch: &B) -> Result<(usize, usize), SubmitError> {
        let (mut count, mut len) = (0, 0);
        let mut checked = Ok(());
        batch.each_wire(&mut |command| {
            count += 1;
            len += command.encoded_len();
            if checked.is_ok() {
                checked = self.check(command);
            }
        });
        checked?;
        if count == 0 { Err(SubmitError::EmptyBatch) } else { Ok((count, len)) }
    }

    /// What counts is what is written, whatever the batch said of itself before.
    fn push_batch<B: Batch>(&mut self, batch: &B, tag: Tag, span: Span) -> RequestId {
        let mut first = None;
        batch.each_wire(&mut |command| {
            let kinds = self.kinds_of(command);
            let len = self.outbox.push(command);
            if first.is_some() {
                self.in_flight.extend(kinds, len);
            } else {
                first = Some(self.in_flight.push(Some(tag), (1, kinds), Role::Part, len, span));
            }
        });
        if first.is_some() {
            self.in_flight.end_request();
        }
        first.unwrap_or(RequestId(u64::MAX))
    }

    /// What a reply can be. Between MULTI and EXEC it is another, and the
    /// session does not know who holds a dedicated connection in one.
    #[inline]
    fn kinds_of(&self, command: &Wire) -> Kinds {
        match self.lanes {
            Lanes::Dedicated => command.meta().replies().or(Kinds::STATUS),
            _ => command.meta().replies(),
        }
    }
}
