//! Charts of lines over two logarithmic axes, or over percentiles.

use super::axis::{Axis, Tick};
use super::canvas::Canvas;
use super::mark::{Line, Style};
use crate::format;

/// Points of a contestant, in the order of their x.
#[derive(Debug, Clone)]
pub(super) struct Series {
    pub(super) label: String,
    pub(super) style: Style,
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

/// What the horizontal axis is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Across {
    /// Values above zero, on a logarithmic axis.
    Values,
    /// Quantiles from 0 to 1: equal steps from 90 to 99 and from 99 to 99.9 percent.
    Quantiles,
}

/// A chart of lines.
#[derive(Debug)]
pub(super) struct LineChart<'chart> {
    pub(super) title: &'chart str,
    pub(super) x_title: &'chart str,
    pub(super) y_title: &'chart str,
    pub(super) across: Across,
    /// Of the axis and of the points.
    pub(super) y_format: [fn(f64) -> String; 2],
    pub(super) series: &'chart [Series],
}

/// Where the plane lies in its view box.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// Of the charts of a page: narrow, so that texts are legible on a phone.
pub(super) const NARROW: Frame =
    Frame { width: 420.0, height: 350.0, left: 62.0, right: 16.0, top: 34.0, bottom: 52.0 };

impl LineChart<'_> {
    /// As an element of a page, which has the legend.
    pub(super) fn render(&self) -> String {
        let mut canvas = Canvas::new(self.title, NARROW.width, NARROW.height);
        self.draw(&mut canvas, NARROW);
        canvas.finish()
    }

    /// The axes and the lines; returns where each line ends.
    pub(super) fn draw(&self, canvas: &mut Canvas, frame: Frame) -> Vec<(f64, f64)> {
        let (x, y) = self.axes(frame);
        canvas.text("title", "start", (4.0, frame.top - 16.0), self.y_title);
        for tick in y.ticks() {
            let up = y.place(tick.value);
            let class = if tick.labelled { "grid" } else { "grid minor" };
            canvas.line(class, (frame.left, up), (frame.width - frame.right, up));
            if tick.labelled {
                canvas.text("tick", "end", (frame.left - 8.0, up + 4.5), (self.y_format[0])(tick.value));
            }
        }
        self.x_axis(canvas, &x, frame);
        // The limit lies below the others.
        let (limits, contestants): (Vec<_>, Vec<_>) =
            self.series.iter().partition(|series| series.style.line == Line::Dashed);
        limits.into_iter().chain(contestants).for_each(|series| self.line(canvas, series, &x, &y));
        let last =
            |series: &Series| series.points.last().map(|point| (x.place(self.at(point.x)), y.place(point.y)));
        self.series.iter().filter_map(last).collect()
    }

    fn axes(&self, frame: Frame) -> (Axis, Axis) {
        let points = || self.series.iter().flat_map(|series| &series.points);
        let ys = points().flat_map(|point| {
            let (low, high) = point.range.unwrap_or((point.y, point.y));
            [low, point.y, high]
        });
        let xs = points().map(|point| self.at(point.x));
        let mut x = Axis::around(xs, frame.left, frame.width - frame.right);
        if self.across == Across::Quantiles {
            // From the least of all on.
            x.low = 1.0;
        }
        (x, Axis::around(ys, frame.height - frame.bottom, frame.top).rounded())
    }

    /// The value of the axis: of a quantile how rare the times above it are.
    fn at(&self, x: f64) -> f64 {
        match self.across {
            Across::Values => x,
            Across::Quantiles => (1.0 - x).recip(),
        }
    }

    fn x_axis(&self, canvas: &mut Canvas, axis: &Axis, frame: Frame) {
        const LEAST_DISTANCE: f64 = 40.0;
        const HALF_A_LABEL: f64 = 27.0;
        let floor = frame.height - frame.bottom;
        let middle = (frame.left + frame.width - frame.right) / 2.0;
        canvas.text("title", "middle", (middle, floor + 42.0), self.x_title);
        let mut last = f64::NEG_INFINITY;
        for Tick { value, labelled } in self.x_ticks(axis) {
            let x = axis.place(self.at(value));
            canvas.line("grid minor", (x, frame.top), (x, floor));
            if labelled && x - last >= LEAST_DISTANCE {
                let text = match self.across {
                    Across::Values => format::short_count(value),
                    Across::Quantiles => percentile(value),
                };
                let inside = x.min(frame.width - HALF_A_LABEL);
                canvas.text("tick", "middle", (inside, floor + 20.0), text);
                last = x;
            }
        }
    }

    fn x_ticks(&self, axis: &Axis) -> Vec<Tick> {
        let mut values: Vec<f64> = match self.across {
            Across::Values => {
                self.series.iter().flat_map(|series| &series.points).map(|point| point.x).collect()
            }
            Across::Quantiles => [0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999].to_vec(),
        };
        values.retain(|value| self.at(*value) <= axis.high);
        values.sort_by(f64::total_cmp);
        values.dedup();
        // Rates lie close together: then the powers of ten and their parts will do.
        if values.len() > 10 {
            return axis.ticks();
        }
        values.into_iter().map(|value| Tick { value, labelled: true }).collect()
    }

    fn line(&self, canvas: &mut Canvas, series: &Series, x: &Axis, y: &Axis) {
        canvas.group(series.style.class);
        let place = |point: &Point| (x.place(self.at(point.x)), y.place(point.y));
        canvas.polyline(&format!("line {}", series.style.line.class()), series.points.iter().map(place));
        for point in &series.points {
            let at = place(point);
            if let Some((low, high)) = point.range.filter(|(low, high)| low < high) {
                canvas.line("whisker", (at.0, y.place(low)), (at.0, y.place(high)));
            }
            if self.is_marked(point) {
                let shown = (self.y_format[1])(point.y);
                let tip = match self.across {
                    Across::Values => format!("{}, {}: {shown}", series.label, format::short_count(point.x)),
                    Across::Quantiles => format!("{}, {} %: {shown}", series.label, percentile(point.x)),
                };
                canvas.mark(series.style.mark, at, Some(&tip));
            }
        }
        canvas.ungroup();
    }

    /// Distributions have many points: those at the labels of the axis have marks.
    fn is_marked(&self, point: &Point) -> bool {
        let near = |quantile: &f64| (point.x - quantile).abs() < (1.0 - quantile) * 1e-6;
        self.across == Across::Values || [0.5, 0.9, 0.99, 0.999, 0.9999, 0.99999].iter().any(near)
    }
}

