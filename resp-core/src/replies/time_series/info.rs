//! TS.INFO.

use alloc::vec::Vec;
use core::time::Duration;
use std::time::{SystemTime, UNIX_EPOCH};

use bytes::Bytes;

use crate::cmd::{Aggregator, DuplicatePolicy, SeriesEncoding};
use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::time::Millis;
use crate::replies::{Fields, with_strings, without_strings};

/// How a time series is set up and how much it holds.
///
/// ```
/// use resp_core::replies::SeriesInfo;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"%7\r\n+totalSamples\r\n:0\r\n+memoryUsage\r\n:4246\r\n+retentionTime\r\n:0\r\n\
///     +chunkCount\r\n:1\r\n+chunkSize\r\n:4096\r\n+chunkType\r\n+compressed\r\n+duplicatePolicy\r\n_\r\n";
/// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
/// let info = <SeriesInfo>::from_reply(reply).unwrap();
/// assert_eq!((info.sample_count, info.retention), (0, None));
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SeriesInfo<S = Bytes> {
    /// Samples in it.
    pub sample_count: u64,
    /// Bytes of memory it takes.
    pub memory_usage: u64,
    /// The time of its oldest sample; 1970 while it is empty.
    pub first_time: SystemTime,
    /// The time of its latest sample; 1970 while it is empty.
    pub last_time: SystemTime,
    /// How long it keeps samples, counted back from the latest one; `None` is for ever.
    pub retention: Option<Duration>,
    /// Pieces of memory it has.
    pub chunk_count: u64,
    /// Bytes of each further piece at first.
    pub chunk_size: u64,
    /// How samples are held in memory.
    pub encoding: SeriesEncoding,
    /// What happens to samples of a time that has one already; `None` is as the
    /// server's configuration says.
    pub duplicate_policy: Option<DuplicatePolicy>,
    /// Its labels and their values.
    pub labels: Vec<(S, S)>,
    /// The key of the series that it sums up, if it does.
    pub source: Option<S>,
    /// Where it is summed up.
    pub rules: Vec<CompactionRule<S>>,
    /// A sample that comes within this time of the latest one may be passed over.
    /// Since RedisTimeSeries 1.12.
    pub ignored_time: Option<Duration>,
    /// And is if it differs by no more than this from it. Since RedisTimeSeries 1.12.
    pub ignored_difference: Option<f64>,
    /// Its pieces of memory, if they were asked for.
    pub chunks: Vec<ChunkInfo>,
}

/// How a series is summed up in another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompactionRule<S = Bytes> {
    /// The key of the other series.
    pub key: S,
    /// How long a span of time is that becomes one sample.
    pub span: Duration,
    /// What is made of its samples.
    pub aggregator: Aggregator,
    /// A time at which a span begins. Since RedisTimeSeries 1.8.
    pub align: Option<SystemTime>,
}

/// A piece of memory of a time series.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChunkInfo {
    /// The time of its oldest sample, if it has one.
    pub first_time: Option<SystemTime>,
    /// The time of its latest sample, if it has one.
    pub last_time: Option<SystemTime>,
    /// Samples in it.
    pub sample_count: u64,
    /// Bytes of it.
    pub size: u64,
    /// Bytes for each sample; infinite or zero if there is none.
    pub bytes_per_sample: f64,
}

with_strings!(SeriesInfo, CompactionRule);
without_strings!(ChunkInfo);

/// A marker for the rules: lists of key, span, aggregator and alignment in RESP2,
/// a map of keys to the others in RESP3.
struct Rules<S>(core::marker::PhantomData<S>);

/// A marker for a time that is -1 if there is none.
struct TimeUnlessNegative;

