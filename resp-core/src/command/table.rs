//! What is known about commands beforehand.

use crate::marker::Kind;

/// What is known about a command beforehand.
#[derive(Debug, PartialEq, Eq)]
pub struct Meta {
    name: &'static str,
    head: &'static [u8],
    min_args: u8,
    /// `None`: the arguments tell.
    lane: Option<Lane>,
    effect: Effect,
    replies: Kinds,
    wait: Wait,
}

/// What running a command changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// Nothing: it may be sent twice.
    Reads,
    /// Something, or nobody knows.
    Writes,
}

/// Which argument says how long a command waits for what it wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// It does not wait.
    Never,
    /// The first one, in seconds.
    FirstSeconds,
    /// The last one, in seconds.
    LastSeconds,
    /// The last one, in milliseconds.
    LastMillis,
    /// The one after the word BLOCK, in milliseconds.
    BlockMillis,
}

/// A set of kinds: those that a reply may have. Errors are always among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// Nothing is known of the reply.
    pub const ANY: Self = Self(u32::MAX);
    /// A word, such as OK.
    pub const STATUS: Self = Self::of(&[Kind::SimpleString, Kind::BulkString]);
    /// A number.
    pub const INTEGER: Self = Self::of(&[Kind::Integer]);
    /// A string, or none.
    pub const STRING: Self = Self::of(&[Kind::BulkString, Kind::SimpleString, Kind::Verbatim, Kind::Null]);
    /// A list, or none.
    pub const LIST: Self = Self::of(&[Kind::Array, Kind::Set, Kind::Null]);
    /// Pairs, or none: flat in RESP2.
    pub const PAIRS: Self = Self::of(&[Kind::Map, Kind::Array, Kind::Null]);
    /// A number or a truth, which RESP2 says with a number.
    pub const TRUTH: Self = Self::of(&[Kind::Integer, Kind::Boolean]);

    const fn of(kinds: &[Kind]) -> Self {
        let mut bits = Self::bit(Kind::SimpleError) | Self::bit(Kind::BulkError);
        let mut index = 0;
        while index < kinds.len() {
            bits |= Self::bit(kinds[index]);
            index += 1;
        }
        Self(bits)
    }

    const fn bit(kind: Kind) -> u32 {
        1 << kind as u32
    }

    /// The kinds of either set.
    #[inline]
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a reply may be of this kind.
    #[inline]
    #[must_use]
    pub const fn contains(self, kind: Kind) -> bool {
        self.0 & Self::bit(kind) != 0
    }
}

/// Which connections a command may run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lane {
    /// Any: it has one reply, soon, and leaves no state on the connection.
    Shared,
    /// One that its caller holds alone: it leaves state behind.
    Dedicated,
    /// One that its caller holds alone, or any for who lends it one: it waits.
    Blocking,
    /// None that is driven by calls: its replies are not one per command, or
    /// it would change what the connection agreed on at its start.
    Refused,
}

impl Meta {
    /// Of a command that is in no table.
    pub(crate) const UNKNOWN: Self = Self {
        name: "command",
        head: b"",
        min_args: 0,
        lane: Some(Lane::Shared),
        effect: Effect::Writes,
        replies: Kinds::ANY,
        wait: Wait::Never,
    };

    /// The name in upper case; `command` if it is not known.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The name in wire form; empty if it is not known and so the first argument.
    #[inline]
    #[must_use]
    pub const fn head(&self) -> &'static [u8] {
        self.head
    }

    /// How many arguments it takes at the least.
    #[inline]
    #[must_use]
    pub const fn min_args(&self) -> usize {
        self.min_args as usize
    }

    /// Which connections it may run on; `None` if its arguments tell.
    #[inline]
    pub(super) const fn lane(&self) -> Option<Lane> {
        self.lane
    }

    /// Whether it changes nothing, so that a server may run it twice.
    #[must_use]
    pub const fn is_read_only(&self) -> bool {
        matches!(self.effect, Effect::Reads)
    }

    /// What a reply to it can be, outside of a transaction.
    #[inline]
    #[must_use]
    pub const fn replies(&self) -> Kinds {
        self.replies
    }

    pub(super) const fn wait(&self) -> Wait {
        self.wait
    }
}

