//! What a peer may ask of a decoder.

/// Bounds on what one frame may hold, each checked before anything is
/// reserved for it.
///
/// ```
/// use resp_core::{Decoder, DecodeErrorKind, Limits};
///
/// let mut decoder = Decoder::with_limits(Limits::default().max_depth(2));
/// let error = decoder.decode(b"*1\r\n*1\r\n*1\r\n:1\r\n").unwrap_err();
/// assert_eq!(error.kind, DecodeErrorKind::DepthLimit);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(crate) max_depth: u32,
    pub(crate) max_bulk_len: usize,
    pub(crate) max_aggregate_len: u32,
    pub(crate) max_nodes: u32,
    pub(crate) max_frame_len: usize,
    pub(crate) max_line_len: usize,
    pub(crate) max_attributes: u8,
}

/// Longest line of a length, count, integer, boolean or null, in bytes without
/// marker and line end: the 20 of an `i64`, and room for leading zeros.
pub(crate) const MAX_INTEGER_LINE: usize = 32;
/// Longest line of a double: what C libraries print with 17 digits is under 30.
pub(crate) const MAX_DOUBLE_LINE: usize = 128;
/// Longest line of a big number: over 13,000 bits.
pub(crate) const MAX_BIG_NUMBER_LINE: usize = 4096;

impl Limits {
    /// Levels of open aggregates and streamed strings. Default 1024: the most
    /// that hiredis reads, and far more than any server sends.
    #[must_use]
    pub const fn max_depth(mut self, levels: u32) -> Self {
        self.max_depth = levels;
        self
    }

    /// Bytes of one bulk string, bulk error or verbatim string, the sum of its
    /// chunks if it is streamed. Default 512 MiB, the server's own default.
    #[must_use]
    pub const fn max_bulk_len(mut self, bytes: usize) -> Self {
        self.max_bulk_len = bytes;
        self
    }

    /// Values directly inside one aggregate; a pair of a map or attribute
    /// counts as two. Default 2²⁴.
    #[must_use]
    pub const fn max_aggregate_len(mut self, values: u32) -> Self {
        self.max_aggregate_len = below_max(values);
        self
    }

    /// Values of one frame at all levels together, aggregates and chunks
    /// included. Default 2²⁴, that is 256 MiB of tape.
    #[must_use]
    pub const fn max_nodes(mut self, values: u32) -> Self {
        self.max_nodes = below_max(values);
        self
    }

    /// Bytes of one frame. Default 1 GiB, the server's own bound on a query
    /// buffer; never more than 4 GiB − 1, since the tape counts in 32 bits.
    #[must_use]
    pub const fn max_frame_len(mut self, bytes: usize) -> Self {
        self.max_frame_len = if bytes > MAX_OFFSET { MAX_OFFSET } else { bytes };
        self
    }

    /// Bytes of one simple string or simple error, without marker and line
    /// end. Default 64 KiB.
    #[must_use]
    pub const fn max_line_len(mut self, bytes: usize) -> Self {
        self.max_line_len = bytes;
        self
    }

    /// Attributes in a row before one value. Default 8.
    #[must_use]
    pub const fn max_attributes(mut self, attributes: u8) -> Self {
        self.max_attributes = if attributes == u8::MAX { attributes - 1 } else { attributes };
        self
    }
}

/// The decoder uses the last number for "none" and "unknown".
const fn below_max(values: u32) -> u32 {
    if values == u32::MAX { values - 1 } else { values }
}

/// The last offset that a node can hold.
const MAX_OFFSET: usize = u32::MAX as usize;

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_depth: 1024,
            max_bulk_len: 512 << 20,
            max_aggregate_len: 1 << 24,
            max_nodes: 1 << 24,
            max_frame_len: 1 << 30,
            max_line_len: 64 << 10,
            max_attributes: 8,
        }
    }
}
