//! The traits of what replies are turned into, and of types that pass a reply on.

use alloc::boxed::Box;
use alloc::string::String;

use super::{ConvertError, Lossy, ReplyError, ServerError};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::reply::Reply;

/// A type that a reply can be turned into.
///
/// The same impl serves RESP2 and RESP3: numbers also come as text, maps also
/// as flat lists, nulls in three forms. What a value holds is made straight from
/// the frame, so that nothing is allocated but what is handed out.
///
/// With the feature `derive` it can be derived:
///
/// ```
/// use resp_core::{ConvertError, Frame, FromReply};
///
/// struct Celsius(f64);
///
/// impl FromReply for Celsius {
///     type Out = Self;
///
///     fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
///         f64::from_reply(frame).map(Self)
///     }
/// }
///
/// let command = resp_core::cmd::get("outside").to::<Celsius>();
/// let mut decoder = resp_core::Decoder::new();
/// let resp_core::Progress::Frame(reply) = decoder.decode(b"$4\r\n21.5\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap().0, 21.5);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
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

    /// What stands in for a field that the reply lacks: `None` of an [`Option`];
    /// of other types nothing does.
    #[must_use]
    fn absent() -> Option<Self::Out> {
        None
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

/// A reply type with values inside that can be read as text or as other types.
///
/// ```
/// use resp_core::{FromReply, HasStrings, Lossy};
/// use std::collections::BTreeMap;
///
/// fn text<R: HasStrings>(frame: resp_core::Frame<'_>) -> <R::Text as FromReply>::Out {
///     R::Text::from_reply(frame).unwrap()
/// }
///
/// let mut decoder = resp_core::Decoder::new();
/// let resp_core::Progress::Frame(frame) = decoder.decode(b"*2\r\n+name\r\n+Ada\r\n")? else { panic!() };
/// let map: BTreeMap<String, String> = text::<BTreeMap<bytes::Bytes, bytes::Bytes>>(frame);
/// assert_eq!(map["name"], "Ada");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "it is not said which strings of `{Self}` are to be read as text",
    note = "a type that derives `FromReply` stays what it is; for others implement `HasStrings`"
)]
pub trait HasStrings {
    /// The type with its strings as [`String`]; numbers stay what they are.
    type Text: FromReply;
    /// The same with [`Lossy`](super::Lossy) strings: what is not UTF-8 is replaced.
    type Lossy: FromReply;
    /// The type with its values as `T`; keys of maps, and what comes first in a
    /// tuple, stay what they are.
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
    type Lossy = Lossy;
    type With<T> = T;
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

    fn absent() -> Option<Self::Out> {
        Some(None)
    }
}

impl<T: HasStrings> HasStrings for Option<T> {
    type Text = Option<T::Text>;
    type Lossy = Option<T::Lossy>;
    type With<U> = Option<T::With<U>>;
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

impl<T: HasStrings> HasStrings for Result<T, ServerError> {
    type Text = Result<T::Text, ServerError>;
    type Lossy = Result<T::Lossy, ServerError>;
    type With<U> = Result<T::With<U>, ServerError>;
}

/// The value on the heap, so that a type can hold its own kind. Derived types are
/// then read 128 levels deep at most; impls written by hand as deep as
/// [`Limits::max_depth`](crate::Limits::max_depth) lets a peer go.
impl<T: FromReply> FromReply for Box<T> {
    type Out = Box<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        T::from_reply(frame).map(Box::new)
    }

    fn absent() -> Option<Self::Out> {
        T::absent().map(Box::new)
    }
}

impl<T: HasStrings> HasStrings for Box<T> {
    type Text = Box<T::Text>;
    type Lossy = Box<T::Lossy>;
    type With<U> = Box<T::With<U>>;
}
