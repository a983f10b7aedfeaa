//! What lies on the server, under names that no other run has.

use super::work::{Size, Work};
use crate::failure::Failure;
use crate::keys;
use resp_core::Encoder;
use resp_net::{Connection, cmd};
use std::collections::HashMap;

/// The keys of all cells with their values.
#[derive(Debug)]
pub(super) struct Data {
    small: Strings,
    middle: Strings,
    large: Strings,
    /// Values of 1 MiB.
    pub(super) huge: Strings,
    /// Hashes of one field, [`FIELD`], with the small values.
    single: Vec<String>,
    /// A number that INCR makes greater.
    pub(super) counter: String,
    /// A list that LPUSH makes longer, and somebody trims.
    pub(super) stack: String,
    pub(super) list: String,
    pub(super) elements: Vec<String>,
    /// A hash of many fields.
    pub(super) hash: String,
    pub(super) wide: Pairs,
    /// Names and fields of small hashes.
    narrow_names: Vec<String>,
    pub(super) narrow: Vec<Pairs>,
}

/// Keys of strings, and their values.
#[derive(Debug)]
pub(super) struct Strings {
    pub(super) names: Vec<String>,
    pub(super) values: Vec<String>,
}

/// The fields of a hash.
pub(super) type Pairs = HashMap<Vec<u8>, Vec<u8>>;

/// Keys of small strings and of small hashes, as many as a pipeline has commands.
const KEYS: usize = 1000;
const LARGE_KEYS: usize = 64;
const HUGE_KEYS: usize = 8;
const HUGE: usize = 1 << 20;
const ELEMENTS: usize = 10_000;
const WIDE_FIELDS: usize = 1000;
const NARROW_FIELDS: usize = 10;
/// Keys that are deleted at once.
const CHUNK: usize = 100;

/// Keys of an MGET.
pub(super) const MGET: usize = 100;
/// The one field of hashes that HSET writes to.
pub(super) const FIELD: &str = "field";

impl Strings {
    fn new(prefix: &str, count: usize, len: usize) -> Self {
        Self { names: names(prefix, count), values: (0..count).map(|index| value(index, len)).collect() }
    }

    /// The key of a turn, counted round and round.
    pub(super) fn name(&self, turn: usize) -> &str {
        &self.names[turn % self.names.len()]
    }

    /// Its value.
    pub(super) fn value(&self, turn: usize) -> &str {
        &self.values[turn % self.values.len()]
    }
}

fn names(prefix: &str, count: usize) -> Vec<String> {
    (0..count).map(|index| format!("{prefix}:{index:04}")).collect()
}

/// A text that no other index has.
pub(super) fn value(index: usize, len: usize) -> String {
    let pattern = format!("{index:06}-");
    let mut text = pattern.repeat(len.div_ceil(pattern.len()));
    text.truncate(len);
    text
}

pub(super) fn field(index: usize) -> String {
    format!("field:{index:04}")
}

fn pairs(first: usize, count: usize) -> Pairs {
    let value = |index| value(index, Size::Small.bytes()).into_bytes();
    (0..count).map(|index| (field(index).into_bytes(), value(first + index))).collect()
}

impl Data {
    /// What is to lie on a server of this run's own, or on one that others use as well.
    pub(super) fn new(is_shared: bool) -> Self {
        let prefix = keys::prefix(is_shared);
        let name = |kind: &str| format!("{prefix}:{kind}");
        let strings = |kind, count, size: Size| Strings::new(&name(kind), count, size.bytes());
        Self {
            small: strings("small", KEYS, Size::Small),
            middle: strings("middle", KEYS, Size::Middle),
            large: strings("large", LARGE_KEYS, Size::Large),
            huge: Strings::new(&name("huge"), HUGE_KEYS, HUGE),
            single: names(&name("single"), KEYS),
            counter: name("counter"),
            stack: name("stack"),
            list: name("list"),
            elements: (0..ELEMENTS).map(|index| value(index, Size::Small.bytes())).collect(),
            hash: name("hash"),
            wide: pairs(0, WIDE_FIELDS),
            narrow_names: names(&name("narrow"), KEYS),
            narrow: (0..KEYS).map(|index| pairs(index * NARROW_FIELDS, NARROW_FIELDS)).collect(),
        }
    }

    /// Writes all of it.
    pub(super) async fn write(&self, connection: &mut Connection) -> Result<(), Failure> {
        for strings in [&self.small, &self.middle, &self.large, &self.huge] {
            for (name, value) in strings.names.iter().zip(&strings.values) {
                connection.send(cmd::set(name, value)).await?;
            }
        }
        connection.send(cmd::raw("RPUSH").arg(&self.list).args(&self.elements).returning::<i64>()).await?;
        let narrow = self.narrow_names.iter().zip(&self.narrow);
        for (name, pairs) in narrow.chain([(&self.hash, &self.wide)]) {
            let fields = pairs.iter().fold(cmd::raw("HSET").arg(name), |command, (field, value)| {
                command.arg(&field[..]).arg(&value[..])
            });
            connection.send(fields.returning::<i64>()).await?;
        }
        for (turn, name) in self.single.iter().enumerate() {
            connection.send(cmd::hset(name, (FIELD, self.small.value(turn)))).await?;
        }
        Ok(())
    }

