// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Search: indexes over hashes and JSON documents, queries, aggregations, suggestions.

#[doc(inline)]
pub use super::custom::search::*;
use super::times;
use crate::command::{Command, Free, Queueable, Shareable, Used, Wire, metas};
use crate::convert::{Pairs, ToArg, ToArgs};
#[allow(unused_imports, reason = "not every group has arguments or replies of its own")]
use crate::{commands::custom::*, replies::*};
use bytes::Bytes;
use core::marker::PhantomData;
use core::time::Duration;
use std::collections::HashMap;
use std::string::String;
use std::vec::Vec;

/// The options of [`ft_aggregate`].
#[derive(Debug)]
pub struct FtAggregate<Total = Free>(PhantomData<(Total,)>);

impl<Total> Shareable for FtAggregate<Total> {}
impl<Total> Queueable for FtAggregate<Total> {}

/// Rows made of the documents that a query finds, step by step in the order in which the
/// steps are given.
///
/// Steps may be given more than once.
///
/// `FT.AGGREGATE`, since RediSearch 1.1.0. Complexity: as the query and its steps, mostly
/// O(N) for N matches.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_aggregate("books", "*");
/// // FT.AGGREGATE books *
/// # let _ = command;
/// ```
#[inline]
pub fn ft_aggregate(index: impl ToArg, query: impl ToArg) -> Command<AggregateResults, FtAggregate> {
    Command::new(Wire::of(&metas::FT_AGGREGATE, [index.to_arg().as_bytes(), query.to_arg().as_bytes()]))
}

impl<R, Total, X> Command<R, FtAggregate<Total>, X> {
    /// Reads these fields of the documents, for the steps that follow. Sortable ones need not
    /// be read.
    #[inline]
    pub fn load(self, fields: impl Into<FieldList>) -> Self {
        self.with(|wire| {
            wire.push(b"LOAD");
            let fields: FieldList = fields.into();
            wire.push_args(&fields);
        })
    }

    /// Reads all fields of the documents.
    #[inline]
    pub fn load_all(self) -> Self {
        self.with(|wire| {
            wire.push(b"LOAD");
            wire.push(b"*");
        })
    }

    /// One row for each value of some fields, with what is computed over its group.
    #[inline]
    pub fn group_by(self, by: impl Into<GroupBy>) -> Self {
        self.with(|wire| {
            wire.push(b"GROUPBY");
            let by: GroupBy = by.into();
            wire.push_args(&by);
        })
    }

    /// A further field of each row: the value of an expression.
    #[inline]
    pub fn apply(self, expression: impl ToArg, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"APPLY");
            wire.push(expression.to_arg().as_bytes());
            wire.push(b"AS");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Sorts the rows.
    #[inline]
    pub fn sort_by(self, by: impl Into<SortBy>) -> Self {
        self.with(|wire| {
            wire.push(b"SORTBY");
            let by: SortBy = by.into();
            wire.push_args(&by);
        })
    }

    /// So many rows from this one on, the first one being 0.
    #[inline]
    pub fn limit(self, offset: u64, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(offset.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// Only rows for which this expression is true.
    #[inline]
    pub fn filter(self, expression: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER");
            wire.push(expression.to_arg().as_bytes());
        })
    }

    /// Looks for the words of the query as they are, not for other forms of them.
    #[inline]
    pub fn verbatim(self) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"VERBATIM");
        })
    }

    /// How long the server may take, instead of its setting.
    #[inline]
    pub fn time_limit(self, time: Duration) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"TIMEOUT");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }

    /// What stands for `$name` in the query; needs dialect 2.
    #[inline]
    pub fn params(self, params: impl Into<QueryParams>) -> Self {
        self.with(|wire| {
            wire.push(b"PARAMS");
            let params: QueryParams = params.into();
            wire.push_args(&params);
        })
    }

    /// What scores documents, such as `BM25STD`.
    #[inline]
    pub fn scorer(self, scorer: impl ToArg) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"SCORER");
            wire.push(scorer.to_arg().as_bytes());
        })
    }

    /// Gives the steps the score of each document as `@__score`.
    #[inline]
    pub fn add_scores(self) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"ADDSCORES");
        })
    }

    /// The version of the query language. Since RediSearch 2.4.3.
    #[inline]
    pub fn dialect(self, version: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DIALECT");
            wire.push(version.to_arg().as_bytes());
        })
    }
}

impl<Total, X> Command<AggregateResults, FtAggregate<Total>, X> {
    /// Gives the first rows and a cursor, to read more with `ft_cursor_read`.
    #[inline]
    pub fn with_cursor(
        self,
        cursor: impl Into<CursorSettings>,
    ) -> Command<AggregatePage, FtAggregate<Total>, X> {
        self.with(|wire| {
            wire.push(b"WITHCURSOR");
            let cursor: CursorSettings = cursor.into();
            wire.push_args(&cursor);
        })
        .retyped()
    }
}

impl<R, X> Command<R, FtAggregate<Free>, X> {
    /// Counts all rows exactly, though fewer are wanted.
    #[inline]
    pub fn with_count(self) -> Command<R, FtAggregate<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"WITHCOUNT");
        })
        .retyped()
    }

    /// Lets the total be wrong where that is faster.
    #[inline]
    pub fn without_count(self) -> Command<R, FtAggregate<Used>, X> {
        self.with_at(2, |wire| {
            wire.push(b"WITHOUTCOUNT");
        })
        .retyped()
    }
}

