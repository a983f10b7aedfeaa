//! Rust values to the arguments of commands.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt::Write;
use core::num::NonZero;

use bytes::Bytes;

use crate::number::{ShortText, format_double, format_float};

/// An argument as bytes: borrowed, or a number written out.
///
/// ```
/// use resp_core::{Arg, ToArg};
///
/// assert_eq!(Arg::bytes(b"abc").as_bytes(), b"abc");
/// assert_eq!((-7).to_arg().as_bytes(), b"-7");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Arg<'a>(Source<'a>);

#[derive(Clone, Copy, Debug)]
enum Source<'a> {
    Borrowed(&'a [u8]),
    Number(ShortText),
}

impl<'a> Arg<'a> {
    /// The bytes as they are.
    #[inline]
    #[must_use]
    pub const fn bytes(bytes: &'a [u8]) -> Self {
        Self(Source::Borrowed(bytes))
    }

    /// A value of up to 48 bytes as it shows itself.
    #[cfg(feature = "commands")]
    pub(crate) fn shown(value: &impl core::fmt::Display) -> Self {
        let mut text = ShortText::new();
        let fits = write!(text, "{value}");
        debug_assert!(fits.is_ok(), "it is longer than said");
        Self(Source::Number(text))
    }

    /// What will be sent.
    #[inline]
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        match &self.0 {
            Source::Borrowed(bytes) => bytes,
            Source::Number(text) => text.as_bytes(),
        }
    }
}

/// A value that can be one argument: bytes and strings as they are, integers
/// in decimal, floats in the shortest decimal that reads back the same, booleans
/// as 1 and 0.
///
/// A single `u8` is none, so that `b"abc"` is one argument and not three.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be one argument of a command")]
pub trait ToArg {
    /// The bytes to send.
    fn to_arg(&self) -> Arg<'_>;
}

/// A value that stands for any number of arguments: a [`ToArg`], or an array,
/// slice or vector of them.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be arguments of a command")]
pub trait ToArgs {
    /// Calls `visit` with each argument in order.
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>));
}

/// Fields and values: a pair, or an array, slice, vector or map of pairs.
#[diagnostic::on_unimplemented(message = "`{Self}` is no list of field and value pairs")]
pub trait ToPairs {
    /// Calls `visit` with field, value, field, value ...
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>));
}

impl<T: ToArg + ?Sized> ToArg for &T {
    #[inline]
    fn to_arg(&self) -> Arg<'_> {
        (**self).to_arg()
    }
}

/// A number or character that was written out.
fn written(text: &str) -> Arg<'static> {
    let mut short = ShortText::new();
    let fits = short.write_str(text);
    debug_assert!(fits.is_ok(), "no integer has more than 40 digits");
    Arg(Source::Number(short))
}

macro_rules! as_bytes {
    ($($type:ty),*) => {$(
        impl ToArg for $type {
            #[inline]
            fn to_arg(&self) -> Arg<'_> {
                Arg::bytes(self.as_ref())
            }
        }
        one_arg!($type);
    )*};
}

macro_rules! as_what_it_points_to {
    ($($type:ty),*) => {$(
        impl ToArg for $type {
            #[inline]
            fn to_arg(&self) -> Arg<'_> {
                (**self).to_arg()
            }
        }
        one_arg!($type);
    )*};
}

macro_rules! as_integer {
    ($($type:ty),*) => {$(
        impl ToArg for $type {
            fn to_arg(&self) -> Arg<'_> {
                written(itoa::Buffer::new().format(*self))
            }
        }
        one_arg!($type);

        impl ToArg for NonZero<$type> {
            fn to_arg(&self) -> Arg<'_> {
                written(itoa::Buffer::new().format(self.get()))
            }
        }
        one_arg!(NonZero<$type>);
    )*};
}

macro_rules! one_arg {
    ($type:ty) => {
        impl ToArgs for $type {
            fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
                visit(self.to_arg());
            }
        }
    };
}

as_bytes!(str, String, [u8], Vec<u8>, Bytes);
as_what_it_points_to!(Box<str>, Rc<str>, Arc<str>, Cow<'_, str>, Box<[u8]>, Cow<'_, [u8]>);
as_integer!(i16, i32, i64, i128, isize, u16, u32, u64, u128, usize);

