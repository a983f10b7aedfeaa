//! What conversions allocate: what they hand out, and nothing beside it.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use bytes::{Bytes, BytesMut};
use resp_core::{Decoder, FromReply, Pairs, Reply};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// How often converting the reply allocates.
fn allocations<R: FromReply>(reply: &Reply) -> u64 {
    ALLOCATOR.start();
    let value = R::from_reply(reply.frame());
    let count = ALLOCATOR.stop().allocations;
    assert!(value.is_ok());
    count
}

/// One test, since a second thread would be counted too.
#[test]
fn nothing_but_the_result_is_allocated() {
    let pairs: String = (0..100).map(|i| format!("$8\r\nfield {i:02}\r\n$8\r\nvalue {i:02}\r\n")).collect();
    for input in [format!("%100\r\n{pairs}"), format!("*200\r\n{pairs}")] {
        let reply = Decoder::new().decode_reply(&mut BytesMut::from(input.as_bytes())).unwrap().unwrap();
        assert_eq!(allocations::<HashMap<Bytes, Bytes>>(&reply), 1, "the table");
        assert_eq!(allocations::<Pairs<Bytes, Bytes>>(&reply), 1, "the vector");
        assert_eq!(allocations::<HashMap<String, String>>(&reply), 201, "the table and each string");
        assert_eq!(allocations::<Pairs<Box<str>, [u8; 8]>>(&reply), 101, "the vector and each key");
    }

    let input = [&b"*100\r\n"[..], &b"$8\r\n12345678\r\n".repeat(100)].concat();
    let reply = Decoder::new().decode_reply(&mut BytesMut::from(&input[..])).unwrap().unwrap();
    assert_eq!(allocations::<Vec<i64>>(&reply), 1);
    assert_eq!(allocations::<VecDeque<Bytes>>(&reply), 1);
    assert_eq!(allocations::<Box<[Bytes]>>(&reply), 1);
    assert_eq!(allocations::<HashSet<Bytes>>(&reply), 1);
    assert_eq!(allocations::<[u32; 100]>(&reply), 0);
    assert_eq!(allocations::<[[u8; 8]; 100]>(&reply), 0);

    let empty = Decoder::new().decode_reply(&mut BytesMut::from(&b"*0\r\n"[..])).unwrap().unwrap();
    assert_eq!(allocations::<Vec<Bytes>>(&empty), 0);
    assert_eq!(allocations::<HashMap<Bytes, Bytes>>(&empty), 0);
    assert_eq!(allocations::<BTreeMap<Bytes, Bytes>>(&empty), 0);
}
