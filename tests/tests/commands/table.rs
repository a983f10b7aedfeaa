//! The table of metadata against what a server says of its commands.

use core::error::Error;
use std::collections::BTreeMap;

use resp_core::{Begin, Find, Frame, KeySpec, Meta};
use tests::server::RedisServer;

use crate::case::words_of;
use crate::talk::Talk;
use crate::{assert_none, cases, words};

/// A row that has a function.
pub(crate) struct Row {
    pub(crate) command: String,
    pub(crate) is_unverified: bool,
}

/// The rows that have a function. A row is unverified if all its examples are.
pub(crate) fn rows() -> Vec<Row> {
    let mut rows = BTreeMap::new();
    for case in cases::all() {
        let verified = rows.entry(case.about.command).or_insert(false);
        *verified |= !case.about.is_unverified;
    }
    let row = |(command, verified): (&str, bool)| Row { command: command.into(), is_unverified: !verified };
    rows.into_iter().map(row).collect()
}

/// What COMMAND INFO says of each command and subcommand.
fn infos(talk: &mut Talk) -> Result<Vec<Info>, Box<dyn Error>> {
    let reply = talk.must(&["COMMAND"])?;
    let mut infos = Vec::new();
    for command in reply.frame().children() {
        infos.push(Info::of(command)?);
        for sub in command.children().nth(9).ok_or("no subcommands")?.children() {
            infos.push(Info::of(sub)?);
        }
    }
    Ok(infos)
}

/// What a server says of a command.
struct Info {
    name: String,
    arity: i64,
    flags: Vec<String>,
    /// `None` of one that it does not know itself.
    keys: Vec<Option<KeySpec>>,
}

impl Info {
    fn of(frame: Frame<'_>) -> Result<Self, Box<dyn Error>> {
        let fields: Vec<Frame<'_>> = frame.children().collect();
        let name = fields[0].as_str().ok_or("no name")?.replace('|', " ").to_uppercase();
        let mut flags: Vec<String> =
            fields[2].children().filter_map(|flag| flag.as_str().map(str::to_owned)).collect();
        flags.sort();
        let keys = fields[8].children().map(|spec| key_spec(spec)).collect();
        Ok(Self { name, arity: fields[1].as_i64().ok_or("no arity")?, flags, keys })
    }
}

fn field<'a>(map: Frame<'a>, name: &str) -> Option<Frame<'a>> {
    map.entries().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| value)
}

fn key_spec(frame: Frame<'_>) -> Option<KeySpec> {
    let number = |map: Frame<'_>, name: &str| field(map, name)?.as_i64();
    let (begin, find) = (field(frame, "begin_search")?, field(frame, "find_keys")?);
    let (place, range) = (field(begin, "spec")?, field(find, "spec")?);
    let small = |map, name| u8::try_from(number(map, name)?).ok();
    let signed = |map, name| i8::try_from(number(map, name)?).ok();
    Some(KeySpec {
        begin: match field(begin, "type")?.as_str()? {
            "index" => Begin::Index(small(place, "index")?),
            "keyword" => {
                let word = field(place, "keyword")?.as_str()?.to_owned();
                Begin::Word { word: word.leak(), from: signed(place, "startfrom")? }
            }
            _ => return None,
        },
        find: match field(find, "type")?.as_str()? {
            "range" => Find::Range {
                last: signed(range, "lastkey")?,
                step: small(range, "keystep")?,
                limit: small(range, "limit")?,
            },
            "keynum" => Find::Count {
                at: small(range, "keynumidx")?,
                first: small(range, "firstkey")?,
                step: small(range, "keystep")?,
            },
            _ => return None,
        },
    })
}

