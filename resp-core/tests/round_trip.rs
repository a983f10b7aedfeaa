//! Properties of writing and reading back.
#![cfg(feature = "bytes")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails, also in a helper")]

mod feeding;

use bytes::BytesMut;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use resp_core::{
    Decoder, EncodeError, Encoder, Frame, Kind, Limits, Output, Progress, Reply, SliceOutput, Value,
};

/// Writes a tree through the encoder's methods for each type.
fn put<O: Output>(encoder: &mut Encoder<'_, O>, value: &Value) -> Result<(), EncodeError> {
    match value {
        Value::Null => encoder.null(),
        Value::SimpleString(text) => encoder.simple_string(text),
        Value::SimpleError(text) => encoder.simple_error(text),
        Value::Integer(value) => encoder.integer(*value),
        Value::BulkString(payload) => encoder.bulk_string(payload),
        Value::BulkError(payload) => encoder.bulk_error(payload),
        Value::Double(value) => encoder.double(*value),
        Value::Boolean(value) => encoder.boolean(*value),
        Value::BigNumber(digits) => encoder.big_number(digits),
        Value::Verbatim { format, text } => encoder.verbatim(*format, text),
        Value::Array(list) | Value::Set(list) | Value::Push(list) | Value::Map(list) => {
            match value {
                Value::Set(_) => encoder.set(list.len()),
                Value::Push(_) => encoder.push(list.len()),
                Value::Map(_) => encoder.map(list.len() / 2),
                _ => encoder.array(list.len()),
            }?;
            list.iter().try_for_each(|element| put(encoder, element))
        }
    }
}

fn encode(value: &Value) -> Vec<u8> {
    let mut out = Vec::new();
    put(&mut Encoder::new(&mut out), value).unwrap();
    out
}

fn encode_frame(frame: Frame<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    Encoder::new(&mut out).frame(frame).unwrap();
    out
}

fn with_frame<R>(input: &[u8], read: impl FnOnce(Frame<'_>) -> R) -> R {
    let mut decoder = Decoder::new();
    match decoder.decode(input).unwrap() {
        Progress::Frame(frame) => {
            assert_eq!(frame.byte_len(), input.len());
            read(frame)
        }
        Progress::NeedMore { .. } => panic!("{} is not whole", input.escape_ascii()),
    }
}

fn reply(input: &[u8]) -> Reply {
    let mut buffer = BytesMut::from(input);
    let reply = Decoder::new().decode_reply(&mut buffer).unwrap().unwrap();
    assert!(buffer.is_empty());
    reply
}

fn line() -> impl Strategy<Value = Box<[u8]>> {
    let byte = any::<u8>().prop_filter("ends a line", |byte| !b"\r\n".contains(byte));
    vec(byte, 0..40).prop_map(Vec::into_boxed_slice)
}

fn payload() -> impl Strategy<Value = Box<[u8]>> {
    let lengths = prop_oneof![0_usize..30, Just(22_usize), Just(23), 95..105_usize, 990..1010_usize];
    lengths.prop_flat_map(|len| vec(any::<u8>(), len)).prop_map(Vec::into_boxed_slice)
}

const FORMATS: &[[u8; 3]] = &[*b"txt", *b"mkd", *b"\x00\xff:"];

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        line().prop_map(Value::SimpleString),
        line().prop_map(Value::SimpleError),
        any::<i64>().prop_map(Value::Integer),
        payload().prop_map(Value::BulkString),
        payload().prop_map(Value::BulkError),
        // Any bits but those of a NaN, which is unequal to itself.
        any::<u64>().prop_map(f64::from_bits).prop_filter("NaN", |v| !v.is_nan()).prop_map(Value::Double),
        (-1e6..1e6).prop_map(Value::Double),
        any::<i32>().prop_map(|value| Value::Double(value.into())),
        any::<bool>().prop_map(Value::Boolean),
        "-?[0-9]{1,60}".prop_map(|digits| Value::BigNumber(digits.into_bytes().into())),
        (select(FORMATS), payload()).prop_map(|(format, text)| Value::Verbatim { format, text }),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(8, 60, 8, |inner| {
        let list = || vec(inner.clone(), 0..8);
        prop_oneof![
            list().prop_map(|list| Value::Array(list.into_iter().collect())),
            list().prop_map(|list| Value::Set(list.into_iter().collect())),
            list().prop_map(|list| Value::Push(list.into_iter().collect())),
            vec((inner.clone(), inner.clone()), 0..5).prop_map(|pairs| {
                Value::Map(pairs.into_iter().flat_map(|(key, value)| [key, value]).collect())
            }),
        ]
    })
}

