// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Filters and sketches: what was seen, how often, and how large, in little memory and
//! with a known error.

use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use std::vec::Vec;

/// Adds an item to a Bloom filter, which is made if there is none: whether it is new.
///
/// `false` may be wrong at the filter's error rate; `true` never is.
///
/// `BF.ADD`, since RedisBloom 1.0.0. Complexity: O(K) for K hash functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_add("seen", "ada");
/// // BF.ADD seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn bf_add(key: impl ToArg, item: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::BF_ADD, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// How many different items were added to a Bloom filter; 0 if there is no such key.
///
/// `BF.CARD`, since RedisBloom 2.4.4. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_card("seen");
/// // BF.CARD seen
/// # let _ = command;
/// ```
#[inline]
pub fn bf_card(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::BF_CARD, [key.to_arg().as_bytes()]))
}

/// Whether an item was added to a Bloom filter.
///
/// `true` may be wrong at the filter's error rate; `false` never is.
///
/// `BF.EXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for K hash functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_exists("seen", "ada");
/// // BF.EXISTS seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn bf_exists(key: impl ToArg, item: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::BF_EXISTS, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// The options of [`bf_info`].
#[derive(Debug)]
pub struct BfInfo<Value = Free>(PhantomData<(Value,)>);

impl<Value> Shareable for BfInfo<Value> {}
impl<Value> Queueable for BfInfo<Value> {}

/// What a Bloom filter is like and what it takes.
///
/// `BF.INFO`, since RedisBloom 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_info("seen");
/// // BF.INFO seen
/// # let _ = command;
/// ```
#[inline]
pub fn bf_info(key: impl ToArg) -> Command<BloomInfo, BfInfo> {
    Command::new(Wire::of(&metas::BF_INFO, [key.to_arg().as_bytes()]))
}

impl<X> Command<BloomInfo, BfInfo<Free>, X> {
    /// Only how many items fit in before the filter must grow.
    #[inline]
    pub fn capacity(self) -> Command<SingleValue<u64>, BfInfo<Used>, X> {
        self.with(|wire| {
            wire.push(b"CAPACITY");
        })
        .retyped()
    }

    /// Only the bytes it takes.
    #[inline]
    pub fn size(self) -> Command<SingleValue<u64>, BfInfo<Used>, X> {
        self.with(|wire| {
            wire.push(b"SIZE");
        })
        .retyped()
    }

    /// Only the number of its sub-filters.
    #[inline]
    pub fn filters(self) -> Command<SingleValue<u64>, BfInfo<Used>, X> {
        self.with(|wire| {
            wire.push(b"FILTERS");
        })
        .retyped()
    }

    /// Only the number of different items added.
    #[inline]
    pub fn items(self) -> Command<SingleValue<u64>, BfInfo<Used>, X> {
        self.with(|wire| {
            wire.push(b"ITEMS");
        })
        .retyped()
    }

    /// Only by which factor each next sub-filter is larger; `None` if it does not grow.
    #[inline]
    pub fn expansion(self) -> Command<SingleValue<Option<u64>>, BfInfo<Used>, X> {
        self.with(|wire| {
            wire.push(b"EXPANSION");
        })
        .retyped()
    }
}

/// The options of [`bf_insert`].
#[derive(Debug)]
pub struct BfInsert<Capacity = Free, Rate = Free, Growth = Free>(PhantomData<(Capacity, Rate, Growth)>);

impl<Capacity, Rate, Growth> Shareable for BfInsert<Capacity, Rate, Growth> {}
impl<Capacity, Rate, Growth> Queueable for BfInsert<Capacity, Rate, Growth> {}

/// Adds items to a Bloom filter, which is made as the options say if there is none: what
/// came of each.
///
/// Options for a new filter change nothing in one that is there.
///
/// `BF.INSERT`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K hash functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_insert("seen", ["ada", "bob"]);
/// // BF.INSERT seen ITEMS ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn bf_insert(key: impl ToArg, items: impl ToArgs) -> Command<Vec<FilterInsert>, BfInsert> {
    let mut wire = Wire::of(&metas::BF_INSERT, [key.to_arg().as_bytes(), b"ITEMS"]);
    wire.push_args(&items);
    Command::new(wire)
}

