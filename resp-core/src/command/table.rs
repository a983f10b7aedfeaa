//! What is known about commands beforehand: the form of the table's rows.

use core::fmt;

use super::metas::{ALL, PREFIXES};
use crate::marker::Kind;

/// What is known about a command beforehand: as a server tells it itself, and
/// what clients need besides.
///
/// ```
/// use resp_core::{Flags, Meta};
///
/// let meta = Meta::of("config set").unwrap();
/// assert_eq!((meta.name(), meta.arity()), ("CONFIG SET", -4));
/// assert!(meta.flags().contains(Flags::ADMIN) && !meta.is_read_only());
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Meta {
    pub(super) name: &'static str,
    pub(super) head: &'static [u8],
    pub(super) words: u8,
    pub(super) arity: i8,
    /// `None`: the arguments tell.
    pub(super) lane: Option<Lane>,
    pub(super) effect: Effect,
    pub(super) wait: Wait,
    pub(super) flags: Flags,
    pub(super) resp2: Kinds,
    pub(super) resp3: Kinds,
    pub(super) keys: &'static [KeySpec],
    pub(super) group: &'static str,
    pub(super) since: &'static str,
}

/// What running a command changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// Nothing: it may be sent twice.
    Reads,
    /// Something, the same if it runs twice.
    Settles,
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

/// Where keys stand among the words of a command, as servers describe it.
///
/// Words are counted from the command's name, which is 0. Specification:
/// "Command key specifications".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeySpec {
    /// Where to start.
    pub begin: Begin,
    /// Which words from there on are keys.
    pub find: Find,
}

/// Where a [`KeySpec`] starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// At this word.
    Index(u8),
    /// After this option.
    Word {
        /// The option's name.
        word: &'static str,
        /// The first word to look at; a negative one is counted from the end
        /// and then looked for backwards.
        from: i8,
    },
}

/// Which words are keys, counted from where a [`KeySpec`] starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Find {
    /// Every `step`th word up to `last`, which counts from the end of the command
    /// if it is negative; of the rest only one part in `limit` if that is above 1.
    Range {
        /// The last key, from the start, or from the command's end if negative.
        last: i8,
        /// From one key to the next.
        step: u8,
        /// 0 or 1: all of them; 2: only the first half, and so on.
        limit: u8,
    },
    /// As many as one of the words says.
    Count {
        /// The word that holds the number.
        at: u8,
        /// The first key.
        first: u8,
        /// From one key to the next.
        step: u8,
    },
}

/// What a server says about a command in general.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Flags(u32);