/// A canonical frame with attributes here and there.
fn canonical() -> impl Strategy<Value = Vec<u8>> {
    let scalar = scalar().prop_map(|value| encode(&value));
    scalar.prop_recursive(5, 40, 6, |inner| {
        let aggregates =
            (select(&["*", "~", ">"][..]), vec(inner.clone(), 0..6)).prop_map(|(marker, list)| {
                format!("{marker}{}\r\n", list.len()).into_bytes().into_iter().chain(list.concat()).collect()
            });
        let pairs = (select(&["%", "|"][..]), vec((inner.clone(), inner.clone()), 0..4), inner).prop_map(
            |(marker, pairs, value)| {
                let mut wire = format!("{marker}{}\r\n", pairs.len()).into_bytes();
                pairs.into_iter().for_each(|(key, value)| wire.extend([key, value].concat()));
                // What an attribute is about.
                wire.extend(if marker == "|" { value } else { Vec::new() });
                wire
            },
        );
        prop_oneof![aggregates, pairs]
    })
}

/// The lengths of a stream after each whole token.
fn token_ends(wire: &[u8]) -> Vec<usize> {
    let mut tokenizer = resp_core::Tokenizer::new();
    let (mut at, mut ends) = (0, vec![0]);
    while let resp_core::Step::Token(token, used) = tokenizer.next(&wire[at..]).unwrap() {
        at += used;
        match token {
            resp_core::Token::Bulk { .. } => {}
            _ => ends.push(at),
        }
    }
    ends
}

/// At least `cases`, more if the environment asks for more (`PROPTEST_CASES`).
fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases.max(cases), failure_persistence: None, ..default }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn a_tree_reads_back(value in value()) {
        let wire = encode(&value);
        let read = with_frame(&wire, |frame| frame.to_value());
        prop_assert_eq!(encode(&read), encode(&value), "also the sign of a zero");
        prop_assert_eq!(read, value);
    }

    #[test]
    fn the_canonical_form_is_kept(wire in canonical()) {
        let again = with_frame(&wire, encode_frame);
        prop_assert_eq!(again.escape_ascii().to_string(), wire.escape_ascii().to_string());
    }

    #[test]
    fn owned_forms_agree(wire in canonical()) {
        let shown = with_frame(&wire, feeding::show);
        let value = with_frame(&wire, |frame| frame.to_value());
        let reply = reply(&wire);
        let copied = with_frame(&wire, |frame| frame.to_reply());
        for reply in [&reply, &reply.detach(), &reply.frame().to_reply(), &copied, &copied.detach(), &reply.clone()] {
            prop_assert_eq!(reply.kind(), reply.frame().kind());
            prop_assert_eq!(feeding::show(reply.frame()), shown.clone());
            prop_assert_eq!(reply.frame().to_value(), value.clone());
            prop_assert_eq!(encode_frame(reply.frame()), wire.clone());
        }
        for child in reply.frame().children() {
            let shown = feeding::show(child);
            let taken = child.to_reply();
            prop_assert_eq!(feeding::show(taken.frame()), shown.clone());
            prop_assert_eq!(feeding::show(taken.detach().frame()), shown.clone());
            prop_assert_eq!(feeding::show(taken.frame().to_reply().frame()), shown);
            prop_assert_eq!(taken.frame().to_value(), child.to_value());
            for (inner, again) in child.children().zip(taken.frame().children()) {
                prop_assert_eq!(feeding::show(inner), feeding::show(again));
                prop_assert_eq!(feeding::show(inner), feeding::show(again.to_reply().frame()));
            }
        }
        let attributes = |frame: Frame<'_>| frame.attributes().map(feeding::show).collect::<Vec<_>>();
        prop_assert_eq!(attributes(reply.frame()), attributes(copied.detach().frame()));
    }

    #[test]
    fn a_slice_of_the_exact_size_will_do(value in value(), short in 1_usize..20) {
        let wire = encode(&value);
        let mut room = vec![0; wire.len()];
        let mut output = SliceOutput::new(&mut room);
        prop_assert_eq!(put(&mut Encoder::new(&mut output), &value), Ok(()));
        prop_assert_eq!(output.written(), &wire[..]);

        let write_frame = |room: &mut [u8]| with_frame(&wire, |frame| {
            let mut output = SliceOutput::new(room);
            let result = Encoder::new(&mut output).frame(frame);
            (result, output.written().len())
        });
        prop_assert_eq!(write_frame(&mut room), (Ok(()), wire.len()));

        // With less room, what was written ends after a whole value, and the
        // first one that is missing is one without room.
        let ends = token_ends(&wire);
        for less in [1, short.min(wire.len())] {
            let mut room = vec![0; wire.len() - less];
            let mut output = SliceOutput::new(&mut room);
            let result = put(&mut Encoder::new(&mut output), &value);
            let written = output.written().to_vec();
            let at = ends.binary_search(&written.len());
            prop_assert!(at.is_ok(), "{} of {}", written.len(), wire.escape_ascii());
            prop_assert_eq!(&wire[..written.len()], &written[..]);
            let needed = ends[at.unwrap() + 1] - written.len();
            prop_assert_eq!(result, Err(EncodeError::OutputFull { needed }));
            prop_assert!(written.len() + needed > room.len());
            prop_assert_eq!(write_frame(&mut room), (result, written.len()));
        }
    }

    #[test]
    fn commands_read_back(args in vec(payload(), 0..6)) {
        let mut out = BytesMut::new();
        Encoder::new(&mut out).command(&args).unwrap();
        let expected = Value::Array(args.iter().cloned().map(Value::BulkString).collect());
        prop_assert_eq!(with_frame(&out, |frame| frame.to_value()), expected);
    }

    #[test]
    fn streamed_strings_are_joined(chunks in vec(payload(), 0..6)) {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out);
        encoder.streamed(Kind::BulkString).unwrap();
        chunks.iter().try_for_each(|chunk| encoder.chunk(chunk)).unwrap();
        encoder.chunk_end().unwrap();
        let mut canonical = Vec::new();
        Encoder::new(&mut canonical).bulk_string(chunks.concat()).unwrap();
        prop_assert_eq!(with_frame(&out, encode_frame), canonical);
        prop_assert_eq!(reply(&out).frame().to_value(), Value::BulkString(chunks.concat().into()));
    }

    /// Half a line end in the text would let it pass for two.
    #[test]
    fn what_a_line_cannot_hold_is_refused(text in vec(select(&b"a\r\n"[..]), 0..6)) {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out);
        let breaks = text.iter().any(|byte| b"\r\n".contains(byte));
        let expected = if breaks { Err(EncodeError::LineBreak) } else { Ok(()) };
        prop_assert_eq!(encoder.simple_string(&text), expected);
        prop_assert_eq!(encoder.simple_error(&text), expected);
        prop_assert_eq!(out.is_empty(), breaks);
    }
}