impl<S: FromReply> FromReply for SeriesInfo<S> {
    type Out = SeriesInfo<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        let fields = Fields::of(frame, "time series info")?;
        let retention = fields.required::<Millis<Duration>>("retentionTime")?;
        Ok(SeriesInfo {
            sample_count: fields.required::<u64>("totalSamples")?,
            memory_usage: fields.required::<u64>("memoryUsage")?,
            first_time: fields.optional::<Millis<SystemTime>>("firstTimestamp")?.unwrap_or(UNIX_EPOCH),
            last_time: fields.optional::<Millis<SystemTime>>("lastTimestamp")?.unwrap_or(UNIX_EPOCH),
            retention: (!retention.is_zero()).then_some(retention),
            chunk_count: fields.required::<u64>("chunkCount")?,
            chunk_size: fields.required::<u64>("chunkSize")?,
            encoding: fields.required::<SeriesEncoding>("chunkType")?,
            duplicate_policy: fields.optional::<DuplicatePolicy>("duplicatePolicy")?,
            labels: fields.optional::<Pairs<S, S>>("labels")?.unwrap_or_default(),
            source: fields.optional::<S>("sourceKey")?,
            rules: fields.optional::<Rules<S>>("rules")?.unwrap_or_default(),
            ignored_time: fields.optional::<Millis<Duration>>("ignoreMaxTimeDiff")?,
            ignored_difference: fields.optional::<f64>("ignoreMaxValDiff")?,
            chunks: fields.optional::<Vec<ChunkInfo>>("Chunks")?.unwrap_or_default(),
        })
    }
}

impl<S: FromReply> FromReply for Rules<S> {
    type Out = Vec<CompactionRule<S::Out>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match frame.kind() {
            Kind::Map => {
                let rule = |(key, rest): (Frame<'_>, Frame<'_>)| {
                    rule::<S>(key, rest.children()).map_err(|error| error.at_entry(key))
                };
                frame.entries().map(rule).collect()
            }
            Kind::Array => {
                let rules = frame.children().enumerate();
                rules
                    .map(|(index, rule)| list_rule::<S>(rule).map_err(|error| error.at_index(index)))
                    .collect()
            }
            _ => Err(ConvertError::kind("compaction rules", frame)),
        }
    }
}

fn list_rule<S: FromReply>(frame: Frame<'_>) -> Result<CompactionRule<S::Out>, ConvertError> {
    let mut parts = frame.children();
    let key = parts.next().ok_or_else(|| ConvertError::kind("compaction rule", frame))?;
    rule::<S>(key, parts)
}

fn rule<'buf, S: FromReply>(
    key: Frame<'buf>,
    mut parts: impl Iterator<Item = Frame<'buf>>,
) -> Result<CompactionRule<S::Out>, ConvertError> {
    let (Some(span), Some(aggregator)) = (parts.next(), parts.next()) else {
        return Err(ConvertError::text("compaction rule"));
    };
    Ok(CompactionRule {
        key: S::from_reply(key)?,
        span: Millis::<Duration>::from_reply(span)?,
        aggregator: Aggregator::from_reply(aggregator)?,
        align: parts.next().map(Millis::<SystemTime>::from_reply).transpose()?,
    })
}

impl FromReply for ChunkInfo {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let fields = Fields::of(frame, "piece of a time series")?;
        Ok(Self {
            first_time: fields.required::<TimeUnlessNegative>("startTimestamp")?,
            last_time: fields.required::<TimeUnlessNegative>("endTimestamp")?,
            sample_count: fields.required::<u64>("samples")?,
            size: fields.required::<u64>("size")?,
            bytes_per_sample: fields.required::<f64>("bytesPerSample")?,
        })
    }
}

