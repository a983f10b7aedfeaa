// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Connection, Lease};
use resp_core::{Command, Plain, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Strings as rows of bits, the first of them the highest of the first byte.
impl Connection {
    /// How many bits of a string are set; 0 if there is no such key.
    ///
    /// `BITCOUNT`, since 2.6.0. Complexity: O(N), the length of the string or its part.
    #[inline]
    pub fn bitcount(&mut self, key: impl ToArg) -> Command<u64, Bitcount, Lease<'_>> {
        self.send(bitcount(key))
    }

    /// Reads and changes integers of any width within a string: what each operation says, in
    /// their order.
    ///
    /// `None` is an operation that was not done, as `Overflow::Fail` demands.
    ///
    /// `BITFIELD`, since 3.2.0. Complexity: O(1) for each operation.
    #[inline]
    pub fn bitfield(&mut self, key: impl ToArg) -> Command<Vec<Option<i64>>, Bitfield, Lease<'_>> {
        self.send(bitfield(key))
    }

    /// Reads integers of any width within a string: their values, in their order.
    ///
    /// `BITFIELD_RO`, since 6.0.0. Complexity: O(1) for each operation.
    #[inline]
    pub fn bitfield_ro(&mut self, key: impl ToArg) -> Command<Vec<i64>, BitfieldRo, Lease<'_>> {
        self.send(bitfield_ro(key))
    }

    /// Combines strings bit by bit into the one at `destination`: its length, in bytes.
    ///
    /// Shorter strings count as filled up with zeros, missing ones as nothing but zeros.
    ///
    /// `BITOP`, since 2.6.0. Complexity: O(N), the length of the longest string.
    #[inline]
    pub fn bitop(
        &mut self,
        operation: BitOp,
        destination: impl ToArg,
        keys: impl ToArgs,
    ) -> Command<u64, Plain, Lease<'_>> {
        self.send(bitop(operation, destination, keys))
    }

    /// Where the first bit of this value is, counted in bits from the start of the string;
    /// `None` if there is none.
    ///
    /// Where no end is given, a string of nothing but ones counts as followed by a zero.
    ///
    /// `BITPOS`, since 2.8.7. Complexity: O(N), the length of the string or its part.
    #[inline]
    pub fn bitpos(&mut self, key: impl ToArg, bit: bool) -> Command<BitPosition, Bitpos, Lease<'_>> {
        self.send(bitpos(key, bit))
    }

    /// Whether a bit of a string is set; beyond its end none is.
    ///
    /// `GETBIT`, since 2.2.0. Complexity: O(1).
    #[inline]
    pub fn getbit(&mut self, key: impl ToArg, offset: u64) -> Command<bool, Plain, Lease<'_>> {
        self.send(getbit(key, offset))
    }

    /// Sets or clears a bit of a string, which grows as needed: whether it was set before.
    ///
    /// A far offset in a short string has the server allocate all that lies between.
    ///
    /// `SETBIT`, since 2.2.0. Complexity: O(1).
    #[inline]
    pub fn setbit(&mut self, key: impl ToArg, offset: u64, bit: bool) -> Command<bool, Plain, Lease<'_>> {
        self.send(setbit(key, offset, bit))
    }
}
