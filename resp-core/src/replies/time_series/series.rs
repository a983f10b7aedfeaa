//! Several series at once: a list in RESP2, a map by key in RESP3.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use bytes::Bytes;

use super::samples::{LatestSample, Sample};
use crate::convert::{ConvertError, FromReply, Pairs};
use crate::frame::Frame;
use crate::marker::Kind;
use crate::replies::{Fields, with_strings};

/// The samples of one series, or of a group of them, within a range of time.
///
/// ```
/// use resp_core::replies::RangesOfSeries;
/// use resp_core::{Decoder, FromReply, Progress};
///
/// let mut decoder = Decoder::new();
/// let wire = b"*1\r\n*3\r\n$4\r\ntemp\r\n*1\r\n*2\r\n$4\r\nroom\r\n$5\r\nstudy\r\n*1\r\n*2\r\n:1000\r\n+27.5\r\n";
/// let Progress::Frame(resp2) = decoder.decode(wire)? else { panic!() };
/// let series = RangesOfSeries::<String>::from_reply(resp2).unwrap();
/// assert_eq!(series[0].key, "temp");
/// assert_eq!(series[0].labels, [("room".into(), Some("study".into()))]);
/// assert_eq!(series[0].samples[0].value, 27.5);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SeriesRange<S = Bytes> {
    /// Its key; of a group `label=value`.
    pub key: S,
    /// Labels and their values, if they were asked for: `None` for one that it
    /// has not. In RESP2, those of a group include `__reducer__` and `__source__`.
    pub labels: Vec<(S, Option<S>)>,
    /// How the samples of a span were summed up, if they were. RESP3 only.
    pub aggregators: Vec<String>,
    /// How the series of a group were made one. RESP3 only.
    pub reducers: Vec<String>,
    /// The keys of the series of a group. RESP3 only.
    pub sources: Vec<S>,
    /// The samples.
    pub samples: Vec<Sample>,
}

/// The latest sample of one series.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SeriesLatest<S = Bytes> {
    /// Its key.
    pub key: S,
    /// Labels and their values, if they were asked for: `None` for one that it has not.
    pub labels: Vec<(S, Option<S>)>,
    /// The sample, if it has one.
    pub sample: Option<Sample>,
}

/// A marker for the samples of several series, which come as `Vec<SeriesRange>`.
pub struct RangesOfSeries<S = Bytes>(PhantomData<fn() -> S>);

/// A marker for the latest samples of several series, which come as `Vec<SeriesLatest>`.
pub struct LatestOfSeries<S = Bytes>(PhantomData<fn() -> S>);

with_strings!(RangesOfSeries, LatestOfSeries);

impl<S> fmt::Debug for RangesOfSeries<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RangesOfSeries")
    }
}

impl<S> fmt::Debug for LatestOfSeries<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LatestOfSeries")
    }
}

impl<S: FromReply> FromReply for RangesOfSeries<S> {
    type Out = Vec<SeriesRange<S::Out>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        each_series(frame, range::<S>)
    }
}

impl<S: FromReply> FromReply for LatestOfSeries<S> {
    type Out = Vec<SeriesLatest<S::Out>>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        each_series(frame, latest::<S>)
    }
}

/// Calls `make` with the key and the other parts of each series.
fn each_series<'buf, T>(
    frame: Frame<'buf>,
    make: impl Fn(Frame<'buf>, &[Frame<'buf>]) -> Result<T, ConvertError>,
) -> Result<Vec<T>, ConvertError> {
    const WHAT: &str = "time series";
    let mut list = Vec::with_capacity(frame.len());
    match frame.kind() {
        Kind::Map => {
            for (key, value) in frame.entries() {
                let parts: Vec<_> = value.children().collect();
                list.push(make(key, &parts).map_err(|error| error.at_entry(key))?);
            }
        }
        Kind::Array => {
            for (index, series) in frame.children().enumerate() {
                let parts: Vec<_> = series.children().collect();
                let made = match parts.split_first() {
                    Some((key, parts)) => make(*key, parts),
                    None => Err(ConvertError::kind(WHAT, series)),
                };
                list.push(made.map_err(|error| error.at_index(index))?);
            }
        }
        _ => return Err(ConvertError::kind(WHAT, frame)),
    }
    Ok(list)
}

/// Labels first, samples last; between them RESP3 says how they came about.
fn range<S: FromReply>(key: Frame<'_>, parts: &[Frame<'_>]) -> Result<SeriesRange<S::Out>, ConvertError> {
    let [labels, notes @ .., samples] = parts else {
        return Err(ConvertError::len("labels and samples", parts.len()));
    };
    let mut series = SeriesRange {
        key: S::from_reply(key)?,
        labels: Pairs::<S, Option<S>>::from_reply(*labels)?,
        aggregators: Vec::new(),
        reducers: Vec::new(),
        sources: Vec::new(),
        samples: Vec::<Sample>::from_reply(*samples)?,
    };
    for note in notes {
        let fields = Fields::of(*note, "note on a time series")?;
        series.aggregators.extend(fields.optional::<Vec<String>>("aggregators")?.unwrap_or_default());
        series.reducers.extend(fields.optional::<Vec<String>>("reducers")?.unwrap_or_default());
        series.sources.extend(fields.optional::<Vec<S>>("sources")?.unwrap_or_default());
    }
    Ok(series)
}

