//! What somebody has written beside what was measured here.

use super::words;
use crate::record::{Figure, Metric, Record, Role, Row, Section};

/// The sections that have claims, a line for each contestant that was measured.
pub(super) struct Claims<'record> {
    /// Who or what claims: a column each.
    pub(super) names: Vec<&'record str>,
    pub(super) lines: Vec<Line<'record>>,
}

/// What a contestant reached, and what was claimed in its section.
pub(super) struct Line<'record> {
    pub(super) section: &'record str,
    /// `None` if nobody was measured.
    pub(super) contestant: Option<&'record str>,
    pub(super) metric: Metric,
    /// In the order of the names.
    pub(super) claimed: Vec<Option<&'record Figure>>,
    pub(super) here: Option<&'record Figure>,
}

/// Whether somebody has written something about this section.
pub(super) fn has_claim(section: &Section) -> bool {
    section.rows.iter().any(is_claim)
}

fn is_claim(row: &Row) -> bool {
    row.role == Role::Claim
}

impl<'record> Claims<'record> {
    pub(super) fn of(sections: &[&'record Section]) -> Self {
        let with_claims: Vec<_> = sections.iter().copied().filter(|section| has_claim(section)).collect();
        let mut names: Vec<&str> = Vec::new();
        for claim in with_claims.iter().flat_map(|section| &section.rows).filter(|row| is_claim(row)) {
            if !names.contains(&claim.name.as_str()) {
                names.push(&claim.name);
            }
        }
        let lines = with_claims.iter().flat_map(|section| lines(section, &names)).collect();
        Self { names, lines }
    }

    pub(super) fn of_record(record: &'record Record) -> Self {
        Self::of(&record.sections.iter().collect::<Vec<_>>())
    }
}

fn lines<'record>(section: &'record Section, names: &[&str]) -> Vec<Line<'record>> {
    let Some(metric) = words::lead(section) else { return Vec::new() };
    let claim = |name: &&str| section.rows.iter().find(|row| is_claim(row) && row.name == *name);
    let claimed: Vec<_> = names.iter().map(|name| claim(name)?.figures.get(&metric)).collect();
    let line = |contestant, here| Line {
        section: &section.name,
        contestant,
        metric,
        claimed: claimed.clone(),
        here,
    };
    let measured = section.rows.iter().filter(|row| !is_claim(row));
    let lines: Vec<_> = measured.map(|row| line(Some(row.name.as_str()), row.figures.get(&metric))).collect();
    if lines.is_empty() { vec![line(None, None)] } else { lines }
}

/// A claim: one value, or from one to another.
pub(super) fn shown(metric: Metric, figure: &Figure) -> String {
    let [low, high] = [figure.low, figure.high].map(|value| words::value(metric, value));
    if low == high { low } else { format!("{low}–{high}") }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{row, section};
    use super::*;

    #[test]
    fn every_contestant_stands_beside_all_claims() {
        let of = |name, role, value| row(name, role, Metric::Millis, &[value]);
        let measured = [of("one", Role::Other, 9.0), of("two", Role::Ours, 2.0)];
        let claims = [of("claimed", Role::Claim, 48.0), of("again", Role::Claim, 11.0)];
        let full = section("a", "g", None, claims.clone().into_iter().chain(measured));
        let bare = section("b", "g", None, [claims[1].clone()]);
        let none = section("c", "g", None, [of("one", Role::Other, 1.0)]);
        let claims = Claims::of(&[&full, &bare, &none]);
        assert_eq!(claims.names, ["claimed", "again"]);
        let median = |figure: Option<&Figure>| figure.map(|figure| figure.median);
        let lines: Vec<_> = claims
            .lines
            .iter()
            .map(|line| (line.section, line.contestant, median(line.claimed[0]), median(line.here)))
            .collect();
        assert_eq!(
            lines,
            [
                ("a", Some("one"), Some(48.0), Some(9.0)),
                ("a", Some("two"), Some(48.0), Some(2.0)),
                ("b", None, None, None),
            ]
        );
    }

    #[test]
    fn claims_may_be_ranges() {
        let figure = Figure { median: 2.5, low: 2.0, high: 3.0, rounds: Vec::new() };
        assert_eq!(shown(Metric::Times, &figure), "2.00–3.00");
        assert_eq!(shown(Metric::Millis, &Figure::once(48.0)), "48.0");
    }
}
