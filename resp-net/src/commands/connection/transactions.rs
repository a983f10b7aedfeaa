// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Connection, Lease};
use resp_core::{Command, Dedicated, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};

/// Transactions: commands that run together, or not at all.
impl Connection {
    /// Ends what [`watch`] began, for all keys.
    ///
    /// The end of a transaction does so too.
    ///
    /// `UNWATCH`, since 2.2.0. Complexity: O(1).
    #[inline]
    pub fn unwatch(&mut self) -> Command<(), Dedicated, Lease<'_>> {
        self.send(unwatch())
    }

    /// Has the next transaction on this connection do nothing if one of these keys is changed
    /// before.
    ///
    /// `WATCH`, since 2.2.0. Complexity: O(1) for each key.
    #[inline]
    pub fn watch(&mut self, keys: impl ToArgs) -> Command<(), Dedicated, Lease<'_>> {
        self.send(watch(keys))
    }
}
