//! The bytes to parse, and what must come out.

use super::tally::Tally;
use crate::random::Random;

/// Replies, or for `cmd-get-set` commands, as they lie on the wire one after
/// the other. The same bytes in every run.
#[derive(Debug)]
pub(super) struct Corpus {
    pub(super) name: &'static str,
    /// Whether a parser of RESP2 alone cannot read it.
    #[cfg_attr(not(feature = "peers"), expect(dead_code, reason = "ours reads both alike"))]
    pub(super) resp3: bool,
    pub(super) bytes: Vec<u8>,
    /// Where each reply ends, ascending; the last is the end of `bytes`.
    pub(super) ends: Vec<usize>,
    /// What a visit of all replies adds up to, from the values themselves.
    expected: Tally,
    /// The same without attributes, which some parsers leave out.
    without_attributes: Tally,
}

impl Corpus {
    /// Whether a visit found all there is.
    pub(super) fn accepts(&self, found: &Tally) -> bool {
        *found == self.expected || *found == self.without_attributes
    }

    /// What a visit of all replies adds up to.
    pub(super) const fn expected(&self) -> Tally {
        self.expected
    }

    /// Whether these are commands, as a server reads them.
    pub(super) fn holds_commands(&self) -> bool {
        self.name == "cmd-get-set"
    }

    /// How many replies there are.
    pub(super) fn reply_count(&self) -> usize {
        self.ends.len()
    }

    /// One array of short strings, of at least `len` bytes.
    pub(super) fn lone_array(len: usize) -> Self {
        let mut sizes = Random::new(len as u64);
        let mut lens = Vec::new();
        let mut total = 0;
        while total < len {
            lens.push(sizes.between(3, 64));
            total += lens.last().map_or(0, |len| len + "$12\r\n\r\n".len());
        }
        let mut writer = Writer::default();
        writer.array(lens.len());
        lens.into_iter().for_each(|len| writer.bulk(len));
        writer.end_reply();
        writer.finish("one array", false)
    }
}

/// A kind of corpus.
#[derive(Debug)]
pub(super) struct Recipe {
    pub(super) name: &'static str,
    /// What it is like, for people.
    pub(super) about: &'static str,
    resp3: bool,
    len: usize,
    write_reply: fn(&mut Writer),
}

const MIB: usize = 1 << 20;

/// All of them, in the order of the table.
pub(super) const RECIPES: [Recipe; 16] = [
    recipe("ok", "+OK", MIB, Writer::ok),
    recipe("int", "integers of 1 to 19 digits, both signs", MIB, Writer::wide_integer),
    recipe("get-small", "strings of 3 to 64 bytes", MIB, |writer| writer.bulk_between(3, 64)),
    recipe("get-1k", "strings of 1 KiB", MIB, |writer| writer.bulk(1 << 10)),
    recipe("get-64k", "strings of 64 KiB", 4 * MIB, |writer| writer.bulk(64 << 10)),
    recipe("get-1m", "strings of 1 MiB", 8 * MIB, |writer| writer.bulk(MIB)),
    recipe("nil-mix", "nulls, short strings, small integers", MIB, nil_mix),
    recipe("mget-100", "arrays of 100 strings of 3 to 64 bytes", MIB, mget),
    recipe("lrange-10k", "arrays of 10,000 strings of 3 to 20 bytes", MIB, lrange),
    resp3("hgetall-map", "maps of 8 to 24 pairs", hgetall),
    resp3("zrange-doubles", "arrays of 1 to 60 members with scores", zrange),
    recipe("xrange", "streams of 8 to 40 entries", MIB, xrange),
    resp3("push-mix", "pushes between replies, some with attributes", push_mix),
    recipe("cmd-get-set", "GET and SET as a server reads them", MIB, command),
    recipe("errors", "errors", MIB, error),
    recipe("deep", "arrays nested 8 to 32 deep", MIB, deep),
];

const fn recipe(name: &'static str, about: &'static str, len: usize, write_reply: fn(&mut Writer)) -> Recipe {
    Recipe { name, about, resp3: false, len, write_reply }
}

const fn resp3(name: &'static str, about: &'static str, write_reply: fn(&mut Writer)) -> Recipe {
    Recipe { name, about, resp3: true, len: MIB, write_reply }
}

