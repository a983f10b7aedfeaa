//! Reading streams as one consumer of a group; pure.

use alloc::collections::VecDeque;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::marker::PhantomData;
use core::time::Duration;

use bytes::Bytes;
use resp_core::cmd::ReadFrom;
use resp_core::replies::{StreamEntry, StreamId};
use resp_core::{Command, ConvertError, Frame, FromReply, Pairs, ToArg, ToArgs, cmd};

use crate::config::Config;
use crate::driver::backoff::{Backoff, seed};
use crate::error::Error;

/// An entry that a consumer was given.
///
/// ```no_run
/// # async fn example(client: resp_net::Client) -> Result<(), resp_net::Error> {
/// let mut jobs = client.consume("workers", "ada", ["jobs"]).text();
/// if let Some(delivered) = jobs.next().await.transpose()? {
///     println!("{}: {:?}", delivered.entry.id, delivered.entry.get("task"));
///     jobs.ack(&delivered).await?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Delivered<S = Bytes> {
    /// The stream's key.
    pub stream: Bytes,
    /// The entry; [deleted](StreamEntry::is_deleted) if it was pending for this
    /// consumer and is no longer in the stream.
    pub entry: StreamEntry<S>,
}

/// What one read answers: each stream that has entries, and them.
pub(crate) type Read<S> = Pairs<Bytes, Vec<Given<S>>>;

/// A marker for an entry whose strings may not be what they are to be read as:
/// then it comes as its id and what is wrong with it.
#[derive(Debug)]
pub(crate) struct Given<S>(PhantomData<fn() -> S>);

type GivenEntry<S> = Result<StreamEntry<S>, (StreamId, ConvertError)>;

/// What a [`Read`] comes as.
type GivenStreams<S> = Vec<(Bytes, Vec<GivenEntry<S>>)>;

impl<S: FromReply> FromReply for Given<S> {
    type Out = GivenEntry<S::Out>;

    fn from_reply(frame: Frame<'_>) -> Result<Self::Out, ConvertError> {
        match StreamEntry::<S>::from_reply(frame) {
            Ok(entry) => Ok(Ok(entry)),
            Err(error) => StreamEntry::<Bytes>::from_reply(frame).map(|entry| Err((entry.id, error))),
        }
    }
}

/// How far a consumer has read.
#[derive(Debug)]
pub(crate) struct Reading<S> {
    group: Bytes,
    consumer: Bytes,
    count: u64,
    block: Option<Duration>,
    places: Vec<Place>,
    ready: VecDeque<Result<Delivered<S>, ConvertError>>,
    backoff: Backoff,
    /// To be waited for before the next read.
    pause: Duration,
    /// There is nobody any more to read from.
    is_over: bool,
}

/// How far it is in one stream.
#[derive(Debug)]
struct Place {
    stream: Bytes,
    /// The highest entry that was read.
    last: StreamId,
    /// Whether entries after that one may be pending for this consumer already:
    /// from before it began, or in a reply that was lost.
    is_behind: bool,
}

/// How many entries of each stream are read at once.
const COUNT: u64 = 16;

/// How long the server waits for entries before it is asked again.
const BLOCK: Duration = Duration::from_secs(5);

impl<S: FromReply<Out = S>> Reading<S> {
    /// After errors it pauses as a client with this configuration does before it
    /// connects again.
    pub(crate) fn new(
        config: &Config,
        group: &impl ToArg,
        consumer: &impl ToArg,
        streams: &impl ToArgs,
    ) -> Self {
        let owned = |arg: &dyn ToArg| Bytes::copy_from_slice(arg.to_arg().as_bytes());
        let mut places = Vec::<Place>::new();
        streams.each_arg(&mut |stream| {
            let stream = Bytes::copy_from_slice(stream.as_bytes());
            if places.iter().all(|place| place.stream != stream) {
                places.push(Place { stream, last: StreamId::MIN, is_behind: true });
            }
        });
        Self {
            group: owned(group),
            consumer: owned(consumer),
            count: COUNT,
            block: Some(BLOCK),
            places,
            ready: VecDeque::new(),
            backoff: Backoff::new(config.backoff_first, config.backoff_max, seed()),
            pause: Duration::ZERO,
            is_over: false,
        }
    }

    /// The same with strings of another type. What was read and not shown yet, or
    /// is under way, is read again.
    pub(crate) fn retyped<T: FromReply<Out = T>>(self) -> Reading<T> {
        let Self { group, consumer, count, block, mut places, ready, backoff, pause, is_over } = self;
        for place in &mut places {
            place.is_behind = true;
            let mut unshown = ready.iter().flatten().filter(|delivered| delivered.stream == place.stream);
            if let Some(first) = unshown.next() {
                place.last = before(first.entry.id);
            }
        }
        Reading { group, consumer, count, block, places, ready: VecDeque::new(), backoff, pause, is_over }
    }

    pub(crate) const fn set_count(&mut self, count: u64) {
        self.count = count;
    }

    pub(crate) const fn set_block(&mut self, block: Option<Duration>) {
        self.block = block;
    }

