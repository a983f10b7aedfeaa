//! Times as servers say them.

use core::time::Duration;
use std::time::SystemTime;

use super::super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::elements::Elements;
use crate::replies::time::since_1970;

/// A marker for a time by the server's clock, which comes as [`SystemTime`]:
/// Unix seconds, or seconds and microseconds.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n$2\r\n60\r\n$2\r\n25\r\n")? else { panic!() };
/// let time = cmd::raw("TIME").returning::<resp_core::replies::ServerTime>().decode(reply).unwrap();
/// assert_eq!(time, UNIX_EPOCH + Duration::from_micros(60_000_025));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct ServerTime;

without_strings!(ServerTime);

impl FromReply for ServerTime {
    type Out = SystemTime;

    fn from_reply(frame: Frame<'_>) -> Result<SystemTime, ConvertError> {
        if frame.kind() != Kind::Array {
            return since_1970(Duration::from_secs(u64::from_reply(frame)?));
        }
        let mut elements = Elements::of(frame, "seconds and microseconds")?;
        let seconds = Duration::from_secs(elements.required::<u64>()?);
        let rest = Duration::from_micros(elements.required::<u64>()?);
        since_1970(seconds.checked_add(rest).ok_or_else(|| ConvertError::text("time"))?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;
    use std::time::UNIX_EPOCH;

    #[test]
    fn both_forms() {
        let time = UNIX_EPOCH + Duration::from_micros(1_795_285_489_189_876);
        assert_eq!(decode::<ServerTime>("*2\r\n$10\r\n1795285489\r\n$6\r\n189876\r\n"), time);
        assert_eq!(decode::<ServerTime>(":1795285479\r\n"), UNIX_EPOCH + Duration::from_secs(1_795_285_479));
        assert_eq!(failure::<ServerTime>(":-1\r\n"), "reply: expected integer within u64, found other text");
        assert_eq!(
            failure::<ServerTime>("*1\r\n:5\r\n"),
            "reply: expected seconds and microseconds, found 1 elements"
        );
        assert_eq!(
            failure::<ServerTime>("*2\r\n:9223372036854775807\r\n:1000000\r\n"),
            "reply: expected time, found other text"
        );
    }
}