impl<const N: usize> ToArg for [u8; N] {
    #[inline]
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(self)
    }
}

impl<const N: usize> ToArgs for [u8; N] {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(self.to_arg());
    }
}

/// 1 or 0.
impl ToArg for bool {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(if *self { b"1" } else { b"0" })
    }
}

one_arg!(bool);

impl ToArg for f64 {
    fn to_arg(&self) -> Arg<'_> {
        Arg(Source::Number(format_double(*self)))
    }
}

one_arg!(f64);

/// The shortest decimal that reads back the same as an `f32`.
impl ToArg for f32 {
    fn to_arg(&self) -> Arg<'_> {
        Arg(Source::Number(format_float(*self)))
    }
}

one_arg!(f32);

impl ToArg for char {
    fn to_arg(&self) -> Arg<'_> {
        written(self.encode_utf8(&mut [0; 4]))
    }
}

one_arg!(char);

/// One argument, or none.
impl<T: ToArg> ToArgs for Option<T> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.iter().for_each(|arg| visit(arg.to_arg()));
    }
}

impl<T: ToArgs + ?Sized> ToArgs for &T {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        (**self).each_arg(visit);
    }
}

impl<T: ToArg> ToArgs for [T] {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.iter().for_each(|arg| visit(arg.to_arg()));
    }
}

impl<T: ToArg, const N: usize> ToArgs for [T; N] {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.as_slice().each_arg(visit);
    }
}

impl<T: ToArg> ToArgs for Vec<T> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.as_slice().each_arg(visit);
    }
}

impl<T: ToPairs + ?Sized> ToPairs for &T {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        (**self).each_arg(visit);
    }
}

impl<K: ToArg, V: ToArg> ToPairs for (K, V) {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(self.0.to_arg());
        visit(self.1.to_arg());
    }
}

impl<K: ToArg, V: ToArg> ToPairs for [(K, V)] {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.iter().for_each(|pair| pair.each_arg(visit));
    }
}

impl<K: ToArg, V: ToArg, const N: usize> ToPairs for [(K, V); N] {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.as_slice().each_arg(visit);
    }
}

impl<K: ToArg, V: ToArg> ToPairs for Vec<(K, V)> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.as_slice().each_arg(visit);
    }
}

impl<K: ToArg, V: ToArg> ToPairs for alloc::collections::BTreeMap<K, V> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.iter().for_each(|pair| pair.each_arg(visit));
    }
}

#[cfg(feature = "std")]
impl<K: ToArg, V: ToArg, S> ToPairs for std::collections::HashMap<K, V, S> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        self.iter().for_each(|pair| pair.each_arg(visit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn args(value: &impl ToArgs) -> Vec<Vec<u8>> {
        let mut found = Vec::new();
        value.each_arg(&mut |arg| found.push(arg.as_bytes().to_vec()));
        found
    }

    #[test]
    fn one_or_many() {
        assert_eq!(args(&"a"), [b"a"]);
        assert_eq!(args(b"abc"), [b"abc"]);
        assert_eq!(args(&5), [b"5"]);
        assert_eq!(args(&["a", "b"]), [b"a", b"b"]);
        assert_eq!(args(&&vec![String::from("x")]), [b"x"]);
        assert_eq!(args(&Vec::<&str>::new()), Vec::<Vec<u8>>::new());
        assert_eq!(args(&[i64::MIN]), [b"-9223372036854775808"]);
        assert_eq!(args(&0.1), [b"0.1"]);
        assert_eq!(args(&0.1_f32), [b"0.1"]);
        assert_eq!(args(&[true, false]), [b"1", b"0"]);
        assert_eq!(args(&'\u{e9}'), ["\u{e9}".as_bytes()]);
        assert_eq!(args(&[Box::<str>::from("x")]), [b"x"]);
        assert_eq!(args(&Cow::Borrowed("x")), [b"x"]);
        assert_eq!(args(&NonZero::<u16>::MAX), [b"65535"]);
        assert_eq!(args(&Some("x")), [b"x"]);
        assert_eq!(args(&None::<&str>), Vec::<Vec<u8>>::new());
    }
}
