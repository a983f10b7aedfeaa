//! Replies to frames: the decoder alone, on the shapes that servers send.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on must end")]
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use core::hint::black_box;
use core::time::Duration;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use resp_core::{Decoder, Encoder, Frame, Progress};

/// Bytes to decode, and what must come out.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    frames: usize,
    /// Sum of [`weight`] of all frames.
    weight: usize,
}

/// Something of each value, so that each has to be looked at.
fn weight(frame: Frame<'_>) -> usize {
    match (frame.as_i64(), frame.as_bytes()) {
        (Some(value), _) => usize::try_from(value).unwrap(),
        (None, Some(bytes)) => bytes.len(),
        (None, None) => 1 + frame.children().map(weight).sum::<usize>(),
    }
}

fn encoded(write: impl FnOnce(&mut Encoder<'_, Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut Encoder::new(&mut bytes));
    bytes
}

/// `count` times a bulk string of `len` bytes.
fn bulks(encoder: &mut Encoder<'_, Vec<u8>>, count: usize, len: usize) {
    let payload = vec![b'x'; len];
    for _ in 0..count {
        encoder.bulk_string(&payload).unwrap();
    }
}

fn cases() -> Vec<Case> {
    let case = |name, bytes, frames, weight| Case { name, bytes, frames, weight };
    vec![
        case("ok_pipelined_1000", b"+OK\r\n".repeat(1000), 1000, 2 * 1000),
        case(
            "integers_pipelined_1000",
            encoded(|encoder| (0..1000).for_each(|value| encoder.integer(value).unwrap())),
            1000,
            999 * 1000 / 2,
        ),
        case("bulk_64_pipelined_1000", encoded(|encoder| bulks(encoder, 1000, 64)), 1000, 64 * 1000),
        case(
            "mget_100",
            encoded(|encoder| {
                encoder.array(100).unwrap();
                bulks(encoder, 100, 64);
            }),
            1,
            1 + 64 * 100,
        ),
        case(
            "lrange_10000",
            encoded(|encoder| {
                encoder.array(10_000).unwrap();
                bulks(encoder, 10_000, 16);
            }),
            1,
            1 + 16 * 10_000,
        ),
        case(
            "hgetall_map_100",
            encoded(|encoder| {
                encoder.map(100).unwrap();
                (0..100).for_each(|_| {
                    bulks(encoder, 1, 8);
                    bulks(encoder, 1, 64);
                });
            }),
            1,
            1 + (8 + 64) * 100,
        ),
        case(
            "nested_16",
            encoded(|encoder| {
                (0..16).for_each(|_| encoder.array(1).unwrap());
                encoder.integer(7).unwrap();
            }),
            1,
            16 + 7,
        ),
        // The payload is found by its length and not looked at.
        case("bulk_1_mib", encoded(|encoder| bulks(encoder, 1, 1 << 20)), 1, 1 << 20),
    ]
}

fn decode_all(decoder: &mut Decoder, mut input: &[u8]) -> (usize, usize) {
    let (mut frames, mut total) = (0, 0);
    while let Progress::Frame(frame) = decoder.decode(input).unwrap() {
        frames += 1;
        total += weight(frame);
        input = &input[frame.byte_len()..];
    }
    assert!(input.is_empty());
    (frames, total)
}

fn decode(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("decode");
    for Case { name, bytes, frames, weight } in cases() {
        let mut decoder = Decoder::new();
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| assert_eq!(decode_all(&mut decoder, black_box(&bytes)), (frames, weight)));
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50);
    targets = decode
}
criterion_main!(benches);
