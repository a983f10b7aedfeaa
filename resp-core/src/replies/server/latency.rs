//! How long things took.

use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;
use std::time::SystemTime;

use super::super::{Fields, without_strings};
use super::ServerTime;
use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::replies::elements::Elements;

/// An event that delayed the server.
///
/// ```
/// use std::time::Duration;
/// use resp_core::{Decoder, Progress, cmd, replies::LatencyEvent};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*1\r\n*4\r\n$4\r\nfork\r\n:1795285480\r\n:2\r\n:7\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let events = cmd::raw("LATENCY").arg("LATEST").returning::<Vec<LatencyEvent>>().decode(reply).unwrap();
/// assert_eq!((events[0].event.as_str(), events[0].longest), ("fork", Duration::from_millis(7)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LatencyEvent {
    /// Its name, such as `command`, `fork` or `expire-cycle`.
    pub event: String,
    /// When it happened last, to the second.
    pub time: SystemTime,
    /// How long it took then, to the millisecond.
    pub latest: Duration,
    /// How long it took at the most since the figures were reset.
    pub longest: Duration,
}

/// One time that an event delayed the server.
///
/// ```
/// use std::time::Duration;
/// use resp_core::{Decoder, Progress, cmd, replies::LatencySample};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*1\r\n*2\r\n:1795285480\r\n:2\r\n")? else { panic!() };
/// let command = cmd::raw("LATENCY").args(["HISTORY", "fork"]).returning::<Vec<LatencySample>>();
/// assert_eq!(command.decode(reply).unwrap()[0].latency, Duration::from_millis(2));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LatencySample {
    /// When it happened, to the second.
    pub time: SystemTime,
    /// How long it took, to the millisecond.
    pub latency: Duration,
}

/// How often a command took how long.
///
/// ```
/// use std::{collections::HashMap, time::Duration};
/// use resp_core::{Decoder, Progress, cmd, replies::CommandLatency};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%1\r\n$3\r\nget\r\n%2\r\n$5\r\ncalls\r\n:3\r\n$14\r\nhistogram_usec\r\n%2\r\n:1\r\n:1\r\n:2\r\n:3\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let command = cmd::raw("LATENCY").arg("HISTOGRAM").returning::<HashMap<String, CommandLatency>>();
/// let get = command.decode(reply).unwrap().remove("get").unwrap();
/// assert_eq!((get.calls, get.buckets[1]), (3, (Duration::from_micros(2), 3)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CommandLatency {
    /// How often it ran.
    pub calls: u64,
    /// How many runs took at most this long, the shortest time first. A run is
    /// counted in each bucket that it fits.
    pub buckets: Vec<(Duration, u64)>,
}

without_strings!(LatencyEvent, LatencySample, CommandLatency);

impl FromReply for LatencyEvent {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let mut elements = Elements::of(frame, "latency event")?;
        Ok(Self {
            event: elements.required::<String>()?,
            time: elements.required::<ServerTime>()?,
            latest: Duration::from_millis(elements.required::<u64>()?),
            longest: Duration::from_millis(elements.required::<u64>()?),
        })
    }
}

impl FromReply for LatencySample {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let mut elements = Elements::of(frame, "latency sample")?;
        Ok(Self {
            time: elements.required::<ServerTime>()?,
            latency: Duration::from_millis(elements.required::<u64>()?),
        })
    }
}

impl FromReply for CommandLatency {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "latency histogram")?;
        let buckets = fields.required::<Pairs<u64, u64>>("histogram_usec")?.into_iter();
        Ok(Self {
            calls: fields.required::<u64>("calls")?,
            buckets: buckets.map(|(micros, count)| (Duration::from_micros(micros), count)).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{decode, failure};
    use super::*;
    use std::collections::HashMap;
    use std::time::UNIX_EPOCH;

    #[test]
    fn events_and_samples() {
        let time = UNIX_EPOCH + Duration::from_secs(1_795_285_480);
        let latest = "*1\r\n*4\r\n$7\r\ncommand\r\n:1795285480\r\n:2\r\n:9\r\n";
        let event = &decode::<Vec<LatencyEvent>>(latest)[0];
        assert_eq!((event.event.as_str(), event.time), ("command", time));
        assert_eq!((event.latest, event.longest), (Duration::from_millis(2), Duration::from_millis(9)));
        let history = "*1\r\n*2\r\n:1795285480\r\n:2\r\n";
        let sample = LatencySample { time, latency: Duration::from_millis(2) };
        assert_eq!(decode::<Vec<LatencySample>>(history), [sample]);
        assert_eq!(failure::<LatencySample>(":1\r\n"), "reply: expected latency sample, found integer");
        assert_eq!(
            failure::<LatencyEvent>("*2\r\n$1\r\nx\r\n+y\r\n"),
            "reply[1]: expected integer, found other text"
        );
    }

    #[test]
    fn histograms_of_both_versions() {
        for wire in [
            "*2\r\n$4\r\nrole\r\n*4\r\n$5\r\ncalls\r\n:1\r\n$14\r\nhistogram_usec\r\n*2\r\n:8\r\n:1\r\n",
            "%1\r\n$4\r\nrole\r\n%2\r\n$5\r\ncalls\r\n:1\r\n$14\r\nhistogram_usec\r\n%1\r\n:8\r\n:1\r\n",
        ] {
            let all = decode::<HashMap<String, CommandLatency>>(wire);
            let role = CommandLatency { calls: 1, buckets: Vec::from([(Duration::from_micros(8), 1)]) };
            assert_eq!(all["role"], role);
        }
        assert_eq!(
            failure::<CommandLatency>("%1\r\n+calls\r\n:1\r\n"),
            "reply.histogram_usec: expected a value, found nothing"
        );
    }
}
