// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Strings as rows of bits, the first of them the highest of the first byte.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "BITCOUNT",
            call: "bitcount(\"k\")",
            wire: "BITCOUNT k",
            setup: &["SET k foobar"],
            reply: Some("26"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitcount("k"),
    ));
    cases.push(Case::new(
        About {
            command: "BITCOUNT",
            call: "bitcount(\"k\").range(1, -2)",
            wire: "BITCOUNT k 1 -2",
            setup: &["SET k foobar"],
            reply: Some("18"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitcount("k").range(1, -2),
    ));
    cases.push(Case::new(
        About {
            command: "BITCOUNT",
            call: "bitcount(\"k\").range(1, 1).byte()",
            wire: "BITCOUNT k 1 1 BYTE",
            setup: &["SET k foobar"],
            reply: Some("6"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitcount("k").range(1, 1).byte(),
    ));
    cases.push(Case::new(
        About {
            command: "BITCOUNT",
            call: "bitcount(\"k\").range(5, 30).bit()",
            wire: "BITCOUNT k 5 30 BIT",
            setup: &["SET k foobar"],
            reply: Some("17"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitcount("k").range(5, 30).bit(),
    ));
    cases.push(Case::new(
        About {
            command: "BITFIELD",
            call: "bitfield(\"k\").set(BitType::unsigned(8), 0, 200).get(BitType::unsigned(4), 0)",
            wire: "BITFIELD k SET u8 0 200 GET u4 0",
            setup: &[],
            reply: Some("[Some(0), Some(12)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitfield("k").set(BitType::unsigned(8), 0, 200).get(BitType::unsigned(4), 0),
    ));
    cases.push(Case::new(About { command: "BITFIELD", call: "bitfield(\"k\").overflow(Overflow::Fail).incr_by(BitType::signed(5), BitOffset::nth(1), 16)", wire: "BITFIELD k OVERFLOW FAIL INCRBY i5 #1 16", setup: &[], reply: Some("[None]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || bitfield("k").overflow(Overflow::Fail).incr_by(BitType::signed(5), BitOffset::nth(1), 16)));
    cases.push(Case::new(About { command: "BITFIELD_RO", call: "bitfield_ro(\"k\").get(BitType::unsigned(8), 0).get(BitType::signed(8), BitOffset::nth(2))", wire: "BITFIELD_RO k GET u8 0 GET i8 #2", setup: &["SET k abc"], reply: Some("[97, 99]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || bitfield_ro("k").get(BitType::unsigned(8), 0).get(BitType::signed(8), BitOffset::nth(2))));
    cases.push(Case::new(
        About {
            command: "BITOP",
            call: "bitop(BitOp::And, \"c\", [\"a\", \"b\"])",
            wire: "BITOP AND c a b",
            setup: &["MSET a foobar b abcdef"],
            reply: Some("6"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitop(BitOp::And, "c", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "BITOP",
            call: "bitop(BitOp::Not, \"c\", \"a\")",
            wire: "BITOP NOT c a",
            setup: &["MSET a foobar b abcdef"],
            reply: Some("6"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitop(BitOp::Not, "c", "a"),
    ));
    cases.push(Case::new(
        About {
            command: "BITOP",
            call: "bitop(BitOp::AndOr, \"c\", [\"a\", \"b\"])",
            wire: "BITOP ANDOR c a b",
            setup: &["MSET a foobar b abcdef"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || bitop(BitOp::AndOr, "c", ["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "BITPOS",
            call: "bitpos(\"k\", false)",
            wire: "BITPOS k 0",
            setup: &["SET k \"\\xff\\xf0\\x00\""],
            reply: Some("Some(12)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitpos("k", false),
    ));
    cases.push(Case::new(
        About {
            command: "BITPOS",
            call: "bitpos(\"k\", true).start(2)",
            wire: "BITPOS k 1 2",
            setup: &["SET k \"\\xff\\xf0\\x00\""],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitpos("k", true).start(2),
    ));
    cases.push(Case::new(
        About {
            command: "BITPOS",
            call: "bitpos(\"k\", true).range(1, -1).byte()",
            wire: "BITPOS k 1 1 -1 BYTE",
            setup: &["SET k \"\\xff\\xf0\\x00\""],
            reply: Some("Some(8)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitpos("k", true).range(1, -1).byte(),
    ));
    cases.push(Case::new(
        About {
            command: "BITPOS",
            call: "bitpos(\"k\", true).range(7, 15).bit()",
            wire: "BITPOS k 1 7 15 BIT",
            setup: &["SET k \"\\xff\\xf0\\x00\""],
            reply: Some("Some(7)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || bitpos("k", true).range(7, 15).bit(),
    ));
    cases.push(Case::new(
        About {
            command: "GETBIT",
            call: "getbit(\"k\", 1)",
            wire: "GETBIT k 1",
            setup: &["SET k a"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || getbit("k", 1),
    ));
    cases.push(Case::new(
        About {
            command: "SETBIT",
            call: "setbit(\"seen\", 7, true)",
            wire: "SETBIT seen 7 1",
            setup: &[],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || setbit("seen", 7, true),
    ));
}
