//! Commands of the embedded server, answered as Redis answers them.

use super::store::{Store, Value};
use core::time::Duration;
use resp_core::Encoder;
use std::borrow::Cow;
use std::collections::{HashMap, VecDeque};

/// What the server remembers of a connection.
#[derive(Debug)]
pub(super) struct Session {
    protocol: u8,
}

impl Default for Session {
    fn default() -> Self {
        Self { protocol: 2 }
    }
}

/// An error reply's text, or the reply has been written.
type Outcome = Result<(), Cow<'static, str>>;

const WRONG_TYPE: &str = "WRONGTYPE Operation against a key holding the wrong kind of value";
const NOT_AN_INTEGER: &str = "ERR value is not an integer or out of range";
const SYNTAX: &str = "ERR syntax error";
const NO_PASSWORD: &str = "ERR AUTH <password> called without any password configured for the default user. \
                           Are you sure your configuration is correct?";
const WRONG_PASSWORD: &str = "WRONGPASS invalid username-password pair or user is disabled.";

impl Session {
    /// Runs one request and appends its reply.
    pub(super) fn run(&mut self, store: &mut Store, arguments: &[&[u8]], output: &mut Vec<u8>) {
        let mut reply = Reply { encoder: Encoder::new(output), protocol: self.protocol };
        let (name, arguments) = match arguments {
            [] => (&b""[..], arguments),
            [name, arguments @ ..] => (*name, arguments),
        };
        if let Err(text) = self.dispatch(store, name, arguments, &mut reply) {
            reply.error(&text);
        }
    }

    fn dispatch(
        &mut self,
        store: &mut Store,
        name: &[u8],
        arguments: &[&[u8]],
        reply: &mut Reply<'_>,
    ) -> Outcome {
        let mut buffer = [0; 8];
        match (upper_case(name, &mut buffer), arguments) {
            (b"GET", [key]) => get(store, key, reply),
            (b"SET", [key, value, options @ ..]) => set(store, key, value, options, reply),
            (b"MGET", [_, ..]) => mget(store, arguments, reply),
            (b"DEL" | b"UNLINK", [_, ..]) => {
                reply.count(arguments.iter().filter(|key| store.remove(key)).count())
            }
            (b"INCR", [key]) => incr(store, key, reply),
            (b"EXPIRE", [key, seconds, ..]) => expire(store, key, seconds, reply),
            (b"HSET", [key, pairs @ ..]) if !pairs.is_empty() && pairs.len().is_multiple_of(2) => {
                hset(store, key, pairs, reply)
            }
            (b"HGETALL", [key]) => hgetall(store, key, reply),
            (b"LPUSH", [key, elements @ ..]) if !elements.is_empty() => lpush(store, key, elements, reply),
            (b"LRANGE", [key, start, stop]) => lrange(store, key, start, stop, reply),
            (b"DBSIZE", []) => reply.count(store.len()),
            (b"PING", []) => reply.simple("PONG"),
            (b"PING" | b"ECHO", [text]) => reply.bulk(text),
            (b"HELLO", _) => self.hello(arguments, reply),
            (b"AUTH", [_]) => Err(NO_PASSWORD.into()),
            (b"AUTH", [user, _]) => auth(user).and_then(|()| reply.simple("OK")),
            (b"SELECT", [b"0"]) => reply.simple("OK"),
            (b"SELECT", [_]) => Err("ERR DB index is out of range".into()),
            (b"CLIENT", [sub, ..]) => client(sub, reply),
            (b"INFO", _) => reply.bulk(info().as_bytes()),
            (known, _) if COUNTED.contains(&known) => {
                let name = name.to_ascii_lowercase().escape_ascii().to_string();
                Err(format!("ERR wrong number of arguments for '{name}' command").into())
            }
            _ => Err(format!("ERR unknown command '{}'", name.escape_ascii()).into()),
        }
    }

