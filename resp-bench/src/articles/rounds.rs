//! Rounds in which everybody has each of their turns once.

use super::claims::{self, Claim};
use super::contestant::Turn;
use super::samples::Samples;
use super::stage::Stage;
use super::tables::{self, Table};
use crate::failure::Failure;
use crate::observe::DISTURBED;
use crate::options::Common;
use crate::progress::Progress;
use crate::record::{Files, Record};
use crate::{format, interrupt};
use core::time::Duration;
use std::time::Instant;

/// How often, how long and until when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schedule {
    pub(super) rounds: u32,
    /// Seconds of each turn in each round.
    pub(super) seconds: f64,
    /// No round begins that would not end within it.
    pub(super) budget: Duration,
}

/// What is to be found out.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) tables: Vec<Table>,
    pub(super) claims: Vec<Claim>,
    /// Each once, with those that do the same work beside each other.
    pub(super) turns: Vec<Turn>,
}

/// What a turn takes beside the time that is asked for: its last batch, what
/// is written and checked before and after.
const OVERHEAD: Duration = Duration::from_millis(120);

impl Plan {
    /// What the options ask for.
    pub(super) fn new(options: &Common) -> Self {
        let mut tables = tables::tables();
        tables.retain(|table| options.wants(table.name));
        let mut claims = claims::claims();
        claims.retain(|claim| options.wants(claim.name));
        let all = tables.iter().flat_map(Table::turns).chain(claims.iter().flat_map(Claim::turns));
        let mut turns: Vec<Turn> = Vec::new();
        for turn in all.filter(|turn| turn.who.takes_part()) {
            if !turns.contains(&turn) {
                let same = turns.iter().rposition(|other| other.work == turn.work);
                turns.insert(same.map_or(turns.len(), |last| last + 1), turn);
            }
        }
        Self { tables, claims, turns }
    }

    /// What is known so far goes into the record.
    fn summarize(&self, samples: &Samples, record: &mut Record) {
        let tables = self.tables.iter().filter_map(|table| table.section(samples));
        let claims = self.claims.iter().filter_map(|claim| claim.section(samples));
        record.sections = tables.chain(claims).collect();
    }
}

/// Measures everything, round after round; the record is saved after each and
/// holds what was found even where this fails.
///
/// # Errors
/// The first failure of anybody.
pub(super) fn run(
    plan: &Plan,
    stage: &mut Stage,
    schedule: Schedule,
    record: &mut Record,
    files: &Files,
) -> Result<(), Failure> {
    let windows = plan.turns.len() as u64 * u64::from(schedule.rounds);
    let each = Duration::from_secs_f64(schedule.seconds) + OVERHEAD;
    let expected = each.mul_f64(windows as f64).min(schedule.budget);
    let progress = Progress::new(windows, expected);
    let mut samples = Samples::default();
    let started = Instant::now();
    let mut outcome = Ok(());
    for round in 1..=schedule.rounds {
        if round > 1 && started.elapsed() / (round - 1) * round > schedule.budget {
            let done = round - 1;
            record
                .notes
                .push(format!("{done} of {} rounds, as the machine is slow or busy.", schedule.rounds));
            record.complete = true;
            break;
        }
        let heading = format!("round {round} of {}", schedule.rounds);
        let complete = one(plan, stage, schedule.seconds, &heading, &progress, &mut samples);
        plan.summarize(&samples, record);
        outcome = complete
            .and_then(|complete| {
                record.complete = complete && round == schedule.rounds;
                files.save(record).map(|()| complete)
            })
            .map(drop);
        if outcome.is_err() || interrupt::requested() {
            break;
        }
    }
    progress.finish();
    if let (disturbed @ 1.., all) = samples.disturbed() {
        record.notes.push(format!(
            "Others took more than {} cores in {disturbed} of {all} windows, which do not count where others do.",
            format::short(DISTURBED)
        ));
    }
    outcome
}

/// Whether everybody had their turns.
fn one(
    plan: &Plan,
    stage: &mut Stage,
    seconds: f64,
    heading: &str,
    progress: &Progress,
    samples: &mut Samples,
) -> Result<bool, Failure> {
    for turn in &plan.turns {
        if interrupt::requested() {
            return Ok(false);
        }
        progress.step(heading, &format!("{}, {turn}", turn.work.command.title()));
        let (timing, is_calm) = stage.measure(*turn, seconds)?;
        samples.add(*turn, timing, is_calm);
        progress.done();
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(filter: &[&str]) -> Plan {
        let filter = filter.iter().map(|text| (*text).to_owned()).collect();
        Plan::new(&Common { filter, ..Common::default() })
    }

    #[test]
    fn each_turn_is_measured_once_beside_those_of_the_same_work() {
        let turns = plan(&[]).turns;
        let mut works: Vec<_> = turns.iter().map(|turn| turn.work).collect();
        works.dedup();
        let distinct: std::collections::HashSet<_> = works.iter().collect();
        assert_eq!(works.len(), distinct.len());
        let distinct: std::collections::HashSet<_> = turns.iter().collect();
        assert_eq!(turns.len(), distinct.len());
    }

    #[test]
    fn a_filter_leaves_the_turns_that_its_tables_need() {
        let plan = plan(&["claim-pipeline-100"]);
        assert_eq!((plan.tables.len(), plan.claims.len()), (0, 2));
        let peers = usize::from(cfg!(feature = "peers"));
        assert_eq!(plan.turns.len(), 6 + peers);
    }
}
