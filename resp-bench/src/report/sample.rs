//! A small made-up record, for tests.

use crate::machine::Machine;
use crate::record::{
    Environment, FORMAT, Figure, Goal, Metric, Observed, Point, Record, Role, Row, Section, Verdict,
};
use crate::server::Description;

/// A row with one metric.
pub(crate) fn row(name: &str, role: Role, metric: Metric, rounds: &[f64]) -> Row {
    let mut row = Row::new(name, role);
    row.figures.extend(Figure::of_rounds(rounds, &[]).map(|figure| (metric, figure)));
    row
}

/// A section; `point` is family, x and unit.
pub(crate) fn section(
    name: &str,
    group: &str,
    point: Option<(&str, f64, &str)>,
    rows: impl IntoIterator<Item = Row>,
) -> Section {
    let point = point.map(|(family, x, unit)| Point { family: family.to_owned(), x, unit: unit.to_owned() });
    Section {
        name: name.to_owned(),
        about: format!("{name} in words"),
        group: group.to_owned(),
        operation: "command".to_owned(),
        point,
        rows: rows.into_iter().collect(),
    }
}

fn speeds(speeds: [&[f64]; 4]) -> Vec<Row> {
    let of = |name, role, rounds| {
        let mut row = row(name, role, Metric::OpsPerSecond, rounds);
        row.figures.insert(Metric::ClientCpuMicros, Figure::once(1e6 / rounds[0]));
        row.figures.insert(Metric::ServerCpuMicros, Figure::once(0.5));
        row.figures.insert(Metric::Allocations, Figure::once(2.0));
        row.latencies = vec![(0.0, 5.0), (0.5, 10.0), (0.9, 20.0), (0.99, 90.0), (0.999, 400.0), (1.0, 9e3)];
        row
    };
    vec![
        of("ours", Role::Ours, speeds[0]),
        of("fast <&>", Role::Other, speeds[1]),
        of("slow", Role::Other, speeds[2]),
        of("raw loop", Role::Limit, speeds[3]),
    ]
}

fn observed(name: &str, role: Role, verdict: Verdict, text: &str) -> Row {
    let mut row = Row::new(name, role);
    row.observed = Some(Observed { verdict, text: text.to_owned() });
    row
}

/// Of every kind of section one: in `get-1` ours is ahead, in `get-64` behind.
pub(crate) fn record() -> Record {
    let family = "GET of 64 bytes, one connection";
    let sections = vec![
        section(
            "get-1",
            "One connection",
            Some((family, 1.0, "tasks")),
            speeds([&[20e3, 22e3, 24e3], &[10e3, 11e3, 12e3], &[5e3, 5e3, 5e3], &[40e3, 44e3, 48e3]]),
        ),
        section(
            "get-64",
            "One connection",
            Some((family, 64.0, "tasks")),
            speeds([&[800e3], &[1e6], &[50e3], &[2e6]]),
        ),
        section(
            "lost-reply",
            "Behaviour",
            None,
            [
                observed("ours", Role::Ours, Verdict::Good, "ran once"),
                observed("fast <&>", Role::Other, Verdict::Bad, "ran twice"),
                observed("slow", Role::Other, Verdict::Unasked, "has no such command"),
            ],
        ),
        section(
            "table-1",
            "Claims",
            None,
            [
                row("claimed", Role::Claim, Metric::OpsPerSecond, &[9e3]),
                row("slow", Role::Other, Metric::OpsPerSecond, &[3e3]),
            ],
        ),
    ];
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let goal = |metric, bound: &str, met| Goal {
        section: "get-1".to_owned(),
        metric,
        ours: Some(22e3),
        best: Some("fast <&>".to_owned()),
        theirs: Some(11e3),
        ratio: Some(2.0),
        bound: bound.to_owned(),
        met,
    };
    Record {
        format: FORMAT,
        command: "compare".to_owned(),
        command_line: "resp-bench compare --filter 'get'".to_owned(),
        date: "2026-11-21T09:30:00Z".to_owned(),
        environment: Environment {
            machine: Machine {
                cpu: "Some CPU".to_owned(),
                cores: 2,
                kernel: "Linux 6.1".to_owned(),
                system: "Some OS 12".to_owned(),
            },
            server: Some(Description {
                version: "valkey 9.1.0".to_owned(),
                origin: "on the PATH".to_owned(),
            }),
            versions: vec![pair("resp-net", "0.1.0"), pair("tokio", "1.54.1")],
            features: vec!["peers".to_owned()],
            placement: "server on core 0, client on core 1".to_owned(),
        },
        settings: vec![pair("rounds", "3")],
        complete: true,
        notes: vec!["one window was <repeated>".to_owned()],
        sections,
        goals: vec![
            goal(Metric::OpsPerSecond, "≥ 1.50×", Some(true)),
            goal(Metric::ClientCpuMicros, "≤ 1.0", Some(false)),
            goal(Metric::SystemCalls, "≤ 0.1", None),
        ],
    }
}

/// Every field and metric of the sample has its place in the description of the format.
#[test]
fn the_format_is_described() {
    fn names(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                found.extend(fields.keys().cloned());
                fields.values().for_each(|value| names(value, found));
            }
            serde_json::Value::Array(values) => values.iter().for_each(|value| names(value, found)),
            _ => {}
        }
    }
    let text = include_str!("../../../records/README.md");
    let mut found = Vec::new();
    names(&serde_json::to_value(record()).unwrap(), &mut found);
    assert!(found.len() > 50);
    for name in found {
        // Fields of the machine stand with its name before them.
        let forms = [format!("`{name}`"), format!(".{name}`"), format!("`{name}.")];
        assert!(forms.iter().any(|form| text.contains(form)), "{name}");
    }
}
