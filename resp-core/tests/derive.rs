//! The derive macros: replies of both protocol versions into the same values,
//! values into arguments, and what the errors say.
#![cfg(feature = "derive")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod pairs;

use bytes::Bytes;
use pairs::{all_read, args, read, replies};
use proptest::prelude::*;
use resp_core::{FromReply, Lossy, Pairs, ToArg, ToArgs, cmd};

#[derive(Clone, Debug, PartialEq, FromReply, ToArgs)]
#[resp(rename_all = "camelCase")]
struct Account {
    full_name: String,
    visit_count: u64,
    #[resp(rename = "m")]
    mail: Option<String>,
    #[resp(default)]
    ratio: f64,
    #[resp(skip)]
    cached: Vec<u8>,
    r#type: Tier,
}

#[derive(Clone, Copy, Debug, PartialEq, FromReply, ToArg)]
#[resp(rename_all = "SCREAMING-KEBAB-CASE")]
enum Tier {
    Free,
    PaidYearly,
    #[resp(rename = "x")]
    Other,
}

fn ada() -> Account {
    Account {
        full_name: "Ada".into(),
        visit_count: 7,
        mail: None,
        ratio: 0.5,
        cached: Vec::new(),
        r#type: Tier::PaidYearly,
    }
}

const ADA: [&str; 4] = [
    "%4\r\n+fullName\r\n+Ada\r\n+visitCount\r\n:7\r\n+type\r\n+PAID-YEARLY\r\n+ratio\r\n,0.5\r\n",
    "*8\r\n$8\r\nfullName\r\n$3\r\nAda\r\n$10\r\nvisitCount\r\n$1\r\n7\r\n$4\r\ntype\r\n$11\r\nPAID-YEARLY\r\n$5\r\nratio\r\n$3\r\n0.5\r\n",
    "*4\r\n*2\r\n+fullName\r\n+Ada\r\n*2\r\n+visitCount\r\n:7\r\n*2\r\n+type\r\n+PAID-YEARLY\r\n*2\r\n+ratio\r\n,0.5\r\n",
    // Unknown fields, a null, and a field twice, of which the last counts.
    "%7\r\n+fullName\r\n+Bob\r\n+new\r\n*1\r\n:1\r\n+fullName\r\n+Ada\r\n+m\r\n_\r\n+visitCount\r\n:7\r\n+type\r\n+PAID-YEARLY\r\n+ratio\r\n,0.5\r\n",
];

#[test]
fn a_struct_from_every_form_of_a_map() {
    all_read::<Account>(&ADA, &ada());
    let list = format!("*2\r\n{}{}", ADA[0], ADA[1]);
    all_read::<Vec<Account>>(&[&list], &vec![ada(), ada()]);
    all_read::<Option<Account>>(&["_\r\n", "*-1\r\n"], &None);
}

#[test]
fn a_struct_as_fields_and_values() {
    let sent = ["fullName", "Ada", "visitCount", "7", "ratio", "0.5", "type", "PAID-YEARLY"];
    assert_eq!(args(&ada()), sent.map(|arg| arg.as_bytes().to_vec()));
    let account = Account { mail: Some("a@b".into()), ..ada() };
    assert_eq!(args(&account)[4..6], ["m", "a@b"].map(|arg| arg.as_bytes().to_vec()));
    let mut wire = Vec::new();
    cmd::hset("user:1", ada()).wire().write_to(&mut wire);
    assert!(wire.starts_with(b"*10\r\n$4\r\nHSET\r\n$6\r\nuser:1\r\n$8\r\nfullName\r\n"));
}

#[test]
fn errors_name_the_field_and_never_the_value() {
    for (input, expected) in [
        ("*0\r\n", "reply.fullName: expected a value, found nothing"),
        ("_\r\n", "reply.fullName: expected a value, found nothing"),
        ("*1\r\n+fullName\r\n", "reply: expected pairs, found 1 elements"),
        ("+secret\r\n", "reply: expected map, found simple string"),
        ("%1\r\n+fullName\r\n*0\r\n", "reply.fullName: expected string, found array"),
        ("%1\r\n+visitCount\r\n+secret\r\n", "reply.visitCount: expected integer, found other text"),
        ("%1\r\n*0\r\n+secret\r\n", "reply key 0: expected string, found array"),
        (
            "%1\r\n+type\r\n+secret\r\n",
            "reply.type: expected one of `FREE`, `PAID-YEARLY`, `x`, found other text",
        ),
        ("%1\r\n+type\r\n%0\r\n", "reply.type: expected string, found map"),
    ] {
        assert_eq!(read::<Account>(input.as_bytes()).unwrap_err(), expected, "{input:?}");
    }
    let third = format!("*3\r\n{}{}%0\r\n", ADA[0], ADA[0]);
    let error = read::<Vec<Account>>(third.as_bytes()).unwrap_err();
    assert_eq!(error, "reply[2].fullName: expected a value, found nothing");
}

