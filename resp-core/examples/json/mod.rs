//! One line of JSON for a frame, for whatever depth on the same stack.

use core::fmt::Write;

use resp_core::{Args, Attributes, Children, Frame, Kind};

/// What is left to write, the next thing last.
enum Task<'buf> {
    Text(&'static str),
    /// The attributes that are left, and then the value that they are about.
    Value(Attributes<'buf>, Frame<'buf>),
    /// Elements; whether one was written.
    List(Children<'buf>, bool),
    /// Keys and values; how many were written.
    Pairs(Children<'buf>, usize),
}

/// Each value is an object of one key that names its type: `{"int": 1}`,
/// `{"bulk_hex": "68"}`, `{"array": [..]}`, `{"map": [[key, value], ..]}`.
pub(crate) fn to_json(frame: Frame<'_>) -> String {
    let mut out = String::new();
    let mut tasks = vec![Task::Value(frame.attributes(), frame)];
    while let Some(task) = tasks.pop() {
        match task {
            Task::Text(text) => out.push_str(text),
            Task::Value(mut attributes, value) => match attributes.next() {
                Some(attribute) => {
                    out.push_str(r#"{"attr":{"attrs":["#);
                    tasks.push(Task::Text("}}"));
                    tasks.push(Task::Value(attributes, value));
                    tasks.push(Task::Text(r#"],"value":"#));
                    tasks.push(Task::Pairs(attribute.children(), 0));
                }
                None => value_of(value, &mut out, &mut tasks),
            },
            Task::List(mut elements, follows) => {
                if let Some(element) = elements.next() {
                    out.push_str(if follows { "," } else { "" });
                    tasks.push(Task::List(elements, true));
                    tasks.push(Task::Value(element.attributes(), element));
                }
            }
            Task::Pairs(mut elements, written) => match elements.next() {
                Some(element) => {
                    out.push_str(match written {
                        0 => "[",
                        _ if written % 2 == 0 => "],[",
                        _ => ",",
                    });
                    tasks.push(Task::Pairs(elements, written + 1));
                    tasks.push(Task::Value(element.attributes(), element));
                }
                None if written > 0 => out.push(']'),
                None => {}
            },
        }
    }
    out
}

fn value_of<'buf>(value: Frame<'buf>, out: &mut String, tasks: &mut Vec<Task<'buf>>) {
    let payload = value.payload().unwrap_or_default();
    let elements = value.children();
    let end = if value.is_streamed() { r#"],"streamed":true}"# } else { "]}" };
    match value.kind() {
        Kind::SimpleString => line("simple", &payload, out),
        Kind::SimpleError => line("error", &payload, out),
        Kind::BulkString => bulk("bulk_hex", value, &payload, out),
        Kind::BulkError => bulk("bulk_error_hex", value, &payload, out),
        Kind::Verbatim => {
            let format = value.verbatim_format().unwrap_or_default();
            out.push_str(r#"{"verbatim":{"fmt":"#);
            // A format that is no text is shown byte for byte.
            push_string(&format.map(char::from).iter().collect::<String>(), out);
            out.push_str(r#","hex":""#);
            push_hex(&payload, out);
            out.push_str(if value.is_streamed() { r#""},"streamed":true}"# } else { r#""}}"# });
        }
        Kind::Integer => push(out, format_args!(r#"{{"int":{}}}"#, value.as_i64().unwrap_or_default())),
        Kind::Double => push(out, format_args!(r#"{{"double":"{}"}}"#, double(value))),
        Kind::Boolean => push(out, format_args!(r#"{{"bool":{}}}"#, value.as_bool().unwrap_or_default())),
        Kind::BigNumber => {
            push(out, format_args!(r#"{{"bignum":"{}"}}"#, value.as_str().unwrap_or_default()));
        }
        Kind::Null => out.push_str(r#"{"null":true}"#),
        Kind::Array | Kind::Set | Kind::Push => {
            out.push_str(match value.kind() {
                Kind::Set => r#"{"set":["#,
                Kind::Push => r#"{"push":["#,
                _ => r#"{"array":["#,
            });
            tasks.push(Task::Text(end));
            tasks.push(Task::List(elements, false));
        }
        Kind::Map | Kind::Attribute => {
            out.push_str(r#"{"map":["#);
            tasks.push(Task::Text(end));
            tasks.push(Task::Pairs(elements, 0));
        }
    }
}

/// A text, or the hex form of what is not UTF-8.
fn line(key: &str, payload: &[u8], out: &mut String) {
    match str::from_utf8(payload) {
        Ok(text) => {
            push(out, format_args!(r#"{{"{key}":"#));
            push_string(text, out);
            out.push('}');
        }
        Err(_) => {
            push(out, format_args!(r#"{{"{key}_hex":""#));
            push_hex(payload, out);
            out.push_str("\"}");
        }
    }
}

fn bulk(key: &str, value: Frame<'_>, payload: &[u8], out: &mut String) {
    push(out, format_args!(r#"{{"{key}":""#));
    push_hex(payload, out);
    out.push_str(if value.is_streamed() { r#"","streamed":true}"# } else { r#""}"# });
}

fn double(value: Frame<'_>) -> String {
    match value.as_f64().unwrap_or_default() {
        value if value.is_nan() => "nan".into(),
        value => format!("{value:?}"),
    }
}

/// The list of a request's arguments in hex.
pub(crate) fn arguments(args: Args<'_>) -> String {
    let mut out = String::from("[");
    for (index, arg) in args.enumerate() {
        out.push_str(if index > 0 { ",\"" } else { "\"" });
        push_hex(arg, &mut out);
        out.push('"');
    }
    out + "]"
}

/// Two digits for each byte.
pub(crate) fn push_hex(bytes: &[u8], out: &mut String) {
    for byte in bytes {
        push(out, format_args!("{byte:02x}"));
    }
}

/// A JSON string with its quotes.
pub(crate) fn push_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\0'..' ' | '\x7f' => push(out, format_args!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
}

fn push(out: &mut String, text: core::fmt::Arguments<'_>) {
    out.write_fmt(text).expect("a String takes all");
}
