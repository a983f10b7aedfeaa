//! What the server says of itself: INFO, CONFIG GET, COMMAND, TIME.

use super::reply::{Outcome, Reply};
use std::borrow::Cow;
use std::time::{SystemTime, UNIX_EPOCH};

/// The version of Redis whose answers these are.
pub(super) const VERSION: &str = "7.2.0";

/// Settings that programs ask for; none of them can be changed.
const SETTINGS: [(&str, &str); 6] = [
    ("appendonly", "no"),
    ("databases", "1"),
    ("maxclients", "10000"),
    ("maxmemory", "0"),
    ("maxmemory-policy", "noeviction"),
    ("save", ""),
];

/// All sections at once, whichever was asked for.
pub(super) fn info(key_count: usize, reply: &mut Reply<'_>) -> Outcome {
    let (own_version, process) = (env!("CARGO_PKG_VERSION"), std::process::id());
    reply.text(&format!(
        "# Server\r\nredis_version:{VERSION}\r\nresp_bench_version:{own_version}\r\nredis_mode:standalone\r\n\
         process_id:{process}\r\n\r\n# Replication\r\nrole:master\r\nconnected_slaves:0\r\n\r\n\
         # Keyspace\r\ndb0:keys={key_count},expires=0,avg_ttl=0\r\n"
    ))
}

/// CONFIG GET of settings by their names, or `*` for all of them.
pub(super) fn config(sub: &[u8], names: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    if !sub.eq_ignore_ascii_case(b"GET") {
        return Err(unknown_sub(sub, "CONFIG"));
    }
    if names.is_empty() {
        return Err("ERR wrong number of arguments for 'config|get' command".into());
    }
    let wanted =
        |name: &str| names.iter().any(|asked| *asked == b"*" || asked.eq_ignore_ascii_case(name.as_bytes()));
    let found: Vec<_> = SETTINGS.into_iter().filter(|(name, _)| wanted(name)).collect();
    reply.map(found.len())?;
    found.iter().try_for_each(|(name, value)| reply.bulk(name).and_then(|()| reply.bulk(value)))
}

/// Nothing is known of any command, which is what clients take it for.
pub(super) fn command(arguments: &[&[u8]], reply: &mut Reply<'_>) -> Outcome {
    let Some((sub, names)) = arguments.split_first() else { return reply.array(0) };
    match sub.to_ascii_uppercase().as_slice() {
        b"COUNT" => reply.integer(0),
        b"DOCS" => reply.map(0),
        b"INFO" => {
            reply.array(names.len())?;
            names.iter().try_for_each(|_| reply.null())
        }
        _ => Err(unknown_sub(sub, "COMMAND")),
    }
}

/// Seconds since 1970, and microseconds.
pub(super) fn time(reply: &mut Reply<'_>) -> Outcome {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    reply.array(2)?;
    reply.bulk(now.as_secs().to_string())?;
    reply.bulk(now.subsec_micros().to_string())
}

/// What a command with subcommands says to one that it does not have.
pub(super) fn unknown_sub(sub: &[u8], command: &str) -> Cow<'static, str> {
    format!("ERR unknown subcommand '{}'. Try {command} HELP.", sub.escape_ascii()).into()
}
