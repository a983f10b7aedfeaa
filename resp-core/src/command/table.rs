//! What is known about commands beforehand.

/// What is known about a command beforehand.
#[derive(Debug, PartialEq, Eq)]
pub struct Meta {
    name: &'static str,
    head: &'static [u8],
    min_args: u8,
    /// `None`: the arguments tell.
    lane: Option<Lane>,
}

/// Which connections a command may run on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lane {
    /// Any: it has one reply, soon, and leaves no state on the connection.
    Shared,
    /// One that its caller holds alone: it blocks, or leaves state behind.
    Dedicated,
    /// None that is driven by calls: its replies are not one per command, or
    /// it would change what the connection agreed on at its start.
    Refused,
}

impl Meta {
    /// Of a command that is in no table.
    pub(crate) const UNKNOWN: Self =
        Self { name: "command", head: b"", min_args: 0, lane: Some(Lane::Shared) };

    const fn new(name: &'static str, head: &'static [u8], min_args: u8, lane: Option<Lane>) -> Self {
        Self { name, head, min_args, lane }
    }

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
}

macro_rules! lane {
    (ByArgument) => {
        None
    };
    ($lane:ident) => {
        Some(Lane::$lane)
    };
}

/// A table of metadata: a constant for each row, and all of them by name.
macro_rules! table {
    ($($constant:ident $head:literal $min_args:literal $lane:ident;)*) => {
        /// The rows by name, for commands made in this crate.
        pub(crate) mod metas {
            use super::{Lane, Meta};
            $(
                #[allow(dead_code, reason = "some rows are only looked up")]
                pub(crate) static $constant: Meta =
                    Meta::new(stringify!($constant), $head, $min_args, lane!($lane));
            )*
        }

        static ALL: &[&Meta] = &[$(&metas::$constant),*];
    };
}

// In alphabetical order, which the look-up relies on. Names with other
// characters than letters have no row: nothing is known about them here.
table! {
    AUTH b"$4\r\nAUTH\r\n" 1 Refused;
    BLMOVE b"$6\r\nBLMOVE\r\n" 5 Dedicated;
    BLMPOP b"$6\r\nBLMPOP\r\n" 4 Dedicated;
    BLPOP b"$5\r\nBLPOP\r\n" 2 Dedicated;
    BRPOP b"$5\r\nBRPOP\r\n" 2 Dedicated;
    BRPOPLPUSH b"$10\r\nBRPOPLPUSH\r\n" 3 Dedicated;
    BZMPOP b"$6\r\nBZMPOP\r\n" 4 Dedicated;
    BZPOPMAX b"$8\r\nBZPOPMAX\r\n" 2 Dedicated;
    BZPOPMIN b"$8\r\nBZPOPMIN\r\n" 2 Dedicated;
    CLIENT b"$6\r\nCLIENT\r\n" 1 ByArgument;
    DEL b"$3\r\nDEL\r\n" 1 Shared;
    DISCARD b"$7\r\nDISCARD\r\n" 0 Dedicated;
    ECHO b"$4\r\nECHO\r\n" 1 Shared;
    EXEC b"$4\r\nEXEC\r\n" 0 Dedicated;
    EXPIRE b"$6\r\nEXPIRE\r\n" 2 Shared;
    GET b"$3\r\nGET\r\n" 1 Shared;
    HELLO b"$5\r\nHELLO\r\n" 0 Refused;
    HGETALL b"$7\r\nHGETALL\r\n" 1 Shared;
    HSET b"$4\r\nHSET\r\n" 3 Shared;
    INCR b"$4\r\nINCR\r\n" 1 Shared;
    LPUSH b"$5\r\nLPUSH\r\n" 2 Shared;
    LRANGE b"$6\r\nLRANGE\r\n" 3 Shared;
    MGET b"$4\r\nMGET\r\n" 1 Shared;
    MONITOR b"$7\r\nMONITOR\r\n" 0 Refused;
    MULTI b"$5\r\nMULTI\r\n" 0 Dedicated;
    PEXPIRE b"$7\r\nPEXPIRE\r\n" 2 Shared;
    PING b"$4\r\nPING\r\n" 0 Shared;
    PSUBSCRIBE b"$10\r\nPSUBSCRIBE\r\n" 1 Refused;
    PSYNC b"$5\r\nPSYNC\r\n" 2 Refused;
    PUNSUBSCRIBE b"$12\r\nPUNSUBSCRIBE\r\n" 0 Refused;
    QUIT b"$4\r\nQUIT\r\n" 0 Refused;
    REPLCONF b"$8\r\nREPLCONF\r\n" 1 Refused;
    RESET b"$5\r\nRESET\r\n" 0 Refused;
    SELECT b"$6\r\nSELECT\r\n" 1 Refused;
    SET b"$3\r\nSET\r\n" 2 Shared;
    SSUBSCRIBE b"$10\r\nSSUBSCRIBE\r\n" 1 Refused;
    SUBSCRIBE b"$9\r\nSUBSCRIBE\r\n" 1 Refused;
    SUNSUBSCRIBE b"$12\r\nSUNSUBSCRIBE\r\n" 0 Refused;
    SYNC b"$4\r\nSYNC\r\n" 0 Refused;
    UNSUBSCRIBE b"$11\r\nUNSUBSCRIBE\r\n" 0 Refused;
    UNWATCH b"$7\r\nUNWATCH\r\n" 0 Dedicated;
    WAIT b"$4\r\nWAIT\r\n" 2 Dedicated;
    WAITAOF b"$7\r\nWAITAOF\r\n" 3 Dedicated;
    WATCH b"$5\r\nWATCH\r\n" 1 Dedicated;
    XREAD b"$5\r\nXREAD\r\n" 3 ByArgument;
    XREADGROUP b"$10\r\nXREADGROUP\r\n" 6 ByArgument;
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
