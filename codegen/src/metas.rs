//! The metadata of every command: `resp-core/src/command/metas.rs`.

use crate::table::{Group, Lane, Row};

pub(crate) fn render(groups: &[Group]) -> String {
    let mut rows: Vec<&Row> = groups.iter().flat_map(|group| &group.rows).collect();
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let mut text = String::from(
        "//! What is known about each command, in the order of their names.\n\nuse super::table::*;\n\ntable! {\n",
    );
    for row in &rows {
        let is_container =
            rows.iter().any(|sub| sub.name.split_once(' ').is_some_and(|(first, _)| first == row.name));
        text.push_str(&format!("    {};\n", line(row, is_container)));
    }
    text.push_str("}\n");
    text
}

fn line(row: &Row, is_container: bool) -> String {
    let head: String = row.name.split(' ').map(|word| format!("${}\\r\\n{word}\\r\\n", word.len())).collect();
    let flags: Vec<String> = row.flags.split_whitespace().map(str::to_uppercase).collect();
    let keys: Vec<String> = row.keys.iter().filter_map(|spec| key_spec(spec)).collect();
    format!(
        "{} {:?} b\"{head}\" {} {} [{}] [{}] {} {} ({}) ({}) {} {:?} {:?}",
        row.constant(),
        row.name,
        row.words(),
        row.arity,
        flags.join(" "),
        keys.join(", "),
        lane(row, is_container),
        effect(row),
        kinds(row, &row.resp2),
        kinds(row, &row.resp3),
        wait(&row.wait),
        row.group,
        row.since_text(),
    )
}

/// `ByArgument` where only the arguments tell.
fn lane(row: &Row, is_container: bool) -> &'static str {
    if is_container || row.options.iter().any(|option| option.blocks) || row.wait.starts_with("BLOCK") {
        return "ByArgument";
    }
    match row.lane {
        Lane::Shared => "Shared",
        Lane::Dedicated => "Dedicated",
        Lane::Blocking => "Blocking",
        Lane::Refused => "Refused",
    }
}

/// Of a subcommand that nobody knows the worst is assumed, whatever the server
/// says of the others.
fn effect(row: &Row) -> &'static str {
    if row.container {
        "Writes"
    } else if row.reads || row.flags.split(' ').any(|flag| flag == "readonly") {
        "Reads"
    } else if row.idempotent {
        "Settles"
    } else {
        "Writes"
    }
}

/// A connection is condemned by a reply of another kind, so of what no server
/// was heard saying nothing is promised.
fn kinds(row: &Row, words: &str) -> String {
    if row.unverified {
        return "ANY".into();
    }
    words.split_whitespace().map(str::to_uppercase).collect::<Vec<_>>().join(" ")
}

fn wait(wait: &str) -> &'static str {
    match wait {
        "first seconds" => "FirstSeconds",
        "last seconds" => "LastSeconds",
        "last millis" => "LastMillis",
        "BLOCK millis" => "BlockMillis",
        _ => "Never",
    }
}

/// `STREAMS@1 range -1 1 2` as Rust; nothing of what the server does not know itself.
fn key_spec(spec: &str) -> Option<String> {
    let (begin, find) = spec.split_once(' ').unwrap_or((spec, "range 0 1 0"));
    let begin = match begin.split_once('@') {
        Some((word, from)) => format!("Begin::Word {{ word: {word:?}, from: {from} }}"),
        None => format!("Begin::Index({})", begin.parse::<u8>().ok()?),
    };
    let words: Vec<&str> = find.split(' ').collect();
    let find = match words[..] {
        ["range", last, step, limit] => {
            format!("Find::Range {{ last: {last}, step: {step}, limit: {limit} }}")
        }
        ["count", at, first, step] => format!("Find::Count {{ at: {at}, first: {first}, step: {step} }}"),
        _ => return None,
    };
    Some(format!("KeySpec {{ begin: {begin}, find: {find} }}"))
}
