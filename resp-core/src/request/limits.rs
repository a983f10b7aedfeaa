//! What a client may ask of a request decoder.

/// Bounds on what one request may hold, each checked before anything is
/// reserved for it. Those of a client that has not authenticated are much
/// tighter: [`unauthenticated`](Self::unauthenticated).
///
/// ```
/// use resp_core::{RequestDecoder, RequestLimits};
///
/// let mut decoder = RequestDecoder::with_limits(RequestLimits::default().max_args(2));
/// let error = decoder.decode(b"*3\r\n").unwrap_err();
/// assert_eq!(error.to_string(), "ERR Protocol error: invalid multibulk length");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestLimits {
    pub(super) max_args: u32,
    pub(super) max_bulk_len: usize,
    pub(super) max_line_len: usize,
    pub(super) max_request_len: usize,
    /// Which of the server's texts names the fault.
    pub(super) unauthenticated: bool,
}

/// More arguments than this are refused whoever asks.
pub(super) const MAX_ARGS: u32 = i32::MAX.cast_unsigned();
/// Longer arguments than this are refused by the server's default whoever asks.
pub(super) const MAX_BULK_LEN: usize = 512 << 20;
/// Any count or length, its marker, line end, and some room.
const MIN_LINE_LEN: usize = 32;
/// The last offset that a span can hold.
const MAX_OFFSET: usize = u32::MAX as usize;

impl RequestLimits {
    /// For a client that has to authenticate and has not: at most 10 arguments
    /// of 16,384 bytes, as many as any form of AUTH or HELLO needs. So many
    /// strangers together cannot make a server keep much for them.
    ///
    /// Take back [`default`](Self::default) limits with
    /// [`RequestDecoder::set_limits`](crate::RequestDecoder::set_limits) when it
    /// has authenticated.
    #[must_use]
    pub const fn unauthenticated() -> Self {
        Self { max_args: 10, max_bulk_len: 16_384, unauthenticated: true, ..Self::DEFAULT }
    }

    /// Arguments of one multibulk request, the command's name included. Default
    /// and at most 2³¹ − 1, the server's own bound.
    #[must_use]
    pub const fn max_args(mut self, args: u32) -> Self {
        self.max_args = if args > MAX_ARGS { MAX_ARGS } else { args };
        self
    }

    /// Bytes of one argument of a multibulk request. Default 512 MiB, the
    /// server's `proto-max-bulk-len`.
    #[must_use]
    pub const fn max_bulk_len(mut self, bytes: usize) -> Self {
        self.max_bulk_len = bytes;
        self
    }

    /// Bytes of one line before its line end: an inline request, which has no
    /// other limit, or a count or length with its marker. Default 64 KiB, as in
    /// the server; at least 32 and at most 4 GiB − 1.
    #[must_use]
    pub const fn max_line_len(mut self, bytes: usize) -> Self {
        self.max_line_len = match bytes {
            ..MIN_LINE_LEN => MIN_LINE_LEN,
            MIN_LINE_LEN..=MAX_OFFSET => bytes,
            _ => MAX_OFFSET,
        };
        self
    }

    /// Bytes of one multibulk request with all its lines. Default 1 GiB, the
    /// server's `client-query-buffer-limit`; at most 4 GiB − 1, since the tape
    /// counts in 32 bits.
    #[must_use]
    pub const fn max_request_len(mut self, bytes: usize) -> Self {
        self.max_request_len = if bytes > MAX_OFFSET { MAX_OFFSET } else { bytes };
        self
    }

    const DEFAULT: Self = Self {
        max_args: MAX_ARGS,
        max_bulk_len: MAX_BULK_LEN,
        max_line_len: 64 << 10,
        max_request_len: 1 << 30,
        unauthenticated: false,
    };
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
