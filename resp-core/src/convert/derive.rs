//! What derived code calls; not for use by hand.

pub use super::levels::bounded;
use super::maps::PairIter;
use super::strings::with_text;
use super::{Arg, ConvertError, FromReply, ToArg};
use crate::frame::Frame;

/// Calls `visit` with name and value of each field of a map or list of pairs.
///
/// # Errors
/// It is neither, or one of `visit`.
pub fn each_field<'buf>(
    frame: Frame<'buf>,
    mut visit: impl FnMut(&[u8], Frame<'buf>) -> Result<(), ConvertError>,
) -> Result<(), ConvertError> {
    for (index, pair) in PairIter::new(frame)?.enumerate() {
        let (name, value) = pair?;
        with_text(name, |name| Ok(visit(name, value))).map_err(|error| error.at_key(index))??;
    }
    Ok(())
}

/// Converts the value of the field `name`.
///
/// # Errors
/// It does not fit.
#[inline]
pub fn field<T: FromReply>(name: &str, frame: Frame<'_>) -> Result<T::Out, ConvertError> {
    T::from_reply(frame).map_err(|error| error.at_field(name))
}

/// The value of the field `name`, or what stands in for it.
///
/// # Errors
/// Nothing does.
#[inline]
pub fn required<T: FromReply>(name: &str, found: Option<T::Out>) -> Result<T::Out, ConvertError> {
    found.or_else(T::absent).ok_or_else(|| ConvertError::missing(name))
}

/// Hands the text that names a variant to `find`.
///
/// # Errors
/// It is no text, or one of `find`.
pub fn with_name<T>(
    frame: Frame<'_>,
    find: impl FnOnce(&[u8]) -> Result<T, ConvertError>,
) -> Result<T, ConvertError> {
    with_text(frame, find)
}

/// What the value of a field can be: one argument, or none.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be the value of a field")]
pub trait FieldValue {
    /// Calls `visit` with `name` and the value, unless there is none.
    fn visit_field(&self, name: &str, visit: &mut dyn FnMut(Arg<'_>));
}

impl<T: ToArg + ?Sized> FieldValue for T {
    fn visit_field(&self, name: &str, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(name.to_arg());
        visit(self.to_arg());
    }
}

impl<T: ToArg> FieldValue for Option<T> {
    fn visit_field(&self, name: &str, visit: &mut dyn FnMut(Arg<'_>)) {
        if let Some(value) = self {
            value.visit_field(name, visit);
        }
    }
}