/// `99.9` of 0.999.
fn percentile(quantile: f64) -> String {
    let text = format!("{:.4}", quantile * 100.0);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::mark::Mark;
    use super::*;

    fn chart(across: Across, points: &[(f64, f64)]) -> String {
        let style = Style { class: "c0", mark: Mark::Circle, line: Line::Solid };
        let points = points.iter().map(|(x, y)| Point { x: *x, y: *y, range: None }).collect();
        let series = [Series { label: "one <&>".to_owned(), style, points }];
        let y_format = [format::short_micros, format::micros];
        LineChart { title: "t", x_title: "tasks", y_title: "latency", across, y_format, series: &series }
            .render()
    }

    #[test]
    fn axes_have_titles_and_the_measured_ticks() {
        let svg = chart(Across::Values, &[(1.0, 10.0), (64.0, 500.0), (1000.0, 2000.0)]);
        for part in [">tasks</text>", ">latency</text>", ">64</text>", ">1k</text>", ">1 ms</text>"] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert!(svg.contains("one &lt;&amp;&gt;, 64: 500 µs") && !svg.contains("one <"), "{svg}");
    }

    #[test]
    fn percentiles_reach_as_far_as_measured() {
        let svg =
            chart(Across::Quantiles, &[(0.0, 5.0), (0.5, 10.0), (0.95, 15.0), (0.99, 20.0), (0.999, 90.0)]);
        assert!(svg.contains(">99.9</text>") && !svg.contains(">99.99</text>"), "{svg}");
        assert_eq!(svg.matches("class=\"mark\"").count(), 3, "0.5, 0.99 and 0.999");
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    }
}
