//! What the articles claim, what an earlier rerun of it found, and what is
//! found here with redis-py, redis-rs and resp-net.

use super::contestant::{ASYNCIO, ASYNCIO_HIREDIS, SYNC, SYNC_HIREDIS, Turn, Who};
use super::samples::Samples;
use super::work::{Command, Way};
use crate::record::{Figure, Metric, Row, Section};

/// The row of what the articles say.
pub(super) const CLAIMED: &str = "claimed";
/// The row of an earlier rerun, with its conditions.
pub(super) const EARLIER: &str = "earlier rerun (redis-py 8.1.0, hiredis 3.5.0, 2 cores, 2026-11-21)";

/// One claim, which becomes a section of the record.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    metric: Metric,
    claimed: (f64, f64),
    /// What somebody measured who did the same with redis-py.
    earlier: (f64, f64),
    /// What is measured here: how fast the first turn is, compared with the second if there is one.
    here: Vec<(Turn, Option<Turn>)>,
}

/// All claims, in the order shown.
pub(super) fn claims() -> Vec<Claim> {
    vec![
        asyncio(),
        pipeline_100_sync(),
        pipeline_100_asyncio(),
        pipelined_sets(),
        pipelined_hgetalls(),
        cold(),
        warm(),
        hiredis(),
        hiredis_pipeline(),
    ]
}

fn asyncio() -> Claim {
    let one_by_one = |who: Who| who.does(Command::Get, Way::OneByOne);
    let mut here = pooled_against_sync(Way::WarmPool);
    here.push((Who::Ours.does(Command::Get, Way::Multiplexed), Some(one_by_one(Who::OursBlocking))));
    Claim {
        name: "claim-asyncio",
        about: "asynchronous GETs, 1,000 at once, as many times the speed of synchronous ones",
        metric: Metric::Times,
        claimed: (2.26, 2.33),
        earlier: (1.25, 1.33),
        here,
    }
}

fn pipeline_100_sync() -> Claim {
    let turn = |who: Who| (who.does(Command::Set, Way::PipelinesOf100), None);
    Claim {
        name: "claim-pipeline-100-sync",
        about: "commands a second by pipelines of 100, synchronous",
        metric: Metric::OpsPerSecond,
        claimed: (150e3, 150e3),
        earlier: (139e3, 160e3),
        here: [SYNC, SYNC_HIREDIS, Who::OursBlocking].map(turn).to_vec(),
    }
}

fn pipeline_100_asyncio() -> Claim {
    let turn = |who: Who| (who.does(Command::Set, Way::PipelinesOf100), None);
    Claim {
        name: "claim-pipeline-100-asyncio",
        about: "commands a second by pipelines of 100, asynchronous",
        metric: Metric::OpsPerSecond,
        claimed: (380e3, 380e3),
        earlier: (78.6e3, 85.9e3),
        here: [ASYNCIO, ASYNCIO_HIREDIS, Who::RedisRs, Who::Ours].map(turn).to_vec(),
    }
}

fn pipelined_sets() -> Claim {
    Claim {
        name: "claim-pipeline-set",
        about: "1,000 SETs in one pipeline, times as fast as one by one",
        metric: Metric::Times,
        claimed: (19.0, 19.0),
        earlier: (13.5, 13.5),
        here: pipeline_against_one_by_one(Command::Set),
    }
}

fn pipelined_hgetalls() -> Claim {
    Claim {
        name: "claim-pipeline-hgetall",
        about: "1,000 HGETALLs of 10 fields in one pipeline, times as fast as one by one",
        metric: Metric::Times,
        claimed: (20.0, 20.0),
        earlier: (4.5, 12.0),
        here: pipeline_against_one_by_one(Command::Hgetall),
    }
}

fn cold() -> Claim {
    Claim {
        name: "claim-cold-pool",
        about: "1,000 GETs at once on a cold pool of 1,000 connections, times as long as 1,000 synchronous ones",
        metric: Metric::TimesAsLong,
        claimed: (1752.0, 1752.0),
        earlier: (10.9, 10.9),
        here: pooled_against_sync(Way::ColdConnections),
    }
}

fn warm() -> Claim {
    let mut here = pooled_against_sync(Way::WarmPool);
    let one_by_one = Who::OursBlocking.does(Command::Get, Way::OneByOne);
    here.push((Who::Ours.does(Command::Get, Way::Multiplexed), Some(one_by_one)));
    Claim {
        name: "claim-warm-pool",
        about: "1,000 GETs at once on a prewarmed pool, times as fast as 1,000 synchronous ones",
        metric: Metric::Times,
        claimed: (1.47, 1.47),
        earlier: (1.26, 1.26),
        here,
    }
}

