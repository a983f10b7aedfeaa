// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Sorted sets: members with a score each, in the order of their scores.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "BZMPOP",
            call: "bzmpop(Duration::from_secs(1), [\"urgent\", \"jobs\"], Extreme::Min).text()",
            wire: "BZMPOP 1 2 urgent jobs MIN",
            setup: &["ZADD jobs 1 a 2 b 3 c"],
            reply: Some("Some((\"jobs\", [(\"a\", 1.0)]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzmpop(Duration::from_secs(1), ["urgent", "jobs"], Extreme::Min).text(),
    ));
    cases.push(Case::new(
        About {
            command: "BZMPOP",
            call: "bzmpop(Duration::from_secs(1), \"jobs\", Extreme::Max).count(2).text()",
            wire: "BZMPOP 1 1 jobs MAX COUNT 2",
            setup: &["ZADD jobs 1 a 2 b 3 c"],
            reply: Some("Some((\"jobs\", [(\"c\", 3.0), (\"b\", 2.0)]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzmpop(Duration::from_secs(1), "jobs", Extreme::Max).count(2).text(),
    ));
    cases.push(Case::new(
        About {
            command: "BZMPOP",
            call: "bzmpop(Duration::from_millis(10), \"none\", Extreme::Min)",
            wire: "BZMPOP 0.01 1 none MIN",
            setup: &["ZADD jobs 1 a 2 b 3 c"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzmpop(Duration::from_millis(10), "none", Extreme::Min),
    ));
    cases.push(Case::new(
        About {
            command: "BZPOPMAX",
            call: "bzpopmax([\"urgent\", \"jobs\"], Duration::from_secs(1)).text()",
            wire: "BZPOPMAX urgent jobs 1",
            setup: &["ZADD jobs 1 a 2.5 b"],
            reply: Some("Some(PoppedMember { key: \"jobs\", member: \"b\", score: 2.5 })"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzpopmax(["urgent", "jobs"], Duration::from_secs(1)).text(),
    ));
    cases.push(Case::new(
        About {
            command: "BZPOPMAX",
            call: "bzpopmax(\"none\", Duration::from_millis(10))",
            wire: "BZPOPMAX none 0.01",
            setup: &["ZADD jobs 1 a 2.5 b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzpopmax("none", Duration::from_millis(10)),
    ));
    cases.push(Case::new(
        About {
            command: "BZPOPMIN",
            call: "bzpopmin([\"urgent\", \"jobs\"], Duration::from_secs(1)).text()",
            wire: "BZPOPMIN urgent jobs 1",
            setup: &["ZADD jobs 1 a 2.5 b"],
            reply: Some("Some(PoppedMember { key: \"jobs\", member: \"a\", score: 1.0 })"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzpopmin(["urgent", "jobs"], Duration::from_secs(1)).text(),
    ));
    cases.push(Case::new(
        About {
            command: "BZPOPMIN",
            call: "bzpopmin(\"none\", Duration::from_millis(10))",
            wire: "BZPOPMIN none 0.01",
            setup: &["ZADD jobs 1 a 2.5 b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bzpopmin("none", Duration::from_millis(10)),
    ));
    cases.push(Case::new(
        About {
            command: "ZADD",
            call: "zadd(\"board\", [(1.0, \"ada\"), (2.5, \"bob\")])",
            wire: "ZADD board 1 ada 2.5 bob",
            setup: &["ZADD board 1 ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zadd("board", [(1.0, "ada"), (2.5, "bob")]),
    ));
    cases.push(Case::new(
        About {
            command: "ZADD",
            call: "zadd(\"board\", (7, \"ada\")).nx()",
            wire: "ZADD board NX 7 ada",
            setup: &["ZADD board 1 ada"],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zadd("board", (7, "ada")).nx(),
    ));
    cases.push(Case::new(
        About {
            command: "ZADD",
            call: "zadd(\"board\", [(3.0, \"ada\")]).xx().ch().gt()",
            wire: "ZADD board GT CH XX 3 ada",
            setup: &["ZADD board 1 ada"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zadd("board", [(3.0, "ada")]).xx().ch().gt(),
    ));
    cases.push(Case::new(
        About {
            command: "ZADD",
            call: "zadd(\"board\", [(3.0, \"ada\")]).lt().ch()",
            wire: "ZADD board CH LT 3 ada",
            setup: &["ZADD board 1 ada"],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zadd("board", [(3.0, "ada")]).lt().ch(),
    ));
    cases.push(Case::new(
        About {
            command: "ZADD",
            call: "zadd(\"board\", [(0.5, \"ada\")]).incr()",
            wire: "ZADD board INCR 0.5 ada",
            setup: &["ZADD board 1 ada"],
            reply: Some("Some(1.5)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zadd("board", [(0.5, "ada")]).incr(),
    ));
    cases.push(Case::new(
        About {
            command: "ZADD",
            call: "zadd(\"board\", [(0.5, \"ada\")]).nx().incr()",
            wire: "ZADD board INCR NX 0.5 ada",
            setup: &["ZADD board 1 ada"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zadd("board", [(0.5, "ada")]).nx().incr(),
    ));
    cases.push(Case::new(
        About {
            command: "ZCARD",
            call: "zcard(\"z\")",
            wire: "ZCARD z",
            setup: &["ZADD z 1 a 2 b"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zcard("z"),
    ));
    cases.push(Case::new(
        About {
            command: "ZCOUNT",
            call: "zcount(\"z\", 1, 2.5)",
            wire: "ZCOUNT z 1 2.5",
            setup: &["ZADD z 1 a 2 b 3 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zcount("z", 1, 2.5),
    ));
    cases.push(Case::new(
        About {
            command: "ZCOUNT",
            call: "zcount(\"z\", ScoreBound::exclusive(1.0), ScoreBound::MAX)",
            wire: "ZCOUNT z (1 +inf",
            setup: &["ZADD z 1 a 2 b 3 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zcount("z", ScoreBound::exclusive(1.0), ScoreBound::MAX),
    ));
    cases.push(Case::new(
        About {
            command: "ZDIFF",
            call: "zdiff([\"a\", \"b\"]).text()",
            wire: "ZDIFF 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("[\"y\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zdiff(["a", "b"]).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZDIFF",
            call: "zdiff([\"a\", \"b\"]).with_scores().text()",
            wire: "ZDIFF 2 a b WITHSCORES",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("[(\"y\", 2.0)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zdiff(["a", "b"]).with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZDIFFSTORE",
            call: "zdiffstore(\"d\", [\"a\", \"b\"])",
            wire: "ZDIFFSTORE d 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zdiffstore("d", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "ZINCRBY",
            call: "zincrby(\"board\", 1.5, \"ada\")",
            wire: "ZINCRBY board 1.5 ada",
            setup: &["ZADD board 1 ada"],
            reply: Some("2.5"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zincrby("board", 1.5, "ada"),
    ));
    cases.push(Case::new(
        About {
            command: "ZINCRBY",
            call: "zincrby(\"board\", -2.0, \"bob\")",
            wire: "ZINCRBY board -2 bob",
            setup: &["ZADD board 1 ada"],
            reply: Some("-2.0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zincrby("board", -2.0, "bob"),
    ));
    cases.push(Case::new(
        About {
            command: "ZINTER",
            call: "zinter([\"a\", \"b\"]).text()",
            wire: "ZINTER 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("[\"x\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zinter(["a", "b"]).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZINTER",
            call: "zinter([\"a\", \"b\"]).weights([2.0, 0.5]).aggregate(Aggregate::Max).with_scores().text()",
            wire: "ZINTER 2 a b WEIGHTS 2 0.5 AGGREGATE MAX WITHSCORES",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("[(\"x\", 2.5)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zinter(["a", "b"]).weights([2.0, 0.5]).aggregate(Aggregate::Max).with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZINTERCARD",
            call: "zintercard([\"a\", \"b\"])",
            wire: "ZINTERCARD 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x 5 y"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zintercard(["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "ZINTERCARD",
            call: "zintercard([\"a\", \"b\"]).limit(1)",
            wire: "ZINTERCARD 2 a b LIMIT 1",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x 5 y"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zintercard(["a", "b"]).limit(1),
    ));
    cases.push(Case::new(
        About {
            command: "ZINTERSTORE",
            call: "zinterstore(\"d\", [\"a\", \"b\"])",
            wire: "ZINTERSTORE d 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zinterstore("d", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "ZINTERSTORE",
            call: "zinterstore(\"d\", [\"a\", \"b\"]).weights([1, 3]).aggregate(Aggregate::Min)",
            wire: "ZINTERSTORE d 2 a b WEIGHTS 1 3 AGGREGATE MIN",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zinterstore("d", ["a", "b"]).weights([1, 3]).aggregate(Aggregate::Min),
    ));
    cases.push(Case::new(
        About {
            command: "ZLEXCOUNT",
            call: "zlexcount(\"z\", LexBound::MIN, \"b\")",
            wire: "ZLEXCOUNT z - [b",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zlexcount("z", LexBound::MIN, "b"),
    ));
    cases.push(Case::new(
        About {
            command: "ZLEXCOUNT",
            call: "zlexcount(\"z\", LexBound::exclusive(\"a\"), LexBound::MAX)",
            wire: "ZLEXCOUNT z (a +",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zlexcount("z", LexBound::exclusive("a"), LexBound::MAX),
    ));
    cases.push(Case::new(
        About {
            command: "ZMPOP",
            call: "zmpop([\"urgent\", \"jobs\"], Extreme::Min).text()",
            wire: "ZMPOP 2 urgent jobs MIN",
            setup: &["ZADD jobs 1 a 2 b 3 c"],
            reply: Some("Some((\"jobs\", [(\"a\", 1.0)]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zmpop(["urgent", "jobs"], Extreme::Min).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZMPOP",
            call: "zmpop(\"jobs\", Extreme::Max).count(2).text()",
            wire: "ZMPOP 1 jobs MAX COUNT 2",
            setup: &["ZADD jobs 1 a 2 b 3 c"],
            reply: Some("Some((\"jobs\", [(\"c\", 3.0), (\"b\", 2.0)]))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zmpop("jobs", Extreme::Max).count(2).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZMPOP",
            call: "zmpop(\"none\", Extreme::Min)",
            wire: "ZMPOP 1 none MIN",
            setup: &["ZADD jobs 1 a 2 b 3 c"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zmpop("none", Extreme::Min),
    ));
    cases.push(Case::new(
        About {
            command: "ZMSCORE",
            call: "zmscore(\"z\", [\"b\", \"x\"])",
            wire: "ZMSCORE z b x",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("[Some(2.5), None]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zmscore("z", ["b", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "ZPOPMAX",
            call: "zpopmax(\"z\").text()",
            wire: "ZPOPMAX z",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("Some((\"b\", 2.5))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zpopmax("z").text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZPOPMAX",
            call: "zpopmax(\"none\")",
            wire: "ZPOPMAX none",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zpopmax("none"),
    ));
    cases.push(Case::new(
        About {
            command: "ZPOPMAX",
            call: "zpopmax(\"z\").count(5).text()",
            wire: "ZPOPMAX z 5",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("[(\"b\", 2.5), (\"a\", 1.0)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zpopmax("z").count(5).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZPOPMIN",
            call: "zpopmin(\"z\").text()",
            wire: "ZPOPMIN z",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("Some((\"a\", 1.0))"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zpopmin("z").text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZPOPMIN",
            call: "zpopmin(\"none\")",
            wire: "ZPOPMIN none",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zpopmin("none"),
    ));
    cases.push(Case::new(
        About {
            command: "ZPOPMIN",
            call: "zpopmin(\"z\").count(5).text()",
            wire: "ZPOPMIN z 5",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("[(\"a\", 1.0), (\"b\", 2.5)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zpopmin("z").count(5).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANDMEMBER",
            call: "zrandmember(\"z\").text()",
            wire: "ZRANDMEMBER z",
            setup: &["ZADD z 2.5 a"],
            reply: Some("Some(\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrandmember("z").text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANDMEMBER",
            call: "zrandmember(\"none\")",
            wire: "ZRANDMEMBER none",
            setup: &["ZADD z 2.5 a"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrandmember("none"),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANDMEMBER",
            call: "zrandmember(\"z\").count(-2).text()",
            wire: "ZRANDMEMBER z -2",
            setup: &["ZADD z 2.5 a"],
            reply: Some("[\"a\", \"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrandmember("z").count(-2).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANDMEMBER",
            call: "zrandmember(\"z\").count(2).with_scores().text()",
            wire: "ZRANDMEMBER z 2 WITHSCORES",
            setup: &["ZADD z 2.5 a"],
            reply: Some("[(\"a\", 2.5)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrandmember("z").count(2).with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGE",
            call: "zrange(\"z\", 0, -1).text()",
            wire: "ZRANGE z 0 -1",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("[\"a\", \"b\", \"c\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrange("z", 0, -1).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGE",
            call: "zrange(\"z\", 0, 1).rev().with_scores().text()",
            wire: "ZRANGE z 0 1 REV WITHSCORES",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("[(\"c\", 3.5), (\"b\", 2.0)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrange("z", 0, 1).rev().with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGE",
            call: "zrange(\"z\", ScoreBound::from(2), ScoreBound::MAX).limit(0, 10).with_scores().text()",
            wire: "ZRANGE z 2 +inf BYSCORE LIMIT 0 10 WITHSCORES",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("[(\"b\", 2.0), (\"c\", 3.5)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrange("z", ScoreBound::from(2), ScoreBound::MAX).limit(0, 10).with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGE",
            call: "zrange(\"z\", ScoreBound::exclusive(3.5), ScoreBound::MIN).rev().limit(1, -1).text()",
            wire: "ZRANGE z (3.5 -inf BYSCORE REV LIMIT 1 -1",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("[\"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrange("z", ScoreBound::exclusive(3.5), ScoreBound::MIN).rev().limit(1, -1).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGE",
            call: "zrange(\"names\", LexBound::MIN, LexBound::exclusive(\"c\")).limit(1, 5).text()",
            wire: "ZRANGE names - (c BYLEX LIMIT 1 5",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("[\"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrange("names", LexBound::MIN, LexBound::exclusive("c")).limit(1, 5).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGEBYLEX",
            call: "zrangebylex(\"z\", LexBound::MIN, \"b\").text()",
            wire: "ZRANGEBYLEX z - [b",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("[\"a\", \"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrangebylex("z", LexBound::MIN, "b").text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGEBYLEX",
            call: "zrangebylex(\"z\", LexBound::exclusive(\"a\"), LexBound::MAX).limit(1, 2).text()",
            wire: "ZRANGEBYLEX z (a + LIMIT 1 2",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("[\"c\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrangebylex("z", LexBound::exclusive("a"), LexBound::MAX).limit(1, 2).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGEBYSCORE",
            call: "zrangebyscore(\"z\", 1, 2).text()",
            wire: "ZRANGEBYSCORE z 1 2",
            setup: &["ZADD z 1 a 2 b 3.5 c"],
            reply: Some("[\"a\", \"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrangebyscore("z", 1, 2).text(),
    ));
    cases.push(Case::new(About { command: "ZRANGEBYSCORE", call: "zrangebyscore(\"z\", ScoreBound::exclusive(1.0), ScoreBound::MAX).with_scores().limit(1, 1).text()", wire: "ZRANGEBYSCORE z (1 +inf WITHSCORES LIMIT 1 1", setup: &["ZADD z 1 a 2 b 3.5 c"], reply: Some("[(\"c\", 3.5)]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || zrangebyscore("z", ScoreBound::exclusive(1.0), ScoreBound::MAX).with_scores().limit(1, 1).text()));
    cases.push(Case::new(
        About {
            command: "ZRANGESTORE",
            call: "zrangestore(\"d\", \"z\", 0, -2)",
            wire: "ZRANGESTORE d z 0 -2",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrangestore("d", "z", 0, -2),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGESTORE",
            call: "zrangestore(\"d\", \"z\", ScoreBound::MAX, ScoreBound::exclusive(1.0)).rev().limit(0, 1)",
            wire: "ZRANGESTORE d z +inf (1 BYSCORE REV LIMIT 0 1",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrangestore("d", "z", ScoreBound::MAX, ScoreBound::exclusive(1.0)).rev().limit(0, 1),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANGESTORE",
            call: "zrangestore(\"d\", \"names\", LexBound::MIN, LexBound::inclusive(\"b\"))",
            wire: "ZRANGESTORE d names - [b BYLEX",
            setup: &["ZADD z 1 a 2 b 3.5 c", "ZADD names 0 a 0 b 0 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrangestore("d", "names", LexBound::MIN, LexBound::inclusive("b")),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANK",
            call: "zrank(\"z\", \"b\")",
            wire: "ZRANK z b",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("Some(1)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrank("z", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANK",
            call: "zrank(\"z\", \"x\")",
            wire: "ZRANK z x",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrank("z", "x"),
    ));
    cases.push(Case::new(
        About {
            command: "ZRANK",
            call: "zrank(\"z\", \"b\").with_score()",
            wire: "ZRANK z b WITHSCORE",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || zrank("z", "b").with_score(),
    ));
    cases.push(Case::new(
        About {
            command: "ZREM",
            call: "zrem(\"z\", [\"a\", \"x\"])",
            wire: "ZREM z a x",
            setup: &["ZADD z 1 a 2 b"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrem("z", ["a", "x"]),
    ));
    cases.push(Case::new(
        About {
            command: "ZREMRANGEBYLEX",
            call: "zremrangebylex(\"z\", \"a\", LexBound::exclusive(\"c\"))",
            wire: "ZREMRANGEBYLEX z [a (c",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zremrangebylex("z", "a", LexBound::exclusive("c")),
    ));
    cases.push(Case::new(
        About {
            command: "ZREMRANGEBYRANK",
            call: "zremrangebyrank(\"z\", 0, -2)",
            wire: "ZREMRANGEBYRANK z 0 -2",
            setup: &["ZADD z 1 a 2 b 3 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zremrangebyrank("z", 0, -2),
    ));
    cases.push(Case::new(
        About {
            command: "ZREMRANGEBYSCORE",
            call: "zremrangebyscore(\"z\", ScoreBound::MIN, ScoreBound::exclusive(3.0))",
            wire: "ZREMRANGEBYSCORE z -inf (3",
            setup: &["ZADD z 1 a 2 b 3 c"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zremrangebyscore("z", ScoreBound::MIN, ScoreBound::exclusive(3.0)),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANGE",
            call: "zrevrange(\"z\", 0, 1).text()",
            wire: "ZREVRANGE z 0 1",
            setup: &["ZADD z 1 a 2 b 3.5 c"],
            reply: Some("[\"c\", \"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrange("z", 0, 1).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANGE",
            call: "zrevrange(\"z\", 0, 0).with_scores().text()",
            wire: "ZREVRANGE z 0 0 WITHSCORES",
            setup: &["ZADD z 1 a 2 b 3.5 c"],
            reply: Some("[(\"c\", 3.5)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrange("z", 0, 0).with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANGEBYLEX",
            call: "zrevrangebylex(\"z\", \"b\", LexBound::MIN).text()",
            wire: "ZREVRANGEBYLEX z [b -",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("[\"b\", \"a\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrangebylex("z", "b", LexBound::MIN).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANGEBYLEX",
            call: "zrevrangebylex(\"z\", LexBound::MAX, LexBound::MIN).limit(0, 1).text()",
            wire: "ZREVRANGEBYLEX z + - LIMIT 0 1",
            setup: &["ZADD z 0 a 0 b 0 c"],
            reply: Some("[\"c\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrangebylex("z", LexBound::MAX, LexBound::MIN).limit(0, 1).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANGEBYSCORE",
            call: "zrevrangebyscore(\"z\", ScoreBound::MAX, 2).text()",
            wire: "ZREVRANGEBYSCORE z +inf 2",
            setup: &["ZADD z 1 a 2 b 3.5 c"],
            reply: Some("[\"c\", \"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrangebyscore("z", ScoreBound::MAX, 2).text(),
    ));
    cases.push(Case::new(About { command: "ZREVRANGEBYSCORE", call: "zrevrangebyscore(\"z\", ScoreBound::exclusive(3.5), ScoreBound::MIN).with_scores().limit(1, -1).text()", wire: "ZREVRANGEBYSCORE z (3.5 -inf WITHSCORES LIMIT 1 -1", setup: &["ZADD z 1 a 2 b 3.5 c"], reply: Some("[(\"a\", 1.0)]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || zrevrangebyscore("z", ScoreBound::exclusive(3.5), ScoreBound::MIN).with_scores().limit(1, -1).text()));
    cases.push(Case::new(
        About {
            command: "ZREVRANK",
            call: "zrevrank(\"z\", \"b\")",
            wire: "ZREVRANK z b",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("Some(0)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrank("z", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANK",
            call: "zrevrank(\"z\", \"x\")",
            wire: "ZREVRANK z x",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zrevrank("z", "x"),
    ));
    cases.push(Case::new(
        About {
            command: "ZREVRANK",
            call: "zrevrank(\"z\", \"a\").with_score()",
            wire: "ZREVRANK z a WITHSCORE",
            setup: &["ZADD z 1 a 2.5 b"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || zrevrank("z", "a").with_score(),
    ));
    cases.push(Case::new(
        About {
            command: "ZSCAN",
            call: "zscan(\"z\", Cursor::START).text()",
            wire: "ZSCAN z 0",
            setup: &["ZADD z 2.5 a"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zscan("z", Cursor::START).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZSCAN",
            call: "zscan(\"z\", Cursor::START).matching(\"a*\").count(100)",
            wire: "ZSCAN z 0 MATCH a* COUNT 100",
            setup: &["ZADD z 2.5 a"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zscan("z", Cursor::START).matching("a*").count(100),
    ));
    cases.push(Case::new(
        About {
            command: "ZSCORE",
            call: "zscore(\"z\", \"a\")",
            wire: "ZSCORE z a",
            setup: &["ZADD z 2.5 a"],
            reply: Some("Some(2.5)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zscore("z", "a"),
    ));
    cases.push(Case::new(
        About {
            command: "ZSCORE",
            call: "zscore(\"z\", \"x\")",
            wire: "ZSCORE z x",
            setup: &["ZADD z 2.5 a"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zscore("z", "x"),
    ));
    cases.push(Case::new(
        About {
            command: "ZUNION",
            call: "zunion([\"a\", \"b\"]).text()",
            wire: "ZUNION 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("[\"y\", \"x\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zunion(["a", "b"]).text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZUNION",
            call: "zunion([\"a\", \"b\"]).weights([1, 2]).aggregate(Aggregate::Sum).with_scores().text()",
            wire: "ZUNION 2 a b WEIGHTS 1 2 AGGREGATE SUM WITHSCORES",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("[(\"y\", 2.0), (\"x\", 11.0)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zunion(["a", "b"]).weights([1, 2]).aggregate(Aggregate::Sum).with_scores().text(),
    ));
    cases.push(Case::new(
        About {
            command: "ZUNIONSTORE",
            call: "zunionstore(\"d\", [\"a\", \"b\"])",
            wire: "ZUNIONSTORE d 2 a b",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zunionstore("d", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "ZUNIONSTORE",
            call: "zunionstore(\"d\", [\"a\", \"b\"]).weights([1.0, 0.1]).aggregate(Aggregate::Min)",
            wire: "ZUNIONSTORE d 2 a b WEIGHTS 1 0.1 AGGREGATE MIN",
            setup: &["ZADD a 1 x 2 y", "ZADD b 5 x"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || zunionstore("d", ["a", "b"]).weights([1.0, 0.1]).aggregate(Aggregate::Min),
    ));
}
