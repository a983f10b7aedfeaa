// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Hashes: fields with a value each, under one key.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "HDEL",
            call: "hdel(\"user\", [\"name\", \"age\"])",
            wire: "HDEL user name age",
            setup: &["HSET user name Ada year 1815"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hdel("user", ["name", "age"]),
    ));
    cases.push(Case::new(
        About {
            command: "HEXISTS",
            call: "hexists(\"user\", \"name\")",
            wire: "HEXISTS user name",
            setup: &["HSET user name Ada"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hexists("user", "name"),
    ));
    cases.push(Case::new(
        About {
            command: "HEXISTS",
            call: "hexists(\"user\", \"age\")",
            wire: "HEXISTS user age",
            setup: &["HSET user name Ada"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hexists("user", "age"),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIRE",
            call: "hexpire(\"session\", Duration::from_secs(60), [\"token\", \"x\"])",
            wire: "HEXPIRE session 60 FIELDS 2 token x",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set, NoField]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpire("session", Duration::from_secs(60), ["token", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIRE",
            call: "hexpire(\"session\", Duration::from_secs(60), \"token\").nx()",
            wire: "HEXPIRE session 60 NX FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpire("session", Duration::from_secs(60), "token").nx(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIRE",
            call: "hexpire(\"session\", Duration::from_secs(60), \"token\").xx()",
            wire: "HEXPIRE session 60 XX FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[NotMet]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpire("session", Duration::from_secs(60), "token").xx(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIRE",
            call: "hexpire(\"session\", Duration::from_secs(60), \"token\").gt()",
            wire: "HEXPIRE session 60 GT FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[NotMet]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpire("session", Duration::from_secs(60), "token").gt(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIRE",
            call: "hexpire(\"session\", Duration::from_secs(60), \"token\").lt()",
            wire: "HEXPIRE session 60 LT FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpire("session", Duration::from_secs(60), "token").lt(),
    ));
    cases.push(Case::new(About { command: "HEXPIREAT", call: "hexpireat(\"session\", UNIX_EPOCH + Duration::from_secs(4_000_000_000), [\"token\", \"x\"])", wire: "HEXPIREAT session 4000000000 FIELDS 2 token x", setup: &["HSET session token abc user 7"], reply: Some("[Set, NoField]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hexpireat("session", UNIX_EPOCH + Duration::from_secs(4_000_000_000), ["token", "x"])));
    cases.push(Case::new(
        About {
            command: "HEXPIREAT",
            call: "hexpireat(\"session\", UNIX_EPOCH + Duration::from_secs(4_000_000_000), \"token\").nx()",
            wire: "HEXPIREAT session 4000000000 NX FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpireat("session", UNIX_EPOCH + Duration::from_secs(4_000_000_000), "token").nx(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIREAT",
            call: "hexpireat(\"session\", UNIX_EPOCH + Duration::from_secs(4_000_000_000), \"token\").xx()",
            wire: "HEXPIREAT session 4000000000 XX FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[NotMet]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpireat("session", UNIX_EPOCH + Duration::from_secs(4_000_000_000), "token").xx(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIREAT",
            call: "hexpireat(\"session\", UNIX_EPOCH + Duration::from_secs(4_000_000_000), \"token\").gt()",
            wire: "HEXPIREAT session 4000000000 GT FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[NotMet]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpireat("session", UNIX_EPOCH + Duration::from_secs(4_000_000_000), "token").gt(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIREAT",
            call: "hexpireat(\"session\", UNIX_EPOCH + Duration::from_secs(4_000_000_000), \"token\").lt()",
            wire: "HEXPIREAT session 4000000000 LT FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpireat("session", UNIX_EPOCH + Duration::from_secs(4_000_000_000), "token").lt(),
    ));
    cases.push(Case::new(
        About {
            command: "HEXPIRETIME",
            call: "hexpiretime(\"session\", [\"token\", \"user\", \"x\"])",
            wire: "HEXPIRETIME session FIELDS 3 token user x",
            setup: &["HSET session token abc user 7", "HPEXPIREAT session 4000000000500 FIELDS 1 token"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hexpiretime("session", ["token", "user", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HGET",
            call: "hget(\"user\", \"name\")",
            wire: "HGET user name",
            setup: &["HSET user name Ada"],
            reply: Some("Some(b\"Ada\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hget("user", "name"),
    ));
    cases.push(Case::new(
        About {
            command: "HGET",
            call: "hget(\"user\", \"age\")",
            wire: "HGET user age",
            setup: &["HSET user name Ada"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hget("user", "age"),
    ));
    cases.push(Case::new(
        About {
            command: "HGETALL",
            call: "hgetall(\"user\")",
            wire: "HGETALL user",
            setup: &["HSET user name Ada"],
            reply: Some("{b\"name\": b\"Ada\"}"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hgetall("user"),
    ));
    cases.push(Case::new(
        About {
            command: "HGETALL",
            call: "hgetall(\"nothing\")",
            wire: "HGETALL nothing",
            setup: &["HSET user name Ada"],
            reply: Some("{}"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hgetall("nothing"),
    ));
    cases.push(Case::new(
        About {
            command: "HGETDEL",
            call: "hgetdel(\"session\", [\"token\", \"x\"])",
            wire: "HGETDEL session FIELDS 2 token x",
            setup: &["HSET session token abc"],
            reply: Some("[Some(b\"abc\"), None]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hgetdel("session", ["token", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HGETEX",
            call: "hgetex(\"session\", [\"token\", \"x\"])",
            wire: "HGETEX session FIELDS 2 token x",
            setup: &["HSET session token abc"],
            reply: Some("[Some(b\"abc\"), None]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hgetex("session", ["token", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HGETEX",
            call: "hgetex(\"session\", \"token\").ex(Duration::from_secs(60))",
            wire: "HGETEX session EX 60 FIELDS 1 token",
            setup: &["HSET session token abc"],
            reply: Some("[Some(b\"abc\")]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hgetex("session", "token").ex(Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "HGETEX",
            call: "hgetex(\"session\", \"token\").ex(Duration::from_millis(1500))",
            wire: "HGETEX session PX 1500 FIELDS 1 token",
            setup: &["HSET session token abc"],
            reply: Some("[Some(b\"abc\")]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hgetex("session", "token").ex(Duration::from_millis(1500)),
    ));
    cases.push(Case::new(
        About {
            command: "HGETEX",
            call: "hgetex(\"session\", \"token\").ex_at(UNIX_EPOCH + Duration::from_secs(4_000_000_000))",
            wire: "HGETEX session EXAT 4000000000 FIELDS 1 token",
            setup: &["HSET session token abc"],
            reply: Some("[Some(b\"abc\")]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hgetex("session", "token").ex_at(UNIX_EPOCH + Duration::from_secs(4_000_000_000)),
    ));
    cases.push(Case::new(
        About {
            command: "HGETEX",
            call: "hgetex(\"session\", \"token\").persist()",
            wire: "HGETEX session PERSIST FIELDS 1 token",
            setup: &["HSET session token abc"],
            reply: Some("[Some(b\"abc\")]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hgetex("session", "token").persist(),
    ));
    cases.push(Case::new(
        About {
            command: "HINCRBY",
            call: "hincrby(\"stats\", \"visits\", -2)",
            wire: "HINCRBY stats visits -2",
            setup: &["HSET stats visits 5"],
            reply: Some("3"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hincrby("stats", "visits", -2),
    ));
    cases.push(Case::new(
        About {
            command: "HINCRBYFLOAT",
            call: "hincrbyfloat(\"stats\", \"load\", 0.5)",
            wire: "HINCRBYFLOAT stats load 0.5",
            setup: &["HSET stats load 1.25"],
            reply: Some("1.75"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hincrbyfloat("stats", "load", 0.5),
    ));
    cases.push(Case::new(
        About {
            command: "HKEYS",
            call: "hkeys(\"user\")",
            wire: "HKEYS user",
            setup: &["HSET user name Ada"],
            reply: Some("[b\"name\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hkeys("user"),
    ));
    cases.push(Case::new(
        About {
            command: "HLEN",
            call: "hlen(\"user\")",
            wire: "HLEN user",
            setup: &["HSET user name Ada year 1815"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hlen("user"),
    ));
    cases.push(Case::new(
        About {
            command: "HMGET",
            call: "hmget(\"user\", [\"name\", \"age\"])",
            wire: "HMGET user name age",
            setup: &["HSET user name Ada"],
            reply: Some("[Some(b\"Ada\"), None]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hmget("user", ["name", "age"]),
    ));
    cases.push(Case::new(
        About {
            command: "HMSET",
            call: "hmset(\"user\", [(\"name\", \"Ada\"), (\"year\", \"1815\")])",
            wire: "HMSET user name Ada year 1815",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hmset("user", [("name", "Ada"), ("year", "1815")]),
    ));
    cases.push(Case::new(
        About {
            command: "HPERSIST",
            call: "hpersist(\"session\", [\"token\", \"user\", \"x\"])",
            wire: "HPERSIST session FIELDS 3 token user x",
            setup: &["HSET session token abc user 7", "HPEXPIREAT session 4000000000500 FIELDS 1 token"],
            reply: Some("[Persisted, WasForever, NoField]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpersist("session", ["token", "user", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HPEXPIRE",
            call: "hpexpire(\"session\", Duration::from_millis(1500), [\"token\", \"x\"])",
            wire: "HPEXPIRE session 1500 FIELDS 2 token x",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set, NoField]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpexpire("session", Duration::from_millis(1500), ["token", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HPEXPIRE",
            call: "hpexpire(\"session\", Duration::from_millis(1500), \"token\").nx()",
            wire: "HPEXPIRE session 1500 NX FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpexpire("session", Duration::from_millis(1500), "token").nx(),
    ));
    cases.push(Case::new(
        About {
            command: "HPEXPIRE",
            call: "hpexpire(\"session\", Duration::from_millis(1500), \"token\").xx()",
            wire: "HPEXPIRE session 1500 XX FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[NotMet]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpexpire("session", Duration::from_millis(1500), "token").xx(),
    ));
    cases.push(Case::new(
        About {
            command: "HPEXPIRE",
            call: "hpexpire(\"session\", Duration::from_millis(1500), \"token\").gt()",
            wire: "HPEXPIRE session 1500 GT FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[NotMet]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpexpire("session", Duration::from_millis(1500), "token").gt(),
    ));
    cases.push(Case::new(
        About {
            command: "HPEXPIRE",
            call: "hpexpire(\"session\", Duration::from_millis(1500), \"token\").lt()",
            wire: "HPEXPIRE session 1500 LT FIELDS 1 token",
            setup: &["HSET session token abc user 7"],
            reply: Some("[Set]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpexpire("session", Duration::from_millis(1500), "token").lt(),
    ));
    cases.push(Case::new(About { command: "HPEXPIREAT", call: "hpexpireat(\"session\", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), [\"token\", \"x\"])", wire: "HPEXPIREAT session 4000000000500 FIELDS 2 token x", setup: &["HSET session token abc user 7"], reply: Some("[Set, NoField]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hpexpireat("session", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), ["token", "x"])));
    cases.push(Case::new(About { command: "HPEXPIREAT", call: "hpexpireat(\"session\", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), \"token\").nx()", wire: "HPEXPIREAT session 4000000000500 NX FIELDS 1 token", setup: &["HSET session token abc user 7"], reply: Some("[Set]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hpexpireat("session", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), "token").nx()));
    cases.push(Case::new(About { command: "HPEXPIREAT", call: "hpexpireat(\"session\", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), \"token\").xx()", wire: "HPEXPIREAT session 4000000000500 XX FIELDS 1 token", setup: &["HSET session token abc user 7"], reply: Some("[NotMet]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hpexpireat("session", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), "token").xx()));
    cases.push(Case::new(About { command: "HPEXPIREAT", call: "hpexpireat(\"session\", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), \"token\").gt()", wire: "HPEXPIREAT session 4000000000500 GT FIELDS 1 token", setup: &["HSET session token abc user 7"], reply: Some("[NotMet]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hpexpireat("session", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), "token").gt()));
    cases.push(Case::new(About { command: "HPEXPIREAT", call: "hpexpireat(\"session\", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), \"token\").lt()", wire: "HPEXPIREAT session 4000000000500 LT FIELDS 1 token", setup: &["HSET session token abc user 7"], reply: Some("[Set]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hpexpireat("session", UNIX_EPOCH + Duration::from_millis(4_000_000_000_500), "token").lt()));
    cases.push(Case::new(
        About {
            command: "HPEXPIRETIME",
            call: "hpexpiretime(\"session\", [\"token\", \"user\", \"x\"])",
            wire: "HPEXPIRETIME session FIELDS 3 token user x",
            setup: &["HSET session token abc user 7", "HPEXPIREAT session 4000000000500 FIELDS 1 token"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpexpiretime("session", ["token", "user", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HPTTL",
            call: "hpttl(\"session\", [\"token\", \"user\", \"x\"])",
            wire: "HPTTL session FIELDS 3 token user x",
            setup: &["HSET session token abc user 7", "HPEXPIREAT session 4000000000500 FIELDS 1 token"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hpttl("session", ["token", "user", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HRANDFIELD",
            call: "hrandfield(\"user\")",
            wire: "HRANDFIELD user",
            setup: &["HSET user name Ada"],
            reply: Some("Some(b\"name\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hrandfield("user"),
    ));
    cases.push(Case::new(
        About {
            command: "HRANDFIELD",
            call: "hrandfield(\"user\").count(-2)",
            wire: "HRANDFIELD user -2",
            setup: &["HSET user name Ada"],
            reply: Some("[b\"name\", b\"name\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hrandfield("user").count(-2),
    ));
    cases.push(Case::new(
        About {
            command: "HRANDFIELD",
            call: "hrandfield(\"user\").count(5).with_values()",
            wire: "HRANDFIELD user 5 WITHVALUES",
            setup: &["HSET user name Ada"],
            reply: Some("[(b\"name\", b\"Ada\")]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hrandfield("user").count(5).with_values(),
    ));
    cases.push(Case::new(
        About {
            command: "HSCAN",
            call: "hscan(\"user\", Cursor::START)",
            wire: "HSCAN user 0",
            setup: &["HSET user name Ada"],
            reply: Some("ScanPage { cursor: Cursor(0), items: [(b\"name\", b\"Ada\")] }"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hscan("user", Cursor::START),
    ));
    cases.push(Case::new(
        About {
            command: "HSCAN",
            call: "hscan(\"user\", Cursor::START).matching(\"a*\").count(100)",
            wire: "HSCAN user 0 MATCH a* COUNT 100",
            setup: &["HSET user name Ada"],
            reply: Some("ScanPage { cursor: Cursor(0), items: [] }"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hscan("user", Cursor::START).matching("a*").count(100),
    ));
    cases.push(Case::new(
        About {
            command: "HSCAN",
            call: "hscan(\"user\", Cursor::START).no_values()",
            wire: "HSCAN user 0 NOVALUES",
            setup: &["HSET user name Ada"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || hscan("user", Cursor::START).no_values(),
    ));
    cases.push(Case::new(
        About {
            command: "HSET",
            call: "hset(\"user\", [(\"name\", \"Grace\"), (\"year\", \"1906\")])",
            wire: "HSET user name Grace year 1906",
            setup: &["HSET user name Ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hset("user", [("name", "Grace"), ("year", "1906")]),
    ));
    cases.push(Case::new(
        About {
            command: "HSET",
            call: "hset(\"user\", (\"year\", 1815))",
            wire: "HSET user year 1815",
            setup: &["HSET user name Ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hset("user", ("year", 1815)),
    ));
    cases.push(Case::new(
        About {
            command: "HSETEX",
            call: "hsetex(\"session\", [(\"token\", \"def\"), (\"user\", \"7\")])",
            wire: "HSETEX session FIELDS 2 token def user 7",
            setup: &["HSET session token abc"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hsetex("session", [("token", "def"), ("user", "7")]),
    ));
    cases.push(Case::new(
        About {
            command: "HSETEX",
            call: "hsetex(\"session\", (\"token\", \"def\")).ex(Duration::from_secs(60)).fxx()",
            wire: "HSETEX session FXX EX 60 FIELDS 1 token def",
            setup: &["HSET session token abc"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hsetex("session", ("token", "def")).ex(Duration::from_secs(60)).fxx(),
    ));
    cases.push(Case::new(
        About {
            command: "HSETEX",
            call: "hsetex(\"session\", (\"token\", \"def\")).fnx()",
            wire: "HSETEX session FNX FIELDS 1 token def",
            setup: &["HSET session token abc"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hsetex("session", ("token", "def")).fnx(),
    ));
    cases.push(Case::new(About { command: "HSETEX", call: "hsetex(\"session\", (\"token\", \"def\")).ex_at(UNIX_EPOCH + Duration::from_millis(4_000_000_000_500))", wire: "HSETEX session PXAT 4000000000500 FIELDS 1 token def", setup: &["HSET session token abc"], reply: Some("true"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || hsetex("session", ("token", "def")).ex_at(UNIX_EPOCH + Duration::from_millis(4_000_000_000_500))));
    cases.push(Case::new(
        About {
            command: "HSETEX",
            call: "hsetex(\"session\", (\"token\", \"def\")).keep_ttl()",
            wire: "HSETEX session KEEPTTL FIELDS 1 token def",
            setup: &["HSET session token abc"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hsetex("session", ("token", "def")).keep_ttl(),
    ));
    cases.push(Case::new(
        About {
            command: "HSETEX",
            call: "hsetex(\"session\", (\"token\", \"def\")).nx()",
            wire: "HSETEX session NX FIELDS 1 token def",
            setup: &["HSET session token abc"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hsetex("session", ("token", "def")).nx(),
    ));
    cases.push(Case::new(
        About {
            command: "HSETEX",
            call: "hsetex(\"session\", (\"token\", \"def\")).xx()",
            wire: "HSETEX session XX FIELDS 1 token def",
            setup: &["HSET session token abc"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || hsetex("session", ("token", "def")).xx(),
    ));
    cases.push(Case::new(
        About {
            command: "HSETNX",
            call: "hsetnx(\"user\", \"name\", \"Grace\")",
            wire: "HSETNX user name Grace",
            setup: &["HSET user name Ada"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hsetnx("user", "name", "Grace"),
    ));
    cases.push(Case::new(
        About {
            command: "HSETNX",
            call: "hsetnx(\"user\", \"year\", 1815)",
            wire: "HSETNX user year 1815",
            setup: &["HSET user name Ada"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hsetnx("user", "year", 1815),
    ));
    cases.push(Case::new(
        About {
            command: "HSTRLEN",
            call: "hstrlen(\"user\", \"name\")",
            wire: "HSTRLEN user name",
            setup: &["HSET user name Ada"],
            reply: Some("3"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hstrlen("user", "name"),
    ));
    cases.push(Case::new(
        About {
            command: "HTTL",
            call: "httl(\"session\", [\"token\", \"user\", \"x\"])",
            wire: "HTTL session FIELDS 3 token user x",
            setup: &["HSET session token abc user 7", "HPEXPIREAT session 4000000000500 FIELDS 1 token"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || httl("session", ["token", "user", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "HVALS",
            call: "hvals(\"user\")",
            wire: "HVALS user",
            setup: &["HSET user name Ada"],
            reply: Some("[b\"Ada\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hvals("user"),
    ));
}