fn hiredis() -> Claim {
    Claim {
        name: "claim-hiredis",
        about: "HGETALLs of 10 fields one by one, times as fast as redis-py without hiredis",
        metric: Metric::Times,
        claimed: (1.3, 1.5),
        earlier: (1.3, 1.3),
        here: parsers(Way::OneByOne),
    }
}

fn hiredis_pipeline() -> Claim {
    Claim {
        name: "claim-hiredis-pipeline",
        about: "pipelines of 1,000 HGETALLs of 10 fields, times as fast as redis-py without hiredis",
        metric: Metric::Times,
        claimed: (1.3, 1.5),
        earlier: (3.46, 4.49),
        here: parsers(Way::Pipeline),
    }
}

/// 1,000 GETs by a pool, compared with the same library's one by one.
fn pooled_against_sync(way: Way) -> Vec<(Turn, Option<Turn>)> {
    let pairs = [(ASYNCIO, SYNC), (ASYNCIO_HIREDIS, SYNC_HIREDIS), (Who::Ours, Who::OursBlocking)];
    let turn =
        |(who, base): (Who, Who)| (who.does(Command::Get, way), Some(base.does(Command::Get, Way::OneByOne)));
    pairs.map(turn).to_vec()
}

fn pipeline_against_one_by_one(command: Command) -> Vec<(Turn, Option<Turn>)> {
    let turn = |who: Who| (who.does(command, Way::Pipeline), Some(who.does(command, Way::OneByOne)));
    [SYNC, SYNC_HIREDIS, Who::RedisRs, Who::OursBlocking, Who::Ours].map(turn).to_vec()
}

/// Compared with redis-py without hiredis, synchronous or not.
fn parsers(way: Way) -> Vec<(Turn, Option<Turn>)> {
    let pairs =
        [(SYNC_HIREDIS, SYNC), (ASYNCIO_HIREDIS, ASYNCIO), (Who::OursBlocking, SYNC), (Who::Ours, ASYNCIO)];
    let turn =
        |(who, base): (Who, Who)| (who.does(Command::Hgetall, way), Some(base.does(Command::Hgetall, way)));
    pairs.map(turn).to_vec()
}

impl Claim {
    /// Every turn that it has figures of, also those that are compared with.
    pub(super) fn turns(&self) -> impl Iterator<Item = Turn> {
        self.here.iter().flat_map(|(turn, base)| [Some(*turn), *base]).flatten()
    }

    /// With what is measured so far; `None` if that is nothing.
    pub(super) fn section(&self, samples: &Samples) -> Option<Section> {
        let figure = |(turn, base): &(Turn, Option<Turn>)| {
            let figure = match (base, self.metric) {
                (None, metric) => samples.figure(*turn, metric)?,
                (Some(base), Metric::TimesAsLong) => samples.times(*base, *turn)?,
                (Some(base), _) => samples.times(*turn, *base)?,
            };
            let mut row = Row::new(turn.to_string(), turn.who.role());
            row.figures.insert(self.metric, figure);
            row.calm = samples.calm(*turn);
            Some(row)
        };
        let measured: Vec<_> = self.here.iter().filter_map(figure).collect();
        if measured.is_empty() {
            return None;
        }
        let known = [self.known(CLAIMED, self.claimed), self.known(EARLIER, self.earlier)];
        Some(Section {
            name: self.name.to_owned(),
            about: self.about.to_owned(),
            group: "Claimed and measured".to_owned(),
            operation: "command".to_owned(),
            point: None,
            rows: known.into_iter().chain(measured).collect(),
        })
    }

    fn known(&self, name: &str, (low, high): (f64, f64)) -> Row {
        let mut row = Row::new(name, crate::record::Role::Claim);
        let figure = Figure { median: f64::midpoint(low, high), low, high, rounds: Vec::new() };
        row.figures.insert(self.metric, figure);
        row
    }
}

#[cfg(test)]
mod tests {
    use super::super::work::Timing;
    use super::*;

    #[test]
    fn a_claim_stands_beside_what_was_measured() {
        let mut samples = Samples::default();
        assert_eq!(cold().section(&samples), None);
        let add = |samples: &mut Samples, turn, seconds| {
            samples.add(turn, Timing { seconds, operations: 1000.0 }, true);
        };
        add(&mut samples, SYNC.does(Command::Get, Way::OneByOne), 0.05);
        add(&mut samples, ASYNCIO.does(Command::Get, Way::ColdConnections), 0.5);
        let section = cold().section(&samples).unwrap();
        let rows: Vec<_> = section.rows.iter().map(|row| row.median(Metric::TimesAsLong)).collect();
        assert_eq!(rows, [Some(1752.0), Some(10.9), Some(10.0)]);
        assert_eq!(section.rows[2].name, "redis-py asyncio, cold pool of 1,000");
    }
}
