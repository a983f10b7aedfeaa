//! Finds the end of a line, also when CR and LF arrive apart.

use crate::error::DecodeErrorKind;

/// Length of the line that starts at `input[0]`, without its CR LF, or `None`
/// while it has not ended.
///
/// `scanned` holds how many bytes an earlier call has searched in vain, so that
/// nothing is searched twice; it is zero again when the line has ended. A line
/// of more than `max` bytes is refused as soon as its first byte too many is
/// there, and the answer depends on the bytes alone, not on how they were cut.
///
/// # Errors
/// `LineLimit` or `BadLine`, with the position of the byte at fault.
#[inline]
pub(crate) fn line(
    input: &[u8],
    scanned: &mut usize,
    max: usize,
) -> Result<Option<usize>, (DecodeErrorKind, usize)> {
    let end = find_break(input, *scanned);
    if end.unwrap_or(input.len()) > max {
        return Err((DecodeErrorKind::LineLimit, max));
    }
    let Some(end) = end else {
        *scanned = input.len();
        return Ok(None);
    };
    if input[end] == b'\n' {
        return Err((DecodeErrorKind::BadLine, end));
    }
    match input.get(end + 1) {
        Some(b'\n') => {
            *scanned = 0;
            Ok(Some(end))
        }
        Some(_) => Err((DecodeErrorKind::BadLine, end)),
        None => {
            *scanned = end;
            Ok(None)
        }
    }
}

/// Position of the first CR or LF at or after `from`.
#[inline]
fn find_break(input: &[u8], from: usize) -> Option<usize> {
    let rest = input.get(from..)?;
    if let Some(found) = find_short_break(rest)
        && matches!(rest[found], b'\r' | b'\n')
    {
        return Some(from + found);
    }
    memchr::memchr2(b'\r', b'\n', rest).map(|found| from + found)
}

/// Words of eight bytes looked at by arithmetic before `memchr` takes over: its
/// call costs more than lines of the usual lengths take.
const SHORT_WORDS: usize = 16;

/// Position of the first byte below 14, if that is among the first 128 bytes:
/// nearly always the CR that ends the line.
#[inline(always)]
pub(crate) fn find_short_break(input: &[u8]) -> Option<usize> {
    let (words, _) = input.as_chunks::<8>();
    for (index, word) in words.iter().take(SHORT_WORDS).enumerate() {
        let found = low_bytes(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(index * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    // What is left of a word, together with bytes that were looked at.
    let last = input.last_chunk().filter(|_| words.len() < SHORT_WORDS)?;
    let found = low_bytes(u64::from_le_bytes(*last));
    (found != 0).then(|| input.len() - 8 + found.trailing_zeros() as usize / 8)
}

/// Sets the top bit of every byte below 14, of which CR is the last; bits above
/// the lowest one set may be wrong, which does not matter to who looks for the
/// first.
#[inline(always)]
const fn low_bytes(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    word.wrapping_sub(ONES * 14) & !word & TOPS
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec::Vec;

    /// Feeds every prefix in turn, as single bytes arriving would.
    fn byte_by_byte(input: &[u8], max: usize) -> Result<Option<usize>, (DecodeErrorKind, usize)> {
        let mut scanned = 0;
        for end in 0..=input.len() {
            match line(&input[..end], &mut scanned, max) {
                Ok(None) => {}
                done => return done,
            }
        }
        Ok(None)
    }

    #[test]
    fn same_answer_whole_and_in_pieces() {
        for len in (0..70).step_by(if cfg!(miri) { 11 } else { 1 }) {
            let text: Vec<u8> = (0..len).map(|i| b'a' + (i % 26)).collect();
            for tail in [&b"\r\n"[..], b"\n", b"\rx", b"\r", b""] {
                let mut input = text.clone();
                input.extend_from_slice(tail);
                for max in [0, 5, 31, 32, 33, 64, 100] {
                    let whole = line(&input, &mut 0, max);
                    assert_eq!(whole, byte_by_byte(&input, max), "{len} {tail:?} {max}");
                    let text_len = text.len();
                    match tail {
                        _ if text_len > max => assert_eq!(whole, Err((DecodeErrorKind::LineLimit, max))),
                        b"\r\n" => assert_eq!(whole, Ok(Some(text_len))),
                        b"" | b"\r" => assert_eq!(whole, Ok(None)),
                        _ => assert_eq!(whole, Err((DecodeErrorKind::BadLine, text_len))),
                    }
                }
            }
        }
    }
}
