//! Commands and replies to bytes.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on must end")]
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use core::hint::black_box;
use core::time::Duration;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use resp_core::{Encoder, cmd};

const KEY: &[u8] = b"resp-bench:0123456789abcdef:0042";
const VALUE: [u8; 64] = [b'v'; 64];
/// Commands of one iteration.
const COUNT: usize = 1000;

fn expected_set() -> Vec<u8> {
    [b"*3\r\n$3\r\nSET\r\n$32\r\n", KEY, b"\r\n$64\r\n", &VALUE, b"\r\n"].concat()
}

/// Benchmarks what appends `expected` to a buffer, many times into one that is used again.
fn appends(criterion: &mut Criterion, name: &str, expected: &[u8], append: impl Fn(&mut Vec<u8>)) {
    let mut group = criterion.benchmark_group("encode");
    let mut output = Vec::with_capacity(expected.len() * COUNT);
    group.throughput(Throughput::Bytes((expected.len() * COUNT) as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            output.clear();
            (0..COUNT).for_each(|_| append(&mut output));
            assert_eq!(output.len(), expected.len() * COUNT);
            assert_eq!(&black_box(&output)[output.len() - expected.len()..], expected);
        });
    });
    group.finish();
}

fn commands(criterion: &mut Criterion) {
    appends(criterion, "set_64_by_encoder", &expected_set(), |output| {
        Encoder::new(output).command(black_box(&[&b"SET"[..], KEY, &VALUE])).unwrap();
    });
    appends(criterion, "set_64_by_command", &expected_set(), |output| {
        cmd::set(black_box(KEY), black_box(&VALUE[..])).wire().write_to(output);
    });
    let expected_get = [b"*2\r\n$3\r\nGET\r\n$32\r\n", KEY, b"\r\n"].concat();
    appends(criterion, "get_by_command", &expected_get, |output| {
        cmd::get(black_box(KEY)).wire().write_to(output);
    });
}

fn replies(criterion: &mut Criterion) {
    let expected = [b"$64\r\n", &VALUE[..], b"\r\n"].concat();
    appends(criterion, "bulk_64", &expected, |output| {
        Encoder::new(output).bulk_string(black_box(&VALUE)).unwrap();
    });
    appends(criterion, "integer", b":1234567\r\n", |output| {
        Encoder::new(output).integer(black_box(1_234_567)).unwrap();
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50);
    targets = commands, replies
}
criterion_main!(benches);
