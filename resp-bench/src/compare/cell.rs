//! What is compared, under which conditions.

use super::goals::Goal;
use super::work::Work;
use crate::clients::Protocol;
use crate::record::Point;
use serde::Serialize;

/// A kind of work under certain conditions.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Cell {
    /// Short and lasting, as `--filter` matches it.
    pub(super) name: &'static str,
    /// In words.
    pub(super) about: &'static str,
    /// The heading that it belongs under.
    pub(super) group: &'static str,
    /// Where it lies in a chart with others of its family.
    pub(super) point: Option<Point>,
    pub(super) work: Work,
    /// Tasks that share the client; threads where the clients block.
    pub(super) tasks: u32,
    /// Connections of a pool, where that is what takes part.
    pub(super) pool: Option<u32>,
    pub(super) runtime: Runtime,
    pub(super) placement: Placement,
    pub(super) door: Door,
    /// The protocol, where it is not each client's own choice.
    #[serde(skip)]
    pub(super) protocol: Option<Protocol>,
    /// Whether it is measured without being asked for.
    pub(super) default: bool,
    #[serde(skip)]
    pub(super) goals: &'static [Goal],
}

/// What runs the tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Runtime {
    /// tokio's single-threaded runtime.
    CurrentThread,
    /// tokio with two worker threads.
    TwoWorkers,
    /// A thread for each task.
    Threads,
}

/// Where client and server run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Placement {
    /// Each on a core of its own.
    Apart,
    /// Both on one core.
    Together,
    /// Where the system puts them.
    Free,
}

/// What the clients connect to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Door {
    Tcp,
    Unix,
    Tls,
}
