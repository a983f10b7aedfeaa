//! The server's side of the core next to a real server: the same requests read
//! from the same bytes, the same words about broken ones, the same RESP2, the same slots.
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

use core::net::Ipv4Addr;
use core::time::Duration;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};

use resp_core::{
    Decoder, Encoder, Progress, Protocol, Request, RequestDecoder, RequestLimits, RequestProgress, key_slot,
};
use tests::server::{RedisServer, free_port};

/// Far more than an answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// All that the server says to these bytes, up to its closing the connection.
fn answer_of(server: &RedisServer, input: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port())).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.write_all(input).unwrap();
    // It closes what ends within a request without a word.
    stream.shutdown(Shutdown::Write).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap_or_else(|error| panic!("{error}; {}", server.log()));
    answer
}

/// What the server should say, if it reads what the decoder reads.
fn expected_answer(limits: RequestLimits, input: &[u8]) -> Vec<u8> {
    let mut decoder = RequestDecoder::with_limits(limits);
    let mut out = Vec::new();
    let mut start = 0;
    loop {
        start += match decoder.decode(&input[start..]) {
            Ok(RequestProgress::Request(request)) => {
                run(request, &mut Encoder::with_protocol(&mut out, Protocol::Resp2));
                request.byte_len()
            }
            Ok(RequestProgress::Blank { byte_len }) => byte_len,
            Ok(RequestProgress::NeedMore { .. }) => return out,
            Err(error) => {
                Encoder::new(&mut out).simple_error(error.message()).unwrap();
                return out;
            }
        };
    }
}

/// The commands that the rows are made of; the last one shows its arguments.
fn run(request: Request<'_>, reply: &mut Encoder<'_, Vec<u8>>) {
    match request.name() {
        b"PING" => reply.simple_string("PONG"),
        b"ECHO" => reply.bulk_string(request.arg(1).unwrap()),
        b"EVAL" => {
            reply.array(request.len() - 3).unwrap();
            request.args().skip(3).try_for_each(|arg| reply.bulk_string(arg))
        }
        name => panic!("what is {}?", name.escape_ascii()),
    }
    .unwrap();
}

fn compare(server: &RedisServer, limits: RequestLimits, rows: &[&[u8]]) {
    for row in rows {
        let (answer, expected) = (answer_of(server, row), expected_answer(limits, row));
        let shown = row[..row.len().min(80)].escape_ascii();
        assert_eq!(answer.escape_ascii().to_string(), expected.escape_ascii().to_string(), "{shown}");
    }
}

/// An inline request that is answered with its own arguments.
fn line(text: &[u8]) -> Vec<u8> {
    [b"EVAL 'return ARGV' 0 ", text, b"\r\nPING\r\n"].concat()
}

#[test]
fn multibulk_requests_are_read_as_the_server_reads_them() {
    let server = RedisServer::start(&[]).unwrap();
    compare(
        &server,
        RequestLimits::default(),
        &[
            b"*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nECHO\r\n$0\r\n\r\n",
            b"*2\r\n$4\r\nECHO\r\n$6\r\n\r\n*1\r\n\r\n",
            b"\r\n\n*0\r\n*-10\r\n*-9223372036854775808\r\n \r\n*1\r\n$4\r\nPING\r\n",
            b"*a",
            b"*a\r",
            b"*a\rb",
            b"*1\n$4\nPING\n",
            b"*1\n\r\n",
            b"*\r\n",
            b"*-0\r\n",
            b"*01\r\n",
            b"*+1\r\n",
            b"* 1\r\n",
            b"*?\r\n",
            b"*2147483647\r\n",
            b"*2147483648\r\n",
            b"*9223372036854775808\r\n",
            b"*-9223372036854775809\r\n",
            b"*1\r\n:",
            b"*1\r\n:\r",
            b"*1\r\n:\rb",
            b"*1\r\n\r\n",
            b"*1\r\n\n\r\n",
            b"*1\r\n\t\r\n",
            b"*1\r\n\x7f\r\n",
            b"*1\r\n\xff\r\n",
            b"*1\r\n'\r\n",
            b"*1\r\n$\r\n",
            b"*1\r\n$-1\r\n",
            b"*1\r\n$00\r\n",
            b"*1\r\n$x\rb",
            b"*1\r\n$536870912\r\n",
            b"*1\r\n$536870913\r\n",
            b"*1\r\n$9223372036854775808\r\n",
            b"*1\r\n$4\r\nPING\r",
            b"*1\r\n$4\r\nPING\r\n*2\r\n$4\r\nECHO\r\n*1\r\n",
        ],
    );
}

