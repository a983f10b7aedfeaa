//! serde: replies of both protocol versions into the same values, values into
//! fields, and what the errors say.
#![cfg(feature = "serde")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod pairs;

use std::borrow::Cow;
use std::collections::BTreeMap;

use pairs::{all_read, args, read, replies};
use proptest::prelude::*;
use resp_core::{Decoder, Encoder, Limits, Progress, Serde, from_frame, to_pairs};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Account {
    full_name: String,
    visit_count: u64,
    mail: Option<String>,
    #[serde(default)]
    ratio: f32,
    active: bool,
    initial: char,
    tier: Tier,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Tier {
    Free,
    PaidYearly,
}

fn ada() -> Account {
    Account {
        full_name: "Ada".into(),
        visit_count: 7,
        mail: None,
        ratio: 0.5,
        active: true,
        initial: 'A',
        tier: Tier::PaidYearly,
    }
}

const ADA: [&str; 3] = [
    "%6\r\n+fullName\r\n+Ada\r\n+visitCount\r\n:7\r\n+ratio\r\n,0.5\r\n+active\r\n#t\r\n+initial\r\n+A\r\n+tier\r\n+paid-yearly\r\n",
    "*12\r\n+fullName\r\n$3\r\nAda\r\n+visitCount\r\n$1\r\n7\r\n+ratio\r\n$3\r\n0.5\r\n+active\r\n:1\r\n+initial\r\n$1\r\nA\r\n+tier\r\n$11\r\npaid-yearly\r\n",
    "*8\r\n*2\r\n+fullName\r\n+Ada\r\n*2\r\n+visitCount\r\n:7\r\n*2\r\n+ratio\r\n,0.5\r\n*2\r\n+active\r\n+1\r\n*2\r\n+initial\r\n=5\r\ntxt:A\r\n*2\r\n+tier\r\n+paid-yearly\r\n*2\r\n+mail\r\n$-1\r\n*2\r\n+new\r\n*1\r\n:1\r\n",
];

#[test]
fn a_struct_from_every_form_of_a_map() {
    all_read::<Serde<Account>>(&ADA, &ada());
    let list = format!("*2\r\n{}{}", ADA[0], ADA[1]);
    all_read::<Serde<Vec<Account>>>(&[&list], &vec![ada(), ada()]);
    all_read::<Vec<Serde<Account>>>(&[&list], &vec![ada(), ada()]);
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shape {
    Nothing,
    Circle(f64),
    Line(i64, i64),
    Box { width: u8, height: Option<i16> },
}

#[test]
fn values_of_every_kind() {
    all_read::<Serde<u64>>(&["$20\r\n18446744073709551615\r\n", "(18446744073709551615\r\n"], &u64::MAX);
    all_read::<Serde<(i8, u128, f64)>>(&["*3\r\n:-1\r\n$1\r\n2\r\n:3\r\n"], &(-1, 2, 3.0));
    all_read::<Serde<String>>(&["+5\r\n", ":5\r\n", "$?\r\n;1\r\n5\r\n;0\r\n"], &"5".to_string());
    all_read::<Serde<Option<i64>>>(&["_\r\n", "$-1\r\n", "*-1\r\n"], &None);
    all_read::<Serde<()>>(&["+OK\r\n", "_\r\n"], &());
    all_read::<Serde<Vec<bool>>>(&["*2\r\n:1\r\n#f\r\n", "~2\r\n+1\r\n:0\r\n"], &vec![true, false]);
    all_read::<Serde<Vec<bool>>>(&["_\r\n", "*0\r\n"], &vec![]);
    all_read::<Serde<BTreeMap<i64, String>>>(
        &["%1\r\n:1\r\n+a\r\n", "*2\r\n$1\r\n1\r\n$1\r\na\r\n"],
        &BTreeMap::from([(1, "a".to_string())]),
    );
    all_read::<Serde<Shape>>(&["+nothing\r\n", "%1\r\n+nothing\r\n_\r\n"], &Shape::Nothing);
    all_read::<Serde<Shape>>(
        &["%1\r\n+circle\r\n,1.5\r\n", "*2\r\n+circle\r\n+1.5\r\n"],
        &Shape::Circle(1.5),
    );
    all_read::<Serde<Shape>>(&["*2\r\n+line\r\n*2\r\n:1\r\n:2\r\n"], &Shape::Line(1, 2));
    all_read::<Serde<Shape>>(
        &["%1\r\n+box\r\n%1\r\n+width\r\n:1\r\n", "*2\r\n+box\r\n*2\r\n+width\r\n+1\r\n"],
        &Shape::Box { width: 1, height: None },
    );
}

#[derive(Debug, Deserialize)]
struct Borrowed<'a> {
    name: &'a str,
    #[serde(borrow)]
    other: Cow<'a, [u8]>,
}

#[test]
fn text_is_borrowed_from_the_input() {
    let mut decoder = Decoder::new();
    let input = b"%2\r\n+name\r\n$3\r\nAda\r\n+other\r\n+x\r\n";
    let Progress::Frame(frame) = decoder.decode(input).unwrap() else { panic!() };
    let read: Borrowed<'_> = from_frame(frame).unwrap();
    assert!(input.as_ptr_range().contains(&read.name.as_ptr()));
    assert_eq!((read.name, &*read.other), ("Ada", &b"x"[..]));
}

fn fails<T: for<'a> Deserialize<'a> + core::fmt::Debug>(input: &str, expected: &str) {
    assert_eq!(read::<Serde<T>>(input.as_bytes()).unwrap_err(), expected, "{input:?}");
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "it is never made")]
struct Strict {
    id: i64,
}

