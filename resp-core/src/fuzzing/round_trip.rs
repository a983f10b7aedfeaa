//! Writing and reading back.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use super::Choices;
use super::outcome::{encoded, limits};
use crate::decoder::{Decoder, Progress};
use crate::encoder::{Encoder, Output, SliceOutput};
use crate::error::EncodeError;
use crate::frame::Frame;
use crate::value::Value;

/// Takes the bytes as a stream, whose frames keep their value in canonical
/// form; and as choices of a value, which reads back as it was written.
///
/// # Panics
/// A value changes on the way, or is written in part where that is excluded.
pub fn round_trip(data: &[u8]) {
    let mut decoder = Decoder::with_limits(limits());
    let mut rest = data;
    while let Ok(Progress::Frame(frame)) = decoder.decode(rest) {
        let canonical = encoded(frame);
        // As text, since a NaN is unequal to itself.
        let value = format!("{:?}", frame.to_value());
        read_back(&canonical, |again| {
            assert_eq!(encoded(again), canonical, "the canonical form has another one");
            assert_eq!(format!("{:?}", again.to_value()), value, "the value is another one");
            fits_exactly(&canonical, |output| Encoder::new(output).frame(again));
        });
        rest = &rest[frame.byte_len()..];
    }
    let value = value(&mut Choices(data), MAX_DEPTH);
    let mut out = Vec::new();
    assert_eq!(put(&mut Encoder::new(&mut out), &value), Ok(()), "a value cannot be written");
    read_back(&out, |frame| {
        assert_eq!(frame.to_value(), value, "a value reads back as another one");
        assert_eq!(encoded(frame), out, "two ways to write a value");
    });
    fits_exactly(&out, |output| put(&mut Encoder::new(output), &value));
}

/// How far [`value`] nests.
const MAX_DEPTH: u8 = 6;

/// Hands the one frame that `wire` is to `check`.
fn read_back(wire: &[u8], check: impl FnOnce(Frame<'_>)) {
    let mut decoder = Decoder::new();
    match decoder.decode(wire) {
        Ok(Progress::Frame(frame)) => {
            assert_eq!(frame.byte_len(), wire.len(), "more was written than one value");
            check(frame);
        }
        other => panic!("{} reads back as {other:?}", wire.escape_ascii()),
    }
}

/// Writes into a slice of the exact size, and into one a byte shorter, which
/// then holds the beginning.
fn fits_exactly(wire: &[u8], write: impl Fn(&mut SliceOutput<'_>) -> Result<(), EncodeError>) {
    let mut room = vec![0; wire.len()];
    let mut output = SliceOutput::new(&mut room);
    assert_eq!(write(&mut output), Ok(()), "no room where there is enough");
    assert_eq!(output.written(), wire, "a slice takes other bytes");
    let (_, shorter) = room.split_last_mut().unwrap_or((&mut 0, &mut []));
    let len = shorter.len();
    let mut output = SliceOutput::new(shorter);
    match write(&mut output) {
        Err(EncodeError::OutputFull { needed }) => {
            assert!(output.written().len() + needed > len, "there was room");
            assert!(wire.starts_with(output.written()), "the beginning is another one");
        }
        other => panic!("{other:?} without room"),
    }
}

/// A value of the caller's choice that holds at most `depth` others in one
/// another.
fn value(choices: &mut Choices<'_>, depth: u8) -> Value {
    let kind = choices.byte();
    if depth > 0 && kind >= 0xc0 {
        let len = usize::from(choices.byte() % 5);
        let mut list = |len: usize| (0..len).map(|_| value(choices, depth - 1)).collect();
        return match kind % 4 {
            0 => Value::Array(list(len)),
            1 => Value::Set(list(len)),
            2 => Value::Push(list(len)),
            _ => Value::Map(list(2 * len)),
        };
    }
    match kind % 10 {
        0 => Value::Null,
        1 => Value::SimpleString(line(choices)),
        2 => Value::SimpleError(line(choices)),
        3 => Value::Integer(bits(choices).cast_signed()),
        4 => Value::BulkString(text(choices)),
        5 => Value::BulkError(text(choices)),
        6 => Value::Double(
            Some(f64::from_bits(bits(choices))).filter(|value| !value.is_nan()).unwrap_or_default(),
        ),
        7 => Value::Boolean(choices.byte() % 2 == 1),
        8 => Value::BigNumber(big_number(choices)),
        _ => {
            Value::Verbatim { format: [choices.byte(), choices.byte(), choices.byte()], text: text(choices) }
        }
    }
}

fn bits(choices: &mut Choices<'_>) -> u64 {
    choices.take(8).iter().fold(0, |bits, &byte| bits << 8 | u64::from(byte))
}

fn text(choices: &mut Choices<'_>) -> Box<[u8]> {
    let len = choices.byte();
    choices.take(len.into()).into()
}

fn line(choices: &mut Choices<'_>) -> Box<[u8]> {
    text(choices).iter().copied().filter(|byte| !b"\r\n".contains(byte)).collect()
}

fn big_number(choices: &mut Choices<'_>) -> Box<[u8]> {
    let sign: &[u8] = match choices.byte() % 3 {
        0 => b"",
        1 => b"-",
        _ => b"+",
    };
    let digits = text(choices);
    sign.iter().copied().chain([b'7']).chain(digits.iter().map(|byte| b'0' + byte % 10)).collect()
}

/// Writes a tree through the method for each type.
fn put<O: Output>(encoder: &mut Encoder<'_, O>, value: &Value) -> Result<(), EncodeError> {
    let (header, list) = match value {
        Value::Null => return encoder.null(),
        Value::SimpleString(text) => return encoder.simple_string(text),
        Value::SimpleError(text) => return encoder.simple_error(text),
        Value::Integer(value) => return encoder.integer(*value),
        Value::BulkString(payload) => return encoder.bulk_string(payload),
        Value::BulkError(payload) => return encoder.bulk_error(payload),
        Value::Double(value) => return encoder.double(*value),
        Value::Boolean(value) => return encoder.boolean(*value),
        Value::BigNumber(digits) => return encoder.big_number(digits),
        Value::Verbatim { format, text } => return encoder.verbatim(*format, text),
        Value::Array(list) => (encoder.array(list.len()), list),
        Value::Set(list) => (encoder.set(list.len()), list),
        Value::Push(list) => (encoder.push(list.len()), list),
        Value::Map(list) => (encoder.map(list.len() / 2), list),
    };
    header?;
    list.iter().try_for_each(|element| put(encoder, element))
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_a_fuzzer_starts_from() {
        for data in [
            &b""[..],
            b"*2\r\n$3\r\nfoo\r\n+\r\n,-nan\r\n(0012\r\n",
            b"|1\r\n+a\r\n_\r\n%?\r\n+k\r\n=?\r\n;3\r\ntxt\r\n;2\r\n:a\r\n;0\r\n.\r\n",
            b"\xc4\x04\x03\x80\x00\x00\x00\x00\x00\x00\x00\x04\x05hello\x08\x01\x03123\x07\x01",
            b"\xc7\x02\x06\x7f\xef\xff\xff\xff\xff\xff\xff\x09txt\x02ab\x01\x03a\rb\xc5\x00",
        ] {
            super::round_trip(data);
        }
    }
}
