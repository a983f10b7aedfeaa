//! What lies on the server, and whether a reply is what lies there.

use crate::clients::Text;
use crate::failure::Failure;
use resp_core::Encoder;
use resp_net::{Connection, cmd};
use std::collections::HashMap;

use super::cell::Work;

/// The keys of all cells with their values.
#[derive(Debug)]
pub(super) struct Data {
    small: Strings,
    large: Strings,
    elements: Vec<String>,
    wide: Pairs,
    /// Names and fields of small hashes.
    narrow_names: Vec<String>,
    narrow: Vec<Pairs>,
}

/// Keys of strings, and their values.
#[derive(Debug)]
struct Strings {
    names: Vec<String>,
    values: Vec<String>,
}

/// The fields of a hash.
type Pairs = HashMap<Vec<u8>, Vec<u8>>;

/// Keys of small strings and of small hashes, as many as a pipeline has commands.
const KEYS: usize = 1000;
const VALUE: usize = 64;
const LARGE_KEYS: usize = 64;
const LARGE_VALUE: usize = 64 << 10;
const ELEMENTS: usize = 10_000;
const WIDE_FIELDS: usize = 1000;
const NARROW_FIELDS: usize = 10;

pub(super) const LIST: &str = "list";
pub(super) const HASH: &str = "hash";

/// Bytes at either end of a large value that are always compared.
const ENDS: usize = 64;

impl Strings {
    fn new(prefix: &str, count: usize, len: usize) -> Self {
        let name = |index| format!("{prefix}:{index:04}");
        Self {
            names: (0..count).map(name).collect(),
            values: (0..count).map(|index| value(index, len)).collect(),
        }
    }
}

/// A text that no other index has.
fn value(index: usize, len: usize) -> String {
    format!("{index:06}-").chars().cycle().take(len).collect()
}

fn field(index: usize) -> String {
    format!("field:{index:04}")
}

fn pairs(first: usize, count: usize) -> Pairs {
    (0..count).map(|index| (field(index).into_bytes(), value(first + index, VALUE).into_bytes())).collect()
}

impl Data {
    pub(super) fn new() -> Self {
        Self {
            small: Strings::new("get", KEYS, VALUE),
            large: Strings::new("large", LARGE_KEYS, LARGE_VALUE),
            elements: (0..ELEMENTS).map(|index| value(index, VALUE)).collect(),
            wide: pairs(0, WIDE_FIELDS),
            narrow_names: (0..KEYS).map(|index| format!("hash:{index:04}")).collect(),
            narrow: (0..KEYS).map(|index| pairs(index * NARROW_FIELDS, NARROW_FIELDS)).collect(),
        }
    }

    /// Writes all of it.
    pub(super) async fn write(&self, connection: &mut Connection) -> Result<(), Failure> {
        for strings in [&self.small, &self.large] {
            for (name, value) in strings.names.iter().zip(&strings.values) {
                connection.send(cmd::set(name, value)).await?;
            }
        }
        connection.send(cmd::raw("RPUSH").arg(LIST).args(&self.elements).returning::<i64>()).await?;
        let narrow = self.narrow_names.iter().map(String::as_str).zip(&self.narrow);
        for (name, pairs) in narrow.chain([(HASH, &self.wide)]) {
            let fields = pairs.iter().fold(cmd::raw("HSET").arg(name), |command, (field, value)| {
                command.arg(&field[..]).arg(&value[..])
            });
            connection.send(fields.returning::<i64>()).await?;
        }
        Ok(())
    }

    /// The name of a key for GET, and whether its value is large.
    fn strings(&self, work: Work) -> &Strings {
        if work == Work::GetLarge { &self.large } else { &self.small }
    }

    /// The key of a GET, counted round and round.
    pub(super) fn name(&self, work: Work, turn: usize) -> &str {
        let names = &self.strings(work).names;
        &names[turn % names.len()]
    }

    /// The keys of a pipeline.
    pub(super) fn names(&self, work: Work) -> &[String] {
        if work == Work::Gets { &self.small.names } else { &self.narrow_names }
    }

    /// Commands of the work as the wire carries them, each once.
    pub(super) fn requests(&self, work: Work) -> Vec<Vec<u8>> {
        let each = |command: &str, names: &[String]| {
            names.iter().map(|name| wire(&[command, name])).collect::<Vec<_>>()
        };
        match work {
            Work::Get | Work::Gets | Work::GetLarge => each("GET", &self.strings(work).names),
            Work::List => vec![wire(&["LRANGE", LIST, "0", "-1"])],
            Work::Map | Work::MapOfStrings | Work::Value => vec![wire(&["HGETALL", HASH])],
            Work::Maps | Work::MapsOfStrings => each("HGETALL", &self.narrow_names),
        }
    }

    /// Checks the reply to a GET; of large values the ends, or with `whole` everything.
    pub(super) fn check_text<T: Text>(
        &self,
        work: Work,
        turn: usize,
        got: Option<&T>,
        whole: bool,
    ) -> Result<(), Failure> {
        let values = &self.strings(work).values;
        let expected = values[turn % values.len()].as_bytes();
        let got = got.ok_or_else(|| wrong("GET"))?.bytes();
        let equal = if whole || work != Work::GetLarge {
            got == expected
        } else {
            let ends =
                |text: &[u8]| (text.first_chunk::<ENDS>().copied(), text.last_chunk::<ENDS>().copied());
            got.len() == expected.len() && ends(got) == ends(expected)
        };
        if equal { Ok(()) } else { Err(wrong("GET")) }
    }

