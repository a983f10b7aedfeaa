//! A frame as the value type of redis-rs.

use redis::{PushKind, Value, VerbatimFormat};
use resp_core::{Frame, Kind};

/// The depth up to which redis-rs decodes. The conversion has no bound of its
/// own, but dropping a [`Value`] recurses.
pub(crate) const MAX_DEPTH: u32 = 100;

/// What is left to do, the next step last.
enum Step<'buf> {
    /// Plans the steps for a value with its attributes.
    Visit(Frame<'buf>),
    /// Makes the value; what it holds is on `done`.
    Close(Frame<'buf>),
    /// Puts this attribute around the value on `done`; before that lie its entries.
    Attach(Frame<'buf>),
}

/// The value that redis-rs' own parser would give. Takes the same stack
/// whatever the depth.
pub(crate) fn to_value(frame: Frame<'_>) -> Value {
    let mut steps = vec![Step::Visit(frame)];
    let mut done = Vec::new();
    while let Some(step) = steps.pop() {
        match step {
            Step::Visit(frame) => {
                steps.extend(frame.attributes().map(Step::Attach));
                steps.push(Step::Close(frame));
                let start = steps.len();
                let entries = frame.attributes().flat_map(|attribute| attribute.children());
                steps.extend(entries.chain(frame.children()).map(Step::Visit));
                steps[start..].reverse();
            }
            Step::Close(frame) => {
                let values = done.split_off(done.len() - frame.children().len());
                done.push(value(frame, values));
            }
            Step::Attach(attribute) => {
                let data = Box::new(done.pop().unwrap_or_default());
                let values = done.split_off(done.len() - attribute.children().len());
                done.push(Value::Attribute { data, attributes: pairs(values) });
            }
        }
    }
    done.pop().unwrap_or_default()
}

/// The value of a frame that holds `values`.
fn value(frame: Frame<'_>, values: Vec<Value>) -> Value {
    match frame.kind() {
        Kind::Null => Value::Nil,
        Kind::Integer => Value::Int(frame.as_i64().unwrap_or_default()),
        Kind::Double => Value::Double(frame.as_f64().unwrap_or_default()),
        Kind::Boolean => Value::Boolean(frame.as_bool().unwrap_or_default()),
        Kind::BigNumber => Value::BigNumber(bytes(frame)),
        Kind::BulkString => Value::BulkString(bytes(frame)),
        Kind::SimpleString if frame.as_bytes() == Some(b"OK") => Value::Okay,
        Kind::SimpleString => Value::SimpleString(text(frame)),
        Kind::SimpleError | Kind::BulkError => error(frame),
        Kind::Verbatim => {
            let format = match frame.verbatim_format().unwrap_or_default() {
                [b't', b'x', b't'] => VerbatimFormat::Text,
                [b'm', b'k', b'd'] => VerbatimFormat::Markdown,
                format => VerbatimFormat::Unknown(String::from_utf8_lossy(&format).into_owned()),
            };
            Value::VerbatimString { format, text: text(frame) }
        }
        Kind::Array => Value::Array(values),
        Kind::Set => Value::Set(values),
        // Attributes come here only with the value that they are about.
        Kind::Map | Kind::Attribute => Value::Map(pairs(values)),
        Kind::Push => push(values),
    }
}

fn bytes(frame: Frame<'_>) -> Vec<u8> {
    frame.payload().unwrap_or_default().into_owned()
}

/// What is not UTF-8 is replaced, since redis-rs has these as `String`.
fn text(frame: Frame<'_>) -> String {
    String::from_utf8_lossy(&frame.payload().unwrap_or_default()).into_owned()
}

/// Its error type is made by its parser alone, so that gets the error to read.
fn error(frame: Frame<'_>) -> Value {
    let text = text(frame);
    let wire = format!("!{}\r\n{text}\r\n", text.len());
    redis::parse_redis_value(wire.as_bytes()).unwrap_or(Value::SimpleString(text))
}

fn pairs(values: Vec<Value>) -> Vec<(Value, Value)> {
    let mut values = values.into_iter();
    core::iter::from_fn(|| Some((values.next()?, values.next()?))).collect()
}

/// The first value of a push says of which kind it is.
fn push(mut values: Vec<Value>) -> Value {
    let name = match values.first() {
        Some(Value::BulkString(name)) => String::from_utf8_lossy(name).into_owned(),
        Some(Value::SimpleString(name)) => name.clone(),
        // Nothing that redis-rs knows: all of it is data.
        _ => return Value::Push { kind: PushKind::Other(String::new()), data: values },
    };
    let kind = match &*name {
        "invalidate" => PushKind::Invalidate,
        "message" => PushKind::Message,
        "pmessage" => PushKind::PMessage,
        "smessage" => PushKind::SMessage,
        "subscribe" => PushKind::Subscribe,
        "psubscribe" => PushKind::PSubscribe,
        "ssubscribe" => PushKind::SSubscribe,
        "unsubscribe" => PushKind::Unsubscribe,
        "punsubscribe" => PushKind::PUnsubscribe,
        "sunsubscribe" => PushKind::SUnsubscribe,
        _ => PushKind::Other(name),
    };
    values.remove(0);
    Value::Push { kind, data: values }
}

#[cfg(test)]
mod tests {
    use super::*;
    use resp_core::{Decoder, Limits, Progress};

    fn converted(input: &[u8]) -> Value {
        let mut decoder = Decoder::with_limits(Limits::default().max_depth(MAX_DEPTH));
        match decoder.decode(input) {
            Ok(Progress::Frame(frame)) => to_value(frame),
            other => panic!("{}: {other:?}", input.escape_ascii()),
        }
    }

    #[test]
    fn the_same_as_the_parser_of_redis_rs() {
        let deep = "*1\r\n".repeat(98) + ":1\r\n";
        for input in [
            "+OK\r\n",
            "+PONG\r\n",
            "-ERR no such thing\r\n",
            "-MOVED 3999 127.0.0.1:6381\r\n",
            "-\r\n",
            "!22\r\nSYNTAX invalid\r\nsyntax\r\n",
            ":-42\r\n",
            "$3\r\na\r\n\r\n",
            "$0\r\n\r\n",
            "$-1\r\n",
            "*-1\r\n",
            "_\r\n",
            ",1.5\r\n",
            ",-inf\r\n",
            "#t\r\n",
            "(-3492890328409238509324850943850943825024385\r\n",
            "=8\r\ntxt:a:b\n\r\n",
            "=4\r\nmkd:\r\n",
            "=4\r\nxyz:\r\n",
            "*0\r\n",
            "*3\r\n:1\r\n*2\r\n+a\r\n-ERR b\r\n~2\r\n_\r\n#f\r\n",
            "%2\r\n+a\r\n%1\r\n+b\r\n:1\r\n$1\r\nc\r\n*0\r\n",
            "~0\r\n",
            ">3\r\n+message\r\n$1\r\nc\r\n$1\r\np\r\n",
            ">2\r\n$10\r\ninvalidate\r\n*1\r\n$1\r\nk\r\n",
            ">1\r\n+else\r\n",
            ">0\r\n",
            "|1\r\n+ttl\r\n:7\r\n$1\r\nv\r\n",
            "|2\r\n+a\r\n:1\r\n+b\r\n*1\r\n:2\r\n|1\r\n+c\r\n:3\r\n*2\r\n|1\r\n+d\r\n:4\r\n:5\r\n:6\r\n",
            &deep,
        ] {
            let expected = redis::parse_redis_value(input.as_bytes());
            assert_eq!(converted(input.as_bytes()), expected.unwrap(), "{}", input.escape_default());
        }
    }

    #[test]
    fn what_its_parser_does_not_take() {
        let ints = |ints: &[i64]| ints.iter().copied().map(Value::Int).collect::<Vec<_>>();
        for (input, expected) in [
            (&b"$?\r\n;2\r\nab\r\n;1\r\nc\r\n;0\r\n"[..], Value::BulkString(b"abc".into())),
            (b"*?\r\n:1\r\n:2\r\n.\r\n", Value::Array(ints(&[1, 2]))),
            (b"%?\r\n:1\r\n:2\r\n.\r\n", Value::Map(vec![(Value::Int(1), Value::Int(2))])),
            (b"+\xff\r\n", Value::SimpleString("\u{fffd}".into())),
            (
                b">2\r\n:1\r\n:2\r\n",
                Value::Push { kind: PushKind::Other(String::new()), data: ints(&[1, 2]) },
            ),
        ] {
            assert_eq!(converted(input), expected, "{}", input.escape_ascii());
        }
    }
}
