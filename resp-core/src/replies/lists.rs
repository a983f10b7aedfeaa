//! What the commands of lists answer.

use super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What came of [`linsert`](crate::cmd::linsert).
///
/// ```
/// use resp_core::replies::Inserted;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::linsert("log", cmd::Place::Before, "c", "b");
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":-1\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), Inserted::NoPivot);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inserted {
    /// The element is in the list, which now has this many.
    Length(u64),
    /// There is no such list.
    NoList,
    /// No element of the list equals the pivot.
    NoPivot,
}

without_strings!(Inserted);

impl FromReply for Inserted {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -1 => Ok(Self::NoPivot),
            0 => Ok(Self::NoList),
            length => {
                let length = u64::try_from(length).map_err(|_| ConvertError::text("length of a list"))?;
                Ok(Self::Length(length))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn a_length_or_why_not() {
        // The same in both versions.
        assert_eq!(decode::<Inserted>(":3\r\n"), Ok(Inserted::Length(3)));
        assert_eq!(decode::<Inserted>(":0\r\n"), Ok(Inserted::NoList));
        assert_eq!(decode::<Inserted>(":-1\r\n"), Ok(Inserted::NoPivot));
        let error = |wire| decode::<Inserted>(wire).unwrap_err().to_string();
        assert_eq!(error(":-2\r\n"), "reply: expected length of a list, found other text");
        assert_eq!(error("*0\r\n"), "reply: expected integer, found array");
    }
}
