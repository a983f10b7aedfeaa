//! What the decoder allocates: nearly nothing for honest frames, and for
//! hostile ones never more than in proportion to what was received.

use bytes::{Bytes, BytesMut};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use resp_core::{DecodeError, Decoder, Limits, Progress};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// Live bytes on the heap for each byte received, at the most,
const FACTOR: usize = 8;
/// and as much more.
const BASE: usize = 64 << 10;

/// One test, since a second thread would be counted too.
#[test]
fn memory() {
    honest_arrays_cost_two_allocations_and_then_none();
    replies_cost_one_allocation();
    hostile_streams_stay_in_proportion();
    arbitrary_streams_stay_in_proportion();
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

/// Once warm: an aggregate takes one, a long text one for the first share of a
/// block, and what is held within the reply none.
fn replies_cost_one_allocation() {
    let short = b"+OK\r\n:1\r\n$5\r\nhello\r\n_\r\n".to_vec();
    let mut decoder = Decoder::new();
    for (input, at_most) in [(short, 0), (array_of_10_000(), 2)] {
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

/// Receives `input` in pieces of `step` bytes as a transport does, and checks
/// the bound after every piece. Returns the most heap per byte that was seen.
fn receive(limits: Limits, input: &[u8], step: usize) -> Result<f64, String> {
    let mut most = 0.0_f64;
    ALLOCATOR.start();
    let mut decoder = Decoder::with_limits(limits);
    let mut buffer = BytesMut::new();
    let mut received = 0;
    let mut over = None;
    for piece in input.chunks(step) {
        make_room(&mut buffer, piece.len());
        buffer.extend_from_slice(piece);
        received += piece.len();
        let end = drain(&mut decoder, &mut buffer);
        let peak = ALLOCATOR.counts().peak.unsigned_abs();
        if peak > FACTOR * received + BASE {
            over = Some((received, peak));
            break;
        }
        #[allow(clippy::cast_precision_loss, reason = "a figure to be shown")]
        if peak > BASE {
            most = most.max((peak - BASE) as f64 / received as f64);
        }
        if end.is_err() {
            break;
        }
    }
    ALLOCATOR.stop();
    match over {
        Some((received, peak)) => Err(format!("{peak} bytes of heap for {received} bytes received")),
        None => Ok(most),
    }
}

fn drain(decoder: &mut Decoder, buffer: &mut BytesMut) -> Result<(), DecodeError> {
    while decoder.decode_reply(buffer)?.is_some() {}
    Ok(())
}

/// Grows by a quarter, in place: `BytesMut` alone would double.
fn make_room(buffer: &mut BytesMut, len: usize) {
    if buffer.capacity() - buffer.len() < len {
        let mut bytes = Vec::from(core::mem::take(buffer));
        bytes.reserve_exact(len.max(bytes.len() / 4));
        *buffer = BytesMut::from(Bytes::from(bytes));
    }
}

fn hostile_streams_stay_in_proportion() {
    const MANY: usize = 1_000_000;
    let array_of = |element: &[u8]| [format!("*{MANY}\r\n").as_bytes(), &element.repeat(MANY)].concat();
    let streamed = |element: &[u8]| [b"*?\r\n", &element.repeat(MANY)[..], b".\r\n"].concat();
    let rows: Vec<(&str, Vec<u8>)> = vec![
        ("nulls", array_of(b"_\r\n")),
        ("empty arrays", array_of(b"*0\r\n")),
        ("RESP2 nulls", array_of(b"$-1\r\n")),
        ("empty strings", array_of(b"$0\r\n\r\n")),
        ("attributes", array_of(b"|0\r\n+\r\n")),
        ("streamed nulls", streamed(b"_\r\n")),
        ("streamed empty maps", streamed(b"%0\r\n")),
        ("chunks", [b"$?\r\n", &b";1\r\na\r\n".repeat(MANY)[..], b";0\r\n"].concat()),
        ("maps of nulls", array_of(b"%1\r\n_\r\n_\r\n")),
        ("an array never finished", b"*16777216\r\n_\r\n_\r\n".to_vec()),
        ("nested counts", b"*1000000\r\n".repeat(90)),
        ("the largest counts, nested", b"*16777216\r\n".repeat(1024)),
        ("nested counts and their start", [b"*1000000\r\n".repeat(90), b"_\r\n".repeat(500_000)].concat()),
        ("a string never sent", b"$536870912\r\nabc".to_vec()),
        ("streamed within one another", b"*?\r\n".repeat(1024)),
        ("an absurd count", b"*2147483647\r\n".to_vec()),
        ("a long string", [b"$3000000\r\n", &b"x".repeat(3_000_000)[..], b"\r\n"].concat()),
        ("a long line", [b"+", &b"x".repeat(64 << 10)[..]].concat()),
        ("short frames", b"_\r\n".repeat(MANY)),
    ];
    for (name, input) in &rows {
        for step in [usize::MAX, 64 << 10, 1448] {
            let most = receive(Limits::default(), input, step)
                .unwrap_or_else(|error| panic!("{name} in pieces of {step}: {error}"));
            println!("{name} in pieces of {step}: {most:.2}");
        }
    }
}

fn arbitrary_streams_stay_in_proportion() {
    const TOKENS: &[&[u8]] = &[
        b"*16777216\r\n",
        b"*1000000\r\n",
        b"*3\r\n",
        b"*0\r\n",
        b"%8388608\r\n",
        b"%1\r\n",
        b"|1\r\n",
        b"|0\r\n",
        b"*?\r\n",
        b"%?\r\n",
        b".\r\n",
        b"$?\r\n",
        b";1\r\na\r\n",
        b";0\r\n",
        b"_\r\n",
        b"$-1\r\n",
        b":1\r\n",
        b"+\r\n",
        b"$0\r\n\r\n",
        b"$30\r\n012345678901234567890123456789\r\n",
        b"$536870912\r\n",
        b"\r\n",
    ];
    // Enough of each token for the bound and not only its base to count.
    let runs = vec((select(TOKENS), prop_oneof![4 => 1_usize..4, 1 => 1000_usize..20_000]), 1..12);
    let resp_like = runs
        .prop_map(|runs| runs.iter().flat_map(|(token, times)| token.repeat(*times)).collect::<Vec<u8>>());
    let stream = prop_oneof![4 => resp_like, 1 => vec(any::<u8>(), 0..2000)];
    let steps = select(vec![1_usize << 20, 64 << 10, 1448, 100]);
    let default = ProptestConfig::default();
    let config = ProptestConfig { cases: default.cases.max(1000), failure_persistence: None, ..default };
    let result = TestRunner::new(config).run(&(stream, steps), |(input, step)| {
        receive(Limits::default(), &input, step).map(|_| ()).map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("{}", error.to_string().chars().take(1000).collect::<String>());
    }
}
