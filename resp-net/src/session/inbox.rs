//! How the buffer that replies are read into grows.

use alloc::vec::Vec;

use bytes::{Bytes, BytesMut};
use resp_core::Node;

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
/// Blocks are of 64 KiB. Only a reply larger than that has a block of its own,
/// which grows towards the announced size in proportion to what has arrived;
/// a read into it brings at most 64 KiB of what comes after that reply, so
/// that [`leave_large_block`] has little to move.
#[inline]
pub(super) fn reserve(input: &mut BytesMut, missing: usize, tape_len: usize) {
    let (len, room) = (input.len(), input.capacity() - input.len());
    if room >= missing.max(MIN_READ_LEN) {
        return;
    }
    if len + missing <= BLOCK_LEN {
        // Where the reply has a block to itself, a short read may complete it.
        if input.capacity() < BLOCK_LEN && !input.try_reclaim(BLOCK_LEN - len) {
            move_to_block(input);
        }
        return;
    }
    let trusted = (len * TRUST).saturating_sub(len + tape_len).max(len / 4);
    let wanted = missing.min(trusted).max(MIN_READ_LEN);
    let most = wanted.max(BLOCK_LEN);
    if room < wanted && !input.try_reclaim(most) && !input.try_reclaim(wanted) {
        grow_exactly(input, wanted.max(spare_room(len, tape_len)));
    }
    // Room beyond that is taken from sight, to be reclaimed by the next call.
    if input.capacity() > len + most {
        drop(input.split_off(len + most));
    }
}

/// Room for more values after `len` bytes of them. As much again, so that the
/// reads are large, as far as tape, old and new place are not too much
/// together; else a quarter. What a single value lacks is known instead.
fn spare_room(len: usize, tape_len: usize) -> usize {
    let trusted = (len * (TRUST - 2)).saturating_sub(tape_len);
    let most = if tape_len > size_of::<Node>() { len } else { len / 4 };
    trusted.clamp(len / 4, most)
}

/// To be called after a reply of `len` bytes was taken from the start of
/// `input`: replies that come after a large one must not share its block.
#[inline]
pub(super) fn leave_large_block(input: &mut BytesMut, len: usize) {
    if len > BLOCK_LEN {
        move_to_block(input);
    }
}

#[cold]
fn move_to_block(input: &mut BytesMut) {
    let mut block = BytesMut::with_capacity(BLOCK_LEN);
    block.extend_from_slice(input);
    *input = block;
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
    fn many_small_values_grow_it_by_a_quarter_and_read_a_block_at_a_time() {
        let mut input = BytesMut::zeroed(1 << 20);
        reserve(&mut input, 1, 6 << 20);
        let place = input.as_ptr();
        for blocks in 1..=4 {
            reserve(&mut input, 1, 6 << 20);
            assert_eq!(input.capacity(), (1 << 20) + blocks * BLOCK_LEN);
            assert_eq!(input.as_ptr(), place);
            input.resize(input.capacity(), 0);
        }
    }

    #[test]
    fn values_of_some_length_double_it_and_a_lone_one_gets_what_it_lacks() {
        // Length, its tape, and what the block grows by.
        for (len, tape_len, room) in [
            (1 << 20, 1 << 19, 1 << 20),
            (1 << 20, 7 << 19, 1 << 19),
            (1 << 20, 5 << 20, 1 << 18),
            (1 << 20, 0, 1 << 18),
        ] {
            assert_eq!(spare_room(len, tape_len), room, "{len} {tape_len}");
        }
    }

    #[test]
    fn a_reply_within_a_block_stays_in_one() {
        // What of the block is left, and what of it is a reply so far.
        for (left, len) in [(BLOCK_LEN, 60_000), (BLOCK_LEN - 10_000, 50_000), (100, 99), (1000, 0)] {
            for shared in [false, true] {
                let mut input = BytesMut::zeroed(BLOCK_LEN);
                let before = input.split_to(BLOCK_LEN - left);
                let kept = shared.then_some(before);
                input.truncate(len);
                reserve(&mut input, 2000, 16);
                assert!(input.capacity() <= BLOCK_LEN && input.capacity() >= len + 2000, "{left} {len}");
                drop(kept);
            }
        }
    }

    #[test]
    fn what_follows_a_large_reply_leaves_its_block() {
        let mut input = BytesMut::zeroed(BLOCK_LEN + 100);
        drop(input.split_to(BLOCK_LEN + 1));
        leave_large_block(&mut input, BLOCK_LEN + 1);
        assert_eq!((input.len(), input.capacity()), (99, BLOCK_LEN));
        drop(input.split_to(99));
        leave_large_block(&mut input, 99);
        assert!(input.try_reclaim(BLOCK_LEN), "the block is its own");
    }
}
