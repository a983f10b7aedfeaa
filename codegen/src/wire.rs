//! The statements that write a function's arguments.

use crate::signature::Part;

/// The body that makes `wire` of the row's metadata and these parts.
pub(crate) fn build(constant: &str, parts: &[Part]) -> String {
    let fixed = parts.iter().take_while(|part| !is_many(part)).count();
    let (fixed, rest) = parts.split_at(fixed);
    let bindings: String = fixed.iter().filter_map(binding).collect();
    let words: Vec<String> = fixed.iter().flat_map(words).collect();
    let wire = format!("Wire::of(&metas::{constant}, [{}])", words.join(", "));
    if rest.is_empty() {
        return format!("{bindings}Command::new({wire})");
    }
    format!("{bindings}let mut wire = {wire};\n{}Command::new(wire)", pushes(rest))
}

/// The statements that add these parts to `wire`.
pub(crate) fn pushes(parts: &[Part]) -> String {
    let mut text = String::new();
    for part in parts {
        text.extend(binding(part));
        match part {
            Part::Parameter { name, kind } if is_many(part) => {
                let method = match kind.as_str() {
                    "counted" => "push_counted",
                    "pairs" => "push_pairs",
                    "counted_pairs" => "push_counted_pairs",
                    "columns" => "push_columns",
                    _ => "push_args",
                };
                text.push_str(&format!("wire.{method}(&{name});\n"));
            }
            _ => words(part).iter().for_each(|word| text.push_str(&format!("wire.push({word});\n"))),
        }
    }
    text
}

/// Whether a part is any number of arguments.
fn is_many(part: &Part) -> bool {
    let Part::Parameter { kind, .. } = part else { return false };
    matches!(kind.as_str(), "keys" | "values" | "args" | "counted" | "pairs" | "counted_pairs" | "columns")
        || kind.starts_with("words ")
        || kind.starts_with("args ")
}

/// What must live before its argument is borrowed.
fn binding(part: &Part) -> Option<String> {
    let Part::Parameter { name, kind } = part else { return None };
    let target = kind.strip_prefix("into ").or_else(|| kind.strip_prefix("words "))?;
    Some(format!("let {name}: {target} = {name}.into();\n"))
}

/// The expressions of a part that is a fixed number of arguments.
fn words(part: &Part) -> Vec<String> {
    let bytes = |expression: &str| format!("{expression}.to_arg().as_bytes()");
    match part {
        Part::Word(word) => vec![format!("b\"{word}\"")],
        Part::Parameter { name, kind } => match kind.as_str() {
            "secs" => vec![bytes(&format!("times::seconds({name})"))],
            "millis" => vec![bytes(&format!("times::millis({name})"))],
            "timeout" => vec![bytes(&format!("times::wait_seconds({name}.into())"))],
            "block" => vec![bytes(&format!("times::wait_millis({name}.into())"))],
            "unix_secs" => vec![bytes(&format!("times::unix_seconds({name})"))],
            "unix_millis" => vec![bytes(&format!("times::unix_millis({name})"))],
            "ttl" => vec![format!("times::ttl_word({name})"), bytes(&format!("times::ttl({name})"))],
            "ttl_at" => vec![format!("times::ttl_at_word({name})"), bytes(&format!("times::ttl_at({name})"))],
            _ => vec![bytes(name)],
        },
    }
}
