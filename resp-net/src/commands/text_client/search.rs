// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

use crate::client::{TextCall, TextClient};
use bytes::Bytes;
use resp_core::{ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use resp_core::{cmd::*, replies::*};
use std::collections::HashMap;
use std::string::String;
use std::vec::Vec;

/// Search: indexes over hashes and JSON documents, queries, aggregations, suggestions.
impl TextClient {
    /// Rows made of the documents that a query finds, step by step in the order in which the
    /// steps are given.
    ///
    /// Steps may be given more than once.
    ///
    /// `FT.AGGREGATE`, since RediSearch 1.1.0. Complexity: as the query and its steps, mostly
    /// O(N) for N matches.
    #[inline]
    pub fn ft_aggregate(
        &self,
        index: impl ToArg,
        query: impl ToArg,
    ) -> TextCall<'_, AggregateResults, FtAggregate> {
        self.send(ft_aggregate(index, query))
    }

    /// Gives an index one more name.
    ///
    /// It is an error if the name is taken; `ft_aliasupdate` moves it.
    ///
    /// `FT.ALIASADD`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_aliasadd(&self, alias: impl ToArg, index: impl ToArg) -> TextCall<'_, ()> {
        self.send(ft_aliasadd(alias, index))
    }

    /// Takes a name off the index that it was given to.
    ///
    /// `FT.ALIASDEL`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_aliasdel(&self, alias: impl ToArg) -> TextCall<'_, ()> {
        self.send(ft_aliasdel(alias))
    }

    /// Gives an index one more name, which another may have had.
    ///
    /// `FT.ALIASUPDATE`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_aliasupdate(&self, alias: impl ToArg, index: impl ToArg) -> TextCall<'_, ()> {
        self.send(ft_aliasupdate(alias, index))
    }

    /// Adds fields to an index.
    ///
    /// `FT.ALTER`, since RediSearch 1.0.0. Complexity: O(N) for N keys of the database.
    #[inline]
    pub fn ft_alter(&self, index: impl ToArg, fields: impl Into<Schema>) -> TextCall<'_, (), FtAlter> {
        self.send(ft_alter(index, fields))
    }

    /// Settings of the search engine by name, `*` for all of them.
    ///
    /// Deprecated since Redis 8.0: CONFIG GET of `search-*` has them.
    ///
    /// `FT.CONFIG GET`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_config_get(&self, option: impl ToArg) -> TextCall<'_, HashMap<String, Option<String>>> {
        self.send(ft_config_get(option))
    }

    /// What settings of the search engine are for, by name, `*` for all of them.
    ///
    /// Deprecated since Redis 8.0.
    ///
    /// `FT.CONFIG HELP`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_config_help(&self, option: impl ToArg) -> TextCall<'_, SearchSettings> {
        self.send(ft_config_help(option))
    }

    /// Changes a setting of the search engine.
    ///
    /// Deprecated since Redis 8.0: CONFIG SET of `search-*` does it.
    ///
    /// `FT.CONFIG SET`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_config_set(&self, option: impl ToArg, value: impl ToArg) -> TextCall<'_, ()> {
        self.send(ft_config_set(option, value))
    }

    /// Makes an index of hashes or JSON documents, those that exist included.
    ///
    /// The index is filled in the background; `ft_info` says how far it is. It is an error if
    /// there is an index of this name.
    ///
    /// `FT.CREATE`, since RediSearch 1.0.0. Complexity: O(K) for K fields; O(N) more for N
    /// keys that exist.
    #[inline]
    pub fn ft_create(&self, index: impl ToArg, schema: impl Into<Schema>) -> TextCall<'_, (), FtCreate> {
        self.send(ft_create(index, schema))
    }

    /// Ends a cursor before all was read.
    ///
    /// In a cluster the node that gave the cursor must be asked.
    ///
    /// `FT.CURSOR DEL`, since RediSearch 1.1.0. Complexity: O(1).
    #[inline]
    pub fn ft_cursor_del(&self, index: impl ToArg, cursor: u64) -> TextCall<'_, ()> {
        self.send(ft_cursor_del(index, cursor))
    }

    /// The next rows of an aggregation that gave a cursor.
    ///
    /// In a cluster the node that gave the cursor must be asked. Reading twice gives other
    /// rows: it is not sent again by itself.
    ///
    /// `FT.CURSOR READ`, since RediSearch 1.1.0. Complexity: O(1).
    #[inline]
    pub fn ft_cursor_read(
        &self,
        index: impl ToArg,
        cursor: u64,
    ) -> TextCall<'_, AggregatePage, FtCursorRead> {
        self.send(ft_cursor_read(index, cursor))
    }

    /// Adds terms to a dictionary for spelling: how many are new.
    ///
    /// `FT.DICTADD`, since RediSearch 1.4.0. Complexity: O(1) for each term.
    #[inline]
    pub fn ft_dictadd(&self, dictionary: impl ToArg, terms: impl ToArgs) -> TextCall<'_, u64> {
        self.send(ft_dictadd(dictionary, terms))
    }

    /// Takes terms out of a dictionary for spelling: how many were there.
    ///
    /// `FT.DICTDEL`, since RediSearch 1.4.0. Complexity: O(1) for each term.
    #[inline]
    pub fn ft_dictdel(&self, dictionary: impl ToArg, terms: impl ToArgs) -> TextCall<'_, u64> {
        self.send(ft_dictdel(dictionary, terms))
    }

    /// All terms of a dictionary for spelling.
    ///
    /// `FT.DICTDUMP`, since RediSearch 1.4.0. Complexity: O(N) for N terms.
    #[inline]
    pub fn ft_dictdump(&self, dictionary: impl ToArg) -> TextCall<'_, Vec<Bytes>> {
        self.send(ft_dictdump(dictionary))
    }

    /// Removes an index, not its documents.
    ///
    /// `FT.DROPINDEX`, since RediSearch 2.0.0. Complexity: O(1); O(N) with documents, N keys
    /// of the database.
    #[inline]
    pub fn ft_dropindex(&self, index: impl ToArg) -> TextCall<'_, (), FtDropindex> {
        self.send(ft_dropindex(index))
    }

    /// How a query is understood: a tree as indented text.
    ///
    /// `FT.EXPLAIN`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_explain(&self, index: impl ToArg, query: impl ToArg) -> TextCall<'_, String, FtExplain> {
        self.send(ft_explain(index, query))
    }

    /// How a query is understood: a tree as lines of text.
    ///
    /// `FT.EXPLAINCLI`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_explaincli(
        &self,
        index: impl ToArg,
        query: impl ToArg,
    ) -> TextCall<'_, Vec<String>, FtExplain> {
        self.send(ft_explaincli(index, query))
    }

    /// What a search by text and one by vector find together, best first.
    ///
    /// Rows hold the key as `__key` and the score as `__score`, unless steps make others.
    ///
    /// `FT.HYBRID`, since 8.4.0. Complexity: O(N + M) for N of the search by text and M of
    /// that by vector.
    #[inline]
    pub fn ft_hybrid(
        &self,
        index: impl ToArg,
        text: impl Into<HybridText>,
        vector: impl Into<HybridVector>,
        fusion: impl Into<HybridFusion>,
    ) -> TextCall<'_, HybridResults, FtHybrid> {
        self.send(ft_hybrid(index, text, vector, fusion))
    }

    /// What an index is like, how full it is and what it takes.
    ///
    /// `FT.INFO`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_info(&self, index: impl ToArg) -> TextCall<'_, IndexInfo> {
        self.send(ft_info(index))
    }

    /// Runs a search or an aggregation and says what took its time.
    ///
    /// `FT.PROFILE`, since RediSearch 2.2.0. Complexity: O(N), as the query.
    #[inline]
    pub fn ft_profile(&self, query: impl Into<ProfiledQuery>) -> TextCall<'_, SearchProfile, FtProfile> {
        self.send(ft_profile(query))
    }

    /// Documents that a query finds, best first, and how many there are.
    ///
    /// What more each document comes with is said by `no_content`, `with_scores`,
    /// `with_payloads` and `with_sort_keys`, each once.
    ///
    /// `FT.SEARCH`, since RediSearch 1.0.0. Complexity: O(N) for N matches.
    #[inline]
    pub fn ft_search(&self, index: impl ToArg, query: impl ToArg) -> TextCall<'_, SearchReply, FtSearch> {
        self.send(ft_search(index, query))
    }

    /// Terms of a query that the index does not know, and those it knows that are like them.
    ///
    /// `FT.SPELLCHECK`, since RediSearch 1.4.0. Complexity: O(1).
    #[inline]
    pub fn ft_spellcheck(
        &self,
        index: impl ToArg,
        query: impl ToArg,
    ) -> TextCall<'_, Spellcheck, FtSpellcheck> {
        self.send(ft_spellcheck(index, query))
    }

    /// Adds a suggestion to a dictionary for completion, or sets its score: how many it holds
    /// then.
    ///
    /// `FT.SUGADD`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_sugadd(
        &self,
        key: impl ToArg,
        suggestion: impl ToArg,
        score: f64,
    ) -> TextCall<'_, u64, FtSugadd> {
        self.send(ft_sugadd(key, suggestion, score))
    }

    /// Removes a suggestion: whether it was there.
    ///
    /// `FT.SUGDEL`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_sugdel(&self, key: impl ToArg, suggestion: impl ToArg) -> TextCall<'_, bool> {
        self.send(ft_sugdel(key, suggestion))
    }

    /// Suggestions that begin with a prefix, best first; five unless `max` says otherwise.
    ///
    /// `FT.SUGGET`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_sugget(&self, key: impl ToArg, prefix: impl ToArg) -> TextCall<'_, Vec<Bytes>, FtSugget> {
        self.send(ft_sugget(key, prefix))
    }

    /// How many suggestions a dictionary for completion holds.
    ///
    /// `FT.SUGLEN`, since RediSearch 1.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_suglen(&self, key: impl ToArg) -> TextCall<'_, u64> {
        self.send(ft_suglen(key))
    }

    /// The terms of an index that have synonyms, with the groups they are in.
    ///
    /// `FT.SYNDUMP`, since RediSearch 1.2.0. Complexity: O(1).
    #[inline]
    pub fn ft_syndump(&self, index: impl ToArg) -> TextCall<'_, HashMap<Bytes, Vec<Bytes>>> {
        self.send(ft_syndump(index))
    }

    /// Adds terms to a group of synonyms of an index, which is made if there is none.
    ///
    /// `FT.SYNUPDATE`, since RediSearch 1.2.0. Complexity: O(1).
    #[inline]
    pub fn ft_synupdate(
        &self,
        index: impl ToArg,
        group: impl ToArg,
        terms: impl ToArgs,
    ) -> TextCall<'_, (), FtSynupdate> {
        self.send(ft_synupdate(index, group, terms))
    }

    /// All values of a tag field, each once.
    ///
    /// Without order and all at once: mind fields of many values.
    ///
    /// `FT.TAGVALS`, since RediSearch 1.0.0. Complexity: O(N) for N values.
    #[inline]
    pub fn ft_tagvals(&self, index: impl ToArg, field: impl ToArg) -> TextCall<'_, Vec<Bytes>> {
        self.send(ft_tagvals(index, field))
    }

    /// The names of all indexes.
    ///
    /// `FT._LIST`, since RediSearch 2.0.0. Complexity: O(1).
    #[inline]
    pub fn ft_list(&self) -> TextCall<'_, Vec<Bytes>> {
        self.send(ft_list())
    }
}