    pub(crate) const fn group(&self) -> &Bytes {
        &self.group
    }

    /// The next entry that is there, or what is wrong with it.
    pub(crate) fn entry(&mut self) -> Option<Result<Delivered<S>, Error>> {
        Some(self.ready.pop_front()?.map_err(Error::Convert))
    }

    /// How long to wait before the next read; told once.
    pub(crate) fn pause(&mut self) -> Option<Duration> {
        Some(core::mem::take(&mut self.pause)).filter(|pause| !pause.is_zero())
    }

    /// What reads further, unless the client is closed.
    pub(crate) fn command(&self) -> Option<Command<Read<S>>> {
        if self.is_over {
            return None;
        }
        let raw = cmd::raw("XREADGROUP").arg("GROUP").arg(&self.group).arg(&self.consumer);
        let raw = raw.arg("COUNT").arg(self.count);
        let raw = match self.block {
            // Nothing is waited for while old entries are asked for.
            _ if self.places.iter().any(|place| place.is_behind) => raw,
            None => raw.arg("BLOCK").arg(0),
            Some(time) => raw.arg("BLOCK").arg(time.as_millis().max(1)),
        };
        let streams = raw.arg("STREAMS");
        let streams = self.places.iter().fold(streams, |raw, place| raw.arg(&place.stream));
        let from = |place: &Place| match place.is_behind {
            true => ReadFrom::After(place.last),
            false => ReadFrom::Undelivered,
        };
        Some(self.places.iter().fold(streams, |raw, place| raw.arg(from(place))).returning())
    }

    /// Takes what was read. After an error it is behind: entries may have been
    /// given to this consumer in a reply that was lost.
    pub(crate) fn take(&mut self, read: Result<GivenStreams<S>, Error>) -> Result<(), Error> {
        let mut read = read.inspect_err(|error| self.fall_behind(error))?;
        self.backoff.reset();
        for place in &mut self.places {
            let entries = read.iter_mut().filter(|(stream, _)| *stream == place.stream);
            let entries: Vec<_> = entries.flat_map(|(_, entries)| entries.drain(..)).collect();
            place.is_behind &= !entries.is_empty();
            self.ready.extend(entries.into_iter().map(|entry| place.show(entry)));
        }
        Ok(())
    }

    fn fall_behind(&mut self, error: &Error) {
        self.places.iter_mut().for_each(|place| place.is_behind = true);
        self.pause = self.backoff.next_pause();
        self.is_over = matches!(error, Error::Closed);
    }
}

/// The highest id below this one, which is that of an entry.
const fn before(id: StreamId) -> StreamId {
    match id.seq.checked_sub(1) {
        Some(seq) => StreamId::new(id.ms, seq),
        None => StreamId::new(id.ms.saturating_sub(1), u64::MAX),
    }
}

impl Place {
    /// An entry of this stream as its consumer is shown it.
    fn show<S>(&mut self, entry: GivenEntry<S>) -> Result<Delivered<S>, ConvertError> {
        let id = entry.as_ref().map_or_else(|(id, _)| *id, |entry| entry.id);
        self.last = self.last.max(id);
        match entry {
            Ok(entry) => Ok(Delivered { stream: self.stream.clone(), entry }),
            Err((id, error)) => {
                let error = error.at_field(&id.to_string()).at_field(&String::from_utf8_lossy(&self.stream));
                Err(error.of_command("XREADGROUP"))
            }
        }
    }
}

/// What a consumer can be told, and tells the server.
macro_rules! consumer_options {
    ($client:lifetime) => {
        /// Reads up to this many entries of each stream at once. Default: 16.
        pub const fn count(mut self, entries: u64) -> Self {
            self.reading.set_count(entries);
            self
        }

        /// Has the server wait this long for entries before it is asked again, or
        /// for as long as it takes. Default: 5 seconds.
        pub fn block(mut self, time: impl Into<Option<Duration>>) -> Self {
            self.reading.set_block(time.into());
            self
        }

        /// Says that the group is done with an entry: whether it was pending.
        pub fn ack(&self, delivered: &Delivered<S>) -> Call<$client, bool> {
            let ack = cmd::xack(&delivered.stream, self.reading.group(), delivered.entry.id);
            self.client.send(ack.to::<bool>())
        }
    };
}

