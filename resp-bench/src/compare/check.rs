//! Whether a reply is what lies on the server.

use super::data::{Data, Pairs, Strings};
use super::work::Size;
use crate::clients::Text;
use crate::failure::Failure;
use std::collections::HashMap;

/// Bytes at either end of a large value that are always compared.
const ENDS: usize = 64;

impl Data {
    /// Checks the reply to a GET; of values of more than 1 KiB the ends, or
    /// with `whole` everything.
    pub(super) fn check_text<T: Text>(
        &self,
        size: Size,
        turn: usize,
        got: Option<&T>,
        whole: bool,
    ) -> Result<(), Failure> {
        check(self.strings(size), turn, got, whole)
    }

    /// Checks one of the values of 1 MiB by its ends.
    pub(super) fn check_huge<T: Text>(
        &self,
        turn: usize,
        got: Option<&T>,
        whole: bool,
    ) -> Result<(), Failure> {
        check(&self.huge, turn, got, whole)
    }

    /// Checks the replies to GETs of the first keys, or to an MGET of those from `first` on.
    pub(super) fn check_texts<T: Text>(
        &self,
        first: usize,
        count: usize,
        got: &[Option<T>],
    ) -> Result<(), Failure> {
        if got.len() != count {
            return Err(wrong("several GETs"));
        }
        let mut texts = got.iter().enumerate();
        texts.try_for_each(|(index, got)| self.check_text(Size::Small, first + index, got.as_ref(), true))
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

    /// Checks the length and one pair of a small hash, or all.
    pub(super) fn check_small_map<T: Text>(
        &self,
        turn: usize,
        got: &HashMap<T, T>,
        whole: bool,
    ) -> Result<(), Failure> {
        let expected = &self.narrow[turn % self.narrow.len()];
        if same_pairs(expected, got, whole) { Ok(()) } else { Err(wrong("HGETALL")) }
    }
}

/// Compares a text with the value of its turn.
fn check<T: Text>(strings: &Strings, turn: usize, got: Option<&T>, whole: bool) -> Result<(), Failure> {
    let expected = strings.value(turn).as_bytes();
    let got = got.ok_or_else(|| wrong("GET"))?.bytes();
    let ends = |text: &[u8]| (text.first_chunk::<ENDS>().copied(), text.last_chunk::<ENDS>().copied());
    let equal = if whole || expected.len() <= Size::Middle.bytes() {
        got == expected
    } else {
        got.len() == expected.len() && ends(got) == ends(expected)
    };
    if equal { Ok(()) } else { Err(wrong("GET")) }
}

/// Checks that a counter has risen since this task last saw it.
pub(super) fn check_risen(last: &mut i64, got: i64) -> Result<(), Failure> {
    let risen = got > *last;
    *last = got;
    if risen { Ok(()) } else { Err(wrong("INCR")) }
}

/// Checks that HSET found the field.
pub(super) fn check_hset(new: u64) -> Result<(), Failure> {
    if new == 0 { Ok(()) } else { Err(wrong("HSET")) }
}

/// Checks that LPUSH left a list of something.
pub(super) fn check_lpush(len: u64) -> Result<(), Failure> {
    if len > 0 { Ok(()) } else { Err(wrong("LPUSH")) }
}

fn same_pairs<T: Text>(expected: &Pairs, got: &HashMap<T, T>, whole: bool) -> bool {
    let count = if whole { got.len() } else { 1 };
    got.len() == expected.len()
        && got.iter().take(count).all(|(field, value)| {
            expected.get(field.bytes()).is_some_and(|expected| expected == value.bytes())
        })
}

fn wrong(command: &str) -> Failure {
    Failure::new(format!("wrong answer to {command}"))
}

#[cfg(test)]
mod tests {
    use super::super::data::{field, value};
    use super::*;

    #[test]
    fn what_is_missing_or_changed_is_noticed() {
        let data = Data::new(false);
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

        let large = value(3, Size::Large.bytes());
        assert_eq!(data.check_text(Size::Large, 67, Some(&large), false), Ok(()));
        assert!(data.check_text(Size::Large, 68, Some(&large), false).is_err());
        assert!(data.check_text::<String>(Size::Small, 0, None, true).is_err());
        let texts = [Some(value(7, 64)), Some(value(8, 64))];
        assert_eq!(data.check_texts(7, 2, &texts), Ok(()));
        assert!(data.check_texts(7, 3, &texts).is_err() && data.check_texts(8, 2, &texts).is_err());
    }

    #[test]
    fn counters_rise() {
        let mut last = 0;
        assert_eq!(check_risen(&mut last, 7), Ok(()));
        assert!(check_risen(&mut last, 7).is_err());
        assert!(check_hset(1).is_err() && check_lpush(0).is_err());
    }
}
