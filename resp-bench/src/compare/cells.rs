//! All cells, in the order shown.

use super::cell::{Cell, Door, Placement, Runtime};
use super::goals::Goal;
use super::work::{Client, Size, Work};
use crate::clients::Protocol;
use crate::record::Point;
use std::sync::LazyLock;

/// All of them, those that are measured without being asked for and the others.
pub(super) static CELLS: LazyLock<Vec<Cell>> = LazyLock::new(all);

const ONE: &str = "One task at a time";
const SHARED: &str = "One shared connection";
const POOLS: &str = "Checkout pools";
const PIPELINES: &str = "Explicit pipelines";
const REPLIES: &str = "Large replies";
const BURSTS: &str = "Bursts";
const MIXED: &str = "Mixed sizes";
const DOORS: &str = "TLS and Unix sockets";
const PROTOCOLS: &str = "RESP2 and RESP3";
const WORKERS: &str = "Two worker threads";
const THREADS: &str = "Blocking clients";

/// Connections of pools in bursts.
pub(super) const BURST_POOL: u32 = 50;

const TASKS: [u32; 5] = [1, 8, 64, 256, 1000];

fn all() -> Vec<Cell> {
    let groups = [
        one(),
        shared(),
        pools(),
        pipelines(),
        replies(),
        bursts(),
        vec![mixed()],
        doors(),
        protocols(),
        workers(),
        threads(),
    ];
    groups.concat()
}

/// A cell of one task, measured by default, its server on another core.
fn cell(group: &'static str, name: impl Into<String>, about: impl Into<String>, work: Work) -> Cell {
    Cell {
        // There is one list of cells, which lives as long as the program.
        name: name.into().leak(),
        about: about.into().leak(),
        group,
        point: None,
        work,
        tasks: 1,
        pool: None,
        runtime: Runtime::CurrentThread,
        placement: Placement::Apart,
        door: Door::Tcp,
        protocol: None,
        default: true,
        goals: &[],
    }
}

impl Cell {
    fn tasks(self, tasks: u32) -> Self {
        Self { tasks, ..self }
    }

    fn together(self) -> Self {
        Self { placement: Placement::Together, ..self }
    }

    fn on(self, runtime: Runtime, placement: Placement) -> Self {
        Self { runtime, placement, ..self }
    }

    fn through(self, door: Door) -> Self {
        Self { door, ..self }
    }

    fn speaking(self, protocol: Protocol) -> Self {
        Self { protocol: Some(protocol), ..self }
    }

    fn goals(self, goals: &'static [Goal]) -> Self {
        Self { goals, ..self }
    }

    /// Measured only if it is asked for.
    fn rare(self) -> Self {
        Self { default: false, ..self }
    }

    /// In a chart of this title, by the number of tasks.
    fn chart(self, family: String) -> Self {
        let point = Point { family, x: f64::from(self.tasks), unit: "tasks".to_owned() };
        Self { point: Some(point), ..self }
    }
}

fn one() -> Vec<Cell> {
    let get = Work::Get(Size::Small);
    let set = Work::Set(Size::Small);
    let apart = |command, name, work| {
        cell(ONE, name, format!("{command} of 64 bytes, one task, server on another core"), work)
            .chart(family(command, Size::Small))
    };
    let together = |command, name, work| {
        cell(ONE, name, format!("{command} of 64 bytes, one task, server on the same core"), work).together()
    };
    vec![
        apart("GET", "get-1-apart", get).goals(&[Goal::Speed(0.95)]),
        together("GET", "get-1-together", get).goals(&[Goal::Speed(0.95)]),
        apart("SET", "set-1-apart", set),
        together("SET", "set-1-together", set).rare(),
    ]
}

fn family(command: &str, size: Size) -> String {
    match command {
        "INCR" => "INCR, one shared connection".to_owned(),
        _ => format!("{command} of {}, one shared connection", size.text()),
    }
}

/// Every command with every size and number of tasks. Not 64 KiB with 1,000
/// tasks: 64 MB on the way measure the buffers of the sockets.
fn shared() -> Vec<Cell> {
    let mut cells = Vec::new();
    for (command, work) in [
        ("GET", Work::Get as fn(Size) -> Work),
        ("SET", Work::Set),
        ("HSET", Work::Hset),
        ("LPUSH", Work::Lpush),
    ] {
        let points = Size::ALL.into_iter().flat_map(|size| TASKS.map(|tasks| (size, tasks)));
        let measured = points.filter(|point| *point != (Size::Large, 1000));
        cells.extend(measured.map(|(size, tasks)| one_of_many(command, work(size), size, tasks)));
    }
    cells.extend(TASKS.map(|tasks| one_of_many("INCR", Work::Incr, Size::Small, tasks)));
    // These stand under their own heading.
    cells.retain(|cell| !matches!(cell.name, "get-1" | "set-1"));
    cells
}

