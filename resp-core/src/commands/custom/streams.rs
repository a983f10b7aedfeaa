//! Where ranges and reading of streams start and end, ids for new entries, how
//! streams are trimmed, and why entries are given back.

use core::fmt;
use core::time::Duration;
use std::time::SystemTime;

use super::words;
use crate::convert::{Arg, ToArg, ToArgs};
use crate::replies::StreamId;

/// The id of an entry to be added.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use resp_core::ToArg;
/// use resp_core::cmd::NewId;
/// use resp_core::replies::StreamId;
///
/// assert_eq!(NewId::Auto.to_arg().as_bytes(), b"*");
/// assert_eq!(NewId::from(StreamId::new(5, 1)).to_arg().as_bytes(), b"5-1");
/// let second = SystemTime::UNIX_EPOCH + Duration::from_secs(1);
/// assert_eq!(NewId::At(second).to_arg().as_bytes(), b"1000-*");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewId {
    /// `*`: the server chooses it by its clock.
    Auto,
    /// This millisecond, whose next number the server chooses. Since 7.0.
    At(SystemTime),
    /// This one, which must be higher than all before.
    Exactly(StreamId),
}

impl From<StreamId> for NewId {
    fn from(id: StreamId) -> Self {
        Self::Exactly(id)
    }
}

impl fmt::Display for NewId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Auto => f.write_str("*"),
            Self::At(time) => write!(f, "{}-*", unix_millis(*time)),
            Self::Exactly(id) => id.fmt(f),
        }
    }
}

impl ToArg for NewId {
    fn to_arg(&self) -> Arg<'_> {
        Arg::shown(self)
    }
}

/// An end of a range of ids. An id alone, or a time, is an end that is within it.
///
/// ```
/// use std::time::{Duration, SystemTime};
/// use resp_core::cmd;
/// use resp_core::cmd::IdBound;
/// use resp_core::replies::StreamId;
///
/// let all = cmd::xrange("s", StreamId::MIN, StreamId::MAX);
/// let after = cmd::xrange("s", IdBound::Excluded(StreamId::new(5, 1)), StreamId::MAX);
/// let today = SystemTime::now() - Duration::from_secs(86_400);
/// let recent = cmd::xrange("s", today, StreamId::MAX);
/// # let _ = (all, after, recent);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdBound {
    /// This id is within the range; the lowest is written `-`, the highest `+`.
    Included(StreamId),
    /// This id is outside, written with `(` before it. Since 6.2.
    Excluded(StreamId),
    /// All of this millisecond is within the range.
    Time(SystemTime),
}

impl From<StreamId> for IdBound {
    fn from(id: StreamId) -> Self {
        Self::Included(id)
    }
}

impl From<SystemTime> for IdBound {
    fn from(time: SystemTime) -> Self {
        Self::Time(time)
    }
}

impl fmt::Display for IdBound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Included(StreamId::MIN) => f.write_str("-"),
            Self::Included(StreamId::MAX) => f.write_str("+"),
            Self::Included(id) => id.fmt(f),
            Self::Excluded(id) => write!(f, "({id}"),
            Self::Time(time) => unix_millis(*time).fmt(f),
        }
    }
}

impl ToArg for IdBound {
    fn to_arg(&self) -> Arg<'_> {
        Arg::shown(self)
    }
}

/// Where reading a stream goes on.
///
/// ```
/// use resp_core::cmd;
/// use resp_core::cmd::ReadFrom;
/// use resp_core::replies::StreamId;
///
/// let both = [("news", ReadFrom::Now), ("jobs", ReadFrom::After(StreamId::new(5, 1)))];
/// let read = cmd::xread(both).block(None);
/// let next = cmd::xreadgroup("workers", "ada", [("jobs", ReadFrom::Undelivered)]);
/// # let _ = (read, next);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// After this entry.
    After(StreamId),
    /// `$`: after what is there now. Only for `xread`, with `block`; name the
    /// last id that was read the next time, or what came meanwhile is missed.
    Now,
    /// `+`: the last entry alone. Only for `xread`; since 7.4.
    Last,
    /// `>`: after what the group was delivered. Only for `xreadgroup`.
    Undelivered,
}

impl From<StreamId> for ReadFrom {
    fn from(id: StreamId) -> Self {
        Self::After(id)
    }
}

impl ToArg for ReadFrom {
    fn to_arg(&self) -> Arg<'_> {
        match self {
            Self::After(id) => Arg::shown(id),
            Self::Now => Arg::bytes(b"$"),
            Self::Last => Arg::bytes(b"+"),
            Self::Undelivered => Arg::bytes(b">"),
        }
    }
}

/// Which entries a consumer group is to get.
///
/// ```
/// use resp_core::cmd;
/// use resp_core::cmd::GroupStart;
/// use resp_core::replies::StreamId;
///
/// let all = cmd::xgroup_create("jobs", "workers", StreamId::MIN);
/// let new = cmd::xgroup_create("jobs", "watchers", GroupStart::Now).mkstream();
/// # let _ = (all, new);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupStart {
    /// Those after this one.
    After(StreamId),
    /// `$`: those after what is there now.
    Now,
}

impl From<StreamId> for GroupStart {
    fn from(id: StreamId) -> Self {
        Self::After(id)
    }
}

impl ToArg for GroupStart {
    fn to_arg(&self) -> Arg<'_> {
        match self {
            Self::After(id) => Arg::shown(id),
            Self::Now => Arg::bytes(b"$"),
        }
    }
}

