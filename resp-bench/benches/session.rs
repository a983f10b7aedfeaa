//! The session without sockets: commands in, bytes out, prepared replies in,
//! events out. What a connection costs beside the system's calls.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on must end")]
#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use bytes::{Buf, BytesMut};
use core::hint::black_box;
use core::time::Duration;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use resp_core::{Encoder, Reply, cmd};
use resp_net::{Config, Event, Lanes, Session, Span, Tag, Transmit};

const KEY: &str = "resp-bench:0123456789abcdef:0042";
const VALUE: [u8; 64] = [b'v'; 64];
const FIELDS: usize = 100;

/// A session that has shaken hands, and its buffers.
struct Line {
    session: Session,
    input: BytesMut,
    output: Transmit,
}

impl Line {
    fn new() -> Self {
        let config = Config::from_url("redis://localhost").unwrap();
        let session = Session::new(&config, Lanes::Shared, 0);
        let mut line = Self { session, input: BytesMut::new(), output: Transmit::default() };
        while !line.session.is_ready() {
            let sent = line.transmit();
            // HELLO comes first, the others are answered by OK.
            let commands = sent.split(|byte| *byte == b'*').skip(1);
            let replies = commands.flat_map(|command| {
                let is_hello = command.windows(5).any(|word| word == b"HELLO");
                if is_hello { &b"%1\r\n$5\r\nproto\r\n:3\r\n"[..] } else { b"+OK\r\n" }
            });
            let replies: Vec<_> = replies.copied().collect();
            assert!(!replies.is_empty());
            line.receive(&replies, |_| {});
        }
        line
    }

    /// All that is to be written, as if a socket had taken it.
    fn transmit(&mut self) -> Vec<u8> {
        let mut sent = Vec::new();
        self.write(|bytes| sent.extend_from_slice(bytes));
        sent
    }

    fn write(&mut self, mut see: impl FnMut(&[u8])) {
        self.session.poll_transmit(&mut self.output, 0);
        while self.output.has_remaining() {
            let count = self.output.chunk().len();
            see(self.output.chunk());
            self.output.advance(count);
            self.session.handle_written(count);
        }
    }

    /// Takes in what came, and shows each reply.
    fn receive(&mut self, bytes: &[u8], mut see: impl FnMut(&Reply)) {
        self.input.extend_from_slice(bytes);
        self.session.handle_read(bytes.len(), 0);
        while let Some(event) = self.session.receive(&mut self.input) {
            match event {
                Event::Reply { reply, .. } => see(&reply),
                Event::Failed { failure, .. } => panic!("{failure:?}"),
                Event::Closed(error) => panic!("{error}"),
                _ => {}
            }
        }
    }
}

fn encoded(write: impl FnOnce(&mut Encoder<'_, Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut Encoder::new(&mut bytes));
    bytes
}

/// So many GETs are submitted, written at once, and answered at once.
fn gets(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("session_get_64");
    for count in [1_u32, 100, 1000] {
        let replies = encoded(|encoder| (0..count).for_each(|_| encoder.bulk_string(VALUE).unwrap()));
        let mut line = Line::new();
        group.throughput(Throughput::Elements(u64::from(count)));
        group.bench_function(format!("{count}_in_flight"), |bencher| {
            bencher.iter(|| {
                for tag in 0..count {
                    let command = cmd::get(black_box(KEY));
                    line.session.submit(command.wire(), Tag(tag), Span::default()).unwrap();
                }
                let (mut written, mut answered) = (0, 0);
                line.write(|bytes| written += bytes.len());
                line.receive(black_box(&replies), |reply| {
                    assert_eq!(reply.frame().as_bytes(), Some(&VALUE[..]));
                    answered += 1;
                });
                assert!(written > 0 && answered == count && line.session.is_idle());
            });
        });
    }
    group.finish();
}

/// One HGETALL of 100 fields, each of which is looked at.
fn hgetall(criterion: &mut Criterion) {
    let reply = encoded(|encoder| {
        encoder.map(FIELDS).unwrap();
        for field in 0..FIELDS {
            encoder.bulk_string(format!("field:{field:04}").as_bytes()).unwrap();
            encoder.bulk_string(VALUE).unwrap();
        }
    });
    let mut line = Line::new();
    let mut group = criterion.benchmark_group("session_hgetall");
    group.throughput(Throughput::Elements(1));
    group.bench_function("100_fields", |bencher| {
        bencher.iter(|| {
            let command = cmd::hgetall(black_box(KEY));
            line.session.submit(command.wire(), Tag(0), Span::default()).unwrap();
            line.write(|_| {});
            let mut fields = 0;
            line.receive(black_box(&reply), |reply| {
                for (field, value) in reply.frame().entries() {
                    assert_eq!(field.as_bytes().map(<[u8]>::len), Some("field:0000".len()));
                    assert_eq!(value.as_bytes(), Some(&VALUE[..]));
                    fields += 1;
                }
            });
            assert_eq!(fields, FIELDS);
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50);
    targets = gets, hgetall
}
criterion_main!(benches);