/// Other spellings of the same value have one canonical form.
#[test]
fn spellings_become_canonical() {
    for (input, canonical) in [
        (&b":+007\r\n"[..], &b":7\r\n"[..]),
        (b"$-1\r\n", b"_\r\n"),
        (b"*-1\r\n", b"_\r\n"),
        (b"$003\r\nabc\r\n", b"$3\r\nabc\r\n"),
        (b",+1.50\r\n", b",1.5\r\n"),
        (b",10.0\r\n", b",10\r\n"),
        (b",INF\r\n", b",inf\r\n"),
        (b",1e400\r\n", b",inf\r\n"),
        (b",-nan(0x1)\r\n", b",nan\r\n"),
        (b",-0\r\n", b",-0\r\n"),
        (b"*?\r\n:1\r\n.\r\n", b"*1\r\n:1\r\n"),
        (b"%?\r\n:1\r\n:2\r\n.\r\n", b"%1\r\n:1\r\n:2\r\n"),
        (b"|?\r\n:1\r\n:2\r\n.\r\n*?\r\n.\r\n", b"|1\r\n:1\r\n:2\r\n*0\r\n"),
        (b"=?\r\n;2\r\ntx\r\n;3\r\nt:a\r\n;0\r\n", b"=5\r\ntxt:a\r\n"),
        (b"!?\r\n;0\r\n", b"!0\r\n\r\n"),
    ] {
        let encoded = with_frame(input, encode_frame);
        assert_eq!(encoded.escape_ascii().to_string(), canonical.escape_ascii().to_string());
        assert_eq!(encode_frame(reply(input).frame()), canonical);
        assert_eq!(encode_frame(reply(input).detach().frame()), canonical);
    }
}

/// Metadata on its own is a map; the value it is about does not come with it.
#[test]
fn attributes_can_be_taken_out() {
    let reply = reply(b"|1\r\n+a\r\n:1\r\n|0\r\n+OK\r\n");
    let attributes: Vec<_> = reply.frame().attributes().collect();
    let expected = [Value::SimpleString(b"a"[..].into()), Value::Integer(1)];
    assert_eq!(attributes[0].to_value(), Value::Map(expected.into_iter().collect()));
    assert_eq!(attributes[1].to_value(), Value::Map(core::iter::empty().collect()));
    assert_eq!(reply.frame().to_value(), Value::SimpleString(b"OK"[..].into()));
    assert_eq!(attributes[0].to_reply().kind(), Kind::Attribute);
    assert_eq!(attributes[0].to_reply().frame().len(), 1);
}

#[test]
fn a_nan_reads_back_as_one() {
    let wire = encode(&Value::Double(f64::NAN));
    assert!(with_frame(&wire, |frame| frame.as_f64().unwrap().is_nan()));
}

#[test]
fn sizes_and_bounds() {
    const fn is_send_and_sync<T: Send + Sync>() {}
    is_send_and_sync::<Reply>();
    is_send_and_sync::<Decoder>();
    is_send_and_sync::<Frame<'static>>();
    is_send_and_sync::<Value>();
    is_send_and_sync::<Limits>();
    assert!(size_of::<Reply>() <= 56);
    assert!(size_of::<Value>() <= 32);
}
