//! The comparison as text or Markdown.

use super::pairs::{Medians, Pairs, Ratios};
use crate::format;
use crate::record::Record;
use crate::report::{Grid, value};

/// Everything, the circumstances first and the agreement last.
pub(super) fn text(old: &Record, new: &Record, pairs: &Pairs<'_>, markdown: bool) -> String {
    let render = |grid: &Grid| if markdown { grid.markdown() } else { grid.text() };
    let mut text = format!("{}: {} and {}\n", new.command, old.date, new.date);
    for line in circumstances(old, new) {
        text.push_str(&format!("Different {line}\n"));
    }
    for (names, which) in [(&pairs.only_old, "old"), (&pairs.only_new, "new")] {
        if !names.is_empty() {
            text.push_str(&format!("Only in the {which} record: {}\n", names.join(", ")));
        }
    }
    if !pairs.medians.is_empty() {
        let note = "* each lies outside of what the other's rounds reached";
        text.push_str(&format!("\n{}\n{note}\n", render(&medians(&pairs.medians))));
    }
    if !pairs.ratios.is_empty() {
        text.push_str(&format!("\n{}", render(&ratios(&pairs.ratios))));
    }
    text.push_str(&format!("\n{}\n", agreement(&pairs.ratios)));
    text
}

/// What is not the same, apart from the figures.
fn circumstances(old: &Record, new: &Record) -> Vec<String> {
    let mut lines = Vec::new();
    let mut compare = |what: &str, old: String, new: String| {
        if old != new {
            let shown = |text: String| if text.is_empty() { "none".to_owned() } else { text };
            lines.push(format!("{what}: {}, then {}", shown(old), shown(new)));
        }
    };
    let of = |record: &Record| {
        let environment = &record.environment;
        let machine = &environment.machine;
        let server = environment.server.as_ref();
        [
            ("machine", format!("{}, {} cores", machine.cpu, machine.cores)),
            ("system", format!("{}, {}", machine.system, machine.kernel)),
            ("server", server.map_or_else(String::new, |server| server.version.clone())),
            ("features", environment.features.join(" ")),
            ("placement", environment.placement.clone()),
        ]
    };
    for ((what, old), (_, new)) in of(old).into_iter().zip(of(new)) {
        compare(what, old, new);
    }
    changed(&old.environment.versions, &new.environment.versions, |name, old, new| {
        compare(&format!("version of {name}"), old, new);
    });
    changed(&old.settings, &new.settings, |name, old, new| compare(&format!("setting, {name}"), old, new));
    for (record, which) in [(old, "old"), (new, "new")] {
        if !record.complete {
            lines.push(format!("extent: the {which} record was ended early"));
        }
    }
    lines
}

