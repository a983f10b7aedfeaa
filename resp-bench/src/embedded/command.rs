//! Which command does what, and what is said to the others.

use super::argument::upper_case;
use super::reply::{Outcome, Reply};
use super::session::{Session, auth};
use super::store::Store;
use super::{about, hashes, keys, lists, strings};
use std::borrow::Cow;
use std::collections::VecDeque;

/// All commands, each of which refuses some numbers of arguments or none.
const COMMANDS: [&[u8]; 29] = [
    b"AUTH",
    b"CLIENT",
    b"COMMAND",
    b"CONFIG",
    b"DBSIZE",
    b"DEL",
    b"ECHO",
    b"EXPIRE",
    b"FLUSHALL",
    b"FLUSHDB",
    b"GET",
    b"HELLO",
    b"HGET",
    b"HGETALL",
    b"HSET",
    b"INCR",
    b"INFO",
    b"LLEN",
    b"LPUSH",
    b"LRANGE",
    b"LTRIM",
    b"MGET",
    b"MSET",
    b"PING",
    b"RPUSH",
    b"SELECT",
    b"SET",
    b"TIME",
    b"UNLINK",
];

/// Bytes of an unknown command's name, and of its arguments, that are repeated to the client.
const REPEATED_LEN: usize = 128;

impl Session {
    /// Runs one request and appends its reply.
    pub(super) fn run(&mut self, store: &mut Store, arguments: &[&[u8]], output: &mut Vec<u8>) {
        let mut reply = Reply::new(output, self.protocol);
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
        match (upper_case(name, &mut [0; 8]), arguments) {
            (b"GET", [key]) => strings::get(store, key, reply),
            (b"SET", [key, value, options @ ..]) => strings::set(store, key, value, options, reply),
            (b"MGET", [_, ..]) => strings::mget(store, arguments, reply),
            (b"MSET", [_, ..]) if arguments.len().is_multiple_of(2) => {
                strings::mset(store, arguments.as_chunks().0, reply)
            }
            (b"INCR", [key]) => strings::incr(store, key, reply),

            (b"HSET", [key, pairs @ ..]) if !pairs.is_empty() && pairs.len().is_multiple_of(2) => {
                hashes::hset(store, key, pairs.as_chunks().0, reply)
            }
            (b"HGET", [key, field]) => hashes::hget(store, key, field, reply),
            (b"HGETALL", [key]) => hashes::hgetall(store, key, reply),

            (b"LPUSH", [key, elements @ ..]) if !elements.is_empty() => {
                lists::push(store, key, elements, VecDeque::push_front, reply)
            }
            (b"RPUSH", [key, elements @ ..]) if !elements.is_empty() => {
                lists::push(store, key, elements, VecDeque::push_back, reply)
            }
            (b"LRANGE", [key, start, stop]) => lists::lrange(store, key, start, stop, reply),
            (b"LTRIM", [key, start, stop]) => lists::ltrim(store, key, start, stop, reply),
            (b"LLEN", [key]) => lists::llen(store, key, reply),

            (b"DEL" | b"UNLINK", [_, ..]) => keys::del(store, arguments, reply),
            (b"EXPIRE", [key, seconds, options @ ..]) => keys::expire(store, key, seconds, options, reply),
            (b"FLUSHALL" | b"FLUSHDB", _) => keys::flush(store, arguments, reply),
            (b"DBSIZE", []) => reply.count(store.len()),

            (b"PING", []) => reply.simple("PONG"),
            (b"PING" | b"ECHO", [text]) => reply.bulk(text),
            (b"SELECT", [index]) => keys::select(index, reply),
            (b"HELLO", _) => self.hello(arguments, reply),
            (b"AUTH", [_, ..]) => auth(arguments, reply),
            (b"CLIENT", [sub, arguments @ ..]) => self.client(sub, arguments, reply),
            (b"INFO", _) => about::info(store.len(), reply),
            (b"CONFIG", [sub, arguments @ ..]) => about::config(sub, arguments, reply),
            (b"COMMAND", _) => about::command(arguments, reply),
            (b"TIME", []) => about::time(reply),

            (known, _) if COMMANDS.contains(&known) => {
                let name = name.to_ascii_lowercase().escape_ascii().to_string();
                Err(format!("ERR wrong number of arguments for '{name}' command").into())
            }
            _ => Err(unknown(name, arguments)),
        }
    }
}

fn unknown(name: &[u8], arguments: &[&[u8]]) -> Cow<'static, str> {
    let shown = |text: &[u8]| text[..text.len().min(REPEATED_LEN)].escape_ascii().to_string();
    let mut repeated = String::new();
    for argument in arguments {
        if repeated.len() >= REPEATED_LEN {
            break;
        }
        repeated.push_str(&format!("'{}' ", shown(argument)));
    }
    format!("ERR unknown command '{}', with args beginning with: {repeated}", shown(name)).into()
}
