//! The five tables of the articles: who does what, and what it is compared with.

use super::contestant::{ASYNCIO, ASYNCIO_HIREDIS, SYNC, SYNC_HIREDIS, Turn, Who};
use super::samples::Samples;
use super::work::{Command, Way, Work};
use crate::record::{Metric, Row, Section};

/// A table, which becomes a section of the record.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    group: &'static str,
    /// `OpsPerSecond`, or `Millis` of a whole batch.
    metric: Metric,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    turn: Turn,
    /// How many times as fast as this one is of interest.
    base: Option<Turn>,
}

const SYNCHRONOUS: [Who; 3] = [SYNC, SYNC_HIREDIS, Who::OursBlocking];
const EVERYBODY: [Who; 7] =
    [SYNC, SYNC_HIREDIS, ASYNCIO, ASYNCIO_HIREDIS, Who::RedisRs, Who::OursBlocking, Who::Ours];

/// All tables, in the order shown.
pub(super) fn tables() -> Vec<Table> {
    vec![
        single("single-set", "SET of 64 bytes: one by one, and 1,000 at once", Command::Set),
        single("single-get", "GET of 64 bytes: one by one, and 1,000 at once", Command::Get),
        single(
            "single-hset",
            "HSET of a new field of 64 bytes: one by one, and 1,000 at once",
            Command::Hset,
        ),
        single("single-lpush", "LPUSH of 64 bytes: one by one, and 1,000 at once", Command::Lpush),
        pipelines_of_100(),
        thousand("thousand-set", "1,000 SETs one by one, and in one pipeline", Command::Set),
        thousand(
            "thousand-hgetall",
            "1,000 HGETALLs of 10 fields one by one, and in one pipeline",
            Command::Hgetall,
        ),
        burst(),
        parser("parser-hgetall", "HGETALL of 10 fields one by one, with and without hiredis", Way::OneByOne),
        parser(
            "parser-hgetall-pipeline",
            "pipelines of 1,000 HGETALLs of 10 fields, with and without hiredis",
            Way::Pipeline,
        ),
    ]
}

impl Who {
    /// The same library for threads, where that is measured.
    const fn synchronous(self) -> Option<Self> {
        match self {
            Self::RedisPy { hiredis, .. } => Some(Self::RedisPy { asyncio: false, hiredis }),
            Self::Ours | Self::OursBlocking => Some(Self::OursBlocking),
            Self::RedisRs => None,
        }
    }

    pub(super) const fn does(self, command: Command, way: Way) -> Turn {
        Turn { who: self, work: Work { command, way } }
    }
}

/// How somebody sends many commands at once unless told otherwise.
const fn at_once(who: Who) -> Way {
    if matches!(who, Who::RedisPy { .. }) { Way::WarmPool } else { Way::Multiplexed }
}

fn single(name: &'static str, about: &'static str, command: Command) -> Table {
    let one_by_one = EVERYBODY.iter().map(|who| Line { turn: who.does(command, Way::OneByOne), base: None });
    let asynchronous = EVERYBODY.iter().filter(|who| !SYNCHRONOUS.contains(who));
    let at_once = asynchronous.map(|who| Line {
        turn: who.does(command, at_once(*who)),
        base: who.synchronous().map(|base| base.does(command, Way::OneByOne)),
    });
    let lines = one_by_one.chain(at_once).collect();
    Table { name, about, group: "Single commands", metric: Metric::OpsPerSecond, lines }
}

fn pipelines_of_100() -> Table {
    let lines =
        EVERYBODY.iter().map(|who| Line { turn: who.does(Command::Set, Way::PipelinesOf100), base: None });
    Table {
        name: "pipeline-100",
        about: "pipelines of 100 SETs of 64 bytes, one after the other",
        group: "Pipelines of 100",
        metric: Metric::OpsPerSecond,
        lines: lines.collect(),
    }
}

fn thousand(name: &'static str, about: &'static str, command: Command) -> Table {
    let lines = EVERYBODY.iter().flat_map(|who| {
        let one_by_one = who.does(command, Way::OneByOne);
        let pipeline = Line { turn: who.does(command, Way::Pipeline), base: Some(one_by_one) };
        [Line { turn: one_by_one, base: None }, pipeline]
    });
    let group = "One by one against a pipeline";
    Table { name, about, group, metric: Metric::Millis, lines: lines.collect() }
}

fn burst() -> Table {
    let line = |who: Who, way| {
        let one_by_one = who.synchronous().map(|base| base.does(Command::Get, Way::OneByOne));
        let turn = who.does(Command::Get, way);
        Line { turn, base: one_by_one.filter(|base| *base != turn) }
    };
    let mut lines: Vec<_> = SYNCHRONOUS.iter().map(|who| line(*who, Way::OneByOne)).collect();
    for way in [Way::ColdConnections, Way::ColdPool, Way::WarmPool] {
        lines.extend([ASYNCIO, ASYNCIO_HIREDIS, Who::Ours].map(|who| line(who, way)));
    }
    lines.extend([Who::RedisRs, Who::Ours].map(|who| line(who, Way::Multiplexed)));
    Table {
        name: "burst-get",
        about: "1,000 GETs at once, and the same library's 1,000 GETs one by one, which they are compared with",
        group: "1,000 concurrent GETs",
        metric: Metric::Millis,
        lines,
    }
}

fn parser(name: &'static str, about: &'static str, way: Way) -> Table {
    let lines = EVERYBODY.iter().map(|who| Line {
        turn: who.does(Command::Hgetall, way),
        base: match who {
            Who::RedisPy { asyncio, hiredis: true } => {
                Some(Who::RedisPy { asyncio: *asyncio, hiredis: false }.does(Command::Hgetall, way))
            }
            _ => None,
        },
    });
    Table { name, about, group: "The parser", metric: Metric::OpsPerSecond, lines: lines.collect() }
}

impl Table {
    /// Every turn that it has figures of, also those that are compared with.
    pub(super) fn turns(&self) -> impl Iterator<Item = Turn> {
        self.lines.iter().flat_map(|line| [Some(line.turn), line.base]).flatten()
    }

    /// With what is measured so far; `None` if that is nothing.
    pub(super) fn section(&self, samples: &Samples) -> Option<Section> {
        let rows: Vec<_> = self.lines.iter().filter_map(|line| line.row(self.metric, samples)).collect();
        (!rows.is_empty()).then(|| Section {
            name: self.name.to_owned(),
            about: self.about.to_owned(),
            group: self.group.to_owned(),
            operation: if self.metric == Metric::Millis { "batch of 1,000" } else { "command" }.to_owned(),
            point: None,
            rows,
        })
    }
}

impl Line {
    fn row(&self, metric: Metric, samples: &Samples) -> Option<Row> {
        let mut row = Row::new(self.turn.to_string(), self.turn.who.role());
        row.figures.insert(metric, samples.figure(self.turn, metric)?);
        row.calm = samples.calm(self.turn);
        let times = self.base.and_then(|base| samples.times(self.turn, base));
        row.figures.extend(times.map(|times| (Metric::Times, times)));
        Some(row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_rows_differ() {
        let tables = tables();
        let names: HashSet<_> = tables.iter().map(|table| table.name).collect();
        assert_eq!(names.len(), tables.len());
        for table in &tables {
            let rows: HashSet<_> = table.lines.iter().map(|line| line.turn.to_string()).collect();
            assert_eq!(rows.len(), table.lines.len(), "{}", table.name);
        }
    }
}
