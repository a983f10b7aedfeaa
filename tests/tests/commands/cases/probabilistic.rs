// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Filters and sketches: what was seen, how often, and how large, in little memory and with a known error.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "BF.ADD",
            call: "bf_add(\"seen\", \"ada\")",
            wire: "BF.ADD seen ada",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_add("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "BF.CARD",
            call: "bf_card(\"seen\")",
            wire: "BF.CARD seen",
            setup: &["BF.ADD seen ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_card("seen"),
    ));
    cases.push(Case::new(
        About {
            command: "BF.EXISTS",
            call: "bf_exists(\"seen\", \"ada\")",
            wire: "BF.EXISTS seen ada",
            setup: &["BF.ADD seen ada"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_exists("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INFO",
            call: "bf_info(\"seen\")",
            wire: "BF.INFO seen",
            setup: &["BF.ADD seen ada"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_info("seen"),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INFO",
            call: "bf_info(\"seen\").capacity()",
            wire: "BF.INFO seen CAPACITY",
            setup: &["BF.ADD seen ada"],
            reply: Some("100"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_info("seen").capacity(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INFO",
            call: "bf_info(\"seen\").size()",
            wire: "BF.INFO seen SIZE",
            setup: &["BF.ADD seen ada"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_info("seen").size(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INFO",
            call: "bf_info(\"seen\").filters()",
            wire: "BF.INFO seen FILTERS",
            setup: &["BF.ADD seen ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_info("seen").filters(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INFO",
            call: "bf_info(\"seen\").items()",
            wire: "BF.INFO seen ITEMS",
            setup: &["BF.ADD seen ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_info("seen").items(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INFO",
            call: "bf_info(\"seen\").expansion()",
            wire: "BF.INFO seen EXPANSION",
            setup: &["BF.ADD seen ada"],
            reply: Some("Some(2)"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_info("seen").expansion(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INSERT",
            call: "bf_insert(\"seen\", [\"ada\", \"bob\"])",
            wire: "BF.INSERT seen ITEMS ada bob",
            setup: &[],
            reply: Some("[Added, Added]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_insert("seen", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INSERT",
            call: "bf_insert(\"seen\", \"ada\").capacity(1000)",
            wire: "BF.INSERT seen CAPACITY 1000 ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_insert("seen", "ada").capacity(1000),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INSERT",
            call: "bf_insert(\"seen\", \"ada\").error(0.001)",
            wire: "BF.INSERT seen ERROR 0.001 ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_insert("seen", "ada").error(0.001),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INSERT",
            call: "bf_insert(\"seen\", \"ada\").expansion(4)",
            wire: "BF.INSERT seen EXPANSION 4 ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_insert("seen", "ada").expansion(4),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INSERT",
            call: "bf_insert(\"seen\", \"ada\").non_scaling()",
            wire: "BF.INSERT seen NONSCALING ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_insert("seen", "ada").non_scaling(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.INSERT",
            call: "bf_insert(\"seen\", \"ada\").no_create()",
            wire: "BF.INSERT seen NOCREATE ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_insert("seen", "ada").no_create(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.LOADCHUNK",
            call: "bf_loadchunk(\"copy\", 1, \"data\")",
            wire: "BF.LOADCHUNK copy 1 data",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_loadchunk("copy", 1, "data"),
    ));
    cases.push(Case::new(
        About {
            command: "BF.MADD",
            call: "bf_madd(\"seen\", [\"ada\", \"bob\"])",
            wire: "BF.MADD seen ada bob",
            setup: &[],
            reply: Some("[Added, Added]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_madd("seen", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "BF.MEXISTS",
            call: "bf_mexists(\"seen\", [\"ada\", \"bob\"])",
            wire: "BF.MEXISTS seen ada bob",
            setup: &["BF.ADD seen ada"],
            reply: Some("[true, false]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_mexists("seen", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "BF.RESERVE",
            call: "bf_reserve(\"seen\", 0.001, 10_000)",
            wire: "BF.RESERVE seen 0.001 10000",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_reserve("seen", 0.001, 10_000),
    ));
    cases.push(Case::new(
        About {
            command: "BF.RESERVE",
            call: "bf_reserve(\"seen\", 0.01, 100).expansion(4)",
            wire: "BF.RESERVE seen 0.01 100 EXPANSION 4",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_reserve("seen", 0.01, 100).expansion(4),
    ));
    cases.push(Case::new(
        About {
            command: "BF.RESERVE",
            call: "bf_reserve(\"seen\", 0.01, 100).non_scaling()",
            wire: "BF.RESERVE seen 0.01 100 NONSCALING",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_reserve("seen", 0.01, 100).non_scaling(),
    ));
    cases.push(Case::new(
        About {
            command: "BF.SCANDUMP",
            call: "bf_scandump(\"seen\", 0)",
            wire: "BF.SCANDUMP seen 0",
            setup: &["BF.ADD seen ada"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || bf_scandump("seen", 0),
    ));
    cases.push(Case::new(
        About {
            command: "CF.ADD",
            call: "cf_add(\"seen\", \"ada\")",
            wire: "CF.ADD seen ada",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_add("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.ADDNX",
            call: "cf_addnx(\"seen\", \"ada\")",
            wire: "CF.ADDNX seen ada",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_addnx("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.COUNT",
            call: "cf_count(\"seen\", \"ada\")",
            wire: "CF.COUNT seen ada",
            setup: &["CF.ADD seen ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_count("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.DEL",
            call: "cf_del(\"seen\", \"ada\")",
            wire: "CF.DEL seen ada",
            setup: &["CF.ADD seen ada"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_del("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.EXISTS",
            call: "cf_exists(\"seen\", \"ada\")",
            wire: "CF.EXISTS seen ada",
            setup: &["CF.ADD seen ada"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_exists("seen", "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INFO",
            call: "cf_info(\"seen\")",
            wire: "CF.INFO seen",
            setup: &["CF.ADD seen ada"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_info("seen"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INSERT",
            call: "cf_insert(\"seen\", [\"ada\", \"bob\"])",
            wire: "CF.INSERT seen ITEMS ada bob",
            setup: &[],
            reply: Some("[Added, Added]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_insert("seen", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INSERT",
            call: "cf_insert(\"seen\", \"ada\").capacity(1000)",
            wire: "CF.INSERT seen CAPACITY 1000 ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_insert("seen", "ada").capacity(1000),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INSERT",
            call: "cf_insert(\"seen\", \"ada\").no_create()",
            wire: "CF.INSERT seen NOCREATE ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_insert("seen", "ada").no_create(),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INSERTNX",
            call: "cf_insertnx(\"seen\", [\"ada\", \"bob\"])",
            wire: "CF.INSERTNX seen ITEMS ada bob",
            setup: &[],
            reply: Some("[Added, Added]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_insertnx("seen", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INSERTNX",
            call: "cf_insertnx(\"seen\", \"ada\").capacity(1000)",
            wire: "CF.INSERTNX seen CAPACITY 1000 ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_insertnx("seen", "ada").capacity(1000),
    ));
    cases.push(Case::new(
        About {
            command: "CF.INSERTNX",
            call: "cf_insertnx(\"seen\", \"ada\").no_create()",
            wire: "CF.INSERTNX seen NOCREATE ITEMS ada",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_insertnx("seen", "ada").no_create(),
    ));
    cases.push(Case::new(
        About {
            command: "CF.LOADCHUNK",
            call: "cf_loadchunk(\"copy\", 1, \"data\")",
            wire: "CF.LOADCHUNK copy 1 data",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_loadchunk("copy", 1, "data"),
    ));
    cases.push(Case::new(
        About {
            command: "CF.MEXISTS",
            call: "cf_mexists(\"seen\", [\"ada\", \"bob\"])",
            wire: "CF.MEXISTS seen ada bob",
            setup: &["CF.ADD seen ada"],
            reply: Some("[true, false]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_mexists("seen", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "CF.RESERVE",
            call: "cf_reserve(\"seen\", 1000)",
            wire: "CF.RESERVE seen 1000",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_reserve("seen", 1000),
    ));
    cases.push(Case::new(
        About {
            command: "CF.RESERVE",
            call: "cf_reserve(\"seen\", 1000).bucket_size(4)",
            wire: "CF.RESERVE seen 1000 BUCKETSIZE 4",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_reserve("seen", 1000).bucket_size(4),
    ));
    cases.push(Case::new(
        About {
            command: "CF.RESERVE",
            call: "cf_reserve(\"seen\", 1000).max_iterations(50)",
            wire: "CF.RESERVE seen 1000 MAXITERATIONS 50",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_reserve("seen", 1000).max_iterations(50),
    ));
    cases.push(Case::new(
        About {
            command: "CF.RESERVE",
            call: "cf_reserve(\"seen\", 1000).expansion(2)",
            wire: "CF.RESERVE seen 1000 EXPANSION 2",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_reserve("seen", 1000).expansion(2),
    ));
    cases.push(Case::new(
        About {
            command: "CF.SCANDUMP",
            call: "cf_scandump(\"seen\", 0)",
            wire: "CF.SCANDUMP seen 0",
            setup: &["CF.ADD seen ada"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cf_scandump("seen", 0),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.INCRBY",
            call: "cms_incrby(\"views\", [(\"home\", 3), (\"about\", 1)])",
            wire: "CMS.INCRBY views home 3 about 1",
            setup: &["CMS.INITBYDIM views 2000 5"],
            reply: Some("[3, 1]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_incrby("views", [("home", 3), ("about", 1)]),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.INFO",
            call: "cms_info(\"views\")",
            wire: "CMS.INFO views",
            setup: &["CMS.INITBYDIM views 2000 5"],
            reply: Some("CountMinInfo { width: 2000, depth: 5, count: 0 }"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_info("views"),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.INITBYDIM",
            call: "cms_initbydim(\"views\", 2000, 5)",
            wire: "CMS.INITBYDIM views 2000 5",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_initbydim("views", 2000, 5),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.INITBYPROB",
            call: "cms_initbyprob(\"views\", 0.001, 0.01)",
            wire: "CMS.INITBYPROB views 0.001 0.01",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_initbyprob("views", 0.001, 0.01),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.MERGE",
            call: "cms_merge(\"all\", [\"a\", \"b\"])",
            wire: "CMS.MERGE all 2 a b",
            setup: &["CMS.INITBYDIM all 10 2", "CMS.INITBYDIM a 10 2", "CMS.INITBYDIM b 10 2"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_merge("all", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.MERGE",
            call: "cms_merge(\"all\", [\"a\", \"b\"]).weights([1, 3])",
            wire: "CMS.MERGE all 2 a b WEIGHTS 1 3",
            setup: &["CMS.INITBYDIM all 10 2", "CMS.INITBYDIM a 10 2", "CMS.INITBYDIM b 10 2"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_merge("all", ["a", "b"]).weights([1, 3]),
    ));
    cases.push(Case::new(
        About {
            command: "CMS.QUERY",
            call: "cms_query(\"views\", [\"home\", \"about\"])",
            wire: "CMS.QUERY views home about",
            setup: &["CMS.INITBYDIM views 2000 5", "CMS.INCRBY views home 3"],
            reply: Some("[3, 0]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || cms_query("views", ["home", "about"]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.ADD",
            call: "tdigest_add(\"delays\", [1.5, 2.0])",
            wire: "TDIGEST.ADD delays 1.5 2",
            setup: &["TDIGEST.CREATE delays"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_add("delays", [1.5, 2.0]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.BYRANK",
            call: "tdigest_byrank(\"delays\", [0, 1])",
            wire: "TDIGEST.BYRANK delays 0 1",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("[1.0, 2.0]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_byrank("delays", [0, 1]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.BYREVRANK",
            call: "tdigest_byrevrank(\"delays\", [0, 1])",
            wire: "TDIGEST.BYREVRANK delays 0 1",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("[2.0, 1.0]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_byrevrank("delays", [0, 1]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.CDF",
            call: "tdigest_cdf(\"delays\", [0.0, 9.5])",
            wire: "TDIGEST.CDF delays 0 9.5",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("[0.0, 1.0]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_cdf("delays", [0.0, 9.5]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.CREATE",
            call: "tdigest_create(\"delays\")",
            wire: "TDIGEST.CREATE delays",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_create("delays"),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.CREATE",
            call: "tdigest_create(\"delays\").compression(200)",
            wire: "TDIGEST.CREATE delays COMPRESSION 200",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_create("delays").compression(200),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.INFO",
            call: "tdigest_info(\"delays\")",
            wire: "TDIGEST.INFO delays",
            setup: &["TDIGEST.CREATE delays"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_info("delays"),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.MAX",
            call: "tdigest_max(\"delays\")",
            wire: "TDIGEST.MAX delays",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("2.0"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_max("delays"),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.MERGE",
            call: "tdigest_merge(\"all\", [\"a\", \"b\"])",
            wire: "TDIGEST.MERGE all 2 a b",
            setup: &["TDIGEST.CREATE a", "TDIGEST.CREATE b"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_merge("all", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.MERGE",
            call: "tdigest_merge(\"all\", [\"a\", \"b\"]).compression(200)",
            wire: "TDIGEST.MERGE all 2 a b COMPRESSION 200",
            setup: &["TDIGEST.CREATE a", "TDIGEST.CREATE b"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_merge("all", ["a", "b"]).compression(200),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.MERGE",
            call: "tdigest_merge(\"all\", [\"a\", \"b\"]).overwrite()",
            wire: "TDIGEST.MERGE all 2 a b OVERRIDE",
            setup: &["TDIGEST.CREATE a", "TDIGEST.CREATE b"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_merge("all", ["a", "b"]).overwrite(),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.MIN",
            call: "tdigest_min(\"delays\")",
            wire: "TDIGEST.MIN delays",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("1.0"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_min("delays"),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.QUANTILE",
            call: "tdigest_quantile(\"delays\", [0.0, 1.0])",
            wire: "TDIGEST.QUANTILE delays 0 1",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("[1.0, 2.0]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_quantile("delays", [0.0, 1.0]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.RANK",
            call: "tdigest_rank(\"delays\", [0.0, 9.5])",
            wire: "TDIGEST.RANK delays 0 9.5",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("[Outside, At(2)]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_rank("delays", [0.0, 9.5]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.RESET",
            call: "tdigest_reset(\"delays\")",
            wire: "TDIGEST.RESET delays",
            setup: &["TDIGEST.CREATE delays"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_reset("delays"),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.REVRANK",
            call: "tdigest_revrank(\"delays\", [0.0, 9.5])",
            wire: "TDIGEST.REVRANK delays 0 9.5",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: Some("[At(2), Outside]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_revrank("delays", [0.0, 9.5]),
    ));
    cases.push(Case::new(
        About {
            command: "TDIGEST.TRIMMED_MEAN",
            call: "tdigest_trimmed_mean(\"delays\", 0.25, 0.75)",
            wire: "TDIGEST.TRIMMED_MEAN delays 0.25 0.75",
            setup: &["TDIGEST.CREATE delays", "TDIGEST.ADD delays 1 2"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || tdigest_trimmed_mean("delays", 0.25, 0.75),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.ADD",
            call: "topk_add(\"pages\", [\"home\", \"about\"])",
            wire: "TOPK.ADD pages home about",
            setup: &["TOPK.RESERVE pages 3"],
            reply: Some("[None, None]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_add("pages", ["home", "about"]),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.COUNT",
            call: "topk_count(\"pages\", [\"home\", \"about\"])",
            wire: "TOPK.COUNT pages home about",
            setup: &["TOPK.RESERVE pages 3"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_count("pages", ["home", "about"]),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.INCRBY",
            call: "topk_incrby(\"pages\", [(\"home\", 3), (\"about\", 1)])",
            wire: "TOPK.INCRBY pages home 3 about 1",
            setup: &["TOPK.RESERVE pages 3"],
            reply: Some("[None, None]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_incrby("pages", [("home", 3), ("about", 1)]),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.INFO",
            call: "topk_info(\"pages\")",
            wire: "TOPK.INFO pages",
            setup: &["TOPK.RESERVE pages 3"],
            reply: Some("TopKInfo { k: 3, width: 8, depth: 7, decay: 0.9 }"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_info("pages"),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.LIST",
            call: "topk_list(\"pages\")",
            wire: "TOPK.LIST pages",
            setup: &["TOPK.RESERVE pages 3", "TOPK.ADD pages home"],
            reply: Some("[b\"home\"]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_list("pages"),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.LIST",
            call: "topk_list(\"pages\").with_count()",
            wire: "TOPK.LIST pages WITHCOUNT",
            setup: &["TOPK.RESERVE pages 3", "TOPK.ADD pages home"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_list("pages").with_count(),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.QUERY",
            call: "topk_query(\"pages\", [\"home\", \"about\"])",
            wire: "TOPK.QUERY pages home about",
            setup: &["TOPK.RESERVE pages 3", "TOPK.ADD pages home"],
            reply: Some("[true, false]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_query("pages", ["home", "about"]),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.RESERVE",
            call: "topk_reserve(\"pages\", 3)",
            wire: "TOPK.RESERVE pages 3",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_reserve("pages", 3),
    ));
    cases.push(Case::new(
        About {
            command: "TOPK.RESERVE",
            call: "topk_reserve(\"pages\", 3).dimensions(2000, 7, 0.925)",
            wire: "TOPK.RESERVE pages 3 2000 7 0.925",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || topk_reserve("pages", 3).dimensions(2000, 7, 0.925),
    ));
}
