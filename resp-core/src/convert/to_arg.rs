//! Rust values to the arguments of commands.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;

use bytes::Bytes;

use crate::number::{ShortText, format_double};

/// An argument as bytes: borrowed, or a number written out.
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
/// in decimal, floats in the shortest decimal that reads back the same.
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

macro_rules! as_integer {
    ($($type:ty),*) => {$(
        impl ToArg for $type {
            fn to_arg(&self) -> Arg<'_> {
                let mut text = ShortText::new();
                let fits = text.write_str(itoa::Buffer::new().format(*self));
                debug_assert!(fits.is_ok(), "no integer has more than 40 digits");
                Arg(Source::Number(text))
            }
        }
        one_arg!($type);
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

impl ToArg for f64 {
    fn to_arg(&self) -> Arg<'_> {
        Arg(Source::Number(format_double(*self)))
    }
}

one_arg!(f64);

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
    }
}