#[test]
fn every_command_of_the_server_is_in_the_table_as_the_server_says() -> Result<(), Box<dyn Error>> {
    let mut failures = Vec::new();
    let server = RedisServer::start(&[])?;
    let mut talk = Talk::start(&server, 2)?;
    for info in infos(&mut talk)? {
        let Some(meta) = Meta::of(&info.name) else {
            failures.push(format!("{} is not in the table", info.name));
            continue;
        };
        let mut flags: Vec<&str> = meta.flags().words().collect();
        flags.sort_unstable();
        // The table may know a place that the server finds by code of its own.
        let places: Vec<KeySpec> = info.keys.iter().copied().flatten().collect();
        let unknown = info.keys.len() - places.len();
        let same_places = places.iter().all(|spec| meta.key_specs().contains(spec))
            && (places.len()..=info.keys.len()).contains(&meta.key_specs().len());
        if i64::from(meta.arity()) != info.arity || flags != info.flags || !same_places {
            failures.push(format!(
                "{}: server {} {:?} {places:?} and {unknown} others, table {} {flags:?} {:?}",
                info.name,
                info.arity,
                info.flags,
                meta.arity(),
                meta.key_specs()
            ));
        }
    }
    assert_none(&failures);
    Ok(())
}

#[test]
fn since_and_group_are_as_the_server_documents_them() -> Result<(), Box<dyn Error>> {
    let server = RedisServer::start(&[])?;
    let mut failures = Vec::new();
    let reply = Talk::start(&server, 3)?.must(&["COMMAND", "DOCS"])?;
    let mut documents: Vec<(Frame<'_>, Frame<'_>)> = reply.frame().entries().collect();
    while let Some((name, about)) = documents.pop() {
        if let Some(subs) = field(about, "subcommands") {
            documents.extend(subs.entries());
        }
        let name = name.as_str().ok_or("no name")?.replace('|', " ").to_uppercase();
        let said = |what| field(about, what).and_then(|text| text.as_str()).unwrap_or_default();
        let Some(meta) = Meta::of(&name) else { continue };
        if (meta.since(), meta.group()) != (said("since"), said("group")) {
            failures.push(format!(
                "{name}: server {} {}, table {} {}",
                said("since"),
                said("group"),
                meta.since(),
                meta.group()
            ));
        }
    }
    assert_none(&failures);
    Ok(())
}

#[test]
fn keys_are_where_the_server_finds_them() -> Result<(), Box<dyn Error>> {
    let mut failures = Vec::new();
    let server = RedisServer::start(&[])?;
    let mut talk = Talk::start(&server, 2)?;
    let known = talk.known()?;
    for case in cases::all() {
        if case.about.mode == crate::Mode::Wire || !known.has(case.about.command) {
            continue;
        }
        let wire = case.wire();
        let mut request = vec![b"COMMAND".to_vec(), b"GETKEYS".to_vec()];
        request.extend(words_of(&wire));
        let reply = talk.ask(&request)?;
        let theirs: Vec<&[u8]> = match resp_core::ServerError::from_frame(reply.frame()) {
            None => reply.frame().children().filter_map(|key| key.as_bytes()).collect(),
            Some(_) if wire.meta().key_specs().is_empty() => continue,
            Some(error) if error.message().contains("no key arguments") => Vec::new(),
            Some(error) => {
                failures.push(format!("{case}: {error}"));
                continue;
            }
        };
        let ours: Vec<&[u8]> = wire.keys().collect();
        // Its channel is no key for the server, but says which slot it belongs to.
        let is_channel = case.about.command == "SPUBLISH" && theirs.is_empty();
        if ours != theirs && !is_channel {
            let show = |keys: &[&[u8]]| words::join(&keys.iter().map(|key| key.to_vec()).collect::<Vec<_>>());
            failures.push(format!("{case}: server `{}`, table `{}`", show(&theirs), show(&ours)));
        }
    }
    assert_none(&failures);
    Ok(())
}

#[test]
fn every_command_of_the_server_has_a_function_or_a_reason() -> Result<(), Box<dyn Error>> {
    let listing = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/commands.md"))?;
    let lines: BTreeMap<&str, &str> =
        listing.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | ")).collect();
    let mut failures = Vec::new();
    let server = RedisServer::start(&[])?;
    for name in Talk::start(&server, 2)?.known()?.0 {
        let Some(rest) = lines.get(name.as_str()) else {
            failures.push(format!("{name} is not in docs/commands.md"));
            continue;
        };
        let function = rest.split(" | ").next().unwrap_or_default();
        let has_reason = function == "its subcommands" || function.len() > "none: ".len();
        if !has_reason {
            failures.push(format!("{name} has neither a function nor a reason in docs/commands.md"));
        }
    }
    assert_none(&failures);
    Ok(())
}
