//! What a visit of values adds up to.

/// A checksum over visited values that does not depend on their order, as some
/// parsers hand out maps in the order of their hashes.
///
/// Of each text it takes length, first and last byte; of numbers all bits; of
/// aggregates how many values or pairs they hold. Each kind has a constant of
/// its own, so that a value taken for another kind shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    values: u64,
    bytes: u64,
    sum: u64,
}

const TEXT: u64 = 0x9E37_79B9_7F4A_7C15;
const ERROR: u64 = 0xC2B2_AE3D_27D4_EB4F;
const INTEGER: u64 = 0x1656_67B1_9E37_79F9;
const DOUBLE: u64 = 0xD6E8_FEB8_6659_FD93;
const BOOLEAN: u64 = 0xA076_1D64_78BD_642F;
const NULL: u64 = 0xE703_7ED1_A0B4_28DB;
const AGGREGATE: u64 = 0x8EBC_6AF0_9C88_C6E3;

impl Tally {
    /// A simple or bulk string.
    #[inline(always)]
    pub(super) fn text(&mut self, bytes: &[u8]) {
        self.add(TEXT.wrapping_add(edges(bytes, bytes)), bytes.len());
    }

    /// An error, with its code.
    #[inline(always)]
    pub(super) fn error(&mut self, bytes: &[u8]) {
        self.add(ERROR.wrapping_add(edges(bytes, bytes)), bytes.len());
    }

    /// An error that a parser has cut at its first space.
    #[inline(always)]
    #[cfg(any(feature = "peers", test))]
    pub(super) fn cut_error(&mut self, code: &[u8], message: &[u8]) {
        self.add(ERROR.wrapping_add(edges(code, message)), code.len() + 1 + message.len());
    }

    /// An integer.
    #[inline(always)]
    pub(super) fn integer(&mut self, value: i64) {
        self.add(INTEGER.wrapping_add(value.cast_unsigned()), 0);
    }

    /// A double.
    #[inline(always)]
    pub(super) fn double(&mut self, value: f64) {
        self.add(DOUBLE.wrapping_add(value.to_bits()), 0);
    }

    /// A boolean.
    #[inline(always)]
    pub(super) fn boolean(&mut self, value: bool) {
        self.add(BOOLEAN.wrapping_add(u64::from(value)), 0);
    }

    /// A null of any form.
    #[inline(always)]
    pub(super) fn null(&mut self) {
        self.add(NULL, 0);
    }

    /// An array, set or push of `len` values, or a map or attribute of `len`
    /// pairs. What it holds is visited apart.
    #[inline(always)]
    pub(super) fn aggregate(&mut self, len: usize) {
        self.add(AGGREGATE.wrapping_add(len as u64), 0);
    }

    /// Adds what another visit found.
    #[inline(always)]
    #[cfg(feature = "peers")]
    pub(super) fn merge(&mut self, other: &Self) {
        self.values += other.values;
        self.bytes += other.bytes;
        self.sum = self.sum.wrapping_add(other.sum);
    }

    #[inline(always)]
    fn add(&mut self, value: u64, bytes: usize) {
        self.values += 1;
        self.bytes += bytes as u64;
        self.sum = self.sum.wrapping_add(value);
    }
}

/// The first byte of one text and the last of another.
#[inline(always)]
fn edges(start: &[u8], end: &[u8]) -> u64 {
    let first = start.first().copied().unwrap_or_default();
    let last = end.last().copied().unwrap_or_default();
    u64::from(first) | u64::from(last) << 8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(visit: impl FnOnce(&mut Tally)) -> Tally {
        let mut tally = Tally::default();
        visit(&mut tally);
        tally
    }

    #[test]
    fn different_values_differ() {
        let all = [
            tally(|tally| tally.text(b"ab")),
            tally(|tally| tally.text(b"aab")),
            tally(|tally| tally.text(b"ac")),
            tally(|tally| tally.text(b"")),
            tally(|tally| tally.error(b"ab")),
            tally(|tally| tally.integer(1)),
            tally(|tally| tally.integer(-1)),
            tally(|tally| tally.double(1.0)),
            tally(|tally| tally.boolean(true)),
            tally(|tally| tally.boolean(false)),
            tally(Tally::null),
            tally(|tally| tally.aggregate(1)),
            tally(|tally| tally.aggregate(2)),
        ];
        for (index, one) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|other| other != one), "{index}");
        }
    }

    #[test]
    fn order_and_the_cut_of_an_error_do_not_matter() {
        let one = tally(|tally| {
            tally.integer(7);
            tally.error(b"ERR no such key");
        });
        let other = tally(|tally| {
            tally.cut_error(b"ERR", b"no such key");
            tally.integer(7);
        });
        assert_eq!(one, other);
    }
}
