//! When each request was due, sent and answered.

use core::time::Duration;

/// An answered request; all times are since the beginning of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Answer {
    /// When it arrived, by the schedule; where there is none, when it was sent.
    pub(super) due: Duration,
    /// When a connection was there for it and began to send it.
    pub(super) sent: Duration,
    /// When its answer was there and had been checked.
    pub(super) done: Duration,
}

/// All that happened in a window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Log {
    /// Answered requests, in the order of their answers.
    pub(super) answers: Vec<Answer>,
    /// For each arrival, when it was due and when the generator let it go.
    pub(super) released: Vec<(Duration, Duration)>,
    /// When the last look was taken.
    pub(super) end: Duration,
}