/// Gives an index one more name.
///
/// It is an error if the name is taken; `ft_aliasupdate` moves it.
///
/// `FT.ALIASADD`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_aliasadd("books", "books-v2");
/// // FT.ALIASADD books books-v2
/// # let _ = command;
/// ```
#[inline]
pub fn ft_aliasadd(alias: impl ToArg, index: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::FT_ALIASADD, [alias.to_arg().as_bytes(), index.to_arg().as_bytes()]))
}

/// Takes a name off the index that it was given to.
///
/// `FT.ALIASDEL`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_aliasdel("books");
/// // FT.ALIASDEL books
/// # let _ = command;
/// ```
#[inline]
pub fn ft_aliasdel(alias: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::FT_ALIASDEL, [alias.to_arg().as_bytes()]))
}

/// Gives an index one more name, which another may have had.
///
/// `FT.ALIASUPDATE`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_aliasupdate("books", "books-v3");
/// // FT.ALIASUPDATE books books-v3
/// # let _ = command;
/// ```
#[inline]
pub fn ft_aliasupdate(alias: impl ToArg, index: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::FT_ALIASUPDATE, [alias.to_arg().as_bytes(), index.to_arg().as_bytes()]))
}

/// The options of [`ft_alter`].
#[derive(Debug)]
pub struct FtAlter;

impl Shareable for FtAlter {}
impl Queueable for FtAlter {}

/// Adds fields to an index.
///
/// `FT.ALTER`, since RediSearch 1.0.0. Complexity: O(N) for N keys of the database.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_alter("books", TagField::new("genre"));
/// // FT.ALTER books SCHEMA ADD genre TAG
/// # let _ = command;
/// ```
#[inline]
pub fn ft_alter(index: impl ToArg, fields: impl Into<Schema>) -> Command<(), FtAlter> {
    let mut wire = Wire::of(&metas::FT_ALTER, [index.to_arg().as_bytes(), b"SCHEMA", b"ADD"]);
    let fields: Schema = fields.into();
    wire.push_args(&fields);
    Command::new(wire)
}

impl<R, X> Command<R, FtAlter, X> {
    /// Leaves documents that exist already as they are indexed.
    #[inline]
    pub fn skip_initial_scan(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"SKIPINITIALSCAN");
        })
    }
}

/// Settings of the search engine by name, `*` for all of them.
///
/// Deprecated since Redis 8.0: CONFIG GET of `search-*` has them.
///
/// `FT.CONFIG GET`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_config_get("TIMEOUT");
/// // FT.CONFIG GET TIMEOUT
/// # let _ = command;
/// ```
#[inline]
pub fn ft_config_get(option: impl ToArg) -> Command<HashMap<String, Option<String>>> {
    Command::new(Wire::of(&metas::FT_CONFIG_GET, [option.to_arg().as_bytes()]))
}

/// What settings of the search engine are for, by name, `*` for all of them.
///
/// Deprecated since Redis 8.0.
///
/// `FT.CONFIG HELP`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_config_help("TIMEOUT");
/// // FT.CONFIG HELP TIMEOUT
/// # let _ = command;
/// ```
#[inline]
pub fn ft_config_help(option: impl ToArg) -> Command<SearchSettings> {
    Command::new(Wire::of(&metas::FT_CONFIG_HELP, [option.to_arg().as_bytes()]))
}

/// Changes a setting of the search engine.
///
/// Deprecated since Redis 8.0: CONFIG SET of `search-*` does it.
///
/// `FT.CONFIG SET`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_config_set("TIMEOUT", 500);
/// // FT.CONFIG SET TIMEOUT 500
/// # let _ = command;
/// ```
#[inline]
pub fn ft_config_set(option: impl ToArg, value: impl ToArg) -> Command<()> {
    Command::new(Wire::of(&metas::FT_CONFIG_SET, [option.to_arg().as_bytes(), value.to_arg().as_bytes()]))
}

/// The options of [`ft_create`].
#[derive(Debug)]
pub struct FtCreate<Source = Free, All = Free>(PhantomData<(Source, All)>);

impl<Source, All> Shareable for FtCreate<Source, All> {}
impl<Source, All> Queueable for FtCreate<Source, All> {}

/// Makes an index of hashes or JSON documents, those that exist included.
///
/// The index is filled in the background; `ft_info` says how far it is. It is an error if
/// there is an index of this name.
///
/// `FT.CREATE`, since RediSearch 1.0.0. Complexity: O(K) for K fields; O(N) more for N
/// keys that exist.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_create("books", Schema::new().field(TextField::new("title").weight(5.0)).field(TagField::new("genre").separator(';'))).prefix("book:");
/// // FT.CREATE books PREFIX 1 book: SCHEMA title TEXT WEIGHT 5 genre TAG SEPARATOR ;
/// # let _ = command;
/// ```
#[inline]
pub fn ft_create(index: impl ToArg, schema: impl Into<Schema>) -> Command<(), FtCreate> {
    let mut wire = Wire::of(&metas::FT_CREATE, [index.to_arg().as_bytes(), b"SCHEMA"]);
    let schema: Schema = schema.into();
    wire.push_args(&schema);
    Command::new(wire)
}