fn one_of_many(command: &str, work: Work, size: Size, tasks: u32) -> Cell {
    let lower = command.to_ascii_lowercase();
    let name = match (work, size, tasks) {
        (Work::Get(_), Size::Large, 64) => "get-64k".to_owned(),
        (_, Size::Small, _) => format!("{lower}-{tasks}"),
        (_, Size::Middle, _) => format!("{lower}-{tasks}-1k"),
        (_, Size::Large, _) => format!("{lower}-{tasks}-64k"),
    };
    let what = if work == Work::Incr { "INCR".to_owned() } else { format!("{command} of {}", size.text()) };
    let many = match tasks {
        1 => "one task".to_owned(),
        1000 => "1,000 tasks".to_owned(),
        _ => format!("{tasks} tasks"),
    };
    let default = match (work, size) {
        (Work::Get(_) | Work::Set(_), Size::Small) => true,
        (Work::Set(_), Size::Large) => false,
        _ => tasks == 64 && (matches!(work, Work::Get(_) | Work::Set(_)) || size == Size::Small),
    };
    let cell = cell(SHARED, name, format!("{what}, one connection, {many}"), work);
    let cell = cell.tasks(tasks).chart(family(command, size));
    Cell { default, goals: goals_of_shared(work, tasks), ..cell }
}

fn goals_of_shared(work: Work, tasks: u32) -> &'static [Goal] {
    match (work, tasks) {
        (Work::Get(Size::Small), 1000) => {
            &[Goal::Speed(2.5), Goal::Cpu(0.25), Goal::SystemCalls(0.03), Goal::Allocations(0.01)]
        }
        (Work::Get(Size::Small), 256) => &[Goal::Speed(2.2)],
        (Work::Get(Size::Small), 64) => &[Goal::Speed(1.25)],
        (Work::Get(Size::Large), 64) => &[Goal::Speed(1.0)],
        _ => &[],
    }
}

fn pools() -> Vec<Cell> {
    let sizes = [(10, 64, "64"), (10, 1000, "1,000"), (50, 64, "64"), (50, 1000, "1,000")];
    let cells = sizes.map(|(size, tasks, many)| {
        let about = format!("GET of 64 bytes, pool of {size} connections, {many} tasks");
        let cell = cell(POOLS, format!("pool-{size}-{tasks}"), about, Work::Get(Size::Small)).tasks(tasks);
        Cell { pool: Some(size), ..cell }.chart(format!("GET of 64 bytes, pool of {size} connections"))
    });
    cells.into()
}

fn pipelines() -> Vec<Cell> {
    let about = |text: &str| format!("pipelines of {text}");
    let of = |name, text, work| cell(PIPELINES, name, about(text), work);
    let maps = "1,000 HGETALLs of 10 fields, maps of each client's usual byte strings";
    let strings = "1,000 HGETALLs of 10 fields, each a HashMap<String, String>";
    vec![
        of("pipeline-get", "1,000 GETs of 64 bytes", Work::Gets(1000)).goals(&[Goal::Speed(1.35)]),
        of("pipeline-get-100", "100 GETs of 64 bytes", Work::Gets(100)).rare(),
        of("pipeline-set", "1,000 SETs of 64 bytes", Work::Sets(1000)),
        of("pipeline-set-100", "100 SETs of 64 bytes", Work::Sets(100)),
        of("pipeline-hgetall", maps, Work::Maps).goals(&[Goal::Speed(1.7)]),
        of("pipeline-hgetall-strings", strings, Work::MapsOfStrings).goals(&[Goal::Speed(1.7)]),
    ]
}

fn replies() -> Vec<Cell> {
    let of = |name, about, work| cell(REPLIES, name, about, work);
    vec![
        of("mget-100", "MGET of 100 values of 64 bytes, one task", Work::Mget),
        of("mget-100-64", "MGET of 100 values of 64 bytes, one connection, 64 tasks", Work::Mget).tasks(64),
        of("lrange-10000", "LRANGE of 10,000 elements of 64 bytes", Work::List).goals(&[Goal::Speed(1.5)]),
        of(
            "hgetall-1000",
            "HGETALL of 1,000 fields into a map of each client's usual byte strings",
            Work::Map,
        )
        .goals(&[Goal::Speed(1.4)]),
        of(
            "hgetall-1000-strings",
            "HGETALL of 1,000 fields into a HashMap<String, String>",
            Work::MapOfStrings,
        )
        .goals(&[Goal::Speed(1.4)]),
        of(
            "hgetall-1000-value",
            "HGETALL of 1,000 fields into each client's type for any reply",
            Work::Value,
        )
        .goals(&[Goal::Speed(1.8)]),
    ]
}

fn bursts() -> Vec<Cell> {
    let of = |name, text, client| {
        let about = format!("1,000 GETs of 64 bytes at once, a task each, {text}; pools of {BURST_POOL}");
        cell(BURSTS, name, about, Work::Burst(client))
    };
    vec![
        of("burst-cold", "on a client that is made and connects for them", Client::Cold),
        of("burst-warm", "on a client that has connected", Client::Warm),
    ]
}

fn mixed() -> Cell {
    let about = "GET of 64 bytes, one in 100 of 1 MiB, one connection, 64 tasks; latencies of the small ones";
    cell(MIXED, "mixed-64", about, Work::Mixed).tasks(64)
}

