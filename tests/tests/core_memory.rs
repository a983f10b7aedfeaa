//! What the decoder allocates for honest frames: nearly nothing.

use bytes::BytesMut;
use resp_core::{Decoder, Limits, Progress};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// One test, since a second thread would be counted too.
#[test]
fn memory() {
    honest_arrays_cost_two_allocations_and_then_none();
    replies_cost_few_allocations();
    nothing_is_reserved_beyond_a_limit();
    a_huge_tape_is_given_back();
}

fn array_of_10_000() -> Vec<u8> {
    [&b"*10000\r\n"[..], &b"$8\r\nelement!\r\n".repeat(10_000)].concat()
}

fn honest_arrays_cost_two_allocations_and_then_none() {
    let input = array_of_10_000();
    let mut decoder = Decoder::new();
    let mut allocations = [0; 3];
    for count in &mut allocations {
        ALLOCATOR.start();
        let is_whole = matches!(decoder.decode(&input), Ok(Progress::Frame(frame)) if frame.len() == 10_000);
        *count = ALLOCATOR.stop().allocations;
        assert!(is_whole);
    }
    println!("array of 10,000: {allocations:?} allocations");
    assert!(allocations[0] <= 2, "{allocations:?}");
    assert_eq!(allocations[1..], [0, 0]);
}

/// Once warm: a large aggregate takes one for its tape and one to share it, a
/// small one takes one in all, a long text none but for the first share of a
/// block, and what is held within the reply none.
fn replies_cost_few_allocations() {
    let short = b"+OK\r\n:1\r\n$5\r\nhello\r\n_\r\n*0\r\n".to_vec();
    let small = b">3\r\n$7\r\nmessage\r\n$4\r\nnews\r\n$5\r\nhello\r\n".to_vec();
    let mut decoder = Decoder::new();
    for (input, at_most) in [(short, 0), (small, 1), (array_of_10_000(), 3)] {
        let mut count = 0;
        for _ in 0..2 {
            let mut buffer = BytesMut::from(&input[..]);
            ALLOCATOR.start();
            while let Ok(Some(reply)) = decoder.decode_reply(&mut buffer) {
                drop(reply);
            }
            count = ALLOCATOR.stop().allocations;
        }
        println!("replies of {} bytes: {count} allocations", input.len());
        assert!(count <= at_most, "{count} > {at_most}");
    }
}

/// Whichever limit forbids an aggregate, its header reserves no more for it.
fn nothing_is_reserved_beyond_a_limit() {
    let small = Limits::default();
    for (limits, header) in [
        (small.max_depth(0), "*1000000\r\n"),
        (small.max_attributes(0), "|500000\r\n"),
        (small.max_nodes(10), "*1000000\r\n"),
        (small.max_nodes(10), "*9999\r\n"),
        (small.max_frame_len(300), "*1000000\r\n"),
        (small.max_aggregate_len(10), "*1000000\r\n"),
    ] {
        let input = [header.as_bytes(), &b"$1\r\nx\r\n".repeat(100_000)].concat();
        let mut decoder = Decoder::with_limits(limits);
        ALLOCATOR.start();
        let refused = decoder.decode(&input).is_err();
        let peak = ALLOCATOR.stop().peak;
        assert!(refused && peak <= 2048, "{limits:?}, {header:?}: {peak} bytes");
    }
}

fn a_huge_tape_is_given_back() {
    let huge = [&b"*200000\r\n"[..], &b"$5\r\nhello\r\n".repeat(200_000)].concat();
    let mut decoder = Decoder::new();
    ALLOCATOR.start();
    assert!(matches!(decoder.decode_reply(&mut BytesMut::from(&huge[..])), Ok(Some(_))));
    let before = ALLOCATOR.counts().live;
    assert!(matches!(decoder.decode_reply(&mut BytesMut::from(&b"+hello world\r\n"[..])), Ok(Some(_))));
    let after = ALLOCATOR.stop().live;
    assert!(before >= 3_200_000 && after <= 1 << 20, "{before} bytes, then {after}");
}