#[derive(Debug, PartialEq, FromReply, ToArgs)]
struct Point(f64, f64);

#[derive(Clone, Debug, PartialEq, FromReply, ToArg)]
struct Key(Bytes);

#[derive(Debug, PartialEq, FromReply)]
struct Maybe(Option<i64>);

#[derive(Debug, PartialEq, FromReply)]
struct Holder {
    maybe: Maybe,
    #[resp(with = Lossy)]
    name: String,
}

#[test]
fn structs_without_names() {
    all_read::<Point>(&["*2\r\n,1.5\r\n:2\r\n", "*2\r\n$3\r\n1.5\r\n$1\r\n2\r\n"], &Point(1.5, 2.0));
    let error = read::<Point>(b"*2\r\n:1\r\n+x\r\n").unwrap_err();
    assert_eq!(error, "reply[1]: expected number, found other text");
    assert_eq!(read::<Point>(b"*1\r\n:1\r\n").unwrap_err(), "reply: expected array of 2, found 1 elements");
    let mut sent = Vec::new();
    Point(1.5, 2.0).each_arg(&mut |arg| sent.push(arg.as_bytes().to_vec()));
    assert_eq!(sent, [b"1.5".to_vec(), b"2".to_vec()]);

    all_read::<Key>(&["+a\r\n", "$1\r\na\r\n"], &Key(Bytes::from_static(b"a")));
    let mut wire = Vec::new();
    cmd::del([Key("a".into()), Key("b".into())]).wire().write_to(&mut wire);
    assert_eq!(wire, b"*3\r\n$3\r\nDEL\r\n$1\r\na\r\n$1\r\nb\r\n");

    // A field whose type holds an option may be missing, and a marker reads a field.
    let holder = Holder { maybe: Maybe(None), name: "A\u{fffd}".into() };
    assert_eq!(read::<Holder>(b"%1\r\n+name\r\n$2\r\nA\xff\r\n"), Ok(holder));
}

#[test]
fn a_newtype_of_bytes_shares_the_read_buffer() {
    let long = "x".repeat(100);
    let mut input = bytes::BytesMut::from(format!("$100\r\n{long}\r\n").as_bytes());
    let within = input.as_ptr() as usize..input.as_ptr() as usize + input.len();
    let reply = resp_core::Decoder::new().decode_reply(&mut input).unwrap().unwrap();
    let key = Key::from_owned(reply).unwrap();
    assert!(within.contains(&(key.0.as_ptr() as usize)));
}

#[derive(Debug, PartialEq, FromReply, ToArgs)]
struct Tagged<K, V = i64>
where
    V: Clone,
{
    key: K,
    value: Option<V>,
}

#[derive(Debug, PartialEq, FromReply)]
struct Tree<T> {
    value: T,
    next: Option<Box<Self>>,
}

#[derive(Debug, PartialEq, FromReply)]
struct Defaulted<T> {
    #[resp(default)]
    value: T,
    #[resp(skip)]
    marker: core::marker::PhantomData<T>,
}

#[derive(ToArgs)]
struct Range<'a, T>(&'a str, Vec<T>, Option<T>);

#[test]
fn generic_structs() {
    let tagged = Tagged { key: "k".to_string(), value: Some(1_u16) };
    all_read::<Tagged<String, u16>>(&["%2\r\n+key\r\n+k\r\n+value\r\n:1\r\n"], &tagged);
    assert_eq!(args(&tagged), ["key", "k", "value", "1"].map(|arg| arg.as_bytes().to_vec()));

    let input = "%2\r\n+value\r\n:1\r\n+next\r\n%1\r\n+value\r\n:2\r\n";
    let next = Some(Box::new(Tree { value: 2, next: None }));
    all_read::<Tree<i32>>(&[input], &Tree { value: 1, next });
    let defaulted = Defaulted { value: 0_i64, marker: core::marker::PhantomData };
    all_read::<Defaulted<i64>>(&["*0\r\n"], &defaulted);

    let mut sent = Vec::new();
    Range("a", vec![1, 2], None).each_arg(&mut |arg| sent.push(arg.as_bytes().to_vec()));
    assert_eq!(sent, [b"a".to_vec(), b"1".to_vec(), b"2".to_vec()]);
}

