//! A record on a terminal: a block for each section, then the goals.

use super::goals::best_other;
use crate::format;
use crate::record::{Metric, Record, Role, Row, Section};
use crate::table::{self, BOLD, DIM, GREEN, Paint};

const NAME_WIDTH: usize = 20;
/// Columns after the name, each with its width: 120 letters in all.
const COLUMNS: [(&str, usize); 13] = [
    ("ops/s", 8),
    ("spread", 7),
    ("ours/its", 9),
    ("p50 µs", 7),
    ("p99 µs", 8),
    ("p99.9 µs", 9),
    ("CPU µs", 8),
    ("server µs", 10),
    ("switch", 7),
    ("calls", 6),
    ("allocs", 7),
    ("bytes", 7),
    ("others", 7),
];

const NOTES: &str = "\
ops/s: commands a second, the median of the rounds that others did not disturb, or else of all; spread: half of the
distance between the least and the greatest of them; ours/its: the median of the ratios within a round.
p50, p99, p99.9: of a command, in pipelines of a whole one; raw: of a whole write. For each command: CPU and server, the
CPU time of client and server; switch, calls, allocs, bytes: context switches, system calls (read, write, recv, send,
readv, writev, epoll_wait), allocations and allocated bytes of the client. others: cores that other processes kept busy.";

/// Everything that a user reads after a run.
pub(super) fn render(record: &Record, colours: bool) -> String {
    let paint = Paint(colours);
    let mut text: String = record.sections.iter().map(|section| block(section, &paint)).collect();
    text.push_str(&format!("\n{}\n", paint.with(DIM, NOTES)));
    text.push_str(&table::goals(&record.goals, &paint));
    if !record.notes.is_empty() {
        text.push_str(&format!("\n{}\n", paint.with(BOLD, "notes")));
        record.notes.iter().for_each(|note| text.push_str(&format!("{note}\n")));
    }
    text
}

fn block(section: &Section, paint: &Paint) -> String {
    let title = format!("{}: {}", section.name, section.about);
    let head: String = COLUMNS.iter().map(|(name, width)| format!("{name:>width$}")).collect();
    let mut text = format!("\n{}\n", paint.with(BOLD, &title));
    text.push_str(&format!("{}\n", paint.with(DIM, &format!("{:NAME_WIDTH$}{head}", ""))));
    for row in &section.rows {
        let line = line(row, section.ours());
        text.push_str(&match row.role {
            Role::Ours => paint.with(GREEN, &line),
            Role::Limit => paint.with(DIM, &line),
            _ => line,
        });
    }
    text.extend(standing(section));
    text
}

fn line(row: &Row, ours: Option<&Row>) -> String {
    let figure = |metric| row.median(metric).map_or_else(|| "–".to_owned(), format::significant);
    let speed = row.figures.get(&Metric::OpsPerSecond);
    let ratio = ours.filter(|ours| ours.name != row.name);
    let ratio = ratio.and_then(|ours| ours.ratio_to(row, Metric::OpsPerSecond));
    let values = [
        speed.map_or_else(|| "–".to_owned(), |speed| format::count(speed.median)),
        speed.map_or_else(String::new, |speed| format::spread(speed.low, speed.median, speed.high)),
        ratio.map_or_else(String::new, |ratio| format::ratio(ratio.median)),
        figure(Metric::P50Micros),
        figure(Metric::P99Micros),
        figure(Metric::P999Micros),
        figure(Metric::ClientCpuMicros),
        figure(Metric::ServerCpuMicros),
        figure(Metric::ContextSwitches),
        figure(Metric::SystemCalls),
        row.median(Metric::Allocations).map_or_else(|| "–".to_owned(), format::count),
        row.median(Metric::AllocatedBytes).map_or_else(|| "–".to_owned(), format::count),
        figure(Metric::OtherCores),
    ];
    let values: String =
        COLUMNS.iter().zip(values).map(|((_, width), value)| format!("{value:>width$}")).collect();
    format!("{:NAME_WIDTH$}{values}\n", row.name)
}

/// Where ours stands among the others, whichever way it is.
fn standing(section: &Section) -> Option<String> {
    let (ours, best) = (section.ours()?, best_other(section, "", Metric::OpsPerSecond)?);
    let ratio = ours.ratio_to(best, Metric::OpsPerSecond)?;
    let times = format::ratio(ratio.median);
    let (ours, best) = (&ours.name, &best.name);
    let verdict = match ratio.median {
        median if median >= 1.005 => format!("{ours} is the fastest client: {times} {best}"),
        median if median <= 0.995 => format!("{best} is the fastest client: {ours} has {times} its speed"),
        _ => format!("{ours} and {best} are the fastest clients, equally fast"),
    };
    let (low, high) = (format::ratio(ratio.low), format::ratio(ratio.high));
    Some(format!("{verdict} ({low} to {high} by round)\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Figure;

    fn row(name: &str, role: Role, speed: f64) -> Row {
        let mut row = Row::new(name, role);
        row.figures.extend([
            (Metric::OpsPerSecond, Figure::once(speed)),
            (Metric::ClientCpuMicros, Figure::once(1678.0)),
            (Metric::AllocatedBytes, Figure::once(3_182_399.0)),
            (Metric::OtherCores, Figure::once(0.11)),
        ]);
        row
    }

    fn section(rows: Vec<Row>) -> Section {
        let [name, about, group, operation] = ["get-64", "GET", "sharing", "command"].map(str::to_owned);
        Section { name, about, group, operation, point: None, rows }
    }

    #[test]
    fn columns_stand_below_their_headings() {
        let text = block(&section(vec![row("redis-rs-rc mutex", Role::Other, 16_240.0)]), &Paint(false));
        let end = |line: &str, part: &str| {
            line.find(part).map(|at| line[..at].chars().count() + part.chars().count())
        };
        let lines: Vec<_> = text.lines().skip(2).collect();
        for (head, value) in [("ops/s", "16.2k"), ("CPU µs", "1678"), ("bytes", "3.18M"), ("others", "0.110")]
        {
            assert_eq!(end(lines[0], head), end(lines[1], value), "{text}");
        }
        assert_eq!(lines.iter().map(|line| line.chars().count()).collect::<Vec<_>>(), [120, 120]);
    }

    #[test]
    fn who_is_fastest_is_said_whoever_it_is() {
        let said = |ours| {
            let rows = vec![
                row("resp-net", Role::Ours, ours),
                row("fast", Role::Other, 100.0),
                row("slow", Role::Other, 50.0),
                row("raw", Role::Limit, 900.0),
            ];
            standing(&section(rows)).unwrap()
        };
        assert_eq!(said(250.0), "resp-net is the fastest client: 2.50× fast (2.50× to 2.50× by round)\n");
        assert!(said(80.0).starts_with("fast is the fastest client: resp-net has 0.800× its speed"));
        assert!(said(100.0).starts_with("resp-net and fast are the fastest clients"));
    }

    #[test]
    fn only_terminals_are_coloured() {
        let section = section(vec![row("resp-net", Role::Ours, 1.0)]);
        assert!(
            !block(&section, &Paint(false)).contains('\x1b')
                && block(&section, &Paint(true)).contains('\x1b')
        );
        assert!(NOTES.lines().all(|line| line.chars().count() <= 120));
    }
}
