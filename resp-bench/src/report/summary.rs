//! What a record says, in a heading and a sentence.

use super::comparison::{Standing, advantage, comparisons};
use super::words;
use crate::format;
use crate::record::{Record, Role, Verdict, median};

/// What the report is about.
pub(super) fn title(record: &Record) -> String {
    match record.command.as_str() {
        "compare" => "Clients of Redis and Valkey compared".to_owned(),
        "parsers" => "Decoders of RESP compared".to_owned(),
        "encoders" => "Encoders of RESP compared".to_owned(),
        "latency" => "Latency at given rates".to_owned(),
        "articles" => "Claims of articles, measured again".to_owned(),
        "conformance" => "What clients do when things go wrong".to_owned(),
        "load" => "A server under load".to_owned(),
        "main" => "Naive, pooled and pipelined use of a server".to_owned(),
        other => format!("resp-bench {other}"),
    }
}

/// How ours fared, wins and losses alike.
pub(super) fn sentence(record: &Record) -> String {
    let parts = [standings(record), behaviours(record), goals(record)];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return format!("{} measured.", count(record.sections.len(), "section"));
    }
    format!("{}.", capital(&parts.join("; ")))
}

/// Of sections with several of ours, the first stands for them; the tables have all.
fn standings(record: &Record) -> Option<String> {
    let all: Vec<_> =
        record.sections.iter().filter_map(|section| comparisons(section).into_iter().next()).collect();
    let compared: Vec<_> = all.iter().filter_map(|one| Some((one, one.best_other()?.1))).collect();
    let first = compared.first()?.0.ours.name.as_str();
    let name = if compared.iter().all(|(one, _)| one.ours.name == first) { first } else { "ours" };
    let of = |standing| compared.iter().filter(|(one, _)| one.standing() == standing).count();
    let advantages: Vec<_> =
        compared.iter().map(|(one, ratio)| advantage(one.metric, ratio.median)).collect();
    let ends = (
        advantages.iter().copied().fold(f64::INFINITY, f64::min),
        advantages.iter().copied().fold(0.0, f64::max),
    );
    let equal = match of(Standing::Equal) {
        0 => String::new(),
        equal => format!(", in {equal} as good"),
    };
    Some(format!(
        "In {} of {} with the best of the others {name} is better, in {} worse{equal} (in the middle {} as good, from \
         {} to {})",
        of(Standing::Ahead),
        count(compared.len(), "comparison"),
        of(Standing::Behind),
        format::ratio(median(&advantages)),
        format::ratio(ends.0),
        format::ratio(ends.1),
    ))
}

fn behaviours(record: &Record) -> Option<String> {
    let sections = record.sections.iter().filter(|section| words::is_behaviour(section));
    let ours = sections.flat_map(|section| &section.rows).filter(|row| row.role == Role::Ours);
    let seen: Vec<_> = ours.filter_map(|row| row.observed.as_ref()).collect();
    let good = seen.iter().filter(|observed| observed.verdict == Verdict::Good).count();
    (!seen.is_empty())
        .then(|| format!("ours does what its user needs in {good} of {}", count(seen.len(), "case")))
}

/// How many goals are met.
fn goals(record: &Record) -> Option<String> {
    let met = record.goals.iter().filter(|goal| goal.met == Some(true)).count();
    (!record.goals.is_empty()).then(|| format!("{met} of {} met", count(record.goals.len(), "goal")))
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// With a capital.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn losses_are_counted_like_wins() {
        let text = sentence(&record());
        assert_eq!(
            text,
            "In 1 of 2 comparisons with the best of the others ours is better, in 1 worse (in the middle 1.40× as good, \
             from 0.800× to 2.00×); ours does what its user needs in 1 of 1 case; 1 of 3 goals met."
        );
        let mut empty = record();
        empty.sections.truncate(1);
        empty.goals.clear();
        empty.sections[0].rows.truncate(1);
        assert_eq!(sentence(&empty), "1 section measured.");
    }
}