/// Which of the oldest entries of a stream to remove.
///
/// Without [`approx`](Self::approx) the server removes all of them; with it, whole
/// nodes of its tree only, which costs much less.
///
/// ```
/// use resp_core::cmd;
/// use resp_core::cmd::Trim;
/// use resp_core::replies::StreamId;
///
/// let exact = cmd::xtrim("s", Trim::max_len(1000));
/// let cheap = cmd::xtrim("s", Trim::max_len(1000).approx());
/// let old = cmd::xtrim("s", Trim::min_id(StreamId::new(1_526_919_030_474, 0)).approx_limit(500));
/// # let _ = (exact, cheap, old);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trim {
    keep: Keep,
    precision: Precision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keep {
    MaxLen(u64),
    MinId(StreamId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Precision {
    Exact,
    Approx { limit: Option<u64> },
}

impl Trim {
    /// `MAXLEN`: as many as it takes to keep this many.
    #[must_use]
    pub const fn max_len(count: u64) -> Self {
        Self { keep: Keep::MaxLen(count), precision: Precision::Exact }
    }

    /// `MINID`: those with lower ids. Since 6.2.
    #[must_use]
    pub const fn min_id(id: StreamId) -> Self {
        Self { keep: Keep::MinId(id), precision: Precision::Exact }
    }

    /// `~`: fewer if that is cheaper, and not very many at once.
    #[must_use]
    pub const fn approx(self) -> Self {
        Self { precision: Precision::Approx { limit: None }, ..self }
    }

    /// `~` and `LIMIT`: the same, looking at no more than `limit` entries, or at
    /// any number if it is zero. Since 6.2.
    #[must_use]
    pub const fn approx_limit(self, limit: u64) -> Self {
        Self { precision: Precision::Approx { limit: Some(limit) }, ..self }
    }
}

impl ToArgs for Trim {
    fn each_arg(&self, visit: &mut dyn FnMut(Arg<'_>)) {
        let (word, threshold) = match &self.keep {
            Keep::MaxLen(count) => (&b"MAXLEN"[..], count.to_arg()),
            Keep::MinId(id) => (&b"MINID"[..], id.to_arg()),
        };
        visit(Arg::bytes(word));
        if matches!(self.precision, Precision::Approx { .. }) {
            visit(Arg::bytes(b"~"));
        }
        visit(threshold);
        if let Precision::Approx { limit: Some(limit) } = self.precision {
            visit(Arg::bytes(b"LIMIT"));
            visit(limit.to_arg());
        }
    }
}

/// Why a consumer gives an entry back, which says how often it then counts as
/// delivered.
///
/// ```
/// use resp_core::ToArg;
/// use resp_core::cmd::Nack;
///
/// assert_eq!(Nack::Fatal.to_arg().as_bytes(), b"FATAL");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Nack {
    /// `SILENT`: it was not tried, as when the consumer ends; once less.
    Silent,
    /// `FAIL`: this consumer could not do it; as often as it was.
    Fail,
    /// `FATAL`: nobody can; more often than any limit.
    Fatal,
}

words!(Nack {
    Silent => b"SILENT",
    Fail => b"FAIL",
    Fatal => b"FATAL",
});

/// Whole milliseconds since 1970; zero before.
fn unix_millis(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or(Duration::ZERO);
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn word(value: impl ToArg) -> String {
        String::from_utf8(value.to_arg().as_bytes().to_vec()).unwrap()
    }

    fn words(value: impl ToArgs) -> String {
        let mut words = Vec::new();
        value.each_arg(&mut |arg| words.push(arg.as_bytes().to_vec()));
        String::from_utf8(words.join(&b' ')).unwrap()
    }

    const ID: StreamId = StreamId::new(5, 1);

    #[test]
    fn places_in_a_stream() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_micros(1_999_999);
        let early = SystemTime::UNIX_EPOCH - Duration::from_secs(1);
        for (written, expected) in [
            (word(NewId::Auto), "*"),
            (word(NewId::At(time)), "1999-*"),
            (word(NewId::Exactly(ID)), "5-1"),
            (word(IdBound::from(StreamId::MIN)), "-"),
            (word(IdBound::from(StreamId::MAX)), "+"),
            (word(IdBound::from(ID)), "5-1"),
            (word(IdBound::from(time)), "1999"),
            (word(IdBound::from(early)), "0"),
            (word(IdBound::Excluded(StreamId::MIN)), "(0-0"),
            (word(IdBound::Excluded(StreamId::MAX)), "(18446744073709551615-18446744073709551615"),
            (word(ReadFrom::After(ID)), "5-1"),
            (word(ReadFrom::Now), "$"),
            (word(ReadFrom::Last), "+"),
            (word(ReadFrom::Undelivered), ">"),
            (word(GroupStart::from(ID)), "5-1"),
            (word(GroupStart::Now), "$"),
            (word(Nack::Silent), "SILENT"),
            (word(Nack::Fail), "FAIL"),
        ] {
            assert_eq!(written, expected);
        }
    }

    #[test]
    fn trimming() {
        assert_eq!(words(Trim::max_len(7)), "MAXLEN 7");
        assert_eq!(words(Trim::max_len(7).approx()), "MAXLEN ~ 7");
        assert_eq!(words(Trim::min_id(ID)), "MINID 5-1");
        assert_eq!(words(Trim::min_id(ID).approx_limit(0)), "MINID ~ 5-1 LIMIT 0");
    }
}
