// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The server: its settings, state and logs, and all its data at once.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "BGREWRITEAOF",
            call: "bgrewriteaof()",
            wire: "BGREWRITEAOF",
            setup: &["CONFIG SET appendonly yes", "CONFIG SET appendonly no"],
            reply: Some("Started"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        bgrewriteaof,
    ));
    cases.push(Case::new(
        About {
            command: "BGSAVE",
            call: "bgsave()",
            wire: "BGSAVE",
            setup: &["CONFIG SET hz 500", "FLUSHALL", "BLPOP nosuch 0.5"],
            reply: Some("Started"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        bgsave,
    ));
    cases.push(Case::new(
        About {
            command: "BGSAVE",
            call: "bgsave().schedule()",
            wire: "BGSAVE SCHEDULE",
            setup: &["CONFIG SET hz 500", "FLUSHALL", "BLPOP nosuch 0.5"],
            reply: Some("Started"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || bgsave().schedule(),
    ));
    cases.push(Case::new(
        About {
            command: "BGSAVE",
            call: "bgsave().cancel()",
            wire: "BGSAVE CANCEL",
            setup: &["CONFIG SET hz 500", "FLUSHALL", "BLPOP nosuch 0.5"],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || bgsave().cancel(),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND",
            call: "command()",
            wire: "COMMAND",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        command,
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND COUNT",
            call: "command_count()",
            wire: "COMMAND COUNT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        command_count,
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND DOCS",
            call: "command_docs().names([\"GET\", \"xgroup|create\"])",
            wire: "COMMAND DOCS GET xgroup|create",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_docs().names(["GET", "xgroup|create"]),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND DOCS",
            call: "command_docs()",
            wire: "COMMAND DOCS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        command_docs,
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND GETKEYS",
            call: "command_getkeys([\"MSET\", \"a\", \"1\", \"b\", \"2\"])",
            wire: "COMMAND GETKEYS MSET a 1 b 2",
            setup: &[],
            reply: Some("[b\"a\", b\"b\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_getkeys(["MSET", "a", "1", "b", "2"]),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND GETKEYSANDFLAGS",
            call: "command_getkeysandflags([\"LPOP\", \"queue\"])",
            wire: "COMMAND GETKEYSANDFLAGS LPOP queue",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_getkeysandflags(["LPOP", "queue"]),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND HELP",
            call: "command_help()",
            wire: "COMMAND HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        command_help,
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND INFO",
            call: "command_info().names([\"GET\", \"NOSUCH\"])",
            wire: "COMMAND INFO GET NOSUCH",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_info().names(["GET", "NOSUCH"]),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND INFO",
            call: "command_info()",
            wire: "COMMAND INFO",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        command_info,
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND LIST",
            call: "command_list()",
            wire: "COMMAND LIST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        command_list,
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND LIST",
            call: "command_list().module(\"nosuch\")",
            wire: "COMMAND LIST FILTERBY MODULE nosuch",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_list().module("nosuch"),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND LIST",
            call: "command_list().acl_cat(\"hyperloglog\")",
            wire: "COMMAND LIST FILTERBY ACLCAT hyperloglog",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_list().acl_cat("hyperloglog"),
    ));
    cases.push(Case::new(
        About {
            command: "COMMAND LIST",
            call: "command_list().pattern(\"getr*\")",
            wire: "COMMAND LIST FILTERBY PATTERN getr*",
            setup: &[],
            reply: Some("[\"getrange\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || command_list().pattern("getr*"),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG GET",
            call: "commandlog_get(10, Commandlog::Slow)",
            wire: "COMMANDLOG GET 10 SLOW",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || commandlog_get(10, Commandlog::Slow),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG GET",
            call: "commandlog_get(-1, Commandlog::LargeRequest)",
            wire: "COMMANDLOG GET -1 LARGE-REQUEST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || commandlog_get(-1, Commandlog::LargeRequest),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG GET",
            call: "commandlog_get(5, Commandlog::LargeReply).recency()",
            wire: "COMMANDLOG GET 5 LARGE-REPLY RECENCY",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || commandlog_get(5, Commandlog::LargeReply).recency(),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG GET",
            call: "commandlog_get(5, Commandlog::LargeReply).magnitude()",
            wire: "COMMANDLOG GET 5 LARGE-REPLY MAGNITUDE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || commandlog_get(5, Commandlog::LargeReply).magnitude(),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG HELP",
            call: "commandlog_help()",
            wire: "COMMANDLOG HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        commandlog_help,
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG LEN",
            call: "commandlog_len(Commandlog::Slow)",
            wire: "COMMANDLOG LEN SLOW",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || commandlog_len(Commandlog::Slow),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG LEN",
            call: "commandlog_len(Commandlog::Slow).recency()",
            wire: "COMMANDLOG LEN SLOW RECENCY",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || commandlog_len(Commandlog::Slow).recency(),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG LEN",
            call: "commandlog_len(Commandlog::Slow).magnitude()",
            wire: "COMMANDLOG LEN SLOW MAGNITUDE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || commandlog_len(Commandlog::Slow).magnitude(),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG RESET",
            call: "commandlog_reset(Commandlog::LargeReply)",
            wire: "COMMANDLOG RESET LARGE-REPLY",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || commandlog_reset(Commandlog::LargeReply),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG RESET",
            call: "commandlog_reset(Commandlog::Slow).recency()",
            wire: "COMMANDLOG RESET SLOW RECENCY",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || commandlog_reset(Commandlog::Slow).recency(),
    ));
    cases.push(Case::new(
        About {
            command: "COMMANDLOG RESET",
            call: "commandlog_reset(Commandlog::Slow).magnitude()",
            wire: "COMMANDLOG RESET SLOW MAGNITUDE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || commandlog_reset(Commandlog::Slow).magnitude(),
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG GET",
            call: "config_get(\"maxmemory-policy\")",
            wire: "CONFIG GET maxmemory-policy",
            setup: &[],
            reply: Some("{\"maxmemory-policy\": \"noeviction\"}"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || config_get("maxmemory-policy"),
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG GET",
            call: "config_get([\"maxmemory*\", \"hz\"])",
            wire: "CONFIG GET maxmemory* hz",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || config_get(["maxmemory*", "hz"]),
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG HELP",
            call: "config_help()",
            wire: "CONFIG HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        config_help,
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG RESETSTAT",
            call: "config_resetstat()",
            wire: "CONFIG RESETSTAT",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        config_resetstat,
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG REWRITE",
            call: "config_rewrite()",
            wire: "CONFIG REWRITE",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        config_rewrite,
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG SET",
            call: "config_set((\"slowlog-max-len\", 128))",
            wire: "CONFIG SET slowlog-max-len 128",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || config_set(("slowlog-max-len", 128)),
    ));
    cases.push(Case::new(
        About {
            command: "CONFIG SET",
            call: "config_set([(\"slowlog-max-len\", 128), (\"hz\", 10)])",
            wire: "CONFIG SET slowlog-max-len 128 hz 10",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || config_set([("slowlog-max-len", 128), ("hz", 10)]),
    ));
    cases.push(Case::new(
        About {
            command: "DBSIZE",
            call: "dbsize()",
            wire: "DBSIZE",
            setup: &[],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        dbsize,
    ));
    cases.push(Case::new(
        About {
            command: "DEBUG",
            call: "debug([\"SLEEP\", \"0\"])",
            wire: "DEBUG SLEEP 0",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || debug(["SLEEP", "0"]),
    ));
    cases.push(Case::new(
        About {
            command: "FAILOVER",
            call: "failover()",
            wire: "FAILOVER",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        failover,
    ));
    cases.push(Case::new(
        About {
            command: "FAILOVER",
            call: "failover().to_replica(\"10.0.0.2\", 6379).time_limit(Duration::from_millis(1500)).force()",
            wire: "FAILOVER TO 10.0.0.2 6379 TIMEOUT 1500 FORCE",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || failover().to_replica("10.0.0.2", 6379).time_limit(Duration::from_millis(1500)).force(),
    ));
    cases.push(Case::new(
        About {
            command: "FAILOVER",
            call: "failover().abort()",
            wire: "FAILOVER ABORT",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || failover().abort(),
    ));
    cases.push(Case::new(
        About {
            command: "FLUSHALL",
            call: "flushall()",
            wire: "FLUSHALL",
            setup: &["SET k v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        flushall,
    ));
    cases.push(Case::new(
        About {
            command: "FLUSHALL",
            call: "flushall().asynchronous()",
            wire: "FLUSHALL ASYNC",
            setup: &["SET k v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || flushall().asynchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "FLUSHALL",
            call: "flushall().synchronous()",
            wire: "FLUSHALL SYNC",
            setup: &["SET k v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || flushall().synchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "FLUSHDB",
            call: "flushdb()",
            wire: "FLUSHDB",
            setup: &["SET k v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        flushdb,
    ));
    cases.push(Case::new(
        About {
            command: "FLUSHDB",
            call: "flushdb().asynchronous()",
            wire: "FLUSHDB ASYNC",
            setup: &["SET k v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || flushdb().asynchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "FLUSHDB",
            call: "flushdb().synchronous()",
            wire: "FLUSHDB SYNC",
            setup: &["SET k v"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || flushdb().synchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "HOTKEYS GET",
            call: "hotkeys_get()",
            wire: "HOTKEYS GET",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        hotkeys_get,
    ));
    cases.push(Case::new(
        About {
            command: "HOTKEYS HELP",
            call: "hotkeys_help()",
            wire: "HOTKEYS HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        hotkeys_help,
    ));
    cases.push(Case::new(
        About {
            command: "HOTKEYS RESET",
            call: "hotkeys_reset()",
            wire: "HOTKEYS RESET",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Alone,
        },
        hotkeys_reset,
    ));
    cases.push(Case::new(About { command: "HOTKEYS START", call: "hotkeys_start([HotkeyMetric::Cpu, HotkeyMetric::Network]).count(10).duration(Duration::from_secs(60)).sample(5)", wire: "HOTKEYS START METRICS 2 CPU NET COUNT 10 DURATION 60 SAMPLE 5", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Alone }, || hotkeys_start([HotkeyMetric::Cpu, HotkeyMetric::Network]).count(10).duration(Duration::from_secs(60)).sample(5)));
    cases.push(Case::new(
        About {
            command: "HOTKEYS START",
            call: "hotkeys_start(HotkeyMetric::Cpu).slots([1, 2])",
            wire: "HOTKEYS START METRICS 1 CPU SLOTS 2 1 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || hotkeys_start(HotkeyMetric::Cpu).slots([1, 2]),
    ));
    cases.push(Case::new(
        About {
            command: "HOTKEYS STOP",
            call: "hotkeys_stop()",
            wire: "HOTKEYS STOP",
            setup: &["HOTKEYS START METRICS 1 CPU"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Alone,
        },
        hotkeys_stop,
    ));
    cases.push(Case::new(
        About {
            command: "INFO",
            call: "info()",
            wire: "INFO",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        info,
    ));
    cases.push(Case::new(
        About {
            command: "INFO",
            call: "info().sections([\"memory\", \"commandstats\"])",
            wire: "INFO memory commandstats",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || info().sections(["memory", "commandstats"]),
    ));
    cases.push(Case::new(
        About {
            command: "INFO",
            call: "info().sections(\"everything\")",
            wire: "INFO everything",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || info().sections("everything"),
    ));
    cases.push(Case::new(
        About {
            command: "LASTSAVE",
            call: "lastsave()",
            wire: "LASTSAVE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        lastsave,
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY DOCTOR",
            call: "latency_doctor()",
            wire: "LATENCY DOCTOR",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        latency_doctor,
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY GRAPH",
            call: "latency_graph(\"command\")",
            wire: "LATENCY GRAPH command",
            setup: &["CONFIG SET latency-monitor-threshold 1", "DEBUG SLEEP 0.01"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || latency_graph("command"),
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY HELP",
            call: "latency_help()",
            wire: "LATENCY HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        latency_help,
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY HISTOGRAM",
            call: "latency_histogram()",
            wire: "LATENCY HISTOGRAM",
            setup: &["SET k v"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        latency_histogram,
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY HISTOGRAM",
            call: "latency_histogram().commands([\"set\", \"config\"])",
            wire: "LATENCY HISTOGRAM set config",
            setup: &["SET k v"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || latency_histogram().commands(["set", "config"]),
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY HISTORY",
            call: "latency_history(\"command\")",
            wire: "LATENCY HISTORY command",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || latency_history("command"),
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY LATEST",
            call: "latency_latest()",
            wire: "LATENCY LATEST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        latency_latest,
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY RESET",
            call: "latency_reset()",
            wire: "LATENCY RESET",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        latency_reset,
    ));
    cases.push(Case::new(
        About {
            command: "LATENCY RESET",
            call: "latency_reset().events([\"command\", \"fork\"])",
            wire: "LATENCY RESET command fork",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || latency_reset().events(["command", "fork"]),
    ));
    cases.push(Case::new(
        About {
            command: "LOLWUT",
            call: "lolwut()",
            wire: "LOLWUT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        lolwut,
    ));
    cases.push(Case::new(
        About {
            command: "LOLWUT",
            call: "lolwut().version(5).parameters([8, 2, 2])",
            wire: "LOLWUT VERSION 5 8 2 2",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || lolwut().version(5).parameters([8, 2, 2]),
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY DOCTOR",
            call: "memory_doctor()",
            wire: "MEMORY DOCTOR",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        memory_doctor,
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY HELP",
            call: "memory_help()",
            wire: "MEMORY HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        memory_help,
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY MALLOC-STATS",
            call: "memory_malloc_stats()",
            wire: "MEMORY MALLOC-STATS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        memory_malloc_stats,
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY PURGE",
            call: "memory_purge()",
            wire: "MEMORY PURGE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        memory_purge,
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY STATS",
            call: "memory_stats()",
            wire: "MEMORY STATS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        memory_stats,
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY USAGE",
            call: "memory_usage(\"list\")",
            wire: "MEMORY USAGE list",
            setup: &["RPUSH list a b c"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || memory_usage("list"),
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY USAGE",
            call: "memory_usage(\"list\").samples(0)",
            wire: "MEMORY USAGE list SAMPLES 0",
            setup: &["RPUSH list a b c"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || memory_usage("list").samples(0),
    ));
    cases.push(Case::new(
        About {
            command: "MEMORY USAGE",
            call: "memory_usage(\"nosuch\")",
            wire: "MEMORY USAGE nosuch",
            setup: &["RPUSH list a b c"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || memory_usage("nosuch"),
    ));
    cases.push(Case::new(
        About {
            command: "MODULE HELP",
            call: "module_help()",
            wire: "MODULE HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        module_help,
    ));
    cases.push(Case::new(
        About {
            command: "MODULE LIST",
            call: "module_list()",
            wire: "MODULE LIST",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        module_list,
    ));
    cases.push(Case::new(
        About {
            command: "MODULE LOAD",
            call: "module_load(\"/opt/nosuch.so\").args([\"a\", \"b\"])",
            wire: "MODULE LOAD /opt/nosuch.so a b",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || module_load("/opt/nosuch.so").args(["a", "b"]),
    ));
    cases.push(Case::new(About { command: "MODULE LOADEX", call: "module_loadex(\"/opt/nosuch.so\").config(\"m.size\", 5).config(\"m.name\", \"x\").args([\"a\"])", wire: "MODULE LOADEX /opt/nosuch.so CONFIG m.size 5 CONFIG m.name x ARGS a", setup: &[], reply: None, error: Some("ERR"), is_volatile: false, is_unverified: false, mode: Mode::Shared }, || module_loadex("/opt/nosuch.so").config("m.size", 5).config("m.name", "x").args(["a"])));
    cases.push(Case::new(
        About {
            command: "MODULE UNLOAD",
            call: "module_unload(\"nosuch\")",
            wire: "MODULE UNLOAD nosuch",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || module_unload("nosuch"),
    ));
    cases.push(Case::new(
        About {
            command: "REPLICAOF",
            call: "replicaof(None)",
            wire: "REPLICAOF NO ONE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || replicaof(None),
    ));
    cases.push(Case::new(
        About {
            command: "REPLICAOF",
            call: "replicaof(Some((\"127.0.0.1\", 1)))",
            wire: "REPLICAOF 127.0.0.1 1",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || replicaof(Some(("127.0.0.1", 1))),
    ));
    cases.push(Case::new(
        About {
            command: "ROLE",
            call: "role()",
            wire: "ROLE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        role,
    ));
    cases.push(Case::new(
        About {
            command: "SAVE",
            call: "save()",
            wire: "SAVE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        save,
    ));
    cases.push(Case::new(
        About {
            command: "SHUTDOWN",
            call: "shutdown().no_save().now().force()",
            wire: "SHUTDOWN NOSAVE NOW FORCE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || shutdown().no_save().now().force(),
    ));
    cases.push(Case::new(
        About {
            command: "SHUTDOWN",
            call: "shutdown().save().safe()",
            wire: "SHUTDOWN SAVE SAFE",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Wire,
        },
        || shutdown().save().safe(),
    ));
    cases.push(Case::new(
        About {
            command: "SHUTDOWN",
            call: "shutdown().abort()",
            wire: "SHUTDOWN ABORT",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || shutdown().abort(),
    ));
    cases.push(Case::new(
        About {
            command: "SLAVEOF",
            call: "slaveof(None)",
            wire: "SLAVEOF NO ONE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || slaveof(None),
    ));
    cases.push(Case::new(
        About {
            command: "SLAVEOF",
            call: "slaveof(Some((\"127.0.0.1\", 1)))",
            wire: "SLAVEOF 127.0.0.1 1",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || slaveof(Some(("127.0.0.1", 1))),
    ));
    cases.push(Case::new(
        About {
            command: "SLOWLOG GET",
            call: "slowlog_get()",
            wire: "SLOWLOG GET",
            setup: &[
                "CONFIG SET slowlog-log-slower-than 0",
                "SET k v",
                "CONFIG SET slowlog-log-slower-than 10000",
            ],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        slowlog_get,
    ));
    cases.push(Case::new(
        About {
            command: "SLOWLOG GET",
            call: "slowlog_get().count(2)",
            wire: "SLOWLOG GET 2",
            setup: &[
                "CONFIG SET slowlog-log-slower-than 0",
                "SET k v",
                "CONFIG SET slowlog-log-slower-than 10000",
            ],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || slowlog_get().count(2),
    ));
    cases.push(Case::new(
        About {
            command: "SLOWLOG GET",
            call: "slowlog_get().all()",
            wire: "SLOWLOG GET -1",
            setup: &[
                "CONFIG SET slowlog-log-slower-than 0",
                "SET k v",
                "CONFIG SET slowlog-log-slower-than 10000",
            ],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || slowlog_get().all(),
    ));
    cases.push(Case::new(
        About {
            command: "SLOWLOG HELP",
            call: "slowlog_help()",
            wire: "SLOWLOG HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        slowlog_help,
    ));
    cases.push(Case::new(
        About {
            command: "SLOWLOG LEN",
            call: "slowlog_len()",
            wire: "SLOWLOG LEN",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        slowlog_len,
    ));
    cases.push(Case::new(
        About {
            command: "SLOWLOG RESET",
            call: "slowlog_reset()",
            wire: "SLOWLOG RESET",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        slowlog_reset,
    ));
    cases.push(Case::new(
        About {
            command: "SWAPDB",
            call: "swapdb(0, 1)",
            wire: "SWAPDB 0 1",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || swapdb(0, 1),
    ));
    cases.push(Case::new(
        About {
            command: "TIME",
            call: "time()",
            wire: "TIME",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        time,
    ));
}
