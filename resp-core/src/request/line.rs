//! Lines of requests and the numbers in them, as servers read them.

/// Position of the byte `end` in the line at the start of `input`, or `None`
/// while it has not come. A NUL hides the rest of the buffer from a server, for
/// which it ends a string: such a line has no end, and grows into the limit.
///
/// `scanned` holds how many bytes an earlier call has searched in vain.
///
/// # Errors
/// More than `max` bytes came before the end.
pub(super) fn find_end(
    input: &[u8],
    end: u8,
    scanned: &mut usize,
    max: usize,
) -> Result<Option<usize>, TooLong> {
    let found = memchr::memchr2(end, 0, &input[*scanned..]);
    *scanned = found.map_or(input.len(), |found| *scanned + found);
    let ended = input.get(*scanned) == Some(&end);
    let len = if ended { *scanned } else { input.len() };
    if len > max { Err(TooLong) } else { Ok(ended.then_some(len)) }
}

pub(super) struct TooLong;

/// The line of a count or length.
pub(super) struct Header {
    /// What stands behind the marker, if it is a number.
    pub number: Option<i64>,
    /// Bytes of the line with its marker and line end. Of that only the CR has
    /// been looked at.
    pub len: usize,
}

/// The line of a count or length at the start of `input`, whatever its marker,
/// or `None` while it, or the byte after its CR, has not come. `marker` is the
/// one that it should have; `scanned` and `max` are as for [`find_end`].
#[inline(always)]
pub(super) fn header(
    input: &[u8],
    marker: u8,
    scanned: &mut usize,
    max: usize,
) -> Result<Option<Header>, TooLong> {
    let Some((value, len)) = short_header(input, marker) else { return long_header(input, scanned, max) };
    *scanned = 0;
    Ok(Some(Header { number: Some(value), len }))
}

#[inline(never)]
fn long_header(input: &[u8], scanned: &mut usize, max: usize) -> Result<Option<Header>, TooLong> {
    let end = find_end(input, b'\r', scanned, max)?;
    let Some(end) = end.filter(|end| end + 1 < input.len()) else { return Ok(None) };
    *scanned = 0;
    Ok(Some(Header { number: input.get(1..end).and_then(parse_integer), len: end + 2 }))
}

/// A count or length of one to four digits between `marker` and a line end at
/// the start of `input`: the value and the bytes used. A predicted branch for
/// each digit, since the value leads to the next argument.
#[inline(always)]
fn short_header(input: &[u8], marker: u8) -> Option<(i64, usize)> {
    let [first, leading, rest @ ..] = input else { return None };
    if *first != marker || !leading.is_ascii_digit() {
        return None;
    }
    let mut value = i64::from(leading - b'0');
    for index in 0..4 {
        match rest.get(index..)? {
            [b'\r', b'\n', ..] => return Some((value, index + 4)),
            // Not behind a zero, see `parse_integer`.
            [digit @ b'0'..=b'9', ..] if value > 0 => value = value * 10 + i64::from(digit - b'0'),
            _ => return None,
        }
    }
    None
}

/// A decimal integer of 64 bits in the one way to write it: no plus sign, no
/// zeros in front, no minus zero.
fn parse_integer(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        b"0" => return Some(0),
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    if !matches!(digits.first(), Some(b'1'..=b'9')) {
        return None;
    }
    let magnitude = digits.iter().try_fold(0_u64, |value, byte| {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 { None } else { value.checked_mul(10)?.checked_add(u64::from(digit)) }
    })?;
    if negative { 0_i64.checked_sub_unsigned(magnitude) } else { i64::try_from(magnitude).ok() }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;

    #[test]
    fn integers_have_one_form() {
        for value in [0, 1, 9, 10, 16_384, -1, -10, i64::MAX, i64::MIN] {
            assert_eq!(parse_integer(std::format!("{value}").as_bytes()), Some(value));
        }
        for text in [
            &b""[..],
            b"-",
            b"-0",
            b"00",
            b"01",
            b"-01",
            b"+1",
            b" 1",
            b"1 ",
            b"1\n",
            b"1.0",
            b"1e3",
            b"0x1",
            b"--1",
            b"9223372036854775808",
            b"-9223372036854775809",
            b"99999999999999999999",
        ] {
            assert_eq!(parse_integer(text), None, "{}", text.escape_ascii());
        }
    }

    #[test]
    fn the_short_way_reads_what_the_long_way_reads() {
        for text in ["0", "1", "9", "10", "00", "01", "123", "0123", "9999", "10000", "", "-1", "1a"] {
            let line = std::format!("*{text}\r\n");
            let long = parse_integer(text.as_bytes()).filter(|value| (0..=9999).contains(value));
            let wanted = long.map(|value| (value, line.len()));
            assert_eq!(short_header(line.as_bytes(), b'*'), wanted, "{text}");
            assert_eq!(short_header(line.as_bytes(), b'$'), None);
            assert_eq!(short_header(&line.as_bytes()[..line.len() - 1], b'*'), None);
        }
        assert_eq!(short_header(b"", b'*'), None);
    }
}