    /// Checks the replies to a pipeline of GETs.
    pub(super) fn check_texts<T: Text>(&self, got: &[Option<T>]) -> Result<(), Failure> {
        if got.len() != self.small.names.len() {
            return Err(wrong("a pipeline of GET"));
        }
        got.iter()
            .enumerate()
            .try_for_each(|(index, got)| self.check_text(Work::Gets, index, got.as_ref(), true))
    }

    /// Checks the length and one element of a list, or all.
    pub(super) fn check_list<T: Text>(&self, turn: usize, got: &[T], whole: bool) -> Result<(), Failure> {
        let index = turn % self.elements.len();
        let same = |(got, expected): (&T, &String)| got.bytes() == expected.as_bytes();
        let equal = got.len() == self.elements.len()
            && if whole {
                got.iter().zip(&self.elements).all(same)
            } else {
                same((&got[index], &self.elements[index]))
            };
        if equal { Ok(()) } else { Err(wrong("LRANGE")) }
    }

    /// Checks the length and one pair of the large hash, or all.
    pub(super) fn check_map<T: Text>(&self, got: &HashMap<T, T>, whole: bool) -> Result<(), Failure> {
        if same_pairs(&self.wide, got, whole) { Ok(()) } else { Err(wrong("HGETALL")) }
    }

    /// Checks the same of a reply that is no map: how many pairs, and one of them.
    pub(super) fn check_pair(&self, got: Option<(usize, &[u8], &[u8])>) -> Result<(), Failure> {
        match got {
            Some((count, field, value))
                if count == self.wide.len() && self.wide.get(field).is_some_and(|own| own == value) =>
            {
                Ok(())
            }
            _ => Err(wrong("HGETALL")),
        }
    }

    /// Checks the lengths of all replies to a pipeline of HGETALLs, and one
    /// pair of one of them, or everything.
    pub(super) fn check_maps<T: Text>(
        &self,
        turn: usize,
        got: &[HashMap<T, T>],
        whole: bool,
    ) -> Result<(), Failure> {
        let both = || self.narrow.iter().zip(got);
        let equal = got.len() == self.narrow.len()
            && if whole {
                both().all(|(expected, got)| same_pairs(expected, got, true))
            } else {
                let index = turn % got.len();
                both().all(|(expected, got)| got.len() == expected.len())
                    && same_pairs(&self.narrow[index], &got[index], false)
            };
        if equal { Ok(()) } else { Err(wrong("a pipeline of HGETALL")) }
    }
}

fn same_pairs<T: Text>(expected: &Pairs, got: &HashMap<T, T>, whole: bool) -> bool {
    let count = if whole { got.len() } else { 1 };
    got.len() == expected.len()
        && got.iter().take(count).all(|(field, value)| {
            expected.get(field.bytes()).is_some_and(|expected| expected == value.bytes())
        })
}

fn wire(arguments: &[&str]) -> Vec<u8> {
    let mut wire = Vec::new();
    // A Vec has room for every command.
    let _ = Encoder::new(&mut wire).command(arguments);
    wire
}

fn wrong(command: &str) -> Failure {
    Failure::new(format!("wrong answer to {command}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_changed_is_noticed() {
        let data = Data::new();
        let mut list: Vec<_> = data.elements.clone();
        assert_eq!(data.check_list(10_001, &list, true), Ok(()));
        list[1].push('x');
        assert!(data.check_list(1, &list, false).is_err() && data.check_list(2, &list, true).is_err());
        assert_eq!(data.check_list(2, &list, false), Ok(()));
        list.pop();
        assert!(data.check_list(2, &list, false).is_err());

        let mut map = data.wide.clone();
        assert_eq!(data.check_map(&map, true), Ok(()));
        map.insert(field(7).into_bytes(), b"other".to_vec());
        assert!(data.check_map(&map, true).is_err());
        assert_eq!(data.check_pair(Some((1000, field(3).as_bytes(), value(3, 64).as_bytes()))), Ok(()));
        assert!(data.check_pair(Some((999, field(3).as_bytes(), value(3, 64).as_bytes()))).is_err());

        let mut maps = data.narrow.clone();
        assert_eq!(data.check_maps(1, &maps, true), Ok(()));
        maps[1].values_mut().for_each(|value| value.push(b'x'));
        assert!(data.check_maps(1, &maps, false).is_err() && data.check_maps(2, &maps, true).is_err());
        maps[3].clear();
        assert!(data.check_maps(2, &maps, false).is_err());

        let large = value(3, LARGE_VALUE);
        assert_eq!(data.check_text(Work::GetLarge, 67, Some(&large), false), Ok(()));
        assert!(data.check_text(Work::GetLarge, 68, Some(&large), false).is_err());
        assert!(data.check_text::<String>(Work::Get, 0, None, true).is_err());
    }

    #[test]
    fn commands_of_a_kind_have_one_length() {
        let data = Data::new();
        for work in [Work::Get, Work::GetLarge, Work::Gets, Work::Maps] {
            let requests = data.requests(work);
            assert!(requests.iter().all(|request| request.len() == requests[0].len()), "{work:?}");
        }
    }
}