#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Picky;

impl TryFrom<String> for Picky {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Err(format!("{text} is not for me"))
    }
}

#[test]
fn errors_say_where_and_never_what() {
    fails::<Account>("*0\r\n", "reply.fullName: expected a value, found nothing");
    fails::<Account>("+secret\r\n", "reply: expected map, found simple string");
    fails::<Account>(
        "%1\r\n+visitCount\r\n+secret\r\n",
        "reply.visitCount: expected integer, found other text",
    );
    fails::<Account>(
        "%1\r\n+tier\r\n+secret\r\n",
        "reply.tier: expected one of `free`, `paid-yearly`, found another value",
    );
    fails::<Account>("%1\r\n*0\r\n:1\r\n", "reply key 0: expected string, found array");
    fails::<Account>(
        "%2\r\n+mail\r\n_\r\n+mail\r\n+secret\r\n",
        "reply.mail: expected a single value, found another value",
    );
    fails::<Strict>("%1\r\n+secret\r\n:1\r\n", "reply key 0: expected `id`, found another value");
    fails::<Vec<(i64, Picky)>>(
        "*1\r\n*2\r\n:1\r\n+secret\r\n",
        "reply[0][1]: expected a value that the type takes, found another value",
    );
    fails::<Vec<i8>>("*2\r\n:1\r\n:128\r\n", "reply[1]: expected integer within i8, found other text");
    fails::<Vec<i8>>("+secret\r\n", "reply: expected array, found simple string");
    fails::<(i64, i64)>("*1\r\n:1\r\n", "reply: expected array of another length, found 1 elements");
    fails::<Shape>("+circle\r\n", "reply: expected variant with its data, found simple string");
    fails::<Shape>("%0\r\n", "reply: expected one variant, found 0 elements");
    fails::<Shape>("*2\r\n+circle\r\n+x\r\n", "reply.circle: expected number, found other text");
    fails::<core::net::Ipv4Addr>(
        "+secret\r\n",
        "reply: expected a value that the type takes, found another value",
    );
    fails::<core::num::NonZero<u8>>(":0\r\n", "reply: expected a nonzero u8, found another value");
    assert_eq!(
        read::<Serde<String>>(b"$3\r\na\xff.\r\n").unwrap_err(),
        "reply: expected UTF-8 text, found other bytes at offset 1"
    );
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct Nested(Vec<Self>);

#[test]
fn nesting_is_bounded() {
    let deep = |levels: usize| "*1\r\n".repeat(levels) + "*0\r\n";
    let mut decoder = Decoder::with_limits(Limits::default().max_depth(100_001));
    let input = deep(128);
    let Progress::Frame(frame) = decoder.decode(input.as_bytes()).unwrap() else { panic!() };
    assert_eq!(from_frame::<Nested>(frame).unwrap().0.len(), 1);
    let input = deep(100_000);
    let Progress::Frame(frame) = decoder.decode(input.as_bytes()).unwrap() else { panic!() };
    let error = from_frame::<Nested>(frame).unwrap_err().to_string();
    assert_eq!(error, "reply: expected at most 128 levels, found array");
}

#[derive(Serialize)]
struct Mixed<'a> {
    small: i8,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<u8>,
    none: Option<u8>,
    unit: (),
    letter: char,
    yes: bool,
    float: f32,
    tier: Tier,
}

