// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Places on the earth, as members of sorted sets.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(About { command: "GEOADD", call: "geoadd(\"sicily\", [(GeoPoint { longitude: 13.361389, latitude: 38.115556 }, \"Palermo\"), (GeoPoint { longitude: 15.087269, latitude: 37.502669 }, \"Catania\")])", wire: "GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania", setup: &["GEOADD sicily 10 40 Palermo"], reply: Some("1"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geoadd("sicily", [(GeoPoint { longitude: 13.361389, latitude: 38.115556 }, "Palermo"), (GeoPoint { longitude: 15.087269, latitude: 37.502669 }, "Catania")])));
    cases.push(Case::new(About { command: "GEOADD", call: "geoadd(\"sicily\", [(GeoPoint { longitude: 13.5, latitude: 38.5 }, \"Palermo\")]).xx().ch()", wire: "GEOADD sicily CH XX 13.5 38.5 Palermo", setup: &["GEOADD sicily 10 40 Palermo"], reply: Some("1"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geoadd("sicily", [(GeoPoint { longitude: 13.5, latitude: 38.5 }, "Palermo")]).xx().ch()));
    cases.push(Case::new(
        About {
            command: "GEOADD",
            call: "geoadd(\"sicily\", [(GeoPoint { longitude: 13.5, latitude: 38.5 }, \"Palermo\")]).nx()",
            wire: "GEOADD sicily NX 13.5 38.5 Palermo",
            setup: &["GEOADD sicily 10 40 Palermo"],
            reply: Some("0"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || geoadd("sicily", [(GeoPoint { longitude: 13.5, latitude: 38.5 }, "Palermo")]).nx(),
    ));
    cases.push(Case::new(
        About {
            command: "GEODIST",
            call: "geodist(\"sicily\", \"Palermo\", \"Catania\", GeoUnit::Kilometers)",
            wire: "GEODIST sicily Palermo Catania km",
            setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"],
            reply: Some("Some(166.2742)"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || geodist("sicily", "Palermo", "Catania", GeoUnit::Kilometers),
    ));
    cases.push(Case::new(
        About {
            command: "GEODIST",
            call: "geodist(\"sicily\", \"Palermo\", \"Rome\", GeoUnit::Meters)",
            wire: "GEODIST sicily Palermo Rome m",
            setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"],
            reply: Some("None"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || geodist("sicily", "Palermo", "Rome", GeoUnit::Meters),
    ));
    cases.push(Case::new(
        About {
            command: "GEOHASH",
            call: "geohash(\"sicily\", [\"Palermo\", \"Rome\"])",
            wire: "GEOHASH sicily Palermo Rome",
            setup: &["GEOADD sicily 13.361389 38.115556 Palermo"],
            reply: Some("[Some(\"sqc8b49rny0\"), None]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || geohash("sicily", ["Palermo", "Rome"]),
    ));
    cases.push(Case::new(
        About {
            command: "GEOPOS",
            call: "geopos(\"sicily\", [\"Palermo\", \"Rome\"])",
            wire: "GEOPOS sicily Palermo Rome",
            setup: &["GEOADD sicily 13.361389 38.115556 Palermo"],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || geopos("sicily", ["Palermo", "Rome"]),
    ));
    cases.push(Case::new(About { command: "GEORADIUS", call: "georadius(\"sicily\", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).asc()", wire: "GEORADIUS sicily 15 37 200 km ASC", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("[b\"Catania\", b\"Palermo\"]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || georadius("sicily", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).asc()));
    cases.push(Case::new(About { command: "GEORADIUS", call: "georadius(\"sicily\", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).with_dist().count(1)", wire: "GEORADIUS sicily 15 37 200 km WITHDIST COUNT 1", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("[GeoMatch { member: b\"Catania\", distance: Some(56.4413), hash: None, point: None }]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || georadius("sicily", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).with_dist().count(1)));
    cases.push(Case::new(About { command: "GEORADIUS", call: "georadius(\"sicily\", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).store(\"near\")", wire: "GEORADIUS sicily 15 37 200 km STORE near", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("2"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || georadius("sicily", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).store("near")));
    cases.push(Case::new(About { command: "GEORADIUS", call: "georadius(\"sicily\", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).store_dist(\"near\")", wire: "GEORADIUS sicily 15 37 200 km STOREDIST near", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("2"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || georadius("sicily", GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers).store_dist("near")));
    cases.push(Case::new(
        About {
            command: "GEORADIUSBYMEMBER",
            call: "georadiusbymember(\"sicily\", \"Palermo\", 100.0, GeoUnit::Miles)",
            wire: "GEORADIUSBYMEMBER sicily Palermo 100 mi",
            setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"],
            reply: Some("[b\"Palermo\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || georadiusbymember("sicily", "Palermo", 100.0, GeoUnit::Miles),
    ));
    cases.push(Case::new(
        About {
            command: "GEORADIUSBYMEMBER_RO",
            call: "georadiusbymember_ro(\"sicily\", \"Palermo\", 100.0, GeoUnit::Feet)",
            wire: "GEORADIUSBYMEMBER_RO sicily Palermo 100 ft",
            setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"],
            reply: Some("[b\"Palermo\"]"),
            error: None,
            is_volatile: false,
            is_unverified: false,
            mode: Mode::Shared,
        },
        || georadiusbymember_ro("sicily", "Palermo", 100.0, GeoUnit::Feet),
    ));
    cases.push(Case::new(About { command: "GEORADIUS_RO", call: "georadius_ro(\"sicily\", GeoPoint { longitude: 15.0, latitude: 37.0 }, 100.0, GeoUnit::Kilometers).desc()", wire: "GEORADIUS_RO sicily 15 37 100 km DESC", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("[b\"Catania\"]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || georadius_ro("sicily", GeoPoint { longitude: 15.0, latitude: 37.0 }, 100.0, GeoUnit::Kilometers).desc()));
    cases.push(Case::new(About { command: "GEOSEARCH", call: "geosearch(\"sicily\", GeoArea::circle(GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers)).asc()", wire: "GEOSEARCH sicily FROMLONLAT 15 37 BYRADIUS 200 km ASC", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("[b\"Catania\", b\"Palermo\"]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geosearch("sicily", GeoArea::circle(GeoPoint { longitude: 15.0, latitude: 37.0 }, 200.0, GeoUnit::Kilometers)).asc()));
    cases.push(Case::new(About { command: "GEOSEARCH", call: "geosearch(\"sicily\", GeoArea::rectangle(\"Palermo\", 400.0, 400.0, GeoUnit::Kilometers)).desc().count(1)", wire: "GEOSEARCH sicily FROMMEMBER Palermo BYBOX 400 400 km DESC COUNT 1", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("[b\"Catania\"]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geosearch("sicily", GeoArea::rectangle("Palermo", 400.0, 400.0, GeoUnit::Kilometers)).desc().count(1)));
    cases.push(Case::new(About { command: "GEOSEARCH", call: "geosearch(\"sicily\", GeoArea::circle(\"Palermo\", 1.0, GeoUnit::Kilometers)).count_any(1).with_dist().with_hash()", wire: "GEOSEARCH sicily FROMMEMBER Palermo BYRADIUS 1 km COUNT 1 ANY WITHDIST WITHHASH", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("[GeoMatch { member: b\"Palermo\", distance: Some(0.0), hash: Some(3479099956230698), point: None }]"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geosearch("sicily", GeoArea::circle("Palermo", 1.0, GeoUnit::Kilometers)).count_any(1).with_dist().with_hash()));
    cases.push(Case::new(About { command: "GEOSEARCH", call: "geosearch(\"sicily\", GeoArea::circle(\"Palermo\", 1.0, GeoUnit::Kilometers)).with_coord().text()", wire: "GEOSEARCH sicily FROMMEMBER Palermo BYRADIUS 1 km WITHCOORD", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: None, error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geosearch("sicily", GeoArea::circle("Palermo", 1.0, GeoUnit::Kilometers)).with_coord().text()));
    cases.push(Case::new(About { command: "GEOSEARCH", call: "geosearch(\"sicily\", GeoArea::polygon(&[GeoPoint { longitude: 12.0, latitude: 37.0 }, GeoPoint { longitude: 16.0, latitude: 37.0 }, GeoPoint { longitude: 14.0, latitude: 39.0 }]))", wire: "GEOSEARCH sicily BYPOLYGON 3 12 37 16 37 14 39", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: None, error: None, is_volatile: false, is_unverified: false, mode: Mode::Wire }, || geosearch("sicily", GeoArea::polygon(&[GeoPoint { longitude: 12.0, latitude: 37.0 }, GeoPoint { longitude: 16.0, latitude: 37.0 }, GeoPoint { longitude: 14.0, latitude: 39.0 }]))));
    cases.push(Case::new(About { command: "GEOSEARCHSTORE", call: "geosearchstore(\"near\", \"sicily\", GeoArea::circle(\"Palermo\", 100.0, GeoUnit::Kilometers))", wire: "GEOSEARCHSTORE near sicily FROMMEMBER Palermo BYRADIUS 100 km", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("1"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geosearchstore("near", "sicily", GeoArea::circle("Palermo", 100.0, GeoUnit::Kilometers))));
    cases.push(Case::new(About { command: "GEOSEARCHSTORE", call: "geosearchstore(\"near\", \"sicily\", GeoArea::circle(\"Palermo\", 500.0, GeoUnit::Kilometers)).asc().count_any(1).store_dist()", wire: "GEOSEARCHSTORE near sicily FROMMEMBER Palermo BYRADIUS 500 km ASC COUNT 1 ANY STOREDIST", setup: &["GEOADD sicily 13.361389 38.115556 Palermo 15.087269 37.502669 Catania"], reply: Some("1"), error: None, is_volatile: false, is_unverified: false, mode: Mode::Shared }, || geosearchstore("near", "sicily", GeoArea::circle("Palermo", 500.0, GeoUnit::Kilometers)).asc().count_any(1).store_dist()));
}