pub(crate) use consumer_options;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::{Executed, LostReason};

    fn reading<S: FromReply<Out = S>>(streams: &[&str]) -> Reading<S> {
        Reading::new(&Config::builder().build().unwrap(), &"g", &"c", &streams)
    }

    fn words<S: FromReply<Out = S>>(reading: &Reading<S>) -> String {
        let command = reading.command().unwrap();
        let words: Vec<_> = command.wire().args().map(<[u8]>::to_vec).collect();
        String::from_utf8(words.join(&b' ')).unwrap()
    }

    /// A reply of these streams and ids, the values of their entries being `value`.
    fn read<S: FromReply<Out = S>>(
        reading: &Reading<S>,
        value: &[u8],
        streams: &[(&str, &[u64])],
    ) -> GivenStreams<S> {
        let mut wire = alloc::format!("*{}\r\n", streams.len()).into_bytes();
        for (stream, ids) in streams {
            wire.extend(alloc::format!("*2\r\n+{stream}\r\n*{}\r\n", ids.len()).bytes());
            for id in *ids {
                wire.extend(alloc::format!("*2\r\n$3\r\n{id}-0\r\n*2\r\n+f\r\n+").bytes());
                wire.extend([value, b"\r\n"].concat());
            }
        }
        match resp_core::Decoder::new().decode(&wire) {
            Ok(resp_core::Progress::Frame(frame)) => reading.command().unwrap().decode(frame).unwrap(),
            _ => panic!("{}", wire.escape_ascii()),
        }
    }

    fn lost() -> Error {
        Error::Lost { executed: Executed::Maybe, reason: LostReason::Closed }
    }

    #[test]
    fn pending_entries_come_first_and_again_after_an_error() {
        let mut reading = reading::<Bytes>(&["a", "b", "a"]);
        assert_eq!(words(&reading), "GROUP g c COUNT 16 STREAMS a b 0-0 0-0");

        reading.take(Ok(read(&reading, b"v", &[("a", &[5, 6]), ("b", &[])]))).unwrap();
        assert_eq!(words(&reading), "GROUP g c COUNT 16 STREAMS a b 6-0 >");
        assert_eq!(reading.entry().unwrap().unwrap().entry.id, StreamId::new(5, 0));

        reading.take(Ok(read(&reading, b"v", &[("a", &[])]))).unwrap();
        assert_eq!(words(&reading), "GROUP g c COUNT 16 BLOCK 5000 STREAMS a b > >");
        reading.take(Ok(read(&reading, b"v", &[("b", &[7])]))).unwrap();
        reading.set_block(None);
        assert_eq!(words(&reading), "GROUP g c COUNT 16 BLOCK 0 STREAMS a b > >");

        assert!(reading.take(Err(lost())).is_err());
        assert_eq!(words(&reading), "GROUP g c COUNT 16 STREAMS a b 6-0 7-0");
        assert_eq!(reading.entry().unwrap().unwrap().stream, "a");
        // A stream that is not told of has nothing more that is pending.
        reading.take(Ok(Vec::new())).unwrap();
        assert_eq!(words(&reading), "GROUP g c COUNT 16 BLOCK 0 STREAMS a b > >");
    }

    #[test]
    fn what_was_not_shown_is_read_again_as_another_type() {
        let mut reading = reading::<Bytes>(&["a", "b"]);
        reading.take(Ok(read(&reading, b"v", &[("a", &[4, 5, 6]), ("b", &[7])]))).unwrap();
        reading.take(Ok(read(&reading, b"v", &[]))).unwrap();
        assert_eq!(reading.entry().unwrap().unwrap().entry.id, StreamId::new(4, 0));
        let mut reading = reading.retyped::<String>();
        assert!(reading.entry().is_none());
        let below = |ms: u64| alloc::format!("{ms}-{}", u64::MAX);
        let expected = alloc::format!("GROUP g c COUNT 16 STREAMS a b {} {}", below(4), below(6));
        assert_eq!(words(&reading), expected);
        assert_eq!(before(StreamId::new(5, 3)), StreamId::new(5, 2));
    }

    #[test]
    fn an_entry_that_is_no_text_holds_up_no_other() {
        let mut reading = reading::<String>(&["a"]);
        reading.take(Ok(read(&reading, b"\xff", &[("a", &[5])]))).unwrap();
        reading.take(Ok(read(&reading, b"v", &[("a", &[6])]))).unwrap();
        assert_eq!(
            reading.entry().unwrap().unwrap_err().to_string(),
            "XREADGROUP: reply.a.5-0[1].f: expected UTF-8 text, found other bytes at offset 0"
        );
        assert_eq!(reading.entry().unwrap().unwrap().entry.id, StreamId::new(6, 0));
        assert_eq!(words(&reading), "GROUP g c COUNT 16 STREAMS a 6-0");
    }

    #[test]
    fn it_pauses_after_errors_in_a_row_and_ends_with_the_client() {
        let mut reading = reading::<Bytes>(&["a"]);
        let mut longest = Duration::ZERO;
        for attempt in 0..20 {
            assert!(reading.take(Err(lost())).is_err());
            let pause = reading.pause();
            assert!(attempt > 0 || pause.is_none(), "the first time it is at once");
            assert_eq!(reading.pause(), None);
            longest = longest.max(pause.unwrap_or_default());
        }
        assert!(longest > Duration::from_millis(10) && longest <= Duration::from_secs(2), "{longest:?}");
        reading.take(Ok(Vec::new())).unwrap();
        assert!(reading.take(Err(lost())).is_err());
        assert_eq!(reading.pause(), None);

        assert!(reading.take(Err(Error::Closed)).is_err());
        assert!(reading.command().is_none());
    }
}