impl<R, Rate, Growth, X> Command<R, BfInsert<Free, Rate, Growth>, X> {
    /// How many items a new filter has room for before it grows.
    #[inline]
    pub fn capacity(self, items: u64) -> Command<R, BfInsert<Used, Rate, Growth>, X> {
        self.with_at(1, |wire| {
            wire.push(b"CAPACITY");
            wire.push(items.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, Capacity, Growth, X> Command<R, BfInsert<Capacity, Free, Growth>, X> {
    /// How often a new filter may wrongly know an item, between 0 and 1.
    #[inline]
    pub fn error(self, rate: f64) -> Command<R, BfInsert<Capacity, Used, Growth>, X> {
        self.with_at(1, |wire| {
            wire.push(b"ERROR");
            wire.push(rate.to_arg().as_bytes());
        })
        .retyped()
    }
}

impl<R, Capacity, Rate, X> Command<R, BfInsert<Capacity, Rate, Free>, X> {
    /// By which factor each next sub-filter of a new filter is larger.
    #[inline]
    pub fn expansion(self, factor: u64) -> Command<R, BfInsert<Capacity, Rate, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"EXPANSION");
            wire.push(factor.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Makes a new filter one that does not grow: once full it takes no item.
    #[inline]
    pub fn non_scaling(self) -> Command<R, BfInsert<Capacity, Rate, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"NONSCALING");
        })
        .retyped()
    }
}

impl<R, Growth, X> Command<R, BfInsert<Free, Free, Growth>, X> {
    /// Makes no filter: that there is none is an error.
    #[inline]
    pub fn no_create(self) -> Command<R, BfInsert<Used, Used, Growth>, X> {
        self.with_at(1, |wire| {
            wire.push(b"NOCREATE");
        })
        .retyped()
    }
}

/// Puts a part of a Bloom filter that `bf_scandump` gave in place.
///
/// Chunks go in the order they came, each with the iterator that came with it; the first
/// one makes the filter.
///
/// `BF.LOADCHUNK`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_loadchunk("copy", 1, "data");
/// // BF.LOADCHUNK copy 1 data
/// # let _ = command;
/// ```
#[inline]
pub fn bf_loadchunk(key: impl ToArg, iterator: i64, data: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::BF_LOADCHUNK,
        [key.to_arg().as_bytes(), iterator.to_arg().as_bytes(), data.to_arg().as_bytes()],
    ))
}

