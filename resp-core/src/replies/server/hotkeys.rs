//! The keys that cost a server the most.

use alloc::vec::Vec;
use core::time::Duration;
use std::time::SystemTime;

use bytes::Bytes;

use super::super::{Fields, Millis, with_strings};
use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;

/// The keys that cost a server the most while it watched them.
///
/// ```no_run
/// use resp_core::{Frame, ReplyError, cmd, replies::Hotkeys};
///
/// fn shows(reply: Frame<'_>) -> Result<(), ReplyError> {
///     let command = cmd::raw("HOTKEYS").arg("GET").returning::<Option<Hotkeys>>().text();
///     for (key, time) in command.decode(reply)?.map(|found| found.by_cpu_time).unwrap_or_default() {
///         println!("{key} {time:?}");
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hotkeys<S = Bytes> {
    /// Whether it still watches.
    pub is_active: bool,
    /// It looks at one in so many keys.
    pub sample_ratio: u64,
    /// When it began, to the millisecond.
    pub start: SystemTime,
    /// How long it has watched.
    pub duration: Duration,
    /// Time that all commands took, of the slots watched or not.
    pub all_commands_time: Duration,
    /// Bytes that all commands and replies had, of the slots watched or not.
    pub all_commands_bytes: u64,
    /// The keys that took the most time and how much, the worst first; empty
    /// if that is not watched.
    pub by_cpu_time: Vec<(S, Duration)>,
    /// The keys that had the most traffic and how many bytes, the worst first;
    /// empty if that is not watched.
    pub by_net_bytes: Vec<(S, u64)>,
}

with_strings!(Hotkeys);

impl<S: FromReply> FromReply for Hotkeys<S> {
    type Out = Hotkeys<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        // The fields, or a list that holds nothing but them.
        let inner =
            if frame.kind() == Kind::Array && frame.len() == 1 { frame.children().next() } else { None };
        let fields = Fields::of(inner.unwrap_or(frame), "hot keys")?;
        let by_cpu_time = fields.optional::<Pairs<S, u64>>("by-cpu-time-us")?.unwrap_or_default();
        Ok(Hotkeys {
            is_active: fields.required::<bool>("tracking-active")?,
            sample_ratio: fields.required::<u64>("sample-ratio")?,
            start: fields.required::<Millis<SystemTime>>("collection-start-time-unix-ms")?,
            duration: Duration::from_millis(fields.required::<u64>("collection-duration-ms")?),
            all_commands_time: Duration::from_micros(fields.required::<u64>("all-commands-all-slots-us")?),
            all_commands_bytes: fields.required::<u64>("net-bytes-all-commands-all-slots")?,
            by_cpu_time: by_cpu_time
                .into_iter()
                .map(|(key, time)| (key, Duration::from_micros(time)))
                .collect(),
            by_net_bytes: fields.optional::<Pairs<S, u64>>("by-net-bytes")?.unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;
    use alloc::string::String;
    use std::time::UNIX_EPOCH;

    const FIELDS: &str = "+tracking-active\r\n:1\r\n+sample-ratio\r\n:1\r\n+selected-slots\r\n*0\r\n\
        +all-commands-all-slots-us\r\n:220\r\n+net-bytes-all-commands-all-slots\r\n:200\r\n\
        +collection-start-time-unix-ms\r\n:1769420604522\r\n+collection-duration-ms\r\n:6408\r\n\
        +by-cpu-time-us\r\n*4\r\n$1\r\nx\r\n:104\r\n$1\r\ny\r\n:98\r\n";

    // As documented; no server here has it.
    #[test]
    fn all_shapes() {
        for head in ["*16\r\n", "*1\r\n*16\r\n", "*1\r\n%8\r\n", "%8\r\n"] {
            let found = decode::<Hotkeys<String>>(&[head, FIELDS].concat());
            assert_eq!((found.is_active, found.sample_ratio, found.all_commands_bytes), (true, 1, 200));
            assert_eq!(found.start, UNIX_EPOCH + Duration::from_millis(1_769_420_604_522));
            assert_eq!(found.by_cpu_time[1], ("y".into(), Duration::from_micros(98)));
            assert_eq!(found.by_net_bytes, []);
        }
        assert_eq!(failure::<Hotkeys>("*0\r\n"), "reply.tracking-active: expected a value, found nothing");
    }
}