macro_rules! flags {
    ($($(#[$about:meta])* $name:ident $word:literal $bit:literal;)*) => {
        impl Flags {
            $($(#[$about])* pub const $name: Self = Self(1 << $bit);)*

            /// The words that a server uses for them.
            pub fn words(self) -> impl Iterator<Item = &'static str> {
                [$((Self::$name, $word)),*]
                    .into_iter()
                    .filter(move |(flag, _)| self.contains(*flag))
                    .map(|(_, word)| word)
            }
        }
    };
}

flags! {
    /// It may change data.
    WRITE "write" 0;
    /// It only reads data.
    READONLY "readonly" 1;
    /// It is refused while the server is out of memory.
    DENYOOM "denyoom" 2;
    /// It is for administrators.
    ADMIN "admin" 3;
    /// It is about messages.
    PUBSUB "pubsub" 4;
    /// Scripts may not call it.
    NOSCRIPT "noscript" 5;
    /// It may wait.
    BLOCKING "blocking" 6;
    /// It runs while the server loads its data.
    LOADING "loading" 7;
    /// It runs on a replica that has lost its primary.
    STALE "stale" 8;
    /// MONITOR does not show it.
    SKIP_MONITOR "skip_monitor" 9;
    /// The slow log does not hold it.
    SKIP_SLOWLOG "skip_slowlog" 10;
    /// It runs on a cluster node that is importing the slot.
    ASKING "asking" 11;
    /// It takes constant or logarithmic time.
    FAST "fast" 12;
    /// It runs before authentication.
    NO_AUTH "no_auth" 13;
    /// It may reach replicas though it changes no data.
    MAY_REPLICATE "may_replicate" 14;
    /// It may be called without any key.
    NO_MANDATORY_KEYS "no_mandatory_keys" 15;
    /// It does not run while a replica loads data on the side.
    NO_ASYNC_LOADING "no_async_loading" 16;
    /// It may not stand in a transaction.
    NO_MULTI "no_multi" 17;
    /// Where its keys stand depends on its arguments.
    MOVABLEKEYS "movablekeys" 18;
    /// It runs while a script keeps the server busy.
    ALLOW_BUSY "allow_busy" 19;
    /// A module brings it.
    MODULE "module" 20;
}

impl Flags {
    pub(super) const fn of(flags: &[Self]) -> Self {
        let (mut bits, mut index) = (0, 0);
        while index < flags.len() {
            bits |= flags[index].0;
            index += 1;
        }
        Self(bits)
    }

    /// Whether all of these are among them.
    #[inline]
    #[must_use]
    pub const fn contains(self, flags: Self) -> bool {
        self.0 & flags.0 == flags.0
    }
}

impl fmt::Debug for Flags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.words()).finish()
    }
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
    /// A number with a fraction, which RESP2 says as a string.
    pub const DOUBLE: Self = Self::of(&[Kind::Double, Kind::Integer, Kind::BulkString]);
    /// A number of any size.
    pub const BIG_NUMBER: Self = Self::of(&[Kind::BigNumber, Kind::Integer]);
    /// Nothing.
    pub const NULL: Self = Self::of(&[Kind::Null]);

    pub(super) const fn of(kinds: &[Kind]) -> Self {
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
    /// One that its caller holds alone: it leaves state behind, or is about what
    /// its caller sent before.
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
        words: 0,
        arity: -1,
        lane: Some(Lane::Shared),
        effect: Effect::Writes,
        wait: Wait::Never,
        flags: Flags(0),
        resp2: Kinds::ANY,
        resp3: Kinds::ANY,
        keys: &[],
        group: "",
        since: "",
    };

    /// Of a command or subcommand, in any case, such as `get` or `CONFIG GET`.
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        lookup(name.as_bytes())
    }

    /// Of every command that is known, in the order of their names.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        ALL.into_iter()
    }

    /// The name in upper case, of a subcommand with that of its command;
    /// `command` if it is not known.
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

    /// How many words the name has; 0 if it is not known.
    #[inline]
    #[must_use]
    pub const fn word_count(&self) -> usize {
        self.words as usize
    }

    /// How many words a call has, those of the name among them; at least as many
    /// if it is negative.
    #[must_use]
    pub const fn arity(&self) -> i8 {
        self.arity
    }

    /// How many arguments it takes at the least.
    #[inline]
    #[must_use]
    pub const fn min_args(&self) -> usize {
        // A name that is not known has a word all the same.
        self.arity.unsigned_abs().saturating_sub(if self.words == 0 { 1 } else { self.words }) as usize
    }

    /// What the server says about it.
    #[must_use]
    pub const fn flags(&self) -> Flags {
        self.flags
    }

    /// Where its keys stand.
    #[must_use]
    pub const fn key_specs(&self) -> &'static [KeySpec] {
        self.keys
    }

    /// The group of the servers' documentation, such as `sorted-set`.
    #[must_use]
    pub const fn group(&self) -> &'static str {
        self.group
    }

    /// The version of the server that brought it; of others than Redis with
    /// their name.
    #[must_use]
    pub const fn since(&self) -> &'static str {
        self.since
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

    /// Whether it leaves the same behind if it runs twice in a row. Between the
    /// two somebody else may have changed something.
    #[must_use]
    pub const fn is_idempotent(&self) -> bool {
        !matches!(self.effect, Effect::Writes)
    }

    /// What a reply to it can be in either version, outside of a transaction.
    #[inline]
    #[must_use]
    pub const fn replies(&self) -> Kinds {
        self.resp2.or(self.resp3)
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

/// The kinds that the table's words stand for. Servers and proxies differ in
/// small ways, so a kind stands for its like too.
macro_rules! kinds {
    ($($word:ident)*) => { Kinds::of(&[])$(.or(kinds!(@ $word)))* };
    (@ ANY) => { Kinds::ANY };
    (@ STATUS) => { Kinds::STATUS };
    (@ BULK) => { Kinds::STRING };
    (@ VERBATIM) => { Kinds::STRING };
    (@ INTEGER) => { Kinds::INTEGER };
    (@ NULL) => { Kinds::NULL };
    (@ ARRAY) => { Kinds::LIST };
    (@ SET) => { Kinds::LIST };
    (@ MAP) => { Kinds::PAIRS };
    (@ DOUBLE) => { Kinds::DOUBLE };
    (@ BOOLEAN) => { Kinds::TRUTH };
    (@ BIG_NUMBER) => { Kinds::BIG_NUMBER };
}

/// A table of metadata: a constant for each row, and all of them by name.
macro_rules! table {
    ($($constant:ident $name:literal $head:literal $words:literal $arity:literal
        [$($flag:ident)*] [$($key:expr),*] $lane:ident $effect:ident
        ($($kind2:ident)*) ($($kind3:ident)*) $wait:ident $group:literal $since:literal;)*) => {
        $(
            pub(crate) static $constant: Meta = Meta {
                name: $name,
                head: $head,
                words: $words,
                arity: $arity,
                lane: lane!($lane),
                effect: Effect::$effect,
                wait: Wait::$wait,
                flags: Flags::of(&[$(Flags::$flag),*]),
                resp2: kinds!($($kind2)*),
                resp3: kinds!($($kind3)*),
                keys: &[$($key),*],
                group: $group,
                since: $since,
            };
        )*

        /// In the order of the names' bytes, which the look-up relies on.
        pub(super) static ALL: [&Meta; [$($name),*].len()] = [$(&$constant),*];

        /// How the names begin, in the same order.
        pub(super) static PREFIXES: [u64; ALL.len()] = [$(prefix($name.as_bytes())),*];
    };
}

pub(super) use {kinds, lane, table};

/// More bytes than any name has.
const LONGEST: usize = 40;

/// The row of a name in any case.
pub(crate) fn lookup(name: &[u8]) -> Option<&'static Meta> {
    lookup_parts(&[name])
}

