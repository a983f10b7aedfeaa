//! Where encoded bytes go.

use crate::error::EncodeError;

/// Where an [`Encoder`](super::Encoder) writes: a growing buffer (`Vec<u8>`, `BytesMut`) or a
/// [`SliceOutput`].
pub trait Output {
    /// Makes room for `len` more bytes.
    ///
    /// # Errors
    /// [`EncodeError::OutputFull`] when it has no such room.
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError>;

    /// Appends bytes that [`reserve`](Self::reserve) has made room for.
    fn put(&mut self, bytes: &[u8]);

    /// Appends the first `len` of `bytes`, as [`put`](Self::put) does. Where it
    /// can, an output copies all eight, which is a single move.
    #[inline]
    fn put_short(&mut self, bytes: [u8; 8], len: usize) {
        self.put(&bytes[..len]);
    }
}

#[cfg(feature = "alloc")]
impl Output for alloc::vec::Vec<u8> {
    #[inline]
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        self.reserve(len);
        Ok(())
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    #[inline]
    fn put_short(&mut self, bytes: [u8; 8], len: usize) {
        let end = self.len() + len;
        if self.capacity() - self.len() < bytes.len() {
            return self.extend_from_slice(&bytes[..len]);
        }
        self.extend_from_slice(&bytes);
        self.truncate(end);
    }
}

#[cfg(feature = "bytes")]
impl Output for bytes::BytesMut {
    #[inline]
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        self.reserve(len);
        Ok(())
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    #[inline]
    fn put_short(&mut self, bytes: [u8; 8], len: usize) {
        let end = self.len() + len;
        if self.capacity() - self.len() < bytes.len() {
            return self.extend_from_slice(&bytes[..len]);
        }
        self.extend_from_slice(&bytes);
        self.truncate(end);
    }
}

/// A slice of the caller and how much of it is written.
///
/// ```
/// use resp_core::{EncodeError, Encoder, SliceOutput};
///
/// let mut room = [0; 8];
/// let mut output = SliceOutput::new(&mut room);
/// let mut encoder = Encoder::new(&mut output);
/// encoder.integer(7)?;
/// assert_eq!(encoder.integer(12345), Err(EncodeError::OutputFull { needed: 8 }));
/// assert_eq!(output.written(), b":7\r\n");
/// # Ok::<(), EncodeError>(())
/// ```
#[derive(Debug)]
pub struct SliceOutput<'buf> {
    room: &'buf mut [u8],
    len: usize,
}

impl<'buf> SliceOutput<'buf> {
    /// An output that fills `room` from its start.
    pub fn new(room: &'buf mut [u8]) -> Self {
        Self { room, len: 0 }
    }

    /// What was written so far: whole values only.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.room[..self.len]
    }
}

impl Output for SliceOutput<'_> {
    fn reserve(&mut self, len: usize) -> Result<(), EncodeError> {
        if self.room.len() - self.len < len { Err(EncodeError::OutputFull { needed: len }) } else { Ok(()) }
    }

    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.room[self.len..][..bytes.len()].copy_from_slice(bytes);
        self.len += bytes.len();
    }

    #[inline]
    fn put_short(&mut self, bytes: [u8; 8], len: usize) {
        let Some(room) = self.room.get_mut(self.len..self.len + bytes.len()) else {
            return self.put(&bytes[..len]);
        };
        room.copy_from_slice(&bytes);
        self.len += len;
    }
}
