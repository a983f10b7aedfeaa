//! What is to be written, in pieces.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use bytes::Buf;

/// Bytes on their way to the transport: small commands one after the other,
/// long arguments as references to where their caller has them. It is read
/// through [`Buf`], whose `chunks_vectored` serves a vectored write. Once all of
/// it is written the arguments are let go.
///
/// ```
/// use bytes::Buf;
/// use resp_core::cmd;
/// use resp_net::{Config, Lanes, ProtocolChoice, Session, Span, Tag, Transmit};
/// # let config = Config::builder().protocol(ProtocolChoice::Resp2).set_info(false).build()?;
/// # let mut session = Session::new(&config, Lanes::Shared, 0);
/// # session.receive(&mut bytes::BytesMut::new());
/// session.submit(cmd::ping().wire(), Tag(0), Span::default())?;
///
/// let mut out = Transmit::default();
/// session.poll_transmit(&mut out, 0);
/// let mut socket = Vec::new();
/// while out.has_remaining() {
///     let written = std::io::Write::write(&mut socket, out.chunk())?;
///     out.advance(written);
///     session.handle_written(written);
/// }
/// assert_eq!(socket, b"*1\r\n$4\r\nPING\r\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Default)]
pub struct Transmit {
    /// All but the pieces.
    pub(super) bytes: Vec<u8>,
    pub(super) pieces: Vec<Piece>,
    /// What comes next: in `bytes`, among the pieces, and in the first of these.
    position: usize,
    piece: usize,
    piece_position: usize,
    /// Bytes left.
    remaining: usize,
}

/// A long argument, or several: `data` comes between `bytes[..at]` and `bytes[at..]`.
pub(super) struct Piece {
    pub(super) at: usize,
    pub(super) data: Arc<Vec<u8>>,
}

impl Transmit {
    /// The most memory that is kept for the next use; a batch of thousands of
    /// commands fits.
    pub(super) const KEPT_LEN: usize = 1 << 20;

    /// Has what was put into `bytes` and `pieces` written from the start.
    #[inline]
    pub(super) fn begin(&mut self) {
        let pieces: usize = self.pieces.iter().map(|piece| piece.data.len()).sum();
        self.remaining = self.bytes.len() + pieces;
    }

    /// Empties it, and keeps its memory unless that is much.
    #[inline]
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.pieces.clear();
        if self.bytes.capacity() > Self::KEPT_LEN {
            self.bytes = Vec::new();
        }
        (self.position, self.piece, self.piece_position) = (0, 0, 0);
        self.remaining = 0;
    }

    /// Whether it is one piece.
    #[inline]
    #[must_use]
    pub const fn is_contiguous(&self) -> bool {
        self.pieces.is_empty()
    }

    /// The piece that comes next, if it comes now.
    fn due_piece(&self) -> Option<&[u8]> {
        let piece = self.pieces.get(self.piece)?;
        (piece.at == self.position).then(|| &piece.data[self.piece_position..])
    }

    /// Where `bytes` are interrupted next, or end.
    fn next_stop(&self) -> usize {
        self.pieces.get(self.piece).map_or(self.bytes.len(), |piece| piece.at)
    }
}

/// Shows how much there is; never an argument.
impl fmt::Debug for Transmit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Transmit({} bytes)", self.remaining)
    }
}

impl Buf for Transmit {
    #[inline]
    fn remaining(&self) -> usize {
        self.remaining
    }

    #[inline]
    fn chunk(&self) -> &[u8] {
        if self.pieces.is_empty() {
            return &self.bytes[self.position..];
        }
        self.due_piece().unwrap_or_else(|| &self.bytes[self.position..self.next_stop()])
    }

    #[inline]
    fn advance(&mut self, mut count: usize) {
        assert!(count <= self.remaining, "no more can be written than there is");
        self.remaining -= count;
        while count > 0 {
            if let Some(left) = self.due_piece() {
                let step = count.min(left.len());
                count -= step;
                if step == left.len() {
                    (self.piece, self.piece_position) = (self.piece + 1, 0);
                } else {
                    self.piece_position += step;
                }
            } else {
                let step = count.min(self.next_stop() - self.position);
                self.position += step;
                count -= step;
            }
        }
        if self.remaining == 0 {
            self.clear();
        }
    }

    #[cfg(feature = "std")]
    fn chunks_vectored<'a>(&'a self, slices: &mut [std::io::IoSlice<'a>]) -> usize {
        let (mut position, mut skip, mut count) = (self.position, self.piece_position, 0);
        let mut pieces = self.pieces.iter().skip(self.piece);
        let mut next = pieces.next();
        for slice in slices {
            let chunk = match next {
                Some(piece) if piece.at == position => {
                    next = pieces.next();
                    &piece.data[core::mem::take(&mut skip)..]
                }
                _ => {
                    let stop = next.map_or(self.bytes.len(), |piece| piece.at);
                    &self.bytes[core::mem::replace(&mut position, stop)..stop]
                }
            };
            if chunk.is_empty() {
                break;
            }
            *slice = std::io::IoSlice::new(chunk);
            count += 1;
        }
        count
    }
}