fn latest<S: FromReply>(key: Frame<'_>, parts: &[Frame<'_>]) -> Result<SeriesLatest<S::Out>, ConvertError> {
    let [labels, sample] = parts else {
        return Err(ConvertError::len("labels and a sample", parts.len()));
    };
    Ok(SeriesLatest {
        key: S::from_reply(key)?,
        labels: Pairs::<S, Option<S>>::from_reply(*labels)?,
        sample: LatestSample::from_reply(*sample)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::replies::tests::decode;
    use alloc::string::ToString;

    type Ranges = RangesOfSeries<String>;
    type Latest = LatestOfSeries<String>;

    #[test]
    fn ranges_of_both_versions() {
        let resp2 = "*1\r\n*3\r\n$4\r\ntemp\r\n*2\r\n*2\r\n$4\r\nroom\r\n$5\r\nstudy\r\n*2\r\n$5\r\nfloor\r\n$-1\r\n*1\r\n*2\r\n:1000\r\n+27.5\r\n";
        let resp3 = "%1\r\n$4\r\ntemp\r\n*3\r\n%2\r\n$4\r\nroom\r\n$5\r\nstudy\r\n$5\r\nfloor\r\n_\r\n%1\r\n$11\r\naggregators\r\n*0\r\n*1\r\n*2\r\n:1000\r\n,27.5\r\n";
        let series = decode::<Ranges>(resp2).unwrap();
        assert_eq!(decode::<Ranges>(resp3).as_ref(), Ok(&series));
        let [series] = &series[..] else { panic!("{series:?}") };
        assert_eq!(series.labels, [("room".into(), Some("study".into())), ("floor".into(), None)]);
        assert_eq!((series.key.as_str(), series.samples.len()), ("temp", 1));
    }

    #[test]
    fn how_they_came_about() {
        let aggregated = "%1\r\n$1\r\na\r\n*3\r\n*0\r\n%1\r\n$11\r\naggregators\r\n*1\r\n$3\r\navg\r\n*0\r\n";
        assert_eq!(decode::<Ranges>(aggregated).unwrap()[0].aggregators, ["avg"]);
        let grouped = "%1\r\n$6\r\nroom=x\r\n*4\r\n%1\r\n$4\r\nroom\r\n$1\r\nx\r\n%1\r\n$8\r\nreducers\r\n*1\r\n$3\r\nmax\r\n%1\r\n$7\r\nsources\r\n*2\r\n$1\r\na\r\n$1\r\nb\r\n*1\r\n*2\r\n:1000\r\n,2\r\n";
        let series = decode::<Ranges>(grouped).unwrap();
        assert_eq!((series[0].key.as_str(), series[0].reducers.as_slice()), ("room=x", &["max".into()][..]));
        assert_eq!(series[0].sources, ["a", "b"]);
    }

    #[test]
    fn latest_of_both_versions() {
        let resp2 = "*2\r\n*3\r\n$1\r\na\r\n*0\r\n*2\r\n:1000\r\n+27.5\r\n*3\r\n$1\r\nb\r\n*0\r\n*0\r\n";
        let resp3 = "%2\r\n$1\r\na\r\n*2\r\n%0\r\n*2\r\n:1000\r\n,27.5\r\n$1\r\nb\r\n*2\r\n*0\r\n*0\r\n";
        let series = decode::<Latest>(resp2).unwrap();
        assert_eq!(decode::<Latest>(resp3).as_ref(), Ok(&series));
        let [a, b] = &series[..] else { panic!("{series:?}") };
        assert_eq!((a.key.as_str(), a.sample.map(|sample| sample.value)), ("a", Some(27.5)));
        assert_eq!((b.key.as_str(), b.sample), ("b", None));
    }

    #[test]
    fn the_way_to_what_is_wrong() {
        for (wire, expected) in [
            ("+OK\r\n", "reply: expected time series, found simple string"),
            ("*1\r\n*0\r\n", "reply[0]: expected time series, found array"),
            ("*1\r\n*2\r\n$1\r\na\r\n*0\r\n", "reply[0]: expected labels and samples, found 1 elements"),
            ("%1\r\n$1\r\na\r\n*2\r\n*0\r\n:1\r\n", "reply.a: expected array, found integer"),
            (
                "%1\r\n$1\r\na\r\n*3\r\n*0\r\n:1\r\n*0\r\n",
                "reply.a: expected note on a time series, found integer",
            ),
        ] {
            assert_eq!(decode::<Ranges>(wire).unwrap_err().to_string(), expected);
        }
        let error = decode::<Latest>("*1\r\n*2\r\n$1\r\na\r\n*0\r\n").unwrap_err();
        assert_eq!(error.to_string(), "reply[0]: expected labels and a sample, found 1 elements");
    }
}