impl Recipe {
    /// The corpus, of about a `part`th of its usual size.
    pub(super) fn corpus(&self, part: usize) -> Corpus {
        let mut writer = Writer::default();
        while writer.bytes.len() < self.len / part {
            (self.write_reply)(&mut writer);
            writer.end_reply();
        }
        writer.finish(self.name, self.resp3)
    }
}

fn nil_mix(writer: &mut Writer) {
    match writer.random.below(4) {
        0 | 1 => writer.null_bulk(),
        2 => {
            let value = writer.random.between(0, 999);
            writer.integer(value.cast_signed() as i64);
        }
        _ => writer.bulk_between(3, 20),
    }
}

fn mget(writer: &mut Writer) {
    writer.array(100);
    (0..100).for_each(|_| writer.bulk_between(3, 64));
}

fn lrange(writer: &mut Writer) {
    writer.array(10_000);
    (0..10_000).for_each(|_| writer.bulk_between(3, 20));
}

fn hgetall(writer: &mut Writer) {
    let pairs = writer.random.between(8, 24);
    writer.map(pairs);
    for _ in 0..pairs {
        writer.bulk_between(4, 16);
        writer.bulk_between(3, 32);
    }
}

fn zrange(writer: &mut Writer) {
    let members = writer.random.between(1, 60);
    writer.array(members);
    for _ in 0..members {
        writer.array(2);
        writer.bulk_between(4, 24);
        writer.score();
    }
}

fn xrange(writer: &mut Writer) {
    let entries = writer.random.between(8, 40);
    writer.array(entries);
    for _ in 0..entries {
        writer.array(2);
        let (time, sequence) = (writer.random.between(0, 999_999_999), writer.random.below(100));
        writer.bulk_of(format!("1700{time:09}-{sequence}").as_bytes());
        let fields = writer.random.between(1, 4);
        writer.array(2 * fields);
        for _ in 0..fields {
            writer.bulk_between(3, 12);
            writer.bulk_between(3, 32);
        }
    }
}

fn push_mix(writer: &mut Writer) {
    match writer.random.below(12) {
        0 | 1 => {
            writer.push(3);
            writer.bulk_of(b"message");
            writer.bulk_between(4, 16);
            writer.bulk_between(8, 64);
        }
        2 | 3 => {
            writer.push(2);
            writer.bulk_of(b"invalidate");
            writer.array(1);
            writer.bulk_between(4, 24);
        }
        4 | 5 => {
            writer.attribute(b"ttl", 3600);
            writer.bulk_between(3, 32);
        }
        6 => writer.ok(),
        7 => writer.wide_integer(),
        _ => writer.bulk_between(3, 32),
    }
}

fn command(writer: &mut Writer) {
    let set = writer.random.below(2) == 0;
    writer.array(if set { 3 } else { 2 });
    writer.bulk_of(if set { b"SET" } else { b"GET" });
    writer.bulk_between(8, 24);
    if set {
        writer.bulk_between(8, 64);
    }
}

fn error(writer: &mut Writer) {
    let number = writer.random.between(0, 16_383);
    match writer.random.below(3) {
        0 => writer.error("WRONGTYPE Operation against a key holding the wrong kind of value"),
        1 => writer.error(&format!("MOVED {number} 10.0.0.{}:6379", number % 250)),
        _ => writer.error(&format!("ERR unknown command 'cmd{number}', with args beginning with: ")),
    }
}

fn deep(writer: &mut Writer) {
    for _ in 0..writer.random.between(8, 32) {
        writer.array(2);
        writer.small_integer();
    }
    writer.small_integer();
}

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";

/// Writes values and keeps account of them. It has nothing in common with the
/// encoder and decoder that are compared.
#[derive(Debug, Default)]
struct Writer {
    random: Random,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    tally: Tally,
    without_attributes: Tally,
}

impl Writer {
    fn line(&mut self, text: &str) {
        self.bytes.extend_from_slice(text.as_bytes());
        self.bytes.extend_from_slice(b"\r\n");
    }

    /// Takes account of a value.
    fn count(&mut self, visit: impl Fn(&mut Tally)) {
        visit(&mut self.tally);
        visit(&mut self.without_attributes);
    }

    fn ok(&mut self) {
        self.line("+OK");
        self.count(|tally| tally.text(b"OK"));
    }

    fn error(&mut self, text: &str) {
        self.line(&format!("-{text}"));
        self.count(|tally| tally.error(text.as_bytes()));
    }

    fn integer(&mut self, value: i64) {
        self.line(&format!(":{value}"));
        self.count(|tally| tally.integer(value));
    }

