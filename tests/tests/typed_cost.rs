//! What a typed command allocates: nothing but what its result holds.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

use std::collections::HashMap;

use bytes::{Bytes, BytesMut};
use resp_core::{Command, Decoder, FromReply, cmd};
use tests::counting_alloc::CountingAlloc;

#[global_allocator]
static ALLOCATOR: CountingAlloc = CountingAlloc::new();

/// The allocations of one call whose reply has arrived: to make it, write it
/// and decode its result.
fn allocations<R: FromReply, K>(reply: &str, make: impl Fn() -> Command<R, K>) -> u64 {
    let (mut out, mut input) = (Vec::with_capacity(1024), BytesMut::with_capacity(4096));
    let mut decoder = Decoder::new();
    let mut allocations = 0;
    for _ in 0..3 {
        out.clear();
        input.extend_from_slice(reply.as_bytes());
        ALLOCATOR.start();
        let command = make();
        command.wire().write_to(&mut out);
        let reply = decoder.decode_reply(&mut input).unwrap().unwrap();
        let result = command.decode(reply.frame());
        allocations = ALLOCATOR.stop().allocations;
        assert!(result.is_ok());
    }
    allocations // of the last call; the first ones warm the buffers
}

#[test]
fn nothing_beyond_the_result_is_allocated() {
    let long = "x".repeat(64);
    let bulk = format!("$64\r\n{long}\r\n");
    let hash = format!("%4\r\n{}", (0..4).map(|n| format!("$1\r\n{n}\r\n{bulk}")).collect::<String>());
    assert_eq!(allocations(&bulk, || cmd::get("key")), 0, "Bytes share the read buffer");
    assert_eq!(allocations("+OK\r\n", || cmd::set("key", long.as_str())), 0);
    assert_eq!(allocations(":1\r\n", || cmd::incr("key")), 0);
    assert_eq!(allocations(&bulk, || cmd::get("key").text()), 1, "the String");
    let raw = || cmd::raw("HGETALL").arg("key").returning::<HashMap<Bytes, Bytes>>();
    assert_eq!(allocations(&hash, || cmd::hgetall("key")), allocations(&hash, raw));
    let whole = || cmd::raw("HGETALL").arg("key").returning::<resp_core::Reply>();
    assert!(allocations(&hash, || cmd::hgetall("key")) <= allocations(&hash, whole), "the table alone");
}
