//! Bodies of the fuzz targets: properties that hold for any bytes, a panic if
//! one does not. No part of the interface.

mod decode;
mod decode_split;
mod encode_args;
mod outcome;
mod requests;
mod round_trip;

pub use decode::decode;
pub use decode_split::decode_split;
pub use encode_args::encode_args;
pub use requests::requests;
pub use round_trip::round_trip;

use alloc::vec::Vec;

/// Most cuts at places of their own.
const MAX_CUTS: u8 = 8;

/// Bytes that decide, taken from the front; zeros after the end.
#[derive(Debug)]
pub struct Choices<'a>(pub &'a [u8]);

impl<'a> Choices<'a> {
    /// The next one.
    pub fn byte(&mut self) -> u8 {
        let Some((&byte, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        byte
    }

    /// As many bytes as there are, up to `len`.
    pub fn take(&mut self, len: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        taken
    }
    /// Where the pieces end in which what is left after this arrives. The first
    /// byte `n` says where it is cut: at up to eight places, each a byte's value
    /// after the one before; from nine on every `n - 8` bytes.
    fn ends(&mut self) -> Vec<usize> {
        match self.byte() {
            count @ ..=MAX_CUTS => {
                let distances = self.take(count.into());
                let len = self.0.len();
                let cuts = distances.iter().scan(0, |at, &distance| {
                    *at = (*at + usize::from(distance)).min(len);
                    Some(*at)
                });
                cuts.chain([len]).collect()
            }
            more => {
                let (len, step) = (self.0.len(), usize::from(more - MAX_CUTS));
                (1..len).filter(|at| at % step == 0).chain([len]).collect()
            }
        }
    }
}
