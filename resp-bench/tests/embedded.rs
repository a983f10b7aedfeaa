//! The embedded server beside a real one: the same bytes answer the same requests.
#![allow(clippy::unwrap_used, reason = "helpers of tests, which end with the first surprise")]

use core::time::Duration;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use tests::server::RedisServer;

/// `resp-bench serve`, which ends with this handle.
struct Embedded {
    process: Child,
    port: u16,
}

impl Embedded {
    fn start() -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_resp-bench"));
        let mut process = command.arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { process, port: line.trim().parse().unwrap() }
    }
}

impl Drop for Embedded {
    fn drop(&mut self) {
        // The end of its standard input ends it.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

/// A connection that waits for as many bytes as it is told to expect.
struct Peer(TcpStream);

impl Peer {
    fn connect(port: u16) -> Self {
        let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        Self(stream)
    }

    fn send(&mut self, request: &str) {
        let words: Vec<_> = request.split(' ').collect();
        let mut wire = format!("*{}\r\n", words.len());
        words.iter().for_each(|word| wire.push_str(&format!("${}\r\n{word}\r\n", word.len())));
        self.0.write_all(wire.as_bytes()).unwrap();
    }

    /// What answers a request and the ECHO behind it, without the answer to the latter.
    fn ask(&mut self, request: &str) -> String {
        const END: &str = "$7\r\nthe-end\r\n";
        self.send(request);
        self.send("ECHO the-end");
        let mut answer = Vec::new();
        let mut piece = [0; 4096];
        loop {
            match self.0.read(&mut piece) {
                Ok(0) => panic!("{request}: closed after {:?}", String::from_utf8_lossy(&answer)),
                Ok(len) => answer.extend_from_slice(&piece[..len]),
                Err(error) => panic!("{request}: {error} after {:?}", String::from_utf8_lossy(&answer)),
            }
            if let Some(answer) = answer.strip_suffix(END.as_bytes()) {
                return String::from_utf8(answer.to_vec()).unwrap();
            }
        }
    }
}

const WRONG_TYPE: &str = "-WRONGTYPE Operation against a key holding the wrong kind of value\r\n";
const NOT_AN_INTEGER: &str = "-ERR value is not an integer or out of range\r\n";

/// Requests one after the other, and their replies in RESP2.
const ROWS: &[(&str, &str)] = &[
    ("PING", "+PONG\r\n"),
    ("ping hi", "$2\r\nhi\r\n"),
    ("PING a b", "-ERR wrong number of arguments for 'ping' command\r\n"),
    ("ECHO hi", "$2\r\nhi\r\n"),
    ("FLUSHALL", "+OK\r\n"),
    ("FLUSHDB async", "+OK\r\n"),
    ("FLUSHDB x", "-ERR syntax error\r\n"),
    ("GET k", "$-1\r\n"),
    ("SET k v", "+OK\r\n"),
    ("GET k", "$1\r\nv\r\n"),
    ("SET k w NX", "$-1\r\n"),
    ("SET k w xx px 100000", "+OK\r\n"),
    ("SET n w XX", "$-1\r\n"),
    ("SET k w EX 0", "-ERR invalid expire time in 'set' command\r\n"),
    ("SET k w EX x", NOT_AN_INTEGER),
    ("SET k w NX XX", "-ERR syntax error\r\n"),
    ("SET k w EX", "-ERR syntax error\r\n"),
    ("MGET k n k", "*3\r\n$1\r\nw\r\n$-1\r\n$1\r\nw\r\n"),
    ("MSET a 1 b 2", "+OK\r\n"),
    ("MSET a 1 b", "-ERR wrong number of arguments for 'mset' command\r\n"),
    ("INCR b", ":3\r\n"),
    ("INCR c", ":1\r\n"),
    ("INCR k", NOT_AN_INTEGER),
    ("SET max 9223372036854775807", "+OK\r\n"),
    ("INCR max", "-ERR increment or decrement would overflow\r\n"),
    ("EXPIRE c 100", ":1\r\n"),
    ("EXPIRE n 100", ":0\r\n"),
    ("EXPIRE c 100 what", "-ERR Unsupported option what\r\n"),
    ("DBSIZE", ":5\r\n"),
    ("DEL k c n", ":2\r\n"),
    ("EXPIRE a -1", ":1\r\n"),
    ("GET a", "$-1\r\n"),
    ("HSET h f 1 g 2", ":2\r\n"),
    ("HSET h f 3", ":0\r\n"),
    ("HSET h f", "-ERR wrong number of arguments for 'hset' command\r\n"),
    ("HGET h f", "$1\r\n3\r\n"),
    ("HGET h n", "$-1\r\n"),
    ("HGET n f", "$-1\r\n"),
    ("GET h", WRONG_TYPE),
    ("INCR h", WRONG_TYPE),
    ("LPUSH h x", WRONG_TYPE),
    ("LLEN h", WRONG_TYPE),
    ("LTRIM h 0 1", WRONG_TYPE),
    ("MGET h", "*1\r\n$-1\r\n"),
    ("UNLINK h", ":1\r\n"),
    ("RPUSH l b c", ":2\r\n"),
    ("LPUSH l a z", ":4\r\n"),
    ("LPUSH l", "-ERR wrong number of arguments for 'lpush' command\r\n"),
    ("LLEN l", ":4\r\n"),
    ("LRANGE l 0 -1", "*4\r\n$1\r\nz\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n"),
    ("LTRIM l 1 -1", "+OK\r\n"),
    ("LRANGE l -2 1", "*1\r\n$1\r\nb\r\n"),
    ("LRANGE l 2 1", "*0\r\n"),
    ("LRANGE l -9 9", "*3\r\n$1\r\na\r\n$1\r\nb\r\n$1\r\nc\r\n"),
    ("LRANGE l x 9", NOT_AN_INTEGER),
    ("HSET l f v", WRONG_TYPE),
    ("HGET l f", WRONG_TYPE),
    ("HGETALL l", WRONG_TYPE),
    ("LTRIM l 5 9", "+OK\r\n"),
    ("HSET l f v", ":1\r\n"),
    ("LRANGE n 0 -1", "*0\r\n"),
    ("LTRIM n 0 -1", "+OK\r\n"),
    ("LLEN n", ":0\r\n"),
    ("SELECT 0", "+OK\r\n"),
    ("SELECT 99", "-ERR DB index is out of range\r\n"),
    ("SELECT x", NOT_AN_INTEGER),
    ("CLIENT GETNAME", "$-1\r\n"),
    ("CLIENT SETNAME x", "+OK\r\n"),
    ("CLIENT GETNAME", "$1\r\nx\r\n"),
    ("CLIENT SETNAME", "-ERR wrong number of arguments for 'client|setname' command\r\n"),
    ("CLIENT NOPE", "-ERR unknown subcommand 'NOPE'. Try CLIENT HELP.\r\n"),
    ("CLIENT", "-ERR wrong number of arguments for 'client' command\r\n"),
    ("CONFIG GET appendonly", "*2\r\n$10\r\nappendonly\r\n$2\r\nno\r\n"),
    ("CONFIG GET no-such-setting", "*0\r\n"),
    ("CONFIG GET", "-ERR wrong number of arguments for 'config|get' command\r\n"),
    ("CONFIG NOPE", "-ERR unknown subcommand 'NOPE'. Try CONFIG HELP.\r\n"),
    ("COMMAND INFO no-such-command", "*1\r\n$-1\r\n"),
    ("COMMAND NOPE", "-ERR unknown subcommand 'NOPE'. Try COMMAND HELP.\r\n"),
    ("AUTH default x", "+OK\r\n"),
    ("AUTH other x", "-WRONGPASS invalid username-password pair or user is disabled.\r\n"),
    ("AUTH a b c", "-ERR syntax error\r\n"),
    ("HELLO 4", "-NOPROTO unsupported protocol version\r\n"),
    ("HELLO x", "-ERR Protocol version is not an integer or out of range\r\n"),
    ("HELLO 3 WHAT", "-ERR Syntax error in HELLO option 'WHAT'\r\n"),
    ("HELLO 3 AUTH other x", "-WRONGPASS invalid username-password pair or user is disabled.\r\n"),
    ("GET", "-ERR wrong number of arguments for 'get' command\r\n"),
    ("TIME x", "-ERR wrong number of arguments for 'time' command\r\n"),
    ("NOPE a b", "-ERR unknown command 'NOPE', with args beginning with: 'a' 'b' \r\n"),
    ("FLUSHALL sync", "+OK\r\n"),
];

/// What RESP3 has types of its own for.
const ROWS_OF_RESP3: &[(&str, &str)] = &[
    ("GET n", "_\r\n"),
    ("SET n v XX", "_\r\n"),
    ("HGETALL n", "%0\r\n"),
    ("HSET h f v", ":1\r\n"),
    ("HGETALL h", "%1\r\n$1\r\nf\r\n$1\r\nv\r\n"),
    ("HGET h n", "_\r\n"),
    ("MGET h", "*1\r\n_\r\n"),
    ("CONFIG GET appendonly", "%1\r\n$10\r\nappendonly\r\n$2\r\nno\r\n"),
    ("CLIENT GETNAME", "_\r\n"),
    ("COMMAND INFO no-such-command", "*1\r\n_\r\n"),
    ("DEL h", ":1\r\n"),
];

#[test]
fn replies_are_those_of_a_real_server() {
    let (embedded, real) = (Embedded::start(), RedisServer::builder().start().unwrap());
    let real_port = real.url().rsplit(':').next().unwrap().parse().unwrap();
    for (server, port) in [("embedded", embedded.port), ("real", real_port)] {
        let mut peer = Peer::connect(port);
        for (request, expected) in ROWS {
            assert_eq!(peer.ask(request), *expected, "{server}, RESP2: {request}");
        }
        let mut peer = Peer::connect(port);
        assert!(peer.ask("HELLO 3").starts_with("%7\r\n$6\r\nserver\r\n"), "{server}");
        for (request, expected) in ROWS_OF_RESP3 {
            assert_eq!(peer.ask(request), *expected, "{server}, RESP3: {request}");
        }
        let info = peer.ask("INFO server");
        assert!(info.starts_with('=') && info.contains("\r\ntxt:# Server\r\n"), "{server}: {info}");
        assert!(peer.ask("TIME").starts_with("*2\r\n$10\r\n"), "{server}");
    }
}

#[test]
fn hello_describes_the_connection_and_changes_its_protocol() {
    let server = Embedded::start();
    let (mut first, mut second) = (Peer::connect(server.port), Peer::connect(server.port));
    let id = |peer: &mut Peer| peer.ask("CLIENT ID");
    assert_ne!(id(&mut first), id(&mut second));
    let hello = first.ask("HELLO 3 AUTH default secret SETNAME x");
    let expected = format!("$5\r\nproto\r\n:3\r\n$2\r\nid\r\n{}$4\r\nmode\r\n", id(&mut first));
    assert!(hello.starts_with("%7\r\n") && hello.contains(&expected), "{hello}");
    assert_eq!(first.ask("CLIENT GETNAME"), "$1\r\nx\r\n");
    // A wrong option changes neither.
    assert!(first.ask("HELLO 2 SETNAME y WHAT").starts_with("-ERR Syntax error"));
    assert_eq!(first.ask("GET n"), "_\r\n");
    assert!(first.ask("HELLO 2").starts_with("*14\r\n"));
    assert_eq!(first.ask("GET n"), "$-1\r\n");
    // The other connection is not concerned, but sees the same keys.
    assert_eq!(second.ask("CLIENT SETINFO LIB-NAME resp-bench"), "+OK\r\n");
    assert_eq!(first.ask("SET k v"), "+OK\r\n");
    assert_eq!(second.ask("GET k"), "$1\r\nv\r\n");
}

#[test]
fn requests_in_pieces_are_answered_and_what_is_none_ends_the_connection() {
    let server = Embedded::start();
    let mut peer = Peer::connect(server.port);
    for byte in b"*2\r\n$4\r\nECHO\r\n$2\r\nhi\r\n" {
        peer.0.write_all(&[*byte]).unwrap();
    }
    assert_eq!(peer.ask("PING"), "$2\r\nhi\r\n+PONG\r\n");
    peer.0.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let mut answer = String::new();
    peer.0.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("-ERR Protocol error"), "{answer}");
}
