//! Logs of costly commands.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;
use std::time::SystemTime;

use bytes::Bytes;

use super::super::with_strings;
use super::ServerTime;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::elements::Elements;

/// A command that took long.
///
/// ```
/// use std::time::Duration;
/// use resp_core::{Decoder, Progress, cmd, replies::SlowlogEntry};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*1\r\n*4\r\n:14\r\n:1795285480\r\n:15000\r\n*2\r\n$4\r\nKEYS\r\n$1\r\n*\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let entries = cmd::raw("SLOWLOG").arg("GET").returning::<Vec<SlowlogEntry>>().text().decode(reply).unwrap();
/// assert_eq!((entries[0].id, entries[0].duration), (14, Duration::from_millis(15)));
/// assert_eq!(entries[0].args, ["KEYS", "*"]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SlowlogEntry<S = Bytes> {
    /// Counts up and is never given twice before the server starts anew.
    pub id: u64,
    /// When it ran, to the second.
    pub time: SystemTime,
    /// How long it ran, to the microsecond.
    pub duration: Duration,
    /// Its words. Of many the last one says how many were left out, of a long
    /// one its end says how many bytes.
    pub args: Vec<S>,
    /// Address and port of who sent it. Since Redis 4.0.
    pub client_addr: Option<String>,
    /// The name of that connection; empty if it has none. Since Redis 4.0.
    pub client_name: Option<String>,
}

/// A command that cost time or traffic; of Valkey 8.1 and later.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::CommandlogEntry};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*1\r\n*6\r\n:3\r\n:1795285480\r\n:1048611\r\n*1\r\n$3\r\nGET\r\n$11\r\n127.0.0.1:5\r\n$0\r\n\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let command = cmd::raw("COMMANDLOG").args(["GET", "1", "LARGE-REPLY"]).returning::<Vec<CommandlogEntry>>();
/// assert_eq!(command.decode(reply).unwrap()[0].amount, 1_048_611);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CommandlogEntry<S = Bytes> {
    /// Counts up and is never given twice before the server starts anew.
    pub id: u64,
    /// When it ran, to the second.
    pub time: SystemTime,
    /// What it cost: microseconds in the log of slow commands, bytes in the
    /// logs of large requests and large replies.
    pub amount: u64,
    /// Its words. Of many the last one says how many were left out, of a long
    /// one its end says how many bytes.
    pub args: Vec<S>,
    /// Address and port of who sent it.
    pub client_addr: String,
    /// The name of that connection; empty if it has none.
    pub client_name: String,
}

with_strings!(SlowlogEntry, CommandlogEntry);

impl<S: FromReply> FromReply for SlowlogEntry<S> {
    type Out = SlowlogEntry<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut elements = Elements::of(frame, "slow log entry")?;
        Ok(SlowlogEntry {
            id: elements.required::<u64>()?,
            time: elements.required::<ServerTime>()?,
            duration: Duration::from_micros(elements.required::<u64>()?),
            args: elements.required::<Vec<S>>()?,
            client_addr: elements.optional::<String>()?,
            client_name: elements.optional::<String>()?,
        })
    }
}

impl<S: FromReply> FromReply for CommandlogEntry<S> {
    type Out = CommandlogEntry<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let mut elements = Elements::of(frame, "command log entry")?;
        Ok(CommandlogEntry {
            id: elements.required::<u64>()?,
            time: elements.required::<ServerTime>()?,
            amount: elements.required::<u64>()?,
            args: elements.required::<Vec<S>>()?,
            client_addr: elements.required::<String>()?,
            client_name: elements.required::<String>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;
    use std::time::UNIX_EPOCH;

    // The same in both versions of the protocol.
    const ENTRY: &str =
        "*6\r\n:1\r\n:1795285480\r\n:5\r\n*1\r\n$4\r\nROLE\r\n$15\r\n127.0.0.1:50664\r\n$0\r\n\r\n";

    #[test]
    fn slow_commands() {
        let entry = decode::<SlowlogEntry>(ENTRY);
        assert_eq!((entry.id, entry.time), (1, UNIX_EPOCH + Duration::from_secs(1_795_285_480)));
        assert_eq!((entry.duration, &entry.args[..]), (Duration::from_micros(5), &[Bytes::from("ROLE")][..]));
        assert_eq!(entry.client_addr.as_deref(), Some("127.0.0.1:50664"));
        assert_eq!(entry.client_name.as_deref(), Some(""));
        let old = decode::<SlowlogEntry<String>>("*4\r\n:1\r\n:2\r\n:5\r\n*1\r\n$4\r\nROLE\r\n");
        assert_eq!((&*old.args[0], old.client_addr), ("ROLE", None));
        assert_eq!(
            failure::<SlowlogEntry>("*2\r\n:1\r\n:1\r\n"),
            "reply: expected slow log entry, found 2 elements"
        );
    }

    #[test]
    fn costly_commands() {
        let entry = decode::<CommandlogEntry>(ENTRY);
        assert_eq!((entry.amount, &*entry.client_addr), (5, "127.0.0.1:50664"));
        assert_eq!(
            failure::<CommandlogEntry>("+OK\r\n"),
            "reply: expected command log entry, found simple string"
        );
    }
}
