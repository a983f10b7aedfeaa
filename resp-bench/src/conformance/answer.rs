//! What a call came to, and when.

use super::subjects::{Subject, Told};
use core::fmt;
use core::time::Duration;
use std::time::Instant;

/// How long a caller is given to be told something.
pub(super) const PATIENCE: Duration = Duration::from_secs(12);

/// The end of a call.
#[derive(Debug)]
pub(super) struct Answer<T> {
    /// `None` if nothing came in time.
    pub(super) outcome: Option<Result<T, Told>>,
    pub(super) after: Duration,
    limit: Duration,
}

/// Waits for a call, but no longer than [`PATIENCE`].
pub(super) async fn answer<T>(call: impl Future<Output = Result<T, Told>>) -> Answer<T> {
    answer_within(PATIENCE, call).await
}

/// Waits for a call, but no longer than this.
pub(super) async fn answer_within<T>(
    limit: Duration,
    call: impl Future<Output = Result<T, Told>>,
) -> Answer<T> {
    let started = Instant::now();
    let outcome = tokio::time::timeout(limit, call).await.ok();
    Answer { outcome, after: started.elapsed(), limit }
}

impl<T> Answer<T> {
    /// Whether the caller was told that it failed.
    pub(super) const fn is_error(&self) -> bool {
        matches!(self.outcome, Some(Err(_)))
    }
}

/// As the rest of a sentence about the caller: `was told “timed out” after 500 ms`.
impl<T: fmt::Debug> fmt::Display for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = time(self.after);
        match &self.outcome {
            Some(Ok(value)) => write!(f, "got the reply {value:?} after {time}"),
            Some(Err(told)) => write!(f, "was told {told} after {time}"),
            None => write!(f, "was told nothing within {} s", self.limit.as_secs()),
        }
    }
}

/// A time, with its unit.
pub(super) fn time(time: Duration) -> String {
    crate::format::micros(time.as_secs_f64() * 1e6)
}

/// What callers of one client got who each sent an ECHO of a text of their own.
#[derive(Debug, Default)]
pub(super) struct Echoes {
    pub(super) own: usize,
    /// The reply to somebody else.
    pub(super) wrong: usize,
    pub(super) failed: usize,
    pub(super) silent: usize,
    first_error: Option<Told>,
}

/// Time for all of them.
const ECHO_TIME: Duration = Duration::from_secs(5);

impl Echoes {
    /// From this many tasks at once.
    pub(super) async fn ask<S: Subject>(subject: &S, count: usize) -> Self {
        let tasks: Vec<_> = (0..count)
            .map(|number| {
                let subject = subject.clone();
                tokio::spawn(async move {
                    let text = format!("tag-{number}");
                    let reply = tokio::time::timeout(ECHO_TIME, subject.echo(&text)).await;
                    reply.ok().map(|reply| reply.map(|reply| reply == text))
                })
            })
            .collect();
        let mut echoes = Self::default();
        for task in tasks {
            match task.await {
                Ok(Some(Ok(true))) => echoes.own += 1,
                Ok(Some(Ok(false))) => echoes.wrong += 1,
                Ok(Some(Err(told))) => {
                    echoes.failed += 1;
                    echoes.first_error.get_or_insert(told);
                }
                Ok(None) => echoes.silent += 1,
                // It panicked.
                Err(_) => echoes.failed += 1,
            }
        }
        echoes
    }

    pub(super) const fn all(&self) -> usize {
        self.own + self.wrong + self.failed + self.silent
    }

    /// Whether everybody got what is theirs.
    pub(super) const fn are_right(&self) -> bool {
        self.own == self.all()
    }
}

/// `97 of 100 got their own reply, 3 another's`.
impl fmt::Display for Echoes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of {} ECHOs got their own reply", self.own, self.all())?;
        if self.wrong > 0 {
            write!(f, ", {} that of another", self.wrong)?;
        }
        if self.silent > 0 {
            write!(f, ", {} nothing within {} s", self.silent, ECHO_TIME.as_secs())?;
        }
        match &self.first_error {
            Some(told) => write!(f, ", {} an error: {told}", self.failed),
            None if self.failed > 0 => write!(f, ", {} panicked", self.failed),
            None => Ok(()),
        }
    }
}
