//! Horizontal bars from zero, each of several parts: a name above every bar,
//! so that long ones have room on a phone too.

use super::canvas::Canvas;
use crate::format;

/// A chart of bars.
#[derive(Debug)]
pub(super) struct BarChart<'chart> {
    pub(super) title: &'chart str,
    /// What the axis counts, with its unit.
    pub(super) x_title: &'chart str,
    /// Names of the parts, as the pointer shows them.
    pub(super) parts: &'chart [&'static str],
    pub(super) bars: &'chart [Bar],
}

/// One contestant's bar.
#[derive(Debug, Clone)]
pub(super) struct Bar {
    pub(super) name: String,
    /// CSS class of its colour.
    pub(super) class: &'static str,
    /// From left to right; the first is drawn full, the others pale.
    pub(super) values: Vec<f64>,
}

const WIDTH: f64 = 420.0;
const LEFT: f64 = 8.0;
/// Room for the figure behind the longest bar.
const RIGHT: f64 = 112.0;
const ROW: f64 = 42.0;
const BOTTOM: f64 = 50.0;

impl BarChart<'_> {
    pub(super) fn render(&self) -> String {
        let sums = self.bars.iter().map(|bar| bar.values.iter().sum::<f64>());
        let most = sums.filter(|sum| sum.is_finite()).fold(0.0, f64::max);
        // Where all is nothing, the axis needs a length too.
        let most = if most > 0.0 { most } else { 1.0 };
        let floor = ROW * self.bars.len() as f64 + 4.0;
        let scale = (WIDTH - LEFT - RIGHT) / most;
        let mut canvas = Canvas::new(self.title, WIDTH, floor + BOTTOM);
        let step = nice_step(most);
        let mut value = 0.0;
        while value <= most * 1.001 {
            let x = LEFT + value * scale;
            canvas.line("grid", (x, 0.0), (x, floor));
            let anchor = if value == 0.0 { "start" } else { "middle" };
            canvas.text(
                "tick",
                anchor,
                (if value == 0.0 { 4.0 } else { x }, floor + 18.0),
                format::short_count(value),
            );
            value += step;
        }
        canvas.text("title", "start", (4.0, floor + 40.0), self.x_title);
        for (index, bar) in self.bars.iter().enumerate() {
            self.bar(&mut canvas, bar, ROW * index as f64, scale);
        }
        canvas.finish()
    }

    fn bar(&self, canvas: &mut Canvas, bar: &Bar, top: f64, scale: f64) {
        let shown: Vec<_> = bar.values.iter().copied().map(format::count).collect();
        let parts = self.parts.iter().zip(&shown).map(|(part, value)| format!("{part} {value}"));
        let tip = format!("{}: {}", bar.name, parts.collect::<Vec<_>>().join(", "));
        canvas.text("label", "start", (LEFT, top + 15.0), &bar.name);
        canvas.group(bar.class);
        let mut x = LEFT;
        for (index, value) in bar.values.iter().enumerate() {
            let class = if index == 0 { "bar" } else { "bar pale" };
            canvas.bar(class, (x, top + 20.0), (value * scale, 15.0), &tip);
            x += value * scale;
        }
        canvas.ungroup();
        canvas.text("value", "start", (x + 7.0, top + 32.0), shown.join(" + "));
    }
}

/// One, two or five times a power of ten, such that two to five of them reach `most`.
fn nice_step(most: f64) -> f64 {
    let power = 10_f64.powf(most.log10().floor());
    let steps = [0.1, 0.2, 0.5, 1.0].map(|factor| factor * power);
    steps.into_iter().find(|step| most / step <= 5.0).unwrap_or(2.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_have_names_figures_and_a_titled_axis() {
        let bar =
            |name: &str, values: &[f64]| Bar { name: name.to_owned(), class: "c1", values: values.to_vec() };
        let bars = [bar("a <b>", &[2.0, 1.5]), bar("nothing", &[0.0, 0.0])];
        let parts = &["client", "server"];
        let svg = BarChart { title: "CPU", x_title: "µs per operation", parts, bars: &bars }.render();
        for part in [
            ">a &lt;b&gt;</text>",
            ">2.00 + 1.50</text>",
            ">µs per operation</text>",
            "client 2.00, server 1.50",
        ] {
            assert!(svg.contains(part), "{part}: {svg}");
        }
        assert_eq!(svg.matches("bar pale").count(), 2);
    }

    #[test]
    fn nothing_but_zeros_has_an_axis() {
        let bars = [Bar { name: "none".to_owned(), class: "c1", values: vec![0.0] }];
        let svg =
            BarChart { title: "t", x_title: "allocations", parts: &["allocations"], bars: &bars }.render();
        assert_eq!(svg.matches("class=\"tick\"").count(), 6, "0 to 1 by fifths: {svg}");
    }

    #[test]
    fn steps_of_bars() {
        for (most, expected) in [(1.0, 0.2), (2.4, 0.5), (4.0, 1.0), (7.9, 2.0), (13.0, 5.0), (88.0, 20.0)] {
            assert!((nice_step(most) - expected).abs() < 1e-9, "{most}: {}", nice_step(most));
        }
    }
}
