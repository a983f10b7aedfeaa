//! Commands to encode, and what encodes them.

use super::measure::{self, Figures};
use super::stopwatch::{Measures, Stopwatch};
use serde::Serialize;

/// Commands to write one after the other: `SET` of a key of 16 bytes.
#[derive(Debug)]
pub(super) struct Commands {
    pub(super) name: &'static str,
    /// What they are like, for people.
    pub(super) about: &'static str,
    /// Keys and values.
    pub(super) sets: Vec<(Vec<u8>, Vec<u8>)>,
    /// What must be written.
    expected: Vec<u8>,
}

/// An encoder, ours or another.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Encoder {
    #[serde(rename = "encoder")]
    pub(super) name: &'static str,
    #[serde(skip)]
    pub(super) start: for<'c> fn(&'c Commands) -> Write<'c>,
}

/// Writes all commands once, on the clock, into a buffer that is kept, and
/// hands what was written to the second argument, in one or more parts.
pub(super) type Write<'c> = Box<dyn FnMut(&mut Stopwatch, &mut dyn FnMut(&[u8])) + 'c>;

/// An encoder's figures; none if it wrote something else.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    #[serde(flatten)]
    pub(super) encoder: Encoder,
    pub(super) figures: Option<Figures>,
}

impl Commands {
    /// Many small ones.
    pub(super) fn small() -> Self {
        Self::new("encode-64", "SET of 16-byte keys and 64-byte values", 8192, 64)
    }

    /// A few large ones.
    pub(super) fn large() -> Self {
        Self::new("encode-64k", "SET of 16-byte keys and 64 KiB values", 64, 64 << 10)
    }

    fn new(name: &'static str, about: &'static str, count: usize, value_len: usize) -> Self {
        let mut expected = Vec::new();
        let set = |index: usize| {
            let key = format!("key:{index:012}").into_bytes();
            let value: Vec<u8> = (b'a'..=b'z').cycle().skip(index % 26).take(value_len).collect();
            expected.extend(format!("*3\r\n$3\r\nSET\r\n$16\r\nkey:{index:012}\r\n${value_len}\r\n").bytes());
            expected.extend(&value);
            expected.extend(b"\r\n");
            (key, value)
        };
        let sets = (0..count).map(set).collect();
        Self { name, about, sets, expected }
    }

    /// How many bytes there are to write.
    pub(super) const fn encoded_len(&self) -> usize {
        self.expected.len()
    }
}

/// Checks what each encoder writes, and times those that are right for
/// `seconds` each.
pub(super) fn rows(commands: &Commands, encoders: &[Encoder], seconds: f64) -> Vec<Row> {
    let mut checked: Vec<_> = encoders.iter().map(|encoder| check(*encoder, commands)).collect();
    let passes = checked
        .iter_mut()
        .filter_map(Option::as_mut)
        .map(|write| |stopwatch: &mut Stopwatch| write(stopwatch, &mut |_| {}));
    let mut figures =
        measure::in_turns(passes, seconds, commands.sets.len(), commands.encoded_len()).into_iter();
    let mut figures_of = |write: Option<Write<'_>>| write.and_then(|_| figures.next());
    let rows = encoders.iter().zip(checked);
    rows.map(|(encoder, write)| Row { encoder: *encoder, figures: figures_of(write) }).collect()
}

/// The encoder's pass, if it writes what it should.
fn check(encoder: Encoder, commands: &Commands) -> Option<Write<'_>> {
    let mut write = (encoder.start)(commands);
    for _ in 0..2 {
        let mut written = Vec::new();
        write(&mut Stopwatch::new(Measures::Nothing), &mut |part| written.extend_from_slice(part));
        if written != commands.expected {
            return None;
        }
    }
    Some(write)
}

/// What a program without any library would do: copies of prepared slices
/// into room that is reserved. No encoder can be much faster.
pub(super) const BY_HAND: Encoder = Encoder { name: "by-hand", start: start_by_hand };

const HEAD: &[u8] = b"*3\r\n$3\r\nSET\r\n$16\r\n";

fn start_by_hand(commands: &Commands) -> Write<'_> {
    let mut out: Vec<u8> = Vec::new();
    let value_len = commands.sets.first().map_or(0, |(_, value)| value.len());
    let middle = format!("\r\n${value_len}\r\n");
    Box::new(move |stopwatch, see| {
        out.clear();
        stopwatch.time(|| {
            for (key, value) in &commands.sets {
                out.reserve(HEAD.len() + key.len() + middle.len() + value.len() + 2);
                out.extend_from_slice(HEAD);
                out.extend_from_slice(key);
                out.extend_from_slice(middle.as_bytes());
                out.extend_from_slice(value);
                out.extend_from_slice(b"\r\n");
            }
        });
        see(&out);
    })
}

#[cfg(test)]
mod tests {
    use super::super::ours;
    use super::*;

    #[test]
    fn ours_and_by_hand_write_what_they_should() {
        for commands in [Commands::small(), Commands::large()] {
            for encoder in ours::ENCODERS.into_iter().chain([BY_HAND]) {
                assert!(check(encoder, &commands).is_some(), "{} {}", encoder.name, commands.name);
            }
        }
    }

    #[test]
    fn a_wrong_encoder_is_found_out() {
        let silent = Encoder { name: "", start: |_| Box::new(|_, _| {}) };
        assert!(rows(&Commands::small(), &[silent], 0.01)[0].figures.is_none());
    }
}
