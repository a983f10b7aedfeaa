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
        // It comes after the key, where there is one.
        let index = self.wire.meta().key_specs().len();
        Self::new(self.wire.with_arg(index, cursor.to_arg().as_bytes()))
    }
}
