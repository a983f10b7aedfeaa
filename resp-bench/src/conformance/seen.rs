//! What was observed, as the process that observed it tells it.

use crate::record::{Figure, Metric, Observed, Role, Row, Verdict};
use core::time::Duration;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One line of JSON between the two processes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Seen {
    pub(super) verdict: Verdict,
    /// One sentence.
    pub(super) text: String,
    pub(super) figures: BTreeMap<Metric, f64>,
}

impl Seen {
    pub(super) fn new(is_good: bool, text: impl Into<String>) -> Self {
        let verdict = if is_good { Verdict::Good } else { Verdict::Bad };
        Self { verdict, text: text.into(), figures: BTreeMap::new() }
    }

    /// It could not be asked.
    pub(super) fn unasked(text: impl Into<String>) -> Self {
        Self { verdict: Verdict::Unasked, text: text.into(), figures: BTreeMap::new() }
    }

    pub(super) fn with(mut self, metric: Metric, value: f64) -> Self {
        self.figures.insert(metric, value);
        self
    }

    pub(super) fn with_time(self, time: Duration) -> Self {
        self.with(Metric::Millis, time.as_secs_f64() * 1e3)
    }

    pub(super) fn with_peak(self, bytes: Option<u64>) -> Self {
        match bytes {
            Some(bytes) => self.with(Metric::PeakBytes, bytes as f64),
            None => self,
        }
    }

    /// As a row of the record.
    pub(super) fn row(self, name: &str, role: Role) -> Row {
        let mut row = Row::new(name, role);
        row.figures = self.figures.into_iter().map(|(metric, value)| (metric, Figure::once(value))).collect();
        row.observed = Some(Observed { verdict: self.verdict, text: self.text });
        row
    }
}
