// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! The connection, and the connections of others.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "AUTH",
            call: "auth(\"s3cret\").username(\"row-auth\")",
            wire: "AUTH row-auth s3cret",
            setup: &["ACL SETUSER row-auth on >s3cret +ping"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || auth("s3cret").username("row-auth"),
    ));
    cases.push(Case::new(
        About {
            command: "AUTH",
            call: "auth(\"s3cret\")",
            wire: "AUTH s3cret",
            setup: &["ACL SETUSER row-auth on >s3cret +ping"],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || auth("s3cret"),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT CACHING",
            call: "client_caching(true)",
            wire: "CLIENT CACHING YES",
            setup: &["CLIENT TRACKING ON OPTIN"],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_caching(true),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT CAPA",
            call: "client_capa(\"redirect\")",
            wire: "CLIENT CAPA redirect",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_capa("redirect"),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT GETNAME",
            call: "client_getname()",
            wire: "CLIENT GETNAME",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_getname,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT GETREDIR",
            call: "client_getredir()",
            wire: "CLIENT GETREDIR",
            setup: &[],
            reply: Some("Off"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_getredir,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT HELP",
            call: "client_help()",
            wire: "CLIENT HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_help,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT ID",
            call: "client_id()",
            wire: "CLIENT ID",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_id,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT IMPORT-SOURCE",
            call: "client_import_source(true)",
            wire: "CLIENT IMPORT-SOURCE ON",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Wire,
        },
        || client_import_source(true),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT INFO",
            call: "client_info()",
            wire: "CLIENT INFO",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_info,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT KILL",
            call: "client_kill().id(1_000_000_007)",
            wire: "CLIENT KILL ID 1000000007",
            setup: &[],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_kill().id(1_000_000_007),
    ));
    cases.push(Case::new(About { command: "CLIENT KILL", call: "client_kill().of_type(ClientType::PubSub).user(\"default\").addr(\"10.0.0.7:1\").laddr(\"10.0.0.8:2\").skip_me(true)", wire: "CLIENT KILL TYPE PUBSUB USER default ADDR 10.0.0.7:1 LADDR 10.0.0.8:2 SKIPME YES", setup: &[], reply: Some("0"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || client_kill().of_type(ClientType::PubSub).user("default").addr("10.0.0.7:1").laddr("10.0.0.8:2").skip_me(true)));
    cases.push(Case::new(About { command: "CLIENT KILL", call: "client_kill().max_age(Duration::from_secs(3600)).name(\"shop\").idle(Duration::from_secs(5)).flags(\"N\").lib_name(\"resp\").lib_ver(\"1.0\").db(0).capa(\"r\").ip(\"10.0.0.7\")", wire: "CLIENT KILL MAXAGE 3600 NAME shop IDLE 5 FLAGS N LIB-NAME resp LIB-VER 1.0 DB 0 CAPA r IP 10.0.0.7", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: false, mode: Mode::Wire }, || client_kill().max_age(Duration::from_secs(3600)).name("shop").idle(Duration::from_secs(5)).flags("N").lib_name("resp").lib_ver("1.0").db(0).capa("r").ip("10.0.0.7")));
    cases.push(Case::new(About { command: "CLIENT KILL", call: "client_kill().not_id([1, 2]).not_type(ClientType::Normal).not_user(\"bob\").not_addr(\"10.0.0.7:1\").not_laddr(\"10.0.0.8:2\").not_name(\"a\").not_flags(\"b\").not_lib_name(\"x\").not_lib_ver(\"2\").not_db(1).not_capa(\"r\").not_ip(\"10.0.0.9\")", wire: "CLIENT KILL NOT-ID 1 2 NOT-TYPE NORMAL NOT-USER bob NOT-ADDR 10.0.0.7:1 NOT-LADDR 10.0.0.8:2 NOT-NAME a NOT-FLAGS b NOT-LIB-NAME x NOT-LIB-VER 2 NOT-DB 1 NOT-CAPA r NOT-IP 10.0.0.9", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: false, mode: Mode::Wire }, || client_kill().not_id([1, 2]).not_type(ClientType::Normal).not_user("bob").not_addr("10.0.0.7:1").not_laddr("10.0.0.8:2").not_name("a").not_flags("b").not_lib_name("x").not_lib_ver("2").not_db(1).not_capa("r").not_ip("10.0.0.9")));
    cases.push(Case::new(
        About {
            command: "CLIENT LIST",
            call: "client_list()",
            wire: "CLIENT LIST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_list,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT LIST",
            call: "client_list().of_type(ClientType::Replica)",
            wire: "CLIENT LIST TYPE REPLICA",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_list().of_type(ClientType::Replica),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT LIST",
            call: "client_list().id([1_000_000_007, 1_000_000_008])",
            wire: "CLIENT LIST ID 1000000007 1000000008",
            setup: &[],
            reply: Some("[]"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_list().id([1_000_000_007, 1_000_000_008]),
    ));
    cases.push(Case::new(About { command: "CLIENT LIST", call: "client_list().user(\"bob\").addr(\"10.0.0.7:1\").laddr(\"10.0.0.8:2\").skip_me(true).max_age(Duration::from_secs(3600)).name(\"shop\").idle(Duration::from_secs(5)).flags(\"N\").lib_name(\"resp\").lib_ver(\"1.0\").db(0).capa(\"r\").ip(\"10.0.0.7\")", wire: "CLIENT LIST USER bob ADDR 10.0.0.7:1 LADDR 10.0.0.8:2 SKIPME YES MAXAGE 3600 NAME shop IDLE 5 FLAGS N LIB-NAME resp LIB-VER 1.0 DB 0 CAPA r IP 10.0.0.7", setup: &[], reply: None, error: None, is_volatile: true, is_unverified: false, mode: Mode::Wire }, || client_list().user("bob").addr("10.0.0.7:1").laddr("10.0.0.8:2").skip_me(true).max_age(Duration::from_secs(3600)).name("shop").idle(Duration::from_secs(5)).flags("N").lib_name("resp").lib_ver("1.0").db(0).capa("r").ip("10.0.0.7")));
    cases.push(Case::new(About { command: "CLIENT LIST", call: "client_list().not_id([1, 2]).not_type(ClientType::Normal).not_user(\"bob\").not_addr(\"10.0.0.7:1\").not_laddr(\"10.0.0.8:2\").not_name(\"a\").not_flags(\"b\").not_lib_name(\"x\").not_lib_ver(\"2\").not_db(1).not_capa(\"r\").not_ip(\"10.0.0.9\")", wire: "CLIENT LIST NOT-ID 1 2 NOT-TYPE NORMAL NOT-USER bob NOT-ADDR 10.0.0.7:1 NOT-LADDR 10.0.0.8:2 NOT-NAME a NOT-FLAGS b NOT-LIB-NAME x NOT-LIB-VER 2 NOT-DB 1 NOT-CAPA r NOT-IP 10.0.0.9", setup: &[], reply: None, error: None, is_volatile: true, is_unverified: false, mode: Mode::Wire }, || client_list().not_id([1, 2]).not_type(ClientType::Normal).not_user("bob").not_addr("10.0.0.7:1").not_laddr("10.0.0.8:2").not_name("a").not_flags("b").not_lib_name("x").not_lib_ver("2").not_db(1).not_capa("r").not_ip("10.0.0.9")));
    cases.push(Case::new(
        About {
            command: "CLIENT NO-EVICT",
            call: "client_no_evict(true)",
            wire: "CLIENT NO-EVICT ON",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_no_evict(true),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT NO-TOUCH",
            call: "client_no_touch(true)",
            wire: "CLIENT NO-TOUCH ON",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_no_touch(true),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT PAUSE",
            call: "client_pause(Duration::from_millis(1))",
            wire: "CLIENT PAUSE 1",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || client_pause(Duration::from_millis(1)),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT PAUSE",
            call: "client_pause(Duration::from_millis(1)).write()",
            wire: "CLIENT PAUSE 1 WRITE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || client_pause(Duration::from_millis(1)).write(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT PAUSE",
            call: "client_pause(Duration::from_millis(1)).all()",
            wire: "CLIENT PAUSE 1 ALL",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        || client_pause(Duration::from_millis(1)).all(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT SETINFO",
            call: "client_setinfo(ClientAttribute::LibraryName, \"shop\")",
            wire: "CLIENT SETINFO LIB-NAME shop",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_setinfo(ClientAttribute::LibraryName, "shop"),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT SETINFO",
            call: "client_setinfo(ClientAttribute::LibraryVersion, \"1.2\")",
            wire: "CLIENT SETINFO LIB-VER 1.2",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_setinfo(ClientAttribute::LibraryVersion, "1.2"),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT SETNAME",
            call: "client_setname(\"shop\")",
            wire: "CLIENT SETNAME shop",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_setname("shop"),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT TRACKING",
            call: "client_tracking(true).bcast().prefix(\"user:\").prefix(\"order:\").no_loop()",
            wire: "CLIENT TRACKING ON BCAST PREFIX user: PREFIX order: NOLOOP",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_tracking(true).bcast().prefix("user:").prefix("order:").no_loop(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT TRACKING",
            call: "client_tracking(true).opt_in()",
            wire: "CLIENT TRACKING ON OPTIN",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_tracking(true).opt_in(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT TRACKING",
            call: "client_tracking(true).opt_out()",
            wire: "CLIENT TRACKING ON OPTOUT",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_tracking(true).opt_out(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT TRACKING",
            call: "client_tracking(true).redirect(1_000_000_007)",
            wire: "CLIENT TRACKING ON REDIRECT 1000000007",
            setup: &[],
            reply: None,
            error: Some("ERR"),
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_tracking(true).redirect(1_000_000_007),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT TRACKING",
            call: "client_tracking(false)",
            wire: "CLIENT TRACKING OFF",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_tracking(false),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT TRACKINGINFO",
            call: "client_trackinginfo()",
            wire: "CLIENT TRACKINGINFO",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_trackinginfo,
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT UNBLOCK",
            call: "client_unblock(1_000_000_007)",
            wire: "CLIENT UNBLOCK 1000000007",
            setup: &[],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_unblock(1_000_000_007),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT UNBLOCK",
            call: "client_unblock(1_000_000_007).as_timeout()",
            wire: "CLIENT UNBLOCK 1000000007 TIMEOUT",
            setup: &[],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_unblock(1_000_000_007).as_timeout(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT UNBLOCK",
            call: "client_unblock(1_000_000_007).as_error()",
            wire: "CLIENT UNBLOCK 1000000007 ERROR",
            setup: &[],
            reply: Some("false"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || client_unblock(1_000_000_007).as_error(),
    ));
    cases.push(Case::new(
        About {
            command: "CLIENT UNPAUSE",
            call: "client_unpause()",
            wire: "CLIENT UNPAUSE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        client_unpause,
    ));
    cases.push(Case::new(
        About {
            command: "ECHO",
            call: "echo(\"hello\")",
            wire: "ECHO hello",
            setup: &[],
            reply: Some("b\"hello\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || echo("hello"),
    ));
    cases.push(Case::new(
        About {
            command: "HELLO",
            call: "hello()",
            wire: "HELLO",
            setup: &["ACL SETUSER row-hello on >s3cret"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        hello,
    ));
    cases.push(Case::new(
        About {
            command: "HELLO",
            call: "hello().version(3).auth(\"row-hello\", \"s3cret\").set_name(\"shop\")",
            wire: "HELLO 3 AUTH row-hello s3cret SETNAME shop",
            setup: &["ACL SETUSER row-hello on >s3cret"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || hello().version(3).auth("row-hello", "s3cret").set_name("shop"),
    ));
    cases.push(Case::new(
        About {
            command: "PING",
            call: "ping()",
            wire: "PING",
            setup: &[],
            reply: Some("b\"PONG\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        ping,
    ));
    cases.push(Case::new(
        About {
            command: "PING",
            call: "ping().message(\"hello\")",
            wire: "PING hello",
            setup: &[],
            reply: Some("b\"hello\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || ping().message("hello"),
    ));
    cases.push(Case::new(
        About {
            command: "RESET",
            call: "reset()",
            wire: "RESET",
            setup: &[],
            reply: Some("b\"RESET\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        reset,
    ));
    cases.push(Case::new(
        About {
            command: "SELECT",
            call: "select(7)",
            wire: "SELECT 7",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || select(7),
    ));
}
