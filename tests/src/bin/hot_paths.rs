//! The paths whose instructions are counted, see `tests/instructions.sh`.
//!
//! `hot_paths` names them, each with the values of one pass; `hot_paths NAME N`
//! does N passes over one of them and checks what came out.
#![allow(clippy::unwrap_used, reason = "a count of something else must not be taken")]

use core::hint::black_box;
use std::collections::BTreeMap;

use bytes::{Buf, Bytes, BytesMut};
use resp_core::{Batch, Command, Decoder, Encoder, FromReply, Progress, cmd};
use resp_net::{Config, Event, Lanes, ProtocolChoice, Session, Span, Tag, Transmit};

/// A path: its name, the values of one pass, and the pass.
type Path = (String, usize, Box<dyn FnMut()>);

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(wanted) = arguments.next() else {
        for (name, values, _) in paths() {
            println!("{name} {values}");
        }
        return;
    };
    let passes: usize = arguments.next().and_then(|passes| passes.parse().ok()).expect("how many passes");
    let (_, _, mut pass) =
        paths().into_iter().find(|(name, ..)| *name == wanted).expect("a path of that name");
    for _ in 0..passes {
        pass();
    }
}

fn paths() -> Vec<Path> {
    let shapes = shapes();
    let decode = shapes.iter().map(|(name, input)| decode(name, input.clone()));
    let named = |wanted: &str| shapes.iter().find(|(name, _)| *name == wanted).unwrap().1.clone();
    let replies = ["ok", "small-bulks", "mget-100"].map(|name| decode_reply(name, named(name)));
    let by_bytes = ["small-bulks", "map"].map(|name| decode_by_bytes(name, named(name)));
    let encode = [16, 64].into_iter().flat_map(encode);
    decode.chain(replies).chain(by_bytes).chain(encode).chain([session()]).chain(calls()).collect()
}

/// What servers send, and the commands that they are sent.
fn shapes() -> Vec<(&'static str, Vec<u8>)> {
    let bulk = |len: usize| [format!("${len}\r\n"), "x".repeat(len), "\r\n".into()].concat();
    let array = |of: &[String]| [format!("*{}\r\n", of.len()), of.concat()].concat();
    let pairs = |count: usize| [bulk(8), bulk(16)].concat().repeat(count);
    let message = ["$7\r\nmessage\r\n".into(), bulk(7), bulk(16)].concat();
    let entry = array(&["$15\r\n1700000000000-0\r\n".into(), array(&vec![bulk(6); 8])]);
    let command = array(&["$3\r\nSET\r\n".into(), bulk(16), bulk(64)]);
    [
        ("ok", "+OK\r\n".repeat(1000)),
        ("wide-integers", ":1234567890123456\r\n".repeat(1000)),
        ("small-bulks", bulk(16).repeat(1000)),
        ("mget-100", array(&vec![bulk(64); 100]).repeat(10)),
        ("lrange-10k", array(&vec![bulk(8); 10_000])),
        ("map", format!("%50\r\n{}", pairs(50)).repeat(10)),
        ("doubles", array(&vec![",3.14159265358979\r\n".into(); 1000])),
        ("xrange", array(&vec![entry; 100])),
        ("pushes", format!(">3\r\n{message}").repeat(300)),
        ("nesting", ["*1\r\n".repeat(100), ":1\r\n".into()].concat().repeat(10)),
        ("commands", command.repeat(300)),
    ]
    .map(|(name, input)| (name, input.into_bytes()))
    .into()
}

/// Values at all levels in `input`: as many as markers at the start of a line,
/// since no text has one.
fn value_count(input: &[u8]) -> usize {
    input
        .split(|&byte| byte == b'\n')
        .filter(|line| line.first().is_some_and(|byte| b"+:$*%,>".contains(byte)))
        .count()
}

/// Feeds the decoder what has arrived, in pieces of `step` bytes, and takes
/// frames until all are there.
fn take_frames(decoder: &mut Decoder, input: &[u8], step: usize) -> usize {
    let (mut start, mut received, mut frames) = (0, 0, 0);
    while start < input.len() {
        received = input.len().min(received + step);
        while let Progress::Frame(frame) = decoder.decode(&input[start..received]).unwrap() {
            start += black_box(frame).byte_len();
            frames += 1;
        }
    }
    frames
}

fn decode(name: &str, input: Vec<u8>) -> Path {
    in_pieces(format!("decode/{name}"), input, usize::MAX >> 1)
}

fn decode_by_bytes(name: &str, input: Vec<u8>) -> Path {
    in_pieces(format!("decode-by-bytes/{name}"), input, 1)
}

fn in_pieces(name: String, input: Vec<u8>, step: usize) -> Path {
    let values = value_count(&input);
    let mut decoder = Decoder::new();
    let frames = take_frames(&mut decoder, &input, step);
    let pass = move || assert_eq!(take_frames(&mut decoder, black_box(&input), step), frames);
    (name, values, Box::new(pass))
}

