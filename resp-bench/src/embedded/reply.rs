//! Replies, in the protocol that the connection has chosen.

use resp_core::{EncodeError, Encoder};
use std::borrow::Cow;

/// An error reply's text, or the reply has been written.
pub(super) type Outcome = Result<(), Cow<'static, str>>;

/// Where a reply goes. A growing buffer always has room and no text here holds
/// a line break, so that the encoder cannot fail; if it did, the peer would be told.
pub(super) struct Reply<'out> {
    encoder: Encoder<'out, Vec<u8>>,
    protocol: u8,
}

impl<'out> Reply<'out> {
    /// Appends to `output`.
    pub(super) const fn new(output: &'out mut Vec<u8>, protocol: u8) -> Self {
        Self { encoder: Encoder::new(output), protocol }
    }

    /// Writes the rest in another protocol.
    pub(super) const fn set_protocol(&mut self, protocol: u8) {
        self.protocol = protocol;
    }

    pub(super) fn error(&mut self, text: &str) {
        if self.encoder.simple_error(text).is_err() {
            let _ = self.encoder.simple_error("ERR");
        }
    }

    pub(super) fn simple(&mut self, text: &str) -> Outcome {
        self.encoder.simple_string(text).map_err(unwritable)
    }

    pub(super) fn bulk(&mut self, payload: impl AsRef<[u8]>) -> Outcome {
        self.encoder.bulk_string(payload).map_err(unwritable)
    }

    /// Text for people: RESP3 has a type of its own for it.
    pub(super) fn text(&mut self, text: &str) -> Outcome {
        if self.protocol == 2 {
            return self.bulk(text);
        }
        self.encoder.verbatim(*b"txt", text).map_err(unwritable)
    }

    pub(super) fn integer(&mut self, value: i64) -> Outcome {
        self.encoder.integer(value).map_err(unwritable)
    }

    pub(super) fn count(&mut self, value: usize) -> Outcome {
        self.integer(i64::try_from(value).unwrap_or(i64::MAX))
    }

    pub(super) fn null(&mut self) -> Outcome {
        let written = if self.protocol == 2 { self.encoder.null_bulk_string() } else { self.encoder.null() };
        written.map_err(unwritable)
    }

    pub(super) fn array(&mut self, len: usize) -> Outcome {
        self.encoder.array(len).map_err(unwritable)
    }

    pub(super) fn map(&mut self, pairs: usize) -> Outcome {
        let written =
            if self.protocol == 2 { self.encoder.array(pairs * 2) } else { self.encoder.map(pairs) };
        written.map_err(unwritable)
    }
}

fn unwritable(error: EncodeError) -> Cow<'static, str> {
    format!("ERR {error}").into()
}
