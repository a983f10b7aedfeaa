//! Derive macros for the conversions of `resp-core`: [`FromReply`] for replies
//! into your types, [`ToArgs`] and [`ToArg`] for arguments from them.
//!
//! They are used through `resp-core`, or through `resp-net`, with the feature
//! `derive`: each stands beside the trait of its name, and one `use` imports
//! both.
//!
//! ```
//! use resp_core::{Decoder, FromReply, Progress, ToArgs, cmd};
//!
//! #[derive(Debug, PartialEq, FromReply, ToArgs)]
//! struct User {
//!     name: String,
//!     #[resp(rename = "born")]
//!     year: u16,
//!     email: Option<String>,
//! }
//!
//! let ada = User { name: "Ada".into(), year: 1815, email: None };
//! let write = cmd::hset("user:1", &ada);
//! let mut wire = Vec::new();
//! write.wire().write_to(&mut wire);
//! assert!(wire.ends_with(b"$4\r\nname\r\n$3\r\nAda\r\n$4\r\nborn\r\n$4\r\n1815\r\n"));
//!
//! let read = cmd::hgetall("user:1").to::<User>();
//! for reply in ["%2\r\n+name\r\n+Ada\r\n+born\r\n:1815\r\n", "*4\r\n+name\r\n+Ada\r\n+born\r\n$4\r\n1815\r\n"] {
//!     let mut decoder = Decoder::new();
//!     let Progress::Frame(reply) = decoder.decode(reply.as_bytes())? else { panic!() };
//!     assert_eq!(read.decode(reply).unwrap(), ada);
//! }
//! # Ok::<(), resp_core::DecodeError>(())
//! ```
//!
//! # Attributes
//!
//! All are written `#[resp(..)]` and mean the same to each macro.
//!
//! | on | attribute | meaning |
//! |---|---|---|
//! | type | `rename_all = "camelCase"` | names of fields and variants in `lowercase`, `UPPERCASE`, `PascalCase`, `camelCase`, `snake_case`, `SCREAMING_SNAKE_CASE`, `kebab-case` or `SCREAMING-KEBAB-CASE` |
//! | type | `crate = "path"` | where `resp-core` is found, if the dependency has another name |
//! | field, variant | `rename = "name"` | its name on the wire |
//! | field | `default` | a missing field is the type's default |
//! | field | `skip` | never read, and then the type's default; never written |
//! | field | `with = Type` | read as `Type`, a marker such as `Lossy` whose value is of the field's type; written as it is |
#![forbid(unsafe_code)]

mod attributes;
mod case;
mod from_reply;
mod generics;
#[cfg(test)]
mod tests;
mod to_arg;
mod to_args;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

use crate::attributes::Home;

/// Makes a type one that replies can be decoded into.
///
/// | type | from |
/// |---|---|
/// | struct with named fields | a map, a list of fields and values in turn, or a list of pairs |
/// | tuple struct | an array of as many values |
/// | tuple struct of one field | what the field is made from |
/// | enum without data | text: the name of a variant |
///
/// Unknown fields are passed over; of repeated ones the last counts. A field
/// that is missing is an error that names it, unless it is an `Option` or has
/// `#[resp(default)]`. Each type parameter has to be a type that replies can be
/// decoded into as well. A struct may hold its own kind, as a tree does; a reply
/// that nests deeper than 128 levels is an error. It also becomes a `HasStrings`
/// that stays what it is, so that clients which decode all strings as text take
/// it too.
///
/// ```
/// use resp_core::{Decoder, FromReply, Progress, cmd};
///
/// #[derive(Debug, PartialEq, FromReply)]
/// #[resp(rename_all = "kebab-case")]
/// enum State {
///     Online,
///     AwayFromKeyboard,
/// }
///
/// let command = cmd::get("state").to::<State>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"+away-from-keyboard\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), State::AwayFromKeyboard);
///
/// let Progress::Frame(reply) = decoder.decode(b"+asleep\r\n")? else { panic!() };
/// let error = command.decode(reply).unwrap_err().to_string();
/// assert_eq!(error, "GET: reply: expected one of `online`, `away-from-keyboard`, found other text");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
///
/// What no reply says how to read does not compile:
///
/// ```compile_fail
/// #[derive(resp_core::FromReply)]
/// enum Shape {
///     Circle(f64),
/// }
/// ```
///
/// ```compile_fail
/// #[derive(resp_core::FromReply)]
/// struct User {
///     #[resp(renamed = "n")]
///     name: String,
/// }
/// ```
#[proc_macro_derive(FromReply, attributes(resp))]
pub fn from_reply(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    output(from_reply::expand(&input, Home::Core))
}

/// Makes a struct the arguments of a command.
///
/// With named fields it is field, value, field, value and so on, and a list of
/// pairs too, as `hset` takes; each value is one argument, and an `Option` that
/// is `None` is left out together with its name. A tuple struct is its values in
/// order, each any number of arguments.
///
/// ```
/// use resp_core::{ToArgs, cmd};
///
/// #[derive(ToArgs)]
/// struct Between<T>(T, T);
///
/// let command = cmd::raw("ZCOUNT").arg("board").args(Between(1, 10));
/// let mut wire = Vec::new();
/// command.returning::<i64>().wire().write_to(&mut wire);
/// assert_eq!(wire, b"*4\r\n$6\r\nZCOUNT\r\n$5\r\nboard\r\n$1\r\n1\r\n$2\r\n10\r\n");
/// ```
///
/// A field that cannot be one argument does not compile:
///
/// ```compile_fail
/// #[derive(resp_core::ToArgs)]
/// struct User {
///     names: Vec<String>,
/// }
/// ```
#[proc_macro_derive(ToArgs, attributes(resp))]
pub fn to_args(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    output(to_args::expand(&input, Home::Core))
}

/// Makes a type one argument: a tuple struct of one field as that field, an enum
/// without data as the name of the variant.
///
/// It is then arguments as well, namely the one.
///
/// ```
/// use resp_core::{ToArg, cmd};
///
/// #[derive(ToArg)]
/// struct UserId(u64);
///
/// let mut wire = Vec::new();
/// cmd::get(UserId(7)).wire().write_to(&mut wire);
/// assert_eq!(wire, b"*2\r\n$3\r\nGET\r\n$1\r\n7\r\n");
/// ```
///
/// A struct of several fields is not one argument:
///
/// ```compile_fail
/// #[derive(resp_core::ToArg)]
/// struct Point(i64, i64);
/// ```
#[proc_macro_derive(ToArg, attributes(resp))]
pub fn to_arg(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    output(to_arg::expand(&input, Home::Core))
}

/// [`FromReply`] for those who depend on `resp-net` alone, which exports it by
/// that name.
#[doc(hidden)]
#[proc_macro_derive(FromReplyOfNet, attributes(resp))]
pub fn from_reply_of_net(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    output(from_reply::expand(&input, Home::Net))
}

/// [`ToArgs`] for those who depend on `resp-net` alone.
#[doc(hidden)]
#[proc_macro_derive(ToArgsOfNet, attributes(resp))]
pub fn to_args_of_net(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    output(to_args::expand(&input, Home::Net))
}

/// [`ToArg`] for those who depend on `resp-net` alone.
#[doc(hidden)]
#[proc_macro_derive(ToArgOfNet, attributes(resp))]
pub fn to_arg_of_net(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    output(to_arg::expand(&input, Home::Net))
}

fn output(expanded: syn::Result<proc_macro2::TokenStream>) -> TokenStream {
    expanded.unwrap_or_else(syn::Error::into_compile_error).into()
}