fn decode_reply(name: &str, input: Vec<u8>) -> Path {
    let values = value_count(&input);
    let mut decoder = Decoder::new();
    let frames = take_frames(&mut Decoder::new(), &input, usize::MAX >> 1);
    let mut buffer = BytesMut::new();
    let pass = move || {
        buffer.reserve(input.len());
        // Longer copies may be one repeated instruction, counted for each byte.
        input.chunks(1024).for_each(|piece| buffer.extend_from_slice(piece));
        for _ in 0..frames {
            let reply = decoder.decode_reply(&mut buffer).unwrap();
            assert!(black_box(reply).is_some());
        }
        assert!(buffer.is_empty());
    };
    (format!("decode-reply/{name}"), values, Box::new(pass))
}

/// SET with a value of `len` bytes, in the three ways there are.
fn encode(len: usize) -> [Path; 3] {
    const COUNT: usize = 1000;
    const KEY: &str = "a key of 16 byte";
    let value = "v".repeat(len);
    let expected_len = COUNT * format!("*3\r\n$3\r\nSET\r\n$16\r\n{KEY}\r\n${len}\r\n{value}\r\n").len();
    let by = |name: &str, append: fn(&str, &mut Vec<u8>)| -> Path {
        let mut out = Vec::with_capacity(expected_len);
        let value = value.clone();
        let pass = move || {
            out.clear();
            append(black_box(&value), &mut out);
            assert_eq!(black_box(&out).len(), expected_len);
        };
        (format!("encode-{name}/set-{len}"), COUNT, Box::new(pass))
    };
    let encoder = |value: &str, out: &mut Vec<u8>| {
        (0..COUNT).for_each(|_| Encoder::new(out).command(&["SET", KEY, value]).unwrap());
    };
    let command = |value: &str, out: &mut Vec<u8>| {
        (0..COUNT).for_each(|_| cmd::set(KEY, value).wire().write_to(out));
    };
    let batch = |value: &str, out: &mut Vec<u8>| {
        let batch: Vec<_> = (0..COUNT).map(|_| cmd::set(KEY, value)).collect();
        batch.each_wire(&mut |wire| wire.write_to(out));
    };
    [by("encoder", encoder), by("command", command), by("batch", batch)]
}

/// Requests through a session, and their replies back.
fn session() -> Path {
    const COUNT: u32 = 100;
    let config = Config::builder().protocol(ProtocolChoice::Resp2).set_info(false).build().unwrap();
    let mut session = Session::new(&config, Lanes::Shared, 0);
    let (mut out, mut input) = (Transmit::default(), BytesMut::new());
    assert!(matches!(session.receive(&mut input), Some(Event::Ready(_))));
    let pass = move || {
        for tag in 0..COUNT {
            session
                .submit(cmd::get(black_box("a key of 16 byte")).wire(), Tag(tag), Span::default())
                .unwrap();
        }
        out.advance(out.remaining());
        assert!(session.poll_transmit(&mut out, 0));
        session.handle_written(out.remaining());
        session.reserve(&mut input);
        (0..COUNT).for_each(|_| input.extend_from_slice(b"$16\r\nvalue of 16 byte\r\n"));
        for expected in 0..COUNT {
            let Some(Event::Reply { tag, last: true, .. }) = black_box(session.receive(&mut input)) else {
                panic!()
            };
            assert_eq!(tag, Tag(expected));
        }
        assert!(session.receive(&mut input).is_none());
    };
    ("session/get-16".into(), COUNT as usize, Box::new(pass))
}

/// Commands made, written, and their replies decoded, by functions of their own
/// and through the raw form.
fn calls() -> Vec<Path> {
    const KEY: &str = "a key of 16 byte";
    const VALUE: &str = "value of 16 byte";
    let hash: String = (0..10).map(|field| format!("$7\r\nfield-{field}\r\n$16\r\n{VALUE}\r\n")).collect();
    let hash = format!("%10\r\n{hash}");
    vec![
        call("typed/get", "$16\r\nvalue of 16 byte\r\n", || cmd::get(black_box(KEY))),
        call("raw/get", "$16\r\nvalue of 16 byte\r\n", || {
            cmd::raw("GET").arg(black_box(KEY)).returning::<Option<Bytes>>()
        }),
        call("typed/set", "+OK\r\n", || cmd::set(black_box(KEY), VALUE)),
        call("raw/set", "+OK\r\n", || cmd::raw("SET").arg(black_box(KEY)).arg(VALUE).returning::<()>()),
        call("typed/hgetall", &hash, || cmd::hgetall(black_box(KEY)).to::<Fields>()),
        call("raw/hgetall", &hash, || cmd::raw("HGETALL").arg(black_box(KEY)).returning::<Fields>()),
    ]
}

/// Ordered, since the places in a hash table differ from run to run.
type Fields = BTreeMap<Bytes, Bytes>;

fn call<R: FromReply, K>(name: &str, reply: &str, make: impl Fn() -> Command<R, K> + 'static) -> Path {
    const COUNT: usize = 100;
    let reply = reply.as_bytes().to_vec();
    let (mut out, mut input) = (Vec::new(), BytesMut::new());
    let mut decoder = Decoder::new();
    let pass = move || {
        out.clear();
        input.reserve(COUNT * reply.len());
        for _ in 0..COUNT {
            input.extend_from_slice(&reply);
            let command = make();
            command.wire().write_to(&mut out);
            let reply = decoder.decode_reply(&mut input).unwrap().unwrap();
            assert!(black_box(command.decode(reply.frame())).is_ok());
        }
    };
    (format!("call-{name}"), COUNT, Box::new(pass))
}
