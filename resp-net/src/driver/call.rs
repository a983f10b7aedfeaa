//! One call of one caller, from its first submission over what may be sent
//! again to its outcome: the same for every kind of client.

use std::io;

use core::task::{Poll, Waker, ready};
use core::time::Duration;

use resp_core::{Batch, Wire};

use super::hub::{Hub, Request};
use super::slots::Failed;
pub(crate) use super::slots::{Answer, Size};
use super::trace::CallSpan;
use crate::config::Retry;
use crate::error::{Error, Executed};
use crate::session::{RequestId, Session, Span, SubmitError, Tag};

/// How often a request is sent at the most that may have run before.
pub(crate) const MAX_ATTEMPTS: u8 = 3;

/// How far a call is.
#[derive(Debug)]
pub(crate) struct CallState {
    stage: Stage,
    span: Span,
    /// How often it was sent and its fate remained unknown.
    attempts: u8,
    trace: CallSpan,
}

#[derive(Clone, Copy, Debug)]
enum Stage {
    New,
    Waiting(Tag),
    Done,
}

impl CallState {
    pub(crate) const fn new() -> Self {
        Self {
            stage: Stage::New,
            span: Span { start: 0, deadline: u64::MAX },
            attempts: 0,
            trace: CallSpan::new(),
        }
    }

    /// Submits at the first call, then waits. What was not sent, and what may
    /// be sent twice, is submitted again when its connection is lost.
    #[inline]
    pub(crate) fn poll<S>(
        &mut self,
        hub: &Hub<S>,
        request: &impl Repeatable,
        timeout: Option<Duration>,
        waker: &Waker,
    ) -> Poll<Result<Answer, Error>>
    where
        for<'a> &'a S: io::Write,
    {
        if matches!(self.stage, Stage::New) {
            self.trace.begin(request.name());
        }
        let ended = ready!(self.poll_stage(hub, request, timeout, waker));
        self.stage = Stage::Done;
        self.trace.end(&ended);
        Poll::Ready(ended)
    }

    #[inline]
    fn poll_stage<S>(
        &mut self,
        hub: &Hub<S>,
        request: &impl Repeatable,
        timeout: Option<Duration>,
        waker: &Waker,
    ) -> Poll<Result<Answer, Error>>
    where
        for<'a> &'a S: io::Write,
    {
        match self.stage {
            Stage::New => {
                let timeout = if timeout.is_some() { timeout } else { hub.config().call_timeout };
                let (tag, span) = hub.begin(request, timeout, waker)?;
                (self.stage, self.span) = (Stage::Waiting(tag), span);
                Poll::Pending
            }
            Stage::Waiting(tag) => match ready!(hub.poll(tag, request, self.span, waker))? {
                Ok(answer) => Poll::Ready(Ok(answer)),
                Err(failed) => self.handle_failure(hub, request, *failed, waker),
            },
            Stage::Done => panic!("a call is polled after it was ready"),
        }
    }

    /// The call has failed, unless it is sent again.
    #[cold]
    fn handle_failure<S>(
        &mut self,
        hub: &Hub<S>,
        request: &impl Repeatable,
        failed: Failed,
        waker: &Waker,
    ) -> Poll<Result<Answer, Error>>
    where
        for<'a> &'a S: io::Write,
    {
        let Failed { failure, reason } = failed;
        self.attempts += u8::from(failure.executed == Executed::Maybe);
        let again = match failure.executed {
            Executed::No => true,
            _ => self.attempts < MAX_ATTEMPTS && request.may_repeat(hub.config().retry),
        };
        // Of several attempts, it counts what is known of all of them.
        let executed = if self.attempts > 0 { Executed::Maybe } else { failure.executed };
        let Some(reason) = reason.filter(|_| !failure.timed_out) else {
            return Poll::Ready(Err(Error::Timeout { executed, spent: failure.spent }));
        };
        if again && let Ok(tag) = hub.submit(request, self.span, waker) {
            self.trace.repeated(self.attempts);
            self.stage = Stage::Waiting(tag);
            return Poll::Pending;
        }
        Poll::Ready(Err(Error::Lost { executed, reason }))
    }

    /// When its time is over, once it was submitted.
    #[cfg(feature = "mio")]
    pub(crate) const fn deadline(&self) -> u64 {
        self.span.deadline
    }

    /// Gives the call up.
    #[cfg(feature = "tokio")]
    pub(crate) fn give_up<S>(&mut self, hub: &Hub<S>)
    where
        for<'a> &'a S: io::Write,
    {
        if let Stage::Waiting(tag) = core::mem::replace(&mut self.stage, Stage::Done) {
            hub.give_up(tag);
        }
    }
}

/// A request that knows whether it may be sent again after it may have run.
pub(crate) trait Repeatable: Request {
    /// Whether it may.
    fn may_repeat(&self, retry: Retry) -> bool;

    /// What it is called where calls are traced.
    fn name(&self) -> &'static str {
        "pipeline"
    }
}

impl Request for Wire {
    #[inline]
    fn submit(&self, session: &mut Session, tag: Tag, span: Span) -> Result<RequestId, SubmitError> {
        session.submit(self, tag, span)
    }

    fn check(&self, session: &Session) -> Result<(), SubmitError> {
        session.check(self)
    }

    fn size(&self) -> Size {
        Size { commands: 1, len: self.encoded_len() }
    }

    fn batch(&self) -> Option<usize> {
        None
    }
}

impl Repeatable for Wire {
    fn may_repeat(&self, retry: Retry) -> bool {
        self.may_retry() || (retry == Retry::Reads && self.meta().is_read_only())
    }

    fn name(&self) -> &'static str {
        self.meta().name()
    }
}

/// Commands that are sent one after the other.
#[derive(Debug)]
pub(crate) struct Together<'a, B>(pub(crate) &'a B);

impl<B: Batch> Request for Together<'_, B> {
    fn submit(&self, session: &mut Session, tag: Tag, span: Span) -> Result<RequestId, SubmitError> {
        session.submit_batch(self.0, tag, span)
    }

    fn check(&self, session: &Session) -> Result<(), SubmitError> {
        session.check_batch(self.0).map(drop)
    }

    fn size(&self) -> Size {
        let mut len = 0;
        self.0.each_wire(&mut |wire| len += wire.encoded_len());
        Size { commands: self.0.count(), len }
    }

    fn batch(&self) -> Option<usize> {
        Some(self.0.count())
    }
}

impl<B: Batch> Repeatable for Together<'_, B> {
    fn may_repeat(&self, retry: Retry) -> bool {
        let mut may = true;
        self.0.each_wire(&mut |wire| may &= wire.may_repeat(retry));
        may
    }
}
