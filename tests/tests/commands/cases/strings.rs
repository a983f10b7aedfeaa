// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Strings: bytes, and numbers written as such.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "APPEND",
            call: "append(\"log\", \",two\")",
            wire: "APPEND log ,two",
            setup: &["SET log one"],
            reply: Some("7"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || append("log", ",two"),
    ));
    cases.push(Case::new(
        About {
            command: "DECR",
            call: "decr(\"left\")",
            wire: "DECR left",
            setup: &[],
            reply: Some("-1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || decr("left"),
    ));
    cases.push(Case::new(
        About {
            command: "DECRBY",
            call: "decrby(\"left\", 3)",
            wire: "DECRBY left 3",
            setup: &["SET left 10"],
            reply: Some("7"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || decrby("left", 3),
    ));
    cases.push(Case::new(
        About {
            command: "DELEX",
            call: "delex(\"lock\").if_eq(\"mine\")",
            wire: "DELEX lock IFEQ mine",
            setup: &["SET lock mine"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || delex("lock").if_eq("mine"),
    ));
    cases.push(Case::new(
        About {
            command: "DELEX",
            call: "delex(\"lock\").if_ne(\"mine\")",
            wire: "DELEX lock IFNE mine",
            setup: &["SET lock mine"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || delex("lock").if_ne("mine"),
    ));
    cases.push(Case::new(
        About {
            command: "DELEX",
            call: "delex(\"lock\").if_deq(Digest::from(0xab))",
            wire: "DELEX lock IFDEQ 00000000000000ab",
            setup: &["SET lock mine"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || delex("lock").if_deq(Digest::from(0xab)),
    ));
    cases.push(Case::new(
        About {
            command: "DELEX",
            call: "delex(\"lock\").if_dne(Digest::from(0xab))",
            wire: "DELEX lock IFDNE 00000000000000ab",
            setup: &["SET lock mine"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || delex("lock").if_dne(Digest::from(0xab)),
    ));
    cases.push(Case::new(
        About {
            command: "DELEX",
            call: "delex(\"lock\")",
            wire: "DELEX lock",
            setup: &["SET lock mine"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || delex("lock"),
    ));
    cases.push(Case::new(
        About {
            command: "DELIFEQ",
            call: "delifeq(\"lock\", \"mine\")",
            wire: "DELIFEQ lock mine",
            setup: &["SET lock mine"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || delifeq("lock", "mine"),
    ));
    cases.push(Case::new(
        About {
            command: "DIGEST",
            call: "digest(\"k\")",
            wire: "DIGEST k",
            setup: &["SET k \"Hello world\""],
            reply: Some("Some(Digest(b6acb9d84a38ff74))"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || digest("k"),
    ));
    cases.push(Case::new(
        About {
            command: "GET",
            call: "get(\"greeting\")",
            wire: "GET greeting",
            setup: &["SET greeting hello"],
            reply: Some("Some(b\"hello\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || get("greeting"),
    ));
    cases.push(Case::new(
        About {
            command: "GET",
            call: "get(\"greeting\").text()",
            wire: "GET greeting",
            setup: &["SET greeting hello"],
            reply: Some("Some(\"hello\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || get("greeting").text(),
    ));
    cases.push(Case::new(
        About {
            command: "GET",
            call: "get(\"other\")",
            wire: "GET other",
            setup: &["SET greeting hello"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || get("other"),
    ));
    cases.push(Case::new(
        About {
            command: "GETDEL",
            call: "getdel(\"code\")",
            wire: "GETDEL code",
            setup: &["SET code 1234"],
            reply: Some("Some(b\"1234\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getdel("code"),
    ));
    cases.push(Case::new(
        About {
            command: "GETEX",
            call: "getex(\"session\").ex(Duration::from_secs(60))",
            wire: "GETEX session EX 60",
            setup: &["SET session on"],
            reply: Some("Some(b\"on\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getex("session").ex(Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "GETEX",
            call: "getex(\"session\").ex(Duration::from_millis(1500))",
            wire: "GETEX session PX 1500",
            setup: &["SET session on"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getex("session").ex(Duration::from_millis(1500)),
    ));
    cases.push(Case::new(
        About {
            command: "GETEX",
            call: "getex(\"session\").ex_at(UNIX_EPOCH + Duration::from_secs(4_102_444_800))",
            wire: "GETEX session EXAT 4102444800",
            setup: &["SET session on"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getex("session").ex_at(UNIX_EPOCH + Duration::from_secs(4_102_444_800)),
    ));
    cases.push(Case::new(
        About {
            command: "GETEX",
            call: "getex(\"session\").persist()",
            wire: "GETEX session PERSIST",
            setup: &["SET session on"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getex("session").persist(),
    ));
    cases.push(Case::new(
        About {
            command: "GETEX",
            call: "getex(\"session\")",
            wire: "GETEX session",
            setup: &["SET session on"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getex("session"),
    ));
    cases.push(Case::new(
        About {
            command: "GETRANGE",
            call: "getrange(\"k\", -5, -1)",
            wire: "GETRANGE k -5 -1",
            setup: &["SET k \"Hello world\""],
            reply: Some("b\"world\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getrange("k", -5, -1),
    ));
    cases.push(Case::new(
        About {
            command: "GETSET",
            call: "getset(\"k\", \"new\")",
            wire: "GETSET k new",
            setup: &["SET k old"],
            reply: Some("Some(b\"old\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getset("k", "new"),
    ));
    cases.push(Case::new(
        About {
            command: "INCR",
            call: "incr(\"visits\")",
            wire: "INCR visits",
            setup: &[],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || incr("visits"),
    ));
    cases.push(Case::new(
        About {
            command: "INCRBY",
            call: "incrby(\"visits\", 2)",
            wire: "INCRBY visits 2",
            setup: &["SET visits 40"],
            reply: Some("42"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || incrby("visits", 2),
    ));
    cases.push(Case::new(
        About {
            command: "INCRBYFLOAT",
            call: "incrbyfloat(\"price\", -0.25)",
            wire: "INCRBYFLOAT price -0.25",
            setup: &["SET price 10.5"],
            reply: Some("10.25"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || incrbyfloat("price", -0.25),
    ));
    cases.push(Case::new(
        About {
            command: "LCS",
            call: "lcs(\"a\", \"b\")",
            wire: "LCS a b",
            setup: &["MSET a ohmytext b mynewtext"],
            reply: Some("b\"mytext\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lcs("a", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "LCS",
            call: "lcs(\"a\", \"b\").len()",
            wire: "LCS a b LEN",
            setup: &["MSET a ohmytext b mynewtext"],
            reply: Some("6"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lcs("a", "b").len(),
    ));
    cases.push(Case::new(
        About {
            command: "LCS",
            call: "lcs(\"a\", \"b\").idx().min_match_len(4)",
            wire: "LCS a b IDX MINMATCHLEN 4",
            setup: &["MSET a ohmytext b mynewtext"],
            reply: Some(
                "LcsMatches { matches: [LcsMatch { first: 4..=7, second: 5..=8, len: None }], len: 6 }",
            ),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lcs("a", "b").idx().min_match_len(4),
    ));
    cases.push(Case::new(
        About {
            command: "LCS",
            call: "lcs(\"a\", \"b\").idx().with_match_len()",
            wire: "LCS a b IDX WITHMATCHLEN",
            setup: &["MSET a ohmytext b mynewtext"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lcs("a", "b").idx().with_match_len(),
    ));
    cases.push(Case::new(
        About {
            command: "MGET",
            call: "mget([\"a\", \"b\", \"c\"])",
            wire: "MGET a b c",
            setup: &["MSET a 1 b 2"],
            reply: Some("[Some(b\"1\"), Some(b\"2\"), None]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || mget(["a", "b", "c"]),
    ));
    cases.push(Case::new(
        About {
            command: "MSET",
            call: "mset([(\"a\", 1), (\"b\", 2)])",
            wire: "MSET a 1 b 2",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || mset([("a", 1), ("b", 2)]),
    ));
    cases.push(Case::new(
        About {
            command: "MSETEX",
            call: "msetex([(\"a\", 1), (\"b\", 2)]).nx().ex(Duration::from_secs(60))",
            wire: "MSETEX 2 a 1 b 2 NX EX 60",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || msetex([("a", 1), ("b", 2)]).nx().ex(Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "MSETEX",
            call: "msetex((\"a\", 1)).xx().keep_ttl()",
            wire: "MSETEX 1 a 1 XX KEEPTTL",
            setup: &[],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || msetex(("a", 1)).xx().keep_ttl(),
    ));
    cases.push(Case::new(
        About {
            command: "MSETEX",
            call: "msetex((\"a\", 1)).ex_at(UNIX_EPOCH + Duration::from_millis(4_102_444_800_500))",
            wire: "MSETEX 1 a 1 PXAT 4102444800500",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || msetex(("a", 1)).ex_at(UNIX_EPOCH + Duration::from_millis(4_102_444_800_500)),
    ));
    cases.push(Case::new(
        About {
            command: "MSETNX",
            call: "msetnx([(\"a\", 1), (\"b\", 2)])",
            wire: "MSETNX a 1 b 2",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || msetnx([("a", 1), ("b", 2)]),
    ));
    cases.push(Case::new(
        About {
            command: "PSETEX",
            call: "psetex(\"k\", Duration::from_millis(1500), \"v\")",
            wire: "PSETEX k 1500 v",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || psetex("k", Duration::from_millis(1500), "v"),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\")",
            wire: "SET k v",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v"),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").ex(Duration::from_secs(60))",
            wire: "SET k v EX 60",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").ex(Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").ex(Duration::from_millis(1500))",
            wire: "SET k v PX 1500",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").ex(Duration::from_millis(1500)),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").ex_at(UNIX_EPOCH + Duration::from_secs(4_102_444_800))",
            wire: "SET k v EXAT 4102444800",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").ex_at(UNIX_EPOCH + Duration::from_secs(4_102_444_800)),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").keep_ttl()",
            wire: "SET k v KEEPTTL",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").keep_ttl(),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").nx()",
            wire: "SET k v NX",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").nx(),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").xx()",
            wire: "SET k v XX",
            setup: &[],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").xx(),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").get()",
            wire: "SET k v GET",
            setup: &["SET k old"],
            reply: Some("Some(b\"old\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").get(),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").get().text().xx().ex(Duration::from_secs(60))",
            wire: "SET k v GET XX EX 60",
            setup: &[],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").get().text().xx().ex(Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").nx().get()",
            wire: "SET k v NX GET",
            setup: &["SET k old"],
            reply: Some("Some(b\"old\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || set("k", "v").nx().get(),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").if_eq(\"old\")",
            wire: "SET k v IFEQ old",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || set("k", "v").if_eq("old"),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").if_ne(\"old\")",
            wire: "SET k v IFNE old",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || set("k", "v").if_ne("old"),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").if_deq(Digest::from(0xab))",
            wire: "SET k v IFDEQ 00000000000000ab",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || set("k", "v").if_deq(Digest::from(0xab)),
    ));
    cases.push(Case::new(
        About {
            command: "SET",
            call: "set(\"k\", \"v\").if_dne(Digest::from(0xab)).get()",
            wire: "SET k v IFDNE 00000000000000ab GET",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || set("k", "v").if_dne(Digest::from(0xab)).get(),
    ));
    cases.push(Case::new(
        About {
            command: "SETEX",
            call: "setex(\"k\", Duration::from_secs(60), \"v\")",
            wire: "SETEX k 60 v",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || setex("k", Duration::from_secs(60), "v"),
    ));
    cases.push(Case::new(
        About {
            command: "SETNX",
            call: "setnx(\"k\", \"v\")",
            wire: "SETNX k v",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || setnx("k", "v"),
    ));
    cases.push(Case::new(
        About {
            command: "SETRANGE",
            call: "setrange(\"k\", 6, \"there\")",
            wire: "SETRANGE k 6 there",
            setup: &["SET k \"Hello world\""],
            reply: Some("11"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || setrange("k", 6, "there"),
    ));
    cases.push(Case::new(
        About {
            command: "STRLEN",
            call: "strlen(\"k\")",
            wire: "STRLEN k",
            setup: &["SET k hello"],
            reply: Some("5"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || strlen("k"),
    ));
    cases.push(Case::new(
        About {
            command: "SUBSTR",
            call: "substr(\"k\", 0, 3)",
            wire: "SUBSTR k 0 3",
            setup: &["SET k hello"],
            reply: Some("b\"hell\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || substr("k", 0, 3),
    ));
}