impl<R, All, X> Command<R, FtCreate<Free, All>, X> {
    /// Indexes hashes. The default.
    #[inline]
    pub fn on_hash(self) -> Command<R, FtCreate<Used, All>, X> {
        self.with_at(1, |wire| {
            wire.push(b"ON");
            wire.push(b"HASH");
        })
        .retyped()
    }

    /// Indexes JSON documents: fields are named by their paths.
    #[inline]
    pub fn on_json(self) -> Command<R, FtCreate<Used, All>, X> {
        self.with_at(1, |wire| {
            wire.push(b"ON");
            wire.push(b"JSON");
        })
        .retyped()
    }
}

impl<R, Source, X> Command<R, FtCreate<Source, Free>, X> {
    /// Keeps a list of all documents, which makes queries for `*` faster while many change.
    /// Since RediSearch 8.0.0.
    #[inline]
    pub fn index_all(self) -> Command<R, FtCreate<Source, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"INDEXALL");
            wire.push(b"ENABLE");
        })
        .retyped()
    }

    /// Keeps no such list. The default. Since RediSearch 8.0.0.
    #[inline]
    pub fn no_index_all(self) -> Command<R, FtCreate<Source, Used>, X> {
        self.with_at(1, |wire| {
            wire.push(b"INDEXALL");
            wire.push(b"DISABLE");
        })
        .retyped()
    }
}

impl<R, Source, All, X> Command<R, FtCreate<Source, All>, X> {
    /// Indexes only keys that begin with one of these.
    #[inline]
    pub fn prefix(self, prefixes: impl ToArgs) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"PREFIX");
            wire.push_counted(&prefixes);
        })
    }

    /// Indexes only documents for which this expression is true.
    #[inline]
    pub fn filter(self, expression: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"FILTER");
            wire.push(expression.to_arg().as_bytes());
        })
    }

    /// The language of the documents, such as `german`. Default: `english`.
    #[inline]
    pub fn language(self, language: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"LANGUAGE");
            wire.push(language.to_arg().as_bytes());
        })
    }

    /// The field that says a document's language.
    #[inline]
    pub fn language_field(self, field: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"LANGUAGE_FIELD");
            wire.push(field.to_arg().as_bytes());
        })
    }

    /// The score of documents, 0 to 1. Default: 1.
    #[inline]
    pub fn score(self, score: f64) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"SCORE");
            wire.push(score.to_arg().as_bytes());
        })
    }

    /// The field that says a document's score, 0 to 1.
    #[inline]
    pub fn score_field(self, field: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"SCORE_FIELD");
            wire.push(field.to_arg().as_bytes());
        })
    }

    /// The field with a document's payload, for scorers of one's own. Deprecated since
    /// RediSearch 2.0.
    #[inline]
    pub fn payload_field(self, field: impl ToArg) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"PAYLOAD_FIELD");
            wire.push(field.to_arg().as_bytes());
        })
    }

    /// Leaves room for more than 32 text fields, to be added later.
    #[inline]
    pub fn max_text_fields(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"MAXTEXTFIELDS");
        })
    }

    /// Has the index vanish, and its documents with it, once it was not used for so long.
    #[inline]
    pub fn temporary(self, time: Duration) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"TEMPORARY");
            wire.push(times::seconds(time).to_arg().as_bytes());
        })
    }

    /// Does not keep where words stand: less memory, but no phrases and no highlights.
    #[inline]
    pub fn no_offsets(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"NOOFFSETS");
        })
    }

    /// Does not keep what highlights need.
    #[inline]
    pub fn no_hl(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"NOHL");
        })
    }

    /// Does not keep which field a word stands in: less memory, but no search in certain
    /// fields.
    #[inline]
    pub fn no_fields(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"NOFIELDS");
        })
    }

    /// Does not keep how often words stand in a document.
    #[inline]
    pub fn no_freqs(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"NOFREQS");
        })
    }

    /// The words to pass over, instead of the usual ones; an empty list for none.
    #[inline]
    pub fn stopwords(self, words: impl ToArgs) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"STOPWORDS");
            wire.push_counted(&words);
        })
    }

    /// Leaves documents that exist already out.
    #[inline]
    pub fn skip_initial_scan(self) -> Self {
        self.with_at(1, |wire| {
            wire.push(b"SKIPINITIALSCAN");
        })
    }
}

/// Ends a cursor before all was read.
///
/// In a cluster the node that gave the cursor must be asked.
///
/// `FT.CURSOR DEL`, since RediSearch 1.1.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_cursor_del("books", 42);
/// // FT.CURSOR DEL books 42
/// # let _ = command;
/// ```
#[inline]
pub fn ft_cursor_del(index: impl ToArg, cursor: u64) -> Command<()> {
    Command::new(Wire::of(&metas::FT_CURSOR_DEL, [index.to_arg().as_bytes(), cursor.to_arg().as_bytes()]))
}

/// The options of [`ft_cursor_read`].
#[derive(Debug)]
pub struct FtCursorRead;

impl Shareable for FtCursorRead {}
impl Queueable for FtCursorRead {}

