//! Strict decimals, both ways. Overflow is an error, never a wrap.

use core::fmt::{self, Write};
use core::hint::select_unpredictable;

/// A length or count as its header states it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Known(u64),
    /// `-1`: the null of RESP2.
    Null,
    /// `?`: chunks or elements follow until an end.
    Streamed,
}

/// Digits only, leading zeros allowed; or exactly `-1`, or exactly `?`.
pub(crate) fn parse_length(text: &[u8]) -> Option<Length> {
    match text {
        b"-1" => Some(Length::Null),
        b"?" => Some(Length::Streamed),
        _ => parse_digits(text).map(Length::Known),
    }
}

/// A length of one to four digits between a marker and its line end at the
/// start of `head`: the bytes of this header, and those with as many behind it
/// as the length says.
///
/// The second leads to the next element, so what counts is how soon it is
/// known. One digit or two is a selection, since both are common and come in no
/// order, of sums that the digits enter as characters; more digits are a branch,
/// since they come in runs.
#[inline(always)]
pub(crate) fn short_length(head: &[u8; 8]) -> Option<(usize, usize)> {
    let &[_, a, b, ..] = head;
    let is_single = b == b'\r';
    let (tens, units) = (usize::from(a), usize::from(b));
    let single = tens.wrapping_sub(ZERO).wrapping_add(4);
    let double = (tens * 10 + units).wrapping_sub(11 * ZERO).wrapping_add(5);
    let end = select_unpredictable(is_single, single, double);
    let start = 5 - usize::from(is_single);
    if a.is_ascii_digit() && (is_single || b.is_ascii_digit()) && head[start - 2..start] == *b"\r\n" {
        return Some((start, end));
    }
    longer_length(head)
}

const ZERO: usize = b'0' as usize;

/// [`short_length`] of three or four digits.
#[inline(always)]
fn longer_length(head: &[u8; 8]) -> Option<(usize, usize)> {
    const fn digit(byte: u8) -> usize {
        byte.wrapping_sub(b'0') as usize
    }
    let &[_, a, b, c, d, e, f, _] = head;
    if digit(a) > 9 || digit(b) > 9 || digit(c) > 9 {
        return None;
    }
    let hundreds = digit(a) * 100 + digit(b) * 10 + digit(c);
    if (d, e) == (b'\r', b'\n') {
        return Some((6, 6 + hundreds));
    }
    if digit(d) > 9 || (e, f) != (b'\r', b'\n') {
        return None;
    }
    Some((7, 7 + hundreds * 10 + digit(d)))
}

/// An integer and its line end at the start of `input`, unless it has zeros in
/// front that make it long: the value and the bytes used. Eight digits at a time.
#[inline(always)]
pub(crate) fn short_integer(input: &[u8]) -> Option<(i64, usize)> {
    let negative = input.first() == Some(&b'-');
    let sign_len = usize::from(negative);
    let digits = input.get(sign_len..)?;
    let (mut value, mut len) = leading_eight(digits.first_chunk()?);
    if len == 8 {
        let (low, more) = leading_eight(digits[8..].first_chunk()?);
        value = value * POWERS[more] + low;
        len += more;
        if len == 16 {
            let (low, more) = leading_eight(digits[16..].first_chunk()?);
            if more > 3 {
                return None;
            }
            value = value * POWERS[more] + low;
            len += more;
            if value > i64::MAX.cast_unsigned() {
                return None;
            }
        }
    }
    if len == 0 || digits.get(len..len + 2) != Some(b"\r\n") {
        return None;
    }
    // Without a branch, since signs come in no order.
    let sign = -i64::from(negative);
    Some(((value.cast_signed() ^ sign) - sign, sign_len + len + 2))
}

const POWERS: [u64; 9] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

