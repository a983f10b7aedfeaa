//! The tables of a page. Each scrolls in a box of its own where it is too wide.

use super::claims::{self, Claims};
use super::comparison::{Comparison, Standing};
use super::escape::escape;
use super::looks::Looks;
use super::mark::{Line, Mark, Style, swatch};
use super::words;
use crate::format;
use crate::record::{Figure, Goal, Metric, Ratio, Role, Section, Verdict};
use core::fmt::Write;

const DASH: &str = "–";

/// What was to be reached, and whether it was.
pub(super) fn goals(goals: &[Goal]) -> String {
    if goals.is_empty() {
        return String::new();
    }
    let rows = goals.iter().map(|goal| {
        let value = |value: Option<f64>| value.map_or_else(dash, |value| words::value(goal.metric, value));
        let (class, text) = match goal.met {
            Some(true) => ("good", "✓ met"),
            Some(false) => ("bad", "✗ missed"),
            None => ("soft", "not measured"),
        };
        let cells = [
            format!("<td class=\"word {class}\">{text}</td>"),
            number(goal.metric.title()),
            number(&goal.bound),
            number(&goal.ratio.map_or_else(dash, format::ratio)),
            number(&value(goal.ours)),
            number(&value(goal.theirs)),
            word(goal.best.as_deref().unwrap_or(DASH)),
        ];
        (head(&goal.section), cells.concat())
    });
    let mut headings = vec![wordy("section"), wordy("goal met?")];
    headings.extend(["what", "goal", "ratio", "ours", "best other"].map(heading));
    headings.push(wordy("which"));
    format!("<h2>Goals</h2>\n{}", table(&headings, rows))
}