    fn hello(&mut self, arguments: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
        let (protocol, mut options) = match arguments {
            [] => (self.protocol, arguments),
            [b"2", options @ ..] => (2, options),
            [b"3", options @ ..] => (3, options),
            _ => return Err("NOPROTO unsupported protocol version".into()),
        };
        while let Some((option, values)) = options.split_first() {
            options = match (option.to_ascii_uppercase().as_slice(), values) {
                (b"AUTH", [user, _password, rest @ ..]) => auth(user).map(|()| rest)?,
                (b"SETNAME", [_name, rest @ ..]) => rest,
                _ => return Err(SYNTAX.into()),
            };
        }
        (self.protocol, reply.protocol) = (protocol, protocol);
        reply.map(5)?;
        for (name, value) in
            [("server", "redis"), ("version", VERSION), ("mode", "standalone"), ("role", "master")]
        {
            reply.bulk(name.as_bytes())?;
            reply.bulk(value.as_bytes())?;
        }
        reply.bulk(b"proto")?;
        reply.integer(self.protocol.into())
    }
}

/// Names of the commands that can have a wrong number of arguments.
const COUNTED: [&[u8]; 17] = [
    b"GET", b"SET", b"MGET", b"DEL", b"UNLINK", b"INCR", b"EXPIRE", b"HSET", b"HGETALL", b"LPUSH", b"LRANGE",
    b"DBSIZE", b"PING", b"ECHO", b"AUTH", b"SELECT", b"CLIENT",
];

/// The version of Redis whose answers these are.
const VERSION: &str = "7.0.0";

fn info() -> String {
    format!("# Server\r\nredis_version:{VERSION}\r\nresp_bench_version:{}\r\n", env!("CARGO_PKG_VERSION"))
}

/// The default user needs no password, so that any will do; there is no other user.
fn auth(user: &[u8]) -> Outcome {
    if user == b"default" { Ok(()) } else { Err(WRONG_PASSWORD.into()) }
}

fn client(sub: &[u8], reply: &mut Reply<'_>) -> Outcome {
    match sub.to_ascii_uppercase().as_slice() {
        b"SETNAME" | b"SETINFO" | b"NO-EVICT" => reply.simple("OK"),
        b"ID" => reply.integer(1),
        b"GETNAME" => reply.null(),
        _ => Err(format!("ERR unknown subcommand '{}'. Try CLIENT HELP.", sub.escape_ascii()).into()),
    }
}

fn get(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    match store.find(key) {
        None => reply.null(),
        Some(Value::String(value)) => reply.bulk(value),
        Some(_) => Err(WRONG_TYPE.into()),
    }
}

fn set(store: &mut Store, key: &[u8], value: &[u8], options: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    let (mut lifetime, mut wanted) = (None, None);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.to_ascii_uppercase().as_slice() {
            unit @ (b"EX" | b"PX") if lifetime.is_none() => {
                let amount = options.next().ok_or(SYNTAX)?;
                let amount = u64::try_from(integer(amount)?).ok().filter(|amount| *amount > 0);
                let amount = amount.ok_or("ERR invalid expire time in 'set' command")?;
                lifetime = Some(if unit == b"EX" {
                    Duration::from_secs(amount)
                } else {
                    Duration::from_millis(amount)
                });
            }
            b"NX" if wanted.is_none() => wanted = Some(false),
            b"XX" if wanted.is_none() => wanted = Some(true),
            _ => return Err(SYNTAX.into()),
        }
    }
    // The condition costs a look-up only where there is one.
    if wanted.is_some_and(|wanted| store.find(key).is_some() != wanted) {
        return reply.null();
    }
    store.set(key, value, lifetime);
    reply.simple("OK")
}

fn mget(store: &mut Store, keys: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    reply.array(keys.len())?;
    keys.iter().try_for_each(|key| match store.find(key) {
        Some(Value::String(value)) => reply.bulk(value),
        _ => reply.null(),
    })
}

fn incr(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    let Value::String(text) = store.find_or_insert(key, || Value::String(b"0".to_vec())) else {
        return Err(WRONG_TYPE.into());
    };
    let value = integer(text)?.checked_add(1).ok_or("ERR increment or decrement would overflow")?;
    *text = value.to_string().into_bytes();
    reply.integer(value)
}

fn expire(store: &mut Store, key: &[u8], seconds: &[u8], reply: &mut Reply<'_>) -> Outcome {
    // A time in the past removes the key, as in Redis.
    let lifetime = Duration::from_secs(u64::try_from(integer(seconds)?).unwrap_or(0));
    reply.integer(store.expire(key, lifetime).into())
}

