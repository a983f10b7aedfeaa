// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Sets: members without order, each of them once.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "SADD",
            call: "sadd(\"tags\", [\"a\", \"b\"])",
            wire: "SADD tags a b",
            setup: &["SADD tags a"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sadd("tags", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SADD",
            call: "sadd(\"tags\", \"a\")",
            wire: "SADD tags a",
            setup: &["SADD tags a"],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sadd("tags", "a"),
    ));
    cases.push(Case::new(
        About {
            command: "SCARD",
            call: "scard(\"tags\")",
            wire: "SCARD tags",
            setup: &["SADD tags a b"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || scard("tags"),
    ));
    cases.push(Case::new(
        About {
            command: "SDIFF",
            call: "sdiff([\"a\", \"b\"])",
            wire: "SDIFF a b",
            setup: &["SADD a 1 2", "SADD b 2 3"],
            reply: Some("[b\"1\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sdiff(["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SDIFFSTORE",
            call: "sdiffstore(\"c\", [\"a\", \"b\"])",
            wire: "SDIFFSTORE c a b",
            setup: &["SADD a 1 2", "SADD b 2 3"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sdiffstore("c", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SINTER",
            call: "sinter([\"a\", \"b\"])",
            wire: "SINTER a b",
            setup: &["SADD a 1 2", "SADD b 2 3"],
            reply: Some("[b\"2\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sinter(["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SINTERCARD",
            call: "sintercard([\"a\", \"b\"])",
            wire: "SINTERCARD 2 a b",
            setup: &["SADD a 1 2 3", "SADD b 2 3 4"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sintercard(["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SINTERCARD",
            call: "sintercard([\"a\", \"b\"]).limit(1)",
            wire: "SINTERCARD 2 a b LIMIT 1",
            setup: &["SADD a 1 2 3", "SADD b 2 3 4"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sintercard(["a", "b"]).limit(1),
    ));
    cases.push(Case::new(
        About {
            command: "SINTERSTORE",
            call: "sinterstore(\"c\", [\"a\", \"b\"])",
            wire: "SINTERSTORE c a b",
            setup: &["SADD a 1 2", "SADD b 2 3"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sinterstore("c", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SISMEMBER",
            call: "sismember(\"tags\", \"a\")",
            wire: "SISMEMBER tags a",
            setup: &["SADD tags a"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sismember("tags", "a"),
    ));
    cases.push(Case::new(
        About {
            command: "SISMEMBER",
            call: "sismember(\"nothing\", \"a\")",
            wire: "SISMEMBER nothing a",
            setup: &["SADD tags a"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sismember("nothing", "a"),
    ));
    cases.push(Case::new(
        About {
            command: "SMEMBERS",
            call: "smembers(\"tags\")",
            wire: "SMEMBERS tags",
            setup: &["SADD tags a"],
            reply: Some("[b\"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || smembers("tags"),
    ));
    cases.push(Case::new(
        About {
            command: "SMEMBERS",
            call: "smembers(\"nothing\")",
            wire: "SMEMBERS nothing",
            setup: &["SADD tags a"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || smembers("nothing"),
    ));
    cases.push(Case::new(
        About {
            command: "SMISMEMBER",
            call: "smismember(\"tags\", [\"a\", \"b\"])",
            wire: "SMISMEMBER tags a b",
            setup: &["SADD tags a"],
            reply: Some("[true, false]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || smismember("tags", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SMOVE",
            call: "smove(\"open\", \"done\", \"a\")",
            wire: "SMOVE open done a",
            setup: &["SADD open a"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || smove("open", "done", "a"),
    ));
    cases.push(Case::new(
        About {
            command: "SMOVE",
            call: "smove(\"open\", \"done\", \"b\")",
            wire: "SMOVE open done b",
            setup: &["SADD open a"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || smove("open", "done", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "SPOP",
            call: "spop(\"tags\")",
            wire: "SPOP tags",
            setup: &["SADD tags a"],
            reply: Some("Some(b\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || spop("tags"),
    ));
    cases.push(Case::new(
        About {
            command: "SPOP",
            call: "spop(\"tags\").count(2)",
            wire: "SPOP tags 2",
            setup: &["SADD tags a"],
            reply: Some("[b\"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || spop("tags").count(2),
    ));
    cases.push(Case::new(
        About {
            command: "SPOP",
            call: "spop(\"nothing\")",
            wire: "SPOP nothing",
            setup: &["SADD tags a"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || spop("nothing"),
    ));
    cases.push(Case::new(
        About {
            command: "SRANDMEMBER",
            call: "srandmember(\"tags\")",
            wire: "SRANDMEMBER tags",
            setup: &["SADD tags a"],
            reply: Some("Some(b\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || srandmember("tags"),
    ));
    cases.push(Case::new(
        About {
            command: "SRANDMEMBER",
            call: "srandmember(\"tags\").count(2)",
            wire: "SRANDMEMBER tags 2",
            setup: &["SADD tags a"],
            reply: Some("[b\"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || srandmember("tags").count(2),
    ));
    cases.push(Case::new(
        About {
            command: "SRANDMEMBER",
            call: "srandmember(\"tags\").count(-2)",
            wire: "SRANDMEMBER tags -2",
            setup: &["SADD tags a"],
            reply: Some("[b\"a\", b\"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || srandmember("tags").count(-2),
    ));
    cases.push(Case::new(
        About {
            command: "SREM",
            call: "srem(\"tags\", [\"a\", \"x\"])",
            wire: "SREM tags a x",
            setup: &["SADD tags a b"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || srem("tags", ["a", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "SSCAN",
            call: "sscan(\"tags\", Cursor::START)",
            wire: "SSCAN tags 0",
            setup: &["SADD tags a"],
            reply: Some("ScanPage { cursor: Cursor(0), items: [b\"a\"] }"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sscan("tags", Cursor::START),
    ));
    cases.push(Case::new(
        About {
            command: "SSCAN",
            call: "sscan(\"tags\", Cursor::START).matching(\"b*\").count(100)",
            wire: "SSCAN tags 0 MATCH b* COUNT 100",
            setup: &["SADD tags a"],
            reply: Some("ScanPage { cursor: Cursor(0), items: [] }"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sscan("tags", Cursor::START).matching("b*").count(100),
    ));
    cases.push(Case::new(
        About {
            command: "SUNION",
            call: "sunion([\"a\", \"b\"])",
            wire: "SUNION a b",
            setup: &["SADD a 1", "SADD b 1"],
            reply: Some("[b\"1\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sunion(["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "SUNIONSTORE",
            call: "sunionstore(\"c\", [\"a\", \"b\"])",
            wire: "SUNIONSTORE c a b",
            setup: &["SADD a 1 2", "SADD b 2 3"],
            reply: Some("3"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sunionstore("c", ["a", "b"]),
    ));
}
