//! What is compared, and what is to be reached in it.

use super::goals::Goal;
use serde::Serialize;

/// A kind of work under certain conditions.
#[derive(Debug, Serialize)]
pub(super) struct Cell {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) work: Work,
    /// Tasks that share the connection; threads where the clients block.
    pub(super) tasks: u32,
    pub(super) runtime: Runtime,
    pub(super) placement: Placement,
    #[serde(skip)]
    pub(super) goals: &'static [Goal],
}

/// What a task does again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Work {
    /// GET of 64 bytes.
    Get,
    /// GET of 64 KiB.
    GetLarge,
    /// LRANGE of all elements of a list.
    List,
    /// HGETALL into a map of the client's usual byte strings.
    Map,
    /// HGETALL into a `HashMap<String, String>`.
    MapOfStrings,
    /// HGETALL into the client's type for any reply.
    Value,
    /// A pipeline of GETs.
    Gets,
    /// A pipeline of HGETALLs into maps of the client's usual byte strings.
    Maps,
    /// A pipeline of HGETALLs into maps of strings.
    MapsOfStrings,
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

const fn alone(name: &'static str, about: &'static str, work: Work, goals: &'static [Goal]) -> Cell {
    Cell { name, about, work, tasks: 1, runtime: Runtime::CurrentThread, placement: Placement::Apart, goals }
}

const fn gets(name: &'static str, about: &'static str, tasks: u32, goals: &'static [Goal]) -> Cell {
    Cell { tasks, ..alone(name, about, Work::Get, goals) }
}

const fn threads(name: &'static str, about: &'static str, tasks: u32, goals: &'static [Goal]) -> Cell {
    let placement = if tasks == 1 { Placement::Apart } else { Placement::Free };
    Cell { runtime: Runtime::Threads, placement, ..gets(name, about, tasks, goals) }
}

/// All of them, in the order shown.
pub(super) const CELLS: [Cell; 16] = [
    gets(
        "get-1000",
        "GET of 64 bytes, one connection, 1,000 tasks",
        1000,
        &[Goal::Speed(2.5), Goal::Cpu(0.25), Goal::SystemCalls(0.03), Goal::Allocations(0.01)],
    ),
    gets("get-256", "GET of 64 bytes, one connection, 256 tasks", 256, &[Goal::Speed(2.2)]),
    gets("get-64", "GET of 64 bytes, one connection, 64 tasks", 64, &[Goal::Speed(1.25)]),
    gets("get-1-apart", "GET of 64 bytes, one task, server on another core", 1, &[Goal::Speed(0.95)]),
    Cell {
        placement: Placement::Together,
        ..gets(
            "get-1-together",
            "GET of 64 bytes, one task, server on the same core",
            1,
            &[Goal::Speed(0.95)],
        )
    },
    Cell {
        runtime: Runtime::TwoWorkers,
        placement: Placement::Free,
        ..gets(
            "get-1000-workers",
            "GET of 64 bytes, one connection, 1,000 tasks on two worker threads",
            1000,
            &[Goal::Speed(2.5), Goal::Tail(2.0 / 3.0)],
        )
    },
    alone("lrange-10000", "LRANGE of 10,000 elements of 64 bytes", Work::List, &[Goal::Speed(1.5)]),
    alone(
        "hgetall-1000",
        "HGETALL of 1,000 fields into a map of each client's usual byte strings",
        Work::Map,
        &[Goal::Speed(1.4)],
    ),
    alone(
        "hgetall-1000-strings",
        "HGETALL of 1,000 fields into a HashMap<String, String>",
        Work::MapOfStrings,
        &[Goal::Speed(1.4)],
    ),
    alone(
        "hgetall-1000-value",
        "HGETALL of 1,000 fields into each client's type for any reply",
        Work::Value,
        &[Goal::Speed(1.8)],
    ),
    alone(
        "pipeline-hgetall",
        "pipelines of 1,000 HGETALLs of 10 fields, maps of each client's usual byte strings",
        Work::Maps,
        &[Goal::Speed(1.7)],
    ),
    alone(
        "pipeline-hgetall-strings",
        "pipelines of 1,000 HGETALLs of 10 fields, each a HashMap<String, String>",
        Work::MapsOfStrings,
        &[Goal::Speed(1.7)],
    ),
    alone("pipeline-get", "pipelines of 1,000 GETs of 64 bytes", Work::Gets, &[Goal::Speed(1.35)]),
    Cell {
        tasks: 64,
        ..alone("get-64k", "GET of 64 KiB, one connection, 64 tasks", Work::GetLarge, &[Goal::Speed(1.0)])
    },
    threads("blocking-1", "GET of 64 bytes, blocking, one thread", 1, &[Goal::Speed(1.0)]),
    threads(
        "blocking-64",
        "GET of 64 bytes, blocking, 64 threads",
        64,
        &[Goal::SpeedAgainst("mutex", 8.0), Goal::SpeedAgainst("each", 1.0)],
    ),
];
