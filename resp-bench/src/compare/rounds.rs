//! Rounds that visit all cells, in each of which the contestants take turns.

use super::cell::Cell;
use super::contestant::Contestant;
use super::window::{self, Conditions};
use super::work::Work;
use crate::failure::Failure;
use crate::measure::Window;
use crate::observe::DISTURBED;
use crate::progress::Progress;
use crate::record::{Files, Goal, Record, Section};
use crate::tally::Tally;
use crate::{format, interrupt};

/// How often a window that others disturbed is repeated at most.
const REPEATS: u32 = 2;
/// All repetitions together are at most this part of the windows: on a machine
/// that is busy all the time they do not help, and the run has to end.
const REPEATED_PART: usize = 4;

/// A cell, who takes part, and what was found so far.
pub(super) struct Entry {
    pub(super) cell: &'static Cell,
    turns: Vec<(&'static Contestant, Tally)>,
}

/// How the rounds ended.
#[derive(Debug)]
pub(super) enum End {
    Complete,
    Interrupted,
    Failed(Failure),
}

/// A comparison that is under way.
pub(super) struct Rounds {
    record: Record,
    entries: Vec<Entry>,
    conditions: Conditions,
    /// Windows that were measured again.
    repeated: usize,
}

impl Entry {
    pub(super) fn new(cell: &'static Cell, wanted: impl IntoIterator<Item = &'static Contestant>) -> Self {
        Self { cell, turns: wanted.into_iter().map(|contestant| (contestant, Tally::default())).collect() }
    }

    /// Whether nobody takes part.
    pub(super) const fn is_empty(&self) -> bool {
        self.turns.is_empty()
    }

    /// Keeps some; whether others had to go.
    pub(super) fn retain(&mut self, keep: impl Fn(&Contestant) -> bool) -> bool {
        let before = self.turns.len();
        self.turns.retain(|(contestant, _)| keep(contestant));
        self.turns.len() < before
    }

    /// Those who were measured; `None` if nobody was.
    fn section(&self) -> Option<Section> {
        let measured = self.turns.iter().filter(|(_, tally)| tally.rounds() > 0);
        let rows: Vec<_> =
            measured.map(|(contestant, tally)| tally.row(contestant.name, contestant.role())).collect();
        (!rows.is_empty()).then(|| Section {
            name: self.cell.name.to_owned(),
            about: self.cell.about.to_owned(),
            group: self.cell.group.to_owned(),
            operation: self.cell.work.operation().to_owned(),
            point: self.cell.point.clone(),
            rows,
        })
    }
}

impl Rounds {
    pub(super) const fn new(record: Record, entries: Vec<Entry>, conditions: Conditions) -> Self {
        Self { record, entries, conditions, repeated: 0 }
    }

    /// All of them, each saved when it is done.
    pub(super) fn run(&mut self, files: &Files) -> End {
        let windows: usize = self.entries.iter().map(|entry| entry.turns.len()).sum();
        let schedule = self.conditions.schedule;
        let all = windows * usize::try_from(schedule.rounds).unwrap_or(usize::MAX);
        let expected = schedule.total(u32::try_from(windows).unwrap_or(u32::MAX));
        let progress = Progress::new(all as u64, expected);
        let mut end = End::Complete;
        for round in 0..schedule.rounds {
            end = self.round(round, all / REPEATED_PART, &progress).unwrap_or_else(End::Failed);
            self.summarize();
            if let (Err(failure), End::Complete) = (files.save(&self.record), &end) {
                end = End::Failed(failure);
            }
            if !matches!(end, End::Complete) {
                break;
            }
        }
        progress.finish();
        end
    }