/// The next rows of an aggregation that gave a cursor.
///
/// In a cluster the node that gave the cursor must be asked. Reading twice gives other
/// rows: it is not sent again by itself.
///
/// `FT.CURSOR READ`, since RediSearch 1.1.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_cursor_read("books", 42);
/// // FT.CURSOR READ books 42
/// # let _ = command;
/// ```
#[inline]
pub fn ft_cursor_read(index: impl ToArg, cursor: u64) -> Command<AggregatePage, FtCursorRead> {
    Command::new(Wire::of(&metas::FT_CURSOR_READ, [index.to_arg().as_bytes(), cursor.to_arg().as_bytes()]))
}

impl<R, X> Command<R, FtCursorRead, X> {
    /// How many rows to read, instead of what the aggregation said.
    #[inline]
    pub fn count(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"COUNT");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

/// Adds terms to a dictionary for spelling: how many are new.
///
/// `FT.DICTADD`, since RediSearch 1.4.0. Complexity: O(1) for each term.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_dictadd("slang", ["lorem", "ipsum"]);
/// // FT.DICTADD slang lorem ipsum
/// # let _ = command;
/// ```
#[inline]
pub fn ft_dictadd(dictionary: impl ToArg, terms: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::FT_DICTADD, [dictionary.to_arg().as_bytes()]);
    wire.push_args(&terms);
    Command::new(wire)
}

/// Takes terms out of a dictionary for spelling: how many were there.
///
/// `FT.DICTDEL`, since RediSearch 1.4.0. Complexity: O(1) for each term.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_dictdel("slang", "lorem");
/// // FT.DICTDEL slang lorem
/// # let _ = command;
/// ```
#[inline]
pub fn ft_dictdel(dictionary: impl ToArg, terms: impl ToArgs) -> Command<u64> {
    let mut wire = Wire::of(&metas::FT_DICTDEL, [dictionary.to_arg().as_bytes()]);
    wire.push_args(&terms);
    Command::new(wire)
}

/// All terms of a dictionary for spelling.
///
/// `FT.DICTDUMP`, since RediSearch 1.4.0. Complexity: O(N) for N terms.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_dictdump("slang");
/// // FT.DICTDUMP slang
/// # let _ = command;
/// ```
#[inline]
pub fn ft_dictdump(dictionary: impl ToArg) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::FT_DICTDUMP, [dictionary.to_arg().as_bytes()]))
}

/// The options of [`ft_dropindex`].
#[derive(Debug)]
pub struct FtDropindex;

impl Shareable for FtDropindex {}
impl Queueable for FtDropindex {}

/// Removes an index, not its documents.
///
/// `FT.DROPINDEX`, since RediSearch 2.0.0. Complexity: O(1); O(N) with documents, N keys
/// of the database.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_dropindex("books");
/// // FT.DROPINDEX books
/// # let _ = command;
/// ```
#[inline]
pub fn ft_dropindex(index: impl ToArg) -> Command<(), FtDropindex> {
    Command::new(Wire::of(&metas::FT_DROPINDEX, [index.to_arg().as_bytes()]))
}

impl<R, X> Command<R, FtDropindex, X> {
    /// Its documents too.
    #[inline]
    pub fn dd(self) -> Self {
        self.with(|wire| {
            wire.push(b"DD");
        })
    }
}

/// The options of [`ft_explain`].
#[derive(Debug)]
pub struct FtExplain;

impl Shareable for FtExplain {}
impl Queueable for FtExplain {}

/// How a query is understood: a tree as indented text.
///
/// `FT.EXPLAIN`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_explain("books", "dune|duna");
/// // FT.EXPLAIN books dune|duna
/// # let _ = command;
/// ```
#[inline]
pub fn ft_explain(index: impl ToArg, query: impl ToArg) -> Command<String, FtExplain> {
    Command::new(Wire::of(&metas::FT_EXPLAIN, [index.to_arg().as_bytes(), query.to_arg().as_bytes()]))
}

impl<R, X> Command<R, FtExplain, X> {
    /// The version of the query language. Since RediSearch 2.4.3.
    #[inline]
    pub fn dialect(self, version: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DIALECT");
            wire.push(version.to_arg().as_bytes());
        })
    }
}

/// How a query is understood: a tree as lines of text.
///
/// `FT.EXPLAINCLI`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_explaincli("books", "dune|duna");
/// // FT.EXPLAINCLI books dune|duna
/// # let _ = command;
/// ```
#[inline]
pub fn ft_explaincli(index: impl ToArg, query: impl ToArg) -> Command<Vec<String>, FtExplain> {
    Command::new(Wire::of(&metas::FT_EXPLAINCLI, [index.to_arg().as_bytes(), query.to_arg().as_bytes()]))
}

/// The options of [`ft_hybrid`].
#[derive(Debug)]
pub struct FtHybrid<Order = Free>(PhantomData<(Order,)>);

impl<Order> Shareable for FtHybrid<Order> {}
impl<Order> Queueable for FtHybrid<Order> {}

