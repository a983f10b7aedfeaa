// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Messages to whoever listens.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "PUBLISH",
            call: "publish(\"news\", \"hello\")",
            wire: "PUBLISH news hello",
            setup: &[],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || publish("news", "hello"),
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB CHANNELS",
            call: "pubsub_channels()",
            wire: "PUBSUB CHANNELS",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        pubsub_channels,
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB CHANNELS",
            call: "pubsub_channels().matching(\"news.*\")",
            wire: "PUBSUB CHANNELS news.*",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pubsub_channels().matching("news.*"),
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB HELP",
            call: "pubsub_help()",
            wire: "PUBSUB HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        pubsub_help,
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB NUMPAT",
            call: "pubsub_numpat()",
            wire: "PUBSUB NUMPAT",
            setup: &[],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        pubsub_numpat,
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB NUMSUB",
            call: "pubsub_numsub([\"a\", \"b\"])",
            wire: "PUBSUB NUMSUB a b",
            setup: &[],
            reply: Some("[(b\"a\", 0), (b\"b\", 0)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pubsub_numsub(["a", "b"]),
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB SHARDCHANNELS",
            call: "pubsub_shardchannels()",
            wire: "PUBSUB SHARDCHANNELS",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        pubsub_shardchannels,
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB SHARDCHANNELS",
            call: "pubsub_shardchannels().matching(\"orders.*\")",
            wire: "PUBSUB SHARDCHANNELS orders.*",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pubsub_shardchannels().matching("orders.*"),
    ));
    cases.push(Case::new(
        About {
            command: "PUBSUB SHARDNUMSUB",
            call: "pubsub_shardnumsub(\"a\")",
            wire: "PUBSUB SHARDNUMSUB a",
            setup: &[],
            reply: Some("[(b\"a\", 0)]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || pubsub_shardnumsub("a"),
    ));
    cases.push(Case::new(
        About {
            command: "SPUBLISH",
            call: "spublish(\"orders\", \"one more\")",
            wire: "SPUBLISH orders \"one more\"",
            setup: &[],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || spublish("orders", "one more"),
    ));
}
