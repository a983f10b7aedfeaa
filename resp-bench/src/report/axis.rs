//! Logarithmic axes.

/// A logarithmic axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axis {
    pub(super) low: f64,
    pub(super) high: f64,
    /// Where `low` and `high` are drawn.
    pub(super) from: f64,
    pub(super) to: f64,
}

/// A line of an axis, with its value if it is labelled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Tick {
    pub(super) value: f64,
    pub(super) labelled: bool,
}

impl Axis {
    /// Around all values, with some room at both ends.
    pub(super) fn around(values: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
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
    pub(super) fn rounded(self) -> Self {
        let steps = |value: f64| {
            let power = 10_f64.powf(value.log10().floor());
            [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power)
        };
        let low = steps(self.low).into_iter().rfind(|step| *step <= self.low);
        let high = steps(self.high).into_iter().find(|step| *step >= self.high);
        Self { low: low.unwrap_or(self.low), high: high.unwrap_or(self.high), ..self }
    }

    pub(super) fn place(&self, value: f64) -> f64 {
        let part = (value / self.low).ln() / (self.high / self.low).ln();
        self.from + (self.to - self.from) * part.clamp(0.0, 1.0)
    }

    /// Ones, twos and fives; all with labels on a short axis, the ones alone on a long one.
    pub(super) fn ticks(&self) -> Vec<Tick> {
        let decades = (self.high / self.low).log10();
        let mut ticks = Vec::new();
        let mut power = 10_f64.powf(self.low.log10().floor());
        while power <= self.high * 1.001 {
            for factor in [1.0, 2.0, 5.0] {
                let value = power * factor;
                if (self.low * 0.999..=self.high * 1.001).contains(&value) {
                    let labelled = factor == 1.0 || decades < 2.1 || (factor == 2.0 && decades < 0.4);
                    ticks.push(Tick { value, labelled });
                }
            }
            power *= 10.0;
        }
        ticks
    }
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
}
