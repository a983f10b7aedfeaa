//! What the decoder allocates for honest frames: nearly nothing.

use bytes::BytesMut;
use resp_core::{Decoder, Progress};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// One test, since a second thread would be counted too.
#[test]
fn memory() {
    honest_arrays_cost_two_allocations_and_then_none();
    replies_cost_few_allocations();
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
