//! Plots as SVG text: logarithmic lines, ranges of latency, bars. Colours and
//! fonts are the page's, by class; no system font, library or script is needed.

use super::axis::Axis;
use super::canvas::Canvas;
use super::mark::{Line, Style};

/// Points of a way, in the order of their x.
#[derive(Debug, Clone)]
pub(super) struct Series {
    /// In the legend and in the tips of the points.
    pub(super) label: String,
    /// Class that colours it, and the shape of its marks.
    pub(super) style: Style,
    /// The points.
    pub(super) points: Vec<Point>,
}

/// A measured value and its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
    /// Least and most.
    pub(super) range: Option<(f64, f64)>,
}

/// The space of all plots, in the units of their view box.
const WIDTH: f64 = 620.0;
const HEIGHT: f64 = 410.0;
const LEFT: f64 = 82.0;
const RIGHT: f64 = 18.0;
const TOP: f64 = 40.0;
const BOTTOM: f64 = 62.0;

/// Throughput, CPU time: a value for each concurrency, both axes logarithmic.
#[derive(Debug)]
pub(super) struct LineChart<'chart> {
    pub(super) title: &'chart str,
    pub(super) x_label: &'chart str,
    pub(super) y_label: &'chart str,
    /// Values of x that get a label.
    pub(super) x_ticks: &'chart [f64],
    /// Of the axis and of the points.
    pub(super) y_format: [fn(f64) -> String; 2],
    pub(super) series: &'chart [Series],
}

impl LineChart<'_> {
    /// The plot.
    pub(super) fn render(&self) -> String {
        let points = || self.series.iter().flat_map(|series| &series.points);
        let xs = points().map(|point| point.x).chain(self.x_ticks.iter().copied());
        let ys = points().flat_map(|point| {
            let (low, high) = point.range.unwrap_or((point.y, point.y));
            [low, point.y, high]
        });
        let x = Axis::around(xs, LEFT, WIDTH - RIGHT);
        let y = Axis::around(ys, HEIGHT - BOTTOM, TOP).rounded();
        let mut canvas = Canvas::new(self.title, WIDTH, HEIGHT);
        canvas.y_axis(&y, self.y_label, self.y_format[0]);
        canvas.x_axis(&x, self.x_label, self.x_ticks);
        for series in self.series {
            canvas.series(series, &x, &y, self.y_format[1]);
        }
        canvas.finish()
    }
}

/// Latency: for each concurrency and way the range from p50 over p99 to p99.9.
#[derive(Debug)]
pub(super) struct RangeChart<'chart> {
    pub(super) title: &'chart str,
    pub(super) x_label: &'chart str,
    pub(super) y_label: &'chart str,
    /// Of the axis and of the points.
    pub(super) y_format: [fn(f64) -> String; 2],
    /// Name of each group and its ranges.
    pub(super) groups: &'chart [(String, Vec<Range>)],
}

/// One range of a group.
#[derive(Debug, Clone)]
pub(super) struct Range {
    pub(super) label: String,
    pub(super) style: Style,
    /// Ascending.
    pub(super) values: [f64; 3],
}

impl RangeChart<'_> {
    /// The plot.
    pub(super) fn render(&self) -> String {
        let values = self.groups.iter().flat_map(|(_, ranges)| ranges).flat_map(|range| range.values);
        let y = Axis::around(values, HEIGHT - BOTTOM, TOP).rounded();
        let mut canvas = Canvas::new(self.title, WIDTH, HEIGHT);
        canvas.y_axis(&y, self.y_label, self.y_format[0]);
        canvas.x_title(self.x_label);
        let width = (WIDTH - LEFT - RIGHT) / self.groups.len().max(1) as f64;
        for (index, (name, ranges)) in self.groups.iter().enumerate() {
            let left = LEFT + width * index as f64;
            if index > 0 {
                canvas.line("grid minor", (left, TOP), (left, HEIGHT - BOTTOM));
            }
            canvas.text("tick", "middle", (left + width / 2.0, HEIGHT - BOTTOM + 22.0), name);
            let step = (width * 0.84 / ranges.len().max(1) as f64).min(30.0);
            let first = left + width / 2.0 - step * (ranges.len() as f64 - 1.0) / 2.0;
            for (index, range) in ranges.iter().enumerate() {
                canvas.range(range, first + step * index as f64, &y, name, self.y_format[1]);
            }
        }
        canvas.finish()
    }
}

/// Allocations: bars from zero, two for each row.
#[derive(Debug)]
pub(super) struct BarChart<'chart> {
    pub(super) title: &'chart str,
    pub(super) x_label: &'chart str,
    /// What the axis reaches at the least, so that next to nothing looks it.
    pub(super) least: f64,
    /// Of the axis and of the bars.
    pub(super) format: [fn(f64) -> String; 2],
    /// Name of each row and its bars.
    pub(super) rows: &'chart [(String, Vec<Bar>)],
}

/// One bar of a row.
#[derive(Debug, Clone)]
pub(super) struct Bar {
    pub(super) label: &'static str,
    pub(super) class: &'static str,
    pub(super) value: f64,
}

