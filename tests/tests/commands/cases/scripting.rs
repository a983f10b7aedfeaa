// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Scripts and functions that run on the server.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "EVAL",
            call: "eval(\"return {KEYS[1], ARGV[1]}\", \"k\", \"v\").to::<Vec<String>>()",
            wire: "EVAL \"return {KEYS[1], ARGV[1]}\" 1 k v",
            setup: &[],
            reply: Some("[\"k\", \"v\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || eval("return {KEYS[1], ARGV[1]}", "k", "v").to::<Vec<String>>(),
    ));
    cases.push(Case::new(
        About {
            command: "EVAL",
            call: "eval(\"return 1\", [\"\"; 0], [\"\"; 0]).to::<i64>()",
            wire: "EVAL \"return 1\" 0",
            setup: &[],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || eval("return 1", [""; 0], [""; 0]).to::<i64>(),
    ));
    cases.push(Case::new(About { command: "EVALSHA", call: "evalsha(\"098e0f0d1448c0a81dafe820f66d460eb09263da\", [\"a\", \"b\"], \"v\").to::<String>()", wire: "EVALSHA 098e0f0d1448c0a81dafe820f66d460eb09263da 2 a b v", setup: &["SCRIPT LOAD \"return ARGV[1]\""], reply: Some("\"v\""), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || evalsha("098e0f0d1448c0a81dafe820f66d460eb09263da", ["a", "b"], "v").to::<String>()));
    cases.push(Case::new(
        About {
            command: "EVALSHA",
            call: "evalsha(\"0000000000000000000000000000000000000000\", \"k\", \"v\")",
            wire: "EVALSHA 0000000000000000000000000000000000000000 1 k v",
            setup: &["SCRIPT LOAD \"return ARGV[1]\""],
            reply: None,
            error: Some("NOSCRIPT"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || evalsha("0000000000000000000000000000000000000000", "k", "v"),
    ));
    cases.push(Case::new(
        About {
            command: "EVALSHA_RO",
            call: "evalsha_ro(\"098e0f0d1448c0a81dafe820f66d460eb09263da\", \"k\", \"v\").to::<String>()",
            wire: "EVALSHA_RO 098e0f0d1448c0a81dafe820f66d460eb09263da 1 k v",
            setup: &["SCRIPT LOAD \"return ARGV[1]\""],
            reply: Some("\"v\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || evalsha_ro("098e0f0d1448c0a81dafe820f66d460eb09263da", "k", "v").to::<String>(),
    ));
    cases.push(Case::new(
        About {
            command: "EVAL_RO",
            call: "eval_ro(\"return redis.call('GET', KEYS[1])\", \"k\", [\"\"; 0]).to::<String>()",
            wire: "EVAL_RO \"return redis.call('GET', KEYS[1])\" 1 k",
            setup: &["SET k v"],
            reply: Some("\"v\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || eval_ro("return redis.call('GET', KEYS[1])", "k", [""; 0]).to::<String>(),
    ));
    cases.push(Case::new(About { command: "FCALL", call: "fcall(\"second\", \"k\", [\"a\", \"b\"]).to::<String>()", wire: "FCALL second 1 k a b", setup: &["FUNCTION LOAD REPLACE \"#!lua name=lib\\nredis.register_function(\\\"second\\\", function(keys, args) return args[2] end)\""], reply: Some("\"b\""), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || fcall("second", "k", ["a", "b"]).to::<String>()));
    cases.push(Case::new(About { command: "FCALL_RO", call: "fcall_ro(\"second\", \"k\", [\"a\", \"b\"]).to::<String>()", wire: "FCALL_RO second 1 k a b", setup: &["FUNCTION LOAD REPLACE \"#!lua name=lib\\nredis.register_function{function_name=\\\"second\\\", callback=function(keys, args) return args[2] end, flags={\\\"no-writes\\\"}}\""], reply: Some("\"b\""), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || fcall_ro("second", "k", ["a", "b"]).to::<String>()));
    cases.push(Case::new(About { command: "FUNCTION DELETE", call: "function_delete(\"lib\")", wire: "FUNCTION DELETE lib", setup: &["FUNCTION LOAD REPLACE \"#!lua name=lib\\nredis.register_function(\\\"one\\\", function() return 1 end)\""], reply: Some("()"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || function_delete("lib")));
    cases.push(Case::new(
        About {
            command: "FUNCTION DUMP",
            call: "function_dump()",
            wire: "FUNCTION DUMP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        function_dump,
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION FLUSH",
            call: "function_flush()",
            wire: "FUNCTION FLUSH",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        function_flush,
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION FLUSH",
            call: "function_flush().asynchronous()",
            wire: "FUNCTION FLUSH ASYNC",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || function_flush().asynchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION FLUSH",
            call: "function_flush().synchronous()",
            wire: "FUNCTION FLUSH SYNC",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || function_flush().synchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION HELP",
            call: "function_help()",
            wire: "FUNCTION HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        function_help,
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION KILL",
            call: "function_kill()",
            wire: "FUNCTION KILL",
            setup: &[],
            reply: None,
            error: Some("NOTBUSY"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        function_kill,
    ));
    cases.push(Case::new(About { command: "FUNCTION LIST", call: "function_list()", wire: "FUNCTION LIST", setup: &["FUNCTION FLUSH", "FUNCTION LOAD \"#!lua name=lib\\nredis.register_function(\\\"one\\\", function() return 1 end)\""], reply: Some("[FunctionLibrary { name: \"lib\", engine: \"LUA\", functions: [LibraryFunction { name: \"one\", description: None, flags: [] }], code: None }]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, function_list));
    cases.push(Case::new(About { command: "FUNCTION LIST", call: "function_list().library_name(\"l*\").with_code()", wire: "FUNCTION LIST LIBRARYNAME l* WITHCODE", setup: &["FUNCTION FLUSH", "FUNCTION LOAD \"#!lua name=lib\\nredis.register_function(\\\"one\\\", function() return 1 end)\""], reply: None, error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || function_list().library_name("l*").with_code()));
    cases.push(Case::new(About { command: "FUNCTION LOAD", call: "function_load(\"#!lua name=lib\\nredis.register_function('one', function() return 1 end)\")", wire: "FUNCTION LOAD \"#!lua name=lib\\nredis.register_function('one', function() return 1 end)\"", setup: &["FUNCTION FLUSH"], reply: Some("\"lib\""), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || function_load("#!lua name=lib\nredis.register_function('one', function() return 1 end)")));
    cases.push(Case::new(About { command: "FUNCTION LOAD", call: "function_load(\"#!lua name=lib\\nredis.register_function('one', function() return 1 end)\").replace()", wire: "FUNCTION LOAD REPLACE \"#!lua name=lib\\nredis.register_function('one', function() return 1 end)\"", setup: &["FUNCTION FLUSH"], reply: Some("\"lib\""), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || function_load("#!lua name=lib\nredis.register_function('one', function() return 1 end)").replace()));
    cases.push(Case::new(
        About {
            command: "FUNCTION RESTORE",
            call: "function_restore(\"x\")",
            wire: "FUNCTION RESTORE x",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || function_restore("x"),
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION RESTORE",
            call: "function_restore(b\"\\x0a\\x00\\x5d\\x9b\\x5c\\x40\\x0f\\x7f\\xa2\\xda\").append()",
            wire: "FUNCTION RESTORE \"\\x0a\\x00\\x5d\\x9b\\x5c\\x40\\x0f\\x7f\\xa2\\xda\" APPEND",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || function_restore(b"\x0a\x00\x5d\x9b\x5c\x40\x0f\x7f\xa2\xda").append(),
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION RESTORE",
            call: "function_restore(\"x\").replace()",
            wire: "FUNCTION RESTORE x REPLACE",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || function_restore("x").replace(),
    ));
    cases.push(Case::new(
        About {
            command: "FUNCTION RESTORE",
            call: "function_restore(\"x\").flush()",
            wire: "FUNCTION RESTORE x FLUSH",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || function_restore("x").flush(),
    ));
    cases.push(Case::new(About { command: "FUNCTION STATS", call: "function_stats()", wire: "FUNCTION STATS", setup: &["FUNCTION FLUSH"], reply: Some("FunctionStats { running: None, engines: [EngineStats { name: \"LUA\", library_count: 0, function_count: 0 }] }"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, function_stats));
    cases.push(Case::new(About { command: "SCRIPT EXISTS", call: "script_exists([\"098e0f0d1448c0a81dafe820f66d460eb09263da\", \"0000000000000000000000000000000000000000\"])", wire: "SCRIPT EXISTS 098e0f0d1448c0a81dafe820f66d460eb09263da 0000000000000000000000000000000000000000", setup: &["SCRIPT LOAD \"return ARGV[1]\""], reply: Some("[true, false]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || script_exists(["098e0f0d1448c0a81dafe820f66d460eb09263da", "0000000000000000000000000000000000000000"])));
    cases.push(Case::new(
        About {
            command: "SCRIPT FLUSH",
            call: "script_flush()",
            wire: "SCRIPT FLUSH",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        script_flush,
    ));
    cases.push(Case::new(
        About {
            command: "SCRIPT FLUSH",
            call: "script_flush().asynchronous()",
            wire: "SCRIPT FLUSH ASYNC",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || script_flush().asynchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "SCRIPT FLUSH",
            call: "script_flush().synchronous()",
            wire: "SCRIPT FLUSH SYNC",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || script_flush().synchronous(),
    ));
    cases.push(Case::new(
        About {
            command: "SCRIPT HELP",
            call: "script_help()",
            wire: "SCRIPT HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        script_help,
    ));
    cases.push(Case::new(
        About {
            command: "SCRIPT KILL",
            call: "script_kill()",
            wire: "SCRIPT KILL",
            setup: &[],
            reply: None,
            error: Some("NOTBUSY"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        script_kill,
    ));
    cases.push(Case::new(
        About {
            command: "SCRIPT LOAD",
            call: "script_load(\"return ARGV[1]\")",
            wire: "SCRIPT LOAD \"return ARGV[1]\"",
            setup: &[],
            reply: Some("\"098e0f0d1448c0a81dafe820f66d460eb09263da\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || script_load("return ARGV[1]"),
    ));
    cases.push(Case::new(
        About {
            command: "SCRIPT SHOW",
            call: "script_show(\"098e0f0d1448c0a81dafe820f66d460eb09263da\")",
            wire: "SCRIPT SHOW 098e0f0d1448c0a81dafe820f66d460eb09263da",
            setup: &["SCRIPT LOAD \"return ARGV[1]\""],
            reply: Some("b\"return ARGV[1]\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || script_show("098e0f0d1448c0a81dafe820f66d460eb09263da"),
    ));
}
