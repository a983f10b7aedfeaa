// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Vector sets: elements with a vector each, to be found by how similar they are.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "VADD",
            call: "vadd(\"points\", [1.0, 0.0], \"east\")",
            wire: "VADD points FP32 \"\\x00\\x00\\x80?\\x00\\x00\\x00\\x00\" east",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vadd("points", [1.0, 0.0], "east"),
    ));
    cases.push(Case::new(
        About {
            command: "VADD",
            call: "vadd(\"points\", [1.0_f32, 0.0], \"east\").reduce(1)",
            wire: "VADD points REDUCE 1 FP32 \"\\x00\\x00\\x80?\\x00\\x00\\x00\\x00\" east",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vadd("points", [1.0_f32, 0.0], "east").reduce(1),
    ));
    cases.push(Case::new(
        About {
            command: "VADD",
            call: "vadd(\"points\", vec![1.0, 0.0], \"east\").cas().no_quant().ef(400)",
            wire: "VADD points FP32 \"\\x00\\x00\\x80?\\x00\\x00\\x00\\x00\" east CAS NOQUANT EF 400",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vadd("points", vec![1.0, 0.0], "east").cas().no_quant().ef(400),
    ));
    cases.push(Case::new(
        About {
            command: "VADD",
            call: "vadd(\"points\", [1.0, 0.0], \"east\").q8().m(32)",
            wire: "VADD points FP32 \"\\x00\\x00\\x80?\\x00\\x00\\x00\\x00\" east Q8 M 32",
            setup: &[],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vadd("points", [1.0, 0.0], "east").q8().m(32),
    ));
    cases.push(Case::new(About { command: "VADD", call: "vadd(\"points\", [1.0, 0.0], \"east\").bin().set_attr(r#\"{\"year\":1950}\"#)", wire: "VADD points FP32 \"\\x00\\x00\\x80?\\x00\\x00\\x00\\x00\" east BIN SETATTR \"{\\\"year\\\":1950}\"", setup: &[], reply: Some("true"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || vadd("points", [1.0, 0.0], "east").bin().set_attr(r#"{"year":1950}"#)));
    cases.push(Case::new(
        About {
            command: "VCARD",
            call: "vcard(\"points\")",
            wire: "VCARD points",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("1"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vcard("points"),
    ));
    cases.push(Case::new(
        About {
            command: "VDIM",
            call: "vdim(\"points\")",
            wire: "VDIM points",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("2"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vdim("points"),
    ));
    cases.push(Case::new(
        About {
            command: "VEMB",
            call: "vemb(\"points\", \"east\")",
            wire: "VEMB points east",
            setup: &["VADD points VALUES 2 1 0 east NOQUANT"],
            reply: Some("Some([1.0, 0.0])"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vemb("points", "east"),
    ));
    cases.push(Case::new(
        About {
            command: "VEMB",
            call: "vemb(\"points\", \"east\").raw()",
            wire: "VEMB points east RAW",
            setup: &["VADD points VALUES 2 1 0 east NOQUANT"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vemb("points", "east").raw(),
    ));
    cases.push(Case::new(
        About {
            command: "VGETATTR",
            call: "vgetattr(\"points\", \"east\")",
            wire: "VGETATTR points east",
            setup: &["VADD points VALUES 2 1 0 east SETATTR \"{\\\"year\\\":1950}\""],
            reply: Some("Some(b\"{\\\"year\\\":1950}\")"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vgetattr("points", "east"),
    ));
    cases.push(Case::new(
        About {
            command: "VINFO",
            call: "vinfo(\"points\")",
            wire: "VINFO points",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vinfo("points"),
    ));
    cases.push(Case::new(
        About {
            command: "VISMEMBER",
            call: "vismember(\"points\", \"east\")",
            wire: "VISMEMBER points east",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vismember("points", "east"),
    ));
    cases.push(Case::new(
        About {
            command: "VLINKS",
            call: "vlinks(\"points\", \"east\")",
            wire: "VLINKS points east",
            setup: &["VADD points VALUES 2 1 0 east", "VADD points VALUES 2 0 1 north"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vlinks("points", "east"),
    ));
    cases.push(Case::new(
        About {
            command: "VLINKS",
            call: "vlinks(\"points\", \"east\").with_scores()",
            wire: "VLINKS points east WITHSCORES",
            setup: &["VADD points VALUES 2 1 0 east", "VADD points VALUES 2 0 1 north"],
            reply: None,
            error: None,
            is_volatile: true,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vlinks("points", "east").with_scores(),
    ));
    cases.push(Case::new(
        About {
            command: "VRANDMEMBER",
            call: "vrandmember(\"points\")",
            wire: "VRANDMEMBER points",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("Some(b\"east\")"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vrandmember("points"),
    ));
    cases.push(Case::new(
        About {
            command: "VRANDMEMBER",
            call: "vrandmember(\"points\").count(-2)",
            wire: "VRANDMEMBER points -2",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("[b\"east\", b\"east\"]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vrandmember("points").count(-2),
    ));
    cases.push(Case::new(
        About {
            command: "VRANGE",
            call: "vrange(\"points\", LexBound::MIN, LexBound::MAX).count(1)",
            wire: "VRANGE points - + 1",
            setup: &["VADD points VALUES 2 1 0 east", "VADD points VALUES 2 0 1 north"],
            reply: Some("[b\"east\"]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vrange("points", LexBound::MIN, LexBound::MAX).count(1),
    ));
    cases.push(Case::new(
        About {
            command: "VRANGE",
            call: "vrange(\"points\", LexBound::exclusive(\"east\"), \"north\")",
            wire: "VRANGE points (east [north",
            setup: &["VADD points VALUES 2 1 0 east", "VADD points VALUES 2 0 1 north"],
            reply: Some("[b\"north\"]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vrange("points", LexBound::exclusive("east"), "north"),
    ));
    cases.push(Case::new(
        About {
            command: "VREM",
            call: "vrem(\"points\", \"east\")",
            wire: "VREM points east",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vrem("points", "east"),
    ));
    cases.push(Case::new(
        About {
            command: "VSETATTR",
            call: "vsetattr(\"points\", \"east\", r#\"{\"year\":1950}\"#)",
            wire: "VSETATTR points east \"{\\\"year\\\":1950}\"",
            setup: &["VADD points VALUES 2 1 0 east"],
            reply: Some("true"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vsetattr("points", "east", r#"{"year":1950}"#),
    ));
    cases.push(Case::new(
        About {
            command: "VSIM",
            call: "vsim(\"points\", [1.0, 0.0])",
            wire: "VSIM points FP32 \"\\x00\\x00\\x80?\\x00\\x00\\x00\\x00\"",
            setup: &[
                "VADD points VALUES 2 1 0 east NOQUANT SETATTR \"{\\\"year\\\":1950}\"",
                "VADD points VALUES 2 0 1 north NOQUANT",
            ],
            reply: Some("[b\"east\", b\"north\"]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vsim("points", [1.0, 0.0]),
    ));
    cases.push(Case::new(
        About {
            command: "VSIM",
            call: "vsim(\"points\", Near::element(\"east\")).count(1).with_scores()",
            wire: "VSIM points ELE east COUNT 1 WITHSCORES",
            setup: &[
                "VADD points VALUES 2 1 0 east NOQUANT SETATTR \"{\\\"year\\\":1950}\"",
                "VADD points VALUES 2 0 1 north NOQUANT",
            ],
            reply: Some("[(b\"east\", 1.0)]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vsim("points", Near::element("east")).count(1).with_scores(),
    ));
    cases.push(Case::new(About { command: "VSIM", call: "vsim(\"points\", Near::element(\"east\")).with_attribs().filter(\".year < 2000\").filter_ef(500)", wire: "VSIM points ELE east WITHATTRIBS FILTER \".year < 2000\" FILTER-EF 500", setup: &["VADD points VALUES 2 1 0 east NOQUANT SETATTR \"{\\\"year\\\":1950}\"", "VADD points VALUES 2 0 1 north NOQUANT"], reply: Some("[(b\"east\", Some(b\"{\\\"year\\\":1950}\"))]"), error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || vsim("points", Near::element("east")).with_attribs().filter(".year < 2000").filter_ef(500)));
    cases.push(Case::new(
        About {
            command: "VSIM",
            call: "vsim(\"points\", Near::element(\"east\")).with_scores().with_attribs().truth()",
            wire: "VSIM points ELE east WITHSCORES WITHATTRIBS TRUTH",
            setup: &[
                "VADD points VALUES 2 1 0 east NOQUANT SETATTR \"{\\\"year\\\":1950}\"",
                "VADD points VALUES 2 0 1 north NOQUANT",
            ],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vsim("points", Near::element("east")).with_scores().with_attribs().truth(),
    ));
    cases.push(Case::new(
        About {
            command: "VSIM",
            call: "vsim(\"points\", Near::element(\"east\")).epsilon(0.25).ef(200).no_thread()",
            wire: "VSIM points ELE east EPSILON 0.25 EF 200 NOTHREAD",
            setup: &[
                "VADD points VALUES 2 1 0 east NOQUANT SETATTR \"{\\\"year\\\":1950}\"",
                "VADD points VALUES 2 0 1 north NOQUANT",
            ],
            reply: Some("[b\"east\"]"),
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || vsim("points", Near::element("east")).epsilon(0.25).ef(200).no_thread(),
    ));
}
