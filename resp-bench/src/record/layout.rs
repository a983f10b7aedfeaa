//! How a record stands in its file: a figure a line, so that two files can be
//! compared by eye and by `git diff`, without a line for each number.

use super::Record;
use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;
use std::io::{self, Write};

/// Digits of a measured value that are kept: more than any measurement has.
const DIGITS: usize = 6;
/// Objects within so many others take one line.
const INLINE: usize = 4;

/// The record as JSON, with a line break at its end.
///
/// # Errors
/// A value cannot be written as JSON.
pub(super) fn text(record: &Record) -> serde_json::Result<Vec<u8>> {
    let mut text = Vec::new();
    record.serialize(&mut serde_json::Serializer::with_formatter(&mut text, Lines::default()))?;
    text.push(b'\n');
    Ok(text)
}

/// For `serialize_with`: a value with [`DIGITS`] digits.
pub(super) fn value<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    rounded(*value).serialize(serializer)
}

/// The same for many.
pub(super) fn values<S: Serializer>(values: &[f64], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().copied().map(rounded))
}

/// The same for quantiles, which are exact, with their values.
pub(super) fn quantiles<S: Serializer>(values: &[(f64, f64)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(|(quantile, value)| (quantile, rounded(*value))))
}

fn rounded(value: f64) -> f64 {
    format!("{value:.*e}", DIGITS - 1).parse().unwrap_or(value)
}

/// Objects have a line for each member, arrays none of their own.
#[derive(Debug, Default)]
struct Lines {
    depth: usize,
}

impl Lines {
    fn line(&self, writer: &mut (impl Write + ?Sized)) -> io::Result<()> {
        if self.depth > INLINE {
            return Ok(());
        }
        writeln!(writer)?;
        (0..self.depth).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Lines {
    fn begin_array_value<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b", ") }
    }

    fn begin_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        let inline = self.depth > INLINE;
        self.depth -= 1;
        if !inline {
            self.line(writer)?;
        }
        writer.write_all(b"}")
    }

    fn begin_object_key<W: Write + ?Sized>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        if !first {
            writer.write_all(if self.depth > INLINE { b", " } else { b"," })?;
        }
        self.line(writer)
    }

    fn begin_object_value<W: Write + ?Sized>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let record = sample::record();
        let text = text(&record).unwrap();
        assert_eq!(serde_json::from_slice::<Record>(&text).unwrap(), record);
        let text = String::from_utf8(text).unwrap();
        let figure = text.lines().find(|line| line.contains("\"ops_per_second\": {")).unwrap();
        assert!(figure.starts_with("        \"") && figure.contains("\"median\": "), "{figure}");
    }

    #[test]
    fn values_keep_six_digits() {
        for (value, expected) in [(1.0 / 3.0, 0.333333), (1_234_567.8, 1_234_570.0), (0.0, 0.0), (64.0, 64.0)]
        {
            assert_eq!(rounded(value), expected);
        }
    }
}
