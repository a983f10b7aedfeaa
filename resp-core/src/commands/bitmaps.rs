// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Strings as rows of bits, the first of them the highest of the first byte.

#[doc(inline)]
pub use super::custom::bitmaps::*;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use core::marker::PhantomData;
use std::vec::Vec;

/// The options of [`bitcount`].
#[derive(Debug)]
pub struct Bitcount<Range = Free, Unit = Free>(PhantomData<(Range, Unit)>);

impl<Range, Unit> Shareable for Bitcount<Range, Unit> {}
impl<Range, Unit> Queueable for Bitcount<Range, Unit> {}

/// How many bits of a string are set; 0 if there is no such key.
///
/// `BITCOUNT`, since 2.6.0. Complexity: O(N), the length of the string or its part.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bitcount("k");
/// // BITCOUNT k
/// # let _ = command;
/// ```
#[inline]
pub fn bitcount(key: impl ToArg) -> Command<u64, Bitcount> {
    Command::new(Wire::of(&metas::BITCOUNT, [key.to_arg().as_bytes()]))
}

impl<R, Unit, X> Command<R, Bitcount<Free, Unit>, X> {
    /// Only from byte `start` to byte `end`, both included and counted from zero, or from the
    /// end if negative.
    #[inline]
    pub fn range(self, start: i64, end: i64) -> Command<R, Bitcount<Used, Unit>, X> {
        self.with(|wire| {
            wire.push(start.to_arg().as_bytes());
            wire.push(end.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, X> Command<R, Bitcount<Used, Free>, X> {
    /// The range counts bytes. The default. Since 7.0.0.
    #[inline]
    pub fn byte(self) -> Command<R, Bitcount<Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"BYTE");
        })
        .retyped()
    }

    /// The range counts bits. Since 7.0.0.
    #[inline]
    pub fn bit(self) -> Command<R, Bitcount<Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"BIT");
        })
        .retyped()
    }
}

/// The options of [`bitfield`].
#[derive(Debug)]
pub struct Bitfield;

impl Shareable for Bitfield {}
impl Queueable for Bitfield {}

