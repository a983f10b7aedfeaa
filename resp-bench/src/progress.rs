//! How far the run is, on standard error: a bar on a terminal, a line for
//! each round elsewhere.

use crate::format;
use crate::plan::Cell;
use core::cell::Cell as Shared;
use core::time::Duration;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::time::Instant;

/// Where progress is shown.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: Option<ProgressBar>,
    started: Instant,
    expected: Duration,
    windows: u64,
    done: Shared<u64>,
    round: Shared<u32>,
    rounds: u32,
}

/// Redraws a second: few, as the drawing takes time from what is measured.
const REDRAWS: u8 = 4;

impl Progress {
    /// For `windows` visits of cells in `rounds` rounds, which are expected to
    /// take this long.
    pub(crate) fn new(windows: u64, rounds: u32, expected: Duration) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let target = ProgressDrawTarget::stderr_with_hz(REDRAWS);
            let bar = ProgressBar::with_draw_target(Some(windows), target);
            if let Ok(style) =
                ProgressStyle::with_template("{bar:32.cyan/blue} {percent:>3}%  {prefix}  {msg}")
            {
                bar.set_style(style.progress_chars("━╸─"));
            }
            bar
        });
        let (done, round) = (Shared::new(0), Shared::new(0));
        Self { bar, started: Instant::now(), expected, windows, done, round, rounds }
    }

    /// Says what is measured next.
    pub(crate) fn step(&self, cell: &Cell, round: u32) {
        let left = format::duration(self.left());
        if let Some(bar) = &self.bar {
            bar.set_prefix(format!("{left} left"));
            bar.set_message(format!("round {round}/{}: {}", self.rounds, cell.name()));
        } else if self.round.replace(round) != round {
            eprintln!("round {round} of {}, about {left} left", self.rounds);
        }
    }

    /// Counts one visit.
    pub(crate) fn done(&self) {
        self.done.set(self.done.get() + 1);
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// From the plan at first, then from the time that the visits took.
    fn left(&self) -> Duration {
        let elapsed = self.started.elapsed();
        let (done, all) = (self.done.get() as f64, self.windows as f64);
        let planned = self.expected.saturating_sub(elapsed);
        if self.done.get() * 20 < self.windows {
            return planned;
        }
        elapsed.mul_f64((all - done) / done)
    }
}
