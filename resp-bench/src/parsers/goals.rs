//! What resp-core is to reach beside the others, and whether it does.

use super::measure::{Figures, Outcome};
use super::parser::{Parser, Yields};
use super::{EncodingSection, Row, Section, encoder, ours, trickle};

/// How many times as fast as the best of the others resp-core is to be.
#[derive(Debug)]
struct Goal {
    corpus: &'static str,
    /// Views, against all that hand out values.
    views: Option<f64>,
    /// The same in reads.
    views_in_reads: Option<f64>,
    /// Requests, against all that hand out values.
    requests: Option<f64>,
    /// Owned replies, against all whose values live on.
    owned: Option<f64>,
    /// Views, against callbacks that build nothing.
    callbacks: Option<f64>,
}

const fn aggregate(corpus: &'static str, views: f64) -> Goal {
    let views = Some(views);
    Goal { views, views_in_reads: views, owned: Some(3.0), callbacks: Some(1.8), ..no_goal(corpus) }
}

/// Commands are read by the decoder of requests.
const fn commands(corpus: &'static str, requests: f64) -> Goal {
    Goal { requests: Some(requests), ..no_goal(corpus) }
}

const fn scalar(corpus: &'static str, views: Option<f64>, owned: Option<f64>) -> Goal {
    Goal { views, views_in_reads: views, owned, ..no_goal(corpus) }
}

/// Nobody is faster than the copy: large strings in reads are to be on a par.
const fn copied(corpus: &'static str) -> Goal {
    Goal { views_in_reads: Some(0.95), ..no_goal(corpus) }
}

const fn no_goal(corpus: &'static str) -> Goal {
    Goal { corpus, views: None, views_in_reads: None, requests: None, owned: None, callbacks: None }
}

const GOALS: [Goal; 15] = [
    scalar("ok", Some(1.6), Some(1.4)),
    scalar("int", Some(1.5), Some(1.4)),
    scalar("get-small", Some(1.6), Some(1.0)),
    copied("get-64k"),
    copied("get-1m"),
    scalar("nil-mix", None, Some(1.4)),
    aggregate("mget-100", 3.0),
    aggregate("lrange-10k", 2.0),
    aggregate("hgetall-map", 4.0),
    aggregate("zrange-doubles", 2.5),
    aggregate("xrange", 2.8),
    aggregate("push-mix", 4.0),
    commands("cmd-get-set", 3.0),
    scalar("errors", Some(1.6), None),
    aggregate("deep", 2.5),
];

/// Commands: at most so many times the time of the copy by hand, and so many
/// times as fast as the best of the others.
const ENCODING_GOALS: [(&str, f64, Option<f64>); 2] =
    [("encode-64", 1.6, Some(4.0)), ("encode-64k", 1.15, None)];

/// resp-core beside the best of the others.
#[derive(Debug, Clone)]
pub(super) struct Comparison {
    /// Corpus or commands.
    pub(super) name: &'static str,
    /// What of ours.
    pub(super) what: &'static str,
    pub(super) arrival: &'static str,
    /// Nanoseconds a reply, command or byte.
    pub(super) ours: f64,
    pub(super) best: &'static str,
    /// Nanoseconds of the same.
    pub(super) theirs: f64,
    /// How many times as fast ours is.
    pub(super) ratio: f64,
    pub(super) goal: Option<f64>,
    pub(super) met: Option<bool>,
}