#[test]
fn inline_requests_are_read_as_the_server_reads_them() {
    let server = RedisServer::start(&[]).unwrap();
    for text in [
        &b"a"[..],
        b"  a \t b  ",
        b"a\x0bb\x0c \x0bc",
        b"a\rb\r",
        b"\xff\xfe #",
        b"\"\" ''",
        b"a\"b c\"",
        b"a'b c' \"it's\" 'a \"b\"'",
        b"\"a\"\x0bb",
        b"\"\\n\\r\\t\\b\\a\\\\\\\"\\q\"",
        b"\"\\x00\\x7F\\xfF\" \"\\x4\" \"\\xzz\" \"\\x\"",
        b"'\\n \\' \\x41 \\\\ '",
        b"'\\\\'",
        b"a\\nb \\",
        b"\"a",
        b"'a",
        b"\"a\\",
        b"\"a\\\"",
        b"a\0b",
        b"\"a\0b\"",
        b"\0",
    ] {
        compare(&server, RequestLimits::default(), &[&line(text)]);
    }
    compare(&server, RequestLimits::default(), &[b"PING\nPING\n", b"PING", b"PING\r", b"\0\n\nPING\n"]);
    // Valkey from version 9 on lets an argument go on behind a closing quote.
    if !answer_of(&server, b"INFO server\r\n").windows(14).any(|word| word == b"valkey_version") {
        for text in [&b"\"a\"b"[..], b"'a''b'", b"a\"b\"c"] {
            compare(&server, RequestLimits::default(), &[&line(text)]);
        }
    }
}

#[test]
fn lines_are_too_long_where_they_are_for_the_server() {
    const MAX: usize = 65_536;
    let server = RedisServer::start(&[]).unwrap();
    for start in [&b"ECHO "[..], b"\0", b"*", b"*\0", b"*1\r\n$", b"*1\r\n:", b"*1\r\n$\0"] {
        let counted = start.rsplit(|&byte| byte == b'\n').next().unwrap();
        let at_most = [start, &vec![b'1'; MAX - counted.len()]].concat();
        let longer = [&at_most[..], b"1"].concat();
        let ended = [&at_most[..], if start == b"ECHO " { b"\n" } else { b"\r\n" }].concat();
        compare(&server, RequestLimits::default(), &[&at_most, &longer, &ended]);
    }
}

#[test]
fn before_authentication_the_server_allows_as_little() {
    let server = RedisServer::builder().password("secret").start().unwrap();
    let limits = RequestLimits::unauthenticated();
    compare(
        &server,
        limits,
        &[
            b"*11\r\n",
            b"*2147483647\r\n",
            b"*2147483648\r\n",
            b"*10\r\n",
            b"*1\r\n$16384\r\n",
            b"*1\r\n$16385\r\n",
            b"*1\r\n$536870913\r\n",
            b"*1\r\n:\r\n",
        ],
    );
}

#[test]
fn a_resp2_client_gets_what_the_server_gives_it() {
    let server = RedisServer::start(&["--enable-debug-command", "local"]).unwrap();
    for name in
        ["string", "integer", "double", "null", "array", "set", "map", "verbatim", "true", "false", "bignum"]
    {
        let command = format!("DEBUG PROTOCOL {name}\r\n");
        let resp2 = answer_of(&server, command.as_bytes());
        let resp3 = answer_of(&server, format!("HELLO 3\r\n{command}").as_bytes());
        assert_eq!(for_resp2(&resp3).escape_ascii().to_string(), resp2.escape_ascii().to_string(), "{name}");
    }
}

#[test]
fn keys_have_the_slots_that_the_server_gives_them() {
    // By default its port for other nodes is 10,000 higher, which may be no port.
    let bus_port = free_port().unwrap().to_string();
    let server = RedisServer::start(&["--cluster-enabled", "yes", "--cluster-port", &bus_port]).unwrap();
    // All keys of up to six bytes out of these: braces in every order.
    let mut keys = vec![Vec::new()];
    for at in 0.. {
        let key: Vec<u8> = keys[at].clone();
        if key.len() == 6 {
            break;
        }
        keys.extend(b"{}a".iter().map(|&byte| [&key[..], &[byte]].concat()));
    }
    assert_eq!(keys.len(), (3_usize.pow(7) - 1) / 2);
    let (mut commands, mut slots) = (Vec::new(), Vec::new());
    for key in &keys {
        Encoder::new(&mut commands).command(&[&b"CLUSTER"[..], b"KEYSLOT", key]).unwrap();
        Encoder::new(&mut slots).integer(key_slot(key).into()).unwrap();
    }
    assert_eq!(answer_of(&server, &commands).escape_ascii().to_string(), slots.escape_ascii().to_string());
}

/// The second of two replies, written for a RESP2 client.
fn for_resp2(replies: &[u8]) -> Vec<u8> {
    let mut decoder = Decoder::new();
    let mut out = Vec::new();
    let mut rest = replies;
    while let Progress::Frame(frame) = decoder.decode(rest).unwrap() {
        out.clear();
        Encoder::with_protocol(&mut out, Protocol::Resp2).frame(frame).unwrap();
        rest = &rest[frame.byte_len()..];
    }
    assert!(rest.is_empty() && decoder.is_at_boundary());
    out
}