/// A double of up to seven digits, and maybe eight more after a point, and its
/// line end at the start of `input`: the value and the bytes used.
#[inline(always)]
pub(crate) fn short_double(input: &[u8]) -> Option<(f64, usize)> {
    let negative = input.first() == Some(&b'-');
    let sign_len = usize::from(negative);
    let digits = input.get(sign_len..)?;
    let (mut mantissa, mut len) = leading_eight(digits.first_chunk()?);
    if len == 0 || len == 8 {
        return None;
    }
    let mut fraction = 0;
    if digits[len] == b'.' {
        let (low, more) = leading_eight(digits[len + 1..].first_chunk()?);
        if more == 0 {
            return None;
        }
        mantissa = mantissa * POWERS[more] + low;
        fraction = more;
        len += 1 + more;
    }
    if digits.get(len..len + 2) != Some(b"\r\n") {
        return None;
    }
    // Fifteen digits are fewer than 2^53 and the power is exact, so that one
    // division rounds once.
    #[allow(clippy::cast_precision_loss, reason = "fifteen digits are below 2^53")]
    let value = mantissa as f64 / EXACT_POWERS[fraction];
    Some((if negative { -value } else { value }, sign_len + len + 2))
}

/// A double of up to nineteen digits around a point, as scores often are, and
/// its line end at the start of `input`: the value and the bytes used.
pub(crate) fn long_double(input: &[u8]) -> Option<(f64, usize)> {
    let negative = input.first() == Some(&b'-');
    let sign_len = usize::from(negative);
    let digits = input.get(sign_len..)?;
    let (mut mantissa, integral) = leading_eight(digits.first_chunk()?);
    if !matches!(integral, 1..=7) || digits[integral] != b'.' {
        return None;
    }
    let mut fraction = 0;
    loop {
        let (low, more) = leading_eight(digits.get(integral + 1 + fraction..)?.first_chunk()?);
        if integral + fraction + more > 19 {
            return None;
        }
        mantissa = mantissa * POWERS[more] + low;
        fraction += more;
        if more < 8 {
            break;
        }
    }
    let len = integral + 1 + fraction;
    if fraction == 0 || digits.get(len..len + 2) != Some(b"\r\n") {
        return None;
    }
    let value = shifted_quotient(mantissa, 10_u64.pow(u32::try_from(fraction).ok()?));
    Some((if negative { -value } else { value }, sign_len + len + 2))
}

/// `dividend / divisor`, rounded once. The divisor is not zero.
///
/// Both are shifted until their top bits are set, so that the quotient of the
/// shifted ones has 63 or 64 bits: more than a double holds, and a last bit to
/// say that there is a rest.
fn shifted_quotient(dividend: u64, divisor: u64) -> f64 {
    if dividend == 0 {
        return 0.0;
    }
    let (up, down) = (dividend.leading_zeros(), divisor.leading_zeros());
    let (shifted, divisor) = (u128::from(dividend << up) << 63, u128::from(divisor << down));
    let rest = u64::from(shifted % divisor != 0);
    #[allow(clippy::cast_possible_truncation, reason = "the quotient of two numbers of 64 bits is below 2")]
    let quotient = (shifted / divisor) as u64 | rest;
    let exponent = 1023 + u64::from(down) - u64::from(up) - 63;
    #[allow(clippy::cast_precision_loss, reason = "this is where it is rounded")]
    let rounded = quotient as f64;
    rounded * f64::from_bits(exponent << 52)
}

/// The decimal at the start of eight bytes, and how many digits it has.
#[inline(always)]
const fn leading_eight(bytes: &[u8; 8]) -> (u64, usize) {
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    // Digits become 0 to 9; adding 0x76 sets the top bit of what is above.
    let digits = u64::from_le_bytes(*bytes) ^ ZEROS;
    let others = (digits | (digits & !TOPS).wrapping_add(0x7676_7676_7676_7676)) & TOPS;
    let len = others.trailing_zeros() as usize / 8;
    // Zeros in front, which are the low bytes; then pairs, then fours, then all.
    // Twice half of it, since it may be by all 64 bits.
    let digits = digits << (32 - 4 * len) << (32 - 4 * len);
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    const EVEN: u64 = 0x0000_00ff_0000_00ff;
    let high = (pairs & EVEN).wrapping_mul(100 + (1_000_000 << 32));
    let low = ((pairs >> 16) & EVEN).wrapping_mul(1 + (10_000 << 32));
    (high.wrapping_add(low) >> 32, len)
}

