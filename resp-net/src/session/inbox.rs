//! How the buffer that replies are read into grows.

use bytes::BytesMut;

/// The largest block that replies share. A small reply that is kept keeps its
/// block alive, which this bounds.
const BLOCK_LEN: usize = 64 << 10;
/// A read into less room than this is not worth the system call.
const MIN_READ_LEN: usize = 8 << 10;
/// Room for what has not arrived, as a multiple of what has: a peer's
/// announcement alone must not take memory.
const TRUST: usize = 3;

/// Makes room in `input` for the next read, when the reply that is being read
/// lacks at least `missing` bytes.
///
/// Takes a new block of at most 64 KiB when the last one is used up and still
/// shared. Only a reply larger than that has a block of its own, which grows
/// towards the announced size in proportion to what has arrived.
pub(super) fn reserve(input: &mut BytesMut, missing: usize) {
    let room = input.capacity() - input.len();
    if room >= missing.max(MIN_READ_LEN) {
        return;
    }
    let fits_block = input.len() + missing <= BLOCK_LEN;
    if fits_block && room >= MIN_READ_LEN {
        return;
    }
    let len = if fits_block {
        (BLOCK_LEN - input.len()).max(MIN_READ_LEN)
    } else {
        missing.min(input.len() * TRUST + BLOCK_LEN).max(MIN_READ_LEN)
    };
    input.reserve(len);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_replies_share_blocks() {
        let mut input = BytesMut::new();
        reserve(&mut input, 1);
        assert_eq!(input.capacity(), BLOCK_LEN);
        input.resize(BLOCK_LEN - MIN_READ_LEN, 0);
        reserve(&mut input, 1);
        assert_eq!(input.capacity(), BLOCK_LEN, "there is still room");
    }

    #[test]
    fn an_announcement_alone_takes_little() {
        let mut input = BytesMut::from(&b"$536870912\r\n"[..]);
        reserve(&mut input, 512 << 20);
        assert!(input.capacity() < 2 * BLOCK_LEN);
        input.resize(1 << 20, 0);
        reserve(&mut input, 511 << 20);
        assert!(input.capacity() <= (1 << 20) * (TRUST + 1) + BLOCK_LEN);
    }
}
