// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Search: indexes over hashes and JSON documents, queries, aggregations, suggestions.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\")",
            wire: "FT.AGGREGATE books *",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*"),
    ));
    cases.push(Case::new(About { command: "FT.AGGREGATE", call: "ft_aggregate(\"books\", \"*\").apply(\"floor(@year/10)*10\", \"decade\").group_by(GroupBy::new(\"@decade\").reduce(Reducer::avg(\"@price\").alias(\"price\"))).sort_by(SortBy::desc(\"@price\")).limit(0, 3)", wire: "FT.AGGREGATE books * APPLY floor(@year/10)*10 AS decade GROUPBY 1 @decade REDUCE AVG 1 @price AS price SORTBY 2 @price DESC LIMIT 0 3", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_aggregate("books", "*").apply("floor(@year/10)*10", "decade").group_by(GroupBy::new("@decade").reduce(Reducer::avg("@price").alias("price"))).sort_by(SortBy::desc("@price")).limit(0, 3)));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").load([\"@title\", \"@year\"])",
            wire: "FT.AGGREGATE books * LOAD 2 @title @year",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").load(["@title", "@year"]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").load_all()",
            wire: "FT.AGGREGATE books * LOAD *",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").load_all(),
    ));
    cases.push(Case::new(About { command: "FT.AGGREGATE", call: "ft_aggregate(\"books\", \"*\").group_by(GroupBy::new(\"@author\").reduce(Reducer::count().alias(\"books\")))", wire: "FT.AGGREGATE books * GROUPBY 1 @author REDUCE COUNT 0 AS books", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_aggregate("books", "*").group_by(GroupBy::new("@author").reduce(Reducer::count().alias("books")))));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").apply(\"@price*2\", \"double\")",
            wire: "FT.AGGREGATE books * APPLY @price*2 AS double",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").apply("@price*2", "double"),
    ));
    cases.push(Case::new(About { command: "FT.AGGREGATE", call: "ft_aggregate(\"books\", \"*\").sort_by(SortBy::asc(\"@author\").then_desc(\"@year\").max(10))", wire: "FT.AGGREGATE books * SORTBY 4 @author ASC @year DESC MAX 10", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_aggregate("books", "*").sort_by(SortBy::asc("@author").then_desc("@year").max(10))));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").limit(0, 20)",
            wire: "FT.AGGREGATE books * LIMIT 0 20",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").limit(0, 20),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").filter(\"@year>1960\")",
            wire: "FT.AGGREGATE books * FILTER @year>1960",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").filter("@year>1960"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").verbatim()",
            wire: "FT.AGGREGATE books * VERBATIM",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").verbatim(),
    ));
    cases.push(Case::new(About { command: "FT.AGGREGATE", call: "ft_aggregate(\"books\", \"*\").with_cursor(CursorSettings::new().count(100).max_idle(Duration::from_secs(60)))", wire: "FT.AGGREGATE books * WITHCURSOR COUNT 100 MAXIDLE 60000", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_aggregate("books", "*").with_cursor(CursorSettings::new().count(100).max_idle(Duration::from_secs(60)))));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").time_limit(Duration::from_millis(250))",
            wire: "FT.AGGREGATE books * TIMEOUT 250",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").time_limit(Duration::from_millis(250)),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").params((\"min\", 1))",
            wire: "FT.AGGREGATE books * PARAMS 2 min 1",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").params(("min", 1)),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").scorer(\"TFIDF\")",
            wire: "FT.AGGREGATE books * SCORER TFIDF",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").scorer("TFIDF"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").add_scores()",
            wire: "FT.AGGREGATE books * ADDSCORES",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").add_scores(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").with_count()",
            wire: "FT.AGGREGATE books * WITHCOUNT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").with_count(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").without_count()",
            wire: "FT.AGGREGATE books * WITHOUTCOUNT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").without_count(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.AGGREGATE",
            call: "ft_aggregate(\"books\", \"*\").dialect(2)",
            wire: "FT.AGGREGATE books * DIALECT 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aggregate("books", "*").dialect(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.ALIASADD",
            call: "ft_aliasadd(\"books\", \"books-v2\")",
            wire: "FT.ALIASADD books books-v2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aliasadd("books", "books-v2"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.ALIASDEL",
            call: "ft_aliasdel(\"books\")",
            wire: "FT.ALIASDEL books",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aliasdel("books"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.ALIASUPDATE",
            call: "ft_aliasupdate(\"books\", \"books-v3\")",
            wire: "FT.ALIASUPDATE books books-v3",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_aliasupdate("books", "books-v3"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.ALTER",
            call: "ft_alter(\"books\", TagField::new(\"genre\"))",
            wire: "FT.ALTER books SCHEMA ADD genre TAG",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_alter("books", TagField::new("genre")),
    ));
    cases.push(Case::new(About { command: "FT.ALTER", call: "ft_alter(\"books\", Schema::new().field(NumericField::new(\"year\").sortable()).field(GeoField::new(\"shop\")))", wire: "FT.ALTER books SCHEMA ADD year NUMERIC SORTABLE shop GEO", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_alter("books", Schema::new().field(NumericField::new("year").sortable()).field(GeoField::new("shop")))));
    cases.push(Case::new(
        About {
            command: "FT.ALTER",
            call: "ft_alter(\"books\", TagField::new(\"genre\")).skip_initial_scan()",
            wire: "FT.ALTER books SKIPINITIALSCAN SCHEMA ADD genre TAG",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_alter("books", TagField::new("genre")).skip_initial_scan(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CONFIG GET",
            call: "ft_config_get(\"TIMEOUT\")",
            wire: "FT.CONFIG GET TIMEOUT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_config_get("TIMEOUT"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CONFIG HELP",
            call: "ft_config_help(\"TIMEOUT\")",
            wire: "FT.CONFIG HELP TIMEOUT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_config_help("TIMEOUT"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CONFIG SET",
            call: "ft_config_set(\"TIMEOUT\", 500)",
            wire: "FT.CONFIG SET TIMEOUT 500",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_config_set("TIMEOUT", 500),
    ));
    cases.push(Case::new(About { command: "FT.CREATE", call: "ft_create(\"books\", Schema::new().field(TextField::new(\"title\").weight(5.0)).field(TagField::new(\"genre\").separator(';'))).prefix(\"book:\")", wire: "FT.CREATE books PREFIX 1 book: SCHEMA title TEXT WEIGHT 5 genre TAG SEPARATOR ;", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_create("books", Schema::new().field(TextField::new("title").weight(5.0)).field(TagField::new("genre").separator(';'))).prefix("book:")));
    cases.push(Case::new(About { command: "FT.CREATE", call: "ft_create(\"docs\", Schema::new().field(HnswVectorField::new(\"$.v\", VectorType::Float32, 4, VectorMetric::Cosine).alias(\"v\").m(40))).on_json()", wire: "FT.CREATE docs ON JSON SCHEMA $.v AS v VECTOR HNSW 8 TYPE FLOAT32 DIM 4 DISTANCE_METRIC COSINE M 40", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_create("docs", Schema::new().field(HnswVectorField::new("$.v", VectorType::Float32, 4, VectorMetric::Cosine).alias("v").m(40))).on_json()));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).on_hash()",
            wire: "FT.CREATE books ON HASH SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).on_hash(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).on_json()",
            wire: "FT.CREATE books ON JSON SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).on_json(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).index_all()",
            wire: "FT.CREATE books INDEXALL ENABLE SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).index_all(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).no_index_all()",
            wire: "FT.CREATE books INDEXALL DISABLE SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).no_index_all(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).prefix([\"book:\", \"ebook:\"])",
            wire: "FT.CREATE books PREFIX 2 book: ebook: SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).prefix(["book:", "ebook:"]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).filter(\"@year>1900\")",
            wire: "FT.CREATE books FILTER @year>1900 SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).filter("@year>1900"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).language(\"german\")",
            wire: "FT.CREATE books LANGUAGE german SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).language("german"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).language_field(\"lang\")",
            wire: "FT.CREATE books LANGUAGE_FIELD lang SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).language_field("lang"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).score(0.5)",
            wire: "FT.CREATE books SCORE 0.5 SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).score(0.5),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).score_field(\"rank\")",
            wire: "FT.CREATE books SCORE_FIELD rank SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).score_field("rank"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).payload_field(\"raw\")",
            wire: "FT.CREATE books PAYLOAD_FIELD raw SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).payload_field("raw"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).max_text_fields()",
            wire: "FT.CREATE books MAXTEXTFIELDS SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).max_text_fields(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).temporary(Duration::from_secs(3600))",
            wire: "FT.CREATE books TEMPORARY 3600 SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).temporary(Duration::from_secs(3600)),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).no_offsets()",
            wire: "FT.CREATE books NOOFFSETS SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).no_offsets(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).no_hl()",
            wire: "FT.CREATE books NOHL SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).no_hl(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).no_fields()",
            wire: "FT.CREATE books NOFIELDS SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).no_fields(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).no_freqs()",
            wire: "FT.CREATE books NOFREQS SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).no_freqs(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).stopwords([\"the\", \"a\"])",
            wire: "FT.CREATE books STOPWORDS 2 the a SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).stopwords(["the", "a"]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CREATE",
            call: "ft_create(\"books\", TextField::new(\"title\")).skip_initial_scan()",
            wire: "FT.CREATE books SKIPINITIALSCAN SCHEMA title TEXT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_create("books", TextField::new("title")).skip_initial_scan(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CURSOR DEL",
            call: "ft_cursor_del(\"books\", 42)",
            wire: "FT.CURSOR DEL books 42",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_cursor_del("books", 42),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CURSOR READ",
            call: "ft_cursor_read(\"books\", 42)",
            wire: "FT.CURSOR READ books 42",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_cursor_read("books", 42),
    ));
    cases.push(Case::new(
        About {
            command: "FT.CURSOR READ",
            call: "ft_cursor_read(\"books\", 42).count(100)",
            wire: "FT.CURSOR READ books 42 COUNT 100",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_cursor_read("books", 42).count(100),
    ));
    cases.push(Case::new(
        About {
            command: "FT.DICTADD",
            call: "ft_dictadd(\"slang\", [\"lorem\", \"ipsum\"])",
            wire: "FT.DICTADD slang lorem ipsum",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_dictadd("slang", ["lorem", "ipsum"]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.DICTDEL",
            call: "ft_dictdel(\"slang\", \"lorem\")",
            wire: "FT.DICTDEL slang lorem",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_dictdel("slang", "lorem"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.DICTDUMP",
            call: "ft_dictdump(\"slang\")",
            wire: "FT.DICTDUMP slang",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_dictdump("slang"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.DROPINDEX",
            call: "ft_dropindex(\"books\")",
            wire: "FT.DROPINDEX books",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_dropindex("books"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.DROPINDEX",
            call: "ft_dropindex(\"books\").dd()",
            wire: "FT.DROPINDEX books DD",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_dropindex("books").dd(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.EXPLAIN",
            call: "ft_explain(\"books\", \"dune|duna\")",
            wire: "FT.EXPLAIN books dune|duna",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_explain("books", "dune|duna"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.EXPLAIN",
            call: "ft_explain(\"books\", \"dune\").dialect(2)",
            wire: "FT.EXPLAIN books dune DIALECT 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_explain("books", "dune").dialect(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.EXPLAINCLI",
            call: "ft_explaincli(\"books\", \"dune|duna\")",
            wire: "FT.EXPLAINCLI books dune|duna",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_explaincli("books", "dune|duna"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.EXPLAINCLI",
            call: "ft_explaincli(\"books\", \"dune\").dialect(2)",
            wire: "FT.EXPLAINCLI books dune DIALECT 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_explaincli("books", "dune").dialect(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.HYBRID",
            call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new())",
            wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()),
    ));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new().constant(10.0).window(20).score_as(\"score\"))", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 6 CONSTANT 10 WINDOW 20 YIELD_SCORE_AS score", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new().constant(10.0).window(20).score_as("score"))));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", HybridText::new(\"dune\").scorer(\"TFIDF\").score_as(\"text\"), HybridVector::new(\"@v\", \"$q\").knn(10).filter(\"@year:[1960 1970]\").score_as(\"near\"), LinearFusion::new(0.7, 0.3).window(20))", wire: "FT.HYBRID books SEARCH dune SCORER TFIDF YIELD_SCORE_AS text VSIM @v $q KNN 2 K 10 FILTER \"@year:[1960 1970]\" YIELD_SCORE_AS near COMBINE LINEAR 6 ALPHA 0.7 BETA 0.3 WINDOW 20", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", HybridText::new("dune").scorer("TFIDF").score_as("text"), HybridVector::new("@v", "$q").knn(10).filter("@year:[1960 1970]").score_as("near"), LinearFusion::new(0.7, 0.3).window(20))));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\").knn_ef(10, 200), RrfFusion::new())", wire: "FT.HYBRID books SEARCH dune VSIM @v $q KNN 4 K 10 EF_RUNTIME 200 COMBINE RRF 2 CONSTANT 60", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q").knn_ef(10, 200), RrfFusion::new())));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\").range(0.5), RrfFusion::new())", wire: "FT.HYBRID books SEARCH dune VSIM @v $q RANGE 2 RADIUS 0.5 COMBINE RRF 2 CONSTANT 60", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q").range(0.5), RrfFusion::new())));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\").range_epsilon(0.5, 0.01), RrfFusion::new())", wire: "FT.HYBRID books SEARCH dune VSIM @v $q RANGE 4 RADIUS 0.5 EPSILON 0.01 COMBINE RRF 2 CONSTANT 60", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q").range_epsilon(0.5, 0.01), RrfFusion::new())));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).load([\"@title\", \"@year\"])", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 LOAD 2 @title @year", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).load(["@title", "@year"])));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).load_all()", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 LOAD *", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).load_all()));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).group_by(GroupBy::new(\"@author\").reduce(Reducer::count().alias(\"books\")))", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 GROUPBY 1 @author REDUCE COUNT 0 AS books", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).group_by(GroupBy::new("@author").reduce(Reducer::count().alias("books")))));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).apply(\"@price*2\", \"double\")", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 APPLY @price*2 AS double", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).apply("@price*2", "double")));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).filter(\"@year>1960\")", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 FILTER @year>1960", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).filter("@year>1960")));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).sort_by(SortBy::desc(\"@year\"))", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 SORTBY 2 @year DESC", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).sort_by(SortBy::desc("@year"))));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).no_sort()", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 NOSORT", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).no_sort()));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).limit(0, 20)", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 LIMIT 0 20", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).limit(0, 20)));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).params((\"q\", \"blob\"))", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 PARAMS 2 q blob", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).params(("q", "blob"))));
    cases.push(Case::new(About { command: "FT.HYBRID", call: "ft_hybrid(\"books\", \"dune\", HybridVector::new(\"@v\", \"$q\"), RrfFusion::new()).time_limit(Duration::from_millis(250))", wire: "FT.HYBRID books SEARCH dune VSIM @v $q COMBINE RRF 2 CONSTANT 60 TIMEOUT 250", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_hybrid("books", "dune", HybridVector::new("@v", "$q"), RrfFusion::new()).time_limit(Duration::from_millis(250))));
    cases.push(Case::new(
        About {
            command: "FT.INFO",
            call: "ft_info(\"books\")",
            wire: "FT.INFO books",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_info("books"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.PROFILE",
            call: "ft_profile(ft_search(\"books\", \"dune\").limit(0, 5))",
            wire: "FT.PROFILE books SEARCH QUERY dune LIMIT 0 5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_profile(ft_search("books", "dune").limit(0, 5)),
    ));
    cases.push(Case::new(
        About {
            command: "FT.PROFILE",
            call: "ft_profile(ft_aggregate(\"books\", \"*\").load(\"title\"))",
            wire: "FT.PROFILE books AGGREGATE QUERY * LOAD 1 title",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_profile(ft_aggregate("books", "*").load("title")),
    ));
    cases.push(Case::new(
        About {
            command: "FT.PROFILE",
            call: "ft_profile(ft_search(\"books\", \"dune\")).limited()",
            wire: "FT.PROFILE books SEARCH LIMITED QUERY dune",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_profile(ft_search("books", "dune")).limited(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"@title:dune\")",
            wire: "FT.SEARCH books @title:dune",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "@title:dune"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").no_content()",
            wire: "FT.SEARCH books dune NOCONTENT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").no_content(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").with_scores()",
            wire: "FT.SEARCH books dune WITHSCORES",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").with_scores(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").with_scores().explain_score()",
            wire: "FT.SEARCH books dune WITHSCORES EXPLAINSCORE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").with_scores().explain_score(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").with_payloads()",
            wire: "FT.SEARCH books dune WITHPAYLOADS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").with_payloads(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").with_sort_keys().sort_by(\"year\")",
            wire: "FT.SEARCH books dune WITHSORTKEYS SORTBY year",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").with_sort_keys().sort_by("year"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").verbatim()",
            wire: "FT.SEARCH books dune VERBATIM",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").verbatim(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").no_stopwords()",
            wire: "FT.SEARCH books dune NOSTOPWORDS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").no_stopwords(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").filter(\"year\", 1960, \"(1970\")",
            wire: "FT.SEARCH books dune FILTER year 1960 (1970",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").filter("year", 1960, "(1970"),
    ));
    cases.push(Case::new(About { command: "FT.SEARCH", call: "ft_search(\"books\", \"dune\").geo_filter(\"shop\", 13.4, 52.5, 10.0, GeoUnit::Kilometers)", wire: "FT.SEARCH books dune GEOFILTER shop 13.4 52.5 10 km", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_search("books", "dune").geo_filter("shop", 13.4, 52.5, 10.0, GeoUnit::Kilometers)));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").in_keys([\"book:1\", \"book:2\"])",
            wire: "FT.SEARCH books dune INKEYS 2 book:1 book:2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").in_keys(["book:1", "book:2"]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").in_fields(\"title\")",
            wire: "FT.SEARCH books dune INFIELDS 1 title",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").in_fields("title"),
    ));
    cases.push(Case::new(About { command: "FT.SEARCH", call: "ft_search(\"books\", \"dune\").returning(FieldList::new().field(\"title\").field_as(\"$.price\", \"price\"))", wire: "FT.SEARCH books dune RETURN 4 title $.price AS price", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_search("books", "dune").returning(FieldList::new().field("title").field_as("$.price", "price"))));
    cases.push(Case::new(About { command: "FT.SEARCH", call: "ft_search(\"books\", \"dune\").summarize(Summarize::new().fields(\"text\").fragments(2).length(10).separator(\"~\"))", wire: "FT.SEARCH books dune SUMMARIZE FIELDS 1 text FRAGS 2 LEN 10 SEPARATOR ~", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_search("books", "dune").summarize(Summarize::new().fields("text").fragments(2).length(10).separator("~"))));
    cases.push(Case::new(About { command: "FT.SEARCH", call: "ft_search(\"books\", \"dune\").highlight(Highlight::new().fields([\"title\", \"text\"]).tags(\"<b>\", \"</b>\"))", wire: "FT.SEARCH books dune HIGHLIGHT FIELDS 2 title text TAGS <b> </b>", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ft_search("books", "dune").highlight(Highlight::new().fields(["title", "text"]).tags("<b>", "</b>"))));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").slop(2)",
            wire: "FT.SEARCH books dune SLOP 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").slop(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").time_limit(Duration::from_millis(250))",
            wire: "FT.SEARCH books dune TIMEOUT 250",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").time_limit(Duration::from_millis(250)),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").in_order()",
            wire: "FT.SEARCH books dune INORDER",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").in_order(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").language(\"german\")",
            wire: "FT.SEARCH books dune LANGUAGE german",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").language("german"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").expander(\"SBSTEM\")",
            wire: "FT.SEARCH books dune EXPANDER SBSTEM",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").expander("SBSTEM"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").scorer(\"TFIDF\")",
            wire: "FT.SEARCH books dune SCORER TFIDF",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").scorer("TFIDF"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").payload(\"x\")",
            wire: "FT.SEARCH books dune PAYLOAD x",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").payload("x"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").sort_by(\"year\")",
            wire: "FT.SEARCH books dune SORTBY year",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").sort_by("year"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").sort_by_desc(\"year\")",
            wire: "FT.SEARCH books dune SORTBY year DESC",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").sort_by_desc("year"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").with_count()",
            wire: "FT.SEARCH books dune WITHCOUNT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").with_count(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").without_count()",
            wire: "FT.SEARCH books dune WITHOUTCOUNT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").without_count(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").limit(10, 5)",
            wire: "FT.SEARCH books dune LIMIT 10 5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").limit(10, 5),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").params([(\"min\", 1), (\"max\", 5)])",
            wire: "FT.SEARCH books dune PARAMS 4 min 1 max 5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").params([("min", 1), ("max", 5)]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SEARCH",
            call: "ft_search(\"books\", \"dune\").dialect(2)",
            wire: "FT.SEARCH books dune DIALECT 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_search("books", "dune").dialect(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SPELLCHECK",
            call: "ft_spellcheck(\"books\", \"duna\")",
            wire: "FT.SPELLCHECK books duna",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_spellcheck("books", "duna"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SPELLCHECK",
            call: "ft_spellcheck(\"books\", \"duna\").distance(2)",
            wire: "FT.SPELLCHECK books duna DISTANCE 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_spellcheck("books", "duna").distance(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SPELLCHECK",
            call: "ft_spellcheck(\"books\", \"duna\").include(\"names\").exclude(\"slang\")",
            wire: "FT.SPELLCHECK books duna TERMS INCLUDE names TERMS EXCLUDE slang",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_spellcheck("books", "duna").include("names").exclude("slang"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SPELLCHECK",
            call: "ft_spellcheck(\"books\", \"duna\").dialect(2)",
            wire: "FT.SPELLCHECK books duna DIALECT 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_spellcheck("books", "duna").dialect(2),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGADD",
            call: "ft_sugadd(\"titles\", \"dune\", 1.0)",
            wire: "FT.SUGADD titles dune 1",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugadd("titles", "dune", 1.0),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGADD",
            call: "ft_sugadd(\"titles\", \"dune\", 1.0).incr()",
            wire: "FT.SUGADD titles dune 1 INCR",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugadd("titles", "dune", 1.0).incr(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGADD",
            call: "ft_sugadd(\"titles\", \"dune\", 1.0).payload(\"book:1\")",
            wire: "FT.SUGADD titles dune 1 PAYLOAD book:1",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugadd("titles", "dune", 1.0).payload("book:1"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGDEL",
            call: "ft_sugdel(\"titles\", \"dune\")",
            wire: "FT.SUGDEL titles dune",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugdel("titles", "dune"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGGET",
            call: "ft_sugget(\"titles\", \"du\")",
            wire: "FT.SUGGET titles du",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugget("titles", "du"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGGET",
            call: "ft_sugget(\"titles\", \"du\").fuzzy()",
            wire: "FT.SUGGET titles du FUZZY",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugget("titles", "du").fuzzy(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGGET",
            call: "ft_sugget(\"titles\", \"du\").max(3)",
            wire: "FT.SUGGET titles du MAX 3",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugget("titles", "du").max(3),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGGET",
            call: "ft_sugget(\"titles\", \"du\").with_scores()",
            wire: "FT.SUGGET titles du WITHSCORES",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugget("titles", "du").with_scores(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGGET",
            call: "ft_sugget(\"titles\", \"du\").with_payloads()",
            wire: "FT.SUGGET titles du WITHPAYLOADS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugget("titles", "du").with_payloads(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGGET",
            call: "ft_sugget(\"titles\", \"du\").with_scores_and_payloads()",
            wire: "FT.SUGGET titles du WITHSCORES WITHPAYLOADS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_sugget("titles", "du").with_scores_and_payloads(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SUGLEN",
            call: "ft_suglen(\"titles\")",
            wire: "FT.SUGLEN titles",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_suglen("titles"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SYNDUMP",
            call: "ft_syndump(\"books\")",
            wire: "FT.SYNDUMP books",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_syndump("books"),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SYNUPDATE",
            call: "ft_synupdate(\"books\", \"g1\", [\"tale\", \"story\"])",
            wire: "FT.SYNUPDATE books g1 tale story",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_synupdate("books", "g1", ["tale", "story"]),
    ));
    cases.push(Case::new(
        About {
            command: "FT.SYNUPDATE",
            call: "ft_synupdate(\"books\", \"g1\", \"tale\").skip_initial_scan()",
            wire: "FT.SYNUPDATE books g1 SKIPINITIALSCAN tale",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_synupdate("books", "g1", "tale").skip_initial_scan(),
    ));
    cases.push(Case::new(
        About {
            command: "FT.TAGVALS",
            call: "ft_tagvals(\"books\", \"genre\")",
            wire: "FT.TAGVALS books genre",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ft_tagvals("books", "genre"),
    ));
    cases.push(Case::new(
        About {
            command: "FT._LIST",
            call: "ft_list()",
            wire: "FT._LIST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        ft_list,
    ));
}