fn doors() -> Vec<Cell> {
    let of = |name, way, tasks, many| {
        let about = format!("GET of 64 bytes {way}, one connection, {many}");
        cell(DOORS, name, about, Work::Get(Size::Small)).tasks(tasks)
    };
    vec![
        of("tls-1", "by TLS", 1, "one task").through(Door::Tls),
        of("tls-64", "by TLS", 64, "64 tasks").through(Door::Tls),
        of("unix-1", "by a Unix socket", 1, "one task").through(Door::Unix),
        of("unix-64", "by a Unix socket", 64, "64 tasks").through(Door::Unix),
    ]
}

fn protocols() -> Vec<Cell> {
    let mut cells = Vec::new();
    for (protocol, prefix, name) in [(Protocol::Resp2, "resp2", "RESP2"), (Protocol::Resp3, "resp3", "RESP3")]
    {
        for (suffix, what, work) in [
            ("get", "GET of 64 bytes", Work::Get(Size::Small)),
            ("hgetall", "HGETALL of 10 fields", Work::SmallMap),
        ] {
            let about = format!("{what} by {name}, one connection, 64 tasks");
            let cell = cell(PROTOCOLS, format!("{prefix}-{suffix}-64"), about, work);
            cells.push(cell.tasks(64).speaking(protocol));
        }
    }
    cells
}

fn workers() -> Vec<Cell> {
    let of = |tasks, many| {
        let about = format!("GET of 64 bytes, one connection, {many} tasks on two worker threads");
        let cell = cell(WORKERS, format!("get-{tasks}-workers"), about, Work::Get(Size::Small)).tasks(tasks);
        cell.on(Runtime::TwoWorkers, Placement::Free)
            .chart("GET of 64 bytes, one shared connection, two worker threads".to_owned())
    };
    vec![
        of(8, "8"),
        of(64, "64"),
        of(256, "256").rare(),
        of(1000, "1,000").goals(&[Goal::Speed(2.5), Goal::Tail(2.0 / 3.0)]),
    ]
}

fn threads() -> Vec<Cell> {
    let of = |name, about, work| cell(THREADS, name, about, work).on(Runtime::Threads, Placement::Apart);
    let (get, set) = (Work::Get(Size::Small), Work::Set(Size::Small));
    let many = &[Goal::SpeedAgainst("mutex", 8.0), Goal::SpeedAgainst("each", 1.0)];
    vec![
        of("blocking-1", "GET of 64 bytes, blocking, one thread", get).goals(&[Goal::Speed(1.0)]),
        of("blocking-1-together", "GET of 64 bytes, blocking, one thread, server on the same core", get)
            .together(),
        of("blocking-set-1", "SET of 64 bytes, blocking, one thread", set),
        of("blocking-set-1-together", "SET of 64 bytes, blocking, one thread, server on the same core", set)
            .together()
            .rare(),
        of("blocking-64", "GET of 64 bytes, blocking, 64 threads", get)
            .tasks(64)
            .on(Runtime::Threads, Placement::Free)
            .goals(many),
        of("blocking-pipeline-get", "pipelines of 1,000 GETs of 64 bytes, blocking", Work::Gets(1000)).rare(),
        of("blocking-pipeline-set", "pipelines of 1,000 SETs of 64 bytes, blocking", Work::Sets(1000)).rare(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_last() {
        let names: HashSet<_> = CELLS.iter().map(|cell| cell.name).collect();
        assert_eq!(names.len(), CELLS.len());
        for lasting in [
            "get-1000",
            "get-256",
            "get-64",
            "get-1-apart",
            "get-1-together",
            "get-1000-workers",
            "lrange-10000",
            "hgetall-1000",
            "hgetall-1000-strings",
            "hgetall-1000-value",
            "pipeline-hgetall",
            "pipeline-hgetall-strings",
            "pipeline-get",
            "get-64k",
            "blocking-1",
            "blocking-64",
            "set-64-1k",
            "incr-8",
            "lpush-256-64k",
        ] {
            assert!(names.contains(lasting), "{lasting}");
        }
        assert!(!names.contains("hset-1000-64k"));
    }

    #[test]
    fn groups_stay_together_and_charts_go_upwards() {
        let mut groups: Vec<_> = CELLS.iter().map(|cell| cell.group).collect();
        groups.dedup();
        assert_eq!(groups.len(), groups.iter().collect::<HashSet<_>>().len());
        let family = |name: &str| {
            CELLS
                .iter()
                .filter_map(|cell| cell.point.as_ref())
                .filter(|point| point.family == name)
                .map(|point| point.x)
                .collect::<Vec<_>>()
        };
        assert_eq!(family("GET of 64 bytes, one shared connection"), [1.0, 8.0, 64.0, 256.0, 1000.0]);
    }

    /// Each takes some two seconds for each of some six contestants.
    #[test]
    fn the_default_run_is_a_selection() {
        let count = CELLS.iter().filter(|cell| cell.default).count();
        assert!((40..=50).contains(&count), "{count}");
    }
}