/// Calls with every name of either list, and its values.
fn changed(old: &[(String, String)], new: &[(String, String)], mut see: impl FnMut(&str, String, String)) {
    let value = |list: &[(String, String)], name: &str| {
        list.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let added = new.iter().filter(|(name, _)| old.iter().all(|(one, _)| one != name));
    for (name, _) in old.iter().chain(added) {
        see(name, value(old, name), value(new, name));
    }
}

fn medians(medians: &[Medians<'_>]) -> Grid {
    let mut grid = Grid::new(3, ["section", "contestant", "what", "old", "new", "change", ""]);
    for one in medians {
        grid.push([
            one.section.to_owned(),
            one.contestant.to_owned(),
            one.metric.title().to_owned(),
            value(one.metric, one.old.median),
            value(one.metric, one.new.median),
            percent(one.change()),
            if one.is_beyond_spread() { "*".to_owned() } else { String::new() },
        ]);
    }
    grid
}

fn ratios(ratios: &[Ratios<'_>]) -> Grid {
    let mut grid = Grid::new(3, ["section", "ratio", "what", "old", "new", "change"]);
    for one in ratios {
        grid.push([
            one.section.to_owned(),
            one.names.join(" ÷ "),
            one.metric.title().to_owned(),
            format::ratio(one.old.median),
            format::ratio(one.new.median),
            percent(one.new.median / one.old.median - 1.0),
        ]);
    }
    grid
}

/// How well the ratios repeat.
fn agreement(ratios: &[Ratios<'_>]) -> String {
    let worst = ratios.iter().max_by(|one, other| one.distance().total_cmp(&other.distance()));
    let Some(worst) = worst else { return "No ratios in common.".to_owned() };
    let within = |bound: f64| {
        // A little more, for the rounding of quotients that are exactly so far apart.
        let count = ratios.iter().filter(|ratio| ratio.distance() <= bound + 1e-9).count();
        format!("{:.0} %", 100.0 * count as f64 / ratios.len() as f64)
    };
    format!(
        "{} ratios: {} agree within 10 %, {} within 20 %, worst: {} apart ({})",
        ratios.len(),
        within(0.1),
        within(0.2),
        format::percent(worst.distance()).replace('%', " %"),
        described(worst)
    )
}

/// A ratio of ours that got worse, in a line.
pub(super) fn complaint(ratio: &Ratios<'_>) -> String {
    format!("{:.0} % worse: {}", ratio.worse() * 100.0, described(ratio))
}

fn described(ratio: &Ratios<'_>) -> String {
    let [one, other] = ratio.names;
    let [old, new] = [ratio.old, ratio.new].map(|ratio| format::ratio(ratio.median));
    format!("{}, {one} ÷ {other}, {}: {old}, then {new}", ratio.section, ratio.metric.title())
}

fn percent(part: f64) -> String {
    if part.is_finite() { format!("{:+.1} %", part * 100.0) } else { "–".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Figure, Metric};
    use crate::report::sample;

    fn changed_by(factor: f64) -> (Record, Record) {
        let (old, mut new) = (sample::record(), sample::record());
        let figures = &mut new.sections[0].rows[0].figures;
        let rounds: Vec<_> =
            figures[&Metric::OpsPerSecond].rounds.iter().map(|round| round * factor).collect();
        figures.insert(Metric::OpsPerSecond, Figure::of_rounds(&rounds, &[]).unwrap());
        (old, new)
    }

    fn shown(old: &Record, new: &Record, markdown: bool) -> String {
        text(old, new, &Pairs::of(old, new), markdown)
    }

    #[test]
    fn the_last_line_says_how_well_ratios_agree() {
        let (old, new) = changed_by(1.5);
        let text = shown(&old, &new, false);
        assert_eq!(
            text.lines().last(),
            Some(
                "10 ratios: 70 % agree within 10 %, 70 % within 20 %, worst: 50 % apart \
                 (get-1, ours ÷ raw loop, ops/s: 0.500×, then 0.750×)"
            )
        );
        let row = "get-1    ours        ops/s  22.0k  33.0k  +50.0 %  *";
        assert!(text.lines().any(|line| line == row), "{text}");
        assert!(
            text.lines().any(|line| line.starts_with("get-1    ours ÷ slow") && line.ends_with("+50.0 %"))
        );
        assert!(!text.contains("Different"));
    }

    #[test]
    fn circumstances_come_first() {
        let (old, mut new) = changed_by(1.0);
        new.environment.machine.cores = 8;
        new.environment.server = None;
        new.environment.versions[1].1 = "2.0.0".to_owned();
        new.settings.clear();
        new.complete = false;
        let text = shown(&old, &new, true);
        let lines: Vec<_> = text.lines().skip(1).take(5).collect();
        assert_eq!(
            lines,
            [
                "Different machine: Some CPU, 2 cores, then Some CPU, 8 cores",
                "Different server: valkey 9.1.0, then none",
                "Different version of tokio: 1.54.1, then 2.0.0",
                "Different setting, rounds: 3, then none",
                "Different extent: the new record was ended early",
            ]
        );
        assert!(text.contains("| section | contestant |"), "{text}");
    }

    #[test]
    fn records_without_ratios_say_so() {
        let (mut old, new) = changed_by(1.0);
        old.sections.clear();
        let text = shown(&old, &new, false);
        assert!(
            text.ends_with("No ratios in common.\n")
                && text.contains("Only in the new record: get-1, get-64")
        );
    }
}
