//! What a run found, as every command of this program writes it: one format for
//! the terminal, the reports, the JSON file and `diff`.

mod call;
mod figure;
mod file;
mod layout;
mod metric;
mod ratio;

pub(crate) use self::call::without_password;
pub(crate) use self::figure::{Figure, median};
pub(crate) use self::file::{Files, read, write};
pub(crate) use self::metric::{Metric, Wanted};
pub(crate) use self::ratio::Ratio;

use crate::machine::Machine;
use crate::server::Description;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The format that this program writes, and the newest that it reads. It grows
/// when a field changes its meaning or goes; new fields have a default.
pub(crate) const FORMAT: u32 = 1;

/// A whole run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// [`FORMAT`] of the program that wrote it.
    pub(crate) format: u32,
    /// The command, such as `compare`; `main` for the main job.
    pub(crate) command: String,
    /// How it was called, without passwords.
    pub(crate) command_line: String,
    /// When it began: UTC, RFC 3339.
    pub(crate) date: String,
    /// Where it ran, against what, made of what.
    pub(crate) environment: Environment,
    /// How it was measured: names and values, in the order shown.
    pub(crate) settings: Vec<(String, String)>,
    /// Whether everything was measured that was asked for.
    pub(crate) complete: bool,
    /// What a reader must know: repeated windows, what was left out and why.
    #[serde(default)]
    pub(crate) notes: Vec<String>,
    /// What was measured, in the order shown.
    pub(crate) sections: Vec<Section>,
    /// What is to be reached, and whether it was.
    #[serde(default)]
    pub(crate) goals: Vec<Goal>,
}

/// Where a run took place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Environment {
    pub(crate) machine: Machine,
    /// `None` where no server takes part.
    pub(crate) server: Option<Description>,
    /// Crates and packages that decide the figures, with their versions.
    pub(crate) versions: Vec<(String, String)>,
    /// Features that this program was built with.
    pub(crate) features: Vec<String>,
    /// Which cores client and server run on, or that the system decides.
    pub(crate) placement: String,
}

/// One kind of work under certain conditions, done by several contestants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Section {
    /// Short and lasting, as `--filter` matches it: `get-64`. `diff` goes by it.
    pub(crate) name: String,
    /// In words.
    pub(crate) about: String,
    /// The heading that it belongs under.
    pub(crate) group: String,
    /// What is counted: `command`, `reply`, `burst of 1,000`.
    pub(crate) operation: String,
    /// Where it lies in a chart with others of its family.
    #[serde(default)]
    pub(crate) point: Option<Point>,
    pub(crate) rows: Vec<Row>,
}

/// A section's place on the horizontal axis of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Point {
    /// The chart's title; sections with the same belong together.
    pub(crate) family: String,
    pub(crate) x: f64,
    /// What the axis counts: `tasks`, `requests a second`.
    pub(crate) unit: String,
}

/// One contestant's part of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Row {
    /// The contestant.
    pub(crate) name: String,
    pub(crate) role: Role,
    /// What was measured.
    #[serde(default)]
    pub(crate) figures: BTreeMap<Metric, Figure>,
    /// Latencies in microseconds at quantiles from 0 to 1, ascending: the whole distribution.
    #[serde(default, serialize_with = "layout::quantiles")]
    pub(crate) latencies: Vec<(f64, f64)>,
    /// For each round, whether others left the machine alone; empty if that is not known.
    #[serde(default)]
    pub(crate) calm: Vec<bool>,
    /// What was seen, where it is more than a figure.
    #[serde(default)]
    pub(crate) observed: Option<Observed>,
}

/// What a contestant is in the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Role {
    /// Of this project.
    Ours,
    /// Of others.
    Other,
    /// A hand-written loop: what the machine can do.
    Limit,
    /// What somebody has written, not measured here.
    Claim,
}

/// A behaviour, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Observed {
    pub(crate) verdict: Verdict,
    /// One sentence.
    pub(crate) text: String,
}

/// Whether a behaviour is what its user needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Verdict {
    Good,
    Bad,
    /// It has no such function, or could not be asked.
    Unasked,
}

/// What is to be reached in a section, and what was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Goal {
    /// The section's name.
    pub(crate) section: String,
    pub(crate) metric: Metric,
    pub(crate) ours: Option<f64>,
    /// The best of the others, where the goal is a comparison with them.
    pub(crate) best: Option<String>,
    pub(crate) theirs: Option<f64>,
    /// Ours to theirs: the median of the rounds.
    pub(crate) ratio: Option<f64>,
    /// As shown: `≥ 2.5×`.
    pub(crate) bound: String,
    /// `None` if it was not measured.
    pub(crate) met: Option<bool>,
}

impl Record {
    /// Drops sections whose name is not wanted, and what is to be reached in them.
    pub(crate) fn keep(&mut self, wants: impl Fn(&str) -> bool) {
        self.sections.retain(|section| wants(&section.name));
        self.goals.retain(|goal| wants(&goal.section));
    }

    /// The section of this name.
    pub(crate) fn section(&self, name: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }
}

impl Environment {
    /// Server and machine, a line each, as runs begin with them.
    pub(crate) fn head(&self) -> String {
        let Machine { cpu, cores, kernel, system } = &self.machine;
        let server = self.server.as_ref();
        let server = server.map(|Description { version, origin }| format!("Server   {version} ({origin})\n"));
        format!("{}Machine  {cpu}, {cores} cores, {kernel}, {system}\n", server.unwrap_or_default())
    }
}

impl Section {
    /// The row of this contestant.
    pub(crate) fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// Ours, if it took part: the first, if there are several.
    pub(crate) fn ours(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.role == Role::Ours)
    }
}

impl Row {
    /// A contestant of whom nothing is known yet.
    pub(crate) fn new(name: impl Into<String>, role: Role) -> Self {
        let (figures, latencies, calm) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self { name: name.into(), role, figures, latencies, calm, observed: None }
    }

    /// A figure's median over the rounds.
    pub(crate) fn median(&self, metric: Metric) -> Option<f64> {
        self.figures.get(&metric).map(|figure| figure.median)
    }

    /// This row's figure divided by another's, round by round.
    pub(crate) fn ratio_to(&self, other: &Self, metric: Metric) -> Option<Ratio> {
        Ratio::between(self, other, metric)
    }

    /// Whether others left the machine alone in this round, as far as it is known.
    pub(crate) fn is_calm(&self, round: usize) -> bool {
        self.calm.get(round).copied().unwrap_or(true)
    }
}
