//! Which arguments of a command are keys.

use core::fmt;
use core::ops::Range;

use super::table::{Begin, Find, KeySpec};
use super::wire::split_first;
use super::{Command, Wire};
use crate::slot::key_slot;

/// The keys of a command in their order; see [`Wire::keys`].
#[derive(Clone)]
pub struct Keys<'a> {
    wire: &'a Wire,
    specs: core::slice::Iter<'a, KeySpec>,
    words: core::iter::StepBy<Range<usize>>,
    /// The arguments from the one that is word `at` on: the next key is not
    /// looked for from the start again.
    rest: &'a [u8],
    at: usize,
}

impl Wire {
    /// The keys among the arguments, as the table says where they stand; none
    /// of a command that is not in it.
    ///
    /// ```
    /// use resp_core::cmd;
    ///
    /// let command = cmd::raw("MSET").args(["a", "1", "b", "2"]).returning::<()>();
    /// assert!(command.wire().keys().eq([b"a", b"b"]));
    /// ```
    #[must_use]
    pub fn keys(&self) -> Keys<'_> {
        let specs = self.meta().key_specs().iter();
        Keys { wire: self, specs, words: (0..0).step_by(1), rest: &[], at: usize::MAX }
    }

    /// Words of the name and arguments.
    fn words(&self) -> usize {
        self.meta().word_count() + self.arg_count()
    }

    /// A word counted from the command's name, unless it is one of the name.
    fn word(&self, index: usize) -> Option<&[u8]> {
        self.args().nth(index.checked_sub(self.meta().word_count())?)
    }

    /// The words that are keys by this specification, and the distance between them.
    fn find(&self, spec: &KeySpec) -> Option<(Range<usize>, usize)> {
        let count = self.words();
        let start = match spec.begin {
            Begin::Index(index) => usize::from(index),
            Begin::Word { word, from } => self.after_word(word, from)?,
        };
        let (range, step) = match spec.find {
            Find::Range { last, step, limit } => {
                let end = match usize::try_from(last) {
                    Ok(last) => start + last + 1,
                    Err(_) if limit > 1 => start + count.checked_sub(start)? / usize::from(limit),
                    Err(_) => (count + 1).checked_sub(usize::from(last.unsigned_abs()))?,
                };
                (start..end, step)
            }
            Find::Count { at, first, step } => {
                let keys = crate::number::parse_i64(self.word(start + usize::from(at))?)?;
                let keys = usize::try_from(keys).ok()?.min(count);
                let first = start + usize::from(first);
                (first..first + keys * usize::from(step), step)
            }
        };
        Some((range.start..range.end.min(count), usize::from(step).max(1)))
    }

    /// The word after an option.
    fn after_word(&self, word: &str, from: i8) -> Option<usize> {
        let is_it =
            |index: &usize| self.word(*index).is_some_and(|w| w.eq_ignore_ascii_case(word.as_bytes()));
        let count = self.words();
        let distance = usize::from(from.unsigned_abs());
        let found = if from < 0 {
            (1..=count.checked_sub(distance)?).rev().find(is_it)
        } else {
            (distance..count).find(is_it)
        };
        found.map(|index| index + 1)
    }
}

impl<'a> Keys<'a> {
    /// A word, which mostly comes after the one that was asked for before.
    fn word(&mut self, index: usize) -> Option<&'a [u8]> {
        if index < self.at {
            (self.rest, self.at) = (self.wire.encoded_args(), self.wire.meta().word_count());
        }
        for _ in 0..index.checked_sub(self.at)? {
            self.skip()?;
        }
        self.skip()
    }

    fn skip(&mut self) -> Option<&'a [u8]> {
        let (word, rest) = split_first(self.rest)?;
        (self.rest, self.at) = (rest, self.at + 1);
        Some(word)
    }
}

impl<'a> Iterator for Keys<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        loop {
            if let Some(index) = self.words.next() {
                match self.word(index) {
                    // In the place of the one key, MIGRATE of several has an empty word.
                    Some([]) if self.wire.meta().name() == "MIGRATE" => continue,
                    word => return word,
                }
            }
            if let Some((range, step)) = self.wire.find(self.specs.next()?) {
                self.words = range.step_by(step);
            }
        }
    }
}

/// Shows whose keys they are; never a key.
impl fmt::Debug for Keys<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys of {:?}", self.wire)
    }
}

impl<R, K, X> Command<R, K, X> {
    /// The cluster slot of the command's first key; `None` if it has none that
    /// is known.
    ///
    /// ```
    /// use resp_core::{cmd, key_slot};
    ///
    /// let command = cmd::raw("GET").arg("user:1").returning::<String>();
    /// assert_eq!(command.slot(), Some(key_slot(b"user:1")));
    /// ```
    #[must_use]
    pub fn slot(&self) -> Option<u16> {
        self.wire().keys().next().map(key_slot)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use alloc::vec::Vec;

    fn keys(words: &str) -> String {
        let mut words = words.split(' ');
        let mut wire = Wire::named(words.next().unwrap().as_bytes());
        words.for_each(|word| wire.push(word.as_bytes()));
        let wire = wire.refined();
        let keys: Vec<&[u8]> = wire.keys().collect();
        String::from_utf8(keys.join(&b' ')).unwrap()
    }

    #[test]
    fn many_keys_are_each_looked_at_once() {
        let mut wire = Wire::named(b"MSET");
        (0..200_000_u32).for_each(|index| wire.push(&index.to_be_bytes()));
        // From the start for each of them this would take minutes.
        assert!(wire.keys().eq((0..200_000_u32).step_by(2).map(u32::to_be_bytes)));
        assert_eq!(alloc::format!("{:?}", wire.keys()), "Keys of MSET with 200000 arguments");
    }

    #[test]
    fn where_keys_stand() {
        for (words, expected) in [
            ("GET a", "a"),
            ("MSET a 1 b 2", "a b"),
            ("DEL a b c", "a b c"),
            ("BLPOP a b 0", "a b"),
            ("ZUNIONSTORE to 2 a b WEIGHTS 1 2", "to a b"),
            ("EVAL script 2 a b c", "a b"),
            ("EVAL script 0 c", ""),
            ("EVAL script x c", ""),
            ("EVAL script -1 c", ""),
            ("EVAL script 99 a b", "a b"),
            ("XREAD COUNT 1 streams a b 0 0", "a b"),
            ("XREAD COUNT 1", ""),
            ("XGROUP CREATE s g $", "s"),
            ("OBJECT ENCODING a", "a"),
            ("MIGRATE host 6379 key 0 100", "key"),
            ("MIGRATE host 6379  0 100 KEYS a b", "a b"),
            ("PING", ""),
            ("NOSUCH a b", ""),
            ("GET", ""),
        ] {
            assert_eq!(keys(words), expected, "{words}");
        }
    }
}