/// What a search by text and one by vector find together, best first.
///
/// Rows hold the key as `__key` and the score as `__score`, unless steps make others.
///
/// `FT.HYBRID`, since 8.4.0. Complexity: O(N + M) for N of the search by text and M of
/// that by vector.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new());
/// // FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60
/// # let _ = command;
/// ```
#[inline]
pub fn ft_hybrid(
    index: impl ToArg,
    text: impl Into<HybridText>,
    vector: impl Into<HybridVector>,
    fusion: impl Into<HybridFusion>,
) -> Command<HybridResults, FtHybrid> {
    let mut wire = Wire::of(&metas::FT_HYBRID, [index.to_arg().as_bytes(), b"SEARCH"]);
    let text: HybridText = text.into();
    wire.push_args(&text);
    wire.push(b"VSIM");
    let vector: HybridVector = vector.into();
    wire.push_args(&vector);
    let fusion: HybridFusion = fusion.into();
    wire.push_args(&fusion);
    Command::new(wire)
}

impl<R, Order, X> Command<R, FtHybrid<Order>, X> {
    /// Reads these fields of the documents, for the steps that follow. Sortable ones need not
    /// be read.
    #[inline]
    pub fn load(self, fields: impl Into<FieldList>) -> Self {
        self.with(|wire| {
            wire.push(b"LOAD");
            let fields: FieldList = fields.into();
            wire.push_args(&fields);
        })
    }

    /// Reads all fields of the documents.
    #[inline]
    pub fn load_all(self) -> Self {
        self.with(|wire| {
            wire.push(b"LOAD");
            wire.push(b"*");
        })
    }

    /// One row for each value of some fields, with what is computed over its group.
    #[inline]
    pub fn group_by(self, by: impl Into<GroupBy>) -> Self {
        self.with(|wire| {
            wire.push(b"GROUPBY");
            let by: GroupBy = by.into();
            wire.push_args(&by);
        })
    }

    /// A further field of each row: the value of an expression.
    #[inline]
    pub fn apply(self, expression: impl ToArg, name: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"APPLY");
            wire.push(expression.to_arg().as_bytes());
            wire.push(b"AS");
            wire.push(name.to_arg().as_bytes());
        })
    }

    /// Only rows for which this expression is true.
    #[inline]
    pub fn filter(self, expression: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER");
            wire.push(expression.to_arg().as_bytes());
        })
    }

    /// So many rows from this one on, the first one being 0. Default: 0 and 10.
    #[inline]
    pub fn limit(self, offset: u64, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(offset.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// What stands for `$name` in the query, such as the vector.
    #[inline]
    pub fn params(self, params: impl Into<QueryParams>) -> Self {
        self.with(|wire| {
            wire.push(b"PARAMS");
            let params: QueryParams = params.into();
            wire.push_args(&params);
        })
    }

    /// How long the server may look, instead of its setting.
    #[inline]
    pub fn time_limit(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"TIMEOUT");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }
}

impl<R, X> Command<R, FtHybrid<Free>, X> {
    /// Sorts the rows, instead of by score.
    #[inline]
    pub fn sort_by(self, by: impl Into<SortBy>) -> Command<R, FtHybrid<Used>, X> {
        self.with(|wire| {
            wire.push(b"SORTBY");
            let by: SortBy = by.into();
            wire.push_args(&by);
        })
        .retyped()
    }

    /// Leaves the rows unsorted.
    #[inline]
    pub fn no_sort(self) -> Command<R, FtHybrid<Used>, X> {
        self.with(|wire| {
            wire.push(b"NOSORT");
        })
        .retyped()
    }
}

/// What an index is like, how full it is and what it takes.
///
/// `FT.INFO`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_info("books");
/// // FT.INFO books
/// # let _ = command;
/// ```
#[inline]
pub fn ft_info(index: impl ToArg) -> Command<IndexInfo> {
    Command::new(Wire::of(&metas::FT_INFO, [index.to_arg().as_bytes()]))
}

/// The options of [`ft_profile`].
#[derive(Debug)]
pub struct FtProfile;

impl Shareable for FtProfile {}
impl Queueable for FtProfile {}

/// Runs a search or an aggregation and says what took its time.
///
/// `FT.PROFILE`, since RediSearch 2.2.0. Complexity: O(N), as the query.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_profile(ft_search("books", "dune").limit(0, 5));
/// // FT.PROFILE books SEARCH QUERY dune LIMIT 0 5
/// # let _ = command;
/// ```
#[inline]
pub fn ft_profile(query: impl Into<ProfiledQuery>) -> Command<SearchProfile, FtProfile> {
    let mut wire = Wire::of(&metas::FT_PROFILE, []);
    let query: ProfiledQuery = query.into();
    wire.push_args(&query);
    Command::new(wire)
}

impl<R, X> Command<R, FtProfile, X> {
    /// Leaves out what is inside of unions such as those of a prefix.
    #[inline]
    pub fn limited(self) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"LIMITED");
        })
    }
}

/// The options of [`ft_search`].
#[derive(Debug)]
pub struct FtSearch<Order = Free, Total = Free>(PhantomData<(Order, Total)>);

impl<Order, Total> Shareable for FtSearch<Order, Total> {}
impl<Order, Total> Queueable for FtSearch<Order, Total> {}

