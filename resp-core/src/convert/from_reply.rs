//! Replies to Rust values, straight from the frame.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write;
use core::marker::PhantomData;

use bytes::Bytes;

use super::{ConvertError, ReplyError, ServerError};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::number::{self, ShortText, format_double};
use crate::reply::Reply;

/// A type that a reply can be turned into.
///
/// The same impl serves RESP2 and RESP3: numbers also come as text, maps also
/// as flat lists, nulls in three forms.
#[diagnostic::on_unimplemented(message = "a reply cannot be decoded into `{Self}`")]
pub trait FromReply {
    /// What the caller gets; the type itself but for a few markers.
    type Out;

    /// Whether a reply that is an error is handed to [`from_reply`](Self::from_reply)
    /// and not to the caller as the call's own error.
    const CATCHES_ERRORS: bool = false;

    /// Converts one value.
    ///
    /// # Errors
    /// The value does not fit; which part of it, and what was expected.
    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError>;

    /// Converts a whole reply, whose memory a type may take over where
    /// [`from_reply`](Self::from_reply) would count one more share or copy.
    ///
    /// # Errors
    /// As there.
    #[inline]
    fn from_owned(reply: Reply) -> Result<Self::Out, ConvertError> {
        Self::from_reply(reply.frame())
    }
}

/// Converts the reply to a command; an error reply is the call's own error,
/// unless the type wants it.
#[inline]
pub(crate) fn decode<R: FromReply>(frame: Frame<'_>) -> Result<R::Out, ReplyError> {
    if frame.is_error()
        && !R::CATCHES_ERRORS
        && let Some(error) = ServerError::from_frame(frame)
    {
        return Err(ReplyError::Server(error));
    }
    R::from_reply(frame).map_err(ReplyError::Convert)
}

/// The same of a reply that nobody else needs.
#[inline]
pub(crate) fn decode_owned<R: FromReply>(reply: Reply) -> Result<R::Out, ReplyError> {
    if reply.kind().is_error() {
        decode::<R>(reply.frame())
    } else {
        R::from_owned(reply).map_err(ReplyError::Convert)
    }
}

/// A reply type with strings inside that can be read as text or other types.
pub trait HasStrings {
    /// The type with its strings as [`String`].
    type Text: FromReply;
    /// The type with its strings as `T`; of maps the values only.
    type With<T>;
}

impl FromReply for Reply {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Ok(frame.to_reply())
    }

    #[inline]
    fn from_owned(reply: Self) -> Result<Self, ConvertError> {
        Ok(reply)
    }
}

impl HasStrings for Reply {
    type Text = String;
    type With<T> = T;
}

/// The payload of a text in one piece that is no error, which most replies and
/// their elements are.
#[inline(always)]
fn plain_text<'buf>(frame: &Frame<'buf>) -> Option<&'buf [u8]> {
    frame.as_bytes().filter(|_| !frame.is_error())
}

/// What else reads as a string.
#[cold]
fn uncommon_text(frame: Frame<'_>) -> Result<Vec<u8>, ConvertError> {
    match number_as_text(&frame) {
        Some(number) => Ok(number.as_bytes().to_vec()),
        None => text(&frame, "string").map(alloc::borrow::Cow::into_owned),
    }
}

fn text<'buf>(
    frame: &Frame<'buf>,
    expected: &'static str,
) -> Result<alloc::borrow::Cow<'buf, [u8]>, ConvertError> {
    match frame.kind() {
        Kind::SimpleError | Kind::BulkError => None,
        _ => frame.payload(),
    }
    .ok_or_else(|| ConvertError::kind(expected, *frame))
}