fn hset(store: &mut Store, key: &[u8], pairs: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    let Value::Hash(hash) = store.find_or_insert(key, || Value::Hash(HashMap::new())) else {
        return Err(WRONG_TYPE.into());
    };
    let (pairs, _) = pairs.as_chunks::<2>();
    let added = pairs.iter().filter(|[field, value]| hash.insert((*field).into(), value.to_vec()).is_none());
    reply.count(added.count())
}

fn hgetall(store: &mut Store, key: &[u8], reply: &mut Reply<'_>) -> Outcome {
    match store.find(key) {
        None => reply.map(0),
        Some(Value::Hash(hash)) => {
            reply.map(hash.len())?;
            hash.iter().try_for_each(|(field, value)| reply.bulk(field).and_then(|()| reply.bulk(value)))
        }
        Some(_) => Err(WRONG_TYPE.into()),
    }
}

fn lpush(store: &mut Store, key: &[u8], elements: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    let Value::List(list) = store.find_or_insert(key, || Value::List(VecDeque::new())) else {
        return Err(WRONG_TYPE.into());
    };
    elements.iter().for_each(|element| list.push_front(element.to_vec()));
    reply.count(list.len())
}

fn lrange(store: &mut Store, key: &[u8], start: &[u8], stop: &[u8], reply: &mut Reply<'_>) -> Outcome {
    let (start, stop) = (integer(start)?, integer(stop)?);
    let list = match store.find(key) {
        None => return reply.array(0),
        Some(Value::List(list)) => list,
        Some(_) => return Err(WRONG_TYPE.into()),
    };
    // From the end if negative; the range holds its last index.
    let len = i64::try_from(list.len()).unwrap_or(i64::MAX);
    let from_head = |index: i64| if index < 0 { index.saturating_add(len) } else { index };
    let first = usize::try_from(from_head(start)).unwrap_or(0);
    let end = usize::try_from(from_head(stop).saturating_add(1).clamp(0, len)).unwrap_or(0);
    let count = end.saturating_sub(first);
    reply.array(count)?;
    list.iter().skip(first).take(count).try_for_each(|element| reply.bulk(element))
}

fn integer(text: &[u8]) -> Result<i64, Cow<'static, str>> {
    let parsed = core::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
    parsed.ok_or_else(|| NOT_AN_INTEGER.into())
}

/// The name in capitals, or nothing if it is longer than any command's.
fn upper_case<'buffer>(name: &[u8], buffer: &'buffer mut [u8; 8]) -> &'buffer [u8] {
    let Some(room) = buffer.get_mut(..name.len()) else { return b"" };
    room.copy_from_slice(name);
    room.make_ascii_uppercase();
    room
}

/// A reply in the connection's protocol. A growing buffer always has room and
/// no text here holds a line break, so that the encoder cannot fail; if it did,
/// the peer would be told.
struct Reply<'out> {
    encoder: Encoder<'out, Vec<u8>>,
    protocol: u8,
}

