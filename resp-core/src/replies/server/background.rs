//! Saving in the background.

use super::super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What became of a request to write data to disk in the background.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::Background};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"+Background saving started\r\n")? else { panic!() };
/// let command = cmd::raw("BGSAVE").returning::<Background>();
/// assert_eq!(command.decode(reply), Ok(Background::Started));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Background {
    /// It runs.
    Started,
    /// It will run when another background job is done.
    Scheduled,
    /// The one that ran or waited was given up, as asked.
    Cancelled,
}

without_strings!(Background);

impl FromReply for Background {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let text = frame.as_bytes().ok_or_else(|| ConvertError::kind("status", frame))?;
        match text {
            _ if frame.is_error() => Err(ConvertError::kind("status", frame)),
            _ if text.ends_with(b" started") => Ok(Self::Started),
            _ if text.ends_with(b" scheduled") => Ok(Self::Scheduled),
            _ if text.ends_with(b" cancelled") => Ok(Self::Cancelled),
            _ => Err(ConvertError::text("state of a background job")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;

    #[test]
    fn texts() {
        for (wire, expected) in [
            ("+Background saving started\r\n", Background::Started),
            ("+Background saving scheduled\r\n", Background::Scheduled),
            ("+Background append only file rewriting started\r\n", Background::Started),
            ("+Background append only file rewriting scheduled\r\n", Background::Scheduled),
            ("+Background saving cancelled\r\n", Background::Cancelled),
            ("+Scheduled background saving cancelled\r\n", Background::Cancelled),
        ] {
            assert_eq!(decode::<Background>(wire), expected, "{wire}");
        }
        assert_eq!(
            failure::<Background>("+OK\r\n"),
            "reply: expected state of a background job, found other text"
        );
        assert_eq!(failure::<Background>(":1\r\n"), "reply: expected status, found integer");
    }
}
