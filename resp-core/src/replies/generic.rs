//! What the commands for keys of any type answer.

use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;

use super::{counted, without_strings};
use crate::convert::{Arg, ConvertError, FromReply, ToArg};
use crate::frame::Frame;
use crate::marker::Kind;

/// How long a key still has to live.
///
/// ```
/// use std::time::Duration;
/// use resp_core::replies::Ttl;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":60\r\n")? else { panic!() };
/// let ttl = cmd::ttl("session").decode(reply).unwrap();
/// assert_eq!(ttl, Ttl::In(Duration::from_secs(60)));
/// assert_eq!(ttl.remaining(), Some(Duration::from_secs(60)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ttl {
    /// There is no such key.
    NoKey,
    /// It has no time to live.
    Forever,
    /// It vanishes after this time.
    In(Duration),
}

impl Ttl {
    /// The time, if there is a key and it has one.
    #[must_use]
    pub const fn remaining(self) -> Option<Duration> {
        match self {
            Self::In(time) => Some(time),
            Self::NoKey | Self::Forever => None,
        }
    }

    fn counted(frame: Frame<'_>, unit: fn(u64) -> Duration) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::NoKey),
            -1 => Ok(Self::Forever),
            count => match u64::try_from(count) {
                Ok(count) => Ok(Self::In(unit(count))),
                Err(_) => Err(ConvertError::text("time to live")),
            },
        }
    }
}

/// When a key vanishes.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use resp_core::replies::Expiry;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":1500\r\n")? else { panic!() };
/// let expiry = cmd::pexpiretime("session").decode(reply).unwrap();
/// assert_eq!(expiry, Expiry::At(UNIX_EPOCH + Duration::from_millis(1500)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expiry {
    /// There is no such key.
    NoKey,
    /// It has no time to live.
    Never,
    /// It vanishes at this time.
    At(SystemTime),
}

impl Expiry {
    /// The time, if there is a key and it has one.
    #[must_use]
    pub const fn time(self) -> Option<SystemTime> {
        match self {
            Self::At(time) => Some(time),
            Self::NoKey | Self::Never => None,
        }
    }

    fn counted(frame: Frame<'_>, unit: fn(u64) -> Duration) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::NoKey),
            -1 => Ok(Self::Never),
            count => {
                let time = u64::try_from(count).ok().and_then(|count| UNIX_EPOCH.checked_add(unit(count)));
                time.map(Self::At).ok_or_else(|| ConvertError::text("Unix time"))
            }
        }
    }
}

counted!(Ttl, Expiry);

/// What a key holds, in the server's own form, with its version and a checksum.
///
/// It is bytes, not text, whatever the key holds.
///
/// ```
/// use resp_core::cmd::{self, Expires};
/// use resp_core::{Decoder, Progress};
///
/// let mut decoder = Decoder::new();
/// let reply = b"$13\r\n\x00\xc0\x01\x0a\x00\x26\x78\xe7\xb6\xd1\x01\x11\xfc\r\n";
/// let Progress::Frame(reply) = decoder.decode(reply)? else { panic!() };
/// let dump = cmd::dump("visits").decode(reply).unwrap().unwrap();
/// let copy = cmd::restore("copy", Expires::Never, dump);
/// # let _ = copy;
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump(pub Bytes);

impl ToArg for Dump {
    fn to_arg(&self) -> Arg<'_> {
        self.0.to_arg()
    }
}

impl FromReply for Dump {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        Bytes::from_reply(frame).map(Self)
    }
}

/// Whether there were keys to move to another server.
///
/// ```
/// use std::time::Duration;
/// use resp_core::replies::Migrated;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::migrate("10.0.0.2", 6379, 0, Duration::from_secs(5), ["a", "b"]);
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"+NOKEY\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), Migrated::NoKey);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Migrated {
    /// Those that there were are at the other server now.
    Done,
    /// There were none.
    NoKey,
}

impl FromReply for Migrated {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match frame.as_bytes().filter(|_| !frame.is_error()) {
            Some(b"OK") => Ok(Self::Done),
            Some(b"NOKEY") => Ok(Self::NoKey),
            Some(_) => Err(ConvertError::text("OK or NOKEY")),
            None => Err(ConvertError::kind("OK or NOKEY", frame)),
        }
    }
}