impl BarChart<'_> {
    /// The plot.
    pub(super) fn render(&self) -> String {
        const NAME: f64 = 232.0;
        const ROW: f64 = 50.0;
        let values = self.rows.iter().flat_map(|(_, bars)| bars).map(|bar| bar.value);
        let most = values.fold(self.least, f64::max);
        let step = nice_step(most);
        let height = TOP + ROW * self.rows.len() as f64 + BOTTOM;
        let (bottom, right) = (height - BOTTOM, WIDTH - 70.0);
        let scale = (right - NAME) / most;
        let mut canvas = Canvas::new(self.title, WIDTH, height);
        canvas.text("label", "middle", ((NAME + right) / 2.0, height - 14.0), self.x_label);
        let mut value = 0.0;
        while value <= most {
            let x = NAME + value * scale;
            canvas.line("grid", (x, TOP - 8.0), (x, bottom));
            canvas.text("tick", "middle", (x, bottom + 22.0), (self.format[0])(value));
            value += step;
        }
        for (index, (name, bars)) in self.rows.iter().enumerate() {
            let top = TOP + ROW * index as f64;
            canvas.text("tick", "end", (NAME - 12.0, top + ROW / 2.0), name);
            for (index, bar) in bars.iter().enumerate() {
                let (y, thick) = (top + 4.0 + 18.0 * index as f64, 15.0);
                let text = (self.format[1])(bar.value);
                let tip = format!("{name}, {}: {text}", bar.label);
                canvas.bar(&format!("bar {}", bar.class), (NAME, y), (bar.value * scale, thick), &tip);
                canvas.text("tick", "start", (NAME + bar.value * scale + 7.0, y + 12.5), text);
            }
        }
        canvas.finish()
    }
}

/// One, two or five times a power of ten, such that two to five of them reach `most`.
fn nice_step(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    let steps = [0.1, 0.2, 0.5, 1.0].map(|factor| factor * power);
    steps.into_iter().find(|step| most / step <= 5.0).unwrap_or(2.0 * power)
}

impl Canvas {
    fn y_axis(&mut self, axis: &Axis, label: &str, format: fn(f64) -> String) {
        self.text("label", "start", (8.0, 20.0), label);
        for tick in axis.ticks() {
            let y = axis.place(tick.value);
            self.line(if tick.labelled { "grid" } else { "grid minor" }, (LEFT, y), (WIDTH - RIGHT, y));
            if tick.labelled {
                self.text("tick", "end", (LEFT - 9.0, y + 4.5), format(tick.value));
            }
        }
    }

    fn x_axis(&mut self, axis: &Axis, label: &str, ticks: &[f64]) {
        const LEAST_DISTANCE: f64 = 44.0;
        self.x_title(label);
        let mut last = f64::NEG_INFINITY;
        for tick in ticks {
            let x = axis.place(*tick);
            self.line("grid minor", (x, TOP), (x, HEIGHT - BOTTOM));
            if x - last >= LEAST_DISTANCE {
                self.text("tick", "middle", (x, HEIGHT - BOTTOM + 22.0), tick);
                last = x;
            }
        }
    }

    fn x_title(&mut self, label: &str) {
        self.text("label", "middle", ((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12.0), label);
    }

    fn series(&mut self, series: &Series, x: &Axis, y: &Axis, format: fn(f64) -> String) {
        let Some(first) = series.points.first() else { return };
        self.group(series.style.class);
        let tip = |point: &Point| format!("{}, {}: {}", series.label, point.x, format(point.y));
        if series.style.line == Line::Across {
            let height = y.place(first.y);
            let path = format!("M{LEFT} {height:.1}H{:.1}", WIDTH - RIGHT);
            self.path("line dotted", path, Some(&tip(first)));
            self.ungroup();
            return;
        }
        if series.style.line != Line::None {
            let points = series.points.iter().map(|point| (x.place(point.x), y.place(point.y)));
            self.polyline(&format!("line {}", series.style.line.class()), points);
        }
        for point in &series.points {
            let (at, up) = (x.place(point.x), y.place(point.y));
            if let Some((low, high)) = point.range {
                self.line("whisker", (at, y.place(low)), (at, y.place(high)));
            }
            self.mark(series.style.mark, (at, up), Some(&tip(point)));
        }
        self.ungroup();
    }

    fn range(&mut self, range: &Range, x: f64, axis: &Axis, group: &str, format: fn(f64) -> String) {
        const HALF: f64 = 6.0;
        let [p50, p99, p999] = range.values.map(|value| axis.place(value));
        let [low, high, highest] = range.values.map(format);
        let tip = format!("{}, {group}: p50 {low}, p99 {high}, p99.9 {highest}", range.label);
        self.group(range.style.class);
        self.line("stem", (x, p50), (x, p99));
        self.line("stem thin", (x, p99), (x, p999));
        self.line("stem", (x - HALF, p99), (x + HALF, p99));
        self.line("stem thin", (x - HALF, p999), (x + HALF, p999));
        self.mark(range.style.mark, (x, p50), Some(&tip));
        self.ungroup();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_bars() {
        for (most, expected) in [(1.0, 0.2), (2.4, 0.5), (4.0, 1.0), (7.9, 2.0), (13.0, 5.0), (88.0, 20.0)] {
            assert!((nice_step(most) - expected).abs() < 1e-9, "{most}: {}", nice_step(most));
        }
    }
}
