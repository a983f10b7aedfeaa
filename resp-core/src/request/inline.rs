//! Inline requests: a line of text, as people at a terminal write it.

use super::error::RequestErrorKind;
use super::tape::{ArgSpan, ArgTape};

/// Splits a line without its line end into arguments on the tape, unescaped
/// into the tape's text. None if there is nothing but blanks.
///
/// Arguments are separated by blanks. Quotes, anywhere in an argument, keep
/// blanks; an argument ends with the closing one. Backslashes mean something
/// between double quotes: `\n \r \t \b \a`, `\x` with two hex digits, and any
/// other byte itself; between single quotes only `\'` does.
pub(super) fn split(line: &[u8], tape: &mut impl ArgTape) -> Result<(), RequestErrorKind> {
    let mut rest = line;
    loop {
        let blanks = rest.iter().take_while(|&byte| is_blank(*byte)).count();
        rest = &rest[blanks..];
        if rest.is_empty() {
            return Ok(());
        }
        let start = tape.text().len();
        rest = unescape(rest, tape)?;
        if !tape.push(ArgSpan::new(start, tape.text().len() - start)) {
            return Err(RequestErrorKind::TapeFull);
        }
    }
}

/// Appends the argument at the start of `rest` to the text; what follows it.
fn unescape<'buf>(rest: &'buf [u8], tape: &mut impl ArgTape) -> Result<&'buf [u8], RequestErrorKind> {
    let mut rest = rest;
    let mut open = None;
    loop {
        let (byte, used) = match (open, rest) {
            (None, [] | [b' ' | b'\t' | b'\r', ..]) => return Ok(rest),
            (None, [quote @ (b'"' | b'\''), tail @ ..]) => {
                open = Some(*quote);
                rest = tail;
                continue;
            }
            (Some(quote), [byte, tail @ ..]) if *byte == quote => {
                let closed = tail.first().is_none_or(|&byte| is_blank(byte));
                return if closed { Ok(tail) } else { Err(RequestErrorKind::UnbalancedQuotes) };
            }
            (Some(b'"'), [b'\\', b'x', high, low, ..])
                if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() =>
            {
                (hex_digit(*high) << 4 | hex_digit(*low), 4)
            }
            (Some(b'"'), [b'\\', letter, ..]) => (meaning(*letter), 2),
            (Some(_), [b'\\', b'\'', ..]) => (b'\'', 2),
            (_, [byte, ..]) => (*byte, 1),
            (Some(_), []) => return Err(RequestErrorKind::UnbalancedQuotes),
        };
        if !tape.push_byte(byte) {
            return Err(RequestErrorKind::TapeFull);
        }
        rest = &rest[used..];
    }
}

/// What separates arguments, in the C locale.
const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

const fn meaning(letter: u8) -> u8 {
    match letter {
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 0x08,
        b'a' => 0x07,
        other => other,
    }
}

const fn hex_digit(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}