impl Comparison {
    fn new(name: &'static str, what: &'static str, ours: f64, (best, theirs): (&'static str, f64)) -> Self {
        Self { name, what, arrival: "", ours, best, theirs, ratio: theirs / ours, goal: None, met: None }
    }

    fn with_goal(self, goal: Option<f64>) -> Self {
        Self { goal, met: goal.map(|goal| self.ratio >= goal), ..self }
    }
}

/// What is compared on each corpus: its name, which of ours, with which of the
/// others, and what is to be reached in each arrival.
struct Match {
    what: &'static str,
    ours: &'static Parser,
    competes: fn(Yields) -> bool,
    whole: fn(&Goal) -> Option<f64>,
    reads: fn(&Goal) -> Option<f64>,
}

const MATCHES: [Match; 4] = [
    Match {
        what: "views",
        ours: &ours::BORROWED,
        competes: |yields| matches!(yields, Yields::Borrowed | Yields::Owned),
        whole: |goal| goal.views,
        reads: |goal| goal.views_in_reads,
    },
    Match {
        what: "requests",
        ours: &ours::REQUESTS,
        competes: |yields| matches!(yields, Yields::Borrowed | Yields::Owned),
        whole: |goal| goal.requests,
        reads: |goal| goal.requests,
    },
    Match {
        what: "callbacks",
        ours: &ours::BORROWED,
        competes: |yields| yields == Yields::Calls,
        whole: |goal| goal.callbacks,
        reads: |goal| goal.callbacks,
    },
    Match {
        what: "owned",
        ours: &ours::OWNED,
        competes: |yields| yields == Yields::Owned,
        whole: |goal| goal.owned,
        reads: |goal| goal.owned,
    },
];

/// All comparisons on a corpus that there are figures for.
pub(super) fn of_corpus(section: &Section) -> Vec<Comparison> {
    let goal = GOALS.iter().find(|goal| goal.corpus == section.corpus);
    let mut all = Vec::new();
    for Match { what, ours, competes, whole, reads } in &MATCHES {
        let mut compare = |arrival, pick: fn(&Row) -> &Outcome, goal| {
            let Some((ours, best)) = ours_and_best(&section.rows, ours, *competes, pick) else { return };
            let comparison = Comparison::new(section.corpus, what, ours, best);
            all.push(Comparison { arrival, ..comparison }.with_goal(goal));
        };
        compare("whole", |row| &row.whole, goal.and_then(whole));
        compare("reads", |row| &row.reads, goal.and_then(reads));
    }
    all
}

/// Our time, and name and time of the best of the others.
fn ours_and_best(
    rows: &[Row],
    ours: &Parser,
    competes: fn(Yields) -> bool,
    pick: fn(&Row) -> &Outcome,
) -> Option<(f64, (&'static str, f64))> {
    let times = || rows.iter().filter_map(|row| Some((row, pick(row).figures()?.nanos)));
    let (_, own) = times().find(|(row, _)| row.parser.name == ours.name)?;
    let others = times().filter(|(row, _)| !row.parser.is_ours() && competes(row.parser.yields));
    Some((own, fastest(others.map(|(row, nanos)| (row.parser.name, nanos)))?))
}

fn fastest(times: impl Iterator<Item = (&'static str, f64)>) -> Option<(&'static str, f64)> {
    times.min_by(|(_, one), (_, other)| one.total_cmp(other))
}

/// Our encoder beside the copy by hand, and beside the best of the others.
pub(super) fn of_encoding(section: &EncodingSection) -> Vec<Comparison> {
    let time = |figures: &Option<Figures>| figures.as_ref().map(|figures| figures.nanos);
    let times = || section.rows.iter().filter_map(|row| Some((row.encoder.name, time(&row.figures)?)));
    let named = |name: &str| times().find(|(other, _)| *other == name);
    let is_theirs = |name: &str| !name.starts_with("resp-core") && name != encoder::BY_HAND.name;
    let goal = ENCODING_GOALS.iter().find(|(commands, ..)| *commands == section.commands);
    let Some((_, ours)) = named(ours::ENCODERS[0].name) else { return Vec::new() };
    let by_hand = named(encoder::BY_HAND.name).map(|by_hand| {
        let comparison = Comparison::new(section.commands, "by hand", ours, by_hand);
        comparison.with_goal(goal.map(|(_, most, _)| 1.0 / most))
    });
    let best = fastest(times().filter(|(name, _)| is_theirs(name))).map(|best| {
        let comparison = Comparison::new(section.commands, "commands", ours, best);
        comparison.with_goal(goal.and_then(|(.., least)| *least))
    });
    by_hand.into_iter().chain(best).collect()
}

/// Ours beside hiredis, on the largest reply that both took byte by byte.
pub(super) fn of_trickle(rows: &[trickle::Row]) -> Option<Comparison> {
    let named = |name| rows.iter().find(|row| row.parser.name == name);
    let (ours, hiredis) = (named(ours::BORROWED.name)?, named("hiredis")?);
    let (own, theirs) = ours.nanos.iter().zip(&hiredis.nanos).next_back()?;
    Some(Comparison::new("trickle", "views", *own, (hiredis.parser.name, *theirs)).with_goal(Some(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(parser: Parser, nanos: f64) -> Row {
        let figures = Figures {
            nanos,
            rounds: [nanos; super::super::measure::ROUNDS],
            median_nanos: nanos,
            gigabytes_per_second: 1.0,
            allocations: 0.0,
            instructions: None,
        };
        Row { parser, whole: Outcome::Measured(figures), reads: Outcome::Wrong }
    }

    #[test]
    fn each_of_ours_is_compared_with_its_own_kind() {
        let other = |name, yields| Parser { name, yields, ..ours::BORROWED };
        let section = Section {
            corpus: "mget-100",
            about: "",
            bytes: 0,
            replies: 0,
            rows: vec![
                row(ours::BORROWED, 10.0),
                row(ours::OWNED, 20.0),
                row(other("views", Yields::Borrowed), 31.0),
                row(other("slow views", Yields::Borrowed), 90.0),
                row(other("owner", Yields::Owned), 50.0),
                row(other("calls", Yields::Calls), 12.0),
                row(other("index", Yields::Index), 1.0),
            ],
        };
        let found: Vec<_> =
            of_corpus(&section).into_iter().map(|one| (one.what, one.best, one.ratio, one.met)).collect();
        assert_eq!(
            found,
            [
                ("views", "views", 3.1, Some(true)),
                ("callbacks", "calls", 1.2, Some(false)),
                ("owned", "owner", 2.5, Some(false)),
            ]
        );
    }
}
