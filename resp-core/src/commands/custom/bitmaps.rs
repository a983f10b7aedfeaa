//! Strings as rows of bits.

use core::fmt::Write;

use super::words;
use crate::convert::{Arg, ToArg};
use crate::number::ShortText;

/// How [`bitop`](crate::commands::bitop) combines the bits of strings.
///
/// ```
/// use resp_core::cmd::{self, BitOp};
///
/// let on_both_days = cmd::bitop(BitOp::And, "both", ["monday", "tuesday"]);
/// # let _ = on_both_days;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BitOp {
    /// `AND`: set in all of them.
    And,
    /// `OR`: set in at least one of them.
    Or,
    /// `XOR`: set in an odd number of them.
    Xor,
    /// `NOT`: not set; of one string only.
    Not,
    /// `DIFF`: set in the first and in none of the others. Since 8.2.0.
    Diff,
    /// `DIFF1`: set in at least one of the others and not in the first. Since 8.2.0.
    Diff1,
    /// `ANDOR`: set in the first and in at least one of the others. Since 8.2.0.
    AndOr,
    /// `ONE`: set in exactly one of them. Since 8.2.0.
    One,
}

words!(BitOp {
    And => b"AND",
    Or => b"OR",
    Xor => b"XOR",
    Not => b"NOT",
    Diff => b"DIFF",
    Diff1 => b"DIFF1",
    AndOr => b"ANDOR",
    One => b"ONE",
});

/// What [`bitfield`](crate::commands::bitfield) does with a number that has no
/// room in its field.
///
/// ```
/// use resp_core::cmd::{self, BitType, Overflow};
///
/// let counter = cmd::bitfield("seats").overflow(Overflow::Fail).incr_by(BitType::unsigned(4), 0, 1);
/// # let _ = counter;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overflow {
    /// `WRAP`: drops the bits that have no room. The default.
    Wrap,
    /// `SAT`: takes the greatest or the least number that has room.
    Saturate,
    /// `FAIL`: leaves the field as it is, and says `None`.
    Fail,
}

words!(Overflow {
    Wrap => b"WRAP",
    Saturate => b"SAT",
    Fail => b"FAIL",
});

/// The width of a field within a string, and whether its numbers have a sign.
///
/// ```
/// use resp_core::cmd::{self, BitType};
///
/// let nibble = cmd::bitfield_ro("k").get(BitType::unsigned(4), 0);
/// # let _ = nibble;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BitType(ShortText);

impl BitType {
    /// Numbers from -2^(bits - 1) to 2^(bits - 1) - 1. Servers take from 1 to 64 bits.
    #[must_use]
    pub fn signed(bits: u8) -> Self {
        Self(short('i', bits.into()))
    }

    /// Numbers from 0 to 2^bits - 1. Servers take from 1 to 63 bits.
    #[must_use]
    pub fn unsigned(bits: u8) -> Self {
        Self(short('u', bits.into()))
    }
}

impl ToArg for BitType {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(self.0.as_bytes())
    }
}

/// Where a field begins within a string. A number becomes one by itself: so many
/// bits from the start.
///
/// ```
/// use resp_core::cmd::{self, BitOffset, BitType};
///
/// let byte = BitType::unsigned(8);
/// // The third byte, said twice.
/// let command = cmd::bitfield_ro("k").get(byte, 16).get(byte, BitOffset::nth(2));
/// # let _ = command;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BitOffset(ShortText);

impl BitOffset {
    /// So many fields of the same width from the start.
    #[must_use]
    pub fn nth(index: u64) -> Self {
        Self(short('#', index))
    }
}

impl From<u64> for BitOffset {
    fn from(bits: u64) -> Self {
        let mut text = ShortText::new();
        put(&mut text, format_args!("{bits}"));
        Self(text)
    }
}

impl ToArg for BitOffset {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(self.0.as_bytes())
    }
}

fn short(first: char, number: u64) -> ShortText {
    let mut text = ShortText::new();
    put(&mut text, format_args!("{first}{number}"));
    text
}

fn put(text: &mut ShortText, number: core::fmt::Arguments<'_>) {
    let fits = text.write_fmt(number);
    debug_assert!(fits.is_ok(), "21 characters are under 40");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written() {
        assert_eq!(BitType::signed(5).to_arg().as_bytes(), b"i5");
        assert_eq!(BitType::unsigned(63).to_arg().as_bytes(), b"u63");
        assert_eq!(BitOffset::nth(u64::MAX).to_arg().as_bytes(), b"#18446744073709551615");
        assert_eq!(BitOffset::from(12).to_arg().as_bytes(), b"12");
        assert_eq!(BitOp::Diff1.to_arg().as_bytes(), b"DIFF1");
        assert_eq!(Overflow::Saturate.to_arg().as_bytes(), b"SAT");
    }
}
