//! Numbers as people read them.

use core::time::Duration;

/// Three significant digits and a unit of thousands: `16.2k`, `3.41M`.
pub(crate) fn count(value: f64) -> String {
    // The thresholds are where rounding would need a fourth digit.
    match value {
        value if !value.is_finite() => "–".to_owned(),
        value if value >= 999.5e6 => format!("{}G", significant(value / 1e9)),
        value if value >= 999.5e3 => format!("{}M", significant(value / 1e6)),
        value if value >= 999.5 => format!("{}k", significant(value / 1e3)),
        value => significant(value),
    }
}

/// Three significant digits, without a unit: `0.0312`, `5.00`, `61.7`, `1234`.
pub(crate) fn significant(value: f64) -> String {
    match value.abs() {
        size if !size.is_finite() => "–".to_owned(),
        0.0 => "0".to_owned(),
        size if size >= 99.95 => format!("{value:.0}"),
        size if size >= 9.995 => format!("{value:.1}"),
        size if size >= 0.9995 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}

/// A [`count`] without zeros behind its point, for axes: `1M`, `20k`.
pub(crate) fn short_count(value: f64) -> String {
    without_zeros(&count(value))
}

/// A [`significant`] without zeros behind its point, for axes: `0.1`, `20`.
pub(crate) fn short(value: f64) -> String {
    without_zeros(&significant(value))
}

/// A [`micros`] without zeros behind its point, for axes: `10 ms`.
pub(crate) fn short_micros(value: f64) -> String {
    without_zeros(&micros(value))
}

fn without_zeros(text: &str) -> String {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number =
        if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number };
    format!("{number}{unit}")
}

/// A part of a whole: `39%`, `102%`, `0.35%`.
pub(crate) fn percent(part: f64) -> String {
    if part >= 0.0995 { format!("{:.0}%", part * 100.0) } else { format!("{}%", significant(part * 100.0)) }
}

/// A time given in microseconds, with its unit: `61.7 µs`, `1.20 ms`.
pub(crate) fn micros(value: f64) -> String {
    match value {
        value if value >= 999_500.0 => format!("{} s", significant(value / 1e6)),
        value if value >= 999.5 => format!("{} ms", significant(value / 1e3)),
        value => format!("{} µs", significant(value)),
    }
}

/// How many times as much: `52×`, `0.93×`.
pub(crate) fn ratio(value: f64) -> String {
    format!("{}×", significant(value))
}

/// Half of the distance between the least and the most, in percent of the middle: `±3%`;
/// a dash where there was but one round.
pub(crate) fn spread(low: f64, middle: f64, high: f64) -> String {
    match (high - low) / 2.0 / middle * 100.0 {
        percent if !percent.is_normal() => "–".to_owned(),
        percent if percent < 9.95 => format!("±{percent:.1}%"),
        percent => format!("±{percent:.0}%"),
    }
}

/// Whole seconds, with minutes from one on: `43 s`, `2 min 05 s`.
pub(crate) fn duration(time: Duration) -> String {
    match time.as_secs() + u64::from(time.subsec_millis() >= 500) {
        seconds if seconds < 60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Groups of three digits: `1,000`.
pub(crate) fn grouped(value: u32) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The day of the common calendar and the time of day, both in UTC, of a
/// number of seconds since 1970.
pub(crate) fn date(seconds: u64) -> String {
    // Howard Hinnant's days-to-civil: eras of 400 years that begin in March.
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute) = (seconds / 3600 % 24, seconds / 60 % 60);
    format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02} UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_are_kept() {
        for (value, expected) in [
            (0.0, "0"),
            (0.0312, "0.031"),
            (0.9996, "1.00"),
            (16.24, "16.2"),
            (999.4, "999"),
            (999.6, "1.00k"),
            (16_240.0, "16.2k"),
            (999_600.0, "1.00M"),
            (3.41e6, "3.41M"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(count(value), expected, "{value}");
        }
    }

    #[test]
    fn axes_have_no_zeros_behind_the_point() {
        assert_eq!([1e6, 20e3, 1.0].map(short_count), ["1M", "20k", "1"]);
        assert_eq!([0.1, 20.0, 0.0, 100.0].map(short), ["0.1", "20", "0", "100"]);
        assert_eq!([1e4, 0.5].map(short_micros), ["10 ms", "0.5 µs"]);
        assert_eq!([0.388, 1.02, 0.0035].map(percent), ["39%", "102%", "0.350%"]);
    }

    #[test]
    fn times_change_their_unit() {
        for (value, expected) in
            [(0.25, "0.250 µs"), (61.7, "61.7 µs"), (999.6, "1.00 ms"), (2.5e6, "2.50 s")]
        {
            assert_eq!(micros(value), expected);
        }
        for (millis, expected) in
            [(400, "0 s"), (43_000, "43 s"), (59_600, "1 min 00 s"), (125_000, "2 min 05 s")]
        {
            assert_eq!(duration(Duration::from_millis(millis)), expected);
        }
    }

    #[test]
    fn spreads_ratios_and_groups() {
        assert_eq!(spread(95.0, 100.0, 105.0), "±5.0%");
        assert_eq!(spread(50.0, 100.0, 150.0), "±50%");
        assert_eq!(spread(0.0, 0.0, 0.0), "–");
        assert_eq!(spread(7.0, 7.0, 7.0), "–");
        assert_eq!(ratio(52.34), "52.3×");
        for (value, expected) in [(1, "1"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(value), expected);
        }
    }

    #[test]
    fn dates_know_leap_years() {
        for (seconds, expected) in [
            (0, "1970-01-01 00:00 UTC"),
            (951_782_400, "2000-02-29 00:00 UTC"),
            (1_709_251_199, "2024-02-29 23:59 UTC"),
            (1_795_253_400, "2026-11-21 09:30 UTC"),
        ] {
            assert_eq!(date(seconds), expected);
        }
    }
}
