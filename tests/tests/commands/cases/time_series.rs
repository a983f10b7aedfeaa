// Written by `cargo run -p codegen` from `commands/*.toml`; change it there.

//! Time series: samples of numbers over time, found by labels.
#![allow(unused_imports, reason = "not every group has arguments of its own")]

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use resp_core::{cmd::*, replies::*};

use crate::{About, Case, Mode};

pub(super) fn add(cases: &mut Vec<Case>) {
    cases.push(Case::new(
        About {
            command: "TS.ADD",
            call: "ts_add(\"temp\", SampleTime::Now, 27.5)",
            wire: "TS.ADD temp * 27.5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_add("temp", SampleTime::Now, 27.5),
    ));
    cases.push(Case::new(About { command: "TS.ADD", call: "ts_add(\"temp\", UNIX_EPOCH + Duration::from_secs(7), 27.0).labels([(\"room\", \"study\")]).retention(Duration::from_secs(60)).on_duplicate(DuplicatePolicy::Last)", wire: "TS.ADD temp 7000 27 ON_DUPLICATE LAST RETENTION 60000 LABELS room study", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_add("temp", UNIX_EPOCH + Duration::from_secs(7), 27.0).labels([("room", "study")]).retention(Duration::from_secs(60)).on_duplicate(DuplicatePolicy::Last)));
    cases.push(Case::new(
        About {
            command: "TS.ADD",
            call: "ts_add(\"temp\", SampleTime::Now, 1.0).encoding(SeriesEncoding::Uncompressed)",
            wire: "TS.ADD temp * 1 ENCODING UNCOMPRESSED",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_add("temp", SampleTime::Now, 1.0).encoding(SeriesEncoding::Uncompressed),
    ));
    cases.push(Case::new(
        About {
            command: "TS.ADD",
            call: "ts_add(\"temp\", SampleTime::Now, 1.0).chunk_size(4096)",
            wire: "TS.ADD temp * 1 CHUNK_SIZE 4096",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_add("temp", SampleTime::Now, 1.0).chunk_size(4096),
    ));
    cases.push(Case::new(
        About {
            command: "TS.ADD",
            call: "ts_add(\"temp\", SampleTime::Now, 1.0).duplicate_policy(DuplicatePolicy::Sum)",
            wire: "TS.ADD temp * 1 DUPLICATE_POLICY SUM",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_add("temp", SampleTime::Now, 1.0).duplicate_policy(DuplicatePolicy::Sum),
    ));
    cases.push(Case::new(
        About {
            command: "TS.ADD",
            call: "ts_add(\"temp\", SampleTime::Now, 1.0).ignore(Duration::from_secs(1), 0.5)",
            wire: "TS.ADD temp * 1 IGNORE 1000 0.5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_add("temp", SampleTime::Now, 1.0).ignore(Duration::from_secs(1), 0.5),
    ));
    cases.push(Case::new(About { command: "TS.ALTER", call: "ts_alter(\"temp\").labels([(\"room\", \"study\"), (\"floor\", \"2\")]).retention(Duration::from_millis(60_000))", wire: "TS.ALTER temp RETENTION 60000 LABELS room study floor 2", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_alter("temp").labels([("room", "study"), ("floor", "2")]).retention(Duration::from_millis(60_000))));
    cases.push(Case::new(
        About {
            command: "TS.ALTER",
            call: "ts_alter(\"temp\").chunk_size(128).duplicate_policy(DuplicatePolicy::Min)",
            wire: "TS.ALTER temp DUPLICATE_POLICY MIN CHUNK_SIZE 128",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_alter("temp").chunk_size(128).duplicate_policy(DuplicatePolicy::Min),
    ));
    cases.push(Case::new(
        About {
            command: "TS.ALTER",
            call: "ts_alter(\"temp\").ignore(Duration::from_secs(1), 0.5)",
            wire: "TS.ALTER temp IGNORE 1000 0.5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_alter("temp").ignore(Duration::from_secs(1), 0.5),
    ));
    cases.push(Case::new(
        About {
            command: "TS.CREATE",
            call: "ts_create(\"temp\")",
            wire: "TS.CREATE temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_create("temp"),
    ));
    cases.push(Case::new(About { command: "TS.CREATE", call: "ts_create(\"temp\").labels([(\"room\", \"study\")]).duplicate_policy(DuplicatePolicy::Max).retention(Duration::from_secs(60))", wire: "TS.CREATE temp RETENTION 60000 DUPLICATE_POLICY MAX LABELS room study", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_create("temp").labels([("room", "study")]).duplicate_policy(DuplicatePolicy::Max).retention(Duration::from_secs(60))));
    cases.push(Case::new(
        About {
            command: "TS.CREATE",
            call: "ts_create(\"temp\").encoding(SeriesEncoding::Compressed)",
            wire: "TS.CREATE temp ENCODING COMPRESSED",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_create("temp").encoding(SeriesEncoding::Compressed),
    ));
    cases.push(Case::new(
        About {
            command: "TS.CREATE",
            call: "ts_create(\"temp\").chunk_size(4096).ignore(Duration::from_secs(1), 0.5)",
            wire: "TS.CREATE temp IGNORE 1000 0.5 CHUNK_SIZE 4096",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_create("temp").chunk_size(4096).ignore(Duration::from_secs(1), 0.5),
    ));
    cases.push(Case::new(
        About {
            command: "TS.CREATERULE",
            call: "ts_createrule(\"temp\", \"temp:daily\", Aggregator::Twa, Duration::from_secs(86_400))",
            wire: "TS.CREATERULE temp temp:daily AGGREGATION twa 86400000",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_createrule("temp", "temp:daily", Aggregator::Twa, Duration::from_secs(86_400)),
    ));
    cases.push(Case::new(About { command: "TS.CREATERULE", call: "ts_createrule(\"temp\", \"temp:daily\", Aggregator::StdP, Duration::from_secs(86_400)).align(UNIX_EPOCH + Duration::from_secs(21_600))", wire: "TS.CREATERULE temp temp:daily AGGREGATION std.p 86400000 21600000", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_createrule("temp", "temp:daily", Aggregator::StdP, Duration::from_secs(86_400)).align(UNIX_EPOCH + Duration::from_secs(21_600))));
    cases.push(Case::new(
        About {
            command: "TS.DECRBY",
            call: "ts_decrby(\"stock\", 3.0)",
            wire: "TS.DECRBY stock 3",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_decrby("stock", 3.0),
    ));
    cases.push(Case::new(About { command: "TS.DECRBY", call: "ts_decrby(\"stock\", 3.0).labels((\"shop\", \"12\")).timestamp(UNIX_EPOCH + Duration::from_secs(7)).retention(Duration::from_secs(60))", wire: "TS.DECRBY stock 3 RETENTION 60000 TIMESTAMP 7000 LABELS shop 12", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_decrby("stock", 3.0).labels(("shop", "12")).timestamp(UNIX_EPOCH + Duration::from_secs(7)).retention(Duration::from_secs(60))));
    cases.push(Case::new(
        About {
            command: "TS.DECRBY",
            call: "ts_decrby(\"stock\", 3.0).encoding(SeriesEncoding::Compressed).chunk_size(128)",
            wire: "TS.DECRBY stock 3 CHUNK_SIZE 128 ENCODING COMPRESSED",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_decrby("stock", 3.0).encoding(SeriesEncoding::Compressed).chunk_size(128),
    ));
    cases.push(Case::new(About { command: "TS.DECRBY", call: "ts_decrby(\"stock\", 3.0).duplicate_policy(DuplicatePolicy::Last).ignore(Duration::ZERO, 0.5)", wire: "TS.DECRBY stock 3 IGNORE 0 0.5 DUPLICATE_POLICY LAST", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_decrby("stock", 3.0).duplicate_policy(DuplicatePolicy::Last).ignore(Duration::ZERO, 0.5)));
    cases.push(Case::new(About { command: "TS.DEL", call: "ts_del(\"temp\", UNIX_EPOCH + Duration::from_secs(7), UNIX_EPOCH + Duration::from_secs(9))", wire: "TS.DEL temp 7000 9000", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_del("temp", UNIX_EPOCH + Duration::from_secs(7), UNIX_EPOCH + Duration::from_secs(9))));
    cases.push(Case::new(
        About {
            command: "TS.DELETERULE",
            call: "ts_deleterule(\"temp\", \"temp:daily\")",
            wire: "TS.DELETERULE temp temp:daily",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_deleterule("temp", "temp:daily"),
    ));
    cases.push(Case::new(
        About {
            command: "TS.GET",
            call: "ts_get(\"temp\")",
            wire: "TS.GET temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_get("temp"),
    ));
    cases.push(Case::new(
        About {
            command: "TS.GET",
            call: "ts_get(\"temp:daily\").latest()",
            wire: "TS.GET temp:daily LATEST",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_get("temp:daily").latest(),
    ));
    cases.push(Case::new(
        About {
            command: "TS.INCRBY",
            call: "ts_incrby(\"visits\", 1.0)",
            wire: "TS.INCRBY visits 1",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_incrby("visits", 1.0),
    ));
    cases.push(Case::new(About { command: "TS.INCRBY", call: "ts_incrby(\"visits\", 1.0).labels((\"page\", \"/\")).timestamp(SampleTime::Now).retention(Duration::from_secs(60))", wire: "TS.INCRBY visits 1 RETENTION 60000 TIMESTAMP * LABELS page /", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_incrby("visits", 1.0).labels(("page", "/")).timestamp(SampleTime::Now).retention(Duration::from_secs(60))));
    cases.push(Case::new(
        About {
            command: "TS.INCRBY",
            call: "ts_incrby(\"visits\", 1.0).encoding(SeriesEncoding::Compressed).chunk_size(128)",
            wire: "TS.INCRBY visits 1 CHUNK_SIZE 128 ENCODING COMPRESSED",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_incrby("visits", 1.0).encoding(SeriesEncoding::Compressed).chunk_size(128),
    ));
    cases.push(Case::new(About { command: "TS.INCRBY", call: "ts_incrby(\"visits\", 1.0).duplicate_policy(DuplicatePolicy::First).ignore(Duration::ZERO, 0.5)", wire: "TS.INCRBY visits 1 IGNORE 0 0.5 DUPLICATE_POLICY FIRST", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_incrby("visits", 1.0).duplicate_policy(DuplicatePolicy::First).ignore(Duration::ZERO, 0.5)));
    cases.push(Case::new(
        About {
            command: "TS.INFO",
            call: "ts_info(\"temp\")",
            wire: "TS.INFO temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_info("temp"),
    ));
    cases.push(Case::new(
        About {
            command: "TS.INFO",
            call: "ts_info(\"temp\").debug()",
            wire: "TS.INFO temp DEBUG",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_info("temp").debug(),
    ));
    cases.push(Case::new(About { command: "TS.MADD", call: "ts_madd(\"a\", SampleTime::Now, 1.5).and(\"b\", UNIX_EPOCH + Duration::from_secs(7), 2.0).and(\"a\", SampleTime::Now, 3.0)", wire: "TS.MADD a * 1.5 b 7000 2 a * 3", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_madd("a", SampleTime::Now, 1.5).and("b", UNIX_EPOCH + Duration::from_secs(7), 2.0).and("a", SampleTime::Now, 3.0)));
    cases.push(Case::new(
        About {
            command: "TS.MGET",
            call: "ts_mget(\"type=temp\")",
            wire: "TS.MGET FILTER type=temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_mget("type=temp"),
    ));
    cases.push(Case::new(
        About {
            command: "TS.MGET",
            call: "ts_mget([\"type=temp\", \"room!=\"]).with_labels().latest()",
            wire: "TS.MGET LATEST WITHLABELS FILTER type=temp room!=",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_mget(["type=temp", "room!="]).with_labels().latest(),
    ));
    cases.push(Case::new(
        About {
            command: "TS.MGET",
            call: "ts_mget(\"type=temp\").latest().selected_labels([\"room\", \"floor\"])",
            wire: "TS.MGET LATEST SELECTED_LABELS room floor FILTER type=temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_mget("type=temp").latest().selected_labels(["room", "floor"]),
    ));
    cases.push(Case::new(
        About {
            command: "TS.MRANGE",
            call: "ts_mrange(.., \"type=temp\")",
            wire: "TS.MRANGE - + FILTER type=temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_mrange(.., "type=temp"),
    ));
    cases.push(Case::new(About { command: "TS.MRANGE", call: "ts_mrange(UNIX_EPOCH + Duration::from_secs(7).., [\"type=temp\", \"room=(study,kitchen)\"]).with_labels().latest()", wire: "TS.MRANGE 7000 + LATEST WITHLABELS FILTER type=temp room=(study,kitchen)", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrange(UNIX_EPOCH + Duration::from_secs(7).., ["type=temp", "room=(study,kitchen)"]).with_labels().latest()));
    cases.push(Case::new(About { command: "TS.MRANGE", call: "ts_mrange(.., \"type=temp\").count(5).selected_labels(\"room\").filter_by_value(0.0, 30.0)", wire: "TS.MRANGE - + FILTER_BY_VALUE 0 30 COUNT 5 SELECTED_LABELS room FILTER type=temp", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrange(.., "type=temp").count(5).selected_labels("room").filter_by_value(0.0, 30.0)));
    cases.push(Case::new(About { command: "TS.MRANGE", call: "ts_mrange(.., \"type=temp\").filter_by_ts([UNIX_EPOCH + Duration::from_secs(1), UNIX_EPOCH + Duration::from_secs(2)])", wire: "TS.MRANGE - + FILTER_BY_TS 1000 2000 FILTER type=temp", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrange(.., "type=temp").filter_by_ts([UNIX_EPOCH + Duration::from_secs(1), UNIX_EPOCH + Duration::from_secs(2)])));
    cases.push(Case::new(About { command: "TS.MRANGE", call: "ts_mrange(.., \"type=temp\").group_by(\"room\", Aggregator::Max).aggregation(Aggregation::new(Aggregator::Avg, Duration::from_secs(60)))", wire: "TS.MRANGE - + AGGREGATION avg 60000 FILTER type=temp GROUPBY room REDUCE max", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrange(.., "type=temp").group_by("room", Aggregator::Max).aggregation(Aggregation::new(Aggregator::Avg, Duration::from_secs(60)))));
    cases.push(Case::new(
        About {
            command: "TS.MREVRANGE",
            call: "ts_mrevrange(.., \"type=temp\")",
            wire: "TS.MREVRANGE - + FILTER type=temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_mrevrange(.., "type=temp"),
    ));
    cases.push(Case::new(About { command: "TS.MREVRANGE", call: "ts_mrevrange(..=UNIX_EPOCH + Duration::from_secs(7), \"type=temp\").with_labels().latest()", wire: "TS.MREVRANGE - 7000 LATEST WITHLABELS FILTER type=temp", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrevrange(..=UNIX_EPOCH + Duration::from_secs(7), "type=temp").with_labels().latest()));
    cases.push(Case::new(About { command: "TS.MREVRANGE", call: "ts_mrevrange(.., \"type=temp\").count(5).selected_labels(\"room\").filter_by_value(0.0, 30.0)", wire: "TS.MREVRANGE - + FILTER_BY_VALUE 0 30 COUNT 5 SELECTED_LABELS room FILTER type=temp", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrevrange(.., "type=temp").count(5).selected_labels("room").filter_by_value(0.0, 30.0)));
    cases.push(Case::new(
        About {
            command: "TS.MREVRANGE",
            call: "ts_mrevrange(.., \"type=temp\").filter_by_ts(UNIX_EPOCH + Duration::from_secs(1))",
            wire: "TS.MREVRANGE - + FILTER_BY_TS 1000 FILTER type=temp",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_mrevrange(.., "type=temp").filter_by_ts(UNIX_EPOCH + Duration::from_secs(1)),
    ));
    cases.push(Case::new(About { command: "TS.MREVRANGE", call: "ts_mrevrange(.., \"type=temp\").group_by(\"room\", Aggregator::Max).aggregation(Aggregation::new(Aggregator::Avg, Duration::from_secs(60)))", wire: "TS.MREVRANGE - + AGGREGATION avg 60000 FILTER type=temp GROUPBY room REDUCE max", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_mrevrange(.., "type=temp").group_by("room", Aggregator::Max).aggregation(Aggregation::new(Aggregator::Avg, Duration::from_secs(60)))));
    cases.push(Case::new(
        About {
            command: "TS.QUERYINDEX",
            call: "ts_queryindex([\"type=temp\", \"room=study\"])",
            wire: "TS.QUERYINDEX type=temp room=study",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_queryindex(["type=temp", "room=study"]),
    ));
    cases.push(Case::new(
        About {
            command: "TS.RANGE",
            call: "ts_range(\"temp\", ..)",
            wire: "TS.RANGE temp - +",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_range("temp", ..),
    ));
    cases.push(Case::new(About { command: "TS.RANGE", call: "ts_range(\"temp\", UNIX_EPOCH + Duration::from_secs(7)..=UNIX_EPOCH + Duration::from_secs(9)).latest().count(5)", wire: "TS.RANGE temp 7000 9000 LATEST COUNT 5", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_range("temp", UNIX_EPOCH + Duration::from_secs(7)..=UNIX_EPOCH + Duration::from_secs(9)).latest().count(5)));
    cases.push(Case::new(About { command: "TS.RANGE", call: "ts_range(\"temp\", ..).filter_by_ts(vec![UNIX_EPOCH + Duration::from_secs(7)]).filter_by_value(-100.0, 100.0)", wire: "TS.RANGE temp - + FILTER_BY_TS 7000 FILTER_BY_VALUE -100 100", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_range("temp", ..).filter_by_ts(vec![UNIX_EPOCH + Duration::from_secs(7)]).filter_by_value(-100.0, 100.0)));
    cases.push(Case::new(
        About {
            command: "TS.RANGE",
            call: "ts_range(\"temp\", ..).aggregation((Aggregator::Avg, Duration::from_secs(60)))",
            wire: "TS.RANGE temp - + AGGREGATION avg 60000",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_range("temp", ..).aggregation((Aggregator::Avg, Duration::from_secs(60))),
    ));
    cases.push(Case::new(About { command: "TS.RANGE", call: "ts_range(\"temp\", ..).aggregation(Aggregation::new(Aggregator::Sum, Duration::from_secs(60)).empty().bucket_timestamp(BucketTimestamp::Mid).align(Align::At(UNIX_EPOCH + Duration::from_millis(10))))", wire: "TS.RANGE temp - + ALIGN 10 AGGREGATION sum 60000 BUCKETTIMESTAMP ~ EMPTY", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_range("temp", ..).aggregation(Aggregation::new(Aggregator::Sum, Duration::from_secs(60)).empty().bucket_timestamp(BucketTimestamp::Mid).align(Align::At(UNIX_EPOCH + Duration::from_millis(10))))));
    cases.push(Case::new(
        About {
            command: "TS.REVRANGE",
            call: "ts_revrange(\"temp\", ..)",
            wire: "TS.REVRANGE temp - +",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_revrange("temp", ..),
    ));
    cases.push(Case::new(
        About {
            command: "TS.REVRANGE",
            call: "ts_revrange(\"temp\", ..).latest().count(5)",
            wire: "TS.REVRANGE temp - + LATEST COUNT 5",
            setup: &[],
            reply: None,
            error: None,
            is_volatile: false,
            is_unverified: true,
            mode: Mode::Shared,
        },
        || ts_revrange("temp", ..).latest().count(5),
    ));
    cases.push(Case::new(About { command: "TS.REVRANGE", call: "ts_revrange(\"temp\", ..).filter_by_ts(UNIX_EPOCH + Duration::from_secs(7)).filter_by_value(-100.0, 100.0)", wire: "TS.REVRANGE temp - + FILTER_BY_TS 7000 FILTER_BY_VALUE -100 100", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_revrange("temp", ..).filter_by_ts(UNIX_EPOCH + Duration::from_secs(7)).filter_by_value(-100.0, 100.0)));
    cases.push(Case::new(About { command: "TS.REVRANGE", call: "ts_revrange(\"temp\", ..).aggregation(Aggregation::new(Aggregator::Last, Duration::from_secs(60)).align(Align::End))", wire: "TS.REVRANGE temp - + ALIGN + AGGREGATION last 60000", setup: &[], reply: None, error: None, is_volatile: false, is_unverified: true, mode: Mode::Shared }, || ts_revrange("temp", ..).aggregation(Aggregation::new(Aggregator::Last, Duration::from_secs(60)).align(Align::End))));
}
