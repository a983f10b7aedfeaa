//! Bloom and cuckoo filters.

use bytes::Bytes;

use super::numbers;
use crate::convert::{ConvertError, FromReply, ServerError};
use crate::frame::Frame;
use crate::replies::{Fields, without_strings};

/// What became of an item that was to be added to a filter.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::FilterInsert};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n#t\r\n#f\r\n")? else { panic!() };
/// let inserted = cmd::raw("BF.MADD").returning::<Vec<FilterInsert>>().decode(reply).unwrap();
/// assert_eq!(inserted, [FilterInsert::Added, FilterInsert::Present]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterInsert {
    /// It was added.
    Added,
    /// It was not added, as it seems to be there.
    Present,
    /// It was not added, as the filter is full and does not grow.
    Full,
}

/// 1, 0 and -1, or in RESP3 true, false and -1; of a full Bloom filter an error.
impl FromReply for FilterInsert {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        if let Some(error) = ServerError::from_frame(frame) {
            let is_full = error.message().contains("full") || error.code().contains("full");
            return if is_full { Ok(Self::Full) } else { Err(ConvertError::kind("boolean", frame)) };
        }
        match i64::from_reply(frame)? {
            1 => Ok(Self::Added),
            0 => Ok(Self::Present),
            -1 => Ok(Self::Full),
            _ => Err(ConvertError::text("1, 0 or -1")),
        }
    }
}

/// A part of a filter on its way to another key or server.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd};
///
/// let command = cmd::bf_scandump("seen", 0);
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n:1\r\n$4\r\ndata\r\n")? else { panic!() };
/// let chunk = command.decode(reply).unwrap();
/// assert!(!chunk.is_end());
/// let load = cmd::bf_loadchunk("copy", chunk.iterator, &chunk.data);
/// let next = cmd::bf_scandump("seen", chunk.iterator);
/// # let _ = (load, next);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FilterChunk {
    /// What to ask for the next chunk with, and to load this one with; 0 if
    /// there was none left.
    pub iterator: i64,
    /// Its bytes; none if there was none left.
    pub data: Bytes,
}

impl FilterChunk {
    /// Whether all chunks have come before: this one holds nothing.
    #[must_use]
    pub const fn is_end(&self) -> bool {
        self.iterator == 0
    }
}

impl FromReply for FilterChunk {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        let (iterator, data) = <(i64, Option<Bytes>)>::from_reply(frame)?;
        Ok(Self { iterator, data: data.unwrap_or_default() })
    }
}

numbers! {
    /// What a Bloom filter is like.
    ///
    /// ```
    /// use resp_core::{Decoder, Progress, cmd};
    ///
    /// let wire = b"%5\r\n+Capacity\r\n:100\r\n+Size\r\n:240\r\n+Number of filters\r\n:1\r\n\
    ///     +Number of items inserted\r\n:1\r\n+Expansion rate\r\n:2\r\n";
    /// let mut decoder = Decoder::new();
    /// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
    /// let info = cmd::bf_info("seen").decode(reply).unwrap();
    /// assert_eq!((info.capacity, info.expansion), (100, Some(2)));
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    BloomInfo, "Bloom filter" {
        /// How many items fit in, those in it included, before it must grow.
        capacity: u64 = "Capacity",
        /// The bytes it takes.
        size: u64 = "Size",
        /// The number of its sub-filters.
        filters: u64 = "Number of filters",
        /// How many different items were added.
        items: u64 = "Number of items inserted",
        /// How many times larger each next sub-filter is; `None` if it does not grow.
        expansion: Option<u64> = "Expansion rate",
    }
}

numbers! {
    /// What a cuckoo filter is like.
    ///
    /// ```
    /// use resp_core::{Decoder, Progress, cmd};
    ///
    /// let wire = b"%8\r\n+Size\r\n:1080\r\n+Number of buckets\r\n:512\r\n+Number of filters\r\n:1\r\n\
    ///     +Number of items inserted\r\n:1\r\n+Number of items deleted\r\n:0\r\n+Bucket size\r\n:2\r\n\
    ///     +Expansion rate\r\n:1\r\n+Max iterations\r\n:20\r\n";
    /// let mut decoder = Decoder::new();
    /// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
    /// let info = cmd::cf_info("seen").decode(reply).unwrap();
    /// assert_eq!((info.buckets, info.bucket_size), (512, 2));
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    CuckooInfo, "cuckoo filter" {
        /// The bytes it takes.
        size: u64 = "Size",
        /// The number of its buckets.
        buckets: u64 = "Number of buckets",
        /// The number of its sub-filters.
        filters: u64 = "Number of filters",
        /// How many items it holds.
        items: u64 = "Number of items inserted",
        /// How many items were deleted.
        deleted: u64 = "Number of items deleted",
        /// How many items share a bucket.
        bucket_size: u64 = "Bucket size",
        /// How many times larger each next sub-filter is.
        expansion: u64 = "Expansion rate",
        /// How many items may be moved to make room for one.
        max_iterations: u64 = "Max iterations",
    }
}

without_strings!(FilterInsert, FilterChunk, BloomInfo, CuckooInfo);
