//! A record as Markdown, for a README.

use super::claims::{Claims, has_claim};
use super::comparison::{Comparison, comparisons, shown};
use super::grid::{Cell, Grid, escape};
use super::looks::Looks;
use super::{claims, summary, words};
use crate::format;
use crate::record::{Metric, Record, Role, Section, Verdict};

const DASH: &str = "–";

/// One sentence on where and how it was measured, then compact tables.
pub(crate) fn markdown(record: &Record) -> String {
    let looks = Looks::of(record);
    let mut text = format!("{}\n\n{}\n", conditions(record), escape(&summary::sentence(record)));
    if !record.complete {
        text.push_str("\nThe run was ended early: not everything was measured.\n");
    }
    for (group, metric, sections) in by_group(record) {
        let title = format!("**{}**, {}:", escape(group), words::axis(metric));
        push(&mut text, &title, &values(metric, &sections, &looks));
        let compared: Vec<_> = sections.into_iter().flat_map(comparisons).collect();
        let title = "Ours divided by each other, in brackets the least and the most of the rounds:";
        push(&mut text, title, &ratios(&compared, &looks));
    }
    push(&mut text, "What was observed:", &observations(record, &looks));
    push(&mut text, "Claimed and measured:", &claims(record));
    push(&mut text, "Goals:", &goals(record));
    text
}

fn push(text: &mut String, title: &str, grid: &Grid) {
    if !grid.is_empty() {
        text.push_str(&format!("\n{title}\n\n{}", grid.markdown()));
    }
}

fn conditions(record: &Record) -> String {
    let environment = &record.environment;
    let machine = &environment.machine;
    let server =
        environment.server.as_ref().map_or_else(String::new, |server| format!(" with {}", server.version));
    format!(
        "Measured on {} ({}, {} cores, {}){}, {}, by `{}`.",
        escape(day(&record.date)),
        escape(&machine.cpu),
        machine.cores,
        escape(&machine.kernel),
        escape(&server),
        escape(&environment.placement),
        record.command_line.replace('`', "'"),
    )
}

/// The date of a date with a time.
pub(super) fn day(date: &str) -> &str {
    date.split(['T', ' ']).next().unwrap_or(date)
}

/// Sections under one heading that are about one metric; those with claims have a table of their own.
fn by_group(record: &Record) -> Vec<(&str, Metric, Vec<&Section>)> {
    let mut groups: Vec<(&str, Metric, Vec<&Section>)> = Vec::new();
    for section in record.sections.iter().filter(|section| !has_claim(section)) {
        let Some(metric) = words::lead(section) else { continue };
        let group = if section.group.is_empty() { "Results" } else { &section.group };
        match groups.iter_mut().find(|one| (one.0, one.1) == (group, metric)) {
            Some((.., sections)) => sections.push(section),
            None => groups.push((group, metric, vec![section])),
        }
    }
    groups
}

/// A row for each section, a column for each contestant; the best without the limit is bold.
fn values(metric: Metric, sections: &[&Section], looks: &Looks) -> Grid {
    let find = |section: &Section, name: &str| {
        let mut rows = section.rows.iter().filter(|row| row.role != Role::Claim);
        rows.find(|row| row.name == name)?.median(metric)
    };
    let names: Vec<_> =
        looks.names().filter(|name| sections.iter().any(|section| find(section, name).is_some())).collect();
    let mut grid = Grid::new(1, core::iter::once("section").chain(names.iter().copied()));
    for section in sections {
        let contestants = section.rows.iter().filter(|row| matches!(row.role, Role::Ours | Role::Other));
        let best = contestants
            .filter_map(|row| row.median(metric))
            .reduce(|best, one| if metric.wanted().prefers(one, best) { one } else { best });
        let is_limit = |name: &str| section.row(name).is_some_and(|row| row.role == Role::Limit);
        let cells = names.iter().map(|name| match find(section, name) {
            None => DASH.into(),
            Some(value) if Some(value) == best && !is_limit(name) => {
                Cell::strong(words::value(metric, value))
            }
            Some(value) => words::value(metric, value).into(),
        });
        grid.push(core::iter::once(section.name.as_str().into()).chain(cells));
    }
    grid
}

