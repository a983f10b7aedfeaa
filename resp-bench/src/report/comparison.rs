//! Ours beside every other contestant of a section.

use super::claims::has_claim;
use super::words;
use crate::format;
use crate::record::{Metric, Ratio, Role, Row, Section, Wanted};

/// One of ours and those that it is compared with.
#[derive(Debug, Clone)]
pub(crate) struct Comparison<'record> {
    pub(crate) section: &'record Section,
    pub(crate) ours: &'record Row,
    /// What the ratios are of.
    pub(crate) metric: Metric,
    /// Ours divided by each of the others.
    pub(crate) others: Vec<(&'record Row, Ratio)>,
    /// Ours divided by hand-written loops.
    pub(crate) limits: Vec<(&'record Row, Ratio)>,
}

/// All comparisons of a section: one for each of ours that was measured. Where
/// somebody claims something, what matters is whether it is so.
pub(crate) fn comparisons(section: &Section) -> Vec<Comparison<'_>> {
    let metric = words::lead(section).filter(|_| !has_claim(section));
    let Some(metric) = metric else { return Vec::new() };
    let ours = section.rows.iter().filter(|row| row.role == Role::Ours && row.median(metric).is_some());
    ours.map(|ours| {
        let ratios = |role| {
            let rows = section.rows.iter().filter(move |row| row.role == role);
            rows.filter_map(|row| Some((row, ours.ratio_to(row, metric)?))).collect()
        };
        Comparison { section, ours, metric, others: ratios(Role::Other), limits: ratios(Role::Limit) }
    })
    .collect()
}

/// How ours stands to the best of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    Ahead,
    Behind,
    /// Less than half a percent apart.
    Equal,
    /// There is no other.
    Alone,
}

impl Comparison<'_> {
    /// The other that ours compares worst with.
    pub(crate) fn best_other(&self) -> Option<(&Row, Ratio)> {
        let better = |one: &Ratio, than: &Ratio| self.metric.wanted().prefers(than.median, one.median);
        let rows = self.others.iter().copied();
        rows.reduce(|best, other| if better(&other.1, &best.1) { other } else { best })
    }

    /// Whether ours is the better one.
    pub(crate) fn standing(&self) -> Standing {
        match self.best_other() {
            None => Standing::Alone,
            Some((_, ratio)) if (ratio.median - 1.0).abs() < 0.005 => Standing::Equal,
            Some((_, ratio)) if self.metric.wanted().prefers(ratio.median, 1.0) => Standing::Ahead,
            Some(_) => Standing::Behind,
        }
    }

    /// Who is better, and by how much: `rustis is 1.12× faster than resp-net`.
    pub(crate) fn in_words(&self) -> String {
        let Some((other, ratio)) = self.best_other() else { return "no other took part".to_owned() };
        let times = advantage(self.metric, ratio.median);
        let unsure = if ratio.low < 1.0 && ratio.high > 1.0 { ", not in every round" } else { "" };
        match self.standing() {
            Standing::Equal => format!("{} is as good as {}", self.ours.name, other.name),
            Standing::Ahead => {
                let better = words::better(self.metric, times);
                format!("{} is {better} than {}{unsure}", self.ours.name, other.name)
            }
            _ => {
                let better = words::better(self.metric, times.recip());
                format!("{} is {better} than {}{unsure}", other.name, self.ours.name)
            }
        }
    }
}

/// How many times better the first of a quotient is: above 1 if it is the better one.
pub(crate) fn advantage(metric: Metric, ratio: f64) -> f64 {
    if metric.wanted() == Wanted::More { ratio } else { ratio.recip() }
}

/// A ratio with its range: `1.84× (1.80–1.90)`.
pub(crate) fn shown(ratio: Ratio) -> String {
    if ratio.low == ratio.high {
        return format::ratio(ratio.median);
    }
    let [low, high] = [ratio.low, ratio.high].map(format::significant);
    format!("{} ({low}–{high})", format::ratio(ratio.median))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{record, row, section};
    use super::*;

    #[test]
    fn the_best_other_is_named_whoever_wins() {
        let record = record();
        let words: Vec<_> = record.sections.iter().flat_map(comparisons).map(|one| one.in_words()).collect();
        assert_eq!(
            words[..2],
            [
                "ours is 2.00× faster than fast <&>".to_owned(),
                "fast <&> is 1.25× faster than ours".to_owned()
            ]
        );
    }

    #[test]
    fn less_may_be_better() {
        let rows =
            [row("ours", Role::Ours, Metric::Nanos, &[50.0]), row("it", Role::Other, Metric::Nanos, &[80.0])];
        let section = section("a", "g", None, rows);
        let comparison = comparisons(&section).remove(0);
        assert_eq!(comparison.standing(), Standing::Ahead);
        assert_eq!(comparison.in_words(), "ours is 1.60× faster than it");
        assert_eq!(shown(comparison.others[0].1), "0.625×");
    }
}
