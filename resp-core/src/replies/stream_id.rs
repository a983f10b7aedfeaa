//! The ids of entries.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;
use std::time::SystemTime;

use super::without_strings;
use crate::convert::{Arg, ConvertError, FromReply, ToArg, ToArgs};
use crate::frame::Frame;

/// The id of a stream's entry: when it was added, and a number that tells
/// entries of the same millisecond apart. Ids are in the order of adding.
///
/// ```
/// use resp_core::replies::StreamId;
///
/// let id: StreamId = "1526919030474-55".parse()?;
/// assert_eq!((id.ms, id.seq), (1_526_919_030_474, 55));
/// assert_eq!(id.to_string(), "1526919030474-55");
/// assert!(StreamId::new(5, 0) < StreamId::new(5, 1));
/// # Ok::<(), resp_core::replies::StreamIdError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StreamId {
    /// Milliseconds of Unix time, by the clock of the server or of who chose the id.
    pub ms: u64,
    /// Counts the entries of one millisecond from zero.
    pub seq: u64,
}

impl StreamId {
    /// Before all entries; itself the id of none.
    pub const MIN: Self = Self::new(0, 0);
    /// After all entries.
    pub const MAX: Self = Self::new(u64::MAX, u64::MAX);

    /// The id of these two numbers.
    #[must_use]
    pub const fn new(ms: u64, seq: u64) -> Self {
        Self { ms, seq }
    }

    /// The millisecond that the id names; `None` if the system's clock has no such time.
    #[must_use]
    pub fn time(self) -> Option<SystemTime> {
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(self.ms))
    }
}

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.ms, self.seq)
    }
}

/// A text that is no [`StreamId`].
///
/// ```
/// use resp_core::replies::StreamId;
///
/// assert_eq!("5-x".parse::<StreamId>().unwrap_err().to_string(), "no stream id, which is two numbers as in 5-1");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamIdError;

impl fmt::Display for StreamIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no stream id, which is two numbers as in 5-1")
    }
}

impl core::error::Error for StreamIdError {}

/// Two numbers with a hyphen between them; the first alone is as with `-0`.
impl FromStr for StreamId {
    type Err = StreamIdError;

    fn from_str(text: &str) -> Result<Self, StreamIdError> {
        let number = |digits: &str| match digits.bytes().all(|byte| byte.is_ascii_digit()) {
            true => digits.parse().map_err(|_| StreamIdError),
            false => Err(StreamIdError),
        };
        let (ms, seq) = text.split_once('-').unwrap_or((text, "0"));
        Ok(Self::new(number(ms)?, number(seq)?))
    }
}

impl ToArg for StreamId {
    fn to_arg(&self) -> Arg<'_> {
        Arg::shown(self)
    }
}

impl ToArgs for StreamId {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        visit(self.to_arg());
    }
}

impl FromReply for StreamId {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match frame.as_bytes().filter(|_| !frame.is_error()) {
            Some(bytes) => core::str::from_utf8(bytes).ok().and_then(|text| text.parse().ok()),
            None => return Err(ConvertError::kind("stream id", frame)),
        }
        .ok_or_else(|| ConvertError::text("stream id"))
    }
}

without_strings!(StreamId);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn texts() {
        let max = "18446744073709551615-18446744073709551615";
        for (text, expected) in [
            ("0-0", Ok(StreamId::MIN)),
            ("5-17", Ok(StreamId::new(5, 17))),
            ("5", Ok(StreamId::new(5, 0))),
            (max, Ok(StreamId::MAX)),
            ("", Err(StreamIdError)),
            ("-", Err(StreamIdError)),
            ("5-", Err(StreamIdError)),
            ("-5", Err(StreamIdError)),
            ("5-1-2", Err(StreamIdError)),
            ("+5-1", Err(StreamIdError)),
            ("5-+1", Err(StreamIdError)),
            ("5-*", Err(StreamIdError)),
            ("18446744073709551616-0", Err(StreamIdError)),
        ] {
            assert_eq!(text.parse::<StreamId>(), expected, "{text}");
        }
        assert_eq!(StreamId::MAX.to_arg().as_bytes(), max.as_bytes());
        assert_eq!(StreamId::new(7, 0).to_string(), "7-0");
    }

    #[test]
    fn replies() {
        assert_eq!(decode::<StreamId>("$3\r\n1-2\r\n"), Ok(StreamId::new(1, 2)));
        assert_eq!(decode::<Option<StreamId>>("$-1\r\n"), Ok(None));
        assert_eq!(decode::<Option<StreamId>>("_\r\n"), Ok(None));
        let error = |wire| decode::<StreamId>(wire).unwrap_err().to_string();
        assert_eq!(error("$1\r\nx\r\n"), "reply: expected stream id, found other text");
        assert_eq!(error(":5\r\n"), "reply: expected stream id, found integer");
    }

    #[test]
    fn times() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_millis(1500);
        assert_eq!(StreamId::new(1500, 3).time(), Some(time));
        let _never_panics = StreamId::MAX.time();
    }
}