/// An optional sign and digits, within 64 bits.
#[inline]
pub(crate) fn parse_i64(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    let magnitude = parse_digits(digits)?;
    if negative { 0_i64.checked_sub_unsigned(magnitude) } else { i64::try_from(magnitude).ok() }
}

/// Digits only, at least one, within 64 bits.
#[inline]
fn parse_digits(text: &[u8]) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    let mut value = 0_u64;
    // Eighteen digits cannot overflow, which leaves the check to longer ones.
    let (safe, rest) = text.split_at(text.len().min(18));
    for &byte in safe {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + u64::from(digit);
    }
    for &byte in rest {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    Some(value)
}

/// An optional sign and at least one digit.
pub(crate) fn is_big_number(text: &[u8]) -> bool {
    let digits = text.strip_prefix(b"-").or_else(|| text.strip_prefix(b"+")).unwrap_or(text);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit)
}

/// Powers of ten that a double holds exactly.
const EXACT_POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// `[sign] digits [. digits] [e [sign] digits]`, or an infinity or NaN in any
/// case, as C libraries print them. Out of range is infinite, not an error.
///
/// Specification: "Doubles".
pub(crate) fn parse_double(text: &[u8]) -> Option<f64> {
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let signed = |value: f64| if negative { -value } else { value };
    let integral = leading_digits(rest);
    if integral == 0 {
        return parse_non_finite(rest).map(signed);
    }
    let mut end = integral;
    let mut fraction = 0;
    if rest.get(end) == Some(&b'.') {
        fraction = leading_digits(&rest[end + 1..]);
        if fraction == 0 {
            return None;
        }
        end += 1 + fraction;
    }
    if end == rest.len() && integral + fraction <= 15 {
        // Fewer than 2⁵³ and an exact power of ten: one division rounds once.
        let mantissa = rest[..end].iter().filter(|&&byte| byte != b'.');
        let mantissa = mantissa.fold(0_u64, |value, byte| value * 10 + u64::from(byte - b'0'));
        #[allow(clippy::cast_precision_loss, reason = "fifteen digits are below 2^53")]
        return Some(signed(mantissa as f64 / EXACT_POWERS[fraction]));
    }
    if let Some(b'e' | b'E') = rest.get(end) {
        let exponent = &rest[end + 1..];
        let digits = exponent.strip_prefix(b"-").or_else(|| exponent.strip_prefix(b"+")).unwrap_or(exponent);
        let exponent_len = leading_digits(digits);
        if exponent_len == 0 || exponent_len != digits.len() {
            return None;
        }
        end = rest.len();
    }
    if end != rest.len() {
        return None;
    }
    core::str::from_utf8(rest).ok()?.parse().ok().map(signed)
}

fn leading_digits(text: &[u8]) -> usize {
    text.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// `inf`, `nan` and `nan(...)`; the long word `infinity` is no RESP.
fn parse_non_finite(text: &[u8]) -> Option<f64> {
    if text.eq_ignore_ascii_case(b"inf") {
        return Some(f64::INFINITY);
    }
    let (word, tail) = text.split_at_checked(3)?;
    let closed = tail.is_empty() || (tail.starts_with(b"(") && tail.ends_with(b")"));
    (word.eq_ignore_ascii_case(b"nan") && closed).then_some(f64::NAN)
}

/// A short text made without a heap: the longest is a bound of stream ids.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ShortText {
    bytes: [u8; 48],
    len: u8,
}

