//! Which unit a server counts a time in.

use core::fmt;
use core::marker::PhantomData;
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use super::without_strings;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;

/// A marker for a `T` that the server counts in seconds; what comes is the `T`.
/// A [`SystemTime`] is counted from 1970 on.
///
/// ```
/// use std::time::Duration;
/// use resp_core::replies::{Seconds, Ttl};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("TTL").arg("session").returning::<Seconds<Ttl>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":60\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), Ttl::In(Duration::from_secs(60)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
pub struct Seconds<T>(PhantomData<fn() -> T>);

/// A marker for a `T` that the server counts in milliseconds; what comes is the `T`.
/// A [`SystemTime`] is counted from 1970 on.
///
/// ```
/// use std::time::Duration;
/// use resp_core::replies::{Millis, Ttl};
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::raw("PTTL").arg("session").returning::<Millis<Ttl>>();
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b":1500\r\n")? else { panic!() };
/// assert_eq!(command.decode(reply).unwrap(), Ttl::In(Duration::from_millis(1500)));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
pub struct Millis<T>(PhantomData<fn() -> T>);

impl<T> fmt::Debug for Seconds<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seconds")
    }
}

impl<T> fmt::Debug for Millis<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Millis")
    }
}

/// A marker for a [`Duration`] that the server counts in microseconds.
pub(super) struct Micros;

/// A marker for a time where 0 says that there is none.
pub(super) struct OrNever<T>(PhantomData<fn() -> T>);

macro_rules! unit {
    ($($unit:ty, $make:ident;)*) => {$(
        impl FromReply for $unit {
            type Out = Duration;

            fn from_reply(frame: Frame<'_>) -> Result<Duration, ConvertError> {
                u64::from_reply(frame).map(Duration::$make)
            }
        }
    )*};
}

unit! {
    Seconds<Duration>, from_secs;
    Millis<Duration>, from_millis;
    Micros, from_micros;
}

impl FromReply for Seconds<SystemTime> {
    type Out = SystemTime;

    fn from_reply(frame: Frame<'_>) -> Result<SystemTime, ConvertError> {
        since_1970(Seconds::<Duration>::from_reply(frame)?)
    }
}

impl FromReply for Millis<SystemTime> {
    type Out = SystemTime;

    fn from_reply(frame: Frame<'_>) -> Result<SystemTime, ConvertError> {
        since_1970(Millis::<Duration>::from_reply(frame)?)
    }
}

impl<T: FromReply> FromReply for OrNever<T> {
    type Out = Option<T::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if u64::from_reply(frame)? == 0 { Ok(None) } else { T::from_reply(frame).map(Some) }
    }
}

without_strings!(Seconds<Duration>, Millis<Duration>, Seconds<SystemTime>, Millis<SystemTime>);

/// The time so long after 1970 began; an error where the clock does not reach.
pub(super) fn since_1970(time: Duration) -> Result<SystemTime, ConvertError> {
    UNIX_EPOCH.checked_add(time).ok_or_else(|| ConvertError::text("time"))
}

/// [`Seconds`] and [`Millis`] of types that have a function `counted`, which is
/// given the reply and what makes a duration of a number.
macro_rules! counted {
    ($($type:ident),* $(,)?) => {$(
        $crate::replies::counted!(@ $type Seconds from_secs);
        $crate::replies::counted!(@ $type Millis from_millis);
    )*};
    (@ $type:ident $unit:ident $make:ident) => {
        impl $crate::convert::FromReply for $crate::replies::$unit<$type> {
            type Out = $type;

            fn from_reply(
                frame: $crate::frame::Frame<'_>,
            ) -> Result<$type, $crate::convert::ConvertError> {
                $type::counted(frame, core::time::Duration::$make)
            }
        }

        $crate::replies::without_strings!($crate::replies::$unit<$type>);
    };
}

pub(crate) use counted;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    #[test]
    fn durations() {
        assert_eq!(decode::<Seconds<Duration>>(":5\r\n"), Ok(Duration::from_secs(5)));
        assert_eq!(decode::<Millis<Duration>>(":5\r\n"), Ok(Duration::from_millis(5)));
        for null in ["$-1\r\n", "_\r\n"] {
            assert_eq!(decode::<Option<Seconds<Duration>>>(null), Ok(None));
        }
        let error = decode::<Seconds<Duration>>(":-5\r\n").unwrap_err().to_string();
        assert_eq!(error, "reply: expected integer within u64, found other text");
    }

    #[test]
    fn times() {
        let at = |millis| Ok(UNIX_EPOCH + Duration::from_millis(millis));
        assert_eq!(decode::<Seconds<SystemTime>>(":5\r\n"), at(5000));
        assert_eq!(decode::<Millis<SystemTime>>("$1\r\n5\r\n"), at(5));
        assert_eq!(decode::<OrNever<Millis<SystemTime>>>(":5\r\n"), at(5).map(Some));
        assert_eq!(decode::<OrNever<Millis<SystemTime>>>(":0\r\n"), Ok(None));
        assert_eq!(decode::<Micros>(":5\r\n"), Ok(Duration::from_micros(5)));
    }

    #[test]
    fn no_number_overflows() {
        for wire in [":9223372036854775807\r\n", "$20\r\n18446744073709551615\r\n"] {
            assert!(decode::<Seconds<Duration>>(wire).is_ok());
            let _ = (decode::<Seconds<SystemTime>>(wire), decode::<Millis<SystemTime>>(wire));
            let _ = decode::<OrNever<Seconds<SystemTime>>>(wire);
        }
    }
}