impl Reply<'_> {
    fn error(&mut self, text: &str) {
        if self.encoder.simple_error(text).is_err() {
            let _ = self.encoder.simple_error("ERR");
        }
    }

    fn simple(&mut self, text: &str) -> Outcome {
        self.encoder.simple_string(text).map_err(unwritable)
    }

    fn bulk(&mut self, payload: &[u8]) -> Outcome {
        self.encoder.bulk_string(payload).map_err(unwritable)
    }

    fn integer(&mut self, value: i64) -> Outcome {
        self.encoder.integer(value).map_err(unwritable)
    }

    fn count(&mut self, value: usize) -> Outcome {
        self.integer(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn null(&mut self) -> Outcome {
        let written = if self.protocol == 2 { self.encoder.null_bulk_string() } else { self.encoder.null() };
        written.map_err(unwritable)
    }

    fn array(&mut self, len: usize) -> Outcome {
        self.encoder.array(len).map_err(unwritable)
    }

    fn map(&mut self, pairs: usize) -> Outcome {
        let written =
            if self.protocol == 2 { self.encoder.array(pairs * 2) } else { self.encoder.map(pairs) };
        written.map_err(unwritable)
    }
}

fn unwritable(error: resp_core::EncodeError) -> Cow<'static, str> {
    format!("ERR {error}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_those_of_redis() {
        let (mut session, mut store) = (Session::default(), Store::default());
        for (request, expected) in [
            ("PING", "+PONG\r\n"),
            ("ping hi", "$2\r\nhi\r\n"),
            ("ECHO hi", "$2\r\nhi\r\n"),
            ("GET k", "$-1\r\n"),
            ("SET k v", "+OK\r\n"),
            ("GET k", "$1\r\nv\r\n"),
            ("SET k w NX", "$-1\r\n"),
            ("SET k w xx px 100000", "+OK\r\n"),
            ("SET n w XX", "$-1\r\n"),
            ("SET k w EX 0", "-ERR invalid expire time in 'set' command\r\n"),
            ("SET k w EX x", "-ERR value is not an integer or out of range\r\n"),
            ("SET k w NX XX", "-ERR syntax error\r\n"),
            ("SET k w EX", "-ERR syntax error\r\n"),
            ("MGET k n k", "*3\r\n$1\r\nw\r\n$-1\r\n$1\r\nw\r\n"),
            ("INCR c", ":1\r\n"),
            ("INCR c", ":2\r\n"),
            ("INCR k", "-ERR value is not an integer or out of range\r\n"),
            ("EXPIRE c 100", ":1\r\n"),
            ("EXPIRE n 100", ":0\r\n"),
            ("DBSIZE", ":2\r\n"),
            ("DEL k c n", ":2\r\n"),
            ("HSET h f 1 g 2", ":2\r\n"),
            ("HSET h f 3", ":0\r\n"),
            ("HSET h f", "-ERR wrong number of arguments for 'hset' command\r\n"),
            ("GET h", "-WRONGTYPE Operation against a key holding the wrong kind of value\r\n"),
            ("UNLINK h", ":1\r\n"),
            ("HGETALL h", "*0\r\n"),
            ("HSET h f 3", ":1\r\n"),
            ("HGETALL h", "*2\r\n$1\r\nf\r\n$1\r\n3\r\n"),
            ("LPUSH l a b c", ":3\r\n"),
            ("LRANGE l 0 -1", "*3\r\n$1\r\nc\r\n$1\r\nb\r\n$1\r\na\r\n"),
            ("LRANGE l -2 1", "*1\r\n$1\r\nb\r\n"),
            ("LRANGE l 2 1", "*0\r\n"),
            ("LRANGE l -9 9", "*3\r\n$1\r\nc\r\n$1\r\nb\r\n$1\r\na\r\n"),
            ("SELECT 0", "+OK\r\n"),
            ("SELECT 1", "-ERR DB index is out of range\r\n"),
            ("CLIENT SETNAME x", "+OK\r\n"),
            ("CLIENT NOPE", "-ERR unknown subcommand 'NOPE'. Try CLIENT HELP.\r\n"),
            ("AUTH default x", "+OK\r\n"),
            ("AUTH other x", "-WRONGPASS invalid username-password pair or user is disabled.\r\n"),
            ("HELLO 4", "-NOPROTO unsupported protocol version\r\n"),
            ("GET", "-ERR wrong number of arguments for 'get' command\r\n"),
            ("FLUSHALL", "-ERR unknown command 'FLUSHALL'\r\n"),
            ("a\nb", "-ERR unknown command 'a\\nb'\r\n"),
        ] {
            let mut output = Vec::new();
            let arguments: Vec<&[u8]> = request.split(' ').map(str::as_bytes).collect();
            session.run(&mut store, &arguments, &mut output);
            assert_eq!(String::from_utf8_lossy(&output), expected, "{request}");
        }
    }

    #[test]
    fn hello_changes_the_protocol() {
        let (mut session, mut store) = (Session::default(), Store::default());
        let mut run = |request: &str| {
            let mut output = Vec::new();
            session.run(&mut store, &request.split(' ').map(str::as_bytes).collect::<Vec<_>>(), &mut output);
            String::from_utf8(output).unwrap()
        };
        let hello = run("HELLO 3 AUTH default secret SETNAME x");
        assert!(
            hello.starts_with("%5\r\n$6\r\nserver\r\n") && hello.ends_with("$5\r\nproto\r\n:3\r\n"),
            "{hello}"
        );
        assert_eq!(run("GET k"), "_\r\n");
        assert_eq!(run("HGETALL k"), "%0\r\n");
        assert!(run("HELLO 2").starts_with("*10\r\n"));
        assert_eq!(run("HELLO 3 AUTH other x"), format!("-{WRONG_PASSWORD}\r\n"));
        assert_eq!(run("HELLO 3 WHAT"), "-ERR syntax error\r\n");
    }
}
