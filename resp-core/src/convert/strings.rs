//! Replies to strings of bytes and of text.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use bytes::Bytes;

use super::scalars::number_as_text;
use super::{ConvertError, FromReply, HasStrings};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::reply::Reply;

/// The payload of a text in one piece that is no error, which most replies and
/// their elements are.
#[inline(always)]
pub(super) fn plain_text<'buf>(frame: &Frame<'buf>) -> Option<&'buf [u8]> {
    frame.as_bytes().filter(|_| !frame.is_error())
}

/// What else reads as a string.
#[cold]
pub(super) fn uncommon_text(frame: Frame<'_>) -> Result<Vec<u8>, ConvertError> {
    match number_as_text(&frame) {
        Some(number) => Ok(number.as_bytes().to_vec()),
        None => text(&frame, "string").map(Cow::into_owned),
    }
}

pub(super) fn text<'buf>(
    frame: &Frame<'buf>,
    expected: &'static str,
) -> Result<Cow<'buf, [u8]>, ConvertError> {
    match frame.kind() {
        Kind::SimpleError | Kind::BulkError => None,
        _ => frame.payload(),
    }
    .ok_or_else(|| ConvertError::kind(expected, *frame))
}

pub(super) fn as_utf8(bytes: &[u8]) -> Result<&str, ConvertError> {
    core::str::from_utf8(bytes).map_err(|error| ConvertError::not_utf8(error.valid_up_to()))
}

/// Hands the text, UTF-8 or not, to `make`.
#[inline]
pub(super) fn with_text<T>(
    frame: Frame<'_>,
    make: impl FnOnce(&[u8]) -> Result<T, ConvertError>,
) -> Result<T, ConvertError> {
    match plain_text(&frame) {
        Some(bytes) => make(bytes),
        None => make(&uncommon_text(frame)?),
    }
}

/// Shares the read buffer where the reply owns a part of it; see [`Reply`].
impl FromReply for Bytes {
    type Out = Self;

    #[inline]
    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match plain_text(&frame) {
            Some(bytes) => Ok(frame.share(bytes)),
            None => uncommon_text(frame).map(Self::from),
        }
    }

    #[inline]
    fn from_owned(reply: Reply) -> Result<Self, ConvertError> {
        reply.into_text().or_else(|reply| Self::from_reply(reply.frame()))
    }
}

/// Copies.
impl FromReply for Vec<u8> {
    type Out = Self;

    #[inline]
    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match plain_text(&frame) {
            Some(bytes) => Ok(bytes.to_vec()),
            None => uncommon_text(frame),
        }
    }
}

/// Copies.
impl FromReply for Box<[u8]> {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Vec::<u8>::from_reply(frame).map(Vec::into_boxed_slice)
    }
}

/// Exactly so many bytes.
impl<const N: usize> FromReply for [u8; N] {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        with_text(frame, |bytes| {
            bytes.try_into().map_err(|_| ConvertError::byte_len("string of another length", bytes.len()))
        })
    }
}

macro_rules! bytes_have_strings {
    ($($type:ty),*) => {$(
        impl HasStrings for $type {
            type Text = String;
            type Lossy = Lossy;
            type With<T> = T;
        }
    )*};
}

bytes_have_strings!(Bytes, Vec<u8>, Box<[u8]>);

macro_rules! texts {
    ($($type:ty),*) => {$(
        /// Copies; text that is not UTF-8 is an error.
        impl FromReply for $type {
            type Out = Self;

            #[inline]
            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                with_text(frame, |bytes| as_utf8(bytes).map(Self::from))
            }
        }

        impl HasStrings for $type {
            type Text = Self;
            type Lossy = Lossy;
            type With<T> = T;
        }
    )*};
}

texts!(String, Box<str>, Rc<str>, Arc<str>);

/// Text of one character.
impl FromReply for char {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        with_text(frame, |bytes| {
            let mut characters = as_utf8(bytes)?.chars();
            match (characters.next(), characters.next()) {
                (Some(only), None) => Ok(only),
                _ => Err(ConvertError::text("one character")),
            }
        })
    }
}

/// A marker for text whose bytes that are not UTF-8 are replaced by `U+FFFD`,
/// which comes as a [`String`].
///
/// ```
/// use resp_core::{Decoder, Lossy, Progress, cmd};
///
/// let command = cmd::get("name").to::<Lossy>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"$4\r\nAd\xff!\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), "Ad\u{fffd}!");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub enum Lossy {}

impl FromReply for Lossy {
    type Out = String;

    fn from_reply(frame: Frame<'_>) -> Result<String, ConvertError> {
        with_text(frame, |bytes| Ok(String::from_utf8_lossy(bytes).into_owned()))
    }
}

/// They are text already, and stay what they are also where a connection has all
/// strings decoded as text.
impl HasStrings for Lossy {
    type Text = Self;
    type Lossy = Self;
    type With<T> = T;
}
