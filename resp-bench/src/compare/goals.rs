//! What resp-net is to reach, and whether it does.

use super::contestant::OURS;
use super::report::{Row, Section};
use super::window::Sample;
use crate::format;
use serde::Serialize;

/// What is to be reached in a cell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Goal {
    /// At least so many times the commands a second of the best of the others.
    Speed(f64),
    /// The same, of the best of those with this in their name.
    SpeedAgainst(&'static str, f64),
    /// A p99.9 of at most this part of the best of the others'.
    Tail(f64),
    /// At most so many microseconds of CPU time for each command.
    Cpu(f64),
    /// At most so many for each command.
    SystemCalls(f64),
    /// At most so many for each command.
    Allocations(f64),
}

/// A goal and what was measured; nothing is known of what did not take part.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Comparison {
    pub(super) cell: &'static str,
    pub(super) what: &'static str,
    pub(super) ours: Option<f64>,
    /// The best of the others, where there is a comparison with them.
    pub(super) best: Option<&'static str>,
    pub(super) theirs: Option<f64>,
    /// Ours to theirs: the median of the rounds.
    pub(super) ratio: Option<f64>,
    pub(super) goal: String,
    pub(super) met: Option<bool>,
}

/// All goals of a cell.
pub(super) fn of_section(section: &Section) -> impl Iterator<Item = Comparison> {
    section.cell.goals.iter().map(|goal| goal.compare(section))
}

impl Goal {
    fn compare(self, section: &Section) -> Comparison {
        match self {
            Self::Speed(least) => {
                against(section, "", "commands/s", Wanted::More, least, |round| Some(round.ops_per_second))
            }
            Self::SpeedAgainst(name, least) => {
                against(section, name, "commands/s", Wanted::More, least, |round| Some(round.ops_per_second))
            }
            Self::Tail(most) => against(section, "", "p99.9 µs", Wanted::Less, most, |round| round.p999),
            Self::Cpu(most) => absolute(section, "CPU µs", most, |ours| Some(ours.cpu_micros)),
            Self::SystemCalls(most) => absolute(section, "system calls", most, |ours| ours.system_calls),
            Self::Allocations(most) => absolute(section, "allocations", most, |ours| ours.allocations),
        }
    }
}

fn absolute(section: &Section, what: &'static str, most: f64, pick: fn(&Row) -> Option<f64>) -> Comparison {
    let ours = section.row(OURS).and_then(pick);
    Comparison {
        cell: section.cell.name,
        what,
        ours,
        best: None,
        theirs: None,
        ratio: None,
        goal: format!("≤ {}", format::short(most)),
        met: ours.map(|ours| ours <= most),
    }
}

fn against(
    section: &Section,
    name: &str,
    what: &'static str,
    wanted: Wanted,
    bound: f64,
    pick: fn(&Sample) -> Option<f64>,
) -> Comparison {
    let ours = section.row(OURS);
    let others = section.rows.iter().filter(|row| row.is_other() && row.name.contains(name));
    // The best is the one that ours compares worst with, round by round; alone, the one with the best figure.
    let rank = |row: &Row| match ours {
        Some(ours) => ours.ratio_to(row, pick).map(f64::recip),
        None => row.median(pick),
    };
    let ranked = others.filter_map(|row| Some((row, rank(row)?)));
    let best = ranked.reduce(|best, other| if wanted.prefers(other.1, best.1) { other } else { best });
    let best = best.map(|(row, _)| row);
    let ratio = ours.zip(best).and_then(|(ours, best)| ours.ratio_to(best, pick));
    Comparison {
        cell: section.cell.name,
        what,
        ours: ours.and_then(|ours| ours.median(pick)),
        best: best.map(|best| best.name),
        theirs: best.and_then(|best| best.median(pick)),
        ratio,
        goal: format!("{} {}", wanted.sign(), format::ratio(bound)),
        met: ratio.map(|ratio| ratio == bound || wanted.prefers(ratio, bound)),
    }
}

/// Which figures are good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    More,
    Less,
}

impl Wanted {
    fn prefers(self, one: f64, other: f64) -> bool {
        if self == Self::More { one > other } else { one < other }
    }

    const fn sign(self) -> char {
        match self {
            Self::More => '≥',
            Self::Less => '≤',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::cell::CELLS;
    use super::*;

    fn row(name: &'static str, speeds: &[f64]) -> Row {
        let sample = |speed: &f64| Sample {
            ops_per_second: *speed,
            cpu_micros: 0.3,
            p50: Some(1.0),
            p999: Some(1e6 / speed),
            allocations: Some(0.0),
            system_calls: None,
            others: None,
        };
        Row::new(name, speeds.iter().map(sample).collect())
    }

    fn compared(cell: &str, rows: Vec<Row>) -> Vec<Comparison> {
        let cell = CELLS.iter().find(|one| one.name == cell).unwrap();
        of_section(&Section { cell, rows }).collect()
    }

    #[test]
    fn ratios_are_of_the_same_round() {
        // The machine was half as fast in the second round, and no ratio changed.
        let rows = vec![row(OURS, &[300.0, 150.0]), row("slow", &[90.0, 50.0]), row("fast", &[100.0, 50.0])];
        let found = compared("get-1000", [rows, vec![row("raw", &[999.0, 999.0])]].concat());
        let summary: Vec<_> = found.iter().map(|one| (one.what, one.best, one.ratio, one.met)).collect();
        assert_eq!(
            summary,
            [
                ("commands/s", Some("fast"), Some(3.0), Some(true)),
                ("CPU µs", None, None, Some(false)),
                ("system calls", None, None, None),
                ("allocations", None, None, Some(true)),
            ]
        );
    }

    #[test]
    fn disturbed_rounds_count_only_if_all_are() {
        let with = |speeds: &[f64], others: &[f64]| {
            let mut rounds = row(OURS, speeds).rounds().to_vec();
            rounds.iter_mut().zip(others).for_each(|(round, others)| round.others = Some(*others));
            rounds
        };
        let ours = Row::new(OURS, with(&[100.0, 300.0, 200.0], &[0.9, 0.0, 0.1]));
        assert_eq!((ours.ops_per_second, ours.calm_rounds), (250.0, 2));
        let theirs = Row::new("other", with(&[1000.0, 150.0, 1000.0], &[0.0, 0.0, 0.9]));
        assert_eq!(ours.ratio_to(&theirs, |round| Some(round.ops_per_second)), Some(2.0));
        let busy = Row::new("busy", with(&[100.0, 100.0, 100.0], &[0.9; 3]));
        assert_eq!((busy.ops_per_second, busy.calm_rounds), (100.0, 0));
        assert_eq!(ours.ratio_to(&busy, |round| Some(round.ops_per_second)), Some(2.0));
    }

    #[test]
    fn tails_are_to_be_shorter() {
        let found = compared("get-1000-workers", vec![row(OURS, &[300.0]), row("other", &[100.0])]);
        assert_eq!(found[1].met, Some(true));
        let found = compared("get-1000-workers", vec![row(OURS, &[110.0]), row("other", &[100.0])]);
        assert_eq!(found[1].met, Some(false));
    }

    #[test]
    fn what_did_not_take_part_has_met_nothing() {
        let found = compared("blocking-64", vec![row("a mutex", &[8.0]), row("b each", &[80.0])]);
        let summary: Vec<_> = found.iter().map(|one| (one.best, one.ours, one.met)).collect();
        assert_eq!(summary, [(Some("a mutex"), None, None), (Some("b each"), None, None)]);
    }
}
