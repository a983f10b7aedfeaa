//! Plots as SVG text: logarithmic lines, ranges of latency, bars. Colours and
//! fonts are the page's, by class; no system font, library or script is needed.

use core::fmt::{Display, Write};

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

/// How a series looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Style {
    /// CSS class of its colour.
    pub(super) class: &'static str,
    /// Shape of its marks.
    pub(super) mark: Mark,
    /// How the line between them is drawn.
    pub(super) line: Line,
}

/// The shape of a point, so that colour is not all that tells series apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    None,
}

/// The line through the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Solid,
    Dashed,
    Dotted,
    /// Marks alone.
    None,
    /// From edge to edge at the height of the first point.
    Across,
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

/// A logarithmic axis.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Axis {
    low: f64,
    high: f64,
    /// Where `low` and `high` are drawn.
    from: f64,
    to: f64,
}

/// A line of an axis, with its value if it is labelled.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tick {
    value: f64,
    labelled: bool,
}

impl Axis {
    /// Around all values, with some room at both ends.
    fn around(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        let usable = values.filter(|value| value.is_finite() && *value > 0.0);
        let (low, high) =
            usable.fold((f64::INFINITY, 0.0), |(low, high), value| (value.min(low), value.max(high)));
        if high == 0.0 {
            return Self { low: 1.0, high: 10.0, from, to };
        }
        // A single value gets a decade to stand in.
        let room = if high / low < 3.0 { 2.0 } else { 1.25 };
        Self { low: low / room, high: high * room, from, to }
    }

    /// Enlarged to the next one, two or five, so that both ends have a line.
    fn rounded(self) -> Self {
        let steps = |value: f64| {
            let power = 10_f64.powf(value.log10().floor());
            [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power)
        };
        let low = steps(self.low).into_iter().rfind(|step| *step <= self.low);
        let high = steps(self.high).into_iter().find(|step| *step >= self.high);
        Self { low: low.unwrap_or(self.low), high: high.unwrap_or(self.high), ..self }
    }

    fn place(&self, value: f64) -> f64 {
        let part = (value / self.low).ln() / (self.high / self.low).ln();
        self.from + (self.to - self.from) * part.clamp(0.0, 1.0)
    }

    /// Ones, twos and fives; all with labels on a short axis, the ones alone on a long one.
    fn ticks(&self) -> Vec<Tick> {
        let decades = (self.high / self.low).log10();
        let mut ticks = Vec::new();
        let mut power = 10_f64.powf(self.low.log10().floor());
        while power <= self.high * 1.001 {
            for factor in [1.0, 2.0, 5.0] {
                let value = power * factor;
                if (self.low * 0.999..=self.high * 1.001).contains(&value) {
                    let labelled = factor == 1.0 || decades < 1.6 || (factor == 2.0 && decades < 0.4);
                    ticks.push(Tick { value, labelled });
                }
            }
            power *= 10.0;
        }
        ticks
    }
}

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
        let mut canvas = Canvas::new(self.title);
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
        let mut canvas = Canvas::new(self.title);
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
        let mut canvas = Canvas::of_height(self.title, height);
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
                canvas.bar(bar.class, (NAME, y), (bar.value * scale, thick), &tip);
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

/// A short piece of a series for the legend, with its mark.
pub(super) fn swatch(style: Style) -> String {
    let mut canvas = Canvas { text: String::new(), height: 0.0 };
    let line = if style.line == Line::None { "none" } else { dash(style.line) };
    let _ = write!(
        canvas.text,
        r#"<svg class="swatch {}" viewBox="0 0 36 16" aria-hidden="true"><path class="line {line}" d="M1 8H35"/>"#,
        style.class
    );
    canvas.mark(style.mark, (18.0, 8.0), None);
    canvas.text + "</svg>"
}

/// Text of an SVG that grows.
struct Canvas {
    text: String,
    height: f64,
}

impl Canvas {
    fn new(title: &str) -> Self {
        Self::of_height(title, HEIGHT)
    }

    fn of_height(title: &str, height: f64) -> Self {
        let title = escape(title);
        let text = format!(
            r#"<svg class="plot" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}"><title>{title}</title>"#
        );
        Self { text, height }
    }

    fn finish(self) -> String {
        self.text + "</svg>"
    }

    fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.path(class, format_args!("M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}"));
    }

    fn path(&mut self, class: &str, path: impl Display) {
        let _ = write!(self.text, r#"<path class="{class}" d="{path}"/>"#);
    }

    fn text(&mut self, class: &str, anchor: &str, (x, y): (f64, f64), text: impl Display) {
        let text = escape(&text.to_string());
        let _ = write!(
            self.text,
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="{anchor}">{text}</text>"#
        );
    }

    fn bar(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64), tip: &str) {
        let _ = write!(
            self.text,
            r#"<g class="{class}"><rect class="bar" x="{x:.1}" y="{y:.1}" width="{:.1}" height="{height:.1}" rx="2"><title>{}</title></rect></g>"#,
            width.max(1.5),
            escape(tip)
        );
    }

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
        self.text("label", "middle", ((LEFT + WIDTH - RIGHT) / 2.0, self.height - 12.0), label);
    }

    fn series(&mut self, series: &Series, x: &Axis, y: &Axis, format: fn(f64) -> String) {
        let Some(first) = series.points.first() else { return };
        let _ = write!(self.text, r#"<g class="{}">"#, series.style.class);
        let tip = |point: &Point| format!("{}, {}: {}", series.label, point.x, format(point.y));
        if series.style.line == Line::Across {
            let height = y.place(first.y);
            let _ = write!(
                self.text,
                r#"<path class="line dotted" d="M{LEFT} {height:.1}H{:.1}"><title>{}</title></path></g>"#,
                WIDTH - RIGHT,
                escape(&tip(first))
            );
            return;
        }
        if series.style.line != Line::None {
            let mut path = String::new();
            for (index, point) in series.points.iter().enumerate() {
                let letter = if index == 0 { 'M' } else { 'L' };
                let _ = write!(path, "{letter}{:.1} {:.1}", x.place(point.x), y.place(point.y));
            }
            self.path(&format!("line {}", dash(series.style.line)), path);
        }
        for point in &series.points {
            let (at, up) = (x.place(point.x), y.place(point.y));
            if let Some((low, high)) = point.range {
                self.line("whisker", (at, y.place(low)), (at, y.place(high)));
            }
            self.mark(series.style.mark, (at, up), Some(&tip(point)));
        }
        self.text.push_str("</g>");
    }

    fn range(&mut self, range: &Range, x: f64, axis: &Axis, group: &str, format: fn(f64) -> String) {
        const HALF: f64 = 6.0;
        let [p50, p99, p999] = range.values.map(|value| axis.place(value));
        let [low, high, highest] = range.values.map(format);
        let tip = format!("{}, {group}: p50 {low}, p99 {high}, p99.9 {highest}", range.label);
        let _ = write!(self.text, r#"<g class="{}">"#, range.style.class);
        self.line("stem", (x, p50), (x, p99));
        self.line("stem thin", (x, p99), (x, p999));
        self.line("stem", (x - HALF, p99), (x + HALF, p99));
        self.line("stem thin", (x - HALF, p999), (x + HALF, p999));
        self.mark(range.style.mark, (x, p50), Some(&tip));
        self.text.push_str("</g>");
    }

    fn mark(&mut self, mark: Mark, (x, y): (f64, f64), tip: Option<&str>) {
        let path = match mark {
            Mark::None => return,
            Mark::Circle => format!("M{:.1} {y:.1}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5.0),
            Mark::Square => format!("M{:.1} {:.1}h9v9h-9z", x - 4.5, y - 4.5),
            Mark::Triangle => format!("M{x:.1} {:.1}l5.8 10h-11.6z", y - 6.2),
            Mark::Diamond => format!("M{x:.1} {:.1}l6.2 6.2l-6.2 6.2l-6.2 -6.2z", y - 6.2),
            Mark::Cross => format!("M{:.1} {:.1}l8 8m0 -8l-8 8", x - 4.0, y - 4.0),
        };
        let class = if mark == Mark::Cross { "mark open" } else { "mark" };
        let tip = tip.map_or_else(String::new, |tip| format!("<title>{}</title>", escape(tip)));
        let _ = write!(self.text, r#"<path class="{class}" d="{path}">{tip}</path>"#);
    }
}

const fn dash(line: Line) -> &'static str {
    match line {
        Line::Dashed => "dashed",
        Line::Dotted | Line::Across => "dotted",
        Line::Solid | Line::None => "",
    }
}

/// Text that is safe between tags and in attributes.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(low: f64, high: f64) -> Axis {
        Axis { low, high, from: 0.0, to: 100.0 }
    }

    fn labels(low: f64, high: f64) -> Vec<f64> {
        axis(low, high).ticks().iter().filter(|tick| tick.labelled).map(|tick| tick.value.round()).collect()
    }

    #[test]
    fn long_axes_label_powers_of_ten_short_ones_more() {
        assert_eq!(labels(8e3, 4e6), [1e4, 1e5, 1e6]);
        assert_eq!(labels(15.0, 300.0), [20.0, 50.0, 100.0, 200.0]);
        assert_eq!(axis(8e3, 4e6).ticks().len(), 8);
    }

    #[test]
    fn places_are_logarithmic() {
        let axis = axis(1.0, 100.0);
        assert_eq!(
            [1.0, 10.0, 100.0, 1000.0, 0.1].map(|value| axis.place(value).round()),
            [0.0, 50.0, 100.0, 100.0, 0.0]
        );
    }

    #[test]
    fn axes_hold_all_values_and_do_without() {
        let around = |values: &[f64]| Axis::around(values.iter().copied(), 0.0, 1.0);
        let some = around(&[10.0, f64::NAN, 0.0, 1000.0]);
        assert!(some.low < 10.0 && some.low > 5.0 && some.high > 1000.0);
        let one = around(&[64.0]);
        assert!(one.low < 64.0 && one.high > 64.0);
        assert_eq!((around(&[]).low, around(&[]).high), (1.0, 10.0));
    }

    #[test]
    fn rounded_axes_end_at_lines() {
        let rounded = axis(10.4e3, 4.2e6).rounded();
        assert_eq!((rounded.low.round(), rounded.high.round()), (10e3, 5e6));
        let ticks = rounded.ticks();
        assert_eq!(ticks.last().map(|tick| tick.value.round()), Some(5e6));
    }

    #[test]
    fn steps_of_bars() {
        for (most, expected) in [(1.0, 0.2), (2.4, 0.5), (4.0, 1.0), (7.9, 2.0), (13.0, 5.0), (88.0, 20.0)] {
            assert!((nice_step(most) - expected).abs() < 1e-9, "{most}: {}", nice_step(most));
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escape("<a href='x'>&\""), "&lt;a href=&#39;x&#39;&gt;&amp;&quot;");
    }
}
