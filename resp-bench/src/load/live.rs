//! How a run goes, while it goes: one line on standard error, drawn anew twice a
//! second on a terminal and written once a second elsewhere.

use super::shared::Shared;
use super::tally::Tally;
use crate::format;
use core::time::Duration;
use std::io::{IsTerminal, Write};

/// The display of a run.
#[derive(Debug)]
pub(super) struct Live {
    name: String,
    planned: Option<Duration>,
    on_terminal: bool,
    shown_at: Duration,
    shown: u64,
}

impl Live {
    /// Of a run of this name, and how long it will take if that is known.
    pub(super) fn new(name: &str, planned: Option<Duration>) -> Self {
        let on_terminal = std::io::stderr().is_terminal();
        Self { name: name.to_owned(), planned, on_terminal, shown_at: Duration::ZERO, shown: 0 }
    }

    /// Shows the counts, if it is time to.
    pub(super) fn show(&mut self, shared: &Shared, elapsed: Duration) {
        let interval = Duration::from_millis(if self.on_terminal { 500 } else { 1000 });
        if elapsed < self.shown_at + interval {
            return;
        }
        let line = self.line(&shared.total(), elapsed);
        let mut output = std::io::stderr().lock();
        // A display that cannot be written to is no reason to end.
        let _ = if self.on_terminal { write!(output, "\r\x1b[2K{line}") } else { writeln!(output, "{line}") };
        let _ = output.flush();
    }

    /// Takes the line away.
    pub(super) fn clear(&self) {
        if self.on_terminal {
            let _ = write!(std::io::stderr().lock(), "\r\x1b[2K");
        }
    }

    fn line(&mut self, total: &Tally, elapsed: Duration) -> String {
        let per_second = |count: u64, time: Duration| format::count(count as f64 / time.as_secs_f64());
        let now = per_second(total.requests() - self.shown, elapsed.saturating_sub(self.shown_at));
        let mean = per_second(total.requests(), elapsed);
        (self.shown, self.shown_at) = (total.requests(), elapsed);
        let quantile = |at| total.latencies.micros(at).map_or_else(|| "–".to_owned(), format::micros);
        let left = self.planned.map_or_else(String::new, |planned| {
            format!("  {} left", format::duration(planned.saturating_sub(elapsed)))
        });
        format!(
            "{}  {now}/s now  {mean}/s mean  p50 {}  p99 {}  p99.9 {}  {} errors{left}",
            self.name,
            quantile(0.5),
            quantile(0.99),
            quantile(0.999),
            total.errors,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_speed_now_and_so_far() {
        let mut live = Live::new("get-p1", Some(Duration::from_secs(10)));
        let mut total = Tally::default();
        total.latencies.record(100_000, 1000);
        live.line(&total, Duration::from_secs(1));
        total.latencies.record(100_000, 3000);
        let line = live.line(&total, Duration::from_secs(2));
        assert_eq!(
            line,
            "get-p1  3.00k/s now  2.00k/s mean  p50 100 µs  p99 100 µs  p99.9 100 µs  0 errors  8 s left"
        );
    }
}
