//! How the buffer that replies are read into grows.

use alloc::vec::Vec;

use bytes::{Bytes, BytesMut};

/// The largest block that replies share. A small reply that is kept keeps its
/// block alive, which this bounds.
const BLOCK_LEN: usize = 64 << 10;
/// A read into less room than this is not worth the system call.
const MIN_READ_LEN: usize = 8 << 10;
/// Memory for one reply, as a multiple of what of it has arrived: a peer's
/// announcement alone must not take any. Two below the bound that is promised,
/// for what the tape grows until the next look.
const TRUST: usize = 6;

/// Makes room in `input` for the next read, when the reply that is being read
/// lacks at least `missing` bytes and its tape takes `tape_len`.
///
/// Takes a new block of at most 64 KiB when the last one is used up and still
/// shared. Only a reply larger than that has a block of its own, which grows
/// towards the announced size in proportion to what has arrived.
pub(super) fn reserve(input: &mut BytesMut, missing: usize, tape_len: usize) {
    let (len, room) = (input.len(), input.capacity() - input.len());
    if room >= missing.max(MIN_READ_LEN) {
        return;
    }
    if len + missing <= BLOCK_LEN {
        if room < MIN_READ_LEN {
            input.reserve((BLOCK_LEN - len).max(MIN_READ_LEN));
        }
        return;
    }
    let trusted = (len * TRUST).saturating_sub(len + tape_len).max(len / 4);
    let wanted = missing.max(len / 4).min(trusted).max(MIN_READ_LEN);
    if room < wanted {
        grow_exactly(input, wanted);
    }
}

/// Grows without doubling, and in place where the allocator can.
fn grow_exactly(input: &mut BytesMut, room: usize) {
    let mut bytes = Vec::from(core::mem::take(input));
    bytes.reserve_exact(room);
    *input = BytesMut::from(Bytes::from(bytes));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_replies_share_blocks() {
        let mut input = BytesMut::new();
        reserve(&mut input, 1, 0);
        assert_eq!(input.capacity(), BLOCK_LEN);
        input.resize(BLOCK_LEN - MIN_READ_LEN, 0);
        reserve(&mut input, 1, 0);
        assert_eq!(input.capacity(), BLOCK_LEN, "there is still room");
    }

    #[test]
    fn an_announcement_alone_takes_little() {
        let mut input = BytesMut::from(&b"$536870912\r\n"[..]);
        reserve(&mut input, 512 << 20, 16);
        assert!(input.capacity() <= BLOCK_LEN);
        input.resize(1 << 20, 0);
        reserve(&mut input, 511 << 20, 16);
        assert!(input.capacity() <= TRUST << 20);
    }

    #[test]
    fn a_large_payload_has_a_buffer_of_its_size() {
        let mut input = BytesMut::zeroed(1 << 20);
        reserve(&mut input, 1 << 20, 16);
        assert_eq!(input.capacity(), 2 << 20);
    }

    #[test]
    fn many_small_values_grow_it_by_a_quarter() {
        let mut input = BytesMut::zeroed(1 << 20);
        reserve(&mut input, 1, 6 << 20);
        assert_eq!(input.capacity(), (1 << 20) + (1 << 18));
    }
}
