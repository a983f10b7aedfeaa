// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{TextCall, TextClient};
use resp_core::{Reply, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};

/// HyperLogLogs: about how many different elements were added.
impl TextClient {
    /// Adds elements to a HyperLogLog, a new one if there is none: whether its estimate may
    /// have changed.
    ///
    /// Without elements it only sees to it that there is one.
    ///
    /// `PFADD`, since 2.8.9. Complexity: O(1) for each element.
    #[inline]
    pub fn pfadd(&self, key: impl ToArg, elements: impl ToArgs) -> TextCall<'_, bool> {
        self.send(pfadd(key, elements))
    }

    /// About how many different elements were added to these HyperLogLogs together, with a
    /// standard error of 0.81 %.
    ///
    /// `PFCOUNT`, since 2.8.9. Complexity: O(1) for one key, O(N) with a large constant for N
    /// of them.
    #[inline]
    pub fn pfcount(&self, keys: impl ToArgs) -> TextCall<'_, u64> {
        self.send(pfcount(keys))
    }

    /// Shows how a HyperLogLog is stored, for work on servers: what `subcommand` asks for.
    ///
    /// The subcommands are GETREG, DECODE, ENCODING and TODENSE.
    ///
    /// `PFDEBUG`, since 2.8.9. Complexity: O(1), or O(N) where registers are shown.
    #[inline]
    pub fn pfdebug(&self, subcommand: impl ToArg, key: impl ToArg) -> TextCall<'_, Reply> {
        self.send(pfdebug(subcommand, key))
    }

    /// Adds to the HyperLogLog at `destination` all that was added to others.
    ///
    /// `PFMERGE`, since 2.8.9. Complexity: O(N) with a large constant for N keys.
    #[inline]
    pub fn pfmerge(&self, destination: impl ToArg, sources: impl ToArgs) -> TextCall<'_, ()> {
        self.send(pfmerge(destination, sources))
    }

    /// Has the server test its HyperLogLogs, for work on servers.
    ///
    /// `PFSELFTEST`, since 2.8.9. Complexity: some seconds; the server does nothing else
    /// meanwhile.
    #[inline]
    pub fn pfselftest(&self) -> TextCall<'_, ()> {
        self.send(pfselftest())
    }
}