macro_rules! lane {
    (ByArgument) => {
        None
    };
    ($lane:ident) => {
        Some(Lane::$lane)
    };
}

macro_rules! wait {
    () => {
        Wait::Never
    };
    ($wait:ident) => {
        Wait::$wait
    };
}

/// A table of metadata: a constant for each row, and all of them by name.
macro_rules! table {
    ($($constant:ident $head:literal $min_args:literal $lane:ident $effect:ident $replies:ident $($wait:ident)?;)*) => {
        /// The rows by name, for commands made in this crate.
        pub(crate) mod metas {
            use super::{Effect, Kinds, Lane, Meta, Wait};
            $(
                #[allow(dead_code, reason = "some rows are only looked up")]
                pub(crate) static $constant: Meta = Meta {
                    name: stringify!($constant),
                    head: $head,
                    min_args: $min_args,
                    lane: lane!($lane),
                    effect: Effect::$effect,
                    replies: Kinds::$replies,
                    wait: wait!($($wait)?),
                };
            )*
        }

        static ALL: &[&Meta] = &[$(&metas::$constant),*];
    };
}

// In the order of their bytes, which the look-up relies on. Names with other
// characters than letters and underscores have no row: nothing is known about them here.
table! {
    AUTH b"$4\r\nAUTH\r\n" 1 Refused Writes STATUS;
    BLMOVE b"$6\r\nBLMOVE\r\n" 5 Blocking Writes STRING LastSeconds;
    BLMPOP b"$6\r\nBLMPOP\r\n" 4 Blocking Writes LIST FirstSeconds;
    BLPOP b"$5\r\nBLPOP\r\n" 2 Blocking Writes LIST LastSeconds;
    BRPOP b"$5\r\nBRPOP\r\n" 2 Blocking Writes LIST LastSeconds;
    BRPOPLPUSH b"$10\r\nBRPOPLPUSH\r\n" 3 Blocking Writes STRING LastSeconds;
    BZMPOP b"$6\r\nBZMPOP\r\n" 4 Blocking Writes LIST FirstSeconds;
    BZPOPMAX b"$8\r\nBZPOPMAX\r\n" 2 Blocking Writes LIST LastSeconds;
    BZPOPMIN b"$8\r\nBZPOPMIN\r\n" 2 Blocking Writes LIST LastSeconds;
    CLIENT b"$6\r\nCLIENT\r\n" 1 ByArgument Writes ANY;
    DEL b"$3\r\nDEL\r\n" 1 Shared Writes INTEGER;
    DISCARD b"$7\r\nDISCARD\r\n" 0 Dedicated Writes STATUS;
    ECHO b"$4\r\nECHO\r\n" 1 Shared Reads STRING;
    EVAL b"$4\r\nEVAL\r\n" 2 Shared Writes ANY;
    EVALSHA b"$7\r\nEVALSHA\r\n" 2 Shared Writes ANY;
    EVALSHA_RO b"$10\r\nEVALSHA_RO\r\n" 2 Shared Reads ANY;
    EVAL_RO b"$7\r\nEVAL_RO\r\n" 2 Shared Reads ANY;
    EXEC b"$4\r\nEXEC\r\n" 0 Dedicated Writes LIST;
    EXPIRE b"$6\r\nEXPIRE\r\n" 2 Shared Writes TRUTH;
    FCALL b"$5\r\nFCALL\r\n" 2 Shared Writes ANY;
    FCALL_RO b"$8\r\nFCALL_RO\r\n" 2 Shared Reads ANY;
    GET b"$3\r\nGET\r\n" 1 Shared Reads STRING;
    HELLO b"$5\r\nHELLO\r\n" 0 Refused Writes PAIRS;
    HGETALL b"$7\r\nHGETALL\r\n" 1 Shared Reads PAIRS;
    HSET b"$4\r\nHSET\r\n" 3 Shared Writes INTEGER;
    INCR b"$4\r\nINCR\r\n" 1 Shared Writes INTEGER;
    LPUSH b"$5\r\nLPUSH\r\n" 2 Shared Writes INTEGER;
    LRANGE b"$6\r\nLRANGE\r\n" 3 Shared Reads LIST;
    MGET b"$4\r\nMGET\r\n" 1 Shared Reads LIST;
    MONITOR b"$7\r\nMONITOR\r\n" 0 Refused Writes ANY;
    MULTI b"$5\r\nMULTI\r\n" 0 Dedicated Writes STATUS;
    PEXPIRE b"$7\r\nPEXPIRE\r\n" 2 Shared Writes TRUTH;
    PING b"$4\r\nPING\r\n" 0 Shared Reads STATUS;
    PSUBSCRIBE b"$10\r\nPSUBSCRIBE\r\n" 1 Refused Writes ANY;
    PSYNC b"$5\r\nPSYNC\r\n" 2 Refused Writes ANY;
    PUNSUBSCRIBE b"$12\r\nPUNSUBSCRIBE\r\n" 0 Refused Writes ANY;
    QUIT b"$4\r\nQUIT\r\n" 0 Refused Writes ANY;
    REPLCONF b"$8\r\nREPLCONF\r\n" 1 Refused Writes ANY;
    RESET b"$5\r\nRESET\r\n" 0 Refused Writes ANY;
    SELECT b"$6\r\nSELECT\r\n" 1 Refused Writes ANY;
    SET b"$3\r\nSET\r\n" 2 Shared Writes STRING;
    SSUBSCRIBE b"$10\r\nSSUBSCRIBE\r\n" 1 Refused Writes ANY;
    SUBSCRIBE b"$9\r\nSUBSCRIBE\r\n" 1 Refused Writes ANY;
    SUNSUBSCRIBE b"$12\r\nSUNSUBSCRIBE\r\n" 0 Refused Writes ANY;
    SYNC b"$4\r\nSYNC\r\n" 0 Refused Writes ANY;
    UNSUBSCRIBE b"$11\r\nUNSUBSCRIBE\r\n" 0 Refused Writes ANY;
    UNWATCH b"$7\r\nUNWATCH\r\n" 0 Dedicated Writes STATUS;
    WAIT b"$4\r\nWAIT\r\n" 2 Blocking Writes INTEGER LastMillis;
    WAITAOF b"$7\r\nWAITAOF\r\n" 3 Blocking Writes LIST LastMillis;
    WATCH b"$5\r\nWATCH\r\n" 1 Dedicated Writes STATUS;
    XREAD b"$5\r\nXREAD\r\n" 3 ByArgument Reads PAIRS BlockMillis;
    XREADGROUP b"$10\r\nXREADGROUP\r\n" 6 ByArgument Writes PAIRS BlockMillis;
}

/// The row of a name in any case.
pub(crate) fn lookup(name: &[u8]) -> Option<&'static Meta> {
    let order = |meta: &&Meta| {
        let row = meta.name.bytes();
        row.cmp(name.iter().map(u8::to_ascii_uppercase))
    };
    ALL.binary_search_by(order).ok().map(|index| ALL[index])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoder::Encoder;
    use alloc::vec::Vec;

    #[test]
    fn rows_are_in_order_and_heads_spell_names() {
        assert!(ALL.windows(2).all(|pair| pair[0].name < pair[1].name));
        for meta in ALL {
            let mut head = Vec::new();
            Encoder::new(&mut head).bulk_string(meta.name).unwrap();
            assert_eq!(meta.head, head, "{}", meta.name);
            assert_eq!(lookup(meta.name.to_ascii_lowercase().as_bytes()), Some(*meta));
        }
        assert_eq!(lookup(b"STRLEN"), None);
        assert_eq!(lookup(b""), None);
    }
}
