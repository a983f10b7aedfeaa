//! What the commands of bitmaps answer.

use super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// A marker for the place of a bit, which comes as `Option<u64>`: `None` if there
/// is no such bit.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::bitpos("seen", false);
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":-1\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), None);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct BitPosition(());

without_strings!(BitPosition);

/// The same number in both versions.
impl FromReply for BitPosition {
    type Out = Option<u64>;

    fn from_reply(frame: Frame<'_>) -> Result<Option<u64>, ConvertError> {
        match i64::from_reply(frame)? {
            -1 => Ok(None),
            place => u64::try_from(place).map(Some).map_err(|_| ConvertError::text("place of a bit")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn there_or_not() {
        assert_eq!(decode::<BitPosition>(":0\r\n"), Ok(Some(0)));
        assert_eq!(decode::<BitPosition>(":-1\r\n"), Ok(None));
        let error = |wire| decode::<BitPosition>(wire).unwrap_err().to_string();
        assert_eq!(error(":-2\r\n"), "reply: expected place of a bit, found other text");
        assert_eq!(error("*0\r\n"), "reply: expected integer, found array");
    }
}
