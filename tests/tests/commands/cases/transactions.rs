// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Transactions: commands that run together, or not at all.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "UNWATCH",
            call: "unwatch()",
            wire: "UNWATCH",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        unwatch,
    ));
    cases.push(Case::new(
        About {
            command: "WATCH",
            call: "watch([\"a\", \"b\"])",
            wire: "WATCH a b",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || watch(["a", "b"]),
    ));
}
