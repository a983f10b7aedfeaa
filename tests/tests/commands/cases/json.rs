// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! JSON documents.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "JSON.ARRAPPEND",
            call: "json_arrappend(\"doc\", \"$.colors\", [r#\"\"blue\"\"#, r#\"\"red\"\"#])",
            wire: "JSON.ARRAPPEND doc $.colors \"\\\"blue\\\"\" \"\\\"red\\\"\"",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrappend("doc", "$.colors", [r#""blue""#, r#""red""#]),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRINDEX",
            call: "json_arrindex(\"doc\", \"$..colors\", r#\"\"silver\"\"#)",
            wire: "JSON.ARRINDEX doc $..colors \"\\\"silver\\\"\"",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrindex("doc", "$..colors", r#""silver""#),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRINDEX",
            call: "json_arrindex(\"doc\", \"$.sizes\", 7).start(2)",
            wire: "JSON.ARRINDEX doc $.sizes 7 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrindex("doc", "$.sizes", 7).start(2),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRINDEX",
            call: "json_arrindex(\"doc\", \"$.sizes\", 7).range(2, -1)",
            wire: "JSON.ARRINDEX doc $.sizes 7 2 -1",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrindex("doc", "$.sizes", 7).range(2, -1),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRINSERT",
            call: "json_arrinsert(\"doc\", \"$.sizes\", 0, [1, 2])",
            wire: "JSON.ARRINSERT doc $.sizes 0 1 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrinsert("doc", "$.sizes", 0, [1, 2]),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRLEN",
            call: "json_arrlen(\"doc\", \"$..sizes\")",
            wire: "JSON.ARRLEN doc $..sizes",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrlen("doc", "$..sizes"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRPOP",
            call: "json_arrpop(\"doc\", \"$.sizes\")",
            wire: "JSON.ARRPOP doc $.sizes",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrpop("doc", "$.sizes"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRPOP",
            call: "json_arrpop(\"doc\", \"$.sizes\").index(0)",
            wire: "JSON.ARRPOP doc $.sizes 0",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrpop("doc", "$.sizes").index(0),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.ARRTRIM",
            call: "json_arrtrim(\"doc\", \"$.sizes\", 1, -2)",
            wire: "JSON.ARRTRIM doc $.sizes 1 -2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_arrtrim("doc", "$.sizes", 1, -2),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.CLEAR",
            call: "json_clear(\"doc\", \"$.*\")",
            wire: "JSON.CLEAR doc $.*",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_clear("doc", "$.*"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.DEBUG HELP",
            call: "json_debug_help()",
            wire: "JSON.DEBUG HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        json_debug_help,
    ));
    cases.push(Case::new(
        About {
            command: "JSON.DEBUG MEMORY",
            call: "json_debug_memory(\"doc\", \"$\")",
            wire: "JSON.DEBUG MEMORY doc $",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_debug_memory("doc", "$"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.DEL",
            call: "json_del(\"doc\", \"$..price\")",
            wire: "JSON.DEL doc $..price",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_del("doc", "$..price"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.FORGET",
            call: "json_forget(\"doc\", \"$..price\")",
            wire: "JSON.FORGET doc $..price",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_forget("doc", "$..price"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.GET",
            call: "json_get(\"doc\", \"$..price\")",
            wire: "JSON.GET doc $..price",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_get("doc", "$..price"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.GET",
            call: "json_get(\"doc\", [\"$.a\", \"$.b\"]).indent(\"  \")",
            wire: "JSON.GET doc INDENT \"  \" $.a $.b",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_get("doc", ["$.a", "$.b"]).indent("  "),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.GET",
            call: "json_get(\"doc\", [\"\"; 0]).newline(\"\\n\")",
            wire: "JSON.GET doc NEWLINE \"\\n\"",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_get("doc", [""; 0]).newline("\n"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.GET",
            call: "json_get(\"doc\", \"$\").space(\" \")",
            wire: "JSON.GET doc SPACE \" \" $",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_get("doc", "$").space(" "),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.MERGE",
            call: "json_merge(\"doc\", \"$\", r#\"{\"a\":null,\"b\":2}\"#)",
            wire: "JSON.MERGE doc $ \"{\\\"a\\\":null,\\\"b\\\":2}\"",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_merge("doc", "$", r#"{"a":null,"b":2}"#),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.MGET",
            call: "json_mget([\"doc1\", \"doc2\"], \"$..price\")",
            wire: "JSON.MGET doc1 doc2 $..price",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_mget(["doc1", "doc2"], "$..price"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.MSET",
            call: "json_mset(\"doc1\", \"$\", 1).and(\"doc2\", \"$.a\", 2).and(\"doc3\", \"$\", 3)",
            wire: "JSON.MSET doc1 $ 1 doc2 $.a 2 doc3 $ 3",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_mset("doc1", "$", 1).and("doc2", "$.a", 2).and("doc3", "$", 3),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.NUMINCRBY",
            call: "json_numincrby(\"doc\", \"$..price\", 2)",
            wire: "JSON.NUMINCRBY doc $..price 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_numincrby("doc", "$..price", 2),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.NUMINCRBY",
            call: "json_numincrby(\"doc\", \"$.price\", -0.5)",
            wire: "JSON.NUMINCRBY doc $.price -0.5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_numincrby("doc", "$.price", -0.5),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.NUMMULTBY",
            call: "json_nummultby(\"doc\", \"$..price\", 1.5)",
            wire: "JSON.NUMMULTBY doc $..price 1.5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_nummultby("doc", "$..price", 1.5),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.NUMPOWBY",
            call: "json_numpowby(\"doc\", \"$.size\", 2)",
            wire: "JSON.NUMPOWBY doc $.size 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_numpowby("doc", "$.size", 2),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.OBJKEYS",
            call: "json_objkeys(\"doc\", \"$..a\")",
            wire: "JSON.OBJKEYS doc $..a",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_objkeys("doc", "$..a"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.OBJLEN",
            call: "json_objlen(\"doc\", \"$..a\")",
            wire: "JSON.OBJLEN doc $..a",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_objlen("doc", "$..a"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.RESP",
            call: "json_resp(\"doc\", \"$.a\")",
            wire: "JSON.RESP doc $.a",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_resp("doc", "$.a"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.SET",
            call: "json_set(\"doc\", \"$\", r#\"{\"a\":2}\"#)",
            wire: "JSON.SET doc $ \"{\\\"a\\\":2}\"",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_set("doc", "$", r#"{"a":2}"#),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.SET",
            call: "json_set(\"doc\", \"$.b\", 8).nx()",
            wire: "JSON.SET doc $.b 8 NX",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_set("doc", "$.b", 8).nx(),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.SET",
            call: "json_set(\"doc\", \"$.a\", 3).xx()",
            wire: "JSON.SET doc $.a 3 XX",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_set("doc", "$.a", 3).xx(),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.STRAPPEND",
            call: "json_strappend(\"doc\", \"$..name\", r#\"\"baz\"\"#)",
            wire: "JSON.STRAPPEND doc $..name \"\\\"baz\\\"\"",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_strappend("doc", "$..name", r#""baz""#),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.STRLEN",
            call: "json_strlen(\"doc\", \"$..name\")",
            wire: "JSON.STRLEN doc $..name",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_strlen("doc", "$..name"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.TOGGLE",
            call: "json_toggle(\"doc\", \"$.on\")",
            wire: "JSON.TOGGLE doc $.on",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_toggle("doc", "$.on"),
    ));
    cases.push(Case::new(
        About {
            command: "JSON.TYPE",
            call: "json_type(\"doc\", \"$..a\")",
            wire: "JSON.TYPE doc $..a",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || json_type("doc", "$..a"),
    ));
}
