//! Bytes that were fed and not consumed yet.

use std::collections::TryReserveError;

/// Grows by a quarter, so that memory stays in proportion to what has arrived,
/// and moves bytes only when that buys as much room, so that each byte is moved
/// a bounded number of times however feeding and consuming take turns.
#[derive(Debug, Default)]
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    /// How many of them are consumed.
    start: usize,
}

/// Bytes of memory that an empty buffer keeps. What a rare huge reply took
/// beyond that is given back with the next feed.
const KEPT: usize = 64 << 10;

impl Buffer {
    /// The bytes that are not consumed.
    #[inline]
    pub(crate) fn rest(&self) -> &[u8] {
        &self.bytes[self.start..]
    }

    /// Leaves the first `len` bytes of the rest out from now on.
    #[inline]
    pub(crate) fn consume(&mut self, len: usize) {
        self.start += len;
    }

    /// Appends a copy of `bytes`.
    ///
    /// # Errors
    /// There is no memory; the rest is as before.
    #[inline]
    pub(crate) fn feed(&mut self, bytes: &[u8]) -> Result<(), TryReserveError> {
        if self.bytes.capacity() - self.bytes.len() < bytes.len() || self.bytes.capacity() > KEPT {
            self.make_room(bytes.len())?;
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    #[cold]
    fn make_room(&mut self, len: usize) -> Result<(), TryReserveError> {
        if self.rest().is_empty() {
            self.bytes.clear();
            self.start = 0;
            self.bytes.shrink_to(KEPT.max(len));
        }
        if self.bytes.capacity() - self.bytes.len() >= len {
            return Ok(());
        }
        self.bytes.drain(..self.start);
        self.start = 0;
        self.bytes.try_reserve_exact(len.max(self.bytes.len() / 4))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Feeds and consumes as `step` says until `total` bytes have passed.
    /// Returns how many bytes were moved in memory to make room.
    fn moved(total: usize, mut step: impl FnMut(usize) -> (usize, usize)) -> usize {
        let mut buffer = Buffer::default();
        let (mut fed, mut consumed, mut most, mut moved) = (0, 0, 0, 0);
        while consumed < total {
            let (feed, consume) = step(fed - consumed);
            let piece: Vec<u8> = (fed..fed + feed).map(|index| u8::try_from(index % 251).unwrap()).collect();
            let (rest, place) = (buffer.rest().len(), buffer.rest().as_ptr());
            buffer.feed(&piece).unwrap();
            if place != buffer.rest().as_ptr() {
                moved += rest;
            }
            fed += feed;
            let first = buffer.rest().first().map(|&byte| usize::from(byte));
            assert_eq!(first, (fed > consumed).then_some(consumed % 251));
            assert_eq!(buffer.rest().len(), fed - consumed);
            most = most.max(fed - consumed);
            assert!(buffer.bytes.capacity() <= KEPT + most + most / 4);
            buffer.consume(consume.min(buffer.rest().len()));
            consumed = fed - buffer.rest().len();
        }
        moved
    }

    #[test]
    fn each_byte_is_moved_a_bounded_number_of_times() {
        const TOTAL: usize = 1 << 20;
        for (name, factor, moved) in [
            ("whole frames", 0, moved(TOTAL, |_| (1000, 1000))),
            ("half frames", 1, moved(TOTAL, |_| (1000, 999))),
            (
                "one frame, byte by byte",
                5,
                moved(TOTAL / 8, |rest| (1, if rest < TOTAL / 8 { 0 } else { rest })),
            ),
            ("a long queue", 5, moved(TOTAL, |rest| if rest == 0 { (TOTAL / 2, 0) } else { (64, 64) })),
            (
                "a queue that is fed at once",
                0,
                moved(TOTAL, |rest| if rest == 0 { (TOTAL, 64) } else { (0, 64) }),
            ),
        ] {
            assert!(moved <= factor * TOTAL, "{name}: {moved}");
        }
    }

    #[test]
    fn without_memory_nothing_changes() {
        let mut buffer = Buffer::default();
        buffer.feed(b"+OK\r\n+a").unwrap();
        buffer.consume(5);
        for len in [usize::MAX / 4, usize::MAX] {
            assert!(buffer.make_room(len).is_err());
            assert_eq!(buffer.rest(), b"+a");
        }
    }

    #[test]
    fn memory_of_a_huge_reply_is_given_back() {
        let mut buffer = Buffer::default();
        buffer.feed(&vec![0; 10 << 20]).unwrap();
        buffer.consume(10 << 20);
        buffer.feed(b"+OK\r\n").unwrap();
        assert!(buffer.bytes.capacity() <= KEPT);
        assert_eq!(buffer.rest(), b"+OK\r\n");
    }
}
