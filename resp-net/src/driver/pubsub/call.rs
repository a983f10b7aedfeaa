//! One call that begins or ends subscriptions, the same for every kind of client.

use alloc::vec::Vec;
use std::io;

use core::task::{Poll, Waker, ready};
use core::time::Duration;

use bytes::Bytes;
use resp_core::ServerError;

use super::registry::Action;
use super::{Feed, Seat, subscription};
use crate::config::Retry;
use crate::driver::call::{Answer, CallState, Repeatable, Size};
use crate::driver::hub::Request;
use crate::error::Error;
use crate::session::{RequestId, Session, Span, SubmitError, Subscription, Tag};

/// A call of the SUBSCRIBE or UNSUBSCRIBE family, and how far it is.
#[derive(Debug)]
pub(crate) struct SubscriptionState {
    action: Action,
    kind: Subscription,
    names: Vec<Bytes>,
    stage: Stage,
    call: CallState,
}

#[derive(Debug)]
enum Stage {
    New,
    /// It has joined these, which are undone if it fails.
    Joined(Vec<Bytes>),
    Left,
    Done,
}

impl SubscriptionState {
    pub(crate) fn subscribe(kind: Subscription, names: impl IntoIterator<Item: AsRef<[u8]>>) -> Self {
        Self::new(Action::Subscribe, kind, names)
    }

    pub(crate) fn unsubscribe(kind: Subscription, names: impl IntoIterator<Item: AsRef<[u8]>>) -> Self {
        Self::new(Action::Unsubscribe, kind, names)
    }

    fn new(action: Action, kind: Subscription, names: impl IntoIterator<Item: AsRef<[u8]>>) -> Self {
        let names = names.into_iter().map(|name| Bytes::copy_from_slice(name.as_ref())).collect();
        Self { action, kind, names, stage: Stage::New, call: CallState::new() }
    }

    /// Joins or leaves at the first call, then waits for the server to confirm it.
    pub(crate) fn poll<S>(
        &mut self,
        seat: &Seat<S>,
        timeout: Option<Duration>,
        waker: &Waker,
    ) -> Poll<Result<(), Error>>
    where
        for<'a> &'a S: io::Write,
    {
        if matches!(self.stage, Stage::New) {
            self.stage = match self.action {
                Action::Subscribe => Stage::Joined(seat.join(self.kind, &self.names)),
                Action::Unsubscribe => {
                    // Of others the server is not to be told.
                    self.names = seat.leave(self.kind, &self.names);
                    Stage::Left
                }
            };
        }
        let request =
            Subscribe { feed: seat.hub().feed(), action: self.action, kind: self.kind, names: &self.names };
        let outcome = match ready!(self.call.poll(seat.hub(), &request, timeout, waker)) {
            Ok(answer) => refusal(answer).map_or(Ok(()), |error| Err(Error::Server(error))),
            Err(error) => Err(error),
        };
        Poll::Ready(self.finish(seat, outcome))
    }

    fn finish<S>(&mut self, seat: &Seat<S>, outcome: Result<(), Error>) -> Result<(), Error>
    where
        for<'a> &'a S: io::Write,
    {
        let done = match (&outcome, self.action) {
            (Ok(()), _) => true,
            // It was taken care of meanwhile, by another or after a loss.
            (Err(_), Action::Subscribe) => seat.holds(self.kind, &self.names),
            // What the connection held went with it, or nobody had to be told.
            (Err(error), Action::Unsubscribe) => {
                matches!(error, Error::Refused(SubmitError::EmptyBatch) | Error::Lost { .. } | Error::Closed)
            }
        };
        if done {
            self.stage = Stage::Done;
            return Ok(());
        }
        self.undo(seat);
        match outcome {
            // It is not held, and nobody is to be told: it is not wanted any more.
            Err(Error::Refused(SubmitError::EmptyBatch)) => Err(Error::Closed),
            outcome => outcome,
        }
    }

    /// When its time is over, once it was submitted.
    #[cfg(feature = "mio")]
    pub(crate) const fn deadline(&self) -> u64 {
        self.call.deadline()
    }

    /// Gives the call up: what it had begun is undone.
    #[cfg(feature = "tokio")]
    pub(crate) fn give_up<S>(&mut self, seat: &Seat<S>)
    where
        for<'a> &'a S: io::Write,
    {
        self.call.give_up(seat.hub());
        self.undo(seat);
    }

    fn undo<S>(&mut self, seat: &Seat<S>)
    where
        for<'a> &'a S: io::Write,
    {
        match core::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Joined(names) => {
                seat.leave(self.kind, &names);
                seat.align();
            }
            Stage::Left => seat.align(),
            Stage::New | Stage::Done => {}
        }
    }
}

/// The error that came before the end, if one did.
fn refusal(answer: Answer) -> Option<ServerError> {
    answer.into_several().iter().find_map(|reply| ServerError::from_frame(reply.frame()))
}

/// What is told to the server: of the names those that it has to know.
struct Subscribe<'a> {
    feed: &'a Feed,
    action: Action,
    kind: Subscription,
    names: &'a [Bytes],
}

impl Request for Subscribe<'_> {
    fn submit(&self, session: &mut Session, tag: Tag, span: Span) -> Result<RequestId, SubmitError> {
        let registry = &mut self.feed.lock().registry;
        let names = match self.action {
            Action::Subscribe => registry.unheld(self.kind, self.names),
            Action::Unsubscribe => registry.unwanted(self.kind, self.names),
        };
        if names.is_empty() {
            return Err(SubmitError::EmptyBatch);
        }
        let id = session.subscribe(subscription(self.action, self.kind, &names).wire(), tag, span)?;
        if self.action == Action::Unsubscribe {
            registry.note_told(self.kind, &names);
        }
        Ok(id)
    }

    /// Its form is ours; what else there is to it is told when it is submitted.
    fn check(&self, _: &Session) -> Result<(), SubmitError> {
        Ok(())
    }

    fn size(&self) -> Size {
        Size { commands: 1, len: subscription(self.action, self.kind, self.names).wire().encoded_len() }
    }

    /// An error may come before the reply.
    fn batch(&self) -> Option<usize> {
        Some(1)
    }
}

/// Doing it twice does it once.
impl Repeatable for Subscribe<'_> {
    fn may_repeat(&self, _: Retry) -> bool {
        true
    }
}