/// A number or boolean as the text that the other protocol version sends.
fn number_as_text(frame: &Frame<'_>) -> Option<ShortText> {
    if let Some(value) = frame.as_f64() {
        return Some(format_double(value));
    }
    let value = frame.as_i64().or_else(|| frame.as_bool().map(i64::from))?;
    let mut text = ShortText::new();
    text.write_str(itoa::Buffer::new().format(value)).ok()?;
    Some(text)
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

impl HasStrings for Bytes {
    type Text = String;
    type With<T> = T;
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

/// Copies; text that is not UTF-8 is an error.
impl FromReply for String {
    type Out = Self;

    #[inline]
    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let utf8 =
            |bytes| core::str::from_utf8(bytes).map_err(|error| ConvertError::not_utf8(error.valid_up_to()));
        match plain_text(&frame) {
            Some(bytes) => utf8(bytes).map(Self::from),
            None => utf8(&uncommon_text(frame)?).map(Self::from),
        }
    }
}

impl HasStrings for String {
    type Text = Self;
    type With<T> = T;
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

fn integer(frame: &Frame<'_>) -> Result<i64, ConvertError> {
    match frame.as_i64().or_else(|| frame.as_bool().map(i64::from)) {
        Some(value) => Ok(value),
        None => number::parse_i64(&text(frame, "integer")?).ok_or_else(|| ConvertError::text("integer")),
    }
}

macro_rules! integers {
    ($($type:ty),*) => {$(
        impl FromReply for $type {
            type Out = Self;

            #[inline]
            fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
                let value = integer(&frame)?;
                Self::try_from(value).map_err(|_| ConvertError::text(concat!("integer within ", stringify!($type))))
            }
        }
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

/// A null is `None`.
impl<T: FromReply> FromReply for Option<T> {
    type Out = Option<T::Out>;

    #[inline]
    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if frame.is_null() { Ok(None) } else { T::from_reply(frame).map(Some) }
    }

    #[inline]
    fn from_owned(reply: Reply) -> Result<Self::Out, ConvertError> {
        if reply.kind() == Kind::Null { Ok(None) } else { T::from_owned(reply).map(Some) }
    }
}

impl<T: HasStrings> HasStrings for Option<T> {
    type Text = Option<T::Text>;
    type With<U> = Option<T::With<U>>;
}

/// A key and its value, such as what was popped off which list.
impl<K: HasStrings, V: HasStrings> HasStrings for (K, V) {
    type Text = (K::Text, V::Text);
    type With<U> = (K, V::With<U>);
}

/// An error reply is a value.
impl<T: FromReply> FromReply for Result<T, ServerError> {
    type Out = Result<T::Out, ServerError>;
    const CATCHES_ERRORS: bool = true;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match ServerError::from_frame(frame) {
            Some(error) => Ok(Err(error)),
            None => T::from_reply(frame).map(Ok),
        }
    }

    fn from_owned(reply: Reply) -> Result<Self::Out, ConvertError> {
        if reply.kind().is_error() { Self::from_reply(reply.frame()) } else { T::from_owned(reply).map(Ok) }
    }
}

/// Arrays, sets and pushes; a null is an empty list.
impl<T: FromReply> FromReply for Vec<T> {
    type Out = Vec<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Array | Kind::Set | Kind::Push => {
                let mut values = Vec::with_capacity(frame.len());
                for (index, child) in frame.children().enumerate() {
                    values.push(T::from_reply(child).map_err(|error| error.at_index(index))?);
                }
                Ok(values)
            }
            Kind::Null => Ok(Vec::new()),
            _ => Err(ConvertError::kind("array", frame)),
        }
    }
}

impl<T: HasStrings> HasStrings for Vec<T>
where
    T::Text: FromReply,
{
    type Text = Vec<T::Text>;
    type With<U> = Vec<T::With<U>>;
}

/// Calls `visit` with each pair of a map, of a list of alternating keys and
/// values, or of a list of pairs; a null has none.
fn each_pair<'buf>(
    frame: Frame<'buf>,
    mut visit: impl FnMut(Frame<'buf>, Frame<'buf>) -> Result<(), ConvertError>,
) -> Result<(), ConvertError> {
    let nested = |child: Frame<'_>| child.kind() == Kind::Array && child.len() == 2;
    match frame.kind() {
        Kind::Array | Kind::Set if frame.children().next().is_some_and(nested) => {
            for (index, pair) in frame.children().enumerate() {
                if !nested(pair) {
                    return Err(ConvertError::kind("pair", pair).at_index(index));
                }
                pair.entries().try_for_each(|(key, value)| visit(key, value))?;
            }
            Ok(())
        }
        Kind::Map => frame.entries().try_for_each(|(key, value)| visit(key, value)),
        Kind::Array | Kind::Set if frame.len().is_multiple_of(2) => {
            frame.entries().try_for_each(|(key, value)| visit(key, value))
        }
        Kind::Array | Kind::Set => Err(ConvertError::len("pairs", frame.len())),
        Kind::Null => Ok(()),
        _ => Err(ConvertError::kind("map", frame)),
    }
}

