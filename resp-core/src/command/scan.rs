//! One scan over many pages.

use super::Command;
use crate::convert::ToArg;
use crate::replies::{Cursor, ScanPage};

impl<T, K> Command<ScanPage<T>, K> {
    /// The same scan from another cursor on: how the next page is asked for.
    ///
    /// ```
    /// use resp_core::{cmd, replies::Cursor};
    ///
    /// let first = cmd::raw("SCAN").arg(Cursor::START).arg("COUNT").arg(5);
    /// let first = first.returning::<resp_core::replies::ScanPage<Vec<String>>>();
    /// let second = first.from_cursor(Cursor::from(17));
    /// assert!(second.wire().args().eq([&b"17"[..], b"COUNT", b"5"]));
    /// ```
    pub fn from_cursor(&self, cursor: Cursor) -> Self {
        // It comes after the key, where there is one; a name that is not known is
        // itself among the arguments.
        let meta = self.wire.meta();
        let index = meta.key_specs().len() + usize::from(meta.head().is_empty());
        Self::new(self.wire.with_arg(index, cursor.to_arg().as_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn a_cursor_takes_the_place_of_the_one_before() {
        for (name, args, next) in [
            ("SCAN", &["0", "COUNT", "5"][..], &["17", "COUNT", "5"][..]),
            ("HSCAN", &["key", "0"], &["key", "17"]),
            ("MYSCAN", &["0", "COUNT", "5"], &["MYSCAN", "17", "COUNT", "5"]),
        ] {
            let scan = crate::commands::raw(name).args(args).returning::<ScanPage<Vec<u64>>>();
            let scan = scan.from_cursor(Cursor::from(17));
            assert!(scan.wire().args().eq(next.iter().map(|word| word.as_bytes())), "{name}");
        }
    }
}