/// Documents that a query finds, best first, and how many there are.
///
/// What more each document comes with is said by `no_content`, `with_scores`,
/// `with_payloads` and `with_sort_keys`, each once.
///
/// `FT.SEARCH`, since RediSearch 1.0.0. Complexity: O(N) for N matches.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_search("books", "@title:dune");
/// // FT.SEARCH books @title:dune
/// # let _ = command;
/// ```
#[inline]
pub fn ft_search(index: impl ToArg, query: impl ToArg) -> Command<SearchReply, FtSearch> {
    Command::new(Wire::of(&metas::FT_SEARCH, [index.to_arg().as_bytes(), query.to_arg().as_bytes()]))
}

impl<R, Order, Total, X> Command<R, FtSearch<Order, Total>, X> {
    /// Looks for the words as they are, not for other forms of them.
    #[inline]
    pub fn verbatim(self) -> Self {
        self.with(|wire| {
            wire.push(b"VERBATIM");
        })
    }

    /// Looks for stop words too. Deprecated since Redis 8.0.
    #[inline]
    pub fn no_stopwords(self) -> Self {
        self.with(|wire| {
            wire.push(b"NOSTOPWORDS");
        })
    }

    /// Only documents with a number in this field from `min` to `max`: numbers, `-inf`,
    /// `+inf`, or `(` and a number to leave it out. Deprecated since RediSearch 2.10: the
    /// query says it.
    #[inline]
    pub fn filter(self, field: impl ToArg, min: impl ToArg, max: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"FILTER");
            wire.push(field.to_arg().as_bytes());
            wire.push(min.to_arg().as_bytes());
            wire.push(max.to_arg().as_bytes());
        })
    }

    /// Only documents with a place in this field within a radius. Deprecated since RediSearch
    /// 2.6: the query says it.
    #[inline]
    pub fn geo_filter(
        self,
        field: impl ToArg,
        longitude: f64,
        latitude: f64,
        radius: f64,
        unit: GeoUnit,
    ) -> Self {
        self.with(|wire| {
            wire.push(b"GEOFILTER");
            wire.push(field.to_arg().as_bytes());
            wire.push(longitude.to_arg().as_bytes());
            wire.push(latitude.to_arg().as_bytes());
            wire.push(radius.to_arg().as_bytes());
            wire.push(unit.to_arg().as_bytes());
        })
    }

    /// Only documents of these keys.
    #[inline]
    pub fn in_keys(self, keys: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"INKEYS");
            wire.push_counted(&keys);
        })
    }

    /// Looks for words in these text fields only.
    #[inline]
    pub fn in_fields(self, fields: impl ToArgs) -> Self {
        self.with(|wire| {
            wire.push(b"INFIELDS");
            wire.push_counted(&fields);
        })
    }

    /// Only these fields of the documents; for none at all there is `no_content`.
    #[inline]
    pub fn returning(self, fields: impl Into<FieldList>) -> Self {
        self.with(|wire| {
            wire.push(b"RETURN");
            let fields: FieldList = fields.into();
            wire.push_args(&fields);
        })
    }

    /// Of text fields only the parts around what was found.
    #[inline]
    pub fn summarize(self, how: impl Into<Summarize>) -> Self {
        self.with(|wire| {
            wire.push(b"SUMMARIZE");
            let how: Summarize = how.into();
            wire.push_args(&how);
        })
    }

    /// Puts tags around what was found.
    #[inline]
    pub fn highlight(self, how: impl Into<Highlight>) -> Self {
        self.with(|wire| {
            wire.push(b"HIGHLIGHT");
            let how: Highlight = how.into();
            wire.push_args(&how);
        })
    }

    /// How many other words may stand between those of the query.
    #[inline]
    pub fn slop(self, words: u64) -> Self {
        self.with(|wire| {
            wire.push(b"SLOP");
            wire.push(words.to_arg().as_bytes());
        })
    }

    /// How long the server may look, instead of its setting.
    #[inline]
    pub fn time_limit(self, time: Duration) -> Self {
        self.with(|wire| {
            wire.push(b"TIMEOUT");
            wire.push(times::millis(time).to_arg().as_bytes());
        })
    }

    /// Wants the words in the order of the query.
    #[inline]
    pub fn in_order(self) -> Self {
        self.with(|wire| {
            wire.push(b"INORDER");
        })
    }

    /// The language of the query, such as `german`. Default: the index's.
    #[inline]
    pub fn language(self, language: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"LANGUAGE");
            wire.push(language.to_arg().as_bytes());
        })
    }

    /// What adds other forms of words, instead of the stemmer.
    #[inline]
    pub fn expander(self, expander: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"EXPANDER");
            wire.push(expander.to_arg().as_bytes());
        })
    }

    /// What scores documents, such as `BM25STD`.
    #[inline]
    pub fn scorer(self, scorer: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"SCORER");
            wire.push(scorer.to_arg().as_bytes());
        })
    }

    /// A payload for scorers of one's own. Deprecated since RediSearch 2.0.
    #[inline]
    pub fn payload(self, payload: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"PAYLOAD");
            wire.push(payload.to_arg().as_bytes());
        })
    }

    /// So many documents from this one on, the first one being 0. Default: 0 and 10. A count
    /// of 0 gives the total alone.
    #[inline]
    pub fn limit(self, offset: u64, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"LIMIT");
            wire.push(offset.to_arg().as_bytes());
            wire.push(count.to_arg().as_bytes());
        })
    }

    /// What stands for `$name` in the query; needs dialect 2.
    #[inline]
    pub fn params(self, params: impl Into<QueryParams>) -> Self {
        self.with(|wire| {
            wire.push(b"PARAMS");
            let params: QueryParams = params.into();
            wire.push_args(&params);
        })
    }

    /// The version of the query language. Since RediSearch 2.4.3.
    #[inline]
    pub fn dialect(self, version: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DIALECT");
            wire.push(version.to_arg().as_bytes());
        })
    }
}

