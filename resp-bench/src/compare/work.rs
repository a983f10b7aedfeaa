//! What a task does again and again.

use serde::Serialize;

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Work {
    /// GET.
    Get(Size),
    /// SET to the value that the key has.
    Set(Size),
    /// INCR of one key by all tasks.
    Incr,
    /// HSET of the one field of a hash to the value that it has.
    Hset(Size),
    /// LPUSH to one list by all tasks, which somebody else trims.
    Lpush(Size),
    /// MGET of 100 keys of 64 bytes.
    Mget,
    /// LRANGE of all elements of a list.
    List,
    /// HGETALL of 10 fields into a map of the client's usual byte strings.
    SmallMap,
    /// HGETALL of 1,000 fields into a map of the client's usual byte strings.
    Map,
    /// The same into a `HashMap<String, String>`.
    MapOfStrings,
    /// The same into the client's type for any reply.
    Value,
    /// A pipeline of so many GETs.
    Gets(usize),
    /// A pipeline of so many SETs.
    Sets(usize),
    /// A pipeline of 1,000 HGETALLs into maps of the client's usual byte strings.
    Maps,
    /// A pipeline of 1,000 HGETALLs into maps of strings.
    MapsOfStrings,
    /// 1,000 GETs at once, by a task each.
    Burst(Client),
    /// GET, of which one in a hundred is of 1 MiB.
    Mixed,
}

/// Bytes of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Size {
    /// 64 B.
    Small,
    /// 1 KiB.
    Middle,
    /// 64 KiB.
    Large,
}

/// What a burst finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Client {
    /// None: it is made, and connects, for each burst.
    Cold,
    /// One that has connected.
    Warm,
}

/// GETs of a burst.
pub(super) const BURST: usize = 1000;
/// One GET in how many is of the large value where sizes are mixed.
pub(super) const RARE: usize = 100;

impl Work {
    /// What is counted.
    pub(super) const fn operation(self) -> &'static str {
        match self {
            Self::Burst(_) => "burst of 1,000",
            _ => "command",
        }
    }

    /// Commands that are sent at once and awaited together, where it is a pipeline.
    pub(super) const fn batch(self) -> Option<usize> {
        match self {
            Self::Gets(count) | Self::Sets(count) => Some(count),
            Self::Maps | Self::MapsOfStrings => Some(1000),
            _ => None,
        }
    }
}

impl Size {
    pub(super) const ALL: [Self; 3] = [Self::Small, Self::Middle, Self::Large];

    /// In bytes.
    pub(super) const fn bytes(self) -> usize {
        match self {
            Self::Small => 64,
            Self::Middle => 1 << 10,
            Self::Large => 64 << 10,
        }
    }

    /// In words.
    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Small => "64 bytes",
            Self::Middle => "1 KiB",
            Self::Large => "64 KiB",
        }
    }
}
