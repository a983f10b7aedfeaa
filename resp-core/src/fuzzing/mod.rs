//! Bodies of the fuzz targets: properties that hold for any bytes, a panic if
//! one does not. No part of the interface.

mod decode;
mod decode_split;
mod encode_args;
mod outcome;
mod round_trip;

pub use decode::decode;
pub use decode_split::decode_split;
pub use encode_args::encode_args;
pub use round_trip::round_trip;

/// Bytes that decide, taken from the front; zeros after the end.
struct Choices<'a>(&'a [u8]);

impl<'a> Choices<'a> {
    fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        byte
    }

    /// As many bytes as there are, up to `len`.
    fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        taken
    }
}