impl ShortText {
    pub(crate) const fn new() -> Self {
        Self { bytes: [0; 48], len: 0 }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

impl Write for ShortText {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let start = usize::from(self.len);
        let room = self.bytes.get_mut(start..start + text.len()).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.len += u8::try_from(text.len()).map_err(|_| fmt::Error)?;
        Ok(())
    }
}

/// The shortest decimal that reads back as `value`, with an exponent where the
/// plain form would be long.
pub(crate) fn format_double(value: f64) -> ShortText {
    let mut text = ShortText::new();
    let magnitude = value.abs();
    let written = if value.is_nan() {
        text.write_str("nan")
    } else if magnitude.is_infinite() {
        text.write_str(if value > 0.0 { "inf" } else { "-inf" })
    } else if magnitude != 0.0 && !(1e-5..1e17).contains(&magnitude) {
        write!(text, "{value:e}")
    } else {
        write!(text, "{value}")
    };
    debug_assert!(written.is_ok(), "17 digits, sign, point and exponent are under 40 bytes");
    text
}

/// The same of a float of half the size.
#[cfg(feature = "bytes")]
pub(crate) fn format_float(value: f32) -> ShortText {
    let magnitude = value.abs();
    if !magnitude.is_finite() || magnitude == 0.0 {
        return format_double(value.into());
    }
    let mut text = ShortText::new();
    let plain = (1e-5..1e17).contains(&magnitude);
    let written = if plain { write!(text, "{value}") } else { write!(text, "{value:e}") };
    debug_assert!(written.is_ok(), "9 digits, sign, point and exponent are under 40 bytes");
    text
}

/// How many digits `value` has. Lengths are mostly short, and comparing is
/// several times faster than a logarithm.
#[inline]
pub(crate) const fn digit_count(value: usize) -> usize {
    match value {
        0..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        1000..=9999 => 4,
        _ => value.ilog10() as usize + 1,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::format;

    #[test]
    fn lengths() {
        for (text, expected) in [
            ("0", Some(Length::Known(0))),
            ("007", Some(Length::Known(7))),
            ("18446744073709551615", Some(Length::Known(u64::MAX))),
            ("18446744073709551616", None),
            ("-1", Some(Length::Null)),
            ("?", Some(Length::Streamed)),
            ("-01", None),
            ("-2", None),
            ("+3", None),
            (" 3", None),
            ("3 ", None),
            ("1e3", None),
            ("", None),
        ] {
            assert_eq!(parse_length(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn short_lengths_agree_with_the_long_way() {
        let head = |line: &str| {
            let mut head = *b"$_______";
            head[1..][..line.len()].copy_from_slice(line.as_bytes());
            head
        };
        for value in (0..10_000_usize).step_by(if cfg!(miri) { 97 } else { 1 }) {
            let line = format!("{value}\r\n");
            assert_eq!(
                short_length(&head(&line)),
                Some((digit_count(value) + 3, digit_count(value) + 3 + value))
            );
        }
        for other in
            ["", "1", "12", "12\r", "\r\n", "-1\r\n", "12345\r\n", "1x\r\n", "12\rx", "1234\rx", "?\r\n"]
        {
            assert_eq!(short_length(&head(other)), None, "{other:?}");
        }
    }

    #[test]
    fn short_integers_agree_with_the_long_way() {
        let mut value = 7_i64;
        for width in 1..=19 {
            for text in
                [format!("{value}"), format!("-{value}"), format!("{:0width$}", 0), format!("-{}", value / 3)]
            {
                let line = format!("{text}\r\n$5\r\nhello\r\n");
                let expected = (parse_i64(text.as_bytes()).unwrap(), text.len() + 2);
                assert_eq!(short_integer(line.as_bytes()), Some(expected), "{text}");
            }
            value = value.wrapping_mul(10).wrapping_add(i64::try_from(width % 10).unwrap()) & i64::MAX;
        }
        assert_eq!(short_integer(b"9223372036854775807\r\n........"), Some((i64::MAX, 21)));
        for long in
            ["9223372036854775808", "18446744073709551616", "99999999999999999999", "00000000000000000001"]
        {
            assert_eq!(short_integer(format!("{long}\r\n........").as_bytes()), None, "{long}");
        }
        for other in [
            "\r\n......",
            "-\r\n......",
            "1\rx......",
            "1x\r\n.....",
            "1",
            "12345678",
            "1\n......",
            "--1\r\n....",
        ] {
            assert_eq!(short_integer(other.as_bytes()), None, "{other:?}");
        }
        for byte in (0..=u8::MAX).filter(|byte| !byte.is_ascii_digit()) {
            let bytes = [b'1', b'2', byte, b'3', b'4', b'5', b'6', b'7'];
            assert_eq!(leading_eight(&bytes), (12, 2), "{byte}");
        }
    }

    #[test]
    fn short_doubles_agree_with_the_long_way() {
        for text in
            ["0", "-0", "7", "1.5", "-1.50", "0.1", "9999999.99999999", "1234567.00000001", "0.00000007"]
        {
            let line = format!("{text}\r\n$5\r\nhello\r\n");
            let (value, used) = short_double(line.as_bytes()).unwrap();
            assert_eq!(value.to_bits(), parse_double(text.as_bytes()).unwrap().to_bits(), "{text}");
            assert_eq!(used, text.len() + 2);
        }
        for other in
            ["12345678", "1.123456789", "1e5", "inf", "nan", ".5", "5.", "-", "--1", "+1", "1.5.5", "1.-5"]
        {
            let line = format!("{other}\r\n$5\r\nhello\r\n");
            assert_eq!(short_double(line.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn long_doubles_agree_with_the_long_way() {
        let mut state = 1_u64;
        let rounds = if cfg!(miri) { 100 } else { 100_000 };
        for round in 0..rounds {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (digits, point) = (1 + state % 19, state >> 32);
            let mantissa = (state ^ (state >> 29)) % 10_u64.pow(u32::try_from(digits).unwrap());
            let mut text = format!("{mantissa:019}");
            text.insert(1 + usize::try_from(point % 7).unwrap(), '.');
            let start = if round % 3 == 0 { "-" } else { "" };
            let text = format!("{start}{text}");
            let line = format!("{text}\r\n$5\r\nhello\r\n");
            let (value, used) = long_double(line.as_bytes()).unwrap();
            assert_eq!(value.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
            assert_eq!(used, text.len() + 2);
        }
        for halfway in
            ["0.500000000000000055", "1.000000000000000111", "1.00000000000000011", "9.007199254740993"]
        {
            let line = format!("{halfway}\r\n........");
            assert_eq!(
                long_double(line.as_bytes()).unwrap().0.to_bits(),
                halfway.parse::<f64>().unwrap().to_bits()
            );
        }
        for other in ["1", "12345678.5", "1.", "1.e5", "0.12345678901234567890", "1.5x", ".5", "inf", ""] {
            assert_eq!(long_double(format!("{other}\r\n........").as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn integers() {
        for (text, expected) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("+1", Some(1)),
            ("007", Some(7)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("-9223372036854775809", None),
            ("590295810358705700002", None),
            ("", None),
            ("-", None),
            ("--1", None),
            ("1a", None),
            ("1 ", None),
            (" 1", None),
        ] {
            assert_eq!(parse_i64(text.as_bytes()), expected, "{text:?}");
        }
    }

    #[test]
    fn doubles() {
        for text in [
            "0",
            "-0",
            "1.5",
            "+1.5",
            "00.5",
            "3.14159265358979323846",
            "5e-324",
            "1e5",
            "1E+5",
            "2.1E-2",
            "1e400",
            "123456789012345678901234567890",
            "0.30000000000000004",
            "999999999999999",
            "0.000000000000001",
        ] {
            let value = parse_double(text.as_bytes()).unwrap();
            assert_eq!(value.to_bits(), text.parse::<f64>().unwrap().to_bits(), "{text}");
        }
        assert_eq!(parse_double(b"INF"), Some(f64::INFINITY));
        assert_eq!(parse_double(b"-inf"), Some(f64::NEG_INFINITY));
        assert!(
            ["nan", "-nan", "NaN", "nan(0x1)"].iter().all(|t| parse_double(t.as_bytes()).unwrap().is_nan())
        );
        for text in [
            "", "+", "-", ".", ".5", "5.", "-.5", "1e", "1e+", "--1", "infinity", "0x1p3", "1.5f", "1 ",
            "nan(",
        ] {
            assert_eq!(parse_double(text.as_bytes()), None, "{text:?}");
        }
    }

    #[test]
    fn doubles_read_back() {
        for value in
            [0.0, -0.0, 1.5, 1e300, 5e-324, f64::MAX, f64::MIN, 1e17, 1e-5, 123_456.789, f64::INFINITY]
        {
            let text = format_double(value);
            assert_eq!(parse_double(text.as_bytes()).unwrap().to_bits(), value.to_bits());
        }
        assert_eq!(format_double(f64::NAN).as_bytes(), b"nan");
    }
}