    /// Everybody once in each cell. Who begins changes from round to round, as
    /// what one does may leave a trace in what the next one finds.
    fn round(&mut self, round: u32, repeatable: usize, progress: &Progress) -> Result<End, Failure> {
        let heading = format!("round {} of {}", round + 1, self.conditions.schedule.rounds);
        for Entry { cell, turns } in &mut self.entries {
            let first = usize::try_from(round).unwrap_or(0) % turns.len();
            let (before, after) = turns.split_at_mut(first);
            for (contestant, tally) in after.iter_mut().chain(before) {
                if interrupt::requested() {
                    return Ok(End::Interrupted);
                }
                progress.step(&heading, &format!("{}, {}", cell.name, contestant.name));
                let measure = || window::measure(cell, contestant, &self.conditions, round == 0);
                let limit =
                    REPEATS.min(u32::try_from(repeatable.saturating_sub(self.repeated)).unwrap_or(REPEATS));
                let (window, repeated) = calmest(measure, limit)?;
                self.repeated += repeated;
                tally.add(&window, matches!(cell.work, Work::Burst(_)));
                progress.done();
            }
        }
        Ok(End::Complete)
    }

    /// What is known so far goes into the record.
    fn summarize(&mut self) {
        self.record.sections = self.entries.iter().filter_map(Entry::section).collect();
        let goals = self.entries.iter().flat_map(|entry| {
            let section = self.record.section(entry.cell.name);
            entry.cell.goals.iter().map(move |goal| goal.compare(entry.cell.name, section))
        });
        self.record.goals = goals.collect::<Vec<Goal>>();
    }

    /// The record, with what a reader must know.
    pub(super) fn finish(mut self, end: &End) -> Record {
        self.summarize();
        self.record.complete = matches!(end, End::Complete);
        let tallies = || self.entries.iter().flat_map(|entry| entry.turns.iter().map(|(_, tally)| tally));
        let windows: usize = tallies().map(Tally::rounds).sum();
        let disturbed: usize = tallies().map(Tally::disturbed).sum();
        let mut notes = Vec::new();
        if self.repeated + disturbed > 0 {
            notes.push(format!(
                "Others took more than {} cores: {} windows were repeated for it, and {disturbed} of {windows} are disturbed nevertheless.",
                format::short(DISTURBED),
                self.repeated
            ));
        }
        if self.conditions.server.is_none() {
            notes.push("The server's CPU time and the cores of others are not known.".to_owned());
        }
        match end {
            End::Complete | End::Interrupted => {}
            End::Failed(failure) => notes.push(format!("Ended early: {failure}.")),
        }
        self.record.notes.extend(notes);
        self.record
    }
}

/// The window in which others disturbed least, of a few if they did, and how
/// often it was repeated.
fn calmest(measure: impl Fn() -> Result<Window, Failure>, limit: u32) -> Result<(Window, usize), Failure> {
    let mut best = measure()?;
    let mut repeated = 0;
    for _ in 0..limit {
        if best.spent.is_calm() || interrupt::requested() {
            break;
        }
        repeated += 1;
        let again = measure()?;
        if again.spent.other_cores < best.spent.other_cores {
            best = again;
        }
    }
    Ok((best, repeated))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::Spent;
    use core::cell::Cell;
    use core::time::Duration;

    fn window(others: f64) -> Window {
        let spent = Spent {
            elapsed: Duration::from_secs(1),
            client_cpu: Duration::ZERO,
            server_cpu: None,
            switches: None,
            system_calls: None,
            other_cores: Some(others),
        };
        Window { operations: 1, spent, latencies: Vec::new(), allocations: None }
    }

    #[test]
    fn disturbed_windows_are_repeated_twice_at_most() {
        for (found, limit, expected, repeated) in [
            (&[0.1][..], 2, 0.1, 0),
            (&[0.9, 0.2], 2, 0.2, 1),
            (&[0.9, 0.5, 0.7], 2, 0.5, 2),
            (&[0.9, 0.95, 0.97], 2, 0.9, 2),
            (&[0.9], 0, 0.9, 0),
        ] {
            let turn = Cell::new(0);
            let measure = || Ok(window(found[turn.replace(turn.get() + 1)]));
            let (best, times) = calmest(measure, limit).unwrap();
            assert_eq!((best.spent.other_cores, times), (Some(expected), repeated), "{found:?}");
        }
    }
}