/// Ours divided by each other, a row for each comparison.
pub(super) fn ratios(comparisons: &[Comparison<'_>], looks: &Looks) -> String {
    let all = || comparisons.iter().flat_map(|one| one.others.iter().chain(&one.limits));
    let names: Vec<_> = looks.names().filter(|name| all().any(|(row, _)| row.name == *name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let mut headings = vec![wordy("section"), wordy("in words"), heading("ours")];
    let divided_by =
        |name: &&str| format!("<th scope=\"col\">{}÷ {}</th>", key(looks.style(name)), escape(name));
    headings.extend(names.iter().map(divided_by));
    let rows = comparisons.iter().filter(|one| !one.others.is_empty() || !one.limits.is_empty());
    let rows = rows.map(|one| {
        let ours = one.ours.median(one.metric).unwrap_or(f64::NAN);
        let class = match one.standing() {
            Standing::Behind => "bad",
            Standing::Ahead => "good",
            Standing::Equal | Standing::Alone => "soft",
        };
        let mut cells = format!("<td class=\"word {class}\">{}</td>", escape(&one.in_words()));
        let ours = format!("{} {}", words::value(one.metric, ours), one.metric.title());
        cells.push_str(&with_small(&ours, &one.ours.name));
        for name in &names {
            let ratio = one.others.iter().chain(&one.limits).find(|(row, _)| row.name == *name);
            cells.push_str(&ratio.map_or_else(|| number(DASH), |(_, ratio)| self::ratio(*ratio)));
        }
        (head(&one.section.name), cells)
    });
    format!(
        "<h3>Ours divided by each other</h3>\n{}<p class=\"note\">Medians of the ratios within each round, below them \
         their least and most. Above 1 ours has more: good for rates, bad for times and costs. The words compare with \
         the best of the others.</p>\n",
        table(&headings, rows)
    )
}

fn ratio(ratio: Ratio) -> String {
    let [low, high] = [ratio.low, ratio.high].map(format::significant);
    if low == high {
        return number(&format::ratio(ratio.median));
    }
    with_small(&format::ratio(ratio.median), &format!("{low}–{high}"))
}

/// Every figure of every contestant, folded away.
pub(super) fn figures(sections: &[&Section]) -> String {
    let mut metrics: Vec<Metric> = sections
        .iter()
        .flat_map(|section| &section.rows)
        .flat_map(|row| row.figures.keys())
        .copied()
        .collect();
    metrics.sort_unstable();
    metrics.dedup();
    if metrics.is_empty() {
        return String::new();
    }
    let mut headings = vec![wordy("section"), wordy("contestant")];
    headings.extend(metrics.iter().map(|metric| heading(metric.title())));
    headings.push(heading("calm rounds"));
    let rows = sections.iter().flat_map(|section| section.rows.iter().map(move |row| (section, row)));
    let rows = rows.filter(|(_, row)| !row.figures.is_empty()).map(|(section, row)| {
        let claimed = if row.role == Role::Claim { " (claimed)" } else { "" };
        let mut cells = word(&format!("{}{claimed}", row.name));
        for metric in &metrics {
            cells.push_str(&row.figures.get(metric).map_or_else(|| number(DASH), |one| figure(*metric, one)));
        }
        let calm = row.calm.iter().filter(|calm| **calm).count();
        cells.push_str(&number(&if row.calm.is_empty() {
            DASH.to_owned()
        } else {
            format!("{calm} of {}", row.calm.len())
        }));
        (head(&section.name), cells)
    });
    format!(
        "<details><summary>All figures</summary>\n{}<p class=\"note\">Medians; below them the least and the most of \
         the rounds.</p></details>\n",
        table(&headings, rows)
    )
}

fn figure(metric: Metric, figure: &Figure) -> String {
    let [low, median, high] =
        [figure.low, figure.median, figure.high].map(|value| words::value(metric, value));
    if figure.rounds.len() < 2 { number(&median) } else { with_small(&median, &format!("{low}–{high}")) }
}

/// Behaviours and who shows them: a symbol and a sentence.
pub(super) fn observations(sections: &[&Section], looks: &Looks) -> String {
    let observing: Vec<_> =
        sections.iter().filter(|section| section.rows.iter().any(|row| row.observed.is_some())).collect();
    let has = |name: &str| {
        let mut rows = observing.iter().filter_map(|section| section.row(name));
        rows.any(|row| row.observed.is_some())
    };
    let names: Vec<_> = looks.names().filter(|name| has(name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let headings: Vec<_> = core::iter::once("behaviour").chain(names.iter().copied()).map(wordy).collect();
    let rows = observing.iter().map(|section| {
        let cells = names.iter().map(|name| {
            let Some(observed) = section.row(name).and_then(|row| row.observed.as_ref()) else {
                return format!("<td class=\"text\">{DASH}</td>");
            };
            let (class, symbol, verdict) = match observed.verdict {
                Verdict::Good => ("good", "✓", "good"),
                Verdict::Bad => ("bad", "✗", "bad"),
                Verdict::Unasked => ("soft", "○", "not asked"),
            };
            format!(
                "<td class=\"text\"><b class=\"{class}\">{symbol} {verdict}</b><br>{}</td>",
                escape(&observed.text)
            )
        });
        let about = format!("{}<small>{}</small>", escape(&section.name), escape(&section.about));
        (format!("<th scope=\"row\" class=\"text\">{about}</th>"), cells.collect::<String>())
    });
    format!("<h3>What was observed</h3>\n{}", table(&headings, rows))
}

/// What somebody has written beside what was measured here.
pub(super) fn claims(sections: &[&Section]) -> String {
    let Claims { names, lines } = Claims::of(sections);
    if lines.is_empty() {
        return String::new();
    }
    let mut headings = vec![wordy("section"), wordy("contestant"), heading("what")];
    headings.extend(names.iter().copied().chain(["measured here"]).map(heading));
    let rows = lines.iter().map(|line| {
        let claimed = line.claimed.iter();
        let claimed =
            claimed.map(|claim| number(&claim.map_or_else(dash, |claim| claims::shown(line.metric, claim))));
        let here = line.here.map_or_else(|| number(DASH), |here| figure(line.metric, here));
        let who = word(line.contestant.unwrap_or(DASH)) + &number(line.metric.title());
        (head(line.section), who + &claimed.collect::<String>() + &here)
    });
    format!("<h3>Claimed and measured</h3>\n{}", table(&headings, rows))
}

fn dash() -> String {
    DASH.to_owned()
}

/// A contestant's mark alone; a limit has but its dashes.
fn key(style: Style) -> String {
    swatch(if style.mark == Mark::None { style } else { Style { line: Line::None, ..style } })
}

/// The heading of a column of figures.
fn heading(text: &str) -> String {
    format!("<th scope=\"col\">{}</th>", escape(text))
}

/// The heading of a column of words.
fn wordy(text: &str) -> String {
    format!("<th scope=\"col\" class=\"word\">{}</th>", escape(text))
}

fn head(text: &str) -> String {
    format!("<th scope=\"row\">{}</th>", escape(text))
}

fn number(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

/// A figure and, below it, what belongs to it.
fn with_small(text: &str, below: &str) -> String {
    format!("<td>{}<small>{}</small></td>", escape(text), escape(below))
}

fn word(text: &str) -> String {
    format!("<td class=\"word\">{}</td>", escape(text))
}

/// Headings, heads of rows and their cells are elements already.
fn table(headings: &[String], rows: impl Iterator<Item = (String, String)>) -> String {
    let mut html = format!(
        "<div class=\"box scroll\" tabindex=\"0\"><table>\n<thead><tr>{}</tr></thead>\n<tbody>\n",
        headings.concat()
    );
    for (head, cells) in rows {
        let _ = writeln!(html, "<tr>{head}{cells}</tr>");
    }
    html + "</tbody></table></div>\n"
}
