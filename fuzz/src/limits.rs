//! Limits of any size, and memory in proportion to what was received.

use bytes::{Bytes, BytesMut};
use resp_core::{DecodeError, Decoder, Limits, Progress};
use tests::counting_alloc::CountingAlloc;

use crate::feeding;
use crate::oracle::{self, Bounds};

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// Live bytes on the heap for each byte received, at the most,
const FACTOR: usize = 8;
/// and as much more.
const BASE: usize = 64 << 10;
/// Bytes ever allocated for each byte received, at the most: what grows is
/// moved, and may not be moved again for every few values.
const MOVED_FACTOR: usize = 64;
/// Longest stream that repetition makes.
const MAX_LEN: usize = 64 << 10;
/// Longest stream that the oracle, which is slow, is asked about.
const MAX_ORACLE_LEN: usize = 4 << 10;
/// Bytes in front that choose limits and shape.
const CHOICES: usize = 10;

/// Ten bytes choose limits, the size of the pieces, how much of the rest comes
/// once and how often what is after that is repeated. The decoder answers as
/// the oracle does under these limits, and its memory stays within eight times
/// what it has received and 64 KiB.
///
/// Counts what the whole process allocates: nothing else may run meanwhile.
///
/// # Panics
/// It does not.
pub(crate) fn under_any_limits(data: &[u8]) {
    let Some((choices, rest)) = data.split_first_chunk::<CHOICES>() else { return };
    let [depth, bulk, aggregate, nodes, frame, line, attributes, step, once, times] = *choices;
    let bounds = Bounds {
        depth: u32::from(depth % 100),
        bulk_len: size(bulk),
        aggregate_len: size(aggregate).min(1 << 24),
        nodes: u32::try_from(size(nodes)).unwrap_or(u32::MAX - 1),
        frame_len: size(frame).min(u32::MAX.into()),
        line_len: usize::try_from(size(line)).unwrap_or(usize::MAX),
        attributes: attributes.min(16),
    };
    let input = repeated(rest, once.into(), 1 << (times % 16));
    let step = usize::try_from(size(step)).unwrap_or(usize::MAX).max(1);
    let limits = bounds.limits();
    if input.len() <= MAX_ORACLE_LEN {
        let expected = oracle::decode(bounds, &input);
        let ends = feeding::steps(input.len(), step);
        let found = feeding::decode(&mut Decoder::with_limits(limits), &input, &ends);
        assert_eq!(found, expected, "another answer than the oracle's under {bounds:?}");
    }
    ALLOCATOR.start();
    let frames = receive_frames(limits, &input, step);
    ALLOCATOR.start();
    let replies = receive_replies(limits, &input, step);
    ALLOCATOR.stop();
    assert_eq!(replies, frames, "replies end in another way than frames");
}

/// Small numbers one by one, then powers of two, for a byte.
fn size(byte: u8) -> u64 {
    match byte {
        0..=127 => byte.into(),
        128..=159 => 1 << (byte - 128),
        160..=191 => (1 << (byte - 160)) + 1,
        _ => u64::MAX,
    }
}

fn repeated(rest: &[u8], once: usize, times: usize) -> Vec<u8> {
    let (prefix, unit) = rest.split_at(once.min(rest.len()));
    let times = times.min(MAX_LEN / unit.len().max(1)).max(1);
    [prefix, &unit.repeat(times)].concat()
}

/// Only the tape counts: the bytes are the caller's.
fn receive_frames(limits: Limits, input: &[u8], step: usize) -> Result<u64, DecodeError> {
    let mut decoder = Decoder::with_limits(limits);
    let (mut start, mut end) = (0, 0);
    while end < input.len() {
        end = end.saturating_add(step).min(input.len());
        while let Progress::Frame(frame) = decoder.decode(&input[start..end])? {
            start += frame.byte_len();
        }
        check(end);
    }
    Ok(decoder.stream_offset())
}

/// The buffer, the tape and one reply.
fn receive_replies(limits: Limits, input: &[u8], step: usize) -> Result<u64, DecodeError> {
    let mut decoder = Decoder::with_limits(limits);
    let mut buffer = BytesMut::new();
    let mut received = 0;
    for piece in input.chunks(step) {
        make_room(&mut buffer, piece.len());
        buffer.extend_from_slice(piece);
        received += piece.len();
        while decoder.decode_reply(&mut buffer)?.is_some() {}
        check(received);
    }
    Ok(decoder.stream_offset())
}

fn check(received: usize) {
    let counts = ALLOCATOR.counts();
    let held = FACTOR * received + BASE;
    assert!(counts.peak.unsigned_abs() <= held, "{counts:?} for {received} bytes received");
    let moved = (MOVED_FACTOR * received + BASE) as u64;
    assert!(counts.bytes <= moved, "{counts:?} for {received} bytes received");
}

/// Grows by a quarter, in place: `BytesMut` alone would double.
fn make_room(buffer: &mut BytesMut, len: usize) {
    if buffer.capacity() - buffer.len() < len {
        let mut bytes = Vec::from(core::mem::take(buffer));
        bytes.reserve_exact(len.max(bytes.len() / 4));
        *buffer = BytesMut::from(Bytes::from(bytes));
    }
}