fn ratios(comparisons: &[Comparison<'_>], looks: &Looks) -> Grid {
    let all = || comparisons.iter().flat_map(|one| one.others.iter().chain(&one.limits));
    let names: Vec<_> = looks.names().filter(|name| all().any(|(row, _)| row.name == *name)).collect();
    let headings = ["section".to_owned(), "in words".to_owned()].into_iter();
    let mut grid = Grid::new(2, headings.chain(names.iter().map(|name| format!("÷ {name}"))));
    for one in comparisons.iter().filter(|one| !one.others.is_empty() || !one.limits.is_empty()) {
        let cells = names.iter().map(|name| {
            let ratio = one.others.iter().chain(&one.limits).find(|(row, _)| row.name == *name);
            ratio.map_or_else(|| DASH.to_owned(), |(_, ratio)| shown(*ratio))
        });
        grid.push([one.section.name.clone(), one.in_words()].into_iter().chain(cells));
    }
    grid
}

fn observations(record: &Record, looks: &Looks) -> Grid {
    let seen = |section: &Section, name: &str| section.row(name).and_then(|row| row.observed.clone());
    let names: Vec<_> = looks
        .names()
        .filter(|name| record.sections.iter().any(|section| seen(section, name).is_some()))
        .collect();
    let mut grid = Grid::new(names.len() + 1, core::iter::once("behaviour").chain(names.iter().copied()));
    for section in &record.sections {
        if !section.rows.iter().any(|row| row.observed.is_some()) {
            continue;
        }
        let cells = names.iter().map(|name| match seen(section, name) {
            None => DASH.to_owned(),
            Some(observed) => match observed.verdict {
                Verdict::Good => format!("✓ {}", observed.text),
                Verdict::Bad => format!("✗ {}", observed.text),
                Verdict::Unasked => format!("○ {}", observed.text),
            },
        });
        grid.push(core::iter::once(section.name.clone()).chain(cells));
    }
    grid
}

fn claims(record: &Record) -> Grid {
    let Claims { names, lines } = Claims::of_record(record);
    let headings = ["section", "contestant", "what"].into_iter();
    let mut grid = Grid::new(3, headings.chain(names).chain(["measured here"]));
    for line in lines {
        let dash = || DASH.to_owned();
        let start = [line.section, line.contestant.unwrap_or(DASH), line.metric.title()].map(str::to_owned);
        let claimed = line.claimed.iter();
        let claimed = claimed.map(|claim| claim.map_or_else(dash, |claim| claims::shown(line.metric, claim)));
        let here = line.here.map_or_else(dash, |here| words::value(line.metric, here.median));
        grid.push(start.into_iter().chain(claimed).chain([here]));
    }
    grid
}

fn goals(record: &Record) -> Grid {
    let mut grid = Grid::new(3, ["section", "what", "met", "goal", "ratio", "ours", "best other"]);
    for goal in &record.goals {
        let met = match goal.met {
            Some(true) => "✓ met",
            Some(false) => "✗ missed",
            None => "not measured",
        };
        let dash = || DASH.to_owned();
        let value = |value: Option<f64>| value.map_or_else(dash, |value| words::value(goal.metric, value));
        let best = goal.best.as_ref().map_or_else(dash, |best| format!("{best}: {}", value(goal.theirs)));
        grid.push([
            goal.section.clone(),
            goal.metric.title().to_owned(),
            met.to_owned(),
            goal.bound.clone(),
            goal.ratio.map_or_else(dash, format::ratio),
            value(goal.ours),
            best,
        ]);
    }
    grid
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn tables_have_figures_ratios_and_words() {
        let text = markdown(&record());
        for line in [
            "Measured on 2026-11-21 (Some CPU, 2 cores, Linux 6.1) with valkey 9.1.0, server on core 0, client on core 1, \
             by `resp-bench compare --filter 'get'`.",
            "| section |      ours | fast \\<&> |  slow | raw loop |",
            "| get-1   | **22.0k** |     11.0k | 5.00k |    44.0k |",
            "| get-64  |      800k | **1.00M** | 50.0k |    2.00M |",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert!(
            text.contains("fast \\<&> is 1.25× faster than ours") && text.contains("| ✗ missed "),
            "{text}"
        );
        assert!(text.contains("✗ ran twice") && text.contains("| claimed | measured here |"), "{text}");
    }

    #[test]
    fn columns_stand_below_each_other() {
        let text = markdown(&record());
        let lines: Vec<_> = text.lines().collect();
        let columns = |line: &str| {
            line.match_indices(" | ").map(|(at, _)| line[..at].chars().count()).collect::<Vec<_>>()
        };
        for (line, next) in lines.iter().zip(&lines[1..]) {
            if line.starts_with('|') && next.starts_with('|') {
                assert_eq!(columns(line), columns(next), "{line}\n{next}");
            }
        }
    }
}
