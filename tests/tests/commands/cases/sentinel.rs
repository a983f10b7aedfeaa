// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Sentinels, which watch servers and replace a primary that is down.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "SENTINEL CKQUORUM",
            call: "sentinel_ckquorum(\"mymaster\")",
            wire: "SENTINEL CKQUORUM mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_ckquorum("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL CONFIG GET",
            call: "sentinel_config_get(\"*\")",
            wire: "SENTINEL CONFIG GET *",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_config_get("*"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL CONFIG GET",
            call: "sentinel_config_get([\"announce-*\", \"sentinel-user\"])",
            wire: "SENTINEL CONFIG GET announce-* sentinel-user",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_config_get(["announce-*", "sentinel-user"]),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL CONFIG SET",
            call: "sentinel_config_set((\"announce-port\", 26380))",
            wire: "SENTINEL CONFIG SET announce-port 26380",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_config_set(("announce-port", 26380)),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL DEBUG",
            call: "sentinel_debug()",
            wire: "SENTINEL DEBUG",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_debug,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL DEBUG",
            call: "sentinel_debug().set([(\"PING-PERIOD\", 500), (\"INFO-PERIOD\", 5000)])",
            wire: "SENTINEL DEBUG PING-PERIOD 500 INFO-PERIOD 5000",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_debug().set([("PING-PERIOD", 500), ("INFO-PERIOD", 5000)]),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL FAILOVER",
            call: "sentinel_failover(\"mymaster\")",
            wire: "SENTINEL FAILOVER mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_failover("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL FLUSHCONFIG",
            call: "sentinel_flushconfig()",
            wire: "SENTINEL FLUSHCONFIG",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_flushconfig,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL GET-MASTER-ADDR-BY-NAME",
            call: "sentinel_get_master_addr_by_name(\"mymaster\")",
            wire: "SENTINEL GET-MASTER-ADDR-BY-NAME mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_get_master_addr_by_name("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL GET-PRIMARY-ADDR-BY-NAME",
            call: "sentinel_get_primary_addr_by_name(\"mymaster\")",
            wire: "SENTINEL GET-PRIMARY-ADDR-BY-NAME mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_get_primary_addr_by_name("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL HELP",
            call: "sentinel_help()",
            wire: "SENTINEL HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_help,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL INFO-CACHE",
            call: "sentinel_info_cache([\"mymaster\", \"other\"])",
            wire: "SENTINEL INFO-CACHE mymaster other",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_info_cache(["mymaster", "other"]),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL IS-MASTER-DOWN-BY-ADDR",
            call: "sentinel_is_master_down_by_addr(\"127.0.0.1\", 6379, 0, \"*\")",
            wire: "SENTINEL IS-MASTER-DOWN-BY-ADDR 127.0.0.1 6379 0 *",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_is_master_down_by_addr("127.0.0.1", 6379, 0, "*"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL IS-PRIMARY-DOWN-BY-ADDR",
            call: "sentinel_is_primary_down_by_addr(\"127.0.0.1\", 6379, 0, \"*\")",
            wire: "SENTINEL IS-PRIMARY-DOWN-BY-ADDR 127.0.0.1 6379 0 *",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_is_primary_down_by_addr("127.0.0.1", 6379, 0, "*"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL MASTER",
            call: "sentinel_master(\"mymaster\")",
            wire: "SENTINEL MASTER mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_master("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL MASTERS",
            call: "sentinel_masters()",
            wire: "SENTINEL MASTERS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_masters,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL MONITOR",
            call: "sentinel_monitor(\"mymaster\", \"127.0.0.1\", 6379, 2)",
            wire: "SENTINEL MONITOR mymaster 127.0.0.1 6379 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_monitor("mymaster", "127.0.0.1", 6379, 2),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL MYID",
            call: "sentinel_myid()",
            wire: "SENTINEL MYID",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_myid,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL PENDING-SCRIPTS",
            call: "sentinel_pending_scripts()",
            wire: "SENTINEL PENDING-SCRIPTS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_pending_scripts,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL PRIMARIES",
            call: "sentinel_primaries()",
            wire: "SENTINEL PRIMARIES",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        sentinel_primaries,
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL PRIMARY",
            call: "sentinel_primary(\"mymaster\")",
            wire: "SENTINEL PRIMARY mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_primary("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL REMOVE",
            call: "sentinel_remove(\"mymaster\")",
            wire: "SENTINEL REMOVE mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_remove("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL REPLICAS",
            call: "sentinel_replicas(\"mymaster\")",
            wire: "SENTINEL REPLICAS mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_replicas("mymaster"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL RESET",
            call: "sentinel_reset(\"my*\")",
            wire: "SENTINEL RESET my*",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_reset("my*"),
    ));
    cases.push(Case::new(
        About {
            command: "SENTINEL SENTINELS",
            call: "sentinel_sentinels(\"mymaster\")",
            wire: "SENTINEL SENTINELS mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_sentinels("mymaster"),
    ));
    cases.push(Case::new(About { command: "SENTINEL SET", call: "sentinel_set(\"mymaster\", [(\"quorum\", \"2\"), (\"down-after-milliseconds\", \"5000\")])", wire: "SENTINEL SET mymaster quorum 2 down-after-milliseconds 5000", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || sentinel_set("mymaster", [("quorum", "2"), ("down-after-milliseconds", "5000")])));
    cases.push(Case::new(
        About {
            command: "SENTINEL SIMULATE-FAILURE",
            call: "sentinel_simulate_failure(SimulatedFailure::CrashAfterElection)",
            wire: "SENTINEL SIMULATE-FAILURE CRASH-AFTER-ELECTION",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_simulate_failure(SimulatedFailure::CrashAfterElection),
    ));
    cases.push(Case::new(About { command: "SENTINEL SIMULATE-FAILURE", call: "sentinel_simulate_failure(SimulatedFailure::CrashAfterElection).and(SimulatedFailure::CrashAfterPromotion)", wire: "SENTINEL SIMULATE-FAILURE CRASH-AFTER-ELECTION CRASH-AFTER-PROMOTION", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || sentinel_simulate_failure(SimulatedFailure::CrashAfterElection).and(SimulatedFailure::CrashAfterPromotion)));
    cases.push(Case::new(
        About {
            command: "SENTINEL SLAVES",
            call: "sentinel_slaves(\"mymaster\")",
            wire: "SENTINEL SLAVES mymaster",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || sentinel_slaves("mymaster"),
    ));
}
