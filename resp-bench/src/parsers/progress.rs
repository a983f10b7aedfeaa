//! How far the comparison is, on standard error: a bar on a terminal, a line
//! for each part elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// Where progress is shown.
#[derive(Debug)]
pub(super) struct Progress(Option<ProgressBar>);

/// Redraws a second: few, as the drawing takes time from what is measured.
const REDRAWS: u8 = 4;

impl Progress {
    /// For this many turns of parsers.
    pub(super) fn new(turns: u64) -> Self {
        Self(std::io::stderr().is_terminal().then(|| {
            let target = ProgressDrawTarget::stderr_with_hz(REDRAWS);
            let bar = ProgressBar::with_draw_target(Some(turns), target);
            if let Ok(style) =
                ProgressStyle::with_template("{bar:32.cyan/blue} {percent:>3}%  {eta} left  {msg}")
            {
                bar.set_style(style.progress_chars("━╸─"));
            }
            bar
        }))
    }

    /// Says what comes next.
    pub(super) fn step(&self, what: &str) {
        match &self.0 {
            Some(bar) => bar.set_message(what.to_owned()),
            None => eprintln!("{what}"),
        }
    }

    /// Counts one turn.
    pub(super) fn tick(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    /// Removes the bar.
    pub(super) fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
