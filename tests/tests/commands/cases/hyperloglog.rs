// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! HyperLogLogs: about how many different elements were added.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "PFADD",
            call: "pfadd(\"visitors\", [\"ada\", \"bob\"])",
            wire: "PFADD visitors ada bob",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pfadd("visitors", ["ada", "bob"]),
    ));
    cases.push(Case::new(
        About {
            command: "PFCOUNT",
            call: "pfcount(\"monday\")",
            wire: "PFCOUNT monday",
            setup: &["PFADD monday ada bob", "PFADD tuesday bob eve"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pfcount("monday"),
    ));
    cases.push(Case::new(
        About {
            command: "PFCOUNT",
            call: "pfcount([\"monday\", \"tuesday\"])",
            wire: "PFCOUNT monday tuesday",
            setup: &["PFADD monday ada bob", "PFADD tuesday bob eve"],
            reply: Some("3"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pfcount(["monday", "tuesday"]),
    ));
    cases.push(Case::new(
        About {
            command: "PFDEBUG",
            call: "pfdebug(\"ENCODING\", \"h\").text()",
            wire: "PFDEBUG ENCODING h",
            setup: &["PFADD h ada"],
            reply: Some("\"sparse\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pfdebug("ENCODING", "h").text(),
    ));
    cases.push(Case::new(
        About {
            command: "PFMERGE",
            call: "pfmerge(\"week\", [\"monday\", \"tuesday\"])",
            wire: "PFMERGE week monday tuesday",
            setup: &["PFADD monday ada bob", "PFADD tuesday bob eve"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pfmerge("week", ["monday", "tuesday"]),
    ));
    cases.push(Case::new(
        About {
            command: "PFSELFTEST",
            call: "pfselftest()",
            wire: "PFSELFTEST",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        pfselftest,
    ));
}