/// Reads and changes integers of any width within a string: what each operation says, in
/// their order.
///
/// `None` is an operation that was not done, as `Overflow::Fail` demands.
///
/// `BITFIELD`, since 3.2.0. Complexity: O(1) for each operation.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bitfield("k").set(BitType::unsigned(8), 0, 200).get(BitType::unsigned(4), 0);
/// // BITFIELD k SET u8 0 200 GET u4 0
/// # let _ = command;
/// ```
#[inline]
pub fn bitfield(key: impl ToArg) -> Command<Vec<Option<i64>>, Bitfield> {
    Command::new(Wire::of(&metas::BITFIELD, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, Bitfield, X> {
    /// Reads an integer: its value.
    #[inline]
    pub fn get(self, field: BitType, at: impl Into<BitOffset>) -> Self {
        self.with(|wire| {
            wire.push(b"GET");
            wire.push(field.to_arg().as_bytes());
            let at: BitOffset = at.into();
            wire.push(at.to_arg().as_bytes());
        })
    }

    /// Writes an integer: its value before.
    #[inline]
    pub fn set(self, field: BitType, at: impl Into<BitOffset>, value: i64) -> Self {
        self.with(|wire| {
            wire.push(b"SET");
            wire.push(field.to_arg().as_bytes());
            let at: BitOffset = at.into();
            wire.push(at.to_arg().as_bytes());
            wire.push(value.to_arg().as_bytes());
        })
    }

    /// Adds to an integer: its value then.
    #[inline]
    pub fn incr_by(self, field: BitType, at: impl Into<BitOffset>, increment: i64) -> Self {
        self.with(|wire| {
            wire.push(b"INCRBY");
            wire.push(field.to_arg().as_bytes());
            let at: BitOffset = at.into();
            wire.push(at.to_arg().as_bytes());
            wire.push(increment.to_arg().as_bytes());
        })
    }

    /// Says what the writing operations after it do with a value that does not fit.
    #[inline]
    pub fn overflow(self, how: Overflow) -> Self {
        self.with(|wire| {
            wire.push(b"OVERFLOW");
            wire.push(how.to_arg().as_bytes());
        })
    }
}

/// The options of [`bitfield_ro`].
#[derive(Debug)]
pub struct BitfieldRo;

impl Shareable for BitfieldRo {}
impl Queueable for BitfieldRo {}

/// Reads integers of any width within a string: their values, in their order.
///
/// `BITFIELD_RO`, since 6.0.0. Complexity: O(1) for each operation.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bitfield_ro("k").get(BitType::unsigned(8), 0).get(BitType::signed(8), BitOffset::nth(2));
/// // BITFIELD_RO k GET u8 0 GET i8 #2
/// # let _ = command;
/// ```
#[inline]
pub fn bitfield_ro(key: impl ToArg) -> Command<Vec<i64>, BitfieldRo> {
    Command::new(Wire::of(&metas::BITFIELD_RO, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, BitfieldRo, X> {
    /// Reads an integer.
    #[inline]
    pub fn get(self, field: BitType, at: impl Into<BitOffset>) -> Self {
        self.with(|wire| {
            wire.push(b"GET");
            wire.push(field.to_arg().as_bytes());
            let at: BitOffset = at.into();
            wire.push(at.to_arg().as_bytes());
        })
    }
}

/// Combines strings bit by bit into the one at `destination`: its length, in bytes.
///
/// Shorter strings count as filled up with zeros, missing ones as nothing but zeros.
///
/// `BITOP`, since 2.6.0. Complexity: O(N), the length of the longest string.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bitop(BitOp::And, "c", ["a", "b"]);
/// // BITOP AND c a b
/// # let _ = command;
/// ```
#[inline]
pub fn bitop(operation: BitOp, destination: impl ToArg, keys: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::BITOP, [operation.to_arg().as_bytes(), destination.to_arg().as_bytes()]);
    wire.push_args(&keys);
    Command::new(wire)
}

/// The options of [`bitpos`].
#[derive(Debug)]
pub struct Bitpos<Start = Free, Range = Free, Unit = Free>(PhantomData<(Start, Range, Unit)>);

impl<Start, Range, Unit> Shareable for Bitpos<Start, Range, Unit> {}
impl<Start, Range, Unit> Queueable for Bitpos<Start, Range, Unit> {}

/// Where the first bit of this value is, counted in bits from the start of the string;
/// `None` if there is none.
///
/// Where no end is given, a string of nothing but ones counts as followed by a zero.
///
/// `BITPOS`, since 2.8.7. Complexity: O(N), the length of the string or its part.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bitpos("k", false);
/// // BITPOS k 0
/// # let _ = command;
/// ```
#[inline]
pub fn bitpos(key: impl ToArg, bit: bool) -> Command<BitPosition, Bitpos> {
    Command::new(Wire::of(&metas::BITPOS, [key.to_arg().as_bytes(), bit.to_arg().as_bytes()]))
}

impl<R, Unit, X> Command<R, Bitpos<Free, Free, Unit>, X> {
    /// Only from byte `start` on, counted from zero, or from the end if negative.
    #[inline]
    pub fn start(self, start: i64) -> Command<R, Bitpos<Used, Free, Unit>, X> {
        self.with(|wire| {
            wire.push(start.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Only from byte `start` to byte `end`, both included and counted from zero, or from the
    /// end if negative.
    #[inline]
    pub fn range(self, start: i64, end: i64) -> Command<R, Bitpos<Free, Used, Unit>, X> {
        self.with(|wire| {
            wire.push(start.to_arg().as_bytes());
            wire.push(end.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, Start, X> Command<R, Bitpos<Start, Used, Free>, X> {
    /// The range counts bytes. The default. Since 7.0.0.
    #[inline]
    pub fn byte(self) -> Command<R, Bitpos<Start, Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"BYTE");
        })
        .retyped()
    }

    /// The range counts bits. Since 7.0.0.
    #[inline]
    pub fn bit(self) -> Command<R, Bitpos<Start, Used, Used>, X> {
        self.with(|wire| {
            wire.push(b"BIT");
        })
        .retyped()
    }
}

/// Whether a bit of a string is set; beyond its end none is.
///
/// `GETBIT`, since 2.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = getbit("k", 1);
/// // GETBIT k 1
/// # let _ = command;
/// ```
#[inline]
pub fn getbit(key: impl ToArg, offset: u64) -> Command<bool> {
    Command::new(Wire::of(&metas::GETBIT, [key.to_arg().as_bytes(), offset.to_arg().as_bytes()]))
}

/// Sets or clears a bit of a string, which grows as needed: whether it was set before.
///
/// A far offset in a short string has the server allocate all that lies between.
///
/// `SETBIT`, since 2.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = setbit("seen", 7, true);
/// // SETBIT seen 7 1
/// # let _ = command;
/// ```
#[inline]
pub fn setbit(key: impl ToArg, offset: u64, bit: bool) -> Command<bool> {
    Command::new(Wire::of(
        &metas::SETBIT,
        [key.to_arg().as_bytes(), offset.to_arg().as_bytes(), bit.to_arg().as_bytes()],
    ))
}