/// Whose append-only files hold what a connection wrote.
///
/// ```
/// use std::time::Duration;
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::waitaof(true, 1, Duration::from_secs(1));
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n:1\r\n:2\r\n")? else { panic!() };
/// let synced = command.decode(reply).unwrap();
/// assert_eq!((synced.local, synced.replicas), (true, 2));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct AofSynced {
    /// Whether the server's own does.
    pub local: bool,
    /// How many of its replicas' do.
    pub replicas: u64,
}

impl FromReply for AofSynced {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        if frame.kind() != Kind::Array {
            return Err(ConvertError::kind("array of 2", frame));
        }
        let (local, replicas) = <(bool, u64)>::from_reply(frame)?;
        Ok(Self { local, replicas })
    }
}

without_strings!(Dump, Migrated, AofSynced);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use crate::replies::{Millis, Seconds};
    use alloc::string::ToString;

    // But for nulls, all of these are the same in both versions.

    #[test]
    fn times_to_live() {
        for (number, expected) in [
            (":-2\r\n", [Ttl::NoKey; 2]),
            (":-1\r\n", [Ttl::Forever; 2]),
            (":0\r\n", [Ttl::In(Duration::ZERO); 2]),
            (":7\r\n", [Ttl::In(Duration::from_secs(7)), Ttl::In(Duration::from_millis(7))]),
        ] {
            assert_eq!(decode::<Seconds<Ttl>>(number).unwrap(), expected[0]);
            assert_eq!(decode::<Millis<Ttl>>(number).unwrap(), expected[1]);
        }
        let error = |wire| decode::<Seconds<Ttl>>(wire).unwrap_err().to_string();
        assert_eq!(error(":-3\r\n"), "reply: expected time to live, found other text");
        assert_eq!(error("*0\r\n"), "reply: expected integer, found array");
    }

    #[test]
    fn times_of_expiry() {
        let at = |millis| Expiry::At(UNIX_EPOCH + Duration::from_millis(millis));
        for (number, expected) in [
            (":-2\r\n", [Expiry::NoKey; 2]),
            (":-1\r\n", [Expiry::Never; 2]),
            (":1795285668\r\n", [at(1_795_285_668_000), at(1_795_285_668)]),
        ] {
            assert_eq!(decode::<Seconds<Expiry>>(number).unwrap(), expected[0]);
            assert_eq!(decode::<Millis<Expiry>>(number).unwrap(), expected[1]);
        }
        assert_eq!((at(5).time(), Expiry::Never.time()), (Some(UNIX_EPOCH + Duration::from_millis(5)), None));
        let error = |wire| decode::<Millis<Expiry>>(wire).unwrap_err().to_string();
        assert_eq!(error(":-3\r\n"), "reply: expected Unix time, found other text");
        // As late as can be said, which some systems cannot.
        assert!(!matches!(decode::<Seconds<Expiry>>(":9223372036854775807\r\n"), Ok(Expiry::Never)));
    }

    #[test]
    fn dumps_are_bytes() {
        let dump = decode::<Option<Dump>>("$3\r\n\0\u{1}a\r\n").unwrap().unwrap();
        assert_eq!(dump.to_arg().as_bytes(), b"\0\x01a");
        for null in ["$-1\r\n", "_\r\n"] {
            assert_eq!(decode::<Option<Dump>>(null), Ok(None));
        }
        let error = decode::<Dump>("*0\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected string, found array");
    }

    #[test]
    fn what_moved() {
        assert_eq!(decode::<Migrated>("+OK\r\n"), Ok(Migrated::Done));
        assert_eq!(decode::<Migrated>("+NOKEY\r\n"), Ok(Migrated::NoKey));
        let error = |wire| decode::<Migrated>(wire).unwrap_err().to_string();
        assert_eq!(error("+QUEUED\r\n"), "reply: expected OK or NOKEY, found other text");
        assert_eq!(error(":1\r\n"), "reply: expected OK or NOKEY, found integer");
    }

    #[test]
    fn what_is_on_disk() {
        let synced = decode::<AofSynced>("*2\r\n:0\r\n:2\r\n");
        assert_eq!(synced, Ok(AofSynced { local: false, replicas: 2 }));
        let error = |wire| decode::<AofSynced>(wire).unwrap_err().to_string();
        assert_eq!(error(":1\r\n"), "reply: expected array of 2, found integer");
        assert_eq!(error("*2\r\n:1\r\n:-1\r\n"), "reply[1]: expected integer within u64, found other text");
    }
}
