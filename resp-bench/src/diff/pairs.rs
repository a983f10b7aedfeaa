//! What two records both have, and what only one of them has.

use crate::record::{Figure, Metric, Ratio, Record, Role, Row, Section};
use crate::report::{advantage, lead};

/// Everything that can be compared.
#[derive(Debug)]
pub(super) struct Pairs<'record> {
    pub(super) medians: Vec<Medians<'record>>,
    pub(super) ratios: Vec<Ratios<'record>>,
    /// Sections, and contestants of sections, that the older record alone has.
    pub(super) only_old: Vec<String>,
    /// The same of the newer one.
    pub(super) only_new: Vec<String>,
}

/// A contestant's figure in both.
#[derive(Debug, Clone)]
pub(super) struct Medians<'record> {
    pub(super) section: &'record str,
    pub(super) contestant: &'record str,
    pub(super) metric: Metric,
    pub(super) old: &'record Figure,
    pub(super) new: &'record Figure,
}

/// The ratio of two contestants in both.
#[derive(Debug, Clone)]
pub(super) struct Ratios<'record> {
    pub(super) section: &'record str,
    /// What is divided, and by what.
    pub(super) names: [&'record str; 2],
    pub(super) metric: Metric,
    /// Whether it is one of ours that is divided.
    pub(super) is_ours: bool,
    pub(super) old: Ratio,
    pub(super) new: Ratio,
}

impl<'record> Pairs<'record> {
    pub(super) fn of(old: &'record Record, new: &'record Record) -> Self {
        let mut pairs = Self {
            medians: Vec::new(),
            ratios: Vec::new(),
            only_old: alone(old, new),
            only_new: alone(new, old),
        };
        for section in &old.sections {
            if let Some(newer) = new.section(&section.name) {
                pairs.add(section, newer);
            }
        }
        pairs
    }

    fn add(&mut self, old: &'record Section, new: &'record Section) {
        let Some(metric) = lead(old) else { return };
        let both: Vec<_> = measured(old).filter_map(|row| Some((row, find(new, &row.name)?))).collect();
        for (row, newer) in &both {
            let (Some(before), Some(after)) = (row.figures.get(&metric), newer.figures.get(&metric)) else {
                continue;
            };
            let (section, contestant) = (old.name.as_str(), row.name.as_str());
            self.medians.push(Medians { section, contestant, metric, old: before, new: after });
        }
        if old.rows.iter().any(|row| row.role == Role::Claim) {
            // How true a claim is has no winner.
            return;
        }
        for one in &both {
            for other in &both {
                self.ratios.extend(Ratios::of(&old.name, metric, *one, *other));
            }
        }
    }
}

impl<'record> Ratios<'record> {
    /// `None` if nobody asks for the ratio of these two: only ours are compared
    /// with others, and everybody with the limit.
    fn of(
        section: &'record str,
        metric: Metric,
        (one, newer_one): (&'record Row, &'record Row),
        (other, newer_other): (&'record Row, &'record Row),
    ) -> Option<Self> {
        let is_ours = one.role == Role::Ours;
        let is_asked_for = match other.role {
            Role::Limit => one.role != Role::Limit,
            Role::Other => is_ours,
            Role::Ours | Role::Claim => false,
        };
        if !is_asked_for {
            return None;
        }
        let (old, new) = (one.ratio_to(other, metric)?, newer_one.ratio_to(newer_other, metric)?);
        Some(Self { section, names: [&one.name, &other.name], metric, is_ours, old, new })
    }

    /// How far the two lie apart, as a part of the smaller one.
    pub(super) fn distance(&self) -> f64 {
        let (old, new) = (self.old.median, self.new.median);
        (new / old).max(old / new) - 1.0
    }

    /// By which part the newer one is worse; below zero if it is better.
    pub(super) fn worse(&self) -> f64 {
        1.0 - advantage(self.metric, self.new.median) / advantage(self.metric, self.old.median)
    }
}

impl Medians<'_> {
    /// The change as a part of the old median.
    pub(super) fn change(&self) -> f64 {
        self.new.median / self.old.median - 1.0
    }

    /// Whether each median lies outside of what the other's rounds reached;
    /// never if one of them has a single round, whose spread nobody knows.
    pub(super) fn is_beyond_spread(&self) -> bool {
        let outside = |value: f64, of: &Figure| of.rounds.len() > 1 && !(of.low..=of.high).contains(&value);
        outside(self.new.median, self.old) && outside(self.old.median, self.new)
    }
}

/// Rows of this run, not what somebody has written.
fn measured(section: &Section) -> impl Iterator<Item = &Row> {
    section.rows.iter().filter(|row| row.role != Role::Claim)
}

fn find<'record>(section: &'record Section, name: &str) -> Option<&'record Row> {
    measured(section).find(|row| row.name == name)
}

fn alone(one: &Record, other: &Record) -> Vec<String> {
    let mut names = Vec::new();
    for section in &one.sections {
        match other.section(&section.name) {
            None => names.push(section.name.clone()),
            Some(its) => {
                let rows = measured(section).filter(|row| find(its, &row.name).is_none());
                names.extend(rows.map(|row| format!("{} of {}", row.name, section.name)));
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn ours_to_all_and_all_to_the_limit() {
        let (old, new) = (sample::record(), sample::record());
        let pairs = Pairs::of(&old, &new);
        let first: Vec<_> =
            pairs.ratios.iter().filter(|ratio| ratio.section == "get-1").map(|ratio| ratio.names).collect();
        let expected = [
            ["ours", "fast <&>"],
            ["ours", "slow"],
            ["ours", "raw loop"],
            ["fast <&>", "raw loop"],
            ["slow", "raw loop"],
        ];
        assert_eq!(first, expected);
        assert_eq!(pairs.medians.len(), 9, "the claim is none of them");
        assert!(pairs.ratios.iter().all(|ratio| ratio.distance() == 0.0 && ratio.worse() == 0.0));
        assert!(pairs.only_old.is_empty() && pairs.only_new.is_empty());
    }

    #[test]
    fn what_one_has_alone_is_listed() {
        let (old, mut new) = (sample::record(), sample::record());
        new.sections[0].rows.remove(1);
        new.sections.remove(1);
        let pairs = Pairs::of(&old, &new);
        assert_eq!(pairs.only_old, ["fast <&> of get-1", "get-64"]);
        assert!(pairs.only_new.is_empty());
    }

    #[test]
    fn changes_within_the_spread_are_told_from_others() {
        let figure = |rounds: &[f64]| Figure::of_rounds(rounds, &[]).unwrap();
        let beyond = |old: &[f64], new: &[f64]| {
            let (old, new) = (figure(old), figure(new));
            let metric = Metric::OpsPerSecond;
            Medians { section: "s", contestant: "c", metric, old: &old, new: &new }.is_beyond_spread()
        };
        assert!(beyond(&[90.0, 100.0, 110.0], &[120.0, 130.0, 140.0]));
        assert!(!beyond(&[90.0, 100.0, 110.0], &[95.0, 130.0, 140.0]), "it reached 95");
        assert!(!beyond(&[100.0], &[200.0]), "nobody knows the spread");
    }
}
