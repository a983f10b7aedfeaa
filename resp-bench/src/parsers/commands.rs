//! Commands to encode, and the bytes that they must become.

use crate::random::Random;

/// Commands to write one after the other.
#[derive(Debug)]
pub(super) struct Commands {
    pub(super) name: &'static str,
    /// What they are like, for people.
    pub(super) about: &'static str,
    pub(super) commands: Vec<Call>,
    /// What must be written.
    pub(super) expected: Vec<u8>,
}

/// A command with its arguments.
#[derive(Debug)]
pub(super) struct Call {
    pub(super) verb: Verb,
    /// What comes after the name.
    pub(super) arguments: Vec<Vec<u8>>,
    /// The name, then the arguments.
    pub(super) words: Vec<Vec<u8>>,
    /// The arguments after the key, or all of MSET, in pairs.
    pub(super) pairs: Vec<(Vec<u8>, Vec<u8>)>,
}

/// Which command it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Get,
    Set,
    Mset,
    Hset,
    Incr,
    Lpush,
}

impl Verb {
    /// As the wire carries it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Set => "SET",
            Self::Mset => "MSET",
            Self::Hset => "HSET",
            Self::Incr => "INCR",
            Self::Lpush => "LPUSH",
        }
    }
}

/// A kind of commands.
#[derive(Debug)]
pub(super) struct Recipe {
    pub(super) name: &'static str,
    /// What they are like, for people.
    pub(super) about: &'static str,
    count: usize,
    call: fn(usize) -> Call,
}

/// All of them, in the order of the table.
pub(super) const RECIPES: [Recipe; 8] = [
    recipe("encode-get", "GET of 16-byte keys", 8192, |index| call(Verb::Get, vec![key(index)])),
    recipe("encode-16", "SET of 16-byte keys and 16-byte values", 8192, |index| set(index, 16)),
    recipe("encode-64", "SET of 16-byte keys and 64-byte values", 8192, |index| set(index, 64)),
    recipe("encode-1k", "SET of 16-byte keys and 1 KiB values", 1024, |index| set(index, 1 << 10)),
    recipe("encode-64k", "SET of 16-byte keys and 64 KiB values", 64, |index| set(index, 64 << 10)),
    recipe("encode-mset-100", "MSET of 100 keys and 64-byte values", 64, |index| {
        let pairs = (0..100).flat_map(|pair| [key(100 * index + pair), value(index + pair, 64)]);
        call(Verb::Mset, pairs.collect())
    }),
    recipe("encode-hset-10", "HSET of 10 fields and 32-byte values", 1024, |index| {
        let fields =
            (0..10).flat_map(|field| [format!("field:{field}").into_bytes(), value(index + field, 32)]);
        call(Verb::Hset, core::iter::once(key(index)).chain(fields).collect())
    }),
    recipe("encode-mixed", "pipelines of 100: GET, SET, INCR, HSET, LPUSH", 8000, mixed),
];

const fn recipe(name: &'static str, about: &'static str, count: usize, call: fn(usize) -> Call) -> Recipe {
    Recipe { name, about, count, call }
}

fn key(index: usize) -> Vec<u8> {
    format!("key:{index:012}").into_bytes()
}

fn value(index: usize, len: usize) -> Vec<u8> {
    (b'a'..=b'z').cycle().skip(index % 26).take(len).collect()
}

fn set(index: usize, len: usize) -> Call {
    call(Verb::Set, vec![key(index), value(index, len)])
}

/// As many users send them: mostly reads.
fn mixed(index: usize) -> Call {
    let mut random = Random::new(index as u64);
    let len = random.between(8, 200);
    match random.below(10) {
        0..5 => call(Verb::Get, vec![key(index)]),
        5 | 6 => set(index, len),
        7 => call(Verb::Incr, vec![key(index)]),
        8 => call(Verb::Hset, vec![key(index), b"field".to_vec(), value(index, len)]),
        _ => call(Verb::Lpush, vec![key(index), value(index, len)]),
    }
}

fn call(verb: Verb, arguments: Vec<Vec<u8>>) -> Call {
    let words = core::iter::once(verb.name().into()).chain(arguments.iter().cloned()).collect();
    let paired = match verb {
        Verb::Mset => &arguments[..],
        Verb::Hset => &arguments[1..],
        _ => &[],
    };
    let pairs = paired.chunks_exact(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
    Call { verb, arguments, words, pairs }
}

impl Recipe {
    /// The commands, the same in every run.
    pub(super) fn commands(&self) -> Commands {
        let commands: Vec<_> = (0..self.count).map(self.call).collect();
        let mut expected = Vec::new();
        for Call { words, .. } in &commands {
            expected.extend(format!("*{}\r\n", words.len()).bytes());
            for word in words {
                expected.extend(format!("${}\r\n", word.len()).bytes());
                expected.extend(word);
                expected.extend(b"\r\n");
            }
        }
        Commands { name: self.name, about: self.about, commands, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_become_the_bytes_of_the_specification() {
        let commands = |name| RECIPES.iter().find(|recipe| recipe.name == name).unwrap().commands();
        let get = commands("encode-get").expected;
        assert!(get.starts_with(b"*2\r\n$3\r\nGET\r\n$16\r\nkey:000000000000\r\n*2\r\n$3\r\nGET\r\n"));
        let hset = commands("encode-hset-10");
        assert!(
            hset.expected
                .starts_with(b"*22\r\n$4\r\nHSET\r\n$16\r\nkey:000000000000\r\n$7\r\nfield:0\r\n$32\r\n")
        );
        assert_eq!((hset.commands[0].pairs.len(), hset.commands[0].words.len()), (10, 22));
        assert_eq!(commands("encode-mset-100").commands[0].pairs.len(), 100);
    }

    #[test]
    fn mixed_commands_are_of_all_kinds() {
        let mixed = RECIPES.iter().find(|recipe| recipe.name == "encode-mixed").unwrap().commands();
        for verb in [Verb::Get, Verb::Set, Verb::Incr, Verb::Hset, Verb::Lpush] {
            assert!(mixed.commands.iter().take(100).any(|call| call.verb == verb), "{verb:?}");
        }
    }
}
