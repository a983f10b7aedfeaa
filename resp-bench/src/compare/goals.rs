//! What resp-net is to reach, and whether it does.

use crate::format;
use crate::record::{self, Metric, Role, Row, Section, Wanted};

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

impl Goal {
    /// What came of it in its section, if that was measured.
    pub(super) fn compare(self, name: &str, section: Option<&Section>) -> record::Goal {
        match self {
            Self::Speed(least) => against(name, section, "", Metric::OpsPerSecond, least),
            Self::SpeedAgainst(others, least) => against(name, section, others, Metric::OpsPerSecond, least),
            Self::Tail(most) => against(name, section, "", Metric::P999Micros, most),
            Self::Cpu(most) => absolute(name, section, Metric::ClientCpuMicros, most),
            Self::SystemCalls(most) => absolute(name, section, Metric::SystemCalls, most),
            Self::Allocations(most) => absolute(name, section, Metric::Allocations, most),
        }
    }
}

/// The other client that ours compares worst with, round by round; without
/// ours the one with the best figure.
pub(super) fn best_other<'row>(section: &'row Section, name: &str, metric: Metric) -> Option<&'row Row> {
    let ours = section.ours();
    let rank = |row: &Row| match ours {
        Some(ours) => ours.ratio_to(row, metric).map(|ratio| ratio.median.recip()),
        None => row.median(metric),
    };
    let others = section.rows.iter().filter(|row| row.role == Role::Other && row.name.contains(name));
    let ranked = others.filter_map(|row| Some((row, rank(row)?)));
    let best =
        ranked.reduce(|best, other| if metric.wanted().prefers(other.1, best.1) { other } else { best });
    best.map(|(row, _)| row)
}

fn absolute(name: &str, section: Option<&Section>, metric: Metric, most: f64) -> record::Goal {
    let ours = section.and_then(Section::ours).and_then(|ours| ours.median(metric));
    record::Goal {
        section: name.to_owned(),
        metric,
        ours,
        best: None,
        theirs: None,
        ratio: None,
        bound: format!("≤ {}", format::short(most)),
        met: ours.map(|ours| ours <= most),
    }
}

fn against(name: &str, section: Option<&Section>, others: &str, metric: Metric, bound: f64) -> record::Goal {
    let ours = section.and_then(Section::ours);
    let best = section.and_then(|section| best_other(section, others, metric));
    let ratio = ours.zip(best).and_then(|(ours, best)| ours.ratio_to(best, metric));
    let ratio = ratio.map(|ratio| ratio.median);
    let sign = if metric.wanted() == Wanted::More { '≥' } else { '≤' };
    record::Goal {
        section: name.to_owned(),
        metric,
        ours: ours.and_then(|ours| ours.median(metric)),
        best: best.map(|best| best.name.clone()),
        theirs: best.and_then(|best| best.median(metric)),
        ratio,
        bound: format!("{sign} {}", format::ratio(bound)),
        met: ratio.map(|ratio| ratio == bound || metric.wanted().prefers(ratio, bound)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::CELLS;
    use super::super::contestant::OURS;
    use super::*;
    use crate::record::Figure;

    fn row(name: &str, speeds: &[f64]) -> Row {
        let role = match name {
            OURS => Role::Ours,
            "raw" => Role::Limit,
            _ => Role::Other,
        };
        let mut row = Row::new(name, role);
        let tails: Vec<_> = speeds.iter().map(|speed| 1e6 / speed).collect();
        row.figures.extend(Figure::of_rounds(speeds, &[]).map(|speed| (Metric::OpsPerSecond, speed)));
        row.figures.extend(Figure::of_rounds(&tails, &[]).map(|tail| (Metric::P999Micros, tail)));
        row.figures.insert(Metric::ClientCpuMicros, Figure::once(0.3));
        row.figures.insert(Metric::Allocations, Figure::once(0.0));
        row
    }

    fn section(rows: Vec<Row>) -> Section {
        Section {
            name: "cell".to_owned(),
            about: String::new(),
            group: String::new(),
            operation: "command".to_owned(),
            point: None,
            rows,
        }
    }

    fn compared(goals: &[Goal], rows: Vec<Row>) -> Vec<record::Goal> {
        let section = section(rows);
        goals.iter().map(|goal| goal.compare("cell", Some(&section))).collect()
    }

    #[test]
    fn ratios_are_of_the_same_round() {
        // The machine was half as fast in the second round, and no ratio changed.
        let rows = vec![
            row(OURS, &[300.0, 150.0]),
            row("slow", &[90.0, 50.0]),
            row("fast", &[100.0, 50.0]),
            row("raw", &[999.0, 999.0]),
        ];
        let goals = [Goal::Speed(2.5), Goal::Cpu(0.25), Goal::SystemCalls(0.03), Goal::Allocations(0.01)];
        let found = compared(&goals, rows);
        let summary: Vec<_> =
            found.iter().map(|one| (one.metric, one.best.as_deref(), one.ratio, one.met)).collect();
        assert_eq!(
            summary,
            [
                (Metric::OpsPerSecond, Some("fast"), Some(3.0), Some(true)),
                (Metric::ClientCpuMicros, None, None, Some(false)),
                (Metric::SystemCalls, None, None, None),
                (Metric::Allocations, None, None, Some(true)),
            ]
        );
    }

    #[test]
    fn tails_are_to_be_shorter() {
        let goals = [Goal::Tail(2.0 / 3.0)];
        let met = |speed| compared(&goals, vec![row(OURS, &[speed]), row("other", &[100.0])])[0].met;
        assert_eq!((met(300.0), met(110.0)), (Some(true), Some(false)));
    }

    #[test]
    fn what_did_not_take_part_has_met_nothing() {
        let goals = [Goal::SpeedAgainst("mutex", 8.0), Goal::SpeedAgainst("each", 1.0)];
        let found = compared(&goals, vec![row("a mutex", &[8.0]), row("b each", &[80.0])]);
        let summary: Vec<_> = found.iter().map(|one| (one.best.as_deref(), one.ours, one.met)).collect();
        assert_eq!(summary, [(Some("a mutex"), None, None), (Some("b each"), None, None)]);
        assert_eq!(Goal::Speed(1.0).compare("cell", None).met, None);
    }

    #[test]
    fn the_hardest_cell_has_all_kinds_of_goals() {
        let cell = CELLS.iter().find(|cell| cell.name == "get-1000").unwrap();
        assert_eq!(compared(cell.goals, vec![row(OURS, &[1.0])]).len(), 4);
    }
}
