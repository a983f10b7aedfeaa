//! How far a run is, on standard error: a bar on a terminal, a line for each
//! round elsewhere.

use crate::format;
use core::cell::{Cell, RefCell};
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
    done: Cell<u64>,
    /// The heading that was printed last.
    heading: RefCell<String>,
}

/// Redraws a second: few, as the drawing takes time from what is measured.
const REDRAWS: u8 = 4;

impl Progress {
    /// For this many windows, which are expected to take this long together.
    pub(crate) fn new(windows: u64, expected: Duration) -> Self {
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
        let (done, heading) = (Cell::new(0), RefCell::default());
        Self { bar, started: Instant::now(), expected, windows, done, heading }
    }

    /// Says what is measured next, under a heading such as `round 2 of 5`.
    pub(crate) fn step(&self, heading: &str, what: &str) {
        let left = format::duration(self.left());
        if let Some(bar) = &self.bar {
            bar.set_prefix(format!("{left} left"));
            bar.set_message(format!("{heading}: {what}"));
        } else if *self.heading.borrow() != heading {
            eprintln!("{heading}, about {left} left");
            heading.clone_into(&mut self.heading.borrow_mut());
        }
    }

    /// Counts one window.
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

    /// From the plan at first, then from the time that the windows took.
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
