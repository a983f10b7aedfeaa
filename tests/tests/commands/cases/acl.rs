// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Users and what they may do.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "ACL CAT",
            call: "acl_cat()",
            wire: "ACL CAT",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_cat,
    ));
    cases.push(Case::new(
        About {
            command: "ACL CAT",
            call: "acl_cat().category(\"hyperloglog\")",
            wire: "ACL CAT hyperloglog",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_cat().category("hyperloglog"),
    ));
    cases.push(Case::new(
        About {
            command: "ACL DELUSER",
            call: "acl_deluser([\"row-deluser\", \"row-nosuch\"])",
            wire: "ACL DELUSER row-deluser row-nosuch",
            setup: &["ACL SETUSER row-deluser"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_deluser(["row-deluser", "row-nosuch"]),
    ));
    cases.push(Case::new(
        About {
            command: "ACL DRYRUN",
            call: "acl_dryrun(\"default\", [\"GET\", \"k\"])",
            wire: "ACL DRYRUN default GET k",
            setup: &["ACL SETUSER row-dryrun +get ~app:*"],
            reply: Some("Allowed"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_dryrun("default", ["GET", "k"]),
    ));
    cases.push(Case::new(
        About {
            command: "ACL DRYRUN",
            call: "acl_dryrun(\"row-dryrun\", [\"SET\", \"k\", \"v\"])",
            wire: "ACL DRYRUN row-dryrun SET k v",
            setup: &["ACL SETUSER row-dryrun +get ~app:*"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_dryrun("row-dryrun", ["SET", "k", "v"]),
    ));
    cases.push(Case::new(
        About {
            command: "ACL GENPASS",
            call: "acl_genpass()",
            wire: "ACL GENPASS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_genpass,
    ));
    cases.push(Case::new(
        About {
            command: "ACL GENPASS",
            call: "acl_genpass().bits(128)",
            wire: "ACL GENPASS 128",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_genpass().bits(128),
    ));
    cases.push(Case::new(
        About {
            command: "ACL GETUSER",
            call: "acl_getuser(\"default\")",
            wire: "ACL GETUSER default",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_getuser("default"),
    ));
    cases.push(Case::new(
        About {
            command: "ACL GETUSER",
            call: "acl_getuser(\"row-nosuch\")",
            wire: "ACL GETUSER row-nosuch",
            setup: &[],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_getuser("row-nosuch"),
    ));
    cases.push(Case::new(
        About {
            command: "ACL HELP",
            call: "acl_help()",
            wire: "ACL HELP",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_help,
    ));
    cases.push(Case::new(
        About {
            command: "ACL LIST",
            call: "acl_list()",
            wire: "ACL LIST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_list,
    ));
    cases.push(Case::new(
        About {
            command: "ACL LOAD",
            call: "acl_load()",
            wire: "ACL LOAD",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        acl_load,
    ));
    cases.push(Case::new(
        About {
            command: "ACL LOG",
            call: "acl_log()",
            wire: "ACL LOG",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_log,
    ));
    cases.push(Case::new(
        About {
            command: "ACL LOG",
            call: "acl_log().count(5)",
            wire: "ACL LOG 5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_log().count(5),
    ));
    cases.push(Case::new(
        About {
            command: "ACL LOG",
            call: "acl_log().reset()",
            wire: "ACL LOG RESET",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: true,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_log().reset(),
    ));
    cases.push(Case::new(
        About {
            command: "ACL SAVE",
            call: "acl_save()",
            wire: "ACL SAVE",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Alone,
        },
        acl_save,
    ));
    cases.push(Case::new(
        About {
            command: "ACL SETUSER",
            call: "acl_setuser(\"row-setuser\", [\"reset\", \"on\", \">s3cret\", \"~app:*\", \"+@read\"])",
            wire: "ACL SETUSER row-setuser reset on >s3cret ~app:* +@read",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_setuser("row-setuser", ["reset", "on", ">s3cret", "~app:*", "+@read"]),
    ));
    cases.push(Case::new(
        About {
            command: "ACL SETUSER",
            call: "acl_setuser(\"row-setuser\", \"off\")",
            wire: "ACL SETUSER row-setuser off",
            setup: &[],
            reply: Some("()"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || acl_setuser("row-setuser", "off"),
    ));
    cases.push(Case::new(
        About {
            command: "ACL USERS",
            call: "acl_users()",
            wire: "ACL USERS",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_users,
    ));
    cases.push(Case::new(
        About {
            command: "ACL WHOAMI",
            call: "acl_whoami()",
            wire: "ACL WHOAMI",
            setup: &[],
            reply: Some("\"default\""),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        acl_whoami,
    ));
}
