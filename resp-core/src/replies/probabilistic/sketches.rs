//! Count-min sketches, top-k lists and t-digests.

use super::numbers;
use crate::convert::{ConvertError, FromReply};
use crate::frame::Frame;
use crate::replies::{Fields, without_strings};

numbers! {
    /// What a count-min sketch is like.
    ///
    /// ```
    /// use resp_core::{Decoder, Progress, cmd};
    ///
    /// let mut decoder = Decoder::new();
    /// let wire = b"*6\r\n+width\r\n:2000\r\n+depth\r\n:5\r\n+count\r\n:3\r\n";
    /// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
    /// assert_eq!(cmd::cms_info("views").decode(reply).unwrap().count, 3);
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    CountMinInfo, "count-min sketch" {
        /// Counters in each row.
        width: u64 = "width",
        /// Rows.
        depth: u64 = "depth",
        /// The sum of all that was counted.
        count: u64 = "count",
    }
}

numbers! {
    /// What a top-k sketch is like.
    ///
    /// ```
    /// use resp_core::{Decoder, Progress, cmd};
    ///
    /// let mut decoder = Decoder::new();
    /// let wire = b"*8\r\n+k\r\n:3\r\n+width\r\n:8\r\n+depth\r\n:7\r\n+decay\r\n$3\r\n0.9\r\n";
    /// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
    /// assert_eq!(cmd::topk_info("pages").decode(reply).unwrap().decay, 0.9);
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    TopKInfo, "top-k sketch" {
        /// How many items it keeps.
        k: u64 = "k",
        /// Counters in each row.
        width: u64 = "width",
        /// Rows.
        depth: u64 = "depth",
        /// The chance that a counter goes down when another item meets it.
        decay: f64 = "decay",
    }
}

numbers! {
    /// What a t-digest holds and takes.
    ///
    /// ```
    /// use resp_core::{Decoder, Progress, cmd};
    ///
    /// let wire = b"%9\r\n+Compression\r\n:100\r\n+Capacity\r\n:610\r\n+Merged nodes\r\n:0\r\n\
    ///     +Unmerged nodes\r\n:5\r\n+Merged weight\r\n:0\r\n+Unmerged weight\r\n:5\r\n\
    ///     +Observations\r\n:5\r\n+Total compressions\r\n:0\r\n+Memory usage\r\n:9768\r\n";
    /// let mut decoder = Decoder::new();
    /// let Progress::Frame(reply) = decoder.decode(wire)? else { panic!() };
    /// assert_eq!(cmd::tdigest_info("times").decode(reply).unwrap().observations, 5);
    /// # Ok::<(), resp_core::DecodeError>(())
    /// ```
    TDigestInfo, "t-digest" {
        /// How much it keeps: more is more exact.
        compression: u64 = "Compression",
        /// Room for centroids and for observations that are not merged yet.
        capacity: u64 = "Capacity",
        /// Centroids.
        merged_nodes: u64 = "Merged nodes",
        /// Observations that are not merged yet.
        unmerged_nodes: u64 = "Unmerged nodes",
        /// The weight of the centroids.
        merged_weight: u64 = "Merged weight",
        /// The weight of what is not merged yet.
        unmerged_weight: u64 = "Unmerged weight",
        /// How many observations were added.
        observations: u64 = "Observations",
        /// How often it merged them.
        compressions: u64 = "Total compressions",
        /// The bytes it takes.
        memory: u64 = "Memory usage",
    }
}

/// Where a value stands among the observations of a t-digest.
///
/// ```
/// use resp_core::{Decoder, Progress, cmd, replies::TDigestRank};
///
/// let mut decoder = Decoder::new();
/// let Progress::Frame(reply) = decoder.decode(b"*2\r\n:-1\r\n:2\r\n")? else { panic!() };
/// let ranks = cmd::tdigest_rank("times", [0.0, 9.5]).decode(reply).unwrap();
/// assert_eq!(ranks, [TDigestRank::Outside, TDigestRank::At(2)]);
/// # Ok::<(), resp_core::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TDigestRank {
    /// There are no observations.
    Empty,
    /// TDIGEST.RANK: it is less than all of them; TDIGEST.REVRANK: more.
    Outside,
    /// So many of them are less, or with TDIGEST.REVRANK more.
    At(u64),
}

impl FromReply for TDigestRank {
    type Out = Self;

    fn from_reply(frame: Frame<'_>) -> Result<Self, ConvertError> {
        match i64::from_reply(frame)? {
            -2 => Ok(Self::Empty),
            -1 => Ok(Self::Outside),
            rank => u64::try_from(rank).map(Self::At).map_err(|_| ConvertError::text("rank")),
        }
    }
}

without_strings!(CountMinInfo, TopKInfo, TDigestInfo, TDigestRank);
