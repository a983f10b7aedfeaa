//! Strings that hold JSON.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::ser::Error as _;
use serde_json::error::Category;

use super::arg_error::ArgError;
use super::strings::with_text;
use super::{Arg, ConvertError, FromReply, HasStrings, ToArg, ToArgs};
use crate::frame::Frame;

/// A `T` as JSON: an argument when written, and when read a marker for what
/// comes as `T` itself.
///
/// ```
/// use resp_core::{Decoder, Json, Progress, cmd};
///
/// let write = cmd::set("point", Json::new(&[1, 2])?);
/// let mut wire = Vec::new();
/// write.wire().write_to(&mut wire);
/// assert!(wire.ends_with(b"$5\r\n[1,2]\r\n"));
///
/// let read = cmd::get("point").to::<Option<Json<[i64; 2]>>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"$5\r\n[1,2]\r\n").unwrap() else { panic!() };
/// assert_eq!(read.decode(reply).unwrap(), Some([1, 2]));
/// # Ok::<(), resp_core::ArgError>(())
/// ```
pub struct Json<T: ?Sized> {
    text: Vec<u8>,
    of: PhantomData<fn() -> T>,
}

impl<T: Serialize + ?Sized> Json<T> {
    /// Writes the value as JSON, at once.
    ///
    /// # Errors
    /// The value cannot be JSON, such as a map whose keys are lists, or it refuses
    /// to be written.
    pub fn new(value: &T) -> Result<Self, ArgError> {
        match serde_json::to_vec(value) {
            Ok(text) => Ok(Self { text, of: PhantomData }),
            Err(error) => Err(ArgError::custom(error)),
        }
    }
}

impl<T: ?Sized> ToArg for Json<T> {
    fn to_arg(&self) -> Arg<'_> {
        Arg::bytes(&self.text)
    }
}

impl<T: ?Sized> ToArgs for Json<T> {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(self.to_arg());
    }
}

impl<T: DeserializeOwned> FromReply for Json<T> {
    type Out = T;

    fn from_reply(frame: Frame<'_>) -> Result<T, ConvertError> {
        with_text(frame, |text| {
            serde_json::from_slice(text).map_err(|error| {
                // Its own text may show the value.
                let shape = error.classify() == Category::Data;
                ConvertError::json(shape, error.line(), error.column())
            })
        })
    }
}

/// What the JSON holds is text in any case.
impl<T: DeserializeOwned> HasStrings for Json<T> {
    type Text = Self;
    type Lossy = Self;
    type With<U> = U;
}

impl<T: ?Sized> Clone for Json<T> {
    fn clone(&self) -> Self {
        Self { text: self.text.clone(), of: PhantomData }
    }
}

/// Shows how long the text is, never what it says.
impl<T: ?Sized> fmt::Debug for Json<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Json of {} bytes", self.text.len())
    }
}