#[test]
fn structs_and_maps_as_fields() {
    let mixed = Mixed {
        small: -1,
        text: "a b",
        skipped: None,
        none: None,
        unit: (),
        letter: '\u{e9}',
        yes: true,
        float: 0.1,
        tier: Tier::PaidYearly,
    };
    let sent =
        ["small", "-1", "text", "a b", "letter", "\u{e9}", "yes", "1", "float", "0.1", "tier", "paid-yearly"];
    assert_eq!(args(&to_pairs(&mixed).unwrap()), sent.map(|arg| arg.as_bytes().to_vec()));
    let map = BTreeMap::from([(1, Some("a")), (2, None), (3, Some(""))]);
    let sent = ["1", "a", "3", ""].map(|arg| arg.as_bytes().to_vec());
    assert_eq!(args(&to_pairs(&Some(map)).unwrap()), sent);
}

#[test]
fn what_is_no_list_of_fields_is_refused() {
    #[derive(Serialize)]
    enum Data {
        One(i64),
    }
    fn refused<T: Serialize>(value: T, expected: &str) {
        assert_eq!(to_pairs(&value).unwrap_err().to_string(), expected);
    }
    refused("secret", "value: expected fields and values, found text");
    refused([1, 2], "value: expected fields and values, found list");
    refused(None::<Account>, "value: expected fields and values, found nothing");
    refused(Data::One(1), "value: expected fields and values, found variant");
    refused(BTreeMap::from([("a", [1])]), "value.a: expected one argument, found list");
    refused(BTreeMap::from([("a", ada())]), "value.a: expected one argument, found struct");
    refused(BTreeMap::from([("a", Data::One(1))]), "value.a: expected one argument, found variant with data");
    refused(BTreeMap::from([([1], "a")]), "value: expected one argument, found list");
    refused(BTreeMap::from([((), "a")]), "value: expected name of a field, found nothing");
}

/// The frame that holds nothing but `scalar`.
fn bulk(scalar: &[u8]) -> Vec<u8> {
    let mut input = Vec::new();
    Encoder::new(&mut input).bulk_string(scalar).unwrap();
    input
}

proptest! {
    #[test]
    fn what_was_sent_is_read(
        full_name in ".*",
        visit_count in any::<u64>(),
        mail in any::<Option<String>>(),
        ratio in any::<f32>().prop_filter("NaN differs from itself", |ratio| !ratio.is_nan()),
        active in any::<bool>(),
        initial in any::<char>(),
        tier in prop_oneof![Just(Tier::Free), Just(Tier::PaidYearly)],
    ) {
        let account = Account { full_name, visit_count, mail, ratio, active, initial, tier };
        for reply in replies(&to_pairs(&account).unwrap()) {
            prop_assert_eq!(read::<Serde<Account>>(&reply), Ok(account.clone()));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in proptest::collection::vec(any::<u8>(), 0..40)) {
        let input = bulk(&text);
        prop_assert_eq!(read::<Serde<String>>(&input).ok(), String::from_utf8(text.clone()).ok());
        if let Ok(value) = read::<Serde<i64>>(&input) {
            let written = core::str::from_utf8(&text).unwrap();
            prop_assert_eq!(written.parse(), Ok(value));
        }
    }
}
