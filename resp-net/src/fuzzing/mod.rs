//! Bodies of the fuzz targets: properties that hold for any bytes, a panic if
//! one does not; and what the conformance driver needs. No part of the interface.

mod server;
mod session;
mod url;

pub use session::session;
pub use url::url;

pub use crate::url::{Target, Url, UrlError};

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
