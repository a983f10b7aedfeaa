// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Lists: elements in order, put and taken at either end.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "BLMOVE",
            call: "blmove(\"jobs\", \"busy\", Side::Left, Side::Right, Duration::from_millis(1500))",
            wire: "BLMOVE jobs busy LEFT RIGHT 1.5",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some(b\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blmove("jobs", "busy", Side::Left, Side::Right, Duration::from_millis(1500)),
    ));
    cases.push(Case::new(
        About {
            command: "BLMOVE",
            call: "blmove(\"jobs\", \"jobs\", Side::Right, Side::Left, None)",
            wire: "BLMOVE jobs jobs RIGHT LEFT 0",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some(b\"b\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blmove("jobs", "jobs", Side::Right, Side::Left, None),
    ));
    cases.push(Case::new(
        About {
            command: "BLMPOP",
            call: "blmpop(Duration::from_secs(5), [\"urgent\", \"jobs\"], Side::Left)",
            wire: "BLMPOP 5 2 urgent jobs LEFT",
            setup: &["RPUSH jobs a b c"],
            reply: Some("Some((b\"jobs\", [b\"a\"]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blmpop(Duration::from_secs(5), ["urgent", "jobs"], Side::Left),
    ));
    cases.push(Case::new(
        About {
            command: "BLMPOP",
            call: "blmpop(None, \"jobs\", Side::Right).count(2)",
            wire: "BLMPOP 0 1 jobs RIGHT COUNT 2",
            setup: &["RPUSH jobs a b c"],
            reply: Some("Some((b\"jobs\", [b\"c\", b\"b\"]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blmpop(None, "jobs", Side::Right).count(2),
    ));
    cases.push(Case::new(
        About {
            command: "BLMPOP",
            call: "blmpop(Duration::from_millis(1), \"nothing\", Side::Left)",
            wire: "BLMPOP 0.001 1 nothing LEFT",
            setup: &["RPUSH jobs a b c"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blmpop(Duration::from_millis(1), "nothing", Side::Left),
    ));
    cases.push(Case::new(
        About {
            command: "BLPOP",
            call: "blpop([\"urgent\", \"jobs\"], Duration::from_secs(5))",
            wire: "BLPOP urgent jobs 5",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some((b\"jobs\", b\"a\"))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blpop(["urgent", "jobs"], Duration::from_secs(5)),
    ));
    cases.push(Case::new(
        About {
            command: "BLPOP",
            call: "blpop(\"jobs\", None)",
            wire: "BLPOP jobs 0",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some((b\"jobs\", b\"a\"))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blpop("jobs", None),
    ));
    cases.push(Case::new(
        About {
            command: "BLPOP",
            call: "blpop(\"nothing\", Duration::from_nanos(1))",
            wire: "BLPOP nothing 0.001",
            setup: &["RPUSH jobs a b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || blpop("nothing", Duration::from_nanos(1)),
    ));
    cases.push(Case::new(
        About {
            command: "BRPOP",
            call: "brpop([\"urgent\", \"jobs\"], Duration::from_secs(5))",
            wire: "BRPOP urgent jobs 5",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some((b\"jobs\", b\"b\"))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || brpop(["urgent", "jobs"], Duration::from_secs(5)),
    ));
    cases.push(Case::new(
        About {
            command: "BRPOPLPUSH",
            call: "brpoplpush(\"jobs\", \"busy\", Duration::from_secs(5))",
            wire: "BRPOPLPUSH jobs busy 5",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some(b\"b\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || brpoplpush("jobs", "busy", Duration::from_secs(5)),
    ));
    cases.push(Case::new(
        About {
            command: "LINDEX",
            call: "lindex(\"log\", -1)",
            wire: "LINDEX log -1",
            setup: &["RPUSH log a b c"],
            reply: Some("Some(b\"c\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lindex("log", -1),
    ));
    cases.push(Case::new(
        About {
            command: "LINDEX",
            call: "lindex(\"log\", 3)",
            wire: "LINDEX log 3",
            setup: &["RPUSH log a b c"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lindex("log", 3),
    ));
    cases.push(Case::new(
        About {
            command: "LINSERT",
            call: "linsert(\"log\", Place::Before, \"c\", \"b\")",
            wire: "LINSERT log BEFORE c b",
            setup: &["RPUSH log a c"],
            reply: Some("Length(3)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || linsert("log", Place::Before, "c", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "LINSERT",
            call: "linsert(\"log\", Place::After, \"c\", \"d\")",
            wire: "LINSERT log AFTER c d",
            setup: &["RPUSH log a c"],
            reply: Some("Length(3)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || linsert("log", Place::After, "c", "d"),
    ));
    cases.push(Case::new(
        About {
            command: "LINSERT",
            call: "linsert(\"log\", Place::After, \"x\", \"d\")",
            wire: "LINSERT log AFTER x d",
            setup: &["RPUSH log a c"],
            reply: Some("NoPivot"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || linsert("log", Place::After, "x", "d"),
    ));
    cases.push(Case::new(
        About {
            command: "LINSERT",
            call: "linsert(\"nothing\", Place::After, \"x\", \"d\")",
            wire: "LINSERT nothing AFTER x d",
            setup: &["RPUSH log a c"],
            reply: Some("NoList"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || linsert("nothing", Place::After, "x", "d"),
    ));
    cases.push(Case::new(
        About {
            command: "LLEN",
            call: "llen(\"log\")",
            wire: "LLEN log",
            setup: &["RPUSH log a b"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || llen("log"),
    ));
    cases.push(Case::new(
        About {
            command: "LMOVE",
            call: "lmove(\"jobs\", \"busy\", Side::Left, Side::Right)",
            wire: "LMOVE jobs busy LEFT RIGHT",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some(b\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lmove("jobs", "busy", Side::Left, Side::Right),
    ));
    cases.push(Case::new(
        About {
            command: "LMOVE",
            call: "lmove(\"nothing\", \"busy\", Side::Right, Side::Left)",
            wire: "LMOVE nothing busy RIGHT LEFT",
            setup: &["RPUSH jobs a b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lmove("nothing", "busy", Side::Right, Side::Left),
    ));
    cases.push(Case::new(
        About {
            command: "LMPOP",
            call: "lmpop([\"urgent\", \"jobs\"], Side::Right).count(2)",
            wire: "LMPOP 2 urgent jobs RIGHT COUNT 2",
            setup: &["RPUSH jobs a b c"],
            reply: Some("Some((b\"jobs\", [b\"c\", b\"b\"]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lmpop(["urgent", "jobs"], Side::Right).count(2),
    ));
    cases.push(Case::new(
        About {
            command: "LMPOP",
            call: "lmpop(\"nothing\", Side::Left)",
            wire: "LMPOP 1 nothing LEFT",
            setup: &["RPUSH jobs a b c"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lmpop("nothing", Side::Left),
    ));
    cases.push(Case::new(
        About {
            command: "LPOP",
            call: "lpop(\"jobs\")",
            wire: "LPOP jobs",
            setup: &["RPUSH jobs a b c"],
            reply: Some("Some(b\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpop("jobs"),
    ));
    cases.push(Case::new(
        About {
            command: "LPOP",
            call: "lpop(\"jobs\").count(2)",
            wire: "LPOP jobs 2",
            setup: &["RPUSH jobs a b c"],
            reply: Some("[b\"a\", b\"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpop("jobs").count(2),
    ));
    cases.push(Case::new(
        About {
            command: "LPOP",
            call: "lpop(\"nothing\").count(2)",
            wire: "LPOP nothing 2",
            setup: &["RPUSH jobs a b c"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpop("nothing").count(2),
    ));
    cases.push(Case::new(
        About {
            command: "LPOS",
            call: "lpos(\"log\", \"b\")",
            wire: "LPOS log b",
            setup: &["RPUSH log a b c b a b"],
            reply: Some("Some(1)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpos("log", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "LPOS",
            call: "lpos(\"log\", \"x\")",
            wire: "LPOS log x",
            setup: &["RPUSH log a b c b a b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpos("log", "x"),
    ));
    cases.push(Case::new(
        About {
            command: "LPOS",
            call: "lpos(\"log\", \"b\").rank(-1)",
            wire: "LPOS log b RANK -1",
            setup: &["RPUSH log a b c b a b"],
            reply: Some("Some(5)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpos("log", "b").rank(-1),
    ));
    cases.push(Case::new(
        About {
            command: "LPOS",
            call: "lpos(\"log\", \"b\").rank(2).count(0).max_len(5)",
            wire: "LPOS log b RANK 2 COUNT 0 MAXLEN 5",
            setup: &["RPUSH log a b c b a b"],
            reply: Some("[3]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpos("log", "b").rank(2).count(0).max_len(5),
    ));
    cases.push(Case::new(
        About {
            command: "LPUSH",
            call: "lpush(\"jobs\", [\"a\", \"b\"])",
            wire: "LPUSH jobs a b",
            setup: &[],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpush("jobs", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "LPUSH",
            call: "lpush(\"jobs\", 7)",
            wire: "LPUSH jobs 7",
            setup: &[],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpush("jobs", 7),
    ));
    cases.push(Case::new(
        About {
            command: "LPUSHX",
            call: "lpushx(\"jobs\", [\"b\", \"c\"])",
            wire: "LPUSHX jobs b c",
            setup: &["RPUSH jobs a"],
            reply: Some("3"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpushx("jobs", ["b", "c"]),
    ));
    cases.push(Case::new(
        About {
            command: "LPUSHX",
            call: "lpushx(\"nothing\", \"b\")",
            wire: "LPUSHX nothing b",
            setup: &["RPUSH jobs a"],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lpushx("nothing", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "LRANGE",
            call: "lrange(\"log\", 0, -1)",
            wire: "LRANGE log 0 -1",
            setup: &["RPUSH log a b c"],
            reply: Some("[b\"a\", b\"b\", b\"c\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lrange("log", 0, -1),
    ));
    cases.push(Case::new(
        About {
            command: "LRANGE",
            call: "lrange(\"nothing\", 0, -1)",
            wire: "LRANGE nothing 0 -1",
            setup: &["RPUSH log a b c"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lrange("nothing", 0, -1),
    ));
    cases.push(Case::new(
        About {
            command: "LREM",
            call: "lrem(\"log\", 0, \"a\")",
            wire: "LREM log 0 a",
            setup: &["RPUSH log a b a b"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lrem("log", 0, "a"),
    ));
    cases.push(Case::new(
        About {
            command: "LREM",
            call: "lrem(\"log\", -1, \"b\")",
            wire: "LREM log -1 b",
            setup: &["RPUSH log a b a b"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lrem("log", -1, "b"),
    ));
    cases.push(Case::new(
        About {
            command: "LSET",
            call: "lset(\"log\", -1, \"c\")",
            wire: "LSET log -1 c",
            setup: &["RPUSH log a b"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lset("log", -1, "c"),
    ));
    cases.push(Case::new(
        About {
            command: "LSET",
            call: "lset(\"nothing\", 0, \"c\")",
            wire: "LSET nothing 0 c",
            setup: &["RPUSH log a b"],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lset("nothing", 0, "c"),
    ));
    cases.push(Case::new(
        About {
            command: "LTRIM",
            call: "ltrim(\"log\", -2, -1)",
            wire: "LTRIM log -2 -1",
            setup: &["RPUSH log a b c"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || ltrim("log", -2, -1),
    ));
    cases.push(Case::new(
        About {
            command: "RPOP",
            call: "rpop(\"jobs\")",
            wire: "RPOP jobs",
            setup: &["RPUSH jobs a b c"],
            reply: Some("Some(b\"c\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || rpop("jobs"),
    ));
    cases.push(Case::new(
        About {
            command: "RPOP",
            call: "rpop(\"jobs\").count(2)",
            wire: "RPOP jobs 2",
            setup: &["RPUSH jobs a b c"],
            reply: Some("[b\"c\", b\"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || rpop("jobs").count(2),
    ));
    cases.push(Case::new(
        About {
            command: "RPOPLPUSH",
            call: "rpoplpush(\"jobs\", \"busy\")",
            wire: "RPOPLPUSH jobs busy",
            setup: &["RPUSH jobs a b"],
            reply: Some("Some(b\"b\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || rpoplpush("jobs", "busy"),
    ));
    cases.push(Case::new(
        About {
            command: "RPUSH",
            call: "rpush(\"jobs\", [\"a\", \"b\"])",
            wire: "RPUSH jobs a b",
            setup: &[],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || rpush("jobs", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "RPUSHX",
            call: "rpushx(\"jobs\", \"b\")",
            wire: "RPUSHX jobs b",
            setup: &["RPUSH jobs a"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || rpushx("jobs", "b"),
    ));
}
