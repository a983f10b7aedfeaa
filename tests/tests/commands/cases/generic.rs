// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Keys of any type.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "COPY",
            call: "copy(\"a\", \"b\")",
            wire: "COPY a b",
            setup: &["SET a 1"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || copy("a", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "COPY",
            call: "copy(\"a\", \"b\").db(1).replace()",
            wire: "COPY a b DB 1 REPLACE",
            setup: &["SET a 1"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || copy("a", "b").db(1).replace(),
    ));
    cases.push(Case::new(
        About {
            command: "DEL",
            call: "del(\"a\")",
            wire: "DEL a",
            setup: &["MSET a 1 b 2"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || del("a"),
    ));
    cases.push(Case::new(
        About {
            command: "DEL",
            call: "del([\"a\", \"b\", \"c\"])",
            wire: "DEL a b c",
            setup: &["MSET a 1 b 2"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || del(["a", "b", "c"]),
    ));
    cases.push(Case::new(
        About {
            command: "DUMP",
            call: "dump(\"a\")",
            wire: "DUMP a",
            setup: &["SET a 1"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || dump("a"),
    ));
    cases.push(Case::new(
        About {
            command: "DUMP",
            call: "dump(\"b\")",
            wire: "DUMP b",
            setup: &["SET a 1"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || dump("b"),
    ));
    cases.push(Case::new(
        About {
            command: "EXISTS",
            call: "exists([\"a\", \"b\", \"c\"])",
            wire: "EXISTS a b c",
            setup: &["MSET a 1 b 2"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || exists(["a", "b", "c"]),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_secs(60))",
            wire: "EXPIRE k 60",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_millis(1500))",
            wire: "PEXPIRE k 1500",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_millis(1500)),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"none\", Duration::from_secs(60))",
            wire: "EXPIRE none 60",
            setup: &["SET k v"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("none", Duration::from_secs(60)),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_secs(60)).nx()",
            wire: "EXPIRE k 60 NX",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_secs(60)).nx(),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_secs(60)).xx()",
            wire: "EXPIRE k 60 XX",
            setup: &["SET k v"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_secs(60)).xx(),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_secs(60)).gt()",
            wire: "EXPIRE k 60 GT",
            setup: &["SET k v"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_secs(60)).gt(),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_secs(60)).lt()",
            wire: "EXPIRE k 60 LT",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_secs(60)).lt(),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRE",
            call: "expire(\"k\", Duration::from_secs(60)).xx().lt()",
            wire: "EXPIRE k 60 XX LT",
            setup: &["SET k v"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expire("k", Duration::from_secs(60)).xx().lt(),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIREAT",
            call: "expireat(\"k\", UNIX_EPOCH + Duration::from_secs(4_102_444_800))",
            wire: "EXPIREAT k 4102444800",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expireat("k", UNIX_EPOCH + Duration::from_secs(4_102_444_800)),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIREAT",
            call: "expireat(\"k\", UNIX_EPOCH + Duration::from_millis(4_102_444_800_500)).nx()",
            wire: "PEXPIREAT k 4102444800500 NX",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expireat("k", UNIX_EPOCH + Duration::from_millis(4_102_444_800_500)).nx(),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRETIME",
            call: "expiretime(\"a\")",
            wire: "EXPIRETIME a",
            setup: &["SET a 1 EXAT 4102444800", "SET b 2"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expiretime("a"),
    ));
    cases.push(Case::new(
        About {
            command: "EXPIRETIME",
            call: "expiretime(\"b\")",
            wire: "EXPIRETIME b",
            setup: &["SET a 1 EXAT 4102444800", "SET b 2"],
            reply: Some("Never"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || expiretime("b"),
    ));
    cases.push(Case::new(
        About {
            command: "KEYS",
            call: "keys(\"user:*\")",
            wire: "KEYS user:*",
            setup: &["MSET user:1 a other b"],
            reply: Some("[b\"user:1\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || keys("user:*"),
    ));
    cases.push(Case::new(
        About {
            command: "MIGRATE",
            call: "migrate(\"127.0.0.1\", 1, 0, Duration::from_millis(500), [\"a\", \"b\"])",
            wire: "MIGRATE 127.0.0.1 1 \"\" 0 500 KEYS a b",
            setup: &[],
            reply: Some("NoKey"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || migrate("127.0.0.1", 1, 0, Duration::from_millis(500), ["a", "b"]),
    ));
    cases.push(Case::new(About { command: "MIGRATE", call: "migrate(\"127.0.0.1\", 1, 0, Duration::from_millis(500), \"a\").auth(\"secret\").replace().copy()", wire: "MIGRATE 127.0.0.1 1 \"\" 0 500 COPY REPLACE AUTH secret KEYS a", setup: &[], reply: Some("NoKey"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || migrate("127.0.0.1", 1, 0, Duration::from_millis(500), "a").auth("secret").replace().copy()));
    cases.push(Case::new(About { command: "MIGRATE", call: "migrate(\"127.0.0.1\", 1, 0, Duration::from_millis(500), \"a\").auth2(\"ada\", \"secret\")", wire: "MIGRATE 127.0.0.1 1 \"\" 0 500 AUTH2 ada secret KEYS a", setup: &["SET a 1"], reply: None, error: Some("IOERR"), is_volatile: false, is_unverified: false, mode: Mode::Shared }, || migrate("127.0.0.1", 1, 0, Duration::from_millis(500), "a").auth2("ada", "secret")));
    cases.push(Case::new(
        About {
            command: "MOVE",
            call: "move_to(\"a\", 2)",
            wire: "MOVE a 2",
            setup: &["SET a 1"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || move_to("a", 2),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT ENCODING",
            call: "object_encoding(\"n\")",
            wire: "OBJECT ENCODING n",
            setup: &["SET n 1"],
            reply: Some("Some(Int)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_encoding("n"),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT ENCODING",
            call: "object_encoding(\"m\")",
            wire: "OBJECT ENCODING m",
            setup: &["SET n 1"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_encoding("m"),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT FREQ",
            call: "object_freq(\"a\")",
            wire: "OBJECT FREQ a",
            setup: &["SET a 1"],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_freq("a"),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT FREQ",
            call: "object_freq(\"b\")",
            wire: "OBJECT FREQ b",
            setup: &["SET a 1"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_freq("b"),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT HELP",
            call: "object_help()",
            wire: "OBJECT HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        object_help,
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT IDLETIME",
            call: "object_idletime(\"a\")",
            wire: "OBJECT IDLETIME a",
            setup: &["SET a 1"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_idletime("a"),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT IDLETIME",
            call: "object_idletime(\"b\")",
            wire: "OBJECT IDLETIME b",
            setup: &["SET a 1"],
            reply: Some("None"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_idletime("b"),
    ));
    cases.push(Case::new(
        About {
            command: "OBJECT REFCOUNT",
            call: "object_refcount(\"a\")",
            wire: "OBJECT REFCOUNT a",
            setup: &["SET a some-longer-text"],
            reply: Some("Some(1)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || object_refcount("a"),
    ));
    cases.push(Case::new(
        About {
            command: "PERSIST",
            call: "persist(\"a\")",
            wire: "PERSIST a",
            setup: &["SET a 1 EX 60"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || persist("a"),
    ));
    cases.push(Case::new(
        About {
            command: "PEXPIRE",
            call: "pexpire(\"k\", Duration::from_millis(1500))",
            wire: "PEXPIRE k 1500",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pexpire("k", Duration::from_millis(1500)),
    ));
    cases.push(Case::new(
        About {
            command: "PEXPIRE",
            call: "pexpire(\"k\", Duration::from_secs(60)).gt()",
            wire: "PEXPIRE k 60000 GT",
            setup: &["SET k v"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pexpire("k", Duration::from_secs(60)).gt(),
    ));
    cases.push(Case::new(
        About {
            command: "PEXPIREAT",
            call: "pexpireat(\"k\", UNIX_EPOCH + Duration::from_secs(4_102_444_800))",
            wire: "PEXPIREAT k 4102444800000",
            setup: &["SET k v"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pexpireat("k", UNIX_EPOCH + Duration::from_secs(4_102_444_800)),
    ));
    cases.push(Case::new(
        About {
            command: "PEXPIRETIME",
            call: "pexpiretime(\"a\")",
            wire: "PEXPIRETIME a",
            setup: &[],
            reply: Some("NoKey"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pexpiretime("a"),
    ));
    cases.push(Case::new(
        About {
            command: "PEXPIRETIME",
            call: "pexpiretime(\"a\")",
            wire: "PEXPIRETIME a",
            setup: &["SET a 1 PXAT 4102444800500"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pexpiretime("a"),
    ));
    cases.push(Case::new(
        About {
            command: "PTTL",
            call: "pttl(\"a\")",
            wire: "PTTL a",
            setup: &["SET a 1 EX 60", "SET b 2"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pttl("a"),
    ));
    cases.push(Case::new(
        About {
            command: "PTTL",
            call: "pttl(\"b\")",
            wire: "PTTL b",
            setup: &["SET a 1 EX 60", "SET b 2"],
            reply: Some("Forever"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pttl("b"),
    ));
    cases.push(Case::new(
        About {
            command: "RANDOMKEY",
            call: "randomkey()",
            wire: "RANDOMKEY",
            setup: &["SET a 1"],
            reply: Some("Some(b\"a\")"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        randomkey,
    ));
    cases.push(Case::new(
        About {
            command: "RENAME",
            call: "rename(\"a\", \"b\")",
            wire: "RENAME a b",
            setup: &["SET a 1"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || rename("a", "b"),
    ));
    cases.push(Case::new(
        About {
            command: "RENAMENX",
            call: "renamenx(\"a\", \"b\")",
            wire: "RENAMENX a b",
            setup: &["MSET a 1 b 2"],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || renamenx("a", "b"),
    ));
    cases.push(Case::new(About { command: "RESTORE", call: "restore(\"new\", Expires::Never, b\"\\x00\\xc0\\x01\\x0a\\x00\\x26\\x78\\xe7\\xb6\\xd1\\x01\\x11\\xfc\")", wire: "RESTORE new 0 \"\\x00\\xc0\\x01\\x0a\\x00\\x26\\x78\\xe7\\xb6\\xd1\\x01\\x11\\xfc\"", setup: &["SET k old"], reply: Some("()"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || restore("new", Expires::Never, b"\x00\xc0\x01\x0a\x00\x26\x78\xe7\xb6\xd1\x01\x11\xfc")));
    cases.push(Case::new(About { command: "RESTORE", call: "restore(\"k\", Duration::from_secs(60), b\"\\x00\\xc0\\x01\\x0a\\x00\\x26\\x78\\xe7\\xb6\\xd1\\x01\\x11\\xfc\").replace()", wire: "RESTORE k 60000 \"\\x00\\xc0\\x01\\x0a\\x00\\x26\\x78\\xe7\\xb6\\xd1\\x01\\x11\\xfc\" REPLACE", setup: &["SET k old"], reply: Some("()"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || restore("k", Duration::from_secs(60), b"\x00\xc0\x01\x0a\x00\x26\x78\xe7\xb6\xd1\x01\x11\xfc").replace()));
    cases.push(Case::new(About { command: "RESTORE", call: "restore(\"k\", UNIX_EPOCH + Duration::from_secs(4_102_444_800), \"dump\").idle_time(Duration::from_secs(5))", wire: "RESTORE k 4102444800000 dump ABSTTL IDLETIME 5", setup: &["SET k old"], reply: None, error: Some("BUSYKEY"), is_volatile: false, is_unverified: false, mode: Mode::Shared }, || restore("k", UNIX_EPOCH + Duration::from_secs(4_102_444_800), "dump").idle_time(Duration::from_secs(5))));
    cases.push(Case::new(
        About {
            command: "RESTORE",
            call: "restore(\"k\", None, \"dump\").freq(7)",
            wire: "RESTORE k 0 dump FREQ 7",
            setup: &["SET k old"],
            reply: None,
            error: Some("BUSYKEY"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || restore("k", None, "dump").freq(7),
    ));
    cases.push(Case::new(
        About {
            command: "SCAN",
            call: "scan(Cursor::START).matching(\"user:*\").count(100).of_type(KeyType::String)",
            wire: "SCAN 0 MATCH user:* COUNT 100 TYPE string",
            setup: &["MSET user:1 a other b"],
            reply: Some("ScanPage { cursor: Cursor(0), items: [b\"user:1\"] }"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || scan(Cursor::START).matching("user:*").count(100).of_type(KeyType::String),
    ));
    cases.push(Case::new(
        About {
            command: "SCAN",
            call: "scan(Cursor::START).text()",
            wire: "SCAN 0",
            setup: &["MSET user:1 a other b"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || scan(Cursor::START).text(),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\")",
            wire: "SORT l",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("[b\"1\", b\"2\", b\"3\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l"),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\").desc().limit(0, 2)",
            wire: "SORT l DESC LIMIT 0 2",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("[b\"3\", b\"2\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l").desc().limit(0, 2),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\").asc().alpha()",
            wire: "SORT l ASC ALPHA",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("[b\"1\", b\"2\", b\"3\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l").asc().alpha(),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\").by(\"weight_*\")",
            wire: "SORT l BY weight_*",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("[b\"3\", b\"2\", b\"1\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l").by("weight_*"),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\").unsorted()",
            wire: "SORT l BY nosort",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("[b\"3\", b\"1\", b\"2\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l").unsorted(),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\").get(\"#\").get(\"name_*\")",
            wire: "SORT l GET # GET name_*",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("[Some(b\"1\"), Some(b\"one\"), Some(b\"2\"), None, Some(b\"3\"), None]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l").get("#").get("name_*"),
    ));
    cases.push(Case::new(
        About {
            command: "SORT",
            call: "sort(\"l\").store(\"sorted\").get(\"name_*\")",
            wire: "SORT l STORE sorted GET name_*",
            setup: &["RPUSH l 3 1 2", "MSET weight_1 30 weight_2 20 weight_3 10 name_1 one"],
            reply: Some("3"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort("l").store("sorted").get("name_*"),
    ));
    cases.push(Case::new(
        About {
            command: "SORT_RO",
            call: "sort_ro(\"l\").desc()",
            wire: "SORT_RO l DESC",
            setup: &["RPUSH l 3 1 2"],
            reply: Some("[b\"3\", b\"2\", b\"1\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || sort_ro("l").desc(),
    ));
    cases.push(Case::new(
        About {
            command: "TOUCH",
            call: "touch([\"a\", \"b\", \"c\"])",
            wire: "TOUCH a b c",
            setup: &["MSET a 1 b 2"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || touch(["a", "b", "c"]),
    ));
    cases.push(Case::new(
        About {
            command: "TTL",
            call: "ttl(\"a\")",
            wire: "TTL a",
            setup: &["SET a 1 EX 60", "SET b 2"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || ttl("a"),
    ));
    cases.push(Case::new(
        About {
            command: "TTL",
            call: "ttl(\"b\")",
            wire: "TTL b",
            setup: &["SET a 1 EX 60", "SET b 2"],
            reply: Some("Forever"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || ttl("b"),
    ));
    cases.push(Case::new(
        About {
            command: "TTL",
            call: "ttl(\"c\")",
            wire: "TTL c",
            setup: &["SET a 1 EX 60", "SET b 2"],
            reply: Some("NoKey"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || ttl("c"),
    ));
    cases.push(Case::new(
        About {
            command: "TYPE",
            call: "key_type(\"z\")",
            wire: "TYPE z",
            setup: &["ZADD z 1 a"],
            reply: Some("SortedSet"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || key_type("z"),
    ));
    cases.push(Case::new(
        About {
            command: "TYPE",
            call: "key_type(\"none\")",
            wire: "TYPE none",
            setup: &["ZADD z 1 a"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || key_type("none"),
    ));
    cases.push(Case::new(
        About {
            command: "UNLINK",
            call: "unlink([\"a\", \"b\", \"c\"])",
            wire: "UNLINK a b c",
            setup: &["MSET a 1 b 2"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || unlink(["a", "b", "c"]),
    ));
    cases.push(Case::new(
        About {
            command: "WAIT",
            call: "wait(0, Duration::from_millis(100))",
            wire: "WAIT 0 100",
            setup: &[],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || wait(0, Duration::from_millis(100)),
    ));
    cases.push(Case::new(
        About {
            command: "WAITAOF",
            call: "waitaof(false, 0, Duration::from_millis(100))",
            wire: "WAITAOF 0 0 100",
            setup: &[],
            reply: Some("AofSynced { local: false, replicas: 0 }"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || waitaof(false, 0, Duration::from_millis(100)),
    ));
}
