//! Samples and their times.

use alloc::vec::Vec;
use std::time::SystemTime;

use crate::convert::{ConvertError, FromReply, ServerError};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::time::Millis;
use crate::replies::without_strings;

/// A value at a time.
///
/// The value is text in RESP2 and a double in RESP3.
///
/// ```
/// use std::time::{Duration, UNIX_EPOCH};
/// use resp_core::replies::Sample;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(resp2) = decoder.decode(b"*2\r\n:1500\r\n+27.5\r\n")? else { panic!() };
/// let sample = Sample::from_reply(resp2).unwrap();
/// assert_eq!((sample.time, sample.value), (UNIX_EPOCH + Duration::from_millis(1500), 27.5));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Sample {
    /// Its time, to the millisecond.
    pub time: SystemTime,
    /// Its value; not a number where a span of time has none.
    pub value: f64,
}

/// A marker for a sample that may not be there, which comes as `Option<Sample>`:
/// servers say so with an empty array.
#[derive(Debug)]
pub struct LatestSample;

/// A marker for the times of samples that were added, each of which may have
/// failed: `Vec<Result<SystemTime, ServerError>>`.
///
/// ```
/// use resp_core::replies::AddedSamples;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*2\r\n:1500\r\n-ERR TSDB: the key does not exist\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let added = AddedSamples::from_reply(reply).unwrap();
/// assert!(added[0].is_ok());
/// assert_eq!(added[1].as_ref().unwrap_err().code(), "ERR");
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Debug)]
pub struct AddedSamples;

without_strings!(Sample, LatestSample, AddedSamples);

impl FromReply for Sample {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (time, value) = <(Millis<SystemTime>, f64)>::from_reply(frame)?;
        Ok(Self { time, value })
    }
}

impl FromReply for LatestSample {
    type Out = Option<Sample>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Null => Ok(None),
            Kind::Array if frame.is_empty() => Ok(None),
            _ => Sample::from_reply(frame).map(Some),
        }
    }
}

impl FromReply for AddedSamples {
    type Out = Vec<Result<SystemTime, ServerError>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        Vec::<Result<Millis<SystemTime>, ServerError>>::from_reply(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;
    use core::time::Duration;
    use std::time::UNIX_EPOCH;

    #[test]
    fn samples_of_both_versions() {
        let expected = Sample { time: UNIX_EPOCH + Duration::from_millis(1500), value: 27.5 };
        for wire in ["*1\r\n*2\r\n:1500\r\n+27.5\r\n", "*1\r\n*2\r\n:1500\r\n,27.5\r\n"] {
            assert_eq!(decode::<Vec<Sample>>(wire), Ok([expected].into()));
        }
        assert!(decode::<Sample>("*2\r\n:0\r\n+NaN\r\n").unwrap().value.is_nan());
        let error = decode::<Vec<Sample>>("*1\r\n*2\r\n:-1\r\n+1\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0][0]: expected integer within u64, found other text");
        let error = decode::<Sample>("*1\r\n:0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply: expected array of 2, found 1 elements");
    }

    #[test]
    fn there_may_be_none() {
        assert_eq!(decode::<LatestSample>("*0\r\n"), Ok(None));
        assert_eq!(decode::<LatestSample>("_\r\n"), Ok(None));
        assert_eq!(
            decode::<LatestSample>("*2\r\n:0\r\n,1\r\n"),
            Ok(Some(Sample { time: UNIX_EPOCH, value: 1.0 }))
        );
        assert!(decode::<LatestSample>("+OK\r\n").is_err());
    }

    #[test]
    fn each_may_fail() {
        let added = decode::<AddedSamples>("*2\r\n:1000\r\n-ERR TSDB: the key does not exist\r\n").unwrap();
        let [Ok(time), Err(error)] = &added[..] else { panic!("{added:?}") };
        assert_eq!((*time, error.code()), (UNIX_EPOCH + Duration::from_secs(1), "ERR"));
        let error = decode::<AddedSamples>("*1\r\n+x\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0]: expected integer, found other text");
    }
}
