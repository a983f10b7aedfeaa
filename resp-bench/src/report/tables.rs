//! The tables of a page. Each scrolls in a box of its own where it is too wide.

use super::charts::key;
use super::comparison::{Comparison, Standing, shown};
use super::escape::escape;
use super::looks::Looks;
use super::words;
use crate::format;
use crate::record::{Goal, Metric, Role, Row, Section, Verdict};
use core::fmt::Write;

const DASH: &str = "–";

/// What was to be reached, and whether it was.
pub(super) fn goals(goals: &[Goal]) -> String {
    if goals.is_empty() {
        return String::new();
    }
    let rows = goals.iter().map(|goal| {
        let value = |value: Option<f64>| {
            value.map_or_else(|| DASH.to_owned(), |value| words::value(goal.metric, value))
        };
        let (class, text) = match goal.met {
            Some(true) => ("good", "✓ met"),
            Some(false) => ("bad", "✗ missed"),
            None => ("soft", "not measured"),
        };
        let cells = [
            format!("<td class=\"word {class}\">{text}</td>"),
            number(goal.metric.title()),
            number(&goal.bound),
            number(&goal.ratio.map_or_else(|| DASH.to_owned(), format::ratio)),
            number(&value(goal.ours)),
            number(&value(goal.theirs)),
            word(goal.best.as_deref().unwrap_or(DASH)),
        ];
        (head(&goal.section), cells.concat())
    });
    let headings = ["section", "goal met?", "what", "goal", "ratio", "ours", "best other", "which"];
    format!("<h2>Goals</h2>\n{}", table(&headings.map(|heading| escape(heading)), rows))
}

/// Ours divided by each other, a row for each comparison.
pub(super) fn ratios(comparisons: &[Comparison<'_>], looks: &Looks) -> String {
    let all = || comparisons.iter().flat_map(|one| one.others.iter().chain(&one.limits));
    let names: Vec<_> = looks.names().filter(|name| all().any(|(row, _)| row.name == *name)).collect();
    if names.is_empty() {
        return String::new();
    }
    let mut headings = vec!["section".to_owned(), "in words".to_owned(), "ours".to_owned()];
    headings.extend(names.iter().map(|name| format!("{}÷ {}", key(looks.style(name)), escape(name))));
    let rows = comparisons.iter().filter(|one| !one.others.is_empty() || !one.limits.is_empty());
    let rows = rows.map(|one| {
        let ours = one.ours.median(one.metric).unwrap_or(f64::NAN);
        let class = match one.standing() {
            Standing::Behind => "bad",
            Standing::Ahead => "good",
            Standing::Equal | Standing::Alone => "soft",
        };
        let mut cells = format!("<td class=\"word {class}\">{}</td>", escape(&one.in_words()));
        cells.push_str(&number(&format!("{} {}", words::value(one.metric, ours), unit(one.metric))));
        for name in &names {
            let ratio = one.others.iter().chain(&one.limits).find(|(row, _)| row.name == *name);
            cells.push_str(&number(&ratio.map_or_else(|| DASH.to_owned(), |(_, ratio)| shown(*ratio))));
        }
        (head(&one.section.name), cells)
    });
    format!(
        "<h3>Ours divided by each other</h3>\n{}<p class=\"note\">Medians of the ratios within each round, in brackets \
         their least and most. Above 1 ours has more: good for rates, bad for times and costs. The words compare with \
         the best of the others.</p>\n",
        table(&headings, rows)
    )
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
    let mut headings = vec!["section".to_owned(), "contestant".to_owned()];
    headings.extend(metrics.iter().map(|metric| escape(metric.title())));
    headings.push("calm rounds".to_owned());
    let rows = sections.iter().flat_map(|section| section.rows.iter().map(move |row| (section, row)));
    let rows = rows.filter(|(_, row)| !row.figures.is_empty()).map(|(section, row)| {
        let claimed = if row.role == Role::Claim { " (claimed)" } else { "" };
        let mut cells = word(&format!("{}{claimed}", row.name));
        metrics.iter().for_each(|metric| cells.push_str(&figure(row, *metric)));
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

fn figure(row: &Row, metric: Metric) -> String {
    let Some(figure) = row.figures.get(&metric) else { return number(DASH) };
    let [low, median, high] =
        [figure.low, figure.median, figure.high].map(|value| words::value(metric, value));
    if figure.rounds.len() < 2 {
        return number(&median);
    }
    format!("<td>{median}<small>{low}–{high}</small></td>")
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
    let mut headings = vec!["behaviour".to_owned()];
    headings.extend(names.iter().map(|name| escape(name)));
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
    let mut rows = Vec::new();
    for section in sections {
        for claim in section.rows.iter().filter(|row| row.role == Role::Claim) {
            let measured = measured(section, claim);
            for (metric, figure) in &claim.figures {
                let here = measured.and_then(|row| row.median(*metric));
                let dash = || DASH.to_owned();
                let cells = [
                    word(&claim.name),
                    number(metric.title()),
                    number(&words::value(*metric, figure.median)),
                    number(&here.map_or_else(dash, |here| words::value(*metric, here))),
                    number(&here.map_or_else(dash, |here| format::ratio(here / figure.median))),
                ];
                rows.push((head(&section.name), cells.concat()));
            }
        }
    }
    if rows.is_empty() {
        return String::new();
    }
    let headings = ["section", "contestant", "what", "claimed", "measured here", "measured ÷ claimed"];
    format!("<h3>Claimed and measured</h3>\n{}", table(&headings.map(escape), rows.into_iter()))
}

/// The row that a claim is about: of the same name, or of the name that the
/// claim's begins with.
pub(super) fn measured<'record>(section: &'record Section, claim: &Row) -> Option<&'record Row> {
    let rows = || section.rows.iter().filter(|row| row.role != Role::Claim);
    let same = rows().find(|row| row.name == claim.name);
    same.or_else(|| {
        rows().find(|row| claim.name.strip_prefix(&row.name).is_some_and(|rest| rest.starts_with([',', ' '])))
    })
}

/// The unit of a figure that has none in its heading.
const fn unit(metric: Metric) -> &'static str {
    metric.title()
}

fn head(text: &str) -> String {
    format!("<th scope=\"row\">{}</th>", escape(text))
}

fn number(text: &str) -> String {
    format!("<td>{}</td>", escape(text))
}

fn word(text: &str) -> String {
    format!("<td class=\"word\">{}</td>", escape(text))
}

/// Headings and cells are safe already. A row's head is shown once for rows that follow each other.
fn table(headings: &[String], rows: impl Iterator<Item = (String, String)>) -> String {
    let mut html = String::from("<div class=\"box scroll\" tabindex=\"0\"><table>\n<thead><tr>");
    for heading in headings {
        let _ = write!(html, "<th scope=\"col\">{heading}</th>");
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for (head, cells) in rows {
        let _ = writeln!(html, "<tr>{head}{cells}</tr>");
    }
    html + "</tbody></table></div>\n"
}