fn each_entry<K: FromReply, V: FromReply>(
    frame: Frame<'_>,
    mut insert: impl FnMut(K::Out, V::Out),
) -> Result<(), ConvertError> {
    each_pair(frame, |key, value| {
        let converted = V::from_reply(value).map_err(|error| error.at_entry(key))?;
        insert(K::from_reply(key)?, converted);
        Ok(())
    })
}

fn pair_count(frame: Frame<'_>) -> usize {
    if frame.kind() == Kind::Map { frame.len() } else { frame.len().div_ceil(2) }
}

/// A marker for pairs in the order of the reply, which come as `Vec<(K, V)>`.
#[derive(Debug)]
pub struct Pairs<K, V>(PhantomData<fn() -> (K, V)>);

impl<K: FromReply, V: FromReply> FromReply for Pairs<K, V> {
    type Out = Vec<(K::Out, V::Out)>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut pairs = Vec::with_capacity(pair_count(frame));
        each_entry::<K, V>(frame, |key, value| pairs.push((key, value)))?;
        Ok(pairs)
    }
}

impl<K: HasStrings, V: HasStrings> HasStrings for Pairs<K, V> {
    type Text = Pairs<K::Text, V::Text>;
    type With<U> = Pairs<K, V::With<U>>;
}

/// Maps and lists of pairs; of repeated keys the last one counts.
impl<K, V> FromReply for BTreeMap<K, V>
where
    K: FromReply<Out: Ord>,
    V: FromReply,
{
    type Out = BTreeMap<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut map = BTreeMap::new();
        each_entry::<K, V>(frame, |key, value| drop(map.insert(key, value)))?;
        Ok(map)
    }
}

/// Maps and lists of pairs; of repeated keys the last one counts. The hasher
/// is seeded, so that a peer cannot choose keys that collide.
#[cfg(feature = "std")]
impl<K, V> FromReply for std::collections::HashMap<K, V>
where
    K: FromReply<Out: Eq + core::hash::Hash>,
    V: FromReply,
{
    type Out = std::collections::HashMap<K::Out, V::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut map = std::collections::HashMap::with_capacity(pair_count(frame));
        each_entry::<K, V>(frame, |key, value| drop(map.insert(key, value)))?;
        Ok(map)
    }
}

#[cfg(feature = "std")]
impl<K: HasStrings, V: HasStrings> HasStrings for std::collections::HashMap<K, V>
where
    std::collections::HashMap<K::Text, V::Text>: FromReply,
{
    type Text = std::collections::HashMap<K::Text, V::Text>;
    type With<U> = std::collections::HashMap<K, V::With<U>>;
}

macro_rules! tuples {
    ($($name:ident $index:tt),*; $len:literal, $expected:literal) => {
        impl<$($name: FromReply),*> FromReply for ($($name,)*) {
            type Out = ($($name::Out,)*);

            fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
                if !matches!(frame.kind(), Kind::Array | Kind::Set | Kind::Push) {
                    return Err(ConvertError::kind($expected, frame));
                }
                if frame.len() != $len {
                    return Err(ConvertError::len($expected, frame.len()));
                }
                let mut children = frame.children();
                Ok(($({
                    let child = children.next().ok_or_else(|| ConvertError::len($expected, $index))?;
                    $name::from_reply(child).map_err(|error| error.at_index($index))?
                },)*))
            }
        }
    };
}

tuples!(A 0, B 1; 2, "array of 2");
tuples!(A 0, B 1, C 2; 3, "array of 3");
tuples!(A 0, B 1, C 2, D 3; 4, "array of 4");