    /// Deletes all of it, and what was written since.
    pub(super) async fn delete(&self, connection: &mut Connection) -> Result<(), Failure> {
        let strings = [&self.small, &self.middle, &self.large, &self.huge].map(|strings| &strings.names);
        let several = strings.into_iter().chain([&self.single, &self.narrow_names]).flatten();
        let all: Vec<_> =
            several.chain([&self.counter, &self.stack, &self.list, &self.hash]).map(String::as_str).collect();
        for names in all.chunks(CHUNK) {
            connection.send(cmd::del(names)).await?;
        }
        Ok(())
    }

    /// Strings of this size.
    pub(super) const fn strings(&self, size: Size) -> &Strings {
        match size {
            Size::Small => &self.small,
            Size::Middle => &self.middle,
            Size::Large => &self.large,
        }
    }

    /// The hash of one field of a turn, as many as there are values of this size, and its value.
    pub(super) fn single(&self, size: Size, turn: usize) -> (&str, &str) {
        let values = &self.strings(size).values;
        let index = turn % values.len();
        (&self.single[index], &values[index])
    }

    /// The small hash of a turn.
    pub(super) fn narrow_name(&self, turn: usize) -> &str {
        &self.narrow_names[turn % self.narrow_names.len()]
    }

    /// Keys of a pipeline of HGETALLs.
    pub(super) fn narrow_names(&self) -> &[String] {
        &self.narrow_names
    }

    /// The keys of an MGET, and the number of the first.
    pub(super) fn mget(&self, turn: usize) -> (usize, &[String]) {
        let first = turn * MGET % KEYS;
        (first, &self.small.names[first..first + MGET])
    }

    /// Commands of the work as the wire carries them, each once; none where
    /// they or their replies differ in length.
    pub(super) fn requests(&self, work: Work) -> Vec<Vec<u8>> {
        let each =
            |command: &str, names: &[String]| names.iter().map(|name| wire(&[command, name])).collect();
        let set = |strings: &Strings, count: usize| {
            let pairs = strings.names.iter().zip(&strings.values).take(count);
            pairs.map(|(name, value)| wire(&["SET", name, value])).collect()
        };
        match work {
            Work::Get(size) => each("GET", &self.strings(size).names),
            Work::Gets(count) => each("GET", &self.small.names[..count]),
            Work::Burst(_) => each("GET", &self.small.names),
            Work::Set(size) => set(self.strings(size), KEYS),
            Work::Sets(count) => set(&self.small, count),
            Work::Incr => vec![wire(&["INCR", &self.counter])],
            Work::Hset(size) => {
                let values = &self.strings(size).values;
                let pairs = self.single.iter().zip(values);
                pairs.map(|(name, value)| wire(&["HSET", name, FIELD, value])).collect()
            }
            Work::Lpush(size) => {
                let values = self.strings(size).values.iter();
                values.map(|value| wire(&["LPUSH", &self.stack, value])).collect()
            }
            Work::Mget => (0..KEYS / MGET).map(|turn| mget(self.mget(turn).1)).collect(),
            Work::List => vec![wire(&["LRANGE", &self.list, "0", "-1"])],
            Work::Map | Work::MapOfStrings | Work::Value => vec![wire(&["HGETALL", &self.hash])],
            Work::SmallMap | Work::Maps | Work::MapsOfStrings => each("HGETALL", &self.narrow_names),
            Work::Mixed => Vec::new(),
        }
    }
}

fn mget(names: &[String]) -> Vec<u8> {
    wire(&["MGET"].into_iter().chain(names.iter().map(String::as_str)).collect::<Vec<_>>())
}

fn wire(arguments: &[&str]) -> Vec<u8> {
    let mut wire = Vec::new();
    // A Vec has room for every command.
    let _ = Encoder::new(&mut wire).command(arguments);
    wire
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_of_a_kind_have_one_length() {
        let data = Data::new(false);
        for cell in super::super::cells::CELLS.iter() {
            let requests = data.requests(cell.work);
            assert!(requests.iter().all(|request| request.len() == requests[0].len()), "{}", cell.name);
            assert_eq!(requests.is_empty(), cell.work == Work::Mixed, "{}", cell.name);
        }
    }

    #[test]
    fn names_are_this_runs_own() {
        let (one, other) = (Data::new(true), Data::new(true));
        assert!(one.counter.starts_with("resp-bench:") && one.counter != other.counter);
        assert_eq!((one.mget(10), one.mget(13).0), (one.mget(0), 300));
    }

    #[test]
    fn values_are_as_long_as_wanted_and_differ() {
        for len in [1, 64, 100] {
            assert_eq!(value(3, len).len(), len);
        }
        assert_eq!(value(3, 10), "000003-000");
        assert_ne!(value(3, 64), value(4, 64));
    }
}
