//! What was measured as a record.

use super::arrivals::Spacing;
use super::options::rate_name;
use super::run::{Cell, Turn};
use super::window::{Drive, Window};
use crate::distribution::Distribution;
use crate::format;
use crate::record::{Figure, Metric, Observed, Point, Record, Row, Section, Verdict};
use std::collections::BTreeMap;

/// Puts everything measured so far into the record.
pub(super) fn fill(record: &mut Record, cells: &[Cell], spacing: Spacing) {
    let sections = cells.iter().map(|cell| section(cell, spacing));
    record.sections = sections.filter(|section| !section.rows.is_empty()).collect();
}

fn section(cell: &Cell, spacing: Spacing) -> Section {
    let (about, group, point) = match cell.drive {
        Drive::Rate(rate) => {
            let about = format!("{} GETs of 64 bytes a second, {}", format::grouped(rate), spacing.name());
            let family = "p99 latency of GET at a fixed rate, from when it was due".to_owned();
            let point = Point { family, x: f64::from(rate), unit: "requests a second".to_owned() };
            (about, "Open loop", Some(point))
        }
        Drive::Closed(tasks) => {
            let about = format!("GET of 64 bytes, {tasks} tasks, each sends when it has its answer");
            (about, "Closed loop", None)
        }
    };
    Section {
        name: cell.name.clone(),
        about,
        group: group.to_owned(),
        operation: "command".to_owned(),
        point,
        rows: cell.turns.iter().filter_map(|turn| row(turn, cell.drive)).collect(),
    }
}

/// `None` of who has not had a turn.
fn row(turn: &Turn, drive: Drive) -> Option<Row> {
    let mut row = Row::new(turn.contestant.name, turn.contestant.role);
    row.observed = observed(turn, drive);
    if turn.windows.is_empty() {
        return row.observed.is_some().then_some(row);
    }
    row.calm = turn.windows.iter().map(|window| window.spent.is_calm()).collect();
    let mut rounds: BTreeMap<Metric, Vec<f64>> = BTreeMap::new();
    for (metric, figure) in turn.windows.iter().flat_map(Window::figures) {
        rounds.entry(metric).or_default().push(figure);
    }
    // A figure that some rounds have not, for want of answers, would be of other rounds than its neighbours.
    let whole = rounds.into_iter().filter(|(_, rounds)| rounds.len() == row.calm.len());
    let figures = whole.filter_map(|(metric, rounds)| Some((metric, Figure::of_rounds(&rounds, &row.calm)?)));
    row.figures = figures.collect();
    row.latencies = merged(turn).quantiles();
    Some(row)
}

/// Of the rounds that others did not disturb, or of all if there are none.
fn merged(turn: &Turn) -> Distribution {
    let any_calm = turn.windows.iter().any(|window| window.spent.is_calm());
    let mut all = Distribution::default();
    for window in turn.windows.iter().filter(|window| !any_calm || window.spent.is_calm()) {
        all.merge(&window.outcome.from_due);
    }
    all
}

fn observed(turn: &Turn, drive: Drive) -> Option<Observed> {
    let text = if let Some(failure) = &turn.failure {
        format!("failed: {failure}")
    } else {
        let Drive::Rate(rate) = drive else { return None };
        let window = turn.windows.iter().find(|window| turn.saturates() && window.is_saturated())?;
        format!(
            "saturated: {} of {} a second were answered; how long they took grows with the time that it lasts",
            format::count(window.outcome.answered_per_second),
            rate_name(rate),
        )
    };
    Some(Observed { verdict: Verdict::Bad, text })
}

#[cfg(test)]
mod tests {
    use super::super::contestant::CONTESTANTS;
    use super::super::log::{Answer, Log};
    use super::super::outcome::Outcome;
    use super::*;
    use crate::failure::Failure;
    use crate::observe::Spent;
    use crate::record::Role;
    use core::time::Duration;

    /// A second in which so many of 1,000 arrivals were answered, in 2 ms of which 1 was spent waiting.
    fn window(answered: usize, other_cores: f64) -> Window {
        let millis = |count| Duration::from_millis(count);
        let released: Vec<_> = (0..1000).map(|index| (millis(index), millis(index))).collect();
        let answers = released.iter().take(answered);
        let answers = answers
            .map(|(due, _)| Answer { due: *due, sent: *due + millis(1), done: *due + millis(2) })
            .collect();
        let log = Log { answers, released, end: millis(1250) };
        let spent = Spent {
            elapsed: millis(1000),
            client_cpu: millis(20),
            server_cpu: Some(millis(10)),
            switches: Some(2000),
            system_calls: None,
            other_cores: Some(other_cores),
        };
        Window { outcome: Outcome::new(&log, &(Duration::ZERO..millis(1000))), spent }
    }

    fn turn(windows: Vec<Window>) -> Turn {
        Turn { contestant: &CONTESTANTS[0], windows, failure: None }
    }

    #[test]
    fn a_row_has_the_figures_of_its_rounds() {
        let row = row(&turn(vec![window(1000, 0.0), window(1000, 0.9)]), Drive::Rate(1000)).unwrap();
        assert_eq!(
            (row.name.as_str(), row.role, &row.calm[..]),
            ("resp-net", Role::Ours, &[true, false][..])
        );
        let micros = |metric| row.median(metric).map(f64::round);
        assert!((1999.0..=2001.0).contains(&micros(Metric::P99Micros).unwrap()));
        assert!((999.0..=1001.0).contains(&micros(Metric::SentP99Micros).unwrap()));
        assert_eq!(micros(Metric::ClientCpuMicros), Some(20.0));
        assert_eq!(row.figures[&Metric::OpsPerSecond].rounds.len(), 2);
        assert_eq!(row.latencies.last().map(|(quantile, _)| *quantile), Some(1.0));
        assert_eq!(row.observed, None);
    }

    #[test]
    fn who_is_saturated_or_fails_is_said_to_be() {
        let text = |turn: &Turn| row(turn, Drive::Rate(1000)).unwrap().observed.unwrap().text;
        assert!(text(&turn(vec![window(900, 0.0)])).starts_with("saturated: 900 of 1k a second"));
        assert!(
            text(&turn(vec![window(1000, 0.0), window(900, 0.0), window(900, 0.0)])).starts_with("saturated")
        );
        let mostly = turn(vec![window(1000, 0.0), window(900, 0.0), window(1000, 0.0)]);
        assert_eq!(row(&mostly, Drive::Rate(1000)).unwrap().observed, None);
        let failed = Turn { failure: Some(Failure::new("refused")), ..turn(Vec::new()) };
        assert_eq!(text(&failed), "failed: refused");
    }

    #[test]
    fn sections_are_those_that_somebody_had_a_turn_in() {
        let cell =
            |name: &str, drive, windows| Cell { name: name.to_owned(), drive, turns: vec![turn(windows)] };
        let cells = [
            cell("get-closed-64", Drive::Closed(64), vec![window(1000, 0.0)]),
            cell("get-1k", Drive::Rate(1000), vec![window(1000, 0.0)]),
            cell("get-5k", Drive::Rate(5000), Vec::new()),
        ];
        let sections: Vec<_> = cells.iter().map(|cell| section(cell, Spacing::Poisson)).collect();
        assert_eq!(sections.iter().map(|section| section.rows.len()).collect::<Vec<_>>(), [1, 1, 0]);
        assert_eq!(sections[1].point.as_ref().map(|point| point.x), Some(1000.0));
        assert_eq!(sections[1].about, "1,000 GETs of 64 bytes a second, Poisson");
    }
}
