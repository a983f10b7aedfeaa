// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Streams: logs of entries, read by each reader for itself or shared out within groups.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "XACK",
            call: "xack(\"s\", \"g\", [StreamId::new(1, 1), StreamId::new(2, 0)])",
            wire: "XACK s g 1-1 2-0",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xack("s", "g", [StreamId::new(1, 1), StreamId::new(2, 0)]),
    ));
    cases.push(Case::new(
        About {
            command: "XACKDEL",
            call: "xackdel(\"s\", \"g\", StreamId::new(1, 1)).keep_ref()",
            wire: "XACKDEL s g KEEPREF IDS 1 1-1",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("[Deleted]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xackdel("s", "g", StreamId::new(1, 1)).keep_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XACKDEL",
            call: "xackdel(\"s\", \"g\", [StreamId::new(1, 1), StreamId::new(2, 0)]).del_ref()",
            wire: "XACKDEL s g DELREF IDS 2 1-1 2-0",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("[Deleted, NotFound]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xackdel("s", "g", [StreamId::new(1, 1), StreamId::new(2, 0)]).del_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XACKDEL",
            call: "xackdel(\"s\", \"g\", StreamId::new(1, 1)).acked()",
            wire: "XACKDEL s g ACKED IDS 1 1-1",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("[Deleted]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xackdel("s", "g", StreamId::new(1, 1)).acked(),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", NewId::Auto, [(\"total\", \"5\"), (\"item\", \"tea\")])",
            wire: "XADD s * total 5 item tea",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xadd("s", NewId::Auto, [("total", "5"), ("item", "tea")]),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", StreamId::new(7, 1), (\"f\", \"v\"))",
            wire: "XADD s 7-1 f v",
            setup: &[],
            reply: Some("StreamId { ms: 7, seq: 1 }"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xadd("s", StreamId::new(7, 1), ("f", "v")),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"none\", NewId::Auto, (\"f\", \"v\")).no_mkstream()",
            wire: "XADD none NOMKSTREAM * f v",
            setup: &[],
            reply: Some("None"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xadd("none", NewId::Auto, ("f", "v")).no_mkstream(),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", NewId::Auto, (\"f\", \"v\")).trim(Trim::max_len(1000).approx_limit(50))",
            wire: "XADD s MAXLEN ~ 1000 LIMIT 50 * f v",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xadd("s", NewId::Auto, ("f", "v")).trim(Trim::max_len(1000).approx_limit(50)),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", StreamId::new(7, 1), (\"f\", \"v\")).trim(Trim::min_id(StreamId::new(5, 0)))",
            wire: "XADD s MINID 5-0 7-1 f v",
            setup: &[],
            reply: Some("StreamId { ms: 7, seq: 1 }"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xadd("s", StreamId::new(7, 1), ("f", "v")).trim(Trim::min_id(StreamId::new(5, 0))),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", StreamId::new(7, 1), (\"f\", \"v\")).trim(Trim::max_len(5)).keep_ref()",
            wire: "XADD s KEEPREF MAXLEN 5 7-1 f v",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xadd("s", StreamId::new(7, 1), ("f", "v")).trim(Trim::max_len(5)).keep_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", StreamId::new(7, 1), (\"f\", \"v\")).trim(Trim::max_len(5)).del_ref()",
            wire: "XADD s DELREF MAXLEN 5 7-1 f v",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xadd("s", StreamId::new(7, 1), ("f", "v")).trim(Trim::max_len(5)).del_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", StreamId::new(7, 1), (\"f\", \"v\")).trim(Trim::max_len(5)).acked()",
            wire: "XADD s ACKED MAXLEN 5 7-1 f v",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xadd("s", StreamId::new(7, 1), ("f", "v")).trim(Trim::max_len(5)).acked(),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", NewId::Auto, (\"f\", \"v\")).idmp(\"shop-1\", \"order-17\")",
            wire: "XADD s IDMP shop-1 order-17 * f v",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xadd("s", NewId::Auto, ("f", "v")).idmp("shop-1", "order-17"),
    ));
    cases.push(Case::new(
        About {
            command: "XADD",
            call: "xadd(\"s\", NewId::Auto, (\"f\", \"v\")).idmp_auto(\"shop-1\")",
            wire: "XADD s IDMPAUTO shop-1 * f v",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xadd("s", NewId::Auto, ("f", "v")).idmp_auto("shop-1"),
    ));
    cases.push(Case::new(
        About {
            command: "XAUTOCLAIM",
            call: "xautoclaim(\"s\", \"g\", \"d\", Duration::ZERO, StreamId::MIN).text()",
            wire: "XAUTOCLAIM s g d 0 0-0",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c STREAMS s >",
                "XDEL s 2-1",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xautoclaim("s", "g", "d", Duration::ZERO, StreamId::MIN).text(),
    ));
    cases.push(Case::new(
        About {
            command: "XAUTOCLAIM",
            call: "xautoclaim(\"s\", \"g\", \"d\", Duration::ZERO, StreamId::MIN).count(1).just_id()",
            wire: "XAUTOCLAIM s g d 0 0-0 COUNT 1 JUSTID",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c STREAMS s >",
                "XDEL s 2-1",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xautoclaim("s", "g", "d", Duration::ZERO, StreamId::MIN).count(1).just_id(),
    ));
    cases.push(Case::new(
        About {
            command: "XCFGSET",
            call: "xcfgset(\"s\").idmp_duration(Duration::from_secs(300)).idmp_max_size(1000)",
            wire: "XCFGSET s IDMP-DURATION 300 IDMP-MAXSIZE 1000",
            setup: &["XADD s 1-1 f v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xcfgset("s").idmp_duration(Duration::from_secs(300)).idmp_max_size(1000),
    ));
    cases.push(Case::new(About { command: "XCLAIM", call: "xclaim(\"s\", \"g\", \"d\", Duration::ZERO, [StreamId::new(1, 1), StreamId::new(3, 0)]).text()", wire: "XCLAIM s g d 0 1-1 3-0", setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"], reply: None, error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || xclaim("s", "g", "d", Duration::ZERO, [StreamId::new(1, 1), StreamId::new(3, 0)]).text()));
    cases.push(Case::new(About { command: "XCLAIM", call: "xclaim(\"s\", \"g\", \"d\", Duration::ZERO, StreamId::new(1, 1)).idle(Duration::from_secs(5)).retry_count(3).force().last_id(StreamId::new(2, 1)).just_id()", wire: "XCLAIM s g d 0 1-1 IDLE 5000 RETRYCOUNT 3 FORCE LASTID 2-1 JUSTID", setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"], reply: Some("[StreamId { ms: 1, seq: 1 }]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || xclaim("s", "g", "d", Duration::ZERO, StreamId::new(1, 1)).idle(Duration::from_secs(5)).retry_count(3).force().last_id(StreamId::new(2, 1)).just_id()));
    cases.push(Case::new(About { command: "XCLAIM", call: "xclaim(\"s\", \"g\", \"d\", Duration::from_secs(60), StreamId::new(1, 1)).time(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))", wire: "XCLAIM s g d 60000 1-1 TIME 1700000000000", setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"], reply: Some("[]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || xclaim("s", "g", "d", Duration::from_secs(60), StreamId::new(1, 1)).time(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))));
    cases.push(Case::new(
        About {
            command: "XDEL",
            call: "xdel(\"s\", [StreamId::new(1, 1), StreamId::new(2, 0)])",
            wire: "XDEL s 1-1 2-0",
            setup: &["XADD s 1-1 f v"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xdel("s", [StreamId::new(1, 1), StreamId::new(2, 0)]),
    ));
    cases.push(Case::new(
        About {
            command: "XDELEX",
            call: "xdelex(\"s\", StreamId::new(1, 1)).keep_ref()",
            wire: "XDELEX s KEEPREF IDS 1 1-1",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("[Deleted]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xdelex("s", StreamId::new(1, 1)).keep_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XDELEX",
            call: "xdelex(\"s\", [StreamId::new(1, 1), StreamId::new(2, 0)]).del_ref()",
            wire: "XDELEX s DELREF IDS 2 1-1 2-0",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("[Deleted, NotFound]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xdelex("s", [StreamId::new(1, 1), StreamId::new(2, 0)]).del_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XDELEX",
            call: "xdelex(\"s\", StreamId::new(1, 1)).acked()",
            wire: "XDELEX s ACKED IDS 1 1-1",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("[Kept]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xdelex("s", StreamId::new(1, 1)).acked(),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP CREATE",
            call: "xgroup_create(\"s\", \"g\", StreamId::MIN)",
            wire: "XGROUP CREATE s g 0-0",
            setup: &["XADD s 1-1 f v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_create("s", "g", StreamId::MIN),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP CREATE",
            call: "xgroup_create(\"new\", \"g\", GroupStart::Now).mkstream()",
            wire: "XGROUP CREATE new g $ MKSTREAM",
            setup: &["XADD s 1-1 f v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_create("new", "g", GroupStart::Now).mkstream(),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP CREATE",
            call: "xgroup_create(\"s\", \"g\", StreamId::new(1, 1)).entries_read(1)",
            wire: "XGROUP CREATE s g 1-1 ENTRIESREAD 1",
            setup: &["XADD s 1-1 f v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_create("s", "g", StreamId::new(1, 1)).entries_read(1),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP CREATECONSUMER",
            call: "xgroup_createconsumer(\"s\", \"g\", \"c\")",
            wire: "XGROUP CREATECONSUMER s g c",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_createconsumer("s", "g", "c"),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP DELCONSUMER",
            call: "xgroup_delconsumer(\"s\", \"g\", \"c\")",
            wire: "XGROUP DELCONSUMER s g c",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_delconsumer("s", "g", "c"),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP DESTROY",
            call: "xgroup_destroy(\"s\", \"g\")",
            wire: "XGROUP DESTROY s g",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_destroy("s", "g"),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP DESTROY",
            call: "xgroup_destroy(\"s\", \"other\")",
            wire: "XGROUP DESTROY s other",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_destroy("s", "other"),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP HELP",
            call: "xgroup_help()",
            wire: "XGROUP HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        xgroup_help,
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP SETID",
            call: "xgroup_setid(\"s\", \"g\", GroupStart::Now)",
            wire: "XGROUP SETID s g $",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_setid("s", "g", GroupStart::Now),
    ));
    cases.push(Case::new(
        About {
            command: "XGROUP SETID",
            call: "xgroup_setid(\"s\", \"g\", StreamId::new(1, 1)).entries_read(1)",
            wire: "XGROUP SETID s g 1-1 ENTRIESREAD 1",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xgroup_setid("s", "g", StreamId::new(1, 1)).entries_read(1),
    ));
    cases.push(Case::new(
        About {
            command: "XINFO CONSUMERS",
            call: "xinfo_consumers(\"s\", \"g\").text()",
            wire: "XINFO CONSUMERS s g",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xinfo_consumers("s", "g").text(),
    ));
    cases.push(Case::new(
        About {
            command: "XINFO GROUPS",
            call: "xinfo_groups(\"s\").text()",
            wire: "XINFO GROUPS s",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xinfo_groups("s").text(),
    ));
    cases.push(Case::new(
        About {
            command: "XINFO HELP",
            call: "xinfo_help()",
            wire: "XINFO HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        xinfo_help,
    ));
    cases.push(Case::new(
        About {
            command: "XINFO STREAM",
            call: "xinfo_stream(\"s\").text()",
            wire: "XINFO STREAM s",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
            ],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xinfo_stream("s").text(),
    ));
    cases.push(Case::new(
        About {
            command: "XINFO STREAM",
            call: "xinfo_stream(\"s\").full().text()",
            wire: "XINFO STREAM s FULL",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
            ],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xinfo_stream("s").full().text(),
    ));
    cases.push(Case::new(
        About {
            command: "XINFO STREAM",
            call: "xinfo_stream(\"s\").full().count(0)",
            wire: "XINFO STREAM s FULL COUNT 0",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
            ],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xinfo_stream("s").full().count(0),
    ));
    cases.push(Case::new(
        About {
            command: "XLEN",
            call: "xlen(\"s\")",
            wire: "XLEN s",
            setup: &["XADD s 1-1 f v"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xlen("s"),
    ));
    cases.push(Case::new(
        About {
            command: "XNACK",
            call: "xnack(\"s\", \"g\", Nack::Fail, [StreamId::new(1, 1), StreamId::new(2, 0)])",
            wire: "XNACK s g FAIL IDS 2 1-1 2-0",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xnack("s", "g", Nack::Fail, [StreamId::new(1, 1), StreamId::new(2, 0)]),
    ));
    cases.push(Case::new(
        About {
            command: "XNACK",
            call: "xnack(\"s\", \"g\", Nack::Silent, StreamId::new(1, 1)).retry_count(5).force()",
            wire: "XNACK s g SILENT IDS 1 1-1 RETRYCOUNT 5 FORCE",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || xnack("s", "g", Nack::Silent, StreamId::new(1, 1)).retry_count(5).force(),
    ));
    cases.push(Case::new(
        About {
            command: "XPENDING",
            call: "xpending(\"s\", \"g\").text()",
            wire: "XPENDING s g",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xpending("s", "g").text(),
    ));
    cases.push(Case::new(
        About {
            command: "XPENDING",
            call: "xpending(\"s\", \"g\").range(StreamId::MIN, StreamId::MAX, 10).text()",
            wire: "XPENDING s g - + 10",
            setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xpending("s", "g").range(StreamId::MIN, StreamId::MAX, 10).text(),
    ));
    cases.push(Case::new(About { command: "XPENDING", call: "xpending(\"s\", \"g\").range(IdBound::Excluded(StreamId::new(1, 1)), StreamId::MAX, 10).idle(Duration::from_secs(5)).consumer(\"c\")", wire: "XPENDING s g IDLE 5000 (1-1 + 10 c", setup: &["XADD s 1-1 f v", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >"], reply: Some("[]"), error: None, is_volatile: true, is_unverified: false, mode: Mode::Shared }, || xpending("s", "g").range(IdBound::Excluded(StreamId::new(1, 1)), StreamId::MAX, 10).idle(Duration::from_secs(5)).consumer("c")));
    cases.push(Case::new(
        About {
            command: "XRANGE",
            call: "xrange(\"s\", StreamId::MIN, StreamId::MAX).text()",
            wire: "XRANGE s - +",
            setup: &["XADD s 1-1 f v g w", "XADD s 2-1 f v"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xrange("s", StreamId::MIN, StreamId::MAX).text(),
    ));
    cases.push(Case::new(
        About {
            command: "XRANGE",
            call: "xrange(\"s\", IdBound::Excluded(StreamId::new(2, 1)), StreamId::MAX).count(10)",
            wire: "XRANGE s (2-1 + COUNT 10",
            setup: &["XADD s 1-1 f v g w", "XADD s 2-1 f v"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xrange("s", IdBound::Excluded(StreamId::new(2, 1)), StreamId::MAX).count(10),
    ));
    cases.push(Case::new(
        About {
            command: "XRANGE",
            call: "xrange(\"s\", SystemTime::UNIX_EPOCH + Duration::from_millis(3), StreamId::new(9, 9))",
            wire: "XRANGE s 3 9-9",
            setup: &["XADD s 1-1 f v g w", "XADD s 2-1 f v"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xrange("s", SystemTime::UNIX_EPOCH + Duration::from_millis(3), StreamId::new(9, 9)),
    ));
    cases.push(Case::new(
        About {
            command: "XREAD",
            call: "xread([(\"s\", StreamId::MIN), (\"t\", StreamId::MIN)]).text()",
            wire: "XREAD STREAMS s t 0-0 0-0",
            setup: &["XADD s 1-1 f v", "XADD t 2-1 g w"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xread([("s", StreamId::MIN), ("t", StreamId::MIN)]).text(),
    ));
    cases.push(Case::new(
        About {
            command: "XREAD",
            call: "xread((\"s\", StreamId::new(1, 1))).count(5)",
            wire: "XREAD COUNT 5 STREAMS s 1-1",
            setup: &["XADD s 1-1 f v", "XADD t 2-1 g w"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xread(("s", StreamId::new(1, 1))).count(5),
    ));
    cases.push(Case::new(
        About {
            command: "XREAD",
            call: "xread([(\"s\", ReadFrom::Now)]).block(Duration::from_millis(10))",
            wire: "XREAD BLOCK 10 STREAMS s $",
            setup: &["XADD s 1-1 f v", "XADD t 2-1 g w"],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xread([("s", ReadFrom::Now)]).block(Duration::from_millis(10)),
    ));
    cases.push(Case::new(
        About {
            command: "XREADGROUP",
            call: "xreadgroup(\"g\", \"c\", [(\"s\", ReadFrom::Undelivered)]).text()",
            wire: "XREADGROUP GROUP g c STREAMS s >",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
                "XDEL s 1-1",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xreadgroup("g", "c", [("s", ReadFrom::Undelivered)]).text(),
    ));
    cases.push(Case::new(
        About {
            command: "XREADGROUP",
            call: "xreadgroup(\"g\", \"c\", (\"s\", StreamId::MIN)).text()",
            wire: "XREADGROUP GROUP g c STREAMS s 0-0",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
                "XDEL s 1-1",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xreadgroup("g", "c", ("s", StreamId::MIN)).text(),
    ));
    cases.push(Case::new(
        About {
            command: "XREADGROUP",
            call: "xreadgroup(\"g\", \"c\", (\"s\", ReadFrom::Undelivered)).no_ack().count(1).block(None)",
            wire: "XREADGROUP GROUP g c BLOCK 0 COUNT 1 NOACK STREAMS s >",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
                "XDEL s 1-1",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xreadgroup("g", "c", ("s", ReadFrom::Undelivered)).no_ack().count(1).block(None),
    ));
    cases.push(Case::new(
        About {
            command: "XREADGROUP",
            call: "xreadgroup(\"g\", \"d\", (\"s\", ReadFrom::Undelivered)).claim(Duration::from_secs(60))",
            wire: "XREADGROUP GROUP g d CLAIM 60000 STREAMS s >",
            setup: &[
                "XADD s 1-1 f v",
                "XADD s 2-1 f v",
                "XGROUP CREATE s g 0",
                "XREADGROUP GROUP g c COUNT 1 STREAMS s >",
                "XDEL s 1-1",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xreadgroup("g", "d", ("s", ReadFrom::Undelivered)).claim(Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "XREVRANGE",
            call: "xrevrange(\"s\", StreamId::MAX, StreamId::MIN).count(1).text()",
            wire: "XREVRANGE s + - COUNT 1",
            setup: &["XADD s 1-1 f v g w", "XADD s 2-1 f v"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xrevrange("s", StreamId::MAX, StreamId::MIN).count(1).text(),
    ));
    cases.push(Case::new(
        About {
            command: "XSETID",
            call: "xsetid(\"s\", StreamId::new(9, 0))",
            wire: "XSETID s 9-0",
            setup: &["XADD s 1-1 f v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xsetid("s", StreamId::new(9, 0)),
    ));
    cases.push(Case::new(
        About {
            command: "XSETID",
            call: "xsetid(\"s\", StreamId::new(9, 0)).entries_added(5).max_deleted_id(StreamId::new(8, 0))",
            wire: "XSETID s 9-0 ENTRIESADDED 5 MAXDELETEDID 8-0",
            setup: &["XADD s 1-1 f v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xsetid("s", StreamId::new(9, 0)).entries_added(5).max_deleted_id(StreamId::new(8, 0)),
    ));
    cases.push(Case::new(
        About {
            command: "XTRIM",
            call: "xtrim(\"s\", Trim::max_len(1))",
            wire: "XTRIM s MAXLEN 1",
            setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XADD s 3-1 f v"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xtrim("s", Trim::max_len(1)),
    ));
    cases.push(Case::new(
        About {
            command: "XTRIM",
            call: "xtrim(\"s\", Trim::min_id(StreamId::new(2, 0)))",
            wire: "XTRIM s MINID 2-0",
            setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XADD s 3-1 f v"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xtrim("s", Trim::min_id(StreamId::new(2, 0))),
    ));
    cases.push(Case::new(
        About {
            command: "XTRIM",
            call: "xtrim(\"s\", Trim::max_len(1).approx_limit(10))",
            wire: "XTRIM s MAXLEN ~ 1 LIMIT 10",
            setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XADD s 3-1 f v"],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || xtrim("s", Trim::max_len(1).approx_limit(10)),
    ));
    cases.push(Case::new(
        About {
            command: "XTRIM",
            call: "xtrim(\"s\", Trim::max_len(1)).keep_ref()",
            wire: "XTRIM s MAXLEN 1 KEEPREF",
            setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XADD s 3-1 f v"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xtrim("s", Trim::max_len(1)).keep_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XTRIM",
            call: "xtrim(\"s\", Trim::max_len(1)).del_ref()",
            wire: "XTRIM s MAXLEN 1 DELREF",
            setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XADD s 3-1 f v"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xtrim("s", Trim::max_len(1)).del_ref(),
    ));
    cases.push(Case::new(
        About {
            command: "XTRIM",
            call: "xtrim(\"s\", Trim::max_len(1)).acked()",
            wire: "XTRIM s MAXLEN 1 ACKED",
            setup: &["XADD s 1-1 f v", "XADD s 2-1 f v", "XADD s 3-1 f v"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || xtrim("s", Trim::max_len(1)).acked(),
    ));
}
