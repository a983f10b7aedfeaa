//! Replies to numbers, booleans and durations.

use core::fmt::Write;
use core::num::NonZero;
use core::str::FromStr;
use core::time::Duration;

use super::strings::{as_utf8, text};
use super::{ConvertError, FromReply, HasStrings};
use crate::frame::Frame;
use crate::number::{self, ShortText, format_double};

/// A number or boolean as the text that the other protocol version sends.
pub(super) fn number_as_text(frame: &Frame<'_>) -> Option<ShortText> {
    if let Some(value) = frame.as_f64() {
        return Some(format_double(value));
    }
    let value = frame.as_i64().or_else(|| frame.as_bool().map(i64::from))?;
    let mut text = ShortText::new();
    text.write_str(itoa::Buffer::new().format(value)).ok()?;
    Some(text)
}

/// Only `OK`, so that a surprising answer is noticed.
impl FromReply for () {
    type Out = Self;

    #[inline]
    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match frame.as_bytes() {
            Some(b"OK") if !frame.is_error() => Ok(()),
            Some(_) if !frame.is_error() => Err(ConvertError::text("OK")),
            _ => Err(ConvertError::kind("OK", frame)),
        }
    }
}

/// Booleans, 0 and 1, `OK` as true and null as false.
impl FromReply for bool {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        if frame.is_null() {
            return Ok(false);
        }
        match frame.as_bool().or_else(|| frame.as_i64().map(|value| value != 0)) {
            Some(value) => Ok(value),
            None => match &*text(&frame, "boolean")? {
                b"OK" | b"1" => Ok(true),
                b"0" => Ok(false),
                _ => Err(ConvertError::text("boolean")),
            },
        }
    }
}

/// Integers, booleans as 0 and 1, and text of either size: what takes more than
/// 64 bits comes as a big number or a string. `within` names the range of `T`.
#[inline]
pub(super) fn integer<T: TryFrom<i64> + FromStr>(
    frame: &Frame<'_>,
    within: &'static str,
) -> Result<T, ConvertError> {
    let fitting = |value: i64| T::try_from(value).map_err(|_| ConvertError::text(within));
    if let Some(value) = frame.as_i64().or_else(|| frame.as_bool().map(i64::from)) {
        return fitting(value);
    }
    let text = text(frame, "integer")?;
    match number::parse_i64(&text) {
        Some(value) => fitting(value),
        None if number::is_big_number(&text) => {
            as_utf8(&text)?.parse().map_err(|_| ConvertError::text(within))
        }
        None => Err(ConvertError::text("integer")),
    }
}

/// Types without strings inside: as text they are the same.
macro_rules! no_strings {
    ($($type:ty),*) => {$(
        impl HasStrings for $type {
            type Text = Self;
            type Lossy = Self;
            type With<U> = U;
        }
    )*};
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl FromReply for $type {
            type Out = Self;

            #[inline]
            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                integer(&frame, concat!("integer within ", stringify!($type)))
            }
        }

        impl FromReply for NonZero<$type> {
            type Out = Self;

            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                Self::new(<$type>::from_reply(frame)?).ok_or_else(|| ConvertError::text("integer other than 0"))
            }
        }

        no_strings!(NonZero<$type>);
    )*};
}

integers!(i16, i32, i64, i128, isize, u16, u32, u64, u128, usize);

/// Doubles, integers, and text of either.
impl FromReply for f64 {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        #[allow(clippy::cast_precision_loss, reason = "as any conversion of an integer to a double")]
        match frame.as_f64().or_else(|| frame.as_i64().map(|value| value as Self)) {
            Some(value) => Ok(value),
            None => {
                number::parse_double(&text(&frame, "number")?).ok_or_else(|| ConvertError::text("number"))
            }
        }
    }
}

/// As [`f64`], rounded; what is beyond its range is infinite.
impl FromReply for f32 {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        #[allow(clippy::cast_possible_truncation, reason = "documented: it rounds")]
        f64::from_reply(frame).map(|value| value as Self)
    }
}

/// Seconds, as an integer or a decimal that is rounded to nanoseconds. Negative
/// ones, as TTL answers for keys that do not expire, are errors.
impl FromReply for Duration {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        const EXPECTED: &str = "seconds from 0 up";
        if let Ok(seconds) = u64::from_reply(frame) {
            return Ok(Self::from_secs(seconds));
        }
        Self::try_from_secs_f64(f64::from_reply(frame)?).map_err(|_| ConvertError::text(EXPECTED))
    }
}

no_strings!((), bool, char, i16, i32, i64, i128, isize, u16, u32, u64, u128, usize, f32, f64, Duration);
