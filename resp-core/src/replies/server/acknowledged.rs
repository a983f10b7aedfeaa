//! OK, and more words.

use super::super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// A marker for OK, whatever the server adds to it, which comes as `()`: to
/// REPLICAOF it also answers `OK Already connected to specified master`.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"+OK Already connected\r\n")? else { panic!() };
/// assert_eq!(cmd::replicaof(Some(("10.0.0.1", 6379))).decode(reply), Ok(()));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct Acknowledged;

without_strings!(Acknowledged);

impl FromReply for Acknowledged {
    type Out = ();

    fn from_reply(frame: Frame<'_>) -> Result<(), ConvertError> {
        match frame.as_bytes() {
            Some(text) if !frame.is_error() && text.split(|&byte| byte == b' ').next() == Some(b"OK") => {
                Ok(())
            }
            Some(_) if !frame.is_error() => Err(ConvertError::text("OK")),
            _ => Err(ConvertError::kind("OK", frame)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;

    #[test]
    fn texts() {
        decode::<Acknowledged>("+OK\r\n");
        decode::<Acknowledged>("+OK Already connected to specified master\r\n");
        assert_eq!(failure::<Acknowledged>("+OKAY\r\n"), "reply: expected OK, found other text");
        assert_eq!(failure::<Acknowledged>(":1\r\n"), "reply: expected OK, found integer");
    }
}
