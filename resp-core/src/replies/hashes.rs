//! What the commands of hashes answer about fields that expire.

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{counted, without_strings};
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// What came of telling a field when to vanish.
///
/// ```
/// use std::time::Duration;
/// use resp_core::replies::FieldExpire;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::hexpire("session", Duration::from_secs(60), ["token", "x"]);
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n:1\r\n:-2\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), [FieldExpire::Set, FieldExpire::NoField]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldExpire {
    /// There is no such field or key.
    NoField,
    /// The condition does not hold, so nothing was changed.
    NotMet,
    /// The field will vanish at that time.
    Set,
    /// That time had come already, so the field was removed.
    Removed,
}

impl FromReply for FieldExpire {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::NoField),
            0 => Ok(Self::NotMet),
            1 => Ok(Self::Set),
            2 => Ok(Self::Removed),
            _ => Err(ConvertError::text("result for a field")),
        }
    }
}

/// What came of telling a field to live for ever.
///
/// ```
/// use resp_core::replies::FieldPersist;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::hpersist("session", "token");
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*1\r\n:1\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), [FieldPersist::Persisted]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldPersist {
    /// There is no such field or key.
    NoField,
    /// The field had no time to live.
    WasForever,
    /// The field has no time to live any more.
    Persisted,
}

impl FromReply for FieldPersist {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::NoField),
            -1 => Ok(Self::WasForever),
            1 => Ok(Self::Persisted),
            _ => Err(ConvertError::text("result for a field")),
        }
    }
}

/// How long a field will still live.
///
/// ```
/// use std::time::Duration;
/// use resp_core::replies::FieldTtl;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::httl("session", ["token", "user"]);
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n:60\r\n:-1\r\n")? else { panic!() };
/// let times = command.decode(reply).unwrap();
/// assert_eq!(times, [FieldTtl::In(Duration::from_secs(60)), FieldTtl::Forever]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldTtl {
    /// There is no such field or key.
    NoField,
    /// The field has no time to live.
    Forever,
    /// The field will vanish after this time.
    In(Duration),
}

/// When a field will vanish.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use resp_core::replies::FieldExpiry;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::hpexpiretime("session", "token");
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*1\r\n:1500\r\n")? else { panic!() };
/// let times = command.decode(reply).unwrap();
/// assert_eq!(times, [FieldExpiry::At(UNIX_EPOCH + Duration::from_millis(1500))]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldExpiry {
    /// There is no such field or key.
    NoField,
    /// The field has no time to live.
    Never,
    /// The field will vanish at this time.
    At(SystemTime),
}

without_strings!(FieldExpire, FieldPersist);
counted!(FieldTtl, FieldExpiry);

impl FieldTtl {
    fn counted(frame: Frame<'_>, unit: fn(u64) -> Duration) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::NoField),
            -1 => Ok(Self::Forever),
            count => match u64::try_from(count) {
                Ok(count) => Ok(Self::In(unit(count))),
                Err(_) => Err(ConvertError::text("time to live")),
            },
        }
    }
}

impl FieldExpiry {
    fn counted(frame: Frame<'_>, unit: fn(u64) -> Duration) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::NoField),
            -1 => Ok(Self::Never),
            count => {
                let time = u64::try_from(count).ok().and_then(|count| UNIX_EPOCH.checked_add(unit(count)));
                time.map(Self::At).ok_or_else(|| ConvertError::text("Unix time"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use crate::replies::{Millis, Seconds};
    use alloc::string::ToString;
    use alloc::vec::Vec;

    // Integers are the same in both versions.

    #[test]
    fn results_for_fields() {
        use {FieldExpire as Expiry, FieldPersist as Persist};

        let expiry = decode::<Vec<Expiry>>("*4\r\n:-2\r\n:0\r\n:1\r\n:2\r\n").unwrap();
        assert_eq!(expiry, [Expiry::NoField, Expiry::NotMet, Expiry::Set, Expiry::Removed]);
        let persist = decode::<Vec<Persist>>("*3\r\n:-2\r\n:-1\r\n:1\r\n").unwrap();
        assert_eq!(persist, [Persist::NoField, Persist::WasForever, Persist::Persisted]);
        // Early servers said of a key that does not exist.
        for null in ["*-1\r\n", "_\r\n"] {
            assert_eq!(decode::<Vec<Expiry>>(null), Ok(Vec::new()));
        }
    }

    #[test]
    fn times_in_both_units() {
        let wire = "*3\r\n:-2\r\n:-1\r\n:1500\r\n";
        let seconds = Duration::from_secs(1500);
        let millis = Duration::from_millis(1500);
        let ttl = |time| [FieldTtl::NoField, FieldTtl::Forever, FieldTtl::In(time)];
        assert_eq!(decode::<Vec<Seconds<FieldTtl>>>(wire).unwrap(), ttl(seconds));
        assert_eq!(decode::<Vec<Millis<FieldTtl>>>(wire).unwrap(), ttl(millis));
        let at = |time| [FieldExpiry::NoField, FieldExpiry::Never, FieldExpiry::At(UNIX_EPOCH + time)];
        assert_eq!(decode::<Vec<Seconds<FieldExpiry>>>(wire).unwrap(), at(seconds));
        assert_eq!(decode::<Vec<Millis<FieldExpiry>>>(wire).unwrap(), at(millis));
    }

    #[test]
    fn other_shapes() {
        let error = decode::<Vec<FieldExpire>>("*2\r\n:1\r\n:3\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply[1]: expected result for a field, found other text");
        let error = decode::<Vec<FieldPersist>>("*1\r\n:0\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply[0]: expected result for a field, found other text");
        let error = decode::<Vec<Seconds<FieldTtl>>>("*1\r\n:-3\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply[0]: expected time to live, found other text");
        let error = decode::<Vec<Millis<FieldExpiry>>>("*1\r\n:-3\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply[0]: expected Unix time, found other text");
        let error = decode::<Vec<Millis<FieldTtl>>>("+OK\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected array, found simple string");
    }
}