impl FromReply for TimeUnlessNegative {
    type Out = Option<SystemTime>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        if i64::from_reply(frame)? < 0 { Ok(None) } else { Millis::<SystemTime>::from_reply(frame).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::format;
    use alloc::string::{String, ToString};

    const SCALARS: &str = "+totalSamples\r\n:3\r\n+memoryUsage\r\n:4246\r\n+firstTimestamp\r\n:1000\r\n\
        +lastTimestamp\r\n:2000\r\n+retentionTime\r\n:60000\r\n+chunkCount\r\n:1\r\n+chunkSize\r\n:4096\r\n\
        +chunkType\r\n+compressed\r\n+sourceKey\r\n$3\r\nraw\r\n";

    #[test]
    fn both_versions() {
        let resp2 = format!(
            "*32\r\n{SCALARS}+duplicatePolicy\r\n+last\r\n+labels\r\n*1\r\n*2\r\n$4\r\nroom\r\n$5\r\nstudy\r\n\
            +rules\r\n*1\r\n*4\r\n$5\r\ndaily\r\n:86400000\r\n+AVG\r\n:0\r\n+ignoreMaxTimeDiff\r\n:10\r\n\
            +ignoreMaxValDiff\r\n$3\r\n0.5\r\n+keySelfName\r\n$1\r\nt\r\n+Chunks\r\n*1\r\n*10\r\n+startTimestamp\r\n:1000\r\n\
            +endTimestamp\r\n:-1\r\n+samples\r\n:3\r\n+size\r\n:4096\r\n+bytesPerSample\r\n$6\r\n1365.5\r\n"
        );
        let resp3 = format!(
            "%16\r\n{SCALARS}+duplicatePolicy\r\n+last\r\n+labels\r\n%1\r\n$4\r\nroom\r\n$5\r\nstudy\r\n\
            +rules\r\n%1\r\n$5\r\ndaily\r\n*3\r\n:86400000\r\n+AVG\r\n:0\r\n+ignoreMaxTimeDiff\r\n:10\r\n\
            +ignoreMaxValDiff\r\n,0.5\r\n+keySelfName\r\n$1\r\nt\r\n+Chunks\r\n*1\r\n%5\r\n+startTimestamp\r\n:1000\r\n\
            +endTimestamp\r\n:-1\r\n+samples\r\n:3\r\n+size\r\n:4096\r\n+bytesPerSample\r\n,1365.5\r\n"
        );
        let info = decode::<SeriesInfo<String>>(&resp2).unwrap();
        assert_eq!(decode::<SeriesInfo<String>>(&resp3).as_ref(), Ok(&info));
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!((info.sample_count, info.first_time, info.last_time), (3, at(1), at(2)));
        assert_eq!(
            (info.retention, info.encoding),
            (Some(Duration::from_secs(60)), SeriesEncoding::Compressed)
        );
        assert_eq!(
            (info.duplicate_policy, info.source.as_deref()),
            (Some(DuplicatePolicy::Last), Some("raw"))
        );
        assert_eq!(info.labels, [("room".into(), "study".into())]);
        let daily = CompactionRule {
            key: "daily".into(),
            span: Duration::from_secs(86_400),
            aggregator: Aggregator::Avg,
            align: Some(UNIX_EPOCH),
        };
        assert_eq!(info.rules, [daily]);
        assert_eq!(
            (info.ignored_time, info.ignored_difference),
            (Some(Duration::from_millis(10)), Some(0.5))
        );
        let [chunk] = info.chunks[..] else { panic!("{:?}", info.chunks) };
        assert_eq!((chunk.first_time, chunk.last_time, chunk.bytes_per_sample), (Some(at(1)), None, 1365.5));
    }

    #[test]
    fn the_way_to_what_is_wrong() {
        for (rules, expected) in [
            ("*1\r\n*0\r\n", "reply.rules[0]: expected compaction rule, found array"),
            ("%1\r\n$1\r\na\r\n*1\r\n:1\r\n", "reply.rules.a: expected compaction rule, found other text"),
            (
                "*1\r\n*3\r\n$1\r\na\r\n:1\r\n+mode\r\n",
                "reply.rules[0]: expected aggregator, found other text",
            ),
            (":1\r\n", "reply.rules: expected compaction rules, found integer"),
        ] {
            let error = decode::<SeriesInfo>(&format!("*20\r\n{SCALARS}+rules\r\n{rules}")).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
        let error = decode::<SeriesInfo>("*0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply.retentionTime: expected a value, found nothing");
    }
}
