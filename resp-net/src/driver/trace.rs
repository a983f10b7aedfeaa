//! What the feature `tracing` tells; without it these are empty, and cost nothing.
//!
//! A span `call` for each call, with its command, never an argument, and how it
//! ended; events for what happens to a connection. All have the target
//! `resp_net`. None is told under a lock.

#![cfg_attr(
    not(feature = "tracing"),
    allow(unused_variables, clippy::needless_pass_by_ref_mut, reason = "nothing is told")
)]

use crate::config::Config;
use crate::error::{Error, LostReason};

/// The span of one call.
#[derive(Debug)]
pub(super) struct CallSpan {
    #[cfg(feature = "tracing")]
    span: Option<tracing::Span>,
}

impl CallSpan {
    /// Of a call that did not begin.
    pub(super) const fn new() -> Self {
        Self {
            #[cfg(feature = "tracing")]
            span: None,
        }
    }

    /// The call begins.
    #[inline]
    pub(super) fn begin(&mut self, command: &'static str) {
        #[cfg(feature = "tracing")]
        {
            self.span = Some(tracing::debug_span!(target: "resp_net", "call", command));
        }
    }

    /// It ended: it was answered, if only with an error of the server, or not.
    #[inline]
    pub(super) fn end<T>(&mut self, outcome: &Result<T, Error>) {
        #[cfg(feature = "tracing")]
        if let Some(span) = self.span.take() {
            span.in_scope(|| match outcome {
                Ok(_) => tracing::trace!(target: "resp_net", "answered"),
                Err(error) => {
                    tracing::debug!(target: "resp_net", %error, executed = ?error.executed(), "failed");
                }
            });
        }
    }

    /// It is sent again, after so many attempts that may have run.
    pub(super) fn repeated(&self, attempts: u8) {
        #[cfg(feature = "tracing")]
        if let Some(span) = &self.span {
            span.in_scope(|| tracing::debug!(target: "resp_net", attempts, "sent again"));
        }
    }
}

/// There is a connection.
pub(super) fn connected(config: &Config) {
    #[cfg(feature = "tracing")]
    tracing::info!(target: "resp_net", server = %config, "connected");
}

/// There is none any more.
pub(super) fn lost(config: &Config, reason: &LostReason) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "resp_net", server = %config, %reason, "connection lost");
}

/// None came about.
pub(super) fn not_connected(config: &Config, reason: &LostReason) {
    #[cfg(feature = "tracing")]
    tracing::warn!(target: "resp_net", server = %config, %reason, "not connected");
}

#[cfg(all(test, feature = "tracing"))]
mod tests {
    use alloc::string::String;
    use alloc::sync::Arc;
    use alloc::vec::Vec;
    use core::fmt::{Debug, Write};
    use std::sync::Mutex;

    use tracing::field::{Field, Visit};
    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber, subscriber};

    use super::*;

    /// Writes down all that it is told, a line for each span and event.
    #[derive(Clone, Default)]
    struct Notes(Arc<Mutex<Vec<String>>>);

    struct Line(String);

    impl Visit for Line {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            write!(self.0, " {field}={value:?}").expect("a string takes all");
        }
    }

    impl Notes {
        fn note(&self, metadata: &Metadata<'_>, record: impl FnOnce(&mut Line)) {
            assert_eq!(metadata.target(), "resp_net");
            let mut line = Line(String::from(if metadata.is_span() { metadata.name() } else { "event" }));
            record(&mut line);
            self.0.lock().expect("nobody panics").push(line.0);
        }
    }

    impl Subscriber for Notes {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }

        fn new_span(&self, span: &Attributes<'_>) -> Id {
            self.note(span.metadata(), |line| span.record(line));
            Id::from_u64(1)
        }

        fn record(&self, _: &Id, _: &Record<'_>) {}

        fn record_follows_from(&self, _: &Id, _: &Id) {}

        fn event(&self, event: &Event<'_>) {
            self.note(event.metadata(), |line| event.record(line));
        }

        fn enter(&self, _: &Id) {}

        fn exit(&self, _: &Id) {}
    }

    #[test]
    fn what_happens_is_told_and_no_secret() {
        let notes = Notes::default();
        let config = Config::from_url("redis://app:s3cr3t-CANARY@localhost/2").expect("it is a URL");
        subscriber::with_default(notes.clone(), || {
            connected(&config);
            let mut call = CallSpan::new();
            call.begin("GET");
            call.repeated(1);
            call.end::<()>(&Err(Error::Overloaded));
            call.end(&Ok(()));
            lost(&config, &LostReason::Closed);
            not_connected(&config, &LostReason::ConnectTimeout);
        });
        let notes = notes.0.lock().expect("nobody panics").join("\n");
        assert_eq!(
            notes,
            "event message=connected server=redis://localhost:6379/2\n\
             call command=\"GET\"\n\
             event message=sent again attempts=1\n\
             event message=failed error=too much is under way or waiting already, the command was not sent executed=No\n\
             event message=connection lost server=redis://localhost:6379/2 reason=the last handle was dropped\n\
             event message=not connected server=redis://localhost:6379/2 reason=the connect time-out passed"
        );
    }
}