/// The row of a subcommand, both in any case.
pub(crate) fn lookup_sub(container: &Meta, name: &[u8]) -> Option<&'static Meta> {
    lookup_parts(&[container.name.as_bytes(), b" ", name])
}

/// The row whose name is these parts one after the other.
fn lookup_parts(parts: &[&[u8]]) -> Option<&'static Meta> {
    let (mut name, mut len) = ([0; LONGEST], 0);
    for part in parts {
        name.get_mut(len..len + part.len())?.copy_from_slice(part);
        len += part.len();
    }
    let name = &mut name[..len];
    name.make_ascii_uppercase();
    let start = PREFIXES.partition_point(|&before| before < prefix(name));
    let alike = ALL[start..].iter().zip(&PREFIXES[start..]).take_while(|(_, start)| **start == prefix(name));
    alike.map(|(meta, _)| *meta).find(|meta| meta.name.as_bytes() == name)
}

/// The first eight bytes of a name, in their order.
pub(super) const fn prefix(name: &[u8]) -> u64 {
    let (mut prefix, mut index) = (0, 0);
    while index < 8 {
        let byte = if index < name.len() { name[index] } else { 0 };
        prefix = prefix << 8 | byte as u64;
        index += 1;
    }
    prefix
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoder::Encoder;
    use alloc::vec::Vec;

    #[test]
    fn rows_are_in_order_and_heads_spell_names() {
        let all: Vec<_> = Meta::all().collect();
        assert!(all.windows(2).all(|pair| pair[0].name < pair[1].name));
        for meta in all {
            let mut head = Vec::new();
            let mut encoder = Encoder::new(&mut head);
            meta.name.split(' ').for_each(|word| encoder.bulk_string(word).unwrap());
            assert_eq!(meta.head, head, "{}", meta.name);
            assert_eq!(meta.word_count(), meta.name.split(' ').count());
            assert!(meta.name.len() < LONGEST);
            assert_eq!(lookup(meta.name.to_ascii_lowercase().as_bytes()), Some(meta));
        }
        assert_eq!(lookup(b"NOSUCHCOMMAND"), None);
        assert_eq!(lookup(b""), None);
        assert_eq!(lookup(&[b'A'; 1000]), None);
        assert_eq!(lookup_sub(Meta::of("CONFIG").unwrap(), b"get"), Meta::of("CONFIG GET"));
        assert_eq!(lookup_sub(Meta::of("CONFIG").unwrap(), b"gets"), None);
    }

    #[test]
    fn what_is_not_told_by_the_name_alone_is_assumed_the_worse_way() {
        let meta = |name| Meta::of(name).unwrap();
        // CLIENT KILL with an address alone is answered OK, with filters a number.
        assert!(meta("CLIENT KILL").replies().contains(Kind::SimpleString));
        // Dragonfly answers with a double what others answer with text.
        for name in ["INCRBYFLOAT", "HINCRBYFLOAT"] {
            assert!(meta(name).replies().contains(Kind::Double));
        }
        for meta in Meta::all().filter(|meta| meta.lane().is_none() && meta.wait() == Wait::Never) {
            let runs_alone = meta.name() == "COMMAND";
            assert_eq!(meta.is_read_only(), runs_alone, "{}: a subcommand to come may write", meta.name());
        }
    }

    #[test]
    fn how_many_arguments_are_needed() {
        let needed = |name| Meta::of(name).unwrap().min_args();
        assert_eq!(["PING", "GET", "SET", "CONFIG", "CONFIG SET"].map(needed), [0, 1, 2, 1, 2]);
        assert_eq!(Meta::UNKNOWN.min_args(), 0);
    }
}