#[derive(Debug, FromReply)]
struct Nested(Vec<Self>);

#[derive(Debug, FromReply)]
#[allow(dead_code, reason = "only how it is read matters")]
struct Chain(i64, Option<Box<Self>>);

#[test]
fn nesting_is_bounded() {
    let tree =
        |levels: usize| "%2\r\n+value\r\n:1\r\n+next\r\n".repeat(levels - 1) + "%1\r\n+value\r\n:2\r\n";
    let nested = |levels: usize| "*1\r\n".repeat(levels) + "*0\r\n";
    let chain = |levels: usize| "*2\r\n:1\r\n".repeat(levels - 1) + "*2\r\n:1\r\n_\r\n";
    assert_eq!(read::<Nested>(nested(128).as_bytes()).unwrap().0.len(), 1);
    assert!(read::<Tree<i32>>(tree(128).as_bytes()).unwrap().next.is_some());
    assert!(read::<Chain>(chain(128).as_bytes()).unwrap().1.is_some());
    for levels in [129, 1000] {
        let map = read::<Tree<i32>>(tree(levels).as_bytes()).unwrap_err();
        assert_eq!(map, "reply: expected at most 128 levels, found map");
        for error in [
            read::<Nested>(nested(levels).as_bytes()).unwrap_err(),
            read::<Chain>(chain(levels).as_bytes()).unwrap_err(),
        ] {
            assert_eq!(error, "reply: expected at most 128 levels, found array");
        }
    }
}

/// The types of fields come from another macro than the struct does.
macro_rules! of_one_field {
    ($name:ident, $field:ident: $type:ty) => {
        #[derive(Debug, PartialEq, FromReply, ToArgs)]
        struct $name {
            $field: $type,
            other: Option<$type>,
        }
    };
}

of_one_field!(Made, field: u32);

mod shadowed {
    //! Generated code names nothing that the user may have given another meaning.
    #![allow(dead_code, non_camel_case_types, reason = "what generated code must not pick up")]

    type Result = ();
    type Option = ();
    struct Some;
    struct Ok;
    mod core {}
    mod resp_core {}

    #[derive(::resp_core::FromReply, ::resp_core::ToArgs)]
    pub(super) struct Plain {
        pub(super) frame: i64,
        pub(super) visit: i64,
        pub(super) name: i64,
        pub(super) value: i64,
        pub(super) field_0: i64,
    }
}

#[test]
fn generated_code_keeps_to_itself() {
    all_read::<Made>(&["%1\r\n+field\r\n:1\r\n"], &Made { field: 1, other: None });
    let plain = "%5\r\n+frame\r\n:1\r\n+visit\r\n:2\r\n+name\r\n:3\r\n+value\r\n:4\r\n+field_0\r\n:5\r\n";
    let plain = read::<shadowed::Plain>(plain.as_bytes()).unwrap();
    let values = [plain.frame, plain.visit, plain.name, plain.value, plain.field_0];
    assert_eq!(values, [1, 2, 3, 4, 5]);
    assert_eq!(args(&plain).len(), 10);
}

proptest! {
    #[test]
    fn what_was_sent_is_read(
        full_name in ".*",
        visit_count in any::<u64>(),
        mail in any::<Option<String>>(),
        ratio in any::<f64>().prop_filter("NaN differs from itself", |ratio| !ratio.is_nan()),
        tier in prop_oneof![Just(Tier::Free), Just(Tier::PaidYearly), Just(Tier::Other)],
    ) {
        let account = Account { full_name, visit_count, mail, ratio, cached: Vec::new(), r#type: tier };
        for reply in replies(&account) {
            prop_assert_eq!(read::<Account>(&reply), Ok(account.clone()));
            let pairs = read::<Pairs<Bytes, Bytes>>(&reply).unwrap();
            prop_assert_eq!(args(&pairs), args(&account));
        }
    }
}