    fn small_integer(&mut self) {
        let value = self.random.between(0, 9999);
        self.integer(value as i64);
    }

    /// Of 1 to 19 digits, each width as likely as another.
    fn wide_integer(&mut self) {
        let width = self.random.between(1, 19);
        let least = 10_i64.pow(u32::try_from(width - 1).unwrap_or_default());
        let span = if width == 19 { i64::MAX - least } else { least * 9 - 1 };
        let value = least + (self.random.next() % span.cast_unsigned()).cast_signed();
        let negative = self.random.below(2) == 0;
        self.integer(if negative { -value } else { value });
    }

    /// A score: whole, with two decimals, or with all digits of a double.
    fn score(&mut self) {
        let value = match self.random.below(10) {
            0..4 => self.random.between(0, 99_999) as f64,
            4..8 => self.random.between(0, 9_999_999) as f64 / 100.0,
            _ => self.random.next() as f64 / u64::MAX as f64,
        };
        self.line(&format!(",{value}"));
        self.count(|tally| tally.double(value));
    }

    fn null_bulk(&mut self) {
        self.line("$-1");
        self.count(Tally::null);
    }

    fn bulk_between(&mut self, least: usize, most: usize) {
        let len = self.random.between(least, most);
        self.bulk(len);
    }

    fn bulk(&mut self, len: usize) {
        let text: Vec<u8> = (0..len).map(|_| LETTERS[self.random.below(LETTERS.len())]).collect();
        self.bulk_of(&text);
    }

    fn bulk_of(&mut self, text: &[u8]) {
        self.line(&format!("${}", text.len()));
        self.bytes.extend_from_slice(text);
        self.line("");
        self.count(|tally| tally.text(text));
    }

    fn aggregate(&mut self, marker: char, len: usize) {
        self.line(&format!("{marker}{len}"));
        self.count(|tally| tally.aggregate(len));
    }

    fn array(&mut self, len: usize) {
        self.aggregate('*', len);
    }

    fn map(&mut self, pairs: usize) {
        self.aggregate('%', pairs);
    }

    fn push(&mut self, len: usize) {
        self.aggregate('>', len);
    }

    /// An attribute of one pair.
    fn attribute(&mut self, key: &[u8], value: i64) {
        let without = self.without_attributes;
        self.aggregate('|', 1);
        self.bulk_of(key);
        self.integer(value);
        self.without_attributes = without;
    }

    fn end_reply(&mut self) {
        self.ends.push(self.bytes.len());
    }

    fn finish(self, name: &'static str, resp3: bool) -> Corpus {
        Corpus {
            name,
            resp3,
            bytes: self.bytes,
            ends: self.ends,
            expected: self.tally,
            without_attributes: self.without_attributes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corpora_are_the_same_each_time_and_of_their_size() {
        for recipe in &RECIPES {
            let (one, other) = (recipe.corpus(16), recipe.corpus(16));
            assert_eq!((&one.bytes, &one.ends), (&other.bytes, &other.ends), "{}", recipe.name);
            assert_eq!(one.ends.last(), Some(&one.bytes.len()));
            assert!(one.bytes.len() >= recipe.len / 16, "{}", recipe.name);
        }
    }

    #[test]
    fn attributes_may_be_left_out() {
        let mut writer = Writer::default();
        writer.attribute(b"ttl", 5);
        writer.ok();
        writer.end_reply();
        let corpus = writer.finish("", true);
        assert_eq!(corpus.bytes, b"|1\r\n$3\r\nttl\r\n:5\r\n+OK\r\n");
        let mut found = Tally::default();
        found.text(b"OK");
        assert!(corpus.accepts(&found));
        found.aggregate(1);
        assert!(!corpus.accepts(&found));
        found.text(b"ttl");
        found.integer(5);
        assert!(corpus.accepts(&found));
    }

    #[test]
    fn integers_have_all_widths_and_both_signs() {
        let corpus = RECIPES[1].corpus(16);
        let text = String::from_utf8(corpus.bytes).unwrap();
        for width in 1..=19 {
            for sign in ["", "-"] {
                let found = text.lines().any(|line| {
                    let digits = line.strip_prefix(':').unwrap();
                    digits.len() == sign.len() + width && digits.starts_with('-') != sign.is_empty()
                });
                assert!(found, "{width} digits, sign '{sign}'");
            }
        }
    }
}
