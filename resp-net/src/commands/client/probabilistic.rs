// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{Call, Client};
use bytes::Bytes;
use resp_core::{ToArg, ToArgs, ToPairs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::vec::Vec;

/// Filters and sketches: what was seen, how often, and how large, in little memory and with a known error.
impl Client {
    /// Adds an item to a Bloom filter, which is made if there is none: whether it is new.
    ///
    /// `false` may be wrong at the filter's error rate; `true` never is.
    ///
    /// `BF.ADD`, since RedisBloom 1.0.0. Complexity: O(K) for K hash functions.
    #[inline]
    pub fn bf_add(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, bool> {
        self.send(bf_add(key, item))
    }

    /// How many different items were added to a Bloom filter; 0 if there is no such key.
    ///
    /// `BF.CARD`, since RedisBloom 2.4.4. Complexity: O(1).
    #[inline]
    pub fn bf_card(&self, key: impl ToArg) -> Call<'_, u64> {
        self.send(bf_card(key))
    }

    /// Whether an item was added to a Bloom filter.
    ///
    /// `true` may be wrong at the filter's error rate; `false` never is.
    ///
    /// `BF.EXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for K hash functions.
    #[inline]
    pub fn bf_exists(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, bool> {
        self.send(bf_exists(key, item))
    }

    /// What a Bloom filter is like and what it takes.
    ///
    /// `BF.INFO`, since RedisBloom 1.0.0. Complexity: O(1).
    #[inline]
    pub fn bf_info(&self, key: impl ToArg) -> Call<'_, BloomInfo, BfInfo> {
        self.send(bf_info(key))
    }

    /// Adds items to a Bloom filter, which is made as the options say if there is none: what
    /// came of each.
    ///
    /// Options for a new filter change nothing in one that is there.
    ///
    /// `BF.INSERT`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K hash functions.
    #[inline]
    pub fn bf_insert(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<FilterInsert>, BfInsert> {
        self.send(bf_insert(key, items))
    }

    /// Puts a part of a Bloom filter that `bf_scandump` gave in place.
    ///
    /// Chunks go in the order they came, each with the iterator that came with it; the first
    /// one makes the filter.
    ///
    /// `BF.LOADCHUNK`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
    #[inline]
    pub fn bf_loadchunk(&self, key: impl ToArg, iterator: i64, data: impl ToArg) -> Call<'_, ()> {
        self.send(bf_loadchunk(key, iterator, data))
    }

    /// Adds items to a Bloom filter, which is made if there is none: what came of each.
    ///
    /// `BF.MADD`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K hash functions.
    #[inline]
    pub fn bf_madd(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<FilterInsert>> {
        self.send(bf_madd(key, items))
    }

    /// Whether each of these items was added to a Bloom filter.
    ///
    /// `true` may be wrong at the filter's error rate; `false` never is.
    ///
    /// `BF.MEXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K hash
    /// functions.
    #[inline]
    pub fn bf_mexists(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<bool>> {
        self.send(bf_mexists(key, items))
    }

    /// Makes an empty Bloom filter for so many items, that wrongly knows one as often as
    /// `error_rate` says, between 0 and 1.
    ///
    /// It is an error if the key exists.
    ///
    /// `BF.RESERVE`, since RedisBloom 1.0.0. Complexity: O(1).
    #[inline]
    pub fn bf_reserve(&self, key: impl ToArg, error_rate: f64, capacity: u64) -> Call<'_, (), BfReserve> {
        self.send(bf_reserve(key, error_rate, capacity))
    }

    /// The next part of a Bloom filter, to be put elsewhere by `bf_loadchunk`.
    ///
    /// Begin with 0 and go on with the iterator of each chunk until it is 0.
    ///
    /// `BF.SCANDUMP`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
    #[inline]
    pub fn bf_scandump(&self, key: impl ToArg, iterator: i64) -> Call<'_, FilterChunk> {
        self.send(bf_scandump(key, iterator))
    }

    /// Adds an item to a cuckoo filter, which is made if there is none, once more if it is
    /// there.
    ///
    /// It is an error if the filter is full; the reply is always `true`.
    ///
    /// `CF.ADD`, since RedisBloom 1.0.0. Complexity: O(K + I) for K sub-filters, I swaps at
    /// most.
    #[inline]
    pub fn cf_add(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, bool> {
        self.send(cf_add(key, item))
    }

    /// Adds an item to a cuckoo filter, which is made if there is none, unless it seems to be
    /// there: whether it was added.
    ///
    /// An item that is not there may wrongly seem to be.
    ///
    /// `CF.ADDNX`, since RedisBloom 1.0.0. Complexity: O(K + I) for K sub-filters, I swaps at
    /// most.
    #[inline]
    pub fn cf_addnx(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, bool> {
        self.send(cf_addnx(key, item))
    }

    /// How often an item was added to a cuckoo filter, at the most.
    ///
    /// `CF.COUNT`, since RedisBloom 1.0.0. Complexity: O(K) for K sub-filters.
    #[inline]
    pub fn cf_count(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, u64> {
        self.send(cf_count(key, item))
    }

    /// Takes an item out of a cuckoo filter once: whether it was there.
    ///
    /// Only delete what was added: deleting another item may take out one that shares its
    /// fingerprint.
    ///
    /// `CF.DEL`, since RedisBloom 1.0.0. Complexity: O(K) for K sub-filters.
    #[inline]
    pub fn cf_del(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, bool> {
        self.send(cf_del(key, item))
    }

    /// Whether an item is in a cuckoo filter.
    ///
    /// `true` may be wrong; `false` never is, if only items were deleted that had been added.
    ///
    /// `CF.EXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for K sub-filters.
    #[inline]
    pub fn cf_exists(&self, key: impl ToArg, item: impl ToArg) -> Call<'_, bool> {
        self.send(cf_exists(key, item))
    }

    /// What a cuckoo filter is like and what it takes.
    ///
    /// `CF.INFO`, since RedisBloom 1.0.0. Complexity: O(1).
    #[inline]
    pub fn cf_info(&self, key: impl ToArg) -> Call<'_, CuckooInfo> {
        self.send(cf_info(key))
    }

    /// Adds items to a cuckoo filter, which is made if there is none, once more if they are
    /// there: what came of each.
    ///
    /// `CF.INSERT`, since RedisBloom 1.0.0. Complexity: O(K + I) for each item, K
    /// sub-filters, I swaps at most.
    #[inline]
    pub fn cf_insert(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<FilterInsert>, CfInsert> {
        self.send(cf_insert(key, items))
    }

    /// Adds items to a cuckoo filter, which is made if there is none, but those that seem to
    /// be there: what came of each.
    ///
    /// `CF.INSERTNX`, since RedisBloom 1.0.0. Complexity: O(K + I) for each item, K
    /// sub-filters, I swaps at most.
    #[inline]
    pub fn cf_insertnx(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<FilterInsert>, CfInsert> {
        self.send(cf_insertnx(key, items))
    }

    /// Puts a part of a cuckoo filter that `cf_scandump` gave in place.
    ///
    /// Chunks go in the order they came, each with the iterator that came with it; the first
    /// one makes the filter.
    ///
    /// `CF.LOADCHUNK`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
    #[inline]
    pub fn cf_loadchunk(&self, key: impl ToArg, iterator: i64, data: impl ToArg) -> Call<'_, ()> {
        self.send(cf_loadchunk(key, iterator, data))
    }

    /// Whether each of these items is in a cuckoo filter.
    ///
    /// `true` may be wrong; `false` never is, if only items were deleted that had been added.
    ///
    /// `CF.MEXISTS`, since RedisBloom 1.0.0. Complexity: O(K) for each item, K sub-filters.
    #[inline]
    pub fn cf_mexists(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<bool>> {
        self.send(cf_mexists(key, items))
    }

    /// Makes an empty cuckoo filter for so many items.
    ///
    /// It is an error if the key exists.
    ///
    /// `CF.RESERVE`, since RedisBloom 1.0.0. Complexity: O(1).
    #[inline]
    pub fn cf_reserve(&self, key: impl ToArg, capacity: u64) -> Call<'_, (), CfReserve> {
        self.send(cf_reserve(key, capacity))
    }

    /// The next part of a cuckoo filter, to be put elsewhere by `cf_loadchunk`.
    ///
    /// Begin with 0 and go on with the iterator of each chunk until it is 0.
    ///
    /// `CF.SCANDUMP`, since RedisBloom 1.0.0. Complexity: O(N) for a filter of capacity N.
    #[inline]
    pub fn cf_scandump(&self, key: impl ToArg, iterator: i64) -> Call<'_, FilterChunk> {
        self.send(cf_scandump(key, iterator))
    }

    /// Counts items up in a count-min sketch by so much each: their counts then.
    ///
    /// A count is never too low and may be too high.
    ///
    /// `CMS.INCRBY`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
    #[inline]
    pub fn cms_incrby(&self, key: impl ToArg, items: impl ToPairs) -> Call<'_, Vec<u64>> {
        self.send(cms_incrby(key, items))
    }

    /// The size of a count-min sketch and what it has counted in all.
    ///
    /// `CMS.INFO`, since RedisBloom 2.0.0. Complexity: O(1).
    #[inline]
    pub fn cms_info(&self, key: impl ToArg) -> Call<'_, CountMinInfo> {
        self.send(cms_info(key))
    }

    /// Makes a count-min sketch of `width` counters in each of `depth` rows.
    ///
    /// Wider is more exact, deeper is inexact less often. It is an error if the key exists.
    ///
    /// `CMS.INITBYDIM`, since RedisBloom 2.0.0. Complexity: O(1).
    #[inline]
    pub fn cms_initbydim(&self, key: impl ToArg, width: u64, depth: u64) -> Call<'_, ()> {
        self.send(cms_initbydim(key, width, depth))
    }

    /// Makes a count-min sketch whose counts are too high by no more than `error` of all that
    /// is counted, except with `probability`, both between 0 and 1.
    ///
    /// It is an error if the key exists.
    ///
    /// `CMS.INITBYPROB`, since RedisBloom 2.0.0. Complexity: O(1).
    #[inline]
    pub fn cms_initbyprob(&self, key: impl ToArg, error: f64, probability: f64) -> Call<'_, ()> {
        self.send(cms_initbyprob(key, error, probability))
    }

    /// Sets a count-min sketch to the sum of others, all of the same width and depth.
    ///
    /// The sketch that is set must exist.
    ///
    /// `CMS.MERGE`, since RedisBloom 2.0.0. Complexity: O(N) for N sketches.
    #[inline]
    pub fn cms_merge(&self, destination: impl ToArg, sources: impl ToArgs) -> Call<'_, (), CmsMerge> {
        self.send(cms_merge(destination, sources))
    }

    /// The counts of items in a count-min sketch.
    ///
    /// A count is never too low and may be too high.
    ///
    /// `CMS.QUERY`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
    #[inline]
    pub fn cms_query(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<u64>> {
        self.send(cms_query(key, items))
    }

    /// Adds observations to a t-digest.
    ///
    /// `TDIGEST.ADD`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
    #[inline]
    pub fn tdigest_add(&self, key: impl ToArg, values: impl ToArgs) -> Call<'_, ()> {
        self.send(tdigest_add(key, values))
    }

    /// About which value has each of these ranks in a t-digest, the smallest one being 0.
    ///
    /// Infinite for a rank that is not below the number of observations, not a number if
    /// there is none.
    ///
    /// `TDIGEST.BYRANK`, since RedisBloom 2.4.0. Complexity: O(N) for N ranks.
    #[inline]
    pub fn tdigest_byrank(&self, key: impl ToArg, ranks: impl ToArgs) -> Call<'_, Vec<f64>> {
        self.send(tdigest_byrank(key, ranks))
    }

    /// About which value has each of these ranks in a t-digest, the largest one being 0.
    ///
    /// Minus infinity for a rank that is not below the number of observations, not a number
    /// if there is none.
    ///
    /// `TDIGEST.BYREVRANK`, since RedisBloom 2.4.0. Complexity: O(N) for N ranks.
    #[inline]
    pub fn tdigest_byrevrank(&self, key: impl ToArg, ranks: impl ToArgs) -> Call<'_, Vec<f64>> {
        self.send(tdigest_byrevrank(key, ranks))
    }

    /// About which part of the observations of a t-digest is below each of these values,
    /// those equal to it counted half.
    ///
    /// Between 0 and 1, or not a number if there is no observation.
    ///
    /// `TDIGEST.CDF`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
    #[inline]
    pub fn tdigest_cdf(&self, key: impl ToArg, values: impl ToArgs) -> Call<'_, Vec<f64>> {
        self.send(tdigest_cdf(key, values))
    }

    /// Makes an empty t-digest.
    ///
    /// It is an error if the key exists.
    ///
    /// `TDIGEST.CREATE`, since RedisBloom 2.4.0. Complexity: O(1).
    #[inline]
    pub fn tdigest_create(&self, key: impl ToArg) -> Call<'_, (), TdigestCreate> {
        self.send(tdigest_create(key))
    }

    /// What a t-digest holds and takes.
    ///
    /// `TDIGEST.INFO`, since RedisBloom 2.4.0. Complexity: O(1).
    #[inline]
    pub fn tdigest_info(&self, key: impl ToArg) -> Call<'_, TDigestInfo> {
        self.send(tdigest_info(key))
    }

    /// The largest observation of a t-digest; not a number if there is none.
    ///
    /// `TDIGEST.MAX`, since RedisBloom 2.4.0. Complexity: O(1).
    #[inline]
    pub fn tdigest_max(&self, key: impl ToArg) -> Call<'_, f64> {
        self.send(tdigest_max(key))
    }

    /// Adds what t-digests have observed to another, which is made if there is none.
    ///
    /// `TDIGEST.MERGE`, since RedisBloom 2.4.0. Complexity: O(N * K) for N centroids, K
    /// sketches.
    #[inline]
    pub fn tdigest_merge(&self, destination: impl ToArg, sources: impl ToArgs) -> Call<'_, (), TdigestMerge> {
        self.send(tdigest_merge(destination, sources))
    }

    /// The smallest observation of a t-digest; not a number if there is none.
    ///
    /// `TDIGEST.MIN`, since RedisBloom 2.4.0. Complexity: O(1).
    #[inline]
    pub fn tdigest_min(&self, key: impl ToArg) -> Call<'_, f64> {
        self.send(tdigest_min(key))
    }

    /// About which value each of these fractions of the observations of a t-digest is below.
    ///
    /// Fractions are between 0 and 1, such as 0.99. Not a number if there is no observation.
    ///
    /// `TDIGEST.QUANTILE`, since RedisBloom 2.4.0. Complexity: O(N) for N fractions.
    #[inline]
    pub fn tdigest_quantile(&self, key: impl ToArg, fractions: impl ToArgs) -> Call<'_, Vec<f64>> {
        self.send(tdigest_quantile(key, fractions))
    }

    /// About how many observations of a t-digest are below each of these values, those equal
    /// to it counted half.
    ///
    /// `TDIGEST.RANK`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
    #[inline]
    pub fn tdigest_rank(&self, key: impl ToArg, values: impl ToArgs) -> Call<'_, Vec<TDigestRank>> {
        self.send(tdigest_rank(key, values))
    }

    /// Makes a t-digest forget all observations.
    ///
    /// `TDIGEST.RESET`, since RedisBloom 2.4.0. Complexity: O(1).
    #[inline]
    pub fn tdigest_reset(&self, key: impl ToArg) -> Call<'_, ()> {
        self.send(tdigest_reset(key))
    }

    /// About how many observations of a t-digest are above each of these values, those equal
    /// to it counted half.
    ///
    /// `TDIGEST.REVRANK`, since RedisBloom 2.4.0. Complexity: O(N) for N values.
    #[inline]
    pub fn tdigest_revrank(&self, key: impl ToArg, values: impl ToArgs) -> Call<'_, Vec<TDigestRank>> {
        self.send(tdigest_revrank(key, values))
    }

    /// About the mean of the observations of a t-digest between two of its quantiles.
    ///
    /// `low` and `high` are between 0 and 1. Not a number if there is no observation.
    ///
    /// `TDIGEST.TRIMMED_MEAN`, since RedisBloom 2.4.0. Complexity: O(N) for N centroids.
    #[inline]
    pub fn tdigest_trimmed_mean(&self, key: impl ToArg, low: f64, high: f64) -> Call<'_, f64> {
        self.send(tdigest_trimmed_mean(key, low, high))
    }

    /// Counts items in a top-k sketch: for each the item that it put out of the list.
    ///
    /// `TOPK.ADD`, since RedisBloom 2.0.0. Complexity: O(N * K) for N items, K the sketch's
    /// depth.
    #[inline]
    pub fn topk_add(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<Option<Bytes>>> {
        self.send(topk_add(key, items))
    }

    /// The counts of items in a top-k sketch.
    ///
    /// Counts of items that are not in the list may be too low. Deprecated since RedisBloom
    /// 2.4: `topk_list` with counts says what is known.
    ///
    /// `TOPK.COUNT`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
    #[inline]
    pub fn topk_count(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<u64>> {
        self.send(topk_count(key, items))
    }

    /// Counts items up in a top-k sketch by so much each: for each the item that it put out
    /// of the list.
    ///
    /// `TOPK.INCRBY`, since RedisBloom 2.0.0. Complexity: O(N * K * I) for N items, K the
    /// sketch's depth, I the increment.
    #[inline]
    pub fn topk_incrby(&self, key: impl ToArg, items: impl ToPairs) -> Call<'_, Vec<Option<Bytes>>> {
        self.send(topk_incrby(key, items))
    }

    /// The settings of a top-k sketch.
    ///
    /// `TOPK.INFO`, since RedisBloom 2.0.0. Complexity: O(1).
    #[inline]
    pub fn topk_info(&self, key: impl ToArg) -> Call<'_, TopKInfo> {
        self.send(topk_info(key))
    }

    /// The items in the list of a top-k sketch, the most frequent one first.
    ///
    /// `TOPK.LIST`, since RedisBloom 2.0.0. Complexity: O(K log K) for K items.
    #[inline]
    pub fn topk_list(&self, key: impl ToArg) -> Call<'_, Vec<Bytes>, TopkList> {
        self.send(topk_list(key))
    }

    /// Whether items are in the list of a top-k sketch.
    ///
    /// `TOPK.QUERY`, since RedisBloom 2.0.0. Complexity: O(N) for N items.
    #[inline]
    pub fn topk_query(&self, key: impl ToArg, items: impl ToArgs) -> Call<'_, Vec<bool>> {
        self.send(topk_query(key, items))
    }

    /// Makes a sketch that keeps the `k` most frequent items.
    ///
    /// It is an error if the key exists.
    ///
    /// `TOPK.RESERVE`, since RedisBloom 2.0.0. Complexity: O(1).
    #[inline]
    pub fn topk_reserve(&self, key: impl ToArg, k: u64) -> Call<'_, (), TopkReserve> {
        self.send(topk_reserve(key, k))
    }
}