impl<R, Total, X> Command<R, FtSearch<Free, Total>, X> {
    /// Sorts by a field, the smallest one first.
    #[inline]
    pub fn sort_by(self, field: impl ToArg) -> Command<R, FtSearch<Used, Total>, X> {
        self.with(|wire| {
            wire.push(b"SORTBY");
            wire.push(field.to_arg().as_bytes());
        })
        .retyped()
    }

    /// Sorts by a field, the largest one first.
    #[inline]
    pub fn sort_by_desc(self, field: impl ToArg) -> Command<R, FtSearch<Used, Total>, X> {
        self.with(|wire| {
            wire.push(b"SORTBY");
            wire.push(field.to_arg().as_bytes());
            wire.push(b"DESC");
        })
        .retyped()
    }
}

impl<R, Order, X> Command<R, FtSearch<Order, Free>, X> {
    /// Counts all documents exactly, though fewer are wanted.
    #[inline]
    pub fn with_count(self) -> Command<R, FtSearch<Order, Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHCOUNT");
        })
        .retyped()
    }

    /// Lets the total be too low where that is faster.
    #[inline]
    pub fn without_count(self) -> Command<R, FtSearch<Order, Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHOUTCOUNT");
        })
        .retyped()
    }
}

/// The options of [`ft_spellcheck`].
#[derive(Debug)]
pub struct FtSpellcheck;

impl Shareable for FtSpellcheck {}
impl Queueable for FtSpellcheck {}

/// Terms of a query that the index does not know, and those it knows that are like them.
///
/// `FT.SPELLCHECK`, since RediSearch 1.4.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_spellcheck("books", "duna");
/// // FT.SPELLCHECK books duna
/// # let _ = command;
/// ```
#[inline]
pub fn ft_spellcheck(index: impl ToArg, query: impl ToArg) -> Command<Spellcheck, FtSpellcheck> {
    Command::new(Wire::of(&metas::FT_SPELLCHECK, [index.to_arg().as_bytes(), query.to_arg().as_bytes()]))
}

impl<R, X> Command<R, FtSpellcheck, X> {
    /// How many letters may differ, 1 to 4. Default: 1.
    #[inline]
    pub fn distance(self, letters: u64) -> Self {
        self.with(|wire| {
            wire.push(b"DISTANCE");
            wire.push(letters.to_arg().as_bytes());
        })
    }

    /// Proposes the terms of this dictionary too.
    #[inline]
    pub fn include(self, dictionary: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"TERMS");
            wire.push(b"INCLUDE");
            wire.push(dictionary.to_arg().as_bytes());
        })
    }

    /// Takes the terms of this dictionary for correct.
    #[inline]
    pub fn exclude(self, dictionary: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"TERMS");
            wire.push(b"EXCLUDE");
            wire.push(dictionary.to_arg().as_bytes());
        })
    }

    /// The version of the query language. Since RediSearch 2.4.3.
    #[inline]
    pub fn dialect(self, version: u32) -> Self {
        self.with(|wire| {
            wire.push(b"DIALECT");
            wire.push(version.to_arg().as_bytes());
        })
    }
}

/// The options of [`ft_sugadd`].
#[derive(Debug)]
pub struct FtSugadd;

impl Shareable for FtSugadd {}
impl Queueable for FtSugadd {}

/// Adds a suggestion to a dictionary for completion, or sets its score: how many it holds
/// then.
///
/// `FT.SUGADD`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_sugadd("titles", "dune", 1.0);
/// // FT.SUGADD titles dune 1
/// # let _ = command;
/// ```
#[inline]
pub fn ft_sugadd(key: impl ToArg, suggestion: impl ToArg, score: f64) -> Command<u64, FtSugadd> {
    Command::new(Wire::of(
        &metas::FT_SUGADD,
        [key.to_arg().as_bytes(), suggestion.to_arg().as_bytes(), score.to_arg().as_bytes()],
    ))
}

impl<R, X> Command<R, FtSugadd, X> {
    /// Adds to the score that it has.
    #[inline]
    pub fn incr(self) -> Self {
        self.with(|wire| {
            wire.push(b"INCR");
        })
    }

    /// Something to keep with it, for `with_payloads`.
    #[inline]
    pub fn payload(self, payload: impl ToArg) -> Self {
        self.with(|wire| {
            wire.push(b"PAYLOAD");
            wire.push(payload.to_arg().as_bytes());
        })
    }
}

/// Removes a suggestion: whether it was there.
///
/// `FT.SUGDEL`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_sugdel("titles", "dune");
/// // FT.SUGDEL titles dune
/// # let _ = command;
/// ```
#[inline]
pub fn ft_sugdel(key: impl ToArg, suggestion: impl ToArg) -> Command<bool> {
    Command::new(Wire::of(&metas::FT_SUGDEL, [key.to_arg().as_bytes(), suggestion.to_arg().as_bytes()]))
}

