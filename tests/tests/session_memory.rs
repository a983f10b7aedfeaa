//! What kept replies keep alive: a small value that shares a block of the read
//! buffer holds on to the whole block, and to nothing more.

use bytes::{Buf, BytesMut};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use resp_core::{Kind, Reply, cmd};
use resp_net::{Config, Event, Lanes, ProtocolChoice, Session, Span, Tag, Transmit};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

const KEPT_LEN: usize = 64;

/// One test, since a second thread would be counted too.
#[test]
fn kept_replies_keep_little() {
    let read_sizes = [usize::MAX, 64 << 10, 40_000, 8 << 10, 1448];
    // What comes with each kept value: before it, and after it.
    let kib = |len: usize| bulk(len << 10);
    let elements = |count: usize| [format!("*{count}\r\n").into_bytes(), bulk(100).repeat(count)].concat();
    let patterns: Vec<(&str, Vec<u8>, Vec<u8>)> = vec![
        ("alone", vec![], vec![]),
        ("a block of short texts", vec![], bulk(1000).repeat(65)),
        ("a text that fills a block", vec![], bulk(65_000)),
        ("a text that nearly fills a block, before", bulk(60_000), vec![]),
        ("a text just over a block, before", bulk(70_000), vec![]),
        ("texts of all sizes", [kib(1), kib(7), kib(20)].concat(), [kib(3), kib(50)].concat()),
        ("a large text, before", kib(300), vec![]),
        ("a large text, after", vec![], kib(300)),
        ("large texts, around", kib(200), kib(100)),
        ("a large array, before", elements(2000), vec![]),
        ("a large array and short texts, before", [elements(2000), kib(1)].concat(), vec![]),
        ("an array just over a block, around", elements(600), elements(601)),
        ("a large array in texts", [kib(30), elements(3000), kib(30)].concat(), kib(10)),
    ];
    for (name, before, after) in &patterns {
        let unit = [&before[..], &bulk(KEPT_LEN), after].concat();
        for size in read_sizes {
            keep(name, &unit, 1000, size);
        }
    }
    let huge = [kib(10 << 10), bulk(KEPT_LEN), elements(100_000)].concat();
    keep("huge texts and arrays, around", &huge, 10, usize::MAX);
    neighbours_of_any_size();
}

fn neighbours_of_any_size() {
    let len = prop_oneof![0_usize..KEPT_LEN, 100_usize..8000, 8000_usize..70_000, 60_000_usize..400_000];
    let neighbours = vec(len.prop_map(bulk), 0..6).prop_map(|texts| texts.concat());
    let cases = (neighbours.clone(), neighbours, prop_oneof![1000_usize..70_000, Just(usize::MAX)]);
    let config = ProptestConfig { cases: 50, failure_persistence: None, ..ProptestConfig::default() };
    let result = TestRunner::new(config).run(&cases, |(before, after, size)| {
        keep("any", &[&before[..], &bulk(KEPT_LEN), &after].concat(), 20, size);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{}", error.to_string().chars().take(1000).collect::<String>());
    }
}

fn bulk(len: usize) -> Vec<u8> {
    [format!("${len}\r\n").as_bytes(), &vec![b'x'; len], b"\r\n"].concat()
}

/// Receives `unit` `times` times over, in reads of up to `size` bytes, and
/// keeps of each the value of 64 bytes.
fn keep(name: &str, unit: &[u8], times: usize, size: usize) {
    ALLOCATOR.start();
    let mut connection = Connection::new();
    let mut kept = Vec::with_capacity(times);
    for _ in 0..times {
        connection.receive(unit, size, &mut kept);
    }
    drop(connection);
    let shared = ALLOCATOR.counts().live.unsigned_abs();
    assert_eq!(kept.len(), times);
    for reply in &mut kept {
        *reply = reply.detach();
    }
    let detached = ALLOCATOR.stop().live.unsigned_abs();
    assert!(shared <= times * (64 << 20) / 1000, "{name}, {times} times in reads of {size}: {shared} bytes");
    assert!(detached <= times * (128 << 10) / 1000, "{name}, {times} times: {detached} bytes, detached");
}

/// A session that is read for as a driver does it.
struct Connection {
    session: Session,
    out: Transmit,
    input: BytesMut,
}

impl Connection {
    fn new() -> Self {
        let config = Config::builder().protocol(ProtocolChoice::Resp2).set_info(false);
        let config = config.build().expect("nothing of it is impossible");
        let mut session = Session::new(&config, Lanes::Shared, 0);
        let mut input = BytesMut::new();
        assert!(matches!(session.receive(&mut input), Some(Event::Ready(_))));
        Self { session, out: Transmit::default(), input }
    }

    fn receive(&mut self, mut wire: &[u8], size: usize, kept: &mut Vec<Reply>) {
        loop {
            // As many requests as there may be replies in a read.
            while self.session.request_count() < 100 {
                // Any reply will do.
                let command = cmd::raw("ANY").returning::<Reply>();
                self.session.submit(command.wire(), Tag(0), Span::default()).expect("it may be sent");
            }
            self.session.poll_transmit(&mut self.out, 0);
            self.out.advance(self.out.remaining());
            match self.session.receive(&mut self.input) {
                Some(Event::Reply { reply, .. }) => {
                    if reply.kind() == Kind::BulkString
                        && reply.frame().as_bytes().map(<[u8]>::len) == Some(KEPT_LEN)
                    {
                        kept.push(reply);
                    }
                }
                Some(other) => panic!("{other:?}"),
                None if wire.is_empty() => return,
                None => {
                    self.session.reserve(&mut self.input);
                    let room = self.input.capacity() - self.input.len();
                    let (read, rest) = wire.split_at(room.min(size).min(wire.len()));
                    assert!(!read.is_empty(), "no room to read into");
                    self.session.handle_read(read.len(), 0);
                    self.input.extend_from_slice(read);
                    wire = rest;
                }
            }
        }
    }
}
