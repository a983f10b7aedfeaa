//! What the macros say to what they do not take.

use syn::DeriveInput;

use crate::attributes::Home;
use crate::{from_reply, to_arg, to_args};

type Expand = fn(&DeriveInput, Home) -> syn::Result<proc_macro2::TokenStream>;

#[test]
fn wrong_uses_are_told() {
    let rows: [(Expand, &str, &str); 15] = [
        (from_reply::expand, "union U { a: i64 }", "a reply does not tell which field of a union it is"),
        (from_reply::expand, "struct S;", "a struct without fields is made from no reply"),
        (from_reply::expand, "struct S();", "a struct without fields is made from no reply"),
        (from_reply::expand, "enum E {}", "an enum without variants has no text"),
        (from_reply::expand, "enum E { A, B(i64) }", "a variant with data is more than its name"),
        (
            from_reply::expand,
            "struct S(A, A, A, A, A, A, A, A, A, A, A, A, A);",
            "at most 12 fields without names can be read",
        ),
        (
            from_reply::expand,
            "struct S { #[resp(renamed = \"b\")] a: i64 }",
            "a field takes `rename`, `default`, `skip` and `with`",
        ),
        (from_reply::expand, "#[resp(skip)] struct S { a: i64 }", "a type takes `rename_all` and `crate`"),
        (from_reply::expand, "enum E { #[resp(skip)] A }", "a variant takes `rename`"),
        (
            from_reply::expand,
            "struct S(#[resp(rename = \"b\")] i64);",
            "the fields of a tuple struct take no attributes",
        ),
        (from_reply::expand, "struct S { a: i64, #[resp(rename = \"a\")] b: i64 }", "the name `a` is taken"),
        (
            to_args::expand,
            "#[resp(rename_all = \"Snake\")] struct S { a: i64 }",
            "expected one of `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, \
             `SCREAMING_SNAKE_CASE`, `kebab-case`, `SCREAMING-KEBAB-CASE`",
        ),
        (to_args::expand, "struct S;", "a struct without fields has no arguments"),
        (
            to_args::expand,
            "enum E { A }",
            "`ToArgs` can be derived for structs; an enum without data is one argument: derive `ToArg`",
        ),
        (
            to_arg::expand,
            "struct S(i64, i64);",
            "only tuple structs of one field and enums without data are one argument; \
             a struct of several fields can be arguments: derive `ToArgs`",
        ),
    ];
    for (expand, input, expected) in rows {
        let parsed = syn::parse_str(input).unwrap();
        let error = expand(&parsed, Home::Core).map_err(|error| error.to_string());
        assert_eq!(error.map(|tokens| tokens.to_string()), Err(expected.to_owned()), "{input}");
    }
}

#[test]
fn each_home_has_its_path() {
    let parsed = syn::parse_str("struct S { a: i64 }").unwrap();
    let expanded = |home| from_reply::expand(&parsed, home).unwrap().to_string();
    assert!(expanded(Home::Core).contains(":: resp_core :: FromReply for S"));
    assert!(expanded(Home::Net).contains(":: resp_net :: resp_core :: FromReply for S"));
    let renamed = syn::parse_str("#[resp(crate = \"a::b\")] struct S { a: i64 }").unwrap();
    let expanded = to_args::expand(&renamed, Home::Core).unwrap().to_string();
    assert!(expanded.contains("a :: b :: ToPairs for S") && !expanded.contains("resp_core"));
}
