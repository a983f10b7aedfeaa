//! One chart as a file, for a README: with colours and names of its own.

use super::canvas::Canvas;

use super::escape::escape;
use super::family::Family;
use super::lines::{Across, Frame, LineChart, Series};
use super::looks::Looks;
use super::markdown::day;
use super::words;
use crate::record::Record;

const STYLE: &str = include_str!("chart.css");
/// A letter of a label is at most about so wide.
const LETTER: f64 = 8.2;
/// Names of lines are at least so far apart.
const LABEL_HEIGHT: f64 = 18.0;

/// The chart of a family as an SVG file; `None` if the record has no such family.
pub(crate) fn chart_svg(record: &Record, family: &str) -> Option<String> {
    let looks = Looks::of(record);
    let sections: Vec<_> = record.sections.iter().collect();
    let Family { metric, unit, series } = Family::of(&sections, family, &looks)?;
    let longest = series.iter().map(|series| series.label.chars().count()).max().unwrap_or(0);
    let room = (longest as f64 * LETTER).min(300.0) + 48.0;
    let frame =
        Frame { width: 500.0 + room, height: 430.0, left: 66.0, right: room, top: 68.0, bottom: 82.0 };
    let (width, height) = (frame.width, frame.height);
    let title = escape(family);
    let mut canvas = Canvas::opened(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" viewBox=\"-10 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{title}\"><title>{title}</title><style>\n{STYLE}\
         .back {{ fill: var(--card); }} .plot .name {{ font-weight: 600; font-size: 16px; fill: var(--ink); }}\n</style>\
         <rect class=\"back\" x=\"-10\" width=\"100%\" height=\"100%\" rx=\"8\"/>"
    ));
    canvas.text("name", "start", (4.0, 26.0), family);
    let chart = LineChart {
        title: family,
        x_title: &unit,
        y_title: &words::axis_and_wanted(metric),
        across: Across::Values,
        y_format: words::formats(metric),
        series: &series,
    };
    let ends = chart.draw(&mut canvas, frame);
    labels(&mut canvas, &series, &ends, frame);
    canvas.text("tick", "start", (4.0, height - 12.0), conditions(record));
    Some(canvas.finish() + "\n")
}

fn conditions(record: &Record) -> String {
    let environment = &record.environment;
    let server =
        environment.server.as_ref().map_or_else(String::new, |server| format!("{}, ", server.version));
    format!("{server}{} cores, {}", environment.machine.cores, day(&record.date))
}

/// Names beside the ends of the lines, moved apart where those are close.
fn labels(canvas: &mut Canvas, series: &[Series], ends: &[(f64, f64)], frame: Frame) {
    let wanted: Vec<_> = ends.iter().map(|(_, y)| *y).collect();
    let places = apart(&wanted, frame.top, frame.height - frame.bottom, LABEL_HEIGHT);
    let edge = frame.width - frame.right;
    for ((series, end), place) in series.iter().zip(ends).zip(places) {
        canvas.group(series.style.class);
        let bend = edge + 16.0;
        canvas.polyline("leader", [*end, (bend - 8.0, place), (bend, place)].into_iter());
        canvas.mark(series.style.mark, (bend + 6.0, place), None);
        canvas.ungroup();
        canvas.text("label", "start", (bend + 16.0, place + 4.5), &series.label);
    }
}

/// Places near the wanted ones, at least `distance` from each other, if there
/// is room between `top` and `bottom`; in the order given.
fn apart(wanted: &[f64], top: f64, bottom: f64, distance: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut places = wanted.to_vec();
    let mut least = top;
    for index in &order {
        places[*index] = places[*index].max(least);
        least = places[*index] + distance;
    }
    let mut most = bottom;
    for index in order.iter().rev() {
        places[*index] = places[*index].min(most);
        most = places[*index] - distance;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::super::sample::record;
    use super::*;

    #[test]
    fn labels_are_moved_apart_and_stay_inside() {
        assert_eq!(apart(&[50.0, 10.0, 52.0], 0.0, 100.0, 10.0), [50.0, 10.0, 60.0]);
        assert_eq!(apart(&[98.0, 99.0, 99.0], 0.0, 100.0, 10.0), [80.0, 90.0, 100.0]);
        assert_eq!(apart(&[], 0.0, 100.0, 10.0), [0.0; 0]);
    }

    #[test]
    fn a_chart_stands_alone() {
        let record = record();
        let svg = chart_svg(&record, "GET of 64 bytes, one connection").unwrap();
        for part in [
            "prefers-color-scheme",
            ">tasks</text>",
            ">operations per second, more is better</text>",
            ">fast &lt;&amp;&gt;</text>",
        ] {
            assert!(svg.contains(part), "{part}");
        }
        assert_eq!(svg.matches("http").count(), 1, "the name of the format alone");
        assert_eq!(chart_svg(&record, "nothing"), None);
    }
}
