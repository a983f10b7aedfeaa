//! Arguments of the commands of lists.

use super::words;

/// An end of a list.
///
/// ```
/// use resp_core::cmd::{self, Side};
///
/// let mut wire = Vec::new();
/// cmd::lmove("jobs", "busy", Side::Left, Side::Right).wire().write_to(&mut wire);
/// assert!(wire.ends_with(b"$4\r\nLEFT\r\n$5\r\nRIGHT\r\n"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The front: `LEFT`.
    Left,
    /// The back: `RIGHT`.
    Right,
}

words!(Side {
    Left => b"LEFT",
    Right => b"RIGHT",
});

/// Where an element goes next to another.
///
/// ```
/// use resp_core::cmd::{self, Place};
///
/// let mut wire = Vec::new();
/// cmd::linsert("log", Place::Before, "b", "a").wire().write_to(&mut wire);
/// assert!(wire.ends_with(b"$6\r\nBEFORE\r\n$1\r\nb\r\n$1\r\na\r\n"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nearer to the front: `BEFORE`.
    Before,
    /// Nearer to the back: `AFTER`.
    After,
}

words!(Place {
    Before => b"BEFORE",
    After => b"AFTER",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::convert::ToArg;

    #[test]
    fn words() {
        assert_eq!(
            [Side::Left, Side::Right].map(|side| side.to_arg().as_bytes().to_vec()),
            [&b"LEFT"[..], b"RIGHT"]
        );
        assert_eq!(
            [Place::Before, Place::After].map(|place| place.to_arg().as_bytes().to_vec()),
            [&b"BEFORE"[..], b"AFTER"]
        );
    }
}
