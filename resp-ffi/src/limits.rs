//! What a peer may ask of a reader.

/// What a peer may ask of a reader, each bound checked before anything is
/// reserved for it. Fill it with resp_limits_default(), then change what you need.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Limits {
    /// Bytes of one bulk string, bulk error or verbatim string, the sum of its
    /// chunks if it is streamed. Default 512 MiB.
    pub max_bulk_len: usize,
    /// Bytes of one reply. Default 1 GiB, never more than 4 GiB less one byte.
    pub max_reply_len: usize,
    /// Bytes of one simple string or simple error. Default 64 KiB.
    pub max_line_len: usize,
    /// Levels of nesting. Default 1024.
    pub max_depth: u32,
    /// Values directly inside one aggregate; a pair of a map counts as two.
    /// Default 16,777,216.
    pub max_aggregate_len: u32,
    /// Values of one reply at all levels together. Default 16,777,216. Each
    /// takes 16 bytes of memory beside those of the reply itself.
    pub max_values: u32,
    /// Attributes in a row before one value. Default 8.
    pub max_attributes: u8,
}

impl Limits {
    pub(crate) const DEFAULT: Self = Self {
        max_bulk_len: 512 << 20,
        max_reply_len: 1 << 30,
        max_line_len: 64 << 10,
        max_depth: 1024,
        max_aggregate_len: 1 << 24,
        max_values: 1 << 24,
        max_attributes: 8,
    };

    pub(crate) fn to_core(self) -> resp_core::Limits {
        resp_core::Limits::default()
            .max_bulk_len(self.max_bulk_len)
            .max_frame_len(self.max_reply_len)
            .max_line_len(self.max_line_len)
            .max_depth(self.max_depth)
            .max_aggregate_len(self.max_aggregate_len)
            .max_nodes(self.max_values)
            .max_attributes(self.max_attributes)
    }
}

/// The limits of a reader that is given none.
#[unsafe(no_mangle)]
pub extern "C" fn resp_limits_default() -> Limits {
    Limits::DEFAULT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_those_of_the_decoder() {
        assert_eq!(Limits::DEFAULT.to_core(), resp_core::Limits::default());
    }
}