/// Adds items to a Bloom filter, which is made if there is none: what came of each.
///
/// `BF.MADD`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K hash functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_madd("seen", ["ada", "bob"]);
/// // BF.MADD seen ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn bf_madd(key: impl ToArg, items: impl ToArgs) -> Command<Vec<FilterInsert>> {
    let mut wire = Wire::of(&metas::BF_MADD, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// Whether each of these items was added to a Bloom filter.
///
/// `true` may be wrong at the filter's error rate; `false` never is.
///
/// `BF.MEXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K hash
/// functions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_mexists("seen", ["ada", "bob"]);
/// // BF.MEXISTS seen ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn bf_mexists(key: impl ToArg, items: impl ToArgs) -> Command<Vec<bool>> {
    let mut wire = Wire::of(&metas::BF_MEXISTS, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// The options of [`bf_reserve`].
#[derive(Debug)]
pub struct BfReserve<Growth = Free>(PhantomData<(Growth,)>);

impl<Growth> Shareable for BfReserve<Growth> {}
impl<Growth> Queueable for BfReserve<Growth> {}

/// Makes an empty Bloom filter for so many items, that wrongly knows one as often as
/// `error_rate` says, between 0 and 1.
///
/// It is an error if the key exists.
///
/// `BF.RESERVE`, since RedisBloom 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_reserve("seen", 0.001, 10_000);
/// // BF.RESERVE seen 0.001 10000
/// # let _ = command;
/// ```
#[inline]
pub fn bf_reserve(key: impl ToArg, error_rate: f64, capacity: u64) -> Command<(), BfReserve> {
    Command::new(Wire::of(
        &metas::BF_RESERVE,
        [key.to_arg().as_bytes(), error_rate.to_arg().as_bytes(), capacity.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, BfReserve<Free>, X> {
    /// By which factor each next sub-filter is larger. Default: 2.
    #[inline]
    pub fn expansion(self, factor: u64) -> Command<R, BfReserve<Used>, X> {
        self.with(|wire| {
            wire.push(b"EXPANSION");
            wire.push(factor.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Has it not grow: once full it takes no item.
    #[inline]
    pub fn non_scaling(self) -> Command<R, BfReserve<Used>, X> {
        self.with(|wire| {
            wire.push(b"NONSCALING");
        })
        .retyped()
    }
}

/// The next part of a Bloom filter, to be put elsewhere by `bf_loadchunk`.
///
/// Begin with 0 and go on with the iterator of each chunk until it is 0.
///
/// `BF.SCANDUMP`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = bf_scandump("seen", 0);
/// // BF.SCANDUMP seen 0
/// # let _ = command;
/// ```
#[inline]
pub fn bf_scandump(key: impl ToArg, iterator: i64) -> Command<FilterChunk> {
    Command::new(Wire::of(&metas::BF_SCANDUMP, [key.to_arg().as_bytes(), iterator.to_arg().as_bytes()]))
}

/// Adds an item to a cuckoo filter, which is made if there is none, once more if it is
/// there.
///
/// It is an error if the filter is full; the reply is always `true`.
///
/// `CF.ADD`, since RedisBloom 1.0.0. Complexity: O(K + I) for K sub-filters, I swaps at
/// most.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_add("seen", "ada");
/// // CF.ADD seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn cf_add(key: impl ToArg, item: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::CF_ADD, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// Adds an item to a cuckoo filter, which is made if there is none, unless it seems to be
/// there: whether it was added.
///
/// An item that is not there may wrongly seem to be.
///
/// `CF.ADDNX`, since RedisBloom 1.0.0. Complexity: O(K + I) for K sub-filters, I swaps at
/// most.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_addnx("seen", "ada");
/// // CF.ADDNX seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn cf_addnx(key: impl ToArg, item: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::CF_ADDNX, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// How often an item was added to a cuckoo filter, at the most.
///
/// `CF.COUNT`, since RedisBloom 1.0.0. Complexity: O(K) for K sub-filters.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_count("seen", "ada");
/// // CF.COUNT seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn cf_count(key: impl ToArg, item: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::CF_COUNT, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// Takes an item out of a cuckoo filter once: whether it was there.
///
/// Only delete what was added: deleting another item may take out one that shares its
/// fingerprint.
///
/// `CF.DEL`, since RedisBloom 1.0.0. Complexity: O(K) for K sub-filters.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_del("seen", "ada");
/// // CF.DEL seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn cf_del(key: impl ToArg, item: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::CF_DEL, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// Whether an item is in a cuckoo filter.
///
/// `true` may be wrong; `false` never is, if only items were deleted that had been added.
///
/// `CF.EXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for K sub-filters.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_exists("seen", "ada");
/// // CF.EXISTS seen ada
/// # let _ = command;
/// ```
#[inline]
pub fn cf_exists(key: impl ToArg, item: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::CF_EXISTS, [key.to_arg().as_bytes(), item.to_arg().as_bytes()]))
}

/// What a cuckoo filter is like and what it takes.
///
/// `CF.INFO`, since RedisBloom 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_info("seen");
/// // CF.INFO seen
/// # let _ = command;
/// ```
#[inline]
pub fn cf_info(key: impl ToArg) -> Command<CuckooInfo> {
    Command::new(Wire::of(&metas::CF_INFO, [key.to_arg().as_bytes()]))
}

/// The options of [`cf_insert`].
#[derive(Debug)]
pub struct CfInsert<Making = Free>(PhantomData<(Making,)>);

impl<Making> Shareable for CfInsert<Making> {}
impl<Making> Queueable for CfInsert<Making> {}

/// Adds items to a cuckoo filter, which is made if there is none, once more if they are
/// there: what came of each.
///
/// `CF.INSERT`, since RedisBloom 1.0.0. Complexity: O(K + I) for each item, K
/// sub-filters, I swaps at most.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_insert("seen", ["ada", "bob"]);
/// // CF.INSERT seen ITEMS ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn cf_insert(key: impl ToArg, items: impl ToArgs) -> Command<Vec<FilterInsert>, CfInsert> {
    let mut wire = Wire::of(&metas::CF_INSERT, [key.to_arg().as_bytes(), b"ITEMS"]);
    wire.push_args(&items);
    Command::new(wire)
}

impl<R, X> Command<R, CfInsert<Free>, X> {
    /// How many items a new filter has room for.
    #[inline]
    pub fn capacity(self, items: u64) -> Command<R, CfInsert<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"CAPACITY");
            wire.push(items.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Makes no filter: that there is none is an error.
    #[inline]
    pub fn no_create(self) -> Command<R, CfInsert<Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"NOCREATE");
        })
        .retyped()
    }
}

/// Adds items to a cuckoo filter, which is made if there is none, but those that seem to
/// be there: what came of each.
///
/// `CF.INSERTNX`, since RedisBloom 1.0.0. Complexity: O(K + I) for each item, K
/// sub-filters, I swaps at most.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_insertnx("seen", ["ada", "bob"]);
/// // CF.INSERTNX seen ITEMS ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn cf_insertnx(key: impl ToArg, items: impl ToArgs) -> Command<Vec<FilterInsert>, CfInsert> {
    let mut wire = Wire::of(&metas::CF_INSERTNX, [key.to_arg().as_bytes(), b"ITEMS"]);
    wire.push_args(&items);
    Command::new(wire)
}

/// Puts a part of a cuckoo filter that `cf_scandump` gave in place.
///
/// Chunks go in the order they came, each with the iterator that came with it; the first
/// one makes the filter.
///
/// `CF.LOADCHUNK`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_loadchunk("copy", 1, "data");
/// // CF.LOADCHUNK copy 1 data
/// # let _ = command;
/// ```
#[inline]
pub fn cf_loadchunk(key: impl ToArg, iterator: i64, data: impl ToArg) -> Command<()> {
    Command::new(Wire::of(
        &metas::CF_LOADCHUNK,
        [key.to_arg().as_bytes(), iterator.to_arg().as_bytes(), data.to_arg().as_bytes()],
    ))
}

/// Whether each of these items is in a cuckoo filter.
///
/// `true` may be wrong; `false` never is, if only items were deleted that had been added.
///
/// `CF.MEXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K sub-filters.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_mexists("seen", ["ada", "bob"]);
/// // CF.MEXISTS seen ada bob
/// # let _ = command;
/// ```
#[inline]
pub fn cf_mexists(key: impl ToArg, items: impl ToArgs) -> Command<Vec<bool>> {
    let mut wire = Wire::of(&metas::CF_MEXISTS, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// The options of [`cf_reserve`].
#[derive(Debug)]
pub struct CfReserve;

impl Shareable for CfReserve {}
impl Queueable for CfReserve {}

/// Makes an empty cuckoo filter for so many items.
///
/// It is an error if the key exists.
///
/// `CF.RESERVE`, since RedisBloom 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_reserve("seen", 1000);
/// // CF.RESERVE seen 1000
/// # let _ = command;
/// ```
#[inline]
pub fn cf_reserve(key: impl ToArg, capacity: u64) -> Command<(), CfReserve> {
    Command::new(Wire::of(&metas::CF_RESERVE, [key.to_arg().as_bytes(), capacity.to_arg().as_bytes()]))
}

impl<R, X> Command<R, CfReserve, X> {
    /// How many items share a bucket, 1 to 255: more use the room better and are wrong more
    /// often.
    #[inline]
    pub fn bucket_size(self, items: u64) -> Self {
        self.with(|wire| {
            wire.push(b"BUCKETSIZE");
            wire.push(items.to_arg().as_bytes());
        })
    }

    /// How many items may be moved to make room for one before the filter counts as full or
    /// grows.
    #[inline]
    pub fn max_iterations(self, swaps: u64) -> Self {
        self.with(|wire| {
            wire.push(b"MAXITERATIONS");
            wire.push(swaps.to_arg().as_bytes());
        })
    }

    /// By which factor each next sub-filter is larger; with 0 it does not grow.
    #[inline]
    pub fn expansion(self, factor: u64) -> Self {
        self.with(|wire| {
            wire.push(b"EXPANSION");
            wire.push(factor.to_arg().as_bytes());
        })
    }
}

/// The next part of a cuckoo filter, to be put elsewhere by `cf_loadchunk`.
///
/// Begin with 0 and go on with the iterator of each chunk until it is 0.
///
/// `CF.SCANDUMP`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cf_scandump("seen", 0);
/// // CF.SCANDUMP seen 0
/// # let _ = command;
/// ```
#[inline]
pub fn cf_scandump(key: impl ToArg, iterator: i64) -> Command<FilterChunk> {
    Command::new(Wire::of(&metas::CF_SCANDUMP, [key.to_arg().as_bytes(), iterator.to_arg().as_bytes()]))
}

/// Counts items up in a count-min sketch by so much each: their counts then.
///
/// A count is never too low and may be too high.
///
/// `CMS.INCRBY`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cms_incrby("views", [("home", 3), ("about", 1)]);
/// // CMS.INCRBY views home 3 about 1
/// # let _ = command;
/// ```
#[inline]
pub fn cms_incrby(key: impl ToArg, items: impl ToPairs) -> Command<Vec<u64>> {
    let mut wire = Wire::of(&metas::CMS_INCRBY, [key.to_arg().as_bytes()]);
    wire.push_pairs(&items);
    Command::new(wire)
}

/// The size of a count-min sketch and what it has counted in all.
///
/// `CMS.INFO`, since RedisBloom 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cms_info("views");
/// // CMS.INFO views
/// # let _ = command;
/// ```
#[inline]
pub fn cms_info(key: impl ToArg) -> Command<CountMinInfo> {
    Command::new(Wire::of(&metas::CMS_INFO, [key.to_arg().as_bytes()]))
}

/// Makes a count-min sketch of `width` counters in each of `depth` rows.
///
/// Wider is more exact, deeper is inexact less often. It is an error if the key exists.
///
/// `CMS.INITBYDIM`, since RedisBloom 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cms_initbydim("views", 2000, 5);
/// // CMS.INITBYDIM views 2000 5
/// # let _ = command;
/// ```
#[inline]
pub fn cms_initbydim(key: impl ToArg, width: u64, depth: u64) -> Command<()> {
    Command::new(Wire::of(
        &metas::CMS_INITBYDIM,
        [key.to_arg().as_bytes(), width.to_arg().as_bytes(), depth.to_arg().as_bytes()],
    ))
}

/// Makes a count-min sketch whose counts are too high by no more than `error` of all that
/// is counted, except with `probability`, both between 0 and 1.
///
/// It is an error if the key exists.
///
/// `CMS.INITBYPROB`, since RedisBloom 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cms_initbyprob("views", 0.001, 0.01);
/// // CMS.INITBYPROB views 0.001 0.01
/// # let _ = command;
/// ```
#[inline]
pub fn cms_initbyprob(key: impl ToArg, error: f64, probability: f64) -> Command<()> {
    Command::new(Wire::of(
        &metas::CMS_INITBYPROB,
        [key.to_arg().as_bytes(), error.to_arg().as_bytes(), probability.to_arg().as_bytes()],
    ))
}

/// The options of [`cms_merge`].
#[derive(Debug)]
pub struct CmsMerge;

impl Shareable for CmsMerge {}
impl Queueable for CmsMerge {}

/// Sets a count-min sketch to the sum of others, all of the same width and depth.
///
/// The sketch that is set must exist.
///
/// `CMS.MERGE`, since RedisBloom 2.0.0. Complexity: O(N) for N sketches.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cms_merge("all", ["a", "b"]);
/// // CMS.MERGE all 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn cms_merge(destination: impl ToArg, sources: impl ToArgs) -> Command<(), CmsMerge> {
    let mut wire = Wire::of(&metas::CMS_MERGE, [destination.to_arg().as_bytes()]);
    wire.push_counted(&sources);
    Command::new(wire)
}

impl<R, X> Command<R, CmsMerge, X> {
    /// What to multiply the counts of each of the others by.
    #[inline]
    pub fn weights(self, weights: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"WEIGHTS");
            wire.push_args(&weights);
        })
    }
}

