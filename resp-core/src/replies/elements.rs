//! Lists whose elements have each a meaning of its own.

use crate::convert::{ConvertError, FromReply};
use crate::frame::{Children, Frame};
use crate::marker::Kind;

/// The elements of a list, taken one by one.
pub(super) struct Elements<'buf> {
    children: Children<'buf>,
    index: usize,
    what: &'static str,
    len: usize,
}

impl<'buf> Elements<'buf> {
    /// Those of `frame`, which is to be a `what`.
    pub(super) fn of(frame: Frame<'buf>, what: &'static str) -> Result<Self, ConvertError> {
        match frame.kind() {
            Kind::Array | Kind::Set => {
                Ok(Self { children: frame.children(), index: 0, what, len: frame.len() })
            }
            _ => Err(ConvertError::kind(what, frame)),
        }
    }

    /// The same, where a list of fewer than `least` is wrong as a whole.
    pub(super) fn at_least(
        least: usize,
        frame: Frame<'buf>,
        what: &'static str,
    ) -> Result<Self, ConvertError> {
        let elements = Self::of(frame, what)?;
        if elements.len < least { Err(ConvertError::len(what, elements.len)) } else { Ok(elements) }
    }

    /// The next one, which must be there.
    pub(super) fn required<T: FromReply>(&mut self) -> Result<T::Out, ConvertError> {
        let element = self.frame().ok_or_else(|| ConvertError::len(self.what, self.len))?;
        T::from_reply(element).map_err(|error| self.located(error))
    }

    /// The next one; `None` if there is none, or a null.
    pub(super) fn optional<T: FromReply>(&mut self) -> Result<Option<T::Out>, ConvertError> {
        match self.frame() {
            Some(element) if !element.is_null() => {
                T::from_reply(element).map(Some).map_err(|error| self.located(error))
            }
            _ => Ok(None),
        }
    }

    /// The next one as it is.
    pub(super) fn frame(&mut self) -> Option<Frame<'buf>> {
        self.index += 1;
        self.children.next()
    }

    /// How many there are still.
    pub(super) fn left(&self) -> usize {
        self.children.len()
    }

    /// Says of an error that the last element taken has it.
    pub(super) fn located(&self, error: ConvertError) -> ConvertError {
        error.at_index(self.index - 1)
    }
}
