// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The nodes of a cluster, and the slots that each serves.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "ASKING",
            call: "asking()",
            wire: "ASKING",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        asking,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER ADDSLOTS",
            call: "cluster_addslots([5, 6])",
            wire: "CLUSTER ADDSLOTS 5 6",
            setup: &["CLUSTER DELSLOTS 5 6"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_addslots([5, 6]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER ADDSLOTSRANGE",
            call: "cluster_addslotsrange([(5, 7), (10, 11)])",
            wire: "CLUSTER ADDSLOTSRANGE 5 7 10 11",
            setup: &["CLUSTER DELSLOTSRANGE 5 7 10 11"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_addslotsrange([(5, 7), (10, 11)]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER BUMPEPOCH",
            call: "cluster_bumpepoch()",
            wire: "CLUSTER BUMPEPOCH",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_bumpepoch,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER CANCELSLOTMIGRATIONS",
            call: "cluster_cancelslotmigrations()",
            wire: "CLUSTER CANCELSLOTMIGRATIONS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        cluster_cancelslotmigrations,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER COUNT-FAILURE-REPORTS",
            call: "cluster_count_failure_reports(\"e092572884a2eef3eec082c6b90a2b5d22e89494\")",
            wire: "CLUSTER COUNT-FAILURE-REPORTS e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_count_failure_reports("e092572884a2eef3eec082c6b90a2b5d22e89494"),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER COUNTKEYSINSLOT",
            call: "cluster_countkeysinslot(12182)",
            wire: "CLUSTER COUNTKEYSINSLOT 12182",
            setup: &["SET foo 1"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_countkeysinslot(12182),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER DELSLOTS",
            call: "cluster_delslots([5, 6])",
            wire: "CLUSTER DELSLOTS 5 6",
            setup: &["EVAL \"redis.pcall('CLUSTER', 'ADDSLOTS', '5', '6')\" 0"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_delslots([5, 6]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER DELSLOTS",
            call: "cluster_addslots([5, 6])",
            wire: "CLUSTER ADDSLOTS 5 6",
            setup: &["EVAL \"redis.pcall('CLUSTER', 'DELSLOTS', '5', '6')\" 0"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_addslots([5, 6]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER DELSLOTSRANGE",
            call: "cluster_delslotsrange([(5, 7), (10, 11)])",
            wire: "CLUSTER DELSLOTSRANGE 5 7 10 11",
            setup: &["EVAL \"redis.pcall('CLUSTER', 'ADDSLOTSRANGE', '5', '7', '10', '11')\" 0"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_delslotsrange([(5, 7), (10, 11)]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER DELSLOTSRANGE",
            call: "cluster_addslotsrange([(5, 7), (10, 11)])",
            wire: "CLUSTER ADDSLOTSRANGE 5 7 10 11",
            setup: &["EVAL \"redis.pcall('CLUSTER', 'DELSLOTSRANGE', '5', '7', '10', '11')\" 0"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_addslotsrange([(5, 7), (10, 11)]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FAILOVER",
            call: "cluster_failover()",
            wire: "CLUSTER FAILOVER",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_failover,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FAILOVER",
            call: "cluster_failover().force()",
            wire: "CLUSTER FAILOVER FORCE",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_failover().force(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FAILOVER",
            call: "cluster_failover().takeover()",
            wire: "CLUSTER FAILOVER TAKEOVER",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_failover().takeover(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FLUSHSLOT",
            call: "cluster_flushslot(12182)",
            wire: "CLUSTER FLUSHSLOT 12182",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        || cluster_flushslot(12182),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FLUSHSLOT",
            call: "cluster_flushslot(12182).asynchronous()",
            wire: "CLUSTER FLUSHSLOT 12182 ASYNC",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        || cluster_flushslot(12182).asynchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FLUSHSLOT",
            call: "cluster_flushslot(12182).synchronous()",
            wire: "CLUSTER FLUSHSLOT 12182 SYNC",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        || cluster_flushslot(12182).synchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FLUSHSLOTS",
            call: "cluster_flushslots()",
            wire: "CLUSTER FLUSHSLOTS",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Node,
        },
        cluster_flushslots,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER FORGET",
            call: "cluster_forget(\"e092572884a2eef3eec082c6b90a2b5d22e89494\")",
            wire: "CLUSTER FORGET e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_forget("e092572884a2eef3eec082c6b90a2b5d22e89494"),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER GETKEYSINSLOT",
            call: "cluster_getkeysinslot(12182, 10)",
            wire: "CLUSTER GETKEYSINSLOT 12182 10",
            setup: &["SET foo 1"],
            reply: Some("[b\"foo\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_getkeysinslot(12182, 10),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER GETSLOTMIGRATIONS",
            call: "cluster_getslotmigrations()",
            wire: "CLUSTER GETSLOTMIGRATIONS",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        cluster_getslotmigrations,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER HELP",
            call: "cluster_help()",
            wire: "CLUSTER HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_help,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER INFO",
            call: "cluster_info()",
            wire: "CLUSTER INFO",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_info,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER KEYSLOT",
            call: "cluster_keyslot(\"{foo}:1\")",
            wire: "CLUSTER KEYSLOT {foo}:1",
            setup: &[],
            reply: Some("12182"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_keyslot("{foo}:1"),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER LINKS",
            call: "cluster_links()",
            wire: "CLUSTER LINKS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_links,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER MEET",
            call: "cluster_meet(\"127.0.0.1\", 7001)",
            wire: "CLUSTER MEET 127.0.0.1 7001",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Node,
        },
        || cluster_meet("127.0.0.1", 7001),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER MEET",
            call: "cluster_meet(\"127.0.0.1\", 7001).bus_port(17101)",
            wire: "CLUSTER MEET 127.0.0.1 7001 17101",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Node,
        },
        || cluster_meet("127.0.0.1", 7001).bus_port(17101),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER MIGRATESLOTS",
            call: "cluster_migrateslots([(0, 9), (20, 29)], \"e092572884a2eef3eec082c6b90a2b5d22e89494\")",
            wire: "CLUSTER MIGRATESLOTS SLOTSRANGE 0 9 20 29 NODE e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || cluster_migrateslots([(0, 9), (20, 29)], "e092572884a2eef3eec082c6b90a2b5d22e89494"),
    ));
    cases.push(Case::new(About { command: "CLUSTER MIGRATESLOTS", call: "cluster_migrateslots((0, 9), \"e092572884a2eef3eec082c6b90a2b5d22e89494\").and((10, 19), \"b6a2ddae6d9f945be2f9e4e7ff63e456f40bd142\")", wire: "CLUSTER MIGRATESLOTS SLOTSRANGE 0 9 NODE e092572884a2eef3eec082c6b90a2b5d22e89494 SLOTSRANGE 10 19 NODE b6a2ddae6d9f945be2f9e4e7ff63e456f40bd142", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Wire }, || cluster_migrateslots((0, 9), "e092572884a2eef3eec082c6b90a2b5d22e89494").and((10, 19), "b6a2ddae6d9f945be2f9e4e7ff63e456f40bd142")));
    cases.push(Case::new(
        About {
            command: "CLUSTER MIGRATION CANCEL",
            call: "cluster_migration_cancel(MigrationTasks::All)",
            wire: "CLUSTER MIGRATION CANCEL ALL",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        || cluster_migration_cancel(MigrationTasks::All),
    ));
    cases.push(Case::new(About { command: "CLUSTER MIGRATION CANCEL", call: "cluster_migration_cancel(MigrationTasks::Id(\"24cf41718b20f7f05901743dffc40bc9b15db339\"))", wire: "CLUSTER MIGRATION CANCEL ID 24cf41718b20f7f05901743dffc40bc9b15db339", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Cluster }, || cluster_migration_cancel(MigrationTasks::Id("24cf41718b20f7f05901743dffc40bc9b15db339"))));
    cases.push(Case::new(
        About {
            command: "CLUSTER MIGRATION IMPORT",
            call: "cluster_migration_import([(0, 1000), (2000, 3000)])",
            wire: "CLUSTER MIGRATION IMPORT 0 1000 2000 3000",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || cluster_migration_import([(0, 1000), (2000, 3000)]),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER MIGRATION STATUS",
            call: "cluster_migration_status(MigrationTasks::All)",
            wire: "CLUSTER MIGRATION STATUS ALL",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Cluster,
        },
        || cluster_migration_status(MigrationTasks::All),
    ));
    cases.push(Case::new(About { command: "CLUSTER MIGRATION STATUS", call: "cluster_migration_status(MigrationTasks::Id(\"24cf41718b20f7f05901743dffc40bc9b15db339\"))", wire: "CLUSTER MIGRATION STATUS ID 24cf41718b20f7f05901743dffc40bc9b15db339", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Cluster }, || cluster_migration_status(MigrationTasks::Id("24cf41718b20f7f05901743dffc40bc9b15db339"))));
    cases.push(Case::new(
        About {
            command: "CLUSTER MYID",
            call: "cluster_myid()",
            wire: "CLUSTER MYID",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_myid,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER MYSHARDID",
            call: "cluster_myshardid()",
            wire: "CLUSTER MYSHARDID",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_myshardid,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER NODES",
            call: "cluster_nodes()",
            wire: "CLUSTER NODES",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_nodes,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER REPLICAS",
            call: "cluster_replicas(\"e092572884a2eef3eec082c6b90a2b5d22e89494\")",
            wire: "CLUSTER REPLICAS e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_replicas("e092572884a2eef3eec082c6b90a2b5d22e89494"),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER REPLICATE",
            call: "cluster_replicate(\"e092572884a2eef3eec082c6b90a2b5d22e89494\")",
            wire: "CLUSTER REPLICATE e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_replicate("e092572884a2eef3eec082c6b90a2b5d22e89494"),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER REPLICATE NO ONE",
            call: "cluster_replicate_no_one()",
            wire: "CLUSTER REPLICATE NO ONE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        cluster_replicate_no_one,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER RESET",
            call: "cluster_reset()",
            wire: "CLUSTER RESET",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Node,
        },
        cluster_reset,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER RESET",
            call: "cluster_reset().hard()",
            wire: "CLUSTER RESET HARD",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Node,
        },
        || cluster_reset().hard(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER RESET",
            call: "cluster_reset().soft()",
            wire: "CLUSTER RESET SOFT",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Node,
        },
        || cluster_reset().soft(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SAVECONFIG",
            call: "cluster_saveconfig()",
            wire: "CLUSTER SAVECONFIG",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_saveconfig,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SET-CONFIG-EPOCH",
            call: "cluster_set_config_epoch(7)",
            wire: "CLUSTER SET-CONFIG-EPOCH 7",
            setup: &["CLUSTER BUMPEPOCH"],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_set_config_epoch(7),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SETSLOT",
            call: "cluster_setslot(5, SlotOwner::Stable)",
            wire: "CLUSTER SETSLOT 5 STABLE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_setslot(5, SlotOwner::Stable),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SETSLOT",
            call: "cluster_setslot(5, SlotOwner::Importing(\"e092572884a2eef3eec082c6b90a2b5d22e89494\"))",
            wire: "CLUSTER SETSLOT 5 IMPORTING e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_setslot(5, SlotOwner::Importing("e092572884a2eef3eec082c6b90a2b5d22e89494")),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SETSLOT",
            call: "cluster_setslot(5, SlotOwner::Migrating(\"e092572884a2eef3eec082c6b90a2b5d22e89494\"))",
            wire: "CLUSTER SETSLOT 5 MIGRATING e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_setslot(5, SlotOwner::Migrating("e092572884a2eef3eec082c6b90a2b5d22e89494")),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SETSLOT",
            call: "cluster_setslot(5, SlotOwner::Node(\"e092572884a2eef3eec082c6b90a2b5d22e89494\"))",
            wire: "CLUSTER SETSLOT 5 NODE e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_setslot(5, SlotOwner::Node("e092572884a2eef3eec082c6b90a2b5d22e89494")),
    ));
    cases.push(Case::new(About { command: "CLUSTER SETSLOT", call: "cluster_setslot(5, SlotOwner::Node(\"e092572884a2eef3eec082c6b90a2b5d22e89494\")).time_limit(Duration::from_millis(500))", wire: "CLUSTER SETSLOT 5 NODE e092572884a2eef3eec082c6b90a2b5d22e89494 TIMEOUT 500", setup: &[], reply: None, error: Some("ERR"), is_volatile: false, is_unverified: false, mode: Mode::Cluster }, || cluster_setslot(5, SlotOwner::Node("e092572884a2eef3eec082c6b90a2b5d22e89494")).time_limit(Duration::from_millis(500))));
    cases.push(Case::new(
        About {
            command: "CLUSTER SHARDS",
            call: "cluster_shards()",
            wire: "CLUSTER SHARDS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_shards,
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SLAVES",
            call: "cluster_slaves(\"e092572884a2eef3eec082c6b90a2b5d22e89494\")",
            wire: "CLUSTER SLAVES e092572884a2eef3eec082c6b90a2b5d22e89494",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_slaves("e092572884a2eef3eec082c6b90a2b5d22e89494"),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SLOT-STATS ORDERBY",
            call: "cluster_slot_stats_orderby(SlotMetric::KeyCount)",
            wire: "CLUSTER SLOT-STATS ORDERBY KEY-COUNT",
            setup: &["CONFIG SET cluster-slot-stats-enabled yes"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_slot_stats_orderby(SlotMetric::KeyCount),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SLOT-STATS ORDERBY",
            call: "cluster_slot_stats_orderby(SlotMetric::CpuTime).limit(2).asc()",
            wire: "CLUSTER SLOT-STATS ORDERBY CPU-USEC LIMIT 2 ASC",
            setup: &["CONFIG SET cluster-slot-stats-enabled yes"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_slot_stats_orderby(SlotMetric::CpuTime).limit(2).asc(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SLOT-STATS ORDERBY",
            call: "cluster_slot_stats_orderby(SlotMetric::BytesIn).desc()",
            wire: "CLUSTER SLOT-STATS ORDERBY NETWORK-BYTES-IN DESC",
            setup: &["CONFIG SET cluster-slot-stats-enabled yes"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_slot_stats_orderby(SlotMetric::BytesIn).desc(),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SLOT-STATS SLOTSRANGE",
            call: "cluster_slot_stats_slotsrange(0, 1)",
            wire: "CLUSTER SLOT-STATS SLOTSRANGE 0 1",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        || cluster_slot_stats_slotsrange(0, 1),
    ));
    cases.push(Case::new(
        About {
            command: "CLUSTER SLOTS",
            call: "cluster_slots()",
            wire: "CLUSTER SLOTS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        cluster_slots,
    ));
    cases.push(Case::new(
        About {
            command: "READONLY",
            call: "readonly()",
            wire: "READONLY",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        readonly,
    ));
    cases.push(Case::new(
        About {
            command: "READWRITE",
            call: "readwrite()",
            wire: "READWRITE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Cluster,
        },
        readwrite,
    ));
}