/// The counts of items in a count-min sketch.
///
/// A count is never too low and may be too high.
///
/// `CMS.QUERY`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = cms_query("views", ["home", "about"]);
/// // CMS.QUERY views home about
/// # let _ = command;
/// ```
#[inline]
pub fn cms_query(key: impl ToArg, items: impl ToArgs) -> Command<Vec<u64>> {
    let mut wire = Wire::of(&metas::CMS_QUERY, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// Adds observations to a t-digest.
///
/// `TDIGEST.ADD`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_add("delays", [1.5, 2.0]);
/// // TDIGEST.ADD delays 1.5 2
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_add(key: impl ToArg, values: impl ToArgs) -> Command<()> {
    let mut wire = Wire::of(&metas::TDIGEST_ADD, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// About which value has each of these ranks in a t-digest, the smallest one being 0.
///
/// Infinite for a rank that is not below the number of observations, not a number if
/// there is none.
///
/// `TDIGEST.BYRANK`, since RedisBloom 2.4.0. Complexity: O(N) for N ranks.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_byrank("delays", [0, 1]);
/// // TDIGEST.BYRANK delays 0 1
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_byrank(key: impl ToArg, ranks: impl ToArgs) -> Command<Vec<f64>> {
    let mut wire = Wire::of(&metas::TDIGEST_BYRANK, [key.to_arg().as_bytes()]);
    wire.push_args(&ranks);
    Command::new(wire)
}

/// About which value has each of these ranks in a t-digest, the largest one being 0.
///
/// Minus infinity for a rank that is not below the number of observations, not a number
/// if there is none.
///
/// `TDIGEST.BYREVRANK`, since RedisBloom 2.4.0. Complexity: O(N) for N ranks.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_byrevrank("delays", [0, 1]);
/// // TDIGEST.BYREVRANK delays 0 1
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_byrevrank(key: impl ToArg, ranks: impl ToArgs) -> Command<Vec<f64>> {
    let mut wire = Wire::of(&metas::TDIGEST_BYREVRANK, [key.to_arg().as_bytes()]);
    wire.push_args(&ranks);
    Command::new(wire)
}

/// About which part of the observations of a t-digest is below each of these values,
/// those equal to it counted half.
///
/// Between 0 and 1, or not a number if there is no observation.
///
/// `TDIGEST.CDF`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_cdf("delays", [0.0, 9.5]);
/// // TDIGEST.CDF delays 0 9.5
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_cdf(key: impl ToArg, values: impl ToArgs) -> Command<Vec<f64>> {
    let mut wire = Wire::of(&metas::TDIGEST_CDF, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// The options of [`tdigest_create`].
#[derive(Debug)]
pub struct TdigestCreate;

impl Shareable for TdigestCreate {}
impl Queueable for TdigestCreate {}

/// Makes an empty t-digest.
///
/// It is an error if the key exists.
///
/// `TDIGEST.CREATE`, since RedisBloom 2.4.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_create("delays");
/// // TDIGEST.CREATE delays
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_create(key: impl ToArg) -> Command<(), TdigestCreate> {
    Command::new(Wire::of(&metas::TDIGEST_CREATE, [key.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TdigestCreate, X> {
    /// How much it keeps: more is more exact and takes more memory. Default: 100.
    #[inline]
    pub fn compression(self, compression: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COMPRESSION");
            wire.push(compression.to_arg().as_bytes());
        })
    }
}

/// What a t-digest holds and takes.
///
/// `TDIGEST.INFO`, since RedisBloom 2.4.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_info("delays");
/// // TDIGEST.INFO delays
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_info(key: impl ToArg) -> Command<TDigestInfo> {
    Command::new(Wire::of(&metas::TDIGEST_INFO, [key.to_arg().as_bytes()]))
}

/// The largest observation of a t-digest; not a number if there is none.
///
/// `TDIGEST.MAX`, since RedisBloom 2.4.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_max("delays");
/// // TDIGEST.MAX delays
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_max(key: impl ToArg) -> Command<f64> {
    Command::new(Wire::of(&metas::TDIGEST_MAX, [key.to_arg().as_bytes()]))
}

/// The options of [`tdigest_merge`].
#[derive(Debug)]
pub struct TdigestMerge;

impl Shareable for TdigestMerge {}
impl Queueable for TdigestMerge {}

/// Adds what t-digests have observed to another, which is made if there is none.
///
/// `TDIGEST.MERGE`, since RedisBloom 2.4.0. Complexity: O(N * K) for N centroids, K
/// sketches.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_merge("all", ["a", "b"]);
/// // TDIGEST.MERGE all 2 a b
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_merge(destination: impl ToArg, sources: impl ToArgs) -> Command<(), TdigestMerge> {
    let mut wire = Wire::of(&metas::TDIGEST_MERGE, [destination.to_arg().as_bytes()]);
    wire.push_counted(&sources);
    Command::new(wire)
}

impl<R, X> Command<R, TdigestMerge, X> {
    /// The compression of the result; else it is the largest of the others' or, if it exists,
    /// its own.
    #[inline]
    pub fn compression(self, compression: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COMPRESSION");
            wire.push(compression.to_arg().as_bytes());
        })
    }

    /// Forgets what the result has observed before.
    #[inline]
    pub fn overwrite(self) -> Self {
        self.with(|wire| {
            wire.push(b"OVERRIDE");
        })
    }
}

/// The smallest observation of a t-digest; not a number if there is none.
///
/// `TDIGEST.MIN`, since RedisBloom 2.4.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_min("delays");
/// // TDIGEST.MIN delays
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_min(key: impl ToArg) -> Command<f64> {
    Command::new(Wire::of(&metas::TDIGEST_MIN, [key.to_arg().as_bytes()]))
}

/// About which value each of these fractions of the observations of a t-digest is below.
///
/// Fractions are between 0 and 1, such as 0.99. Not a number if there is no observation.
///
/// `TDIGEST.QUANTILE`, since RedisBloom 2.4.0. Complexity: O(N) for N fractions.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_quantile("delays", [0.0, 1.0]);
/// // TDIGEST.QUANTILE delays 0 1
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_quantile(key: impl ToArg, fractions: impl ToArgs) -> Command<Vec<f64>> {
    let mut wire = Wire::of(&metas::TDIGEST_QUANTILE, [key.to_arg().as_bytes()]);
    wire.push_args(&fractions);
    Command::new(wire)
}

/// About how many observations of a t-digest are below each of these values, those equal
/// to it counted half.
///
/// `TDIGEST.RANK`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_rank("delays", [0.0, 9.5]);
/// // TDIGEST.RANK delays 0 9.5
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_rank(key: impl ToArg, values: impl ToArgs) -> Command<Vec<TDigestRank>> {
    let mut wire = Wire::of(&metas::TDIGEST_RANK, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// Makes a t-digest forget all observations.
///
/// `TDIGEST.RESET`, since RedisBloom 2.4.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_reset("delays");
/// // TDIGEST.RESET delays
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_reset(key: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::TDIGEST_RESET, [key.to_arg().as_bytes()]))
}

/// About how many observations of a t-digest are above each of these values, those equal
/// to it counted half.
///
/// `TDIGEST.REVRANK`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_revrank("delays", [0.0, 9.5]);
/// // TDIGEST.REVRANK delays 0 9.5
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_revrank(key: impl ToArg, values: impl ToArgs) -> Command<Vec<TDigestRank>> {
    let mut wire = Wire::of(&metas::TDIGEST_REVRANK, [key.to_arg().as_bytes()]);
    wire.push_args(&values);
    Command::new(wire)
}

/// About the mean of the observations of a t-digest between two of its quantiles.
///
/// `low` and `high` are between 0 and 1. Not a number if there is no observation.
///
/// `TDIGEST.TRIMMED_MEAN`, since RedisBloom 2.4.0. Complexity: O(N) for N centroids.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = tdigest_trimmed_mean("delays", 0.25, 0.75);
/// // TDIGEST.TRIMMED_MEAN delays 0.25 0.75
/// # let _ = command;
/// ```
#[inline]
pub fn tdigest_trimmed_mean(key: impl ToArg, low: f64, high: f64) -> Command<f64> {
    Command::new(Wire::of(
        &metas::TDIGEST_TRIMMED_MEAN,
        [key.to_arg().as_bytes(), low.to_arg().as_bytes(), high.to_arg().as_bytes()],
    ))
}

/// Counts items in a top-k sketch: for each the item that it put out of the list.
///
/// `TOPK.ADD`, since RedisBloom 2.0.0. Complexity: O(N * K) for N items, K the sketch's
/// depth.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_add("pages", ["home", "about"]);
/// // TOPK.ADD pages home about
/// # let _ = command;
/// ```
#[inline]
pub fn topk_add(key: impl ToArg, items: impl ToArgs) -> Command<Vec<Option<Bytes>>> {
    let mut wire = Wire::of(&metas::TOPK_ADD, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// The counts of items in a top-k sketch.
///
/// Counts of items that are not in the list may be too low. Deprecated since RedisBloom
/// 2.4: `topk_list` with counts says what is known.
///
/// `TOPK.COUNT`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_count("pages", ["home", "about"]);
/// // TOPK.COUNT pages home about
/// # let _ = command;
/// ```
#[inline]
pub fn topk_count(key: impl ToArg, items: impl ToArgs) -> Command<Vec<u64>> {
    let mut wire = Wire::of(&metas::TOPK_COUNT, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// Counts items up in a top-k sketch by so much each: for each the item that it put out
/// of the list.
///
/// `TOPK.INCRBY`, since RedisBloom 2.0.0. Complexity: O(N * K * I) for N items, K the
/// sketch's depth, I the increment.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_incrby("pages", [("home", 3), ("about", 1)]);
/// // TOPK.INCRBY pages home 3 about 1
/// # let _ = command;
/// ```
#[inline]
pub fn topk_incrby(key: impl ToArg, items: impl ToPairs) -> Command<Vec<Option<Bytes>>> {
    let mut wire = Wire::of(&metas::TOPK_INCRBY, [key.to_arg().as_bytes()]);
    wire.push_pairs(&items);
    Command::new(wire)
}

/// The settings of a top-k sketch.
///
/// `TOPK.INFO`, since RedisBloom 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_info("pages");
/// // TOPK.INFO pages
/// # let _ = command;
/// ```
#[inline]
pub fn topk_info(key: impl ToArg) -> Command<TopKInfo> {
    Command::new(Wire::of(&metas::TOPK_INFO, [key.to_arg().as_bytes()]))
}

/// The options of [`topk_list`].
#[derive(Debug)]
pub struct TopkList;

impl Shareable for TopkList {}
impl Queueable for TopkList {}

/// The items in the list of a top-k sketch, the most frequent one first.
///
/// `TOPK.LIST`, since RedisBloom 2.0.0. Complexity: O(K log K) for K items.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_list("pages");
/// // TOPK.LIST pages
/// # let _ = command;
/// ```
#[inline]
pub fn topk_list(key: impl ToArg) -> Command<Vec<Bytes>, TopkList> {
    Command::new(Wire::of(&metas::TOPK_LIST, [key.to_arg().as_bytes()]))
}

impl<X> Command<Vec<Bytes>, TopkList, X> {
    /// Their counts too.
    #[inline]
    pub fn with_count(self) -> Command<Pairs<Bytes, u64>, TopkList, X> {
        self.with(|wire| {
            wire.push(b"WITHCOUNT");
        })
        .retyped()
    }
}

/// Whether items are in the list of a top-k sketch.
///
/// `TOPK.QUERY`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_query("pages", ["home", "about"]);
/// // TOPK.QUERY pages home about
/// # let _ = command;
/// ```
#[inline]
pub fn topk_query(key: impl ToArg, items: impl ToArgs) -> Command<Vec<bool>> {
    let mut wire = Wire::of(&metas::TOPK_QUERY, [key.to_arg().as_bytes()]);
    wire.push_args(&items);
    Command::new(wire)
}

/// The options of [`topk_reserve`].
#[derive(Debug)]
pub struct TopkReserve;

impl Shareable for TopkReserve {}
impl Queueable for TopkReserve {}

/// Makes a sketch that keeps the `k` most frequent items.
///
/// It is an error if the key exists.
///
/// `TOPK.RESERVE`, since RedisBloom 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = topk_reserve("pages", 3);
/// // TOPK.RESERVE pages 3
/// # let _ = command;
/// ```
#[inline]
pub fn topk_reserve(key: impl ToArg, k: u64) -> Command<(), TopkReserve> {
    Command::new(Wire::of(&metas::TOPK_RESERVE, [key.to_arg().as_bytes(), k.to_arg().as_bytes()]))
}

impl<R, X> Command<R, TopkReserve, X> {
    /// Counters in each row, rows, and the chance, above 0 to 1, that a counter goes down
    /// when another item meets it. Default: 8, 7 and 0.9.
    #[inline]
    pub fn dimensions(self, width: u64, depth: u64, decay: f64) -> Self {
        self.with(|wire| {
            wire.push(width.to_arg().as_bytes());
            wire.push(depth.to_arg().as_bytes());
            wire.push(decay.to_arg().as_bytes());
        })
    }
}