/// The options of [`ft_sugget`].
#[derive(Debug)]
pub struct FtSugget<With = Free>(PhantomData<(With,)>);

impl<With> Shareable for FtSugget<With> {}
impl<With> Queueable for FtSugget<With> {}

/// Suggestions that begin with a prefix, best first; five unless `max` says otherwise.
///
/// `FT.SUGGET`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_sugget("titles", "du");
/// // FT.SUGGET titles du
/// # let _ = command;
/// ```
#[inline]
pub fn ft_sugget(key: impl ToArg, prefix: impl ToArg) -> Command<Vec<Bytes>, FtSugget> {
    Command::new(Wire::of(&metas::FT_SUGGET, [key.to_arg().as_bytes(), prefix.to_arg().as_bytes()]))
}

impl<R, With, X> Command<R, FtSugget<With>, X> {
    /// Also those that begin with something one letter different.
    #[inline]
    pub fn fuzzy(self) -> Self {
        self.with(|wire| {
            wire.push(b"FUZZY");
        })
    }

    /// How many at the most.
    #[inline]
    pub fn max(self, count: u64) -> Self {
        self.with(|wire| {
            wire.push(b"MAX");
            wire.push(count.to_arg().as_bytes());
        })
    }
}

impl<X> Command<Vec<Bytes>, FtSugget<Free>, X> {
    /// Their scores too.
    #[inline]
    pub fn with_scores(self) -> Command<Scored, FtSugget<Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
        })
        .retyped()
    }

    /// What is kept with them too.
    #[inline]
    pub fn with_payloads(self) -> Command<Pairs<Bytes, Option<Bytes>>, FtSugget<Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHPAYLOADS");
        })
        .retyped()
    }

    /// Their scores and what is kept with them too.
    #[inline]
    pub fn with_scores_and_payloads(self) -> Command<Suggestions, FtSugget<Used>, X> {
        self.with(|wire| {
            wire.push(b"WITHSCORES");
            wire.push(b"WITHPAYLOADS");
        })
        .retyped()
    }
}

/// How many suggestions a dictionary for completion holds.
///
/// `FT.SUGLEN`, since RediSearch 1.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_suglen("titles");
/// // FT.SUGLEN titles
/// # let _ = command;
/// ```
#[inline]
pub fn ft_suglen(key: impl ToArg) -> Command<u64> {
    Command::new(Wire::of(&metas::FT_SUGLEN, [key.to_arg().as_bytes()]))
}

/// The terms of an index that have synonyms, with the groups they are in.
///
/// `FT.SYNDUMP`, since RediSearch 1.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_syndump("books");
/// // FT.SYNDUMP books
/// # let _ = command;
/// ```
#[inline]
pub fn ft_syndump(index: impl ToArg) -> Command<HashMap<Bytes, Vec<Bytes>>> {
    Command::new(Wire::of(&metas::FT_SYNDUMP, [index.to_arg().as_bytes()]))
}

/// The options of [`ft_synupdate`].
#[derive(Debug)]
pub struct FtSynupdate;

impl Shareable for FtSynupdate {}
impl Queueable for FtSynupdate {}

/// Adds terms to a group of synonyms of an index, which is made if there is none.
///
/// `FT.SYNUPDATE`, since RediSearch 1.2.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_synupdate("books", "g1", ["tale", "story"]);
/// // FT.SYNUPDATE books g1 tale story
/// # let _ = command;
/// ```
#[inline]
pub fn ft_synupdate(index: impl ToArg, group: impl ToArg, terms: impl ToArgs) -> Command<(), FtSynupdate> {
    let mut wire = Wire::of(&metas::FT_SYNUPDATE, [index.to_arg().as_bytes(), group.to_arg().as_bytes()]);
    wire.push_args(&terms);
    Command::new(wire)
}

impl<R, X> Command<R, FtSynupdate, X> {
    /// Leaves documents that exist already as they are indexed.
    #[inline]
    pub fn skip_initial_scan(self) -> Self {
        self.with_at(2, |wire| {
            wire.push(b"SKIPINITIALSCAN");
        })
    }
}

/// All values of a tag field, each once.
///
/// Without order and all at once: mind fields of many values.
///
/// `FT.TAGVALS`, since RediSearch 1.0.0. Complexity: O(N) for N values.
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_tagvals("books", "genre");
/// // FT.TAGVALS books genre
/// # let _ = command;
/// ```
#[inline]
pub fn ft_tagvals(index: impl ToArg, field: impl ToArg) -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::FT_TAGVALS, [index.to_arg().as_bytes(), field.to_arg().as_bytes()]))
}

/// The names of all indexes.
///
/// `FT._LIST`, since RediSearch 2.0.0. Complexity: O(1).
///
/// ```
/// # use resp_core::{cmd::*, replies::*};
/// # use std::time::{Duration, SystemTime, UNIX_EPOCH};
/// let command = ft_list();
/// // FT._LIST
/// # let _ = command;
/// ```
#[inline]
pub fn ft_list() -> Command<Vec<Bytes>> {
    Command::new(Wire::of(&metas::FT__LIST, []))
}
